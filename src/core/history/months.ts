import { calendarOf, type Day, dayOf, isoOf } from "../day";

/** The month of a day: 2026-10. */
export const monthOf = (day: Day): string => isoOf(day).slice(0, 7);

/** The last day of the month so many months before that of the day; negative: after it. */
export function monthEnd(day: Day, back: number): Day {
  const { year, month } = calendarOf(day);
  // Months since the year 0, of the month that follows the one meant.
  const next = year * 12 + month - back;
  return dayOf(Math.floor(next / 12), (next % 12) + 1, 1)! - 1;
}
