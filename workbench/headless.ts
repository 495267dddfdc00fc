import { Refused } from "./command-line";
import { type Foretold, type Found, forecastSentence, homeSentence, limitsSentence, openSentence } from "./findings";
import { nearest } from "./nearest";
import type { Addon } from "./runtime/addon";
import { messageOf } from "./runtime/addon";
import { ScriptStopped } from "./runtime/machine";
import type { Runtime } from "./runtime/runtime";

/**
 * Set-up and a whole reclassify through the calls that the sidebar makes, with the answers taken from the command line
 * in place of a person's.
 */

/** What a person would be asked, as it stood on the command line. */
export interface Wishes {
  /** Names of the sheets; undefined: the add-on finds them. null: there is none. */
  readonly customers: string | undefined;
  readonly orders: string | null | undefined;
  readonly contacts: string | null | undefined;
  readonly base: string | undefined;
  /** In which open questions are named. */
  readonly language: "en" | "zh";
  /** The choice of words and of axes, by id or name. */
  readonly preset: string | undefined;
  /** Policy key -> value. */
  readonly policy: Readonly<Record<string, string>>;
  /** Field -> header; null: there is no such column. */
  readonly columns: Readonly<Record<string, string | null>>;
  readonly dateOrder: "dmy" | "mdy" | undefined;
  /** Whose amount it is that all rows of an order hold. */
  readonly equalRows: "each" | "whole" | undefined;
  /** For amounts without a currency of their own. */
  readonly currency: string | undefined;
  /** Rows of the file of rates, with its header; undefined: there is none. */
  readonly rates: readonly (readonly string[])[] | undefined;
}

export interface Graded {
  /** Headers of the customer sheet, as typed. */
  readonly headers: readonly string[];
  /** After the write; `changed` is what the write was to change. */
  readonly results: Results;
  /** Of the reclassify, without the set-up. */
  readonly serviceCalls: number;
  readonly ms: number;
  /** Plain sentences on what was left out. */
  readonly notes: readonly string[];
}

/** The add-on's own answer to `results()`. */
export interface Results {
  readonly rows: readonly ResultRow[];
  /** Ids of the axes, in the order in which they are shown. */
  readonly axes: readonly string[];
  readonly customers: number;
  readonly orders: number;
  readonly unreadable: number;
  readonly ambiguous: number;
  readonly changed: number;
  readonly findings: readonly Found[];
  /** null: there is no order to tell by. */
  readonly forecast: Foretold | null;
  /** Customers with a country of whom near or far cannot be told, because the policy lacks the team's own. */
  readonly withoutHome: number;
}

/** The class id of every axis, `unrated` included, and what else is told of a customer: `due`, `why` … */
export interface ResultRow extends Readonly<Record<string, string | number>> {
  /** Row of the sheet, from 1. */
  readonly row: number;
}

/** The parts of the sidebar's views that matter here. */
interface Draft {
  readonly customers: number;
  readonly orders: number | null;
  readonly contacts: number | null;
  readonly columns: Readonly<Record<string, string | null>>;
  readonly answers: Readonly<Record<string, string>>;
  readonly base: string;
  readonly limits: { readonly A: number; readonly B: number; readonly C: number };
}
interface StartView {
  readonly draft: Draft | null;
  readonly sheets: readonly { readonly sheetId: number; readonly sheet: string }[];
  readonly problem: string;
}
interface Question {
  readonly id: string;
  readonly ask: string;
  /** Of the column, as typed. */
  readonly header: string;
  readonly cells: number;
  /** One of the cells; "" where the whole column is asked about. */
  readonly example: string;
  readonly options: readonly { readonly value: string }[];
  /** What the add-on would take; "" for nothing. */
  readonly proposal: string;
  readonly answer: string;
}
type Table = "customers" | "orders" | "contacts";
interface ColumnsView {
  readonly fields: readonly { readonly id: string; readonly header: string; readonly table: Table }[];
  readonly headers: Readonly<Record<Table, readonly string[]>>;
  readonly questions: readonly Question[];
  /** A column holds the customer's name or id. */
  readonly named: boolean;
}
interface LimitsView {
  readonly problems: readonly string[];
  /** How many customers each tier has; the last is "unrated". */
  readonly counts: readonly { readonly id: string; readonly count: number }[];
  /** Round limits from what was bought; null where too few bought. */
  readonly round: Draft["limits"] | null;
}
interface PreviewView {
  readonly fingerprint: string;
  /** To be written in the customer sheet. */
  readonly cells: number;
  readonly notices: readonly string[];
  readonly rebased: { readonly from: string; readonly to: string } | null;
}
type RunView =
  | { readonly kind: "next"; readonly batch: string }
  | { readonly kind: "done" }
  | { readonly kind: "changed"; readonly preview: PreviewView };

