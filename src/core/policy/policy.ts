import { AXES } from "../axes";
import type { Bilingual, Language } from "../bilingual";
import { KNOWN_CURRENCIES, readAmount } from "../cells/amount";
import type { Cell } from "../cells/cell";
import { isDateCell } from "../cells/cell";
import { countryName, readCountry } from "../cells/country";
import { FIRST_SERIAL, readDays } from "../cells/date";
import { defaultRegions } from "../cells/regions";
import { foldText, tidy } from "../cells/text";
import { foldedList } from "../cells/words";
import { LEVELS } from "../followup/urgency";
import { hashText } from "../hash";
import type { Amount } from "../money";
import treatments from "../treatments.table";
import type { FieldKind, NumberKey, Policy, PolicyField, PolicyValue, WordsKey } from "./fields";
import numbers from "./numbers.table";
import { VOCABULARY } from "./vocabulary";
import wordLists from "./words.table";

const regionLabels = AXES.find((axis) => axis.id === "region")!.classes;

/** Every axis and the follow-up status, whose classes have labels that a team may change. */
export const LABELLED: readonly { id: string; label: Bilingual; classes: Readonly<Record<string, Bilingual>> }[] = [
  { id: "urgency", label: { zh: "跟进状态", en: "Follow-up" }, classes: LEVELS },
  ...AXES,
];

const named = (key: string, field: Omit<PolicyField, "key">): PolicyField => ({ key, ...field });

function declareFields(): PolicyField[] {
  const fields: PolicyField[] = [
    named("currency.base", {
      kind: "currency",
      fallback: "USD",
      basic: true,
      label: { zh: "统计币种（以下金额的币种）", en: "Base currency (the limits are in it)" },
    }),
  ];
  for (const [key, field] of Object.entries(numbers())) fields.push(named(key, field));
  fields.push(
    named("home.country", {
      kind: "country",
      fallback: "",
      label: { zh: "本公司所在国家（区分国内 / 国际）", en: "Our own country (tells near from far)" },
    }),
    named("home.city", {
      kind: "text",
      fallback: "",
      label: { zh: "本公司所在城市（区分本地 / 外地）", en: "Our own city (tells local from elsewhere)" },
    }),
  );
  for (const code of KNOWN_CURRENCIES)
    fields.push(
      named(`rate.${code}`, {
        kind: "rate",
        fallback: 0,
        min: 0,
        label: {
          zh: `固定汇率：1 ${code} 折合统计币种（0 = 无）`,
          en: `Fixed rate: 1 ${code} in the base currency (0 = none)`,
        },
      }),
    );
  for (const [key, { label, words }] of Object.entries(wordLists()))
    fields.push(named(key, { kind: "words", label, fallback: words.split("|").filter(Boolean) }));
  for (const axis of LABELLED)
    for (const [id, label] of Object.entries(axis.classes))
      fields.push(
        named(`label.${axis.id}.${id}`, {
          kind: "label",
          fallback: "",
          label: { zh: `用语：${axis.label.zh} · ${label.zh}`, en: `Word for ${axis.label.en} · ${label.en}` },
        }),
      );
  for (const [id, [, , rows, zh, en]] of Object.entries(treatments())) {
    const [axisId, classId] = id.split(".");
    const axis = AXES.find((one) => one.id === axisId);
    // An act belongs to no axis, and brings its own name.
    const of = axis?.classes[classId!];
    fields.push(
      named(`treatment.${id}`, {
        kind: "treatment",
        fallback: "",
        rows,
        label: of
          ? { zh: `做法：${axis!.label.zh} · ${of.zh}`, en: `What to do: ${axis!.label.en} · ${of.en}` }
          : { zh: `做法：${zh}`, en: `What to do: ${en}` },
      }),
    );
  }
  for (const [iso, region] of Object.entries(defaultRegions()))
    fields.push(
      named(`region.${iso}`, {
        kind: "region",
        fallback: region,
        label: { zh: `区域：${countryName(iso, "zh")}`, en: `Region of ${countryName(iso, "en")}` },
      }),
    );
  return fields;
}

let declared: { list: readonly PolicyField[]; byKey: ReadonlyMap<string, PolicyField> } | undefined;

/** Every value of the policy, in the order of the policy sheet. Made at first need: most formulas never ask. */
export function policyFields(): NonNullable<typeof declared> {
  if (!declared) {
    const list = declareFields();
    declared = { list, byKey: new Map(list.map((field) => [field.key, field])) };
  }
  return declared;
}

/** The first of the rows that hold the words of an axis, as an example of them; none where it goes by no words. */
export const wordsRowOf = (axis: string): PolicyField | undefined =>
  policyFields().list.find(({ key, kind }) => kind === "words" && key.startsWith(`${axis}.`));

