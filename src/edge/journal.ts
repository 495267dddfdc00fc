import type { Language } from "../core/bilingual";
import type { Cell } from "../core/cells/cell";
import type { Day } from "../core/day";
import type { Change } from "../core/plan";
import type { FixedColumns } from "../core/tables/headers";
import type { Book, Sheet } from "./book";
import type { Labels } from "./colours";
import type { OurColumns } from "./columns";
import { Plain } from "./define";
import { asciiPairs } from "./saved";
import type { KeyColumns } from "./tables";
import { findTab, makeTab, rangeIn } from "./tabs";
import type { TodayPlace } from "./today-tab";
import type { HomeView } from "./views";

/** What was done last, and what it takes to end it or to take it back: one column of the hidden Undo tab each. */
export const BATCHES_KEPT = 3;

/** A cell holds 50,000 characters. */
const PART = 40_000;

/** Row 1 of a batch's column. */
export interface BatchHead {
  readonly id: string;
  /** "lost": it could neither be ended nor taken back, because its sheet or its record is gone. Runs pass it over. */
  readonly state: "writing" | "done" | "undone" | "lost";
  readonly day: Day;
  /** Milliseconds. */
  readonly at: number;
  /** The name that the person gave, or "schedule". */
  readonly who: string;
  /** What of the policy differed from the defaults and can move a class; heads of older versions hold a hash or nothing. */
  readonly rules?: Readonly<Record<string, unknown>> | string;
  readonly zone: string;
  readonly language: Language;
  /** Google's numbers of the sheets that were written. */
  readonly customers: number;
  /** The name that the customer sheet had. */
  readonly sheet: string;
  readonly classes: number;
  readonly history: number;
  readonly today: TodayPlace;
  /** 1-based row of the History tab where its rows begin, and how many they are; an undo's rows follow them. */
  readonly historyRow: number;
  readonly historyRows: number;
  /** First free row of the History tab once this batch stands as its state says. */
  readonly historyNext: number;
  /** Where our columns stood, and the text of each header: they are looked for again where it is another now. */
  readonly ours: OurColumns;
  readonly headers: Readonly<Record<string, string>>;
  readonly headerRow: number;
  /** What the keys of its changes were made of. */
  readonly keyed: KeyColumns;
  readonly columns: FixedColumns;
  /** Cells of the customer sheet that change. */
  readonly cells: number;
  /** Those that somebody changed meanwhile, and that were left. Missing until it is done. */
  readonly left?: number;
  /** Moves of class, for the line that a person reads. */
  readonly moves: number;
  /** Rows below the head that hold the rest. */
  readonly parts: number;
}

/** All else, as JSON in the rows below the head. */
export interface BatchBody {
  readonly customers: readonly Change[];
  readonly classes: readonly Change[];
  /** Rows that an id or name had, where it had more than one. */
  readonly customerCounts: Readonly<Record<string, number>>;
  readonly history: readonly (readonly Cell[])[];
  readonly labels: Labels;
  /** What the sidebar shows once it is done. */
  readonly home: HomeView;
}

export interface Batch {
  readonly head: BatchHead;
  readonly body: BatchBody;
}

/** A batch where it stands: 1-based column of the Undo tab. */
export interface Slot {
  readonly tab: Sheet;
  readonly column: number;
}

type Packed = readonly [key: string, ...cells: (string | Cell)[]];

function pack(changes: readonly Change[]): Packed[] {
  const packed: (string | Cell)[][] = [];
  let last: string | undefined;
  for (const { key, column, before, after } of changes) {
    if (key !== last) packed.push([key]);
    last = key;
    packed[packed.length - 1]!.push(column, before, after);
  }
  return packed as unknown as Packed[];
}

function unpack(packed: readonly Packed[]): Change[] {
  const changes: Change[] = [];
  for (const [key, ...cells] of packed) {
    for (let i = 0; i < cells.length; i += 3) {
      changes.push({ key, column: cells[i] as string, before: cells[i + 1] as Cell, after: cells[i + 2] as Cell });
    }
  }
  return changes;
}

const bodyText = (body: BatchBody): string =>
  asciiPairs(JSON.stringify({ ...body, customers: pack(body.customers), classes: pack(body.classes) }));

/** The Undo tab, made when there is none. Its cells are text: what a batch holds is never evaluated. */
export function makeUndoTab(book: Book, language: Language): Sheet {
  return makeTab(book, "undo", language, (tab) => {
    tab.getRange(1, 1, tab.getMaxRows(), BATCHES_KEPT).setNumberFormat("@");
  });
}

