import type { Asked, EdgeTexts, Moment } from "./edge.en";

const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
const quoted = (text: string): string => `「${text}」`;
const moment = ({ month, date, time }: Moment): string => `${month}月${date}日 ${time}`;

const like = (which: string, [header, cells, example]: Parameters<Asked>): string =>
  `列${quoted(header)}：${grouped(cells)} 格${which}像${quoted(example)}`;
const standsIn = (unit: string, [header, cells, example]: Parameters<Asked>): string =>
  `列${quoted(header)}：${quoted(example)}（${grouped(cells)} ${unit}）`;

const FIELD_MEANINGS: Readonly<Record<string, string>> = {
  annual: "最近 12 个月向我们采购的金额",
  lifetime: "历史上向我们采购的总额",
  buyer_volume: "他向所有供应商采购的总额",
  expected: "我们预计的金额",
};

/** Every sentence of the edge, in Chinese. */
export const edgeZh: EdgeTexts = {
  menu: { open: "打开 Tierbook" },
  tabs: { policy: "规则", classes: "分类明细", history: "历史", undo: "撤销" },

  errors: {
    zoneUnknown: (zone) => `无法识别表格的时区 ${zone}。请在「文件」→「设置」里换一个时区。`,
    zoneDiffers: (zone, ours, google) =>
      `时区 ${zone} 里 Google 的日期是 ${google}，我们算出的是 ${ours}。什么都没有写入。请在「文件」→「设置」里换一个相邻的时区。`,
    customersGone: (name) => `客户表 ${name} 已经不在了。请重新设置并选择客户表。`,
    ordersGone: (name) => `订单表 ${name} 已经不在了。请重新设置并选择订单表。`,
    customersNoHeader: (name) => `工作表 ${name} 的第 1 到 10 行里没有找到表头。需要「客户名称」「公司」这样的表头。`,
    ordersNoHeader: (name) =>
      `订单表 ${name} 的第 1 到 10 行里没有找到表头。需要「客户」「下单日期」「金额」这样的表头。`,
    notSetUp: () => "这个文件还没有设置 Tierbook。请从菜单打开，然后点「开始」。",
    batchGone: () => "撤销表里已经没有这一次的记录。请重新预览后再写入。",
    batchUndone: () => "这一次已经被撤销了。请重新预览后再写入。",
    busy: () => "有人正在写入这个文件。请过一分钟再试。",
    badLimits: (what) => `分级标准不能用：${what}`,
    badPolicy: (what) => `规则没有改动。${what}`,
    noName: () => "没有客户名称或客户编号的列。请在「列」这一步选择。",
    rebaseFails: () => "换成这个币种后标准无法成立。请先在规则表里改好。",
    nothingAsked: () => "这个问题已经不用回答了。请点「刷新」。",
    badHour: () => "时间必须是 0 到 23 的整数。",
    sheetGone: (name) => `工作表 ${name} 已经不在了。`,
    rowGone: () => "这个客户的行已经不在了。请点「刷新」。",
    google: (message) => `Google 暂时无法完成。请重试；你自己的格子没有动。（Google 的提示：${message}）`,
    bug: () => "我们这边出错了。你自己的格子没有动。请重试；如果还不行，请告诉负责 Tierbook 的人。",
    cellUnreadable: (parameter, text) => `${parameter}：${text} 无法读取。`,
    cellAmbiguous: (parameter, text) => `${parameter}：${text} 有两种可能，请写完整。`,
    heights: (a, b) => `${a} 和 ${b} 的行数要相同，或者其中一个是单个格子。`,
    oneColumn: (parameter) => `${parameter}：请传一个格子或一列。`,
    badAsOf: () => "as_of 必须是日期。请引用 TIERBOOK_DAY 这个格子。",
    tableNeeded: (parameter) => `${parameter}：请传包含表头的整张表。`,
    unknownAxis: (text, known) => `axis：不认识 ${text}。可用的有：${known}。`,
    badCadence: (text) => `cadence：${text} 既不是天数，也不是等级（如 A）或星级（如 3星）。`,
    noSuchCustomer: (text) => `customer：客户表里没有 ${text}，或者不止一个。`,
    noRate: (currency, base) => `规则里没有 ${currency} 到 ${base} 的固定汇率。`,
    policyCell: (what) => `policy：${what}`,
  },

  policyNote: (allowed) => `可填：${allowed}`,
  dayLabel: "分级的日期",
  dayNote: "这个格子名为 TIERBOOK_DAY。函数的 as_of 请引用它，不要用 TODAY()：这样每天、以及每次改规则后都会重新计算。",
  policyProblem: (place, what) => (place === "" ? what : `${place}：${what}`),
  lastGoodPolicy: "改好之前，沿用上一次正确的规则。",
  policyProblems: {
    unknownKey: (key, near) =>
      near.length === 0 ? `规则里没有${quoted(key)}。` : `规则里没有${quoted(key)}。相近的有：${near.join("、")}。`,
    badValue: (label, text, allowed) => `${label}：${text === "" ? "这一格" : quoted(text)}不能用。可填：${allowed}。`,
    outOfOrder: (label, above) => `${quoted(label)}必须低于${quoted(above)}。`,
    sameLabel: (label, other) => `${quoted(label)}和${quoted(other)}不能用同一个词。`,
  },

  historyHeaders: ["日期", "批次", "行", "客户", "维度", "原来", "现在", "原因", "操作人"],
  causes: { data: "数据变化", policy: "规则变化", time: "时间推移", undo: "撤销" },
  firstGrading: "全部客户：第一次分级",
  schedule: "自动刷新",

  steps: {
    check: "接下来：和预览核对。",
    columns: "接下来：写入我们的列。",
    rest: "接下来：写入分类明细和历史。",
  },
  written: (cells, left) =>
    left === 0
      ? `已写入 ${grouped(cells)} 格。`
      : `已写入 ${grouped(cells)} 格；${grouped(left)} 格期间被人改过，保持原样。`,
  nothingToWrite: "都是最新的，没有写入。",
  nothingToUndo: "没有可以撤销的。",
  undoneAlready: "上一次已经撤销过了，没有改动。",
  stopped: (cells) => (cells === 0 ? "已停止，还没有写入任何内容。" : `已停止，还原了 ${grouped(cells)} 格。`),
  undone: (cells, left) =>
    left === 0
      ? `已撤销，还原了 ${grouped(cells)} 格。`
      : `已撤销，还原了 ${grouped(cells)} 格，${grouped(left)} 格保持原样。`,
  left: {
    gone: (name) => `${name}：这一行或这一列已经不在了。`,
    doubled: (name) => `${name}：现在另有一行是同样的编号或名称。`,
    edited: (name) => `${name}：这一格后来被人改过。`,
  },

  moment,
  when: (over) => (over > 0 ? `逾期 ${grouped(over)} 天` : over === 0 ? "今天到期" : `还有 ${grouped(-over)} 天`),
  undoLabel: (at, cells, who) => `撤销：${moment(at)}，${grouped(cells)} 格${who === "" ? "" : `（${who}）`}`,
  openQuestions: (n) =>
    n === 0 ? [] : [`还有 ${grouped(n)} 个问题没有回答：重新设置时可以回答。回答之前这些格子不使用。`],
  lastRun: (at, cells, moves) =>
    `${moment(at)}：${cells === 0 ? "没有变化" : `写入 ${grouped(cells)} 格，${grouped(moves)} 项分类有变`}`,

  findings: {
    unreadable: (field, text) => `${field}：${quoted(text)}读不出。`,
    ambiguous: (field, text) => `${field}：${quoted(text)}有两种可能。`,
    corrected: (field, text, detail) => `${field}：${quoted(text)}按 ${detail} 读取。`,
    future: (field, text) => `${field}：${quoted(text)}在将来，未使用。`,
    no_rate: (_, text) => `${quoted(text)}：这个币种没有固定汇率，未计入合计。`,
    unmatched_order: (_, text, detail) =>
      `${quoted(text)}的订单：没有这个客户。${detail === "" ? "" : `是不是 ${detail}？`}`,
    unknown_status: (_, text) => `不认识的订单状态${quoted(text)}，未计入。`,
    listed_status: (_, text) => `订单状态${quoted(text)}，未计入。`,
    refund_of_uncounted: (_, text) => `${quoted(text)}：退款对应的订单没有计入。`,
    sample_in_text: (_, text) => `${quoted(text)}提到样品；回答之前算作订单。`,
    clash: (field, text, detail) => `${text}：${field}手填的和订单的不同（${detail}）。`,
    duplicate: (_, text, detail) => `${text} 不止一行。${detail === "" ? "" : `（${detail}）`}`,
    no_clock: (_, text) => `${text}：没有联系、询盘或录入的日期，没有该跟进日。`,
  },

  rebase: {
    text: (from, to) => `规则表里的统计币种从 ${from} 改成了 ${to}。现在的标准是什么意思？回答之前沿用 ${from}。`,
    convert: (to, rate, from) => `按固定汇率换算（1 ${to} = ${rate} ${from}）`,
    keep: (to) => `数字不变，现在是 ${to}`,
    back: (from) => `改回 ${from}`,
  },
  rebased: (from, to) => `规则表里的统计币种从 ${from} 改成了 ${to}；回答标准的含义之前，沿用 ${from}。`,

  noCustomerSheet: "没有找到客户表。请选择存放客户的工作表。",
  noNameColumn: "没有客户名称或客户编号的列。请在上面选择。",
  notBought: "未成交",
  columnMeans: (field, label) => FIELD_MEANINGS[field] ?? label,
  columnAsked: (header, cells) => `列${quoted(header)}：${grouped(cells)} 格。里面是什么？`,
  columnNone: "都不是，不使用",
  leaveOut: "这些格子不使用",
  answers: {
    decimal: { point: "点是小数点（1.234 是一点多）", comma: "逗号是小数点（1.234 是一千多）" },
    inexact: { take: "用写着的数，或较小的那个" },
    wan: { "10000": "w 是万" },
    day_order: { dmy: "日在前（03/04 是 4 月 3 日）", mdy: "月在前（03/04 是 3 月 4 日）" },
    no_year: { past: "最近已过去的那一年" },
    no_day: { first: "当月 1 日" },
    yes_no: { yes: "是", no: "否" },
    status: { counts: "算订单", no: "不算订单", listed: "只列出，不计入" },
    sample: { yes: "是样品", no: "是订单" },
  },
  asked: {
    decimal: (...at) => `${like("", at)}。哪个是小数点？`,
    currency: (...at) => `${like("", at)}。是什么币种？`,
    inexact: (...at) => `${like("不是准数，", at)}。用这个数吗？`,
    wan: (...at) => `${like("", at)}。w 是什么意思？`,
    day_order: (...at) => `${like("", at)}。日在前还是月在前？`,
    no_year: (...at) => `${like("没有年份，", at)}。是哪一年？`,
    no_day: (...at) => `${like("没有日，", at)}。是哪一天？`,
    country: (...at) => `${standsIn("格", at)}。是哪个国家？`,
    yes_no: (...at) => `${standsIn("格", at)}。是还是否？`,
    status: (...at) => `${standsIn("行", at)}。算不算订单？`,
    sample: (...at) => `${standsIn("行", at)}。是样品吗？`,
  },

  removal: {
    columns: (sheet, headers) => `${sheet} 里的 ${headers.length} 列：${headers.join("、")}`,
    rules: (sheet) => `${sheet} 里我们的颜色规则`,
    tab: (name) => `工作表 ${name}`,
    dayName: (name) => `名称 ${name}`,
    schedule: (owner) => `每天的自动刷新${owner === "" ? "" : `（${owner}）`}`,
    settings: "设置时保存的内容",
  },
};
