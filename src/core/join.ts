import { foldText } from "./cells/text";
import type { Customer, Finding, Order } from "./model";
import { companyOf } from "./tables/read";

export interface Joined {
  /** Orders of each customer, aligned with the customers. Two rows of one customer hold the same list. */
  readonly orders: readonly (readonly Order[])[];
  readonly findings: readonly Finding[];
}

const none: readonly Order[] = [];

/**
 * Orders to customers: by id where both cells are filled, else by name with its legal form, else without the form where
 * only one customer has that name. What stays unmatched is listed, with a proposal where one customer comes close.
 */
export function joinOrders(customers: readonly Customer[], orders: readonly Order[], orderNameColumn: number): Joined {
  const byId = new Map<string, number[]>();
  const byFull = new Map<string, number[]>();
  const byStem = new Map<string, number[]>();
  const put = (map: Map<string, number[]>, key: string, i: number) => {
    const list = map.get(key);
    if (list) list.push(i);
    else map.set(key, [i]);
  };
  customers.forEach((customer, i) => {
    if (customer.id) put(byId, foldText(customer.id), i);
    if (!customer.name) return;
    const { full, stem } = companyOf(customer.name);
    put(byFull, full, i);
    if (stem) put(byStem, stem, i);
  });

  const lists = new Map<number, Order[]>();
  const findings: Finding[] = [];
  const misses = new Map<string, { order: Order; count: number; proposal: string }>();
  for (const order of orders) {
    const found = match(order);
    if (found.length) {
      for (const i of found) {
        const list = lists.get(i);
        if (list) list.push(order);
        else lists.set(i, [order]);
      }
      continue;
    }
    const name = order.customerName || order.customerId;
    const miss = misses.get(name);
    if (miss) miss.count++;
    else misses.set(name, { order, count: 1, proposal: propose(order) });
  }
  for (const [name, { order, count, proposal }] of misses)
    findings.push({
      kind: "unmatched_order",
      table: "orders",
      row: order.row,
      column: orderNameColumn,
      text: name,
      detail: proposal,
      count,
    });
  for (const list of [...byId.values(), ...byFull.values()]) if (list.length > 1) findings.push(...pairs(list));

  return { orders: customers.map((_, i) => lists.get(i) ?? none), findings: unique(findings) };

  function match(order: Order): readonly number[] {
    if (order.customerId) {
      const found = byId.get(foldText(order.customerId));
      if (found) return withSameName(found);
    }
    if (!order.customerName) return [];
    const company = companyOf(order.customerName);
    if (company.placeholder) return [];
    const byName = (byFull.get(company.full) ?? []).filter((i) => mayBe(order, i));
    if (byName.length) return withSameId(byName);
    const byForm = (company.stem ? (byStem.get(company.stem) ?? []) : []).filter((i) => mayBe(order, i));
    return new Set(byForm.map((i) => customers[i]!.id || companyOf(customers[i]!.name).full)).size === 1 ? byForm : [];
  }

  /** Two filled ids that differ are two customers, whatever the names say. */
  function mayBe(order: Order, i: number): boolean {
    const { id } = customers[i]!;
    return !order.customerId || !id || foldText(id) === foldText(order.customerId);
  }

  /** Rows of one customer: those found by id, and rows without an id under the same name. */
  function withSameName(found: readonly number[]): readonly number[] {
    const more = found.flatMap((i) =>
      customers[i]!.name ? (byFull.get(companyOf(customers[i]!.name).full) ?? []).filter((j) => !customers[j]!.id) : [],
    );
    return more.length ? [...new Set([...found, ...more])] : found;
  }

  /** Equal names under two different ids are two customers: an order that names only the name cannot choose. */
  function withSameId(found: readonly number[]): readonly number[] {
    const ids = new Set(found.map((i) => foldText(customers[i]!.id)).filter(Boolean));
    return ids.size > 1 ? [] : found;
  }

  function propose(order: Order): string {
    const name = order.customerName;
    if (!name) return "";
    const { full, stem } = companyOf(name);
    const close = byFull.get(full) ?? (stem ? byStem.get(stem) : undefined);
    return close ? customers[close[0]!]!.name : "";
  }

  function pairs(list: readonly number[]): Finding[] {
    const first = customers[list[0]!]!;
    return list
      .slice(1)
      .map((i) => customers[i]!)
      .filter((customer) => !customer.id || !first.id || foldText(customer.id) === foldText(first.id))
      .map((customer) => ({
        kind: "duplicate" as const,
        table: "customers" as const,
        row: customer.row,
        column: -1,
        text: customer.name,
        detail: first.name,
        count: first.row + 1,
      }));
  }
}

function unique(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = `${finding.kind}:${finding.row}`;
    if (finding.kind !== "duplicate" || !seen.has(key)) {
      seen.add(key);
      return true;
    }
    return false;
  });
}
