import type { Language } from "../core/bilingual";
import { type Cell, isDateCell } from "../core/cells/cell";
import type { Policy } from "../core/policy/fields";
import { lint } from "../core/policy/lint";
import {
  changedFields,
  defaultPolicy,
  differences,
  LABELLED,
  labelOf,
  type PolicyProblem,
  policyFields,
  policyFrom,
} from "../core/policy/policy";
import {
  allowedIn,
  columnShowing,
  type KeysLost,
  POLICY_COLUMNS,
  type PolicyRow,
  placed,
  placesIn,
  policyRows,
  readPolicySheet,
  type SheetProblem,
  type SheetRead,
} from "../core/policy/sheet";
import { say } from "../texts/say";
import { runsOf } from "./block";
import type { Book, Sheet } from "./book";
import { a1Of, fromCell, isParsed, toRows } from "./cells";
import { FORMATS } from "./columns";
import { wordsIn } from "./languages";
import { type SavedPolicy, save } from "./saved";
import { findTab, growTo, makeTab } from "./tabs";

/** The cell that functions are passed as as_of: it changes with each day and each save, so that Sheets calculates again. */
export const DAY_NAME = "TIERBOOK_DAY";
/** Beside the policy's own columns, 0-based. */
const DAY_LABEL = { row: 0, column: 5 } as const;
const DAY_CELL = { row: 0, column: 6 } as const;
/** Saves of the policy, and presses by their milliseconds, are told apart by a fraction that a day format does not show. */
const TURNS_A_DAY = 1_000_000;

const WIDTH = POLICY_COLUMNS.key + 1;
/** Title and note. */
const HEAD = 2;

type ValueRow = Extract<PolicyRow, { kind: "value" }>;

export interface PolicyInForce {
  readonly policy: Policy;
  /** What is wrong with the policy sheet: while anything is, the last good policy is in force; and what is only strange. */
  readonly problems: readonly SheetProblem[];
  /** The sheet holds a good policy that is not saved yet. */
  readonly changed: boolean;
  /** Its base currency was changed: until the team says what the limits mean, the last good policy is in force. */
  readonly rebased?: { readonly from: string; readonly to: string; readonly policy: Policy };
  /** The sheet as it was read; undefined where there is none, or where a set-up says what is in force. */
  readonly sheet?: PolicyTab;
}

export interface PolicyTab extends Pick<SheetRead, "places" | "rowOf"> {
  readonly tab: Sheet;
  readonly rows: readonly (readonly Cell[])[];
}

const isWarning = (problem: PolicyProblem | KeysLost): boolean => "warning" in problem;

/** What the linter says against a policy whose values can each be. */
export const faults = (policy: Policy): PolicyProblem[] => lint(policy).filter((problem) => !isWarning(problem));

/** What the linter finds strange in a policy that is in no sheet yet, and lets pass. */
export const warningsOf = (policy: Policy): SheetProblem[] =>
  lint(policy)
    .filter(isWarning)
    .map((problem) => ({ problem }));

/** The last good policy, else the defaults. */
export const savedPolicy = (book: Pick<Book, "saved">): Policy => {
  const saved = book.saved.policy;
  return saved ? policyFrom(saved.differences).policy : defaultPolicy();
};

/** What the policy sheet puts in force, read in one call. No policy sheet: the last good policy. */
export function policyInForce(book: Book, language: Language): PolicyInForce {
  const lastGood = savedPolicy(book);
  const tab = findTab(book, "policy");
  if (!tab) return { policy: lastGood, problems: [], changed: false };
  const rows = toRows(tab.getDataRange().getValues() as unknown[][], book.clock);
  const { policy, problems, places, rowOf } = readPolicySheet(rows, lastGood, language);
  const sheet: PolicyTab = { tab, rows, places, rowOf };
  const lastStays = { policy: lastGood, problems, changed: false, sheet };
  if (problems.length > 0) return lastStays;
  const from = lastGood["currency.base"];
  const to = policy["currency.base"];
  if (from !== to) return { ...lastStays, rebased: { from, to, policy } };
  const changed = changedFields(lastGood, policy).length > 0;
  // What it said of the last good policy is known: it tries thousands of customers.
  const linted = (!changed && book.saved.policy?.warnings) || lint(policy);
  const found = linted.map((problem) => placed(problem, sheet));
  return linted.every(isWarning) ? { policy, problems: found, changed, sheet } : { ...lastStays, problems: found };
}

/** Saves a policy as the last good one, and lets the functions in cells know by TIERBOOK_DAY. */
export function keepPolicy(book: Book, policy: Policy): void {
  savePolicy(book, policy, { before: book.saved.settings && beforeOf(book), worn: wornWords(book) });
}

