import { axis, classed, unratedLabel } from "./axis";

/** Which letter fits (A091–94, X19), by days since the last contact. How urgent it is, is another matter (X18). */
export const followup = axis({
  id: "followup",
  label: { zh: "跟进阶段", en: "Letter" },
  classes: {
    aftersale: { zh: "售后问候", en: "After-sale" },
    fresh: { zh: "刚接触", en: "Fresh" },
    week: { zh: "一周以上", en: "Over a week" },
    month: { zh: "一月以上", en: "Over a month" },
    quarter: { zh: "一季以上", en: "Over a quarter" },
    unrated: unratedLabel,
  },
  classify(facts, policy) {
    const { asOf, aftersaleDelivery, customer } = facts;
    const { lastContact } = customer;
    // It may have been yesterday: neither a letter nor its absence can be told.
    if (customer.unclear.has("last_contact")) return classed("unrated", { rule: "contact.unclear" });
    if (aftersaleDelivery !== undefined && !(lastContact! >= aftersaleDelivery + policy["aftersale.from"]))
      return classed("aftersale", { rule: "followup.aftersale", delivered: aftersaleDelivery });
    if (lastContact === undefined) return classed("unrated", { rule: "contact.never" });
    const days = asOf - lastContact;
    const because = { rule: "followup.days", days };
    if (days <= policy["followup.fresh.max"]) return classed("fresh", because);
    if (days <= policy["followup.week.max"]) return classed("week", because);
    return classed(days <= policy["followup.month.max"] ? "month" : "quarter", because);
  },
});
