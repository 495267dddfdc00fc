import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

/** Small pure libraries that core may lean on; anything else would be asked about first. */
const CORE_PACKAGES = ["i18n-iso-countries/langs/en.json", "i18n-iso-countries/langs/zh.json"];

interface Import {
  readonly file: string;
  /** A path from the top of the project without extension, or a package. */
  readonly from: string;
  readonly typeOnly: boolean;
}

const sourcesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(ts|mjs|js)$/.test(file) && !file.endsWith(".d.ts"))
    .map((file) => join(folder, file));

const textOf = (file: string) => readFileSync(join(root, file), "utf8");

/** Every import of a file: static, dynamic, re-exported, and `import("…")` in a type. */
function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.ES2022, true);
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const { text } = specifier;
    const from = text.startsWith(".")
      ? relative(root, join(root, dirname(file), text))
          .replace(/\\/g, "/")
          .replace(/\.(ts|js|mjs)$/, "")
      : text;
    found.push({ file, from, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const clause = node.importClause;
      const named = clause?.namedBindings;
      const eachIsType =
        !clause?.name && named && ts.isNamedImports(named) && named.elements.length > 0
          ? named.elements.every((element) => element.isTypeOnly)
          : false;
      add(node.moduleSpecifier, clause?.isTypeOnly === true || eachIsType);
    } else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Imports of a folder that the rule does not allow, as they would be complained about. */
function forbidden(folder: string, allowed: (one: Import) => boolean): string[] {
  const files = sourcesIn(folder);
  expect(files.length).toBeGreaterThan(0);
  return files
    .flatMap(importsOf)
    .filter((one) => !allowed(one))
    .map(({ file, from }) => `${file} -> ${from}`);
}

const within = (from: string, ...folders: string[]) =>
  folders.some((folder) => from === folder || from.startsWith(`${folder}/`));

describe("imports go one way", () => {
  test("core imports itself and small pure libraries", () => {
    expect(forbidden("src/core", ({ from }) => within(from, "src/core") || CORE_PACKAGES.includes(from))).toEqual([]);
  });
  test("texts import nothing but texts", () => {
    expect(forbidden("src/texts", ({ from }) => within(from, "src/texts"))).toEqual([]);
  });
  test("the edge imports core and texts, and types of what crosses to the sidebar", () => {
    expect(forbidden("src/edge", ({ from }) => within(from, "src/edge", "src/core", "src/texts"))).toEqual([]);
  });
  test("the sidebar imports texts, and of edge and core types only", () => {
    const page = sourcesIn("sidebar").filter((file) => file.endsWith(".ts"));
    expect(page.length).toBeGreaterThan(0);
    const wrong = page
      .flatMap(importsOf)
      .filter(({ from, typeOnly }) => {
        if (within(from, "sidebar", "src/texts")) return false;
        return !(within(from, "src/edge", "src/core") && typeOnly);
      })
      .map(({ file, from }) => `${file} -> ${from}`);
    expect(wrong).toEqual([]);
  });
  test("the workbench runs what is built, and of src imports texts alone", () => {
    expect(forbidden("workbench", ({ from }) => within(from, "src/texts") || !within(from, "src", "sidebar"))).toEqual(
      [],
    );
  });
  test("src imports nothing of workbench, sidebar or test", () => {
    expect(forbidden("src", ({ from }) => !within(from, "workbench", "sidebar", "test"))).toEqual([]);
  });
  test("relative imports of src and sidebar name no extension", () => {
    const wrong = ["src", "sidebar"]
      .flatMap(sourcesIn)
      .flatMap((file) =>
        file.endsWith(".ts")
          ? [...textOf(file).matchAll(/from "(\.[^"]+\.(?:ts|js|mjs))"/g)].map(([, to]) => `${file} -> ${to}`)
          : [],
      );
    expect(wrong).toEqual([]);
  });
});

/** The code of a file without its comments and its texts. */
function codeOf(file: string): string {
  const text = textOf(file);
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, true, ts.LanguageVariant.Standard, text);
  const names: string[] = [];
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan())
    if (token === ts.SyntaxKind.Identifier || token === ts.SyntaxKind.PrivateIdentifier)
      names.push(scanner.getTokenText());
    else if (token === ts.SyntaxKind.DotToken) names.push(".");
    else names.push(" ");
  return names.join("");
}

const GOOGLE =
  /(?<![\w.])(SpreadsheetApp|PropertiesService|CacheService|LockService|ScriptApp|HtmlService|Session|Utilities|Logger|UrlFetchApp|MailApp|GmailApp)(?!\w)/;

describe("who says what", () => {
  test.each(["src/core", "src/texts", "sidebar"])("%s never says a service of Google's", (folder) => {
    expect(sourcesIn(folder).filter((file) => file.endsWith(".ts") && GOOGLE.test(codeOf(file)))).toEqual([]);
  });
  test("the edge does", () => {
    expect(sourcesIn("src/edge").some((file) => GOOGLE.test(codeOf(file)))).toBe(true);
  });
  test("only sidebar/rpc.ts says google.script", () => {
    const speakers = ["src", "sidebar"].flatMap(sourcesIn).filter((file) => /\bgoogle\.script\b/.test(codeOf(file)));
    expect(speakers).toEqual(["sidebar/rpc.ts"]);
  });
  test("core knows no clock and no chance", () => {
    const wrong = sourcesIn("src/core").filter((file) => {
      const code = textOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
      return /\bDate\.now\b|new Date\(\s*\)|Math\.random|\bperformance\b/.test(code);
    });
    expect(wrong).toEqual([]);
  });
  test("src and sidebar use nothing that Apps Script lacks, or that ES2019 cannot be given", () => {
    const lacking = /\b(setTimeout|setInterval|TextEncoder|TextDecoder|structuredClone|URL|BigInt|process|Buffer)\b/;
    const wrong = ["src", "sidebar"]
      .flatMap(sourcesIn)
      .filter((file) => file.endsWith(".ts") && lacking.test(codeOf(file)));
    // The page runs in a browser, and looks at the selected row while the card is open: the one place that keeps time.
    expect(wrong).toEqual(["sidebar/poll.ts"]);
    const newer = ["src", "sidebar"]
      .flatMap(sourcesIn)
      .filter((file) => file.endsWith(".ts"))
      .filter((file) => /\(\?<[=!]|\bthis\.#|\b\d+n\b/.test(textOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")));
    expect(newer).toEqual([]);
  });
});
