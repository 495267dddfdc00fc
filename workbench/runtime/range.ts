import { a1, columnCount, columnLetters, rowCount, sheetPrefix } from "./a1";
import { instantToSerial, serialToInstant, wallTime } from "./dates";
import type { Machine } from "./machine";
import { addMetadata, metadataFinder, metadataObjects } from "./metadata";
import { isDateFormat, isTextFormat } from "./number-format";
import { behind, expose, free, isDate, type Members, read, SELF, type ServiceClass, write } from "./service";
import { sheetObject } from "./sheet";
import type { Content, Style, Value, Zone } from "./store";
import { habitsOf, typed } from "./typed";
import { validationBehind, validationObject } from "./validation";

export interface RangeSelf {
  readonly machine: Machine;
  readonly sheet: string;
  readonly zone: Zone;
  /** Written open-ended (A2:A): it then reaches to the end of the sheet, and prints so. */
  readonly open: { readonly rows: boolean; readonly columns: boolean };
}

type Grid = readonly (readonly unknown[])[];

const store = (r: RangeSelf) => r.machine.store;
const first = <T>(block: readonly (readonly T[])[]): T => block[0]![0]!;

/** A getter of the whole block and its twin for the top left cell. */
function pair<T>(name: string, plural: string, get: (r: RangeSelf) => T[][]): Members<RangeSelf> {
  return { [plural]: read<RangeSelf>("", get), [name]: read<RangeSelf>("", (r) => first(get(only(r)))) };
}

/** A style setter for the whole range and its twin with a block; null takes the style away. */
function styled(name: string, plural: string, toStyle: (value: unknown) => Style | undefined): Members<RangeSelf> {
  return {
    [name]: write<RangeSelf>("x", (r, value: unknown) => {
      const style = toStyle(value);
      // Google ignores a colour or alignment that it does not know.
      if (style) store(r).setStyle(r.sheet, r.zone, style);
      return SELF;
    }),
    [plural]: write<RangeSelf>("a", (r, values: Grid) => {
      checkShape(r, values);
      store(r).setStyles(
        r.sheet,
        r.zone.top,
        r.zone.left,
        Array.from(values, (line) => Array.from(line, (v) => toStyle(v ?? null) ?? {})),
      );
      return SELF;
    }),
  };
}

function only(r: RangeSelf): RangeSelf {
  return { ...r, zone: { ...r.zone, bottom: r.zone.top, right: r.zone.left } };
}

function checkShape(r: RangeSelf, values: Grid): void {
  const rows = rowCount(r.zone);
  const columns = columnCount(r.zone);
  if (!Array.isArray(values[0])) {
    throw r.machine.error(
      "The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues.",
    );
  }
  if (values.length !== rows) {
    throw r.machine.error(
      `The number of rows in the data does not match the number of rows in the range. The data has ${values.length} but the range has ${rows}.`,
    );
  }
  for (const line of values) {
    if (line.length !== columns) {
      throw r.machine.error(
        `The number of columns in the data does not match the number of columns in the range. The data has ${line.length} but the range has ${columns}.`,
      );
    }
  }
}

function toScript(r: RangeSelf, value: Value, format: string): unknown {
  if (typeof value !== "number" || !isDateFormat(format)) return value;
  return new r.machine.execution.realm.Date(serialToInstant(value, r.machine.host.spreadsheetTimeZone));
}

function getValues(r: RangeSelf): unknown[][] {
  const values = store(r).values(r.sheet, r.zone);
  if (!values.some((line) => line.some((v) => typeof v === "number"))) return values;
  const formats = store(r).formats(r.sheet, r.zone);
  return values.map((line, i) => line.map((value, j) => toScript(r, value, formats[i]![j]!)));
}

/** What a cell holds once the script wrote the value into it, and the format that it takes if it has none. */
function written(
  r: RangeSelf,
  value: unknown,
  format: string,
  year: () => number,
): { content: Content; format: string } {
  const host = r.machine.host;
  if (value === null || value === undefined || value === "") return { content: { value: "" }, format: "" };
  if (typeof value === "string") {
    return isTextFormat(format) ? { content: { value }, format: "" } : typed(value, host.spreadsheetLocale, year());
  }
  if (typeof value === "number") return { content: { value: Number.isFinite(value) ? value : "#NUM!" }, format: "" };
  if (typeof value === "boolean") return { content: { value }, format: "" };
  if (isDate(value)) {
    if (Number.isNaN(value.getTime())) throw r.machine.error("Cannot write an invalid date to a cell.");
    const serial = instantToSerial(value.getTime(), host.spreadsheetTimeZone);
    const day = habitsOf(host.spreadsheetLocale).dateFormat;
    return { content: { value: serial }, format: Number.isInteger(serial) ? day : `${day} h:mm:ss` };
  }
  throw r.machine.error(`Cannot write a value of the type ${typeof value} to a cell.`);
}

