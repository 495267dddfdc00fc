import { Plain } from "./define";
import type { BacktestView } from "./views";

export function backtest(): BacktestView {
  throw new Plain("notSetUp");
}
