import type { AxisId } from "../core/axes";
import { tidy } from "../core/cells/text";
import { type Day, dayOfIso } from "../core/day";
import type { Customer, RowKey } from "../core/model";
import {
  type Gone,
  goneIn,
  holdersOf,
  isClass,
  type KeptOverride,
  keptGone,
  keptOf,
  linesOf,
  type Override,
  overridesIn,
} from "../core/overrides";
import { sameCell } from "../core/plan";
import { LABELLED } from "../core/policy/policy";
import { type Book, openBook } from "./book";
import { changeClasses, planClasses, readClasses } from "./classes";
import { type ColumnId, columnOf } from "./columns";
import { Plain } from "./define";
import { wordsIn } from "./languages";
import { lockDocument } from "./lock";
import { type Look, look, lookAt, type Tables } from "./look";
import { overridesOf } from "./override-views";
import { writeDay } from "./policy-sheet";
import { begun, follow, homeAfter } from "./press";
import { gradesOf, previewOf, wordsOfClasses } from "./preview";
import { asciiPairs, readPerson, save } from "./saved";
import { lookBy } from "./setup";
import { findTab } from "./tabs";
import type { HomeView, KeptView, OverrideAnswer, PreviewView, SetupDraft } from "./views";

const MOST = 2_000;
/** The store of a document holds 500 KB, and overrides stand in it twice while they are saved. */
const MOST_BYTES = 220_000;
const LONGEST_REASON = 200;
/** How long it is known that something was taken away: longer than a sidebar stays open, and than most wait for a run. */
const GONE_MS = 90 * 86_400_000;
/** How long the team's own grade counts before it is looked at again, in days. */
const GRADE_DAYS = 365;

/** One change of the list, and by it the way back: what was put in, and what stood in its place. */
interface Swap {
  readonly made: KeptOverride | null;
  readonly was: readonly KeptOverride[];
  /** The millisecond of the change: what was taken away after it is not brought back. */
  readonly at: number;
}

type Line = Pick<Override, "stem" | "name">;

const bytesOf = (kept: unknown): number => asciiPairs(JSON.stringify(kept)).replace(/[^ -~]/g, "---").length;

const placeOf = ({ stem, axis }: Pick<Override, "stem" | "axis">): string => `${stem}\n${axis}`;

/** What goes when overrides are taken away: the class of those by which somebody stood elsewhere than the rules would have him. */
function goneOf(now: Look, list: readonly Override[]): Gone[] {
  const { book, outcome } = now;
  const holders = holdersOf(list, customersIn(now));
  return list.map(({ stem, axis, class: set, until }, n) => {
    const { id, because } = outcome.classified[holders[n]![0]!]?.classes[axis] || {};
    const ranOut = until !== null && until < book.clock.today;
    const moved = ranOut ? id !== set : id === set && because?.would !== set;
    return { stem, axis, was: moved ? set : "", ranOut, at: book.clock.now };
  });
}

/**
 * The book with other overrides, which are saved.
 *
 * @param before as it stands without the change
 * @param gone what its owner took back though it stood no more
 */
function withOverrides(before: Look, list: readonly Override[], gone: readonly Gone[] = []): Book {
  const { book } = before;
  const lines = list.map(keptOf);
  let room = MOST_BYTES - bytesOf(lines);
  if (lines.length > MOST || room < 0) throw new Plain("overridesFull", lines.length, MOST);
  const { now: at } = book.clock;
  const stands = new Set(list.map(placeOf));
  const left = overridesIn(book.saved.overrides).filter((one) => !stands.has(placeOf(one)));
  const taken = goneOf(before, left);
  const known = new Set([...taken, ...gone].map(placeOf));
  const earlier = goneIn(book.saved.overrides).filter((one) => at - one.at < GONE_MS && !known.has(placeOf(one)));
  // The overrides come first: what was taken away is kept where they leave room.
  const overrides = lines.concat(
    [...new Map([...earlier, ...gone, ...taken].map((one) => [placeOf(one), one])).values()]
      .reverse()
      .map(keptGone)
      .filter((line) => {
        room -= bytesOf(line) + 1;
        return room >= 0;
      })
      .reverse(),
  );
  save("overrides", overrides);
  return { ...book, saved: { ...book.saved, overrides } };
}

/** What stands for a customer on an axis; where he is not found, what was kept of him. */
function standing(list: readonly Override[], customers: readonly Customer[], line: Line, axis: string): Override[] {
  const holders = holdersOf(list, customers);
  const lines = linesOf(customers);
  // What was kept of him may be older than what stands for him now.
  const [index] = holdersOf([line], customers)[0]!;
  const isHis = isLine(index === undefined ? line : lines[index]!);
  return list.filter((one, n) => {
    const [first] = holders[n]!;
    return one.axis === axis && isHis(first === undefined ? one : lines[first]!);
  });
}

