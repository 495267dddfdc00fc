/** Why a class moved: what the team typed, what the team wants, a day that passed, somebody set it by hand, or an undo. */
export const CAUSES = ["data", "policy", "time", "hand", "undo"] as const;
export type Cause = (typeof CAUSES)[number];

/**
 * What moved a class since the last run, found by classifying again with two of policy, day and data held still.
 *
 * First the old policy must give the old class on the old day, of what was dated by then: where it does not, a cell of
 * those days is another now, and it is the data. Then each alone: the policy, which somebody chose, before the days, which
 * pass anyway, before the data that are dated since. Where only several of them together give the new class, they are
 * moved one after the other in that order, and the last that it took is named.
 *
 * @param again the class by the policy, on the day and of the data of then (false) or of now (true)
 */
export function causeOf(
  from: string,
  to: string,
  again: (policy: boolean, day: boolean, data: boolean) => string | undefined,
): Exclude<Cause, "hand" | "undo"> {
  if (again(false, false, false) !== from) return "data";
  if (again(true, false, false) === to) return "policy";
  if (again(false, true, false) === to) return "time";
  if (again(false, true, true) === to) return "data";
  return again(true, true, false) === to ? "time" : "data";
}
