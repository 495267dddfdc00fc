import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Bytes; Google sends the whole page each time the sidebar opens. */
const CEILING = 60_000;

async function bundle(entry) {
  const { outputFiles } = await build({
    entryPoints: [here(entry)],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: "es2019",
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    // Google's HTML service strips what follows // inside a template literal.
    supported: { "template-literal": false },
  });
  return outputFiles[0].text.trim();
}

/**
 * The finished sidebar: one HTML text with its styles and script inside and nothing to fetch. Throws where Google would
 * break it, or where it is over its ceiling.
 */
export async function buildSidebar() {
  const [shell, css, js] = await Promise.all([
    readFile(here("Sidebar.html"), "utf8"),
    bundle("sidebar.css"),
    bundle("main.ts"),
  ]);
  // Replaced by functions: a replacement text would have its dollar signs read as patterns.
  const page = shell
    .replace("/*css*/", () => css)
    .replace("/*js*/", () => js.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--"));
  if (page.includes("<?")) throw new Error("The sidebar holds <?, which Google would run as a scriptlet.");
  if (js.includes("`"))
    throw new Error("The sidebar holds a template literal, of which Google strips what follows //.");
  const bytes = Buffer.byteLength(page);
  if (bytes > CEILING) throw new Error(`The sidebar has ${bytes} bytes, more than the ${CEILING} allowed.`);
  return page;
}
