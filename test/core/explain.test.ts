import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AXES } from "../../src/core/axes";
import { activity } from "../../src/core/axes/activity";
import { value } from "../../src/core/axes/value";
import type { Day } from "../../src/core/day";
import { outlookOf, policyKeysOf, ratesLacking } from "../../src/core/explain";
import { factsOf, type Ledger } from "../../src/core/facts";
import type { Class, Customer, Finding, Order } from "../../src/core/model";
import type { Minor } from "../../src/core/money";
import { linesOf } from "../../src/core/overrides";
import type { Policy } from "../../src/core/policy/fields";
import deciding from "../../src/core/policy/keys.table";
import { policyFields } from "../../src/core/policy/policy";
import { VOCABULARY } from "../../src/core/policy/vocabulary";
import { classify } from "../../src/core/reclassify";
import reasonsEn from "../../src/texts/reasons.en.table";
import {
  aCustomer,
  ago,
  anInput,
  anOrder,
  aPolicy,
  type Case,
  classifiedIn,
  dateCell,
  LONG_LEDGER,
  money,
  NO_LEDGER,
  orderAgo,
  ordersAgo,
  TODAY,
  TYPED_COLUMNS,
} from "./makers";

const outlook = ({ customer, orders = [], ledger = LONG_LEDGER, policy }: Case) =>
  outlookOf(aCustomer(customer), orders, ledger, aPolicy(policy), TODAY);

/** Without the grace, so that a fall comes on its own day. */
const strict = { "value.grace_days": 0 };

