import type { AxisId } from "../core/axes";
import type { Language } from "../core/bilingual";
import { type Cell, isDateCell } from "../core/cells/cell";
import { foldText } from "../core/cells/text";
import { AXIS_COLUMNS, type Column, CUSTOMER_COLUMNS } from "../core/columns";
import { LABELLED } from "../core/policy/policy";
import { runsOf } from "./block";
import type { Book, Sheet } from "./book";
import { a1Of } from "./cells";
import { PIN, pinColumn } from "./pins";

export type ColumnId = "level" | "due" | "days" | "next" | "tier" | "why" | `axis.${AxisId}`;

/** Column id -> 0-based column in the customer sheet. A column that is not there is missing. */
export type OurColumns = Readonly<Partial<Record<ColumnId, number>>>;

/** Every column that we can write into the customer sheet: those that always stand there, then those of ticked axes. */
const COLUMNS = [...CUSTOMER_COLUMNS, ...AXIS_COLUMNS];

export const COLUMN_IDS = COLUMNS.map((column) => column.id as ColumnId);

/** Those that always stand there. */
const BASIC = COLUMN_IDS.slice(0, CUSTOMER_COLUMNS.length);

export const columnOf = (id: ColumnId): Column => COLUMNS[COLUMN_IDS.indexOf(id)]!;

/**
 * What a run writes: what always stands there, and the ticked axes whose columns stand there. One that somebody deleted
 * is not made again: he wanted it gone.
 */
export const wantedColumns = (ours: OurColumns): ColumnId[] =>
  COLUMN_IDS.filter((id) => BASIC.includes(id) || ours[id] !== undefined);

/** Ids of the axes that stand in the customer sheet. */
export const shownAxes = (ours: OurColumns): AxisId[] =>
  AXIS_COLUMNS.filter(({ id }) => ours[id as ColumnId] !== undefined).map(({ axis }) => axis as AxisId);

/** Number formats of our columns. Text columns never evaluate what a customer typed. */
export const FORMATS = { text: "@", day: "yyyy-mm-dd", number: "0" } as const;

/** In pixels, where Google's 100 would cut off the header or a sentence. */
const WIDTHS: Readonly<Partial<Record<ColumnId, number>>> = { days: 140, next: 360, why: 300 };

/** Names of columns that say more than our ids, in a file that was written without a page. */
const ALIASES: ReadonlyMap<string, ColumnId> = new Map([
  ["urgency", "level"],
  ["value", "tier"],
  ["next_step", "next"],
]);

/** Names that our columns carry in a file without metadata, such as a download as .csv: `tierbook.<id>`. */
function columnOfPlainName(name: string): ColumnId | undefined {
  const plain = /^tierbook\.(.+)$/.exec(name)?.[1];
  return plain === undefined
    ? undefined
    : ALIASES.get(plain) || COLUMN_IDS.find((id) => id === plain || id === `axis.${plain}`);
}

const HEADER_ROWS = 10;

const textOf = (cell: Cell | undefined): string => (typeof cell === "string" ? cell.trim() : "");

export function columnOfHeader(header: string): ColumnId | undefined {
  const bare = header.replace(/^tierbook\s*[:：]\s*/i, "");
  const found = COLUMNS.find((column) => bare === column.header.zh || bare === column.header.en);
  return found?.id as ColumnId | undefined;
}

/** So many of our headers must stand side by side: some may have been deleted, fewer are words that any team uses. */
const ENOUGH = 4;

/** Every id, every default label and every word of the team's for the classes of a column. */
function classWords(id: ColumnId, policy: Labels): ReadonlySet<string> {
  const words = new Set<string>(["unrated"]);
  const { id: axis, classes } = LABELLED.find((one) => one.id === columnOf(id).axis)!;
  for (const [classId, label] of Object.entries(classes))
    for (const word of [classId, label.en, label.zh, policy[`label.${axis}.${classId}`]])
      if (word) words.add(foldText(String(word)));
  return words;
}

/** Days and numbers are text in a file that was downloaded as text. */
const isDue = (cell: Cell): boolean =>
  typeof cell === "string" ? /^\d{4}-\d\d-\d\d$/.test(cell) : typeof cell === "number" || isDateCell(cell);
