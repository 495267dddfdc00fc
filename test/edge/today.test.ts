import { beforeAll, describe, expect, test } from "vitest";
import type { Value } from "../../workbench/runtime/store";
import { builtAddon, finish, type Given, type Office, office, reclassify, setUp, TODAY } from "./office";

beforeAll(builtAddon);

const DAY = 86_400_000;

/** Contacts so many days ago: two whom Amy and two whom Ben should write to, two whom nobody spoke to for years. */
const PEOPLE: readonly (readonly [company: string, owner: string, ago: number])[] = [
  ["Alpha Ltd", "Amy", 40],
  ["Gamma Ltd", "Ben", 31],
  ["Delta Ltd", "Amy", 700],
  ["Beta Ltd", "amy ", 60],
  ["Zeta Ltd", "Amy", 1],
  ["=1+1", "Ben", 33],
  ["Epsilon Ltd", "Ben", 800],
];

const sheet = (people = PEOPLE): Given[][] => [
  ["Company", "Country", "Owner", "Last contact"],
  ...people.map(([company, owner, ago]): Given[] => [company, "Germany", owner, { day: TODAY - ago }]),
];

async function ready(changes: Parameters<typeof office>[1] = {}): Promise<Office> {
  const it = await office([{ name: "Customers", rows: sheet() }], changes);
  it.call.setWho("Amy");
  setUp(it);
  return it;
}

const today = (it: Office, name = "Today"): Value[][] => it.values(name);

/** The list that the sidebar shows, an owner after the other, as the tab's rows. */
function shown(it: Office): Value[][] {
  const { owners, today: list } = it.call.home();
  return owners.flatMap(({ owner }) =>
    list
      .filter((one) => one.owner === owner)
      .map(({ company, levelLabel, over, next }) => [owner, company, levelLabel, over ?? "", next]),
  );
}

const companies = (rows: readonly Value[][]): Value[] => rows.slice(2).map((row) => row[1]!);

const wake = (it: Office, name?: string): Value[] => today(it, name).slice(-1)[0]!;

test("the Today tab holds the sidebar's list, an owner after the other, under its day; who is long silent is one line", async () => {
  const it = await ready();
  const [day, header, ...rows] = today(it);
  expect(day).toEqual([TODAY, "", "", "", ""]);
  expect(header).toEqual(["Owner", "Company", "Follow-up", "Days past due", "Next step"]);
  expect(rows.slice(0, -1)).toEqual(shown(it));
  expect(rows.map((row) => row.slice(0, 4))).toEqual([
    ["Amy", "Beta Ltd", "Overdue", 30],
    ["Amy", "Alpha Ltd", "Due", 10],
    ["Ben", "=1+1", "Due", 3],
    ["Ben", "Gamma Ltd", "Due", 1],
    ["2 to wake", "", "", ""],
  ]);
  expect(it.store.isHidden(it.sheetId("Today"))).toBe(false);
});

test("in a Chinese set-up its name, headers and last line are Chinese", async () => {
  const it = await ready({ locale: "zh_CN" });
  expect(today(it, "今天")[1]).toEqual(["负责人", "客户", "跟进状态", "逾期天数", "下一步"]);
  expect(wake(it, "今天")[0]).toBe("待唤醒 2 个");
});

test.each([
  [1, ["Beta Ltd", "=1+1"]],
  [2, ["Beta Ltd", "Alpha Ltd", "=1+1", "Gamma Ltd"]],
])("of each owner at most %i stand in it, and what stood below goes", async (limit, expected) => {
  const it = await ready();
  it.addon.rpc("setPolicy", { "today.max": String(limit) });
  reclassify(it);
  expect(companies(today(it)).filter((cell) => cell !== "")).toEqual(expected);
  expect(
    today(it)
      .slice(2 + expected.length)
      .map((row) => row[0])
      .filter((cell) => cell !== ""),
  ).toEqual(["2 to wake"]);
});

test("a press takes the customer off the tab at once, and taking it back puts him there again", async () => {
  const it = await ready();
  const before = today(it);
  const [first] = it.call.home().today;
  it.call.log(first!.key, { kind: "contacted", next: "", company: first!.company });
  expect(companies(today(it)).slice(0, 3)).toEqual(["Alpha Ltd", "=1+1", "Gamma Ltd"]);
  it.call.unlog(it.call.home().logged!.id);
  expect(today(it)).toEqual(before);
});

test("however the sheet is sorted, the list is the same", async () => {
  const it = await ready();
  const before = today(it);
  it.sort("Customers", [6, 0, 1, 3, 5, 2, 4]);
  it.clock += 60_000;
  reclassify(it);
  expect(today(it)).toEqual(before);
});

test("whenever during a run somebody sorts the customers, the list is right at the end", async () => {
  const changed = async () => {
    const it = await ready();
    it.put("Customers", 1, 3, { day: TODAY });
    it.runtime.calls.reset();
    return it;
  };
  const calm = await changed();
  reclassify(calm);
  const [calls, list] = [calm.runtime.calls.count, today(calm)];
  for (let at = 1; at <= calls; at++) {
    const it = await changed();
    it.runtime.faults.at(at, () => it.sort("Customers", [6, 0, 1, 3, 5, 2, 4]));
    reclassify(it);
    expect(it.runtime.faults.waiting).toBe(0);
    expect(today(it), `call ${at}`).toEqual(list);
  }
}, 300_000);

