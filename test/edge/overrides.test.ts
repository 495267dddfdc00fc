import { beforeAll, describe, expect, test } from "vitest";
import { isoOf } from "../../src/core/day";
import { findingsEn } from "../../src/texts/findings.en";
import {
  builtAddon,
  callsOf,
  draftOf,
  finish,
  type Office,
  office,
  reclassify,
  type SheetGiven,
  setUp,
  TODAY,
  team,
} from "./office";

beforeAll(builtAddon);

const THEIRS = 5;
const [DUE, TIER, WHY] = [1, 4, 5];
const DAY_MS = 86_400_000;

const BRAVO = "name:bravo sarl#1";
const ACME = "name:acme gmbh#1";
const IN_MAY = "2027-05-01";

/** A team that is set up, with Amy at the screen. */
async function ready(sheets: readonly SheetGiven[] = team(), changes?: Parameters<typeof office>[1]): Promise<Office> {
  const it = await office([...sheets, { name: "F", rows: [[""]] }], { sharesLoaded: true, ...changes });
  it.call.setWho("Amy");
  setUp(it);
  it.clock += 60_000;
  return it;
}

const rowOf = (it: Office, company: string) => it.values("Customers").find(([name]) => name === company)!;
const ours = (it: Office, company: string) => rowOf(it, company).slice(THEIRS);
const tier = (it: Office, company: string) => ours(it, company)[TIER];

/** What the Classes tab says of a customer, by header. */
function classOf(it: Office, company: string, header: string) {
  const [headers, ...rows] = it.values("Classes");
  const name = headers!.indexOf("Customer");
  return rows.find((row) => row[name] === company)![headers!.indexOf(header)];
}

const typed = (it: Office, formula: string) => {
  it.addon.forget();
  it.put("F", 0, 0, { formula });
  return it.values("F")[0]![0];
};

const setTo = (it: Office, id: string, until = IN_MAY, axis = "value", key = BRAVO) =>
  it.call.setOverride(key, axis, id, "key account", until);

