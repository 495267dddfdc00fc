import { companyOf } from "../cells/company";
import type { Day } from "../day";
import type { OrderUse } from "../model";
import type { Amount, Currency, Minor } from "../money";

/** What lines of one currency hold together, and the first of them. */
interface Sum {
  readonly currency: Currency | undefined;
  readonly minor: Minor;
  readonly first: number;
}

/**
 * Amounts of several lines, summed in their own currencies: how they are split then changes no rounding of a rate. Nearly
 * all are of one line or one currency, so the first sum stands in the purse itself.
 */
export class Purse implements Sum {
  currency: Currency | undefined = undefined;
  minor: Minor = 0;
  first = 0;
  lines = 0;
  /** What every line holds; undefined where they differ. */
  each: Minor | undefined = undefined;
  private others: { currency: Currency | undefined; minor: Minor; first: number }[] | undefined = undefined;

  put({ minor, currency }: Amount, line: number): void {
    if (!this.lines++) {
      this.currency = currency;
      this.minor = this.each = minor;
      this.first = line;
      return;
    }
    if (minor !== this.each || currency !== this.currency) this.each = undefined;
    const own = currency === this.currency ? this : this.others?.find((sum) => sum.currency === currency);
    if (own) own.minor += minor;
    else {
      this.others = this.others || [];
      this.others.push({ currency, minor, first: line });
    }
  }

  get sums(): readonly Sum[] {
    return this.lines ? [this, ...(this.others || [])] : [];
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
  private clash = false;
  /** The first lines of the same number, these or others: what is known of the number stands there. */
  readonly head: Lines;
  /** Of the number: how many orders count or would but for their amount, and whether one does. Set at the head. */
  orders = 0;
  counted = false;
  /** Of the number: the first of its orders that is more than something paid back. */
  ordered: Lines | undefined = undefined;

  constructor(
    /** Counted from the header, like all lines. */
    readonly first: number,
    readonly as: OrderUse,
    /** Folded; "" for none, or one that no other row has. */
    readonly number: string,
    /** Number and customer as typed in the first. */
    readonly typed: string,
    readonly who: string,
    public name: string,
    readonly day: Day | undefined,
    head: Lines | undefined,
  ) {
    this.head = head || this;
  }

  /**
   * A line names the customer: the first who is named stands for all. Of two that differ none does, whichever stands first;
   * then only the id can tell whose they are.
   */
  call(name: string): void {
    if (!name || name === this.name || this.clash) return;
    if (!this.name) this.name = name;
    else if (companyOf(name).full !== companyOf(this.name).full) {
      this.clash = true;
      this.name = "";
    }
  }
}

export const later = (a: Day | undefined, b: Day | undefined): Day | undefined => (b === undefined || a! >= b ? a : b);
