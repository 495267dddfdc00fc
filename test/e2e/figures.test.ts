import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sidebarEn } from "../../src/texts/sidebar.en";
import { sidebarZh } from "../../src/texts/sidebar.zh";
import { launchBrowser } from "./browser";
import { changesBetween, type Served, serveWorkbench, Visitor } from "./workbench";

const CUSTOMERS = `Company,Country,Owner,Last contact
Acme GmbH,Germany,Amy,2026-10-30
Borealis Oy,Finland,Bruno,2026-10-30
Castillo S.L.,Spain,Amy,2026-10-30
Dunder Inc.,USA,Bruno,2026-10-30
Elgin Ltd,UK,Amy,2026-10-30
Fjord AS,Norway,Amy,2026-10-30
`;
/** There is no rate for EUR, and Elgin had not ordered on the first of the month. */
const ORDERS = `Customer,Order date,Amount,Currency,Status
Acme GmbH,2026-06-01,"600,000",USD,Paid
Acme GmbH,2023-05-01,"400,000",USD,Paid
Borealis Oy,2026-03-01,"300,000",USD,Paid
Castillo S.L.,2026-02-01,"100,000",EUR,Paid
Dunder Inc.,2025-12-20,"100,000",USD,Paid
Elgin Ltd,2026-11-10,"150,000",USD,Paid
`;
const SHEETS = ["customers", "orders"];
const LANGUAGES = {
  en: { t: sidebarEn, open: "Open Tierbook", tier: "Tier", unrated: "Unrated", backtest: "Back-test" },
  zh: { t: sidebarZh, open: "打开 Tierbook", tier: "等级", unrated: "未评级", backtest: "回测" },
} as const;

