import { AXES, type AxisId } from "./axes";
import { companyOf, distinctiveWords } from "./cells/company";
import { foldText } from "./cells/text";
import type { Day } from "./day";
import { hashText } from "./hash";
import type { Class, Classified, Customer, Finding, RowKey } from "./model";
import { stemOf } from "./plan";

/** A class that a person has set by hand, for a reason and a time. */
export interface Override {
  /** His row key without its number: rows of one id or name are one customer, and sorting must not change which. */
  readonly stem: string;
  /** His name, as {@link linesOf} keeps it: numbers are given anew, and then another company stands under this one. */
  readonly name: string;
  readonly axis: AxisId;
  readonly class: string;
  readonly reason: string;
  /** The last day on which it counts; null: until it is removed. */
  readonly until: Day | null;
  /** The name that the person gave; "" for none. */
  readonly by: string;
  /** On which it was set. */
  readonly day: Day;
}

/** An override as it is kept, without the names of its fields: two thousand of them must find room. */
export type KeptOverride = readonly (string | number | null)[];

const FIELDS = ["stem", "name", "axis", "class", "reason", "until", "by", "day"] as const;

export const keptOf = (override: Override): KeptOverride => FIELDS.map((field) => override[field]);

/** The overrides of what was kept. Lines whose axis or class this version does not know are passed over. */
export function overridesIn(kept: readonly KeptOverride[] | undefined): Override[] {
  if (!Array.isArray(kept)) return [];
  return (kept as readonly KeptOverride[])
    .filter(Array.isArray)
    .map((line) => Object.fromEntries(FIELDS.map((field, i) => [field, line[i]])) as unknown as Override)
    .filter((one) => isClass(one.axis, one.class) && typeof one.stem === "string" && typeof one.day === "number");
}

/** That what was set for somebody on an axis was taken away, and in which millisecond: for the history, and for an undo that comes late. */
export interface Gone extends Pick<Override, "stem" | "axis"> {
  /** The class that was taken away; "" where the rules gave the same: then nobody moved by it. */
  readonly was: string;
  /** It counted no more by then: its last day had moved him. */
  readonly ranOut: boolean;
  readonly at: number;
}

/** It is kept among the overrides, as one without a class: both are saved at once or not at all. */
export const keptGone = ({ stem, axis, was, ranOut, at }: Gone): KeptOverride => [
  stem,
  "",
  axis,
  "",
  was,
  ranOut ? 0 : null,
  "",
  at,
];

export const goneIn = (kept: readonly KeptOverride[] | undefined): Gone[] =>
  (Array.isArray(kept) ? (kept as readonly KeptOverride[]) : [])
    .filter((line) => Array.isArray(line) && line[3] === "" && typeof line[7] === "number")
    .map(([stem, , axis, , was, until, , at]) => ({ stem, axis, was, ranOut: until === 0, at }) as Gone);

/** A class that can be set by hand. Missing evidence is none. */
export const isClass = (axis: string, id: string): boolean =>
  id !== "unrated" && Object.keys(AXES.find((one) => one.id === axis)?.classes || {}).includes(id);

type Named = Pick<Customer, "key" | "company">;
type Line = Pick<Override, "stem" | "name">;

/** Short: two thousand names in full would not find room. */
const short = (name: string | undefined): string => (name ? hashText(name).toString(36) : "");

/** By the keys given, the indexes of customers; no list is made twice. */
function indexed(customers: readonly Named[], keysOf: (customer: Named) => readonly string[]): Map<string, number[]> {
  const known = new Map<string, number[]>();
  customers.forEach((customer, i) => {
    for (const key of keysOf(customer)) {
      const list = known.get(key);
      if (list) list.push(i);
      else known.set(key, [i]);
    }
  });
  return known;
}

const areOne = (found: readonly number[], customers: readonly Named[]): boolean =>
  new Set(found.map((i) => stemOf(customers[i]!.key))).size === 1;

const namesOf = ({ company }: Named): string[] =>
  company?.full ? [`=${company.full}`, ...(company.stem ? [`~${company.stem}`] : [])] : [];

/**
 * By what each customer is known again. His name is "full" where others have the very same, "full+" where nobody has, and
 * "full+bare" where nobody has it without the legal form either: what told nobody apart then, tells nobody apart later.
 */
export function linesOf(customers: readonly Named[]): Line[] {
  const known = indexed(customers, namesOf);
  return customers.map((customer): Line => {
    const [own, bare] = namesOf(customer).map((key) => areOne(known.get(key)!, customers));
    const { full, stem } = customer.company || {};
    const words = wordsOf(customer).join(".");
    return {
      stem: stemOf(customer.key),
      name: `${short(full)}${own ? `+${bare ? short(stem) : ""}` : ""}${words && `/${words}`}`,
    };
  });
}

/** The words that tell his name from others: by one of them a corrected name is known from another company's. */
const wordsOf = ({ company }: Named): string[] => distinctiveWords(company?.stem || "").map(short);

