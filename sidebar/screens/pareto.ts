import type { ParetoView } from "../../src/edge/views";
import { type App, goTo } from "../app";
import { type Child, element } from "../element";
import { button, fold, limited, list, notices, table } from "../parts";
import { rowButton } from "./preview";

/** How much of the year hangs on whom. */
export function askPareto(app: App, back: () => void): void {
  const { frame, server, texts } = app;
  void frame.work(
    texts.reading,
    () => server.pareto(),
    (view) =>
      frame.show({
        title: texts.pareto.title,
        body: view.customers === 0 ? [element("p", {}, texts.pareto.nobody), negative(app, view)] : body(app, view),
        actions: [button(texts.back, back)],
      }),
  );
}

function body(app: App, view: ParetoView): readonly Child[] {
  const { texts } = app;
  const words = texts.pareto;
  const [first] = view.list;
  /** Hundredths of a percent, to a tenth of a percent. */
  const percent = (share: number): string => texts.percent(Math.round(share / 10) / 10);
  const atLeast = (amount: string, is: boolean): string => (is ? words.atLeast(amount) : amount);
  return [
    element("p", { class: "lead" }, words.total(atLeast(view.total, view.atLeast), view.customers)),
    notices(view.missing > 0 ? [words.missing(view.missing)] : []),
    first && element("p", {}, words.without(first.company, percent(view.first))),
    view.customers > 3 && element("p", {}, words.withoutThree(percent(view.three))),
    table(
      "",
      [words.group, words.customers, words.amount, words.share],
      view.groups.map(({ id, customers, amount, share }) => [id, texts.number(customers), amount, percent(share)]),
    ),
    element("p", { class: "hint" }, words.rule(texts.percent(view.a), texts.percent(view.b))),
    table(
      words.largest,
      [words.customer, words.share, words.together],
      [
        ...view.list.map((one) => {
          const go = button(one.company, () => goTo(app, one.place, one.key), "link");
          go.setAttribute("aria-label", texts.byHand.classOf(texts.home.goTo, one.company));
          const amount = `${words.groups(one.group)} \u00b7 ${atLeast(one.amount, one.atLeast)}`;
          return [named(go, amount), percent(one.share), percent(one.cumulative)];
        }),
        ...(view.rest.customers > 0
          ? [[named(words.rest(view.rest.customers), view.rest.amount), percent(view.rest.share), percent(10_000)]]
          : []),
      ],
    ),
    negative(app, view),
  ];
}

const named = (who: Child, amount: string): HTMLElement =>
  element("div", {}, element("div", {}, who), element("div", { class: "hint" }, amount));

/** Who has no share: his refunds were more than his orders. */
function negative(app: App, { negative: { total, list: some } }: ParetoView): Child {
  if (total === 0) return null;
  return fold(app.texts.pareto.negative(total), [
    some.length < total && limited(app, some.length, total),
    list(
      app,
      some,
      (one) => [
        element("div", { class: "company" }, element("span", {}, one.company), element("strong", {}, one.amount)),
        rowButton(app, one.company, () => goTo(app, one.place, one.key)),
      ],
      "cards",
    ),
  ]);
}
