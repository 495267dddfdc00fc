import { activity } from "./activity";
import type { Axis } from "./axis";
import { followup } from "./followup";
import { frequency } from "./frequency";
import { region } from "./region";
import { value } from "./value";

const declared = [value, frequency, activity, region, followup] as const;

export type AxisId = (typeof declared)[number]["id"];

/** Every axis, in the order in which they are shown. A new axis is a file and a word in this list. */
export const AXES: readonly Axis<AxisId>[] = declared;
