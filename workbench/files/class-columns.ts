import type { Results } from "../headless";
import type { Store } from "../runtime/store";
import type { CsvCell, CsvEdits } from "./csv";

/** What stands at the right of a .csv, from left to right; the header is `tierbook.` and the id. Scripts know these places. */
const FIRST = [
  ...["value", "frequency", "activity", "region", "followup", "urgency", "due", "days", "why"],
  ...["stage", "source", "fair", "engagement", "rule", "next_step"],
];
/** Behind them come the axes that are not among them, and behind those what comes of all axes, what he bought and what he is expected to. */
const LAST = [
  ...["treatments", "next", "amount_365", "orders", "first_order", "last_order", "own_gap", "amount_missing_rate"],
  ...["next_order", "chance_90", "expected_90"],
];

/** Ids of our columns, from left to right. */
export const columnIds = (axes: readonly string[]): string[] => [...new Set([...FIRST, ...axes, ...LAST])];

/** Headers are looked for in this many rows. */
const HEADER_ROWS = 10;

/**
 * Our columns of a .csv as edits: in place where an earlier run left them, else behind the longest row that gets any.
 * `headers` are those of the sheet, by which the header row is found among the first ten.
 */
export function classColumns(
  rows: readonly (readonly string[])[],
  headers: readonly string[],
  { rows: results, axes }: Pick<Results, "rows" | "axes">,
): CsvEdits {
  const headerRow = headerRowOf(rows, headers);
  const header = rows[headerRow] ?? [];
  const edits = new Map<number, Map<number, CsvCell>>([[headerRow, new Map()]]);
  for (const { row } of results) edits.set(row - 1, new Map());
  let next = 0;
  for (const row of edits.keys()) next = Math.max(next, rows[row]?.length ?? 0);
  for (const id of columnIds(axes)) {
    const known = header.indexOf(`tierbook.${id}`);
    const column = known >= 0 ? known : next++;
    edits.get(headerRow)!.set(column, `tierbook.${id}`);
    for (const result of results) edits.get(result.row - 1)!.set(column, result[id]!);
  }
  return edits;
}

/** The row that holds most of the headers; the first of them where several do. */
function headerRowOf(rows: readonly (readonly string[])[], headers: readonly string[]): number {
  const wanted = new Set(headers.map((header) => header.trim()).filter((header) => header !== ""));
  let best = 0;
  let most = 0;
  for (const [index, row] of rows.slice(0, HEADER_ROWS).entries()) {
    const count = new Set(row.map((cell) => cell.trim()).filter((cell) => wanted.has(cell))).size;
    if (count > most) {
      most = count;
      best = index;
    }
  }
  return best;
}

/** A sheet as the text of a .csv, cells as they are shown; a text that a program could run as a formula is kept from it. */
export function sheetAsCsv(store: Store, sheet: string): string {
  const { rows, columns } = store.used(sheet);
  if (rows === 0) return "";
  const zone = { top: 0, left: 0, bottom: rows - 1, right: columns - 1 };
  const values = store.values(sheet, zone);
  const shown = store.displays(sheet, zone);
  return shown
    .map((row, r) => row.map((text, c) => field(typeof values[r]![c] === "string" ? harmless(text) : text)).join(","))
    .map((line) => `${line}\r\n`)
    .join("");
}

function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function field(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