/** The heads of the batches that are kept, by column; undefined where a column is free. One call. */
export function readHeads(tab: Sheet): (BatchHead | undefined)[] {
  return tab
    .getRange(1, 1, 1, BATCHES_KEPT)
    .getValues()[0]!
    .map((cell) => headFrom(cell));
}

function headFrom(cell: unknown): BatchHead | undefined {
  if (typeof cell !== "string" || cell === "") return undefined;
  try {
    const head = JSON.parse(cell) as BatchHead | null;
    return typeof head === "object" && head?.id && head.keyed ? head : undefined;
  } catch {
    return undefined; // somebody typed into the hidden tab: that batch cannot be undone any more
  }
}

/** 0-based column of the newest batch that is not lost; -1 where there is none. */
export function newest(heads: readonly (BatchHead | undefined)[]): number {
  let at = -1;
  heads.forEach((head, i) => {
    if (head && head.state !== "lost" && (at < 0 || head.at >= heads[at]!.at)) at = i;
  });
  return at;
}

/** Where the next batch goes: a free column, else that of the oldest. */
export function nextColumn(heads: readonly (BatchHead | undefined)[]): number {
  const free = heads.indexOf(undefined);
  if (free >= 0) return free;
  let at = 0;
  heads.forEach((head, i) => {
    if (head!.at < heads[at]!.at) at = i;
  });
  return at;
}

/**
 * Writes a batch into its column, over what was there, in one call: head and body appear together or not at all.
 *
 * @param old the batch that stood in this column
 */
export function writeBatch(
  slot: Slot,
  head: Omit<BatchHead, "parts">,
  body: BatchBody,
  old: BatchHead | undefined,
): BatchHead {
  const text = bodyText(body);
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += PART) parts.push(text.slice(at, at + PART));
  const whole: BatchHead = { ...head, parts: parts.length };
  const column = [[JSON.stringify(whole)], ...parts.map((part) => [part])];
  while (column.length < (old?.parts || 0) + 1) column.push([""]);
  rangeIn(slot.tab, 1, slot.column, column.length, 1).setValues(column);
  return whole;
}

/** Changes the head alone. */
export function writeHead(slot: Slot, head: BatchHead): void {
  slot.tab.getRange(1, slot.column).setValue(JSON.stringify(head));
}

/** Reads a batch from its column, in one call. */
export function readBatch(slot: Slot): Batch {
  const used = slot.tab.getDataRange().getValues();
  const head = headFrom(used[0]?.[slot.column - 1]);
  if (!head) throw new Plain("batchGone");
  let text = "";
  for (let i = 1; i <= head.parts; i++) text += String(used[i]?.[slot.column - 1] ?? "");
  const body = parseBody(text);
  if (!body) throw new Plain("batchGone");
  return { head, body };
}

function parseBody(text: string): BatchBody | undefined {
  try {
    const packed = JSON.parse(text) as BatchBody & { customers: Packed[]; classes: Packed[] };
    return { ...packed, customers: unpack(packed.customers), classes: unpack(packed.classes) };
  } catch {
    return undefined;
  }
}

/** The lost batch that no run has followed yet, of which people are told. */
export function lostLast(heads: readonly (BatchHead | undefined)[]): BatchHead | undefined {
  const last = heads[newest(heads)];
  return heads.find((head) => head?.state === "lost" && head.at > (last?.at || 0));
}

/** Whether what was thrown says that a batch's sheet or record is gone, rather than that Google is unwell. */
export const isLoss = (thrown: unknown): boolean =>
  thrown instanceof Plain && (thrown.code === "batchGone" || thrown.code === "customersGone");

/** Marks a batch that nothing can be done about any more. */
export function markLost(slot: Slot, head: BatchHead): BatchHead {
  const lost: BatchHead = { ...head, state: "lost" };
  writeHead(slot, lost);
  return lost;
}

/** The batch that a person can take back, or that waits to be ended; undefined where there is none. Two calls at most. */
export function newestSlot(book: Book): (Slot & { readonly head: BatchHead }) | undefined {
  const tab = findTab(book, "undo");
  if (!tab) return undefined;
  const heads = readHeads(tab);
  const at = newest(heads);
  return at < 0 ? undefined : { tab, column: at + 1, head: heads[at]! };
}
