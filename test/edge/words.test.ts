import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AxisId } from "../../src/core/axes";
import { dayOfIso } from "../../src/core/day";
import { outlookOf } from "../../src/core/explain";
import type { Contact, Order } from "../../src/core/model";
import type { Override } from "../../src/core/overrides";
import { classifyFacts } from "../../src/core/reclassify";
import { nextSentence, outlookSentences, shownAmount, wordsOf } from "../../src/edge/words";
import {
  aContact,
  aCustomer,
  ago,
  aPolicy,
  type Case,
  classifiedIn,
  factsIn,
  LONG_LEDGER,
  money,
  NO_LEDGER,
  orderAgo,
  ordersAgo,
  TODAY,
} from "../core/makers";

const en = wordsOf(aPolicy(), "en");
const zh = wordsOf(aPolicy(), "zh");

test.each([
  [0, "0"],
  [100, "1"],
  [105, "1.05"],
  [150, "1.50"],
  [99_999, "999.99"],
  [100_000, "1,000"],
  [123_456_789, "1,234,567.89"],
  [100_000_000_000, "1,000,000,000"],
  [-150_000, "-1,500"],
  [-5, "-0.05"],
])("%i hundredths are shown as %s", (minor, shown) => {
  expect(shownAmount(minor)).toBe(shown);
});

const value = (given: Case) => classifiedIn(given).classes.value.because;
const urgency = (given: Case) => classifiedIn(given).urgency.because;
const sentences = (of: (given: Case) => Parameters<typeof en.because>[0], given: Case) => [
  en.because(of(given)),
  zh.because(of(given)),
];

describe("why the tier", () => {
  const old = orderAgo(900, 1);
  test.each([
    [
      "orders",
      { orders: [old, orderAgo(20, 300_000.5)] },
      "USD 300,000.50 ordered in the last 365 days, refunds taken off",
      "近 365 天有效订单合计 USD 300,000.50（已扣退款）",
    ],
    [
      "one order that could not be summed",
      { orders: [old, orderAgo(20, 300_000), orderAgo(9, 0, { minor: undefined })] },
      "At least USD 300,000 ordered in the last 365 days, refunds taken off; 1 order could not be summed",
      "近 365 天有效订单至少 USD 300,000（已扣退款）；另有 1 单无法折算，未计入",
    ],
    [
      "one refund that could not be taken off",
      { orders: [old, orderAgo(200, 300_000), orderAgo(100, 0, { use: "refund", minor: undefined })] },
      "At most USD 300,000 ordered in the last 365 days, refunds taken off; 1 refund or discount could not be taken off",
      "近 365 天有效订单至多 USD 300,000（已扣退款）；另有 1 笔退款或折扣无法折算，未扣除",
    ],
    [
      "two discounts and an order that lack a rate",
      {
        orders: [
          old,
          orderAgo(200, 300_000, { atMost: true }),
          orderAgo(150, 5, { atMost: true }),
          orderAgo(99, 0, { minor: undefined }),
        ],
      },
      "About USD 300,005 ordered in the last 365 days, refunds taken off; 1 order could not be summed; 2 refunds or discounts could not be taken off",
      "近 365 天有效订单约 USD 300,005（已扣退款）；另有 1 单无法折算，未计入；另有 2 笔退款或折扣无法折算，未扣除",
    ],
    [
      "a first order this year",
      { orders: [orderAgo(20, 5)] },
      "Provisional: USD 5 ordered in the last 365 days, refunds taken off",
      "暂定：近 365 天有效订单合计 USD 5（已扣退款）",
    ],
    [
      "a typed amount",
      { customer: { annual: money(5) }, ledger: NO_LEDGER },
      "Typed amount of USD 5 a year; no orders were found",
      "手填年采购额 USD 5；没有找到订单",
    ],
    [
      "a short order sheet",
      {
        customer: { annual: money(500) },
        orders: [orderAgo(20, 5)],
        ledger: { ...LONG_LEDGER, firstDay: ago(30) },
      },
      "Typed amount of USD 500 a year; the order sheet begins too late to lower it (it has USD 5)",
      "手填年采购额 USD 500；订单表起始太晚，不能据此调低（订单合计 USD 5）",
    ],
    ["nothing", {}, "No orders and no amount a year", "没有订单，也没有年采购额"],
  ] as [string, Case, string, string][])("by %s", (_, given, english, chinese) => {
    expect(sentences(value, given)).toEqual([english, chinese]);
  });
  test("on watch: until when, and what it would be today", () => {
    const [english, chinese] = sentences(value, { orders: [old, orderAgo(374, 300_000)] });
    expect(english).toContain("on watch until 2026-08-19, today it would be D (USD 0)");
    expect(chinese).toContain("观察期至 2026-08-19，按今天应为 D（USD 0）");
  });
  test.each([
    [
      "an order",
      [orderAgo(3, 0, { minor: undefined })],
      "today it would be C (≥ USD 150,000; 1 order could not be summed)",
      "按今天应为 C（至少 USD 150,000；另有 1 单无法折算，未计入）",
      "≥ USD 150,000 · watch to 2026-07-25",
      "365天 至少 USD 150,000 · 观察期至 2026-07-25",
    ],
    [
      "a refund",
      [orderAgo(3, 0, { use: "refund", minor: undefined })],
      "today it would be Unrated (≤ USD 150,000; 1 refund or discount could not be taken off)",
      "按今天应为 未评级（至多 USD 150,000；另有 1 笔退款或折扣无法折算，未扣除）",
      "≤ USD 150,000 · watch to 2026-07-25",
      "365天 至多 USD 150,000 · 观察期至 2026-07-25",
    ],
    [
      "nothing, since that order has left the year",
      [orderAgo(390, 0, { minor: undefined })],
      "today it would be C (USD 150,000)",
      "按今天应为 C（USD 150,000）",
      "USD 150,000 · watch to 2026-07-25",
      "365天 USD 150,000 · 观察期至 2026-07-25",
    ],
  ])("on watch, where today's sum lacks %s", (_, more, english, chinese, short, shortChinese) => {
    const given = { orders: [old, orderAgo(399, 300_000), orderAgo(200, 150_000), ...more] };
    const [saidEnglish, saidChinese] = sentences(value, given);
    expect(saidEnglish).toContain(english);
    expect(saidChinese).toContain(chinese);
    expect([en.short(classifiedIn(given)), zh.short(classifiedIn(given))]).toEqual([short, shortChinese]);
  });
  test("over the limit of A, but late or unsteady, or unknown", () => {
    const late = [100, 90, 80].map((days) => orderAgo(days, 500_000, { due: ago(days), paid: ago(days - 20) }));
    expect(en.because(value({ orders: late }))).toContain("does not pay in time");
    expect(zh.because(value({ orders: late }))).toContain("付款不及时");
    const unsteady = ordersAgo([364, 300, 299, 200], 500_000);
    expect(en.because(value({ orders: unsteady, policy: { "value.grace_days": 0 } }))).toContain(
      "does not order steadily",
    );
    const unknown = ordersAgo([10], 2_000_000);
    expect(en.because(value({ orders: unknown }))).toContain("is not known");
    expect(zh.because(value({ orders: unknown }))).toContain("未知");
  });
});

