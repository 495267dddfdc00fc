import { both } from "../bilingual";
import { axis, classed, unratedLabel } from "./axis";

const NOTHING = classed("unrated", { rule: "fair.nothing", word: "" });

/** How he was at the fair (A049–51, A059): not how he buys (X01–X03). */
export const fair = axis({
  id: "fair",
  label: both("展会表现", "At the fair"),
  classes: {
    hot: both("展会活跃", "Keen"),
    warm: both("展会一般", "Interested"),
    cold: both("展会冷淡", "Cool"),
    unrated: unratedLabel,
  },
  classify({ customer }) {
    const { fairMark, fairSaid, fair: mark } = customer;
    const word = fairSaid ?? mark;
    if (fairMark) return classed(fairMark, { rule: fairSaid === undefined ? "fair.word" : "fair.note", word });
    if (word === "") return NOTHING;
    const rule = fairSaid !== undefined ? "fair.several" : "fair.unclear";
    return classed("unrated", { rule, word });
  },
});
