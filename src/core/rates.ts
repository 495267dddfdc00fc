import { type Cell, isDateCell, type Rows } from "./cells/cell";
import { readCurrency } from "./cells/currency";
import { readDays } from "./cells/date";
import { type Day, isoOf } from "./day";
import { hashText } from "./hash";
import type { Finding } from "./model";
import type { Currency, Minor } from "./money";
import type { Policy } from "./policy/fields";
import type { ReadContext } from "./tables/column";

/** What one unit of each currency was worth in the base currency, from which day on. */
export interface Rates {
  /** By the latest row dated on or before the day; undefined where there is none. */
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
const NUMBER = /^\d+(?:\.\d+)?$/;

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

/**
 * The rates of a sheet with columns for currency, first day and rate. A row that cannot be read, that is of the base
 * currency, or that has a day and another rate than a second row of its currency does not count, and is listed. Where the
 * header of the rates names another base currency than the policy's, none counts.
 */
export function readRates(rows: Rows, context: Pick<ReadContext, "policy" | "asOf" | "dayOfInstant">): Rates {
  const base = context.policy["currency.base"];
  const findings: Finding[] = [];
  const known = new Map<Currency, Map<Day, number | undefined>>();
  const list = (kind: Finding["kind"], row: number, column: number) =>
    findings.push({ kind, table: "rates", row, column, text: textOf(rows[row]?.[column]) });

  const columns = rateColumns(rows);
  const named = columns && /[A-Z]{3}/.exec(textOf(rows[columns.headerRow]![columns.rate]))?.[0];
  if (!columns || (named && named !== base)) list("bad_rate", columns?.headerRow ?? 0, columns?.rate ?? 0);
  else {
    const { currency, from, rate, headerRow } = columns;
    const days = readDays(
      rows.map((row) => row[from] ?? ""),
      { asOf: context.asOf, dayOfInstant: context.dayOfInstant, answers: {} },
    );
    for (let row = headerRow + 1; row < rows.length; row++) {
      const [code, day, value] = [readCurrency(textOf(rows[row]![currency])), days[row]!, textOf(rows[row]![rate])];
      if (!textOf(rows[row]![currency]) && day.as === "blank" && !value) continue;
      if (!code) list("bad_rate", row, currency);
      else if (code === base) list("rate_of_base", row, currency);
      else if (day.as !== "read") list("bad_rate", row, from);
      else if (!NUMBER.test(value) || !(Number(value) > 0)) list("bad_rate", row, rate);
      else {
        const own = known.get(code) || new Map<Day, number | undefined>();
        const first = own.get(day.value);
        if (own.has(day.value)) list("rate_twice", row, rate);
        // Of two that differ neither can be chosen.
        own.set(day.value, own.has(day.value) && first !== Number(value) ? undefined : Number(value));
        known.set(code, own);
      }
    }
  }

  const sorted = new Map(
    [...known]
      .sort()
      .map(([code, own]) => [code, [...own].filter(([, rate]) => rate !== undefined).sort(([a], [b]) => a - b)]),
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
  currency === policy["currency.base"] ? 1 : rates?.on(currency, day) || policy[`rate.${currency}`] || undefined;

/** Hundredths of another currency, rounded half away from zero. */
export const converted = (minor: Minor, rate: number): Minor => Math.sign(minor) * Math.round(Math.abs(minor) * rate);
