import { activity } from "./axes/activity";
import { value } from "./axes/value";
import type { Day } from "./day";
import { type Facts, factsOf, type Ledger, lacksRefund, limitOf, lowers } from "./facts";
import type { Because, Class, Customer, Finding, Order } from "./model";
import type { Currency, Minor } from "./money";
import type { Policy } from "./policy/fields";
import deciding from "./policy/keys.table";

/**
 * What would move a customer. Each part is worded like a reason; days are whole, amounts in hundredths of the base
 * currency.
 */
export interface Outlook {
  /**
   * What lifts the tier: the smallest single order (`minor`) and the last day on which it still does (`until`, none where
   * none comes within a year of the policy; `since` where it does not do so from today on; with orders that could not be
   * summed (`missing`) less may do), or what the typed amount lacks, or why nothing does.
   */
  readonly lift: Because;
  /** The first day (`on`) with another tier if nothing happens: a fall, or rarely a rise. None within {@link HORIZON}: undefined. */
  readonly tier?: Because;
  /** The first day with less activity if nothing happens. */
  readonly activity?: Because;
}

/** How far ahead it is looked, in days. */
export const HORIZON = 3650;

/** How good a class is. One that is not named cannot get worse: missing evidence is no fall. */
const HEIGHT: Readonly<Record<string, number>> = { A: 3, B: 2, C: 1, active: 2, lapsing: 1 };

const heightOf = ({ id }: Class): number => HEIGHT[id] || 0;

/** Days in a row. */
interface Span {
  readonly from: Day;
  readonly to: Day;
}

/**
 * What would move a customer, by nothing but the axes themselves: they judge him on the days on which something could
 * change, and with the order that is proposed.
 *
 * @param orders his rows of the order sheet
 * @param classes his classes on `asOf` where people may have set some by hand: no order changes those
 */
export function outlookOf(
  customer: Customer,
  orders: readonly Order[],
  ledger: Ledger,
  policy: Policy,
  asOf: Day,
  classes?: Readonly<Record<"value" | "activity", Class>>,
): Outlook {
  const factsOn = (day: Day, placed?: Order, who = customer): Facts =>
    factsOf(who, { orders: placed ? [...orders, placed] : orders, contacts: [] }, ledger, policy, day);
  const tierOn = (day: Day, placed?: Order, who?: Customer): Class => value.classify(factsOn(day, placed, who), policy);
  const now = tierOn(asOf);
  const window = policy["value.window_days"];
  const dayAfter = (rows: readonly Order[], days: number): Day[] =>
    rows.flatMap(({ day }) => (day === undefined ? [] : day + days));
  const refunds = orders.filter(lowers);
  // By itself a rhythm gets better only when an old gap no longer counts, and a year only when a refund leaves it.
  const rhythm = dayAfter(orders, policy["gap.recent_days"] + 1);
  const rising = dayAfter(refunds, window);
  // Steadiness tells an A from a B, and nothing else.
  if (now.id === "A" || now.because.heldBack || refunds.length) rising.push(...rhythm);
  const set = byHand(classes?.value);
  const moves = !set && (heightOf(now) > 0 || refunds.length > 0);
  const next = moves ? firstChange(asOf, rising, now, tierOn) : undefined;
  const rises = next !== undefined && heightOf(next) > heightOf(now);

  const activityOn = (day: Day): Class => activity.classify(factsOn(day), policy);
  const active = activityOn(asOf);
  const less =
    heightOf(active) > 0 && !byHand(classes?.activity) ? firstChange(asOf, rhythm, active, activityOn) : undefined;

  return {
    lift: liftOf(),
    tier: next && {
      rule: rises ? "next.rise" : "next.fall",
      tier: next.id,
      on: next.on,
      missing: next.because.missing ?? next.because.refunds,
    },
    activity:
      less && heightOf(less) < heightOf(active) ? { rule: "next.activity", activity: less.id, on: less.on } : undefined,
  };

  function liftOf(): Because {
    if (set) return { rule: "next.by_hand", tier: set.id, until: set.because.until };
    if (now.id === "A") return { rule: "next.highest" };
    const needed = now.id === "B" ? limitOf("A", policy) + 1 : limitOf(now.id === "C" ? "B" : "C", policy);
    const { annual } = customer;
    const isHigher = (one: Class): boolean => heightOf(one) > heightOf(now);
    const barred = ({ because }: Class): Because => ({ rule: "next.barred", heldBack: because.heldBack });
    if (annual !== undefined && factsOn(asOf).found !== "ledger") {
      const raised = tierOn(asOf, undefined, { ...customer, annual: needed });
      return isHigher(raised) ? { rule: "next.typed", tier: raised.id, minor: needed - annual } : barred(raised);
    }

    const least = Math.max(1, Math.round(policy["order.sample_max"] * 100));
    // Beside an order of nothing, refunds of a customer without any other count as they will beside a real one.
    const sums = factsOn(asOf, anOrder(asOf, 0));
    const withOrder = (minor: Minor, day: Day): Class => tierOn(day, anOrder(day, minor));
    // A year on, nothing that he has bought so far counts any more. Once he has risen by himself he needs no order.
    const yearOn = asOf + window;
    // Of refunds alone the amount of today is said: nobody is told to wait until they have left the year.
    const turns = dayAfter(sums.orders > 1 ? orders : orders.filter(lacksRefund), window);
    if (ledger.firstDay !== undefined) turns.push(ledger.firstDay + policy["ledger.short_days"]);
    if (now.id === "B") turns.push(...rhythm, ...dayAfter(orders, policy["purchase.fold_days"] + 1));
    const spans = spansOf(asOf, rises ? Math.min(yearOn, next!.on - 1) : yearOn, turns).map((span) => ({
      ...span,
      // Beside a typed amount that is large enough, any order may end the silence that bars him.
      minor:
        annual! >= needed && isHigher(withOrder(least, span.from))
          ? least
          : Math.max(least, needed - sums.yearTo(span.from).minor),
    }));
    const cheapest = [...spans].sort((a, b) => a.minor - b.minor || b.from - a.from);
    const best = cheapest.find(({ minor, from }) => isHigher(withOrder(minor, from)));
    const { missingRefunds } = sums.yearTo(asOf);
    const unsummed = missingRefunds ? { rule: "next.refunds", refunds: missingRefunds } : undefined;
    if (!best) return unsummed || barred(withOrder(spans[0]!.minor, asOf));
    const { minor } = best;
    const lifts = (day: Day): boolean => isHigher(withOrder(minor, day));
    const until = lastDay(best.from, best.to, lifts);
    let first = spans.indexOf(best);
    while (first > 0 && lifts(spans[first - 1]!.from) && lifts(spans[first - 1]!.to)) first--;
    // A rate is sooner entered than a refund has left the year.
    if (first && unsummed) return unsummed;
    const small = now.id === "unrated" && minor > least ? withOrder(least, asOf).id : undefined;
    return {
      rule: small === "D" ? "next.first" : minor === 1 ? "next.any" : "next.order",
      tier: withOrder(minor, until).id,
      first: small === "D" ? small : undefined,
      minor,
      missing: sums.yearTo(best.from).missing || undefined,
      since: first ? spans[first]!.from : undefined,
      until: until < yearOn ? until : undefined,
    };
  }
}

