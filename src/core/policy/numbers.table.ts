import type { FieldKind, PolicyField } from "./fields";

type Bounds = Partial<Pick<PolicyField, "min" | "max" | "basic">>;

const number = (kind: FieldKind, fallback: number, zh: string, en: string, more: Bounds = {}) => ({
  kind,
  fallback,
  label: { zh, en },
  min: 0,
  ...more,
});
const days = (fallback: number, zh: string, en: string, more: Bounds = {}) =>
  number("days", fallback, zh, en, { max: 3650, ...more });
/** A serial number; 0 and an empty cell: none. */
const day = (fallback: number, zh: string, en: string) => number("day", fallback, zh, en, { max: 73_050 });
const count = (fallback: number, zh: string, en: string, more: Bounds = {}) =>
  number("count", fallback, zh, en, { min: 1, max: 1000, ...more });
const times = (fallback: number, zh: string, en: string) => number("times", fallback, zh, en, { min: 0.1, max: 100 });
const percent = (fallback: number, zh: string, en: string) => number("percent", fallback, zh, en, { max: 100 });
const points = (fallback: number, zh: string, en: string) => number("count", fallback, zh, en, { max: 100 });

/** Numbers of the policy. The key is what `--set` takes; the row is what stands in the policy sheet. */
export default () => ({
  "value.A.min": number("money", 1_000_000, "A 级：年采购额超过", "Tier A: bought in a year, more than", {
    basic: true,
  }),
  "value.B.min": number("money", 300_000, "B 级：年采购额从（含）", "Tier B: from (included)", { basic: true }),
  "value.C.min": number("money", 100_000, "C 级：年采购额从（含）", "Tier C: from (included); below it is D", {
    basic: true,
  }),
  "value.grace_days": days(60, "降级前的观察期", "A tier falls only after being on watch for", { basic: true }),
  "cadence.A": days(14, "跟进间隔：A 级客户", "Cadence of tier A", { min: 1, basic: true }),
  "cadence.B": days(30, "跟进间隔：B 级客户", "Cadence of tier B", { min: 1, basic: true }),
  "cadence.C": days(60, "跟进间隔：C 级客户", "Cadence of tier C", { min: 1, basic: true }),
  "cadence.D": days(90, "跟进间隔：D 级客户", "Cadence of tier D", { min: 1, basic: true }),
  "cadence.not_bought": days(30, "跟进间隔：未成交客户", "Cadence before the first order", { min: 1, basic: true }),
  "today.max": count(10, "今天：每人最多几个客户", "Today: customers a person, at most", { basic: true }),
  "frequency.high.max": days(92, "高频：采购间隔不超过", "Frequency high: gap between purchases up to", {
    basic: true,
  }),
  "frequency.mid.max": days(182, "中频：采购间隔不超过", "Frequency mid: gap up to; above it is low", { basic: true }),
  "activity.active.days": days(90, "活跃：距上次下单不超过", "Active: days since the last order, up to", {
    basic: true,
  }),
  "activity.dormant.days": days(365, "沉睡：距上次下单超过", "Dormant: days since the last order, more than", {
    basic: true,
  }),

  "value.window_days": days(365, "年采购额计算的天数", "Days that count as the year", { min: 1 }),
  "value.provisional_days": days(365, "暂定：首单未满", "Provisional: first order under … days ago"),
  "value.clash_percent": percent(10, "订单与手填相差超过即列出", "List a clash of ledger and typed beyond"),
  "ledger.short_days": days(
    365,
    "订单表短于此天数视为不完整",
    "An order sheet that begins less than … days ago is short",
  ),
  "purchase.fold_days": days(3, "几天内的订单算一次采购", "Orders up to … days apart are one purchase"),
  "gap.recent_days": days(730, "计算间隔只看最近", "Own gap looks at purchases of the last", { min: 1 }),
  "frequency.high.min_purchases": count(3, "高频：至少采购次数", "Frequency high: purchases at least"),
  "activity.active.times": times(1.5, "活跃：或自身间隔的倍数", "Active: or … times the own gap"),
  "activity.dormant.times": times(2, "沉睡：且超过自身间隔的倍数", "Dormant: and more than … times the own gap"),
  "punctual.orders": count(6, "付款及时：看最近几单", "Punctual: looks at the last … orders"),
  "punctual.late_days": days(10, "付款及时：最多迟付", "Punctual: paid at most … days late"),
  "punctual.min_share": percent(80, "付款及时：至少比例", "Punctual: share at least"),
  "punctual.min_orders": count(3, "付款及时：少于几单则未知", "Punctual: unknown under … orders"),
  "steady.min_purchases": count(3, "返单稳定：至少采购次数", "Steady: purchases at least"),
  "steady.max_gap": days(182, "返单稳定：自身间隔不超过", "Steady: own gap up to"),
  "steady.open_days": days(90, "返单稳定：距上次下单不超过", "Steady: days since the last order, up to"),
  "steady.open_times": times(2, "返单稳定：或自身间隔的倍数", "Steady: or … times the own gap"),
  "followup.fresh.max": days(7, "跟进：刚接触，不超过", "Follow-up letter fresh: up to"),
  "followup.week.max": days(30, "跟进：一周以上，不超过", "Follow-up letter week: up to"),
  "followup.month.max": days(
    90,
    "跟进：一月以上，不超过；再长为季度",
    "Follow-up letter month: up to; above is quarter",
  ),
  "aftersale.from": days(30, "售后问候：到货后满", "After-sale: from … days after delivery"),
  "aftersale.to": days(60, "售后问候：到货后至", "After-sale: until … days after delivery"),
  "cadence.unrated": days(60, "跟进间隔：已成交但未评级", "Cadence of a buyer without a tier", { min: 1 }),
  "cadence.first": days(7, "跟进间隔：从未联系过，最多", "Cadence at most, while there was no contact", { min: 1 }),
  "cadence.complaint": days(1, "投诉：几天内回复", "Open complaint: answer within", { min: 1 }),
  "cadence.reply": days(1, "待回复：几天内", "Reply owed: within", { min: 1 }),
  "cadence.fair": days(2, "展会后：几天内发跟进函", "Fair: letter within", { min: 1 }),
  "cadence.aftersale": days(30, "跟进间隔：售后问候", "Cadence of the after-sale letter", { min: 1 }),
  "cadence.visit": days(30, "跟进间隔：B 级拜访", "Cadence of the visit of tier B", { min: 1 }),
  "visit.days": days(90, "B 级：上次拜访后多少天再拜访", "Tier B: next visit after", { min: 1 }),
  "cadence.stars_3": days(7, "跟进间隔：3 星", "Cadence of 3 stars", { min: 1 }),
  "cadence.stars_2": days(7, "跟进间隔：2 星", "Cadence of 2 stars", { min: 1 }),
  "cadence.stars_1": days(30, "跟进间隔：1 星", "Cadence of 1 star", { min: 1 }),
  "cadence.stars_0": days(180, "跟进间隔：0 星", "Cadence of 0 stars", { min: 1 }),
  "reply.days": days(90, "待回复：多少天后不再算", "Reply owed: forgotten after"),
  "fair.days": days(14, "展会跟进函：多少天后不再算", "Fair letter: forgotten after"),
  "stage.silent_days": days(60, "3 星：多少天没有回音就询问", "3 stars: asked about after silence of", { min: 1 }),
  "engagement.days": days(90, "互动：最近多少天内有来信", "Engagement: wrote in the last"),
  "urgency.soon_percent": percent(20, "快到期：剩余不超过间隔的", "Soon: what is left of the cadence, up to"),
  "urgency.overdue_percent": percent(50, "已逾期：超过间隔的", "Overdue: past due by this share of the cadence"),
  "backlog.start": day(
    0,
    "更早的沉默从这天算起（空 = 如实计算）",
    "Older silence counts from this day (blank: as it is)",
  ),
  "relation.lost.days": days(730, "流失：距上次下单超过", "Lost: days since the last order, more than"),
  "relation.lost.times": times(4, "流失：且超过自身间隔的倍数", "Lost: and more than … times the own gap"),
  "relation.won_back.days": days(180, "挽回：最近一次采购在多少天内", "Won back: last purchase within"),
  "relation.new.days": days(180, "新客户：首单在多少天内", "New customer: first purchase within"),
  "relation.declining.days": days(90, "下滑：距上次下单超过", "Declining: days since the last order, more than"),
  "relation.declining.times": times(2, "下滑：且超过自身间隔的倍数", "Declining: and more than … times the own gap"),
  "relation.mature.days": days(730, "成熟期：首次采购满", "Mature: first purchase at least … days ago"),
  "relation.mature.purchases": count(6, "成熟期：至少采购次数", "Mature: purchases at least"),
  "loyalty.steady": points(30, "忠诚度：返单稳定", "Loyalty: points for ordering steadily"),
  "loyalty.year": points(10, "忠诚度：合作每满一年", "Loyalty: points for each year since the first purchase"),
  "loyalty.years": points(30, "忠诚度：合作年限最多", "Loyalty: points for years, at most"),
  "loyalty.punctual": points(20, "忠诚度：付款及时", "Loyalty: points for paying in time"),
  "loyalty.satisfaction": points(20, "忠诚度：满意度 5 分", "Loyalty: points for a satisfaction of 5"),
  "loyalty.complaint": points(30, "忠诚度：有未结投诉扣", "Loyalty: points lost by an open complaint"),
  "loyalty.loyal.min": points(70, "忠诚：至少得分", "Loyal: points from"),
  "loyalty.potential.min": points(40, "潜在忠诚：至少得分", "Potentially loyal: points from"),
  "loyalty.min_purchases": count(3, "忠诚度：没有满意度时至少采购次数", "Loyalty: purchases at least, without a mark"),
  "potential.stars": points(30, "潜力：3 星或 2 星", "Potential: points for 3 or 2 stars"),
  "potential.inquiries": points(20, "潜力：询盘两次以上", "Potential: points for two inquiries or more"),
  "potential.product": points(10, "潜力：写明产品或数量", "Potential: points for a named product or quantity"),
  "potential.expected_B": points(30, "潜力：预计金额达到 B 级", "Potential: points for an expected amount of tier B"),
  "potential.expected_C": points(15, "潜力：预计金额达到 C 级", "Potential: points for an expected amount of tier C"),
  "potential.identity": points(10, "潜力：经销代理、连锁或 OEM", "Potential: points for a distributor, chain or OEM"),
  "potential.high.min": points(60, "高潜力：至少得分", "High potential: points from"),
  "potential.mid.min": points(30, "中等潜力：至少得分", "Mid potential: points from"),
  "size.large.min": count(501, "公司规模大：员工至少", "Large company: employees from", { max: 1_000_000 }),
  "size.mid.min": count(51, "公司规模中：员工至少", "Mid-sized company: employees from", { max: 1_000_000 }),
  "pareto.a": percent(80, "客户集中度：A 组合计到", "Who buys most: group A makes up"),
  "pareto.b": percent(95, "客户集中度：A、B 组合计到", "Who buys most: groups A and B make up"),
  "forecast.horizon_days": days(90, "预测：往后看", "Forecast: looks ahead", { min: 7, max: 365 }),
  "forecast.min_purchases": count(3, "预测：至少采购次数", "Forecast: purchases at least", { min: 2, max: 100 }),
  "forecast.min_cases": count(
    10,
    "预测：至少多少个先例（买与不买各算）",
    "Forecast: cases at least, of buying and of not buying",
  ),
  "silent.days": days(365, "久未联系：超过", "Long silent: more than"),
  "silent.times": times(2, "久未联系：且超过间隔的倍数", "Long silent: and more than … times the cadence"),
  "order.sample_max": number(
    "money",
    0,
    "低于此金额的订单算样品（0 = 不用）",
    "Orders under this amount are samples (0 = off)",
  ),
});
