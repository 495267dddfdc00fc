import pairs from "./traditional.table";

let simplified: ReadonlyMap<string, string> | undefined;
let traditional: RegExp;

/** The text in simplified characters, as far as they stand in headers, in lists of words and in names of countries and cities. */
export function simplify(text: string): string {
  if (!/[\u4e00-\u9fff]/.test(text)) return text;
  // Made when first asked for: a bundle that is only loaded must not pay for it.
  if (!simplified) {
    simplified = new Map(
      pairs()
        .match(/../g)!
        .map((pair) => [pair.charAt(0), pair.charAt(1)]),
    );
    traditional = new RegExp(`[${[...simplified.keys()].join("")}]`, "g");
  }
  const known = simplified;
  return text.replace(traditional, (character) => known.get(character)!);
}
