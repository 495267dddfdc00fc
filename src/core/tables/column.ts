import { amountReader, readCurrency } from "../cells/amount";
import { type Answers, type Ask, type Cell, isDateCell, type Reading, type Rows } from "../cells/cell";
import { countriesCalled } from "../cells/country";
import { isSharedSign, signFits } from "../cells/currency";
import { dayReader } from "../cells/date";
import { foldText, isBlankWord, tidy } from "../cells/text";
import { type Day, isoOf } from "../day";
import type { Finding, FindingKind, OpenQuestion } from "../model";
import type { Amount, Currency, Minor } from "../money";
import type { Policy } from "../policy/fields";
import { converted, type Rates, rateOn } from "../rates";
import type { FieldId, FoundColumn, Layout, Table } from "./headers";

/** A sheet of the team's: all its rows, and where its columns are. */
export interface Sheet {
  readonly rows: Rows;
  readonly layout: Layout;
}

export interface ReadContext {
  readonly policy: Policy;
  /** The sheet of rates; left out: the fixed rates of the policy alone. */
  readonly rates?: Rates;
  readonly asOf: Day;
  /** The last day that counts, where later ones are left out without a word; left out, `asOf`. */
  readonly until?: Day;
  /** The day of an instant (ms since 1970) in the spreadsheet's zone. */
  dayOfInstant(ms: number): Day;
  /** The team's answers, by id of {@link OpenQuestion}. */
  readonly answers: Readonly<Record<string, string>>;
}

/** Where reading leaves what a person should see. */
export class Notebook {
  readonly findings: Finding[] = [];
  private readonly asked = new Map<string, OpenQuestion & { cells: number }>();
  private readonly once = new Map<string, Finding & { count: number }>();
  unreadable = 0;
  ambiguous = 0;
  /** Currency -> cells in it. */
  readonly currencies: Record<string, number> = {};

  find(finding: Finding): void {
    this.findings.push(finding);
    if (finding.kind === "unreadable") this.unreadable++;
    if (finding.kind === "ambiguous") this.ambiguous++;
  }

  /** What was found since there were so many, as it stands in the sheet. */
  inRowOrder(since: number): void {
    const found = this.findings.splice(since).sort((a, b) => a.row - b.row);
    for (const one of found) this.findings.push(one);
  }

