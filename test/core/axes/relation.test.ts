import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  aContact,
  ago,
  type Case,
  classIn,
  LONG_LEDGER,
  money,
  NO_LEDGER,
  orderAgo,
  ordersAgo,
  TODAY,
  TYPED_COLUMNS,
} from "../makers";

const relation = (given: Case) => classIn("relation", given).id;
const why = (given: Case) => classIn("relation", given).because;

/** Six purchases, 100 days apart, the last so many days ago. */
const steadily = (last: number) => ordersAgo([0, 1, 2, 3, 4, 5].map((i) => last + 100 * i));

describe("one who never bought", () => {
  test("is a prospect where an order source exists (A009, A053), and unrated where none does", () => {
    expect(relation({})).toBe("prospect");
    expect(relation({ ledger: TYPED_COLUMNS })).toBe("prospect");
    expect(why({ ledger: NO_LEDGER })).toEqual({ rule: "orders.no_source" });
  });
  test("is a prospect still where his stage says that he is lost: he was never ours", () => {
    expect(relation({ customer: { ended: { word: "已流失" } } })).toBe("prospect");
  });
  test.each([
    ["has bought by a typed amount", { annual: money(1) }, "orders.bought_elsewhere"],
    ["may have bought by a cell that cannot be read", { unclear: new Set(["annual"] as const) }, "orders.unclear"],
  ])("and one who %s, with no order found, is unrated", (_, customer, rule) => {
    expect(classIn("relation", { customer })).toEqual({ id: "unrated", because: { rule } });
  });
});

describe("one purchase (A007, A027, X10)", () => {
  test.each([
    [0, "new"],
    [180, "new"],
    [181, "once"],
    [730, "once"],
    [731, "lost"],
  ])("%i days ago: %s", (days, expected) => {
    expect(relation({ orders: [orderAgo(days, 1)] })).toBe(expected);
  });
  test("its day is that of its first order", () => {
    expect(relation({ orders: ordersAgo([180, 178]) })).toBe("new");
    expect(relation({ orders: ordersAgo([181, 178]) })).toBe("once");
  });
  const short = { ...LONG_LEDGER, firstDay: ago(200) };
  test.each([
    ["no typed first order: what came before is not known", undefined, "once"],
    ["a typed first order of 180 days ago", 180, "new"],
    ["a typed first order of 181 days ago", 181, "once"],
    ["a typed first order of years ago", 900, "once"],
  ])("in an order sheet that begins late, with %s", (_, first, expected) => {
    const firstOrder = first === undefined ? undefined : ago(first);
    expect(relation({ orders: [orderAgo(20, 1)], customer: { firstOrder }, ledger: short })).toBe(expected);
  });
  test("typed, it counts whether or not the order sheet begins late", () => {
    const customer = { orderCount: 1, lastOrder: ago(20) };
    expect(relation({ customer, ledger: TYPED_COLUMNS })).toBe("new");
    expect(relation({ customer, ledger: short })).toBe("new");
  });
});

describe("two purchases or more", () => {
  test.each([
    [[90, 100], "growing"], // own gap 10: 90 days are allowed
    [[91, 101], "declining"],
    [[200, 300], "growing"], // own gap 100: 200 days
    [[201, 301], "declining"],
    [[0, 3], "new"], // orders of three days are one purchase
  ] as const)("%j days ago: %s (A028, A030)", (days, expected) => {
    expect(relation({ orders: ordersAgo(days) })).toBe(expected);
  });
  test.each([
    [230, 730, "mature"],
    [229, 729, "growing"],
  ])("six of them, the last %i and the first %i days ago: %s (A029)", (last, first, expected) => {
    const days = [last, last + 100, last + 200, last + 300, last + 400, first];
    // A gap of 200 days allowed for, so that the silence says nothing.
    expect(relation({ orders: ordersAgo(days), policy: { "relation.declining.days": 300 } })).toBe(expected);
  });
  test("five of them are not yet mature, however old", () => {
    expect(relation({ orders: ordersAgo([10, 200, 400, 600, 800]) })).toBe("growing");
    expect(relation({ orders: ordersAgo([10, 200, 400, 600, 700, 800]) })).toBe("mature");
  });
  test("a typed first order makes him older than the sheet", () => {
    const orders = ordersAgo([10, 100, 200, 300, 400, 500]);
    expect(relation({ orders })).toBe("growing");
    expect(relation({ orders, customer: { firstOrder: ago(730) } })).toBe("mature");
  });
  test("in an order sheet that begins late nobody is mature without a typed first order", () => {
    const given = { orders: ordersAgo([10, 60, 110, 160, 210, 260]), ledger: { ...LONG_LEDGER, firstDay: ago(260) } };
    expect(relation(given)).toBe("growing");
    expect(relation({ ...given, customer: { firstOrder: ago(800) } })).toBe("mature");
  });
});

