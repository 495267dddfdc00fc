import { describe, expect, test } from "vitest";
import { vmRealm } from "../../../workbench/engine/node-addon";
import { makeOdooStore } from "../../../workbench/engine/odoo-node";
import { loadAddon } from "../../../workbench/runtime/addon";
import { createRuntime } from "../../../workbench/runtime/runtime";
import type { Chart, PlacedChart } from "../../../workbench/runtime/store";
import { desk, scopes, script, scripted } from "./desk";

const table = `sheet.getRange("A1:C3").setValues([["Month", "A", "B"], ["2026-01", 1, 2], ["2026-02", 3, 4]]);`;
const stacked = `sheet.newChart().asColumnChart().addRange(sheet.getRange("A1:C3")).setPosition(2, 5, 0, 0)`;
const put = (builder: string) => `${table} sheet.insertChart(${builder}.build());`;

/** The chart that a script of this body leaves on the first sheet. */
function left(body: string): Omit<PlacedChart, "id"> {
  const d = desk(script(body));
  d.addon.rpc("go");
  const [{ id: _, ...chart }] = d.store.charts(d.store.sheets()[0]!) as unknown as [PlacedChart];
  return chart;
}

const cells = (chart: Pick<Chart, "labels" | "series">) =>
  [chart.labels, ...chart.series.map(({ place }) => place)].map((p) => (p ? [p.zone.left, p.zone.top] : null));

