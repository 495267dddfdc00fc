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

/** How a cell looks. A key that is absent says nothing; fill and color are "#rrggbb", and "" takes them away. */
export interface Style {
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
  /** Points. */
  readonly fontSize?: number;
  readonly align?: "left" | "center" | "right";
  readonly verticalAlign?: "top" | "middle" | "bottom";
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

/** What may be chosen in a cell. */
export type Validation =
  | { readonly type: "list"; readonly values: readonly string[]; readonly strict: boolean; readonly help?: string }
  | { readonly type: "checkbox"; readonly strict: boolean; readonly help?: string }
  /** A rule that the runtime cannot describe: kept as the engine holds it. */
  | { readonly type: "other"; readonly raw: unknown };

/** Rows that fold together, both ends included. */
export interface RowGroup {
  readonly from: number;
  readonly to: number;
  readonly folded: boolean;
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

/** A block of cells on some sheet. */
export interface Place {
  readonly sheet: string;
  readonly zone: Zone;
}

/** One column of numbers, with the colour and the name of its own that it may have. */
export interface Series {
  readonly place: Place;
  /** "#rrggbb". */
  readonly color?: string;
  /** Stands in place of the header. */
  readonly name?: string;
}

export type LegendPlace = "top" | "right" | "bottom" | "left" | "none";

/** A chart over cells. It follows the rows and columns that it stands on, and its series those that they are in. */
export interface Chart {
  /** "column" and "line" can be put on a sheet and changed; charts of other types (pie …) come with files. */
  readonly type: string;
  /** Columns only: on top of each other. */
  readonly stacked: boolean;
  /** Whether the first cell of each series, and of the labels, is a header. */
  readonly headers: boolean;
  /** What stands below the axis. */
  readonly labels?: Place;
  readonly series: readonly Series[];
  readonly title: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly yMin?: number;
  readonly yMax?: number;
  readonly legend: LegendPlace;
  /** Lines only: whether each value is a dot, too. */
  readonly points: boolean;
  /** "#rrggbb". */
  readonly background?: string;
  /** The cell of its upper left corner, and how far from that cell's own corner it stands. Pixels. */
  readonly row: number;
  readonly column: number;
  readonly offsetX: number;
  readonly offsetY: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export interface PlacedChart extends Chart {
  /** A text that never changes while the workbook is open. */
  readonly id: string;
}

/**
 * A function typed in cells: gets scalars, or row-major 2-D arrays for ranges; a blank is "", and a number in a cell
 * with a date format comes as its serial.
 */
export type CellFunction = (args: readonly (CellArgument | readonly (readonly CellArgument[])[])[]) => CellResult;
export type CellArgument = Value | { readonly serial: number };
export type CellResult =
  | { readonly values: readonly (readonly (Value | { readonly serial: number })[])[] }
  /** One value, no spill. */
  | { readonly value: Value | { readonly serial: number } }
  /** Shown as #ERROR!, the text being its note. */
  | { readonly error: string };

/** What the sheet shows of a function while its name is typed. */
export interface FunctionHelp {
  readonly description: string;
  readonly parameters: readonly { readonly name: string; readonly description: string }[];
}

/** The row or column before what is inserted, or the one after it. */
export type Neighbour = "before" | "after";

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
  /** A hidden sheet is shown by it. */
  activate(sheet: string): void;
  selection(): { readonly sheet: string; readonly zone: Zone };
  select(sheet: string, zone: Zone): void;

  /** Rows and columns of the sheet's grid. */
  size(sheet: string): { readonly rows: number; readonly columns: number };
  /** Rows and columns up to the last one that holds anything, spilled cells included. 0 and 0 when empty. */
  used(sheet: string): { readonly rows: number; readonly columns: number };
  /** New rows look (formats and styles) like the neighbour named, if there is one on that side; "after" when absent. */
  insertRows(sheet: string, before: number, count: number, like?: Neighbour): void;
  insertColumns(sheet: string, before: number, count: number, like?: Neighbour): void;
  deleteRows(sheet: string, from: number, count: number): void;
  deleteColumns(sheet: string, from: number, count: number): void;
  /** Moves whole columns so that the first of them stands before `before` (counted before the move). */
  moveColumns(sheet: string, from: number, count: number, before: number): void;
  /** The same for whole rows. */
  moveRows(sheet: string, from: number, count: number, before: number): void;
  /** Sorts within the zone: its row i gets what stood in its row order[i]. Pins stay where they are, as Google's do. */
  reorderRows(sheet: string, zone: Zone, order: readonly number[]): void;