describe("why the level", () => {
  const start = { "backlog.start": ago(20) };
  test.each([
    ["rule 1", { customer: { hold: true } }, "Do not contact", "标记为不联系"],
    [
      "rule 2",
      { customer: { complaint: { day: ago(3) } } },
      "Open complaint of 2026-06-27: answer within 1 day; over once its cell is cleared",
      "2026-06-27 的投诉未结：1 天内回复；清空投诉单元格即结案",
    ],
    [
      "rule 2 without a day",
      { customer: { complaint: {} } },
      "Open complaint without a day: overdue until its cell is cleared",
      "投诉未结且没有日期：清空投诉单元格前一直算逾期",
    ],
    [
      "rule 3, an inquiry",
      { customer: { inquiry: ago(3) } },
      "Reply owed: inquiry of 2026-06-27, no contact since",
      "待回复：2026-06-27 的询盘，之后没有联系",
    ],
    [
      "rule 3, his mail",
      { contacts: [aContact({ day: ago(3), direction: "in" })] },
      "Reply owed: he wrote on 2026-06-27, and nobody has answered since",
      "待回复：对方 2026-06-27 来信，之后没有人回复",
    ],
    ["rule 4", { customer: { nextDate: ago(-3) } }, "Next date agreed: 2026-07-03", "已约定下次跟进：2026-07-03"],
    [
      "rule 5",
      { customer: { fairDay: ago(3) } },
      "Met at the fair on 2026-06-27: a letter within 2 days",
      "2026-06-27 展会上见过：2 天内发跟进函",
    ],
    [
      "rule 6",
      { customer: { stars: "3", lastContact: ago(1) } },
      "3 stars: sample, every 7 days from the last contact, 2026-06-29",
      "3星 样单客户：从上次联系 2026-06-29 起，每 7 天跟进",
    ],
    [
      "rule 7",
      { customer: { stars: "0", lastContact: ago(1) } },
      "0 stars: refused, check again 180 days from the last contact, 2026-06-29",
      "0星 无潜客户：从上次联系 2026-06-29 起，180 天后再排查",
    ],
    [
      "rule 8",
      { customer: { lastContact: ago(1) }, orders: [orderAgo(5, 1)] },
      "Tier D: every 90 days from the last contact, 2026-06-29",
      "D 级：从上次联系 2026-06-29 起，每 90 天跟进",
    ],
    [
      "rule 8 without a tier",
      { customer: { lastContact: ago(1), orderCount: 1 }, ledger: NO_LEDGER },
      "No tier yet: every 60 days from the last contact, 2026-06-29",
      "还没有等级：从上次联系 2026-06-29 起，每 60 天跟进",
    ],
    [
      "rule 8 without a contact",
      { orders: [orderAgo(5, 1)] },
      "Tier D: every 90 days from the last order (no contact is known), 2026-06-25",
      "D 级：从上次下单（无联系记录） 2026-06-25 起，每 90 天跟进",
    ],
    [
      "rule 8 counted from the day on which the team began",
      { customer: { lastContact: ago(200) }, orders: [orderAgo(5, 1)], policy: start },
      "Tier D: every 90 days from the set-up day, 2026-06-10; the last contact: 2025-12-12",
      "D 级：从启用日 2026-06-10（上次联系 2025-12-12）起，每 90 天跟进",
    ],
    [
      "rule 8 with a contact since the team began",
      { customer: { lastContact: ago(19) }, orders: [orderAgo(5, 1)], policy: start },
      "Tier D: every 90 days from the last contact, 2026-06-11",
      "D 级：从上次联系 2026-06-11 起，每 90 天跟进",
    ],
    [
      "rule 9",
      { customer: { stars: "1", lastContact: ago(1) } },
      "1 star: inquiry, every 30 days from the last contact, 2026-06-29",
      "1星 普潜客户：从上次联系 2026-06-29 起，每 30 天跟进",
    ],
    [
      "rule 10",
      { customer: { created: ago(1) } },
      "Not bought yet: 7 days from the day the customer was entered (no contact yet), 2026-06-29",
      "未成交：从建档日（尚未联系） 2026-06-29 起 7 天",
    ],
    [
      "after-sale",
      { customer: { lastContact: ago(50) }, orders: [orderAgo(90, 1, { delivered: ago(40) })] },
      "Goods arrived on 2026-05-21: ask how they are from 2026-06-20 on",
      "2026-05-21 到货：2026-06-20 起问货用得怎么样",
    ],
    [
      "a visit",
      {
        contacts: [aContact({ day: ago(100), visit: true }), aContact({ day: ago(5) })],
        orders: [orderAgo(5, 400_000)],
      },
      "Last visit on 2026-03-22: the next one is due 2026-06-20",
      "上次拜访 2026-03-22：下次拜访 2026-06-20",
    ],
    [
      "nothing",
      {},
      "No contact, no inquiry day and no day of entry: there is nothing to count from",
      "没有联系日、询盘日和建档日，无从计算",
    ],
  ] as [string, Case, string, string][])("by %s", (_, given, english, chinese) => {
    expect(sentences(urgency, given)).toEqual([english, chinese]);
  });
});

