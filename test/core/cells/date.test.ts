import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answers, Cell, Reading } from "../../../src/core/cells/cell";
import { type DayContext, readDay, readDays } from "../../../src/core/cells/date";
import { type Day, dayOfIso, isoOf } from "../../../src/core/day";

const day = (iso: string): Day => dayOfIso(iso) as Day;
/** A spreadsheet in India: half past five hours ahead of UTC. */
const inIndia = (ms: number): Day => Math.floor((ms + 5.5 * 3_600_000) / 86_400_000) + 25_569;
const context: DayContext = { asOf: day("2025-10-01"), dayOfInstant: inIndia, answers: {} };
const of = (cell: Cell, answers: Answers = {}) => readDay(cell, { ...context, answers });
const read = (iso: string): Reading<Day> => ({ as: "read", value: day(iso) });

describe("a day that can be read one way", () => {
  test.each<[Cell, string]>([
    [{ day: 45717 }, "2025-03-01"],
    ["2025-03-01", "2025-03-01"],
    ["2025/3/1", "2025-03-01"],
    ["2025.3.1", "2025-03-01"],
    ["2025年3月1日", "2025-03-01"],
    ["2025 年 3 月 1 日", "2025-03-01"],
    ["2025年3月1日 星期六", "2025-03-01"],
    ["２０２５／３／１", "2025-03-01"],
    ["20250301", "2025-03-01"],
    [20250301, "2025-03-01"],
    ["1 Mar 2025", "2025-03-01"],
    ["1st March 2025", "2025-03-01"],
    ["Mar 1, 2025", "2025-03-01"],
    ["March 1st, 2025", "2025-03-01"],
    ["Sat, 1 Mar 2025", "2025-03-01"],
    ["1-Mar-25", "2025-03-01"],
    ["29-Nov-21", "2021-11-29"],
    ["2025-03-01 00:00:00.000", "2025-03-01"],
    ["2025-03-01 18:30", "2025-03-01"],
    ["2025/3/1 下午 6:30", "2025-03-01"],
    ["1 Oct 2024 12:30", "2024-10-01"],
    ["2/24/2003 0:00", "2003-02-24"],
    ["24/2/2003", "2003-02-24"],
    ["24.2.2003", "2003-02-24"],
    ["02/24/03", "2003-02-24"],
    ["03/03/2025", "2025-03-03"],
    ["31/12/97", "1997-12-31"],
    ["14082025", "2025-08-14"],
    [14082025, "2025-08-14"],
    ["4132025", "2025-04-13"],
    ["2025-03-28T18:30:00.000Z", "2025-03-29"],
    ["2025-03-28T18:29:59.999Z", "2025-03-28"],
    ["2025-03-28T18:30:00+05:30", "2025-03-28"],
    ["2025-03-28T18:30:00", "2025-03-28"],
    [45717, "2025-03-01"],
    [45717.75, "2025-03-01"],
    ["45717", "2025-03-01"],
    [25569, "1970-01-01"],
    [73050, "2099-12-31"],
    ["2052-03-01", "2052-03-01"],
    ["2024-02-29", "2024-02-29"],
  ])("%j is %s", (cell, iso) => {
    expect(of(cell)).toEqual(read(iso));
  });
});

describe("a day that the team must be asked about", () => {
  test.each<[Cell, string, string]>([
    ["3/1/25", "day_order", "2025-03-01"],
    ["03/04/2025", "day_order", "2025-04-03"],
    ["4082025", "day_order", "2025-08-04"],
    ["24.05.10", "day_order", "2024-05-10"],
    ["6.3", "no_year", "2025-06-03"],
    ["6月3日", "no_year", "2025-06-03"],
    ["3 June", "no_year", "2025-06-03"],
    ["June 3", "no_year", "2025-06-03"],
    ["10.1", "no_year", "2025-10-01"],
    ["10.2", "no_year", "2024-10-02"],
    ["24.2", "no_year", "2025-02-24"],
    ["2月29日", "no_year", "2024-02-29"],
    ["2025年3月", "no_day", "2025-03-01"],
    ["2025-03", "no_day", "2025-03-01"],
    ["03/2025", "no_day", "2025-03-01"],
    ["Mar 2025", "no_day", "2025-03-01"],
    ["202503", "no_day", "2025-03-01"],
  ])("%s asks for %s and proposes %s", (cell, ask, proposal) => {
    expect(of(cell)).toEqual({ as: "ambiguous", ask, proposal: day(proposal) });
  });

  test.each<[Cell, Record<string, string>, string]>([
    ["03/04/2025", { day_order: "dmy" }, "2025-04-03"],
    ["03/04/2025", { day_order: "mdy" }, "2025-03-04"],
    ["4082025", { day_order: "dmy" }, "2025-08-04"],
    ["24.05.10", { day_order: "dmy" }, "2010-05-24"],
    ["24.05.10", { day_order: "ymd" }, "2024-05-10"],
    ["24/2/2003", { day_order: "mdy" }, "2003-02-24"],
    ["6.3", { no_year: "past" }, "2025-06-03"],
    ["6.3", { no_year: "past", day_order: "dmy" }, "2025-03-06"],
    ["12.31", { no_year: "past" }, "2024-12-31"],
    ["2025-03", { no_day: "first" }, "2025-03-01"],
  ])("%s is read by the answer %j as %s", (cell, answers, iso) => {
    expect(of(cell, answers)).toEqual(read(iso));
  });
});

