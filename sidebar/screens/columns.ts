import type { ColumnsView, Question, SetupDraft } from "../../src/edge/views";
import type { App } from "../app";
import { type Child, element, fill } from "../element";
import { button, field, fold, notices, questionField, select } from "../parts";
import { worded } from "../questions";
import { askLimits } from "./limits";
import { askStart, SETUP_STEPS } from "./start";
import { undoButton } from "./undo";

/** Questions that stand open at once; a set-up never asks more than five. */
const ASKED_AT_ONCE = 5;

/** Screen 2: which column is read as what, and what must be asked. */
export function askColumns(app: App, draft: SetupDraft): void {
  const { frame, server, texts } = app;
  void frame.work(
    texts.reading,
    () => server.columns(draft),
    (view) => showColumns(app, view, draft),
  );
}

type Field = ColumnsView["fields"][number];

export function showColumns(app: App, first: ColumnsView, given: SetupDraft): void {
  const { frame, server, texts } = app;
  const words = texts.columns;
  let draft = given;
  let view = first;

  const lines = new Map<string, HTMLElement>();
  const choosers = new Map<string, HTMLSelectElement>();
  const problems = element("div", { tabindex: -1, class: "problems" });
  const questions = element("section");

  const describe = (one: Field): readonly Child[] => [
    element("span", { class: "name" }, one.label),
    element("span", { class: one.header ? "header" : "header none" }, one.header || words.notFound),
    one.samples.length > 0 && element("span", { class: "samples" }, one.samples.join(" \u00b7 ")),
  ];

  const line = (one: Field): HTMLElement => {
    const summary = element("summary", { class: "column" }, ...describe(one));
    lines.set(one.id, summary);
    const known = view.headers[one.table];
    const headers = (one.header === "" || known.includes(one.header) ? known : [one.header, ...known]).map(
      (header) => ({
        value: header,
        label: header,
      }),
    );
    const chooser = select([{ value: "", label: words.none }, ...headers], one.header, (header) => {
      draft = { ...draft, columns: { ...draft.columns, [one.id]: header === "" ? null : header } };
      void frame.glance(
        texts.reading,
        questions,
        () => server.columns(draft),
        (next) => {
          view = next;
          for (const changed of next.fields) {
            const place = lines.get(changed.id);
            if (place) fill(place, describe(changed));
            const chooser = choosers.get(changed.id);
            if (chooser) chooser.value = changed.header;
          }
          settle();
        },
      );
    });
    choosers.set(one.id, chooser);
    return element("details", { class: "plain" }, summary, field(words.column(one.label), chooser));
  };

  const table = (id: Field["table"], title: string): readonly Child[] => {
    const all = view.fields.filter((one) => one.table === id);
    if (all.length === 0) return [];
    const found = all.filter((one) => one.header !== "");
    const missing = all.filter((one) => one.header === "");
    return [
      element("h2", {}, title),
      ...found.map(line),
      missing.length > 0 && fold(words.missing(missing.length), missing.map(line)),
    ];
  };

  const answerOf = ({ id, answer, proposal }: Question): string =>
    draft.answers[id] ?? (app.leftOpen.has(id) ? "" : answer || proposal);
  const ask = (question: Question): HTMLElement =>
    questionField(app, worded(question, texts), answerOf(question), true, (value) => {
      if (value === "") app.leftOpen.add(question.id);
      else app.leftOpen.delete(question.id);
      const { [question.id]: _, ...others } = draft.answers;
      draft = { ...draft, answers: value === "" ? others : { ...others, [question.id]: value } };
    });

  /** The questions behind the fold; a person who never opened it has agreed to nothing there. */
  let rest: HTMLDetailsElement | null = null;
  const restOpen = (): boolean => rest?.open ?? false;
  let restSeen = false;

  const settle = (): void => {
    restSeen ||= restOpen();
    fill(problems, [notices(view.named ? [] : [words.noName], "problem")]);
    const later = view.questions.slice(ASKED_AT_ONCE);
    rest = later.length > 0 ? fold(words.moreAsked(later.length), later.map(ask), restOpen()) : null;
    rest?.addEventListener("toggle", () => {
      restSeen ||= restOpen();
    });
    fill(
      questions,
      view.questions.length === 0
        ? []
        : [
            element("h2", {}, words.asked),
            element("p", { class: "hint" }, words.askedLead),
            ...view.questions.slice(0, ASKED_AT_ONCE).map(ask),
            rest,
          ],
    );
  };

  /** What stands on the screen is what the person agrees to, so a proposal that was left standing is an answer now. */
  const agreed = (): SetupDraft => {
    const answers: Record<string, string> = { ...draft.answers };
    const seen = restSeen || restOpen() ? view.questions.length : ASKED_AT_ONCE;
    for (const question of view.questions.slice(0, seen)) {
      const answer = answerOf(question);
      if (answer !== "") answers[question.id] = answer;
    }
    return { ...draft, answers };
  };

  settle();
  frame.show({
    title: words.title,
    step: texts.step(2, SETUP_STEPS),
    body: [
      element("p", { class: "hint" }, words.lead),
      problems,
      ...table("customers", words.customers),
      ...table("orders", words.orders),
      ...table("contacts", words.contacts),
      questions,
    ],
    actions: [
      button(
        words.go,
        () => {
          if (view.named) askLimits(app, agreed());
          else problems.focus();
        },
        "blue",
      ),
      button(texts.back, () => askStart(app, agreed())),
    ],
    foot: undoButton(app),
  });
}
