// Bundles the workbench into .workbench/: the two Node programs and the page. It does not build the add-on: that is
// what the workbench runs, from dist/.
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const target = join(root, ".workbench");
const fromEngine = createRequire(createRequire(import.meta.url).resolve("@odoo/o-spreadsheet"));

/**
 * Folder in the page, package, files. The engine is LGPL: it is handed out as separate unmodified files with its
 * licence, so that anyone can put another version in their place. Nothing of it is in dist/.
 */
const LIBRARIES = [
  [
    "o-spreadsheet",
    "@odoo/o-spreadsheet",
    ["dist/o_spreadsheet.min.iife.js", "dist/o_spreadsheet.xml", "dist/o_spreadsheet.css", "LICENSE"],
  ],
  ["owl", "@odoo/owl", ["dist/owl.iife.js", "LICENSE"]],
  ["chart.js", "chart.js", ["dist/chart.umd.js", "LICENSE.md"]],
  ["bootstrap", "bootstrap", ["dist/css/bootstrap.min.css", "LICENSE"]],
  [
    "font-awesome",
    "font-awesome",
    ["css/font-awesome.min.css", "fonts/fontawesome-webfont.woff2", "fonts/fontawesome-webfont.woff", "README.md"],
  ],
];

rmSync(target, { recursive: true, force: true });
mkdirSync(join(target, "page", "lib"), { recursive: true });

for (const [folder, name, files] of LIBRARIES) {
  const source = packageFolder(name);
  for (const file of files) {
    // The style sheet of font-awesome looks for its fonts beside its own folder.
    const place = folder === "font-awesome" ? file : file.split("/").at(-1);
    cpSync(join(source, file), join(target, "page", "lib", folder, place));
  }
}
for (const file of ["index.html", "style.css"])
  cpSync(join(root, "workbench", "page", file), join(target, "page", file));

const common = { bundle: true, logLevel: "warning", absWorkingDir: root };
await Promise.all([
  build({
    ...common,
    entryPoints: ["workbench/start.ts", "workbench/reclassify.ts"],
    outdir: target,
    outExtension: { ".js": ".mjs" },
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
  }),
  build({
    ...common,
    entryPoints: { app: "workbench/page/app.ts", "sidebar-shim": "workbench/page/sidebar-shim.ts" },
    outdir: join(target, "page"),
    platform: "browser",
    format: "iife",
    target: "es2022",
  }),
]);

/** Where a package lies; its main file may be anywhere below. */
function packageFolder(name) {
  for (const folder of fromEngine.resolve.paths(name)) {
    try {
      if (JSON.parse(readFileSync(join(folder, name, "package.json"), "utf8")).name === name) return join(folder, name);
    } catch {
      // Not in this folder of modules: the next one up may have it.
    }
  }
  throw new Error(`The package ${name} is not installed; run npm ci`);
}