/** Writes as setValues does: text as typed, unless the cell's format is text. */
export function put(r: RangeSelf, values: Grid): void {
  const formats = store(r).formats(r.sheet, r.zone);
  let thisYear: number | undefined;
  const year = () => {
    thisYear ??= new Date(wallTime(r.machine.host.now(), r.machine.host.spreadsheetTimeZone)).getUTCFullYear();
    return thisYear;
  };
  let taken = false;
  const cells = Array.from(values, (line, i) =>
    Array.from(line, (value, j) => {
      const cell = written(r, value, formats[i]![j]!, year);
      if (cell.format !== "" && formats[i]![j] === "") {
        formats[i]![j] = cell.format;
        taken = true;
      }
      return cell.content;
    }),
  );
  store(r).write(r.sheet, r.zone.top, r.zone.left, cells);
  if (taken) store(r).setFormats(r.sheet, r.zone.top, r.zone.left, formats);
}

function fill<T>(r: RangeSelf, value: T): T[][] {
  return Array.from({ length: rowCount(r.zone) }, () => new Array<T>(columnCount(r.zone)).fill(value));
}

const formulaText = (r: RangeSelf, value: unknown): Content => {
  if (value === null || value === "") return { value: "" };
  if (typeof value !== "string") throw r.machine.error("A formula must be a text.");
  return { formula: value.startsWith("=") ? value : `=${value}` };
};

const colorNames: Record<string, string> = {
  black: "#000000",
  white: "#ffffff",
  red: "#ff0000",
  green: "#008000",
  blue: "#0000ff",
  yellow: "#ffff00",
  gray: "#808080",
  orange: "#ffa500",
};

/** "#rrggbb" in small letters of "#RGB", "#RRGGBB" or a colour's name; undefined for what is no colour. */
export function colorOf(value: unknown): string | undefined {
  if (value === null) return "";
  if (typeof value !== "string") return undefined;
  const lower = value.toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(lower)) return lower;
  if (/^#[0-9a-f]{3}$/.test(lower)) return `#${[...lower.slice(1)].map((c) => c + c).join("")}`;
  return colorNames[lower];
}

const color = (key: "fill" | "color") => (value: unknown) => {
  const found = colorOf(value);
  return found === undefined ? undefined : { [key]: found };
};

const choice =
  <Key extends keyof Style>(key: Key, choices: Record<string, Style[Key]>) =>
  (value: unknown): Style | undefined => {
    const name = value === null ? "" : String(value);
    return Object.hasOwn(choices, name) ? ({ [key]: choices[name] } as Style) : undefined;
  };

const clearing =
  (what: { contents: boolean; formats: boolean; notes?: boolean; validations?: boolean }) => (r: RangeSelf) => {
    clearRange(r, what);
    return SELF;
  };

function clearRange(
  r: RangeSelf,
  what: { contents: boolean; formats: boolean; notes?: boolean; validations?: boolean },
): void {
  store(r).clear(r.sheet, r.zone, what);
  if (what.validations) store(r).setValidation(r.sheet, r.zone, undefined);
  if (what.notes) for (const { row, column } of notesIn(r)) store(r).setNote(r.sheet, row, column, "");
}

function eachCell(r: RangeSelf, visit: (row: number, column: number, i: number, j: number) => void): void {
  for (let row = r.zone.top; row <= r.zone.bottom; row++) {
    for (let column = r.zone.left; column <= r.zone.right; column++) {
      visit(row, column, row - r.zone.top, column - r.zone.left);
    }
  }
}

/** The notes within the range, at their places in it. */
function notesIn(r: RangeSelf): { row: number; column: number; text: string }[] {
  const { top, left, bottom, right } = r.zone;
  return store(r)
    .notes(r.sheet)
    .filter((n) => n.row >= top && n.row <= bottom && n.column >= left && n.column <= right);
}