describe("what lifts the tier", () => {
  test("the amount that the year lacks, by the last day before an order leaves it", () => {
    const orders = [orderAgo(300, 200_000), orderAgo(30, 86_400)];
    // 286,400 until the older order leaves the year, 65 days from today.
    expect(outlook({ orders }).lift).toMatchObject({
      rule: "next.order",
      tier: "B",
      minor: money(13_600),
      until: TODAY + 64,
    });
  });
  test.each([
    [99_999.99, "C", 0.01, "next.any"],
    [99_999.98, "C", 0.02, "next.order"],
    [100_000, "B", 200_000, "next.order"],
    [299_999.99, "B", 0.01, "next.any"],
    // More than a million is A: exactly a million is not.
    [300_000, "A", 700_000.01, "next.order"],
    [1_000_000, "A", 0.01, "next.any"],
  ])("beside %d it is %s with %d more", (units, tier, more, rule) => {
    expect(outlook({ orders: [orderAgo(5, units)] }).lift).toMatchObject({ rule, tier, minor: money(more) });
  });
  test("nothing lifts the highest tier", () => {
    expect(outlook({ orders: [orderAgo(5, 2_000_000)] }).lift).toEqual({ rule: "next.highest" });
  });
  test("a customer without orders becomes D with any order and C with a large one, whenever", () => {
    expect(outlook({}).lift).toEqual({
      rule: "next.first",
      tier: "C",
      first: "D",
      minor: money(100_000),
      since: undefined,
      until: undefined,
    });
  });
  test("of orders that could not be summed the lack is to the next tier that is certain", () => {
    const orders = [orderAgo(5, 0, { minor: undefined }), orderAgo(4, 40_000)];
    expect(outlook({ orders }).lift).toMatchObject({ rule: "next.order", tier: "C", minor: money(60_000) });
  });
  test("of orders that could not be summed it is at most what is named, and a fall goes by the others", () => {
    const orders = [orderAgo(200, 150_000), orderAgo(3, 0, { minor: undefined })];
    const { lift, tier } = outlook({ orders, policy: strict });
    expect(lift).toMatchObject({ rule: "next.order", tier: "B", minor: money(150_000), missing: 1 });
    expect(tier).toMatchObject({ rule: "next.fall", tier: "unrated", on: TODAY + 165, missing: 1 });
    expect(outlook({ orders: orders.slice(0, 1), policy: strict }).lift.missing).toBeUndefined();
  });
  test.each([
    ["a refund", [orderAgo(100, 310_000), orderAgo(90, 0, { use: "refund", minor: undefined })]],
    ["a discount", [orderAgo(90, 310_000, { atMost: true })]],
    ["a refund beside a D", [orderAgo(100, 5), orderAgo(90, 0, { use: "refund", minor: undefined })]],
  ])("of %s that could not be taken off nobody knows what lifts the tier", (_, orders) => {
    const unknown = { rule: "next.refunds", refunds: 1 };
    expect(outlook({ orders, policy: strict }).lift).toEqual(unknown);
    const year = { ...strict, "value.window_days": 90 };
    expect(outlook({ orders: [...orders, orderAgo(80, 5)], policy: year }).lift.rule).toBe("next.order");
  });
  test("an amount that does only once a refund has left the year is not named for today", () => {
    const orders = [orderAgo(300, -1000, { use: "refund" })];
    const { lift } = outlook({ orders, ledger: { ...LONG_LEDGER, firstDay: ago(200) }, policy: strict });
    expect(lift).toMatchObject({ rule: "next.first", tier: "C", minor: money(100_000), since: TODAY + 165 });
  });
  test("a refund without a rate that leaves the year brings the tier back by itself", () => {
    const orders = [orderAgo(100, 310_000), orderAgo(200, 0, { use: "refund", minor: undefined })];
    expect(outlook({ orders, policy: strict }).tier).toMatchObject({ rule: "next.rise", tier: "B", on: TODAY + 165 });
    const discounted = [orderAgo(100, 310_000), orderAgo(200, 5, { atMost: true })];
    expect(outlook({ orders: discounted, policy: strict }).tier).toMatchObject({ rule: "next.rise", tier: "B" });
  });
  test("a typed amount lacks an amount and has no day", () => {
    const given = { customer: { annual: money(290_000) }, ledger: NO_LEDGER };
    expect(outlook(given).lift).toEqual({ rule: "next.typed", tier: "B", minor: money(10_000) });
  });
  test("nothing makes an A of a typed amount whose typed orders are not steady, and it says so", () => {
    const customer = { annual: money(500_000), firstOrder: ago(800), lastOrder: ago(10), orderCount: 3 };
    expect(outlook({ customer, ledger: TYPED_COLUMNS }).lift).toEqual({ rule: "next.barred", heldBack: "steady" });
  });
  test("nothing makes an A of somebody who pays late, and it says so", () => {
    const late = [1, 2, 3].map((i) => orderAgo(100 + i, 100_000, { due: ago(60), paid: ago(40) }));
    expect(outlook({ orders: late }).lift).toEqual({ rule: "next.barred", heldBack: "punctual" });
  });
  test("any order lifts somebody who is over the limit of A but was silent for too long", () => {
    const orders = ordersAgo([220, 160, 155 - 30], 500_000);
    expect(outlook({ orders, policy: strict }).lift).toMatchObject({ rule: "next.any", tier: "A", minor: 1 });
  });
  test("an order under the amount of a sample is none", () => {
    const given = { orders: [orderAgo(5, 99_999)], policy: { "order.sample_max": 500 } };
    expect(outlook(given).lift).toMatchObject({ rule: "next.order", tier: "C", minor: money(500) });
  });
  test("any order lifts somebody whose typed amount is over the limit of A, while the order sheet is short", () => {
    // Silent for 121 days: over 2 x 60. The sheet is long enough in 65 days.
    const given = {
      customer: { annual: money(1_500_000) },
      orders: ordersAgo([241, 181, 121], 5),
      ledger: { ...LONG_LEDGER, firstDay: ago(300) },
      policy: strict,
    };
    expect(outlook(given).lift).toMatchObject({ rule: "next.any", tier: "A", until: TODAY + 64 });
  });
  test.each([
    ["beside it", 0],
    ["ten days after it", 10],
    ["on its last day in the year", 364],
  ])(
    "a customer with nothing but a refund lacks what it took as well, %s, and need not wait until it has left",
    (_, days) => {
      expect(outlook({ orders: [orderAgo(days, -500, { use: "refund" })] }).lift).toEqual({
        rule: "next.first",
        tier: "C",
        first: "D",
        minor: money(100_500),
        since: undefined,
        until: undefined,
      });
    },
  );
  test("a refund that has left the year takes nothing from what he lacks", () => {
    const orders = [orderAgo(365, -500, { use: "refund" })];
    expect(outlook({ orders }).lift).toMatchObject({ tier: "C", minor: money(100_000) });
  });
  test("a cheaper day that comes when a refund leaves the year has its first day, too", () => {
    const orders = [orderAgo(350, -50_000, { use: "refund" }), orderAgo(200, 240_000)];
    // From 190,000 to 240,000 in 15 days; the order itself leaves in 165 days.
    expect(outlook({ orders }).lift).toMatchObject({
      tier: "B",
      minor: money(60_000),
      since: TODAY + 15,
      until: TODAY + 164,
    });
  });
});

