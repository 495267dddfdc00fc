import type { CustomerCard, ForecastLine, ForecastView } from "../../src/edge/views";
import { type App, goTo } from "../app";
import { type Child, element } from "../element";
import { button, fold, list } from "../parts";
import { rowButton } from "./preview";

/** Who will order next, who is slipping away, and how that is known. */
export function askForecast(app: App, back: () => void): void {
  const { frame, server, texts } = app;
  void frame.work(
    texts.counting,
    () => server.forecast(),
    (view) =>
      frame.show({
        title: texts.forecast.title,
        body: view.orders === 0 ? [element("p", {}, texts.forecast.noOrders)] : body(app, view),
        actions: [button(texts.back, back)],
      }),
  );
}

function body(app: App, view: ForecastView): readonly Child[] {
  const { texts } = app;
  const words = texts.forecast;
  const { model, fellBack, tested, horizon, more } = view;
  const way = element("p", { class: "why" }, words.way[model]);
  const likely = ({ chance, purchases }: ForecastLine): readonly string[] => [
    // Where no chance is told of anybody that is said above.
    ...(chance !== null ? [words.chance(horizon, chanceOf(app, chance))] : model !== "none" ? [words.noChance] : []),
    words.ordered(purchases),
  ];
  const lines = (some: readonly ForecastLine[], left: number): readonly Child[] => [
    list(
      app,
      some,
      (one) => [
        element("div", { class: "company" }, one.name),
        one.overdue ? one.risk !== "" && element("p", {}, element("strong", {}, words.risk(one.risk))) : when(app, one),
        element("p", { class: "hint" }, likely(one).join(" \u00b7 ")),
        rowButton(app, one.name, () => goTo(app, one.place, one.key)),
      ],
      "cards",
    ),
    left > 0 && element("p", { class: "hint" }, words.more(left)),
  ];
  return [
    ...(fellBack === "" ? [way] : [element("p", { class: "why" }, words.fellBack[fellBack]), way]),
    element("h2", {}, words.next),
    ...(view.next.length === 0
      ? [element("p", {}, words.nobodyNext(horizon))]
      : [element("p", { class: "hint" }, words.nextLead), ...lines(view.next, more.next)]),
    element("h2", {}, words.slipping),
    ...(view.slipping.length === 0
      ? [element("p", {}, words.nobodySlipping)]
      : [
          element("p", { class: "hint" }, words.slippingLead),
          view.slipping.some(({ risk }) => risk !== "") && element("p", { class: "hint" }, words.riskLead),
          ...lines(view.slipping, more.slipping),
        ]),
    fold(words.how, [
      tested &&
        element(
          "p",
          {},
          words.tested(tested.days, tested.customers, inHundred(tested.auc), inHundred(tested.baseline)),
        ),
      element("p", {}, words.orders(view.orders)),
    ]),
  ];
}

const inHundred = (share: number): number => Math.round(share * 100);

/** A chance is never shown as none or as certain. */
function chanceOf({ texts }: App, chance: number): string {
  if (chance < 0.01) return `<${texts.percent(1)}`;
  return chance > 0.99 ? `>${texts.percent(99)}` : texts.percent(inHundred(chance));
}

/** The days on which his next order is expected, or that he has been silent for too long. */
const when = ({ texts }: App, { overdue, from, to }: ForecastLine): HTMLElement => {
  const words = texts.forecast;
  const days = from === "" ? words.noWindow : words.window(texts.day(from), texts.day(to));
  return element("p", {}, element("strong", {}, overdue ? words.overdue : days));
};

/** The next order on the card of a customer. */
export function nextOrder(app: App, forecast: CustomerCard["forecast"]): readonly Child[] {
  if (!forecast) return [];
  const words = app.texts.forecast;
  const { chance, expected, horizon, why } = forecast;
  return [
    element("h2", {}, words.one),
    when(app, forecast),
    chance !== null && element("p", { class: "hint" }, words.chance(horizon, chanceOf(app, chance))),
    expected !== null && element("p", { class: "hint" }, words.expected(horizon, Math.round(expected * 10) / 10)),
    element("p", { class: "why" }, why),
  ];
}
