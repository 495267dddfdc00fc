import { describe, expect, test } from "vitest";
import { ago, type Case, classIn, factsIn, money, NO_LEDGER, orderAgo, ordersAgo, TYPED_COLUMNS } from "../makers";

const frequency = (given: Case) => classIn("frequency", given).id;
const why = (given: Case) => classIn("frequency", given).because;

/** Purchases with the given gaps in days, oldest first; the last purchase is today unless said. */
const withGaps = (gaps: readonly number[], silence = 0) => {
  const days = [silence];
  for (const gap of [...gaps].reverse()) days.push(days[days.length - 1]! + gap);
  return ordersAgo(days);
};

describe("the median gap of purchases (A001–A003, A085–A086)", () => {
  test.each([
    [[92, 92], "high"],
    [[93, 93], "mid"],
    [[92, 93], "mid"], // 92.5
    [[92], "mid"], // two purchases only
    [[182, 182], "mid"],
    [[183, 183], "low"],
    [[182], "mid"],
    [[183], "low"],
    [[10, 10, 400, 10], "high"],
    [[300, 300, 10], "low"],
  ] as const)("gaps of %j days are %s", (gaps, expected) => {
    expect(frequency({ orders: withGaps(gaps) })).toBe(expected);
  });
  test("one purchase ever is single, however old", () => {
    expect(frequency({ orders: [orderAgo(0, 1)] })).toBe("single");
    expect(frequency({ orders: [orderAgo(4000, 1)] })).toBe("single");
  });
  test("three purchases are needed for high, by the policy", () => {
    expect(frequency({ orders: withGaps([30]) })).toBe("mid");
    expect(frequency({ orders: withGaps([30, 30]) })).toBe("high");
    expect(frequency({ orders: withGaps([30, 30]), policy: { "frequency.high.min_purchases": 4 } })).toBe("mid");
  });
});

describe("orders of one purchase", () => {
  test.each([
    [3, "single"],
    [4, "mid"],
  ])("%i days apart are %s", (gap, expected) => {
    expect(frequency({ orders: withGaps([gap]) })).toBe(expected);
  });
  test("are counted from its first order, not from the one before", () => {
    // Days 0, 3, 6: the third is six days after the first.
    expect(factsIn({ orders: ordersAgo([6, 3, 0]) }).purchases).toBe(2);
    expect(factsIn({ orders: ordersAgo([6, 3, 0]) }).ownGap).toBe(6);
  });
});

describe("the open gap counts once it is longer than the median (X08)", () => {
  test.each([
    [92, "high"],
    [93, "high"], // gaps 92, 92, 93: the median stays 92
    [2000, "high"],
  ])("with gaps of 92 and 92, silent for %i days: %s", (silence, expected) => {
    expect(frequency({ orders: withGaps([92, 92], silence), policy: { "gap.recent_days": 3650 } })).toBe(expected);
  });
  test.each([
    [100, 100, "mid"],
    [100, 264, "mid"], // mean of 100 and 264 is 182
    [100, 265, "low"],
  ])("two purchases %i days apart, silent for %i days: %s", (gap, silence, expected) => {
    expect(frequency({ orders: withGaps([gap], silence) })).toBe(expected);
  });
  test("a silence as long as the median is not added, a longer one is named in the reason", () => {
    expect(why({ orders: withGaps([100], 100) }).openGap).toBeUndefined();
    expect(why({ orders: withGaps([100], 101) })).toMatchObject({ gap: 100.5, openGap: 101, purchases: 2 });
  });
});

describe("gaps that ended in the last 730 days", () => {
  test.each([
    [730, [700, 730]],
    [731, [731]],
  ])("a gap of 700 days that ended %i days ago, beside one that ended today: %j count", (ended, counted) => {
    expect(factsIn({ orders: ordersAgo([ended + 700, ended, 0]) }).gaps).toEqual(counted);
  });
  test("where none did, all count", () => {
    expect(factsIn({ orders: ordersAgo([1000, 900, 800]) }).gaps).toEqual([100, 100]);
  });
});

