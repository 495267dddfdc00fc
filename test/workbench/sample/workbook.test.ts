import { beforeAll, describe, expect, test } from "vitest";
import { AXES } from "../../../src/core/axes";
import type { Rows } from "../../../src/core/cells/cell";
import { isoOf } from "../../../src/core/day";
import { defaultPolicy, policyFrom } from "../../../src/core/policy/policy";
import { classify, type Outcome } from "../../../src/core/reclassify";
import { findLayout, guessTable } from "../../../src/core/tables/headers";
import { GROUPS, todayOf } from "../../../src/core/today";
import { GridStore } from "../../../workbench/engine/grid-store";
import { type CalendarDate, columnLetters, dateOf, type SampleSheet, serialOf } from "../../../workbench/sample/cells";
import { PLACES } from "../../../workbench/sample/countries";
import { makeLargeSample } from "../../../workbench/sample/large";
import { randomFrom } from "../../../workbench/sample/random";
import { FORMULA_SHEET, makeSample } from "../../../workbench/sample/workbook";
import { writeSample } from "../../../workbench/sample/write";

const asOf: CalendarDate = { year: 2025, month: 10, date: 1 };
const sample = makeSample(asOf);
const sheet = (name: string): SampleSheet => sample.sheets.find((each) => each.name === name)!;

/** The cells as a reader gets them; what a formula gives is not known here. */
const rowsOf = ({ cells }: Pick<SampleSheet, "cells">): Rows =>
  cells.map((row) => row.map((cell) => (typeof cell === "object" && "formula" in cell ? "" : cell)));

/** The team's own: where it is, and what it makes of words that no table knows. */
const { policy } = policyFrom({
  "home.country": "CN",
  "home.city": "宁波",
  "industry.own": "五金",
  "product.own": "园艺剪",
});

function classified(day: CalendarDate): Outcome {
  const workbook = makeSample(day);
  const customers = rowsOf(workbook.sheets[0]!);
  const orders = rowsOf(workbook.sheets[1]!);
  const contacts = rowsOf(workbook.sheets[2]!);
  return classify({
    policy,
    asOf: serialOf(day),
    dayOfInstant: (ms) => Math.floor(ms / 86_400_000) + 25_569,
    answers: {},
    customers: { rows: customers, layout: findLayout(customers, "customers")! },
    orders: { rows: orders, layout: findLayout(orders, "orders")! },
    contacts: { rows: contacts, layout: findLayout(contacts, "contacts")! },
  });
}

describe("the sample workbook", () => {
  test("has about 300 customers of five owners and about 1,500 orders", () => {
    const customers = rowsOf(sheet("客户"));
    const owner = findLayout(customers, "customers")!.columns.owner!.index;
    const owners = new Set(customers.slice(3).map((row) => row[owner]));
    owners.delete("");
    expect(owners.size).toBe(5);
    const named = customers.slice(3).filter((row) => row[2] !== "").length;
    expect(named).toBeGreaterThan(285);
    expect(named).toBeLessThan(330);
    expect(sheet("订单").cells.length).toBeGreaterThan(1400);
    expect(sheet("订单").cells.length).toBeLessThan(1650);
  });

  test("is the same on every run, and plain JSON", () => {
    expect(makeSample(asOf)).toEqual(sample);
    expect(JSON.parse(JSON.stringify(sample))).toEqual(sample);
  });

  test("has rows of equal length in every sheet", () => {
    for (const { cells } of sample.sheets) expect(new Set(cells.map((row) => row.length)).size).toBe(1);
  });

  test("has a customer sheet, an order sheet and a contact log; the other tabs are taken for none of them", () => {
    expect(sample.sheets.map((each) => [each.name, guessTable(rowsOf(each))])).toEqual([
      ["客户", "customers"],
      ["订单", "orders"],
      ["跟进记录", "contacts"],
      ["函数示例 Formulas", undefined],
      ["读我 Read me", undefined],
      ["旧报价", undefined],
    ]);
  });

  test("asks one thing about its columns: whose amount 年采购额 is", () => {
    const layout = findLayout(rowsOf(sheet("客户")), "customers")!;
    expect(layout.headerRow).toBe(2);
    expect(layout.questions.map(({ column, options }) => [column.header, options])).toEqual([
      ["年采购额/万", ["annual", "buyer_volume"]],
    ]);
    expect(Object.keys(layout.columns)).toEqual(
      expect.arrayContaining(["id", "name", "country", "owner", "hold", "grade", "fair", "fair_day", "complaint"]),
    );
    expect(findLayout(rowsOf(sheet("订单")), "orders")!.questions).toEqual([]);
    const log = findLayout(rowsOf(sheet("跟进记录")), "contacts")!;
    expect(log.questions).toEqual([]);
    expect(Object.keys(log.columns).sort()).toEqual(
      ["bulk", "by", "channel", "customer", "day", "direction", "name", "next", "note"].map((id) => `contact.${id}`),
    );
  });

  test("holds what no one should trust: a formula as text, an emoji, a placeholder, a total, blank rows", () => {
    const names = sheet("客户").cells.map((row) => row[2]);
    expect(names).toContain('=HYPERLINK("http://example.com","Click")');
    expect(names).toContain("TO THE ORDER OF");
    expect(names).toContain("合计");
    expect(names.some((name) => typeof name === "string" && /\p{Extended_Pictographic}/u.test(name))).toBe(true);
    expect(
      sheet("客户")
        .cells.slice(3)
        .some((row) => row.every((cell) => cell === "")),
    ).toBe(true);
    expect(sheet("订单").cells.some((row) => row.every((cell) => cell === ""))).toBe(true);
  });

  test("carries what is the team's own: hand colours, a conditional format, notes, a frozen header, a formula column", () => {
    const { styles, rules, notes, frozenRows, cells, columnWidths } = sheet("客户");
    expect(styles.length).toBeGreaterThan(20);
    expect(rules).toHaveLength(2);
    expect(notes.length).toBeGreaterThan(1);
    expect(frozenRows).toBe(3);
    expect(columnWidths).toHaveLength(cells[2]!.length);
    expect(cells[3]![25]).toEqual({ formula: '=C4&" · "&N4' });
    expect(sample.sheets.at(-1)!.hidden).toBe(true);
  });
});

