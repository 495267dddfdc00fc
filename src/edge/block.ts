import { type Cell, isDateCell } from "../core/cells/cell";
import { applyChanges, type Change, type Image, type Left, sameCell } from "../core/plan";
import { findLayout } from "../core/tables/headers";
import { openBook, type Sheet, type Spreadsheet } from "./book";
import { clockOf, fromCell, isParsed, toRows } from "./cells";
import { COLUMN_IDS, type ColumnId, columnOf, FORMATS, type OurColumns } from "./columns";
import { Plain } from "./define";
import type { BatchHead } from "./journal";
import { imageOf, type Look } from "./look";
import { keyColumns, keyedAgain, keyedBy, readTable, type TeamTable } from "./tables";

/** Where to write: the customer sheet with our columns as a batch knew them, and what its keys were made of. */
export type Target = Pick<
  BatchHead,
  "customers" | "sheet" | "zone" | "at" | "ours" | "headers" | "headerRow" | "keyed" | "columns"
>;

/**
 * Where to write what follows from the sheet as it was just read.
 *
 * @param made our columns, where some were made just now: they are looked for by their pins
 */
export function targetOf({ book, settings, customers }: Look, made?: OurColumns): Target {
  const { sheetId, rows, layout, ours } = customers;
  const headers: Record<string, string> = {};
  for (const [id, column] of Object.entries(ours)) headers[id] = String(rows[layout.headerRow]![column] ?? "");
  return {
    customers: sheetId,
    sheet: settings.names[String(sheetId)] || "",
    zone: book.clock.zone,
    at: book.clock.now,
    ours: made || ours,
    headers: made ? { level: "" } : headers,
    headerRow: layout.headerRow,
    keyed: keyColumns(customers),
    columns: settings.columns,
  };
}

/** The customer sheet as it is now, with our columns where the batch knew them, or else where they are found anew. */
function readAgain(spreadsheet: Spreadsheet, head: Target): TeamTable {
  const sheet = spreadsheet.getSheetById(head.customers);
  if (!sheet) throw new Plain("customersGone", head.sheet);
  const rows = toRows(sheet.getDataRange().getValues() as unknown[][], clockOf(head.zone, head.at));
  const headers = rows[head.headerRow] || [];
  const inPlace =
    (Object.keys(head.headers) as ColumnId[]).every((id) => headers[head.ours[id]!] === head.headers[id]) &&
    Object.values(head.keyed).every(({ column, header }) => (headers[column.index] ?? "") === header);
  const layout = inPlace ? findLayout(rows, "customers", head.columns, new Set(Object.values(head.ours))) : undefined;
  if (layout && layout.headerRow === head.headerRow) {
    const keyed = keyedBy(layout, head.keyed, (field) => head.keyed[field]!.column.index);
    return { sheet, sheetId: head.customers, rows, layout: keyed, ours: head.ours };
  }
  const book = openBook(true);
  return keyedAgain(book, readTable(book, head.customers, "customers", {}), head.keyed);
}

export interface Put {
  readonly table: TeamTable;
  readonly changed: number;
  readonly left: readonly Left[];
}

/**
 * Makes changes in our columns of the customer sheet: reads the keys again in one call, finds the rows by key, and writes
 * our columns in whole blocks. A cell that holds neither what was before nor what should be is somebody's, and left, as
 * are cells of a column that is gone.
 *
 * @param formulas what happens to a formula that somebody typed into a cell that is to change
 */
export function putChanges(
  spreadsheet: Spreadsheet,
  head: Target,
  changes: readonly Change[],
  counts: Readonly<Record<string, number>>,
  formulas: "overwrite" | "leave",
): Put {
  const table = readAgain(spreadsheet, head);
  const columns = COLUMN_IDS.filter((id) => table.ours[id] !== undefined);
  const image = imageOf(table, columns);
  const groups = changes.length > 0 ? groupsOf(columns.map((id, at) => ({ at, id, column: table.ours[id]! }))) : [];
  const standing = formulasIn(table.sheet, groups, image.cells.length);
  const isFormula = (line: number, c: number) => (standing[c]?.[line] || "") !== "";
  const theirs = formulas === "leave" ? isFormula : undefined;
  const { cells, changed, left } = applyChanges(image, changes, new Map(Object.entries(counts)), theirs);
  if (changed.length > 0) writeBlocks(table.sheet, groups, image, cells, isFormula);
  return { table, changed: changed.length, left };
}

interface Placed {
  /** Index in the image. */
  readonly at: number;
  readonly id: ColumnId;
  /** 0-based column of the sheet. */
  readonly column: number;
}

