import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AmountContext, readAmount, readAmounts, readCurrency } from "../../../src/core/cells/amount";
import type { Answers, Cell, Reading } from "../../../src/core/cells/cell";
import { type Amount, minorOf } from "../../../src/core/money";

const plain: AmountContext = { base: "USD", scale: 1, chinese: false, answers: {} };
const of = (cell: Cell, changes: Partial<AmountContext> = {}) => readAmount(cell, { ...plain, ...changes });
const amount = (value: number, currency?: string): Amount => {
  const minor = Math.round(value * 100);
  return currency ? { minor, currency } : { minor };
};
const read = (value: number, currency?: string): Reading<Amount> => ({ as: "read", value: amount(value, currency) });

describe("an amount that can be read one way", () => {
  test.each<[Cell, number, string?]>([
    [4280, 4280],
    ["4280", 4280],
    ["4,280", 4280],
    ["４２８０", 4280],
    ["１２，０００", 12000],
    ["USD 4280", 4280, "USD"],
    ["金额USD 4280", 4280, "USD"],
    ["US$4,280.00", 4280, "USD"],
    ["4280美元", 4280, "USD"],
    ["$4,280", 4280, "USD"],
    ["RMB 8万", 80000, "CNY"],
    ["8万元", 80000, "CNY"],
    ["80000元", 80000, "CNY"],
    ["12000元整", 12000, "CNY"],
    ["1.2万", 12000],
    ["12k", 12000],
    ["USD 30k", 30000, "USD"],
    ["1.5m", 1_500_000],
    ["1.5亿", 150_000_000],
    ["(1,200)", -1200],
    ["-1,200", -1200],
    ["−1200", -1200],
    ["-$500", -500, "USD"],
    ["USD (1,200.50)", -1200.5, "USD"],
    ["1,234,567.89", 1234567.89],
    ["1.234.567,89", 1234567.89],
    ["1'234'567.89", 1234567.89],
    ["1’234’567.89", 1234567.89],
    ["1 234 567,89", 1234567.89],
    ["1 234 567,89", 1234567.89],
    ["1.234.567", 1234567],
    ["1 234", 1234],
    ["12,34,567.50", 1234567.5],
    ["1'200.-", 1200],
    ["1.200,-", 1200],
    ["0.750", 0.75],
    [".75", 0.75],
    ["12345.678", 12345.68],
    ["5 000.25 EUR", 5000.25, "EUR"],
    ["4280 (USD)", 4280, "USD"],
    ["HK$ 900", 900, "HKD"],
    ["R$ 12.50", 12.5, "BRL"],
    ["1.5 million USD", 1_500_000, "USD"],
    ["2百万美金", 2_000_000, "USD"],
    ["5 PEN", 5, "PEN"],
    [0, 0],
    ["0", 0],
    [-1200.505, -1200.51],
    [1.005, 1.01],
  ])("%s is %d %s", (cell, value, currency) => {
    expect(of(cell)).toEqual(read(value, currency));
  });

  test("zero is never minus zero, which would print as -0", () => {
    const readings = readAmounts(["-0", "(0)", -0], plain);
    for (const reading of readings) expect(Object.is((reading as { value: Amount }).value.minor, 0)).toBe(true);
  });
});

describe("an amount that the team must be asked about", () => {
  test.each<[string, string, number]>([
    ["1.234", "decimal", 1234],
    ["€ 5.000", "decimal", 5000],
    ["12,5", "decimal", 12.5],
    ["12,5万", "decimal", 125000],
    ["0,750", "decimal", 0.75],
    ["约3万美元", "inexact", 30000],
    ["3-5万", "inexact", 30000],
    ["3万-5万", "inexact", 30000],
    ["5000-3万", "inexact", 5000],
    ["USD 4-5", "inexact", 4],
    ["5000+", "inexact", 5000],
    [">10000", "inexact", 10000],
    ["≈2000", "inexact", 2000],
    ["2000左右", "inexact", 2000],
    ["30w", "wan", 300000],
    ["30W", "wan", 300000],
    ["¥1,200", "currency", 1200],
  ])("%s asks for %s and proposes %d", (cell, ask, proposal) => {
    const reading = of(cell);
    expect(reading).toMatchObject({ as: "ambiguous", ask, proposal: { minor: Math.round(proposal * 100) } });
  });

  test("each open point is asked in turn until the amount is settled", () => {
    expect(of("约¥1.234")).toMatchObject({ ask: "decimal" });
    expect(of("约¥1.234", { answers: { decimal: "comma" } })).toMatchObject({ ask: "currency", word: "¥" });
    expect(of("约¥1.234", { answers: { decimal: "comma", "currency:¥": "JPY" } })).toMatchObject({ ask: "inexact" });
    const answers = { decimal: "comma", currency: "JPY", inexact: "take" };
    expect(of("约¥1.234", { answers })).toEqual(read(1234, "JPY"));
  });
});

