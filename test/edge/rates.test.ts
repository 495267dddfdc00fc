import { beforeAll, describe, expect, test } from "vitest";
import {
  builtAddon,
  callsOf,
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
async function ready(): Promise<Office> {
  const [customers, orders, ...others] = team();
  const rows = orders!.rows.map((row) => (row[0] === "4" ? [...row.slice(0, 4), "EUR", "shipped"] : row));
  const it = await office([customers!, { ...orders!, rows }, ...others, { name: "F", rows: [[""]] }]);
  it.call.setWho("Amy");
  setUp(it);
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
    it.call.showRates();
    expect(it.values(RATES)).toEqual([["Currency", "From day", "Rate (USD for 1 unit)", "Source"]]);
    expect(it.store.isHidden(it.sheetId(RATES))).toBe(false);
    it.call.showRates();
    expect(it.tabs().filter((name) => name === RATES)).toHaveLength(1);
    expect(reads(it)).toHaveLength(before.length + 1);
  });

  test("decides what an order is worth, in a run and in a formula; what cannot be read is listed with its cell", async () => {
    const it = await ready();
    expect(tierOf(it, "Bravo SARL")).toBe("Unrated");
    it.call.showRates();
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

  test("under another base currency does not count, and says so at its header", async () => {
    const it = await ready();
    it.call.showRates();
    put(it, ["EUR", { day: TODAY - 100 }, 3, ""]);
    it.put(RATES, 0, 2, "Rate (CNY for 1 unit)");
    const { preview } = reclassify(it);
    expect(tierOf(it, "Bravo SARL")).toBe("Unrated");
    expect(preview.unread.list).toMatchObject([
      { kind: "no_rate" },
      { kind: "no_rate" },
      { kind: "bad_rate", place: { sheet: RATES, a1: "C1" } },
    ]);
  });

  test("goes with all that is ours", async () => {
    const it = await ready();
    it.call.showRates();
    expect(it.call.removalPlan().lines).toContainEqual({ goes: "tab", name: RATES });
    it.call.remove();
    expect(it.tabs()).not.toContain(RATES);
  });
});
