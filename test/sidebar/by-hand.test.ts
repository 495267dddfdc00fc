// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import type { PreviewView } from "../../src/edge/views";
import { draft, home, override, place, preview } from "./fake-server";
import { person } from "./person";

type Given = Parameters<typeof person>[0];

type Differing = PreviewView["differs"]["list"][number];

const one = (key: string, company: string, yours: string, changes: Partial<Differing> = {}): Differing => ({
  key,
  company,
  yours,
  ours: "C",
  clash: [],
  why: "USD 120,000 in 12 months",
  place: place("E9"),
  ...changes,
});

const DIFFERS = {
  total: 7,
  keep: 7,
  unrated: 0,
  column: "客户等级",
  list: [one("k1", "Northwind GmbH", "A级"), one("k2", "Atlas", "B")],
};

/** Amy before a preview in which her grades differ. */
const atPreview = async (given: Given = {}, lang = "en") => {
  const amy = await person(
    { open: () => ({ state: "ready", who: "Amy" }), preview: () => preview({ differs: DIFFERS }), ...given },
    lang,
  );
  await amy.press(lang === "zh" ? "全部重新分级" : "Reclassify all");
  return amy;
};

describe("Keep mine", () => {
  test("each line says both grades and why, and is kept by itself", async () => {
    const amy = await atPreview();
    expect(amy.reads()).toContain("Northwind GmbHyours A级, Tierbook: CUSD 120,000 in 12 months");
    await amy.press("Keep mine: Atlas");
    expect(amy.asked("keepGrades")).toEqual([[["k2"], null]]);
    expect(amy.heading()).toBe("Preview");
    expect(amy.reads()).toContain("Your own grade stands for 1 customer, for a year.");
  });

  test("all are kept at once, and one undo takes all of it back", async () => {
    const amy = await atPreview();
    await amy.press("Keep mine for all 7");
    expect(amy.asked("keepGrades")).toEqual([[null, null]]);
    expect(amy.reads()).toContain("Your own grade stands for 7 customers, for a year.");
    expect(amy.reads()).not.toContain("Differs from your column");
    await amy.press("Undo");
    expect(amy.asked("undoGrades")).toEqual([["g1", null]]);
    expect(amy.reads()).not.toContain("Your own grade stands");
  });

  test.each([
    ["en", "Keep mine for all 7", "Your own grade stands for 5 customers, for a year. There was no room for 2 more."],
    ["zh", "全部保留我的（7）", "5 个客户按你自己的等级，一年内有效。另有 2 个放不下了，没有保留。"],
  ])("for how many there was no room is said (%s)", async (lang, label, said) => {
    const amy = await atPreview({ keepGrades: () => ({ preview: preview(), kept: 5, left: 2, undo: "g1" }) }, lang);
    await amy.press(label);
    expect(amy.reads()).toContain(said);
  });

  test.each([
    ["en", 1, "Of these, 1 has no tier by Tierbook yet; there your grade stands too."],
    ["en", 3, "Of these, 3 have no tier by Tierbook yet; there your grade stands too."],
    ["zh", 3, "其中 3 个按规则还没有等级，也采用你的等级。"],
  ])("how many of them the rules give no tier stands beside the button (%s, %i)", async (lang, unrated, said) => {
    const amy = await atPreview({ preview: () => preview({ differs: { ...DIFFERS, unrated } }) }, lang);
    expect(amy.reads()).toContain(`${lang === "zh" ? "全部保留我的（7）" : "Keep mine for all 7"}${said}`);
  });

  test("beside a button for customers who all have a tier stands nothing", async () => {
    expect((await atPreview()).reads()).not.toContain("no tier by Tierbook yet");
  });

  test.each([
    ["en", "yours A级, no tier by Tierbook yet"],
    ["zh", "你的 A级，按规则还没有等级"],
  ])("a grade beside no tier of ours is said so (%s)", async (lang, said) => {
    const list = [one("k1", "Northwind GmbH", "A级", { ours: "" })];
    const amy = await atPreview({ preview: () => preview({ differs: { ...DIFFERS, list } }) }, lang);
    expect(amy.reads()).toContain(said);
  });

  test.each([
    [
      "en",
      "Keep mine: Northwind GmbH",
      "This customer's rows hold different grades of yours (A级, B). Tierbook does not choose: make them the same, or set the tier by hand.",
    ],
    [
      "zh",
      "保留我的：Northwind GmbH",
      "这个客户有几行，你填的等级不一样（A级、B）。我们不替你选：请在你的列里改成一样，或手动设定。",
    ],
  ])("a customer whose rows hold two grades is left to the person, with a sentence (%s)", async (lang, label, said) => {
    const list = [one("k1", "Northwind GmbH", "A级", { clash: ["A级", "B"] })];
    const differs = { ...DIFFERS, total: 1, keep: 0, list };
    const amy = await atPreview({ preview: () => preview({ differs }) }, lang);
    expect(amy.reads()).toContain(said);
    expect(amy.buttons()).not.toContain(label);
    expect(amy.buttons().filter((one) => one.startsWith("Keep mine for all") || one.startsWith("全部保留"))).toEqual(
      [],
    );
    expect(amy.buttons()).toContain(lang === "zh" ? "定位到行：Northwind GmbH" : "Go to row: Northwind GmbH");
  });

  test("Write after it goes by the new preview", async () => {
    const amy = await atPreview();
    await amy.press("Keep mine for all 7");
    await amy.press("Write");
    expect(amy.asked("begin")).toEqual([["f2", null]]);
  });

  test("in the set-up the draft goes with it", async () => {
    const amy = await person({ preview: () => preview({ differs: DIFFERS }) });
    for (const label of ["Start", "Looks right", "Preview", "Keep mine for all 7", "Undo"]) await amy.press(label);
    const given = { ...draft, answers: { dates: "dmy" }, backlog: "as_is" };
    expect(amy.asked("keepGrades")).toEqual([[null, given]]);
    expect(amy.asked("undoGrades")).toEqual([["g1", given]]);
  });

  test("who has given no name is asked for it first", async () => {
    const amy = await atPreview({ open: () => ({ state: "ready", who: "" }), home: () => home({ who: "" }) });
    await amy.press("Keep mine: Atlas");
    expect(amy.asked("keepGrades")).toEqual([]);
    await amy.type("Name", "Amy");
    await amy.press("Continue");
    expect(amy.asked("keepGrades")).toEqual([[["k2"], null]]);
  });

  test("a refusal is said, and the preview stays", async () => {
    const amy = await atPreview({
      keepGrades: () => {
        throw new Error("There is no room for more.");
      },
    });
    await amy.press("Keep mine for all 7");
    expect(amy.error()).toBe("There is no room for more.");
    expect(amy.button("Keep mine: Atlas").disabled).toBe(false);
  });

  test("in Chinese too", async () => {
    const amy = await atPreview({}, "zh");
    await amy.press("全部保留我的（7）");
    expect(amy.reads()).toContain("7 个客户按你自己的等级，一年内有效。");
  });
});

