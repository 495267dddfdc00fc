import { both } from "../bilingual";
import { foldText } from "../cells/text";
import { axis, classed, unrated, unratedLabel } from "./axis";

const NO_HOME = unrated("locality.no_home");

/** Near or far (A016, A055–57, X15): by the team's own country and city, which the policy names. */
export const locality = axis({
  id: "locality",
  label: both("本地/外地", "Near or far"),
  classes: {
    local: both("本地", "Local"),
    domestic: both("外地", "Elsewhere in the country"),
    international: both("国际", "International"),
    unrated: unratedLabel,
  },
  classify({ customer }, policy) {
    const home = policy["home.country"];
    const country = customer.country?.iso;
    if (!home) return NO_HOME;
    if (!country)
      return classed("unrated", { rule: customer.unclear.has("country") ? "region.unclear" : "region.nothing" });
    if (country !== home) return classed("international", { rule: "locality.country", country });
    const city = policy["home.city"];
    // Without a city of its own the team tells only its country from abroad.
    if (!city) return classed("domestic", { rule: "locality.no_city", country });
    if (!customer.city) return classed("unrated", { rule: "locality.no_city", country });
    const near = isIn(foldText(customer.city), foldText(city).replace(/市$/, ""));
    return classed(near ? "local" : "domestic", { rule: "locality.city", city: customer.city });
  },
});

/** 宁波市北仑区 is in 宁波; New York is not in York, but "York, UK" is. */
const isIn = (place: string, city: string): boolean =>
  /[\u3400-\u9fff]/.test(city) ? place.includes(city) : place.split(/ ?[,;/|(] ?/).includes(city);
