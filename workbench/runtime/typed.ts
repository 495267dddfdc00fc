import { daySerial } from "./dates";
import type { Content, Value } from "./store";

/** What a cell holds after a person typed a text into it, and the number format that the cell takes if it has none. */
export interface Typed {
  readonly content: Content;
  readonly format: string;
}

export interface Habits {
  readonly decimal: string;
  readonly group: string;
  /** The order of day, month and year in numeric dates. */
  readonly order: "dmy" | "mdy" | "ymd";
  readonly dateFormat: string;
  /** Amounts as they are written there. */
  readonly amount: RegExp;
  /** All group signs of an amount. */
  readonly groups: RegExp;
}

const known = new Map<string, Habits>();

/** How a spreadsheet of this locale ("en_US", "de_DE", "zh_CN") reads numbers and days. */
export function habitsOf(locale: string): Habits {
  let habits = known.get(locale);
  if (habits) return habits;
  const tag = locale.replace("_", "-");
  const number = new Intl.NumberFormat(tag, { useGrouping: true }).formatToParts(1234567.8);
  const date = new Intl.DateTimeFormat(tag, { year: "numeric", month: "numeric", day: "numeric" });
  const parts = date.formatToParts(0);
  const order = parts
    .filter((p) => p.type === "year" || p.type === "month" || p.type === "day")
    .map((p) => p.type[0])
    .join("");
  const decimal = number.find((p) => p.type === "decimal")?.value ?? ".";
  const group = number.find((p) => p.type === "group")?.value ?? ",";
  habits = {
    ...amountShape(decimal, group),
    decimal,
    group,
    order: order === "dmy" || order === "ymd" ? order : "mdy",
    dateFormat: order === "dmy" ? "dd/mm/yyyy" : order === "ymd" ? "yyyy-mm-dd" : "m/d/yyyy",
  };
  known.set(locale, habits);
  return habits;
}

const text = (value: string): Typed => ({ content: { value }, format: "" });
const value = (v: Value, format = ""): Typed => ({ content: { value: v }, format });

/**
 * Reads a text as Google Sheets reads what is typed: formulas, numbers, percents, money, days, times, TRUE. An apostrophe
 * in front makes it text and is not kept. A cell with the format "@" is not for this: there everything stays text.
 * `year` is the one meant where none is written.
 */
