import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "./browser";
import { type Served, serveWorkbench, Visitor } from "./workbench";

const folder = mkdtempSync(join(tmpdir(), "tierbook-charts-"));
let browser: Browser;
let visitor: Visitor;
const served: Served[] = [];

async function visit(...args: readonly string[]): Promise<Visitor> {
  served.push(await serveWorkbench("en", ...args));
  return Visitor.arrive(browser, served.at(-1)!.address);
}

beforeAll(async () => {
  browser = await launchBrowser();
  visitor = await visit();
});
afterAll(async () => {
  await browser?.close();
  for (const { stop } of served) stop();
  rmSync(folder, { recursive: true });
});

/** How many pixels of the page's n-th chart are painted in each of these colours. */
function painted(page: Page, chart: number, colors: readonly string[]): Promise<number[]> {
  return page.evaluate(
    ({ chart, colors }) => {
      const canvas = document.querySelectorAll<HTMLCanvasElement>(".o-figure canvas")[chart];
      if (!canvas) return colors.map(() => 0);
      const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
      return colors.map((color) => {
        const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
        let count = 0;
        for (let i = 0; i < data.length; i += 4)
          if (data[i] === red && data[i + 1] === green && data[i + 2] === blue && data[i + 3] === 255) count++;
        return count;
      });
    },
    { chart, colors },
  );
}

const GREEN = "#0b8043";
const BLUE = "#1a73e8";
const GREY = "#9aa0a6";

const least = async (page: Page, chart: number) => Math.min(...(await painted(page, chart, [GREEN, BLUE, GREY])));
const charts = (page: Page) => page.locator(".o-figure canvas");

/** Both charts are drawn: columns are broad, and of a line only its stroke is painted in its own colour. */
async function expectBoth(page: Page): Promise<void> {
  await expect.poll(() => charts(page).count()).toBe(2);
  await expect.poll(() => least(page, 0)).toBeGreaterThan(500);
  await expect.poll(() => least(page, 1)).toBeGreaterThan(100);
}

/** A script over the sheet of the charts, as the add-on would run it. */
function run(script: (sheet: GoogleAppsScript.Spreadsheet.Sheet) => void): Promise<void> {
  return visitor.page.evaluate(`(${script})(window.workbench.runtime.services.SpreadsheetApp.getActiveSheet())`);
}

test("a script's stacked columns and its lines are drawn", async () => {
  const { page } = visitor;
  await page.evaluate(
    (colors) => {
      const { SpreadsheetApp, Charts } = window.workbench!.runtime.services as unknown as {
        SpreadsheetApp: GoogleAppsScript.Spreadsheet.SpreadsheetApp;
        Charts: GoogleAppsScript.Charts.Charts;
      };
      const sheet = SpreadsheetApp.getActive().insertSheet("Back-test");
      sheet.getRange("A1:D5").setValues([
        ["Month", "A", "B", "C"],
        ["Jul", 1, 4, 9],
        ["Aug", 2, 4, 8],
        ["Sep", 2, 5, 8],
        ["Oct", 3, 5, 7],
      ]);
      const columns = sheet.newChart().asColumnChart();
      columns.addRange(sheet.getRange("A1:D5")).setNumHeaders(1).setPosition(2, 6, 0, 0);
      columns.setStacked().setColors(colors).setTitle("Customers per tier").setYAxisTitle("customers");
      sheet.insertChart(columns.setOption("width", 480).setOption("height", 260).build());
      const lines = sheet.newChart().setChartType(Charts.ChartType.LINE).addRange(sheet.getRange("A1:D5"));
      lines.setPosition(14, 6, 0, 0).setOption("colors", colors).setOption("title", "Mean bought in six months");
      sheet.insertChart(lines.setOption("hAxis", { title: "month" }).setOption("height", 260).build());
    },
    [GREEN, BLUE, GREY],
  );
  await expectBoth(page);
  expect(visitor.troubles).toEqual([]);
});

test("charts are drawn anew when a number changes, and move with the rows that they stand on", async () => {
  const { page } = visitor;
  const [green = 0] = await painted(page, 0, [GREEN]);
  await visitor.type("B5", "30");
  await expect.poll(async () => (await painted(page, 0, [GREEN]))[0]).toBeGreaterThan(green * 1.3);
  const top = async () => (await charts(page).first().boundingBox())!.y;
  const before = await top();
  await run((sheet) => sheet.insertRowsBefore(1, 2));
  await page.evaluate(() => window.dispatchEvent(new Event("resize")));
  await expect.poll(top).toBeGreaterThan(before + 30);
  await expect.poll(async () => (await painted(page, 0, [GREEN]))[0]).toBeGreaterThan(green * 1.3);
});

test("a download opened again has both charts, and no chart is named as lost", async () => {
  const bytes = await visitor.page.evaluate(async () => [...(await window.workbench!.download())]);
  const file = join(folder, "back-test.xlsx");
  writeFileSync(file, new Uint8Array(bytes));
  const again = await visit(file);
  await again.openSheet("Back-test");
  await expectBoth(again.page);
  expect(await again.page.locator("#strip").textContent()).not.toContain("chart");
  expect(again.troubles).toEqual([]);
  await again.leave();
});

test("a chart that is taken away is gone from the page", async () => {
  await run((sheet) => sheet.removeChart(sheet.getCharts()[0]!));
  await visitor.page.evaluate(() => window.dispatchEvent(new Event("resize")));
  await expect.poll(() => charts(visitor.page).count()).toBe(1);
  expect(visitor.troubles).toEqual([]);
});
