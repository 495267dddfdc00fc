import { isoOf } from "../core/day";
import {
  backtest as looksBack,
  MONTHS_BACK,
  type MonthEnd,
  meanOf,
  TIERS,
  type TierThen,
} from "../core/history/backtest";
import { say } from "../texts/say";
import { openBook, type Sheet } from "./book";
import { FORMATS } from "./columns";
import { type EdgeTexts, wordsIn } from "./languages";
import { lockDocument } from "./lock";
import { type Look, look } from "./look";
import { makeTab, rangeIn } from "./tabs";
import type { BacktestView } from "./views";
import { shownAmount } from "./words";

/** A cell that is written: days as serial numbers. */
type Shown = string | number;

/** Tiers that have a limit: what was bought is told of these. */
const GRADED = TIERS.filter((tier) => tier !== "unrated");

/** Columns, from the left: month end and tiers; came, up, down; month end and means; sums, orders not summed. */
const COUNTS = 1 + TIERS.length;
const MEANS = COUNTS + 3;
const SUMS = MEANS + 1 + GRADED.length;
const WIDTH = SUMS + GRADED.length + 1;
/** What the tab is about, the heads of the blocks, the headers; then a line a month end. */
const HEAD = 3;
const HEIGHT = HEAD + MONTHS_BACK;

function linesOf(ends: readonly MonthEnd[], { inForce, words, settings, book, outcome }: Look): Shown[][] {
  const texts = wordsIn(settings.language).backtest;
  const label = (tier: string) => words.label("value", tier);
  const base = { 0: inForce.policy["currency.base"] };
  const young = ends.length < MONTHS_BACK && outcome.ledger.firstDay;
  const heads: Shown[] = [texts.counts];
  heads[COUNTS] = texts.moves;
  heads[MEANS] = say(texts.mean, base);
  heads[SUMS] = say(texts.sum, base);
  const lines: Shown[][] = [
    [say(texts.about, { 0: isoOf(book.clock.today), 1: young ? isoOf(young) : "" })],
    heads,
    [texts.end, ...TIERS.map(label), ...texts.moved, texts.end, ...[...GRADED, ...GRADED].map(label), texts.missing],
    ...ends.map(({ day, tiers, came, up, down, over, missing }) => [
      ...[day, ...TIERS.map((tier) => tiers[tier].customers), came, up ?? "", down ?? "", day],
      // What has no number yet stays blank where a chart looks.
      ...GRADED.map((tier) => (over && tiers[tier].customers ? meanOf(tiers[tier]) / 100 : "")),
      ...GRADED.map((tier) => (over ? tiers[tier].bought / 100 : "–")),
      over ? missing : "–",
    ]),
  ];
  // Lines of an earlier press may be more.
  return Array.from({ length: HEIGHT }, (_, line) => Array.from({ length: WIDTH }, (_, c) => lines[line]?.[c] ?? ""));
}

/** Formats and charts, of which people may have deleted some with a column, or by themselves. */
function dress(tab: Sheet, texts: EdgeTexts["backtest"]): void {
  tab.getRange(1, 1, HEIGHT, WIDTH).setNumberFormat("#,##0");
  for (const column of [0, MEANS]) tab.getRange(1, column + 1, HEIGHT, 1).setNumberFormat(FORMATS.day);
  tab.getRange(1, 1, HEAD, WIDTH).setNumberFormat(FORMATS.text).setFontWeight("bold");
  tab.setFrozenRows(HEAD);
  const place = (builder: GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder, column: number, width: number) =>
    builder
      .addRange(tab.getRange(HEAD, column + 1, 1 + MONTHS_BACK, width))
      .setNumHeaders(1)
      .setPosition(HEIGHT + 2, column + 1, 0, 0)
      .build();
  const [counts, means] = texts.charts;
  const drawn = tab.getCharts().map((chart) => chart.getRanges()[0]?.getColumn());
  if (!drawn.includes(1))
    tab.insertChart(place(tab.newChart().asColumnChart().setStacked().setTitle(counts!), 0, COUNTS));
  if (!drawn.includes(MEANS + 1))
    tab.insertChart(place(tab.newChart().asLineChart().setTitle(means!), MEANS, 1 + GRADED.length));
}

/** Looks back on the month ends of the last two years, writes them onto our tab Back-test, and shows it. */
export function backtest(): BacktestView {
  lockDocument();
  const book = openBook();
  const now = look(book, book.saved.settings);
  const { outcome, inForce, settings } = now;
  const buyers = outcome.classified.map(({ customer }, i) => ({ customer, orders: outcome.ordersOf(i) }));
  const ends = looksBack(buyers, outcome.ledger, inForce.policy, book.clock.today);
  const texts = wordsIn(settings.language).backtest;
  const tab = makeTab(book, "backtest", settings.language);
  // The charts stand below the lines.
  rangeIn(tab, 1, 1, HEIGHT + 2, WIDTH);
  dress(tab, texts);
  tab.getRange(1, 1, HEIGHT, WIDTH).setValues(linesOf(ends, now));
  tab.activate();
  const judged = ends.filter(({ over }) => over);
  const shown = (day: number | undefined) => (day ? isoOf(day) : "");
  return {
    place: { sheetId: tab.getSheetId(), sheet: tab.getName(), a1: "A1" },
    months: ends.length,
    wanted: MONTHS_BACK,
    from: shown(ends[0]?.day),
    to: shown(ends[ends.length - 1]?.day),
    ledgerFrom: shown(outcome.ledger.firstDay),
    tiers: GRADED.map((tier) => {
      const sum = (of: keyof TierThen) => judged.reduce((all, { tiers }) => all + tiers[tier][of], 0);
      const all = { customers: sum("customers"), bought: sum("bought") };
      return {
        id: tier,
        label: now.words.label("value", tier),
        customers: all.customers,
        mean: all.customers ? `${inForce.policy["currency.base"]} ${shownAmount(meanOf(all))}` : "",
      };
    }),
    judged: judged.length,
    missing: judged.some(({ missing }) => missing > 0),
  };
}
