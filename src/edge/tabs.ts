import type { Language } from "../core/bilingual";
import type { Book, Sheet } from "./book";
import { wordsIn } from "./languages";
import { PIN } from "./pins";

export type TabId = "policy" | "classes" | "history" | "undo";

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

const HIDDEN: ReadonlySet<TabId> = new Set(["history", "undo"]);

/**
 * Our tab, made when there is none. `dress` fills a new one. The pin is set last: a tab that a failure left half-made
 * is found by its name and first cell, and dressed again.
 *
 * @param mark the text that our tab has in A1
 */
export function makeTab(book: Book, id: TabId, language: Language, mark: string, dress: (sheet: Sheet) => void): Sheet {
  const found = findTab(book, id);
  if (found) return found;
  const { spreadsheet } = book;
  const name = wordsIn(language).tabs[id];
  const names = [name, `Tierbook ${name}`];
  let sheet: Sheet | undefined;
  for (let n = 2; !sheet; n++) {
    const wanted = names.shift() ?? `Tierbook ${name} ${n}`;
    const taken = spreadsheet.getSheetByName(wanted);
    if (taken && !isHalfMade(taken, mark)) continue;
    sheet = taken ?? spreadsheet.insertSheet(wanted, spreadsheet.getSheets().length);
  }
  dress(sheet);
  if (HIDDEN.has(id)) sheet.hideSheet();
  sheet.addDeveloperMetadata(PIN.tab, id, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
  return sheet;
}

/** Nothing stands in it, or only what we begin with: a tab of the team's has something else. */
function isHalfMade(sheet: Sheet, mark: string): boolean {
  if (sheet.getLastRow() === 0) return true;
  return sheet.getRange(1, 1).getValue() === mark && sheet.getDeveloperMetadata().length === 0;
}

/** Rows that a new tab has beyond what it holds. */
export const SPARE = 1_000;

/** Makes the grid of one of our tabs large enough. */
export function growTo(sheet: Sheet, rows: number): void {
  const grid = sheet.getMaxRows();
  if (rows > grid) sheet.insertRowsAfter(grid, rows - grid);
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
    growTo(sheet, row + rows - 1);
    return sheet.getRange(row, column, rows, columns);
  }
}
