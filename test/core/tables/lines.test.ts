import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cell, Rows } from "../../../src/core/cells/cell";
import type { Order } from "../../../src/core/model";
import { readRates } from "../../../src/core/rates";
import { classify } from "../../../src/core/reclassify";
import { ago, anInput, dateCell, TODAY } from "../makers";
import { ordersOf, type Setting } from "./reading";

const HEADER = ["Order No", "Customer", "Order date", "Amount", "Currency", "Status", "Product", "Customer ID"];
const day = dateCell(ago(5));

/** A row of order SO-1 of Acme. */
const line = (
  amount: Cell,
  status = "",
  more: { no?: Cell; who?: Cell; day?: Cell; in?: string; of?: string; id?: string } = {},
) => [
  more.no ?? "SO-1",
  more.who ?? "Acme",
  more.day ?? day,
  amount,
  more.in ?? "",
  status,
  more.of ?? "",
  more.id ?? "",
];

const read = (rows: Rows, setting?: Setting) => {
  const { orders, notebook } = ordersOf([HEADER, ...rows], setting);
  return { orders, notebook, kinds: notebook.findings.map(({ kind }) => kind) };
};
const entered = (orders: readonly Order[]) => orders.map(({ use, minor, atLeast }) => [use, minor, atLeast]);

