import { a1 } from "./a1";
import { ChartHiddenDimensionStrategy, ChartMergeStrategy, ChartType, PointStyle, Position } from "./charts-service";
import type { Machine } from "./machine";
import { colorOf, rangeBehind, rangeObject } from "./range";
import { behind, type EnumValue, expose, free, type Members, SELF, type ServiceClass } from "./service";
import type { Chart, LegendPlace, Place, PlacedChart } from "./store";

/** A chart as a script builds it: ranges instead of series, and colours and names by the number of the series. */
interface Draft extends Omit<Chart, "labels" | "series" | "headers"> {
  readonly ranges: readonly Place[];
  /** Rows; below 0 Google looks for itself. */
  readonly headers: number;
  /** Whether the first column stands below the axis. */
  readonly domain: boolean;
  readonly colors: readonly (string | undefined)[];
  readonly names: readonly (string | undefined)[];
}

/** Google's size where none is set. */
const empty: Draft = {
  type: "",
  ranges: [],
  headers: -1,
  domain: true,
  colors: [],
  names: [],
  stacked: false,
  title: "",
  xTitle: "",
  yTitle: "",
  legend: "right",
  points: false,
  row: 0,
  column: 0,
  offsetX: 0,
  offsetY: 0,
  width: 600,
  height: 371,
};

interface ChartSelf {
  readonly machine: Machine;
  /** Where it was found; undefined for one that was never on a sheet. */
  readonly at: { readonly sheet: string; readonly id: string } | undefined;
  readonly draft: Draft;
}

interface BuilderSelf {
  readonly machine: Machine;
  readonly at: ChartSelf["at"];
  draft: Draft;
}

const refused = (machine: Machine, what: string) => machine.error(`${what} is not available in this workbench`);

/** The name of a value of that enum; undefined for anything else. */
const nameIn = (values: Readonly<Record<string, EnumValue>>, value: unknown) =>
  Object.keys(values).find((name) => values[name] === value);

const columnsOf = (ranges: readonly Place[]): Place[] =>
  ranges.flatMap(({ sheet, zone }) =>
    Array.from({ length: zone.right - zone.left + 1 }, (_, i) => ({
      sheet,
      zone: { ...zone, left: zone.left + i, right: zone.left + i },
    })),
  );

const samePlace = (a: Place, b: Place) => a.sheet === b.sheet && a1(a.zone) === a1(b.zone);

/** Columns that stand side by side as one block, as a script would have named them. */
function blocksOf(columns: readonly Place[]): Place[] {
  const blocks: Place[] = [];
  for (const next of columns) {
    const last = blocks.at(-1);
    const joins =
      last?.sheet === next.sheet &&
      last.zone.top === next.zone.top &&
      last.zone.bottom === next.zone.bottom &&
      last.zone.right + 1 === next.zone.left;
    if (joins) blocks[blocks.length - 1] = { ...last, zone: { ...last.zone, right: next.zone.right } };
    else blocks.push(next);
  }
  return blocks;
}

function draftOf({ id: _, labels, series, headers, ...look }: PlacedChart): Draft {
  return {
    ...look,
    ranges: blocksOf([...(labels ? [labels] : []), ...series.map(({ place }) => place)]),
    headers: headers ? 1 : 0,
    domain: labels !== undefined,
    colors: series.map(({ color }) => color),
    names: series.map(({ name }) => name),
  };
}

/** Throws what would make it a chart without meaning. */
function toChart(machine: Machine, sheet: string, draft: Draft): Chart {
  const { ranges, headers, domain, colors, names, ...look } = draft;
  const columns = columnsOf(ranges).filter((c, i, all) => all.findIndex((other) => samePlace(c, other)) === i);
  if (columns.length === 0) throw machine.error("The chart has no range.");
  const { rows, columns: width } = machine.store.size(sheet);
  if (look.row >= rows || look.column >= width) throw machine.error("The chart's anchor is outside of the sheet.");
  const [labels, ...rest] = domain && columns.length > 1 ? columns : [undefined, ...columns];
  return {
    ...look,
    // Google stacks no lines, and a column has no dots.
    stacked: look.stacked && look.type === "column",
    points: look.points && look.type === "line",
    ...(labels ? { labels } : {}),
    headers: headers < 0 ? startWithText(machine, rest as Place[]) : headers === 1,
    series: (rest as Place[]).map((place, i) => ({
      place,
      ...(colors[i] === undefined ? {} : { color: colors[i] }),
      ...(names[i] === undefined ? {} : { name: names[i] }),
    })),
  };
}

