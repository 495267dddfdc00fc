import { AXES, type AxisId } from "../core/axes";
import type { Language } from "../core/bilingual";
import type { Answers } from "../core/cells/cell";
import { type Cell, isDateCell, type Reading, type Rows } from "../core/cells/cell";
import { readDay } from "../core/cells/date";
import type { Words } from "../core/columns";
import type { Day } from "../core/day";
import type { Policy } from "../core/policy/fields";
import { readPolicySheet } from "../core/policy/sheet";
import { readRates } from "../core/rates";
import type { ReadContext } from "../core/tables/column";
import { type Clock, clockOf, toCell, toRows } from "./cells";
import { type CustomFunction, type DeclaredFunction, type Parameter, Plain, plainly } from "./define";
import { languageOfPerson, languageOfTeam } from "./languages";
import { cellAnswers } from "./look";
import { problemText, savedPolicy } from "./policy-sheet";
import { readSaved, type Saved } from "./saved";
import { wordsOf } from "./words";

/** An argument, or an answer: one cell, or rows of cells. */
export type Given = Cell | Rows;

/** What one call of a function of the sheet goes by. */
export interface FormulaCall {
  readonly asOf: Day;
  readonly policy: Policy;
  /** Of the labels. */
  readonly language: Language;
  readonly words: Words;
  readonly clock: Clock;
  readonly saved: Saved;
}

const AS_OF: Parameter = {
  name: "as_of",
  type: "date",
  optional: true,
  help: {
    en: "Pass TIERBOOK_DAY, not TODAY().",
    zh: "请引用 TIERBOOK_DAY，不要用 TODAY()。",
  },
};

const POLICY: Parameter = {
  name: "policy",
  type: "range",
  optional: true,
  help: {
    en: "The policy sheet.",
    zh: "规则表。",
  },
};

export const isRows = (given: Given): given is Rows => Array.isArray(given);

const isBlank = (given: Given): boolean => given === "";

/** The cell itself, or the first one of a range. */
export const firstCell = (given: Given): Cell => (isRows(given) ? given[0]![0]! : given);

function asOfFrom(given: Given, clock: Clock): Day {
  const cell = firstCell(given);
  if (cell === "") return clock.today;
  // TIERBOOK_DAY holds a fraction that tells saves of the policy apart.
  const whole = typeof cell === "number" ? Math.floor(cell) : cell;
  const reading = readDay(whole, { asOf: clock.today, dayOfInstant: clock.dayOf, answers: {} });
  if (reading.as !== "read") throw new Plain("badAsOf");
  return reading.value;
}

function policyFromRange(given: Given, saved: Saved, language: Language): Policy {
  const lastGood = savedPolicy({ saved });
  if (isBlank(given)) return lastGood;
  if (!isRows(given)) throw new Plain("tableNeeded", POLICY.name);
  const { policy, problems } = readPolicySheet(given, lastGood, language);
  const first = problems[0];
  if (first) throw new Plain("policyCell", problemText(first.problem, lastGood, languageOfPerson()));
  return policy;
}

/** What Google is to show: days as dates of the spreadsheet's zone. */
function toGoogle(answer: Given, clock: Clock): unknown {
  const shown = (cell: Cell) => (isDateCell(cell) ? new Date(clock.midnightOf(cell.day)) : cell);
  return isRows(answer) ? answer.map((row) => row.map(shown)) : shown(answer);
}

/** A value that a cell can hold. Anything else throws a sentence. */
function plainCell(value: unknown, parameter: string): unknown {
  if (typeof value === "object" && value !== null && Object.prototype.toString.call(value) !== "[object Date]")
    throw new Plain("cellUnreadable", parameter, "{ }");
  return value;
}

