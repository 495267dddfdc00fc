import { describe, expect, test } from "vitest";
import { ScriptStopped } from "../../../workbench/runtime/machine";
import { desk, script, scripted } from "./desk";

const counted = (body: string) => {
  const d = desk(script(body));
  d.addon.rpc("go");
  return d.runtime.calls.log.slice(1);
};

describe("service calls", () => {
  test.each<[string, string[]]>([
    ["sheet.getRange('A1').getA1Notation(); sheet.getDataRange().getNumRows(); sheet.getSheetId();", []],
    ["sheet.getRange('A1:B2').getValues();", ["Range.getValues Customers!A1:B2"]],
    ["sheet.getRange('B3').setValue(1);", ["Range.setValue Customers!B3"]],
    ["ss.getSheets();", ["Spreadsheet.getSheets"]],
    ["ss.getSheetById(1);", []],
    [
      "sheet.getName(); sheet.getLastRow(); sheet.getMaxRows();",
      ["Sheet.getName Customers", "Sheet.getLastRow Customers", "Sheet.getMaxRows Customers"],
    ],
    ["SpreadsheetApp.flush();", ["SpreadsheetApp.flush"]],
    [
      "const p = PropertiesService.getDocumentProperties(); p.getProperties(); p.setProperty('a', 'b');",
      ["Properties.getProperties", "Properties.setProperty"],
    ],
    ["CacheService.getDocumentCache().get('a');", ["Cache.get"]],
    ["LockService.getDocumentLock().tryLock(1);", ["Lock.tryLock"]],
    ["Utilities.formatDate(new Date(), 'Etc/UTC', 'yyyy'); Utilities.getUuid();", ["Utilities.formatDate"]],
    ["ScriptApp.getProjectTriggers();", ["ScriptApp.getProjectTriggers"]],
    [
      "const rule = SpreadsheetApp.newConditionalFormatRule().whenCellEmpty().setRanges([sheet.getRange('A1')]).build(); rule.getRanges(); sheet.setConditionalFormatRules([rule]);",
      ["Sheet.setConditionalFormatRules Customers"],
    ],
    [
      "sheet.getRange('C:C').addDeveloperMetadata('k', 'v'); ss.createDeveloperMetadataFinder().withKey('k').find().forEach((m) => [m.getKey(), m.getValue(), m.getLocation().getColumn().getColumn()]);",
      ["Range.addDeveloperMetadata Customers!C1:C1000", "DeveloperMetadataFinder.find"],
    ],
  ])("%s counts as %j", (body, log) => {
    expect(counted(body)).toEqual(log);
  });

  test("are counted from the last reset", () => {
    const d = desk(script("sheet.getName();"));
    d.addon.run("go");
    expect(d.runtime.calls.count).toBe(2);
    d.runtime.calls.reset();
    expect([d.runtime.calls.count, d.runtime.calls.log]).toEqual([0, []]);
  });

  test("of functions in cells are counted apart", () => {
    const d = desk(`/** @customfunction */\nfunction LAST() { return SpreadsheetApp.getActive().getName(); }`);
    d.store.write(d.store.active(), 0, 0, [[{ formula: "=LAST()" }]]);
    expect(d.store.values(d.store.active(), { top: 0, left: 0, bottom: 0, right: 0 })).toEqual([["Workbook"]]);
    expect([d.runtime.calls.count, d.runtime.functionCalls.count]).toEqual([0, 1]);
  });
});

describe("a call that is told to fail", () => {
  const code = script(`const r = sheet.getRange("A1:A2");
    sheet.getRange("A1").setValue("first"); let caught = "";
    try { sheet.getRange("A2").setValue("second"); } catch (e) { caught = e instanceof Error ? e.message : "?"; }
    return [caught, r.getValues().flat()];`);

  test("throws what Google throws, has no effect, and can be caught", () => {
    const d = desk(code);
    d.runtime.faults.at(3, "fail");
    expect(d.addon.rpc("go")).toEqual([
      "Service Spreadsheets failed while accessing document with id workbook.",
      ["first", ""],
    ]);
    expect(d.runtime.faults.waiting).toBe(0);
    expect(d.addon.rpc("go")).toEqual(["", ["first", "second"]]);
  });

  test("reaches who started the script when it is not caught", () => {
    const d = desk(code);
    d.runtime.faults.at(2, "fail");
    expect(() => d.addon.run("go")).toThrow("Service Spreadsheets failed");
    expect(() => d.runtime.faults.at(0, "fail")).toThrow("counted from 1");
  });
});

describe("a script that is stopped", () => {
  const code = script(`LockService.getDocumentLock().tryLock(1);
    try { sheet.getRange("A1").setValue("x"); } catch (e) {}
    try { sheet.getRange("A2").setValue("y"); } catch (e) {}
    try { PropertiesService.getDocumentProperties().setProperty("after", "stop"); } catch (e) {}
    return "done";`);

  test("does nothing from there on, whatever it catches, and lets go of its lock", () => {
    const d = desk(code);
    d.runtime.faults.at(3, "stop");
    expect(() => d.addon.run("go")).toThrow(ScriptStopped);
    expect(d.store.used(d.store.active())).toEqual({ rows: 0, columns: 0 });
    expect(d.runtime.save().documentProperties).toEqual({});
    expect(d.addon.rpc("go")).toBe("done");
    expect(d.runtime.save().documentProperties).toEqual({ after: "stop" });
  });

  test("is one that ran for more than six minutes", () => {
    const d = desk(
      `function go() { for (let i = 0; i < 7; i++) { Utilities.sleep(60000); SpreadsheetApp.getActive().getName(); } }`,
      {
        sleep: (ms) => {
          d.clock += ms;
        },
      },
    );
    expect(() => d.addon.run("go")).toThrow("Exceeded maximum execution time");
    expect(d.runtime.calls.count).toBe(6);
  });
});

test("another person's hand may come between two calls", () => {
  const d = desk(script(`const was = sheet.getLastRow(); return [was, sheet.getLastRow()];`));
  d.runtime.faults.at(3, () => d.store.write(d.store.active(), 4, 0, [[{ value: "new" }]]));
  expect(d.addon.rpc("go")).toEqual([0, 5]);
});

test("the getters of a handle ask nothing", () => {
  expect(
    scripted(
      "const r = sheet.getRange('B2:C3'); return [r.getRow(), r.getLastColumn(), r.offset(1, 1, 1).getA1Notation()];",
    ),
  ).toEqual([2, 3, "C3:D3"]);
});
