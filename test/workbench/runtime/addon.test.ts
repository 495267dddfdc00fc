import { describe, expect, test } from "vitest";
import { ScriptStopped } from "../../../workbench/runtime/machine";
import { desk, script } from "./desk";

const one = { top: 0, left: 0, bottom: 0, right: 0 };

describe("google.script.run", () => {
  test.each<[string, unknown]>([
    ["", null],
    ["return null;", null],
    ["return [1, undefined, 'x', { a: true, b: undefined }];", [1, null, "x", { a: true }]],
    ["return NaN;", null],
  ])("gives back plain data: %s", (body, expected) => {
    expect(desk(script(body)).addon.rpc("go")).toEqual(expected);
  });

  test.each([
    ["return new Date();", "contains a Date"],
    ["return { rows: [[new Date()]] };", "contains a Date"],
    ["return () => 1;", "contains a function"],
    ["return new Map();", "contains a Map"],
    ["const a = []; a.push(a); return a;", "contains itself"],
    ["return sheet;", "cannot be sent"],
  ])("fails for %s", (body, message) => {
    expect(() => desk(script(body)).addon.rpc("go")).toThrow(message);
  });

  test("hands plain copies over, native to the script, and refuses dates, private and unknown functions", () => {
    const d = desk(
      `function go(a) { a.list.push(3); return [a.list instanceof Array, a.list]; } function secret_() {}`,
    );
    const sent = { list: [1, 2] };
    expect(d.addon.rpc("go", sent)).toEqual([true, [1, 2, 3]]);
    expect(sent.list).toEqual([1, 2]);
    expect(() => d.addon.rpc("go", { at: new Date() })).toThrow("argument 1 of go contains a Date");
    expect(() => d.addon.rpc("secret_")).toThrow("private");
    expect(() => d.addon.rpc("missing")).toThrow("Script function not found: missing");
    expect(() => d.addon.rpc("toString")).toThrow("Script function not found");
  });
});

describe("every run of the script", () => {
  test("starts from nothing: what a script remembers is gone", () => {
    const d = desk("let n = 0; function go() { return ++n; }");
    expect([d.addon.rpc("go"), d.addon.rpc("go")]).toEqual([1, 1]);
  });

  test("fails when the script touches a service while it loads and may not", () => {
    const d = desk("const name = SpreadsheetApp.getActive().getName(); function onOpen() {}");
    expect(() => d.addon.openUnauthorised()).toThrow("You do not have permission to call SpreadsheetApp.getActive.");
    expect(() => d.addon.open()).not.toThrow();
  });
});

describe("authorization modes", () => {
  const code = (body: string) => `function onOpen(e) { ${body} }`;
  const menu = 'SpreadsheetApp.getUi().createMenu("Tierbook").addItem("Run", "go").addSeparator().addToUi();';

  test.each<[string, string, string, string]>([
    ["the menu", menu, "yes", "yes"],
    ["the locale", "Session.getActiveUserLocale();", "yes", "yes"],
    ["the log", "Logger.log('x');", "yes", "yes"],
    ["the document", "SpreadsheetApp.getActiveSpreadsheet();", "yes", "no"],
    ["a write", "SpreadsheetApp.getActive().getActiveSheet().getRange('A1').setValue(1);", "yes", "no"],
    ["properties", "PropertiesService.getDocumentProperties();", "yes", "no"],
    ["the cache", "CacheService.getDocumentCache();", "yes", "no"],
    ["a lock", "LockService.getDocumentLock();", "yes", "no"],
    ["a sidebar", "SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x'));", "no", "no"],
    ["triggers", "ScriptApp.getProjectTriggers();", "no", "no"],
    ["the person", "Session.getActiveUser().getEmail();", "no", "no"],
  ])("on opening, %s: LIMITED %s %s, NONE %s", (_, body, limited, none) => {
    const may = (open: (d: ReturnType<typeof desk>) => void) => {
      try {
        open(desk(code(body)));
        return "yes";
      } catch (error) {
        expect(String(error)).toContain("You do not have permission to call");
        return "no";
      }
    };
    expect(may((d) => d.addon.open())).toBe(limited);
    expect(may((d) => d.addon.openUnauthorised())).toBe(none);
  });

  test("tell the script in its event", () => {
    const d = desk(
      "function onOpen(e) { Logger.log(e.authMode + ' ' + (e.authMode === ScriptApp.AuthMode.LIMITED)); }",
    );
    d.addon.open();
    expect(d.runtime.logged).toEqual(["LIMITED true"]);
  });

  test("show the menu on the screen", () => {
    const d = desk(code(menu));
    d.addon.openUnauthorised();
    expect(d.screen).toEqual(["menu Tierbook: Run, "]);
  });

  test.each([
    ["SpreadsheetApp.getActive();", [], "Specified permissions are not sufficient to call SpreadsheetApp.getActive."],
    [
      "ScriptApp.getProjectTriggers();",
      ["spreadsheets"],
      "Required permissions: https://www.googleapis.com/auth/script.scriptapp",
    ],
    ["SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(''));", [], "script.container.ui"],
    ["Session.getActiveUser().getEmail();", ["spreadsheets"], "userinfo.email"],
  ])("need the scope of the manifest for %s", (body, names, message) => {
    const oauthScopes = names.map((n) => `https://www.googleapis.com/auth/${n}`);
    const d = desk(`function go() { ${body} }`, { manifest: { oauthScopes } });
    expect(() => d.addon.run("go")).toThrow(message);
    const email = ["https://www.googleapis.com/auth/userinfo.email"];
    const all = ["spreadsheets", "script.container.ui", "script.scriptapp"].map(
      (n) => `https://www.googleapis.com/auth/${n}`,
    );
    expect(() =>
      desk(`function go() { ${body} }`, { manifest: { oauthScopes: [...all, ...email] } }).addon.run("go"),
    ).not.toThrow();
  });
});

