import type { Content, Store } from "../runtime/store";
import type { SampleCell, SampleSheet } from "./cells";
import type { SampleWorkbook } from "./workbook";

/** Room to the right and below, as a sheet has it where people work. */
const SPARE_ROWS = 40;
const SPARE_COLUMNS = 16;

const contentOf = (cell: SampleCell): Content => {
  if (typeof cell !== "object") return { value: cell };
  return "day" in cell ? { value: cell.day } : { formula: cell.formula };
};

/** Puts the sample into a store in place of the empty sheets that it starts with; sheets that hold something stay, behind it. */
export function writeSample(store: Store, sample: SampleWorkbook): void {
  const before = store.sheets().map((sheet) => ({ sheet, empty: store.used(sheet).rows === 0 }));
  const ids = new Map<string, string>();
  for (const [index, sheet] of sample.sheets.entries()) ids.set(sheet.name, insert(store, sheet, index));
  for (const { sheet, empty } of before) if (empty) store.deleteSheet(sheet);
  for (const { name, sheet, row, column } of sample.names) {
    const id = ids.get(sheet);
    if (id === undefined) throw new Error(`The name ${name} points to ${sheet}, which is no sheet of the sample`);
    store.setName(name, id, { top: row, left: column, bottom: row, right: column });
  }
  // Formulas last: they look at other sheets and at names.
  for (const sheet of sample.sheets) writeCells(store, ids.get(sheet.name)!, sheet, true);
  const first = sample.sheets[0];
  if (first) store.activate(ids.get(first.name)!);
  for (const sheet of sample.sheets) if (sheet.hidden) store.setHidden(ids.get(sheet.name)!, true);
}

function insert(store: Store, sheet: SampleSheet, index: number): string {
  const width = Math.max(0, ...sheet.cells.map((row) => row.length));
  const id = store.insertSheet(sheet.name, index, sheet.cells.length + SPARE_ROWS, width + SPARE_COLUMNS);
  for (const { zone, pattern } of sheet.formats) store.setFormat(id, zone, pattern);
  writeCells(store, id, sheet, false);
  for (const { zone, style } of sheet.styles) store.setStyle(id, zone, style);
  if (sheet.rules.length > 0) store.setRules(id, sheet.rules);
  for (const { row, column, note } of sheet.notes) store.setNote(id, row, column, note);
  for (const [column, pixels] of sheet.columnWidths.entries()) store.setColumnWidth(id, column, pixels);
  if (sheet.frozenRows > 0) store.freezeRows(id, sheet.frozenRows);
  return id;
}

const isFormula = (cell: SampleCell): boolean => typeof cell === "object" && "formula" in cell;

function writeCells(store: Store, id: string, sheet: SampleSheet, formulas: boolean): void {
  const { cells } = sheet;
  if (!formulas) {
    const values = cells.map((row) => row.map((cell) => (isFormula(cell) ? { value: "" } : contentOf(cell))));
    if (values.length > 0) store.write(id, 0, 0, values);
    return;
  }
  const width = Math.max(0, ...cells.map((row) => row.length));
  for (let column = 0; column < width; column++) {
    const isOne = (row: number) => row < cells.length && isFormula(cells[row]![column] ?? "");
    for (let top = 0; top < cells.length; top++) {
      if (!isOne(top)) continue;
      let end = top + 1;
      while (isOne(end)) end++;
      const run = cells.slice(top, end).map((row) => [contentOf(row[column]!)]);
      store.write(id, top, column, run);
      top = end;
    }
  }
}
