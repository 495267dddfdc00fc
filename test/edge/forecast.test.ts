import { beforeAll, describe, expect, test } from "vitest";
import { isoOf } from "../../src/core/day";
import { forecastFor } from "../../src/core/forecast/forecast";
import type { History } from "../../src/core/forecast/history";
import { policyFrom } from "../../src/core/policy/policy";
import { sidebarEn } from "../../src/texts/sidebar.en";
import { sidebarZh } from "../../src/texts/sidebar.zh";
import { aLedger } from "../core/forecast/ledgers";
import { builtAddon, type Given, type Office, office, setUp, TODAY, team } from "./office";

beforeAll(builtAddon);

/** Customers who buy by the clock and leave now and then: enough of them to judge by. */
const BUYERS: readonly History[] = aLedger({ k: 3, r: 1.5, alpha: 15, a: 0.3, b: 3 }, 220, 1000, TODAY, 3);
const FORETOLD = forecastFor(BUYERS, TODAY, policyFrom({}).policy);

const company = (i: number): string => `Buyer ${i + 1} Ltd`;
const HEADERS = ["Order no", "Customer", "Order date", "Amount", "Currency", "Status"];
const orderOf = (customer: string, day: number, n: number, amount = 1000): Given[] => [
  `N${n}`,
  customer,
  { day },
  amount,
  "USD",
  "paid",
];
const ordersOf = (buyers: readonly History[]): Given[][] =>
  buyers.flatMap(({ days }, i) => days.map((day, k) => orderOf(company(i), day, 1000 * i + k, 1000 + 10 * i)));

const CUSTOMERS: Given[] = ["Company", "Owner", "Last contact", "Do not contact", "Ended"];
const rowOf = (name: string, hold = "", ended = ""): Given[] => [name, "Amy", { day: TODAY - 5 }, hold, ended];

/** A document of these buyers, set up; and what else stands in it. */
async function withBuyers(
  rows: readonly Given[][] = BUYERS.map((_, i) => rowOf(company(i))),
  orders: readonly Given[][] = ordersOf(BUYERS),
  locale = "en",
): Promise<Office> {
  const it = await office(
    [
      { name: "Customers", rows: [CUSTOMERS, ...rows] },
      { name: "Orders", rows: [HEADERS, ...orders] },
      { name: "F", rows: [[""]] },
      {
        name: "C",
        rows: [["Buyer 1 Ltd"], [""], ["Nobody Inc"], ["Buyer 2 Ltd"]],
      },
    ],
    { sharesLoaded: true, locale },
  );
  setUp(it);
  return it;
}

function typed(it: Office, formula: string): unknown[][] {
  it.put("F", 0, 0, { formula });
  return it.values("F");
}

const rounded = (figure: number | undefined) => (figure === undefined ? null : Math.round(figure * 1000) / 1000);

let it: Office;
beforeAll(async () => {
  it = await withBuyers();
});

