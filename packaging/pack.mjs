import { readdirSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import zopfli from "@gfx/zopfli";
import { build as bundle } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** How everything that goes to Google is bundled. */
export const COMMON = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  format: "iife",
  target: "es2019",
  charset: "utf8",
  legalComments: "none",
  logLevel: "silent",
};

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
export const packTables = {
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
