import { beforeAll, describe, expect, test } from "vitest";
import type { Value } from "../../workbench/runtime/store";
import {
  builtAddon,
  contact,
  draftOf,
  finish,
  type Given,
  HEADERS,
  type Office,
  office,
  reclassify,
  setUp,
  TODAY,
  team,
} from "./office";

beforeAll(builtAddon);

/** Level, due day, days and tier of a row. */
const ours = (row: readonly Value[], first = 5) => [0, 1, 2, 4].map((at) => row[first + at]);

/** The team's own columns: everything left of ours. */
const theirs = (it: Office, columns: number) => it.values("Customers").map((row) => row.slice(0, columns));

test("set-up and write leave every cell of the team as it was and put six columns at the right", async () => {
  const it = await office(team());
  const before = it.values("Customers");
  setUp(it);
  expect(theirs(it, 5)).toEqual(before.map((row) => row.slice(0, 5)));
  expect(it.values("Customers")[0]!.slice(5)).toEqual(HEADERS);
  expect(it.values("Customers").map((row) => [row[0], ...ours(row)])).toEqual([
    ["Company", "Follow-up", "Due", "Days since contact", "Tier"],
    ["Acme GmbH", "On track", TODAY + 27, 3, "B"],
    ["Bravo SARL", "Due", TODAY - 10, 40, "B"],
    ["Casa Blanca", "Overdue", TODAY - 110, 200, "D"],
    ["Delta Ltd", "On track", TODAY + 55, 5, "Unrated"],
    ['=HYPERLINK("x")', "On track", TODAY + 20, 10, "Unrated"],
  ]);
});

test("a customer's name that looks like a formula stays text on every tab of ours", async () => {
  const it = await office(team());
  setUp(it);
  for (const name of ["Customers", "Classes", "History"]) {
    const id = it.sheetId(name);
    const { rows, columns } = it.store.used(id);
    const formulas = it.store.formulas(id, { top: 0, left: 0, bottom: rows - 1, right: columns - 1 });
    expect(formulas.flat().filter((formula) => formula !== "")).toEqual([]);
  }
  expect(it.values("Classes").some((row) => row.includes('=HYPERLINK("x")'))).toBe(true);
});

test("running twice writes nothing the second time", async () => {
  const it = await office(team());
  setUp(it);
  const before = ["Customers", "Classes", "History", "Undo"].map((name) => it.values(name));
  it.runtime.calls.reset();
  const { preview } = reclassify(it);
  expect(preview.cells).toBe(0);
  expect(it.runtime.calls.log.filter((name) => /\.(set|insert|delete|clear|append)/.test(name))).toEqual([]);
  expect(["Customers", "Classes", "History", "Undo"].map((name) => it.values(name))).toEqual(before);
});

test("undo gives back what stood there, and a second undo does nothing and says so", async () => {
  const it = await office(team());
  setUp(it);
  it.put("Customers", 1, 3, { day: TODAY - 60 });
  reclassify(it);
  expect(it.values("Customers")[1]![5]).toBe("Overdue");
  const undone = it.call.undo();
  expect(undone.left).toEqual({ total: 0, list: [] });
  expect(ours(it.values("Customers")[1]!)).toEqual(["On track", TODAY + 27, 3, "B"]);
  const before = it.values("Customers");
  const again = it.call.undo();
  expect(again.restored).toBe(0);
  expect(again.outcome).toBe("already");
  expect(it.values("Customers")).toEqual(before);
});

test("undo leaves a cell that somebody changed since, and names it", async () => {
  const it = await office(team());
  setUp(it);
  it.put("Customers", 2, 9, "VIP");
  const undone = it.call.undo();
  expect(it.values("Customers")[2]![9]).toBe("VIP");
  expect(undone.left).toEqual({
    total: 1,
    list: [{ why: "edited", customer: "Bravo SARL", place: expect.objectContaining({ a1: "J3" }) }],
  });
  expect(undone.outcome).toBe("undone");
  expect(undone.restored).toBe(29);
});

