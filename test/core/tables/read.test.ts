import { describe, expect, test } from "vitest";
import type { Cell, Rows } from "../../../src/core/cells/cell";
import type { Order } from "../../../src/core/model";
import { LEAVE, Notebook } from "../../../src/core/tables/column";
import { readCustomers } from "../../../src/core/tables/customers";
import { rowKeys } from "../../../src/core/tables/keys";
import { readOrders } from "../../../src/core/tables/orders";
import { ago, anInput, dateCell, money, TODAY } from "../makers";

interface Setting {
  readonly policy?: Readonly<Record<string, unknown>>;
  readonly answers?: Readonly<Record<string, string>>;
}

function customersOf(rows: Rows, setting: Setting = {}) {
  const notebook = new Notebook();
  const input = anInput({ customers: rows, ...setting });
  return { customers: readCustomers(input.customers, input, notebook), notebook };
}

function ordersOf(rows: Rows, setting: Setting = {}) {
  const notebook = new Notebook();
  const input = anInput({ orders: rows, ...setting });
  return { orders: readOrders(input.orders!, input, notebook), notebook };
}

/** One order with the given cells beside its customer and day. */
function oneOrder(headers: readonly string[], cells: readonly Cell[], setting: Setting = {}) {
  const { orders, notebook } = ordersOf(
    [
      ["Customer", "Order date", "Amount", ...headers],
      ["Acme", dateCell(ago(5)), 100, ...cells],
    ],
    setting,
  );
  return { order: orders[0]!, kinds: notebook.findings.map(({ kind }) => kind), notebook };
}

describe("which rows are customers", () => {
  const keys = (rows: Rows) => rowKeys(rows, 0, { id: 0, name: 1 });
  test.each([
    ["an id and a name", ["C-1", "Acme"], "id:c-1#1"],
    ["an id alone", ["C-1", ""], "id:c-1#1"],
    ["a name alone, with its legal form", ["", "Acme GmbH"], "name:acme gmbh#1"],
    ["a dash for an id", ["-", "Acme"], "name:acme#1"],
    ["a number for an id", [17, "Acme"], "id:17#1"],
    ["nothing", ["", ""], undefined],
    ["spaces", [" ", "  "], undefined],
    ["a total", ["", "合计"], undefined],
    ["a total in English", ["", "Total"], undefined],
    ["a total in the id", ["合计", ""], undefined],
    ["a placeholder, even with an id", ["C-9", "TO THE ORDER OF"], undefined],
    ["a date", [{ day: 46_000 }, { day: 46_000 }], undefined],
  ] as [string, Cell[], string | undefined][])("%s", (_, row, key) => {
    expect(keys([["ID", "Company"], row])).toEqual([undefined, key]);
  });
  test("equal ids and names are told apart by their order", () => {
    expect(
      keys([
        ["ID", "Company"],
        ["1", "Acme"],
        ["", "Acme"],
        ["1", "Other"],
        ["", "ACME"],
      ]),
    ).toEqual([undefined, "id:1#1", "name:acme#1", "id:1#2", "name:acme#2"]);
  });
  test("the keys are those of the customers that are read, blank rows and a title row included", () => {
    const rows: Rows = [
      ["Our customers", "", ""],
      ["ID", "Company", "Country"],
      ["1", "Acme", "DE"],
      ["", "", ""],
      ["", "Total", ""],
      ["", "Apex", "FR"],
    ];
    const { customers } = customersOf(rows);
    expect(customers.map(({ row, key }) => [row, key])).toEqual([
      [2, "id:1#1"],
      [5, "name:apex#1"],
    ]);
    expect(rowKeys(rows, 1, { id: 0, name: 1 }).filter(Boolean)).toEqual(["id:1#1", "name:apex#1"]);
  });
});

