import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parse } from "acorn";
import { build } from "esbuild";
import { minify } from "terser";

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
  });
  return outputFiles[0].text.trim();
}

/**
 * The script with sums in the place of its template literals, inside which Google's HTML service strips what follows //.
 * esbuild would write calls of concat, which are 3 KB longer.
 */
function withoutTemplates(source) {
  const templates = [];
  const visit = (node) => {
    if (node?.type === "TaggedTemplateExpression") throw new Error("The sidebar holds a tagged template.");
    if (node?.type === "TemplateLiteral") templates.push(node);
    for (const child of Object.values(node)) if (child && typeof child === "object") visit(child);
  };
  visit(parse(source, { ecmaVersion: 2019 }));
  const between = (start, end) => {
    let text = "";
    let at = start;
    for (const template of templates) {
      if (template.start < at || template.end > end) continue;
      text += source.slice(at, template.start) + sum(template);
      at = template.end;
    }
    return text + source.slice(at, end);
  };
  const sum = ({ quasis, expressions }) => {
    const parts = quasis.map(({ value }, i) => {
      const next = expressions[i];
      return JSON.stringify(value.cooked) + (next ? `+(${between(next.start, next.end)})` : "");
    });
    return `(${parts.join("+")})`;
  };
  return between(0, source.length);
}

async function script() {
  const { code } = await minify(withoutTemplates(await bundle("main.ts")), {
    ecma: 2019,
    compress: { ecma: 2019, passes: 3, unsafe_arrows: true, pure_getters: true },
    format: { ecma: 2019, comments: false },
  });
  return code;
}

/**
 * The finished sidebar: one HTML text with its styles and script inside and nothing to fetch. Throws where Google would
 * break it, or where it is over its ceiling.
 */
export async function buildSidebar() {
  const [shell, css, js] = await Promise.all([readFile(here("Sidebar.html"), "utf8"), bundle("sidebar.css"), script()]);
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
