import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sidebarEn as t } from "../../src/texts/sidebar.en";
import { launchBrowser } from "./browser";
import { changesBetween, type Served, serveWorkbench, Visitor } from "./workbench";

const CUSTOMERS = `Company,Country,Owner,Last contact,Remark
Acme GmbH,Germany,Amy,2026-11-20,
Borealis Oy,Finland,Bruno,2026-10-10,likes tea
Castillo S.L.,Spain,Amy,2026-06-01,
Dunder Inc.,USA,Bruno,2026-11-01,=1+1
Elgin Ltd,UK,Amy,sometime in spring,
Fjord AS,Norway,Amy,2026-10-25,
`;
const ORDERS = `Customer,Order date,Amount,Currency,Status
Acme GmbH,2026-06-01,"1,200,000",USD,Shipped
Borealis Oy,2026-03-01,"300,000",USD,Paid
Castillo S.L.,2026-02-01,"100,000",USD,Paid
Dunder Inc.,2025-12-20,"5,000",USD,Paid
`;
/** Follow-up, due, days since contact, tier: worked out by hand from the policy's defaults. */
const GRADED = [
  ["On track", "2026-12-04", "2", "A"],
  ["Due", "2026-11-09", "43", "B"],
  ["Overdue", "2026-07-31", "174", "C"],
  ["On track", "2027-01-30", "21", "D"],
  ["Unrated", "", "", "Unrated"],
  ["Soon", "2026-11-24", "28", "Unrated"],
];
const SHEETS = ["customers", "orders"];

let folder: string;
let served: Served;
let browser: Browser;
let visitor: Visitor;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tierbook-"));
  const [customers, orders] = [join(folder, "customers.csv"), join(folder, "orders.csv")];
  writeFileSync(customers, CUSTOMERS);
  writeFileSync(orders, ORDERS);
  [served, browser] = await Promise.all([serveWorkbench("en", customers, "--orders", orders), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  served?.stop();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  visitor = await Visitor.arrive(browser, served.address);
});
afterEach(async () => {
  expect(visitor.troubles).toEqual([]);
  await visitor.leave();
});

const untilHome = async () => {
  await visitor.sidebar.getByRole("heading", { name: t.home.title, exact: true }).waitFor();
  await visitor.rest();
};
const untilPreview = async () => {
  await visitor.openSidebar();
  for (const step of [t.start.go, t.columns.go, t.limits.go]) await visitor.press(step);
  expect(await visitor.heading()).toBe(t.preview.title);
};
const writeAs = async (name: string) => {
  await visitor.press(t.preview.go);
  await visitor.sidebar.getByLabel(t.who.label).fill(name);
  await visitor.press(t.who.go);
};
const setUp = async () => {
  await untilPreview();
  await writeAs("Amy");
  await untilHome();
};
/** Follow-up, due, days, tier of the six customers. The next step stands before the tier. */
const gradedIn = async (by: Visitor) =>
  (await by.shownIn("F2", "J7")).map(([level, due, days, , tier]) => [level, due, days, tier]);
const graded = () => gradedIn(visitor);

