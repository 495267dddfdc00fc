import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Classified, Customer } from "../../src/core/model";
import { GROUPS, ownerKey, todayOf } from "../../src/core/today";
import { aContact, ago, aPolicy, type Case, classifiedIn, money, orderAgo, TODAY } from "./makers";

/** A classified customer of that name, who is his own key. */
const named = (name: string, given: Case, more: Partial<Customer> = {}): Classified =>
  classifiedIn({ ...given, customer: { name, key: `name:${name}#1`, ...given.customer, ...more } });

const complaint: Case = { customer: { complaint: { day: ago(2) } } };
const reply: Case = { contacts: [aContact({ day: ago(1), direction: "in" })] };
const fair: Case = { customer: { fairDay: ago(1) } };
const aftersale: Case = { customer: { lastContact: ago(50) }, orders: [orderAgo(90, 1, { delivered: ago(40) })] };
const visit: Case = {
  orders: [orderAgo(90, 300_000)],
  contacts: [aContact({ day: ago(95), visit: true }), aContact({ day: ago(1) })],
};
const overdue: Case = { customer: { lastContact: ago(50) } };
const due: Case = { customer: { lastContact: ago(30) } };
const soon: Case = { customer: { lastContact: ago(29) } };
const silent: Case = { customer: { lastContact: ago(500) } };
const bought = (units: number, days: number): Case => ({
  customer: { lastContact: ago(days) },
  orders: [orderAgo(60, units)],
});

const todayIn = (all: readonly Classified[], max = 10) => todayOf(all, aPolicy({ "today.max": max }), TODAY);
const namesIn = (all: readonly Classified[], max?: number) =>
  todayIn(all, max).list.map(({ one }) => one.customer.name);

describe("who stands in today's list", () => {
  test.each<[string, Case, string | undefined]>([
    ["a complaint", complaint, "complaint"],
    ["a complaint of today, before its day", { customer: { complaint: { day: TODAY } } }, "complaint"],
    ["a complaint without a day", { customer: { complaint: {} } }, "complaint"],
    ["a reply owed", reply, "reply"],
    ["a reply owed since today, before its day", { contacts: [aContact({ day: TODAY, direction: "in" })] }, "reply"],
    ["a fair, before its day", { customer: { fairDay: TODAY } }, "fair"],
    ["a fair of 14 days ago", { customer: { fairDay: ago(14) } }, "fair"],
    ["after-sale", aftersale, "act"],
    ["after-sale a day early", { ...aftersale, orders: [orderAgo(90, 1, { delivered: ago(29) })] }, undefined],
    ["a visit", visit, "act"],
    ["overdue", overdue, "overdue"],
    ["due today", due, "due"],
    ["due tomorrow", soon, undefined],
    ["a next date of today", { customer: { lastContact: ago(100), nextDate: TODAY } }, "due"],
    ["a next date of tomorrow", { customer: { lastContact: ago(100), nextDate: ago(-1) } }, undefined],
    ["a next date long past", { customer: { lastContact: ago(100), nextDate: ago(50) } }, "overdue"],
    ["on track", { customer: { lastContact: ago(1) } }, undefined],
    ["on hold, with a complaint", { customer: { hold: true, complaint: {} } }, undefined],
    ["nothing to count from", {}, undefined],
    ["long silent", silent, undefined],
  ])("%s: %s", (_, given, group) => {
    expect(todayIn([named("Acme", given)]).list.map((entry) => entry.group)).toEqual(group ? [group] : []);
  });
});

