import { describe, expect, test } from "vitest";
import { cadenceOfTier, isSilent, LEVELS, levelOf } from "../../../src/core/followup/urgency";
import { ago, aPolicy, type Case, LONG_LEDGER, money, NO_LEDGER, orderAgo, TODAY, urgencyIn } from "../makers";

const policy = aPolicy();

describe("the level by the days over the due day, held against the cadence", () => {
  test.each([
    // cadence, over, level
    [30, -7, "on_track"],
    [30, -6, "soon"], // exactly a fifth is soon
    [30, -5, "soon"],
    [30, -1, "soon"],
    [30, 0, "due"],
    [30, 14, "due"],
    [30, 15, "overdue"], // exactly a half is overdue
    [30, 16, "overdue"],
    [14, -3, "on_track"], // a fifth is 2.8
    [14, -2, "soon"],
    [14, 6, "due"],
    [14, 7, "overdue"],
    [7, -2, "on_track"], // 1.4
    [7, -1, "soon"],
    [7, 3, "due"], // 3.5
    [7, 4, "overdue"],
    [1, -1, "on_track"],
    [1, 0, "due"],
    [1, 1, "overdue"],
    [180, -37, "on_track"],
    [180, -36, "soon"],
    [180, 89, "due"],
    [180, 90, "overdue"],
  ])("cadence %i, %i days over: %s", (cadence, over, expected) => {
    expect(levelOf(TODAY - over, cadence, TODAY, policy)).toBe(expected);
  });
  test.each([
    [-100, "soon"],
    [-1, "soon"],
    [0, "due"],
    [1, "overdue"],
  ])("somebody's word given, %i days over: %s, never on track", (over, expected) => {
    expect(levelOf(TODAY - over, 1, TODAY, policy, true)).toBe(expected);
  });
  test("the shares are the policy's", () => {
    const own = aPolicy({ "urgency.soon_percent": 50, "urgency.overdue_percent": 100 });
    expect(levelOf(TODAY + 15, 30, TODAY, own)).toBe("soon");
    expect(levelOf(TODAY + 16, 30, TODAY, own)).toBe("on_track");
    expect(levelOf(TODAY - 29, 30, TODAY, own)).toBe("due");
    expect(levelOf(TODAY - 30, 30, TODAY, own)).toBe("overdue");
  });
});

describe("long silent: more than max(365, 2 cadences) days", () => {
  test.each([
    [365, 30, false],
    [366, 30, true],
    [366, 182, true],
    [366, 183, false],
    [367, 183, true],
    [400, 200, false],
    [401, 200, true],
  ])("%i days at a cadence of %i: %s", (days, cadence, expected) => {
    expect(isSilent(ago(days), cadence, TODAY, policy)).toBe(expected);
  });
});

test.each([
  ["A", 14],
  ["B", 30],
  ["C", 60],
  ["D", 90],
  ["unrated", 60],
])("the cadence of a buyer of tier %s is %i days", (tier, days) => {
  expect(cadenceOfTier(tier, policy)).toBe(days);
});

test("the levels stand in the order of urgency, and none shares a word", () => {
  expect(Object.keys(LEVELS)).toEqual(["overdue", "due", "soon", "on_track", "silent", "hold", "unrated"]);
  for (const language of ["zh", "en"] as const)
    expect(new Set(Object.values(LEVELS).map((label) => label[language])).size).toBe(7);
});

describe("rule 1: do not contact", () => {
  test("no due day, whatever else stands there", () => {
    const customer = { hold: true, lastContact: ago(400), inquiry: ago(2), nextDate: ago(-3) };
    expect(urgencyIn({ customer, orders: [orderAgo(5, 1)] })).toEqual({
      level: "hold",
      due: undefined,
      days: 400,
      rule: 1,
      because: { rule: "urgency.hold" },
    });
  });
  test("an unreadable last contact does not undo it", () => {
    expect(urgencyIn({ customer: { hold: true, unclear: new Set(["last_contact"]) } }).level).toBe("hold");
  });
});