describe("who will order next and who is slipping away", () => {
  test("is told by the model that did best on these orders, with its trial", () => {
    const view = it.call.forecast(null);
    const used = FORETOLD.judged.find(({ k, model }) => model === FORETOLD.model && k === FORETOLD.parameters?.k)!;
    expect(FORETOLD.model).not.toBe("none");
    expect(view).toMatchObject({ model: FORETOLD.model, fellBack: FORETOLD.fellBack ?? "", horizon: 90 });
    expect(view.orders).toBe(ordersOf(BUYERS).length);
    expect(view.tested).toEqual({
      days: 90,
      customers: FORETOLD.customers,
      auc: used.auc,
      baseline: FORETOLD.judged[0]!.auc,
    });
  });

  test("names first whose window begins first, at most 200, all of them within the horizon", () => {
    const { total, list: next } = it.call.forecast(null).next;
    const all = BUYERS.map((_, i) => FORETOLD.of(i))
      .filter(({ window, because }) => window && !because.overdue && window.middle <= TODAY + 90)
      .map(({ window }) => isoOf(window!.from))
      .sort();
    expect(all.length).toBeGreaterThan(20);
    expect(next.map(({ from }) => from)).toEqual(all);
    expect(total).toBe(all.length);
    for (const one of next) {
      const i = BUYERS.findIndex((_, at) => company(at) === one.name);
      const { window, chance, expected, because } = FORETOLD.of(i);
      expect(one).toMatchObject({
        middle: isoOf(window!.middle),
        to: isoOf(window!.to),
        overdue: false,
        chance: rounded(chance),
        expected: rounded(expected),
        purchases: because.purchases,
        year: `USD ${(BUYERS[i]!.days.filter((day) => day > TODAY - 365).length * (1000 + 10 * i)).toLocaleString("en")}`,
        place: { sheet: "Customers", a1: `A${i + 2}` },
      });
    }
  });

  test("names as slipping who is overdue and likelier not to order, the largest amount at risk first", () => {
    const { list: slipping } = it.call.forecast(null).slipping;
    const late = BUYERS.filter((_, i) => FORETOLD.of(i).because.overdue && !(FORETOLD.of(i).chance! >= 0.5));
    expect(slipping.every(({ chance }) => chance === null || chance < 0.5)).toBe(true);
    expect(slipping).toHaveLength(late.length);
    expect(slipping.every(({ overdue }) => overdue)).toBe(true);
    const amounts = slipping.map(({ risk }) => Number(risk.replace("USD ", "").replace(/,/g, "")));
    expect(amounts[0]).toBeGreaterThan(0);
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
    const [first] = slipping;
    const i = BUYERS.findIndex((_, at) => company(at) === first!.name);
    const year = BUYERS[i]!.days.filter((day) => day > TODAY - 365).length * (1000 + 10 * i);
    expect(amounts[0]).toBe(Math.round(year * (1 - FORETOLD.of(i).alive!)));
  });

  test("leaves out who is on hold or has ended, and names two rows of one customer once", async () => {
    const [first, second, third] = it.call.forecast(null).next.list.map(({ name }) => name);
    const rows = BUYERS.map((_, i) =>
      rowOf(company(i), company(i) === first ? "yes" : "", company(i) === second ? "yes" : ""),
    );
    const other = await withBuyers([...rows, rowOf(third!)]);
    const view = other.call.forecast(null);
    expect(view).toMatchObject({ model: FORETOLD.model, orders: ordersOf(BUYERS).length });
    expect(view.tested!.customers).toBe(FORETOLD.customers);
    const names = view.next.list.map(({ name }) => name);
    expect(names).not.toContain(first);
    expect(names).not.toContain(second);
    expect(names.filter((name) => name === third)).toHaveLength(1);
    const results = other.addon.rpc("results") as { rows: Record<string, unknown>[] };
    const at = BUYERS.findIndex((_, i) => company(i) === third);
    expect(results.rows[BUYERS.length]).toMatchObject({ chance_90: results.rows[at]!.chance_90 });
  });

  test("of an owner are his customers alone, judged by everybody's orders; in whatever way his name is written", async () => {
    const rows = BUYERS.map((_, i): Given[] => rowOf(company(i)).with(1, ["Amy", "AMY ", "Ben", ""][i % 4]!));
    const other = await withBuyers(rows);
    const all = it.call.forecast(null);
    const of = (owner: string | null) => other.call.forecast(owner);
    const names = (owner: string | null) => of(owner).next.list.map(({ name }) => name);
    expect(names(null)).toEqual(all.next.list.map(({ name }) => name));
    const his = (...rest: number[]) =>
      all.next.list.map(({ name }) => name).filter((name) => rest.includes((Number(name.split(" ")[1]) - 1) % 4));
    expect(names("Amy")).toEqual(his(0, 1));
    expect(names("Ben")).toEqual(his(2));
    expect(names("")).toEqual(his(3));
    expect(of("Ben")).toMatchObject({ model: all.model, orders: all.orders, tested: all.tested });
    expect(of("Nobody")).toMatchObject({ next: { total: 0, list: [] }, slipping: { total: 0, list: [] } });
  });

  test("are 200 of each at the most, and how many there are is told", async () => {
    const [first] = it.call.forecast(null).next.list;
    const days = BUYERS[Number(first!.name.split(" ")[1]) - 1]!.days;
    const many: History[] = Array.from({ length: 201 }, () => ({ days }));
    const other = await withBuyers(
      many.map((_, i) => rowOf(company(i))),
      ordersOf(many),
    );
    const { next } = other.call.forecast(null);
    expect([next.total, next.list.length]).toEqual([201, 200]);
  });

  test("name amounts in whole units", async () => {
    const cents = ordersOf(BUYERS).map((row) => row.with(3, Number(row[3]) + 0.37));
    const { next, slipping } = (await withBuyers(undefined, cents)).call.forecast(null);
    const amounts = [...next.list, ...slipping.list].flatMap(({ year, risk }) => [year, risk]);
    expect(amounts).toContainEqual(expect.stringMatching(/^USD /));
    expect(amounts.filter((amount) => amount.includes("."))).toEqual([]);
  });

  test("with a handful of orders says that there is too little to tell, and nothing at risk", async () => {
    const small = await office(team(), { sharesLoaded: true });
    setUp(small);
    const view = small.call.forecast(null);
    expect(view).toMatchObject({ model: "none", fellBack: "too_little", tested: null, orders: 7 });
    expect(
      [...view.next.list, ...view.slipping.list].filter(({ chance, risk }) => chance !== null || risk !== ""),
    ).toEqual([]);
  });

  test("without orders there is none", async () => {
    const small = await office(team().slice(0, 1), { sharesLoaded: true });
    setUp(small);
    expect(small.call.forecast(null)).toMatchObject({
      model: "none",
      orders: 0,
      next: { total: 0, list: [] },
      slipping: { total: 0, list: [] },
    });
  });

  test("costs as many service calls for many customers as for few, and writes nothing", async () => {
    const small = await office(team(), { sharesLoaded: true });
    setUp(small);
    const calls = [small, it].map(({ runtime, call }) => {
      runtime.calls.reset();
      call.forecast(null);
      return runtime.calls.log.map((one) => one.replace(/\d+$/, ""));
    });
    expect(calls[1]).toEqual(calls[0]);
    expect(calls[0]!.filter((one) => /set|insert|append|clear/i.test(one))).toEqual([]);
  });
});

