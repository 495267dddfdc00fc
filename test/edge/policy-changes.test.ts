import { beforeAll, describe, expect, test } from "vitest";
import { builtAddon, type Office, office, reclassify, setUp, TODAY, team } from "./office";

beforeAll(builtAddon);

const TIER = 9;
const rowOf = (it: Office, key: string): number => it.values("Policy").findIndex((row) => row[4] === key);
const valueIn = (it: Office, key: string) => it.values("Policy")[rowOf(it, key)]![1];
const type = (it: Office, key: string, value: string | number | { day: number }) =>
  it.put("Policy", rowOf(it, key), 1, value);

async function graded(): Promise<Office> {
  const it = await office(team());
  setUp(it);
  return it;
}

/** Label, old and new, and the cell. */
const told = (it: Office) =>
  it.call.preview(null).policy.list.map(({ label, from, to, place }) => [label, from, to, place?.a1]);

describe("what has changed in the policy since the last run", () => {
  test("is nothing after a set-up and after a run", async () => {
    const it = await graded();
    expect(it.call.preview(null).policy).toEqual({ total: 0, list: [], more: 0, rows: 0 });
    type(it, "value.B.min", 400_000);
    reclassify(it);
    expect(it.call.preview(null).policy.total).toBe(0);
  });

  test("is told by its name, old and new, and the cell, before anything is graded by it", async () => {
    const it = await graded();
    type(it, "value.B.min", 250_000.5);
    type(it, "source.fair", `${valueIn(it, "source.fair")}, Messe`);
    type(it, "backlog.start", { day: TODAY - 1 });
    type(it, "label.value.A", "Key");
    const cell = (key: string) => `B${rowOf(it, key) + 1}`;
    expect(told(it)).toEqual([
      ["Tier B: from (included)", "300,000", "250,000.5", cell("value.B.min")],
      ["Older silence counts from this day (blank: as it is)", "", "2026-11-21", cell("backlog.start")],
      [expect.any(String), "", "Messe", cell("source.fair")],
      ["Word for Tier · A", "A", "Key", cell("label.value.A")],
    ]);
  });

  test("is still told when the sidebar was opened in between, which says so too, and until the next run", async () => {
    const it = await graded();
    type(it, "value.B.min", 400_000);
    const sentence = "1 value of the policy has changed since the last run. The next run grades by the new policy.";
    expect(it.call.home().notices).toEqual([sentence]);
    expect(it.call.home().notices).toEqual([sentence]);
    type(it, "cadence.A", 10);
    it.call.home();
    expect(it.call.preview(null).policy.total).toBe(2);
    const { home } = reclassify(it);
    expect([home.notices, it.call.home().notices, it.call.preview(null).policy.total]).toEqual([[], [], 0]);
  });

  test("is nothing where it was changed back", async () => {
    const it = await graded();
    type(it, "value.B.min", 400_000);
    it.call.home();
    type(it, "value.B.min", 300_000);
    it.call.home();
    expect(it.call.preview(null).policy.total).toBe(0);
    expect(it.call.home().notices).toEqual([]);
  });

  test("lists five, and counts all", async () => {
    const it = await graded();
    const keys = ["cadence.A", "cadence.B", "cadence.C", "cadence.D", "cadence.not_bought", "today.max"];
    for (const key of keys) type(it, key, 21);
    const { policy } = it.call.preview(null);
    expect([policy.total, policy.more, policy.list.map(({ key }) => key)]).toEqual([6, 1, keys.slice(0, 5)]);
  });

  test.each([
    ["en", "Words for classes: ", "Eight dimensions", "Foreign-trade customers"],
    ["zh", "类别的用语：", "八个维度", "外贸客户分类"],
  ])("in %s names a choice of words in one line, apart from what was typed", async (locale, label, from, to) => {
    const it = await office(team(), { locale });
    setUp(it);
    const { change } = it.call.presets("trade");
    it.call.usePreset("trade", false);
    const tab = locale === "en" ? "Policy" : "规则";
    it.put(
      tab,
      it.values(tab).findIndex((row) => row[4] === "cadence.A"),
      1,
      21,
    );
    const { policy } = it.call.preview(null);
    expect(policy.list).toEqual([
      { key: "", label: expect.stringContaining(label), from, to, own: false, place: null },
      expect.objectContaining({ key: "cadence.A", from: "14", to: "21" }),
    ]);
    expect([policy.total, policy.more]).toEqual([change!.words.length + 1, 0]);
    expect(policy.list[0]!.label).toContain(String(change!.words.length));
  });

  test("tells a word that was typed by hand by itself, also beside a choice of words", async () => {
    const it = await graded();
    type(it, "label.value.A", "Key");
    it.call.usePreset("trade", false);
    expect(it.call.preview(null).policy.list.map(({ label }) => label)).toEqual([
      expect.stringContaining("Words for classes"),
      "Word for Tier · A",
    ]);
  });

  test("is not told of a cell that cannot be used: the policy in force is the old one", async () => {
    const it = await graded();
    type(it, "value.B.min", "much");
    expect(it.call.preview(null).policy.total).toBe(0);
  });

  test("costs no call to Google more", async () => {
    const calls = (it: Office): number => {
      it.runtime.calls.reset();
      it.call.preview(null);
      return it.runtime.calls.count;
    };
    const it = await graded();
    const before = calls(it);
    type(it, "value.B.min", 400_000);
    expect(calls(it)).toBe(before);
  });
});