/** The team's words for classes since the last run, of which some cells may still be full. */
export const wornWords = ({ saved: { policy } }: Pick<Book, "saved">): string[] => {
  const labels = Object.entries(policy?.differences || {}).filter(([key]) => key.startsWith("label."));
  return [...new Set([...(policy?.worn || []), ...labels.map(([, word]) => word as string)])];
};

/** What differed from the defaults at the last run. */
export const beforeOf = ({ saved: { policy } }: Pick<Book, "saved">): NonNullable<SavedPolicy["before"]> =>
  policy?.before || policy?.differences || {};

/** A run grades by this policy: what is changed from now on is told before the next. */
export function keepGraded(book: Book, { policy, changed }: PolicyInForce): void {
  if (changed || book.saved.policy?.before) savePolicy(book, policy);
}

function savePolicy(book: Book, policy: Policy, since?: Pick<SavedPolicy, "before" | "worn">): void {
  const count = (book.saved.policy?.save || 0) + 1;
  const warnings = lint(policy);
  save("policy", { differences: differences(policy), save: count, ...since, warnings });
  writeDay(book, count);
}

/** Writes TIERBOOK_DAY: the day of the run, and a fraction that is another after each save of the policy and each press. */
export function writeDay(book: Book, turn: number): void {
  const range = book.spreadsheet.getRangeByName(DAY_NAME);
  if (range) range.setValue(book.clock.today + (turn % TURNS_A_DAY) / TURNS_A_DAY);
}

/** The policy tab, made and dressed when there is none: the basic rows on top, the rest folded. */
export function makePolicyTab(book: Book, policy: Policy, language: Language): Sheet {
  const rows = policyRows(policy, language);
  return makeTab(book, "policy", language, (tab) => {
    dress(book, tab, rows, policy, language);
  });
}

function valuesOf(row: PolicyRow): (string | number | boolean)[] {
  if (row.kind !== "value") return [row.text, ...Array<string>(WIDTH - 1).fill("")];
  const cells: (string | number | boolean)[] = Array(WIDTH).fill("");
  cells[POLICY_COLUMNS.label] = row.label;
  cells[POLICY_COLUMNS.value] = fromCell(row.value);
  cells[POLICY_COLUMNS.unit] = row.unit;
  cells[POLICY_COLUMNS.allowed] = row.allowed;
  cells[POLICY_COLUMNS.key] = row.field.key;
  return cells;
}

/** A day that is not set yet has its format too, or what somebody types there would be a text. */
const formatOf = (row: PolicyRow): string => {
  if (row.kind !== "value") return "@";
  switch (row.field.kind) {
    case "day":
      return FORMATS.day;
    // Sheets leaves the point of "#,##0.##" standing behind a whole number.
    case "rate":
      return "0.0#######";
    case "times":
      return "0.0###";
    case "money":
      if ((row.value as number) % 1) return "#,##0.00";
  }
  return typeof row.value === "number" ? "#,##0" : "@";
};

function dress(book: Book, tab: Sheet, rows: readonly PolicyRow[], policy: Policy, language: Language): void {
  const words = wordsIn(language);
  growTo(tab, rows.length);
  const all = tab.getRange(1, 1, rows.length, WIDTH);
  all.setNumberFormats(
    rows.map((row) => {
      const formats = Array<string>(WIDTH).fill("@");
      formats[POLICY_COLUMNS.value] = formatOf(row);
      return formats;
    }),
  );
  all.setValues(rows.map(valuesOf));
  tab.getRange(1, 1).setFontSize(14).setFontWeight("bold");
  rows.forEach((row, i) => {
    if (row.kind === "section") tab.getRange(i + 1, 1).setFontWeight("bold");
  });
  tab.setColumnWidth(1, 340);
  tab.setColumnWidth(2, 140);
  tab.setColumnWidth(4, 320);
  dressValues(tab, rows.slice(HEAD), HEAD + 1, POLICY_COLUMNS.value + 1, policy, language);
  tab.hideColumns(POLICY_COLUMNS.key + 1);
  tab.collapseAllRowGroups();

  const label = tab.getRange(DAY_LABEL.row + 1, DAY_LABEL.column + 1);
  label.setValue(words.dayLabel);
  const cell = tab.getRange(DAY_CELL.row + 1, DAY_CELL.column + 1);
  cell.setNumberFormat(FORMATS.day);
  cell.setValue(book.clock.today);
  cell.setNote(words.dayNote);
  book.spreadsheet.setNamedRange(DAY_NAME, cell);
}

