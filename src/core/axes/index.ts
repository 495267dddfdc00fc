import { activity } from "./activity";
import type { Axis } from "./axis";
import { engagement } from "./engagement";
import { fair } from "./fair";
import { followup } from "./followup";
import { frequency } from "./frequency";
import { identity } from "./identity";
import { industry } from "./industry";
import { locality } from "./locality";
import { loyalty } from "./loyalty";
import { potential } from "./potential";
import { product } from "./product";
import { region } from "./region";
import { relation } from "./relation";
import { size } from "./size";
import { source } from "./source";
import { stage } from "./stage";
import { value } from "./value";

const declared = [
  value,
  stage,
  relation,
  frequency,
  activity,
  engagement,
  loyalty,
  potential,
  region,
  locality,
  identity,
  industry,
  product,
  size,
  source,
  fair,
  followup,
] as const;

export type AxisId = (typeof declared)[number]["id"];

/** Every axis, in the order in which they are shown. A new axis is a file and a word in this list. */
export const AXES: readonly Axis<AxisId>[] = declared;
