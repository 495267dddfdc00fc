import type { Content, Store } from "../runtime/store";

/** Puts rows of text into a new sheet at the right end; cells stay the texts that they are. Returns the sheet. */
export function addTable(store: Store, name: string, rows: readonly (readonly string[])[]): string {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const index = store.sheets().length;
  // Some room to type in, as a sheet of Google has.
  const sheet = store.insertSheet(
    freeName(store, name),
    index,
    Math.max(rows.length + 20, 100),
    Math.max(columns + 10, 26),
  );
  const contents: Content[][] = rows.map((row) => {
    return Array.from({ length: columns }, (_, column) => ({ value: row[column] ?? "" }));
  });
  if (contents.length > 0) store.write(sheet, 0, 0, contents);
  return sheet;
}

/** Copies the visible sheets of another workbook to the right end: values as they are shown there, no formulas. */
export function copySheets(from: Store, to: Store): void {
  for (const sheet of from.sheets()) {
    const { rows, columns } = from.used(sheet);
    if (from.isHidden(sheet) || rows === 0) continue;
    const zone = { top: 0, left: 0, bottom: rows - 1, right: columns - 1 };
    const made = to.insertSheet(
      freeName(to, from.sheetName(sheet)),
      to.sheets().length,
      rows + 20,
      Math.max(columns + 5, 26),
    );
    to.write(
      made,
      0,
      0,
      from.values(sheet, zone).map((row) => row.map((value) => ({ value }))),
    );
    to.setFormats(made, 0, 0, from.formats(sheet, zone));
  }
}

/** A sheet's name from a file's: without its ending and what a sheet's name cannot hold, and not twice. */
function freeName(store: Store, wanted: string): string {
  const taken = new Set(store.sheets().map((sheet) => store.sheetName(sheet).toLowerCase()));
  const stem =
    wanted
      .replace(/\.[a-z]+$/i, "")
      .replace(/[[\]*?:/\\']/g, " ")
      .trim()
      .slice(0, 28) || "Sheet";
  let name = stem;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${stem} ${n}`;
  return name;
}
