import type { EdgeTexts } from "./edge.en";

const quoted = (text: string): string => `「${text}」`;

/** What the edge says by itself, in Chinese. */
export const edgeZh: EdgeTexts = {
  menu: { open: "打开 Tierbook" },
  tabs: { policy: "规则", classes: "分类明细", today: "今天", log: "联系记录", history: "历史", undo: "撤销" },

  errors: {
    zoneUnknown: (zone) => `无法识别表格的时区 ${zone}。请在「文件」→「设置」里换一个时区。`,
    zoneDiffers: (zone, ours, google) =>
      `时区 ${zone} 里 Google 的日期是 ${google}，我们算出的是 ${ours}。没有写入。请在「文件」→「设置」里换一个时区。`,
    customersGone: (name) => `客户表 ${name} 已经不在了。请重新设置并选择客户表。`,
    ordersGone: (name) => `订单表 ${name} 已经不在了。请重新设置并选择订单表。`,
    customersNoHeader: (name) => `工作表 ${name} 的第 1 到 10 行里没有找到表头。需要「客户名称」「公司」这样的表头。`,
    ordersNoHeader: (name) =>
      `订单表 ${name} 的第 1 到 10 行里没有找到表头。需要「客户」「下单日期」「金额」这样的表头。`,
    contactsGone: (name) => `联系记录 ${name} 已经不在了。请重新设置并选择联系记录，或选择「没有」。`,
    contactsNoHeader: (name) =>
      `联系记录 ${name} 的第 1 到 10 行里没有找到表头。需要「客户」「联系日期」「沟通内容」这样的表头。`,
    logNoHeader: (name, headers) => `${name} 的表头被改动了。各列必须叫：${headers}。`,
    badPress: () => "没有看懂这个操作，所以没有记录。请重新打开侧边栏。",
    badNext: () => "请选择今天以后的日期。",
    cannotWait: (name) => `${name} 不能推迟：还欠对方答复，或者已暂停联系。`,
    sameName: (name) => `没有记录：还有别的客户也叫 ${name}。请先给他们填上各自的客户编号。`,
    pressChanged: () => "这一行联系记录后来被改过，所以保留。",
    contactsTwice: (name) => `工作表 ${name} 已经是客户表或订单表。联系记录必须是单独的一张表。`,
    notSetUp: () => "这个文件还没有设置 Tierbook。请从菜单打开，然后点「开始」。",
    batchGone: () => "撤销表里已经没有这一次的记录。请重新预览后再写入。",
    batchUndone: () => "这一次已经被撤销了。请重新预览后再写入。",
    busy: () => "有人正在写入这个文件。请过一分钟再试。",
    badLimits: (what) => `分级标准不能用：${what}`,
    triggerGone: () => "每天自动刷新的触发器在 Tierbook 之外被删除了。请重新开启。",
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

  batchLost: (at) => `${at} 的那次写入不能写完也不能撤销：它的客户表或撤销记录已经不在了。之后的写入不受影响。`,
  policyNote: (allowed) => `可填：${allowed}`,
  dayLabel: "分级的日期",
  dayNote: "这个格子是 TIERBOOK_DAY。函数的 as_of 请引用它，不要用 TODAY()：每天、每次改规则后它会变。",
  policyProblem: (place, what) => (place === "" ? what : `${place}：${what}`),
  lastGoodPolicy: "改好之前，沿用上一次正确的规则。",
  policyProblems: {
    keysLost: "隐藏的键列不见了或不完整。请恢复历史版本，或删掉这张表重新设置。",
    unknownKey: (key, near) =>
      near.length === 0 ? `规则里没有${quoted(key)}。` : `规则里没有${quoted(key)}。相近的有：${near.join("、")}。`,
    badValue: (label, text, allowed) => `${label}：${text === "" ? "这一格" : quoted(text)}不能用。可填：${allowed}。`,
    outOfOrder: (label, above) => `${quoted(label)}必须低于${quoted(above)}。`,
    sameLabel: (label, other) => `${quoted(label)}和${quoted(other)}不能用同一个词。`,
  },

  historyHeaders: ["日期", "批次", "行", "客户", "维度", "原来", "现在", "原因", "操作人"],
  todayHeaders: ["负责人", "客户", "跟进状态", "逾期天数", "下一步"],
  toWake: (count) => `待唤醒 ${count} 个`,
  presses: { contacted: "发出", replied: "收到", later: "推迟" },
  causes: { data: "数据变化", policy: "规则变化", time: "时间推移", undo: "撤销" },
  firstGrading: "全部客户：第一次分级",
  schedule: "自动刷新",
};