test("rows that are sorted and inserted between preview, write and undo get and lose their own classes", async () => {
  const it = await office(team());
  const draft = draftOf(it);
  const preview = it.call.preview(draft);
  const customers = it.sheetId("Customers");
  it.sort("Customers", [4, 3, 2, 1, 0]);
  let view = it.call.begin(preview.fingerprint, draft);
  if (view.kind !== "next") throw new Error(view.kind);
  view = it.call.advance(view.batch);
  // Between the journal and the columns somebody puts a row on top and sorts again.
  it.store.insertRows(customers, 1, 1);
  it.sort("Customers", [1, 0, 3, 2, 5, 4]);
  finish(it, view);
  const tiers = Object.fromEntries(
    it
      .values("Customers")
      .slice(1)
      .map((row) => [row[0], row[9]]),
  );
  expect(tiers).toMatchObject({ "Acme GmbH": "B", "Bravo SARL": "B", "Casa Blanca": "D", "Delta Ltd": "Unrated" });
  expect(tiers[""]).toBe("");
  it.sort("Customers", [5, 4, 3, 2, 1, 0]);
  const undone = it.call.undo();
  expect(undone.left).toEqual({ total: 0, list: [] });
  expect(
    it
      .values("Customers")
      .slice(1)
      .every((row) => row.slice(5).every((cell) => cell === "")),
  ).toBe(true);
});

test("a row whose name came twice meanwhile is left and reported", async () => {
  const it = await office(team());
  setUp(it);
  const customers = it.sheetId("Customers");
  it.store.insertRows(customers, 1, 1);
  it.put("Customers", 1, 0, "Acme GmbH");
  const undone = it.call.undo();
  expect(undone.left.list.map(({ why, customer }) => [why, customer])).toContainEqual(["doubled", "Acme GmbH"]);
  expect(
    it
      .values("Customers")
      .filter((row) => row[0] === "Acme GmbH")
      .map((row) => row[9]),
  ).toEqual(["", "B"]);
});

test("write shows the new preview where the data changed since the first one", async () => {
  const it = await office(team());
  setUp(it);
  it.put("Customers", 1, 3, { day: TODAY - 60 });
  const preview = it.call.preview(null);
  it.put("Customers", 2, 3, { day: TODAY - 1 });
  const before = it.values("Customers");
  const view = it.call.begin(preview.fingerprint, null);
  expect(view.kind).toBe("changed");
  expect(it.values("Customers")).toEqual(before);
  expect(view.kind === "changed" && view.preview.fingerprint).toBe(it.call.preview(null).fingerprint);
});

test("Stop between two steps leaves everything as it was, and no trace in the history", async () => {
  const it = await office(team());
  setUp(it);
  it.put("Customers", 1, 3, { day: TODAY - 60 });
  const before = ["Customers", "Classes", "History", "Today"].map((name) => it.values(name));
  const view = it.call.begin(it.call.preview(null).fingerprint, null);
  if (view.kind !== "next") throw new Error(view.kind);
  expect(view).toMatchObject({ next: "write", done: 1, steps: 2 });
  expect(it.call.abandon(view.batch)).toMatchObject({ outcome: "stopped", restored: 0, left: { total: 0 } });
  expect(["Customers", "Classes", "History", "Today"].map((name) => it.values(name))).toEqual(before);
  expect(() => it.call.advance(view.batch)).toThrow("undone");
});

test("Stop after a write that failed on its way gives back what was written", async () => {
  const it = await office(team());
  setUp(it);
  it.put("Customers", 1, 3, { day: TODAY - 60 });
  const before = ["Customers", "Classes", "History"].map((name) => it.values(name));
  const view = it.call.begin(it.call.preview(null).fingerprint, null);
  if (view.kind !== "next") throw new Error(view.kind);
  const row = () => it.values("Customers")[1]![5];
  for (let at = 1; row() === "On track"; at++) {
    expect(at).toBeLessThan(20);
    it.runtime.faults.at(at, "fail");
    expect(() => it.call.advance(view.batch)).toThrow(/Google could not do this/);
  }
  const stopped = it.call.abandon(view.batch);
  expect(stopped).toMatchObject({ outcome: "stopped", left: { total: 0 } });
  expect(stopped.restored).toBeGreaterThan(0);
  expect(["Customers", "Classes", "History"].map((name) => it.values(name))).toEqual(before);
});

test("a write that is asked for again, its answer lost, says how many cells it left", async () => {
  const it = await office(team());
  setUp(it);
  it.clock += 86_400_000;
  const view = it.call.begin(it.call.preview(null).fingerprint, null);
  if (view.kind !== "next") throw new Error(view.kind);
  it.put("Customers", 1, 7, 99);
  const first = it.call.advance(view.batch);
  expect(first.kind === "done" && first.written).toMatchObject({ left: 1 });
  expect(it.call.advance(view.batch)).toEqual(first);
  expect(it.values("Customers")[1]![7]).toBe(99);
});

