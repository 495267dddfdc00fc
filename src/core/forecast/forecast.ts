import type { Day } from "../day";
import type { Because } from "../model";
import type { Policy } from "../policy/fields";
import { fitTo } from "./fit";
import { type History, type Seen, seenOn, summaryOf } from "./history";
import { type Group, grouped, mbgOutlook, type Parameters } from "./mbg";
import type { Outlook } from "./outlook";
import { byOwnGap, byRecency } from "./overdue";
import { beats, type Score, scoreOf } from "./score";
import { nextOrder, spreadOf, type Window } from "./window";

/**
 * What is to be expected of one customer in the horizon (`forecast.horizon_days`). Figures only where a model has earned
 * them and he has bought often enough; a window also where the others' gaps tell it.
 */
export interface Forecast extends Partial<Outlook> {
  readonly window?: Window;
  readonly because: Because;
}

export type Model = "mbg_nbd" | "mbg_cnbd_k" | "gap" | "none";

/** How a candidate did on the last horizon before as-of, of which it knew nothing. */
export interface Judged extends Score {
  readonly model: Exclude<Model, "none"> | "recency";
  /** Of the buying models. */
  readonly k?: number;
  /** Its fit ran to the boundary: it is not used however well it did. */
  readonly boundary?: boolean;
}

interface Choice {
  readonly model: Model;
  /**
   * Why no better model is used. `boundary`: the buying models' fit ran to the boundary; the gap rule stands in for them
   * where it is good enough. `no_better`: none foretold more than days since the last order alone do. `too_little`: too
   * few customers bought, or too few did not, to judge by.
   */
  readonly fellBack?: "boundary" | "no_better" | "too_little";
  /** Of the buying model in use. */
  readonly parameters?: Parameters;
  /** Customers that the candidates were judged by; 0 where it was too little. */
  readonly customers: number;
  /** Days since the last order alone, then each candidate. */
  readonly judged: readonly Judged[];
}

/** Which model is used is dear to tell: it waits until it is asked for, or one is told who has bought often enough for figures. */
export interface Forecasts extends Choice {
  /** Of the customer at that place among the histories. */
  of(at: number): Forecast;
}

type Rule = (seen: Seen) => Outlook;

/** Regularities tried, until one is less likely than the one before. */
const REGULARITIES = [1, 2, 3, 4, 6, 9];
/** Groups that a fit looks at: more of them move its parameters by less than a percent or two. */
const MOST_GROUPS = 1500;
/** Windows that a rule learns from, at most: with 90 days a whole year, so that each season counts. */
const LESSONS = 4;

/**
 * What is to be expected of each customer after as-of. The models are fitted on the team's own ledger up to one horizon
 * before as-of and judged on what came then; the best of those that beat days since the last order is fitted anew up to
 * as-of and used.
 */
export function forecastFor(histories: readonly History[], asOf: Day, policy: Policy): Forecasts {
  const least = policy["forecast.min_purchases"];
  const spread = spreadOf(histories, policy);
  let chosen: ReturnType<typeof choiceFor> | undefined;
  const choice = () => (chosen ||= choiceFor(histories, asOf, policy));
  return {
    get model() {
      return choice().model;
    },
    get fellBack() {
      return choice().fellBack;
    },
    get parameters() {
      return choice().parameters;
    },
    get customers() {
      return choice().customers;
    },
    get judged() {
      return choice().judged;
    },
    of(at) {
      const history = histories[at]!;
      const { days } = history;
      const purchases = days.length;
      if (!purchases) return { because: { rule: "forecast.never" } };
      const last = days[purchases - 1]!;
      const seen = seenOn(history, asOf, least, policy);
      const { model, fellBack, rule }: Partial<ReturnType<typeof choiceFor>> = seen ? choice() : {};
      const [gaps, unit] = seen ? [spread.own, seen.gap] : [spread.after[purchases]!, 1];
      const { window, overdue } = nextOrder(gaps, unit, last, asOf, policy["forecast.min_cases"]);
      const because = {
        rule: seen ? `forecast.${rule ? "model" : fellBack}` : "forecast.few",
        model: rule && model,
        purchases,
        gap: seen?.gap,
        openGap: asOf - last,
        overdue: overdue || undefined,
      };
      return { ...(seen && rule?.(seen)), ...(window && { window }), because };
    },
  };
}

