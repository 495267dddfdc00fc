import type { Language } from "../bilingual";
import type { Cell, Rows } from "../cells/cell";
import { countryName } from "../cells/country";
import type { Policy, PolicyField, PolicyValue } from "./fields";
import {
  defaultPolicy,
  LABELLED,
  labelOf,
  type PolicyProblem,
  policyFields,
  policyFrom,
  policyValue,
  treatmentOf,
} from "./policy";
import said from "./sheet.table";

/**
 * Columns of a new policy sheet, 0-based. The key column is hidden: it tells which value a row is, wherever people sort it
 * to. People insert columns too: {@link placesIn} says where the columns stand now.
 */
export const POLICY_COLUMNS = { label: 0, value: 1, unit: 2, allowed: 3, key: 4 } as const;

export type PolicyRow =
  | { readonly kind: "title" | "note" | "section"; readonly text: string }
  | {
      readonly kind: "value";
      readonly field: PolicyField;
      readonly label: string;
      readonly value: Cell;
      readonly unit: string;
      readonly allowed: string;
      readonly advanced: boolean;
    };

/** Everything that stands on the policy sheet, top to bottom: a dozen numbers in plain words, then all the rest. */
export function policyRows(policy: Policy, language: Language): PolicyRow[] {
  const say = said()[language];
  const rowOf = (field: PolicyField): PolicyRow => ({
    kind: "value",
    field,
    label: field.label[language],
    value: cellOf(policyValue(policy, field.key), field, policy, language),
    unit: unitOf(field, policy, language),
    allowed: allowedIn(field, policy, language),
    advanced: !field.basic,
  });
  const { list } = policyFields();
  return [
    { kind: "title", text: say.title },
    { kind: "note", text: say.note },
    ...list.filter((field) => field.basic).map(rowOf),
    { kind: "section", text: say.advanced },
    ...list.filter((field) => !field.basic).map(rowOf),
  ];
}

/** How a value stands in its cell. */
export function cellOf(value: PolicyValue, field: PolicyField, policy: Policy, language: Language): Cell {
  if (typeof value === "object") return value.join(", ");
  if (field.kind === "day") return value ? { day: value as number } : "";
  if (field.kind === "region") return labelOf(policy, language, "region", value as string);
  if (field.kind === "country") return value && countryName(value as string, language);
  if (field.kind === "label") {
    const [, axis, id] = field.key.split(".");
    return labelOf(policy, language, axis!, id!);
  }
  if (field.kind === "treatment") return treatmentOf(policy, language, treatmentId(field));
  return value;
}

function unitOf(field: PolicyField, policy: Policy, language: Language): string {
  switch (field.kind) {
    case "money":
    case "rate":
      return policy["currency.base"];
    case "days":
    case "times":
      return said()[language][field.kind];
    case "percent":
      return "%";
    default:
      return "";
  }
}

/** What a value may be, in words. */
export function allowedIn(field: PolicyField, policy: Policy, language: Language): string {
  const say = said()[language];
  const between = `${field.min || 0}${say.to}${field.max}`;
  switch (field.kind) {
    case "money":
    case "rate":
      return say.amount;
    case "days":
    case "count":
    case "percent":
      return say.whole.join(between);
    case "times":
      return between;
    case "region": {
      const ids = Object.keys(LABELLED.find((axis) => axis.id === "region")!.classes);
      return ids.map((id) => labelOf(policy, language, "region", id)).join(say.and);
    }
    case "treatment":
      return `${say.treatment} · ${field.rows}`;
    default:
      return say[field.kind];
  }
}

/** Rows of the team's sheet that lost their key, or a sheet that has none at all: nobody can say what stands there. */
export interface KeysLost {
  readonly code: "keys_lost";
}

export interface SheetProblem {
  readonly problem: PolicyProblem | KeysLost;
  /** 0-based row and column of the cell meant; undefined where no cell is at fault (a key without a row). */
  readonly row?: number;
  readonly column?: number;
}

const fieldOf = (cell: Cell | undefined): PolicyField | undefined =>
  typeof cell === "string" ? policyFields().byKey.get(cell) : undefined;

/** 0-based columns of the policy sheet as they stand now; undefined where no cell holds a key. */
export interface PolicyPlaces {
  readonly key: number;
  readonly value: number;
  /** Undefined where no column shows the units. */
  readonly unit: number | undefined;
}

/**
 * Where the columns stand: the key column by its keys, value and unit by what they should show, since an edit changes few
 * of them. The distance to the key column settles a tie.
 */
