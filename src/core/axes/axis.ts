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

/** The class of a cell by words: the first that is known is the main one, and the others are named (A066–75). */
export function byWords<Id extends string>(field: "identity" | "industry" | "product" | "size", cell: Worded<Id>) {
  const [main, ...more] = cell.ids;
  const because = { word: cell.text || undefined, axis: field, more: more.join(" ") || undefined };
  if (main) return classed(main, { rule: "words.word", ...because });
  return classed("unrated" as const, { rule: cell.text === "" ? "words.nothing" : "words.unclear", ...because });
}