describe("a class set by hand", () => {
  test("stands in the customer's row and on the Classes tab at once, and moves his due day; nothing else changes", async () => {
    const it = await ready();
    const before = it.values("Customers");
    const { was, home } = setTo(it, "A");
    expect(was).toBeNull();
    expect(ours(it, "Bravo SARL")).toEqual([
      "Overdue",
      TODAY - 26,
      40,
      expect.any(String),
      "A",
      "by hand: key account",
    ]);
    expect(it.values("Customers").filter(([name]) => name !== "Bravo SARL")).toEqual(
      before.filter(([name]) => name !== "Bravo SARL"),
    );
    expect(rowOf(it, "Bravo SARL").slice(0, THEIRS)).toEqual(
      before.find(([name]) => name === "Bravo SARL")!.slice(0, THEIRS),
    );
    expect([classOf(it, "Bravo SARL", "Tier"), classOf(it, "Bravo SARL", "Tier: why")]).toEqual([
      "A",
      "Set by hand by Amy, until 2027-05-01: key account (by the rules: B)",
    ]);
    expect(home.overrides).toEqual({
      total: 1,
      list: [
        {
          key: BRAVO,
          company: "Bravo SARL",
          axis: "value",
          axisLabel: "Tier",
          class: "A",
          classLabel: "A",
          reason: "key account",
          until: IN_MAY,
          by: "Amy",
          day: "2026-11-22",
          state: "",
          place: expect.objectContaining({ sheet: "Customers", a1: "A3" }),
        },
      ],
    });
    expect(home.tiers.find(({ id }) => id === "A")!.count).toBe(1);
    // What stands there is what a run would write.
    expect(it.call.preview(null).cells).toBe(0);
  });

  test("on an axis that is ticked into the sheet its column follows", async () => {
    const it = await ready();
    it.call.showAxes(["relation", "stage"]);
    setTo(it, "lost", "", "relation");
    expect(ours(it, "Bravo SARL")[6 + it.values("Customers")[0]!.slice(11).indexOf("Relation")]).toBe("Lost");
    expect(it.call.preview(null).cells).toBe(0);
  });

  test("is what the formulas say too", async () => {
    const it = await ready();
    setTo(it, "A");
    const tables = "Customers!A1:E6, Orders!A1:F9";
    expect(typed(it, `=CUSTOMER_CLASS("Bravo SARL", "Tier", ${tables})`)).toBe("A");
    expect(typed(it, `=CUSTOMER_WHY("Bravo SARL", ${tables})`)).toBe(
      "Set by hand by Amy, until 2027-05-01: key account (by the rules: B)",
    );
    expect(typed(it, `=CUSTOMER_CLASS("Acme GmbH", "Tier", ${tables})`)).toBe("B");
    // On a day before it was set, and on its last one and the day after.
    for (const [day, class_] of [
      [TODAY - 1, "B"],
      [TODAY, "A"],
      [46_508, "A"],
      [46_509, "B"],
    ])
      expect(typed(it, `=CUSTOMER_CLASS("Bravo SARL", "Tier", ${tables}, ${day})`), String(day)).toBe(class_);
    expect(isoOf(46_508)).toBe(IN_MAY);
  });

  test.each([
    ["relation", "CUSTOMER_RELATION", "lost", "Lost"],
    ["activity", "CUSTOMER_ACTIVITY", "dormant", "Dormant"],
    ["frequency", "CUSTOMER_FREQUENCY", "high", "High"],
  ])("on %s is what the formula of the orders says, of him alone", async (axis, formula, id, label) => {
    const it = await ready();
    const says = (name: string) => typed(it, `=${formula}("${name}", Orders!A1:F9)`);
    const before = [says("Bravo SARL"), says("Acme GmbH")];
    setTo(it, id, IN_MAY, axis);
    expect(before[0]).not.toEqual(expect.stringMatching(new RegExp(`^${label}`)));
    expect(says("Bravo SARL")).toEqual(expect.stringMatching(new RegExp(`^${label}`)));
    expect(says("Bravo GmbH")).not.toEqual(expect.stringMatching(new RegExp(`^${label}`)));
    expect(says("Acme GmbH")).toEqual(before[1]);
  });

  test("follows in a cell that still says what the last run called the class; a word of somebody else's stays", async () => {
    const it = await ready();
    it.addon.rpc("setPolicy", { "label.value.B": "重要客户" });
    reclassify(it);
    expect(tier(it, "Bravo SARL")).toBe("重要客户");
    it.addon.rpc("setPolicy", { "label.value.B": "VIP" });
    it.put("Customers", 1, THEIRS + TIER, "老朋友");
    setTo(it, "A");
    setTo(it, "A", IN_MAY, "value", ACME);
    expect(tier(it, "Bravo SARL")).toBe("A");
    expect(tier(it, "Acme GmbH")).toBe("老朋友");
    // A move is one whatever the cell calls the tier that was.
    it.put("Orders", 6, 3, 120_000);
    it.put("Customers", 3, THEIRS + TIER, "重要客户");
    expect(it.call.preview(null).changes.list).toMatchObject([{ company: "Casa Blanca", from: "VIP", to: "C" }]);
  });

  test("follows its customer when the sheet is sorted, and stays when the set-up is run again", async () => {
    const it = await ready();
    setTo(it, "A");
    it.sort("Customers", [4, 3, 2, 1, 0]);
    expect(it.call.preview(null).cells).toBe(0);
    setUp(it);
    expect(tier(it, "Bravo SARL")).toBe("A");
  });

  test("costs no call to Google where it is read", async () => {
    const it = await ready();
    const look = () => callsOf(it, () => it.call.preview(null)).length;
    const formula = () => callsOf(it, () => typed(it, '=CUSTOMER_CLASS("Bravo SARL", "Tier", Customers!A1:E6)')).length;
    const before = [look(), formula()];
    setTo(it, "A");
    expect([look(), formula()]).toEqual(before);
  });

  test("is written within 30 calls", async () => {
    const it = await ready();
    expect(callsOf(it, () => setTo(it, "A")).length).toBeLessThanOrEqual(30);
  });

  test("leaves what somebody typed into our columns", async () => {
    const it = await ready();
    it.put("Customers", 2, THEIRS + TIER, "VIP");
    it.put("Customers", 2, THEIRS + WHY, "ask Ben");
    setTo(it, "A");
    expect(ours(it, "Bravo SARL").slice(TIER)).toEqual(["VIP", "ask Ben"]);
    expect(ours(it, "Bravo SARL")[DUE]).toBe(TODAY - 26);
  });

  test.each<[string, Parameters<Office["call"]["setOverride"]>, string]>([
    ["a class of no axis", [BRAVO, "value", "E", "x", ""], "This class cannot be set by hand. Reload the sidebar."],
    ["unrated", [BRAVO, "value", "unrated", "x", ""], "This class cannot be set by hand. Reload the sidebar."],
    ["no axis", [BRAVO, "mood", "A", "x", ""], "This class cannot be set by hand. Reload the sidebar."],
    ["no reason", [BRAVO, "value", "A", "  ", ""], "Give a reason of at most 200 characters."],
    ["a reason of 201 signs", [BRAVO, "value", "A", "x".repeat(201), ""], "Give a reason of at most 200 characters."],
    ["yesterday", [BRAVO, "value", "A", "x", "2026-11-21"], "The last day must be today or later."],
    ["no day", [BRAVO, "value", "A", "x", "soon"], "The last day must be today or later."],
    ["nobody", ["name:nova#1", "value", "A", "x", ""], "This customer's row is not there any more. Press Refresh."],
  ])("refuses %s with a sentence and changes nothing", async (_, given, sentence) => {
    const it = await ready();
    const before = it.values("Customers");
    expect(() => it.call.setOverride(...given)).toThrow(sentence);
    expect(it.values("Customers")).toEqual(before);
    expect(it.call.home().overrides.total).toBe(0);
  });

  test.each([
    ["today", "2026-11-22", "x"],
    ["no end, and a reason of 200 signs", "", "x".repeat(200)],
  ])("takes %s", async (_, until, reason) => {
    const it = await ready();
    it.call.setOverride(BRAVO, "value", "A", reason, until);
    expect(it.call.home().overrides.list).toMatchObject([{ until, reason }]);
    expect(tier(it, "Bravo SARL")).toBe("A");
  });
});

