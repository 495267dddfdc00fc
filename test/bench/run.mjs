// Bundles the bench for Node and runs it: `npm run bench`, and `npm run bench -- --orders FILE` for the forecast on a team's own orders.
import { mkdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const name = process.argv.includes("--orders") ? "forecast" : "bench";
const outfile = fileURLToPath(new URL(`../../.workbench/${name}.mjs`, import.meta.url));
mkdirSync(fileURLToPath(new URL("../../.workbench", import.meta.url)), { recursive: true });
await build({
  entryPoints: [fileURLToPath(new URL(`${name}.ts`, import.meta.url))],
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  // It asks for modules of Node in a way that a bundle cannot.
  external: ["iconv-lite"],
  outfile,
  logLevel: "error",
});
await import(pathToFileURL(outfile).href);
