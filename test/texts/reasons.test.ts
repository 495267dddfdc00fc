import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { policyFields } from "../../src/core/policy/policy";
import { type ReasonFacts, reasonsEn, shortTierEn, tierWordsEn } from "../../src/texts/reasons.en";
import { reasonsZh, shortTierZh, tierWordsZh } from "../../src/texts/reasons.zh";

/** Where classes and levels are given. */
const sources = ["axes", "followup"].flatMap((folder) => {
  const at = join(import.meta.dirname, "../../src/core", folder);
  return readdirSync(at).map((file) => readFileSync(join(at, file), "utf8"));
});

test("every rule that core names has a sentence", () => {
  const rules = sources.flatMap((source) =>
    [...source.matchAll(/"((?:value|orders|frequency|activity|region|followup|contact|urgency)\.[a-z_0-9]+)"/g)].map(
      (found) => found[1]!,
    ),
  );
  // Keys of the policy look the same.
  const named = rules.filter((rule) => !policyFields().byKey.has(rule));
  expect(named.length).toBeGreaterThan(20);
  for (const rule of named) expect(reasonsEn).toHaveProperty([rule]);
});

test.each(Object.keys(reasonsEn))("%s has a sentence in each language, and they differ", (rule) => {
  const facts: ReasonFacts = { minor: "USD 5", window: 365, days: 2, purchases: 2, gap: 3, openGap: 9, limit: 90 };
  const english = reasonsEn[rule as keyof typeof reasonsEn](facts);
  const chinese = reasonsZh[rule as keyof typeof reasonsEn](facts);
  expect(english).not.toMatch(/[\u4e00-\u9fff]/);
  expect(chinese).toMatch(/[\u4e00-\u9fff]/);
});

test("both languages have the same words about a tier", () => {
  expect(Object.keys(tierWordsZh).sort()).toEqual(Object.keys(tierWordsEn).sort());
  expect(Object.keys(shortTierZh).sort()).toEqual(Object.keys(shortTierEn).sort());
});

test.each([
  [1, "Last contact 1 day ago"],
  [2, "Last contact 2 days ago"],
  [0, "Last contact 0 days ago"],
])("%i is said in the right number", (days, sentence) => {
  expect(reasonsEn["followup.days"]({ days })).toBe(sentence);
});
