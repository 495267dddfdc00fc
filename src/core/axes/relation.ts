import { both } from "../bilingual";
import type { Facts } from "../facts";
import type { Policy } from "../policy/fields";
import { axis, classed, unratedLabel } from "./axis";
import { NO_SOURCE, notFound } from "./frequency";

const PROSPECT = classed("prospect", { rule: "relation.prospect" });

/** Where he and we stand with each other (A007–9, A027–30, A042, A052–54, X10–X12). */
export const relation = axis({
  id: "relation",
  label: both("客户关系", "Relation"),
  classes: {
    prospect: both("潜在(未成交)", "Prospect"),
    new: both("新客户", "New"),
    growing: both("成长期", "Growing"),
    mature: both("成熟期", "Mature"),
    declining: both("下滑", "Declining"),
    once: both("一单未返", "Once only"),
    won_back: both("挽回", "Won back"),
    lost: both("流失", "Lost"),
    unrated: unratedLabel,
  },
  classify(facts, policy) {
    const { asOf, purchases, ownGap = 0, openGap, lastOrder } = facts;
    if (!facts.orderSource) return NO_SOURCE;
    if (facts.found === "none") {
      const unknown = notFound(facts);
      return unknown.id === "none" ? PROSPECT : unknown;
    }
    const end = endOf(facts);
    if (end) return classed("lost", { rule: "relation.ended", word: end.word, day: end.day });
    if (openGap === undefined) return classed("unrated", { rule: "activity.unknown_last" });
    const lostAfter = Math.max(policy["relation.lost.days"], policy["relation.lost.times"] * ownGap);
    if (openGap > lostAfter) return classed("lost", { rule: "relation.lost", openGap, limit: lostAfter });
    if (purchases === undefined) return classed("unrated", { rule: "relation.unknown_count", lastOrder });
    const back = wonBackAfter(facts, policy);
    if (back) return classed("won_back", { rule: "relation.won_back", lastOrder, gap: back });
    if (purchases === 1) {
      // An order sheet that begins late does not know what came before it; a typed first order does.
      const first = facts.firstOrder ?? (facts.found === "typed" ? lastOrder : undefined);
      const isNew = first !== undefined && asOf - first <= policy["relation.new.days"];
      return classed(isNew ? "new" : "once", { rule: isNew ? "relation.new" : "relation.once", openGap, lastOrder });
    }
    const declinesAfter = Math.max(policy["relation.declining.days"], policy["relation.declining.times"] * ownGap);
    if (openGap > declinesAfter)
      return classed("declining", { rule: "relation.declining", openGap, limit: declinesAfter });
    const since = facts.firstOrder;
    const because = { rule: "relation.buys", purchases, since };
    const mature =
      since !== undefined &&
      asOf - since >= policy["relation.mature.days"] &&
      purchases >= policy["relation.mature.purchases"];
    return classed(mature ? "mature" : "growing", because);
  },
});

/** He said that he leaves, and has not ordered since; without a day he said so at the last contact. */
function endOf({ customer, contact, lastOrder }: Facts) {
  const { ended } = customer;
  if (!ended) return undefined;
  const day = ended.day ?? contact.last;
  return day !== undefined && lastOrder! > day ? undefined : ended;
}

/** The silence that his last purchase ended, where it was so long that he had been lost. */
function wonBackAfter(facts: Facts, policy: Policy): number | undefined {
  const { asOf, openGap } = facts;
  // Most have been silent for longer, and need not be looked at further.
  const back = openGap! <= policy["relation.won_back.days"] ? facts.lastReturn() : undefined;
  if (!back || asOf - back.day > policy["relation.won_back.days"]) return undefined;
  const long = Math.max(policy["relation.lost.days"], policy["relation.lost.times"] * (back.before || 0));
  return back.gap > long ? back.gap : undefined;
}
