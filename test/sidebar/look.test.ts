// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { sidebarZh } from "../../src/texts/sidebar.zh";
import { backtest, byCause, home, movement, mover, pareto, past, place } from "./fake-server";
import { later, person, settled } from "./person";

type Given = Parameters<typeof person>[0];

const SCREENS = {
  en: ["Next orders", "Moves", "Who buys most", "A past day", "Back-test"],
  zh: ["预计下单", "变动", "客户集中度", "过去某天", "回测"],
} as const;

/** Amy before the list of screens about the past and what is to come. */
const atLook = async (given: Given = {}, lang: "en" | "zh" = "en") => {
  const amy = await person({ open: () => ({ state: "ready", who: "Amy" }), ...given }, lang);
  await amy.press(lang === "en" ? "Look back and ahead" : sidebarZh.look.title);
  return amy;
};

/** The table that the person reads, a line of cells each. */
const rows = (nth = 0) =>
  [...document.querySelectorAll("table")[nth]!.rows].map((row) => [...row.cells].map((cell) => cell.textContent));

describe("look back and ahead", () => {
  test.each(["en", "zh"] as const)("names each screen with the question that it answers (%s)", async (lang) => {
    await atLook({}, lang);
    const lines = [...document.querySelectorAll(".cards li")];
    expect(lines.map((line) => line.querySelector("button")!.textContent)).toEqual(SCREENS[lang]);
    for (const line of lines) expect(line.querySelector(".hint")!.textContent).not.toBe("");
  });

  test.each(SCREENS.en)("%s opens from it with the heading in focus, and Back leads there again", async (label) => {
    const amy = await atLook();
    await amy.press(label);
    expect(amy.heading()).toBe(label);
    expect(document.activeElement?.tagName).toBe("H1");
    await amy.press("Back");
    expect(amy.heading()).toBe("Look back and ahead");
    await amy.press("Back");
    expect(amy.heading()).toBe("Today");
  });

  test.each([
    ["Next orders", "forecast"],
    ["Moves", "movement"],
    ["Who buys most", "pareto"],
  ])("where %s cannot be read the list stays and says why", async (label, call) => {
    const amy = await atLook({
      [call]: () => {
        throw new Error("Google does not answer.");
      },
    });
    await amy.press(label);
    expect(amy.heading()).toBe("Look back and ahead");
    expect(amy.error()).toBe("Google does not answer.");
  });
});

