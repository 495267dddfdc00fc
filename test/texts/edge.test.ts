import { expect, test } from "vitest";
import edgeEn from "../../src/texts/edge.en.table";
import edgeZh from "../../src/texts/edge.zh.table";

/** Every text with the names that lead to it. */
function textsOf(tree: object, above = ""): [string, string][] {
  return Object.entries(tree).flatMap(([name, text]) =>
    typeof text === "string" ? [[above + name, text]] : textsOf(text, `${above}${name}.`),
  );
}

const chinese = new Map(textsOf(edgeZh()));

test.each(textsOf(edgeEn()))("%s names the same in each language", (name, text) => {
  const named = (template = "") => [...new Set(template.match(/\{\d+/g))].sort();
  expect(named(chinese.get(name))).toEqual(named(text));
});

test("both languages have the same texts", () => {
  expect([...chinese.keys()]).toEqual(textsOf(edgeEn()).map(([name]) => name));
});
