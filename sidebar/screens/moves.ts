import type { ByCause, MonthView, MovementView } from "../../src/edge/views";
import { type App, goTo } from "../app";
import { type Child, element, fill } from "../element";
import { button, field, limited, list, select, table } from "../parts";
import { showHome } from "./home";
import { rowButton } from "./preview";

type Month = MovementView["months"][number];
type Cell = Month["cells"][number];

/** What moved from class to class in a month, and what moved it. */
export function askMoves(app: App, back: () => void): void {
  const { frame, server, texts } = app;
  void frame.work(
    texts.reading,
    () => server.movement(""),
    (view) => showMoves(app, view, back),
  );
}

/** The last whole month in a line, with the way to the rest. */
export function lastMonth(app: App, month: MonthView | null): Child {
  if (!month) return null;
  const words = app.texts.moves;
  return element(
    "p",
    { class: "hint" },
    words.lastMonth(app.texts.month(month.month), month.up, month.down),
    " ",
    button(words.see, () => askMoves(app, () => showHome(app, app.home!)), "link"),
  );
}

function showMoves(app: App, first: MovementView, back: () => void): void {
  const { frame, server, texts } = app;
  const words = texts.moves;
  const region = element("section");
  const sum = element("p", { class: "lead", role: "status" });
  let view = first;
  // A month that is over tells more than one that has just begun.
  let chosen = app.home?.month?.month ?? "";
  const draw = (): void => {
    const month = view.months.find((one) => one.month === chosen) ?? view.months[0];
    const count = month?.cells.reduce((all, cell) => all + cell.count, 0) ?? 0;
    sum.textContent = !month
      ? words.none
      : count === 0
        ? words.nobody
        : month.up === null || month.down === null
          ? words.count(count)
          : texts.byHand.classOf(words.count(count), words.sum(month.up, month.down));
    fill(region, [
      month && count > 0 && inMonth(app, view, month),
      month &&
        view.since?.startsWith(month.month) &&
        element("p", { class: "hint" }, words.since(texts.day(view.since))),
      view.unknown > 0 && element("p", { class: "hint" }, words.unknown(view.unknown)),
    ]);
  };
  const months = view.months.map(({ month }) => ({
    value: month,
    label: app.home?.day.startsWith(month) ? words.soFar(texts.month(month)) : texts.month(month),
  }));
  draw();
  frame.show({
    title: words.title,
    body: [
      field(
        words.axis,
        select(view.axes, view.axis, (axis) => {
          void frame.glance(
            texts.reading,
            region,
            () => server.movement(axis),
            (now) => {
              view = now;
              draw();
            },
          );
        }),
      ),
      months.length > 0 &&
        field(
          words.month,
          select(months, chosen, (month) => {
            chosen = month;
            draw();
          }),
        ),
      sum,
      region,
    ],
    actions: [button(texts.back, back)],
  });
}

/** Causes and how many moves each of them made, none that made none. */
const causes = (app: App, counts: ByCause): readonly (readonly [cause: keyof ByCause, n: number])[] =>
  (Object.keys(app.texts.moves.cause) as (keyof ByCause)[]).flatMap((cause) =>
    counts[cause] > 0 ? [[cause, counts[cause]] as const] : [],
  );

function inMonth(app: App, view: MovementView, month: Month): HTMLElement {
  const words = app.texts.moves;
  const named = element("section", { "aria-live": "polite" });
  const taking = (side: "from" | "to") =>
    view.classes.filter(({ value }) => month.cells.some((cell) => cell[side] === value));
  const columns = taking("to");
  let open: HTMLButtonElement | null = null;
  const number = (cell: Cell, from: string, to: string): HTMLButtonElement => {
    const said = words.cell(from, to, cell.count);
    const made = button(app.texts.number(cell.count), () => {
      open?.setAttribute("aria-expanded", "false");
      open = open === made ? null : made;
      open?.setAttribute("aria-expanded", "true");
      fill(named, open ? customers(app, said, cell) : []);
    });
    made.setAttribute("aria-label", said);
    made.setAttribute("aria-expanded", "false");
    return made;
  };
  const matrix = table(
    view.axes.find(({ value }) => value === view.axis)?.label ?? "",
    [words.corner, ...columns.map(({ label }) => element("span", { class: label.length > 2 && "upright" }, label))],
    taking("from").map((from) => [
      from.label,
      ...columns.map((to) => {
        const cell = month.cells.find((one) => one.from === from.value && one.to === to.value);
        return cell && number(cell, from.label, to.label);
      }),
    ]),
    "matrix",
  );
  return element(
    "div",
    {},
    element("h2", {}, words.why),
    element(
      "ul",
      { class: "bullets" },
      ...causes(app, month.byCause).map(([cause, n]) => element("li", {}, words.of(words.cause[cause], n))),
    ),
    element("div", { class: "wide" }, matrix),
    element("p", { class: "hint" }, words.lead),
    named,
  );
}

const customers = (app: App, title: string, { customers, count }: Cell): readonly Child[] => [
  element("h2", {}, title),
  customers.length < count && limited(app, customers.length, count),
  list(
    app,
    customers,
    ({ key, company, cause, rows, place }) => {
      const { moves, byHand } = app.texts;
      const why = moves.cause[cause];
      return [
        element("div", { class: "company" }, company),
        element(
          "div",
          { class: "standing" },
          element("span", { class: "hint" }, rows.length === 0 ? why : byHand.classOf(why, rows.join(" \u00b7 "))),
          place && rowButton(app, company, () => goTo(app, place, key)),
        ),
      ];
    },
    "cards",
  ),
];
