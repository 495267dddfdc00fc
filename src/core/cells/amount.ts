import type { Amount, Currency, Minor } from "../money";
import { minorOf } from "../money";
import type { Answers, Ask, Cell, Reading } from "./cell";
import { blank, isDateCell, read, unreadable } from "./cell";
import { agreed, isSharedSign, MARK_PATTERN, meaningOf, type SharedSign, signFits } from "./currency";
import { isBlankWord, isSheetError, tidy } from "./text";

export { KNOWN_CURRENCIES, readCurrency } from "./currency";

/** What surrounds a column of amounts. */
export interface AmountContext {
  /** The team's base currency: what $ and ¥ are held against last. */
  readonly base: Currency;
  /** The currency that the header names: 金额(USD). */
  readonly column?: Currency;
  /** The row's own currency cell, in the order of the cells; comes before `column` for $ and ¥. */
  readonly rows?: readonly (Currency | undefined)[];
  /** 10000 where the header says 万, else 1; a power of ten. A cell with a unit of its own keeps its own. */
  readonly scale: number;
  /** The sheet has Chinese headers: 30w is 300,000 there. */
  readonly chinese: boolean;
  readonly answers: Answers;
}

/** Beyond this a sum of amounts would not be exact, and no customer pays it. */
const LARGEST: Minor = 9_000_000_000_000_000;

type DecimalSign = "point" | "comma";

/** The digits before and after the decimal sign. */
type Digits = readonly [whole: string, fraction: string];

/** How a number was typed: one way to read it, or what it is under either decimal sign. */
interface Shape {
  readonly point?: Digits;
  readonly comma?: Digits;
  /** Grouped by a comma (4,280): a number to everybody whose column does not show decimal commas. */
  readonly usual?: boolean;
  /** The decimal sign that this cell proves for its column. */
  readonly proves?: DecimalSign;
}

/** An amount as written in a cell, before the column has settled what it means. */
interface Written {
  readonly shape: Shape;
  readonly negative: boolean;
  readonly mark?: Currency | SharedSign;
  /** Powers of ten that the cell's own unit stands for; undefined where it has none. */
  readonly unit?: number;
  /** The unit is the colloquial w. */
  readonly wan: boolean;
  readonly inexact: boolean;
}

const UNITS: Readonly<Record<string, number>> = {
  万: 4,
  萬: 4,
  wan: 4,
  w: 4,
  千: 3,
  仟: 3,
  k: 3,
  thousand: 3,
  百万: 6,
  百萬: 6,
  m: 6,
  mn: 6,
  mio: 6,
  mln: 6,
  million: 6,
  千万: 7,
  千萬: 7,
  亿: 8,
  億: 8,
  bn: 9,
  billion: 9,
};

const longestFirst = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join("|");

