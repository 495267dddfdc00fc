import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { AXES } from "../src/core/axes";
import type { Bilingual, Language } from "../src/core/bilingual";
import { defaultPolicy, LABELLED, policyFields } from "../src/core/policy/policy";
import { policyRows } from "../src/core/policy/sheet";
import { knownFields } from "../src/core/tables/headers";
import { columnIds } from "../workbench/files/class-columns";
import { optionLines, RECLASSIFY_OPTIONS, START_OPTIONS } from "../workbench/options";

/** What the READMEs print of a function of the sheet. */
interface PrintedFunction {
  readonly help: Bilingual;
  readonly returns: Bilingual;
  readonly parameters: readonly { readonly name: string; readonly optional?: true; readonly help: Bilingual }[];
}

// By a name that the compiler does not follow: Google's types belong to src/edge alone.
const edge = (await import("../src/edge/entries" as string)) as {
  readonly functions: Readonly<Record<string, PrintedFunction>>;
  readonly corridorFunctions: Readonly<Record<string, PrintedFunction>>;
};

const root = join(import.meta.dirname, "..");
const textOf = (path: string): string => readFileSync(join(root, path), "utf8");

const READMES: readonly { file: string; language: Language }[] = [
  { file: "README.md", language: "en" },
  { file: "README.zh.md", language: "zh" },
];
const POLICY_PAGES: readonly { file: string; language: Language }[] = [
  { file: "docs/policy.md", language: "en" },
  { file: "docs/policy.zh.md", language: "zh" },
];
const GUIDES = ["docs/install.md", "docs/install.zh.md"];
const DOCUMENTS = [...[...READMES, ...POLICY_PAGES].map(({ file }) => file), ...GUIDES];

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** A vertical bar would end the cell of a table. */
const inCell = (text: string): string => text.replaceAll("|", "\\|");

const formula = (name: string, { parameters }: PrintedFunction): string =>
  `\`${name}(${parameters.map((one) => (one.optional ? `[${one.name}]` : one.name)).join(", ")})\``;

/** Keys of the policy by which an axis goes, where they do not begin with its id. */
const RULED_BY: Readonly<Record<string, string>> = { locality: "home" };

/** Keys that begin like an axis and decide none of its classes. */
const BESIDE: ReadonlySet<string> = new Set(["value.clash_percent", "stage.silent_days", "fair.days"]);

/** The numbers and words of the policy that an axis goes by: a list of words or countries is one entry. */
function rulesOf(axis: string, language: Language): string {
  const prefix = `${RULED_BY[axis] ?? axis}.`;
  const rules = policyRows(defaultPolicy(), language).flatMap((row) => {
    if (row.kind !== "value" || !row.field.key.startsWith(prefix) || BESIDE.has(row.field.key)) return [];
    if (row.field.kind === "words") return [`${language === "zh" ? "词语" : "words"} \`${prefix}*\``];
    if (row.field.kind === "region")
      return [`${language === "zh" ? "各国的区域" : "the region of each country"} \`${prefix}*\``];
    const value = typeof row.value === "number" ? row.value.toLocaleString("en-US") : String(row.value);
    return [value === "" ? row.label : `${row.label} **${`${value} ${row.unit}`.trim()}**`];
  });
  return [...new Set(rules)].join(language === "zh" ? "；" : "; ");
}

const optionTable = (options: Parameters<typeof optionLines>[0], language: Language): string =>
  table(
    language === "zh" ? ["选项", "作用"] : ["option", "what it does"],
    optionLines(options, language).map(({ typed, does }) => [`\`${typed}\``, inCell(does)]),
  );

const classIds = (axis: string): string =>
  Object.keys(LABELLED.find(({ id }) => id === axis)!.classes)
    .map((id) => `\`${id}\``)
    .join(" ");