describe("lines of one order", () => {
  test.each<[string, Rows, readonly unknown[][]]>([
    ["are one order of their sum", [line(10), line(20.5), line("30")], [["order", 6050, undefined]]],
    ["less its discount", [line(100), line(-10)], [["order", 9000, undefined]]],
    ["a discount first", [line(-10), line(100)], [["order", 9000, undefined]]],
    ["nothing is left of it", [line(100), line(-100)], [["not_counted", 0, undefined]]],
    ["more was given back than bought", [line(100), line(-100.01)], [["refund", -1, undefined]]],
    ["all below zero are one refund", [line(-10), line(-20)], [["refund", -3000, undefined]]],
    ["a free line adds nothing", [line(100), line(0)], [["order", 10000, undefined]]],
    [
      "a line without an amount adds nothing",
      [line(100), line("")],
      [
        ["order", 10000, undefined],
        ["listed", undefined, undefined],
      ],
    ],
    ["one that cannot be read makes it at least", [line(100), line("abc")], [["order", 10000, true]]],
    ["none that can be read", [line("abc"), line("def")], [["unread", undefined, undefined]]],
    ["only a discount that can be read", [line("abc"), line(-10)], [["unread", -1000, true]]],
    [
      "a cancelled line does not enter",
      [line(100), line(50, "Cancelled")],
      [
        ["order", 10000, undefined],
        ["not_counted", undefined, undefined],
      ],
    ],
    [
      "a cancelled line that cannot be read neither",
      [line(100), line("abc", "Cancelled")],
      [
        ["order", 10000, undefined],
        ["not_counted", undefined, undefined],
      ],
    ],
    [
      "cancelled lines are one order that does not count",
      [line(100, "Cancelled"), line(50, "Cancelled")],
      [["not_counted", undefined, undefined]],
    ],
    [
      "a cancelled discount does not enter",
      [line(100), line(-10, "Cancelled")],
      [
        ["order", 10000, undefined],
        ["listed", undefined, undefined],
      ],
    ],
    [
      "a sample among the goods stays apart",
      [line(100), line(5, "", { of: "Sample" })],
      [
        ["order", 10000, undefined],
        ["sample", undefined, undefined],
      ],
    ],
    ["a free sample is one", [line(0, "", { of: "样品" })], [["sample", undefined, undefined]]],
    ["a sample without an amount is one", [line("", "", { of: "样品" })], [["sample", undefined, undefined]]],
    [
      "in capitals, full width and with spaces it is the same order",
      [line(10), line(20, "", { no: " ｓｏ-1", who: "ACME" })],
      [["order", 3000, undefined]],
    ],
    [
      "of a number that is a number",
      [line(10, "", { no: 17 }), line(20, "", { no: "17" })],
      [["order", 3000, undefined]],
    ],
    [
      "a line without a day that can be read makes it at least",
      [line(10), line(20, "", { day: "soon" })],
      [
        ["order", 1000, true],
        ["listed", undefined, undefined],
      ],
    ],
    [
      "a cancelled line without a day does not",
      [line(10), line(20, "Cancelled", { day: "" })],
      [
        ["order", 1000, undefined],
        ["not_counted", undefined, undefined],
      ],
    ],
    [
      "a row without a day and a number says nothing of other orders without one",
      [line(10, "", { no: "" }), line(20, "", { no: "", day: "soon" })],
      [
        ["order", 1000, undefined],
        ["unread", undefined, undefined],
      ],
    ],
    [
      "a line without a number is an order of its own",
      [line(10), line(20, "", { no: "" }), line(20, "", { no: "-" })],
      [
        ["order", 1000, undefined],
        ["order", 2000, undefined],
        ["order", 2000, undefined],
      ],
    ],
  ])("%s", (_, rows, expected) => {
    expect(entered(read(rows).orders)).toEqual(expected);
  });

  test.each([
    ["partial", "order"],
    ["Partially paid", "order"],
    ["part paid", "order"],
    ["部分付款", "order"],
    ["部分收款", "order"],
  ])("paid in part by its state %j is an order", (status, use) => {
    expect(read([line(10, status)]).orders.map((order) => order.use)).toEqual([use]);
  });

  test("with a day ahead are listed once, and are no orders", () => {
    const later = { day: dateCell(TODAY + 1) };
    const { orders, kinds } = read([
      line(10, "", later),
      line(20, "", later),
      line(30, "", { ...later, of: "sample" }),
    ]);
    expect([entered(orders), kinds]).toEqual([
      [
        ["listed", undefined, undefined],
        ["listed", undefined, undefined],
      ],
      ["future", "future"],
    ]);
  });

  test("of different currencies are summed in each and then converted", () => {
    const rows = [line(0.05, "", { in: "CNY" }), line(1, "", { in: "USD" }), line(0.05, "", { in: "CNY" })];
    const policy = { "rate.CNY": 0.14 };
    // One by one 0.05 CNY would be 1 cent; 0.10 CNY is 1 cent together.
    expect(entered(read(rows, { policy }).orders)).toEqual([["order", 101, undefined]]);
    const { orders, kinds } = read([...rows, line(7, "", { in: "GBP" }), line(8, "", { in: "GBP" })], { policy });
    expect([entered(orders), kinds]).toEqual([[["order", 101, true]], ["no_rate"]]);
  });

  test("are held against the sample ceiling together", () => {
    const policy = { "order.sample_max": 100 };
    expect(entered(read([line(60), line(39.99)], { policy }).orders)).toEqual([["sample", 9999, undefined]]);
    expect(entered(read([line(60), line(40)], { policy }).orders)).toEqual([["order", 10000, undefined]]);
    expect(entered(read([line(60), line("abc")], { policy }).orders)).toEqual([["order", 6000, true]]);
  });
});

