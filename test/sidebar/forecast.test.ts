// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import type { ForecastView } from "../../src/edge/views";
import { card, forecast, forecastLine, forecastLines, home, place } from "./fake-server";
import { later, person, settled } from "./person";

type Given = NonNullable<Parameters<typeof person>[0]>;

const at = async (view: Partial<ForecastView> = {}, lang = "en", given: Given = {}) => {
  const amy = await person(
    { open: () => ({ state: "ready", who: "Amy" }), forecast: () => forecast(view), ...given },
    lang,
  );
  for (const label of lang === "en" ? ["Look back and ahead", "Next orders"] : ["回顾与预测", "预计下单"])
    await amy.press(label);
  return amy;
};
const cards = () => [...document.querySelectorAll(".cards li")].map(({ textContent }) => textContent);

describe("next orders", () => {
  test("names who will order next and who is slipping away, each with what the orders told and no more", async () => {
    const amy = await at();
    expect(cards()).toEqual([
      "Northwind GmbH3 Dec 2026 to 2 Jan 2027Bought in 12 months: USD 12,300Chance in 90 days: 62% · ordered 7 timesGo to row",
      "Atlas3 Dec 2026 to 2 Jan 2027Too little data for a chance · ordered 2 timesGo to row",
      "Sol y Mar S.A.At risk: USD 183,000Bought in 12 months: USD 200,000Chance in 90 days: 8% · ordered 11 timesGo to row",
    ]);
    await amy.press("Go to row: Sol y Mar S.A.");
    expect(amy.asked("goTo")).toEqual([[place("A12"), "k2"]]);
  });

  test("says in Chinese too", async () => {
    await at({}, "zh-CN");
    expect(cards()).toEqual([
      "Northwind GmbH2026年12月3日 至 2027年1月2日12 个月采购：USD 12,30090 天内下单的可能性：62% · 下过 7 次单定位到行",
      "Atlas2026年12月3日 至 2027年1月2日数据不足，说不出可能性 · 下过 2 次单定位到行",
      "Sol y Mar S.A.可能损失：USD 183,00012 个月采购：USD 200,00090 天内下单的可能性：8% · 下过 11 次单定位到行",
    ]);
  });

  test.each<[Partial<ForecastView>, string, string]>([
    [{}, "Chances come from a model of regular buying and leaving", "「有规律地购买、某天流失」的模型"],
    [{ model: "mbg_nbd" }, "Chances come from a model of buying and leaving", "「购买、某天流失」的模型"],
    [{ model: "gap" }, "Chances come from how long each customer usually takes", "平时隔多久再下单"],
    [
      { model: "gap", fellBack: "boundary" },
      "could not be fitted to your orders.Chances come from how long",
      "和你们的订单对不上。可能性按每个客户平时隔多久再下单计算。",
    ],
    [
      { model: "none", fellBack: "no_better" },
      "nothing told more than the days since the last order.So there are no chances",
      "更准。所以这里没有可能性的数字",
    ],
    [
      { model: "none", fellBack: "too_little", tested: null },
      "Too little history for a chance: there are too few orders to compare by.So there are no chances",
      "历史太少，说不出可能性：可比较的订单不够。所以这里没有可能性的数字",
    ],
  ])("with %j says how it is known", async (view, english, chinese) => {
    expect((await at(view)).reads()).toContain(english);
    expect((await at(view, "zh")).reads()).toContain(chinese);
  });

  test("says on how much of their own orders it was compared, and how that went", async () => {
    const amy = await at();
    expect(amy.reads()).toContain("the last 90 days of 148 customers");
    expect(amy.reads()).toContain("stood higher 81 times in 100; by days since the last order alone, 74 times.");
    expect(amy.reads()).toContain("From 1,530 orders.");
    expect((await at({ tested: null })).reads()).not.toContain("148");
  });

  test.each([
    [0, "<1%"],
    [0.009, "<1%"],
    [0.01, "1%"],
    [0.99, "99%"],
    [0.991, ">99%"],
    [1, ">99%"],
  ])("a chance of %d is shown as %s", async (chance, said) => {
    const amy = await at({ next: forecastLines(forecastLine({ chance })) });
    expect(amy.reads()).toContain(`Chance in 90 days: ${said} · `);
  });

  test("where no chance is told of anybody, none of them is said to have too little data", async () => {
    const next = forecastLines(forecastLine({ chance: null, expected: null, year: "" }));
    const amy = await at({ model: "none", fellBack: "too_little", tested: null, next, slipping: forecastLines() });
    expect(cards()).toEqual(["Northwind GmbH3 Dec 2026 to 2 Jan 2027ordered 7 timesGo to row"]);
    expect(amy.reads()).toContain("Nobody is silent for longer than usual.");
    expect(amy.reads()).not.toContain("At risk");
  });

  test.each([
    [1, "ordered once"],
    [2, "ordered 2 times"],
  ])("of %i purchases and no window it says: %s", async (purchases, said) => {
    await at({ next: forecastLines(forecastLine({ from: "", middle: "", to: "", purchases })) });
    expect(cards()[0]).toContain("Too few orders to name days");
    expect(cards()[0]).toContain(said);
  });

  test("who is silent for too long without an amount at risk is named without one", async () => {
    const amy = await at({
      slipping: forecastLines(forecastLine({ overdue: true, risk: "" })),
      next: forecastLines(),
    });
    expect(cards()).toEqual([
      "Northwind GmbHBought in 12 months: USD 12,300Chance in 90 days: 62% · ordered 7 timesGo to row",
    ]);
    expect(amy.reads()).toContain("No order is expected in the next 90 days");
    expect(amy.reads()).not.toContain("At risk");
  });

  test("says how many there are, and shows a page of them after another", async () => {
    const many = Array.from({ length: 65 }, (_, i) => forecastLine({ key: `k${i}`, name: `Company ${i}` }));
    const amy = await at({ next: forecastLines(...many), slipping: forecastLines() });
    expect(amy.reads()).toContain("Who will order next: 65");
    expect(amy.reads()).toContain("Who is slipping away: 0");
    expect(cards()).toHaveLength(30);
    await amy.press("Show 30 more");
    await amy.press("Show 5 more");
    expect(cards()).toHaveLength(65);
    expect(amy.reads()).not.toContain("The first");
  });

  test("says so where more are foretold than are handed over", async () => {
    const amy = await at({ next: { total: 412, list: [forecastLine()] } });
    expect(amy.reads()).toContain("Who will order next: 412");
    expect(amy.reads()).toContain("The first 1 of 412.");
  });

  test("without an order says only that", async () => {
    const amy = await at({ orders: 0, next: forecastLines(), slipping: forecastLines() });
    expect(amy.reads()).toContain("There is no order to tell by.");
    expect(amy.reads()).not.toContain("slipping");
  });
});