/** What stands in the columns of a .csv that hold no class. */
const TOLD: Readonly<Record<string, Bilingual>> = {
  due: { en: "the day, as 2026-12-01, or empty", zh: "日期，如 2026-12-01，或空白" },
  days: { en: "days since the last contact, or empty", zh: "未联系天数，或空白" },
  why: { en: "the reason of the tier", zh: "等级的原因" },
  rule: {
    en: "what gave the due day: `1` to `10`, `aftersale`, `visit`, or empty",
    zh: "该跟进日由哪一条决定：`1` 到 `10`、`aftersale`、`visit`，或空白",
  },
  next_step: {
    en: "what to do first, in words of `--lang`, or empty",
    zh: "先做什么，用 `--lang` 的语言，或空白",
  },
  treatments: {
    en: "all that is to be done, the first first, with a space between: `stage.3 value.B`; each is a row `treatment.…` of the policy",
    zh: "所有做法，最先做的在前，用空格隔开：`stage.3 value.B`；每一个是规则里的一行 `treatment.…`",
  },
  next: {
    en: "what lifts the tier, and when tier and activity fall if nothing happens, in words of `--lang`",
    zh: "怎样能升级，以及不下单哪天降级、哪天不再活跃，用 `--lang` 的语言",
  },
  amount_365: {
    en: "what he bought in the year, less refunds, in the base currency: `1234.50`, or empty",
    zh: "一年内的采购额，已减退款，用统计币种：`1234.50`，或空白",
  },
  orders: { en: "number of valid orders, or empty", zh: "有效订单数，或空白" },
  first_order: {
    en: "the day of his first order, or empty; a short order sheet alone does not tell it",
    zh: "首次下单的日期，或空白；订单表太短时不能只凭它判断",
  },
  last_order: { en: "the day of his last order, or empty", zh: "最近一次下单的日期，或空白" },
  own_gap: { en: "his usual days between two purchases, or empty", zh: "他平常两次采购之间的天数，或空白" },
  amount_missing_rate: {
    en: "orders of the year that could not be summed, or not in full, and orders without a day that can be read: above 0, `amount_365` is not the whole (refunds among them make it less)",
    zh: "一年内没能（全部）计入合计的订单数，以及日期读不出的订单；大于 0 时，`amount_365` 不是全部（其中的退款会让它更少）",
  },
  next_order: {
    en: "between which days his next order is expected, as `2026-12-01/2026-12-20`, or empty where too few orders tell",
    zh: "下一单预计在哪几天之间，如 `2026-12-01/2026-12-20`；订单太少时为空白",
  },
  chance_90: {
    en: "his chance to order in the next 90 days (`forecast.horizon_days`), 0 to 1, or empty where there is too little data",
    zh: "未来 90 天（`forecast.horizon_days`）内下单的可能性，0 到 1；数据不足时为空白",
  },
  expected_90: { en: "how many orders these days bring on average, or empty", zh: "这些天里平均有几个订单，或空白" },
};

/** What is printed from a declaration, by the name of its markers. */
const PRINTED: Readonly<Record<string, (language: Language) => string>> = {
  functions: (language) =>
    table(
      language === "zh" ? ["函数", "用途", "返回"] : ["function", "what it is for", "returns"],
      Object.entries({ ...edge.functions, ...edge.corridorFunctions })
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, one]) => [formula(name, one), inCell(one.help[language]), inCell(one.returns[language])]),
    ),
  arguments: (language) => {
    const known = new Map<string, string>();
    for (const { parameters } of Object.values({ ...edge.functions, ...edge.corridorFunctions }))
      for (const { name, help } of parameters) known.set(`\`${name}\``, inCell(help[language]));
    return table(
      language === "zh" ? ["参数", "含义"] : ["argument", "what it is"],
      [...known].sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  },
  axes: (language) =>
    table(
      language === "zh" ? ["维度", "分类", "默认规则"] : ["axis", "classes", "default rules"],
      AXES.map(({ id, label, classes }) => [
        `${label[language]} \`${id}\``,
        Object.values<Bilingual>(classes)
          .map((word) => inCell(word[language]))
          .join(" · "),
        inCell(rulesOf(id, language)),
      ]),
    ),
  columns: (language) =>
    table(
      language === "zh" ? ["列", "标识"] : ["column", "ids"],
      columnIds(AXES.map(({ id }) => id)).map((id) => {
        const told = TOLD[id];
        if (told) return [`\`tierbook.${id}\``, told[language]];
        const { label } = LABELLED.find((axis) => axis.id === id)!;
        return [`\`tierbook.${id}\``, `${label[language]}${language === "zh" ? "：" : ": "}${classIds(id)}`];
      }),
    ),
  policy: (language) =>
    table(
      language === "zh"
        ? ["规则表里的一行", "默认值", "可填", "`--set` 用的名称"]
        : ["row of the policy sheet", "default", "allowed", "name for `--set`"],
      policyRows(defaultPolicy(), language).flatMap((row) => {
        if (row.kind !== "value" || row.advanced) return [];
        const value = typeof row.value === "number" ? row.value.toLocaleString("en-US") : String(row.value);
        const unit = row.field.kind === "currency" ? "" : ` ${row.unit}`;
        return [[inCell(row.label), `${value}${unit}`, inCell(row.allowed), `\`${row.field.key}\``]];
      }),
    ),
  "options of npm start": (language) => optionTable(START_OPTIONS, language),
  "options of npm run reclassify": (language) => optionTable(RECLASSIFY_OPTIONS, language),
  fields: (language) => {
    const listed = (from: "customers" | "orders" | "contacts") =>
      knownFields()
        .filter((field) => field.table === from)
        .map((field) => `\`${field.id}\` ${field.label[language]}`)
        .join(" · ");
    return table(language === "zh" ? ["表", "字段（`FIELD`）"] : ["table", "fields (`FIELD`)"], [
      [language === "zh" ? "客户" : "customers", listed("customers")],
      [language === "zh" ? "订单" : "orders", listed("orders")],
      [language === "zh" ? "联系记录" : "contact log", listed("contacts")],
    ]);
  },
};