test("a press between two steps of somebody's run ends that run first, and both stand in the list", async () => {
  const it = await ready();
  it.put("Customers", 1, 3, { day: TODAY });
  const view = it.call.begin(it.call.preview(null).fingerprint, null);
  it.runtime.as("ben");
  it.call.setWho("Ben");
  const gamma = it.call.home().today.find(({ company }) => company === "Gamma Ltd")!;
  it.call.log(gamma.key, { kind: "contacted", next: "", company: "Gamma Ltd" });
  it.runtime.as("amy");
  finish(it, view);
  expect(companies(today(it)).slice(0, 2)).toEqual(["Beta Ltd", "=1+1"]);
  expect(today(it)[4]![0]).toBe("2 to wake");
  expect(it.call.preview(null).cells).toBe(0);
});

test("undo of a run leaves the list, which is as true as before", async () => {
  const it = await ready();
  it.put("Customers", 1, 3, { day: TODAY });
  reclassify(it);
  const list = today(it);
  expect(companies(list)).not.toContain("Alpha Ltd");
  it.call.undo();
  expect(today(it)).toEqual(list);
});

describe("the daily run", () => {
  async function scheduled(): Promise<Office> {
    const it = await ready();
    it.call.switchOn(8);
    return it;
  }

  test("writes the list of the new day", async () => {
    const it = await scheduled();
    it.clock += DAY;
    it.addon.run("refreshDaily");
    expect(today(it)[0]![0]).toBe(TODAY + 1);
    expect(today(it)[2]!.slice(1, 4)).toEqual(["Beta Ltd", "Overdue", 31]);
  });

  test("writes the new day also where no class and no number changed", async () => {
    // On hold: neither day nor days are counted.
    const it = await office([
      {
        name: "Customers",
        rows: [
          ["Company", "Owner", "Do not contact"],
          ["Alpha Ltd", "Amy", "yes"],
        ],
      },
    ]);
    setUp(it);
    it.call.switchOn(8);
    const before = it.values("Customers");
    it.clock += DAY;
    it.addon.run("refreshDaily");
    expect(it.values("Customers")).toEqual(before);
    expect(today(it)[0]![0]).toBe(TODAY + 1);
  });

  test("makes a tab that somebody deleted again, a second time on a day too", async () => {
    const it = await scheduled();
    for (const later of [DAY, 0]) {
      it.clock += later;
      it.store.deleteSheet(it.sheetId("Today"));
      it.addon.run("refreshDaily");
      expect(companies(today(it))).toContain("Beta Ltd");
    }
  });
});

test("a run without anything to write makes a tab that somebody deleted again, and mends one that he overwrote", async () => {
  const it = await ready();
  const before = today(it);
  it.store.deleteSheet(it.sheetId("Today"));
  reclassify(it);
  expect(today(it)).toEqual(before);
  it.put("Today", 3, 1, "somebody else");
  reclassify(it);
  expect(today(it)).toEqual(before);
});

test("what stands there already is not written again", async () => {
  const it = await ready();
  it.runtime.calls.reset();
  reclassify(it);
  expect(it.runtime.calls.log.filter((name) => name.startsWith("Range.set"))).toEqual([]);
});

describe("what people put beside the list stays", () => {
  test.each([
    ["at its right", 5],
    ["between its columns", 2],
    ["at its left", 0],
  ])("a column %s", async (_, at) => {
    const it = await ready();
    const id = it.sheetId("Today");
    if (at < 5) it.store.insertColumns(id, at, 1);
    for (let row = 0; row < 9; row++) it.put("Today", row, at, `note ${row}`);
    it.put("Customers", 1, 3, { day: TODAY });
    it.clock += DAY;
    reclassify(it);
    const rows = today(it);
    expect(rows.map((row) => row[at])).toEqual(rows.map((_row, row) => (row < 9 ? `note ${row}` : "")));
    const ours = rows.map((row) => row.filter((_cell, c) => c !== at));
    expect(ours.slice(0, 5).map((row) => row.slice(0, 2))).toEqual([
      [TODAY + 1, ""],
      ["Owner", "Company"],
      ["Amy", "Beta Ltd"],
      ["Ben", "=1+1"],
      ["Ben", "Gamma Ltd"],
    ]);
  });
});

test("a name that looks like a formula stays a text, also where somebody cleared the formats", async () => {
  const it = await ready();
  const id = it.sheetId("Today");
  it.store.setFormat(id, { top: 0, left: 0, bottom: 99, right: 4 }, "");
  it.clock += DAY;
  reclassify(it);
  expect(it.store.formulas(id, { top: 0, left: 0, bottom: 20, right: 4 }).flat().join("")).toBe("");
  expect(companies(today(it))).toContain("=1+1");
});
