import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AXES } from "../../src/core/axes";
import { tierOf } from "../../src/core/axes/value";
import { median, purchaseDays } from "../../src/core/facts";
import type { Order, OrderUse } from "../../src/core/model";
import {
  ago,
  aPolicy,
  type Case,
  classifiedIn,
  factsIn,
  LONG_LEDGER,
  money,
  NO_LEDGER,
  orderAgo,
  ordersAgo,
  TODAY,
  TYPED_COLUMNS,
} from "./makers";

test.each([
  [[5], 5],
  [[5, 7], 6],
  [[1, 5, 900], 5],
  [[1, 5, 8, 900], 6.5],
])("the median of %j is %d", (sorted, middle) => {
  expect(median(sorted)).toBe(middle);
});

describe("purchases", () => {
  test.each([
    [[], []],
    [[10], [10]],
    [[10, 10, 13], [10]],
    [
      [10, 14],
      [10, 14],
    ],
    [
      [10, 12, 14, 16],
      [10, 14],
    ],
  ])("orders on days %j begin on %j", (days, first) => {
    expect(purchaseDays(days, 3)).toEqual(first);
  });
});

describe("what a ledger vouches for", () => {
  test.each([
    [364, true],
    [365, false],
  ])("an order sheet that begins %i days ago is short: %s", (days, short) => {
    expect(factsIn({ ledger: { ...LONG_LEDGER, firstDay: ago(days) } }).shortLedger).toBe(short);
    expect(factsIn({ orders: [orderAgo(1, 1)], ledger: { ...LONG_LEDGER, firstDay: ago(days) } }).shortLedger).toBe(
      short,
    );
  });
  test("one without a readable day is short; none at all is not", () => {
    expect(factsIn({ ledger: { exists: true, typedColumns: false, log: false } }).shortLedger).toBe(true);
    expect(factsIn({ ledger: NO_LEDGER }).shortLedger).toBe(false);
  });
  test("the earlier first order counts, unless the sheet is short", () => {
    const typed = { firstOrder: ago(700) };
    expect(factsIn({ orders: [orderAgo(100, 1)] }).firstOrder).toBe(ago(100));
    expect(factsIn({ customer: typed, orders: [orderAgo(100, 1)] }).firstOrder).toBe(ago(700));
    const short = { ...LONG_LEDGER, firstDay: ago(100) };
    expect(factsIn({ orders: [orderAgo(100, 1)], ledger: short }).firstOrder).toBeUndefined();
    expect(factsIn({ customer: typed, orders: [orderAgo(100, 1)], ledger: short }).firstOrder).toBe(ago(700));
  });
});

describe("the last sample", () => {
  const sample = (days: number, more: Partial<Order> = {}) => orderAgo(days, 1, { use: "sample", ...more });
  test.each<[string, readonly Order[], number | undefined]>([
    ["none", [orderAgo(5, 1)], undefined],
    ["one", [sample(9)], 9],
    ["the later of two, in any order", [sample(3), sample(9)], 3],
    ["one without a day says nothing of when", [sample(3, { day: undefined })], undefined],
    ["beside orders", [orderAgo(1, 1), sample(9)], 9],
  ])("%s", (_, orders, days) => {
    expect(factsIn({ orders }).lastSample).toBe(days === undefined ? undefined : ago(days));
  });
});

describe("deliveries", () => {
  test("are those of valid orders, the oldest first", () => {
    const orders = [
      orderAgo(50, 1, { delivered: ago(5) }),
      orderAgo(90, 1, { delivered: ago(40) }),
      orderAgo(80, 1),
      orderAgo(70, 1, { use: "not_counted", delivered: ago(30) }),
      orderAgo(60, 1, { use: "sample", delivered: ago(20) }),
    ];
    expect(factsIn({ orders }).deliveries).toEqual([ago(40), ago(5)]);
  });
  test("are not known from typed columns", () => {
    expect(factsIn({ customer: { lastOrder: ago(90), orderCount: 2 }, ledger: TYPED_COLUMNS }).deliveries).toEqual([]);
  });
});

