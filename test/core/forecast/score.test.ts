import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { beats, scoreOf } from "../../../src/core/forecast/score";
import { numbersFrom } from "./ledgers";

describe("how well chances foretold", () => {
  test.each([
    [[0.5, 0.5], [true, false], Math.log(2), 0.25, 0.5],
    [[0.8, 0.4], [true, false], -(Math.log(0.8) + Math.log(0.6)) / 2, (0.04 + 0.16) / 2, 1],
    [[0.4, 0.8], [true, false], -(Math.log(0.4) + Math.log(0.2)) / 2, (0.36 + 0.64) / 2, 0],
    [[1, 0], [true, false], 0, 0, 1],
    // Sure and wrong: dear, but not infinitely.
    [[0, 0], [true, false], -Math.log(1e-6) / 2, 0.5, 0.5],
    [[0.9, 0.5, 0.5, 0.1], [true, true, false, false], (-2 * Math.log(0.9) + 2 * Math.log(2)) / 4, 0.13, 0.875],
  ])("%j of %j", (chances, happened, logLoss, brier, auc) => {
    const score = scoreOf(chances, happened);
    expect(score.logLoss).toBeCloseTo(logLoss, 10);
    expect(score.brier).toBeCloseTo(brier, 10);
    expect(score.auc).toBeCloseTo(auc, 10);
  });
  test("the third score is the share of pairs in the right order, equal ones by half", () => {
    const cases = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.boolean()), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(cases, (given) => {
        const [yes, no] = [true, false].map((is) => given.filter(([, did]) => did === is).map(([chance]) => chance));
        fc.pre(yes!.length > 0 && no!.length > 0);
        const pairs = yes!.flatMap((p) => no!.map((q) => (p > q ? 1 : p === q ? 0.5 : 0) as number));
        const { auc } = scoreOf(
          given.map(([chance]) => chance / 5),
          given.map(([, did]) => did),
        );
        expect(auc).toBeCloseTo(pairs.reduce((sum, one) => sum + one, 0) / pairs.length, 10);
      }),
    );
  });
});

describe("one forecast beats another", () => {
  const random = numbersFrom(2);
  const truth = Array.from({ length: 2000 }, () => random());
  const happened = truth.map((chance) => random() < chance);
  const noisy = (noise: number) => truth.map((chance) => Math.min(1, Math.max(0, chance + noise * (random() - 0.5))));
  const dull = truth.map(() => 0.5);
  test("where it knows more", () => {
    expect(beats(truth, dull, happened)).toBe(true);
    expect(beats(dull, truth, happened)).toBe(false);
    expect(beats(truth, noisy(0.9), happened)).toBe(true);
  });
  test("not by being the same", () => {
    expect(beats(truth, truth, happened)).toBe(false);
  });
  test("not where luck gives as much: of 200 rivals that are no better about one in twenty wins, or fewer", () => {
    let wins = 0;
    for (let i = 0; i < 200; i++) wins += beats(noisy(0.3), noisy(0.3), happened) ? 1 : 0;
    expect(wins).toBeLessThan(20);
  });
  test("not where it ranks worse, however well it is levelled", () => {
    // Half of them buy. The rival is sure and mostly right in rank, but far too sure; the dull one is never wrong by much.
    const sure = truth.map((chance) => (chance > 0.5 ? 0.9999 : 0.0001));
    expect(scoreOf(dull, happened).logLoss).toBeLessThan(scoreOf(sure, happened).logLoss);
    expect(beats(dull, sure, happened)).toBe(false);
  });
  test("not where its chances are further off on average, however few sure errors it makes", () => {
    // The others are right nine times in ten and sure of it, also where they are wrong; it is always right and never sure.
    const yes = Array.from({ length: 100 }, (_, i) => i % 2 > 0);
    const others = yes.map((is, i) => (is === i < 90 ? 0.999999 : 0.000001));
    const timid = yes.map((is) => (is ? 0.51 : 0.49));
    const [mine, theirs] = [scoreOf(timid, yes), scoreOf(others, yes)];
    expect([mine.logLoss < theirs.logLoss, mine.auc > theirs.auc, mine.brier > theirs.brier]).toEqual([
      true,
      true,
      true,
    ]);
    expect(beats(timid, others, yes)).toBe(false);
  });
});
