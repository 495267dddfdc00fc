import { describe, expect, test } from "vitest";
import type { Rows } from "../../src/core/cells/cell";
import { contactFactsOf } from "../../src/core/contacts";
import type { Contact, Customer } from "../../src/core/model";
import { classify } from "../../src/core/reclassify";
import { aContact, aCustomer, ago, anInput, aPolicy, dateCell, TODAY } from "./makers";

/** Rows of the log in their order: days ago, who wrote, and the rest. */
type Row = readonly [days: number, direction: Contact["direction"], more?: Partial<Contact>];

const factsIn = (rows: readonly Row[], customer: Partial<Customer> = {}) =>
  contactFactsOf(
    aCustomer(customer),
    rows.map(([days, direction, more]) => aContact({ day: ago(days), direction, ...more })),
    true,
    aPolicy(),
    TODAY,
  );

describe("what the log says of a customer", () => {
  test.each<[string, readonly Row[], Partial<ReturnType<typeof factsIn>>]>([
    ["nothing", [], { last: undefined, lastIn: undefined, owed: undefined, next: undefined, lastVisit: undefined }],
    [
      "the last contact, whoever wrote",
      [
        [3, "in"],
        [5, "out"],
      ],
      { last: ago(3), lastIn: ago(3), lastOut: ago(5) },
    ],
    ["one whose direction is not told", [[3, "unknown"]], { last: ago(3), lastIn: undefined, lastOut: undefined }],
    [
      "a mail to many is none (X21)",
      [
        [3, "out", { bulk: true }],
        [9, "out"],
      ],
      { last: ago(9), lastOut: ago(9) },
    ],
    [
      "a mere note is none",
      [
        [3, "none", { next: ago(-4) }],
        [9, "out"],
      ],
      { last: ago(9), next: ago(-4) },
    ],
    [
      "a visit is a contact and no letter",
      [[3, "out", { visit: true }]],
      { last: ago(3), lastVisit: ago(3), lastOut: undefined },
    ],
    [
      "the last of several visits",
      [
        [30, "out", { visit: true }],
        [90, "in", { visit: true }],
        [3, "out"],
      ],
      { lastVisit: ago(30) },
    ],
    ["a visit that was only planned", [[3, "none", { visit: true }]], { lastVisit: undefined }],
    [
      "what a mail to many agreed is agreed",
      [[3, "out", { bulk: true, next: ago(-9) }]],
      { next: ago(-9), last: undefined },
    ],
  ])("%s", (_, rows, expected) => {
    expect(factsIn(rows)).toMatchObject(expected);
  });

  test.each<[string, readonly Row[], Partial<Customer>, inquiries: number, details: boolean]>([
    ["none", [[3, "in"]], {}, 0, false],
    ["his inquiry day", [], { inquiry: ago(9) }, 1, false],
    ["a letter that asks for a price", [[3, "in", { inquiry: true }]], {}, 1, false],
    ["both", [[3, "in", { inquiry: true }]], { inquiry: ago(9) }, 2, false],
    ["the same inquiry in both", [[9, "in", { inquiry: true }]], { inquiry: ago(9) }, 1, false],
    ["ours asks nothing", [[3, "out", { inquiry: true, details: true }]], {}, 0, false],
    [
      "details",
      [
        [5, "in", { details: true }],
        [3, "in"],
      ],
      {},
      0,
      true,
    ],
  ])("inquiries: %s", (_, rows, customer, inquiries, details) => {
    expect(factsIn(rows, customer)).toMatchObject({ inquiries, details });
  });
});

test("rows out of order count by their days, and those of one day as they stand", () => {
  expect(
    factsIn([
      [3, "in"],
      [9, "out"],
      [5, "out"],
    ]).owed,
  ).toEqual({ day: ago(3), by: "contact" });
  expect(
    factsIn([
      [3, "out"],
      [3, "in"],
    ]).owed,
  ).toEqual({ day: ago(3), by: "contact" });
  expect(
    factsIn([
      [3, "in"],
      [3, "out"],
    ]).owed,
  ).toBeUndefined();
  expect(
    factsIn([
      [3, "in"],
      [9, "in"],
      [3, "out"],
      [3, "in"],
      [3, "out"],
    ]).owed,
  ).toBeUndefined();
});

