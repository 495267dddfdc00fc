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
import { wholeAmount } from "./words";

/** A cell that is written: days as serial numbers. */
type Shown = string | number;

/** Tiers that have a limit: what was bought is told of these. */
const GRADED = TIERS.filter((tier) => tier !== "unrated");

/** Columns, from the left: month end and tiers; came, up, down; month end and means; sums, orders not summed. */
const COUNTS = 1 + TIERS.length;
const MEANS = COUNTS + 3;
const SUMS = MEANS + 1 + GRADED.length;
const WIDTH = SUMS + GRADED.length + 1;
/** What the tab is about, the charts, the heads of the blocks, the headers; then a line a month end. */
const HEAD = 17;
const HEIGHT = HEAD + MONTHS_BACK;
/**
 * In pixels: both charts beside each other on top, so that a small screen shows them at once, the sidebar too. A row of a new
 * tab has 21, a column 100.
 */
const CHART = { width: 445, height: 270 };
/** Its header is longer than a column is wide. */
const MISSING_WIDTH = 150;

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
    ...Array<Shown[]>(HEAD - 3).fill([]),
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

/**
 * Formats and charts, of which people may have deleted some with a column, or by themselves. Those of ours, which are known
 * by their titles, are drawn anew where they no longer stand over the lines, or name another currency.
 */
function dress(tab: Sheet, texts: EdgeTexts["backtest"], base: string): void {
  tab.getRange(1, 1, HEIGHT, WIDTH).setNumberFormat("#,##0");
  for (const column of [0, MEANS]) tab.getRange(1, column + 1, HEIGHT, 1).setNumberFormat(FORMATS.day);
  tab.getRange(1, 1, HEAD, WIDTH).setNumberFormat(FORMATS.text).setFontWeight("bold");
  tab.setColumnWidth(WIDTH, MISSING_WIDTH);
  const drawings = [
    { title: texts.charts[0]!, lines: false, column: 1, width: COUNTS, left: [1, 0] as const },
    {
      title: `${texts.charts[1]} · ${base}`,
      lines: true,
      column: MEANS + 1,
      width: 1 + GRADED.length,
      left: [5, 65] as const,
    },
  ];
  const drawn = new Set<string>();
  for (const chart of tab.getCharts()) {
    const title = String(chart.getOptions().get("title"));
    if (!texts.charts.some((ours) => title.startsWith(ours))) continue;
    const range = chart.getRanges()[0];
    const at = drawings.find((one) => one.title === title && one.column === range?.getColumn());
    if (at && range!.getRow() === HEAD && range!.getNumRows() === 1 + MONTHS_BACK) drawn.add(title);
    else tab.removeChart(chart);
  }
  for (const { title, lines, column, width, left } of drawings) {
    if (drawn.has(title)) continue;
    const chart = tab.newChart();
    const builder = lines ? chart.asLineChart() : chart.asColumnChart().setStacked();
    tab.insertChart(
      builder
        .setTitle(title)
        .addRange(tab.getRange(HEAD, column, 1 + MONTHS_BACK, width))
        .setNumHeaders(1)
        .setOption("width", CHART.width)
        .setOption("height", CHART.height)
        .setPosition(2, left[0], left[1], 4)
        .build(),
    );
  }
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
  rangeIn(tab, 1, 1, HEIGHT, WIDTH);
  dress(tab, texts, inForce.policy["currency.base"]);
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
        mean: all.customers ? wholeAmount(meanOf(all), inForce.policy) : "",
      };
    }),
    judged: judged.length,
    missing: judged.some(({ missing }) => missing > 0),
  };
}
