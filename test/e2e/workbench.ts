import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, FrameLocator, Locator, Page } from "playwright-core";
import UPNG from "upng-js";
import { launchBrowser } from "./browser";

const root = fileURLToPath(new URL("../..", import.meta.url));
const program = join(root, ".workbench", "start.mjs");
const pictures = join(root, "docs", "pictures");
const wantsPictures = process.env.TIERBOOK_PICTURES === "1";

/** The day on which these tests play: every number in them follows from it and the sample. */
export const DAY = "2026-11-22";

/** The program that `npm start` runs, as a process of its own. */
export interface Served {
  readonly address: string;
  stop(): void;
}

/** Starts the program on a free port and resolves when it has printed its address. */
export async function serveWorkbench(language: "en" | "zh", ...args: readonly string[]): Promise<Served> {
  const options = ["--port", "0", "--lang", language, "--zone", "Asia/Shanghai", "--as-of", DAY, ...args];
  const child: ChildProcess = spawn(process.execPath, [program, ...options], { stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  for await (const chunk of child.stdout!) {
    printed += chunk;
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed)?.[0];
    if (address) return { address, stop: () => void child.kill() };
  }
  throw new Error(`The workbench ended without an address: ${printed}`);
}

/** Somebody in front of the sample workbook, with a program and a browser of his own. */
export async function visitSample(language: "en" | "zh"): Promise<{ visitor: Visitor; end(): Promise<void> }> {
  const [served, browser] = await Promise.all([serveWorkbench(language), launchBrowser()]);
  const end = async () => {
    await browser.close();
    served.stop();
  };
  try {
    return { visitor: await Visitor.arrive(browser, served.address), end };
  } catch (thrown) {
    await end();
    throw thrown;
  }
}

/** A sheet as the team would find it: every cell, look and rule of the columns named. */
export interface SheetState {
  readonly name: string;
  readonly values: unknown;
  readonly formulas: unknown;
  readonly formats: unknown;
  readonly styles: unknown;
  readonly notes: unknown;
  readonly rules: unknown;
  readonly widths: readonly number[];
  readonly frozenRows: number;
  readonly filter: unknown;
  readonly hidden: boolean;
}

/** What is no longer as it was, a line each: "客户 styles: 3,2: …". */
export function changesBetween(before: readonly SheetState[], after: readonly SheetState[]): string[] {
  const changes: string[] = [];
  for (const [i, was] of before.entries()) {
    for (const key of Object.keys(was) as (keyof SheetState)[])
      compare(`${was.name} ${key}`, was[key], after[i]?.[key]);
  }
  return changes;

  function compare(at: string, was: unknown, is: unknown): void {
    if (Array.isArray(was) && Array.isArray(is) && was.length === is.length) {
      for (const [i, one] of was.entries()) compare(`${at} ${i}`, one, is[i]);
    } else if (JSON.stringify(was) !== JSON.stringify(is)) {
      changes.push(`${at}: ${JSON.stringify(was)} -> ${JSON.stringify(is)}`);
    }
  }
}

/** Somebody in front of the workbench, with a keyboard and a mouse. */
export class Visitor {
  readonly sidebar: FrameLocator;
  /** Whatever must not happen in a page that stands alone: requests elsewhere, errors of scripts. Sentences. */
  readonly troubles: string[] = [];

  private constructor(readonly page: Page) {
    this.sidebar = page.frameLocator("#sidebar iframe");
  }

  /** Opens the page and waits until it can be used. */
  static async arrive(browser: Browser, address: string): Promise<Visitor> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, acceptDownloads: true });
    const visitor = new Visitor(page);
    visitor.watch();
    // Nothing takes long; a wait that does is told by the place where it stood, not by the end of the test.
    page.setDefaultTimeout(60_000);
    await page.goto(address);
    await page.waitForFunction(() => window.workbench?.ready);
    if (wantsPictures) await visitor.bringChinese(page.mainFrame());
    return visitor;
  }

  async leave(): Promise<void> {
    await this.page.close();
  }

  private watch(): void {
    const { page, troubles } = this;
    page.on("request", (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (hostname !== "127.0.0.1" && !["data:", "blob:", "about:"].includes(protocol)) {
        troubles.push(`asked for ${request.url()}`);
      }
    });
    page.on("response", (response) => {
      if (response.status() >= 400) troubles.push(`${response.url()} answered ${response.status()}`);
    });
    page.on("requestfailed", (request) => troubles.push(`${request.url()} failed`));
    page.on("pageerror", (error) => troubles.push(String(error.stack)));
    page.on("console", (message) => {
      if (message.type() === "error") troubles.push(message.text());
    });
  }

  /** Chooses in the menus on top of the page, from the left. */
  async choose(...labels: readonly string[]): Promise<void> {
    for (const [depth, label] of labels.entries()) {
      const entry = depth === 0 ? this.page.locator(".o-topbar-menu") : this.page.locator(".o-menu-item");
      await entry.filter({ hasText: exactly(label) }).click();
    }
  }

  /** Opens the sidebar from the add-on's menu and waits for its first screen. */
  async openSidebar(label = "Open Tierbook"): Promise<void> {
    await this.choose("Tierbook", label);
    await this.sidebar.locator("h1").waitFor();
    await this.rest();
    if (wantsPictures) await this.bringChinese(await this.sidebarFrame());
  }

  private async sidebarFrame() {
    const frame = await (await this.page.locator("#sidebar iframe").elementHandle())!.contentFrame();
    if (!frame) throw new Error("The sidebar has no page");
    return frame;
  }

  /** Until no call of the sidebar is under way. */
  async rest(): Promise<void> {
    const quiet = "body:not(.busy):not(:has([aria-busy])) footer .release[hidden]";
    await this.sidebar.locator(quiet).waitFor({ state: "attached" });
  }

  /**
   * From now on the sidebar's calls are done as ever and their answers kept back, as on a slow line; each call of the
   * function that this gives waits for one answer and lets it through.
   */
  async holdAnswers(): Promise<() => Promise<void>> {
    const frame = await this.sidebarFrame();
    await frame.evaluate(() => {
      const { run } = window.google.script;
      window.held = [];
      window.google.script.run = {
        withSuccessHandler: (done) => run.withSuccessHandler((answer) => window.held.push(() => done(answer))),
      };
    });
    return async () => {
      await frame.waitForFunction(() => window.held.length > 0);
      await frame.evaluate(() => window.held.shift()!());
    };
  }

  button(name: string | RegExp): Locator {
    return this.sidebar.getByRole("button", { name, ...(typeof name === "string" ? { exact: true } : {}) });
  }

  /** Presses a button of the sidebar and waits for what it sets off. */
  async press(name: string | RegExp): Promise<void> {
    await this.button(name).first().click();
    await this.rest();
  }

  /** All words in the sidebar, those in closed lines too. */
  async read(): Promise<string> {
    return (await this.sidebar.locator("body").textContent()) ?? "";
  }

  async heading(): Promise<string> {
    return (await this.sidebar.locator("h1").textContent()) ?? "";
  }

  /** Clicks into a cell of the sheet that is open. */
  async clickCell(a1: string): Promise<void> {
    const at = await this.page.evaluate((name) => {
      const { store } = window.workbench!;
      const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(name)!;
      const column = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      const row = Number(digits) - 1;
      // Brings the cell into view, as the arrow keys would.
      store.select(store.active(), { top: row, bottom: row, left: column, right: column });
      const rect = (store.model.getters as unknown as Getters).getVisibleRect({
        top: row,
        bottom: row,
        left: column,
        right: column,
      });
      return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
    }, a1);
    const grid = (await this.page.locator(".o-grid").boundingBox())!;
    await this.page.mouse.click(grid.x + at.x, grid.y + at.y);
  }

  /** Types into a cell with the keyboard and ends with Enter. */
  async type(a1: string, text: string): Promise<void> {
    await this.clickCell(a1);
    await this.page.keyboard.type(text[0]!);
    // The first sign puts the old content away when the engine draws next; no hand types faster than that.
    await this.page.waitForFunction((first) => document.activeElement?.textContent === first, text[0]!);
    await this.page.keyboard.type(text.slice(1));
    await this.page.keyboard.press("Enter");
  }

  /** What the cell of the open sheet shows. */
  async shown(a1: string): Promise<string> {
    return (await this.shownIn(a1, a1))[0]![0]!;
  }

  /** What the cells of the open sheet show, both corners included. */
  async shownIn(from: string, to: string): Promise<string[][]> {
    return this.page.evaluate(
      (zone) => {
        const { store } = window.workbench!;
        return store.displays(store.active(), zone);
      },
      { ...topLeft(from), ...bottomRight(to) },
    );
  }

  /** The sentence that stands behind an error in a cell of the open sheet; "" where there is none. */
  async errorIn(a1: string): Promise<string> {
    return this.page.evaluate(
      ({ top, left }) => window.workbench!.store.message(window.workbench!.store.active(), top, left),
      topLeft(a1),
    );
  }

  /** Every sheet of the team, the first `columns` columns of the customer sheet; what a set-up must leave as it is. */
  async teamSheets(names: readonly string[], columns: Readonly<Record<string, number>> = {}): Promise<SheetState[]> {
    return this.page.evaluate(
      ({ names, columns }) => {
        const { store } = window.workbench!;
        return names.map((name) => {
          const sheet = store.sheets().find((id) => store.sheetName(id) === name);
          if (sheet === undefined) throw new Error(`There is no sheet ${name}`);
          const used = store.used(sheet);
          const right = (columns[name] ?? used.columns) - 1;
          const zone = { top: 0, left: 0, bottom: used.rows - 1, right };
          return {
            name,
            values: store.values(sheet, zone),
            formulas: store.formulas(sheet, zone),
            formats: store.formats(sheet, zone),
            styles: store.styles(sheet, zone),
            notes: store.notes(sheet).filter(({ column }) => column <= right),
            rules: store.rules(sheet).filter(({ zones }) => zones.some(({ left }) => left <= right)),
            widths: Array.from({ length: right + 1 }, (_, column) => store.columnWidth(sheet, column)),
            frozenRows: store.frozenRows(sheet),
            filter: store.filter(sheet) ?? null,
            hidden: store.isHidden(sheet),
          };
        });
      },
      { names, columns },
    );
  }

  /** Hides what stands between the names of the sample and our columns, or shows it again; a name is selected then. */
  async besideTheNames(hidden: boolean): Promise<void> {
    await this.hideColumns("A", "B", hidden);
    await this.hideColumns("D", "AH", hidden);
    await this.clickCell("C4");
  }

  /** Hides or shows columns of the open sheet, as people do to see what belongs together. */
  async hideColumns(from: string, to: string, hidden: boolean): Promise<void> {
    await this.page.evaluate(
      ({ left, right, hidden }) => {
        const { store } = window.workbench!;
        store.hideColumns(store.active(), left, right - left + 1, hidden);
      },
      { left: topLeft(`${from}1`).left, right: topLeft(`${to}1`).left, hidden },
    );
  }

  async sheetNames(): Promise<string[]> {
    return this.page.evaluate(() => {
      const { store } = window.workbench!;
      return store.sheets().map((sheet) => store.sheetName(sheet));
    });
  }

  async openSheet(name: string): Promise<void> {
    await this.page
      .locator(".o-sheet")
      .filter({ hasText: exactly(name) })
      .click();
  }

  /** The sheet and the cell that are selected: 客户!C5. */
  async selected(): Promise<string> {
    return this.page.evaluate(() => {
      const { store } = window.workbench!;
      const { sheet, zone } = store.selection();
      let letters = "";
      for (let n = zone.left + 1; n > 0; n = Math.floor((n - 1) / 26))
        letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
      return `${store.sheetName(sheet)}!${letters}${zone.top + 1}`;
    });
  }

  /** Colours that cells of the open sheet are drawn in, rules included; fill "" is white. */
  async drawn(from: string, to: string): Promise<{ text: string; fill: string; painted: string }[]> {
    return this.page.evaluate(
      (zone) => {
        const { store } = window.workbench!;
        const getters = store.model.getters as unknown as Getters;
        const sheetId = store.active();
        const canvas = document.querySelector<HTMLCanvasElement>(".o-grid canvas")!;
        const ratio = canvas.width / canvas.clientWidth;
        const cells: { text: string; fill: string; painted: string }[] = [];
        for (let row = zone.top; row <= zone.bottom; row++) {
          for (let col = zone.left; col <= zone.right; col++) {
            const rect = getters.getVisibleRect({ top: row, bottom: row, left: col, right: col });
            // The upper right corner: texts stand at the left and numbers in the middle of the height.
            const x = Math.round((rect.x + rect.width - 4) * ratio);
            const y = Math.round((rect.y + 3) * ratio);
            const [r, g, b] = canvas.getContext("2d")!.getImageData(x, y, 1, 1).data;
            const painted = `#${[r, g, b].map((part) => part!.toString(16).padStart(2, "0")).join("")}`;
            cells.push({
              text: store.displays(sheetId, { top: row, bottom: row, left: col, right: col })[0]![0]!,
              fill: (getters.getCellComputedStyle({ sheetId, row, col }).fillColor ?? "").toLowerCase(),
              painted,
            });
          }
        }
        return cells;
      },
      { ...topLeft(from), ...bottomRight(to) },
    );
  }

  /** What axe-core finds in the sidebar, a line each. */
  async barriers(): Promise<string[]> {
    const frame = await this.sidebarFrame();
    await frame.evaluate(axeSource);
    return frame.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: Axe }).axe.run(document, {
        resultTypes: ["violations"],
      });
      return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
    });
  }

  /** Keeps what the page shows as docs/pictures/NAME.png, in runs that were asked for pictures. */
  async picture(name: string): Promise<void> {
    if (!wantsPictures) return;
    mkdirSync(pictures, { recursive: true });
    // A canvas does not draw itself again when a font has come.
    await this.page.evaluate(() => window.dispatchEvent(new Event("resize")));
    await this.page.waitForTimeout(300);
    const shot = UPNG.decode(
      new Uint8Array(await this.page.screenshot({ animations: "disabled", caret: "initial" })).buffer,
    );
    // 256 colours are enough for what stands here, and a third of the bytes.
    const small = UPNG.encode(UPNG.toRGBA8(shot), shot.width, shot.height, 256);
    writeFileSync(join(pictures, `${name}.png`), new Uint8Array(small));
  }

  /** A font for Chinese, which the packaged browser has none for. It stands behind the names that the page asks for. */
  private async bringChinese(frame: Awaited<ReturnType<Visitor["sidebarFrame"]>>): Promise<void> {
    await frame.addStyleTag({ content: chineseFaces() });
    await frame.evaluate(() =>
      Promise.all(["400", "700"].map((weight) => document.fonts.load(`${weight} 13px Roboto`, "客户"))),
    );
  }
}

