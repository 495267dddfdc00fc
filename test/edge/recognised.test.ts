import { beforeAll, describe, expect, test } from "vitest";
import { builtAddon, type Given, type Office, office, reclassify, setUp, TODAY, team } from "./office";

beforeAll(builtAddon);

/** The customer sheet as a download gives it to another document: nothing saved, nothing pinned. */
function downloaded(it: Office, locale = "en"): Promise<Office> {
  const header = it.values("Customers")[0]!;
  const days = new Set(["Last contact", "Due", "该跟进日"].map((text) => header.indexOf(text)));
  const rows = it
    .values("Customers")
    .map((row) => row.map((value, c): Given => (days.has(c) && typeof value === "number" ? { day: value } : value)));
  return office([{ name: "Customers", rows }, team()[1]!], { locale });
}

const day = (n: number): Given => ({ day: TODAY + n });
const SIX = ["Company", "Follow-up", "Due", "Days since contact", "Next step", "Tier", "Why"];

describe("columns of the team's that are called like ours", () => {
  test.each<[string, string, Given[][]]>([
    [
      "a blank status beside days that they typed",
      "zh",
      [
        ["公司名称", "国家", "跟进状态", "该跟进日", "备注"],
        ["甲公司", "德国", "", day(5), "a"],
        ["乙公司", "法国", "", day(9), "b"],
      ],
    ],
    [
      "grades and reasons that they typed",
      "en",
      [
        ["Company", "Country", "Tier", "Why"],
        ["Acme GmbH", "Germany", "A", "because boss says"],
        ["Bravo SARL", "France", "", ""],
      ],
    ],
    [
      "columns without a class",
      "en",
      [
        ["Company", "Country", "Due", "Days since contact"],
        ["Acme GmbH", "Germany", day(5), 3],
        ["Bravo SARL", "France", "", ""],
      ],
    ],
    ["all six, and no class in any row", "en", [SIX, ["Acme GmbH", "", day(5), "", "call", "", ""]]],
    [
      "all six, and a remark in a row without a class",
      "en",
      [SIX, ["Acme GmbH", "Due", day(5), 3, "call", "A", "x"], ["Bravo SARL", "", "", "", "", "", "ask the boss"]],
    ],
    ["all six, and words where a day would be", "en", [SIX, ["Acme GmbH", "Due", "next week", 3, "call", "A", "x"]]],
    ["all six, and a class that is not ours", "en", [SIX, ["Acme GmbH", "Due", day(5), 3, "call", "gold", "x"]]],
  ])("%s: they stay as they are, and a removal leaves them", async (_, locale, rows) => {
    const it = await office([{ name: "Customers", rows }, team()[1]!], { locale });
    const width = rows[0]!.length;
    const before = it.values("Customers");
    setUp(it);
    expect(it.values("Customers").map((row) => row.slice(0, width))).toEqual(before);
    const added = it.values("Customers")[0]!.slice(width);
    expect(added).toHaveLength(6);
    expect(added.filter((header) => before[0]!.includes(header))).toEqual([]);
    it.call.remove();
    expect(it.values("Customers")).toEqual(before);
  });

  test.each(["constructor", "toString", "valueOf", "__proto__", "tierbook.due"])(
    "a customer called %s is a customer",
    async (name) => {
      const sheets = team();
      const rows = sheets[0]!.rows.map((row, i) => (i === 1 ? [name, ...row.slice(1)] : row));
      const it = await office([{ ...sheets[0]!, rows }, sheets[1]!]);
      const before = it.values("Customers");
      setUp(it);
      expect(it.values("Customers").map((row) => row.slice(0, 5))).toEqual(before);
      expect(it.values("Customers")[1]![5]).not.toBe("");
      it.call.remove();
      expect(it.values("Customers")).toEqual(before);
    },
  );
});

