import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { minify } from "terser";
import { pack } from "../packaging/pack.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Bytes; Google sends the whole page each time the sidebar opens. */
const CEILING = 60_000;

const SMALL = {
  bundle: true,
  write: false,
  minify: true,
  format: "iife",
  target: "es2019",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
};

const textOf = ({ outputFiles }) => outputFiles[0].text.trim();

const bundle = async (entry) => textOf(await build({ ...SMALL, entryPoints: [here(entry)] }));

async function app() {
  const { code } = await minify(await bundle("main.ts"), {
    ecma: 2019,
    compress: { ecma: 2019, passes: 3, unsafe_arrows: true, pure_getters: true },
    format: { ecma: 2019, comments: false },
  });
  return code;
}

/**
 * The script of the page: the sidebar packed, and what unpacks and runs it. So the page is a third as large for who pastes
 * it and for Google to hand on, and Google's HTML service, which strips what follows // inside a template literal and runs
 * what follows <?, sees nothing of the code.
 */
async function script() {
  const packed = (await pack(await app())).replace(/<(?=[?!])/g, "<\\");
  const contents = `
    import { unpacked } from "../src/core/unpack";
    const script = document.createElement("script");
    script.textContent = unpacked("/*packed*/")();
    document.body.append(script);`;
  const loader = textOf(await build({ ...SMALL, stdin: { contents, resolveDir: here(".") } }));
  return loader.replace("/*packed*/", () => packed);
}

/**
 * The finished sidebar: one HTML text with its styles and script inside and nothing to fetch. Throws where Google would
 * break it, or where it is over its ceiling.
 */
export async function buildSidebar() {
  const [shell, css, js] = await Promise.all([readFile(here("Sidebar.html"), "utf8"), bundle("sidebar.css"), script()]);
  // Replaced by functions: a replacement text would have its dollar signs read as patterns.
  const page = shell.replace("/*css*/", () => css).replace("/*js*/", () => js);
  for (const [sign, harm] of [
    ["<?", "which Google would run as a scriptlet"],
    ["`", "of which Google strips what follows // inside"],
  ]) {
    if (page.includes(sign)) throw new Error(`The sidebar holds ${sign}, ${harm}.`);
  }
  const bytes = Buffer.byteLength(page);
  if (bytes > CEILING) throw new Error(`The sidebar has ${bytes} bytes, more than the ${CEILING} allowed.`);
  return page;
}
