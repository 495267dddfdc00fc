import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import vm from "node:vm";
import { parse, tokenizer } from "acorn";
import { build as bundle } from "esbuild";
import { minify as shrink } from "terser";
import { deferred, WAKE } from "./packaging/defer.mjs";
import { leaner, UNDEFINED } from "./packaging/lean.mjs";
import { COMMON, packTables } from "./packaging/pack.mjs";

const root = dirname(fileURLToPath(import.meta.url));

/** Google loads the whole of it for every call of the sidebar and every formula. */
export const CODE_CEILING = 200 * 1024;
export const SIDEBAR_CEILING = 60 * 1024;

const GLOBAL = "Tb_"; // Google hides names that end in _ from the sheet and from google.script.run

/** Services that exist on Google's side. At load none may be touched: an add-on that is not enabled in a file has no rights. */
const SERVICES = [
  "SpreadsheetApp",
  "Charts",
  "PropertiesService",
  "CacheService",
  "LockService",
  "ScriptApp",
  "HtmlService",
  "Session",
  "Utilities",
  "Logger",
  "UrlFetchApp",
  "DriveApp",
  "MailApp",
  "GmailApp",
  "Browser",
  "console",
];

/** Runs the bundle with services that throw, and gives what it exports. */
function loadInEmptyContext(code) {
  const globals = {};
  for (const name of SERVICES) {
    globals[name] = new Proxy(() => {}, {
      get: (_, member) => {
        throw new Error(`the bundle touches ${name}.${String(member)} at load, before Google gives it any right`);
      },
      apply: () => {
        throw new Error(`the bundle calls ${name} at load, before Google gives it any right`);
      },
    });
  }
  return vm.runInNewContext(`${code}\n;${GLOBAL}`, globals);
}

