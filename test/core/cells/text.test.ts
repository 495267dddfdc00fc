import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText, isBlankWord, isSheetError, tidy } from "../../../src/core/cells/text";

describe("the text of a cell", () => {
  test.each([
    ["  Norway  ", "Norway"],
    ["Acme \u00a0 GmbH", "Acme GmbH"],
    ["ＡＢＣ　１２３", "ABC 123"],
    ["a\tb\nc", "a b c"],
    ["\ufeffid", "id"],
    ["zero\u200bwidth", "zerowidth"],
    ["plain text", "plain text"],
    ["", ""],
  ])("%j is tidied to %j", (text, expected) => {
    expect(tidy(text)).toBe(expected);
    expect(foldText(text)).toBe(expected.toLowerCase());
  });

  test("no Chinese character is taken for tidy that is not", () => {
    for (let code = 0x4e00; code <= 0x9fff; code++) {
      const character = String.fromCharCode(code);
      expect(character.normalize("NFKC")).toBe(character);
      expect(tidy(`${character}Ａ ${character}`)).toBe(`${character}A ${character}`);
    }
  });
  test("tidying twice is tidying once", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => tidy(tidy(text)) === tidy(text)));
  });
});

describe("a cell that says that nothing is known", () => {
  test.each([
    [""],
    ["   "],
    ["\u3000"],
    ["-"],
    ["—"],
    ["/"],
    ["待定"],
    ["TBD"],
    ["tbd"],
    ["N/A"],
    ["ｎ／ａ"],
    ["无"],
    ["null"],
    ["NULL"],
    ["              -              "],
  ])("%j is blank", (text) => {
    expect(isBlankWord(text)).toBe(true);
  });

  test.each([["0"], ["#N/A"], ["无锡"], ["no"], ["NA"], ["unknown customer"], ["- 5"]])("%j is not", (text) => {
    expect(isBlankWord(text)).toBe(false);
  });
});

describe("a formula that failed", () => {
  test.each([
    ["#REF!", true],
    ["#N/A", true],
    ["#VALUE!", true],
    ["#DIV/0!", true],
    ["#NAME?", true],
    ["#ERROR!", true],
    ["########", true],
    ["Loading...", true],
    ["#1 customer", false],
    ["REF", false],
    ["", false],
  ])("%j shows one: %s", (text, error) => {
    expect(isSheetError(text)).toBe(error);
  });
});
