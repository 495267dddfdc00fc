import { describe, expect, test } from "vitest";
import { makeOdooStore } from "../../../workbench/engine/odoo-node";
import { desk, script, scripted } from "./desk";

describe("sheets", () => {
  test("are found by number and name, inserted at a place, named once", () => {
    const body = `const made = ss.insertSheet("Today", 0); const id = made.getSheetId();
      made.setName("今天"); const again = ss.getSheetById(id);
      return [again.getName(), ss.getSheets().map((s) => s.getName()), ss.getSheetByName("Today"), ss.getSheetById(5), ss.getActiveSheet().getName(), made.getIndex()];`;
    expect(scripted(body)).toEqual(["今天", ["今天", "Customers"], null, null, "今天", 1]);
  });

  test.each([
    ["ss.insertSheet('customers');", 'A sheet with the name "customers" already exists.'],
    ["sheet.setName('');", "The sheet name cannot be empty."],
    ["ss.deleteSheet(sheet);", "You can't remove all the sheets in a document."],
    ["sheet.hideSheet();", "You can't hide all the sheets in a document."],
    ["sheet.deleteRows(1, 1000);", "You can't delete all the rows on the sheet."],
    ["sheet.deleteRows(1000, 2);", "Those rows are out of bounds."],
    ["sheet.insertColumnsAfter(27, 1);", "Those columns are out of bounds."],
    ["sheet.insertRowsBefore(0, 1);", "Those rows are out of bounds."],
  ])("%s is refused", (body, message) => {
    expect(() => scripted(body)).toThrow(message);
  });

  test("that are gone are not found", () => {
    const body = `const made = ss.insertSheet("x"); ss.deleteSheet(made); ss.deleteSheet(made);`;
    expect(() => scripted(body)).toThrow(/Sheet \d+ not found/);
  });

  test("grow, shrink and move their columns", () => {
    const body = `sheet.getRange("A1:D1").setValues([["a", "b", "c", "d"]]);
      sheet.moveColumns(sheet.getRange("A:A"), 4); sheet.insertColumnAfter(1); sheet.deleteColumn(5); sheet.insertRowsAfter(1000, 5);
      return [sheet.getRange("A1:E1").getValues()[0], sheet.getMaxColumns(), sheet.getMaxRows()];`;
    expect(scripted(body)).toEqual([["b", "", "c", "a", ""], 26, 1005]);
  });

  test("append a row read as typed, below the last one, growing when full", () => {
    const body = `sheet.getRange("A1000").setValue("last"); sheet.appendRow(["x", "00123", new Date("2024-05-06T16:00:00Z")]);
      return [sheet.getLastRow(), sheet.getRange("A1001:B1001").getValues()[0], sheet.getRange("C1001").getDisplayValue()];`;
    expect(scripted(body)).toEqual([1001, ["x", 123], "5/7/2024"]);
  });

  test("sort below their frozen rows", () => {
    const body = `sheet.getRange("A1:A3").setValues([["Name"], ["b"], ["a"]]); sheet.setFrozenRows(1); sheet.sort(1); return sheet.getRange("A1:A3").getValues();`;
    expect(scripted(body)).toEqual([["Name"], ["a"], ["b"]]);
  });

  test("hide, freeze, fold and size", () => {
    const body = `const other = ss.insertSheet("Undo"); other.hideSheet(); sheet.hideColumns(3, 2); sheet.setFrozenColumns(2); sheet.setColumnWidth(1, 240); sheet.autoResizeColumn(2);
      sheet.getRange("5:9").shiftRowGroupDepth(1); const group = sheet.getRowGroup(6, 1); group.collapse();
      const folded = [group.isCollapsed(), sheet.isRowHiddenByUser(6)]; sheet.expandAllRowGroups();
      return [other.isSheetHidden(), sheet.isColumnHiddenByUser(4), sheet.isColumnHiddenByUser(5), sheet.getFrozenColumns(), sheet.getColumnWidth(1), folded, group.isCollapsed(), sheet.getRowGroup(10, 1), sheet.getRowGroupDepth(5)];`;
    expect(scripted(body)).toEqual([true, true, false, 2, 240, [true, true], false, null, 1]);
  });
});

describe("names", () => {
  test("are set, found whatever their case, listed and removed", () => {
    const body = `ss.setNamedRange("TIERBOOK_DAY", sheet.getRange("B3")); const found = ss.getRangeByName("tierbook_day").getA1Notation();
      const list = ss.getNamedRanges().map((n) => [n.getName(), n.getRange().getA1Notation()]); const byText = sheet.getRange("TIERBOOK_DAY").getA1Notation();
      ss.removeNamedRange("TIERBOOK_DAY"); return [found, list, byText, ss.getRangeByName("TIERBOOK_DAY")];`;
    expect(scripted(body)).toEqual(["B3", [["TIERBOOK_DAY", "B3"]], "B3", null]);
  });

  test.each(["1st", "a b", ""])("cannot be %j", (name) => {
    expect(() => scripted(`ss.setNamedRange("${name}", sheet.getRange("A1"));`)).toThrow("invalid for a named range");
  });
});

