import type { Zone } from "../runtime/store";
import { type CalendarDate, columnLetters, type SampleCell, type SampleSheet, serialOf } from "./cells";
import { contactSheet } from "./contacts";
import { profiles } from "./profile";
import { randomFrom } from "./random";
import { CUSTOMER_HEADER_ROW, column, customerSheet, type Listed, listed, OWNERS, orderSheet } from "./sheets";
import { makeTrade } from "./trade";
import { thisYear } from "./year";

/** Plain JSON. The first sheet is the one that is shown. */
export interface SampleWorkbook {
  readonly sheets: readonly SampleSheet[];
  /** Named cells, 0-based. */
  readonly names: readonly {
    readonly name: string;
    readonly sheet: string;
    readonly row: number;
    readonly column: number;
  }[];
}

const SEED = 20_250_301;

export const FORMULA_SHEET = "函数示例 Formulas";
export const README_SHEET = "读我 Read me";

/**
 * A fictional team's workbook: about 300 customers, 1,500 orders, a contact log, five owners. Every day in it is counted back from `asOf`,
 * so it is never out of date; two calls with the same day give the same workbook.
 */
export function makeSample(asOf: CalendarDate): SampleWorkbook {
  const today = serialOf(asOf);
  const random = randomFrom(SEED);
  const customers = listed(random, makeTrade(random));
  // Numbers of their own: what was there before this year stays as it was.
  const later = randomFrom(SEED + 1);
  const noted = profiles(randomFrom(SEED + 2), today, customers);
  const { rows, ...customerTab } = customerSheet(random, today, customers, (lines) =>
    thisYear(later, today, customers, lines).map((typed, i) => ({ ...typed, ...noted[i] })),
  );
  const orderTab = orderSheet(random, today, customers);
  const lines = rows.map((row) => customerTab.cells[row]!);
  const contactTab = contactSheet(later, today, customers, lines);
  const formulas = formulaSheet(today, customers, rows, customerTab, orderTab);
  return {
    sheets: [customerTab, orderTab, contactTab, formulas, readmeSheet(), oldQuotes(today)],
    // Set-up moves this name to a cell of its own; until then the examples need it.
    names: [{ name: "TIERBOOK_DAY", sheet: FORMULA_SHEET, row: 1, column: 1 }],
  };
}

const rangeOf = (sheet: SampleSheet, top: number): string =>
  `'${sheet.name}'!A${top + 1}:${columnLetters(sheet.cells[top]!.length - 1)}${sheet.cells.length}`;

const EXAMPLE_HEADER_ROW = 3;

