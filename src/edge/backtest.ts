import { isoOf } from "../core/day";
import { backtest as looksBack, MONTHS_BACK, type MonthEnd, meanOf, TIERS } from "../core/history/backtest";
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

const blank = (): Shown[] => Array<Shown>(WIDTH).fill("");

/** A line with cells from some columns on. */
function lineOf(...parts: readonly (readonly [column: number, ...cells: Shown[]])[]): Shown[] {
  const line = blank();
  for (const [column, ...cells] of parts) line.splice(column, cells.length, ...cells);
  return line;
}

function linesOf(ends: readonly MonthEnd[], { inForce, words, settings, book, outcome }: Look): Shown[][] {
  const texts = wordsIn(settings.language).backtest;
  const first = outcome.ledger.firstDay;
  const named = {
    0: isoOf(book.clock.today),
    1: first === undefined || ends.length === MONTHS_BACK ? "" : isoOf(first),
  };
  const base = { 0: inForce.policy["currency.base"] };
  const labels = GRADED.map((tier) => words.label("value", tier));
  return [
    lineOf([0, say(texts.about, named)]),
    lineOf([0, texts.counts], [COUNTS, texts.moves], [MEANS, say(texts.mean, base)], [SUMS, say(texts.sum, base)]),
    lineOf(
      [0, texts.end, ...TIERS.map((tier) => words.label("value", tier)), ...texts.moved],
      [MEANS, texts.end, ...labels, ...labels, texts.missing],
    ),
    ...ends.map(({ day, tiers, came, up, down, over, missing }) => {
      const means = GRADED.map((tier) => (over ? meanOf(tiers[tier]) : undefined));
      return lineOf(
        [0, day, ...TIERS.map((tier) => tiers[tier].customers), came, up, down, day],
        // What has no number yet stays blank where a chart looks.
        [MEANS + 1, ...means.map((mean) => (mean === undefined ? "" : mean / 100))],
        [SUMS, ...GRADED.map((tier) => (over ? tiers[tier].bought / 100 : "–")), over ? missing : "–"],
      );
    }),
  ];
}

function dress(tab: Sheet, texts: EdgeTexts["backtest"]): void {
  const formats = Array.from({ length: HEIGHT }, (_, line) =>
    Array.from({ length: WIDTH }, (_, column) => {
      if (line < HEAD) return FORMATS.text;
      return column === 0 || column === MEANS ? FORMATS.day : "#,##0";
    }),
  );
  tab.getRange(1, 1, HEIGHT, WIDTH).setNumberFormats(formats);
  tab.getRange(1, 1, HEAD, WIDTH).setFontWeight("bold");
  tab.setFrozenRows(HEAD);
  const place = (builder: GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder, column: number, width: number) =>
    builder
      .addRange(tab.getRange(HEAD, column + 1, 1 + MONTHS_BACK, width))
      .setNumHeaders(1)
      .setPosition(HEIGHT + 2, column + 1, 0, 0)
      .build();
  const [counts, means] = texts.charts;
  const charts = [
    () => place(tab.newChart().asColumnChart().setStacked().setTitle(counts!), 0, COUNTS),
    () => place(tab.newChart().asLineChart().setTitle(means!), MEANS, 1 + GRADED.length),
  ];
  // Those that an earlier try has drawn stand.
  for (const draw of charts.slice(tab.getCharts().length)) tab.insertChart(draw());
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
  const tab = makeTab(book, "backtest", settings.language, (made) => dress(made, texts));
  const lines = linesOf(ends, now);
  while (lines.length < HEIGHT) lines.push(blank());
  rangeIn(tab, 1, 1, HEIGHT, WIDTH).setValues(lines);
  tab.activate();
  const judged = ends.filter(({ over }) => over);
  return {
    place: { sheetId: tab.getSheetId(), sheet: tab.getName(), a1: "A1" },
    months: ends.length,
    wanted: MONTHS_BACK,
    from: ends.length ? isoOf(ends[0]!.day) : "",
    to: ends.length ? isoOf(ends[ends.length - 1]!.day) : "",
    ledgerFrom: outcome.ledger.firstDay === undefined ? "" : isoOf(outcome.ledger.firstDay),
    tiers: GRADED.map((tier) => {
      const all = { customers: 0, bought: 0 };
      for (const { tiers } of judged) {
        all.customers += tiers[tier].customers;
        all.bought += tiers[tier].bought;
      }
      const mean = meanOf(all);
      return {
        id: tier,
        label: now.words.label("value", tier),
        customers: all.customers,
        mean: mean === undefined ? "" : `${inForce.policy["currency.base"]} ${shownAmount(mean)}`,
      };
    }),
    judged: judged.length,
    atLeast: judged.some(({ missing }) => missing > 0),
  };
}
