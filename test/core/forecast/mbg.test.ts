import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Summary, summaryOf } from "../../../src/core/forecast/history";
import { grouped, logLikelihood, mbgOutlook, type Parameters } from "../../../src/core/forecast/mbg";
import { numbersFrom, simulated } from "./ledgers";

const parameters = (k: number, r: number, alpha: number, a: number, b: number): Parameters => ({ k, r, alpha, a, b });

/** Log-likelihood of one customer alone. */
const likelihoodOf = (summary: Summary, given: Parameters) => logLikelihood(grouped([summary]), given);

// What follows knows customers by their rate and their chance to leave, and adds up over both.

/** Density of a gap. */
const density = (k: number, rate: number, gap: number) => {
  let value = rate * Math.exp(-rate * gap);
  for (let i = 1; i < k; i++) value *= (rate * gap) / i;
  return value;
};

/** Probability of a gap longer than that, by Simpson's rule. */
function longer(k: number, rate: number, silence: number): number {
  const steps = 2000;
  let sum = 0;
  for (let i = 0; i <= steps; i++)
    sum += (i === 0 || i === steps ? 1 : i % 2 ? 4 : 2) * density(k, rate, (silence * i) / steps);
  return Math.max(0, 1 - (sum * silence) / steps / 3);
}

/** Mean over all customers of something that hangs on the chance to leave and, first, on the rate: a sum over a fine net of both. */
function meanOf({ r, alpha, a, b }: Parameters, ofRate: (rate: number) => (leaves: number) => number): number {
  let sum = 0;
  let all = 0;
  for (let s = -30 / r; s <= 5; s += 0.15) {
    const rate = Math.exp(s) * (r / alpha);
    const of = ofRate(rate);
    for (let t = -30 / a; t <= 30 / b; t += 0.4) {
      const leaves = 1 / (1 + Math.exp(-t));
      const weight = rate ** r * Math.exp(-alpha * rate) * leaves ** a * (1 / (1 + Math.exp(t))) ** b;
      all += weight;
      sum += weight * of(leaves);
    }
  }
  return sum / all;
}

/** Of one customer whose rate is known: how likely what he bought is if he left at the end, and if he did not and is silent until a day. */
function fatesOf(days: readonly number[], { k }: Parameters, rate: number) {
  const x = days.length - 1;
  const bought = days.slice(1).reduce((product, day, i) => product * density(k, rate, day - days[i]!), 1);
  return {
    left: (p: number) => bought * (1 - p) ** x * p,
    stayed: (until: number) => {
      const silent = bought * longer(k, rate, until - days[x]!);
      return (p: number) => silent * (1 - p) ** (x + 1);
    },
  };
}

const CASES: [string, number[], number, Parameters][] = [
  ["one purchase today", [0], 0, parameters(1, 0.5, 6, 0.9, 1.6)],
  ["one purchase long ago", [0], 39, parameters(1, 0.525, 6.183, 0.891, 1.614)],
  ["two purchases", [0, 10], 25, parameters(1, 1.2, 30, 0.5, 3)],
  ["five purchases at random", [0, 3, 20, 22, 60], 70, parameters(1, 0.9, 20, 0.4, 2)],
  ["one purchase, by the clock", [0], 50, parameters(3, 1, 12, 0.3, 1.5)],
  ["four purchases by the clock", [0, 30, 61, 89], 100, parameters(2, 1.5, 25, 0.2, 2)],
  ["overdue by the clock", [0, 30, 61, 89], 300, parameters(4, 1.1, 9, 0.3, 1.6)],
  ["bought today", [0, 30, 61], 61, parameters(3, 1.1, 9, 0.3, 1.6)],
];

