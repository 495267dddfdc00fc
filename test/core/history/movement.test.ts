import { describe, expect, test } from "vitest";
import type { Cell } from "../../../src/core/cells/cell";
import type { Cause } from "../../../src/core/history/causes";
import { idsOfMove, movementIn, movesIn, type PastMove, standing } from "../../../src/core/history/movement";
import { aPolicy, TODAY } from "../makers";

const CAUSES: Readonly<Record<Cause, string>>[] = [
  { data: "data", policy: "policy", time: "time", hand: "by hand", undo: "undo" },
  { data: "数据", policy: "规则", time: "时间", hand: "人工", undo: "撤销" },
];

const row = (...cells: Cell[]): Cell[] => [{ day: TODAY }, "b1", "name:acme#1", "Acme", ...cells];
const read = (rows: Cell[][], policy = aPolicy()) => movesIn(rows, policy, CAUSES);
const short = ({ axis, from, to, cause }: PastMove) => [axis, from, to, cause].join(" ");

describe("rows of the history", () => {
  test.each<[string, Cell[], string]>([
    ["by their ids, whatever the words say", row("x", "y", "z", "?", "Amy", "value A B time"), "value A B time"],
    ["of an older version in English", row("Tier", "A", "Unrated", "by hand", "Amy"), "value A unrated hand"],
    ["of an older version in Chinese", row("等级", "A", "未评级", "规则", "Amy"), "value A unrated policy"],
    [
      "with ids that somebody damaged, by their words",
      row("Tier", "A", "B", "data", "Amy", "value A Z"),
      "value A B data",
    ],
  ])("are read %s", (_, cells, expected) => {
    expect(read([cells]).moves.map(short)).toEqual([expected]);
  });

  test("are read by the words that the team has for its classes now", () => {
    const policy = aPolicy({ "label.value.A": "High value" });
    expect(read([row("Tier", "High value", "B", "data", "Amy")], policy).moves.map(short)).toEqual(["value A B data"]);
  });

  test.each<[string, Readonly<Record<string, unknown>>, number]>([
    ["words that are still one class's", {}, 0],
    ["A and B that have changed their words", { "label.value.A": "B", "label.value.B": "A" }, 1],
    ["one of which C is called by now", { "label.value.C": "A", "label.value.A": "A+" }, 1],
  ])("of an older version are guessed by no word of two classes: %s", (_, words, unknown) => {
    const { moves, unknown: found } = read([row("Tier", "A", "B", "data", "Amy")], aPolicy(words));
    expect([found, moves.map(short)]).toEqual([unknown, unknown ? [] : ["value A B data"]]);
  });

  test.each<[string, Cell[]]>([
    ["a class that nothing is called by any more", row("Tier", "Gold", "B", "data", "Amy")],
    ["an axis that is none", row("Mood", "A", "B", "data", "Amy")],
    ["a cause that is none", row("Tier", "A", "B", "magic", "Amy")],
  ])("are counted as unknown for %s", (_, cells) => {
    expect(read([cells])).toEqual({ moves: [], unknown: 1, since: TODAY });
  });

  test.each<[string, Cell[]]>([
    ["the header", ["Day", "Batch", "Row", "Customer", "What", "From", "To", "Cause", "By"]],
    ["the first grading", [{ day: TODAY }, "b1", "", "All customers: first grading", "", "", "A 1", "data", "Amy"]],
    ["a blank row", ["", "", "", "", "", "", "", "", ""]],
    ["a note", ["ask Ben about these", "", "x", ""]],
  ])("are passed over for %s", (_, cells) => {
    expect(read([cells])).toMatchObject({ moves: [], unknown: 0 });
  });
});

test("the history begins with the day of its first grading", () => {
  const first: Cell[] = [TODAY - 9, "b0", "", "All customers: first grading", "", "", "A 1", "data", "Amy", ""];
  expect(read([["Day"], first, row("", "", "", "", "", "value A B time")]).since).toBe(TODAY - 9);
  expect(read([["Day"]]).since).toBeUndefined();
  expect(read([["Day"], row("", "", "", "", "", "value A B time"), first]).since).toBe(TODAY - 9);
});

const move = (changes: Partial<PastMove> = {}): PastMove => ({
  day: TODAY,
  batch: "b1",
  key: "name:acme#1",
  customer: "Acme",
  axis: "value",
  from: "B",
  to: "A",
  cause: "data",
  ...changes,
});

const back = (one: PastMove): PastMove => ({ ...one, from: one.to, to: one.from, cause: "undo" });

describe("what was undone", () => {
  const other = move({ key: "name:bravo#1" });
  const again = move({ batch: "b2" });
  test("is taken out with its undo, and all else stays", () => {
    expect(standing([move(), other, back(move()), again])).toEqual([other, again]);
  });
  test("is told as an undo where the moves themselves were deleted", () => {
    expect(standing([back(move())])).toEqual([back(move())]);
  });
  test("on another day is taken out as well", () => {
    expect(standing([move({ day: TODAY - 40 }), back(move())])).toEqual([]);
  });
});

describe("the matrix of a month", () => {
  const moves = [
    move(),
    move({ key: "name:bravo#1", cause: "time" }),
    move({ key: "name:casa#1", from: "A", to: "D", cause: "policy" }),
    move({ key: "name:delta#1", from: "unrated", to: "C", cause: "hand" }),
    move({ key: "name:echo#1", axis: "activity", from: "active", to: "dormant", cause: "time" }),
    move({ key: "name:fox#1", day: TODAY - 30 }),
  ];
  test("counts by class and cause; a move from unrated is neither up nor down", () => {
    const { up, down, byCause, cells } = movementIn("2026-06", moves, "value");
    expect([up, down]).toEqual([2, 1]);
    expect(byCause).toEqual({ data: 1, policy: 1, time: 1, hand: 1, undo: 0 });
    expect(cells.map(({ from, to, moves: own }) => `${from}→${to} ${own.length}`)).toEqual([
      "A→D 1",
      "B→A 2",
      "unrated→C 1",
    ]);
  });
  test("of another axis has no up and no down", () => {
    const found = movementIn("2026-06", moves, "activity");
    expect(found.cells).toMatchObject([{ from: "active", to: "dormant" }]);
    expect(found).not.toHaveProperty("up");
    expect(found).not.toHaveProperty("down");
  });
  test("of a month without moves is empty", () => {
    expect(movementIn("2026-04", moves, "value")).toMatchObject({ up: 0, down: 0, cells: [] });
  });
});

test("ids are read back as they were written", () => {
  const ids = idsOfMove("relation", "won_back", "once", "undo");
  expect(read([row("", "", "", "", "", ids)]).moves.map(short)).toEqual(["relation won_back once undo"]);
});
