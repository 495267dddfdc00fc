/** What the two programs can be told: parseArgs goes by it, and `--help` and the READMEs print it. */

type Language = "en" | "zh";

interface Option {
  readonly type: "string" | "boolean";
  readonly short?: string;
  readonly multiple?: true;
  /** What stands behind it. */
  readonly value?: string;
  /** Codes stand between backticks. */
  readonly help: Readonly<Record<Language, string>>;
}
type Options = Readonly<Record<string, Option>>;

const HELP = {
  type: "boolean",
  short: "h",
  help: { en: "this list, also as `-h`", zh: "显示这张表，也可写 `-h`" },
} as const;

export const START_OPTIONS = {
  orders: {
    type: "string",
    value: "FILE",
    help: { en: "the order sheet, where it is a file of its own", zh: "订单表，单独一个文件时用" },
  },
  contacts: {
    type: "string",
    value: "FILE",
    help: { en: "the contact log, where it is a file of its own", zh: "联系记录，单独一个文件时用" },
  },
  "as-of": {
    type: "string",
    value: "DAY",
    help: { en: "lets the workbench live on that day, as in 2026-11-22", zh: "工作台以这一天为今天，如 2026-11-22" },
  },
  lang: {
    type: "string",
    value: "en",
    help: {
      en: "the person's language, `en` or `zh`; left out, this computer's",
      zh: "使用者的语言，`en` 或 `zh`；不填则和这台电脑一样",
    },
  },
  zone: {
    type: "string",
    value: "ZONE",
    help: {
      en: "the spreadsheet's time zone, as in Asia/Shanghai; left out, this computer's",
      zh: "表格的时区，如 Asia/Shanghai；不填则和这台电脑一样",
    },
  },
  port: {
    type: "string",
    value: "N",
    help: { en: "the port, 8460 when left out; 0 takes a free one", zh: "端口，不填为 8460；0 表示任选一个空闲的" },
  },
  help: HELP,
} as const satisfies Options;

export const RECLASSIFY_OPTIONS = {
  out: {
    type: "string",
    value: "FILE",
    help: {
      en: "where to write, .csv or .xlsx; needed, and never an input file",
      zh: "写到哪里，.csv 或 .xlsx；必填，不能是输入的文件",
    },
  },
  orders: {
    type: "string",
    value: "FILE",
    help: { en: "the order sheet, .csv or .xlsx", zh: "订单表，.csv 或 .xlsx" },
  },
  contacts: {
    type: "string",
    value: "FILE",
    help: { en: "the contact log, .csv or .xlsx", zh: "联系记录，.csv 或 .xlsx" },
  },
  rates: {
    type: "string",
    value: "FILE.csv",
    help: {
      en: "rates by day: currency, from day, rate (how much of the base currency one unit is worth), source",
      zh: "按日期的汇率：币种、起始日、汇率（1 单位折合多少统计币种）、来源",
    },
  },
  "as-of": {
    type: "string",
    value: "DAY",
    help: {
      en: "the day to judge by, as in 2026-11-22; left out, today",
      zh: "截至哪一天，如 2026-11-22；不填则为今天",
    },
  },
  base: {
    type: "string",
    value: "USD",
    help: {
      en: "the base currency, in which the limits are; left out, USD",
      zh: "统计币种，各级标准用它；不填为 USD",
    },
  },
  preset: {
    type: "string",
    value: "NAME",
    help: {
      en: "words and columns of one of the five views, in an .xlsx (a .csv holds ids, which stay): `trade` Foreign-trade customers, `grades` Grades and life cycle, `platform` B2B platform customers, `fair` Trade-fair customers, `eight` Eight dimensions; the name will do too. Classes stay",
      zh: "五套用语之一，用于 .xlsx（.csv 里是编号，不变）：`trade` 外贸客户分类、`grades` 客户分级与生命周期、`platform` B2B 平台客户、`fair` 展会客户、`eight` 八个维度；写名称也行。只改用语和列，不改类别",
    },
  },
  set: {
    type: "string",
    multiple: true,
    value: "KEY=VALUE",
    help: {
      en: "a value of the policy, as often as you like; an unknown key names the near ones",
      zh: "规则里的一个值，可以写多次；名称不对时会提示相近的",
    },
  },
  map: {
    type: "string",
    multiple: true,
    value: "FIELD=HEADER",
    help: {
      en: "which column a field is, as often as you like; nothing behind `=` says that there is none",
      zh: "某个字段是哪一列，可以写多次；`=` 后面不写表示没有这一列",
    },
  },
  "date-order": {
    type: "string",
    value: "dmy",
    help: { en: "what 03/04 means: `dmy` or `mdy`", zh: "03/04 是什么意思：`dmy` 日在前，`mdy` 月在前" },
  },
  "equal-rows": {
    type: "string",
    value: "each",
    help: {
      en: "what the amount is where all rows of an order hold the same one: `each` row's, to be added up, or the `whole` order's, to be counted once; left out, each counts",
      zh: "一个订单每行金额相同时，它是什么：`each` 每行的金额，相加；`whole` 整个订单的金额，只算一次；不填则每行都算",
    },
  },
  currency: {
    type: "string",
    value: "USD",
    help: { en: "the currency of amounts that name none", zh: "没写币种的金额用什么币种" },
  },
  zone: {
    type: "string",
    value: "ZONE",
    help: {
      en: "the time zone, as in Asia/Shanghai; left out, this computer's",
      zh: "时区，如 Asia/Shanghai；不填则和这台电脑一样",
    },
  },
  lang: {
    type: "string",
    value: "en",
    help: {
      en: "`en` or `zh`: the language of reasons and labels, and the country of the sheet; left out, this computer's",
      zh: "`en` 或 `zh`：原因和用语的语言，以及表格的地区；不填则和这台电脑一样",
    },
  },
  stats: {
    type: "boolean",
    help: { en: "one line of JSON, last on standard output", zh: "在标准输出的最后打印一行 JSON" },
  },
  help: HELP,
} as const satisfies Options;

/** Each option as it is typed, with what it does. */
export const optionLines = (
  options: Options,
  language: Language,
): { readonly typed: string; readonly does: string }[] =>
  Object.entries(options).map(([name, { value, help }]) => ({
    typed: `--${name}${value === undefined ? "" : ` ${value}`}`,
    does: help[language],
  }));

/** What `--help` prints: a command, and below it the options. */
export const helpText = (command: string, options: Options, language: Language): string =>
  [
    command,
    ...optionLines(options, language).map(({ typed, does }) => `\n  ${typed}\n      ${does.replaceAll("`", "")}`),
  ].join("\n");
