import { describe, expect, test } from "vitest";
import { foldText } from "../../../src/core/cells/text";
import { simplify } from "../../../src/core/cells/traditional";
import { matchWord } from "../../../src/core/cells/words";
import { defaultPolicy } from "../../../src/core/policy/policy";
import { VOCABULARY, type Vocabulary } from "../../../src/core/policy/vocabulary";
import wordLists from "../../../src/core/policy/words.table";
import { classOfWord } from "../../../src/core/tables/worded";

const policy = defaultPolicy();

/** Every class whose list holds the word. */
const classesOf = (word: string, axis: Vocabulary): string[] =>
  VOCABULARY[axis].filter((id) => matchWord(word, policy[`${axis}.${id}` as "stage.4"]));

const words = (list: string) => list.split("|");

describe("what teams' sheets say of a source (A071–75)", () => {
  test.each([
    ["fair", "展会|廣交會|TradeShow|exhibition|Trade Show"],
    ["social", "社媒|LinkedIn|Instagram|Facebook|WhatsApp|領英"],
    ["b2b", "阿里国际站|RFQ|alibaba|Alibaba|MadeInChina|GlobalSources|Made-in-China|環球資源"],
    ["inbound", "独立站|website|Website|email|Email|Phone|Google搜索|网站留言|網站留言|官网|主动上门"],
    ["outbound", "ColdOutreach|开发信|主动开发|海關數據"],
    ["ads", "广告|Google Ads|Facebook Ads|廣告投放"],
    ["referral", "老客户介绍|referral|Referral|朋友推荐|轉介紹"],
    ["other", "其他|Other"],
  ])("%s: %s", (id, list) => {
    for (const word of words(list)) expect([word, classesOf(word, "source")]).toEqual([word, [id]]);
  });
  test.each(["新", "老", "潜在", "新客户", "老客戶", "潛在客戶"])("%s is no source, but a relation (X09)", (word) => {
    expect([classesOf(word, "source"), matchWord(word, policy["source.relation"])]).toEqual([[], true]);
  });
});

describe("what teams' sheets say of a stage (A076–80)", () => {
  test.each([
    ["4", "已成交|成交|Customer|Evangelist|Closed Won|已下单"],
    ["3", "已寄样|已寄樣|待下单|Sample"],
    [
      "2",
      "报价未回复|待报价|价格谈判中|待确认图纸|待寄样|未下单|待验厂|已验厂|报价中|谈判中|報價中|Opportunity|Demand|Quotation" +
        "|Sales Qualified Lead|Open deal",
    ],
    [
      "1",
      "询盘未回复|多次跟进未回复|已发产品目录|待推荐产品|新线索|已联系|初次联系|跟进中|沉默|Clue|Inquiry|Connection|Subscriber" +
        "|Lead|Marketing Qualified Lead|New|Open|In progress|Attempted to contact|Connected|初次聯繫",
    ],
    ["0", "已流失|流失|失效|Closed Lost|Unqualified|Bad timing|Not interested|无意向|無意向"],
  ])("%s stars: %s", (id, list) => {
    for (const word of words(list)) expect([word, classesOf(word, "stage")]).toEqual([word, [id]]);
  });
  test.each(["潜在客户", "意向客户", "Other", "VIP", "活跃"])("%j could be any stage, and is none", (word) => {
    expect(classesOf(word, "stage")).toEqual([]);
  });
});

test.each(Object.keys(VOCABULARY) as Vocabulary[])(
  "no word of %s stands in two of its lists, or twice in one",
  (axis) => {
    const seen = new Map<string, string>();
    for (const id of VOCABULARY[axis])
      for (const word of policy[`${axis}.${id}` as "stage.4"]) {
        const folded = simplify(foldText(word));
        expect([word, seen.get(folded)]).toEqual([word, undefined]);
        seen.set(folded, id);
        expect(classOfWord(word.toUpperCase(), axis, policy)).toBe(id);
      }
    expect(seen.size).toBeGreaterThan(10);
  },
);

test("no word of a source is a word for a relation too, and no state of an order counts and does not", () => {
  for (const word of policy["source.relation"]) expect([word, classesOf(word, "source")]).toEqual([word, []]);
  const states = ["order.counts", "order.counts_not", "order.listed"] as const;
  for (const one of states)
    for (const word of policy[one])
      expect([word, states.filter((other) => matchWord(word, policy[other]))]).toEqual([word, [one]]);
});

test("every default word can stand in a cell of the policy sheet, where commas part words", () => {
  for (const [key, { words: list }] of Object.entries(wordLists()))
    for (const word of words(list)) expect([key, word, /[,，、;；\n]|^\s|\s$/.test(word)]).toEqual([key, word, false]);
});