describe("conditional format rules", () => {
  const build = `const rule = (b) => b.setBackground("#FF0000").setFontColor("#fff").setBold(true).setRanges([sheet.getRange("B2:B9")]).build();
    const b = () => SpreadsheetApp.newConditionalFormatRule();`;

  test("tell what they are", () => {
    const body = `${build} sheet.setConditionalFormatRules([rule(b().whenTextEqualTo("A")), rule(b().whenNumberBetween(1, 2)), rule(b().whenFormulaSatisfied("=$A1>0"))]);
      return sheet.getConditionalFormatRules().map((r) => { const c = r.getBooleanCondition();
        return [c.getCriteriaType() === SpreadsheetApp.BooleanCriteria.TEXT_EQUAL_TO, String(c.getCriteriaType()), c.getCriteriaValues(), c.getBackgroundObject().asRgbColor().asHexString(), c.getFontColorObject().asRgbColor().asHexString(), c.getBold(), c.getItalic(), r.getRanges().map((x) => x.getA1Notation()), r.getGradientCondition()]; });`;
    const look = ["#ff0000", "#ffffff", true, null, ["B2:B9"], null];
    expect(scripted(body)).toEqual([
      [true, "TEXT_EQUAL_TO", ["A"], ...look],
      [false, "NUMBER_BETWEEN", [1, 2], ...look],
      [false, "CUSTOM_FORMULA", ["=$A1>0"], ...look],
    ]);
  });

  test.each([
    ["b().setRanges([sheet.getRange('A1')]).build()", "needs a condition"],
    ["b().whenCellEmpty().build()", "must have at least one range"],
    ["sheet.setConditionalFormatRules([rule(b())])", "needs a condition"],
    [
      "ss.insertSheet('x').setConditionalFormatRules([rule(b().whenCellEmpty())])",
      "must be on the sheet that they are set on",
    ],
  ])("%s is refused", (expression, message) => {
    expect(() => scripted(`${build} ${expression};`)).toThrow(message);
  });

  test("of a person that have no single condition come through a script untouched", () => {
    const store = makeOdooStore();
    const [sheet = ""] = store.sheets();
    const raw = { type: "ColorScaleRule", minimum: { type: "value", color: 1 }, maximum: { type: "value", color: 2 } };
    const range = { top: 0, left: 0, bottom: 4, right: 0 };
    store.setRules(sheet, [
      { condition: { type: "other", raw: { id: "x", rule: raw, ranges: [] } }, style: {}, zones: [range] },
    ]);
    const d = desk(
      script(`${build} const kept = sheet.getConditionalFormatRules(); sheet.setConditionalFormatRules([...kept, rule(b().whenCellEmpty())]);
        return kept.map((r) => [r.getBooleanCondition(), String(r.getGradientCondition())]);`),
      { store },
    );
    expect(d.addon.rpc("go")).toEqual([[null, "GradientCondition"]]);
    expect(store.model.getters.getConditionalFormats(sheet)[0]).toMatchObject({ rule: raw, ranges: ["A1:A5"] });
    expect(store.rules(sheet)).toHaveLength(2);
  });
});

describe("the screen", () => {
  test("shows a sidebar of a file, with its title", () => {
    const d = desk(
      script(`const page = HtmlService.createHtmlOutputFromFile("Sidebar").setTitle("Tierbook").setWidth(500);
        page.setContent(page.getContent().replace("Hello", "你好")).append("!"); SpreadsheetApp.getUi().showSidebar(page); ss.toast("done");`),
    );
    d.addon.run("go");
    expect(d.screen).toEqual(["sidebar Tierbook <p>你好</p>!", "toast done"]);
  });

  test("asks, and gives Google's button back", () => {
    const asked: string[][] = [];
    const body = `const ui = SpreadsheetApp.getUi(); const a = ui.alert("Remove?", "All of it", ui.ButtonSet.YES_NO); const p = ui.prompt("Name");
      return [a === ui.Button.NO, p.getSelectedButton() === ui.Button.OK, p.getResponseText()];`;
    const ui = {
      alert: (...a: string[]) => {
        asked.push(a);
        return "NO";
      },
      prompt: () => ({ button: "OK", text: "Ann" }),
    };
    expect(scripted(body, { ui })).toEqual([true, true, "Ann"]);
    expect(asked).toEqual([["Remove?", "All of it", "YES_NO"]]);
  });

  test("refuses by name what it has not", () => {
    expect(() => scripted("SpreadsheetApp.getUi().alert('x');")).toThrow(
      "Ui: alert is not available in this workbench",
    );
    expect(() => scripted("HtmlService.createHtmlOutputFromFile('Other');")).toThrow(
      "No HTML file named Other was found.",
    );
  });
});
