import { AXES } from "../core/axes";
import { isoOf } from "../core/day";
import { LEVELS } from "../core/followup/urgency";
import type { Classified, Level } from "../core/model";
import { ownerKey, todayOf } from "../core/today";
import { say } from "../texts/say";
import { openBook } from "./book";
import { momentOf } from "./cells";
import { findingsOf } from "./findings";
import { type BatchHead, lostLast, newest, readHeads } from "./journal";
import { languageOfPerson, person } from "./languages";
import { newestOf } from "./log";
import { type Look, look, nameColumn, placeOf } from "./look";
import { overridesOf } from "./override-views";
import { changedSince } from "./policy-changes";
import { keepPolicy, policySentences } from "./policy-sheet";
import { rebaseQuestion } from "./rebase";
import { type Person, readPerson, type Settings, save } from "./saved";
import { liveScheduleOf, monthShown, scheduleOf } from "./schedule";
import { findTab } from "./tabs";
import type { CustomerRow, HomeView } from "./views";

/** The sidebar draws no more of the long silent than this. */
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
  for (const one of now.outcome.classified) counts.set(idOf(one), (counts.get(idOf(one)) || 0) + 1);
  return ids.map((id) => ({ id, label: now.words.label(axis, id), count: counts.get(id) || 0 }));
}

/** How many customers each tier has, from A down; the last is "unrated". */
export const tierCounts = (now: Look): Count[] => countsOf(TIER_IDS, (one) => one.classes.value.id, now, "value");

/** How many customers each level of follow-up has, the most urgent first. */
export const levelCounts = (now: Look): Count[] => countsOf(LEVEL_IDS, (one) => one.urgency.level, now, "urgency");

function rowView(one: Classified, group: CustomerRow["group"], now: Look, column: number): CustomerRow {
  const { customer, urgency, classes, treatments } = one;
  const { due, level } = urgency;
  const { words } = now;
  return {
    key: customer.key,
    company: customer.name || customer.id,
    owner: customer.owner,
    level,
    levelLabel: words.label("urgency", level),
    group,
    next: treatments[0] === undefined ? "" : words.treatment(treatments[0]),
    over: due === undefined ? null : now.book.clock.today - due,
    tier: classes.value.id,
    tierLabel: words.label("value", classes.value.id),
    why: words.because(urgency.because),
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
  const column = nameColumn(now);
  const { list, wake, owners } = todayOf(outcome.classified, inForce.policy, book.clock.today);
  const language = languageOfPerson();
  // One person under one spelling, or the sidebar would miss rows of his.
  const spelled = new Map(owners.map(({ owner }) => [ownerKey(owner), owner]));
  const rowOf = (one: Classified, group: CustomerRow["group"]): CustomerRow => ({
    ...rowView(one, group, now, column),
    owner: spelled.get(ownerKey(one.customer.owner))!,
  });
  return {
    day: isoOf(book.clock.today),
    tiers: tierCounts(now),
    levels: levelCounts(now),
    owners: owners.map(({ customers: count, ...owner }) => ({ ...owner, count })),
    me: me.owner,
    today: list.map(({ one, group }) => rowOf(one, group)),
    limit: inForce.policy["today.max"],
    wake: wake.slice(0, ROWS).map((one) => rowOf(one, "")),
    logged: newestOf(now.log, me.who, book.clock.today, outcome.classified),
    axes: AXES.filter(({ id }) => id !== "value").map(({ id, label }) => ({
      id,
      label: label[language],
      shown: settings.shown.includes(id),
    })),
    overrides: overridesOf(now),
    ...findingsOf(now),
    notices: [
      ...(lost ? [say(person().batchLost, { 0: momentOf(lost.at, book.clock).replace("T", " ") })] : []),
      ...policySentences(inForce.problems, inForce.policy, settings.language, language),
    ],
    openQuestions: outcome.questions.length,
    question: inForce.rebased ? rebaseQuestion(inForce.rebased) : null,
    schedule: scheduleOf(book.saved.schedule, me, book.clock),
    month: monthShown(book.saved.schedule, book.clock) || null,
    undo:
      last && last.state === "done" ? { at: momentOf(last.at, book.clock), cells: last.cells, who: last.who } : null,
    who: me.who,
  };
}

/** Names of the sheets as they are now, kept for the places that runs show. */
function withNames(now: Settings, names: Readonly<Record<string, string>>): Settings | undefined {
  const same = Object.entries(names).every(([id, name]) => now.names[id] === name);
  return same ? undefined : { ...now, names: { ...now.names, ...names } };
}

/** The home screen, read afresh. A good policy that was typed since is kept; renamed sheets are noted. */
export function home(): HomeView {
  const book = openBook();
  return homeFrom(look(book, book.saved.settings));
}

/** The home screen of what was just read. */
export function homeFrom(now: Look): HomeView {
  const me = readPerson();
  const { book } = now;
  if (now.inForce.changed) keepPolicy(book, now.inForce.policy);
  const names: Record<string, string> = {};
  for (const table of [now.customers, now.orders, now.contacts])
    if (table) names[String(table.sheetId)] = table.sheet.getName();
  const settings = withNames(now.settings, names);
  if (settings) save("settings", settings);
  const undo = findTab(book, "undo");
  const heads = undo ? readHeads(undo) : [];
  const schedule = liveScheduleOf(book.saved.schedule, me, book.clock);
  const shown = homeOf(settings ? { ...now, settings } : now, me, heads[newest(heads)], lostLast(heads));
  const changed = changedSince(now);
  const notices = changed > 0 ? [...shown.notices, say(person().policyChanged, { 0: changed })] : shown.notices;
  return { ...shown, schedule, notices };
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
    me: null,
    today: [],
    limit: 0,
    wake: [],
    logged: null,
    axes: [],
    overrides: { total: 0, list: [] },
    unread: { total: 0, list: [] },
    noted: { total: 0, list: [] },
    notices: [],
    openQuestions: 0,
    question: null,
    schedule: scheduleOf(book.saved.schedule, me, book.clock),
    month: monthShown(book.saved.schedule, book.clock) || null,
    undo: null,
    who: me.who,
    faulty: [],
  };
}
