import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { purchaseDays } from "../../../src/core/facts";
import { fitTo } from "../../../src/core/forecast/fit";
import { type Forecasts, forecastFor } from "../../../src/core/forecast/forecast";
import { type History, summaryOf } from "../../../src/core/forecast/history";
import { grouped } from "../../../src/core/forecast/mbg";
import { ago, aPolicy, TODAY } from "../makers";
import { aLedger, numbersFrom, simulated } from "./ledgers";

const policy = aPolicy();
const forecast = (histories: readonly History[], changes: Readonly<Record<string, unknown>> = {}) =>
  forecastFor(histories, TODAY, aPolicy(changes));

/** Purchases so many days before today, the oldest first. */
const bought = (...days: number[]): History => ({ days: days.map(ago) });

/** One who buys every `gap` days, up to `silence` days before today, `times` times. */
const monthly = (silence: number, gap = 30, times = 12): History =>
  bought(...Array.from({ length: times }, (_, i) => silence + gap * (times - 1 - i)));

/** Customers with gaps of their own, from three weeks to ten months, who keep to them within a tenth and never leave. */
function loyal(customers: number): History[] {
  const random = numbersFrom(4);
  return Array.from({ length: customers }, () => {
    const gap = 20 * 15 ** random();
    const days: number[] = [];
    for (let day = 1500 - gap * random(); day >= 0; day -= gap * (0.9 + 0.2 * random())) days.push(Math.round(day));
    return bought(...days);
  });
}

/** Who buys on any day by the same chance as everybody, whatever came before. */
function alike(customers: number): History[] {
  const random = numbersFrom(9);
  return Array.from({ length: customers }, () => ({
    days: purchaseDays(
      Array.from({ length: 1500 }, (_, i) => ago(1499 - i)).filter(() => random() < 1 / 90),
      3,
    ),
  }));
}

/** Who, at some point of his own, begins to buy so many times as often, or so many times less often; some leave. */
function changing(times: number, seed: number): History[] {
  const random = numbersFrom(seed);
  return Array.from({ length: 600 }, () => {
    const bought = simulated({ k: 2, r: 1.2, alpha: 30, a: 0.3, b: 2.5 }, 1400, random);
    const change = 1120 * random();
    const pace = random() < 0.5 ? times : 1 / times;
    const since = bought.times.map((time) =>
      Math.floor(1400 - Math.min(time, change) - pace * Math.max(0, time - change)),
    );
    const days = since.filter((day) => day >= 0).map(ago);
    return { days: purchaseDays(days, 3) };
  });
}

const judgedAs = ({ judged }: Forecasts, model: string) => judged.filter((one) => one.model === model);

