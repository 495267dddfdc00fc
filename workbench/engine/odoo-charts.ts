import type { Chart, LegendPlace, Place, PlacedChart, Series } from "../runtime/store";

/** A chart as the engine defines it; only what is used of it. References are texts. */
export interface EngineChart {
  readonly type: string;
  readonly title?: EngineTitle;
  readonly legendPosition?: LegendPlace;
  readonly stacked?: boolean;
  readonly horizontal?: boolean;
  readonly fillArea?: boolean;
  readonly aggregated?: boolean;
  readonly hideDataMarkers?: boolean;
  readonly background?: string | undefined;
  readonly axesDesign?: { readonly x?: EngineAxis; readonly y?: EngineAxis };
  /** By the id of a data set. */
  readonly dataSetStyles?: Readonly<Record<string, EngineSeriesStyle>>;
  readonly dataSource?: {
    readonly type: string;
    readonly dataSetsHaveTitle?: boolean;
    readonly labelRange?: string | undefined;
    readonly dataSets?: readonly { readonly dataSetId: string; readonly dataRange: string }[];
  };
}

interface EngineTitle {
  readonly text?: string;
}

interface EngineAxis {
  readonly title?: EngineTitle;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

interface EngineSeriesStyle {
  readonly backgroundColor?: string | undefined;
  readonly label?: string | undefined;
}

/** The frame that a chart is drawn in. */
export interface EngineFigure {
  readonly id: string;
  readonly tag: string;
  readonly row: number;
  readonly col: number;
  readonly offset: { readonly x: number; readonly y: number };
  readonly width: number;
  readonly height: number;
}

/** The definition of a column or line chart. What `before` says beyond it, as a person chose it in the page, stays. */
export function toEngineChart(chart: Chart, reference: (place: Place) => string, before?: EngineChart): EngineChart {
  const sets = chart.series.map(({ place }, i) => ({ dataSetId: String(i), dataRange: reference(place) }));
  const styleBefore = (range: string) => {
    const known = before?.dataSource?.dataSets?.find(({ dataRange }) => dataRange === range);
    return known && before?.dataSetStyles?.[known.dataSetId];
  };
  const axes = before?.axesDesign;
  const common = {
    title: { ...before?.title, text: chart.title },
    legendPosition: chart.legend,
    aggregated: before?.aggregated ?? false,
    background: chart.background,
    axesDesign: {
      ...axes,
      x: { ...axes?.x, title: { ...axes?.x?.title, text: chart.xTitle } },
      y: { ...axes?.y, title: { ...axes?.y?.title, text: chart.yTitle }, min: chart.yMin, max: chart.yMax },
    },
    dataSetStyles: Object.fromEntries(
      sets.map(({ dataSetId, dataRange }, i) => {
        const { color, name } = chart.series[i]!;
        return [dataSetId, { ...styleBefore(dataRange), backgroundColor: color, label: name }];
      }),
    ),
    dataSource: {
      type: "range",
      dataSetsHaveTitle: chart.headers,
      labelRange: chart.labels && reference(chart.labels),
      dataSets: sets,
    },
  };
  if (chart.type === "column") {
    return { ...(before?.type === "bar" ? before : {}), ...common, type: "bar", stacked: chart.stacked };
  }
  // Days as labels would need a library that is not in the page.
  const line = { stacked: false, cumulative: false, labelsAsText: true, hideDataMarkers: !chart.points };
  return { ...(before?.type === "line" ? before : {}), ...common, ...line, type: "line" };
}

export function fromEngineChart(
  id: string,
  chart: EngineChart,
  figure: EngineFigure,
  placeOf: (reference: string) => Place,
): PlacedChart {
  const { labelRange, dataSets = [], dataSetsHaveTitle = false } = chart.dataSource ?? {};
  const { x, y } = chart.axesDesign ?? {};
  const series = dataSets.map(({ dataSetId, dataRange }): Series => {
    const { backgroundColor, label } = chart.dataSetStyles?.[dataSetId] ?? {};
    return {
      place: placeOf(dataRange),
      ...(backgroundColor ? { color: backgroundColor.toLowerCase() } : {}),
      ...(label ? { name: label } : {}),
    };
  });
  return {
    id,
    type: typeOf(chart),
    stacked: chart.type === "bar" && chart.stacked === true,
    headers: dataSetsHaveTitle,
    ...(labelRange === undefined ? {} : { labels: placeOf(labelRange) }),
    series,
    title: chart.title?.text ?? "",
    xTitle: x?.title?.text ?? "",
    yTitle: y?.title?.text ?? "",
    ...(y?.min === undefined ? {} : { yMin: y.min }),
    ...(y?.max === undefined ? {} : { yMax: y.max }),
    legend: chart.legendPosition ?? "none",
    points: chart.type === "line" && chart.hideDataMarkers !== true,
    ...(chart.background ? { background: chart.background.toLowerCase() } : {}),
    row: figure.row,
    column: figure.col,
    offsetX: figure.offset.x,
    offsetY: figure.offset.y,
    // A file gives them in units of its own, and a fraction of a pixel is left over.
    width: Math.round(figure.width),
    height: Math.round(figure.height),
  };
}

/** The engine has one type for bars that stand and bars that lie, and one for lines and areas. */
function typeOf({ type, horizontal, fillArea }: EngineChart): string {
  if (type === "bar") return horizontal ? "bar" : "column";
  return type === "line" && fillArea ? "area" : type;
}
