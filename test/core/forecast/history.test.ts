import { describe, expect, test } from "vitest";
import { seenOn, summaryOf } from "../../../src/core/forecast/history";
import { aPolicy } from "../makers";

const policy = aPolicy();

describe("a customer as he stood on a day", () => {
  // Gaps of 10, 30 and 20 days.
  const history = { days: [100, 110, 140, 160] };
  test.each([
    [139, undefined],
    [140, { days: [100, 110, 140], gap: 20, silence: 0, next: 1 }],
    [159, { days: [100, 110, 140], gap: 20, silence: 19, next: 1 }],
    [160, { days: [100, 110, 140, 160], gap: 20, silence: 0, next: 0 }],
    [400, { days: [100, 110, 140, 160], gap: 20, silence: 240, next: 0 }],
  ])("on day %i, with three purchases needed: %j", (on, expected) => {
    expect(seenOn(history, on, 3, policy)).toEqual(expected && { on, ...expected });
  });
  test.each([
    [69, 0],
    [70, 1],
    [71, 1],
    [159, 1],
    [160, 0],
  ])("what he buys up to 90 days after day %i is what he did then: %i", (on, next) => {
    expect(seenOn({ days: [0, 30, 60, 160] }, on, 2, policy)?.next).toBe(next);
  });
  test("his own gap looks at the same days as everywhere else", () => {
    const old = { days: [0, 500, 1500, 1510] };
    expect(seenOn(old, 1510, 3, policy)?.gap).toBe(505);
    expect(seenOn(old, 1510, 3, aPolicy({ "gap.recent_days": 5 }))?.gap).toBe(10);
  });
});

describe("purchases in the words of the buying models", () => {
  test.each([
    [[50], 50, { x: 0, tx: 0, T: 0, logGaps: 0 }],
    [[50], 60, { x: 0, tx: 0, T: 10, logGaps: 0 }],
    [[50, 60, 80], 100, { x: 2, tx: 30, T: 50, logGaps: Math.log(200) }],
  ])("%j seen on day %i", (days, on, { logGaps, ...expected }) => {
    const summary = summaryOf(days, on);
    expect(summary).toMatchObject(expected);
    expect(summary.logGaps).toBeCloseTo(logGaps, 12);
  });
});