function notes(r: RangeSelf): string[][] {
  const out = fill(r, "");
  for (const { row, column, text } of notesIn(r)) out[row - r.zone.top]![column - r.zone.left] = text;
  return out;
}

interface SortKey {
  readonly column: number;
  readonly ascending: boolean;
}

/** Sorts the rows of a zone; columns count from 1 at the sheet's edge. Blanks go last, numbers before text. */
export function sortZone(machine: Machine, sheet: string, zone: Zone, spec: unknown): void {
  const keys = (Array.isArray(spec) ? Array.from(spec as unknown[]) : [spec]).map((s): SortKey => {
    if (typeof s === "number") return { column: s, ascending: true };
    const key = s as { column?: unknown; ascending?: unknown };
    if (typeof key?.column !== "number") throw machine.error("A sort needs the number of a column.");
    return { column: key.column, ascending: key.ascending !== false };
  });
  const columns = keys.map((k) => {
    if (k.column - 1 < zone.left || k.column - 1 > zone.right) {
      throw machine.error("The sort column is outside the range.");
    }
    return machine.store.values(sheet, { ...zone, left: k.column - 1, right: k.column - 1 }).map((line) => line[0]!);
  });
  const order = Array.from({ length: rowCount(zone) }, (_, i) => i);
  order.sort((a, b) => {
    for (const [k, key] of keys.entries()) {
      const by = compare(columns[k]![a]!, columns[k]![b]!, key.ascending);
      if (by !== 0) return by;
    }
    return a - b;
  });
  machine.store.reorderRows(sheet, zone, order);
}

function compare(a: Value, b: Value, ascending: boolean): number {
  if (a === "" || b === "") return a === b ? 0 : a === "" ? 1 : -1;
  const rank = (v: Value) => (typeof v === "number" ? 0 : typeof v === "string" ? 1 : 2);
  const by =
    rank(a) !== rank(b)
      ? rank(a) - rank(b)
      : typeof a === "string"
        ? a.localeCompare(String(b), "en", { sensitivity: "base" })
        : Number(a) - Number(b);
  return ascending ? by : -by;
}

const hidden = (r: RangeSelf, row: number, column: number) =>
  rangeObject(r.machine, r.sheet, {
    top: r.zone.top + row,
    left: r.zone.left + column,
    bottom: r.zone.bottom + row,
    right: r.zone.right + column,
  });

