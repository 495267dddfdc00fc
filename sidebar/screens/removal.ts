import type { RemovalLine, RemovalView } from "../../src/edge/views";
import type { App } from "../app";
import { element } from "../element";
import { button, list } from "../parts";
import { showHome } from "./home";
import { askStart } from "./start";

/** Remove Tierbook: what would go is shown first, and only then can it be confirmed. */
export function askRemoval(app: App): void {
  const { frame, server, texts } = app;
  void frame.work(
    texts.removal.planning,
    () => server.removalPlan(),
    (plan) => showPlan(app, plan),
  );
}

function showPlan(app: App, plan: RemovalView): void {
  const { frame, server, texts } = app;
  const words = texts.removal;
  const empty = plan.lines.length === 0;
  const back = (): void => (app.home ? showHome(app, app.home) : askStart(app, null));
  frame.show({
    title: words.title,
    body: [element("p", {}, empty ? words.nothing : words.lead), lines(app, plan), element("p", {}, words.stays)],
    actions: [
      !empty &&
        button(
          words.go,
          () => {
            void frame.work(
              words.removing,
              () => server.remove(),
              (done) => showRemoved(app, done),
            );
          },
          "red",
        ),
      button(empty ? texts.back : words.keep, back),
    ],
  });
}

const lines = (app: App, view: RemovalView): HTMLElement =>
  list(app, view.lines, (line) => [sentenceOf(line, app)], "bullets");

function sentenceOf(line: RemovalLine, { texts }: App): string {
  const words = texts.removal;
  switch (line.goes) {
    case "columns":
      return words.columns(line.sheet, line.headers);
    case "rules":
      return words.rules(line.sheet);
    case "tab":
    case "name":
      return words[line.goes](line.name);
    case "schedule":
      return words.schedule(line.owner);
    case "settings":
      return words.settings;
  }
}

function showRemoved(app: App, done: RemovalView): void {
  const { frame, texts } = app;
  const words = texts.removal;
  app.home = null;
  frame.show({
    title: words.doneTitle,
    body: [done.lines.length > 0 && element("p", {}, words.doneLead), lines(app, done), element("p", {}, words.stays)],
    actions: [button(words.again, () => askStart(app, null), "blue")],
  });
}