describe("the day on which tier and activity fall if nothing happens", () => {
  test("the tier falls after the grace of the order that leaves the year", () => {
    const orders = [orderAgo(300, 300_000), orderAgo(30, 5)];
    expect(outlook({ orders }).tier).toEqual({ rule: "next.fall", tier: "D", on: TODAY + 65 + 60 });
    expect(outlook({ orders, policy: strict }).tier).toEqual({ rule: "next.fall", tier: "D", on: TODAY + 65 });
  });
  test("on watch it falls on the day after the watch", () => {
    const orders = [orderAgo(374, 300_000), orderAgo(200, 5)];
    const { because } = classifiedIn({ orders }).classes.value;
    expect(outlook({ orders }).tier).toMatchObject({ tier: "D", on: (because.watchUntil as Day) + 1 });
  });
  test("an A that is silent for too long falls to B, without anything leaving the year", () => {
    const orders = ordersAgo([130, 70, 10], 500_000);
    expect(outlook({ orders, policy: strict }).tier).toEqual({ rule: "next.fall", tier: "B", on: ago(10) + 121 });
  });
  test("an order that is not paid makes an A fall on the day on which it is late", () => {
    const paid = { due: ago(50), paid: ago(50) };
    const orders = [
      orderAgo(90, 500_000, paid),
      orderAgo(80, 500_000, paid),
      orderAgo(70, 500_000, { due: TODAY + 5 }),
    ];
    expect(outlook({ orders, policy: { ...strict, "steady.open_days": 900 } }).tier).toEqual({
      rule: "next.fall",
      tier: "B",
      on: TODAY + 5 + 11,
    });
  });
  test("a typed amount that outweighs a short order sheet falls once the sheet is long enough", () => {
    const given = {
      customer: { annual: money(300_000) },
      orders: [orderAgo(20, 5)],
      ledger: { ...LONG_LEDGER, firstDay: ago(300) },
    };
    expect(outlook(given).tier).toEqual({ rule: "next.fall", tier: "D", on: ago(300) + 365 });
  });
  test("the tier rises by itself when a refund leaves the year", () => {
    const orders = [orderAgo(300, -50_000, { use: "refund" }), orderAgo(200, 320_000)];
    expect(outlook({ orders }).tier).toEqual({ rule: "next.rise", tier: "B", on: TODAY + 65 });
    // Until then it takes what it lacks today.
    expect(outlook({ orders }).lift).toMatchObject({ minor: money(30_000), until: TODAY + 64 });
  });
  test.each([
    ["D", [orderAgo(30, 5)]],
    ["unrated", []],
  ])("%s cannot fall", (_, orders) => {
    expect(outlook({ orders }).tier).toBeUndefined();
  });
  test("a typed amount does not fall", () => {
    expect(outlook({ customer: { annual: money(300_000) }, ledger: NO_LEDGER }).tier).toBeUndefined();
  });
  test.each([
    [0, "lapsing", TODAY + 91],
    [90, "lapsing", TODAY + 1],
    [91, "dormant", TODAY - 91 + 366],
    [365, "dormant", TODAY + 1],
  ])("an activity by a last order %i days ago falls to %s", (days, expected, on) => {
    expect(outlook({ orders: [orderAgo(days, 5)] }).activity).toEqual({
      rule: "next.activity",
      activity: expected,
      on,
    });
  });
  test("an activity that silence makes better, since a short old gap leaves the own rhythm, is no fall and is not said", () => {
    // Gaps of 10 and 400 days; in 11 days the first ended more than two years ago, and 400 alone is his rhythm.
    const orders = ordersAgo([730, 720, 320], 5);
    const on = (day: Day) =>
      activity.classify(factsOf(aCustomer(), { orders, contacts: [] }, LONG_LEDGER, aPolicy(), day), aPolicy()).id;
    expect([on(TODAY), on(TODAY + 10), on(TODAY + 11)]).toEqual(["lapsing", "lapsing", "active"]);
    expect(outlook({ orders }).activity).toBeUndefined();
  });
  test.each([
    ["dormant", [orderAgo(366, 5)]],
    ["not bought", []],
  ])("%s falls no further", (_, orders) => {
    expect(outlook({ orders }).activity).toBeUndefined();
  });
});

