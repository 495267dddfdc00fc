import type { LimitsView, SetupDraft } from "../../src/edge/views";
import { typedNumber } from "../amount";
import type { App } from "../app";
import { element, fill } from "../element";
import { button, type Checked, checkedField, field, notices, radios, select } from "../parts";
import { askColumns } from "./columns";
import { askPreview } from "./preview";
import { SETUP_STEPS } from "./start";
import { undoButton } from "./undo";

type Limits = SetupDraft["limits"];
const LIMITS = ["A", "B", "C"] as const;

/** Screen 3: the base currency, fixed rates and the limits of the tiers with the customers that each would hold. */
export function askLimits(app: App, draft: SetupDraft): void {
  const { frame, server, texts } = app;
  void frame.work(
    texts.counting,
    () => server.limits(draft),
    (view) => showLimits(app, view, draft),
  );
}

export function showLimits(app: App, view: LimitsView, given: SetupDraft): void {
  const { frame, server, texts } = app;
  const words = texts.limits;
  // Before the first set-up nothing is settled, so that what stands there as chosen is.
  let draft: SetupDraft = { ...given, backlog: given.backlog ?? (app.home ? null : "as_is") };

  const limitFields = LIMITS.map((id) => {
    const checked = checkedField(words.limit[id], texts.number(draft.limits[id]), { inputmode: "decimal" });
    const here = element("span", { class: "live" });
    checked.node.append(here);
    checked.node.classList.add("limit");
    checked.input.addEventListener("change", () => recount());
    return { id, checked, here };
  });
  const rateFields = view.rates.map(({ currency, cells, rate }) => {
    const value = rate === null ? "" : texts.number(rate);
    const checked = checkedField(words.rate(currency, draft.base), value, { inputmode: "decimal" });
    checked.node.append(element("span", { class: "live" }, words.cells(cells)));
    checked.node.classList.add("limit");
    checked.input.addEventListener("change", () => recount());
    return { currency, checked };
  });
  const counted = element("section", { "aria-live": "polite", tabindex: -1 });

  /** The draft as it stands in the fields, or null where a field does not hold a number; that field says so. */
  const typed = (): SetupDraft | null => {
    const wrong: Checked[] = [];
    const limits: Record<keyof Limits, number> = { ...draft.limits };
    for (const { id, checked } of limitFields) {
      const number = typedNumber(checked.input.value);
      checked.complain(number === null ? words.badAmount : "");
      if (number === null) wrong.push(checked);
      else limits[id] = number;
    }
    const rates: Record<string, number> = { ...draft.rates };
    for (const { currency, checked } of rateFields) {
      const text = checked.input.value.trim();
      const number = typedNumber(text);
      const bad = text !== "" && number === null;
      checked.complain(bad ? words.badRate : "");
      if (bad) wrong.push(checked);
      else if (number === null) delete rates[currency];
      else rates[currency] = number;
    }
    return wrong.length > 0 ? null : { ...draft, limits, rates };
  };

  const recount = (): void => {
    const now = typed();
    if (now) {
      void frame.glance(
        texts.counting,
        counted,
        () => server.limits(now),
        (answer) => settle(answer, now),
      );
    }
  };

  let seen = { draft: "", problems: 0 };
  const settle = (now: LimitsView, of: SetupDraft): void => {
    seen = { draft: JSON.stringify(of), problems: now.problems.length };
    for (const { id, here } of limitFields) {
      const count = now.counts.find((one) => one.id === id);
      here.textContent = count ? texts.number(count.count) : "";
    }
    const round = now.round;
    fill(counted, [
      ...now.counts
        .filter(({ id }) => !LIMITS.some((limit) => limit === id))
        .map(({ label, count }) =>
          element(
            "div",
            { class: "limit rest-of" },
            element("span", {}, label),
            element("span", { class: "live" }, texts.number(count)),
          ),
        ),
      notices(now.problems, "problem"),
      round &&
        button(
          words.round(texts.number(round.A), texts.number(round.B), texts.number(round.C)),
          () => {
            for (const { id, checked } of limitFields) checked.input.value = texts.number(round[id]);
            limitFields[0]?.checked.input.focus();
            recount();
          },
          "link",
        ),
    ]);
  };

  const currencies = view.currencies.map((currency) => ({ value: currency, label: currency }));
  // Rates say what one unit is worth in the base currency, so those of another base are of no use.
  const base = select(currencies, draft.base, (chosen) =>
    askLimits(app, { ...(typed() ?? draft), base: chosen, rates: {} }),
  );

  /** On to the preview, unless the server finds fault with the limits that stand there now. */
  const go = (): void => {
    const now = typed();
    if (!now) {
      frame.root.querySelector<HTMLElement>("[aria-invalid]")?.focus();
    } else if (seen.draft !== JSON.stringify(now)) {
      void frame.work(
        texts.counting,
        () => server.limits(now),
        (answer) => {
          settle(answer, now);
          go();
        },
      );
    } else if (seen.problems > 0) counted.focus();
    else askPreview(app, now);
  };

  const settled = app.home ? ([""] as const) : [];
  const backlog = radios(
    words.backlog,
    ([...settled, "as_is", "today"] as const).map((value) => ({ value, label: words.backlogs[value] })),
    draft.backlog ?? "",
    (value) => {
      draft = { ...draft, backlog: (value || null) as SetupDraft["backlog"] };
    },
  );

  const again = button(words.again, recount, "link");
  again.hidden = true;
  const byDay = [
    button(
      words.byDay,
      () => {
        void frame.work(
          texts.going,
          () => server.showRates(draft.base),
          () => {
            // What is typed into the tab reaches the counts when they are asked for anew.
            again.hidden = false;
            frame.say(words.byDayShown);
          },
        );
      },
      "link",
    ),
    element("p", { class: "hint" }, words.byDayLead(rateFields.length > 0)),
    again,
  ];

  settle(view, draft);
  frame.show({
    title: words.title,
    step: texts.step(3, SETUP_STEPS),
    body: [
      field(words.base, base),
      rateFields.length > 0 && element("h2", {}, words.rates),
      rateFields.length > 0 && element("p", { class: "hint" }, words.ratesLead),
      ...rateFields.map(({ checked }) => checked.node),
      ...byDay,
      element("h2", {}, words.tiers),
      element("p", { class: "hint" }, words.lead),
      element("div", { class: "limits" }, ...limitFields.map(({ checked }) => checked.node), counted),
      element("p", { class: "hint" }, words.alsoA),
      backlog,
    ],
    actions: [button(words.go, go, "blue"), button(texts.back, () => askColumns(app, typed() ?? draft))],
    foot: undoButton(app),
  });
}
