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
    total: "USD 1,000.50",
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
    ["Casa Blanca", "USD 100.50", 1_004, 10_000, "B"],
  ]);
  expect(view.groups).toEqual([
    { id: "A", customers: 2, amount: "USD 900", share: 8_996 },
    { id: "B", customers: 1, amount: "USD 100.50", share: 1_004 },
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
  expect(view.negative).toMatchObject({ total: 1, list: [{ company: "Casa Blanca", amount: "USD -50.25" }] });
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
