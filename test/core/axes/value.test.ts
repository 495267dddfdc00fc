import { describe, expect, test } from "vitest";
import { tierOf } from "../../../src/core/axes/value";
import type { Order } from "../../../src/core/model";
import { ago, aPolicy, type Case, classIn, LONG_LEDGER, money, NO_LEDGER, orderAgo, ordersAgo, TODAY } from "../makers";

const tier = (given: Case) => classIn("value", given).id;
const why = (given: Case) => classIn("value", given).because;

/** Without the grace, so that only today decides. */
const strict = { "value.grace_days": 0 };

describe("the limits, in the base currency (A081–A084, X07)", () => {
  const edges: [number, string][] = [
    [1_000_000.01, "A"],
    [1_000_000, "B"],
    [999_999.99, "B"],
    [300_000, "B"],
    [299_999.99, "C"],
    [100_000, "C"],
    [99_999.99, "D"],
    [0.01, "D"],
  ];
  test.each(edges)("orders of %d in the year are %s", (units, expected) => {
    expect(tier({ orders: [orderAgo(100, units)] })).toBe(expected);
  });
  test.each([...edges, [0, "D"] as const])("a typed amount of %d a year is %s", (units, expected) => {
    expect(tier({ customer: { annual: money(units) }, ledger: NO_LEDGER })).toBe(expected);
  });
  test("no order and no typed amount is unrated, not D", () => {
    expect(tier({})).toBe("unrated");
    expect(why({}).rule).toBe("value.nothing");
  });
  test("a typed amount that cannot be read is unrated, and the reason says so", () => {
    const given = { customer: { unclear: new Set(["annual"] as const) } };
    expect(tier(given)).toBe("unrated");
    expect(why(given).rule).toBe("value.unclear");
  });
  test("a negative sum is D", () => {
    const orders = [orderAgo(500, 10), orderAgo(20, -50, { use: "refund" })];
    expect(tier({ orders, policy: strict })).toBe("D");
    expect(why({ orders, policy: strict }).minor).toBe(money(-50));
  });
  test("orders, but none in the year, are D", () => {
    expect(tier({ orders: [orderAgo(365, 5_000_000)], policy: strict })).toBe("D");
  });
  test("neither lifetime nor expected nor buyer volume grades", () => {
    const much = money(9_000_000);
    expect(tier({ customer: { lifetime: much, expected: much, buyerVolume: much } })).toBe("unrated");
  });
  test("the team's own limits count, to the cent", () => {
    const policy = { "value.A.min": 0.29, "value.B.min": 0.28, "value.C.min": 0.14 };
    expect(tier({ orders: [orderAgo(1, 0.3)], policy })).toBe("A");
    expect(tier({ orders: [orderAgo(1, 0.29)], policy })).toBe("B");
    expect(tier({ orders: [orderAgo(1, 0.28)], policy })).toBe("B");
    expect(tier({ orders: [orderAgo(1, 0.27)], policy })).toBe("C");
    expect(tier({ orders: [orderAgo(1, 0.14)], policy })).toBe("C");
  });
  test.each([
    [undefined, undefined, "A"],
    [true, true, "A"],
    [false, undefined, "B"],
    [undefined, false, "B"],
    [false, true, "B"],
    [true, false, "B"],
  ])("above the limit of A, punctual %s and steady %s is %s", (punctual, steady, expected) => {
    expect(tierOf(money(1_000_001), aPolicy(), punctual, steady)).toBe(expected);
  });
  test("payment and steadiness take nothing from B, C and D", () => {
    for (const [units, expected] of [
      [1_000_000, "B"],
      [100_000, "C"],
      [1, "D"],
    ] as const)
      expect(tierOf(money(units), aPolicy(), false, false)).toBe(expected);
  });
});

