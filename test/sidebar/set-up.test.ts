// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import type { LimitsView, SetupDraft } from "../../src/edge/views";
import { columns, draft, limits, preview, question, start } from "./fake-server";
import { later, person, settled } from "./person";

const refuse = (): never => {
  throw new Error("Sheet Customers is gone.");
};

/** A question with five answers, which is a drop-down. */
const countryQuestion = question({
  id: "country",
  ask: "country",
  header: "Country",
  cells: 3,
  example: "Guinea",
  options: [
    ...["Guinea", "Equatorial Guinea", "Guinea-Bissau", "Papua New Guinea"].map((label) => ({ value: label, label })),
    { value: "leave", label: "" },
  ],
});

describe("screen 1, Start", () => {
  test("says what was found and what it will do", async () => {
    const amy = await person();
    expect(amy.heading()).toBe("Set up Tierbook");
    expect(amy.reads()).toContain("Found: 412 customers, 1,530 orders, 88 contacts.");
    expect(amy.reads()).toContain("Adds 6 columns at the right, changes no cell of yours, undo any time.");
    expect(amy.buttons()).toEqual(["Start"]);
  });

  test("counts the columns and does not promise some that are there already", async () => {
    const amy = await person({ start: () => start({ columnsToAdd: 1, orders: null }) });
    expect(amy.reads()).toContain("Adds 1 column at the right");
    expect(amy.reads()).toContain("No order sheet; your own columns are used.");
    const ben = await person({ start: () => start({ columnsToAdd: 0 }) });
    expect(ben.reads()).toContain("The columns are there already.");
  });

  test("looks again when another sheet holds the orders, or none does", async () => {
    const amy = await person();
    await amy.choose("Order sheet", "Products");
    await amy.choose("Order sheet", "No order sheet");
    expect(amy.asked("start").map(([handed]) => (handed as SetupDraft | null)?.orders)).toEqual([undefined, 3, null]);
  });

  test("the contact log that was found can be another sheet, or none; a sheet that is taken is not offered", async () => {
    const amy = await person();
    const offered = [...(amy.field("Your contact log") as HTMLSelectElement).options].map((one) => one.text);
    expect(offered).toEqual(["None; the buttons write one of ours", "Products", "Mails"]);
    expect(amy.field("Your contact log").value).toBe("4");
    await amy.choose("Your contact log", "Products");
    await amy.choose("Your contact log", "None; the buttons write one of ours");
    expect(amy.asked("start").map(([handed]) => (handed as SetupDraft | null)?.contacts)).toEqual([undefined, 3, null]);
  });

  test("without a contact log it counts none", async () => {
    const amy = await person({ start: () => start({ contacts: null }) });
    expect(amy.reads()).toContain("Found: 412 customers, 1,530 orders.");
    expect(amy.field("Your contact log").value).toBe("");
  });

  test("another customer sheet drops what was said about the columns of the first", async () => {
    const amy = await person({
      start: () => start({ draft: { ...draft, columns: { name: "Firm" }, answers: { amount: "annual" } } }),
    });
    await amy.choose("Customer sheet", "Products");
    expect(amy.asked("start")[1]).toEqual([{ ...draft, customers: 3, columns: {}, answers: {} }]);
  });

  test.each([
    ["Orders", { customers: 2, orders: null }],
    ["Mails", { customers: 4, contacts: null }],
  ])("the sheet %s cannot hold the customers too", async (sheet, changes) => {
    const amy = await person();
    await amy.choose("Customer sheet", sheet);
    expect(amy.asked("start")[1]).toEqual([{ ...draft, ...changes }]);
  });

  test.each([
    ["Customers".padEnd(33, "."), true],
    ["Customers".padEnd(32, "."), false],
    ["客".repeat(17), true],
    ["客".repeat(16), false],
  ])("a sheet named %s stands in full beneath the drop-down: %s", async (sheet, twice) => {
    await person({ start: () => start({ sheets: [{ sheetId: 1, sheet }] }) });
    const whole = [...document.querySelectorAll(".field .hint")].map((hint) => hint.textContent);
    expect(whole.includes(sheet)).toBe(twice);
  });

  test("without a customer sheet it says so and asks for one", async () => {
    const amy = await person({
      start: (handed) =>
        handed ? start() : start({ draft: null, customers: null, orders: null, contacts: null, columnsToAdd: 0 }),
    });
    expect(amy.reads()).toContain("No customer sheet was found. Choose the sheet that holds your customers.");
    expect(amy.buttons()).toEqual([]);
    await amy.choose("Customer sheet", "Products");
    expect((amy.asked("start")[1]![0] as SetupDraft).customers).toBe(3);
    expect(amy.buttons()).toEqual(["Start"]);
  });

  test("a customer sheet without a header row is named in the server's sentence", async () => {
    const amy = await person({ start: () => start({ problem: "No header row was found in Customers." }) });
    expect(amy.reads()).toContain("No header row was found in Customers.");
  });
});