describe("rule 3: an inquiry that nobody has answered", () => {
  test.each([
    [0, "soon"],
    [1, "due"],
    [2, "overdue"],
    [90, "overdue"],
  ])("of %i days ago is %s", (days, level) => {
    expect(urgencyIn({ customer: { inquiry: ago(days) } })).toMatchObject({
      level,
      due: ago(days) + 1,
      cadence: 1,
      rule: 3,
      days,
    });
  });
  test("is forgotten after 90 days", () => {
    expect(urgencyIn({ customer: { inquiry: ago(90), lastContact: ago(200) } }).rule).toBe(3);
    expect(urgencyIn({ customer: { inquiry: ago(91), lastContact: ago(200) } }).rule).toBe(10);
  });
  test("is answered by a contact on the same day or later, not by one before", () => {
    expect(urgencyIn({ customer: { inquiry: ago(10), lastContact: ago(11) } }).rule).toBe(3);
    expect(urgencyIn({ customer: { inquiry: ago(10), lastContact: ago(10) } }).rule).toBe(10);
    expect(urgencyIn({ customer: { inquiry: ago(10), lastContact: ago(9) } }).rule).toBe(10);
  });
  test("comes before a next date", () => {
    expect(urgencyIn({ customer: { inquiry: ago(10), nextDate: ago(-30) } }).rule).toBe(3);
  });
  test("is owed to a buyer too", () => {
    expect(urgencyIn({ customer: { inquiry: ago(10), lastContact: ago(20) }, orders: [orderAgo(30, 1)] }).rule).toBe(3);
  });
});

describe("rule 4: a next date", () => {
  test("later than the last contact is the due day, with the cadence of rules 8 and 10", () => {
    expect(urgencyIn({ customer: { lastContact: ago(10), nextDate: ago(-20) } })).toMatchObject({
      level: "on_track",
      due: ago(-20),
      cadence: 30,
      rule: 4,
      days: 10,
    });
    const bought = { customer: { lastContact: ago(10), nextDate: ago(-20) }, orders: [orderAgo(500, 1)] };
    expect(urgencyIn(bought)).toMatchObject({ level: "on_track", cadence: 90, rule: 4 });
    expect(urgencyIn({ ...bought, customer: { ...bought.customer, nextDate: ago(-18) } }).level).toBe("soon");
  });
  test.each([
    [11, 10], // used up
    [10, 10],
    [9, 4],
  ])("%i days ago, contacted 10 days ago: rule %i", (next, rule) => {
    expect(urgencyIn({ customer: { lastContact: ago(10), nextDate: ago(next) } }).rule).toBe(rule);
  });
  test("that has passed without a contact is overdue, and is never long silent", () => {
    expect(urgencyIn({ customer: { lastContact: ago(900), nextDate: ago(800) } }).level).toBe("overdue");
  });
  test("stands without any contact, too", () => {
    expect(urgencyIn({ customer: { nextDate: ago(-1) } })).toMatchObject({ level: "soon", due: ago(-1), rule: 4 });
    expect(urgencyIn({ customer: { nextDate: ago(-1) } }).days).toBeUndefined();
  });
});

describe("rule 8: who has bought, by tier", () => {
  const bought = (units: number, contact: number): Case => ({
    customer: { lastContact: ago(contact) },
    orders: [orderAgo(100, units)],
  });
  test.each([
    [2_000_000, "A", 14],
    [300_000, "B", 30],
    [100_000, "C", 60],
    [1, "D", 90],
  ])("%i in the year is tier %s: %i days from the last contact", (units, tier, cadence) => {
    expect(urgencyIn(bought(units, cadence))).toMatchObject({
      level: "due",
      due: TODAY,
      cadence,
      rule: 8,
      because: { tier, from: "contact", fromDay: ago(cadence) },
    });
    expect(urgencyIn(bought(units, 1)).due).toBe(ago(1) + cadence);
  });
  test.each([
    ["a typed lifetime", { lifetime: money(1) }],
    ["a typed number of orders", { orderCount: 1 }],
    ["a typed last order", { lastOrder: ago(5) }],
    ["an amount without a rate", { boughtWithoutRate: true as const }],
  ])("%s is enough, unrated: every 60 days", (_, facts) => {
    const urgency = urgencyIn({ customer: { ...facts, lastContact: ago(1) }, ledger: NO_LEDGER });
    expect(urgency).toMatchObject({ rule: 8, cadence: 60 });
  });
  test("an annual of 0 is no purchase", () => {
    const customer = { annual: 0, lifetime: 0, orderCount: 0, lastContact: ago(1) };
    expect(urgencyIn({ customer, ledger: NO_LEDGER }).rule).toBe(10);
    expect(urgencyIn({ customer: { ...customer, annual: 1 }, ledger: NO_LEDGER })).toMatchObject({
      rule: 8,
      cadence: 90,
    });
  });
  test("the tier is the one in the grace", () => {
    const orders = [orderAgo(370, 300_000), orderAgo(200, 1)];
    expect(urgencyIn({ customer: { lastContact: ago(1) }, orders })).toMatchObject({ cadence: 30 });
  });
  test("an order does not reset the clock", () => {
    expect(urgencyIn({ customer: { lastContact: ago(100) }, orders: [orderAgo(0, 1)] }).due).toBe(ago(100) + 90);
  });
});

