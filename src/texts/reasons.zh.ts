import type { ReasonFacts, reasonsEn, ShortTier, tierWordsEn } from "./reasons.en";

const from: Readonly<Record<string, string>> = {
  contact: "上次联系",
  inquiry: "询盘日（尚未联系）",
  created: "建档日（尚未联系）",
  order: "上次下单（无联系记录）",
};

const since = (f: ReasonFacts): string =>
  f.backlog ? `启用日 ${f.backlog}（${from[f.from ?? ""]} ${f.fromDay}）` : `${from[f.from ?? ""]} ${f.fromDay} `;

const unknownWord = (column: string, f: ReasonFacts): string => `规则的词表里没有${column}“${f.word}”`;

export const reasonsZh: Readonly<Record<keyof typeof reasonsEn, (f: ReasonFacts) => string>> = {
  "value.orders": (f) => `近 ${f.window} 天有效订单${f.missing ? "至少" : "合计"} ${f.minor}（已扣退款）`,
  "value.short_ledger": (f) => `手填年采购额 ${f.minor}；订单表起始太晚，不能据此调低（订单合计 ${f.ledgerMinor}）`,
  "value.typed": (f) => `手填年采购额 ${f.minor}；没有找到订单`,
  "value.unclear": () => "年采购额无法识别，或其币种没有汇率",
  "value.nothing": () => "没有订单，也没有年采购额",
  "orders.no_source": () => "没有订单表，也没有订单列",
  "orders.none": () => "从未找到订单",
  "orders.bought_elsewhere": () => "表中显示曾成交，但没有找到订单",
  "orders.unclear": () => "与订单有关的列无法识别",
  "frequency.single": (f) => (f.lastOrder ? `只采购过一次（${f.lastOrder}）` : "只采购过一次"),
  "frequency.unknown_gap": () => "采购间隔未知",
  "frequency.gap": (f) =>
    `采购 ${f.purchases} 次，通常相隔 ${f.gap} 天${f.openGap ? `（含已 ${f.openGap} 天未下单）` : ""}`,
  "activity.unknown_last": () => "上次下单日未知",
  "activity.active": (f) => `距上次下单 ${f.openGap} 天；${f.limit} 天内为活跃`,
  "activity.lapsing": (f) => `距上次下单 ${f.openGap} 天；超过 ${f.limit} 天不再活跃`,
  "activity.dormant": (f) => `距上次下单 ${f.openGap} 天；超过 ${f.limit} 天为沉睡`,
  "engagement.no_log": () => "没有写明谁来信的联系记录",
  "engagement.never": () => "联系记录中对方从未来信",
  "engagement.days": (f) => `对方 ${f.days} 天前来信；${f.limit} 天内算有回复`,
  "stage.refused": (f) => `阶段“${f.word}”表示拒绝，之后没有订单`,
  "stage.order": (f) => (f.lastOrder ? `已下单，最近一次 ${f.lastOrder}` : "表中显示曾成交"),
  "stage.word": (f) => `阶段为“${f.word}”`,
  "stage.sample": (f) => `${f.day} 已付样品费或已寄样`,
  "stage.details": () => "问过认证、交货期等细节",
  "stage.inquiries": (f) => `询盘 ${f.inquiries} 次，未下单`,
  "stage.inquiry": (f) => (f.inquiry ? `询盘一次（${f.inquiry}）` : "询盘一次"),
  "stage.nothing": () => "没有填写阶段，也没有订单、样品或询盘",
  "stage.unclear": (f) => unknownWord("阶段", f),
  "source.word": (f) => `来源为“${f.word}”${f.more ? `；另有：${f.more}` : ""}`,
  "source.nothing": () => "没有填写来源",
  "source.unclear": (f) => unknownWord("来源", f),
  "fair.word": (f) => `展会表现标记为“${f.word}”`,
  "fair.note": (f) => `展会客户，备注写有“${f.word}”`,
  "fair.several": (f) => `展会客户，但备注说法不一：${f.word}`,
  "fair.nothing": () => "没有展会表现的记录",
  "fair.unclear": (f) => unknownWord("展会表现", f),
  "region.country": (f) => `国家：${f.country}`,
  "region.city": (f) => `城市 ${f.city}，国家：${f.country}`,
  "region.no_region": (f) => `规则中 ${f.country} 不属于任何区域`,
  "region.unclear": () => "国家无法识别",
  "region.nothing": () => "没有填写国家",
  "followup.aftersale": (f) => `${f.delivered} 到货，之后还没有回访`,
  "followup.days": (f) => `距上次联系 ${f.days} 天`,
  "contact.never": () => "没有联系记录",
  "contact.unclear": () => "上次联系日期无法识别",
  "urgency.hold": () => "标记为不联系",
  "urgency.complaint": (f) =>
    f.day ? `${f.day} 的投诉未结：${f.cadence} 天内回复` : "投诉未结且没有日期：结案前一直算逾期",
  "urgency.reply": (f) =>
    f.by === "contact" ? `待回复：对方 ${f.inquiry} 来信，之后没有人回复` : `待回复：${f.inquiry} 的询盘，之后没有联系`,
  "urgency.next_date": (f) => `已约定下次跟进：${f.due}`,
  "urgency.fair": (f) => `${f.day} 展会上见过：${f.cadence} 天内发跟进函`,
  "urgency.rule_6": (f) => `${f.stars}：从${since(f)}起，每 ${f.cadence} 天跟进`,
  "urgency.rule_7": (f) => `${f.stars}：从${since(f)}起，${f.cadence} 天后再排查`,
  "urgency.rule_8": (f) => `${f.tier} 级：从${since(f)}起，每 ${f.cadence} 天跟进`,
  "urgency.rule_9": (f) => `${f.stars}：从${since(f)}起，每 ${f.cadence} 天跟进`,
  "urgency.rule_10": (f) => `未成交：从${since(f)}起 ${f.cadence} 天`,
  "urgency.aftersale": (f) => `${f.delivered} 到货：${f.due} 起问货用得怎么样`,
  "urgency.visit": (f) => `上次拜访 ${f.day}：下次拜访 ${f.due}`,
  "urgency.no_clock": () => "没有联系日、询盘日和建档日，无从计算",
};

export const tierWordsZh: typeof tierWordsEn = {
  provisional: (reason) => `暂定：${reason}`,
  watch: (f) => `；观察期至 ${f.watchUntil}，按今天应为 ${f.fallsTo}（${f.todayMinor}）`,
  missing: (f) => `；另有 ${f.missing} 单无法折算，未计入`,
  heldBack: (f) => (f.heldBack === "punctual" ? "；已超过 A 级金额，但付款不及时" : "；已超过 A 级金额，但返单不稳定"),
  unknown: (f) => (f.unknown === "punctual" ? "；付款是否及时未知" : "；返单是否稳定未知"),
};

export const shortTierZh: ShortTier = {
  amount: (f) => `${f.window}天 ${f.missing ? "至少 " : ""}${f.minor}`,
  bare: (f) => `${f.missing ? "至少 " : ""}${f.minor}`,
  typed: (f) => `手填年采购额 ${f.minor}`,
  nothing: () => "无订单、无年采购额",
  unclear: () => "年采购额无法识别或无汇率",
  provisional: "暂定",
  watch: (f) => `观察期至 ${f.watchUntil}`,
  punctual: "付款不及时",
  steady: "返单不稳定",
  unknown_punctual: "付款情况未知",
  unknown_steady: "返单情况未知",
};