  /** Evaluated values; a formula that failed gives its error text ("#REF!"). */
  values(sheet: string, zone: Zone): Value[][];
  /** As shown, by the number format. */
  displays(sheet: string, zone: Zone): string[][];
  /** The formula with its "=", or "" where a cell has none. */
  formulas(sheet: string, zone: Zone): string[][];
  /** Number format patterns, "" for automatic. */
  formats(sheet: string, zone: Zone): string[][];
  /** What a failed formula says for itself, "" where nothing failed. */
  message(sheet: string, row: number, column: number): string;
  /** Text put in as a value stays that text, whatever it looks like. Formats and styles stay. */
  write(sheet: string, top: number, left: number, contents: readonly (readonly Content[])[]): void;
  setFormat(sheet: string, zone: Zone, pattern: string): void;
  setFormats(sheet: string, top: number, left: number, patterns: readonly (readonly string[])[]): void;
  clear(sheet: string, zone: Zone, what: { readonly contents: boolean; readonly formats: boolean }): void;
  styles(sheet: string, zone: Zone): Style[][];
  setStyle(sheet: string, zone: Zone, style: Style): void;
  setStyles(sheet: string, top: number, left: number, styles: readonly (readonly Style[])[]): void;
  note(sheet: string, row: number, column: number): string;
  /** All notes of the sheet. */
  notes(sheet: string): readonly { readonly row: number; readonly column: number; readonly text: string }[];
  /** "" takes the note away. */
  setNote(sheet: string, row: number, column: number, note: string): void;
  validations(sheet: string, zone: Zone): (Validation | undefined)[][];
  /** undefined takes it away. */
  setValidation(sheet: string, zone: Zone, rule: Validation | undefined): void;

  /** First in the list wins. */
  rules(sheet: string): readonly FormatRule[];
  setRules(sheet: string, rules: readonly FormatRule[]): void;

  frozenRows(sheet: string): number;
  freezeRows(sheet: string, rows: number): void;
  frozenColumns(sheet: string): number;
  freezeColumns(sheet: string, columns: number): void;
  isColumnHidden(sheet: string, column: number): boolean;
  hideColumns(sheet: string, from: number, count: number, hidden: boolean): void;
  isRowHidden(sheet: string, row: number): boolean;
  hideRows(sheet: string, from: number, count: number, hidden: boolean): void;
  columnWidth(sheet: string, column: number): number;
  setColumnWidth(sheet: string, column: number, pixels: number): void;
  /** "#rrggbb" or "". */
  tabColor(sheet: string): string;
  setTabColor(sheet: string, color: string): void;
  rowGroups(sheet: string): readonly RowGroup[];
  /** Groups rows (an outline), or folds a group that is there. */
  groupRows(sheet: string, from: number, to: number, folded: boolean): void;
  ungroupRows(sheet: string, from: number, to: number): void;
  /** The zone of the sheet's filter, header row included. */
  filter(sheet: string): Zone | undefined;
  setFilter(sheet: string, zone: Zone | undefined): void;

  /** In the order in which they were put there. */
  charts(sheet: string): readonly PlacedChart[];
  /** Gives the new chart's id. */
  insertChart(sheet: string, chart: Chart): string;
  updateChart(sheet: string, id: string, chart: Chart): void;
  removeChart(sheet: string, id: string): void;

  names(): readonly string[];
  setName(name: string, sheet: string, zone: Zone): void;
  removeName(name: string): void;
  name(name: string): { readonly sheet: string; readonly zone: Zone } | undefined;

  pins(): readonly Pin[];
  addPin(pin: Omit<Pin, "id">): number;
  removePin(id: number): void;

  /** Makes NAME callable in formulas; again with the same name replaces it. Cells that use it are calculated anew. */
  registerFunction(name: string, run: CellFunction, help?: FunctionHelp): void;
}
