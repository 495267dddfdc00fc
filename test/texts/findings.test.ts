import { describe, expect, test } from "vitest";
import type { Ask } from "../../src/core/cells/cell";
import type { FindingKind } from "../../src/core/model";
import { findingsEn, questionsEn } from "../../src/texts/findings.en";
import { findingsZh, questionsZh } from "../../src/texts/findings.zh";

type Given = readonly [field: string, text: string, detail: string, count?: number];

/** Every kind: the compiler asks for one that is missing. */
const FINDINGS: Readonly<Record<FindingKind, readonly [Given, string, string]>> = {
  unreadable: [["Due", "soon", ""], "Due: “soon” cannot be read.", "Due：「soon」读不出。"],
  ambiguous: [["Due", "3/4", ""], "Due: “3/4” could mean two things.", "Due：「3/4」有两种可能。"],
  corrected: [
    ["Country", "Germny", "Germany"],
    "Country: “Germny” was read as Germany.",
    "Country：「Germny」按 Germany 读取。",
  ],
  future: [
    ["Last contact", "2027-01-01", ""],
    "Last contact: “2027-01-01” lies in the future and is not used.",
    "Last contact：「2027-01-01」在将来，未使用。",
  ],
  no_rate: [
    ["Amount", "5 EUR", "EUR"],
    "“5 EUR”: no rate for this currency on that day, not summed.",
    "「5 EUR」：这个币种当天没有汇率，未计入合计。",
  ],
  bad_rate: [
    ["", "#N/A", ""],
    "Rates: “#N/A” cannot be used, so this row does not count.",
    "汇率表：「#N/A」无法使用，这一行不算。",
  ],
  rate_twice: [
    ["", "7.1", ""],
    "Rates: “7.1” is a second rate for the same currency and day.",
    "汇率表：「7.1」是同一币种同一天的第二个汇率。",
  ],
  rate_of_base: [
    ["", "USD", ""],
    "Rates: “USD” is the base currency and needs no rate.",
    "汇率表：「USD」就是统计币种，不需要汇率。",
  ],
  doubled_order: [
    ["Order no.", "SO-1", "", 2],
    "Order number “SO-1” stands for 2 orders of other customers or days; each counts.",
    "订单号「SO-1」对应 2 个订单，客户或日期不同；都计入。",
  ],
  equal_lines: [
    ["Order amount", "100", "SO-1", 3],
    "Order “SO-1”: 3 rows with the same amount “100”; each counts until answered.",
    "订单「SO-1」：3 行金额相同（「100」）；回答之前每行都计入。",
  ],
  unmatched_order: [
    ["Customer", "Acmee", "Acme"],
    "Order of “Acmee”: no such customer. Perhaps Acme?",
    "「Acmee」的订单：没有这个客户。是不是 Acme？",
  ],
  unknown_status: [
    ["Status", "?", ""],
    "Order state “?” is not known; not counted.",
    "不认识的订单状态「?」，未计入。",
  ],
  listed_status: [["Status", "on hold", ""], "Order state “on hold”; not counted.", "订单状态「on hold」，未计入。"],
  refund_of_uncounted: [
    ["Amount", "-5", "17"],
    "“-5”: a refund of an order that is not counted.",
    "「-5」：退款对应的订单没有计入。",
  ],
  sample_in_text: [
    ["Type", "2 samples", ""],
    "“2 samples” speaks of a sample; counted as an order until answered.",
    "「2 samples」提到样品；回答之前算作订单。",
  ],
  clash: [
    ["Bought in 12 months", "Acme", "5 / 7"],
    "Acme: Bought in 12 months typed and by the orders differ (5 / 7).",
    "Acme：Bought in 12 months手填的和订单的不同（5 / 7）。",
  ],
  duplicate: [
    ["", "Acme", "Acme GmbH"],
    "Acme stands in more than one row. (Acme GmbH)",
    "Acme 不止一行。（Acme GmbH）",
  ],
  no_clock: [
    ["", "Acme", ""],
    "Acme: no contact, inquiry or creation day, so no due day.",
    "Acme：没有联系、询盘或录入的日期，没有该跟进日。",
  ],
  unknown_word: [
    ["Source", "阿里", "Source: fair", 1200],
    "Source: “阿里” in 1,200 cells is not known. Add it to a row of the policy sheet such as “Source: fair”.",
    "Source：不认识「阿里」（1,200 格）。可在规则表里把它加进合适的一行，如「Source: fair」。",
  ],
  unmatched_contact: [
    ["", "Acmee", "Acme", 1],
    "1 contact with “Acmee”: no such customer. Perhaps Acme?",
    "「Acmee」的联系记录（1 条）：没有这个客户。是不是 Acme？",
  ],
  unmatched_press: [
    ["", "Acmee", "Acme", 1],
    "1 press on “Acmee” no longer counts: he is gone, or has another name now. Perhaps Acme?",
    "「Acmee」点过的 1 次记录不再计入：表里没有他了，或改了名。是不是 Acme？",
  ],
  owner_clash: [["", "Acme", "Amy / Ben"], "Acme has two owners: Amy / Ben.", "Acme 有两个负责人：Amy / Ben。"],
  override_expired: [
    ["Tier", "Acme", "A → C", 3],
    "Acme: Tier set by hand ran out 3 days ago: A → C.",
    "Acme：手动设定的Tier已过期 3 天（A → C）。",
  ],
  override_lost: [
    ["Tier", "acme", "A"],
    "Tier A was set by hand for “acme”, who is not found any more.",
    "「acme」手动设定过Tier A，现在找不到这个客户。",
  ],
  no_answer: [
    ["", "Acme", "", 61],
    "Acme: 3 stars, and no answer for 61 days. Still interested?",
    "Acme：三星客户，61 天没有回音。还有意向吗？",
  ],
};