describe("payment of an order", () => {
  const header = ["Order No", "Customer", "Order date", "Amount", "Due date", "Paid date", "Delivered", "Paid Amount"];
  const paid = (...rows: Rows) => {
    const { orders } = ordersOf([
      header,
      ...rows.map(([amount, due, on, delivered, soFar]) => [
        ...["SO-1", "Acme", dateCell(ago(90)), amount!],
        ...[due, on, delivered].map((days) => (typeof days === "number" ? dateCell(ago(days)) : "")),
        soFar ?? "",
      ]),
    ]);
    return orders.map((order) => [order.due, order.paid, order.delivered].map((at) => at && TODAY - at));
  };
  test.each<[string, Rows, readonly (number | undefined)[]]>([
    [
      "the latest of each day",
      [
        [10, 30, 40, 60],
        [20, 20, 50, 70],
      ],
      [20, 40, 60],
    ],
    [
      "paid only when all lines are",
      [
        [10, 30, 40, ""],
        [20, 30, "", 70],
      ],
      [30, undefined, 70],
    ],
    [
      "a discount need not be paid",
      [
        [10, 30, 40, ""],
        [-5, "", "", ""],
      ],
      [30, 40, undefined],
    ],
    [
      "a line that cannot be read must be",
      [
        ["abc", 30, "", ""],
        [5, 30, 40, ""],
      ],
      [30, undefined, undefined],
    ],
    ["paid in part is not paid", [[10, 30, 40, "", 9.99]], [30, undefined, undefined]],
    ["paid to the cent is", [[10, 30, 40, "", 10]], [30, 40, undefined]],
    ["paid more is", [[10, 30, 40, "", 10.01]], [30, 40, undefined]],
    ["nothing paid so far is not", [[10, 30, 40, "", 0]], [30, undefined, undefined]],
    ["no word of what was paid leaves the day", [[10, 30, 40, "", ""]], [30, 40, undefined]],
    [
      "lines are paid together",
      [
        [10, 30, 40, "", 30],
        [20, 30, 40, "", ""],
      ],
      [30, 40, undefined],
    ],
    [
      "or not",
      [
        [10, 30, 40, "", 10],
        [20, 30, 40, "", 19],
      ],
      [30, undefined, undefined],
    ],
    [
      "paid in full, nobody knows when: nothing is said of punctuality",
      [[10, 30, "", "", 10]],
      [undefined, undefined, undefined],
    ],
    [
      "paid in another currency without a rate is not known to be paid",
      [["USD 10", 30, 40, "", "CNY 99"]],
      [30, undefined, undefined],
    ],
  ])("%s", (_, rows, expected) => {
    expect(paid(...rows)).toEqual([expected]);
  });
  test("in another currency goes by the rate", () => {
    const soFar = (amount: string) =>
      ordersOf([header, ["SO-1", "Acme", day, "USD 10", day, day, "", amount]], { policy: { "rate.CNY": 0.125 } })
        .orders[0]!.paid;
    expect([soFar("CNY 80"), soFar("CNY 79")]).toEqual([ago(5), undefined]);
  });
});

describe("one number", () => {
  test.each<[string, Rows, readonly (number | undefined)[]]>([
    ["on two days", [line(1), line(2, "", { day: dateCell(ago(6)) })], [2]],
    ["of two customers", [line(1), line(2, "", { who: "Beta" }), line(3, "", { who: "Coda" })], [3]],
    ["of a customer and of nobody", [line(1), line(2, "", { who: "" })], [2]],
    ["of two orders whose amount cannot be read", [line("abc"), line("abc", "", { who: "Beta" })], [2]],
  ])("%s stands for several orders, listed once with their count, and each counts", (_, rows, counts) => {
    const { orders, notebook } = read(rows);
    const doubled = notebook.findings.filter(({ kind }) => kind === "doubled_order");
    expect(doubled.map(({ count, row, column, text }) => [count, row, column, text])).toEqual(
      counts.map((count) => [count, 1, 0, "SO-1"]),
    );
    expect(orders.every(({ use }) => use === "order" || use === "unread")).toBe(true);
  });
  test("is not doubled by a line whose day cannot be read, which is listed as that", () => {
    expect(read([line(5), line(6, "", { day: "soon" }), line(7)]).kinds).toEqual(["unreadable"]);
  });
  test("is of one customer where a line lacks the id or the name that the others give", () => {
    const rows: Rows = [line(1, "", { id: "C1" }), line(2), line(4, "", { id: "C1", who: "" })];
    for (const order of [rows, [...rows].reverse()]) {
      const { orders, kinds } = read(order);
      expect(orders.map(({ customerId, customerName, minor }) => [customerId, customerName, minor])).toEqual([
        ["C1", "Acme", 700],
      ]);
      expect(kinds).toEqual([]);
    }
  });
  test("under one id and two names is of that id alone, whichever stands first", () => {
    const rows: Rows = [line(1, "", { id: "C1" }), line(2, "", { id: "C1", who: "Beta" }), line(4, "", { id: "C1" })];
    for (const order of [rows, [...rows].reverse()])
      expect(
        read(order).orders.map(({ customerId, customerName, minor }) => [customerId, customerName, minor]),
      ).toEqual([["C1", "", 700]]);
  });
  test("whose lines give a name two ids is of two customers, and a line without an id is of neither", () => {
    const { orders } = read([line(1, "", { id: "C1" }), line(2, "", { id: "C2" }), line(4)]);
    expect(orders.map(({ customerId, minor }) => [customerId, minor])).toEqual([
      ["C1", 100],
      ["C2", 200],
      ["", 400],
    ]);
  });
  test("is listed at its first order, not at the refund above it, and folds whatever its letters", () => {
    const { orders, notebook } = read([
      line(-2, "", { day: dateCell(ago(2)) }),
      line(5, "", { no: "so-1" }),
      line(6, "", { who: "Beta" }),
      line(7, "", { no: "so-1", who: "beta" }),
    ]);
    expect(orders.map(({ row, use, minor }) => [row, use, minor])).toEqual([
      [1, "refund", -200],
      [2, "order", 500],
      [3, "order", 1300],
    ]);
    expect(notebook.findings).toMatchObject([{ kind: "doubled_order", count: 2, row: 2, text: "so-1" }]);
  });
  test.each<[string, Rows]>([
    ["a refund of it", [line(5), line(-2, "", { day: dateCell(ago(2)) })]],
    ["the same order cancelled before", [line(5, "Cancelled", { day: dateCell(ago(9)) }), line(5)]],
    ["its own lines", [line(5), line(6)]],
    ["no number at all", [line(5, "", { no: "" }), line(6, "", { no: "", who: "Beta" })]],
  ])("is not doubled by %s", (_, rows) => {
    expect(read(rows).kinds).toEqual([]);
  });
});

