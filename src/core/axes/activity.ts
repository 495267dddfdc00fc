import { both } from "../bilingual";
import { axis, classed, unratedLabel } from "./axis";
import { NO_SOURCE, notFound } from "./frequency";

/** Whether he still buys (A037–39, A045, A087), by orders alone (X02, X03). */
export const activity = axis({
  id: "activity",
  label: both("活跃度", "Activity"),
  classes: {
    active: both("活跃", "Active"),
    lapsing: both("待激活", "Lapsing"),
    dormant: both("沉睡", "Dormant"),
    none: both("未成交", "Not bought"),
    unrated: unratedLabel,
  },
  classify(facts, policy) {
    const { openGap, ownGap = 0 } = facts;
    if (!facts.orderSource) return NO_SOURCE;
    if (facts.found === "none") return notFound(facts);
    if (openGap === undefined) return classed("unrated", { rule: "activity.unknown_last" });
    const active = Math.max(policy["activity.active.days"], policy["activity.active.times"] * ownGap);
    const dormant = Math.max(policy["activity.dormant.days"], policy["activity.dormant.times"] * ownGap);
    if (openGap <= active) return classed("active", { rule: "activity.active", openGap, limit: active });
    if (openGap > dormant) return classed("dormant", { rule: "activity.dormant", openGap, limit: dormant });
    return classed("lapsing", { rule: "activity.lapsing", openGap, limit: active });
  },
});
