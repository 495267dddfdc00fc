import { both } from "../bilingual";
import type { RegionId } from "../cells/regions";
import { axis, classed, unratedLabel } from "./axis";

/** Where he is (A040, A061–65, X15): country to region by the table in the policy. */
export const region = axis({
  id: "region",
  label: both("区域", "Region"),
  classes: {
    north_america: both("北美", "North America"),
    southeast_asia: both("东南亚", "Southeast Asia"),
    middle_east: both("中东", "Middle East"),
    europe: both("欧洲", "Europe"),
    africa: both("非洲", "Africa"),
    latin_america: both("拉美", "Latin America"),
    south_asia: both("南亚", "South Asia"),
    east_asia: both("东亚", "East Asia"),
    cis: both("独联体", "CIS"),
    oceania: both("大洋洲", "Oceania"),
    unrated: unratedLabel,
  },
  classify({ customer }, policy) {
    if (!customer.country)
      return classed("unrated", { rule: customer.unclear.has("country") ? "region.unclear" : "region.nothing" });
    const { iso, byCity } = customer.country;
    const found = policy[`region.${iso}`] as RegionId | undefined;
    const because = {
      rule: byCity ? "region.city" : "region.country",
      country: iso,
      city: byCity ? customer.city : undefined,
    };
    // Antarctica and the like: a country is known, but no region of the policy holds it.
    return found ? classed(found, because) : classed("unrated", { ...because, rule: "region.no_region" });
  },
});
