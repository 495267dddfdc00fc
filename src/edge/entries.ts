import { AXES, type AxisId } from "../core/axes";
import { type Day, isoOf } from "../core/day";
import { factsOf } from "../core/facts";
import type { Rule } from "../core/model";
import { backtest } from "./backtest";
import { openBook } from "./book";
import { card, selection } from "./card";
import * as ofCorridor from "./corridor-functions";
import { type Entry, Plain, plainly } from "./define";
import { findingsOf } from "./findings";
import { forecast, toldOr } from "./forecast";
import { callableFunctions } from "./formula";
import * as ofCells from "./functions";
import { home } from "./home";
import { languageOfPerson, person } from "./languages";
import { look } from "./look";
import { movement } from "./movement";
import { keepGrades, removeOverride, setOverride, undoGrades, undoOverride } from "./overrides";
import { pareto } from "./pareto";
import { past } from "./past";
import { resetPolicy } from "./policy-changes";
import { presets, setPreset, usePreset } from "./presets";
import { log, unlog } from "./press";
import { previewOf } from "./preview";
import { setRates, showRates } from "./rates-tab";
import { answer } from "./rebase";
import { removalPlan, remove } from "./removal";
import { advance, begin } from "./run";
import { readPerson, readSaved, saveWho, setMe } from "./saved";
import { DAILY, refreshDaily, switchOff, switchOn } from "./schedule";
import { columns, limits, lookBy, setPolicy, start } from "./setup";
import { showAxes } from "./shown";
import { keysOf, readTable } from "./tables";
import { abandon, undo } from "./undo";
import type { FindingView, ForecastView, OpenView, Place, PreviewView, Server, SetupDraft } from "./views";
import { nextSentence } from "./words";

/** By this the build's code unpacks all that no formula needs, when the sidebar or the clock first calls. */
export { unpacked } from "../core/unpack";

/** The functions that can be typed in cells and count with amounts and days alone. */
export const functions = callableFunctions(ofCells);

/** Those that go through the corridor: they read words and tables of the team's, and all that the others never need. */
export const corridorFunctions = callableFunctions(ofCorridor);

function openSidebar(): void {
  // Google strips nothing from a plain replacement, as it does from a template.
  const page = HtmlService.createHtmlOutputFromFile("Sidebar").getContent();
  const html = page.replace('<html lang="en">', `<html lang="${languageOfPerson()}">`);
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(html).setTitle("Tierbook"));
}

/** The menu, top to bottom. The key is the name that Google calls. */
export const menu = {
  openTierbook: { label: "open", run: plainly(openSidebar) },
} as const satisfies Readonly<Record<string, Entry & { readonly label: keyof ReturnType<typeof person>["menu"] }>>;

/** What the clock calls. */
export const triggers = {
  [DAILY]: { parameters: ["event"], run: plainly(refreshDaily) },
} as const satisfies Readonly<Record<string, Entry>>;

function open(): OpenView {
  return { state: readSaved().settings ? "ready" : "new", who: readPerson().who };
}

function preview(draft: SetupDraft | null): PreviewView {
  const book = openBook();
  return previewOf(draft ? lookBy(book, draft) : look(book, book.saved.settings));
}

/** Takes the person to a cell; a customer's row is looked for by its key, since people sort meanwhile. */
function goTo(place: Place, key: string): void {
  const book = openBook();
  const sheet = book.spreadsheet.getSheetById(place.sheetId);
  if (!sheet) throw new Plain("sheetGone", place.sheet);
  let a1 = place.a1;
  if (key !== "") {
    const table = readTable(book, place.sheetId, "customers");
    const line = keysOf(table.rows, table.layout).indexOf(key);
    if (line < 0) throw new Plain("rowGone");
    a1 = a1.replace(/\d+$/, String(line + 1));
  }
  sheet.activate();
  sheet.getRange(a1).activate();
}

