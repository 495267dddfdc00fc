import type { PastView, Standing, StoodElsewhere } from "../../src/edge/views";
import { type App, goTo } from "../app";
import { type Child, element, fill } from "../element";
import { button, checkedField, dot, limited, list, table } from "../parts";
import { rowButton } from "./preview";

/** How everybody stood on a day of the past. */
export function askPast(app: App, back: () => void): void {
  const { frame, server, texts } = app;
  const words = texts.past;
  const today = app.home!.day;
  const sum = element("p", { class: "lead", role: "status" });
  const region = element("section");
  const day = checkedField(words.day, monthBegin(today), { type: "date", max: today });
  const go = (): void => {
    const chosen = day.input.value;
    const bad = chosen === "" || chosen >= today;
    day.complain(bad ? words.badDay : "");
    if (bad) day.input.focus();
    else {
      void frame.work(
        texts.counting,
        () => server.past(chosen),
        (view) => {
          sum.textContent = view.moved.total > 0 ? words.moved(view.moved.total) : words.nobody;
          fill(region, onDay(app, view));
        },
      );
    }
  };
  frame.show({
    title: words.title,
    body: [element("p", { class: "hint" }, words.lead), day.node, sum, region],
    actions: [button(words.go, go, "blue"), button(texts.back, back)],
  });
}

/** The first of the month; on that day itself of the month before. */
function monthBegin(today: string): string {
  const begin = (day: string): string => `${day.slice(0, 8)}01`;
  return begin(today) < today ? begin(today) : begin(new Date(Date.parse(today) - 86_400_000).toISOString());
}

function onDay(app: App, { day, tiers, levels, moved }: PastView): readonly Child[] {
  const { texts } = app;
  const words = texts.past;
  const counts = (title: string, standings: readonly Standing[], mark: (id: string) => Child): HTMLElement =>
    table(
      "",
      [title, texts.day(day), words.now],
      standings.map(({ id, label, was, now }) => [
        element("span", { class: "marked" }, mark(id), label),
        texts.number(was),
        texts.number(now),
      ]),
    );
  const move = (axis: string, one: StoodElsewhere | null): readonly Child[] => {
    if (!one) return [];
    const { fromTo, fromToSpoken } = texts.preview;
    return [
      element(
        "p",
        { role: "img", "aria-label": texts.byHand.classOf(axis, fromToSpoken(one.was, one.now)) },
        element("strong", {}, texts.byHand.classOf(axis, fromTo(one.was, one.now))),
      ),
      element(
        "div",
        { class: "beside" },
        element("p", { class: "why" }, texts.byHand.classOf(words.before, one.whyThen)),
        element("p", { class: "why" }, texts.byHand.classOf(words.now, one.whyNow)),
      ),
    ];
  };
  return [
    counts(words.tiers, tiers, () => null),
    counts(words.levels, levels, dot),
    ...(moved.total === 0
      ? []
      : [
          element("h2", {}, words.company),
          element("p", { class: "hint" }, words.compared),
          moved.list.length < moved.total && limited(app, moved.list.length, moved.total),
          list(
            app,
            moved.list,
            (one) => [
              element("div", { class: "company" }, one.company),
              ...move(words.tiers, one.tier),
              ...move(words.levels, one.level),
              rowButton(app, one.company, () => goTo(app, one.place, one.key)),
            ],
            "cards",
          ),
        ]),
  ];
}