/** What the pages on the policy sheet print. */
const POLICY_PRINTED: typeof PRINTED = {
  numbers: (language) =>
    table(
      language === "zh" ? ["规则表里的一行", "默认值", "可填"] : ["row of the policy sheet", "default", "allowed"],
      policyRows(defaultPolicy(), language).flatMap((row) =>
        row.kind === "value" && typeof row.field.fallback === "number" && row.field.kind !== "rate"
          ? [
              [
                inCell(row.label),
                `${Number(row.value || 0).toLocaleString("en-US")} ${row.unit}`.trim(),
                inCell(row.allowed),
              ],
            ]
          : [],
      ),
    ),
  treatments: (language) =>
    table(
      language === "zh" ? ["分类", "做法", "出处"] : ["class", "what to do", "from"],
      policyRows(defaultPolicy(), language).flatMap((row) =>
        row.kind === "value" && row.field.kind === "treatment"
          ? [[inCell(row.label.replace(/^.*?[:：] ?/, "")), inCell(String(row.value)), row.field.rows ?? ""]]
          : [],
      ),
    ),
};

const opening = (name: string): string => `<!-- printed: ${name} -->`;
const closing = (name: string): string => `<!-- end: ${name} -->`;

/** Where a README holds what is printed: behind the opening marker, and before the closing one. */
function placeOf(text: string, name: string): { from: number; to: number } {
  const from = text.indexOf(opening(name)) + opening(name).length;
  const to = text.indexOf(closing(name), from);
  if (from < opening(name).length || to < 0) throw new Error(`There is no place marked for ${name}`);
  return { from, to };
}

describe.each([
  ...READMES.map((one) => ({ ...one, printed: PRINTED })),
  ...POLICY_PAGES.map((one) => ({ ...one, printed: POLICY_PRINTED })),
])("what $file prints from the declarations", ({ file, language, printed }) => {
  test.each(Object.keys(printed))("%s", (name) => {
    const wanted = `\n\n${printed[name]!(language)}\n\n`;
    if (process.env.UPDATE_README === "1") {
      const text = textOf(file);
      const { from, to } = placeOf(text, name);
      writeFileSync(join(root, file), text.slice(0, from) + wanted + text.slice(to));
    }
    const text = textOf(file);
    const { from, to } = placeOf(text, name);
    expect(text.slice(from, to), "UPDATE_README=1 npx vitest run test/readme.test.ts prints it anew").toBe(wanted);
  });
});

const CODE_BLOCK = /```[a-z]*\n([\s\S]*?)```/g;