describe("the year", () => {
  test.each([
    [0, "B"],
    [1, "B"],
    [364, "B"],
    [365, "D"],
    [366, "D"],
  ])("an order of %i days ago makes %s", (days, expected) => {
    expect(tier({ orders: [orderAgo(days, 300_000)], policy: strict })).toBe(expected);
  });
  test("its length is the policy's", () => {
    const policy = { ...strict, "value.window_days": 30 };
    expect(tier({ orders: [orderAgo(29, 300_000)], policy })).toBe("B");
    expect(tier({ orders: [orderAgo(30, 300_000)], policy })).toBe("D");
  });
  test("a refund subtracts on its own day", () => {
    const bought = orderAgo(364, 300_000);
    const refund = (days: number) => orderAgo(days, -0.01, { use: "refund" });
    expect(tier({ orders: [bought, refund(0)], policy: strict })).toBe("C");
    expect(tier({ orders: [bought, refund(364)], policy: strict })).toBe("C");
    expect(tier({ orders: [bought, refund(365)], policy: strict })).toBe("B");
  });
  test.each(["sample", "not_counted", "listed", "asked"] as const)("a row that is %s adds nothing", (use) => {
    expect(tier({ orders: [orderAgo(5, 1), orderAgo(4, 900_000, { use })] })).toBe("D");
  });
});

describe("orders whose currency has no rate", () => {
  const unsummed = (days: number) => orderAgo(days, 0, { minor: undefined });
  test.each([
    [1_000_001, "A"],
    [300_000, "B"],
    [100_000, "C"],
    [99_999.99, "unrated"],
  ])("beside %d that could be summed make %s: at least", (units, expected) => {
    const given = { orders: [orderAgo(10, units), unsummed(20)] };
    expect(tier(given)).toBe(expected);
    expect(why(given).missing).toBe(1);
  });
  test("alone in the year make unrated", () => {
    expect(tier({ orders: [unsummed(20)] })).toBe("unrated");
  });
  test("say nothing once they are out of the year", () => {
    const given = { orders: [orderAgo(10, 5), unsummed(365)] };
    expect(tier(given)).toBe("D");
    expect(why(given).missing).toBeUndefined();
  });
});

describe("refunds whose currency has no rate", () => {
  const back = (days: number) => orderAgo(days, 0, { use: "refund", minor: undefined });
  const discounted = (days: number, units: number) => orderAgo(days, units, { atMost: true });
  test.each([
    [2_000_000, "unrated"],
    [310_000, "unrated"],
    [100_000, "unrated"],
    [99_999.99, "D"],
    [0.01, "D"],
  ])("beside %d that could be summed make %s: at most", (units, expected) => {
    for (const orders of [[orderAgo(100, units), back(90)], [discounted(100, units)]]) {
      expect(tier({ orders, policy: strict })).toBe(expected);
      const { missing, refunds, unknown } = why({ orders, policy: strict });
      expect([missing, refunds, unknown]).toEqual([undefined, 1, undefined]);
    }
  });
  test("beside an order without a rate prove nothing at all", () => {
    const orders = [orderAgo(100, 5), back(90), orderAgo(80, 0, { minor: undefined })];
    expect(tier({ orders, policy: strict })).toBe("unrated");
    expect(why({ orders, policy: strict })).toMatchObject({ missing: 1, refunds: 1 });
  });
  test.each([
    [364, "unrated"],
    [365, "B"],
  ])("of %i days ago make %s", (days, expected) => {
    expect(tier({ orders: [orderAgo(100, 310_000), back(days)], policy: strict })).toBe(expected);
  });
  test.each([
    ["refund", [orderAgo(100, 310_000), back(20)], 21],
    ["discount", [orderAgo(100, 310_000), discounted(20, 5)], 21],
  ] as const)("leave the tier on watch since the %s came", (_, orders, days) => {
    expect(tier({ orders })).toBe("B");
    expect(why({ orders })).toMatchObject({ watchUntil: ago(days) + 60, fallsTo: "unrated", todayRefunds: 1 });
    expect(why({ orders }).refunds).toBeUndefined();
  });
  test.each([
    [310_000, 310_000, "B"],
    [400_000, 310_000, "B"],
    [100_000, 310_000, "C"],
    [99_999, 310_000, "unrated"],
    [50_000, 40_000, "D"],
  ])("cannot lower the typed amount of %d beside a short ledger of %d: %s", (annual, units, expected) => {
    const given = {
      customer: { annual: money(annual) },
      orders: [orderAgo(100, units), back(90)],
      ledger: { ...LONG_LEDGER, firstDay: ago(100) },
      policy: strict,
    };
    expect(tier(given)).toBe(expected);
    expect(why(given).minor).toBe(money(annual));
  });
});

