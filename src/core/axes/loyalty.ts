import { both } from "../bilingual";
import { axis, classed } from "./axis";

/** Whether he will stay (A024–26, X14): by what the orders, the payments and his own mark show, never by a feeling. */
export const loyalty = axis({
  id: "loyalty",
  label: both("忠诚度", "Loyalty"),
  classes: {
    loyal: both("忠诚", "Loyal"),
    potential: both("潜在忠诚", "Potentially loyal"),
    not_loyal: both("非忠诚", "Not loyal"),
    unrated: both("数据不足", "Too little data"),
  },
  classify(facts, policy) {
    const { asOf, customer, purchases = 0, firstOrder } = facts;
    const { satisfaction } = customer;
    if (satisfaction === undefined && purchases < policy["loyalty.min_purchases"])
      return classed("unrated", { rule: "loyalty.too_little", purchases, limit: policy["loyalty.min_purchases"] });
    const steady = facts.steadyOn(asOf);
    const punctual = facts.punctualOn(asOf);
    const years = policy["loyalty.years"];
    // In 365ths, so that a limit that is met exactly is met. What is not known is left out, and the rest scaled to 100.
    let got = 0;
    let most = 0;
    const part = (points: number, earned: number) => {
      most += points * 365;
      got += earned;
    };
    if (steady !== undefined) part(policy["loyalty.steady"], steady ? policy["loyalty.steady"] * 365 : 0);
    if (firstOrder !== undefined) part(years, Math.min(years * 365, policy["loyalty.year"] * (asOf - firstOrder)));
    if (punctual !== undefined) part(policy["loyalty.punctual"], punctual ? policy["loyalty.punctual"] * 365 : 0);
    if (satisfaction !== undefined)
      part(policy["loyalty.satisfaction"], (policy["loyalty.satisfaction"] * 365 * satisfaction) / 5);
    if (!most)
      return classed("unrated", { rule: "loyalty.too_little", purchases, limit: policy["loyalty.min_purchases"] });
    const lost = customer.complaint ? policy["loyalty.complaint"] : 0;
    const hundred = Math.min(100 * most, Math.max(0, 100 * got - lost * most));
    const because = {
      rule: "loyalty.points",
      // Rounded down: 69.96 is not the 70 that it would be shown as.
      points: Math.floor((10 * hundred) / most) / 10,
      steady,
      punctual,
      satisfaction,
      since: firstOrder,
      complaint: customer.complaint ? true : undefined,
    };
    if (hundred >= policy["loyalty.loyal.min"] * most) return classed("loyal", because);
    return classed(hundred >= policy["loyalty.potential.min"] * most ? "potential" : "not_loyal", because);
  },
});
