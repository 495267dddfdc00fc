import { AXES, type AxisId } from "./axes";
import type { Class, Urgency } from "./model";
import treatments from "./treatments.table";

/** The axes whose treatments come first, in the order in which a customer's are put together; the others follow as declared. */
const FIRST: readonly AxisId[] = ["stage", "relation", "value", "region", "identity", "source", "followup"];
const ORDER: readonly AxisId[] = [...new Set([...FIRST, ...AXES.map(({ id }) => id)])];

let byClass: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;

/** By axis and class the id of what to do: of fifty thousand customers no id has to be put together again. */
function known(): NonNullable<typeof byClass> {
  if (byClass) return byClass;
  const found: Record<string, Record<string, string>> = {};
  for (const id of Object.keys(treatments())) {
    const [axis, of] = id.split(".") as [string, string];
    found[axis] ??= {};
    found[axis][of] = id;
  }
  byClass = found;
  return byClass;
}

/**
 * What to do for a customer, the first first: the union over his classes, what cannot wait before what fits him. The ids
 * are keys of the policy without "treatment.". While a complaint is open sales letters stop, the answer does not (R20);
 * on hold nothing is done.
 */
export function treatmentsOf(classes: Readonly<Record<AxisId, Class>>, { rule }: Urgency): string[] {
  if (rule === 1) return [];
  if (rule === 2) return ["act.complaint"];
  const ids = known();
  const found: string[] = [];
  // Classes that call for nothing of their own are in no table: those that are not rated, and the letter after a sale.
  const add = (axis: string, of: string) => {
    const id = ids[axis]?.[of];
    if (id && !found.includes(id)) found.push(id);
  };
  if (rule === 3) add("act", "reply");
  // How he was at the fair leads while the fair is fresh; of a buyer of years it says little.
  if (rule === 5) {
    add("act", "fair");
    add("fair", classes.fair.id);
  }
  if (classes.followup.id === "aftersale" || rule === "aftersale") add("act", "aftersale");
  if (rule === "visit") add("act", "visit");
  // Whoever has only begun to buy needs what a new customer needs, whatever his tier.
  if (classes.value.because.provisional) add("relation", "new");
  for (const axis of ORDER) add(axis, classes[axis].id);
  // A list that has grown keeps room for a dozen more.
  return found.slice();
}
