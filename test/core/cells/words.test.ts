import { describe, expect, test } from "vitest";
import { containsWord, matchWord } from "../../../src/core/cells/words";

describe("a word that is the whole cell", () => {
  test.each([
    ["Shipped", true],
    [" SHIPPED ", true],
    ["ｓｈｉｐｐｅｄ", true],
    ["In  Process", true],
    ["已发货", true],
    ["not shipped", false],
    ["已发货 3 箱", false],
    ["", false],
  ])("%j is one of the statuses: %s", (text, matches) => {
    expect(matchWord(text, ["shipped", "in process", "已发货"])).toBe(matches);
  });

  test("an empty word in a list matches no cell", () => {
    expect(matchWord("", ["", " "])).toBe(false);
    expect(containsWord("anything", [""])).toBe(false);
  });
});

describe("a word within a longer text", () => {
  test.each([
    ["free sample, air", true],
    ["SAMPLE", true],
    ["sample-2", true],
    ["寄样品两件", true],
    ["PP样品", true],
    ["sample样品", true],
    ["resampled", false],
    ["samples", false],
    ["sample2", false],
    ["样", false],
    ["", false],
    ["resample, then a sample", true],
  ])("%j holds a sample: %s", (text, holds) => {
    expect(containsWord(text, ["sample", "样品"])).toBe(holds);
  });
});
