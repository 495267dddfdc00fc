import type { Policy } from "../core/policy/fields";
import { policyFields, policyFrom } from "../core/policy/policy";
import { openBook } from "./book";
import { Plain } from "./define";
import { home } from "./home";
import { lockDocument } from "./lock";
import { keepPolicy, policyInForce, savedPolicy, showPolicy } from "./policy-sheet";
import type { HomeView, RebaseAnswer, RebaseQuestion } from "./views";

const QUESTION = "base";

/** What one unit of the new base currency is worth in the old one, by the team's fixed rate; undefined where there is none. */
const rateOf = (policy: Policy, to: string): number | undefined => policy[`rate.${to}`] || undefined;

/** The base currency in the policy sheet was changed: what do the limits mean now? */
export function rebaseQuestion({ from, to, policy }: { from: string; to: string; policy: Policy }): RebaseQuestion {
  return { id: QUESTION, from, to, rate: rateOf(policy, to) ?? null };
}

/** Three digits that count, so that 1,000,000 at 7.2 gives 139,000 rather than 138,888.89. */
const rounded = (amount: number): number => (amount === 0 ? 0 : Number(amount.toPrecision(3)));

/** The policy under the new base: rates and, where wished, limits are converted. */
export function rebase(policy: Policy, from: string, to: string, convert: boolean): Policy {
  const rate = rateOf(policy, to);
  const entries: Record<string, unknown> = { "currency.base": to };
  const values = policy as unknown as Record<string, unknown>;
  for (const field of policyFields().list) {
    const value = values[field.key];
    if (typeof value !== "number" || value === 0) continue;
    if (field.kind === "money" && convert && rate) entries[field.key] = rounded(value / rate);
    // Without a rate between the two, the others' rates were in the old base and prove nothing in the new one.
    if (field.kind === "rate") entries[field.key] = rate ? Number((value / rate).toPrecision(8)) : 0;
  }
  entries[`rate.${to}`] = 0;
  if (rate) entries[`rate.${from}`] = Number((1 / rate).toPrecision(8));
  const { policy: changed, problems } = policyFrom(entries, policy);
  if (problems.length > 0) throw new Plain("rebaseFails");
  return changed;
}

/** Answers the question about the base currency. */
export function answer(question: string, value: string): HomeView {
  lockDocument();
  const book = openBook();
  const { settings } = book.saved;
  if (!settings) throw new Plain("notSetUp");
  const { rebased } = policyInForce(book, settings.language);
  if (question !== QUESTION || !rebased) throw new Plain("nothingAsked");
  const { from, to, policy } = rebased;
  let kept: Policy;
  switch (value as RebaseAnswer) {
    case "convert":
      kept = rebase(policy, from, to, true);
      break;
    case "keep":
      kept = rebase(policy, from, to, false);
      break;
    case "back":
      kept = savedPolicy(book);
      break;
    default:
      throw new Plain("nothingAsked");
  }
  showPolicy(book, kept, settings.language);
  keepPolicy(book, kept);
  return home();
}
