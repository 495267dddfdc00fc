import { describe, expect, test } from "vitest";
import type { Cell } from "../../../src/core/cells/cell";
import { ago, dateCell, money } from "../makers";
import { customersOf, oneOrder, ordersOf, type Setting } from "./reading";

describe("money", () => {
  const amountOf = (cells: readonly Cell[], headers: readonly string[], setting?: Setting) =>
    oneOrder(headers, cells, setting).order.minor;
  test("without any currency is in the base currency", () => {
    expect(amountOf([], [])).toBe(money(100));
  });
  test.each([
    ["USD", money(100)],
    ["US$", money(100)],
    ["$", money(100)],
    ["美元", money(100)],
    ["-", money(100)],
    ["", money(100)],
    ["EUR", money(120)],
    ["欧元", money(120)],
  ])("the currency cell %j", (currency, expected) => {
    expect(amountOf([currency], ["Currency"], { policy: { "rate.EUR": 1.2 } })).toBe(expected);
  });
  test("a currency without a rate is listed and not summed, and stays an order", () => {
    const { order, kinds, notebook } = oneOrder(["Currency"], ["EUR"]);
    expect(order).toMatchObject({ use: "order", minor: undefined });
    expect(kinds).toEqual(["no_rate"]);
    expect(notebook.findings[0]!.detail).toBe("EUR");
    expect(notebook.currencies).toEqual({ EUR: 1 });
  });
  test.each(["Bitcoin", "USD/EUR", "¥"])("a currency cell of %j is not taken for the base", (currency) => {
    const { order, kinds, notebook } = oneOrder(["Currency"], [currency]);
    expect(order).toMatchObject({ use: "order", minor: undefined });
    expect(kinds).toEqual(["unreadable"]);
    expect(notebook.findings[0]).toMatchObject({ column: 3, field: "order.currency", text: currency });
  });
  test("what the amount itself names comes before the currency cell", () => {
    const { orders } = ordersOf(
      [
        ["Customer", "Order date", "Amount", "Currency"],
        ["Acme", dateCell(ago(1)), "EUR 100", ""],
        ["Acme", dateCell(ago(1)), "USD 100", "nonsense"],
      ],
      { policy: { "rate.EUR": 1.2 } },
    );
    expect(orders.map(({ minor }) => minor)).toEqual([money(120), money(100)]);
  });
  test("a dollar sign is the row's dollar before it is the base's", () => {
    const setting = { policy: { "rate.CAD": 0.7 } };
    const row = (amount: Cell, currency: string) =>
      ordersOf(
        [
          ["Customer", "Order date", "Amount", "Currency"],
          ["Acme", dateCell(ago(1)), amount, currency],
        ],
        setting,
      );
    expect(row("$100", "CAD").orders[0]!.minor).toBe(money(70));
    expect(row("$100", "").orders[0]!.minor).toBe(money(100));
    expect(row("$100", "EUR").orders[0]!.use).toBe("unread");
    expect(row("$100", "EUR").notebook.ambiguous).toBe(1);
  });
  test("the currency and the unit of the header count", () => {
    const read = (header: string, cell: Cell) =>
      ordersOf(
        [
          ["客户", "下单日期", header],
          ["甲", dateCell(ago(1)), cell],
        ],
        { policy: { "rate.CNY": 0.14 } },
      ).orders[0]!.minor;
    expect(read("订单金额(CNY)", 100)).toBe(money(14));
    expect(read("订单金额(万)", 3)).toBe(money(30_000));
    expect(read("订单金额(USD)", 3)).toBe(money(3));
  });
  test("is rounded to the hundredth at its own rate, a refund like an order", () => {
    const read = (cell: Cell) =>
      ordersOf(
        [
          ["Customer", "Order date", "Amount", "Currency"],
          ["Acme", dateCell(ago(1)), cell, "EUR"],
        ],
        { policy: { "rate.EUR": 0.5 } },
      ).orders[0]!.minor;
    expect(read(0.05)).toBe(3);
    expect(read(-0.05)).toBe(-3);
  });
  test("a typed amount above 0 without a rate says that he has bought, and nothing else", () => {
    const { customers, notebook } = customersOf([
      ["Company", "Country", "Sales last 12 months", "累计成交额"],
      ["Acme", "DE", "EUR 500", ""],
      ["Apex", "DE", "EUR 0", ""],
      ["Bolt", "DE", 7, "EUR 5"],
      ["Coda", "DE", 7, ""],
    ]);
    expect(customers.map(({ boughtWithoutRate }) => boughtWithoutRate)).toEqual([true, undefined, true, undefined]);
    expect(customers.map(({ annual }) => annual)).toEqual([undefined, undefined, money(7), money(7)]);
    expect(notebook.findings.map(({ kind }) => kind)).toEqual(["no_rate", "no_rate", "no_rate"]);
  });
  test("an unknown word in a customer's currency cell is listed once, however many amounts he has", () => {
    const { customers, notebook } = customersOf([
      ["Company", "Country", "Currency", "Sales last 12 months", "累计成交额"],
      ["Acme", "DE", "Bitcoin", 5, 9],
    ]);
    expect(notebook.findings.filter(({ kind }) => kind === "unreadable").length).toBe(1);
    expect(customers[0]!.annual).toBeUndefined();
  });
});
