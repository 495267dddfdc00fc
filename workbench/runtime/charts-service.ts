import type { Machine } from "./machine";
import { expose, googleEnum, type ServiceClass } from "./service";

export const ChartType = googleEnum(
  ...(["AREA", "BAR", "BUBBLE", "CANDLESTICK", "COLUMN", "COMBO", "GAUGE", "GEO", "HISTOGRAM", "LINE", "ORG"] as const),
  ...(["PIE", "RADAR", "SCATTER", "SPARKLINE", "STEPPED_AREA", "TABLE", "TIMELINE", "TREEMAP", "WATERFALL"] as const),
);
export const ChartMergeStrategy = googleEnum("MERGE_COLUMNS", "MERGE_ROWS");
export const ChartHiddenDimensionStrategy = googleEnum("IGNORE_BOTH", "IGNORE_ROWS", "IGNORE_COLUMNS", "SHOW_BOTH");
export const PointStyle = googleEnum("NONE", "TINY", "MEDIUM", "LARGE", "HUGE");
export const Position = googleEnum("TOP", "RIGHT", "BOTTOM", "NONE");

/** The service of that name draws charts for web pages; of it a sheet's charts need the enums only. */
const serviceClass: ServiceClass<object> = {
  name: "Charts",
  area: "nothing",
  members: { ChartType, ChartMergeStrategy, ChartHiddenDimensionStrategy, PointStyle, Position },
};

export function chartsService(machine: Machine): unknown {
  return expose(machine, serviceClass, {});
}
