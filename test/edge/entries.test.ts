import { beforeAll, describe, expect, test } from "vitest";
import { builtAddon, draftOf, type Given, office, setUp, TODAY, team } from "./office";

beforeAll(builtAddon);

describe("opening the document", () => {
  test.each([
    ["en", "menu: Open Tierbook"],
    ["zh_CN", "menu: 打开 Tierbook"],
  ])("adds the menu in the language %s, also where nothing is allowed yet", async (locale, menu) => {
    const it = await office(team(), { locale });
    it.addon.openUnauthorised();
    it.addon.open();
    expect(it.screen).toEqual([menu, menu]);
    expect(it.runtime.calls.log).toEqual([]);
  });

  test.each([
    ["en", 'lang="en"'],
    ["zh_CN", 'lang="zh"'],
  ])("the sidebar's page is marked with the language of who opens it: %s", async (locale, lang) => {
    const it = await office(team(), { locale });
    it.addon.run("openTierbook");
    expect(it.screen).toHaveLength(1);
    expect(it.screen[0]).toMatch(/^sidebar Tierbook: /);
    expect(it.screen[0]).toContain(lang);
  });
});

test("go to row follows the customer to where he was sorted, and says when he is gone", async () => {
  const it = await office(team());
  const { home } = setUp(it);
  const casa = [...home.today, ...home.wake].find(({ company }) => company === "Casa Blanca")!;
  expect(casa.place.a1).toBe("A4");
  it.sort("Customers", [2, 0, 1, 3, 4]);
  it.call.goTo(casa.place, casa.key);
  expect(it.store.selection().zone).toMatchObject({ top: 1, left: 0 });
  it.store.deleteRows(it.sheetId("Customers"), 1, 1);
  expect(() => it.call.goTo(casa.place, casa.key)).toThrow("This customer's row is not there any more. Press Refresh.");
});

describe("what could mean two things", () => {
  const sheet = (...rows: Given[][]) => [
    { name: "客户", rows: [["客户名称", "国家", "年采购额", "最近联系时间"], ...rows] },
  ];

  test("a column is asked about, used when answered, and not asked about again", async () => {
    const it = await office(sheet(["甲公司", "德国", 500_000, { day: TODAY - 3 }]), {
      locale: "zh_CN",
      spreadsheetLocale: "zh_CN",
    });
    const draft = draftOf(it);
    expect(draft.base).toBe("CNY");
    const asked = it.call.columns(draft).questions;
    expect(asked).toMatchObject([
      { id: "column:customers:年采购额", ask: "column", header: "年采购额", cells: 1, example: "", answer: "" },
    ]);
    expect(it.call.preview(draft).tiers.find(({ id }) => id === "B")!.count).toBe(0);
    const answered = { ...draft, answers: { [asked[0]!.id]: "annual" } };
    expect(it.call.columns(answered).fields.find(({ id }) => id === "annual")!.header).toBe("年采购额");
    setUp(it, answered);
    expect(it.values("客户")[1]![8]).toBe("B");
    expect(it.call.preview(null).cells).toBe(0);
  });

  test("days that could be read both ways are asked about, and the answer holds for the column", async () => {
    const it = await office(sheet(["甲公司", "德国", "", "03/04/2026"], ["乙公司", "法国", "", "05/06/2026"]));
    const draft = draftOf(it);
    const { questions } = it.call.columns(draft);
    const asked = questions.find(({ options }) => options.some(({ value }) => value === "dmy"))!;
    expect(asked).toMatchObject({ ask: "day_order", header: "最近联系时间", cells: 2, example: "03/04/2026" });
    expect(asked.place.a1).toBe("D2");
    setUp(it, { ...draft, answers: { [asked.id]: "dmy" } });
    expect(it.values("客户")[1]![6]).toBe(TODAY - 46_115);
  });

  test("no customer sheet is found where none has its headers, and every sheet can be chosen", async () => {
    const it = await office([
      {
        name: "Stock",
        rows: [
          ["SKU", "Stock"],
          ["a", 3],
        ],
      },
      {
        name: "Prices",
        rows: [
          ["SKU", "Unit price"],
          ["a", 3],
        ],
      },
    ]);
    expect(it.call.start(null)).toMatchObject({
      draft: null,
      customers: null,
      sheets: [{ sheet: "Stock" }, { sheet: "Prices" }],
    });
  });
});

test("a bug is logged and put in a plain sentence", async () => {
  const it = await office(team());
  expect(() => it.addon.rpc("limits", null)).toThrow("Something went wrong on our side.");
  expect(it.runtime.logged.join("\n")).toContain("TypeError");
});