describe("likelihood and outlook are what an integral over all rates and chances to leave gives", () => {
  test.each(CASES)("%s", (_, days, on, given) => {
    const stayedUntil = (day: number) => meanOf(given, (rate) => fatesOf(days, given, rate).stayed(day));
    const stayed = stayedUntil(on);
    const all = stayed + meanOf(given, (rate) => fatesOf(days, given, rate).left);
    const summary = summaryOf(days, on);
    expect(likelihoodOf(summary, given)).toBeCloseTo(Math.log(all), 5);
    const outlook = mbgOutlook(summary, given, 90);
    expect(outlook.alive).toBeCloseTo(stayed / all, 5);
    expect(outlook.chance).toBeCloseTo((stayed - stayedUntil(on + 90)) / all, 5);
    if (given.k > 1) return;
    // Who buys at random leaves at random too, at his rate times p; until then he buys at his rate.
    const bought = meanOf(given, (rate) => {
      const likely = fatesOf(days, given, rate).stayed(on);
      return (p) => likely(p) * (-Math.expm1(-rate * p * 90) / p);
    });
    expect(outlook.expected).toBeCloseTo(bought / all, 4);
  });
});

describe("of 20,000 simulated customers as many stay and buy as foretold", () => {
  test.each([parameters(1, 0.8, 40, 0.3, 1.8), parameters(2, 0.9, 30, 0.15, 1.6), parameters(4, 1.3, 12, 0.4, 2.5)])(
    "%j",
    (given) => {
      const random = numbersFrom(5);
      // By what was foretold: those to whom less than a third was given, up to two thirds, and more.
      const thirds = [0, 1, 2].map(() => ({
        customers: 0,
        chance: 0,
        bought: 0,
        expected: 0,
        purchases: 0,
        alive: 0,
        stayed: 0,
      }));
      for (let i = 0; i < 20_000; i++) {
        const on = 30 + 330 * random();
        const { times, left } = simulated(given, on + 90, random);
        const seen = times.filter((time) => time <= on);
        const { alive, chance, expected } = mbgOutlook(summaryOf(seen, on), given, 90);
        const third = thirds[Math.min(2, Math.floor(chance * 3))]!;
        third.customers++;
        third.chance += chance;
        third.bought += times.length > seen.length ? 1 : 0;
        third.expected += expected;
        third.purchases += times.length - seen.length;
        third.alive += alive;
        third.stayed += left > on ? 1 : 0;
      }
      for (const { customers, chance, bought, expected, purchases, alive, stayed } of thirds) {
        expect(customers).toBeGreaterThan(500);
        expect(Math.abs(chance - bought) / customers).toBeLessThan(0.02);
        expect(Math.abs(alive - stayed) / customers).toBeLessThan(0.02);
        expect(Math.abs(expected - purchases) / purchases).toBeLessThan(0.05);
      }
    },
  );
});

const someParameters = fc.record({
  k: fc.integer({ min: 1, max: 9 }),
  r: fc.double({ min: 0.01, max: 100, noNaN: true }),
  alpha: fc.double({ min: 0.5, max: 5000, noNaN: true }),
  a: fc.double({ min: 0.01, max: 100, noNaN: true }),
  b: fc.double({ min: 0.01, max: 100, noNaN: true }),
});
const someGaps = fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 30 });
const daysOf = (gaps: readonly number[]) => {
  let day = 0;
  return [0, ...gaps.map((gap) => (day += gap))];
};

describe("whatever he bought and whatever the parameters", () => {
  test("the chance is a probability, never above that of being a customer, nor above the expected purchases", () => {
    fc.assert(
      fc.property(someParameters, someGaps, fc.nat(3000), (given, gaps, silence) => {
        const days = daysOf(gaps);
        const summary = summaryOf(days, days[days.length - 1]! + silence);
        const { alive, chance, expected } = mbgOutlook(summary, given, 90);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(alive).toBeLessThanOrEqual(1);
        expect(chance).toBeLessThanOrEqual(alive);
        expect(expected).toBeGreaterThanOrEqual(chance * (1 - 1e-9));
        expect(Number.isFinite(likelihoodOf(summary, given))).toBe(true);
      }),
    );
  });
  test("who buys at random is the less likely to buy and to be a customer the longer he is silent", () => {
    fc.assert(
      fc.property(
        someParameters,
        someGaps,
        fc.nat(2000),
        fc.integer({ min: 1, max: 500 }),
        (any, gaps, silence, more) => {
          const given = { ...any, k: 1 };
          const days = daysOf(gaps);
          const on = days[days.length - 1]! + silence;
          const [sooner, later] = [on, on + more].map((day) => mbgOutlook(summaryOf(days, day), given, 90));
          expect(later!.alive).toBeLessThanOrEqual(sooner!.alive * (1 + 1e-9));
          expect(later!.chance).toBeLessThanOrEqual(sooner!.chance * (1 + 1e-9));
        },
      ),
    );
  });
  test("a longer horizon never makes less likely", () => {
    fc.assert(
      fc.property(someParameters, someGaps, fc.nat(300), (given, gaps, silence) => {
        const days = daysOf(gaps);
        const summary = summaryOf(days, days[days.length - 1]! + silence);
        const [month, quarter] = [30, 90].map((horizon) => mbgOutlook(summary, given, horizon));
        expect(quarter!.chance).toBeGreaterThanOrEqual(month!.chance * (1 - 1e-9));
        expect(quarter!.expected).toBeGreaterThanOrEqual(month!.expected * (1 - 1e-9));
      }),
    );
  });
});

