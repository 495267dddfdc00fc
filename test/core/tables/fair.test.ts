import { describe, expect, test } from "vitest";
import type { Cell } from "../../../src/core/cells/cell";
import { ago, dateCell } from "../makers";
import { oneCustomer, type Setting } from "./reading";

const HEADERS = ["At the fair", "Notes", "Source", "Fair day"];

/** The class that was read, and what was said; [mark, notes, source, day]. */
function fairIn(cells: readonly Cell[], setting?: Setting) {
  const { customer, notebook } = oneCustomer(HEADERS, cells, setting);
  const { fairMark, fairSaid } = customer;
  return { fairMark, fairSaid, asked: notebook.questions.map(({ id }) => id), found: notebook.findings };
}

describe("the mark of a fair (A049–51, A059)", () => {
  test.each([
    ["活跃", "hot"],
    ["活躍", "hot"],
    ["积极", "hot"],
    ["Hot", "hot"],
    ["A", "hot"],
    ["高", "hot"],
    ["一般", "warm"],
    ["潜在", "warm"], // X01: of a fair, and nothing else
    ["warm", "warm"],
    ["冷淡", "cold"],
    ["沉睡", "cold"], // X02
    ["Not interested", "cold"],
    ["", undefined],
  ])("%j: %s", (mark, expected) => {
    expect(fairIn([mark, "", "", ""])).toEqual({ fairMark: expected, fairSaid: undefined, asked: [], found: [] });
  });
  test("of two kinds is none, and says so", () => {
    expect(fairIn(["活跃/冷淡", "", "", ""])).toMatchObject({ fairMark: undefined, fairSaid: "活跃/冷淡", asked: [] });
  });
  test("comes before the notes", () => {
    expect(fairIn(["活跃", "冷淡", "展会", ""])).toMatchObject({ fairMark: "hot", fairSaid: undefined });
  });
  test("that no list knows is asked about", () => {
    const { asked, found } = fairIn(["so so", "", "", ""]);
    expect(asked).toEqual(["fair:word:so so"]);
    expect(found.map(({ kind }) => kind)).toEqual(["unknown_word"]);
  });
  test.each(["Canton Fair 2026", "第139届广交会", "法兰克福展", "Hong Kong Electronics Fair", "Big Show"])(
    "%j is the name of a fair, and nobody is asked how he was",
    (name) => {
      expect(fairIn([name, "", "", ""])).toEqual({ fairMark: undefined, fairSaid: undefined, asked: [], found: [] });
      expect(fairIn([name, "非常感兴趣，要样品", "", ""])).toMatchObject({ fairMark: "hot", fairSaid: "非常感兴趣" });
    },
  );
});

describe("the notes of a customer of a fair", () => {
  test.each([
    ["展会上很活跃，要了报价", "hot", "活跃"],
    ["表现一般", "warm", "一般"],
    ["态度冷淡", "cold", "冷淡"],
    ["was very interested in pumps", "hot", "very interested"],
    ["interested", "warm", "interested"],
    ["not interested at all", "cold", "not interested"], // the longer words, not "interested" in them
    ["不感兴趣", "cold", "不感兴趣"],
    ["interested, then keen", undefined, "interested, keen"],
    ["活跃，但后来冷淡", undefined, "活跃, 冷淡"],
    ["很活跃，积极", "hot", "活跃, 积极"],
    ["不活跃", undefined, undefined], // denied: nothing is said
    ["不是很积极", undefined, undefined],
    ["was not very keen", undefined, undefined],
    ["价格高，中国产，hot plates, class A", undefined, undefined], // marks, but no words of a note
    ["disinterested", undefined, undefined],
    ["", undefined, undefined],
  ])("%j: %s by %j", (note, mark, said) => {
    const read = fairIn(["", note, "展会", ""]);
    expect([read.fairMark, read.fairSaid, read.asked]).toEqual([mark, said, []]);
  });
  test.each([
    ["the source", ["", "冷淡", "Trade show", ""], "cold"],
    ["a later source", ["", "冷淡", "Alibaba, fair", ""], "cold"],
    ["a fair day", ["", "冷淡", "Alibaba", dateCell(ago(9))], "cold"],
    ["the name of the fair", ["Expo 2026", "冷淡", "", ""], "cold"],
    ["nothing of a fair", ["", "冷淡", "Alibaba", ""], undefined],
  ] as [string, Cell[], string | undefined][])("count with %s", (_, cells, mark) => {
    expect(fairIn(cells).fairMark).toBe(mark);
  });
  test("are read by the team's own words", () => {
    const policy = { "fair.hot": "took our catalogue" };
    expect(fairIn(["", "Took our catalogue twice", "fair", ""], { policy }).fairMark).toBe("hot");
  });
});