describe("the default of a value", () => {
  test("is put back into its cell by one press, and nothing else is touched", async () => {
    const it = await graded();
    type(it, "value.B.min", 400_000);
    type(it, "cadence.A", 21);
    it.put("Policy", rowOf(it, "value.B.min"), 6, "our note");
    const before = it.values("Policy");
    it.call.resetPolicy("value.B.min");
    const row = rowOf(it, "value.B.min");
    expect(valueIn(it, "value.B.min")).toBe(300_000);
    const after = it.values("Policy");
    after[row]![1] = 400_000;
    expect(after).toEqual(before);
    expect(told(it)).toEqual([["Cadence of tier A", "14", "21", `B${rowOf(it, "cadence.A") + 1}`]]);
  });

  test.each([
    ["a list of words", "order.listed", "mine"],
    ["a word for a class", "label.value.A", "Key"],
    ["what to do", "treatment.source.fair", "Call him"],
    ["a region", "region.DE", "Africa"],
    ["a day", "backlog.start", { day: TODAY - 1 }],
    ["a cell that cannot be used", "cadence.A", "often"],
  ] as [string, string, string | number | { day: number }][])(
    "of %s stands there as at first",
    async (_, key, value) => {
      const it = await graded();
      const first = valueIn(it, key);
      type(it, key, value);
      expect(valueIn(it, key)).not.toEqual(first);
      it.call.resetPolicy(key);
      expect(valueIn(it, key)).toEqual(first);
      expect(it.call.preview(null)).toMatchObject({ notices: [], policy: { total: 0 } });
    },
  );

  test("counts in an emptied cell as well, which is offered nothing", async () => {
    const it = await graded();
    type(it, "value.B.min", 400_000);
    reclassify(it);
    type(it, "value.B.min", "");
    expect(it.call.preview(null).policy.list).toMatchObject([{ from: "400,000", to: "300,000", own: false }]);
    reclassify(it);
    expect(it.values("Customers")[2]![TIER]).toBe("B");
  });

  test("of a value that is no row any more is refused", async () => {
    const it = await graded();
    expect(() => it.call.resetPolicy("cadence.Z")).toThrow("no such row any more");
  });
});

