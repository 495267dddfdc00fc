import { describe, expect, test } from "vitest";
import { GridStore } from "../../../workbench/engine/grid-store";
import { vmRealm } from "../../../workbench/engine/node-addon";
import { loadAddon } from "../../../workbench/runtime/addon";
import { createRuntime } from "../../../workbench/runtime/runtime";
import { desk, scopes, script, scripted } from "./desk";

const properties = "const p = PropertiesService.getDocumentProperties();";

describe("properties", () => {
  test.each([
    ["9 KB of letters", 9 * 1024, "x", true],
    ["one letter more", 9 * 1024 + 1, "x", false],
    ["3 K of Chinese characters, three bytes each", 3 * 1024, "客", true],
    ["one Chinese character more", 3 * 1024 + 1, "客", false],
  ])("hold %s a value: %j", (_, count, letter, fits) => {
    const write = () =>
      scripted(`${properties} p.setProperty("k", "${letter}".repeat(${count})); return p.getProperty("k").length;`);
    if (fits) expect(write()).toBe(count);
    else expect(write).toThrow("Argument too large: value");
  });

  test("hold 500 KB in all, and a write that is too much leaves them as they were", () => {
    const more = `${properties} const big = {}; for (let i = 0; i < 57; i++) big["k" + (10 + i)] = "x".repeat(9 * 1024);
      p.setProperty("old", "1"); try { p.setProperties(big); } catch (e) { return [e.message, p.getProperties()]; } return "all written";`;
    expect(scripted(more)).toEqual([
      "You have exceeded the property storage quota. Please remove some properties and try again.",
      { old: "1" },
    ]);
  });

  test("are texts; missing ones are null; others may be deleted with a write", () => {
    const body = `${properties} p.setProperties({ a: "1", b: true }); p.setProperties({ c: "3" }, true); p.setProperty("n", 2);
      const all = p.getProperties(); p.deleteProperty("c"); return [all, p.getProperty("c"), p.getKeys()];`;
    expect(scripted(body)).toEqual([{ c: "3", n: "2.0" }, null, ["n"]]);
    expect(() => scripted(`${properties} p.setProperty("k", null);`)).toThrow("(String,null)");
  });

  test("find a sheet by its number in a later session, though the store has another id for it", () => {
    const number = "return ss.getSheetByName('Orders').getSheetId();";
    const first = new GridStore("Empty");
    first.insertSheet("Customers", 1, 5, 5);
    first.insertSheet("Orders", 2, 5, 5);
    first.deleteSheet(first.sheets()[0]!);
    const before = desk(script(number), { store: first });
    const given = before.addon.rpc("go");

    const later = new GridStore("Customers");
    later.insertSheet("Orders", 1, 5, 5);
    expect(later.sheets()).not.toEqual(first.sheets());
    const runtime = createRuntime(later, before.runtime.machine.host, before.runtime.save());
    const code = script(`${number.replace("return", "const known =")} const added = ss.insertSheet("New").getSheetId();
      return [known, ss.getSheetById(${given}).getName(), ss.getSheetById(added).getName()];`);
    expect(loadAddon(runtime, { code, manifest: scopes }, vmRealm).rpc("go")).toEqual([given, "Orders", "New"]);
  });

  test("and triggers outlive the session", () => {
    const d = desk(
      script(`${properties} p.setProperty("k", "v"); PropertiesService.getUserProperties().setProperty("u", "w");
      ScriptApp.newTrigger("go").timeBased().everyDays(1).atHour(7).create();`),
    );
    d.addon.run("go");
    const saved = JSON.parse(JSON.stringify(d.runtime.save()));
    const again = createRuntime(d.store, d.runtime.machine.host, saved);
    expect(again.save()).toEqual(d.runtime.save());
    expect(again.triggers).toHaveLength(1);
  });
});