const kindOf = ({ id }: Placed) => columnOf(id).kind;

/** Neighbouring columns of ours, from left to right. */
function groupsOf(placed: Placed[]): Placed[][] {
  placed.sort((a, b) => a.column - b.column);
  return runsOf(placed, (one, last) => last.column === one.column - 1);
}

/** Items in runs, each of which goes on as long as `isNext` holds. */
export function runsOf<T>(items: readonly T[], isNext: (one: T, last: T) => boolean): T[][] {
  const runs: T[][] = [];
  for (const one of items) {
    const run = runs[runs.length - 1];
    if (run && isNext(one, run[run.length - 1]!)) run.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** The formulas in our columns, by index in the image and line; "" where there is none. A call for each group. */
function formulasIn(sheet: Sheet, groups: readonly (readonly Placed[])[], lines: number): string[][] {
  const standing: string[][] = [];
  for (const group of groups) {
    const block = sheet.getRange(1, group[0]!.column + 1, lines, group.length).getFormulas();
    group.forEach(({ at }, c) => {
      standing[at] = block.map((row) => row[c]!);
    });
  }
  return standing;
}

/** Whether a cell of ours holds a kind of value that we never write into its column. */
function isStrange(cell: Cell, place: Placed): boolean {
  return cell !== "" && (typeof cell === "string") !== (kindOf(place) === "text");
}

/**
 * Writes a block for each group, from its first to its last cell that differs. What does not differ is written back
 * with it, but never a formula, never what stands in a row that is no customer's, and never a value of another kind than
 * the column's, which would come back as something else: around those the block is split.
 */
function writeBlocks(
  sheet: Sheet,
  groups: readonly (readonly Placed[])[],
  { keys, cells: before }: Image,
  after: readonly (readonly Cell[])[],
  isFormula: (line: number, at: number) => boolean,
): void {
  for (const group of groups) {
    const differs = (line: number, at: number) => !sameCell(before[line]![at]!, after[line]![at]!);
    const isHeld = (line: number, place: Placed) => {
      const { at } = place;
      const cell = after[line]![at]!;
      if (differs(line, at)) return isStrange(cell, place);
      return isFormula(line, at) || (cell !== "" && keys[line] === undefined) || isStrange(cell, place);
    };
    const lines: number[] = [];
    keys.forEach((_, line) => {
      if (group.some(({ at }) => differs(line, at))) lines.push(line);
    });
    if (lines.length === 0) continue;
    const free: { line: number; columns: Placed[]; shape: string }[] = [];
    for (let line = lines[0]!; line <= lines[lines.length - 1]!; line++) {
      const columns = group.filter((place) => !isHeld(line, place));
      free.push({ line, columns, shape: columns.map(({ at }) => at).join() });
    }
    for (const part of runsOf(free, (one, last) => one.shape === last.shape)) {
      for (const columns of runsOf(part[0]!.columns, (one, last) => last.column === one.column - 1)) {
        writePart(sheet, part[0]!.line, after.slice(part[0]!.line, part[0]!.line + part.length), columns);
      }
    }
    // What people had typed into a column of another kind: given back as what it was, one by one.
    for (const line of lines) {
      for (const place of group) {
        const cell = after[line]![place.at]!;
        if (differs(line, place.at) && isStrange(cell, place))
          writeStrange(sheet.getRange(line + 1, place.column + 1), cell, place);
      }
    }
  }
}

/** @param first 0-based line */
function writePart(sheet: Sheet, first: number, rows: readonly (readonly Cell[])[], columns: readonly Placed[]): void {
  const texts = runsOf(columns, (one, last) => kindOf(one) === kindOf(last));
  for (const run of texts) {
    // Somebody may have cleared the formats of our text columns.
    if (kindOf(run[0]!) === "text" && rows.some((row) => run.some(({ at }) => isParsed(row[at]!))))
      sheet.getRange(first + 1, run[0]!.column + 1, rows.length, run.length).setNumberFormat("@");
  }
  const values = rows.map((row) => columns.map(({ at }) => fromCell(row[at]!)));
  sheet.getRange(first + 1, columns[0]!.column + 1, rows.length, columns.length).setValues(values);
}

function writeStrange(range: GoogleAppsScript.Spreadsheet.Range, cell: Cell, place: Placed): void {
  if (typeof cell !== "string") {
    if (isDateCell(cell)) range.setNumberFormat(FORMATS.day);
    range.setValue(fromCell(cell));
    return;
  }
  // Under a format that is not text the apostrophe keeps it a text, and the next number a number.
  range.setNumberFormat(FORMATS[kindOf(place)]);
  range.setValue(`'${cell}`);
}
