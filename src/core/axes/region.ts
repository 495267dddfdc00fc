import type { RegionId } from "../cells/regions";
import { axis, classed, unratedLabel } from "./axis";

/** Where he is (A040, A061–65, X15): country to region by the table in the policy. */
export const region = axis({
  id: "region",
  label: { zh: "区域", en: "Region" },
  classes: {
    north_america: { zh: "北美", en: "North America" },
    southeast_asia: { zh: "东南亚", en: "Southeast Asia" },
    middle_east: { zh: "中东", en: "Middle East" },
    europe: { zh: "欧洲", en: "Europe" },
    africa: { zh: "非洲", en: "Africa" },
    latin_america: { zh: "拉美", en: "Latin America" },
    south_asia: { zh: "南亚", en: "South Asia" },
    east_asia: { zh: "东亚", en: "East Asia" },
    cis: { zh: "独联体", en: "CIS" },
    oceania: { zh: "大洋洲", en: "Oceania" },
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