describe("the way back", () => {
  test("Undo of a set brings back the row, the Classes tab and what stood there before", async () => {
    const it = await ready();
    const before = [it.values("Customers"), it.values("Classes")];
    const first = setTo(it, "A");
    const set = [it.values("Customers"), it.values("Classes")];
    const second = setTo(it, "C", "");
    expect(second.was).toMatchObject({ class: "A", until: IN_MAY });
    expect(tier(it, "Bravo SARL")).toBe("C");
    it.call.undoOverride(second.undo);
    expect([it.values("Customers"), it.values("Classes")]).toEqual(set);
    it.call.undoOverride(first.undo);
    expect([it.values("Customers"), it.values("Classes")]).toEqual(before);
    // Once more does nothing.
    it.call.undoOverride(first.undo);
    expect([it.values("Customers"), it.values("Classes")]).toEqual(before);
  });

  test("Remove gives the class back to the rules, and Undo sets it again", async () => {
    const it = await ready();
    const before = it.values("Customers");
    setTo(it, "A");
    const set = it.values("Customers");
    const removed = it.call.removeOverride(BRAVO, "value");
    expect(removed.was).toMatchObject({ class: "A" });
    expect(removed.home.overrides.total).toBe(0);
    expect(it.values("Customers")).toEqual(before);
    it.call.undoOverride(removed.undo);
    expect(it.values("Customers")).toEqual(set);
    expect(it.call.removeOverride(ACME, "value").was).toBeNull();
  });

  test("what its owner took back in between is not brought back by a later undo", async () => {
    const it = await ready();
    const first = setTo(it, "A");
    it.clock += 1_000;
    const second = setTo(it, "C", "");
    it.clock += 1_000;
    it.call.undoOverride(first.undo);
    expect(tier(it, "Bravo SARL")).toBe("C");
    it.clock += 1_000;
    it.call.undoOverride(second.undo);
    expect([it.call.home().overrides.total, tier(it, "Bravo SARL")]).toEqual([0, "B"]);
  });

  test("an undo that was used once does not bring back what was removed again", async () => {
    const it = await ready();
    setTo(it, "A");
    it.clock += 1_000;
    const { undo } = it.call.removeOverride(BRAVO, "value");
    it.clock += 1_000;
    it.call.undoOverride(undo);
    expect(tier(it, "Bravo SARL")).toBe("A");
    it.clock += 1_000;
    it.call.removeOverride(BRAVO, "value");
    it.call.undoOverride(undo);
    expect([it.call.home().overrides.total, tier(it, "Bravo SARL")]).toEqual([0, "B"]);
  });

  test("a removal stands in the history as by hand", async () => {
    const it = await ready();
    setTo(it, "A");
    reclassify(it);
    it.clock += 60_000;
    it.call.removeOverride(BRAVO, "value");
    reclassify(it);
    expect(it.values("History").at(-1)!.slice(3, 9)).toEqual(["Bravo SARL", "Tier", "A", "B", "by hand", "Amy"]);
  });

  test.each<[string, (it: Office) => void]>([
    [
      "had run out before it was removed",
      (it) => {
        setTo(it, "A", "2026-11-23");
        reclassify(it);
        it.clock += 2 * DAY_MS;
        it.call.removeOverride(BRAVO, "value");
      },
    ],
    [
      "had run out before its setting was undone",
      (it) => {
        const { undo } = setTo(it, "A", "2026-11-23");
        reclassify(it);
        it.clock += 2 * DAY_MS;
        it.call.undoOverride(undo);
      },
    ],
  ])("one that %s moved nobody: the days did", async (_, act) => {
    const it = await ready();
    act(it);
    reclassify(it);
    expect(it.values("History").at(-1)!.slice(3, 9)).toEqual(["Bravo SARL", "Tier", "A", "B", "time", "Amy"]);
  });

  test("on its last day a removal still is by hand", async () => {
    const it = await ready();
    setTo(it, "A", "2026-11-23");
    reclassify(it);
    it.clock += DAY_MS;
    it.call.removeOverride(BRAVO, "value");
    reclassify(it);
    expect(it.values("History").at(-1)!.slice(3, 9)).toEqual(["Bravo SARL", "Tier", "A", "B", "by hand", "Amy"]);
  });

  test("one that said what the rules say moved nobody when it was removed: the data did", async () => {
    const it = await ready();
    setTo(it, "north_america", IN_MAY, "region");
    reclassify(it);
    it.call.removeOverride(BRAVO, "region");
    it.clock += 60_000;
    reclassify(it);
    setTo(it, "europe", IN_MAY, "region");
    it.clock += 60_000;
    it.call.removeOverride(BRAVO, "region");
    it.put("Customers", 2, 1, "Mexico");
    it.clock += 60_000;
    reclassify(it);
    const moves = it.values("History").filter((row) => row[3] === "Bravo SARL");
    expect(moves.map((row) => row.slice(5, 8))).toEqual([
      ["Europe", "North America", "by hand"],
      ["North America", "Europe", "by hand"],
      ["Europe", "Latin America", "data"],
    ]);
  });

  test("what a colleague has set since stays", async () => {
    const it = await ready();
    const { undo } = setTo(it, "A");
    it.runtime.as("ben");
    it.call.setWho("Ben");
    setTo(it, "C");
    it.runtime.as("amy");
    it.call.undoOverride(undo);
    expect(it.call.home().overrides.list).toMatchObject([{ class: "C", by: "Ben" }]);
    expect(tier(it, "Bravo SARL")).toBe("C");
  });

  test("undo of the last run leaves it, and the run after it says by hand in the history, once", async () => {
    const it = await ready();
    setTo(it, "A");
    expect(reclassify(it).home.undo).not.toBeNull();
    const moves = () =>
      it
        .values("History")
        .filter((row) => row[3] === "Bravo SARL")
        .map((row) => row.slice(4, 9));
    const expected = [["Tier", "B", "A", "by hand", "Amy"]];
    // The columns were up to date, so that only the ids of the Classes tab and the history are written.
    expect(moves()).toEqual(expected);
    reclassify(it);
    expect(moves()).toEqual(expected);
    it.call.undo();
    expect(tier(it, "Bravo SARL")).toBe("A");
    expect(it.call.home().overrides.total).toBe(1);
  });

  test("Remove Tierbook forgets them", async () => {
    const it = await ready();
    setTo(it, "A");
    it.call.remove();
    setUp(it);
    expect(it.call.home().overrides.total).toBe(0);
    expect(tier(it, "Bravo SARL")).toBe("B");
  });
});

