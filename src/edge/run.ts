import { isoOf } from "../core/day";
import { causeOf } from "../core/history/causes";
import type { Classified } from "../core/model";
import { type Gone, goneIn } from "../core/overrides";
import { countStems } from "../core/plan";
import type { Policy } from "../core/policy/fields";
import { policyFrom, policyValue, rulesOf } from "../core/policy/policy";
import { putChanges, targetOf } from "./block";
import { type Book, openBook, type Sheet, type Spreadsheet } from "./book";
import { changeClasses, gradedBefore, makeClassesTab, planClasses, readClasses } from "./classes";
import { colour, labelsOf } from "./colours";
import { makeColumns, missingColumns, pinRecognised } from "./columns";
import { Plain } from "./define";
import {
  firstRow,
  historyRows,
  type Move,
  type Moved,
  makeHistoryTab,
  movesOf,
  placeOf,
  writeHistory,
} from "./history";
import { homeOf, tierCounts } from "./home";
import {
  type Batch,
  type BatchBody,
  type BatchHead,
  isLoss,
  lostLast,
  makeUndoTab,
  markLost,
  newest,
  nextColumn,
  readBatch,
  readHeads,
  type Slot,
  writeBatch,
  writeHead,
} from "./journal";
import { languageOfTeam, wordsIn } from "./languages";
import { lockDocument } from "./lock";
import { type Look, look, outcomeOf } from "./look";
import { addMissingRows, beforeOf, keepGraded } from "./policy-sheet";
import { previewOf } from "./preview";
import { type Person, readPerson } from "./saved";
import { setUp } from "./setup";
import { keepToday, placeOfToday, writeToday } from "./today-tab";
import type { RunView, SetupDraft, Step } from "./views";

/** Steps of a run that the person sees: check and journal, write; one more where it sets up first. */
const STEPS = 2;

/** What the sidebar hands back between two steps. */
type Token =
  | { readonly step: Extract<Step, "check">; readonly fingerprint: string }
  | { readonly step: Extract<Step, "write">; readonly tab: number; readonly column: number; readonly id: string };

const SEPARATOR = "|";

function textOf(token: Token): string {
  return (
    token.step === "check" ? [token.step, token.fingerprint] : [token.step, token.tab, token.column, token.id]
  ).join(SEPARATOR);
}

function readToken(text: string): Token {
  if (typeof text !== "string") throw new Plain("batchGone");
  const parts = text.split(SEPARATOR);
  if (parts[0] === "check") return { step: "check", fingerprint: parts[1] || "" };
  if (parts[0] !== "write" || parts.length !== 4) throw new Plain("batchGone");
  return { step: "write", tab: Number(parts[1]), column: Number(parts[2]), id: parts[3]! };
}

/** First step of a run. With a draft it sets up, and the run proper begins with the next step. */
export function begin(fingerprint: string, draft: SetupDraft | null): RunView {
  lockDocument();
  if (!draft) return check(fingerprint, STEPS);
  setUp(draft);
  const batch = textOf({ step: "check", fingerprint });
  return { kind: "next", batch, next: "check", done: 1, steps: STEPS + 1 };
}

/** The next step of a run. Any step can be asked for again after a failure. */
export function advance(batch: string): RunView {
  const token = readToken(batch);
  lockDocument();
  if (token.step === "check") return check(token.fingerprint, STEPS + 1);
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const slot = slotOf(spreadsheet, token);
  const found = readBatch(slot);
  if (found.head.id !== token.id) throw new Plain("batchGone");
  if (found.head.state === "lost") throw new Plain("batchGone");
  if (found.head.state === "undone") throw new Plain("batchUndone");
  return doneView(found.head.state === "done" ? found.head : write(spreadsheet, slot, found), found.body);
}

/** The batch that a token of a running step speaks of; the check has none yet. */
export function slotOfToken(spreadsheet: Spreadsheet, batch: string): (Slot & { readonly id: string }) | undefined {
  const token = readToken(batch);
  return token.step === "check" ? undefined : { ...slotOf(spreadsheet, token), id: token.id };
}

function slotOf(spreadsheet: Spreadsheet, token: { readonly tab: number; readonly column: number }): Slot {
  const tab = token.tab >= 0 && token.column >= 1 ? spreadsheet.getSheetById(token.tab) : null;
  if (!tab) throw new Plain("batchGone");
  return { tab, column: token.column };
}

function doneView({ cells, left = 0 }: BatchHead, { home }: BatchBody): RunView {
  return { kind: "done", written: { cells: cells - left, left }, home };
}

