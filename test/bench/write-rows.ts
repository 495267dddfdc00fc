import type { GridStore } from "../../workbench/engine/grid-store";
import type { SampleCell } from "../../workbench/sample/cells";

/** Puts plain rows into a sheet; columns that hold days get a day's format. */
export function writeRows(store: GridStore, sheet: string, rows: readonly (readonly SampleCell[])[]): void {
  const size = store.size(sheet);
  if (rows.length > size.rows) store.insertRows(sheet, size.rows, rows.length - size.rows, "before");
  const isDay = (cell: SampleCell | undefined) => typeof cell === "object" && "day" in cell;
  store.write(
    sheet,
    0,
    0,
    rows.map((row) =>
      row.map((cell) => (typeof cell !== "object" ? { value: cell } : "day" in cell ? { value: cell.day } : cell)),
    ),
  );
  for (const column of rows[0]!.keys())
    if (rows.slice(0, 200).some((row) => isDay(row[column])))
      store.setFormat(sheet, { top: 1, left: column, bottom: rows.length - 1, right: column }, "yyyy-mm-dd");
}
