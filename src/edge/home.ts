import { AXES } from "../core/axes";
import { isoOf } from "../core/day";
import { LEVELS } from "../core/followup/urgency";
import type { Classified, Level } from "../core/model";
import { openBook } from "./book";
import { momentOf } from "./cells";
import { findingsOf } from "./findings";
import { type BatchHead, lostLast, newest, readHeads } from "./journal";
import { languageOfPerson, person } from "./languages";
import { type Look, look, nameColumn, placeOf } from "./look";
import { keepPolicy, policySentences } from "./policy-sheet";
import { rebaseQuestion } from "./rebase";
import { type Person, readPerson, type Settings, save } from "./saved";
import { liveScheduleOf, scheduleOf } from "./schedule";
import { findTab } from "./tabs";
import type { CustomerRow, HomeView } from "./views";

/** The sidebar draws no more rows than this. */
const ROWS = 300;

/** The order in which levels are shown: what to do first stands first. */
const LEVEL_IDS = Object.keys(LEVELS) as Level[];
const TIER_IDS = Object.keys(AXES.find((axis) => axis.id === "value")!.classes);

interface Count {
  readonly id: string;
  readonly label: string;
  readonly count: number;
}

function countsOf(
  ids: readonly string[],
  idOf: (one: Classified) => string,
  now: Look,
  axis: "value" | "urgency",
): Count[] {
  const counts = new Map<string, number>();
  for (const one of now.outcome.classified) counts.set(idOf(one), (counts.get(idOf(one)) ?? 0) + 1);
  return ids.map((id) => ({ id, label: now.words.label(axis, id), count: counts.get(id) ?? 0 }));
}

/** How many customers each tier has, from A down; the last is "unrated". */
export const tierCounts = (now: Look): Count[] => countsOf(TIER_IDS, (one) => one.classes.value.id, now, "value");

/** How many customers each level of follow-up has, the most urgent first. */
export const levelCounts = (now: Look): Count[] => countsOf(LEVEL_IDS, (one) => one.urgency.level, now, "urgency");

function byUrgency(a: Classified, b: Classified): number {
  const level = LEVEL_IDS.indexOf(a.urgency.level) - LEVEL_IDS.indexOf(b.urgency.level);
  if (level !== 0) return level;
  const tier = TIER_IDS.indexOf(a.classes.value.id) - TIER_IDS.indexOf(b.classes.value.id);
  if (tier !== 0) return tier;
  return (
    (a.urgency.due ?? Number.MAX_SAFE_INTEGER) - (b.urgency.due ?? Number.MAX_SAFE_INTEGER) ||
    a.customer.row - b.customer.row
  );
}

function rowView(one: Classified, now: Look, column: number): CustomerRow {
  const { customer, urgency, classes } = one;
  const { due, level } = urgency;
  return {
    key: customer.key,
    company: customer.name || customer.id,
    owner: customer.owner,
    level,
    levelLabel: now.words.label("urgency", level),
    over: due === undefined || level === "hold" ? null : now.book.clock.today - due,
    tier: classes.value.id,
    tierLabel: now.words.label("value", classes.value.id),
    why: now.words.because(urgency.because),
    place: placeOf(now, "customers", customer.row, column),
  };
}

/**
 * What the home screen shows after reading.
 *
 * @param last the newest batch; undefined where there is none
 * @param lost the batch that was lost since; undefined where none was
 */
export function homeOf(now: Look, me: Person, last: BatchHead | undefined, lost?: BatchHead): HomeView {
  const { outcome, book, settings, inForce } = now;
  const owners = new Map<string, number>();
  for (const { customer } of outcome.classified) owners.set(customer.owner, (owners.get(customer.owner) ?? 0) + 1);
  const column = nameColumn(now);
  const sorted = outcome.classified.slice().sort(byUrgency);
  return {
    day: isoOf(book.clock.today),
    tiers: tierCounts(now),
    levels: levelCounts(now),
    owners: [...owners].map(([owner, count]) => ({ owner, count })).sort((a, b) => b.count - a.count),
    rows: firstOfEachOwner(sorted).map((one) => rowView(one, now, column)),
    total: outcome.classified.length,
    ...findingsOf(now),
    notices: [
      ...(lost ? [person().batchLost(momentOf(lost.at, book.clock).replace("T", " "))] : []),
      ...policySentences(inForce.problems, inForce.policy, settings.language, languageOfPerson()),
    ],
    openQuestions: outcome.questions.length,
    question: inForce.rebased ? rebaseQuestion(inForce.rebased) : null,
    schedule: scheduleOf(book.saved.schedule, me, book.clock),
    undo:
      last && last.state === "done" ? { at: momentOf(last.at, book.clock), cells: last.cells, who: last.who } : null,
    who: me.who,
  };

  /** The most urgent of all; an owner with few customers keeps his own most urgent in the list. */
  function firstOfEachOwner(all: readonly Classified[]): Classified[] {
    if (all.length <= ROWS) return all.slice();
    const share = Math.max(1, Math.floor(ROWS / 2 / Math.max(1, owners.size)));
    const taken = new Map<string, number>();
    const kept = new Set<Classified>();
    for (const one of all) {
      const count = taken.get(one.customer.owner) ?? 0;
      if (count >= share || kept.size >= ROWS / 2) continue;
      taken.set(one.customer.owner, count + 1);
      kept.add(one);
    }
    for (const one of all) {
      if (kept.size >= ROWS) break;
      kept.add(one);
    }
    return all.filter((one) => kept.has(one));
  }
}

/** Names of the sheets as they are now, kept for the places that runs show. */
function withNames(now: Settings, names: Readonly<Record<string, string>>): Settings | undefined {
  const same = Object.entries(names).every(([id, name]) => now.names[id] === name);
  return same ? undefined : { ...now, names: { ...now.names, ...names } };
}

/** The home screen, read afresh. A good policy that was typed since is kept; renamed sheets are noted. */
export function home(): HomeView {
  const me = readPerson();
  const book = openBook();
  const now = look(book, book.saved.settings);
  if (now.inForce.changed) keepPolicy(book, now.inForce.policy);
  const names: Record<string, string> = { [String(now.customers.sheetId)]: now.customers.sheet.getName() };
  if (now.orders) names[String(now.orders.sheetId)] = now.orders.sheet.getName();
  const settings = withNames(now.settings, names);
  if (settings) save("settings", settings);
  const undo = findTab(book, "undo");
  const heads = undo ? readHeads(undo) : [];
  const schedule = liveScheduleOf(book.saved.schedule, me, book.clock);
  const shown = homeOf(settings ? { ...now, settings } : now, me, heads[newest(heads)], lostLast(heads));
  return { ...shown, schedule };
}

/** The home screen of a document that is not set up: nothing on it. */
export function emptyHome(): HomeView {
  const me = readPerson();
  const book = openBook();
  return {
    day: isoOf(book.clock.today),
    tiers: [],
    levels: [],
    owners: [],
    rows: [],
    total: 0,
    unread: { total: 0, list: [] },
    noted: { total: 0, list: [] },
    notices: [],
    openQuestions: 0,
    question: null,
    schedule: scheduleOf(book.saved.schedule, me, book.clock),
    undo: null,
    who: me.who,
  };
}
