import type { FormatRule, Style, Zone } from "../runtime/store";
import { columnLetters, type SampleCell, type SampleSheet } from "./cells";
import { messyAmount, messyCountry, messyDay } from "./messy";
import { emailOf, personName, withLegal } from "./names";
import type { Random } from "./random";
import type { TrueCustomer, TrueOrder } from "./trade";

export const OWNERS = ["Amy 陈", "Bruno", "Cindy 林", "David", "Eva 周"];
const SOURCES = [
  "阿里国际站",
  "展会",
  "广交会",
  "独立站",
  "老客户介绍",
  "LinkedIn",
  "Google搜索",
  "RFQ",
  "Alibaba",
  "Referral",
  "网站留言",
];
const TYPES = [
  ...["进口商", "分销商", "零售商", "品牌商", "OEM", "Importer", "Distributor", "批发"],
  ...["工程商", "维修店", "贸易公司", "连锁店", "批发/零售"],
];
const INDUSTRIES = ["五金", "零售业", "制造业", "零售", "Retail", "制造", "酒店", "物流", "零售、服务"];
const STAGES = [
  "询盘未回复",
  "报价未回复",
  "多次跟进未回复",
  "已发产品目录",
  "价格谈判中",
  "待寄样",
  "已寄样",
  "新线索",
];
const NOTES = [
  ...["", "", "", "", "只要 FOB 宁波", "等新目录", "价格敏感", "prefers WhatsApp", "付款 30/70", "圣诞前别打扰"],
  ...["美国A寄样325目水洗，FedEx，运费450，预计反馈2周", "6.7 邮件 确认样品颜色", "+1 more container next spring", "-"],
];

export const CUSTOMER_HEADERS = [
  ...[
    "序号",
    "客户编号",
    "客户名称*",
    "国家/地区",
    "城市",
    "联系人",
    "邮箱",
    "WhatsApp",
    "客户来源",
    "客户类型",
    "行业",
  ],
  ...[
    "客户阶段",
    "客户等级",
    "业务员",
    "创建时间",
    "询盘日期",
    "最近联系",
    "下次跟进",
    "年采购额/万",
    "累计成交额(USD)",
  ],
  ...["首次下单时间", "最近下单时间", "订单数", "不联系", "备注", "显示名"],
  // Added this year, where there was room.
  ...["展会意向", "展会日期", "未结投诉", "意向产品", "公司规模", "客户满意度", "客户潜力", "终止合作"],
] as const;

export const ORDER_HEADERS = [
  ...["订单号", "下单日期", "客户编号", "客户名称", "产品", "数量", "单价", "金额", "币种", "订单状态", "订单类型"],
  ...["应付日期", "收款日期", "签收日期", "备注"],
] as const;

export type Header = (typeof CUSTOMER_HEADERS)[number];
type OrderHeader = (typeof ORDER_HEADERS)[number];

/** 0-based row of the customers' header: a merged title and a legend stand above it. */
export const CUSTOMER_HEADER_ROW = 2;

export const CUSTOMER_SHEET = "客户";
export const ORDER_SHEET = "订单";

/** A customer and how he stands in the team's sheet. */
export interface Listed {
  readonly customer: TrueCustomer;
  readonly id: string;
  readonly name: string;
  readonly owner: string;
}

export function listed(random: Random, customers: readonly TrueCustomer[]): Listed[] {
  return customers.map((customer, i) => {
    const { full } = customer.company;
    const roll = random.next();
    const name = roll < 0.04 ? full.toUpperCase() : roll < 0.06 ? `${full}  ` : roll < 0.075 ? `⭐${full}` : full;
    // A third of the rows never got an id.
    const id = random.chance(0.68) ? `C-${String(1001 + i)}` : "";
    return { customer, id, name, owner: OWNERS[i % 5 === 4 ? random.int(0, 4) : i % 5]! };
  });
}

export const column = (header: Header): number => CUSTOMER_HEADERS.indexOf(header);
const orderColumn = (header: OrderHeader): number => ORDER_HEADERS.indexOf(header);
const zone = (top: number, left: number, bottom: number, right: number): Zone => ({ top, left, bottom, right });