/** A value by a key that is only known as text. */
export const policyValue = (policy: Policy, key: string): PolicyValue =>
  (policy as unknown as Record<string, PolicyValue>)[key]!;

let defaults: Policy | undefined;

/** The policy of a team that changed nothing. */
export function defaultPolicy(): Policy {
  if (!defaults) {
    const values: Record<string, PolicyValue> = {};
    for (const field of policyFields().list) values[field.key] = field.fallback;
    defaults = values as unknown as Policy;
  }
  return defaults;
}

/** The country that a cell names without a doubt, as ISO 3166. */
function countryOf(given: Cell): string | undefined {
  const read = readCountry(given, {});
  return read.as === "read" && !read.corrected ? read.value : undefined;
}

const currencies: ReadonlySet<string> = new Set(KNOWN_CURRENCIES);

/** Whether a value can stand in a field: one check for every door, the policy sheet, the saved policy and `--set`. */
function isAllowed(value: unknown, field: PolicyField): boolean {
  switch (field.kind) {
    case "currency":
      return currencies.has(value as string);
    case "region":
      return typeof value === "string" && value in regionLabels;
    case "country":
      return value === "" || value === countryOf(value as Cell);
    case "label":
    case "text":
      return typeof value === "string" && value.length <= 30;
    case "treatment":
      return typeof value === "string" && value.length <= 80;
    case "words":
      return typeof value === "string";
    default:
      return isNumber(value, field);
  }
}

const WHOLE: ReadonlySet<string> = new Set<FieldKind>(["count", "days", "day", "percent"]);

/** A cell in which somebody types 20% holds 0.2, which is why a percentage is whole. */
function isNumber(value: unknown, { kind, min = 0, max = 1e13 }: PolicyField): boolean {
  if (typeof value !== "number" || !(value >= min && value <= max)) return false;
  // A number of days is no day: 14 would be in January 1900.
  if (kind === "day" && value !== 0 && value < FIRST_SERIAL) return false;
  return !WHOLE.has(kind) || Number.isInteger(value);
}

/** Limits that must not cross. The second must not be above the first; `apart`: nor equal to it. */
const ORDERED: readonly { high: NumberKey; low: NumberKey; apart?: true }[] = [
  { high: "value.A.min", low: "value.B.min" },
  { high: "value.B.min", low: "value.C.min", apart: true },
  { high: "frequency.mid.max", low: "frequency.high.max", apart: true },
  { high: "activity.dormant.days", low: "activity.active.days", apart: true },
  { high: "activity.dormant.times", low: "activity.active.times" },
  { high: "followup.week.max", low: "followup.fresh.max", apart: true },
  { high: "followup.month.max", low: "followup.week.max", apart: true },
  { high: "aftersale.to", low: "aftersale.from" },
  { high: "relation.lost.days", low: "relation.declining.days", apart: true },
  { high: "relation.lost.times", low: "relation.declining.times" },
  { high: "loyalty.loyal.min", low: "loyalty.potential.min", apart: true },
  { high: "potential.high.min", low: "potential.mid.min", apart: true },
  { high: "potential.expected_B", low: "potential.expected_C" },
  { high: "size.large.min", low: "size.mid.min", apart: true },
  { high: "pareto.b", low: "pareto.a", apart: true },
];

/** Something in the policy that cannot be. Words are made of it above core. */
export type PolicyProblem =
  | { readonly code: "unknown_key"; readonly key: string; readonly near: readonly string[] }
  | { readonly code: "bad_value"; readonly key: string; readonly text: string; readonly field: PolicyField }
  | { readonly code: "other_currency"; readonly key: string; readonly text: string; readonly base: string }
  | { readonly code: "out_of_order"; readonly key: string; readonly above: string; readonly warning?: true }
  /** One of two limits is so small beside the other that it looks typed in 万; in order it may still be meant. */
  | { readonly code: "mixed_units"; readonly key: string; readonly other: string; readonly warning?: true }
  /** All limits of the tiers are so small that they look typed in 万. */
  | { readonly code: "in_wan"; readonly key: string; readonly warning: true }
  /** A customer of whom all is known gets no class. */
  | { readonly code: "hole"; readonly key: string; readonly axis: string }
  /** No customer can ever get this class: the policy works, but hardly as it was meant. */
  | {
      readonly code: "unreachable";
      readonly key: string;
      readonly axis: string;
      readonly id: string;
      readonly warning: true;
    }
  | { readonly code: "same_label"; readonly key: string; readonly other: string; readonly word: string };

/**
 * A policy with some values replaced.
 *
 * @param entries by key; cells as typed, or values as saved
 * @param base what stands where nothing is said, and what stays in force when anything is wrong
 */
