import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cell } from "../../../src/core/cells/cell";
import { type Day, dayOfIso, isoOf } from "../../../src/core/day";
import { backtest, lacks, type MonthEnd, meanOf, TIERS } from "../../../src/core/history/backtest";
import type { Order } from "../../../src/core/model";
import { linesOf, type Override } from "../../../src/core/overrides";
import { type CorridorInput, classify } from "../../../src/core/reclassify";
import { anInput, anOrder, dateCell, money, TODAY } from "../makers";

const CUSTOMERS = ["Acme", "Bravo", "Casa", "Delta"];
const ledger = (...orders: (readonly [customer: string, day: Day, amount: number, ...more: Cell[]])[]) => ({
  customers: [["Company", "Country", "Email"], ...CUSTOMERS.map((name) => [name, "", ""])],
  orders: [
    ["Customer", "Order date", "Amount", "Currency", "Due date", "Paid date"],
    ...orders.map(([customer, day, amount, currency = "USD", due = "", paid = ""]) => [
      customer,
      dateCell(day),
      amount,
      currency,
      due,
      paid,
    ]),
  ],
});

const monthEnds = (input: CorridorInput): MonthEnd[] => {
  const { classified, ordersOf, ledger: known } = classify(input);
  const buyers = classified.map(({ customer }, i) => ({ customer, orders: ordersOf(i) }));
  return backtest(buyers, known, input.policy, input.asOf);
};

const day = (iso: string): Day => dayOfIso(iso)!;
const at = (ends: readonly MonthEnd[], iso: string) => ends.find((end) => end.day === day(iso))!;
const counts = (end: MonthEnd) => TIERS.map((tier) => end.tiers[tier].customers).join(" ");

describe("the month ends", () => {
  test.each([
    ["the last 24 where the order sheet is old enough", "2020-01-05", 24, "2024-06-30"],
    ["from the one that has a whole year behind it", "2025-01-01", 6, "2025-12-31"],
    ["a day short of a whole year", "2025-01-02", 5, "2026-01-31"],
    ["the only one of a ledger of eleven months", "2025-06-01", 1, "2026-05-31"],
  ])("are %s", (_, first, months, from) => {
    const ends = monthEnds(anInput(ledger(["Acme", day(first), 5])));
    expect(ends).toHaveLength(months);
    expect(isoOf(ends[0]!.day)).toBe(from);
    expect(isoOf(ends[months - 1]!.day)).toBe("2026-05-31");
  });
  test("are none where the order sheet is younger than a year, or holds nothing", () => {
    expect(monthEnds(anInput(ledger(["Acme", day("2025-06-02"), 5])))).toEqual([]);
    expect(monthEnds(anInput(ledger()))).toEqual([]);
  });
});