describe("screen 2, Columns", () => {
  test("shows a line a field with the header and two values, and folds what was not found", async () => {
    const amy = await person();
    await amy.press("Start");
    expect(amy.heading()).toBe("Columns");
    const lines = [...document.querySelectorAll("summary.column")].map((line) => line.textContent);
    expect(lines[0]).toBe("CompanyCompany NameNorthwind GmbH · Sol y Mar S.A.");
    expect(lines.at(-1)).toBe("Contact dayWhen2026-11-02");
    expect(amy.reads()).toContain("1 field without a column");
  });

  test("a corrected column is read again and its values change where they stand", async () => {
    const amy = await person({
      columns: (handed) =>
        handed.columns.owner === "Sales Rep"
          ? columns({
              fields: columns().fields.map((one) =>
                one.id === "owner" ? { ...one, header: "Sales Rep", samples: ["Amy", "Ben"] } : one,
              ),
            })
          : columns(),
    });
    await amy.press("Start");
    await amy.choose("Column for Owner", "Sales Rep");
    expect(amy.reads()).toContain("OwnerSales RepAmy · Ben");
    expect(document.activeElement).toBe(amy.field("Column for Owner"));
    await amy.press("Looks right");
    expect((amy.asked("limits")[0]![0] as SetupDraft).columns).toEqual({ owner: "Sales Rep" });
  });

  test("a header that is used can be seen in its drop-down even where the list lacks it", async () => {
    const amy = await person({
      columns: () => columns({ headers: { customers: ["Sales Rep"], orders: [], contacts: [] } }),
    });
    await amy.press("Start");
    expect(amy.field("Column for Company").value).toBe("Company Name");
  });

  test("a field that the person says is not there goes back as none", async () => {
    const amy = await person();
    await amy.press("Start");
    await amy.choose("Column for Country", "No such column");
    await amy.press("Looks right");
    expect((amy.asked("limits")[0]![0] as SetupDraft).columns).toEqual({ country: null });
  });

  test("a question without a proposal stays open until it is answered; a proposal that was left standing is agreed to", async () => {
    const amy = await person();
    await amy.press("Start");
    await amy.press("Looks right");
    expect((amy.asked("limits")[0]![0] as SetupDraft).answers).toEqual({ dates: "dmy" });
  });

  test("answers are handed on, and a proposal that was turned down does not come back", async () => {
    const amy = await person();
    await amy.press("Start");
    await amy.tick("All that he buys, from anyone");
    const leave = [...document.querySelectorAll("label")].filter((made) => made.textContent === "Decide later");
    leave[1]!.querySelector("input")!.click();
    await amy.press("Looks right");
    expect((amy.asked("limits")[0]![0] as SetupDraft).answers).toEqual({ amount: "buyer_volume" });
    await amy.press("Back");
    await amy.press("Looks right");
    expect((amy.asked("limits")[1]![0] as SetupDraft).answers).toEqual({ amount: "buyer_volume" });
  });

  test("a question with many answers is a drop-down with its words above it", async () => {
    const amy = await person({ columns: () => columns({ questions: [countryQuestion] }) });
    await amy.press("Start");
    await amy.choose("Column “Country”: “Guinea” in 3 cells. Which country is it?", "Papua New Guinea");
    await amy.press("Looks right");
    expect((amy.asked("limits")[0]![0] as SetupDraft).answers).toEqual({ country: "Papua New Guinea" });
  });

  test.each([
    [5, 0],
    [6, 1],
    [9, 4],
  ])("of %i questions, %i wait under a line of their own", async (asked, waiting) => {
    const questions = Array.from({ length: asked }, (_, i) => ({ ...countryQuestion, id: `q${i}` }));
    const amy = await person({ columns: () => columns({ questions }) });
    await amy.press("Start");
    const later = document.querySelectorAll("details:not(.plain) .question");
    expect(later.length).toBe(waiting);
    expect(amy.reads().includes("more question")).toBe(waiting > 0);
  });

  test.each([
    [false, 5],
    [true, 7],
  ])("a proposal behind the fold is agreed to only by who has opened it (%s)", async (opens, agreed) => {
    const questions = Array.from({ length: 7 }, (_, i) => ({ ...countryQuestion, id: `q${i}`, proposal: "Guinea" }));
    const amy = await person({ columns: () => columns({ questions }) });
    await amy.press("Start");
    if (opens) {
      const fold = [...document.querySelectorAll("details")].find((one) =>
        one.textContent!.startsWith("2 more questions"),
      );
      fold!.open = true;
      // A column that is read again leaves the fold as it was.
      await amy.choose("Column for Owner", "Sales Rep");
    }
    await amy.press("Looks right");
    expect(Object.keys((amy.asked("limits")[0]![0] as SetupDraft).answers).length).toBe(agreed);
  });

  test("a word that nobody knows is asked about by its classes, one that says how far he is as such", async () => {
    const options = [
      { value: "b2b", label: "B2B" },
      { value: "leave", label: "" },
    ];
    const asked = { header: "来源", options };
    const amy = await person({
      columns: () =>
        columns({
          questions: [
            question({ ...asked, id: "source:word:阿里", ask: "word", cells: 3, example: "阿里" }),
            question({
              ...asked,
              id: "source:word:新客户",
              ask: "relation",
              cells: 2,
              example: "新客户",
              proposal: "leave",
            }),
          ],
        }),
    });
    await amy.press("Start");
    expect(amy.reads()).toContain("Column “来源”: “阿里” in 3 cells. Which of these is it?");
    expect(amy.reads()).toContain("“新客户” in 2 cells says how far the customer is, not where he came from.");
    await amy.tick("B2B");
    await amy.press("Looks right");
    expect((amy.asked("limits")[0]![0] as SetupDraft).answers).toEqual({
      "source:word:阿里": "b2b",
      "source:word:新客户": "leave",
    });
  });

  test("with a problem it does not go on, and takes the person to the problem", async () => {
    const amy = await person({ columns: () => columns({ named: false }) });
    await amy.press("Start");
    await amy.press("Looks right");
    expect(amy.asked("limits")).toEqual([]);
    expect(document.activeElement?.textContent).toBe(
      "No column holds the customer's name or number. Choose one above.",
    );
  });

  test("takes the person to the cell that is asked about", async () => {
    const amy = await person();
    await amy.press("Start");
    await amy.press("Show the cell");
    expect(amy.asked("goTo")).toEqual([[{ sheetId: 1, sheet: "Customers", a1: "F4" }, ""]]);
    expect(amy.status()).toBe("Selected Customers, cell F4.");
  });
});

