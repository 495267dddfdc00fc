import type { Seen } from "./history";
import { chanceBy, logistic } from "./logistic";
import type { Outlook } from "./outlook";

/** The chance to buy as it follows from some facts, learned from what customers did who stood likewise. */
export function learned(lessons: readonly Seen[], factsOf: (seen: Seen) => number[]): (seen: Seen) => number {
  const weights = logistic(lessons.map((seen) => ({ facts: factsOf(seen), yes: seen.next > 0 })));
  return (seen) => chanceBy(weights, factsOf(seen));
}

/** What every candidate has to beat: days since the last purchase, and nothing else. */
export const byRecency = (lessons: readonly Seen[]) => learned(lessons, ({ silence }) => [1, Math.log(1 + silence)]);

/**
 * The gap rule: how many of his own gaps he has been silent for beyond the first, how long these are, and how often he
 * has bought. Alive is what the silence has left of the chance that he had within his gap.
 */
export function byOwnGap(lessons: readonly Seen[], horizon: number): (seen: Seen) => Outlook {
  const chanceOf = learned(lessons, ({ silence, gap, days }) => [
    1,
    Math.log(Math.max(1, silence / gap)),
    Math.log(gap),
    Math.log(days.length),
  ]);
  const fitting = ({ gap }: Seen) => Math.max(1, horizon / gap);
  let bought = 0;
  let fitted = 0;
  for (const seen of lessons)
    if (seen.next) {
      bought += seen.next;
      fitted += fitting(seen);
    }
  return (seen) => {
    const chance = chanceOf(seen);
    return {
      alive: Math.min(1, chance / chanceOf({ ...seen, silence: 0 })),
      chance,
      // Who buys at all buys as often as his gap fits into the time, less what buyers like him fell short of that.
      expected: chance * Math.max(1, (fitting(seen) * bought) / fitted),
    };
  };
}
