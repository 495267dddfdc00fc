import { describe, expect, test } from "vitest";
import { makeOdooStore } from "../../../workbench/engine/odoo-node";
import { desk, scripted } from "./desk";

describe("what Google has and the workbench has not", () => {
  test.each([
    ["SpreadsheetApp.openById('x')", "SpreadsheetApp.openById is not available in this workbench"],
    ["ss.getCharts()", "SpreadsheetApp.Spreadsheet.getCharts is not available in this workbench"],
    [
      "sheet.getRange('A1').setRichTextValue",
      "SpreadsheetApp.Range.setRichTextValue is not available in this workbench",
    ],
    [
      "PropertiesService.getDocumentProperties().zone",
      "PropertiesService.Properties.zone is not available in this workbench",
    ],
    ["SpreadsheetApp.newDataValidation().requireDate()", "DataValidationBuilder.requireDate is not available"],
    ["SpreadsheetApp.getUi().createMenu('x').machine", "Ui.Menu.machine is not available"],
  ])("%s says its name", (expression, message) => {
    expect(() => scripted(`return ${expression};`)).toThrow(message);
  });

  test.each([
    "setTimeout",
    "URL",
    "TextEncoder",
    "process",
    "fetch",
    "atob",
    "structuredClone",
    "crypto",
    "require",
    "window",
  ])("%s is not there at all", (name) => {
    expect(scripted(`return typeof ${name};`)).toBe("undefined");
  });

  test("nothing of Google's can be set", () => {
    expect(() => scripted(`"use strict"; sheet.getRange("A1").extra = 1;`)).toThrow(
      "SpreadsheetApp.Range.extra cannot be set",
    );
  });
});

describe("an object of Google's", () => {
  test("prints its kind, and an enum its name, in JSON too", () => {
    const body = `return [String(sheet), \`\${sheet.getRange("A1")}\`, String(SpreadsheetApp.ProtectionType.SHEET),
      JSON.stringify({ a: SpreadsheetApp.BooleanCriteria.CELL_EMPTY })];`;
    expect(scripted(body)).toEqual(["Sheet", "Range", "SHEET", '{"a":"CELL_EMPTY"}']);
  });

  test("is refused where another is meant", () => {
    expect(() => scripted("ss.deleteSheet(sheet.getRange('A1'));")).toThrow("a Sheet is needed");
    expect(() => scripted("ss.setNamedRange('x', sheet);")).toThrow("a Range is needed");
    expect(() => scripted("sheet.setConditionalFormatRules([{}]);")).toThrow("conditional format rules are needed");
  });

  test("throws errors that are the script's own", () => {
    const body = `try { sheet.getRange("nowhere"); } catch (e) { return [e instanceof Error, e.name, e.message]; }`;
    expect(scripted(body)).toEqual([true, "Exception", "Range not found"]);
  });
});

test("what the engine refuses reaches the script as an error of its own", () => {
  const body = `try { ss.insertSheet("a/b"); } catch (e) { return [e instanceof Error, e.name, /refused/.test(e.message)]; }`;
  expect(scripted(body, { store: makeOdooStore() })).toEqual([true, "Exception", true]);
});

describe("console and Logger", () => {
  test("keep what is logged", () => {
    const d = desk(`function go() { console.log("a", 1, { b: 2 }); Logger.log("c"); return Logger.getLog(); }`);
    expect(d.addon.rpc("go")).toBe('a 1 {"b":2}\nc');
    expect(d.runtime.logged).toEqual(['a 1 {"b":2}', "c"]);
  });
});