describe("an override that has run out", () => {
  test("counts no more, is listed until somebody acts, and the move is told as time", async () => {
    const it = await ready();
    setTo(it, "A", "2026-11-23");
    reclassify(it);
    it.clock += DAY_MS;
    expect(reclassify(it).preview.noted.list.map(({ kind }) => kind)).not.toContain("override_expired");
    expect(tier(it, "Bravo SARL")).toBe("A");
    it.clock += DAY_MS;
    const { preview, home } = reclassify(it);
    const told = preview.noted.list.find(({ kind }) => kind === "override_expired")!;
    expect(findingsEn[told.kind](told.field, told.text, told.detail, told.count)).toBe(
      "Bravo SARL: Tier set by hand ran out 1 day ago: A → B.",
    );
    expect(told.place.a1).toBe("A3");
    expect(preview.changes.list).toMatchObject([{ company: "Bravo SARL", from: "A", to: "B" }]);
    expect(tier(it, "Bravo SARL")).toBe("B");
    expect(it.values("History").at(-1)!.slice(3, 9)).toEqual(["Bravo SARL", "Tier", "A", "B", "time", "Amy"]);
    expect(home.overrides.list).toMatchObject([{ state: "expired" }]);
    it.call.removeOverride(BRAVO, "value");
    expect(it.call.preview(null).noted.list.map(({ kind }) => kind)).not.toContain("override_expired");
  });

  test("can be renewed", async () => {
    const it = await ready();
    setTo(it, "A", "2026-11-22");
    it.clock += DAY_MS;
    expect(setTo(it, "A", "2026-12-31").was).toMatchObject({ state: "expired" });
    expect(tier(it, "Bravo SARL")).toBe("A");
    expect(it.call.home().overrides.list).toMatchObject([{ state: "", until: "2026-12-31" }]);
  });

  test("one whose customer is gone is listed and can be removed", async () => {
    const it = await ready();
    setTo(it, "A");
    it.put("Customers", 2, 0, "Nova SA");
    const home = it.call.home();
    expect(home.overrides.list).toMatchObject([{ company: "bravo sarl", state: "lost" }]);
    expect(home.noted.list.map(({ kind, text }) => [kind, text])).toContainEqual(["override_lost", "bravo sarl"]);
    expect(it.call.removeOverride(home.overrides.list[0]!.key, "value").home.overrides.total).toBe(0);
  });
});

