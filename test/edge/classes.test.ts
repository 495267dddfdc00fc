import { beforeAll, expect, test } from "vitest";
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