declare global {
  interface Window {
    /** In the sidebar. */
    google: { script: { run: { withSuccessHandler(done: (answer: unknown) => void): object } } };
    held: (() => void)[];
  }
}

interface Getters {
  getVisibleRect(zone: { top: number; left: number; bottom: number; right: number }): {
    x: number;
    y: number;
    width: number;
    height: number;
  };
  getCellComputedStyle(at: { sheetId: string; row: number; col: number }): { fillColor?: string };
}

interface Axe {
  run(
    context: Document,
    options: object,
  ): Promise<{ violations: { id: string; help: string; nodes: { html: string }[] }[] }>;
}

const modules = createRequire(import.meta.url);
const axeSource = readFileSync(modules.resolve("axe-core/axe.min.js"), "utf8");

const CHINESE = "U+2E80-9FFF, U+F900-FAFF, U+FE30-FE4F, U+FF00-FFEF";
let faces = "";
function chineseFaces(): string {
  if (faces !== "") return faces;
  const folder = join(root, "node_modules", "@fontsource", "noto-sans-sc", "files");
  for (const weight of ["400", "700"]) {
    const file = join(folder, `noto-sans-sc-chinese-simplified-${weight}-normal.woff2`);
    const data = readFileSync(file).toString("base64");
    // Roboto is the grid's first choice, the others are those of the sidebar and the page for Chinese.
    for (const family of ["Roboto", "PingFang SC", "Microsoft YaHei"]) {
      faces += `@font-face { font-family: "${family}"; font-weight: ${weight}; unicode-range: ${CHINESE};
        src: url(data:font/woff2;base64,${data}) format("woff2"); }\n`;
    }
  }
  return faces;
}

const exactly = (text: string): RegExp => new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*$`);

function topLeft(a1: string): { top: number; left: number } {
  const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(a1)!;
  const left = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { top: Number(digits) - 1, left };
}

function bottomRight(a1: string): { bottom: number; right: number } {
  const { top, left } = topLeft(a1);
  return { bottom: top, right: left };
}
