import type { Asked, findingsEn, questionsEn } from "./findings.en";
import { grouped } from "./numbers";

/** What is said about cells of the team's that need a person, in Chinese. */

const quoted = (text: string): string => `「${text}」`;

const like = (which: string, [header, cells, example]: Parameters<Asked>): string =>
  `列${quoted(header)}：${grouped(cells)} 格${which}像${quoted(example)}`;
const standsIn = (unit: string, [header, cells, example]: Parameters<Asked>): string =>
  `列${quoted(header)}：${quoted(example)}（${grouped(cells)} ${unit}）`;

export const findingsZh: typeof findingsEn = {
  unreadable: (field, text) => `${field}${/^\s*$/.test(text) ? "是空的" : `：${quoted(text)}读不出`}。`,
  ambiguous: (field, text) => `${field}：${quoted(text)}有两种可能。`,
  corrected: (field, text, detail) => `${field}：${quoted(text)}按 ${detail} 读取。`,
  future: (field, text) => `${field}：${quoted(text)}在将来，未使用。`,
  no_rate: (_, text) => `${quoted(text)}：这个币种当天没有汇率，未计入合计。`,
  bad_rate: (_, text, day) =>
    day === ""
      ? `汇率表：${/^\s*$/.test(text) ? "有一格是空的" : `${quoted(text)}无法使用`}，这一行不算。`
      : `汇率表：${quoted(text)}可能是两个日期，这一行不算。请先写年份，如 ${day}。`,
  rate_twice: (_, text) => `汇率表：${quoted(text)}是同一币种同一天的第二个汇率。`,
  rate_of_base: (_, text) => `汇率表：${quoted(text)}就是统计币种，不需要汇率。`,
  doubled_order: (_, text, __, count) => `订单号${quoted(text)}对应 ${grouped(count)} 个订单，客户或日期不同；都计入。`,
  equal_lines: (_, text, detail, count) =>
    `订单${quoted(detail)}：${grouped(count)} 行金额相同（${quoted(text)}）；回答之前每行都计入。`,
  unmatched_order: (_, text, detail, count) =>
    text === ""
      ? `${grouped(count)} 个订单没有写客户。`
      : `${quoted(text)}的订单：没有这个客户。${detail === "" ? "" : `是不是 ${detail}？`}`,
  unknown_status: (_, text) => `不认识的订单状态${quoted(text)}，未计入。`,
  listed_status: (_, text) => `订单状态${quoted(text)}，未计入。`,
  refund_of_uncounted: (_, text) => `${quoted(text)}：退款对应的订单没有计入。`,
  sample_in_text: (_, text) => `${quoted(text)}提到样品；回答之前算作订单。`,
  clash: (field, text, detail) => `${text}：${field}手填的和订单的不同（${detail}）。`,
  duplicate: (_, text, detail) => `${text} 不止一行。${detail === "" ? "" : `（${detail}）`}`,
  no_clock: (_, text) => `${text}：没有联系、询盘或录入的日期，没有该跟进日。`,
  unknown_word: (field, text, row, count) =>
    `${field}：不认识${quoted(text)}（${grouped(count)} 格）。可在规则表里把它加进合适的一行，如${quoted(row)}。`,
  unmatched_contact: (_, text, detail, count) =>
    `${quoted(text)}的联系记录（${grouped(count)} 条）：没有这个客户。${detail === "" ? "" : `是不是 ${detail}？`}`,
  unmatched_press: (_, text, detail, count) =>
    `${quoted(text)}点过的 ${grouped(count)} 次记录不再计入：表里没有他了，或改了名。${detail === "" ? "" : `是不是 ${detail}？`}`,
  owner_clash: (_, text, detail) => `${text} 有两个负责人：${detail}。`,
  override_expired: (axis, text, detail, days) => `${text}：手动设定的${axis}已过期 ${grouped(days)} 天（${detail}）。`,
  override_lost: (axis, text, detail) => `${quoted(text)}手动设定过${axis} ${detail}，现在找不到这个客户。`,
  no_answer: (_, text, __, days) => `${text}：三星客户，${grouped(days)} 天没有回音。还有意向吗？`,
};

export const questionsZh: typeof questionsEn = {
  asked: {
    column: (header, cells) => `列${quoted(header)}：${grouped(cells)} 格。里面是什么？`,
    decimal: (...at) => `${like("", at)}。哪个是小数点？`,
    currency: (...at) => `${like("", at)}。是什么币种？`,
    inexact: (...at) => `${like("不是准数，", at)}。用这个数吗？`,
    wan: (...at) => `${like("", at)}。w 是什么意思？`,
    scale: (...at) => `${like("", at)}，而表头带有单位。按哪个单位？`,
    day_order: (...at) => `${like("", at)}。日在前还是月在前？`,
    no_year: (...at) => `${like("没有年份，", at)}。是哪一年？`,
    no_day: (...at) => `${like("没有日，", at)}。是哪一天？`,
    country: (...at) => `${standsIn("格", at)}。是哪个国家？`,
    yes_no: (...at) => `${standsIn("格", at)}。是还是否？`,
    status: (...at) => `${standsIn("行", at)}。算不算订单？`,
    sample: (...at) => `${standsIn("行", at)}。是样品吗？`,
    lines: (header, cells, example) =>
      `列${quoted(header)}：${grouped(cells)} 个订单每行金额相同，像${quoted(example)}。这是什么金额？`,
    word: (...at) => `${standsIn("格", at)}。是下面的哪一种？`,
    relation: (...at) => `${standsIn("格", at)}说的是客户到了哪一步，不是从哪里来。来源是哪一种？`,
  },
  answers: {
    column: {
      annual: "最近 12 个月向我们采购的金额",
      lifetime: "历史上向我们采购的总额",
      buyer_volume: "他向所有供应商采购的总额",
      expected: "我们预计的金额",
      none: "都不是，不使用",
    },
    decimal: { point: "点是小数点（1.234 是一点多）", comma: "逗号是小数点（1.234 是一千多）" },
    inexact: { take: "用写着的数，或较小的那个" },
    wan: { "10000": "w 是万" },
    scale: { full: "按写的全数", header: "按表头的单位" },
    day_order: {
      dmy: "日在前（03/04 是 4 月 3 日）",
      mdy: "月在前（03/04 是 3 月 4 日）",
      ymd: "年在前（24.05.10 是 2024 年 5 月 10 日）",
    },
    no_year: { past: "最近已过去的那一年" },
    no_day: { first: "当月 1 日" },
    yes_no: { yes: "是", no: "否" },
    status: { counts: "算订单", no: "不算订单", listed: "只列出，不计入" },
    sample: { yes: "是样品", no: "是订单" },
    lines: { each: "每行的金额，相加", whole: "整个订单的金额，重复写了；只算一次" },
    word: { in: "对方联系我们", out: "我们联系对方", none: "都不是，只是备注" },
    relation: { leave: "不是来源，这些格子不使用" },
  },
  leaveOut: "这些格子不使用",
};