describe("rows of one order that hold the same amount", () => {
  const rows = [line(50), line(50), line(50)];
  test("are asked about once, listed once an order, and each counts until answered", () => {
    const { orders, notebook } = read([...rows, line(7, "", { no: "SO-2" }), line(7, "", { no: "SO-2" })]);
    expect(entered(orders)).toEqual([
      ["order", 15000, undefined],
      ["order", 1400, undefined],
    ]);
    expect(notebook.findings).toMatchObject([
      { kind: "equal_lines", row: 1, column: 3, text: "50", detail: "SO-1", count: 3 },
      { kind: "equal_lines", row: 4, column: 3, text: "7", detail: "SO-2", count: 2 },
    ]);
    expect(notebook.questions).toMatchObject([
      { id: "order.amount:lines", ask: "lines", cells: 2, options: ["each", "whole"], proposal: "" },
    ]);
  });
  test.each([
    ["each", 15000],
    ["whole", 5000],
  ])("are what the team says: %s", (answer, minor) => {
    const { orders, notebook } = read(rows, { answers: { "order.amount:lines": answer } });
    expect(entered(orders)).toEqual([["order", minor, undefined]]);
    expect([notebook.findings, notebook.questions]).toEqual([[], []]);
  });
  test("are not asked about where the amounts differ, and the answer changes nothing there", () => {
    for (const others of [
      [line(50), line(49.99)],
      [line(50), line(50, "", { in: "EUR" })],
      [line(50), line("abc")],
      [line(0), line(0)],
      [line(50), line(50, "Cancelled")],
      [line(50)],
    ]) {
      const policy = { "rate.EUR": 2 };
      const { orders, notebook } = read(others, { policy });
      expect(notebook.questions).toEqual([]);
      expect(entered(read(others, { policy, answers: { "order.amount:lines": "whole" } }).orders)).toEqual(
        entered(orders),
      );
    }
  });
});

