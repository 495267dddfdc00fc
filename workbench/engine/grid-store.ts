import { columnCount, rowCount } from "../runtime/a1";
import { formatNumber, isDateFormat } from "../runtime/number-format";
import type {
  CellArgument,
  CellFunction,
  Chart,
  Content,
  FormatRule,
  Neighbour,
  Pin,
  Place,
  PlacedChart,
  RowGroup,
  Store,
  Style,
  Validation,
  Value,
  Zone,
} from "../runtime/store";
import { deleted, inserted, moved, type Shift, shiftFormula, shiftSpan, shiftZone, translateRows } from "./grid-axis";
import { type Expression, parseFormula } from "./grid-formula";

class Formula {
  constructor(readonly text: string) {}
}

/** One row of a sheet; what is not there is empty. */
interface Row {
  cells: (Value | Formula | undefined)[];
  formats: (string | undefined)[];
  styles: (Style | undefined)[];
  notes: (string | undefined)[];
  validations: (Validation | undefined)[];
}

const layers = ["cells", "formats", "styles", "notes", "validations"] as const;

interface Sheet {
  readonly id: string;
  name: string;
  hidden: boolean;
  rows: number;
  columns: number;
  grid: (Row | undefined)[];
  formulas: number;
  rules: readonly FormatRule[];
  frozenRows: number;
  frozenColumns: number;
  hiddenRows: Set<number>;
  hiddenColumns: Set<number>;
  widths: Map<number, number>;
  groups: RowGroup[];
  filter: Zone | undefined;
  charts: readonly PlacedChart[];
  tabColor: string;
}

interface Outcome {
  readonly values: readonly (readonly (Value | { readonly serial: number })[])[];
  readonly message: string;
}

interface Spilled {
  readonly value: Value;
  readonly date: boolean;
}

/** What the formulas of a sheet gave. */
interface Calculated {
  /** Of the cells with formulas. */
  readonly cells: Map<string, Spilled & { readonly message: string }>;
  /** Of the empty cells that an array result fills. */
  spills: Map<string, Spilled>;
  /** Spills of the round before, for formulas that are calculated before those that spill what they read. */
  earlier: Map<string, Spilled>;
  /** What formulas of the sheet have read of it in this round. */
  reads: Zone[];
  /** Whether a formula read a cell before another one filled it. */
  late: boolean;
  readonly used: { rows: number; columns: number };
}

const at = (row: number, column: number) => `${row}:${column}`;
const emptyRow = (): Row => ({ cells: [], formats: [], styles: [], notes: [], validations: [] });

/**
 * A spreadsheet in plain arrays: fast, and no formula engine. It calculates a literal, a reference, and one call of a
 * registered function; any other formula shows #NAME?. Numbers are shown the English way.
 */
export class GridStore implements Store {
  private list: Sheet[] = [];
  private count = 0;
  private activeId = "";
  private chosen: Zone = { top: 0, left: 0, bottom: 0, right: 0 };
  private named = new Map<string, { sheet: string; zone: Zone }>();
  private pinned: Pin[] = [];
  private lastPin = 0;
  private lastChart = 0;
  private functions = new Map<string, CellFunction>();
  private version = 0;
  private calculated = new Map<string, { version: number; done: Calculated }>();
  private calculating = new Set<string>();

  /** A workbook of one empty sheet. */
  constructor(firstSheet = "Sheet1", rows = 1000, columns = 26) {
    this.activeId = this.insertSheet(firstSheet, 0, rows, columns);
  }

