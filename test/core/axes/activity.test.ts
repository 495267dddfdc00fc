import { describe, expect, test } from "vitest";
import { ago, type Case, classIn, money, NO_LEDGER, orderAgo, ordersAgo, TYPED_COLUMNS } from "../makers";

const activity = (given: Case) => classIn("activity", given).id;
const why = (given: Case) => classIn("activity", given).because;

describe("by the days since the last order (A037–A039, X02, X03)", () => {
  test.each([
    [0, "active"],
    [90, "active"],
    [91, "lapsing"],
    [365, "lapsing"],
    [366, "dormant"],
    [4000, "dormant"],
  ])("one order %i days ago: %s", (days, expected) => {
    expect(activity({ orders: [orderAgo(days, 1)] })).toBe(expected);
  });
  test.each([
    // own gap, silence
    [60, 90, "active"],
    [60, 91, "lapsing"],
    [100, 150, "active"], // 1.5 times the own gap
    [100, 151, "lapsing"],
    [182, 365, "lapsing"],
    [182, 366, "dormant"],
    [200, 400, "lapsing"], // 2 times the own gap
    [200, 401, "dormant"],
  ])("purchases every %i days, silent for %i days: %s", (gap, silence, expected) => {
    expect(activity({ orders: ordersAgo([silence + gap, silence]) })).toBe(expected);
  });
  test("the reason names the limit that it was held against", () => {
    expect(why({ orders: ordersAgo([251, 151]) })).toEqual({ rule: "activity.lapsing", openGap: 151, limit: 150 });
    expect(why({ orders: ordersAgo([601, 401]) })).toEqual({ rule: "activity.dormant", openGap: 401, limit: 400 });
    expect(why({ orders: [orderAgo(90, 1)] })).toEqual({ rule: "activity.active", openGap: 90, limit: 90 });
  });
  test("a contact does not keep him active", () => {
    expect(activity({ customer: { lastContact: ago(0) }, orders: [orderAgo(366, 1)] })).toBe("dormant");
  });
});

describe("without orders", () => {
  test.each([
    ["he never bought", {}, "none"],
    ["a typed annual says that he has", { customer: { annual: money(1) } }, "unrated"],
    ["there is no order source", { ledger: NO_LEDGER }, "unrated"],
    ["only their number is typed", { customer: { orderCount: 4 }, ledger: TYPED_COLUMNS }, "unrated"],
    ["the last order day is typed", { customer: { lastOrder: ago(90) }, ledger: TYPED_COLUMNS }, "active"],
    ["the last order day is typed, longer ago", { customer: { lastOrder: ago(91) }, ledger: TYPED_COLUMNS }, "lapsing"],
    ["the last order day is unreadable", { customer: { unclear: new Set(["last_order"] as const) } }, "unrated"],
  ] as [string, Case, string][])("%s", (_, given, expected) => {
    expect(activity(given)).toBe(expected);
  });
  test("a typed own gap widens the limit", () => {
    const typed = (last: number) => ({
      customer: { firstOrder: ago(last + 200), lastOrder: ago(last), orderCount: 3 },
      ledger: TYPED_COLUMNS,
    });
    expect(activity(typed(150))).toBe("active");
    expect(activity(typed(151))).toBe("lapsing");
  });
});
