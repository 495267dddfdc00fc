import { beforeAll, describe, expect, test } from "vitest";
import { AXES } from "../../src/core/axes";
import { builtAddon, draftOf, type Office, office, reclassify, setUp, TODAY, team } from "./office";

beforeAll(builtAddon);

/** 0-based columns of the customer sheet, behind the team's five. */
const LEVEL = 5;
const TIER = 9;
const WHY = 10;

const rowOf = (it: Office, tab: string, key: string): number => it.values(tab).findIndex((row) => row[4] === key);

test("the policy sheet has its numbers on top and the rest folded, in the language of the set-up", async () => {
  const it = await office(team(), { locale: "zh_CN" });
  setUp(it);
  expect(it.store.sheets().map((id) => it.store.sheetName(id))).toEqual([
    "Customers",
    "Orders",
    "今天",
    "规则",
    "分类明细",
    "历史",
    "撤销",
  ]);
  expect(it.store.isHidden(it.sheetId("历史"))).toBe(true);
  expect(it.store.isHidden(it.sheetId("规则"))).toBe(false);
  expect(it.values("规则")[0]![0]).toBe("规则");
  expect(it.values("Customers")[0]!.slice(5)).toEqual([
    "跟进状态",
    "该跟进日",
    "未联系天数",
    "下一步",
    "等级(计算)",
    "原因",
  ]);
  expect(it.values("Customers")[1]![5]).toBe("正常");
});

test("labels in cells stay those of the set-up, whoever runs", async () => {
  const it = await office(team(), { locale: "zh_CN" });
  setUp(it);
  const before = it.values("Customers");
  // The same document, opened by somebody who reads English.
  const english = await office(team(), { locale: "en" });
  expect(english.call.open().state).toBe("new");
  reclassify(it);
  expect(it.values("Customers")).toEqual(before);
});

test("a number that is changed in the policy sheet counts from the next run", async () => {
  const it = await office(team());
  setUp(it);
  it.put("Policy", rowOf(it, "Policy", "value.B.min"), 1, 400_000);
  const { preview } = reclassify(it);
  expect(preview.changes.list.map(({ company, from, to }) => [company, from, to])).toEqual([["Bravo SARL", "B", "C"]]);
  expect(it.values("Customers")[2]![TIER]).toBe("C");
  expect(it.values("History").at(-1)!.slice(3, 8)).toEqual(["Bravo SARL", "Tier", "B", "C", "policy"]);
});

describe("a bad cell", () => {
  test.each([
    ["value.B.min", "much"],
    ["value.B.min", -1],
    ["cadence.A", 0],
    ["cadence.A", 2.5],
    ["region.DE", "Atlantis"],
    ["backlog.start", "soon"],
    ["treatment.value.B", "x".repeat(81)],
    ["value.B.min", 2_000_000],
  ])("%s = %s is named by its cell, and the last good policy stays in force", async (key, value) => {
    const it = await office(team());
    setUp(it);
    const row = rowOf(it, "Policy", key);
    it.put("Policy", row, 1, value);
    const { preview } = reclassify(it);
    expect(preview.notices.join(" ")).toContain(`Policy!B${row + 1}`);
    expect(preview.notices).toContain("Until this is mended, the last good policy stays in force.");
    expect(it.values("Customers")[2]![TIER]).toBe("B");
  });
});

describe("a changed base currency", () => {
  async function changed(rate: number): Promise<Office> {
    const it = await office(team());
    const draft = draftOf(it);
    setUp(it, { ...draft, rates: rate ? { CNY: rate } : {} });
    it.put("Policy", rowOf(it, "Policy", "currency.base"), 1, "CNY");
    return it;
  }
  const limit = (it: Office) => it.values("Policy")[rowOf(it, "Policy", "value.A.min")]![1];

  test("is asked about, and until it is answered the last good policy stays in force", async () => {
    const it = await changed(0.125);
    const { preview, home } = reclassify(it);
    expect(preview.rebased).toEqual({ from: "USD", to: "CNY" });
    expect(home.question).toEqual({ id: "base", from: "USD", to: "CNY", rate: 0.125 });
    expect(it.values("Customers")[2]![TIER]).toBe("B");
    expect(it.values("Customers")[2]![WHY]).toContain("USD");
  });

  test("without a fixed rate there is nothing to convert by", async () => {
    const it = await changed(0);
    expect(it.call.home().question).toEqual({ id: "base", from: "USD", to: "CNY", rate: null });
  });

  test.each([
    ["convert", 8_000_000, "CNY"],
    ["keep", 1_000_000, "CNY"],
    ["back", 1_000_000, "USD"],
  ])("answered with %s", async (value, expected, base) => {
    const it = await changed(0.125);
    const home = it.call.answer("base", value);
    expect(home.question).toBeNull();
    expect(limit(it)).toBe(expected);
    expect(it.values("Policy")[rowOf(it, "Policy", "currency.base")]![1]).toBe(base);
    reclassify(it);
    expect(it.values("Customers")[2]![WHY]).toContain(base);
  });
});

