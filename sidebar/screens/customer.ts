import type { AxisCard, CardView, CustomerCard, OverrideAnswer, Reasoned } from "../../src/edge/views";
import { type App, goTo } from "../app";
import { type Child, element, fill } from "../element";
import { button, checkedField, dot, field, fold, select } from "../parts";
import { poll } from "../poll";
import { nextOrder } from "./forecast";
import { goHome } from "./home";
import { rowButton } from "./preview";
import { undoButton } from "./undo";
import { named } from "./who";

/** Screen 6: the card of the customer in whose row the person stands. It follows him from row to row. */
export function askCustomer(app: App): void {
  const { frame, server, texts } = app;
  void frame.work(
    texts.reading,
    () => server.card(),
    (view) => showCustomer(app, view),
  );
}

/** What was done by hand a moment ago, and the way back. */
interface Done {
  readonly said: string;
  readonly undo: string;
}

function showCustomer(app: App, first: CardView): void {
  const { frame, server, texts } = app;
  const words = texts.customer;
  const region = element("section");
  const news = element("p", { class: "logged" });
  // Said aloud when another customer's card appears or his class becomes another, and at no other time.
  const aloud = element("p", { class: "unseen", role: "status" });
  let view = first;
  // What was read while a form was open is not shown; the card is read anew when the form is gone.
  let late = false;
  const typing = (): boolean => region.querySelector(".later") !== null;

  const say = (now: Done | undefined): void =>
    fill(news, now ? [element("span", {}, now.said), " ", button(texts.today.undo, () => takeBack(now), "link")] : []);
  const draw = (now: CardView): void => {
    const within = region.contains(document.activeElement);
    const other = subject(now) !== subject(view);
    const summary = summed(now);
    if (other || summary !== summed(view)) aloud.textContent = summary;
    view = now;
    late = false;
    fill(
      region,
      now.kind === "customer" ? body(app, now, change) : [element("p", { class: "lead", tabindex: -1 }, reason(now))],
    );
    if (other) say(undefined);
    if (within) region.querySelector<HTMLElement>("[tabindex]")?.focus();
  };
  const reason = (now: CardView & { readonly kind: "none" }): string =>
    now.why === "elsewhere" ? words.elsewhere(now.sheet) : words.noCustomer(now.sheet);
  const summed = (now: CardView): string =>
    now.kind === "customer"
      ? `${now.company}. ${texts.byHand.classOf(now.tier.label, now.tier.classLabel)}`
      : reason(now);
  /** Shows an answer, but never over a form: what is typed there is meant for the customer who is shown. */
  const offer = (now: CardView): void => {
    late = typing();
    if (!late) draw(now);
  };

  /** An answer to Refresh, which never stays without a word. */
  const renew = (now: CardView): void => {
    offer(now);
    if (!late || view.kind === "none") return;
    frame.say(words.formStays(view.company, JSON.stringify(now) === JSON.stringify(view) ? "" : summed(now)));
  };

  /** A change by hand: the card as it is then, with the way back. */
  const change: Change = (said, call, close) => {
    named(app, show, () => {
      let undo = "";
      const both = async (): Promise<CardView> => {
        const answer = await call();
        app.home = answer.home;
        undo = answer.undo;
        return server.card();
      };
      void frame.work(texts.saving, both, (now) => {
        close();
        settle(now, { said, undo });
      });
    });
  };
  const takeBack = ({ undo }: Done): void => {
    const both = async (): Promise<CardView> => {
      app.home = await server.undoOverride(undo);
      return server.card();
    };
    void frame.work(texts.undoing, both, (now) => settle(now, undefined));
  };
  const settle = (now: CardView, next: Done | undefined): void => {
    // Asking for the name had taken another screen meanwhile.
    if (!region.isConnected) show();
    offer(now);
    say(next);
    if (document.activeElement === document.body) region.querySelector<HTMLElement>("[tabindex]")?.focus();
  };
  const show = (): void => {
    // A new one each time, so that the looking of an earlier time ends.
    const standing = element("div", {}, aloud, news, region);
    frame.show({
      title: words.title,
      body: [standing],
      actions: [
        button(texts.home.refresh, () => void frame.work(texts.reading, () => server.card(), renew)),
        button(texts.back, () => goHome(app)),
      ],
      foot: undoButton(app),
    });
    poll(standing, async () => {
      // Whoever types a reason is not carried off to another customer.
      if (typing() || region.closest("[aria-busy]")) return;
      const at = await server.selection();
      if ((at === view.at && !late) || typing()) return;
      const was = view;
      await frame.glance(
        texts.reading,
        region,
        () => server.card(),
        // What was drawn meanwhile is newer.
        (now) => {
          if (view === was) offer(now);
        },
      );
    });
  };

  draw(first);
  show();
}

const subject = (view: CardView): string => (view.kind === "customer" ? view.key : view.why);

/** `close` takes away the form that was sent. */
type Change = (said: string, call: () => Promise<OverrideAnswer>, close: () => void) => void;

/** Next steps in sight; a person does not begin with the fourth. */
const STEPS = 3;

