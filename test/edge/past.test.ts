import { beforeAll, describe, expect, test } from "vitest";
import { builtAddon, office, setUp, TODAY, team } from "./office";

beforeAll(builtAddon);

describe("a past day", () => {
  test("tells how many had which tier and level then and now, and whose are others", async () => {
    const it = await office(team(), { sharesLoaded: true });
    setUp(it);
    // 2026-08-04: a hundred and ten days ago, before the last orders of Acme and Bravo.
    const { day, today, tiers, levels, moved } = it.call.past("2026-08-04");
    expect([day, today]).toEqual(["2026-08-04", "2026-11-22"]);
    expect(tiers.map(({ id, was, now }) => [id, was, now])).toEqual([
      ["A", 0, 0],
      ["B", 1, 2],
      ["C", 0, 0],
      ["D", 2, 1],
      ["unrated", 2, 2],
    ]);
    expect(levels.reduce((sum, { was }) => sum + was, 0)).toBe(5);
    expect(moved.list[0]).toMatchObject({
      company: "Bravo SARL",
      key: "name:bravo sarl#1",
      tier: { was: "D", now: "B", whyThen: "provisional · USD 10,000 in 365 days", whyNow: "USD 350,000 in 365 days" },
    });
    expect(moved.list[0]!.level).toMatchObject({
      whyThen: "Tier D: every 90 days from the last order (no contact is known), 2025-08-19",
      whyNow: "Tier B: every 30 days from the last contact, 2026-10-13",
    });
    expect(moved.list[0]!.place).toMatchObject({ sheet: "Customers", a1: "A3" });
    expect(moved.list.slice(1).map(({ tier }) => tier)).toEqual(Array(moved.total - 1).fill(null));
  });

  test("names at most 50 and counts the rest, and writes nothing", async () => {
    const rows = Array.from({ length: 60 }, (_, i) => [`Company ${i} Ltd`, "Germany", { day: TODAY - 2 }]);
    const it = await office([{ name: "Customers", rows: [["Company", "Country", "Last contact"], ...rows] }], {
      sharesLoaded: true,
    });
    setUp(it);
    it.runtime.calls.reset();
    const { moved } = it.call.past("2026-11-01");
    expect([moved.total, moved.list.length]).toEqual([60, 50]);
    expect(it.runtime.calls.log.filter((name) => /\.(set|insert|delete|clear|append|add)/.test(name))).toEqual([]);
  });

  test.each(["2026-11-22", "2027-01-01", "yesterday", ""])("must lie before today: %s", async (day) => {
    const it = await office(team(), { sharesLoaded: true });
    setUp(it);
    expect(() => it.call.past(day)).toThrow("Choose a day before today.");
  });
});