describe("what is found in the team's cells", () => {
  test.each(Object.entries(FINDINGS))("%s is a sentence in both languages", (kind, [given, english, chinese]) => {
    const [field, text, detail, count = 0] = given;
    expect(findingsEn[kind as FindingKind](field, text, detail, count)).toBe(english);
    expect(findingsZh[kind as FindingKind](field, text, detail, count)).toBe(chinese);
  });

  test("an order without a like customer proposes none, a customer in two rows of one name names no other", () => {
    expect(findingsEn.unmatched_contact("", "Acme", "", 2)).toBe("2 contacts with “Acme”: no such customer.");
    expect(findingsZh.unmatched_contact("", "Acme", "", 2)).toBe("「Acme」的联系记录（2 条）：没有这个客户。");
    expect(findingsEn.unmatched_order("Customer", "", "", 1)).toBe("1 order without a customer.");
    expect(findingsZh.unmatched_order("Customer", "", "", 3)).toBe("3 个订单没有写客户。");
    expect(findingsEn.unmatched_order("", "Acme", "", 0)).toBe("Order of “Acme”: no such customer.");
    expect(findingsZh.unmatched_order("", "Acme", "", 0)).toBe("「Acme」的订单：没有这个客户。");
    expect(findingsEn.duplicate("", "Acme", "", 0)).toBe("Acme stands in more than one row.");
    expect(findingsZh.duplicate("", "Acme", "", 0)).toBe("Acme 不止一行。");
  });

  test("a rate of a day that could be two says how to type it", () => {
    const given = ["", "03/04/2026", "2026-04-03", 0] as const;
    expect(findingsEn.bad_rate(...given)).toBe(
      "Rates: “03/04/2026” could be two days, so this row does not count. Type it with the year first, as in 2026-04-03.",
    );
    expect(findingsZh.bad_rate(...given)).toBe(
      "汇率表：「03/04/2026」可能是两个日期，这一行不算。请先写年份，如 2026-04-03。",
    );
  });

  test.each<[FindingKind, string, string, string]>([
    ["unreadable", "", "Order day is empty.", "Order day是空的。"],
    ["unreadable", " ", "Order day is empty.", "Order day是空的。"],
    ["unreadable", "-", "Order day: “-” cannot be read.", "Order day：「-」读不出。"],
    ["bad_rate", "", "Rates: a cell is empty, so this row does not count.", "汇率表：有一格是空的，这一行不算。"],
  ])("of %s %j, a cell without text is said to be empty, not quoted", (kind, text, english, chinese) => {
    const said = [findingsEn, findingsZh].map((says) => says[kind]("Order day", text, "", 0));
    expect(said).toEqual([english, chinese]);
  });

  test("no kind stands in the texts that core does not know", () => {
    expect(Object.keys(findingsEn).sort()).toEqual(Object.keys(FINDINGS).sort());
  });
});

type AskedGiven = readonly [header: string, cells: number, example: string];

