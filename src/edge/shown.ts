import { AXIS_COLUMNS } from "../core/columns";
import { type Change, countStems } from "../core/plan";
import { LABELLED, policyFrom } from "../core/policy/policy";
import { everyWord } from "../core/policy/presets";
import { putChanges, targetOf } from "./block";
import { openBook } from "./book";
import { a1Of } from "./cells";
import { type ColumnId, columnOf, columnOfHeader, makeColumns } from "./columns";
import { Plain } from "./define";
import { home } from "./home";
import { lockDocument } from "./lock";
import { type Look, look } from "./look";
import { findPins, PIN, type Pin } from "./pins";
import { beforeOf } from "./policy-sheet";
import { save } from "./saved";
import type { HomeView } from "./views";
import { wordsOf } from "./words";

/**
 * Puts the ticked axes into the customer sheet, a column each at its right end with the classes at once, and takes the
 * columns of all others away. What stands in them follows from the sheet, so that no journal holds it: the way back is
 * to take the tick away.
 */
export function showAxes(ids: readonly string[]): HomeView {
  lockDocument();
  putAxes(ids);
  return home();
}

/** The same under a lock that is held. */
export function putAxes(ids: readonly string[]): void {
  const book = openBook();
  const now = look(book, book.saved.settings);
  const { settings, customers, image } = now;
  const { sheet, sheetId, rows, layout } = customers;
  const { headerRow } = layout;
  const ticked: ColumnId[] = [];
  const others = new Set<string>();
  for (const { id, axis } of AXIS_COLUMNS) {
    if (ids.includes(axis!)) ticked.push(id as ColumnId);
    else others.add(id);
  }
  const isGone = ({ key, value, sheetId: id }: Pin) => key === PIN.column && id === sheetId && others.has(value);
  for (const { column, value } of book.pins.filter(isGone)) refuseTheirs(now, value as ColumnId, column);

  const made = ticked.filter((id) => customers.ours[id] === undefined);
  // One that a failure left blank is filled like a new one.
  const blank = ticked.filter((id) => rows.every((row, r) => r <= headerRow || !(row[customers.ours[id]!] ?? "")));
  if (blank.length > 0) {
    const changes = now.outcome.classified.flatMap((one) =>
      blank.map((id): Change => {
        return { key: one.customer.key, column: id, before: "", after: columnOf(id).cell(one, now.words) };
      }),
    );
    const target = targetOf(now, makeColumns(sheet, customers.ours, rows, headerRow, settings.language, made));
    const counts = Object.fromEntries(countStems(image.keys, image.mark));
    putChanges(book.spreadsheet, target, changes, counts, "leave");
  }

  // Found anew: a column that moved meanwhile must not stand for one of the team's.
  const gone = findPins(book.spreadsheet).filter(isGone);
  const places = [...new Set(gone.map(({ column }) => column))].sort((a, b) => b - a);
  for (const column of places) sheet.deleteColumn(column + 1);
  save("settings", { ...settings, shown: ticked.map((id) => columnOf(id).axis!) });
}

/** Stops where a column of an axis holds anything that we did not write: people type beside and above our rows too. */
function refuseTheirs({ book, settings, customers: { sheet, rows }, words }: Look, id: ColumnId, column: number): void {
  const axis = columnOf(id).axis!;
  const { classes } = LABELLED.find((one) => one.id === axis)!;
  const ours = new Set([""]);
  // Until the next run the cells have the words of the last one.
  const before = wordsOf(policyFrom(beforeOf(book)).policy, settings.language);
  for (const name of Object.keys(classes))
    for (const word of [words.label(axis, name), before.label(axis, name), ...everyWord(axis, name)]) ours.add(word);
  const formulas = sheet.getRange(1, column + 1, rows.length, 1).getFormulas();
  rows.forEach((row, r) => {
    const text = String(row[column] ?? "").trim();
    if (formulas[r]![0] || !(ours.has(text) || columnOfHeader(text) === id))
      throw new Plain("cellTheirs", a1Of(r, column));
  });
}