export function policyFrom(
  entries: Readonly<Record<string, unknown>>,
  base: Policy = defaultPolicy(),
): { policy: Policy; problems: readonly PolicyProblem[] } {
  const problems: PolicyProblem[] = [];
  const values: Record<string, unknown> = { ...base };
  const currency = readValue((entries["currency.base"] || base["currency.base"]) as Cell, policyFields().list[0]!);
  let regions: ReadonlyMap<string, string> | undefined;
  for (const [key, given] of Object.entries(entries)) {
    const field = policyFields().byKey.get(key);
    if (!field) {
      problems.push({ code: "unknown_key", key, near: nearKeys(key) });
      continue;
    }
    if (field.kind === "region") regions ??= regionWords(entries, base);
    const amount = field.kind === "money" ? amountIn(given, `${currency}`) : undefined;
    const read = amount ? amount.minor / 100 : Array.isArray(given) ? given : readValue(given as Cell, field, regions);
    const value = Array.isArray(read) ? read.join() : read;
    if (amount?.currency && amount.currency !== currency)
      problems.push({ code: "other_currency", key, text: shown(given), base: `${currency}` });
    else if (isAllowed(value, field)) values[key] = field.kind === "words" ? wordsIn(value as string) : value;
    else problems.push({ code: "bad_value", key, text: shown(given), field });
  }
  const policy = values as unknown as Policy;
  if (!problems.length) problems.push(...crossed(policy), ...sameWords(policy));
  return { policy: problems.length ? base : policy, problems };
}

const wordsIn = (list: string) =>
  list
    .split(/[,，、;；\n]/)
    .map(tidy)
    .filter(Boolean);

const shown = (given: unknown) => (typeof given === "object" ? "" : String(given));

function crossed(policy: Policy): PolicyProblem[] {
  return ORDERED.filter(
    ({ high, low, apart }) => policy[high] < policy[low] || (apart && policy[high] === policy[low]),
  ).map(({ high, low }) =>
    MONEY.test(high) && policy[low] <= policy[high] * WAN && policy[low] >= policy[high] * 1000
      ? { code: "mixed_units", key: high, other: low }
      : { code: "out_of_order", key: low, above: high },
  );
}

const MONEY = /^value/;
const WAN = 10_000;

/** Limits of the tiers that are in order, but of which the lower one would be so in 万 as well: 300,000 and 10. */
const maybeMixed = (policy: Policy): PolicyProblem[] =>
  ORDERED.filter(({ high, low }) => MONEY.test(high) && policy[low] > 0 && policy[low] * WAN <= policy[high]).map(
    ({ high, low }) => ({ code: "mixed_units", key: low, other: high, warning: true }),
  );

/** Numbers of which the second leaves nothing of the first where it is larger, or equal and `apart`; 0 is off. */
const IN_VAIN: typeof ORDERED = [
  { high: "value.C.min", low: "order.sample_max", apart: true },
  { high: "punctual.orders", low: "punctual.min_orders" },
  { high: "reply.days", low: "cadence.reply" },
  { high: "fair.days", low: "cadence.fair" },
];

/** Numbers that can each be, and that together are hardly meant. */
export function strange(policy: Policy): PolicyProblem[] {
  const found = maybeMixed(policy);
  // The limits fall from A to C.
  if (policy["value.A.min"] < 1000) found.push({ code: "in_wan", key: "value.A.min", warning: true });
  for (const { high, low, apart } of IN_VAIN)
    if (policy[high] > 0 && (policy[low] > policy[high] || (apart && policy[low] === policy[high])))
      found.push({ code: "out_of_order", key: low, above: high, warning: true });
  return found;
}

/** Lists of which a cell's word chooses one. */
const CHOICES: readonly (readonly string[])[] = [
  ...Object.entries(VOCABULARY).map(([axis, ids]) => ids.map((id) => `${axis}.${id}`)),
  ["order.counts", "order.counts_not", "order.listed"],
];

/** Two classes of one axis under one word could not be told apart in the sheet, nor a word of two lists in a cell. */
function sameWords(policy: Policy): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  const compare = (
    keys: readonly string[],
    wordsOf: (key: string) => readonly string[],
    fold = (word: string) => word,
  ) => {
    const seen = new Map<string, string>();
    for (const key of keys)
      for (const word of wordsOf(key)) {
        const folded = fold(word);
        const other = seen.get(folded) || key;
        if (other !== key && !problems.some((problem) => problem.key === key))
          problems.push({ code: "same_label", key, other, word });
        seen.set(folded, key);
      }
  };
  for (const { id: axis, classes } of LABELLED)
    for (const language of ["en", "zh"] as const)
      compare(
        Object.keys(classes).map((id) => `label.${axis}.${id}`),
        (key) => [labelOf(policy, language, axis, key.slice(axis.length + 7))],
        foldText,
      );
  for (const keys of CHOICES) compare(keys, (key) => foldedList(policy[key as WordsKey]));
  return problems;
}

