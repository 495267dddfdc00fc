import { describe, expect, test } from "vitest";
import type { Cell } from "../../../src/core/cells/cell";
import { LEAVE } from "../../../src/core/tables/column";
import { customersOf, oneCustomer, type Setting } from "./reading";

const sources = (cell: Cell, setting?: Setting) => {
  const { customer, notebook } = oneCustomer(["Source"], [cell], setting);
  return { ids: customer.sources, text: customer.source, ...notebook, questions: notebook.questions };
};

describe("a cell of words", () => {
  test.each([
    ["Alibaba", ["b2b"]],
    [" ALIBABA ", ["b2b"]],
    ["阿里国际站", ["b2b"]],
    ["廣交會", ["fair"]],
    ["轉介紹", ["referral"]],
    ["ＬｉｎｋｅｄＩｎ", ["social"]],
    ["展会, Alibaba", ["fair", "b2b"]],
    ["Alibaba，展会", ["b2b", "fair"]],
    ["Alibaba / 国际站", ["b2b"]], // one class, named twice
    ["展会和领英", ["fair", "social"]],
    ["LinkedIn & Facebook Ads", ["social", "ads"]],
    ["", []],
    ["-", []],
    ["N/A", []],
  ])("%j holds %j, the first the main one", (cell, ids) => {
    const read = sources(cell);
    expect([read.ids, read.findings, read.questions]).toEqual([ids, [], []]);
  });
  test("that no list knows is listed once with its count, and asked about once", () => {
    const { customers, notebook } = customersOf([
      ["Company", "Country", "Source"],
      ["Acme", "DE", "Carrier pigeon"],
      ["Apex", "DE", "Alibaba / carrier  PIGEON"],
      ["Bolt", "DE", "Carrier pigeon"],
      ["Coda", "DE", "Drums"],
    ]);
    expect(customers.map((one) => one.sources)).toEqual([[], ["b2b"], [], []]);
    expect(notebook.findings.map(({ kind, text, count, row }) => [kind, text, count, row])).toEqual([
      // In capitals or not it is one word.
      ["unknown_word", "Carrier pigeon", 3, 1],
      ["unknown_word", "Drums", 1, 4],
    ]);
    expect(notebook.questions.map(({ id, ask, cells, proposal }) => [id, ask, cells, proposal])).toEqual([
      ["source:word:carrier pigeon", "word", 3, ""],
      ["source:word:drums", "word", 1, ""],
    ]);
    const all = ["fair", "social", "b2b", "inbound", "outbound", "ads", "referral", "other", LEAVE];
    expect(notebook.questions[0]!.options).toEqual(all);
  });
  test("that stands beside a known one is asked about alone", () => {
    expect(sources("Alibaba / Carrier  Pigeon").questions.map(({ example }) => example)).toEqual(["Carrier Pigeon"]);
  });
  test("is what the team answered; left, it is nothing and not asked about again", () => {
    const answered = sources("Carrier pigeon", { answers: { "source:word:carrier pigeon": "outbound" } });
    expect([answered.ids, answered.findings, answered.questions]).toEqual([["outbound"], [], []]);
    const left = sources("Carrier pigeon", { answers: { "source:word:carrier pigeon": LEAVE } });
    expect([left.ids, left.findings, left.questions]).toEqual([[], [], []]);
    const odd = sources("Carrier pigeon", { answers: { "source:word:carrier pigeon": "constructor" } });
    expect([odd.ids, odd.questions.length]).toEqual([[], 1]);
  });
  test("is read by the team's own lists", () => {
    const setting = { policy: { "source.outbound": "carrier pigeon, drums" } };
    expect(sources("Drums", setting).ids).toEqual(["outbound"]);
    expect(sources("开发信", setting).ids).toEqual([]);
  });
  test("that says how far he is, is asked about as that, and leaving it is proposed (X09)", () => {
    for (const word of ["新客户", "老客户", "潜在", "新", "Old customer", "老客戶"]) {
      const { ids, questions } = sources(word);
      expect(ids).toEqual([]);
      expect(questions).toMatchObject([{ id: `source:word:${word.toLowerCase()}`, ask: "relation", proposal: LEAVE }]);
    }
    const answers = { "source:word:新客户": LEAVE, "source:word:老客户": "referral" };
    expect(sources("新客户", { answers }).questions).toEqual([]);
    expect(sources("老客户", { answers }).ids).toEqual(["referral"]);
  });
  test("is the same word among stages, where it is no relation", () => {
    expect(oneCustomer(["Stage"], ["老客户"]).customer.stars).toBe("4");
  });
  test.each([
    ["exactly 40 characters", "x".repeat(40), 1],
    ["a whole story of 41", "x".repeat(41), 0],
    ["a formula that failed", "#REF!", 0],
    ["another", "#N/A", 0],
  ])("of %s: listed, asked about %#", (_, cell, count) => {
    const { findings, questions } = sources(cell);
    expect([findings.map(({ kind }) => kind), questions.length]).toEqual([["unknown_word"], count]);
  });
});
