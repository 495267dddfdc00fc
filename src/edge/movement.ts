import { Plain } from "./define";
import type { MovementView } from "./views";

export function movement(_axis: string): MovementView {
  throw new Plain("notSetUp");
}