describe("whose customers", () => {
  const byOwner: Given = {
    home: () => home({ me: "Ben" }),
    forecast: (owner) => forecast({ next: forecastLines(forecastLine({ name: `One of ${owner}` })) }),
  };
  const options = (field: HTMLElement) => [...field.querySelectorAll("option")].map(({ textContent }) => textContent);

  test("are the person's own at first, and any owner's at a choice, of whom nobody else is named", async () => {
    const amy = await at({}, "en", byOwner);
    expect(options(amy.field("Owner"))).toEqual(["Ben (me)", "Everybody", "Amy", "No owner"]);
    expect(cards()[0]).toContain("One of Ben");
    await amy.choose("Owner", "Everybody");
    await amy.choose("Owner", "Amy");
    await amy.choose("Owner", "No owner");
    expect(amy.asked("forecast")).toEqual([["Ben"], [null], ["Amy"], [""]]);
    expect(cards()[0]).toContain("One of 3 Dec");
  });

  test("are the same as on Today, and stay chosen there", async () => {
    const amy = await at({}, "en", byOwner);
    await amy.choose("Owner", "Amy");
    await amy.press("Back");
    await amy.press("Back");
    expect((amy.field("Owner") as HTMLSelectElement).selectedOptions[0]!.textContent).toContain("Amy: ");
  });

  test("are everybody's for whom no owner is known to be himself, and not asked about without owners", async () => {
    const amy = await at({}, "en", { home: () => home({ me: null }) });
    expect(amy.asked("forecast")).toEqual([[null]]);
    expect(options(amy.field("Owner"))[0]).toBe("Everybody");
    const ben = await at({}, "en", { home: () => home({ owners: [{ owner: "", count: 3, due: 0, wake: 0 }] }) });
    expect(ben.asked("forecast")).toEqual([[null]]);
    expect(() => ben.field("Owner")).toThrow();
  });

  test("an owner that is answered late does not take the place of one chosen after him", async () => {
    const slow = later<ForecastView>();
    const amy = await at({}, "en", {
      ...byOwner,
      forecast: (owner) => (owner === "Amy" ? slow.promise : byOwner.forecast!(owner)),
    });
    await amy.choose("Owner", "Amy");
    await amy.choose("Owner", "Everybody");
    slow.give(forecast({ next: forecastLines(forecastLine({ name: "One of Amy" })) }));
    await settled();
    expect(amy.reads()).not.toContain("One of Amy");
  });
});

describe("the next order on the card", () => {
  const atCard = async (changes: Parameters<typeof forecastLine>[0] | null) => {
    const line = changes && { ...forecastLine(changes), why: "7 orders, every 41 days", horizon: 90 };
    const amy = await person({
      open: () => ({ state: "ready", who: "Amy" }),
      card: () => card({ forecast: line }),
    });
    await amy.press("Selected customer");
    return amy;
  };

  test("stands with its days, chance, orders expected and reason", async () => {
    expect((await atCard({})).reads()).toContain(
      "Next order3 Dec 2026 to 2 Jan 2027Chance in 90 days: 62%Orders in 90 days, on average: 17 orders, every 41 days",
    );
  });

  test("names no chance that was not told", async () => {
    const amy = await atCard({ chance: null, expected: null });
    expect(amy.reads()).toContain("Next order3 Dec 2026 to 2 Jan 20277 orders, every 41 days");
    expect(amy.reads()).not.toContain("Chance");
  });

  test("says that he has been silent for too long", async () => {
    expect((await atCard({ overdue: true })).reads()).toContain("Next orderSilent for longer than usual");
  });

  test("is not there for who has never ordered", async () => {
    expect((await atCard(null)).reads()).not.toContain("Next order");
  });
});
