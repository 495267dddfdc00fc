import { describe, expect, test } from "vitest";
import type { Language } from "../../../src/core/bilingual";
import type { Cell } from "../../../src/core/cells/cell";
import type { Policy } from "../../../src/core/policy/fields";
import { defaultPolicy, policyFields, policyFrom } from "../../../src/core/policy/policy";
import { allowedIn, POLICY_COLUMNS, policyRows, readPolicySheet } from "../../../src/core/policy/sheet";

/** The cells of the policy sheet, as the edge writes them. */
const cellsOf = (policy: Policy, language: Language): Cell[][] =>
  policyRows(policy, language).map((row) =>
    row.kind === "value" ? [row.label, row.value, row.unit, row.allowed, row.field.key] : [row.text, "", "", "", ""],
  );

/** The same with one value typed over. */
const typed = (key: string, value: Cell, policy = defaultPolicy(), language: Language = "en") =>
  cellsOf(policy, language).map((row) => (row[POLICY_COLUMNS.key] === key ? [row[0]!, value, ...row.slice(2)] : row));

const own = policyFrom({
  "cadence.A": 5,
  "currency.base": "EUR",
  "value.A.min": 2_000_000.5,
  "order.listed": "hold, 争议",
  "region.TR": "europe",
  "label.value.A": "Key",
  "label.frequency.high": "Often",
  "rate.CNY": 0.13,
  "backlog.start": 46_203,
  "treatment.source.fair": "Call him",
}).policy;

describe.each(["en", "zh"] as const)("the policy sheet in %s", (language) => {
  test.each([
    ["of a team that changed nothing", defaultPolicy()],
    ["of a team with its own rules", own],
  ])("%s reads back as it was written", (_, policy) => {
    const { policy: back, problems } = readPolicySheet(cellsOf(policy, language), defaultPolicy(), language);
    expect(problems).toEqual([]);
    expect(back).toEqual(policy);
  });
  test("has a row for every value, the dozen on top and the rest under advanced", () => {
    const rows = policyRows(defaultPolicy(), language);
    const values = rows.filter((row) => row.kind === "value");
    expect(values.map((row) => row.field.key).sort()).toEqual(
      policyFields()
        .list.map(({ key }) => key)
        .sort(),
    );
    const section = rows.findIndex((row) => row.kind === "section");
    rows.forEach((row, at) => {
      if (row.kind === "value") expect([row.field.key, row.advanced]).toEqual([row.field.key, at > section]);
    });
    expect(values.every((row) => row.label && row.allowed)).toBe(true);
  });
  test("says what is allowed for every kind of value", () => {
    for (const { field, allowed } of policyRows(own, language).filter((row) => row.kind === "value"))
      expect(allowed).toBe(allowedIn(field, own, language));
  });
  test("a default word in a label's cell means the default word", () => {
    const { policy } = readPolicySheet(cellsOf(own, language), own, language);
    expect(policy["label.frequency.mid"]).toBe("");
    expect(policy["label.frequency.high"]).toBe("Often");
  });
});

test("rows may stand in any order", () => {
  const cells = cellsOf(own, "en").reverse();
  expect(readPolicySheet(cells, defaultPolicy(), "en")).toMatchObject({ policy: own, problems: [] });
});

test("a row that is gone keeps its last good value", () => {
  const cells = cellsOf(own, "en").filter((row) => row[POLICY_COLUMNS.key] !== "cadence.A");
  expect(readPolicySheet(cells, own, "en").policy["cadence.A"]).toBe(5);
});

test("a row of the team's own, without a key, is passed over", () => {
  const cells = [...cellsOf(own, "en"), ["our note", 999, "", "", ""], ["another", 5, "", "", "cadence.Z"], []];
  expect(readPolicySheet(cells, defaultPolicy(), "en")).toMatchObject({ policy: own, problems: [] });
});

describe("columns that the team put in", () => {
  test.each([0, 1, 2, 3, 4, 5])(
    "before column %i: the values are still read, and a mistake is named where it stands",
    (at) => {
      const wider = (cells: Cell[][]) => cells.map((row) => [...row.slice(0, at), at === 2 ? 7 : "", ...row.slice(at)]);
      expect(readPolicySheet(wider(cellsOf(own, "en")), defaultPolicy(), "en")).toMatchObject({
        policy: own,
        problems: [],
      });
      const { problems } = readPolicySheet(wider(typed("cadence.A", "often", own)), own, "en");
      expect(problems.map(({ column }) => column)).toEqual([at <= 1 ? 2 : 1]);
    },
  );
});

