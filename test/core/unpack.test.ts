import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import headers from "../../src/core/tables/headers.table";
import { DIGITS, unpacked } from "../../src/core/unpack";

// @ts-expect-error: plain JavaScript
const { pack } = (await import("../../packaging/pack.mjs")) as { pack(value: unknown): Promise<string> };

const tables = readdirSync("src/core", { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".table.ts"),
);

const HEADERS = headers();

const tableOf = async (name: string) => {
  const { default: table } = (await import(resolve("src/core", name))) as { default: () => unknown };
  return table();
};

describe("what is packed comes back", () => {
  test.each(tables)("the table %s", async (name) => {
    const table = await tableOf(name);
    expect(unpacked(await pack(table))()).toEqual(table);
  });

  test.each([
    ["Chinese, simplified and traditional", ["客户编号", "客戶編號"]],
    ["Arabic, from right to left", { EG: "مصر" }],
    ["a flag, of two pairs of surrogates", "🇩🇪"],
    ["what must be escaped in JSON", 'a "quoted" \\ line\nand another'],
    ["one letter, as often as a match can be long, and more", "a".repeat(1000)],
    ["the same words from far back", `${"客户".repeat(9000)}x${"客户".repeat(9000)}`],
    ["half a flag", "\ud83c"],
    ["signs that do not compress, so that they are stored as they are", [["𐀀𩦐𴖑𴦒𖶗񺑚", 0], HEADERS, ["𐀀𩦐𴖑𴦒𖶗񺑚", 0]]],
    ["nothing", {}],
    ["numbers and yes or no", [0, -1, 0.5, 1e21, true, false]],
  ])("%s", async (_, value) => {
    expect(unpacked(await pack(value))()).toEqual(value);
  });

  test("any words and numbers among those of a table", async () => {
    const languages = fc.constantFrom(
      "客",
      "户",
      "年",
      "م",
      "ص",
      "я",
      "é",
      "🇩",
      "😀",
      "a",
      "b",
      "|",
      "{",
      '"',
      "\\",
      " ",
    );
    const words = fc.oneof(fc.string({ unit: languages, maxLength: 200 }), fc.string({ unit: "binary" }));
    const value = fc.array(
      fc.oneof(words, fc.integer(), fc.dictionary(words, fc.array(words), { noNullPrototype: true })),
      { minLength: 1 },
    );
    await fc.assert(
      fc.asyncProperty(value, async (one) => {
        const whole = [one, HEADERS, one];
        expect(unpacked(await pack(whole))()).toEqual(JSON.parse(JSON.stringify(whole)));
      }),
      { numRuns: 30 },
    );
  });
});

test.each([
  ["a function", { a: () => 1 }],
  ["a value that is not there", { a: undefined }],
  ["a number without end", [Number.POSITIVE_INFINITY]],
])("a table that holds %s is not packed", async (_, value) => {
  await expect(pack(value)).rejects.toThrow(/too small|JSON/);
});

describe("a packed text", () => {
  test("is of printable signs that need no backslash, open no comment and end no text", async () => {
    expect(DIGITS).toMatch(/^[ -~]+$/);
    expect(new Set(DIGITS).size).toBe(DIGITS.length);
    expect(DIGITS).not.toMatch(/["'`\\$/]/);
    for (const name of tables) {
      const text = await pack(await tableOf(name));
      expect(
        [...text].filter((sign) => !DIGITS.includes(sign)),
        name,
      ).toEqual([]);
    }
  });

  test("is read at the first call and not before", () => {
    const broken = unpacked("");
    expect(broken).toThrow(/ends too early/);
  });

  test("is read once", async () => {
    const table = unpacked(await pack(HEADERS));
    expect(table()).toBe(table());
  });

  test("that lost its end in a paste says so", async () => {
    const text = await pack(HEADERS);
    expect(unpacked(text.slice(0, -20))).toThrow(/ends too early/);
  });
});
