import { readAmounts, readCurrency } from "../cells/amount";
import { type Answers, type Ask, type Cell, isDateCell, type Reading, type Rows } from "../cells/cell";
import { type CompanyName, companyOf } from "../cells/company";
import { countriesCalled, readCountries } from "../cells/country";
import { isSharedSign, signFits } from "../cells/currency";
import { readDays } from "../cells/date";
import { foldText, isBlankWord, tidy } from "../cells/text";
import { containsWord, matchWord } from "../cells/words";
import { readYesNo } from "../cells/yes-no";
import type { Day } from "../day";
import { isoOf } from "../day";
import type { Customer, Finding, FindingKind, OpenQuestion, Order, OrderUse, RowKey } from "../model";
import type { Amount, Currency, Minor } from "../money";
import type { Policy } from "../policy/fields";
import type { FieldId, Layout } from "./headers";

/** A sheet of the team's: all its rows, and where its columns are. */
export interface Sheet {
  readonly rows: Rows;
  readonly layout: Layout;
}

export interface ReadContext {
  readonly policy: Policy;
  readonly asOf: Day;
  /** The day of an instant (ms since 1970) in the spreadsheet's zone. */
  dayOfInstant(ms: number): Day;
  /** The team's answers, by id of {@link OpenQuestion}. */
  readonly answers: Readonly<Record<string, string>>;
}

/** Where reading leaves what a person should see. */
export class Notebook {
  readonly findings: Finding[] = [];
  private readonly asked = new Map<string, OpenQuestion & { cells: number }>();
  unreadable = 0;
  ambiguous = 0;
  /** Currency -> cells in it. */
  readonly currencies: Record<string, number> = {};

  find(finding: Finding): void {
    this.findings.push(finding);
    if (finding.kind === "unreadable") this.unreadable++;
    if (finding.kind === "ambiguous") this.ambiguous++;
  }

  ask(id: string, make: () => Omit<OpenQuestion, "id" | "cells">): void {
    const known = this.asked.get(id);
    if (known) known.cells++;
    else this.asked.set(id, { id, cells: 1, ...make() });
  }

  get questions(): OpenQuestion[] {
    return [...this.asked.values()];
  }
}

/** The answer to any question that says: do not use these cells, and do not ask again. */
export const LEAVE = "leave";

const OPTIONS: Readonly<Record<Ask, readonly string[]>> = {
  decimal: ["point", "comma"],
  currency: [],
  inexact: ["take", LEAVE],
  wan: ["10000", LEAVE],
  scale: ["full", "header", LEAVE],
  day_order: ["dmy", "mdy", "ymd"],
  no_year: ["past", LEAVE],
  no_day: ["first", LEAVE],
  country: [],
  yes_no: ["yes", "no"],
  status: ["counts", "no", "listed"],
  sample: ["yes", "no"],
};

const DOLLARS = ["USD", "CAD", "AUD", "HKD", "SGD", "TWD", "NZD"];
const YENS = ["CNY", "JPY"];

/** The cells of one column below the header, with what is needed to report on them. */
class Column {
  readonly cells: readonly Cell[];
  private readonly answers: Answers;

  constructor(
    readonly field: FieldId,
    private readonly sheet: Sheet,
    private readonly context: ReadContext,
    private readonly notebook: Notebook,
    private readonly table: "customers" | "orders",
  ) {
    const index = this.index;
    const from = sheet.layout.headerRow + 1;
    const cells = new Array<Cell>(Math.max(0, sheet.rows.length - from)).fill("");
    if (index >= 0) for (let i = 0; i < cells.length; i++) cells[i] = sheet.rows[from + i]![index] ?? "";
    this.cells = cells;
    const prefix = `${field}:`;
    const own: Record<string, string> = {};
    for (const [id, answer] of Object.entries(context.answers))
      if (id.startsWith(prefix) && answer !== LEAVE) own[id.slice(prefix.length)] = answer;
    this.answers = own;
  }

  private get found() {
    return this.sheet.layout.columns[this.field];
  }

  get index(): number {
    return this.found?.index ?? -1;
  }

  get exists(): boolean {
    return this.index >= 0;
  }

  text(i: number): string {
    const cell = this.cells[i]!;
    if (cell === "") return "";
    const text = isDateCell(cell) ? isoOf(cell.day) : tidy(String(cell));
    return isBlankWord(text) ? "" : text;
  }