describe("a chart that a script puts on a sheet", () => {
  test("takes its first column for the labels and each other one for a series", () => {
    const chart = left(
      put(`${stacked}.setStacked().setTitle("Customers").setXAxisTitle("Month").setYAxisTitle("客户")
      .setColors(["#0b8043", "red"]).setOption("width", 480).setOption("height", 300)`),
    );
    expect(chart).toMatchObject({
      type: "column",
      stacked: true,
      headers: true,
      title: "Customers",
      xTitle: "Month",
      yTitle: "客户",
      legend: "right",
      row: 1,
      column: 4,
      width: 480,
      height: 300,
    });
    expect(cells(chart)).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
    ]);
    expect(chart.series.map(({ color }) => color)).toEqual(["#0b8043", "#ff0000"]);
  });

  test("is as large as Google's and stands in the first cell where nothing is said", () => {
    const chart = left(put(`sheet.newChart().setChartType(Charts.ChartType.LINE).addRange(sheet.getRange("A1:C3"))`));
    expect(chart).toMatchObject({ type: "line", row: 0, column: 0, width: 600, height: 371, points: false, title: "" });
  });

  test.each<[string, string, (number[] | null)[]]>([
    [
      "a column named twice",
      `.addRange(sheet.getRange("B1:B3"))`,
      [
        [0, 0],
        [1, 0],
        [2, 0],
      ],
    ],
    [
      "a range named twice",
      `.addRange(sheet.getRange("A1:C3"))`,
      [
        [0, 0],
        [1, 0],
        [2, 0],
      ],
    ],
    [
      "one more column",
      `.addRange(sheet.getRange("E1:E3"))`,
      [
        [0, 0],
        [1, 0],
        [2, 0],
        [4, 0],
      ],
    ],
    ["one column only", `.clearRanges().addRange(sheet.getRange("B1:B3"))`, [null, [1, 0]]],
    [
      "a range taken away",
      `.addRange(sheet.getRange("E1:F3")).removeRange(sheet.getRange("A1:C3"))`,
      [
        [4, 0],
        [5, 0],
      ],
    ],
    ["no first column", `.setOption("useFirstColumnAsDomain", false)`, [null, [0, 0], [1, 0], [2, 0]]],
  ])("has the series of its ranges: %s", (_, more, expected) => {
    expect(cells(left(put(stacked + more)))).toEqual(expected);
  });

  test.each([
    ["texts on top", "", true],
    ["numbers on top", `.clearRanges().addRange(sheet.getRange("A2:C3"))`, false],
    ["nothing on top", `.clearRanges().addRange(sheet.getRange("E1:F3"))`, false],
    ["headers that are said to be there", `.clearRanges().addRange(sheet.getRange("A2:C3")).setNumHeaders(1)`, true],
    ["headers that are said not to be there", `.setNumHeaders(0)`, false],
    ["headers to be looked for again", `.setNumHeaders(0).setNumHeaders(-1)`, true],
  ])("finds its headers: %s", (_, more, expected) => {
    expect(left(put(stacked + more)).headers).toBe(expected);
  });

  test.each<[string, Partial<Chart>]>([
    [`.setOption("title", "A")`, { title: "A" }],
    [`.setOption("isStacked", true)`, { stacked: true }],
    [`.setOption("isStacked", "absolute")`, { stacked: true }],
    [`.setStacked().setOption("isStacked", "false")`, { stacked: false }],
    [`.setOption("legend", { position: "bottom" })`, { legend: "bottom" }],
    [`.setOption("legend", "none")`, { legend: "none" }],
    [`.setOption("legend.position", "top")`, { legend: "top" }],
    [`.setLegendPosition(Charts.Position.NONE)`, { legend: "none" }],
    [`.setOption("hAxis", { title: "x" }).setOption("vAxis.title", "y")`, { xTitle: "x", yTitle: "y" }],
    [`.setOption("vAxis", { viewWindow: { min: 0, max: 9 } })`, { yMin: 0, yMax: 9 }],
    [`.setOption("vAxis.minValue", 1).setOption("vAxis.maxValue", 2)`, { yMin: 1, yMax: 2 }],
    [`.setRange(0, 100)`, { yMin: 0, yMax: 100 }],
    [`.setBackgroundColor("#fff2cc")`, { background: "#fff2cc" }],
    [`.asLineChart().setOption("pointSize", 5)`, { type: "line", points: true }],
    [`.asLineChart().setOption("pointSize", 0)`, { points: false }],
    [`.asLineChart().setPointStyle(Charts.PointStyle.LARGE)`, { points: true }],
    [`.asLineChart().setPointStyle(Charts.PointStyle.NONE)`, { points: false }],
    // Google has no lines on top of each other, and no dots on columns.
    [`.setStacked().asLineChart()`, { type: "line", stacked: false }],
    [`.setOption("pointSize", 5)`, { type: "column", points: false }],
    [`.setPosition(3, 4, 5, 6)`, { row: 2, column: 3, offsetX: 5, offsetY: 6 }],
    [
      `.setMergeStrategy(Charts.ChartMergeStrategy.MERGE_COLUMNS).setTransposeRowsAndColumns(false)
        .setHiddenDimensionStrategy(Charts.ChartHiddenDimensionStrategy.IGNORE_BOTH)`,
      { type: "column" },
    ],
  ])("takes %s", (more, expected) => {
    expect(left(put(stacked + more))).toMatchObject(expected);
  });

  test("has colours and names for single series", () => {
    const chart = left(put(`${stacked}.setOption("series", { 1: { color: "#111111", labelInLegend: "Tier B" } })`));
    const [first, second] = chart.series;
    expect([first?.color, first?.name, second?.color, second?.name]).toEqual([
      undefined,
      undefined,
      "#111111",
      "Tier B",
    ]);
  });

  test("may draw what stands on another sheet", () => {
    const d = desk(
      script(`const data = ss.insertSheet("Data"); sheet.insertChart(sheet.newChart().asLineChart()
        .addRange(data.getRange("A1:B9")).build());
        return sheet.getCharts()[0].getRanges().map((r) => [r.getSheet().getName(), r.getA1Notation()]);`),
    );
    expect(d.addon.rpc("go")).toEqual([["Data", "A1:B9"]]);
  });
});

