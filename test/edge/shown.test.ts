import { beforeAll, describe, expect, test } from "vitest";
import type { HomeView } from "../../src/edge/views";
import { builtAddon, callsOf, type Given, type Office, office, reclassify, setUp, team } from "./office";

beforeAll(builtAddon);

/** Columns of the team's, and our six. */
const TEAM = 5;
const OURS = 11;

async function ready(locale = "en", sharesLoaded = false): Promise<Office> {
  const it = await office(team(), { locale, sharesLoaded });
  setUp(it);
  return it;
}

const rowsOf = (it: Office) => it.values("Customers");
/** What stands at the right of our six, header first. */
const ticked = (it: Office) => rowsOf(it).map((row) => row.slice(OURS));
const shownIn = (home: HomeView) => home.axes.filter(({ shown }) => shown).map(({ id }) => id);

const REGIONS = ["Region", "Europe", "Europe", "Europe", "Europe", "Europe"];
const STARS = ["Stars", ...Array<string>(4).fill("4 stars: ordered"), "Unrated"];

describe("an axis that is ticked", () => {
  test("stands at the right of ours at once, and nothing else changes", async () => {
    const it = await ready();
    const before = rowsOf(it);
    const home = it.call.showAxes(["region"]);
    expect(shownIn(home)).toEqual(["region"]);
    expect(ticked(it)).toEqual(REGIONS.map((cell) => [cell]));
    expect(rowsOf(it).map((row) => row.slice(0, OURS))).toEqual(before);
    expect(it.call.preview(null)).toMatchObject({ cells: 0, columnsToAdd: 0 });
  });

  test("speaks the language of the set-up", async () => {
    const it = await ready("zh");
    it.call.showAxes(["region"]);
    expect(ticked(it).slice(0, 2)).toEqual([["区域"], ["欧洲"]]);
  });

  test("joins those that stand there, in whatever order they are named", async () => {
    const it = await ready();
    it.call.showAxes(["region"]);
    expect(shownIn(it.call.showAxes(["region", "stage"]))).toEqual(["stage", "region"]);
    expect(ticked(it)).toEqual(REGIONS.map((cell, i) => [cell, STARS[i]]));
  });

  test.each<[string, string[]]>([
    ["the tier, which stands there anyway", ["value"]],
    ["no axis of ours", ["level", "axis.region", "constructor", ""]],
    ["none", []],
  ])("%s: nothing is made", async (_, ids) => {
    const it = await ready();
    const before = rowsOf(it);
    expect(shownIn(it.call.showAxes(ids))).toEqual([]);
    expect(rowsOf(it)).toEqual(before);
  });

  test("of an empty sheet has its header alone, and the first customer gets his class by the next run", async () => {
    const it = await ready();
    it.store.deleteRows(it.sheetId("Customers"), 1, 5);
    it.call.showAxes(["region"]);
    expect(ticked(it)).toEqual([["Region"]]);
    it.put("Customers", 1, 0, "Echo Inc");
    it.put("Customers", 1, 1, "Brazil");
    reclassify(it);
    expect(ticked(it)[1]).toEqual(["Latin America"]);
  });

  test("stays true with every run, and an undo gives back what stood there", async () => {
    const it = await ready();
    it.call.showAxes(["region"]);
    it.put("Customers", 3, 1, "Brazil");
    reclassify(it);
    expect(ticked(it)[3]).toEqual(["Latin America"]);
    expect(it.call.undo()).toMatchObject({ outcome: "undone", left: { total: 0 } });
    expect(ticked(it)[3]).toEqual(["Europe"]);
  });

  test("is found again where its column was moved, also between two steps of a run", async () => {
    const it = await ready();
    it.call.showAxes(["region", "stage"]);
    const sheet = it.sheetId("Customers");
    it.put("Customers", 3, 1, "Brazil");
    const view = it.call.begin(it.call.preview(null).fingerprint, null);
    const header = rowsOf(it)[0]!;
    it.store.moveColumns(sheet, header.indexOf("Region"), 1, 0);
    if (view.kind !== "next") throw new Error(view.kind);
    it.call.advance(view.batch);
    const rows = rowsOf(it);
    expect(rows.map((row) => row[0])).toEqual(REGIONS.map((cell, i) => (i === 3 ? "Latin America" : cell)));
    expect(rows.map((row) => row.slice(OURS + 1))).toEqual(STARS.map((cell) => [cell]));
  });

  test("is headed Tierbook where the team has a column of that name, which stays", async () => {
    const [customers, orders] = team();
    const own: Given[] = ["Region", "Iberia", "", "South", "UK", "x"];
    const rows = customers!.rows.map((row, i) => [...row, own[i]!]);
    const it = await office([{ ...customers!, rows }, orders!]);
    setUp(it);
    it.call.showAxes(["region"]);
    expect(rowsOf(it)[0]!.slice(OURS + 1)).toEqual(["Tierbook: Region"]);
    expect(rowsOf(it).map((row) => row[TEAM])).toEqual(own);
    it.call.showAxes([]);
    expect(rowsOf(it)[0]!.slice(OURS + 1)).toEqual([]);
    expect(rowsOf(it).map((row) => row[TEAM])).toEqual(own);
  });

  test("brings no colour: only level and tier are coloured", async () => {
    const it = await ready();
    const sheet = it.sheetId("Customers");
    const rules = it.store.rules(sheet);
    it.call.showAxes(["activity", "stage"]);
    it.put("Customers", 3, 1, "Brazil");
    reclassify(it);
    expect(it.store.rules(sheet)).toEqual(rules);
  });

  test("a class whose word begins like a formula stands there as a text", async () => {
    const it = await ready();
    const policy = it.values("Policy");
    const row = policy.findIndex((cells) => cells.includes("label.region.europe"));
    it.put("Policy", row, policy[row]!.indexOf("Europe"), "=1+1");
    it.call.showAxes(["region"]);
    expect(ticked(it)[1]).toEqual(["=1+1"]);
    const zone = { top: 0, left: 0, bottom: 20, right: 20 };
    expect(it.store.formulas(it.sheetId("Customers"), zone).flat().join("")).toBe("");
  });

  test("goes with everything else of ours", async () => {
    const it = await ready();
    it.call.showAxes(["region", "stage"]);
    const [columns] = it.call.removalPlan().lines;
    expect(columns).toMatchObject({
      goes: "columns",
      headers: expect.arrayContaining(["Next step", "Stars", "Region"]),
    });
    it.call.remove();
    expect(rowsOf(it)).toEqual((await office(team())).values("Customers"));
  });
});

