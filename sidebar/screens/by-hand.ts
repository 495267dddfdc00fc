import type { HomeView, OverrideView } from "../../src/edge/views";
import { type App, goTo } from "../app";
import { type Child, element } from "../element";
import { button, customerButton, fold, limited, list } from "../parts";
import { showHome } from "./home";
import { rowButton } from "./preview";
import { named } from "./who";

/** The classes that were set by hand, what has run out first: each can be given back to the rules. */
export function byHand(app: App, { day, overrides }: HomeView): Child {
  if (overrides.total === 0) return null;
  const { texts } = app;
  const words = texts.byHand;
  const dayOf = (iso: string): string => (iso === day ? words.today : texts.day(iso));
  const stands = ({ state, until }: OverrideView): string =>
    state === "lost"
      ? words.lost
      : until === ""
        ? words.noEnd
        : (state === "expired" ? words.ranOut : words.until)(dayOf(until));
  const line = (one: OverrideView): readonly Child[] => [
    element("div", { class: "company" }, one.company),
    element("p", {}, element("strong", {}, words.classOf(one.axisLabel, one.classLabel)), ` · ${stands(one)}`),
    element("p", { class: "why" }, words.reason(one.reason, one.by, dayOf(one.day))),
    element(
      "div",
      { class: "standing" },
      customerButton(app, words.remove, `${one.company}, ${one.axisLabel}`, () => remove(app, one)),
      one.state !== "lost" && rowButton(app, one.company, () => goTo(app, one.place, one.key)),
    ),
  ];
  return fold(words.title(overrides.total), [
    overrides.list.length < overrides.total && limited(app, overrides.list.length, overrides.total),
    list(app, overrides.list, line, "cards"),
  ]);
}

function remove(app: App, one: OverrideView): void {
  const { frame, server, texts } = app;
  const words = texts.byHand;
  const back = (): void => showHome(app, app.home!);
  named(app, back, () => {
    void frame.work(
      texts.saving,
      () => server.removeOverride(one.key, one.axis),
      ({ home, undo }) => {
        const takeBack = (): void => {
          void frame.work(
            texts.undoing,
            () => server.undoOverride(undo),
            (view) => showHome(app, view),
          );
        };
        showHome(app, home, done(app, words.removed(one.axisLabel, one.company), takeBack));
      },
    );
  });
}

/** What was done by hand a moment ago, and the way back. */
export const done = (app: App, said: string, takeBack: () => void): HTMLElement =>
  element(
    "p",
    { class: "logged", role: "status" },
    element("span", {}, said),
    " ",
    button(app.texts.today.undo, takeBack, "link"),
  );
