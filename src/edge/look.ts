import type { Cell } from "../core/cells/cell";
import type { Words } from "../core/columns";
import type { Classified, Finding, RowKey } from "../core/model";
import { overridesIn } from "../core/overrides";
import { type Change, type Image, planWrites } from "../core/plan";
import type { Policy } from "../core/policy/fields";
import { readRates } from "../core/rates";
import { classify, type Outcome } from "../core/reclassify";
import type { Table } from "../core/tables/headers";
import type { Book } from "./book";
import { a1Of } from "./cells";
import { type ColumnId, columnOf, shownAxes, wantedColumns } from "./columns";
import { Plain } from "./define";
import { wordsIn } from "./languages";
import { readLog } from "./log";
import { type PolicyInForce, policyInForce } from "./policy-sheet";
import { type RatesTab, readRatesTab } from "./rates-tab";
import type { Settings } from "./saved";
import { keysOf, readTable, type TeamTable } from "./tables";
import type { Place } from "./views";
import { wordsOf } from "./words";

/** The sheets as they were read. */
export interface Tables {
  readonly customers: TeamTable;
  readonly orders: TeamTable | undefined;
  /** The team's own contact log. */
  readonly contacts: TeamTable | undefined;
  /** Ours; undefined before the first press. */
  readonly log: TeamTable | undefined;
  /** Ours; undefined before somebody asked for it. */
  readonly rates: RatesTab | undefined;
}

/** Everything a run knows after reading: what stands in the sheets, what follows from it, and what would change. */
export interface Look extends Tables {
  readonly book: Book;
  readonly settings: Settings;
  readonly inForce: PolicyInForce;
  /** Labels and reasons as they stand in cells. */
  readonly words: Words;
  readonly outcome: Outcome;
  /** Our columns as they stand; blank where a column is not there yet. */
  readonly image: Image;
  /** What should stand in them, in the order of `image.columns`. */
  readonly wanted: ReadonlyMap<RowKey, readonly Cell[]>;
  readonly changes: readonly Change[];
}

/** Some of our columns of the customer sheet, a line a sheet row. */
export function imageOf(table: TeamTable, columns: readonly ColumnId[]): Image {
  const places = columns.map((id) => table.ours[id]);
  const fields = Object.values(table.layout.columns).map((column) => column.index);
  fields.sort((a, b) => a - b);
  return {
    keys: keysOf(table.rows, table.layout),
    columns,
    cells: table.rows.map((row) => places.map((column) => (column === undefined ? "" : (row[column] ?? "")))),
    mark: (line) => JSON.stringify(fields.map((column) => table.rows[line]![column] ?? "")),
  };
}

export function wantedCells(
  classified: readonly Classified[],
  words: Words,
  columns: readonly ColumnId[],
): Map<RowKey, readonly Cell[]> {
  const own = columns.map(columnOf);
  return new Map(classified.map((one) => [one.customer.key, own.map((column) => column.cell(one, words))]));
}

/**
 * Reads the sheets and classifies: a call to Google for each sheet that there is, and one for the policy.
 *
 * @param settings what a set-up would save, where it is not saved yet
 * @param policy what it would put in force; left out: the policy sheet decides
 */
export function look(book: Book, settings: Settings | undefined, policy?: Policy): Look {
  if (!settings) throw new Plain("notSetUp");
  return lookAt(book, settings, readTables(book, settings), policy);
}

/** All sheets, in one call each. */
export function readTables(book: Book, settings: Settings): Tables {
  // Saved headers give way to our pins, which follow a renamed column; what the person has just said gives way to nothing.
  const said = settings === book.saved.settings ? {} : settings.columns;
  const read = (table: Table) => {
    const sheetId = settings[table];
    return sheetId === null ? undefined : readTable(book, sheetId, table, said);
  };
  return {
    customers: read("customers")!,
    orders: read("orders"),
    contacts: read("contacts"),
    log: readLog(book),
    rates: readRatesTab(book),
  };
}

/** What follows from the sheets as they were read. */
export function lookAt(
  book: Book,
  settings: Settings,
  tables: Tables,
  policy?: Policy,
  inForce: PolicyInForce = policy ? { policy, problems: [], changed: false } : policyInForce(book, settings.language),
): Look {
  const outcome = outcomeOf({ book, settings, ...tables }, inForce.policy, book.clock.today);
  const words = wordsOf(inForce.policy, settings.language);
  const { ours } = tables.customers;
  const columns = wantedColumns(ours);
  const image = imageOf(tables.customers, columns);
  const wanted = wantedCells(outcome.classified, words, columns);
  return {
    ...tables,
    book,
    // Whatever was ticked once: people delete columns, and copies of a document lose what is saved.
    settings: { ...settings, shown: shownAxes(ours) },
    inForce,
    words,
    outcome,
    image,
    wanted,
    changes: planWrites(image, wanted),
  };
}

/** Ids of questions about what a column means begin so; all others are about cells. */
export const COLUMN_QUESTION = "column:";

/** The answers that the readers of cells need. */
export function cellAnswers(given: Settings["answers"]): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const [id, answer] of Object.entries(given)) {
    if (!id.startsWith(COLUMN_QUESTION) && answer !== "") answers[id] = answer;
  }
  return answers;
}

/** The corridor, on a day; of what is dated, what is later than `until` left out. */
export function outcomeOf(
  { book, settings, customers, orders, contacts, log, rates }: Tables & Pick<Look, "book" | "settings">,
  policy: Policy,
  asOf: number,
  until = asOf,
): Outcome {
  const answers = cellAnswers(settings.answers);
  const context = { policy, asOf, until, answers, dayOfInstant: book.clock.dayOf };
  return classify({
    ...context,
    customers,
    ...(orders && { orders }),
    ...(contacts && { contacts }),
    ...(log && { log }),
    ...(rates && { rates: readRates(rates.rows, context) }),
    overrides: overridesIn(book.saved.overrides),
  });
}

/** A cell of one of the team's sheets. Row and column are 0-based. */
export function placeOf(now: Look, table: Finding["table"], row: number, column: number): Place {
  const { sheetId } = now[table] || now.customers;
  const name =
    now.settings.names[String(sheetId)] || (table === "rates" ? wordsIn(now.settings.language).tabs.rates : "");
  return { sheetId, sheet: name, a1: a1Of(row, Math.max(column, 0)) };
}

/** The column in which a customer is recognised. */
export const nameColumn = ({ customers }: Pick<Look, "customers">): number =>
  (customers.layout.columns.name || customers.layout.columns.id)?.index || 0;
