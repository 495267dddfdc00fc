import type { Summary } from "./history";
import type { Outlook } from "./outlook";

/**
 * MBG/CNBD-k (Reutterer, Platzer & Schröder 2021; with k = 1 the MBG/NBD of Batislam, Denizel & Filiztekin 2007): while he
 * is a customer, his gaps are Erlang-k at a rate of his own, and after each purchase, the first included, he may leave for
 * good. Among customers, rates are gamma(r, alpha) and the chances to leave beta(a, b).
 */
export interface Parameters {
  /** Regularity: 1 buys at random, the larger the more by the clock. */
  readonly k: number;
  readonly r: number;
  /** In days. */
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** Equal customers; the logarithms of their gaps are summed. */
export interface Group extends Summary {
  readonly customers: number;
}

/** Customers who bought as often and as long ago, taken together, in an order that does not hang on theirs. */
export function grouped(summaries: readonly Summary[]): Group[] {
  const order = [...summaries].sort((p, q) => p.x - q.x || p.tx - q.tx || p.T - q.T || p.logGaps - q.logGaps);
  const groups: Group[] = [];
  for (const { x, tx, T, logGaps } of order) {
    const last = groups[groups.length - 1];
    if (last && last.x === x && last.tx === tx && last.T === T)
      groups[groups.length - 1] = { ...last, customers: last.customers + 1, logGaps: last.logGaps + logGaps };
    else groups.push({ x, tx, T, logGaps, customers: 1 });
  }
  return groups;
}

/** Logarithms of from · (from + 1) · … of 0, 1, 2 … factors: all that is asked of the gamma function here. */
function rising(from: number, factors: number): number[] {
  const logs = [0];
  for (let i = 0; i < factors; i++) logs.push(logs[i]! + Math.log(from + i));
  return logs;
}

/** Log-likelihood of all that the customers did. It adds up logarithms, so that hundreds of purchases neither under- nor overflow. */
export function logLikelihood(groups: readonly Group[], parameters: Parameters): number {
  const { k, r, alpha, a, b } = parameters;
  const most = groups.reduce((max, { x }) => Math.max(max, x), 0);
  const rates = rising(r, k * most);
  const stays = rising(b, most);
  const leaves = rising(a + b, most + 1);
  const factorial = rising(1, k - 1)[k - 1]!;
  const scale = r * Math.log(alpha);
  let sum = 0;
  for (const group of groups) {
    const { x, logGaps, customers } = group;
    const { left, stayed } = fates(group, parameters);
    const either = Math.max(left, stayed) + Math.log(1 + Math.exp(-Math.abs(left - stayed)));
    sum +=
      customers * (either + stays[x]! - leaves[x + 1]! + rates[k * x]! + scale - x * factorial) + (k - 1) * logGaps;
  }
  return sum;
}

/** How likely his silence is if he has left at his last purchase and if he has not: logarithms, less what both share. */
function fates({ x, tx, T }: Summary, { k, r, alpha, a, b }: Parameters) {
  const shape = r + k * x;
  let stages = 1;
  let term = 1;
  for (let stage = 1; stage < k; stage++) {
    term *= (((T - tx) / (alpha + T)) * (shape + stage - 1)) / stage;
    stages += term;
  }
  return {
    left: Math.log(a) - shape * Math.log(alpha + tx),
    stayed: Math.log(b + x) - shape * Math.log(alpha + T) + Math.log(stages),
    /** Weight of all stages that his open gap can have reached, where that of the first is 1. */
    stages,
  };
}

/** What the next `horizon` days will bring of a customer; exact for every k. */
export function mbgOutlook(summary: Summary, parameters: Parameters, horizon: number): Outlook {
  const { x, tx, T } = summary;
  const { k, r, alpha, a, b } = parameters;
  const { left, stayed, stages } = fates(summary, parameters);
  const alive = 1 / (1 + Math.exp(left - stayed));
  const q = horizon / (alpha + T + horizon);
  let chance = 0;
  let expected = 0;
  let weight = 1 / stages;
  // A purchase is every k-th stage. From the one that he has reached, further stages come as a negative binomial.
  for (let stage = 0; stage < k; stage++) {
    const size = r + k * x + stage;
    let log = size * Math.log(1 - q);
    let bought = 0;
    let purchases = 0;
    let stays = 1;
    for (let more = 0; ; more++) {
      if (more && (stage + more) % k === 0) {
        purchases += stays;
        bought++;
        stays *= (b + x + bought) / (a + b + x + bought);
      }
      const share = weight * Math.exp(log);
      expected += share * purchases;
      if (bought) chance += share;
      if (share < 1e-12 && more > (size * q) / (1 - q)) break;
      log += Math.log(((size + more) / (more + 1)) * q);
    }
    weight *= (((T - tx) / (alpha + T)) * size) / (stage + 1);
  }
  return { alive, chance: alive * Math.min(1, chance), expected: alive * expected };
}