describe("the cache", () => {
  const cache = "const c = CacheService.getDocumentCache();";

  test.each([
    ["a value of 100 KB", '"k", "x".repeat(102400)', true],
    ["a byte more", '"k", "x".repeat(102401)', false],
    ["a key of 250", '"k".repeat(250), "x"', true],
    ["a key of 251", '"k".repeat(251), "x"', false],
    ["six hours", '"k", "x", 21600', true],
    ["a second more", '"k", "x", 21601', false],
    ["no time", '"k", "x", 0', false],
  ])("takes %s: %j", (_, args, fits) => {
    const put = () => scripted(`${cache} c.put(${args}); return "put";`);
    if (fits) expect(put()).toBe("put");
    else expect(put).toThrow(/Argument too large|Invalid argument/);
  });

  test("forgets when the time is over", () => {
    const d = desk(
      `function put() { CacheService.getScriptCache().put("k", "v", 60); } function get() { return CacheService.getScriptCache().getAll(["k", "x"]); }`,
    );
    d.addon.run("put");
    d.clock += 59_999;
    expect(d.addon.rpc("get")).toEqual({ k: "v" });
    d.clock += 1;
    expect(d.addon.rpc("get")).toEqual({});
  });

  test("keeps the newest 900 of more than a thousand", () => {
    const body = `${cache} for (let i = 0; i <= 1000; i++) c.put("k" + i, "v"); return [c.get("k100"), c.get("k101"), c.get("k1000")];`;
    expect(scripted(body)).toEqual([null, "v", "v"]);
  });
});

describe("developer metadata", () => {
  test("is found by key, value, kind of place and range, and follows its column", () => {
    const body = `sheet.getRange("C:C").addDeveloperMetadata("tierbook", "tier", SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
      sheet.getRange("2:2").addDeveloperMetadata("tierbook", "header"); sheet.addDeveloperMetadata("tierbook", "sheet"); ss.addDeveloperMetadata("tierbook", "all");
      sheet.insertColumnBefore(1);
      const find = (f) => f.find().map((m) => m.getValue());
      const [column] = ss.createDeveloperMetadataFinder().withValue("tier").find();
      const place = column.getLocation();
      return [find(ss.createDeveloperMetadataFinder().withKey("tierbook")), find(sheet.createDeveloperMetadataFinder().withKey("tierbook")),
        find(ss.createDeveloperMetadataFinder().withLocationType(SpreadsheetApp.DeveloperMetadataLocationType.ROW)),
        find(sheet.getRange("D:E").createDeveloperMetadataFinder()), find(sheet.getRange("A:B").createDeveloperMetadataFinder()), find(sheet.getRange("D1:D2").createDeveloperMetadataFinder().onIntersectingLocations()),
        place.getColumn().getColumn(), place.getRow(), String(place.getLocationType()), place.getSheet().getSheetId() === sheet.getSheetId(), String(column.getVisibility())];`;
    const found = scripted(body);
    expect(found).toEqual([
      ["tier", "header", "sheet", "all"],
      ["tier", "header", "sheet"],
      ["header"],
      ["tier"],
      [],
      ["tier", "header"],
      4,
      null,
      "COLUMN",
      true,
      "PROJECT",
    ]);
  });

  test("changes its value and goes", () => {
    const body = `ss.addDeveloperMetadata("k", "one"); const [m] = ss.createDeveloperMetadataFinder().withKey("k").find(); m.setValue("two");
      const now = ss.getDeveloperMetadata().map((x) => x.getValue()); m.remove(); return [now, ss.getDeveloperMetadata().length];`;
    expect(scripted(body)).toEqual([["two"], 0]);
  });

  test.each(["A1", "C1:C999", "B2:C5", "A:B"])("cannot be on %s", (range) => {
    expect(() => scripted(`sheet.getRange("${range}").addDeveloperMetadata("k", "v");`)).toThrow("arbitrary ranges");
  });

  test("is limited to 30,000 characters a sheet", () => {
    const body = (n: number) => `sheet.addDeveloperMetadata("k", "v".repeat(${n})); return "kept";`;
    expect(scripted(body(29_999))).toBe("kept");
    expect(() => scripted(body(30_000))).toThrow("30000 characters");
  });
});