  sheets(): readonly string[] {
    return this.list.map((s) => s.id);
  }
  sheetName(sheet: string): string {
    return this.find(sheet).name;
  }
  rename(sheet: string, name: string): void {
    this.find(sheet).name = name;
    this.version++;
  }
  insertSheet(name: string, index: number, rows: number, columns: number): string {
    const id = `sheet${++this.count}`;
    this.list.splice(index, 0, {
      id,
      name,
      rows,
      columns,
      hidden: false,
      grid: [],
      formulas: 0,
      rules: [],
      frozenRows: 0,
      frozenColumns: 0,
      hiddenRows: new Set(),
      hiddenColumns: new Set(),
      widths: new Map(),
      groups: [],
      filter: undefined,
      charts: [],
      tabColor: "",
    });
    this.version++;
    return id;
  }
  deleteSheet(sheet: string): void {
    const index = this.list.indexOf(this.find(sheet));
    this.list.splice(index, 1);
    this.pinned = this.pinned.filter((p) => p.sheet !== sheet);
    for (const [name, place] of this.named) if (place.sheet === sheet) this.named.delete(name);
    this.chartsFollow((place) => (place.sheet === sheet ? undefined : place));
    if (this.activeId === sheet) {
      const shown = (s: Sheet) => !s.hidden;
      const next = [...this.list.slice(0, index)].reverse().find(shown) ?? this.list.find(shown);
      this.activeId = next?.id ?? "";
      this.chosen = { top: 0, left: 0, bottom: 0, right: 0 };
    }
    this.version++;
  }
  moveSheet(sheet: string, index: number): void {
    const found = this.find(sheet);
    this.list.splice(this.list.indexOf(found), 1);
    this.list.splice(index, 0, found);
  }
  isHidden(sheet: string): boolean {
    return this.find(sheet).hidden;
  }
  setHidden(sheet: string, hidden: boolean): void {
    this.find(sheet).hidden = hidden;
  }
  active(): string {
    return this.activeId;
  }
  activate(sheet: string): void {
    if (this.activeId !== sheet) this.chosen = { top: 0, left: 0, bottom: 0, right: 0 };
    const found = this.find(sheet);
    found.hidden = false;
    this.activeId = found.id;
  }
  selection(): { readonly sheet: string; readonly zone: Zone } {
    return { sheet: this.activeId, zone: this.chosen };
  }
  select(sheet: string, zone: Zone): void {
    this.activate(sheet);
    this.chosen = zone;
  }

  size(sheet: string): { readonly rows: number; readonly columns: number } {
    const { rows, columns } = this.find(sheet);
    return { rows, columns };
  }
  used(sheet: string): { readonly rows: number; readonly columns: number } {
    const found = this.find(sheet);
    let rows = 0;
    let columns = 0;
    found.grid.forEach((row, r) => {
      if (!row) return;
      for (let c = row.cells.length - 1; c >= 0; c--) {
        if (row.cells[c] === undefined) continue;
        rows = r + 1;
        columns = Math.max(columns, c + 1);
        break;
      }
    });
    const spilled = this.calculate(found).used;
    return { rows: Math.max(rows, spilled.rows), columns: Math.max(columns, spilled.columns) };
  }
  insertRows(sheet: string, before: number, count: number, like: Neighbour = "after"): void {
    const found = this.find(sheet);
    if (before < found.grid.length) {
      found.grid = [...found.grid.slice(0, before), ...new Array<undefined>(count), ...found.grid.slice(before)];
    }
    const last = found.rows - 1;
    found.rows += count;
    const model = found.grid[neighbour(before, count, last + 1, like)];
    if (model) {
      for (let r = before; r < before + count; r++) {
        found.grid[r] = { ...emptyRow(), formats: [...model.formats], styles: [...model.styles] };
      }
    }
    this.follow(found, inserted("row", before, count));
    if (before <= last) return;
    // A rule that reached the last row is open there: rows added below belong to it.
    found.rules = found.rules.map((rule) => ({
      ...rule,
      zones: rule.zones.map((z) => (z.bottom === last && z.top < last ? { ...z, bottom: last + count } : z)),
    }));
  }
  insertColumns(sheet: string, before: number, count: number, like: Neighbour = "after"): void {
    const found = this.find(sheet);
    eachLayer(found, (layer) => {
      if (before < layer.length) layer.splice(before, 0, ...new Array<undefined>(count));
    });
    const model = neighbour(before, count, found.columns, like);
    found.columns += count;
    for (const row of found.grid) {
      if (!row) continue;
      for (let c = before; c < before + count; c++) {
        if (row.formats[model] !== undefined) row.formats[c] = row.formats[model];
        if (row.styles[model] !== undefined) row.styles[c] = row.styles[model];
      }
    }
    this.follow(found, inserted("column", before, count));
  }
  deleteRows(sheet: string, from: number, count: number): void {
    const found = this.find(sheet);
    for (const row of found.grid.slice(from, from + count)) {
      for (const cell of row?.cells ?? []) if (cell instanceof Formula) found.formulas--;
    }
    found.grid.splice(from, count);
    found.rows -= count;
    this.follow(found, deleted("row", from, count));
  }
  deleteColumns(sheet: string, from: number, count: number): void {
    const found = this.find(sheet);
    for (const row of found.grid) {
      for (const cell of row?.cells.slice(from, from + count) ?? []) if (cell instanceof Formula) found.formulas--;
    }
    eachLayer(found, (layer) => layer.splice(from, count));
    found.columns -= count;
    this.follow(found, deleted("column", from, count));
  }
  moveColumns(sheet: string, from: number, count: number, before: number): void {
    const found = this.find(sheet);
    eachLayer(found, (layer) => {
      if (layer.length <= Math.min(from, before)) return;
      if (layer.length < found.columns) layer.length = found.columns;
      const taken = layer.splice(from, count);
      layer.splice(before > from ? before - count : before, 0, ...taken);
    });
    this.follow(found, moved("column", from, count, before));
  }
  moveRows(sheet: string, from: number, count: number, before: number): void {
    const found = this.find(sheet);
    found.grid.length = found.rows;
    const taken = found.grid.splice(from, count);
    found.grid.splice(before > from ? before - count : before, 0, ...taken);
    this.follow(found, moved("row", from, count, before));
  }
  reorderRows(sheet: string, zone: Zone, order: readonly number[]): void {
    const found = this.find(sheet);
    const rows = order.map((i) => found.grid[zone.top + i]);
    const sorted = layers.filter((name) => name !== "validations");
    const parts = rows.map((row) => (row ? sorted.map((l) => row[l].slice(zone.left, zone.right + 1)) : undefined));
    parts.forEach((part, i) => {
      const row = this.row(found, zone.top + i);
      sorted.forEach((name, l) => {
        const layer = row[name] as unknown[];
        for (let c = zone.left; c <= zone.right; c++) layer[c] = part?.[l]?.[c - zone.left];
      });
      for (let c = zone.left; c <= zone.right; c++) {
        const cell = row.cells[c];
        if (cell instanceof Formula) row.cells[c] = new Formula(translateRows(cell.text, i - order[i]!));
      }
    });
    this.version++;
  }

