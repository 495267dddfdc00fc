import { beforeAll, expect, test } from "vitest";
import { builtAddon, type Given, office, setUp, TODAY, team } from "./office";

beforeAll(builtAddon);

const ORDERS: Given[] = ["Order no", "Customer", "Order date", "Amount", "Currency", "Status"];
const order = (n: number, customer: string, amount: number, currency = "USD", back = 10): Given[] => [
  `N${n}`,
  customer,
  { day: TODAY - back },
  amount,
  currency,
  "paid",
];

async function bought(...orders: Given[][]) {
  const it = await office([team()[0]!, { name: "Orders", rows: [ORDERS, ...orders] }], { sharesLoaded: true });
  setUp(it);
  return it.call.pareto();
}

test("customers stand by what they bought in the year, with shares, groups and what would be lost without the first", async () => {
  const view = await bought(
    order(1, "Acme GmbH", 700),
    order(2, "Bravo SARL", 200),
    order(3, "Casa Blanca", 100.5),
    order(4, "Casa Blanca", 9_000, "USD", 365),
    order(5, "Delta Ltd", -50),
  );
  expect(view).toMatchObject({
    total: "USD 1,001",
    missing: 0,
    customers: 3,
    a: 80,
    b: 95,
    first: 6_997,
    three: 10_000,
  });
  expect(
    view.list.map(({ company, amount, share, cumulative, group }) => [company, amount, share, cumulative, group]),
  ).toEqual([
    ["Acme GmbH", "USD 700", 6_997, 6_997, "A"],
    ["Bravo SARL", "USD 200", 1_999, 8_996, "A"],
    ["Casa Blanca", "USD 101", 1_004, 10_000, "B"],
  ]);
  expect(view.groups).toEqual([
    { id: "A", customers: 2, amount: "USD 900", share: 8_996 },
    { id: "B", customers: 1, amount: "USD 101", share: 1_004 },
    { id: "C", customers: 0, amount: "USD 0", share: 0 },
  ]);
  expect(view.list[0]!.place).toMatchObject({ sheet: "Customers", a1: "A2" });
  expect(view.rest).toEqual({ customers: 0, amount: "USD 0", share: 0 });
});

test("refunds beyond the orders are named, and orders without a rate make a sum at least", async () => {
  const view = await bought(
    order(1, "Acme GmbH", 700),
    order(2, "Acme GmbH", 10, "SEK"),
    order(3, "Bravo SARL", 10, "SEK"),
    order(4, "Casa Blanca", 100, "USD", 20),
    order(5, "Casa Blanca", -150.25),
  );
  expect(view).toMatchObject({ total: "USD 700", missing: 2, customers: 1 });
  expect(view.list.map(({ company, atLeast }) => [company, atLeast])).toEqual([["Acme GmbH", true]]);
  expect(view.negative).toMatchObject({ total: 1, list: [{ company: "Casa Blanca", amount: "USD -50" }] });
});

test.each<[string, Given[][], boolean[], boolean]>([
  ["an order", [order(3, "Acme GmbH", 10, "SEK")], [true, false], true],
  ["a refund", [order(3, "Acme GmbH", -10, "SEK")], [false, false], false],
  ["orders and a refund", [order(3, "Acme GmbH", 9, "SEK"), order(4, "Bravo SARL", -9, "SEK")], [true, false], false],
])("a sum that misses %s is “at least” where it misses no refund", async (_, orders, each, all) => {
  const view = await bought(order(1, "Acme GmbH", 700), order(2, "Bravo SARL", 300), ...orders);
  expect([view.missing, view.atLeast]).toEqual([orders.length, all]);
  expect(view.list.map(({ atLeast }) => atLeast)).toEqual(each);
});

test("two rows of one customer stand once", async () => {
  const [customers] = team();
  const it = await office(
    [
      { name: "Customers", rows: [...customers!.rows, ["Acme GmbH", "Germany", "Ben", "", ""]] },
      { name: "Orders", rows: [ORDERS, order(1, "Acme GmbH", 700), order(2, "Bravo SARL", 300)] },
    ],
    { sharesLoaded: true },
  );
  setUp(it);
  expect(it.call.pareto()).toMatchObject({ total: "USD 1,000", customers: 2 });
});

const TYPED: Given[] = ["Company", "近12个月成交额"];

test("beside an order sheet that is too young for a year the typed amount stands, as it does for the tier", async () => {
  const it = await office(
    [
      {
        name: "Customers",
        rows: [TYPED, ["Acme GmbH", 2_000_000], ["Bravo SARL", ""], ["Casa Blanca", 30_000]],
      },
      {
        name: "Orders",
        rows: [ORDERS, order(1, "Acme GmbH", 50_000), order(2, "Bravo SARL", 400_000), order(3, "Casa Blanca", 40_000)],
      },
    ],
    { sharesLoaded: true },
  );
  setUp(it);
  const { list, total } = it.call.pareto();
  expect(total).toBe("USD 2,440,000");
  expect(list.map(({ company, amount, group }) => [company, amount, group])).toEqual([
    ["Acme GmbH", "USD 2,000,000", "A"],
    ["Bravo SARL", "USD 400,000", "B"],
    ["Casa Blanca", "USD 40,000", "C"],
  ]);
});

test("two rows of one customer without orders stand once, with the larger of their typed amounts", async () => {
  const it = await office(
    [
      {
        name: "Customers",
        rows: [TYPED, ["Twin Ltd", 300_000], ["Bravo SARL", 400_000], ["TWIN LTD", 500_000], ["Twin GmbH", 100_000]],
      },
    ],
    { sharesLoaded: true },
  );
  setUp(it);
  const { list, total } = it.call.pareto();
  expect(total).toBe("USD 1,000,000");
  expect(list.map(({ company, amount, place }) => [company, amount, place.a1])).toEqual([
    ["TWIN LTD", "USD 500,000", "A4"],
    ["Bravo SARL", "USD 400,000", "A3"],
    ["Twin GmbH", "USD 100,000", "A5"],
  ]);
});

test("of many the first 20 are named and the rest is summed", async () => {
  const names = Array.from({ length: 25 }, (_, i) => `Company ${String(i).padStart(2, "0")} Ltd`);
  const it = await office(
    [
      { name: "Customers", rows: [["Company", "Country"], ...names.map((name) => [name, "Germany"])] },
      { name: "Orders", rows: [ORDERS, ...names.map((name, i) => order(i, name, 100))] },
    ],
    { sharesLoaded: true },
  );
  setUp(it);
  const view = it.call.pareto();
  expect(view.list.map(({ company }) => company)).toEqual(names.slice(0, 20));
  expect(view.rest).toEqual({ customers: 5, amount: "USD 500", share: 2_000 });
  expect(view.groups.map(({ customers }) => customers)).toEqual([20, 4, 1]);
});

test("nothing is shared out where nobody bought", async () => {
  expect(await bought()).toMatchObject({ total: "USD 0", customers: 0, list: [], first: 0, three: 0 });
});