describe("a cell that holds no day", () => {
  test.each<[Cell]>([
    [6.3],
    [2025],
    [25568],
    [73051],
    [0],
    [-1],
    [true],
    ["2025"],
    ["2025-13-01"],
    ["2025-02-29"],
    ["2月30日"],
    ["2.30"],
    ["上周五"],
    ["soon"],
    ["31/31/2025"],
    ["#REF!"],
    ["2025-03-28T25:30:00Z"],
    ["2025-03-01 99:99"],
    ["1850-01-01"],
    ["Mar-25"],
    ["2025-3/1"],
    ["12209 Berlin"],
    ["2025-03-0①"],
    ["13.13"],
    [Number.NaN],
  ])("%j is unreadable", (cell) => {
    expect(of(cell)).toEqual({ as: "unreadable" });
  });

  test.each<[Cell]>([
    [""],
    ["-"],
    ["待定"],
    ["N/A"],
    ["null"],
    ["0000-00-00"],
    ["0000-00-00 00:00:00"],
    ["1900-01-00"],
    ["1/0/1900"],
    [{ day: 0 }],
  ])("%j is blank", (cell) => {
    expect(of(cell)).toEqual({ as: "blank" });
  });
});

describe("a column's other cells", () => {
  test.each<[string, Cell[], string]>([
    ["03/04/2025", ["24/2/2003"], "2025-04-03"],
    ["03/04/2025", ["2/24/2003"], "2025-03-04"],
    ["3/1/25", ["3/13/25"], "2025-03-01"],
    ["3/1/25", ["2/24/2003", "2025-01-02"], "2025-03-01"],
    ["4082025", ["14082025"], "2025-08-04"],
  ])("%s beside %j is settled", (cell, others, iso) => {
    expect(readDays([cell, ...others], context)[0]).toEqual(read(iso));
    expect(readDays([...others, cell], context)[others.length]).toEqual(read(iso));
  });

  test.each<[string, Cell[]]>([
    ["03/04/2025", ["24/2/2003", "2/24/2003"]],
    ["03/04/2025", ["03/03/2025", "2025-02-24", "05/06/2025"]],
  ])("%s beside %j stays open", (cell, others) => {
    expect(readDays([cell, ...others], context)[0]).toMatchObject({ as: "ambiguous", ask: "day_order" });
  });

  test("settle the order of a day without a year, which still is asked for its year", () => {
    expect(readDays(["6.3", "24/2/2003"], context)[0]).toEqual({
      as: "ambiguous",
      ask: "no_year",
      proposal: day("2025-03-06"),
    });
  });
});

const answers = fc.constantFrom<Answers[]>(
  {},
  { day_order: "dmy", no_year: "past", no_day: "first" },
  { day_order: "ymd" },
);
const part = fc.oneof(
  fc.integer({ min: 0, max: 40 }),
  fc.integer({ min: 1990, max: 2030 }),
  fc.constantFrom("Jan", "Jun", "03"),
);
const parts = fc
  .tuple(part, fc.constantFrom("/", "-", ".", " ", "月", ""), part, fc.constantFrom("/", "-", ".", " ", ", ", ""), part)
  .map((all) => all.join(""));
const scraps = fc.string({ unit: fc.constantFrom(..."0123456789-/.年月日 :TZamrpJun①²"), maxLength: 14 });
const typed = fc.oneof(scraps, parts);

describe("whatever stands in a cell", () => {
  test("reading it never throws, and gives one outcome a cell", () => {
    const cell = fc.oneof(typed, fc.string(), fc.double(), fc.boolean(), fc.record({ day: fc.integer() }));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 6 }), answers, (cells, given) => {
        const readings = readDays(cells as Cell[], { ...context, answers: given });
        expect(readings).toHaveLength(cells.length);
        for (const reading of readings) if (reading.as === "read") expect(Number.isInteger(reading.value)).toBe(true);
      }),
    );
  });

  test("text without a digit is never a day", () => {
    fc.assert(
      fc.property(fc.string(), answers, (cell, given) => {
        if (/\p{N}/u.test(cell)) return;
        expect(["blank", "unreadable"]).toContain(of(cell, given).as);
      }),
    );
  });

  test("the date, and the month where it is a number, of a day that was read stand in the cell", () => {
    fc.assert(
      fc.property(typed, (cell) => {
        const reading = of(cell);
        if (reading.as !== "read" || /^\d{5}$/.test(cell.trim()) || cell.includes("Z")) return;
        const date = Number(isoOf(reading.value).slice(8));
        expect(cell).toContain(String(date));
      }),
      { numRuns: 1000 },
    );
  });

  test("a day written in any form that names its year in full is read back", () => {
    const forms: ((y: string, m: string, d: string) => string)[] = [
      (y, m, d) => `${y}-${m}-${d}`,
      (y, m, d) => `${y}/${Number(m)}/${Number(d)}`,
      (y, m, d) => `${y}.${m}.${d}`,
      (y, m, d) => `${y}年${Number(m)}月${Number(d)}日`,
      (y, m, d) => `${y}${m}${d}`,
      (y, m, d) => `${d} ${"JanFebMarAprMayJunJulAugSepOctNovDec".slice(Number(m) * 3 - 3, Number(m) * 3)} ${y}`,
      (y, m, d) => `${y}-${m}-${d} 23:59:59`,
    ];
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 73050 }), fc.constantFrom(...forms), (value, form) => {
        const [y, m, d] = isoOf(value).split("-") as [string, string, string];
        expect(of(form(y, m, d))).toEqual({ as: "read", value });
      }),
    );
  });
});
