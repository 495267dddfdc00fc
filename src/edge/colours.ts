import type { Words } from "../core/columns";
import type { Sheet } from "./book";
import { a1Of } from "./cells";
import type { OurColumns } from "./columns";

type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

/** A fill and a text colour on it, at least 4.5 : 1 apart. The cell's text says the same, so colour is never alone. */
interface Colour {
  readonly fill: string;
  readonly text: string;
}

/** From calm to urgent; long silent and on hold are greys, so that red stays the worst colour. */
export const LEVEL_COLOURS: Readonly<Record<string, Colour>> = {
  on_track: { fill: "#d9ead3", text: "#1e4620" },
  soon: { fill: "#fde293", text: "#5c4300" },
  due: { fill: "#f9a94c", text: "#3c2800" },
  overdue: { fill: "#c5221f", text: "#ffffff" },
  silent: { fill: "#5f6368", text: "#ffffff" },
  hold: { fill: "#e8eaed", text: "#3c4043" },
};

export const TIER_COLOURS: Readonly<Record<string, Colour>> = {
  A: { fill: "#1967d2", text: "#ffffff" },
  B: { fill: "#aecbfa", text: "#0b2a5b" },
  C: { fill: "#d2e3fc", text: "#174ea6" },
  D: { fill: "#eef3fd", text: "#174ea6" },
};

/** The word of each coloured class, as it stands in the cells. */
export interface Labels {
  readonly level: Readonly<Record<string, string>>;
  readonly tier: Readonly<Record<string, string>>;
}

/** The words of the coloured classes. */
export function labelsOf(words: Words): Labels {
  const of = (axis: "urgency" | "value", ids: readonly string[]) => {
    const labels: Record<string, string> = {};
    for (const id of ids) labels[id] = words.label(axis, id);
    return labels;
  };
  return { level: of("urgency", Object.keys(LEVEL_COLOURS)), tier: of("value", Object.keys(TIER_COLOURS)) };
}

interface Wanted extends Colour {
  readonly label: string;
  readonly range: string;
}

function wantedRules(ours: OurColumns, headerRow: number, labels: Labels): Wanted[] {
  const wanted: Wanted[] = [];
  for (const [column, colours] of [
    ["level", LEVEL_COLOURS],
    ["tier", TIER_COLOURS],
  ] as const) {
    const place = ours[column];
    if (place === undefined) continue;
    const first = a1Of(headerRow + 1, place);
    // Open-ended: rows that are added later are coloured too.
    const range = `${first}:${first.replace(/\d+$/, "")}`;
    for (const [id, colour] of Object.entries(colours)) {
      wanted.push({ ...colour, label: labels[column][id] ?? id, range });
    }
  }
  return wanted;
}

const pairOf = (fill: string, text: string): string => `${fill.toLowerCase()} ${text.toLowerCase()}`;

const OUR_PAIRS: ReadonlySet<string> = new Set(
  [...Object.values(LEVEL_COLOURS), ...Object.values(TIER_COLOURS)].map(({ fill, text }) => pairOf(fill, text)),
);

interface Own {
  readonly label: string;
  readonly pair: string;
  readonly columns: readonly number[];
  /** 1-based first rows of its ranges. */
  readonly tops: readonly number[];
}

/** What a rule of ours looks like; undefined for everybody else's: rules carry no name, so ours are known by their look. */
function readOwn(rule: Rule, ours: ReadonlySet<number>): Own | undefined {
  const condition = rule.getBooleanCondition();
  if (condition?.getCriteriaType() !== SpreadsheetApp.BooleanCriteria.TEXT_EQUAL_TO) return undefined;
  const pair = pairOf(condition.getBackground() || "", condition.getFontColor() || "");
  if (!OUR_PAIRS.has(pair)) return undefined;
  const ranges = rule.getRanges();
  const columns = ranges.map((range) => range.getColumn() - 1);
  if (!ranges.every((range) => range.getNumColumns() === 1) || !columns.every((column) => ours.has(column)))
    return undefined;
  return {
    label: String(condition.getCriteriaValues()[0]),
    pair,
    columns,
    tops: ranges.map((range) => range.getRow()),
  };
}

/**
 * Puts our set of rules over our level and tier columns, unless just that set is there: one call, two where it differs.
 * The rules of the team go back as the objects that Google gave, in their order. Gives whether it was another set.
 */
export function colour(sheet: Sheet, ours: OurColumns, headerRow: number, labels: Labels): boolean {
  const rules = sheet.getConditionalFormatRules();
  const columns = new Set(Object.values(ours));
  const theirs: Rule[] = [];
  const own: Own[] = [];
  for (const rule of rules) {
    const read = readOwn(rule, columns);
    if (read) own.push(read);
    else theirs.push(rule);
  }
  const wanted = wantedRules(ours, headerRow, labels);
  if (isSame(own, wanted, ours)) return false;
  sheet.setConditionalFormatRules([
    ...theirs,
    ...wanted.map(({ label, fill, text, range }) =>
      SpreadsheetApp.newConditionalFormatRule()
        .whenTextEqualTo(label)
        .setBackground(fill)
        .setFontColor(text)
        .setRanges([sheet.getRange(range)])
        .build(),
    ),
  ]);
  return true;
}

/** Rows above the sheet's first customer may come and go, and a range that lost its open end covers the rows that were there. */
function isSame(own: readonly Own[], wanted: readonly Wanted[], ours: OurColumns): boolean {
  if (own.length !== wanted.length) return false;
  return wanted.every(({ label, fill, text, range }, i) => {
    const rule = own[i]!;
    const column = range.startsWith(a1Of(0, ours.level ?? -1).replace(/\d+$/, "")) ? ours.level : ours.tier;
    const top = Number(/^[A-Z]+(\d+)/.exec(range)![1]);
    return (
      rule.label === label &&
      rule.pair === pairOf(fill, text) &&
      rule.columns.length === 1 &&
      rule.columns[0] === column &&
      rule.tops[0] === top
    );
  });
}

/** Takes our rules away and leaves the team's. */
export function uncolour(sheet: Sheet, ours: OurColumns): number {
  const rules = sheet.getConditionalFormatRules();
  const columns = new Set(Object.values(ours));
  const theirs = rules.filter((rule) => !readOwn(rule, columns));
  if (theirs.length < rules.length) sheet.setConditionalFormatRules(theirs);
  return rules.length - theirs.length;
}
