import type { CustomerRow, HomeView, RebaseQuestion } from "../../src/edge/views";
import { type App, goTo } from "../app";
import { type Child, element, fill } from "../element";
import { button, dot, field, findings, levelCounts, list, notices, questionField, select, tierCounts } from "../parts";
import { wordedRebase } from "../questions";
import { askPreview, rowButton } from "./preview";
import { askRemoval } from "./removal";
import { schedule } from "./schedule";
import { askStart } from "./start";
import { undoButton } from "./undo";

export function askHome(app: App): void {
  const { frame, server, texts } = app;
  void frame.work(
    texts.reading,
    () => server.home(),
    (view) => showHome(app, view),
  );
}

/** The home: how the customers stand, whom to write to first, and everything that can be done. `news` stands on top. */
export function showHome(app: App, view: HomeView, news: Child = null): void {
  const { frame, texts } = app;
  const words = texts.home;
  app.home = view;
  if (view.who !== "") app.who = view.who;

  frame.show({
    title: words.title,
    body: [
      news,
      notices(view.openQuestions > 0 ? [...view.notices, words.openQuestions(view.openQuestions)] : view.notices),
      view.question && policyQuestion(app, view.question),
      element(
        "p",
        { class: "asof" },
        words.asOf(texts.day(view.day)),
        " ",
        button(words.refresh, () => askHome(app), "link"),
      ),
      element("h2", { class: "quiet" }, words.levels),
      levelCounts(app, view.levels),
      element("h2", { class: "quiet" }, words.tiers),
      tierCounts(app, view.tiers),
      customers(app, view),
      findings(app, texts.preview.unread(view.unread.total), view.unread),
      findings(app, texts.preview.noted(view.noted.total), view.noted),
      schedule(app, view.schedule),
      element(
        "div",
        { class: "rest" },
        button(words.setUpAgain, () => askStart(app, null), "link"),
        button(words.remove, () => askRemoval(app), "link"),
      ),
    ],
    actions: [button(words.reclassify, () => askPreview(app, null), "blue")],
    foot: undoButton(app),
  });
}

/** As many as a person writes to in a morning. */
const FIRST = 10;

/** Everybody, or one owner's customers, the most urgent first. */
function customers(app: App, view: HomeView): HTMLElement {
  const words = app.texts.home;
  const rows = element("div");
  const show = (owner: string | null): void => {
    const mine = owner === null ? view.rows : view.rows.filter((row) => row.owner === owner);
    const all = owner === null ? view.total : (view.owners.find((one) => one.owner === owner)?.count ?? mine.length);
    fill(rows, [
      mine.length === 0 && all === 0 && element("p", { class: "hint" }, words.empty),
      list(app, mine, (row) => customer(app, row), "cards", FIRST),
      mine.length < all && element("p", { class: "hint" }, words.beyond(mine.length, all)),
    ]);
  };
  // The owner "" is one of the owners (nobody), so the choices are numbered and not named.
  const chooser = select(
    [
      { value: "-1", label: words.all(view.total) },
      ...view.owners.map(({ owner, count }, i) => ({
        value: String(i),
        label: words.someone(owner || words.noOwner, count),
      })),
    ],
    "-1",
    (value) => show(view.owners[Number(value)]?.owner ?? null),
  );
  show(null);
  return element(
    "section",
    {},
    element("h2", {}, words.todo),
    view.owners.length > 0 && field(words.owner, chooser),
    rows,
  );
}

function customer(app: App, row: CustomerRow): readonly Child[] {
  return [
    element(
      "div",
      { class: "company" },
      element("span", {}, row.company),
      row.tierLabel !== "" && element("span", { class: "tier" }, row.tierLabel),
    ),
    element(
      "div",
      { class: "standing" },
      dot(row.level),
      element("strong", {}, row.levelLabel),
      row.over !== null && element("span", {}, app.texts.home.when(row.over)),
      rowButton(app, row.company, () => goTo(app, row.place, row.key)),
    ),
    row.why !== "" && element("p", { class: "why" }, row.why),
  ];
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
