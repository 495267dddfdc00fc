import { axis, classed, unratedLabel } from "./axis";

/** Where the inquiry came from (A071–75), by the words of the policy. A cell of several keeps them all; the first is the main one. */
export const source = axis({
  id: "source",
  label: { zh: "来源", en: "Source" },
  classes: {
    fair: { zh: "展会", en: "Fair" },
    social: { zh: "社媒", en: "Social media" },
    b2b: { zh: "B2B 平台", en: "B2B platform" },
    inbound: { zh: "主动上门", en: "Inbound" },
    outbound: { zh: "主动开发", en: "Outbound" },
    ads: { zh: "广告投放", en: "Ads" },
    referral: { zh: "转介绍", en: "Referral" },
    other: { zh: "其他", en: "Other" },
    unrated: unratedLabel,
  },
  classify({ customer }) {
    const [main, ...more] = customer.sources;
    const because = { word: customer.source, more: more.join(" ") || undefined };
    if (main) return classed(main, { rule: "source.word", ...because });
    return classed("unrated", { rule: customer.source === "" ? "source.nothing" : "source.unclear", ...because });
  },
});
