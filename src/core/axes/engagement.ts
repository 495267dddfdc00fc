import { both } from "../bilingual";
import { axis, classed, unrated, unratedLabel } from "./axis";

const NO_LOG = unrated("engagement.no_log");

/** Whether he writes back, by the contact log alone (A033, X02, X03): buying is another matter. */
export const engagement = axis({
  id: "engagement",
  label: both("互动", "Engagement"),
  classes: {
    active: both("有回复", "Replies"),
    quiet: both("无回复", "Quiet"),
    unrated: unratedLabel,
  },
  classify({ asOf, contact }, policy) {
    const { log, lastIn } = contact;
    if (!log) return NO_LOG;
    if (lastIn === undefined) return classed("quiet", { rule: "engagement.never" });
    const days = asOf - lastIn;
    const because = { rule: "engagement.wrote", days, limit: policy["engagement.days"] };
    return classed(days <= policy["engagement.days"] ? "active" : "quiet", because);
  },
});
