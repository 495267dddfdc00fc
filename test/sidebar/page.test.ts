import { readdirSync, readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
// @ts-expect-error: a build script without types
import { buildSidebar } from "../../sidebar/build.mjs";

const sources = (readdirSync("sidebar", { recursive: true }) as string[])
  .filter((name) => name.endsWith(".ts"))
  .map((name): [string, string] => [name, readFileSync(`sidebar/${name}`, "utf8")]);

const page: Promise<string> = buildSidebar();

describe("the sidebar's source", () => {
  test.each([
    ["innerHTML", /innerHTML|outerHTML|insertAdjacentHTML|document\.write/],
    ["alert, confirm or prompt", /\b(alert|confirm|prompt)\(/],
    ["network calls", /fetch\(|XMLHttpRequest|https?:\/\//],
    ["storage", /localStorage|sessionStorage|document\.cookie/],
  ])("has no %s", (_, pattern) => {
    expect(sources.length).toBeGreaterThan(10);
    for (const [name, text] of sources) expect(text, name).not.toMatch(pattern);
  });

  test("keeps time in one file, which rests while the page is out of sight", () => {
    expect(sources.filter(([, text]) => /setTimeout|setInterval/.test(text)).map(([name]) => name)).toEqual([
      "poll.ts",
    ]);
    expect(sources.find(([name]) => name === "poll.ts")![1]).toContain("document.hidden");
  });

  test("says google.script in one file", () => {
    expect(sources.filter(([, text]) => text.includes("google.script")).map(([name]) => name)).toEqual(["rpc.ts"]);
  });
});

describe("the built page", () => {
  test("is at most 60 KB", async () => {
    expect(Buffer.byteLength(await page)).toBeLessThanOrEqual(60_000);
  });

  test("holds nothing that Google's HTML service would break", async () => {
    const script = /<script>([\s\S]*)<\/script>/.exec(await page)![1]!;
    expect(script).not.toContain("`");
    expect(script).not.toMatch(/<\/script/i);
    expect(await page).not.toContain("<?");
  });

  test("fetches nothing", async () => {
    expect(await page).not.toMatch(/\b(src|href)\s*=|@import|url\(/);
  });

  test("holds the language where the edge puts the person's own", async () => {
    expect((await page).split('<html lang="en">').length).toBe(2);
  });

  test.each([
    ["en", "Today", "Reclassify all"],
    ["zh-CN", "今天", "全部重新分级"],
  ])("opens in %s with google.script.run behind it", async (lang, heading, button) => {
    const counts = [{ id: "A", label: "A", count: 2 }];
    const home = {
      day: "2026-11-22",
      tiers: counts,
      levels: [],
      owners: [],
      me: null,
      today: [],
      limit: 10,
      wake: [],
      logged: null,
      axes: [],
      unread: { total: 0, list: [] },
      noted: { total: 0, list: [] },
      overrides: { total: 0, list: [] },
      notices: [],
      faulty: [],
      openQuestions: 0,
      question: null,
      schedule: { on: false, hour: 8, owner: "", mine: false, lastRun: null, lastError: "", nextRun: "" },
      undo: null,
      who: "Amy",
    };
    const runner = (done: (answer: unknown) => void): object => ({
      withSuccessHandler: (next: (answer: unknown) => void) => runner(next),
      withFailureHandler: () => runner(done),
      open: () => done({ state: "ready", who: "Amy" }),
      home: () => done(home),
    });
    const { window } = new JSDOM((await page).replace('<html lang="en">', `<html lang="${lang}">`), {
      runScripts: "dangerously",
      beforeParse: (opened) => {
        Object.assign(opened, { google: { script: { run: runner(() => {}) } } });
      },
    });
    await new Promise((resolve) => window.setTimeout(resolve, 0));
    expect(window.document.querySelector("h1")?.textContent).toBe(heading);
    expect(window.document.querySelector("button.blue")?.textContent).toBe(button);
    window.close();
  });
});
