import { describe, expect, test } from "vitest";
import { textsFor } from "../../sidebar/open";
import { sidebarEn } from "../../src/texts/sidebar.en";
import { sidebarZh } from "../../src/texts/sidebar.zh";

/** Every text with its path; functions are called with what they could be given. */
function spoken(texts: object, path = ""): [string, string][] {
  return Object.entries(texts).flatMap(([name, value]): [string, string][] => {
    const at = path + name;
    if (typeof value === "string") return [[at, value]];
    if (typeof value === "function") return [[at, String(value(...given(at)))]];
    return spoken(value as object, at + ".");
  });
}

const given = (at: string): readonly unknown[] => (at === "day" ? ["2026-11-22"] : [1234567, 1234568, 1234569]);

describe("the words of the sidebar", () => {
  test("stand in both languages, each under the same name", () => {
    expect(spoken(sidebarZh).map(([at]) => at)).toEqual(spoken(sidebarEn).map(([at]) => at));
  });

  test.each([
    ["en", sidebarEn],
    ["zh", sidebarZh],
  ])("are never empty in %s and hold no undefined", (_, texts) => {
    for (const [at, text] of spoken(texts)) {
      expect(text.trim(), at).not.toBe("");
      expect(text, at).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  test("are Chinese in Chinese, with Chinese punctuation", () => {
    const bare = ["name", "number", "hour", "preview.fromTo", "home.someone"];
    for (const [at, text] of spoken(sidebarZh)) {
      if (!bare.includes(at)) expect(text, at).toMatch(/[\u4e00-\u9fff]/);
      expect(text, at).not.toMatch(/[\u4e00-\u9fff][,;:?!()]/);
    }
  });

  test("say how many was found as the first screen promises", () => {
    expect(sidebarEn.start.found(412, 1530)).toBe("Found: 412 customers, 1,530 orders.");
    expect(sidebarZh.start.found(412, 1530)).toBe("找到\uff1a客户 412 行 · 订单 1,530 行。");
  });

  test.each([
    [1, "1 customer"],
    [2, "2 customers"],
    [0, "0 customers"],
    [1000, "1,000 customers"],
  ])("count %i as %s", (n, text) => {
    expect(sidebarEn.start.found(n, 5)).toContain(text);
  });

  test("a day reads as the person writes it", () => {
    expect(sidebarEn.day("2026-01-05")).toBe("5 Jan 2026");
    expect(sidebarZh.day("2026-01-05")).toBe("2026年1月5日");
  });

  test.each([
    ["zh", sidebarZh],
    ["zh-CN", sidebarZh],
    ["zh_TW", sidebarZh],
    ["ZH-hans", sidebarZh],
    ["en", sidebarEn],
    ["de", sidebarEn],
    ["", sidebarEn],
    ["zhx", sidebarEn],
  ])("a person whose language is %s is given the right ones", (lang, texts) => {
    expect(textsFor(lang)).toBe(texts);
  });
});
