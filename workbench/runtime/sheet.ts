import { parseA1, rowCount } from "./a1";
import { chartBehind, chartObject, newChart, placedChartBehind } from "./charts";
import { ruleBehind, ruleObject } from "./format-rules";
import type { Machine } from "./machine";
import { addMetadata, metadataFinder, metadataObjects } from "./metadata";
import { colorOf, filterObject, put, rangeBehind, rangeObject, sortZone } from "./range";
import { behind, expose, free, googleEnum, type Members, read, SELF, type ServiceClass, write } from "./service";
import { spreadsheetObject } from "./spreadsheet";
import type { RowGroup, Zone } from "./store";

export interface SheetSelf {
  readonly machine: Machine;
  readonly sheet: string;
}

const store = (s: SheetSelf) => s.machine.store;

function wholeSheet(s: SheetSelf): Zone {
  const { rows, columns } = store(s).size(s.sheet);
  return { top: 0, left: 0, bottom: rows - 1, right: columns - 1 };
}

/** The range of a text such as "B2:C5" or "Orders!A:C"; `sheet` is meant where none is written. */
export function rangeOf(machine: Machine, text: string, sheet: string): unknown {
  const target = (name: string | undefined) =>
    name === undefined ? sheet : machine.store.sheets().find((id) => machine.store.sheetName(id) === name);
  const found = parseA1(text, (name) => {
    const id = target(name);
    return id === undefined ? undefined : machine.store.size(id);
  });
  if (!found) {
    const named = machine.store.name(text);
    if (named) return rangeObject(machine, named.sheet, named.zone);
    throw machine.error("Range not found");
  }
  const place = text.slice(text.lastIndexOf("!") + 1);
  const [from = "", to = ""] = place.replace(/\$/g, "").split(":");
  const open = {
    rows: place.includes(":") && /^[A-Za-z]+$/.test(to),
    columns: place.includes(":") && /^\d+$/.test(to) && /\d/.test(from),
  };
  return rangeObject(machine, target(found.sheet)!, found.zone, open);
}

function grow(s: SheetSelf, rows: number, columns: number): void {
  const size = store(s).size(s.sheet);
  if (rows > size.rows) store(s).insertRows(s.sheet, size.rows, rows - size.rows);
  if (columns > size.columns) store(s).insertColumns(s.sheet, size.columns, columns - size.columns);
}

function checkSpan(s: SheetSelf, what: "rows" | "columns", from: number, count: number): void {
  const size = store(s).size(s.sheet)[what];
  if (!(from >= 1) || !(count >= 1) || from + count - 1 > size) {
    throw s.machine.error(`Those ${what} are out of bounds.`);
  }
}

/** The four ways to insert rows or columns. Google counts positions from 1. */
function inserting(what: "Rows" | "Columns"): Members<SheetSelf> {
  const one = what === "Rows" ? "Row" : "Column";
  const kind = what === "Rows" ? "rows" : "columns";
  // Google lets what is inserted look like the row or column that it is inserted before, or after.
  const insert = (s: SheetSelf, at: number, side: "before" | "after", count: number) => {
    checkSpan(s, kind, at, 1);
    if (!(count >= 1)) throw s.machine.error("The number to insert must be at least 1.");
    const [before, like] = side === "before" ? ([at - 1, "after"] as const) : ([at, "before"] as const);
    if (what === "Rows") store(s).insertRows(s.sheet, before, count, like);
    else store(s).insertColumns(s.sheet, before, count, like);
    return SELF;
  };
  const remove = (s: SheetSelf, from: number, count: number) => {
    checkSpan(s, kind, from, count);
    if (count === store(s).size(s.sheet)[kind]) throw s.machine.error(`You can't delete all the ${kind} on the sheet.`);
    if (what === "Rows") store(s).deleteRows(s.sheet, from - 1, count);
    else store(s).deleteColumns(s.sheet, from - 1, count);
  };
  return {
    [`insert${what}`]: write<SheetSelf>("n|nn", (s, at: number, count = 1) => insert(s, at, "before", count)),
    [`insert${what}Before`]: write<SheetSelf>("nn", (s, at: number, count: number) => insert(s, at, "before", count)),
    [`insert${what}After`]: write<SheetSelf>("nn", (s, at: number, count: number) => insert(s, at, "after", count)),
    [`insert${one}Before`]: write<SheetSelf>("n", (s, at: number) => insert(s, at, "before", 1)),
    [`insert${one}After`]: write<SheetSelf>("n", (s, at: number) => insert(s, at, "after", 1)),
    [`delete${one}`]: write<SheetSelf>("n", (s, at: number) => {
      remove(s, at, 1);
      return SELF;
    }),
    [`delete${what}`]: write<SheetSelf>("nn", (s, from: number, count: number) => remove(s, from, count)),
  };
}

