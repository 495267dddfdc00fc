import type { AxisId } from "./axes";
import type { Class, Urgency } from "./model";
import treatments from "./treatments.table";

/** Axes whose treatments count, in the order in which a customer's are put together. */
const ORDER: readonly AxisId[] = ["stage", "value", "region", "fair", "source", "followup"];

/**
 * What to do for a customer, the first first: the union over his classes, what cannot wait before what fits him. The ids
 * are keys of the policy without "treatment.". While a complaint is open sales letters stop, the answer does not (R20);
 * on hold nothing is done.
 */
export function treatmentsOf(classes: Readonly<Record<AxisId, Class>>, { rule }: Urgency): string[] {
  if (rule === 1) return [];
  if (rule === 2) return ["act.complaint"];
  // How he was at the fair leads while the fair is fresh; of a buyer of years it says little.
  const found = [
    rule === 3 && "act.reply",
    rule === 5 && "act.fair",
    rule === 5 && `fair.${classes.fair.id}`,
    (classes.followup.id === "aftersale" || rule === "aftersale") && "act.aftersale",
    rule === "visit" && "act.visit",
    ...ORDER.map((axis) => `${axis}.${classes[axis].id}`),
  ];
  // Classes that call for nothing of their own are in no table: those that are not rated, and the letter after a sale.
  const known = treatments();
  return [...new Set(found)].filter((id): id is string => id !== false && id in known);
}
