import { describe, expect, test } from "vitest";
import { chanceBy, logistic } from "../../../src/core/forecast/logistic";
import { numbersFrom } from "./ledgers";

describe("the chance that is learned", () => {
  test("of cases that are all alike is the share of those who bought", () => {
    const cases = Array.from({ length: 1000 }, (_, i) => ({ facts: [1], yes: i % 10 < 3 }));
    expect(chanceBy(logistic(cases), [1])).toBeCloseTo(0.3, 3);
  });
  test("of two kinds of customers is the share of each", () => {
    const cases = Array.from({ length: 4000 }, (_, i) => ({ facts: [1, i % 2], yes: i % 20 < (i % 2 ? 16 : 4) }));
    const weights = logistic(cases);
    const share = (kind: number) => cases.filter(({ facts, yes }) => facts[1] === kind && yes).length / 2000;
    expect(chanceBy(weights, [1, 0])).toBeCloseTo(share(0), 2);
    expect(chanceBy(weights, [1, 1])).toBeCloseTo(share(1), 2);
  });
  test("finds the weights that cases were made with", () => {
    const random = numbersFrom(11);
    const truth = [0.5, -1, 2];
    const cases = Array.from({ length: 20_000 }, () => {
      const facts = [1, 3 * random(), 2 * random() - 1];
      return { facts, yes: random() < chanceBy(truth, facts) };
    });
    logistic(cases).forEach((weight, i) => {
      expect(Math.abs(weight - truth[i]!)).toBeLessThan(0.1);
    });
  });
  test.each([
    ["told apart without a fault", [0, 1, 2, 10, 11, 12].map((x) => ({ facts: [1, x], yes: x > 5 }))],
    ["all bought", [1, 2, 3].map((x) => ({ facts: [1, x], yes: true }))],
    ["with two facts that say the same", [1, 2, 3, 4].map((x) => ({ facts: [1, x, x], yes: x % 2 > 0 }))],
    ["far apart", [0, 1e4].map((x) => ({ facts: [1, x], yes: x > 0 }))],
  ])("stays finite where cases are %s", (_, cases) => {
    const weights = logistic(cases);
    for (const { facts } of cases) {
      expect(chanceBy(weights, facts)).toBeGreaterThanOrEqual(0);
      expect(chanceBy(weights, facts)).toBeLessThanOrEqual(1);
    }
    expect(weights.every(Number.isFinite)).toBe(true);
  });
});
