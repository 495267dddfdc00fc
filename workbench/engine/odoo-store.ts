import type { Model } from "@odoo/o-spreadsheet";
import { a1, columnLetters, sheetPrefix } from "../runtime/a1";
import { isTextFormat } from "../runtime/number-format";
import type {
  CellFunction,
  Chart,
  Condition,
  Content,
  FormatRule,
  FunctionHelp,
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
import { type EngineChart, type EngineFigure, fromEngineChart, toEngineChart } from "./odoo-charts";
import { registerCellFunction } from "./odoo-functions";
import { installPins, pinReference } from "./odoo-pins";

/** The engine: in Node from `loadEngine`, in the page the global o_spreadsheet. */
export type Library = typeof import("@odoo/o-spreadsheet");

/** A workbook as the engine exports it: plain JSON, with pins and notes in it. */
export type WorkbookData = Record<string, unknown>;

interface Position {
  readonly sheetId: string;
  readonly row: number;
  readonly col: number;
}

interface EngineStyle {
  fillColor?: string;
  textColor?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikethrough?: boolean;
  fontSize?: number;
  align?: string;
  verticalAlign?: string;
  wrapping?: string;
}

interface EngineCell {
  readonly isFormula: boolean;
  readonly content: string;
  readonly parsedValue?: Value | null;
  readonly compiledFormula?: { toFormulaString(getters: Getters): string };
  readonly format?: string;
  readonly style?: EngineStyle;
}

interface Evaluated {
  readonly value: Value | null;
  readonly formattedValue: string;
  readonly format?: string;
  readonly message?: string;
}

interface EngineRule {
  readonly id: string;
  readonly rule: {
    readonly type: string;
    readonly operator?: string;
    readonly values?: readonly string[];
    readonly style?: EngineStyle;
  };
  readonly ranges: readonly string[];
}

interface EngineValidation {
  readonly id: string;
  readonly criterion: { readonly type: string; readonly values: readonly string[] };
  readonly isBlocking?: boolean;
  readonly help?: string;
}

/** The engine's getters that are used here. Its own types bind commands and getters to plugins that it does not export. */
interface Getters {
  getSheetIds(): readonly string[];
  getSheetName(sheet: string): string;
  getSheet(sheet: string): { readonly color?: string };
  isSheetVisible(sheet: string): boolean;
  getActiveSheetId(): string;
  getSelectedZone(): Zone;
  getNumberRows(sheet: string): number;
  getNumberCols(sheet: string): number;
  getCells(sheet: string): readonly (EngineCell & { readonly id: number })[];
  getCellPosition(id: number): Position;
  getCell(position: Position): EngineCell | undefined;
  getEvaluatedCell(position: Position): Evaluated;
  getSpreadZone(position: Position): Zone | undefined;
  getCellStyle(position: Position): EngineStyle;
  getTranslatedCellFormula(sheet: string, dx: number, dy: number, compiled: unknown): string;
  getConditionalFormats(sheet: string): readonly EngineRule[];
  getRangeDataFromXc(sheet: string, xc: string): unknown;
  getRangeFromSheetXC(sheet: string, xc: string): { readonly sheetId: string; readonly zone: Zone };
  getPaneDivisions(sheet: string): { readonly xSplit: number; readonly ySplit: number };
  isColHiddenByUser(sheet: string, column: number): boolean;
  isRowHiddenByUser(sheet: string, row: number): boolean;
  getColSize(sheet: string, column: number): number;
  getHeaderGroups(sheet: string, dimension: "ROW"): readonly { start: number; end: number; isFolded?: boolean }[];
  getCoreTables(sheet: string): readonly { range: { zone: Zone }; config: { hasFilters: boolean } }[];
  getNamedRanges(): readonly { name: string; range: { sheetId: string; zone: Zone } }[];
  getNamedRange(name: string): { name: string; range: { sheetId: string; zone: Zone } } | undefined;
  getValidationRuleForCell(position: Position): EngineValidation | undefined;
  getFigures(sheet: string): readonly EngineFigure[];
  getChartIds(sheet: string): readonly string[];
  getFigureIdFromChartId(chart: string): string;
  getChartDefinition(chart: string): EngineChart;
  getTierbookPins(): readonly Pin[];
  getTierbookNotes(sheet: string): readonly { row: number; column: number; text: string }[];
}

type Dispatch = (
  type: string,
  payload: object,
) => { readonly isSuccessful: boolean; readonly reasons: readonly string[] };

/** So many commands fit in one step of the engine's history; 200,000 overflow its stack. */
const BATCH = 20_000;
const installed = new WeakSet<object>();

/** One command of many, so that they are one step to undo and one calculation. */
function installBatch(library: Library): void {
  if (installed.has(library)) return;
  installed.add(library);
  const UIPlugin = library.UIPlugin as unknown as new (config: object) => { dispatch: Dispatch };
  class BatchPlugin extends UIPlugin {
    static getters: string[] = [];
    static layers: string[] = [];
    handle(command: { type: string; run?: (dispatch: Dispatch) => void }): void {
      if (command.type === "TIERBOOK_BATCH") command.run?.((type, payload) => this.dispatch(type, payload));
    }
  }
  const registry = library.registries.featurePluginRegistry as unknown as { add(name: string, plugin: unknown): void };
  registry.add("tierbook_batch", BatchPlugin);
}

/** A workbook in the o-spreadsheet engine, in Node and in the page: the formulas are real ones. */
export class OdooStore implements Store {
  readonly model: Model;
  private readonly getters: Getters;

  /** `data` is what `exportWorkbook` gave, or anything else that the engine loads, such as the parts of an .xlsx. */
  constructor(
    private readonly library: Library,
    data: WorkbookData = {},
  ) {
    installPins(library);
    installBatch(library);
    this.model = quietly(() => new library.Model(data));
    this.getters = this.model.getters as unknown as Getters;
  }

  /** All of the workbook as plain JSON: a store made of it is the same workbook. */
  exportWorkbook(): WorkbookData {
    return quietly(() => this.model.exportData()) as unknown as WorkbookData;
  }

  sheets(): readonly string[] {
    return [...this.getters.getSheetIds()];
  }
  sheetName(sheet: string): string {
    return this.getters.getSheetName(sheet);
  }
  rename(sheet: string, name: string): void {
    this.run("RENAME_SHEET", { sheetId: sheet, oldName: this.sheetName(sheet), newName: name });
  }
  insertSheet(name: string, index: number, rows: number, columns: number): string {
    const taken = new Set(this.sheets());
    let n = taken.size + 1;
    while (taken.has(`sheet${n}`)) n++;
    const sheetId = `sheet${n}`;
    this.run("CREATE_SHEET", { sheetId, name, position: index, rows, cols: columns });
    return sheetId;
  }
  deleteSheet(sheet: string): void {
    // The engine keeps one visible tab, and takes the deleted one for it even where that is hidden.
    this.setHidden(sheet, false);
    this.run("DELETE_SHEET", { sheetId: sheet, sheetName: this.sheetName(sheet) });
  }
  moveSheet(sheet: string, index: number): void {
    const from = this.sheets().indexOf(sheet);
    if (from === index) return;
    // The engine counts visible tabs only when it moves one.
    const hidden = this.sheets().filter((id) => this.isHidden(id));
    this.batch((dispatch) => {
      for (const sheetId of hidden) dispatch("SHOW_SHEET", { sheetId });
      dispatch("MOVE_SHEET", { sheetId: sheet, delta: index - from });
      for (const sheetId of hidden) dispatch("HIDE_SHEET", { sheetId });
    });
  }
  isHidden(sheet: string): boolean {
    return !this.getters.isSheetVisible(sheet);
  }
  setHidden(sheet: string, hidden: boolean): void {
    if (this.isHidden(sheet) !== hidden) this.run(hidden ? "HIDE_SHEET" : "SHOW_SHEET", { sheetId: sheet });
  }
  active(): string {
    return this.getters.getActiveSheetId();
  }
  activate(sheet: string): void {
    const from = this.active();
    if (from === sheet) return;
    this.setHidden(sheet, false);
    this.run("ACTIVATE_SHEET", { sheetIdFrom: from, sheetIdTo: sheet });
  }
  selection(): { readonly sheet: string; readonly zone: Zone } {
    const { top, left, bottom, right } = this.getters.getSelectedZone();
    return { sheet: this.active(), zone: { top, left, bottom, right } };
  }
  select(sheet: string, zone: Zone): void {
    this.activate(sheet);
    quietly(() => this.model.selection.selectZone({ cell: { col: zone.left, row: zone.top }, zone: { ...zone } }));
  }

  size(sheet: string): { readonly rows: number; readonly columns: number } {
    return { rows: this.getters.getNumberRows(sheet), columns: this.getters.getNumberCols(sheet) };
  }
  used(sheet: string): { readonly rows: number; readonly columns: number } {
    let rows = 0;
    let columns = 0;
    for (const cell of this.getters.getCells(sheet)) {
      if (!cell.isFormula && cell.content === "") continue;
      const position = this.getters.getCellPosition(cell.id);
      const spread = cell.isFormula ? this.getters.getSpreadZone(position) : undefined;
      rows = Math.max(rows, (spread?.bottom ?? position.row) + 1);
      columns = Math.max(columns, (spread?.right ?? position.col) + 1);
    }
    return { rows, columns };
  }
  insertRows(sheet: string, before: number, count: number, like?: Neighbour): void {
    this.insert(sheet, "ROW", before, count, like);
  }
  insertColumns(sheet: string, before: number, count: number, like?: Neighbour): void {
    this.insert(sheet, "COL", before, count, like);
  }
  deleteRows(sheet: string, from: number, count: number): void {
    const elements = span(from, count);
    this.run("REMOVE_COLUMNS_ROWS", { sheetId: sheet, sheetName: this.sheetName(sheet), dimension: "ROW", elements });
  }
  deleteColumns(sheet: string, from: number, count: number): void {
    const elements = span(from, count);
    this.run("REMOVE_COLUMNS_ROWS", { sheetId: sheet, sheetName: this.sheetName(sheet), dimension: "COL", elements });
  }
  moveColumns(sheet: string, from: number, count: number, before: number): void {
    this.move(sheet, "COL", from, count, before, (column) => this.isColumnHidden(sheet, column));
  }
  moveRows(sheet: string, from: number, count: number, before: number): void {
    this.move(sheet, "ROW", from, count, before, (row) => this.isRowHidden(sheet, row));
  }
  reorderRows(sheet: string, zone: Zone, order: readonly number[]): void {
    const notes = this.getters.getTierbookNotes(sheet).filter((n) => inside(zone, n.row, n.column));
    const commands: (readonly [string, object])[] = [];
    order.forEach((source, i) => {
      if (source === i) return;
      for (let col = zone.left; col <= zone.right; col++) {
        const cell = this.cell(sheet, zone.top + source, col);
        const content = cell?.compiledFormula
          ? this.getters.getTranslatedCellFormula(sheet, 0, i - source, cell.compiledFormula)
          : (cell?.content ?? "");
        const look = { format: cell?.format ?? "", style: cell?.style ?? null };
        commands.push(["UPDATE_CELL", { sheetId: sheet, row: zone.top + i, col, content, ...look }]);
      }
    });
    for (const n of notes) commands.push(this.noteCommand(sheet, n.row, n.column, ""));
    for (const n of notes)
      commands.push(this.noteCommand(sheet, zone.top + order.indexOf(n.row - zone.top), n.column, n.text));
    this.runAll(commands);
  }

  values(sheet: string, zone: Zone): Value[][] {
    return block(zone, (row, col) => {
      const cell = this.cell(sheet, row, col);
      if (cell && !cell.isFormula && cell.content !== "") return literal(cell);
      return errorText(this.evaluated(sheet, row, col).value ?? "");
    });
  }
  displays(sheet: string, zone: Zone): string[][] {
    return block(zone, (row, col) => {
      const cell = this.cell(sheet, row, col);
      if (cell && !cell.isFormula) {
        const value = literal(cell);
        if (typeof value === "string") return value;
      }
      return String(errorText(this.evaluated(sheet, row, col).formattedValue));
    });
  }
  formulas(sheet: string, zone: Zone): string[][] {
    return block(zone, (row, col) => this.cell(sheet, row, col)?.compiledFormula?.toFormulaString(this.getters) ?? "");
  }
  formats(sheet: string, zone: Zone): string[][] {
    return block(zone, (row, col) => {
      const cell = this.cell(sheet, row, col);
      if (cell?.format || (cell && !cell.isFormula && cell.content !== "")) return cell.format ?? "";
      return this.evaluated(sheet, row, col).format ?? "";
    });
  }
  message(sheet: string, row: number, column: number): string {
    return this.evaluated(sheet, row, column).message ?? "";
  }
  write(sheet: string, top: number, left: number, contents: readonly (readonly Content[])[]): void {
    this.writeCells(
      sheet,
      contents.flatMap((line, i) => Array.from(line, (content, j) => ({ row: top + i, column: left + j, content }))),
    );
  }
  /** As `write`, for cells that stand apart: each step of the engine looks at the whole workbook, and this is one step. */
  writeCells(
    sheet: string,
    cells: readonly { readonly row: number; readonly column: number; readonly content: Content }[],
  ): void {
    this.runAll(
      cells.map(({ row, column, content }) => {
        const update = { sheetId: sheet, row, col: column, content: this.typedIn(content) };
        const format = this.cell(sheet, row, column)?.format;
        // The engine would give a number that looks like a percentage a format of its own.
        return ["UPDATE_CELL", format === undefined ? update : { ...update, format }] as const;
      }),
    );
  }
  setFormat(sheet: string, zone: Zone, pattern: string): void {
    this.run("SET_FORMATTING", { sheetId: sheet, target: [zone], format: pattern });
  }
  setFormats(sheet: string, top: number, left: number, patterns: readonly (readonly string[])[]): void {
    this.runAll(
      runs(top, left, patterns, (a, b) => a === b).map(([zone, format]) => [
        "SET_FORMATTING",
        { sheetId: sheet, target: [zone], format },
      ]),
    );
  }
  clear(sheet: string, zone: Zone, what: { readonly contents: boolean; readonly formats: boolean }): void {
    const commands: (readonly [string, object])[] = [];
    for (const cell of this.getters.getCells(sheet)) {
      const { row, col } = this.getters.getCellPosition(cell.id);
      if (!inside(zone, row, col)) continue;
      const contents = what.contents ? { content: "" } : {};
      const formats = what.formats ? { format: "", style: null } : {};
      commands.push(["UPDATE_CELL", { sheetId: sheet, row, col, ...contents, ...formats }]);
    }
    this.runAll(commands);
  }
  styles(sheet: string, zone: Zone): Style[][] {
    return block(zone, (row, col) => fromEngineStyle(this.getters.getCellStyle({ sheetId: sheet, row, col })));
  }
  setStyle(sheet: string, zone: Zone, style: Style): void {
    this.run("SET_FORMATTING", { sheetId: sheet, target: [zone], style: toEngineStyle(style) });
  }
  setStyles(sheet: string, top: number, left: number, styles: readonly (readonly Style[])[]): void {
    const same = (a: Style, b: Style) => JSON.stringify(a) === JSON.stringify(b);
    this.runAll(
      runs(top, left, styles, same).map(([zone, style]) => [
        "SET_FORMATTING",
        { sheetId: sheet, target: [zone], style: toEngineStyle(style) },
      ]),
    );
  }
  note(sheet: string, row: number, column: number): string {
    return this.getters.getTierbookNotes(sheet).find((n) => n.row === row && n.column === column)?.text ?? "";
  }
  notes(sheet: string): readonly { readonly row: number; readonly column: number; readonly text: string }[] {
    return this.getters.getTierbookNotes(sheet);
  }
  setNote(sheet: string, row: number, column: number, note: string): void {
    if (this.note(sheet, row, column) !== note) this.run(...this.noteCommand(sheet, row, column, note));
  }
  validations(sheet: string, zone: Zone): (Validation | undefined)[][] {
    return block(zone, (row, col) => {
      const rule = this.getters.getValidationRuleForCell({ sheetId: sheet, row, col });
      return rule && fromEngineValidation(rule);
    });
  }
  setValidation(sheet: string, zone: Zone, rule: Validation | undefined): void {
    const ranges = [this.getters.getRangeDataFromXc(sheet, this.reference(sheet, zone))];
    const id = this.freshId();
    if (rule) {
      this.run("ADD_DATA_VALIDATION_RULE", { sheetId: sheet, ranges, rule: { id, ...toEngineValidation(rule) } });
      return;
    }
    // A new rule cuts the old ones out of its ranges, and then goes itself.
    const passing = { id, criterion: { type: "isBoolean", values: [] }, isBlocking: false };
    if (!this.validations(sheet, zone).some((line) => line.some((v) => v))) return;
    const styles = this.styles(sheet, zone);
    this.batch((dispatch) => {
      dispatch("ADD_DATA_VALIDATION_RULE", { sheetId: sheet, ranges, rule: passing });
      dispatch("REMOVE_DATA_VALIDATION_RULE", { sheetId: sheet, id });
    });
    const aligned = styles.map((line) => line.map((style): Style => ({ align: style.align })));
    this.setStyles(sheet, zone.top, zone.left, aligned);
  }

  rules(sheet: string): readonly FormatRule[] {
    return this.getters.getConditionalFormats(sheet).map((rule) => ({
      condition: fromEngineRule(rule),
      style: fromEngineStyle(rule.rule.style ?? {}),
      zones: rule.ranges.map((xc) => this.getters.getRangeFromSheetXC(sheet, xc).zone),
    }));
  }
  setRules(sheet: string, rules: readonly FormatRule[]): void {
    const old = this.getters.getConditionalFormats(sheet);
    const commands: (readonly [string, object])[] = old.map(({ id }) => [
      "REMOVE_CONDITIONAL_FORMAT",
      { sheetId: sheet, id },
    ]);
    for (const rule of rules) {
      const made =
        rule.condition.type === "other"
          ? (rule.condition.raw as EngineRule).rule
          : toEngineRule(rule.condition, rule.style);
      const ranges = rule.zones.map((zone) => this.getters.getRangeDataFromXc(sheet, this.reference(sheet, zone)));
      commands.push(["ADD_CONDITIONAL_FORMAT", { sheetId: sheet, cf: { id: this.freshId(), rule: made }, ranges }]);
    }
    this.runAll(commands);
  }

  frozenRows(sheet: string): number {
    return this.getters.getPaneDivisions(sheet).ySplit;
  }
  freezeRows(sheet: string, rows: number): void {
    if (rows) this.run("FREEZE_ROWS", { sheetId: sheet, quantity: rows });
    else this.run("UNFREEZE_ROWS", { sheetId: sheet });
  }
  frozenColumns(sheet: string): number {
    return this.getters.getPaneDivisions(sheet).xSplit;
  }
  freezeColumns(sheet: string, columns: number): void {
    if (columns) this.run("FREEZE_COLUMNS", { sheetId: sheet, quantity: columns });
    else this.run("UNFREEZE_COLUMNS", { sheetId: sheet });
  }
  isColumnHidden(sheet: string, column: number): boolean {
    return this.getters.isColHiddenByUser(sheet, column);
  }
  hideColumns(sheet: string, from: number, count: number, hidden: boolean): void {
    this.hide(sheet, "COL", span(from, count), hidden);
  }
  isRowHidden(sheet: string, row: number): boolean {
    return this.getters.isRowHiddenByUser(sheet, row);
  }
  hideRows(sheet: string, from: number, count: number, hidden: boolean): void {
    this.hide(sheet, "ROW", span(from, count), hidden);
  }
  columnWidth(sheet: string, column: number): number {
    return this.getters.getColSize(sheet, column);
  }
  setColumnWidth(sheet: string, column: number, pixels: number): void {
    this.run("RESIZE_COLUMNS_ROWS", { sheetId: sheet, dimension: "COL", elements: [column], size: pixels });
  }
  tabColor(sheet: string): string {
    return (this.getters.getSheet(sheet).color ?? "").toLowerCase();
  }
  setTabColor(sheet: string, color: string): void {
    this.run("COLOR_SHEET", { sheetId: sheet, color: color || undefined });
  }
  rowGroups(sheet: string): readonly RowGroup[] {
    const groups = this.getters.getHeaderGroups(sheet, "ROW");
    return groups
      .map((g) => ({ from: g.start, to: g.end, folded: g.isFolded === true }))
      .sort((a, b) => a.from - b.from);
  }
  groupRows(sheet: string, from: number, to: number, folded: boolean): void {
    const place = { sheetId: sheet, dimension: "ROW", start: from, end: to };
    const known = this.rowGroups(sheet).some((g) => g.from === from && g.to === to);
    this.batch((dispatch) => {
      if (!known) dispatch("GROUP_HEADERS", place);
      dispatch(folded ? "FOLD_HEADER_GROUP" : "UNFOLD_HEADER_GROUP", place);
    });
  }
  ungroupRows(sheet: string, from: number, to: number): void {
    this.run("UNGROUP_HEADERS", { sheetId: sheet, dimension: "ROW", start: from, end: to });
  }
  filter(sheet: string): Zone | undefined {
    return this.getters.getCoreTables(sheet).find((t) => t.config.hasFilters)?.range.zone;
  }
  setFilter(sheet: string, zone: Zone | undefined): void {
    const old = this.filter(sheet);
    if (old) this.run("REMOVE_TABLE", { sheetId: sheet, target: [old] });
    if (!zone) return;
    const config = {
      hasFilters: true,
      totalRow: false,
      firstColumn: false,
      lastColumn: false,
      numberOfHeaders: 1,
      bandedRows: false,
      bandedColumns: false,
      automaticAutofill: false,
      styleId: "None",
    };
    const ranges = [this.getters.getRangeDataFromXc(sheet, a1(zone))];
    this.run("CREATE_TABLE", { sheetId: sheet, tableType: "static", ranges, config });
  }

  charts(sheet: string): readonly PlacedChart[] {
    const ids = new Map(this.getters.getChartIds(sheet).map((id) => [this.getters.getFigureIdFromChartId(id), id]));
    // The engine has frames of several charts, too; those are made by hand and have no place at Google.
    return this.getters.getFigures(sheet).flatMap((figure) => {
      const id = figure.tag === "chart" ? ids.get(figure.id) : undefined;
      if (id === undefined) return [];
      const definition = this.getters.getChartDefinition(id);
      return [fromEngineChart(id, definition, figure, (reference) => this.placeOf(sheet, reference))];
    });
  }
  insertChart(sheet: string, chart: Chart): string {
    const id = this.freshId();
    const definition = toEngineChart(chart, (place) => this.referenceFrom(sheet, place));
    this.run("CREATE_CHART", { sheetId: sheet, figureId: id, chartId: id, definition, ...frameOf(chart) });
    return id;
  }
  updateChart(sheet: string, id: string, chart: Chart): void {
    const before = this.getters.getChartDefinition(id);
    const definition = toEngineChart(chart, (place) => this.referenceFrom(sheet, place), before);
    const figureId = this.getters.getFigureIdFromChartId(id);
    const { size, ...corner } = frameOf(chart);
    this.runAll([
      ["UPDATE_CHART", { sheetId: sheet, figureId, chartId: id, definition }],
      ["UPDATE_FIGURE", { sheetId: sheet, figureId, ...corner, ...size }],
    ]);
  }
  removeChart(sheet: string, id: string): void {
    this.run("DELETE_FIGURE", { sheetId: sheet, figureId: this.getters.getFigureIdFromChartId(id) });
  }

  names(): readonly string[] {
    return this.getters.getNamedRanges().map((n) => n.name);
  }
  setName(name: string, sheet: string, zone: Zone): void {
    const ranges = [this.getters.getRangeDataFromXc(sheet, a1(zone))];
    const known = this.getters.getNamedRange(name);
    if (known) this.run("UPDATE_NAMED_RANGE", { oldRangeName: known.name, newRangeName: known.name, ranges });
    else this.run("CREATE_NAMED_RANGE", { name, ranges });
  }
  removeName(name: string): void {
    if (this.getters.getNamedRange(name)) this.run("DELETE_NAMED_RANGE", { name });
  }
  name(name: string): { readonly sheet: string; readonly zone: Zone } | undefined {
    const found = this.getters.getNamedRange(name);
    return found && { sheet: found.range.sheetId, zone: found.range.zone };
  }

  pins(): readonly Pin[] {
    return this.getters.getTierbookPins();
  }
  addPin({ at, ...pin }: Omit<Pin, "id">): number {
    const xc = pinReference({ on: pin.on, ...(at === undefined ? {} : { at }) });
    this.run("TIERBOOK_ADD_PIN", xc === undefined ? { pin } : { pin, xc });
    return Math.max(...this.pins().map((p) => p.id));
  }
  removePin(id: number): void {
    this.run("TIERBOOK_REMOVE_PIN", { id });
  }

  registerFunction(name: string, run: CellFunction, help?: FunctionHelp): void {
    const upper = name.toUpperCase();
    const known = this.library.registries.functionRegistry.contains(upper);
    registerCellFunction(this.library, this.getters, upper, run, help);
    this.enterAgain(upper);
    // Where the engine did not know the name, every formula with it was broken and has just been entered again.
    if (known) this.run("EVALUATE_CELLS", {});
  }

  /** A formula that was entered before the engine knew its function stays broken until it is entered again. */
  private enterAgain(name: string): void {
    const commands: (readonly [string, object])[] = [];
    for (const sheet of this.sheets()) {
      for (const cell of this.getters.getCells(sheet)) {
        if (!cell.isFormula) continue;
        const { row, col } = this.getters.getCellPosition(cell.id);
        const content = cell.compiledFormula?.toFormulaString(this.getters) ?? "";
        if (!content.toUpperCase().includes(`${name}(`) || this.evaluated(sheet, row, col).value !== "#NAME?") continue;
        const look = cell.format === undefined ? {} : { format: cell.format };
        commands.push(["UPDATE_CELL", { sheetId: sheet, row, col, content: "", ...look }]);
        commands.push(["UPDATE_CELL", { sheetId: sheet, row, col, content, ...look }]);
      }
    }
    this.runAll(commands);
  }

  private cell(sheet: string, row: number, col: number): EngineCell | undefined {
    return this.getters.getCell({ sheetId: sheet, row, col });
  }
  private evaluated(sheet: string, row: number, col: number): Evaluated {
    return this.getters.getEvaluatedCell({ sheetId: sheet, row, col });
  }

  private run(type: string, payload: object): void {
    const dispatch = this.model.dispatch as unknown as Dispatch;
    refuse(
      type,
      quietly(() => dispatch(type, payload)),
    );
  }

  /** Never throw inside a dispatch: the workbook would stay half changed. */
  private batch(run: (dispatch: (type: string, payload: object) => void) => void): void {
    let failed: (() => void) | undefined;
    this.run("TIERBOOK_BATCH", {
      run: (dispatch: Dispatch) =>
        run((type, payload) => {
          const result = dispatch(type, payload);
          if (!accepted(result)) failed ??= () => refuse(type, result);
        }),
    });
    failed?.();
  }

  private runAll(commands: readonly (readonly [string, object])[]): void {
    for (let i = 0; i < commands.length; i += BATCH) {
      const part = commands.slice(i, i + BATCH);
      this.batch((dispatch) => {
        for (const [type, payload] of part) dispatch(type, payload);
      });
    }
  }

  private insert(
    sheet: string,
    dimension: "ROW" | "COL",
    before: number,
    count: number,
    like: Neighbour = "after",
  ): void {
    const size = dimension === "ROW" ? this.size(sheet).rows : this.size(sheet).columns;
    const below = before > 0 && (before === size || like === "before");
    const place = below ? { base: before - 1, position: "after" } : { base: before, position: "before" };
    const sheetName = this.sheetName(sheet);
    this.run("ADD_COLUMNS_ROWS", { sheetId: sheet, sheetName, dimension, quantity: count, ...place });
  }

  private move(
    sheet: string,
    dimension: "ROW" | "COL",
    from: number,
    count: number,
    before: number,
    isHidden: (index: number) => boolean,
  ): void {
    const place = before < from ? { base: before, position: "before" } : { base: before - 1, position: "after" };
    const elements = span(from, count);
    const hidden = elements.filter(isHidden);
    const { rows, columns } = this.size(sheet);
    const zone: Zone =
      dimension === "ROW"
        ? { top: from, bottom: from + count - 1, left: 0, right: columns - 1 }
        : { left: from, right: from + count - 1, top: 0, bottom: rows - 1 };
    const looks = this.looks(sheet, zone);
    const { sheet: shown, zone: selected } = this.selection();
    const wasHidden = this.isHidden(sheet);
    // The engine moves cells by its clipboard, which works on the sheet that is shown, and forgets what is hidden.
    this.activate(sheet);
    if (hidden.length) this.hide(sheet, dimension, hidden, false);
    this.run("MOVE_COLUMNS_ROWS", { sheetId: sheet, sheetName: this.sheetName(sheet), dimension, elements, ...place });
    const by = before > from ? before - count - from : before - from;
    const [down, right] = dimension === "ROW" ? [by, 0] : [0, by];
    this.restoreLooks(sheet, zone.top + down, zone.left + right, looks);
    if (hidden.length)
      this.hide(
        sheet,
        dimension,
        hidden.map((i) => i + by),
        true,
      );
    if (shown !== sheet) this.select(shown, selected);
    this.setHidden(sheet, wasHidden);
  }

  private looks(sheet: string, zone: Zone): { format: string; style: EngineStyle | null }[][] {
    return block(zone, (row, col) => {
      const cell = this.cell(sheet, row, col);
      return { format: cell?.format ?? "", style: cell?.style ?? null };
    });
  }

  /** The engine gives new columns the looks of their neighbour and forgets to take them away from what it moves there. */
  private restoreLooks(sheet: string, top: number, left: number, looks: ReturnType<OdooStore["looks"]>): void {
    const commands: (readonly [string, object])[] = [];
    looks.forEach((line, i) => {
      line.forEach((look, j) => {
        const cell = this.cell(sheet, top + i, left + j);
        const { deepEquals } = this.library.helpers;
        if ((cell?.format ?? "") === look.format && deepEquals(cell?.style ?? null, look.style)) return;
        commands.push(["UPDATE_CELL", { sheetId: sheet, row: top + i, col: left + j, ...look }]);
      });
    });
    if (commands.length) this.runAll(commands);
  }

  private hide(sheet: string, dimension: "ROW" | "COL", elements: readonly number[], hidden: boolean): void {
    this.run(hidden ? "HIDE_COLUMNS_ROWS" : "UNHIDE_COLUMNS_ROWS", { sheetId: sheet, dimension, elements });
  }

  private noteCommand(sheet: string, row: number, column: number, text: string): readonly [string, object] {
    return ["TIERBOOK_SET_NOTE", { sheet, xc: columnLetters(column) + (row + 1), text }];
  }

  /** A zone that reaches the sheet's last row is kept open there, so that rows added later belong to it. */
  private reference(sheet: string, zone: Zone): string {
    if (zone.bottom < this.size(sheet).rows - 1 || zone.bottom === zone.top) return a1(zone);
    const from = columnLetters(zone.left) + (zone.top === 0 ? "" : zone.top + 1);
    return `${from}:${columnLetters(zone.right)}`;
  }

  private referenceFrom(sheet: string, place: Place): string {
    const reference = this.reference(place.sheet, place.zone);
    return place.sheet === sheet ? reference : sheetPrefix(this.sheetName(place.sheet)) + reference;
  }

  private placeOf(sheet: string, reference: string): Place {
    const { sheetId, zone } = this.getters.getRangeFromSheetXC(sheet, reference);
    const { top, left, bottom, right } = zone;
    return { sheet: sheetId, zone: { top, left, bottom, right } };
  }

  private lastId = 0;
  private freshId(): string {
    return `tierbook-${this.getters.getSheetIds().length}-${Date.now().toString(36)}-${++this.lastId}`;
  }

  /** What the engine must be given so that the cell holds exactly this. */
  private typedIn(content: Content): string {
    if ("formula" in content) return content.formula;
    const { value } = content;
    if (typeof value === "number") return String(value);
    if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
    return value !== "" && this.wouldRead(value) ? `'${value}` : value;
  }

  /** Whether the engine would take the text for something else: a formula, a number, a day, TRUE, an error, an apostrophe. */
  private wouldRead(text: string): boolean {
    if (/^['=#+]/.test(text) || /^\s*(true|false)\s*$/i.test(text)) return true;
    // Numbers, days and times begin so; most texts do not, and are many.
    if (!/^[\s\d.,()\-$€£¥%]/.test(text) || !/\d/.test(text)) return false;
    const { isNumber, isDateTime } = this.library.helpers;
    const locale = this.library.DEFAULT_LOCALE;
    const own = (this.model.getters as unknown as { getLocale(): typeof locale }).getLocale();
    return isNumber(text, locale) || isNumber(text, own) || isDateTime(text, own);
  }
}

function frameOf({ row, column, offsetX, offsetY, width, height }: Chart) {
  return { row, col: column, offset: { x: offsetX, y: offsetY }, size: { width, height } };
}

/** What a cell without formula holds. An apostrophe in front is the engine's mark of a text. */
function literal(cell: EngineCell): Value {
  if (cell.content.startsWith("'")) return cell.content.slice(1);
  if (isTextFormat(cell.format ?? "")) return cell.content;
  return cell.parsedValue ?? cell.content;
}

/** The engine's errors by Google's names. */
function errorText(value: Value): Value {
  if (value === "#ERROR" || value === "#BAD_EXPR") return "#ERROR!";
  return value === "#CYCLE" || value === "#SPILL!" ? "#REF!" : value;
}

function accepted(result: ReturnType<Dispatch>): boolean {
  // Google lets one set what is set already.
  return result.isSuccessful || result.reasons.every((r) => r === "NoChanges");
}

function refuse(type: string, result: ReturnType<Dispatch>): void {
  if (!accepted(result)) throw new Error(`The engine refused ${type}: ${result.reasons.join(", ")}`);
}

/** The engine tells console.debug about every command. */
export function quietly<T>(run: () => T): T {
  const { debug } = console;
  console.debug = () => {};
  try {
    return run();
  } finally {
    console.debug = debug;
  }
}

function span(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from + i);
}

function inside(zone: Zone, row: number, column: number): boolean {
  return row >= zone.top && row <= zone.bottom && column >= zone.left && column <= zone.right;
}

function block<T>(zone: Zone, cell: (row: number, column: number) => T): T[][] {
  return span(zone.top, zone.bottom - zone.top + 1).map((row) =>
    span(zone.left, zone.right - zone.left + 1).map((column) => cell(row, column)),
  );
}

/** Neighbours of one kind as zones: along columns, since a column is mostly of one kind. */
function runs<T>(
  top: number,
  left: number,
  grid: readonly (readonly T[])[],
  same: (a: T, b: T) => boolean,
): [Zone, T][] {
  const out: [Zone, T][] = [];
  for (let c = 0; c < (grid[0]?.length ?? 0); c++) {
    let start = 0;
    for (let r = 1; r <= grid.length; r++) {
      if (r < grid.length && same(grid[r]![c]!, grid[start]![c]!)) continue;
      out.push([{ top: top + start, bottom: top + r - 1, left: left + c, right: left + c }, grid[start]![c]!]);
      start = r;
    }
  }
  return out;
}

function toEngineStyle(style: Style): EngineStyle {
  const out: EngineStyle = {};
  if (style.fill !== undefined) out.fillColor = style.fill;
  if (style.color !== undefined) out.textColor = style.color;
  if (style.bold !== undefined) out.bold = style.bold;
  if (style.italic !== undefined) out.italic = style.italic;
  if (style.underline !== undefined) out.underline = style.underline;
  if (style.strikethrough !== undefined) out.strikethrough = style.strikethrough;
  if (style.fontSize !== undefined) out.fontSize = style.fontSize;
  if ("align" in style) out.align = style.align;
  if (style.verticalAlign !== undefined) out.verticalAlign = style.verticalAlign;
  if (style.wrap !== undefined) out.wrapping = style.wrap ? "wrap" : "overflow";
  return out;
}

function fromEngineStyle(style: EngineStyle): Style {
  return {
    ...(style.fillColor ? { fill: style.fillColor.toLowerCase() } : {}),
    ...(style.textColor ? { color: style.textColor.toLowerCase() } : {}),
    ...(style.bold === undefined ? {} : { bold: style.bold }),
    ...(style.italic === undefined ? {} : { italic: style.italic }),
    ...(style.underline === undefined ? {} : { underline: style.underline }),
    ...(style.strikethrough === undefined ? {} : { strikethrough: style.strikethrough }),
    ...(style.fontSize === undefined ? {} : { fontSize: style.fontSize }),
    ...(style.align ? { align: style.align as "left" | "center" | "right" } : {}),
    ...(style.verticalAlign ? { verticalAlign: style.verticalAlign as "top" | "middle" | "bottom" } : {}),
    ...(style.wrapping === undefined ? {} : { wrap: style.wrapping === "wrap" }),
  };
}

function toEngineRule(condition: Exclude<Condition, { type: "other" }>, style: Style): EngineRule["rule"] {
  const rule = (operator: string, ...values: string[]) => ({
    type: "CellIsRule",
    operator,
    values,
    style: toEngineStyle(style),
  });
  switch (condition.type) {
    case "text_equal":
      return rule("isEqual", condition.text);
    case "text_contains":
      return rule("containsText", condition.text);
    case "number_greater":
      return rule("isGreaterThan", String(condition.value));
    case "number_less":
      return rule("isLessThan", String(condition.value));
    case "number_between":
      return rule("isBetween", String(condition.low), String(condition.high));
    case "empty":
      return rule("isEmpty");
    case "not_empty":
      return rule("isNotEmpty");
    case "formula":
      return rule("customFormula", condition.formula);
  }
}

/** Rules that a person made in the page may compare with a formula or with what Google has no name for: those stay raw. */
function fromEngineRule(rule: EngineRule): Condition {
  const { type, operator, values = [] } = rule.rule;
  const other: Condition = { type: "other", raw: rule };
  if (type !== "CellIsRule") return other;
  const [first = "", second = ""] = values;
  const numbers = values.every((v) => v !== "" && Number.isFinite(Number(v)));
  switch (operator) {
    case "isEqual":
      return first.startsWith("=") ? other : { type: "text_equal", text: first };
    case "containsText":
      return { type: "text_contains", text: first };
    case "isGreaterThan":
      return numbers ? { type: "number_greater", value: Number(first) } : other;
    case "isLessThan":
      return numbers ? { type: "number_less", value: Number(first) } : other;
    case "isBetween":
      return numbers ? { type: "number_between", low: Number(first), high: Number(second) } : other;
    case "isEmpty":
      return { type: "empty" };
    case "isNotEmpty":
      return { type: "not_empty" };
    case "customFormula":
      return { type: "formula", formula: first };
    default:
      return other;
  }
}

function toEngineValidation(rule: Validation): object {
  if (rule.type === "other") return rule.raw as object;
  const criterion =
    rule.type === "list"
      ? { type: "isValueInList", values: [...rule.values], displayStyle: "arrow" }
      : { type: "isBoolean", values: [] };
  return { criterion, isBlocking: rule.strict, ...(rule.help === undefined ? {} : { help: rule.help }) };
}

function fromEngineValidation(rule: EngineValidation): Validation {
  const strict = rule.isBlocking === true;
  const help = rule.help === undefined ? {} : { help: rule.help };
  if (rule.criterion.type === "isValueInList")
    return { type: "list", values: [...rule.criterion.values], strict, ...help };
  if (rule.criterion.type === "isBoolean") return { type: "checkbox", strict, ...help };
  return { type: "other", raw: { criterion: rule.criterion, isBlocking: strict } };
}
