import type { Cell } from "./cells/cell";
import { isDateCell } from "./cells/cell";
import { hashText } from "./hash";
import type { RowKey } from "./model";

/** Our columns of a sheet at one moment: a line a sheet row, top to bottom. */
export interface Image {
  /** Key of each line; undefined where the line is no customer. */
  readonly keys: readonly (RowKey | undefined)[];
  /** Ids of our columns, from left to right. */
  readonly columns: readonly string[];
  readonly cells: readonly (readonly Cell[])[];
  /** What stands in the team's own cells of a line: by it rows that share an id or a name are told apart. */
  mark?(line: number): string;
}

/** One cell that is to change. */
export interface Change {
  readonly key: RowKey;
  readonly column: string;
  readonly before: Cell;
  readonly after: Cell;
}

/** A change that was not made, and why. */
export interface Left {
  readonly change: Change;
  /**
   * "gone": no row has the key, or the column is not there; "doubled": the rows of that id or name are others, or in
   * another order; "edited": the cell holds neither, or is somebody's.
   */
  readonly why: "gone" | "doubled" | "edited";
  /** Index of the line; undefined where no row has the key. */
  readonly line?: number;
}

/** Cells are equal when they show the same: a day is its number, as Sheets holds it. */
export function sameCell(a: Cell, b: Cell): boolean {
  const plain = (cell: Cell) => (isDateCell(cell) ? cell.day : cell);
  return plain(a) === plain(b);
}

/**
 * The fewest cells that turn what stands there into what should: equal cells are not written.
 *
 * @param now as the sheet is
 * @param wanted cells by key, in the order of `now.columns`
 */
export function planWrites(now: Image, wanted: ReadonlyMap<RowKey, readonly Cell[]>): Change[] {
  const changes: Change[] = [];
  now.keys.forEach((key, line) => {
    const cells = key === undefined ? undefined : wanted.get(key);
    if (!cells) return;
    now.columns.forEach((column, c) => {
      const before = now.cells[line]![c] ?? "";
      const after = cells[c]!;
      if (!sameCell(before, after)) changes.push({ key: key!, column, before, after });
    });
  });
  return changes;
}

/** The plan that takes a plan back. */
export const reverse = (changes: readonly Change[]): Change[] =>
  changes.map(({ key, column, before, after }) => ({ key, column, before: after, after: before }));

/**
 * Our columns after some changes, on the sheet as it is now: rows are found by key, and a cell is changed only where it
 * still holds what the change knew. A cell that holds the new value already counts as changed.
 *
 * @param count {@link countStems} of the sheet for which the changes were planned; a key whose count is another now is left
 * @param isTheirs cells that are somebody's whatever they hold: line, and index in `now.columns`
 */
export function applyChanges(
  now: Image,
  changes: readonly Change[],
  count: ReadonlyMap<string, number>,
  isTheirs: (line: number, column: number) => boolean = () => false,
): { readonly cells: Cell[][]; readonly changed: Change[]; readonly left: Left[] } {
  const lines = new Map<RowKey, number>();
  now.keys.forEach((key, line) => {
    if (key !== undefined) lines.set(key, line);
  });
  const columns = new Map(now.columns.map((column, c) => [column, c]));
  const counted = countStems(now.keys, now.mark);
  const cells = now.cells.map((row) => [...row]);
  const changed: Change[] = [];
  const left: Left[] = [];
  for (const change of changes) {
    const line = lines.get(change.key);
    const c = columns.get(change.column);
    const stem = stemOf(change.key);
    if (line === undefined || c === undefined) left.push({ change, why: "gone", line });
    else if ((count.get(stem) ?? 1) !== counted.get(stem)) left.push({ change, why: "doubled", line });
    else {
      const cell = cells[line]![c] ?? "";
      if (isTheirs(line, c)) left.push({ change, why: "edited", line });
      else if (sameCell(cell, change.before)) {
        cells[line]![c] = change.after;
        changed.push(change);
      } else if (!sameCell(cell, change.after)) left.push({ change, why: "edited", line });
    }
  }
  return { cells, changed, left };
}

/** "id:C-17#2" -> "id:C-17". */
export const stemOf = (key: RowKey): string => key.slice(0, key.lastIndexOf("#"));

/**
 * How many rows each id or name has. With marks, a number that is also another where the rows of an id or a name are in
 * another order: only the order tells which of them is #2.
 */
export function countStems(keys: readonly (RowKey | undefined)[], mark?: Image["mark"]): Map<string, number> {
  const lines = new Map<string, number[]>();
  keys.forEach((key, line) => {
    if (key === undefined) return;
    const stem = stemOf(key);
    const known = lines.get(stem);
    if (known) known.push(line);
    else lines.set(stem, [line]);
  });
  const counts = new Map<string, number>();
  for (const [stem, its] of lines)
    counts.set(stem, mark && its.length > 1 ? hashText(its.map(mark).join("\n")) : its.length);
  return counts;
}
