import { AXES, type AxisId } from "../axes";
import type { Cell } from "../cells/cell";
import { isDateCell } from "../cells/cell";
import type { Day } from "../day";
import type { RowKey } from "../model";
import type { Policy } from "../policy/fields";
import { defaultPolicy, labelOf } from "../policy/policy";
import { CAUSES, type Cause } from "./causes";
import { monthOf } from "./months";

/** A line of the history: a customer's class on an axis became another. */
export interface PastMove {
  readonly day: Day;
  /** Of the run; an undo bears that of the run which it takes back. */
  readonly batch: string;
  readonly key: RowKey;
  readonly customer: string;
  readonly axis: AxisId;
  /** Class ids. */
  readonly from: string;
  readonly to: string;
  readonly cause: Cause;
}

/** What a cell beside the words holds, since labels can be changed later. */
export const idsOfMove = (axis: string, from: string, to: string, cause: Cause): string =>
  [axis, from, to, cause].join(" ");

/** The columns of the history that are read here, from the left: day, batch, key, customer, axis, from, to, cause, by, ids. */
const IDS = 9;

/**
 * The moves in the rows of a history, as people have sorted them; rows without ids, which an older version wrote, by their
 * words.
 *
 * @param causes the words for each cause, in every language
 * @returns `unknown`: moves whose words nothing is called by any more, or more than one class; `since`: the first day
 */
export function movesIn(
  rows: readonly (readonly Cell[])[],
  policy: Policy,
  causes: readonly Readonly<Record<Cause, string>>[],
): { readonly moves: readonly PastMove[]; readonly unknown: number; readonly since: Day | undefined } {
  const moves: PastMove[] = [];
  let unknown = 0;
  let since: Day | undefined;
  for (const row of rows) {
    const [on = "", batch = "", key = "", customer = ""] = row;
    const day = isDateCell(on) ? on.day : on;
    // People type notes below.
    if (typeof day !== "number") continue;
    if (!(since! <= day)) since = day;
    // A first grading names nobody.
    if (key === "") continue;
    const [axis, from, to, cause] = String(row[IDS] || "").split(" ");
    const known =
      AXES.some(({ id, classes }) => id === axis && from! in classes && to! in classes) &&
      CAUSES.includes(cause as Cause);
    const ids = known ? { axis: axis as AxisId, from: from!, to: to!, cause: cause as Cause } : byWords(row);
    if (ids) moves.push({ day, batch: String(batch), key: String(key), customer: String(customer), ...ids });
    else unknown++;
  }
  return { moves, unknown, since };

  function byWords(row: readonly Cell[]) {
    const [axisWord, from, to, causeWord] = row.slice(4, 8);
    const axis = AXES.find(({ label }) => label.en === axisWord || label.zh === axisWord);
    const cause = CAUSES.find((id) => causes.some((words) => words[id] === causeWord));
    if (!axis || !cause) return undefined;
    // Nobody knows whether a word that has changed its class stands here from before or from after.
    const [was, is] = [from, to].map((word) =>
      Object.keys(axis.classes).filter((id) =>
        [policy, defaultPolicy()].some((by) =>
          (["en", "zh"] as const).some((language) => labelOf(by, language, axis.id, id) === word),
        ),
      ),
    );
    const known = was!.length === 1 && is!.length === 1;
    return known ? { axis: axis.id, from: was![0]!, to: is![0]!, cause } : undefined;
  }
}

/** The moves that stood: without those that an undo took back, and without that undo. */
export function standing(moves: readonly PastMove[]): PastMove[] {
  const nameOf = ({ batch, key, axis }: PastMove) => `${batch}\n${axis}\n${key}`;
  const undone = new Set(moves.filter(({ cause }) => cause === "undo").map(nameOf));
  const made = new Set(moves.filter(({ cause }) => cause !== "undo").map(nameOf));
  return moves.filter((move) => !(undone.has(nameOf(move)) && made.has(nameOf(move))));
}

export type ByCause = Record<Cause, number>;

export const byCause = (moves: readonly PastMove[]): ByCause =>
  Object.fromEntries(CAUSES.map((id) => [id, moves.filter(({ cause }) => cause === id).length])) as ByCause;

/** Moves from one class to another. */
export interface MovementCell {
  readonly from: string;
  readonly to: string;
  readonly moves: readonly PastMove[];
}

/** What moved on an axis in a month. */
export interface Movement {
  readonly month: string;
  /** Undefined: the classes of this axis have no order. */
  readonly up?: number;
  readonly down?: number;
  readonly byCause: ByCause;
  /** Only what happened, in the order of the classes. */
  readonly cells: readonly MovementCell[];
}

/** The matrix of a month: how many moved from which class to which, and what moved them. */
export function movementIn(month: string, moves: readonly PastMove[], axis: AxisId): Movement {
  const own = moves.filter((move) => move.axis === axis && monthOf(move.day) === month);
  const ids = Object.keys(AXES.find(({ id }) => id === axis)!.classes);
  const cells = ids.flatMap((from) =>
    ids.flatMap((to): MovementCell[] => {
      const found = own.filter((move) => move.from === from && move.to === to);
      return found.length ? [{ from, to, moves: found }] : [];
    }),
  );
  // Tiers are letters, the best first. Unrated is none: missing evidence is no fall.
  const graded = own.filter(({ from, to }) => from.length === 1 && to.length === 1);
  const up = graded.filter(({ from, to }) => to < from).length;
  const ordered = axis === "value" && { up, down: graded.length - up };
  return { month, ...ordered, byCause: byCause(own), cells };
}