describe("the order of the list", () => {
  test("complaint, reply owed, fair, act, overdue, due", () => {
    const all = Object.entries({ due, overdue, visit, aftersale, fair, reply, complaint }).map(([name, given]) =>
      named(name, given),
    );
    expect(namesIn(all)).toEqual(["complaint", "reply", "fair", "aftersale", "visit", "overdue", "due"]);
    expect([...new Set(todayIn(all).list.map(({ group }) => group))]).toEqual([...GROUPS]);
  });
  const replyAgo = (days: number, units = 0): Case => ({
    contacts: [aContact({ day: ago(days), direction: "in" })],
    ...(units > 0 && { customer: { annual: money(units) } }),
  });
  const complaintAgo = (days: number | undefined, units: number): Case => ({
    customer: { annual: money(units), complaint: days === undefined ? {} : { day: ago(days) } },
  });
  const fairAgo = (days: number, units: number): Case => ({ customer: { annual: money(units), fairDay: ago(days) } });
  const aftersaleAgo = (days: number, units: number): Case => ({
    customer: { lastContact: ago(days - 29) },
    orders: [orderAgo(90, units, { delivered: ago(days) })],
  });
  test.each<[string, (days: number, units: number) => Case, number, number]>([
    ["a complaint", complaintAgo, 3, 4],
    ["a reply owed", replyAgo, 20, 21],
    ["a fair", fairAgo, 4, 5],
    ["after-sale", aftersaleAgo, 40, 41],
  ])(
    "%s that has waited a day longer comes first, however small the customer; of one day by tier, then amount",
    (_, of, newer, older) => {
      const all = [
        named("large", of(newer, 2_000_000)),
        named("older and small", of(older, 10)),
        named("B more", of(newer, 400_000)),
        named("B less", of(newer, 400_000 - 1)),
        named("C", of(newer, 200_000)),
      ];
      expect(namesIn(all)).toEqual(["older and small", "large", "B more", "B less", "C"]);
      expect(namesIn(all, 1)).toEqual(["older and small"]);
    },
  );
  test("whoever they are, what is owed goes by the day and then by tier; what is overdue or due by tier and then by amount", () => {
    const makers = [
      complaintAgo,
      replyAgo,
      fairAgo,
      aftersaleAgo,
      (days: number, units: number) => bought(units, days),
    ];
    const customers = fc.array(
      fc.tuple(
        fc.nat(makers.length - 1),
        fc.integer({ min: 1, max: 80 }),
        fc.constantFrom(5, 150_000, 400_000, 2_000_000),
      ),
      { minLength: 2, maxLength: 12 },
    );
    const tiers = ["A", "B", "C", "D", "unrated"];
    fc.assert(
      fc.property(customers, (given) => {
        const { list } = todayIn(given.map(([which, days, units], i) => named(`${i}`, makers[which]!(days, units))));
        list.slice(1).forEach(({ one, group }, i) => {
          const before = list[i]!;
          expect(GROUPS.indexOf(before.group)).toBeLessThanOrEqual(GROUPS.indexOf(group));
          if (before.group !== group) return;
          const keys = [before.one, one].map(({ urgency, classes, amount }) => {
            const tier = tiers.indexOf(classes.value.id);
            return GROUPS.indexOf(group) < 4
              ? [urgency.due!, tier, -(amount || 0)]
              : [tier, -(amount || 0), urgency.due!];
          });
          const [earlier, later] = keys as [number[], number[]];
          const differs = earlier.findIndex((value, at) => value !== later[at]);
          expect(differs < 0 || earlier[differs]! < later[differs]!).toBe(true);
        });
      }),
      { numRuns: 200 },
    );
  });
  test("a complaint without a day waits behind none, and the older complaint comes before the newer reply", () => {
    const all = [
      named("old", complaintAgo(400, 2_000_000)),
      named("no day", complaintAgo(undefined, 10)),
      named("reply", replyAgo(60)),
    ];
    expect(namesIn(all)).toEqual(["no day", "old", "reply"]);
  });
  test("overdue goes by tier and amount, however much longer a smaller one has waited", () => {
    expect(namesIn([named("D", bought(5, 340)), named("A", bought(2_000_000, 60))])).toEqual(["A", "D"]);
  });
  test("among those overdue and due, by tier, then by what he bought, then by the older day, then by name", () => {
    const all = [
      named("not bought", overdue),
      named("D", bought(5, 200)),
      named("C small", bought(100_000, 200)),
      named("C late", bought(100_001, 201)),
      named("C large", bought(100_001, 200)),
      named("B", bought(300_000, 200)),
      named("A", bought(2_000_000, 200)),
      named("also C large", bought(100_001, 200)),
    ];
    expect(namesIn(all)).toEqual(["A", "B", "C late", "C large", "also C large", "C small", "D", "not bought"]);
  });
  test("what a small customer is owed comes before what a large one is due", () => {
    expect(namesIn([named("A", bought(2_000_000, 200)), named("small", reply)])).toEqual(["small", "A"]);
  });
  test("a typed amount ranks where there are no orders", () => {
    const typed = (units: number): Case => ({ customer: { annual: money(units), lastContact: ago(200) } });
    expect(namesIn([named("less", typed(10)), named("more", typed(11))])).toEqual(["more", "less"]);
  });
});