function body(app: App, view: CustomerCard, change: Change): readonly Child[] {
  const { texts } = app;
  const words = texts.customer;
  const [first, ...others] = view.treatments.map(({ axis, what }) => texts.byHand.classOf(axis, what));
  const bullets = (lines: readonly string[]): Child =>
    lines.length > 0 && element("ul", { class: "bullets" }, ...lines.map((one) => element("li", {}, one)));
  const further = others.slice(STEPS - 1);
  const { followup } = view;
  const chip = (axis: AxisCard): HTMLElement => {
    const title = texts.byHand.classOf(axis.label, axis.classLabel);
    const body = [...because(app, axis), byHand(app, view, axis, change)];
    return fold(axis.hand ? `${title} (${words.byHand})` : title, body);
  };
  const unrated = view.axes.filter(({ rated }) => !rated);
  return [
    element("h2", { class: "company", tabindex: -1 }, element("span", {}, view.company)),
    element(
      "div",
      { class: "standing" },
      view.owner !== "" && element("span", {}, words.owner(view.owner)),
      rowButton(app, view.company, () => goTo(app, view.place, view.key)),
    ),
    element("p", {}, element("strong", {}, texts.byHand.classOf(view.tier.label, view.tier.classLabel))),
    ...because(app, view.tier),
    ...view.outlook.map((sentence) => element("p", {}, sentence)),
    byHand(app, view, view.tier, change),
    element(
      "div",
      { class: "standing" },
      dot(followup.level),
      element("strong", {}, texts.byHand.classOf(followup.label, followup.classLabel)),
      followup.over !== null && element("span", {}, texts.today.when(followup.over)),
    ),
    ...because(app, followup),
    element("h2", {}, words.next),
    element("p", {}, first === undefined ? words.nothing : element("strong", {}, first)),
    bullets(others.slice(0, STEPS - 1)),
    further.length > 0 && fold(words.further(further.length), [bullets(further)]),
    ...nextOrder(app, view.forecast),
    element("h2", {}, words.axes),
    ...view.axes.filter(({ rated }) => rated).map(chip),
    unrated.length > 0 && fold(words.unrated(unrated.length), unrated.map(chip)),
    ...(view.missing.length > 0
      ? [
          element("h2", {}, words.missing),
          element(
            "ul",
            { class: "bullets" },
            ...view.missing.map(({ axis, what, field: name, place }) => {
              const said = words.missingFact[what](axis, name, view.place.sheet);
              const there = place && words.missingAt(said, place.sheet, place.a1);
              return element("li", {}, there ? button(there, () => goTo(app, place), "link") : said);
            }),
          ),
        ]
      : []),
  ];
}

/** Why a class, with the cells of the policy that decided. */
const because = (app: App, { why, policy }: Reasoned): readonly Child[] => [
  element("p", { class: "why" }, why),
  ...policy.map((place) =>
    element(
      "p",
      { class: "why" },
      button(place.label, () => goTo(app, place), "link"),
      ` ${place.sheet}!${place.a1}`,
    ),
  ),
];

/** The buttons that take a class out of the rules' hands, and give it back. */
function byHand(app: App, { key, company, day }: CustomerCard, axis: AxisCard, change: Change): HTMLElement {
  const { server, texts } = app;
  const words = texts.customer;
  const holder = element("div");
  const { hand, label } = axis;
  const close = (): void => {
    holder.querySelector(".later")?.remove();
    open.setAttribute("aria-expanded", "false");
  };
  const open: HTMLButtonElement = button(words.set, () => {
    if (holder.querySelector(".later")) {
      close();
      return;
    }
    open.setAttribute("aria-expanded", "true");
    const options = [...axis.classes];
    const present = options.find((one) => one.label === axis.classLabel) ?? options[0]!;
    let chosen = hand?.class ?? present.value;
    const why = checkedField(words.reason, hand?.reason ?? "", { maxlength: "200" });
    const until = checkedField(words.until, hand?.until ?? "", { type: "date", min: day });
    const choice = select(options, chosen, (value) => {
      chosen = value;
    });
    holder.append(
      element(
        "div",
        { class: "later" },
        field(words.class, choice),
        why.node,
        until.node,
        button(words.save, () => {
          const reason = why.input.value.trim();
          const last = until.input.value;
          why.complain(reason === "" ? words.noReason : "");
          until.complain(last !== "" && last < day ? words.badUntil : "");
          if (reason === "") why.input.focus();
          else if (last !== "" && last < day) until.input.focus();
          else
            change(words.wasSet(label, company), () => server.setOverride(key, axis.id, chosen, reason, last), close);
        }),
        button(words.cancel, () => {
          close();
          open.focus();
        }),
      ),
    );
    choice.focus();
  });
  open.setAttribute("aria-expanded", "false");
  open.setAttribute("aria-label", words.setFor(label));
  const remove =
    hand &&
    button(words.byRules, () =>
      change(texts.byHand.removed(label, company), () => server.removeOverride(key, axis.id), close),
    );
  remove?.setAttribute("aria-label", texts.byHand.classOf(words.byRules, label));
  fill(holder, [element("div", { class: "presses" }, open, remove)]);
  return holder;
}