/** Of all candidates the one to use, and its rule; no rule: none. */
function choiceFor(histories: readonly History[], asOf: Day, policy: Policy) {
  const horizon = policy["forecast.horizon_days"];
  const least = policy["forecast.min_purchases"];
  const allOn = (day: Day) =>
    histories.flatMap((history) => seenOn(history, day, least, policy) ?? []).sort(byEvidence);
  const enough = (seen: readonly Seen[]) => {
    const bought = seen.filter(({ next }) => next > 0).length;
    return Math.min(bought, seen.length - bought) >= policy["forecast.min_cases"];
  };
  const exam = allOn(asOf - horizon);
  const lessons: Seen[] = [];
  for (let back = 2; back < 2 + LESSONS; back++) lessons.push(...allOn(asOf - back * horizon));

  const result = (given: Pick<Choice, "model" | "fellBack" | "parameters">, judged: Judged[], rule?: Rule) => ({
    ...given,
    customers: judged.length ? exam.length : 0,
    judged,
    rule,
  });
  if (!enough(exam) || !enough(lessons)) return result({ model: "none", fellBack: "too_little" }, []);

  const happened = exam.map(({ next }) => next > 0);
  const baseline = exam.map(byRecency(lessons));
  const judged: Judged[] = [{ model: "recency", ...scoreOf(baseline, happened) }];
  const winners: Judged[] = [];
  const judge = (who: Pick<Judged, "model" | "k" | "boundary">, rule: Rule) => {
    const chances = exam.map((seen) => rule(seen).chance);
    judged.push({ ...who, ...scoreOf(chances, happened) });
    if (beats(chances, baseline, happened)) winners.push(judged[judged.length - 1]!);
  };
  judge({ model: "gap" }, byOwnGap(lessons, horizon));
  const groups = groupsOn(histories, asOf - horizon);
  let likeliest = Number.NEGATIVE_INFINITY;
  for (const k of REGULARITIES) {
    const { parameters, logLikelihood, boundary } = fitTo(groups, k);
    judge({ model: k === 1 ? "mbg_nbd" : "mbg_cnbd_k", k, boundary }, mbgRule(parameters, horizon));
    if (logLikelihood < likeliest) break;
    likeliest = logLikelihood;
  }

  winners.sort((p, q) => p.logLoss - q.logLoss);
  let stuck = judged.slice(2).every(({ boundary }) => boundary);
  for (const { model, k, boundary } of winners as (Judged & { model: Model })[]) {
    if (!k) {
      const rule = byOwnGap([...exam, ...lessons], horizon);
      return result({ model, ...(stuck && { fellBack: "boundary" as const }) }, judged, rule);
    }
    const now = boundary ? undefined : fitTo(groupsOn(histories, asOf), k);
    if (now && !now.boundary)
      return result({ model, parameters: now.parameters }, judged, mbgRule(now.parameters, horizon));
    stuck = true;
  }
  return result({ model: "none", fellBack: winners.length ? "boundary" : "no_better" }, judged);
}

const mbgRule =
  (parameters: Parameters, horizon: number): Rule =>
  ({ days, on }) =>
    mbgOutlook(summaryOf(days, on), parameters, horizon);

/** Sums of fractions hang on their order; the customers' must not matter. */
const byEvidence = (p: Seen, q: Seen): number =>
  p.silence - q.silence || p.gap - q.gap || p.days.length - q.days.length || p.days[0]! - q.days[0]! || p.next - q.next;

/** All who had bought by then, in groups; of many groups an even share. */
function groupsOn(histories: readonly History[], on: Day): Group[] {
  const groups = grouped(
    histories.flatMap((history) => {
      const seen = history.days.filter((day) => day <= on);
      return seen.length ? summaryOf(seen, on) : [];
    }),
  );
  const every = Math.ceil(groups.length / MOST_GROUPS);
  return groups.filter((_, i) => i % every === 0);
}
