import type { Day } from "../day";
import { purchaseDays } from "../facts";
import { namedCustomer, ordersNamed } from "../lookup";
import type { Order } from "../model";
import type { Policy } from "../policy/fields";
import { type Forecasts, forecastFor } from "./forecast";

export interface LedgerForecasts extends Forecasts {
  /** Valid orders that it goes by. */
  readonly orders: number;
}

/**
 * What is to be expected of those whose orders the lists hold, fitted to all who ordered: a formula sees the order sheet
 * and some names, and comes to what a run comes to, or close to it where it names only some or goes by numbers that not
 * every order bears. Rows of one customer share orders; he counts once, and `of` gives the same for each of them.
 *
 * @param all the order sheet; what no list holds is told apart by the name or id of each row
 */
export function forecastLedger(
  lists: readonly (readonly Order[])[],
  all: readonly Order[],
  asOf: Day,
  policy: Policy,
): LedgerForecasts {
  // By their rows, since who looks for names makes copies of orders.
  const holder = new Map<number, number>();
  const pool: Order[][] = [];
  const enter = (list: readonly Order[]): number => {
    const known = list.find(({ row }) => holder.has(row));
    const at = known ? holder.get(known.row)! : pool.push([]) - 1;
    for (const order of list)
      if (!holder.has(order.row)) {
        holder.set(order.row, at);
        if (order.use === "order") pool[at]!.push(order);
      }
    return at;
  };
  const places = lists.map(enter);
  const others = all.filter((order) => order.use === "order" && !holder.has(order.row));
  const names = new Set(others.map(({ customerId, customerName }) => customerId || customerName));
  // Rows that name nobody are nobody's.
  ordersNamed([...names].map(namedCustomer), others).forEach(enter);
  const days = pool.map((orders) => orders.map(({ day }) => day!).sort((a, b) => a - b));
  const made = forecastFor(
    days.map((each) => ({ days: purchaseDays(each, policy["purchase.fold_days"]) })),
    asOf,
    policy,
  );
  const { of } = made;
  // Put onto what was made: a copy of it would ask for its model.
  return Object.assign(made, {
    orders: days.reduce((sum, { length }) => sum + length, 0),
    of: (at: number) => of(places[at]!),
  });
}