describe("what is used is what foretold best on the team's own ledger", () => {
  const clockwork = { k: 3, r: 1.5, alpha: 15, a: 0.3, b: 3 };
  test("a buying model where customers leave as it says", () => {
    const given = forecast(aLedger(clockwork, 1500, 1000, TODAY));
    expect(given.model).toMatch(/^mbg/);
    expect(given.fellBack).toBeUndefined();
    const [recency] = judgedAs(given, "recency");
    const best = given.judged.find(({ k }) => k === given.parameters?.k)!;
    expect(best.logLoss).toBeLessThan(recency!.logLoss);
    expect(best.brier).toBeLessThan(recency!.brier);
    expect(best.auc).toBeGreaterThan(recency!.auc);
    expect(best.logLoss).toBe(Math.min(...given.judged.map(({ logLoss }) => logLoss)));
  });
  test("and its chances come true", () => {
    const whole = aLedger(clockwork, 3000, 1000, TODAY + 90, 8);
    const histories = whole.map(({ days }) => ({ days: days.filter((day) => day <= TODAY) }));
    const given = forecast(histories);
    expect(given.model).toMatch(/^mbg/);
    let [chances, buyers, expected, purchases] = [0, 0, 0, 0];
    whole.forEach(({ days }, i) => {
      const { chance, expected: times } = given.of(i);
      if (chance === undefined) return;
      const more = days.length - histories[i]!.days.length;
      chances += chance;
      buyers += more ? 1 : 0;
      expected += times!;
      purchases += more;
    });
    expect(buyers).toBeGreaterThan(300);
    expect(Math.abs(chances / buyers - 1)).toBeLessThan(0.05);
    expect(Math.abs(expected / purchases - 1)).toBeLessThan(0.05);
  });
  test("the gap rule where nobody leaves and the buying models run to the boundary; it says so", () => {
    const given = forecast(loyal(300));
    expect(given).toMatchObject({ model: "gap", fellBack: "boundary" });
    expect(given.parameters).toBeUndefined();
    expect(judgedAs(given, "mbg_nbd")).toMatchObject([{ boundary: true }]);
    expect(given.of(0).because).toMatchObject({ rule: "forecast.model", model: "gap" });
  });
  test("the gap rule where a buying model foretold best, but ran to the boundary", () => {
    const given = forecast(aLedger({ k: 2, r: 1.2, alpha: 30, a: 1e-6, b: 10 }, 1000, 1000, TODAY, 3));
    const best = [...given.judged].sort((p, q) => p.logLoss - q.logLoss)[0];
    expect(best).toMatchObject({ model: "mbg_cnbd_k", boundary: true });
    expect(given).toMatchObject({ model: "gap", fellBack: "boundary" });
  });
  test.each([
    [3, 2, [false, false, false]],
    [6, 1, [true, false, false]],
  ])(
    "the gap rule, and nothing of a boundary, where a buying model was fitted well and foretold less (%i ×)",
    (times, seed, boundaries) => {
      const given = forecast(changing(times, seed));
      expect(given.model).toBe("gap");
      expect(given.judged.slice(2).map(({ boundary }) => boundary)).toEqual(boundaries);
      expect(given.fellBack).toBeUndefined();
    },
  );
  test("a winner is used only where both of its fits tell: up to 90 days ago, and up to today", () => {
    const random = numbersFrom(3);
    // Of those who were silent for half a year, most bought in the last two months.
    const histories = aLedger({ k: 2, r: 1.2, alpha: 30, a: 0.004, b: 0.2 }, 1000, 1000, TODAY, 3).map(({ days }) => ({
      days: days[days.length - 1]! < ago(180) && random() < 0.6 ? [...days, ago(Math.floor(60 * random()))] : days,
    }));
    const today = (k: number) => fitTo(grouped(histories.map(({ days }) => summaryOf(days, TODAY))), k).boundary;
    const given = forecast(histories);
    const [first, second] = [...given.judged].sort((p, q) => p.logLoss - q.logLoss);
    expect(first).toMatchObject({ k: 2, boundary: true });
    expect(second).toMatchObject({ k: 3, boundary: false });
    expect([today(2), today(3)]).toEqual([false, true]);
    expect(given).toMatchObject({ model: "gap", fellBack: "boundary" });
  });
  test.each([
    [1, [undefined, undefined, 1, 2]],
    [3, [undefined, undefined, 1, 2, 3, 4]],
  ])("regularities are tried until one is less likely than the one before: customers of k = %i", (k, tried) => {
    const given = forecast(aLedger({ k, r: 3, alpha: 300 / k, a: 0.3, b: 3 }, 800, 1000, TODAY));
    expect(given.judged.map((one) => one.k)).toEqual(tried);
  });
  test("what a candidate is judged by it did not know: when, and how often, people bought in those 90 days tells it nothing", () => {
    const histories = aLedger(clockwork, 500, 1000, TODAY);
    const once = histories.map(({ days }) => {
      const before = days.filter((day) => day <= ago(90));
      return { days: before.length < days.length ? [...before, TODAY] : days };
    });
    expect(once).not.toEqual(histories);
    const newcomers = once.filter(({ days }) => days[0]! <= ago(90));
    expect(forecast(newcomers).judged).toEqual(forecast(histories).judged);
  });
  test("but what it foretells of the next 90 days it has learned from those 90 days too", () => {
    const steady = loyal(300);
    // Whoever bought in them bought a second time.
    const eager = steady.map(({ days }) => {
      const [last = ago(0)] = days.slice(-1);
      return { days: last > ago(80) && last < ago(4) ? [...days, last + 4] : days };
    });
    const still = bought(310, 280, 250, 220);
    const [before, since] = [steady, eager].map((histories) => forecast([still, ...histories]));
    expect(since!.model).toBe("gap");
    expect(since!.judged).toEqual(before!.judged);
    expect(since!.of(0).expected!).toBeGreaterThan(before!.of(0).expected! * 1.01);
  });
  test("nothing where nothing foretells more than days since the last order; it says so, and gives no chance", () => {
    const histories = alike(300);
    const given = forecast(histories);
    expect(given).toMatchObject({ model: "none", fellBack: "no_better" });
    expect(given.judged.length).toBeGreaterThan(2);
    expect(given.customers).toBeGreaterThan(200);
    for (const [i] of histories.entries()) {
      const { chance, expected, alive, because } = given.of(i);
      expect([chance, expected, alive]).toEqual([undefined, undefined, undefined]);
      expect(because.rule).toBe("forecast.no_better");
    }
    // When he is due is known all the same.
    expect(given.of(0).window).toBeDefined();
  });
});

