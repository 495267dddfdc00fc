import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import vm from "node:vm";
import zopfli from "@gfx/zopfli";
import { parse, tokenizer } from "acorn";
import { build as bundle } from "esbuild";
import { minify as shrink } from "terser";

const root = dirname(fileURLToPath(import.meta.url));

/** Google loads the whole of it for every call of the sidebar and every formula. */
export const CODE_CEILING = 200 * 1024;
export const SIDEBAR_CEILING = 60 * 1024;

const GLOBAL = "Tb_"; // Google hides names that end in _ from the sheet and from google.script.run

const COMMON = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  format: "iife",
  target: "es2019",
  charset: "utf8",
  legalComments: "none",
  logLevel: "silent",
};

/** Services that exist on Google's side. At load none may be touched: an add-on that is not enabled in a file has no rights. */
const SERVICES = [
  "SpreadsheetApp",
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
  for (const [name, f] of Object.entries(app.functions)) {
    const parameters = f.parameters.map((p) => p.name);
    // `arguments` keeps an argument that was left out left out.
    stubs.push([name, stub(name, parameters, `functions.${name}.run(...arguments)`, helpOf(f))]);
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

/** What Google reads in the comments above the stubs, and nobody at run time. */
const HELP = new Set(["help", "returns", "type"]);

const declaresHelp = (node) =>
  node.type === "ObjectExpression" &&
  node.properties.some(
    ({ key, value }) => key?.name === "help" && value.properties?.map((word) => word.key?.name).join() === "en,zh",
  );

/** A name that terser is told to leave free. */
const UNDEFINED = "$";

/**
 * The bundle without the help texts, which its stubs carry already, and with one letter for undefined: printed as `void 0`
 * it is 1 % of all.
 */
function leaner(code) {
  // The function around the bundle is called with nothing, so its parameter is undefined.
  const named = code.replace("=(()=>{", `=(${UNDEFINED}=>{`);
  const changes = [];
  const visit = (node) => {
    if (Array.isArray(node)) for (const one of node) visit(one);
    else if (node?.operator === "void" && node.argument.value === 0)
      changes.push({ start: node.start, end: node.end, text: UNDEFINED });
    else if (node && typeof node.type === "string") {
      const parts = declaresHelp(node) ? node.properties : undefined;
      if (!parts) visit(Object.values(node).filter((value) => typeof value === "object"));
      parts?.forEach((part, i) => {
        if (HELP.has(part.key?.name))
          changes.push({ start: part.start, end: parts[i + 1]?.start ?? part.end, text: "" });
        else visit(part);
      });
    }
  };
  visit(parse(named, { ecmaVersion: 10, sourceType: "script" }));
  let whole = "";
  let at = 0;
  for (const { start, end, text } of changes) {
    whole += named.slice(at, start) + text;
    at = end;
  }
  return whole + named.slice(at);
}

/** A module of TypeScript with all that it imports, run here. */
async function moduleOf(path) {
  const { outputFiles } = await bundle({ ...COMMON, entryPoints: [path], globalName: "loaded" });
  return new Function(`${outputFiles[0].text}; return loaded;`)();
}

/** Bytes as a text of printable signs, from which src/core/unpack.ts takes them again. */
function printable(bytes, { DIGITS, THIRTEEN_BELOW }) {
  let text = "";
  let held = 0;
  let count = 0;
  const give = () => {
    const bits = (held & 4095) < THIRTEEN_BELOW ? 13 : 12;
    const pair = held & ((1 << bits) - 1);
    text += DIGITS[Math.floor(pair / DIGITS.length)] + DIGITS[pair % DIGITS.length];
    held >>>= bits;
    count -= bits;
  };
  for (const byte of bytes) {
    held |= byte << count;
    count += 8;
    if (count > 12) give();
  }
  while (count > 0) give();
  return text;
}

/** A text as the bytes that src/core/unpack.ts reads it from. */
function bytesOf(text) {
  const bytes = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    const high = sign >> 8;
    if (sign < 128) bytes.push(sign);
    else if (high > 31 && high < 159) bytes.push(high + 96, sign & 255);
    else bytes.push(255, high, sign & 255);
  }
  return Uint8Array.from(bytes);
}

/** Plain data as a short printable text, from which src/core/unpack.ts makes it again. */
export async function pack(value) {
  const unpack = await moduleOf("src/core/unpack.ts");
  // A twentieth shorter than by zlib.
  const bytes = await zopfli.deflateAsync(bytesOf(JSON.stringify(value) ?? ""), {});
  const text = printable(bytes, unpack);
  try {
    if (isDeepStrictEqual(unpack.unpacked(text)(), value)) return text;
  } catch {
    // It ends in the sentence below, as what comes back changed does.
  }
  throw new Error("a table is too small to be packed, or holds what JSON cannot");
}

/** Tables that are packed together share their words, and are unpacked together. */
const TOGETHER = ["src/core", "src/texts"];
/** As large as all others of core together. */
const APART = "src/core/cells/country-names.table.ts";

/** The tables that are packed with this one, always in one order. */
function packedWith(table) {
  const folder = TOGETHER.find((one) => table.startsWith(`${one}/`));
  if (!folder || table === APART) return [table];
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => `${folder}/${name.split(sep).join("/")}`)
    .filter((path) => path.endsWith(".table.ts") && path !== APART)
    .sort();
}

/** The tables of words are a third of the bundle as they stand, and half of that packed. */
const packTables = {
  name: "pack tables",
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /\.table\.ts$/, namespace: "file" }, ({ path }) => {
      const table = relative(root, path).split(sep).join("/");
      const group = packedWith(table);
      return {
        contents: `import tables from "packed:${group[0]}"; export default () => tables()[${group.indexOf(table)}];`,
      };
    });
    onResolve({ filter: /^packed:/ }, ({ path }) => ({ path: path.slice("packed:".length), namespace: "packed" }));
    onLoad({ filter: /./, namespace: "packed" }, async ({ path }) => {
      const tables = await Promise.all(packedWith(path).map(async (one) => (await moduleOf(one)).default()));
      return {
        contents:
          `import { unpacked } from "./src/core/unpack";\n` +
          `export default /* @__PURE__ */ unpacked("${await pack(tables)}");`,
        resolveDir: root,
      };
    });
  },
};

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
    mangle: { reserved: [UNDEFINED] },
    format: { ecma: 2019, comments: false },
  });
  // Before it is run: an engine newer than Google's would run syntax that Google refuses.
  refuseNewerSyntax(app);
  const stubs = stubsOf(loadInEmptyContext(app));
  refuseNamesDeclaredTwice(stubs.map(([name]) => name));
  const text = `${LICENCES}\n${pasteable(leaner(app))}\n${stubs.map(([, stubText]) => stubText).join("")}`;
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
