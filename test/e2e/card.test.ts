import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sidebarEn } from "../../src/texts/sidebar.en";
import { sidebarZh } from "../../src/texts/sidebar.zh";
import { type Visitor, visitSample } from "./workbench";

const LANGUAGES = {
  en: {
    t: sidebarEn,
    open: "Open Tierbook",
    policy: "Policy",
    tier: "Tier",
    tierColumn: "Tier",
    relation: "Relation",
    fair: "At the fair",
    preset: "Trade-fair customers",
    usual: "Eight dimensions",
    byHand: "Set by hand by Amy",
    high: /^High value [AB]$/,
    fairWord: "Active at the fair",
  },
  zh: {
    t: sidebarZh,
    open: "打开 Tierbook",
    policy: "规则",
    tier: "等级",
    tierColumn: "等级(计算)",
    relation: "客户关系",
    fair: "展会表现",
    preset: "展会客户",
    usual: "八个维度",
    byHand: "Amy",
    high: /^高价值 [AB]$/,
    fairWord: "活跃(展会)",
  },
} as const;
/** The sample's header row, and the columns of name and tier. */
const HEADER_ROW = 3;
const NAME = "C";
const LAST = "BB";

// One story a language: each test goes on where the one before it ended.
describe.each(["en", "zh"] as const)("the card of a customer and the choice of words, in %s", (language) => {
  const { t, ...words } = LANGUAGES[language];
  let visitor: Visitor;
  let end: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    ({ visitor, end } = await visitSample(language));
    await visitor.openSidebar(words.open);
    for (const step of [t.start.go, t.columns.go, t.limits.go, t.preview.go]) await visitor.press(step);
    await visitor.sidebar.getByLabel(t.who.label).fill("Amy");
    await visitor.press(t.who.go);
    await visitor.sidebar.getByRole("heading", { name: t.home.title, exact: true }).waitFor();
    await visitor.rest();
  });
  afterAll(() => end?.());

  const headers = async () => (await visitor.shownIn(`A${HEADER_ROW}`, `${LAST}${HEADER_ROW}`))[0]!;
  const columnOf = async (header: string) => {
    const at = (await headers()).lastIndexOf(header);
    expect(at, header).toBeGreaterThan(0);
    const rows = await visitor.shownIn(`A${HEADER_ROW + 1}`, `${LAST}330`);
    return rows.map((row) => row[at]!);
  };
  const company = () => visitor.sidebar.locator("h2.company span").first();
  const nameIn = (row: number) => visitor.shown(`${NAME}${row}`);
  const card = async () => (await visitor.sidebar.locator("main").textContent()) ?? "";

  test("opens from the home for the row that is selected, and says tier, reason and policy cell", async () => {
    await visitor.clickCell(`${NAME}${HEADER_ROW + 1}`);
    await visitor.press(t.customer.open);
    expect(await visitor.heading()).toBe(t.customer.title);
    expect(await company().textContent()).toBe(await nameIn(HEADER_ROW + 1));
    const [tier] = await columnOf(words.tierColumn);
    expect(await card()).toContain(t.byHand.classOf(words.tier, tier!));
    expect(await card()).toMatch(new RegExp(`${words.policy}!B\\d+`));
    expect(await visitor.barriers()).toEqual([]);
    await visitor.picture(`card-${language}`);
  });

  test("follows the person to another row without taking the keyboard out of the sheet", async () => {
    await visitor.clickCell(`${NAME}${HEADER_ROW + 4}`);
    const next = await nameIn(HEADER_ROW + 4);
    await expect.poll(() => company().textContent(), { timeout: 30_000 }).toBe(next);
    await visitor.rest();
    expect(await visitor.selected()).toBe(`客户!${NAME}${HEADER_ROW + 4}`);
    expect(await visitor.page.evaluate(() => document.activeElement?.tagName)).not.toBe("IFRAME");
    await visitor.page.keyboard.press("ArrowDown");
    const below = await nameIn(HEADER_ROW + 5);
    await expect.poll(() => company().textContent(), { timeout: 30_000 }).toBe(below);
    await visitor.rest();
  });

  test("opens an axis to its reason by the keyboard", async () => {
    const chip = visitor.sidebar.locator("details", { hasText: words.relation }).first();
    await chip.locator("summary").first().focus();
    await visitor.page.keyboard.press("Enter");
    expect(await chip.getAttribute("open")).not.toBeNull();
    expect(await chip.locator(".why").first().isVisible()).toBe(true);
    expect(await visitor.barriers()).toEqual([]);
  });

  test("takes a class set by hand, which stands in the sheet at once, and gives it back", async () => {
    const row = HEADER_ROW + 5;
    const before = await columnOf(words.tierColumn);
    const wanted = before[row - HEADER_ROW - 1] === "A" ? "B" : "A";
    await visitor.press(t.customer.setFor(words.tier));
    await visitor.sidebar.getByLabel(t.customer.class, { exact: true }).selectOption(wanted);
    await visitor.sidebar.getByLabel(t.customer.reason, { exact: true }).fill("key account");
    expect(await visitor.barriers()).toEqual([]);
    await visitor.press(t.customer.save);
    expect(await card()).toContain(t.byHand.classOf(words.tier, wanted));
    expect(await card()).toContain("key account");
    expect(await card()).toContain(words.byHand);
    expect((await columnOf(words.tierColumn))[row - HEADER_ROW - 1]).toBe(wanted);
    await visitor.press(t.today.undo);
    expect(await columnOf(words.tierColumn)).toEqual(before);
  });

  test("keeps a form that is open for its customer until it is closed, by the keyboard", async () => {
    const here = await company().textContent();
    const reason = visitor.sidebar.getByLabel(t.customer.reason, { exact: true });
    const { keyboard } = visitor.page;
    await visitor.sidebar.getByRole("button", { name: t.customer.setFor(words.tier), exact: true }).focus();
    await keyboard.press("Enter");
    await keyboard.press("Tab");
    await keyboard.type("key account");
    await visitor.clickCell(`${NAME}${HEADER_ROW + 7}`);
    await visitor.press(t.home.refresh);
    expect(await reason.inputValue()).toBe("key account");
    expect(await company().textContent()).toBe(here);
    await visitor.sidebar.getByRole("button", { name: t.customer.cancel, exact: true }).focus();
    await keyboard.press("Enter");
    const next = await nameIn(HEADER_ROW + 7);
    await expect.poll(() => company().textContent(), { timeout: 30_000 }).toBe(next);
    await visitor.rest();
    expect(next).not.toBe(here);
  });

  test("says in a plain line that no customer is selected", async () => {
    await visitor.clickCell(`${NAME}1`);
    await expect.poll(card, { timeout: 30_000 }).toContain(t.customer.noCustomer("客户"));
    await visitor.openSheet("订单");
    await expect.poll(card, { timeout: 30_000 }).toContain(t.customer.elsewhere("客户"));
    await visitor.openSheet("客户");
    await visitor.clickCell(`${NAME}${HEADER_ROW + 1}`);
    await visitor.press(t.back);
  });

  test("other words are previewed, written, and taken back with no class changed", async () => {
    const before = await columnOf(words.tierColumn);
    const choose = async (name: string) => {
      await visitor.press(t.presets.open);
      expect(await visitor.barriers()).toEqual([]);
      await visitor.sidebar.locator("fieldset label", { hasText: name }).first().click();
      await visitor.button(t.presets.go).waitFor();
      await visitor.rest();
    };
    await choose(words.preset);
    const said = await visitor.read();
    expect(said).toContain(words.fairWord);
    expect(await columnOf(words.tierColumn)).toEqual(before);
    expect(await visitor.barriers()).toEqual([]);
    await visitor.press(t.presets.go);
    expect(await visitor.heading()).toBe(t.preview.title);
    await visitor.press(t.preview.go);
    await visitor.sidebar.getByRole("heading", { name: t.home.title, exact: true }).waitFor();
    await visitor.rest();
    const after = await columnOf(words.tierColumn);
    expect(after.filter((word) => words.high.test(word)).length).toBe(
      before.filter((tier) => tier === "A" || tier === "B").length,
    );
    expect(await columnOf(words.fair)).toContain(words.fairWord);
    await choose(words.usual);
    await visitor.press(t.presets.go);
    await visitor.press(t.preview.go);
    await visitor.sidebar.getByRole("heading", { name: t.home.title, exact: true }).waitFor();
    await visitor.rest();
    expect(await columnOf(words.tierColumn)).toEqual(before);
  });

  test("nothing went wrong in the page", () => {
    expect(visitor.troubles).toEqual([]);
  });
});
