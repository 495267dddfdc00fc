import { describe, expect, test } from "vitest";
import { foldCompany } from "../../src/core/cells/company";
import { joinTo } from "../../src/core/join";
import { aContact, aCustomer, anOrder } from "./makers";

/** A customer row by id and name; "" for none. */
const customer = (id: string, name: string, row = 1, owner = "") =>
  aCustomer({ id, name: name || id, company: name ? foldCompany(name) : undefined, row, owner });

const order = (customerId: string, customerName: string, row = 1) => anOrder({ customerId, customerName, row });

const NAME_COLUMN = 4;

/** For each customer, the rows of the orders that he gets. */
const joined = (customers: readonly (readonly [string, string])[], orders: readonly (readonly [string, string])[]) => {
  const join = joinTo(customers.map(([id, name], i) => customer(id, name, i + 1)));
  const { lists, findings } = join.rowsOf(
    orders.map(([id, name], i) => order(id, name, i + 1)),
    "unmatched_order",
    NAME_COLUMN,
  );
  return {
    rows: lists.map((list) => list.map(({ row }) => row)),
    unmatched: findings,
    duplicates: join.findings,
  };
};

describe("by id, where both cells are filled", () => {
  test.each([
    ["the same id", ["C-1", "Acme"], ["C-1", "Acme"], true],
    ["whatever the name says", ["C-1", "Acme"], ["C-1", "Other"], true],
    ["in another case and width", ["c-1", "Acme"], [" Ｃ-1 ", ""], true],
    ["not by name when the ids differ", ["C-1", "Acme"], ["C-2", "Acme"], false],
    ["a customer without a name", ["C-1", ""], ["C-1", ""], true],
  ] as const)("%s", (_, one, other, found) => {
    expect(joined([one], [other]).rows).toEqual([found ? [1] : []]);
  });
});

describe("else by name", () => {
  test.each([
    ["folded", ["", "ACME  GmbH."], ["", "Acme GmbH"], true],
    ["where the order's id is unknown and the customer has none", ["", "Acme GmbH"], ["X", "Acme GmbH"], true],
    ["where the customer's id stands alone", ["C-1", "Acme GmbH"], ["", "acme gmbh"], true],
    ["another name is another customer", ["", "Acme GmbH"], ["", "Apex GmbH"], false],
    ["without the legal form, if only one has that name", ["", "Acme GmbH"], ["", "Acme Ltd"], true],
    ["without the form on either side", ["", "Acme"], ["", "Acme Ltd"], true],
  ] as const)("%s", (_, one, other, found) => {
    expect(joined([one], [other]).rows).toEqual([found ? [1] : []]);
  });
  test("with the legal form before without", () => {
    const two = [
      ["", "Acme GmbH"],
      ["", "Acme Ltd"],
    ] as const;
    expect(joined(two, [["", "Acme Ltd."]]).rows).toEqual([[], [1]]);
  });
  test("not without the form where two customers have that name: unmatched, with a proposal", () => {
    const { rows, unmatched } = joined(
      [
        ["", "Acme GmbH"],
        ["", "Acme Ltd"],
      ],
      [["", "Acme Inc"]],
    );
    expect(rows).toEqual([[], []]);
    expect(unmatched).toMatchObject([{ text: "Acme Inc", detail: "Acme GmbH", count: 1, row: 1, column: NAME_COLUMN }]);
  });
  test("not without the form where another id has the name, either", () => {
    const two = [
      ["", "Bolt Ltd"],
      ["3", "Bolt Inc"],
    ] as const;
    expect(joined(two, [["9", "Bolt"]]).rows).toEqual([[], []]);
    expect(joined(two, [["9", "Bolt Ltd"]]).rows).toEqual([[1], []]);
  });
  test("two ids under one name are two customers: the name alone cannot choose", () => {
    const two = [
      ["1", "Acme"],
      ["2", "Acme"],
    ] as const;
    expect(joined(two, [["", "Acme"]]).rows).toEqual([[], []]);
    expect(joined(two, [["", "Acme"]]).unmatched).toMatchObject([{ detail: "Acme" }]);
    expect(joined(two, [["2", "Acme"]]).rows).toEqual([[], [1]]);
    expect(joined(two, [["", "Acme Ltd"]]).rows).toEqual([[], []]);
    expect(joined(two, []).duplicates).toEqual([]);
  });
  test("a placeholder is nobody", () => {
    const { rows, unmatched } = joined([["", "To the order of"]], [["", "TO THE ORDER OF"]]);
    expect(rows).toEqual([[]]);
    expect(unmatched.length).toBe(1);
  });
});

