import type { UndoView } from "../../src/edge/views";
import { type App, goTo } from "../app";
import { type Child, element } from "../element";
import { button, list } from "../parts";
import { showHome } from "./home";
import { named } from "./who";

/** "Undo last run: …", in sight on every screen while there is something to undo. */
export function undoButton(app: App): Child {
  const { frame, server, texts } = app;
  const last = app.home?.undo;
  if (!last) return null;
  const back = (): void => {
    if (app.home) showHome(app, app.home);
  };
  return button(texts.undo.last(last.at, last.cells, last.who), () =>
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
  const words = app.texts.undo;
  const { outcome, restored, left } = view;
  const line = ({ why, customer, place }: UndoView["left"]["list"][number]): readonly Child[] => {
    const text = words.why[why](customer);
    return [place ? button(text, () => goTo(app, place), "link") : text];
  };
  return element(
    "section",
    { class: "report" },
    element(
      "p",
      {},
      outcome === "undone"
        ? words.undone(restored, left.total)
        : outcome === "stopped"
          ? words.stopped(restored)
          : words[outcome],
    ),
    left.list.length > 0 && element("h2", {}, words.left),
    left.list.length > 0 && list(app, left.list, line),
  );
}