describe("rule 10: who has not bought", () => {
  test.each([
    [23, "on_track"],
    [24, "soon"],
    [29, "soon"],
    [30, "due"],
    [44, "due"],
    [45, "overdue"],
    [365, "overdue"],
    [366, "silent"],
  ])("contacted %i days ago: %s", (days, level) => {
    expect(urgencyIn({ customer: { lastContact: ago(days) } })).toMatchObject({
      level,
      due: ago(days) + 30,
      cadence: 30,
      rule: 10,
      days,
    });
  });
});

describe("long silent", () => {
  test("an order within the year is no silence", () => {
    const customer = { lastContact: ago(900) };
    expect(urgencyIn({ customer, orders: [orderAgo(365, 1)] }).level).toBe("overdue");
    expect(urgencyIn({ customer, orders: [orderAgo(366, 1)], policy: { "value.grace_days": 0 } }).level).toBe("silent");
  });
  test("a typed last order is none, either", () => {
    const typed = (days: number) => ({ customer: { lastContact: ago(900), lastOrder: ago(days) }, ledger: NO_LEDGER });
    expect(urgencyIn(typed(365)).level).toBe("overdue");
    expect(urgencyIn(typed(366)).level).toBe("silent");
  });
  test("a long cadence makes it later: more than two of them", () => {
    const given = (days: number) => ({ customer: { lastContact: ago(days) }, policy: { "cadence.not_bought": 200 } });
    expect(urgencyIn(given(400)).level).toBe("overdue");
    expect(urgencyIn(given(401)).level).toBe("silent");
  });
  test("the due day and the days still stand", () => {
    expect(urgencyIn({ customer: { lastContact: ago(1000) } })).toMatchObject({ due: ago(970), days: 1000 });
  });
});

describe("no last contact (R06, X19)", () => {
  test("counts from the inquiry day, else from the creation day, at most seven days", () => {
    expect(urgencyIn({ customer: { inquiry: ago(95), created: ago(100) } })).toMatchObject({
      due: ago(95) + 7,
      days: 95,
      cadence: 7,
      because: { from: "inquiry" },
    });
    expect(urgencyIn({ customer: { created: ago(100) } })).toMatchObject({
      due: ago(100) + 7,
      days: 100,
      cadence: 7,
      because: { from: "created" },
    });
  });
  test("a shorter cadence of his own stays", () => {
    const given = { customer: { created: ago(1) }, policy: { "cadence.not_bought": 5 } };
    expect(urgencyIn(given)).toMatchObject({ cadence: 5, due: ago(1) + 5 });
  });
  test("a buyer, too, counts from the creation day before his last order", () => {
    expect(urgencyIn({ customer: { created: ago(100) }, orders: [orderAgo(5, 1)] })).toMatchObject({
      rule: 8,
      due: ago(100) + 7,
      cadence: 7,
    });
  });
  test("a buyer without these counts from his last order with his own cadence, and the reason says so", () => {
    expect(urgencyIn({ orders: [orderAgo(50, 1), orderAgo(80, 300_000)] })).toMatchObject({
      rule: 8,
      due: ago(50) + 30,
      days: 50,
      cadence: 30,
      because: { from: "order", fromDay: ago(50) },
    });
  });
  test.each([
    ["who has not bought", {}],
    ["who has bought, nobody knows when", { customer: { annual: money(1) }, ledger: NO_LEDGER }],
  ] as [string, Case][])("nothing to count from, %s: unrated, without a day", (_, given) => {
    const urgency = urgencyIn(given);
    expect(urgency).toEqual({ level: "unrated", because: { rule: "urgency.no_clock" } });
  });
  test("a customer who came long ago and was never spoken to is long silent", () => {
    expect(urgencyIn({ customer: { created: ago(365) } }).level).toBe("overdue");
    expect(urgencyIn({ customer: { created: ago(366) } }).level).toBe("silent");
  });
});

test("a last contact that cannot be read is unrated: it may have been yesterday", () => {
  const customer = { unclear: new Set(["last_contact"] as const), inquiry: ago(5), nextDate: ago(-5), created: ago(9) };
  expect(urgencyIn({ customer, orders: [orderAgo(5, 1)] })).toEqual({
    level: "unrated",
    because: { rule: "contact.unclear" },
  });
});

test("a short order sheet changes no clock", () => {
  const orders = [orderAgo(50, 1)];
  expect(urgencyIn({ orders, ledger: { ...LONG_LEDGER, firstDay: ago(50) } })).toEqual(urgencyIn({ orders }));
});
