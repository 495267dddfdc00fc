import { dayOfIso, isoOf } from "../core/day";
import type { Classified } from "../core/model";
import { openBook } from "./book";
import { Plain } from "./define";
import { levelCounts, tierCounts } from "./home";
import { look, nameColumn, outcomeOf, placeOf } from "./look";
import type { PastView, StoodElsewhere } from "./views";

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
  /** Null where the class is the same. A tier has its reason as in the column Why; that of a level is short as it is. */
  const compared = (axis: "value" | "urgency", then: Classified, today: Classified): StoodElsewhere | null => {
    const [was, is] = [then, today].map((one) => (axis === "value" ? one.classes.value.id : one.urgency.level));
    const why = (one: Classified) => (axis === "value" ? words.short(one) : words.because(one.urgency.because));
    return was === is
      ? null
      : { was: words.label(axis, was!), now: words.label(axis, is!), whyThen: why(then), whyNow: why(today) };
  };
  // A day moves no row, so customers stand in the same order.
  const moved = was.outcome.classified.flatMap((then, i) => {
    const today = now.outcome.classified[i]!;
    const [tier, level] = [compared("value", then, today), compared("urgency", then, today)];
    return tier || level ? [{ customer: then.customer, tier, level }] : [];
  });
  moved.sort((a, b) => Number(!a.tier) - Number(!b.tier));
  return {
    day,
    today: isoOf(book.clock.today),
    tiers: standing(tierCounts),
    levels: standing(levelCounts),
    moved: {
      total: moved.length,
      list: moved.slice(0, NAMED).map(({ customer, tier, level }) => ({
        key: customer.key,
        company: customer.name || customer.id,
        tier,
        level,
        place: placeOf(now, "customers", customer.row, nameColumn(now)),
      })),
    },
  };
}
