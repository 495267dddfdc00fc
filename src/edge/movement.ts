import { AXES } from "../core/axes";
import { isoOf } from "../core/day";
import { monthEnd, monthOf } from "../core/history/months";
import { byCause, movementIn, movesIn, standing } from "../core/history/movement";
import type { Policy } from "../core/policy/fields";
import { policyFields } from "../core/policy/policy";
import { type Book, openBook } from "./book";
import { a1Of, toRows } from "./cells";
import { Plain } from "./define";
import { movingRows } from "./history";
import { languageOfPerson, wordsIn } from "./languages";
import { nameColumn } from "./look";
import { savedPolicy } from "./policy-sheet";
import type { Settings } from "./saved";
import { keysOf, readTable } from "./tables";
import { findTab } from "./tabs";
import type { MonthView, MovementView, Place } from "./views";
import { wordsOf } from "./words";

const MONTHS = 12;
/** Customers that are named of each move. */
const NAMED = 20;

/** What the History tab holds, in one call. */
function readHistory(book: Book, policy: Policy) {
  const rows = toRows(findTab(book, "history")?.getDataRange().getValues() || [], book.clock);
  const causes = [wordsIn("en").causes, wordsIn("zh").causes];
  const read = movesIn(rows, policy, causes);
  return { ...read, moves: standing(read.moves), rowsOf: movingRows(rows) };
}

/** Where a customer's name stands now; null where he is gone. */
function placesIn(book: Book, { customers: sheetId, names }: Settings): (key: string) => Place | null {
  const customers = readTable(book, sheetId, "customers");
  const column = nameColumn({ customers });
  const lines = new Map(keysOf(customers.rows, customers.layout).map((key, line) => [key, line]));
  return (key) => {
    const line = lines.get(key);
    return line === undefined ? null : { sheetId, sheet: names[String(sheetId)] || "", a1: a1Of(line, column) };
  };
}

/** The moves of tier in the month before this one; undefined where the History tab begins later. */
export function lastMonth(book: Book): MonthView | undefined {
  const { moves, since } = readHistory(book, savedPolicy(book));
  const end = monthEnd(book.clock.today, 1);
  if (since === undefined || since > end) return undefined;
  const { month, up = 0, down = 0, byCause: causes } = movementIn(monthOf(end), moves, "value");
  return { month, up, down, byCause: causes };
}

/** The moves of the last twelve months on an axis. */
export function movement(axis: string): MovementView {
  const book = openBook();
  const { settings } = book.saved;
  if (!settings) throw new Plain("notSetUp");
  const policy = savedPolicy(book);
  const { label } = wordsOf(policy, settings.language);
  const language = languageOfPerson();
  const { id, classes } = AXES.find((one) => one.id === axis) || AXES[0]!;
  const { moves, unknown, since, rowsOf } = readHistory(book, policy);
  const placeOf = placesIn(book, settings);
  const months: MovementView["months"][number][] = [];
  for (let back = 0; back < MONTHS; back++) {
    const end = monthEnd(book.clock.today, back);
    if (since === undefined || since > end) break;
    const { cells, up = null, down = null, ...found } = movementIn(monthOf(end), moves, id);
    months.push({
      ...found,
      up,
      down,
      cells: cells.map(({ from, to, moves: own }) => ({
        from,
        to,
        count: own.length,
        byCause: byCause(own),
        customers: own.slice(0, NAMED).map((move) => ({
          key: move.key,
          company: move.customer,
          cause: move.cause,
          rows: rowsOf(move).flatMap((key) => policyFields().byKey.get(key)?.label[language] || []),
          place: placeOf(move.key),
        })),
      })),
    });
  }
  return {
    axis: id,
    axes: AXES.map((one) => ({ value: one.id, label: one.label[language] })),
    classes: Object.keys(classes).map((value) => ({ value, label: label(id, value) })),
    months,
    unknown,
    since: since === undefined ? null : isoOf(since),
  };
}
