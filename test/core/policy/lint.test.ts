import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { NumberKey } from "../../../src/core/policy/fields";
import { lint } from "../../../src/core/policy/lint";
import numbers from "../../../src/core/policy/numbers.table";
import { defaultPolicy, policyFrom } from "../../../src/core/policy/policy";
import { aPolicy } from "../makers";

type Changes = Readonly<Record<string, unknown>>;

/** Class, and the cell to look at. */
const found = (changes: Changes): string[] =>
  lint(aPolicy(changes)).map((problem) => {
    if (problem.code === "unreachable") return `nobody is ${problem.axis}.${problem.id}: ${problem.key}`;
    return problem.code === "hole" ? `no ${problem.axis}: ${problem.key}` : `${problem.code}: ${problem.key}`;
  });

test("under the default policy every class of every axis of numbers is reached, and nobody is left without one", () => {
  // A number that no class hangs on, so that all the others are tried as they are.
  expect(lint(policyFrom({ "today.max": 11 }).policy)).toEqual([]);
  expect(lint(defaultPolicy())).toEqual([]);
});

describe("a class that nobody can get is told with the cell whose default brings it back", () => {
  test.each([
    // The most points that there can be are 100, and high begins with 60.
    [{ "potential.stars": 0, "potential.high.min": 70 }, []],
    [{ "potential.stars": 0, "potential.high.min": 71 }, ["nobody is potential.high: potential.stars"]],
    [{ "potential.high.min": 100 }, []],
    [{ "potential.stars": 29, "potential.high.min": 100 }, ["nobody is potential.high: potential.stars"]],
    // Whoever bought once is lost two years after the last order of that purchase, which may be 3 days after its first.
    [{ "relation.new.days": 732 }, []],
    [{ "relation.new.days": 733 }, ["nobody is relation.once: relation.new.days"]],
    // Purchases that are so near each other count as one.
    [{ "purchase.fold_days": 91 }, []],
    [{ "purchase.fold_days": 92 }, ["nobody is frequency.high: purchase.fold_days"]],
    [{ "urgency.overdue_percent": 1 }, []],
    [{ "urgency.overdue_percent": 0 }, ["nobody is urgency.due: urgency.overdue_percent"]],
    [{ "urgency.soon_percent": 99 }, []],
    [{ "urgency.soon_percent": 100 }, ["nobody is urgency.on_track: urgency.soon_percent"]],
    [{ "loyalty.loyal.min": 100 }, []],
    [{ "loyalty.potential.min": 0 }, ["nobody is loyalty.not_loyal: loyalty.potential.min"]],
    [{ "potential.mid.min": 0 }, ["nobody is potential.low: potential.mid.min"]],
    [{ "engagement.days": 0 }, []],
    [{ "frequency.high.min_purchases": 1000 }, []],
    [{ "relation.mature.purchases": 1000 }, []],
    [{ "size.mid.min": 1 }, []],
  ] as [Changes, string[]][])("%j", (changes, expected) => {
    expect(found(changes)).toEqual(expected);
  });
});

describe("a customer of whom all is known and who gets no class", () => {
  const noPoints = { "loyalty.steady": 0, "loyalty.years": 0, "loyalty.punctual": 0, "loyalty.satisfaction": 0 };
  test("is a hole, and stands in the way of the policy", () => {
    const problems = lint(aPolicy(noPoints));
    expect(problems).toEqual([{ code: "hole", key: "loyalty.steady", axis: "loyalty" }]);
  });
  test("is none once anything at all is worth a point", () => {
    expect(found({ ...noPoints, "loyalty.punctual": 1 })).not.toContain("no loyalty: loyalty.steady");
  });
});

