import type { FaultyRow, KeptView, Place, PreviewView, SetupDraft } from "../../src/edge/views";
import { type App, goTo } from "../app";
import { type Child, element } from "../element";
import { button, customerButton, findings, fold, levelCounts, limited, list, notices, tierCounts } from "../parts";
import { write } from "../run";
import { done } from "./by-hand";
import { goHome } from "./home";
import { askLimits } from "./limits";
import { SETUP_STEPS } from "./start";
import { undoButton } from "./undo";
import { named } from "./who";

/** Screen 4: what would be written. `draft` is the set-up under way, null for a reclassify by the saved one. */
export function askPreview(app: App, draft: SetupDraft | null): void {
  const { frame, server, texts } = app;
  void frame.work(
    texts.preparing,
    () => server.preview(draft),
    (view) => showPreview(app, view, draft),
  );
}

/**
 * @param changed it stands in the place of the preview that the person had agreed to
 * @param kept how many grades of the team's own were kept a moment ago, and the way back
 */
export function showPreview(
  app: App,
  view: PreviewView,
  draft: SetupDraft | null,
  changed = false,
  kept?: Pick<KeptView, "kept" | "left" | "undo">,
): void {
  const { frame, texts } = app;
  const words = texts.preview;
  const { rebased } = view;
  const idle = view.cells === 0 && view.policy.rows === 0 && draft === null;
  const home = (): void => goHome(app);
  const takeBack = (): void => {
    void frame.work(
      texts.undoing,
      () => app.server.undoGrades(kept!.undo, draft),
      (now) => showPreview(app, now, draft),
    );
  };
  const back = (): void => (draft ? askLimits(app, draft) : home());

  frame.show({
    title: words.title,
    step: draft ? texts.step(4, SETUP_STEPS) : undefined,
    body: [
      changed && notices([words.changed], "problem"),
      kept && done(app, words.kept(kept.kept, kept.left), takeBack),
      notices(rebased ? [...view.notices, texts.rebase.notice(rebased.from, rebased.to)] : view.notices),
      faultyRows(app, view.faulty, () => askPreview(app, draft)),
      element("p", { class: "lead" }, words.of(view.customers, texts.day(view.day))),
      (idle || view.cells > 0 || draft) &&
        element("p", {}, view.cells === 0 ? words.nothing : words.writes(view.cells, view.columnsToAdd)),
      ...policyChanges(app, view, draft),
      ...changes(app, view),
      element("h2", {}, words.tiers),
      tierCounts(app, view.tiers),
      element("h2", {}, words.levels),
      levelCounts(app, view.levels),
      findings(app, words.unread(view.unread.total), view.unread),
      findings(app, words.noted(view.noted.total), view.noted),
      differs(app, view, draft, kept !== undefined),
    ],
    actions: idle
      ? [button(words.home, home, "blue")]
      : [button(words.go, () => write(app, view, draft), "blue"), button(texts.back, back)],
    foot: undoButton(app),
  });
}

/** The ways out of what the sentences above say of the policy: to its cells, and back to their defaults. */
export function faultyRows(app: App, rows: readonly FaultyRow[], again: () => void): Child {
  return (
    rows.length > 0 &&
    list(app, rows, (row) => [element("div", {}, row.label), ...policyButtons(app, row, row, again)], "cards")
  );
}

/** `again` shows the screen anew after the default was put back; null: that is not offered. */
function policyButtons(
  app: App,
  { key, label }: { readonly key: string; readonly label: string },
  place: Place | null,
  again: (() => void) | null,
): readonly Child[] {
  const { frame, server, texts } = app;
  const reset = (): void => void frame.work(texts.saving, () => server.resetPolicy(key), again!);
  return [
    place && rowButton(app, label, () => goTo(app, place), texts.preview.goToCell(place.a1)),
    place && again && customerButton(app, texts.preview.reset, label, reset, "link"),
  ];
}

/** What is another in the policy than at the last run, before anything is graded by it. */
function policyChanges(app: App, { policy, first }: PreviewView, draft: SetupDraft | null): readonly Child[] {
  const words = app.texts.preview;
  return [
    policy.rows > 0 && notices([words.policyRows(policy.rows)]),
    !first &&
      policy.total > 0 &&
      fold(
        words.policyChanges(policy.total),
        [
          list(
            app,
            policy.list,
            (one) => [
              element("div", {}, one.label),
              element(
                "strong",
                { "aria-label": words.fromToSpoken(one.from || words.none, one.to || words.none), role: "img" },
                words.fromTo(one.from || words.none, one.to || words.none),
              ),
              // A set-up says itself what its limits are.
              ...policyButtons(app, one, one.place, one.own && !draft ? () => askPreview(app, null) : null),
            ],
            "cards",
          ),
          policy.more > 0 && element("p", { class: "hint" }, words.policyMore(policy.more)),
        ],
        true,
      ),
  ];
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

/** Where the team's own grade says something else. `open`: some were kept a moment ago. */
function differs(app: App, view: PreviewView, draft: SetupDraft | null, open: boolean): Child {
  const { differs } = view;
  if (differs.total === 0) return null;
  const { frame, server, texts } = app;
  const words = texts.preview;
  const keep = (keys: readonly string[] | null): void =>
    named(
      app,
      () => showPreview(app, view, draft),
      () => {
        void frame.work(
          texts.saving,
          () => server.keepGrades(keys, draft),
          ({ preview, ...kept }) => showPreview(app, preview, draft, false, kept),
        );
      },
    );
  return fold(
    words.differs(differs.total, differs.column),
    [
      differs.list.length < differs.total && limited(app, differs.list.length, differs.total),
      differs.keep > 0 && button(words.keepAll(differs.keep), () => keep(null)),
      differs.unrated > 0 && element("p", { class: "hint" }, words.keepUnrated(differs.unrated)),
      list(
        app,
        differs.list,
        (one) => [
          element(
            "div",
            { class: "company" },
            element("span", {}, one.company),
            element("strong", {}, words.yoursOurs(one.yours, one.ours)),
          ),
          element("p", { class: "why" }, one.why),
          one.clash.length > 0 && element("p", {}, words.clash(one.clash)),
          element(
            "div",
            { class: "standing" },
            one.clash.length === 0 && customerButton(app, words.keep, one.company, () => keep([one.key])),
            rowButton(app, one.company, () => goTo(app, one.place, one.key)),
          ),
        ],
        "cards",
      ),
    ],
    open,
  );
}

export const rowButton = (
  app: App,
  company: string,
  press: () => void,
  label = app.texts.home.goTo,
): HTMLButtonElement => customerButton(app, label, company, press, "link");
