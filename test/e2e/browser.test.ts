import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { isPackaged, packagedBrowser, unpackedFolder } from "./browser";

const cache = fileURLToPath(new URL("../../node_modules/.cache", import.meta.url));
mkdirSync(cache, { recursive: true });
const parent = mkdtempSync(join(cache, "tierbook-browser-test-"));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

// Elsewhere there is nothing of it: the tests use the Chrome that the person has.
describe.runIf(isPackaged)("the packaged browser", () => {
  test("unpacked by two at once it stands there once, whole, and starts", async () => {
    const folders = await Promise.all([unpackedFolder(parent), unpackedFolder(parent)]);
    expect(folders[0]).toBe(folders[1]);
    expect(readdirSync(parent)).toHaveLength(1);
    const browser = await chromium.launch(packagedBrowser(folders[0]!));
    const page = await browser.newPage();
    await page.setContent("<p>here</p>");
    expect(await page.locator("p").textContent()).toBe("here");
    await browser.close();
  });

  test("brings every library that a bare machine lacks", async () => {
    const { executablePath, env } = packagedBrowser(await unpackedFolder(parent));
    const needed = execFileSync("ldd", [executablePath!], { encoding: "utf8", env: env as NodeJS.ProcessEnv });
    expect(needed).not.toContain("not found");
    for (const library of ["libnss3.so", "libnssutil3.so", "libnspr4.so", "libexpat.so.1"]) {
      expect(needed).toContain(`${library} => ${parent}`);
    }
  });
});