describe("screen 3, Limits", () => {
  const atLimits = async (given: Parameters<typeof person>[0] = {}) => {
    const amy = await person(given);
    await amy.press("Start");
    await amy.press("Looks right");
    return amy;
  };
  const asked = (amy: Awaited<ReturnType<typeof person>>) =>
    amy.asked("limits").map(([handed]) => handed as SetupDraft);

  test("shows the limits with the customers that each makes", async () => {
    const amy = await atLimits();
    expect(amy.heading()).toBe("Limits");
    expect(amy.field("A above").value).toBe("1,000,000");
    expect(amy.reads()).toContain("A above5B from14C from38D96Unrated259");
  });

  test.each([
    ["en", "A also needs payment in time and steady orders, where these are known; else the customer is B."],
    ["zh", "A 级还要付款及时、返单稳定（已知的才看）；不符合的归 B 级。"],
  ] as const)("says beside the counts, in %s, that the amount alone does not make an A", async (lang, sentence) => {
    const amy = await person({}, lang);
    for (const label of lang === "en" ? ["Start", "Looks right"] : ["开始", "没问题"]) await amy.press(label);
    expect(amy.reads()).toContain(sentence);
  });

  test("counts again when a limit or a rate is changed", async () => {
    const amy = await atLimits({
      limits: (handed) => limits({ counts: [{ id: "A", label: "A", count: handed.limits.A === 500_000 ? 9 : 5 }] }),
    });
    await amy.type("A above", "50\u4e07");
    await amy.type("1 EUR in USD", "1.08");
    expect(asked(amy).at(-1)).toMatchObject({ limits: { A: 500_000, B: 300_000, C: 100_000 }, rates: { EUR: 1.08 } });
    expect(amy.reads()).toContain("A above9");
  });

  test("a rate that is taken away is none", async () => {
    const amy = await atLimits({ limits: () => limits({ rates: [{ currency: "EUR", cells: 3, rate: 1.08 }] }) });
    await amy.type("1 EUR in USD", "");
    expect(asked(amy).at(-1)!.rates).toEqual({});
  });

  test.each([
    ["A above", "much", "Type an amount above 0, such as 300,000."],
    ["A above", "0", "Type an amount above 0, such as 300,000."],
    ["1 EUR in USD", "7,2", "Type a rate above 0, such as 7.2, or leave it blank."],
  ])("%s %s is refused beside its field, and the preview waits", async (label, text, sentence) => {
    const amy = await atLimits();
    await amy.type(label, text);
    await amy.press("Preview");
    expect(amy.reads()).toContain(sentence);
    expect(amy.field(label).getAttribute("aria-invalid")).toBe("true");
    expect(document.activeElement).toBe(amy.field(label));
    expect(amy.asked("preview")).toEqual([]);
    await amy.type(label, "8");
    expect(amy.reads()).not.toContain(sentence);
    await amy.press("Preview");
    expect(amy.heading()).toBe("Preview");
  });

  test("limits that the server finds fault with do not go on to the preview", async () => {
    const amy = await atLimits({
      limits: (handed) => limits({ problems: handed.limits.B > handed.limits.A ? ["B must be below A."] : [] }),
    });
    await amy.type("B from", "2,000,000");
    await amy.press("Preview");
    expect(amy.reads()).toContain("B must be below A.");
    expect(amy.asked("preview")).toEqual([]);
  });

  test("round limits are taken over with one press", async () => {
    const amy = await atLimits();
    await amy.press("Use round limits from your orders: 500,000, 200,000, 50,000");
    expect(amy.field("C from").value).toBe("50,000");
    expect(asked(amy).at(-1)!.limits).toEqual({ A: 500_000, B: 200_000, C: 50_000 });
  });

  test("another base currency drops the rates, which were meant in the one before", async () => {
    const amy = await atLimits({ limits: () => limits({ rates: [{ currency: "EUR", cells: 3, rate: 1.08 }] }) });
    await amy.choose("Base currency", "CNY");
    expect(asked(amy).at(-1)).toMatchObject({ base: "CNY", rates: {} });
  });

  test("rates by day are offered at the first set-up too, in the base currency that was just chosen", async () => {
    const first = await atLimits({
      limits: () => limits({ currencies: ["USD", "CNY"] }),
    });
    await first.choose("Base currency", "CNY");
    await first.press("Rates by day…");
    expect(first.asked("showRates")).toEqual([["CNY"]]);
  });

  test("rates by day stand on a tab of their own, and what was typed here stays", async () => {
    const amy = await person({ open: () => ({ state: "ready", who: "Amy" }) });
    for (const label of ["Run the set-up again", "Start", "Looks right"]) await amy.press(label);
    expect(amy.reads()).toContain("goes by the latest rate on or before its day");
    await amy.type("1 EUR in USD", "1.08");
    await amy.press("Rates by day…");
    expect(amy.asked("showRates")).toEqual([["USD"]]);
    expect(amy.status()).toContain("The tab of rates is open.");
    expect(amy.field("1 EUR in USD").value).toBe("1.08");
  });

  test.each([
    ["en", ["Start", "Looks right"], "Rates by day…", "Count again", "A above", "1,000,000"],
    ["zh", ["开始", "没问题"], "按日汇率…", "重新统计", "A 高于", "1,000,000"],
  ] as const)(
    "in %s, rates that were typed into their tab are counted with one press",
    async (lang, way, open, again, label, typed) => {
      let rated = false;
      const amy = await person(
        { limits: () => limits({ counts: [{ id: "A", label: "A", count: rated ? 9 : 5 }] }) },
        lang,
      );
      for (const one of way) await amy.press(one);
      expect(() => amy.button(again)).toThrow();
      await amy.press(open);
      rated = true;
      expect(amy.reads()).toContain(`${label}5`);
      await amy.press(again);
      expect(amy.reads()).toContain(`${label}9`);
      expect(amy.field(label).value).toBe(typed);
    },
  );

  test.each([
    ["en", ["Start", "Looks right"], "by the fixed rate above", "it is listed and not summed."],
    ["zh", ["开始", "没问题"], "用上面的固定汇率", "只列出，不计入合计。"],
  ] as const)(
    "in %s, a fixed rate is spoken of only where there is a field for one",
    async (lang, way, fixed, none) => {
      for (const rates of [limits().rates, []]) {
        const amy = await person({ limits: () => limits({ rates }) }, lang);
        for (const one of way) await amy.press(one);
        const lead = [...document.querySelectorAll(".hint")].find(({ textContent }) =>
          /tab of rates|汇率表/.test(textContent),
        )!;
        expect(lead.textContent).toContain(rates.length ? fixed : none);
        expect(lead.textContent).not.toContain(rates.length ? none : fixed);
      }
    },
  );

  const COUNT_ALL = "Count it as it is: who has waited long is overdue or long silent at once";
  const START_TODAY =
    "Start today: older silence counts from today. The follow-up reason says so, on the Today cards and on the Classes tab; nobody is hidden";
  const SETTLED = "As it was settled before";
  const chosen = () =>
    document.querySelector<HTMLInputElement>("input[type=radio]:checked")!.parentElement!.textContent;

  test("old silence counts as it is unless the team starts today", async () => {
    const amy = await atLimits();
    expect(chosen()).toBe(COUNT_ALL);
    await amy.press("Preview");
    await amy.press("Back");
    await amy.tick(START_TODAY);
    await amy.press("Preview");
    await amy.press("Back");
    expect(chosen()).toBe(START_TODAY);
    expect(amy.asked("preview").map(([handed]) => (handed as SetupDraft).backlog)).toEqual(["as_is", "today"]);
  });

  test("a set-up that is run again leaves the backlog as it was settled, unless told otherwise", async () => {
    const amy = await person({ open: () => ({ state: "ready", who: "Amy" }) });
    for (const label of ["Run the set-up again", "Start", "Looks right"]) await amy.press(label);
    expect(chosen()).toBe(SETTLED);
    await amy.tick(COUNT_ALL);
    await amy.press("Preview");
    await amy.press("Back");
    await amy.tick(SETTLED);
    await amy.press("Preview");
    expect(amy.asked("preview").map(([handed]) => (handed as SetupDraft).backlog)).toEqual(["as_is", null]);
  });

  test("of two counts under way only the one asked last is shown", async () => {
    const first = later<LimitsView>();
    const second = later<LimitsView>();
    const answers = [limits(), first.promise, second.promise];
    const amy = await atLimits({ limits: () => answers.shift() });
    await amy.type("A above", "900,000");
    await amy.type("A above", "800,000");
    second.give(limits({ counts: [{ id: "A", label: "A", count: 8 }] }));
    await settled();
    first.give(limits({ counts: [{ id: "A", label: "A", count: 9 }] }));
    await settled();
    expect(amy.reads()).toContain("A above8");
  });
});