describe("what is stated, done in the sheets", () => {
  const customers = [["Company", "Country"], ...["Acme", "Bravo", "Casa", "Delta"].map((name) => [name, "Spain"])];
  const order = (name: string, days: number, amount: number) => [name, dateCell(ago(days)), amount, "USD"];
  const orders = [
    ["Customer", "Order date", "Amount", "Currency"],
    order("Acme", 300, 200_000),
    order("Acme", 30, 86_400),
    order("Bravo", 100, 999_999.5),
    order("Bravo", 80, 0.25),
    order("Casa", 600, 70_000),
    order("Casa", 200, 70_000),
    order("Casa", 150, -5_000),
  ];
  const run = (asOf: Day, more: readonly (typeof orders)[number][] = []) =>
    classify(anInput({ customers, orders: [...orders, ...more], asOf }));
  const tiers = (outcome: ReturnType<typeof run>) => outcome.classified.map(({ classes }) => classes.value.id);
  const now = run(TODAY);

  test.each([
    ["Acme", 0, "C", "B", 13_600],
    ["Bravo", 1, "B", "A", 0.26],
    ["Casa", 2, "D", "C", 35_000],
    ["Delta", 3, "unrated", "C", 100_000],
  ])(
    "%s is lifted by an order of that amount on the last day, not by a cent less or a day later",
    (name, at, tier, to, amount) => {
      expect(tiers(now)[at]).toBe(tier);
      const { lift } = now.outlook(at);
      expect(lift).toMatchObject({ tier: to, minor: money(amount) });
      const until = (lift.until as Day | undefined) ?? TODAY + 300;
      const ordering = (day: Day, units: number) => tiers(run(day, [[name, dateCell(day), units, "USD"]]))[at];
      expect(ordering(TODAY, amount)).toBe(to);
      expect(ordering(until, amount)).toBe(to);
      expect(ordering(until, Math.round(amount * 100 - 1) / 100)).not.toBe(to);
      if (lift.until !== undefined) expect(ordering(until + 1, amount)).not.toBe(to);
    },
  );
  test.each([0, 1])("customer %i falls on the day that is named and not before", (at) => {
    const { tier } = now.outlook(at);
    const on = tier!.on as Day;
    expect(tiers(run(on - 1))[at]).toBe(tiers(now)[at]);
    expect(tiers(run(on))[at]).toBe(tier!.tier);
  });
  test("a class that was set by hand moves by no order", () => {
    const by = {
      ...linesOf([now.classified[0]!.customer])[0]!,
      class: "A",
      reason: "x",
      until: null,
      by: "",
      day: ago(3),
    };
    const overrides = [
      { ...by, axis: "value" },
      { ...by, axis: "activity", class: "active" },
    ] as const;
    const set = classify({ ...anInput({ customers, orders }), overrides });
    expect(set.classified[0]!.classes.value.id).toBe("A");
    expect(set.outlook(0)).toEqual({ lift: { rule: "next.by_hand", tier: "A", until: undefined } });
    expect(set.outlook(2)).toEqual(now.outlook(2));
  });
});