/** Keys that came with the version after the last release. */
const isNew = (key: string): boolean =>
  /^(label|treatment)\.(relation|loyalty|potential|locality|identity|industry|product|size)\./.test(key) ||
  /^treatment\.(activity|engagement|frequency)\./.test(key) ||
  /^(relation|loyalty|potential|size|home|identity|industry|product|grade)\./.test(key);

/** A policy sheet as the last release left it: without rows of the axes that are new. */
async function older(): Promise<{ it: Office; gone: string[] }> {
  const it = await graded();
  const gone: string[] = [];
  for (let row = it.values("Policy").length - 1; row >= 0; row--) {
    const key = String(it.values("Policy")[row]![4]);
    if (!isNew(key)) continue;
    gone.push(key);
    it.store.deleteRows(it.sheetId("Policy"), row, 1);
  }
  return { it, gone };
}

describe("a policy sheet of an older version", () => {
  test("lacks rows: until they are there their defaults are in force, and the preview says how many come", async () => {
    const { it, gone } = await older();
    expect(gone.length).toBe(153);
    const preview = it.call.preview(null);
    expect(preview).toMatchObject({ cells: 0, notices: [], policy: { total: 0, rows: gone.length } });
    expect(it.call.home().notices).toEqual([]);
  });

  test("gets them below the others with the next run; what stands there is not touched", async () => {
    const { it, gone } = await older();
    const id = it.sheetId("Policy");
    type(it, "cadence.A", 21);
    it.put("Policy", rowOf(it, "cadence.B"), 5, "our note");
    const last = it.values("Policy").length - 1;
    it.sort("Policy", [...Array(last).keys()].reverse());
    it.store.hideRows(id, 3, 2, true);
    // Beside them TIERBOOK_DAY says that the policy is another.
    const rows = () => it.values("Policy").map((row) => row.slice(0, 6));
    const before = rows();
    reclassify(it);
    const after = rows();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(
      after
        .slice(before.length)
        .map((row) => row[4])
        .sort(),
    ).toEqual([...gone].sort());
    expect(it.store.isRowHidden(id, 3)).toBe(true);
    expect(it.call.preview(null)).toMatchObject({ cells: 0, notices: [], policy: { total: 0, rows: 0 } });
  });

  test("gets them as a new sheet has them: name, value, unit, what is allowed, formats", async () => {
    const { it } = await older();
    reclassify(it);
    const fresh = await graded();
    const rows = (one: Office) => {
      const id = one.sheetId("Policy");
      const formats = (row: number) => one.store.formats(id, { top: row, left: 0, bottom: row, right: 4 })[0];
      return one
        .values("Policy")
        .map((row, at) => ({ cells: row.slice(0, 5), formats: formats(at) }))
        .filter(({ cells }) => isNew(String(cells[4])))
        .sort((a, b) => (String(a.cells[4]) < String(b.cells[4]) ? -1 : 1));
    };
    expect(rows(it)).toEqual(rows(fresh));
  });

  test("gets them into its own columns where the team has put one in between", async () => {
    const { it, gone } = await older();
    it.store.insertColumns(it.sheetId("Policy"), 1, 1);
    reclassify(it);
    const row = it.values("Policy").find((cells) => cells[5] === "relation.lost.days");
    expect(row?.slice(0, 6)).toEqual([
      "Lost: days since the last order, more than",
      "",
      730,
      "days",
      "a whole number, 0 to 3650",
      "relation.lost.days",
    ]);
    expect(it.call.preview(null).policy.rows).toBe(0);
    expect(gone).toContain("relation.lost.days");
  });

  test("gets a row of the upper part below the last one there", async () => {
    const it = await graded();
    const at = rowOf(it, "cadence.D");
    it.store.deleteRows(it.sheetId("Policy"), at, 1);
    const lastOnTop = rowOf(it, "activity.dormant.days");
    expect(it.call.preview(null).policy.rows).toBe(1);
    reclassify(it);
    expect([rowOf(it, "activity.dormant.days"), rowOf(it, "cadence.D")]).toEqual([lastOnTop, lastOnTop + 1]);
    expect(valueIn(it, "cadence.D")).toBe(90);
    expect(it.call.preview(null)).toMatchObject({ notices: [], policy: { rows: 0 } });
  });

  test("waits where a set-up is run again, whose preview says what the set-up changes", async () => {
    const { it, gone } = await older();
    const { preview } = setUp(it);
    expect(preview.policy.rows).toBe(0);
    expect(rowOf(it, "relation.lost.days")).toBe(-1);
    expect(it.call.preview(null).policy.rows).toBe(gone.length);
  });

  test("is left alone by the daily run, which nobody sees before", async () => {
    const { it } = await older();
    it.call.switchOn(8);
    it.clock += 86_400_000;
    const before = it.values("Policy").map((row) => row[4]);
    it.addon.run("refreshDaily");
    expect(it.values("Policy").map((row) => row[4])).toEqual(before);
  });
});