describe("the moves of a month", () => {
  const atMoves = async (given: Given = {}) => {
    const amy = await atLook(given);
    await amy.press("Moves");
    return amy;
  };

  test("stand in a table from class to class, with what moved them in words", async () => {
    const amy = await atMoves();
    expect(amy.asked("movement")).toEqual([[""]]);
    expect(amy.field("Month").textContent).toBe("Nov 2026 so farOct 2026");
    expect(amy.reads()).toContain("4 moves: 1 up, 3 down");
    expect(amy.reads()).toContain("New orders or cells: 2Time passing: 2");
    expect(amy.reads()).not.toContain("Your policy");
    expect(rows()).toEqual([
      ["From ↓ to →", "A", "B"],
      ["A", "", "3"],
      ["B", "1", ""],
    ]);
    expect(document.querySelector("caption")!.textContent).toBe("Tier");
    expect([...document.querySelectorAll("th")].map(({ scope }) => scope)).toEqual(["col", "col", "col", "row", "row"]);
  });

  test("a number opens to its customers and what moved each, and closes again", async () => {
    const amy = await atMoves();
    const number = amy.button("From A to B: 3 customers");
    expect(number.getAttribute("aria-expanded")).toBe("false");
    await amy.press("From A to B: 3 customers");
    expect(number.getAttribute("aria-expanded")).toBe("true");
    const lines = () => [...document.querySelectorAll(".cards li")].map(({ textContent }) => textContent);
    expect(lines()).toEqual([
      "Sol y Mar S.A.Time passingGo to row",
      "AtlasTime passingGo to row",
      "Old Friend LtdNew orders or cellsGo to row",
    ]);
    await amy.press("Go to row: Atlas");
    expect(amy.asked("goTo")).toEqual([[place("A7"), "k3"]]);
    await amy.press("From B to A: 1 customer");
    expect(number.getAttribute("aria-expanded")).toBe("false");
    expect(lines()).toEqual(["Northwind GmbHNew orders or cellsGo to row"]);
    await amy.press("From B to A: 1 customer");
    expect(lines()).toEqual([]);
  });

  test.each([
    ["en", "Your policy: Tier B: from (included) · Tier C: from", "Your policy", "4 moves: 1 up, 3 down"],
    ["zh", "改了规则：Tier B: from (included) · Tier C: from", "改了规则", "4 次变动：升 1 个，降 3 个"],
  ] as const)(
    "in %s, name the rows of the policy as far as they are known, and nobody's row who is gone",
    async (lang, known, not, sum) => {
      const [month] = movement().months;
      const [cell] = month!.cells;
      const customers = [
        mover("k1", "Northwind GmbH", "policy", { rows: ["Tier B: from (included)", "Tier C: from"] }),
        mover("k2", "Atlas", "policy", { place: null }),
      ];
      const amy = await atLook(
        { movement: () => movement({ months: [{ ...month!, cells: [{ ...cell!, customers }, month!.cells[1]!] }] }) },
        lang,
      );
      await amy.press(SCREENS[lang][1]);
      expect(amy.reads()).toContain(sum);
      await amy.press(lang === "en" ? "From B to A: 1 customer" : "从 B 到 A：1 个客户");
      const [first, second] = [...document.querySelectorAll(".cards li")].map(({ textContent }) => textContent);
      expect(first).toContain(`Northwind GmbH${known}`);
      expect(second).toBe(`Atlas${not}`);
    },
  );

  test("of more customers than are named it is said how many there are", async () => {
    const [month] = movement().months;
    const [cell] = month!.cells;
    const amy = await atMoves({
      movement: () => movement({ months: [{ ...month!, cells: [{ ...cell!, count: 21 }] }] }),
    });
    await amy.press("From B to A: 21 customers");
    expect(amy.reads()).toContain("The first 1 of 21.");
  });

  test("the last whole month is shown first where there is one, and any other can be chosen", async () => {
    const amy = await atMoves({
      home: () => home({ month: { month: "2026-10", up: 0, down: 0, byCause: byCause() } }),
    });
    expect(amy.reads()).toContain("Nobody moved.");
    expect(document.querySelector("table")).toBeNull();
    await amy.choose("Month", "Nov 2026 so far");
    expect(amy.reads()).toContain("1 up, 3 down");
    expect(amy.asked("movement")).toHaveLength(1);
  });

  test.each([
    [
      "en",
      "Nobody moved.",
      "Counted from 12 Oct 2026 on, the day of the first run. How everybody stood earlier: A past day.",
    ],
    ["zh", "没有变动。", "从 2026年10月12日 第一次运行那天算起；更早的看「过去某天」。"],
  ] as const)(
    "in %s, the month of the first run says from which day it counts, a later one does not",
    async (lang, nobody, since) => {
      const amy = await atLook({}, lang);
      await amy.press(SCREENS[lang][1]);
      expect(amy.reads()).not.toContain(since);
      await amy.choose(...((lang === "en" ? ["Month", "Oct 2026"] : ["月份", "2026年10月"]) as [string, string]));
      expect(amy.reads()).toContain(nobody);
      expect(amy.reads()).toContain(since);
    },
  );

  test("another axis is asked for; classes without an order go neither up nor down", async () => {
    const amy = await atMoves({
      movement: (axis) =>
        axis === ""
          ? movement()
          : movement({ axis, months: [{ ...movement().months[0]!, up: null, down: null }], unknown: 2 }),
    });
    await amy.choose("Axis", "Relation");
    expect(amy.asked("movement")).toEqual([[""], ["relation"]]);
    expect(amy.reads()).toContain("4 moves");
    expect(amy.reads()).not.toContain("up,");
    expect(document.querySelector("caption")!.textContent).toBe("Relation");
    expect(amy.reads()).toContain("Not counted: 2 older moves");
  });

  test("an axis that is answered late does not take the place of one chosen after it", async () => {
    const slow = later<ReturnType<typeof movement>>();
    const amy = await atMoves({ movement: (axis) => (axis === "relation" ? slow.promise : movement()) });
    await amy.choose("Axis", "Relation");
    await amy.choose("Axis", "Tier");
    slow.give(movement({ axis: "relation" }));
    await settled();
    expect(document.querySelector("caption")!.textContent).toBe("Tier");
  });

  test("before anything was written there is no month to choose", async () => {
    const amy = await atMoves({ movement: () => movement({ months: [] }) });
    expect(amy.reads()).toContain("There is nothing to look back on yet.");
    expect(() => amy.field("Month")).toThrow();
  });
});