describe("why the class", () => {
  const because = (axis: AxisId, given: Case) => sentences((one) => classifiedIn(one).classes[axis].because, given);
  test.each([
    [
      "stage",
      { customer: { stage: "流失", stars: "0" } },
      "The stage “流失” is a refusal, and no order came after it",
      "阶段“流失”表示拒绝，之后没有订单",
    ],
    ["stage", { orders: [orderAgo(5, 1)] }, "Has ordered, last on 2026-06-25", "已下单，最近一次 2026-06-25"],
    ["stage", { customer: { stage: "已寄样", stars: "3" } }, "The stage says “已寄样”", "阶段为“已寄样”"],
    [
      "stage",
      { customer: { stage: "VIP" } },
      "No list of the policy knows the stage “VIP”",
      "规则的词表里没有阶段“VIP”",
    ],
    ["stage", { customer: { inquiry: ago(9) } }, "One inquiry, on 2026-06-21", "询盘一次（2026-06-21）"],
    [
      "source",
      { customer: { source: "fair, 阿里, ads", sources: ["fair", "b2b", "ads"] } },
      "The source says “fair, 阿里, ads”; also: B2B platform, Ads",
      "来源为“fair, 阿里, ads”；另有：B2B 平台、广告投放",
    ],
    [
      "fair",
      { customer: { fair: "", fairMark: "hot", fairSaid: "活跃" } },
      "From a fair, and the notes say “活跃”",
      "展会客户，备注写有“活跃”",
    ],
    [
      "engagement",
      { contacts: [aContact({ direction: "in", day: ago(1) })] },
      "He last wrote 1 day ago; that counts up to 90 days",
      "对方 1 天前来信；90 天内算有回复",
    ],
    ["relation", {}, "No order was ever found", "从未找到订单"],
    ["relation", { orders: ordersAgo([20]) }, "One purchase, 20 days ago", "只采购过一次，在 20 天前"],
    [
      "relation",
      { orders: ordersAgo([200]) },
      "One purchase only, on 2025-12-12, and none in the 200 days since",
      "只在 2025-12-12 采购过一次，之后 200 天没有返单",
    ],
    [
      "relation",
      { orders: ordersAgo([5, 100, 200]) },
      "3 purchases, the first on 2025-12-12",
      "采购 3 次，首次 2025-12-12",
    ],
    [
      "relation",
      { orders: ordersAgo([100, 120, 140]) },
      "Last order 100 days ago; by his own rhythm it should be at most 90",
      "距上次下单 100 天，按他自己的节奏不应超过 90 天",
    ],
    [
      "relation",
      { orders: ordersAgo([731]) },
      "Last order 731 days ago; lost after 730",
      "距上次下单 731 天，超过 730 天算流失",
    ],
    [
      "relation",
      { orders: ordersAgo([5, 1000]) },
      "Came back on 2026-06-25 after 995 days without an order",
      "停了 995 天后，2026-06-25 又下单",
    ],
    [
      "relation",
      { orders: ordersAgo([5]), customer: { ended: { word: "流失客户" } } },
      "The stage “流失客户” says that he has left, and no order came after it",
      "客户阶段写着“流失客户”，表示已离开，之后没有订单",
    ],
    [
      "relation",
      { orders: ordersAgo([5]), customer: { ended: { day: ago(1) } } },
      "A column says that he has left, on 2026-06-29, and no order came after it",
      "有一列写着已终止合作（2026-06-29），之后没有订单",
    ],
    [
      "loyalty",
      { orders: ordersAgo([5, 100]) },
      "2 purchases and no satisfaction mark; it takes 3",
      "采购 2 次，没有满意度评分；至少要 3 次",
    ],
    [
      "loyalty",
      { orders: ordersAgo([0, 100, 200, 300, 365]), customer: { satisfaction: 4.5, complaint: {} } },
      "42.5 of 100 points; customer since 2025-06-30; orders steadily; satisfaction 4.5 of 5; open complaint",
      "得 42.5 分（满分 100）；2025-06-30 起合作；返单稳定；满意度 4.5/5；有未结投诉",
    ],
    [
      // A hair under the limit is not shown as the limit.
      "loyalty",
      { orders: ordersAgo([0, 100, 200, 300, 400, 437]) },
      "69.9 of 100 points; customer since 2025-04-19; orders steadily",
      "得 69.9 分（满分 100）；2025-04-19 起合作；返单稳定",
    ],
    [
      "potential",
      { customer: { potential: { text: "高", ids: ["high"] } } },
      "Marked “高” by your team",
      "团队标记：“高”",
    ],
    [
      "potential",
      { customer: { stars: "3", quantity: "5", expected: money(300_000), identity: { text: "OEM", ids: ["OEM"] } } },
      "80 points; 3 stars: sample; names a product or quantity; expected USD 300,000; OEM",
      "得 80 分；3星 样单客户；写明产品或数量；预计 USD 300,000；OEM 合作商",
    ],
    [
      "identity",
      { customer: { identity: { text: "批发商/零售商", ids: ["wholesale", "retail"] } } },
      "Customer type: the sheet says “批发商/零售商”; also: Retailer",
      "客户身份写着“批发商/零售商”；还有：零售商",
    ],
    ["industry", {}, "Industry: nothing is given", "行业没有填"],
    [
      "product",
      { customer: { product: { text: "Drums", ids: [] } } },
      "Product: no list of the policy knows “Drums”",
      "产品“Drums”不在规则的词表里",
    ],
    ["size", { customer: { size: { text: "900", ids: [], people: 900 } } }, "900 people", "员工 900 人"],
    ["locality", {}, "The policy does not say where your own company is", "规则里没有写本公司所在国家"],
    [
      "locality",
      {
        customer: { country: { iso: "DE", byCity: false }, city: "Bonn" },
        policy: { "home.country": "DE", "home.city": "Bonn" },
      },
      "City: Bonn",
      "城市：Bonn",
    ],
  ] as [AxisId, Case, string, string][])("%s: %j", (axis, given, english, chinese) => {
    expect(because(axis, given)).toEqual([english, chinese]);
  });
  test("a cell that is quoted is cut at 40 characters", () => {
    const [english] = because("stage", { customer: { stage: "x".repeat(41) } });
    expect(english).toBe(`No list of the policy knows the stage “${"x".repeat(39)}…”`);
    expect(because("stage", { customer: { stage: "x".repeat(40) } })[0]).toContain("x".repeat(40));
  });
  test.each(["{word}", "{stars:4=a|b}", "a|b}", "$&"])("a cell that holds %j is quoted as it is", (word) => {
    expect(because("stage", { customer: { stage: word } })[0]).toContain(`“${word}”`);
  });
  test("the words for stars and sources are the team's", () => {
    const words = wordsOf(aPolicy({ "label.stage.3": "Tester", "label.source.ads": "Paid" }), "zh");
    expect(words.because(urgency({ customer: { stars: "3", lastContact: ago(1) } }))).toContain("Tester：");
    expect(words.because({ rule: "source.word", word: "x", more: "ads" })).toContain("另有：Paid");
  });
});

