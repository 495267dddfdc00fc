import { AXES, type AxisId } from "./axes";
import type { Axis } from "./axes/axis";
import { type Bilingual, both } from "./bilingual";
import type { Cell } from "./cells/cell";
import type { Because, Classified } from "./model";

/** How classes and reasons are said. Made above core, in the language and with the labels of the team's policy. */
export interface Words {
  /** The team's word for a class of an axis, or for a level of "urgency". */
  label(axis: AxisId | "urgency", id: string): string;
  /** A whole sentence. */
  because(because: Because): string;
  /** Why the tier, in at most 40 characters. */
  short(classified: Classified): string;
  /** What to do: a treatment in the team's words. */
  treatment(id: string): string;
}

/** A column of ours. */
export interface Column {
  readonly id: string;
  readonly header: Bilingual;
  readonly kind: "text" | "day" | "number";
  /** The ids whose labels can stand in it: by them a column of ours is told from the team's. */
  readonly axis?: AxisId | "urgency";
  cell(classified: Classified, words: Words): Cell;
}

/** The class of an axis. */
const classColumn = (id: string, axis: Axis<AxisId>): Column => ({
  id,
  header: axis.label,
  kind: "text",
  axis: axis.id,
  cell: ({ classes }, words) => words.label(axis.id, classes[axis.id].id),
});

/** What is always written at the right end of the customer sheet, from left to right. */
export const CUSTOMER_COLUMNS: readonly Column[] = [
  {
    id: "level",
    header: both("跟进状态", "Follow-up"),
    kind: "text",
    axis: "urgency",
    cell: ({ urgency }, words) => words.label("urgency", urgency.level),
  },
  {
    id: "due",
    header: both("该跟进日", "Due"),
    kind: "day",
    cell: ({ urgency }) => (urgency.due === undefined ? "" : { day: urgency.due }),
  },
  {
    id: "days",
    header: both("未联系天数", "Days since contact"),
    kind: "number",
    cell: ({ urgency }) => urgency.days ?? "",
  },
  {
    id: "next",
    header: both("下一步", "Next step"),
    kind: "text",
    cell: ({ treatments }, words) => (treatments.length > 0 ? words.treatment(treatments[0]!) : ""),
  },
  { ...classColumn("tier", AXES.find((axis) => axis.id === "value")!), header: both("等级(计算)", "Tier") },
  { id: "why", header: both("原因", "Why"), kind: "text", cell: (classified, words) => words.short(classified) },
];

/** The axes that a team can tick into its customer sheet, a column each. The tier stands there anyway. */
export const AXIS_COLUMNS: readonly Column[] = AXES.filter((axis) => axis.id !== "value").map((axis) =>
  classColumn(`axis.${axis.id}`, axis),
);

const why: Bilingual = both("原因", "why");

/** The Classes tab: one row a customer, each axis with its reason. */
export const CLASSES_COLUMNS: readonly Column[] = [
  { id: "id", header: both("客户编号", "Customer ID"), kind: "text", cell: ({ customer }) => customer.id },
  { id: "name", header: both("客户", "Customer"), kind: "text", cell: ({ customer }) => customer.name },
  ...AXES.flatMap((axis): Column[] => [
    classColumn(axis.id, axis),
    {
      id: `${axis.id}.why`,
      header: { zh: `${axis.label.zh}${why.zh}`, en: `${axis.label.en}: ${why.en}` },
      kind: "text",
      cell: ({ classes }, words) => words.because(classes[axis.id].because),
    },
  ]),
  {
    id: "level.why",
    header: both("跟进原因", "Follow-up: why"),
    kind: "text",
    cell: ({ urgency }, words) => words.because(urgency.because),
  },
];