/** An answer may bring up another question; more rounds than this would be a circle. */
const ROUNDS = 10;
/** A preview that never holds still is a fault of the add-on. */
const TRIES = 3;

/** Throws Refused where a person would have to answer first, or the add-on says in a sentence what is wrong. */
export function reclassify(addon: Addon, runtime: Runtime, wishes: Wishes): Graded {
  const ask = <View>(name: string, ...args: readonly unknown[]): View => {
    try {
      return addon.rpc(name, ...args) as View;
    } catch (error) {
      // Google's services and the add-on's bugs throw as well; what a person can mend comes as a sentence of its own.
      if (error instanceof ScriptStopped) throw error;
      throw new Refused(messageOf(error));
    }
  };
  addon.open();
  if (wishes.rates) ask("setRates", wishes.rates, wishes.dateOrder ?? null);
  const notes: string[] = [];
  const { draft: answered, columns } = answer(ask, firstDraft(ask, wishes), wishes, notes);
  let draft = answered;
  const shown = wishes.preset === undefined ? undefined : ask<readonly string[]>("setPreset", wishes.preset);
  if (Object.keys(wishes.policy).length > 0) ask("setPolicy", wishes.policy);
  draft = { ...draft, limits: limitsOf(draft.limits, wishes.policy) };
  const limits = ask<LimitsView>("limits", draft);
  if (limits.problems.length > 0) throw new Refused(limits.problems[0]!);
  ask("setWho", "reclassify");
  const { changed, serviceCalls, ms, notices } = write(ask, runtime, draft);
  if (shown) ask("showAxes", shown);
  const results = ask<Results>("results");
  return {
    headers: columns.headers.customers,
    results: { ...results, changed },
    serviceCalls,
    ms,
    notes: [
      ...notes,
      ...withoutRate(results.findings),
      ...notices,
      ...limitsHint(limits, draft.limits, wishes.language),
      ...(results.withoutHome > 0 ? [homeSentence(results.withoutHome, wishes.language)] : []),
      ...(results.forecast ? [forecastSentence(results.forecast, wishes.language)] : []),
    ],
  };
}

/** A sentence for each currency of which something could not be converted. */
function withoutRate(findings: readonly Found[]): string[] {
  const cells = new Map<string, number>();
  for (const { kind, detail } of findings) if (kind === "no_rate") cells.set(detail, (cells.get(detail) ?? 0) + 1);
  return [...cells].map(
    ([currency, n]) => `No rate for ${currency}: ${n} ${n === 1 ? "cell is" : "cells are"} listed and not summed.`,
  );
}

/** Where nobody or everybody is in A: the limits that the set-up screen would offer, if they put it right. */
function limitsHint({ counts, round }: LimitsView, { A }: Draft["limits"], language: "en" | "zh"): string[] {
  const rated = counts.reduce((sum, { id, count }) => (id === "unrated" ? sum : sum + count), 0);
  const inA = counts.find(({ id }) => id === "A")?.count;
  const nobody = inA === 0;
  if (!round || (nobody ? round.A >= A : inA !== rated || round.A <= A)) return [];
  return [limitsSentence(nobody, round, language)];
}

type Ask = <View>(name: string, ...args: readonly unknown[]) => View;

function firstDraft(ask: Ask, wishes: Wishes): Draft {
  const start = ask<StartView>("start", null);
  if (!start.draft) throw new Refused(start.problem || "No customer sheet was found.");
  const idOf = (name: string | null | undefined) =>
    typeof name === "string" ? start.sheets.find(({ sheet }) => sheet === name)?.sheetId : name;
  const customers = idOf(wishes.customers);
  const orders = idOf(wishes.orders);
  const contacts = idOf(wishes.contacts);
  return {
    ...start.draft,
    ...(typeof customers === "number" && { customers }),
    ...(orders !== undefined && { orders }),
    ...(contacts !== undefined && { contacts }),
    ...(wishes.base === undefined ? {} : { base: wishes.base }),
  };
}

