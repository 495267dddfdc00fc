import type { Cell } from "../core/cells/cell";
import { applyChanges, type Change, type Left, sameCell } from "../core/plan";
import { findLayout } from "../core/tables/headers";
import { openBook, type Sheet, type Spreadsheet } from "./book";
import { clockOf, fromCell, toRows } from "./cells";
import { COLUMN_IDS, type ColumnId, type OurColumns } from "./columns";
import { Plain } from "./define";
import type { BatchHead } from "./journal";
import { imageOf } from "./look";
import { readTable, type TeamTable } from "./tables";

/** Columns of ours that hold text. */
const TEXT: ReadonlySet<ColumnId> = new Set(["level", "tier", "why"]);

/** What would be taken for a formula, were the cell's format not text any more. */
const isDangerous = (cell: Cell): boolean => typeof cell === "string" && /^[\s=+\-@']/.test(cell);

/** The customer sheet as it is now, with our columns where the batch knew them, or else where they are found anew. */
function readAgain(spreadsheet: Spreadsheet, head: BatchHead): TeamTable {
  const sheet = spreadsheet.getSheetById(head.customers);
  if (!sheet) throw new Plain("customersGone", "");
  const rows = toRows(sheet.getDataRange().getValues() as unknown[][], clockOf(head.zone, head.at));
  const inPlace = (Object.keys(head.headers) as ColumnId[]).every(
    (id) => rows[head.headerRow]?.[head.ours[id]!] === head.headers[id],
  );
  const layout = inPlace ? findLayout(rows, "customers", head.columns, new Set(Object.values(head.ours))) : undefined;
  if (layout && layout.headerRow === head.headerRow)
    return { sheet, sheetId: head.customers, rows, layout, ours: head.ours };
  return readTable(openBook(true), head.customers, "customers", {});
}

export interface Put {
  readonly table: TeamTable;
  readonly changed: number;
  readonly left: readonly Left[];
}

/**
 * Makes changes in our columns of the customer sheet: reads the keys again in one call, finds the rows by key, and writes
 * our columns in whole blocks. A cell that holds neither what was before nor what should be is somebody's, and left.
 */
export function putChanges(
  spreadsheet: Spreadsheet,
  head: BatchHead,
  changes: readonly Change[],
  counts: Readonly<Record<string, number>>,
): Put {
  const table = readAgain(spreadsheet, head);
  const image = imageOf(table);
  const { cells, changed, left } = applyChanges(image, changes, new Map(Object.entries(counts)));
  if (changed.length > 0) writeBlocks(table.sheet, table.ours, image.keys, image.cells, cells);
  return { table, changed: changed.length, left };
}

/** Neighbouring columns of ours, from left to right. */
function groupsOf(ours: OurColumns): { id: ColumnId; column: number }[][] {
  const placed = COLUMN_IDS.flatMap((id) => (ours[id] === undefined ? [] : [{ id, column: ours[id] }]));
  placed.sort((a, b) => a.column - b.column);
  const groups: { id: ColumnId; column: number }[][] = [];
  for (const one of placed) {
    const last = groups[groups.length - 1];
    if (last && last[last.length - 1]!.column === one.column - 1) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

function writeBlocks(
  sheet: Sheet,
  ours: OurColumns,
  keys: readonly (string | undefined)[],
  before: readonly (readonly Cell[])[],
  after: readonly (readonly Cell[])[],
): void {
  const top = keys.findIndex((key) => key !== undefined);
  let bottom = keys.length - 1;
  while (bottom > top && keys[bottom] === undefined) bottom--;
  const gaps = keys.slice(top, bottom + 1).includes(undefined);
  for (const group of groupsOf(ours)) {
    const at = group.map(({ id }) => COLUMN_IDS.indexOf(id));
    const differs = (line: number) => at.some((c) => !sameCell(before[line]![c]!, after[line]![c]!));
    let first = top;
    while (first <= bottom && !differs(first)) first++;
    if (first > bottom) continue;
    let last = bottom;
    while (!differs(last)) last--;
    const left = group[0]!.column + 1;
    const range = sheet.getRange(first + 1, left, last - first + 1, group.length);
    // A total that somebody put under our column stands in a row that is no customer's, and stays a formula.
    const formulas = gaps ? range.getFormulas() : [];
    const isTheirs = (line: number) =>
      keys[line] === undefined && (formulas[line - first] ?? []).some((formula) => formula !== "");
    for (let c = 0; c < group.length; c++) {
      if (!TEXT.has(group[c]!.id)) continue;
      const dangerous = after.some((row, line) => line >= first && line <= last && isDangerous(row[at[c]!]!));
      if (dangerous) sheet.getRange(first + 1, left + c, last - first + 1, 1).setNumberFormat("@");
    }
    for (let from = first; from <= last; from++) {
      if (isTheirs(from)) continue;
      let to = from;
      while (to < last && !isTheirs(to + 1)) to++;
      const values = after.slice(from, to + 1).map((row) => at.map((c) => fromCell(row[c]!)));
      sheet.getRange(from + 1, left, to - from + 1, group.length).setValues(values);
      from = to;
    }
  }
}
