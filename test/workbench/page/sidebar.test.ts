import { buildSync } from "esbuild";
import { type DOMWindow, JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { withShim } from "../../../workbench/page/sidebar";

const shim = buildSync({ entryPoints: ["workbench/page/sidebar-shim.ts"], bundle: true, write: false, format: "iife" })
  .outputFiles[0]!.text;

interface Sent {
  readonly tierbookCall?: number;
  readonly tierbookClose?: boolean;
  readonly name?: string;
  readonly args?: string;
}

interface Runner {
  readonly hello: (...args: unknown[]) => void;
  withSuccessHandler(run: (value: unknown, user: unknown) => void): Runner;
  withFailureHandler(run: (error: Error, user: unknown) => void): Runner;
  withUserObject(user: unknown): Runner;
}

/** A sidebar whose parent notes what it is sent, and answers when told to. */
function openSidebar() {
  const sent: Sent[] = [];
  const { window } = new JSDOM(withShim("<!doctype html><html><head></head><body></body></html>", shim, ["hello"]), {
    runScripts: "dangerously",
    beforeParse(made: DOMWindow) {
      made.postMessage = ((message: Sent) => sent.push(message)) as typeof made.postMessage;
    },
  });
  const script = window.google.script as { run: Runner; host: { close(): void } };
  const answer = (data: object) =>
    window.dispatchEvent(new window.MessageEvent("message", { data, source: window as unknown as MessageEventSource }));
  return { window, sent, script, answer, json: (text: string) => window.eval(`(${text})`) };
}

describe("google.script in the sidebar", () => {
  test("a call goes out as JSON and its answer comes to the success handler with the user's object", () => {
    const { sent, script, answer } = openSidebar();
    const got: unknown[] = [];
    script.run
      .withSuccessHandler((...all) => got.push(all))
      .withUserObject("mine")
      .hello("客户", 1, [true, null]);
    expect(sent).toEqual([{ tierbookCall: 1, name: "hello", args: '["客户",1,[true,null]]' }]);
    answer({ tierbookAnswer: 1, value: '{"rows":3}' });
    expect(JSON.stringify(got)).toBe('[[{"rows":3},"mine"]]');
  });

  test("an error of the add-on comes to the failure handler with its sentence", () => {
    const { script, answer } = openSidebar();
    let message = "";
    script.run
      .withFailureHandler((error) => {
        message = `${error.name}: ${error.message}`;
      })
      .hello();
    answer({ tierbookAnswer: 1, error: "Another run is at work." });
    expect(message).toBe("ScriptError: Another run is at work.");
  });

  test("two calls that are answered the other way round reach their own handlers", () => {
    const { script, answer } = openSidebar();
    const got: unknown[] = [];
    script.run.withSuccessHandler((value) => got.push(["first", value])).hello();
    script.run.withSuccessHandler((value) => got.push(["second", value])).hello();
    answer({ tierbookAnswer: 2, value: "2" });
    answer({ tierbookAnswer: 1, value: "1" });
    answer({ tierbookAnswer: 1, value: "1" });
    expect(got).toEqual([
      ["second", 2],
      ["first", 1],
    ]);
  });

  test.each([
    ["a date", "[new Date()]"],
    ["a date inside", "[{ day: new Date() }]"],
    ["a function", "[function () {}]"],
    ["a page element", "[document.body]"],
    ["a map", "[[new Map()]]"],
  ])("%s cannot be sent", (_, args) => {
    const { sent, script, json } = openSidebar();
    expect(() => script.run.hello(...(json(args) as unknown[]))).toThrow("Failed due to illegal value in property: 0");
    expect(sent).toEqual([]);
  });

  test("a function that the add-on does not have is not there", () => {
    const { script } = openSidebar();
    expect("goodbye" in script.run).toBe(false);
  });

  test("close asks the page to close the sidebar", () => {
    const { sent, script } = openSidebar();
    script.host.close();
    expect(sent).toEqual([{ tierbookClose: true }]);
  });
});

describe("the shim goes into the sidebar's page", () => {
  test.each([
    [
      "behind its head",
      "<!doctype html><html lang='zh'><head data-a='1'><title>x</title></head></html>",
      "<head data-a='1'><script",
    ],
    ["in front of a page without a head", "<p>x</p>", "<!doctype html><script"],
  ])("%s", (_, html, expected) => {
    const made = withShim(html, "shim()", ['a"b']);
    expect(made).toContain(expected);
    expect(made).toContain('data-functions="[&quot;a\\&quot;b&quot;]"');
    expect(made.toLowerCase().startsWith("<!doctype html>")).toBe(true);
  });
});
