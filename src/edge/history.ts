import type { AxisId } from "../core/axes";
import { AXES } from "../core/axes";
import type { Language } from "../core/bilingual";
import type { Cell } from "../core/cells/cell";
import type { Cause } from "../core/history/causes";
import { idsOfMove, type PastMove } from "../core/history/movement";
import type { Classified } from "../core/model";
import type { Gone } from "../core/overrides";
import { stemOf } from "../core/plan";
import type { Policy } from "../core/policy/fields";
import { labelOf } from "../core/policy/policy";
import type { Book, Sheet } from "./book";
import { fromCell, isParsed } from "./cells";
import { wordsIn } from "./languages";
import { growTo, makeTab, rangeIn, SPARE } from "./tabs";

/** Class id on every axis, before and after. */
export interface Move {
  readonly customer: Classified["customer"];
  readonly axis: AxisId;
  readonly from: string;
  readonly to: string;
  /** Undefined: the data, the policy or the day. */
  readonly cause: Cause | undefined;
}

/** Columns: day, batch, row key, customer, axis, from, to, cause, by; hidden, the ids of axis, from, to, cause and rows of the policy. */
const WIDTH = 10;

/** The History tab, made when there is none. */
export function makeHistoryTab(book: Book, language: Language, customers: number): Sheet {
  const headers = wordsIn(language).historyHeaders;
  return makeTab(book, "history", language, (tab) => {
    // Room for a day on which everybody moves: growing the grid in the middle of a run takes two calls.
    growTo(tab, customers + SPARE);
    const rows = tab.getMaxRows();
    tab.getRange(1, 1, rows, WIDTH).setNumberFormat("@");
    tab.getRange(1, 1, rows, 1).setNumberFormat("yyyy-mm-dd");
    tab
      .getRange(1, 1, 1, WIDTH)
      .setValues([[...headers, "ids"]])
      .setFontWeight("bold");
    tab.setFrozenRows(1);
    tab.hideColumns(WIDTH);
  });
}

/**
 * Moves of class between two gradings. Customers who were not graded before make none, nor does an axis on which nobody
 * was graded and now everybody is: a contact log that has begun moved nobody.
 *
 * @param gone what was set by hand and taken away since the gradings before
 */
export function movesOf(
  classified: readonly Classified[],
  before: ReadonlyMap<string, Readonly<Record<string, string>>>,
  gone: readonly Gone[] = [],
): Move[] {
  const taken = new Map(
    gone.map(({ stem, axis, was, ranOut }) => [`${stem}\n${axis}\n${was}`, ranOut ? "time" : "hand"] as const),
  );
  const moves: Move[] = [];
  let known = 0;
  for (const { customer, classes } of classified) {
    const old = before.get(customer.key);
    if (!old) continue;
    known++;
    for (const { id: axis } of AXES) {
      const from = old[axis];
      const { id: to, because } = classes[axis];
      if (from === undefined || from === "" || from === to) continue;
      moves.push({
        customer,
        axis,
        from,
        to,
        cause: because.rule === "override" ? "hand" : taken.get(`${stemOf(customer.key)}\n${axis}\n${from}`),
      });
    }
  }
  const begun = AXES.filter(({ id }) => {
    const own = moves.filter(({ axis }) => axis === id);
    return known > 1 && own.length === known && own.every(({ from }) => from === "unrated");
  });
  return moves.filter(({ axis }) => !begun.some(({ id }) => id === axis));
}

export interface Entry {
  readonly day: number;
  readonly batch: string;
  readonly by: string;
  readonly language: Language;
  readonly policy: Policy;
}

/** What moved a class; of the policy the keys of its rows, as far as they are known. */
export interface Moved {
  readonly cause: Cause;
  readonly rows: readonly string[];
}

/** The rows of the policy that stand behind the ids of its moves. */
export function movingRows(rows: readonly (readonly Cell[])[]): (move: PastMove) => readonly string[] {
  const nameOf = (batch: Cell, axis: string, key: Cell) => [batch, axis, key].join("\n");
  const found = new Map<string, readonly string[]>();
  for (const row of rows) {
    const [axis = "", , , , ...keys] = String(row[WIDTH - 1] || "").split(" ");
    found.set(nameOf(row[1]!, axis, row[2]!), keys);
  }
  return ({ batch, axis, key }) => found.get(nameOf(batch, axis, key)) || [];
}