/** Own grades in messy words: A, where we say B or else. */
function graded(): SheetGiven[] {
  const [customers, ...others] = team();
  const grades = ["Customer grade", "🟢 A级", "b", "vip", "grade C", ""];
  return [{ ...customers!, rows: customers!.rows.map((row, i) => [...row.slice(0, 4), grades[i]!]) }, ...others];
}

describe("the team's own grade", () => {
  test("the preview shows where it differs and why; what no list knows is not compared", async () => {
    const it = await office(graded());
    expect(it.call.preview(draftOf(it)).differs).toEqual({
      total: 2,
      keep: 2,
      unrated: 1,
      column: "Customer grade",
      list: [
        {
          key: ACME,
          company: "Acme GmbH",
          yours: "🟢 A级",
          ours: "B",
          clash: [],
          why: expect.stringContaining("does not order steadily"),
          place: expect.objectContaining({ a1: "E2" }),
        },
        expect.objectContaining({ company: "Delta Ltd", yours: "grade C", ours: "" }),
      ],
    });
  });

  test("a word that the policy lists as a grade is compared", async () => {
    const it = await ready(graded());
    it.addon.rpc("setPolicy", { "grade.A": "a级, VIP" });
    expect(it.call.preview(null).differs.list.map(({ company }) => company)).toEqual([
      "Acme GmbH",
      "Casa Blanca",
      "Delta Ltd",
    ]);
  });

  test.each<[string, string, Record<string, unknown>, string | undefined]>([
    ["a word of ours, in whatever language and of whatever choice of words", "🔴 中等价值", {}, "C"],
    ["a word of ours with its letter", "High value A!", {}, "A"],
    ["the id of our tier", "a", {}, "A"],
    ["高价值, which is A and B", "高价值", {}, undefined],
    ["high value, which is A and B", "High value", {}, undefined],
    ["a word of nobody's", "重要客户", {}, undefined],
    ["a word of the team's for a tier", "★重要客户", { "label.value.A": "重要客户" }, "A"],
    ["高价值, which a list of the policy has", "高价值", { "grade.A": "a级, 高价值" }, "A"],
    ["a word of ours that a list of the policy has elsewhere", "中等价值", { "grade.D": "d, 中等价值" }, "D"],
    [
      "a letter that is a word of the team's for another tier",
      "A",
      { "label.value.C": "A", "label.value.A": "S" },
      "A",
    ],
  ])("%s: %s is understood by the lists of the policy, then by our words", async (_, grade, policy, tier) => {
    const [customers, ...others] = team();
    const rows = customers!.rows.map((row, i) => [
      ...row.slice(0, 4),
      i === 0 ? "Customer grade" : i === 4 ? grade : "",
    ]);
    const it = await ready([{ ...customers!, rows }, ...others]);
    if (Object.keys(policy).length > 0) it.addon.rpc("setPolicy", policy);
    // The fourth customer has no tier by the rules.
    expect(it.call.preview(null).differs.list.map(({ yours }) => yours)).toEqual(tier === undefined ? [] : [grade]);
    if (tier === undefined) return;
    it.call.keepGrades(null, null);
    expect(it.call.home().overrides.list.map((one) => one.class)).toEqual([tier]);
  });

  describe("where a customer stands in two rows", () => {
    const twice = (first: string, second: string): SheetGiven[] => {
      const [customers, ...others] = graded();
      const rows = customers!.rows.map((row) => [...row]);
      rows[1]![4] = first;
      return [{ ...customers!, rows: [...rows, [...rows[1]!.slice(0, 4), second]] }, ...others];
    };
    const CLASH = ["A级", "C"];

    test.each([
      ["grades", "A级", "C", CLASH, 2],
      ["grades, one of which is ours,", "C", "B", ["C", "B"], 1],
    ])("two different %s are told, and neither is kept", async (_, first, second, clash, differing) => {
      const it = await ready(twice(first, second));
      const { differs } = it.call.preview(null);
      const his = differs.list.filter(({ company }) => company === "Acme GmbH");
      expect(his.map((one) => one.clash)).toEqual(Array(differing).fill(clash));
      expect([differs.total, differs.keep]).toEqual([differing + 1, 1]);
      expect(it.call.keepGrades([ACME], null).kept).toBe(0);
      expect(it.call.keepGrades(null, null).kept).toBe(1);
      expect(it.call.home().overrides.list.map((one) => one.company)).toEqual(["Delta Ltd"]);
    });

    test.each([
      ["the same grade in other words", "A级", "grade A", 2],
      ["one grade and a blank cell", "A级", "", 1],
      ["one grade and a word that no list knows", "A级", "vip", 1],
    ])("%s is kept for both", async (_, first, second, differing) => {
      const it = await ready(twice(first, second));
      const { differs } = it.call.preview(null);
      expect([differs.total, differs.keep]).toEqual([differing + 1, 2]);
      expect(differs.list.flatMap((one) => one.clash)).toEqual([]);
      expect(it.call.keepGrades([ACME], null).kept).toBe(1);
      expect(it.call.preview(null).tiers.find(({ id }) => id === "A")!.count).toBe(2);
    });
  });

  test("Keep mine for one: he is graded so for a year, with the reason in the team's language", async () => {
    const it = await ready(graded());
    const { preview, kept } = it.call.keepGrades([ACME], null);
    expect(kept).toBe(1);
    expect(preview.differs.list.map(({ company }) => company)).toEqual(["Delta Ltd"]);
    expect(preview.changes.list).toMatchObject([{ company: "Acme GmbH", from: "B", to: "A" }]);
    finish(it, it.call.begin(preview.fingerprint, null));
    expect(ours(it, "Acme GmbH").slice(TIER)).toEqual(["A", "by hand: own grade"]);
    expect(it.call.home().overrides.list).toMatchObject([
      { class: "A", reason: "own grade", until: "2027-11-22", by: "Amy" },
    ]);
    expect(rowOf(it, "Acme GmbH")[4]).toBe("🟢 A级");
  });

  test("Keep mine for all, and one undo takes all of it back", async () => {
    const it = await ready(graded());
    const before = it.call.preview(null);
    const { preview, kept, undo } = it.call.keepGrades(null, null);
    expect([kept, preview.differs.total]).toEqual([2, 0]);
    expect(preview.fingerprint).not.toBe(before.fingerprint);
    expect(it.call.undoGrades(undo, null)).toEqual(before);
  });

  test("its undo brings back what had been set by hand before, and leaves what a colleague set since", async () => {
    const it = await ready(graded());
    it.call.setOverride(ACME, "value", "C", "pays late", "");
    const { undo } = it.call.keepGrades(null, null);
    expect(it.call.home().overrides.total).toBe(2);
    it.runtime.as("ben");
    it.call.setWho("Ben");
    it.call.setOverride("name:delta ltd#1", "value", "B", "sister of Acme", "");
    it.call.undoGrades(undo, null);
    expect(it.call.home().overrides.list.map((one) => [one.company, one.class, one.by])).toEqual([
      ["Delta Ltd", "B", "Ben"],
      ["Acme GmbH", "C", "Amy"],
    ]);
  });

  test("in the set-up too, in Chinese", async () => {
    const it = await office(graded(), { locale: "zh_CN" });
    it.call.setWho("小王");
    const draft = draftOf(it);
    const { preview } = it.call.keepGrades(null, draft);
    expect(preview.differs.total).toBe(0);
    finish(it, it.call.begin(preview.fingerprint, draft));
    expect(ours(it, "Acme GmbH").slice(TIER)).toEqual(["A", "手动：自己的等级"]);
  });

  test("who had seen a preview before a colleague kept his grades sees the new one before anything is written", async () => {
    const it = await ready(graded());
    const seen = it.call.preview(null);
    it.runtime.as("ben");
    it.call.keepGrades(null, null);
    it.runtime.as("amy");
    expect(it.call.begin(seen.fingerprint, null)).toMatchObject({ kind: "changed" });
  });
});

