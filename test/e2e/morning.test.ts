import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { HomeView } from "../../src/edge/views";
import { sidebarEn } from "../../src/texts/sidebar.en";
import { sidebarZh } from "../../src/texts/sidebar.zh";
import { changesBetween, type SheetState, type Visitor, visitSample } from "./workbench";

const SHEETS = ["客户", "订单", "跟进记录"];
const FIRST_ROW = 4;
/** The sample's customer sheet ends at column AH: ours are level AI, due AJ, days AK, next step AL, tier AM, why AN. */
const COLUMNS = { 客户: 34 };
const ME = "Amy 陈";
const OTHER = "Bruno";

const LANGUAGES = {
  en: {
    t: sidebarEn,
    open: "Open Tierbook",
    tabs: { today: "Today", policy: "Policy", log: "Contact log" },
    level: { "On track": "#d9ead3", Soon: "#fde293", Due: "#f9a94c", Overdue: "#c5221f" },
    onTrack: "On track",
    soon: "Soon",
    source: "Source",
    platform: "B2B platform",
    out: "Out",
    wake: "15 to wake",
  },
  zh: {
    t: sidebarZh,
    open: "打开 Tierbook",
    tabs: { today: "今天", policy: "规则", log: "联系记录" },
    level: { 正常: "#d9ead3", 快到期: "#fde293", 该跟进: "#f9a94c", 已逾期: "#c5221f" },
    onTrack: "正常",
    soon: "快到期",
    source: "来源",
    platform: "B2B 平台",
    out: "发出",
    wake: "待唤醒 15 个",
  },
} as const;

