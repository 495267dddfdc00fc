/** Weights of a logistic regression, by Newton's steps. A slight pull towards 0 keeps them finite where the cases are told apart without a fault. */
export function logistic(cases: readonly { readonly facts: readonly number[]; readonly yes: boolean }[]): number[] {
  const size = cases[0]!.facts.length;
  const weights: number[] = new Array(size).fill(0);
  for (let round = 0; round < 25; round++) {
    // The last column is the right-hand side.
    const rows = weights.map((weight, i) => [...weights.map((_, j) => (i === j ? PULL : 0)), -PULL * weight]);
    for (const { facts, yes } of cases) {
      const p = chanceBy(weights, facts);
      for (let i = 0; i < size; i++) {
        for (let j = 0; j < size; j++) rows[i]![j]! += p * (1 - p) * facts[i]! * facts[j]!;
        rows[i]![size]! += facts[i]! * ((yes ? 1 : 0) - p);
      }
    }
    const steps = solved(rows);
    steps.forEach((step, i) => {
      weights[i]! += step;
    });
    if (steps.every((step) => Math.abs(step) < 1e-6)) break;
  }
  return weights;
}

const PULL = 0.1;

export const chanceBy = (weights: readonly number[], facts: readonly number[]): number =>
  1 / (1 + Math.exp(-weights.reduce((sum, weight, i) => sum + weight * facts[i]!, 0)));

/** Solution of a positive definite system of equations, its right-hand side in the last column; the rows are used up. */
function solved(rows: number[][]): number[] {
  const size = rows.length;
  rows.forEach((pivot, i) => {
    rows.forEach((row, k) => {
      const times = row[i]! / pivot[i]!;
      if (k !== i) for (let j = i; j <= size; j++) row[j]! -= times * pivot[j]!;
    });
  });
  return rows.map((row, i) => row[size]! / row[i]!);
}
