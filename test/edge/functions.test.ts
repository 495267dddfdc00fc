import { beforeAll, describe, expect, test } from "vitest";
import { builtAddon, type Given, type Office, office, setUp, TODAY, team } from "./office";

beforeAll(builtAddon);

/** What a formula shows in a cell of its own sheet, row by row. */
async function shown(
  formula: string,
  sheets: { name: string; rows: readonly (readonly Given[])[] }[] = [],
): Promise<unknown[][]> {
  const it = await office([...team(), ...sheets, { name: "F", rows: [[""]] }]);
  return typed(it, formula);
}

function typed(it: Office, formula: string): unknown[][] {
  it.put("F", 0, 0, { formula });
  return it.values("F");
}

const column = (...cells: Given[]) => [{ name: "C", rows: cells.map((cell) => [cell]) }];

describe("CUSTOMER_TIER", () => {
  test.each([
    [1_000_000.01, "A"],
    [1_000_000, "B"],
    [300_000, "B"],
    [299_999.99, "C"],
    [100_000, "C"],
    [99_999.99, "D"],
    [0, "D"],
  ])("%s is %s", async (amount, tier) => {
    expect(await shown(`=CUSTOMER_TIER(${amount})`)).toEqual([[tier]]);
  });

  test("an amount over the limit of A is B where he pays late or orders unsteadily, and A where that is not known", async () => {
    const it = await office([...team(), { name: "F", rows: [[""]] }]);
    expect(typed(it, "=CUSTOMER_TIER(2000000, TRUE, TRUE)")).toEqual([["A"]]);
    expect(typed(it, "=CUSTOMER_TIER(2000000, FALSE, TRUE)")).toEqual([["B"]]);
    expect(typed(it, '=CUSTOMER_TIER(2000000, "", FALSE)')).toEqual([["B"]]);
    expect(typed(it, "=CUSTOMER_TIER(2000000)")).toEqual([["A"]]);
  });

  test("a column has the same height out; blank stays blank, what cannot be read is unrated", async () => {
    expect(await shown("=CUSTOMER_TIER(C!A1:A5)", column(2_000_000, "", "USD 0.86/pc", "$150,000", 5))).toEqual([
      ["A"],
      [""],
      ["Unrated"],
      ["C"],
      ["D"],
    ]);
  });

  test("a header in row 1 gives the unit and is answered with a header", async () => {
    expect(await shown("=CUSTOMER_TIER(C!A1:A3)", column("年采购额/万", 120, 30))).toEqual([["Tier"], ["A"], ["B"]]);
  });

  test("a single cell that cannot be read is an error", async () => {
    expect(await shown('=CUSTOMER_TIER("USD 0.86/pc")')).toEqual([["#ERROR!"]]);
  });
});

test.each([
  ['=CUSTOMER_AMOUNT("1.2万")', 12_000],
  ['=CUSTOMER_AMOUNT("USD 4,280.50")', 4_280.5],
  ['=CUSTOMER_AMOUNT("4280", "USD")', 4_280],
  ['=CUSTOMER_AMOUNT("8万元")', "#ERROR!"],
  ['=CUSTOMER_AMOUNT("")', ""],
  ['=CUSTOMER_REGION("德国")', "Europe"],
  ['=CUSTOMER_REGION("Brasil")', "Latin America"],
  ['=CUSTOMER_REGION("Korea")', "#ERROR!"],
  ['=CUSTOMER_REGION("")', ""],
])("%s shows %s", async (formula, value) => {
  const rows = await shown(formula);
  expect(rows.length === 0 ? "" : rows[0]![0]).toBe(value);
});

describe("CUSTOMER_URGENCY and CUSTOMER_DUE", () => {
  const last = (days: number) => TODAY - days;
  test.each([
    // 14 days of tier A: 20 % before is soon, 50 % after is overdue.
    [11, "A", "On track"],
    [12, "A", "Soon"],
    [13, "A", "Soon"],
    [14, "A", "Due"],
    [20, "A", "Due"],
    [21, "A", "Overdue"],
    [365, "A", "Overdue"],
    [366, "A", "Long silent"],
    [6, "3 stars", "Soon"],
    [30, "30", "Due"],
    [60, "C级", "Due"],
  ])("%s days after the contact, cadence %s: %s", async (days, cadence, level) => {
    const it = await office([...team(), ...column({ day: last(days) }), { name: "F", rows: [[""]] }]);
    expect(typed(it, `=CUSTOMER_URGENCY(C!A1, "${cadence}", "", ${TODAY})`)).toEqual([[level]]);
  });

  test("a next date that is later than the contact counts; a blank contact counts by it", async () => {
    const sheets = [
      {
        name: "C",
        rows: [
          [{ day: last(50) }, { day: TODAY + 3 }],
          ["", { day: TODAY + 3 }],
          [{ day: last(5) }, { day: last(9) }],
          ["", ""],
        ] as Given[][],
      },
    ];
    expect(await shown(`=CUSTOMER_DUE(C!A1:A4, 30, C!B1:B4, ${TODAY})`, sheets)).toEqual([
      [TODAY + 3],
      [TODAY + 3],
      [TODAY + 25],
      [""],
    ]);
  });

  test("columns of different heights are refused", async () => {
    expect(
      await shown("=CUSTOMER_DUE(C!A1:A3, C!A1:A2)", column({ day: 46_000 }, { day: 46_000 }, { day: 46_000 })),
    ).toEqual([["#ERROR!"]]);
  });
});

