import { KNOWN_CURRENCIES } from "../core/cells/amount";
import type { Cell } from "../core/cells/cell";
import { countryName } from "../core/cells/country";
import type { OpenQuestion } from "../core/model";
import type { Policy, WordsKey } from "../core/policy/fields";
import { differences, labelOf, policyFrom } from "../core/policy/policy";
import { VOCABULARY, type Vocabulary } from "../core/policy/vocabulary";
import { LEAVE } from "../core/tables/column";
import {
  type ColumnQuestion,
  columnName,
  type FieldId,
  type FixedColumns,
  findLayout,
  guessTable,
  knownFields,
  type Table,
} from "../core/tables/headers";
import { classOfWord } from "../core/tables/worded";
import { say } from "../texts/say";
import { type Book, openBook, type Sheet } from "./book";
import { toRows } from "./cells";
import { makeClassesTab } from "./classes";
import { labelsOf } from "./colours";
import { locateColumns, makeColumns, missingColumns, pinRecognised } from "./columns";
import { Plain } from "./define";
import { makeHistoryTab } from "./history";
import { tierCounts } from "./home";
import { makeUndoTab } from "./journal";
import { languageOfPerson, languageOfTeam, person } from "./languages";
import { COLUMN_QUESTION, type Look, look, placeOf } from "./look";
import { PIN, pinColumn } from "./pins";
import {
  faults,
  keepPolicy,
  makePolicyTab,
  policyInForce,
  problemText,
  savedPolicy,
  showPolicy,
  warningsOf,
} from "./policy-sheet";
import { type Settings, save } from "./saved";
import { keysOf, type TeamTable } from "./tables";
import { findTab, tabIds } from "./tabs";
import { makeTodayTab } from "./today-tab";
import type { ColumnsView, LimitsView, Option, Question, SetupDraft, StartView } from "./views";

/** A header stands in rows 1 to 10, and a few rows below tell what kind of sheet it is. */
const FIRST_ROWS = 14;
/** Fewer graded customers say nothing about where limits should be. */
const ENOUGH = 20;
const NONE = "none";
const TABLES: readonly Table[] = ["customers", "orders", "contacts"];
/** Currencies offered even where none of them was found. */
const COMMON = ["USD", "CNY", "EUR", "GBP", "HKD", "JPY"];

interface Candidate {
  readonly sheetId: number;
  readonly sheet: string;
  readonly table: Table | undefined;
  readonly rows: number;
}

function firstRows(book: Book, sheet: Sheet): Cell[][] {
  const [rows, columns] = [sheet.getLastRow(), sheet.getLastColumn()];
  if (rows === 0 || columns === 0) return [];
  return toRows(sheet.getRange(1, 1, Math.min(rows, FIRST_ROWS), columns).getValues() as unknown[][], book.clock);
}

/** Every sheet that a person can see and that is not ours. */
function candidates(book: Book): Candidate[] {
  const mine = tabIds(book);
  const found: Candidate[] = [];
  for (const sheet of book.spreadsheet.getSheets()) {
    const sheetId = sheet.getSheetId();
    if (mine.has(sheetId) || sheet.isSheetHidden()) continue;
    const table = guessTable(firstRows(book, sheet));
    found.push({ sheetId, sheet: sheet.getName(), table, rows: sheet.getLastRow() });
  }
  return found;
}

/** The largest sheet of a kind; a lone sheet beside the orders is the customers', whatever its headers look like. */
function guess(all: readonly Candidate[], table: Table): Candidate | undefined {
  const fitting = all.filter((one) => one.table === table).sort((a, b) => b.rows - a.rows);
  if (fitting[0] || table !== "customers") return fitting[0];
  const others = all.filter((one) => one.table === undefined);
  return others.length === 1 ? others[0] : undefined;
}

/** Where the spreadsheet's locale is Chinese, amounts without a currency are taken for yuan until somebody says else. */
function likelyBase(book: Book): string {
  return /^zh/i.test(book.spreadsheet.getSpreadsheetLocale()) ? "CNY" : "USD";
}