describe("one who stopped (A030, A042, A054, X11)", () => {
  test.each([
    [730, "declining"],
    [731, "lost"],
  ])("after purchases 100 days apart, silent for %i days: %s", (days, expected) => {
    expect(relation({ orders: ordersAgo([days, days + 100]) })).toBe(expected);
  });
  test.each([
    [800, "declining"],
    [801, "lost"],
  ])("after purchases 200 days apart, silent for %i days: %s", (days, expected) => {
    expect(relation({ orders: ordersAgo([days, days + 200]) })).toBe(expected);
  });
  test.each([
    ["on the day of his last order", 20, "lost"],
    ["the day after it", 19, "lost"],
    ["the day before it: he came back", 21, "growing"],
  ])("said that he leaves %s", (_, days, expected) => {
    expect(relation({ orders: steadily(20), customer: { ended: { day: ago(days) } } })).toBe(expected);
  });
  test.each([
    ["the day before the last order: he came back", 12, "growing"],
    ["on the day of the last order", 11, "lost"],
    ["the day after it", 10, "lost"],
  ])("said so without a day, and the last contact was %s", (_, contact, expected) => {
    const customer = { ended: { word: "流失客户" }, lastContact: ago(contact) };
    expect(relation({ orders: steadily(11), customer })).toBe(expected);
  });
  test("without a day and without a contact it wins, and the reason names the word", () => {
    const given = { orders: steadily(11), customer: { ended: { word: "流失客户" } } };
    expect(classIn("relation", given)).toEqual({
      id: "lost",
      because: { rule: "relation.ended", word: "流失客户", day: undefined },
    });
  });
  test("a contact of the log counts for the day too", () => {
    const given = { orders: steadily(11), customer: { ended: {} } };
    expect(relation({ ...given, contacts: [aContact({ day: ago(12) })] })).toBe("growing");
    expect(relation({ ...given, contacts: [aContact({ day: ago(11) })] })).toBe("lost");
  });
  test("said in typed columns alone it counts as well", () => {
    const customer = { orderCount: 4, lastOrder: ago(20), ended: { day: ago(5) } };
    expect(relation({ customer, ledger: TYPED_COLUMNS })).toBe("lost");
  });
});

describe("one who came back (A030, A054)", () => {
  test.each([
    [730, 0, "growing"],
    [731, 0, "won_back"],
    [731, 180, "won_back"],
    [731, 181, "growing"],
  ])("after a silence of %i days, %i days ago: %s", (gap, last, expected) => {
    expect(relation({ orders: ordersAgo([last, last + gap, last + gap + 50, last + gap + 100]) })).toBe(expected);
  });
  test.each([
    [800, "growing"],
    [801, "won_back"],
  ])("four times his earlier rhythm of 200 days is %i days: %s", (gap, expected) => {
    expect(relation({ orders: ordersAgo([5, 5 + gap, 205 + gap, 405 + gap]) })).toBe(expected);
  });
  test("two purchases, years apart, are enough", () => {
    expect(why({ orders: ordersAgo([5, 1000]) })).toEqual({ rule: "relation.won_back", lastOrder: ago(5), gap: 995 });
    const customer = { orderCount: 2, firstOrder: ago(1000), lastOrder: ago(5) };
    expect(relation({ customer, ledger: TYPED_COLUMNS })).toBe("won_back");
  });
  test("the purchase that brought him back began with its first order", () => {
    expect(relation({ orders: ordersAgo([178, 180, 1000]) })).toBe("won_back");
    expect(relation({ orders: ordersAgo([178, 181, 1000]) })).toBe("growing");
  });
  test("who left again is lost", () => {
    expect(relation({ orders: ordersAgo([5, 1000]), customer: { ended: { day: ago(2) } } })).toBe("lost");
  });
});

describe("typed first order, last order and count", () => {
  const typed = (orderCount: number | undefined, first: number | undefined, last: number | undefined): Case => ({
    customer: {
      orderCount,
      firstOrder: first === undefined ? undefined : ago(first),
      lastOrder: last === undefined ? undefined : ago(last),
    },
    ledger: TYPED_COLUMNS,
  });
  test.each([
    [1, undefined, 180, "new"],
    [1, undefined, 181, "once"],
    [undefined, 50, 50, "new"],
    [6, 730, 10, "mature"],
    [6, 729, 10, "growing"],
    [5, 900, 10, "growing"],
    [3, 310, 110, "growing"], // 100 apart: silent for 110 of 200
    [3, 401, 201, "declining"],
    [3, undefined, 90, "growing"], // no rhythm known: 90 days
    [3, undefined, 91, "declining"],
    [undefined, undefined, 20, "unrated"], // how often is not known
    [undefined, undefined, 731, "lost"],
    [5, undefined, undefined, "unrated"], // when is not known
    [0, undefined, undefined, "prospect"],
  ])("%s orders from %s to %s days ago: %s", (count, first, last, expected) => {
    expect(relation(typed(count, first, last))).toBe(expected);
  });
});

test("the limits are the policy's", () => {
  expect(relation({ orders: [orderAgo(31, 1)], policy: { "relation.new.days": 30 } })).toBe("once");
  expect(relation({ orders: [orderAgo(200, 1)], policy: { "relation.lost.days": 199 } })).toBe("lost");
  expect(relation({ orders: ordersAgo([5, 400]), policy: { "relation.lost.days": 300 } })).toBe("won_back");
  expect(relation({ orders: ordersAgo([5, 400, 700]), policy: { "relation.mature.purchases": 3 } })).toBe("growing");
  expect(relation({ orders: ordersAgo([5, 400, 735]), policy: { "relation.mature.purchases": 3 } })).toBe("mature");
});

test("who is lost, or never returned after his first order, stays so while he is silent", () => {
  const gaps = fc.array(fc.integer({ min: 4, max: 900 }), { maxLength: 4 });
  fc.assert(
    fc.property(gaps, fc.nat(3000), fc.nat(2000), (between, silence, more) => {
      const days = [silence];
      for (const gap of between) days.push(days[days.length - 1]! + gap);
      const orders = ordersAgo(days);
      const before = relation({ orders });
      const after = relation({ orders, asOf: TODAY + more });
      if (before === "lost") expect(after).toBe("lost");
      if (before === "once") expect(["once", "lost"]).toContain(after);
    }),
  );
});