// One story a language: each test goes on where the one before it ended.
describe.each(["en", "zh"] as const)("looking back and ahead, in %s", (language) => {
  const { t, ...words } = LANGUAGES[language];
  const folder = mkdtempSync(join(tmpdir(), "tierbook-"));
  let served: Served | undefined;
  let browser: Browser | undefined;
  let visitor: Visitor;
  beforeAll(async () => {
    const [customers, orders] = [join(folder, "customers.csv"), join(folder, "orders.csv")];
    writeFileSync(customers, CUSTOMERS);
    writeFileSync(orders, ORDERS);
    [served, browser] = await Promise.all([serveWorkbench(language, customers, "--orders", orders), launchBrowser()]);
    visitor = await Visitor.arrive(browser, served.address);
    await visitor.openSidebar(words.open);
    for (const step of [t.start.go, t.columns.go]) await visitor.press(step);
    await visitor.sidebar.getByLabel(t.limits.base).selectOption("USD");
    await visitor.rest();
    for (const step of [t.limits.go, t.preview.go]) await visitor.press(step);
    await visitor.sidebar.getByLabel(t.who.label).fill("Amy");
    await visitor.press(t.who.go);
    await until(t.home.title);
  });
  afterAll(async () => {
    await browser?.close();
    served?.stop();
    rmSync(folder, { recursive: true });
  });

  const until = async (heading: string) => {
    await visitor.sidebar.getByRole("heading", { name: heading, exact: true, level: 1 }).waitFor();
    await visitor.rest();
  };
  const enter = async (label: string) => {
    await visitor.button(label).focus();
    await visitor.page.keyboard.press("Enter");
  };
  /** Opens one of the screens by the keyboard. */
  const look = async (title: string) => {
    await enter(t.look.title);
    await enter(title);
    await until(title);
  };
  /** Back to the home by the keyboard; the focus is on the heading each time, and nothing keeps anybody out. */
  const home = async () => {
    expect(await visitor.barriers()).toEqual([]);
    const main = visitor.sidebar.locator("main");
    expect(await main.evaluate((shown) => shown.scrollWidth - shown.clientWidth)).toBe(0);
    for (const heading of [t.look.title, t.home.title]) {
      await enter(t.back);
      await until(heading);
      expect(await visitor.sidebar.locator("h1").evaluate((one) => one === document.activeElement)).toBe(true);
    }
  };
  /** The cells of a table, a line each. */
  const table = (nth = 0) =>
    visitor.sidebar
      .locator("table")
      .nth(nth)
      .locator("tr")
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
  const largest = async () => (await table(1)).slice(1).map(([, share, together]) => [share, together]);

  test("a past day shows who stood elsewhere, and writes nothing", async () => {
    const before = await visitor.teamSheets(SHEETS);
    await look(t.past.title);
    expect(await visitor.sidebar.getByLabel(t.past.day, { exact: true }).inputValue()).toBe("2026-11-01");
    await visitor.press(t.past.go);
    expect(await table()).toEqual([
      [t.past.tiers, t.day("2026-11-01"), t.past.now],
      ["A", "0", "0"],
      ["B", "2", "2"],
      ["C", "1", "2"],
      ["D", "0", "0"],
      [words.unrated, "3", "2"],
    ]);
    const said = await visitor.read();
    expect(said).toContain(t.byHand.classOf(t.past.tiers, t.preview.fromTo(words.unrated, "C")));
    await visitor.press(t.byHand.classOf(t.home.goTo, "Elgin Ltd"));
    expect(await visitor.selected()).toBe("customers!A6");
    await home();
    expect(changesBetween(before, await visitor.teamSheets(SHEETS))).toEqual([]);
  });

  test("who buys most is “at least” while a currency has no rate", async () => {
    await look(t.pareto.title);
    const said = await visitor.read();
    expect(said).toContain(t.pareto.total(t.pareto.atLeast("USD 1,150,000"), 4));
    expect(said).toContain(t.pareto.missing(1));
    expect(said).toContain(t.pareto.without("Acme GmbH", "52.2%"));
    expect(said).toContain(t.pareto.withoutThree("91.3%"));
    // Elgin crosses 80 percent and is in; Dunder crosses 95.
    expect((await table()).slice(1)).toEqual([
      ["A", "3", "USD 1,050,000", "91.3%"],
      ["B", "1", "USD 100,000", "8.7%"],
      ["C", "0", "USD 0", "0%"],
    ]);
    expect(await largest()).toEqual([
      ["52.2%", "52.2%"],
      ["26.1%", "78.3%"],
      ["13%", "91.3%"],
      ["8.7%", "100%"],
    ]);
    await home();
  });

  test("a rate typed by its day into the tab of rates makes the sum whole", async () => {
    for (const step of [t.home.setUpAgain, t.start.go, t.columns.go, t.limits.byDay]) await visitor.press(step);
    expect(await visitor.read()).toContain(t.limits.byDayShown);
    expect(await visitor.barriers()).toEqual([]);
    await visitor.type("A2", "EUR");
    await visitor.type("B2", "2026-01-15");
    await visitor.type("C2", "1.2");
    await visitor.openSidebar(words.open);
    await look(t.pareto.title);
    const said = await visitor.read();
    expect(said).toContain(t.pareto.total("USD 1,270,000", 5));
    expect(said).not.toContain(t.pareto.missing(1));
    expect(said).toContain(t.pareto.without("Acme GmbH", "47.2%"));
    await home();
  });

  test("the back-test goes through two years and shows its tab with two charts", async () => {
    await look(t.backtest.title);
    expect(await visitor.sheetNames()).not.toContain(words.backtest);
    await visitor.press(t.backtest.go);
    expect(await visitor.read()).toContain(t.backtest.done(24, t.day("2024-11-30"), t.day("2026-10-31")));
    expect(await table()).toEqual([
      [t.backtest.tier, t.backtest.customers, t.backtest.mean],
      ["A", "0", "–"],
      // Borealis at two month ends; Dunder at five and Castillo, at 120,000, at three; Acme, before it ordered again, at 18.
      ["B", "2", "USD 0"],
      ["C", "8", "USD 0"],
      ["D", "18", "USD 166,667"],
    ]);
    await visitor.openSheet("customers");
    await visitor.press(t.backtest.tab(words.backtest));
    expect(await visitor.selected()).toBe(`${words.backtest}!A1`);
    const charts = visitor.page.locator(".o-figure canvas");
    await expect.poll(() => charts.count()).toBe(2);
    // Both are seen without scrolling.
    for (const chart of await charts.all()) {
      const { x, y, width, height } = (await chart.boundingBox())!;
      const grid = (await visitor.page.locator(".o-grid").boundingBox())!;
      expect(x + width).toBeLessThan(grid.x + grid.width);
      expect(y + height).toBeLessThan(grid.y + grid.height);
    }
    await home();
  });

  test("each move of the month stands in the table with its cause, and opens to its customers by the keyboard", async () => {
    await visitor.openSheet("customers");
    await visitor.clickCell("A5");
    await visitor.press(t.customer.open);
    await visitor.press(t.customer.setFor(words.tier));
    await visitor.sidebar.getByLabel(t.customer.class, { exact: true }).selectOption("D");
    await visitor.sidebar.getByLabel(t.customer.reason, { exact: true }).fill("pays late");
    await visitor.press(t.customer.save);
    await visitor.press(t.back);
    await visitor.openSheet("orders");
    await visitor.type("C2", "1,200,000");
    await visitor.press(t.home.reclassify);
    await visitor.press(t.preview.go);
    await until(t.home.title);

    await look(t.moves.title);
    const said = await visitor.read();
    expect(said).toContain(t.byHand.classOf(t.moves.count(3), t.moves.sum(1, 1)));
    expect(said).toContain(t.moves.of(t.moves.cause.data, 2));
    expect(said).toContain(t.moves.of(t.moves.cause.hand, 1));
    expect(await table()).toEqual([
      [t.moves.corner, "A", "C", "D"],
      ["B", "1", "", ""],
      ["C", "", "", "1"],
      [words.unrated, "", "1", ""],
    ]);
    const move = t.moves.cell("B", "A", 1);
    await enter(move);
    expect(await visitor.button(move).getAttribute("aria-expanded")).toBe("true");
    const customers = visitor.sidebar.locator(".cards li");
    expect(await customers.allTextContents()).toEqual([`Acme GmbH${t.moves.cause.data}${t.home.goTo}`]);
    await visitor.openSheet("orders");
    await visitor.press(t.byHand.classOf(t.home.goTo, "Acme GmbH"));
    expect(await visitor.selected()).toBe("customers!A2");
    await enter(move);
    expect(await customers.count()).toBe(0);
    await home();
  });

  test("with a handful of orders no chance is made up", async () => {
    await look(t.forecast.title);
    const said = await visitor.read();
    expect(said).toContain(t.forecast.fellBack.too_little);
    expect(said).toContain(t.forecast.way.none);
    expect(said).not.toContain("%");
    await home();
  });

  test("nothing went wrong in the page", () => {
    expect(visitor.troubles).toEqual([]);
  });
});
