import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { containsWord, matchWord, wordsWithin } from "../../../src/core/cells/words";

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

describe("traditional characters", () => {
  test.each([
    ["廣交會", "广交会"],
    ["已發貨", "已发货"],
    ["已发货", "已發貨"],
    ["價格談判中", "价格谈判中"],
  ])("%s is the word %s", (text, word) => {
    expect([matchWord(text, [word]), containsWord(`x ${text} x`, [word])]).toEqual([true, true]);
  });
});

describe("words of several lists within a text", () => {
  const LISTS = [["keen", "很积极"], ["interested", "积极"], ["not interested"]];
  const found = (text: string) => wordsWithin(text, LISTS).map(({ word, list }) => `${list} ${word}`);
  test.each([
    ["", []],
    ["nothing of the kind", []],
    ["keen", ["0 keen"]],
    ["KEEN, Interested", ["1 interested", "0 keen"]], // the longest first
    ["not interested", ["2 not interested"]], // not "interested" in it
    ["interested, then not interested", ["2 not interested", "1 interested"]],
    ["很积极", ["0 很积极"]],
    ["积极", ["1 积极"]],
    ["不积极", []],
    ["没有积极", []],
    ["not keen", []],
    ["not very keen", []],
    ["not here, but keen", ["0 keen"]], // denies something else
    ["keener", []],
    ["disinterested", []],
    ["keen and keen", ["0 keen", "0 keen"]],
  ])("%j: %j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
  test("every one of them is in the text, and no two share a place", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LISTS.flat(), " ", "not ", "不", "x"), { maxLength: 9 }), (parts) => {
        const text = parts.join("");
        const words = wordsWithin(text, LISTS).map(({ word }) => word);
        const read = text.replace(/ +/g, " "); // several spaces are read as one
        for (const word of words) expect(read).toContain(word);
        expect(words.join("").length).toBeLessThanOrEqual(read.length);
      }),
    );
  });
});