describe("on watch, what today's sum lacks", () => {
  const unsummed = (days: number) => orderAgo(days, 0, { minor: undefined });
  const sums = (orders: readonly Order[]) => {
    const { missing, todayMissing, todayMinor } = why({ orders });
    return [missing, todayMissing, todayMinor];
  };
  test("is told even where the day that decided lacked nothing", () => {
    const orders = [orderAgo(400, 300_000), orderAgo(200, 150_000), unsummed(3)];
    expect(sums(orders)).toEqual([undefined, 1, money(150_000)]);
  });
  test("is nothing once the order without a rate has left the year", () => {
    const orders = [orderAgo(400, 300_000), unsummed(390), orderAgo(200, 5_000)];
    expect(sums(orders)).toEqual([1, undefined, money(5_000)]);
  });
});

describe("orders whose amount cannot be read", () => {
  const unread = (days: number) => orderAgo(days, 0, { use: "unread", minor: undefined });
  test("make a total of the year 'at least', too", () => {
    expect(tier({ orders: [orderAgo(10, 300_000), unread(20)] })).toBe("B");
    expect(why({ orders: [orderAgo(10, 300_000), unread(20)] }).missing).toBe(1);
    expect(tier({ orders: [orderAgo(10, 5), unread(20)] })).toBe("unrated");
    expect(tier({ orders: [orderAgo(10, 5), unread(365)] })).toBe("D");
  });
  test("alone say that the amount is unclear, not that there is none", () => {
    // Nobody knows whether an order without a day is of the year.
    const undated = { ...unread(20), day: undefined };
    expect(tier({ orders: [orderAgo(10, 300_000), undated] })).toBe("B");
    expect(why({ orders: [orderAgo(10, 300_000), undated] }).missing).toBe(1);
    expect(tier({ orders: [orderAgo(10, 5), undated] })).toBe("unrated");
    expect(why({ orders: [undated] }).rule).toBe("value.unclear");
    expect(why({ orders: [unread(20)] }).rule).toBe("value.unclear");
    expect(tier({ orders: [unread(20)] })).toBe("unrated");
  });
});

