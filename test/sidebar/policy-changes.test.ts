// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import type { PolicyChanges } from "../../src/edge/views";
import { home, place, preview } from "./fake-server";
import { person } from "./person";

type Given = Parameters<typeof person>[0];
type Change = PolicyChanges["list"][number];

const aChange = (changes: Partial<Change> = {}): Change => ({
  key: "value.B.min",
  label: "Tier B: from (included)",
  from: "300,000",
  to: "250,000",
  own: true,
  place: { ...place("B4"), sheet: "Policy" },
  ...changes,
});

const NEWS: PolicyChanges = {
  total: 8,
  list: [
    aChange(),
    aChange({ key: "backlog.start", label: "Older silence", from: "2026-11-21", to: "", own: false }),
    aChange({ key: "cadence.A", label: "Cadence of tier A", from: "14", to: "21", place: null }),
  ],
  more: 5,
  rows: 0,
};

/** Amy before a preview under a policy that has changed. */
const atPreview = async (given: Given = {}, lang = "en") => {
  const amy = await person(
    { open: () => ({ state: "ready", who: "Amy" }), preview: () => preview({ policy: NEWS }), ...given },
    lang,
  );
  await amy.press(lang === "zh" ? "全部重新分级" : "Reclassify all");
  return amy;
};

describe("a policy that has changed since the last run", () => {
  test("is told before anything is graded by it: each row, old and new, and how many more there are", async () => {
    const amy = await atPreview();
    const read = amy.reads();
    expect(read).toContain("The policy has changed since the last run: 8 rows");
    expect(read).toContain("Tier B: from (included)300,000 → 250,000");
    expect(read).toContain("Older silence2026-11-21 → blank");
    expect(read).toContain("5 more on the Policy tab.");
  });

  test("is told in Chinese as well", async () => {
    const amy = await atPreview({}, "zh");
    expect(amy.reads()).toContain("上次运行之后规则有变化：8 行");
    expect(amy.reads()).toContain("规则表里还有 5 行。");
    expect(amy.buttons()).toContain("恢复默认：Tier B: from (included)");
  });

  test("leads to the cell of a row", async () => {
    const amy = await atPreview();
    await amy.press("Go to B4: Tier B: from (included)");
    expect(amy.asked("goTo")).toEqual([[{ ...place("B4"), sheet: "Policy" }, ""]]);
  });

  test("a press puts the default of a row back, and the preview is made anew", async () => {
    const previews = [preview({ policy: NEWS }), preview({ cells: 99 })];
    const amy = await atPreview({ preview: () => previews.shift()! });
    await amy.press("Put the default back: Tier B: from (included)");
    expect(amy.asked("resetPolicy")).toEqual([["value.B.min"]]);
    expect(amy.reads()).not.toContain("The policy has changed");
    expect(amy.reads()).toContain("Writes 99 cells");
  });

  test("offers no default where it stands already, or where there is no cell for it", async () => {
    const amy = await atPreview();
    expect(amy.buttons().filter((label) => label.startsWith("Put the default back"))).toHaveLength(1);
  });

  test.each([
    ["is not told at the first grading", { first: true, policy: NEWS }],
    ["is no line where nothing has changed", {}],
  ])("%s", async (_, changes) => {
    const amy = await atPreview({ preview: () => preview(changes) });
    expect(amy.reads()).not.toContain("The policy has changed");
  });
});

describe("rows that an older policy sheet lacks", () => {
  const rows = (n: number, cells: number) => () => preview({ cells, policy: { total: 0, list: [], more: 0, rows: n } });

  test("are told before they are added", async () => {
    const amy = await atPreview({ preview: rows(153, 812) });
    expect(amy.reads()).toContain("153 new rows will be added to the Policy tab. What stands there stays as it is.");
  });

  test("are worth a run of their own", async () => {
    const amy = await atPreview({ preview: rows(1, 0) });
    expect(amy.reads()).toContain("1 new row will be added");
    expect(amy.reads()).not.toContain("There is nothing to write");
    expect(amy.buttons()).toContain("Write");
  });
});

describe("a row of the policy with a fault", () => {
  const faulty = [{ ...place("B6"), sheet: "Policy", key: "value.C.min", label: "Tier C: from (included)" }];
  const [GO, RESET] = ["Go to B6: Tier C: from (included)", "Put the default back: Tier C: from (included)"] as const;

  test("in the preview leads to its cell and back to the default, after which the preview is made anew", async () => {
    const previews = [preview({ faulty }), preview({ cells: 99 })];
    const amy = await atPreview({ preview: () => previews.shift()! });
    await amy.press(GO);
    await amy.press(RESET);
    expect(amy.asked("resetPolicy")).toEqual([["value.C.min"]]);
    expect(amy.reads()).toContain("Writes 99 cells");
    expect(amy.buttons()).not.toContain(RESET);
  });

  test("on the home too, in Chinese", async () => {
    const homes = [home({ faulty }), home()];
    const amy = await person({ open: () => ({ state: "ready", who: "Amy" }), home: () => homes.shift()! }, "zh");
    await amy.press("恢复默认：Tier C: from (included)");
    expect(amy.asked("resetPolicy")).toEqual([["value.C.min"]]);
    expect(amy.buttons()).not.toContain("恢复默认：Tier C: from (included)");
  });

  test("is not spoken of where there is none", async () => {
    expect((await atPreview()).buttons()).not.toContain(RESET);
  });
});
