import fc from "fast-check";
import { expect, test } from "vitest";
import { minorOf } from "../../src/core/money";

test.each([
  [4280, 428_000],
  [0.86, 86],
  [1.005, 101],
  [-1.005, -101],
  [1.0049, 100],
  [0.285, 29],
  [1_234_567.89, 123_456_789],
  [0, 0],
  [1e-7, 0],
  [1e13, 1e15],
])("%d in a cell is %i hundredths", (amount, minor) => {
  expect(minorOf(amount)).toBe(minor);
});

test("an amount with two decimals is exact", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e13, max: 1e13 }), (hundredths) => {
      expect(minorOf(hundredths / 100) === hundredths).toBe(true);
    }),
  );
});