describe("on a team's own download", () => {
  test("each customer gets the classes that the policy says", async () => {
    await setUp();
    expect(await visitor.shownIn("F1", "K1")).toEqual([
      ["Follow-up", "Due", "Days since contact", "Next step", "Tier", "Why"],
    ]);
    expect(await graded()).toEqual(GRADED);
    expect(await visitor.shown("E5")).toBe("=1+1");
  });

  test("a cell that cannot be read is named, and a click goes there", async () => {
    await setUp();
    await visitor.sidebar.getByText(t.preview.unread(1)).click();
    await visitor.openSheet("orders");
    await visitor.button(/sometime in spring/).click();
    await visitor.rest();
    expect(await visitor.selected()).toBe("customers!D6");
    expect(await visitor.read()).toContain(t.at("customers", "D6"));
  });

  test("the list can be held to one owner's customers", async () => {
    await setUp();
    await visitor.sidebar.getByLabel(t.today.owner, { exact: true }).selectOption(t.today.someone("Bruno", 1, 2));
    const companies = visitor.sidebar.locator(".cards").first().locator(".company span:first-child");
    // The one who is on track is not due: he stands in no list.
    expect(await companies.allTextContents()).toEqual(["Borealis Oy"]);
  });

  test("Stop before the writing leaves the sheet as it was, and the next run writes all", async () => {
    await untilPreview();
    const before = await visitor.teamSheets(SHEETS);
    await visitor.press(t.preview.go);
    await visitor.sidebar.getByLabel(t.who.label).fill("Amy");
    const letOneThrough = await visitor.holdAnswers();
    await visitor.button(t.who.go).click();
    const status = visitor.sidebar.getByRole("status");
    // The name, what the set-up made.
    for (let answer = 0; answer < 2; answer++) await letOneThrough();
    await status.filter({ hasText: t.run.next.check }).waitFor();
    expect(await visitor.barriers()).toEqual([]);
    await visitor.button(t.run.stop).click();
    expect(await status.textContent()).toBe(t.run.stopping);
    // The comparison with the preview, and the giving back.
    await letOneThrough();
    expect(await visitor.heading()).toBe(t.run.stoppedTitle);
    await letOneThrough();
    await untilHome();
    expect(await visitor.read()).toContain("Stopped.");
    expect(await visitor.barriers()).toEqual([]);
    expect((await graded()).flat().filter((cell) => cell !== "")).toEqual([]);
    expect(changesBetween(before, await visitor.teamSheets(SHEETS, { customers: 5 }))).toEqual([]);

    await visitor.button(t.home.reclassify).click();
    await letOneThrough();
    await visitor.button(t.preview.go).click();
    // Nothing is to be set up any more: the first step compares.
    for (let answer = 0; answer < 2; answer++) await letOneThrough();
    await untilHome();
    expect(await graded()).toEqual(GRADED);
  });

  test("Stop that comes when all is written says so, and Undo last takes it back", async () => {
    await untilPreview();
    await visitor.press(t.preview.go);
    await visitor.sidebar.getByLabel(t.who.label).fill("Amy");
    const letOneThrough = await visitor.holdAnswers();
    await visitor.button(t.who.go).click();
    for (let answer = 0; answer < 3; answer++) await letOneThrough();
    await visitor.sidebar.getByRole("status").filter({ hasText: t.run.next.write }).waitFor();
    await expect.poll(graded).toEqual(GRADED);
    await visitor.button(t.run.stop).click();
    await letOneThrough();
    await untilHome();
    expect(await visitor.read()).toContain(t.run.tooLate);
    await visitor.button(/^Undo last/).click();
    await letOneThrough();
    await untilHome();
    expect((await graded()).flat().filter((cell) => cell !== "")).toEqual([]);
  });

  test("what a colleague changed after the run is left when it is undone", async () => {
    await setUp();
    await visitor.type("F4", "he called back");
    await visitor.press(/^Undo last/);
    expect(await visitor.read()).toContain("1 left as they are");
    expect(await visitor.shown("F4")).toBe("he called back");
    expect(await visitor.shown("F2")).toBe("");
    await visitor.press("Castillo S.L.: somebody has changed this cell since.");
    expect(await visitor.selected()).toBe("customers!F4");
  });

  test("a broken cell of the policy is named, and the last good policy stays in force until it is mended", async () => {
    await setUp();
    const at = await visitor.page.evaluate(() => {
      const { store } = window.workbench!;
      const sheet = store.sheets().find((id) => store.sheetName(id) === "Policy")!;
      const { rows } = store.used(sheet);
      const keys = store.values(sheet, { top: 0, bottom: rows - 1, left: 4, right: 4 }).flat();
      return `B${keys.indexOf("value.B.min") + 1}`;
    });
    await visitor.openSheet("Policy");
    await visitor.type(at, "lots");
    await visitor.press(t.home.refresh);
    const said = await visitor.read();
    expect(said).toContain(`Policy!${at}: `);
    expect(said).toContain("cannot be “lots”. Allowed: ");
    expect(said).toContain("the last good policy stays in force");
    expect(await visitor.barriers()).toEqual([]);
    await visitor.press(t.home.reclassify);
    expect(await visitor.read()).toContain(t.preview.nothing);
    await visitor.press(t.preview.home);

    await visitor.type(at, "300001");
    await visitor.press(t.home.reclassify);
    expect(await visitor.read()).toContain(t.preview.changes(1, 0, 1));
    await visitor.press(t.preview.go);
    await untilHome();
    await visitor.openSheet("customers");
    expect((await graded())[1]![3]).toBe("C");
  });
});

