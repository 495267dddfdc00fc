import { purchaseDays } from "../../../src/core/facts";
import type { History } from "../../../src/core/forecast/history";
import type { Parameters } from "../../../src/core/forecast/mbg";

/** The same numbers from 0 to 1 for the same seed. */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A draw of the gamma distribution of scale 1 (Marsaglia & Tsang). */
function gammaFrom(random: () => number, shape: number): number {
  if (shape < 1) return gammaFrom(random, shape + 1) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + normal / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < (normal * normal) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Somebody who buys as MBG/CNBD-k says: the times of his purchases in days, the first 0, up to `until`. */
export function simulated({ k, r, alpha, a, b }: Parameters, until: number, random: () => number) {
  const rate = gammaFrom(random, r) / alpha;
  const [goes, stays] = [gammaFrom(random, a), gammaFrom(random, b)];
  const leaves = goes / (goes + stays);
  const times: number[] = [];
  /** When he left; later than `until` where he did not. */
  let left = Number.POSITIVE_INFINITY;
  for (let time = 0; time <= until; time += gammaFrom(random, k) / rate) {
    times.push(time);
    if (random() < leaves) {
      left = time;
      break;
    }
  }
  return { times, left };
}

/** Whole days of such customers, who came one after the other in the `span` days before `asOf`. */
export function aLedger(parameters: Parameters, customers: number, span: number, asOf: number, seed = 1): History[] {
  const random = numbersFrom(seed);
  return Array.from({ length: customers }, () => {
    const first = asOf - Math.floor(span * (0.3 + 0.7 * random()));
    const { times } = simulated(parameters, asOf - first, random);
    return {
      days: purchaseDays(
        times.map((time) => first + Math.floor(time)),
        3,
      ),
    };
  });
}