/** A name as it is kept: "full", "full+" or "full+bare", and behind "/" its words. */
function partsOf(name: string): { full: string; bare: string | undefined; words: readonly string[] } {
  const [spelt, words = ""] = name.split("/");
  const [full, bare] = spelt!.split("+");
  return { full: full!, bare, words: words.split(".") };
}

/** Two spellings of one name: one of them goes without the legal form. GmbH and Ltd are two companies. */
const isSpelling = (full: string, bare: string, { company }: Named): boolean =>
  full === bare || company?.full === company?.stem;

/**
 * Whom each override is of, as indexes of customers: whoever has its number and name as they were; else the one customer of
 * its name, who was numbered since; else whoever has its number and a word of its name, which was corrected; else the one of its name but for
 * the legal form. Nobody where more than one may be meant.
 */
export function holdersOf(overrides: readonly Line[], customers: readonly Named[]): (readonly number[])[] {
  if (overrides.length === 0) return [];
  const known = indexed(customers, (customer) => {
    const stem = stemOf(customer.key);
    const full = short(customer.company?.full);
    const names = full ? [`=${full}`, `~${short(customer.company!.stem)}`] : [];
    return [stem, `${stem}\n${full}`, ...names];
  });
  const having = (key: string): readonly number[] => known.get(key) || [];
  return overrides.map(({ stem, name }) => {
    const { full, bare, words } = partsOf(name);
    const same = having(`${stem}\n${full}`);
    if (same.length) return same;
    const called = full ? having(`=${full}`) : [];
    if (called.length) return bare !== undefined && areOne(called, customers) ? called : [];
    const alike = bare ? having(`~${bare}`) : [];
    const near = alike.filter((i) => isSpelling(full, bare!, customers[i]!));
    const numbered = having(stem);
    // Numbers are given anew: a name that shares no word with the old one is another company's.
    const isHe = (one: Named): boolean => !one.company || wordsOf(one).some((word) => words.includes(word));
    if (!numbered.every((i) => isHe(customers[i]!))) return [];
    if (numbered.length) return near.every((i) => numbered.includes(i)) ? numbered : [];
    return areOne(alike, customers) ? near : [];
  });
}

/** Finds what is set by hand for a number or a name, of which nothing else is known; nothing where two may be meant. */
export function overridesNamed(overrides: readonly Override[]): (text: string) => readonly Override[] {
  const known = new Map<string, Override[]>();
  for (const one of overrides) {
    const { full, bare } = partsOf(one.name);
    for (const key of [one.stem, bare !== undefined && `=${full}`, bare && `~${bare}`])
      if (key) known.set(key, [...(known.get(key) || []), one]);
  }
  return (text) => {
    const numbered = known.get(`id:${foldText(text)}`);
    if (numbered) return numbered;
    const company = companyOf(text);
    const bare = short(company.stem);
    const near = () =>
      known.get(`~${bare}`)?.filter(({ name }) => isSpelling(partsOf(name).full, bare, { key: "", company }));
    const found = known.get(`=${short(company.full)}`) || near() || [];
    return new Set(found.map(({ stem }) => stem)).size === 1 ? found : [];
  };
}

const counts = ({ day, until }: Override, asOf: Day): boolean => day <= asOf && !(until !== null && until < asOf);

/** The class that a person set, and what the rules would have given; the rules' own where nobody set one. */
export function classWith(overrides: readonly Override[] | undefined, axis: AxisId, asOf: Day, ruled: Class): Class {
  const set = overrides?.filter((one) => one.axis === axis && counts(one, asOf)).pop();
  if (!set) return ruled;
  const { reason, until, by } = set;
  return {
    id: set.class,
    because: {
      rule: "override",
      axis,
      reason,
      until: until ?? undefined,
      by: by || undefined,
      would: ruled.id,
      // Whoever has only begun to buy needs what a new customer needs, whatever tier he is given.
      provisional: ruled.because.provisional,
    },
  };
}

/** Those that have run out, until somebody renews or removes them, and those whose customer is not found. */
export function overrideFindings(
  overrides: readonly Override[],
  holders: readonly (readonly number[])[],
  classified: readonly Classified[],
  asOf: Day,
  headerRow: number,
): Finding[] {
  const found: Finding[] = [];
  overrides.forEach(({ axis, class: was, until, stem }, n) => {
    const one = classified[holders[n]![0]!];
    const about = { table: "customers" as const, column: -1 };
    if (!one) found.push({ ...about, kind: "override_lost", row: headerRow, text: textOf(stem), axis, was });
    else if (until !== null && until < asOf && one.classes[axis].because.rule !== "override") {
      const { row, name: text } = one.customer;
      const now = one.classes[axis].id;
      found.push({ ...about, kind: "override_expired", row, text, axis, was, now, count: asOf - until });
    }
  });
  return found;
}

/** What a person knows him by: "id:c-17" -> "c-17". */
export const textOf = (stem: RowKey): string => stem.slice(stem.indexOf(":") + 1);