describe("two rows of one customer", () => {
  test.each([
    ["by id", ["1", "Acme"], ["1", "Acme GmbH"]],
    ["by name", ["", "Acme"], ["", "ACME"]],
    ["by name, one of them without its id", ["1", "Acme"], ["", "Acme"]],
    ["by name, the first of them without its id", ["", "Acme"], ["1", "Acme"]],
  ] as const)("%s both get its orders, and are listed as a pair", (_, one, other) => {
    const orders = [["1", "Acme"]] as const;
    const { rows, duplicates } = joined([one, other], orders);
    expect(rows).toEqual([[1], [1]]);
    expect(duplicates).toMatchObject([{ row: 2, count: 2, table: "customers", column: -1 }]);
  });
  test("stay one when the order leaves out the legal form", () => {
    const two = [
      ["7", "Acme GmbH"],
      ["", "Acme GmbH"],
    ] as const;
    expect(joined(two, [["", "Acme"]]).rows).toEqual([[1], [1]]);
  });
  test("a third row is listed once", () => {
    const three = [
      ["1", "Acme"],
      ["1", "Acme"],
      ["1", "Acme"],
    ] as const;
    expect(joined(three, []).duplicates.map(({ row, count }) => [row, count])).toEqual([
      [2, 2],
      [3, 2],
    ]);
  });
  test("a row without an id beside two ids of its name belongs to neither", () => {
    const three = [
      ["1", "Acme"],
      ["2", "Acme"],
      ["", "Acme"],
    ] as const;
    expect(
      joined(three, [
        ["1", "Acme"],
        ["2", "Acme"],
      ]).rows,
    ).toEqual([[1], [2], []]);
  });
});

test.each<[string, readonly (readonly [string, string])[], readonly number[]]>([
  [
    "one name",
    [
      ["", "Acme Ltd"],
      ["", "Bravo"],
      ["", "ACME LTD"],
    ],
    [0, 1, 0],
  ],
  [
    "one number",
    [
      ["1", "Acme"],
      ["1", "Acme Trading"],
    ],
    [0, 0],
  ],
  [
    "a number, and its name without one",
    [
      ["", "Acme"],
      ["1", "Acme"],
      ["1", "Bravo"],
    ],
    [1, 1, 1],
  ],
  [
    "two numbers under one name",
    [
      ["1", "Acme"],
      ["2", "Acme"],
      ["", "Acme"],
    ],
    [0, 1, 2],
  ],
  [
    "GmbH and Ltd",
    [
      ["", "Acme GmbH"],
      ["", "Acme Ltd"],
    ],
    [0, 1],
  ],
])("rows of one customer are told without orders, too: %s", (_, customers, expected) => {
  const { who } = joinTo(customers.map(([id, name], i) => customer(id, name, i + 1)));
  expect(customers.map((_one, i) => who(i))).toEqual(expected);
});

describe("orders that nobody is found for", () => {
  test("are listed once a name, with their number and the first row", () => {
    const { unmatched } = joined(
      [["", "Acme"]],
      [
        ["", "Nobody"],
        ["", "Acme"],
        ["", "Nobody"],
        ["X-9", ""],
      ],
    );
    expect(unmatched.map(({ text, count, row, detail }) => [text, count, row, detail])).toEqual([
      ["Nobody", 2, 1, ""],
      ["X-9", 1, 4, ""],
    ]);
  });
  test("are known again when many name the same customer", () => {
    const orders = Array.from({ length: 50 }, () => ["", "Acme Ltd"] as const);
    expect(joined([["", "Acme"]], orders).rows[0]!.length).toBe(50);
  });
});

