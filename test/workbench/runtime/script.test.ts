import { describe, expect, test } from "vitest";
import { desk } from "./desk";

const code = `
function install(hour, zone) { const b = ScriptApp.newTrigger("daily").timeBased().everyDays(1).atHour(hour); if (zone) b.inTimezone(zone); b.create(); }
function hourly() { ScriptApp.newTrigger("daily").timeBased().everyHours(1).create(); }
function often() { ScriptApp.newTrigger("daily").timeBased().everyMinutes(30).create(); }
function weekly() { ScriptApp.newTrigger("daily").timeBased().everyWeeks(1).onWeekDay(ScriptApp.WeekDay.FRIDAY).atHour(6).create(); }
function once() { ScriptApp.newTrigger("daily").timeBased().after(90000).create(); }
function nothing() { ScriptApp.newTrigger("daily").timeBased().create(); }
function list() { return ScriptApp.getProjectTriggers().map((t) => [t.getHandlerFunction(), String(t.getEventType())]); }
function remove() { ScriptApp.getProjectTriggers().forEach((t) => ScriptApp.deleteTrigger(t)); }
function daily(e) { PropertiesService.getUserProperties().setProperty("ran", e.hour + "h " + e.authMode); SpreadsheetApp.getActive().toast("hello"); }
function ran() { return PropertiesService.getUserProperties().getProperty("ran"); }
function screen() { ScriptApp.newTrigger("show").timeBased().everyDays(1).create(); }
function show() { SpreadsheetApp.getUi(); }
`;

describe("clock triggers", () => {
  test("belong to who made them: others neither see them nor run them", () => {
    const d = desk(code);
    d.addon.run("install", 10);
    d.runtime.as("bob");
    expect(d.addon.rpc("list")).toEqual([]);
    d.addon.run("remove");
    const runs = d.addon.fireTriggers(d.clock + 86_400_000);
    expect(runs).toEqual([{ handler: "daily", owner: "ann", at: Date.UTC(2024, 4, 6, 10) }]);
    expect(d.runtime.user).toBe("bob");
    expect(d.addon.rpc("ran")).toBeNull();
    d.runtime.as("ann");
    expect(d.addon.rpc("ran")).toBe("10h FULL");
    expect(d.addon.rpc("list")).toEqual([["daily", "CLOCK"]]);
    d.addon.run("remove");
    expect(d.runtime.triggers).toEqual([]);
  });

  test.each([
    ["in the script's zone", [10, null], ["2024-05-06T10:00:00.000Z", "2024-05-07T10:00:00.000Z"]],
    ["at an hour that is over today", [9, null], ["2024-05-07T09:00:00.000Z", "2024-05-08T09:00:00.000Z"]],
    ["in a zone that was asked for", [8, "Asia/Shanghai"], ["2024-05-07T00:00:00.000Z", "2024-05-08T00:00:00.000Z"]],
  ])("run every day at their hour %s", (_, args, times) => {
    const d = desk(code);
    d.addon.run("install", ...args);
    const runs = d.addon.fireTriggers(Date.UTC(2024, 4, 8, 9, 0));
    expect(runs.slice(0, 2).map((r) => new Date(r.at).toISOString())).toEqual(times);
  });

  test("keep their hour when the clocks change", () => {
    const d = desk(code);
    d.clock = Date.UTC(2024, 2, 8, 12);
    d.addon.run("install", 9, "America/New_York");
    const runs = d.addon.fireTriggers(Date.UTC(2024, 2, 11, 23));
    expect(runs.map((r) => new Date(r.at).toISOString().slice(5, 16))).toEqual([
      "03-08T14:00",
      "03-09T14:00",
      "03-10T13:00",
      "03-11T13:00",
    ]);
  });

  test.each([
    ["hourly", 3],
    ["once", 1],
    ["weekly", 0],
  ])("made %s run %d times in three hours", (name, times) => {
    const d = desk(code);
    d.addon.run(name);
    expect(d.addon.fireTriggers(d.clock + 3 * 3_600_000)).toHaveLength(times);
  });

  test("made weekly run on their day", () => {
    const d = desk(code);
    d.addon.run("weekly");
    const [first] = d.addon.fireTriggers(d.clock + 7 * 86_400_000);
    expect(new Date(first!.at).toUTCString()).toBe("Fri, 10 May 2024 06:00:00 GMT");
  });

  test("set the clock before each run when they are asked to", () => {
    const d = desk(code);
    d.addon.run("install", 10);
    const seen: number[] = [];
    d.addon.fireTriggers(d.clock + 2 * 86_400_000, (ms) => seen.push(ms));
    expect(seen).toEqual([Date.UTC(2024, 4, 6, 10), Date.UTC(2024, 4, 7, 10)]);
  });

  test("have no screen, and tell nobody when they fail", () => {
    const d = desk(code);
    d.addon.run("screen");
    const [run] = d.addon.fireTriggers(d.clock + 86_400_000);
    expect(String(run!.error)).toContain("Cannot call SpreadsheetApp.getUi() from this context.");
  });

  test("are one a person in an add-on, and at most hourly", () => {
    const d = desk(code, { addonMode: true });
    expect(() => d.addon.run("often")).toThrow("at most once an hour");
    d.addon.run("install", 7);
    expect(() => d.addon.run("install", 8)).toThrow("too many time-based triggers in this document");
    d.runtime.as("bob");
    expect(() => d.addon.run("install", 8)).not.toThrow();
    expect(d.runtime.triggers.map((t) => t.owner)).toEqual(["ann", "bob"]);
  });

  test("are twenty a person in a bound script", () => {
    const d = desk(code);
    for (let i = 0; i < 20; i++) d.addon.run("install", i);
    expect(() => d.addon.run("install", 20)).toThrow("This script has too many triggers.");
  });

  test.each([
    ["install", [24], "hour must be from 0 to 23"],
    ["install", [1.5], "hour must be from 0 to 23"],
    ["install", [7, "Mars/Olympus"], "Invalid time zone: Mars/Olympus"],
    ["nothing", [], "has no time to run at"],
  ])("%s(%j) is refused", (name, args, message) => {
    expect(() => desk(code).addon.run(name, ...args)).toThrow(message);
  });
});