describe("a customer's fields", () => {
  const one = (headers: readonly string[], cells: readonly Cell[], setting?: Setting) => {
    const { customers, notebook } = customersOf(
      [
        ["Company", "Country", ...headers],
        ["Acme", "Germany", ...cells],
      ],
      setting,
    );
    return { customer: customers[0]!, notebook };
  };
  test("are read by their headers", () => {
    const { customer, notebook } = one(
      ["Owner", "City", "Created", "Last contact", "Next follow-up", "Do not contact", "First order date"],
      ["Amy", "Berlin", dateCell(ago(100)), "2026-06-01", dateCell(ago(-5)), "yes", dateCell(ago(90))],
    );
    expect(customer).toMatchObject({
      name: "Acme",
      owner: "Amy",
      city: "Berlin",
      country: { iso: "DE", byCity: false },
      created: ago(100),
      lastContact: ago(29),
      nextDate: ago(-5),
      hold: true,
      firstOrder: ago(90),
    });
    expect(customer.unclear.size).toBe(0);
    expect(notebook.findings).toEqual([]);
  });
  test("that are blank are nothing, and nothing to look at", () => {
    const { customer, notebook } = one(["Last contact", "Sales last 12 months"], ["", "-"]);
    expect(customer.lastContact).toBeUndefined();
    expect(customer.unclear.size).toBe(0);
    expect(notebook.findings).toEqual([]);
  });
  test("that cannot be read are listed where they stand, and are unclear", () => {
    const { customer, notebook } = one(["Last contact"], ["soon"]);
    expect(customer.lastContact).toBeUndefined();
    expect([...customer.unclear]).toEqual(["last_contact"]);
    expect(notebook.findings).toMatchObject([
      { kind: "unreadable", table: "customers", row: 1, column: 2, field: "last_contact", text: "soon" },
    ]);
    expect([notebook.unreadable, notebook.ambiguous]).toEqual([1, 0]);
  });
  test.each([
    [0, ago(0), []],
    [-1, undefined, ["future"]],
  ])("a last contact %i days ago", (days, expected, kinds) => {
    const { customer, notebook } = one(["Last contact"], [dateCell(ago(days))]);
    expect(customer.lastContact).toBe(expected);
    expect(notebook.findings.map(({ kind }) => kind)).toEqual(kinds);
    expect(customer.unclear.size).toBe(0);
  });
  test.each(["Created", "Inquiry date", "Last order date"])("a %s after as-of is listed and not used", (header) => {
    expect(one([header], [dateCell(TODAY + 1)]).notebook.findings.map(({ kind }) => kind)).toEqual(["future"]);
  });
  test("a next date looks ahead", () => {
    expect(one(["Next follow-up"], [dateCell(TODAY + 100)]).customer.nextDate).toBe(TODAY + 100);
  });
  test("an ambiguous cell waits for an answer, is used after it, and left where the team says so", () => {
    const header = ["Last contact"];
    const asked = one(header, ["3/4/2026"]);
    expect(asked.customer.lastContact).toBeUndefined();
    expect(asked.notebook.questions).toMatchObject([
      { id: "last_contact:day_order", cells: 1, row: 1, column: 2, example: "3/4/2026" },
    ]);
    expect(asked.notebook.questions[0]!.options).toEqual(expect.arrayContaining(["dmy", "mdy"]));
    const march = one(header, ["3/4/2026"], { answers: { "last_contact:day_order": "mdy" } });
    const april = one(header, ["3/4/2026"], { answers: { "last_contact:day_order": "dmy" } });
    expect(april.customer.lastContact! - march.customer.lastContact!).toBe(30); // 4 March, 3 April
    expect(march.notebook.questions).toEqual([]);
    const left = one(["Sales last 12 months"], ["约3万"], { answers: { "annual:inexact": LEAVE } });
    expect(left.customer.annual).toBeUndefined();
    expect(left.notebook.questions).toEqual([]);
  });
  test("cells that wait for one answer are one question", () => {
    const { notebook } = customersOf([
      ["Company", "Country", "Last contact"],
      ["Acme", "Korea", "3/4/2026"],
      ["Apex", "korea", "4/5/2026"],
      ["Bolt", "Congo", "5/4/2026"],
    ]);
    expect(notebook.questions.map(({ id, cells }) => [id, cells])).toEqual([
      ["country:country:korea", 2],
      ["last_contact:day_order", 3],
      ["country:country:congo", 1],
    ]);
  });
  test("a blank country is known by the city; a country that cannot be read is not", () => {
    const rows = (country: string): Rows => [
      ["Company", "Country", "City"],
      ["Acme", country, "Dubai"],
    ];
    expect(customersOf(rows("")).customers[0]!.country).toEqual({ iso: "AE", byCity: true });
    const { country, unclear } = customersOf(rows("UNDEFINED")).customers[0]!;
    expect(country).toBeUndefined();
    expect([...unclear]).toEqual(["country"]);
  });
  test.each([
    [3, 3],
    ["3", 3],
    [0, 0],
    [" 12 ", 12],
    ["", undefined],
    ["-", undefined],
    [2.5, "unclear"],
    [-1, "unclear"],
    ["many", "unclear"],
    [{ day: 3 }, "unclear"],
  ] as [Cell, number | string | undefined][])("%j in the column of the number of orders", (cell, expected) => {
    const { customer } = one(["Order count"], [cell]);
    expect(customer.unclear.has("order_count") ? "unclear" : customer.orderCount).toBe(expected);
  });
  test.each([
    ["yes", true],
    [true, true],
    ["no", false],
    [false, false],
    ["", false],
    ["maybe", false],
  ] as [Cell, boolean][])("%j in the column do not contact holds: %s", (cell, hold) => {
    const { customer } = one(["Do not contact"], [cell]);
    expect(customer.hold).toBe(hold);
    expect(customer.unclear.has("hold")).toBe(cell === "maybe");
  });
  test("the four amounts are kept apart", () => {
    const { customers } = customersOf([
      ["客户名称", "国家", "近一年成交额", "累计成交额", "客户年采购总量", "预计订单额"],
      ["甲", "德国", 1, 2, 3, 4],
    ]);
    expect(customers[0]).toMatchObject({
      annual: money(1),
      lifetime: money(2),
      buyerVolume: money(3),
      expected: money(4),
    });
  });
});

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