const members: Members<RangeSelf> = {
  getRow: free<RangeSelf>("", (r) => r.zone.top + 1),
  getColumn: free<RangeSelf>("", (r) => r.zone.left + 1),
  getRowIndex: free<RangeSelf>("", (r) => r.zone.top + 1),
  getLastRow: free<RangeSelf>("", (r) => r.zone.bottom + 1),
  getLastColumn: free<RangeSelf>("", (r) => r.zone.right + 1),
  getNumRows: free<RangeSelf>("", (r) => rowCount(r.zone)),
  getNumColumns: free<RangeSelf>("", (r) => columnCount(r.zone)),
  getHeight: free<RangeSelf>("", (r) => rowCount(r.zone)),
  getWidth: free<RangeSelf>("", (r) => columnCount(r.zone)),
  getSheet: free<RangeSelf>("", (r) => sheetObject(r.machine, r.sheet)),
  getGridId: free<RangeSelf>("", (r) => r.machine.sheetNumber(r.sheet)),
  getA1Notation: free<RangeSelf>("", notation),
  getCell: free<RangeSelf>("nn", (r, row: number, column: number) => {
    if (row < 1 || column < 1 || row > rowCount(r.zone) || column > columnCount(r.zone)) {
      throw r.machine.error("Cell reference out of range");
    }
    const top = r.zone.top + row - 1;
    const left = r.zone.left + column - 1;
    return rangeObject(r.machine, r.sheet, { top, left, bottom: top, right: left });
  }),
  offset: free<RangeSelf>("nn|nnn|nnnn", (r, row: number, column: number, rows?: number, columns?: number) => {
    if (rows === undefined) return hidden(r, row, column);
    const top = r.zone.top + row;
    const left = r.zone.left + column;
    const bottom = top + rows - 1;
    return rangeObject(r.machine, r.sheet, { top, left, bottom, right: left + (columns ?? columnCount(r.zone)) - 1 });
  }),
  isStartRowBounded: free<RangeSelf>("", () => true),
  isEndRowBounded: free<RangeSelf>("", (r) => !r.open.rows),
  isEndColumnBounded: free<RangeSelf>("", (r) => !r.open.columns),

  ...pair("getValue", "getValues", getValues),
  ...pair("getDisplayValue", "getDisplayValues", (r) => store(r).displays(r.sheet, r.zone)),
  ...pair("getFormula", "getFormulas", (r) => store(r).formulas(r.sheet, r.zone)),
  ...pair("getNumberFormat", "getNumberFormats", (r) =>
    store(r)
      .formats(r.sheet, r.zone)
      .map((line) => line.map((f) => f || AUTOMATIC)),
  ),
  ...pair("getNote", "getNotes", notes),
  ...pair("getBackground", "getBackgrounds", (r) => styleBlock(r, (s) => s.fill || "#ffffff")),
  ...pair("getFontColor", "getFontColors", (r) => styleBlock(r, (s) => s.color || "#000000")),
  ...pair("getFontWeight", "getFontWeights", (r) => styleBlock(r, (s) => (s.bold ? "bold" : "normal"))),
  ...pair("getFontStyle", "getFontStyles", (r) => styleBlock(r, (s) => (s.italic ? "italic" : "normal"))),
  ...pair("getFontLine", "getFontLines", (r) =>
    styleBlock(r, (s) => (s.strikethrough ? "line-through" : s.underline ? "underline" : "none")),
  ),
  ...pair("getFontSize", "getFontSizes", (r) => styleBlock(r, (s) => s.fontSize ?? 10)),
  ...pair("getWrap", "getWraps", (r) => styleBlock(r, (s) => s.wrap ?? false)),
  ...pair("getHorizontalAlignment", "getHorizontalAlignments", (r) => styleBlock(r, (s) => s.align ?? "general")),
  ...pair("getVerticalAlignment", "getVerticalAlignments", (r) => styleBlock(r, (s) => s.verticalAlign ?? "bottom")),
  ...pair("getDataValidation", "getDataValidations", (r) =>
    store(r)
      .validations(r.sheet, r.zone)
      .map((line) => line.map((rule) => (rule ? validationObject(r.machine, rule) : null))),
  ),
  isBlank: read<RangeSelf>("", (r) => {
    const empty = (block: readonly (readonly Value[])[]) => block.every((line) => line.every((v) => v === ""));
    return empty(store(r).values(r.sheet, r.zone)) && empty(store(r).formulas(r.sheet, r.zone));
  }),

  setValues: write<RangeSelf>("a", (r, values: Grid) => {
    checkShape(r, values);
    put(r, values);
    return SELF;
  }),
  setValue: write<RangeSelf>("x", (r, value: unknown) => {
    put(r, fill(r, value));
    return SELF;
  }),
  setFormulas: write<RangeSelf>("a", (r, values: Grid) => {
    checkShape(r, values);
    const cells = Array.from(values, (line) => Array.from(line, (v) => formulaText(r, v)));
    store(r).write(r.sheet, r.zone.top, r.zone.left, cells);
    return SELF;
  }),
  setFormula: write<RangeSelf>("s", (r, formula: string) => {
    store(r).write(r.sheet, r.zone.top, r.zone.left, fill(r, formulaText(r, formula)));
    return SELF;
  }),
  setNumberFormat: write<RangeSelf>("s", (r, pattern: string) => {
    store(r).setFormat(r.sheet, r.zone, automatic(pattern));
    return SELF;
  }),
  setNumberFormats: write<RangeSelf>("a", (r, patterns: Grid) => {
    checkShape(r, patterns);
    const block = Array.from(patterns, (line) => Array.from(line, (p) => automatic(String(p))));
    store(r).setFormats(r.sheet, r.zone.top, r.zone.left, block);
    return SELF;
  }),
  setNote: write<RangeSelf>("s|x", (r, note: string | null) => {
    eachCell(r, (row, column) => store(r).setNote(r.sheet, row, column, note ?? ""));
    return SELF;
  }),
  setNotes: write<RangeSelf>("a", (r, values: Grid) => {
    checkShape(r, values);
    eachCell(r, (row, column, i, j) => store(r).setNote(r.sheet, row, column, String(values[i]![j] ?? "")));
    return SELF;
  }),
  ...styled("setBackground", "setBackgrounds", color("fill")),
  ...styled("setFontColor", "setFontColors", color("color")),
  ...styled("setFontWeight", "setFontWeights", choice("bold", { bold: true, normal: false, "": false })),
  ...styled("setFontStyle", "setFontStyles", choice("italic", { italic: true, normal: false, "": false })),
  ...styled("setFontLine", "setFontLines", (value) => {
    if (value === "line-through") return { strikethrough: true, underline: false };
    if (value === "underline") return { strikethrough: false, underline: true };
    return value === "none" || value === null ? { strikethrough: false, underline: false } : undefined;
  }),
  ...styled("setFontSize", "setFontSizes", (value) =>
    typeof value === "number" && value > 0 ? { fontSize: value } : undefined,
  ),
  ...styled("setWrap", "setWraps", (value) => (typeof value === "boolean" ? { wrap: value } : undefined)),
  ...styled(
    "setHorizontalAlignment",
    "setHorizontalAlignments",
    choice("align", { left: "left", center: "center", right: "right" }),
  ),
  ...styled(
    "setVerticalAlignment",
    "setVerticalAlignments",
    choice("verticalAlign", { top: "top", middle: "middle", bottom: "bottom" }),
  ),
  setDataValidation: write<RangeSelf>("o|x", (r, rule: unknown) => {
    store(r).setValidation(r.sheet, r.zone, rule === null ? undefined : validationBehind(r.machine, rule));
    return SELF;
  }),
  clearDataValidations: write<RangeSelf>("", (r) => {
    store(r).setValidation(r.sheet, r.zone, undefined);
    return SELF;
  }),
  insertCheckboxes: write<RangeSelf>("", (r) => {
    store(r).setValidation(r.sheet, r.zone, { type: "checkbox", strict: true });
    const values = store(r).values(r.sheet, r.zone);
    const cells = values.map((line) => line.map((value): Content => ({ value: value === "" ? false : value })));
    store(r).write(r.sheet, r.zone.top, r.zone.left, cells);
    return SELF;
  }),
  clear: write<RangeSelf>("|o", (r, options?: Record<string, unknown>) => {
    const some = options?.contentsOnly === true || options?.formatOnly === true;
    clearRange(r, {
      contents: !some || options?.contentsOnly === true,
      formats: !some || options?.formatOnly === true,
      notes: !some,
      validations: !some,
    });
    return SELF;
  }),
  clearContent: write<RangeSelf>("", clearing({ contents: true, formats: false })),
  clearFormat: write<RangeSelf>("", clearing({ contents: false, formats: true })),
  clearNote: write<RangeSelf>("", clearing({ contents: false, formats: false, notes: true })),
  sort: write<RangeSelf>("x", (r, spec: unknown) => {
    sortZone(r.machine, r.sheet, r.zone, spec);
    return SELF;
  }),
  shiftRowGroupDepth: write<RangeSelf>("n", (r, delta: number) => {
    if (delta > 0) store(r).groupRows(r.sheet, r.zone.top, r.zone.bottom, false);
    if (delta < 0) store(r).ungroupRows(r.sheet, r.zone.top, r.zone.bottom);
    return SELF;
  }),
  createFilter: write<RangeSelf>("", (r) => {
    if (store(r).filter(r.sheet)) {
      throw r.machine.error("You can't create a filter in a sheet that already has a filter.");
    }
    store(r).setFilter(r.sheet, r.zone);
    return filterObject(r.machine, r.sheet);
  }),
  getFilter: read<RangeSelf>("", (r) => (store(r).filter(r.sheet) ? filterObject(r.machine, r.sheet) : null)),
  activate: write<RangeSelf>("", (r) => {
    store(r).select(r.sheet, r.zone);
    return SELF;
  }),
  addDeveloperMetadata: write<RangeSelf>("s|ss|so|sso", (r, key: string, value?: unknown, visibility?: unknown) => {
    const { rows, columns } = store(r).size(r.sheet);
    const wholeColumn = r.zone.top === 0 && r.zone.bottom === rows - 1;
    const wholeRow = r.zone.left === 0 && r.zone.right === columns - 1;
    const oneColumn = wholeColumn && r.zone.left === r.zone.right;
    const oneRow = wholeRow && r.zone.top === r.zone.bottom;
    if (!oneColumn && !oneRow) {
      throw r.machine.error(
        "Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.",
      );
    }
    addMetadata(r.machine, key, value, visibility, {
      on: oneColumn ? "column" : "row",
      sheet: r.sheet,
      at: oneColumn ? r.zone.left : r.zone.top,
    });
    return SELF;
  }),
  createDeveloperMetadataFinder: free<RangeSelf>("", (r) =>
    metadataFinder(r.machine, { sheet: r.sheet, zone: r.zone }),
  ),
  getDeveloperMetadata: read<RangeSelf>("", (r) =>
    metadataObjects(r.machine, (pin) => pin.sheet === r.sheet && covers(r, pin.on, pin.at)),
  ),
};

