import type { Cell } from "../core/cells/cell";
import { isDateCell } from "../core/cells/cell";
import { type Day, isoOf } from "../core/day";
import { Plain } from "./define";

const MS_PER_DAY = 86_400_000;
const SERIAL_OF_1970 = 25_569;
/** Zones change their offset at a quarter of an hour, so all instants within one share it. */
const QUARTER = 900_000;

/** The spreadsheet's zone, and the instant at which a run began. A run has one as-of day from beginning to end. */
export interface Clock {
  readonly zone: string;
  /** Milliseconds. */
  readonly now: number;
  readonly today: Day;
  /** The whole day that an instant falls on in the spreadsheet's zone. */
  dayOf(ms: number): Day;
  /** The instant at which a day begins in the spreadsheet's zone, in milliseconds. */
  midnightOf(day: Day): number;
  /** Minutes since midnight of an instant in the spreadsheet's zone. */
  minuteOf(ms: number): number;
}

/** A clock of the spreadsheet's zone. A zone that Intl does not know throws a sentence. */
export function clockOf(zone: string, now: number): Clock {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hour12: false,
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      // Before they agreed on whole minutes, zones went by their own noon: Shanghai by +8:05:43.
      second: "numeric",
      era: "short",
    });
  } catch {
    throw new Plain("zoneUnknown", zone);
  }
  const offsets = new Map<number, number>();
  const offsetOf = (ms: number): number => {
    const quarter = Math.floor(ms / QUARTER);
    let offset = offsets.get(quarter);
    if (offset === undefined) {
      const at = quarter * QUARTER;
      const parts: Record<string, string> = {};
      for (const { type, value } of format.formatToParts(at)) parts[type] = value;
      const year = parts.era === "BC" ? 1 - Number(parts.year) : Number(parts.year);
      const local = Date.UTC(
        year,
        Number(parts.month) - 1,
        Number(parts.day),
        Number(parts.hour) % 24,
        Number(parts.minute),
        Number(parts.second),
      );
      offset = local - at;
      offsets.set(quarter, offset);
    }
    return offset;
  };
  const dayOf = (ms: number): Day => Math.floor((ms + offsetOf(ms)) / MS_PER_DAY) + SERIAL_OF_1970;
  const minuteOf = (ms: number): number => {
    const local = ms + offsetOf(ms);
    return Math.floor((local - Math.floor(local / MS_PER_DAY) * MS_PER_DAY) / 60_000);
  };
  const midnightOf = (day: Day): number => {
    const local = (day - SERIAL_OF_1970) * MS_PER_DAY;
    const at = local - offsetOf(local);
    // The offset may change between the two; where midnight itself is skipped, the day begins with its first instant.
    return dayOf(local - offsetOf(at)) === day ? local - offsetOf(at) : at;
  };
  return { zone, now, today: dayOf(now), dayOf, midnightOf, minuteOf };
}

/** Throws a sentence where our reading of the zone and Google's do not give the same day. */
export function compareWithGoogle(clock: Clock): void {
  const google = Utilities.formatDate(new Date(clock.now), clock.zone, "yyyy-MM-dd");
  if (google !== isoOf(clock.today)) throw new Plain("zoneDiffers", clock.zone, isoOf(clock.today), google);
}

/** One value as Google hands it over. Blank, null and left out are "". */
export function toCell(value: unknown, clock: Clock): Cell {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (value === null || value === undefined) return "";
  // Not instanceof: a Date of another realm is a Date all the same.
  if (Object.prototype.toString.call(value) === "[object Date]") {
    const ms = (value as Date).getTime();
    return Number.isNaN(ms) ? "" : { day: clock.dayOf(ms) };
  }
  return String(value);
}

/** Values of a range, with every Date as a whole day in the spreadsheet's zone. The given rows are changed in place. */
export function toRows(values: unknown[][], clock: Clock): Cell[][] {
  for (const row of values) {
    for (let i = 0; i < row.length; i++) {
      const value = row[i];
      if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean")
        row[i] = toCell(value, clock);
    }
  }
  return values as Cell[][];
}

/** What is written for a cell: days as serial numbers, under a day format. Never a Date, which would pass through the script's zone. */
export const fromCell = (cell: Cell): string | number | boolean => (isDateCell(cell) ? cell.day : cell);

const SIGN_OR_TRUTH = /^\s*(?:[=+\-@']|(?:true|false|wahr|falsch|vrai|faux)\s*$)/i;
/** Months and days of the week, as languages of Europe begin or end them. */
const OF_A_DAY = /^(?:jan|ene|f[eé]|m[aä]|a[bpvgo]|ju|sep|o[ck]t|no|d[eéi])|day$|tag$/i;

/** Whether Sheets may read a text as something else when it is written to a cell whose format is not text. Errs to yes. */
export const isParsed = (text: Cell): boolean =>
  typeof text === "string" &&
  (SIGN_OR_TRUTH.test(text) ||
    // C-17 and a row key (id:c1#1) are texts everywhere.
    (/\p{N}/u.test(text) &&
      !/.#|^[a-z]-?\d+$/i.test(text) &&
      (text.match(/\p{L}+/gu) || []).every((word) => word.length <= 3 || OF_A_DAY.test(word))));

/** An instant in the spreadsheet's zone: 2026-11-22T08:05. */
export function momentOf(ms: number, clock: Clock): string {
  const minutes = clock.minuteOf(ms);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${isoOf(clock.dayOf(ms))}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** A1 notation of a 0-based row and column. */
export function a1Of(row: number, column: number): string {
  let letters = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}