describe("a chart that a script finds", () => {
  const stores = [
    { name: "the plain grid", make: () => desk().store },
    { name: "the engine", make: () => makeOdooStore() },
  ];
  const told = `const tell = (c) => { const at = c.getContainerInfo(); const o = c.getOptions(); return [String(c),
    c.getRanges().map((r) => r.getA1Notation()), at.getAnchorRow(), at.getAnchorColumn(), at.getOffsetX(), at.getOffsetY(),
    c.getNumHeaders(), o.get("title"), o.get("width"), o.get("isStacked"), o.get("colors"), c.modify().getChartType().toString()]; };`;

  test.each(stores)("in $name tells what it is", ({ make }) => {
    const body = `${told} ${put(`${stacked}.setStacked().setTitle("客户").setColors(["#111111", "#222222"])`)}
      sheet.insertRowsBefore(1, 2); sheet.insertColumnsBefore(3, 1); return sheet.getCharts().map(tell);`;
    expect(scripted(body, { store: make() })).toEqual([
      ["EmbeddedChart", ["A3:B5", "D3:D5"], 4, 6, 0, 0, 1, "客户", 600, true, ["#111111", "#222222"], "COLUMN"],
    ]);
  });

  test.each(stores)("in $name is changed where the change is saved, and only then", ({ make }) => {
    const body = `${put(stacked)} const [chart] = sheet.getCharts();
      const changed = chart.modify().asLineChart().setTitle("Mean").clearRanges().addRange(sheet.getRange("A1:B3"))
        .setOption("width", 700).setPosition(9, 1, 2, 3).build();
      const title = () => sheet.getCharts().map((c) => c.getOptions().get("title"));
      const before = title(); sheet.updateChart(changed); const [now] = sheet.getCharts();
      return [before, title(), now.getChartId() === chart.getChartId(), now.getRanges().map((r) => r.getA1Notation()),
        now.getContainerInfo().getAnchorRow(), now.getOptions().get("width"), String(now.modify().getChartType())];`;
    expect(scripted(body, { store: make() })).toEqual([[""], ["Mean"], true, ["A1:B3"], 9, 700, "LINE"]);
  });

  test.each(stores)("in $name is taken away, and then is no longer there", ({ make }) => {
    const body = `${put(stacked)} sheet.insertChart(${stacked}.build()); const [first, second] = sheet.getCharts();
      sheet.removeChart(first); const ids = sheet.getCharts().map((c) => c.getChartId()); let said = "";
      try { sheet.removeChart(first); } catch (e) { said = e.message; }
      return [ids.length, ids[0] === second.getChartId(), said];`;
    const said = expect.stringContaining("The chart is not on the sheet");
    expect(scripted(body, { store: make() })).toEqual([1, true, said]);
  });

  test("is found by its number in a later session, and a new one has another", () => {
    const before = desk(script(`${put(stacked)} return sheet.getCharts()[0].getChartId();`));
    const given = before.addon.rpc("go");
    const later = desk().store;
    const [sheet = ""] = later.sheets();
    const [chart] = before.store.charts(before.store.sheets()[0]!);
    later.insertChart(sheet, chart!);
    later.removeChart(sheet, later.insertChart(sheet, chart!));
    const code = script(`sheet.insertChart(${stacked}.build()); return sheet.getCharts().map((c) => c.getChartId());`);
    const runtime = createRuntime(later, before.runtime.machine.host, before.runtime.save());
    const [first, second] = loadAddon(runtime, { code, manifest: scopes }, vmRealm).rpc("go") as number[];
    expect([first, typeof second]).toEqual([given, "number"]);
    expect(second).not.toBe(first);
  });

  test("has no number before it is on a sheet, and building it does not put it there", () => {
    const body = `const built = ${stacked}.build(); return [built.getChartId(), sheet.getCharts().length, built.getNumHeaders()];`;
    expect(scripted(body)).toEqual([null, 0, -1]);
  });

  test("of a kind that no script here can make tells its kind, is left alone, and may be taken away", () => {
    const d = desk(
      script(`const [pie] = sheet.getCharts(); const told = [pie.getOptions().get("title"), pie.getRanges()[0].getA1Notation()];
        let said = ""; try { pie.modify(); } catch (e) { said = e.message; } sheet.removeChart(pie);
        return [...told, said, sheet.getCharts().length];`),
    );
    const [sheet = ""] = d.store.sheets();
    const zone = { top: 0, left: 0, bottom: 4, right: 0 };
    const look = {
      stacked: false,
      xTitle: "",
      yTitle: "",
      legend: "right",
      points: false,
      offsetX: 0,
      offsetY: 0,
    } as const;
    const frame = { row: 0, column: 5, width: 300, height: 200 };
    d.store.insertChart(sheet, {
      ...look,
      ...frame,
      type: "pie",
      headers: false,
      series: [{ place: { sheet, zone } }],
      title: "Share",
    });
    expect(d.addon.rpc("go")).toEqual([
      "Share",
      "A1:A5",
      "Modifying a pie chart is not available in this workbench",
      0,
    ]);
  });
});

