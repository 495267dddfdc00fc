import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { get, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { serve } from "../../workbench/server";

const folder = mkdtempSync(join(tmpdir(), "tierbook-"));
mkdirSync(join(folder, "page"));
writeFileSync(join(folder, "page", "index.html"), "<p>page</p>");
writeFileSync(join(folder, "secret.js"), "secret");
const { address, server } = await serve(
  join(folder, "page"),
  { "/session.json": { type: "application/json", body: "{}" } },
  0,
);
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const ask = (path: string, host?: string) =>
  new Promise<{ response: IncomingMessage; body: string }>((resolve, reject) => {
    get(new URL(address).origin, { path, ...(host === undefined ? {} : { headers: { host } }) }, (response) => {
      let body = "";
      response.on("data", (chunk) => {
        body += chunk;
      });
      response.on("end", () => resolve({ response, body }));
    }).on("error", reject);
  });

describe("the workbench's server", () => {
  test("listens on this computer alone", () => {
    expect(new URL(address).hostname).toBe("127.0.0.1");
  });

  test.each([
    ["/", 200, "<p>page</p>"],
    ["/index.html", 200, "<p>page</p>"],
    ["/session.json", 200, "{}"],
    ["/missing.js", 404, ""],
    ["/../secret.js", 404, ""],
    ["/%2e%2e/secret.js", 404, ""],
    ["/toString", 404, ""],
  ])("%s is answered with %i", async (path, status, content) => {
    const { response, body } = await ask(path);
    expect(response.statusCode).toBe(status);
    expect(body).toBe(content);
  });

  test("a page elsewhere that points its own name here is refused", async () => {
    expect((await ask("/session.json", "evil.example:80")).response.statusCode).toBe(403);
  });

  test("the page may load nothing from anywhere else", async () => {
    const policy = String((await ask("/")).response.headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*/);
  });

  test("a taken port is exchanged for a free one", async () => {
    const taken = Number(new URL(address).port);
    const second = await serve(join(folder, "page"), {}, taken);
    expect(new URL(second.address).port).not.toBe(String(taken));
    second.server.close();
  });
});