  answer(ask: string): string | undefined {
    return this.context.answers[`${this.field}:${ask}`];
  }

  find(kind: FindingKind, i: number, more: Partial<Finding> = {}): void {
    const cell = this.cells[i]!;
    this.notebook.find({
      kind,
      table: this.table,
      row: this.sheet.layout.headerRow + 1 + i,
      column: this.index,
      field: this.field,
      text: isDateCell(cell) ? isoOf(cell.day) : String(cell),
      ...more,
    });
  }

  ask(ask: Ask, i: number, options: readonly string[], word?: string, proposal = ""): void {
    const id = word === undefined ? `${this.field}:${ask}` : `${this.field}:${ask}:${word}`;
    this.notebook.ask(id, () => ({
      table: this.table,
      field: this.field,
      ask,
      word,
      row: this.sheet.layout.headerRow + 1 + i,
      column: this.index,
      example: String(isDateCell(this.cells[i]!) ? "" : this.cells[i]),
      options,
      proposal,
    }));
  }

  /** The value where the cell was read; what was not is listed, and asked about where an answer would help. */
  take<T>(reading: Reading<T>, i: number, unclear?: Set<FieldId>): T | undefined {
    switch (reading.as) {
      case "blank":
        return undefined;
      case "read":
        if (reading.corrected) this.find("corrected", i, { detail: reading.corrected });
        return reading.value;
      case "ambiguous": {
        unclear?.add(this.field);
        const key = reading.word === undefined ? reading.ask : `${reading.ask}:${reading.word}`;
        if (this.answer(key) === LEAVE) this.find("unreadable", i);
        else {
          const proposal = this.proposal(reading);
          this.find("ambiguous", i, { ask: reading.ask, detail: proposal });
          this.ask(reading.ask, i, this.options(reading, i), reading.word, proposal);
        }
        return undefined;
      }
      case "unreadable":
        unclear?.add(this.field);
        this.find("unreadable", i);
        return undefined;
    }
  }

  private options(reading: Reading<unknown> & { as: "ambiguous" }, i: number): readonly string[] {
    if (reading.ask === "country") return [...countriesCalled(String(this.cells[i])), LEAVE];
    if (reading.ask !== "currency") return OPTIONS[reading.ask];
    return /[¥￥]/.test(reading.word ?? "") ? YENS : DOLLARS;
  }

  private proposal(reading: Reading<unknown> & { as: "ambiguous" }): string {
    switch (reading.ask) {
      case "inexact":
      case "wan":
      case "no_year":
      case "no_day":
        return OPTIONS[reading.ask][0]!;
      default:
        return "";
    }
  }

  /** Days up to as-of; a later one is listed and not used, save in a field that looks ahead. */
  days(ahead = false): (i: number, unclear?: Set<FieldId>) => Day | undefined {
    if (!this.exists) return () => undefined;
    const readings = readDays(this.cells, {
      asOf: this.context.asOf,
      dayOfInstant: this.context.dayOfInstant,
      answers: this.answers,
    });
    return (i, unclear) => {
      const day = this.take(readings[i]!, i, unclear);
      if (day === undefined || ahead || day <= this.context.asOf) return day;
      this.find("future", i);
      return undefined;
    };
  }

  /** Amounts in the base currency; `currencies` says what the row's own currency cell names. */
  amounts(
    chinese: boolean,
    currencies: RowCurrencies,
  ): (i: number, unclear?: Set<FieldId>) => { sign: number; minor?: Minor } | undefined {
    if (!this.exists) return () => undefined;
    const base = this.context.policy["currency.base"];
    const header = this.found?.currency;
    const rows = currencies.of(header ?? base);
    const readings: Reading<Amount>[] = readAmounts(this.cells, {
      base,
      column: header,
      rows,
      scale: this.found?.scale ?? 1,
      chinese,
      answers: this.answers,
    });
    return (i, unclear) => {
      const amount = this.take(readings[i]!, i, unclear);
      if (!amount) return undefined;
      const sign = Math.sign(amount.minor);
      if (!amount.currency && rows[i] === undefined && currencies.isUnknown(i)) {
        // A word that is no currency is not taken for the base: the amount is known, what it is worth is not.
        unclear?.add(this.field);
        return { sign };
      }
      const currency = amount.currency ?? rows[i] ?? header ?? base;
      this.notebook.currencies[currency] = (this.notebook.currencies[currency] ?? 0) + 1;
      if (currency === base) return { sign, minor: amount.minor };
      const rate = this.context.policy[`rate.${currency}`];
      if (rate !== undefined && rate > 0)
        return { sign, minor: Math.sign(amount.minor) * Math.round(Math.abs(amount.minor) * rate) };
      this.find("no_rate", i, { detail: currency });
      unclear?.add(this.field);
      return { sign };
    };
  }
}