describe.each([
  ["on an autumn day", asOf],
  ["on the day after a leap day", { year: 2028, month: 3, date: 1 }],
] as [string, CalendarDate][])("the sample %s", (_, day) => {
  let outcome: Outcome;
  beforeAll(() => {
    outcome = classified(day);
  });

  test.each(AXES.map((axis) => [axis.id, axis] as const))("has customers of every class of %s", (id, axis) => {
    const present = new Set(outcome.classified.map(({ classes }) => classes[id].id));
    const wanted = Object.keys(axis.classes).filter((each) => each !== "unrated");
    expect([...wanted.filter((each) => !present.has(each))]).toEqual([]);
  });

  test("has customers of every follow-up level", () => {
    const levels = new Set(outcome.classified.map(({ urgency }) => urgency.level));
    expect([...levels].sort()).toEqual(["due", "hold", "on_track", "overdue", "silent", "soon", "unrated"]);
  });

  test("has provisional tiers, tiers on watch, and large customers whom payment or rhythm keeps from A", () => {
    const values = outcome.classified.map(({ classes }) => classes.value);
    expect(values.some(({ because }) => because.provisional === true)).toBe(true);
    expect(values.some(({ because }) => because.watchUntil !== undefined)).toBe(true);
    const large = values.filter(({ id, because }) => id === "B" && Number(because.minor) > 1_000_000_00);
    expect(large.length).toBeGreaterThan(1);
  });

  test("has something of everything that a person should look at", () => {
    const kinds = new Set(outcome.findings.map(({ kind }) => kind));
    for (const kind of [
      ...["unreadable", "ambiguous", "corrected", "future", "no_rate", "unmatched_order", "unknown_status"],
      ...["listed_status", "sample_in_text", "duplicate", "no_clock", "unknown_word", "unmatched_contact"],
      ...["owner_clash", "no_answer"],
    ]) {
      expect(kinds).toContain(kind);
    }
    expect(Object.keys(outcome.currencies).sort()).toEqual(["CNY", "EUR", "USD"]);
  });

  test.each([
    ["of a source that no table knows", "source:word:kompass", 4],
    ["of a second one", "source:word:vk", 2],
    ["of 新客户 in a source cell, which is no source", "source:word:新客户", 1],
    ["of a stage that only the team understands", "stage:word:等老板批", 3],
  ])("asks once what it makes %s", (_, id, cells) => {
    expect(outcome.questions.filter((question) => question.id === id).map((question) => question.cells)).toEqual([
      cells,
    ]);
  });

  test("has one complaint with its day and one without, and both stand on top of somebody's list", () => {
    const complaints = outcome.classified.filter(({ customer }) => customer.complaint);
    expect(complaints.map(({ customer }) => customer.complaint!.day !== undefined).sort()).toEqual([false, true]);
    for (const { urgency, treatments } of complaints) {
      expect(urgency.rule).toBe(2);
      expect(treatments).toEqual(["act.complaint"]);
    }
  });

  test("gives the due day by every rule and act", () => {
    const rules = new Set(outcome.classified.map(({ urgency }) => urgency.rule));
    for (const rule of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, "aftersale", "visit"] as const) expect(rules).toContain(rule);
  });

  test("leaves each of the team a handful for today, of every kind, and somebody to wake", () => {
    const policy = defaultPolicy();
    const all = todayOf(outcome.classified, { ...policy, "today.max": 1000 }, serialOf(day));
    expect(new Set(all.list.map(({ group }) => group))).toEqual(new Set(GROUPS));
    expect(all.wake.length).toBeGreaterThan(5);
    const named = all.owners.filter(({ owner }) => owner !== "");
    expect(named).toHaveLength(5);
    for (const { due, customers } of named) {
      expect(due).toBeGreaterThan(1);
      expect(due).toBeLessThan(25);
      expect(due).toBeLessThan(customers / 3);
    }
  });

  test("has mail to many, which is no contact of anybody's", () => {
    const log = rowsOf(makeSample(day).sheets[2]!);
    const { columns } = findLayout(log, "contacts")!;
    const bulk = log.filter((row) => row[columns["contact.bulk"]!.index] === "是");
    expect(bulk.length).toBeGreaterThan(15);
    const named = new Set(bulk.map((row) => row[columns["contact.name"]!.index]));
    const mailed = outcome.classified.filter(({ customer }) => named.has(customer.name));
    expect(mailed.some(({ urgency }) => urgency.level === "silent")).toBe(true);
  });

  test("can be read for the most part", () => {
    const cells = outcome.counts.customers * 12 + outcome.counts.orders * 5;
    expect((outcome.counts.unreadable + outcome.counts.ambiguous) / cells).toBeLessThan(0.04);
  });

  test("never counts a day that lies after it, but for the two that were typed wrong", () => {
    expect(outcome.findings.filter(({ kind }) => kind === "future").length).toBeLessThanOrEqual(2);
  });
});

