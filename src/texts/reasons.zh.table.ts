import type reasonsEn from "./reasons.en.table";

const from = "{from:contact=上次联系|inquiry=询盘日（尚未联系）|created=建档日（尚未联系）|上次下单（无联系记录）}";

const since = `{backlog:=${from} {fromDay} |启用日 {backlog}（${from} {fromDay}）}`;

const unknownWord = (column: string) => `规则的词表里没有${column}“{word}”`;

const when = "{since:={until:=|{until} 前（含当天）}|{until:={since} 起|{since} 至 {until} }}";

const sum = (minor: string, missing: string, refunds: string, exact: string) =>
  `{${missing}:={${refunds}:=${exact}|至多 }|{${refunds}:=至少 |约 }}{${minor}}`;
const shortSum = sum("minor", "missing", "refunds", "");

const lacking = (missing: string) => `另有 {${missing}} 单无法折算，未计入`;
const lackingRefunds = (refunds: string) => `另有 {${refunds}} 笔退款或折扣无法折算，未扣除`;

const rhythm =
  "采购 {purchases} 次，通常相隔 {gap} 天；上次在{openGap:0=今天| {openGap} 天前}{overdue:=|，比平时更久没下单}";

export default (): Readonly<Record<keyof ReturnType<typeof reasonsEn>, string>> => ({
  "value.orders": `近 {window} 天有效订单${sum("minor", "missing", "refunds", "合计 ")}（已扣退款）`,
  "value.short_ledger": "手填年采购额 {minor}；订单表起始太晚，不能据此调低（订单合计 {ledgerMinor}）",
  "value.typed": "手填年采购额 {minor}；没有找到订单",
  "value.unclear": "金额或日期无法识别，或其币种没有汇率",
  "value.nothing": "没有订单，也没有年采购额",
  "orders.no_source": "没有订单表，也没有订单列",
  "orders.none": "从未找到订单",
  "orders.bought_elsewhere": "表中显示曾成交，但没有找到订单",
  "orders.unclear": "订单的金额、日期或有关的列无法识别",
  "frequency.single": "只采购过一次{lastOrder:=|（{lastOrder}）}",
  "frequency.unknown_gap": "采购间隔未知",
  "frequency.gap": "采购 {purchases} 次，通常相隔 {gap} 天{openGap:=|（含已 {openGap} 天未下单）}",
  "activity.unknown_last": "上次下单日未知",
  "activity.active": "{openGap:0=今天下单|距上次下单 {openGap} 天}；{limit} 天内为活跃",
  "activity.lapsing": "距上次下单 {openGap} 天；超过 {limit} 天不再活跃",
  "activity.dormant": "距上次下单 {openGap} 天；超过 {limit} 天为沉睡",
  "relation.prospect": "从未找到订单",
  "relation.ended": "{word:=有一列写着已终止合作|客户阶段写着“{word}”，表示已离开}{day:=|（{day}）}，之后没有订单",
  "relation.lost": "距上次下单 {openGap} 天，超过 {limit} 天算流失",
  "relation.unknown_count": "不知道买过几次{lastOrder:=|，上次 {lastOrder}}",
  "relation.won_back": "停了 {gap} 天后，{lastOrder} 又下单",
  "relation.new": "只采购过一次，在{openGap:0=今天| {openGap} 天前}",
  "relation.once": "只在 {lastOrder} 采购过一次，之后 {openGap} 天没有返单",
  "relation.declining": "距上次下单 {openGap} 天，按他自己的节奏不应超过 {limit} 天",
  "relation.buys": "采购 {purchases} 次{since:=|，首次 {since}}",
  "loyalty.too_little": "采购 {purchases} 次，没有满意度评分；至少要 {limit} 次",
  "loyalty.points":
    "得 {points} 分（满分 100）{since:=|；{since} 起合作}{steady:=|；{steady:true=返单稳定|返单不稳定}}{punctual:=|；{punctual:true=付款及时|付款迟}}{satisfaction:=|；满意度 {satisfaction}/5}{complaint:=|；有未结投诉}",
  "potential.mark": "团队标记：“{word}”",
  "potential.points":
    "得 {points} 分{stars:=|；{stars}}{inquiries:=|；询盘 {inquiries} 次}{named:=|；写明产品或数量}{expectedMinor:=|；预计 {expectedMinor}}{identity:=|；{identity}}",
  "potential.nothing": "阶段、询盘、产品、预计金额、客户身份都没有",
  "words.word": "{axis}写着“{word}”{more:=|；还有：{more}}",
  "words.nothing": "{axis}没有填",
  "words.unclear": "{axis}“{word}”不在规则的词表里",
  "size.people": "员工 {people} 人",
  "locality.no_home": "规则里没有写本公司所在国家",
  "locality.country": "国家：{country}",
  "locality.no_city": "国家：{country}；城市不明，或规则里没写本公司城市",
  "locality.city": "城市：{city}",
  "engagement.no_log": "没有写明谁来信的联系记录",
  "engagement.never": "联系记录中对方从未来信",
  "engagement.wrote": "对方{days:0=今天| {days} 天前}来信；{limit} 天内算有回复",
  "stage.refused": "阶段“{word}”表示拒绝，之后没有订单",
  "stage.order": "{lastOrder:=表中显示曾成交|已下单，最近一次 {lastOrder}}",
  "stage.word": "阶段为“{word}”",
  "stage.sample": "{day} 已付样品费或已寄样",
  "stage.details": "问过认证、交货期等细节",
  "stage.inquiries": "询盘 {inquiries} 次，未下单",
  "stage.inquiry": "询盘一次{inquiry:=|（{inquiry}）}",
  "stage.nothing": "没有填写阶段，也没有订单、样品或询盘",
  "stage.unclear": unknownWord("阶段"),
  "source.word": "来源为“{word}”{more:=|；另有：{more}}",
  "source.nothing": "没有填写来源",
  "source.unclear": unknownWord("来源"),
  "fair.word": "展会表现标记为“{word}”",
  "fair.note": "展会客户，备注写有“{word}”",
  "fair.several": "展会客户，但说法不一：{word}",
  "fair.nothing": "没有展会表现的记录",
  "fair.unclear": unknownWord("展会表现"),
  "region.country": "国家：{country}",
  "region.city": "城市 {city}，国家：{country}",
  "region.no_region": "规则中 {country} 不属于任何区域",
  "region.unclear": "国家无法识别",
  "region.nothing": "没有填写国家",
  "followup.aftersale": "{delivered} 到货，之后还没有回访",
  "followup.days": "{days:0=今天刚联系过|距上次联系 {days} 天}",
  "contact.never": "没有联系记录",
  "contact.unclear": "上次联系日期无法识别",
  "urgency.hold": "标记为不联系",
  "urgency.complaint":
    "{day:=投诉未结且没有日期：清空投诉单元格前一直算逾期|{day} 的投诉未结：{cadence} 天内回复；清空投诉单元格即结案}",
  "urgency.reply": "待回复：{by:contact=对方 {inquiry} 来信，之后没有人回复|{inquiry} 的询盘，之后没有联系}",
  "urgency.next_date": "已约定下次跟进：{due}",
  "urgency.fair": "{day} 展会上见过：{cadence} 天内发跟进函",
  "urgency.rule_6": `{stars}：从${since}起，每 {cadence} 天跟进`,
  "urgency.rule_7": `{stars}：从${since}起，{cadence} 天后再排查`,
  "urgency.rule_8": `{tier:=还没有等级|{tier} 级}：从${since}起，每 {cadence} 天跟进`,
  "urgency.rule_9": `{stars}：从${since}起，每 {cadence} 天跟进`,
  "urgency.rule_10": `未成交：从${since}起 {cadence} 天`,
  "urgency.aftersale": "{delivered} 到货：{due} 起问货用得怎么样",
  "urgency.visit": "上次拜访 {day}：下次拜访 {due}",
  "urgency.no_clock": "没有联系日、询盘日和建档日，无从计算",
  override: "{by:=|{by} }手动设定{until:=|，到 {until} 为止}：{reason}（按规则为 {would}）",

  "forecast.never": "从未找到订单",
  "forecast.few":
    "采购 {purchases} 次，上次在{openGap:0=今天| {openGap} 天前}{overdue:=|，比平时更久没下单}；次数太少，说不出可能性",
  "forecast.model": rhythm,
  "forecast.boundary": `${rhythm}；模型和订单对不上，说不出可能性`,
  "forecast.no_better": `${rhythm}；没有比“距上次下单几天”更准的办法，说不出可能性`,
  "forecast.too_little": `${rhythm}；历史太少，说不出可能性`,

  "next.highest": "已是最高等级，无从再升",
  "next.by_hand": "等级已手动定为 {tier}{until:=|，至 {until}}，下单不会改变",
  "next.barred": "{heldBack:punctual=付款不及时|返单不稳定}，再下一单等级也不会升为 A",
  "next.typed": "手填年采购额再多 {minor}，等级升为 {tier}",
  "next.first": `任意一单使等级成为 {first}；${when}一单 {minor} 使等级成为 {tier}`,
  "next.any": `${when}任意一单，等级升为 {tier}`,
  "next.refunds": "有 {refunds} 笔退款或折扣无法折算，不知道再下多少单能升级",
  "next.order": `${when}{missing:=|至多}再下单 {minor}，等级升为 {tier}`,
  "next.fall": "若不下单，等级 {on} 降为 {tier}{missing:=|（仅按已折算的金额）}",
  "next.rise": "若不下单，等级 {on} 升为 {tier}{missing:=|（仅按已折算的金额）}",
  "next.activity": "{behind:=若不下单，活跃度|活跃度} {on} 降为{activity}",

  "tier.provisional": "暂定：{reason}",
  "tier.watch": `；观察期至 {watchUntil}，按今天应为 {fallsTo}（${sum("todayMinor", "todayMissing", "todayRefunds", "")}{todayMissing:=|；${lacking("todayMissing")}}{todayRefunds:=|；${lackingRefunds("todayRefunds")}}）`,
  "tier.missing": `；${lacking("missing")}`,
  "tier.refunds": `；${lackingRefunds("refunds")}`,
  "tier.heldBack": "；已超过 A 级金额，但{heldBack:punctual=付款不及时|返单不稳定}",
  "tier.unknown": "；{unknown:punctual=付款是否及时|返单是否稳定}未知",
  "tier.rows": "（{rows}）",
  "tier.row": "{cell}「{row}」",

  "short.amount": `{window}天 ${shortSum}`,
  "short.bare": shortSum,
  "short.typed": "手填年采购额 {minor}",
  "short.nothing": "无订单、无年采购额",
  "short.unclear": "金额、日期无法识别或无汇率",
  "short.override": "手动：{reason}",
  "short.provisional": "暂定",
  "short.watch": "观察期至 {watchUntil}",
  "short.heldBack": "{heldBack:punctual=付款不及时|返单不稳定}",
  "short.unknown": "{unknown:punctual=付款|返单}情况未知",
});
