import { beforeAll, describe, expect, test } from "vitest";
import type { HomeView } from "../../src/edge/views";
import { builtAddon, draftOf, finish, type Office, office, reclassify, setUp, TODAY, team } from "./office";

beforeAll(builtAddon);

async function ready(zone = "Asia/Shanghai"): Promise<Office> {
  const it = await office(team(), { zone });
  setUp(it);
  return it;
}

/** A day later a run is begun, and left after its first step. */
function begun(it: Office): string {
  it.clock += 86_400_000;
  const view = it.call.begin(it.call.preview(null).fingerprint, null);
  if (view.kind !== "next") throw new Error(view.kind);
  return view.batch;
}

const customersIn = (home: HomeView): number => home.tiers.reduce((sum, { count }) => sum + count, 0);

const ours = (it: Office) => it.values("Customers").map((row) => row.slice(5, 11));

describe("a batch that can't be ended is in nobody's way", () => {
  test.each([
    ["typed over", (it: Office) => it.put("Undo", 1, 1, "x")],
    ["deleted", (it: Office) => it.store.deleteRows(it.sheetId("Undo"), 1, 1)],
  ])("its record was %s", async (_, damage) => {
    const it = await ready();
    const token = begun(it);
    damage(it);
    const { home } = reclassify(it);
    expect(home.notices.join()).toContain("Later runs are not affected");
    expect(it.values("Customers")[1]![7]).toBe(4);
    expect(it.call.home().notices).toEqual([]);
    expect(it.call.abandon(token).outcome).toBe("lost");
    expect(it.call.undo()).toMatchObject({ outcome: "undone", left: { total: 0 } });
    expect(it.values("Customers")[1]![7]).toBe(3);
  });

  test("undo says that it is lost, and the next undo goes to the run before", async () => {
    const it = await ready();
    begun(it);
    it.put("Undo", 1, 1, "x");
    const first = it.call.undo();
    expect(first.outcome).toBe("lost");
    expect(first.home.notices).toHaveLength(1);
    expect(first.home.undo).not.toBeNull();
    expect(it.call.undo()).toMatchObject({ outcome: "undone", restored: 30 });
  });

  test("its customer sheet was deleted, and another one is set up", async () => {
    const [customers, orders] = team();
    const it = await office([customers!, orders!, { name: "Clients", rows: customers!.rows }]);
    setUp(it);
    begun(it);
    it.store.deleteSheet(it.sheetId("Customers"));
    expect(it.call.undo()).toMatchObject({ outcome: "lost" });
    expect(customersIn(setUp(it, draftOf(it)).home)).toBe(5);
    expect([5, 6, 7, 9].map((column) => it.values("Clients")[1]![column])).toEqual(["On track", TODAY + 27, 4, "B"]);
    expect(it.call.undo()).toMatchObject({ outcome: "undone", restored: 30 });
  });
});

describe("a batch finds its customers by what their keys were made of", () => {
  test.each([
    ["the name's column is called something else", (it: Office) => it.put("Customers", 0, 0, "Our partners list")],
    [
      "a column of numbers was added",
      (it: Office) => {
        for (let r = 0; r < 6; r++) it.put("Customers", r, 11, r === 0 ? "Customer ID" : `C-${r}`);
      },
    ],
  ])("when %s", async (_, change) => {
    const it = await ready();
    change(it);
    expect(it.call.undo()).toMatchObject({ outcome: "undone", restored: 30, left: { total: 0 } });
    setUp(it);
    const token = begun(it);
    for (let r = 1; r < 6; r++) it.put("Customers", r, 12, "");
    const view = it.call.advance(token);
    expect(customersIn(finish(it, view))).toBe(5);
    expect(it.values("Customers")[1]![7]).toBe(4);
  });

  test("when numbers are added between two steps", async () => {
    const it = await ready();
    const token = begun(it);
    for (let r = 0; r < 6; r++) it.put("Customers", r, 11, r === 0 ? "Customer ID" : `C-${r}`);
    finish(it, it.call.advance(token));
    expect(it.values("Customers")[1]![7]).toBe(4);
  });

  test("when none of them is there, nothing is undone, and undo can be asked for again", async () => {
    const it = await ready();
    const names = it.values("Customers").map((row) => row[0]!);
    for (let r = 1; r < 6; r++) it.put("Customers", r, 0, `Other ${r}`);
    expect(it.call.undo()).toMatchObject({ outcome: "gone", restored: 0, left: { total: 30 } });
    for (let r = 1; r < 6; r++) it.put("Customers", r, 0, names[r]!);
    expect(it.call.undo()).toMatchObject({ outcome: "undone", restored: 30 });
  });
});

