import { both } from "../bilingual";
import { axis, classed, othersOf, unratedLabel } from "./axis";

const NOTHING = classed("unrated", { rule: "source.nothing", word: "" });

/** Where the inquiry came from (A071–75), by the words of the policy. A cell of several keeps them all; the first is the main one. */
export const source = axis({
  id: "source",
  label: both("来源", "Source"),
  classes: {
    fair: both("展会", "Fair"),
    social: both("社媒", "Social media"),
    b2b: both("B2B 平台", "B2B platform"),
    inbound: both("主动上门", "Inbound"),
    outbound: both("主动开发", "Outbound"),
    ads: both("广告投放", "Ads"),
    referral: both("转介绍", "Referral"),
    other: both("其他", "Other"),
    unrated: unratedLabel,
  },
  classify({ customer }) {
    const { source: word, sources } = customer;
    const [main] = sources;
    if (main) return classed(main, { rule: "source.word", word, more: othersOf(sources) });
    return word === "" ? NOTHING : classed("unrated", { rule: "source.unclear", word });
  },
});