describe("has bought", () => {
  test.each([
    ["a valid order", { orders: [orderAgo(1, 1)] }, true],
    ["a valid order in a currency without a rate", { orders: [orderAgo(1, 1, { minor: undefined })] }, true],
    ["a refund alone", { orders: [orderAgo(1, -1, { use: "refund" })] }, false],
    ["a typed annual above 0", { customer: { annual: 1 } }, true],
    ["a typed annual of 0", { customer: { annual: 0 } }, false],
    ["a negative typed annual", { customer: { annual: -1 } }, false],
    ["a typed lifetime above 0", { customer: { lifetime: 1 } }, true],
    ["a typed lifetime of 0", { customer: { lifetime: 0 } }, false],
    ["a typed count of 1", { customer: { orderCount: 1 } }, true],
    ["a typed count of 0", { customer: { orderCount: 0 } }, false],
    ["a typed last order", { customer: { lastOrder: ago(1) } }, true],
    ["a typed first order alone", { customer: { firstOrder: ago(1) } }, false],
    ["what he buys from anyone", { customer: { buyerVolume: 100, expected: 100 } }, false],
    ["nothing", {}, false],
  ] as [string, Case, boolean][])("%s", (_, given, expected) => {
    expect(factsIn(given).hasBought).toBe(expected);
  });
});

describe("typed order columns", () => {
  const typed = (orderCount: number | undefined, first: number, last: number) =>
    factsIn({ customer: { orderCount, firstOrder: ago(first), lastOrder: ago(last) }, ledger: TYPED_COLUMNS });
  test("give purchases, own gap and open gap", () => {
    expect(typed(4, 310, 10)).toMatchObject({ purchases: 4, ownGap: 100, openGap: 10, found: "typed" });
    expect(typed(1, 10, 10).ownGap).toBeUndefined();
  });
  test("that contradict each other give no gap", () => {
    expect(typed(3, 10, 300).ownGap).toBeUndefined();
  });
  test("are an order source even where the customer's own cells are blank", () => {
    expect(factsIn({ ledger: TYPED_COLUMNS })).toMatchObject({ orderSource: true, found: "none" });
    expect(factsIn({ ledger: NO_LEDGER }).orderSource).toBe(false);
  });
});

describe("on a past day", () => {
  test("only what had happened by then counts", () => {
    const facts = factsIn({ orders: [...ordersAgo([400, 300, 200]), orderAgo(50, -100, { use: "refund" })] });
    expect(facts.yearTo(ago(199)).minor).toBe(money(3000));
    expect(facts.yearTo(ago(201)).minor).toBe(money(2000));
    expect(facts.yearTo(ago(36)).minor).toBe(money(2900));
    expect(facts.yearTo(ago(35)).minor).toBe(money(1900));
    expect(facts.yearTo(ago(51)).minor).toBe(money(3000));
    expect(facts.steadyOn(ago(200))).toBe(true);
    expect(facts.steadyOn(ago(201))).toBeUndefined();
    expect(facts.steadyOn(TODAY)).toBe(true);
    expect(facts.orderedBy(ago(400))).toBe(true);
    expect(facts.orderedBy(ago(401))).toBe(false);
  });
  test("an order that came later proves nothing, even where it was paid before", () => {
    const prepaid = [30, 20, 10].map((days) => orderAgo(days, 1, { due: ago(90), paid: ago(90) }));
    const facts = factsIn({ orders: prepaid });
    expect(facts.punctualOn(ago(11))).toBeUndefined();
    expect(facts.punctualOn(ago(10))).toBe(true);
  });
});

/** Any ledger of one customer: amounts around the limits, days around the edges. */
const anyOrder: fc.Arbitrary<Order> = fc
  .record({
    days: fc.oneof(
      fc.integer({ min: 0, max: 900 }),
      fc.integer({ min: 360, max: 430 }),
      fc.integer({ min: 0, max: 70 }),
    ),
    units: fc.oneof(fc.integer({ min: 1, max: 1_200_000 }), fc.constantFrom(100_000, 300_000, 500_000, 1_000_001)),
    use: fc.constantFrom<OrderUse>("order", "order", "order", "order", "refund", "sample", "listed", "unread", "asked"),
    terms: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
    late: fc.option(fc.integer({ min: -10, max: 30 }), { nil: undefined }),
    rate: fc.boolean(),
  })
  .map(({ days, units, use, terms, late, rate }) => {
    const due = terms === undefined ? undefined : ago(days) + terms;
    const paid = due === undefined || late === undefined ? undefined : Math.min(TODAY, due + late);
    const minor = use === "unread" || (!rate && units % 7 === 0) ? undefined : money(use === "refund" ? -units : units);
    return orderAgo(days, 0, { use, due, paid, minor, delivered: ago(Math.max(0, days - 20)) });
  });
const anyOrders = fc.array(anyOrder, { maxLength: 12 });