test("values set by their keys reach the sheet and the next run; an unknown key names the near ones", async () => {
  const it = await office(team());
  setUp(it);
  it.addon.rpc("setPolicy", { "value.B.min": "400000" });
  expect(it.values("Policy")[rowOf(it, "Policy", "value.B.min")]![1]).toBe(400_000);
  reclassify(it);
  expect(it.values("Customers")[2]![TIER]).toBe("C");
  expect(() => it.addon.rpc("setPolicy", { "value.B.minimum": "1" })).toThrow("value.B.min");
});

test("the day from which older silence counts is shown as a day, and counted from at the next run", async () => {
  const it = await office(team());
  setUp(it);
  const row = rowOf(it, "Policy", "backlog.start");
  const cell = { top: row, left: 1, bottom: row, right: 1 };
  const policy = it.sheetId("Policy");
  expect([it.values("Policy")[row]![1], it.store.formats(policy, cell)]).toEqual(["", [["yyyy-mm-dd"]]]);
  expect(it.values("Customers")[3]![LEVEL]).toBe("Overdue");
  it.put("Policy", row, 1, { day: TODAY - 2 });
  reclassify(it);
  expect(it.values("Customers")[3]![LEVEL]).toBe("On track");
  it.addon.rpc("setPolicy", { "backlog.start": "2026-11-21" });
  expect([it.values("Policy")[row]![1], it.store.formats(policy, cell)]).toEqual([TODAY - 1, [["yyyy-mm-dd"]]]);
});

test("each number has the format of its kind, so that no point stands behind a whole one", async () => {
  const it = await office(team());
  const draft = draftOf(it);
  setUp(it, { ...draft, limits: { ...draft.limits, C: 99_000.5 } });
  const formatOf = (key: string) => {
    const row = rowOf(it, "Policy", key);
    return it.store.formats(it.sheetId("Policy"), { top: row, left: 1, bottom: row, right: 1 })[0]![0];
  };
  const formats: [string, string][] = [
    ["value.A.min", "#,##0"],
    ["value.C.min", "#,##0.00"],
    ["cadence.D", "#,##0"],
    ["today.max", "#,##0"],
    ["punctual.min_share", "#,##0"],
    ["activity.active.times", "0.0###"],
    ["rate.EUR", "0.0#######"],
    ["backlog.start", "yyyy-mm-dd"],
    ["currency.base", "@"],
    ["source.fair", "@"],
    ["label.value.A", "@"],
  ];
  expect(formats.map(([key]) => [key, formatOf(key)])).toEqual(formats);
});

test("a policy that the person sorted is still read by its keys", async () => {
  const it = await office(team());
  setUp(it);
  const rows = it.values("Policy").length;
  it.sort(
    "Policy",
    Array.from({ length: rows - 1 }, (_, i) => rows - 2 - i),
  );
  const { preview } = reclassify(it);
  expect(preview.notices).toEqual([]);
  expect(preview.cells).toBe(0);
});

test("a column that the team puts in at the left of the policy does not hide its values", async () => {
  const it = await office(team());
  setUp(it);
  it.store.insertColumns(it.sheetId("Policy"), 0, 1);
  const row = it.values("Policy").findIndex((cells) => cells[5] === "value.B.min");
  it.put("Policy", row, 2, 400_000);
  const { preview } = reclassify(it);
  expect(preview.notices).toEqual([]);
  expect(it.values("Customers")[2]![TIER]).toBe("C");
  it.addon.rpc("setPolicy", { "value.B.min": "300000" });
  expect(it.values("Policy")[row]!.slice(0, 4)).toEqual(["", "Tier B: from (included)", 300_000, "USD"]);
});

