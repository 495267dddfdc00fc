import { beforeAll, describe, expect, test } from "vitest";
import { builtAddon, callsOf, type Given, type Office, office, setUp, TODAY, team } from "./office";

beforeAll(builtAddon);

/** The team, with an order sheet of more than three years. */
function old() {
  const [customers, orders] = team();
  const first: Given[] = ["0", "Casa Blanca", { day: TODAY - 1_200 }, 20_000, "USD", "cancelled"];
  return [customers!, { name: "Orders", rows: [...orders!.rows, first] }];
}

async function ready(locale = "en"): Promise<Office> {
  const it = await office(old(), { sharesLoaded: true, locale });
  setUp(it);
  return it;
}

/** The header row, 0-based: above it stand what the tab is about, the charts and the heads of the blocks. */
const HEAD = 16;

/** Lines below the head, the last month end first. */
const monthEnds = (it: Office, tab = "Back-test") =>
  it
    .values(tab)
    .slice(HEAD + 1)
    .reverse();

const chartsOf = (it: Office) => it.store.charts(it.sheetId("Back-test"));

describe("the back-test", () => {
  test("puts the month ends of two years on a tab of its own, with tiers, moves and what came after", async () => {
    const it = await ready();
    const view = it.call.backtest();
    expect(view).toMatchObject({
      months: 24,
      wanted: 24,
      from: "2024-11-30",
      to: "2026-10-31",
      judged: 18,
      missing: false,
    });
    expect(view.place).toMatchObject({ sheet: "Back-test", a1: "A1" });
    const [about, ...rest] = it.values("Back-test");
    const [heads, headers, ...lines] = rest.slice(HEAD - 2);
    expect(
      rest
        .slice(0, HEAD - 2)
        .flat()
        .join(""),
    ).toBe("");
    expect(String(about![0])).toContain("The policy of 2026-11-22");
    expect(String(about![0])).not.toContain("The order sheet begins");
    expect(heads!.filter((cell) => cell !== "")).toEqual([
      "Customers by tier",
      "Against the month before",
      "Bought in six months, on average (USD); blank: nobody, or not over",
      "In all (USD)",
    ]);
    expect(headers).toEqual([
      ..."Month end,A,B,C,D,Unrated,New,Up,Down,Month end,A,B,C,D,A,B,C,D,Orders not summed".split(","),
    ]);
    expect(lines).toHaveLength(24);
    // 31 October 2026: Acme 700,000, Bravo 350,000, Casa Blanca 20,000; nobody knows yet what follows.
    expect(lines[23]).toEqual([46_326, 0, 2, 0, 1, 0, 0, 0, 0, 46_326, "", "", "", "", "–", "–", "–", "–", "–"]);
    // 31 March 2026: Acme stood at 700,000 and bought 700,000 in the six months after it, Bravo at 10,000 and 350,000.
    expect(lines[16]!.slice(0, 6)).toEqual([46_112, 0, 1, 0, 2, 0]);
    expect(lines[16]!.slice(10)).toEqual(["", 700_000, "", 175_000, 0, 700_000, 0, 350_000, 0]);
  });

  test("shows the tab, and says what a tier bought on average over all month ends", async () => {
    const it = await ready();
    const view = it.call.backtest();
    expect(it.store.selection().sheet).toBe(it.sheetId("Back-test"));
    expect(view.tiers.map(({ id }) => id)).toEqual(["A", "B", "C", "D"]);
    const judged = it.values("Back-test").slice(HEAD + 1, HEAD + 1 + view.judged);
    const of = (column: number) => judged.reduce((sum, line) => sum + Number(line[column]), 0);
    const [, , , d] = view.tiers;
    expect(d!.customers).toBe(of(4));
    expect(d!.mean).toBe(`USD ${Math.round(of(17) / of(4)).toLocaleString("en")}`);
    expect(view.tiers[0]).toMatchObject({ customers: 0, mean: "" });
  });

  test("draws two charts over its 25 lines once, and writes anew at each press", async () => {
    const it = await ready();
    it.call.backtest();
    const drawn = chartsOf(it);
    expect(drawn.map(({ type, stacked, title }) => [type, stacked, title])).toEqual([
      ["column", true, "Customers by tier"],
      ["line", false, "Bought in the next six months, on average · USD"],
    ]);
    const zones = drawn.map(({ labels, series }) => [labels!.zone, ...series.map(({ place }) => place.zone)]);
    expect(zones.map((all) => [all.length, all[0]!.left, all[all.length - 1]!.left])).toEqual([
      [6, 0, 5],
      [5, 9, 13],
    ]);
    expect(new Set(zones.flat().map(({ top, bottom }) => `${top}–${bottom}`))).toEqual(
      new Set([`${HEAD}–${HEAD + 24}`]),
    );
    it.clock += 40 * 86_400_000;
    it.call.backtest();
    expect(chartsOf(it)).toEqual(drawn);
    expect(it.values("Back-test")[HEAD + 24]![0]).toBe(46_387);
    expect(it.tabs().filter((name) => name.startsWith("Back-test"))).toHaveLength(1);
  });

  test("puts its charts on top, beside each other, with no number under them", async () => {
    const it = await ready();
    it.call.backtest();
    const [counts, means] = chartsOf(it);
    const [ROW, COLUMN] = [21, 100];
    for (const { row, offsetY, height } of [counts!, means!]) {
      expect(row).toBe(1);
      expect(offsetY + height).toBeLessThanOrEqual((HEAD - 2) * ROW);
    }
    const left = means!.column * COLUMN + means!.offsetX;
    expect([counts!.column, counts!.offsetX]).toEqual([0, 0]);
    expect(counts!.width).toBeLessThanOrEqual(left);
    // Beside 46 of the row numbers and 300 of the sidebar, of 1,280.
    expect(left + means!.width).toBeLessThan(934);
  });

  test("gives the last header room", async () => {
    const it = await ready();
    it.call.backtest();
    expect(it.store.columnWidth(it.sheetId("Back-test"), 18)).toBe(150);
  });

  test("draws anew what another currency or other rows have made wrong, and leaves a chart of somebody's own", async () => {
    const it = await ready();
    it.call.backtest();
    const sheet = it.sheetId("Back-test");
    const [, means] = chartsOf(it);
    const { id: _, ...own } = means!;
    it.store.insertChart(sheet, { ...own, title: "Mine", labels: undefined, series: own.series.slice(0, 1) });
    it.call.preview(null);
    it.put(
      "Policy",
      it.values("Policy").findIndex((row) => row[4] === "currency.base"),
      1,
      "EUR",
    );
    const { question } = it.call.home();
    it.call.answer(question!.id, "keep");
    it.store.insertRows(sheet, 0, 1);
    it.call.backtest();
    expect(
      chartsOf(it)
        .map(({ title }) => title)
        .sort(),
    ).toEqual(["Bought in the next six months, on average · EUR", "Customers by tier", "Mine"]);
    const ours = chartsOf(it).filter(({ title }) => title !== "Mine");
    expect(ours.map(({ labels }) => labels!.zone.top)).toEqual([HEAD, HEAD]);
  });

  test.each([0, 1])("draws chart %i again where somebody has deleted it", async (which) => {
    const it = await ready();
    it.call.backtest();
    const drawn = chartsOf(it);
    it.store.removeChart(it.sheetId("Back-test"), drawn[which]!.id);
    it.call.backtest();
    const told = (charts: typeof drawn) => charts.map(({ title, labels }) => `${title} ${labels!.zone.left}`).sort();
    expect(told(chartsOf(it))).toEqual(told(drawn));
  });

  test("finds room where columns or rows of its tab were deleted", async () => {
    const it = await ready();
    it.call.backtest();
    const whole = it.values("Back-test");
    it.store.deleteColumns(it.sheetId("Back-test"), 14, 12);
    it.store.deleteRows(it.sheetId("Back-test"), 20, it.store.size(it.sheetId("Back-test")).rows - 20);
    it.call.backtest();
    expect(it.values("Back-test")).toEqual(whole);
    expect(chartsOf(it)).toHaveLength(2);
  });

  test("says where the order sheet is too young for two years, and leaves the other lines blank", async () => {
    const [customers, orders] = team();
    const young = orders!.rows.filter((row) => !["3", "5", "7"].includes(String(row[0])));
    const more: Given[] = ["9", "Casa Blanca", { day: TODAY - 430 }, 20_000, "USD", "paid"];
    const it = await office([customers!, { name: "Orders", rows: [...young, more] }], { sharesLoaded: true });
    setUp(it);
    expect(it.call.backtest()).toMatchObject({ months: 2, from: "2026-09-30", ledgerFrom: "2025-09-18", judged: 0 });
    expect(String(it.values("Back-test")[0]![0])).toContain("The order sheet begins 2025-09-18");
    expect(monthEnds(it)).toHaveLength(2);
    // On the first month end nobody knows who rose and fell; all but none ordered before it.
    expect(it.values("Back-test")[HEAD + 1]!.slice(6, 9)).toEqual([0, "", ""]);
    expect(chartsOf(it)).toHaveLength(2);
  });

  test("is empty and says so without an order sheet", async () => {
    const it = await office([team()[0]!], { sharesLoaded: true });
    setUp(it);
    expect(it.call.backtest()).toMatchObject({ months: 0, from: "", to: "", ledgerFrom: "", judged: 0 });
    expect(monthEnds(it)).toEqual([]);
  });

  test("speaks the language of the set-up", async () => {
    const it = await ready("zh_CN");
    it.call.backtest();
    expect(it.tabs()).toContain("回测");
    expect(monthEnds(it, "回测")[0]!.slice(1, 5)).toEqual([0, 2, 0, 1]);
    expect(it.values("回测")[HEAD]![0]).toBe("月末");
  });

  test("goes with all else of ours", async () => {
    const it = await ready();
    it.call.backtest();
    it.call.remove();
    expect(it.tabs()).toEqual(["Customers", "Orders"]);
  });

  test("that fails at any call is whole after the next press, with two charts on one tab", async () => {
    const it = await ready();
    const again = it.keep();
    it.call.backtest();
    const whole = it.values("Back-test");
    again();
    const calls = callsOf(it, () => it.call.backtest()).length;
    for (const kind of ["fail", "stop"] as const)
      for (let at = 1; at <= calls; at++) {
        again();
        it.runtime.calls.reset();
        it.runtime.faults.at(at, kind);
        expect(() => it.call.backtest()).toThrow();
        it.runtime.faults.clear();
        it.clock += 600_000;
        it.call.backtest();
        expect([at, kind, chartsOf(it).length]).toEqual([at, kind, 2]);
        expect(it.values("Back-test")).toEqual(whole);
        expect(it.tabs().filter((name) => name.startsWith("Back-test"))).toHaveLength(1);
      }
  });
});
