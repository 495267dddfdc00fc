/** How well chances foretold what happened. */
export interface Score {
  /** Mean of −log of the chance that was given to what happened: a sure error is dear. 0 is perfect. */
  readonly logLoss: number;
  /** Mean squared difference of chance and what happened. 0 is perfect. */
  readonly brier: number;
  /** How often, of one who bought and one who did not, the first had the higher chance; 0.5 is a coin. */
  readonly auc: number;
}

/** No forecast is held to be surer than one in a million. */
const SURE = 1e-6;

/** −log of the chance of what happened. */
function lossOf(chance: number, happened: boolean): number {
  return -Math.log(Math.max(SURE, happened ? chance : 1 - chance));
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Some of what is foretold must have happened, and some not. */
export function scoreOf(chances: readonly number[], happened: readonly boolean[]): Score {
  return {
    logLoss: mean(chances.map((chance, i) => lossOf(chance, happened[i]!))),
    brier: mean(chances.map((chance, i) => (chance - (happened[i] ? 1 : 0)) ** 2)),
    auc: aucOf(chances, happened),
  };
}

function aucOf(chances: readonly number[], happened: readonly boolean[]): number {
  const order = chances.map((chance, i) => ({ chance, yes: happened[i]! })).sort((p, q) => p.chance - q.chance);
  let wins = 0;
  let no = 0;
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && order[to]!.chance === order[from]!.chance) to++;
    const yes = order.slice(from, to).filter((one) => one.yes).length;
    wins += yes * (no + (to - from - yes) / 2);
    no += to - from - yes;
  }
  return wins / (no * (order.length - no));
}

/** Standard errors that a gain must have before it is no luck: one in twenty is. */
const LUCK = 1.64;

/** Whether the chances foretold it better than others did, by all three scores, and by more than luck gives. */
export function beats(chances: readonly number[], others: readonly number[], happened: readonly boolean[]): boolean {
  const gains = chances.map((chance, i) => lossOf(others[i]!, happened[i]!) - lossOf(chance, happened[i]!));
  const gain = mean(gains);
  const error = Math.sqrt(mean(gains.map((one) => (one - gain) ** 2)) / gains.length);
  const [mine, theirs] = [scoreOf(chances, happened), scoreOf(others, happened)];
  return gain > LUCK * error && mine.brier < theirs.brier && mine.auc > theirs.auc;
}