// Google shows one block of text and drops line ends and tags.
const line = (text) => text.replace(/\s+/g, " ").replace(/\*\//g, "* /").trim();
const both = (help) => line(`${help.en} ${help.zh}`);

/** The comment that makes Google offer a function while a formula is typed. What it returns Google does not show. */
function helpOf(f) {
  const optional = { en: "Optional.", zh: "可不填。" };
  const parameters = f.parameters.map((p) => {
    const words = p.optional ? { en: `${optional.en} ${p.help.en}`, zh: `${optional.zh}${p.help.zh}` } : p.help;
    return ` * @param {${p.type}} ${p.name} ${both(words)}`;
  });
  return ["/**", ` * ${both(f.help)}`, ...parameters, " * @customfunction", " */", ""].join("\n");
}

/** A function that Google can see. */
const stub = (name, parameters, call, help = "") =>
  `${help}function ${name}(${parameters.join(", ")}) {return ${GLOBAL}.${call}}\n`;

/** Every name that Google can call, printed from the one declaration of each. */
function stubsOf(app) {
  const stubs = [];
  for (const group of ["functions", "corridorFunctions"]) {
    for (const [name, f] of Object.entries(app[group])) {
      const parameters = f.parameters.map((p) => p.name);
      // `arguments` keeps an argument that was left out left out.
      stubs.push([name, stub(name, parameters, `${group}.${name}.run(...arguments)`, helpOf(f))]);
    }
  }
  for (const group of ["reserved", "menu", "triggers", "server"]) {
    for (const [name, { parameters = [] }] of Object.entries(app[group])) {
      stubs.push([name, stub(name, parameters, `${group}.${name}.run(${parameters.join(", ")})`)]);
    }
  }
  return stubs;
}

function refuseNamesDeclaredTwice(names) {
  const twice = names.filter((name, i) => names.indexOf(name) !== i);
  if (twice.length > 0) throw new Error(`declared twice: ${twice.join(", ")}`);
}

/** Google's upload refuses what is newer than ES2019, and its engine lacks a few things that esbuild lets through. */
function refuseNewerSyntax(code) {
  try {
    parse(code, { ecmaVersion: 10, sourceType: "script" });
  } catch (error) {
    throw new Error(`Code.js holds syntax newer than ES2019: ${error.message}`);
  }
  for (const token of tokenizer(code, { ecmaVersion: 10 })) {
    if (token.type.label === "regexp" && /\(\?<[=!]/.test(token.value.pattern)) {
      throw new Error(`Code.js holds a regular expression that looks behind: ${token.value.pattern}`);
    }
  }
}

function refuseLarge(name, text, ceiling) {
  const bytes = Buffer.byteLength(text);
  if (bytes > ceiling) throw new Error(`${name} is ${bytes} bytes, over its ceiling of ${ceiling}`);
  return bytes;
}

/** The licences ask that they stay with every copy. */
const LICENCES = "/* Tierbook, MIT licence. Country names: i18n-iso-countries, (c) 2016 widdix GmbH, MIT licence. */";

/** A control character would be lost where somebody pastes the file by hand; in a text or a pattern its number means the same. */
const pasteable = (code) =>
  code.replace(/(?!\n)\p{Cc}/gu, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, "0")}`);

/** The text of Code.js: the bundle, and under it the names that Google can call. */
async function code(entry) {
  const result = await bundle({
    ...COMMON,
    entryPoints: [entry],
    globalName: GLOBAL,
    // Names are terser's: esbuild would give $, which then stood for two things.
    minifySyntax: true,
    minifyWhitespace: true,
    plugins: [packTables],
  });
  // What esbuild cannot lower it passes on with a warning: 10n becomes a call of BigInt.
  const [warning] = result.warnings;
  if (warning) throw new Error(`${warning.location?.file ?? entry}: ${warning.text}`);
  // esbuild lowers the syntax, terser takes out what is left: 2 % of what every formula loads.
  const { code: app } = await shrink(result.outputFiles[0].text, {
    ecma: 2019,
    compress: {
      ecma: 2019,
      passes: 3,
      inline: 1,
      hoist_funs: true,
      unsafe: true,
      unsafe_arrows: true,
      pure_getters: true,
    },
    mangle: { reserved: [UNDEFINED, WAKE] },
    format: { ecma: 2019, comments: false },
  });
  // Before it is run: an engine newer than Google's would run syntax that Google refuses.
  refuseNewerSyntax(app);
  const stubs = stubsOf(loadInEmptyContext(app));
  refuseNamesDeclaredTwice(stubs.map(([name]) => name));
  const text = `${LICENCES}\n${pasteable(await deferred(leaner(app)))}\n${stubs.map(([, stubText]) => stubText).join("")}`;
  refuseNewerSyntax(text);
  return { text, names: stubs.map(([name]) => name) };
}

/**
 * Makes the three files that go to Google: Code.js, Sidebar.html, appsscript.json.
 *
 * Throws a sentence when a service is touched at load, a name is declared twice, syntax is newer than ES2019, or a file
 * is over its ceiling; then nothing is written.
 */
export async function build({ outdir = join(root, "dist"), entry = "src/edge/entries.ts", verbose = false } = {}) {
  const { buildSidebar } = await import(pathToFileURL(join(root, "sidebar/build.mjs")).href);
  const [{ text, names }, sidebar] = await Promise.all([code(entry), buildSidebar()]);
  const size = refuseLarge("Code.js", text, CODE_CEILING);
  const sidebarSize = refuseLarge("Sidebar.html", sidebar, SIDEBAR_CEILING);
  mkdirSync(outdir, { recursive: true });
  writeFileSync(join(outdir, "Code.js"), text);
  writeFileSync(join(outdir, "Sidebar.html"), sidebar);
  writeFileSync(join(outdir, "appsscript.json"), readFileSync(join(root, "appsscript.json")));
  if (verbose)
    console.log(`Code.js ${size} bytes, Sidebar.html ${sidebarSize} bytes, ${names.length} names: ${names.join(" ")}`);
  return { names, size, sidebarSize };
}

if (process.argv[1] && pathToFileURL(process.argv[1]).href === import.meta.url) {
  build({ verbose: process.argv.includes("--verbose") }).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
