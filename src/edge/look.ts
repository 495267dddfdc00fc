import type { Language } from "../core/bilingual";
import type { Cell } from "../core/cells/cell";
import { CUSTOMER_COLUMNS } from "../core/columns";
import type { Classified, RowKey } from "../core/model";
import { type Change, type Image, planWrites } from "../core/plan";
import type { Policy } from "../core/policy/fields";
import { classify, type Outcome } from "../core/reclassify";
import { rowKeys } from "../core/tables/read";
import type { Book } from "./book";
import { COLUMN_IDS } from "./columns";
import { Plain } from "./define";
import { type PolicyInForce, policyInForce } from "./policy-sheet";
import type { Settings } from "./saved";
import { readTable, type TeamTable } from "./tables";

/** Everything a run knows after reading: what stands in the sheets, what follows from it, and what would change. */
export interface Look {
  readonly book: Book;
  readonly settings: Settings;
  readonly inForce: PolicyInForce;
  readonly customers: TeamTable;
  readonly orders: TeamTable | undefined;
  readonly outcome: Outcome;
  /** Our columns as they stand; blank where a column is not there yet. */
  readonly image: Image;
  /** What should stand in them, in the order of CUSTOMER_COLUMNS. */
  readonly wanted: ReadonlyMap<RowKey, readonly Cell[]>;
  readonly changes: readonly Change[];
}

/** Our columns of the customer sheet, a line a sheet row. */
export function imageOf(table: TeamTable): Image {
  const places = COLUMN_IDS.map((id) => table.ours[id]);
  return {
    keys: rowKeys(table.rows, table.layout),
    columns: COLUMN_IDS,
    cells: table.rows.map((row) => places.map((column) => (column === undefined ? "" : (row[column] ?? "")))),
  };
}

export function wantedCells(
  classified: readonly Classified[],
  policy: Policy,
  language: Language,
): Map<RowKey, readonly Cell[]> {
  const wanted = new Map<RowKey, readonly Cell[]>();
  for (const one of classified) {
    wanted.set(
      one.customer.key,
      CUSTOMER_COLUMNS.map((column) => column.value(one, policy, language)),
    );
  }
  return wanted;
}

/**
 * Reads the sheets and classifies: three calls to Google, two where there is no order sheet.
 *
 * @param settings what a set-up would save, where it is not saved yet
 * @param policy what it would put in force; left out: the policy sheet decides
 */
export function look(book: Book, settings: Settings | undefined, policy?: Policy): Look {
  if (!settings) throw new Plain("notSetUp");
  const customers = readTable(book, settings.customers, "customers", settings.columns);
  const orders = settings.orders === null ? undefined : readTable(book, settings.orders, "orders", settings.columns);
  const inForce = policy ? { policy, problems: [], changed: false } : policyInForce(book, settings.language);
  const outcome = outcomeOf(book, settings, inForce.policy, customers, orders, book.clock.today);
  const image = imageOf(customers);
  const wanted = wantedCells(outcome.classified, inForce.policy, settings.language);
  return { book, settings, inForce, customers, orders, outcome, image, wanted, changes: planWrites(image, wanted) };
}

/** The corridor, on a day. */
export function outcomeOf(
  book: Book,
  settings: Settings,
  policy: Policy,
  customers: TeamTable,
  orders: TeamTable | undefined,
  asOf: number,
): Outcome {
  return classify({
    customers: { rows: customers.rows, layout: customers.layout },
    ...(orders && { orders: { rows: orders.rows, layout: orders.layout } }),
    policy,
    answers: settings.answers,
    asOf,
    dayOfInstant: book.clock.dayOf,
  });
}