describe("what is the team's own", () => {
  test("a formula under one of our columns in a total row survives writing and undoing", async () => {
    const sheets = team();
    const it = await office([{ ...sheets[0]!, rows: [...sheets[0]!.rows, ["合计", "", "", "", ""]] }, sheets[1]!]);
    const customers = it.sheetId("Customers");
    setUp(it);
    it.put("Customers", 6, 7, { formula: "=SUM(H2:H6)" });
    it.sort("Customers", [0, 1, 5, 2, 3, 4]);
    const formulasBefore = it.store.formulas(customers, { top: 3, left: 7, bottom: 3, right: 7 })[0]![0];
    expect(formulasBefore).toContain("SUM");
    it.clock += 86_400_000;
    reclassify(it);
    expect(it.store.formulas(customers, { top: 3, left: 7, bottom: 3, right: 7 })[0]![0]).toBe(formulasBefore);
    expect(it.values("Customers")[1]![7]).toBe(4);
    it.call.undo();
    expect(it.store.formulas(customers, { top: 3, left: 7, bottom: 3, right: 7 })[0]![0]).toBe(formulasBefore);
    expect(it.values("Customers")[1]![7]).toBe(3);
  });

  test("their conditional formats stay, in their order; ours are added once", async () => {
    const it = await office(team());
    const customers = it.sheetId("Customers");
    const own = [
      {
        condition: { type: "text_contains" as const, text: "Amy" },
        style: { fill: "#ffff00" },
        zones: [{ top: 1, left: 2, bottom: 99, right: 2 }],
      },
      {
        condition: { type: "other" as const, raw: { scale: 3 } },
        style: {},
        zones: [{ top: 1, left: 3, bottom: 99, right: 3 }],
      },
    ];
    it.store.setRules(customers, own);
    setUp(it);
    const rules = it.store.rules(customers);
    expect(rules.slice(0, 2)).toEqual(own);
    expect(rules).toHaveLength(2 + 6 + 4);
    it.clock += 86_400_000;
    it.runtime.calls.reset();
    reclassify(it);
    expect(it.store.rules(customers)).toEqual(rules);
    expect(it.runtime.calls.log.filter((name) => name.includes("setConditionalFormatRules"))).toEqual([]);
  });

  test("fills, notes and formats of their cells are not touched", async () => {
    const it = await office(team());
    const customers = it.sheetId("Customers");
    const zone = { top: 0, left: 0, bottom: 5, right: 4 };
    it.store.setStyle(customers, { top: 1, left: 0, bottom: 1, right: 4 }, { fill: "#ffcccc" });
    it.store.setNote(customers, 1, 0, "ask for Mr. Weber");
    const before = [
      it.store.styles(customers, zone),
      it.store.formats(customers, zone),
      it.store.formulas(customers, zone),
    ];
    setUp(it);
    it.call.undo();
    expect([
      it.store.styles(customers, zone),
      it.store.formats(customers, zone),
      it.store.formulas(customers, zone),
    ]).toEqual(before);
    expect(it.store.note(customers, 1, 0)).toBe("ask for Mr. Weber");
  });

  test("a lone column called Tier is theirs; ours is headed Tierbook: Tier", async () => {
    const sheets = team();
    const rows = sheets[0]!.rows.map((row, i) => [...row, i === 0 ? "Tier" : "gold"]);
    const it = await office([{ ...sheets[0]!, rows }, sheets[1]!]);
    setUp(it);
    const [header, first] = it.values("Customers");
    expect(header!.slice(5)).toEqual([
      "Tier",
      "Follow-up",
      "Due",
      "Days since contact",
      "Next step",
      "Tierbook: Tier",
      "Why",
    ]);
    expect(first![5]).toBe("gold");
  });
});