describe("the daily refresh", () => {
  const fold = () => visitor.sidebar.locator("details", { has: visitor.sidebar.getByText(/^Daily refresh/) });

  test("counts the days on by itself, and another person can take it over but not double it", async () => {
    await setUp();
    await fold().locator("summary").click();
    await visitor.sidebar.getByLabel(t.schedule.hour).selectOption("7");
    await visitor.press(t.schedule.switchOn);
    expect(await fold().textContent()).toContain(t.schedule.on(t.hour(7)));
    expect(await fold().textContent()).toContain(t.schedule.neverRun);
    expect(await visitor.barriers()).toEqual([]);

    await visitor.choose("Workbench", "Next day");
    expect((await graded()).map(([, , days]) => days)).toEqual(["3", "44", "175", "22", "", "29"]);
    await visitor.press(t.home.refresh);
    expect(await visitor.read()).toContain(t.home.asOf(t.day("2026-11-23")));
    expect(await fold().textContent()).toMatch(/Last run: 23 Nov, 0?7:\d\d: \d+ cells written/);

    await visitor.choose("Workbench", "Act as", "Bruno");
    await visitor.openSidebar();
    await fold().locator("summary").click();
    expect(await fold().textContent()).toContain(t.schedule.onLead("Amy", t.hour(7)));
    expect(await fold().textContent()).not.toContain(t.schedule.switchOff);
    await visitor.press(t.schedule.takeOver);
    await visitor.sidebar.getByLabel(t.who.label).fill("Bruno");
    await visitor.press(t.who.go);
    expect(await fold().textContent()).toContain(t.schedule.onLead("Bruno", t.hour(7)));

    // Nobody but Amy can delete Amy's trigger: it finds at its next run that it is not the one any more, and goes.
    await visitor.choose("Workbench", "Next day");
    const owners = await visitor.page.evaluate(() => window.workbench!.runtime.triggers.map(({ owner }) => owner));
    expect(owners).toEqual(["Bruno"]);
    expect((await graded()).map(([, , days]) => days)).toEqual(["4", "45", "176", "23", "", "30"]);
  });
});

describe("a download as .xlsx", () => {
  test("opens again with the set-up, the classes, their colours and the undo kept", async () => {
    await setUp();
    const downloading = visitor.page.waitForEvent("download");
    await visitor.choose("Workbench", "Download as .xlsx");
    const download = await downloading;
    expect(download.suggestedFilename()).toBe("customers-tierbook.xlsx");
    const file = join(folder, "customers-tierbook.xlsx");
    await download.saveAs(file);

    const again = await serveWorkbench("en", file);
    const later = await Visitor.arrive(browser, again.address);
    try {
      expect(await gradedIn(later)).toEqual(GRADED);
      const [onTrack, due, overdue] = await later.drawn("F2", "F4");
      expect([onTrack, due, overdue].map((cell) => cell!.painted)).toEqual(["#d9ead3", "#f9a94c", "#c5221f"]);
      await later.openSidebar();
      expect(await later.heading()).toBe(t.home.title);
      await later.press(t.home.reclassify);
      expect(await later.read()).toContain(t.preview.nothing);
      await later.press(t.preview.home);
      await later.press(/^Undo last/);
      // The second time a name is asked for only where the first was not kept.
      expect(await later.heading()).toBe(t.home.title);
      expect((await later.shownIn("F2", "K7")).flat().filter((cell) => cell !== "")).toEqual([]);
      expect(later.troubles).toEqual([]);
    } finally {
      await later.leave();
      again.stop();
    }
  });
});
