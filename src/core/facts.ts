import { contactFactsOf } from "./contacts";
import type { Day } from "./day";
import type { Contact, Customer, Order } from "./model";
import type { Minor } from "./money";
import type { Policy } from "./policy/fields";

/** What the sheets hold of one customer. */
export interface Records {
  /** His rows of the order sheet, in any order; those that are neither orders, refunds nor samples are passed over. */
  readonly orders: readonly Order[];
  /** His rows of the contact logs, in their order: of one day the later row is the later contact. */
  readonly contacts: readonly Contact[];
}

export const NO_RECORDS: Records = { orders: [], contacts: [] };

/** What the sheets as a whole can vouch for. */
export interface Ledger {
  /** There is an order sheet. */
  readonly exists: boolean;
  /** Its first readable day; undefined where it has none. */
  readonly firstDay?: Day;
  /** The customer sheet has a column for the first order, the last order or the number of orders. */
  readonly typedColumns: boolean;
  /** A contact log holds at least one row that says who wrote: without, nobody knows who is silent. */
  readonly log: boolean;
}

/** Who wrote to whom, and when. Bulk mail and rows of direction none are no contacts (X21). */
export interface ContactFacts {
  /** A contact log exists: only then silence is known. */
  readonly log: boolean;
  /** The later of the team's own column and the log. */
  readonly last?: Day;
  readonly lastIn?: Day;
  /** The last letter or call of ours that the log holds; a visit is neither. */
  readonly lastOut?: Day;
  /** The last inbound or inquiry day that nobody has answered since; undefined: nothing is owed, or nobody knows. */
  readonly owed?: { readonly day: Day; readonly by: "contact" | "inquiry" };
  /** The later of the team's and the log's. */
  readonly next?: Day;
  readonly lastVisit?: Day;
  /** How often he asked: the inquiry day, and inbound rows of the log that say so. */
  readonly inquiries: number;
  /** He asked for details. */
  readonly details: boolean;
}

/** Everything that the axes judge a customer by, on one day. Money is in the base currency, gaps are in days. */
export interface Facts {
  readonly asOf: Day;
  readonly customer: Customer;
  readonly contact: ContactFacts;
  /** An order sheet or typed order columns exist. */
  readonly orderSource: boolean;
  /** Where his orders were found: in the order sheet, in typed columns, or nowhere. */
  readonly found: "ledger" | "typed" | "none";
  /** A valid order, a typed annual, lifetime or number of orders above 0, or a typed last order day. */
  readonly hasBought: boolean;
  /** Valid orders in the order sheet. */
  readonly orders: number;
  /** An order of his counts by its state, but its amount could not be read. */
  readonly unread: boolean;
  /** Undefined where it is not known. */
  readonly purchases?: number;
  /** The earlier of ledger and typed; a short ledger alone does not tell. */
  readonly firstOrder?: Day;
  readonly lastOrder?: Day;
  /** Gaps between purchases that ended in the recent time, else all of them; ascending. */
  readonly gaps: readonly number[];
  /** Median of `gaps`. */
  readonly ownGap?: number;
  /** Last order to as-of. */
  readonly openGap?: number;
  /** The day of his last purchase, the gap that it ended, and the median of the gaps before it; undefined where no gap is known. */
  lastReturn(): { readonly day: Day; readonly gap: number; readonly before?: number } | undefined;
  /** The order sheet begins too late to speak for a whole year. */
  readonly shortLedger: boolean;
  /** Days on which goods of his valid orders arrived, ascending. */
  readonly deliveries: readonly Day[];
  /** The last day on which he got or paid a sample. */
  readonly lastSample?: Day;
  /** He has at least one valid order dated up to the day. */
  orderedBy(day: Day): boolean;
  /** Valid orders less refunds of the year that ends with the day. */
  yearTo(day: Day): YearSum;
  /** Undefined: not known. By orders and payments dated up to the day. */
  punctualOn(day: Day): boolean | undefined;
  /** Undefined: not known. */
  steadyOn(day: Day): boolean | undefined;
  /** Anything in the ledger could have made the tier better on a day in (asOf − days, asOf]. */
  couldHaveBeenBetter(days: number): boolean;
}

