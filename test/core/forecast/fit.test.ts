import { describe, expect, test } from "vitest";
import { fitTo, lowest } from "../../../src/core/forecast/fit";
import { summaryOf } from "../../../src/core/forecast/history";
import { grouped, logLikelihood, type Parameters } from "../../../src/core/forecast/mbg";
import { numbersFrom, simulated } from "./ledgers";

/** Groups of simulated customers who came within half of `span` days. */
function groupsOf(given: Parameters, customers: number, span: number, seed = 3) {
  const random = numbersFrom(seed);
  return grouped(
    Array.from({ length: customers }, () => {
      const T = span * (0.5 + 0.5 * random());
      return summaryOf(simulated(given, T, random).times, T);
    }),
  );
}

describe("the parameters that a simulated ledger was made with are found again", () => {
  test.each([
    { k: 1, r: 0.8, alpha: 40, a: 0.5, b: 1.8 },
    { k: 2, r: 1.5, alpha: 30, a: 0.4, b: 2.5 },
    { k: 3, r: 0.85, alpha: 10, a: 0.8, b: 2.4 },
  ])("%j", (given) => {
    const groups = groupsOf(given, 4000, 730);
    const { parameters, boundary, logLikelihood: found } = fitTo(groups, given.k);
    expect(boundary).toBe(false);
    expect(Math.abs(Math.log(parameters.r / given.r))).toBeLessThan(0.12);
    expect(Math.abs(Math.log(parameters.alpha / given.alpha))).toBeLessThan(0.15);
    const share = ({ a, b }: Parameters) => a / (a + b);
    expect(Math.abs(share(parameters) - share(given))).toBeLessThan(0.03);
    expect(Math.abs(Math.log(parameters.a / given.a))).toBeLessThan(0.35);
    // Nothing is likelier than what was found, the truth included.
    expect(found).toBeGreaterThanOrEqual(logLikelihood(groups, given));
    expect(found).toBeCloseTo(logLikelihood(groups, parameters), 6);
  });
});

describe("regularity", () => {
  test.each([1, 2, 3, 4])("of k = %i is the likeliest one where customers buy so", (k) => {
    const groups = groupsOf({ k, r: 1.2, alpha: 40 / k, a: 0.3, b: 2 }, 1000, 730);
    const likelihoods = [1, 2, 3, 4].map((tried) => fitTo(groups, tried).logLikelihood);
    expect(likelihoods.indexOf(Math.max(...likelihoods)) + 1).toBe(k);
  });
});

describe("a fit runs to the boundary", () => {
  test("where nobody ever leaves", () => {
    const groups = groupsOf({ k: 2, r: 1.2, alpha: 30, a: 1e-6, b: 10 }, 600, 730);
    expect(fitTo(groups, 2).boundary).toBe(true);
  });
  test("where all buy at one rate", () => {
    const groups = groupsOf({ k: 1, r: 1e5, alpha: 30e5, a: 0.4, b: 8 }, 3000, 730);
    expect(fitTo(groups, 1).boundary).toBe(true);
  });
  test("where nobody came back", () => {
    const groups = grouped(Array.from({ length: 300 }, (_, i) => summaryOf([0], 100 + i)));
    expect(fitTo(groups, 1).boundary).toBe(true);
  });
  test("where there is one customer", () => {
    expect(fitTo(grouped([summaryOf([0, 30, 60, 90], 100)]), 1).boundary).toBe(true);
  });
});

test("the lowest point of a bent valley is found", () => {
  const { at, value } = lowest(([x, y]) => 10 * (y! - x! * x!) ** 2 + (1 - x!) ** 2, [-1, 1]);
  expect(at[0]).toBeCloseTo(1, 1);
  expect(at[1]).toBeCloseTo(1, 1);
  expect(value).toBeLessThan(1e-3);
});
