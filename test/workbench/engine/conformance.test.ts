import { describe, expect, test } from "vitest";
import { GridStore } from "../../../workbench/engine/grid-store";
import { makeOdooStore } from "../../../workbench/engine/odoo-node";
import { a1 } from "../../../workbench/runtime/a1";
import type { CellArgument, Chart, Condition, Content, Store, Value, Zone } from "../../../workbench/runtime/store";

const cell = (row: number, column: number): Zone => ({ top: row, left: column, bottom: row, right: column });
const zone = (top: number, left: number, bottom: number, right: number): Zone => ({ top, left, bottom, right });
const given = (value: Value): Content => ({ value });

function write(store: Store, sheet: string, top: number, left: number, rows: readonly (readonly Value[])[]): void {
  const isFormula = (v: Value) => typeof v === "string" && v.startsWith("=");
  const content = (v: Value): Content => (isFormula(v) ? { formula: String(v) } : given(v));
  store.write(
    sheet,
    top,
    left,
    rows.map((line) => line.map(content)),
  );
}

const stores = [
  { name: "the plain grid", make: (): Store => new GridStore("Sheet1", 100, 26) },
  { name: "the engine", make: (): Store => makeOdooStore() },
];

function sheetOf(make: () => Store): { store: Store; sheet: string } {
  const store = make();
  return { store, sheet: store.sheets()[0]! };
}

