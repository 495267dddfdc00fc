import type { Language } from "../core/bilingual";
import type { Book, Sheet } from "./book";
import { wordsIn } from "./languages";
import { PIN } from "./pins";

export type TabId = "policy" | "classes" | "today" | "log" | "rates" | "history" | "undo" | "backtest";

/** Our tab, wherever it was moved and whatever it is called now. */
export function findTab(book: Book, id: TabId): Sheet | undefined {
  for (const pin of book.pins) {
    if (pin.key !== PIN.tab || pin.value !== id) continue;
    const sheet = book.spreadsheet.getSheetById(pin.sheetId);
    if (sheet) return sheet;
  }
  return undefined;
}

/** Google's numbers of our tabs. */
export const tabIds = (book: Book): ReadonlySet<number> =>
  new Set(book.pins.filter((pin) => pin.key === PIN.tab).map((pin) => pin.sheetId));

const HIDDEN: ReadonlySet<TabId> = new Set(["log", "rates", "history", "undo"]);

/** The pin of a tab that is not filled yet. */
const half = (id: TabId): string => `${id}:half`;

/**
 * Our tab, made when there is none. `dress` fills a new one. It is pinned before that, so that a tab which a failure left
 * half-made is known by its pin and dressed again: by its name and content alone no tab is ours.
 */
export function makeTab(book: Book, id: TabId, language: Language, dress?: (sheet: Sheet) => void): Sheet {
  const found = findTab(book, id);
  if (found) return found;
  const begun = book.pins.find((pin) => pin.key === PIN.tab && pin.value === half(id));
  let sheet = begun && book.spreadsheet.getSheetById(begun.sheetId);
  let pin = begun?.metadata;
  if (!sheet || !pin) {
    const shown = book.spreadsheet.getActiveSheet();
    sheet = insertTab(book, wordsIn(language).tabs[id]);
    // Google shows what it inserts; who looks at the customers goes on looking at them.
    shown.activate();
    sheet.addDeveloperMetadata(PIN.tab, half(id), SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
    pin = sheet.getDeveloperMetadata().find((one) => one.getKey() === PIN.tab)!;
  }
  dress?.(sheet);
  if (HIDDEN.has(id)) sheet.hideSheet();
  pin.setValue(id);
  return sheet;
}

/** A new tab at the right end, under the first name that is free. */
function insertTab({ spreadsheet }: Book, name: string): Sheet {
  const sheets = spreadsheet.getSheets();
  const last = sheets[sheets.length - 1]!;
  for (let n = 1; ; n++) {
    const wanted = n === 1 ? name : n === 2 ? `${name} (Tierbook)` : `${name} (Tierbook ${n - 1})`;
    // Google tells names of tabs apart without regard to case.
    const taken = sheets.find((one) => one.getName().toLowerCase() === wanted.toLowerCase());
    if (!taken) return spreadsheet.insertSheet(wanted, sheets.length);
    // Inserted by us a moment before the failure that kept us from pinning it, or as good as that.
    if (taken === last && last.getLastRow() === 0 && last.getDeveloperMetadata().length === 0) return last;
  }
}

/** Rows that a new tab has beyond what it holds. */
export const SPARE = 1_000;

/** Makes the grid of one of our tabs large enough; without `columns` by rows alone. */
export function growTo(sheet: Sheet, rows: number, columns = 0): void {
  const grid = sheet.getMaxRows();
  if (rows > grid) sheet.insertRowsAfter(grid, rows - grid);
  if (columns === 0) return;
  const wide = sheet.getMaxColumns();
  if (columns > wide) sheet.insertColumnsAfter(wide, columns - wide);
}

/**
 * A range of one of our tabs, which begins at most one row below what stands there. Google refuses one beyond the grid
 * before it is asked anything, so only then the grid is grown.
 */
export function rangeIn(
  sheet: Sheet,
  row: number,
  column: number,
  rows: number,
  columns: number,
): GoogleAppsScript.Spreadsheet.Range {
  try {
    return sheet.getRange(row, column, rows, columns);
  } catch {
    growTo(sheet, row + rows - 1, column + columns - 1);
    return sheet.getRange(row, column, rows, columns);
  }
}