describe("too little to judge by", () => {
  // Of those who bought three times by then, 12 had stopped before the last 90 days and 20 had not.
  const stopped = Array.from({ length: 12 }, (_, i) => monthly(280 + i, 30, 6));
  const buying = Array.from({ length: 20 }, (_, i) => monthly(i));
  test.each([
    [11, undefined, 32],
    [12, undefined, 32],
    [13, "too_little", 0],
  ])("with %i cases needed: %s", (least, expected, customers) => {
    const given = forecast([...stopped, ...buying], { "forecast.min_cases": least });
    expect(given.fellBack === "too_little" ? "too_little" : undefined).toBe(expected);
    expect(given.customers).toBe(customers);
    expect(given.judged.length > 0).toBe(customers > 0);
  });
  test.each([
    [1, false],
    [2, true],
    [3, true],
    [4, true],
    [5, true],
    [6, false],
  ])("a pause in the window that began %i × 90 days ago is learned from: %s", (window, learned) => {
    const stoppedNow = Array.from({ length: 20 }, (_, i) => monthly(90 + i, 30, 30));
    // Fifteen who bought nothing in that window alone.
    const paused = Array.from({ length: 15 }, (_, i) => ({
      days: monthly(i, 30, 30).days.filter((day) => day <= ago(90 * window) || day > ago(90 * (window - 1))),
    }));
    const given = forecast([...stoppedNow, ...buying, ...paused], { "forecast.min_cases": 15 });
    expect(given.fellBack === "too_little").toBe(!learned);
    const more = forecast([...stoppedNow, ...buying, ...paused], { "forecast.min_cases": 16 });
    expect(more.fellBack).toBe("too_little");
  });
  test("where everybody buys", () => {
    expect(forecast(Array.from({ length: 50 }, (_, i) => monthly(i % 20)))).toMatchObject({ fellBack: "too_little" });
  });
  test("where nobody had ever stopped before the 90 days that it is judged by: nothing of them is learned from", () => {
    const stoppedNow = Array.from({ length: 20 }, (_, i) => monthly(95 + (i % 5)));
    expect(forecast([...stoppedNow, ...buying])).toMatchObject({ model: "none", fellBack: "too_little" });
  });
  test("where the ledger has just begun", () => {
    const young = Array.from({ length: 200 }, (_, i) => bought(150, 120 + (i % 9), 100 - (i % 7), i % 60));
    expect(forecast(young)).toMatchObject({ model: "none", fellBack: "too_little", judged: [] });
  });
  test.each([[[]], [[bought()]], [[bought(3)]]])("where there is nobody, or one: %j", (histories) => {
    expect(forecast(histories)).toMatchObject({ model: "none", fellBack: "too_little" });
  });
});