describe("screen 4, Preview", () => {
  const atPreview = async (given: Parameters<typeof person>[0] = {}) => {
    const amy = await person(given);
    for (const label of ["Start", "Looks right", "Preview"]) await amy.press(label);
    return amy;
  };

  test("shows what would be written and where every change comes from", async () => {
    const amy = await atPreview();
    expect(amy.reads()).toContain("Changes of tier: 2 (1 up, 1 down)");
    expect(amy.reads()).toContain("Northwind GmbHB → AUSD 1,204,000 in 12 months");
    expect(amy.reads()).toContain("Cells not read: 1");
    expect(amy.reads()).toContain("Differs from your column 客户等级: 1");
    await amy.press("Bought in 12 months: “约3万” cannot be read. (Customers!F23)");
    expect(amy.asked("goTo")[0]).toEqual([{ sheetId: 1, sheet: "Customers", a1: "F23" }, ""]);
  });

  test("says which base currency is in force while the limits are asked about", async () => {
    const amy = await atPreview({ preview: () => preview({ rebased: { from: "USD", to: "CNY" } }) });
    expect(amy.reads()).toContain("was changed from USD to CNY; until the question about the limits is answered, USD");
    const ben = await atPreview();
    expect(ben.reads()).not.toContain("base currency");
  });

  test("before the first writing it names the new columns and no changes", async () => {
    const amy = await atPreview({
      preview: () =>
        preview({ first: true, columnsToAdd: 6, cells: 2060, changes: { total: 0, up: 0, down: 0, list: [] } }),
    });
    expect(amy.reads()).toContain("Writes 2,060 cells in 6 new columns at the right.");
    expect(amy.reads()).not.toContain("Changes of tier");
  });

  test("Back keeps all that was said", async () => {
    const amy = await person();
    for (const label of ["Start", "Looks right"]) await amy.press(label);
    await amy.type("A above", "500,000");
    await amy.press("Preview");
    await amy.press("Back");
    expect(amy.heading()).toBe("Limits");
    expect((amy.asked("limits").at(-1)![0] as SetupDraft).limits.A).toBe(500_000);
  });

  test("a long list of changes comes in parts and says that it is not all", async () => {
    const list = Array.from({ length: 200 }, (_, i) => ({ ...preview().changes.list[0]!, company: `Firm ${i}.` }));
    const amy = await atPreview({ preview: () => preview({ changes: { total: 230, up: 230, down: 0, list } }) });
    expect(amy.reads()).toContain("The first 200 of 230.");
    expect(amy.reads()).not.toContain("Firm 30.");
    await amy.press("Show 30 more");
    expect(amy.reads()).toContain("Firm 59.");
    expect(amy.reads()).not.toContain("Firm 60.");
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Go to row: Firm 30.");
  });
});

