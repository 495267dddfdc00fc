import { beforeAll, describe, expect, test } from "vitest";
import { AXES } from "../../src/core/axes";
import { companyOf } from "../../src/core/cells/company";
import { AXIS_COLUMNS, CUSTOMER_COLUMNS } from "../../src/core/columns";
import { columnLetters, dateOf } from "../../workbench/sample/cells";
import { makeSample } from "../../workbench/sample/workbook";
import { builtAddon, type Given, type Office, office, reclassify, setUp, TODAY, team } from "./office";

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
  ['=CUSTOMER_REGION("-")', ""],
  ['=CUSTOMER_SOURCE("广交会/阿里国际站")', "Fair"],
  ['=CUSTOMER_SOURCE("Kompass, alibaba")', "B2B platform"],
  ['=CUSTOMER_SOURCE("Kompass")', "#ERROR!"],
  ['=CUSTOMER_SOURCE("新客户")', "#ERROR!"],
  ['=CUSTOMER_IDENTITY("oem")', "OEM"],
  ['=CUSTOMER_IDENTITY("批发、零售")', "Wholesaler"],
  ['=CUSTOMER_IDENTITY("")', ""],
  ['=CUSTOMER_INDUSTRY("餐饮")', "Services"],
  ['=CUSTOMER_INDUSTRY("n/a")', ""],
  ['=CUSTOMER_STARS("已寄样")', 3],
  ['=CUSTOMER_STARS("Not interested")', 0],
  ['=CUSTOMER_STARS("★★★★")', 4],
  ['=CUSTOMER_STARS("等老板批")', "#ERROR!"],
  ['=CUSTOMER_STARS("")', ""],
])("%s shows %s", async (formula, value) => {
  const rows = await shown(formula);
  expect(rows.length === 0 ? "" : rows[0]![0]).toBe(value);
});

test.each([
  [
    "en",
    "CUSTOMER_SOURCE",
    "火星",
    "source: no list of the policy knows “火星”. Add it to a row of the policy sheet such as “Source: fair”.",
  ],
  [
    "zh",
    "CUSTOMER_SOURCE",
    "火星",
    "source：规则的词表里没有「火星」。可在规则表里把它加进合适的一行，如「来源：展会」。",
  ],
  ["en", "CUSTOMER_STARS", "等老板批", "Add it to a row of the policy sheet such as “Stages of 4 stars”."],
  ["zh", "CUSTOMER_IDENTITY", "占星师", "如「客户身份：经销代理商」"],
  ["en", "CUSTOMER_INDUSTRY", "Astrology", "such as “Industry: manufacturing”"],
  // By no list of words.
  ["en", "CUSTOMER_REGION", "Atlantis", "country: Atlantis cannot be read."],
  ["zh", "CUSTOMER_REGION", "火星", "country：火星 无法读取。"],
])("in %s %s of the word %s says what to do", async (locale, name, word, sentence) => {
  const it = await office(team(), { locale });
  expect(() => it.addon.run(name, word)).toThrow(sentence);
});

test("a column of words has the same height out; what no list knows is unrated, and asked about in the sidebar", async () => {
  const words = column("展会", "", "Kompass", "LinkedIn", "展会");
  expect(await shown("=CUSTOMER_SOURCE(C!A1:A5)", words)).toEqual([
    ["Fair"],
    [""],
    ["Unrated"],
    ["Social media"],
    ["Fair"],
  ]);
  const stages = column("样品测试", { day: TODAY }, 3, "4星");
  expect(await shown("=CUSTOMER_STARS(C!A1:A4)", stages)).toEqual([[3], ["Unrated"], ["Unrated"], [4]]);
});