describe("without orders", () => {
  test("a customer of an order sheet who never bought has none", () => {
    expect(frequency({})).toBe("none");
  });
  test("without any order source it is unrated, not none", () => {
    expect(frequency({ ledger: NO_LEDGER })).toBe("unrated");
    expect(why({ ledger: NO_LEDGER }).rule).toBe("orders.no_source");
  });
  test("a column about orders is a source", () => {
    expect(frequency({ ledger: TYPED_COLUMNS })).toBe("none");
  });
  test.each([
    [{ annual: money(1) }, "unrated"],
    [{ lifetime: money(1) }, "unrated"],
    [{ annual: money(0), lifetime: money(0), orderCount: 0 }, "none"],
    [{ boughtWithoutRate: true as const }, "unrated"],
    [{ buyerVolume: money(9), expected: money(9) }, "none"],
    [{ firstOrder: ago(10) }, "none"],
  ])("and a customer sheet that says %j it is %s", (customer, expected) => {
    expect(frequency({ customer })).toBe(expected);
  });
  test.each(["first_order", "last_order", "order_count", "annual", "lifetime"] as const)(
    "a %s that cannot be read does not prove that he never bought",
    (field) => {
      expect(frequency({ customer: { unclear: new Set([field]) } })).toBe("unrated");
    },
  );
  test("nor does an order whose amount cannot be read", () => {
    expect(why({ orders: [orderAgo(5, 0, { use: "unread", minor: undefined })] }).rule).toBe("orders.unclear");
  });
  test.each(["sample", "not_counted", "listed", "asked", "refund"] as const)("a row that is %s is no order", (use) => {
    expect(frequency({ orders: [orderAgo(5, 100, { use })] })).toBe("none");
  });
});

describe("typed first order, last order and count stand for a missing ledger", () => {
  const typed = (orderCount: number | undefined, first: number | undefined, last: number | undefined) => ({
    customer: {
      orderCount,
      firstOrder: first === undefined ? undefined : ago(first),
      lastOrder: last === undefined ? undefined : ago(last),
    },
    ledger: TYPED_COLUMNS,
  });
  test.each([
    [3, 184, 0, "high"], // 92 apart
    [3, 186, 0, "mid"], // 93
    [2, 184, 0, "low"], // 184
    [2, 182, 0, "mid"],
    [1, 50, 50, "single"],
    [1, undefined, undefined, "single"],
    [undefined, 50, 50, "single"],
    [5, undefined, undefined, "unrated"],
    [5, undefined, 20, "unrated"],
    [undefined, undefined, 20, "unrated"],
    [0, undefined, undefined, "none"],
    [2, 364, 264, "mid"], // 100, silent for 264: the mean is 182
    [2, 365, 265, "low"],
    [3, 464, 264, "mid"], // 100, 100, 264: the median is 100
  ])("%s orders from %s to %s days ago: %s", (count, first, last, expected) => {
    expect(frequency(typed(count, first, last))).toBe(expected);
  });
  test("the orders of the ledger win over them", () => {
    expect(frequency({ ...typed(9, 400, 0), orders: [orderAgo(50, 1)], ledger: undefined })).toBe("single");
  });
  test("a customer whom the ledger does not know is taken by them", () => {
    expect(frequency({ ...typed(3, 184, 0), ledger: undefined })).toBe("high");
  });
  test("the policy's limits count", () => {
    expect(frequency({ ...typed(3, 184, 0), policy: { "frequency.high.max": 91 } })).toBe("mid");
    expect(frequency({ ...typed(3, 400, 0), policy: { "frequency.mid.max": 200 } })).toBe("mid");
    expect(frequency({ ...typed(3, 400, 0), policy: { "frequency.mid.max": 199 } })).toBe("low");
  });
});
