import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import vm from "node:vm";
import { expect, inject, test } from "vitest";
import { builtAddon } from "./office";

// @ts-expect-error: plain JavaScript
const { build } = (await import("../../build.mjs")) as {
  build(options: { outdir: string; entry?: string }): Promise<{ names: string[]; size: number }>;
};

const folder = () => mkdtempSync(join(inject("folder"), "build-"));

/** An add-on of one file, with something wrong in it. */
function addon(body: string): { outdir: string; entry: string } {
  const outdir = folder();
  const entry = join(outdir, "entries.ts");
  writeFileSync(entry, body);
  return { outdir: join(outdir, "dist"), entry };
}

const EMPTY =
  "export const functions = {}; export const corridorFunctions = {}; export const menu = {}; export const triggers = {}; export const reserved = {};";

test.each([
  [
    "a service touched at load",
    `${EMPTY} export const server = {}; const zone = Session.getScriptTimeZone(); console.log(zone);`,
    /Session.getScriptTimeZone at load/,
  ],
  [
    "a name declared twice",
    `${EMPTY.replace("menu = {}", "menu = { open: { run() {} } }")} export const server = { open: { run() {} } };`,
    /declared twice: open/,
  ],
  [
    "a regular expression that looks behind",
    `${EMPTY} export const server = { a: { run: () => /(?<=a)b/.test("ab") } };`,
    /looks behind|lookbehind/i,
  ],
  ["a number beyond ES2019", `${EMPTY} export const server = { a: { run: () => String(10n) } };`, /[Bb]ig/],
  [
    "a file over its ceiling",
    `${EMPTY} export const server = { a: { run: () => "${"x".repeat(300_000)}" } };`,
    /over its ceiling/,
  ],
])("%s stops the build, and nothing is written", async (_, body, message) => {
  const broken = addon(body);
  await expect(build(broken)).rejects.toThrow(message);
  expect(() => readdirSync(broken.outdir)).toThrow();
});