  values(sheet: string, zone: Zone): Value[][] {
    const found = this.find(sheet);
    const done = found.formulas ? this.calculate(found) : undefined;
    const out: Value[][] = new Array(rowCount(zone));
    for (let r = zone.top; r <= zone.bottom; r++) {
      const cells = found.grid[r]?.cells;
      const line: Value[] = new Array(columnCount(zone));
      for (let c = zone.left; c <= zone.right; c++) {
        const cell = cells?.[c];
        line[c - zone.left] =
          cell === undefined || cell instanceof Formula ? ((done && calculatedAt(done, r, c))?.value ?? "") : cell;
      }
      out[r - zone.top] = line;
    }
    return out;
  }
  displays(sheet: string, zone: Zone): string[][] {
    const formats = this.formats(sheet, zone);
    return this.values(sheet, zone).map((row, r) => row.map((value, c) => display(value, formats[r]![c]!)));
  }
  formulas(sheet: string, zone: Zone): string[][] {
    const found = this.find(sheet);
    return block(zone, (r, c) => {
      const cell = found.grid[r]?.cells[c];
      return cell instanceof Formula ? cell.text : "";
    });
  }
  formats(sheet: string, zone: Zone): string[][] {
    const found = this.find(sheet);
    const done = found.formulas ? this.calculate(found) : undefined;
    return block(zone, (r, c) => {
      const own = found.grid[r]?.formats[c];
      return own ?? ((done && calculatedAt(done, r, c))?.date ? "yyyy-mm-dd" : "");
    });
  }
  message(sheet: string, row: number, column: number): string {
    return this.calculate(this.find(sheet)).cells.get(at(row, column))?.message ?? "";
  }
  write(sheet: string, top: number, left: number, contents: readonly (readonly Content[])[]): void {
    const found = this.find(sheet);
    contents.forEach((line, i) => {
      const cells = this.row(found, top + i).cells;
      line.forEach((content, j) => {
        if (cells[left + j] instanceof Formula) found.formulas--;
        if ("formula" in content) {
          cells[left + j] = new Formula(content.formula);
          found.formulas++;
        } else cells[left + j] = content.value === "" ? undefined : content.value;
      });
    });
    this.version++;
  }
  setFormat(sheet: string, zone: Zone, pattern: string): void {
    const found = this.find(sheet);
    for (let r = zone.top; r <= zone.bottom; r++) {
      const formats = this.row(found, r).formats;
      for (let c = zone.left; c <= zone.right; c++) formats[c] = pattern || undefined;
    }
    this.version++;
  }
  setFormats(sheet: string, top: number, left: number, patterns: readonly (readonly string[])[]): void {
    const found = this.find(sheet);
    patterns.forEach((line, i) => {
      const formats = this.row(found, top + i).formats;
      line.forEach((pattern, j) => {
        formats[left + j] = pattern || undefined;
      });
    });
    this.version++;
  }
  clear(sheet: string, zone: Zone, what: { readonly contents: boolean; readonly formats: boolean }): void {
    const found = this.find(sheet);
    for (let r = zone.top; r <= zone.bottom; r++) {
      const row = found.grid[r];
      if (!row) continue;
      for (let c = zone.left; c <= zone.right; c++) {
        if (what.contents) {
          if (row.cells[c] instanceof Formula) found.formulas--;
          row.cells[c] = undefined;
        }
        if (what.formats) {
          row.formats[c] = undefined;
          row.styles[c] = undefined;
        }
      }
    }
    this.version++;
  }
  styles(sheet: string, zone: Zone): Style[][] {
    const found = this.find(sheet);
    return block(zone, (r, c) => found.grid[r]?.styles[c] ?? {});
  }
  setStyle(sheet: string, zone: Zone, style: Style): void {
    const found = this.find(sheet);
    for (let r = zone.top; r <= zone.bottom; r++) {
      const styles = this.row(found, r).styles;
      for (let c = zone.left; c <= zone.right; c++) styles[c] = { ...styles[c], ...style };
    }
  }
  setStyles(sheet: string, top: number, left: number, styles: readonly (readonly Style[])[]): void {
    const found = this.find(sheet);
    styles.forEach((line, i) => {
      const row = this.row(found, top + i).styles;
      line.forEach((style, j) => {
        row[left + j] = { ...row[left + j], ...style };
      });
    });
  }
  note(sheet: string, row: number, column: number): string {
    return this.find(sheet).grid[row]?.notes[column] ?? "";
  }
  notes(sheet: string): readonly { readonly row: number; readonly column: number; readonly text: string }[] {
    return this.find(sheet).grid.flatMap((line, row) =>
      (line?.notes ?? []).flatMap((text, column) => (text === undefined ? [] : [{ row, column, text }])),
    );
  }
  setNote(sheet: string, row: number, column: number, note: string): void {
    this.row(this.find(sheet), row).notes[column] = note || undefined;
  }
  validations(sheet: string, zone: Zone): (Validation | undefined)[][] {
    const found = this.find(sheet);
    return block(zone, (r, c) => found.grid[r]?.validations[c]);
  }
  setValidation(sheet: string, zone: Zone, rule: Validation | undefined): void {
    const found = this.find(sheet);
    for (let r = zone.top; r <= zone.bottom; r++) {
      const validations = this.row(found, r).validations;
      for (let c = zone.left; c <= zone.right; c++) validations[c] = rule;
    }
  }

