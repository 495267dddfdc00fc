import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sidebarEn } from "../../src/texts/sidebar.en";
import { sidebarZh } from "../../src/texts/sidebar.zh";
import { changesBetween, type SheetState, type Visitor, visitSample } from "./workbench";

const EXAMPLES = "函数示例 Formulas";
const SHEETS = ["客户", "订单", "跟进记录", EXAMPLES, "读我 Read me", "旧报价"];
/** The sample's customer sheet ends at column AH. */
const COLUMNS = { 客户: 34 };
const HEADER_ROW = 3;

const LANGUAGES = {
  en: {
    t: sidebarEn,
    open: "Open Tierbook",
    found: "Found: 304 customers, 1,581 orders, 913 contacts.",
    headers: ["Follow-up", "Due", "Days since contact", "Next step", "Tier", "Why"],
    colours: { Overdue: "#c5221f", Due: "#f9a94c", Soon: "#fde293", "On track": "#d9ead3" },
    tabs: ["Today", "Policy", "Classes", "History", "Undo"],
  },
  zh: {
    t: sidebarZh,
    open: "打开 Tierbook",
    found: "找到：客户 304 行 · 订单 1,581 行 · 联系记录 913 行。",
    headers: ["跟进状态", "该跟进日", "未联系天数", "下一步", "等级(计算)", "原因"],
    colours: { 已逾期: "#c5221f", 该跟进: "#f9a94c", 快到期: "#fde293", 正常: "#d9ead3" },
    tabs: ["今天", "规则", "分类明细", "历史", "撤销"],
  },
} as const;
const RATES = { EUR: "1.08", CNY: "0.14" };
const TIER_COLOURS: Readonly<Record<string, string>> = { A: "#1967d2", B: "#aecbfa", C: "#d2e3fc", D: "#eef3fd" };