describe("at most so many an owner", () => {
  const of = (owner: string, count: number, given = overdue) =>
    Array.from({ length: count }, (_, i) => named(`${owner}${i}`, given, { owner }));

  test.each([
    [1, 1],
    [2, 2],
    [3, 2],
    [9, 2],
  ])("%i due with a limit of 2: %i shown, all counted", (count, shown) => {
    const { list, owners } = todayIn(of("Amy", count), 2);
    expect(list.length).toBe(shown);
    expect(owners).toEqual([{ owner: "Amy", customers: count, due: count, wake: 0 }]);
  });
  test("nobody takes another's places; customers without an owner have their own", () => {
    const all = [...of("Amy", 5), ...of("Bob", 2), ...of("", 3)];
    expect(todayIn(all, 2).list.map(({ one }) => one.customer.owner)).toEqual(["", "", "Amy", "Amy", "Bob", "Bob"]);
  });
  test("owners are one whatever their case, width and spaces, and spelled as they first stand there", () => {
    const all = ["Amy 陈", "ａｍｙ 陈", " AMY  陈 ", "Amy"].map((owner, i) => named(`${i}`, overdue, { owner }));
    expect(todayIn(all, 2).owners).toEqual([
      { owner: "Amy 陈", customers: 3, due: 3, wake: 0 },
      { owner: "Amy", customers: 1, due: 1, wake: 0 },
    ]);
    expect(namesIn(all, 2)).toEqual(["0", "1", "3"]);
    expect(ownerKey(" AMY 陈")).toBe(ownerKey("ａｍｙ　陈"));
  });
  test("owners with more customers come first, of equal ones the first by name", () => {
    const all = [...of("Cy", 1), ...of("Amy", 1), ...of("Bob", 2, silent), ...of("Eva", 1, soon)];
    expect(todayIn(all).owners).toEqual([
      { owner: "Bob", customers: 2, due: 0, wake: 2 },
      { owner: "Amy", customers: 1, due: 1, wake: 0 },
      { owner: "Cy", customers: 1, due: 1, wake: 0 },
      { owner: "Eva", customers: 1, due: 0, wake: 0 },
    ]);
  });
  test("who is to wake takes no place, is never cut, and stands by tier", () => {
    const all = [
      ...of("Amy", 3, silent),
      named("B", { ...silent, customer: { annual: money(300_000), lastContact: ago(500) } }),
      ...of("Amy", 2),
    ];
    const { list, wake } = todayIn(all, 2);
    expect(list.length).toBe(2);
    expect(wake.map(({ customer }) => customer.name)).toEqual(["B", "Amy0", "Amy1", "Amy2"]);
  });
});

test("nobody at all is an empty list", () => {
  expect(todayIn([])).toEqual({ list: [], wake: [], owners: [] });
});

test("the order of the rows changes nothing", () => {
  const all = ["Amy", "Bob", ""].flatMap((owner) =>
    [complaint, reply, fair, visit, aftersale, overdue, overdue, due, soon, silent, bought(5, 200)].map((given, i) =>
      named(`${owner}${i}`, given, { owner }),
    ),
  );
  for (const max of [1, 3, 100]) {
    const expected = todayIn(all, max);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (rows) => {
        expect(todayIn(rows, max)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  }
});
