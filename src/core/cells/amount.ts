import type { Amount, Currency, Minor } from "../money";
import { minorOf } from "../money";
import type { Answers, Ask, Cell, Reading } from "./cell";
import { blank, read, unreadable } from "./cell";
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
const NO_CENTS = /^[.,][-–—](?!\d)/;
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

/** A number that is the same under either decimal sign. */
const either = (digits: Digits, proves?: DecimalSign): Shape => ({ point: digits, comma: digits, proves });

/** 4280.50 and 4,280.50, which most cells of a ledger are; the rest goes the long way. */
const USUAL_CENTS = /^(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)\.\d\d$/;

function shapeOf(number: string): Shape | undefined {
  if (USUAL_CENTS.test(number)) {
    const whole = number.slice(0, -3);
    const digits: Digits = [whole.includes(",") ? whole.replace(/,/g, "") : whole, number.slice(-2)];
    return either(digits, "point");
  }
  const text = number.includes("’") ? number.replace(/’/g, "'") : number;
  let signs = "";
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) < 48) signs += text.charAt(at);
  if (signs === "") return either([text, ""]);
  const last = signs.charAt(signs.length - 1);
  const first = signs.charAt(0);
  if (signs.length === 1) {
    const cut = text.indexOf(last);
    const whole = text.slice(0, cut);
    const fraction = text.slice(cut + 1);
    const groups = ungrouped(text, last);
    if (last === ".") {
      if (groups === undefined) return either([whole, fraction], "point");
      return { point: [whole, fraction], comma: [groups, ""] };
    }
    if (last === ",") {
      if (groups === undefined) return whole === "" ? undefined : { comma: [whole, fraction] };
      return { point: [groups, ""], comma: [whole, fraction], usual: true };
    }
    return groups === undefined ? undefined : either([groups, ""]);
  }
  if (signs === last.repeat(signs.length)) {
    const groups = ungrouped(text, last);
    return groups === undefined ? undefined : either([groups, ""], groupedBy(last));
  }
  // Two kinds of sign: the last is the decimal one, and stands once.
  if ((last !== "." && last !== ",") || signs.slice(0, -1) !== first.repeat(signs.length - 1)) return undefined;
  const cut = text.lastIndexOf(last);
  const groups = ungrouped(text.slice(0, cut), first);
  if (groups === undefined) return undefined;
  const digits: Digits = [groups, text.slice(cut + 1)];
  return either(digits, last === "." ? "point" : "comma");
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

/** What stands on one side of a number. */
interface Side {
  mark?: Currency | SharedSign;
  unit?: number;
  wan: boolean;
  inexact: boolean;
  minus: boolean;
  /** A bracket around the number begins or ends here. */
  bracket: boolean;
  /** A Chinese currency word follows the number. */
  chineseMark: boolean;
  /** What follows the dash of a range. */
  upper?: string;
}

const newSide = (): Side => ({ wan: false, inexact: false, minus: false, bracket: false, chineseMark: false });

/** Adds a currency mark; false where it is a plain word or contradicts the one before. */
function takeMark(side: Side, mark: string, typed: string): boolean {
  const meaning = meaningOf(mark, typed);
  const both = meaning && (side.mark ? agreed(side.mark, meaning) : meaning);
  if (both) side.mark = both;
  return both !== undefined;
}

/** What stands before the number; undefined where any of it is not understood. */
function before(typed: string): Side | undefined {
  const text = typed.toLowerCase();
  if (text.length !== typed.length) return undefined;
  const side = newSide();
  for (let at = 0; at < text.length; ) {
    BEFORE.lastIndex = at;
    const token = BEFORE.exec(text);
    if (!token) return undefined;
    const end = BEFORE.lastIndex;
    if (token[1] !== undefined) {
      if (!takeMark(side, token[1], typed.slice(at, end))) return undefined;
    } else if (token[2] !== undefined) side.inexact = true;
    else if (token[3] !== undefined) {
      if (side.minus) return undefined;
      side.minus = true;
    } else if (token[4] !== undefined) {
      if (side.bracket) return undefined;
      side.bracket = true;
    }
    at = end;
  }
  // (-1,200) would say it twice.
  return side.minus && side.bracket ? undefined : side;
}

/** What stands after the number; undefined where any of it is not understood: /pc, per unit, (MOQ 5000). */
function after(typed: string): Side | undefined {
  const text = typed.toLowerCase();
  if (text.length !== typed.length) return undefined;
  const side = newSide();
  let inner = false;
  for (let at = 0; at < text.length; ) {
    AFTER.lastIndex = at;
    const token = AFTER.exec(text);
    if (!token) {
      RANGE.lastIndex = at;
      if (!RANGE.test(text) || inner || side.bracket) return undefined;
      side.upper = typed.slice(RANGE.lastIndex);
      return side;
    }
    const end = AFTER.lastIndex;
    if (token[1] !== undefined) {
      if (!takeMark(side, token[1], typed.slice(at, end))) return undefined;
      if (token[1] > "\u2e80") side.chineseMark = true;
    } else if (token[2] !== undefined) {
      if (side.unit !== undefined) return undefined;
      side.unit = UNITS[token[2]];
      side.wan = token[2] === "w";
    } else if (token[3] !== undefined) side.inexact = true;
    else if (token[4] !== undefined) {
      if (inner) return undefined;
      inner = true;
    } else if (token[5] !== undefined) {
      if (inner) inner = false;
      else if (side.bracket) return undefined;
      else side.bracket = true;
    }
    at = end;
  }
  return inner ? undefined : side;
}

