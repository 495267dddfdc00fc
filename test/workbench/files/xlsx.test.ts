import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { loadEngine } from "../../../workbench/engine/odoo-node";
import { OdooStore } from "../../../workbench/engine/odoo-store";
import { provideDom } from "../../../workbench/files/dom-node";
import { openXlsx, saveXlsx } from "../../../workbench/files/xlsx";
import type { SavedState } from "../../../workbench/runtime/runtime";
import type { CellFunction, Chart, Condition, Content, Value } from "../../../workbench/runtime/store";

const library = loadEngine();
provideDom();

const nothing: SavedState = { documentProperties: {}, scriptProperties: {}, userProperties: {}, triggers: [] };
const open = (bytes: Uint8Array) => openXlsx(bytes, (parts) => new OdooStore(library, parts));

/** A workbook of one sheet called Customers with these cells from A1 on. */
function workbook(...rows: (Value | { formula: string })[][]): OdooStore {
  const store = new OdooStore(library);
  const sheet = store.sheets()[0]!;
  store.rename(sheet, "Customers");
  const contents = rows.map((row) => row.map((cell): Content => (typeof cell === "object" ? cell : { value: cell })));
  store.write(sheet, 0, 0, contents);
  return store;
}

const through = async (store: OdooStore, saved = nothing) => open(await saveXlsx(store, saved));
const valuesOf = (store: OdooStore, width: number, height = 1) =>
  store.values(store.sheets()[0]!, { top: 0, left: 0, bottom: height - 1, right: width - 1 });
const formulaAt = (store: OdooStore, column: number) =>
  store.formulas(store.sheets()[0]!, { top: 0, left: column, bottom: 0, right: column })[0]![0];