describe("contacts", () => {
  const log = (...names: readonly (readonly [id: string, name: string])[]) =>
    names.map(([customerId, customerName], i) => aContact({ customerId, customerName, row: i + 1 }));

  test("find their customer as orders do, and keep the order of their sheet", () => {
    const join = joinTo([customer("C-1", "Acme GmbH", 1), customer("", "Apex", 2)]);
    const rows = log(["", "Acme"], ["", "apex ltd"], ["c-1", ""], ["", "Acme"]);
    const { lists } = join.rowsOf(rows, "unmatched_contact", NAME_COLUMN);
    expect(lists.map((list) => list.map(({ row }) => row))).toEqual([[1, 3, 4], [2]]);
  });
  test("of nobody are listed once a name with their number, and with the customer who may be meant", () => {
    const join = joinTo([customer("", "Acme Ltd", 1), customer("", "Acme Inc", 2)]);
    const rows = log(["", "Acme"], ["", "Nobody"], ["", "Acme"], ["X-9", ""]);
    const { findings } = join.rowsOf(rows, "unmatched_contact", NAME_COLUMN);
    const finding = { kind: "unmatched_contact", table: "contacts", column: NAME_COLUMN };
    expect(findings).toEqual([
      { ...finding, row: 1, text: "Acme", detail: "Acme Ltd", count: 2 },
      { ...finding, row: 2, text: "Nobody", detail: "", count: 1 },
      { ...finding, row: 4, text: "X-9", detail: "", count: 1 },
    ]);
  });
});

describe("one company with two owners", () => {
  /** Rows of one name, an owner each: 1-based row and owners of what is listed. */
  const clashes = (owners: readonly string[], ids: readonly string[] = []) =>
    joinTo(owners.map((owner, i) => customer(ids[i] ?? "", "Acme", i + 1, owner)))
      .findings.filter(({ kind }) => kind === "owner_clash")
      .map(({ row, count, detail }) => [row, count, detail]);

  test.each<[string, readonly string[], readonly unknown[]]>([
    ["the same owner", ["Amy", "Amy"], []],
    ["in another case and width", ["Amy 陈", " ａｍｙ  陈"], []],
    ["nobody named", ["", ""], []],
    ["only one named", ["Amy", ""], []],
    ["the second named", ["", "Amy"], []],
    ["two", ["Amy", "Bob"], [[2, 2, "Amy / Bob"]]],
    ["two after a row without one", ["", "Amy", "Bob"], [[3, 3, "Amy / Bob"]]],
    [
      "three",
      ["Amy", "Bob", "Eva"],
      [
        [2, 2, "Amy / Bob"],
        [3, 2, "Amy / Eva"],
      ],
    ],
    ["one of them twice", ["Amy", "Bob", "Amy"], [[2, 2, "Amy / Bob"]]],
  ])("%s", (_, owners, expected) => {
    expect(clashes(owners)).toEqual(expected);
  });
  test("by id and by name is listed once", () => {
    expect(clashes(["Amy", "Bob"], ["C-1", "C-1"])).toEqual([[2, 2, "Amy / Bob"]]);
  });
  test("two ids are two companies: no clash", () => {
    expect(clashes(["Amy", "Bob"], ["C-1", "C-2"])).toEqual([]);
  });
  test("is listed beside the pair itself", () => {
    const { findings } = joinTo([customer("", "Acme", 1, "Amy"), customer("", "ACME", 2, "Bob")]);
    expect(findings).toEqual([
      { kind: "duplicate", table: "customers", row: 2, column: -1, text: "ACME", count: 2, detail: "Acme" },
      { kind: "owner_clash", table: "customers", row: 2, column: -1, text: "ACME", count: 2, detail: "Amy / Bob" },
    ]);
  });
});

test("the order of customers and orders changes nothing but their order", () => {
  const customers = [
    ["1", "Acme GmbH"],
    ["", "Apex"],
    ["2", "Acme GmbH"],
    ["", "Bolt Ltd"],
    ["3", "Bolt Inc"],
  ] as const;
  const orders = [
    ["1", ""],
    ["", "Apex Ltd"],
    ["", "Acme"],
    ["", "Bolt Inc"],
    ["9", "Bolt"],
  ] as const;
  const named = (
    of: typeof customers | readonly (readonly [string, string])[],
    list: readonly (readonly [string, string])[],
  ) =>
    new Map(joined(of, list).rows.map((rows, i) => [of[i]!.join(), rows.map((row) => list[row - 1]!.join()).sort()]));
  const backwards = [...customers].reverse();
  expect(named(backwards, [...orders].reverse())).toEqual(new Map([...named(customers, orders)].reverse()));
});
