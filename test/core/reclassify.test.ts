import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AXES } from "../../src/core/axes";
import type { Cell, Rows } from "../../src/core/cells/cell";
import type { Classified } from "../../src/core/model";
import { classify } from "../../src/core/reclassify";
import { todayOf } from "../../src/core/today";
import { ago, anInput, dateCell, money, TODAY } from "./makers";

type Given = Parameters<typeof anInput>[0];

const CUSTOMERS = ["ID", "Company", "Country", "Last contact", "Sales last 12 months", "Order count"];
const ORDERS = ["Order No", "Customer ID", "Customer", "Order date", "Amount", "Currency", "Order status"];

const customerRow = (
  id: string,
  name: string,
  more: readonly Cell[] = ["Germany", dateCell(ago(5)), "", ""],
): Cell[] => [id, name, ...more];
const orderRow = (id: string, name: string, days: number, amount: Cell, more: readonly Cell[] = ["USD", "Shipped"]) => [
  "",
  id,
  name,
  dateCell(ago(days)),
  amount,
  ...more,
];

/** The corridor with one old cancelled order, so that the order sheet is not a short one. */
const run = (customers: Rows, orders: Rows = [], more: Given = {}) =>
  classify(
    anInput({
      customers: [CUSTOMERS, ...customers],
      orders: [ORDERS, ["", "", "Old", dateCell(ago(4000)), 1, "USD", "Cancelled"], ...orders],
      ...more,
    }),
  );

/** Axes on which nothing is known of a customer whose sheet has no column for them. */
const UNSAID = Object.fromEntries(
  ["loyalty", "potential", "locality", "identity", "industry", "product", "size"].map((id) => [id, "unrated"]),
);

const classesOf = ({ classes }: Classified) => Object.fromEntries(AXES.map(({ id }) => [id, classes[id].id]));

describe("rows to classes", () => {
  test("each customer has his classes, in the order of the sheet", () => {
    const { classified, counts } = run(
      [customerRow("C-1", "Acme GmbH"), customerRow("", "Apex Ltd"), customerRow("", ""), customerRow("", "Total")],
      [
        orderRow("C-1", "", 10, 200_000),
        orderRow("C-1", "", 100, 100_000),
        orderRow("", "Apex", 500, 5),
        orderRow("", "Nobody", 5, 5),
      ],
    );
    expect(classified.map(classesOf)).toEqual([
      {
        ...UNSAID,
        value: "B",
        relation: "growing",
        stage: "4",
        frequency: "mid",
        activity: "active",
        engagement: "unrated",
        region: "europe",
        source: "unrated",
        fair: "unrated",
        followup: "fresh",
      },
      {
        ...UNSAID,
        value: "D",
        relation: "once",
        stage: "4",
        frequency: "single",
        activity: "dormant",
        engagement: "unrated",
        region: "europe",
        source: "unrated",
        fair: "unrated",
        followup: "fresh",
      },
    ]);
    expect(classified.map(({ urgency }) => [urgency.level, urgency.due])).toEqual([
      ["on_track", ago(5) + 30],
      ["on_track", ago(5) + 90],
    ]);
    expect(counts).toEqual({ customers: 2, orders: 5, unreadable: 0, ambiguous: 0 });
  });
  test("a sheet without orders works from its own columns", () => {
    const input = anInput({
      customers: [
        CUSTOMERS,
        customerRow("", "Acme", ["US", dateCell(ago(1)), 300_000, 4]),
        customerRow("", "Apex", ["US", dateCell(ago(1)), "", ""]),
      ],
    });
    const [acme, apex] = classify(input).classified;
    expect(classesOf(acme!)).toMatchObject({ value: "B", frequency: "unrated", activity: "unrated" });
    expect(classesOf(apex!)).toMatchObject({ value: "unrated", frequency: "none", activity: "none" });
  });
  test("without any column about orders nobody is said not to have bought", () => {
    const input = anInput({
      customers: [
        ["Company", "Country", "Email"],
        ["Acme", "US", "a@b.c"],
      ],
    });
    expect(classesOf(classify(input).classified[0]!)).toMatchObject({ frequency: "unrated", activity: "unrated" });
  });
  test("two rows of one customer get the classes of its orders; due days stay each row's own", () => {
    const { classified, findings } = run(
      [
        customerRow("1", "Acme", ["US", dateCell(ago(1)), "", ""]),
        customerRow("1", "Acme", ["US", dateCell(ago(9)), "", ""]),
      ],
      [orderRow("1", "", 10, 300_000)],
    );
    expect(classified.map(({ classes }) => classes.value.id)).toEqual(["B", "B"]);
    expect(classified.map(({ urgency }) => urgency.days)).toEqual([1, 9]);
    expect(findings.filter(({ kind }) => kind === "duplicate")).toMatchObject([{ row: 2, count: 2 }]);
  });
  test("an order sheet is short by its first readable day, whatever stands in that row", () => {
    const short = (days: number) =>
      classify(
        anInput({
          customers: [CUSTOMERS, customerRow("", "Acme", ["US", "", 300_000, ""])],
          orders: [ORDERS, orderRow("", "Acme", 5, 1), orderRow("", "Other", days, 1, ["USD", "Cancelled"])],
        }),
      );
    const graded = (days: number) => short(days).classified[0]!.classes.value;
    expect(graded(364)).toMatchObject({ id: "B", because: { rule: "value.short_ledger" } });
    expect(graded(365)).toMatchObject({ id: "D", because: { rule: "value.orders", provisional: true } });
    // What ranks him, and what the limits are chosen by, is what his tier goes by.
    expect([short(364).classified[0]!.amount, short(364).years]).toEqual([money(300_000), [money(300_000)]]);
    expect([short(365).classified[0]!.amount, short(365).years]).toEqual([money(1), [money(1)]]);
  });
  test("what each graded customer bought in the year is there for the limits screen", () => {
    const { years } = run(
      [
        customerRow("", "Acme", ["US", "", 70, ""]),
        customerRow("", "Apex", ["US", "", 50, ""]),
        customerRow("", "Bolt", ["US", "", "", ""]),
      ],
      [orderRow("", "Acme", 5, 7)],
    );
    expect(years).toEqual([money(7), money(50)]);
  });
  test("currencies are counted by cell", () => {
    const { currencies } = run(
      [customerRow("", "Acme")],
      [orderRow("", "Acme", 5, 7), orderRow("", "Acme", 5, 7, ["EUR", ""]), orderRow("", "Acme", 5, 7, ["CNY", ""])],
    );
    expect(currencies).toEqual({ USD: 2, EUR: 1, CNY: 1 });
  });
});

