import { tierOf } from "../core/axes/value";
import { readAmounts, readCurrency } from "../core/cells/amount";
import type { Cell } from "../core/cells/cell";
import { readDays } from "../core/cells/date";
import { foldText } from "../core/cells/text";
import { readYesNo } from "../core/cells/yes-no";
import { CUSTOMER_COLUMNS } from "../core/columns";
import type { Day } from "../core/day";
import { cadenceOfTier, isSilent, levelOf, sinceStart } from "../core/followup/urgency";
import { labelOf } from "../core/policy/policy";
import { converted, rateOn } from "../core/rates";
import { findLayout } from "../core/tables/headers";
import { type DeclaredFunction, type Parameter, Plain } from "./define";
import { alongside, type FormulaCall, type Given, inShape, isRows, moneyContext, readOr, unrated } from "./formula";

interface Amounts {
  /** Hundredths of the base currency; undefined where blank, not readable or without a rate. */
  readonly minor: readonly (number | undefined)[];
  readonly blank: readonly boolean[];
  /** The first cell is a header, which gave the unit. */
  readonly headed: boolean;
}

/** Amounts of a column in the base currency. A header in its first cell gives currency and unit: 年采购额/万. */
function readMoney(
  cells: readonly Cell[],
  currencies: readonly Cell[],
  call: FormulaCall,
  parameter: string,
  single: boolean,
): Amounts {
  const { policy, language } = call;
  const base = policy["currency.base"];
  const header = single ? undefined : headerOf(cells[0]);
  const body = header ? ["", ...cells.slice(1)] : cells;
  const readings = readAmounts(body, {
    base,
    ...(header?.currency && { column: header.currency }),
    scale: header?.scale ?? 1,
    chinese: language === "zh" || (header?.chinese ?? false),
    answers: {},
    rows: body.map((_, i) => readCurrency(String(currencies[i] ?? ""))),
  });
  let known: ReturnType<typeof moneyContext> | undefined;
  const minor = readings.map((reading, i): number | undefined => {
    const amount = readOr(reading, body[i]!, parameter, single);
    if (!amount) return undefined;
    const given = String(currencies[i] ?? "");
    const own = readCurrency(given);
    if (given !== "" && !own) {
      if (single) throw new Plain("cellUnreadable", "currency", given);
      return undefined;
    }
    const currency = amount.currency ?? own ?? header?.currency ?? base;
    if (currency === base) return amount.minor;
    // The sheet of rates is a call to Google, which most columns do not need.
    known = known || moneyContext(call);
    const rate = rateOn(currency, call.asOf, known);
    if (rate) return converted(amount.minor, rate);
    if (single) throw new Plain("noRate", currency, base);
    return undefined;
  });
  return { minor, blank: readings.map((reading) => reading.as === "blank"), headed: header !== undefined };
}

/** What the header of an amount says, where the cell is one. A cell with an amount in it is none. */
function headerOf(cell: Cell | undefined): { currency?: string; scale: number; chinese: boolean } | undefined {
  if (typeof cell !== "string" || cell.trim() === "" || /^[\s\p{Sc}\d.,+-]+$/u.test(cell)) return undefined;
  if (readAmounts([cell], { base: "", scale: 1, chinese: true, answers: {} })[0]!.as !== "unreadable") return undefined;
  const layout = findLayout([[cell]], "customers", { annual: cell });
  const column = layout?.columns.annual;
  return {
    scale: column?.scale ?? 1,
    ...(column?.currency && { currency: column.currency }),
    chinese: /[㐀-鿿]/.test(cell),
  };
}

const headerText = (id: string, call: FormulaCall): string =>
  CUSTOMER_COLUMNS.find((column) => column.id === id)!.header[call.language];

const yesNo = (cell: Cell, parameter: string, single: boolean): boolean | undefined =>
  readOr(readYesNo(cell, {}), cell, parameter, single);

