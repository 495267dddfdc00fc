import type { Day } from "../day";
import { calendarOf, dayOf } from "../day";
import type { Answers, Ask, Cell, Reading } from "./cell";
import { blank, isDateCell, read, unreadable } from "./cell";
import { isBlankWord, tidy } from "./text";

/** What surrounds a column of days. */
export interface DayContext {
  /** The last day that is past for us: 6.3 is proposed as the last 3 June up to it, inclusive. */
  readonly asOf: Day;
  /** The day of an instant (ms since 1970, UTC) in the spreadsheet's zone, which only the edge knows. */
  dayOfInstant(ms: number): Day;
  readonly answers: Answers;
}

/** Serial numbers that are taken for days: 1970-01-01 to 2099-12-31, inclusive. */
export const FIRST_SERIAL = 25_569;
const LAST_SERIAL = 73_050;

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
/** How far behind as-of the year of 24.05.10 may lie for it to be year first. */
const YEAR_FIRST_SPAN = 10;

/** The orders that people type; "ymd" only stands against the others where the year has two digits (24.05.10). */
type Order = "dmy" | "mdy" | "ymd";
const ORDERS: readonly Order[] = ["dmy", "mdy", "ymd"];

type Candidates = Readonly<Partial<Record<Order, Day>>>;

/** A day as typed, before the column has settled the order of its parts. */
type Typed =
  | { readonly day: Day }
  | { readonly candidates: Candidates }
  | { readonly noYear: Candidates }
  | { readonly noDay: Day }
  | "blank"
  | "unreadable";

const MONTH_NAMES = "january february march april may june july august september october november december".split(" ");
const MONTHS: ReadonlyMap<string, number> = new Map([
  ...MONTH_NAMES.map((name, i) => [name, i + 1] as const),
  ...MONTH_NAMES.map((name, i) => [name.slice(0, 3), i + 1] as const),
  ["sept", 9] as const,
]);

