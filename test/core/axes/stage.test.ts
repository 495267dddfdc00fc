import { describe, expect, test } from "vitest";
import { unansweredDays } from "../../../src/core/axes/stage";
import type { Contact } from "../../../src/core/model";
import { aContact, ago, anOrder, aPolicy, type Case, classIn, factsIn, money, NO_LEDGER, orderAgo } from "../makers";

const stage = (given: Case) => {
  const { id, because } = classIn("stage", given);
  return [id, because.rule];
};

const asked = (days: number, more: Partial<Contact> = {}) =>
  aContact({ direction: "in", day: ago(days), inquiry: true, ...more });

const REFUSED = { stage: "流失", stars: "0" } as const;

describe("stars: the first that holds decides (A076–80)", () => {
  test.each([
    ["0", "stage.refused", "a refusal", { customer: REFUSED }],
    ["4", "stage.order", "an order", { orders: [orderAgo(5, 10)] }],
    ["4", "stage.order", "an order, whatever the stage says", { customer: { stars: "1" }, orders: [orderAgo(5, 10)] }],
    ["4", "stage.order", "a typed amount", { customer: { annual: money(5) }, ledger: NO_LEDGER }],
    ["4", "stage.order", "a typed last order", { customer: { lastOrder: ago(50) }, ledger: NO_LEDGER }],
    ["4", "stage.word", "the word for an order alone", { customer: { stage: "成交", stars: "4" } }],
    ["3", "stage.word", "the stage's word", { customer: { stage: "已寄样", stars: "3" } }],
    ["1", "stage.word", "the word before a sample", { customer: { stars: "1" }, orders: [anOrder({ use: "sample" })] }],
    ["1", "stage.word", "the word before inquiries", { customer: { stars: "1" }, contacts: [asked(1), asked(2)] }],
    ["3", "stage.sample", "a sample", { orders: [anOrder({ use: "sample" })] }],
    ["3", "stage.sample", "before inquiries", { orders: [anOrder({ use: "sample" })], contacts: [asked(1), asked(2)] }],
    ["3", "stage.sample", "under an unknown word", { customer: { stage: "?!" }, orders: [anOrder({ use: "sample" })] }],
    ["2", "stage.details", "details asked", { contacts: [asked(3, { inquiry: false, details: true })] }],
    ["2", "stage.inquiries", "two inquiries", { contacts: [asked(3), asked(9)] }],
    ["2", "stage.inquiries", "the day and the log", { customer: { inquiry: ago(20) }, contacts: [asked(9)] }],
    ["1", "stage.inquiry", "one inquiry", { customer: { inquiry: ago(20) } }],
    ["1", "stage.inquiry", "one in the log", { contacts: [asked(9)] }],
    ["1", "stage.inquiry", "one that stands in both", { customer: { inquiry: ago(9) }, contacts: [asked(9)] }],
    ["unrated", "stage.nothing", "nothing", {}],
    ["unrated", "stage.nothing", "a mail of ours", { contacts: [asked(9, { direction: "out", details: true })] }],
    ["unrated", "stage.unclear", "a word that no list knows", { customer: { stage: "?!" } }],
  ] as [string, string, string, Case][])("%s by %s: %s", (id, rule, _, given) => {
    expect(stage(given)).toEqual([id, rule]);
  });

  test("a sample that is not sent yet, or was called off, is none", () => {
    expect(stage({ orders: [anOrder({ use: "sample", day: undefined })] })[0]).toBe("unrated");
    expect(stage({ orders: [anOrder({ use: "not_counted" })] })[0]).toBe("unrated");
  });
  test("a year of silence does not take his stars", () => {
    expect(stage({ orders: [orderAgo(3000, 10)] })[0]).toBe("4");
  });
});

describe("a refusal bears no day: it was heard at the last contact", () => {
  const refused = (contact: number | undefined, order: number): Case => ({
    customer: { ...REFUSED, lastContact: contact === undefined ? undefined : ago(contact) },
    orders: [orderAgo(order, 10)],
  });
  test.each([
    ["after the order", 9, 10, "0"],
    ["on the day of the order", 10, 10, "4"],
    ["before the order", 11, 10, "4"],
    ["nobody knows when: it wins", undefined, 10, "0"],
  ] as const)("%s", (_, contact, order, id) => {
    expect(stage(refused(contact, order))[0]).toBe(id);
  });
  test("the log's last contact counts too, in and out, not bulk and not a mere new date", () => {
    const refusedBy = (row: Partial<Contact>) =>
      stage({ ...refused(20, 10), contacts: [aContact({ day: ago(5), ...row })] });
    expect(refusedBy({ direction: "in" })[0]).toBe("0");
    expect(refusedBy({ direction: "out" })[0]).toBe("0");
    expect(refusedBy({ bulk: true })[0]).toBe("4");
    expect(refusedBy({ direction: "none" })[0]).toBe("4");
  });
  test("one who bought on a day that nobody knows has refused since", () => {
    expect(stage({ customer: { ...REFUSED, annual: money(5), lastContact: ago(5) }, ledger: NO_LEDGER })[0]).toBe("0");
  });
});

describe("3 stars from whom nothing was heard", () => {
  const silent = (given: Case) => unansweredDays(factsIn(given), aPolicy(given.policy));
  test.each([
    [59, undefined],
    [60, 60],
    [61, 61],
  ])("for %i days: asked about after %s", (days, expected) => {
    expect(silent({ contacts: [asked(days)] })).toBe(expected);
    expect(silent({ orders: [anOrder({ use: "sample", day: ago(days) })] })).toBe(expected);
    expect(silent({ customer: { inquiry: ago(days) } })).toBe(expected);
  });
  test("his last mail counts before the sample, ours does not", () => {
    const orders = [anOrder({ use: "sample", day: ago(100) })];
    expect(silent({ orders, contacts: [asked(10)] })).toBeUndefined();
    expect(silent({ orders, contacts: [aContact({ day: ago(10) })] })).toBe(100);
  });
  test("of whom nothing is known at all, nobody asks", () => {
    expect(silent({})).toBeUndefined();
  });
  test("the team sets the days", () => {
    expect(silent({ contacts: [asked(30)], policy: { "stage.silent_days": 30 } })).toBe(30);
  });
});
