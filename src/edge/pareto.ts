import { lacksRefund } from "../core/facts";
import { counts, lacks, oneEach } from "../core/history/backtest";
import type { Order } from "../core/model";
import type { Minor } from "../core/money";
import { paretoOf } from "../core/pareto";
import { openBook } from "./book";
import { look, nameColumn, placeOf } from "./look";
import type { ParetoView } from "./views";
import { wholeAmount } from "./words";

/** Customers that are named. */
const NAMED = 20;

/** Who bought how much of the year, by the amount that his tier goes by. */
export function pareto(): ParetoView {
  const book = openBook();
  const now = look(book, book.saved.settings);
  const { policy } = now.inForce;
  const { today } = book.clock;
  const since = today - policy["value.window_days"];
  const missingIn = (orders: readonly Order[]) => {
    const missed = orders.filter((order) => counts(order) && lacks(order) && order.day! > since);
    return { missing: missed.length, atLeast: missed.length > 0 && !missed.some(lacksRefund) };
  };
  const { classified, ordersOf, who } = now.outcome;
  const rows = classified.map(({ customer, amount = 0 }, i) => ({
    customer,
    amount,
    orders: ordersOf(i),
    who: who(i),
  }));
  // Of rows of one customer the one with the largest amount: typed ones stay each row's own.
  const all = oneEach(rows.sort((a, b) => b.amount - a.amount)).map(({ customer, amount, orders }) => ({
    key: customer.key,
    name: customer.name || customer.id,
    minor: amount,
    ...missingIn(orders),
    place: placeOf(now, "customers", customer.row, nameColumn(now)),
  }));
  const { total, ranked, negative, shareOf } = paretoOf(all, policy);
  const shown = (minor: Minor) => wholeAmount(minor, policy);
  const sum = (some: typeof ranked) => shown(some.reduce((minor, { one }) => minor + one.minor, 0));
  const named = ({ key, name, minor, place }: (typeof all)[number]) => ({
    key,
    company: name,
    amount: shown(minor),
    place,
  });
  const rest = ranked.slice(NAMED);
  let before = 0;
  const groups = (["A", "B", "C"] as const).map((id) => {
    const own = ranked.filter(({ group }) => group === id);
    const share = own.length ? own[own.length - 1]!.cumulative - before : 0;
    before += share;
    return { id, customers: own.length, amount: sum(own), share };
  });
  return {
    total: shown(total),
    missing: all.reduce((missing, one) => missing + one.missing, 0),
    atLeast: all.some(({ atLeast }) => atLeast) && all.every(({ missing, atLeast }) => !missing || atLeast),
    customers: ranked.length,
    a: policy["pareto.a"],
    b: policy["pareto.b"],
    groups,
    list: ranked.slice(0, NAMED).map(({ one, ...shares }) => ({ ...named(one), ...shares, atLeast: one.atLeast })),
    rest: { customers: rest.length, amount: sum(rest), share: shareOf(ranked.length) - shareOf(NAMED) },
    first: shareOf(1),
    three: shareOf(3),
    negative: { total: negative.length, list: negative.slice(0, NAMED).map(named) },
  };
}