const isDays = (cell: Cell): boolean => /^-?\d+$/.test(String(cell));

/**
 * What stands below the headers proves that we wrote it: a class in at least one row, classes of ours only, and in a row
 * without a class nothing else; of an axis a class in every such row. Blank columns prove nothing.
 */
function holdsOurs(
  run: readonly [ColumnId, number][],
  rows: readonly (readonly Cell[])[],
  headerRow: number,
  policy: Labels,
): boolean {
  const columns = run.map(([id, c]) => ({ id, c, words: columnOf(id).axis && classWords(id, policy) }));
  let proven = false;
  for (const row of rows.slice(headerRow + 1)) {
    let classed = false;
    let filled = false;
    let short = false;
    for (const { id, c, words } of columns) {
      const cell = row[c] ?? "";
      if (cell === "") {
        short = short || !BASIC.includes(id);
        continue;
      }
      filled = true;
      if (words) {
        if (typeof cell !== "string" || !words.has(foldText(cell))) return false;
        classed = true;
      } else if (id === "due" ? !isDue(cell) : id === "days" ? !isDays(cell) : typeof cell !== "string") return false;
    }
    if (filled && (!classed || short)) return false;
    proven = proven || classed;
  }
  return proven;
}

/**
 * Our columns in the customer sheet: by metadata; in a file that lost it by the header `tierbook.<id>`, or by four or
 * more of our headers side by side in our order over what only we can have written. Where that is in doubt a column is
 * the team's: it would be overwritten, and deleted by a removal.
 */
export function locateColumns(book: Book, sheetId: number, rows: readonly (readonly Cell[])[]): OurColumns {
  const found: Partial<Record<ColumnId, number>> = {};
  for (const pin of book.pins) {
    if (pin.key !== PIN.column || pin.sheetId !== sheetId) continue;
    const id = COLUMN_IDS.find((one) => one === pin.value);
    if (id && found[id] === undefined) found[id] = pin.column;
  }
  return Object.keys(found).length > 0 ? found : recogniseColumns(rows, book.saved.policy?.differences || {});
}

/** Values of a policy by key, of which the labels of classes matter here. */
type Labels = Readonly<Record<string, unknown>>;

/** Our columns by their headers and what stands below them. */
export function recogniseColumns(rows: readonly (readonly Cell[])[], policy: Labels): OurColumns {
  const found: Partial<Record<ColumnId, number>> = {};
  for (let r = 0; r < Math.min(HEADER_ROWS, rows.length); r++) {
    const row = rows[r]!;
    row.forEach((cell, c) => {
      const id = columnOfPlainName(textOf(cell));
      // A header is the first thing in its column: what stands lower is a customer's, whatever he is called.
      if (id && found[id] === undefined && rows.slice(0, r).every((above) => (above[c] ?? "") === "")) found[id] = c;
    });
    if (Object.keys(found).length > 0) return found;
    const run = basicRuns(row).find((one) => one.length >= ENOUGH && holdsOurs(one, rows, r, policy));
    if (run) {
      for (const [id, c] of withNeighbours(run, rows, r, policy)) found[id] = c;
      return found;
    }
  }
  return found;
}

/** A run with the columns at its right that came to it later: they stand in the order in which they were made. */
function withNeighbours(
  run: readonly [ColumnId, number][],
  rows: readonly (readonly Cell[])[],
  headerRow: number,
  policy: Labels,
): readonly [ColumnId, number][] {
  const next = run[run.length - 1]![1] + 1;
  const id = columnOfHeader(textOf(rows[headerRow]![next]));
  if (!id || run.some(([one]) => one === id)) return run;
  const longer: [ColumnId, number][] = [...run, [id, next]];
  return holdsOurs(longer, rows, headerRow, policy) ? withNeighbours(longer, rows, headerRow, policy) : run;
}

/** Runs of neighbouring headers that always stand there, in our order. */
function basicRuns(row: readonly Cell[]): [ColumnId, number][][] {
  const ours = row.flatMap((cell, c): [ColumnId, number][] => {
    const id = columnOfHeader(textOf(cell));
    return id && BASIC.includes(id) ? [[id, c]] : [];
  });
  return runsOf(ours, (one, last) => one[1] === last[1] + 1 && BASIC.indexOf(one[0]) > BASIC.indexOf(last[0]));
}

