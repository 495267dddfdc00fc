import codes from "i18n-iso-countries/codes.json";
import { describe, expect, test } from "vitest";
import { defaultRegions, REGION_IDS } from "../../../src/core/cells/regions";

describe("the region of a country", () => {
  test("every ISO code is in one of the ten regions, Antarctica alone in none", () => {
    const isos = codes.map(([iso]) => iso as string);
    expect(isos.filter((iso) => defaultRegions()[iso] === undefined)).toEqual(["AQ"]);
    expect(Object.keys(defaultRegions()).filter((iso) => !isos.includes(iso))).toEqual([]);
    expect(new Set(Object.values(defaultRegions()))).toEqual(new Set(REGION_IDS));
  });

  test.each([
    ["US", "north_america"],
    ["CA", "north_america"],
    ["MX", "latin_america"],
    ["BR", "latin_america"],
    ["VN", "southeast_asia"],
    ["AE", "middle_east"],
    ["TR", "middle_east"],
    ["IR", "middle_east"],
    ["EG", "middle_east"],
    ["MA", "africa"],
    ["SD", "africa"],
    ["CY", "europe"],
    ["UA", "europe"],
    ["XK", "europe"],
    ["DE", "europe"],
    ["RU", "cis"],
    ["BY", "cis"],
    ["MD", "cis"],
    ["AM", "cis"],
    ["AZ", "cis"],
    ["GE", "cis"],
    ["KZ", "cis"],
    ["KG", "cis"],
    ["TJ", "cis"],
    ["TM", "cis"],
    ["UZ", "cis"],
    ["AF", "south_asia"],
    ["IN", "south_asia"],
    ["TW", "east_asia"],
    ["CN", "east_asia"],
    ["MN", "east_asia"],
    ["AU", "oceania"],
  ])("%s is in %s", (iso, region) => {
    expect(defaultRegions()[iso]).toBe(region);
  });
});