describe("a month end", () => {
  const ends = monthEnds(
    anInput(
      ledger(
        ["Delta", day("2022-01-01"), 10],
        ["Acme", day("2024-12-31"), 400_000],
        ["Acme", day("2025-01-01"), 70_000.1],
        ["Acme", day("2025-06-30"), 0.2],
        ["Acme", day("2025-07-01"), 999],
        ["Bravo", day("2025-01-15"), 150_000],
        ["Casa", day("2025-02-01"), 120_000, "SEK"],
        ["Bravo", day("2025-03-01"), -60_000],
      ),
    ),
  );
  test("counts customers who had ordered by then, by the tier that they had", () => {
    expect(counts(at(ends, "2024-11-30"))).toBe("0 0 0 1 0");
    expect(counts(at(ends, "2024-12-31"))).toBe("0 1 0 1 0");
    expect(counts(at(ends, "2025-01-31"))).toBe("0 1 1 1 0");
    // Casa's only order has no rate.
    expect(counts(at(ends, "2025-02-28"))).toBe("0 1 1 1 1");
  });
  test("tells who came, rose and fell against the month end before; a fall waits for the grace", () => {
    const moved = (iso: string) => {
      const { came, up, down } = at(ends, iso);
      return [came, up, down];
    };
    expect(moved("2024-12-31")).toEqual([1, 0, 0]);
    expect(moved("2025-01-31")).toEqual([1, 0, 0]);
    expect(moved("2025-03-31")).toEqual([0, 0, 0]);
    expect(moved("2025-04-30")).toEqual([0, 0, 1]);
  });
  test("sums what each tier bought in the six months after it, from the day after it to their last day", () => {
    expect(at(ends, "2024-12-31").tiers.B).toEqual({ customers: 1, bought: money(70_000.3) });
    expect(at(ends, "2025-01-31").tiers).toMatchObject({
      B: { customers: 1, bought: money(999.2) },
      C: { customers: 1, bought: money(-60_000) },
    });
  });
  test("counts the orders of these months that could not be summed", () => {
    expect(at(ends, "2025-01-31").missing).toBe(0);
    expect(at(ends, "2024-11-30").missing).toBe(0);
    const known = monthEnds(
      anInput(
        ledger(["Acme", day("2022-01-01"), 5], ["Acme", day("2025-02-01"), 5, "SEK"], ["Acme", day("2025-02-02"), 7]),
      ),
    );
    expect(at(known, "2025-01-31")).toMatchObject({ missing: 1, tiers: { D: { bought: money(7) } } });
    expect(at(known, "2025-02-28")).toMatchObject({ missing: 0, tiers: { unrated: { bought: 0 } } });
  });
  test.each<[string, Partial<Order>, boolean]>([
    ["an order that was summed", {}, false],
    ["an order without a rate", { minor: undefined }, true],
    ["an order of which a line has no rate", { atLeast: true }, true],
    ["an order whose discount has no rate", { atMost: true }, true],
    ["a refund that was summed", { use: "refund", minor: -5 }, false],
    ["a refund without a rate", { use: "refund", minor: undefined }, true],
  ])("knows of %s whether a sum lacks something of it", (_, changes, expected) => {
    expect(lacks(anOrder(changes))).toBe(expected);
  });
  test("has no sum until its six months are over", () => {
    const over = (iso: string, today: string) =>
      at(monthEnds(anInput({ ...ledger(["Acme", day("2022-01-01"), 5]), asOf: day(today) })), iso).over;
    expect(over("2025-10-31", "2026-05-01")).toBe(true);
    expect(over("2025-10-31", "2026-04-30")).toBe(false);
  });
});

describe("the first month end", () => {
  const first = (...orders: Parameters<typeof ledger>) => {
    const [end] = monthEnds(anInput(ledger(...orders)));
    return [isoOf(end!.day), end!.came, end!.up, end!.down];
  };
  const old = ["Delta", day("2022-01-01"), 10] as const;
  test.each<[string, Parameters<typeof ledger>, (string | number | undefined)[]]>([
    ["is compared with the one before it", [old, ["Delta", day("2024-06-01"), 400_000]], ["2024-06-30", 0, 1, 0]],
    ["has a fall since the one before it", [["Acme", day("2023-04-10"), 400_000], old], ["2024-06-30", 0, 0, 1]],
    ["has who came on its last day", [old, ["Acme", day("2024-06-30"), 5]], ["2024-06-30", 1, 0, 0]],
    ["has who came on its first day", [old, ["Acme", day("2024-06-01"), 5]], ["2024-06-30", 1, 0, 0]],
    ["has not who came a day earlier", [old, ["Acme", day("2024-05-31"), 5]], ["2024-06-30", 0, 0, 0]],
    [
      "of a young order sheet is compared with nothing",
      [
        ["Acme", day("2025-01-01"), 5],
        ["Bravo", day("2025-12-01"), 5],
      ],
      ["2025-12-31", 1, undefined, undefined],
    ],
  ])("%s", (_, orders, expected) => {
    expect(first(...orders)).toEqual(expected);
  });
  test("alone has nothing to be compared with", () => {
    const [, second] = monthEnds(anInput(ledger(["Acme", day("2025-01-01"), 5])));
    expect(second).toMatchObject({ came: 0, up: 0, down: 0 });
  });
});