describe("how an order enters the facts", () => {
  test.each([
    ["Confirmed", "order"],
    ["deposit received", "order"],
    ["IN PRODUCTION", "order"],
    ["To ship", "order"],
    ["Shipped", "order"],
    ["completed", "order"],
    ["Paid", "order"],
    ["In Process", "order"],
    ["placed", "order"],
    ["Resolved", "order"],
    ["生产中", "order"],
    ["已发货", "order"],
    ["", "order"],
    ["-", "order"],
    ["Cancelled", "not_counted"],
    ["canceled", "not_counted"],
    ["Returned", "not_counted"],
    ["draft", "not_counted"],
    ["Quotation", "not_counted"],
    ["pending", "not_counted"],
    ["待确认", "not_counted"],
    ["待定", "not_counted"],
    ["On hold", "listed"],
    ["Disputed", "listed"],
    ["争议", "listed"],
    ["Teleported", "asked"],
  ])("with the status %j: %s", (status, use) => {
    expect(oneOrder(["Order status"], [status]).order.use).toBe(use);
  });
  test("an unknown status is asked about once, and counts as the team says", () => {
    const rows: Rows = [
      ["Customer", "Order date", "Amount", "Order status"],
      ["Acme", dateCell(ago(1)), 5, "Teleported"],
      ["Apex", dateCell(ago(1)), 5, " teleported"],
    ];
    const asked = ordersOf(rows);
    expect(asked.notebook.questions).toMatchObject([
      { id: "order.status:status:teleported", cells: 2, options: ["counts", "no", "listed"], row: 1, column: 3 },
    ]);
    expect(asked.notebook.findings.map(({ kind }) => kind)).toEqual(["unknown_status", "unknown_status"]);
    for (const [answer, use] of [
      ["counts", "order"],
      ["no", "not_counted"],
      ["listed", "listed"],
    ] as const) {
      const { orders, notebook } = ordersOf(rows, { answers: { "order.status:status:teleported": answer } });
      expect(orders.map((order) => order.use)).toEqual([use, use]);
      expect(notebook.questions).toEqual([]);
    }
    const { orders } = ordersOf(rows, { answers: { "order.status:status:teleported": "constructor" } });
    expect(orders.map((order) => order.use)).toEqual(["asked", "asked"]);
  });
  test("on hold and disputed are listed, cancelled is not", () => {
    expect(oneOrder(["Order status"], ["on hold"]).kinds).toEqual(["listed_status"]);
    expect(oneOrder(["Order status"], ["cancelled"]).kinds).toEqual([]);
  });
  test("the team's own words for a status count", () => {
    const policy = { "order.counts": "teleported, beamed" };
    expect(oneOrder(["Order status"], ["Beamed"], { policy }).order.use).toBe("order");
    expect(oneOrder(["Order status"], ["Shipped"], { policy }).order.use).toBe("asked");
  });

  const withAmount = (amount: Cell, day: Cell = dateCell(ago(5))) => {
    const { orders, notebook } = ordersOf([
      ["Customer", "Order date", "Amount"],
      ["Acme", day, amount],
    ]);
    return { order: orders[0] as Order, kinds: notebook.findings.map(({ kind }) => kind) };
  };
  test.each([
    [0.01, "order", []],
    [0, "not_counted", []],
    [-0.01, "refund", []],
    ["", "listed", []],
    ["-", "listed", []],
    ["abc", "unread", ["unreadable"]],
    ["约3万", "unread", ["ambiguous"]],
    ["12元/件", "unread", ["unreadable"]],
  ] as [Cell, string, string[]][])("with the amount %j: %s", (amount, use, kinds) => {
    const found = withAmount(amount);
    expect([found.order.use, found.kinds]).toEqual([use, kinds]);
  });
  test.each([
    [dateCell(TODAY), "order", []],
    [dateCell(TODAY + 1), "listed", ["future"]],
    ["soon", "listed", ["unreadable"]],
    ["", "listed", ["unreadable"]],
    ["3/4/2026", "listed", ["ambiguous"]],
  ] as [Cell, string, string[]][])("with the day %j: %s", (day, use, kinds) => {
    const found = withAmount(5, day);
    expect([found.order.use, found.kinds]).toEqual([use, kinds]);
  });
  test("a cancelled row with an amount that cannot be read is cancelled", () => {
    const { orders } = ordersOf([
      ["Customer", "Order date", "Amount", "Order status"],
      ["Acme", dateCell(ago(1)), "abc", "Cancelled"],
    ]);
    expect(orders[0]!.use).toBe("not_counted");
  });
  test("blank rows, totals and the rows below them are no orders; the rest are", () => {
    const { orders } = ordersOf([
      ["Order No", "Customer", "Order date", "Amount"],
      ["SO-1", "Acme", dateCell(ago(1)), 5],
      ["", "", "", ""],
      ["", "合计", "", 5],
      ["Total", "", "", 5],
      ["SO-2", "", dateCell(ago(1)), 6],
    ]);
    expect(orders.map(({ row, id }) => [row, id])).toEqual([
      [1, "SO-1"],
      [5, "SO-2"],
    ]);
  });
  test("due days may lie ahead, payments and deliveries may not", () => {
    const { order, kinds } = oneOrder(
      ["Payment due", "Paid date", "Delivered date"],
      [dateCell(ago(-9)), dateCell(ago(-9)), dateCell(ago(-9))],
    );
    expect([order.due, order.paid, order.delivered]).toEqual([ago(-9), undefined, undefined]);
    expect(kinds).toEqual(["future", "future"]);
  });
});