/** Number of occurrences so far of each key: equal names are told apart by their order. */
function numbered(seen: Map<string, number>, stem: string): RowKey {
  const nth = (seen.get(stem) ?? 0) + 1;
  seen.set(stem, nth);
  return `${stem}#${nth}`;
}

const cellText = (cell: Cell | undefined): string => {
  if (cell === undefined || cell === "" || isDateCell(cell)) return "";
  const text = tidy(String(cell));
  return isBlankWord(text) ? "" : text;
};

/**
 * The key of every sheet row, undefined for rows that are no customers (header and above, blank, totals, placeholders).
 *
 * @param rows rows of the sheet from its first one
 * @param headerRow 0-based
 * @param columns 0-based columns of id and name, -1 where there is none
 */
export const rowKeys = (rows: Rows, headerRow: number, columns: KeyColumns): (RowKey | undefined)[] =>
  identified(rows, headerRow, columns).map((who) => who?.key);

interface KeyColumns {
  readonly id: number;
  readonly name: number;
}

interface Who {
  readonly key: RowKey;
  readonly id: string;
  readonly name: string;
  /** Undefined where the row has no name. */
  readonly company: CompanyName | undefined;
}

/** Who stands in each row of the sheet. */
function identified(rows: Rows, headerRow: number, columns: KeyColumns): (Who | undefined)[] {
  const seen = new Map<string, number>();
  return rows.map((row, i) => {
    if (i <= headerRow) return undefined;
    const id = columns.id < 0 ? "" : cellText(row[columns.id]);
    const name = columns.name < 0 ? "" : cellText(row[columns.name]);
    if (!id && !name) return undefined;
    const company = name ? companyOf(name) : undefined;
    if (company ? company.total || company.placeholder : companyOf(id).total) return undefined;
    return { key: numbered(seen, id ? `id:${foldText(id)}` : `name:${company!.full}`), id, name, company };
  });
}

const CLEAR: ReadonlySet<FieldId> = new Set();