describe("a function in a cell", () => {
  const withFunction = (body: string, changes = {}) =>
    desk(`/** @customfunction */\nfunction F(a, b) { ${body} }`, changes);
  const result = (d: ReturnType<typeof desk>, formula: string) => {
    d.store.write(d.store.active(), 0, 0, [[{ formula }]]);
    return [d.store.values(d.store.active(), one)[0]![0], d.store.message(d.store.active(), 0, 0)];
  };

  test("gets days as Dates of its own realm in the spreadsheet's zone, blanks as empty text, ranges as rows", () => {
    const d = withFunction("return [[a instanceof Date ? a.toISOString() : typeof a, JSON.stringify(b), b.length]];");
    const sheet = d.store.active();
    d.store.write(sheet, 1, 0, [[{ value: 45_000 }, { value: "" }, { value: "x" }]]);
    d.store.setFormat(sheet, { top: 1, left: 0, bottom: 1, right: 0 }, "yyyy-mm-dd");
    d.store.write(sheet, 0, 0, [[{ formula: "=F(A2,B2:C3)" }]]);
    expect(d.store.values(sheet, { ...one, right: 2 })).toEqual([
      ["2023-03-14T16:00:00.000Z", '[["","x"],["",""]]', 2],
    ]);
  });

  test("may give a Date, a list that runs down, rows of uneven length, or nothing", () => {
    const d = withFunction(
      "return a === 1 ? new Date('2024-05-06T16:00:00Z') : a === 2 ? [1, 2] : a === 3 ? [[1], [2, 3]] : undefined;",
    );
    const sheet = d.store.active();
    const read = (formula: string) => {
      d.store.write(sheet, 0, 0, [[{ formula }]]);
      return d.store.values(sheet, { ...one, bottom: 1, right: 1 });
    };
    expect(read("=F(2)")).toEqual([
      [1, ""],
      [2, ""],
    ]);
    expect(read("=F(3)")).toEqual([
      [1, ""],
      [2, 3],
    ]);
    expect(read("=F(4)")[0]![0]).toBe("");
    d.store.write(sheet, 0, 0, [[{ formula: "=F(1)" }]]);
    expect(d.store.displays(sheet, one)).toEqual([["2024-05-07"]]);
  });

  test.each([
    [
      "SpreadsheetApp.getActive().getActiveSheet().getRange('B1').setValue(1)",
      "You do not have permission to call SpreadsheetApp.Range.setValue.",
    ],
    ["SpreadsheetApp.getUi()", "You do not have permission to call SpreadsheetApp.getUi."],
    ["ScriptApp.getProjectTriggers()", "You do not have permission to call ScriptApp.getProjectTriggers."],
    ["Session.getActiveUser().getEmail()", "You do not have permission to call Session.User.getEmail."],
    ["missing.name", "missing is not defined"],
  ])("shows #ERROR! with the sentence when it does %s", (expression, message) => {
    expect(result(withFunction(`return ${expression};`), "=F(1)")).toEqual(["#ERROR!", message]);
  });

  test("reads properties and cells", () => {
    const d = withFunction(
      "return PropertiesService.getDocumentProperties().getProperty('k') + SpreadsheetApp.getActive().getName();",
    );
    d.runtime.machine.state.documentProperties.set("k", "v ");
    expect(result(d, "=F(1)")).toEqual(["v Workbook", ""]);
  });

  test("has thirty seconds", () => {
    const slow = (ms: number) => {
      const d: ReturnType<typeof desk> = withFunction(`Utilities.sleep(${ms}); return "done";`, {
        sleep: (passed: number) => {
          d.clock += passed;
        },
      });
      return result(d, "=F(1)");
    };
    expect(slow(30_000)).toEqual(["done", ""]);
    expect(slow(30_001)).toEqual(["#ERROR!", "Exceeded maximum execution time (line 0)"]);
  });

  test("sees what a script changed since, not what it remembers", () => {
    const d =
      desk(`let known; /** @customfunction */\nfunction F() { return known = known || PropertiesService.getDocumentProperties().getProperty("k"); }
function go(v) { PropertiesService.getDocumentProperties().setProperty("k", v); }`);
    d.addon.rpc("go", "one");
    expect(result(d, "=F()")[0]).toBe("one");
    d.addon.rpc("go", "two");
    expect(result(d, "=F()")[0]).toBe("two");
  });

  test("is anonymous, and has the owner's user properties", () => {
    const d =
      desk(`/** @customfunction */\nfunction F() { return PropertiesService.getUserProperties().getProperty("k"); }
function go(v) { PropertiesService.getUserProperties().setProperty("k", v); }`);
    d.addon.rpc("go", "ann's");
    d.runtime.as("bob");
    d.addon.rpc("go", "bob's");
    expect(result(d, "=F()")[0]).toBe("ann's");
  });
});

