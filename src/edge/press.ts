import { type Cell, isDateCell } from "../core/cells/cell";
import type { Words } from "../core/columns";
import { dayOfIso } from "../core/day";
import { LEVELS } from "../core/followup/urgency";
import type { RowKey } from "../core/model";
import { type Change, countStems } from "../core/plan";
import { identified } from "../core/tables/keys";
import treatments from "../core/treatments.table";
import { putChanges, targetOf } from "./block";
import { type Book, openBook } from "./book";
import { Plain } from "./define";
import { homeOf } from "./home";
import { lostLast, newest } from "./journal";
import { wordsIn } from "./languages";
import { lockDocument } from "./lock";
import { blankIn, type LogRow, makeLog, pressesIn, pressId, withRow, writeLast } from "./log";
import { type Look, lookAt, readTables } from "./look";
import { writeDay } from "./policy-sheet";
import { type Journal, openJournal } from "./run";
import { type Person, readPerson, type Settings, save } from "./saved";
import { keysOf, type TeamTable } from "./tables";
import { keepToday } from "./today-tab";
import type { HomeView, Press } from "./views";

/** The same press again within this time is a second click, or one whose answer was lost on its way. */
const SAME_PRESS_MS = 60_000;

interface Begun {
  readonly me: Person;
  readonly book: Book;
  readonly settings: Settings;
  readonly heads: Journal["heads"];
}

export function begun(): Begun {
  lockDocument();
  const me = readPerson();
  const book = openBook();
  const { settings } = book.saved;
  if (!settings) throw new Plain("notSetUp");
  // A run that stands between two steps is ended first: it knows nothing of this press, and would write over it.
  return { me, book, settings, heads: openJournal(book).heads };
}

/**
 * Writes what was pressed into our contact log; the customer's row follows at once. It is no batch of the journal: what
 * a row holds follows from the log, so a run puts right what a failure left undone.
 */
export function log(key: string, press: Press): HomeView {
  const { me, book, settings, heads } = begun();
  const { today, now: at } = book.clock;
  const { kind } = press;
  const label = wordsIn(settings.language).presses[kind];
  if (!label) throw new Plain("badPress");
  const next = dayOfIso(press.next);
  if (press.next || kind === "later" ? !(next! > today) : false) throw new Plain("badNext");

  const tables = readTables(book, settings);
  const who = peopleIn(tables.customers).find((one) => one?.key === key);
  // Under a key by number may stand another customer by now.
  if (!who || (who.name || who.id) !== press.company) throw new Plain("rowGone");
  const pressed: LogRow = {
    "contact.day": { day: today },
    "contact.customer": who.id,
    "contact.name": who.name,
    "contact.direction": label,
    "contact.by": me.who,
    "contact.next": next === undefined ? "" : { day: next },
  };
  const standing = tables.log || makeLog(book);
  if (settings.log !== standing.sheetId) save("settings", { ...settings, log: standing.sheetId });
  const last = pressesIn(standing).find((one) => isOf(one.row, who));
  const urgencyIn = ({ outcome }: Look) => outcome.classified.find(({ customer }) => customer.key === key)!.urgency;
  const visit: LogRow = { ...pressed, "contact.channel": wordsIn(settings.language).visit };
  const isLast = (row: LogRow) => digestOf(last!.id) === digestOf(pressId(at, row));
  const again = last && at - last.at < SAME_PRESS_MS && (isLast(pressed) || isLast(visit));
  const lookWith = (row: LogRow) => {
    const log = again ? standing : withRow(standing, pressId(at, row), row);
    const now = lookAt(book, settings, { ...tables, log });
    return { log, now, urgency: urgencyIn(now) };
  };
  const plain = lookWith(pressed);
  const before = lookAt(book, settings, tables, plain.now.inForce.policy);
  // Where his card asked for a visit (R10), no other contact stands for it.
  const stays = kind === "contacted" && plain.urgency.rule === "visit";
  const visited = stays && urgencyIn(before).rule === "visit";
  const { log, now, urgency } = visited ? lookWith(visit) : plain;
  if (kind === "later" ? urgency.rule !== 4 : urgency.days !== 0)
    throw new Plain(kind === "later" ? "cannotWait" : "sameName", who.name || who.id);

  if (!again) writeLast(log);
  const there = followPress(before, now, who);
  if (!again && !there.has(key)) {
    blankIn(log, log.rows.length - 1);
    throw new Plain("rowGone");
  }
  return homeAfter(now, me, heads);
}