function hiding(what: "Rows" | "Columns"): Members<SheetSelf> {
  const kind = what === "Rows" ? "rows" : "columns";
  const set = (s: SheetSelf, from: number, count: number, hidden: boolean) => {
    checkSpan(s, kind, from, count);
    if (what === "Rows") store(s).hideRows(s.sheet, from - 1, count, hidden);
    else store(s).hideColumns(s.sheet, from - 1, count, hidden);
  };
  const span = (s: SheetSelf, range: unknown) => {
    const { zone } = rangeBehind(s.machine, range);
    return what === "Rows"
      ? ([zone.top + 1, rowCount(zone)] as const)
      : ([zone.left + 1, zone.right - zone.left + 1] as const);
  };
  const one = what === "Rows" ? "Row" : "Column";
  return {
    [`hide${what}`]: write<SheetSelf>("n|nn", (s, from: number, count = 1) => set(s, from, count, true)),
    [`show${what}`]: write<SheetSelf>("n|nn", (s, from: number, count = 1) => set(s, from, count, false)),
    [`hide${one}`]: write<SheetSelf>("o", (s, range: unknown) => set(s, ...span(s, range), true)),
    [`unhide${one}`]: write<SheetSelf>("o", (s, range: unknown) => set(s, ...span(s, range), false)),
  };
}

function movingTo(what: "rows" | "columns") {
  return write<SheetSelf>("on", (s, range: unknown, destination: number) => {
    const { zone } = rangeBehind(s.machine, range);
    checkSpan(s, what, destination === store(s).size(s.sheet)[what] + 1 ? destination - 1 : destination, 1);
    const before = destination - 1;
    const [from, to] = what === "rows" ? [zone.top, zone.bottom] : [zone.left, zone.right];
    if (before > from && before <= to) throw s.machine.error("Cannot move the range into itself.");
    if (what === "rows") store(s).moveRows(s.sheet, from, to - from + 1, before);
    else store(s).moveColumns(s.sheet, from, to - from + 1, before);
  });
}

const clearing = (contents: boolean, formats: boolean, rest: boolean) => (s: SheetSelf) => {
  const zone = wholeSheet(s);
  store(s).clear(s.sheet, zone, { contents, formats });
  if (formats) store(s).setRules(s.sheet, []);
  if (rest) clearNotes(s);
  return SELF;
};

function clearNotes(s: SheetSelf): void {
  for (const note of [...store(s).notes(s.sheet)]) store(s).setNote(s.sheet, note.row, note.column, "");
}

function folding(folded: boolean) {
  return write<SheetSelf>("", (s) => {
    for (const g of [...store(s).rowGroups(s.sheet)]) store(s).groupRows(s.sheet, g.from, g.to, folded);
    return SELF;
  });
}

