import type { Language } from "../core/bilingual";
import type { Cell } from "../core/cells/cell";
import { dayOfIso } from "../core/day";
import { sameCell } from "../core/plan";
import { say } from "../texts/say";
import { runsOf } from "./block";
import type { Book, Sheet, Spreadsheet } from "./book";
import { fromCell, isParsed, toRows } from "./cells";
import { colour, type Labels, labelsOf } from "./colours";
import { FORMATS } from "./columns";
import { wordsIn } from "./languages";
import type { Look } from "./look";
import { PIN, pinColumn } from "./pins";
import { makeTab, rangeIn } from "./tabs";
import type { HomeView } from "./views";

/** Columns: owner, company, level, days to the due day or past it, next step. */
const WIDTH = 5;
const LEVEL = 2;
const DAYS = 3;

/** Above the list: its day, and its headers. */
const HEAD = 2;

/** Where today's list stands: Google's number of the tab, and the 0-based place of each column; -1 where it is gone. */
export interface TodayPlace {
  readonly tab: number;
  readonly columns: readonly number[];
}

/** The tab with today's list, for phones, where no sidebar opens. Made when there is none. */
export function makeTodayTab(book: Book, language: Language, labels: Labels): Sheet {
  return makeTab(book, "today", language, (tab) => {
    const rows = tab.getMaxRows();
    tab.getRange(1, 1, rows, WIDTH).setNumberFormat(FORMATS.text);
    tab.getRange(1, 1).setNumberFormat(FORMATS.day);
    tab.getRange(1, 1, HEAD, WIDTH).setFontWeight("bold");
    tab.setFrozenRows(HEAD);
    tab.setColumnWidth(2, 200);
    tab.setColumnWidth(DAYS + 1, 140);
    tab.setColumnWidth(WIDTH, 360);
    colourToday(tab, LEVEL, labels);
    for (let c = 0; c < WIDTH; c++) pinColumn(tab, c, PIN.today, String(c));
  });
}

/** The levels in their colours, as in the customer sheet, for as many lines as there will ever be. */
const colourToday = (tab: Sheet, column: number, labels: Labels) => colour(tab, { level: column }, HEAD - 1, labels);

/** Where the list is to be written, whatever people inserted beside and between its columns. */
export function placeOfToday({ book, settings, words }: Look): TodayPlace {
  const tab = makeTodayTab(book, settings.language, labelsOf(words)).getSheetId();
  const pins = book.pins.filter((pin) => pin.key === PIN.today && pin.sheetId === tab);
  const columns = Array.from({ length: WIDTH }, (_, c) => pins.find(({ value }) => value === String(c))?.column ?? -1);
  // One that was made just now has its columns where they were made.
  return { tab, columns: pins.length === 0 ? columns.map((_, c) => c) : columns };
}

/** The day; then for every owner his list and how many more are due, those with most customers first; last how many are to wake. */
function rowsOf({ day, owners, today, limit }: HomeView, language: Language): Cell[][] {
  const words = wordsIn(language);
  const wake = owners.reduce((sum, owner) => sum + owner.wake, 0);
  const rows: Cell[][] = [[{ day: dayOfIso(day)! }, words.todayHead], [...words.todayHeaders]];
  const when = (over: number): string => say(over < 0 ? words.dueIn : words.dueSince, { 0: Math.abs(over) });
  for (const { owner, due } of owners) {
    const his = today.filter((one) => one.owner === owner);
    for (const { company, levelLabel, over, next } of his)
      rows.push([owner, company, levelLabel, over === null ? "" : when(over), next]);
    if (due > his.length) rows.push([owner, say(words.moreDue, { 0: due - his.length, 1: limit })]);
  }
  if (wake > 0) rows.push([say(words.toWake, { 0: wake })]);
  return rows;
}

/**
 * Writes the list over what stood there, in one call where people inserted no columns between ours.
 *
 * @param labels the words of the levels, where they may be others than those that are coloured
 */
export function writeToday(
  spreadsheet: Spreadsheet,
  place: TodayPlace,
  home: HomeView,
  language: Language,
  labels: Labels | undefined,
): void {
  const tab = spreadsheet.getSheetById(place.tab);
  if (!tab) return;
  put(tab, place, rowsOf(home, language));
  const column = place.columns[LEVEL]!;
  if (labels && column >= 0) colourToday(tab, column, labels);
}

function put(tab: Sheet, { columns }: TodayPlace, rows: readonly (readonly Cell[])[]): void {
  const height = Math.max(rows.length, tab.getDataRange().getLastRow());
  const placed = columns.map((column, at) => ({ column, at })).filter(({ column }) => column >= 0);
  for (const run of runsOf(placed, (one, last) => one.column === last.column + 1)) {
    const block = Array.from({ length: height }, (_, line) => run.map(({ at }) => rows[line]?.[at] ?? ""));
    const range = rangeIn(tab, 1, run[0]!.column + 1, height, run.length);
    // Somebody may have cleared the formats since the tab was made. What people typed is at risk, our own words are not.
    run.forEach(({ at, column }, c) => {
      if (at !== DAYS && block.some((row, line) => rows[line]?.length === WIDTH && isParsed(row[c]!)))
        tab.getRange(2, column + 1, height - 1, 1).setNumberFormat(FORMATS.text);
    });
    range.setValues(block.map((row) => row.map(fromCell)));
  }
}

/** Today's list outside of a batch: written where another one stands there, into a new tab where it was deleted. */
export function keepToday(now: Look, home: HomeView): void {
  const { book } = now;
  const place = placeOfToday(now);
  const tab = book.spreadsheet.getSheetById(place.tab)!;
  const standing = toRows(tab.getDataRange().getValues() as unknown[][], book.clock);
  const rows = rowsOf(home, now.settings.language);
  const isSame = (_: unknown, line: number) =>
    place.columns.every((c, at) => c < 0 || sameCell(rows[line]?.[at] ?? "", standing[line]?.[c] ?? ""));
  if (!rows.every(isSame) || !standing.every(isSame)) put(tab, place, rows);
}
