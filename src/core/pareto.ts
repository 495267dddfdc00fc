import type { Minor } from "./money";
import type { Policy } from "./policy/fields";

/** What a customer bought in the year. */
export interface Bought {
  readonly name: string;
  readonly minor: Minor;
}

/** Hundredths of a percent. */
type Share = number;

export interface Ranked<One extends Bought> {
  readonly one: One;
  readonly share: Share;
  /** With all before him. */
  readonly cumulative: Share;
  readonly group: "A" | "B" | "C";
}

/** Who makes up how much of the year. */
export interface Pareto<One extends Bought> {
  /** Of all who bought for more than nothing. */
  readonly total: Minor;
  /** These, the largest first; of equal ones by name. */
  readonly ranked: readonly Ranked<One>[];
  /** Whose refunds were more than their orders: no share, the largest loss last. */
  readonly negative: readonly One[];
  /** The share of so many of the largest: what would be lost without them. */
  shareOf(first: number): Share;
}

const byAmount = (a: Bought, b: Bought): number =>
  b.minor - a.minor || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/**
 * Customers by what they bought, with their share of it and the groups A, B and C: a customer belongs to A while all
 * before him reach less than `pareto.a` percent, so that who crosses it still belongs to A; B likewise by `pareto.b`.
 * Exact where the total is under 900 billion.
 */
export function paretoOf<One extends Bought>(all: readonly One[], policy: Policy): Pareto<One> {
  const sorted = [...all].sort(byAmount);
  const buyers = sorted.filter(({ minor }) => minor > 0);
  const total = buyers.reduce((sum, { minor }) => sum + minor, 0);
  const groupBehind = (before: Minor) => {
    if (before * 100 < policy["pareto.a"] * total) return "A";
    return before * 100 < policy["pareto.b"] * total ? "B" : "C";
  };
  let sum = 0;
  const ranked = buyers.map((one): Ranked<One> => {
    const group = groupBehind(sum);
    sum += one.minor;
    return { one, share: shareIn(one.minor, total), cumulative: shareIn(sum, total), group };
  });
  return {
    total,
    ranked,
    negative: sorted.filter(({ minor }) => minor < 0),
    shareOf: (first) => ranked[Math.min(first, ranked.length) - 1]?.cumulative || 0,
  };
}

/** A part of a whole in hundredths of a percent, half up, by long division: a product of both would not be exact. */
export function shareIn(part: Minor, whole: Minor): Share {
  let share = 0;
  let left = part;
  for (let digit = 0; digit <= 4; digit++) {
    const times = Math.floor(left / whole);
    share = share * 10 + times;
    left = (left - times * whole) * 10;
  }
  return left >= whole * 5 ? share + 1 : share;
}
