import { AXES, type AxisId } from "./axes";
import type { Day } from "./day";
import { hashText } from "./hash";
import type { Class, Classified, Customer, Finding, RowKey } from "./model";
import { stemOf } from "./plan";

/** A class that a person has set by hand, for a reason and a time. */
export interface Override {
  /** His row key without its number: rows of one id or name are one customer, and sorting must not change which. */
  readonly stem: string;
  /** By which his name is known again, "" where he has none: numbers are given anew, and then another company stands under this one. */
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

/** A class that can be set by hand. Missing evidence is none. */
export const isClass = (axis: string, id: string): boolean =>
  id !== "unrated" && Object.keys(AXES.find((one) => one.id === axis)?.classes || {}).includes(id);

type Named = Pick<Customer, "key" | "company">;

/** Short: two thousand names in full would not find room. */
function nameOf({ company }: Named): string {
  const name = company?.stem || company?.full;
  return name ? hashText(name).toString(36) : "";
}

/** By what a customer is known again. */
export const holderOf = (customer: Named): Pick<Override, "stem" | "name"> => ({
  stem: stemOf(customer.key),
  name: nameOf(customer),
});

/**
 * Whom each override is of, as indexes of customers: whoever has its number or name as it was, else the one customer of its
 * name, who was numbered since. Nobody where another company stands under the number.
 */
export function holdersOf(overrides: readonly Override[], customers: readonly Named[]): (readonly number[])[] {
  if (overrides.length === 0) return [];
  const known = new Map<string, number[]>();
  const put = (key: string, i: number) => {
    const list = known.get(key);
    if (list) list.push(i);
    else known.set(key, [i]);
  };
  customers.forEach((customer, i) => {
    const { stem, name } = holderOf(customer);
    put(`${stem}\n${name}`, i);
    if (name) put(name, i);
  });
  return overrides.map(({ stem, name }) => {
    const same = known.get(`${stem}\n${name}`);
    if (same) return same;
    const called = (name && known.get(name)) || [];
    return new Set(called.map((i) => stemOf(customers[i]!.key))).size === 1 ? called : [];
  });
}

const counts = ({ day, until }: Override, asOf: Day): boolean => day <= asOf && !(until !== null && until < asOf);

/** The class that a person set, and what the rules would have given; the rules' own where nobody set one. */
export function classWith(overrides: readonly Override[] | undefined, axis: AxisId, asOf: Day, ruled: Class): Class {
  const set = overrides?.filter((one) => one.axis === axis && counts(one, asOf)).pop();
  if (!set) return ruled;
  const { reason, until, by } = set;
  return {
    id: set.class,
    because: { rule: "override", axis, reason, until: until ?? undefined, by: by || undefined, would: ruled.id },
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