describe("a cell that holds no amount", () => {
  test.each<[Cell]>([
    ["USD 0.86/pc"],
    ["FOB SHENZHEN USD 0.86/pc(MOQ 5000)"],
    ["USD500/MT"],
    ["USD 4-5 per unit"],
    ["12元/件"],
    ["#REF!"],
    ["#N/A"],
    ["abc"],
    [true],
    [{ day: 45717 }],
    ["1,2,3"],
    ["12 34"],
    ["1,234,56"],
    ["2024-05"],
    ["2025-03-01"],
    ["USD 500 EUR"],
    ["500 USD 600"],
    ["10²"],
    ["5½"],
    ["5 pen"],
    ["50%"],
    ["+86 13800000000"],
    ["8万千"],
    ["(1,200"],
    ["1,200)"],
    ["-(1,200)"],
    ["99999999999999999"],
    [Number.POSITIVE_INFINITY],
    [Number.NaN],
  ])("%s is unreadable", (cell) => {
    expect(of(cell)).toEqual({ as: "unreadable" });
  });

  test.each([[""], ["-"], ["—"], ["/"], ["待定"], ["TBD"], ["N/A"], ["无"], ["null"], ["  "], ["－"]])(
    "%s is blank",
    (cell) => {
      expect(of(cell)).toEqual({ as: "blank" });
    },
  );
});

describe("what surrounds the cell", () => {
  test.each<[string, Partial<AmountContext>, Reading<Amount>]>([
    ["$4,280", { base: "CNY", column: "HKD" }, read(4280, "HKD")],
    ["$4,280", { base: "AUD" }, read(4280, "AUD")],
    ["$4,280", { rows: ["CAD"] }, read(4280, "CAD")],
    ["¥1,200", { base: "CNY" }, read(1200, "CNY")],
    ["¥1,200", { column: "JPY" }, read(1200, "JPY")],
    ["￥1,200", { column: "CNY" }, read(1200, "CNY")],
    ["¥1,200", { answers: { currency: "JPY" } }, read(1200, "JPY")],
    ["30w", { chinese: true }, read(300000)],
    ["30w", { answers: { wan: "10000" } }, read(300000)],
    ["5000+", { answers: { inexact: "take" } }, read(5000)],
    ["3-5万", { answers: { inexact: "take" } }, read(30000)],
    ["1.234", { answers: { decimal: "point" } }, read(1.23)],
    ["1.234", { answers: { decimal: "comma" } }, read(1234)],
    ["12,5", { answers: { decimal: "comma" } }, read(12.5)],
    ["12,5", { answers: { decimal: "point" } }, { as: "unreadable" }],
    ["4,280", { answers: { decimal: "point" } }, read(4280)],
  ])("%s with %j", (cell, changes, reading) => {
    expect(of(cell, changes)).toEqual(reading);
  });

  test.each<[string, Partial<AmountContext>]>([
    ["$4,280", { base: "CNY" }],
    ["$4,280", { column: "EUR" }],
    ["$4,280", { rows: ["EUR"] }],
    ["¥1,200", { answers: { currency: "USD" } }],
  ])("the sign in %s is asked about with %j", (cell, changes) => {
    expect(of(cell, changes)).toMatchObject({ as: "ambiguous", ask: "currency", word: cell.charAt(0) });
  });

  test.each<[Cell, number, string?]>([
    [8, 80000],
    [1.23456, 12345.6],
    ["8.5", 85000],
    ["USD 8万", 80000, "USD"],
    ["8万", 80000],
    ["12k", 12000],
    ["80000元", 80000, "CNY"],
  ])("under a header in 万, %s is %d", (cell, value, currency) => {
    expect(of(cell, { scale: 10000 })).toEqual(read(value, currency));
  });

  test.each(["USD 8", "USD 400,000", "$4,280"])("under a header in 万, %s is asked about", (cell) => {
    expect(of(cell, { scale: 10000 })).toMatchObject({ as: "ambiguous", ask: "scale" });
    expect(of(cell)).toMatchObject({ as: "read" });
  });

  test("the answer says whether an amount with a currency is in full or in the header's unit", () => {
    const said = (scale: string) => of("USD 400,000", { scale: 10000, answers: { scale } });
    expect(said("full")).toEqual(read(400_000, "USD"));
    expect(said("header")).toEqual(read(4_000_000_000, "USD"));
  });
});

describe("a column's other cells", () => {
  test.each<[string, string[], Reading<Amount>]>([
    ["1.234", ["1.234,50"], read(1234)],
    ["1.234", ["2.345.678"], read(1234)],
    ["1.234", ["1,234.50"], read(1.23)],
    ["1.234", ["99.95"], read(1.23)],
    ["1.234", ["1,234,567"], read(1.23)],
    ["12,5", ["1.234,50"], read(12.5)],
    ["12,5万", ["7 000,10"], read(125000)],
    ["4,280", ["1,234.50"], read(4280)],
  ])("%s beside %j is settled", (cell, others, reading) => {
    expect(readAmounts([cell, ...others], plain)[0]).toEqual(reading);
    expect(readAmounts([...others, cell], plain)[others.length]).toEqual(reading);
  });

  test.each([
    ["4,280", ["1.234,50"]],
    ["4,280", ["1.234,50", "1,234.50"]],
    ["1.234", ["1.234,50", "1,234.50"]],
    ["1.234", ["4,280", "5000", "0,750"]],
    ["12,5", ["1,234.50"]],
  ])("%s beside %j stays open", (cell, others) => {
    expect(readAmounts([cell, ...others], plain)[0]).toMatchObject({ as: "ambiguous", ask: "decimal" });
  });
});