/** The parts of a saved workbook with one of them changed, as another program might have written it. */
async function changed(store: OdooStore, path: string, change: (xml: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(await saveXlsx(store, nothing));
  return zipSync({ ...parts, [path]: strToU8(change(strFromU8(parts[path]!))) });
}
const SHEET = "xl/worksheets/sheet0.xml";

describe("an .xlsx out and in again", () => {
  test.each<Value>([
    "Acme GmbH",
    "00123",
    "=1+1",
    "=HYPERLINK(1)",
    "+49 40 1234",
    "-5",
    "12%",
    "3-4",
    "2026-01-02",
    "TRUE",
    "'quoted",
    "''twice",
    " spaces around ",
    "two\nlines",
    '深圳 & <b>"宏达"</b>',
    "🙂",
    "#REF!",
    "_x000D_",
    1234.5,
    -0.001,
    true,
    false,
  ])("%j stays what it is", async (value) => {
    const { store } = await through(workbook([value, "next"]));
    expect(valuesOf(store, 2)).toEqual([[value, "next"]]);
  });

  test("formulas stay formulas", async () => {
    const { store, losses } = await through(workbook([2, { formula: "=A1*3" }]));
    expect(valuesOf(store, 2)).toEqual([[2, 6]]);
    expect(formulaAt(store, 1)).toBe("=A1*3");
    expect(losses).toEqual([]);
  });

  test("formulas of the add-on come back with the column that they fill", async () => {
    const store = workbook([5, { formula: "=TIER_OF(A1:A2)" }], [7]);
    const twice: CellFunction = ([rows]) => ({
      values: (rows as number[][]).map((row) => row.map((cell) => cell * 2)),
    });
    store.registerFunction("TIER_OF", twice);
    expect(valuesOf(store, 2, 2)).toEqual([
      [5, 10],
      [7, 14],
    ]);
    const { store: again, losses } = await through(store);
    again.registerFunction("TIER_OF", twice);
    expect(formulaAt(again, 1)).toBe("=TIER_OF(A1:A2)");
    expect(valuesOf(again, 2, 2)).toEqual([
      [5, 10],
      [7, 14],
    ]);
    expect(losses).toEqual([]);
  });

  test("tabs keep their order, names and hiding; frozen rows, formats and colours stay", async () => {
    const store = workbook(["company", "day"], ["Acme", 46_000]);
    const sheet = store.sheets()[0]!;
    store.freezeRows(sheet, 1);
    store.setFormat(sheet, { top: 1, left: 1, bottom: 1, right: 1 }, "yyyy-mm-dd");
    store.setStyle(sheet, { top: 1, left: 0, bottom: 1, right: 0 }, { fill: "#fff2cc", bold: true });
    store.setHidden(store.insertSheet("History", 1, 10, 5), true);
    store.insertSheet("今天 Today", 0, 10, 5);
    const again = (await through(store)).store;
    const [today, customers, history] = again.sheets();
    expect(again.sheets().map((id) => again.sheetName(id))).toEqual(["今天 Today", "Customers", "History"]);
    expect(again.isHidden(history!)).toBe(true);
    expect(again.frozenRows(customers!)).toBe(1);
    expect(again.displays(customers!, { top: 1, left: 1, bottom: 1, right: 1 })).toEqual([["2025-12-09"]]);
    expect(again.styles(customers!, { top: 1, left: 0, bottom: 1, right: 0 })[0]![0]).toMatchObject({
      fill: "#fff2cc",
      bold: true,
    });
    expect(again.active()).toBe(today);
  });

  test("rules of colour stay", async () => {
    const store = workbook(["On track"]);
    const zones = [{ top: 0, left: 0, bottom: 9, right: 0 }];
    const conditions: Condition[] = [
      { type: "text_equal", text: "On track" },
      { type: "text_equal", text: 'A "big" & <old> one' },
      { type: "text_equal", text: "12" },
      { type: "text_contains", text: "late" },
      { type: "number_greater", value: 5 },
      { type: "formula", formula: '=A1="A"' },
      { type: "empty" },
    ];
    store.setRules(
      store.sheets()[0]!,
      conditions.map((condition) => ({ condition, style: { fill: "#f4c7c3" }, zones })),
    );
    const again = (await through(store)).store;
    const rules = again.rules(again.sheets()[0]!);
    expect(rules.map(({ condition }) => condition)).toEqual(conditions);
    expect(rules.map(({ style }) => style.fill)).toEqual(conditions.map(() => "#f4c7c3"));
    again.setRules(again.sheets()[0]!, rules);
    expect(again.rules(again.sheets()[0]!).map(({ condition }) => condition)).toEqual(conditions);
  });

  test("a rule stands in the file as Excel reads it: texts in quotes, priorities from 1", async () => {
    const store = workbook(["On track"]);
    const zones = [{ top: 0, left: 0, bottom: 9, right: 0 }];
    const rule = (text: string) => ({ condition: { type: "text_equal" as const, text }, style: { bold: true }, zones });
    store.setRules(store.sheets()[0]!, [rule("On track"), rule('a "b"')]);
    const xml = strFromU8(unzipSync(await saveXlsx(store, nothing))[SHEET]!);
    expect([...xml.matchAll(/<formula>(.*?)<\/formula>/g)].map(([, text]) => text)).toEqual([
      "&quot;On track&quot;",
      "&quot;a &quot;&quot;b&quot;&quot;&quot;",
    ]);
    expect([...xml.matchAll(/priority="(\d+)"/g)].map(([, number]) => number)).toEqual(["1", "2"]);
  });

  test("metadata, notes, properties, triggers and names come back, and their hidden tab is not seen", async () => {
    const store = workbook(["company"], ["Acme"]);
    const sheet = store.sheets()[0]!;
    const second = store.insertSheet("规则 & Policy", 1, 10, 5);
    store.addPin({ key: "column", value: "tier", visibility: "PROJECT", on: "column", sheet, at: 2 });
    store.addPin({ key: "tab", value: "policy", visibility: "PROJECT", on: "sheet", sheet: second });
    store.addPin({ key: "file", value: "1", visibility: "DOCUMENT", on: "spreadsheet" });
    store.setNote(sheet, 1, 0, "rang on Monday");
    store.setName("TIERBOOK_DAY", second, { top: 1, left: 1, bottom: 1, right: 1 });
    const saved = {
      ...nothing,
      documentProperties: { policy: "深".repeat(40_000) },
      userProperties: { Amy: { who: "Amy" } },
    };
    const again = await through(store, saved);
    const [first, policy] = again.store.sheets();
    expect(again.store.sheets()).toHaveLength(2);
    expect(again.saved).toEqual(saved);
    expect(again.store.note(first!, 1, 0)).toBe("rang on Monday");
    expect(again.store.name("TIERBOOK_DAY")).toEqual({ sheet: policy, zone: { top: 1, left: 1, bottom: 1, right: 1 } });
    const pins = again.store.pins().map(({ id: _, ...pin }) => pin);
    expect(pins).toEqual([
      { key: "column", value: "tier", visibility: "PROJECT", on: "column", sheet: first, at: 2 },
      { key: "tab", value: "policy", visibility: "PROJECT", on: "sheet", sheet: policy },
      { key: "file", value: "1", visibility: "DOCUMENT", on: "spreadsheet" },
    ]);
  });

  /** Stacked columns over the first three columns of that sheet. */
  const columns = (sheet: string): Chart => {
    const place = (column: number) => ({ sheet, zone: { top: 0, left: column, bottom: 2, right: column } });
    return {
      type: "column",
      stacked: true,
      headers: true,
      labels: place(0),
      series: [{ place: place(1), color: "#0b8043", name: "Tier A" }, { place: place(2) }],
      title: "Customers & 客户",
      xTitle: "month",
      yTitle: "customers",
      yMin: 0,
      yMax: 50,
      legend: "bottom",
      points: false,
      row: 4,
      column: 1,
      offsetX: 3,
      offsetY: 5,
      width: 480,
      height: 300,
    };
  };
  const table = [
    ["month", "A", "B"],
    ["2026-01", 1, 2],
    ["2026-02", 3, 4],
  ];
  const chartsOf = (store: OdooStore, tab: number) =>
    store.charts(store.sheets()[tab]!).map(({ id: _, ...chart }) => chart);

  test("charts come back with all they have, also over cells of another tab, and nothing is lost", async () => {
    const store = workbook(...table);
    const [sheet = ""] = store.sheets();
    const lines: Chart = { ...columns(sheet), type: "line", stacked: false, headers: false, points: true, row: 30 };
    store.insertChart(sheet, columns(sheet));
    store.insertChart(sheet, lines);
    store.insertChart(store.insertSheet("回测 Back-test", 0, 60, 20), { ...columns(sheet), background: "#fff2cc" });
    const { store: again, losses } = await through(store);
    const [, customers = ""] = again.sheets();
    const moved = (chart: Chart) => ({ ...chart, ...place(customers, chart) });
    expect(chartsOf(again, 0)).toEqual([moved({ ...columns(sheet), background: "#fff2cc" })]);
    expect(chartsOf(again, 1)).toEqual([moved(columns(sheet)), moved(lines)]);
    expect(losses).toEqual([]);

    function place(to: string, { labels, series }: Chart) {
      const onto = (p: Chart["labels"]) => ({ ...p!, sheet: to });
      return { labels: onto(labels), series: series.map((s) => ({ ...s, place: onto(s.place) })) };
    }
  });

  test("a chart stands in the file as other programs draw it", async () => {
    const store = workbook(...table);
    store.insertChart(store.sheets()[0]!, columns(store.sheets()[0]!));
    const xml = strFromU8(unzipSync(await saveXlsx(store, nothing))["xl/charts/chart1.xml"]!);
    expect(xml).toContain('<c:grouping val="stacked"/>');
    expect([...xml.matchAll(/<c:f>(.*?)<\/c:f>/g)].map(([, text]) => text)).toEqual([
      ...["Customers!A2:A3", "Customers!B2:B3"],
      ...["Customers!C1", "Customers!A2:A3", "Customers!C2:C3"],
    ]);
  });

  test.each<[string, string, (xml: string) => string, string]>([
    ["left as it was", "drawings/drawing0", (xml) => xml, "Customers & 客户, month, 4"],
    ["moved", "drawings/drawing0", (xml) => xml.replace("<xdr:row>4<", "<xdr:row>9<"), "Customers & 客户, month, 9"],
    ["named anew", "charts/chart1", (xml) => xml.replace("Customers &amp; 客户", "Ours"), "Ours, month, 4"],
    ["taken away", "drawings/drawing0", (xml) => xml.replace(/<xdr:twoCell[\s\S]*twoCellAnchor>/, ""), ""],
    ["made a line", "charts/chart1", (xml) => xml.replaceAll("barChart", "lineChart"), "Customers & 客户, , 4"],
  ])("a chart that another program has %s is as that program left it", async (_, part, change, expected) => {
    const store = workbook(...table);
    store.insertChart(store.sheets()[0]!, columns(store.sheets()[0]!));
    const again = open(await changed(store, `xl/${part}.xml`, change)).store;
    expect(
      chartsOf(again, 0)
        .map(({ title, xTitle, row }) => `${title}, ${xTitle}, ${row}`)
        .join(),
    ).toBe(expected);
  });

  test("a tab of that name that somebody else made is left alone", async () => {
    const bytes = await changed(workbook(["company"]), "xl/worksheets/tierbook.xml", (xml) =>
      xml.replace(/<t [\s\S]*<\/t>/, "<t>mine</t>"),
    );
    const { store, saved } = open(bytes);
    expect(saved).toBeUndefined();
    expect(store.sheets().map((id) => store.sheetName(id))).toEqual(["Customers", "_tierbook"]);
  });

  test("other programs find nothing in the package that they reject", async () => {
    const store = workbook(["A"]);
    store.setValidation(
      store.sheets()[0]!,
      { top: 0, left: 0, bottom: 0, right: 0 },
      { type: "list", values: ["A", "B"], strict: true },
    );
    const parts = unzipSync(await saveXlsx(store, nothing));
    for (const [path, bytes] of Object.entries(parts)) {
      const xml = strFromU8(bytes);
      expect(xml.startsWith("<?xml"), path).toBe(true);
      expect(xml).not.toContain('xmlns=""');
      expect(xml).not.toContain('errorStyle=""');
    }
  });
});

describe("a file of another program", () => {
  test("a chart is there as far as it can be redrawn, and is named as a loss", async () => {
    const store = workbook(["month", "A"], ["2026-01", 1]);
    const [sheet = ""] = store.sheets();
    const zone = { top: 0, left: 1, bottom: 1, right: 1 };
    const look = { stacked: true, headers: true, xTitle: "month", yTitle: "", legend: "top", points: false } as const;
    const frame = { row: 3, column: 0, offsetX: 0, offsetY: 0, width: 400, height: 200 };
    const series = [{ place: { sheet, zone } }];
    store.insertChart(sheet, { ...look, ...frame, type: "column", series, title: "Orders" });
    const bytes = await changed(store, "xl/worksheets/tierbook.xml", (xml) => xml.replace(/<t [\s\S]*<\/t>/, "<t/>"));
    const { store: again, losses } = open(bytes);
    expect(losses).toEqual([{ kind: "charts", count: 1, what: [] }]);
    expect(again.charts(again.sheets()[0]!)).toMatchObject([{ type: "column", title: "Orders", xTitle: "", row: 3 }]);
  });

  test("a formula that cannot be calculated here keeps its value, and is named", async () => {
    const bytes = await changed(workbook([1, { formula: "=A1+1" }]), SHEET, (xml) =>
      xml.replace(/<f[^>]*>A1\+1<\/f><v>2<\/v>/, "<f>QUERY(A1:A9,&quot;select A&quot;)</f><v>7</v>"),
    );
    const { store, losses } = open(bytes);
    expect(valuesOf(store, 2)).toEqual([[1, 7]]);
    expect(losses).toEqual([{ kind: "formulas", count: 1, what: ["QUERY"] }]);
  });

  test("a formula that was an error there stays a formula", async () => {
    const { store, losses } = await through(workbook([0, { formula: "=1/A1" }]));
    expect(formulaAt(store, 1)).toBe("=1/A1");
    expect(losses).toEqual([]);
  });

  test("what only Google calculates keeps its value, under the name of its function", async () => {
    const google = "IFERROR(__xludf.DUMMYFUNCTION(&quot;CUSTOMER_TIER(A1)&quot;),&quot;B&quot;)";
    const spilled = "IFERROR(__xludf.DUMMYFUNCTION(&quot;&quot;&quot;COMPUTED_VALUE&quot;&quot;&quot;),&quot;C&quot;)";
    const bytes = await changed(workbook([1, { formula: "=A1+1" }, { formula: "=A1+2" }]), SHEET, (xml) =>
      xml
        .replace(/t="n">\s*<f[^>]*>A1\+1<\/f><v>2<\/v>/, `t="str"><f>${google}</f><v>B</v>`)
        .replace(/t="n">\s*<f[^>]*>A1\+2<\/f><v>3<\/v>/, `t="str"><f>${spilled}</f><v>C</v>`),
    );
    const { store, losses } = open(bytes);
    expect(valuesOf(store, 3)).toEqual([[1, "B", "C"]]);
    expect(losses).toEqual([{ kind: "formulas", count: 2, what: ["CUSTOMER_TIER"] }]);
  });
});