describe("the Why column", () => {
  const short = (given: Case, words = en) => words.short(classifiedIn(given));
  const old = orderAgo(900, 1);
  test.each(
    (
      [
        [{ orders: [old, orderAgo(20, 156_000.99)] }, "USD 156,000 in 365 days", "365天 USD 156,000"],
        [{ orders: [orderAgo(20, 5)] }, "provisional · USD 5 in 365 days", "暂定 · 365天 USD 5"],
        [{ customer: { annual: money(70) }, ledger: NO_LEDGER }, "USD 70 a year, typed", "手填年采购额 USD 70"],
        [{}, "no orders, no amount", "无订单、无年采购额"],
        [
          { customer: { unclear: new Set(["annual"] as const) } },
          "amount or day not readable, or no rate",
          "金额、日期无法识别或无汇率",
        ],
        [
          { orders: [old, orderAgo(20, 5), orderAgo(5, 0, { minor: undefined })] },
          "≥ USD 5 in 365 days",
          "365天 至少 USD 5",
        ],
        [
          { orders: [old, orderAgo(374, 300_000)] },
          "USD 0 in 365 days · watch to 2026-08-19",
          "365天 USD 0 · 观察期至 2026-08-19",
        ],
      ] as [Case, string, string][]
    ).map(([given, english, chinese]) => [english, chinese, given] as const),
  )("%s", (english, chinese, given) => {
    expect([short(given), short(given, zh)]).toEqual([english, chinese]);
  });
  test("of exactly 40 characters is whole", () => {
    const given: Case = { orders: [orderAgo(20, 1_000_000)], policy: { "value.window_days": 3650 } };
    expect(short(given)).toBe("provisional · USD 1,000,000 in 3650 days");
    expect(short(given).length).toBe(40);
  });
  const late = [100, 90, 80].map((days) => orderAgo(days, 500_000, { due: ago(days), paid: ago(days - 20) }));
  test.each<[string, Case, string, string]>([
    [
      "the amount before the day until which he is on watch",
      { orders: [orderAgo(364, 700_000), orderAgo(9, 299_659)], policy: { "value.window_days": 350 } },
      "provisional · watch to 2026-08-14",
      "暂定 · 350天 USD 299,659 · 观察期至 2026-08-14",
    ],
    [
      "what is not known of him before the amount",
      { orders: [orderAgo(20, 123_456_789_012)] },
      "provisional · USD 123,456,789,012",
      "暂定 · 365天 USD 123,456,789,012 · 付款情况未知",
    ],
    [
      "the amount before what keeps him from A",
      { orders: late.map((order) => ({ ...order, minor: money(1e11) })) },
      "provisional · pays late",
      "暂定 · 365天 USD 300,000,000,000 · 付款不及时",
    ],
    [
      "all before a typed amount",
      { customer: { annual: money(1_200_000), firstOrder: ago(20) }, ledger: NO_LEDGER },
      "USD 1,200,000 a year, typed",
      "暂定 · 手填年采购额 USD 1,200,000 · 付款情况未知",
    ],
    [
      "that he is provisional before why nothing is known",
      { customer: { firstOrder: ago(20), unclear: new Set(["annual"] as const) }, ledger: NO_LEDGER },
      "amount or day not readable, or no rate",
      "暂定 · 金额、日期无法识别或无汇率",
    ],
  ])("drops %s where not all of it fits in 40 characters", (_, given, english, chinese) => {
    expect([short(given), short(given, zh)]).toEqual([english, chinese]);
  });
  test("is at most 40 characters, and never cut", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.nat(364), fc.boolean(), (units, days, typed) => {
        const given: Case = typed
          ? { customer: { annual: money(units) }, ledger: NO_LEDGER }
          : { orders: [orderAgo(days, units)] };
        for (const words of [en, zh]) {
          expect(short(given, words).length).toBeLessThanOrEqual(40);
          expect(short(given, words)).not.toContain("…");
        }
      }),
    );
  });
});