const QUESTIONS: Readonly<Record<Ask | "column", readonly [AskedGiven, string, string]>> = {
  column: [["年采购额", 35, ""], "Column “年采购额”: 35 cells. What is in it?", "列「年采购额」：35 格。里面是什么？"],
  decimal: [
    ["Sum", 1, "1.234"],
    "Column “Sum”: 1 amount like “1.234”. Which sign marks the decimals?",
    "列「Sum」：1 格像「1.234」。哪个是小数点？",
  ],
  currency: [
    ["Sum", 1200, "$5"],
    "Column “Sum”: 1,200 amounts like “$5”. Which currency is it?",
    "列「Sum」：1,200 格像「$5」。是什么币种？",
  ],
  inexact: [
    ["Sum", 2, "约3万"],
    "Column “Sum”: 2 amounts are not exact, like “约3万”. Use the number?",
    "列「Sum」：2 格不是准数，像「约3万」。用这个数吗？",
  ],
  scale: [
    ["Sum", 2, "USD 400,000"],
    "Column “Sum”: 2 amounts like “USD 400,000”, under a header that names a unit. In which unit?",
    "列「Sum」：2 格像「USD 400,000」，而表头带有单位。按哪个单位？",
  ],
  wan: [
    ["Sum", 2, "30w"],
    "Column “Sum”: 2 amounts like “30w”. What does w mean?",
    "列「Sum」：2 格像「30w」。w 是什么意思？",
  ],
  day_order: [
    ["Seen", 2, "03/04/2025"],
    "Column “Seen”: 2 days like “03/04/2025”. Which comes first, day or month?",
    "列「Seen」：2 格像「03/04/2025」。日在前还是月在前？",
  ],
  no_year: [
    ["Seen", 1, "6.3"],
    "Column “Seen”: 1 day without a year, like “6.3”. Which year?",
    "列「Seen」：1 格没有年份，像「6.3」。是哪一年？",
  ],
  no_day: [
    ["Seen", 2, "2025-03"],
    "Column “Seen”: 2 months without a day, like “2025-03”. Which day?",
    "列「Seen」：2 格没有日，像「2025-03」。是哪一天？",
  ],
  country: [
    ["Country", 1, "Korea"],
    "Column “Country”: “Korea” in 1 cell. Which country is it?",
    "列「Country」：「Korea」（1 格）。是哪个国家？",
  ],
  yes_no: [
    ["Hold", 2, "待确认"],
    "Column “Hold”: “待确认” in 2 cells. Yes or no?",
    "列「Hold」：「待确认」（2 格）。是还是否？",
  ],
  status: [
    ["State", 2, "待议"],
    "Column “State”: “待议” in 2 rows. Does it count as an order?",
    "列「State」：「待议」（2 行）。算不算订单？",
  ],
  sample: [
    ["Type", 1, "2 samples"],
    "Column “Type”: “2 samples” in 1 row. Is it a sample?",
    "列「Type」：「2 samples」（1 行）。是样品吗？",
  ],
  lines: [
    ["Sum", 2, "100"],
    "Column “Sum”: 2 orders hold the same amount in each row, like “100”. What is it?",
    "列「Sum」：2 个订单每行金额相同，像「100」。这是什么金额？",
  ],
  word: [
    ["来源", 3, "阿里"],
    "Column “来源”: “阿里” in 3 cells. Which of these is it?",
    "列「来源」：「阿里」（3 格）。是下面的哪一种？",
  ],
  relation: [
    ["来源", 1, "新客户"],
    "Column “来源”: “新客户” in 1 cell says how far the customer is, not where he came from. Which source is it?",
    "列「来源」：「新客户」（1 格）说的是客户到了哪一步，不是从哪里来。来源是哪一种？",
  ],
};

describe("what is asked about the team's cells", () => {
  test.each(Object.entries(QUESTIONS))("%s is a question in both languages", (ask, [given, english, chinese]) => {
    expect(questionsEn.asked[ask as Ask](...given)).toBe(english);
    expect(questionsZh.asked[ask as Ask](...given)).toBe(chinese);
  });

  test("no question stands in the texts that core does not ask", () => {
    expect(Object.keys(questionsEn.asked).sort()).toEqual(Object.keys(QUESTIONS).sort());
  });

  test("the same answers have words in both languages, and no two answers to one question the same", () => {
    const ids = (texts: typeof questionsEn) =>
      Object.entries(texts.answers).flatMap(([ask, answers]) => Object.keys(answers).map((id) => `${ask} ${id}`));
    expect(ids(questionsZh)).toEqual(ids(questionsEn));
    for (const texts of [questionsEn, questionsZh])
      for (const answers of Object.values(texts.answers)) {
        const words = [...Object.values(answers), texts.leaveOut];
        expect(new Set(words).size).toBe(words.length);
      }
  });
});