const counted = (orders: readonly TrueOrder[]): TrueOrder[] =>
  orders.filter(
    (order) => order.amount > 1000 && !["已取消", "Cancelled", "草稿", "报价", "待确认", "退货"].includes(order.status),
  );

/** The team's own grade was set once by feeling: it is mostly near, seldom right. */
function ownGrade(random: Random, year: number): string {
  if (random.chance(0.35)) return "";
  const grade = year > 700_000 ? "A" : year > 200_000 ? "B" : year > 0 ? "C" : "D";
  return random.chance(0.2) ? random.pick(["A", "B", "C", "VIP", "🟢 A级"]) : grade;
}

function customerRow(random: Random, asOf: number, nth: number, row: number, one: Listed): SampleCell[] {
  const { customer } = one;
  const { orders, place, contactAgo, createdAgo, inquiryAgo, nextIn } = customer;
  const bought = counted(orders);
  const year = bought.filter((order) => order.ago < 365).reduce((sum, order) => sum + order.amount, 0);
  const ever = bought.reduce((sum, order) => sum + order.amount, 0);
  const person = personName(random);
  const day = (ago: number | undefined): SampleCell => (ago === undefined ? "" : messyDay(random, asOf - ago));
  const cells: Record<Header, SampleCell> = {
    序号: nth + 1,
    客户编号: one.id,
    "客户名称*": one.name,
    "国家/地区": random.chance(0.03) ? "" : messyCountry(random, place),
    城市: random.chance(0.75) ? customer.city : "",
    联系人: person,
    邮箱: emailOf(person, customer.company),
    WhatsApp: random.chance(0.5) ? `+1 202 555 01${String(random.int(10, 99))}` : "",
    客户来源: random.pick(SOURCES),
    客户类型: random.chance(0.8) ? random.pick(TYPES) : "",
    行业: random.chance(0.6) ? random.pick(INDUSTRIES) : "",
    客户阶段: bought.length > 0 ? "已成交" : random.pick(STAGES),
    客户等级: ownGrade(random, year),
    业务员: one.owner,
    创建时间: day(createdAgo),
    询盘日期: day(inquiryAgo),
    最近联系: day(contactAgo),
    下次跟进: nextIn === undefined ? "" : messyDay(random, asOf + nextIn),
    "年采购额/万": yearly(random, customer, year),
    "累计成交额(USD)":
      ever > 0 && customer.currency === "USD" && random.chance(0.5) ? messyAmount(random, Math.round(ever), "USD") : "",
    首次下单时间: "",
    最近下单时间: "",
    订单数: bought.length > 0 && random.chance(0.3) ? bought.length : "",
    不联系: random.chance(0.035) ? random.pick(["是", "Y", "√"]) : random.chance(0.05) ? "否" : "",
    备注: random.pick(NOTES),
    显示名: { formula: `=C${row + 1}&" · "&N${row + 1}` },
    展会意向: "",
    展会日期: "",
    未结投诉: "",
    意向产品: "",
    公司规模: "",
    客户满意度: "",
    客户潜力: "",
    终止合作: "",
  };
  if (customer.kind === "typed") {
    const last = random.int(60, 500);
    cells["累计成交额(USD)"] = random.int(20, 900) * 1000;
    cells.首次下单时间 = { day: asOf - last - random.int(200, 900) };
    cells.最近下单时间 = { day: asOf - last };
    cells.订单数 = random.int(2, 9);
    cells.客户阶段 = "已成交";
  }
  return CUSTOMER_HEADERS.map((header) => cells[header]);
}

/** 年采购额/万: for buyers what they bought from us, for prospects what they say that they buy: the team never agreed. */
function yearly(random: Random, { kind }: TrueCustomer, year: number): SampleCell {
  if (kind === "typed") return random.int(5, 120);
  if (kind === "prospect") {
    return random.chance(0.25)
      ? random.pick<SampleCell>([20, 50, 80, 120, "约3万美元", "3-5万", "待定", "500+", "30w"])
      : "";
  }
  if (year <= 0 || random.chance(0.6)) return "";
  return random.chance(0.85) ? Math.round(year / 1000) / 10 : Math.round(year / 6000) / 10;
}

