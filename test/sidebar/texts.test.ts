import { describe, expect, test } from "vitest";
import { textsFor } from "../../sidebar/open";
import { type SidebarTexts, sidebarEn } from "../../src/texts/sidebar.en";
import { sidebarZh } from "../../src/texts/sidebar.zh";

/** Every text with its path; functions are called with what they could be given. */
function spoken(texts: object, path = ""): [string, string][] {
  return Object.entries(texts).flatMap(([name, value]): [string, string][] => {
    const at = path + name;
    if (typeof value === "string") return [[at, value]];
    if (typeof value === "function") return [[at, String(value(...given(at)))]];
    return spoken(value as object, at + ".");
  });
}

const MOMENTS = ["moment", "home.refreshed", "undo.last", "schedule.last", "schedule.next"];

function given(at: string): readonly unknown[] {
  if (at === "day") return ["2026-11-22"];
  if (at === "month") return ["2026-11"];
  if (at === "removal.columns") return ["Orders", ["Tier", "Why"]];
  if (["presets.added", "presets.removed", "presets.own", "preview.clash"].includes(at)) return [["Region", "Stars"]];
  return MOMENTS.includes(at) ? ["2026-11-22T08:04", 12, 3] : [1234567, 1234568, 1234569, 1234570];
}

describe("the words of the sidebar", () => {
  test("stand in both languages, each under the same name", () => {
    expect(spoken(sidebarZh).map(([at]) => at)).toEqual(spoken(sidebarEn).map(([at]) => at));
  });

  test.each([
    ["en", sidebarEn],
    ["zh", sidebarZh],
  ])("are never empty in %s and hold no undefined", (_, texts) => {
    for (const [at, text] of spoken(texts)) {
      expect(text.trim(), at).not.toBe("");
      expect(text, at).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  test("are Chinese in Chinese, with Chinese punctuation", () => {
    const bare = [
      ...["name", "number", "percent", "hour", "preview.fromTo", "byHand.classOf", "byHand.reason", "presets.change"],
      "moves.of",
    ];
    for (const [at, text] of spoken(sidebarZh)) {
      if (!bare.includes(at)) expect(text, at).toMatch(/[\u4e00-\u9fff]/);
      expect(text, at).not.toMatch(/[\u4e00-\u9fff][,;:?!()]/);
    }
  });

  test("say how many was found as the first screen promises", () => {
    expect(sidebarEn.start.found(412, 1530, null)).toBe("Found: 412 customers, 1,530 orders.");
    expect(sidebarZh.start.found(412, 1530, null)).toBe("找到\uff1a客户 412 行 · 订单 1,530 行。");
  });

  test.each([
    [
      1530,
      88,
      "Found: 412 customers, 1,530 orders, 88 contacts.",
      "找到：客户 412 行 · 订单 1,530 行 · 联系记录 88 行。",
    ],
    [
      null,
      1,
      "Found: 412 customers, 1 contact. No order sheet; your own columns are used.",
      "找到：客户 412 行 · 联系记录 1 行。没有订单表，用客户表里的列。",
    ],
    [
      null,
      null,
      "Found: 412 customers. No order sheet; your own columns are used.",
      "找到：客户 412 行。没有订单表，用客户表里的列。",
    ],
  ])("with %s orders and %s contacts the first screen says: %s", (orders, contacts, english, chinese) => {
    expect([sidebarEn, sidebarZh].map((t) => t.start.found(412, orders, contacts))).toEqual([english, chinese]);
  });

  test.each([
    [8, 8, 214, "8 today · 214 to wake", "今天 8 个 · 待唤醒 214 个"],
    [10, 37, 0, "10 of 37 today", "今天 37 个，先联系 10 个"],
    [0, 0, 1, "0 today · 1 to wake", "今天 0 个 · 待唤醒 1 个"],
  ])("of %i listed, %i due and %i silent the line says: %s", (shown, due, wake, english, chinese) => {
    expect([sidebarEn, sidebarZh].map((t) => t.today.count(shown, due, wake))).toEqual([english, chinese]);
  });

  test.each([
    [1, "1 customer"],
    [2, "2 customers"],
    [0, "0 customers"],
    [1000, "1,000 customers"],
  ])("count %i as %s", (n, text) => {
    expect(sidebarEn.start.found(n, 5, null)).toContain(text);
  });

  test("a day reads as the person writes it", () => {
    expect(sidebarEn.day("2026-01-05")).toBe("5 Jan 2026");
    expect(sidebarZh.day("2026-01-05")).toBe("2026年1月5日");
  });

  test.each([
    ["2026-11-22T08:04", "22 Nov, 8:04", "11月22日 8:04"],
    ["2026-01-05T14:05", "5 Jan, 14:05", "1月5日 14:05"],
    ["2026-12-31T00:00", "31 Dec, 0:00", "12月31日 0:00"],
  ])("the instant %s reads as %s and %s", (iso, english, chinese) => {
    expect([sidebarEn.moment(iso), sidebarZh.moment(iso)]).toEqual([english, chinese]);
  });

  test.each([
    [5, "5 days past due", "已过 5 天"],
    [1, "1 day past due", "已过 1 天"],
    [0, "due today", "今天到期"],
    [-1, "due tomorrow", "明天到期"],
    [-3, "in 3 days", "还有 3 天"],
  ])("%i days after the due day a customer is %s", (over, english, chinese) => {
    expect([sidebarEn.today.when(over), sidebarZh.today.when(over)]).toEqual([english, chinese]);
  });

  test.each<[string, (t: SidebarTexts) => string, string, string]>([
    ["all cells", (t) => t.run.written(812, 0), "Written: 812 cells.", "已写入 812 格。"],
    [
      "all but one cell",
      (t) => t.run.written(1, 1),
      "Written: 1 cell. Left as they are: 1, because somebody changed them meanwhile.",
      "已写入 1 格；1 格期间被人改过，保持原样。",
    ],
    [
      "nothing",
      (t) => t.run.nothing,
      "All is up to date: the customer sheet was not written.",
      "都是最新的，客户表没有写入。",
    ],
  ])("a run that wrote %s says so", (_, of, english, chinese) => {
    expect([of(sidebarEn), of(sidebarZh)]).toEqual([english, chinese]);
  });

  test.each<[string, (t: SidebarTexts["undo"]) => string, string, string]>([
    [
      "offered",
      (t) => t.last("2026-11-22T14:05", 1, "Amy"),
      "Undo last run: 22 Nov, 14:05, 1 cell (Amy)",
      "撤销上一次写入：11月22日 14:05，1 格（Amy）",
    ],
    [
      "offered of nobody's",
      (t) => t.last("2026-11-22T14:05", 2, ""),
      "Undo last run: 22 Nov, 14:05, 2 cells",
      "撤销上一次写入：11月22日 14:05，2 格",
    ],
    ["done", (t) => t.undone(12, 0), "Undone: 12 cells given back.", "已撤销，还原了 12 格。"],
    [
      "done but for one",
      (t) => t.undone(12, 1),
      "Undone: 12 cells given back, 1 left as they are.",
      "已撤销，还原了 12 格，1 格保持原样。",
    ],
    ["stopped early", (t) => t.stopped(0), "Stopped. Nothing had been written.", "已停止，还没有写入任何内容。"],
    ["stopped late", (t) => t.stopped(1), "Stopped. 1 cell given back.", "已停止，还原了 1 格。"],
    ["idle", (t) => t.nothing, "There is nothing to undo.", "没有可以撤销的。"],
    [
      "done before",
      (t) => t.already,
      "The last run is undone already. Nothing was changed.",
      "上一次已经撤销过了，没有改动。",
    ],
    [
      "left by a row that is gone",
      (t) => t.why.gone("Acme"),
      "Acme: the row or the column is not there any more.",
      "Acme：这一行或这一列已经不在了。",
    ],
    [
      "left by a row that came twice",
      (t) => t.why.doubled("Acme"),
      "Acme: another row has this number or name now.",
      "Acme：现在另有一行是同样的编号或名称。",
    ],
    [
      "left by somebody's cell",
      (t) => t.why.edited("Acme"),
      "Acme: somebody has changed this cell since.",
      "Acme：这一格后来被人改过。",
    ],
  ])("an undo that is %s says so", (_, of, english, chinese) => {
    expect([of(sidebarEn.undo), of(sidebarZh.undo)]).toEqual([english, chinese]);
  });

  test.each([
    [0, 0, "Last run: 22 Nov, 8:04: nothing to change", "上次运行：11月22日 8:04：没有变化"],
    [
      1,
      0,
      "Last run: 22 Nov, 8:04: 1 cell written, 0 classes changed",
      "上次运行：11月22日 8:04：写入 1 格，0 项分类有变",
    ],
    [
      12,
      1,
      "Last run: 22 Nov, 8:04: 12 cells written, 1 class changed",
      "上次运行：11月22日 8:04：写入 12 格，1 项分类有变",
    ],
  ])("a refresh with %i cells and %i moves reads as %s", (cells, moves, english, chinese) => {
    const last = (t: SidebarTexts) => t.schedule.last("2026-11-22T08:04", cells, moves);
    expect([last(sidebarEn), last(sidebarZh)]).toEqual([english, chinese]);
  });

  test.each<[string, (t: SidebarTexts["removal"]) => string, string, string]>([
    ["one column", (t) => t.columns("Customers", ["Tier"]), "1 column in Customers: Tier", "Customers 里的 1 列：Tier"],
    [
      "two columns",
      (t) => t.columns("Customers", ["Tier", "Why"]),
      "2 columns in Customers: Tier, Why",
      "Customers 里的 2 列：Tier、Why",
    ],
    ["colours", (t) => t.rules("Customers"), "Our colour rules in Customers", "Customers 里我们的颜色规则"],
    ["a tab", (t) => t.tab("Policy"), "The tab Policy", "工作表 Policy"],
    ["a name", (t) => t.name("TIERBOOK_DAY"), "The name TIERBOOK_DAY", "名称 TIERBOOK_DAY"],
    ["a refresh", (t) => t.schedule("Amy"), "The daily refresh of Amy", "每天的自动刷新（Amy）"],
    ["nobody's refresh", (t) => t.schedule(""), "The daily refresh", "每天的自动刷新"],
    ["what is saved", (t) => t.settings, "What the set-up saved", "设置时保存的内容"],
  ])("that %s goes is said", (_, of, english, chinese) => {
    expect([of(sidebarEn.removal), of(sidebarZh.removal)]).toEqual([english, chinese]);
  });

  test.each([
    ["zh", sidebarZh],
    ["zh-CN", sidebarZh],
    ["zh_TW", sidebarZh],
    ["ZH-hans", sidebarZh],
    ["en", sidebarEn],
    ["de", sidebarEn],
    ["", sidebarEn],
    ["zhx", sidebarEn],
  ])("a person whose language is %s is given the right ones", (lang, texts) => {
    expect(textsFor(lang)).toBe(texts);
  });
});