describe("people who share a document", () => {
  test("share its properties and keep their own", () => {
    const d =
      desk(`function go(k) { const all = [PropertiesService.getDocumentProperties(), PropertiesService.getUserProperties()];
      if (k) all.forEach((p) => p.setProperty("k", k)); return all.map((p) => p.getProperty("k")); }`);
    expect(d.addon.rpc("go", "ann")).toEqual(["ann", "ann"]);
    d.runtime.as("bob");
    expect(d.addon.rpc("go")).toEqual(["ann", null]);
    d.runtime.as("ann");
    expect(d.addon.rpc("go")).toEqual(["ann", "ann"]);
  });

  test("cannot hold the document's lock at once; the end of a run lets it go", () => {
    const d =
      desk(`function go() { const lock = LockService.getDocumentLock(); const got = lock.tryLock(10); return [got, lock.hasLock()]; }
function wait() { LockService.getDocumentLock().waitLock(10); }
function outer() { const lock = LockService.getDocumentLock(); lock.tryLock(1); SpreadsheetApp.getActive().getName(); lock.releaseLock(); return SpreadsheetApp.getActive().getName(); }`);
    const inside: unknown[] = [];
    const other = () => {
      d.runtime.as("bob");
      inside.push(d.addon.rpc("go"));
      try {
        d.addon.run("wait");
        inside.push("got it");
      } catch (error) {
        inside.push((error as Error).message);
      }
      d.runtime.as("ann");
    };
    d.runtime.faults.at(2, other);
    d.addon.run("outer");
    expect(inside).toEqual([[false, false], "Lock timeout: another process was holding the lock for too long."]);
    expect(d.addon.rpc("go")).toEqual([true, true]);
    expect(d.addon.rpc("go")).toEqual([true, true]);
  });
});

test("a thrown error reaches who clicked; a stop is told apart", () => {
  const d = desk(
    `function go() { throw new TypeError("no rows"); } function read() { SpreadsheetApp.getActive().getName(); }`,
  );
  expect(() => d.addon.run("go")).toThrow("no rows");
  d.runtime.faults.at(1, "stop");
  expect(() => d.addon.rpc("read")).toThrow(ScriptStopped);
});
