import type { Currency } from "../money";
import { tidy } from "./text";

/** A mark that several currencies share: $ is any dollar, ¥ is the yuan or the yen. */
export type SharedSign = "$" | "¥";

/** The ISO 4217 codes that a cell may name. Rare codes that are English words (ALL, TOP, CUP, SOS) are left out. */
export const KNOWN_CURRENCIES: readonly Currency[] = (
  "USD EUR CNY GBP JPY HKD AED ARS AUD BBD BDT BGN BHD BND BOB BRL BSD BZD CAD CHF CLP COP CRC CZK DKK DOP DZD EGP ETB FJD GEL " +
  "GHS GTQ GYD HNL HUF IDR ILS INR IQD IRR ISK JMD JOD KES KHR KRW KWD KZT LBP LKR LYD MAD MDL MMK MNT MOP MUR MXN MYR NAD NGN " +
  "NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SEK SGD THB TND TRY TTD TWD TZS UAH UGX UYU UZS VES " +
  "VND XAF XOF YER ZAR ZMW"
).split(" ");

/** Codes that are words too: "5 pen" names no currency, "5 PEN" does. */
const WORDLIKE: ReadonlySet<string> = new Set("mad pen try mop cop lak bob gel".split(" "));

const DOLLARS: ReadonlySet<Currency> = new Set(
  "USD CAD AUD HKD TWD SGD NZD BND BBD BSD BZD FJD GYD JMD NAD TTD".split(" "),
);

/** Marks and names, folded. What is no code of its own is mapped to the code, or to the sign that it shares. */
const NAMES: Readonly<Record<string, string>> = {
  $: "$ dollar dollars",
  "¥": "¥",
  USD: "us$ usd$ u$s u$d 美元 美金 美刀 刀 us dollar us dollars",
  CNY: "rmb rmb¥ cny¥ cn¥ cnh 人民币 人民幣 元 圆 圓 块 塊 块钱 yuan renminbi",
  EUR: "€ euro euros 欧元 歐元",
  GBP: "£ 英镑 英鎊 stg",
  JPY: "jp¥ 日元 日圆 日圓 日币 日幣 円 yen",
  HKD: "hk$ 港元 港币 港幣 港纸",
  TWD: "nt$ ntd 新台币 新臺幣 新台幣 台币 台幣",
  CAD: "c$ ca$ 加元 加币",
  AUD: "a$ au$ 澳元 澳币",
  NZD: "nz$ 纽币 新西兰元",
  SGD: "s$ sg$ 新元 新加坡元 新币",
  BRL: "r$ 雷亚尔",
  MXN: "mx$ mex$",
  CHF: "瑞士法郎 瑞郎",
  RUB: "₽ 卢布 盧布 rur",
  INR: "₹ 印度卢比",
  KRW: "₩ 韩元 韓元 韩币",
  THB: "฿ 泰铢 泰銖",
  VND: "₫ 越南盾",
  TRY: "₺ 里拉",
  UAH: "₴",
  KZT: "₸",
  NGN: "₦",
  ILS: "₪",
  PLN: "zł",
  AED: "迪拉姆 dhs",
  SAR: "沙特里亚尔",
  ZAR: "兰特",
  MYR: "林吉特 马币 rm",
  PHP: "₱",
};

const marks = new Map<string, Currency | SharedSign>(KNOWN_CURRENCIES.map((code) => [code.toLowerCase(), code]));
for (const [meaning, names] of Object.entries(NAMES)) {
  // "us dollar" holds a space: its words are glued back by the list that knows them.
  for (const name of names.replace(/us dollar/g, "us_dollar").split(" ")) marks.set(name.replace("_", " "), meaning);
}

/** An alternation of every mark, longest first, for a folded text. */
export const MARK_PATTERN = [...marks.keys()]
  .sort((a, b) => b.length - a.length)
  .map((mark) => mark.replace(/[$.]/g, "\\$&"))
  .join("|");

/** What a mark stands for; `typed` is the same mark with its case. Undefined where it is a plain word in that case. */
export const meaningOf = (mark: string, typed: string): Currency | SharedSign | undefined =>
  WORDLIKE.has(mark) && typed !== mark.toUpperCase() ? undefined : marks.get(mark);

/** Whether a shared sign can stand for the currency. */
export const signFits = (sign: SharedSign, currency: Currency): boolean =>
  sign === "$" ? DOLLARS.has(currency) : currency === "CNY" || currency === "JPY";

export const isSharedSign = (mark: string | undefined): mark is SharedSign => mark === "$" || mark === "¥";

/** One meaning of two marks on the same amount (USD and $ is USD); undefined where they contradict each other. */
export function agreed(a: Currency | SharedSign, b: Currency | SharedSign): Currency | SharedSign | undefined {
  if (a === b) return a;
  if (isSharedSign(a)) return !isSharedSign(b) && signFits(a, b) ? b : undefined;
  return isSharedSign(b) && signFits(b, a) ? a : undefined;
}

const MARK = new RegExp(`(${MARK_PATTERN})|[ ()/,:]`, "y");

/**
 * The currency that a currency cell or a part of a header names: USD, US$, 美元, RMB, 人民币(CNY). Undefined where it names none, two
 * (USD/EUR), or only a sign that several share ($, ¥).
 */
export function readCurrency(text: string): Currency | undefined {
  const typed = tidy(text);
  const word = typed.toLowerCase();
  if (word.length > 24 || word.length !== typed.length) return undefined;
  let found: Currency | SharedSign | undefined;
  for (let at = 0; at < word.length; at = MARK.lastIndex) {
    MARK.lastIndex = at;
    const mark = MARK.exec(word);
    if (!mark) return undefined;
    if (mark[1] === undefined) continue;
    const meaning = meaningOf(mark[1], typed.slice(at, MARK.lastIndex));
    found = meaning && (found ? agreed(found, meaning) : meaning);
    if (!found) return undefined;
  }
  return isSharedSign(found) ? undefined : found;
}