const HEADER = ["日期", "客户名称", "方向", "方式", "内容", "群发", "下次跟进"];
const row = (day: number, direction: string, next: number | "" = "", bulk = ""): Rows[number] => [
  dateCell(day),
  "Acme",
  direction,
  "",
  "",
  bulk,
  next === "" ? "" : dateCell(next),
];

describe("both logs in the corridor", () => {
  const urgency = (given: { contacts?: Rows; log?: Rows; lastContact?: number; asOf?: number }) =>
    classify(
      anInput({
        customers: [
          ["Company", "Country", "Last contact"],
          ["Acme", "US", given.lastContact === undefined ? "" : dateCell(given.lastContact)],
        ],
        contacts: given.contacts && [HEADER, ...given.contacts],
        log: given.log && [HEADER, ...given.log],
        asOf: given.asOf,
      }),
    ).classified[0]!.urgency;

  test("a press follows the team's own rows of that day", () => {
    const contacts = [row(ago(1), "收到")];
    expect(urgency({ contacts })).toMatchObject({ rule: 3, level: "due" });
    expect(urgency({ contacts, log: [row(ago(1), "发出")] })).toMatchObject({ rule: 10, days: 1 });
    expect(urgency({ contacts: [row(ago(1), "发出")], log: [row(ago(1), "收到")] }).rule).toBe(3);
  });
  test("contacted, replied and later, each by its row", () => {
    const lastContact = ago(60);
    expect(urgency({ lastContact }).level).toBe("overdue");
    expect(urgency({ lastContact, log: [row(TODAY, "发出")] })).toMatchObject({ level: "on_track", days: 0 });
    expect(urgency({ lastContact, log: [row(TODAY, "收到")] })).toMatchObject({ level: "soon", rule: 3 });
    expect(urgency({ lastContact, log: [row(TODAY, "推迟", ago(-7))] })).toMatchObject({
      level: "on_track",
      rule: 4,
      due: ago(-7),
      days: 60,
    });
  });
  test("on a past day only what had happened by then counts", () => {
    const given = { lastContact: ago(60), contacts: [row(ago(20), "发出"), row(ago(10), "收到"), row(ago(5), "发出")] };
    expect(urgency({ ...given, asOf: ago(21) }).days).toBe(39);
    expect(urgency({ ...given, asOf: ago(20) }).days).toBe(0);
    expect(urgency({ ...given, asOf: ago(10) })).toMatchObject({ rule: 3, days: 0 });
    expect(urgency({ ...given, asOf: ago(6) })).toMatchObject({ rule: 3, level: "overdue" });
    expect(urgency({ ...given, asOf: ago(5) })).toMatchObject({ rule: 10, days: 0 });
  });
  test("a name that no customer has is listed, in the team's log by its row, in ours as presses that no longer count", () => {
    const outcome = classify(
      anInput({
        customers: [
          ["Company", "Country"],
          ["Acme", "US"],
        ],
        contacts: [HEADER, row(ago(1), "发出").with(1, "Nobody"), row(ago(2), "发出").with(1, "Nobody")],
        log: [HEADER, row(ago(3), "发出").with(1, "Acne"), row(ago(2), "收到").with(1, "Acne"), row(ago(1), "发出")],
      }),
    );
    expect(outcome.findings.filter(({ kind }) => kind === "unmatched_press")).toMatchObject([
      { table: "customers", text: "Acne", count: 2, row: 0, column: -1 },
    ]);
    expect(outcome.findings.filter(({ kind }) => kind === "unmatched_contact")).toMatchObject([
      { table: "contacts", text: "Nobody", count: 2, row: 1, column: 1 },
    ]);
  });
});