describe("punctual: of the last six, 80 % paid at most ten days late", () => {
  /** Above the limit of A; the payments decide. Oldest first; `late` undefined: not paid, and long past due. */
  const paying = (late: readonly (number | undefined)[]): Order[] =>
    late.map((days, i) => {
      const due = ago(200 - i);
      return orderAgo(300 - i, 1_000_000, { due, paid: days === undefined ? undefined : due + days });
    });
  // However long he is silent, so that payments alone decide.
  const patient = { ...strict, "steady.open_days": 3650 };
  const policy = { ...patient, "punctual.orders": 10 };

  test.each([
    [[10, 10, 10, 10, 10], "A"],
    [[11, 10, 10, 10, 10], "A"], // 4 of 5 are 80 %
    [[11, 11, 0, 0, 0, 0, 0, 0, 0, 0], "A"], // 80 %
    [[11, 11, 0, 0, 0, 0, 0, 0, 0], "B"], // 77.8 %
    [[undefined, 10, 10, 10, 10], "A"],
    [[undefined, undefined, 10, 10, 10], "B"],
    [[11, 10, 10], "B"],
    [[11, 11], "A"], // under three: unknown
    [[-30, -1, 0], "A"],
  ] as const)("days late %j make %s", (late, expected) => {
    expect(tier({ orders: paying(late), policy })).toBe(expected);
  });
  test("79 % is under it and 80 % is not", () => {
    const orders = paying([...Array(21).fill(11), ...Array(79).fill(0)]);
    expect(tier({ orders, policy: { ...patient, "punctual.orders": 100 } })).toBe("B");
    expect(tier({ orders, policy: { ...patient, "punctual.orders": 100, "punctual.min_share": 79 } })).toBe("A");
  });
  test("only the last six count", () => {
    expect(tier({ orders: paying([11, 11, 11, 11, 0, 0, 0, 0, 0, 0]), policy: patient })).toBe("A");
    expect(tier({ orders: paying([11, 11, 0, 0, 0, 0, 0]), policy: patient })).toBe("A"); // of seven, 71 %
    expect(tier({ orders: paying([0, 0, 0, 0, 11, 11, 0, 0, 0, 0]), policy: patient })).toBe("B");
  });
  test("an unpaid order counts as late from the eleventh day after its due day", () => {
    const unpaid = (days: number) => {
      const good = paying([0, 0, 0]); // three of four would be 75 %
      return [...good, orderAgo(20, 1, { due: ago(days) })];
    };
    expect(tier({ orders: unpaid(10), policy: patient })).toBe("A");
    expect(tier({ orders: unpaid(11), policy: patient })).toBe("B");
  });
  test("an order without a due day proves nothing", () => {
    const orders = ordersAgo([60, 40, 20], 500_000).map((order) => ({ ...order, paid: ago(0) }));
    expect(tier({ orders, policy: strict })).toBe("A");
    expect(why({ orders, policy: strict }).unknown).toBe("punctual");
  });
  test("the reason says what held him back", () => {
    const given = { orders: paying([11, 11, 11]), policy: patient };
    expect(why(given)).toMatchObject({ rule: "value.orders", heldBack: "punctual" });
  });
  test("which of one day's orders are the last six does not hang on how the sheet is sorted", () => {
    const sameDay = [11, 11, 0, 0, 0, 0, 0].map((late, i) =>
      orderAgo(100, 1_000_000, { due: ago(90 - i), paid: ago(90 - i) + late }),
    );
    expect(tier({ orders: sameDay, policy: patient })).toBe(
      tier({ orders: sameDay.slice().reverse(), policy: patient }),
    );
  });
});

describe("steady: three purchases, own gap up to 182, and not silent for longer than max(90, 2 x own gap)", () => {
  /** Three purchases; the gaps and the silence since the last one, in days. */
  const rhythm = (gap: number, silence: number) => ordersAgo([silence + 2 * gap, silence + gap, silence], 1_000_000);

  test.each([
    [182, 0, "A"],
    [183, 0, "B"],
    [10, 90, "A"],
    [10, 91, "B"],
    [60, 120, "A"],
    [60, 121, "B"],
    [45, 90, "A"],
    [45, 91, "B"],
  ])("a purchase every %i days, the last %i days ago, is %s", (gap, silence, expected) => {
    expect(tier({ orders: rhythm(gap, silence), policy: strict })).toBe(expected);
  });
  test("under three purchases it is unknown, and unknown stays A and says so", () => {
    const given = { orders: ordersAgo([300, 5], 1_000_000), policy: strict };
    expect(tier(given)).toBe("A");
    expect(why(given).unknown).toBeDefined();
  });
  test("typed order columns prove it too", () => {
    const customer = { annual: money(2_000_000), firstOrder: ago(400), lastOrder: ago(10), orderCount: 3 };
    expect(tier({ customer, ledger: NO_LEDGER })).toBe("B"); // 195 days apart
    expect(why({ customer, ledger: NO_LEDGER }).heldBack).toBe("steady");
    expect(tier({ customer: { ...customer, orderCount: 4 }, ledger: NO_LEDGER })).toBe("A");
  });
});