/** One row of a grading: the class of every axis and the level, as ids. */
export interface ResultRow extends Readonly<Record<AxisId, string>> {
  /** 1-based row of the customer sheet. */
  readonly row: number;
  readonly urgency: string;
  /** ISO day; "" for none. */
  readonly due: string;
  readonly days: number | "";
  readonly why: string;
  /** What gave the due day; "" for none. */
  readonly rule: Rule | "";
  /** What to do first, in words; "" for nothing. */
  readonly next_step: string;
  /** All that is to be done, as ids of treatments with a space between them, the first first. */
  readonly treatments: string;
  /** What would move him, in words. */
  readonly next: string;
  /** What he bought in the year, in the base currency (1234.50); "" where nothing is known. */
  readonly amount_365: string;
  /** Valid orders, typed where the order sheet has none of his. */
  readonly orders: number | "";
  /** ISO days. */
  readonly first_order: string;
  readonly last_order: string;
  /** Days. */
  readonly own_gap: number | "";
  /** Orders of the year that are not in `amount_365`, or not in full. */
  readonly amount_missing_rate: number | "";
  /** Between which days his next order is expected, ISO/ISO. */
  readonly next_order: string;
  /** Chance of an order, and orders, in the horizon of the policy (90 days unless it says otherwise). */
  readonly chance_90: number | "";
  readonly expected_90: number | "";
}

export interface Results {
  readonly rows: readonly ResultRow[];
  /** Every axis, in the order in which they are shown. */
  readonly axes: readonly AxisId[];
  readonly customers: number;
  readonly orders: number;
  readonly unreadable: number;
  readonly ambiguous: number;
  /** Cells of the customer sheet that do not hold yet what they should. */
  readonly changed: number;
  /** All that a person should look at, the gravest first. */
  readonly findings: readonly FindingView[];
  /** How the chances are foretold, and why no better way is used; null: there is no order to tell by. */
  readonly forecast: Pick<ForecastView, "model" | "fellBack"> | null;
  /** Customers with a country of whom near or far cannot be told, because the policy lacks the team's own. */
  readonly withoutHome: number;
}

const isoOrBlank = (day: Day | undefined): string => (day === undefined ? "" : isoOf(day));

/** The grading by the saved set-up, for a file that takes ids rather than words. */
function results(): Results {
  const book = openBook();
  const now = look(book, book.saved.settings);
  const { counts, ledger, ordersOf, outlook, forecasts } = now.outcome;
  const { model, fellBack, orders, of } = forecasts();
  const day = book.clock.today;
  const rows = now.outcome.classified.map((one, i): ResultRow => {
    const classes = {} as Record<AxisId, string>;
    for (const { id } of AXES) classes[id] = one.classes[id].id;
    const [first] = one.treatments;
    const facts = factsOf(one.customer, { orders: ordersOf(i), contacts: [] }, ledger, now.inForce.policy, day);
    const inLedger = facts.found === "ledger";
    const { window, chance, expected } = of(i);
    return {
      ...classes,
      row: one.customer.row + 1,
      urgency: one.urgency.level,
      due: isoOrBlank(one.urgency.due),
      days: one.urgency.days ?? "",
      why: now.words.short(one),
      rule: one.urgency.rule ?? "",
      next_step: first === undefined ? "" : now.words.treatment(first),
      treatments: one.treatments.join(" "),
      next: nextSentence(outlook(i), now.words, now.settings.language),
      amount_365: one.amount === undefined ? "" : (one.amount / 100).toFixed(2),
      orders: inLedger ? facts.orders : (one.customer.orderCount ?? ""),
      first_order: isoOrBlank(facts.firstOrder),
      last_order: isoOrBlank(facts.lastOrder),
      own_gap: facts.ownGap ?? "",
      amount_missing_rate: inLedger ? facts.yearTo(day).missing : "",
      next_order: window ? `${isoOf(window.from)}/${isoOf(window.to)}` : "",
      chance_90: toldOr(chance, ""),
      expected_90: toldOr(expected, ""),
    };
  });
  const { unread, noted } = findingsOf(now, Infinity);
  const axes = AXES.map(({ id }) => id);
  return {
    rows,
    axes,
    ...counts,
    changed: now.changes.length,
    findings: unread.list.concat(noted.list),
    forecast: orders ? { model, fellBack: fellBack || "" } : null,
    withoutHome: now.outcome.classified.filter(
      ({ customer, classes }) => customer.country && classes.locality.because.rule === "locality.no_home",
    ).length,
  };
}