describe("what a person should look at", () => {
  const kinds = (customers: Rows, orders?: Rows, more?: Given) =>
    run(customers, orders, more).findings.map(({ kind, field }) => (field ? `${kind} ${field}` : kind));

  test("nothing, where all is well", () => {
    const old = customerRow("", "Old"); // whose order makes the ledger a long one
    expect(kinds([customerRow("", "Acme"), old], [orderRow("", "Acme", 5, 7)])).toEqual([]);
  });
  test("nothing to count from", () => {
    const { findings } = run([customerRow("", "Acme", ["US", "", "", ""])]);
    expect(findings.filter(({ kind }) => kind === "no_clock")).toMatchObject([{ row: 1, column: -1, text: "Acme" }]);
  });
  test.each([
    // typed, ordered, listed
    [100, 100, false],
    [90, 100, false],
    [89.99, 100, true],
    [100, 90, false],
    [100, 89.99, true],
    [0, 100, true],
  ])("a typed amount of %d beside orders of %d is a clash: %s", (typed, ordered, listed) => {
    const found = kinds(
      [customerRow("", "Acme", ["US", dateCell(ago(1)), typed, ""])],
      [orderRow("", "Acme", 5, ordered)],
    );
    expect(found.includes("clash annual")).toBe(listed);
  });
  test.each([
    [2, false],
    [1, true],
    [3, true],
  ])("a typed count of %i beside two orders is a clash: %s", (typed, listed) => {
    const found = kinds(
      [customerRow("", "Acme", ["US", dateCell(ago(1)), "", typed])],
      [orderRow("", "Acme", 5, 1), orderRow("", "Acme", 50, 1)],
    );
    expect(found.includes("clash order_count")).toBe(listed);
  });
  test("a clash names both numbers and the cell", () => {
    const { findings } = run(
      [customerRow("", "Acme", ["US", dateCell(ago(1)), 500, ""])],
      [orderRow("", "Acme", 5, 7)],
    );
    expect(findings.find(({ kind }) => kind === "clash")).toMatchObject({
      table: "customers",
      row: 1,
      column: 4,
      detail: "500 / 7",
    });
  });
  test("no clash where the sum is known to be short: a missing rate, or a short order sheet that has less", () => {
    const acme = customerRow("", "Acme", ["US", dateCell(ago(1)), 500, ""]);
    expect(kinds([acme], [orderRow("", "Acme", 5, 7), orderRow("", "Acme", 5, 7, ["EUR", ""])])).not.toContain(
      "clash annual",
    );
    const short = (typed: number) =>
      classify(
        anInput({
          customers: [CUSTOMERS, customerRow("", "Acme", ["US", dateCell(ago(1)), typed, ""])],
          orders: [ORDERS, orderRow("", "Acme", 5, 100)],
        }),
      ).findings.filter(({ kind }) => kind === "clash").length;
    expect(short(500)).toBe(0);
    expect(short(50)).toBe(1);
  });
});