describe("a currency cell or a part of a header", () => {
  test.each([
    ["USD", "USD"],
    ["usd", "USD"],
    ["US$", "USD"],
    ["美元", "USD"],
    ["美元(USD)", "USD"],
    ["RMB", "CNY"],
    ["CNY", "CNY"],
    ["人民币", "CNY"],
    ["人民幣", "CNY"],
    ["元", "CNY"],
    ["CNY ¥", "CNY"],
    ["EUR", "EUR"],
    ["€", "EUR"],
    ["£", "GBP"],
    ["HKD", "HKD"],
    ["港币", "HKD"],
    ["$", undefined],
    ["¥", undefined],
    ["USD/EUR", undefined],
    ["pen", undefined],
    ["金额", undefined],
    ["", undefined],
    ["USDA", undefined],
  ])("%s names %s", (text, currency) => {
    expect(readCurrency(text)).toBe(currency);
  });
});

const contexts = fc.record({
  base: fc.constantFrom("USD", "CNY", "EUR"),
  scale: fc.constantFrom(1, 10000),
  chinese: fc.boolean(),
  answers: fc.constantFrom<Answers[]>(
    {},
    { decimal: "comma", inexact: "take", currency: "USD", wan: "10000" },
    { decimal: "point" },
  ),
});
const typed = fc.string({
  unit: fc.constantFrom(..."0123456789.,-+()$¥€ '’万亿wkm元约~/abUSDRMB⁄²½①０９待定#N\u00a0"),
  maxLength: 12,
});

describe("whatever stands in a cell", () => {
  test("reading it never throws, and gives one outcome a cell", () => {
    const cell = fc.oneof(typed, fc.string(), fc.double(), fc.boolean(), fc.record({ day: fc.integer() }));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 6 }), contexts, (cells, context) => {
        const readings = readAmounts(cells as Cell[], context);
        expect(readings).toHaveLength(cells.length);
        for (const reading of readings) {
          if (reading.as === "read") expect(Number.isSafeInteger(reading.value.minor)).toBe(true);
        }
      }),
    );
  });

  test("every digit of a read amount stands in the cell, in that order", () => {
    fc.assert(
      fc.property(typed, contexts, (cell, context) => {
        const reading = readAmount(cell, context);
        if (reading.as !== "read") return;
        const shown = cell.replace(/[０-９]/g, (d) => String.fromCharCode(d.charCodeAt(0) - 0xfee0)).replace(/\D/g, "");
        // Rounding to hundredths is the only change of a digit: all but the last significant one are the cell's.
        const kept = String(Math.abs(reading.value.minor)).replace(/0+$/, "").slice(0, -1);
        expect(shown).toContain(kept);
      }),
      { numRuns: 1000 },
    );
  });

  test("a number cell is rounded on the digits that it shows", () => {
    const cents = fc.integer({ min: -1e12, max: 1e12 }).map((minor) => minor / 100);
    fc.assert(
      fc.property(fc.oneof(cents, fc.double({ min: -1e12, max: 1e12, noNaN: true })), (cell) => {
        expect(readAmount(cell, plain)).toEqual({ as: "read", value: { minor: minorOf(cell) || 0 } });
      }),
    );
  });

  test("text without a digit is never an amount", () => {
    fc.assert(
      fc.property(fc.string(), contexts, (cell, context) => {
        if (/\p{N}/u.test(cell)) return;
        expect(["blank", "unreadable"]).toContain(readAmount(cell, context).as);
      }),
    );
  });

  test("an amount written out in any of the usual ways is read back to the cent", () => {
    const group = (digits: string, sign: string) => digits.replace(/\B(?=(\d{3})+$)/g, sign);
    const styles: ((whole: string, cents: string) => string)[] = [
      (whole, cents) => `${whole}.${cents}`,
      (whole, cents) => `${group(whole, ",")}.${cents}`,
      (whole, cents) => `USD ${group(whole, ",")}.${cents}`,
      (whole, cents) => `${group(whole, ".")},${cents} €`,
      (whole, cents) => `${group(whole, " ")},${cents}`,
      (whole, cents) => `(${group(whole, "'")}.${cents})`,
    ];
    fc.assert(
      fc.property(fc.integer({ min: 100_000, max: 10 ** 13 }), fc.constantFrom(...styles), (minor, style) => {
        const digits = String(minor);
        const cell = style(digits.slice(0, -2), digits.slice(-2));
        const reading = readAmount(cell, plain);
        expect(reading.as).toBe("read");
        expect(Math.abs((reading as { value: Amount }).value.minor)).toBe(minor);
      }),
    );
  });
});