describe("samples", () => {
  const use = (header: string, text: string, setting?: Setting) => oneOrder([header], [text], setting).order.use;
  test.each([
    ["Order type", "Sample", "sample"],
    ["Order type", "样品", "sample"],
    ["Order type", "样品单", "sample"],
    ["Order type", "Bulk", "order"],
    ["Order type", "", "order"],
    ["Order type", "resampled", "order"],
    ["Product", "samples", "sample"],
    ["Product", "Sample bags, 2000 pcs", "order"],
  ])("%s %j: %s", (header, text, expected) => {
    expect(use(header, text)).toBe(expected);
  });
  test("in a longer text are asked about, and counted until answered", () => {
    const { order, kinds, notebook } = oneOrder(["Product"], ["样品费+大货"]);
    expect([order.use, kinds]).toEqual(["order", ["sample_in_text"]]);
    expect(notebook.questions).toMatchObject([{ id: "order.product:sample:样品费+大货", options: ["yes", "no"] }]);
    for (const [answer, expected] of [
      ["yes", "sample"],
      ["no", "order"],
    ] as const) {
      const answered = oneOrder(["Product"], ["样品费+大货"], {
        answers: { "order.product:sample:样品费+大货": answer },
      });
      expect([answered.order.use, answered.kinds]).toEqual([expected, []]);
    }
  });
  test.each([
    [0, "order"], // off
    [100, "order"], // exactly at the ceiling is not under it
    [100.01, "sample"],
    [99.99, "order"],
  ])("an order of 100 with a ceiling of %d: %s", (ceiling, expected) => {
    expect(oneOrder([], [], { policy: { "order.sample_max": ceiling } }).order.use).toBe(expected);
  });
  test("an amount too small for a hundredth of the base is an order where the ceiling is off", () => {
    const { orders } = ordersOf(
      [
        ["Customer", "Order date", "Amount", "Currency"],
        ["Acme", dateCell(ago(1)), 1, "VND"],
      ],
      { policy: { "rate.VND": 0.00004 } },
    );
    expect(orders[0]!.use).toBe("order");
  });
});

