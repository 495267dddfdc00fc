import { findingsZh, questionsZh } from "./findings.zh";
import { grouped } from "./numbers";
import type { SidebarTexts } from "./sidebar.en";

const moment = (iso: string): string =>
  `${Number(iso.slice(5, 7))}月${Number(iso.slice(8, 10))}日 ${iso.slice(11).replace(/^0/, "")}`;

/** Every word of the sidebar, in Chinese. */
export const sidebarZh: SidebarTexts = {
  name: "Tierbook",
  number: grouped,
  day: (iso) => {
    const [year, month, date] = iso.split("-");
    return `${year}年${Number(month)}月${Number(date)}日`;
  },
  hour: (hour) => `${hour}:00`,
  moment,
  step: (now, all) => `第 ${now} 步，共 ${all} 步`,

  opening: "正在打开…",
  reading: "正在读取表格…",
  counting: "正在统计…",
  preparing: "正在准备预览…",
  saving: "正在保存…",
  undoing: "正在撤销…",
  going: "正在定位…",
  at: (sheet, a1) => `已选中「${sheet}」的 ${a1}。`,
  back: "返回",
  retry: "重试",
  more: (n) => `再显示 ${grouped(n)} 条`,
  stopWaiting: "不再等待",
  waitingStopped: "已不再等待。Google 那边可能仍会完成，重复操作前请先看一下表格。",
  noConnection: "连不上 Google。请检查网络后重试。",
  failed: "我们这边出错了。请重试；如果还不行，请关闭侧边栏再打开。",

  start: {
    title: "设置 Tierbook",
    found: (customers, orders, contacts) =>
      `找到：客户 ${grouped(customers)} 行${orders === null ? "" : ` · 订单 ${grouped(orders)} 行`}${
        contacts === null ? "" : ` · 联系记录 ${grouped(contacts)} 行`
      }。${orders === null ? "没有订单表，用客户表里的列。" : ""}`,
    promise: (columns) =>
      columns === 0
        ? "需要的列已经有了。不改你的任何格子，随时可撤销。"
        : `只在最右边加 ${grouped(columns)} 列，不改你的任何格子，随时可撤销。`,
    customers: "客户表",
    orders: "订单表",
    contacts: "你的联系记录",
    choose: "选择工作表",
    noOrders: "没有订单表",
    noContacts: "没有，由按钮另记一份",
    noSheet: "没有找到客户表。请选择存放客户的工作表。",
    go: "开始",
  },

  columns: {
    title: "核对各列",
    lead: "你的列会这样读取。不对的，点开那一行改。",
    customers: "客户表",
    orders: "订单表",
    contacts: "你的联系记录",
    none: "没有这一列",
    notFound: "没找到",
    missing: (n) => `${grouped(n)} 项没有对应的列`,
    column: (field) => `「${field}」对应的列`,
    asked: "请你决定",
    askedLead: "没有回答的不使用，绝不猜测。",
    moreAsked: (n) => `还有 ${grouped(n)} 个问题`,
    undecided: "以后再定",
    proposed: (option) => `${option}（可能是）`,
    show: "看这个格子",
    noName: "没有客户名称或客户编号的列。请在上面选择。",
    go: "没问题",
  },

  findings: findingsZh,
  questions: questionsZh,

  limits: {
    title: "分级标准",
    tiers: "等级",
    lead: "按最近 12 个月向我们采购的金额。右边是各级客户数。",
    base: "统计币种",
    rates: "固定汇率",
    ratesLead: "留空：这个币种的金额只列出，不计入合计。",
    rate: (currency, base) => `1 ${currency} 合 ${base}`,
    cells: (n) => `${grouped(n)} 格`,
    notBought: "未成交",
    limit: { A: "A 高于", B: "B 起点", C: "C 起点" },
    round: (a, b, c) => `采用按你的订单取整的标准：${a}、${b}、${c}`,
    badAmount: "请填大于 0 的金额，例如 300,000 或 30万。",
    badRate: "请填大于 0 的汇率，例如 7.2，或留空。",
    backlog: "以前很久没联系的",
    backlogs: {
      as_is: "按原样计算：很久没联系的，马上显示为已逾期或久未联系",
      today:
        "从今天开始：以前没联系的日子从今天起算，跟进状态的原因里会写明（「今天」的卡片和「分类明细」）；谁也不隐藏",
      "": "和以前的设置一样",
    },
    go: "预览",
  },

  preview: {
    title: "预览",
    changed: "表格、规则或日期和你刚才看到的不一样了，什么都没有写入。下面是新的预览。",
    of: (customers, day) => `${grouped(customers)} 个客户 · 截至 ${day}`,
    writes: (cells, columns) =>
      columns > 0
        ? `将在最右边新加的 ${grouped(columns)} 列写入 ${grouped(cells)} 格，不改你的任何格子。`
        : `将在我们的列里写入 ${grouped(cells)} 格，不改你的任何格子。`,
    nothing: "都是最新的，没有要写入的。",
    tiers: "等级",
    levels: "跟进状态",
    changes: (n, up, down) => `等级变化：${grouped(n)}（升 ${grouped(up)}，降 ${grouped(down)}）`,
    fromTo: (from, to) => `${from} → ${to}`,
    fromToSpoken: (from, to) => `从 ${from} 到 ${to}`,
    policyChanges: (n) => `上次运行之后规则有变化：${grouped(n)} 行`,
    policyMore: (n) => `规则表里还有 ${grouped(n)} 行。`,
    policyRows: (n) => `将在规则表里加 ${grouped(n)} 个新行，已有的内容不动。`,
    goToCell: (a1) => `去 ${a1}`,
    reset: "恢复默认",
    none: "空",
    unread: (n) => `读不出的格子：${grouped(n)}`,
    noted: (n) => `待核对：${grouped(n)}`,
    differs: (n, column) => `和你的「${column}」不同：${grouped(n)}`,
    yoursOurs: (yours, ours) => `你的 ${yours}，${ours === "" ? "按规则还没有等级" : `计算 ${ours}`}`,
    keep: "保留我的",
    keepAll: (n) => `全部保留我的（${grouped(n)}）`,
    keepUnrated: (n) => `其中 ${grouped(n)} 个按规则还没有等级，也采用你的等级。`,
    clash: (grades) =>
      `这个客户有几行，你填的等级不一样（${grades.join("、")}）。我们不替你选：请在你的列里改成一样，或手动设定。`,
    kept: (n, left) =>
      `${grouped(n)} 个客户按你自己的等级，一年内有效。${left > 0 ? `另有 ${grouped(left)} 个放不下了，没有保留。` : ""}`,
    limited: (shown, all) => `共 ${grouped(all)} 条，这里是前 ${grouped(shown)} 条。`,
    go: "写入",
    home: "回到客户列表",
  },

  byHand: {
    title: (n) => `手动设定：${grouped(n)}`,
    classOf: (axis, label) => `${axis}：${label}`,
    until: (day) => `到 ${day} 为止`,
    ranOut: (day) => `${day} 已过期`,
    today: "今天",
    noEnd: "没有期限",
    lost: "找不到这个客户",
    reason: (reason, by, day) => `${reason}（${by === "" ? "" : `${by}，`}${day}）`,
    remove: "取消",
    removed: (axis, company) => `${company}：重新按规则分类（${axis}）。`,
  },

  who: {
    title: "你的名字",
    lead: "会记在你写入的内容旁边，同事知道该问谁。只问一次。",
    label: "名字",
    empty: "请填你的名字。",
    go: "继续",
  },

  run: {
    title: "正在写入",
    lead: "你可以继续在表格里工作。停止会还原这一次已写入的内容。",
    bar: "进度",
    begin: "正在核对表格…",
    step: (done, steps, next) => `已完成 ${done} / ${steps}。${next}`,
    next: {
      check: "接下来：和预览核对。",
      write: "接下来：写入我们的列和工作表。",
    },
    written: (cells, left) =>
      left === 0
        ? `已写入 ${grouped(cells)} 格。`
        : `已写入 ${grouped(cells)} 格；${grouped(left)} 格期间被人改过，保持原样。`,
    nothing: "都是最新的，客户表没有写入。",
    stop: "停止",
    stopping: "这一步做完就停…",
    givingBack: "正在还原已写入的内容…",
    tooLate: "点停止时最后一步已经做完，全部已写入。可以用「撤销上一次写入」还原。",
    stoppedTitle: "已停止",
    brokenTitle: "写入中断了",
    broken: "你自己的格子没有动。可以继续写完，或还原这一次已写入的内容。",
    resume: "继续写完",
    giveBack: "还原",
  },

  undo: {
    last: (at, cells, who) => `撤销上一次写入：${moment(at)}，${grouped(cells)} 格${who === "" ? "" : `（${who}）`}`,
    nothing: "没有可以撤销的。",
    already: "上一次已经撤销过了，没有改动。",
    lost: "这一次无法撤销：它的客户表或撤销表里的记录已经不在了。没有改动。",
    gone: "什么都没有恢复：当时写入的客户一个也找不到。请恢复他们的行、名称或编号，然后再撤销。",
    followed: "什么都没有恢复：这一次已经写完，之后又有人写入过。",
    stopped: (cells) => (cells === 0 ? "已停止，还没有写入任何内容。" : `已停止，还原了 ${grouped(cells)} 格。`),
    undone: (cells, left) =>
      left === 0
        ? `已撤销，还原了 ${grouped(cells)} 格。`
        : `已撤销，还原了 ${grouped(cells)} 格，${grouped(left)} 格保持原样。`,
    left: "保持原样的",
    why: {
      gone: (customer) => `${customer}：这一行或这一列已经不在了。`,
      doubled: (customer) => `${customer}：现在另有一行是同样的编号或名称。`,
      edited: (customer) => `${customer}：这一格后来被人改过。`,
    },
  },

  home: {
    title: "今天",
    asOf: (day) => `截至 ${day}`,
    refresh: "刷新",
    refreshed: (at) => `${moment(at)} 已刷新`,
    reclassify: "全部重新分级",
    tiers: "等级",
    levels: "跟进状态",
    goTo: "定位到行",
    axes: "表格里的列",
    axesLead: "勾选的维度会在客户表里多加一列，加在我们的列旁边。",
    setUpAgain: "重新设置",
    remove: "移除 Tierbook",
    saveAnswer: "保存回答",
    notAnswered: "请选一个答案。",
    openQuestions: (n) => `还有 ${grouped(n)} 个问题没有回答：重新设置时可以回答。回答之前这些格子不使用。`,
  },

  customer: {
    title: "客户",
    open: "选中的客户",
    elsewhere: (sheet) => `请在「${sheet}」里选中一行客户，这里就显示他的卡片。`,
    noCustomer: (sheet) => `「${sheet}」的这一行没有客户。`,
    owner: (owner) => `负责人：${owner}`,
    next: "下一步",
    nothing: "目前没有要做的。",
    further: (n) => `其余要做的：${grouped(n)}`,
    axes: "维度",
    unrated: (n) => `未评级：${grouped(n)}`,
    missing: "还缺的资料",
    missingFact: {
      cell: (axis, field) => `${axis}：请填「${field}」`,
      column: (axis, field, sheet) => `${axis}：「${sheet}」里没有「${field}」这一列`,
      orders: (axis) => `${axis}：没有订单表`,
      contacts: (axis) => `${axis}：没有联系记录`,
      home: (axis) => `${axis}：规则里没有填本公司所在国家`,
    },
    missingAt: (fact, sheet, a1) => `${fact}（「${sheet}」的 ${a1} 格）`,
    formStays: (company, now) => `${company} 的表单还开着。${now === "" ? "没有别的变化。" : `关闭后显示：${now}`}`,
    byHand: "手动",
    set: "手动设定",
    setFor: (axis) => `手动设定：${axis}`,
    class: "类别",
    reason: "原因",
    noReason: "请写原因。",
    until: "最后一天（空 = 一直有效）",
    badUntil: "请选今天或以后的日期，或者留空。",
    save: "设定",
    cancel: "取消",
    byRules: "恢复按规则",
    wasSet: (axis, company) => `${company} 的${axis}已手动设定。`,
  },

  presets: {
    title: "用语",
    open: "类别的用语",
    lead: "同样的类别，五种叫法。换一种只改用语和列，不改任何客户的类别。",
    choose: "用语",
    current: (name) => `${name}（现用）`,
    own: (words) => `你们自己的用语都会保留：${words.join("、")}`,
    changes: (n) => `要改的用语：${grouped(n)}`,
    change: (axis, from, to) => `${axis}：${from} → ${to}`,
    noChange: "没有用语要改。",
    columns: "把它的维度放进客户表",
    added: (axes) => `新增的列：${axes.join("、")}`,
    removed: (axes) => `去掉的列：${axes.join("、")}`,
    cells: (n) => `然后要写我们列里的 ${grouped(n)} 个单元格，先看预览再写。`,
    go: "用这套用语",
  },

  today: {
    owner: "负责人",
    whoAreYou: "你是哪一位负责人？",
    noneOfThem: "都不是",
    itsMe: "这是我",
    me: (owner) => `${owner}（我）`,
    everybody: "全部",
    noOwner: "没有负责人",
    someone: (owner, due, customers) => `${owner}：今天 ${grouped(due)}，共 ${grouped(customers)}`,
    count: (shown, due, wake) =>
      `今天 ${grouped(due)} 个${shown < due ? `，先联系 ${grouped(shown)} 个` : ""}${wake === 0 ? "" : ` · 待唤醒 ${grouped(wake)} 个`}`,
    moreDue: (n, limit) => `还有 ${grouped(n)} 个该联系：每人最多列 ${grouped(limit)} 个。`,
    wake: (n) => `待唤醒 ${grouped(n)} 个`,
    nobody: "今天没有该跟进的客户。",
    empty: "这里没有客户。",
    noOwners: "没有负责人这一列，所以列出所有客户。",
    press: { contacted: "已联系", replied: "对方已回复", later: "推迟" },
    logging: (press, company) => `正在记录：${press}，${company}…`,
    logged: (press, company, rows) =>
      `已记录：${press}，${company}${rows > 1 ? `。该客户的 ${grouped(rows)} 行一起更新。` : ""}`,
    undo: "撤销",
    until: "推迟到",
    inDays: (n) => `${grouped(n)} 天`,
    putOff: "确定推迟",
    badDay: "请选今天以后的日子。",
    when: (over) =>
      over > 0
        ? `已过 ${grouped(over)} 天`
        : over === 0
          ? "今天到期"
          : over === -1
            ? "明天到期"
            : `还有 ${grouped(-over)} 天`,
  },

  rebase: {
    text: (from, to) => `规则表里的统计币种从 ${from} 改成了 ${to}。现在的标准是什么意思？回答之前沿用 ${from}。`,
    convert: (to, rate, from) => `按固定汇率换算（1 ${to} = ${rate} ${from}）`,
    keep: (to) => `数字不变，现在是 ${to}`,
    back: (from) => `改回 ${from}`,
    notice: (from, to) => `规则表里的统计币种从 ${from} 改成了 ${to}；回答标准的含义之前，沿用 ${from}。`,
  },

  schedule: {
    off: "每天自动刷新：未开启",
    on: (hour) => `每天自动刷新：${hour}`,
    failed: "每天自动刷新：上次失败",
    offLead: "表格不动，日子也在过。每天刷新一次，跟进状态和等级才准。",
    onLead: (owner, hour) => `${owner} 已开启，每天 ${hour}。`,
    hour: "每天几点",
    last: (at, cells, moves) =>
      `上次运行：${moment(at)}：${cells === 0 ? "没有变化" : `写入 ${grouped(cells)} 格，${grouped(moves)} 项分类有变`}`,
    neverRun: "还没有运行过。",
    next: (at) => `下次运行：${moment(at)}`,
    error: (error) => `上次运行失败：${error}`,
    switchOn: "开启",
    switchOff: "关闭",
    change: "更改时间",
    takeOver: "由我接手",
    takeOverLead: "接手后用你的名义、按你选的时间运行。每个文件只有一个自动刷新。",
  },

  removal: {
    title: "移除 Tierbook",
    planning: "正在查看要移除的内容…",
    lead: "将移除：",
    stays: "你自己的列、工作表、颜色和筛选都不动。",
    nothing: "这个文件里没有 Tierbook 的内容。",
    go: "全部移除",
    keep: "保留",
    removing: "正在移除…",
    doneTitle: "已移除 Tierbook",
    doneLead: "已移除：",
    again: "重新设置",
    columns: (sheet, headers) => `${sheet} 里的 ${headers.length} 列：${headers.join("、")}`,
    rules: (sheet) => `${sheet} 里我们的颜色规则`,
    tab: (name) => `工作表 ${name}`,
    name: (name) => `名称 ${name}`,
    schedule: (owner) => `每天的自动刷新${owner === "" ? "" : `（${owner}）`}`,
    settings: "设置时保存的内容",
  },
};
