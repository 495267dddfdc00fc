/**
 * What a spreadsheet engine must offer so that the Apps Script runtime can run on it. Rows and columns are 0-based,
 * zones are inclusive. A store knows nothing of Google: strictness, parsing of typed text and service calls are the
 * runtime's. Every method is synchronous.
 */

/** A value as an engine holds it. Dates are serial numbers; that a cell shows a day is its format's matter. Empty is "". */
export type Value = string | number | boolean;

export interface Zone {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What a cell is given. Exactly one of formula (with its "=") and value. */
export type Content = { readonly formula: string } | { readonly value: Value };

export interface Style {
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strikethrough?: boolean;
  readonly fontSize?: number;
  readonly align?: "left" | "center" | "right";
  readonly wrap?: boolean;
}

export type Condition =
  | { readonly type: "text_equal"; readonly text: string }
  | { readonly type: "text_contains"; readonly text: string }
  | { readonly type: "number_greater" | "number_less"; readonly value: number }
  | { readonly type: "number_between"; readonly low: number; readonly high: number }
  | { readonly type: "empty" | "not_empty" }
  | { readonly type: "formula"; readonly formula: string }
  /** A rule that the runtime cannot describe (colour scale, icons …): kept as the engine holds it, given back untouched. */
  | { readonly type: "other"; readonly raw: unknown };

export interface FormatRule {
  readonly condition: Condition;
  readonly style: Style;
  readonly zones: readonly Zone[];
}

/** Something pinned to a zone of a sheet that follows insert, move and delete of rows and columns (developer metadata). */
export interface Pin {
  readonly id: number;
  readonly key: string;
  readonly value: string;
  /** "DOCUMENT" or "PROJECT". */
  readonly visibility: string;
  readonly on: "spreadsheet" | "sheet" | "column" | "row";
  readonly sheet?: string;
  /** Where it now is; only for column and row. A pin whose column or row was deleted is gone. */
  readonly at?: number;
}

/** A function typed in cells: gets scalars, or row-major 2-D arrays for ranges; dates are serials with `isDate` told apart by the store. */
export type CellFunction = (args: readonly (CellArgument | readonly (readonly CellArgument[])[])[]) => CellResult;
export type CellArgument = Value | { readonly serial: number };
export type CellResult =
  | { readonly values: readonly (readonly (Value | { readonly serial: number })[])[] }
  /** One value, no spill. */
  | { readonly value: Value | { readonly serial: number } }
  | { readonly error: string };

export interface Store {
  /** Ids of the sheets from left to right. An id is a text that never changes; it is not Google's number. */
  sheets(): readonly string[];
  sheetName(sheet: string): string;
  rename(sheet: string, name: string): void;
  insertSheet(name: string, index: number, rows: number, columns: number): string;
  deleteSheet(sheet: string): void;
  moveSheet(sheet: string, index: number): void;
  isHidden(sheet: string): boolean;
  setHidden(sheet: string, hidden: boolean): void;
  active(): string;
  activate(sheet: string): void;
  selection(): { readonly sheet: string; readonly zone: Zone };
  select(sheet: string, zone: Zone): void;

  /** Rows and columns of the sheet's grid. */
  size(sheet: string): { readonly rows: number; readonly columns: number };
  /** Rows and columns up to the last one that holds anything, spilled cells included. 0 and 0 when empty. */
  used(sheet: string): { readonly rows: number; readonly columns: number };
  insertRows(sheet: string, before: number, count: number): void;
  insertColumns(sheet: string, before: number, count: number): void;
  deleteRows(sheet: string, from: number, count: number): void;
  deleteColumns(sheet: string, from: number, count: number): void;
  /** Moves whole columns so that the first of them stands before `before` (counted before the move). */
  moveColumns(sheet: string, from: number, count: number, before: number): void;
  /** Reorders whole rows from `top` on: row top + i gets what stood in row order[i]. */
  reorderRows(sheet: string, top: number, order: readonly number[]): void;

  /** Evaluated values; a formula that failed gives its error text ("#REF!"). */
  values(sheet: string, zone: Zone): Value[][];
  /** As shown, by the number format. */
  displays(sheet: string, zone: Zone): string[][];
  /** The formula with its "=", or "" where a cell has none. */
  formulas(sheet: string, zone: Zone): string[][];
  /** Number format patterns, "" for automatic. */
  formats(sheet: string, zone: Zone): string[][];
  /** Text put in as a value stays that text, whatever it looks like. */
  write(sheet: string, top: number, left: number, contents: readonly (readonly Content[])[]): void;
  setFormat(sheet: string, zone: Zone, pattern: string): void;
  clear(sheet: string, zone: Zone, what: { readonly contents: boolean; readonly formats: boolean }): void;
  styles(sheet: string, zone: Zone): Style[][];
  setStyle(sheet: string, zone: Zone, style: Style): void;
  note(sheet: string, row: number, column: number): string;
  setNote(sheet: string, row: number, column: number, note: string): void;

  rules(sheet: string): readonly FormatRule[];
  setRules(sheet: string, rules: readonly FormatRule[]): void;

  frozenRows(sheet: string): number;
  freezeRows(sheet: string, rows: number): void;
  frozenColumns(sheet: string): number;
  freezeColumns(sheet: string, columns: number): void;
  hideColumns(sheet: string, from: number, count: number): void;
  hideRows(sheet: string, from: number, count: number, hidden: boolean): void;
  setColumnWidth(sheet: string, column: number, pixels: number): void;
  /** Groups rows (an outline) and folds them. */
  groupRows(sheet: string, from: number, to: number, folded: boolean): void;
  hasFilter(sheet: string): boolean;
  /** A list of allowed values for each cell of the zone; undefined takes it away. */
  setDropdown(sheet: string, zone: Zone, values: readonly string[] | undefined): void;

  setName(name: string, sheet: string, zone: Zone): void;
  removeName(name: string): void;
  name(name: string): { readonly sheet: string; readonly zone: Zone } | undefined;

  pins(): readonly Pin[];
  addPin(pin: Omit<Pin, "id">): number;
  removePin(id: number): void;

  /** Makes NAME callable in formulas. */
  registerFunction(name: string, run: CellFunction): void;
}
