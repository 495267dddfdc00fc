/** What a model foretells of one customer for the days that follow. */
export interface Outlook {
  /** Probability that he is still a customer, 0 to 1. */
  readonly alive: number;
  /** Probability of at least one purchase, 0 to 1. */
  readonly chance: number;
  /** Purchases, on average. */
  readonly expected: number;
}
