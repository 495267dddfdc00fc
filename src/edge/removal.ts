import { type Book, openBook, type Sheet } from "./book";
import { toRows } from "./cells";
import { uncolour } from "./colours";
import { COLUMN_IDS, locateColumns, type OurColumns } from "./columns";
import { lockDocument } from "./lock";
import { PIN } from "./pins";
import { DAY_NAME } from "./policy-sheet";
import { forgetAll, forgetPerson } from "./saved";
import { DAILY } from "./schedule";
import { tabIds } from "./tabs";
import type { RemovalLine, RemovalView } from "./views";

interface Found {
  readonly customers: Sheet | undefined;
  readonly ours: OurColumns;
  readonly headers: readonly string[];
  readonly tabs: readonly Sheet[];
}

function find(book: Book): Found {
  const sheetId = book.saved.settings?.customers ?? book.pins.find((pin) => pin.key === PIN.column)?.sheetId;
  const mine = tabIds(book);
  const customers = sheetId === undefined ? undefined : book.spreadsheet.getSheetById(sheetId) || undefined;
  // Half-made ones too, which a set-up that failed left behind.
  const tabs = book.spreadsheet.getSheets().filter((sheet) => mine.has(sheet.getSheetId()));
  if (!customers || sheetId === undefined) return { customers: undefined, ours: {}, headers: [], tabs };
  const rows = toRows(customers.getDataRange().getValues() as unknown[][], book.clock);
  const ours = locateColumns(book, sheetId, rows);
  const headers = COLUMN_IDS.flatMap((id) => {
    const column = ours[id];
    if (column === undefined) return [];
    const row = rows.find((cells) => cells.some((_, c) => c === column && cells[c] !== ""));
    return [String(row?.[column] ?? id)];
  });
  return { customers, ours, headers, tabs };
}

function linesOf(book: Book, found: Found): RemovalLine[] {
  const lines: RemovalLine[] = [];
  if (found.customers && found.headers.length > 0) {
    const sheet = found.customers.getName();
    lines.push({ goes: "columns", sheet, headers: found.headers }, { goes: "rules", sheet });
  }
  for (const tab of found.tabs) lines.push({ goes: "tab", name: tab.getName() });
  if (book.spreadsheet.getRangeByName(DAY_NAME)) lines.push({ goes: "name", name: DAY_NAME });
  const { schedule } = book.saved;
  if (schedule && schedule.trigger !== "") lines.push({ goes: "schedule", owner: schedule.owner });
  if (lines.length > 0 || book.saved.settings) lines.push({ goes: "settings" });
  return lines;
}

/** What "Remove Tierbook" would take away, a line each. */
export function removalPlan(): RemovalView {
  const book = openBook();
  return { lines: linesOf(book, find(book)) };
}

/**
 * Takes everything of ours away: rules, columns, tabs, named cell, pins, trigger, and last what is saved, so that a
 * removal that failed on its way can be asked for again.
 */
export function remove(): RemovalView {
  lockDocument();
  const book = openBook();
  const found = find(book);
  const lines = linesOf(book, found);
  if (found.customers) {
    uncolour(found.customers, found.ours);
    const columns = Object.values(found.ours).sort((a, b) => b - a);
    for (const column of columns) found.customers.deleteColumn(column + 1);
  }
  if (book.spreadsheet.getRangeByName(DAY_NAME)) book.spreadsheet.removeNamedRange(DAY_NAME);
  // Pins of our columns and tabs go with them.
  for (const pin of book.pins) if (pin.key === PIN.field) pin.metadata.remove();
  for (const tab of found.tabs) book.spreadsheet.deleteSheet(tab);
  for (const trigger of ScriptApp.getProjectTriggers()) {
    if (trigger.getHandlerFunction() === DAILY) ScriptApp.deleteTrigger(trigger);
  }
  forgetAll();
  forgetPerson();
  return { lines };
}