describe("limits that look typed in two units", () => {
  test.each([
    ["a C in 万", { "value.C.min": 10 }, ["mixed_units: value.C.min"]],
    ["at a ten-thousandth", { "value.C.min": 30 }, ["mixed_units: value.C.min"]],
    ["a little above it", { "value.C.min": 30.01 }, []],
    ["everything in 万", { "value.A.min": 100, "value.B.min": 30, "value.C.min": 10 }, ["in_wan: value.A.min"]],
    ["all just under 1,000", { "value.A.min": 999.99, "value.B.min": 999, "value.C.min": 0 }, ["in_wan: value.A.min"]],
    ["A at 1,000", { "value.A.min": 1000, "value.B.min": 30, "value.C.min": 10 }, []],
    ["A above 1,000", { "value.A.min": 1001, "value.B.min": 30, "value.C.min": 10 }, []],
    ["no lower limit at all", { "value.C.min": 0 }, []],
    ["only A in full", { "value.B.min": 30, "value.C.min": 10 }, ["mixed_units: value.B.min"]],
  ] as [string, Changes, string[]][])("%s, in order: a warning", (_, changes, expected) => {
    expect(found(changes)).toEqual(expected);
  });
  test.each([
    ["A in 万", { "value.A.min": 100 }, "mixed_units", "value.A.min"],
    ["A in 万, as far below B as can be", { "value.A.min": 30 }, "mixed_units", "value.A.min"],
    ["too far for 万", { "value.A.min": 29 }, "out_of_order", "value.B.min"],
    ["a thousand times", { "value.A.min": 300 }, "mixed_units", "value.A.min"],
    ["less than that", { "value.A.min": 301 }, "out_of_order", "value.B.min"],
    ["just crossed", { "value.B.min": 1_000_001 }, "out_of_order", "value.B.min"],
    ["days that crossed, however far", { "activity.active.days": 3650 }, "out_of_order", "activity.active.days"],
  ] as [string, Changes, string, string][])("%s, out of order: refused", (_, changes, code, key) => {
    expect(policyFrom(changes).problems).toMatchObject([{ code, key }]);
  });
  test.each([
    ["USD 500,000", "USD", []],
    ["$500,000", "USD", []],
    ["50万", "CNY", []],
    ["50万元", "CNY", []],
    ["50万元", "USD", ["other_currency"]],
    ["USD 500,000", "CNY", ["other_currency"]],
    ["CNY 500,000", "usd", ["other_currency"]],
    ["€500,000", "USD", ["other_currency"]],
    ["$500,000", "CNY", ["bad_value"]],
  ])("%s under the base currency %s", (typed, base, codes) => {
    const { problems } = policyFrom({ "value.A.min": typed, "currency.base": base });
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });
});

describe("a number that leaves nothing of another", () => {
  test.each([
    // Whoever orders in parts smaller than C would reach it by none of them.
    [{ "order.sample_max": 99_999 }, []],
    [{ "order.sample_max": 100_000 }, ["out_of_order: order.sample_max"]],
    [{ "order.sample_max": 100_001 }, ["out_of_order: order.sample_max"]],
    [{ "order.sample_max": 5000, "value.C.min": 0 }, []],
    [{ "order.sample_max": 0, "value.C.min": 0 }, []],
    [{ "punctual.min_orders": 6 }, []],
    [{ "punctual.min_orders": 7 }, ["out_of_order: punctual.min_orders"]],
    [{ "punctual.orders": 2 }, ["out_of_order: punctual.min_orders"]],
    [{ "reply.days": 1 }, []],
    [{ "reply.days": 1, "cadence.reply": 2 }, ["out_of_order: cadence.reply"]],
    [{ "reply.days": 0 }, []],
    [{ "cadence.fair": 14 }, []],
    [{ "cadence.fair": 15 }, ["out_of_order: cadence.fair"]],
    [{ "fair.days": 0 }, []],
  ] as [Changes, string[]][])("%j is told, and stands in nobody's way", (changes, expected) => {
    expect(found(changes)).toEqual(expected);
    expect(lint(aPolicy(changes)).every((problem) => "warning" in problem)).toBe(true);
  });
});

test("whatever numbers a policy holds, the linter ends, and names a number that was changed", () => {
  const keys = Object.entries(numbers()).filter(([, { kind }]) => kind !== "day");
  const change = fc
    .constantFrom(...keys)
    .chain(([key, { min, max = 1e7 }]) => fc.tuple(fc.constant(key), fc.integer({ min: Math.ceil(min), max })));
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      const entries = Object.fromEntries(changes);
      const { policy, problems } = policyFrom(entries);
      if (problems.length) return;
      for (const problem of lint(policy))
        if (problem.code === "out_of_order")
          expect([problem.key, problem.above].some((key) => key in entries)).toBe(true);
        else if (problem.code !== "mixed_units") expect(policy[problem.key as NumberKey]).toBe(entries[problem.key]);
    }),
    { numRuns: 15 },
  );
}, 60_000);