function freshDraft(book: Book, sheets: Pick<SetupDraft, Table>): SetupDraft {
  const policy = book.saved.policy ? savedPolicy(book) : policyFrom({ "currency.base": likelyBase(book) }).policy;
  const rates: Record<string, number> = {};
  for (const code of KNOWN_CURRENCIES) if (policy[`rate.${code}`]) rates[code] = policy[`rate.${code}`]!;
  return {
    ...sheets,
    backlog: null,
    columns: {},
    answers: book.saved.settings?.answers || {},
    base: policy["currency.base"],
    rates,
    limits: { A: policy["value.A.min"], B: policy["value.B.min"], C: policy["value.C.min"] },
  };
}

/** Screen 1. */
export function start(given: SetupDraft | null): StartView {
  const book = openBook();
  const all = candidates(book);
  const saved = book.saved.settings;
  const known = (id: number | null | undefined) => all.find((one) => one.sheetId === id);
  const customers = given ? known(given.customers) : known(saved?.customers) || guess(all, "customers");
  const other = (table: "orders" | "contacts") =>
    given ? known(given[table]) : saved && known(saved.customers) ? known(saved[table]) : guess(all, table);
  const sheets = all.map(({ sheetId, sheet }) => ({ sheetId, sheet }));
  if (!customers) {
    return { draft: null, customers: null, orders: null, contacts: null, sheets, columnsToAdd: 0, problem: "" };
  }
  const [orders, contacts] = [other("orders"), other("contacts")];
  // A draft without a base currency names a customer sheet and nothing else: none had been found before.
  const draft =
    given && given.base !== ""
      ? given
      : freshDraft(book, {
          customers: customers.sheetId,
          orders: orders?.sheetId ?? null,
          contacts: contacts?.sheetId ?? null,
        });
  const fixed = { ...saved?.columns, ...draftColumns(draft) };
  const read = (one: Candidate) =>
    toRows(book.spreadsheet.getSheetById(one.sheetId)!.getDataRange().getValues(), book.clock);
  const rows = read(customers);
  const ours = locateColumns(book, customers.sheetId, rows);
  const layout = findLayout(rows, "customers", fixed, new Set(Object.values(ours)));
  const filled = (row: readonly Cell[]) => row.some((cell) => cell !== "");
  const found = (one: Candidate | undefined, table: Table) => {
    if (!one) return null;
    const cells = read(one);
    const header = findLayout(cells, table, fixed)?.headerRow;
    const { sheetId, sheet } = one;
    return { sheetId, sheet, rows: header === undefined ? 0 : cells.slice(header + 1).filter(filled).length };
  };
  return {
    draft,
    customers: {
      sheetId: customers.sheetId,
      sheet: customers.sheet,
      rows: layout ? keysOf(rows, layout).filter((key) => key !== undefined).length : 0,
    },
    orders: found(orders, "orders"),
    contacts: found(contacts, "contacts"),
    sheets,
    columnsToAdd: missingColumns(ours).length,
    problem: layout
      ? isOwnSheet(draft)
        ? ""
        : say(person().errors.contactsTwice, { 0: contacts?.sheet })
      : say(person().errors.customersNoHeader, { 0: customers.sheet }),
  };
}

/** A log that is also the customer or the order sheet would be read as what it is not. */
const isOwnSheet = ({ customers, orders, contacts }: SetupDraft): boolean =>
  contacts === null || (contacts !== customers && contacts !== orders);

const columnQuestionId = (table: string, question: ColumnQuestion): string =>
  `${COLUMN_QUESTION}${table}:${columnName(question.column)}`;

/** What the person said about columns: corrections, and answers to what a column means. */
function draftColumns(draft: SetupDraft): FixedColumns {
  const said: Partial<Record<FieldId, string | null>> = {};
  for (const [id, answer] of Object.entries(draft.answers)) {
    const m = /^column:(customers|orders|contacts):([\s\S]+)$/.exec(id);
    if (m && knownFields().some((field) => field.id === answer)) said[answer as FieldId] = m[2]!;
  }
  return { ...said, ...(draft.columns as FixedColumns) };
}

