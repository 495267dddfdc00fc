import type { BacktestView } from "../../src/edge/views";
import { type App, goTo } from "../app";
import { type Child, element } from "../element";
import { button, table } from "../parts";

/** Today's policy at the month ends of two years: told first, then run at a press. */
export function askBacktest(app: App, back: () => void): void {
  const { frame, server, texts } = app;
  const words = texts.backtest;
  const run = (look: "blue" | "plain"): HTMLElement =>
    button(
      words.go,
      () => {
        void frame.work(words.running, () => server.backtest(), show);
      },
      look,
    );
  const show = (view: BacktestView): void =>
    frame.show({
      title: words.title,
      body: outcome(app, view),
      actions: [
        button(words.tab(view.place.sheet), () => goTo(app, view.place), "blue"),
        run("plain"),
        button(texts.back, back),
      ],
    });
  frame.show({
    title: words.title,
    body: [element("p", {}, words.lead), element("p", { class: "hint" }, words.writes)],
    actions: [run("blue"), button(texts.back, back)],
  });
}

function outcome(app: App, view: BacktestView): readonly Child[] {
  const { texts } = app;
  const words = texts.backtest;
  const { months, wanted, ledgerFrom, judged } = view;
  return [
    element(
      "p",
      { class: "lead" },
      months === 0 ? words.none : words.done(months, texts.day(view.from), texts.day(view.to)),
    ),
    months < wanted && ledgerFrom !== "" && element("p", { class: "hint" }, words.fewer(wanted, texts.day(ledgerFrom))),
    months > 0 && judged === 0 && element("p", {}, words.notJudged),
    judged > 0 &&
      table(
        words.bought,
        [words.tier, words.customers, words.mean],
        view.tiers.map(({ label, customers, mean }) => [label, texts.number(customers), mean || "–"]),
      ),
    judged > 0 && element("p", { class: "hint" }, words.judged(judged)),
    judged > 0 && view.missing && element("p", {}, words.missing),
  ];
}