export const CUSTOMER_TIER: DeclaredFunction = {
  help: {
    en: "The tier (A, B, C, D) of an amount bought in the last 12 months. Takes one cell or a column; a header in row 1 such as 年采购额/万 gives the unit and is answered with a header.",
    zh: "按最近 12 个月的采购额返回等级（A、B、C、D）。可以是一个格子或一列；第 1 行的表头（如 年采购额/万）给出单位，并返回表头。",
  },
  parameters: [
    {
      name: "annual_amount",
      type: "number|range",
      help: { en: "What he bought from us in 12 months.", zh: "最近 12 个月向我们采购的金额。" },
    },
    {
      name: "paid_on_time",
      type: "boolean|range",
      optional: true,
      help: { en: "Yes or no; blank is unknown.", zh: "付款是否及时；空白为未知。" },
    },
    {
      name: "steady_orders",
      type: "boolean|range",
      optional: true,
      help: { en: "Yes or no; blank is unknown.", zh: "返单是否稳定；空白为未知。" },
    },
  ],
  returns: { en: "The tier in the words of the policy.", zh: "规则里的等级用语。" },
  answer([amount, paid, steady], call) {
    const given = [amount!, paid!, steady!];
    const { columns, height } = alongside(given, this.parameters);
    const single = !given.some(isRows);
    const money = readMoney(columns[0]!, [], call, "annual_amount", single);
    const cells: Cell[] = [];
    for (let i = 0; i < height; i++) {
      const minor = money.minor[i];
      if (i === 0 && money.headed) cells.push(headerText("tier", call));
      else if (money.blank[i]) cells.push("");
      else if (minor === undefined) cells.push(unrated(call, "value"));
      else {
        const punctual = yesNo(columns[1]![i]!, "paid_on_time", single);
        const steadily = yesNo(columns[2]![i]!, "steady_orders", single);
        cells.push(call.words.label("value", tierOf(minor, call.policy, punctual, steadily)));
      }
    }
    return inShape(cells, given);
  },
};

export const CUSTOMER_AMOUNT: DeclaredFunction = {
  help: {
    en: "An amount as people type it (USD 4,280, 1.2万, 8万元) as a number in the base currency of the policy.",
    zh: "把手写的金额（USD 4,280、1.2万、8万元）读成统计币种的数字。",
  },
  parameters: [
    { name: "amount", type: "string|range", help: { en: "One cell or a column.", zh: "一个格子或一列。" } },
    {
      name: "currency",
      type: "string|range",
      optional: true,
      help: { en: "The currency where the amount names none.", zh: "金额里没写币种时用的币种。" },
    },
  ],
  returns: { en: "A number; blank where it cannot be read in a column.", zh: "数字；一列中读不出的为空。" },
  answer([amount, currency], call) {
    const given = [amount!, currency!];
    const { columns, height } = alongside(given, this.parameters);
    const money = readMoney(columns[0]!, columns[1]!, call, "amount", !given.some(isRows));
    const cells: Cell[] = [];
    for (let i = 0; i < height; i++) {
      const minor = money.minor[i];
      if (i === 0 && money.headed) cells.push(call.policy["currency.base"]);
      else if (money.blank[i]) cells.push("");
      else cells.push(minor === undefined ? unrated(call, "value") : minor / 100);
    }
    return inShape(cells, given);
  },
};

const CONTACT: readonly Parameter[] = [
  {
    name: "last_contact",
    type: "date|range",
    help: { en: "The day of the last contact: one cell or a column.", zh: "最近联系的日期：一个格子或一列。" },
  },
  {
    name: "cadence",
    type: "number|string|range",
    help: { en: "Days, a tier (A) or stars (3 stars).", zh: "跟进间隔：天数、等级（A）或星级（3星）。" },
  },
  {
    name: "next_date",
    type: "date|range",
    optional: true,
    help: { en: "The day agreed for the next contact.", zh: "约定的下次跟进日期。" },
  },
];