describe("what Google has and the workbench has not", () => {
  test.each([
    ["sheet.newChart().asPieChart()", "SpreadsheetApp.EmbeddedChartBuilder.asPieChart is"],
    ["sheet.newChart().setTitle('x')", "SpreadsheetApp.EmbeddedChartBuilder.setTitle is"],
    ["sheet.newChart().asLineChart().setStacked()", "SpreadsheetApp.EmbeddedLineChartBuilder.setStacked is"],
    ["sheet.newChart().asColumnChart().useLogScale()", "SpreadsheetApp.EmbeddedColumnChartBuilder.useLogScale is"],
    ["sheet.newChart().setChartType(Charts.ChartType.PIE)", "Charts.ChartType.PIE is"],
    ["sheet.newChart().setChartType(Charts.Position.TOP)", "Charts.ChartType.TOP is"],
    ["sheet.newChart().setNumHeaders(2)", "setNumHeaders(2) is"],
    ["sheet.newChart().setTransposeRowsAndColumns(true)", "setTransposeRowsAndColumns(true) is"],
    [
      "sheet.newChart().setMergeStrategy(Charts.ChartMergeStrategy.MERGE_ROWS)",
      "Charts.ChartMergeStrategy.MERGE_ROWS is",
    ],
    [
      "sheet.newChart().setHiddenDimensionStrategy(Charts.ChartHiddenDimensionStrategy.SHOW_BOTH)",
      "Charts.ChartHiddenDimensionStrategy.SHOW_BOTH is",
    ],
    ["sheet.newChart().setOption('curveType', 'function')", "The chart option curveType is"],
    ["sheet.newChart().setOption('vAxis', { format: '0%' })", "The chart option vAxis.format is"],
    ["sheet.newChart().setOption('series', { 0: { targetAxisIndex: 1 } })", "series.0.targetAxisIndex is"],
    ["sheet.newChart().setOption('isStacked', 'percent')", 'The value "percent" of the chart option isStacked is'],
    ["sheet.newChart().setOption('title', null)", "The value null of the chart option title is"],
    ["sheet.newChart().setOption('width', 0)", "The value 0 of the chart option width is"],
    ["sheet.newChart().setOption('colors', ['red', 'reddish'])", "of the chart option colors is"],
    ["sheet.newChart().setOption('constructor', 1)", "The chart option constructor is"],
    [`${stacked}.build().getOptions().get('vAxis.format')`, "The chart option vAxis.format is"],
    [`${stacked}.build().getBlob()`, "SpreadsheetApp.EmbeddedChart.getBlob is"],
    ["Charts.newColumnChart()", "Charts.newColumnChart is"],
    ["SpreadsheetApp.ChartType", "SpreadsheetApp.ChartType is"],
  ])("%s says its name", (expression, message) => {
    expect(() => scripted(`return ${expression};`)).toThrow(`${message} not available in this workbench`);
  });

  test.each([
    ["sheet.newChart().build()", "The chart has no type"],
    ["sheet.insertChart(sheet.newChart().asLineChart().build())", "The chart has no range"],
    ["sheet.insertChart(sheet.newChart())", "an EmbeddedChart is needed"],
    ["sheet.newChart().addRange(sheet)", "a Range is needed"],
    ["sheet.newChart().addRange('A1:B2')", "don't match the method signature"],
    [`${stacked}.setPosition(0, 1, 0, 0)`, "counts rows and columns from 1"],
    [`${stacked}.setPosition(1, 1.5, 0, 0)`, "counts rows and columns from 1"],
    [`${stacked}.setPosition(1, 1, -1, 0)`, "offsets are pixels from 0 up"],
    [`sheet.insertChart(${stacked}.setPosition(1001, 1, 0, 0).build())`, "outside of the sheet"],
    [`sheet.insertChart(${stacked}.setPosition(1, 27, 0, 0).build())`, "outside of the sheet"],
    [`sheet.updateChart(${stacked}.build())`, 'The chart is not on the sheet "Customers"'],
    [`sheet.removeChart(${stacked}.build())`, 'The chart is not on the sheet "Customers"'],
    [
      `(sheet.insertChart(${stacked}.build()), ss.insertSheet("B").removeChart(sheet.getCharts()[0]))`,
      'The chart is not on the sheet "B"',
    ],
  ])("%s is refused", (expression, message) => {
    expect(() => scripted(`return ${expression};`)).toThrow(message);
  });

  test.each(["A1000", "Z1"])("a chart may stand in the sheet's last row and column: %s", (cell) => {
    const body = `const r = sheet.getRange("${cell}"); sheet.insertChart(${stacked}.setPosition(r.getRow(), r.getColumn(), 0, 0).build());
      return sheet.getCharts().length;`;
    expect(scripted(body)).toBe(1);
  });
});