/** Every word for a region: the team's new and last ones, which stand in the cells of the policy sheet, before the defaults. */
function regionWords(entries: Readonly<Record<string, unknown>>, base: Policy): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  const add = (word: unknown, id: string) => {
    const folded = typeof word === "string" ? foldText(word) : "";
    if (folded && !words.has(folded)) words.set(folded, id);
  };
  const all = Object.entries(regionLabels);
  for (const [id] of all) add(entries[`label.region.${id}`], id);
  for (const [id] of all) add(base[`label.region.${id}`], id);
  for (const [id, { en, zh }] of all) for (const word of [id, en, zh]) add(word, id);
  return words;
}

/** A cell or a saved value -> what the schema judges. Anything that cannot be is passed on as it is. */
function readValue(given: Cell, field: PolicyField, regions?: ReadonlyMap<string, string>): unknown {
  if (given === "" || given === null || given === undefined) return field.fallback;
  if (isDateCell(given)) return field.kind === "day" ? given.day : given;
  switch (field.kind) {
    case "currency":
      return tidy(String(given)).toUpperCase();
    case "words":
      return String(given);
    case "label":
    case "text":
    case "treatment":
      return tidy(String(given));
    case "country":
      return countryOf(given) ?? given;
    case "region":
      return regions?.get(foldText(String(given))) ?? given;
    case "day": {
      if (String(given) === "0") return 0;
      // What has no one meaning by itself (3/4/2026, 6.3, an instant without a zone) is refused.
      const [day] = readDays([given], { asOf: 0, dayOfInstant: () => Number.NaN, answers: {} });
      return day!.as === "read" ? day!.value : day!.as === "blank" ? field.fallback : given;
    }
    default: {
      if (typeof given === "number") return given;
      const plain = tidy(String(given)).replace(/ ?(%|天|days?)$/i, "");
      return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : given;
    }
  }
}

/** An amount that was typed as a text, with its currency where the cell names one; $ and ¥ are the base where they can be. */
function amountIn(given: unknown, base: string): Amount | undefined {
  if (typeof given !== "string") return undefined;
  const read = readAmount(given, { base, scale: 1, chinese: true, answers: {} });
  return read.as === "read" ? read.value : undefined;
}

/** Keys that a mistyped key may have meant, the likeliest first. */
export function nearKeys(key: string): string[] {
  const parts = key
    .toLowerCase()
    .split(/[._\s-]+/)
    .filter(Boolean);
  return policyFields()
    .list.map((field) => {
      const own = field.key.toLowerCase().split(/[._]/);
      const hits = parts.filter((part) =>
        own.some((word) => word === part || (part.length > 2 && word.startsWith(part))),
      );
      return { key: field.key, score: hits.length * 2 - Math.abs(own.length - parts.length) * 0.5 };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ key: near }) => near);
}

const same = (a: unknown, b: unknown) => (Array.isArray(a) ? JSON.stringify(a) === JSON.stringify(b) : a === b);

/** Values that are another in two policies, in the order of the policy sheet. */
export const changedFields = (from: Policy, to: Policy): PolicyField[] =>
  policyFields().list.filter(({ key }) => !same(policyValue(from, key), policyValue(to, key)));

/** Only what differs from the defaults: what is worth saving. */
export function differences(policy: Policy): Record<string, PolicyValue> {
  const found: Record<string, PolicyValue> = {};
  for (const { key } of changedFields(defaultPolicy(), policy)) found[key] = policyValue(policy, key);
  return found;
}

/** Equal for equal policies. */
export const policyHash = (policy: Policy): string => hashText(JSON.stringify(differences(policy))).toString(36);

/** What differs from the defaults and can move a class: what one is called, and what is done about it, moves nobody. */
export const rulesOf = (policy: Policy): Record<string, PolicyValue> =>
  Object.fromEntries(Object.entries(differences(policy)).filter(([key]) => !/^(label|treatment)\./.test(key)));

/** The team's word for a class, else the default of the language. An id that no axis knows comes back as it is. */
export function labelOf(policy: Policy, language: Language, axis: string, id: string): string {
  const own = policy[`label.${axis}.${id}`];
  if (own) return own;
  return LABELLED.find((one) => one.id === axis)?.classes[id]?.[language] ?? id;
}

/** The team's words for what to do, else the default ones. */
export function treatmentOf(policy: Policy, language: Language, id: string): string {
  const [zh, en] = treatments()[id] || [id, id];
  return policy[`treatment.${id}`] || (language === "zh" ? zh : en);
}
