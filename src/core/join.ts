import { type CompanyName, companyOf, distinctiveWords } from "./cells/company";
import { foldText } from "./cells/text";
import type { Customer, Finding, Order } from "./model";

export interface Joined {
  /** Orders of each customer, aligned with the customers. Two rows of one customer hold the same list. */
  readonly orders: readonly (readonly Order[])[];
  readonly findings: readonly Finding[];
}

const none: readonly never[] = [];

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
  const ids = customers.map((customer) => foldText(customer.id));
  customers.forEach(({ company }, i) => {
    if (ids[i]) put(byId, ids[i]!, i);
    if (!company) return;
    put(byFull, company.full, i);
    if (company.stem) put(byStem, company.stem, i);
  });
  // Most orders name a customer that an earlier order named: what is found once, by the text as typed, is found for all.
  const foundById = new Map<string, readonly number[]>();
  const foundByName = new Map<string, readonly number[]>();
  let byWord: ReadonlyMap<string, number> | undefined;

  const lists: (Order[] | undefined)[] = customers.map(() => undefined);
  const findings: Finding[] = [];
  const misses = new Map<string, { order: Order; count: number; proposal: string }>();
  for (const order of orders) {
    const found = match(order);
    if (found.length) {
      for (const i of found) {
        const list = lists[i];
        if (list) list.push(order);
        else lists[i] = [order];
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
  for (const rows of [byId, byFull])
    for (const list of rows.values()) if (list.length > 1) findings.push(...pairs(list));

  return { orders: lists.map((list) => list ?? none), findings: unique(findings) };

  function match({ customerId, customerName }: Order): readonly number[] {
    if (customerId) {
      let found = foundById.get(customerId);
      if (!found) {
        const rows = byId.get(foldText(customerId));
        found = rows ? withNameOnly(rows) : none;
        foundById.set(customerId, found);
      }
      if (found.length) return found;
    }
    if (!customerName) return none;
    if (customerId) return matchName(companyOf(customerName), foldText(customerId));
    let found = foundByName.get(customerName);
    if (!found) {
      found = matchName(companyOf(customerName), "");
      foundByName.set(customerName, found);
    }
    return found;
  }

  /** Rows of one customer: those found by id, and rows without an id under a name that no other id has. */
  function withNameOnly(rows: readonly number[]): readonly number[] {
    const more = rows.flatMap((i) => {
      const { company } = customers[i]!;
      const named = company ? byFull.get(company.full)! : none;
      return named.every((j) => !ids[j] || ids[j] === ids[i]) ? named.filter((j) => !ids[j]) : [];
    });
    return more.length ? [...new Set([...rows, ...more])] : rows;
  }

  /** By name with its legal form, else without where one customer only has it. */
  function matchName(company: CompanyName, id: string): readonly number[] {
    if (company.placeholder) return none;
    // Two filled ids that differ are two customers, whatever the names say.
    const mayBe = (i: number) => !id || !ids[i] || ids[i] === id;
    const full = (byFull.get(company.full) ?? none).filter(mayBe);
    // Equal names under two ids are two customers: an order that gives the name alone cannot choose.
    if (full.length) return areOne(full) ? full : none;
    const stem = company.stem ? (byStem.get(company.stem) ?? none) : none;
    return areOne(stem) ? stem.filter(mayBe) : none;
  }

  /** Rows under one id, or under one name of which no two ids are known. */
  function areOne(rows: readonly number[]): boolean {
    const known = new Set(rows.map((i) => ids[i]).filter(Boolean));
    const oneName = new Set(rows.map((i) => customers[i]!.company!.full)).size === 1;
    return known.size <= 1 && (oneName || (rows.length > 0 && rows.every((i) => ids[i])));
  }

  /** The customer that may be meant: the same name but for its form, else one that shares a distinctive word. */
  function propose(order: Order): string {
    const { customerName } = order;
    if (!customerName) return "";
    const company = companyOf(customerName);
    const close = byFull.get(company.full) ?? (company.stem ? byStem.get(company.stem) : undefined);
    if (close) return customers[close[0]!]!.name;
    for (const word of distinctiveWords(customerName)) {
      const sharing = wordsOfCustomers().get(word);
      if (sharing !== undefined) return customers[sharing]!.name;
    }
    return "";
  }

  /** Distinctive word -> the first customer who has it. Made only where an order found no customer. */
  function wordsOfCustomers(): ReadonlyMap<string, number> {
    if (!byWord) {
      const words = new Map<string, number>();
      customers.forEach(({ name }, i) => {
        for (const word of distinctiveWords(name)) if (!words.has(word)) words.set(word, i);
      });
      byWord = words;
    }
    return byWord;
  }

  function pairs(list: readonly number[]): Finding[] {
    const first = customers[list[0]!]!;
    return list
      .slice(1)
      .filter((i) => !ids[i] || !ids[list[0]!] || ids[i] === ids[list[0]!])
      .map((i) => customers[i]!)
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
