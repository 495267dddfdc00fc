import { describe, expect, test } from "vitest";
import { worded, wordedRebase } from "../../sidebar/questions";
import type { Question } from "../../src/edge/views";
import { sidebarEn } from "../../src/texts/sidebar.en";
import { sidebarZh } from "../../src/texts/sidebar.zh";
import { question } from "./fake-server";

const both = (asked: Question) =>
  [sidebarEn, sidebarZh].map((texts) => worded(asked, texts).choices.map(({ label }) => label));
const unnamed = (...values: string[]) => values.map((value) => ({ value, label: "" }));

describe("the answers to a question", () => {
  test.each<[string, Partial<Question>, string[], string[]]>([
    [
      "about a column are what it can hold, by the field's name where there are no better words",
      {
        ask: "column",
        options: [
          { value: "annual", label: "Bought in 12 months" },
          { value: "city", label: "City" },
          ...unnamed("none"),
        ],
      },
      ["What he bought from us in the last 12 months", "City", "None of these; leave it out"],
      ["最近 12 个月向我们采购的金额", "City", "都不是，不使用"],
    ],
    [
      "about a country are names, or none of them",
      { ask: "country", options: [{ value: "KR", label: "South Korea" }, ...unnamed("leave")] },
      ["South Korea", "Leave these cells out"],
      ["South Korea", "这些格子不使用"],
    ],
    [
      "about a currency are its letters",
      { ask: "currency", options: ["USD", "CAD"].map((value) => ({ value, label: value })) },
      ["USD", "CAD"],
      ["USD", "CAD"],
    ],
    [
      "about the signs of an amount",
      { ask: "decimal", options: unnamed("point", "comma") },
      [
        "The point marks the decimals (1.234 is a little over 1)",
        "The comma marks the decimals (1.234 is one thousand)",
      ],
      ["点是小数点（1.234 是一点多）", "逗号是小数点（1.234 是一千多）"],
    ],
    [
      "about an inexact amount",
      { ask: "inexact", options: unnamed("take", "leave") },
      ["Take the number that stands there, or the lower one", "Leave these cells out"],
      ["用写着的数，或较小的那个", "这些格子不使用"],
    ],
    [
      "about w",
      { ask: "wan", options: unnamed("10000", "leave") },
      ["w means ten thousand", "Leave these cells out"],
      ["w 是万", "这些格子不使用"],
    ],
    [
      "about day and month",
      { ask: "day_order", options: unnamed("dmy", "mdy", "ymd") },
      ["Day first (03/04 is 3 April)", "Month first (03/04 is 4 March)", "Year first (24.05.10 is 10 May 2024)"],
      ["日在前（03/04 是 4 月 3 日）", "月在前（03/04 是 3 月 4 日）", "年在前（24.05.10 是 2024 年 5 月 10 日）"],
    ],
    [
      "about a day without a year",
      { ask: "no_year", options: unnamed("past", "leave") },
      ["The last one that is past", "Leave these cells out"],
      ["最近已过去的那一年", "这些格子不使用"],
    ],
    [
      "about a month without a day",
      { ask: "no_day", options: unnamed("first", "leave") },
      ["The first of the month", "Leave these cells out"],
      ["当月 1 日", "这些格子不使用"],
    ],
    ["about a yes or no", { ask: "yes_no", options: unnamed("yes", "no") }, ["Yes", "No"], ["是", "否"]],
    [
      "about the state of an order",
      { ask: "status", options: unnamed("counts", "no", "listed") },
      ["It is an order", "It is none", "List it, do not count it"],
      ["算订单", "不算订单", "只列出，不计入"],
    ],
    [
      "about a word are classes, by the names that the team gave them",
      { ask: "word", options: [{ value: "b2b", label: "B2B platform" }, ...unnamed("leave")] },
      ["B2B platform", "Leave these cells out"],
      ["B2B platform", "这些格子不使用"],
    ],
    [
      "about a direction",
      {
        ask: "word",
        options: [...["in", "out", "none"].map((value) => ({ value, label: value })), ...unnamed("leave")],
      },
      ["He wrote to us", "We wrote to him", "Neither; only a note", "Leave these cells out"],
      ["对方联系我们", "我们联系对方", "都不是，只是备注", "这些格子不使用"],
    ],
    [
      "about a word that says how far he is",
      { ask: "relation", options: [{ value: "fair", label: "Fair" }, ...unnamed("leave")] },
      ["Fair", "No source; leave these cells out"],
      ["Fair", "不是来源，这些格子不使用"],
    ],
    [
      "about a sample",
      { ask: "sample", options: unnamed("yes", "no") },
      ["It is a sample", "It is an order"],
      ["是样品", "是订单"],
    ],
  ])("%s", (_, changes, english, chinese) => {
    expect(both(question(changes))).toEqual([english, chinese]);
  });

  test("keep their values, the proposal and the cell", () => {
    const asked = question({ proposal: "mdy" });
    expect(worded(asked, sidebarEn)).toMatchObject({
      text: "Column “Last contact”: 12 days like “03/04/2025”. Which comes first, day or month?",
      choices: [{ value: "dmy" }, { value: "mdy" }],
      proposal: "mdy",
      place: asked.place,
    });
  });
});

describe("another base currency", () => {
  const asked = (rate: number | null) =>
    [sidebarEn, sidebarZh].map((texts) => wordedRebase({ id: "base", from: "USD", to: "CNY", rate }, texts));

  test("with a fixed rate can be converted, kept, or gone back from", () => {
    const [english, chinese] = asked(0.125);
    expect(english!.text).toBe(
      "The base currency in the policy sheet was changed from USD to CNY. What do the limits mean now? Until you answer, USD stays in force.",
    );
    expect(english!.choices).toEqual([
      { value: "convert", label: "Convert them at the fixed rate (1 CNY = 0.125 USD)" },
      { value: "keep", label: "Keep the numbers; they are in CNY now" },
      { value: "back", label: "Go back to USD" },
    ]);
    expect(chinese!.text).toBe("规则表里的统计币种从 USD 改成了 CNY。现在的标准是什么意思？回答之前沿用 USD。");
    expect(chinese!.choices.map(({ label }) => label)).toEqual([
      "按固定汇率换算（1 CNY = 0.125 USD）",
      "数字不变，现在是 CNY",
      "改回 USD",
    ]);
  });

  test("without one cannot be converted", () => {
    for (const { choices } of asked(null)) expect(choices.map(({ value }) => value)).toEqual(["keep", "back"]);
  });
});