describe.each(["fail", "stop"] as const)("Google's services %s", (kind) => {
  const total = (it: Office) => it.call.home().overrides.total;

  test("at any call of a set: it stands or not, the cells are before or after, the next run puts all right", async () => {
    const it = await ready();
    const again = it.keep();
    const before = it.values("Customers");
    const calls = callsOf(it, () => setTo(it, "A")).length;
    setTo(it, "A");
    const after = it.values("Customers");
    for (let at = 1; at <= calls; at++) {
      again();
      it.runtime.faults.at(at, kind);
      expect(() => setTo(it, "A"), `call ${at}`).toThrow();
      const stands = total(it) === 1;
      expect(stands ? [before, after] : [before], `call ${at}, cells`).toContainEqual(it.values("Customers"));
      reclassify(it);
      expect(it.values("Customers"), `call ${at}, next run`).toEqual(stands ? after : before);
      // Set again because nobody saw an answer: it stands once.
      setTo(it, "A");
      expect([total(it), it.values("Customers")], `call ${at}, again`).toEqual([1, after]);
    }
  }, 300_000);

  test("at any call of Keep mine for all: all stand or none", async () => {
    const it = await ready(graded());
    const again = it.keep();
    const calls = callsOf(it, () => it.call.keepGrades(null, null)).length;
    for (let at = 1; at <= calls; at++) {
      again();
      it.runtime.faults.at(at, kind);
      expect(() => it.call.keepGrades(null, null), `call ${at}`).toThrow();
      expect([0, 2], `call ${at}`).toContain(total(it));
      it.call.keepGrades(null, null);
      expect(total(it), `call ${at}, again`).toBe(2);
    }
  }, 300_000);
});

