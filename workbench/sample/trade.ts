import { PLACES, type Place } from "./countries";
import { type CompanyName, companyNames } from "./names";
import type { Random } from "./random";

/** An order as it happened, before anyone typed it. Days are counted back from the as-of day: 0 is that day itself. */
export interface TrueOrder {
  readonly ago: number;
  /** Whole units of the currency; negative for a refund. */
  readonly amount: number;
  readonly currency: string;
  readonly status: string;
  readonly type: string;
  readonly product: string;
  readonly quantity: number;
  /** Days after the order; undefined where nothing was agreed, paid or delivered yet. */
  readonly dueAfter?: number;
  readonly paidAfter?: number;
  readonly deliveredAfter?: number;
  readonly note: string;
}

export interface TrueCustomer {
  readonly kind: Kind;
  readonly company: CompanyName;
  readonly place: Place;
  readonly city: string;
  readonly currency: string;
  /** Newest last. */
  readonly orders: readonly TrueOrder[];
  /** Days back; undefined where nothing is noted. */
  readonly contactAgo?: number;
  readonly createdAgo?: number;
  readonly inquiryAgo?: number;
  /** Days ahead of as-of; negative where the date has gone by. */
  readonly nextIn?: number;
  /** Days after which he should hear from the team again, as long as it has no stage for him. */
  readonly cadence: number;
}

/** What a customer of the sample is there to show. */
export type Kind =
  | "key" // tier A, orders every month, pays on time
  | "key_late" // as large, and pays late
  | "key_unsteady" // as large, and nobody knows when
  | "good"
  | "middle"
  | "small"
  | "new"
  | "once"
  | "lapsing"
  | "dormant"
  | "falling" // a large order has just left the year: on watch
  | "won_back"
  | "prospect"
  | "typed"; // bought, but only typed columns say so

interface Habit {
  readonly count: number;
  /** Amounts of an order, in whole units. */
  readonly amounts: readonly [number, number];
  /** Days back of the orders, in any order. */
  readonly days: (random: Random) => readonly number[];
  readonly cadence: number;
  readonly late?: boolean;
}

/** Orders about every `gap` days from `first` days ago on, the last one not before `last` days ago. */
const every = (random: Random, gap: number, first: number, last: number): number[] => {
  const days: number[] = [];
  for (let ago = first; ago >= last; ago -= Math.max(5, gap + random.int(-Math.floor(gap / 6), Math.floor(gap / 6)))) {
    days.push(ago);
  }
  return days;
};

const HABITS: Readonly<Record<Kind, Habit>> = {
  key: { count: 8, amounts: [105_000, 150_000], days: (r) => every(r, 30, 900, 6), cadence: 14 },
  key_late: { count: 4, amounts: [110_000, 160_000], days: (r) => every(r, 32, 640, 8), cadence: 14, late: true },
  key_unsteady: {
    count: 3,
    amounts: [420_000, 560_000],
    days: (r) => [950 + r.int(0, 40), 700, 330 - r.int(0, 10), 115 + r.int(0, 10), 100],
    cadence: 30,
  },
  good: { count: 18, amounts: [62_000, 105_000], days: (r) => every(r, 62, 690, 12), cadence: 30 },
  middle: { count: 36, amounts: [36_000, 62_000], days: (r) => every(r, 108, r.int(820, 900), 15), cadence: 60 },
  small: {
    count: 48,
    amounts: [3_000, 17_000],
    days: (r) => every(r, r.int(150, 230), r.int(780, 950), 20),
    cadence: 90,
  },
  new: {
    count: 10,
    amounts: [8_000, 360_000],
    days: (r) => (r.chance(0.5) ? [r.int(15, 170)] : [r.int(120, 170), r.int(20, 70)]),
    cadence: 30,
  },
  once: { count: 18, amounts: [4_000, 60_000], days: (r) => [r.int(190, 900)], cadence: 60 },
  lapsing: {
    count: 20,
    amounts: [12_000, 70_000],
    days: (r) => every(r, 60, r.int(470, 560), r.int(140, 260)),
    cadence: 60,
  },
  dormant: {
    count: 22,
    amounts: [8_000, 90_000],
    days: (r) => every(r, r.int(70, 150), r.int(950, 1100), r.int(480, 640)),
    cadence: 90,
  },
  falling: { count: 6, amounts: [18_000, 30_000], days: (r) => every(r, 75, 620, 30), cadence: 60 },
  won_back: { count: 3, amounts: [20_000, 80_000], days: (r) => [1400, 1300, 1210, r.int(30, 150)], cadence: 60 },
  prospect: { count: 88, amounts: [0, 0], days: () => [], cadence: 30 },
  typed: { count: 6, amounts: [0, 0], days: () => [], cadence: 60 },
};

