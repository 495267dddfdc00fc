import { AXES } from "../core/axes";
import type { Language } from "../core/bilingual";
import type { Cell } from "../core/cells/cell";
import { CLASSES_COLUMNS, type Words } from "../core/columns";
import type { Classified, RowKey } from "../core/model";
import { applyChanges, type Change, countStems, type Image, planWrites } from "../core/plan";
import type { Book, Sheet, Spreadsheet } from "./book";
import { fromCell, isParsed } from "./cells";
import { growTo, makeTab, rangeIn, SPARE } from "./tabs";

/** Hidden columns at the left of the Classes tab: the row key, and the class ids by which moves are told. */
const HIDDEN = ["key", "ids"] as const;

const COLUMNS: readonly string[] = ["ids", ...CLASSES_COLUMNS.map((column) => column.id)];
const WIDTH = COLUMNS.length + 1;
const HEADERS: readonly (readonly string[])[] = [
  ...HIDDEN.map((text) => [text]),
  ...CLASSES_COLUMNS.map(({ header }) => [header.en, header.zh]),
];

/** In pixels, where more than a class stands. */
const WIDTHS: Readonly<Record<string, number>> = { id: 100, name: 200, why: 360 };

/** The Classes tab, made when there is none. All of it is text. */
export function makeClassesTab(book: Book, language: Language, customers: number): Sheet {
  return makeTab(book, "classes", language, (tab) => {
    growTo(tab, customers + SPARE, WIDTH);
    tab.getRange(1, 1, tab.getMaxRows(), WIDTH).setNumberFormat("@");
    tab
      .getRange(1, 1, 1, WIDTH)
      .setValues([[...HIDDEN, ...CLASSES_COLUMNS.map((column) => column.header[language])]])
      .setFontWeight("bold");
    tab.setFrozenRows(1);
    tab.hideColumns(1, HIDDEN.length);
    CLASSES_COLUMNS.forEach(({ id }, c) => {
      tab.setColumnWidth(HIDDEN.length + c + 1, WIDTHS[id.split(".")[1] ?? id] ?? 140);
    });
  });
}

/** What stands in the tab, and where: people insert columns and write notes beside our lines. */
export interface ClassesImage extends Image {
  /** 0-based columns of the tab: that of the key, then those of `columns`. */
  readonly places: readonly number[];
  /** Lines beside which something stands that is not ours. */
  readonly noted: ReadonlySet<number>;
  /** Headers that the tab lacks, for its right end: it was made before there were these axes, or they were deleted. */
  readonly added: readonly string[];
  /** 0-based column in which the first of them goes. */
  readonly end: number;
}

/** So many headers and fewer were renamed by somebody; where more are missing, the tab is of a version without them. */
const RENAMED = 2;

/** What stands in the tab, below its header row. One call. */
export function readClasses(tab: Sheet): ClassesImage {
  const [header = [], ...rows] = tab.getDataRange().getValues() as Cell[][];
  const places = HEADERS.map((texts) => header.findIndex((cell) => texts.includes(String(cell))));
  const zh = header.includes(CLASSES_COLUMNS[0]!.header.zh);
  const older = places[0]! >= 0 && places.filter((place) => place < 0).length > RENAMED;
  const end = header.length;
  const added: string[] = [];
  HEADERS.forEach((texts, i) => {
    if (places[i]! >= 0) return;
    // A header that was renamed is looked for where it was made, behind the one before it.
    const behind = i === 0 ? 0 : places[i - 1]! + 1;
    if (!older && behind < end && !places.includes(behind)) places[i] = behind;
    else places[i] = end + added.push(texts[zh ? 1 : 0] ?? texts[0]!) - 1;
  });
  const noted = new Set<number>();
  rows.forEach((row, line) => {
    if (row.some((cell, c) => cell !== "" && !places.includes(c))) noted.add(line);
  });
  const [key, ...others] = places;
  return {
    keys: rows.map((row) => String(row[key!] ?? "") || undefined),
    columns: COLUMNS,
    cells: rows.map((row) => others.map((c) => row[c] ?? "")),
    places,
    noted,
    added,
    end,
  };
}