describe("a short order sheet cannot lower a typed amount", () => {
  const short = (days: number) => ({ ...LONG_LEDGER, firstDay: ago(days) });
  const orders = [orderAgo(100, 150_000)];
  test.each([
    [364, "B"],
    [365, "C"],
    [366, "C"],
  ])("that begins %i days ago, beside a typed 300,000, gives %s", (days, expected) => {
    expect(tier({ customer: { annual: money(300_000) }, orders, ledger: short(days) })).toBe(expected);
  });
  test("nor raise it: the larger stands", () => {
    const given = { customer: { annual: money(5) }, orders, ledger: short(100) };
    expect(tier(given)).toBe("C");
    expect(why(given).rule).toBe("value.orders");
  });
  test("the reason says so, with both amounts", () => {
    expect(why({ customer: { annual: money(300_000) }, orders, ledger: short(364) })).toMatchObject({
      rule: "value.short_ledger",
      minor: money(300_000),
      ledgerMinor: money(150_000),
    });
  });
  test("a fall from A by silence waits there too", () => {
    // Steady until day 120 after the last order (2 x 60), so until yesterday.
    const silent = ordersAgo([241, 181, 121], 10);
    const given = { customer: { annual: money(2_000_000) }, orders: silent, ledger: short(300) };
    expect(tier(given)).toBe("A");
    expect(why(given).watchUntil).toBe(ago(1) + 60);
  });
});

describe("provisional: the first order is under 365 days ago", () => {
  test.each([
    [364, true],
    [365, undefined],
    [366, undefined],
  ])("a first order %i days ago: %s", (days, expected) => {
    expect(why({ orders: [orderAgo(days, 1), orderAgo(3, 1)] }).provisional).toBe(expected);
    expect(why({ customer: { annual: money(5), firstOrder: ago(days) }, ledger: NO_LEDGER }).provisional).toBe(
      expected,
    );
  });
  test("the earlier of ledger and typed counts", () => {
    expect(why({ customer: { firstOrder: ago(900) }, orders: [orderAgo(30, 1)] }).provisional).toBeUndefined();
    expect(why({ customer: { firstOrder: ago(30) }, orders: [orderAgo(900, 1)] }).provisional).toBeUndefined();
    expect(why({ customer: { firstOrder: ago(20) }, orders: [orderAgo(30, 1)] }).provisional).toBe(true);
  });
  test("a short order sheet makes nobody provisional; a typed first order does", () => {
    const ledger = { ...LONG_LEDGER, firstDay: ago(364) };
    expect(why({ orders: [orderAgo(30, 1)], ledger }).provisional).toBeUndefined();
    expect(why({ orders: [orderAgo(30, 1)], ledger: { ...ledger, firstDay: ago(365) } }).provisional).toBe(true);
    expect(why({ customer: { firstOrder: ago(30) }, orders: [orderAgo(30, 1)], ledger }).provisional).toBe(true);
  });
  test("it is a word: the tier is the same", () => {
    expect(tier({ orders: [orderAgo(364, 300_000)] })).toBe("B");
  });
});

