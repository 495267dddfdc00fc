import type { CustomerCard, ForecastLine, ForecastLines, ForecastView } from "../../src/edge/views";
import { type App, goTo } from "../app";
import { type Child, element, fill } from "../element";
import { chooseOwner, chosenOwner, offerOwners } from "../owners";
import { button, field, fold, limited, list, select } from "../parts";
import { rowButton } from "./preview";

/** Who will order next, who is slipping away, and how that is known: of the owner who was chosen, or of all. */
export function askForecast(app: App, back: () => void): void {
  const { frame, server, texts } = app;
  const home = app.home!;
  const ask = () => server.forecast(chosenOwner(app, home)?.owner ?? null);
  const region = element("section");
  const chooser = select([], "", (value) => {
    chooseOwner(app, home, value);
    void frame.glance(texts.counting, region, ask, (view) => fill(region, body(app, view)));
  });
  offerOwners(app, home, chooser, (name) => name);
  void frame.work(texts.counting, ask, (view) => {
    fill(region, body(app, view));
    frame.show({
      title: texts.forecast.title,
      body: [home.owners.some(({ owner }) => owner !== "") && field(texts.today.owner, chooser), region],
      actions: [button(texts.back, back)],
    });
  });
}

function body(app: App, view: ForecastView): readonly Child[] {
  const { texts } = app;
  const words = texts.forecast;
  const { model, fellBack, tested, horizon, next, slipping } = view;
  if (view.orders === 0) return [element("p", {}, words.noOrders)];
  const way = element("p", { class: "why" }, words.way[model]);
  const likely = ({ chance, purchases }: ForecastLine): readonly string[] => [
    // Where no chance is told of anybody that is said above.
    ...(chance !== null ? [words.chance(horizon, chanceOf(app, chance))] : model !== "none" ? [words.noChance] : []),
    words.ordered(purchases),
  ];
  const lines = ({ list: some, total }: ForecastLines): readonly Child[] => [
    some.length < total && limited(app, some.length, total),
    list(
      app,
      some,
      (one) => [
        element("div", { class: "company" }, one.name),
        one.overdue ? one.risk !== "" && element("p", {}, element("strong", {}, words.risk(one.risk))) : when(app, one),
        one.year !== "" && element("p", { class: "hint" }, words.year(one.year)),
        element("p", { class: "hint" }, likely(one).join(" \u00b7 ")),
        rowButton(app, one.name, () => goTo(app, one.place, one.key)),
      ],
      "cards",
    ),
  ];
  return [
    ...(fellBack === "" ? [way] : [element("p", { class: "why" }, words.fellBack[fellBack]), way]),
    element("h2", {}, words.next(next.total)),
    ...(next.total === 0
      ? [element("p", {}, words.nobodyNext(horizon))]
      : [element("p", { class: "hint" }, words.nextLead), ...lines(next)]),
    element("h2", {}, words.slipping(slipping.total)),
    ...(slipping.total === 0
      ? [element("p", {}, words.nobodySlipping)]
      : [
          element("p", { class: "hint" }, words.slippingLead),
          slipping.list.some(({ risk }) => risk !== "") && element("p", { class: "hint" }, words.riskLead),
          ...lines(slipping),
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