const members: Members<SheetSelf> = {
  getSheetId: free<SheetSelf>("", (s) => s.machine.sheetNumber(s.sheet)),
  getParent: free<SheetSelf>("", (s) => spreadsheetObject(s.machine)),
  getType: free<SheetSelf>("", () => SheetType.GRID),
  getName: read<SheetSelf>("", (s) => store(s).sheetName(s.sheet)),
  getSheetName: read<SheetSelf>("", (s) => store(s).sheetName(s.sheet)),
  getIndex: read<SheetSelf>("", (s) => store(s).sheets().indexOf(s.sheet) + 1),
  setName: write<SheetSelf>("s", (s, name: string) => {
    checkSheetName(s.machine, name, s.sheet);
    store(s).rename(s.sheet, name);
    return SELF;
  }),
  getMaxRows: read<SheetSelf>("", (s) => store(s).size(s.sheet).rows),
  getMaxColumns: read<SheetSelf>("", (s) => store(s).size(s.sheet).columns),
  getLastRow: read<SheetSelf>("", (s) => store(s).used(s.sheet).rows),
  getLastColumn: read<SheetSelf>("", (s) => store(s).used(s.sheet).columns),
  isSheetHidden: read<SheetSelf>("", (s) => store(s).isHidden(s.sheet)),
  hideSheet: write<SheetSelf>("", (s) => {
    const shown = store(s)
      .sheets()
      .filter((id) => !store(s).isHidden(id));
    if (shown.length === 1 && shown[0] === s.sheet)
      throw s.machine.error("You can't hide all the sheets in a document.");
    store(s).setHidden(s.sheet, true);
    return SELF;
  }),
  showSheet: write<SheetSelf>("", (s) => {
    store(s).setHidden(s.sheet, false);
    return SELF;
  }),
  activate: write<SheetSelf>("", (s) => {
    store(s).activate(s.sheet);
    return SELF;
  }),
  setTabColor: write<SheetSelf>("s|x", (s, color: unknown) => {
    const hex = colorOf(color);
    if (hex !== undefined) store(s).setTabColor(s.sheet, hex);
    return SELF;
  }),
  getTabColor: read<SheetSelf>("", (s) => store(s).tabColor(s.sheet) || null),

  getRange: free<SheetSelf>("s|nn|nnn|nnnn", (s, row: string | number, column = 1, rows = 1, columns = 1) => {
    if (typeof row === "string") return rangeOf(s.machine, row, s.sheet);
    const zone = { top: row - 1, left: column - 1, bottom: row + rows - 2, right: column + columns - 2 };
    return rangeObject(s.machine, s.sheet, zone);
  }),
  getDataRange: free<SheetSelf>("", (s) => {
    const { rows, columns } = store(s).used(s.sheet);
    const zone = { top: 0, left: 0, bottom: Math.max(rows, 1) - 1, right: Math.max(columns, 1) - 1 };
    return rangeObject(s.machine, s.sheet, zone);
  }),
  getActiveRange: read<SheetSelf>("", (s) => selected(s)),
  getSelection: free<SheetSelf>("", (s) => selectionObject(s.machine)),
  appendRow: write<SheetSelf>("a", (s, values: unknown[]) => {
    const { rows } = store(s).used(s.sheet);
    grow(s, rows + 1, values.length);
    if (values.length === 0) throw s.machine.error("A row to append needs at least one value.");
    const zone = { top: rows, bottom: rows, left: 0, right: values.length - 1 };
    put({ machine: s.machine, sheet: s.sheet, zone, open: { rows: false, columns: false } }, [values]);
    return SELF;
  }),
  ...inserting("Rows"),
  ...inserting("Columns"),
  ...hiding("Rows"),
  ...hiding("Columns"),
  moveRows: movingTo("rows"),
  moveColumns: movingTo("columns"),
  isColumnHiddenByUser: read<SheetSelf>("n", (s, column: number) => store(s).isColumnHidden(s.sheet, column - 1)),
  isRowHiddenByUser: read<SheetSelf>("n", (s, row: number) => store(s).isRowHidden(s.sheet, row - 1)),
  getFrozenRows: read<SheetSelf>("", (s) => store(s).frozenRows(s.sheet)),
  getFrozenColumns: read<SheetSelf>("", (s) => store(s).frozenColumns(s.sheet)),
  setFrozenRows: write<SheetSelf>("n", (s, rows: number) => store(s).freezeRows(s.sheet, rows)),
  setFrozenColumns: write<SheetSelf>("n", (s, columns: number) => store(s).freezeColumns(s.sheet, columns)),
  getColumnWidth: read<SheetSelf>("n", (s, column: number) => store(s).columnWidth(s.sheet, column - 1)),
  setColumnWidth: write<SheetSelf>("nn", (s, column: number, width: number) => {
    checkSpan(s, "columns", column, 1);
    store(s).setColumnWidth(s.sheet, column - 1, width);
    return SELF;
  }),
  setColumnWidths: write<SheetSelf>("nnn", (s, column: number, count: number, width: number) => {
    checkSpan(s, "columns", column, count);
    for (let c = column - 1; c < column - 1 + count; c++) store(s).setColumnWidth(s.sheet, c, width);
    return SELF;
  }),
  autoResizeColumn: write<SheetSelf>("n", (s, column: number) => autoWidth(s, column, 1)),
  autoResizeColumns: write<SheetSelf>("nn", autoWidth),

  getConditionalFormatRules: read<SheetSelf>("", (s) =>
    store(s)
      .rules(s.sheet)
      .map((rule) => ruleObject(s.machine, s.sheet, rule)),
  ),
  setConditionalFormatRules: write<SheetSelf>("a", (s, rules: unknown[]) =>
    store(s).setRules(
      s.sheet,
      Array.from(rules, (rule) => ruleBehind(s.machine, s.sheet, rule)),
    ),
  ),
  clearConditionalFormatRules: write<SheetSelf>("", (s) => store(s).setRules(s.sheet, [])),
  newChart: free<SheetSelf>("", (s) => newChart(s.machine)),
  getCharts: read<SheetSelf>("", (s) =>
    store(s)
      .charts(s.sheet)
      .map((chart) => chartObject(s.machine, s.sheet, chart)),
  ),
  insertChart: write<SheetSelf>("o", (s, chart: unknown) => {
    store(s).insertChart(s.sheet, chartBehind(s.machine, s.sheet, chart));
  }),
  updateChart: write<SheetSelf>("o", (s, chart: unknown) => {
    const id = placedChartBehind(s.machine, s.sheet, chart);
    store(s).updateChart(s.sheet, id, chartBehind(s.machine, s.sheet, chart));
  }),
  removeChart: write<SheetSelf>("o", (s, chart: unknown) =>
    store(s).removeChart(s.sheet, placedChartBehind(s.machine, s.sheet, chart)),
  ),
  getFilter: read<SheetSelf>("", (s) => (store(s).filter(s.sheet) ? filterObject(s.machine, s.sheet) : null)),
  sort: write<SheetSelf>("n|nb", (s, column: number, ascending = true) => {
    const frozen = store(s).frozenRows(s.sheet);
    const { rows, columns } = store(s).used(s.sheet);
    if (rows <= frozen) return SELF;
    const zone = { top: frozen, left: 0, bottom: rows - 1, right: Math.max(columns, column) - 1 };
    sortZone(s.machine, s.sheet, zone, { column, ascending });
    return SELF;
  }),

  clear: write<SheetSelf>("", clearing(true, true, true)),
  clearContents: write<SheetSelf>("", clearing(true, false, false)),
  clearFormats: write<SheetSelf>("", clearing(false, true, false)),
  clearNotes: write<SheetSelf>("", clearing(false, false, true)),

  addDeveloperMetadata: write<SheetSelf>("s|ss|so|sso", (s, key: string, value?: unknown, visibility?: unknown) => {
    addMetadata(s.machine, key, value, visibility, { on: "sheet", sheet: s.sheet });
    return SELF;
  }),
  createDeveloperMetadataFinder: free<SheetSelf>("", (s) => metadataFinder(s.machine, { sheet: s.sheet })),
  getDeveloperMetadata: read<SheetSelf>("", (s) =>
    metadataObjects(s.machine, (pin) => pin.on === "sheet" && pin.sheet === s.sheet),
  ),

  getRowGroup: read<SheetSelf>("nn", (s, row: number, depth: number) => {
    const group =
      depth === 1
        ? store(s)
            .rowGroups(s.sheet)
            .find((g) => row - 1 >= g.from && row - 1 <= g.to)
        : undefined;
    return group ? expose(s.machine, groupClass, { ...s, group }) : null;
  }),
  getRowGroupDepth: read<SheetSelf>("n", (s, row: number) =>
    store(s)
      .rowGroups(s.sheet)
      .some((g) => row - 1 >= g.from && row - 1 <= g.to)
      ? 1
      : 0,
  ),
  collapseAllRowGroups: folding(true),
  expandAllRowGroups: folding(false),
  protect: write<SheetSelf>("", (s) =>
    expose(s.machine, protectionClass, { machine: s.machine, description: "", warningOnly: false }),
  ),
};

