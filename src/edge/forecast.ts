import { isoOf } from "../core/day";
import { factsOf } from "../core/facts";
import { amountAtRisk } from "../core/forecast/at-risk";
import type { Forecast } from "../core/forecast/forecast";
import { oneEach } from "../core/history/backtest";
import { ownerKey } from "../core/today";
import { openBook } from "./book";
import { type Look, look, nameColumn, placeOf } from "./look";
import type { CustomerCard, ForecastLine, ForecastView } from "./views";
import { wholeAmount } from "./words";

/** Customers that are named in each list. */
const NAMED = 200;

/** A chance or a number of orders as it is told, with three decimals; `none` where there is no figure. */
export const toldOr = <None>(figure: number | undefined, none: None): number | None =>
  figure === undefined ? none : Math.round(figure * 1000) / 1000;

/** What is expected of the customer of that place among the classified; undefined where nothing is, or he is to be left alone. */
function expectedOf(now: Look, at: number): Forecast | undefined {
  const { classes, urgency } = now.outcome.classified[at]!;
  if (urgency.level === "hold" || classes.relation.because.rule === "relation.ended") return undefined;
  const expected = now.outcome.forecasts().of(at);
  return expected.because.purchases ? expected : undefined;
}

/** In hundredths; 0 where it is less than half a unit. */
const riskOf = (now: Look, at: number, expected: Forecast): number => {
  const risk = amountAtRisk(now.outcome.classified[at]!.amount || 0, expected) || 0;
  return risk < 50 ? 0 : risk;
};

function lineOf(now: Look, at: number, expected: Forecast): ForecastLine {
  const { customer, amount = 0 } = now.outcome.classified[at]!;
  const { policy } = now.inForce;
  const { today } = now.book.clock;
  const { window, chance, because } = expected;
  const risk = riskOf(now, at, expected);
  const facts = factsOf(
    customer,
    { orders: now.outcome.ordersOf(at), contacts: [] },
    now.outcome.ledger,
    policy,
    today,
  );
  const { missing, missingRefunds } = facts.yearTo(today);
  const atLeast = missing && !missingRefunds ? "≥ " : "";
  return {
    key: customer.key,
    name: customer.name || customer.id,
    place: placeOf(now, "customers", customer.row, nameColumn(now)),
    from: window ? isoOf(window.from) : "",
    middle: window ? isoOf(window.middle) : "",
    to: window ? isoOf(window.to) : "",
    overdue: because.overdue === true,
    chance: toldOr(chance, null),
    expected: toldOr(expected.expected, null),
    risk: risk ? atLeast + wholeAmount(risk, policy) : "",
    year: amount > 0 ? atLeast + wholeAmount(amount, policy) : "",
    purchases: because.purchases as number,
  };
}

/** Who of an owner's customers will order next, who is slipping away, and how that is known; null: everybody's. */
export function forecast(owner: string | null): ForecastView {
  const book = openBook();
  const now = look(book, book.saved.settings);
  const { classified, ordersOf, forecasts } = now.outcome;
  const { model, fellBack = "", parameters, judged, customers, orders } = forecasts();
  const horizon = now.inForce.policy["forecast.horizon_days"];
  const last = book.clock.today + horizon;
  const wanted = owner === null ? undefined : ownerKey(owner);
  const rows = classified.flatMap((one, at) =>
    wanted === undefined || ownerKey(one.customer.owner) === wanted
      ? [{ at, amount: one.amount || 0, orders: ordersOf(at) }]
      : [],
  );
  // Of rows of one customer the one whose typed amount is the largest, as everywhere.
  const all = oneEach(rows.sort((p, q) => q.amount - p.amount)).flatMap(({ at, amount }) => {
    const expected = expectedOf(now, at);
    return expected ? [{ at, amount, expected, risk: riskOf(now, at, expected) }] : [];
  });
  // Whoever is likelier to order than not is late, and slips nowhere.
  const late = all.filter(({ expected: { because, chance = 0 } }) => because.overdue && chance < 0.5);
  const next = all.filter(({ expected: { window, because } }) => window && !because.overdue && window.middle <= last);
  // Where no model tells what is at risk, who bought most comes first.
  late.sort((p, q) => q.risk - p.risk || q.amount - p.amount);
  next.sort(({ expected: { window: p } }, { expected: { window: q } }) => p!.from - q!.from || p!.middle - q!.middle);
  const named = (some: typeof all) => ({
    total: some.length,
    list: some.slice(0, NAMED).map(({ at, expected }) => lineOf(now, at, expected)),
  });
  const [baseline, ...candidates] = judged;
  const used = candidates.find((one) => one.model === model && one.k === parameters?.k);
  return {
    model,
    fellBack,
    horizon,
    orders,
    tested: used ? { days: horizon, customers, auc: used.auc, baseline: baseline!.auc } : null,
    next: named(next),
    slipping: named(late),
  };
}

/** The same of one customer, for his card. */
export function forecastOn(now: Look, at: number): CustomerCard["forecast"] {
  const expected = expectedOf(now, at);
  return expected
    ? {
        ...lineOf(now, at, expected),
        why: now.words.because(expected.because),
        horizon: now.inForce.policy["forecast.horizon_days"],
      }
    : null;
}