describe("keys that are gone", () => {
  const keyless = (gone: (key: Cell) => boolean, instead: Cell = "") =>
    typed("value.B.min", 400_000).map((row) => (gone(row[4]!) ? [...row.slice(0, 4), instead] : row));

  test.each([
    ["all rows deleted", [[""]] as Cell[][], undefined],
    ["the key column deleted", cellsOf(own, "en").map((row) => row.slice(0, 4)), undefined],
    ["one key deleted", keyless((key) => key === "value.B.min"), 4],
    ["one key edited", keyless((key) => key === "value.B.min", "value.B.mn"), 4],
    ["most keys deleted", keyless((key) => key !== "currency.base"), 3],
  ])("%s: the last good policy stays in force, and the sheet is named", (_, cells, row) => {
    const { policy, problems } = readPolicySheet(cells, own, "en");
    expect(policy).toBe(own);
    expect(problems.map(({ problem }) => problem.code)).toEqual(["keys_lost"]);
    expect(problems[0]!.row).toBe(row);
  });
});

test("a day stands in its cell as a day, and none as an empty cell", () => {
  const cellIn = (policy: Policy) =>
    cellsOf(policy, "en").find((row) => row[POLICY_COLUMNS.key] === "backlog.start")![POLICY_COLUMNS.value];
  expect(cellIn(own)).toEqual({ day: 46_203 });
  expect(cellIn(defaultPolicy())).toBe("");
  expect(readPolicySheet(typed("backlog.start", "", own), own, "en").policy["backlog.start"]).toBe(0);
});

test("a blank cell is the default", () => {
  expect(readPolicySheet(typed("cadence.A", "", own), own, "en").policy["cadence.A"]).toBe(14);
});

test.each([
  ["cadence.A", "often"],
  ["value.A.min", "a lot"],
  ["cadence.A", 0],
  ["currency.base", "dollars"],
  ["region.TR", "Atlantis"],
  ["backlog.start", "soon"],
  ["backlog.start", 14],
  ["treatment.source.fair", "x".repeat(81)],
] as [string, Cell][])("%s: %j keeps the last good policy, whole, and names the cell", (key, value) => {
  const cells = typed(key, value, own);
  cells[2]![POLICY_COLUMNS.value] = key === "currency.base" ? value : "CNY";
  const { policy, problems } = readPolicySheet(cells, own, "en");
  expect(policy).toBe(own);
  expect(problems).toMatchObject([
    {
      problem: { code: "bad_value", key },
      row: cells.findIndex((row) => row[POLICY_COLUMNS.key] === key),
      column: POLICY_COLUMNS.value,
    },
  ]);
});

test("limits that cross name the cell of the lower one", () => {
  const cells = typed("value.B.min", 1_000_001);
  const { policy, problems } = readPolicySheet(cells, own, "en");
  expect(policy).toBe(own);
  expect(problems).toMatchObject([
    {
      problem: { code: "out_of_order", key: "value.B.min", above: "value.A.min" },
      row: cells.findIndex((row) => row[POLICY_COLUMNS.key] === "value.B.min"),
    },
  ]);
});

test.each([
  ["value.A.min", "en", "a number from 0 up", "USD"],
  ["value.A.min", "zh", "0 或更大的数", "USD"],
  ["cadence.A", "en", "a whole number, 1 to 3650", "days"],
  ["cadence.A", "zh", "1 到 3650 的整数", "天"],
  ["punctual.orders", "en", "a whole number, 1 to 1000", ""],
  ["silent.times", "en", "0.1 to 100", "times"],
  ["urgency.soon_percent", "en", "a whole number, 0 to 100", "%"],
  ["rate.EUR", "en", "a number from 0 up", "USD"],
  ["currency.base", "en", "a currency code: USD, CNY, EUR …", ""],
  ["order.listed", "en", "words, separated by commas", ""],
  ["label.value.A", "en", "up to 30 characters, different from the other classes", ""],
  ["backlog.start", "en", "a day; blank = none", ""],
  ["backlog.start", "zh", "一个日期；空 = 不用", ""],
  ["treatment.source.fair", "en", "up to 80 characters; blank = the default · A071", ""],
  ["treatment.source.fair", "zh", "最多 80 个字；空 = 默认 · A071", ""],
] as [string, Language, string, string][])("%s in %s: allowed is %j, in %j", (key, language, allowed, unit) => {
  const row = policyRows(defaultPolicy(), language).find((one) => one.kind === "value" && one.field.key === key);
  expect(row).toMatchObject({ allowed, unit });
});

describe("a region under the team's own word", () => {
  const renamed = policyFrom({ "label.region.europe": "EMEA north" }).policy;
  test("stands in the rows of its countries, and is read there", () => {
    const row = policyRows(renamed, "en").find((one) => one.kind === "value" && one.field.key === "region.DE");
    expect(row).toMatchObject({ value: "EMEA north" });
    expect(readPolicySheet(cellsOf(renamed, "en"), renamed, "en")).toMatchObject({ policy: renamed, problems: [] });
  });
  test.each([
    ["for the first time", defaultPolicy()],
    ["once more", renamed],
  ])("is renamed %s while the rows still show the old word", (_, before) => {
    const cells = typed("label.region.europe", "North", before);
    const { policy, problems } = readPolicySheet(cells, before, "en");
    expect(problems).toEqual([]);
    expect(policy).toEqual(policyFrom({ "label.region.europe": "North" }).policy);
  });
});