/** Rows of the customer sheet. What could not be read is in the notebook. */
export function readCustomers(sheet: Sheet, context: ReadContext, notebook: Notebook): Customer[] {
  const { rows, layout } = sheet;
  const column = (field: FieldId) => new Column(field, sheet, context, notebook, "customers");
  const [owner, city, stage, source, grade] = (["owner", "city", "stage", "source", "grade"] as const).map(column) as [
    Column,
    Column,
    Column,
    Column,
    Column,
  ];
  const people = identified(rows, layout.headerRow, {
    id: layout.columns.id?.index ?? -1,
    name: layout.columns.name?.index ?? -1,
  });

  const country = column("country");
  const countries = readCountries(country.cells, answersOf(context, "country"));
  const cities = city.exists ? readCountries(city.cells, {}) : [];
  const hold = column("hold");
  const currency = new RowCurrencies(column("currency"));
  const day = (field: FieldId, ahead = false) => column(field).days(ahead);
  const [created, inquiry, lastContact, firstOrder, lastOrder] = [
    day("created"),
    day("inquiry"),
    day("last_contact"),
    day("first_order"),
    day("last_order"),
  ];
  const nextDate = day("next_date", true);
  const amount = (field: FieldId) => column(field).amounts(layout.chinese, currency);
  const [annual, lifetime, buyerVolume, expected] = [
    amount("annual"),
    amount("lifetime"),
    amount("buyer_volume"),
    amount("expected"),
  ];
  const orderCount = column("order_count");

  const customers: Customer[] = [];
  const unclear = new Set<FieldId>();
  for (let i = 0; i < owner.cells.length; i++) {
    const row = layout.headerRow + 1 + i;
    const who = people[row];
    if (!who) continue;
    unclear.clear();
    const bought = annual(i, unclear);
    const ever = lifetime(i, unclear);
    const withoutRate = [bought, ever].some((amount) => amount && amount.sign > 0 && amount.minor === undefined);
    customers.push({
      row,
      key: who.key,
      id: who.id,
      name: who.name || who.id,
      company: who.company,
      owner: owner.text(i),
      city: city.text(i),
      country: countryAt(i, unclear),
      created: created(i, unclear),
      inquiry: inquiry(i, unclear),
      lastContact: lastContact(i, unclear),
      nextDate: nextDate(i, unclear),
      stage: stage.text(i),
      source: source.text(i),
      hold: hold.exists && hold.take(readYesNo(hold.cells[i]!, answersOf(context, "hold")), i, unclear) === true,
      annual: bought?.minor,
      lifetime: ever?.minor,
      boughtWithoutRate: withoutRate ? true : undefined,
      buyerVolume: buyerVolume(i, unclear)?.minor,
      expected: expected(i, unclear)?.minor,
      firstOrder: firstOrder(i, unclear),
      lastOrder: lastOrder(i, unclear),
      orderCount: countAt(i, unclear),
      grade: grade.text(i),
      // Of fifty thousand rows nearly all are clear: they share one empty set.
      unclear: unclear.size ? new Set(unclear) : CLEAR,
    });
  }
  return customers;

  function countryAt(i: number, unclear: Set<FieldId>) {
    const iso = country.take(countries[i]!, i, unclear);
    if (iso) return { iso, byCity: false };
    const byCity = cities[i];
    return countries[i]!.as === "blank" && byCity?.as === "read" ? { iso: byCity.value, byCity: true } : undefined;
  }

  function countAt(i: number, unclear: Set<FieldId>): number | undefined {
    const cell = orderCount.cells[i]!;
    const text = orderCount.text(i);
    if (!text) return undefined;
    const count = typeof cell === "number" ? cell : /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    if (Number.isInteger(count) && count >= 0) return count;
    unclear.add("order_count");
    orderCount.find("unreadable", i);
    return undefined;
  }
}

function answersOf(context: ReadContext, field: FieldId): Answers {
  const own: Record<string, string> = {};
  for (const [id, answer] of Object.entries(context.answers))
    if (id.startsWith(`${field}:`) && answer !== LEAVE) own[id.slice(field.length + 1)] = answer;
  return own;
}

/** What the rows' own currency cells name. */
class RowCurrencies {
  private readonly listed = new Set<number>();

  constructor(private readonly column: Column) {}

  /** Row by row; $ and ¥ alone are the usual currency where that is a dollar, a yuan or a yen. */
  of(usual: Currency): readonly (Currency | undefined)[] {
    if (!this.column.exists) return [];
    const known = new Map<Cell, Currency | undefined>();
    return this.column.cells.map((cell, i) => {
      if (!known.has(cell)) {
        const text = this.column.text(i);
        known.set(cell, isSharedSign(text) ? (signFits(text, usual) ? usual : undefined) : readCurrency(text));
      }
      return known.get(cell);
    });
  }

  /** The cell holds something that names no currency; it is listed, once. */
  isUnknown(i: number): boolean {
    if (!this.column.exists || !this.column.text(i)) return false;
    if (!this.listed.has(i)) this.column.find("unreadable", i);
    this.listed.add(i);
    return true;
  }
}

