// Bundles the bench for Node and runs it: `npm run bench`.
import { mkdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const outfile = fileURLToPath(new URL("../../.workbench/bench.mjs", import.meta.url));
mkdirSync(fileURLToPath(new URL("../../.workbench", import.meta.url)), { recursive: true });
await build({
  entryPoints: [fileURLToPath(new URL("bench.ts", import.meta.url))],
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  outfile,
  logLevel: "error",
});
await import(pathToFileURL(outfile).href);
