import { both } from "../bilingual";
import type { Day } from "../day";
import { type Facts, limitOf, type YearSum } from "../facts";
import type { Minor } from "../money";
import type { Policy } from "../policy/fields";
import { axis, classed, unratedLabel } from "./axis";

type Tier = "A" | "B" | "C" | "D" | "unrated";

// Missing evidence is no fall: "unrated" is neither better nor worse than D.
const rank: Record<Tier, number> = { A: 4, B: 3, C: 2, D: 1, unrated: 1 };

/** The headline tier (A081–A084, X04–X07): what he bought from us in a year, with a grace before a fall. */
export const value = axis({
  id: "value",
  label: both("等级", "Tier"),
  classes: {
    A: both("A", "A"),
    B: both("B", "B"),
    C: both("C", "C"),
    D: both("D", "D"),
    unrated: unratedLabel,
  },
  classify(facts, policy) {
    const { asOf } = facts;
    const today = gradeOn(asOf, facts, policy);
    const best = facts.found === "ledger" ? bestInGrace(today.id, facts, policy) : undefined;
    if (!best) return today;
    return classed(best.tier, {
      ...gradeOn(best.day, facts, policy).because,
      watchUntil: best.day + policy["value.grace_days"],
      fallsTo: today.id,
      todayMinor: today.because.minor,
      todayMissing: today.because.missing,
      todayRefunds: today.because.refunds,
    });
  },
});

/** The tier of amounts alone, for formulas and the limits screen. `undefined` facts are unknown: A stays A. */
export function tierOf(minor: Minor, policy: Policy, punctual?: boolean, steady?: boolean): Exclude<Tier, "unrated"> {
  // More than for A, from (included) for B and C: exactly 1,000,000 is B (X07).
  if (minor > limitOf("A", policy)) return punctual === false || steady === false ? "B" : "A";
  if (minor >= limitOf("B", policy)) return "B";
  return minor >= limitOf("C", policy) ? "C" : "D";
}

function gradeOn(day: Day, facts: Facts, policy: Policy) {
  const { customer } = facts;
  const provisional = isProvisional(facts, policy);
  if (facts.found === "ledger") {
    const year = facts.yearTo(day);
    const { minor, missing, missingRefunds } = year;
    const counted = countedOf(year, facts);
    const typedWins = counted !== minor;
    const graded = judge(counted, facts, day, policy);
    const id = proven(graded.tier, year, facts);
    // Named one by one, here and below: there is one a customer, and a spread takes twice the room.
    return classed(id, {
      rule: typedWins ? "value.short_ledger" : "value.orders",
      minor: counted,
      window: policy["value.window_days"],
      ledgerMinor: typedWins ? minor : undefined,
      missing: missing - missingRefunds || undefined,
      refunds: missingRefunds || undefined,
      heldBack: id === graded.tier ? graded.heldBack : undefined,
      unknown: id === graded.tier ? graded.unknown : undefined,
      provisional,
    });
  }
  if (customer.annual !== undefined) {
    const { tier, heldBack, unknown } = judge(customer.annual, facts, day, policy);
    return classed<Tier>(tier, { rule: "value.typed", minor: customer.annual, heldBack, unknown, provisional });
  }
  const rule = customer.unclear.has("annual") || facts.unread ? "value.unclear" : "value.nothing";
  return classed<Tier>("unrated", { rule, provisional });
}

/**
 * What the orders sum up to, or the typed amount where the order sheet is too short and that is larger, or all that is
 * sure because a refund is missing.
 */
export function countedOf({ minor, missingRefunds }: YearSum, { shortLedger, customer: { annual } }: Facts): Minor {
  if (!shortLedger || annual === undefined) return minor;
  return missingRefunds ? annual : Math.max(minor, annual);
}

/**
 * The tier, where the sum proves it: "at least" proves one from below, so no D, and "at most" from above, so nothing but
 * D. A short ledger cannot lower what was typed, whatever was paid back.
 */
function proven(tier: Exclude<Tier, "unrated">, { minor, missing, missingRefunds }: YearSum, facts: Facts): Tier {
  if (!missing) return tier;
  const typed = facts.shortLedger ? facts.customer.annual : undefined;
  const fromBelow = !missingRefunds || typed !== undefined;
  const fromAbove = missing === missingRefunds && !(typed! < minor);
  return (fromAbove || tier !== "D") && (fromBelow || tier === "D") ? tier : "unrated";
}

interface Judged {
  readonly tier: Exclude<Tier, "unrated">;
  /** What keeps a sum above the limit of A from it. */
  readonly heldBack?: "punctual" | "steady";
  /** What nobody knows of one who is A. */
  readonly unknown?: "punctual" | "steady";
}

function judge(minor: Minor, facts: Facts, day: Day, policy: Policy): Judged {
  // Punctuality and steadiness only matter above the limit of A; they are dear to find out.
  if (minor <= limitOf("A", policy)) return { tier: tierOf(minor, policy) };
  const punctual = facts.punctualOn(day);
  const steady = facts.steadyOn(day);
  const tier = tierOf(minor, policy, punctual, steady);
  if (tier !== "A") return { tier, heldBack: punctual === false ? "punctual" : "steady" };
  return { tier, unknown: punctual === undefined ? "punctual" : steady === undefined ? "steady" : undefined };
}

/** A fall waits: the best tier of the grace, and the last day on which he had it. Undefined where today's is the best. */
function bestInGrace(today: Tier, facts: Facts, policy: Policy): { tier: Tier; day: Day } | undefined {
  const grace = policy["value.grace_days"];
  if (today === "A" || !facts.couldHaveBeenBetter(grace)) return undefined;
  let best: { tier: Tier; day: Day } | undefined;
  for (let day = facts.asOf - 1; day >= facts.asOf - grace && facts.orderedBy(day); day--) {
    // Without the reason, which is put together for one of these days at most.
    const year = facts.yearTo(day);
    const id = proven(judge(countedOf(year, facts), facts, day, policy).tier, year, facts);
    if (rank[id] > rank[best?.tier || today]) best = { tier: id, day };
    if (id === "A") break;
  }
  return best;
}

function isProvisional(facts: Facts, policy: Policy): true | undefined {
  const { firstOrder, asOf } = facts;
  return firstOrder !== undefined && asOf - firstOrder < policy["value.provisional_days"] ? true : undefined;
}