/** The rows of whom overrides are of. */
const keysOf = (lines: readonly Line[], customers: readonly Customer[]): ReadonlySet<RowKey> =>
  new Set(holdersOf(lines, customers).flatMap((his) => his.map((i) => customers[i]!.key)));

const isLine =
  (line: Line) =>
  ({ stem, name }: Line): boolean =>
    stem === line.stem && name === line.name;

/** The same sheets as other overrides would have them. */
function lookWith(book: Book, { settings, inForce, customers, orders, contacts, log, rates }: Look): Look {
  const tables: Tables = { customers, orders, contacts, log, rates };
  return lookAt(book, settings, tables, undefined, inForce);
}

const customersIn = ({ outcome }: Look): Customer[] => outcome.classified.map(({ customer }) => customer);

/** No row is the 0th of its number or name: this stands for a customer who is not found. */
const lostKey = ({ stem }: Line): RowKey => `${stem}#0`;

/**
 * Changes what stands for one customer; his rows follow at once. It is no batch, as a press is none: what a failure left
 * undone the next run does.
 *
 * @param make what is put in the place of the old; left out: nothing
 */
function change(key: RowKey, axis: string, make?: (line: Line, today: Day, by: string) => Override): OverrideAnswer {
  const { me, book, settings, heads } = begun();
  const before = look(book, settings);
  const list = overridesIn(book.saved.overrides);
  const customers = customersIn(before);
  const index = customers.findIndex((one) => one.key === key);
  const line = index >= 0 ? linesOf(customers)[index] : make ? undefined : list.find((one) => lostKey(one) === key);
  if (!line) throw new Plain("rowGone");
  const was = standing(list, customers, line, axis);
  const made = make?.(line, book.clock.today, me.who);
  const next = list.filter((one) => !was.includes(one)).concat(made || []);
  const now = lookWith(withOverrides(before, next), before);
  followSet(before, now, keysOf([line, ...was], customers));
  const swap: Swap = { made: made ? keptOf(made) : null, was: was.map(keptOf), at: book.clock.now };
  return {
    home: homeAfter(now, me, heads),
    was: overridesOf(before, was.slice(-1)).list[0] || null,
    undo: JSON.stringify([swap]),
  };
}

/** Sets the class of a customer by hand. `until` is the last day on which it counts, as ISO; "" for no end. */
export function setOverride(key: string, axis: string, id: string, reason: string, until: string): OverrideAnswer {
  const why = tidy(reason);
  if (!isClass(axis, id)) throw new Plain("badClass");
  if (why === "" || why.length > LONGEST_REASON) throw new Plain("badReason", LONGEST_REASON);
  const last = until === "" ? null : dayOfIso(until);
  return change(key, axis, (line, today, by) => {
    if (last === undefined || (last !== null && last < today)) throw new Plain("badUntil");
    return { ...line, axis: axis as AxisId, class: id, reason: why, until: last, by, day: today };
  });
}

/** Takes away what was set by hand: the rules decide again. */
export const removeOverride = (key: string, axis: string): OverrideAnswer => change(key, axis);

/** The way back from {@link setOverride} and {@link removeOverride}. */
export function undoOverride(undo: string): HomeView {
  const { me, book, settings, heads } = begun();
  const before = look(book, settings);
  const customers = customersIn(before);
  const now = lookWith(swapBack(before, undo), before);
  const lines = overridesIn(swapsOf(undo).flatMap(({ made, was }) => (made ? [made, ...was] : was)));
  followSet(before, now, keysOf(lines, customers));
  return homeAfter(now, me, heads);
}

const swapsOf = (undo: string): readonly Swap[] => JSON.parse(undo) as Swap[];

/** Takes changes back. What somebody has set in their place since stays, and what its owner took back since does not return. */
function swapBack(before: Look, undo: string): Book {
  const { book } = before;
  const customers = customersIn(before);
  const list = new Map(overridesIn(book.saved.overrides).map((one) => [textOf(keptOf(one)), one]));
  const goneAt = new Map(goneIn(book.saved.overrides).map((one) => [placeOf(one), one.at]));
  const gone: Gone[] = [];
  for (const { made, was, at } of swapsOf(undo)) {
    const old = overridesIn(was);
    const isFree = made
      ? list.delete(textOf(made))
      : old.every((one) => standing([...list.values()], customers, one, one.axis).length === 0);
    gone.push(...goneOf(before, overridesIn(made ? [made] : [])));
    if (isFree) for (const one of old) if (!(goneAt.get(placeOf(one))! > at)) list.set(textOf(keptOf(one)), one);
  }
  return withOverrides(before, [...list.values()], gone);
}