test("somebody sorts the customers at any call of a set: the right row follows", async () => {
  const it = await ready();
  const again = it.keep();
  const log = callsOf(it, () => setTo(it, "A"));
  const reads = log.flatMap((name, i) => (/getValues Customers!/.test(name) ? [i + 1] : []));
  expect(reads.length).toBeGreaterThan(1);
  for (let at = 1; at <= reads[reads.length - 1]!; at++) {
    again();
    it.runtime.faults.at(at, () => it.sort("Customers", [4, 2, 0, 1, 3]));
    setTo(it, "A");
    expect(tier(it, "Bravo SARL"), `call ${at}`).toBe("A");
    expect(it.call.preview(null).cells, `call ${at}`).toBe(0);
  }
}, 300_000);

/** Puts overrides of customers who are long gone into the document. */
function fill(it: Office, count: number, reason = "x"): void {
  const lines = Array.from({ length: count }, (_, i) => [
    `id:c-${i}`,
    "1k2j3h4g5f6",
    "value",
    "A",
    reason,
    null,
    "Amy",
    TODAY,
  ]);
  const text = JSON.stringify(lines);
  const kept = it.runtime.machine.state.documentProperties;
  let parts = 0;
  for (let at = 0; at < text.length; at += 2_900)
    kept.set(`tierbook.overrides.a.${parts++}`, text.slice(at, at + 2_900));
  kept.set("tierbook.overrides", JSON.stringify({ generation: "a", parts }));
}

