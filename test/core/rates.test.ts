import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cell, Rows } from "../../src/core/cells/cell";
import { dayOfIso } from "../../src/core/day";
import { converted, type Rates, rateOn, readRates } from "../../src/core/rates";
import { ago, anInput, aPolicy, dateCell, TODAY } from "./makers";

const HEADER = ["Currency", "From day", "Rate (USD for 1 unit)", "Source"];

const ratesOf = (...rows: Rows): Rates => readRates([HEADER, ...rows], anInput());
const kinds = ({ findings }: Rates) => findings.map(({ kind, row, column, text }) => [kind, row, column, text]);

describe("the rate of a day", () => {
  const rates = ratesOf(["EUR", dateCell(ago(100)), 1.1, "bank"], ["EUR", dateCell(ago(50)), 1.2, ""]);
  test.each([
    [101, undefined],
    [100, 1.1],
    [99, 1.1],
    [51, 1.1],
    [50, 1.2],
    [49, 1.2],
    [0, 1.2],
    [-400, 1.2],
  ])("%d days ago is that of the latest row dated on or before it: %s", (days, rate) => {
    expect(rates.on("EUR", ago(days))).toBe(rate);
  });
  test("of a currency without a row is not known", () => {
    expect(rates.on("GBP", TODAY)).toBeUndefined();
  });
  test.each([
    ["the sheet's, where a row is old enough", "EUR", ago(60), 1.1],
    ["the fixed rate before the first row", "EUR", ago(101), 1.05],
    ["the fixed rate without a row", "CNY", TODAY, 0.14],
    ["none where neither knows it", "GBP", TODAY, undefined],
    ["1 for the base currency", "USD", TODAY, 1],
  ])("is %s", (_, currency, day, rate) => {
    expect(rateOn(currency, day, { policy: aPolicy({ "rate.EUR": 1.05, "rate.CNY": 0.14 }), rates })).toBe(rate);
  });
});

