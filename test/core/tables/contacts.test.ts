import { describe, expect, test } from "vitest";
import type { Cell } from "../../../src/core/cells/cell";
import { LEAVE } from "../../../src/core/tables/column";
import { ago, dateCell, TODAY } from "../makers";
import { contactsOf, oneContact } from "./reading";

describe("a row of a contact log", () => {
  test("is read by its headers, in Chinese and in English", () => {
    const chinese = contactsOf([
      ["日期", "客户编号", "客户名称", "方向", "跟进方式", "跟进人", "跟进内容", "群发", "下次跟进"],
      ["2026-06-20", "C-1", "甲", "收到", "微信", "小王", "询价，问了交货期", "否", dateCell(TODAY + 5)],
    ]);
    const english = contactsOf([
      ["Date", "Customer ID", "Customer", "Direction", "Channel", "By", "Notes", "Bulk mail", "Next date"],
      [dateCell(ago(10)), "C-1", "甲", "In", "Email", "Amy", "RFQ; asked about lead time", "no", "2026-07-05"],
    ]);
    for (const { contacts, notebook } of [chinese, english]) {
      expect(contacts).toEqual([
        {
          row: 1,
          customerId: "C-1",
          customerName: "甲",
          day: ago(10),
          direction: "in",
          bulk: false,
          visit: false,
          inquiry: true,
          details: true,
          next: TODAY + 5,
        },
      ]);
      expect([notebook.findings, notebook.questions]).toEqual([[], []]);
    }
  });
  test.each([
    ["收到", "in"],
    ["In", "in"],
    ["来电", "in"],
    ["received", "in"],
    ["发出", "out"],
    ["OUT", "out"],
    ["回访", "out"],
    ["去電", "out"],
    ["推迟", "none"],
    ["推遲", "none"],
    ["Later", "none"],
    ["none", "none"],
    ["无", "none"],
    ["", "unknown"],
    ["-", "unknown"],
  ])("says with %j that the direction is %s", (word, direction) => {
    const { contact, kinds } = oneContact(["Direction"], [word]);
    expect([contact.direction, kinds]).toEqual([direction, []]);
  });
  test("without a column for it does not say who wrote", () => {
    expect(oneContact([], []).contact.direction).toBe("unknown");
  });
  test("with a direction that no list knows is a contact all the same, and the word is asked about", () => {
    const { contact, kinds, notebook } = oneContact(["Direction"], ["↔"]);
    expect([contact.direction, kinds]).toEqual(["unknown", ["unknown_word"]]);
    expect(notebook.questions).toMatchObject([
      { id: "contact.direction:word:↔", table: "contacts", ask: "word", options: ["in", "out", "none", LEAVE] },
    ]);
    const answered = oneContact(["Direction"], ["↔"], { answers: { "contact.direction:word:↔": "in" } });
    expect([answered.contact.direction, answered.kinds]).toEqual(["in", []]);
  });
  test.each([
    [["yes", "Email"], true, []],
    [[true, ""], true, []],
    [["no", "Email"], false, []],
    [["", "群发邮件"], true, []],
    [["", "Newsletter May"], true, []],
    [["", "Email"], false, []],
    [["perhaps", "Email"], false, ["ambiguous"]],
  ] as [Cell[], boolean, string[]][])(
    "whose bulk and channel are %j is mail to many: %s (X21)",
    (cells, bulk, found) => {
      const { contact, kinds } = oneContact(["Bulk mail", "Channel"], cells);
      expect([contact.bulk, kinds]).toEqual([bulk, found]);
    },
  );
  test.each([
    ["Visit", true],
    ["拜访客户工厂", true],
    ["拜訪", true],
    ["visited at home", true],
    ["Email", false],
    ["revisited", false],
    ["Zoom meeting", false],
    ["", false],
  ])("whose channel is %j was a visit: %s (R10)", (channel, visit) => {
    expect(oneContact(["Channel"], [channel]).contact.visit).toBe(visit);
  });
  test("that speaks of a visit in its note alone was none", () => {
    expect(oneContact(["Note"], ["计划下月拜访"]).contact.visit).toBe(false);
  });
  test.each([
    ["询价", true, false],
    ["RFQ for 500 pcs", true, false],
    ["问了认证和交期", false, true],
    ["what is your MOQ?", false, true],
    ["price request, delivery time", true, true],
    ["thanks", false, false],
  ])("whose note is %j asks: %s, for details: %s (A078)", (note, inquiry, details) => {
    const { contact } = oneContact(["Note"], [note]);
    expect([contact.inquiry, contact.details]).toEqual([inquiry, details]);
  });
});

describe("which rows of a log are left out", () => {
  const log = (day: Cell, customer: Cell, note: Cell) =>
    contactsOf([
      ["Contact day", "Customer", "Note"],
      [day, customer, note],
    ]);
  test.each([
    [dateCell(TODAY), 1, []],
    [dateCell(TODAY + 1), 0, ["future"]],
    ["soon", 0, ["unreadable"]],
    ["6.3", 0, ["ambiguous"]],
    ["", 0, ["unreadable"]],
    ["-", 0, ["unreadable"]],
  ] as [Cell, number, string[]][])("on the day %j: %i is kept, listed as %j", (day, count, kinds) => {
    const { contacts, notebook } = log(day, "Acme", "hello");
    expect([contacts.length, notebook.findings.map(({ kind }) => kind)]).toEqual([count, kinds]);
  });
  test("a row of a name alone, written beforehand, is nothing to look at", () => {
    const { contacts, notebook } = log("", "Acme", "");
    expect([contacts, notebook.findings]).toEqual([[], []]);
  });
  test("a row without a customer is passed over", () => {
    const { contacts, notebook } = log(dateCell(ago(1)), "", "hello");
    expect([contacts, notebook.findings]).toEqual([[], []]);
  });
  test("what cannot be read is listed where it stands", () => {
    expect(log("soon", "Acme", "").notebook.findings).toMatchObject([
      { table: "contacts", field: "contact.day", row: 1, column: 0, text: "soon" },
    ]);
  });
});
