import { both } from "../bilingual";
import { axis, byWords, classed, unratedLabel } from "./axis";

/** How large his company is (A058): by its people, else by the words of the policy. */
export const size = axis({
  id: "size",
  label: both("公司规模", "Company size"),
  classes: {
    large: both("大型", "Large"),
    mid: both("中型", "Mid-sized"),
    small: both("小型", "Small"),
    unrated: unratedLabel,
  },
  classify({ customer }, policy) {
    const { people } = customer.size;
    if (people === undefined) return byWords("size", customer.size);
    const id = people >= policy["size.large.min"] ? "large" : people >= policy["size.mid.min"] ? "mid" : "small";
    return classed(id, { rule: "size.people", people });
  },
});