const ISO = /^(\d{4})-(\d\d)-(\d\d)$/;
/** What nearly every cell of an export looks like, with or without a time of its own. */
const PLAIN_DATE =
  /^(\d{4}|\d{1,2})([-/.])(\d{1,2})\2(\d{1,4})(?: (?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?)?$/;
const GLUED_TIME = /(\d)t(?=\d{1,2}:)|([日号號])(?=\d{1,2}:)/;
const TIME =
  /[ ,]+(?:(?:上午|下午|am|pm) ?)?(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)? ?(?:am|pm|上午|下午|(z|utc|gmt|[+-]\d\d:?\d\d))?$/;
const WEEKDAY =
  /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? |[ (]*(?:星期|周|週)[一二三四五六日天]\)?$/;
const AROUND_SIGNS = / ?([-/.年月日号號]) ?/g;
const CHINESE_YEAR = /^(\d{4}|\d{2})年(\d{1,2})月(?:(\d{1,2})[日号號]?)?$/;
const CHINESE_MONTH = /^(\d{1,2})月(\d{1,2})[日号號]?$/;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\.?$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;
const YEAR_MONTH = /^(\d{4})[-/.](\d{1,2})$/;
const MONTH_YEAR = /^(\d{1,2})[-/.](\d{4})$/;
const TWO_PARTS = /^(\d{1,2})[-/.](\d{1,2})$/;
const COMPACT = /^\d{6,8}$/;
const SERIAL = /^\d{5}$/;
const DATE_NAME = /^(\d{1,2})(?:st|nd|rd|th)?[ .-]*(?:of )?([a-z]{3,9})\.?(?:[ ,'-]+(\d{4}|\d{2}))?$/;
const NAME_DATE = /^([a-z]{3,9})\.?[ -]*(\d{1,2})(?:st|nd|rd|th)?(?:[ ,]+(\d{4}|\d{2}))$/;
const NAME_DATE_ONLY = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?$/;
const NAME_YEAR = /^([a-z]{3,9})\.?[ ,-]+(\d{4})$/;
/** How databases and sheets write no day at all: MySQL's zero date, .NET's first day, serial 0 in Excel and in Sheets. */
const ZERO_DATE =
  /^(?:0000[-/.]0?0[-/.]0?0|0?0[-/.]0?0[-/.]0000|1900[-/.]0?1[-/.]0?0|0?1[-/.]0?0[-/.]1900|0001-01-01|1899-12-30)$/;

const inYears = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR;

const dayIn = (year: number, month: number, date: number): Day | undefined =>
  inYears(year) ? dayOf(year, month, date) : undefined;

/** Reads the texts of one column; holds the year of as-of, which two-digit years are held against. */
class DayText {
  private readonly year: number;

  constructor(private readonly context: DayContext) {
    this.year = calendarOf(context.asOf).year;
  }

  typed(raw: string): Typed {
    const plain = PLAIN_DATE.exec(raw);
    if (plain) {
      const [, first = "", , second = "", third = ""] = plain;
      const typed =
        first.length === 4
          ? certain(dayIn(Number(first), Number(second), Number(third)))
          : third.length !== 3 && third.length !== 1
            ? this.threeParts(first, second, third)
            : undefined;
      if (typed) return typed;
    }
    const folded = tidy(raw);
    // NFKC makes plain digits of ² and ①: nobody typed those as a day.
    if (folded !== raw && /[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2089\u2460-\u249b]/.test(raw)) return "unreadable";
    let text = folded.toLowerCase();
    if (isBlankWord(text)) return "blank";
    if (text.length > 48 || !/\d/.test(text)) return "unreadable";
    text = text.replace(WEEKDAY, "").replace(GLUED_TIME, "$1$2 ").trim();
    const time = TIME.exec(text);
    if (time) {
      const zoned = this.zoned(text.slice(0, time.index), time);
      if (zoned) return zoned;
      if (Number(time[1]) > 24 || Number(time[2]) > 59) return "unreadable";
      text = text.slice(0, time.index).replace(WEEKDAY, "").trim();
    }
    if (ZERO_DATE.test(text)) return "blank";
    return this.named(text) ?? this.numeric(text.replace(AROUND_SIGNS, "$1")) ?? "unreadable";
  }

  /** An instant with its own zone: only the spreadsheet's zone says which day that was. */
  private zoned(date: string, time: RegExpExecArray): Typed | undefined {
    const zone = time[4];
    if (!zone) return undefined;
    const day = ISO.exec(date);
    const start = day && dayIn(Number(day[1]), Number(day[2]), Number(day[3]));
    const [hour, minute, second] = [Number(time[1]), Number(time[2]), Number(time[3] ?? 0)];
    if (start == null || hour > 24 || minute > 59 || second > 60) return "unreadable";
    const offset = /^([+-])(\d\d):?(\d\d)$/.exec(zone);
    const minutes = offset ? (Number(offset[2]) * 60 + Number(offset[3])) * (offset[1] === "-" ? -1 : 1) : 0;
    const ms = (start - FIRST_SERIAL) * 86_400_000 + ((hour * 60 + minute - minutes) * 60 + second) * 1000;
    return { day: this.context.dayOfInstant(ms) };
  }

  /** A day with the month as a word. */
  private named(text: string): Typed | undefined {
    let m = DATE_NAME.exec(text);
    if (m) return this.ofName(m[2], m[1], m[3]);
    m = NAME_DATE.exec(text);
    if (m) return this.ofName(m[1], m[2], m[3]);
    m = NAME_DATE_ONLY.exec(text);
    if (m) return this.ofName(m[1], m[2], undefined);
    m = NAME_YEAR.exec(text);
    if (m) return this.month(Number(m[2]), MONTHS.get(m[1] as string) || 0);
    return undefined;
  }

  private ofName(name: string | undefined, date: string | undefined, year: string | undefined): Typed | undefined {
    const month = MONTHS.get(name || "");
    if (month === undefined) return undefined;
    if (year === undefined) return this.noYear(month, Number(date));
    return certain(dayIn(this.fullYear(year), month, Number(date)));
  }

  private numeric(text: string): Typed | undefined {
    let m = YEAR_FIRST.exec(text);
    if (m) return certain(dayIn(Number(m[1]), Number(m[3]), Number(m[4])));
    m = CHINESE_YEAR.exec(text);
    if (m) {
      const year = this.fullYear(m[1] as string);
      return m[3] ? certain(dayIn(year, Number(m[2]), Number(m[3]))) : this.month(year, Number(m[2]));
    }
    m = YEAR_LAST.exec(text);
    if (m) return this.threeParts(m[1] as string, m[3] as string, m[4] as string);
    m = YEAR_MONTH.exec(text);
    if (m) return this.month(Number(m[1]), Number(m[2]));
    m = MONTH_YEAR.exec(text);
    if (m) return this.month(Number(m[2]), Number(m[1]));
    m = CHINESE_MONTH.exec(text);
    if (m) return this.noYear(Number(m[1]), Number(m[2]));
    m = TWO_PARTS.exec(text);
    if (m) return this.noYear(Number(m[1]), Number(m[2]), true);
    if (COMPACT.test(text)) return this.compact(text);
    if (SERIAL.test(text)) return ofSerial(Number(text));
    return undefined;
  }

  private threeParts(a: string, b: string, c: string): Typed | undefined {
    const year = this.fullYear(c);
    const candidates: Partial<Record<Order, Day>> = {};
    const dmy = dayIn(year, Number(b), Number(a));
    const mdy = dayIn(year, Number(a), Number(b));
    if (dmy !== undefined) candidates.dmy = dmy;
    if (mdy !== undefined) candidates.mdy = mdy;
    if (a.length === 2 && c.length === 2) {
      const first = 2000 + Number(a);
      const ymd = dayIn(first, Number(b), Number(c));
      if (ymd !== undefined && first <= this.year && first >= this.year - YEAR_FIRST_SPAN) candidates.ymd = ymd;
    }
    return ofCandidates(candidates);
  }

  /** 20250301, 14082025, 4082025 (day or month without its zero), 202503. */
  private compact(text: string): Typed | undefined {
    if (text.length === 6) return this.month(Number(text.slice(0, 4)), Number(text.slice(4)));
    const first = text.length === 8 ? certain(dayIn(...ymdOf(text))) : undefined;
    if (first) return first;
    const cut = text.length - 6;
    return this.threeParts(text.slice(0, cut), text.slice(cut, cut + 2), text.slice(cut + 2));
  }

  /** 97 is 1997 and 25 is 2025: the next ten years still belong to this century. */
  private fullYear(text: string): number {
    const year = Number(text);
    if (text.length === 4) return year;
    return year + 2000 <= this.year + 10 ? year + 2000 : year + 1900;
  }

  private month(year: number, month: number): Typed | undefined {
    const first = dayIn(year, month, 1);
    return first === undefined ? undefined : { noDay: first };
  }

  /** 6.3 is 3 June, as such teams write it; `either` where it might be 6 March as well. */
  private noYear(month: number, date: number, either = false): Typed | undefined {
    const candidates: Partial<Record<Order, Day>> = {};
    const mdy = this.lastPast(month, date);
    const dmy = either ? this.lastPast(date, month) : undefined;
    if (mdy !== undefined) candidates.mdy = mdy;
    if (dmy !== undefined) candidates.dmy = dmy;
    return mdy === undefined && dmy === undefined ? undefined : { noYear: candidates };
  }

  private lastPast(month: number, date: number): Day | undefined {
    // 29 February comes every four years, and once in eight around 1900 and 2100.
    for (let year = this.year; year >= this.year - 8; year--) {
      const day = dayOf(year, month, date);
      if (day !== undefined && day <= this.context.asOf) return day;
    }
    return undefined;
  }
}

const ymdOf = (text: string): [number, number, number] => [
  Number(text.slice(0, 4)),
  Number(text.slice(4, 6)),
  Number(text.slice(6, 8)),
];

const certain = (day: Day | undefined): Typed | undefined => (day === undefined ? undefined : { day });

const isSerial = (serial: number): boolean => serial >= FIRST_SERIAL && serial < LAST_SERIAL + 1;

const ofSerial = (serial: number): Typed => (isSerial(serial) ? { day: Math.floor(serial) } : "unreadable");

function ofCandidates(candidates: Candidates): Typed | undefined {
  const days = ORDERS.map((order) => candidates[order]).filter((day) => day !== undefined);
  return days.length === 0 ? undefined : { candidates };
}

/** The one order that a cell leaves possible, where the orders differ in the day; 03/03/2025 proves none. */
function provenOrder(candidates: Candidates): Order | undefined {
  const possible = ORDERS.filter((order) => candidates[order] !== undefined);
  return possible.length === 1 ? possible[0] : undefined;
}

/**
 * The days of a column, cell by cell. Cells that leave one order of day and month (24/2/2003) settle the others of
 * the column; what stays open is ambiguous until the team answers. A day after as-of is read like any other.
 */
export function dayReader(cells: readonly Cell[], context: DayContext): (at: number) => Reading<Day> {
  const text = new DayText(context);
  const readings = new Array<Reading<Day> | undefined>(cells.length);
  const waiting: { readonly at: number; readonly typed: Typed }[] = [];
  const proven = new Set<Order>();

  for (let at = 0; at < cells.length; at++) {
    const written = writtenIn(cells[at] as Cell);
    if (written === "") continue;
    const typed = text.typed(written);
    if (typed === "blank") readings[at] = blank;
    else if (typed === "unreadable") readings[at] = unreadable;
    else if ("day" in typed) readings[at] = read(typed.day);
    else {
      if ("candidates" in typed) {
        const order = provenOrder(typed.candidates);
        if (order) proven.add(order);
      }
      waiting.push({ at, typed });
    }
  }

  const consensus = proven.size === 1 ? [...proven][0] : undefined;
  for (const { at, typed } of waiting) readings[at] = settle(typed, context, consensus);
  // What is a day as it stands needs nothing of the others: it is read when it is asked for, and most cells are such.
  return (at) => readings[at] || standing(cells[at] as Cell);
}

/** The text that has to be read as one: as typed, or the digits of a number that is too large for a day (20250301). */
const writtenIn = (cell: Cell): string =>
  typeof cell === "number"
    ? cell > 1_000_000 && Number.isInteger(cell)
      ? String(cell)
      : ""
    : typeof cell === "string"
      ? cell
      : "";

function standing(cell: Cell): Reading<Day> {
  if (cell === "") return blank;
  // A cell of day 0 holds a time or nothing: Sheets shows it as 1899-12-30.
  if (isDateCell(cell)) return cell.day > 0 ? read(cell.day) : blank;
  return typeof cell === "number" && isSerial(cell) ? read(Math.floor(cell)) : unreadable;
}

/** The days of a column, in the order of the cells: {@link dayReader}. */
export function readDays(cells: readonly Cell[], context: DayContext): Reading<Day>[] {
  const reading = dayReader(cells, context);
  return cells.map((_, at) => reading(at));
}

function settle(typed: Typed, { asOf, answers }: DayContext, consensus: Order | undefined): Reading<Day> {
  if (typeof typed === "string" || "day" in typed) return unreadable;
  const answer = ORDERS.find((order) => order === answers.day_order);
  if ("noDay" in typed) return asked("no_day", typed.noDay, answers.no_day === "first");
  if ("noYear" in typed) {
    const { noYear } = typed;
    const order = answer || consensus;
    const day = (order && noYear[order]) ?? noYear.mdy ?? noYear.dmy;
    return day === undefined ? unreadable : asked("no_year", day, answers.no_year === "past");
  }
  const { candidates } = typed;
  const days = ORDERS.map((order) => candidates[order]).filter((day) => day !== undefined);
  const one = days[0];
  if (one === undefined) return unreadable;
  if (days.every((day) => day === one)) return read(one);
  const settled = (answer && candidates[answer]) ?? (consensus && candidates[consensus]);
  if (settled !== undefined) return read(settled);
  const past = days.filter((day) => day <= asOf);
  return asked("day_order", past.length > 0 ? Math.max(...past) : Math.min(...days), false);
}

const asked = (ask: Ask, proposal: Day, answered: boolean): Reading<Day> =>
  answered ? read(proposal) : { as: "ambiguous", ask, proposal };

/** The day of one cell: a column of one. */
export const readDay = (cell: Cell, context: DayContext): Reading<Day> => dayReader([cell], context)(0);
