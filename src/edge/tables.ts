import type { Cell } from "../core/cells/cell";
import type { RowKey } from "../core/model";
import {
  columnName,
  type FieldId,
  type FixedColumns,
  type FoundColumn,
  findLayout,
  type Layout,
  type Table,
} from "../core/tables/headers";
import { rowKeys } from "../core/tables/keys";
import type { Book, Sheet } from "./book";
import { toRows } from "./cells";
import { locateColumns, type OurColumns } from "./columns";
import { Plain } from "./define";
import { PIN } from "./pins";

/** A sheet of the team's, read. */
export interface TeamTable {
  readonly sheet: Sheet;
  readonly sheetId: number;
  readonly rows: Cell[][];
  readonly layout: Layout;
  /** Our columns in it. Empty but in the customer sheet. */
  readonly ours: OurColumns;
}

/** The key of every row of a customer sheet; undefined where it is no customer. */
export const keysOf = (rows: readonly (readonly Cell[])[], layout: Layout): (RowKey | undefined)[] =>
  rowKeys(rows, layout.headerRow, { id: layout.columns.id?.index ?? -1, name: layout.columns.name?.index ?? -1 });

/** The columns that row keys were made of, with what stood in the header row there. A field without a column is missing. */
export type KeyColumns = Readonly<
  Partial<Record<"id" | "name", { readonly column: FoundColumn; readonly header: Cell }>>
>;

export function keyColumns({ rows, layout }: TeamTable): KeyColumns {
  const found: { -readonly [Field in keyof KeyColumns]: KeyColumns[Field] } = {};
  for (const field of ["id", "name"] as const) {
    const column = layout.columns[field];
    if (column) found[field] = { column, header: rows[layout.headerRow]![column.index] ?? "" };
  }
  return found;
}

/** Keys made of these columns and no others, whatever the sheet has by now: a column that is gone makes no keys. */
export function keyedBy(layout: Layout, keys: KeyColumns, placeOf: (field: "id" | "name") => number): Layout {
  const { id: _, name: __, ...columns } = layout.columns;
  const kept: { -readonly [Field in keyof Layout["columns"]]: Layout["columns"][Field] } = columns;
  for (const field of ["id", "name"] as const) {
    const index = keys[field] ? placeOf(field) : -1;
    if (index >= 0) kept[field] = { ...keys[field]!.column, index };
  }
  return { ...layout, columns: kept };
}

/** A table keyed by the columns of an earlier run: found by their pins, else by their headers. */
export function keyedAgain(book: Book, table: TeamTable, keys: KeyColumns): TeamTable {
  const headers = table.rows[table.layout.headerRow]!;
  const layout = keyedBy(table.layout, keys, (field) => {
    const { column, header } = keys[field]!;
    const pin = book.pins.find(
      (one) => one.key === PIN.field && one.value === field && one.sheetId === table.sheetId && one.column >= 0,
    );
    if (pin) return pin.column;
    return headers[column.index] === header ? column.index : headers.indexOf(header);
  });
  return { ...table, layout };
}

/** The header of each pinned field, as it now stands in the header row: a renamed column is the same column. */
function renamed(book: Book, sheetId: number, layout: Layout): FixedColumns {
  const headers = new Map<number, string>();
  for (const column of [...Object.values(layout.columns), ...layout.unused, ...layout.questions.map((q) => q.column)]) {
    if (column) headers.set(column.index, columnName(column));
  }
  const fixed: Partial<Record<FieldId, string>> = {};
  for (const pin of book.pins) {
    if (pin.key !== PIN.field || pin.sheetId !== sheetId) continue;
    const header = headers.get(pin.column);
    if (header !== undefined) fixed[pin.value as FieldId] = header;
  }
  return fixed;
}

/**
 * Where the columns of a sheet's fields are: by what the person said, then by our pins, then by the saved headers, then
 * by the words of the header. Undefined: no header row in rows 1 to 10.
 *
 * @param said what the person has just corrected
 */
export function layoutOf(
  book: Book,
  sheetId: number,
  rows: readonly (readonly Cell[])[],
  table: Table,
  said: FixedColumns,
  ours: OurColumns,
): Layout | undefined {
  const mine = new Set(Object.values(ours));
  const saved: FixedColumns = book.saved.settings?.columns || {};
  const fixed: FixedColumns = { ...saved, ...said };
  const layout = findLayout(rows, table, fixed, mine);
  if (!layout) return undefined;
  const pinned = renamed(book, sheetId, layout);
  for (const id of Object.keys(said) as FieldId[]) delete (pinned as Partial<Record<FieldId, string>>)[id];
  const moved = (Object.keys(pinned) as FieldId[]).some((id) => {
    const column = layout.columns[id];
    return !column || columnName(column) !== pinned[id];
  });
  return moved ? findLayout(rows, table, { ...fixed, ...pinned }, mine) : layout;
}

/** Reads a whole sheet in one call. Throws a sentence where the sheet is gone or has no header row. */
export function readTable(book: Book, sheetId: number, table: Table, said: FixedColumns = {}): TeamTable {
  const sheet = book.spreadsheet.getSheetById(sheetId);
  if (!sheet) throw new Plain(`${table}Gone`, book.saved.settings?.names[String(sheetId)] || "");
  const rows = toRows(sheet.getDataRange().getValues() as unknown[][], book.clock);
  const ours = table === "customers" ? locateColumns(book, sheetId, rows) : {};
  const layout = layoutOf(book, sheetId, rows, table, said, ours);
  if (!layout) throw new Plain(`${table}NoHeader`, sheet.getName());
  return { sheet, sheetId, rows, layout, ours };
}