  rules(sheet: string): readonly FormatRule[] {
    return this.find(sheet).rules;
  }
  setRules(sheet: string, rules: readonly FormatRule[]): void {
    this.find(sheet).rules = [...rules];
  }

  frozenRows(sheet: string): number {
    return this.find(sheet).frozenRows;
  }
  freezeRows(sheet: string, rows: number): void {
    this.find(sheet).frozenRows = rows;
  }
  frozenColumns(sheet: string): number {
    return this.find(sheet).frozenColumns;
  }
  freezeColumns(sheet: string, columns: number): void {
    this.find(sheet).frozenColumns = columns;
  }
  isColumnHidden(sheet: string, column: number): boolean {
    return this.find(sheet).hiddenColumns.has(column);
  }
  hideColumns(sheet: string, from: number, count: number, hidden: boolean): void {
    mark(this.find(sheet).hiddenColumns, from, count, hidden);
  }
  isRowHidden(sheet: string, row: number): boolean {
    const found = this.find(sheet);
    return found.hiddenRows.has(row) || found.groups.some((g) => g.folded && row >= g.from && row <= g.to);
  }
  hideRows(sheet: string, from: number, count: number, hidden: boolean): void {
    mark(this.find(sheet).hiddenRows, from, count, hidden);
  }
  columnWidth(sheet: string, column: number): number {
    return this.find(sheet).widths.get(column) ?? 100;
  }
  setColumnWidth(sheet: string, column: number, pixels: number): void {
    this.find(sheet).widths.set(column, pixels);
  }
  tabColor(sheet: string): string {
    return this.find(sheet).tabColor;
  }
  setTabColor(sheet: string, color: string): void {
    this.find(sheet).tabColor = color;
  }
  rowGroups(sheet: string): readonly RowGroup[] {
    return this.find(sheet).groups;
  }
  groupRows(sheet: string, from: number, to: number, folded: boolean): void {
    const found = this.find(sheet);
    this.ungroupRows(sheet, from, to);
    found.groups.push({ from, to, folded });
    found.groups.sort((a, b) => a.from - b.from);
  }
  ungroupRows(sheet: string, from: number, to: number): void {
    const found = this.find(sheet);
    found.groups = found.groups.filter((g) => g.from !== from || g.to !== to);
  }
  filter(sheet: string): Zone | undefined {
    return this.find(sheet).filter;
  }
  setFilter(sheet: string, zone: Zone | undefined): void {
    this.find(sheet).filter = zone;
  }