test("labels are the team's, in sentences too", () => {
  const policy = aPolicy({ "label.value.D": "Small", "currency.base": "EUR" });
  const words = wordsOf(policy, "en");
  expect(words.label("value", "D")).toBe("Small");
  expect(words.label("urgency", "due")).toBe("Due");
  const given: Case = { customer: { lastContact: ago(1) }, orders: [orderAgo(5, 1)] };
  expect(words.because(urgency(given))).toContain("Tier Small:");
  expect(words.short(classifiedIn(given))).toContain("EUR 1");
});

/** Anything that can be known of a customer, or not. */
const anyCase: fc.Arbitrary<Case> = (() => {
  const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
  const day = fc.integer({ min: 0, max: 900 }).map(ago);
  const amount = fc.integer({ min: -5, max: 2_000_000 }).map(money);
  const customer = fc.record({
    country: maybe(fc.constantFrom({ iso: "DE", byCity: false }, { iso: "AQ", byCity: false })),
    created: maybe(day),
    inquiry: maybe(day),
    lastContact: maybe(day),
    nextDate: maybe(day),
    stage: fc.constantFrom("", "VIP", "已寄样"),
    stars: maybe(fc.constantFrom("0", "1", "2", "3", "4")),
    source: fc.constantFrom("", "Drums", "展会"),
    sources: fc.subarray(["fair", "b2b", "ads"]),
    fair: fc.constantFrom("", "so so"),
    fairMark: maybe(fc.constantFrom("hot", "cold")),
    fairSaid: maybe(fc.constant("keen")),
    fairDay: maybe(day),
    hold: fc.nat(9).map((chance) => chance === 0),
    complaint: maybe(fc.record({ day: maybe(day) })),
    ended: maybe(fc.oneof(fc.record({ day: maybe(day) }), fc.constant({ word: "已流失" }))),
    identity: fc.constantFrom({ text: "", ids: [] }, { text: "x", ids: ["chain", "OEM"] }, { text: "Drums", ids: [] }),
    industry: fc.constantFrom({ text: "", ids: [] }, { text: "x", ids: ["retail", "service"] }),
    product: fc.constantFrom({ text: "", ids: [] }, { text: "x", ids: ["phone_parts"] }),
    size: fc.constantFrom({ text: "", ids: [] }, { text: "90", ids: [], people: 90 }, { text: "x", ids: ["mid"] }),
    potential: fc.constantFrom({ text: "", ids: [] }, { text: "x", ids: ["low"] }),
    quantity: fc.constantFrom("", "500 pcs"),
    satisfaction: maybe(fc.integer({ min: 0, max: 50 }).map((tenths) => tenths / 10)),
    city: fc.constantFrom("", "Bonn"),
    expected: maybe(amount),
    annual: maybe(amount),
    lastOrder: maybe(day),
    orderCount: maybe(fc.nat(5)),
    unclear: fc.subarray(["country", "last_contact", "annual", "last_order"]).map((some) => new Set(some)),
  });
  const order = fc.record({
    day,
    minor: maybe(amount),
    delivered: maybe(day),
    use: fc.constantFrom("order", "sample"),
  });
  const contact = fc.record({
    day,
    direction: fc.constantFrom("in", "out", "none", "unknown"),
    visit: fc.boolean(),
    inquiry: fc.boolean(),
    details: fc.boolean(),
  });
  const one = fc.record({
    customer,
    orders: fc.array(
      order.map((changes) => orderAgo(0, 1, changes as Partial<Order>)),
      { maxLength: 4 },
    ),
    contacts: fc.array(
      contact.map((changes) => aContact(changes as Partial<Contact>)),
      { maxLength: 3 },
    ),
    ledger: fc.constantFrom(LONG_LEDGER, NO_LEDGER, { ...LONG_LEDGER, firstDay: ago(30) }),
    policy: fc.constantFrom({}, { "backlog.start": ago(30) }, { "home.country": "DE" }),
  });
  return one as fc.Arbitrary<Case>;
})();

