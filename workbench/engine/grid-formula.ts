import { parseA1 } from "../runtime/a1";
import type { CellArgument, Value, Zone } from "../runtime/store";

/** What the plain grid can calculate: one literal, one reference, or one call of a registered function with such arguments. */
export type Expression =
  | { readonly kind: "literal"; readonly value: Value }
  | { readonly kind: "reference"; readonly sheet: string | undefined; readonly zone: Zone; readonly single: boolean }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: "omitted" };

type Size = (sheet: string | undefined) => { rows: number; columns: number } | undefined;
type Named = (name: string) => { sheet: string; zone: Zone } | undefined;

/** undefined for everything that the grid cannot calculate. `source` is without its "=". */
export function parseFormula(source: string, size: Size, named: Named): Expression | undefined {
  const text = source.trim();
  const call = /^([A-Za-z_][\w.]*)\(([\s\S]*)\)$/.exec(text);
  if (call) {
    const args = splitArguments(call[2]!);
    if (!args) return undefined;
    const parsed = args.map((a) => parseArgument(a, size, named));
    return parsed.some((p) => p === undefined)
      ? undefined
      : { kind: "call", name: call[1]!.toUpperCase(), args: parsed as Expression[] };
  }
  return parseArgument(text, size, named);
}

function parseArgument(source: string, size: Size, named: Named): Expression | undefined {
  const text = source.trim();
  if (text === "") return { kind: "omitted" };
  if (/^"(?:[^"]|"")*"$/.test(text)) return { kind: "literal", value: text.slice(1, -1).replace(/""/g, '"') };
  if (/^[-+]?\d+(\.\d+)?%?$/.test(text)) {
    return { kind: "literal", value: text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text) };
  }
  if (/^(true|false)$/i.test(text)) return { kind: "literal", value: text.toLowerCase() === "true" };
  const found = parseA1(text, size);
  if (found) return { kind: "reference", sheet: found.sheet, zone: found.zone, single: !text.includes(":") };
  const name = /^[A-Za-z_][\w.]*$/.test(text) ? named(text) : undefined;
  if (!name) return undefined;
  const single = name.zone.top === name.zone.bottom && name.zone.left === name.zone.right;
  return { kind: "reference", sheet: name.sheet, zone: name.zone, single };
}

/** undefined when the brackets do not close, or when an argument is a call itself. */
function splitArguments(text: string): string[] | undefined {
  if (text.trim() === "") return [];
  const args: string[] = [];
  let current = "";
  let quote = "";
  for (const letter of text) {
    if (quote) {
      if (letter === quote) quote = "";
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === "(" || letter === ")" || letter === "{") return undefined;
    else if (letter === "," || letter === ";") {
      args.push(current);
      current = "";
      continue;
    }
    current += letter;
  }
  args.push(current);
  return quote ? undefined : args;
}

export function isSerial(argument: CellArgument): argument is { readonly serial: number } {
  return typeof argument === "object";
}