describe("lines of which some have no rate", () => {
  const eur = (amount: Cell) => line(amount, "", { in: "EUR" });
  test.each<[string, Rows, readonly unknown[]]>([
    ["an order is at least the others", [line(100), eur(50)], ["order", 10000, true, undefined]],
    ["an order is at most what its discount leaves", [line(100), eur(-50)], ["order", 10000, undefined, true]],
    ["a discount alone known counts beside it", [line(-100), eur(20)], ["order", -10000, true, undefined]],
    ["nothing of an order is known", [eur(50)], ["order", undefined, undefined, undefined]],
    ["nor of its discount", [eur(50), line(-30, "", { in: "GBP" })], ["order", undefined, undefined, true]],
    ["both make it neither", [line(100), eur(50), line(-30, "", { in: "GBP" })], ["order", 10000, true, true]],
    ["a refund is at most the others", [line(-100), eur(-50)], ["refund", -10000, undefined, true]],
    [
      "what is below zero at most is a refund",
      [line(5), line(-100, "", { in: "CNY" }), eur(-50)],
      ["refund", -900, undefined, true],
    ],
    [
      "nothing that is left of an order but a discount is a refund",
      [line(14), line(-100, "", { in: "CNY" }), eur(-50)],
      ["refund", undefined, undefined, true],
    ],
  ])("%s", (_, rows, expected) => {
    const { orders } = read(rows, { policy: { "rate.CNY": 0.14 } });
    expect(orders.map(({ use, minor, atLeast, atMost }) => [use, minor, atLeast, atMost])).toEqual([expected]);
  });
});