describe("CUSTOMER_NEXT_ORDER and CUSTOMER_CHANCE", () => {
  const tables = `Orders!A:F, ${TODAY}`;
  const rows = () => (it.addon.rpc("results") as { rows: Record<string, string | number>[] }).rows;

  test("give for a column what a run gives for the same customers, cell for cell", () => {
    const given = rows();
    const names = `Customers!A2:A${BUYERS.length + 1}`;
    const days = (iso: unknown) => (typeof iso === "number" ? isoOf(iso) : iso);
    expect(typed(it, `=CUSTOMER_CHANCE(${names}, ${tables})`).flat()).toEqual(
      given.map(({ chance_90 }) => (chance_90 === "" ? "Too little data" : chance_90)),
    );
    expect(
      typed(it, `=CUSTOMER_NEXT_ORDER(${names}, ${tables})`).map(([from, , to]) => [days(from), days(to)]),
    ).toEqual(
      given.map(({ next_order }, i) =>
        next_order === ""
          ? [FORETOLD.of(i).because.overdue ? "Silent for longer than usual" : "Too little data", ""]
          : String(next_order).split("/"),
      ),
    );
    expect(given.filter(({ chance_90 }) => chance_90 !== "").length).toBeGreaterThan(50);
  });

  test("a blank gives blanks, a name without orders words, in a column as in one cell that is filled down", () => {
    const [first, blank, nobody, second] = typed(it, `=CUSTOMER_NEXT_ORDER(C!A1:A4, ${tables})`);
    expect(first).toHaveLength(3);
    expect(blank).toEqual(["", "", ""]);
    expect(nobody).toEqual(["Too little data", "", ""]);
    expect(second).toHaveLength(3);
    expect(typed(it, `=CUSTOMER_CHANCE(C!A1:A4, ${tables})`)).toEqual([
      [rows()[0]!.chance_90],
      [""],
      ["Too little data"],
      [rows()[1]!.chance_90],
    ]);
    expect(typed(it, `=CUSTOMER_CHANCE("Nobody Inc", ${tables})`)).toEqual([["Too little data"]]);
    expect(typed(it, `=CUSTOMER_NEXT_ORDER("Nobody Inc", ${tables})`)).toEqual([["Too little data", "", ""]]);
  });

  test.each([
    ["en", "Silent for longer than usual"],
    ["zh_CN", "比平时更久没下单"],
  ])(
    "of whom no day can be told because he is past his usual gap that is said, in the words of the screen: %s",
    async (locale, words) => {
      const old = "Long Silent Ltd";
      const orders = [...ordersOf(BUYERS), ...[1500, 1470, 1440].map((ago, n) => orderOf(old, TODAY - ago, n))];
      const other = await withBuyers([rowOf(old), ...BUYERS.map((_, i) => rowOf(company(i)))], orders, locale);
      expect(typed(other, `=CUSTOMER_NEXT_ORDER("${old}", ${tables})`)).toEqual([[words, "", ""]]);
      const { forecast } = locale === "en" ? sidebarEn : sidebarZh;
      expect(forecast.overdue).toBe(words);
    },
  );

  test("one cell is judged by the whole order table too", () => {
    const i = BUYERS.findIndex((_, at) => FORETOLD.of(at).chance !== undefined && FORETOLD.of(at).window);
    expect(typed(it, `=CUSTOMER_CHANCE("${company(i)}", ${tables})`)).toEqual([[rounded(FORETOLD.of(i).chance)]]);
    const { from, middle, to } = FORETOLD.of(i).window!;
    expect(typed(it, `=CUSTOMER_NEXT_ORDER("${company(i)}", ${tables})`)).toEqual([[from, middle, to]]);
  });

  test("an order placed today is none of the day before it", async () => {
    const early = TODAY - 90;
    const then = forecastFor(
      BUYERS.map(({ days }) => ({ days: days.filter((day) => day <= early) })),
      early,
      policyFrom({}).policy,
    );
    const names = `Customers!A2:A${BUYERS.length + 1}`;
    expect(typed(it, `=CUSTOMER_CHANCE(${names}, Orders!A:F, ${early})`).flat()).toEqual(
      BUYERS.map((_, i) => rounded(then.of(i).chance) ?? "Too little data"),
    );
  });

  test("too little data is said in the team's language", async () => {
    const small = await office([...team(), { name: "F", rows: [[""]] }], { locale: "zh_CN", sharesLoaded: true });
    setUp(small);
    expect(typed(small, `=CUSTOMER_CHANCE(Customers!A2:A3, ${tables})`)).toEqual([["数据不足"], ["数据不足"]]);
  });
});