/** Settles the columns, then every question that the wishes answer; the others are named and left out. */
function answer(ask: Ask, start: Draft, wishes: Wishes, notes: string[]): { draft: Draft; columns: ColumnsView } {
  let columns = ask<ColumnsView>("columns", start);
  for (const [field, header] of Object.entries(wishes.columns)) checkColumn(columns, field, header);
  let draft: Draft = { ...start, columns: { ...start.columns, ...wishes.columns } };
  const answers: Record<string, string> = { ...draft.answers };
  for (let round = 0; round < ROUNDS; round++) {
    columns = ask<ColumnsView>("columns", draft);
    let fresh = false;
    for (const { id, options, answer: given } of columns.questions) {
      const wish = [wishes.dateOrder, wishes.equalRows, wishes.currency].find((value) =>
        options.some((option) => option.value === value),
      );
      if (given !== "" || wish === undefined || answers[id] !== undefined) continue;
      answers[id] = wish;
      fresh = true;
    }
    const likely = columns.named || fresh ? undefined : likelyName(columns);
    if (likely && answers[likely.id] === undefined) {
      answers[likely.id] = likely.proposal;
      notes.push(`Taken for the customer's name: column ${likely.header}; --map name=HEADER says otherwise.`);
      fresh = true;
    }
    if (!fresh) break;
    draft = { ...draft, answers: { ...answers } };
  }
  if (!columns.named)
    throw new Refused("No column holds the customer's name or id; say which one does with --map name=HEADER.");
  for (const question of columns.questions)
    if (question.answer === "") notes.push(openSentence(question, wishes.language));
  return { draft, columns };
}

/** The one column that may hold the name and nothing else: a header such as Customer or 客户. */
function likelyName({ questions }: ColumnsView): Question | undefined {
  const candidates = questions.filter(
    ({ ask, options, answer: given }) =>
      ask === "column" && given === "" && options.some(({ value }) => value === "name"),
  );
  const [only] = candidates;
  return candidates.length === 1 && only!.proposal === "name" ? only : undefined;
}

function checkColumn(columns: ColumnsView, field: string, header: string | null): void {
  const known = columns.fields.find(({ id }) => id === field);
  if (!known) {
    throw new Refused(
      `--map ${field}: there is no such field; ${nearest(
        field,
        columns.fields.map(({ id }) => id),
      )}.`,
    );
  }
  const headers = columns.headers[known.table];
  if (header !== null && !headers.includes(header)) {
    throw new Refused(`--map ${field}: there is no column ${header}; ${nearest(header, headers)}.`);
  }
}

/** The set-up screen asks for the three limits of the tier apart from the policy. A text that is no number is the add-on's to refuse. */
function limitsOf(limits: Draft["limits"], policy: Readonly<Record<string, string>>): Draft["limits"] {
  const limit = (tier: keyof Draft["limits"]) => {
    const text = policy[`value.${tier}.min`]?.replaceAll(",", "");
    return text === undefined || text.trim() === "" || Number.isNaN(Number(text)) ? limits[tier] : Number(text);
  };
  return { A: limit("A"), B: limit("B"), C: limit("C") };
}

interface Written {
  readonly changed: number;
  readonly serviceCalls: number;
  readonly ms: number;
  readonly notices: readonly string[];
}

function write(ask: Ask, runtime: Runtime, draft: Draft): Written {
  let preview = ask<PreviewView>("preview", draft);
  for (let tries = 0; tries < TRIES; tries++) {
    // With a draft the first call sets up, and all that follow are the reclassify.
    let view = ask<RunView>("begin", preview.fingerprint, draft);
    runtime.calls.reset();
    const begun = performance.now();
    while (view.kind === "next") view = ask<RunView>("advance", view.batch);
    if (view.kind === "done") {
      const ms = Math.round(performance.now() - begun);
      return { changed: preview.cells, serviceCalls: runtime.calls.count, ms, notices: noticesOf(preview) };
    }
    preview = view.preview;
  }
  throw new Error("The preview changed at each try, though nobody else is at work");
}

function noticesOf({ notices, rebased }: PreviewView): readonly string[] {
  if (!rebased) return notices;
  const { from, to } = rebased;
  const asks = `what the limits mean now is asked in the sidebar, and until then ${from} stays in force.`;
  return [...notices, `The base currency in the policy sheet was changed from ${from} to ${to}; ${asks}`];
}
