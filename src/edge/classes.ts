import { AXES } from "../core/axes";
import type { Language } from "../core/bilingual";
import type { Cell } from "../core/cells/cell";
import { CLASSES_COLUMNS, type Words } from "../core/columns";
import type { Classified, RowKey } from "../core/model";
import { type Change, type Image, planWrites } from "../core/plan";
import type { Book, Sheet } from "./book";
import { fromCell } from "./cells";
import { growTo, makeTab, rangeIn, SPARE } from "./tabs";

/** Hidden columns at the left of the Classes tab: the row key, and the class ids by which moves are told. */
const HIDDEN = ["key", "ids"] as const;

const COLUMNS: readonly string[] = ["ids", ...CLASSES_COLUMNS.map((column) => column.id)];
const WIDTH = COLUMNS.length + 1;

/** The Classes tab, made when there is none. All of it is text. */
export function makeClassesTab(book: Book, language: Language, customers: number): Sheet {
  return makeTab(book, "classes", language, (tab) => {
    growTo(tab, customers + SPARE);
    tab.getRange(1, 1, tab.getMaxRows(), WIDTH).setNumberFormat("@");
    tab
      .getRange(1, 1, 1, WIDTH)
      .setValues([[...HIDDEN, ...CLASSES_COLUMNS.map((column) => column.header[language])]])
      .setFontWeight("bold");
    tab.setFrozenRows(1);
    tab.hideColumns(1, HIDDEN.length);
  });
}

/** What stands in the tab, below its header row. One call. */
export function readClasses(tab: Sheet): Image {
  const rows = tab.getDataRange().getValues() as Cell[][];
  return imageFrom(rows.slice(1));
}

function imageFrom(rows: readonly (readonly Cell[])[]): Image {
  return {
    keys: rows.map((row) => (row[0] === "" || row[0] === undefined ? undefined : String(row[0]))),
    columns: COLUMNS,
    cells: rows.map((row) => COLUMNS.map((_, c) => row[c + 1] ?? "")),
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
export function withKeys(image: Image, keys: Iterable<RowKey>): Image {
  const known = new Set(image.keys);
  const added: RowKey[] = [];
  for (const key of keys) {
    if (known.has(key)) continue;
    known.add(key);
    added.push(key);
  }
  return {
    keys: [...image.keys, ...added],
    columns: image.columns,
    cells: [...image.cells, ...added.map(() => COLUMNS.map((): Cell => ""))],
  };
}

/** What should change in the tab: a line a customer, none for customers that are gone. */
export function planClasses(image: Image, classified: readonly Classified[], words: Words): Change[] {
  const wanted = new Map<RowKey, readonly Cell[]>();
  for (const key of image.keys)
    if (key !== undefined)
      wanted.set(
        key,
        COLUMNS.map(() => ""),
      );
  for (const one of classified) {
    wanted.set(one.customer.key, [idsOf(one), ...CLASSES_COLUMNS.map((column) => column.cell(one, words))]);
  }
  return planWrites(withKeys(image, wanted.keys()), wanted);
}

/** Writes the whole tab below its header in one call; lines that hold nothing any more close up. */
export function writeClasses(tab: Sheet, image: Image, was: number): void {
  const rows: Cell[][] = [];
  image.keys.forEach((key, line) => {
    const cells = image.cells[line]!;
    if (key !== undefined && cells.some((cell) => cell !== "")) rows.push([key, ...cells]);
  });
  while (rows.length < was) rows.push(Array<string>(WIDTH).fill(""));
  if (rows.length > 0) {
    rangeIn(tab, 2, 1, rows.length, WIDTH).setValues(rows.map((cells) => cells.map(fromCell)));
  }
}