/** Takes a press back, if its row still holds what the button wrote. One that is not there any more is taken back already. */
export function unlog(id: string): HomeView {
  const { me, book, settings, heads } = begun();
  const tables = readTables(book, settings);
  const press = tables.log && pressesIn(tables.log).find((one) => one.id === id);
  if (press && !press.untouched) throw new Plain("pressChanged");
  const log = press ? blankIn(tables.log!, press.line) : tables.log;
  const now = lookAt(book, settings, { ...tables, log });
  if (press) {
    const before = lookAt(book, settings, tables, now.inForce.policy);
    followPress(before, now, { id: press.row["contact.customer"], name: press.row["contact.name"] });
  }
  return homeAfter(now, me, heads);
}

const digestOf = (id: string): string => id.slice(id.lastIndexOf("-"));

interface Who {
  readonly id: Cell | undefined;
  readonly name: Cell | undefined;
}

const isOf = (row: LogRow, { id, name }: Who): boolean =>
  row["contact.customer"] === id && row["contact.name"] === name;

const peopleIn = ({ rows, layout }: TeamTable) =>
  identified(rows, layout.headerRow, {
    id: layout.columns.id?.index ?? -1,
    name: layout.columns.name?.index ?? -1,
  });

/**
 * The columns that a press moves, and which values in them are ours: what somebody typed there is his. All others wait
 * for the run, since only a batch stands in History and can be taken back.
 */
const MOVED: Readonly<Record<string, (cell: Cell, words: Words) => boolean>> = {
  level: (cell, words) => Object.keys(LEVELS).some((id) => words.label("urgency", id) === cell),
  due: isDateCell,
  days: (cell) => typeof cell === "number",
  next: (cell, words) => Object.keys(treatments()).some((id) => words.treatment(id) === cell),
};

/** What a press changed, of the customer's own rows and of those that the join takes for his. */
function followPress(before: Look, now: Look, who: Who): ReadonlySet<RowKey | undefined> {
  const keys = new Set<RowKey>();
  for (const one of peopleIn(now.customers)) if (one?.id === who.id && one?.name === who.name) keys.add(one!.key);
  const moving = ({ wanted, image }: Look, key: RowKey) =>
    JSON.stringify(wanted.get(key)!.filter((_, c) => image.columns[c]! in MOVED));
  return follow(
    now,
    ({ key, column, before: cell }) =>
      column in MOVED &&
      (cell === "" || MOVED[column]!(cell, now.words)) &&
      (keys.has(key) || moving(before, key) !== moving(now, key)),
  );
}

/** Writes some of what would change, in rows that are found by key again, and the day. Gives the keys that are there now. */
export function follow(now: Look, isMeant: (change: Change) => boolean): ReadonlySet<RowKey | undefined> {
  const { book, image } = now;
  const counts = Object.fromEntries(countStems(image.keys, image.mark));
  const changes = now.changes.filter(isMeant);
  const { table } = putChanges(book.spreadsheet, targetOf(now), changes, counts, "leave");
  // A fraction that is another with each press makes the formulas follow.
  writeDay(book, book.clock.now);
  return new Set(keysOf(table.rows, table.layout));
}

/** The home screen, and the Today tab with it. */
export function homeAfter(now: Look, me: Person, heads: Journal["heads"]): HomeView {
  const home = homeOf(now, me, heads[newest(heads)], lostLast(heads));
  keepToday(now, home);
  return home;
}
