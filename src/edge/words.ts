import { AXES } from "../core/axes";
import type { Language } from "../core/bilingual";
import { countryName } from "../core/cells/country";
import type { Words } from "../core/columns";
import { isoOf } from "../core/day";
import type { Outlook } from "../core/explain";
import type { Because, Classified } from "../core/model";
import type { Policy } from "../core/policy/fields";
import { labelOf, policyFields, treatmentOf } from "../core/policy/policy";
import reasonsEn from "../texts/reasons.en.table";
import reasonsZh from "../texts/reasons.zh.table";
import { type Named, say } from "../texts/say";
import type { Place } from "./views";

const DAYS: ReadonlySet<string> = new Set([
  ..."due fromDay backlog day inquiry delivered watchUntil lastOrder since until on".split(" "),
]);
const MONEY: ReadonlySet<string> = new Set(["minor", "ledgerMinor", "todayMinor", "expectedMinor"]);
/** Facts that are ids of classes, several with a space between them: the axis that has the words for them. */
const CLASSES: Readonly<Record<string, string>> = {
  tier: "value",
  fallsTo: "value",
  first: "value",
  activity: "activity",
  stars: "stage",
  identity: "identity",
};

/** What is said behind the reason of a tier, where the fact stands; the first of the last three alone in the short one. */
const BEHIND = [
  ["missing", "missing"],
  ["refunds", "refunds"],
  ["heldBack", "heldBack"],
  ["unknown", "unknown"],
  ["watchUntil", "watch"],
] as const;

const WHY_LENGTH = 40;
/** A cell that a reason quotes may hold a whole letter. */
const QUOTED_LENGTH = 40;