const TABLE: Rows = [
  customerRow("1", "Acme GmbH", ["Germany", dateCell(ago(5)), 500, 2]),
  customerRow("", "Apex", ["法国", "2026-01-02", "", ""]),
  customerRow("3", "Bolt Ltd", ["Korea", "soon", "abc", ""]),
  customerRow("", "Coda", ["", "", "", 1]),
];
const LEDGER: Rows = [
  orderRow("1", "", 300, 200_000),
  orderRow("", "Apex Inc", 40, 300_000),
  orderRow("3", "", 90, "约3万"),
  orderRow("", "Nobody", 5, 1),
  orderRow("1", "", 30, 120_000, ["EUR", "pending"]),
];

describe("the fingerprint", () => {
  const print = (customers: Rows, orders: Rows, more?: Given) => run(customers, orders, more).fingerprint;
  const base = print(TABLE, LEDGER);
  const shuffle = (rows: Rows) => fc.shuffledSubarray([...rows], { minLength: rows.length });

  test("is the same however the rows are sorted, and with blank rows between them", () => {
    fc.assert(
      fc.property(shuffle(TABLE), shuffle(LEDGER), fc.nat(3), fc.nat(4), (customers, orders, i, j) => {
        const blank = ["", "", "", "", "", "", ""];
        expect(print(customers.toSpliced(i, 0, blank), orders.toSpliced(j, 0, blank, blank))).toBe(base);
      }),
      { numRuns: 30 },
    );
  });
  test("is the same where columns that are not read change, or move", () => {
    const wider = (note: string) =>
      classify(
        anInput({
          customers: [
            ["Favourite colour", "Company", "Country"],
            [note, "Acme", "US"],
          ],
        }),
      ).fingerprint;
    expect(wider("red")).toBe(wider("blue"));
    const moved = classify(
      anInput({
        customers: [
          ["Country", "Favourite colour", "Company"],
          ["US", "red", "Acme"],
        ],
      }),
    ).fingerprint;
    expect(moved).toBe(wider("red"));
  });
  test.each([
    ["a cell", () => print(TABLE.with(0, customerRow("1", "Acme GmbH", ["France", dateCell(ago(5)), 500, 2])), LEDGER)],
    ["a day", () => print(TABLE.with(0, customerRow("1", "Acme GmbH", ["Germany", dateCell(ago(4)), 500, 2])), LEDGER)],
    [
      "a number that becomes text",
      () => print(TABLE.with(0, customerRow("1", "Acme GmbH", ["Germany", dateCell(ago(5)), "500", 2])), LEDGER),
    ],
    ["an order", () => print(TABLE, LEDGER.with(3, orderRow("", "Nobody", 5, 2)))],
    ["an order more", () => print(TABLE, [...LEDGER, LEDGER[0]!])],
    ["a row less", () => print(TABLE.slice(1), LEDGER)],
    ["the policy", () => print(TABLE, LEDGER, { policy: { "cadence.A": 15 } })],
    ["the as-of day", () => print(TABLE, LEDGER, { asOf: TODAY + 1 })],
    ["an answer", () => print(TABLE, LEDGER, { answers: { "order.amount:inexact": "take" } })],
  ])("changes with %s", (_, changed) => {
    expect(changed()).not.toBe(base);
  });
  test("changes with a header that changes what the numbers below it are worth", () => {
    const under = (header: string) =>
      classify(
        anInput({
          customers: [
            ["客户名称", "国家", header],
            ["甲", "德国", 5],
          ],
        }),
      ).fingerprint;
    expect(new Set([under("近一年成交额"), under("近一年成交额(万)"), under("近一年成交额(USD)")]).size).toBe(3);
  });
});

