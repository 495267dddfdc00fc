import { type Bilingual, both } from "../bilingual";
import type { Facts } from "../facts";
import type { Because, Class, Worded } from "../model";
import type { Policy } from "../policy/fields";

/** One way of sorting customers. Independent of every other. */
export interface Axis<Id extends string = string, ClassId extends string = string> {
  readonly id: Id;
  readonly label: Bilingual;
  /** Every class that it can give, in the order in which they are shown, with its default label. */
  readonly classes: Readonly<Record<ClassId, Bilingual>>;
  classify(facts: Facts, policy: Policy): Class & { readonly id: ClassId };
}

export const unratedLabel: Bilingual = both("未评级", "Unrated");

/** Declares an axis; the compiler holds its classes to the ones it names. */
export const axis = <Id extends string, ClassId extends string>(declared: Axis<Id, ClassId>): Axis<Id, ClassId> =>
  declared;

/** A class with the rule that gave it and what the rule looked at. */
export const classed = <ClassId extends string>(id: ClassId, because: Because) => ({ id, because });

/**
 * No class, by a rule that looked at nothing of the customer. Made once and shared: most customers have several of these,
 * and to make them anew would be a tenth of a run.
 */
export const unrated = (rule: string, axis?: string) => classed("unrated", { rule, axis });

const NO_WORD = {
  identity: unrated("words.nothing", "identity"),
  industry: unrated("words.nothing", "industry"),
  product: unrated("words.nothing", "product"),
  size: unrated("words.nothing", "size"),
};

/** What else the cell of a class names, as a reason keeps it. */
export const othersOf = (ids: readonly string[]): string | undefined =>
  ids.length > 1 ? ids.slice(1).join(" ") : undefined;

/** The class of a cell by words: the first that is known is the main one, and the others are named (A066–75). */
export function byWords<Id extends string>(axis: "identity" | "industry" | "product" | "size", cell: Worded<Id>) {
  const { text: word, ids } = cell;
  if (word === "") return NO_WORD[axis];
  const [main] = ids;
  if (main) return classed(main, { rule: "words.word", word, axis, more: othersOf(ids) });
  return classed("unrated", { rule: "words.unclear", word, axis });
}
