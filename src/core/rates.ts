import { type Cell, isDateCell, type Rows } from "./cells/cell";
import { KNOWN_CURRENCIES, readCurrency } from "./cells/currency";
import { readDays } from "./cells/date";
import { type Day, isoOf } from "./day";
import { hashText } from "./hash";
import type { Finding } from "./model";
import type { Currency, Minor } from "./money";
import type { Policy } from "./policy/fields";
import type { ReadContext } from "./tables/column";

/** What one unit of each currency was worth in the base currency, from which day on. */
export interface Rates {
  /** By the latest row dated on or before the day; 0 where rows of its day contradict it, undefined where there is none. */
  on(currency: Currency, day: Day): number | undefined;
  /** Rows that do not count. */
  readonly findings: readonly Finding[];
  /** Of the rates that count, in whatever order the rows stand. */
  readonly digest: string;
}

const HEADERS = {
  currency: /^(?:币种|货币|[币幣][别別]|currency|ccy)/i,
  from: /^(?:从|自|起始|生效|日期|from|since|date|day|effective)/i,
  rate: /^(?:(?:exchange |fx )?rate|[汇匯]率)/i,
};

const HEADER_ROWS = 10;
/** A comma before three digits may part thousands, save behind a lone 0. */
const NUMBER = /^\d+(?:\.\d+)?$|^(?:0,\d+|\d+,(?:\d\d?|\d{4,}))$/;

const textOf = (cell: Cell | undefined): string =>
  cell === undefined ? "" : isDateCell(cell) ? isoOf(cell.day) : String(cell).trim();

/** Where the columns of a sheet of rates are; undefined: no header row in rows 1 to 10. */
export function rateColumns(
  rows: Rows,
): { headerRow: number; currency: number; from: number; rate: number } | undefined {
  for (let headerRow = 0; headerRow < Math.min(HEADER_ROWS, rows.length); headerRow++) {
    const find = (header: RegExp) => rows[headerRow]!.findIndex((cell) => header.test(textOf(cell)));
    const [currency, from, rate] = [find(HEADERS.currency), find(HEADERS.from), find(HEADERS.rate)];
    if (Math.min(currency, from, rate) >= 0) return { headerRow, currency, from, rate };
  }
  return undefined;
}

/** The base currency that a header of rates names: the first code in it. EXCHANGE RATE names none. */
const baseIn = (header: string): Currency | undefined =>
  header.match(/[A-Z]+/g)?.find((word) => KNOWN_CURRENCIES.includes(word));

/** Day before month or behind it, as the team has said of its own columns, where it has said one thing. */
function dayOrder(given: ReadContext["answers"]): ReadContext["answers"] {
  const said = new Set(Object.entries(given).flatMap(([id, order]) => (id.endsWith(":day_order") ? order : [])));
  const [order] = said;
  return order && said.size === 1 ? { day_order: order } : {};
}

/**
 * The rates of a sheet with columns for currency, first day and rate. A row that cannot be read or is of
 * the base currency does not count, and is listed. So is a second row of a currency and day; where the two differ, there is no
 * rate from that day on until the next. Where the header of the rates names another base currency than the policy's, none
 * counts. A row dated later than `until` is not known yet. Days that could be two are read as those of the team's own
 * columns.
 */
export function readRates(
  rows: Rows,
  context: Pick<ReadContext, "policy" | "asOf" | "until" | "dayOfInstant" | "answers">,
): Rates {
  const { asOf, until = asOf } = context;
  const base = context.policy["currency.base"];
  const findings: Finding[] = [];
  const known = new Map<Currency, Map<Day, number>>();
  const list = (kind: Finding["kind"], row: number, column: number, detail?: string) =>
    findings.push({ kind, table: "rates", row, column, text: textOf(rows[row]?.[column]), ...(detail && { detail }) });

  const columns = rateColumns(rows);
  const named = columns && baseIn(textOf(rows[columns.headerRow]![columns.rate]));
  if (!columns || (named && named !== base)) list("bad_rate", columns?.headerRow ?? 0, columns?.rate ?? 0);
  else {
    const { currency, from, rate, headerRow } = columns;
    const days = readDays(
      rows.map((row) => row[from] ?? ""),
      { asOf, dayOfInstant: context.dayOfInstant, answers: dayOrder(context.answers) },
    );
    for (let row = headerRow + 1; row < rows.length; row++) {
      const [code, day, value] = [readCurrency(textOf(rows[row]![currency])), days[row]!, textOf(rows[row]![rate])];
      const worth = NUMBER.test(value) ? Number(value.replace(",", ".")) : 0;
      if (!textOf(rows[row]![currency]) && day.as === "blank" && !value) continue;
      if (!code) list("bad_rate", row, currency);
      else if (code === base) list("rate_of_base", row, currency);
      else if (day.as === "ambiguous") list("bad_rate", row, from, isoOf(day.proposal!));
      else if (day.as !== "read") list("bad_rate", row, from);
      else if (!worth) list("bad_rate", row, rate);
      else {
        const own = known.get(code) || new Map<Day, number>();
        const first = own.get(day.value);
        if (first !== undefined) list("rate_twice", row, rate);
        // Of two that differ neither can be chosen, and an older one is as wrong as either.
        own.set(day.value, first === undefined || first === worth ? worth : 0);
        known.set(code, own);
      }
    }
  }

  const sorted = new Map(
    [...known].sort().map(([code, own]) => [code, [...own].filter(([day]) => day <= until).sort(([a], [b]) => a - b)]),
  );
  return {
    on(currency, day) {
      const own = sorted.get(currency) || [];
      let low = 0;
      for (let high = own.length; low < high; ) {
        const middle = (low + high) >> 1;
        if (own[middle]![0] <= day) low = middle + 1;
        else high = middle;
      }
      return own[low - 1]?.[1];
    },
    findings,
    digest: hashText(JSON.stringify([...sorted])).toString(36),
  };
}

/** What one unit is worth on a day: by the sheet of rates, else by the company's fixed rate; undefined: nobody has said. */
export const rateOn = (
  currency: Currency,
  day: Day,
  { policy, rates }: { readonly policy: Policy; readonly rates?: Rates },
): number | undefined =>
  currency === policy["currency.base"] ? 1 : (rates?.on(currency, day) ?? policy[`rate.${currency}`]) || undefined;

/**
 * Hundredths of another currency, rounded half away from zero on the decimal digits that the rate shows: 1.00 at 1.005 is
 * 1.01, and the product of the floats would be 1.00. Exact up to where integers are.
 */
export function converted(minor: Minor, rate: number): Minor {
  if (rate === 1) return minor;
  const [digits = "", exponent = "0"] = String(rate).split("e");
  const [whole = "", fraction = ""] = digits.split(".");
  const shown = whole + fraction;
  const size = Math.abs(minor);
  const units = size % 10;
  const tens = (size - units) / 10;
  let last = 0;
  let carried = 0;
  // Digit by digit from the last: a whole product may be larger than the integers that are exact.
  for (let place = fraction.length - Number(exponent), at = shown.length - 1; place > 0; place--, at--) {
    const digit = Number(shown[at] || 0);
    const sum = carried + digit * units;
    last = sum % 10;
    carried = digit * tens + (sum - last) / 10;
  }
  return Math.sign(minor) * (size * Math.floor(rate) + carried + (last >= 5 ? 1 : 0));
}
