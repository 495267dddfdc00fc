// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import type { PreviewView } from "../../src/edge/views";
import { draft, home, override, place, preview } from "./fake-server";
import { person } from "./person";

type Given = Parameters<typeof person>[0];

const one = (key: string, company: string, yours: string): PreviewView["differs"]["list"][number] => ({
  key,
  company,
  yours,
  ours: "C",
  why: "USD 120,000 in 12 months",
  place: place("E9"),
});

const DIFFERS = { total: 7, column: "客户等级", list: [one("k1", "Northwind GmbH", "A级"), one("k2", "Atlas", "B")] };

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