describe("how many there may be", () => {
  const total = (it: Office) => it.call.home().overrides.total;
  const FULL = /^There is no room for more: 2001 classes would be set by hand, and at most 2000, with short reasons/;

  test("2,000 find room; of all grades as many are kept as fit, and one more is refused with a sentence", async () => {
    const it = await ready(graded());
    fill(it, 1_999);
    expect(it.call.keepGrades(null, null)).toMatchObject({ kept: 1, left: 1 });
    expect(total(it)).toBe(2_000);
    expect(() => it.call.keepGrades(null, null)).toThrow(FULL);
    expect(total(it)).toBe(2_000);
    expect(() => setTo(it, "A")).toThrow(FULL);
    // In the place of one that stands there is room.
    it.call.setOverride(ACME, "value", "C", "x", "");
    it.call.removeOverride("id:c-0#0", "value");
    setTo(it, "A");
    expect(total(it)).toBe(2_000);
  });

  test("reasons so long that they would fill the store are refused before Google does; below that all is kept, time and again", async () => {
    const it = await ready();
    fill(it, 330, "重".repeat(200));
    for (const id of ["A", "C", "A", "D"]) setTo(it, id);
    expect(total(it)).toBe(331);
    fill(it, 345, "重".repeat(200));
    expect(() => setTo(it, "A")).toThrow("There is no room for more: 346 classes");
  });
});