describe("the card", () => {
  function cardAt(at: Office, row: number) {
    at.store.select(at.sheetId("Customers"), { top: row, left: 0, bottom: row, right: 0 });
    const view = at.call.card();
    if (view.kind !== "customer") throw new Error(view.why);
    return view;
  }

  test("says when he orders next and why that is expected", () => {
    const i = BUYERS.findIndex((_, at) => FORETOLD.of(at).chance !== undefined && !FORETOLD.of(at).because.overdue);
    const { window, chance, because } = FORETOLD.of(i);
    const { forecast } = cardAt(it, i + 1);
    expect(forecast).toMatchObject({
      from: isoOf(window!.from),
      to: isoOf(window!.to),
      chance: rounded(chance),
      horizon: 90,
      purchases: because.purchases,
    });
    expect(forecast!.why).toContain(
      `${because.purchases} purchases, ${because.gap} days apart as a rule; the last one `,
    );
  });
  test("of few orders gives no figure and says so, and of who is on hold or never ordered nothing at all", async () => {
    const rows = [rowOf("Few Ltd"), rowOf("Held Ltd", "yes"), rowOf("Never Ltd")];
    const orders = [orderOf("Few Ltd", TODAY - 10, 1), orderOf("Held Ltd", TODAY - 10, 2)];
    const small = await withBuyers(rows, orders);
    expect(cardAt(small, 1).forecast).toMatchObject({
      from: "",
      chance: null,
      expected: null,
      purchases: 1,
      why: "1 purchase, the last one 10 days ago; too few for a chance",
    });
    expect([cardAt(small, 2).forecast, cardAt(small, 3).forecast]).toEqual([null, null]);
  });
});
