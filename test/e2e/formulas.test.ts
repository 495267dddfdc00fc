import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Visitor, visitSample } from "./workbench";

let visitor: Visitor;
let end: (() => Promise<void>) | undefined;
beforeAll(async () => {
  ({ visitor, end } = await visitSample("en"));
});
afterAll(() => end?.());

describe("a formula that a salesperson types into the sheet", () => {
  test.each([
    ["AJ4", "=CUSTOMER_TIER(1000001)", "A"],
    ["AJ5", "=CUSTOMER_TIER(1000000)", "B"],
    ["AJ6", '=CUSTOMER_TIER("USD 99,999")', "D"],
    ["AJ7", "=CUSTOMER_TIER(2000000, FALSE)", "B"],
    ["AJ8", '=CUSTOMER_REGION("越南")', "Southeast Asia"],
    ["AJ9", '=CUSTOMER_URGENCY("2026-10-01", "A", "", TIERBOOK_DAY)', "Overdue"],
    ["AJ10", "=CUSTOMER_TIER(AB4)", ""],
  ])("%s %s shows %j", async (cell, formula, shown) => {
    await visitor.type(cell, formula);
    expect(await visitor.shown(cell)).toBe(shown);
  });

  test("over a column fills as many rows, in the unit that the header names, and leaves unread ones unrated", async () => {
    for (const [row, text] of [
      [4, "年采购额/万"],
      [5, "120"],
      [6, "30"],
      [7, "29.99"],
      [8, ""],
      [9, "someday"],
    ] as const) {
      if (text !== "") await visitor.type(`AL${row}`, text);
    }
    await visitor.clickCell("AM4");
    await visitor.page.keyboard.type("=CUSTOMER_TIER(AL4:AL9");
    await visitor.page.keyboard.type(")");
    await visitor.page.keyboard.press("Enter");
    expect(await visitor.shownIn("AM4", "AM9")).toEqual([["Tier"], ["A"], ["B"], ["C"], [""], ["Unrated"]]);
    await visitor.type("AL6", "9");
    expect(await visitor.shown("AM6")).toBe("D");
  });

  test("typed over an example of the sample's own sheet gives what stood there", async () => {
    await visitor.openSheet("函数示例 Formulas");
    const before = await visitor.shownIn("O4", "O18");
    expect(before[0]).toEqual(["Tier"]);
    // The columns of other examples, out of the way.
    await visitor.hideColumns("F", "N", true);
    await visitor.clickCell("O4");
    await visitor.page.keyboard.press("Delete");
    expect(await visitor.shown("O5")).toBe("");
    await visitor.page.keyboard.type("=CUSTOMER_TIER(C4:C18,D4:D18,E4:E18");
    await visitor.picture("formula");
    await visitor.page.keyboard.type(",TIERBOOK_DAY)");
    await visitor.page.keyboard.press("Enter");
    expect(await visitor.shownIn("O4", "O18")).toEqual(before);
    await visitor.openSheet("客户");
  });

  test("that cannot be read shows an error, and behind it a sentence that says what is wrong", async () => {
    await visitor.type("AJ12", '=CUSTOMER_TIER("someday")');
    expect(await visitor.shown("AJ12")).toBe("#ERROR!");
    expect(await visitor.errorIn("AJ12")).toMatch(/annual_amount: someday cannot be read\./);
  });

  test("is offered by name, with its help, while it is typed", async () => {
    await visitor.clickCell("AJ14");
    await visitor.page.keyboard.type("=CUSTOMER_T");
    const offered = visitor.page.locator(".o-autocomplete-value");
    await offered.first().waitFor();
    expect(await offered.allTextContents()).toContain("CUSTOMER_TIER");
    await visitor.page.keyboard.press("Escape");
    await visitor.page.keyboard.press("Escape");
  });

  test("asks nothing of the network and throws nothing in the page", () => {
    expect(visitor.troubles).toEqual([]);
  });
});
