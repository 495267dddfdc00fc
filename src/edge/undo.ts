import type { Cell } from "../core/cells/cell";
import { applyChanges, countStems, type Left, reverse } from "../core/plan";
import { putChanges } from "./block";
import { openBook } from "./book";
import { a1Of, clockOf } from "./cells";
import { readClasses, withKeys, writeClasses } from "./classes";
import { COLUMN_IDS } from "./columns";
import { blankHistory, reversedRows, writeHistory } from "./history";
import { emptyHome, home } from "./home";
import { type BatchHead, newestSlot, readBatch, type Slot, writeHead } from "./journal";
import { lockDocument } from "./lock";
import { slotOfToken } from "./run";
import { readPerson, readSaved } from "./saved";
import type { TeamTable } from "./tables";
import type { HomeView, UndoView } from "./views";

/** Takes the last batch back: cells that still hold what we wrote get what was there before, all others are left. */
export function undo(): UndoView {
  lockDocument();
  const slot = newestSlot(openBook());
  if (!slot) return untouched("nothing");
  if (slot.head.state === "undone") return untouched("already");
  return takeBack(slot);
}

/** Stop was pressed between two steps: what the batch wrote is given back. */
export function abandon(token: string): UndoView {
  lockDocument();
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const slot = slotOfToken(spreadsheet, token);
  if (!slot) {
    // Stopped before anything was in the journal: there is nothing to give back.
    return untouched("stopped", readSaved().settings ? home() : emptyHome());
  }
  const { head } = readBatch(slot);
  if (head.id !== slot.id || head.state === "undone") return untouched("already");
  return takeBack(slot);
}

function untouched(outcome: UndoView["outcome"], at: HomeView = home()): UndoView {
  return { outcome, restored: 0, left: { total: 0, list: [] }, home: at };
}

function takeBack(slot: Slot): UndoView {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const { head, body } = readBatch(slot);
  const { table, changed, left } = putChanges(spreadsheet, head, reverse(body.customers), body.customerCounts, "leave");
  const classes = spreadsheet.getSheetById(head.classes);
  if (classes && body.classes.length > 0) {
    const now = readClasses(classes);
    const grown = withKeys(
      now,
      body.classes.map(({ key }) => key),
    );
    const { cells } = applyChanges(grown, reverse(body.classes), countStems(grown.keys));
    writeClasses(classes, { ...grown, cells }, now.keys.length);
  }
  const undone = undoHistory(spreadsheet, head, body.history);
  SpreadsheetApp.flush();
  writeHead(slot, undone);
  return {
    outcome: head.state === "writing" ? "stopped" : "undone",
    restored: changed,
    left: leftViews(left, table),
    home: home(),
  };
}

/** A batch that was done is answered by the same moves backwards; one that never got so far leaves no trace. */
function undoHistory(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  head: BatchHead,
  rows: Parameters<typeof reversedRows>[0],
): BatchHead {
  const tab = spreadsheet.getSheetById(head.history);
  if (head.state === "writing") {
    // Only a step that failed on its way can have written them.
    if (tab && tab.getLastRow() >= head.historyRow) blankHistory(tab, head.historyRow, head.historyRows);
    return { ...head, state: "undone", historyNext: head.historyRow };
  }
  const at = head.historyRow + head.historyRows;
  const { today } = clockOf(head.zone, Date.now());
  if (tab) writeHistory(tab, at, reversedRows(rows, today, readPerson().who, head.language));
  return { ...head, state: "undone", historyNext: at + rows.length };
}

/** At most so many are listed; `total` counts all. */
const LISTED = 200;

function leftViews(left: readonly Left[], table: TeamTable): UndoView["left"] {
  if (left.length === 0) return { total: 0, list: [] };
  const sheet = table.sheet.getName();
  const list = left.slice(0, LISTED).map(({ change, why, line }) => {
    const customer = nameOf(change.key, line === undefined ? undefined : table.rows[line], table);
    const column = table.ours[COLUMN_IDS.find((id) => id === change.column)!];
    if (line === undefined || column === undefined) return { why, customer, place: null };
    return { why, customer, place: { sheetId: table.sheetId, sheet, a1: a1Of(line, column) } };
  });
  return { total: left.length, list };
}

/** The customer as his row calls him; where it is gone, what his key was made of. */
function nameOf(key: string, row: readonly Cell[] | undefined, { layout }: TeamTable): string {
  const { name, id } = layout.columns;
  const standing = row && [name, id].map((column) => (column ? String(row[column.index] ?? "").trim() : ""));
  return standing?.find((text) => text !== "") ?? key.slice(key.indexOf(":") + 1, key.lastIndexOf("#"));
}
