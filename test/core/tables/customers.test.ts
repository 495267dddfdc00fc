import { describe, expect, test } from "vitest";
import type { Cell, Rows } from "../../../src/core/cells/cell";
import type { Customer } from "../../../src/core/model";
import { defaultPolicy } from "../../../src/core/policy/policy";
import { LEAVE } from "../../../src/core/tables/column";
import { ago, dateCell, money, TODAY } from "../makers";
import { customersOf, oneCustomer } from "./reading";

describe("a customer's fields", () => {
  test("are read by their headers", () => {
    const { customer, notebook } = oneCustomer(
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
    const { customer, notebook } = oneCustomer(["Last contact", "Sales last 12 months"], ["", "-"]);
    expect(customer.lastContact).toBeUndefined();
    expect(customer.unclear.size).toBe(0);
    expect(notebook.findings).toEqual([]);
  });
  test("that cannot be read are listed where they stand, and are unclear", () => {
    const { customer, notebook } = oneCustomer(["Last contact"], ["soon"]);
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
    const { customer, notebook } = oneCustomer(["Last contact"], [dateCell(ago(days))]);
    expect(customer.lastContact).toBe(expected);
    expect(notebook.findings.map(({ kind }) => kind)).toEqual(kinds);
    expect(customer.unclear.size).toBe(0);
  });
  test.each(["Created", "Inquiry date", "Last order date"])("a %s after as-of is listed and not used", (header) => {
    expect(oneCustomer([header], [dateCell(TODAY + 1)]).notebook.findings.map(({ kind }) => kind)).toEqual(["future"]);
  });
  test("a next date looks ahead", () => {
    expect(oneCustomer(["Next follow-up"], [dateCell(TODAY + 100)]).customer.nextDate).toBe(TODAY + 100);
  });
  test("an ambiguous cell waits for an answer, is used after it, and left where the team says so", () => {
    const header = ["Last contact"];
    const asked = oneCustomer(header, ["3/4/2026"]);
    expect(asked.customer.lastContact).toBeUndefined();
    expect(asked.notebook.questions).toMatchObject([
      { id: "last_contact:day_order", cells: 1, row: 1, column: 2, example: "3/4/2026" },
    ]);
    expect(asked.notebook.questions[0]!.options).toEqual(expect.arrayContaining(["dmy", "mdy"]));
    const march = oneCustomer(header, ["3/4/2026"], { answers: { "last_contact:day_order": "mdy" } });
    const april = oneCustomer(header, ["3/4/2026"], { answers: { "last_contact:day_order": "dmy" } });
    expect(april.customer.lastContact! - march.customer.lastContact!).toBe(30); // 4 March, 3 April
    expect(march.notebook.questions).toEqual([]);
    const left = oneCustomer(["Sales last 12 months"], ["约3万"], { answers: { "annual:inexact": LEAVE } });
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
    const { customer } = oneCustomer(["Order count"], [cell]);
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
    const { customer } = oneCustomer(["Do not contact"], [cell]);
    expect(customer.hold).toBe(hold);
    expect(customer.unclear.has("hold")).toBe(cell === "maybe");
  });
  test.each([
    [dateCell(ago(3)), { day: ago(3) }, "read"],
    ["2026-06-27", { day: ago(3) }, "read"],
    [dateCell(TODAY), { day: TODAY }, "read"],
    [dateCell(TODAY + 1), undefined, "listed"],
    ["yes", {}, "read"],
    ["是", {}, "read"],
    [true, {}, "read"],
    [1, {}, "read"],
    ["no", undefined, "read"],
    ["无", undefined, "read"],
    [false, undefined, "read"],
    ["", undefined, "read"],
    ["-", undefined, "read"],
    ["3/4/2026", {}, "asked"], // a complaint it is, whenever it was
    ["6.3", {}, "asked"],
    ["已解决", undefined, "asked"],
    ["wrong colour", undefined, "asked"],
    ["a long story ".repeat(9), undefined, "listed"],
    ["2026-13-01", undefined, "asked"],
  ] as [Cell, Customer["complaint"], string][])(
    "%j in the column of complaints: %j, %s (R20)",
    (cell, complaint, how) => {
      const { customer, notebook } = oneCustomer(["Open complaint"], [cell]);
      expect(customer.complaint).toEqual(complaint);
      const { findings, questions } = notebook;
      expect(questions.length ? "asked" : findings.length ? "listed" : "read").toBe(how);
    },
  );
  test("a word in the column of complaints is a complaint when the team says so", () => {
    const answered = (answer: string) =>
      oneCustomer(["投诉"], ["色差"], { answers: { "complaint:yes_no:色差": answer } });
    expect(answered("yes").customer.complaint).toEqual({});
    expect(answered("no").customer.complaint).toBeUndefined();
    expect(answered("no").notebook.questions).toEqual([]);
  });
  test("a complaint's day takes its order of day and month from the other complaints", () => {
    const { customers } = customersOf([
      ["Company", "Country", "Open complaint"],
      ["Acme", "Germany", "3/4/2026"],
      ["Apex", "France", "25/4/2026"],
      ["Bolt", "France", "yes"],
    ]);
    expect(customers[1]!.complaint!.day! - customers[0]!.complaint!.day!).toBe(22);
    expect(customers[2]!.complaint).toEqual({});
  });
  test.each(["负责人", "业务员", "业务負責人", "跟进人", "Owner", "Salesperson"])(
    "the owner is found by %s",
    (header) => {
      const { customers } = customersOf([
        ["客户名称", "国家", header],
        ["甲", "德国", " 小王 "],
      ]);
      expect(customers[0]!.owner).toBe("小王");
    },
  );
  test("the fair and its day are read; a fair to come is listed and not used", () => {
    const { customers, notebook } = customersOf([
      ["Company", "Country", "At the fair", "Fair day"],
      ["Acme", "Germany", "Hot", dateCell(ago(9))],
      ["Apex", "Germany", "", dateCell(TODAY + 1)],
    ]);
    expect(customers[0]).toMatchObject({ fair: "Hot", fairMark: "hot", fairDay: ago(9) });
    expect(customers[1]!.fairDay).toBeUndefined();
    expect(notebook.findings.map(({ kind }) => kind)).toEqual(["future"]);
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

describe("cells of words: type, industry, product, potential", () => {
  test.each([
    ["客户类型", "identity", "经销商", ["distributor"]],
    ["客户类型", "identity", "Private Label", ["OEM"]],
    ["客户类型", "identity", "批发商/零售商", ["wholesale", "retail"]],
    ["客户类型", "identity", "連鎖超市, 超市", ["chain"]], // the list does not know the first of them
    ["行业", "industry", "制造业", ["manufacturing"]],
    ["行业", "industry", "零售, 服务", ["retail", "service"]],
    ["意向产品", "product", "手机壳、键盘", ["phone_parts", "computer_parts"]],
    ["意向产品", "product", "Sportswear", ["sportswear"]],
    ["客户潜力", "potential", "高", ["high"]],
    ["客户潜力", "potential", "B", ["mid"]],
    ["客户潜力", "potential", "low potential", ["low"]],
  ] as const)("%s (%s) %j: %j, the first the main one", (header, field, cell, ids) => {
    expect(oneCustomer([header], [cell]).customer[field]).toEqual({ text: cell, ids });
  });
  test.each([
    ["客户类型", "identity"],
    ["行业", "industry"],
    ["意向产品", "product"],
    ["客户潜力", "potential"],
  ] as const)("a word of %s that no list knows is listed once and asked about once", (header, field) => {
    const { customers, notebook } = customersOf([
      ["Company", "Country", header],
      ["Acme", "Germany", "Xyzzy"],
      ["Bolt", "Germany", "XYZZY"],
    ]);
    expect(customers.map((one) => one[field])).toEqual([
      { text: "Xyzzy", ids: [] },
      { text: "XYZZY", ids: [] },
    ]);
    expect(notebook.findings).toMatchObject([{ kind: "unknown_word", field, text: "Xyzzy", count: 2 }]);
    expect(notebook.questions).toMatchObject([{ id: `${field}:word:xyzzy`, cells: 2 }]);
  });
  test.each(["", "-", "无", "N/A"])("%j says nothing, of potential neither: it is not low", (blank) => {
    const { customer, notebook } = oneCustomer(
      ["客户类型", "行业", "意向产品", "客户潜力", "需求数量"],
      Array(5).fill(blank),
    );
    for (const field of ["identity", "industry", "product", "potential"] as const)
      expect(customer[field]).toEqual({ text: "", ids: [] });
    expect([customer.quantity, notebook.findings, notebook.questions]).toEqual(["", [], []]);
  });
  test("a team lists its own industries and goods under one class", () => {
    const policy = { "industry.own": "照明, Lighting", "product.own": "LED bulb" };
    const { customer } = oneCustomer(["行业", "意向产品"], ["lighting", "LED BULB"], { policy });
    expect([customer.industry.ids, customer.product.ids]).toEqual([["own"], ["own"]]);
  });
});

describe("who has left (A054, X11)", () => {
  const ended = (headers: readonly string[], cells: readonly Cell[]) => oneCustomer(headers, cells);
  test.each<[string, Cell, Customer["ended"]]>([
    ["终止合作", dateCell(ago(30)), { day: ago(30) }],
    ["终止合作", "2026-06-01", { day: ago(29) }],
    ["是否流失", "是", {}],
    ["是否流失", "否", undefined],
    ["是否流失", true, {}],
    ["终止合作", "", undefined],
    ["客户阶段", "已流失", { word: "已流失" }],
    ["客户阶段", "流失客户", { word: "流失客户" }],
    ["客户阶段", "Churned", { word: "Churned" }],
    ["客户阶段", "Former customer", { word: "Former customer" }],
    ["客户阶段", "拒绝", undefined], // refused, and never said that he was ours
    ["客户阶段", "谈判中", undefined],
  ])("%s %j: %j", (header, cell, expected) => {
    const { customer, notebook } = ended([header], [cell]);
    expect([customer.ended, notebook.findings]).toEqual([expected, []]);
  });
  test("the column of its own speaks before the stage", () => {
    expect(ended(["终止合作", "客户阶段"], [dateCell(ago(30)), "已流失"]).customer.ended).toEqual({ day: ago(30) });
    expect(ended(["终止合作", "客户阶段"], ["", "已流失"]).customer.ended).toEqual({ word: "已流失" });
  });
  test("a day to come is listed and not used", () => {
    const { customer, notebook } = ended(["终止合作"], [dateCell(TODAY + 1)]);
    expect([customer.ended, notebook.findings.map(({ kind }) => kind)]).toEqual([undefined, ["future"]]);
  });
  test("each word of the list for it is a refusal too: the stage is 0 stars", () => {
    for (const word of defaultPolicy()["relation.lost"])
      expect([word, oneCustomer(["客户阶段"], [word]).customer.stars]).toEqual([word, "0"]);
  });
});