test("two rows of one customer count once", () => {
  const input = ledger(["Acme", day("2022-01-01"), 5], ["Acme", day("2025-02-01"), 7]);
  input.customers.push(["ACME", "", ""]);
  const end = at(monthEnds(anInput(input)), "2025-01-31");
  expect(counts(end)).toBe("0 0 0 1 0");
  expect(end.tiers.D.bought).toBe(money(7));
});

test("what has no day is left out: a typed amount, a class set by hand", () => {
  const input = anInput({
    customers: [
      ["Company", "近12个月成交额"],
      ["Acme", 900_000],
    ],
    // On the last of May 2026 it is a day short of what outweighs a typed amount.
    orders: ledger(["Acme", day("2025-06-01"), 5]).orders,
  });
  const [typed] = classify({ ...input, asOf: day("2026-05-31") }).classified;
  expect(typed!.classes.value.id).toBe("B");
  const line = linesOf([typed!.customer])[0]!;
  const set: Override = { ...line, axis: "value", class: "A", reason: "x", until: null, by: "Amy", day: TODAY - 400 };
  const overrides = [set];
  expect(classify({ ...input, overrides }).classified[0]!.classes.value.id).toBe("A");
  expect(monthEnds({ ...input, overrides }).map(counts)).toEqual(["0 0 0 1 0"]);
});

test.each([
  [3, 100, 33],
  [2, 3, 2],
  [1, -50, -50],
])("the mean of %i customers who bought for %i is %s", (customers, bought, mean) => {
  expect(meanOf({ customers, bought })).toBe(mean);
});

const order = fc.record({
  customer: fc.constantFrom(...CUSTOMERS),
  back: fc.integer({ min: 0, max: 1_300 }),
  amount: fc.integer({ min: -40_000_000, max: 80_000_000 }),
  currency: fc.constantFrom("USD", "USD", "USD", "SEK"),
  paid: fc.option(fc.integer({ min: 0, max: 60 })),
});
const ledgers = fc.array(order, { maxLength: 25 }).map((all) =>
  ledger(
    ["Acme", TODAY - 1_400, 1],
    ...all.map(({ customer, back, amount, currency, paid }) => {
      const on = TODAY - back;
      const due = paid === null ? "" : dateCell(on + 30);
      const when = paid === null || on + paid > TODAY ? "" : dateCell(on + paid);
      return [customer, on, amount / 100, currency, due, when] as const;
    }),
  ),
);

test("a month end has the tiers that the corridor gives on that day", () => {
  fc.assert(
    fc.property(ledgers, (given) => {
      for (const end of monthEnds(anInput(given)).filter((_, i) => i % 6 === 0)) {
        const { classified, ordersOf } = classify(anInput({ ...given, asOf: end.day }));
        const had = classified.filter((_, i) => ordersOf(i).some(({ use }) => use === "order"));
        const then = TIERS.map((tier) => had.filter(({ classes }) => classes.value.id === tier).length);
        expect(counts(end)).toBe(then.join(" "));
      }
    }),
    { numRuns: 60 },
  );
});

test("every cent that was bought in the six months after a month end is in one tier", () => {
  fc.assert(
    fc.property(ledgers, (given) => {
      const input = anInput(given);
      const { classified, ordersOf } = classify(input);
      for (const end of monthEnds(input).filter(({ over }) => over)) {
        let sum = 0;
        classified.forEach((_, i) => {
          const own = ordersOf(i);
          if (!own.some(({ use, day: on }) => use === "order" && on! <= end.day)) return;
          for (const one of own)
            if (["order", "refund"].includes(one.use) && one.day! > end.day && one.day! <= end.until)
              sum += one.minor ?? 0;
        });
        expect(TIERS.reduce((all, tier) => all + end.tiers[tier].bought, 0)).toBe(sum);
      }
    }),
    { numRuns: 60 },
  );
});

test("the order of the rows does not matter", () => {
  fc.assert(
    fc.property(ledgers, ({ customers, orders: [header, ...rows] }) => {
      const turned = anInput({ customers, orders: [header!, ...[...rows].reverse()] });
      expect(monthEnds(turned)).toEqual(monthEnds(anInput({ customers, orders: [header!, ...rows] })));
    }),
    { numRuns: 20 },
  );
});
