import fc from "fast-check";
import { expect, test } from "vitest";
import { paretoOf, shareIn } from "../../src/core/pareto";
import { aPolicy } from "./makers";

const of = (amounts: readonly number[], policy = aPolicy()) =>
  paretoOf(
    amounts.map((minor, i) => ({ name: `c${String(i).padStart(3, "0")}`, minor })),
    policy,
  );
const groups = (amounts: readonly number[]) =>
  of(amounts)
    .ranked.map(({ group }) => group)
    .join("");

test.each([
  ["who reaches 80 % exactly ends A", [80, 15, 5], "ABC"],
  ["who is one short of 80 % leaves A to the next", [79, 16, 5], "AAC"],
  ["who crosses 80 % still belongs to A", [50, 40, 10], "AAB"],
  ["who reaches 95 % exactly ends B", [80, 10, 5, 5], "ABBC"],
  ["who crosses 95 % still belongs to B", [80, 14, 6], "ABB"],
  ["one customer is A, however much he is", [1], "A"],
  ["equal ones are cut by their name", [1, 1, 1, 1, 1], "AAAAB"],
  ["nobody bought", [], ""],
])("%s", (_, amounts, expected) => {
  expect(groups(amounts)).toBe(expected);
});

test("limits are those of the policy", () => {
  const { ranked } = of([50, 30, 20], aPolicy({ "pareto.a": 50, "pareto.b": 80 }));
  expect(ranked.map(({ group }) => group)).toEqual(["A", "B", "C"]);
});

test("who crosses is found to the cent where percentages of the sum are no whole numbers", () => {
  // 80 % of 333 is 266.4.
  expect(groups([266, 50, 17])).toBe("AAB");
  expect(groups([267, 50, 16])).toBe("ABC");
});

test("customers whose refunds were more than their orders stand apart with no share, and nothing bought stands nowhere", () => {
  const { total, ranked, negative } = of([100, -5, 0, -20, 300]);
  expect(total).toBe(400);
  expect(ranked.map(({ one, share, cumulative }) => [one.minor, share, cumulative])).toEqual([
    [300, 7_500, 7_500],
    [100, 2_500, 10_000],
  ]);
  expect(negative.map(({ minor }) => minor)).toEqual([-5, -20]);
});

test.each([
  ["the first", 1, 5_000],
  ["the first three", 3, 9_500],
  ["more than there are", 9, 10_000],
])("without %s so much would be lost", (_, first, share) => {
  expect(of([500, 250, 200, 50]).shareOf(first)).toBe(share);
});

test("nothing is lost where nobody bought", () => {
  expect(of([]).shareOf(1)).toBe(0);
});

test.each([
  [1, 3, 3_333],
  [2, 3, 6_667],
  [1, 20_000, 1],
  [1, 20_001, 0],
  [0, 7, 0],
  [7, 7, 10_000],
])("%i of %i are %i hundredths of a percent", (part, whole, share) => {
  expect(shareIn(part, whole)).toBe(share);
});

const amounts = fc.array(fc.integer({ min: -1_000_000, max: 90_000_000_000_00 }), { maxLength: 30 });

test("shares are those of exact arithmetic, and the last customer brings them to the whole", () => {
  fc.assert(
    fc.property(amounts, (given) => {
      const { ranked, total } = of(given);
      let sum = 0n;
      for (const { one, share, cumulative } of ranked) {
        sum += BigInt(one.minor);
        const exact = (part: bigint) => Number((part * 20_000n + BigInt(total)) / (2n * BigInt(total)));
        expect([share, cumulative]).toEqual([exact(BigInt(one.minor)), exact(sum)]);
      }
      if (ranked.length) expect(ranked[ranked.length - 1]!.cumulative).toBe(10_000);
    }),
  );
});

test("the order of the rows does not matter", () => {
  fc.assert(
    fc.property(amounts, (given) => {
      const named = given.map((minor, i) => ({ name: `c${i}`, minor }));
      const once = paretoOf(named, aPolicy());
      const turned = paretoOf([...named].reverse(), aPolicy());
      expect(turned.ranked).toEqual(once.ranked);
      expect(turned.negative).toEqual(once.negative);
    }),
  );
});
