import { Plain } from "./define";
import type { ParetoView } from "./views";

export function pareto(): ParetoView {
  throw new Plain("notSetUp");
}