/** The column forms of the functions over one customer of every kind. */
function formulaSheet(
  asOf: number,
  customers: readonly Listed[],
  rows: readonly number[],
  customerTab: SampleSheet,
  orderTab: SampleSheet,
): SampleSheet {
  const kinds = new Set<string>();
  const examples = customers
    .map((one, i) => ({ one, row: rows[i]! }))
    .filter(({ one: { customer } }) => !kinds.has(customer.kind) && Boolean(kinds.add(customer.kind)));
  const first = EXAMPLE_HEADER_ROW + 2;
  const last = EXAMPLE_HEADER_ROW + 1 + examples.length;
  const at = (letter: string): string => `${letter}${first}:${letter}${last}`;
  const withHeader = (letter: string): string => `${letter}${first - 1}:${letter}${last}`;
  const people = rangeOf(customerTab, CUSTOMER_HEADER_ROW);
  const orders = rangeOf(orderTab, 0);

  // "例" keeps these headers from being taken for those of a customer sheet.
  const inputs = [
    "例：客户",
    "例：国家",
    "年采购额/万",
    "例：付款及时",
    "例：返单稳定",
    "例：金额",
    "例：币种",
    "例：上次联系",
    "例：间隔",
    "例：下次",
    "例：来源",
    "例：身份",
    "例：行业",
    "例：阶段",
  ];
  const outputs: readonly (readonly [string, string])[] = [
    // Given its header, the function takes the unit from it and answers with a header too.
    ["", `=CUSTOMER_TIER(${withHeader("C")},${withHeader("D")},${withHeader("E")},TIERBOOK_DAY)`],
    ["折算金额 Amount", `=CUSTOMER_AMOUNT(${at("F")},${at("G")},TIERBOOK_DAY)`],
    ["区域 Region", `=CUSTOMER_REGION(${at("B")},TIERBOOK_DAY)`],
    ["来源 Source", `=CUSTOMER_SOURCE(${at("K")},TIERBOOK_DAY)`],
    ["客户身份 Type", `=CUSTOMER_IDENTITY(${at("L")},TIERBOOK_DAY)`],
    ["行业 Industry", `=CUSTOMER_INDUSTRY(${at("M")},TIERBOOK_DAY)`],
    ["星级 Stars", `=CUSTOMER_STARS(${at("N")},TIERBOOK_DAY)`],
    ["客户关系 Relation", `=CUSTOMER_RELATION(${at("A")},${orders},TIERBOOK_DAY)`],
    ["采购频率 Frequency", `=CUSTOMER_FREQUENCY(${at("A")},${orders},TIERBOOK_DAY)`],
    ["活跃度 Activity", `=CUSTOMER_ACTIVITY(${at("A")},${orders},TIERBOOK_DAY)`],
    ["下单机会 Chance", `=CUSTOMER_CHANCE(${at("A")},${orders},TIERBOOK_DAY)`],
    ["预计下单 Next order", `=CUSTOMER_NEXT_ORDER(${at("A")},${orders},TIERBOOK_DAY)`],
    // Its middle and its end.
    ["最可能 Middle", ""],
    ["最晚 To", ""],
    ["跟进状态 Follow-up", `=CUSTOMER_URGENCY(${at("H")},${at("I")},${at("J")},TIERBOOK_DAY)`],
    ["该跟进日 Due", `=CUSTOMER_DUE(${at("H")},${at("I")},${at("J")},TIERBOOK_DAY)`],
    ["等级 Tier (all facts)", `=CUSTOMER_CLASS(${at("A")},"value",${people},${orders},TIERBOOK_DAY)`],
    ["原因 Why", `=CUSTOMER_WHY(${at("A")},${people},${orders},TIERBOOK_DAY)`],
    ["怎样升级 Next", `=CUSTOMER_NEXT(${at("A")},${people},${orders},TIERBOOK_DAY)`],
  ];
  // Behind a gap, a block of its own: what somebody puts on a tab for himself.
  const today = ["今天：客户 Today", "跟进状态", "该跟进日", "下一步"];
  const width = inputs.length + outputs.length + 1 + today.length;
  const blankRow = (): SampleCell[] => Array.from({ length: width }, () => "");
  const cells = Array.from({ length: last }, blankRow);
  cells[0]![0] = "函数示例：改左边的格子，看右边 · Change a cell on the left, look at the right";
  cells[1]![0] = "截至 As of";
  cells[1]![1] = { day: asOf };
  cells[1]![2] = "函数里写 TIERBOOK_DAY，不要写 TODAY() · Pass TIERBOOK_DAY, not TODAY()";
  for (const [i, header] of inputs.entries()) cells[EXAMPLE_HEADER_ROW]![i] = header;
  for (const [i, [header, formula]] of outputs.entries()) {
    const left = inputs.length + i;
    cells[2]![left] = formula;
    cells[EXAMPLE_HEADER_ROW]![left] = header === "" ? { formula } : header;
    if (header !== "" && formula !== "") cells[EXAMPLE_HEADER_ROW + 1]![left] = { formula };
  }
  const left = width - today.length;
  const list = `=CUSTOMER_TODAY("${OWNERS[0]!}",8,${people},${orders},TIERBOOK_DAY)`;
  cells[2]![left] = list;
  cells[EXAMPLE_HEADER_ROW]!.splice(left, today.length, ...today);
  cells[EXAMPLE_HEADER_ROW + 1]![left] = { formula: list };
  const annuals: SampleCell[] = [
    150,
    100,
    "30",
    "9.5",
    "12万",
    "约3万美元",
    "",
    31,
    0,
    10,
    "USD 400,000",
    "abc",
    100.01,
    29.99,
  ];
  const amounts: SampleCell[] = [
    4280,
    "USD 4,280",
    "1.2万",
    "８０００",
    "RMB 8万",
    "€4,000.50",
    "12k",
    "-",
    "(1,200)",
    "USD 0.86/pc",
  ];
  const cadences: SampleCell[] = ["A", 30, "B", "3星", "C", 7, "D", "3 stars", 60, "A"];
  for (const [i, { one, row }] of examples.entries()) {
    const line = cells[EXAMPLE_HEADER_ROW + 1 + i]!;
    const { contactAgo, nextIn } = one.customer;
    line[0] = customerTab.cells[row]![2]!;
    line[1] = one.customer.place.zh;
    line[2] = annuals[i % annuals.length]!;
    line[3] = ["是", "", "否"][i % 3]!;
    line[4] = ["是", "是", "", "否"][i % 4]!;
    line[5] = amounts[i % amounts.length]!;
    line[6] = ["USD", "", "CNY", "EUR"][i % 4]!;
    line[7] = contactAgo === undefined ? "" : { day: asOf - contactAgo };
    line[8] = cadences[i % cadences.length]!;
    line[9] = nextIn === undefined ? "" : { day: asOf + nextIn };
    for (const [k, header] of (["客户来源", "客户类型", "行业", "客户阶段"] as const).entries())
      line[10 + k] = customerTab.cells[row]![column(header)]!;
  }
  const bottom = cells.length - 1;
  const outputAt = (end: string) => inputs.length + outputs.findIndex(([header]) => header.endsWith(end));
  const due = outputAt("Due");
  const next = outputAt("Next order");
  const day = (zone: Zone) => ({ zone, pattern: "yyyy-mm-dd" });
  return {
    name: FORMULA_SHEET,
    columnWidths: [
      ...[220, 100, 100, 90, 90, 110, 70, 100, 70, 100, 120, 100, 100, 110],
      ...[130, 120, 120, 120, 120, 100, 80, 120, 130, 120, 110, 110, 110, 110, 120, 110, 140, 420, 420],
      ...[30, 220, 90, 100, 300],
    ],
    frozenRows: EXAMPLE_HEADER_ROW + 1,
    cells,
    formats: [
      day({ top: 1, left: 1, bottom: 1, right: 1 }),
      day({ top: EXAMPLE_HEADER_ROW + 1, left: 7, bottom, right: 7 }),
      day({ top: EXAMPLE_HEADER_ROW + 1, left: 9, bottom, right: 9 }),
      day({ top: EXAMPLE_HEADER_ROW + 1, left: due, bottom, right: due }),
      day({ top: EXAMPLE_HEADER_ROW + 1, left: next, bottom, right: next + 2 }),
      day({ top: EXAMPLE_HEADER_ROW + 1, left: left + 2, bottom, right: left + 2 }),
    ],
    styles: [
      { zone: { top: 0, left: 0, bottom: 0, right: 0 }, style: { bold: true, fontSize: 14 } },
      {
        zone: { top: 2, left: inputs.length, bottom: 2, right: width - 1 },
        style: { wrap: true, color: "#7f7f7f", fontSize: 8 },
      },
      {
        zone: { top: 3, left: 0, bottom: 3, right: inputs.length - 1 },
        style: { bold: true, fill: "#fff2cc", wrap: true },
      },
      {
        zone: { top: 3, left: inputs.length, bottom: 3, right: width - 1 },
        style: { bold: true, fill: "#e2efda", wrap: true },
      },
    ],
    rules: [],
    notes: [],
    hidden: false,
  };
}

