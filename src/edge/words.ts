import type { Language } from "../core/bilingual";
import { countryName } from "../core/cells/country";
import type { Words } from "../core/columns";
import { isoOf } from "../core/day";
import type { Because, Classified } from "../core/model";
import type { Policy } from "../core/policy/fields";
import { labelOf, treatmentOf } from "../core/policy/policy";
import { type ReasonFacts, reasonsEn, shortTierEn, tierWordsEn } from "../texts/reasons.en";
import { reasonsZh, shortTierZh, tierWordsZh } from "../texts/reasons.zh";

const DAYS: ReadonlySet<string> = new Set([
  ..."due fromDay backlog day inquiry delivered watchUntil lastOrder".split(" "),
]);
const MONEY: ReadonlySet<string> = new Set(["minor", "ledgerMinor", "todayMinor"]);
/** Facts that are ids of classes, several with a space between them: the axis that has the words for them. */
const CLASSES: Readonly<Record<string, string>> = { tier: "value", fallsTo: "value", stars: "stage", more: "source" };

const WHY_LENGTH = 40;
/** A cell that a reason quotes may hold a whole letter. */
const QUOTED_LENGTH = 40;

const cut = (text: string, length: number): string => (text.length <= length ? text : `${text.slice(0, length - 1)}…`);

/** 1234567.5 -> 1,234,567.50; whole amounts without decimals. */
export function shownAmount(minor: number): string {
  const whole = Math.floor(Math.abs(minor) / 100);
  const cents = Math.abs(minor) % 100;
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${minor < 0 ? "-" : ""}${grouped}${cents ? `.${String(cents).padStart(2, "0")}` : ""}`;
}

/** How classes and reasons are said in one language, with the labels of a policy. */
export function wordsOf(policy: Policy, language: Language): Words {
  const zh = language === "zh";
  const reasons: Readonly<Record<string, (facts: ReasonFacts) => string>> = zh ? reasonsZh : reasonsEn;
  const tierWords = zh ? tierWordsZh : tierWordsEn;
  const short = zh ? shortTierZh : shortTierEn;
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
  const written = (because: Because, rounded: boolean): ReasonFacts => {
    const facts: Record<string, string | number | undefined> = {};
    for (const [name, fact] of Object.entries(because)) {
      if (fact === undefined) continue;
      if (DAYS.has(name)) facts[name] = isoOf(fact as number);
      else if (MONEY.has(name)) {
        const minor = rounded ? Math.trunc((fact as number) / 100) * 100 : (fact as number);
        facts[name] = `${policy["currency.base"]} ${shownAmount(minor)}`;
      } else if (CLASSES[name]) {
        const ids = String(fact).split(" ");
        facts[name] = ids.map((id) => label(CLASSES[name]!, id)).join(zh ? "、" : ", ");
      } else if (name === "country") facts[name] = countryName(fact as string, language);
      else facts[name] = typeof fact === "number" ? Math.round(fact * 10) / 10 : cut(String(fact), QUOTED_LENGTH);
    }
    return facts;
  };

  return {
    label,
    because(because) {
      const facts = written(because, false);
      let sentence = reasons[because.rule]!(facts);
      if (!because.rule.startsWith("value.")) return sentence;
      if (because.missing) sentence += tierWords.missing(facts);
      if (because.heldBack) sentence += tierWords.heldBack(facts);
      if (because.unknown) sentence += tierWords.unknown(facts);
      if (because.watchUntil) sentence += tierWords.watch(facts);
      return because.provisional ? tierWords.provisional(sentence) : sentence;
    },
    treatment: (id) => treatmentOf(policy, language, id),
    short({ classes }: Classified) {
      const { because } = classes.value;
      // On watch the tier is an earlier day's; the amount beside it is today's, or it would be taken for that.
      const minor = because.watchUntil ? because.todayMinor : because.minor;
      const facts = written({ ...because, minor }, true);
      const before = because.provisional ? [short.provisional] : [];
      const after: string[] = [];
      if (because.watchUntil) after.push(short.watch(facts));
      else if (because.heldBack) after.push(because.heldBack === "punctual" ? short.punctual : short.steady);
      else if (because.unknown)
        after.push(because.unknown === "punctual" ? short.unknown_punctual : short.unknown_steady);
      const around = (amount: string) => [...before, amount, ...after].join(" · ");
      let text: string;
      if (because.rule === "value.orders") {
        text = around(short.amount(facts));
        if (text.length > WHY_LENGTH) text = around(short.bare(facts));
      } else if (because.rule === "value.unclear") text = around(short.unclear());
      else text = around(because.rule === "value.nothing" ? short.nothing() : short.typed(facts));
      return cut(text, WHY_LENGTH);
    },
  };
}
