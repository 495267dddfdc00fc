import type { AxisId } from "./axes";
import type { Class, Urgency } from "./model";
import treatments from "./treatments.table";

/** Axes whose treatments count, in the order in which a customer's are put together. */
const ORDER: readonly AxisId[] = ["stage", "value", "region", "source", "followup"];

/**
 * What to do for a customer, the first first: the union over his classes, what cannot wait before what fits him. The ids
 * are keys of the policy without "treatment.". While a complaint is open sales letters stop, the answer does not (R20);
 * on hold nothing is done.
 */
export function treatmentsOf(classes: Readonly<Record<AxisId, Class>>, { rule }: Urgency): string[] {
  if (rule === 1) return [];
  if (rule === 2) return ["act.complaint"];
  const found: string[] = [];
  if (rule === 3) found.push("act.reply");
  if (rule === 5) found.push("act.fair");
  if (classes.followup.id === "aftersale" || rule === "aftersale") found.push("act.aftersale");
  if (rule === "visit") found.push("act.visit");
  for (const axis of ORDER) {
    const id = `${axis}.${classes[axis].id}`;
    if (id in treatments()) found.push(id);
  }
  return found;
}