describe("another time zone", () => {
  const move = (it: Office, zone: string) => {
    (it.runtime as unknown as { machine: { host: { spreadsheetTimeZone: string } } }).machine.host.spreadsheetTimeZone =
      zone;
  };

  test("before undo: days are the same days", async () => {
    const it = await ready("America/Los_Angeles");
    move(it, "Asia/Shanghai");
    expect(it.call.undo()).toMatchObject({ restored: 30, left: { total: 0 } });
    expect(
      ours(it)
        .slice(1)
        .flat()
        .every((cell) => cell === ""),
    ).toBe(true);
  });

  test.each(["before the preview", "after the preview"])("%s: what is written is of that zone's day", async (when) => {
    const it = await ready("America/Los_Angeles");
    if (when === "before the preview") move(it, "Pacific/Kiritimati");
    let preview = it.call.preview(null);
    move(it, "Pacific/Kiritimati");
    let view = it.call.begin(preview.fingerprint, null);
    if (view.kind === "changed") {
      expect(when).toBe("after the preview");
      preview = view.preview;
      view = it.call.begin(preview.fingerprint, null);
    }
    expect(preview.day).toBe("2026-11-22");
    finish(it, view);
    expect(it.call.preview(null).cells).toBe(0);
    expect(it.values("Customers")[1]!.slice(6, 8)).toEqual([TODAY + 27, 3]);
  });
});

test("Stop on a run that another one has followed gives nothing back and leaves the history whole", async () => {
  const it = await ready();
  it.put("Customers", 3, 1, "Brazil");
  const token = begun(it);
  it.runtime.as("ben");
  it.put("Customers", 4, 1, "Brazil");
  it.clock += 60_000;
  reclassify(it);
  it.runtime.as("amy");
  const history = it.values("History");
  expect(it.call.abandon(token)).toMatchObject({ outcome: "followed", restored: 0 });
  expect(it.values("History")).toEqual(history);
});

test("undo is told of where the order sheet is gone and there is no home to show", async () => {
  const it = await ready();
  it.store.deleteSheet(it.sheetId("Orders"));
  const undone = it.call.undo();
  expect(undone).toMatchObject({ outcome: "undone", restored: 30 });
  expect(undone.home.notices.join()).toContain("order sheet Orders");
});

describe("the history is never written over", () => {
  test("rows were inserted in it", async () => {
    const it = await ready();
    it.put("Customers", 3, 1, "Brazil");
    it.clock += 60_000;
    reclassify(it);
    it.store.insertRows(it.sheetId("History"), 1, 3);
    const before = it.values("History");
    it.put("Customers", 4, 1, "Brazil");
    it.clock += 60_000;
    reclassify(it);
    expect(it.values("History").slice(0, before.length)).toEqual(before);
    expect(it.values("History")).toHaveLength(before.length + 1);
    it.call.undo();
    expect(
      it
        .values("History")
        .slice(before.length)
        .map((row) => row.slice(3, 8)),
    ).toEqual([
      ["Delta Ltd", "Region", "Europe", "Latin America", "data"],
      ["Delta Ltd", "Region", "Latin America", "Europe", "undo"],
    ]);
  });

  test("a note was typed below it", async () => {
    const it = await ready();
    it.put("History", 2, 0, "our note");
    it.put("Customers", 4, 1, "Brazil");
    it.clock += 60_000;
    reclassify(it);
    expect(it.values("History")[2]![0]).toBe("our note");
    expect(it.values("History")[3]!.slice(3, 5)).toEqual(["Delta Ltd", "Region"]);
  });
});

test("settings without their shape count as none", async () => {
  const it = await ready();
  const store = (it.runtime as unknown as { machine: { state: { documentProperties: Map<string, string> } } }).machine
    .state.documentProperties;
  for (const key of [...store.keys()]) if (/settings\.[ab]\.0/.test(key)) store.set(key, "{}");
  expect(it.call.open().state).toBe("new");
  expect(() => it.call.preview(null)).toThrow("not set up");
  expect(() => it.call.advance(null as unknown as string)).toThrow("no longer in the Undo tab");
});