const idsOf = ({ classes }: Classified): string => AXES.map((axis) => `${axis.id}=${classes[axis.id].id}`).join(" ");

/** Class ids by row key, as they were graded last. */
export function gradedBefore(image: Image): Map<RowKey, Record<string, string>> {
  const before = new Map<RowKey, Record<string, string>>();
  image.keys.forEach((key, line) => {
    const ids = image.cells[line]![0];
    if (key === undefined || typeof ids !== "string" || ids === "") return;
    const classes: Record<string, string> = {};
    for (const pair of ids.split(" ")) {
      const [axis, id] = pair.split("=");
      if (axis && id) classes[axis] = id;
    }
    before.set(key, classes);
  });
  return before;
}

/** The tab with a line for every key that changes name, so that a plan can be made and undone on it. */
function withKeys(image: ClassesImage, keys: Iterable<RowKey>): ClassesImage {
  const known = new Set(image.keys);
  const added: RowKey[] = [];
  for (const key of keys) {
    if (known.has(key)) continue;
    known.add(key);
    added.push(key);
  }
  return {
    ...image,
    keys: [...image.keys, ...added],
    cells: [...image.cells, ...added.map(() => COLUMNS.map((): Cell => ""))],
  };
}

/** What should change in the tab: a line a customer, none for customers that are gone. */
export function planClasses(image: ClassesImage, classified: readonly Classified[], words: Words): Change[] {
  const wanted = new Map<RowKey, readonly Cell[]>();
  const blank = COLUMNS.map(() => "");
  for (const key of image.keys) if (key !== undefined) wanted.set(key, blank);
  for (const one of classified) {
    wanted.set(one.customer.key, [idsOf(one), ...CLASSES_COLUMNS.map((column) => column.cell(one, words))]);
  }
  return planWrites(withKeys(image, wanted.keys()), wanted);
}

/** Makes changes in the tab, where it is still there: those of a run, or their reverse. */
export function changeClasses(spreadsheet: Spreadsheet, id: number, changes: readonly Change[]): void {
  const tab = changes.length > 0 ? spreadsheet.getSheetById(id) : null;
  if (!tab) return;
  const now = readClasses(tab);
  const grown = withKeys(
    now,
    changes.map(({ key }) => key),
  );
  const { cells } = applyChanges(grown, changes, countStems(grown.keys));
  writeClasses(tab, { ...grown, cells }, now.keys.length);
}

/**
 * Writes our columns below their header, neighbouring ones in one call. Lines keep their place, beside which a note may
 * stand; a new customer gets a line that holds nothing any more, else one at the end.
 *
 * @param was lines that stood there before
 */
function writeClasses(tab: Sheet, image: ClassesImage, was: number): void {
  const { keys, cells, places, noted, added, end } = image;
  if (added.length > 0) {
    const grid = tab.getMaxColumns();
    if (end + added.length > grid) tab.insertColumnsAfter(grid, end + added.length - grid);
    tab.getRange(1, end + 1, tab.getMaxRows(), added.length).setNumberFormat("@");
    tab
      .getRange(1, end + 1, 1, added.length)
      .setValues([[...added]])
      .setFontWeight("bold");
  }
  const free: number[] = [];
  const rows: Cell[][] = [];
  keys.forEach((key, line) => {
    const blank = cells[line]!.every((cell) => cell === "");
    const row = blank ? Array<string>(WIDTH).fill("") : [key || "", ...cells[line]!];
    if (line < was) {
      rows.push(row);
      if (blank && !noted.has(line)) free.push(line);
    } else if (!blank) rows[free.shift() ?? rows.length] = row;
  });
  if (rows.length === 0) return;
  for (let from = 0; from < WIDTH; ) {
    let to = from + 1;
    while (to < WIDTH && places[to] === places[to - 1]! + 1) to++;
    const block = rows.map((row) => row.slice(from, to));
    const range = rangeIn(tab, 2, places[from]! + 1, rows.length, to - from);
    // Somebody may have cleared the formats since the tab was made.
    if (block.some((row) => row.some(isParsed))) range.setNumberFormat("@");
    range.setValues(block.map((row) => row.map(fromCell)));
    from = to;
  }
}