describe("columns of ours in a file without metadata", () => {
  test.each(["en", "zh"])("are known by what a run wrote (%s)", async (locale) => {
    const first = await office(team(), { locale });
    setUp(first);
    const it = await downloaded(first);
    expect(it.call.start(null).columnsToAdd).toBe(0);
    setUp(it);
    expect(it.values("Customers")[0]).toEqual(first.values("Customers")[0]);
  });

  test("are known where one of the six was deleted", async () => {
    const first = await office(team());
    setUp(first);
    first.store.deleteColumns(first.sheetId("Customers"), 9, 1);
    expect((await downloaded(first)).call.start(null).columnsToAdd).toBe(1);
  });

  const rows = (it: Office) => it.values("Customers");

  /** A sheet of the version that wrote five: without the next step. */
  async function five(): Promise<Office> {
    const it = await office(team());
    setUp(it);
    it.store.deleteColumns(it.sheetId("Customers"), 8, 1);
    return it;
  }

  test.each(["pinned", "downloaded"])("of a version with five get the next step in its place (%s)", async (how) => {
    const whole = await office(team());
    setUp(whole);
    const old = await five();
    const it = how === "pinned" ? old : await downloaded(old);
    if (how === "pinned") reclassify(it);
    else {
      expect(it.call.start(null).columnsToAdd).toBe(1);
      setUp(it);
    }
    expect(it.values("Customers")).toEqual(whole.values("Customers"));
    expect(it.call.preview(null)).toMatchObject({ cells: 0, columnsToAdd: 0 });
    it.call.remove();
    expect(it.values("Customers")).toEqual((await office(team())).values("Customers"));
  });

  test.each(["fail", "stop"] as const)(
    "of a version with five keep it at the right end where its move %ss",
    async (kind) => {
      const reference = await five();
      reference.runtime.calls.reset();
      reclassify(reference);
      const at = reference.runtime.calls.log.findIndex((name) => name.includes("moveColumns")) + 1;
      expect(at).toBeGreaterThan(0);
      const it = await five();
      it.runtime.faults.at(at, kind);
      expect(() => reclassify(it)).toThrow();
      it.clock += 60_000;
      reclassify(it);
      const moved = rows(reference).map((row) => [...row.slice(0, 8), ...row.slice(9), row[8]]);
      expect(rows(it)).toEqual(moved);
      expect(it.call.preview(null)).toMatchObject({ cells: 0, columnsToAdd: 0 });
    },
  );

  test("of a version with five get it at the right end where a column of the team's would have to move", async () => {
    const old = await five();
    for (let r = 0; r < 6; r++) old.put("Customers", r, 10, r === 0 ? "Remark" : `note ${r}`);
    const before = old.values("Customers");
    for (const it of [await downloaded(old), old]) {
      if (it === old) reclassify(it);
      else setUp(it);
      expect(rows(it).map((row) => row.slice(0, 11))).toEqual(before);
      expect(rows(it)[0]!.slice(11)).toEqual(["Next step"]);
      expect(rows(it)[1]![11]).toBe("Win the next order: offer what is newer than his last");
      // Once it stands there it is known there, whatever else is lost.
      expect((await downloaded(it)).call.start(null).columnsToAdd).toBe(1);
    }
  });

  test.each(["en", "zh"])("are known by what a run wrote, those of ticked axes too (%s)", async (locale) => {
    const first = await office(team(), { locale });
    setUp(first);
    first.call.showAxes(["source", "region"]);
    const it = await downloaded(first, locale);
    expect(it.call.start(null).columnsToAdd).toBe(0);
    const { home } = setUp(it);
    expect(home.axes.filter(({ shown }) => shown).map(({ id }) => id)).toEqual(["region", "source"]);
    expect(it.values("Customers")).toEqual(first.values("Customers"));
    it.put("Customers", 1, 1, "Brazil");
    reclassify(it);
    const column = it.values("Customers")[0]!.findIndex((header) => header === "Region" || header === "区域");
    expect(it.values("Customers")[1]![column]).toBe(locale === "zh" ? "拉美" : "Latin America");
  });

  test.each<[string, string[]]>([
    ["with a blank cell", ["Europe", "Europe", "", "Europe", "Europe"]],
    ["with a word that is no region of ours", ["Europe", "Europe", "Iberia", "Europe", "Europe"]],
    ["that is blank", ["", "", "", "", ""]],
  ])("a column of the team's at their right that is called like an axis, %s, stays theirs", async (_, cells) => {
    const first = await office(team());
    setUp(first);
    ["Region", ...cells].forEach((cell, r) => {
      if (cell !== "") first.put("Customers", r, 11, cell);
    });
    const it = await downloaded(first);
    const before = it.values("Customers").map((row) => row[11] ?? "");
    setUp(it);
    expect(it.values("Customers").map((row) => row[11] ?? "")).toEqual(before);
    it.call.remove();
    expect(it.values("Customers").map((row) => row.slice(5))).toEqual(before.map((cell) => [cell]));
  });

  test("are known by the names of a file that was graded without a page, those of axes too", async () => {
    const sheets = team();
    const plain = ["value", "urgency", "next_step", "region", "rule"].map((id) => `tierbook.${id}`);
    const rows = sheets[0]!.rows.map((row, i) => [...row, ...(i === 0 ? plain : ["A", "due", "", "europe", "8"])]);
    const it = await office([{ ...sheets[0]!, rows }, sheets[1]!]);
    expect(it.call.start(null).columnsToAdd).toBe(3);
    const { home } = setUp(it);
    expect(home.axes.filter(({ shown }) => shown).map(({ id }) => id)).toEqual(["region"]);
    expect(it.values("Customers")[1]!.slice(8, 10)).toEqual(["Europe", "8"]);
  });

  test("are known by their plain names, whatever stands in them", async () => {
    const sheets = team();
    const plain = ["tierbook.tier", "tierbook.due"];
    const rows = sheets[0]!.rows.map((row, i) => [...row, ...(i === 0 ? plain : ["", ""])]);
    const it = await office([{ ...sheets[0]!, rows }, sheets[1]!]);
    expect(it.call.start(null).columnsToAdd).toBe(4);
  });
});