// One story a language: each test goes on where the one before it ended, as a team's first morning does.
describe.each(["en", "zh"] as const)("the first morning of a team, in %s", (language) => {
  const { t, ...words } = LANGUAGES[language];
  let visitor: Visitor;
  let end: (() => Promise<void>) | undefined;
  let before: SheetState[];
  beforeAll(async () => {
    ({ visitor, end } = await visitSample(language));
    before = await visitor.teamSheets(SHEETS);
  });
  afterAll(() => end?.());

  /** The person sees this screen, and axe-core finds no fault with it. */
  const sees = async (title: string) => {
    expect(await visitor.heading()).toBe(title);
    expect(await visitor.barriers()).toEqual([]);
  };
  /** What differs from before the set-up. Formulas of ours in the examples answer by the policy that is in force now. */
  const changesOfTheTeams = async (columns: Readonly<Record<string, number>> = {}) =>
    changesBetween(before, await visitor.teamSheets(SHEETS, columns)).filter(
      (change) => !change.startsWith(`${EXAMPLES} values`),
    );
  /** Every cell below the header in our six columns. */
  const ours = () => visitor.shownIn(`AI${HEADER_ROW + 1}`, "AN330");

  const fill = async (label: string, text: string) => {
    const field = visitor.sidebar.getByLabel(label, { exact: true });
    await field.fill(text);
    await field.blur();
    await visitor.rest();
  };
  /** A, B, C, D and not bought, as they stand beside the limits. */
  const tierCounts = async () => (await visitor.sidebar.locator(".limits .live").allTextContents()).map(Number);

  test("the menu opens the sidebar, which has found customers and orders", async () => {
    await visitor.openSidebar(words.open);
    await sees(t.start.title);
    const said = await visitor.read();
    expect(said).toContain(words.found);
    expect(said).toContain(t.start.promise(6));
    await visitor.picture(`set-up-1-${language}`);
  });

  test("the columns are shown with samples, and what could mean two things is asked", async () => {
    await visitor.press(t.start.go);
    await sees(t.columns.title);
    const said = await visitor.read();
    expect(said).toContain("客户名称*Yarvegard Toys Limited · Tretegard Tools Ltd");
    expect(said).toContain("年采购额/万");
    await visitor.picture(`set-up-2-${language}`);
  });

  test("the limits stand with the customers that they make", async () => {
    await visitor.press(t.columns.go);
    await sees(t.limits.title);
    await visitor.sidebar.getByLabel(t.limits.base, { exact: true }).selectOption("CNY");
    await visitor.sidebar.getByLabel(t.limits.rate("USD", "CNY"), { exact: true }).waitFor();
    await visitor.rest();
    await visitor.sidebar.getByLabel(t.limits.base, { exact: true }).selectOption("USD");
    for (const [currency, rate] of Object.entries(RATES)) await fill(t.limits.rate(currency, "USD"), rate);
    const counts = await tierCounts();
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(304);
    for (const count of counts) expect(count).toBeGreaterThan(0);
    await fill(t.limits.limit.C, "200,000");
    const fewer = await tierCounts();
    expect(fewer.slice(0, 2)).toEqual(counts.slice(0, 2));
    expect(fewer[2]).toBeLessThan(counts[2]!);
    expect(fewer[3]).toBeGreaterThan(counts[3]!);
    expect(fewer.reduce((sum, count) => sum + count, 0)).toBe(304);
    await fill(t.limits.limit.C, "100,000");
    expect(await tierCounts()).toEqual(counts);
    await visitor.picture(`set-up-3-${language}`);
  });

  test("the preview says what would be written, and nothing is written yet", async () => {
    await visitor.press(t.limits.go);
    await sees(t.preview.title);
    const said = await visitor.read();
    expect(said).toContain(t.preview.of(304, t.day("2026-11-22")));
    await visitor.picture(`preview-${language}`);
    expect(await changesOfTheTeams()).toEqual([]);
    expect(await visitor.sheetNames()).toEqual(SHEETS);
  });

  test("Write asks for a name once, then fills six columns at the right", async () => {
    await visitor.press(t.preview.go);
    await sees(t.who.title);
    await visitor.sidebar.getByLabel(t.who.label).fill("Amy");
    await visitor.press(t.who.go);
    await visitor.sidebar.getByRole("heading", { name: t.home.title, exact: true }).waitFor();
    await visitor.rest();
    await sees(t.home.title);
    expect(await visitor.shownIn(`AI${HEADER_ROW}`, `AN${HEADER_ROW}`)).toEqual([[...words.headers]]);
    expect(await visitor.sheetNames()).toEqual([...SHEETS, ...words.tabs]);
    const filled = (await ours()).filter(([level]) => level !== "");
    expect(filled).toHaveLength(304);
    expect(filled.filter(([, , , next]) => next !== "").length).toBeGreaterThan(280);
    for (const [, due, days, next, tier, why] of filled) {
      expect(due).toMatch(/^$|^\d{4}-\d\d-\d\d$/);
      expect(days).toMatch(/^$|^\d+$/);
      expect(tier).not.toBe("");
      expect(next).not.toMatch(/^[a-z_]+\./);
      expect(why!.length).toBeLessThanOrEqual(40);
    }
  });

  test("levels and tiers are coloured, each in its own colour", async () => {
    await visitor.besideTheNames(true);
    await visitor.picture(`home-${language}`);
    const levels = new Map<string, string>(Object.entries(words.colours));
    const drawn = await visitor.drawn("AI4", "AI24");
    // The tiers come into view beside the reason that is selected.
    await visitor.clickCell("AN4");
    drawn.push(...(await visitor.drawn("AM4", "AM24")));
    const coloured = drawn.filter(({ text }) => levels.has(text) || text in TIER_COLOURS);
    expect(coloured.length).toBeGreaterThan(20);
    for (const { text, fill, painted } of coloured) {
      const colour = levels.get(text) ?? TIER_COLOURS[text];
      expect({ text, fill, painted }).toEqual({ text, fill: colour, painted: colour });
    }
    for (const { fill } of await visitor.drawn("AN4", "AN24")) expect(fill).toBe("");
    await visitor.besideTheNames(false);
  });

  test("cells, fills, rules, formulas and notes of the team are as they were", async () => {
    expect(await changesOfTheTeams(COLUMNS)).toEqual([]);
  });

  test("formulas of the sheet answer by the policy that was just saved", async () => {
    await visitor.type("AP4", '=CUSTOMER_AMOUNT("EUR 4,000")');
    expect(await visitor.shown("AP4")).toBe("4320");
    await visitor.clickCell("AP4");
    await visitor.page.keyboard.press("Delete");
  });

  test("a second reclassify has nothing to write", async () => {
    const written = await ours();
    await visitor.press(t.home.reclassify);
    await sees(t.preview.title);
    expect(await visitor.read()).toContain(t.preview.nothing);
    await visitor.press(t.preview.home);
    expect(await ours()).toEqual(written);
  });

  test("Go to row takes the person to the customer, even when rows came in above him", async () => {
    const [company] = await visitor.sidebar.locator(".cards .company span:first-child").allTextContents();
    await visitor.page.evaluate(() => {
      const { store } = window.workbench!;
      store.insertRows(store.active(), 4, 2);
    });
    await visitor.button(t.byHand.classOf(t.home.goTo, company!)).click();
    await visitor.rest();
    const at = await visitor.selected();
    expect(at).toMatch(/^客户!/);
    const row = /\d+$/.exec(at)![0];
    expect(await visitor.shown(`C${row}`)).toBe(company);
    await visitor.page.evaluate(() => {
      const { store } = window.workbench!;
      store.deleteRows(store.active(), 4, 2);
    });
  });

  test("a cell that was not read is one click away", async () => {
    const fold = visitor.sidebar.locator("details", { hasText: t.preview.unread(0).split("0")[0]! }).first();
    await fold.locator("summary").click();
    expect(await visitor.barriers()).toEqual([]);
    const line = fold.getByRole("button").first();
    const sentence = (await line.textContent())!;
    await line.click();
    await visitor.rest();
    const [sheet, cell] = (await visitor.selected()).split("!");
    expect(SHEETS).toContain(sheet);
    expect(sentence).toContain(cell);
    const shown = await visitor.shown(cell!);
    expect(shown).not.toBe("");
    expect(sentence).toContain(shown.trim());
    await visitor.openSheet("客户");
  });

  test("Undo last gives back every cell, and the team's own are untouched", async () => {
    await visitor.besideTheNames(true);
    await visitor.press(/^(Undo last|撤销)/);
    expect(await visitor.read()).toMatch(/1,[789]\d\d/);
    await visitor.picture(`undo-${language}`);
    await visitor.besideTheNames(false);
    await sees(t.home.title);
    expect((await ours()).flat().filter((cell) => cell !== "")).toEqual([]);
    expect(await changesOfTheTeams(COLUMNS)).toEqual([]);
  });

  test("Remove Tierbook shows what goes, and leaves the file as it was", async () => {
    await visitor.press(t.home.remove);
    await sees(t.removal.title);
    expect(await visitor.read()).toContain(words.headers.join(language === "zh" ? "、" : ", "));
    await visitor.press(t.removal.go);
    await sees(t.removal.doneTitle);
    expect(await visitor.sheetNames()).toEqual(SHEETS);
    expect(await changesOfTheTeams()).toEqual([]);
    const kept = await visitor.page.evaluate(() => {
      const { store, runtime } = window.workbench!;
      const { documentProperties, userProperties, triggers } = runtime.save();
      const ofPeople = Object.values(userProperties).flatMap((one) => Object.keys(one));
      return { pins: store.pins(), names: store.names(), saved: Object.keys(documentProperties), ofPeople, triggers };
    });
    expect(kept).toEqual({ pins: [], names: [], saved: [], ofPeople: [], triggers: [] });
  });

  test("nothing was asked of the network, and nothing failed on the way", () => {
    expect(visitor.troubles).toEqual([]);
  });
});
