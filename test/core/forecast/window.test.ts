import { describe, expect, test } from "vitest";
import { nextOrder, spreadOf } from "../../../src/core/forecast/window";
import { aPolicy } from "../makers";

describe("gaps of all customers", () => {
  test("are sorted by how often he had bought, and counted in own gaps from the third purchase on", () => {
    const histories = [{ days: [0, 10, 40, 80] }, { days: [5] }, { days: [] }, { days: [0, 20] }];
    // The own gap before the fourth purchase is the mean of 10 and 30; the gap before it is 40.
    expect(spreadOf(histories, aPolicy())).toEqual({ after: [[], [10, 20], [30]], own: [2] });
  });
  test("with two purchases needed, the second gap is counted in the first", () => {
    const { after, own } = spreadOf([{ days: [0, 10, 40] }], aPolicy({ "forecast.min_purchases": 2 }));
    expect(after).toEqual([[], [10]]);
    expect(own).toEqual([3]);
  });
  test("of one who buys every week only the last ten count", () => {
    const days = Array.from({ length: 50 }, (_, i) => i * 7);
    expect(spreadOf([{ days }], aPolicy()).own).toEqual(Array(10).fill(1));
  });
});

describe("the window of the next order", () => {
  // Gaps of 0.2, 0.4 … 4 own gaps.
  const gaps = Array.from({ length: 20 }, (_, i) => (i + 1) / 5);
  const LAST = 1000;
  const next = (silence: number, unit = 10, least = 3) => nextOrder(gaps, unit, LAST, LAST + silence, least);

  test("is that of a gap like his, of which a quarter is shorter and a quarter longer", () => {
    expect(next(0)).toEqual({ overdue: false, window: { from: LAST + 12, middle: LAST + 22, to: LAST + 32 } });
    expect(next(0, 100).window).toEqual({ from: LAST + 120, middle: LAST + 220, to: LAST + 320 });
  });
  test("leaves out the gaps that his silence has outlasted", () => {
    // Those left: 2.2 to 4.
    expect(next(20).window).toEqual({ from: LAST + 26, middle: LAST + 32, to: LAST + 36 });
  });
  test.each([
    [30, false], // three quarters are up to 3
    [31, false],
    [32, true],
    [33, true],
  ])("after %i days of silence, overdue: %s", (silence, overdue) => {
    expect(next(silence).overdue).toBe(overdue);
  });
  test("begins today for one who is overdue, and ends with those who came back later still", () => {
    // Those left: 3.4, 3.6, 3.8, 4.
    expect(next(32).window).toEqual({ from: LAST + 32, middle: LAST + 38, to: LAST + 40 });
  });
  test.each([
    [34, 3, true], // 3.6, 3.8, 4
    [36, 3, false], // 3.8, 4
    [39, 1, true],
    [40, 1, false], // nobody ever
  ])("after %i days, with %i cases needed, there is one: %s", (silence, least, there) => {
    const { window, overdue } = next(silence, 10, least);
    expect(window !== undefined).toBe(there);
    expect(overdue).toBe(true);
  });
  test("there is none, and nobody is called overdue, where too few gaps are known", () => {
    expect(nextOrder([1, 1, 1], 10, LAST, LAST + 500, 4)).toEqual({ overdue: false });
    expect(nextOrder([], 10, LAST, LAST, 1)).toEqual({ overdue: false });
  });
});