describe("found again", () => {
  test("rows added later are classified", async () => {
    const it = await office(team());
    setUp(it);
    ["Echo Inc", "Brazil", "Ben"].forEach((text, c) => {
      it.put("Customers", 6, c, text);
    });
    it.put("Customers", 6, 3, { day: TODAY });
    const { preview } = reclassify(it);
    expect(preview.customers).toBe(6);
    expect(ours(it.values("Customers")[6]!)).toEqual(["On track", TODAY + 30, 0, "Unrated"]);
  });

  test("columns that are moved and renamed, and sheets that are renamed", async () => {
    const it = await office(team());
    setUp(it);
    const customers = it.sheetId("Customers");
    it.store.moveColumns(customers, 9, 1, 0);
    it.put("Customers", 0, 0, "Class");
    it.put("Customers", 0, 1, "Who");
    it.put("Customers", 0, 4, "Spoke on");
    it.store.rename(customers, "Clients");
    it.store.rename(it.sheetId("Orders"), "Sales");
    const { preview } = reclassify(it);
    expect(preview.columnsToAdd).toBe(0);
    expect(preview.cells).toBe(0);
    expect(it.call.home().today[0]!.place).toMatchObject({ sheet: "Clients", a1: "B4" });
    expect(preview.customers).toBe(5);
    expect(it.values("Clients")[1]![0]).toBe("B");
  });

  test("a column inserted between two steps", async () => {
    const it = await office(team());
    setUp(it);
    it.clock += 86_400_000;
    const preview = it.call.preview(null);
    const view = it.call.begin(preview.fingerprint, null);
    it.store.insertColumns(it.sheetId("Customers"), 2, 1);
    finish(it, view);
    const rows = it.values("Customers");
    expect(rows[0]!.slice(6)).toEqual(HEADERS);
    expect(ours(rows[1]!, 6)).toEqual(["On track", TODAY + 27, 4, "B"]);
    expect(rows.every((row) => row[2] === "")).toBe(true);
  });
});

describe("two people at once", () => {
  test("a run that another person's run finds unfinished is ended by it", async () => {
    const it = await office(team());
    setUp(it);
    it.put("Customers", 1, 3, { day: TODAY - 60 });
    const view = it.call.begin(it.call.preview(null).fingerprint, null);
    it.runtime.as("ben");
    reclassify(it);
    expect(it.values("Customers")[1]![5]).toBe("Overdue");
    it.runtime.as("amy");
    const after = it.values("Customers");
    finish(it, view);
    expect(it.values("Customers")).toEqual(after);
  });
});