export const SheetType = googleEnum("GRID", "OBJECT", "DATASOURCE");
export const ProtectionType = googleEnum("RANGE", "SHEET");

/** About what Google makes of it: as wide as the longest text that is shown. */
function autoWidth(s: SheetSelf, column: number, count: number): typeof SELF {
  checkSpan(s, "columns", column, count);
  const { rows } = store(s).used(s.sheet);
  for (let c = column - 1; c < column - 1 + count; c++) {
    const shown = rows ? store(s).displays(s.sheet, { top: 0, bottom: rows - 1, left: c, right: c }) : [];
    const longest = shown.reduce((most, line) => Math.max(most, textWidth(line[0]!)), 0);
    store(s).setColumnWidth(s.sheet, c, Math.min(600, Math.max(30, Math.round(longest * 7.5) + 16)));
  }
  return SELF;
}

function textWidth(text: string): number {
  let width = 0;
  // A Chinese character is about as wide as two Latin ones.
  for (const letter of text) width += letter > "\u2e7f" ? 2 : 1;
  return width;
}

interface GroupSelf extends SheetSelf {
  readonly group: RowGroup;
}

const fold = (folded: boolean) =>
  write<GroupSelf>("", (g) => {
    store(g).groupRows(g.sheet, g.group.from, g.group.to, folded);
    return SELF;
  });

