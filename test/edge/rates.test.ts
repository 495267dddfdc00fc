import { beforeAll, describe, expect, test } from "vitest";
import {
  builtAddon,
  callsOf,
  draftOf,
  type Given,
  HEADERS,
  type Office,
  office,
  reclassify,
  setUp,
  TODAY,
  team,
} from "./office";

beforeAll(builtAddon);

const RATES = "Rates";

/** A team whose Bravo buys in euros: 350,000 of them 100 days ago, B at 1 and A above 2.86. */
async function ready(rates: Readonly<Record<string, number>> = {}): Promise<Office> {
  const [customers, orders, ...others] = team();
  const rows = orders!.rows.map((row) => (row[0] === "4" ? [...row.slice(0, 4), "EUR", "shipped"] : row));
  const it = await office([customers!, { ...orders!, rows }, ...others, { name: "F", rows: [[""]] }]);
  it.call.setWho("Amy");
  const { draft } = it.call.start(null);
  setUp(it, { ...draft!, rates });
  it.clock += 60_000;
  return it;
}

const tierOf = (it: Office, company: string) =>
  it
    .values("Customers")
    .find(([name]) => name === company)!
    .slice(5)[HEADERS.indexOf("Tier")];

const put = (it: Office, ...rows: readonly (readonly Given[])[]) => {
  for (const [r, row] of rows.entries()) for (const [c, cell] of row.entries()) it.put(RATES, r + 1, c, cell);
};

const reads = (it: Office) => callsOf(it, () => it.call.preview(null)).filter((call) => call.includes("getValues"));

