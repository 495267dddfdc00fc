import { both } from "../bilingual";
import { limitOf } from "../facts";
import type { IdentityId } from "../policy/vocabulary";
import { axis, classed, unrated } from "./axis";
import { stage } from "./stage";

/** Types of customer that sell on what they buy. */
const RESELL: ReadonlySet<IdentityId> = new Set(["distributor", "chain", "OEM"]);

const NOTHING = unrated("potential.nothing");

/** What he could buy one day (A013–15, A060, X13): the team's own mark, else points for what he has said and done. */
export const potential = axis({
  id: "potential",
  label: both("潜力", "Potential"),
  classes: {
    high: both("高潜力", "High"),
    mid: both("中等潜力", "Mid"),
    low: both("低潜力", "Low"),
    unrated: both("数据不足", "Too little data"),
  },
  classify(facts, policy) {
    const { customer, contact } = facts;
    const [mark] = customer.potential.ids;
    if (mark) return classed(mark, { rule: "potential.mark", word: customer.potential.text });
    const stars = stage.classify(facts, policy).id;
    // Having ordered says what he buys, not what he could buy.
    const hasStage = stars !== "unrated" && stars !== "4";
    const named = customer.product.text !== "" || customer.quantity !== "";
    const identity = customer.identity.ids.find((id) => RESELL.has(id)) ?? customer.identity.ids[0];
    // Nobody expects less than nothing: a 0 is no evidence.
    const expected = customer.expected! > 0 ? customer.expected : undefined;
    if (!hasStage && !contact.inquiries && !named && !identity && expected === undefined) return NOTHING;
    const points =
      (stars === "3" || stars === "2" ? policy["potential.stars"] : 0) +
      (contact.inquiries >= 2 ? policy["potential.inquiries"] : 0) +
      (named ? policy["potential.product"] : 0) +
      (expected === undefined || expected < limitOf("C", policy)
        ? 0
        : policy[expected >= limitOf("B", policy) ? "potential.expected_B" : "potential.expected_C"]) +
      (identity && RESELL.has(identity) ? policy["potential.identity"] : 0);
    const because = {
      rule: "potential.points",
      points,
      stars: hasStage ? stars : undefined,
      inquiries: contact.inquiries || undefined,
      named: named || undefined,
      expectedMinor: expected,
      identity,
    };
    if (points >= policy["potential.high.min"]) return classed("high", because);
    return classed(points >= policy["potential.mid.min"] ? "mid" : "low", because);
  },
});
