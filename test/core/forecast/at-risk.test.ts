import { describe, expect, test } from "vitest";
import { amountAtRisk } from "../../../src/core/forecast/at-risk";

const because = { rule: "forecast.model" };

describe("the amount at risk", () => {
  test.each([
    [100_000, 1, 0],
    [100_000, 0, 100_000],
    [100_000, 0.75, 25_000],
    [333, 0.5, 167], // 166.5
    [1, 0.51, 0],
    [0, 0.2, 0],
    [-5000, 0.2, 0], // he gave back more than he bought
    [9_000_000_000_000_000, 0.5, 4_500_000_000_000_000],
  ])("of %i in the year, with %f to be a customer still, is %i", (year, alive, risk) => {
    expect(amountAtRisk(year, { alive, because })).toBe(risk);
  });
  test("is not known where there is no figure", () => {
    expect(amountAtRisk(100_000, { because })).toBeUndefined();
  });
});