  charts(sheet: string): readonly PlacedChart[] {
    return this.find(sheet).charts;
  }
  insertChart(sheet: string, chart: Chart): string {
    const id = `chart${++this.lastChart}`;
    const found = this.find(sheet);
    found.charts = [...found.charts, { ...chart, id }];
    return id;
  }
  updateChart(sheet: string, id: string, chart: Chart): void {
    const found = this.find(sheet);
    found.charts = found.charts.map((c) => (c.id === id ? { ...chart, id } : c));
  }
  removeChart(sheet: string, id: string): void {
    const found = this.find(sheet);
    found.charts = found.charts.filter((c) => c.id !== id);
  }

  names(): readonly string[] {
    return [...this.named.keys()];
  }
  setName(name: string, sheet: string, zone: Zone): void {
    this.removeName(name);
    this.named.set(name, { sheet, zone });
    this.version++;
  }
  removeName(name: string): void {
    for (const known of this.named.keys()) if (known.toLowerCase() === name.toLowerCase()) this.named.delete(known);
    this.version++;
  }
  name(name: string): { readonly sheet: string; readonly zone: Zone } | undefined {
    for (const [known, place] of this.named) if (known.toLowerCase() === name.toLowerCase()) return place;
    return undefined;
  }

  pins(): readonly Pin[] {
    return this.pinned;
  }
  addPin(pin: Omit<Pin, "id">): number {
    this.pinned = [...this.pinned, { ...pin, id: ++this.lastPin }];
    return this.lastPin;
  }
  removePin(id: number): void {
    this.pinned = this.pinned.filter((p) => p.id !== id);
  }

  registerFunction(name: string, run: CellFunction): void {
    this.functions.set(name.toUpperCase(), run);
    this.version++;
  }

  private find(sheet: string): Sheet {
    const found = this.list.find((s) => s.id === sheet);
    if (!found) throw new Error(`The workbook has no sheet ${sheet}.`);
    return found;
  }

  private row(sheet: Sheet, index: number): Row {
    let row = sheet.grid[index];
    if (!row) {
      row = emptyRow();
      sheet.grid[index] = row;
    }
    return row;
  }