/** Computes again what the preview showed. The same: it goes into the journal. Another: the new preview. */
function check(fingerprint: string, steps: number): RunView {
  const me = readPerson();
  let book = openBook(true);
  const journal = openJournal(book);
  let now = look(book, book.saved.settings);
  if (now.outcome.fingerprint !== fingerprint) {
    // Another zone gives other days, so before the person is told that something changed it is asked for anew.
    book = openBook();
    now = look(book, book.saved.settings);
  }
  if (now.outcome.fingerprint !== fingerprint) return { kind: "changed", preview: previewOf(now) };
  // A set-up's preview does not tell of them: then they wait for the next run.
  if (steps === STEPS) addMissingRows(now.inForce, now.settings.language);
  const slot = journalled(now, journal, me.who, me);
  if (!slot) {
    const home = homeOf(now, me, journal.heads[newest(journal.heads)], lostLast(journal.heads));
    keepToday(now, home);
    return { kind: "done", written: null, home };
  }
  const batch = textOf({
    step: "write",
    tab: slot.tab.getSheetId(),
    column: slot.column,
    id: slot.head.id,
  });
  return { kind: "next", batch, next: "write", done: steps - 1, steps };
}

export interface Journal {
  readonly tab: Sheet;
  readonly heads: (BatchHead | undefined)[];
}

/**
 * The journal. A batch that was never ended is ended first: its changes were decided, seen and written down. One whose
 * sheet or record is gone is marked as lost, so that it is in nobody's way.
 */
export function openJournal(book: Book): Journal {
  const language = languageOfTeam(book.saved);
  const tab = makeUndoTab(book, language);
  const heads = readHeads(tab);
  heads.forEach((head, i) => {
    if (head?.state !== "writing") return;
    const slot = { tab, column: i + 1 };
    try {
      const found = readBatch(slot);
      heads[i] = write(book.spreadsheet, slot, { ...found, head: { ...found.head, zone: book.clock.zone } });
    } catch (thrown) {
      if (!isLoss(thrown)) throw thrown;
      heads[i] = markLost(slot, head);
    }
  });
  return { tab, heads };
}

/** Puts what is to be written into the journal, with state "writing". Undefined: there is nothing to write. */
function journalled(now: Look, journal: Journal, who: string, me: Person): (Slot & { head: BatchHead }) | undefined {
  const { book, settings, customers, outcome, inForce, words } = now;
  const { language } = settings;
  keepGraded(book, inForce);
  const missing = missingColumns(customers.ours).length > 0;
  const ours = missing
    ? makeColumns(customers.sheet, customers.ours, customers.rows, customers.layout.headerRow, language)
    : customers.ours;
  if (!missing) pinRecognised(book, customers.sheet, customers.sheetId, ours);

  const classesTab = makeClassesTab(book, language, outcome.counts.customers);
  const classesNow = readClasses(classesTab);
  const classes = planClasses(classesNow, outcome.classified, words);
  if (now.changes.length === 0 && classes.length === 0 && !missing) return undefined;

  const historyTab = makeHistoryTab(book, language, outcome.counts.customers);
  const last = journal.heads[newest(journal.heads)];
  const before = gradedBefore(classesNow);
  const moves = movesOf(outcome.classified, before, goneSince(now, last));
  const id = `${isoOf(book.clock.today)}-${book.clock.now.toString(36)}`;
  const entry = { day: book.clock.today, batch: id, by: who, language, policy: inForce.policy };
  const history =
    before.size === 0 ? [firstRow(tierCounts(now), entry)] : historyRows(moves, causes(now, journal), entry);
  const historyRow = last ? last.historyNext : Math.max(2, historyTab.getLastRow() + 1);
  const head: Omit<BatchHead, "parts"> = {
    ...targetOf(now, missing ? ours : undefined),
    id,
    state: "writing",
    day: book.clock.today,
    who,
    rules: rulesFor(inForce.policy),
    language,
    classes: classesTab.getSheetId(),
    history: historyTab.getSheetId(),
    today: placeOfToday(now),
    historyRow,
    historyRows: history.length,
    historyNext: historyRow + history.length,
    cells: now.changes.length,
    moves: moves.length,
  };
  const counts: Record<string, number> = {};
  for (const [stem, count] of countStems(now.image.keys, now.image.mark)) if (count > 1) counts[stem] = count;
  const body: BatchBody = {
    customers: now.changes,
    classes,
    customerCounts: counts,
    history,
    labels: labelsOf(words),
    home: homeOf(now, me, { ...head, state: "done", parts: 0 }, lostLast(journal.heads)),
  };
  const at = nextColumn(journal.heads);
  const slot: Slot = { tab: journal.tab, column: at + 1 };
  return { ...slot, head: writeBatch(slot, head, body, journal.heads[at]) };
}