describe("a call that fails in the set-up", () => {
  test.each([
    ["columns", ["Start"], "Set up Tierbook"],
    ["limits", ["Start", "Looks right"], "Columns"],
    ["preview", ["Start", "Looks right", "Preview"], "Limits"],
  ] as const)("%s says why and the screen can be used again", async (name, presses, heading) => {
    let broken = true;
    const fine = { columns, limits, preview };
    const amy = await person({ [name]: () => (broken ? refuse() : fine[name]()) });
    for (const label of presses) await amy.press(label);
    expect(amy.heading()).toBe(heading);
    expect(amy.error()).toBe("Sheet Customers is gone.");
    broken = false;
    await amy.press(presses.at(-1)!);
    expect(amy.heading()).not.toBe(heading);
    expect(amy.error()).toBe("");
  });

  test("a count that fails leaves what was typed", async () => {
    let broken = false;
    const amy = await person({ limits: () => (broken ? refuse() : limits()) });
    for (const label of ["Start", "Looks right"]) await amy.press(label);
    broken = true;
    await amy.type("A above", "500,000");
    expect(amy.error()).toBe("Sheet Customers is gone.");
    expect(amy.field("A above").value).toBe("500,000");
  });

  test("a column that cannot be read again leaves the choice", async () => {
    let broken = false;
    const amy = await person({ columns: () => (broken ? refuse() : columns()) });
    await amy.press("Start");
    broken = true;
    await amy.choose("Column for Owner", "Sales Rep");
    expect(amy.error()).toBe("Sheet Customers is gone.");
    expect(amy.field("Column for Owner").value).toBe("Sales Rep");
  });
});
