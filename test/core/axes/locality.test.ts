import { describe, expect, test } from "vitest";
import { classIn } from "../makers";

const at = (iso: string | undefined, city: string, home: Readonly<Record<string, unknown>>) =>
  classIn("locality", {
    customer: { country: iso === undefined ? undefined : { iso, byCity: false }, city },
    policy: home,
  });

const NINGBO = { "home.country": "CN", "home.city": "宁波" };

describe("near or far (A016, A055–57, X15)", () => {
  test.each([
    ["CN", "宁波", NINGBO, "local"],
    ["CN", "宁波市", NINGBO, "local"],
    ["CN", "浙江宁波", NINGBO, "local"],
    ["CN", "上海", NINGBO, "domestic"],
    ["CN", "", NINGBO, "unrated"],
    ["CN", "", { "home.country": "CN" }, "domestic"],
    ["GB", "New York", { "home.country": "GB", "home.city": "York" }, "domestic"],
    ["GB", "York, UK", { "home.country": "GB", "home.city": "York" }, "local"],
    ["DE", "Berlin", NINGBO, "international"],
    ["DE", "宁波", NINGBO, "international"], // the country speaks first
    ["TW", "", NINGBO, "international"],
    ["CN", "宁波", { "home.country": "CN" }, "domestic"],
    ["CN", "宁波", { "home.country": "CN", "home.city": "宁波市" }, "local"],
    ["DE", " BERLIN ", { "home.country": "Germany", "home.city": "Berlin" }, "local"],
    ["DE", "Hamburg", { "home.country": "Germany", "home.city": "Berlin" }, "domestic"],
  ] as const)("a customer in %s, %j, of a team in %j is %s", (iso, city, home, expected) => {
    expect(at(iso, city, home).id).toBe(expected);
  });
  test.each([
    ["CN", "上海", NINGBO, { rule: "locality.city", city: "上海" }],
    ["CN", "", NINGBO, { rule: "locality.no_city", country: "CN" }],
    ["DE", "Berlin", NINGBO, { rule: "locality.country", country: "DE" }],
    [undefined, "宁波", NINGBO, { rule: "region.nothing" }],
    ["CN", "宁波", {}, { rule: "locality.no_home" }],
    ["CN", "宁波", { "home.city": "宁波" }, { rule: "locality.no_home" }],
  ] as const)("in %s, %j, of a team in %j: the reason is %j", (iso, city, home, because) => {
    expect(at(iso, city, home).because).toEqual(because);
  });
  test("nobody is near or far where the country, or our own, is not known", () => {
    expect(at(undefined, "宁波", NINGBO).id).toBe("unrated");
    expect(at("CN", "宁波", {}).id).toBe("unrated");
    const unread = { unclear: new Set(["country" as const]) };
    expect(classIn("locality", { customer: unread, policy: NINGBO })).toEqual({
      id: "unrated",
      because: { rule: "region.unclear" },
    });
  });
});
