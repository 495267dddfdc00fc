import { beforeAll, describe, expect, test } from "vitest";
import { builtAddon, finish, type Given, type Office, office, reclassify, setUp, TODAY, team } from "./office";

beforeAll(builtAddon);

const [LEVEL, DUE, DAYS, NEXT, TIER, WHY] = [5, 6, 7, 8, 9, 10] as const;

const formulaAt = (it: Office, sheet: string, row: number, column: number): string =>
  it.store.formulas(it.sheetId(sheet), { top: row, left: column, bottom: row, right: column })[0]![0]!;

const formulasOf = (it: Office, sheet: string): string[] =>
  it.store
    .formulas(it.sheetId(sheet), { top: 0, left: 0, bottom: 20, right: 20 })
    .flat()
    .filter((formula) => formula !== "");

function clearFormats(it: Office, sheet: string): void {
  it.store.clear(it.sheetId(sheet), { top: 0, left: 0, bottom: 20, right: 20 }, { contents: false, formats: true });
}

async function ready(): Promise<Office> {
  const it = await office(team());
  setUp(it);
  return it;
}

/** The team with a total below its customers, sorted into their middle: a row in the block that is no customer's. */
async function withTotal(): Promise<Office> {
  const [customers, orders] = team();
  const it = await office([{ ...customers!, rows: [...customers!.rows, ["合计", "", "", "", ""]] }, orders!]);
  setUp(it);
  it.sort("Customers", [0, 1, 5, 2, 3, 4]);
  return it;
}

describe("a formula that somebody typed into a cell of ours", () => {
  test("is left by undo, reported, and still a formula", async () => {
    const it = await ready();
    it.put("Customers", 2, WHY, { formula: "=A3" });
    it.put("Customers", 2, DAYS, { formula: "=D3-D2" });
    const { left, restored } = it.call.undo();
    expect(left.list.map(({ why, place }) => [why, place?.a1])).toEqual([
      ["edited", "H3"],
      ["edited", "K3"],
    ]);
    expect([formulaAt(it, "Customers", 2, WHY), formulaAt(it, "Customers", 2, DAYS)]).toEqual(["=A3", "=D3-D2"]);
    expect(restored).toBe(28);
  });
  test("is left by undo also where it shows just what we wrote", async () => {
    const it = await ready();
    const days = it.values("Customers")[2]![DAYS];
    it.put("Customers", 2, DAYS, { formula: `=${days}+0` });
    expect(it.call.undo().left.total).toBe(1);
    expect(formulaAt(it, "Customers", 2, DAYS)).toBe(`=${days}+0`);
  });
  test("survives a run that has nothing to change there", async () => {
    const it = await ready();
    const tier = it.values("Customers")[2]![TIER];
    it.put("Customers", 2, TIER, { formula: `="${tier}"` });
    it.clock += 86_400_000;
    reclassify(it);
    expect(formulaAt(it, "Customers", 2, TIER)).toBe(`="${tier}"`);
    expect([DAYS, TIER].map((column) => it.values("Customers")[2]![column])).toEqual([41, tier]);
  });
  test("is overwritten by a run where it shows another value than ours", async () => {
    const it = await ready();
    it.put("Customers", 2, DAYS, { formula: "=7" });
    reclassify(it);
    expect([formulaAt(it, "Customers", 2, DAYS), it.values("Customers")[2]![DAYS]]).toEqual(["", 40]);
  });
});

describe("text that somebody typed into a column of days or numbers", () => {
  const texts: [string][] = [['=HYPERLINK("http://evil")'], ["00123"], ["2025-01-01"], ["see mail"]];

  test.each(texts)("%s of a total stays what it is when a run and its undo write around it", async (text) => {
    const it = await withTotal();
    it.put("Customers", 3, DAYS, text);
    it.put("Customers", 3, DUE, text);
    it.clock += 86_400_000;
    reclassify(it);
    expect(it.values("Customers")[3]!.slice(DUE, DAYS + 1)).toEqual([text, text]);
    it.call.undo();
    expect(it.values("Customers")[3]!.slice(DUE, DAYS + 1)).toEqual([text, text]);
    expect(formulasOf(it, "Customers")).toEqual([]);
  });
  test.each(texts)(
    "%s of a customer is left by undo, and comes back when the run that replaced it is undone",
    async (text) => {
      const it = await ready();
      it.put("Customers", 2, DAYS, text);
      reclassify(it);
      expect(it.values("Customers")[2]![DAYS]).toBe(40);
      it.call.undo();
      expect(it.values("Customers")[2]![DAYS]).toBe(text);
      expect(formulasOf(it, "Customers")).toEqual([]);
      reclassify(it);
      expect(it.values("Customers")[2]![DAYS]).toBe(40);
    },
  );
  test.each(texts)("%s typed over our number is still that text after undo", async (text) => {
    const it = await ready();
    it.put("Customers", 2, DAYS, text);
    expect(it.call.undo().left.total).toBe(1);
    expect(it.values("Customers")[2]![DAYS]).toBe(text);
    expect(formulasOf(it, "Customers")).toEqual([]);
  });
});

