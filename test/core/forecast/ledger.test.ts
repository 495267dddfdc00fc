import { describe, expect, test } from "vitest";
import { forecastFor } from "../../../src/core/forecast/forecast";
import { forecastLedger } from "../../../src/core/forecast/ledger";
import { namedCustomer, ordersNamed } from "../../../src/core/lookup";
import type { Order, OrderUse } from "../../../src/core/model";
import { aPolicy, TODAY } from "../makers";
import { aLedger } from "./ledgers";

const policy = aPolicy();
const BUYERS = aLedger({ k: 3, r: 1.5, alpha: 15, a: 0.3, b: 3 }, 120, 1000, TODAY, 3);
const ALONE = forecastFor(BUYERS, TODAY, policy);

let rows = 0;
const anOrder = (customerName: string, day: number, use: OrderUse = "order"): Order => ({
  row: ++rows,
  id: "",
  customerId: "",
  customerName,
  use,
  day,
  minor: 100,
});
const name = (i: number): string => `Buyer ${i + 1} Ltd`;
const LISTS = BUYERS.map(({ days }, i) => days.map((day) => anOrder(name(i), day)));
const ALL = LISTS.flat();
const all = (count: number, of: (at: number) => unknown) => Array.from({ length: count }, (_, i) => of(i));
const expectedOf = (count = BUYERS.length) => all(count, ALONE.of);

describe("all who ordered are fitted, once each", () => {
  test.each<[string, readonly (readonly Order[])[]]>([
    ["where each has a list", LISTS],
    [
      "where the lists come from their names",
      ordersNamed(
        BUYERS.map((_, i) => namedCustomer(name(i))),
        ALL,
      ),
    ],
    ["where two rows are one customer", [...LISTS, LISTS[0]!, LISTS[7]!]],
    ["where somebody never ordered", [...LISTS, []]],
    ["where only some are asked for", LISTS.slice(0, 3)],
  ])("%s", (_, lists) => {
    const given = forecastLedger(lists, ALL, TODAY, policy);
    expect(given).toMatchObject({ model: ALONE.model, customers: ALONE.customers, orders: ALL.length });
    const own = Math.min(lists.length, BUYERS.length);
    expect(all(own, given.of)).toEqual(expectedOf(own));
  });

  test("rows of one customer get the same, and who never ordered nothing", () => {
    const given = forecastLedger([...LISTS, LISTS[7]!, []], ALL, TODAY, policy);
    expect(given.of(BUYERS.length)).toEqual(given.of(7));
    expect(given.of(BUYERS.length + 1)).toEqual({ because: { rule: "forecast.never" } });
  });

  test("who has bought too seldom for figures is told with no model fitted; of the others one is, once", () => {
    const seldom = [anOrder("Nova", TODAY - 50), anOrder("Nova", TODAY - 20)];
    // Nothing but a model asks for it.
    const unfitted = Object.defineProperty({ ...policy }, "forecast.horizon_days", {
      get: () => {
        throw new Error("a model is fitted");
      },
    });
    const given = forecastLedger([...LISTS, seldom], ALL, TODAY, unfitted);
    expect(given.orders).toBe(ALL.length + seldom.length);
    expect(given.of(LISTS.length).because).toMatchObject({ rule: "forecast.few", purchases: 2 });
    const often = LISTS.findIndex(({ length }) => length > 5);
    expect(() => given.of(often)).toThrow("a model is fitted");
    expect(() => given.model).toThrow("a model is fitted");
    const { judged } = ALONE;
    expect(judged.length).toBeGreaterThan(1);
    expect(ALONE.judged).toBe(judged);
  });

  test("what is no order, and an order of nobody, changes nothing", () => {
    const others = (["refund", "sample", "not_counted", "listed", "asked", "unread"] as const).map((use) =>
      anOrder(name(3), TODAY - 2, use),
    );
    const lists = LISTS.map((list, i) => (i === 3 ? [...list, ...others] : list));
    const given = forecastLedger(lists, [...ALL, ...others, anOrder("", TODAY - 9)], TODAY, policy);
    expect(given.orders).toBe(ALL.length);
    expect(all(BUYERS.length, given.of)).toEqual(expectedOf());
  });

  test("orders up to the days of the policy after a first one are the same purchase", () => {
    const fold = policy["purchase.fold_days"];
    const given = (days: number) => {
      const order = anOrder("Nova", TODAY - 400);
      return forecastLedger([[order, anOrder("Nova", order.day! + days)]], [], TODAY, policy).of(0).because.purchases;
    };
    expect([given(fold), given(fold + 1)]).toEqual([1, 2]);
  });
});
