import { activity } from "./activity";
import type { Axis } from "./axis";
import { engagement } from "./engagement";
import { fair } from "./fair";
import { followup } from "./followup";
import { frequency } from "./frequency";
import { region } from "./region";
import { source } from "./source";
import { stage } from "./stage";
import { value } from "./value";

const declared = [value, stage, frequency, activity, engagement, region, source, fair, followup] as const;

export type AxisId = (typeof declared)[number]["id"];

/** Every axis, in the order in which they are shown. A new axis is a file and a word in this list. */
export const AXES: readonly Axis<AxisId>[] = declared;