describe("the order of rows and of columns", () => {
  const NAMES = ["Acme", "Apex", "Bolt", "Coda", "Dune", "Echo"];
  const dayWithin = (from: number, to: number) => fc.integer({ min: from, max: to }).map((days) => dateCell(ago(days)));
  const maybe = (cell: fc.Arbitrary<Cell>) => fc.oneof({ weight: 2, arbitrary: fc.constant<Cell>("") }, cell);
  const word = (...words: Cell[]) => fc.constantFrom<Cell>(...words);

  const people: Readonly<Record<string, fc.Arbitrary<Cell>>> = {
    Owner: word("Amy", "Bob", ""),
    Country: word("US", "法国", "Nowhere", ""),
    Created: maybe(dayWithin(0, 900)),
    "Inquiry date": maybe(dayWithin(0, 120)),
    "Last contact": maybe(dayWithin(-2, 500)),
    "Next follow-up": word("", "", "", dateCell(ago(-5)), dateCell(ago(9))),
    Stage: word("已寄样", "询盘未回复", "无意向", "no such word", ""),
    Source: word("广交会", "Alibaba", "展会/转介绍", "新客户", ""),
    "Fair interest": word("热情", "cold", "", ""),
    "Fair date": maybe(dayWithin(0, 20)),
    "Do not contact": word("是", ...Array<Cell>(9).fill("")),
    "Open complaint": word("是", ...Array<Cell>(9).fill("")),
    "Sales last 12 months": word(500_000, "", "", "", "约3万"),
    City: word("Lyon", "PARIS", ""),
    Ended: word("是", ...Array<Cell>(9).fill("")),
    "Customer Type": word("经销商/零售商", "OEM", "no such word", ""),
    Industry: word("零售, 服务", "no such word", ""),
    Product: word("手机壳、键盘", "suits", "no such word", ""),
    "Company Size": word("11-50", "20-99", "大型", 900, ""),
    Potential: word("高", "low", "no such word", "", ""),
    Satisfaction: word(5, "2/5", "good", "", ""),
    "Expected Amount": word(400_000, "", "", "约3万"),
    Quantity: word("500 pcs", "", ""),
  };
  const orderCells: Readonly<Record<string, fc.Arbitrary<Cell>>> = {
    Customer: word(...NAMES, "Acme Ltd", "Nobody"),
    "Order date": dayWithin(0, 900),
    Amount: word(1000, 200_000, 900_000, -500),
    Status: word("Shipped", "Cancelled", "", "who knows"),
    "Due date": maybe(dayWithin(0, 900)),
    "Payment date": maybe(dayWithin(0, 900)),
    "Delivery date": maybe(dayWithin(0, 70)),
  };
  const said: Readonly<Record<string, fc.Arbitrary<Cell>>> = {
    Date: fc.oneof(dayWithin(0, 3), dayWithin(0, 120)),
    Customer: word(...NAMES, "Nobody"),
    Direction: word("收到", "发出", "推迟", "out", "", "who knows"),
    Channel: word("拜访", "邮件", ""),
    Note: word("询价", "要证书", ""),
    Bulk: word("", "", "是"),
    "Next date": word("", "", "", "", dateCell(ago(-3)), dateCell(ago(-9))),
  };
  const rows = (cells: Readonly<Record<string, fc.Arbitrary<Cell>>>, length: number) =>
    fc.array(fc.tuple(...Object.values(cells)), { minLength: length, maxLength: length });
  const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });

  /** The log in another order; rows of one day keep theirs, as it says who wrote last. */
  function withinDays(before: Rows, after: Rows): Rows {
    const dayOf = (row: Rows[number]) => JSON.stringify(row[0]);
    const left = new Map<string, Rows[number][]>();
    for (const row of before) left.set(dayOf(row), [...(left.get(dayOf(row)) ?? []), row]);
    return after.map((row) => left.get(dayOf(row))!.shift()!);
  }

  const columnsIn = (table: Rows, order: readonly number[]): Rows => table.map((row) => order.map((i) => row[i]!));
  const inOrder = (table: Rows): number[] => table[0]!.map((_, i) => i);

  function outcome(customers: Rows, orders: Rows, contacts: Rows, log: Rows) {
    const policy = { "home.country": "France", "home.city": "Lyon" };
    const input = anInput({ customers, orders, contacts, log, policy });
    const found = classify(input);
    const today = todayOf(found.classified, input.policy, input.asOf);
    const kinds: Record<string, number> = {};
    for (const { kind, count } of found.findings) kinds[kind] = (kinds[kind] ?? 0) + (count ?? 1);
    return {
      customers: new Map(
        found.classified.map(({ customer, ...one }) => [
          customer.name,
          { ...one, fair: customer.fairMark, owner: customer.owner },
        ]),
      ),
      today: today.list.map(({ one, group }) => `${one.customer.name} ${group}`),
      wake: today.wake.map(({ customer }) => customer.name),
      owners: today.owners,
      kinds,
      questions: found.questions.map(({ id, cells }) => `${id} ${cells}`).sort(),
      counts: found.counts,
      years: [...found.years].sort(),
    };
  }

  test("of any of the sheets changes no class, level, treatment, list or finding; and two runs are equal", () => {
    const given = fc
      .record({
        customers: rows(people, NAMES.length).map((list): Rows => list.map((row, i) => [NAMES[i]!, ...row])),
        orders: rows(orderCells, 8),
        contacts: rows(said, 10),
        log: rows(said, 6),
      })
      .chain((sheets) =>
        fc.record({
          before: fc.constant(sheets),
          after: fc.record({
            customers: shuffled(sheets.customers),
            orders: shuffled(sheets.orders),
            contacts: shuffled(sheets.contacts).map((after) => withinDays(sheets.contacts, after)),
            log: shuffled(sheets.log).map((after) => withinDays(sheets.log, after)),
          }),
          columns: fc.record({
            customers: shuffled(inOrder([["Company", ...Object.keys(people)]])),
            orders: shuffled(inOrder([Object.keys(orderCells)])),
            contacts: shuffled(inOrder([Object.keys(said)])),
            log: shuffled(inOrder([Object.keys(said)])),
          }),
        }),
      );
    type Sheets = { customers: Rows; orders: Rows; contacts: Rows; log: Rows };
    const headed = ({ customers, orders, contacts, log }: Sheets): Sheets => ({
      customers: [["Company", ...Object.keys(people)], ...customers],
      orders: [Object.keys(orderCells), ...orders],
      contacts: [Object.keys(said), ...contacts],
      log: [Object.keys(said), ...log],
    });
    const run = ({ customers, orders, contacts, log }: Sheets) => outcome(customers, orders, contacts, log);
    fc.assert(
      fc.property(given, ({ before, after, columns }) => {
        const expected = run(headed(before));
        expect(run(headed(before))).toEqual(expected);
        const moved = headed(after);
        const shuffledColumns: Sheets = {
          customers: columnsIn(moved.customers, columns.customers),
          orders: columnsIn(moved.orders, columns.orders),
          contacts: columnsIn(moved.contacts, columns.contacts),
          log: columnsIn(moved.log, columns.log),
        };
        expect(run(shuffledColumns)).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });
});

test("any cells at all: every customer has exactly one class on each axis, and nothing is thrown", () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.constantFrom<Cell>("", "Acme", "Apex GmbH", "3/4/2026", "约3万", "EUR 5", "合计", "#REF!", true, 45_717, -5),
    fc.string({ maxLength: 8, unit: "grapheme" }),
    fc.double({ noNaN: true }),
    fc.integer({ min: 40_000, max: 47_000 }).map(dateCell),
  );
  const rows = (width: number) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 });
  const headers = [
    ...CUSTOMERS,
    ...["City", "Stage", "Source", "Fair interest", "Open complaint", "Ended", "Customer Type", "Industry", "Product"],
    ...["Company Size", "Potential", "Satisfaction", "Expected Amount", "Quantity"],
  ];
  fc.assert(
    fc.property(rows(headers.length), rows(ORDERS.length), (customers, orders) => {
      for (const one of run([], orders, { customers: [headers, ...customers] }).classified) {
        expect(Object.keys(one.classes)).toEqual(AXES.map(({ id }) => id));
        for (const axis of AXES) expect(axis.classes).toHaveProperty(one.classes[axis.id].id);
        expect(one.urgency.level).toBeDefined();
      }
    }),
    { numRuns: 200 },
  );
});