describe("the formulas of the sample", () => {
  const { cells } = sheet(FORMULA_SHEET);
  const formulas = cells.flatMap((row) =>
    row.flatMap((cell) => (typeof cell === "object" && "formula" in cell ? [cell.formula] : [])),
  );

  test.each([
    ...["TIER", "AMOUNT", "REGION", "SOURCE", "IDENTITY", "INDUSTRY", "STARS", "RELATION", "FREQUENCY", "ACTIVITY"],
    ...["URGENCY", "DUE", "CLASS", "WHY", "NEXT", "NEXT_ORDER", "CHANCE", "TODAY"],
  ])("show the column form of CUSTOMER_%s with TIERBOOK_DAY", (name) => {
    const shown = formulas.filter((formula) => formula.startsWith(`=CUSTOMER_${name}(`));
    expect(shown).toHaveLength(1);
    expect(shown[0]).toMatch(/[A-Z]\d+:[A-Z]\d+/u);
    expect(shown[0]).toContain("TIERBOOK_DAY)");
  });

  test("point to the whole of both sheets, and TIERBOOK_DAY to the day", () => {
    const tables = formulas.find((formula) => formula.startsWith("=CUSTOMER_WHY("))!;
    const people = sheet("客户").cells;
    const orders = sheet("订单").cells;
    expect(tables).toContain(`'客户'!A3:${columnLetters(people[2]!.length - 1)}${people.length}`);
    expect(tables).toContain(`'订单'!A1:${columnLetters(orders[0]!.length - 1)}${orders.length}`);
    const [name] = sample.names;
    expect(name).toMatchObject({ name: "TIERBOOK_DAY", sheet: FORMULA_SHEET });
    expect(cells[name!.row]![name!.column]).toEqual({ day: serialOf(asOf) });
  });
});