export function typed(input: string, locale: string, year: number): Typed {
  if (input.startsWith("'")) return text(input.slice(1));
  if (input.startsWith("=") && input.length > 1) return { content: { formula: input }, format: "" };
  const trimmed = input.trim();
  if (trimmed === "") return text(input);
  if (/^(true|false)$/i.test(trimmed)) return value(trimmed.toLowerCase() === "true");
  const habits = habitsOf(locale);
  const found = number(trimmed, habits) ?? moment(trimmed, habits, year);
  if (found) return found;
  // Sheets takes "+86 138" and "- see mail" for formulas and shows an error; a lone sign stays.
  if (/^[+-]\s*[\p{L}\p{N}(]/u.test(trimmed)) return { content: { formula: `=${trimmed}` }, format: "" };
  return text(input);
}

function amountShape(decimal: string, group: string): Pick<Habits, "amount" | "groups"> {
  const d = escaped(decimal);
  const g = group.trim() === "" ? "[\\s\\u00a0\\u202f]" : escaped(group);
  const amount = new RegExp(
    `^(\\()?([-+])?\\s?([$€£¥￥])?\\s?([-+])?((?:\\d{1,3}(?:${g}\\d{3})+|\\d+)(?:${d}\\d*)?|${d}\\d+)(e[-+]?\\d+)?\\s?(%)?\\s?([€])?(\\))?$`,
    "i",
  );
  return { amount, groups: new RegExp(g, "g") };
}

function number(input: string, habits: Habits): Typed | undefined {
  const m = habits.amount.exec(input);
  if (!m) return undefined;
  const [, open, sign, money, inner, digits, exponent, percent, after, close] = m;
  if (Boolean(open) !== Boolean(close) || (sign && inner) || (open && (sign || inner))) return undefined;
  const plain = digits!.replace(habits.groups, "").replace(habits.decimal, ".");
  const size = Number(plain + (exponent ?? ""));
  if (!Number.isFinite(size)) return undefined;
  const amount = open || sign === "-" || inner === "-" ? -size : size;
  const decimals = plain.includes(".") ? ".00" : "";
  if (percent) return value(amount / 100, `0${decimals}%`);
  const symbol = money ?? after;
  if (symbol) return value(amount, `[$${symbol}]#,##0${decimals}`);
  if (exponent) return value(amount, "0.00E+00");
  return value(amount, digits!.replace(habits.groups, "") !== digits ? `#,##0${decimals}` : "");
}

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function moment(input: string, habits: Habits, year: number): Typed | undefined {
  const m = /^(.*?)(?:(?:\s+|T|^)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?\s*(am|pm)?)?$/i.exec(input)!;
  const [, dayPart = "", hour, minute, second, fraction, half] = m;
  const serial = dayPart === "" ? undefined : day(dayPart.trim().replace(/,$/, ""), habits, year);
  if (dayPart !== "" && serial === undefined) return undefined;
  if (hour === undefined) return serial === undefined ? undefined : value(serial, habits.dateFormat);
  const h = half ? (Number(hour) % 12) + (/pm/i.test(half) ? 12 : 0) : Number(hour);
  if (h > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined;
  const time = (h * 3600 + Number(minute) * 60 + Number(second ?? 0) + Number(`0.${fraction ?? 0}`)) / 86_400;
  if (serial === undefined) return value(time, second === undefined ? "h:mm" : "h:mm:ss");
  return value(serial + time, `${habits.dateFormat} h:mm:ss`);
}

function day(input: string, habits: Habits, year: number): number | undefined {
  const full = (y: string) => (y.length <= 2 ? (Number(y) < 30 ? 2000 : 1900) + Number(y) : Number(y));
  let m = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(input);
  if (m) return daySerial(Number(m[1]), Number(m[3]), Number(m[4]));
  m = /^(\d{4})年(\d{1,2})月(?:(\d{1,2})[日号])?$/.exec(input);
  if (m) return daySerial(Number(m[1]), Number(m[2]), Number(m[3] ?? 1));
  m = /^(\d{1,2})月(\d{1,2})[日号]$/.exec(input);
  if (m) return daySerial(year, Number(m[1]), Number(m[2]));
  m = /^(\d{4})[-/](\d{1,2})$/.exec(input);
  if (m) return daySerial(Number(m[1]), Number(m[2]), 1);
  m = /^(\d{1,2})[-/](\d{4})$/.exec(input);
  if (m) return daySerial(Number(m[2]), Number(m[1]), 1);
  m = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(input);
  if (m) {
    const [, a, separator, b, y] = m;
    // 1.2 is a number in most locales and 1.2.2024 a day in those that write it so.
    if (separator === "." && (!y || habits.order !== "dmy")) return undefined;
    const yearWritten = y === undefined ? year : full(y);
    if (habits.order === "ymd" && y !== undefined && y.length === 2) return daySerial(full(a!), Number(b), Number(y));
    return habits.order === "dmy"
      ? daySerial(yearWritten, Number(b), Number(a))
      : daySerial(yearWritten, Number(a), Number(b));
  }
  m = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:(?:,\s*|\s+)(\d{4}))?$/i.exec(input);
  if (m) return named(m[1]!, m[2]!, m[3] ?? String(year));
  m = /^(\d{1,2})[\s-]([a-z]{3,9})\.?(?:[\s-](\d{4}|\d{2}))?$/i.exec(input);
  return m ? named(m[2]!, m[1]!, m[3] === undefined ? String(year) : String(full(m[3]))) : undefined;
}

const longNames = ["january", "february", "march", "april", "may", "june", "july"].concat([
  "august",
  "september",
  "october",
  "november",
  "december",
]);

function named(month: string, dayOfMonth: string, year: string): number | undefined {
  const name = month.toLowerCase();
  const index = longNames.includes(name) ? longNames.indexOf(name) : monthNames.indexOf(name);
  return index < 0 ? undefined : daySerial(Number(year), index + 1, Number(dayOfMonth));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