const anyCase: fc.Arbitrary<Case> = fc.record(
  {
    customer: fc.record(
      {
        annual: fc.integer({ min: -100, max: 150_000_000 }),
        lifetime: fc.integer({ min: 0, max: 150_000_000 }),
        orderCount: fc.integer({ min: 0, max: 9 }),
        firstOrder: fc.integer({ min: 0, max: 900 }).map(ago),
        lastOrder: fc.integer({ min: 0, max: 900 }).map(ago),
        lastContact: fc.integer({ min: 0, max: 900 }).map(ago),
        nextDate: fc.integer({ min: -300, max: 300 }).map(ago),
        inquiry: fc.integer({ min: 0, max: 300 }).map(ago),
        created: fc.integer({ min: 0, max: 900 }).map(ago),
        hold: fc.boolean(),
        unclear: fc.constantFrom(new Set<never>(), new Set(["last_contact"] as const), new Set(["annual"] as const)),
        country: fc.constantFrom({ iso: "DE", byCity: false }, { iso: "AQ", byCity: true }),
      },
      { requiredKeys: [] },
    ),
    orders: anyOrders,
    ledger: fc.constantFrom(LONG_LEDGER, NO_LEDGER, TYPED_COLUMNS, { ...LONG_LEDGER, firstDay: ago(300) }),
    policy: fc.record(
      {
        "value.grace_days": fc.integer({ min: 0, max: 90 }),
        "value.window_days": fc.integer({ min: 1, max: 800 }),
        "purchase.fold_days": fc.integer({ min: 0, max: 30 }),
        "gap.recent_days": fc.integer({ min: 1, max: 900 }),
        "steady.min_purchases": fc.integer({ min: 1, max: 5 }),
        "punctual.min_orders": fc.integer({ min: 1, max: 5 }),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

describe("for any ledger, customer and policy", () => {
  test("every customer has exactly one declared class on every axis, and one level with days that agree", () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const { classes, urgency } = classifiedIn(given);
        expect(Object.keys(classes)).toEqual(AXES.map((axis) => axis.id));
        for (const axis of AXES) expect(axis.classes).toHaveProperty(classes[axis.id].id);
        if (urgency.level === "hold" || urgency.level === "unrated") expect(urgency.due).toBeUndefined();
        else expect(Number.isInteger(urgency.due)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("the order of the order rows changes no class and no reason", () => {
    fc.assert(
      fc.property(anyCase, fc.infiniteStream(fc.nat()), (given, random) => {
        const shuffled = (given.orders ?? [])
          .map((order) => ({ order, at: random.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ order }) => order);
        expect(classifiedIn({ ...given, orders: shuffled })).toEqual(classifiedIn(given));
      }),
      { numRuns: 300 },
    );
  });

  test("the tier is the best of today and every day of the grace, each graded as if it were as-of", () => {
    const rank = (tier: string) => ["D", "C", "B", "A"].indexOf(tier === "unrated" ? "D" : tier);
    fc.assert(
      fc.property(anyOrders, fc.integer({ min: 0, max: 70 }), (orders, grace) => {
        const gradedOn = (back: number) => {
          const known = orders.filter((order) => order.day! <= ago(back));
          const paid = known.map((order) => (order.paid! > ago(back) ? { ...order, paid: undefined } : order));
          return classifiedIn({ orders: paid, asOf: ago(back), policy: { "value.grace_days": 0 } }).classes.value.id;
        };
        const days = Array.from({ length: grace + 1 }, (_, back) => back);
        const tiers = days.map(gradedOn);
        const best = Math.max(...tiers.map(rank));
        const { id, because } = classifiedIn({ orders, policy: { "value.grace_days": grace } }).classes.value;
        expect(rank(id)).toBe(best);
        if (because.watchUntil === undefined) expect(id).toBe(tiers[0]);
        else expect(because.watchUntil).toBe(ago(tiers.indexOf(id)) + grace);
      }),
      { numRuns: 150 },
    );
  });

  test("the sum of the year does not hang on the order of the rows, and is exact", () => {
    fc.assert(
      fc.property(anyOrders, (orders) => {
        const inYear = orders.filter(
          ({ use, day }) => (use === "order" || use === "refund") && day! > TODAY - 365 && day! <= TODAY,
        );
        const sum = inYear.reduce((total, { minor }) => total + (minor ?? 0), 0);
        const facts = factsIn({ orders });
        const reversed = factsIn({ orders: orders.slice().reverse() });
        if (facts.found === "ledger") expect(facts.yearTo(TODAY).minor).toBe(sum);
        expect(reversed.yearTo(TODAY)).toEqual(facts.yearTo(TODAY));
      }),
    );
  });

  test("more money never lowers the tier of amounts", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e10, max: 1e12 }), fc.nat(1e10), (minor, more) => {
        const rank = (amount: number) => "DCBA".indexOf(tierOf(amount, aPolicy()));
        expect(rank(minor + more)).toBeGreaterThanOrEqual(rank(minor));
      }),
    );
  });
});
