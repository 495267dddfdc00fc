import { foldText } from "./cells/text";
import type { Day } from "./day";
import type { Classified } from "./model";
import type { Policy } from "./policy/fields";

/** Why somebody stands in today's list, in the order of the list. */
export const GROUPS = ["complaint", "reply", "fair", "act", "overdue", "due"] as const;

/** The first so many are owed whatever the customer buys: of them the longest past due comes first. */
const BY_DAY = 4;

export type Group = (typeof GROUPS)[number];

export interface Entry {
  readonly one: Classified;
  readonly group: Group;
}

export interface OwnerToday {
  /** As first typed; "" stands for customers without an owner. */
  readonly owner: string;
  readonly customers: number;
  /** Whom to write to, before the list is cut. */
  readonly due: number;
  readonly wake: number;
}

export interface Today {
  /** At most `today.max` an owner, in the order in which to write. */
  readonly list: readonly Entry[];
  /** Long silent, in the order of the list. */
  readonly wake: readonly Classified[];
  /** Those with most customers first. */
  readonly owners: readonly OwnerToday[];
}

/** Owners are told apart whatever their case, width and spaces. */
export const ownerKey = (owner: string): string => foldText(owner);

/**
 * Whom to write to today, by owner: complaint, reply owed, fair and act due, each with the longest past due first; then
 * overdue by tier and amount, due. Nobody before his day, save for a complaint, a reply owed and a fair, which wait for
 * none. The order of the rows changes nothing.
 */
export function todayOf(classified: readonly Classified[], policy: Policy, asOf: Day): Today {
  const owners = new Map<string, { owner: string; customers: number; due: number; wake: number }>();
  const ranked: { one: Classified; group: Group | undefined; key: string }[] = [];
  // Counts go by the sheet's order, so that an owner is spelled as he first stands there.
  for (const one of classified) {
    const { owner } = one.customer;
    const key = ownerKey(owner);
    const known = owners.get(key);
    if (known) known.customers++;
    else owners.set(key, { owner, customers: 1, due: 0, wake: 0 });
    const group = groupOf(one, asOf);
    if (group || one.urgency.level === "silent") ranked.push({ one, group, key });
  }
  ranked.sort(
    (a, b) =>
      rank(a.group) - rank(b.group) || (rank(a.group) < BY_DAY ? byDay(a.one, b.one) : 0) || byWorth(a.one, b.one),
  );
  const list: Entry[] = [];
  const wake: Classified[] = [];
  for (const { one, group, key } of ranked) {
    const owner = owners.get(key)!;
    if (!group) {
      owner.wake++;
      wake.push(one);
    } else if (owner.due++ < policy["today.max"]) list.push({ one, group });
  }
  return {
    list,
    wake,
    owners: [...owners]
      .sort(([a, one], [b, other]) => other.customers - one.customers || (a < b ? -1 : 1))
      .map(([, owner]) => owner),
  };
}

function groupOf({ urgency }: Classified, asOf: Day): Group | undefined {
  const { level, rule, due } = urgency;
  if (level === "silent" || level === "hold" || level === "unrated") return undefined;
  if (rule === 2) return "complaint";
  if (rule === 3) return "reply";
  if (rule === 5) return "fair";
  if (!(due! <= asOf)) return undefined;
  if (rule === "aftersale" || rule === "visit") return "act";
  return level === "overdue" ? "overdue" : "due";
}

const rank = (group: Group | undefined): number => (group ? GROUPS.indexOf(group) : GROUPS.length);

const TIERS = ["A", "B", "C", "D", "unrated"];

/** The older due day first. A complaint without a day may be any age, so it waits behind none. */
const byDay = (a: Classified, b: Classified): number => (a.urgency.due || 0) - (b.urgency.due || 0);

/** By tier, then by amount, then by the older due day; equals by their key, never by where they stand. */
function byWorth(a: Classified, b: Classified): number {
  return (
    TIERS.indexOf(a.classes.value.id) - TIERS.indexOf(b.classes.value.id) ||
    (b.amount || 0) - (a.amount || 0) ||
    byDay(a, b) ||
    (a.customer.key < b.customer.key ? -1 : a.customer.key > b.customer.key ? 1 : 0)
  );
}
