import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { AXES } from "../../src/core/axes";
import { isoOf } from "../../src/core/day";
import { builtAddon, contact, type Given, type Office, office, reclassify, setUp, TODAY, team } from "./office";

beforeAll(builtAddon);

const DAY = 86_400_000;

const type = (it: Office, key: string, value: Given) =>
  it.put(
    "Policy",
    it.values("Policy").findIndex((cells) => cells[4] === key),
    1,
    value,
  );

async function begun(): Promise<Office> {
  const it = await office(team(), { sharesLoaded: true });
  it.call.setWho("Amy");
  setUp(it);
  return it;
}

const cellsIn = (it: Office, axis = "") =>
  it.call
    .movement(axis)
    .months.map(({ month, cells }) => [month, ...cells.map(({ from, to, count }) => `${from}→${to} ${count}`)]);

describe("the moves of a month", () => {
  test("are counted from the month of the first grading on, the newest first", async () => {
    const it = await begun();
    expect(cellsIn(it)).toEqual([["2026-11"]]);
    const first = isoOf(TODAY);
    expect(it.call.movement("").since).toBe(first);
    type(it, "value.B.min", 400_000);
    reclassify(it);
    it.clock += 40 * DAY;
    it.put("Orders", 9, 0, "9");
    ["Bravo SARL", { day: TODAY + 35 }, 500_000, "USD", "paid"].forEach((cell, i) => {
      it.put("Orders", 9, 1 + i, cell);
    });
    reclassify(it);
    expect(cellsIn(it)).toEqual([["2027-01", "C→B 1"], ["2026-12"], ["2026-11", "B→C 1"]]);
    expect(it.call.movement("").since).toBe(first);
    const [january, , november] = it.call.movement("").months;
    expect(january).toMatchObject({ up: 1, down: 0, byCause: { data: 1, policy: 0 } });
    expect(november).toMatchObject({ up: 0, down: 1, byCause: { data: 0, policy: 1 } });
    expect(november!.cells[0]!.customers).toEqual([
      {
        key: "name:bravo sarl#1",
        company: "Bravo SARL",
        cause: "policy",
        rows: ["Tier B: from (included)"],
        place: expect.objectContaining({ sheet: "Customers", a1: "A3" }),
      },
    ]);
    expect(january!.cells[0]!.customers).toMatchObject([{ cause: "data", rows: [] }]);
  });

  const bravo = (it: Office) => it.call.movement("").months[0]!.cells[0]!.customers[0]!;

  test.each<[string, Readonly<Record<string, number>>, readonly string[]]>([
    ["one of two that were changed", { "value.B.min": 400_000, "value.C.min": 50_000 }, ["Tier B: from (included)"]],
    [
      "the one that alone lowers him",
      { "value.A.min": 2_000_000, "value.B.min": 400_000 },
      ["Tier B: from (included)"],
    ],
    ["neither of two that only together lower him", { "value.B.min": 400_000, "value.C.min": 360_000 }, []],
    ["none of four", { "value.B.min": 400_000, "value.C.min": 50_000, "value.A.min": 2_000_000, "cadence.A": 10 }, []],
  ])("name of the policy %s", async (_, values, rows) => {
    const it = await begun();
    for (const [key, value] of Object.entries(values)) type(it, key, value);
    reclassify(it);
    expect(bravo(it)).toMatchObject({ company: "Bravo SARL", cause: "policy", rows });
  });

  test("lead to the customer where he stands now, and nowhere once he is gone", async () => {
    const it = await begun();
    type(it, "value.B.min", 400_000);
    reclassify(it);
    it.store.insertRows(it.sheetId("Customers"), 1, 2);
    const { key, place } = bravo(it);
    expect(place).toMatchObject({ sheet: "Customers", a1: "A5" });
    it.call.goTo(place!, key);
    expect(it.store.selection().zone.top).toBe(4);
    it.put("Customers", 4, 0, "Another Ltd");
    expect(bravo(it).place).toBeNull();
  });

  test("that an older version wrote name no row of the policy", async () => {
    const it = await begun();
    type(it, "value.B.min", 400_000);
    reclassify(it);
    const line = it.values("History").findIndex((row) => row[9] === "value B C policy value.B.min");
    it.put("History", line, 9, "value B C policy");
    expect(bravo(it)).toMatchObject({ cause: "policy", rows: [] });
  });

  test("of which one was undone hold neither it nor its undo", async () => {
    const it = await begun();
    type(it, "value.B.min", 400_000);
    reclassify(it);
    it.call.undo();
    expect(cellsIn(it)).toEqual([["2026-11"]]);
    expect(it.call.movement("").months[0]!.byCause).toEqual({ data: 0, policy: 0, time: 0, hand: 0, undo: 0 });
  });

  test("of another axis are found by its id, under words that the team has changed since, and have no up and down", async () => {
    const it = await begun();
    it.put("Customers", 1, 1, "Brazil");
    reclassify(it);
    type(it, "label.region.europe", "EMEA");
    it.call.home();
    const { axis, axes, classes, months, unknown } = it.call.movement("region");
    expect(axis).toBe("region");
    expect(axes[0]).toEqual({ value: "value", label: "Tier" });
    expect(classes).toContainEqual({ value: "europe", label: "EMEA" });
    expect(months[0]).toMatchObject({
      up: null,
      down: null,
      cells: [{ from: "europe", to: "latin_america", count: 1 }],
    });
    expect(unknown).toBe(0);
  });

  test("are told from the month of the first grading on, however somebody has sorted the history", async () => {
    const it = await begun();
    type(it, "value.B.min", 400_000);
    reclassify(it);
    it.clock += 70 * DAY;
    ordered("Bravo SARL", 2, 500_000)(it);
    reclassify(it);
    const told = cellsIn(it);
    expect(told.map(([month]) => month)).toEqual(["2027-01", "2026-12", "2026-11"]);
    const rows = it.values("History").slice(1) as Given[][];
    [...rows].reverse().forEach((cells, r) => {
      cells.forEach((cell, c) => {
        it.put("History", 1 + r, c, cell);
      });
    });
    expect(cellsIn(it)).toEqual(told);
  });

  test("go back twelve months and no further", async () => {
    const it = await begun();
    it.clock += 500 * DAY;
    const { months } = it.call.movement("");
    expect(months).toHaveLength(12);
    expect(months[0]!.month).toBe("2028-04");
    expect(months[11]!.month).toBe("2027-05");
  });

  test("are none before the set-up, and a sentence says so", async () => {
    const it = await office(team());
    expect(() => it.call.movement("")).toThrow("Tierbook is not set up in this file yet");
  });
});

