import type { Day } from "../day";
import type { OrderUse } from "../model";
import type { Amount, Currency, Minor } from "../money";

/** What lines of one currency hold together, and the first of them. */
interface Sum {
  readonly currency: Currency | undefined;
  minor: Minor;
  readonly first: number;
}

/** Amounts of several lines, summed in their own currencies: how they are split then changes no rounding of a rate. */
export class Purse {
  readonly sums: Sum[] = [];
  lines = 0;
  /** What every line holds; undefined where they differ. */
  each: Minor | undefined;

  put({ minor, currency }: Amount, line: number): void {
    const own = this.sums.find((sum) => sum.currency === currency);
    if (own) own.minor += minor;
    else this.sums.push({ currency, minor, first: line });
    if (!this.lines++) this.each = minor;
    else if (!own || minor !== this.each) this.each = undefined;
  }
}

/** Rows of one number, customer and day that enter the facts alike; a row without a number is alone. */
export class Lines {
  readonly amount = new Purse();
  /** What was paid so far; undefined where no line says it. */
  paidSoFar: Purse | undefined = undefined;
  /** The amount of a line could not be read. */
  unread = false;
  /** A line has no day of payment. */
  unpaid = false;
  due: Day | undefined = undefined;
  paid: Day | undefined = undefined;
  delivered: Day | undefined = undefined;

  constructor(
    /** Counted from the header, like all lines. */
    readonly first: number,
    readonly as: OrderUse,
    /** Number and customer as typed in the first. */
    readonly typed: string,
    readonly who: string,
    readonly name: string,
    /** Folded; "" for none. */
    readonly number: string,
    /** Folded, with the number. */
    readonly customer: string,
    readonly day: Day | undefined,
  ) {}
}

export const later = (a: Day | undefined, b: Day | undefined): Day | undefined => (b === undefined || a! >= b ? a : b);
