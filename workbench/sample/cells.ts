import type { FormatRule, Style, Zone } from "../runtime/store";

/** A cell of the sample. `day` is the serial number of a date cell; a text stays that text, whatever it looks like. */
export type SampleCell = string | number | boolean | { readonly formula: string } | { readonly day: number };

export interface SampleSheet {
  readonly name: string;
  /** Pixels, from the first column on. */
  readonly columnWidths: readonly number[];
  readonly frozenRows: number;
  /** Rows of equal length; "" is an empty cell. */
  readonly cells: readonly (readonly SampleCell[])[];
  readonly formats: readonly { readonly zone: Zone; readonly pattern: string }[];
  readonly styles: readonly { readonly zone: Zone; readonly style: Style }[];
  /** Conditional formats of the team's own. */
  readonly rules: readonly FormatRule[];
  /** 0-based. */
  readonly notes: readonly { readonly row: number; readonly column: number; readonly note: string }[];
  readonly hidden: boolean;
}

/** A calendar date; month is 1 to 12. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

const MS_PER_DAY = 86_400_000;
const SERIAL_OF_1970 = 25_569;

/** The serial number of a date, as cells hold it: 45717 is 2025-03-01. */
export const serialOf = ({ year, month, date }: CalendarDate): number =>
  Date.UTC(year, month - 1, date) / MS_PER_DAY + SERIAL_OF_1970;

export function dateOf(serial: number): CalendarDate {
  const at = new Date((serial - SERIAL_OF_1970) * MS_PER_DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

/** The letters of a 0-based column: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const before = Math.floor(column / 26);
  return (before > 0 ? columnLetters(before - 1) : "") + String.fromCharCode(65 + (column % 26));
}
