import { beforeAll, describe, expect, test } from "vitest";
import { builtAddon, type Office, office, reclassify, setUp, TODAY, team } from "./office";

beforeAll(builtAddon);

const lineOf = (it: Office, customer: string) => it.values("Classes").findIndex((row) => row.includes(customer));

/** A set-up team, and something that the next run has to write on the Classes tab. */
async function ready(): Promise<Office> {
  const it = await office(team());
  setUp(it);
  it.put("Customers", 1, 3, { day: TODAY - 60 });
  return it;
}

test.each([1, 2, 4, 9])("a column that the team inserted before column %i keeps what they typed there", async (at) => {
  const plain = await ready();
  reclassify(plain);
  const it = await ready();
  const tab = it.sheetId("Classes");
  it.store.insertColumns(tab, at, 1);
  for (let row = 0; row <= 5; row++) it.put("Classes", row, at, `note ${row}`);
  reclassify(it);
  const rows = it.values("Classes");
  expect(rows.map((row) => row[at])).toEqual(rows.map((_, row) => `note ${row}`));
  expect(rows.map((row) => row.filter((_, c) => c !== at))).toEqual(plain.values("Classes"));
  expect(it.call.preview(null).cells).toBe(0);
  it.call.undo();
  expect(it.values("Classes").map((row) => row[at])).toEqual(rows.map((row) => row[at]));
});

test("a note beside a line stays beside its customer when another customer goes, and new ones come", async () => {
  const it = await ready();
  const width = it.values("Classes")[0]!.length;
  const line = lineOf(it, "Casa Blanca");
  it.store.insertColumns(it.sheetId("Classes"), width, 2);
  it.put("Classes", line, width + 1, "ask her");
  it.put("Classes", lineOf(it, "Delta Ltd"), width + 1, "gone soon");
  it.store.deleteRows(it.sheetId("Customers"), 4, 1);
  it.store.deleteRows(it.sheetId("Customers"), 1, 1);
  for (const [i, name] of ["Echo Inc", "Fox Ltd"].entries()) it.put("Customers", 4 + i, 0, name);
  reclassify(it);
  const rows = it.values("Classes");
  expect(rows[line]).toContain("ask her");
  expect(rows[line]).toContain("Casa Blanca");
  expect(
    rows
      .find((row) => row.includes("gone soon"))!
      .slice(0, width)
      .join(""),
  ).toBe("");
  // The line of the customer who went without a note serves another one.
  expect(lineOf(it, "Echo Inc")).toBe(1);
  expect(lineOf(it, "Fox Ltd")).toBe(6);
});

test("a header of ours that was renamed stays, and so does its column", async () => {
  const it = await ready();
  it.put("Classes", 0, 3, "Who");
  const header = it.values("Classes")[0];
  reclassify(it);
  expect(it.values("Classes")[0]).toEqual(header);
  expect(it.values("Classes")[1]![3]).toBe("Acme GmbH");
});

describe("a tab that a version with fewer axes made", () => {
  const NEW = ["Stars", "Stars: why", "Engagement", "Engagement: why", "Source", "Source: why"];

  async function older(): Promise<Office> {
    const it = await ready();
    const tab = it.sheetId("Classes");
    for (const header of [...NEW, "At the fair", "At the fair: why"])
      it.store.deleteColumns(tab, it.values("Classes")[0]!.indexOf(header), 1);
    return it;
  }
  const column = (it: Office, header: string) => {
    const rows = it.values("Classes");
    return rows.map((row) => row[rows[0]!.indexOf(header)]);
  };

  test("gets the others at its right end, and a note that stands there stays", async () => {
    const plain = await ready();
    reclassify(plain);
    const it = await older();
    const before = it.values("Classes")[0]!;
    it.store.insertColumns(it.sheetId("Classes"), before.length, 1);
    it.put("Classes", 0, before.length, "our notes");
    it.put("Classes", 2, before.length, "ask her");
    reclassify(it);
    const header = it.values("Classes")[0]!;
    expect(header).toEqual([...before, "our notes", ...NEW, "At the fair", "At the fair: why"]);
    expect(column(it, "our notes").slice(0, 3)).toEqual(["our notes", "", "ask her"]);
    for (const text of plain.values("Classes")[0]!)
      expect(column(it, String(text))).toEqual(column(plain, String(text)));
    expect(it.call.preview(null).cells).toBe(0);
    it.call.undo();
    expect(it.values("Classes")[0]).toEqual(header);
    expect(column(it, "our notes").slice(0, 3)).toEqual(["our notes", "", "ask her"]);
  });

  test("has room for them whatever the width of its grid", async () => {
    const it = await older();
    const tab = it.sheetId("Classes");
    const used = it.values("Classes")[0]!.length;
    it.store.deleteColumns(tab, used, it.store.size(tab).columns - used);
    reclassify(it);
    expect(column(it, "Stars").slice(0, 3)).toEqual(["Stars", "4 stars: ordered", "4 stars: ordered"]);
  });
});

test("a column of ours that was deleted comes back at the right end, and no other is written over", async () => {
  const it = await ready();
  const tab = it.sheetId("Classes");
  const at = it.values("Classes")[0]!.indexOf("Region");
  it.store.deleteColumns(tab, at, 1);
  const before = it.values("Classes");
  reclassify(it);
  const after = it.values("Classes");
  expect(after[0]).toEqual([...before[0]!, "Region"]);
  expect(after.map((row) => row[at])).toEqual(before.map((row) => row[at]));
  expect(after[1]!.slice(-1)).toEqual(["Europe"]);
});

test("a tab whose header row is gone is written as it was made", async () => {
  const it = await ready();
  const before = it.values("Classes");
  it.store.deleteRows(it.sheetId("Classes"), 0, 1);
  reclassify(it);
  const rows = it.values("Classes");
  expect(rows[0]!.length).toBe(before[0]!.length);
  expect(rows.filter((row) => row.includes("Bravo SARL"))).toHaveLength(1);
});