export const HEADER_STYLE: Style = { bold: true, fill: "#d9e2f3", wrap: true, align: "center" };
const HAND_COLOURS = ["#fff2cc", "#e2efda", "#fce4d6"];

/** What was typed into the columns of this year, and over older cells, by customer in the order of the list. */
export type ThisYear = readonly Readonly<Partial<Record<Header, SampleCell>>>[];

/**
 * The customer sheet; the row of each listed customer is 0-based and in their order.
 *
 * @param thisYear given the rows of the customers as they stood before this year
 */
export function customerSheet(
  random: Random,
  asOf: number,
  customers: readonly Listed[],
  thisYear: (lines: readonly (readonly SampleCell[])[]) => ThisYear,
): SampleSheet & { rows: number[] } {
  const width = CUSTOMER_HEADERS.length;
  const blankRow = (): SampleCell[] => Array.from({ length: width }, () => "");
  const cells: SampleCell[][] = [blankRow(), blankRow(), [...CUSTOMER_HEADERS]];
  cells[0]![0] = "客户总表 Customer list";
  cells[1]![0] = "黄色 = 重点跟进；绿色 = 展会客户；等级由业务员自己填";
  const rows: number[] = [];
  const styles: { zone: Zone; style: Style }[] = [
    { zone: zone(0, 0, 0, 0), style: { bold: true, fontSize: 16 } },
    { zone: zone(1, 0, 1, 0), style: { italic: true, color: "#7f7f7f" } },
    { zone: zone(CUSTOMER_HEADER_ROW, 0, CUSTOMER_HEADER_ROW, width - 1), style: HEADER_STYLE },
  ];
  const notes: { row: number; column: number; note: string }[] = [
    { row: CUSTOMER_HEADER_ROW, column: column("年采购额/万"), note: "我们的？还是客户一共买的？开会再定" },
  ];
  for (const [nth, one] of customers.entries()) {
    // Blank rows are left where a season ended.
    if (nth > 0 && nth % 120 === 0) cells.push(blankRow());
    const row = cells.length;
    rows.push(row);
    cells.push(customerRow(random, asOf, nth, row, one));
    if (random.chance(0.12)) {
      const right = random.chance(0.3) ? width - 1 : column("客户名称*");
      styles.push({ zone: zone(row, column("客户名称*"), row, right), style: { fill: random.pick(HAND_COLOURS) } });
    }
    if (random.chance(0.03)) notes.push({ row, column: column("客户名称*"), note: "见邮件 see mail" });
  }
  for (const [i, typed] of thisYear(rows.map((row) => cells[row]!)).entries()) {
    for (const [header, cell] of Object.entries(typed)) cells[rows[i]!]![column(header as Header)] = cell;
  }
  for (const row of oddRows(asOf, customers, cells.length)) cells.push(row);
  const total = blankRow();
  total[column("客户名称*")] = "合计";
  total[column("累计成交额(USD)")] = {
    formula: `=SUM(${columnLetters(column("累计成交额(USD)"))}${CUSTOMER_HEADER_ROW + 2}:${columnLetters(column("累计成交额(USD)"))}${cells.length})`,
  };
  cells.push(blankRow(), total);
  const bottom = cells.length - 1;
  const grade = zone(CUSTOMER_HEADER_ROW + 1, column("客户等级"), bottom, column("客户等级"));
  const rules: FormatRule[] = [
    { condition: { type: "text_equal", text: "VIP" }, style: { fill: "#f4b183", bold: true }, zones: [grade] },
    { condition: { type: "text_contains", text: "A" }, style: { color: "#385723", bold: true }, zones: [grade] },
  ];
  return {
    name: CUSTOMER_SHEET,
    columnWidths: CUSTOMER_HEADERS.map((header) =>
      header === "客户名称*" ? 220 : header === "备注" || header === "显示名" ? 200 : 100,
    ),
    frozenRows: CUSTOMER_HEADER_ROW + 1,
    cells,
    formats: dayFormats(cells, CUSTOMER_HEADER_ROW + 1),
    styles,
    rules,
    notes,
    hidden: false,
    rows,
  };
}

