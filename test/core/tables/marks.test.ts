import { describe, expect, test } from "vitest";
import type { Cell } from "../../../src/core/cells/cell";
import { oneCustomer, type Setting } from "./reading";

const satisfaction = (cell: Cell) => {
  const { customer, notebook } = oneCustomer(["客户满意度"], [cell]);
  return {
    mark: customer.satisfaction,
    kinds: notebook.findings.map(({ kind }) => kind),
    unclear: [...customer.unclear],
  };
};

describe("a mark of satisfaction (X14)", () => {
  test.each<[Cell, number | undefined]>([
    [5, 5],
    [0, 0],
    [4.5, 4.5],
    ["4", 4],
    ["4/5", 4],
    ["4 / 5", 4],
    ["4分", 4],
    ["4.5 分", 4.5],
    ["4 stars", 4],
    ["3星", 3],
    ["★★★★", 4],
    ["★★★☆☆", 3],
    ["", undefined],
    ["-", undefined],
    ["N/A", undefined],
  ])("%j is %s", (cell, mark) => {
    expect(satisfaction(cell)).toEqual({ mark, kinds: [], unclear: [] });
  });
  test.each<Cell>([5.1, 6, 9, 10, "8/10", "90%", "满意", "good", -1, "★★★★★★", true])(
    "%j cannot be told, is listed and not used",
    (cell) => {
      expect(satisfaction(cell)).toEqual({ mark: undefined, kinds: ["unreadable"], unclear: ["satisfaction"] });
    },
  );
});

const size = (cell: Cell, setting?: Setting) => {
  const { customer, notebook } = oneCustomer(["公司规模"], [cell], setting);
  const { people, ids } = customer.size;
  return { people, ids, kinds: notebook.findings.map(({ kind }) => kind), asked: notebook.questions.length };
};

describe("how large a company is (A058)", () => {
  test.each<[Cell, number]>([
    [120, 120],
    ["120", 120],
    ["120人", 120],
    ["1,200", 1200],
    ["1，200 人", 1200],
    ["120 employees", 120],
    ["1-10", 1],
    ["11-50", 11],
    ["11–50 employees", 11],
    ["51-200人", 51],
    ["201至500", 201],
    ["501~1000", 501],
    ["1,001-5,000", 1001],
    ["501+", 501],
    ["10,001+ employees", 10_001],
    ["1000人以上", 1000],
  ])("%j has %i people at least, and one class", (cell, people) => {
    expect(size(cell)).toEqual({ people, ids: [], kinds: [], asked: 0 });
  });
  test.each<Cell>(["50-51", "20-99", "500-501", "10-1000", "50+", "500+", "200人以上"])(
    "%j may be of two classes: it is listed, and not asked about",
    (cell) => {
      expect(size(cell)).toEqual({ people: undefined, ids: [], kinds: ["unreadable"], asked: 0 });
    },
  );
  test.each([
    ["大型", "large"],
    ["集团", "large"],
    ["MEDIUM", "mid"],
    ["中型企业", "mid"],
    ["小微", "small"],
    ["SME", "small"],
  ])("%j is %s by the words of the policy", (cell, id) => {
    expect(size(cell)).toEqual({ people: undefined, ids: [id], kinds: [], asked: 0 });
  });
  test("a word that no list knows is listed and asked about, and is what the team answers", () => {
    expect(size("Gigantic")).toEqual({ people: undefined, ids: [], kinds: ["unknown_word"], asked: 1 });
    expect(size("Gigantic", { answers: { "size:word:gigantic": "large" } })).toEqual({
      people: undefined,
      ids: ["large"],
      kinds: [],
      asked: 0,
    });
  });
  test.each<Cell>(["", "-"])("%j says nothing", (cell) => {
    expect(size(cell)).toEqual({ people: undefined, ids: [], kinds: [], asked: 0 });
  });
});
