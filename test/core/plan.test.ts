import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cell } from "../../src/core/cells/cell";
import { applyChanges, countStems, type Image, planWrites, reverse, sameCell, stemOf } from "../../src/core/plan";

const COLUMNS = ["level", "due"];

const image = (lines: readonly (readonly [string | undefined, ...Cell[]])[]): Image => ({
  keys: lines.map(([key]) => key),
  columns: COLUMNS,
  cells: lines.map(([, ...cells]) => cells),
});

const before = image([
  [undefined, "Follow-up", "Due"],
  ["id:1#1", "", ""],
  ["id:2#1", "Due", { day: 46_000 }],
  ["name:acme#1", "Soon", { day: 46_001 }],
]);
const wanted = new Map<string, Cell[]>([
  ["id:1#1", ["Due", { day: 46_100 }]],
  ["id:2#1", ["Due", { day: 46_000 }]],
  ["name:acme#1", ["Overdue", { day: 46_001 }]],
]);
const plan = planWrites(before, wanted);
const counts = countStems(before.keys);
const apply = (now: Image, changes = plan) => applyChanges(now, changes, counts);

describe("the plan", () => {
  test("names the cells that differ and no others", () => {
    expect(plan).toEqual([
      { key: "id:1#1", column: "level", before: "", after: "Due" },
      { key: "id:1#1", column: "due", before: "", after: { day: 46_100 } },
      { key: "name:acme#1", column: "level", before: "Soon", after: "Overdue" },
    ]);
  });
  test("is empty where the sheet is as it should be: a second run writes nothing", () => {
    expect(planWrites({ ...before, cells: apply(before).cells }, wanted)).toEqual([]);
  });
  test("leaves rows alone that nobody wants changed", () => {
    expect(planWrites(before, new Map())).toEqual([]);
  });
  test("takes a missing cell for an empty one", () => {
    const narrow = image([["id:1#1"]]);
    expect(planWrites(narrow, new Map([["id:1#1", ["", "x"]]]))).toEqual([
      { key: "id:1#1", column: "due", before: "", after: "x" },
    ]);
  });
});

test.each([
  ["", "", true],
  ["a", "a", true],
  ["a", "A", false],
  [{ day: 46_000 }, { day: 46_000 }, true],
  [{ day: 46_000 }, 46_000, true],
  [{ day: 46_000 }, { day: 46_001 }, false],
  [{ day: 46_000 }, "46000", false],
  [1, "1", false],
  ["", 0, false],
  [true, "true", false],
] as [Cell, Cell, boolean][])("%j and %j show the same: %s", (a, b, same) => {
  expect(sameCell(a, b)).toBe(same);
  expect(sameCell(b, a)).toBe(same);
});

describe("applied to the sheet as it is now", () => {
  test("gives what was wanted, and the reverse gives back what was", () => {
    const after = apply(before);
    expect(after.cells).toEqual([["Follow-up", "Due"], ...[...wanted.values()]]);
    expect(after.changed).toEqual(plan);
    expect(after.left).toEqual([]);
    const back = apply({ ...before, cells: after.cells }, reverse(plan));
    expect(back.cells).toEqual(before.cells);
  });
  test("never touches the cells that it was given", () => {
    const frozen = { ...before, cells: before.cells.map((row) => Object.freeze([...row])) };
    expect(() => apply(frozen)).not.toThrow();
  });
  test("twice changes nothing the second time, and nothing is reported", () => {
    const once = apply(before);
    const twice = apply({ ...before, cells: once.cells });
    expect(twice).toEqual({ cells: once.cells, changed: [], left: [] });
  });
  test("finds its rows where people have sorted them to", () => {
    const order = [3, 0, 2, 1];
    const sorted: Image = {
      ...before,
      keys: order.map((i) => before.keys[i]),
      cells: order.map((i) => before.cells[i]!),
    };
    const after = apply(before).cells;
    expect(apply(sorted).cells).toEqual(order.map((i) => after[i]));
  });
  test("leaves rows alone that were inserted meanwhile", () => {
    const inserted = image([["id:9#1", "x", "y"], ...zip(before)]);
    const { cells, left } = apply(inserted);
    expect(cells[0]).toEqual(["x", "y"]);
    expect(cells.slice(1)).toEqual(apply(before).cells);
    expect(left).toEqual([]);
  });
  test("reports a row that is gone", () => {
    const { changed, left } = apply(image(zip(before).filter(([key]) => key !== "id:1#1")));
    expect(changed).toEqual([plan[2]]);
    expect(left).toEqual([
      { change: plan[0], why: "gone" },
      { change: plan[1], why: "gone" },
    ]);
  });
  test("reports a column that is gone", () => {
    const narrow: Image = { ...before, columns: ["level"], cells: before.cells.map((row) => row.slice(0, 1)) };
    expect(apply(narrow).left).toEqual([{ change: plan[1], why: "gone", line: 1 }]);
  });
  test("leaves a cell that somebody changed, and reports it with its line", () => {
    const edited = { ...before, cells: before.cells.map((row, i) => (i === 3 ? ["mine", row[1]!] : row)) };
    const { cells, changed, left } = apply(edited);
    expect(cells[3]![0]).toBe("mine");
    expect(changed.length).toBe(2);
    expect(left).toEqual([{ change: plan[2], why: "edited", line: 3 }]);
  });
  test.each([
    ["a second row of the same id came", [["id:1#2", "", ""]]],
    [
      "two more",
      [
        ["id:1#2", "", ""],
        ["id:1#3", "", ""],
      ],
    ],
  ] as [string, (readonly [string, ...Cell[]])[]][])("leaves a customer when %s: which row was meant?", (_, more) => {
    const { cells, left } = apply(image([...zip(before), ...more]));
    expect(cells[1]).toEqual(["", ""]);
    expect(left.map(({ why, line }) => [why, line])).toEqual([
      ["doubled", 1],
      ["doubled", 1],
    ]);
  });
  test("leaves a customer of whose two rows one is gone", () => {
    const two = image([
      ["name:acme#1", "a", ""],
      ["name:acme#2", "b", ""],
    ]);
    const changes = planWrites(two, new Map([["name:acme#1", ["c", ""]]]));
    const one = image([["name:acme#1", "a", ""]]);
    expect(applyChanges(one, changes, countStems(two.keys)).left).toEqual([
      { change: changes[0], why: "doubled", line: 0 },
    ]);
    expect(applyChanges(two, changes, countStems(two.keys)).changed).toEqual(changes);
  });
});