/** The lines of code of a document, without what is said behind #. */
const commandsIn = (file: string): string[] =>
  [...textOf(file).matchAll(CODE_BLOCK)]
    .flatMap(([, code]) => code!.split("\n"))
    .map((line) => line.replace(/\s+#.*$/, "").trim())
    .filter((line) => line !== "" && !line.startsWith("#"));

const levelsOf = (file: string): number[] =>
  [
    ...textOf(file)
      .replace(CODE_BLOCK, "")
      .matchAll(/^(#+) /gm),
  ].map(([, marks]) => marks!.length);

/** Addresses of links and pictures. */
const linksIn = (file: string): string[] =>
  [
    ...textOf(file)
      .replace(CODE_BLOCK, "")
      .matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g),
  ].map(([, inText, inTag]) => inText ?? inTag!);

const isElsewhere = (address: string): boolean => /^(https?:|#)/.test(address);

/** The addresses of a document's sections, as code hosts make them of headings. */
const sectionsOf = (file: string): string[] =>
  [
    ...textOf(file)
      .replace(CODE_BLOCK, "")
      .matchAll(/^#+ (.+)$/gm),
  ].map(
    ([, heading]) =>
      `#${heading!
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-")}`,
  );

const scripts = Object.keys((JSON.parse(textOf("package.json")) as { scripts: object }).scripts);

describe.each(READMES)("$file", ({ file }) => {
  test("names every permission that is asked for, and no other", () => {
    const { oauthScopes } = JSON.parse(textOf("appsscript.json")) as { oauthScopes: string[] };
    const named = textOf(file).match(/(?<=^\| `)(spreadsheets|script)\.[\w.]+(?=`)/gm) ?? [];
    expect([...named].sort()).toEqual(oauthScopes.map((scope) => scope.replace(/^.*\/auth\//, "")).sort());
  });

  test("every command of npm that it gives is one", () => {
    const run = [...textOf(file).matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script!);
    expect(run.length).toBeGreaterThan(0);
    expect(run.filter((script) => !scripts.includes(script))).toEqual([]);
  });

  test("ends with what to open for a change, and each place there exists", () => {
    const text = textOf(file);
    const last = text.slice(text.lastIndexOf("\n## "));
    expect(last).toMatch(/^\n## (I want to change…|我想改……)\n/);
    const rows = last
      .split("\n")
      .filter((line) => line.startsWith("| "))
      .slice(2);
    expect(rows.length).toBeGreaterThan(10);
    const withoutTwoPlaces: string[] = [];
    const missing: string[] = [];
    for (const row of rows) {
      const cells = row.split(" | ").slice(1);
      const places = cells.map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, place]) => place!));
      if (places.length !== 2 || places.some((one) => one.length === 0)) withoutTwoPlaces.push(row);
      missing.push(...places.flat().filter((place) => !existsSync(join(root, place))));
    }
    expect(withoutTwoPlaces).toEqual([]);
    expect(missing).toEqual([]);
  });
});

test.each([...READMES, ...POLICY_PAGES])(
  "$file says that its amount alone does not make an A, and which rows of the policy decide the rest",
  ({ file, language }) => {
    const [paragraph] = textOf(file).match(/^\*\*A (needs|级).*$/m) ?? [""];
    for (const key of ["punctual.min_share", "steady.max_gap"]) {
      const row = policyFields().byKey.get(key)!.label[language];
      expect(paragraph).toContain(row.split(/[:：]/)[0]);
    }
  },
);

describe("the two languages say the same", () => {
  test.each([
    ["README.md", "README.zh.md"],
    ["docs/install.md", "docs/install.zh.md"],
  ])("%s has the sections and commands of %s", (english, chinese) => {
    expect(levelsOf(english).length).toBeGreaterThan(1);
    expect(levelsOf(chinese)).toEqual(levelsOf(english));
    expect(commandsIn(chinese)).toEqual(commandsIn(english));
  });

  test("a change opens the same places in both", () => {
    const placesIn = (file: string) => {
      const text = textOf(file);
      return [...text.slice(text.lastIndexOf("\n## ")).matchAll(/`([^`]+)`/g)].map(([, place]) => place);
    };
    expect(placesIn("README.zh.md")).toEqual(placesIn("README.md"));
  });

  test("what is to be checked on a live sheet is as long in both", () => {
    const steps = (file: string) => textOf(file).match(/^\d+\. /gm)?.length;
    expect(steps("README.md")).toBeGreaterThan(10);
    expect(steps("README.zh.md")).toBe(steps("README.md"));
  });
});

test.each(DOCUMENTS)("every link and picture of %s leads to something that is there", (file) => {
  const links = linksIn(file);
  const files = links.filter((address) => !isElsewhere(address));
  expect(files.length).toBeGreaterThan(0);
  expect(
    files.filter((address) => !existsSync(join(root, dirname(file), decodeURI(address.replace(/#.*$/, ""))))),
  ).toEqual([]);
  const sections = sectionsOf(file);
  expect(links.filter((address) => address.startsWith("#") && !sections.includes(address))).toEqual([]);
});

test.each(GUIDES)("the steps of %s have a drawing each, in its language", (file) => {
  const language = file.includes(".zh.") ? "zh" : "en";
  const drawings = linksIn(file).filter((address) => address.endsWith(".svg"));
  expect(drawings.length).toBeGreaterThan(0);
  expect(drawings.length).toBe(textOf(file).match(/^## \d/gm)?.length);
  expect(drawings.filter((address) => !address.endsWith(`.${language}.svg`))).toEqual([]);
});