/** No number or day is cut within: what is left of it would be another one. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const kept = text.slice(0, length - 1);
  return `${/^[.,/:年月-]?\d/.test(text.slice(length - 1)) ? kept.replace(/\d[\d.,/:年月-]*$/, "") : kept}…`;
}

/** 1234567.5 -> 1,234,567.50; whole amounts without decimals. */
export function shownAmount(minor: number): string {
  const whole = Math.floor(Math.abs(minor) / 100);
  const cents = Math.abs(minor) % 100;
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${minor < 0 ? "-" : ""}${grouped}${cents ? `.${String(cents).padStart(2, "0")}` : ""}`;
}

/** With its currency, to the whole unit: of a sum or a forecast nobody reads the cents. */
export const wholeAmount = (minor: number, policy: Policy): string =>
  `${policy["currency.base"]} ${shownAmount(Math.round(minor / 100) * 100)}`;

const sentence = (language: Language, rule: string, facts: Named): string => {
  const reasons: Readonly<Record<string, string>> = (language === "zh" ? reasonsZh : reasonsEn)();
  return say(reasons[rule]!, facts);
};

/** How classes and reasons are said in one language, with the labels of a policy. */
export function wordsOf(policy: Policy, language: Language): Words {
  const zh = language === "zh";
  const worded = (rule: string, facts: Named): string => sentence(language, rule, facts);
  const labels = new Map<string, string>();
  const label = (axis: string, id: string) => {
    const key = `${axis}.${id}`;
    let word = labels.get(key);
    if (word === undefined) {
      word = labelOf(policy, language, axis, id);
      labels.set(key, word);
    }
    return word;
  };

  /** What a rule looked at, written out. Amounts lose their cents where `rounded`. */
  const written = (because: Because, rounded: boolean): Named => {
    const facts: Record<string, string | number | undefined> = {};
    for (const [name, fact] of Object.entries(because)) {
      // A buyer without a tier is not of a tier that is called so.
      if (fact === undefined || (fact === "unrated" && because.rule === "urgency.rule_8")) continue;
      if (DAYS.has(name)) facts[name] = isoOf(fact as number);
      else if (MONEY.has(name)) {
        const minor = rounded ? Math.trunc((fact as number) / 100) * 100 : (fact as number);
        facts[name] = `${policy["currency.base"]} ${shownAmount(minor)}`;
      } else if (name === "axis") {
        facts[name] = AXES.find(({ id }) => id === fact)!.label[language];
      } else if (name === "more" || name === "would" || CLASSES[name]) {
        // The other classes of a cell are of the axis of the main one.
        const of = CLASSES[name] || (because.axis as string | undefined) || "source";
        const ids = String(fact).split(" ");
        facts[name] = ids.map((id) => label(of, id)).join(zh ? "、" : ", ");
      } else if (name === "country") facts[name] = countryName(fact as string, language);
      // A reason that a person typed stands in full: nobody else knows it.
      else if (name === "reason") facts[name] = String(fact);
      else facts[name] = typeof fact === "number" ? Math.round(fact * 10) / 10 : cut(String(fact), QUOTED_LENGTH);
    }
    return facts;
  };

  return {
    label,
    because(because) {
      const facts = written(because, false);
      let reason = worded(because.rule, facts);
      if (!because.rule.startsWith("value.")) return reason;
      for (const [fact, rule] of BEHIND) if (because[fact]) reason += worded(`tier.${rule}`, facts);
      return because.provisional ? worded("tier.provisional", { reason }) : reason;
    },
    treatment: (id) => treatmentOf(policy, language, id),
    short({ classes }: Classified) {
      const { because } = classes.value;
      if (because.rule === "override") return cut(worded("short.override", written(because, true)), WHY_LENGTH);
      // On watch the tier is an earlier day's; the amount beside it is today's, or it would be taken for that.
      const { todayMinor, todayMissing, todayRefunds } = because;
      const sum = because.watchUntil ? { minor: todayMinor, missing: todayMissing, refunds: todayRefunds } : undefined;
      const facts = written({ ...because, ...sum }, true);
      const rule = because.rule.slice("value.".length);
      const behind = ["watch", "heldBack", "unknown"].find((one) => because[one === "watch" ? "watchUntil" : one]);
      const joined = (...parts: readonly (string | undefined)[]) =>
        parts.flatMap((one) => (one ? worded(`short.${one}`, facts) : [])).join(" · ");
      const first = because.provisional ? "provisional" : "";
      const ordered = rule === "orders";
      const amount = ordered ? "amount" : rule === "short_ledger" ? "typed" : rule;
      // Where not all of it fits, what weighs least goes whole.
      const ways = [
        joined(first, amount, behind),
        ordered && joined(first, "bare", behind),
        behind && behind !== "unknown" ? joined(first, behind) : joined(first, ordered ? "bare" : amount),
        joined(amount),
      ];
      return ways.find((text) => text && text.length <= WHY_LENGTH) || cut(joined(amount), WHY_LENGTH);
    },
  };
}

/** Rows of the policy that decided a tier, in their words, each with its cell where that is known; "" where none did. */
export function rowsSentence(
  keys: readonly string[],
  placeOf: (key: string) => Place | undefined,
  language: Language,
): string {
  if (keys.length === 0) return "";
  const rows = keys.map((key) => {
    const place = placeOf(key);
    const row = policyFields().byKey.get(key)!.label[language];
    return sentence(language, "tier.row", { row, cell: place && `${place.sheet}!${place.a1}` });
  });
  return sentence(language, "tier.rows", { rows: rows.join(" · ") });
}

/** What would move a customer, in one sentence. */
export function nextSentence({ lift, tier, activity }: Outlook, words: Words, language: Language): string {
  const behind = tier?.rule === "next.fall" || undefined;
  return [lift, tier, activity && { ...activity, behind }]
    .flatMap((because) => (because ? words.because(because) : []))
    .join(language === "zh" ? "；" : "; ");
}

/** The same as sentences of their own. */
export const outlookSentences = ({ lift, tier, activity }: Outlook, words: Words): string[] =>
  [lift, tier, activity].flatMap((because) =>
    because ? words.because(because).replace(/^./, (a) => a.toUpperCase()) : [],
  );
