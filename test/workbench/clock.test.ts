import { describe, expect, test } from "vitest";
import { dayIn, isZone, nextNoon, noonOf } from "../../workbench/clock";

describe("the workbench's day", () => {
  test.each([
    ["2026-11-22", "Etc/UTC", "2026-11-22T12:00:00.000Z"],
    ["2026-11-22", "Asia/Shanghai", "2026-11-22T04:00:00.000Z"],
    ["2026-11-22", "Pacific/Auckland", "2026-11-21T23:00:00.000Z"],
    ["2026-11-22", "Pacific/Kiritimati", "2026-11-21T22:00:00.000Z"],
    ["2026-11-22", "America/Los_Angeles", "2026-11-22T20:00:00.000Z"],
    ["2026-03-08", "America/Los_Angeles", "2026-03-08T19:00:00.000Z"],
    ["2026-03-07", "America/Los_Angeles", "2026-03-07T20:00:00.000Z"],
    ["1998-05-06", "Asia/Kolkata", "1998-05-06T06:30:00.000Z"],
  ])("%s in %s begins at noon there", (day, zone, instant) => {
    expect(new Date(noonOf(day, zone)!).toISOString()).toBe(instant);
    expect(dayIn(zone, noonOf(day, zone)!)).toBe(day);
  });

  test.each(["2026-02-30", "2026-13-01", "26-01-01", "2026/01/01", "yesterday", ""])("%j is no day", (day) => {
    expect(noonOf(day, "Etc/UTC")).toBeUndefined();
  });

  test("the next day is the next day also where the clocks change", () => {
    const before = noonOf("2026-03-07", "America/Los_Angeles")!;
    expect(nextNoon("America/Los_Angeles", before)).toBe(noonOf("2026-03-08", "America/Los_Angeles"));
    expect(nextNoon("Etc/UTC", noonOf("2026-12-31", "Etc/UTC")!)).toBe(noonOf("2027-01-01", "Etc/UTC"));
  });

  test.each([
    ["Asia/Shanghai", true],
    ["Etc/UTC", true],
    ["Mars/Base", false],
    ["", false],
  ])("%j is a zone: %s", (zone, known) => {
    expect(isZone(zone)).toBe(known);
  });
});
