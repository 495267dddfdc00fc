import { describe, expect, test } from "vitest";
import { defaultRegions, REGION_IDS } from "../../../src/core/cells/regions";
import { classIn } from "../makers";

const region = (iso: string, policy?: Readonly<Record<string, unknown>>) =>
  classIn("region", { customer: { country: { iso, byCity: false } }, policy });

describe("country to region, M49 with what the trade settled (X15)", () => {
  test.each([
    ["north_america", "US CA"],
    ["southeast_asia", "VN TH ID MY PH SG KH MM LA BN TL"],
    ["middle_east", "AE SA IR EG TR IL IQ QA KW OM BH JO LB SY YE PS"],
    ["europe", "DE FR GB UA CY XK PL RS NO CH"],
    ["africa", "ZA NG KE MA DZ TN LY ET GH SD"],
    ["latin_america", "MX BR AR CL CO PE PA CU DO"],
    ["south_asia", "IN PK BD LK NP AF"],
    ["east_asia", "CN JP KR TW HK MO MN"],
    ["cis", "RU BY MD AM AZ GE KZ KG TJ TM UZ"],
    ["oceania", "AU NZ FJ PG"],
  ])("%s holds %s", (expected, countries) => {
    for (const iso of countries.split(" ")) expect([iso, region(iso).id]).toEqual([iso, expected]);
  });
  test("every country is in one region only, and every region has countries", () => {
    const all = Object.keys(defaultRegions());
    expect(all.length).toBe(249); // 249 codes of ISO 3166-1 less Antarctica, and Kosovo
    expect(new Set(Object.values(defaultRegions()))).toEqual(new Set(REGION_IDS));
  });
  test("Antarctica is in none", () => {
    expect(region("AQ")).toEqual({
      id: "unrated",
      because: { rule: "region.no_region", country: "AQ", city: undefined },
    });
  });
  test("the team may move a country", () => {
    expect(region("TR", { "region.TR": "europe" }).id).toBe("europe");
    expect(region("TR", { "region.TR": "欧洲" }).id).toBe("europe");
  });
  test("a blank country is unrated, an unreadable one too, and the reasons differ", () => {
    expect(classIn("region", {})).toEqual({ id: "unrated", because: { rule: "region.nothing" } });
    const unclear = new Set(["country"] as const);
    expect(classIn("region", { customer: { unclear } })).toEqual({
      id: "unrated",
      because: { rule: "region.unclear" },
    });
  });
  test("a country known by the city says so", () => {
    const given = { customer: { country: { iso: "AE", byCity: true }, city: "Dubai" } };
    expect(classIn("region", given)).toEqual({
      id: "middle_east",
      because: { rule: "region.city", country: "AE", city: "Dubai" },
    });
  });
});