const groupClass: ServiceClass<GroupSelf> = {
  name: "SpreadsheetApp.Group",
  area: "document",
  members: {
    collapse: fold(true),
    expand: fold(false),
    isCollapsed: read<GroupSelf>(
      "",
      (g) =>
        store(g)
          .rowGroups(g.sheet)
          .find((x) => x.from === g.group.from && x.to === g.group.to)?.folded ?? false,
    ),
    getDepth: read<GroupSelf>("", () => 1),
    getRange: free<GroupSelf>("", (g) =>
      rangeObject(g.machine, g.sheet, { ...wholeSheet(g), top: g.group.from, bottom: g.group.to }),
    ),
    remove: write<GroupSelf>("", (g) => store(g).ungroupRows(g.sheet, g.group.from, g.group.to)),
  },
};

interface ProtectionSelf {
  readonly machine: Machine;
  description: string;
  warningOnly: boolean;
}

/** Kept as a record only: everybody here is the owner, whom a protection never stops. */
const protectionClass: ServiceClass<ProtectionSelf> = {
  name: "SpreadsheetApp.Protection",
  area: "document",
  members: {
    setDescription: write<ProtectionSelf>("s", (p, description: string) => {
      p.description = description;
      return SELF;
    }),
    getDescription: read<ProtectionSelf>("", (p) => p.description),
    setWarningOnly: write<ProtectionSelf>("b", (p, on: boolean) => {
      p.warningOnly = on;
      return SELF;
    }),
    isWarningOnly: read<ProtectionSelf>("", (p) => p.warningOnly),
    remove: write<ProtectionSelf>("", () => undefined),
  },
};

export const sheetClass: ServiceClass<SheetSelf> = {
  name: "SpreadsheetApp.Sheet",
  area: "document",
  members,
  describe: (s) => (store(s).sheets().includes(s.sheet) ? store(s).sheetName(s.sheet) : ""),
};

export function sheetObject(machine: Machine, sheet: string): unknown {
  return expose(machine, sheetClass, { machine, sheet });
}

/** The sheet behind a script's Sheet; throws for anything else and for one that was deleted. */
export function sheetBehind(machine: Machine, object: unknown): string {
  const found = behind(object, sheetClass);
  if (!found) throw machine.error("The parameters ((class)) don't match: a Sheet is needed.");
  if (!machine.store.sheets().includes(found.sheet))
    throw machine.error(`Sheet ${machine.sheetNumber(found.sheet)} not found`);
  return found.sheet;
}

export function checkSheetName(machine: Machine, name: string, own?: string): void {
  if (name === "") throw machine.error("The sheet name cannot be empty.");
  const taken = machine.store
    .sheets()
    .some((id) => id !== own && machine.store.sheetName(id).toLowerCase() === name.toLowerCase());
  if (taken) {
    throw machine.error(`A sheet with the name "${name}" already exists. Please enter another name.`);
  }
}

function selected(s: SheetSelf): unknown {
  const { sheet, zone } = store(s).selection();
  return rangeObject(s.machine, sheet, zone);
}

const selectionClass: ServiceClass<{ readonly machine: Machine }> = {
  name: "SpreadsheetApp.Selection",
  area: "document",
  members: {
    getActiveRange: read<{ machine: Machine }>("", ({ machine }) => selected({ machine, sheet: "" })),
    getActiveSheet: read<{ machine: Machine }>("", ({ machine }) => sheetObject(machine, machine.store.active())),
    getCurrentCell: read<{ machine: Machine }>("", ({ machine }) => {
      const { sheet, zone } = machine.store.selection();
      return rangeObject(machine, sheet, { ...zone, bottom: zone.top, right: zone.left });
    }),
  },
};

export function selectionObject(machine: Machine): unknown {
  return expose(machine, selectionClass, { machine });
}
