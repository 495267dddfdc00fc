import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { typedNumber } from "../../sidebar/amount";

describe("a number that a person types into a field", () => {
  test.each([
    ["300000", 300_000],
    ["300,000", 300_000],
    ["1,000,000", 1_000_000],
    ["300 000", 300_000],
    [" 7.2 ", 7.2],
    ["0.14", 0.14],
    ["30\u4e07", 300_000],
    ["1.5\u4e07", 15_000],
    ["\uff13\uff10\uff10\uff0c\uff10\uff10\uff10", 300_000],
  ])("%s is read", (text, number) => {
    expect(typedNumber(text)).toBe(number);
  });

  test.each([["7,2"], ["1.000.000"], ["1,00,000"], ["abc"], [""], ["0"], ["-5"], ["1e6"], ["12 USD"], ["\u4e07"]])(
    "%s is refused rather than guessed",
    (text) => {
      expect(typedNumber(text)).toBeNull();
    },
  );

  test("a number that the sidebar shows is read back as the same number", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000_000 }), (number) => {
        expect(typedNumber(number.toLocaleString("en-US"))).toBe(number);
      }),
    );
  });

  test("no text makes it throw", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const number = typedNumber(text);
        expect(number === null || number > 0).toBe(true);
      }),
    );
  });
});