test("no reason shows a number of a day, a missing fact or an id, whatever is known of a customer", () => {
  const given = new Set<string>();
  fc.assert(
    fc.property(anyCase, (one) => {
      const { classes, urgency: level } = classifiedIn(one);
      for (const because of [...Object.values(classes).map((each) => each.because), level.because]) {
        given.add(because.rule);
        for (const words of [en, zh]) {
          const sentence = words.because(because);
          expect(sentence).not.toMatch(/undefined|NaN|\[object|[{}|]|\b4[56]\d{3}\b|\b[a-z]+_[a-z]+\b/);
          expect(sentence).not.toContain(because.rule);
          expect(sentence.length).toBeGreaterThan(3);
        }
      }
    }),
    { numRuns: 500, seed: 1 },
  );
  // With few of the rules the property would say little.
  expect(given.size).toBeGreaterThan(60);
});

test("nor do the reasons of a customer of whom one thing only is known", () => {
  const cases: Case[] = [
    {},
    { ledger: NO_LEDGER },
    { customer: { annual: money(5) } },
    { customer: { orderCount: 3 } },
    { customer: { orderCount: 1 } },
    { customer: { unclear: new Set(["country", "last_contact", "annual", "last_order"] as const) } },
    { customer: { country: { iso: "DE", byCity: false }, lastContact: ago(3) } },
    { customer: { country: { iso: "AE", byCity: true }, city: "Dubai", lastContact: ago(3) } },
    { customer: { country: { iso: "AQ", byCity: false } } },
    { orders: [orderAgo(50, 1, { delivered: ago(40) })] },
    { orders: ordersAgo([700, 400]) },
    { orders: ordersAgo([300, 200, 10]) },
    { orders: ordersAgo([300, 200]) },
    { customer: { nextDate: ago(3), lastContact: ago(5) } },
  ];
  for (const words of [en, zh])
    for (const given of cases) {
      const { classes, urgency: level } = classifiedIn(given);
      for (const because of [...Object.values(classes).map((one) => one.because), level.because]) {
        const sentence = words.because(because);
        expect(sentence).not.toMatch(/undefined|NaN|\[object|\b4[56]\d{3}\b/);
        expect(sentence).not.toContain(because.rule);
        expect(sentence.length).toBeGreaterThan(3);
      }
    }
});

describe("a class set by hand", () => {
  const set = (changes: Partial<Override>): Override => ({
    stem: "name:acme",
    name: "acme",
    axis: "value",
    class: "A",
    reason: "key account",
    until: dayOfIso("2026-12-31")!,
    by: "Amy",
    day: ago(3),
    ...changes,
  });
  const by = (changes: Partial<Override>) =>
    classifyFacts(factsIn({ orders: [orderAgo(900, 1), orderAgo(20, 200_000)] }), aPolicy(), [set(changes)]);

  test.each<[string, Partial<Override>, AxisId, string, string]>([
    [
      "with all that is known",
      {},
      "value",
      "Set by hand by Amy, until 2026-12-31: key account (by the rules: C)",
      "Amy 手动设定，到 2026-12-31 为止：key account（按规则为 C）",
    ],
    [
      "without a name and an end",
      { by: "", until: null },
      "value",
      "Set by hand: key account (by the rules: C)",
      "手动设定：key account（按规则为 C）",
    ],
    [
      "on another axis",
      { axis: "relation", class: "lost", by: "" },
      "relation",
      "Set by hand, until 2026-12-31: key account (by the rules: Won back)",
      "手动设定，到 2026-12-31 为止：key account（按规则为 挽回）",
    ],
    [
      "with a reason as long as one may be",
      { by: "", until: null, reason: "x".repeat(200) },
      "value",
      `Set by hand: ${"x".repeat(200)} (by the rules: C)`,
      `手动设定：${"x".repeat(200)}（按规则为 C）`,
    ],
    [
      "with a reason that looks like a template",
      { by: "", until: null, reason: "{by} {until:=|x}" },
      "value",
      "Set by hand: {by} {until:=|x} (by the rules: C)",
      "手动设定：{by} {until:=|x}（按规则为 C）",
    ],
  ])("says why, %s", (_, changes, axis, english, chinese) => {
    const { because } = by(changes).classes[axis];
    expect([en.because(because), zh.because(because)]).toEqual([english, chinese]);
  });

  test.each([
    ["key account", "by hand: key account", "手动：key account"],
    ["x".repeat(200), `by hand: ${"x".repeat(30)}…`, `手动：${"x".repeat(36)}…`],
    [
      "agreed until the fair on 2026-12-31",
      "by hand: agreed until the fair on …",
      "手动：agreed until the fair on 2026-12-31",
    ],
    [`${"x".repeat(26)} USD 1,200,000`, `by hand: ${"x".repeat(26)} USD…`, `手动：${"x".repeat(26)} USD …`],
    [`${"x".repeat(36)}2026年12月31日`, `by hand: ${"x".repeat(30)}…`, `手动：${"x".repeat(36)}…`],
  ])("says so in the column Why, in at most 40 characters: %s", (reason, english, chinese) => {
    expect([en.short(by({ reason })), zh.short(by({ reason }))]).toEqual([english, chinese]);
  });
});

describe("what would move a customer is one sentence", () => {
  const outlook = ({ customer, orders = [], ledger = LONG_LEDGER, policy }: Case) =>
    outlookOf(aCustomer(customer), orders, ledger, aPolicy(policy), TODAY);
  const said = (given: Case) => [nextSentence(outlook(given), en, "en"), nextSentence(outlook(given), zh, "zh")];
  // TODAY is 2026-06-30.
  test.each<[string, Case, string, string]>([
    [
      "an order that lifts, and a fall",
      { orders: [orderAgo(300, 200_000), orderAgo(30, 86_400)] },
      "USD 13,600 more by 2026-09-02 lifts the tier to B; without an order the tier falls to D on 2026-11-02; the activity to Lapsing on 2027-07-11",
      "2026-09-02 前（含当天）再下单 USD 13,600，等级升为 B；若不下单，等级 2026-11-02 降为 D；活跃度 2027-07-11 降为待激活",
    ],
    [
      "the highest tier, before the activity falls",
      { orders: [orderAgo(1, 2_000_000)] },
      "It is the highest tier, so nothing lifts it; without an order the tier falls to D on 2027-08-28; the activity to Lapsing on 2026-09-28",
      "已是最高等级，无从再升；若不下单，等级 2027-08-28 降为 D；活跃度 2026-09-28 降为待激活",
    ],
    [
      "no order yet",
      {},
      "Any order makes the tier D; one of USD 100,000 makes it C",
      "任意一单使等级成为 D；一单 USD 100,000 使等级成为 C",
    ],
    [
      "one cent, and an activity that falls alone",
      { orders: [orderAgo(5, 99_999.99), orderAgo(400, 5)], policy: { "activity.dormant.days": 3650 } },
      "Any order by 2027-06-24 lifts the tier to C; without an order the activity falls to Lapsing on 2028-02-08",
      "2027-06-24 前（含当天）任意一单，等级升为 C；若不下单，活跃度 2028-02-08 降为待激活",
    ],
    [
      "a typed amount",
      { customer: { annual: money(290_000) }, ledger: NO_LEDGER },
      "USD 10,000 more in the typed amount a year lifts the tier to B",
      "手填年采购额再多 USD 10,000，等级升为 B",
    ],
    [
      "a late payer",
      {
        orders: [1, 2, 3]
          .map((i) => orderAgo(500 + i, 5, { due: ago(460), paid: ago(400) }))
          .concat(orderAgo(400, 300_000)),
        policy: { "value.window_days": 3650 },
      },
      "No single order lifts the tier to A: he does not pay in time",
      "付款不及时，再下一单等级也不会升为 A",
    ],
    [
      "a cheaper time to come",
      { orders: [orderAgo(350, -50_000, { use: "refund" }), orderAgo(200, 240_000)] },
      "USD 60,000 more between 2026-07-15 and 2026-12-11 lifts the tier to B",
      "2026-07-15 至 2026-12-11 再下单 USD 60,000，等级升为 B",
    ],
    [
      "a rise by itself",
      { orders: [orderAgo(300, -50_000, { use: "refund" }), orderAgo(200, 320_000)] },
      "without an order the tier rises to B on 2026-09-03",
      "若不下单，等级 2026-09-03 升为 B",
    ],
  ])("%s", (_, given, english, chinese) => {
    const [inEnglish, inChinese] = said(given);
    expect(inEnglish).toContain(english);
    expect(inChinese).toContain(chinese);
  });
  test("a tier that was set by hand is not moved by orders, and says until when", () => {
    const facts = factsIn({ orders: [orderAgo(5, 5)] });
    const override = {
      axis: "value",
      class: "A",
      reason: "x",
      until: ago(-9),
      by: "",
      day: ago(2),
      stem: "",
      name: "",
    };
    const { classes } = classifyFacts(facts, aPolicy(), [override as Override]);
    const set = outlookOf(aCustomer(), [orderAgo(5, 5)], LONG_LEDGER, aPolicy(), TODAY, classes);
    expect(set.tier).toBeUndefined();
    expect(nextSentence(set, en, "en")).toBe(
      "The tier was set to A by hand until 2026-07-09, so no order changes it; without an order the activity falls to Lapsing on 2026-09-24",
    );
    expect(nextSentence(set, zh, "zh")).toContain("等级已手动定为 A，至 2026-07-09，下单不会改变");
  });
  test("on the card each is a sentence of its own", () => {
    const given = { orders: [orderAgo(300, 200_000), orderAgo(30, 86_400)] };
    expect(outlookSentences(outlook(given), en)).toEqual([
      "USD 13,600 more by 2026-09-02 lifts the tier to B",
      "Without an order the tier falls to D on 2026-11-02",
      "Without an order the activity falls to Lapsing on 2027-07-11",
    ]);
  });
});
