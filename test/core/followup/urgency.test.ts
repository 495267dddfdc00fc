import { describe, expect, test } from "vitest";
import { cadenceOfTier, isSilent, LEVELS, levelOf, sinceStart } from "../../../src/core/followup/urgency";
import type { Contact, Customer } from "../../../src/core/model";
import {
  aContact,
  ago,
  aPolicy,
  type Case,
  classIn,
  LONG_LEDGER,
  money,
  NO_LEDGER,
  orderAgo,
  TODAY,
  TYPED_COLUMNS,
  urgencyIn,
} from "../makers";

const policy = aPolicy();

/** Rows of the log in their order: days ago and who wrote. */
const spoke = (
  ...rows: readonly (readonly [days: number, direction: Contact["direction"], more?: Partial<Contact>])[]
) => rows.map(([days, direction, more]) => aContact({ day: ago(days), direction, ...more }));

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
  test("wins over an open complaint, a fair and an act", () => {
    const customer = { hold: true, complaint: {}, fairDay: ago(1) };
    const orders = [orderAgo(90, 1, { delivered: ago(40) })];
    expect(urgencyIn({ customer, orders })).toEqual({
      level: "hold",
      rule: 1,
      because: { rule: "urgency.hold" },
    });
  });
  test("an unreadable last contact does not undo it", () => {
    expect(urgencyIn({ customer: { hold: true, unclear: new Set(["last_contact"]) } }).level).toBe("hold");
  });
});

describe("rule 2: an open complaint (R20)", () => {
  test.each([
    [0, "soon"],
    [1, "due"],
    [2, "overdue"],
    [900, "overdue"],
  ])("of %i days ago is %s, until it is closed", (days, level) => {
    const customer = { complaint: { day: ago(days) }, lastContact: ago(0) };
    expect(urgencyIn({ customer })).toMatchObject({ level, due: ago(days) + 1, cadence: 1, rule: 2, days: 0 });
  });
  test("without a day is overdue, and has no due day", () => {
    expect(urgencyIn({ customer: { complaint: {}, lastContact: ago(0) } })).toMatchObject({
      level: "overdue",
      due: undefined,
      rule: 2,
      days: 0,
    });
  });
  test.each<[string, Partial<Customer>]>([
    ["a reply owed", { inquiry: ago(1) }],
    ["a next date", { nextDate: ago(-30) }],
    ["a fair", { fairDay: ago(1) }],
    ["a last contact that cannot be read", { unclear: new Set(["last_contact"]) }],
    ["nothing to count from", {}],
  ])("comes before %s", (_, customer) => {
    expect(urgencyIn({ customer: { complaint: { day: ago(3) }, ...customer } }).rule).toBe(2);
  });
});

describe("rule 3: an inquiry that nobody has answered (R02)", () => {
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
      because: { by: "inquiry", inquiry: ago(days) },
    });
  });
  test.each([
    [89, 3],
    [90, 3],
    [91, 9],
  ])("of %i days ago: rule %i, as it is forgotten after 90", (days, rule) => {
    expect(urgencyIn({ customer: { inquiry: ago(days), lastContact: ago(200) } }).rule).toBe(rule);
    const contacts = spoke([200, "out"], [days, "in", { inquiry: true }]);
    expect(urgencyIn({ contacts }).rule).toBe(rule);
  });
  test("is answered by a contact on the same day or later, not by one before", () => {
    expect(urgencyIn({ customer: { inquiry: ago(10), lastContact: ago(11) } }).rule).toBe(3);
    expect(urgencyIn({ customer: { inquiry: ago(10), lastContact: ago(10) } }).rule).toBe(9);
    expect(urgencyIn({ customer: { inquiry: ago(10), lastContact: ago(9) } }).rule).toBe(9);
  });
  test("comes before a next date and a fair", () => {
    expect(urgencyIn({ customer: { inquiry: ago(10), nextDate: ago(-30), fairDay: ago(10) } }).rule).toBe(3);
  });
  test("is owed to a buyer too", () => {
    expect(urgencyIn({ customer: { inquiry: ago(10), lastContact: ago(20) }, orders: [orderAgo(30, 1)] }).rule).toBe(3);
  });
});

