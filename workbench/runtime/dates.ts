import { DAY_MS } from "./number-format";

const EPOCH = Date.UTC(1899, 11, 30);
const formats = new Map<string, Intl.DateTimeFormat>();

function clock(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(zone, format);
  }
  return format;
}

/** What a clock on the wall of the zone shows at the instant, as milliseconds since 1970 of a clock without zone. */
export function wallTime(instant: number, zone: string): number {
  const part: Record<string, string> = {};
  for (const { type, value } of clock(zone).formatToParts(instant)) part[type] = value;
  const year = part.era === "BC" ? 1 - Number(part.year) : Number(part.year);
  const wall = new Date(0);
  wall.setUTCFullYear(year, Number(part.month) - 1, Number(part.day));
  wall.setUTCHours(Number(part.hour), Number(part.minute), Number(part.second));
  const ms = ((instant % 1000) + 1000) % 1000;
  return wall.getTime() + ms;
}

const offset = (instant: number, zone: string) => wallTime(instant, zone) - instant;

/** The instant at which the zone's clock shows `wall`: the first of two, and after a gap as much later as the gap is. */
export function instantOf(wall: number, zone: string): number {
  const before = offset(wall - DAY_MS, zone);
  const after = offset(wall + DAY_MS, zone);
  if (before === after) return wall - before;
  if (offset(wall - before, zone) === before) return wall - before;
  if (offset(wall - after, zone) === after) return wall - after;
  return wall - before;
}

const known = new Map<string, Map<number, number>>();

/** The instant of a cell's serial number (days since 1899-12-30, no zone) in the spreadsheet's zone. */
export function serialToInstant(serial: number, zone: string): number {
  let instants = known.get(zone);
  if (!instants) {
    instants = new Map();
    known.set(zone, instants);
  }
  let instant = instants.get(serial);
  if (instant === undefined) {
    instant = instantOf(EPOCH + Math.round(serial * DAY_MS), zone);
    // A sheet holds few different days; times of day could be without end.
    if (instants.size < 50_000) instants.set(serial, instant);
  }
  return instant;
}

/** The serial number that a cell of a spreadsheet in this zone gets for an instant. */
export function instantToSerial(instant: number, zone: string): number {
  return (wallTime(instant, zone) - EPOCH) / DAY_MS;
}

/** The serial of a day; the month is 1 to 12. undefined for days that are none, such as February 30. */
export function daySerial(year: number, month: number, day: number): number | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return (date.getTime() - EPOCH) / DAY_MS;
}
