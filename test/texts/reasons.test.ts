import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { AXES } from "../../src/core/axes";
import { policyFields } from "../../src/core/policy/policy";
import reasonsEn from "../../src/texts/reasons.en.table";
import reasonsZh from "../../src/texts/reasons.zh.table";
import { type Named, say } from "../../src/texts/say";

/** Where classes and levels are given, and what would move them is said. */
const core = join(import.meta.dirname, "../../src/core");
const sources = ["axes", "followup", "forecast"]
  .flatMap((folder) => readdirSync(join(core, folder)).map((file) => join(folder, file)))
  .concat("explain.ts", "overrides.ts")
  .map((file) => readFileSync(join(core, file), "utf8"));

/** Rules of the axes, of the follow-up and of the forecast, and what several of them share. */
const RULE = new RegExp(
  `"((?:${AXES.map(({ id }) => id).join("|")}|orders|words|contact|urgency|next|forecast)\\.[a-z_0-9]+)"`,
  "g",
);

test("the rules that core names and the rules that have a sentence are the same", () => {
  const rules = sources.flatMap((source) => [...source.matchAll(RULE)].map((found) => found[1]!));
  // Keys of the policy look the same, and one is both.
  const named = rules.filter((rule) => !policyFields().byKey.has(rule) || rule === "relation.lost");
  // Rules 6 to 10 are named by their number.
  const numbered = [6, 7, 8, 9, 10].map((rule) => `urgency.rule_${rule}`);
  // Of who has bought often enough, by the model, or why there is none.
  const foretold = ["model", "boundary", "no_better", "too_little"].map((way) => `forecast.${way}`);
  // "tier.…" and "short.…" are said beside the sentence of a rule.
  const sentences = Object.keys(reasonsEn()).filter((key) => !/^(tier|short)\./.test(key));
  expect(sentences.sort()).toEqual([...new Set([...named, ...numbered, ...foretold, "override"])].sort());
});

const FACTS: Named = { minor: "USD 5", window: 365, days: 2, purchases: 2, gap: 3, openGap: 9, limit: 90, word: "x" };

const rules = Object.keys(reasonsEn()) as (keyof ReturnType<typeof reasonsEn>)[];

test.each(rules)("%s has a sentence in each language, and they differ", (rule) => {
  const english = say(reasonsEn()[rule], FACTS);
  const chinese = say(reasonsZh()[rule], FACTS);
  expect(english).not.toMatch(/[\u4e00-\u9fff{}]/);
  expect(chinese).not.toMatch(/[{}]/);
  // These three are made of what is named alone.
  if (!["short.bare", "tier.rows", "tier.row"].includes(rule)) expect(chinese).toMatch(/[\u4e00-\u9fff]/);
});

test.each(rules)("%s names the same in each language", (rule) => {
  const named = (template: string) => [...new Set(template.match(/\{\w+/g))].sort();
  expect(named(reasonsZh()[rule])).toEqual(named(reasonsEn()[rule]));
});

test("both languages have the same sentences", () => {
  expect(Object.keys(reasonsZh())).toEqual(rules);
});

test.each([
  [
    "forecast.few",
    0,
    "2 purchases, the last one today; too few for a chance",
    "采购 2 次，上次在今天；次数太少，说不出可能性",
  ],
  [
    "forecast.few",
    1,
    "2 purchases, the last one 1 day ago; too few for a chance",
    "采购 2 次，上次在 1 天前；次数太少，说不出可能性",
  ],
  ["followup.days", 0, "Last contact today", "今天刚联系过"],
  ["followup.days", 1, "Last contact 1 day ago", "距上次联系 1 天"],
  ["followup.days", 2, "Last contact 2 days ago", "距上次联系 2 天"],
  ["activity.active", 0, "Last order today; active up to 90", "今天下单；90 天内为活跃"],
  ["activity.active", 1, "Last order 1 day ago; active up to 90", "距上次下单 1 天；90 天内为活跃"],
  ["relation.new", 0, "One purchase, today", "只采购过一次，在今天"],
  ["relation.new", 2, "One purchase, 2 days ago", "只采购过一次，在 2 天前"],
  ["engagement.wrote", 0, "He last wrote today; that counts up to 90 days", "对方今天来信；90 天内算有回复"],
  ["engagement.wrote", 1, "He last wrote 1 day ago; that counts up to 90 days", "对方 1 天前来信；90 天内算有回复"],
] as const)("%s of %i days is said in the right number, and of none as today", (rule, days, english, chinese) => {
  const facts = { days, openGap: days, limit: 90, purchases: 2 };
  expect([reasonsEn, reasonsZh].map((reasons) => say(reasons()[rule], facts))).toEqual([english, chinese]);
});