describe("over random ledgers and policies", () => {
  /** As far as the days are tried one by one: everything in these small policies has happened by then. */
  const TRIED = 420;
  const HEIGHT: Readonly<Record<string, number>> = { A: 3, B: 2, C: 1, active: 2, lapsing: 1 };

  const policies = fc
    .record({
      limits: fc.tuple(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ max: 60, min: 1 }),
      ),
      window: fc.integer({ min: 1, max: 80 }),
      grace: fc.constantFrom(0, 1, 7, 30),
      recent: fc.integer({ min: 1, max: 120 }),
      fold: fc.integer({ min: 0, max: 5 }),
      steadyGap: fc.integer({ min: 1, max: 40 }),
      steadyOpen: fc.integer({ min: 0, max: 40 }),
      times: fc.constantFrom(0.1, 1, 1.5, 2),
      purchases: fc.integer({ min: 1, max: 4 }),
      late: fc.integer({ min: 0, max: 15 }),
      judged: fc.integer({ min: 1, max: 4 }),
      short: fc.integer({ min: 0, max: 100 }),
      active: fc.integer({ min: 0, max: 30 }),
      dormant: fc.integer({ min: 1, max: 60 }),
      sample: fc.constantFrom(0, 0, 0, 0.02, 3),
    })
    .map((made): Policy => {
      const [c, b, a] = made.limits;
      return aPolicy({
        "value.C.min": c / 4,
        "value.B.min": (c + a) / 4,
        "value.A.min": (c + a + b) / 4,
        "value.window_days": made.window,
        "value.grace_days": made.grace,
        "gap.recent_days": made.recent,
        "purchase.fold_days": made.fold,
        "steady.max_gap": made.steadyGap,
        "steady.open_days": made.steadyOpen,
        "steady.open_times": made.times,
        "steady.min_purchases": made.purchases,
        "punctual.late_days": made.late,
        "punctual.min_orders": made.judged,
        "punctual.orders": made.judged + 1,
        "punctual.min_share": 60,
        "ledger.short_days": made.short,
        "activity.active.days": made.active,
        "activity.dormant.days": made.active + made.dormant,
        "activity.active.times": made.times,
        "activity.dormant.times": made.times + 0.5,
        "order.sample_max": made.sample,
      });
    });

  const cents = (most: number) => fc.integer({ min: 1, max: most });
  const row = fc
    .record({
      use: fc.constantFrom<Order["use"]>("order", "order", "order", "order", "refund", "unread", "sample", "listed"),
      days: fc.integer({ min: 0, max: 200 }),
      minor: fc.option(cents(2500), { freq: 12, nil: undefined }),
      due: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
      paid: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
    })
    .map(({ use, days, minor, due, paid }): Order => {
      const day = ago(days);
      const refund = use === "refund" && minor !== undefined ? -Math.ceil(minor / 3) : minor;
      return anOrder({
        use,
        day,
        minor: use === "unread" ? undefined : refund,
        due: due === undefined ? undefined : day + due,
        // Nobody has paid on a day to come.
        paid: paid === undefined || day + paid > TODAY ? undefined : day + paid,
      });
    });

  const teams = fc.record({
    policy: policies,
    orders: fc.array(row, { maxLength: 9 }),
    annual: fc.option(cents(4000), { freq: 3, nil: undefined }),
    typed: fc.option(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 90 }), cents(5)), {
      nil: undefined,
    }),
    begun: fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }),
  });

  interface Lift {
    readonly rule: string;
    readonly tier?: string;
    readonly minor?: Minor;
    readonly since?: Day;
    readonly until?: Day;
  }

  type Team = typeof teams extends fc.Arbitrary<infer T> ? T : never;

  function made({ policy, orders, annual, typed, begun }: Team) {
    const customer = aCustomer({
      annual,
      ...(typed && { firstOrder: ago(typed[0] + typed[1]), lastOrder: ago(typed[0]), orderCount: typed[2] }),
    });
    const ledger: Ledger = {
      exists: orders.length > 0,
      firstDay: orders.length ? Math.min(...orders.map(({ day }) => day!), ago(begun ?? 0)) : undefined,
      typedColumns: typed !== undefined,
      log: false,
    };
    const on = (
      axis: typeof value | typeof activity,
      day: Day,
      more: readonly Order[] = [],
      who: Customer = customer,
    ) =>
      axis.classify(factsOf(who, { orders: [...orders, ...more], contacts: [] }, ledger, policy, day), policy) as Class;
    /** A row of the order sheet as it would be read: under the amount of a sample it is one. */
    const placed = (day: Day, minor: Minor): Order =>
      anOrder({ day, minor, use: minor < Math.round(policy["order.sample_max"] * 100) ? "sample" : "order" });
    const ordering = (day: Day, minor: Minor) => on(value, day, minor > 0 ? [placed(day, minor)] : []);
    return { customer, on, ordering, outlook: outlookOf(customer, orders, ledger, policy, TODAY) };
  }

  const height = ({ id }: Class) => HEIGHT[id] || 0;

  test("the order that is named lifts the tier up to its last day; a cent less or a day later does not", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(teams, (team) => {
        const { on, ordering, customer, outlook: said } = made(team);
        const now = height(on(value, TODAY));
        const { rule, minor = 0, tier, since, until } = said.lift as Lift;
        seen.add(rule);
        const window = team.policy["value.window_days"];
        const risesOn = said.tier?.rule === "next.rise" ? (said.tier.on as Day) : Infinity;
        const last = Math.min(TODAY + window, risesOn - 1);
        const days = Array.from({ length: last - TODAY + 1 }, (_, i) => TODAY + i);
        if (rule === "next.highest") expect(now).toBe(3);
        else if (rule === "next.typed") {
          const typed = (more: Minor) => on(value, TODAY, [], { ...customer, annual: customer.annual! + more });
          expect(typed(minor).id).toBe(tier);
          expect(height(typed(minor))).toBeGreaterThan(now);
          expect(height(typed(minor - 1))).toBeLessThanOrEqual(now);
        } else if (rule === "next.barred") {
          const much = 1_000_000;
          const best = customer.annual !== undefined && !team.orders.some(({ use }) => use === "order");
          const most = best
            ? [on(value, TODAY, [], { ...customer, annual: much })]
            : days.map((day) => ordering(day, much));
          for (const one of most) expect(height(one)).toBeLessThanOrEqual(now);
          expect(most[0]!.because.heldBack).toBe(said.lift.heldBack);
        } else if (rule === "next.refunds") {
          expect(team.orders.some(({ use, minor: known }) => use === "refund" && known === undefined)).toBe(true);
          for (const more of [1, 1000, 1_000_000]) expect(height(ordering(TODAY, more))).toBeLessThanOrEqual(now);
        } else {
          const end = until ?? last;
          // Of refunds alone it is said what lifts today: it does so all year, and once one has left a little less would.
          const gone = team.orders.filter(({ use }) => use === "refund").map(({ day }) => day! + window);
          const bought = team.orders.some(({ use }) => use === "order");
          const cheaper = bought ? Infinity : Math.min(Infinity, ...gone.filter((day) => day > TODAY));
          expect(ordering(end, minor).id).toBe(tier);
          for (const day of days) {
            // Where no last day is named, it does so on every day of the year.
            if (day >= (since ?? TODAY) && day <= end) expect(height(ordering(day, minor))).toBeGreaterThan(now);
            if (day > end) expect(height(ordering(day, minor))).toBeLessThanOrEqual(now);
            if (day < cheaper) expect(height(ordering(day, minor - 1))).toBeLessThanOrEqual(now);
          }
          if (since !== undefined)
            expect(days.some((day) => day < since && height(ordering(day, minor)) <= now)).toBe(true);
          if (said.lift.first) expect(ordering(TODAY, Math.max(1, team.policy["order.sample_max"] * 100)).id).toBe("D");
        }
      }),
      { numRuns: 300 },
    );
    expect([...seen]).toEqual(
      expect.arrayContaining(["next.barred", "next.first", "next.highest", "next.order", "next.typed"]),
    );
  });

  test("tier and activity are what they are until the day before, and fall on the day that is named; else they never fall", () => {
    let falls = 0;
    fc.assert(
      fc.property(teams, (team) => {
        const { on, outlook: said } = made(team);
        for (const [axis, change, id] of [
          [value, said.tier, said.tier?.tier],
          [activity, said.activity, said.activity?.activity],
        ] as const) {
          const now = height(on(axis, TODAY));
          const first = Array.from({ length: TRIED }, (_, i) => TODAY + 1 + i).find(
            (day) => height(on(axis, day)) !== now,
          );
          // A rise of the activity, by an old gap that no longer counts, is not said.
          const rises = first !== undefined && height(on(axis, first)) > now;
          if (axis === activity && (rises || now === 0)) expect(change).toBeUndefined();
          else {
            expect(change?.on).toBe(first);
            if (first !== undefined) expect(on(axis, first).id).toBe(id);
          }
          if (change) falls++;
        }
      }),
      { numRuns: 300 },
    );
    expect(falls).toBeGreaterThan(100);
  });
});