describe("refunds", () => {
  const refund = (status: string) =>
    ordersOf([
      ["Customer", "Order date", "Amount", "Order status"],
      ["Acme", dateCell(ago(1)), -5, status],
    ]).orders[0]!.use;
  test.each([
    ["", "refund"],
    ["Returned", "refund"],
    ["pending", "refund"],
    ["Completed", "refund"],
    ["Cancelled", "listed"],
    ["draft", "listed"],
    ["Quotation", "listed"],
    ["已取消", "listed"],
    ["Disputed", "listed"],
  ])("with the status %j: %s", (status, expected) => {
    expect(refund(status)).toBe(expected);
  });
  test("without a readable day are listed", () => {
    const { orders } = ordersOf([
      ["Customer", "Order date", "Amount"],
      ["Acme", "soon", -5],
      ["Acme", dateCell(TODAY + 1), -5],
    ]);
    expect(orders.map(({ use }) => use)).toEqual(["listed", "listed"]);
  });
  test("that name an order which is not counted are listed only", () => {
    const { orders, notebook } = ordersOf([
      ["Order No", "Customer", "Order date", "Amount", "Order status"],
      ["SO-1", "Acme", dateCell(ago(9)), 50, "Cancelled"],
      ["SO-1", "Acme", dateCell(ago(8)), -50, ""],
      ["SO-2", "Acme", dateCell(ago(9)), 50, "Shipped"],
      ["SO-2", "Acme", dateCell(ago(8)), -20, ""],
      ["SO-3", "Acme", dateCell(ago(8)), -20, ""],
    ]);
    expect(orders.map(({ use }) => use)).toEqual(["not_counted", "listed", "order", "refund", "refund"]);
    expect(notebook.findings).toMatchObject([{ kind: "refund_of_uncounted", row: 2, column: 3, detail: "SO-1" }]);
  });
  test("of an order with two lines, one of them cancelled, subtract", () => {
    const { orders } = ordersOf([
      ["Order No", "Customer", "Order date", "Amount", "Order status"],
      ["SO-1", "Acme", dateCell(ago(9)), 50, "Cancelled"],
      ["SO-1", "Acme", dateCell(ago(9)), 50, "Shipped"],
      ["SO-1", "Acme", dateCell(ago(8)), -50, ""],
    ]);
    expect(orders[2]!.use).toBe("refund");
  });
});