/** Makes a declaration callable from a cell. Two calls to Google: what is saved, and the zone. */
function callable(declared: DeclaredFunction): CustomFunction {
  const parameters = [...declared.parameters, AS_OF, POLICY];
  const run = (...args: unknown[]): unknown => {
    const saved = readSaved();
    const clock = clockOf(SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone(), Date.now());
    const given = parameters.map(({ name }, i): Given => {
      const value = args[i];
      if (!Array.isArray(value)) return toCell(plainCell(value, name), clock);
      // A range without a cell, as FILTER and {} can give, is blank.
      const rows = value as unknown[][];
      return rows.every((row) => Array.isArray(row) && row.length === 0) ? "" : toRows(rows, clock);
    });
    const language = languageOfTeam(saved);
    const policy = policyFromRange(given[parameters.length - 1]!, saved, language);
    const asOf = asOfFrom(given[parameters.length - 2]!, clock);
    const call: FormulaCall = { asOf, policy, language, words: wordsOf(policy, language), clock, saved };
    return toGoogle(declared.answer(given, call), clock);
  };
  return { help: declared.help, parameters, returns: declared.returns, run: plainly(run) };
}

/** Makes all declarations callable, under their names. */
export function callableFunctions<Name extends string>(
  declared: Readonly<Record<Name, DeclaredFunction>>,
): Readonly<Record<Name, CustomFunction>> {
  const made = {} as Record<Name, CustomFunction>;
  for (const name of Object.keys(declared) as Name[]) made[name] = callable(declared[name]);
  return made;
}

/** One cell or one column, as a list. */
export function columnOf(given: Given, parameter: string): readonly Cell[] {
  if (!isRows(given)) return [given];
  return given.map((row) => {
    if (row.length !== 1) throw new Plain("oneColumn", parameter);
    return row[0]!;
  });
}

/** Several arguments line by line: a single cell stands for each line of a column. */
export function alongside(
  given: readonly Given[],
  parameters: readonly Parameter[],
): { columns: (readonly Cell[])[]; height: number } {
  const columns = given.map((one, i) => columnOf(one, parameters[i]!.name));
  const tall = given.findIndex((one, i) => isRows(one) && columns[i]!.length > 1);
  const height = tall < 0 ? 1 : columns[tall]!.length;
  columns.forEach((column, i) => {
    if (column.length !== 1 && column.length !== height) {
      throw new Plain("heights", parameters[tall]!.name, parameters[i]!.name);
    }
  });
  return {
    columns: columns.map((column) => (column.length === height ? column : Array<Cell>(height).fill(column[0]!))),
    height,
  };
}

/** The answer in the shape of the arguments: rows for rows, a cell for a cell. */
export const inShape = (cells: readonly Cell[], given: readonly Given[]): Given =>
  given.some(isRows) ? cells.map((cell) => [cell]) : cells[0]!;

/** A value that was read; undefined where it was not and the column goes on. A single cell throws a sentence instead. */
export function readOr<T>(reading: Reading<T>, cell: Cell, parameter: string, single: boolean): T | undefined {
  if (reading.as === "read") return reading.value;
  if (single && reading.as !== "blank") {
    const text = isDateCell(cell) ? "" : String(cell);
    throw new Plain(reading.as === "ambiguous" ? "cellAmbiguous" : "cellUnreadable", parameter, text);
  }
  return undefined;
}

export const optional = (parameter: Parameter): Parameter => ({ ...parameter, optional: true });

export const axisOf = (id: AxisId) => AXES.find((axis) => axis.id === id)!;

export const unrated = (call: FormulaCall, axis: AxisId | "urgency"): string => call.words.label(axis, "unrated");

export const answersOf = (call: FormulaCall): Answers => cellAnswers(call.saved.settings?.answers || {});

export const contextOf = (call: FormulaCall) => ({
  policy: call.policy,
  asOf: call.asOf,
  answers: answersOf(call),
  dayOfInstant: call.clock.dayOf,
});

/** A sheet of the document that is known by its number only. */
export const sheetAt = (sheetId: number | null | undefined) =>
  sheetId == null ? null : SpreadsheetApp.getActiveSpreadsheet().getSheetById(sheetId);

/** What amounts in other currencies need: the sheet of rates, where the document has one. */
export function moneyContext(call: FormulaCall): ReadContext {
  const context = contextOf(call);
  const sheet = sheetAt(call.saved.settings?.rates);
  return sheet
    ? { ...context, rates: readRates(toRows(sheet.getDataRange().getValues(), call.clock), context) }
    : context;
}
