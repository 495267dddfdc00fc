import { both } from "../bilingual";
import type { Facts } from "../facts";
import type { Policy } from "../policy/fields";
import { axis, classed, unratedLabel } from "./axis";

/** How far he is on the way to an order, in stars (A076–80). */
export const stage = axis({
  id: "stage",
  label: both("成交阶段", "Stars"),
  classes: {
    "4": both("4星 订单客户", "4 stars: ordered"),
    "3": both("3星 样单客户", "3 stars: sample"),
    "2": both("2星 重潜客户", "2 stars: serious"),
    "1": both("1星 普潜客户", "1 star: inquiry"),
    "0": both("0星 无潜客户", "0 stars: refused"),
    unrated: unratedLabel,
  },
  classify(facts) {
    const { customer, contact, lastOrder, lastSample } = facts;
    const word = customer.stage;
    // A refusal bears no day: it was heard at the last contact, and an order after that speaks against it.
    const refused = customer.stars === "0" && !(contact.last !== undefined && lastOrder! >= contact.last);
    if (refused) return classed("0", { rule: "stage.refused", word });
    if (facts.hasBought) return classed("4", { rule: "stage.order", lastOrder });
    if (customer.stars !== undefined) return classed(customer.stars, { rule: "stage.word", word });
    if (lastSample !== undefined) return classed("3", { rule: "stage.sample", day: lastSample });
    if (contact.details) return classed("2", { rule: "stage.details" });
    if (contact.inquiries >= 2) return classed("2", { rule: "stage.inquiries", inquiries: contact.inquiries });
    if (contact.inquiries === 1) return classed("1", { rule: "stage.inquiry", inquiry: customer.inquiry });
    return classed("unrated", { rule: customer.stage === "" ? "stage.nothing" : "stage.unclear", word });
  },
});

/**
 * Days since anything was heard of a customer of 3 stars who should have answered by now: he is asked about. Undefined:
 * he has answered, or has time yet, or nobody knows since when he is silent.
 */
export function unansweredDays({ asOf, contact, customer, lastSample }: Facts, policy: Policy): number | undefined {
  const since = contact.lastIn ?? lastSample ?? customer.inquiry ?? customer.created ?? contact.last;
  return since !== undefined && asOf - since >= policy["stage.silent_days"] ? asOf - since : undefined;
}