/** What every such sheet has at its end: duplicates under another legal form, placeholders, a formula pasted as text. */
function oddRows(asOf: number, customers: readonly Listed[], from: number): SampleCell[][] {
  const odd: SampleCell[][] = [];
  const add = (cells: Partial<Record<Header, SampleCell>>) => {
    const row = from + odd.length + 1;
    odd.push(
      CUSTOMER_HEADERS.map(
        (header) => cells[header] ?? (header === "显示名" ? { formula: `=C${row}&" · "&N${row}` } : ""),
      ),
    );
  };
  const twins = customers
    .filter(({ customer }) => customer.orders.length > 3 && customer.company.legal.length > 2)
    .slice(0, 6);
  for (const [i, { customer, owner }] of twins.entries()) {
    const { words, legal } = customer.company;
    // S.R.L., SRL and S R L are one form; no form at all is the same firm only perhaps.
    const form = [legal.replace(/\./gu, ""), legal.toUpperCase(), legal.replace(/\./gu, " ").trim()][i % 3]!;
    add({
      "客户名称*": withLegal(words.toUpperCase(), form),
      "国家/地区": customer.place.en,
      // Two of the team write to one company.
      业务员: i === 1 ? OWNERS[(OWNERS.indexOf(owner) + 1) % OWNERS.length]! : owner,
      最近联系: { day: asOf - 20 },
    });
  }
  add({ "客户名称*": "TO THE ORDER OF", "国家/地区": "UNDEFINED", 备注: "提单上抄的" });
  add({ "客户名称*": "待定", 业务员: "Bruno" });
  add({
    "客户名称*": '=HYPERLINK("http://example.com","Click")',
    "国家/地区": "美国",
    业务员: "David",
    备注: "@sum(1+1) 导入的名片",
    最近联系: { day: asOf - 40 },
  });
  add({ "客户名称*": "😀 Happy Buyer & Sons", "国家/地区": "U.S.A.", 业务员: "Eva 周", 创建时间: { day: asOf - 15 } });
  add({
    "客户名称*": "Zanrabis Trading\nRing Road 2, Gate 4",
    "国家/地区": "阿联酋",
    业务员: "Amy 陈",
    最近联系: "2052-03-01",
  });
  // Countries one letter away from their names, one that is several, and a postcode that slipped in from the column beside.
  for (const [i, country] of ["Gernany", "Untied States", "ESPA?A", "Korea", "12209"].entries()) {
    add({
      "客户名称*": `${["Ulmorapex", "Yarbunar", "Quitedin", "Salokvik", "Trenizan"][i]!} Group`,
      "国家/地区": country,
      业务员: "Cindy 林",
      创建时间: { day: asOf - 90 - i },
      最近联系: { day: asOf - 25 - 9 * i },
    });
  }
  return odd;
}

/** Date cells are shown as days; numbers that were typed into a day's column keep looking like numbers. */
export function dayFormats(cells: readonly (readonly SampleCell[])[], top: number): { zone: Zone; pattern: string }[] {
  const formats: { zone: Zone; pattern: string }[] = [];
  for (let at = 0; at < cells[top]!.length; at++) {
    let days = 0;
    for (let row = top; row < cells.length; row++) if (isDay(cells[row]![at]!)) days++;
    if (days === 0) continue;
    formats.push({ zone: zone(top, at, cells.length - 1, at), pattern: "yyyy-mm-dd" });
    for (let row = top; row < cells.length; row++) {
      if (typeof cells[row]![at] === "number") formats.push({ zone: zone(row, at, row, at), pattern: "0" });
    }
  }
  return formats;
}

const isDay = (cell: SampleCell): boolean => typeof cell === "object" && "day" in cell;

/** How a name is typed into the other sheets by someone who knows the customer. */
export function nameInOrder(random: Random, one: Listed): string {
  const { full, words } = one.customer.company;
  const roll = random.next();
  if (roll < 0.86) return full;
  if (roll < 0.91) return full.toUpperCase();
  if (roll < 0.95) return full.replace(/[.,]/gu, "");
  if (roll < 0.97) return ` ${full} `;
  return words;
}

interface Dated {
  readonly ago: number;
  readonly cells: SampleCell[];
}

