import type { FunctionHelp } from "./store";

/** A function that Sheets offers in cells, as its JSDoc in Code.js describes it. */
export interface CustomFunction extends FunctionHelp {
  readonly name: string;
}

const declared = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*^function\s+([A-Za-z_$][\w$]*)\s*\(([^)]*)\)/gm;

/** The top-level functions of the code that carry @customfunction directly above them; private ones (name_) are left out. */
export function customFunctions(code: string): readonly CustomFunction[] {
  const found: CustomFunction[] = [];
  for (const [, comment = "", name = "", params = ""] of code.matchAll(declared)) {
    if (!/@customfunction\b/.test(comment) || name.endsWith("_")) continue;
    const lines = comment.split("\n").map((line) => line.replace(/^\s*\*?\s?/, "").trim());
    const firstTag = lines.findIndex((line) => line.startsWith("@"));
    const tags = lines.slice(Math.max(0, firstTag)).join("\n").split(/^@/m);
    const help = new Map<string, string>();
    for (const tag of tags) {
      const param = /^param\s+(?:\{[^}]*\}\s*)?([\w$]+)\s*([\s\S]*)$/.exec(tag);
      if (param) help.set(param[1]!, joined(param[2]!.split("\n")));
    }
    const parameters = params
      .split(",")
      .map((p) => p.trim())
      .filter((p) => p !== "")
      .map((p) => ({ name: p, description: help.get(p) ?? "" }));
    found.push({ name, description: joined(lines.slice(0, firstTag < 0 ? undefined : firstTag)), parameters });
  }
  return found;
}

/** Sheets shows one block of text. */
function joined(lines: readonly string[]): string {
  return lines
    .map((l) => l.trim())
    .filter((l) => l !== "")
    .join(" ");
}
