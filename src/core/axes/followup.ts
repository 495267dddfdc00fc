import { both } from "../bilingual";
import type { Day } from "../day";
import type { Facts } from "../facts";
import type { Policy } from "../policy/fields";
import { axis, classed, unrated, unratedLabel } from "./axis";

const NEVER = unrated("contact.never");

/** Which letter fits (A091–94, X19), by days since the last contact. How urgent it is, is another matter (X18). */
export const followup = axis({
  id: "followup",
  label: both("跟进阶段", "Letter"),
  classes: {
    aftersale: both("售后问候", "After-sale"),
    fresh: both("刚接触", "Fresh"),
    week: both("一周以上", "Over a week"),
    month: both("一月以上", "Over a month"),
    quarter: both("一季以上", "Over a quarter"),
    unrated: unratedLabel,
  },
  classify(facts, policy) {
    const { asOf, customer, contact } = facts;
    const { last } = contact;
    // It may have been yesterday: neither a letter nor its absence can be told.
    if (last === undefined && customer.unclear.has("last_contact"))
      return classed("unrated", { rule: "contact.unclear" });
    const delivered = askedAfter(facts, policy);
    if (delivered !== undefined) return classed("aftersale", { rule: "followup.aftersale", delivered });
    if (last === undefined) return NEVER;
    const days = asOf - last;
    const because = { rule: "followup.days", days };
    if (days <= policy["followup.fresh.max"]) return classed("fresh", because);
    if (days <= policy["followup.week.max"]) return classed("week", because);
    return classed(days <= policy["followup.month.max"] ? "month" : "quarter", because);
  },
});

/** The last delivery after which it is time to ask how the goods are, and nobody has yet (R09). */
function askedAfter({ asOf, deliveries, contact }: Facts, policy: Policy): Day | undefined {
  for (let i = deliveries.length - 1; i >= 0; i--) {
    const delivered = deliveries[i]!;
    const since = asOf - delivered;
    if (since < policy["aftersale.from"]) continue;
    if (since > policy["aftersale.to"]) return undefined;
    return contact.last! >= delivered + policy["aftersale.from"] ? undefined : delivered;
  }
  return undefined;
}
