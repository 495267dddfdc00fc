import { beforeAll, expect, test } from "vitest";
import { builtAddon, draftOf, finish, type Given, type Office, office, setUp, TODAY } from "./office";

beforeAll(builtAddon);

/** A team of any size; with rows in between that are no customers, as people leave them. */
function large(customers: number): Promise<Office> {
  const rows: Given[][] = [["Company", "Country", "Owner", "Last contact"]];
  const orders: Given[][] = [["Order no", "Customer", "Order date", "Amount", "Status"]];
  for (let i = 0; i < customers; i++) {
    if (i % 40 === 20) rows.push(["", "", "", ""]);
    rows.push([`Company ${i} Ltd`, i % 3 ? "Germany" : "Brazil", `Owner ${i % 5}`, { day: TODAY - (i % 400) }]);
    for (let k = 0; k < 2; k++) {
      orders.push([
        `${i}-${k}`,
        `Company ${i} Ltd`,
        { day: TODAY - ((i * 7 + k * 170) % 900) },
        1000 * (i % 700),
        "paid",
      ]);
    }
  }
  return office([
    { name: "Customers", rows },
    { name: "Orders", rows: orders },
  ]);
}

/** Service calls and steps of a whole reclassify, from the preview to the last step. */
function run(it: Office): { calls: number; steps: number; cells: number } {
  it.runtime.calls.reset();
  const preview = it.call.preview(null);
  let steps = 2;
  let view = it.call.begin(preview.fingerprint, null);
  for (; view.kind === "next"; steps++) view = it.call.advance(view.batch);
  finish(it, view);
  return { calls: it.runtime.calls.count, steps, cells: preview.cells };
}

test("a reclassify takes at most 30 service calls and 6 steps, as many for 100 as for 5,000 customers", async () => {
  const seen: number[] = [];
  for (const customers of [100, 5_000]) {
    const it = await large(customers);
    setUp(it);
    for (let presses = 0; presses < 3; presses++) {
      it.clock += 60_000;
      const { key, company } = it.call.home().today[presses]!;
      it.call.log(key, { kind: "contacted", next: "", company });
    }
    expect(it.values("Contact log")).toHaveLength(1 + 3);
    it.clock += 86_400_000;
    const daily = run(it);
    expect(daily.cells).toBeGreaterThan(customers / 2);
    // Under the day and the headers.
    expect(it.values("Today").length).toBeGreaterThan(2);
    expect(it.runtime.calls.log.filter((name) => name.includes("Today"))).toEqual([
      expect.stringMatching(/^Range\.setValues Today!A1:E\d+$/),
    ]);
    it.call.undo();
    it.clock += 86_400_000;
    const again = run(it);
    for (const { calls, steps } of [daily, again]) {
      expect(calls).toBeLessThanOrEqual(30);
      expect(steps).toBeLessThanOrEqual(6);
      seen.push(calls);
    }
  }
  expect(Math.max(...seen) - Math.min(...seen)).toBeLessThanOrEqual(1);
}, 300_000);

/** Calls of a work on a document that stays as it is after it. */
function counted(it: Office, work: () => unknown): number {
  it.runtime.calls.reset();
  work();
  return it.runtime.calls.count;
}

test("a choice of words takes at most 30 service calls, but where its seven columns cost a pin each, and half of it without columns", async () => {
  const it = await large(100);
  setUp(it);
  for (const id of ["trade", "grades", "platform", "fair"]) {
    expect(
      counted(it, () => it.call.usePreset(id, true)),
      id,
    ).toBeLessThanOrEqual(30);
    it.call.begin(it.call.preview(null).fingerprint, null);
  }
  // Google takes a pin a column a call, and the grid has to grow.
  expect(counted(it, () => it.call.usePreset("eight", true))).toBeLessThanOrEqual(35);
  for (const id of ["trade", "grades"])
    expect(
      counted(it, () => it.call.usePreset(id, false)),
      id,
    ).toBeLessThanOrEqual(15);
});

test("ticks take one service call more for each column, which is what its pin costs, and none for one that goes", async () => {
  const it = await large(100);
  setUp(it);
  const ids = it.call.home().axes.map(({ id }) => id);
  const none = counted(it, () => it.call.showAxes([]));
  const one = counted(it, () => it.call.showAxes(ids.slice(0, 1)));
  it.call.showAxes([]);
  const six = counted(it, () => it.call.showAxes(ids.slice(0, 6)));
  const gone = counted(it, () => it.call.showAxes([]));
  expect([six - one, six <= 30, gone <= none + 10]).toEqual([5, true, true]);
});

test("the answer about the base currency takes at most 30 service calls, however many rates and limits it changes", async () => {
  const it = await large(100);
  const { runtime, call } = it;
  const draft = draftOf(it);
  setUp(it, { ...draft, rates: { CNY: 0.125, EUR: 1.1, GBP: 1.2, JPY: 0.01, HKD: 0.13 } });
  const row = it.values("Policy").findIndex((cells) => cells[4] === "currency.base");
  it.put("Policy", row, 1, "CNY");
  runtime.calls.reset();
  call.answer("base", "convert");
  expect(runtime.calls.count).toBeLessThanOrEqual(30);
  expect(
    it
      .values("Policy")
      .find((cells) => cells[4] === "rate.EUR")!
      .slice(1, 3),
  ).toEqual([8.8, "CNY"]);
});
