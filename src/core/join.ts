import { type CompanyName, companyOf, distinctiveWords } from "./cells/company";
import { foldText } from "./cells/text";
import type { Customer, Finding } from "./model";

/** A row of an order sheet or a contact log: whom it names. */
interface Naming {
  readonly row: number;
  readonly customerId: string;
  readonly customerName: string;
}

/** How the rows of other sheets find their customers. */
export interface Join {
  /** Rows of each customer in their order, aligned with the customers. Two rows of one customer hold the same list. */
  rowsOf<T extends Naming>(
    rows: readonly T[],
    kind: Unmatched,
    column: number,
  ): { lists: (readonly T[])[]; findings: Finding[] };
  /** Rows of one customer, and one company under two owners. */
  readonly findings: readonly Finding[];
  /** A number for the customer of that place, the same for all rows of one. */
  who(at: number): number;
}

/** What belongs to no customer, and the table in which a person can mend that: a press only by naming him as before. */
const UNMATCHED = {
  unmatched_order: "orders",
  unmatched_contact: "contacts",
  unmatched_press: "customers",
} as const;

type Unmatched = keyof typeof UNMATCHED;

const none: readonly never[] = [];

/**
 * Orders and contacts to customers: by id where both cells are filled, else by name with its legal form, else without the
 * form where only one customer has that name. What stays unmatched is listed, with a proposal where one customer comes close.
 */
export function joinTo(customers: readonly Customer[]): Join {
  const byId = new Map<string, number[]>();
  const byFull = new Map<string, number[]>();
  const put = (map: Map<string, number[]>, key: string, i: number) => {
    const list = map.get(key);
    if (list) list.push(i);
    else map.set(key, [i]);
  };
  const ids = customers.map((customer) => foldText(customer.id));
  customers.forEach(({ company }, i) => {
    if (ids[i]) put(byId, ids[i]!, i);
    if (company) put(byFull, company.full, i);
  });
  // Most orders name a customer that an earlier order named: what is found once, by the text as typed, is found for all.
  const foundById = new Map<string, readonly number[]>();
  const foundByName = new Map<string, readonly number[]>();
  let stems: ReadonlyMap<string, readonly number[]> | undefined;
  let byWord: ReadonlyMap<string, number> | undefined;

  const pairs: Finding[] = [];
  for (const rows of [byId, byFull])
    for (const list of rows.values()) if (list.length > 1) pairs.push(...pairsIn(list));
  /** Customers whose name stands in another row too: few, and to look for namesakes of each would be dear. */
  const namesakes = new Set([...byFull.values()].flatMap((list) => (list.length > 1 ? list : [])));
  return { rowsOf, findings: unique(pairs), who };

  function who(at: number): number {
    const { company } = customers[at]!;
    const named = company ? byFull.get(company.full)! : none;
    // A row without a number is his whose number alone stands under that name.
    const one = ids[at] || !areOne(named) ? at : (named.find((i) => ids[i]) ?? named[0]!);
    return ids[one] ? byId.get(ids[one])![0]! : one;
  }

  function rowsOf<T extends Naming>(rows: readonly T[], kind: Unmatched, column: number) {
    const found = rows.map(match);
    // Counted first: a list that grows as it is filled takes many times the room of the few orders that most customers have.
    const sizes = customers.map(() => 0);
    for (const those of found) for (const i of those) sizes[i]!++;
    const lists = sizes.map((size): T[] | readonly never[] => (size ? new Array<T>(size) : none));
    const misses = new Map<string, Finding & { count: number }>();
    rows.forEach((one, n) => {
      const those = found[n]!;
      for (const i of those) (lists[i] as T[])[lists[i]!.length - sizes[i]!--] = one;
      if (those.length) return;
      const text = one.customerName || one.customerId;
      const miss = misses.get(text);
      if (miss) miss.count++;
      else {
        misses.set(text, { kind, table: UNMATCHED[kind], row: one.row, column, text, detail: propose(one), count: 1 });
      }
    });
    return { lists, findings: [...misses.values()] };
  }

  function match({ customerId, customerName }: Naming): readonly number[] {
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
    const more = rows.flatMap((i): readonly number[] => {
      if (!namesakes.has(i)) return none;
      const named = byFull.get(customers[i]!.company!.full)!;
      return named.every((j) => !ids[j] || ids[j] === ids[i]) ? named.filter((j) => !ids[j]) : [];
    });
    return more.length ? [...new Set([...rows, ...more])] : rows;
  }

  /** By name with its legal form, else without where one customer only has it. */
  function matchName(company: CompanyName, id: string): readonly number[] {
    if (company.placeholder) return none;
    // Two filled ids that differ are two customers, whatever the names say.
    const mayBe = (i: number) => !id || !ids[i] || ids[i] === id;
    const full = (byFull.get(company.full) || none).filter(mayBe);
    // Equal names under two ids are two customers: an order that gives the name alone cannot choose.
    if (full.length) return areOne(full) ? full : none;
    const stem = byStem(company.stem);
    return areOne(stem) ? stem.filter(mayBe) : none;
  }

  /** Rows under one id, or under one name of which no two ids are known. */
  function areOne(rows: readonly number[]): boolean {
    const known = new Set(rows.map((i) => ids[i]).filter(Boolean));
    const oneName = new Set(rows.map((i) => customers[i]!.company!.full)).size === 1;
    return known.size <= 1 && (oneName || (rows.length > 0 && rows.every((i) => ids[i])));
  }

  /** The customer that may be meant: the same name but for its form, else one that shares a distinctive word. */
  function propose({ customerName }: Naming): string {
    if (!customerName) return "";
    const company = companyOf(customerName);
    const close = byFull.get(company.full) || byStem(company.stem);
    if (close.length) return customers[close[0]!]!.name;
    for (const word of distinctiveWords(customerName)) {
      const sharing = wordsOfCustomers().get(word);
      if (sharing !== undefined) return customers[sharing]!.name;
    }
    return "";
  }

  /** The customers of that name without its legal form. Made only where an order named none with it. */
  function byStem(stem: string): readonly number[] {
    if (!stems) {
      const known = new Map<string, number[]>();
      customers.forEach(({ company }, i) => {
        if (company?.stem) put(known, company.stem, i);
      });
      stems = known;
    }
    return stems.get(stem) || none;
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

  function pairsIn(list: readonly number[]): Finding[] {
    const first = list[0]!;
    // Two filled ids that differ are two customers.
    const one = list.filter((i) => !ids[i] || !ids[first] || ids[i] === ids[first]);
    // Who has him is said by the first row that names somebody.
    const had = customers[one.find((i) => customers[i]!.owner !== "") ?? first]!;
    return one.slice(1).flatMap((i): Finding[] => {
      const { row, name, owner } = customers[i]!;
      const pair = { table: "customers", row, column: -1, text: name } as const;
      const { row: firstRow, name: firstName } = customers[first]!;
      const found: Finding[] = [{ ...pair, kind: "duplicate", count: firstRow + 1, detail: firstName }];
      if (owner !== "" && foldText(owner) !== foldText(had.owner))
        found.push({ ...pair, kind: "owner_clash", count: had.row + 1, detail: `${had.owner} / ${owner}` });
      return found;
    });
  }
}

function unique(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = `${finding.kind}:${finding.row}`;
    return !seen.has(key) && Boolean(seen.add(key));
  });
}