const LABELS = longestFirst(
  "订单金额 訂單金額 成交金额 年采购额 采购额 总金额 總金額 金额 金額 总额 總額 总价 货款 amount amt total".split(" "),
);
const ABOUT_BEFORE = longestFirst(
  [
    "大约",
    "大約",
    "大概",
    "约",
    "約",
    "近",
    "超过",
    "超過",
    "至少",
    "不低于",
    "最多",
    "[><≥≤≈~]=?",
    "about",
    "around",
  ].concat(["approx\\.?", "ca\\.", "over", "up to", "more than", "at least"]),
);
const ABOUT_AFTER = longestFirst([
  "左右",
  "上下",
  "以上",
  "以下",
  "以内",
  "多",
  "余",
  "餘",
  "\\+",
  "or more",
  "approx\\.?",
]);
const BEFORE = new RegExp(`(${MARK_PATTERN})|(${ABOUT_BEFORE})|(?:${LABELS})|([-−–])|(\\()|[ :]`, "y");
const AFTER = new RegExp(
  `(${MARK_PATTERN})|(${longestFirst(Object.keys(UNITS))})|(${ABOUT_AFTER})|(\\()|(\\))|整|[ ]`,
  "y",
);
const RANGE = /[-–—−~至到]|to(?= )/y;
const NUMBER = /\d(?:[\d.,'’ ]*\d)?/y;
const FIRST_DIGIT = /\d/;
/** The Swiss and German dash for no cents: 1'200.-, 1.200,- */
const NO_CENTS = /([.,])[-–—](?!\d)/;
const PLAIN_AMOUNT = /^-?\d{1,13}(?:\.\d{1,2})?$/;
const GROUPS = /^\d{1,3}(?:x\d{3})+$/;
/** Lakh and crore: 12,34,567. */
const INDIAN_GROUPS = /^\d{1,2}(?:x\d{2})+x\d{3}$/;

/** The digits of a whole part grouped by one sign, or undefined where the groups are not as anybody writes them. */
function ungrouped(text: string, sign: string): string | undefined {
  const parts = text.split(sign);
  if (parts.length === 1) return text;
  const shape = parts.join("x");
  if (shape.startsWith("0")) return undefined;
  return GROUPS.test(shape) || (sign === "," && INDIAN_GROUPS.test(shape)) ? parts.join("") : undefined;
}

const groupedBy = (sign: string): DecimalSign | undefined =>
  sign === "," ? "point" : sign === "." ? "comma" : undefined;

function shapeOf(number: string): Shape | undefined {
  const signs = number.replace(/\d/g, "").replace(/’/g, "'");
  const text = number.replace(/’/g, "'");
  if (signs === "") return { point: [text, ""], comma: [text, ""] };
  const last = signs.charAt(signs.length - 1);
  const first = signs.charAt(0);
  if (signs.length === 1) {
    const cut = text.indexOf(last);
    const whole = text.slice(0, cut);
    const fraction = text.slice(cut + 1);
    const groups = ungrouped(text, last);
    if (last === ".") {
      if (groups === undefined) return { point: [whole, fraction], proves: "point" };
      return { point: [whole, fraction], comma: [groups, ""] };
    }
    if (last === ",") {
      if (groups === undefined) return whole === "" ? undefined : { comma: [whole, fraction] };
      return { point: [groups, ""], comma: [whole, fraction], usual: true };
    }
    return groups === undefined ? undefined : { point: [groups, ""], comma: [groups, ""] };
  }
  if (signs === last.repeat(signs.length)) {
    const groups = ungrouped(text, last);
    return groups === undefined ? undefined : { point: [groups, ""], comma: [groups, ""], proves: groupedBy(last) };
  }
  // Two kinds of sign: the last is the decimal one, and stands once.
  if ((last !== "." && last !== ",") || signs.slice(0, -1) !== first.repeat(signs.length - 1)) return undefined;
  const cut = text.lastIndexOf(last);
  const groups = ungrouped(text.slice(0, cut), first);
  if (groups === undefined) return undefined;
  const digits: Digits = [groups, text.slice(cut + 1)];
  return { point: digits, comma: digits, proves: last === "." ? "point" : "comma" };
}

/** Hundredths of the digits times 10^shift, rounded half up on the digits themselves; undefined beyond what sums can hold. */
function minorOfDigits([whole, fraction]: Digits, shift: number): Minor | undefined {
  const digits = whole + fraction;
  const places = fraction.length - shift - 2;
  let minor: number;
  if (places <= 0) {
    minor = Number(digits + "0".repeat(-places));
  } else {
    const kept = digits.length - places;
    minor = kept < 0 ? 0 : Number(digits.slice(0, kept) || "0") + (digits.charCodeAt(kept) >= 53 ? 1 : 0);
  }
  return minor <= LARGEST ? minor : undefined;
}

/** What stands around one number, collected from either side. */
interface Around {
  mark?: Currency | SharedSign;
  unit?: number;
  wan: boolean;
  inexact: boolean;
  minus: boolean;
  opened: boolean;
}

/** Adds a currency mark; false where it is a plain word or contradicts the one before. */
function takeMark(around: Around, mark: string, typed: string): boolean {
  const meaning = meaningOf(mark, typed);
  if (!meaning) return false;
  const both = around.mark ? agreed(around.mark, meaning) : meaning;
  if (!both) return false;
  around.mark = both;
  return true;
}

/** An amount as written, or undefined where any part of the cell is not understood: a unit price, a size, a sentence. */
function written(typed: string): Written | undefined {
  const text = typed.toLowerCase().replace(NO_CENTS, "$100");
  const start = text.search(FIRST_DIGIT);
  if (start < 0 || text.length > 60) return undefined;
  const around: Around = { wan: false, inexact: false, minus: false, opened: false };
  // A point with no digit before it belongs to the number: .75
  const from = start > 0 && text.charAt(start - 1) === "." && !/[a-z]/.test(text.charAt(start - 2)) ? start - 1 : start;

  for (let at = 0; at < from; at = BEFORE.lastIndex) {
    BEFORE.lastIndex = at;
    const token = BEFORE.exec(text);
    if (!token || BEFORE.lastIndex > from) return undefined;
    if (token[1] !== undefined) {
      const end = BEFORE.lastIndex;
      if (!takeMark(around, token[1], typed.slice(at, end))) return undefined;
      BEFORE.lastIndex = end;
    } else if (token[2] !== undefined) around.inexact = true;
    else if (token[3] !== undefined) {
      if (around.minus) return undefined;
      around.minus = true;
    } else if (token[4] !== undefined) {
      if (around.opened) return undefined;
      around.opened = true;
    }
  }

  NUMBER.lastIndex = start;
  const number = NUMBER.exec(text);
  const shape = number && shapeOf(text.slice(from, start) + number[0]);
  if (!shape) return undefined;
  const accounting = around.opened;
  let open = around.opened;
  let cjkCurrency = false;

  for (let at = NUMBER.lastIndex; at < text.length; at = AFTER.lastIndex) {
    AFTER.lastIndex = at;
    const token = AFTER.exec(text);
    if (!token) return range(typed, text, at, around, shape);
    const end = AFTER.lastIndex;
    if (token[1] !== undefined) {
      // "$100" for ",-" may have moved what follows; the case of a code matters only where nothing moved.
      const mark = text.length === typed.length ? typed.slice(at, end) : token[1].toUpperCase();
      if (!takeMark(around, token[1], mark)) return undefined;
      if (token[1] > "\u2e80") cjkCurrency = true;
    } else if (token[2] !== undefined) {
      if (around.unit !== undefined) return undefined;
      around.unit = UNITS[token[2]];
      around.wan = token[2] === "w";
    } else if (token[3] !== undefined) around.inexact = true;
    else if (token[4] !== undefined) {
      if (open) return undefined;
      open = true;
    } else if (token[5] !== undefined) {
      if (!open) return undefined;
      open = false;
    }
    AFTER.lastIndex = end;
  }
  if (open || (accounting && around.minus)) return undefined;
  return {
    shape,
    negative: accounting || around.minus,
    mark: around.mark,
    // 80000元 says that it counts in yuan, whatever unit the header names.
    unit: around.unit ?? (cjkCurrency ? 0 : undefined),
    wan: around.wan,
    inexact: around.inexact,
  };
}

/** 3-5万: the lower end, in the unit of the upper one where it has none of its own; undefined where this is no range. */
function range(typed: string, text: string, at: number, around: Around, shape: Shape): Written | undefined {
  RANGE.lastIndex = at;
  if (!RANGE.test(text) || text.length !== typed.length || around.opened || around.minus) return undefined;
  const upper = written(typed.slice(RANGE.lastIndex));
  if (!upper || upper.negative || upper.inexact) return undefined;
  const low = shape.point ?? shape.comma;
  const high = upper.shape.point ?? upper.shape.comma;
  if (!low || !high) return undefined;
  const highest = minorOfDigits(high, upper.unit ?? 0);
  const inUpperUnit = minorOfDigits(low, around.unit ?? upper.unit ?? 0);
  if (highest === undefined || inUpperUnit === undefined) return undefined;
  // In 5000-3万 the lower end is in ones: in 万 it would not be the lower end.
  const unit = around.unit ?? (inUpperUnit < highest ? upper.unit : 0);
  const lowest = minorOfDigits(low, unit ?? 0);
  // 2024-05 is a month and 12-5 is nothing: a range rises.
  if (lowest === undefined || lowest >= highest) return undefined;
  const mark = around.mark && upper.mark ? agreed(around.mark, upper.mark) : (around.mark ?? upper.mark);
  if (around.mark && upper.mark && !mark) return undefined;
  return { shape, negative: false, mark, unit, wan: around.wan || upper.wan, inexact: true };
}

/** NFKC turns 10² into 102 and ½ into 1⁄2: digits that were not typed as digits make no amount. */
function digitsAreTyped(raw: string, folded: string): boolean {
  if (raw === folded) return true;
  return (raw.match(/[0-9０-９]/g)?.length ?? 0) === (folded.match(/\d/g)?.length ?? 0);
}

function readNumber(cell: number, shift: number): Reading<Amount> {
  let minor: Minor | undefined;
  if (shift === 0) minor = minorOf(cell);
  else {
    const text = Math.abs(cell).toString();
    const [whole = "", fraction = ""] = text.split(".");
    minor = text.includes("e") ? minorOf(cell * 10 ** shift) : minorOfDigits([whole, fraction], shift);
    if (minor !== undefined && cell < 0) minor = -Math.abs(minor);
  }
  return minor !== undefined && Math.abs(minor) <= LARGEST ? read({ minor: minor || 0 }) : unreadable;
}

/**
 * The amounts of a column, in the order of the cells. Cells that can only be read one way settle the decimal sign of those that
 * could be read two ways (1.234); what stays open is ambiguous until the team answers for the column.
 */
export function readAmounts(cells: readonly Cell[], context: AmountContext): Reading<Amount>[] {
  const headerShift = Math.round(Math.log10(context.scale));
  const readings = new Array<Reading<Amount>>(cells.length);
  const waiting: { readonly at: number; readonly amount: Written }[] = [];
  let points = 0;
  let commas = 0;

  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as Cell;
    if (typeof cell === "number") readings[at] = readNumber(cell, headerShift);
    else if (cell === "") readings[at] = blank;
    else if (typeof cell === "boolean" || isDateCell(cell)) readings[at] = unreadable;
    else if (PLAIN_AMOUNT.test(cell)) {
      if (cell.includes(".")) points++;
      readings[at] = readNumber(Number(cell), headerShift);
    } else {
      const typed = tidy(cell);
      const amount = isSheetError(typed) || !digitsAreTyped(cell, typed) ? undefined : written(typed);
      if (amount) {
        if (amount.shape.proves === "point") points++;
        if (amount.shape.proves === "comma") commas++;
        waiting.push({ at, amount });
      } else readings[at] = isBlankWord(typed) ? blank : unreadable;
    }
  }

  const consensus: DecimalSign | undefined = points && !commas ? "point" : commas && !points ? "comma" : undefined;
  for (const { at, amount } of waiting) {
    readings[at] = settle(amount, context, context.rows?.[at], headerShift, consensus, commas > 0);
  }
  return readings;
}

/** The digits that the column and the team's answer leave: settled, or the likelier ones to propose. Undefined where none fit. */
function digitsOf(
  shape: Shape,
  answer: string | undefined,
  consensus: DecimalSign | undefined,
  decimalCommas: boolean,
): { readonly digits: Digits; readonly settled: boolean } | undefined {
  const { point, comma } = shape;
  if (point && comma && (point === comma || (point[1] === "" && comma[1] === ""))) {
    return { digits: point, settled: true };
  }
  if (shape.proves && point) return { digits: point, settled: true };
  if (answer === "point" || answer === "comma") {
    const digits = answer === "point" ? point : comma;
    return digits && { digits, settled: true };
  }
  if (shape.usual && point) return { digits: point, settled: !decimalCommas };
  const settled = consensus === "point" ? point : consensus === "comma" ? comma : undefined;
  if (settled) return { digits: settled, settled: true };
  // Money seldom has three decimals: three digits after the sign are proposed as a group.
  const likelier = point && comma ? (point[1] === "" ? point : comma) : (comma ?? point);
  return likelier && { digits: likelier, settled: false };
}

function settle(
  amount: Written,
  context: AmountContext,
  rowCurrency: Currency | undefined,
  headerShift: number,
  consensus: DecimalSign | undefined,
  decimalCommas: boolean,
): Reading<Amount> {
  const { answers } = context;
  const found = digitsOf(amount.shape, answers.decimal, consensus, decimalCommas);
  const size = found && minorOfDigits(found.digits, amount.unit ?? headerShift);
  if (!found || size === undefined) return unreadable;
  const minor = amount.negative && size ? -size : size;

  let currency: Currency | undefined;
  let open: Ask | undefined;
  let word: string | undefined;
  const { mark } = amount;
  if (isSharedSign(mark)) {
    const answer = answers[`currency:${mark}`] ?? answers.currency;
    currency = [answer, rowCurrency, context.column, context.base].find((code) => code && signFits(mark, code));
    // A row or header that names another kind of money contradicts the sign; the base cannot settle that.
    const named = answer && signFits(mark, answer) ? undefined : (rowCurrency ?? context.column);
    if (!currency || (named && !signFits(mark, named))) {
      open = "currency";
      word = mark;
      currency = mark === "$" ? "USD" : "CNY";
    }
  } else currency = mark;

  if (amount.wan && !context.chinese && answers.wan !== "10000") open = "wan";
  if (!found.settled) open = "decimal";
  if (!open && amount.inexact && answers.inexact !== "take") open = "inexact";
  const value: Amount = currency ? { minor, currency } : { minor };
  if (!open) return read(value);
  return open === "currency" && word
    ? { as: "ambiguous", ask: open, word, proposal: value }
    : { as: "ambiguous", ask: open, proposal: value };
}

/** The amount of one cell: a column of one. */
export const readAmount = (cell: Cell, context: AmountContext): Reading<Amount> =>
  readAmounts([cell], context)[0] as Reading<Amount>;