// One story a language: each test goes on where the one before it ended.
describe.each(["en", "zh"] as const)("a morning of the team, in %s", (language) => {
  const { t, ...words } = LANGUAGES[language];
  let visitor: Visitor;
  let end: (() => Promise<void>) | undefined;
  let before: SheetState[];
  beforeAll(async () => {
    ({ visitor, end } = await visitSample(language));
    before = await visitor.teamSheets(SHEETS);
    await visitor.openSidebar(words.open);
    await visitor.press(t.start.go);
  });
  afterAll(() => end?.());

  const home = () => visitor.page.evaluate(() => window.workbench!.addon.rpc("home") as HomeView);
  const chooser = () => visitor.sidebar.getByLabel(t.today.owner, { exact: true });
  const wakeFold = () => visitor.sidebar.locator("details", { has: visitor.sidebar.locator(".cards") });
  /** Companies on the cards of today, from the top. */
  const listed = () => visitor.sidebar.locator(".cards").first().locator(".company span:first-child").allTextContents();
  const card = (company: string) =>
    visitor.sidebar
      .locator(".cards > li")
      .filter({ has: visitor.sidebar.getByText(company, { exact: true }) })
      .first();
  const pressOn = async (company: string, kind: "contacted" | "replied" | "later") => {
    await card(company).getByRole("button", { name: t.today.press[kind] }).click();
    await visitor.rest();
  };
  const takeBack = async () => {
    await visitor.sidebar.getByRole("button", { name: t.today.undo }).first().click();
    await visitor.rest();
  };
  /** The row of his in the customer sheet, which comes into view. */
  const rowOf = async (company: string): Promise<number> => {
    await card(company).getByRole("button", { name: t.home.goTo }).click();
    await visitor.rest();
    return Number(/\d+$/.exec(await visitor.selected())![0]);
  };
  const ours = async (row: number) => (await visitor.shownIn(`AI${row}`, `AN${row}`))[0]!;
  /** Every cell of ours, so that a press shows what else it changed. */
  const allOurs = () => visitor.shownIn(`AI${FIRST_ROW}`, "AN330");
  /** The level of his is drawn in the colour of this level. */
  const isPainted = async (row: number, level: string) => {
    await visitor.clickCell(`C${row}`);
    const painted = words.level[level as keyof typeof words.level];
    await expect.poll(() => visitor.drawn(`AI${row}`, `AI${row}`)).toEqual([{ text: level, fill: painted, painted }]);
  };
  const logRows = () =>
    visitor.page.evaluate((name) => {
      const { store } = window.workbench!;
      const tab = store.sheets().find((id) => store.sheetName(id) === name);
      if (tab === undefined) return undefined;
      const { rows, columns } = store.used(tab);
      const cells = store.displays(tab, { top: 0, left: 0, bottom: rows - 1, right: columns - 1 });
      return { hidden: store.isHidden(tab), rows: cells.slice(1).filter((row) => row.some((cell) => cell !== "")) };
    }, words.tabs.log);

  test("a word of the source column that no list knows is asked about, and the answer goes into the policy", async () => {
    expect(await visitor.heading()).toBe(t.columns.title);
    for (const fold of await visitor.sidebar.locator("details:has(.question)").all())
      await fold.locator("summary").first().click();
    const question = visitor.sidebar.locator(".question", { hasText: "Kompass" });
    expect(await question.count()).toBe(1);
    expect(await question.textContent()).toContain("4");
    expect(await visitor.barriers()).toEqual([]);
    await question.locator("select").selectOption({ label: words.platform });
    await visitor.rest();
    for (const step of [t.columns.go, t.limits.go, t.preview.go]) await visitor.press(step);
    await visitor.sidebar.getByLabel(t.who.label).fill("Amy");
    await visitor.press(t.who.go);
    await visitor.sidebar.getByRole("heading", { name: t.home.title, exact: true }).waitFor();
    await visitor.rest();
    const list = await visitor.page.evaluate((name) => {
      const { store } = window.workbench!;
      const tab = store.sheets().find((id) => store.sheetName(id) === name)!;
      const { rows } = store.used(tab);
      const cells = store.displays(tab, { top: 0, left: 0, bottom: rows - 1, right: 4 });
      return cells.find((row) => row[4] === "source.b2b")![1]!;
    }, words.tabs.policy);
    expect(list).toMatch(/, kompass$/i);
  });

  test("whoever comes first is asked which owner he is, and his own list is remembered", async () => {
    expect(await visitor.read()).toContain(t.today.whoAreYou);
    expect(await visitor.barriers()).toEqual([]);
    await visitor.press(ME);
    expect(await visitor.read()).not.toContain(t.today.whoAreYou);
    const { owners } = await home();
    const me = owners.find(({ owner }) => owner === ME)!;
    expect(me.due).toBeGreaterThan(4);
    expect(await visitor.read()).toContain(t.today.count(Math.min(10, me.due), me.due, me.wake));
    expect(await listed()).toHaveLength(Math.min(10, me.due));
    await visitor.openSidebar(words.open);
    expect(await visitor.read()).not.toContain(t.today.whoAreYou);
    expect(await listed()).toHaveLength(Math.min(10, me.due));
    expect(await visitor.barriers()).toEqual([]);
  });

  test("at most ten stand there an owner, a complaint on top, and every owner's list is one choice away", async () => {
    const { owners, today } = await home();
    for (const { owner, due } of owners)
      expect(today.filter((row) => row.owner === owner)).toHaveLength(Math.min(10, due));
    expect(today.find(({ owner }) => owner === ME)!.group).toBe("complaint");
    const other = owners.find(({ owner }) => owner === OTHER)!;
    await chooser().selectOption({ label: t.today.someone(OTHER, other.due, other.count) });
    expect(await listed()).toEqual(today.filter((row) => row.owner === OTHER).map((row) => row.company));
    expect(await visitor.read()).toContain(t.today.count(Math.min(10, other.due), other.due, other.wake));
    const [mine] = await chooser().locator("option").allTextContents();
    expect(mine).toContain(t.today.me(ME));
    await chooser().selectOption({ label: mine! });
    expect(await listed()).toEqual(today.filter((row) => row.owner === ME).map((row) => row.company));
    await visitor.besideTheNames(true);
    await visitor.picture(`today-${language}`);
  });

  test("Contacted: his card leaves and his cell turns green; Undo brings both back", async () => {
    const { today } = await home();
    const { company } = today.find(({ owner, group }) => owner === ME && group === "overdue")!;
    const cards = await listed();
    const all = await allOurs();
    const row = await rowOf(company);
    expect(await visitor.shown(`C${row}`)).toContain(company);
    const [level] = await ours(row);
    await isPainted(row, level!);

    await pressOn(company, "contacted");
    expect(await listed()).toEqual(cards.filter((one) => one !== company));
    expect(await visitor.sidebar.getByRole("status").allTextContents()).toContain(
      `${t.today.logged(t.today.press.contacted, company, 1)} ${t.today.undo}`,
    );
    expect(await visitor.barriers()).toEqual([]);
    expect((await ours(row)).slice(0, 3)).toEqual([words.onTrack, expect.stringMatching(/^202[67]-/), "0"]);
    await isPainted(row, words.onTrack);
    const log = await logRows();
    expect(log!.hidden).toBe(true);
    expect(log!.rows.map((cells) => [cells[0], cells[2], cells[5]])).toEqual([["2026-11-22", company, "Amy"]]);
    // Of our columns nothing but his row; of the team's cells nothing at all.
    const now = await allOurs();
    expect(now.filter((cells, i) => String(cells) !== String(all[i]))).toHaveLength(1);
    expect(changesBetween(before, await visitor.teamSheets(SHEETS, COLUMNS))).toEqual([]);

    await takeBack();
    expect(await listed()).toEqual(cards);
    expect(await allOurs()).toEqual(all);
    await isPainted(row, level!);
    expect((await logRows())!.rows).toEqual([]);
  });

  test("They replied: from now on a reply is owed, and he moves up", async () => {
    const { today } = await home();
    const { company } = today.findLast(({ owner, group }) => owner === ME && group !== "complaint")!;
    const cards = await listed();
    const row = await rowOf(company);
    await pressOn(company, "replied");
    const after = await listed();
    expect(after.indexOf(company)).toBeLessThan(cards.indexOf(company));
    expect((await home()).today.find((one) => one.company === company)!.group).toBe("reply");
    // A reply owed comes before any other day: there is nothing to put off.
    expect(await card(company).getByRole("button", { name: t.today.press.later }).count()).toBe(0);
    expect((await ours(row)).slice(0, 3)).toEqual([words.soon, "2026-11-23", "0"]);
    await takeBack();
    expect(await listed()).toEqual(cards);
  });

  test("Later asks for the day, and he leaves until then", async () => {
    const { today } = await home();
    const { company } = today.find(({ owner, group }) => owner === ME && group === "overdue")!;
    const cards = await listed();
    const row = await rowOf(company);
    await card(company).getByRole("button", { name: t.today.press.later }).click();
    expect(await visitor.barriers()).toEqual([]);
    const day = card(company).getByLabel(t.today.until);
    expect(await day.inputValue()).toBe("2026-11-29");
    await day.fill("2026-11-22");
    await card(company).getByRole("button", { name: t.today.putOff }).click();
    expect(await card(company).textContent()).toContain(t.today.badDay);
    await card(company)
      .getByRole("button", { name: t.today.inDays(30), exact: true })
      .click();
    await card(company).getByRole("button", { name: t.today.putOff }).click();
    await visitor.rest();
    expect(await listed()).toEqual(cards.filter((one) => one !== company));
    const [level, due] = await ours(row);
    expect([level, due]).toEqual([words.onTrack, "2026-12-22"]);
    await takeBack();
    expect(await listed()).toEqual(cards);
  });

  test("whom to wake is one line that opens as a list", async () => {
    await chooser().selectOption({ index: 1 });
    const { wake } = await home();
    const fold = wakeFold();
    expect(await fold.locator("summary").textContent()).toBe(words.wake);
    await fold.locator("summary").click();
    expect(await fold.locator(".company span:first-child").allTextContents()).toEqual(
      wake.map(({ company }) => company),
    );
    expect(await visitor.barriers()).toEqual([]);
    await fold.locator("summary").click();
    await chooser().selectOption({ index: 0 });
  });

  test("two people press at the same time: one is told to wait, tries again, and both contacts are there", async () => {
    const { today } = await home();
    const keyOf = (group: string) => {
      const { key, company } = today.find((one) => one.owner === ME && one.group === group)!;
      return { key, company };
    };
    const [mine, his] = [keyOf("overdue"), keyOf("act")];
    const bruno = (whom: { key: string; company: string }) =>
      visitor.page.evaluate(({ key, company }) => {
        const { runtime, addon } = window.workbench!;
        const me = runtime.user;
        runtime.as("Bruno");
        try {
          addon.rpc("setWho", "Bruno");
          addon.rpc("log", key, { kind: "contacted", next: "", company });
          return "";
        } catch (error) {
          return (error as Error).message;
        } finally {
          runtime.as(me);
        }
      }, whom);
    // He presses while her press holds the lock.
    await visitor.page.evaluate(({ key, company }) => {
      const { runtime, addon } = window.workbench!;
      window.told = undefined;
      runtime.calls.reset();
      const press = () => {
        if (window.told !== undefined || !runtime.calls.log.slice(0, -1).some((name) => name.includes("Lock"))) return;
        const me = runtime.user;
        runtime.as("Bruno");
        try {
          window.told = "";
          addon.rpc("log", key, { kind: "contacted", next: "", company });
        } catch (error) {
          window.told = (error as Error).message;
        }
        runtime.as(me);
      };
      for (let call = 1; call < 30; call++) runtime.faults.at(call, press);
    }, his);
    await pressOn(mine.company, "contacted");
    expect(await listed()).not.toContain(mine.company);
    const told = await visitor.page.evaluate(() => {
      window.workbench!.runtime.faults.clear();
      return window.told;
    });
    expect(told).toMatch(/^(Somebody else|有人)/);
    expect(await bruno(his)).toBe("");
    const log = (await logRows())!.rows;
    expect(log.map((cells) => [cells[2], cells[5]])).toEqual([
      [mine.company, "Amy"],
      [his.company, "Bruno"],
    ]);
    // Her list knows it at the next look, and what she can take back is her own press.
    await visitor.press(t.home.refresh);
    expect(await listed()).not.toContain(his.company);
    expect(await visitor.read()).toContain(t.today.logged(t.today.press.contacted, mine.company, 1));
    expect(changesBetween(before, await visitor.teamSheets(SHEETS, COLUMNS))).toEqual([]);
  });

  test("the Today tab holds the same list, for phones", async () => {
    await visitor.openSheet(words.tabs.today);
    const cells = await visitor.shownIn("A1", "E80");
    expect(cells[0]![0]).toBe("2026-11-22");
    const { today } = await home();
    const rows = cells.slice(2).filter(([, , level]) => level !== "");
    expect(rows.map(([owner, company, level, , next]) => [owner, company, level, next])).toEqual(
      (await home()).owners.flatMap(({ owner }) =>
        today.filter((one) => one.owner === owner).map((one) => [owner, one.company, one.levelLabel, one.next]),
      ),
    );
    expect(rows.filter(([owner]) => owner === ME).map(([, company]) => company)).toEqual(await listed());
    expect(cells.flat()).toContain(words.wake);
    await visitor.openSheet("客户");
  });

  test("an axis that is ticked stands in the sheet as one more column, and goes with its tick", async () => {
    const box = visitor.sidebar.getByLabel(words.source, { exact: true });
    const fold = visitor.sidebar.locator("details", { has: box });
    await fold.locator("summary").first().click();
    expect(await visitor.shown("AO3")).toBe("");
    await box.check();
    await visitor.rest();
    expect(await visitor.shown("AO3")).toBe(words.source);
    const shown = (await visitor.shownIn(`AO${FIRST_ROW}`, "AO330")).flat();
    expect(shown.filter((cell) => cell === words.platform).length).toBeGreaterThan(50);
    const typed = (await visitor.shownIn(`I${FIRST_ROW}`, "I330")).flat();
    const answered = shown.filter((_, i) => /^kompass$/i.test(typed[i]!));
    expect(answered).toEqual(Array.from({ length: 4 }, () => words.platform));
    expect(await visitor.barriers()).toEqual([]);
    await box.uncheck();
    await visitor.rest();
    expect((await visitor.shownIn("AO1", "AO330")).flat().filter((cell) => cell !== "")).toEqual([]);
    expect(changesBetween(before, await visitor.teamSheets(SHEETS, COLUMNS))).toEqual([]);
  });

  test("a run after all presses has nothing of them left to write", async () => {
    await visitor.press(t.home.reclassify);
    expect(await visitor.read()).toContain(t.preview.nothing);
  });

  test("nothing was asked of the network, and nothing failed on the way", () => {
    expect(visitor.troubles).toEqual([]);
  });
});

declare global {
  interface Window {
    /** What a colleague was told who pressed at the same time. */
    told: string | undefined;
  }
}