/** Rows of the order sheet, each with how it enters the facts. */
export function readOrders(sheet: Sheet, context: ReadContext, notebook: Notebook): Order[] {
  const { layout } = sheet;
  const { policy } = context;
  const column = (field: FieldId) => new Column(field, sheet, context, notebook, "orders");
  const id = column("order.id");
  const customerId = column("order.customer");
  const customerName = column("order.name");
  const day = column("order.day");
  const days = day.days();
  const amount = column("order.amount");
  const amounts = amount.amounts(layout.chinese, new RowCurrencies(column("order.currency")));
  const status = column("order.status");
  const use = statusReader(status, policy);
  const type = column("order.type");
  const product = column("order.product");
  const [due, paid, delivered] = [
    column("order.due").days(true),
    column("order.paid").days(),
    column("order.delivered").days(),
  ];

  const orders: Order[] = [];
  for (let i = 0; i < day.cells.length; i++) {
    const who = customerId.text(i);
    const name = customerName.text(i);
    const number = id.text(i);
    if (!who && !name && !number && amount.cells[i] === "" && day.cells[i] === "") continue;
    // A row that names a customer by id and by name is no total; to look at every name would be the dearest part of a run.
    if (!(who && name) && companyOf(name || number || who).total) continue;
    const on = days(i);
    const money = amounts(i);
    orders.push({
      row: layout.headerRow + 1 + i,
      id: number,
      customerId: who,
      customerName: name,
      use: useOf(i, on, money),
      day: on,
      minor: money?.minor,
      due: due(i),
      paid: paid(i),
      delivered: delivered(i),
    });
  }
  return withoutRefundsOfUncounted(orders, amount, layout.headerRow + 1);

  function useOf(i: number, on: Day | undefined, money: { sign: number; minor?: Minor } | undefined): OrderUse {
    const byStatus = use(i);
    if (money && money.sign < 0) {
      if (byStatus.voidsRefund || byStatus.use === "listed") return "listed";
      return on === undefined ? "listed" : "refund";
    }
    if (byStatus.use !== "order") return byStatus.use;
    if (on === undefined) {
      if (money && day.text(i) === "") day.find("unreadable", i);
      return "listed";
    }
    if (!money && !amount.text(i)) return "listed";
    if (money?.sign === 0) return "not_counted";
    if (isSample(i, money?.minor)) return "sample";
    return money ? "order" : "unread";
  }

  function isSample(i: number, minor: Minor | undefined): boolean {
    const words = policy["order.sample_words"];
    if (minor !== undefined && minor < Math.round(policy["order.sample_max"] * 100)) return true;
    for (const cell of [type, product]) {
      const text = cell.exists ? cell.text(i) : "";
      if (!text) continue;
      if (matchWord(text, words)) return true;
      if (!containsWord(text, words)) continue;
      // "样品费+大货" may be either: counted until somebody says.
      const word = foldText(text);
      const answer = cell.answer(`sample:${word}`) ?? cell.answer("sample");
      if (answer) return answer === "yes";
      cell.find("sample_in_text", i);
      cell.ask("sample", i, OPTIONS.sample, word, "yes");
    }
    return false;
  }
}

function statusReader(status: Column, policy: Policy) {
  const known = new Map<string, { use: OrderUse; voidsRefund: boolean }>();
  const lists: readonly (readonly [readonly string[], OrderUse])[] = [
    [policy["order.counts"], "order"],
    [policy["order.counts_not"], "not_counted"],
    [policy["order.listed"], "listed"],
  ];
  const answered: ReadonlyMap<string | undefined, OrderUse> = new Map([
    ["counts", "order"],
    ["no", "not_counted"],
    ["listed", "listed"],
  ]);
  const look = (text: string): { use: OrderUse; voidsRefund: boolean } => {
    const use =
      lists.find(([words]) => matchWord(text, words))?.[1] ??
      // 待定 is a blank elsewhere, but as a state it says "pending": the lists are asked first.
      (isBlankWord(text) ? "order" : answered.get(status.answer(`status:${foldText(text)}`)));
    return { use: use ?? "asked", voidsRefund: matchWord(text, policy["order.void_refund"]) };
  };
  return (i: number) => {
    const cell = status.cells[i]!;
    const text = isDateCell(cell) ? isoOf(cell.day) : tidy(String(cell));
    if (!text) return { use: "order" as OrderUse, voidsRefund: false };
    let found = known.get(text);
    if (!found) {
      found = look(text);
      known.set(text, found);
    }
    if (found.use === "asked") {
      status.find("unknown_status", i);
      status.ask("status", i, OPTIONS.status, foldText(text));
    } else if (found.use === "listed") status.find("listed_status", i);
    return found;
  };
}

/** A refund that names an order which is not counted takes nothing away; it is listed. */
function withoutRefundsOfUncounted(orders: Order[], amount: Column, firstRow: number): Order[] {
  if (!orders.some((order) => order.use === "refund" && order.id)) return orders;
  const counted = new Set<string>();
  const named = new Set<string>();
  for (const order of orders) {
    if (!order.id || order.use === "refund") continue;
    named.add(order.id);
    if (order.use === "order") counted.add(order.id);
  }
  return orders.map((order) => {
    if (order.use !== "refund" || !named.has(order.id) || counted.has(order.id)) return order;
    amount.find("refund_of_uncounted", order.row - firstRow, { detail: order.id });
    return { ...order, use: "listed" as const };
  });
}
