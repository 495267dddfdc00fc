import type { Bilingual } from "../bilingual";
import type numbers from "./numbers.table";
import type wordLists from "./words.table";

/** What a policy value is, and by it how it is read from a cell, checked and shown. */
export type FieldKind =
  | "money" // in whole units of the base currency
  | "days"
  | "day" // a day, as a serial number; 0 = none
  | "count"
  | "times" // a factor
  | "percent"
  | "currency" // ISO 4217
  | "words" // a list, in a cell separated by commas
  | "rate" // how much of the base currency one unit is worth; 0 = none
  | "region"
  | "country" // ISO 3166, in a cell its name in any language; "" = none
  | "text"
  | "label" // "" = the default word in the language of the set-up
  | "treatment"; // "" = the default words, likewise

export interface PolicyField {
  readonly key: string;
  readonly kind: FieldKind;
  readonly label: Bilingual;
  readonly fallback: number | string | readonly string[];
  /** Both ends are allowed. */
  readonly min?: number;
  readonly max?: number;
  /** Rows of the concept that a treatment comes from. */
  readonly rows?: string;
  /** Stands on top of the policy sheet; all others are folded. */
  readonly basic?: true;
}

export type NumberKey = keyof ReturnType<typeof numbers>;
export type WordsKey = keyof ReturnType<typeof wordLists>;

/**
 * The rules of the team: everything that the classes, cadences and words depend on. Flat, by the keys of the policy
 * sheet, so that a cell, a `--set` and a line of code name the same thing.
 */
export type Policy = { readonly [K in NumberKey]: number } & { readonly [K in WordsKey]: readonly string[] } & {
  /** ISO 4217. The limits are in it. */
  readonly "currency.base": string;
} & {
  /** Where the team is: ISO 3166 and a city; "": not said. */
  readonly [K in "home.country" | "home.city"]: string;
} & {
  /** How much of the base currency one unit is worth; 0: no fixed rate. */
  readonly [K in `rate.${string}`]: number;
} & {
  /** Region id of an ISO 3166 country. */
  readonly [K in `region.${string}`]: string;
} & {
  /** What to do for a class; "": the default words. */
  readonly [K in `treatment.${string}`]: string;
} & {
  /** The team's word for a class; "": the default word. */
  readonly [K in `label.${string}.${string}`]: string;
};

export type PolicyValue = number | string | readonly string[];