test("what was answered in the sidebar holds for formulas too", async () => {
  const [customers, ...others] = team();
  const rows = customers!.rows.map((row, i) => [...row, i === 0 ? "Source" : "Kompass"]);
  const it = await office([{ name: "Customers", rows }, ...others, { name: "F", rows: [[""]] }]);
  const { draft } = it.call.start(null);
  setUp(it, { ...draft!, answers: { ...draft!.answers, "source:word:kompass": "b2b" } });
  expect(typed(it, '=CUSTOMER_SOURCE("kompass")')).toEqual([["B2B platform"]]);
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

/** The sentence of a tier before the rows of the policy. Each of those must stand where its cell says, under its words. */
function withoutRows(it: Office, why: unknown): string {
  const [, sentence, rows] = /^(.*?)(?: \((Policy!B\d+ “.*)\))?$/.exec(String(why))!;
  const policy = it.values("Policy");
  for (const row of rows?.split(" · ") || []) {
    const [, at, words] = /^Policy!B(\d+) “(.*)”$/.exec(row)!;
    expect(policy[Number(at) - 1]![0]).toBe(words);
  }
  return sentence!;
}

describe("CUSTOMER_WHY", () => {
  const WHY = `=CUSTOMER_WHY("Bravo SARL", Customers!A1:E6, Orders!A1:F9, ${TODAY})`;
  const SENTENCE = "USD 350,000 ordered in the last 365 days, refunds taken off";
  const WORDS = "“Tier B: from (included)”";
  const B_ROW = 5;
  const ready = async (locale = "en") => {
    const it = await office([...team(), { name: "F", rows: [[""]] }], { locale });
    setUp(it);
    expect(it.values(it.tabs().find((name) => /Policy|规则/.test(name))!)[B_ROW - 1]).toContain("value.B.min");
    it.addon.forget();
    return it;
  };

  test.each<[string, (it: Office) => void, string]>([
    ["as it was set up", () => {}, `Policy!B${B_ROW} ${WORDS}`],
    ["with rows inserted", (it) => it.store.insertRows(it.sheetId("Policy"), 1, 3), `Policy!B${B_ROW + 3} ${WORDS}`],
    ["with a column inserted", (it) => it.store.insertColumns(it.sheetId("Policy"), 0, 1), `Policy!C${B_ROW} ${WORDS}`],
    ["renamed", (it) => it.store.rename(it.sheetId("Policy"), "Rules"), `Rules!B${B_ROW} ${WORDS}`],
    ["moved", (it) => it.store.moveSheet(it.sheetId("Policy"), 0), `Policy!B${B_ROW} ${WORDS}`],
    ["deleted", (it) => it.store.deleteSheet(it.sheetId("Policy")), WORDS],
    // The last good policy stays in force; the cell to look at is the same.
    [
      "with a word where this number belongs",
      (it) => it.put("Policy", B_ROW - 1, 1, "lots"),
      `Policy!B${B_ROW} ${WORDS}`,
    ],
    [
      "with a word where another number belongs",
      (it) => it.put("Policy", B_ROW, 1, "lots"),
      `Policy!B${B_ROW} ${WORDS}`,
    ],
    // Not what decided, until the add-on has looked.
    ["with a number that is not in force yet", (it) => it.put("Policy", B_ROW - 1, 1, 340_000), WORDS],
    ["without its keys", (it) => it.store.deleteColumns(it.sheetId("Policy"), 4, 1), WORDS],
  ])("names the row that decided and its cell: the policy sheet %s", async (_, change, rows) => {
    const it = await ready();
    change(it);
    expect(typed(it, WHY)).toEqual([[`${SENTENCE} (${rows})`]]);
  });

  test("by a policy that is passed names the cell where the policy sheet says the same", async () => {
    const it = await ready();
    const end = it.values("Policy").length;
    const passed = WHY.replace(/\)$/, `, Policy!A1:E${end})`);
    expect(typed(it, passed)).toEqual([[`${SENTENCE} (Policy!B${B_ROW} ${WORDS})`]]);
    it.put("Policy", B_ROW - 1, 1, 340_000);
    expect(typed(it, passed)).toEqual([[`${SENTENCE} (Policy!B${B_ROW} ${WORDS})`]]);
  });

  test("of a tier that stays unrated for a refund without a rate names the row of that rate, and no limit", async () => {
    const it = await ready();
    const end = it.values("Orders").length;
    const refund: Given[] = ["N-9", "Bravo SARL", { day: TODAY - 80 }, -5, "CHF", "refunded"];
    for (const [column, cell] of refund.entries()) it.put("Orders", end, column, cell);
    const policy = it.values("Policy");
    const row = policy.findIndex((cells) => cells.includes("rate.CHF"));
    const why = WHY.replace("A1:F9", `A1:F${end + 1}`);
    const rows = `Policy!B${row + 1} “${policy[row]![0]}”`;
    expect(row).toBeGreaterThan(0);
    expect(typed(it, why)[0]![0]).toMatch(/refund.* \(/);
    expect(String(typed(it, why)[0]![0]).endsWith(` (${rows})`)).toBe(true);
  });

  test("names several rows one after the other, none where none decided, and the row's words before a set-up", async () => {
    expect(await shown(WHY)).toEqual([[`${SENTENCE} (${WORDS})`]]);
    const it = await ready();
    const of = (name: string) => typed(it, WHY.replace("Bravo SARL", name))[0]![0];
    expect(of("Acme GmbH")).toMatch(
      /does not order steadily \(Policy!B4 “Tier A: bought in a year, more than” · Policy!B\d+ “Steady: own gap up to” · /,
    );
    expect(of('=HYPERLINK(""x"")')).toBe("No orders and no amount a year");
  });

  test("says so in Chinese", async () => {
    const it = await ready("zh_CN");
    expect(typed(it, WHY)).toEqual([
      ["近 365 天有效订单合计 USD 350,000（已扣退款）（规则!B5「B 级：年采购额从（含）」）"],
    ]);
  });

  test("asks Google as often for a column as for one customer", async () => {
    const it = await ready();
    const calls = (names: string) => {
      it.runtime.calls.reset();
      typed(it, WHY.replace('"Bravo SARL"', names));
      return [...it.runtime.calls.log];
    };
    expect(calls("Customers!A2:A6")).toEqual(calls('"Bravo SARL"'));
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
    const whys = typed(it, `=CUSTOMER_WHY(${names}, Customers!A1:J6, Orders!A1:F9)`);
    expect(whys.map(([why]) => withoutRows(it, why))).toEqual(classes("Tier: why").flat());
  });

  test("CUSTOMER_NEXT says for each what lifts the tier and when it falls", async () => {
    const it = await office([...team(), ...column("Acme GmbH", "", "Nobody Inc"), { name: "F", rows: [[""]] }]);
    const tables = `Customers!A1:E6, Orders!A1:F9, ${TODAY}`;
    // TODAY is 2026-11-22.
    const acme =
      "Any order by 2027-05-03 lifts the tier to A; without an order the tier falls to D on 2028-01-01; the activity to Lapsing on 2027-10-29";
    expect(typed(it, `=CUSTOMER_NEXT(Customers!A2:A6, ${tables})`).flat()).toEqual([
      acme,
      "No single order lifts the tier to A: he does not order steadily; without an order the tier falls to D on 2027-10-13; the activity to Lapsing on 2028-02-06",
      "USD 80,000 more by 2027-01-25 lifts the tier to C; without an order the activity falls to Dormant on 2027-01-27",
      "USD 100,000 more lifts the tier to C; without an order the activity falls to Lapsing on 2027-02-16",
      "Any order makes the tier D; one of USD 100,000 makes it C",
    ]);
    expect(typed(it, `=CUSTOMER_NEXT(C!A1:A3, ${tables})`)).toEqual([[acme], [""], ["Unrated"]]);
    expect(typed(it, `=CUSTOMER_NEXT("Acme GmbH", ${tables})`)).toEqual([[acme]]);
    expect(typed(it, `=CUSTOMER_NEXT("Nobody Inc", ${tables})`)).toEqual([["#ERROR!"]]);
  });

  test("open ranges give a row for every row of the grid", async () => {
    const rows = await shown("=CUSTOMER_FREQUENCY(Customers!A2:A, Orders!A:F)");
    expect(rows.slice(0, 5).flat()).toEqual(["Low", "Low", "Single order", "Single order", "No order"]);
    expect(rows.slice(5).every((row) => row[0] === "")).toBe(true);
  });

  test.each([
    ["Tier", "B"],
    ["等级", "B"],
    ["等级(计算)", "B"],
    ["等级（计算）", "B"],
    ["客户等级", "B"],
    ["customer tier", "B"],
    ["Tierbook: Tier", "B"],
    ["tierbook.tier", "B"],
    ["跟进状态", "Due"],
    ["follow-up", "Due"],
    ["tierbook.level", "Due"],
    ["客户关系", "Growing"],
    ["关系", "Growing"],
    ["Relation", "Growing"],
    ["客户区域", "Europe"],
    ["tierbook.region", "Europe"],
    // As the team heads such a column in the customer sheet.
    ["客户阶段", "4 stars: ordered"],
    ["Stage", "4 stars: ordered"],
    ["客户类型", "Unrated"],
    ["规模", "Unrated"],
    ["Due", "#ERROR!"],
    ["客户", "#ERROR!"],
    ["Customer ", "#ERROR!"],
    ["", "#ERROR!"],
  ])("the axis named “%s” gives %s", async (axis, shownAs) => {
    expect(await shown(`=CUSTOMER_CLASS("Bravo SARL", "${axis}", Customers!A1:E6, Orders!A1:F9, ${TODAY})`)).toEqual([
      [shownAs],
    ]);
  });

  test("every header of a class that we write names its axis, in both languages", async () => {
    const it = await office(team());
    const tables = team().map(({ rows }) =>
      rows.map((row) => row.map((cell) => (typeof cell === "object" ? "" : cell))),
    );
    for (const { axis, header } of [...CUSTOMER_COLUMNS, ...AXIS_COLUMNS])
      for (const name of axis ? [header.zh, header.en] : []) {
        const given = ["Casa Blanca", name, tables[0], tables[1], TODAY] as const;
        const byId = ["Casa Blanca", axis!, tables[0], tables[1], TODAY] as const;
        expect(it.addon.run("CUSTOMER_CLASS", ...given), name).toBe(it.addon.run("CUSTOMER_CLASS", ...byId));
      }
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

/** A team whose cells are drawn at random: with orders, a contact log of its own, and all that the axes look at. */
function randomTeam(seed: number): { name: string; rows: Given[][] }[] {
  let state = seed;
  const upTo = (n: number) => {
    state = (state * 16_807) % 2_147_483_647;
    return state % n;
  };
  const one = (...cells: readonly Given[]): Given => cells[upTo(cells.length)]!;
  const ago = (days: number): Given => ({ day: TODAY - upTo(days) });
  const sheets = [
    {
      name: "Customers",
      rows: [
        [
          "Customer ID",
          "Company",
          "Country",
          "Owner",
          "Stage",
          "Source",
          "Fair",
          "Last contact",
          "Next date",
          "Inquiry date",
          "Complaint",
          "Do not contact",
          "Customer type",
          "Industry",
          "Product",
          "Company size",
          "Satisfaction",
          "Ended",
          "Potential",
          "City",
        ],
      ] as Given[][],
    },
    { name: "Orders", rows: [["Order no", "Customer ID", "Order date", "Amount", "Status"]] as Given[][] },
    {
      name: "Contacts",
      rows: [["Contact date", "Customer ID", "Customer", "Direction", "Channel", "Note", "Next date"]] as Given[][],
    },
  ];
  const [customers, orders, contacts] = sheets;
  for (let i = 1; i <= 40; i++) {
    const id = `C-${i}`;
    customers!.rows.push([
      id,
      `Company ${i} Ltd`,
      one("Germany", "Brazil", "Vietnam", ""),
      one("Amy", "Ben", "amy", ""),
      one("0 stars", "1 star", "2 stars", "3 stars", ""),
      one("Canton Fair", "Alibaba", "LinkedIn", "Google Ads", ""),
      one("hot", "cold", ""),
      one("", ago(20), ago(120), ago(900)),
      one("", "", ago(30), { day: TODAY + 1 + upTo(20) }),
      one("", "", ago(10), ago(400)),
      one("", "", "", "yes"),
      one("", "", "", "", "yes"),
      one("Distributor", "OEM/批发", "零售商", "Somebody", ""),
      one("制造业", "Retail", "Astrology", ""),
      one("phone case", "西装、瑜伽服", "Teapots", ""),
      one("51-200人", 800, 12, "small", ""),
      one(5, 3, "", ""),
      one("", "", "", "yes", ago(300)),
      one("", "", "", "高"),
      one("Berlin", "Hanoi", ""),
    ]);
    for (let k = upTo(4); k > 0; k--)
      orders!.rows.push([`${i}-${k}`, id, ago(900), 1000 * upTo(900), one("paid", "shipped", "cancelled")]);
    for (let k = upTo(3); k > 0; k--)
      contacts!.rows.push([
        ago(200),
        id,
        `Company ${i} Ltd`,
        one("in", "out"),
        one("email", "visit"),
        one("", "asked for a price"),
        "",
      ]);
  }
  return sheets;
}

describe.each([7, 2_026])("a random team (%i) with a contact log of its own and with ours", (seed) => {
  const tables = "Customers!A1:Z41, Orders!A1:E200, TIERBOOK_DAY";
  const own = { "home.country": "Germany", "home.city": "Berlin", "source.b2b": "Alibaba, LinkedIn" };

  async function ready(): Promise<Office> {
    const it = await office([...randomTeam(seed), { name: "F", rows: [[""]] }]);
    expect(it.call.start(null).contacts).toMatchObject({ sheet: "Contacts" });
    setUp(it);
    it.addon.rpc("setPolicy", { ...own, "source.social": "Facebook", "label.region.europe": "EU" });
    const { today } = it.call.home();
    today.slice(0, 4).forEach(({ key, company }, i) => {
      it.clock += 61_000;
      const how =
        i % 2 ? ({ kind: "replied", next: "" } as const) : ({ kind: "contacted", next: "2026-12-03" } as const);
      it.call.log(key, { ...how, company });
    });
    reclassify(it);
    it.addon.forget();
    return it;
  }

  test("formulas and the bulk writer give the same class on every axis, and the same reason", async () => {
    const it = await ready();
    const [headers, ...rows] = it.values("Classes");
    const standing = (header: string) => rows.map((row) => [row[headers!.indexOf(header)]]);
    const seen: string[] = [];
    for (const { label } of AXES) {
      const classes = standing(label.en);
      expect(typed(it, `=CUSTOMER_CLASS(Customers!A2:A41, "${label.en}", ${tables})`), label.en).toEqual(classes);
      expect(typed(it, `=CUSTOMER_CLASS(Customers!A2:A41, "${label.zh}", ${tables})`), label.zh).toEqual(classes);
      if (new Set(classes.flat()).size > 1) seen.push(label.en);
    }
    // Axes on which all are alike would prove little.
    expect(seen).toEqual(AXES.map(({ label }) => label.en));
    const [ours, ...cells] = it.values("Customers");
    const level = ours!.indexOf("Follow-up");
    expect(typed(it, `=CUSTOMER_CLASS(Customers!A2:A41, "Follow-up", ${tables})`)).toEqual(
      cells.map((row) => [row[level]]),
    );
    const whys = typed(it, `=CUSTOMER_WHY(Customers!A2:A41, ${tables})`).flat();
    expect(whys.map((why) => withoutRows(it, why))).toEqual(standing("Tier: why").flat());
    // Whose amount is not known was judged by no row.
    expect(new Set(whys.map((why) => / \(Policy!/.test(String(why))))).toEqual(new Set([true, false]));
  });

  test("what one column gives by itself is what the bulk writer makes of it", async () => {
    const it = await ready();
    const [headers, ...rows] = it.values("Classes");
    const standing = (header: string) => rows.map((row) => [row[headers!.indexOf(header)]]);
    const [, ...cells] = it.values("Customers");
    for (const [name, letter, header] of [
      ["REGION", "C", "Region"],
      ["SOURCE", "F", "Source"],
      ["IDENTITY", "M", "Customer type"],
      ["INDUSTRY", "N", "Industry"],
    ] as const) {
      const column = letter.charCodeAt(0) - 65;
      // A blank cell of the sheet is unrated there, and blank beside a formula.
      const wanted = standing(header).map((row, i) => (cells[i]![column] === "" ? [""] : row));
      expect(new Set(wanted.flat()).size).toBeGreaterThan(2);
      const formula = `=CUSTOMER_${name}(Customers!${letter}2:${letter}41, TIERBOOK_DAY)`;
      expect(typed(it, formula), name).toEqual(wanted);
    }
    // Once he has bought, that decides and not the word.
    const asked = cells.map((row, i) => row[4] !== "" && standing("Relation")[i]![0] === "Prospect");
    const among = (column: unknown[][]) => column.flat().filter((_, i) => asked[i]);
    const stars = among(standing("Stars")).map((label) => Number(String(label)[0]));
    expect(new Set(stars).size).toBeGreaterThan(2);
    expect(among(typed(it, "=CUSTOMER_STARS(Customers!E2:E41, TIERBOOK_DAY)"))).toEqual(stars);
    // By the orders alone nobody has left by his own word.
    const ended = cells.map((row) => row[17] !== "");
    const kept = (relations: unknown[][]) => relations.filter((_, i) => !ended[i]);
    const relations = kept(standing("Relation"));
    expect(new Set(relations.flat()).size).toBeGreaterThan(3);
    expect(kept(typed(it, "=CUSTOMER_RELATION(Customers!A2:A41, Orders!A1:E200, TIERBOOK_DAY)"))).toEqual(relations);
  });

  test("CUSTOMER_TODAY gives the sidebar's list of an owner, or of everybody", async () => {
    const it = await ready();
    const [ours, ...cells] = it.values("Customers");
    const due = new Map(cells.map((row) => [row[1], row[ours!.indexOf("Due")]]));
    const listed = (owner: string | undefined, most = 99) =>
      it.call
        .home()
        .today.filter((one) => owner === undefined || one.owner === owner)
        .slice(0, most)
        .map((one) => [one.company, one.levelLabel, due.get(one.company), one.next]);
    for (const { owner } of it.call.home().owners.filter((one) => one.owner !== "")) {
      expect(listed(owner).length).toBeGreaterThan(2);
      expect(typed(it, `=CUSTOMER_TODAY("${owner.toUpperCase()}", "", ${tables})`)).toEqual(listed(owner));
      expect(typed(it, `=CUSTOMER_TODAY("${owner}", 2, ${tables})`)).toEqual(listed(owner, 2));
    }
    expect(typed(it, `=CUSTOMER_TODAY("", 7, ${tables})`)).toEqual(listed(undefined, 7));
  });
});

test("over the sample workbook formulas and the bulk writer give the same class on every axis", async () => {
  const { sheets } = makeSample(dateOf(TODAY));
  const it = await office([
    ...sheets.slice(0, 3).map(({ name, cells }) => ({ name, rows: cells })),
    { name: "F", rows: [[""]] },
  ]);
  setUp(it);
  it.addon.rpc("setPolicy", { "home.country": "Germany" });
  reclassify(it);
  it.addon.forget();
  const [headers, ...rows] = it.values("Classes");
  const at = (header: string) => headers!.indexOf(header);
  // Of two rows of one company a name does not tell which is meant.
  const companies = rows.map((row) => companyOf(String(row[at("Customer")])).full);
  const once = rows.filter((_, i) => companies.indexOf(companies[i]!) === companies.lastIndexOf(companies[i]!));
  expect(once.length).toBeGreaterThan(285);
  const people = sheets[0]!.cells;
  const table = `客户!A3:${columnLetters(people[2]!.length - 1)}${people.length}`;
  once.forEach((row, i) => {
    it.put("F", 1 + i, 2, row[at("Customer")]!);
  });
  for (const { label } of AXES) {
    const formula = `=CUSTOMER_CLASS(F!C2:C${once.length + 1}, "${label.zh}", ${table}, 订单!A:O, TIERBOOK_DAY)`;
    const classes = typed(it, formula).map(([shown]) => shown);
    expect(classes.slice(0, once.length), label.en).toEqual(once.map((row) => row[at(label.en)]));
  }
});

describe("CUSTOMER_TODAY", () => {
  const table = "Customers!A1:E6, Orders!A1:F9";

  test("works before any set-up, and is a blank row for somebody who has nobody to write to", async () => {
    expect(await shown(`=CUSTOMER_TODAY("amy", 5, ${table}, ${TODAY})`)).toEqual([
      ["Casa Blanca", "Overdue", TODAY - 110, expect.stringMatching(/./)],
    ]);
    const it = await office(team());
    const rows = [
      ["Company", "Owner"],
      ["Acme GmbH", "Amy"],
    ];
    expect(it.addon.run("CUSTOMER_TODAY", "Amy", "", rows)).toEqual([["", "", "", ""]]);
  });

  test.each([
    ["Amy", undefined],
    ["ＡＭＹ ", undefined],
    ["", undefined],
    ["Chen", "owner: no customer in the table has the owner Chen."],
    ["Am", "owner: no customer in the table has the owner Am."],
  ])("for the owner “%s” says: %s", async (owner, sentence) => {
    const it = await office(team());
    const rows = [
      ["Company", "Owner"],
      ["Acme GmbH", "Amy"],
    ];
    const answer = () => it.addon.run("CUSTOMER_TODAY", owner, "", rows);
    if (sentence) expect(answer).toThrow(sentence);
    else expect(answer()).toEqual([["", "", "", ""]]);
  });

  test.each(["0", "-1", "1.5", '"many"'])("of %s rows is an error", async (rows) => {
    expect(await shown(`=CUSTOMER_TODAY("Amy", ${rows}, ${table})`)).toEqual([["#ERROR!"]]);
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