const byHand = (one: Class | undefined): Class | undefined => (one?.because.rule === "override" ? one : undefined);

const anOrder = (day: Day, minor: Minor): Order => ({
  row: -1,
  id: "",
  customerId: "",
  customerName: "",
  use: "order",
  day,
  minor,
});

/** The days from `from` to `to`, parted where something turns. */
function spansOf(from: Day, to: Day, turns: readonly Day[]): Span[] {
  const days = new Set(turns.filter((day) => day > from && day <= to));
  const starts = [from, ...[...days].sort((a, b) => a - b)];
  return starts.map((start, i) => ({ from: start, to: (starts[i + 1] ?? to + 1) - 1 }));
}

/** The last day of which it holds, where it holds of the first and, once it does not, no more. */
function lastDay(low: Day, high: Day, holds: (day: Day) => boolean): Day {
  let first = low;
  let last = high;
  // Most often nothing changes at all.
  for (let day = last; first < last; day = Math.ceil((first + last) / 2))
    if (holds(day)) first = day;
    else last = day - 1;
  return first;
}

/**
 * The first day after `asOf` on which a class is better or worse if nothing happens.
 *
 * @param rising days on which it may get better; between them it only gets worse
 */
function firstChange(
  asOf: Day,
  rising: readonly Day[],
  now: Class,
  on: (day: Day) => Class,
): (Class & { readonly on: Day }) | undefined {
  const height = heightOf(now);
  for (const { from, to } of spansOf(asOf + 1, asOf + HORIZON, rising)) {
    const start = on(from);
    if (heightOf(start) !== height) return { ...start, on: from };
    const last = lastDay(from, to, (day) => heightOf(on(day)) >= height);
    if (last < to) return { ...on(last + 1), on: last + 1 };
  }
  return undefined;
}

/**
 * Currencies without a rate in what a customer, by his rows of the order sheet, bought or gave back in the year: with
 * their rates in the policy more of it would be summed.
 */
export function ratesLacking(
  findings: readonly Finding[],
  policy: Policy,
  asOf: Day,
): (orders: readonly Order[]) => Currency[] {
  const currencies = new Map<number, Currency>();
  for (const { kind, table, row, detail } of findings)
    if (kind === "no_rate" && table === "orders" && detail && !policy[`rate.${detail}`]) currencies.set(row, detail);
  const from = asOf - policy["value.window_days"];
  return (orders) => [
    ...new Set(orders.flatMap(({ day, row }) => (day! > from && day! <= asOf ? (currencies.get(row) ?? []) : []))),
  ];
}

/**
 * Keys of the policy that decided a class, or a level by its due day: the cells that a person would look at, the weightiest
 * first. None where no number and no word of the policy did.
 *
 * @param lacking the rates that keep a sum from being whole: with orders that could not be summed no limit is the reason
 */
export function policyKeysOf({ id, because }: Class, policy: Policy, lacking: readonly Currency[] = []): string[] {
  const rules = deciding();
  const { rule, limit = because.cadence } = because;
  if (id === "unrated" && rule.startsWith("value.")) return lacking.map((currency) => `rate.${currency}`);
  const facts = Object.keys(because).filter((fact) => because[fact] !== undefined);
  const named = [
    ...facts.flatMap((fact) => [`+${fact}`, `+${fact}:${because[fact]}`, `${rule}+${fact}`]),
    `${rule}:${id}` in rules ? `${rule}:${id}` : rule,
  ];
  const values: Readonly<Record<string, unknown>> = policy;
  const keys = named
    .flatMap((name) => rules[name]?.split(" ") ?? [])
    .map((key) => {
      const [first, second] = key
        .replace(/\{(\w+)\}/g, (_, fact: string) => String(fact === "id" ? id : because[fact]))
        .split("|");
      return second && limit !== values[first!] ? second : first!;
    });
  return [...new Set(keys)];
}
