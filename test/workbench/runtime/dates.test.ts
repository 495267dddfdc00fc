import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daySerial, instantOf, instantToSerial, serialToInstant, wallTime } from "../../../workbench/runtime/dates";
import { formatDate } from "../../../workbench/runtime/utilities";

const zones = [
  "Etc/UTC",
  "Asia/Shanghai",
  "America/New_York",
  "Europe/Berlin",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
];

describe("the serial number of a cell", () => {
  test.each([
    ["1899-12-30", 0],
    ["1900-03-01", 61],
    ["2023-03-15", 45_000],
  ])("of %s is %d", (day, serial) => {
    const [y, m, d] = day.split("-").map(Number) as [number, number, number];
    expect(daySerial(y, m, d)).toBe(serial);
  });

  test.each([
    [2023, 2, 29],
    [2024, 13, 1],
    [2024, 4, 31],
  ])("of a day that is none, %d-%d-%d, is not given", (y, m, d) => {
    expect(daySerial(y, m, d)).toBeUndefined();
  });

  test("and the instant lead to each other in every zone", () => {
    const instant = fc.integer({ min: Date.UTC(1971, 0), max: Date.UTC(2037, 0) });
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), (ms, zone) => {
        const back = serialToInstant(instantToSerial(ms, zone), zone);
        // An hour that a zone lives twice is read as the first of the two.
        return back === ms || (back < ms && wallTime(back, zone) === wallTime(ms, zone));
      }),
    );
  });

  test("of an hour that is lived twice means the first", () => {
    const wall = Date.UTC(2024, 10, 3, 1, 30);
    expect(new Date(instantOf(wall, "America/New_York")).toISOString()).toBe("2024-11-03T05:30:00.000Z");
  });
});

describe("Utilities.formatDate", () => {
  const at = Date.UTC(2024, 4, 6, 16, 5, 9, 7);
  test.each([
    ["yyyy-MM-dd", "Asia/Shanghai", "2024-05-07"],
    ["yyyy-MM-dd HH:mm:ss.SSS", "Etc/UTC", "2024-05-06 16:05:09.007"],
    ["d MMM yy, h:mm a", "America/New_York", "6 May 24, 12:05 PM"],
    ["EEEE u MMMM", "Etc/UTC", "Monday 1 May"],
    ["yyyy'年'M'月'", "Asia/Shanghai", "2024年5月"],
    ["Z XXX X", "Asia/Kathmandu", "+0545 +05:45 +05"],
    ["XXX", "Etc/UTC", "Z"],
    ["''''", "Etc/UTC", "'"],
  ])("%s in %s is %s", (pattern, zone, text) => {
    expect(formatDate(at, zone, pattern)).toBe(text);
  });
});