/** What the set-up would save of a draft. */
function settingsOf(book: Book, draft: SetupDraft): Settings {
  const { customers, orders, contacts } = draft;
  const names: Record<string, string> = {};
  for (const id of [customers, orders, contacts]) {
    const sheet = id === null ? null : book.spreadsheet.getSheetById(id);
    if (sheet) names[String(id)] = sheet.getName();
  }
  if (!isOwnSheet(draft)) throw new Plain("contactsTwice", names[String(contacts)] || "");
  const answers: Record<string, string> = {};
  // Answers about columns stay too: a question that is answered is not asked again. Words stand in the policy from now on.
  for (const [id, answer] of Object.entries(draft.answers)) if (!listOf(id, answer)) answers[id] = answer;
  return {
    language: languageOfTeam(book.saved),
    customers,
    orders,
    contacts,
    log: book.saved.settings?.log ?? null,
    rates: findTab(book, "rates")?.getSheetId() ?? null,
    shown: book.saved.settings?.shown || [],
    names,
    columns: draftColumns(draft),
    answers,
    zone: book.clock.zone,
  };
}

/** The list of the policy into which a word goes that was asked about, and the word; undefined for all other answers. */
function listOf(id: string, answer: string): { readonly key: WordsKey; readonly word: string } | undefined {
  const m = /^(?:contact\.)?(\w+):word:([\s\S]+)$/.exec(id);
  const classes: readonly string[] | undefined = m ? VOCABULARY[m[1] as Vocabulary] : undefined;
  return classes?.includes(answer) ? { key: `${m![1]}.${answer}` as WordsKey, word: m![2]! } : undefined;
}

/** The policy with what the draft says, and what is wrong with that. */
function policyOf(book: Book, draft: SetupDraft): ReturnType<typeof policyFrom> {
  const base = book.saved.settings ? policyInForce(book, book.saved.settings.language).policy : savedPolicy(book);
  const entries: Record<string, unknown> = {
    "currency.base": draft.base,
    "value.A.min": draft.limits.A,
    "value.B.min": draft.limits.B,
    "value.C.min": draft.limits.C,
  };
  // A field that was emptied says that there is no rate, whatever was saved.
  for (const code of KNOWN_CURRENCIES) entries[`rate.${code}`] = code === draft.base ? 0 : draft.rates[code] || 0;
  if (draft.backlog) entries["backlog.start"] = draft.backlog === "today" ? book.clock.today : 0;
  for (const [id, answer] of Object.entries(draft.answers)) {
    const { key, word } = listOf(id, answer) || {};
    const lists = { ...base, ...entries } as Policy;
    // Somebody may have put it into another list meanwhile, and a word stands in one.
    if (key && !classOfWord(word!, key.split(".")[0] as Vocabulary, lists)) entries[key] = [...lists[key], word];
  }
  return policyFrom(entries, base);
}

/** The corridor by a draft: nothing is saved. A draft whose numbers cannot be throws a sentence. */
export function lookBy(book: Book, draft: SetupDraft): Look {
  const { policy, problems } = policyOf(book, draft);
  const problem = problems[0];
  if (problem) throw new Plain("badLimits", problemText(problem, policy, languageOfPerson()));
  const now = look(book, settingsOf(book, draft), policy);
  return { ...now, inForce: { ...now.inForce, problems: warningsOf(policy) } };
}

/** Screen 2. */
export function columns(draft: SetupDraft): ColumnsView {
  const book = openBook();
  const now = look(book, settingsOf(book, draft), policyOf(book, { ...draft, limits: safeLimits(book) }).policy);
  const language = languageOfPerson();
  const fields: ColumnsView["fields"][number][] = [];
  const questions: Question[] = [];
  for (const id of TABLES) {
    const table = now[id];
    if (!table) continue;
    for (const field of knownFields()) {
      if (field.table !== id) continue;
      const column = table.layout.columns[field.id];
      fields.push({
        id: field.id,
        label: field.label[language],
        table: id,
        header: column ? columnName(column) : "",
        samples: column ? samplesOf(table, column.index) : [],
      });
    }
    for (const question of table.layout.questions) questions.push(columnQuestion(id, table, question, draft, now));
  }
  for (const question of now.outcome.questions) questions.push(cellQuestion(question, draft, now));
  const { layout } = now.customers;
  return {
    fields,
    headers: {
      customers: headersOf(now.customers),
      orders: headersOf(now.orders),
      contacts: headersOf(now.contacts),
    },
    questions,
    named: Boolean(layout.columns.name || layout.columns.id),
  };
}