/** Days of a cadence given as days, a tier or stars; undefined where the cell is blank or none of them. */
function cadenceOf(cell: Cell, call: FormulaCall, single: boolean): number | undefined {
  if (typeof cell === "number" && Number.isInteger(cell) && cell >= 1) return cell;
  const text = typeof cell === "string" ? foldText(cell) : "";
  const days = /^(\d{1,4})\s*(?:天|days?)?$/.exec(text);
  if (days && Number(days[1]) >= 1) return Number(days[1]);
  const stars = /^([0-4])\s*(?:星|stars?|★)$/.exec(text);
  // Four stars are an order: from then on the tier gives the cadence.
  if (stars) {
    const starred = call.policy[`cadence.stars_${stars[1]}` as keyof typeof call.policy] as number | undefined;
    return starred ?? call.policy["cadence.unrated"];
  }
  for (const id of ["A", "B", "C", "D"]) {
    const words = [id, labelOf(call.policy, "en", "value", id), labelOf(call.policy, "zh", "value", id)];
    if (words.some((word) => foldText(word) === text.replace(/\s*[级類类級]$/, "")))
      return cadenceOfTier(id, call.policy);
  }
  if (single && cell !== "") throw new Plain("badCadence", String(cell));
  return undefined;
}

interface DueDay {
  readonly due: Day;
  readonly cadence: number;
  /** The last contact, or the day on which the team began, where the due day was counted from it. */
  readonly since?: Day;
}

/** The due day of each line; "blank" where there is nothing to say, undefined where something could not be read. */
function dueDays(
  given: readonly Given[],
  parameters: readonly Parameter[],
  call: FormulaCall,
): (DueDay | "blank" | undefined)[] {
  const { columns, height } = alongside(given, parameters);
  const single = !given.some(isRows);
  const context = { asOf: call.asOf, dayOfInstant: call.clock.dayOf, answers: {} };
  const contacts = readDays(columns[0]!, context);
  const nexts = readDays(columns[2]!, context);
  const found: (DueDay | "blank" | undefined)[] = [];
  for (let i = 0; i < height; i++) {
    if (contacts[i]!.as === "blank" && nexts[i]!.as === "blank") {
      found.push("blank");
      continue;
    }
    const typed = readOr(contacts[i]!, columns[0]![i]!, "last_contact", single);
    const next = readOr(nexts[i]!, columns[2]![i]!, "next_date", single);
    const cadence = cadenceOf(columns[1]![i]!, call, single);
    const unclear = contacts[i]!.as !== "blank" && typed === undefined;
    // A contact later than the day that is judged by has not happened yet.
    const last = typed !== undefined && typed <= call.asOf ? typed : undefined;
    if (unclear || cadence === undefined) found.push(undefined);
    else if (next !== undefined && !(last! >= next)) found.push({ due: next, cadence });
    else {
      const since = last === undefined ? undefined : sinceStart(last, call.asOf, call.policy);
      found.push(since === undefined ? undefined : { due: since + cadence, cadence, since });
    }
  }
  return found;
}

export const CUSTOMER_URGENCY: DeclaredFunction = {
  help: {
    en: "How urgent the next contact is.",
    zh: "返回跟进状态。",
  },
  parameters: CONTACT,
  returns: { en: "The level in the words of the policy.", zh: "规则里的跟进状态用语。" },
  answer(given, call) {
    const own = given.slice(0, CONTACT.length);
    return inShape(
      dueDays(own, CONTACT, call).map((one) => {
        if (one === "blank") return "";
        if (!one) return unrated(call, "urgency");
        const silent = one.since !== undefined && isSilent(one.since, one.cadence, call.asOf, call.policy);
        return call.words.label("urgency", silent ? "silent" : levelOf(one.due, one.cadence, call.asOf, call.policy));
      }),
      own,
    );
  },
};

export const CUSTOMER_DUE: DeclaredFunction = {
  help: { en: "The day on which the next contact is due.", zh: "返回该跟进的日期。" },
  parameters: CONTACT,
  returns: { en: "A day.", zh: "日期。" },
  answer(given, call) {
    const own = given.slice(0, CONTACT.length);
    return inShape(
      dueDays(own, CONTACT, call).map((one) => {
        if (one === "blank") return "";
        return one ? { day: one.due } : unrated(call, "urgency");
      }),
      own,
    );
  },
};
