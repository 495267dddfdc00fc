/**
 * An amount of money in integer hundredths of its currency (cents, fen; also for currencies without decimals), so that
 * sums are exact. Safe up to 90 trillion.
 */
export type Minor = number;

/** An ISO 4217 code: USD, CNY, EUR. */
export type Currency = string;

export interface Amount {
  readonly minor: Minor;
  /** Only where the cell itself names one. */
  readonly currency?: Currency;
}

/** Hundredths of a number typed in a cell, rounded half away from zero on the decimal digits that the number shows. */
export function minorOf(amount: number): Minor {
  // 1.005 * 100 is 100.49999999999999: shift the decimal point in the digits instead of multiplying.
  const text = Math.abs(amount).toString();
  const shifted = text.includes("e") ? Math.abs(amount) * 100 : Number(`${text}e2`);
  return Math.sign(amount) * Math.round(shifted);
}