const textOf = (kept: KeptOverride): string => JSON.stringify(kept);

/**
 * Puts the team's own grade in the place of our tier where they differ, for a year, as far as there is room.
 *
 * @param keys of which customers; null: of all who differ
 */
export function keepGrades(keys: readonly string[] | null, draft: SetupDraft | null): KeptView {
  lockDocument();
  const { who: by } = readPerson();
  const book = openBook();
  const now = lookFor(book, draft);
  const { today } = book.clock;
  const reason = wordsIn(now.settings.language).ownGrade;
  const customers = customersIn(now);
  const list = new Set(overridesIn(book.saved.overrides));
  const lines = linesOf(customers);
  const lineOf = new Map(customers.map((customer, i) => [customer, lines[i]!]));
  const standingFor = new Map<string, Override[]>();
  const holders = holdersOf([...list], customers);
  [...list].forEach((one, n) => {
    const [first] = holders[n]!;
    if (first === undefined || one.axis !== "value") return;
    const line = lineText(lines[first]!);
    standingFor.set(line, [...(standingFor.get(line) || []), one]);
  });
  const swaps = new Map<string, Swap>();
  /** For whom there is no room. */
  const left = new Set<string>();
  let bytes = bytesOf([...list].map(keptOf));
  for (const { one, grade, clash } of gradesOf(now)) {
    if (clash.length > 0) continue;
    const line = lineOf.get(one.customer)!;
    const text = lineText(line);
    if (swaps.has(text) || left.has(text) || (keys && !keys.includes(one.customer.key))) continue;
    const was = standingFor.get(text) || [];
    const made: Override = { ...line, axis: "value", class: grade, reason, until: today + GRADE_DAYS, by, day: today };
    const more = bytesOf(keptOf(made)) + 1 - was.reduce((sum, old) => sum + bytesOf(keptOf(old)) + 1, 0);
    if (list.size + 1 - was.length > MOST || bytes + more > MOST_BYTES) {
      left.add(text);
      continue;
    }
    bytes += more;
    for (const old of was) list.delete(old);
    list.add(made);
    swaps.set(text, { made: keptOf(made), was: was.map(keptOf), at: book.clock.now });
  }
  if (left.size > 0 && swaps.size === 0) throw new Plain("overridesFull", list.size + left.size, MOST);
  const undo = JSON.stringify([...swaps.values()]);
  return { preview: previewWith(withOverrides(now, [...list]), draft), kept: swaps.size, left: left.size, undo };
}

const lineText = ({ stem, name }: Line): string => `${stem}\n${name}`;

/** The way back from {@link keepGrades}: all of it at once. */
export function undoGrades(undo: string, draft: SetupDraft | null): PreviewView {
  lockDocument();
  const book = openBook();
  return previewWith(swapBack(lookFor(book, draft), undo), draft);
}

const lookFor = (book: Book, draft: SetupDraft | null): Look =>
  draft ? lookBy(book, draft) : look(book, book.saved.settings);

function previewWith(book: Book, draft: SetupDraft | null): PreviewView {
  writeDay(book, book.clock.now);
  return previewOf(lookFor(book, draft));
}

/**
 * Writes the rows of some customers as they are now, in our columns of the customer sheet and on the Classes tab. There the
 * ids of the last run stay, so that the next one writes the moves into the History.
 */
function followSet(before: Look, now: Look, keys: ReadonlySet<RowKey>): void {
  const { image } = now;
  const wordsOf = wordsOfClasses(now);
  follow(now, ({ key, column, before: cell }) => {
    if (!keys.has(key)) return false;
    const { axis } = columnOf(column as ColumnId);
    const { classes } = LABELLED.find(({ id }) => id === axis) || { classes: {} };
    const words = Object.keys(classes).flatMap((id) => wordsOf(axis!, id));
    const was = before.wanted.get(key)![image.columns.indexOf(column)]!;
    // What somebody typed there is his.
    return cell === "" || sameCell(cell, was) || words.includes(String(cell));
  });
  const tab = findTab(now.book, "classes");
  if (!tab) return;
  const changes = planClasses(readClasses(tab), now.outcome.classified, now.words);
  const his = changes.filter(({ key, column }) => keys.has(key) && column !== "ids");
  changeClasses(now.book.spreadsheet, tab.getSheetId(), his);
}
