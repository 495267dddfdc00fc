// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { sidebarZh } from "../../src/texts/sidebar.zh";
import { presets } from "./fake-server";
import { person } from "./person";

const at = async (given: Parameters<typeof person>[0] = {}, lang = "en") => {
  const amy = await person({ open: () => ({ state: "ready", who: "Amy" }), ...given }, lang);
  await amy.press(lang === "en" ? "Words for classes" : sidebarZh.presets.open);
  return amy;
};
const option = (name: string) =>
  [...document.querySelectorAll("fieldset label")].find((label) => label.textContent!.startsWith(name))!;
const choose = async (name: string) => {
  option(name).querySelector("input")!.click();
  for (let i = 0; i < 30; i++) await Promise.resolve();
};

describe("the choice of words", () => {
  test("names the five views with an example of each, and marks the one in force", async () => {
    const amy = await at();
    expect(amy.heading()).toBe("Words");
    expect(option("Foreign-trade").textContent).toBe("Foreign-trade customers Tier High value A / High value B");
    expect(option("Eight dimensions").textContent).toBe("Eight dimensions (now) Tier A / B");
    expect(option("Eight dimensions (now)").querySelector("input")!.checked).toBe(true);
    expect(amy.reads()).not.toContain("of your own");
    expect(amy.buttons()).not.toContain("Use these words");
  });

  test("shows what would change before anything is written, then what a run would write", async () => {
    const amy = await at();
    await choose("Foreign-trade");
    expect(amy.asked("presets")).toEqual([[""], ["trade"]]);
    for (const said of ["Words that change: 1", "Tier: A → High value A", "New columns: Relation", "go: Stars", "263"])
      expect(amy.reads()).toContain(said);
    expect(amy.asked("usePreset")).toEqual([]);
    await amy.press("Use these words");
    expect(amy.asked("usePreset")).toEqual([["trade", true]]);
    expect(amy.heading()).toBe("Preview");
  });

  test("leaves the columns as they are where the tick is taken away", async () => {
    const amy = await at();
    await choose("Foreign-trade");
    await amy.tick("Put its axes into the customer sheet");
    expect(amy.reads()).toContain("812");
    await amy.press("Use these words");
    expect(amy.asked("usePreset")).toEqual([["trade", false]]);
  });

  test("says which words of the team's own stay, and that nothing changes where it is so", async () => {
    const amy = await at({
      presets: (id) =>
        presets({
          current: "",
          own: [
            { axis: "Tier", word: "VIP" },
            { axis: "Relation", word: "Asleep" },
          ],
          change: id === "" ? null : { id, words: [], added: [], removed: [], cells: 0, rest: 0 },
        }),
    });
    expect(amy.reads()).toContain("Words of your own stay, whichever you choose: Tier: VIP, Relation: Asleep");
    await choose("Eight dimensions");
    expect(amy.reads()).toContain("No word changes.");
  });

  test("offers nothing to use where the words cannot be", async () => {
    const amy = await at({
      presets: (id) => {
        if (id !== "") throw new Error("Two classes under one word.");
        return presets();
      },
    });
    await choose("Foreign-trade");
    expect(amy.error()).toBe("Two classes under one word.");
    expect(amy.buttons()).not.toContain("Use these words");
  });

  test("speaks Chinese too", async () => {
    const amy = await at({}, "zh-CN");
    expect(amy.heading()).toBe("用语");
    await choose("Foreign-trade");
    expect(amy.reads()).toContain("要改的用语：1");
  });
});
