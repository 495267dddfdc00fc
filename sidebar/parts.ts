import type { Findings } from "../src/edge/views";
import { type App, goTo } from "./app";
import { type Child, element, fill, newId } from "./element";
import type { WordedQuestion } from "./questions";

/** Items that stand in a list before the person asks for more. */
export const PAGE = 30;

export function button(
  label: string,
  press: () => void,
  look: "blue" | "red" | "plain" | "link" = "plain",
): HTMLButtonElement {
  return element("button", { type: "button", class: look, click: press }, label);
}

/** A button that stands once a customer, told apart by the company for those who hear the page. */
export function customerButton(
  { texts }: App,
  label: string,
  company: string,
  press: () => void,
  look: "plain" | "link" = "plain",
): HTMLButtonElement {
  const made = button(label, press, look);
  made.setAttribute("aria-label", texts.byHand.classOf(label, company));
  return made;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export function select(choices: readonly Choice[], chosen: string, change: (value: string) => void): HTMLSelectElement {
  const made: HTMLSelectElement = element("select", { change: () => change(made.value) });
  setChoices(made, choices, chosen);
  return made;
}

/** Puts these choices in the place of those that a drop-down had. */
export function setChoices(made: HTMLSelectElement, choices: readonly Choice[], chosen: string): void {
  fill(
    made,
    choices.map(({ value, label }) => element("option", { value, selected: value === chosen }, label)),
  );
}

/** A label above its field. `hint` is read with the field. */
export function field(label: string, control: HTMLInputElement | HTMLSelectElement, hint?: string): HTMLElement {
  control.id ||= newId();
  const note = hint ? element("span", { class: "hint", id: newId() }, hint) : null;
  if (note) control.setAttribute("aria-describedby", note.id);
  const whole = control instanceof HTMLSelectElement && inFull(control);
  return element("div", { class: "field" }, element("label", { for: control.id }, label), note, control, whole);
}

/** Columns of Latin letters that a drop-down of the sidebar shows; a Chinese character takes two. */
const SHOWN = 32;

/** What is chosen, once more beneath the drop-down where that would cut it off. */
function inFull(control: HTMLSelectElement): HTMLElement {
  // Heard from the drop-down itself already.
  const made = element("span", { class: "hint", "aria-hidden": "true" });
  const show = (): void => {
    const text = control.selectedOptions[0]?.textContent ?? "";
    made.textContent = text.length + (text.match(/[\u2e80-\uffff]/g)?.length ?? 0) > SHOWN ? text : "";
  };
  control.addEventListener("change", show);
  show();
  return made;
}

/** A text field that can say what is wrong with it, beneath it. */
export interface Checked {
  readonly input: HTMLInputElement;
  readonly node: HTMLElement;
  /** "" takes the sentence away. */
  complain(sentence: string): void;
}

export function checkedField(label: string, value: string, attributes: Record<string, string> = {}): Checked {
  const input = element("input", { type: "text", value, autocomplete: "off", ...attributes });
  const wrong = element("span", { class: "error", id: newId() });
  const node = field(label, input);
  node.append(wrong);
  return {
    input,
    node,
    complain(sentence) {
      wrong.textContent = sentence;
      if (sentence) {
        input.setAttribute("aria-invalid", "true");
        input.setAttribute("aria-describedby", wrong.id);
      } else {
        input.removeAttribute("aria-invalid");
        input.removeAttribute("aria-describedby");
      }
    },
  };
}

/** A heading line that opens and closes what is under it. */
export function fold(title: string, body: readonly Child[], open = false): HTMLDetailsElement {
  return element("details", { open }, element("summary", {}, title), ...body);
}

/** A list of a page; 30 more come on request, because 300 rows are 300 stops for the Tab key. */
export function list<T>(
  app: App,
  items: readonly T[],
  line: (item: T) => readonly Child[],
  look = "lines",
): HTMLElement {
  const made = element("ul", { class: look });
  const holder = element("div", {}, made);
  const add = (): void => {
    const from = made.children.length;
    for (const item of items.slice(from, from + PAGE)) made.append(element("li", {}, ...line(item)));
    const left = items.length - made.children.length;
    if (left > 0) {
      const next = button(app.texts.more(Math.min(PAGE, left)), () => {
        const shown = made.children.length;
        next.remove();
        add();
        made.children[shown]?.querySelector("button")?.focus();
      });
      holder.append(next);
    }
  };
  add();
  return holder;
}

/** Numbers beneath their headers; the first of each row says what the others are of. "" for no caption. */
export function table(
  caption: string,
  headers: readonly Child[],
  rows: readonly (readonly Child[])[],
  look = "",
): HTMLElement {
  return element(
    "table",
    { class: look },
    caption !== "" && element("caption", {}, caption),
    element("thead", {}, element("tr", {}, ...headers.map((header) => element("th", { scope: "col" }, header)))),
    element(
      "tbody",
      {},
      ...rows.map(([first, ...others]) =>
        element("tr", {}, element("th", { scope: "row" }, first), ...others.map((one) => element("td", {}, one))),
      ),
    ),
  );
}

/** Cells that need a person: each line goes there. */
export function findings(app: App, title: string, found: Findings): Child {
  if (found.total === 0) return null;
  return fold(title, [
    found.list.length < found.total && limited(app, found.list.length, found.total),
    list(app, found.list, ({ kind, field, text, detail, count, place }) => [
      button(
        app.texts.findings[kind](field, text, detail, count) + ` (${place.sheet}!${place.a1})`,
        () => goTo(app, place),
        "link",
      ),
    ]),
  ]);
}

export function limited(app: App, shown: number, all: number): HTMLElement {
  return element("p", { class: "hint" }, app.texts.preview.limited(shown, all));
}

export interface Count {
  readonly id: string;
  readonly label: string;
  readonly count: number;
}

/** How many customers each level holds: a bar to take in at a glance, and the same in words and numbers. */
export function levelCounts(app: App, levels: readonly Count[]): HTMLElement {
  const bar = element("div", { class: "bar", "aria-hidden": "true" });
  for (const { id, count } of levels) {
    if (count === 0) continue;
    const part = element("span", { class: "fill " + level(id) });
    part.style.flexGrow = String(count);
    bar.append(part);
  }
  return element(
    "div",
    {},
    bar,
    element(
      "ul",
      { class: "levels" },
      ...levels.map(({ id, label, count }) =>
        element(
          "li",
          {},
          dot(id),
          element("span", { class: "label" }, label),
          " ",
          element("strong", {}, app.texts.number(count)),
        ),
      ),
    ),
  );
}

export function tierCounts(app: App, tiers: readonly Count[]): HTMLElement {
  return element(
    "ul",
    { class: "tiers" },
    ...tiers.map(({ label, count }) =>
      element(
        "li",
        {},
        element("span", { class: "label" }, label),
        " ",
        element("strong", {}, app.texts.number(count)),
      ),
    ),
  );
}

/** The colour of a level. It never stands without the level's words. */
export function dot(id: string): HTMLElement {
  return element("span", { class: "dot " + level(id), "aria-hidden": "true" });
}

const level = (id: string): string => "level-" + id.replace(/[^a-z_]/g, "");

/** Sentences that stand above everything else; nothing where there are none. */
export function notices(sentences: readonly string[], look: "notice" | "problem" = "notice"): HTMLElement | null {
  if (sentences.length === 0) return null;
  return element("div", { class: look }, ...sentences.map((sentence) => element("p", {}, sentence)));
}

/** Above this many answers a question that may stay open is a drop-down. */
const MOST_RADIOS = 4;

/**
 * One question with its answers. `take` is told each choice; "" stands for leaving it open, which is offered where
 * `open` says so. What we would take is marked, so that the person confirms it or chooses otherwise.
 */
export function questionField(
  app: App,
  question: WordedQuestion,
  answer: string,
  open: boolean,
  take: (value: string) => void,
): HTMLElement {
  const { texts } = app;
  const place = question.place;
  const choices: readonly Choice[] = [
    ...question.choices.map(({ value, label }) => ({
      value,
      label: value === question.proposal ? texts.columns.proposed(label) : label,
    })),
    ...(open ? [{ value: "", label: texts.columns.undecided }] : []),
  ];
  const show = place && button(texts.columns.show, () => goTo(app, place), "link");
  if (open && question.choices.length > MOST_RADIOS) {
    return element("div", { class: "question" }, field(question.text, select(choices, answer, take)), show);
  }
  return radios(question.text, choices, answer, take, show);
}

/** A question whose answers all stand beneath it. */
export function radios(
  question: string,
  choices: readonly Choice[],
  answer: string,
  take: (value: string) => void,
  after: Child = null,
): HTMLElement {
  const group = newId();
  return element(
    "fieldset",
    { class: "question" },
    element("legend", {}, question),
    ...choices.map(({ value, label }) =>
      element(
        "label",
        { class: "radio" },
        element("input", { type: "radio", name: group, value, checked: value === answer, change: () => take(value) }),
        element("span", {}, label),
      ),
    ),
    after,
  );
}