describe("the cells of the policy that decided", () => {
  const keysIn = (given: Case, axis: (typeof AXES)[number]["id"]) =>
    policyKeysOf(classifiedIn(given).classes[axis], aPolicy(given.policy));

  test.each<[string, Case, string[]]>([
    ["A", { orders: [orderAgo(5, 1_000_001)] }, ["value.A.min"]],
    ["B", { orders: [orderAgo(5, 300_000)] }, ["value.B.min"]],
    ["C", { orders: [orderAgo(5, 100_000)] }, ["value.C.min"]],
    ["D", { orders: [orderAgo(5, 1)] }, ["value.C.min"]],
    ["unrated", {}, []],
    ["B on watch", { orders: [orderAgo(374, 300_000)] }, ["value.grace_days", "value.B.min"]],
  ])("of tier %s", (_, given, keys) => {
    expect(keysIn(given, "value")).toEqual(keys);
  });
  test.each<[string, Partial<Order>, Partial<Finding>, Case["policy"], string[]]>([
    ["a refund without a rate: the rate", {}, {}, {}, ["rate.EUR"]],
    ["on the first day of the year", { day: ago(364) }, {}, {}, ["rate.EUR"]],
    ["a day earlier: no cell, and no limit", { day: ago(365) }, {}, {}, []],
    ["on the day itself", { day: TODAY }, {}, {}, ["rate.EUR"]],
    ["of another row", { row: 8 }, {}, {}, []],
    ["in a cell of the customer sheet", {}, { table: "customers" }, {}, []],
    ["of which nothing could be read", {}, { kind: "unreadable" }, {}, []],
    ["with a rate that does not count on that day", {}, {}, { "rate.EUR": 1.1 }, []],
  ])("of a tier that stays unrated for a refund: %s", (_, order, finding, rates, keys) => {
    const refund = anOrder({ row: 7, use: "refund", minor: undefined, ...order });
    const found: Finding = {
      kind: "no_rate",
      table: "orders",
      row: 7,
      column: 3,
      text: "5",
      detail: "EUR",
      ...finding,
    };
    const policy = aPolicy(rates);
    const unrated = { id: "unrated", because: { rule: "value.orders", refunds: 1 } };
    expect(policyKeysOf(unrated, policy, ratesLacking([found], policy, TODAY)([refund]))).toEqual(keys);
  });
  test.each<[string, Case, string]>([
    ["days of the policy", { orders: [orderAgo(91, 5)] }, "activity.active.days"],
    ["own rhythm", { orders: ordersAgo([301, 201, 101]) }, "activity.active.times"],
  ])("of an activity by the %s", (_, given, key) => {
    expect(keysIn(given, "activity")).toEqual([key]);
  });
  test("of a word is the list that has it", () => {
    expect(keysIn({ customer: { source: "广交会", sources: ["fair"] } }, "source")).toEqual(["source.fair"]);
    expect(keysIn({ customer: { identity: { text: "OEM", ids: ["OEM"] } } }, "identity")).toEqual(["identity.OEM"]);
  });
  test("of a due day is the cadence, or the first week of whoever was never contacted", () => {
    const { urgency } = classifiedIn({ customer: { lastContact: ago(3) }, orders: [orderAgo(5, 1)] });
    expect(policyKeysOf({ id: urgency.level, because: urgency.because }, aPolicy())).toEqual(["cadence.D"]);
    const fresh = classifiedIn({ customer: { created: ago(3) } }).urgency;
    expect(policyKeysOf({ id: fresh.level, because: fresh.because }, aPolicy())).toEqual(["cadence.first"]);
  });

  /** What can stand for a fact in the key of a rule. */
  const named = (rule: string, fact: string): readonly string[] => {
    if (fact === "axis") return ["identity", "industry", "product", "size"];
    if (fact === "stars") return ["2", "3"];
    if (fact === "tier") return ["A", "B", "C", "D", "unrated"];
    if (fact === "country") return ["CN", "US"];
    const [axis] = rule.split(".");
    return axis === "value" ? ["A", "B", "C"] : VOCABULARY[axis as keyof typeof VOCABULARY];
  };
  const spelled = (rule: string, key: string): string[] => {
    const fact = /\{(\w+)\}/.exec(key)?.[1];
    if (!fact) return [key];
    return named(rule, fact).flatMap((one) => {
      const next = key.replace(`{${fact}}`, one);
      const words = VOCABULARY[one as keyof typeof VOCABULARY];
      return fact === "axis" ? words.map((id) => next.replace("{id}", id)) : spelled(rule, next);
    });
  };
  test.each(Object.entries(deciding()))("%s names rows of the policy", (rule, keys) => {
    const all = keys.split(/[ |]/).flatMap((key) => spelled(rule, key));
    expect(all.filter((key) => !policyFields().byKey.has(key))).toEqual([]);
    if (!rule.startsWith("+")) expect(Object.keys(reasonsEn())).toContain(rule.replace(/[:+].*/, ""));
  });
});
