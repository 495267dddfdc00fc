import type { Cell } from "../core/cells/cell";
import { type Left, reverse } from "../core/plan";
import { putChanges } from "./block";
import { type Book, openBook } from "./book";
import { a1Of } from "./cells";
import { changeClasses } from "./classes";
import { COLUMN_IDS } from "./columns";
import { Plain, sentenceFor } from "./define";
import { blankHistory, placeOf, reversedRows, writeHistory } from "./history";
import { emptyHome, home } from "./home";
import {
  type BatchHead,
  isLoss,
  markLost,
  newest,
  newestSlot,
  readBatch,
  readHeads,
  type Slot,
  writeHead,
} from "./journal";
import { lockDocument } from "./lock";
import { slotOfToken } from "./run";
import { readPerson } from "./saved";
import type { TeamTable } from "./tables";
import type { HomeView, UndoView } from "./views";

/** Takes the last batch back: cells that still hold what we wrote get what was there before, all others are left. */
export function undo(): UndoView {
  lockDocument();
  const book = openBook();
  const slot = newestSlot(book);
  if (!slot) return untouched("nothing");
  if (slot.head.state === "undone") return untouched("already");
  return takeBack(book, slot);
}

/** Stop was pressed between two steps: what the batch wrote is given back. */
export function abandon(token: string): UndoView {
  lockDocument();
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const slot = slotOfToken(spreadsheet, token);
  if (!slot) {
    // Stopped before anything was in the journal: there is nothing to give back.
    return untouched("stopped");
  }
  const heads = readHeads(slot.tab);
  const head = heads[slot.column - 1];
  if (!head || head.id !== slot.id || head.state === "undone") return untouched("already");
  if (head.state === "lost") return untouched("lost");
  // Only the newest batch knows what stands in the sheet; one that another run has ended and followed is not taken back.
  if (newest(heads) !== slot.column - 1) return untouched("followed");
  return takeBack(openBook(), { ...slot, head });
}

function untouched(outcome: UndoView["outcome"]): UndoView {
  return { outcome, restored: 0, left: { total: 0, list: [] }, home: homeThen() };
}

/** The home screen afterwards: empty and with a notice where there is none, since what came of it has to be seen. */
function homeThen(): HomeView {
  try {
    return home();
  } catch (thrown) {
    if (!(thrown instanceof Plain)) throw thrown;
    return { ...emptyHome(), notices: thrown.code === "notSetUp" ? [] : [sentenceFor(thrown)] };
  }
}

function takeBack(book: Book, slot: Slot & { readonly head: BatchHead }): UndoView {
  try {
    return giveBack(book, slot);
  } catch (thrown) {
    if (!isLoss(thrown)) throw thrown;
    markLost(slot, slot.head);
    return untouched("lost");
  }
}

function giveBack(book: Book, slot: Slot): UndoView {
  const { spreadsheet } = book;
  const found = readBatch(slot);
  const head: BatchHead = { ...found.head, zone: book.clock.zone };
  const { body } = found;
  const { table, changed, left } = putChanges(spreadsheet, head, reverse(body.customers), body.customerCounts, "leave");
  if (head.state === "done" && changed === 0 && left.length > 0 && left.every(({ line }) => line === undefined))
    return { outcome: "gone", restored: 0, left: leftViews(left, table), home: homeThen() };
  changeClasses(spreadsheet, head.classes, reverse(body.classes));
  const undone = undoHistory(book, head, body.history);
  SpreadsheetApp.flush();
  writeHead(slot, undone);
  return {
    outcome: head.state === "writing" ? "stopped" : "undone",
    restored: changed,
    left: leftViews(left, table),
    home: homeThen(),
  };
}

/** A batch that was done is answered by the same moves backwards; one that never got so far leaves no trace. */
function undoHistory(
  { spreadsheet, clock }: Book,
  head: BatchHead,
  rows: Parameters<typeof reversedRows>[0],
): BatchHead {
  const tab = spreadsheet.getSheetById(head.history);
  if (head.state === "writing") {
    // Only a step that failed on its way can have written them.
    if (tab) blankHistory(tab, rows);
    return { ...head, state: "undone", historyNext: head.historyRow };
  }
  const back = reversedRows(rows, clock.today, readPerson().who, head.language);
  const next = head.historyRow + head.historyRows;
  const at = tab ? placeOf(tab, next, back) : next;
  if (tab) writeHistory(tab, at, back);
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
