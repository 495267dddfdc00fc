import type { SavedState } from "../runtime/runtime";
import type { Chart, Pin, Store } from "../runtime/store";

/**
 * What Google keeps with a spreadsheet and an .xlsx has no place for: developer metadata, notes, the axes of charts,
 * the properties and triggers of the script. A download carries it in a hidden tab, so that the next session goes on where this one ended.
 */
export interface Kept {
  readonly version: 1;
  /** `tab` counts the tabs from the left, from 0. */
  readonly pins: readonly (Omit<Pin, "id" | "sheet"> & { readonly tab?: number })[];
  readonly notes: readonly {
    readonly tab: number;
    readonly row: number;
    readonly column: number;
    readonly text: string;
  }[];
  /** Formulas that an .xlsx holds as values only, with the block that each of them fills. */
  readonly formulas: readonly KeptFormula[];
  /** Of each tab in their order; absent in files of an earlier version. */
  readonly charts?: readonly KeptChart[];
  /** Properties and triggers. */
  readonly saved: SavedState;
}

export interface KeptFormula {
  readonly tab: number;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly formula: string;
}

/** What the engine writes of a chart and does not read again, or does not write. */
export interface KeptChart
  extends Pick<Chart, "type" | "xTitle" | "yTitle" | "yMin" | "yMax" | "points" | "background"> {
  readonly tab: number;
  /** Of the series; "" where it has none of its own and the file says one. */
  readonly colors: readonly string[];
}

export const KEPT_TAB = "_tierbook";

/** Text of one cell of the hidden tab; Excel allows 32,767 characters. */
const CELL_LENGTH = 30_000;

/** Everything of the store that has to be kept, beside what the runtime saved and the formulas that the file cannot hold. */
export function keep(store: Store, saved: SavedState, formulas: readonly KeptFormula[]): Kept {
  const tabs = store.sheets();
  const pins = store.pins().map(({ id: _, sheet, ...pin }) => ({
    ...pin,
    ...(sheet === undefined ? {} : { tab: tabs.indexOf(sheet) }),
  }));
  const notes: Kept["notes"][number][] = [];
  for (const [tab, sheet] of tabs.entries()) {
    const { rows, columns } = store.size(sheet);
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const text = store.note(sheet, row, column);
        if (text !== "") notes.push({ tab, row, column, text });
      }
    }
  }
  const charts = tabs.flatMap((sheet, tab) => store.charts(sheet).map((chart) => keptChart(tab, chart)));
  return { version: 1, pins, notes, formulas, charts, saved };
}

function keptChart(tab: number, chart: Chart): KeptChart {
  const { type, xTitle, yTitle, yMin, yMax, points, background, series } = chart;
  return { tab, type, xTitle, yTitle, yMin, yMax, points, background, colors: series.map(({ color }) => color ?? "") };
}

/** Puts metadata, notes and formulas back on tabs that stand in the same order; what points to no tab is left out. */
export function restore(store: Store, kept: Kept): void {
  const tabs = store.sheets();
  for (const { tab, ...pin } of kept.pins) {
    if (tab === undefined) store.addPin(pin);
    else if (tabs[tab] !== undefined) store.addPin({ ...pin, sheet: tabs[tab] });
  }
  for (const { tab, row, column, text } of kept.notes) {
    const sheet = tabs[tab];
    if (sheet === undefined) continue;
    const { rows, columns } = store.size(sheet);
    if (row < rows && column < columns) store.setNote(sheet, row, column, text);
  }
  for (const { tab, row, column, rows, columns, formula } of kept.formulas) {
    const sheet = tabs[tab];
    const size = sheet === undefined ? { rows: 0, columns: 0 } : store.size(sheet);
    if (sheet === undefined || row + rows > size.rows || column + columns > size.columns) continue;
    // The values that the file has in place of the formula would stand in its way.
    const zone = { top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 };
    store.clear(sheet, zone, { contents: true, formats: false });
    store.write(sheet, row, column, [[{ formula }]]);
  }
}

/**
 * Gives charts what the file did not give them. Their place and cells are those of the file, and a tab on which another
 * program added or removed some keeps them as they now are. Returns how many charts are whole again.
 */
export function restoreCharts(store: Store, kept: Kept): number {
  let whole = 0;
  for (const [tab, sheet] of store.sheets().entries()) {
    const known = (kept.charts ?? []).filter((k) => k.tab === tab);
    const found = store.charts(sheet);
    const same = ({ type, series }: Chart, i: number) =>
      type === known[i]?.type && series.length === known[i].colors.length;
    if (found.length !== known.length || !found.every(same)) continue;
    for (const [i, chart] of found.entries()) {
      // Of the other types there is nothing that a script could have set.
      if (chart.type !== "column" && chart.type !== "line") continue;
      const { colors, tab: _, ...look } = known[i]!;
      const { background: __, ...rest } = chart;
      const series = chart.series.map(({ color: ___, ...s }, n) => (colors[n] ? { ...s, color: colors[n] } : s));
      store.updateChart(sheet, chart.id, { ...rest, ...look, series });
      whole++;
    }
  }
  return whole;
}

/** One text a cell, from the first row of the hidden tab down. */
export function keptToCells(kept: Kept): string[] {
  const json = JSON.stringify(kept);
  const cells: string[] = [];
  for (let from = 0; from < json.length; from += CELL_LENGTH) cells.push(json.slice(from, from + CELL_LENGTH));
  return cells;
}

/** Undefined where the cells hold something else: another program may own a tab of this name. */
export function keptFromCells(cells: readonly string[]): Kept | undefined {
  try {
    const kept = JSON.parse(cells.join("")) as Kept | null;
    const whole = kept?.version === 1 && [kept.pins, kept.notes, kept.formulas].every(Array.isArray);
    return whole ? kept : undefined;
  } catch {
    return undefined;
  }
}
