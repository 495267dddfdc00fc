import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarOf, dayOf, dayOfIso, isoOf } from "../../src/core/day";

describe("a day is the serial number that Sheets shows for it", () => {
  test.each([
    [1899, 12, 31, 1],
    [1900, 3, 1, 61],
    [1970, 1, 1, 25_569],
    [2024, 2, 29, 45_351],
    [2025, 3, 1, 45_717],
    [2026, 12, 31, 46_387],
  ])("%i-%i-%i is %i", (year, month, date, day) => {
    expect(dayOf(year, month, date)).toBe(day);
  });

  test.each([
    [2025, 2, 29],
    [2025, 2, 30],
    [2025, 4, 31],
    [2025, 13, 1],
    [2025, 0, 1],
    [2025, 1, 0],
    [2025, 1, 32],
    [25, 1, 1],
    [1900, 2, 29],
  ])("there is no %i-%i-%i", (year, month, date) => {
    expect(dayOf(year, month, date)).toBeUndefined();
  });

  test.each([["2025-02-29"], ["2025-2-01"], ["2025-02-01T00:00"], [""], ["soon"]])("%j is no ISO day", (iso) => {
    expect(dayOfIso(iso)).toBeUndefined();
  });

  test("any day survives its ISO text and its calendar", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (day) => {
        const { year, month, date } = calendarOf(day);
        expect(dayOfIso(isoOf(day))).toBe(day);
        expect(dayOf(year, month, date)).toBe(day);
      }),
    );
  });
});
