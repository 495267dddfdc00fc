import type { Language } from "../core/bilingual";
import type { Cell } from "../core/cells/cell";
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

/** A sheet without a rate. Its header names the base currency: under another one the rates would be wrong, and do not count. */
function makeRatesTab(book: Book, language: Language): Sheet {
  const { headers, note } = wordsIn(language).rates;
  const base = policyInForce(book, language).policy["currency.base"];
  return makeTab(book, "rates", language, (tab) => {
    const row = headers.map((header) => say(header, { 0: base }));
    tab.getRange(1, 1, 1, row.length).setValues([row]).setFontWeight("bold");
    tab.getRange(1, 3).setNote(say(note, { 0: base }));
    tab.getRange(2, 2, tab.getMaxRows() - 1, 1).setNumberFormat(FORMATS.day);
    tab.setColumnWidth(3, 180);
    tab.setFrozenRows(1);
  });
}

/** Makes the sheet where there is none; the functions in cells, which know no pins, then find it by its number. */
function ratesTab(book: Book): Sheet {
  const sheet = makeRatesTab(book, languageOfTeam(book.saved));
  const { settings } = book.saved;
  const rates = sheet.getSheetId();
  if (settings && settings.rates !== rates) save("settings", { ...settings, rates });
  return sheet;
}

/** Takes the person to the sheet of rates. */
export function showRates(): void {
  lockDocument();
  const sheet = ratesTab(openBook());
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
