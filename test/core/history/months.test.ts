import { expect, test } from "vitest";
import { dayOfIso, isoOf } from "../../../src/core/day";
import { monthEnd, monthOf } from "../../../src/core/history/months";

test.each([
  ["2026-11-23", 1, "2026-10-31"],
  ["2026-11-30", 0, "2026-11-30"],
  ["2026-01-01", 1, "2025-12-31"],
  ["2026-01-31", 24, "2024-01-31"],
  ["2026-03-15", 1, "2026-02-28"],
  ["2024-03-15", 1, "2024-02-29"],
  ["2026-08-31", -6, "2027-02-28"],
  ["2026-12-31", 0, "2026-12-31"],
  ["2026-12-31", -1, "2027-01-31"],
])("from %s the month %i before ends on %s", (day, back, end) => {
  expect(isoOf(monthEnd(dayOfIso(day)!, back))).toBe(end);
});

test("a day belongs to the month in which it lies", () => {
  expect(["2026-10-01", "2026-10-31", "2026-11-01"].map((day) => monthOf(dayOfIso(day)!))).toEqual([
    "2026-10",
    "2026-10",
    "2026-11",
  ]);
});