const README: readonly (readonly [string, string])[] = [
  ["这是示例工作簿，公司和人都是虚构的。", "This is a sample workbook. Its companies and people are made up."],
  ["1. 菜单 Tierbook → 打开侧边栏，按「开始」。", "1. Menu Tierbook → open the sidebar, press Start."],
  [
    "2. 看它找到的列；年采购额是谁的，由你回答。",
    "2. Look at the columns that it found; say whose amount 年采购额 is.",
  ],
  [
    "3. 预览，写入；只在「客户」最右边加列，随时可撤销。",
    "3. Preview, write; columns are added at the right end of 客户 only, undo any time.",
  ],
  [
    "4. 早上打开「今天」：每人该写给谁、为什么；写完按「已联系」。",
    "4. In the morning open Today: whom each writes to, and why; then press Contacted.",
  ],
  ["「函数示例」里可以直接改数字看结果。", "On the Formulas tab change a number and look at the result."],
  [
    "表格故意写得乱：有看不懂的日期、金额、国家，也有重复客户。",
    "The sheets are untidy on purpose: days, amounts and countries that nobody can read, and duplicates.",
  ],
];

function readmeSheet(): SampleSheet {
  return {
    name: README_SHEET,
    columnWidths: [460, 560],
    frozenRows: 0,
    cells: README.map((line) => [...line]),
    formats: [],
    styles: [
      { zone: { top: 0, left: 0, bottom: 0, right: 1 }, style: { bold: true } },
      { zone: { top: 0, left: 0, bottom: README.length - 1, right: 1 }, style: { wrap: true } },
    ],
    rules: [],
    notes: [],
    hidden: false,
  };
}

/** A tab that somebody hid years ago: neither customers nor orders. */
function oldQuotes(today: number): SampleSheet {
  const cells: SampleCell[][] = [["报价单号", "报价日期", "客户名称", "产品", "单价", "报价有效期"]];
  for (let i = 0; i < 8; i++) {
    cells.push([
      `Q-${String(100 + i)}`,
      { day: today - 900 - 9 * i },
      "旧客户",
      "Bamboo tray L",
      2.15 + i / 10,
      "30 天",
    ]);
  }
  return {
    name: "旧报价",
    columnWidths: [90, 100, 160, 140, 80, 100],
    frozenRows: 1,
    cells,
    formats: [{ zone: { top: 1, left: 1, bottom: 8, right: 1 }, pattern: "yyyy-mm-dd" }],
    styles: [],
    rules: [],
    notes: [],
    hidden: true,
  };
}
