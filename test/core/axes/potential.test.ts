import { describe, expect, test } from "vitest";
import type { IdentityId } from "../../../src/core/policy/vocabulary";
import { aContact, ago, type Case, classIn, money, orderAgo } from "../makers";

const potential = (given: Case) => classIn("potential", given).id;
const points = (customer: Case["customer"], more: Partial<Case> = {}) =>
  classIn("potential", { customer, ...more }).because.points;

const text = (typed: string) => ({ text: typed, ids: [] });
const is = (id: IdentityId) => ({ identity: { text: id, ids: [id] } });

describe("the team's own mark wins (A013–15)", () => {
  test.each(["high", "mid", "low"] as const)("%s", (id) => {
    const marked = { potential: { text: "typed", ids: [id] } };
    expect(classIn("potential", { customer: marked })).toEqual({
      id,
      because: { rule: "potential.mark", word: "typed" },
    });
    expect(potential({ customer: { ...marked, stars: "3", expected: money(900_000) } })).toBe(id);
  });
  test("a word that no list knows is no mark", () => {
    expect(potential({ customer: { potential: text("so so") } })).toBe("unrated");
    expect(potential({ customer: { potential: text("so so"), stars: "3" } })).toBe("mid");
  });
});

describe("points for what he said and did (A060, X13)", () => {
  test.each<[string, Case["customer"], number]>([
    ["3 stars", { stars: "3" }, 30],
    ["2 stars", { stars: "2" }, 30],
    ["1 star", { stars: "1" }, 0],
    ["0 stars", { stars: "0" }, 0],
    ["one inquiry", { inquiry: ago(5) }, 0],
    ["a product", { product: text("anything") }, 10],
    ["a quantity", { quantity: "500" }, 10],
    ["a product and a quantity", { product: text("anything"), quantity: "500" }, 10],
    ["an amount a cent under C", { expected: money(100_000) - 1 }, 0],
    ["an amount of C", { expected: money(100_000) }, 15],
    ["an amount a cent under B", { expected: money(300_000) - 1 }, 15],
    ["an amount of B", { expected: money(300_000) }, 30],
    ["a retailer who is a distributor too", { identity: { text: "x", ids: ["retail", "distributor"] } }, 10],
    ["an amount of A", { expected: money(2_000_000) }, 30],
    ["a distributor", is("distributor"), 10],
    ["a chain", is("chain"), 10],
    ["an OEM", is("OEM"), 10],
    ["a retailer", is("retail"), 0],
    ["a wholesaler", is("wholesale"), 0],
  ])("%s: %i", (_, customer, expected) => {
    expect(points(customer)).toBe(expected);
  });
  test("two inquiries are 20, and make him 2 stars besides", () => {
    const asked = (days: number) => aContact({ day: ago(days), direction: "in", inquiry: true });
    expect(points({}, { contacts: [asked(3)] })).toBe(0);
    expect(points({}, { contacts: [asked(3), asked(9)] })).toBe(50);
    expect(points({ stars: "1" }, { contacts: [asked(3), asked(9)] })).toBe(20);
  });
  test("what he bought is another matter: orders and what he buys from others give none", () => {
    const buyer = { orders: [orderAgo(5, 2_000_000)] };
    expect(classIn("potential", buyer)).toEqual({ id: "unrated", because: { rule: "potential.nothing" } });
    expect(potential({ customer: { buyerVolume: money(9_000_000), annual: money(9_000_000) } })).toBe("unrated");
    expect(points({ stars: "3", quantity: "1" }, buyer)).toBe(10);
  });
});

describe("the limits of the classes", () => {
  test.each<[number, Case["customer"], string]>([
    [60, { stars: "3", expected: money(300_000) }, "high"],
    [55, { stars: "3", expected: money(100_000), product: text("x") }, "mid"],
    [30, { stars: "2" }, "mid"],
    [25, { expected: money(100_000), product: text("x") }, "low"],
    [0, { stars: "1" }, "low"],
    [80, { stars: "3", expected: money(300_000), product: text("x"), ...is("chain") }, "high"],
  ])("%i points: %s", (expected, customer, id) => {
    expect(points(customer)).toBe(expected);
    expect(potential({ customer })).toBe(id);
  });
  test.each([
    ["potential.high.min", 31, "mid"],
    ["potential.high.min", 30.5, "refused"],
    ["potential.mid.min", 31, "low"],
    ["potential.stars", 60, "high"],
  ] as const)("are the policy's: with %s at %d, 3 stars are %s", (key, value, expected) => {
    const given = { customer: { stars: "3" as const }, policy: { [key]: value } };
    if (expected === "refused") expect(() => potential(given)).toThrow();
    else expect(potential(given)).toBe(expected);
  });
  test("the amounts are held against the limits of the tiers", () => {
    const given = { customer: { expected: money(50_000) }, policy: { "value.B.min": 50_000, "value.C.min": 10_000 } };
    expect(potential(given)).toBe("mid");
  });
});

test("nothing known is too little data, not low; a type that no list knows is nothing", () => {
  expect(classIn("potential", {})).toEqual({ id: "unrated", because: { rule: "potential.nothing" } });
  expect(potential({ customer: { identity: text("Alien") } })).toBe("unrated");
  expect(potential({ customer: { expected: 0 } })).toBe("unrated");
  expect(potential({ customer: { expected: money(-500) } })).toBe("unrated");
});