describe("tabs of the team's that are called like ours", () => {
  test.each([
    ["zh", "历史", "日期"],
    ["zh", "规则", "规则"],
    ["en", "Undo", ""],
    ["en", "Policy", "Policy"],
    ["en", "Classes", "key"],
    ["en", "undo", "x"],
  ])("%s %s with %j in its first cell stays, and ours gets another name", async (locale, name, first) => {
    const own = {
      name,
      rows: [
        [first, "金额"],
        ["x", "500"],
      ],
    };
    const it = await office([...team(), own], { locale });
    const before = it.values(name);
    setUp(it);
    it.put("Customers", 1, 3, day(-60));
    reclassify(it);
    expect(it.values(name)).toEqual(before);
    expect(it.store.isHidden(it.sheetId(name))).toBe(false);
    const names = it.store.sheets().map((id) => it.store.sheetName(id).toLowerCase());
    expect(names).toContain(`${name.toLowerCase()} (tierbook)`);
    expect(new Set(names).size).toBe(names.length);
    it.call.remove();
    expect(it.values(name)).toEqual(before);
    expect(it.store.sheets().map((id) => it.store.sheetName(id))).toEqual(["Customers", "Orders", name]);
  });

  test("an empty one that stands between others stays theirs", async () => {
    const it = await office([{ name: "History", rows: [] }, ...team()]);
    setUp(it);
    expect(it.store.isHidden(it.sheetId("History"))).toBe(false);
    it.call.remove();
    expect(it.store.sheets().map((id) => it.store.sheetName(id))).toEqual(["History", "Customers", "Orders"]);
  });

  test("a removal takes along what a set-up that failed left half-made", async () => {
    const whole = await office(team());
    const draft = whole.call.start(null).draft!;
    const { fingerprint } = whole.call.preview(draft);
    whole.runtime.calls.reset();
    whole.call.begin(fingerprint, draft);
    const at = whole.runtime.calls.log.findIndex((name) => name.includes("hideSheet")) + 1;
    expect(at).toBeGreaterThan(0);
    const it = await office(team());
    it.runtime.faults.at(at, "stop");
    expect(() => it.call.begin(fingerprint, draft)).toThrow();
    // Stopped before the first hidden tab stands: Today, the policy and the classes are there by then.
    expect(it.store.sheets().length).toBeGreaterThan(2);
    it.call.remove();
    expect(it.store.sheets().map((id) => it.store.sheetName(id))).toEqual(["Customers", "Orders"]);
  });
});