function covers(r: RangeSelf, on: string, place: number | undefined): boolean {
  const { rows, columns } = store(r).size(r.sheet);
  if (on === "column")
    return r.zone.top === 0 && r.zone.bottom === rows - 1 && place! >= r.zone.left && place! <= r.zone.right;
  return (
    on === "row" && r.zone.left === 0 && r.zone.right === columns - 1 && place! >= r.zone.top && place! <= r.zone.bottom
  );
}

/** What getNumberFormat says of a cell without a format of its own. */
const AUTOMATIC = "0.###############";

function automatic(pattern: string): string {
  return /^general$/i.test(pattern) || pattern === AUTOMATIC ? "" : pattern;
}

function styleBlock<T>(r: RangeSelf, pick: (style: Style) => T): T[][] {
  return store(r)
    .styles(r.sheet, r.zone)
    .map((line) => line.map(pick));
}

function notation(r: RangeSelf): string {
  const { zone, open } = r;
  if (open.rows && zone.top === 0) return `${columnLetters(zone.left)}:${columnLetters(zone.right)}`;
  if (open.rows) return `${columnLetters(zone.left)}${zone.top + 1}:${columnLetters(zone.right)}`;
  if (open.columns && zone.left === 0) return `${zone.top + 1}:${zone.bottom + 1}`;
  if (open.columns) return `${columnLetters(zone.left)}${zone.top + 1}:${zone.bottom + 1}`;
  return a1(zone);
}