describe("keys", () => {
  test.each([
    ["id:C-17#2", "id:C-17"],
    ["name:a#b#11", "name:a#b"],
  ])("%s is a row of %s", (key, stem) => {
    expect(stemOf(key)).toBe(stem);
  });
  test("are counted by id or name; a row that is no customer counts nowhere", () => {
    expect(countStems(["id:1#1", undefined, "id:1#2", "name:x#1"])).toEqual(
      new Map([
        ["id:1", 2],
        ["name:x", 1],
      ]),
    );
  });
});

function zip(of: Image): [string | undefined, ...Cell[]][] {
  return of.keys.map((key, i) => [key, ...of.cells[i]!]);
}

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom<Cell>("", "A", "B", "=1+1", 0, 1, true, { day: 46_000 }, { day: 46_001 }),
  fc.string({ maxLength: 3 }),
);

/** A sheet of some rows, what they should hold, and an order to sort them into. */
const anySheet = fc
  .uniqueArray(fc.tuple(fc.nat(20), anyCell, anyCell, anyCell, anyCell), { selector: ([id]) => id, maxLength: 12 })
  .chain((rows) =>
    fc.record({
      now: fc.constant(image(rows.map(([id, a, b]) => [`id:${id}#1`, a, b]))),
      wanted: fc.constant(new Map(rows.map(([id, , , c, d]) => [`id:${id}#1`, [c, d]]))),
      order: fc.shuffledSubarray(
        rows.map((_, i) => i),
        { minLength: rows.length },
      ),
    }),
  );

describe("for any sheet", () => {
  test("the plan and then its reverse give back every cell, however the rows were sorted in between", () => {
    fc.assert(
      fc.property(anySheet, ({ now, wanted: want, order }) => {
        const changes = planWrites(now, want);
        const count = countStems(now.keys);
        const written = applyChanges(now, changes, count);
        expect(written.left).toEqual([]);
        const sorted: Image = {
          columns: now.columns,
          keys: order.map((i) => now.keys[i]),
          cells: order.map((i) => written.cells[i]!),
        };
        const undone = applyChanges(sorted, reverse(changes), count);
        expect(undone.left).toEqual([]);
        expect(undone.cells).toEqual(order.map((i) => now.cells[i]));
      }),
    );
  });
  test("after the plan the sheet is as wanted, and planning again finds nothing", () => {
    fc.assert(
      fc.property(anySheet, ({ now, wanted: want }) => {
        const { cells } = applyChanges(now, planWrites(now, want), countStems(now.keys));
        now.keys.forEach((key, i) => {
          want.get(key!)!.forEach((cell, c) => {
            expect(sameCell(cells[i]![c]!, cell)).toBe(true);
          });
        });
        expect(planWrites({ ...now, cells }, want)).toEqual([]);
      }),
    );
  });
});