export const missingColumns = (ours: OurColumns): ColumnId[] => BASIC.filter((id) => ours[id] === undefined);

/**
 * Makes the columns that are missing, at the right end, and dresses them: header, formats. Can be run again after a
 * failure anywhere in it: a column is pinned before anything is written into it.
 *
 * @param ticked axes whose columns are made too
 */
export function makeColumns(
  sheet: Sheet,
  ours: OurColumns,
  rows: readonly (readonly Cell[])[],
  headerRow: number,
  language: Language,
  ticked: readonly ColumnId[] = [],
): OurColumns {
  const missing = [...missingColumns(ours), ...ticked];
  const placed: Partial<Record<ColumnId, number>> = { ...ours };
  if (missing.length > 0) {
    // A pinned column whose header was not written yet holds nothing, so the sheet's last column may be one of ours.
    let next = Math.max(sheet.getLastColumn(), ...Object.values(ours).map((column) => column + 1));
    const grid = sheet.getMaxColumns();
    if (next + missing.length > grid) sheet.insertColumnsAfter(grid, next + missing.length - grid);
    for (const id of missing) {
      pinColumn(sheet, next, PIN.column, id);
      placed[id] = next++;
    }
  }
  const bare = wantedColumns(placed)
    .filter((id) => textOf(rows[headerRow]?.[placed[id]!]) === "")
    .map((id) => ({ ...columnOf(id), column: placed[id]!, width: WIDTHS[id] }))
    .sort((a, b) => a.column - b.column);
  for (const run of runsOf(bare, (one, last) => one.column === last.column + 1 && one.kind === last.kind)) {
    const { column, kind } = run[0]!;
    const [from, to] = [column, column + run.length - 1].map((c) => a1Of(0, c).replace("1", ""));
    sheet.getRange(`${from}:${to}`).setNumberFormat(FORMATS[kind]);
    const names = run.map(({ id }) => headerFor(id as ColumnId, ours, rows[headerRow], language));
    sheet
      .getRange(headerRow + 1, column + 1, 1, run.length)
      .setValues([names])
      .setFontWeight("bold");
    for (const { column: at, width } of run) if (width) sheet.setColumnWidth(at + 1, width);
  }
  for (const id of missing) moveIntoOrder(sheet, placed, id);
  return placed;
}

/** What a column of ours is headed when it is made, beside what stands in the header row. */
export function headerFor(id: ColumnId, ours: OurColumns, header: readonly Cell[] = [], language: Language): string {
  const name = columnOf(id).header[language];
  const own = Object.values(ours);
  return header.some((cell, c) => textOf(cell) === name && !own.includes(c)) ? `Tierbook: ${name}` : name;
}

/**
 * Moves a column that was made later to where it belongs among ours, if nothing of the team's stands in between: a column
 * of theirs would move too. Elsewhere it stays at the right end, where it serves as well.
 */
function moveIntoOrder(sheet: Sheet, placed: Partial<Record<ColumnId, number>>, id: ColumnId): void {
  const from = placed[id]!;
  const later = BASIC.slice(BASIC.indexOf(id) + 1).flatMap((one) => placed[one] ?? []);
  const to = Math.min(...later);
  const between = COLUMN_IDS.filter((one) => placed[one]! >= to && placed[one]! < from);
  if (!BASIC.includes(id) || between.length === 0 || between.length < from - to) return;
  sheet.moveColumns(sheet.getRange(1, from + 1), to + 1);
  for (const one of between) placed[one]!++;
  placed[id] = to;
}

/** Pins our columns in a file that was recognised by its headers alone. */
export function pinRecognised(book: Book, sheet: Sheet, sheetId: number, ours: OurColumns): void {
  const pinned = new Set(
    book.pins.filter((pin) => pin.key === PIN.column && pin.sheetId === sheetId).map((pin) => pin.value),
  );
  for (const id of COLUMN_IDS) {
    const column = ours[id];
    if (column !== undefined && !pinned.has(id)) pinColumn(sheet, column, PIN.column, id);
  }
}