  /** A finding that stands for every cell with the same word, in capitals or not: listed once, with its count. */
  findOnce(finding: Finding): void {
    const key = `${finding.kind}:${finding.table}:${finding.field}:${foldText(finding.text)}`;
    const known = this.once.get(key);
    if (known) known.count++;
    else {
      const first = { ...finding, count: 1 };
      this.once.set(key, first);
      this.find(first);
    }
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

export const OPTIONS: Readonly<Record<Ask, readonly string[]>> = {
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
  lines: ["each", "whole"],
  word: [],
  relation: [],
};

const DOLLARS = ["USD", "CAD", "AUD", "HKD", "SGD", "TWD", "NZD"];
const YENS = ["CNY", "JPY"];

/** The cells of one column below the header, with what is needed to report on them. */
export class Column {
  /** 0-based; -1: the sheet has no such column, and all its cells are empty. */
  readonly index: number;
  readonly exists: boolean;
  /** Rows below the header. */
  readonly length: number;
  /** The team's answers for it, without the field. */
  readonly answers: Answers;
  private readonly found: FoundColumn | undefined;
  private readonly first: number;

  constructor(
    readonly field: FieldId,
    private readonly sheet: Sheet,
    private readonly context: ReadContext,
    private readonly notebook: Notebook,
    private readonly table: Table,
  ) {
    this.found = sheet.layout.columns[field];
    this.index = this.found?.index ?? -1;
    this.exists = this.index >= 0;
    this.first = sheet.layout.headerRow + 1;
    this.length = Math.max(0, sheet.rows.length - this.first);
    const prefix = `${field}:`;
    const own: Record<string, string> = {};
    for (const [id, answer] of Object.entries(context.answers))
      if (id.startsWith(prefix) && answer !== LEAVE) own[id.slice(prefix.length)] = answer;
    this.answers = own;
  }

  /** Read where it stands: a copy of each column would go through all rows as often as there are fields. */
  cell(i: number): Cell {
    return this.exists ? (this.sheet.rows[this.first + i]![this.index] ?? "") : "";
  }

  get cells(): readonly Cell[] {
    return Array.from({ length: this.length }, (_, i) => this.cell(i));
  }

  text(i: number): string {
    const text = this.typed(i);
    return isBlankWord(text) ? "" : text;
  }

  /** The text with the words that say nothing elsewhere: as a state 待定 is pending, as a direction 无 is none. */
  typed(i: number): string {
    const cell = this.cell(i);
    if (cell === "") return "";
    return isDateCell(cell) ? isoOf(cell.day) : tidy(String(cell));
  }

  answer(ask: string): string | undefined {
    return this.context.answers[`${this.field}:${ask}`];
  }

  find(kind: FindingKind, i: number, more: Partial<Finding> = {}): void {
    const cell = this.cell(i);
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

  /** The same word in many cells is listed at the first of them. */
  findOnce(kind: FindingKind, i: number, word: string): void {
    const row = this.sheet.layout.headerRow + 1 + i;
    this.notebook.findOnce({ kind, table: this.table, row, column: this.index, field: this.field, text: word });
  }

  /** `example` is what is shown of the cell, where it is a part of it. */
  ask(ask: Ask, i: number, options: readonly string[], word?: string, proposal = "", example?: string): void {
    // How a word is asked about may change with the policy; what was answered must not be lost by it.
    const key = ask === "relation" ? "word" : ask;
    const id = word === undefined ? `${this.field}:${key}` : `${this.field}:${key}:${word}`;
    this.notebook.ask(id, () => ({
      table: this.table,
      field: this.field,
      ask,
      word,
      row: this.sheet.layout.headerRow + 1 + i,
      column: this.index,
      example: example ?? String(isDateCell(this.cell(i)) ? "" : this.cell(i)),
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
    if (reading.ask === "country") return [...countriesCalled(String(this.cell(i))), LEAVE];
    if (reading.ask !== "currency") return OPTIONS[reading.ask];
    return /[¥￥]/.test(reading.word || "") ? YENS : DOLLARS;
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
    const reading = dayReader(this.cells, {
      asOf: this.context.asOf,
      dayOfInstant: this.context.dayOfInstant,
      answers: this.answers,
    });
    const { asOf, until = asOf } = this.context;
    return (i, unclear) => {
      const day = this.take(reading(i), i, unclear);
      if (day === undefined || ahead || day <= until) return day;
      if (day > asOf) this.find("future", i);
      return undefined;
    };
  }

  /** Amounts in the base currency on the day as-of; `currencies` says what the row's own currency cell names. */
  amounts(
    chinese: boolean,
    currencies: RowCurrencies,
  ): (i: number, unclear?: Set<FieldId>) => { sign: number; minor?: Minor } | undefined {
    const read = this.ownAmounts(chinese, currencies);
    return (i, unclear) => {
      const amount = read(i, unclear);
      if (!amount) return undefined;
      const minor = this.worth(amount, this.context.asOf, i);
      if (minor === undefined) unclear?.add(this.field);
      return { sign: Math.sign(amount.minor), minor };
    };
  }

  /** Amounts in their own currency; it is left out where a word stands for it that names none. */
  ownAmounts(chinese: boolean, currencies: RowCurrencies): (i: number, unclear?: Set<FieldId>) => Amount | undefined {
    if (!this.exists) return () => undefined;
    const base = this.context.policy["currency.base"];
    const header = this.found?.currency;
    const rows = currencies.of(header ?? base);
    const reading = amountReader(this.cells, {
      base,
      column: header,
      rows,
      scale: this.found?.scale ?? 1,
      chinese,
      answers: this.answers,
    });
    return (i, unclear) => {
      const amount = this.take(reading(i), i, unclear);
      // A word that is no currency is not taken for the base: the amount is known, what it is worth is not.
      if (!amount || (!amount.currency && rows[i] === undefined && currencies.isUnknown(i))) return amount;
      const currency = amount.currency ?? rows[i] ?? header ?? base;
      this.notebook.currencies[currency] = (this.notebook.currencies[currency] || 0) + 1;
      return amount.currency ? amount : { minor: amount.minor, currency };
    };
  }

  /** Hundredths of the base currency on a day; undefined where its currency has no rate, which is listed. */
  worth({ minor, currency }: Amount, day: Day, i: number): Minor | undefined {
    if (!currency) return undefined;
    const rate = rateOn(currency, day, this.context);
    if (rate) return converted(minor, rate);
    this.find("no_rate", i, { detail: currency });
    return undefined;
  }
}

/** What the rows' own currency cells name. */
export class RowCurrencies {
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