describe("the whole tables", () => {
  test("formulas and the bulk writer give the same classes", async () => {
    const it = await office([...team(), { name: "F", rows: [[""]] }]);
    setUp(it);
    const rows = it.values("Classes").slice(1);
    const classes = (header: string) => {
      const at = it.values("Classes")[0]!.indexOf(header);
      return rows.map((row) => [row[at]]);
    };
    const names = "Customers!A2:A6";
    for (const [axis, header] of [
      ["Tier", "Tier"],
      ["等级", "Tier"],
      ["Frequency", "Frequency"],
      ["活跃度", "Activity"],
      ["region", "Region"],
    ] as const) {
      expect(typed(it, `=CUSTOMER_CLASS(${names}, "${axis}", Customers!A1:J6, Orders!A1:F9)`)).toEqual(classes(header));
    }
    expect(typed(it, `=CUSTOMER_CLASS(${names}, "Follow-up", Customers!A1:J6, Orders!A1:F9)`)).toEqual(
      it
        .values("Customers")
        .slice(1)
        .map((row) => [row[5]]),
    );
    expect(typed(it, `=CUSTOMER_FREQUENCY(${names}, Orders!A1:F9)`)).toEqual(classes("Frequency"));
    expect(typed(it, `=CUSTOMER_ACTIVITY(${names}, Orders!A1:F9)`)).toEqual(classes("Activity"));
    expect(typed(it, `=CUSTOMER_WHY(${names}, Customers!A1:J6, Orders!A1:F9)`)).toEqual(classes("Tier: why"));
  });

  test("open ranges give a row for every row of the grid", async () => {
    const rows = await shown("=CUSTOMER_FREQUENCY(Customers!A2:A, Orders!A:F)");
    expect(rows.slice(0, 5).flat()).toEqual(["Low", "Low", "Single order", "Single order", "No order"]);
    expect(rows.slice(5).every((row) => row[0] === "")).toBe(true);
  });

  test("a customer who is not in the table is an error in a single cell and unrated in a column", async () => {
    const it = await office([...team(), ...column("Nobody Inc", "Acme GmbH"), { name: "F", rows: [[""]] }]);
    expect(typed(it, '=CUSTOMER_CLASS("Nobody Inc", "Tier", Customers!A1:E6)')).toEqual([["#ERROR!"]]);
    expect(typed(it, '=CUSTOMER_CLASS(C!A1:A2, "Tier", Customers!A1:E6, Orders!A1:F9)')).toEqual([["Unrated"], ["B"]]);
    expect(typed(it, '=CUSTOMER_CLASS("Acme GmbH", "Colour", Customers!A1:E6)')).toEqual([["#ERROR!"]]);
  });

  test("a policy that is passed wins over the saved one", async () => {
    const it = await office([...team(), { name: "F", rows: [[""]] }]);
    setUp(it);
    const row = it.values("Policy").findIndex((cells) => cells[4] === "value.B.min");
    it.put("Policy", row, 1, 400_000);
    const end = it.values("Policy").length;
    expect(typed(it, "=CUSTOMER_TIER(350000)")).toEqual([["B"]]);
    expect(typed(it, `=CUSTOMER_TIER(350000, "", "", ${TODAY}, Policy!A1:E${end})`)).toEqual([["C"]]);
    it.call.home();
    it.addon.forget();
    expect(typed(it, "=CUSTOMER_TIER(350001)")).toEqual([["C"]]);
  });

  test("TIERBOOK_DAY is a day, whatever fraction it carries", async () => {
    const it = await office([...team(), ...column({ day: TODAY - 13 }), { name: "F", rows: [[""]] }]);
    setUp(it);
    it.addon.rpc("setPolicy", { "value.C.min": "90000" });
    expect(typed(it, '=CUSTOMER_URGENCY(C!A1, "A", "", TIERBOOK_DAY)')).toEqual([["Soon"]]);
  });
});

describe.each(["CUSTOMER_TIER", "CUSTOMER_AMOUNT", "CUSTOMER_URGENCY", "CUSTOMER_DUE"])("%s", (name) => {
  test.each([[[]], [[[]]]])("of %j, a range without a cell, is blank", async (nothing) => {
    const it = await office(team());
    expect(it.addon.run(name, nothing, "")).toBe("");
  });

  test("of something that no cell holds says that it cannot be read", async () => {
    const it = await office(team());
    expect(() => it.addon.run(name, { a: 1 }, 30)).toThrow(/: \{ \} cannot be read\.$/);
  });
});
