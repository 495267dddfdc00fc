import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sidebarEn } from "../../src/texts/sidebar.en";
import { sidebarZh } from "../../src/texts/sidebar.zh";
import { changesBetween, type SheetState, type Visitor, visitSample } from "./workbench";

const LANGUAGES = {
  en: { t: sidebarEn, open: "Open Tierbook", tier: "Tier", why: "Why", byHand: "by hand: own grade" },
  zh: { t: sidebarZh, open: "打开 Tierbook", tier: "等级(计算)", why: "原因", byHand: "手动：自己的等级" },
} as const;
const GRADE = "客户等级";
const HEADER_ROW = 3;
const LAST = "BB";
/** The sample's customer sheet ends at row 330. */
const BOTTOM = 330;

// One story a language: each test goes on where the one before it ended.
describe.each(["en", "zh"] as const)("a team that keeps its own grades, in %s", (language) => {
  const { t, ...words } = LANGUAGES[language];
  let visitor: Visitor;
  let end: (() => Promise<void>) | undefined;
  let before: SheetState[];
  beforeAll(async () => {
    ({ visitor, end } = await visitSample(language));
    before = await visitor.teamSheets(["客户"]);
    await visitor.openSidebar(words.open);
    for (const step of [t.start.go, t.columns.go, t.limits.go]) await visitor.press(step);
  });
  afterAll(() => end?.());

  const fold = () => visitor.sidebar.locator("details", { has: visitor.sidebar.locator(".cards") }).last();
  const title = () => fold().locator("summary").textContent();
  /** How many grades differ, as the fold says. */
  const differing = async () => Number(((await title()) ?? "").replace(/[^\d]/g, ""));
  const first = () => fold().locator(".company span").first().textContent();
  let all = 0;

  test("the preview says where its own column differs, and why ours is another", async () => {
    all = await differing();
    expect(await title()).toBe(t.preview.differs(all, GRADE));
    expect(all).toBeGreaterThan(20);
    await fold().locator("summary").click();
    expect(await fold().locator(".why").first().textContent()).not.toBe("");
    expect(await visitor.barriers()).toEqual([]);
  });

  test("one grade is kept, after the name was asked for, and Undo brings it back", async () => {
    const company = await first();
    await visitor.press(t.byHand.classOf(t.preview.keep, company!));
    await visitor.sidebar.getByLabel(t.who.label).fill("Amy");
    await visitor.press(t.who.go);
    expect(await visitor.heading()).toBe(t.preview.title);
    expect(await visitor.read()).toContain(t.preview.kept(1, 0));
    expect(await differing()).toBe(all - 1);
    expect(await visitor.barriers()).toEqual([]);
    await visitor.press(t.today.undo);
    expect(await differing()).toBe(all);
    await fold().locator("summary").click();
    expect(await first()).toBe(company);
  });

  test("all are kept at once, and after Write the tier is the team's own, with the reason", async () => {
    await visitor.press(t.preview.keepAll(all));
    expect(await visitor.read()).not.toContain(t.preview.differs(all, GRADE));
    await visitor.press(t.preview.go);
    await visitor.sidebar.getByRole("heading", { name: t.home.title, exact: true }).waitFor();
    await visitor.rest();
    const [headers, ...rows] = await visitor.shownIn(`A${HEADER_ROW}`, `${LAST}${BOTTOM}`);
    const [grade, tier, why] = [GRADE, words.tier, words.why].map((header) => headers!.lastIndexOf(header));
    const graded = rows.filter((row) => row[tier!] !== "" && /[A-D]/.test(row[grade!]!));
    expect(graded.length).toBeGreaterThan(150);
    expect(
      graded.filter((row) => row[tier!] !== /[A-D]/.exec(row[grade!]!)![0]).map((row) => [row[grade!], row[tier!]]),
    ).toEqual([]);
    expect(graded.filter((row) => row[why!] === words.byHand).length).toBeGreaterThan(20);
  });

  test("what is set by hand stands on the home and goes back to the rules there; the team's cells are as they were", async () => {
    const title = visitor.sidebar.getByText(t.byHand.title(all), { exact: true });
    await title.click();
    expect(await visitor.barriers()).toEqual([]);
    await visitor.sidebar
      .getByRole("button", { name: new RegExp(`^${t.byHand.remove}`) })
      .first()
      .click();
    await visitor.rest();
    await visitor.sidebar.getByText(t.byHand.title(all - 1), { exact: true }).waitFor();
    expect(changesBetween(before, await visitor.teamSheets(["客户"], { 客户: 34 }))).toEqual([]);
  });
});
