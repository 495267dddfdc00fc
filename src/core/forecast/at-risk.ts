import type { Minor } from "../money";
import type { Forecast } from "./forecast";

/**
 * What a team stands to lose with a customer: what he bought in the last year, times the probability that he is no
 * customer any more (1 − alive). In hundredths, rounded to whole ones; 0 where he gave back more than he bought.
 * Undefined where the forecast gives no figure.
 */
export function amountAtRisk(year: Minor, { alive }: Forecast): Minor | undefined {
  return alive === undefined ? undefined : Math.round(Math.max(0, year) * (1 - alive));
}