describe("history", () => {
  test("the first grading is one row, later only moves of class are written with their cause", async () => {
    const it = await office(team());
    it.call.setWho("Amy");
    setUp(it);
    expect(it.values("History")).toHaveLength(2);
    it.clock += 86_400_000 * 60;
    reclassify(it);
    const timed = it.values("History").slice(2);
    expect(timed.length).toBeGreaterThan(0);
    expect(timed.every((row) => row[7] === "time" && row[8] === "Amy")).toBe(true);
    const count = it.values("History").length;
    it.put("Customers", 1, 1, "Brazil");
    reclassify(it);
    const moved = it.values("History").slice(count);
    expect(moved.map((row) => row.slice(3, 9))).toEqual([
      ["Acme GmbH", "Region", "Europe", "Latin America", "data", "Amy"],
    ]);
    it.call.undo();
    const back = it.values("History").slice(count + 1);
    expect(back.map((row) => row.slice(3, 9))).toEqual([
      ["Acme GmbH", "Region", "Latin America", "Europe", "undo", "Amy"],
    ]);
  });

  test.each<[string, string, string, (it: Office) => void]>([
    ["nothing but days", "Bravo SARL", "time", () => {}],
    ["a press", "Bravo SARL", "data", (it) => contact(it, "Bravo SARL")],
    ["a contact typed since", "Bravo SARL", "data", (it) => it.put("Customers", 2, 3, { day: TODAY + 59 })],
    [
      "an order dated since",
      "Casa Blanca",
      "data",
      (it) =>
        ["9", "Casa Blanca", { day: TODAY + 59 }, 20_000, "USD", "paid"].forEach((cell, column) => {
          it.put("Orders", 9, column, cell);
        }),
    ],
  ])("60 days later, after %s, each move of %s is said to come of %s", async (_, company, cause, happens) => {
    const it = await office(team());
    it.call.setWho("Amy");
    setUp(it);
    it.clock += 86_400_000 * 60;
    happens(it);
    reclassify(it);
    const moved = it.values("History").filter((row) => row[3] === company);
    expect([...new Set(moved.map((row) => row[7]))]).toEqual([cause]);
  });

  const moveOf = (it: Office, company: string, axis: string) =>
    it
      .values("History")
      .filter((cells) => cells[3] === company && cells[4] === axis)
      .at(-1)!
      .slice(5, 8);
  const type = (it: Office, key: string, value: Given) =>
    it.put(
      "Policy",
      it.values("Policy").findIndex((cells) => cells[4] === key),
      1,
      value,
    );

  test.each<[string, string, string | number]>([
    ["another word for a class", "label.value.A", "VIP"],
    ["other words for what to do", "treatment.relation.new", "Call"],
    ["a limit", "value.A.min", 2_000_000],
    ["a word list", "source.fair", "Messe"],
    ["where the team is", "home.country", "China"],
  ])("a cell typed beside a change of %s (%s) still moves by the data", async (_, key, value) => {
    const it = await office(team());
    setUp(it);
    type(it, key, value);
    it.put("Customers", 1, 1, "Brazil");
    reclassify(it);
    expect(moveOf(it, "Acme GmbH", "Region")).toEqual(["Europe", "Latin America", "data"]);
  });

  test.each<[string, string, string | number, string, string, readonly string[]]>([
    ["a limit", "value.B.min", 400_000, "Bravo SARL", "Tier", ["B", "C", "policy"]],
    ["a region", "region.DE", "Africa", "Acme GmbH", "Region", ["Europe", "Africa", "policy"]],
    ["a fixed rate", "rate.EUR", 2, "Delta Ltd", "Tier", ["Unrated", "D", "policy"]],
  ])("a change of %s (%s) alone moves by the policy", async (_, key, value, company, axis, expected) => {
    const it = await office(team());
    setUp(it);
    it.clock += 86_400_000;
    type(it, key, value);
    reclassify(it);
    expect(moveOf(it, company, axis)).toEqual(expected);
  });

  test("days, policy and data that come together each move their own", async () => {
    const it = await office(team());
    setUp(it);
    it.clock += 86_400_000 * 60;
    type(it, "value.B.min", 400_000);
    it.put("Customers", 1, 1, "Brazil");
    reclassify(it);
    expect(moveOf(it, "Bravo SARL", "Tier")).toEqual(["B", "C", "policy"]);
    expect(moveOf(it, "Acme GmbH", "Region")).toEqual(["Europe", "Latin America", "data"]);
    const others = it.values("History").filter((row) => row[3] === "Bravo SARL" && row[4] !== "Tier");
    expect([...new Set(others.map((row) => row[7]))]).toEqual(["time"]);
  });

  test("a move that was undone and comes again has the cause that it had", async () => {
    const it = await office(team());
    setUp(it);
    type(it, "value.B.min", 400_000);
    reclassify(it);
    it.call.undo();
    reclassify(it);
    expect(
      it
        .values("History")
        .map((row) => row.slice(3, 8))
        .slice(2)
        .filter(([, axis]) => axis === "Tier"),
    ).toEqual([
      ["Bravo SARL", "Tier", "B", "C", "policy"],
      ["Bravo SARL", "Tier", "C", "B", "undo"],
      ["Bravo SARL", "Tier", "B", "C", "policy"],
    ]);
  });

  test.each<[string, (head: Record<string, unknown>) => unknown]>([
    ["a hash of the rules", (head) => ({ ...head, rules: "1ab" })],
    ["no rules", ({ rules: _, ...head }) => head],
  ])(
    "behind a batch of a version that kept %s, what was saved at the last run is the policy of then",
    async (_, old) => {
      const it = await office(team());
      setUp(it);
      it.put("Undo", 0, 0, JSON.stringify(old(JSON.parse(String(it.values("Undo")[0]![0])))));
      type(it, "value.B.min", 400_000);
      it.call.home();
      it.put("Customers", 1, 1, "Brazil");
      reclassify(it);
      expect(moveOf(it, "Bravo SARL", "Tier")).toEqual(["B", "C", "policy"]);
      expect(moveOf(it, "Acme GmbH", "Region")).toEqual(["Europe", "Latin America", "data"]);
    },
  );

  test("beside its words each move stands by its ids, also where it is undone, and rows without ids are undone without", async () => {
    const it = await office(team());
    setUp(it);
    it.put("Customers", 1, 1, "Brazil");
    reclassify(it);
    expect(it.values("History").at(-1)![9]).toBe("region europe latin_america data");
    const undo = it.keep();
    it.call.undo();
    expect(it.values("History").at(-1)![9]).toBe("region latin_america europe undo");
    undo();
    const [head, ...parts] = it.values("Undo").map((row) => String(row[1]));
    const body = JSON.parse(parts.join("")) as { history: unknown[][] };
    const older = { ...body, history: body.history.map((row) => row.slice(0, 9)) };
    it.put("Undo", 0, 1, JSON.stringify({ ...JSON.parse(head!), parts: 1 }));
    it.put("Undo", 1, 1, JSON.stringify(older));
    it.call.undo();
    expect(it.values("History").at(-1)!.slice(3, 10)).toEqual([
      "Acme GmbH",
      "Region",
      "Latin America",
      "Europe",
      "undo",
      "",
      "",
    ]);
  });
});