describe("a fall waits 60 days", () => {
  // An order that leaves the year after its 364th day: the last day with it is 364 days after.
  const fellAgo = (days: number): Order[] => [orderAgo(364 + days, 300_000), orderAgo(200, 5)];

  test.each([
    [0, "B", undefined],
    [1, "B", ago(1) + 60],
    [59, "B", ago(59) + 60],
    [60, "B", TODAY],
    [61, "D", undefined],
  ])("of an order whose last day in the year was %i days ago: %s, on watch until %s", (days, expected, until) => {
    const given = { orders: fellAgo(days) };
    expect(tier(given)).toBe(expected);
    expect(why(given).watchUntil).toBe(until);
  });
  test("the reason says what he would be today, and with how much", () => {
    expect(why({ orders: fellAgo(10) })).toMatchObject({
      minor: money(300_005),
      fallsTo: "D",
      todayMinor: money(5),
    });
  });
  test("the days of grace are the policy's", () => {
    const policy = { "value.grace_days": 5 };
    expect(tier({ orders: fellAgo(5), policy })).toBe("B");
    expect(tier({ orders: fellAgo(6), policy })).toBe("D");
    expect(tier({ orders: fellAgo(1), policy: strict })).toBe("D");
  });
  test("the best of the grace counts, and the last day that had it", () => {
    // B until 40 days ago, C until 20 days ago, D since.
    const orders = [orderAgo(404, 200_000), orderAgo(384, 100_000), orderAgo(300, 5)];
    expect(tier({ orders })).toBe("B");
    expect(why({ orders }).watchUntil).toBe(ago(40) + 60);
    expect(tier({ orders, policy: { "value.grace_days": 39 } })).toBe("C");
    expect(why({ orders, policy: { "value.grace_days": 39 } }).watchUntil).toBe(ago(20) + 39);
  });
  test("a fall by a refund waits from the day of the refund", () => {
    const refunded = (days: number) => [orderAgo(100, 300_000), orderAgo(days, -200_000, { use: "refund" })];
    expect(tier({ orders: refunded(0) })).toBe("B");
    expect(why({ orders: refunded(0) }).watchUntil).toBe(ago(1) + 60);
    expect(tier({ orders: refunded(60) })).toBe("C");
    expect(tier({ orders: refunded(59) })).toBe("B");
  });
  test("a fall by a late payment waits from the day on which the order was late", () => {
    const paid = (due: number) => ({ due: ago(due), paid: ago(due) });
    const orders = (due: number) => [
      orderAgo(100, 500_000, paid(90)),
      orderAgo(80, 500_000, paid(70)),
      orderAgo(75, 500_000, { due: ago(due) }),
    ];
    expect(tier({ orders: orders(10) })).toBe("A");
    expect(why({ orders: orders(10) }).watchUntil).toBeUndefined();
    expect(tier({ orders: orders(11) })).toBe("A");
    expect(why({ orders: orders(11) }).watchUntil).toBe(ago(1) + 60);
    expect(tier({ orders: orders(70) })).toBe("A");
    expect(tier({ orders: orders(71) })).toBe("B");
  });
  test("a payment counts from its own day: before it the order was late", () => {
    const paid = (due: number, day: number) => ({ due: ago(due), paid: ago(day) });
    const orders = [
      orderAgo(100, 500_000, paid(90, 90)),
      orderAgo(99, 500_000, paid(90, 90)),
      orderAgo(98, 500_000, paid(90, 5)),
    ];
    expect(tier({ orders, policy: strict })).toBe("B");
    // Late since day 79 before today; until then he was an A, which is out of the grace of 60 days.
    expect(tier({ orders })).toBe("B");
    expect(tier({ orders, policy: { "value.grace_days": 80 } })).toBe("A");
  });
  test("typed amounts know no yesterday: they fall at once", () => {
    expect(why({ customer: { annual: money(5), lastOrder: ago(400) }, ledger: NO_LEDGER }).watchUntil).toBeUndefined();
  });
  test("a missing rate is no fall", () => {
    // Yesterday a D by 5 units, today also an order that could not be summed.
    const orders = [orderAgo(100, 5), orderAgo(0, 0, { minor: undefined })];
    expect(tier({ orders })).toBe("unrated");
    expect(why({ orders }).watchUntil).toBeUndefined();
    // Also where something has left the year meanwhile.
    expect(tier({ orders: [orderAgo(370, 5), ...orders] })).toBe("unrated");
  });
  test("nobody is graded by a day before his first order", () => {
    expect(tier({ orders: [orderAgo(3, 300_000), orderAgo(0, -300_000, { use: "refund" })] })).toBe("B");
    expect(tier({ orders: [orderAgo(0, 5)] })).toBe("D");
  });
});
