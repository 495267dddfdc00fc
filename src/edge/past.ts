import { Plain } from "./define";
import type { PastView } from "./views";

export function past(_day: string): PastView {
  throw new Plain("notSetUp");
}