/** They stand in the cell of the head, which holds 50,000 characters. */
function rulesFor(policy: Policy): BatchHead["rules"] {
  const rules = rulesOf(policy);
  return JSON.stringify(rules).length < 40_000 ? rules : undefined;
}

/** What was taken away by hand after the last batch, whose id ends in its millisecond. */
function goneSince({ book }: Look, last: BatchHead | undefined): Gone[] {
  const since = last ? Number.parseInt(last.id.slice(last.id.lastIndexOf("-") + 1), 36) : 0;
  return goneIn(book.saved.overrides).filter(({ at }) => at >= since);
}

/** Of more changed rows of the policy than these it is not looked for which of them moved somebody. */
const TRIED = 3;

/**
 * Why each class moved since the newest batch that stands: what was dated by then, its day and its policy are put back one
 * by one, and of the policy each changed row is tried alone. At most eight times through the corridor, twice where the
 * policy is the same, and only where something moved.
 */
function causes(now: Look, { heads }: Journal): (move: Move) => Moved {
  const { policy } = now.inForce;
  const { today } = now.book.clock;
  const last = heads[newest(heads.map((head) => (head?.state === "done" ? head : undefined)))];
  if (!last) return () => ({ cause: "data", rows: [] });
  const rules = typeof last.rules === "object" ? last.rules : beforeOf(now.book);
  const before = policyFrom(rules).policy;
  const [was, is] = [rulesOf(before), rulesOf(policy)];
  const changed = Object.keys({ ...was, ...is }).filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]));
  const isNew = changed.length > 0;
  const replays = new Map<string, ReadonlyMap<string, Classified["classes"]>>();
  const replay = (byNew: boolean | string, asOf: number, until: number) => {
    const name = [byNew, asOf, until].join();
    const known = replays.get(name);
    if (known) return known;
    const by = typeof byNew === "string" ? withRow(byNew) : byNew ? policy : before;
    const { classified } = by === policy && until === today ? now.outcome : outcomeOf(now, by, asOf, until);
    const classes = new Map(classified.map((one) => [one.customer.key, one.classes]));
    replays.set(name, classes);
    return classes;
  };
  // Where the old policy cannot hold it alone, it is the old policy, by which nobody moves.
  const withRow = (key: string): Policy => policyFrom({ [key]: policyValue(policy, key) }, before).policy;
  /** Those of which each alone makes the move; where only several together do, none is named. */
  const rowsOf = ({ customer, axis, to }: Move): readonly string[] => {
    if (changed.length === 1) return changed;
    if (changed.length > TRIED) return [];
    return changed.filter((key) => replay(key, last.day, last.day).get(customer.key)?.[axis].id === to);
  };
  return (move) => {
    const { customer, axis, from, to } = move;
    const cause = causeOf(from, to, (byNew, onNew, ofNew) => {
      const [asOf, until] = [onNew, ofNew].map((isNow) => (isNow ? today : last.day));
      return replay(byNew || !isNew, asOf!, until!).get(customer.key)?.[axis].id;
    });
    return { cause, rows: cause === "policy" ? rowsOf(move) : [] };
  };
}

/**
 * Our columns of the customer sheet and their colours, the Classes tab, the history and today's list; then, and only when
 * all of it has reached the sheet, the batch is done.
 */
function write(spreadsheet: Spreadsheet, slot: Slot, { head, body }: Batch): BatchHead {
  const { table, left } = putChanges(spreadsheet, head, body.customers, body.customerCounts, "overwrite");
  const recoloured = colour(table.sheet, table.ours, table.layout.headerRow, body.labels);
  changeClasses(spreadsheet, head.classes, body.classes);
  const history = spreadsheet.getSheetById(head.history);
  const historyRow = history ? placeOf(history, head.historyRow, body.history) : head.historyRow;
  if (history) writeHistory(history, historyRow, body.history);
  writeToday(spreadsheet, head.today, body.home, head.language, recoloured ? body.labels : undefined);
  SpreadsheetApp.flush();
  const historyNext = historyRow + head.historyRows;
  const done: BatchHead = { ...head, state: "done", historyRow, historyNext, left: left.length };
  writeHead(slot, done);
  return done;
}

/** A whole run in one execution, with nobody there: preview and write. Gives what it wrote; undefined: nothing. */
export function runAtOnce(now: Look, journal: Journal, who: string, me: Person): BatchHead | undefined {
  const slot = journalled(now, journal, who, me);
  if (!slot) {
    keepToday(now, homeOf(now, me, undefined));
    return undefined;
  }
  SpreadsheetApp.flush();
  return write(now.book.spreadsheet, slot, readBatch(slot));
}

/** The name under which the daily refresh stands in the history. */
export const scheduleName = (book: Book): string => wordsIn(book.saved.settings?.language || "en").schedule;