/** Reads the texts of one column. What stands around the numbers repeats from cell to cell, and is parsed once. */
class AmountText {
  private readonly known = [new Map<string, Side | undefined>(), new Map<string, Side | undefined>()] as const;

  private side(which: 0 | 1, typed: string): Side | undefined {
    const parse = which === 0 ? before : after;
    // Only a range or a sentence has further digits: those do not repeat.
    if (typed.length > 12 || FIRST_DIGIT.test(typed)) return parse(typed);
    const known = this.known[which];
    let side = known.get(typed);
    if (side === undefined && !known.has(typed)) {
      side = parse(typed);
      known.set(typed, side);
    }
    return side;
  }

  /** An amount as written, or undefined where any part of the cell is not understood: a unit price, a size, a sentence. */
  written(typed: string): Written | undefined {
    const start = typed.search(FIRST_DIGIT);
    if (start < 0 || typed.length > 60) return undefined;
    // A point with no digit before it belongs to the number: .75
    const from = start > 0 && typed[start - 1] === "." && !/[a-z]/i.test(typed.charAt(start - 2)) ? start - 1 : start;
    const left = this.side(0, typed.slice(0, from));
    if (!left) return undefined;
    NUMBER.lastIndex = start;
    NUMBER.test(typed);
    let end = NUMBER.lastIndex;
    let number = typed.slice(from, end);
    if (NO_CENTS.test(typed.slice(end, end + 3))) {
      number += `${typed[end]}00`;
      end += 2;
    }
    const shape = shapeOf(number);
    const right = shape && this.side(1, typed.slice(end));
    if (!right) return undefined;
    if (right.upper !== undefined) return this.range(left, shape, right, right.upper);
    const mark = left.mark && right.mark ? agreed(left.mark, right.mark) : (left.mark ?? right.mark);
    if (left.bracket !== right.bracket || (left.mark && !mark)) return undefined;
    return {
      shape,
      negative: left.bracket || left.minus,
      mark,
      // 80000元 says that it counts in yuan, whatever unit the header names.
      unit: right.unit ?? (right.chineseMark ? 0 : undefined),
      wan: right.wan,
      inexact: left.inexact || right.inexact,
    };
  }

  /** 3-5万: the lower end, in the unit of the upper one where it has none of its own; undefined where this is no range. */
  private range(left: Side, shape: Shape, middle: Side, rest: string): Written | undefined {
    if (left.bracket || left.minus) return undefined;
    const upper = this.written(rest);
    if (!upper || upper.negative || upper.inexact) return undefined;
    const low = shape.point || shape.comma;
    const high = upper.shape.point || upper.shape.comma;
    if (!low || !high) return undefined;
    const own = middle.unit ?? (middle.chineseMark ? 0 : undefined);
    const highest = minorOfDigits(high, upper.unit || 0);
    const inUpperUnit = minorOfDigits(low, own ?? upper.unit ?? 0);
    if (highest === undefined || inUpperUnit === undefined) return undefined;
    // In 5000-3万 the lower end is in ones: in 万 it would not be the lower end.
    const unit = own ?? (inUpperUnit < highest ? upper.unit : 0);
    const lowest = minorOfDigits(low, unit || 0);
    // 2024-05 is a month and 12-5 is nothing: a range rises.
    if (lowest === undefined || lowest >= highest) return undefined;
    let mark = upper.mark;
    for (const one of [left.mark, middle.mark]) {
      if (!one) continue;
      mark = mark ? agreed(mark, one) : one;
      if (!mark) return undefined;
    }
    return { shape, negative: false, mark, unit, wan: middle.wan || upper.wan, inexact: true };
  }
}

/** NFKC turns 10² into 102 and ½ into 1⁄2: digits that were not typed as digits make no amount. */
function digitsAreTyped(raw: string, folded: string): boolean {
  if (raw === folded) return true;
  return (raw.match(/[0-9０-９]/g)?.length || 0) === (folded.match(/\d/g)?.length || 0);
}

/** Below this every number of hundredths is one number of a cell, and the other way round. */
const EXACT = 1e15;

function readNumber(cell: number, shift: number): Reading<Amount> {
  const power = 10 ** (shift + 2);
  let minor: Minor | undefined = Math.round(cell * power);
  if (minor / power !== cell || Math.abs(minor) >= EXACT) {
    // More digits than the hundredths hold: rounded on the digits that the cell shows.
    const shown = Math.abs(cell).toString();
    const [whole = "", fraction = ""] = shown.split(".");
    minor = /^[\d.]+$/.test(shown) ? minorOfDigits([whole, fraction], shift) : minorOf(cell * 10 ** shift);
    if (minor !== undefined && cell < 0) minor = -Math.abs(minor);
  }
  return minor !== undefined && Math.abs(minor) <= LARGEST ? read({ minor: minor || 0 }) : unreadable;
}

