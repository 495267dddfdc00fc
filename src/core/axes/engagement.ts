import { axis, classed, unratedLabel } from "./axis";

/** Whether he writes back, by the contact log alone (A033, X02, X03): buying is another matter. */
export const engagement = axis({
  id: "engagement",
  label: { zh: "互动", en: "Engagement" },
  classes: {
    active: { zh: "有回复", en: "Replies" },
    quiet: { zh: "无回复", en: "Quiet" },
    unrated: unratedLabel,
  },
  classify({ asOf, contact }, policy) {
    const { log, lastIn } = contact;
    if (!log) return classed("unrated", { rule: "engagement.no_log" });
    if (lastIn === undefined) return classed("quiet", { rule: "engagement.never" });
    const days = asOf - lastIn;
    const because = { rule: "engagement.wrote", days, limit: policy["engagement.days"] };
    return classed(days <= policy["engagement.days"] ? "active" : "quiet", because);
  },
});
