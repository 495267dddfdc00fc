import { describe, expect, test } from "vitest";
import type { Cell, Rows } from "../../../src/core/cells/cell";
import type { Order } from "../../../src/core/model";
import { ago, dateCell, TODAY } from "../makers";
import { oneOrder, ordersOf, type Setting } from "./reading";

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
  test.each([
    ["of a customer is listed, and may be of this year", "Acme", ["unreadable"]],
    ["of nobody is no second finding: as its row in merged cells, it is listed as an order without a customer", "", []],
  ])("an amount without a day %s", (_, customer, kinds) => {
    const { orders, notebook } = ordersOf([
      ["Order no", "Customer", "Order date", "Amount"],
      ["1", "Acme", dateCell(ago(1)), 5],
      ["", customer, "", 7],
    ]);
    expect(orders.map(({ use, minor }) => [use, minor])).toEqual([
      ["order", 500],
      ["unread", undefined],
    ]);
    expect(notebook.findings.map(({ kind }) => kind)).toEqual(kinds);
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
    ["soon", "unread", ["unreadable"]],
    ["", "unread", ["unreadable"]],
    ["3/4/2026", "unread", ["ambiguous"]],
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
  test.each([
    ["Total", 1],
    ["合计", 1],
    ["Grand total USD", 1],
    ["Total", 1, ""],
    ["Totalgas SA", 2],
    ["Total Produce International GmbH", 2],
  ])("a row of the name %j beside an id leaves %i", (name, count, number = "SO-2") => {
    const { orders } = ordersOf([
      ["Order No", "Customer ID", "Customer", "Order date", "Amount"],
      ["SO-1", "C1", "Acme", dateCell(ago(1)), 5],
      [number, "C1", name, dateCell(ago(1)), 5],
    ]);
    expect(orders).toHaveLength(count);
  });
  test("what is found stands in the order of the sheet, of orders of several rows too", () => {
    const { notebook } = ordersOf([
      ["Order No", "Customer", "Order date", "Amount"],
      ["SO-1", "Acme", dateCell(TODAY + 1), 5],
      ["SO-1", "Acme", dateCell(TODAY + 1), 6],
      ["SO-2", "Acme", dateCell(TODAY + 2), 5],
    ]);
    expect(notebook.findings.map(({ kind, row }) => [kind, row])).toEqual([
      ["future", 1],
      ["future", 3],
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
