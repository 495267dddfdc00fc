import { type CalendarDate, type SampleCell, serialOf } from "./cells";
import { PLACES } from "./countries";
import { randomFrom } from "./random";

export interface LargeSample {
  /** Header row first. */
  readonly customers: readonly (readonly SampleCell[])[];
  /** Header row first, oldest order first. */
  readonly orders: readonly (readonly SampleCell[])[];
}

/**
 * As many rows as asked for, to measure with: the same for the same numbers, with days counted back from `asOf`. Tidy on the
 * whole, with one typed day, amount and country in twenty.
 */
export function makeLargeSample(
  customers: number,
  orders: number,
  asOf: CalendarDate = { year: 2025, month: 10, date: 1 },
): LargeSample {
  const random = randomFrom(customers * 31 + orders);
  const today = serialOf(asOf);
  const day = (ago: number): SampleCell => {
    const serial = today - ago;
    if (!random.chance(0.05)) return { day: serial };
    return new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
  };
  const amount = (): SampleCell => {
    const value = random.int(500, 60_000);
    return random.chance(0.05) ? `USD ${String(value)}` : value;
  };
  const rows: SampleCell[][] = [
    [
      "客户编号",
      "客户名称",
      "国家/地区",
      "业务员",
      "创建时间",
      "询盘日期",
      "最近联系",
      "下次跟进",
      "客户阶段",
      "不联系",
      "备注",
    ],
  ];
  for (let i = 0; i < customers; i++) {
    const place = PLACES[i % PLACES.length]!;
    rows.push([
      `C${String(i + 1)}`,
      nameOf(i),
      random.chance(0.05) ? random.pick(place.also) : place.en,
      `Owner ${String(i % 5)}`,
      day(random.int(100, 1500)),
      random.chance(0.2) ? day(random.int(0, 400)) : "",
      random.chance(0.9) ? day(random.int(0, 500)) : "",
      random.chance(0.1) ? { day: today + random.int(-20, 40) } : "",
      random.chance(0.5) ? "已成交" : "报价未回复",
      random.chance(0.02) ? "是" : "",
      "",
    ]);
  }
  const ledger: SampleCell[][] = [["订单号", "下单日期", "客户编号", "客户名称", "金额", "币种", "订单状态"]];
  for (let i = 0; i < orders; i++) {
    // A third of the customers never bought; those who did, did so about equally often.
    const buyer = Math.floor(random.next() * Math.max(1, Math.ceil((customers * 2) / 3)));
    const ago = Math.floor(((orders - i) * 1400) / orders);
    ledger.push([
      `PI-${String(i + 1)}`,
      day(ago),
      random.chance(0.5) ? `C${String(buyer + 1)}` : "",
      nameOf(buyer),
      amount(),
      "USD",
      random.chance(0.04) ? "已取消" : "已完成",
    ]);
  }
  return { customers: rows, orders: ledger };
}

/** Each has a word of its own, so that names join as they do in real sheets. */
const nameOf = (nth: number): string => `Buyer${nth.toString(36)} Trading Co., Ltd.`;