/** The rows of a batch's moves. */
export function historyRows(moves: readonly Move[], causeOf: (move: Move) => Moved, entry: Entry): Cell[][] {
  const { language, policy } = entry;
  const words = wordsIn(language);
  return moves.map((move) => {
    const { customer, axis, from, to } = move;
    const { cause, rows }: Moved = move.cause ? { cause: move.cause, rows: [] } : causeOf(move);
    return [
      entry.day,
      entry.batch,
      customer.key,
      customer.name || customer.id,
      AXES.find(({ id }) => id === axis)!.label[language],
      labelOf(policy, language, axis, from),
      labelOf(policy, language, axis, to),
      words.causes[cause],
      entry.by,
      [idsOfMove(axis, from, to, cause), ...rows].join(" "),
    ];
  });
}

/** The one row that stands for the first grading of everybody. */
export function firstRow(tiers: readonly { label: string; count: number }[], entry: Entry): Cell[] {
  const words = wordsIn(entry.language);
  const summary = tiers.map(({ label, count }) => `${label} ${count}`).join(" · ");
  return [entry.day, entry.batch, "", words.firstGrading, "", "", summary, words.causes.data, entry.by, ""];
}

/** What an undo adds: the same moves, backwards. */
export function reversedRows(
  rows: readonly (readonly Cell[])[],
  day: number,
  by: string,
  language: Language,
): Cell[][] {
  const { causes } = wordsIn(language);
  return rows.map(([, batch = "", key = "", customer = "", axis = "", from = "", to = "", , , ids = ""]) => {
    const [id, was, is] = String(ids).split(" ");
    const back = id ? idsOfMove(id, is!, was!, "undo") : "";
    return [day, batch, key, customer, axis, to, from, causes.undo, by, back];
  });
}

/** Writes rows at a fixed place, in one call; written twice they are still there once. */
export function writeHistory(tab: Sheet, row: number, rows: readonly (readonly Cell[])[]): void {
  if (rows.length === 0) return;
  // A batch of an older version has fewer columns.
  const range = rangeIn(tab, row, 1, rows.length, rows[0]!.length);
  // Somebody may have cleared the formats since the tab was made. The day and our batch's id are read as nothing else.
  if (rows.some((cells) => cells.slice(2).some(isParsed)))
    tab.getRange(row, 2, rows.length, WIDTH - 1).setNumberFormat("@");
  range.setValues(rows.map((cells) => cells.map(fromCell)));
}

/** The day apart, which an undo asked for again may write anew. */
const isSame = (there: readonly unknown[] | undefined, row: readonly Cell[]): boolean =>
  there !== undefined && row.every((cell, c) => c === 0 || String(there[c] || "") === String(cell));

/**
 * The 1-based row at which rows can be written, or stand already: where they were meant to be, or below all else where
 * somebody inserted rows or typed a note meanwhile.
 */
export function placeOf(tab: Sheet, row: number, rows: readonly (readonly Cell[])[]): number {
  // The last row of the data range comes with it: below that nothing has to be read.
  const used = tab.getDataRange();
  if (rows.length === 0 || used.getLastRow() < row) return row;
  const values = used.getValues() as unknown[][];
  return standingIn(values, rows) || values.length + 1;
}

/** 1-based row where rows stand, 0 where they do not. */
function standingIn(values: readonly (readonly unknown[])[], rows: readonly (readonly Cell[])[]): number {
  return values.findIndex((_, r) => rows.every((row, i) => isSame(values[r + i], row))) + 1;
}

/** Blanks rows that a run never finished, wherever they stand by now. */
export function blankHistory(tab: Sheet, rows: readonly (readonly Cell[])[]): void {
  if (rows.length === 0) return;
  const row = standingIn(tab.getDataRange().getValues() as unknown[][], rows);
  if (row > 0) rangeIn(tab, row, 1, rows.length, rows[0]!.length).setValues(rows.map((cells) => cells.map(() => "")));
}