describe("neither under- nor overflow", () => {
  const everyDay = Array.from({ length: 400 }, (_, i) => i);
  const years = Array.from({ length: 240 }, (_, i) => i * 30);
  test.each([1, 2, 9])("of 400 purchases a day apart or of 20 years, k = %i", (k) => {
    for (const given of [
      parameters(k, 0.01, 0.5, 0.01, 100),
      parameters(k, 140, 5000, 140, 0.01),
      parameters(k, 1, 30, 0.1, 2),
    ])
      for (const [days, on] of [
        [everyDay, 399],
        [everyDay, 7300],
        [years, 7170],
        [years, 14_000],
      ] as const) {
        const summary = summaryOf(days, on);
        expect(Number.isFinite(likelihoodOf(summary, given))).toBe(true);
        for (const value of Object.values(mbgOutlook(summary, given, 90))) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThan(1000);
        }
      }
  });
  test("who bought every day and did so today buys in the next 90, about as often", () => {
    const { alive, chance, expected } = mbgOutlook(summaryOf(everyDay, 399), parameters(1, 1, 30, 0.1, 20), 90);
    expect(chance).toBeGreaterThan(0.99);
    expect(alive).toBeGreaterThan(0.99);
    // 93 days of his own rate, drawn a little to the others', and he may leave on the way.
    expect(expected).toBeGreaterThan(70);
    expect(expected).toBeLessThan(90);
  });
  test("and who has been silent for 19 years after that is lost", () => {
    expect(mbgOutlook(summaryOf(everyDay, 7300), parameters(1, 1, 30, 0.1, 20), 90).alive).toBeLessThan(1e-6);
  });
});

test("a customer of one order is not said to be one for ever, as BG/NBD would", () => {
  const given = parameters(1, 0.525, 6.183, 0.891, 1.614);
  const alive = [0, 10, 1000].map((on) => mbgOutlook(summaryOf([0], on), given, 90).alive);
  expect(alive[0]).toBeLessThan(0.7);
  expect(alive[1]).toBeLessThan(alive[0]!);
  expect(alive[2]).toBeLessThan(alive[1]!);
});

describe("customers who bought as often and as long ago", () => {
  const histories = [[0, 10, 30], [0], [0, 20, 30], [0, 10, 30], [5]];
  const summaries = histories.map((days) => summaryOf(days, 40));
  test("are counted together, and their gaps are not mixed up", () => {
    expect(grouped(summaries).map(({ x, tx, T, customers }) => [x, tx, T, customers])).toEqual([
      [0, 0, 35, 1],
      [0, 0, 40, 1],
      [2, 30, 40, 3],
    ]);
    for (const k of [1, 3]) {
      const given = parameters(k, 0.8, 20, 0.3, 2);
      const oneByOne = summaries.reduce((sum, summary) => sum + likelihoodOf(summary, given), 0);
      expect(logLikelihood(grouped(summaries), given)).toBeCloseTo(oneByOne, 9);
    }
  });
  test("stand in the same order however the sheet is sorted", () => {
    expect(grouped([...summaries].reverse())).toEqual(grouped(summaries));
  });
});
