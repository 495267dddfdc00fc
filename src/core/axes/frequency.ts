import { both } from "../bilingual";
import { type Facts, median } from "../facts";
import { axis, classed, unrated, unratedLabel } from "./axis";

export const NO_SOURCE = unrated("orders.no_source");
const UNCLEAR = unrated("orders.unclear");
const ELSEWHERE = unrated("orders.bought_elsewhere");
const NONE = classed("none", { rule: "orders.none" });

/** How often he buys (A001–3, A018–20, A085–86): the median gap of purchases; a longer silence counts too (X08). */
export const frequency = axis({
  id: "frequency",
  label: both("采购频率", "Frequency"),
  classes: {
    high: both("高频", "High"),
    mid: both("中频", "Mid"),
    low: both("低频", "Low"),
    single: both("仅一单", "Single order"),
    none: both("无订单", "No order"),
    unrated: unratedLabel,
  },
  classify(facts, policy) {
    const { purchases, ownGap, openGap, gaps } = facts;
    if (!facts.orderSource) return NO_SOURCE;
    if (facts.found === "none") return notFound(facts);
    if (purchases === 1) return classed("single", { rule: "frequency.single", lastOrder: facts.lastOrder });
    if (purchases === undefined || ownGap === undefined) return classed("unrated", { rule: "frequency.unknown_gap" });
    const silent = openGap !== undefined && openGap > ownGap;
    const gap = silent ? median([...gaps, openGap].sort((a, b) => a - b)) : ownGap;
    const because = { rule: "frequency.gap", gap, purchases, openGap: silent ? openGap : undefined };
    if (gap <= policy["frequency.high.max"] && purchases >= policy["frequency.high.min_purchases"])
      return classed("high", because);
    return classed(gap <= policy["frequency.mid.max"] ? "mid" : "low", because);
  },
});

const BOUGHT = ["first_order", "last_order", "order_count", "annual", "lifetime"] as const;

/** No order was found although there is an order source: he never bought, or we cannot tell. */
export function notFound({ hasBought, unread, customer }: Facts) {
  const hidden = unread || BOUGHT.some((field) => customer.unclear.has(field));
  if (hasBought) return ELSEWHERE;
  return hidden ? UNCLEAR : NONE;
}