describe("calls that charts cost", () => {
  test("are four: looking for them, putting, changing and taking away; builders and getters are free", () => {
    const d = desk(
      script(`sheet.insertChart(${stacked}.setTitle("A").build()); const [chart] = sheet.getCharts();
        chart.getContainerInfo().getAnchorRow(); chart.getOptions().get("title"); chart.getRanges();
        sheet.updateChart(chart.modify().asLineChart().setTitle("B").build()); sheet.removeChart(chart);`),
    );
    d.addon.rpc("go");
    expect(d.runtime.calls.log.slice(1)).toEqual([
      "Sheet.insertChart Customers",
      "Sheet.getCharts Customers",
      "Sheet.updateChart Customers",
      "Sheet.removeChart Customers",
    ]);
  });

  test.each<[string, number, string[]]>([
    ["insertChart", 3, []],
    ["updateChart", 5, ["column"]],
    ["removeChart", 6, ["line"]],
  ])("a %s that is told to fail throws, and has no effect", (_, call, types) => {
    const d = desk(
      script(`sheet.getName(); sheet.insertChart(${stacked}.build()); const [chart] = sheet.getCharts();
        sheet.updateChart(chart.modify().asLineChart().build()); sheet.removeChart(chart);`),
    );
    d.runtime.faults.at(call, "fail");
    expect(() => d.addon.run("go")).toThrow("Service Spreadsheets failed");
    expect(d.store.charts(d.store.sheets()[0]!).map(({ type }) => type)).toEqual(types);
  });
});

describe("who may not", () => {
  const inCell = (body: string) => {
    const d = desk(
      `/** @customfunction */\nfunction F() { const sheet = SpreadsheetApp.getActive().getSheets()[0]; ${body} }`,
    );
    const [sheet = ""] = d.store.sheets();
    d.store.insertChart(sheet, left(put(stacked)));
    d.store.write(sheet, 0, 25, [[{ formula: "=F()" }]]);
    const [[value]] = d.store.values(sheet, { top: 0, left: 25, bottom: 0, right: 25 }) as [[unknown]];
    return [value, d.store.message(sheet, 0, 25), d.store.charts(sheet).length];
  };

  test("a function in a cell sees charts", () => {
    expect(inCell("return sheet.getCharts().length;")).toEqual([1, "", 1]);
  });

  test.each([
    ["insertChart", `sheet.insertChart(${stacked}.build());`],
    ["updateChart", "sheet.updateChart(sheet.getCharts()[0]);"],
    ["removeChart", "sheet.removeChart(sheet.getCharts()[0]);"],
  ])("a function in a cell is refused %s", (name, body) => {
    const refusal = `You do not have permission to call SpreadsheetApp.Sheet.${name}.`;
    expect(inCell(body)).toEqual(["#ERROR!", refusal, 1]);
  });

  test("an add-on without the scope of the sheet", () => {
    const d = desk("function go() { return Charts.ChartType.LINE.name(); }", { manifest: { oauthScopes: [] } });
    expect(d.addon.rpc("go")).toBe("LINE");
    const chart = desk(script("sheet.newChart();"), { manifest: { oauthScopes: [] } });
    expect(() => chart.addon.rpc("go")).toThrow("Specified permissions are not sufficient");
  });
});