function startWithText(machine: Machine, columns: readonly Place[]): boolean {
  return columns.some(({ sheet, zone }) => {
    const [[value]] = machine.store.values(sheet, { ...zone, bottom: zone.top }) as [[unknown]];
    return typeof value === "string" && value !== "";
  });
}

type Reader = (value: unknown) => unknown;

const text: Reader = (v) => (typeof v === "string" ? v : undefined);
const number: Reader = (v) => (typeof v === "number" && Number.isFinite(v) ? v : undefined);
const pixels: Reader = (v) => (typeof v === "number" && v >= 1 ? Math.round(v) : undefined);
const color: Reader = (v) => colorOf(v) || undefined;
const legend: Reader = (v) => (["top", "right", "bottom", "left", "none"].includes(v as string) ? v : undefined);
// A recorded macro writes these as texts.
const stacking: Reader = (v) => ({ true: true, absolute: true, false: false })[String(v)];

/** Options of a chart by Google's names: what of the draft each of them sets, and how its value is read. */
const options: Readonly<Record<string, readonly [keyof Draft, Reader]>> = {
  title: ["title", text],
  width: ["width", pixels],
  height: ["height", pixels],
  isStacked: ["stacked", stacking],
  legend: ["legend", legend],
  "legend.position": ["legend", legend],
  "hAxis.title": ["xTitle", text],
  "vAxis.title": ["yTitle", text],
  "vAxes.0.title": ["yTitle", text],
  "vAxis.minValue": ["yMin", number],
  "vAxis.maxValue": ["yMax", number],
  "vAxis.viewWindow.min": ["yMin", number],
  "vAxis.viewWindow.max": ["yMax", number],
  backgroundColor: ["background", color],
  colors: ["colors", (v) => (Array.isArray(v) ? allOf(Array.from(v, color)) : undefined)],
  pointSize: ["points", (v) => (number(v) === undefined ? undefined : (v as number) > 0)],
  useFirstColumnAsDomain: ["domain", (v) => (typeof v === "boolean" ? v : undefined)],
};

const allOf = (values: readonly unknown[]) => (values.includes(undefined) ? undefined : values);

/** Google takes "hAxis" with an object as well as "hAxis.title" with a text. */
function flat(name: string, value: unknown): [string, unknown][] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [[name, value]];
  return Object.entries(value).flatMap(([key, inner]) => flat(`${name}.${key}`, inner));
}

/** Of one series: "series.0.color". */
const ofSeries = /^series\.(\d{1,3})\.(color|labelInLegend)$/;

function withOption(machine: Machine, draft: Draft, name: string, value: unknown): Draft {
  const [, index, what] = ofSeries.exec(name) ?? [];
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (!option && index === undefined) throw refused(machine, `The chart option ${name}`);
  const read = option ? option[1](value) : what === "color" ? color(value) : text(value);
  if (read === undefined) throw refused(machine, `The value ${JSON.stringify(value)} of the chart option ${name}`);
  if (option) return { ...draft, [option[0]]: read };
  const list = what === "color" ? "colors" : "names";
  const values = Array.from({ length: Math.max(draft[list].length, Number(index) + 1) }, (_, i) => draft[list][i]);
  values[Number(index)] = read as string;
  return { ...draft, [list]: values };
}

const containerClass: ServiceClass<Draft> = {
  name: "SpreadsheetApp.ContainerInfo",
  area: "document",
  members: {
    getAnchorRow: free<Draft>("", ({ row }) => row + 1),
    getAnchorColumn: free<Draft>("", ({ column }) => column + 1),
    getOffsetX: free<Draft>("", ({ offsetX }) => offsetX),
    getOffsetY: free<Draft>("", ({ offsetY }) => offsetY),
  },
};

const optionsClass: ServiceClass<ChartSelf> = {
  name: "Charts.ChartOptions",
  area: "document",
  members: {
    get: free<ChartSelf>("s", ({ machine, draft }, name: string) => {
      const option = Object.hasOwn(options, name) ? options[name] : undefined;
      if (!option || option[0] === "points") throw refused(machine, `The chart option ${name}`);
      const value = draft[option[0]];
      return Array.isArray(value) ? [...value] : (value ?? null);
    }),
  },
};