describe.each(stores)("$name", ({ make }) => {
  test.each<Value>([
    "",
    "Acme Ltd.",
    "00123",
    "=1+1",
    "'quoted",
    "1/2/2024",
    "2024-01-02",
    "12%",
    "$12",
    "1,234",
    "1e5",
    "TRUE",
    "true",
    "10:30",
    "+86 138 0000",
    "-5",
    "@sum",
    "#N/A",
    "  7 ",
    "https://acme.example/a",
    "[a](https://acme.example)",
    "two\nlines",
    "深圳",
    0,
    -1.5,
    45_000.25,
    0.1,
    1e21,
    true,
    false,
  ])("gives a cell's value %j back as it was put in, in a cell of automatic format and in one of text", (value) => {
    const { store, sheet } = sheetOf(make);
    store.write(sheet, 0, 0, [[given(value)]]);
    expect(store.values(sheet, cell(0, 0))).toEqual([[value]]);
    expect(store.formulas(sheet, cell(0, 0))).toEqual([[""]]);
    store.setFormat(sheet, cell(1, 0), "@");
    if (typeof value !== "string") return;
    store.write(sheet, 1, 0, [[given(value)]]);
    expect(store.values(sheet, cell(1, 0))).toEqual([[value]]);
    expect(store.displays(sheet, cell(1, 0))).toEqual([[value]]);
    store.setFormat(sheet, cell(0, 0), "@");
    expect(store.values(sheet, cell(0, 0))).toEqual([[value]]);
  });

  test("keeps a number a number and its format automatic until one is set", () => {
    const { store, sheet } = sheetOf(make);
    write(store, sheet, 0, 0, [[0.5, 45_000]]);
    expect(store.formats(sheet, zone(0, 0, 0, 1))).toEqual([["", ""]]);
    store.setFormats(sheet, 0, 0, [["0.00%", "yyyy-mm-dd"]]);
    expect(store.formats(sheet, zone(0, 0, 0, 1))).toEqual([["0.00%", "yyyy-mm-dd"]]);
    expect(store.displays(sheet, zone(0, 0, 0, 1))).toEqual([["50.00%", "2023-03-15"]]);
    expect(store.values(sheet, zone(0, 0, 0, 1))).toEqual([[0.5, 45_000]]);
  });

  test("keeps the format of a cell that is written again", () => {
    const { store, sheet } = sheetOf(make);
    store.setFormat(sheet, cell(0, 0), "yyyy-mm-dd");
    write(store, sheet, 0, 0, [[45_000]]);
    write(store, sheet, 0, 0, [[45_001]]);
    expect(store.displays(sheet, cell(0, 0))).toEqual([["2023-03-16"]]);
  });

  test.each([
    [1234.5, "#,##0.00", "1,234.50"],
    [1234.5, "0", "1235"],
    [0.256, "0%", "26%"],
    [45_000, "m/d/yyyy", "3/15/2023"],
    [45_000.5, "yyyy-mm-dd hh:mm", "2023-03-15 12:00"],
  ])("shows %d by the format %s as %s", (value, format, shown) => {
    const { store, sheet } = sheetOf(make);
    write(store, sheet, 0, 0, [[value]]);
    store.setFormat(sheet, cell(0, 0), format);
    expect(store.displays(sheet, cell(0, 0))).toEqual([[shown]]);
  });

  test("knows how far the cells reach, and an empty sheet reaches nowhere", () => {
    const { store, sheet } = sheetOf(make);
    expect(store.used(sheet)).toEqual({ rows: 0, columns: 0 });
    write(store, sheet, 4, 2, [["x"]]);
    store.setFormat(sheet, cell(9, 9), "@");
    store.setStyle(sheet, cell(9, 9), { fill: "#ff0000" });
    expect(store.used(sheet)).toEqual({ rows: 5, columns: 3 });
    write(store, sheet, 4, 2, [[""]]);
    expect(store.used(sheet)).toEqual({ rows: 0, columns: 0 });
  });

  test("makes, names, hides, orders and deletes sheets", () => {
    const { store, sheet } = sheetOf(make);
    const orders = store.insertSheet("Orders", 1, 50, 5);
    const first = store.insertSheet("客户", 0, 10, 3);
    expect(store.sheets()).toEqual([first, sheet, orders]);
    expect(store.size(orders)).toEqual({ rows: 50, columns: 5 });
    store.rename(orders, "Orders 2");
    expect(store.sheetName(orders)).toBe("Orders 2");
    store.setHidden(orders, true);
    expect([store.isHidden(orders), store.isHidden(sheet)]).toEqual([true, false]);
    store.moveSheet(first, 2);
    expect(store.sheets()).toEqual([sheet, orders, first]);
    expect(store.isHidden(orders)).toBe(true);
    store.activate(first);
    expect(store.active()).toBe(first);
    store.setTabColor(first, "#1a73e8");
    expect([store.tabColor(first), store.tabColor(sheet)]).toEqual(["#1a73e8", ""]);
    store.deleteSheet(first);
    expect(store.sheets()).toEqual([sheet, orders]);
    expect(store.active()).toBe(sheet);
    store.deleteSheet(orders);
    expect(store.sheets()).toEqual([sheet]);
  });

  test("shows a hidden sheet that is gone to", () => {
    const { store } = sheetOf(make);
    const other = store.insertSheet("Other", 1, 20, 5);
    store.setHidden(other, true);
    store.activate(other);
    expect([store.active(), store.isHidden(other)]).toEqual([other, false]);
  });

  test("remembers what is selected", () => {
    const { store, sheet } = sheetOf(make);
    const other = store.insertSheet("Other", 1, 20, 5);
    store.select(other, zone(2, 1, 3, 2));
    expect(store.selection()).toEqual({ sheet: other, zone: zone(2, 1, 3, 2) });
    store.activate(sheet);
    expect(store.selection().sheet).toBe(sheet);
  });

  test("keeps styles that say nothing of each other apart", () => {
    const { store, sheet } = sheetOf(make);
    store.setStyle(sheet, zone(0, 0, 1, 1), { fill: "#ff0000", bold: true });
    store.setStyles(sheet, 0, 0, [[{ color: "#00ff00" }, { bold: false }]]);
    store.setStyle(sheet, cell(1, 0), { fill: "", italic: true, strikethrough: true, wrap: true, align: "center" });
    const [[a, b], [c, d]] = store.styles(sheet, zone(0, 0, 1, 1)) as [[object, object], [object, object]];
    expect(a).toMatchObject({ fill: "#ff0000", color: "#00ff00", bold: true });
    expect(b).toMatchObject({ fill: "#ff0000", bold: false });
    expect(c).toMatchObject({ bold: true, italic: true, strikethrough: true, wrap: true, align: "center" });
    expect((c as { fill?: string }).fill ?? "").toBe("");
    expect(d).toMatchObject({ fill: "#ff0000", bold: true });
  });

  test("clears contents or formats, each without the other", () => {
    const { store, sheet } = sheetOf(make);
    write(store, sheet, 0, 0, [[1, 2]]);
    store.setFormat(sheet, zone(0, 0, 0, 1), "0.00");
    store.setStyle(sheet, zone(0, 0, 0, 1), { fill: "#ff0000" });
    store.clear(sheet, cell(0, 0), { contents: true, formats: false });
    store.clear(sheet, cell(0, 1), { contents: false, formats: true });
    expect(store.values(sheet, zone(0, 0, 0, 1))).toEqual([["", 2]]);
    expect(store.formats(sheet, zone(0, 0, 0, 1))).toEqual([["0.00", ""]]);
    expect(store.styles(sheet, zone(0, 0, 0, 1)).map((line) => line.map((s) => s.fill ?? ""))).toEqual([
      ["#ff0000", ""],
    ]);
  });

  test("keeps a note with its cell when rows are put above it", () => {
    const { store, sheet } = sheetOf(make);
    store.setNote(sheet, 2, 1, "asked twice");
    store.insertRows(sheet, 1, 3);
    expect(store.note(sheet, 5, 1)).toBe("asked twice");
    expect(store.note(sheet, 2, 1)).toBe("");
    expect(store.notes(sheet)).toEqual([{ row: 5, column: 1, text: "asked twice" }]);
    store.setNote(sheet, 5, 1, "");
    expect(store.note(sheet, 5, 1)).toBe("");
  });

  describe("developer metadata", () => {
    const pinned = (store: Store, sheet: string) => {
      store.addPin({ key: "k", value: "tier", visibility: "DOCUMENT", on: "column", sheet, at: 4 });
      store.addPin({ key: "k", value: "header", visibility: "PROJECT", on: "row", sheet, at: 4 });
    };
    const places = (store: Store) => store.pins().map((p) => `${p.value}@${p.at}`);

    test.each<[string, (store: Store, sheet: string) => void, string[]]>([
      ["columns before", (s, id) => s.insertColumns(id, 1, 2), ["tier@6", "header@4"]],
      ["a column right before", (s, id) => s.insertColumns(id, 4, 1), ["tier@5", "header@4"]],
      ["a column right after", (s, id) => s.insertColumns(id, 5, 1), ["tier@4", "header@4"]],
      ["a column at the end", (s, id) => s.insertColumns(id, s.size(id).columns, 1), ["tier@4", "header@4"]],
      ["rows before", (s, id) => s.insertRows(id, 0, 3), ["tier@4", "header@7"]],
      ["rows at the end", (s, id) => s.insertRows(id, s.size(id).rows, 3), ["tier@4", "header@4"]],
      ["a column before taken away", (s, id) => s.deleteColumns(id, 0, 1), ["tier@3", "header@4"]],
      ["its own column taken away", (s, id) => s.deleteColumns(id, 3, 3), ["header@4"]],
      ["its own row taken away", (s, id) => s.deleteRows(id, 4, 1), ["tier@4"]],
      ["its column moved left", (s, id) => s.moveColumns(id, 4, 1, 1), ["tier@1", "header@4"]],
      ["its column moved right", (s, id) => s.moveColumns(id, 4, 1, 8), ["tier@7", "header@4"]],
      ["its column moved to the end", (s, id) => s.moveColumns(id, 4, 1, s.size(id).columns), ["tier@25", "header@4"]],
      ["a column moved over it", (s, id) => s.moveColumns(id, 0, 2, 9), ["tier@2", "header@4"]],
      ["a column moved before it", (s, id) => s.moveColumns(id, 9, 1, 2), ["tier@5", "header@4"]],
      ["its row moved down", (s, id) => s.moveRows(id, 4, 2, 9), ["tier@4", "header@7"]],
    ])("follows: %s", (_, change, expected) => {
      const { store, sheet } = sheetOf(make);
      pinned(store, sheet);
      change(store, sheet);
      expect(places(store)).toEqual(expected);
    });

    test("on a sheet or the spreadsheet stays; on a deleted sheet it goes", () => {
      const { store } = sheetOf(make);
      const other = store.insertSheet("Other", 1, 10, 3);
      const all = store.addPin({ key: "a", value: "1", visibility: "DOCUMENT", on: "spreadsheet" });
      store.addPin({ key: "b", value: "2", visibility: "DOCUMENT", on: "sheet", sheet: other });
      store.addPin({ key: "c", value: "3", visibility: "DOCUMENT", on: "column", sheet: other, at: 2 });
      expect(store.pins().map((p) => p.key)).toEqual(["a", "b", "c"]);
      store.deleteSheet(other);
      expect(store.pins().map((p) => p.id)).toEqual([all]);
      store.removePin(all);
      expect(store.pins()).toEqual([]);
    });
  });

  describe("charts", () => {
    const place = (sheet: string, column: number) => ({ sheet, zone: zone(1, column, 9, column) });
    const columns = (sheet: string): Chart => ({
      type: "column",
      stacked: true,
      headers: true,
      labels: place(sheet, 1),
      series: [{ place: place(sheet, 2), color: "#0b8043" }, { place: place(sheet, 3) }],
      title: "Customers by tier",
      xTitle: "month",
      yTitle: "客户",
      legend: "right",
      points: false,
      row: 4,
      column: 6,
      offsetX: 7,
      offsetY: 3,
      width: 480,
      height: 300,
    });
    const lines = (sheet: string): Chart => ({
      ...columns(sheet),
      type: "line",
      stacked: false,
      headers: false,
      points: true,
      legend: "none",
      series: [{ place: place(sheet, 2), name: "A" }],
      yMin: 0,
      yMax: 50,
      background: "#fff2cc",
    });
    const charts = (store: Store, sheet: string) => store.charts(sheet).map(({ id: _, ...chart }) => chart);

    test("come back as they were put there, in their order, from the sheet that they are on", () => {
      const { store, sheet } = sheetOf(make);
      const other = store.insertSheet("My orders", 1, 40, 10);
      const { labels: _, ...unlabelled } = columns(other);
      store.insertChart(other, unlabelled);
      const [first, second] = [store.insertChart(sheet, columns(sheet)), store.insertChart(sheet, lines(other))];
      expect(charts(store, sheet)).toEqual([columns(sheet), lines(other)]);
      expect(charts(store, other)).toEqual([unlabelled]);
      expect(store.charts(sheet).map(({ id }) => id)).toEqual([first, second]);
      expect(first).not.toBe(second);
    });

    test("are changed in all they have, and taken away", () => {
      const { store, sheet } = sheetOf(make);
      const changing = store.insertChart(sheet, columns(sheet));
      const going = store.insertChart(sheet, columns(sheet));
      const changed: Chart = { ...lines(sheet), row: 20, column: 0, offsetX: 0, offsetY: 0, width: 700, title: "" };
      store.updateChart(sheet, changing, changed);
      store.removeChart(sheet, going);
      expect(store.charts(sheet)).toEqual([{ ...changed, id: changing }]);
      store.updateChart(sheet, changing, changed);
      expect(charts(store, sheet)).toEqual([changed]);
    });

    test.each<[string, (store: Store, sheet: string) => void, string]>([
      ["rows above", (s, id) => s.insertRows(id, 0, 2), "6:6 B4:B12 C4:C12 D4:D12"],
      ["rows right above its corner", (s, id) => s.insertRows(id, 4, 1), "5:6 B2:B11 C2:C11 D2:D11"],
      ["rows below its corner, within the series", (s, id) => s.insertRows(id, 5, 3), "4:6 B2:B13 C2:C13 D2:D13"],
      ["rows below the series", (s, id) => s.insertRows(id, 10, 1), "4:6 B2:B10 C2:C10 D2:D10"],
      ["a column before all", (s, id) => s.insertColumns(id, 0, 1), "4:7 C2:C10 D2:D10 E2:E10"],
      ["a column between the series", (s, id) => s.insertColumns(id, 3, 1), "4:7 B2:B10 C2:C10 E2:E10"],
      ["rows above taken away", (s, id) => s.deleteRows(id, 0, 1), "3:6 B1:B9 C1:C9 D1:D9"],
      ["the row of its corner taken away", (s, id) => s.deleteRows(id, 3, 3), "3:6 B2:B7 C2:C7 D2:D7"],
      ["the column of its corner taken away", (s, id) => s.deleteColumns(id, 5, 2), "4:5 B2:B10 C2:C10 D2:D10"],
      ["a series taken away", (s, id) => s.deleteColumns(id, 2, 1), "4:5 B2:B10 C2:C10"],
      ["its labels taken away", (s, id) => s.deleteColumns(id, 1, 1), "4:5 - B2:B10 C2:C10"],
      ["a column of other things taken away", (s, id) => s.deleteColumns(id, 8, 1), "4:6 B2:B10 C2:C10 D2:D10"],
      ["a series moved", (s, id) => s.moveColumns(id, 2, 1, 6), "4:6 B2:B10 F2:F10 C2:C10"],
      ["the column of its corner moved", (s, id) => s.moveColumns(id, 6, 1, 12), "4:11 B2:B10 C2:C10 D2:D10"],
      ["the rows of its series moved", (s, id) => s.moveRows(id, 1, 9, 30), "24:6 B22:B30 C22:C30 D22:D30"],
      ["the sheet's name", (s, id) => s.rename(id, "Back test 2"), "4:6 B2:B10 C2:C10 D2:D10"],
    ])("follow: %s", (_, change, expected) => {
      const { store, sheet } = sheetOf(make);
      store.insertChart(sheet, columns(sheet));
      change(store, sheet);
      const { row, column, labels, series } = store.charts(sheet)[0]!;
      const places = [labels, ...series.map((s) => s.place)].map((p) => (p ? a1(p.zone) : "-"));
      expect(`${row}:${column} ${places.join(" ")}`).toBe(expected);
    });

    test("follow the rows of another sheet that their series are on", () => {
      const { store, sheet } = sheetOf(make);
      const data = store.insertSheet("My data", 1, 40, 10);
      store.insertChart(sheet, columns(data));
      store.insertRows(data, 0, 1);
      store.insertRows(sheet, 50, 1);
      const [chart] = store.charts(sheet);
      expect(chart).toMatchObject({ row: 4, labels: { sheet: data, zone: zone(2, 1, 10, 1) } });
    });

    test("go with the sheet that they are on, and lose the series that were on it", () => {
      const { store, sheet } = sheetOf(make);
      const other = store.insertSheet("Other", 1, 40, 10);
      store.insertChart(other, columns(sheet));
      store.insertChart(sheet, { ...columns(sheet), series: [{ place: place(sheet, 2) }, { place: place(other, 3) }] });
      store.deleteSheet(other);
      expect(store.charts(sheet).map((chart) => chart.series)).toEqual([[{ place: place(sheet, 2) }]]);
    });

    test("stay on the sheet when its last rows and columns are taken away", () => {
      const { store, sheet } = sheetOf(make);
      store.insertChart(sheet, { ...columns(sheet), row: 95, column: 25 });
      store.deleteRows(sheet, 90, 10);
      store.deleteColumns(sheet, 20, 6);
      const [{ row, column } = { row: 90, column: 20 }] = store.charts(sheet);
      expect([row < 90, column < 20]).toEqual([true, true]);
    });

    test("stay when the cells are cleared", () => {
      const { store, sheet } = sheetOf(make);
      store.insertChart(sheet, columns(sheet));
      store.clear(sheet, zone(0, 0, 99, 25), { contents: true, formats: true });
      expect(charts(store, sheet)).toEqual([columns(sheet)]);
    });
  });

  test("moves a column with all that is in it", () => {
    const { store, sheet } = sheetOf(make);
    write(store, sheet, 0, 0, [["a", "b", "c", "d"]]);
    store.setStyle(sheet, cell(0, 0), { fill: "#ff0000" });
    store.setFormat(sheet, cell(1, 0), "@");
    store.setColumnWidth(sheet, 0, 222);
    store.hideColumns(sheet, 0, 1, true);
    store.moveColumns(sheet, 0, 1, 3);
    expect(store.values(sheet, zone(0, 0, 0, 3))).toEqual([["b", "c", "a", "d"]]);
    expect(store.styles(sheet, cell(0, 2))[0]![0]!.fill).toBe("#ff0000");
    expect(store.formats(sheet, cell(1, 2))).toEqual([["@"]]);
    expect(store.columnWidth(sheet, 2)).toBe(222);
    expect([0, 1, 2, 3].map((c) => store.isColumnHidden(sheet, c))).toEqual([false, false, true, false]);
  });

  test("moves columns of a hidden sheet and leaves it hidden", () => {
    const { store, sheet } = sheetOf(make);
    const hidden = store.insertSheet("Hidden", 1, 10, 4);
    write(store, hidden, 0, 0, [["a", "b", "c"]]);
    store.setHidden(hidden, true);
    store.moveColumns(hidden, 2, 1, 0);
    expect(store.values(hidden, zone(0, 0, 0, 2))).toEqual([["c", "a", "b"]]);
    expect([store.active(), store.isHidden(hidden)]).toEqual([sheet, true]);
  });

  test("sorts rows with formats, fills, notes and the rows that formulas mean", () => {
    const { store, sheet } = sheetOf(make);
    write(store, sheet, 0, 0, [
      ["b", "=A1"],
      ["a", "=A2"],
      ["c", "=A3"],
    ]);
    store.setStyle(sheet, cell(0, 0), { fill: "#ff0000" });
    store.setNote(sheet, 0, 0, "first");
    store.addPin({ key: "k", value: "", visibility: "DOCUMENT", on: "row", sheet, at: 0 });
    store.reorderRows(sheet, zone(0, 0, 2, 1), [1, 0, 2]);
    expect(store.values(sheet, zone(0, 0, 2, 1))).toEqual([
      ["a", "a"],
      ["b", "b"],
      ["c", "c"],
    ]);
    expect(store.styles(sheet, zone(0, 0, 1, 0)).map(([s]) => s!.fill ?? "")).toEqual(["", "#ff0000"]);
    expect([store.note(sheet, 0, 0), store.note(sheet, 1, 0)]).toEqual(["", "first"]);
    expect(store.pins()[0]!.at).toBe(0);
  });

  test("takes rows and columns away and lets formulas follow", () => {
    const { store, sheet } = sheetOf(make);
    write(store, sheet, 0, 0, [
      [1, 2, "=A3"],
      [3, 4, ""],
      [5, 6, ""],
    ]);
    store.deleteRows(sheet, 1, 1);
    expect(store.formulas(sheet, cell(0, 2))).toEqual([["=A2"]]);
    store.insertColumns(sheet, 0, 1);
    expect(store.values(sheet, zone(0, 0, 1, 3))).toEqual([
      ["", 1, 2, 5],
      ["", 5, 6, ""],
    ]);
    expect(store.size(sheet)).toEqual({ rows: 99, columns: 27 });
  });

  test.each([
    ["before", "@", "#ff0000"],
    ["after", "0.00", "#00ff00"],
    [undefined, "0.00", "#00ff00"],
  ] as const)("lets what is inserted look like the neighbour %s", (like, format, fill) => {
    const { store, sheet } = sheetOf(make);
    store.setFormats(sheet, 1, 1, [["@", "0.00"]]);
    store.setStyles(sheet, 1, 1, [[{ fill: "#ff0000" }, { fill: "#00ff00" }]]);
    store.insertColumns(sheet, 2, 2, like);
    expect(store.formats(sheet, zone(1, 1, 1, 4))).toEqual([["@", format, format, "0.00"]]);
    expect(store.styles(sheet, cell(1, 3))[0]![0]!.fill).toBe(fill);
    store.insertRows(sheet, 2, 1, "before");
    expect(store.formats(sheet, zone(2, 1, 2, 4))).toEqual([["@", format, format, "0.00"]]);
    store.insertRows(sheet, 1, 1, "before");
    expect(store.formats(sheet, zone(1, 1, 1, 4))).toEqual([["", "", "", ""]]);
  });

  describe("conditional format rules", () => {
    const conditions: Condition[] = [
      { type: "text_equal", text: "A" },
      { type: "text_contains", text: "逾期" },
      { type: "number_greater", value: 5 },
      { type: "number_less", value: -0.5 },
      { type: "number_between", low: 1, high: 2 },
      { type: "empty" },
      { type: "not_empty" },
      { type: "formula", formula: '=$A1="A"' },
    ];

    test("come back in their order, as they were set", () => {
      const { store, sheet } = sheetOf(make);
      const rules = conditions.map((condition, i) => ({
        condition,
        style: { fill: "#ff0000", color: "#00ff00", bold: i % 2 === 0 },
        zones: [zone(0, i, 5, i), zone(7, i, 8, i)],
      }));
      store.setRules(sheet, rules);
      expect(store.rules(sheet)).toEqual(rules);
      store.setRules(sheet, [...store.rules(sheet)].reverse());
      expect(store.rules(sheet)).toEqual([...rules].reverse());
      store.setRules(sheet, []);
      expect(store.rules(sheet)).toEqual([]);
    });

    test("follow the columns, and go with the last of them", () => {
      const { store, sheet } = sheetOf(make);
      const condition = conditions[0]!;
      store.setRules(sheet, [{ condition, style: { fill: "#ff0000" }, zones: [zone(1, 2, 5, 2)] }]);
      store.insertColumns(sheet, 0, 1);
      expect(store.rules(sheet)[0]!.zones).toEqual([zone(1, 3, 5, 3)]);
      store.deleteColumns(sheet, 3, 1);
      expect(store.rules(sheet)).toEqual([]);
    });

    test("that reach the last row reach the rows added below", () => {
      const { store, sheet } = sheetOf(make);
      store.setRules(sheet, [{ condition: conditions[0]!, style: { fill: "#ff0000" }, zones: [zone(1, 2, 99, 2)] }]);
      store.insertRows(sheet, 100, 50);
      expect(store.rules(sheet)[0]!.zones).toEqual([zone(1, 2, 149, 2)]);
    });
  });

  test("freezes, hides, sizes and groups", () => {
    const { store, sheet } = sheetOf(make);
    store.freezeRows(sheet, 2);
    store.freezeColumns(sheet, 1);
    expect([store.frozenRows(sheet), store.frozenColumns(sheet)]).toEqual([2, 1]);
    store.freezeRows(sheet, 0);
    store.freezeColumns(sheet, 0);
    expect([store.frozenRows(sheet), store.frozenColumns(sheet)]).toEqual([0, 0]);
    store.hideRows(sheet, 3, 2, true);
    expect([2, 3, 4, 5].map((r) => store.isRowHidden(sheet, r))).toEqual([false, true, true, false]);
    store.hideRows(sheet, 4, 1, false);
    expect([3, 4].map((r) => store.isRowHidden(sheet, r))).toEqual([true, false]);
    store.setColumnWidth(sheet, 2, 240);
    expect(store.columnWidth(sheet, 2)).toBe(240);
    store.groupRows(sheet, 10, 12, true);
    store.groupRows(sheet, 20, 21, false);
    store.insertRows(sheet, 0, 1);
    const groups = [
      { from: 11, to: 13, folded: true },
      { from: 21, to: 22, folded: false },
    ];
    expect(store.rowGroups(sheet)).toEqual(groups);
    expect(store.isRowHidden(sheet, 12)).toBe(true);
    store.groupRows(sheet, 11, 13, false);
    expect(store.isRowHidden(sheet, 12)).toBe(false);
    store.ungroupRows(sheet, 21, 22);
    expect(store.rowGroups(sheet)).toEqual([{ from: 11, to: 13, folded: false }]);
  });

  test("keeps a filter, and the choices of cells", () => {
    const { store, sheet } = sheetOf(make);
    write(store, sheet, 0, 0, [
      ["Name", "Tier"],
      ["a", "A"],
    ]);
    expect(store.filter(sheet)).toBeUndefined();
    store.setFilter(sheet, zone(0, 0, 1, 1));
    expect(store.filter(sheet)).toEqual(zone(0, 0, 1, 1));
    store.setFilter(sheet, undefined);
    expect(store.filter(sheet)).toBeUndefined();
    const list = { type: "list", values: ["A", "B"], strict: true, help: "Choose" } as const;
    store.setValidation(sheet, zone(1, 1, 2, 1), list);
    store.setValidation(sheet, cell(2, 1), { type: "checkbox", strict: false });
    expect(store.validations(sheet, zone(1, 1, 3, 1))).toEqual([
      [list],
      [{ type: "checkbox", strict: false }],
      [undefined],
    ]);
    store.setValidation(sheet, cell(1, 1), undefined);
    expect(store.validations(sheet, cell(1, 1))).toEqual([[undefined]]);
  });

  test("names ranges, whatever the case of the name, and lets them follow", () => {
    const { store, sheet } = sheetOf(make);
    store.setName("TIERBOOK_DAY", sheet, cell(3, 1));
    store.setName("tierbook_day", sheet, cell(4, 1));
    expect(store.names()).toHaveLength(1);
    store.insertRows(sheet, 0, 2);
    expect(store.name("Tierbook_Day")).toEqual({ sheet, zone: cell(6, 1) });
    store.removeName("TIERBOOK_DAY");
    expect(store.name("TIERBOOK_DAY")).toBeUndefined();
  });

  describe("functions in cells", () => {
    const isDay = (a: unknown): a is { serial: number } => typeof a === "object" && a !== null && "serial" in a;

    test("get scalars for single cells, rows for ranges, blanks as empty text, days as serials", () => {
      const { store, sheet } = sheetOf(make);
      const seen: unknown[] = [];
      store.registerFunction("PROBE", (args) => {
        seen.push(args);
        return { value: args.length };
      });
      write(store, sheet, 0, 0, [
        ["x", 45_000, ""],
        [1, "y", true],
      ]);
      store.setFormat(sheet, cell(0, 1), "yyyy-mm-dd");
      write(store, sheet, 0, 3, [['=PROBE(A1,B1,A1:C2,"t",5,C1)']]);
      expect(store.values(sheet, cell(0, 3))).toEqual([[6]]);
      const day = { serial: 45_000 };
      expect(seen.at(-1)).toEqual([
        "x",
        day,
        [
          ["x", day, ""],
          [1, "y", true],
        ],
        "t",
        5,
        "",
      ]);
    });

    test("spill over empty cells, count as used, and are not formulas there", () => {
      const { store, sheet } = sheetOf(make);
      store.registerFunction("TWICE", ([rows]) => ({
        values: (rows as readonly (readonly CellArgument[])[]).map(([v]) => [
          Number(isDay(v) ? v.serial : v) * 2,
          "ok",
        ]),
      }));
      write(store, sheet, 0, 0, [[1], [2], [3]]);
      write(store, sheet, 0, 1, [["=TWICE(A1:A3)"]]);
      expect(store.values(sheet, zone(0, 1, 2, 2))).toEqual([
        [2, "ok"],
        [4, "ok"],
        [6, "ok"],
      ]);
      expect(store.used(sheet)).toEqual({ rows: 3, columns: 3 });
      expect(store.formulas(sheet, zone(0, 1, 1, 1))).toEqual([["=TWICE(A1:A3)"], [""]]);
      write(store, sheet, 1, 0, [[20]]);
      expect(store.values(sheet, cell(1, 1))).toEqual([[40]]);
      write(store, sheet, 2, 2, [["in the way"]]);
      expect(store.values(sheet, zone(0, 1, 2, 2))).toEqual([
        ["#REF!", ""],
        ["", ""],
        ["", "in the way"],
      ]);
    });

    test("may read what another one spills further down, and a circle of them ends", () => {
      const { store, sheet } = sheetOf(make);
      store.registerFunction("LIST", () => ({ values: [[1], [2], [3]] }));
      store.registerFunction("PLUS", (args) => ({ value: args.reduce<number>((sum, a) => sum + Number(a), 0) }));
      write(store, sheet, 0, 0, [["=PLUS(A5,A6,A7)"], [""], [""], [""], ["=LIST()"]]);
      expect(store.values(sheet, cell(0, 0))).toEqual([[6]]);
      write(store, sheet, 0, 2, [["=D1", "=C1"]]);
      expect(store.values(sheet, zone(0, 2, 0, 3))).toEqual([["#REF!", "#REF!"]]);
    });

    test("that fail show #ERROR! and keep the sentence", () => {
      const { store, sheet } = sheetOf(make);
      store.registerFunction("FAILS", () => ({ error: "Row 2 has no amount." }));
      write(store, sheet, 0, 0, [["=FAILS(B1)"]]);
      expect(store.values(sheet, cell(0, 0))).toEqual([["#ERROR!"]]);
      expect(store.message(sheet, 0, 0)).toBe("Row 2 has no amount.");
      expect(store.message(sheet, 0, 1)).toBe("");
    });

    test("that give days show days", () => {
      const { store, sheet } = sheetOf(make);
      store.registerFunction("DUE", () => ({ value: { serial: 45_000 } }));
      write(store, sheet, 0, 0, [["=DUE()"]]);
      expect(store.displays(sheet, cell(0, 0))).toEqual([["2023-03-15"]]);
      expect(store.formats(sheet, cell(0, 0))).toEqual([["yyyy-mm-dd"]]);
    });

    test("may read each other, other sheets and names; registered again they are new", () => {
      const { store, sheet } = sheetOf(make);
      const other = store.insertSheet("My orders", 1, 10, 3);
      write(store, other, 0, 0, [[7]]);
      store.setName("DAY", other, cell(0, 0));
      store.registerFunction("PLUS", (args) => ({ value: args.reduce<number>((sum, a) => sum + Number(a), 0) }));
      write(store, sheet, 0, 0, [["=PLUS(B1,1)", "='My orders'!A1", "=PLUS('My orders'!A1,DAY)"]]);
      expect(store.values(sheet, zone(0, 0, 0, 2))).toEqual([[8, 7, 14]]);
      store.registerFunction("PLUS", () => ({ value: "new" }));
      expect(store.values(sheet, cell(0, 0))).toEqual([["new"]]);
    });

    test("of one workbook are not those of another", () => {
      const one = sheetOf(make);
      const two = sheetOf(make);
      one.store.registerFunction("WHOSE", () => ({ value: "one" }));
      two.store.registerFunction("WHOSE", () => ({ value: "two" }));
      write(one.store, one.sheet, 0, 0, [["=WHOSE()"]]);
      write(two.store, two.sheet, 0, 0, [["=WHOSE()"]]);
      expect(one.store.values(one.sheet, cell(0, 0))).toEqual([["one"]]);
      expect(two.store.values(two.sheet, cell(0, 0))).toEqual([["two"]]);
    });

    test("that nobody registered are unknown", () => {
      const { store, sheet } = sheetOf(make);
      write(store, sheet, 0, 0, [["=NOBODY_KNOWS(A2)"]]);
      expect(store.values(sheet, cell(0, 0))[0]![0]).toMatch(/^#(NAME\?|ERROR!)$/);
    });
  });
});