describe("the linter", () => {
  test.each([
    ["value.A.min", 100, "value.A.min", "look as if one were in 万"],
    ["value.A.min", "5,000,000元", "value.A.min", "is not in USD, the base currency"],
    ["frequency.mid.max", 92, "frequency.high.max", "must stay below"],
    ["cadence.A", "lots", "cadence.A", "“Cadence of tier A” cannot be “lots”. Allowed: a whole number, 1 to 3650"],
    ["order.counts", "deposit, shipped, on hold", "order.listed", "need different words: “on hold” stands for both"],
  ])("refuses %s = %s, names the cell, and the last good policy stays", async (key, value, named, sentence) => {
    const it = await graded();
    type(it, key, value);
    const { notices } = it.call.preview(null);
    expect(notices[0]).toContain(`Policy!B${rowOf(it, named) + 1}: `);
    expect(notices[0]).toContain(sentence);
    expect(notices.at(-1)).toBe("Until this is mended, the last good policy stays in force.");
  });

  test("refuses a policy that leaves a customer of whom all is known without a class", async () => {
    const it = await graded();
    for (const key of ["steady", "years", "punctual", "satisfaction"]) type(it, `loyalty.${key}`, 0);
    expect(it.call.preview(null).notices).toEqual([
      `Policy!B${rowOf(it, "loyalty.steady") + 1}: A customer of whom all is known would get no class on the axis Loyalty. Look at “Loyalty: points for ordering steadily”.`,
      "Until this is mended, the last good policy stays in force.",
    ]);
    it.addon.rpc("setPolicy", { "loyalty.steady": "1" });
    const zeros = { "loyalty.years": "0", "loyalty.punctual": "0", "loyalty.satisfaction": "0", "loyalty.steady": "0" };
    expect(() => it.addon.rpc("setPolicy", zeros)).toThrow("would get no class");
  });

  test("only warns of a class that nobody can get any more, as long as it is so", async () => {
    const it = await graded();
    type(it, "potential.stars", 0);
    type(it, "potential.high.min", 90);
    const warning = `Policy!B${rowOf(it, "potential.stars") + 1}: Nobody can be “High” on the axis Potential any more. Look at “Potential: points for 3 or 2 stars”.`;
    expect(it.call.preview(null).notices).toEqual([warning]);
    const { home } = reclassify(it);
    expect([home.notices, it.call.preview(null).notices, it.call.home().notices]).toEqual(Array(3).fill([warning]));
    // As an older version saved it, which knew no warnings.
    const store = it.runtime.machine.state.documentProperties;
    for (const [key, text] of store) store.set(key, text.replace('"warnings":', '"ignored":'));
    expect([it.call.preview(null).notices, it.call.home().notices]).toEqual([[warning], [warning]]);
    it.call.resetPolicy("potential.stars");
    type(it, "potential.high.min", 60);
    expect(it.call.preview(null).notices).toEqual([]);
  });
});
