import { type Day, dayOfIso, isoOf } from "../../src/core/day";
import { purchaseDays } from "../../src/core/facts";
import { type Forecasts, forecastFor } from "../../src/core/forecast/forecast";
import type { History } from "../../src/core/forecast/history";
import type { Order } from "../../src/core/model";
import { defaultPolicy } from "../../src/core/policy/policy";
import { Notebook } from "../../src/core/tables/column";
import { type FixedColumns, findLayout } from "../../src/core/tables/headers";
import { readOrders } from "../../src/core/tables/orders";
import { parsed, Refused, readTeamFile, run } from "../../workbench/command-line";
import { aLedger } from "../core/forecast/ledgers";

/**
 * What the forecast is worth on a team's own orders: `npm run bench -- --orders FILE.csv [--as-of DAY] [--map FIELD=HEADER …]`.
 * As-of is the last order's day when left out: every candidate is judged on the 90 days before it.
 */

/** Later than any order: what the file holds is known only once it is read. */
const LATEST: Day = 73_050;

interface Given {
  readonly histories: readonly History[];
  readonly asOf: Day;
}

function ordersOf(file: string, maps: readonly string[]): Order[] {
  const team = readTeamFile(file);
  if (team.kind !== "csv") throw new Refused(`${team.name} is no .csv file; save the order sheet as one.`);
  const { rows } = team.csv;
  const fixed = Object.fromEntries(maps.map((one) => one.split(/=(.*)/s))) as FixedColumns;
  const layout = findLayout(rows, "orders", fixed);
  if (!layout) throw new Refused(`No row of headers was found in ${team.name}.`);
  const context = { policy: defaultPolicy(), asOf: LATEST, answers: {}, dayOfInstant: () => LATEST };
  return readOrders({ rows, layout }, context, new Notebook()).filter(({ use }) => use === "order");
}

/** Purchases by customer id, else by name, up to as-of. */
function given(orders: readonly Order[], typed: string | undefined): Given {
  const asOf = typed === undefined ? orders.reduce((last, { day }) => Math.max(last, day!), 0) : dayOfIso(typed);
  if (asOf === undefined) throw new Refused(`--as-of ${typed} is no day; write it as in ${isoOf(LATEST)}.`);
  const days = new Map<string, Day[]>();
  for (const { customerId, customerName, day } of orders) {
    const who = customerId || customerName;
    if (!who || day! > asOf) continue;
    const known = days.get(who);
    if (known) known.push(day!);
    else days.set(who, [day!]);
  }
  const fold = defaultPolicy()["purchase.fold_days"];
  return {
    asOf,
    histories: [...days.values()].map((one) => ({
      days: purchaseDays(
        one.sort((p, q) => p - q),
        fold,
      ),
    })),
  };
}

/** Everybody's forecast, with the milliseconds that it took. */
function timed({ histories, asOf }: Given): { forecasts: Forecasts; ms: number } {
  const start = performance.now();
  const forecasts = forecastFor(histories, asOf, defaultPolicy());
  for (const [at] of histories.entries()) forecasts.of(at);
  return { forecasts, ms: performance.now() - start };
}

const median = (values: number[]) => values.sort((p, q) => p - q)[values.length >> 1]!;

/** Rows of the table of the whole bench. */
export function forecastRows(): { what: string; measured: string; bar: string }[] {
  const parameters = { k: 2, r: 1, alpha: 40, a: 0.2, b: 1.8 };
  return [5000, 50_000].map((customers) => {
    const ledger = { histories: aLedger(parameters, customers, 1500, LATEST), asOf: LATEST };
    const runs = [1, 2, 3].map(() => timed(ledger));
    return {
      what: `forecast of ${customers.toLocaleString("en")} customers, fits and choice included`,
      measured: `${Math.round(median(runs.map(({ ms }) => ms)))} ms (${runs[0]!.forecasts.model})`,
      bar: customers === 5000 ? "≤ 2 s" : "",
    };
  });
}

function show(it: Given): void {
  const { forecasts, ms } = timed(it);
  const { model, fellBack, parameters, judged, customers } = forecasts;
  const three = (value: number) => value.toFixed(3);
  console.log(
    `${it.histories.length} customers up to ${isoOf(it.asOf)}; judged by ${customers} of at least 3 purchases`,
  );
  console.log("\n| model | log loss | Brier | AUC | |\n|---|---|---|---|---|");
  for (const one of judged) {
    const name =
      one.model === "recency" ? "days since the last order alone" : `${one.model}${one.k ? `, k = ${one.k}` : ""}`;
    const used = one.model === model && one.k === parameters?.k ? "used" : one.boundary ? "ran to the boundary" : "";
    console.log(`| ${name} | ${three(one.logLoss)} | ${three(one.brier)} | ${three(one.auc)} | ${used} |`);
  }
  console.log(
    `\nused: ${model}${fellBack ? ` (${fellBack})` : ""}${parameters ? ` ${JSON.stringify(parameters)}` : ""}; ${Math.round(ms)} ms`,
  );
}

if (process.argv.includes("--orders"))
  await run(async () => {
    const { values } = parsed({
      options: { orders: { type: "string" }, "as-of": { type: "string" }, map: { type: "string", multiple: true } },
    });
    const [orders, asOf] = [values.orders as string, values["as-of"] as string | undefined];
    show(given(ordersOf(orders, (values.map as string[] | undefined) ?? []), asOf));
  });