/** On the columns' screen limits were not looked at yet: whatever they are, they must not be in the way. */
function safeLimits(book: Book): SetupDraft["limits"] {
  const policy = savedPolicy(book);
  return { A: policy["value.A.min"], B: policy["value.B.min"], C: policy["value.C.min"] };
}

function headersOf(table: TeamTable | undefined): string[] {
  if (!table) return [];
  const { layout } = table;
  const all = [
    ...Object.values(layout.columns),
    ...layout.questions.map((question) => question.column),
    ...layout.unused,
  ];
  return all
    .flatMap((column) => (column ? [column] : []))
    .sort((a, b) => a.index - b.index)
    .map(columnName);
}

/** The first two values below the header, as the cells show them. */
function samplesOf({ sheet, rows, layout }: TeamTable, column: number): string[] {
  const at: number[] = [];
  for (let r = layout.headerRow + 1; r < rows.length && at.length < 2; r++)
    if ((rows[r]![column] ?? "") !== "") at.push(r);
  return at.map((row) => sheet.getRange(row + 1, column + 1).getDisplayValue());
}

function columnQuestion(
  table: Table,
  read: TeamTable,
  question: ColumnQuestion,
  draft: SetupDraft,
  now: Look,
): Question {
  const language = languageOfPerson();
  const id = columnQuestionId(table, question);
  const options: Option[] = question.options.map((field) => ({
    value: field,
    label: knownFields().find((one) => one.id === field)!.label[language],
  }));
  const { column } = question;
  const filled = read.rows.slice(read.layout.headerRow + 1).filter((row) => (row[column.index] ?? "") !== "").length;
  return {
    id,
    ask: "column",
    header: columnName(column),
    cells: filled,
    example: "",
    options: [...options, { value: NONE, label: "" }],
    proposal: question.proposal || "",
    answer: draft.answers[id] || "",
    place: placeOf(now, table, read.layout.headerRow, column.index),
  };
}

function cellQuestion(question: OpenQuestion, draft: SetupDraft, now: Look): Question {
  const { id, ask, cells, example, proposal } = question;
  const table = now[question.table]!;
  const label = (option: string): string => {
    if (option === LEAVE) return "";
    if (ask === "country") return countryName(option, languageOfPerson());
    if (ask === "word" || ask === "relation")
      return labelOf(now.inForce.policy, languageOfPerson(), question.field, option);
    return ask === "currency" ? option : "";
  };
  return {
    id,
    ask,
    header: table.layout.columns[question.field]?.header || "",
    cells,
    example,
    options: question.options.map((value) => ({ value, label: label(value) })),
    proposal,
    answer: draft.answers[id] || "",
    place: placeOf(now, question.table, question.row, question.column),
  };
}

/** Screen 3. */
export function limits(draft: SetupDraft): LimitsView {
  const book = openBook();
  const { policy, problems } = policyOf(book, draft);
  const language = languageOfPerson();
  const now = look(book, settingsOf(book, draft), policy);
  const found = Object.entries(now.outcome.currencies).sort((a, b) => b[1] - a[1]);
  return {
    currencies: [...new Set([draft.base, ...found.map(([code]) => code), ...COMMON])],
    rates: found
      .filter(([code]) => code !== draft.base)
      .map(([currency, cells]) => ({ currency, cells, rate: draft.rates[currency] ?? null })),
    counts: tierCounts(now),
    round: roundLimits(now.outcome.years.map((minor) => minor / 100)),
    problems: problems.map((problem) => problemText(problem, policy, language)),
  };
}

const STEPS_OF_TEN = [1, 2, 5, 10];