const PRODUCTS: readonly string[] = [
  ...[
    "LED 工作灯 30W",
    "不锈钢水壶 1L",
    "折叠椅 FC-20",
    "园艺剪 GS-8",
    "Cordless drill 18V",
    "Bamboo tray L",
    "毛毯 150x200",
  ],
  ...["Ceramic mug 350ml", "包装袋 PE 0.08", "Water pump WP-40", "儿童积木 120pcs", "Storage box 45L"],
];

const DONE = ["已完成", "已完成", "已发货", "Completed", "Shipped", "已付款", ""];
const OPEN = ["生产中", "已收定金", "待发货", "In Process", "已确认"];
/** Statuses of orders that do not count, that are only listed, and one that nobody has heard of. */
const OTHER = ["已取消", "Cancelled", "草稿", "报价", "待确认", "退货", "暂停", "On Hold", "Disputed", "等老板定"];

function orderOf(random: Random, ago: number, amount: number, currency: string, late: boolean): TrueOrder {
  const dueAfter = 45;
  const paidAfter = late ? dueAfter + random.int(14, 40) : dueAfter + random.int(-20, 8);
  const deliveredAfter = random.int(38, 60);
  const terms = random.chance(0.85);
  return {
    ago,
    amount,
    currency,
    status: ago > 45 ? random.pick(DONE) : random.pick(OPEN),
    type: random.chance(0.5) ? "大货" : "",
    product: random.pick(PRODUCTS),
    quantity: random.int(2, 80) * 100,
    ...(terms && { dueAfter }),
    ...(terms && paidAfter <= ago && { paidAfter }),
    ...(deliveredAfter <= ago && { deliveredAfter }),
    note: "",
  };
}

/** Up to three orders beside the real ones: samples, cancelled, quoted, refunded. */
function sideOrders(random: Random, kind: Kind, main: readonly TrueOrder[], currency: string): TrueOrder[] {
  const more: TrueOrder[] = [];
  const last = main[main.length - 1];
  if (kind === "prospect") {
    // A prospect may have had a sample, or a quotation: neither is an order.
    if (random.chance(0.16)) more.push(sampleOrder(random, random.int(10, 300), currency));
    if (random.chance(0.08))
      more.push({ ...orderOf(random, random.int(5, 200), 20_000, currency, false), status: "报价" });
    return more;
  }
  if (!last) return more;
  const ago = last.ago + random.int(1, 40);
  if (random.chance(0.16)) more.push(sampleOrder(random, ago + random.int(5, 60), currency));
  if (random.chance(0.3)) {
    const base = orderOf(random, ago, Math.round(last.amount * 0.8), currency, false);
    more.push({ ...base, status: random.pick(OTHER), type: "" });
  }
  if (random.chance(0.12)) {
    const refund = orderOf(
      random,
      Math.max(0, last.ago - random.int(1, 12)),
      -Math.round(last.amount * 0.08),
      currency,
      false,
    );
    more.push({ ...refund, status: "已完成", type: "退款", quantity: 0, note: "质量扣款 refund" });
  }
  return more;
}

