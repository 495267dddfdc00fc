import type { Cell } from "./cells/cell";
import { isDateCell } from "./cells/cell";
import { companyOf } from "./cells/company";
import { foldText, isBlankWord, tidy } from "./cells/text";
import { joinTo } from "./join";
import type { Customer, Order } from "./model";

/** A customer of whom only the name or the id is known: what a formula's cell says. */
export function namedCustomer(cell: Cell): Customer | undefined {
  const text = isDateCell(cell) ? "" : tidy(String(cell));
  if (!text || isBlankWord(text)) return undefined;
  return { ...NOBODY, name: text, company: companyOf(text) };
}

const SILENT = { text: "", ids: [] };

const NOBODY: Customer = {
  row: 0,
  key: "",
  id: "",
  name: "",
  owner: "",
  city: "",
  stage: "",
  source: "",
  sources: [],
  fair: "",
  identity: SILENT,
  industry: SILENT,
  product: SILENT,
  size: SILENT,
  potential: SILENT,
  quantity: "",
  hold: false,
  grade: "",
  unclear: new Set(),
};

/**
 * The orders, each with the id or the name that it lacks where the other rows of its name or id leave no doubt: in the
 * sheet the customer's own row joins them, which a formula does not see.
 */
function completed(orders: readonly Order[]): readonly Order[] {
  const partner = (of: (order: Order) => string, to: (order: Order) => string, folded: (text: string) => string) => {
    const found = new Map<string, string | undefined>();
    for (const order of orders) {
      const [key, other] = [of(order), to(order)];
      if (!key || !other) continue;
      const known = found.get(key);
      found.set(key, !found.has(key) || (known !== undefined && folded(known) === folded(other)) ? other : undefined);
    }
    return found;
  };
  const id = ({ customerId }: Order): string => foldText(customerId);
  const name = ({ customerName }: Order): string => companyOf(customerName).full;
  if (orders.every((order) => Boolean(id(order)) === Boolean(id(orders[0]!)) && order.customerName)) return orders;
  const idOf = partner(name, ({ customerId }) => customerId, foldText);
  const nameOf = partner(
    id,
    ({ customerName }) => customerName,
    (text) => companyOf(text).full,
  );
  return orders.map((order) => {
    if (!order.customerId) return { ...order, customerId: idOf.get(name(order)) || "" };
    return order.customerName ? order : { ...order, customerName: nameOf.get(id(order)) || "" };
  });
}

/** Orders of customers that are named by id or by name in the cells of a formula; aligned with them. */
export function ordersNamed(
  customers: readonly (Customer | undefined)[],
  given: readonly Order[],
): (readonly Order[])[] {
  const orders = completed(given);
  const byId = new Map<string, Order[]>();
  for (const order of orders) {
    if (!order.customerId) continue;
    const id = foldText(order.customerId);
    const list = byId.get(id);
    if (list) list.push(order);
    else byId.set(id, [order]);
  }
  // The cells of a formula hold no id beside the name, so an order's own id must not stand against the name.
  const nameless = orders.map((order) => ({ ...order, customerId: "" }));
  const known = customers.filter((customer): customer is Customer => customer !== undefined);
  const distinct = [...new Map(known.map((customer) => [customer.name, customer])).values()];
  const joined = joinTo(distinct).rowsOf(nameless, "unmatched_order", -1).lists;
  const byName = new Map(distinct.map((customer, i) => [customer.name, joined[i]!]));
  return customers.map((customer) => (customer ? byId.get(foldText(customer.name)) || byName.get(customer.name)! : []));
}

/** Finds the row of a customer by id, else by name; undefined where none or more than one customer has it. */
export function customerFinder<T extends { readonly customer: Customer }>(
  rows: readonly T[],
): (cell: Cell) => T | undefined {
  const byId = new Map<string, T>();
  const byName = new Map<string, T | null>();
  for (const row of rows) {
    const { id, name } = row.customer;
    if (id && !byId.has(foldText(id))) byId.set(foldText(id), row);
    const { full } = companyOf(name);
    const known = byName.get(full);
    if (known === undefined) byName.set(full, row);
    else if (known && known.customer.id !== id && known.customer.id && id) byName.set(full, null);
  }
  return (cell) => {
    const named = namedCustomer(cell);
    if (!named) return undefined;
    return byId.get(foldText(named.name)) ?? byName.get(companyOf(named.name).full) ?? undefined;
  };
}
