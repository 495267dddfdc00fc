import { dayOfIso, isoOf } from "../core/day";
import { openBook } from "./book";
import { Plain } from "./define";
import { levelCounts, tierCounts } from "./home";
import { look, nameColumn, outcomeOf, placeOf } from "./look";
import type { PastView } from "./views";

/** Customers that are named. */
const NAMED = 50;

/** How everybody stood on a day, by today's sheets without what is dated later, and by today's policy. Writes nothing. */
export function past(day: string): PastView {
  const book = openBook();
  const asOf = dayOfIso(day);
  if (asOf === undefined || asOf >= book.clock.today) throw new Plain("badPast");
  const now = look(book, book.saved.settings);
  const was = { ...now, outcome: outcomeOf(now, now.inForce.policy, asOf) };
  const standing = (countsOf: typeof tierCounts) => {
    const then = countsOf(was);
    return countsOf(now).map(({ id, label, count }, i) => ({ id, label, was: then[i]!.count, now: count }));
  };
  const { words } = now;
  const compared = (axis: "value" | "urgency", then: string, today: string) =>
    then === today ? null : { was: words.label(axis, then), now: words.label(axis, today) };
  // A day moves no row, so customers stand in the same order.
  const moved = was.outcome.classified.flatMap(({ customer, classes, urgency }, i) => {
    const today = now.outcome.classified[i]!;
    const tier = compared("value", classes.value.id, today.classes.value.id);
    const level = compared("urgency", urgency.level, today.urgency.level);
    const because = tier ? classes.value.because : urgency.because;
    return tier || level ? [{ customer, tier, level, because }] : [];
  });
  moved.sort((a, b) => Number(!a.tier) - Number(!b.tier));
  return {
    day,
    today: isoOf(book.clock.today),
    tiers: standing(tierCounts),
    levels: standing(levelCounts),
    moved: {
      total: moved.length,
      list: moved.slice(0, NAMED).map(({ customer, tier, level, because }) => ({
        key: customer.key,
        company: customer.name || customer.id,
        tier,
        level,
        why: words.because(because),
        place: placeOf(now, "customers", customer.row, nameColumn(now)),
      })),
    },
  };
}
