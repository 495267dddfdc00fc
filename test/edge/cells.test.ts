/// <reference types="google-apps-script" />
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOfIso, isoOf } from "../../src/core/day";
import { a1Of, clockOf, momentOf, toRows } from "../../src/edge/cells";

describe("the day of an instant in the spreadsheet's zone", () => {
  test.each([
    ["Asia/Shanghai", "2026-11-21T15:59:59.999Z", "2026-11-21"],
    ["Asia/Shanghai", "2026-11-21T16:00:00.000Z", "2026-11-22"],
    ["America/New_York", "2026-03-08T04:59:59.999Z", "2026-03-07"],
    ["America/New_York", "2026-03-08T05:00:00.000Z", "2026-03-08"],
    // Summer time began that day.
    ["America/New_York", "2026-03-09T03:59:59.999Z", "2026-03-08"],
    ["America/New_York", "2026-03-09T04:00:00.000Z", "2026-03-09"],
    ["Asia/Kathmandu", "2026-01-01T18:14:59.999Z", "2026-01-01"],
    ["Asia/Kathmandu", "2026-01-01T18:15:00.000Z", "2026-01-02"],
    ["Etc/UTC", "1899-12-31T12:00:00.000Z", "1899-12-31"],
  ])("%s %s is %s", (zone, instant, day) => {
    expect(isoOf(clockOf(zone, Date.parse(instant)).today)).toBe(day);
  });

  test("begins at its midnight, and the millisecond before belongs to the day before", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("Asia/Shanghai", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Etc/UTC"),
        fc.integer({ min: dayOfIso("1990-01-01")!, max: dayOfIso("2040-01-01")! }),
        (zone, day) => {
          const clock = clockOf(zone, 0);
          expect(clock.dayOf(clock.midnightOf(day))).toBe(day);
          expect(clock.dayOf(clock.midnightOf(day) - 1)).toBe(day - 1);
          expect(clock.minuteOf(clock.midnightOf(day))).toBe(0);
        },
      ),
    );
  });
});

test("a zone that is not known is a sentence's matter", () => {
  expect(() => clockOf("Mars/Olympus", 0)).toThrow("zoneUnknown");
});

test("Dates become days, blanks stay blank, all else stays as it is", () => {
  const clock = clockOf("Asia/Shanghai", 0);
  const given = [["a", 1, true, "", new Date("2026-11-21T16:00:00Z"), null, undefined, new Date(Number.NaN)]];
  expect(toRows(given, clock)).toEqual([["a", 1, true, "", { day: 46_348 }, "", "", ""]]);
});

test("a moment is said in the spreadsheet's zone", () => {
  const clock = clockOf("Asia/Shanghai", 0);
  expect(momentOf(Date.parse("2026-11-22T06:05:00Z"), clock)).toBe("2026-11-22T14:05");
});

test.each([
  [0, 0, "A1"],
  [9, 25, "Z10"],
  [0, 26, "AA1"],
  [4, 701, "ZZ5"],
  [4, 702, "AAA5"],
])("row %s, column %s is %s", (row, column, a1) => {
  expect(a1Of(row, column)).toBe(a1);
});

test.each([
  ["Asia/Shanghai", "+08:05:43"],
  ["Africa/Monrovia", "-00:43:08"],
])("a day of 1900 in %s, whose clocks then stood at %s, stays that day", (zone, offset) => {
  const [h, m, s] = offset.slice(1).split(":").map(Number) as [number, number, number];
  const midnight = Date.UTC(1900, 0, 5) - (offset[0] === "-" ? -1 : 1) * ((h * 60 + m) * 60 + s) * 1000;
  const clock = clockOf(zone, midnight);
  expect(clock.dayOf(midnight)).toBe(6);
  expect(clock.dayOf(midnight - 1000)).toBe(5);
  expect(clock.midnightOf(6)).toBe(midnight);
});