  /** Lets everything that names a place on the sheet follow its rows and columns. */
  private follow(sheet: Sheet, shift: Shift): void {
    for (const other of this.list) {
      if (!other.formulas) continue;
      for (const row of other.grid) {
        row?.cells.forEach((cell, c) => {
          if (!(cell instanceof Formula)) return;
          const text = shiftFormula(shift, cell.text, sheet.name, other.name);
          if (text !== cell.text) row.cells[c] = new Formula(text);
        });
      }
    }
    sheet.rules = sheet.rules.flatMap((rule) => {
      const zones = rule.zones.flatMap((z) => shiftZone(shift, z) ?? []);
      return zones.length ? [{ ...rule, zones }] : [];
    });
    this.pinned = this.pinned.flatMap((pin) => {
      if (pin.sheet !== sheet.id || pin.on !== shift.axis) return [pin];
      const place = shift.place(pin.at!);
      return place === undefined ? [] : [{ ...pin, at: place }];
    });
    for (const [name, place] of this.named) {
      if (place.sheet !== sheet.id) continue;
      const zone = shiftZone(shift, place.zone);
      if (zone) this.named.set(name, { sheet: place.sheet, zone });
      else this.named.delete(name);
    }
    sheet.filter = sheet.filter && shiftZone(shift, sheet.filter);
    this.chartsFollow((place) => {
      if (place.sheet !== sheet.id) return place;
      const zone = shiftZone(shift, place.zone);
      return zone && { ...place, zone };
    });
    const last = (shift.axis === "row" ? sheet.rows : sheet.columns) - 1;
    sheet.charts = sheet.charts.map((chart) => ({ ...chart, [shift.axis]: anchored(shift, chart[shift.axis], last) }));
    if (shift.axis === "column") {
      sheet.hiddenColumns = new Set([...sheet.hiddenColumns].flatMap((c) => shift.place(c) ?? []));
      sheet.widths = new Map(
        [...sheet.widths].flatMap(([c, width]) => {
          const place = shift.place(c);
          return place === undefined ? [] : [[place, width] as const];
        }),
      );
    } else {
      sheet.hiddenRows = new Set([...sheet.hiddenRows].flatMap((r) => shift.place(r) ?? []));
      sheet.groups = sheet.groups.flatMap((g) => {
        const span = shiftSpan(shift, g.from, g.to);
        return span ? [{ ...g, from: span[0], to: span[1] }] : [];
      });
    }
    this.version++;
  }

  /** A series whose cells are gone is gone. */
  private chartsFollow(follow: (place: Place) => Place | undefined): void {
    for (const sheet of this.list) {
      sheet.charts = sheet.charts.map(({ labels, series, ...chart }) => {
        const below = labels && follow(labels);
        const kept = series.flatMap((s) => {
          const place = follow(s.place);
          return place ? [{ ...s, place }] : [];
        });
        return { ...chart, ...(below ? { labels: below } : {}), series: kept };
      });
    }
  }

  private calculate(sheet: Sheet): Calculated {
    const known = this.calculated.get(sheet.id);
    if (known?.version === this.version) return known.done;
    const done: Calculated = {
      cells: new Map(),
      spills: new Map(),
      earlier: new Map(),
      reads: [],
      late: false,
      used: { rows: 0, columns: 0 },
    };
    this.calculated.set(sheet.id, { version: this.version, done });
    if (!sheet.formulas) return done;
    // What was read before it was filled is read again, and four rounds are as deep as sheets are here.
    for (let round = 0; round < 4; round++) {
      done.late = false;
      done.reads = [];
      sheet.grid.forEach((row, r) => {
        row?.cells.forEach((cell, c) => {
          if (cell instanceof Formula) this.calculateCell(sheet, r, c, done);
        });
      });
      if (!done.late) break;
      done.earlier = done.spills;
      done.spills = new Map();
      done.cells.clear();
    }
    return done;
  }

  private calculateCell(sheet: Sheet, row: number, column: number, done: Calculated): void {
    const key = at(row, column);
    const guard = `${sheet.id}:${key}`;
    const cell = sheet.grid[row]?.cells[column];
    if (!(cell instanceof Formula) || done.cells.has(key)) return;
    if (this.calculating.has(guard)) {
      done.cells.set(key, { value: "#REF!", date: false, message: "Circular dependency detected" });
      return;
    }
    this.calculating.add(guard);
    const outcome = this.outcome(sheet, cell.text);
    this.calculating.delete(guard);
    const bottom = row + outcome.values.length - 1;
    const right = column + (outcome.values[0]?.length ?? 1) - 1;
    const filled = (i: number, j: number) =>
      sheet.grid[row + i]?.cells[column + j] !== undefined || done.spills.has(at(row + i, column + j));
    const blocked = outcome.values.some((line, i) => line.some((_, j) => (i > 0 || j > 0) && filled(i, j)));
    if (blocked) {
      const message = "Array result was not expanded because it would overwrite data.";
      done.cells.set(key, { value: "#REF!", date: false, message });
      return;
    }
    outcome.values.forEach((line, i) => {
      line.forEach((value, j) => {
        const calculated = typeof value === "object" ? { value: value.serial, date: true } : { value, date: false };
        if (i === 0 && j === 0) done.cells.set(key, { ...calculated, message: outcome.message });
        else done.spills.set(at(row + i, column + j), calculated);
      });
    });
    done.used.rows = Math.max(done.used.rows, bottom + 1);
    done.used.columns = Math.max(done.used.columns, right + 1);
    if (bottom === row && right === column) return;
    // A spill that was there in the round before was read rightly.
    const known = done.earlier.has(at(bottom, right));
    const overlaps = (z: Zone) => z.top <= bottom && z.bottom >= row && z.left <= right && z.right >= column;
    if (!known && done.reads.some(overlaps)) done.late = true;
  }