function orderCells(random: Random, asOf: number, one: Listed, order: TrueOrder, number: string): SampleCell[] {
  const ordered = asOf - order.ago;
  const later = (days: number | undefined): SampleCell => (days === undefined ? "" : messyDay(random, ordered + days));
  const refund = order.amount < 0;
  const cells: Record<OrderHeader, SampleCell> = {
    订单号: number,
    下单日期: messyDay(random, ordered),
    客户编号: random.chance(0.3) ? one.id : "",
    客户名称: nameInOrder(random, one),
    产品: order.product,
    数量: order.quantity || "",
    单价: order.quantity > 0 ? Math.round((order.amount / order.quantity) * 100) / 100 : "",
    金额: refund ? order.amount : messyAmount(random, order.amount, order.currency),
    币种:
      random.chance(0.04) && order.currency === "USD"
        ? ""
        : random.chance(0.05) && order.currency === "CNY"
          ? "RMB"
          : order.currency,
    订单状态: order.status,
    订单类型: order.type,
    应付日期: later(order.dueAfter),
    收款日期: later(order.paidAfter),
    签收日期: later(order.deliveredAfter),
    备注: order.note,
  };
  return ORDER_HEADERS.map((header) => cells[header]);
}

/** The order sheet: the oldest order first, a total below. */
export function orderSheet(random: Random, asOf: number, customers: readonly Listed[]): SampleSheet {
  const dated: Dated[] = [];
  for (const one of customers) {
    for (const order of one.customer.orders)
      dated.push({ ago: order.ago, cells: orderCells(random, asOf, one, order, "") });
  }
  const stray = (ago: number, cells: Partial<Record<OrderHeader, SampleCell>>) =>
    dated.push({ ago, cells: ORDER_HEADERS.map((header) => cells[header] ?? "") });
  for (const [i, name] of ["Grandoria Imports", "某某客户", "TO THE ORDER OF", "Belmodexx Tool"].entries()) {
    const ago = 60 + 70 * i;
    stray(ago, {
      下单日期: { day: asOf - ago },
      客户名称: name,
      金额: 8_400 + i * 500,
      币种: "USD",
      订单状态: "已完成",
    });
  }
  // Typed a year too late: read, listed, not used.
  stray(-40, {
    下单日期: { day: asOf + 40 },
    客户名称: customers[0]!.name,
    金额: 12_000,
    币种: "USD",
    订单状态: "已确认",
  });
  stray(30, { 下单日期: "24/2/2024", 客户名称: customers[1]!.name, 金额: "(1,200.00)", 币种: "USD", 订单类型: "退款" });
  dated.sort((a, b) => b.ago - a.ago);

  const cells: SampleCell[][] = [[...ORDER_HEADERS]];
  for (const [i, { cells: row }] of dated.entries()) {
    row[orderColumn("订单号")] = `PI-${String(10_001 + i)}`;
    cells.push(row);
    if (i > 0 && i % 500 === 0) cells.push(ORDER_HEADERS.map(() => ""));
  }
  const amount = columnLetters(orderColumn("金额"));
  const total: SampleCell[] = ORDER_HEADERS.map(() => "");
  total[orderColumn("客户名称")] = "合计";
  total[orderColumn("金额")] = { formula: `=SUM(${amount}2:${amount}${cells.length})` };
  cells.push(total);
  const bottom = cells.length - 1;
  return {
    name: ORDER_SHEET,
    columnWidths: ORDER_HEADERS.map((header) => (header === "客户名称" ? 220 : header === "产品" ? 150 : 95)),
    frozenRows: 1,
    cells,
    formats: [
      ...dayFormats(cells, 1),
      { zone: zone(1, orderColumn("单价"), bottom, orderColumn("金额")), pattern: "#,##0.00" },
    ],
    styles: [
      { zone: zone(0, 0, 0, ORDER_HEADERS.length - 1), style: HEADER_STYLE },
      { zone: zone(bottom, 0, bottom, ORDER_HEADERS.length - 1), style: { bold: true } },
    ],
    rules: [
      {
        condition: { type: "number_greater", value: 100_000 },
        style: { bold: true },
        zones: [zone(1, orderColumn("金额"), bottom, orderColumn("金额"))],
      },
    ],
    notes: [],
    hidden: false,
  };
}