/** The nearest of 1, 2, 5, 10, 20, 50 … by ratio. */
export function roundAmount(amount: number): number {
  const ten = 10 ** Math.floor(Math.log10(amount));
  let best = ten;
  for (const step of STEPS_OF_TEN)
    if (Math.abs(Math.log(amount / (step * ten))) < Math.abs(Math.log(amount / best))) best = step * ten;
  return best;
}

const above = (limit: number): number => roundAmount(limit * 2.2);

/**
 * Round limits from what customers bought in a year: about one in twenty above A, one in five from B, half from C.
 * null under 20 customers who bought.
 */
export function roundLimits(years: readonly number[]): LimitsView["round"] {
  const bought = years.filter((amount) => amount > 0).sort((a, b) => a - b);
  if (bought.length < ENOUGH) return null;
  const at = (share: number) => bought[Math.min(bought.length - 1, Math.floor(share * bought.length))]!;
  const C = Math.max(1, roundAmount(at(0.5)));
  const B = Math.max(roundAmount(at(0.8)), above(C));
  const A = Math.max(roundAmount(at(0.95)), above(B));
  return { A, B, C };
}

/**
 * Set-up: pins the team's columns, makes our columns and tabs, and saves. The settings are saved last, so that a set-up
 * that failed on its way is begun again and finds what it made.
 */
export function setUp(draft: SetupDraft): void {
  const book = openBook();
  const now = lookBy(book, draft);
  const { customers } = now;
  if (!customers.layout.columns.name && !customers.layout.columns.id) throw new Plain("noName");
  const settings = settingsOf(book, draft);
  const { language } = settings;
  const found: Partial<Record<FieldId, string | null>> = { ...book.saved.settings?.columns, ...settings.columns };
  for (const id of TABLES) {
    const table = now[id];
    if (!table) continue;
    for (const [id, column] of Object.entries(table.layout.columns))
      if (column) found[id as FieldId] = columnName(column);
    pinFields(book, table);
  }
  pinRecognised(book, customers.sheet, customers.sheetId, customers.ours);
  makeColumns(customers.sheet, customers.ours, customers.rows, customers.layout.headerRow, language);
  makeTodayTab(book, language, labelsOf(now.words));
  makePolicyTab(book, now.inForce.policy, language);
  makeClassesTab(book, language, now.outcome.counts.customers);
  makeHistoryTab(book, language, now.outcome.counts.customers);
  makeUndoTab(book, language);
  if (JSON.stringify(differences(now.inForce.policy)) !== JSON.stringify(book.saved.policy?.differences || {})) {
    showPolicy(book, now.inForce.policy, language);
    keepPolicy(book, now.inForce.policy);
  }
  // The tab of rates may have been opened on the way; who is done with the set-up looks at his customers.
  if (!book.saved.settings) customers.sheet.activate();
  save("settings", { ...settings, columns: found });
}

/** Pins each column of the team's to the field that it was found to be, so that a new name or place does not lose it. */
function pinFields(book: Book, table: TeamTable): void {
  const wanted = new Map<string, number>();
  for (const [id, column] of Object.entries(table.layout.columns)) if (column) wanted.set(id, column.index);
  for (const pin of book.pins) {
    if (pin.key !== PIN.field || pin.sheetId !== table.sheetId) continue;
    if (wanted.get(pin.value) === pin.column) wanted.delete(pin.value);
    else pin.metadata.remove();
  }
  for (const [id, column] of wanted) pinColumn(table.sheet, column, PIN.field, id);
}

/** `--set`: puts values into the policy by their keys. An unknown key throws a sentence that names the near ones. */
export function setPolicy(entries: Readonly<Record<string, string>>): void {
  const book = openBook();
  const language = languageOfTeam(book.saved);
  const base = policyInForce(book, language).policy;
  const { policy, problems: refused } = policyFrom(entries, base);
  const problems = refused.length > 0 ? refused : faults(policy);
  if (problems.length > 0) {
    throw new Plain("badPolicy", problems.map((problem) => problemText(problem, base, languageOfPerson())).join(" "));
  }
  showPolicy(book, policy as Policy, language);
  keepPolicy(book, policy);
}