/** As it was when it was found or built; Google's objects keep that, too. */
const chartClass: ServiceClass<ChartSelf> = {
  name: "SpreadsheetApp.EmbeddedChart",
  area: "document",
  members: {
    getChartId: free<ChartSelf>("", ({ machine, at }) => (at ? machine.chartNumber(at.id) : null)),
    getContainerInfo: free<ChartSelf>("", ({ machine, draft }) => expose(machine, containerClass, draft)),
    getRanges: free<ChartSelf>("", rangesOf),
    getOptions: free<ChartSelf>("", (self) => expose(self.machine, optionsClass, self)),
    getNumHeaders: free<ChartSelf>("", ({ draft }) => draft.headers),
    getMergeStrategy: free<ChartSelf>("", () => ChartMergeStrategy.MERGE_COLUMNS),
    getTransposeRowsAndColumns: free<ChartSelf>("", () => false),
    modify: free<ChartSelf>("", ({ machine, at, draft }) => {
      if (draft.type !== "column" && draft.type !== "line") throw refused(machine, `Modifying a ${draft.type} chart`);
      return expose(machine, builderClass, { machine, at, draft });
    }),
  },
};

function rangesOf({ machine, draft }: { readonly machine: Machine; readonly draft: Draft }): unknown[] {
  return draft.ranges.map(({ sheet, zone }) => rangeObject(machine, sheet, zone));
}

export function chartObject(machine: Machine, sheet: string, chart: PlacedChart): unknown {
  return expose(machine, chartClass, { machine, at: { sheet, id: chart.id }, draft: draftOf(chart) });
}

function selfBehind(machine: Machine, object: unknown): ChartSelf {
  const found = behind(object, chartClass);
  if (!found) throw machine.error("The parameters ((class)) don't match: an EmbeddedChart is needed.");
  return found;
}

/** What a script's chart looks like on the sheet. Throws for anything else. */
export function chartBehind(machine: Machine, sheet: string, object: unknown): Chart {
  return toChart(machine, sheet, selfBehind(machine, object).draft);
}

/** The id of a script's chart; throws where the sheet has it not, or no longer. */
export function placedChartBehind(machine: Machine, sheet: string, object: unknown): string {
  const { at } = selfBehind(machine, object);
  const there = at?.sheet === sheet && machine.store.charts(sheet).some(({ id }) => id === at.id);
  if (!there) throw machine.error(`The chart is not on the sheet "${machine.store.sheetName(sheet)}".`);
  return at.id;
}

/** A setter of the builder. */
const setting = (takes: string, change: (builder: BuilderSelf, ...args: never[]) => Partial<Draft>) =>
  free<BuilderSelf>(takes, (builder, ...args: never[]) => {
    builder.draft = { ...builder.draft, ...change(builder, ...args) };
    return SELF;
  });

/** A setter that is another name for an option. */
const optional = (takes: string, option: string) =>
  free<BuilderSelf>(takes, (builder, value: unknown) => {
    builder.draft = withOption(builder.machine, builder.draft, option, value);
    return SELF;
  });

/** Takes what Google does anyhow here; any other choice is refused by its name. */
const only = (enumName: string, ...accepted: readonly EnumValue[]) =>
  setting("o", ({ machine }, value: unknown) => {
    if (!accepted.includes(value as EnumValue)) throw refused(machine, `Charts.${enumName}.${String(value)}`);
    return {};
  });

/** Sets the type, and goes on as a builder for that type. */
const as = (type: "column" | "line") =>
  free<BuilderSelf>("", (builder) => {
    builder.draft = { ...builder.draft, type };
    return expose(builder.machine, type === "column" ? columnBuilderClass : lineBuilderClass, builder);
  });