describe("the sample in a store", () => {
  const store = new GridStore();
  writeSample(store, sample);

  test("stands there instead of the empty sheet, the customers shown, the old tab hidden", () => {
    expect(store.sheets().map((id) => store.sheetName(id))).toEqual(sample.sheets.map(({ name }) => name));
    expect(store.sheetName(store.active())).toBe("客户");
    expect(store.sheets().map((id) => store.isHidden(id))).toEqual(sample.sheets.map(({ hidden }) => hidden));
  });

  test("holds every cell as it was made, texts that look like formulas or numbers included", () => {
    for (const [i, id] of store.sheets().entries()) {
      const { cells } = sample.sheets[i]!;
      const zone = { top: 0, left: 0, bottom: cells.length - 1, right: cells[0]!.length - 1 };
      const values = store.values(id, zone);
      const formulas = store.formulas(id, zone);
      for (const [row, line] of cells.entries()) {
        for (const [column, cell] of line.entries()) {
          if (typeof cell === "object" && "formula" in cell) expect(formulas[row]![column]).toBe(cell.formula);
          // What a formula spills over was empty before.
          else if (cell !== "") expect(values[row]![column]).toBe(typeof cell === "object" ? cell.day : cell);
        }
      }
    }
  });

  test("keeps widths of grid to write into, formats, notes, rules and the named day", () => {
    const [customers] = store.sheets();
    const { cells, notes } = sample.sheets[0]!;
    expect(store.size(customers!).columns).toBeGreaterThan(cells[0]!.length + 5);
    expect(store.frozenRows(customers!)).toBe(3);
    expect(store.rules(customers!)).toHaveLength(2);
    expect(store.note(customers!, notes[0]!.row, notes[0]!.column)).toBe(notes[0]!.note);
    const day = sample.sheets[0]!.formats.find(({ pattern }) => pattern === "yyyy-mm-dd")!.zone;
    expect(store.formats(customers!, { ...day, bottom: day.top })[0]![0]).toBe("yyyy-mm-dd");
    expect(store.name("TIERBOOK_DAY")?.zone).toEqual({ top: 1, left: 1, bottom: 1, right: 1 });
  });

  test("stands in front of sheets that hold something already", () => {
    const used = new GridStore();
    used.write(used.sheets()[0]!, 0, 0, [[{ value: "mine" }]]);
    const before = used.sheetName(used.sheets()[0]!);
    writeSample(used, sample);
    expect(used.sheets().map((id) => used.sheetName(id))).toEqual([...sample.sheets.map(({ name }) => name), before]);
  });
});

describe("the large sample", () => {
  test.each([
    [0, 0],
    [1, 3],
    [400, 1600],
  ])("has %i customers and %i orders below its headers, the same every time", (customers, orders) => {
    const large = makeLargeSample(customers, orders);
    expect(large.customers).toHaveLength(customers + 1);
    expect(large.orders).toHaveLength(orders + 1);
    expect(makeLargeSample(customers, orders)).toEqual(large);
  });

  test("is found as customers and orders, with nothing to ask", () => {
    const large = makeLargeSample(100, 400);
    expect(guessTable(rowsOf({ cells: large.customers }))).toBe("customers");
    expect(guessTable(rowsOf({ cells: large.orders }))).toBe("orders");
    expect(findLayout(rowsOf({ cells: large.customers }), "customers")!.questions).toEqual([]);
    expect(findLayout(rowsOf({ cells: large.orders }), "orders")!.questions).toEqual([]);
  });
});

describe("days, letters and random numbers of the sample", () => {
  test.each([
    [{ year: 2025, month: 3, date: 1 }, 45717],
    [{ year: 1970, month: 1, date: 1 }, 25569],
    [{ year: 2028, month: 2, date: 29 }, 46812],
  ])("%j is the serial %i, as in the product", (date, serial) => {
    expect(serialOf(date)).toBe(serial);
    expect(dateOf(serial)).toEqual(date);
    expect(isoOf(serial).startsWith(String(date.year))).toBe(true);
  });

  test.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [701, "ZZ"],
    [702, "AAA"],
  ])("column %i is %s", (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
  });

  test("the random numbers stay within their bounds and reach both", () => {
    const random = randomFrom(1);
    const drawn = Array.from({ length: 500 }, () => random.int(1, 6));
    expect(Math.min(...drawn)).toBe(1);
    expect(Math.max(...drawn)).toBe(6);
    expect(randomFrom(2).next()).not.toBe(randomFrom(3).next());
  });

  test("every place can be written in another way", () => {
    for (const { also, cities, legal } of PLACES) {
      for (const words of [also, cities, legal]) expect(words.every((word) => word !== "")).toBe(true);
    }
  });
});
