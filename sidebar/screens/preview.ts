import type { PreviewView, SetupDraft } from "../../src/edge/views";
import { type App, goTo } from "../app";
import { type Child, element } from "../element";
import { button, customerButton, findings, fold, levelCounts, limited, list, notices, tierCounts } from "../parts";
import { write } from "../run";
import { askHome, showHome } from "./home";
import { askLimits } from "./limits";
import { SETUP_STEPS } from "./start";
import { undoButton } from "./undo";

/** Screen 4: what would be written. `draft` is the set-up under way, null for a reclassify by the saved one. */
export function askPreview(app: App, draft: SetupDraft | null): void {
  const { frame, server, texts } = app;
  void frame.work(
    texts.preparing,
    () => server.preview(draft),
    (view) => showPreview(app, view, draft),
  );
}

/** `changed`: it stands in the place of the preview that the person had agreed to. */
export function showPreview(app: App, view: PreviewView, draft: SetupDraft | null, changed = false): void {
  const { frame, texts } = app;
  const words = texts.preview;
  const { rebased } = view;
  const idle = view.cells === 0 && draft === null;
  const home = (): void => (app.home ? showHome(app, app.home) : askHome(app));
  const back = (): void => (draft ? askLimits(app, draft) : home());

  frame.show({
    title: words.title,
    step: draft ? texts.step(4, SETUP_STEPS) : undefined,
    body: [
      changed && notices([words.changed], "problem"),
      notices(rebased ? [...view.notices, texts.rebase.notice(rebased.from, rebased.to)] : view.notices),
      element("p", { class: "lead" }, words.of(view.customers, texts.day(view.day))),
      element("p", {}, view.cells === 0 ? words.nothing : words.writes(view.cells, view.columnsToAdd)),
      ...changes(app, view),
      element("h2", {}, words.tiers),
      tierCounts(app, view.tiers),
      element("h2", {}, words.levels),
      levelCounts(app, view.levels),
      findings(app, words.unread(view.unread.total), view.unread),
      findings(app, words.noted(view.noted.total), view.noted),
      differs(app, view),
    ],
    actions: idle
      ? [button(words.home, home, "blue")]
      : [button(words.go, () => write(app, view, draft), "blue"), button(texts.back, back)],
    foot: undoButton(app),
  });
}

/** Nothing at the first grading: every customer would stand there. */
function changes(app: App, { changes, first }: PreviewView): readonly Child[] {
  const words = app.texts.preview;
  if (first && changes.total === 0) return [];
  return [
    fold(
      words.changes(changes.total, changes.up, changes.down),
      changes.total === 0
        ? []
        : [
            changes.list.length < changes.total && limited(app, changes.list.length, changes.total),
            list(
              app,
              changes.list,
              (change) => [
                element(
                  "div",
                  { class: "company" },
                  element("span", {}, change.company),
                  element(
                    "strong",
                    { "aria-label": words.fromToSpoken(change.from, change.to), role: "img" },
                    words.fromTo(change.from, change.to),
                  ),
                ),
                element("p", { class: "why" }, change.why),
                rowButton(app, change.company, () => goTo(app, change.place)),
              ],
              "cards",
            ),
          ],
      changes.total <= 10,
    ),
  ];
}

function differs(app: App, { differs }: PreviewView): Child {
  if (differs.total === 0) return null;
  const words = app.texts.preview;
  return fold(words.differs(differs.total, differs.column), [
    differs.list.length < differs.total && limited(app, differs.list.length, differs.total),
    list(
      app,
      differs.list,
      (one) => [
        element("div", { class: "company" }, one.company),
        element(
          "div",
          { class: "standing" },
          element("span", {}, words.yoursOurs(one.yours, one.ours)),
          rowButton(app, one.company, () => goTo(app, one.place)),
        ),
      ],
      "cards",
    ),
  ]);
}

export const rowButton = (app: App, company: string, press: () => void): HTMLButtonElement =>
  customerButton(app.texts.home.goTo, company, press, "link");