describe("rows of the sheet of rates", () => {
  const day = dateCell(ago(10));
  test.each<[string, readonly Cell[], number, number?]>([
    ["as numbers", ["EUR", day, 1.1, ""], 1.1],
    ["as text, as a file holds them", ["EUR", "2026-06-20", "1.10", ""], 1.1],
    ["under the name of the currency", ["欧元", day, 1.1, ""], 1.1],
    ["with a sign that is one currency", ["€", day, "1", ""], 1],
    ["without a source", ["EUR", day, 1.1], 1.1],
    ["with a decimal comma", ["EUR", day, "1,1"], 1.1],
    ["with a decimal comma and two digits behind it", ["EUR", day, "1,10"], 1.1],
    ["with a decimal comma and four digits behind it", ["EUR", day, "1,1055"], 1.1055],
    ["with a decimal comma behind a lone 0, where no thousand can stand", ["EUR", day, "0,145"], 0.145],
  ])("are read %s", (_, row, rate) => {
    const rates = ratesOf(row);
    expect([rates.on("EUR", TODAY), rates.findings]).toEqual([rate, []]);
  });
  test.each<[string, readonly Cell[], string, number, string]>([
    ["an unknown currency", ["XQQ", day, 1.1], "bad_rate", 0, "XQQ"],
    ["no currency", ["", day, 1.1], "bad_rate", 0, ""],
    ["a sign of several currencies", ["$", day, 1.1], "bad_rate", 0, "$"],
    ["a rate of 0", ["EUR", day, 0], "bad_rate", 2, "0"],
    ["a rate of 0 with a decimal comma", ["EUR", day, "0,00"], "bad_rate", 2, "0,00"],
    ["a rate below 0", ["EUR", day, -1.1], "bad_rate", 2, "-1.1"],
    ["no rate", ["EUR", day, ""], "bad_rate", 2, ""],
    ["a formula that failed", ["EUR", day, "#N/A"], "bad_rate", 2, "#N/A"],
    ["a decimal comma, which may be a group", ["EUR", day, "1,105"], "bad_rate", 2, "1,105"],
    ["no day", ["EUR", "", 1.1], "bad_rate", 1, ""],
    ["a day that cannot be read", ["EUR", "soon", 1.1], "bad_rate", 1, "soon"],
    ["a day that could be two", ["EUR", "03/04/2026", 1.1], "bad_rate", 1, "03/04/2026"],
    ["the base currency", ["USD", day, 1], "rate_of_base", 0, "USD"],
  ])("with %s do not count, and are listed", (_, row, kind, column, text) => {
    const rates = ratesOf(["GBP", day, 1.3], row);
    expect(kinds(rates)).toEqual([[kind, 2, column, text]]);
    expect([rates.on("EUR", TODAY), rates.on("USD", TODAY), rates.on("GBP", TODAY)]).toEqual([
      undefined,
      undefined,
      1.3,
    ]);
  });
  test.each<[string, Readonly<Record<string, string>>, string | undefined]>([
    ["nothing", {}, undefined],
    ["day before month", { "order.day:day_order": "dmy" }, "2026-04-03"],
    ["month before day", { "order.day:day_order": "mdy" }, "2026-03-04"],
    ["the same of two columns", { "order.day:day_order": "dmy", "last_contact:day_order": "dmy" }, "2026-04-03"],
    ["another thing of each column", { "order.day:day_order": "dmy", "last_contact:day_order": "mdy" }, undefined],
    ["the year before both, which these days are not", { "order.day:day_order": "ymd" }, undefined],
    ["something else", { "order.day:no_year": "past" }, undefined],
  ])("with a day that could be two go by what the team has said of its own days: %s", (_, answers, from) => {
    const given = { policy: aPolicy(), asOf: TODAY, dayOfInstant: () => TODAY, answers };
    const { on, findings } = readRates([HEADER, ["EUR", "03/04/2026", 1.1]], given);
    if (from === undefined) {
      expect(on("EUR", TODAY)).toBeUndefined();
      expect(findings).toMatchObject([
        { kind: "bad_rate", row: 1, column: 1, text: "03/04/2026", detail: "2026-04-03" },
      ]);
    } else {
      const day = dayOfIso(from)!;
      expect([on("EUR", day - 1), on("EUR", day), findings]).toEqual([undefined, 1.1, []]);
    }
  });
  test("of one currency and day are listed, and count as one where they agree", () => {
    const twice = ["EUR", day, 1.1];
    expect([ratesOf(twice, twice).on("EUR", TODAY), kinds(ratesOf(twice, twice))]).toEqual([
      1.1,
      [["rate_twice", 2, 2, "1.1"]],
    ]);
  });
  test("of one day that differ leave no rate until the next day that has one: neither an older nor the fixed one steps in", () => {
    const rates = ratesOf(
      ["EUR", dateCell(ago(20)), 0.5],
      ["EUR", day, 1.1],
      ["EUR", day, 1.2],
      ["EUR", day, 1.1],
      ["EUR", dateCell(ago(5)), 1.3],
    );
    expect(kinds(rates)).toEqual([
      ["rate_twice", 3, 2, "1.2"],
      ["rate_twice", 4, 2, "1.1"],
    ]);
    const policy = aPolicy({ "rate.EUR": 1.05 });
    const on = (days: number) => rateOn("EUR", ago(days), { policy, rates });
    expect([21, 20, 11, 10, 6, 5].map(on)).toEqual([1.05, 0.5, 0.5, undefined, undefined, 1.3]);
  });
  test.each([
    [11, 1],
    [10, 1.1],
    [9, 1.1],
  ])("dated 10 days ago are not known before: by what was known %d days ago a unit is worth %s today", (days, rate) => {
    const rows = [HEADER, ["EUR", dateCell(ago(20)), 1], ["EUR", day, 1.1]];
    const rates = readRates(rows, { ...anInput(), until: ago(days) });
    expect([rates.on("EUR", TODAY), rates.findings]).toEqual([rate, []]);
  });
  test("that are blank are none", () => {
    expect(ratesOf(["", "", "", "later"], ["", "", ""]).findings).toEqual([]);
  });
  test.each<[string, readonly Cell[]]>([
    ["Chinese", ["币种", "起始日", "汇率（1 单位折合 USD）", "来源"]],
    ["traditional Chinese", ["幣別", "日期", "匯率"]],
    ["plain English", ["currency", "date", "rate"]],
    ["another order", ["Exchange rate", "Currency", "Since"]],
  ])("are found under a header in %s, and below a title", (_, header) => {
    const at = (cell: RegExp) => header.findIndex((one) => cell.test(String(one)));
    const row: Cell[] = ["", "", ""];
    row[at(/币种|幣別|currency/i)] = "EUR";
    row[at(/日|date|since/i)] = day;
    row[at(/率|rate/i)] = 1.1;
    expect(readRates([["2026"], header, row], anInput()).on("EUR", TODAY)).toBe(1.1);
  });
  test("count for none where no header is found", () => {
    const rates = readRates([["EUR", day, 1.1]], anInput());
    expect([rates.on("EUR", TODAY), kinds(rates)]).toEqual([undefined, [["bad_rate", 0, 0, "EUR"]]]);
  });
  test("count for none under a header that names another base currency than the policy's", () => {
    const rates = readRates([HEADER, ["EUR", day, 1.1]], anInput({ policy: { "currency.base": "CNY" } }));
    expect([rates.on("EUR", TODAY), kinds(rates)]).toEqual([undefined, [["bad_rate", 0, 2, HEADER[2]]]]);
  });
  test.each(["RATE", "EXCHANGE RATE", "FX RATE PER UNIT", "汇率", "RATE (USD FOR 1 UNIT)", "汇率（1 单位折合 USD）"])(
    "count under the header %s, which names no other base currency",
    (header) => {
      const rates = readRates(
        [
          ["CURRENCY", "FROM", header],
          ["EUR", day, 1.1],
        ],
        anInput(),
      );
      expect([rates.on("EUR", TODAY), rates.findings]).toEqual([1.1, []]);
    },
  );
  test("give the same rates, and the same digest, in whatever order they stand", () => {
    const row = fc.tuple(
      fc.constantFrom("EUR", "GBP", "USD", "nothing"),
      fc.integer({ min: 0, max: 5 }).map((days): Cell => dateCell(ago(days))),
      fc.constantFrom<Cell>(0.5, 2, "x"),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (rows, random) => {
        const shuffled = rows
          .map((one) => ({ one, at: random.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        const [first, second] = [ratesOf(...rows), ratesOf(...shuffled)];
        const all = (rates: Rates) =>
          ["EUR", "GBP", "USD"].map((code) => [6, 5, 4, 3, 2, 1, 0].map((days) => rates.on(code, ago(days))));
        expect(all(second)).toEqual(all(first));
        expect(second.digest).toBe(first.digest);
        expect(second.findings.length).toBe(first.findings.length);
      }),
    );
  });
});

describe("what an amount is worth in the base currency", () => {
  test.each([
    ["1.00 at 1.005, half a cent up", 100, 1.005, 101],
    ["18.75 at 1.0008, half a cent up", 1875, 1.0008, 1877],
    ["0.01 at 0.5, half a cent up", 1, 0.5, 1],
    ["0.01 at just less than half", 1, 0.4999999, 0],
    ["a refund, half a cent away from zero", -100, 1.005, -101],
    ["nothing", 0, 1.1, 0],
    ["a whole rate", 123, 7, 861],
    ["a rate that is written with an exponent", 25_000_000, 1.5e-7, 4],
    ["the largest safe amount", Number.MAX_SAFE_INTEGER, 0.9999999999, 9_007_199_253_840_271],
  ])("%s", (_, minor, rate, worth) => {
    expect(converted(minor, rate)).toBe(worth);
  });
  test("is exact on the digits of the rate, to the cent, however large the amount", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -10_000, max: 10_000 })),
        fc.integer({ min: 0, max: 9 }),
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 14 }),
        (minor, whole, digits) => {
          const rate = Number(`${whole}.${digits.join("")}`);
          const power = BigInt(`1${"0".repeat(digits.length)}`);
          const product = BigInt(Math.abs(minor)) * BigInt(`${whole}${digits.join("")}`);
          const rounded = (product * BigInt(2) + power) / (power * BigInt(2));
          fc.pre(rate === 0 || rounded <= BigInt(Number.MAX_SAFE_INTEGER));
          expect(Math.abs(converted(minor, rate))).toBe(Number(rounded));
        },
      ),
    );
  });
});
