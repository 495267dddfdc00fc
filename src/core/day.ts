/** A whole day as the serial number that Sheets shows for it: 1 is 1899-12-31, 45717 is 2025-03-01. */
export type Day = number;

const MS_PER_DAY = 86_400_000;
const SERIAL_OF_1970 = 25_569;

/** The day of a calendar date, or undefined where there is no such date (30 February, month 13). Month is 1 to 12. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (month < 1 || month > 12 || date < 1 || date > 31) return undefined;
  const utc = Date.UTC(year, month - 1, date);
  // Date.UTC rolls 30 February over into March, and takes years below 100 for 19xx.
  const back = new Date(utc);
  if (back.getUTCMonth() !== month - 1 || back.getUTCFullYear() !== year) return undefined;
  return utc / MS_PER_DAY + SERIAL_OF_1970;
}

/** Year, month (1 to 12) and date of a day. */
export function calendarOf(day: Day): { year: number; month: number; date: number } {
  const at = new Date((day - SERIAL_OF_1970) * MS_PER_DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

/** 2025-03-01. */
export const isoOf = (day: Day): string => new Date((day - SERIAL_OF_1970) * MS_PER_DAY).toISOString().slice(0, 10);

/** The day of an ISO date, or undefined where the text is none. */
export function dayOfIso(iso: string): Day | undefined {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return m ? dayOf(Number(m[1]), Number(m[2]), Number(m[3])) : undefined;
}
