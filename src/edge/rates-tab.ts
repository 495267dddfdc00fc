import type { Cell } from "../core/cells/cell";
import { KNOWN_CURRENCIES } from "../core/cells/currency";
import { readDays } from "../core/cells/date";
import { isoOf } from "../core/day";
import { rateColumns } from "../core/rates";
import { say } from "../texts/say";
import { type Book, openBook, type Sheet } from "./book";
import { toRows } from "./cells";
import { FORMATS } from "./columns";
import { Plain } from "./define";
import { languageOfTeam, wordsIn } from "./languages";
import { lockDocument } from "./lock";
import { policyInForce } from "./policy-sheet";
import { save } from "./saved";
import { findTab, makeTab, rangeIn } from "./tabs";

/** Our sheet of rates, as it was read. */
export interface RatesTab {
  readonly sheetId: number;
  readonly rows: readonly (readonly Cell[])[];
}

/** In one call; undefined before somebody asked for the sheet. */
export function readRatesTab(book: Book): RatesTab | undefined {
  const sheet = findTab(book, "rates");
  return sheet && { sheetId: sheet.getSheetId(), rows: toRows(sheet.getDataRange().getValues(), book.clock) };
}

/**
 * The sheet, made where there is none; the functions in cells, which know no pins, then find it by its number. Its header
 * names a base currency: under another one the rates would be wrong, and do not count. Until a rate is typed it follows.
 */
function ratesTab(book: Book, wanted?: string): Sheet {
  const language = languageOfTeam(book.saved);
  const base =
    KNOWN_CURRENCIES.find((code) => code === wanted) || policyInForce(book, language).policy["currency.base"];
  const { headers, note } = wordsIn(language).rates;
  const named = (tab: Sheet, row: number, column: number) =>
    tab
      .getRange(row, column)
      .setValue(say(headers[2]!, { 0: base }))
      .setNote(say(note, { 0: base }));
  const old = findTab(book, "rates");
  if (old) {
    const rows = toRows(old.getDataRange().getValues(), book.clock);
    const columns = rateColumns(rows);
    if (columns && rows.length === columns.headerRow + 1) named(old, columns.headerRow + 1, columns.rate + 1);
  }
  const sheet = makeTab(book, "rates", language, (tab) => {
    tab
      .getRange(1, 1, 1, headers.length)
      .setValues([headers.map((header) => say(header, { 0: base }))])
      .setFontWeight("bold");
    named(tab, 1, 3);
    tab.getRange(2, 2, tab.getMaxRows() - 1, 1).setNumberFormat(FORMATS.day);
    tab.setColumnWidth(3, 180);
    tab.setFrozenRows(1);
  });
  const { settings } = book.saved;
  const rates = sheet.getSheetId();
  if (settings && settings.rates !== rates) save("settings", { ...settings, rates });
  return sheet;
}

/** Takes the person to the sheet of rates, which are in that base currency where no rate says another yet. */
export function showRates(base: string): void {
  lockDocument();
  const sheet = ratesTab(openBook(), base);
  sheet.showSheet();
  sheet.activate();
}

/**
 * `--rates`: the rows of a file, its header among them, become those of the sheet, as typed. Where `order` says which of day
 * and month comes first, days are written so that nobody has to be told again.
 */
export function setRates(rows: readonly (readonly string[])[], order: string | null): void {
  const columns = rateColumns(rows);
  if (!columns) throw new Plain("tableNeeded", "--rates");
  lockDocument();
  const book = openBook();
  const sheet = ratesTab(book);
  sheet.getDataRange().clearContent();
  const days = readDays(
    rows.map((row) => row[columns.from] ?? ""),
    { asOf: book.clock.today, dayOfInstant: book.clock.dayOf, answers: order ? { day_order: order } : {} },
  );
  const width = Math.max(...rows.map((row) => row.length));
  const cells = rows.map((row, r) =>
    Array.from({ length: width }, (_, c) => {
      const day = c === columns.from ? days[r] : undefined;
      return order && day?.as === "read" ? isoOf(day.value) : (row[c] ?? "");
    }),
  );
  rangeIn(sheet, 1, 1, rows.length, width).setNumberFormat(FORMATS.text).setValues(cells);
}
