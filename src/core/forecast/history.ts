import type { Day } from "../day";
import { countUpTo, gapsOf, median } from "../facts";
import type { Policy } from "../policy/fields";

/** Days of a customer's purchases (`purchaseDays`), ascending, none of them later than as-of; none at all: he never bought. */
export interface History {
  readonly days: readonly Day[];
}

/** A customer as he stood on a day, and what he did then. */
export interface Seen {
  readonly on: Day;
  /** His purchases up to that day, at least two. */
  readonly days: readonly Day[];
  /** Own gap on that day. */
  readonly gap: number;
  /** Days since the last purchase. */
  readonly silence: number;
  /** Purchases in the horizon that follows; 0 where nobody knows yet. */
  readonly next: number;
}

/** Undefined: he had bought less than `least` times by then. */
export function seenOn({ days }: History, on: Day, least: number, policy: Policy): Seen | undefined {
  const count = countUpTo(days, on);
  if (count < least) return undefined;
  return {
    on,
    days: count < days.length ? days.slice(0, count) : days,
    gap: median(gapsOf(days, count, on, policy["gap.recent_days"])),
    silence: on - days[count - 1]!,
    next: countUpTo(days, on + policy["forecast.horizon_days"]) - count,
  };
}

/** What the buying models look at of one customer, by their names in the literature; in days. */
export interface Summary {
  /** Purchases after the first. */
  readonly x: number;
  /** From the first purchase to the last. */
  readonly tx: number;
  /** From the first purchase to the day of the forecast. */
  readonly T: number;
  /** Sum of the logarithms of the gaps between purchases. */
  readonly logGaps: number;
}

/** At least one purchase, none of them later than `on`. */
export function summaryOf(days: readonly Day[], on: Day): Summary {
  let logGaps = 0;
  for (let i = 1; i < days.length; i++) logGaps += Math.log(days[i]! - days[i - 1]!);
  return { x: days.length - 1, tx: days[days.length - 1]! - days[0]!, T: on - days[0]!, logGaps };
}