const common: Members<BuilderSelf> = {
  addRange: setting("o", ({ machine, draft }, range: unknown) => {
    const { sheet, zone } = rangeBehind(machine, range);
    const known = draft.ranges.some((place) => samePlace(place, { sheet, zone }));
    return known ? {} : { ranges: [...draft.ranges, { sheet, zone }] };
  }),
  removeRange: setting("o", ({ machine, draft }, range: unknown) => {
    const gone = rangeBehind(machine, range);
    return { ranges: draft.ranges.filter((place) => !samePlace(place, gone)) };
  }),
  clearRanges: setting("", () => ({ ranges: [] })),
  getRanges: free<BuilderSelf>("", rangesOf),
  setChartType: setting("o", ({ machine }, value: unknown) => {
    const name = nameIn(ChartType, value);
    if (name !== "COLUMN" && name !== "LINE") throw refused(machine, `Charts.ChartType.${String(value)}`);
    return { type: name.toLowerCase() };
  }),
  getChartType: free<BuilderSelf>(
    "",
    ({ draft }) => ChartType[draft.type.toUpperCase() as keyof typeof ChartType] ?? null,
  ),
  asColumnChart: as("column"),
  asLineChart: as("line"),
  setPosition: setting("nnnn", ({ machine }, row: number, column: number, offsetX: number, offsetY: number) => {
    const whole = [row, column, offsetX, offsetY].every(Number.isInteger);
    if (!whole || row < 1 || column < 1 || offsetX < 0 || offsetY < 0) {
      throw machine.error("A chart's anchor counts rows and columns from 1, and its offsets are pixels from 0 up.");
    }
    return { row: row - 1, column: column - 1, offsetX, offsetY };
  }),
  getContainer: free<BuilderSelf>("", ({ machine, draft }) => expose(machine, containerClass, draft)),
  setNumHeaders: setting("n", ({ machine }, headers: number) => {
    if (!Number.isInteger(headers) || headers > 1) throw refused(machine, `setNumHeaders(${headers})`);
    return { headers: Math.max(headers, -1) };
  }),
  setMergeStrategy: only("ChartMergeStrategy", ChartMergeStrategy.MERGE_COLUMNS),
  // Without it Google leaves out hidden rows alone. The engine leaves out hidden columns, too.
  setHiddenDimensionStrategy: only(
    "ChartHiddenDimensionStrategy",
    ChartHiddenDimensionStrategy.IGNORE_ROWS,
    ChartHiddenDimensionStrategy.IGNORE_BOTH,
  ),
  setTransposeRowsAndColumns: setting("b", ({ machine }, transpose: boolean) => {
    if (transpose) throw refused(machine, "setTransposeRowsAndColumns(true)");
    return {};
  }),
  setOption: setting("sx", ({ machine, draft }, name: string, value: unknown) =>
    flat(name, value).reduce((made, [path, inner]) => withOption(machine, made, path, inner), draft),
  ),
  build: free<BuilderSelf>("", ({ machine, at, draft }) => {
    if (draft.type === "") throw machine.error("The chart has no type.");
    return expose(machine, chartClass, { machine, at, draft });
  }),
};

const ofBoth: Members<BuilderSelf> = {
  ...common,
  setTitle: optional("s", "title"),
  setXAxisTitle: optional("s", "hAxis.title"),
  setYAxisTitle: optional("s", "vAxis.title"),
  setColors: optional("a", "colors"),
  setBackgroundColor: optional("s", "backgroundColor"),
  setLegendPosition: setting("o", ({ machine }, value: unknown) => {
    const name = nameIn(Position, value);
    if (!name) throw refused(machine, `Charts.Position.${String(value)}`);
    return { legend: name.toLowerCase() as LegendPlace };
  }),
  setRange: setting("nn", (_, yMin: number, yMax: number) => ({ yMin, yMax })),
};

const builderClass: ServiceClass<BuilderSelf> = {
  name: "SpreadsheetApp.EmbeddedChartBuilder",
  area: "document",
  members: common,
};

const columnBuilderClass: ServiceClass<BuilderSelf> = {
  name: "SpreadsheetApp.EmbeddedColumnChartBuilder",
  area: "document",
  members: { ...ofBoth, setStacked: setting("", () => ({ stacked: true })) },
};

const lineBuilderClass: ServiceClass<BuilderSelf> = {
  name: "SpreadsheetApp.EmbeddedLineChartBuilder",
  area: "document",
  members: {
    ...ofBoth,
    setPointStyle: setting("o", ({ machine }, value: unknown) => {
      const name = nameIn(PointStyle, value);
      if (!name) throw refused(machine, `Charts.PointStyle.${String(value)}`);
      return { points: name !== "NONE" };
    }),
  },
};

/** A builder for a chart that is not yet anywhere. */
export function newChart(machine: Machine): unknown {
  return expose(machine, builderClass, { machine, at: undefined, draft: empty });
}
