import type { Cell } from "../core/cells/cell";
import { isDateCell } from "../core/cells/cell";
import type { Day } from "../core/day";
import { hashText } from "../core/hash";
import { joinTo } from "../core/join";
import type { Classified } from "../core/model";
import { type FieldId, findLayout, knownFields } from "../core/tables/headers";
import type { Book } from "./book";
import { fromCell, toRows } from "./cells";
import { FORMATS } from "./columns";
import { Plain } from "./define";
import { languageOfTeam, wordsIn } from "./languages";
import type { TeamTable } from "./tables";
import { findTab, makeTab, rangeIn } from "./tabs";
import type { HomeView, Press } from "./views";

/** Its columns from left to right; behind them stands the number of the press. */
const fields = () => knownFields().filter(({ table }) => table === "contacts");

/** The header of the hidden column that tells presses apart. */
const PRESS = "tierbook.id";

/** Without these a row says nothing. */
const NEEDED: readonly FieldId[] = [
  "contact.day",
  "contact.customer",
  "contact.name",
  "contact.direction",
  "contact.next",
];

const KINDS = ["contacted", "replied", "later"] as const;
const LANGUAGES = ["en", "zh"] as const;

/** Cells of a row by field; what is left out is blank. */
export type LogRow = Readonly<Partial<Record<FieldId, Cell>>>;

/** A row of ours that a button wrote. */
export interface Logged {
  readonly id: string;
  /** Milliseconds. */
  readonly at: number;
  /** 0-based line of the tab. */
  readonly line: number;
  readonly row: LogRow;
  /** It holds what the button wrote, and nothing else. */
  readonly untouched: boolean;
}

/** Our contact log, in one call, its columns wherever people moved them; undefined before the first press. */
export function readLog(book: Book): TeamTable | undefined {
  const sheet = findTab(book, "log");
  if (!sheet) return undefined;
  return tableOf(book, sheet, toRows(sheet.getDataRange().getValues() as unknown[][], book.clock));
}

function tableOf(book: Book, sheet: TeamTable["sheet"], rows: Cell[][]): TeamTable {
  const layout = findLayout(rows, "contacts");
  if (!layout || !NEEDED.every((id) => layout.columns[id]) || !rows[layout.headerRow]!.includes(PRESS))
    throw new Plain("logNoHeader", sheet.getName(), headers(book).join(", "));
  return { sheet, sheetId: sheet.getSheetId(), rows, layout, ours: {} };
}

/** In the language of the set-up. */
function headers(book: Book): string[] {
  const language = languageOfTeam(book.saved);
  return [...fields().map(({ label }) => label[language]), PRESS];
}

/** A log without a row, made at the first press. */
export function makeLog(book: Book): TeamTable {
  const row = headers(book);
  const sheet = makeTab(book, "log", languageOfTeam(book.saved), (tab) => {
    const rows = tab.getMaxRows();
    tab.getRange(1, 1, rows, row.length).setNumberFormat("@");
    tab.getRange(1, 1, 1, row.length).setValues([row]).setFontWeight("bold");
    tab.setFrozenRows(1);
    tab.hideColumns(row.length);
  });
  return tableOf(book, sheet, [row]);
}

const pressColumn = ({ rows, layout }: TeamTable): number => rows[layout.headerRow]!.indexOf(PRESS);

const digestOf = (row: LogRow): string =>
  hashText(
    fields()
      .map(({ id }) => fromCell(row[id] ?? ""))
      .join("\n"),
  ).toString(36);

/** The number of a press says when it was, and what it wrote. */
export const pressId = (at: number, row: LogRow): string => `lg-${at.toString(36)}-${digestOf(row)}`;

/** What the buttons wrote, the newest first, wherever people sorted it to. */
export function pressesIn(log: TeamTable): Logged[] {
  const { rows, layout } = log;
  const column = pressColumn(log);
  const found: Logged[] = [];
  rows.forEach((cells, line) => {
    const id = String(cells[column] ?? "");
    const [, at, digest] = /^lg-([\da-z]+)-([\da-z]+)$/.exec(id) || [];
    if (at === undefined) return;
    const row: Partial<Record<FieldId, Cell>> = {};
    for (const { id: field } of fields()) row[field] = cells[layout.columns[field]?.index ?? -1] ?? "";
    found.push({ id, at: Number.parseInt(at, 36), line, row, untouched: digestOf(row) === digest });
  });
  return found.sort((a, b) => b.at - a.at || b.line - a.line);
}

/** What the press was, by its direction in either language. */
const kindOf = (row: LogRow): Press["kind"] | undefined =>
  KINDS.find((kind) => LANGUAGES.some((language) => wordsIn(language).presses[kind] === row["contact.direction"]));

/** The newest press of today that this person can take back. */
export function newestOf(
  log: TeamTable | undefined,
  who: string,
  today: Day,
  classified: readonly Classified[],
): HomeView["logged"] {
  for (const { id, row, untouched } of log ? pressesIn(log) : []) {
    const [day, kind] = [row["contact.day"]!, kindOf(row)];
    if (!untouched || !kind || row["contact.by"] !== who || !isDateCell(day) || day.day !== today) continue;
    const [customerId, customerName] = [String(row["contact.customer"]), String(row["contact.name"])];
    const { lists } = joinTo(classified.map(({ customer }) => customer)).rowsOf(
      [{ row: 0, customerId, customerName }],
      "unmatched_contact",
      0,
    );
    const rows = lists.filter((list) => list.length > 0).length;
    return { id, company: customerName || customerId, kind, rows };
  }
  return null;
}

/** The log with one row more below all others: not written yet. */
export function withRow(log: TeamTable, id: string, row: LogRow): TeamTable {
  const cells: Cell[] = [];
  cells[pressColumn(log)] = id;
  for (const { id: field } of fields()) {
    const column = log.layout.columns[field];
    if (column) cells[column.index] = row[field] ?? "";
  }
  return { ...log, rows: [...log.rows, Array.from(cells, (cell) => cell ?? "")] };
}

/** Writes the last row, in one call. */
export function writeLast({ sheet, rows, layout }: TeamTable): void {
  const last = rows[rows.length - 1]!;
  const range = rangeIn(sheet, rows.length, 1, 1, last.length);
  const days = fields().flatMap(({ id, kind }) => (kind === "day" ? layout.columns[id]!.index : []));
  // Somebody may have cleared the formats: without them =HYPERLINK and 00123 would not stay what they are.
  range.setNumberFormats([last.map((_, column) => (days.includes(column) ? FORMATS.day : FORMATS.text))]);
  range.setValues([last.map(fromCell)]);
}

/** Blanks what we wrote into a line, and nothing beside it. Gives the log without it. */
export function blankIn(log: TeamTable, line: number): TeamTable {
  const { sheet, rows, layout } = log;
  const ours = [...fields().map(({ id }) => layout.columns[id]?.index ?? -1), pressColumn(log)]
    .filter((column) => column >= 0)
    .sort((a, b) => a - b);
  for (let i = 0, from = 0; i < ours.length; i++) {
    if (ours[i + 1] === ours[i]! + 1) continue;
    sheet.getRange(line + 1, ours[from]! + 1, 1, i + 1 - from).clearContent();
    from = i + 1;
  }
  return {
    ...log,
    rows: rows.map((row, at) => (at === line ? row.map((cell, c) => (ours.includes(c) ? "" : cell)) : row)),
  };
}
