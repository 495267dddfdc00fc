import { type CalendarDate, dateOf, type SampleCell } from "./cells";
import { type Place, UNCLEAR_COUNTRIES, UNREADABLE_COUNTRIES } from "./countries";
import type { Random } from "./random";

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const two = (n: number): string => String(n).padStart(2, "0");
const grouped = (n: number): string => n.toFixed(2).replace(/\B(?=(\d{3})+\.)/gu, ",");
const fullWidth = (digits: string): string =>
  digits.replace(/[0-9]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** How a day is typed by people who do not use the date picker. Each can be read in one way only. */
const DAY_FORMS: readonly ((at: CalendarDate) => SampleCell)[] = [
  ({ year, month, date }) => `${year}-${two(month)}-${two(date)}`,
  ({ year, month, date }) => `${year}/${month}/${date}`,
  ({ year, month, date }) => `${year}.${two(month)}.${two(date)}`,
  ({ year, month, date }) => `${year}年${month}月${date}日`,
  ({ year, month, date }) => Number(`${year}${two(month)}${two(date)}`),
  ({ year, month, date }) => `${date}-${MONTHS[month - 1]}-${two(year % 100)}`,
  ({ year, month, date }) => `${date} ${MONTHS[month - 1]} ${year}`,
  ({ year, month, date }) => `${year}-${two(month)}-${two(date)} 00:00:00.000`,
];

const UNCLEAR_DAYS: readonly ((at: CalendarDate) => SampleCell)[] = [
  ({ month, date }) => `${month}.${date}`,
  ({ month, date }) => `${month}月${date}日`,
  ({ year, month }) => `${year}-${two(month)}`,
  ({ year, month, date }) => `${two(date)}/${two(month)}/${year}`,
];

const UNREADABLE_DAYS: readonly string[] = ["上周五", "2025-13-01", "2月30日", "soon", "31/31/2025"];

/** How much of a column is untidy: shares of its cells, 0 to 1. */
export interface Mess {
  readonly untidy: number;
  readonly unclear: number;
  readonly unreadable: number;
}

export const USUAL_MESS: Mess = { untidy: 0.1, unclear: 0.012, unreadable: 0.01 };

/** A day cell: mostly a date, sometimes typed, seldom unclear or lost. */
export function messyDay(random: Random, serial: number, mess: Mess = USUAL_MESS): SampleCell {
  const roll = random.next();
  const at = dateOf(serial);
  if (roll < mess.unreadable) return random.pick(UNREADABLE_DAYS);
  if (roll < mess.unreadable + mess.unclear) return random.pick(UNCLEAR_DAYS)(at);
  if (roll < mess.unreadable + mess.unclear + mess.untidy) return random.pick(DAY_FORMS)(at);
  return { day: serial };
}

const NAMED: Readonly<Record<string, readonly ((n: number) => string)[]>> = {
  USD: [
    (n) => `USD ${grouped(n)}`,
    (n) => `US$${grouped(n)}`,
    (n) => `${Math.round(n)}美元`,
    (n) => `金额USD ${Math.round(n)}`,
  ],
  CNY: [(n) => `RMB ${grouped(n)}`, (n) => `${Math.round(n)}元`, (n) => `CNY ${grouped(n)}`],
  EUR: [(n) => `EUR ${grouped(n)}`, (n) => `€${grouped(n)}`, (n) => `${grouped(n)} €`],
};

const UNCLEAR_AMOUNTS: readonly string[] = ["约3万美元", "3-5万", "5000+", "€ 5.000", "12,5万", ">10000"];
const UNREADABLE_AMOUNTS: readonly string[] = [
  "USD 0.86/pc",
  "FOB SHENZHEN USD 0.86/pc(MOQ 5000)",
  "1,2,3",
  "见合同",
  "USD500/MT",
];

/** An amount cell in the currency of its row; `amount` in whole units with at most two decimals. */
export function messyAmount(random: Random, amount: number, currency: string, mess: Mess = USUAL_MESS): SampleCell {
  const roll = random.next();
  if (roll < mess.unreadable) return random.pick(UNREADABLE_AMOUNTS);
  if (roll < mess.unreadable + mess.unclear) return random.pick(UNCLEAR_AMOUNTS);
  if (roll >= mess.unreadable + mess.unclear + mess.untidy) return amount;
  const tens = Math.round(amount / 1000) * 1000;
  return random.pick<() => SampleCell>([
    () => random.pick(NAMED[currency] ?? NAMED.USD!)(amount),
    () => grouped(amount),
    () => fullWidth(String(Math.round(amount))),
    () => (tens > 0 ? `${tens / 10_000}万` : String(amount)),
    () => (tens > 0 ? `${tens / 1000}k` : String(amount)),
    () => `${currency} ${grouped(amount)}`,
  ])();
}

/** A country cell; teams write the same country in several ways. */
export function messyCountry(random: Random, place: Place, mess: Mess = USUAL_MESS): string {
  const roll = random.next();
  if (roll < mess.unreadable) return random.pick(UNREADABLE_COUNTRIES);
  if (roll < mess.unreadable + mess.unclear) return random.pick(UNCLEAR_COUNTRIES);
  if (roll < mess.unreadable + mess.unclear + mess.untidy) return random.pick(place.also);
  return random.chance(0.65) ? place.zh : place.en;
}
