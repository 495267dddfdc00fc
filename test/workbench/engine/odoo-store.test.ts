import { describe, expect, test } from "vitest";
import { makeOdooStore } from "../../../workbench/engine/odoo-node";
import type { OdooStore } from "../../../workbench/engine/odoo-store";

const cell = (row: number, column: number) => ({ top: row, left: column, bottom: row, right: column });

/** What a person does in the page goes to the engine's own commands. */
function byHand(store: OdooStore, type: string, payload: object): void {
  const dispatch = store.model.dispatch as unknown as (type: string, payload: object) => { isSuccessful: boolean };
  const { debug } = console;
  console.debug = () => {};
  expect(dispatch(type, payload).isSuccessful).toBe(true);
  console.debug = debug;
}

const place = { sheetName: "Sheet1", dimension: "COL" };

describe("a workbook in the engine", () => {
  test("calculates formulas at once", () => {
    const store = makeOdooStore();
    const [sheet = ""] = store.sheets();
    store.write(sheet, 0, 0, [
      [{ value: 2 }, { formula: "=SUM(A1:A2)*IF(A1>1,10,0)" }, { formula: "=1/0" }, { formula: "=B1+" }],
    ]);
    expect(store.values(sheet, { top: 0, left: 1, bottom: 0, right: 3 })).toEqual([[20, "#DIV/0!", "#ERROR!"]]);
  });

  test("is the same workbook after export and import, pins, notes and texts included", () => {
    const store = makeOdooStore();
    const [sheet = ""] = store.sheets();
    store.write(sheet, 0, 0, [[{ value: "00123" }, { value: "=not a formula" }, { value: 5 }, { formula: "=C1*2" }]]);
    store.setFormat(sheet, cell(1, 0), "@");
    store.write(sheet, 1, 0, [[{ value: "=1+1" }]]);
    store.setNote(sheet, 3, 3, "a note");
    const first = store.addPin({ key: "k", value: "v", visibility: "PROJECT", on: "column", sheet, at: 7 });
    store.addPin({ key: "k", value: "w", visibility: "DOCUMENT", on: "spreadsheet" });
    store.setName("TIERBOOK_DAY", sheet, cell(9, 1));
    store.groupRows(sheet, 20, 22, true);
    const hidden = store.insertSheet("Undo", 1, 30, 4);
    store.setHidden(hidden, true);

    const again = makeOdooStore(JSON.parse(JSON.stringify(store.exportWorkbook())));
    const row = { top: 0, left: 0, bottom: 0, right: 3 };
    expect(again.values(sheet, row)).toEqual([["00123", "=not a formula", 5, 10]]);
    expect(again.values(sheet, cell(1, 0))).toEqual([["=1+1"]]);
    expect(again.note(sheet, 3, 3)).toBe("a note");
    expect(again.pins()).toEqual(store.pins());
    expect(again.name("TIERBOOK_DAY")).toEqual({ sheet, zone: cell(9, 1) });
    expect(again.rowGroups(sheet)).toEqual([{ from: 20, to: 22, folded: true }]);
    expect([again.isHidden(hidden), again.size(hidden)]).toEqual([true, { rows: 30, columns: 4 }]);
    expect(again.addPin({ key: "k", value: "x", visibility: "DOCUMENT", on: "sheet", sheet })).toBeGreaterThan(first);
  });

  test.each<[string, (store: OdooStore, sheetId: string) => void, number | undefined]>([
    [
      "puts a column before it",
      (s, sheetId) => byHand(s, "ADD_COLUMNS_ROWS", { ...place, sheetId, base: 4, quantity: 1, position: "before" }),
      5,
    ],
    [
      "moves it",
      (s, sheetId) => byHand(s, "MOVE_COLUMNS_ROWS", { ...place, sheetId, base: 1, elements: [4], position: "before" }),
      1,
    ],
    [
      "moves another over it",
      (s, sheetId) => byHand(s, "MOVE_COLUMNS_ROWS", { ...place, sheetId, base: 6, elements: [0], position: "after" }),
      3,
    ],
    ["deletes it", (s, sheetId) => byHand(s, "REMOVE_COLUMNS_ROWS", { ...place, sheetId, elements: [4] }), undefined],
    [
      "deletes it and takes that back",
      (s, sheetId) => {
        byHand(s, "REMOVE_COLUMNS_ROWS", { ...place, sheetId, elements: [4] });
        byHand(s, "REQUEST_UNDO", {});
      },
      4,
    ],
  ])("keeps the metadata of a column when a person %s", (_, act, expected) => {
    const store = makeOdooStore();
    const [sheet = ""] = store.sheets();
    store.write(sheet, 0, 4, [[{ value: "Tier" }]]);
    store.addPin({ key: "k", value: "tier", visibility: "DOCUMENT", on: "column", sheet, at: 4 });
    act(store, sheet);
    expect(store.pins()[0]?.at).toBe(expected);
    if (expected !== undefined) expect(store.values(sheet, cell(0, expected))).toEqual([["Tier"]]);
  });

  test("gives rules that Google's runtime cannot describe back untouched", () => {
    const store = makeOdooStore();
    const [sheet = ""] = store.sheets();
    const scale = {
      type: "ColorScaleRule",
      minimum: { type: "value", color: 0xffffff },
      maximum: { type: "value", color: 0xff0000 },
    };
    const notEqual = { type: "CellIsRule", operator: "isNotEqual", values: ["x"], style: { fillColor: "#00FF00" } };
    const byFormula = { type: "CellIsRule", operator: "isGreaterThan", values: ["=A1"], style: { bold: true } };
    const range = (xc: string) => store.model.getters.getRangeDataFromXc(sheet, xc);
    for (const [i, rule] of [scale, notEqual, byFormula].entries()) {
      const cf = { id: `r${i}`, rule };
      byHand(store, "ADD_CONDITIONAL_FORMAT", { sheetId: sheet, cf, ranges: [range(`B${i + 1}:C9`)] });
    }
    const own = {
      condition: { type: "text_equal", text: "A" },
      style: { fill: "#ff0000" },
      zones: [cell(0, 0)],
    } as const;
    const before = store.rules(sheet);
    expect(before.map((r) => r.condition.type)).toEqual(["other", "other", "other"]);
    store.setRules(sheet, [...before, own]);
    store.setRules(sheet, store.rules(sheet));
    const now = store.model.getters.getConditionalFormats(sheet);
    expect(now.map((cf) => cf.rule).slice(0, 3)).toEqual([scale, notEqual, byFormula]);
    expect(now.map((cf) => cf.ranges)).toEqual([["B1:C9"], ["B2:C9"], ["B3:C9"], ["A1"]]);
  });

  describe("with a chart", () => {
    const charted = () => {
      const store = makeOdooStore();
      const [sheet = ""] = store.sheets();
      const place = (column: number) => ({ sheet, zone: { top: 0, left: column, bottom: 4, right: column } });
      const look = { stacked: true, headers: true, xTitle: "", yTitle: "", legend: "right", points: false } as const;
      const frame = { row: 1, column: 5, offsetX: 0, offsetY: 0, width: 400, height: 200 };
      const series = [{ place: place(1) }, { place: place(2) }];
      const id = store.insertChart(sheet, {
        ...look,
        ...frame,
        type: "column",
        labels: place(0),
        series,
        title: "Tiers",
      });
      const definition = () => store.model.getters.getChartDefinition(id);
      return { store, sheet, id, definition, chart: () => store.charts(sheet)[0]! };
    };

    test("shows a script what a person changed in the page, and a script's change leaves the rest of it", () => {
      const { store, sheet, id, definition, chart } = charted();
      const trend = { type: "polynomial", order: 1, display: true };
      const changed = { ...definition(), title: { text: "By hand", bold: true }, dataSetStyles: { "1": { trend } } };
      const payload = { sheetId: sheet, figureId: id, chartId: id, definition: changed };
      byHand(store, "UPDATE_CHART", payload);
      byHand(store, "UPDATE_FIGURE", { sheetId: sheet, figureId: id, col: 2, row: 9, width: 555 });
      expect(chart()).toMatchObject({ title: "By hand", column: 2, row: 9, width: 555 });
      store.updateChart(sheet, id, { ...chart(), title: "By script" });
      expect(definition()).toMatchObject({
        title: { text: "By script", bold: true },
        dataSetStyles: { "1": { trend } },
      });
    });

    test("gives the chart back when a person undoes that it was taken away, and is the same after export", () => {
      const { store, sheet, id, chart } = charted();
      const before = chart();
      store.removeChart(sheet, id);
      byHand(store, "REQUEST_UNDO", {});
      expect(chart()).toEqual(before);
      const again = makeOdooStore(JSON.parse(JSON.stringify(store.exportWorkbook())));
      expect(again.charts(sheet)).toEqual([before]);
    });
  });

  test("lets the first of two rules win, as Google does", () => {
    const store = makeOdooStore();
    const [sheet = ""] = store.sheets();
    store.write(sheet, 0, 0, [[{ value: "A" }]]);
    const rule = (fill: string) =>
      ({ condition: { type: "text_equal", text: "A" }, style: { fill }, zones: [cell(0, 0)] }) as const;
    store.setRules(sheet, [rule("#ff0000"), rule("#0000ff")]);
    expect(store.model.getters.getCellComputedStyle({ sheetId: sheet, row: 0, col: 0 }).fillColor).toBe("#ff0000");
  });

  test("takes 25,000 cells in one write, more than one step of its history holds", () => {
    const store = makeOdooStore();
    const sheet = store.insertSheet("Big", 1, 12_500, 2);
    const rows = Array.from({ length: 12_500 }, (_, i) => [{ value: i }, { value: `row ${i}` }]);
    store.write(sheet, 0, 0, rows);
    expect(store.values(sheet, { top: 12_499, left: 0, bottom: 12_499, right: 1 })).toEqual([[12_499, "row 12499"]]);
    expect(store.used(sheet)).toEqual({ rows: 12_500, columns: 2 });
  });
});