/**
 * The amounts of a column, cell by cell. Cells that can only be read one way settle the decimal sign of those that
 * could be read two ways (1.234); what stays open is ambiguous until the team answers for the column.
 */
export function amountReader(cells: readonly Cell[], context: AmountContext): (at: number) => Reading<Amount> {
  const text = new AmountText();
  const headerShift = Math.round(Math.log10(context.scale));
  const readings = new Array<Reading<Amount> | undefined>(cells.length);
  const waiting: { readonly at: number; readonly amount: Written }[] = [];
  let points = 0;
  let commas = 0;

  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as Cell;
    if (typeof cell !== "string" || cell === "") continue;
    if (PLAIN_AMOUNT.test(cell)) {
      if (cell.includes(".")) points++;
      readings[at] = readNumber(Number(cell), headerShift);
    } else {
      const typed = tidy(cell);
      const amount = isSheetError(typed) || !digitsAreTyped(cell, typed) ? undefined : text.written(typed);
      if (amount) {
        if (amount.shape.proves === "point") points++;
        if (amount.shape.proves === "comma") commas++;
        const { point, comma } = amount.shape;
        // Most cells need nothing of the others.
        if (point === comma) readings[at] = settle(amount, context, at, headerShift, undefined, false);
        else waiting.push({ at, amount });
      } else readings[at] = isBlankWord(typed) ? blank : unreadable;
    }
  }

  const consensus: DecimalSign | undefined = points && !commas ? "point" : commas && !points ? "comma" : undefined;
  for (const { at, amount } of waiting) {
    readings[at] = settle(amount, context, at, headerShift, consensus, commas > 0);
  }
  // A number needs nothing of the others: it is read when it is asked for, and most cells are such.
  return (at) => {
    const cell = cells[at] as Cell;
    if (typeof cell === "number") return readNumber(cell, headerShift);
    return readings[at] || (cell === "" ? blank : unreadable);
  };
}

/** The amounts of a column, in the order of the cells: {@link amountReader}. */
export function readAmounts(cells: readonly Cell[], context: AmountContext): Reading<Amount>[] {
  const reading = amountReader(cells, context);
  return cells.map((_, at) => reading(at));
}

/** The digits that the column and the team's answer leave: settled, or the likelier ones to propose. Undefined where none fit. */
function digitsOf(
  shape: Shape,
  answer: string | undefined,
  consensus: DecimalSign | undefined,
  decimalCommas: boolean,
): { readonly digits: Digits; readonly settled: boolean } | undefined {
  const { point, comma } = shape;
  if (point && point === comma) return { digits: point, settled: true };
  if (answer === "point" || answer === "comma") {
    const digits = answer === "point" ? point : comma;
    return digits && { digits, settled: true };
  }
  if (shape.usual && point) return { digits: point, settled: !decimalCommas };
  const settled = consensus === "point" ? point : consensus === "comma" ? comma : undefined;
  if (settled) return { digits: settled, settled: true };
  // Money seldom has three decimals: three digits after the sign are proposed as a group.
  const likelier = point && comma ? (point[1] === "" ? point : comma) : comma || point;
  return likelier && { digits: likelier, settled: false };
}

function settle(
  amount: Written,
  context: AmountContext,
  at: number,
  headerShift: number,
  consensus: DecimalSign | undefined,
  decimalCommas: boolean,
): Reading<Amount> {
  const { answers } = context;
  const found = digitsOf(amount.shape, answers.decimal, consensus, decimalCommas);
  // "USD 400,000" under 年采购额/万 is written in full by most, and in 万 by some: ten thousand times apart.
  const doubtful = headerShift !== 0 && amount.unit === undefined && amount.mark !== undefined;
  const shift = doubtful && answers.scale !== "header" ? 0 : headerShift;
  const size = found && minorOfDigits(found.digits, amount.unit ?? shift);
  if (!found || size === undefined) return unreadable;
  const minor = amount.negative && size ? -size : size;

  let currency: Currency | undefined;
  let open: Ask | undefined;
  let word: string | undefined;
  const { mark } = amount;
  if (isSharedSign(mark)) {
    const answer = answers[`currency:${mark}`] ?? answers.currency;
    const rowCurrency = context.rows?.[at];
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
  if (doubtful && answers.scale !== "header" && answers.scale !== "full") open = "scale";
  if (!found.settled) open = "decimal";
  if (!open && amount.inexact && answers.inexact !== "take") open = "inexact";
  const value: Amount = currency ? { minor, currency } : { minor };
  if (!open) return read(value);
  return open === "currency" && word
    ? { as: "ambiguous", ask: open, word, proposal: value }
    : { as: "ambiguous", ask: open, proposal: value };
}

/** The amount of one cell: a column of one. */
export const readAmount = (cell: Cell, context: AmountContext): Reading<Amount> => amountReader([cell], context)(0);