describe("a policy whose keys are gone", () => {
  test.each([
    ["the key column deleted", (it: Office) => it.store.deleteColumns(it.sheetId("Policy"), 4, 1), "Policy: "],
    [
      "all rows deleted",
      (it: Office) => it.store.deleteRows(it.sheetId("Policy"), 0, it.values("Policy").length),
      "Policy: ",
    ],
    ["a key edited", (it: Office) => it.put("Policy", rowOf(it, "Policy", "value.B.min"), 4, "B"), "Policy!E"],
  ])("%s: a notice says so, and the last good policy stays in force", async (_, damage, place) => {
    const it = await office(team());
    setUp(it);
    damage(it);
    const { preview } = reclassify(it);
    expect(preview.notices[0]).toMatch(new RegExp(`^${place}.*hidden column of keys is gone or damaged`));
    expect(preview.notices).toContain("Until this is mended, the last good policy stays in force.");
    expect(it.values("Customers")[2]![TIER]).toBe("B");
    expect(it.call.home().notices).toEqual(preview.notices);
  });

  test("is made anew by the set-up once its sheet is deleted", async () => {
    const it = await office(team());
    setUp(it);
    it.addon.rpc("setPolicy", { "value.B.min": "400000" });
    it.store.deleteSheet(it.sheetId("Policy"));
    setUp(it);
    expect(it.values("Policy")[rowOf(it, "Policy", "value.B.min")]![1]).toBe(400_000);
    expect(it.call.home().notices).toEqual([]);
  });
});

test("Remove Tierbook takes everything of ours away and leaves the team's sheets as they were", async () => {
  const it = await office(team());
  const before = [it.values("Customers"), it.values("Orders")];
  const rules = [
    {
      condition: { type: "text_contains" as const, text: "Amy" },
      style: { fill: "#ffff00" },
      zones: [{ top: 1, left: 2, bottom: 9, right: 2 }],
    },
  ];
  it.store.setRules(it.sheetId("Customers"), rules);
  setUp(it);
  it.call.switchOn(8);
  const plan = it.call.removalPlan().lines;
  expect(plan).toEqual([
    { goes: "columns", sheet: "Customers", headers: it.values("Customers")[0]!.slice(5) },
    { goes: "rules", sheet: "Customers" },
    ...["Today", "Policy", "Classes", "History", "Undo"].map((name) => ({ goes: "tab", name })),
    { goes: "name", name: "TIERBOOK_DAY" },
    { goes: "schedule", owner: "" },
    { goes: "settings" },
  ]);
  expect(it.values("Customers")[0]).toHaveLength(11);
  expect(it.call.remove().lines).toEqual(plan);
  expect([it.values("Customers"), it.values("Orders")]).toEqual(before);
  expect(it.store.sheets().map((id) => it.store.sheetName(id))).toEqual(["Customers", "Orders"]);
  expect(it.store.rules(it.sheetId("Customers"))).toEqual(rules);
  expect(it.store.pins()).toEqual([]);
  expect(it.store.name("TIERBOOK_DAY")).toBeUndefined();
  expect(it.runtime.triggers).toEqual([]);
  expect(it.runtime.save().documentProperties).toEqual({});
  expect(it.call.open().state).toBe("new");
  expect(it.call.removalPlan().lines).toEqual([]);
});

test("the rows of a run without a sidebar are ids with ISO days", async () => {
  const it = await office(team());
  setUp(it);
  const results = it.addon.rpc("results") as { rows: unknown[]; customers: number; changed: number };
  expect(results).toMatchObject({ customers: 5, orders: 8, changed: 0 });
  expect(results.rows[0]).toEqual({
    row: 2,
    value: "B",
    stage: "4",
    frequency: "low",
    activity: "active",
    engagement: "unrated",
    region: "europe",
    source: "unrated",
    fair: "unrated",
    relation: "growing",
    loyalty: "not_loyal",
    potential: "unrated",
    locality: "unrated",
    identity: "unrated",
    industry: "unrated",
    product: "unrated",
    size: "unrated",
    followup: "fresh",
    urgency: "on_track",
    due: "2026-12-19",
    days: 3,
    rule: 8,
    next_step: expect.stringContaining("order"),
    why: expect.stringContaining("USD 1,600,000"),
    treatments: expect.stringMatching(/^stage\.4 relation\.growing value\.B region\.europe/),
    next: expect.stringMatching(/^Any order by 2027-05-03 lifts the tier to A; /),
    amount_365: "1600000.00",
    orders: 3,
    first_order: "2025-07-10",
    last_order: "2026-11-02",
    own_gap: 240,
    amount_missing_rate: 0,
    // Three orders of one customer are too few for days, and five customers for a chance.
    next_order: "",
    chance_90: "",
    expected_90: "",
  });
  expect(results).toHaveProperty(
    "axes",
    AXES.map(({ id }) => id),
  );
  expect(TODAY).toBe(46_348);
});
