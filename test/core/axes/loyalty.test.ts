import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Customer } from "../../../src/core/model";
import { ago, type Case, classIn, NO_LEDGER, orderAgo, TODAY, TYPED_COLUMNS } from "../makers";

const loyalty = (given: Case) => classIn("loyalty", given).id;
const points = (given: Case) => classIn("loyalty", given).because.points;

/** Purchases 100 days apart, the first so many days ago; paid so many days after they were due, or without a due day. */
const since = (first: number, count: number, late?: number) =>
  Array.from({ length: count }, (_, i) => {
    const day = first - 100 * i;
    const due = ago(day - 20);
    return orderAgo(day, 1000, late === undefined ? {} : { due, paid: due + late });
  });

/** Steady for a year: 30 of 30, and 10 of 30 for the year. */
const STEADY = { orders: [...since(365, 4), orderAgo(0, 1000)] };

describe("too little to say (A017)", () => {
  test.each([
    [2, "unrated"],
    [3, "potential"],
  ])("with %i purchases and no mark: %s", (count, expected) => {
    expect(loyalty({ orders: since(250, count) })).toBe(expected);
  });
  test("with a mark two purchases are enough, and none", () => {
    expect(loyalty({ orders: since(250, 2), customer: { satisfaction: 5 } })).not.toBe("unrated");
    expect(loyalty({ customer: { satisfaction: 5 }, ledger: NO_LEDGER })).toBe("loyal");
  });
  test("the reason says how many purchases it takes", () => {
    expect(classIn("loyalty", { orders: since(250, 2) }).because).toEqual({
      rule: "loyalty.too_little",
      purchases: 2,
      limit: 3,
    });
    expect(classIn("loyalty", {}).because).toMatchObject({ purchases: 0 });
  });
});

describe("points (A024–26, X14), scaled to 100 of what is known", () => {
  test.each<[string, Case, number]>([
    ["steady for a year: 40 of 60, rounded down", STEADY, 66.6],
    ["steady, a year, and 5 of 5: 60 of 80", { ...STEADY, customer: { satisfaction: 5 } }, 75],
    ["steady, a year, and 0 of 5: 40 of 80", { ...STEADY, customer: { satisfaction: 0 } }, 50],
    ["steady, a year, and 2.5 of 5: 50 of 80", { ...STEADY, customer: { satisfaction: 2.5 } }, 62.5],
    ["steady, a year, pays in time: 60 of 80", { orders: [...since(365, 4, 10), orderAgo(0, 1000)] }, 75],
    ["steady, a year, pays late: 40 of 80", { orders: [...since(365, 4, 11), orderAgo(0, 1000)] }, 50],
    ["three years are 30 of 30, and more no more", { orders: since(1095, 11) }, 100],
    ["ten years, but silent for long: 30 of 60", { orders: since(3650, 30) }, 50],
    ["a mark alone is all that is known", { customer: { satisfaction: 3 } }, 60],
  ])("%s", (_, given, expected) => {
    expect(points(given)).toBeCloseTo(expected, 10);
  });
  test("typed columns know steadiness and years, not payment", () => {
    const customer = { orderCount: 4, firstOrder: ago(365), lastOrder: ago(5) };
    expect(classIn("loyalty", { customer, ledger: TYPED_COLUMNS }).because).toMatchObject({
      steady: true,
      punctual: undefined,
      points: 66.6,
    });
  });
});

describe("the limits of the classes", () => {
  test.each([
    [3.5, "loyal"], // 70
    [3.4, "potential"], // 68
    [2, "potential"], // 40
    [1.9, "not_loyal"], // 38
    [5, "loyal"],
    [0, "not_loyal"],
  ])("a mark of %d alone: %s", (satisfaction, expected) => {
    expect(loyalty({ customer: { satisfaction } })).toBe(expected);
  });
  test.each([
    [437, "not loyal by a day", "potential"], // 30 and 11.97 of 60: 69.95
    [438, "loyal", "loyal"], // 30 and 12 of 60: 70 to the day
  ])("steady since %i days: %s", (days, _, expected) => {
    const orders = [400, 300, 200, 100, 0].map((day) => orderAgo(day, 1000));
    expect(loyalty({ orders: [orderAgo(days, 1000), ...orders] })).toBe(expected);
  });
  test("are the policy's", () => {
    expect(loyalty({ ...STEADY, policy: { "loyalty.loyal.min": 66 } })).toBe("loyal");
    expect(loyalty({ ...STEADY, policy: { "loyalty.loyal.min": 67 } })).toBe("potential");
    expect(loyalty({ ...STEADY, policy: { "loyalty.steady": 0, "loyalty.years": 10 } })).toBe("loyal");
    expect(loyalty({ orders: since(250, 2), policy: { "loyalty.min_purchases": 2 } })).not.toBe("unrated");
  });
  test("where the policy gives points for nothing that is known, it is unrated", () => {
    expect(loyalty({ ...STEADY, policy: { "loyalty.steady": 0, "loyalty.years": 0 } })).toBe("unrated");
  });
});

describe("an open complaint costs 30 of 100, after the scaling", () => {
  test.each([
    [5, 100, 70, "loyal"],
    [4.9, 98, 68, "potential"],
    [3.5, 70, 40, "potential"],
    [3.4, 68, 38, "not_loyal"],
    [1, 20, 0, "not_loyal"], // held at 0
  ])("a mark of %d: %d points become %d, %s", (satisfaction, before, after, expected) => {
    expect(points({ customer: { satisfaction } })).toBeCloseTo(before, 10);
    const angry = { customer: { satisfaction, complaint: {} } };
    expect(points(angry)).toBeCloseTo(after, 10);
    expect(loyalty(angry)).toBe(expected);
  });
});

test("the points lie between 0 and 100, a better mark never makes him less loyal, and a complaint never more", () => {
  const orders = fc.array(
    fc.record({ day: fc.nat(3000), late: fc.option(fc.integer({ min: -30, max: 60 }), { nil: undefined }) }),
    { maxLength: 12 },
  );
  const mark = fc.integer({ min: 0, max: 50 }).map((tenths) => tenths / 10);
  fc.assert(
    fc.property(orders, mark, mark, (rows, one, other) => {
      const given = (satisfaction: number, complaint?: Customer["complaint"]): Case => ({
        orders: rows.map(({ day, late }) =>
          orderAgo(day, 1000, late === undefined ? {} : { due: ago(day), paid: Math.min(TODAY, ago(day) + late) }),
        ),
        customer: { satisfaction, complaint },
      });
      const low = points(given(Math.min(one, other))) as number;
      const high = points(given(Math.max(one, other))) as number;
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(100);
      expect(high).toBeGreaterThanOrEqual(low);
      expect(points(given(one, {}))).toBeLessThanOrEqual(points(given(one)) as number);
    }),
  );
});