export interface YearSum {
  readonly minor: Minor;
  /** Orders and refunds of the year whose currency has no rate, or whose amount could not be read. */
  readonly missing: number;
  /** Refunds and discounts among them: without these the sum is "at least", with these alone "at most", else neither. */
  readonly missingRefunds: number;
}

/** A limit of the tier in hundredths, exact: 0.29 * 100 is a little less than 29. */
export const limitOf = (tier: "A" | "B" | "C", policy: Policy): Minor => Math.round(policy[LIMITS[tier]] * 100);

/** Named in full: asked for several times a customer, and to put a key together is dearer than to look it up. */
const LIMITS = { A: "value.A.min", B: "value.B.min", C: "value.C.min" } as const;

const none: readonly never[] = [];

/** Middle value; for an even count the mean of the middle two. `sorted` is ascending and not empty. */
export function median(sorted: readonly number[]): number {
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** First days of purchases: an order up to `fold` days after a purchase's first order belongs to it. Both ascending. */
export function purchaseDays(orderDays: readonly Day[], fold: number): Day[] {
  const first: Day[] = [];
  for (const day of orderDays) if (!first.length || day > first[first.length - 1]! + fold) first.push(day);
  return first;
}

/** Gaps, ascending, of purchases up to `count` of them: those that ended in the last `recent` days before `day`, else all. */
export function gapsOf(days: readonly Day[], count: number, day: Day, recent: number): readonly number[] {
  if (count < 2) return none;
  const late = countUpTo(days, day - recent - 1);
  const from = late > 0 && late < count ? late : 1;
  return ascending(days.slice(from, count).map((ended, i) => ended - days[from + i - 1]!));
}

/** Most lists are in order as they stand, and to sort one that is takes as long as all that is asked of it later. */
function ascending(numbers: number[]): number[] {
  return numbers.some((one, i) => one < numbers[i - 1]!) ? numbers.sort((a, b) => a - b) : numbers;
}

/** How many of the ascending days are up to and including `day`. */
export function countUpTo(days: readonly Day[], day: Day): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Facts of one customer on a day. */
export function factsOf(customer: Customer, records: Records, ledger: Ledger, policy: Policy, asOf: Day): Facts {
  const { orders } = records;
  const moving = orders.filter(
    ({ use, day }) => use === "order" || use === "refund" || (use === "unread" && day !== undefined),
  );
  // Order sheets mostly stand in order.
  if (moving.some((order, i) => i > 0 && inTime(moving[i - 1]!, order) > 0)) moving.sort(inTime);
  const known: Known = {
    asOf,
    customer,
    contact: contactFactsOf(customer, records.contacts, ledger.log, policy, asOf),
    unread: orders.some((order) => order.use === "unread"),
    undated: orders.filter(({ use, day }) => use === "unread" && day === undefined).length,
    shortLedger:
      ledger.exists && (ledger.firstDay === undefined || asOf - ledger.firstDay < policy["ledger.short_days"]),
    lastSample: lastSampleIn(orders),
  };
  const valid = moving.every(isOrder) ? moving : moving.filter(isOrder);
  return valid.length ? factsFromLedger(known, moving, valid, policy) : factsFromTyped(known, ledger, policy);
}

/** What does not depend on where his orders were found. */
type Known = Pick<Facts, "asOf" | "customer" | "contact" | "unread" | "shortLedger" | "lastSample"> & {
  /** Orders whose day could not be read: they may be of any year. */
  readonly undated: number;
};

function lastSampleIn(orders: readonly Order[]): Day | undefined {
  let last: Day | undefined;
  for (const { use, day } of orders) if (use === "sample" && day !== undefined && !(last! >= day)) last = day;
  return last;
}

const isOrder = ({ use }: Order): boolean => use === "order";

/** Something above zero is missing: a sum with it is no more than "at least". */
export const lacksOrder = ({ use, minor, atLeast }: Order): boolean =>
  atLeast === true || (minor === undefined && use !== "refund");

/** Something below zero is missing: a sum with it is no more than "at most". */
export const lacksRefund = ({ use, minor, atMost }: Order): boolean =>
  atMost === true || (minor === undefined && use === "refund");

/** It may make a tier worse, and its leaving the year better. */
export const lowers = ({ use, minor, atMost }: Order): boolean => use === "refund" || atMost === true || minor! < 0;

const byDay = (a: Day | undefined, b: Day | undefined): number => (a || 0) - (b || 0);

/** Of one day, by payment: which of them are among the last few must not hang on how the sheet is sorted. */
const inTime = (a: Order, b: Order): number => a.day! - b.day! || byDay(a.due, b.due) || byDay(a.paid, b.paid);

function factsFromLedger(known: Known, moving: readonly Order[], valid: readonly Order[], policy: Policy): Facts {
  const { asOf, customer, contact, unread, undated, shortLedger, lastSample } = known;
  const orderDays = valid.map((order) => order.day!);
  const entryDays = valid === moving ? orderDays : moving.map((order) => order.day!);
  // sums[i] and missing[i] stand for the first i entries, so that a year is one subtraction.
  const sums = new Array<Minor>(moving.length + 1).fill(0);
  const missing = new Array<number>(moving.length + 1).fill(0);
  const missingRefunds = new Array<number>(moving.length + 1).fill(0);
  moving.forEach((entry, i) => {
    const refunds = lacksRefund(entry) ? 1 : 0;
    sums[i + 1] = sums[i]! + (entry.minor || 0);
    missing[i + 1] = missing[i]! + refunds + (lacksOrder(entry) ? 1 : 0);
    missingRefunds[i + 1] = missingRefunds[i]! + refunds;
  });
  const days = purchaseDays(orderDays, policy["purchase.fold_days"]);
  const gaps = gapsOf(days, days.length, asOf, policy["gap.recent_days"]);
  const lastOrder = orderDays[orderDays.length - 1]!;
  const ownGap = gaps.length ? median(gaps) : undefined;
  const typedFirst = customer.firstOrder;
  const firstOrder = shortLedger
    ? typedFirst === undefined
      ? undefined
      : Math.min(typedFirst, orderDays[0]!)
    : Math.min(typedFirst ?? orderDays[0]!, orderDays[0]!);
  const window = policy["value.window_days"];

  // Named one by one: a spread into an object of this size is a third of a whole run.
  return {
    asOf,
    customer,
    contact,
    unread,
    shortLedger,
    lastSample,
    orderSource: true,
    found: "ledger",
    hasBought: true,
    orders: valid.length,
    purchases: days.length,
    firstOrder,
    lastOrder,
    gaps,
    ownGap,
    openGap: asOf - lastOrder,
    deliveries: valid.some(({ delivered }) => delivered !== undefined)
      ? ascending(valid.flatMap(({ delivered }) => delivered ?? []))
      : none,
    lastReturn() {
      const all = days.slice(1).map((day, i) => day - days[i]!);
      const gap = all.pop();
      if (gap === undefined) return undefined;
      return { day: days[days.length - 1]!, gap, before: all.length ? median(all.sort((a, b) => a - b)) : undefined };
    },
    orderedBy: (day) => orderDays[0]! <= day,
    yearTo(day) {
      const to = countUpTo(entryDays, day);
      const from = countUpTo(entryDays, day - window);
      return {
        minor: sums[to]! - sums[from]!,
        missing: undated + missing[to]! - missing[from]!,
        missingRefunds: missingRefunds[to]! - missingRefunds[from]!,
      };
    },
    punctualOn: (day) => punctual(valid, day, policy),
    steadyOn(day) {
      // Two axes ask for it of most customers.
      if (day === asOf && lastOrder <= asOf) return steady(days.length, ownGap, asOf - lastOrder, policy);
      const count = countUpTo(days, day);
      const upTo = gapsOf(days, count, day, policy["gap.recent_days"]);
      const last = orderDays[countUpTo(orderDays, day) - 1];
      return last === undefined ? undefined : steady(count, upTo.length ? median(upTo) : undefined, day - last, policy);
    },
    couldHaveBeenBetter(back) {
      // A day before as-of can only win by an order that has left the year since, a refund or late payment that came
      // since, or a silence that has grown too long since.
      const left = countUpTo(entryDays, asOf - window) > countUpTo(entryDays, asOf - back - window);
      const refunded = moving.some((entry) => lowers(entry) && entry.day! > asOf - back);
      const judged = sums[sums.length - 1]! - sums[countUpTo(entryDays, asOf - back - window)]!;
      const typed = shortLedger ? customer.annual || 0 : 0;
      return left || refunded || Math.max(judged, typed) > limitOf("A", policy);
    },
  };
}

/** Typed first order, last order and number of orders stand for a missing ledger. */
function factsFromTyped(known: Known, ledger: Ledger, policy: Policy): Facts {
  const { asOf, customer, contact, unread, shortLedger, lastSample } = known;
  const { firstOrder, lastOrder, orderCount } = customer;
  const oneDay = firstOrder !== undefined && firstOrder === lastOrder;
  const purchases = orderCount !== undefined && orderCount > 0 ? orderCount : oneDay ? 1 : undefined;
  const ownGap =
    purchases !== undefined &&
    purchases >= 2 &&
    firstOrder !== undefined &&
    lastOrder !== undefined &&
    lastOrder > firstOrder
      ? (lastOrder - firstOrder) / (purchases - 1)
      : undefined;
  const openGap = lastOrder === undefined ? undefined : asOf - lastOrder;
  const hasBought =
    (customer.annual || 0) > 0 ||
    (customer.lifetime || 0) > 0 ||
    customer.boughtWithoutRate === true ||
    (orderCount || 0) > 0 ||
    lastOrder !== undefined;
  return {
    asOf,
    customer,
    contact,
    unread,
    shortLedger,
    lastSample,
    orderSource: ledger.exists || ledger.typedColumns,
    found: purchases !== undefined || lastOrder !== undefined ? "typed" : "none",
    hasBought,
    orders: 0,
    purchases,
    firstOrder,
    lastOrder,
    // Two gaps of the mean are enough: the median of any number of equal gaps and one longer is the same.
    gaps: ownGap === undefined ? none : purchases === 2 ? [ownGap] : [ownGap, ownGap],
    ownGap,
    openGap,
    deliveries: none,
    // The days of more than two purchases are not known one by one.
    lastReturn: () => (purchases === 2 && ownGap !== undefined ? { day: lastOrder!, gap: ownGap } : undefined),
    orderedBy: () => false,
    yearTo: () => ({ minor: 0, missing: 0, missingRefunds: 0 }),
    punctualOn: () => undefined,
    steadyOn: () =>
      purchases === undefined || openGap === undefined ? undefined : steady(purchases, ownGap, openGap, policy),
    couldHaveBeenBetter: () => false,
  };
}

/** Of the last orders that were paid or are long past due, enough were paid in time. */
function punctual(valid: readonly Order[], day: Day, policy: Policy): boolean | undefined {
  const late = policy["punctual.late_days"];
  let judged = 0;
  let good = 0;
  for (let i = valid.length - 1; i >= 0 && judged < policy["punctual.orders"]; i--) {
    const order = valid[i]!;
    // Without a due day nothing can be said of an order's punctuality.
    if (order.day! > day || order.due === undefined) continue;
    const paid = order.paid !== undefined && order.paid <= day ? order.paid : undefined;
    if (paid === undefined && day - order.due <= late) continue;
    judged++;
    if (paid !== undefined && paid - order.due <= late) good++;
  }
  return judged < policy["punctual.min_orders"] ? undefined : good * 100 >= policy["punctual.min_share"] * judged;
}

function steady(purchases: number, ownGap: number | undefined, openGap: number, policy: Policy): boolean | undefined {
  if (purchases < policy["steady.min_purchases"] || ownGap === undefined) return undefined;
  const open = Math.max(policy["steady.open_days"], policy["steady.open_times"] * ownGap);
  return ownGap <= policy["steady.max_gap"] && openGap <= open;
}
