import { describe, expect, test } from "vitest";
import { aContact, ago, type Case, classIn, orderAgo } from "../makers";

const letter = (given: Case) => classIn("followup", given).id;

test.each([
  [0, "fresh"],
  [7, "fresh"],
  [8, "week"],
  [30, "week"],
  [31, "month"],
  [90, "month"],
  [91, "quarter"],
  [3000, "quarter"],
])("the last contact %i days ago: %s (A091–A094)", (days, expected) => {
  expect(letter({ customer: { lastContact: ago(days) } })).toBe(expected);
});

test.each([
  ["his mail", { direction: "in" }, "fresh"],
  ["our mail", { direction: "out" }, "fresh"],
  ["a row that does not say who wrote", { direction: "unknown" }, "fresh"],
  ["a mail to many (X21)", { direction: "out", bulk: true }, "month"],
  ["a mere new date", { direction: "none" }, "month"],
] as const)("%s in the log, 3 days ago, after a contact 50 days ago: %s", (_, row, expected) => {
  expect(letter({ customer: { lastContact: ago(50) }, contacts: [aContact({ day: ago(3), ...row })] })).toBe(expected);
});

test("a customer who was never contacted is unrated; an order is no contact (X19)", () => {
  expect(classIn("followup", {})).toEqual({ id: "unrated", because: { rule: "contact.never" } });
  expect(letter({ orders: [orderAgo(3, 1)] })).toBe("unrated");
});

test("a last contact that cannot be read is unrated, even where goods arrived", () => {
  const customer = { unclear: new Set(["last_contact"] as const) };
  expect(classIn("followup", { customer }).because.rule).toBe("contact.unclear");
  expect(letter({ customer, orders: [orderAgo(90, 1, { delivered: ago(40) })] })).toBe("unrated");
});

describe("after-sale, when goods arrived 30 to 60 days ago", () => {
  const delivered = (days: number, more: Case = {}): Case => ({
    orders: [orderAgo(100, 1, { delivered: ago(days) })],
    ...more,
  });
  test.each([
    [29, "unrated"],
    [30, "aftersale"],
    [60, "aftersale"],
    [61, "unrated"],
  ])("%i days ago, never contacted: %s", (days, expected) => {
    expect(letter(delivered(days))).toBe(expected);
  });
  test.each([
    [45, "aftersale"], // on the day of arrival
    [16, "aftersale"], // day 29
    [15, "week"], // day 30
    [14, "week"],
    [0, "fresh"],
  ])("arrived 45 days ago, contacted %i days ago: %s", (contact, expected) => {
    expect(letter(delivered(45, { customer: { lastContact: ago(contact) } }))).toBe(expected);
  });
  test("the latest arrival that is old enough counts", () => {
    const orders = [59, 31, 10].map((days) => orderAgo(100, 1, { delivered: ago(days) }));
    expect(classIn("followup", { orders }).because).toEqual({ rule: "followup.aftersale", delivered: ago(31) });
    expect(classIn("followup", { orders: orders.slice().reverse() }).because.delivered).toBe(ago(31));
    // Contacted on day 30 of the first arrival, before day 30 of the second.
    expect(letter({ orders, customer: { lastContact: ago(29) } })).toBe("aftersale");
  });
  test("a mail to many asks nobody how his goods are (X21)", () => {
    const bulk = [aContact({ day: ago(5), bulk: true })];
    expect(letter(delivered(45, { contacts: bulk }))).toBe("aftersale");
    expect(letter(delivered(45, { contacts: [aContact({ day: ago(5) })] }))).toBe("fresh");
  });
  test("only of valid orders", () => {
    expect(letter({ orders: [orderAgo(100, 1, { delivered: ago(45), use: "sample" })] })).toBe("unrated");
    expect(letter({ orders: [orderAgo(9, 1), orderAgo(100, 1, { delivered: ago(45), use: "not_counted" })] })).toBe(
      "unrated",
    );
  });
});