export function placesIn(rows: Rows, lastGood: Policy, language: Language): PolicyPlaces | undefined {
  const keys: number[] = [];
  for (const row of rows) count(row, (cell) => fieldOf(cell) !== undefined, keys);
  const key = likeliest(keys);
  if (key === undefined) return undefined;
  const nearby = key - POLICY_COLUMNS.key + POLICY_COLUMNS.value;
  const shown = (field: PolicyField) => cellOf(policyValue(lastGood, field.key), field, lastGood, language);
  return {
    key,
    value: columnShowing(rows, key, shown, nearby) ?? nearby,
    unit: columnShowing(rows, key, (field) => unitOf(field, lastGood, language)),
  };
}

/** The column that shows this of the most values; undefined where none shows it of any. */
export function columnShowing(
  rows: Rows,
  key: number,
  shown: (field: PolicyField) => Cell,
  usual?: number,
): number | undefined {
  const columns: number[] = [];
  for (const row of rows) {
    const field = fieldOf(row[key]);
    const wanted = field ? shown(field) : "";
    if (wanted !== "") count(row, (cell) => cell === wanted, columns);
  }
  return likeliest(columns, usual);
}

/** Adds one for each column whose cell holds. */
function count(row: readonly Cell[], holds: (cell: Cell) => boolean, columns: number[]): void {
  row.forEach((cell, at) => {
    if (holds(cell)) columns[at] = (columns[at] || 0) + 1;
  });
}

/** The column with the highest count; `usual` where it has as many as any other. */
function likeliest(counts: readonly number[], usual?: number): number | undefined {
  let best: number | undefined;
  counts.forEach((count, at) => {
    if (best === undefined || count > counts[best]! || (count === counts[best] && at === usual)) best = at;
  });
  return best;
}

export interface SheetRead {
  readonly policy: Policy;
  readonly problems: readonly SheetProblem[];
  /** Undefined where no cell holds a key. */
  readonly places?: PolicyPlaces;
  /** 0-based row of a key. */
  readonly rowOf: ReadonlyMap<string, number>;
}

/**
 * The policy as the sheet has it. Rows may stand in any order, columns too; a row that is gone keeps its last good value.
 *
 * @param lastGood stays in force, whole, when anything is wrong
 */
export function readPolicySheet(rows: Rows, lastGood: Policy, language: Language): SheetRead {
  const rowOf = new Map<string, number>();
  const places = placesIn(rows, lastGood, language);
  if (!places) return { policy: lastGood, problems: [{ problem: { code: "keys_lost" } }], rowOf };
  const entries: Record<string, unknown> = {};
  rows.forEach((row, at) => {
    const field = fieldOf(row[places.key]);
    if (!field) return;
    const cell = row[places.value] ?? "";
    rowOf.set(field.key, at);
    // The default words in the cell mean "the default words", so that they change with the language.
    entries[field.key] = isDefaultWords(field, cell, language) ? "" : cell;
  });
  const found = { places, rowOf };
  const row = rowWithoutKey(rows, places.key, rowOf);
  if (row !== undefined)
    return { policy: lastGood, problems: [{ problem: { code: "keys_lost" }, row, column: places.key }], ...found };
  const { policy, problems } = policyFrom(entries, lastGood);
  return { policy, problems: problems.map((problem) => placed(problem, found)), ...found };
}

/** A problem with the cell that it is about. */
export const placed = (
  problem: PolicyProblem,
  { rowOf, places }: Pick<SheetRead, "rowOf" | "places">,
): SheetProblem => ({
  problem,
  row: rowOf.get(problem.key),
  column: places?.value,
});

/** The first row with the label of a value whose key is nowhere: whatever is typed there would count for nothing. */
function rowWithoutKey(rows: Rows, key: number, rowOf: ReadonlyMap<string, number>): number | undefined {
  const gone = policyFields().list.filter((field) => !rowOf.has(field.key));
  if (gone.length === 0) return undefined;
  const labels = new Set<Cell>(gone.flatMap(({ label }) => [label.zh, label.en]));
  const at = rows.findIndex((row) => !fieldOf(row[key]) && row.some((cell) => labels.has(cell)));
  return at < 0 ? undefined : at;
}

/** "treatment.source.fair" -> "source.fair" */
const treatmentId = ({ key }: PolicyField): string => key.slice("treatment.".length);

function isDefaultWords(field: PolicyField, cell: Cell, language: Language): boolean {
  if (field.kind !== "label" && field.kind !== "treatment") return false;
  return cell === cellOf("", field, defaultPolicy(), language);
}
