import { describe, expect, test } from "vitest";
import type { Cell } from "../../src/core/cells/cell";
import { customerFinder, namedCustomer, ordersNamed } from "../../src/core/lookup";
import { aCustomer, anOrder } from "./makers";

const order = (customerId: string, customerName: string, row: number) => anOrder({ customerId, customerName, row });

describe("a customer whom a formula names", () => {
  test.each([
    ["Acme", "Acme"],
    ["  Acme ", "Acme"],
    [17, "17"],
    ["", undefined],
    ["-", undefined],
    ["待定", undefined],
    [{ day: 46_000 }, undefined],
  ] as [Cell, string | undefined][])("%j is %j", (cell, name) => {
    expect(namedCustomer(cell)?.name).toBe(name);
  });
});

describe("his orders", () => {
  const orders = [
    order("C-1", "Acme GmbH", 1),
    order("", "Apex Ltd", 2),
    order("C-1", "", 3),
    order("C-2", "Bolt", 4),
    order("", "acme gmbh", 5),
    order("", "Nobody", 6),
  ];
  const rowsOf = (...cells: Cell[]) =>
    ordersNamed(
      cells.map((cell) => namedCustomer(cell)),
      orders,
    ).map((list) => list.map(({ row }) => row));

  test.each([
    // Row 3 has his id alone, row 5 his name alone.
    ["C-1", [1, 3, 5]],
    ["c-1", [1, 3, 5]],
    ["Acme GmbH", [1, 3, 5]],
    ["ACME", [1, 3, 5]],
    ["Apex", [2]],
    ["Bolt", [4]],
    ["Unknown", []],
    ["", []],
  ])("%j has the rows %j", (cell, rows) => {
    expect(rowsOf(cell)).toEqual([rows]);
  });
  test("bear neither id nor name of another: a name that stands beside two ids, an id beside two names", () => {
    const doubtful = [
      order("C-1", "Acme", 1),
      order("C-2", "Acme", 2),
      order("", "Acme", 3),
      order("C-3", "Bolt", 4),
      order("C-3", "Nut", 5),
      order("C-3", "", 6),
    ];
    const of = (cell: Cell) => ordersNamed([namedCustomer(cell)], doubtful)[0]!.map(({ row }) => row);
    expect(of("C-1")).toEqual([1]);
    expect(of("C-2")).toEqual([2]);
    expect(of("Acme")).toEqual([1, 2, 3]);
    expect(of("Bolt")).toEqual([4]);
    expect(of("C-3")).toEqual([4, 5, 6]);
  });
  test("stand beside the cells that name him, however often", () => {
    expect(rowsOf("Apex", "", "Bolt", "APEX", "Apex")).toEqual([[2], [], [4], [2], [2]]);
  });
  test("are not told by the name without its form where the formula names two such customers", () => {
    expect(rowsOf("Acme Ltd", "Acme Inc")).toEqual([[], []]);
  });
});

describe("his row in the customer sheet", () => {
  const rows = [
    { customer: aCustomer({ id: "C-1", name: "Acme GmbH", row: 1 }) },
    { customer: aCustomer({ id: "C-2", name: "Apex", row: 2 }) },
    { customer: aCustomer({ id: "C-3", name: "Apex", row: 3 }) },
    { customer: aCustomer({ id: "", name: "Bolt", row: 4 }) },
    { customer: aCustomer({ id: "C-5", name: "Bolt", row: 5 }) },
    { customer: aCustomer({ id: "C-1", name: "Acme again", row: 6 }) },
    { customer: aCustomer({ id: "C-7", name: "Twin", row: 7 }) },
    { customer: aCustomer({ id: "C-7", name: "Twin", row: 8 }) },
  ];
  const find = customerFinder(rows);
  test.each([
    ["C-1", 1],
    [" c-1", 1],
    ["acme gmbh.", 1],
    ["C-3", 3],
    ["Apex", undefined], // two ids
    ["Bolt", 4], // one of them has no id
    ["Twin", 7], // one customer in two rows
    ["Nobody", undefined],
    ["", undefined],
  ])("%j is row %s", (cell, row) => {
    expect(find(cell)?.customer.row).toBe(row);
  });
});