describe("the last month on the home", () => {
  const month = (up: number, down: number) => ({ month: "2026-10", up, down, byCause: byCause({ data: up + down }) });

  test.each([
    ["en", 3, 5, "Tiers in Oct 2026: 3 up, 5 down See why"],
    ["en", 0, 1, "Tiers in Oct 2026: 0 up, 1 down See why"],
    ["en", 0, 0, "Tiers in Oct 2026: nobody up or down See why"],
    ["zh", 3, 5, "2026年10月等级：升 3 个，降 5 个 看原因"],
    ["zh", 0, 0, "2026年10月等级：没有升降 看原因"],
  ])("in %s, %i up and %i down, is a line with the way to the moves", async (lang, up, down, said) => {
    const amy = await person(
      { open: () => ({ state: "ready", who: "Amy" }), home: () => home({ month: month(up, down) }) },
      lang,
    );
    expect(amy.reads()).toContain(said);
    const [see, back] = lang === "en" ? ["See why", "Back"] : ["看原因", "返回"];
    await amy.press(see!);
    expect(amy.heading()).toBe(lang === "en" ? "Moves" : "变动");
    await amy.press(back!);
    expect(amy.heading()).toBe(lang === "en" ? "Today" : "今天");
  });

  test("is not there before a whole month is over", async () => {
    const amy = await person({ open: () => ({ state: "ready", who: "Amy" }) });
    expect(amy.buttons()).not.toContain("See why");
  });
});

describe("a past day", () => {
  const atPast = async (given: Given = {}) => {
    const amy = await atLook(given);
    await amy.press("A past day");
    return amy;
  };

  test.each([
    ["2026-11-22", "2026-11-01"],
    ["2026-11-02", "2026-11-01"],
    ["2026-11-01", "2026-10-01"],
    ["2026-01-01", "2025-12-01"],
  ])("on %s the field holds %s", async (day, first) => {
    const amy = await atPast({ home: () => home({ day }) });
    expect(amy.field("Day").value).toBe(first);
    expect(amy.reads()).toContain("Nothing is written.");
    expect(amy.asked("past")).toEqual([]);
  });

  test.each(["", "2026-11-22", "2026-11-23"])("the day “%s” is not asked for", async (day) => {
    const amy = await atPast();
    await amy.type("Day", day);
    await amy.press("Show this day");
    expect(amy.reads()).toContain("Choose a day before today.");
    expect(amy.field("Day").getAttribute("aria-invalid")).toBe("true");
    expect(amy.asked("past")).toEqual([]);
    await amy.type("Day", "2026-11-21");
    await amy.press("Show this day");
    expect(amy.reads()).not.toContain("Choose a day before today.");
    expect(amy.asked("past")).toEqual([["2026-11-21"]]);
  });

  test("shows the counts of then beside those of today, and who stood elsewhere", async () => {
    const amy = await atPast();
    await amy.press("Show this day");
    expect(rows().slice(0, 3)).toEqual([
      ["Tier", "1 Nov 2026", "Today"],
      ["A", "6", "5"],
      ["B", "14", "14"],
    ]);
    expect(rows(1).slice(0, 2)).toEqual([
      ["Follow-up", "1 Nov 2026", "Today"],
      ["overdue", "21", "21"],
    ]);
    expect(amy.reads()).toContain("Stood elsewhere: 73 customers");
    expect(amy.reads()).toContain("The first 2 of 73.");
    const [first, second] = [...document.querySelectorAll(".cards li")].map(({ textContent }) => textContent);
    expect(first).toBe(
      "Northwind GmbHTier: A → BThen: USD 1,204,000 in 12 monthsToday: USD 902,000 in 12 months" +
        "Follow-up: on track → overdueThen: tier A: every 14 daysToday: tier B: every 30 daysGo to row",
    );
    expect(second).toBe("Sol y Mar S.A.Follow-up: soon → dueThen: tier C: every 60 daysToday: Reply owedGo to row");
    for (const two of document.querySelectorAll(".beside")) expect(two.children).toHaveLength(2);
    await amy.press("Go to row: Northwind GmbH");
    expect(amy.asked("goTo")).toEqual([[place("A9"), "k1"]]);
  });

  test("says the reasons of then and today in Chinese", async () => {
    const amy = await atLook({}, "zh");
    await amy.press("过去某天");
    await amy.press("看这一天");
    expect(document.querySelector(".beside")!.textContent).toBe(
      "当时：USD 1,204,000 in 12 months今天：USD 902,000 in 12 months",
    );
  });

  test("says that everybody stood as today where nobody moved", async () => {
    const amy = await atPast({ past: (day) => past({ day, moved: { total: 0, list: [] } }) });
    await amy.press("Show this day");
    expect(amy.reads()).toContain("Everybody stood where he stands today.");
    expect(document.querySelector(".cards")).toBeNull();
  });
});

