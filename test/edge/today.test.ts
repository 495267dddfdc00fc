import { beforeAll, describe, expect, test } from "vitest";
import { LEVEL_COLOURS } from "../../src/edge/colours";
import edgeEn from "../../src/texts/edge.en.table";
import edgeZh from "../../src/texts/edge.zh.table";
import { say } from "../../src/texts/say";
import { sidebarEn } from "../../src/texts/sidebar.en";
import { sidebarZh } from "../../src/texts/sidebar.zh";
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
      .map(({ company, levelLabel, over, next }) => [
        owner,
        company,
        levelLabel,
        over === null ? "" : sidebarEn.today.when(over),
        next,
      ]),
  );
}

const companies = (rows: readonly Value[][]): Value[] => rows.slice(2).map((row) => row[1]!);

const wake = (it: Office, name?: string): Value[] => today(it, name).slice(-1)[0]!;

test("the Today tab holds the sidebar's list, an owner after the other, under its day; who is long silent is one line", async () => {
  const it = await ready();
  const [day, header, ...rows] = today(it);
  expect(day).toEqual([TODAY, edgeEn().todayHead, "", "", ""]);
  expect(header).toEqual(["Owner", "Company", "Follow-up", "Days", "Next step"]);
  expect(rows.slice(0, -1)).toEqual(shown(it));
  expect(rows.map((row) => row.slice(0, 4))).toEqual([
    ["Amy", "Beta Ltd", "Overdue", "30 days past due"],
    ["Amy", "Alpha Ltd", "Due", "10 days past due"],
    ["Ben", "=1+1", "Due", "3 days past due"],
    ["Ben", "Gamma Ltd", "Due", "1 day past due"],
    ["2 to wake", "", "", ""],
  ]);
  expect(it.store.isHidden(it.sheetId("Today"))).toBe(false);
});

test("in a Chinese set-up its name, headers and last line are Chinese", async () => {
  const it = await ready({ locale: "zh_CN" });
  expect(today(it, "今天").slice(0, 3)).toEqual([
    [TODAY, edgeZh().todayHead, "", "", ""],
    ["负责人", "客户", "跟进状态", "天数", "下一步"],
    ["Amy", "Beta Ltd", "已逾期", "已过 30 天", expect.stringMatching(/\p{Script=Han}/u)],
  ]);
  expect(wake(it, "今天")[0]).toBe("待唤醒 2 个");
});

test.each([
  [1, ["Beta Ltd", "1 more is due (listed: 1 a person)", "=1+1", "1 more is due (listed: 1 a person)"]],
  [2, ["Beta Ltd", "Alpha Ltd", "=1+1", "Gamma Ltd"]],
])(
  "of each owner at most %i stand in it, with how many more are due, and what stood below goes",
  async (limit, expected) => {
    const it = await ready();
    it.addon.rpc("setPolicy", { "today.max": String(limit) });
    reclassify(it);
    const rows = today(it).slice(2);
    expect(rows.slice(0, 4).map((row) => row[1])).toEqual(expected);
    expect(rows.slice(0, 4).map((row) => row[0])).toEqual(["Amy", "Amy", "Ben", "Ben"]);
    expect(
      rows
        .slice(4)
        .flat()
        .filter((cell) => cell !== ""),
    ).toEqual(["2 to wake"]);
  },
);

test.each([
  [-2, "in 2 days", "还有 2 天"],
  [-1, "due tomorrow", "明天到期"],
  [0, "due today", "今天到期"],
  [1, "1 day past due", "已过 1 天"],
  [2, "2 days past due", "已过 2 天"],
  [999, "999 days past due", "已过 999 天"],
])("%i days past due is “%s”, on the tab as in the sidebar", (over, en, zh) => {
  const onTab = ({ dueIn, dueSince }: ReturnType<typeof edgeEn>) =>
    say(over < 0 ? dueIn : dueSince, { 0: Math.abs(over) });
  expect([onTab(edgeEn()), sidebarEn.today.when(over)]).toEqual([en, en]);
  expect([onTab(edgeZh()), sidebarZh.today.when(over)]).toEqual([zh, zh]);
});

test("a reply that is due tomorrow says so", async () => {
  const it = await ready();
  const gamma = it.call.home().today.find(({ company }) => company === "Gamma Ltd")!;
  it.call.log(gamma.key, { kind: "replied", next: "", company: "Gamma Ltd" });
  expect(today(it).find((row) => row[1] === "Gamma Ltd")).toEqual([
    "Ben",
    "Gamma Ltd",
    "Soon",
    "due tomorrow",
    expect.stringMatching(/^Answer him/),
  ]);
});

describe("the levels on the tab", () => {
  const coloured = (it: Office, name: string) =>
    it.store
      .rules(it.sheetId(name))
      .map(({ condition, style, zones }) => [
        condition.type === "text_equal" ? condition.text : condition.type,
        style.fill,
        style.color,
        zones[0]!.left,
      ]);
  const colours = Object.values(LEVEL_COLOURS).map(({ fill, text }) => [fill, text]);

  test("have the colours of the customer sheet from the first run on", async () => {
    const it = await ready();
    const labels = it.call.home().levels.map(({ label }) => label);
    const rules = coloured(it, "Today");
    expect(rules.map(([, fill, text]) => [fill, text])).toEqual(colours);
    expect(rules.every(([label, , , column]) => labels.includes(String(label)) && column === 2)).toBe(true);
    expect(
      coloured(it, "Customers")
        .slice(0, rules.length)
        .map((rule) => rule.slice(0, 3)),
    ).toEqual(rules.map((rule) => rule.slice(0, 3)));
  });

  test("keep them under words that the policy gives them, wherever somebody moved the column to", async () => {
    const it = await ready();
    it.store.insertColumns(it.sheetId("Today"), 1, 1);
    it.addon.rpc("setPolicy", { "label.urgency.overdue": "LATE" });
    reclassify(it);
    expect(today(it)[2]!.slice(2, 4)).toEqual(["Beta Ltd", "LATE"]);
    const rules = coloured(it, "Today");
    expect(rules.map(([, fill, text]) => [fill, text])).toEqual(colours);
    expect(rules.find(([label]) => label === "LATE")).toEqual([
      "LATE",
      LEVEL_COLOURS.overdue!.fill,
      LEVEL_COLOURS.overdue!.text,
      3,
    ]);
  });
});

test.each([
  ["en", "Today"],
  ["zh_CN", "今天"],
])("a run writes the list by one call, in %s too", async (locale, name) => {
  const it = await ready({ locale });
  it.put("Customers", 4, 0, "Beta Company Ltd");
  it.put("Customers", 6, 0, "Delta Company Ltd");
  reclassify(it);
  it.clock += DAY;
  it.runtime.calls.reset();
  reclassify(it);
  const calls = it.runtime.calls.log.map((call) => call.replace(/'/g, ""));
  expect(calls.filter((call) => call.includes(name))).toEqual([`Range.setValues ${name}!A1:E7`]);
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
    expect(today(it)[2]!.slice(1, 4)).toEqual(["Beta Ltd", "Overdue", "31 days past due"]);
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
      [TODAY + 1, edgeEn().todayHead],
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