type Calls = { readonly [Name in keyof Server]: { readonly parameters: readonly string[]; run: Server[Name] } };

/** What the sidebar may ask. Plain JSON both ways: no Date, nothing undefined. */
const sidebarCalls: Calls = {
  open: { parameters: [], run: plainly(open) },
  start: { parameters: ["draft"], run: plainly(start) },
  columns: { parameters: ["draft"], run: plainly(columns) },
  limits: { parameters: ["draft"], run: plainly(limits) },
  preview: { parameters: ["draft"], run: plainly(preview) },
  begin: { parameters: ["fingerprint", "draft"], run: plainly(begin) },
  advance: { parameters: ["batch"], run: plainly(advance) },
  abandon: { parameters: ["batch"], run: plainly(abandon) },
  undo: { parameters: [], run: plainly(undo) },
  home: { parameters: [], run: plainly(home) },
  goTo: { parameters: ["place", "key"], run: plainly(goTo) },
  log: { parameters: ["key", "press"], run: plainly(log) },
  unlog: { parameters: ["id"], run: plainly(unlog) },
  setOverride: { parameters: ["key", "axis", "id", "reason", "until"], run: plainly(setOverride) },
  removeOverride: { parameters: ["key", "axis"], run: plainly(removeOverride) },
  undoOverride: { parameters: ["undo"], run: plainly(undoOverride) },
  keepGrades: { parameters: ["keys", "draft"], run: plainly(keepGrades) },
  undoGrades: { parameters: ["undo", "draft"], run: plainly(undoGrades) },
  setMe: { parameters: ["owner"], run: plainly(setMe) },
  showAxes: { parameters: ["ids"], run: plainly(showAxes) },
  selection: { parameters: [], run: plainly(selection) },
  card: { parameters: [], run: plainly(card) },
  showRates: { parameters: ["base"], run: plainly(showRates) },
  presets: { parameters: ["id"], run: plainly(presets) },
  usePreset: { parameters: ["id", "columns"], run: plainly(usePreset) },
  resetPolicy: { parameters: ["key"], run: plainly(resetPolicy) },
  setWho: { parameters: ["name"], run: plainly(saveWho) },
  answer: { parameters: ["question", "value"], run: plainly(answer) },
  switchOn: { parameters: ["hour"], run: plainly(switchOn) },
  switchOff: { parameters: [], run: plainly(switchOff) },
  movement: { parameters: ["axis"], run: plainly(movement) },
  past: { parameters: ["day"], run: plainly(past) },
  backtest: { parameters: [], run: plainly(backtest) },
  pareto: { parameters: [], run: plainly(pareto) },
  forecast: { parameters: ["owner"], run: plainly(forecast) },
  removalPlan: { parameters: [], run: plainly(removalPlan) },
  remove: { parameters: [], run: plainly(remove) },
};

export const server = {
  ...sidebarCalls,
  /** For a run without a sidebar. */
  results: { parameters: [], run: plainly(results) },
  setPolicy: { parameters: ["entries"], run: plainly(setPolicy) },
  setRates: { parameters: ["rows", "order"], run: plainly(setRates) },
  setPreset: { parameters: ["name"], run: plainly(setPreset) },
};

function onOpen(): void {
  const words = person().menu;
  const ui = SpreadsheetApp.getUi().createAddonMenu();
  for (const [name, { label }] of Object.entries(menu)) ui.addItem(words[label], name);
  ui.addToUi();
}

/** Names that Google itself looks for. Here nothing may be touched but the menu and the locale. */
export const reserved = {
  onOpen: { parameters: ["event"], run: onOpen },
  onInstall: { parameters: ["event"], run: onOpen },
} as const satisfies Readonly<Record<string, Entry>>;