test("clasp would push exactly the three files", async () => {
  const project = folder();
  mkdirSync(join(project, "dist"));
  for (const name of readdirSync(await builtAddon())) {
    writeFileSync(join(project, "dist", name), readFileSync(join(await builtAddon(), name)));
  }
  writeFileSync(join(project, ".clasp.json"), JSON.stringify({ scriptId: "dummy", rootDir: "dist" }));
  const clasp = resolve("node_modules/@google/clasp/build/src/index.js");
  const said = execFileSync(process.execPath, [clasp, "show-file-status", "--json"], {
    cwd: project,
    encoding: "utf8",
  });
  const { filesToPush, untrackedFiles } = JSON.parse(said) as { filesToPush: string[]; untrackedFiles: string[] };
  expect(filesToPush.map((name) => name.replace(/^dist\//, "")).sort()).toEqual([
    "Code.js",
    "Sidebar.html",
    "appsscript.json",
  ]);
  expect(untrackedFiles).toEqual([]);
});

test("the licences stand at the top of what goes to Google", async () => {
  const [first] = readFileSync(join(await builtAddon(), "Code.js"), "utf8").split("\n");
  expect(first).toMatch(
    /^\/\* Tierbook, MIT licence\..*i18n-iso-countries, \(c\) 2016 widdix GmbH, MIT licence\. \*\/$/,
  );
});

test("what goes to Google is pasted by hand: no sign in it is a control character", async () => {
  const code = readFileSync(join(await builtAddon(), "Code.js"), "utf8");
  expect([...code].filter((sign) => sign !== "\n" && /\p{Cc}/u.test(sign))).toEqual([]);
});

/** The files of an add-on, run with a count of what is unpacked: each table ends in one reading of JSON. */
function counted(outdir: string): vm.Context & { unpacked: number } {
  const context = vm.createContext({ unpacked: 0 });
  vm.runInContext("const { parse } = JSON; JSON.parse = (text) => { unpacked++; return parse(text); };", context);
  vm.runInContext(readFileSync(join(outdir, "Code.js"), "utf8"), context);
  return context as vm.Context & { unpacked: number };
}

test("no table of words is unpacked when the bundle is loaded", async () => {
  expect(counted(await builtAddon()).unpacked).toBe(0);
});

test("a table of words goes packed, and is unpacked at first need, once", async () => {
  const table = resolve("src/core/tables/headers.table.ts");
  const { outdir, entry } = addon(
    `import table from ${JSON.stringify(table)}; ${EMPTY} export const server = { headers: { run: () => table() } };`,
  );
  await build({ outdir, entry });
  expect(readFileSync(join(outdir, "Code.js"), "utf8")).not.toContain("客户");
  const context = counted(outdir);
  expect(context.unpacked).toBe(0);
  const { default: headers } = await import("../../src/core/tables/headers.table");
  for (let time = 0; time < 2; time++) {
    expect(JSON.parse(vm.runInContext("JSON.stringify(headers())", context))).toEqual(headers());
    expect(context.unpacked).toBe(1);
  }
});

/** An add-on in which the opening of a file, a formula and the sidebar share some code, and each has its own. */
const SHARED = `
  export { unpacked } from ${JSON.stringify(resolve("src/core/unpack.ts"))};
  const shared = (value) => value + (value > 3 ? 0 : shared(value + 1));
  const formula = (value) => "formula: " + shared(value) + shared(value + 1);
  class Batch { constructor(name) { this.name = name; } toString() { return "batch of " + this.name + WORDS.join(); } }
  const WORDS = ["客户", "half a \\"word\\" \\\\", \`line\\nend \${shared(1)}\`];
  let turns = 0;
  function begin(name) { turns++; return String(new Batch(name)) + formula(1) + steps(turns) + (turns > 1 ? "" : begin(name)); }
  function steps(count) { return "*".repeat(count); }
  export const functions = { CUSTOMER_SUM: { help: { en: "a", zh: "b" }, parameters: [], returns: { en: "", zh: "" }, run: formula } };
  export const corridorFunctions = {};
  export const menu = {};
  export const reserved = { onOpen: { run: () => "open: " + shared(2) } };
  export const triggers = { daily: { run: () => begin("day") } };
  export const server = { write: { parameters: ["name"], run: begin } };
`;

test("what the opening of a file does not need goes packed, and is run at the first call, once", async () => {
  const { outdir, entry } = addon(SHARED);
  await build({ outdir, entry });
  const code = readFileSync(join(outdir, "Code.js"), "utf8");
  expect(code).toContain("open: ");
  expect(code).not.toMatch(/formula: |batch of|客户/);
  const context = counted(outdir);
  const run = (call: string): unknown => vm.runInContext(call, context);
  expect(run("onOpen()")).toBe("open: 9");
  expect(context.unpacked).toBe(0);
  expect(run("CUSTOMER_SUM(1)")).toBe("formula: 109");
  expect(context.unpacked).toBe(1);
  const said = 'batch of A客户,half a "word" \\,line\nend 10formula: 109';
  expect(run('write("A")')).toBe(`${said}*${said}**`);
  expect(run("daily()")).toBe(`${said.replace("of A", "of day")}***`);
  expect(context.unpacked).toBe(1);
});

test("all that the sheet, the sidebar and the clock can call is there after the first call", async () => {
  const context = counted(await builtAddon());
  for (const late of [
    "functions.CUSTOMER_TIER",
    "corridorFunctions.CUSTOMER_CLASS",
    "server.begin",
    "triggers.refreshDaily",
  ])
    expect(vm.runInContext(`typeof Tb_.${late}.run`, context), late).toBe("function");
});

test("every declared name is a function in an empty context, with its help right above it", async () => {
  const code = readFileSync(join(await builtAddon(), "Code.js"), "utf8");
  const context = vm.createContext({});
  vm.runInContext(code, context);
  const { names } = await build({ outdir: folder() });
  expect(names).toContain("CUSTOMER_TIER");
  expect(names).toContain("onOpen");
  for (const name of names) expect(vm.runInContext(`typeof ${name}`, context), name).toBe("function");
  for (const name of names.filter((one) => one.startsWith("CUSTOMER_"))) {
    const block = new RegExp(`/\\*\\*\\n((?: \\*.*\\n)+) \\*/\\nfunction ${name}\\(([^)]*)\\)`).exec(code);
    expect(block, name).not.toBeNull();
    expect(block![1], name).toContain("@customfunction");
    const described = [...block![1]!.matchAll(/@param \{[^}]+\} (\w+)/g)].map((m) => m[1]);
    expect(described, name).toEqual(block![2]!.split(", "));
    expect(described.slice(-2), name).toEqual(["as_of", "policy"]);
    expect(block![1], name).toContain("TIERBOOK_DAY");
  }
});

test("nothing of the edge is async: at Google a rejected promise would vanish", () => {
  const sources = readdirSync("src/edge").filter((name) => name.endsWith(".ts"));
  expect(sources.length).toBeGreaterThan(20);
  for (const name of sources) {
    expect(readFileSync(join("src/edge", name), "utf8"), name).not.toMatch(/\basync \b|\bawait \b|\bPromise\b/);
  }
});
