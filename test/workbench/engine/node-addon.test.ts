import { describe, expect, test } from "vitest";
import { vmRealm } from "../../../workbench/engine/node-addon";

const noon = Date.UTC(1998, 4, 6, 12);

/** What the expression is worth in a realm whose clock stands at noon of 6 May 1998. */
function inRealm(expression: string, now: () => number = () => noon): unknown {
  const realm = vmRealm(`function probe() { return ${expression}; }`, {}, now);
  return (realm.probe as () => unknown)();
}

describe("the clock of a script", () => {
  test.each([
    ["Date.now()", noon],
    ["new Date().getTime()", noon],
    ["Date().slice(11, 15)", "1998"],
    ["new Date(0).getTime()", 0],
    ["new Date(2026, 10, 22).getFullYear()", 2026],
    ["Date.UTC(2026, 0, 1)", Date.UTC(2026, 0, 1)],
    ["Date.parse('2026-01-01')", Date.UTC(2026, 0, 1)],
    ["new Date() instanceof Date", true],
    ["new Date().constructor === Date", true],
    ["Object.prototype.toString.call(new Date())", "[object Date]"],
    ["new (class Day extends Date {})().getTime()", noon],
  ])("%s", (expression, value) => {
    expect(inRealm(expression)).toBe(value);
  });

  test("goes on as the host's does", () => {
    let instant = noon;
    const realm = vmRealm("function probe() { return Date.now(); }", {}, () => instant);
    const probe = realm.probe as () => number;
    expect(probe()).toBe(noon);
    instant += 1500.7;
    expect(probe()).toBe(noon + 1500);
  });

  test("nothing of Node is there", () => {
    expect(inRealm("[typeof process, typeof setTimeout, typeof require, typeof URL].join()")).toBe(
      "undefined,undefined,undefined,undefined",
    );
  });
});