describe("a tick that is taken away", () => {
  test("takes that column of ours, wherever it stands, and no other", async () => {
    const it = await ready();
    it.call.showAxes(["region", "stage"]);
    const sheet = it.sheetId("Customers");
    it.store.moveColumns(sheet, rowsOf(it)[0]!.indexOf("Region"), 1, 2);
    const kept = rowsOf(it).map((row) => row.filter((_, c) => c !== 2));
    expect(shownIn(it.call.showAxes(["stage"]))).toEqual(["stage"]);
    expect(rowsOf(it)).toEqual(kept);
    expect(it.call.preview(null)).toMatchObject({ cells: 0, columnsToAdd: 0 });
  });

  test("and given again makes the column anew", async () => {
    const it = await ready();
    it.call.showAxes(["region"]);
    it.call.showAxes([]);
    expect(rowsOf(it)[0]).toHaveLength(OURS);
    it.call.showAxes(["region"]);
    expect(ticked(it)).toEqual(REGIONS.map((cell) => [cell]));
  });

  test("may be changed for another in one go", async () => {
    const it = await ready();
    it.call.showAxes(["region"]);
    it.call.showAxes(["stage"]);
    expect(ticked(it)).toEqual(STARS.map((cell) => [cell]));
  });

  test("leaves a column that the team put at the right of it", async () => {
    const it = await ready();
    it.call.showAxes(["region"]);
    for (let r = 0; r < 6; r++) it.put("Customers", r, OURS + 1, r === 0 ? "Remark" : `note ${r}`);
    const before = rowsOf(it);
    it.call.showAxes([]);
    expect(rowsOf(it)).toEqual(before.map((row) => row.filter((_, c) => c !== OURS)));
  });

  test.each<[string, number, Given, string]>([
    ["a remark beside a row that is no customer", 7, "call him", "L8"],
    ["a remark in a customer's row", 2, "call him", "L3"],
    ["a header of another name", 0, "Territory", "L1"],
    ["a number", 8, 4, "L9"],
    ["a formula, also one that shows a class", 3, { formula: '="Europe"' }, "L4"],
    ["a formula that shows nothing", 9, { formula: '=""' }, "L10"],
  ])("leaves everything as it is where the column holds %s", async (_, row, given, a1) => {
    const it = await ready();
    it.call.showAxes(["region"]);
    it.put("Customers", row, OURS, given);
    const before = rowsOf(it);
    expect(() => it.call.showAxes(["stage"])).toThrow(`Cell ${a1} holds something of yours`);
    expect(rowsOf(it)).toEqual(before);
    expect(shownIn(it.call.home())).toEqual(["region"]);
    it.put("Customers", row, OURS, "");
    expect(shownIn(it.call.showAxes(["stage"]))).toEqual(["stage"]);
    expect(ticked(it).slice(0, 6)).toEqual(STARS.map((cell) => [cell]));
  });

  test("leaves a line above the header, and names its first cell", async () => {
    const it = await ready();
    it.call.showAxes(["region"]);
    it.store.insertRows(it.sheetId("Customers"), 0, 1);
    it.put("Customers", 0, OURS, "as of May");
    it.put("Customers", 9, OURS, "call him");
    expect(() => it.call.showAxes([])).toThrow("Cell L1 holds");
    it.put("Customers", 0, OURS, "");
    expect(() => it.call.showAxes([])).toThrow("Cell L10 holds");
  });

  test("takes classes in the team's words, in either language, and of a row that is no customer any more", async () => {
    const it = await ready();
    const policy = it.values("Policy");
    const row = policy.findIndex((cells) => cells.includes("label.region.europe"));
    it.put("Policy", row, policy[row]!.indexOf("Europe"), "EMEA");
    it.call.showAxes(["region"]);
    it.put("Customers", 3, OURS, "欧洲");
    it.put("Customers", 4, OURS, "Europe");
    it.put("Customers", 8, OURS, "EMEA");
    expect(ticked(it)[1]).toEqual(["EMEA"]);
    it.call.showAxes([]);
    expect(rowsOf(it)[0]).toHaveLength(OURS);
  });

  test.each(["EMEA", "", "EU"])("takes the words of the last run, now that Europe is “%s”", async (word) => {
    const it = await ready();
    const row = it.values("Policy").findIndex((cells) => cells.includes("label.region.europe"));
    it.put("Policy", row, 1, "EMEA");
    it.call.showAxes(["region"]);
    reclassify(it);
    it.put("Policy", row, 1, word);
    it.call.home();
    expect(ticked(it)[1]).toEqual(["EMEA"]);
    it.put("Customers", 4, OURS, "Europa");
    expect(() => it.call.showAxes([])).toThrow("Cell L5 holds");
    it.put("Customers", 4, OURS, "EMEA");
    it.call.usePreset("platform", true);
    expect(rowsOf(it)[0]!.slice(OURS)).toEqual(["Activity"]);
  });

  test("takes the words in force when it was ticked, though Europe has had two others since and no run", async () => {
    const it = await ready();
    const row = it.values("Policy").findIndex((cells) => cells.includes("label.region.europe"));
    it.put("Policy", row, 1, "EMEA");
    it.call.showAxes(["region"]);
    for (const word of ["EU", "Old World"]) {
      it.put("Policy", row, 1, word);
      it.call.home();
    }
    expect(ticked(it)[1]).toEqual(["EMEA"]);
    it.put("Customers", 4, OURS, "Europa");
    expect(() => it.call.showAxes([])).toThrow("Cell L5 holds");
    it.put("Customers", 4, OURS, "EMEA");
    expect(shownIn(it.call.showAxes([]))).toEqual([]);
    expect(rowsOf(it)[0]).toHaveLength(OURS);
  });

  test("an undo of a run before it gives back the rest, and reports the cells of the column that is gone", async () => {
    const it = await ready();
    const before = rowsOf(it);
    it.call.showAxes(["region"]);
    it.put("Customers", 3, 1, "Brazil");
    reclassify(it);
    it.call.showAxes([]);
    const undone = it.call.undo();
    expect(undone.left).toEqual({ total: 1, list: [{ why: "gone", customer: "Casa Blanca", place: null }] });
    expect(undone.outcome).toBe("undone");
    expect(rowsOf(it).map((row) => row.slice(TEAM))).toEqual(before.map((row) => row.slice(TEAM)));
    expect(it.call.undo().outcome).toBe("already");
  });
});