export const rangeClass: ServiceClass<RangeSelf> = {
  name: "SpreadsheetApp.Range",
  area: "document",
  members,
  describe: (r) => sheetPrefix(store(r).sheetName(r.sheet)) + a1(r.zone),
};

const bounded = { rows: false, columns: false };

/** The script's Range over the zone. Throws as Google does when the zone is empty or reaches out of the sheet. */
export function rangeObject(machine: Machine, sheet: string, zone: Zone, open: RangeSelf["open"] = bounded): unknown {
  const whole = [zone.top, zone.left, zone.bottom, zone.right].every(Number.isInteger);
  if (!whole) throw machine.error("The row and column numbers of a range must be whole numbers.");
  if (zone.top < 0) throw machine.error("The starting row of the range is too small.");
  if (zone.left < 0) throw machine.error("The starting column of the range is too small.");
  if (zone.bottom < zone.top) throw machine.error("The number of rows in the range must be at least 1.");
  if (zone.right < zone.left) throw machine.error("The number of columns in the range must be at least 1.");
  const { rows, columns } = machine.store.size(sheet);
  if (zone.bottom >= rows || zone.right >= columns) {
    throw machine.error("The coordinates of the range are outside the dimensions of the sheet.");
  }
  return expose(machine, rangeClass, { machine, sheet, zone, open });
}

/** The sheet and zone behind a script's Range; throws for anything else. */
export function rangeBehind(machine: Machine, range: unknown): RangeSelf {
  const found = behind(range, rangeClass);
  if (!found) throw machine.error("The parameters ((class)) don't match: a Range is needed.");
  return found;
}

interface FilterSelf {
  readonly machine: Machine;
  readonly sheet: string;
}

const filterClass: ServiceClass<FilterSelf> = {
  name: "SpreadsheetApp.Filter",
  area: "document",
  members: {
    getRange: read<FilterSelf>("", (f) => rangeObject(f.machine, f.sheet, f.machine.store.filter(f.sheet)!)),
    remove: write<FilterSelf>("", (f) => f.machine.store.setFilter(f.sheet, undefined)),
  },
};

export function filterObject(machine: Machine, sheet: string): unknown {
  return expose(machine, filterClass, { machine, sheet });
}
