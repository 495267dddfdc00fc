import { value } from "../axes/value";
import type { Day } from "../day";
import { factsOf, type Ledger, lacksOrder, lacksRefund } from "../facts";
import type { Customer, Order } from "../model";
import type { Minor } from "../money";
import type { Policy } from "../policy/fields";
import { monthEnd } from "./months";

/** Month ends that are looked back on, and the months after each in which is counted what was bought. */
export const MONTHS_BACK = 24;
export const MONTHS_AFTER = 6;

export const TIERS = ["A", "B", "C", "D", "unrated"] as const;
export type Tier = (typeof TIERS)[number];

export interface TierThen {
  readonly customers: number;
  /** Orders less refunds of the months after it. */
  readonly bought: Minor;
}

/** How the policy would have graded at the end of a month, and what came of it. */
export interface MonthEnd {
  readonly day: Day;
  /** Customers who had ordered by then. */
  readonly tiers: Readonly<Record<Tier, TierThen>>;
  /**
   * Against the month end before; who ordered for the first time since is in neither. Undefined where the order sheet
   * holds no whole year before that.
   */
  readonly up: number | undefined;
  readonly down: number | undefined;
  /** Who ordered for the first time since the month end before. */
  readonly came: number;
  /** The last day of the months after it, and whether these are over. */
  readonly until: Day;
  readonly over: boolean;
  /** Orders of the months after it that could not be summed. */
  readonly missing: number;
}

/** A customer with what the order sheet holds of him. Rows of one customer share their orders, and count once. */
export interface Buyer {
  readonly customer: Customer;
  readonly orders: readonly Order[];
}

/**
 * Of rows of one customer the first.
 *
 * @param all with the number that tells who he is, where a row without orders counts too
 */
export function oneEach<One extends { readonly orders: readonly Order[]; readonly who?: number }>(
  all: readonly One[],
): One[] {
  const seen = new Set<Order | number>();
  return all.filter(({ orders, who }) => {
    const marks = who === undefined ? orders : [...orders, who];
    if (marks.some((mark) => seen.has(mark))) return false;
    for (const mark of marks) seen.add(mark);
    return true;
  });
}

/** An order or refund whose day is known: what sums and tiers are made of. */
export const counts = ({ use, day }: Order): boolean => day !== undefined && /^(order|refund|unread)$/.test(use);

/** A sum with it is "at least" or "at most". */
export const lacks = (order: Order): boolean => lacksOrder(order) || lacksRefund(order);

/**
 * The policy at the month ends of the last two years, the oldest first, by the order sheet alone: typed amounts, stages
 * and flags bear no day, so nobody knows since when they hold, and classes set by hand are no policy. A month end counts
 * once the order sheet holds a whole year before it.
 *
 * @param today orders after it do not count
 */
export function backtest(all: readonly Buyer[], ledger: Ledger, policy: Policy, today: Day): MonthEnd[] {
  const since = ledger.firstDay === undefined ? today : ledger.firstDay + policy["value.window_days"] - 1;
  const ends: ReturnType<typeof emptyEnd>[] = [];
  // One month end more, for the first to be compared with.
  for (let back = MONTHS_BACK + 1; back > 0; back--) {
    const day = monthEnd(today, back);
    if (day >= since) ends.push(emptyEnd(day, today));
  }
  for (const { customer, orders } of oneEach(all)) {
    const dated = orders.filter(counts).sort((a, b) => a.day! - b.day!);
    const untold: Customer = { ...customer, annual: undefined, firstOrder: undefined };
    let before: Tier | undefined;
    let count = 0;
    let from = 0;
    let to = 0;
    // What was bought up to `from` and up to `to`, of which the difference is that of the months between.
    const sum = { minor: 0, missing: 0 };
    for (const [i, end] of ends.entries()) {
      while (count < dated.length && dated[count]!.day! <= end.day) count++;
      const known = dated.slice(0, count);
      const first = known.find(({ use }) => use === "order");
      if (!first) continue;
      const facts = factsOf(untold, { orders: known, contacts: [] }, ledger, policy, end.day);
      const tier = value.classify(facts, policy).id;
      const line = end.tiers[tier];
      line.customers++;
      if (end.over) {
        for (; to < dated.length && dated[to]!.day! <= end.until; to++) add(sum, dated[to]!, 1);
        for (; from < count; from++) add(sum, dated[from]!, -1);
        line.bought += sum.minor;
        end.missing += sum.missing;
      }
      if (first.day! > (i ? ends[i - 1]!.day : monthEnd(end.day, 1))) end.came++;
      else if (before && rank(tier) > rank(before)) end.up++;
      else if (before && rank(tier) < rank(before)) end.down++;
      before = tier;
    }
  }
  if (ends.length > MONTHS_BACK) return ends.slice(1);
  return ends.map((end, i) => (i ? end : { ...end, up: undefined, down: undefined }));
}

/** Missing evidence is no fall and no rise against D. */
const rank = (tier: Tier): number => 3 - Math.min(TIERS.indexOf(tier), 3);

function add(sum: { minor: Minor; missing: number }, order: Order, sign: 1 | -1): void {
  sum.minor += sign * (order.minor || 0);
  if (lacks(order)) sum.missing += sign;
}

type Counting<Read> = { -readonly [Key in keyof Read]: Read[Key] };

function emptyEnd(day: Day, today: Day) {
  const tiers = {} as Record<Tier, Counting<TierThen>>;
  for (const tier of TIERS) tiers[tier] = { customers: 0, bought: 0 };
  const until = monthEnd(day, -MONTHS_AFTER);
  return { day, until, tiers, up: 0, down: 0, came: 0, over: until < today, missing: 0 };
}

/** What one customer of a tier bought on average in the months after, in hundredths; nobody has no average. */
export const meanOf = ({ customers, bought }: TierThen): Minor => Math.round(bought / customers);