/** Colour, drop-downs and notes of the cells that are for typing, and the rows that are folded. Row and column are 1-based. */
function dressValues(
  tab: Sheet,
  rows: readonly PolicyRow[],
  top: number,
  column: number,
  policy: Policy,
  language: Language,
): void {
  const cells = tab.getRange(top, column, rows.length, 1);
  cells.setBackground("#fff8e1").setHorizontalAlignment("right");
  const regions = Object.keys(LABELLED.find((axis) => axis.id === "region")!.classes).filter((id) => id !== "unrated");
  const dropdown = SpreadsheetApp.newDataValidation()
    .requireValueInList(
      regions.map((id) => labelOf(policy, language, "region", id)),
      true,
    )
    .setAllowInvalid(true)
    .build();
  for (const { from, to } of blocks(rows, (row) => row.kind === "value" && row.field.kind === "region")) {
    tab.getRange(top + from, column, to - from, 1).setDataValidation(dropdown);
  }
  const { policyNote } = wordsIn(language);
  cells.setNotes(rows.map((row) => [row.kind === "value" && !row.advanced ? say(policyNote, { 0: row.allowed }) : ""]));
  for (const { from, to } of blocks(rows, (row) => row.kind === "value" && row.advanced)) {
    tab.getRange(top + from, 1, to - from, 1).shiftRowGroupDepth(1);
  }
}

/** Values that this version knows and the team's sheet has no row for. None while nobody can say what stands there. */
export function missingRows({ sheet, problems, policy }: PolicyInForce, language: Language): ValueRow[] {
  if (!sheet?.places || sheet.rowOf.size === policyFields().list.length) return [];
  if (problems.some(({ problem }) => problem.code === "keys_lost")) return [];
  return policyRows(policy, language).filter(
    (row): row is ValueRow => row.kind === "value" && !sheet.rowOf.has(row.field.key),
  );
}

/**
 * Gives the team's policy sheet the rows that it lacks: those of its upper part below the last one there, all others at its
 * end. Nothing that stands there is written, sorted or shown.
 */
export function addMissingRows(inForce: PolicyInForce, language: Language): void {
  const missing = missingRows(inForce, language);
  if (!inForce.sheet || missing.length === 0) return;
  const { tab, rows, rowOf } = inForce.sheet;
  const places = inForce.sheet.places!;
  const shows = (shown: (row: ValueRow) => Cell) => {
    const byKey = new Map<string, Cell>();
    for (const row of policyRows(inForce.policy, language))
      if (row.kind === "value") byKey.set(row.field.key, shown(row));
    return columnShowing(rows, places.key, ({ key }) => byKey.get(key)!);
  };
  const columns: readonly (readonly [number | undefined, (row: ValueRow) => string | number | boolean])[] = [
    [shows((row) => row.label), (row) => row.label],
    [places.value, (row) => fromCell(row.value)],
    [places.unit, (row) => row.unit],
    [shows((row) => row.allowed), (row) => row.allowed],
    [places.key, (row) => row.field.key],
  ];
  const width = Math.max(...columns.map(([column]) => column || 0)) + 1;
  const add = (added: readonly ValueRow[], after: number): void => {
    if (added.length === 0) return;
    growTo(tab, after + added.length);
    const range = tab.getRange(after + 1, 1, added.length, width);
    range.setNumberFormats(
      added.map((row) => Array.from({ length: width }, (_, at) => (at === places.value ? formatOf(row) : "@"))),
    );
    // In one call: a label without its key would be a row that lost it.
    range.setValues(
      added.map((row) => {
        const cells: (string | number | boolean)[] = Array(width).fill("");
        for (const [column, cellIn] of columns) if (column !== undefined) cells[column] = cellIn(row);
        return cells;
      }),
    );
    dressValues(tab, added, after + 1, places.value + 1, inForce.policy, language);
  };
  add(
    missing.filter(({ advanced }) => advanced),
    rows.length,
  );
  const basic = missing.filter(({ advanced }) => !advanced);
  if (basic.length === 0) return;
  let last = 0;
  for (const { key, basic: onTop } of policyFields().list) if (onTop) last = Math.max(last, rowOf.get(key) ?? 0);
  tab.insertRowsAfter(last + 1, basic.length);
  add(basic, last + 1);
}

/** Runs of neighbouring rows that hold; `to` is exclusive. */
const blocks = <Row>(rows: readonly Row[], holds: (row: Row) => boolean): { from: number; to: number }[] =>
  runsOf(
    rows.flatMap((row, at) => (holds(row) ? [at] : [])),
    (one, last) => one === last + 1,
  ).map((run) => ({ from: run[0]!, to: run[0]! + run.length }));