  private outcome(sheet: Sheet, formula: string): Outcome {
    const one = (value: Value | { readonly serial: number }, message = ""): Outcome => ({ values: [[value]], message });
    const size = (name: string | undefined) => {
      const found = name === undefined ? sheet : this.list.find((s) => s.name === name || s.id === name);
      return found && { rows: found.rows, columns: found.columns };
    };
    const expression = parseFormula(formula.slice(1), size, (name) => this.name(name));
    if (!expression) return one("#NAME?");
    if (expression.kind !== "call") {
      const values = this.argument(sheet, expression);
      return Array.isArray(values) ? { values, message: "" } : one(values as CellArgument);
    }
    const run = this.functions.get(expression.name);
    if (!run) return one("#NAME?", `Unknown function: '${expression.name}'.`);
    const result = run(expression.args.map((a) => this.argument(sheet, a)));
    if ("error" in result) return one("#ERROR!", result.error);
    return "value" in result ? one(result.value) : { values: result.values, message: "" };
  }

  private argument(sheet: Sheet, expression: Expression): CellArgument | CellArgument[][] {
    if (expression.kind === "literal") return expression.value;
    if (expression.kind !== "reference") return "";
    const { zone, sheet: name } = expression;
    const target = name === undefined ? sheet : this.list.find((s) => s.name === name || s.id === name)!;
    const { done } = this.calculated.get(sheet.id)!;
    if (target !== sheet) this.calculate(target);
    else {
      for (let r = zone.top; r <= zone.bottom; r++) {
        for (let c = zone.left; c <= zone.right; c++) this.calculateCell(target, r, c, done);
      }
      done.reads.push(zone);
    }
    const formats = this.formats(target.id, zone);
    const values = this.values(target.id, zone).map((line, r) =>
      line.map(
        (value, c): CellArgument =>
          typeof value === "number" && isDateFormat(formats[r]![c]!) ? { serial: value } : value,
      ),
    );
    return expression.single ? values[0]![0]! : values;
  }
}

/** Where the row or column now stands that the inserted ones look like; `size` is from before. */
function neighbour(before: number, count: number, size: number, like: Neighbour): number {
  const side = before === 0 ? "after" : before === size ? "before" : like;
  return side === "before" ? before - 1 : before + count;
}

/** Where a chart's corner now is; what stood on a deleted row stands on the one that came in its place. */
function anchored(shift: Shift, corner: number, last: number): number {
  return shift.place(corner) ?? Math.min(shift.deletes!.from, last);
}

function eachLayer(sheet: Sheet, change: (layer: unknown[]) => void): void {
  for (const row of sheet.grid) if (row) for (const name of layers) change(row[name]);
}

function block<T>(zone: Zone, cell: (row: number, column: number) => T): T[][] {
  const out: T[][] = [];
  for (let r = zone.top; r <= zone.bottom; r++) {
    const line: T[] = [];
    for (let c = zone.left; c <= zone.right; c++) line.push(cell(r, c));
    out.push(line);
  }
  return out;
}

function mark(set: Set<number>, from: number, count: number, on: boolean): void {
  for (let i = from; i < from + count; i++) {
    if (on) set.add(i);
    else set.delete(i);
  }
}

function display(value: Value, pattern: string): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number" ? formatNumber(value, pattern) : value;
}

function calculatedAt(done: Calculated, row: number, column: number): Spilled | undefined {
  const key = at(row, column);
  return done.cells.get(key) ?? done.spills.get(key) ?? done.earlier.get(key);
}