describe("rule 3: he wrote last, by the log", () => {
  test.each<[string, Case, rule: number, owedSince?: number]>([
    ["he wrote, nobody ever wrote to him", { contacts: spoke([5, "in"]) }, 3, 5],
    ["he wrote after us", { contacts: spoke([9, "out"], [5, "in"]) }, 3, 5],
    ["he wrote twice: the last letter counts", { contacts: spoke([9, "out"], [7, "in"], [5, "in"]) }, 3, 5],
    ["we wrote after him", { contacts: spoke([9, "in"], [5, "out"]) }, 10],
    ["on one day, he in the later row", { contacts: spoke([5, "out"], [5, "in"]) }, 3, 5],
    ["on one day, we in the later row", { contacts: spoke([5, "in"], [5, "out"]) }, 10],
    ["rows out of order go by their days", { contacts: spoke([5, "in"], [9, "out"]) }, 3, 5],
    ["a mail to many answers nobody", { contacts: spoke([9, "in"], [5, "out", { bulk: true }]) }, 3, 9],
    ["a new date alone answers nobody", { contacts: spoke([9, "in"], [5, "none"]) }, 3, 9],
    ["his mail to many asks nothing", { contacts: spoke([9, "out"], [5, "in", { bulk: true }]) }, 10],
    ["who wrote last is not said", { contacts: spoke([9, "in"], [5, "unknown"]) }, 10],
    ["the team's own day is later", { customer: { lastContact: ago(4) }, contacts: spoke([5, "in"]) }, 10],
    ["the team's own day is the same", { customer: { lastContact: ago(5) }, contacts: spoke([5, "in"]) }, 10],
    ["the team's own day is before", { customer: { lastContact: ago(6) }, contacts: spoke([5, "in"]) }, 3, 5],
    ["an inquiry after our last letter", { customer: { inquiry: ago(4) }, contacts: spoke([5, "out"]) }, 3, 4],
    ["an inquiry on the day of our letter", { customer: { inquiry: ago(5) }, contacts: spoke([5, "out"]) }, 9],
    ["an inquiry, and a later letter of his", { customer: { inquiry: ago(9) }, contacts: spoke([5, "in"]) }, 3, 5],
  ])("%s", (_, given, rule, owedSince) => {
    expect(urgencyIn(given)).toMatchObject({ rule, ...(owedSince !== undefined && { due: ago(owedSince) + 1 }) });
  });
  test("says whether it is owed to a letter or to an inquiry", () => {
    expect(urgencyIn({ contacts: spoke([5, "in"]) }).because).toMatchObject({ by: "contact", inquiry: ago(5) });
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
  test("a typed date past its contact is used up, whoever logged the contact", () => {
    const customer = { nextDate: ago(3), lastContact: ago(20) };
    expect(urgencyIn({ customer })).toMatchObject({ rule: 4, level: "due" });
    for (const days of [3, 2]) expect(urgencyIn({ customer, contacts: spoke([days, "out"]) }).rule).toBe(10);
    expect(urgencyIn({ customer, contacts: spoke([4, "out"]) }).rule).toBe(4);
    // Neither a mail to many nor a mere note uses it up.
    expect(urgencyIn({ customer, contacts: spoke([2, "out", { bulk: true }]) }).rule).toBe(4);
  });
  test.each<[string, Case, due: number]>([
    ["the log's alone", { contacts: spoke([1, "none", { next: ago(-5) }]) }, -5],
    ["the log's is later", { customer: { nextDate: ago(-2) }, contacts: spoke([1, "none", { next: ago(-5) }]) }, -5],
    ["the team's is later", { customer: { nextDate: ago(-9) }, contacts: spoke([1, "none", { next: ago(-5) }]) }, -9],
    [
      "the log's last word",
      { contacts: spoke([3, "none", { next: ago(-30) }], [1, "none", { next: ago(-5) }], [0, "out"]) },
      -5,
    ],
    [
      "the later row of one day",
      { contacts: spoke([1, "none", { next: ago(-30) }], [1, "out", { next: ago(-5) }]) },
      -5,
    ],
  ])("of team and log: %s", (_, given, due) => {
    expect(urgencyIn({ ...given, customer: { lastContact: ago(40), ...given.customer } })).toMatchObject({
      rule: 4,
      due: ago(due),
    });
  });
  test.each<[string, Case, cadence: number]>([
    ["stars 3: 7", { customer: { stars: "3" } }, 7],
    ["stars 0: 180", { customer: { stars: "0" } }, 180],
    ["tier B: 30", { orders: [orderAgo(50, 300_000)] }, 30],
    ["stars 1: 30", { customer: { stars: "1" } }, 30],
  ])("is measured by the cadence that he would have without it, %s", (_, given, cadence) => {
    const customer = { lastContact: ago(10), nextDate: ago(-1), ...given.customer };
    expect(urgencyIn({ ...given, customer })).toMatchObject({ rule: 4, cadence });
  });
  test("stands without any contact, too", () => {
    expect(urgencyIn({ customer: { nextDate: ago(-1) } })).toMatchObject({ level: "soon", due: ago(-1), rule: 4 });
    expect(urgencyIn({ customer: { nextDate: ago(-1) } }).days).toBeUndefined();
  });
});

describe("rule 5: the letter after a fair (R01)", () => {
  test.each([
    [0, "soon"],
    [1, "soon"],
    [2, "due"],
    [3, "overdue"], // a half of two days is one
    [14, "overdue"],
  ])("met %i days ago: %s", (days, level) => {
    expect(urgencyIn({ customer: { fairDay: ago(days), lastContact: ago(days) } })).toMatchObject({
      level,
      due: ago(days) + 2,
      cadence: 2,
      rule: 5,
    });
  });
  test("stops mattering after 14 days", () => {
    expect(urgencyIn({ customer: { fairDay: ago(14), created: ago(14) } }).rule).toBe(5);
    expect(urgencyIn({ customer: { fairDay: ago(15), created: ago(15) } }).rule).toBe(10);
  });
  test.each<[string, Case, rule: number]>([
    ["a contact before the fair", { customer: { lastContact: ago(6) } }, 5],
    ["the team's contact of that day is the meeting itself", { customer: { lastContact: ago(5) } }, 5],
    ["a contact after it", { customer: { lastContact: ago(4) } }, 10],
    ["a letter of ours on that very day", { contacts: spoke([5, "out"]) }, 10],
    ["a meeting in the log on that day", { contacts: spoke([5, "out", { visit: true }]) }, 5],
    ["a contact of that day, nobody knows whose", { contacts: spoke([5, "unknown"]) }, 5],
    ["a mail to many after it", { contacts: spoke([3, "out", { bulk: true }]) }, 5],
    ["a new date alone", { contacts: spoke([3, "none"]) }, 5],
  ])("%s: rule %i", (_, given, rule) => {
    expect(urgencyIn({ ...given, customer: { fairDay: ago(5), ...given.customer } }).rule).toBe(rule);
  });
  test.each<[string, Partial<Customer>, due?: number]>([
    ["its own column", { fairDay: ago(3), inquiry: ago(5), sources: ["fair"], lastContact: ago(5) }, 3],
    ["the inquiry day where the source is a fair", { inquiry: ago(5), created: ago(4), sources: ["fair"] }, 5],
    ["the creation day where the source is a fair", { created: ago(4), sources: ["fair"] }, 4],
    ["a fair among several sources", { created: ago(4), sources: ["b2b", "fair"] }, 4],
    ["neither, where the source is another", { created: ago(4), sources: ["b2b"] }],
  ])("the day is that of %s", (_, customer, days) => {
    // Contacted on the day of the inquiry: no reply is owed.
    const urgency = urgencyIn({ customer: { lastContact: customer.inquiry, ...customer } });
    if (days === undefined) expect(urgency.rule).toBe(10);
    else expect(urgency).toMatchObject({ rule: 5, due: ago(days) + 2 });
  });
  test("a next date comes before it", () => {
    expect(urgencyIn({ customer: { fairDay: ago(1), nextDate: ago(-10) } }).rule).toBe(4);
  });
});

describe("rules 6, 7 and 9: by stars, before the first order", () => {
  test.each<[stars: Customer["stars"], days: number, rule: number, cadence: number, level: string]>([
    ["3", 5, 6, 7, "on_track"],
    ["3", 6, 6, 7, "soon"],
    ["3", 7, 6, 7, "due"],
    ["3", 8, 6, 7, "due"], // 3 stars at 8 days is not calm (R03)
    ["3", 10, 6, 7, "due"],
    ["3", 11, 6, 7, "overdue"],
    ["2", 8, 6, 7, "due"],
    ["0", 100, 7, 180, "on_track"], // 0 stars at 100 days is calm (R05)
    ["0", 143, 7, 180, "on_track"],
    ["0", 144, 7, 180, "soon"],
    ["0", 179, 7, 180, "soon"],
    ["0", 180, 7, 180, "due"],
    ["0", 269, 7, 180, "due"],
    ["0", 270, 7, 180, "overdue"],
    ["0", 365, 7, 180, "overdue"],
    ["0", 366, 7, 180, "silent"],
    ["1", 29, 9, 30, "soon"],
    ["1", 30, 9, 30, "due"],
    ["1", 45, 9, 30, "overdue"],
    ["4", 30, 10, 30, "due"], // typed 4 stars, and no order that anyone knows of
  ])("%s stars, contacted %i days ago: rule %i, cadence %i, %s", (stars, days, rule, cadence, level) => {
    expect(urgencyIn({ customer: { stars, lastContact: ago(days) } })).toMatchObject({
      rule,
      cadence,
      level,
      due: ago(days) + cadence,
      days,
    });
  });
  test("a refusal after the last order comes before the tier; an order after it takes it back", () => {
    const given = (order: number) => ({
      customer: { stars: "0" as const, lastContact: ago(50) },
      orders: [orderAgo(order, 1)],
    });
    expect(urgencyIn(given(51))).toMatchObject({ rule: 7, cadence: 180 });
    expect(urgencyIn(given(49))).toMatchObject({ rule: 8, cadence: 90 });
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

describe("after-sale: a month after the goods arrived (R09)", () => {
  const delivered = (days: number, contact: number): Case => ({
    customer: { lastContact: ago(contact) },
    orders: [orderAgo(days + 50, 1, { delivered: ago(days) })],
  });
  test.each([
    // delivered, contacted, rule, level
    [0, 20, "aftersale", "on_track"],
    [23, 24, "aftersale", "on_track"],
    [24, 25, "aftersale", "soon"],
    [29, 30, "aftersale", "soon"],
    [30, 31, "aftersale", "due"],
    [44, 45, "aftersale", "due"],
    [45, 46, "aftersale", "overdue"],
    [60, 61, "aftersale", "overdue"],
    [61, 62, 8, "on_track"], // ended on day 60
    [40, 11, "aftersale", "due"], // contacted on day 29
    [40, 10, 8, "on_track"], // from day 30 on
    [40, 9, 8, "on_track"],
  ])("delivered %i days ago, contacted %i days ago: %s, %s", (days, contact, rule, level) => {
    const urgency = urgencyIn(delivered(days, contact));
    expect(urgency).toMatchObject({ rule, level });
    if (rule === "aftersale") expect(urgency).toMatchObject({ due: ago(days) + 30, cadence: 30, days: contact });
  });
  test("the letter that fits says so on the same days", () => {
    for (const days of [29, 30, 60, 61])
      expect(classIn("followup", delivered(days, days + 1)).id === "aftersale").toBe(days >= 30 && days <= 60);
  });
  test("a mail to many does not end it", () => {
    const given = delivered(40, 41);
    expect(urgencyIn({ ...given, contacts: spoke([5, "out", { bulk: true }]) }).rule).toBe("aftersale");
    expect(urgencyIn({ ...given, contacts: spoke([5, "in"], [5, "out"]) }).rule).toBe(8);
  });
  test.each([
    [69, "aftersale"], // tier D is due in 21 days
    [70, 8], // in 20, as the act
    [71, 8],
  ])("due in 20 days, it wins only where rules 6 to 10 are later: contacted %i days ago, %s", (contact, rule) => {
    expect(urgencyIn(delivered(10, contact)).rule).toBe(rule);
  });
  test("of several deliveries the first that nobody asked about", () => {
    const orders = [
      orderAgo(200, 1, { delivered: ago(58) }),
      orderAgo(150, 1, { delivered: ago(45) }),
      orderAgo(120, 1, { delivered: ago(20) }),
    ];
    expect(urgencyIn({ customer: { lastContact: ago(59) }, orders }).due).toBe(ago(28));
    expect(urgencyIn({ customer: { lastContact: ago(20) }, orders }).due).toBe(ago(15));
  });
  test("what was cancelled was not delivered", () => {
    const orders = [orderAgo(500, 1), orderAgo(90, 1, { use: "not_counted", delivered: ago(40) })];
    expect(urgencyIn({ customer: { lastContact: ago(41) }, orders }).rule).toBe(8);
  });
  test("gives way to a next date, a reply owed and a fair", () => {
    const given = delivered(40, 41);
    const among = (customer: Partial<Customer>) =>
      urgencyIn({ ...given, customer: { ...given.customer, ...customer } }).rule;
    expect(among({ nextDate: ago(-9) })).toBe(4);
    expect(among({ inquiry: ago(3) })).toBe(3);
    expect(among({ fairDay: ago(3) })).toBe(5);
  });
});

describe("the quarterly visit of tier B (R10)", () => {
  const visited = (days: number, contact: number, units = 300_000): Case => ({
    orders: [orderAgo(100, units)],
    contacts: spoke([days, "out", { visit: true }], [contact, "out"]),
  });
  test.each([
    // visited, contacted, rule, level
    [66, 0, "visit", "on_track"], // due in 24 days: earlier than the letter in 30
    [83, 0, "visit", "on_track"],
    [84, 0, "visit", "soon"],
    [89, 0, "visit", "soon"],
    [90, 0, "visit", "due"],
    [104, 0, "visit", "due"],
    [105, 0, "visit", "overdue"],
    [60, 0, 8, "on_track"], // both in 30 days
    [61, 0, "visit", "on_track"],
  ])("visited %i days ago, written to %i days ago: %s, %s", (days, contact, rule, level) => {
    const urgency = urgencyIn(visited(days, contact));
    expect(urgency).toMatchObject({ rule, level, days: contact });
    if (rule === "visit") expect(urgency).toMatchObject({ due: ago(days) + 90, cadence: 30 });
  });
  test.each([
    ["C", 100_000],
    ["A", 2_000_000],
  ])("tier %s has none", (_, units) => {
    expect(urgencyIn(visited(120, 0, units)).rule).toBe(8);
  });
  test("none logged, or only planned: no act", () => {
    const orders = [orderAgo(100, 300_000)];
    expect(urgencyIn({ orders, contacts: spoke([120, "out"], [0, "out"]) }).rule).toBe(8);
    expect(urgencyIn({ orders, contacts: spoke([120, "none", { visit: true }], [0, "out"]) }).rule).toBe(8);
  });
  test("of two acts the earlier", () => {
    const orders = [orderAgo(90, 300_000, { delivered: ago(40) })];
    const since = (visit: number) =>
      urgencyIn({ orders, contacts: spoke([visit, "out", { visit: true }], [11, "out"]) }).rule;
    expect(since(101)).toBe("visit");
    expect(since(99)).toBe("aftersale");
  });
});

test("an act is never long silent, however long nobody spoke", () => {
  const contacts = spoke([400, "out", { visit: true }]);
  const given = { contacts, customer: { annual: money(300_000) }, ledger: TYPED_COLUMNS };
  expect(urgencyIn({ ...given, policy: { "visit.days": 10 } })).toMatchObject({ rule: "visit", level: "overdue" });
  expect(urgencyIn(given)).toMatchObject({ rule: 8, level: "silent" });
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

test("what the log holds is counted from although the team's own last contact cannot be read", () => {
  const customer = { unclear: new Set(["last_contact"] as const) };
  expect(urgencyIn({ customer, contacts: spoke([0, "out"]) })).toMatchObject({ level: "on_track", rule: 10, days: 0 });
  expect(classIn("followup", { customer, contacts: spoke([0, "out"]) }).id).toBe("fresh");
  expect(urgencyIn({ customer, contacts: spoke([0, "none"]) }).level).toBe("unrated");
});

describe("the later of the team's own column and the log", () => {
  test.each([
    [5, 9, 5],
    [9, 5, 5],
    [7, 7, 7],
  ])("typed %i days ago, logged %i days ago: %i days", (typed, logged, days) => {
    const given = { customer: { lastContact: ago(typed) }, contacts: spoke([logged, "out"]) };
    expect(urgencyIn(given)).toMatchObject({ days, due: ago(days) + 30 });
  });
  test("mail to many and new dates are no contacts (X21)", () => {
    const contacts = spoke([1, "out", { bulk: true }], [2, "none"], [3, "in", { bulk: true }]);
    expect(urgencyIn({ customer: { lastContact: ago(50) }, contacts })).toMatchObject({ days: 50, level: "overdue" });
    expect(urgencyIn({ contacts }).level).toBe("unrated");
  });
});

describe("start today: older silence counts from the day of the set-up", () => {
  const start = { "backlog.start": ago(5) };
  test.each([
    [6, 5, "on_track", true],
    [5, 5, "on_track", false],
    [4, 4, "on_track", false],
    [900, 5, "on_track", true], // not silent either
  ])("contacted %i days ago: counted from %i days ago, %s, said: %s", (contact, from, level, said) => {
    const urgency = urgencyIn({ customer: { lastContact: ago(contact) }, policy: start });
    expect(urgency).toMatchObject({ level, due: ago(from) + 30, days: contact });
    expect(urgency.because.backlog).toBe(said ? ago(5) : undefined);
  });
  test.each([
    ["inquiry", { inquiry: ago(200) }],
    ["created", { created: ago(200) }],
  ])("from the %s day too, where nobody ever wrote", (from, customer) => {
    expect(urgencyIn({ customer, policy: start })).toMatchObject({
      due: ago(5) + 7,
      days: 200,
      because: { from, backlog: ago(5) },
    });
  });
  test("a buyer's last order too", () => {
    expect(urgencyIn({ orders: [orderAgo(400, 1)], policy: start }).because).toMatchObject({ backlog: ago(5) });
  });
  test.each([
    [365, "overdue"],
    [366, "silent"],
  ])("%i days after the set-up he is %s", (days, level) => {
    const policy = { "backlog.start": ago(days) };
    expect(urgencyIn({ customer: { lastContact: ago(2000) }, policy }).level).toBe(level);
  });
  test("hides no complaint, reply, date or act", () => {
    expect(urgencyIn({ customer: { complaint: { day: ago(50) } }, policy: start }).level).toBe("overdue");
    expect(urgencyIn({ customer: { inquiry: ago(50) }, policy: start }).level).toBe("overdue");
    expect(urgencyIn({ customer: { nextDate: ago(50) }, policy: start }).level).toBe("overdue");
    const orders = [orderAgo(100, 1, { delivered: ago(50) })];
    expect(urgencyIn({ customer: { lastContact: ago(60) }, orders, policy: start }).rule).toBe("aftersale");
  });
  test("days before it are judged as they were", () => {
    const customer = { lastContact: ago(100) };
    const then = { customer, asOf: ago(6) };
    expect(urgencyIn({ ...then, policy: start })).toEqual(urgencyIn(then));
    expect(urgencyIn({ ...then, asOf: ago(5), policy: start }).due).toBe(ago(5) + 30);
  });
  test("formulas count by the same day", () => {
    expect(sinceStart(ago(9), TODAY, aPolicy(start))).toBe(ago(5));
    expect(sinceStart(ago(9), ago(6), aPolicy(start))).toBe(ago(9));
    expect(sinceStart(ago(9), TODAY, policy)).toBe(ago(9));
  });
});

test("a short order sheet changes no clock", () => {
  const orders = [orderAgo(50, 1)];
  expect(urgencyIn({ orders, ledger: { ...LONG_LEDGER, firstDay: ago(50) } })).toEqual(urgencyIn({ orders }));
});
