import type { SampleCell, SampleSheet } from "./cells";
import { type Mess, messyDay } from "./messy";
import type { Random } from "./random";
import { column, dayFormats, HEADER_STYLE, type Listed, nameInOrder, OWNERS } from "./sheets";

export const CONTACT_SHEET = "跟进记录";

const CONTACT_HEADERS = [
  ...["跟进日期", "客户编号", "客户名称", "收发", "跟进方式", "跟进内容", "跟进人", "群发", "下次跟进"],
] as const;

/** Everyone has words of his own for who wrote; the last of the five often leaves them out. */
const OUT = ["发出", "out", "我方", "sent", ""];
const IN = ["收到", "in", "来信", "Received", "收到"];

const CHANNELS = ["邮件", "邮件", "WhatsApp", "WhatsApp", "电话", "微信", "Email", "LinkedIn"];
const WRITTEN = [
  ...["报价 rev.2 已发", "问样品反馈", "催定金", "发新目录 PDF", "节前问候", "确认装柜时间", "推荐同款升级版"],
  ...["sent price list", "asked about the label artwork", "follow-up on PI", "发了验货照片", "介绍新款 LED"],
];
const ANSWERED = [
  ...["要 FOB 价", "问交期", "说下周定", "等他老板", "ok with artwork", "asks for CE certificate", "想要新目录"],
  ...["price too high", "问能不能拼柜", "will confirm after the holidays", "要求改包装"],
];

/** A log is written on the day: its days are tidier than those that people remember. */
const MESS: Mess = { untidy: 0.08, unclear: 0, unreadable: 0.004 };

/** Stages at which nobody waits a month. */
const WARM = /报价未回复|价格谈判中|待寄样|已寄样|Sample sent/u;
const LONG_SILENT = 400;
const MAILING = 12;

interface Entry {
  /** Days back. */
  readonly ago: number;
  readonly kind: "out" | "in" | "visit";
  /** Days ahead of as-of. */
  readonly nextIn?: number;
}

/**
 * The team's contact log, the oldest entry first. Most of what the customer sheet says is overdue was done and stands here;
 * some answers that came in wait for one of ours.
 */
export function contactSheet(
  random: Random,
  asOf: number,
  customers: readonly Listed[],
  lines: readonly (readonly SampleCell[])[],
): SampleSheet {
  const dated: { ago: number; cells: SampleCell[] }[] = [];
  const add = (ago: number, cells: Partial<Record<(typeof CONTACT_HEADERS)[number], SampleCell>>) =>
    dated.push({
      ago,
      cells: CONTACT_HEADERS.map(
        (header) => cells[header] ?? (header === "跟进日期" ? messyDay(random, asOf - ago, MESS) : ""),
      ),
    });
  for (const [i, one] of customers.entries()) {
    const owner = OWNERS.indexOf(one.owner);
    for (const { ago, kind, nextIn } of entriesOf(random, one, lines[i]!)) {
      add(ago, {
        客户编号: random.chance(0.3) ? one.id : "",
        客户名称: nameInOrder(random, one),
        收发: random.chance(0.9) ? (kind === "in" ? IN : OUT)[owner]! : kind === "in" ? "收到" : "",
        跟进方式: kind === "visit" ? "拜访" : random.pick(CHANNELS),
        跟进内容: kind === "visit" ? "工厂面谈，看新线" : random.pick(kind === "in" ? ANSWERED : WRITTEN),
        跟进人: one.owner,
        下次跟进: nextIn === undefined ? "" : { day: asOf + nextIn },
      });
    }
    // A mail to many is no contact, whoever gets it.
    if (random.chance(0.1))
      add(MAILING, {
        客户名称: one.name,
        收发: "发出",
        跟进方式: "邮件",
        跟进内容: "圣诞新品目录",
        跟进人: "Amy 陈",
        群发: "是",
      });
  }
  for (const [nth, name] of ["Mr. Khan (WhatsApp)", "Grandoria Imports", "某某客户", "展会名片 3 号"].entries())
    add(9 + 17 * nth, { 客户名称: name, 收发: "收到", 跟进方式: "WhatsApp", 跟进内容: "问价", 跟进人: "Bruno" });
  dated.sort((a, b) => b.ago - a.ago);

  const cells: SampleCell[][] = [[...CONTACT_HEADERS], ...dated.map((one) => one.cells)];
  return {
    name: CONTACT_SHEET,
    columnWidths: CONTACT_HEADERS.map((header) => (header === "客户名称" || header === "跟进内容" ? 220 : 95)),
    frozenRows: 1,
    cells,
    formats: dayFormats(cells, 1),
    styles: [{ zone: { top: 0, left: 0, bottom: 0, right: CONTACT_HEADERS.length - 1 }, style: HEADER_STYLE }],
    rules: [],
    notes: [],
    hidden: false,
  };
}

/** What was written to and heard from one customer, in any order. */
function entriesOf(random: Random, { customer }: Listed, line: readonly SampleCell[]): Entry[] {
  const { contactAgo, inquiryAgo, createdAgo, kind, orders } = customer;
  const known = contactAgo ?? createdAgo;
  const buys = orders.some(({ ago }) => ago < LONG_SILENT);
  if (known === undefined || (contactAgo! > LONG_SILENT && !buys)) return [];
  const cadence = WARM.test(String(line[column("客户阶段")])) ? 7 : customer.cadence;
  const entries: Entry[] = [];
  let last = contactAgo;
  if (inquiryAgo! < 30) entries.push({ ago: inquiryAgo!, kind: "in" });
  const current = random.chance(0.92);
  if (current) {
    last = Math.min(contactAgo ?? 999, random.int(0, Math.floor(cadence * 0.7)), inquiryAgo ?? 999);
    entries.push({ ago: last, kind: "out", ...(random.chance(0.12) && { nextIn: random.int(2, 20) }) });
  } else if (contactAgo !== undefined && random.chance(0.5)) entries.push({ ago: contactAgo, kind: "out" });
  if (last === undefined) return entries;
  // B customers are visited now and then; that is a contact as well.
  if (kind === "good" && random.chance(0.6)) entries.push({ ago: Math.max(last, random.int(20, 118)), kind: "visit" });
  for (let n = random.int(0, 3); n > 0; n--) {
    const before = last + random.int(1, 160);
    entries.push({ ago: before, kind: "out" });
    if (random.chance(0.6)) entries.push({ ago: Math.max(last, before - random.int(0, 5)), kind: "in" });
  }
  // The answer of this week, which nobody has answered yet.
  if (current && last > 1 && random.chance(0.04))
    entries.push({ ago: random.int(0, Math.min(3, last - 1)), kind: "in" });
  return entries;
}