describe("what is set by hand", () => {
  const list = [
    override({ key: "id:9#0", company: "acme", state: "lost", by: "" }),
    override({ company: "Atlas", state: "expired", until: "2026-11-20" }),
    override(),
    override({ company: "Sol y Mar S.A.", axis: "relation", axisLabel: "Relation", classLabel: "Lost", until: "" }),
  ];
  const atHome = (given: Given = {}, lang = "en") =>
    person(
      {
        open: () => ({ state: "ready", who: "Amy" }),
        home: () => home({ overrides: { total: 130, list } }),
        ...given,
      },
      lang,
    );

  test("stands on the home with axis, class, last day, reason and who set it", async () => {
    const amy = await atHome();
    for (const text of [
      "Set by hand: 130",
      "The first 4 of 130.",
      "Tier: A · customer not found",
      "key account (2 Nov 2026)",
      "Tier: A · ran out on 20 Nov 2026",
      "Tier: A · until 31 Dec 2026",
      "key account (Ben, 2 Nov 2026)",
      "Relation: Lost · no end",
    ])
      expect(amy.reads()).toContain(text);
    expect(amy.buttons().filter((label) => label.startsWith("Go to row: acme"))).toEqual([]);
  });

  test.each([
    ["en", "until today", "key account (Ben, today)"],
    ["zh", "到 今天 为止", "key account（Ben，今天）"],
  ])("today is called so (%s)", async (lang, until, reason) => {
    const today = [override({ until: "2026-11-22", day: "2026-11-22" })];
    const amy = await atHome({ home: () => home({ overrides: { total: 1, list: today } }) }, lang);
    expect(amy.reads()).toContain(until);
    expect(amy.reads()).toContain(reason);
  });

  test("is not spoken of where there is none", async () => {
    const amy = await atHome({ home: () => home() });
    expect(amy.reads()).not.toContain("Set by hand");
  });

  test("is given back to the rules by one press, and set again by Undo", async () => {
    const amy = await atHome();
    await amy.press("Remove: Sol y Mar S.A., Relation");
    expect(amy.asked("removeOverride")).toEqual([["k1", "relation"]]);
    expect(amy.reads()).toContain("Sol y Mar S.A.: the rules decide the class again (Relation).");
    await amy.press("Undo");
    expect(amy.asked("undoOverride")).toEqual([["o2"]]);
    expect(amy.reads()).not.toContain("decide the class again");
  });

  test("is said in Chinese too", async () => {
    const amy = await atHome({}, "zh");
    expect(amy.reads()).toContain("手动设定：130");
    expect(amy.reads()).toContain("Tier：A · 到 2026年12月31日 为止");
  });
});