test("a day and a number that somebody typed into a text column come back as such", async () => {
  const it = await ready();
  it.put("Customers", 2, LEVEL, { day: TODAY });
  it.put("Customers", 3, TIER, 5);
  const typed = it.values("Customers");
  reclassify(it);
  expect(it.values("Customers")[2]![LEVEL]).not.toBe(TODAY);
  it.call.undo();
  expect(it.values("Customers")).toEqual(typed);
});

describe("a next step that begins like a formula", () => {
  async function told(text: string): Promise<Office> {
    const it = await ready();
    const policy = it.values("Policy");
    const row = policy.findIndex((cells) => cells.includes("treatment.stage.4"));
    it.put("Policy", row, policy[row]!.indexOf("Win the next order: offer what is newer than his last"), text);
    return it;
  }

  test.each([["as it was made", false] as const, ["whose formats somebody cleared", true] as const])(
    "stands as a text in the sheet %s",
    async (_, cleared) => {
      const it = await told("=1+1");
      if (cleared) clearFormats(it, "Customers");
      reclassify(it);
      expect(it.values("Customers")[1]![NEXT]).toBe("=1+1");
      expect(formulasOf(it, "Customers")).toEqual([]);
      it.call.undo();
      expect(it.values("Customers")[1]![NEXT]).toBe("Win the next order: offer what is newer than his last");
      expect(formulasOf(it, "Customers")).toEqual([]);
    },
  );
});

describe("where somebody cleared the formats", () => {
  test.each(["Customers", "Classes", "History"])("of %s, no text becomes a formula", async (sheet) => {
    const it = await ready();
    clearFormats(it, sheet);
    it.call.setWho("=1+1");
    it.put("Customers", 5, 1, "Brazil");
    it.clock += 60_000;
    reclassify(it);
    expect(it.values("Classes").map((row) => row[3])).toContain('=HYPERLINK("x")');
    const last = it.values("History").slice(-1)[0]!;
    expect([last[3], last[8]]).toEqual(['=HYPERLINK("x")', "=1+1"]);
    for (const tab of ["Customers", "Classes", "History"]) expect(formulasOf(it, tab)).toEqual([]);
    it.call.undo();
    for (const tab of ["Customers", "Classes", "History"]) expect(formulasOf(it, tab)).toEqual([]);
  });
});

describe("two rows of one name", () => {
  const first: Given[] = ["Acme GmbH", "Germany", "Amy", { day: TODAY - 3 }, "A"];
  const second: Given[] = ["Acme GmbH", "Germany", "Ben", { day: TODAY - 300 }, ""];

  async function twins(): Promise<Office> {
    const [customers, orders] = team();
    return office([
      { ...customers!, rows: [customers!.rows[0]!, first, ...customers!.rows.slice(2), second] },
      orders!,
    ]);
  }
  const daysByOwner = (it: Office) =>
    it
      .values("Customers")
      .filter((row) => row[0] === "Acme GmbH")
      .map((row) => [row[2], row[DAYS]])
      .sort();

  test("get and lose their own classes while they stand in their order, wherever they are moved", async () => {
    const it = await twins();
    setUp(it);
    expect(daysByOwner(it)).toEqual([
      ["Amy", 3],
      ["Ben", 300],
    ]);
    it.sort("Customers", [3, 0, 2, 1, 5, 4]);
    expect(it.call.undo().left.total).toBe(0);
    expect(daysByOwner(it)).toEqual([
      ["Amy", ""],
      ["Ben", ""],
    ]);
  });
  test("sorted before the write are left rather than swapped", async () => {
    const it = await twins();
    setUp(it);
    it.call.undo();
    const preview = it.call.preview(null);
    const view = it.call.begin(preview.fingerprint, null);
    it.sort("Customers", [5, 1, 2, 3, 4, 0]);
    finish(it, view);
    expect(daysByOwner(it)).toEqual([
      ["Amy", ""],
      ["Ben", ""],
    ]);
    expect(it.values("Customers")[2]![DAYS]).toBe(40);
  });
  test("sorted before undo are left and reported rather than swapped", async () => {
    const it = await twins();
    setUp(it);
    it.clock += 86_400_000;
    reclassify(it);
    it.sort("Customers", [5, 1, 2, 3, 4, 0]);
    const { left } = it.call.undo();
    expect(new Set(left.list.map(({ why, customer }) => `${why} ${customer}`))).toEqual(new Set(["doubled Acme GmbH"]));
    expect(daysByOwner(it)).toEqual([
      ["Amy", 4],
      ["Ben", 301],
    ]);
  });
});
