import { Plain } from "./define";
import type { ForecastView } from "./views";

export function forecast(): ForecastView {
  throw new Plain("notSetUp");
}
