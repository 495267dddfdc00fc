import type { Day } from "../day";
import { countUpTo, gapsOf, median } from "../facts";
import type { Policy } from "../policy/fields";
import type { History } from "./history";

/** When a customer who still buys buys next: one in four does before it, one in four after it. Never before as-of. */
export interface Window {
  readonly from: Day;
  readonly middle: Day;
  readonly to: Day;
}

export interface Next {
  /** Undefined where too few gaps were as long as his silence to tell. */
  readonly window?: Window;
  /** He has been silent for longer than three in four gaps are: his window begins today. */
  readonly overdue: boolean;
}

/** How the gaps of all customers spread, ascending. */
export interface Spread {
  /** In days, by the number of purchases before the gap, for those who had not bought often enough to have a gap of their own. */
  readonly after: readonly (readonly number[])[];
  /** In own gaps. */
  readonly own: readonly number[];
}

/** Gaps of one customer that count, so that who buys every week does not speak for all. */
const LAST_GAPS = 10;

export function spreadOf(histories: readonly History[], policy: Policy): Spread {
  const least = policy["forecast.min_purchases"];
  const after: number[][] = [];
  const own: number[] = [];
  for (let count = 0; count < least; count++) after.push([]);
  for (const { days } of histories)
    for (let i = 1; i < days.length; i++) {
      const gap = days[i]! - days[i - 1]!;
      if (i < least) after[i]!.push(gap);
      else if (i >= days.length - LAST_GAPS)
        own.push(gap / median(gapsOf(days, i, days[i - 1]!, policy["gap.recent_days"])));
    }
  for (const gaps of [...after, own]) gaps.sort((p, q) => p - q);
  return { after, own };
}

/** By gaps of `unit` days each, ascending. Of those, only the ones longer than his silence can still be his. */
export function nextOrder(gaps: readonly number[], unit: number, last: Day, asOf: Day, least: number): Next {
  if (gaps.length < least) return { overdue: false };
  const gone = countUpTo(gaps, (asOf - last) / unit);
  const overdue = gone > 0.75 * gaps.length;
  if (gaps.length - gone < least) return { overdue };
  const day = (share: number) => Math.round(last + unit * gaps[gone + Math.floor(share * (gaps.length - gone))]!);
  return { overdue, window: { from: overdue ? asOf : day(0.25), middle: day(0.5), to: day(0.75) } };
}