describe("the sheet of rates", () => {
  test("is there only when somebody asks for it, and asked for twice it is one", async () => {
    const it = await ready();
    expect(it.tabs()).not.toContain(RATES);
    const before = reads(it);
    it.call.showRates("USD");
    expect(it.values(RATES)).toEqual([["Currency", "From day", "Rate (USD for 1 unit)", "Source"]]);
    expect(it.store.isHidden(it.sheetId(RATES))).toBe(false);
    it.call.showRates("USD");
    expect(it.tabs().filter((name) => name === RATES)).toHaveLength(1);
    expect(reads(it)).toHaveLength(before.length + 1);
  });

  test("decides what an order is worth, in a run and in a formula; what cannot be read is listed with its cell", async () => {
    const it = await ready();
    expect(tierOf(it, "Bravo SARL")).toBe("Unrated");
    it.call.showRates("USD");
    put(
      it,
      ["EUR", { day: TODAY - 100 }, 3, "bank"],
      ["EUR", { day: TODAY - 99 }, 1, ""],
      ["XQQ", { day: TODAY }, 2, ""],
    );
    const { preview } = reclassify(it);
    expect(tierOf(it, "Bravo SARL")).toBe("A");
    expect(preview.unread.list).toMatchObject([{ kind: "bad_rate", text: "XQQ", place: { sheet: RATES, a1: "A4" } }]);
    it.put("F", 0, 0, { formula: '=CUSTOMER_CLASS("Bravo SARL", "tier", Customers!A:E, Orders!A:F, TIERBOOK_DAY)' });
    expect(it.values("F")).toEqual([["A"]]);
  });

  test("with a day that could be two is read as the team's own days once it has said which they are, in formulas too", async () => {
    const it = await ready();
    it.call.showRates("USD");
    put(it, ["EUR", "03/04/2025", 3, ""]);
    const formula = '=CUSTOMER_CLASS("Bravo SARL", "tier", Customers!A:E, Orders!A:F, TIERBOOK_DAY)';
    const graded = () => {
      const { preview } = reclassify(it);
      it.put("F", 0, 0, { formula });
      const found = preview.unread.list.find(({ kind }) => kind === "bad_rate");
      return [tierOf(it, "Bravo SARL"), it.values("F")[0]![0], found && [found.text, found.detail, found.place.a1]];
    };
    expect(graded()).toEqual(["Unrated", "Unrated", ["03/04/2025", "2025-04-03", "B2"]]);
    const { draft } = it.call.start(null);
    setUp(it, { ...draft!, answers: { "last_contact:day_order": "mdy" } });
    it.clock += 60_000;
    expect(graded()).toEqual(["A", "A", undefined]);
  });

  test("under another base currency does not count, and says so at its header", async () => {
    const it = await ready();
    it.call.showRates("USD");
    put(it, ["EUR", { day: TODAY - 100 }, 3, ""]);
    it.put(RATES, 0, 2, "Rate (CNY for 1 unit)");
    const { preview } = reclassify(it);
    expect(tierOf(it, "Bravo SARL")).toBe("Unrated");
    expect(preview.unread.list).toMatchObject([
      { kind: "bad_rate", place: { sheet: RATES, a1: "C1" } },
      { kind: "no_rate" },
      { kind: "no_rate" },
    ]);
  });

  test.each([
    ["an amount that names its currency", '=CUSTOMER_TIER("EUR 290,000", "", "", TIERBOOK_DAY)', "B"],
    ["the day before the rate, by the fixed one", `=CUSTOMER_TIER("EUR 290,000", "", "", ${TODAY - 101})`, "C"],
    ["the first day of the rate", `=CUSTOMER_TIER("EUR 290,000", "", "", ${TODAY - 100})`, "B"],
    ["a currency beside the amount", '=CUSTOMER_AMOUNT(100, "EUR")', 110],
    ["half a cent, away from zero", '=CUSTOMER_AMOUNT("GBP -1")', -1.01],
    ["a currency without a row, by its fixed rate", '=CUSTOMER_AMOUNT("CNY 100")', 12.5],
  ])("decides for the functions of one amount: %s", async (_, formula, value) => {
    const it = await ready({ EUR: 1, CNY: 0.125 });
    it.call.showRates("USD");
    put(it, ["EUR", { day: TODAY - 100 }, 1.1, ""], ["GBP", { day: TODAY - 100 }, 1.005, ""]);
    it.put("F", 0, 0, { formula });
    expect(it.values("F")).toEqual([[value]]);
  });

  test("is read by the functions of one amount once, and only where another currency is met", async () => {
    const it = await ready();
    it.call.showRates("USD");
    put(it, ["EUR", { day: TODAY - 100 }, 1.1, ""]);
    const sheets = (amounts: unknown) =>
      callsOf(it, () => it.addon.run("CUSTOMER_AMOUNT", amounts)).filter((call) => call.includes("getValues")).length;
    expect(sheets([[100], ["USD 20"], [""]])).toBe(0);
    expect(sheets([["EUR 100"], ["EUR 20"], ["GBP 3"]])).toBe(1);
  });

  test("has the days of a file that can mean one day only, where the order of day and month was said", async () => {
    const it = await ready();
    const file = (...days: string[]) => [["Currency", "From", "RATE"], ...days.map((day) => ["EUR", day, "1,1"])];
    const shown = () => it.values(RATES).map((row) => row.slice(1, 3));
    it.addon.rpc("setRates", file("01/02/2026", "2026-03-01", "soon"), "dmy");
    expect(shown()).toEqual([
      ["From", "RATE"],
      ["2026-02-01", "1,1"],
      ["2026-03-01", "1,1"],
      ["soon", "1,1"],
    ]);
    it.addon.rpc("setRates", file("01/02/2026"), "mdy");
    expect(shown()[1]).toEqual(["2026-01-02", "1,1"]);
    it.addon.rpc("setRates", file("01/02/2026"), null);
    expect(shown()[1]).toEqual(["01/02/2026", "1,1"]);
  });

  test.each([
    ["a day since the last run", 5],
    ["the day of the last run", 0],
  ])("names the data as the cause where a row is added with %s and lowers a typed amount", async (_, after) => {
    const it = await office([
      {
        name: "Customers",
        rows: [
          ["Company", "Country", "LTM Sales"],
          ["Echo AG", "Germany", "EUR 280,000"],
          ["Foxtrot AG", "Germany", "USD 5"],
        ],
      },
    ]);
    it.call.setWho("Amy");
    it.call.showRates("USD");
    put(it, ["EUR", { day: TODAY - 100 }, 1.1, ""]);
    setUp(it);
    it.clock += 10 * 86_400_000;
    it.put(RATES, 2, 0, "EUR");
    it.put(RATES, 2, 1, { day: TODAY + after });
    it.put(RATES, 2, 2, 1);
    reclassify(it);
    const moved = it.values("History").filter((row) => row[3] === "Echo AG" && row[4] === "Tier");
    expect(moved.map((row) => row.slice(5, 8))).toEqual([["B", "C", "data"]]);
  });

  test("can be filled at the first set-up, in the base currency that was chosen there", async () => {
    const it = await office(team());
    const header = () => it.values(RATES)[0]![2];
    it.call.showRates("CNY");
    expect(header()).toBe("Rate (CNY for 1 unit)");
    it.call.showRates("EUR");
    expect(header()).toBe("Rate (EUR for 1 unit)");
    expect(it.store.isHidden(it.sheetId(RATES))).toBe(false);
    put(it, ["USD", { day: TODAY - 2_000 }, 0.5, ""]);
    const draft = { ...draftOf(it), base: "EUR" };
    expect(it.call.limits(draft).counts.find(({ id }) => id === "C")!.count).toBe(1);
    const { preview } = setUp(it, draft);
    expect(preview.unread.list.filter(({ kind }) => kind.includes("rate"))).toEqual([]);
    expect(tierOf(it, "Bravo SARL")).toBe("C");
    it.call.showRates("EUR");
    expect(it.tabs().filter((name) => name === RATES)).toHaveLength(1);
  });

  test("keeps its header once a rate stands below it, and is then listed under another base currency", async () => {
    const it = await office(team());
    it.call.showRates("EUR");
    put(it, ["USD", { day: TODAY - 2_000 }, 0.5, ""]);
    it.call.showRates("USD");
    expect(it.values(RATES)[0]![2]).toBe("Rate (EUR for 1 unit)");
    expect(it.call.preview({ ...draftOf(it), base: "USD" }).unread.list[0]).toMatchObject({
      kind: "bad_rate",
      place: { sheet: RATES, a1: "C1" },
    });
  });

  test.each(["", "constructor", "usd"])(
    "of a base currency that is none, “%s”, is in the one in force",
    async (base) => {
      const it = await ready();
      it.call.showRates(base);
      expect(it.values(RATES)[0]![2]).toBe("Rate (USD for 1 unit)");
    },
  );

  test("goes with all that is ours", async () => {
    const it = await ready();
    it.call.showRates("USD");
    expect(it.call.removalPlan().lines).toContainEqual({ goes: "tab", name: RATES });
    it.call.remove();
    expect(it.tabs()).not.toContain(RATES);
  });
});