const sampleOrder = (random: Random, ago: number, currency: string): TrueOrder => ({
  ...orderOf(random, ago, random.int(30, 220), currency, false),
  status: "已完成",
  ...(random.chance(0.8)
    ? { type: "样品", note: "" }
    : { type: "寄样+试单", note: "客户要求先寄样品 sample by courier" }),
  quantity: random.int(1, 5),
});

const CURRENCIES: Readonly<Record<string, string>> = { 中国: "CNY" };

function makeCustomer(random: Random, kind: Kind, nth: number, nameIn: (place: Place) => CompanyName): TrueCustomer {
  const habit = HABITS[kind];
  const place = PLACES[(nth * 8 + random.int(0, 3)) % PLACES.length]!;
  // The largest stay in dollars, so that they are what they are before anyone has typed a rate.
  const large = kind.startsWith("key") || kind === "falling";
  const currency = large ? "USD" : (CURRENCIES[place.zh] ?? (place.euro && random.chance(0.45) ? "EUR" : "USD"));
  const amount = () =>
    random.int(habit.amounts[0] / 100, habit.amounts[1] / 100) * 100 + (random.chance(0.3) ? random.int(1, 99) : 0);
  const main = habit.days(random).map((ago) => orderOf(random, ago, amount(), currency, habit.late ?? false));
  if (kind === "falling")
    main.push({ ...orderOf(random, 365 + random.int(4, 45), 320_000, currency, false), status: "已完成" });
  const orders = [...main, ...sideOrders(random, kind, main, currency)].sort((a, b) => b.ago - a.ago);
  return {
    kind,
    company: nameIn(place),
    place,
    city: random.pick(place.cities),
    currency,
    orders,
    cadence: habit.cadence,
    ...clock(random, nth, habit, orders),
  };
}

/** Where the follow-up stands: in turn on track, soon, due, overdue, long silent, never contacted, and the rest. */
function clock(
  random: Random,
  nth: number,
  habit: Habit,
  orders: readonly TrueOrder[],
): Pick<TrueCustomer, "contactAgo" | "createdAgo" | "inquiryAgo" | "nextIn"> {
  const c = habit.cadence;
  const createdAgo = Math.max(random.int(40, 700), ...orders.map((order) => order.ago + 20));
  switch (nth % 9) {
    case 0:
      return { createdAgo, contactAgo: random.int(0, Math.floor(c * 0.7)) };
    case 1:
      return { createdAgo, contactAgo: c - 1 - random.int(0, Math.max(0, Math.floor(c / 5) - 2)) };
    case 2:
      return { createdAgo, contactAgo: c + random.int(0, Math.max(0, Math.floor(c / 2) - 1)) };
    case 3:
      return { createdAgo, contactAgo: c + Math.ceil(c / 2) + random.int(0, 2 * c), inquiryAgo: createdAgo };
    case 4:
      return { createdAgo: createdAgo + 500, contactAgo: random.int(420, 760) };
    case 5:
      return { createdAgo, contactAgo: random.int(5, 60), nextIn: random.int(-12, 25) };
    case 6:
      // He wrote later than we did: a reply is owed.
      return { createdAgo, contactAgo: random.int(30, 120), inquiryAgo: random.int(0, 20) };
    case 7:
      return random.chance(0.5) ? { createdAgo } : {};
    default:
      return { createdAgo, contactAgo: random.int(0, 2 * c) };
  }
}

/** All customers of the sample and what they really did; the same for the same random numbers. */
export function makeTrade(random: Random): TrueCustomer[] {
  const nameIn = companyNames(random);
  const customers: TrueCustomer[] = [];
  for (const kind of Object.keys(HABITS) as Kind[]) {
    for (let nth = 0; nth < HABITS[kind].count; nth++) customers.push(makeCustomer(random, kind, nth, nameIn));
  }
  // People type customers in as they come, not by their worth.
  for (let i = customers.length - 1; i > 0; i--) {
    const j = random.int(0, i);
    [customers[i], customers[j]] = [customers[j]!, customers[i]!];
  }
  return customers;
}