/** Class ids by row key and axis, as the Classes tab holds them. */
function classesNow(it: Office): Map<string, string> {
  const [header, ...rows] = it.values("Classes");
  const [key, ids] = ["key", "ids"].map((name) => header!.indexOf(name));
  const found = new Map<string, string>();
  for (const row of rows)
    for (const pair of String(row[ids!] ?? "").split(" ")) {
      const [axis, id] = pair.split("=");
      if (axis && id) found.set(`${row[key!]} ${axis}`, id);
    }
  return found;
}

const ordered = (customer: string, back: number, amount: number) => (it: Office) => {
  const row = it.values("Orders").length;
  const today = Math.floor((it.clock - Date.UTC(2026, 10, 22, 1)) / DAY) + TODAY;
  [String(100 + row), customer, { day: today - back }, amount, "USD", "paid"].forEach((cell, column) => {
    it.put("Orders", row, column, cell);
  });
};
const name = fc.constantFrom("Acme GmbH", "Bravo SARL", "Casa Blanca", "Delta Ltd");
/** What can happen between two runs, and what came of it. */
const happening = fc.oneof(
  fc.integer({ min: 1, max: 200 }).map((days) => (it: Office) => {
    it.clock += days * DAY;
  }),
  fc
    .tuple(name, fc.integer({ min: 0, max: 500 }), fc.integer({ min: -300_000, max: 900_000 }))
    .map((given) => ordered(...given)),
  fc.constantFrom(200_000, 300_000, 400_000).map((limit) => (it: Office) => type(it, "value.B.min", limit)),
  fc
    .constantFrom("Brazil", "Germany", "Japan", "")
    .map((country) => (it: Office) => it.put("Customers", 1, 1, country)),
  fc.constant((it: Office) => {
    it.call.undo();
  }),
  fc.constant((it: Office) => {
    if (it.call.home().today.length > 0) contact(it);
  }),
);

test("replaying the moves gives the classes of today, without a gap", async () => {
  const it = await begun();
  const again = it.keep();
  const first = classesNow(it);
  // An axis on which nobody was graded begins without moves.
  const begins = AXES.filter(({ id }) =>
    [...first].every(([name, one]) => !name.endsWith(` ${id}`) || one === "unrated"),
  );
  expect(begins.map(({ id }) => id)).toContain("engagement");
  expect(begins.map(({ id }) => id)).not.toContain("value");
  const same = (name: string, replayed: string | undefined, id: string) => {
    const waits = replayed === "unrated" && begins.some((axis) => name.endsWith(` ${axis.id}`));
    expect([name, waits ? id : replayed]).toEqual([name, id]);
  };
  fc.assert(
    fc.property(fc.array(happening, { minLength: 1, maxLength: 6 }), (happenings) => {
      again();
      const classes = new Map(first);
      for (const happens of happenings) {
        it.clock += 60_000;
        happens(it);
        reclassify(it);
      }
      for (const row of it.values("History").slice(2)) {
        const [axis, from, to] = String(row[9]).split(" ");
        const name = `${row[2]} ${axis}`;
        same(name, classes.get(name), from!);
        classes.set(name, to!);
      }
      for (const [name, id] of classesNow(it)) same(name, classes.get(name), id);
    }),
    { numRuns: 15, endOnFailure: true },
  );
}, 600_000);

test("where only time passed, a past day is as the history has it", async () => {
  const it = await begun();
  const again = it.keep();
  const label = (id: string) => it.call.movement("").classes.find(({ value }) => value === id)!.label;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(name, fc.integer({ min: 0, max: 500 }), fc.integer({ min: -300_000, max: 900_000 })), {
        maxLength: 5,
      }),
      fc.array(fc.integer({ min: 5, max: 150 }), { minLength: 2, maxLength: 4 }),
      (orders, waits) => {
        again();
        for (const order of orders) ordered(...order)(it);
        it.clock += 60_000;
        reclassify(it);
        const days: string[] = [];
        const recorded: Map<string, string>[] = [];
        for (const wait of waits) {
          days.push(it.call.home().day);
          recorded.push(classesNow(it));
          it.clock += wait * DAY;
          reclassify(it);
        }
        const today = classesNow(it);
        days.forEach((day, i) => {
          const { tiers, moved } = it.call.past(day);
          const then = recorded[i]!;
          const expected = [...then].filter(([key, id]) => key.endsWith(" value") && today.get(key) !== id);
          expect(moved.list.flatMap(({ key, tier }) => (tier ? [[`${key} value`, tier.was]] : [])).sort()).toEqual(
            expected.map(([key, id]) => [key, label(id)]).sort(),
          );
          for (const { id, was } of tiers)
            expect([id, was]).toEqual([
              id,
              [...then].filter(([key, one]) => key.endsWith(" value") && one === id).length,
            ]);
        });
      },
    ),
    { numRuns: 12, endOnFailure: true },
  );
}, 600_000);
