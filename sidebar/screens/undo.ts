import type { UndoView } from "../../src/edge/views";
import { type App, goTo } from "../app";
import { type Child, element } from "../element";
import { button, list } from "../parts";
import { showHome } from "./home";
import { named } from "./who";

/** "Undo last: …", in sight on every screen while there is something to undo. */
export function undoButton(app: App): Child {
  const { frame, server, texts } = app;
  if (!app.home?.undo) return null;
  const back = (): void => {
    if (app.home) showHome(app, app.home);
  };
  return button(app.home.undo, () =>
    named(app, back, () => {
      void frame.work(
        texts.undoing,
        () => server.undo(),
        (view) => showHome(app, view.home, report(app, view)),
      );
    }),
  );
}

/** What was given back, and what was left because somebody changed it since or its row is gone. */
export function report(app: App, view: UndoView): HTMLElement {
  return element(
    "section",
    { class: "report" },
    element("p", {}, view.message),
    view.left.length > 0 && element("h2", {}, app.texts.home.left),
    view.left.length > 0 &&
      list(app, view.left, ({ text, place }) => [place ? button(text, () => goTo(app, place), "link") : text]),
  );
}