test("a ticked column that somebody deleted is not made again, and its tick is gone", async () => {
  const it = await ready();
  it.call.showAxes(["region", "stage"]);
  it.store.deleteColumns(it.sheetId("Customers"), rowsOf(it)[0]!.indexOf("Region"), 1);
  expect(shownIn(it.call.home())).toEqual(["stage"]);
  it.put("Customers", 3, 1, "Brazil");
  reclassify(it);
  expect(ticked(it)).toEqual(STARS.map((cell) => [cell]));
});

test("before the set-up there is nothing to tick", async () => {
  const it = await office(team());
  const before = rowsOf(it);
  expect(() => it.call.showAxes(["region"])).toThrow("not set up");
  expect(rowsOf(it)).toEqual(before);
});

describe.each(["fail", "stop"] as const)("Google's services %s", (kind) => {
  test("at any call that writes a tick: the team's cells stay, and the same tick asked for again is made whole", async () => {
    const it = await ready("en", true);
    it.call.showAxes(["stage"]);
    const again = it.keep();
    const theirs = rowsOf(it).map((row) => row.slice(0, OURS));
    const log = callsOf(it, () => it.call.showAxes(["region"]));
    it.call.showAxes(["region"]);
    const whole = rowsOf(it);
    expect(ticked(it)).toEqual(REGIONS.map((cell) => [cell]));
    // What comes before the first and after the last of these only reads.
    const first = log.findIndex((name) => name.includes("addDeveloperMetadata")) + 1;
    const last = log.length - [...log].reverse().findIndex((name) => name.includes("setValues"));
    expect(first).toBeGreaterThan(0);
    expect(last).toBeGreaterThan(first);
    for (let at = first; at <= last; at++) {
      again();
      it.runtime.faults.at(at, kind);
      try {
        it.call.showAxes(["region"]);
      } catch {
        // The next one is what is looked at.
      }
      expect(it.runtime.faults.waiting, `call ${at}`).toBe(0);
      expect(
        rowsOf(it).map((row) => row.slice(0, OURS)),
        `call ${at}`,
      ).toEqual(theirs);
      it.clock += 60_000;
      it.call.showAxes(["region"]);
      expect(rowsOf(it), `call ${at}, again`).toEqual(whole);
      expect(it.call.preview(null).cells, `call ${at}, again`).toBe(0);
    }
  });
});