/**
 * Puts a policy into its tab, in the team's rows wherever they were sorted to. Of the columns of value and unit whole runs are
 * written from the first to the last cell that holds something else; around what is not ours to write, or would come back as
 * something else, a run is split. A formula stays, whatever it shows: it counts again when the sheet is next read.
 *
 * @param read the tab where it was read a moment ago
 */
export function showPolicy(book: Book, policy: Policy, language: Language, read?: PolicyTab): void {
  const tab = read?.tab || findTab(book, "policy");
  if (!tab) return;
  const wanted = new Map<Cell | undefined, ValueRow>();
  for (const row of policyRows(policy, language)) if (row.kind === "value") wanted.set(row.field.key, row);
  const all = tab.getDataRange();
  const rows = read?.rows || toRows(all.getValues() as unknown[][], book.clock);
  const places = read ? read.places : placesIn(rows, savedPolicy(book), language);
  if (!places) return;
  const formulas = all.getFormulas();
  for (const [column, cellIn] of [
    [places.value, (row: ValueRow) => fromCell(row.value)],
    [places.unit, (row: ValueRow) => row.unit],
  ] as const) {
    if (column === undefined) continue;
    const cells = rows.map((row, at) => {
      const cell = row[column] ?? "";
      const [value, own] = [fromCell(cell), wanted.get(row[places.key])];
      const after = own ? cellIn(own) : value;
      const differs = after !== value;
      const free = differs || (own ? !isDateCell(cell) && !isParsed(cell) : cell === "");
      return { after, differs, free: free && !formulas[at]?.[column] };
    });
    for (const { from, to } of blocks(cells, ({ free }) => free)) {
      const run = cells.slice(from, to);
      const first = run.findIndex(({ differs }) => differs);
      if (first < 0) continue;
      while (!run[run.length - 1]!.differs) run.pop();
      const values = run.slice(first).map(({ after }) => [after]);
      tab.getRange(from + first + 1, column + 1, values.length, 1).setValues(values);
    }
  }
}

/** What is wrong with the policy sheet, a sentence each, naming cell and what is allowed. */
export function policySentences(
  problems: readonly SheetProblem[],
  policy: Policy,
  settingsLanguage: Language,
  language: Language,
): string[] {
  if (problems.length === 0) return [];
  const words = wordsIn(language);
  const name = wordsIn(settingsLanguage).tabs.policy;
  const sentences = problems.map(({ problem, row, column }) =>
    say(words.policyProblem, {
      0:
        row === undefined || column === undefined
          ? problem.code === "keys_lost"
            ? name
            : ""
          : `${name}!${a1Of(row, column)}`,
      1: problemText(problem, policy, language),
    }),
  );
  return problems.every(({ problem }) => isWarning(problem)) ? sentences : [...sentences, words.lastGoodPolicy];
}

/** A problem of the policy in words, without the cell. */
export function problemText(problem: PolicyProblem | KeysLost, policy: Policy, language: Language): string {
  const words = wordsIn(language).policyProblems;
  const labelOfKey = (key: string): string => {
    const row = policyRows(policy, language).find((one) => one.kind === "value" && one.field.key === key);
    return row?.kind === "value" ? row.label : key;
  };
  const axisOf = (axis: string): string => LABELLED.find(({ id }) => id === axis)!.label[language];
  switch (problem.code) {
    case "keys_lost":
      return words.keysLost;
    case "unknown_key":
      return say(words.unknownKey, { 0: problem.key, 1: problem.near.join(language === "zh" ? "、" : ", ") });
    case "bad_value":
      return say(words.badValue, {
        0: problem.field.label[language],
        1: problem.text,
        2: allowedIn(problem.field, policy, language),
      });
    case "other_currency":
      return say(words.otherCurrency, { 0: labelOfKey(problem.key), 1: problem.text, 2: problem.base });
    case "mixed_units":
      return say(words.mixedUnits, { 0: labelOfKey(problem.key), 1: labelOfKey(problem.other) });
    case "in_wan":
      return say(words.inWan, { 0: policy["currency.base"] });
    case "hole":
      return say(words.hole, { 0: axisOf(problem.axis), 1: labelOfKey(problem.key) });
    case "unreachable":
      return say(words.unreachable, {
        0: axisOf(problem.axis),
        1: labelOf(policy, language, problem.axis, problem.id),
        2: labelOfKey(problem.key),
      });
    case "out_of_order":
      return say(words.outOfOrder, { 0: labelOfKey(problem.key), 1: labelOfKey(problem.above) });
    case "same_label":
      return say(words.sameLabel, { 0: labelOfKey(problem.key), 1: labelOfKey(problem.other), 2: problem.word });
  }
}