describe("the back-test", () => {
  const run = async (given: Given = {}) => {
    const amy = await atLook(given);
    await amy.press("Back-test");
    expect(amy.asked("backtest")).toEqual([]);
    await amy.press("Run the back-test");
    return amy;
  };

  test("is told before it is run, and then shows what each tier bought and the way to its tab", async () => {
    const amy = await run();
    expect(amy.reads()).toContain("24 month ends, 30 Nov 2024 to 31 Oct 2026");
    expect(rows()).toEqual([
      ["Tier", "Counted", "Each, on average"],
      ["A", "96", "USD 611,020.45"],
      ["B", "240", "USD 204,300"],
      ["C", "610", "USD 61,000"],
      ["D", "1,530", "USD 9,400"],
      ["Unrated", "0", "–"],
    ]);
    expect(amy.reads()).toContain("From the 18 month ends whose six months are over.");
    expect(amy.reads()).toContain("Some orders are not in these sums");
    expect(amy.reads()).not.toContain("Not all");
    await amy.press("Go to the tab Back-test");
    expect(amy.asked("goTo")).toEqual([[backtest().place, ""]]);
  });

  test("says why it does not go back two years", async () => {
    const amy = await run({ backtest: () => backtest({ months: 23, missing: false }) });
    expect(amy.reads()).toContain("Not all 24: the order sheet begins on 2 Mar 2021");
    expect(amy.reads()).not.toContain("not in these sums");
  });

  test("tells nothing of what was bought while no six months are over", async () => {
    const amy = await run({ backtest: () => backtest({ months: 3, judged: 0 }) });
    expect(amy.reads()).toContain("No six months are over yet");
    expect(document.querySelector("table")).toBeNull();
  });

  test("says that there is no month end to judge", async () => {
    const amy = await run({
      backtest: () => backtest({ months: 0, judged: 0, from: "", to: "", ledgerFrom: "" }),
    });
    expect(amy.reads()).toContain("No month end has a whole year of orders before it yet.");
    expect(amy.reads()).not.toContain("No six months");
  });
});

describe("who buys most", () => {
  const atPareto = async (given: Given = {}) => {
    const amy = await atLook(given);
    await amy.press("Who buys most");
    return amy;
  };

  test("says what hangs on the first, the groups with their rule, and each customer's part", async () => {
    const amy = await atPareto();
    for (const said of [
      "Bought in 12 months: at least USD 3,000,000, by 23 customers",
      "2 orders are not in these sums",
      "Without Northwind GmbH: −34%",
      "Without the three largest: −64%",
      "until they make up 80% together; the one who crosses it is in. Group B: the next, up to 95%.",
    ])
      expect(amy.reads()).toContain(said);
    expect(rows()).toEqual([
      ["Group", "Customers", "Amount", "Share"],
      ["A", "6", "USD 2,430,000", "81%"],
      ["B", "7", "USD 450,000", "15%"],
      ["C", "10", "USD 120,000", "4%"],
    ]);
    expect(rows(1)).toEqual([
      ["Customer", "Share", "Together"],
      ["Northwind GmbHGroup A · at least USD 1,020,000", "34%", "34%"],
      ["Sol y Mar S.A.Group A · USD 600,000", "20%", "54%"],
      ["21 othersUSD 1,380,000", "46%", "100%"],
    ]);
    await amy.press("Go to row: Sol y Mar S.A.");
    expect(amy.asked("goTo")).toEqual([[place("A12"), "k2"]]);
    expect(amy.reads()).toContain("Gave back more than they bought: 1Returns LtdUSD -1,250.50");
  });

  test.each([
    [3_449, "34.5%"],
    [3_444, "34.4%"],
    [4, "0%"],
    [5, "0.1%"],
    [10_000, "100%"],
  ])("%i hundredths of a percent are shown as %s", async (first, said) => {
    const amy = await atPareto({ pareto: () => pareto({ first }) });
    expect(amy.reads()).toContain(`Without Northwind GmbH: −${said}`);
  });

  test.each([
    ["miss nothing", 0],
    ["miss a refund", 1],
  ])("sums that %s are not “at least”", async (_, missing) => {
    const list = pareto().list.map((one) => ({ ...one, atLeast: false }));
    const amy = await atPareto({ pareto: () => pareto({ missing, atLeast: false, list }) });
    expect(amy.reads()).not.toContain("at least");
    expect(amy.reads().includes("not in these sums")).toBe(missing > 0);
  });

  test.each([
    [3, false],
    [4, true],
  ])("of %i customers the three largest are told of: %s", async (customers, told) => {
    const amy = await atPareto({ pareto: () => pareto({ customers, rest: { customers: 0, amount: "", share: 0 } }) });
    expect(amy.reads().includes("Without the three largest")).toBe(told);
    expect(rows(1)).toHaveLength(3);
  });

  test("says that nobody has bought", async () => {
    const amy = await atPareto({ pareto: () => pareto({ customers: 0, list: [] }) });
    expect(amy.reads()).toContain("Nobody has bought in the last 12 months");
    expect(document.querySelector("table")).toBeNull();
  });
});
