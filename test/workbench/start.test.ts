import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { START_OPTIONS } from "../../workbench/options";
import type { Session } from "../../workbench/page/session";

const program = fileURLToPath(new URL("../../.workbench/start.mjs", import.meta.url));
const running: ChildProcess[] = [];
const folders: string[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const file = (name: string, content: string) => {
  const folder = mkdtempSync(join(tmpdir(), "tierbook-"));
  folders.push(folder);
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

/** Starts the workbench and waits for the address that it prints. */
async function start(...args: string[]): Promise<string> {
  const child = spawn(process.execPath, [program, "--port", "0", "--lang", "en", ...args]);
  running.push(child);
  let printed = "";
  for await (const chunk of child.stdout) {
    printed += chunk;
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed)?.[0];
    if (address) return address;
  }
  throw new Error(`The workbench ended without an address: ${printed}`);
}
const sessionAt = async (address: string) => (await (await fetch(`${address}session.json`)).json()) as Session;

describe("npm start", () => {
  test("without a file shows the sample, made for the day that was named", async () => {
    const address = await start("--as-of", "2026-11-22", "--zone", "Asia/Shanghai");
    const session = await sessionAt(address);
    expect(session.sources.map(({ kind }) => kind)).toEqual(["sample"]);
    expect(new Date(session.now!).toISOString()).toBe("2026-11-22T04:00:00.000Z");
    expect(session).toMatchObject({ language: "en", zone: "Asia/Shanghai" });
    const page = await (await fetch(address)).text();
    expect(page).toContain("lib/o-spreadsheet/o_spreadsheet.min.iife.js");
    expect(await (await fetch(`${address}addon/Code.js`)).text()).toContain("function CUSTOMER_TIER(");
  });

  test("with files hands out their cells as text: the customers, then the orders, then the contact log", async () => {
    const customers = file("customers.csv", "company,code\nAcme,00123\n");
    const { sources } = await sessionAt(
      await start(
        ...["--contacts", file("log.csv", "day;customer\n2026-11-20;Acme\n")],
        ...[customers, "--orders", file("orders.csv", "customer\tamount\nAcme\t=1+1\n")],
      ),
    );
    expect(sources).toEqual([
      {
        kind: "csv",
        name: "customers.csv",
        rows: [
          ["company", "code"],
          ["Acme", "00123"],
        ],
      },
      {
        kind: "csv",
        name: "orders.csv",
        rows: [
          ["customer", "amount"],
          ["Acme", "=1+1"],
        ],
      },
      {
        kind: "csv",
        name: "log.csv",
        rows: [
          ["day", "customer"],
          ["2026-11-20", "Acme"],
        ],
      },
    ]);
  });

  test.each([
    ["--help", "en", "the port"],
    ["-h", "zh", "端口"],
  ])("%s lists every option in the language asked for, and nothing is started", (help, language, words) => {
    const { status, stdout } = spawnSync(process.execPath, [program, help, "--lang", language], { encoding: "utf8" });
    expect(stdout).toMatch(/^npm start -- /);
    expect(stdout).toContain(words);
    for (const option of Object.keys(START_OPTIONS)) expect(stdout).toContain(`\n  --${option}`);
    expect(status).toBe(0);
  });

  test.each<[string, string[], RegExp]>([
    ["a missing file", ["none.csv"], /^There is no file none\.csv\.$/],
    ["orders alone", ["--orders", "none.csv"], /^--orders goes with a customer file/],
    ["a contact log alone", ["--contacts", "none.csv"], /^--contacts goes with a customer file/],
    ["two files", ["a.csv", "b.csv"], /--orders/],
    ["a port that is none", ["--port", "http"], /--port http/],
    ["an unknown option", ["--frob"], /^Unknown option '--frob'\.$/],
  ])("%s is refused in one sentence", (_, args, sentence) => {
    const { status, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: "utf8" });
    expect(stderr.trim()).toMatch(sentence);
    expect(status).toBe(1);
  });
});