describe("a customer", () => {
  const histories = [
    ...loyal(300),
    bought(), // 300
    bought(40),
    bought(90, 40),
    bought(140, 90, 40),
    bought(1500),
  ];
  const given = forecast(histories);
  test("who never bought gets nothing", () => {
    expect(given.of(300)).toEqual({ because: { rule: "forecast.never" } });
  });
  test.each([
    [301, 1],
    [302, 2],
  ])("at %i, of %i purchases, gets a window from the others and no figure", (at, purchases) => {
    const { window, chance, expected, alive, because } = given.of(at);
    expect([chance, expected, alive]).toEqual([undefined, undefined, undefined]);
    expect(because).toEqual({ rule: "forecast.few", purchases, openGap: 40 });
    expect(window!.from).toBeGreaterThanOrEqual(TODAY);
  });
  test("of three purchases gets figures of his own", () => {
    const { window, chance, because } = given.of(303);
    expect(chance).toBeGreaterThan(0.5);
    expect(because).toEqual({ rule: "forecast.model", model: "gap", purchases: 3, gap: 50, openGap: 40 });
    // They keep to their gaps within a tenth.
    expect(window!.from).toBeGreaterThanOrEqual(TODAY + 5);
    expect(window!.to).toBeLessThanOrEqual(TODAY + 15);
  });
  test("of four, where the policy asks for four", () => {
    expect(forecast(histories, { "forecast.min_purchases": 4 }).of(303).because.rule).toBe("forecast.few");
  });
  test("who has been silent for longer than anybody ever was is overdue, and no day is made up", () => {
    const { window, because } = given.of(304);
    expect(window).toBeUndefined();
    expect(because).toEqual({ rule: "forecast.few", purchases: 1, openGap: 1500, overdue: true });
  });
});

test("the horizon is the policy's", () => {
  const histories = aLedger({ k: 2, r: 1.5, alpha: 30, a: 0.4, b: 3 }, 600, 1000, TODAY, 2);
  const [month, quarter] = [30, 90].map((days) => forecast(histories, { "forecast.horizon_days": days }));
  const sum = ({ of }: Forecasts) => histories.reduce((all, _, i) => all + (of(i).expected ?? 0), 0);
  expect(sum(month!)).toBeGreaterThan(0);
  expect(sum(quarter!) / sum(month!)).toBeGreaterThan(2);
});

test("how the sheet is sorted does not matter", () => {
  const histories = aLedger({ k: 2, r: 1.2, alpha: 30, a: 0.3, b: 2 }, 400, 900, TODAY, 6);
  const random = numbersFrom(1);
  const order = histories.map((_, at) => ({ at, by: random() })).sort((p, q) => p.by - q.by);
  const { of, ...one } = forecast(histories);
  const { of: other, ...two } = forecast(order.map(({ at }) => histories[at]!));
  expect(two).toEqual(one);
  order.forEach(({ at }, place) => {
    expect(other(place)).toEqual(of(at));
  });
});

test("whatever stands in the ledger, a chance is one, a window lies ahead, and nobody of fewer than three purchases gets a figure", () => {
  const history = fc
    .uniqueArray(fc.integer({ min: 0, max: 900 }), { maxLength: 12 })
    .map((days) => ({ days: days.map(ago).sort((p, q) => p - q) }));
  fc.assert(
    fc.property(fc.array(history, { minLength: 30, maxLength: 60 }), (histories) => {
      const { of } = forecastFor(histories, TODAY, { ...policy, "forecast.min_cases": 2 });
      histories.forEach(({ days }, i) => {
        const { chance, expected, alive, window } = of(i);
        if (days.length < 3) expect(chance).toBeUndefined();
        if (chance !== undefined) {
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
          expect(expected).toBeGreaterThanOrEqual(chance * (1 - 1e-9));
          expect(alive).toBeGreaterThanOrEqual(0);
          expect(alive).toBeLessThanOrEqual(1);
        }
        if (window) {
          expect(window.from).toBeGreaterThanOrEqual(TODAY);
          expect(window.middle).toBeGreaterThanOrEqual(window.from);
          expect(window.to).toBeGreaterThanOrEqual(window.middle);
        }
      });
    }),
    { numRuns: 40 },
  );
});
