import { type Group, logLikelihood, type Parameters } from "./mbg";

export interface Fit {
  readonly parameters: Parameters;
  readonly logLikelihood: number;
  /** A parameter ran to the end of its range: the ledger does not tell it, and figures made with it would be made up. */
  readonly boundary: boolean;
}

/** Natural logarithm of the largest r, a and b; the smallest is as far on the other side. */
const RANGE = 5;
/** Nearer to the end of the range than this is at it. */
const MARGIN = 0.1;

/** The likeliest parameters of regularity k for what the customers did. */
export function fitTo(groups: readonly Group[], k: number): Fit {
  const sum = (of: (group: Group) => number) => groups.reduce((all, one) => all + one.customers * of(one), 0);
  const stage = Math.max(1, sum(({ T }) => T) / sum(({ x }) => x + 1) / k);
  // Mean time of a stage, share who leave and how much customers differ hang less on one another than r, alpha, a and b.
  const parametersAt = ([shape, time, leave, alike]: readonly number[]): Parameters => {
    const r = Math.exp(shape!);
    const share = 1 / (1 + Math.exp(-leave!));
    const both = Math.exp(alike!);
    return { k, r, alpha: r * stage * Math.exp(time!), a: both * share, b: both * (1 - share) };
  };
  const room = ({ r, a, b }: Parameters) => RANGE - Math.max(...[r, a, b].map((value) => Math.abs(Math.log(value))));
  const best = lowest((at) => {
    const parameters = parametersAt(at);
    const left = room(parameters);
    return left > 0 ? -logLikelihood(groups, parameters) : 1e12 * (1 - left);
  }, START);
  const parameters = parametersAt(best.at);
  return { parameters, logLikelihood: -best.value, boundary: room(parameters) < MARGIN };
}

/** r = 1, stages as long as they are on average, one in eight leaves, a + b = 1.6. */
const START = [0, 0, -2, 0.5];
const STEP = 0.5;
/** Parameters are known to a few percent at best. */
const NEAR = 5e-3;

/** The point at which a cost is lowest, by the simplex of Nelder & Mead. */
export function lowest(cost: (at: readonly number[]) => number, start: readonly number[]) {
  const size = start.length;
  const corner = (at: readonly number[]) => ({ at, value: cost(at) });
  const simplex = [corner(start), ...start.map((_, i) => corner(start.map((v, j) => (i === j ? v + STEP : v))))];
  const ranked = () => simplex.sort((p, q) => p.value - q.value)[0]!;
  for (let round = 0; round < 150 * size; round++) {
    const best = ranked();
    const worst = simplex[size]!;
    if (simplex.every(({ at }) => at.every((v, i) => Math.abs(v - best.at[i]!) < NEAR))) break;
    const centre = start.map((_, i) => simplex.reduce((sum, { at }) => sum + at[i]!, -worst.at[i]!) / size);
    const along = (times: number) => corner(centre.map((c, i) => c + times * (worst.at[i]! - c)));
    const mirrored = along(-1);
    if (mirrored.value < best.value) {
      const further = along(-2);
      simplex[size] = further.value < mirrored.value ? further : mirrored;
    } else if (mirrored.value < simplex[size - 1]!.value) simplex[size] = mirrored;
    else {
      const nearer = along(mirrored.value < worst.value ? -0.5 : 0.5);
      if (nearer.value < Math.min(mirrored.value, worst.value)) simplex[size] = nearer;
      else for (let i = 1; i <= size; i++) simplex[i] = corner(best.at.map((v, j) => (v + simplex[i]!.at[j]!) / 2));
    }
  }
  return ranked();
}
