import { AXIS_COLUMNS } from "../core/columns";
import { type Change, countStems } from "../core/plan";
import { putChanges, targetOf } from "./block";
import { openBook } from "./book";
import { type ColumnId, columnOf, makeColumns } from "./columns";
import { home } from "./home";
import { lockDocument } from "./lock";
import { look } from "./look";
import { findPins, PIN } from "./pins";
import { save } from "./saved";
import type { HomeView } from "./views";

/**
 * Puts the ticked axes into the customer sheet, a column each at its right end with the classes at once, and takes the
 * columns of all others away. What stands in them follows from the sheet, so that no journal holds it: the way back is
 * to take the tick away.
 */
export function showAxes(ids: readonly string[]): HomeView {
  lockDocument();
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
  const gone = findPins(book.spreadsheet).filter(
    (pin) => pin.key === PIN.column && pin.sheetId === sheetId && others.has(pin.value),
  );
  const places = [...new Set(gone.map(({ column }) => column))].sort((a, b) => b - a);
  for (const column of places) sheet.deleteColumn(column + 1);
  save("settings", { ...settings, shown: ticked.map((id) => columnOf(id).axis!) });
  return home();
}
