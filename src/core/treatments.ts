import { AXES, type AxisId } from "./axes";
import type { Class, Urgency } from "./model";
import treatments from "./treatments.table";

/** The axes whose treatments come first, in the order in which a customer's are put together; the others follow as declared. */
const FIRST: readonly AxisId[] = ["stage", "relation", "value", "region", "identity", "source", "followup"];
const ORDER: readonly AxisId[] = [...new Set([...FIRST, ...AXES.map(({ id }) => id)])];

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
    // Whoever has only begun to buy needs what a new customer needs, whatever his tier.
    classes.value.because.provisional && "relation.new",
    ...ORDER.map((axis) => `${axis}.${classes[axis].id}`),
  ];
  // Classes that call for nothing of their own are in no table: those that are not rated, and the letter after a sale.
  const known = treatments();
  return [...new Set(found)].filter((id): id is string => typeof id === "string" && id in known);
}
