import type { HomeView, RebaseQuestion } from "../../src/edge/views";
import type { App } from "../app";
import { type Child, element, fill } from "../element";
import { button, findings, fold, levelCounts, notices, questionField, tierCounts } from "../parts";
import { wordedRebase } from "../questions";
import { byHand } from "./by-hand";
import { askCustomer } from "./customer";
import { showLook } from "./look";
import { lastMonth } from "./moves";
import { askPresets } from "./presets";
import { askPreview, faultyRows } from "./preview";
import { askRemoval } from "./removal";
import { schedule } from "./schedule";
import { askStart } from "./start";
import { today } from "./today";
import { undoButton } from "./undo";

export function askHome(app: App): void {
  const { frame, server, texts } = app;
  void frame.work(
    texts.reading,
    () => server.home(),
    (view) => showHome(app, view),
  );
}

/** Back to the home as it was last seen. */
export function goHome(app: App): void {
  if (app.home) showHome(app, app.home);
  else askHome(app);
}

/** The home: whom to write to today, how all customers stand, and everything that can be done. `news` stands on top. */
export function showHome(app: App, view: HomeView, news: Child = null): void {
  const { frame, texts } = app;
  const words = texts.home;
  app.home = view;
  if (view.who !== "") app.who = view.who;

  const counts = element("section");
  const count = ({ levels, tiers }: HomeView): void =>
    fill(counts, [
      element("h2", { class: "quiet" }, words.levels),
      levelCounts(app, levels),
      element("h2", { class: "quiet" }, words.tiers),
      tierCounts(app, tiers),
    ]);
  const standing = element("div", {}, news);
  /** After a press or a tick the screen stays where the person is; after a press what a run wrote is no news any more. */
  const settle = (now: HomeView): void => {
    if (now.logged?.id !== app.home?.logged?.id) fill(standing, []);
    app.home = now;
    count(now);
    list.show(now);
  };
  const list = today(app, view, settle);
  const refreshed = view.schedule.lastRun?.at;
  count(view);

  frame.show({
    title: words.title,
    body: [
      standing,
      notices(view.openQuestions > 0 ? [...view.notices, words.openQuestions(view.openQuestions)] : view.notices),
      faultyRows(app, view.faulty, () => askHome(app)),
      view.question && policyQuestion(app, view.question),
      element(
        "p",
        { class: "asof" },
        words.asOf(texts.day(view.day)),
        " ",
        button(words.refresh, () => askHome(app), "link"),
      ),
      list.node,
      counts,
      lastMonth(app, view.month),
      byHand(app, view),
      findings(app, texts.preview.unread(view.unread.total), view.unread),
      findings(app, texts.preview.noted(view.noted.total), view.noted),
      axes(app, view, settle),
      schedule(app, view.schedule),
      element(
        "div",
        { class: "rest" },
        button(texts.customer.open, () => askCustomer(app), "link"),
        button(texts.look.title, () => showLook(app), "link"),
        button(texts.presets.open, () => askPresets(app), "link"),
        button(words.setUpAgain, () => askStart(app, null), "link"),
        button(words.remove, () => askRemoval(app), "link"),
      ),
    ],
    actions: [
      button(words.reclassify, () => askPreview(app, null), "blue"),
      refreshed && element("span", { class: "hint" }, words.refreshed(refreshed)),
    ],
    foot: undoButton(app),
  });
}

/** A tick an axis: whether it stands in the customer sheet as a column of ours. */
function axes(app: App, view: HomeView, answered: (view: HomeView) => void): Child {
  if (view.axes.length === 0) return null;
  const { frame, server, texts } = app;
  const boxes = view.axes.map(({ id, label, shown }) => {
    const box = element("input", { type: "checkbox", checked: shown, change: () => void tick() });
    return { id, box, node: element("label", { class: "radio" }, box, element("span", {}, label)) };
  });
  const tick = async (): Promise<void> => {
    const ids = boxes.filter(({ box }) => box.checked).map(({ id }) => id);
    await frame.work(texts.saving, () => server.showAxes(ids), answered);
    // A tick that could not be carried out goes back.
    for (const { id, box } of boxes) box.checked = app.home?.axes.find((axis) => axis.id === id)?.shown ?? false;
  };
  return fold(texts.home.axes, [
    element("p", { class: "hint" }, texts.home.axesLead),
    ...boxes.map(({ node }) => node),
  ]);
}

/** The base currency was changed in the policy sheet, and only a person knows what the limits now mean. */
function policyQuestion(app: App, question: RebaseQuestion): HTMLElement {
  const { frame, server, texts } = app;
  let answer = "";
  return element(
    "section",
    { class: "report" },
    questionField(app, wordedRebase(question, texts), answer, false, (value) => {
      answer = value;
    }),
    button(texts.home.saveAnswer, () => {
      if (answer === "") frame.complain(texts.home.notAnswered);
      else {
        void frame.work(
          texts.saving,
          () => server.answer(question.id, answer),
          (view) => showHome(app, view),
        );
      }
    }),
  );
}