describe("for any ledger", () => {
  /** An order as it was placed, and how it is split into lines: by shares of its hundredths, which may be below zero. */
  const anyOrder = fc.record({
    no: fc.integer({ min: 1, max: 9 }),
    who: fc.constantFrom("Acme", "Beta"),
    days: fc.integer({ min: 0, max: 400 }),
    minor: fc.oneof(fc.integer({ min: -50_000_000, max: 200_000_000 }), fc.integer({ min: -3, max: 3 })),
    currency: fc.constantFrom("USD", "EUR", "CNY", "GBP"),
    status: fc.constantFrom("", "Shipped", "Cancelled", "Returned", "on hold", "Partial"),
    paid: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
    parts: fc.array(fc.integer({ min: -70_000, max: 900_000 }), { maxLength: 4 }),
  });
  const header = [...HEADER.slice(0, 6), "Due date", "Paid date", "Delivered"];
  const inPlain = (minor: number) =>
    `${minor < 0 ? "-" : ""}${BigInt(Math.abs(minor)) / 100n}.${String(Math.abs(minor) % 100).padStart(2, "0")}`;
  const ledger = fc.uniqueArray(anyOrder, { maxLength: 12, selector: ({ no }) => no });
  type Placed = typeof anyOrder extends fc.Arbitrary<infer One> ? One : never;
  const rowOf = ({ no, who, days, currency, status, paid }: Placed, minor: number): Cell[] => [
    ...[`SO-${no}`, who, dateCell(ago(days)), inPlain(minor), currency, status, dateCell(ago(days - 30))],
    paid === undefined ? "" : dateCell(Math.min(TODAY, ago(days - 30) + paid - 30)),
    dateCell(Math.min(TODAY, ago(days - 5))),
  ];
  /** Parts that go the other way only stay in the order where it counts: a refund's state decides by itself. */
  const split = (order: Placed): Cell[][] => {
    const parts = order.status === "" || order.status === "Shipped" || order.status === "Partial" ? order.parts : [];
    const rest = parts.reduce((left, part) => left - part, order.minor);
    return [...parts, rest].map((part) => rowOf(order, part));
  };
  const rates = [
    ["Currency", "From day", "Rate"],
    ["EUR", dateCell(ago(200)), 1.0837],
    ["CNY", dateCell(ago(300)), 0.13871],
    ["CNY", dateCell(ago(100)), 0.1411],
  ];
  const outcome = (rows: Rows) => {
    const input = anInput({
      customers: [
        ["Company", "Country"],
        ["Acme", "Germany"],
        ["Beta", "Chile"],
      ],
      orders: [header, ...rows],
      policy: { "rate.EUR": 1.05, "order.sample_max": 0.02 },
    });
    return classify({ ...input, rates: readRates(rates, input) });
  };
  const graded = (rows: Rows) => {
    const { classified, ordersOf: his, years } = outcome(rows);
    const day = (order: Order) => [
      order.use,
      order.day,
      order.minor,
      order.atLeast,
      order.due,
      order.paid,
      order.delivered,
    ];
    const counted = (at: number) =>
      his(at)
        .filter(({ use }) => use === "order" || use === "refund" || use === "sample")
        .map((order) => JSON.stringify(day(order)))
        .sort();
    return [
      years,
      classified.map(({ classes, urgency, amount, treatments }, at) => [
        classes,
        urgency,
        amount,
        treatments,
        counted(at),
      ]),
    ];
  };

  test("splitting its orders into lines changes no sum, no class and no day", () => {
    fc.assert(
      fc.property(ledger, (orders) => {
        const whole = orders.map((order) => rowOf(order, order.minor));
        expect(graded(orders.flatMap(split))).toEqual(graded(whole));
      }),
      { numRuns: 200 },
    );
  });

  test("the order of its lines changes no sum, no class and no day, and nothing that is listed", () => {
    fc.assert(
      fc.property(ledger, fc.infiniteStream(fc.nat()), (orders, random) => {
        const rows = orders.flatMap(split);
        const shuffled = rows
          .map((row) => ({ row, at: random.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ row }) => row);
        expect(graded(shuffled)).toEqual(graded(rows));
        const listed = (of: Rows) =>
          outcome(of)
            .findings.map(({ kind, detail, count }) =>
              JSON.stringify([kind, kind === "equal_lines" ? detail : "", count]),
            )
            .sort();
        expect(listed(shuffled)).toEqual(listed(rows));
      }),
      { numRuns: 100 },
    );
  });

  test("a rate that is missing never changes a sum without a finding, and the sum then says at least", () => {
    const base = { customers: [["Company"], ["Acme"], ["Beta"]] };
    fc.assert(
      fc.property(ledger, fc.constantFrom("EUR", "CNY", "GBP"), (orders, lost) => {
        const rows = [header, ...orders.flatMap(split)];
        const all = { "rate.EUR": 1.1, "rate.CNY": 0.14, "rate.GBP": 1.3 };
        const withAll = classify(anInput({ ...base, orders: rows, policy: all }));
        const without = classify(anInput({ ...base, orders: rows, policy: { ...all, [`rate.${lost}`]: 0 } }));
        without.classified.forEach(({ amount, classes }, at) => {
          if (amount === withAll.classified[at]!.amount) return;
          expect(without.findings.some(({ kind, detail }) => kind === "no_rate" && detail === lost)).toBe(true);
          const { watchUntil, ...because } = classes.value.because;
          const missing = watchUntil === undefined ? because.missing : because.todayMissing;
          const refunds = watchUntil === undefined ? because.refunds : because.todayRefunds;
          if (amount !== undefined) expect(Number(missing || 0) + Number(refunds || 0)).toBeGreaterThan(0);
        });
      }),
      { numRuns: 200 },
    );
  });

  test("a rate that is missing makes no tier better, and a sum is at least or at most what it says", () => {
    const customers = [["Company"], ["Acme"], ["Beta"]];
    const height = (id: string) => "CBA".indexOf(id);
    fc.assert(
      fc.property(ledger, fc.constantFrom("EUR", "CNY", "GBP"), (orders, lost) => {
        const all = { "rate.EUR": 1.1, "rate.CNY": 0.14, "rate.GBP": 1.3, "value.grace_days": 0 };
        const rows = [header, ...orders.flatMap(split)].map((row) => row.slice(0, 6));
        const gradedBy = (policy: Readonly<Record<string, unknown>>) =>
          classify(anInput({ customers, orders: rows, policy })).classified;
        const known = gradedBy(all);
        gradedBy({ ...all, [`rate.${lost}`]: 0 }).forEach(({ amount, classes }, at) => {
          const { because, id } = classes.value;
          const whole = known[at]!.amount;
          if (amount === undefined || whole === undefined) return;
          expect(height(id)).toBeLessThanOrEqual(height(known[at]!.classes.value.id));
          if (!because.refunds) expect(amount).toBeLessThanOrEqual(whole);
          if (!because.missing) expect(amount).toBeGreaterThanOrEqual(whole);
        });
      }),
      { numRuns: 300 },
    );
  });

  test("sums are whole hundredths", () => {
    fc.assert(
      fc.property(ledger, (orders) => {
        const { classified } = outcome(orders.flatMap(split));
        for (const { amount } of classified) if (amount !== undefined) expect(Number.isInteger(amount)).toBe(true);
      }),
    );
  });
});
