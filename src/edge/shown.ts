import { AXIS_COLUMNS } from "../core/columns";
import { type Change, countStems } from "../core/plan";
import { LABELLED, policyFrom } from "../core/policy/policy";
import { everyWord } from "../core/policy/presets";
import { putChanges, runsOf, targetOf } from "./block";
import { openBook } from "./book";
import { a1Of } from "./cells";
import { type ColumnId, columnOf, columnOfHeader, headerFor, makeColumns } from "./columns";
import { Plain } from "./define";
import { homeFrom } from "./home";
import { lockDocument } from "./lock";
import { type Look, look, lookAt } from "./look";
import { findPins, PIN, type Pin } from "./pins";
import { beforeOf, wornWords } from "./policy-sheet";
import { readTable } from "./tables";
import type { HomeView } from "./views";
import { wordsOf } from "./words";

/**
 * Puts the ticked axes into the customer sheet, a column each at its right end with the classes at once, and takes the
 * columns of all others away. What stands in them follows from the sheet, so that no journal holds it: the way back is
 * to take the tick away.
 */
export function showAxes(ids: readonly string[]): HomeView {
  lockDocument();
  const book = openBook();
  return homeFrom(putAxes(look(book, book.saved.settings), ids));
}

/**
 * The same under a lock that is held. Gives what stands in the sheets then.
 *
 * @param settle what is to be in force with the columns; called once nothing stands in their way, before anything is written
 */
export function putAxes(before: Look, ids: readonly string[], settle = () => before): Look {
  const ticked: ColumnId[] = [];
  const others = new Set<string>();
  for (const { id, axis } of AXIS_COLUMNS) {
    if (ids.includes(axis!)) ticked.push(id as ColumnId);
    else others.add(id);
  }
  const { sheet, sheetId, rows, layout, ours } = before.customers;
  const isGone = ({ key, value, sheetId: id }: Pin) => key === PIN.column && id === sheetId && others.has(value);
  refuseTheirs(before, before.book.pins.filter(isGone));

  const now = settle();
  const { book, settings, image } = now;
  const { headerRow } = layout;
  const made = ticked.filter((id) => ours[id] === undefined);
  // One that a failure left blank is filled like a new one.
  const blank = ticked.filter((id) => rows.every((row, r) => r <= headerRow || !(row[ours[id]!] ?? "")));
  if (blank.length > 0) {
    const changes = now.outcome.classified.flatMap((one) =>
      blank.map((id): Change => {
        return { key: one.customer.key, column: id, before: "", after: columnOf(id).cell(one, now.words) };
      }),
    );
    const { language } = settings;
    const placed = makeColumns(sheet, ours, rows, headerRow, language, made);
    const target = targetOf(now);
    const headers = { ...target.headers };
    for (const id of Object.keys(placed) as ColumnId[]) headers[id] ||= headerFor(id, ours, rows[headerRow], language);
    const counts = Object.fromEntries(countStems(image.keys, image.mark));
    putChanges(book.spreadsheet, { ...target, ours: placed, headers }, changes, counts, "leave");
  }
  if (blank.length === 0 && !before.book.pins.some(isGone)) return now;

  // Found anew: a column that moved meanwhile must not stand for one of the team's.
  const found = findPins(book.spreadsheet);
  const gone = [...new Set(found.filter(isGone).map(({ column }) => column))].sort((a, b) => b - a);
  for (const run of runsOf(gone, (one, last) => one === last - 1))
    sheet.deleteColumns(run[run.length - 1]! + 1, run.length);
  const left = { ...book, pins: gone.length > 0 ? findPins(book.spreadsheet) : found };
  return lookAt(left, settings, { ...now, customers: readTable(left, sheetId, "customers") }, undefined, now.inForce);
}

/** Stops where columns of axes hold anything that we did not write: people type beside and above our rows too. */
function refuseTheirs({ book, settings, customers: { sheet, rows }, words }: Look, pins: readonly Pin[]): void {
  if (pins.length === 0) return;
  const columns = pins.map(({ column }) => column);
  const first = Math.min(...columns);
  const formulas = sheet.getRange(1, first + 1, rows.length, Math.max(...columns) - first + 1).getFormulas();
  // Until the next run the cells have the words of the last one, or those in force when they were ticked.
  const before = wordsOf(policyFrom(beforeOf(book)).policy, settings.language);
  const worn = wornWords(book);
  for (const { column, value } of pins) {
    const axis = columnOf(value as ColumnId).axis!;
    const ours = new Set(["", ...worn]);
    for (const name of Object.keys(LABELLED.find((one) => one.id === axis)!.classes))
      for (const word of [words.label(axis, name), before.label(axis, name), ...everyWord(axis, name)]) ours.add(word);
    rows.forEach((row, r) => {
      const text = String(row[column] ?? "").trim();
      if (formulas[r]![column - first] || !(ours.has(text) || columnOfHeader(text) === value))
        throw new Plain("cellTheirs", a1Of(r, column));
    });
  }
}
