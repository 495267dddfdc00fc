import { monthEnd, monthOf } from "../core/history/months";
import { type Book, openBook } from "./book";
import { type Clock, clockOf, momentOf } from "./cells";
import { Plain, sentenceFor } from "./define";
import { homeOf } from "./home";
import { lockDocument } from "./lock";
import { look } from "./look";
import { lastMonth } from "./movement";
import { writeDay } from "./policy-sheet";
import { openJournal, runAtOnce, scheduleName } from "./run";
import { type Person, readPerson, readSaved, type Schedule, save, saveOwnTrigger } from "./saved";
import { keepToday } from "./today-tab";
import type { ScheduleView } from "./views";

/** The function that the clock calls. */
export const DAILY = "refreshDaily";

const MS_PER_DAY = 86_400_000;

/** What the sidebar shows of the schedule. */
export function scheduleOf(schedule: Schedule | undefined, me: Person, clock: Clock): ScheduleView {
  if (!schedule) return { on: false, hour: 8, owner: "", mine: false, lastRun: null, lastError: "", nextRun: "" };
  const on = schedule.trigger !== "";
  return {
    on,
    hour: schedule.hour,
    owner: on ? schedule.owner : "",
    mine: on && schedule.trigger === me.trigger,
    lastRun:
      schedule.ranAt === undefined
        ? null
        : { at: momentOf(schedule.ranAt, clock), cells: schedule.cells || 0, moves: schedule.moves || 0 },
    lastError: schedule.error,
    nextRun: on ? momentOf(nextRun(schedule.hour, clock), clock) : "",
  };
}

/**
 * The same, for one call to Google more where the trigger is one's own: people delete triggers by hand, and Google shows
 * nobody those of others.
 */
export function liveScheduleOf(schedule: Schedule | undefined, me: Person, clock: Clock): ScheduleView {
  const view = scheduleOf(schedule, me, clock);
  if (!schedule || !view.mine || ownsRecorded(schedule)) return view;
  const gone = scheduleOf({ ...schedule, trigger: "" }, me, clock);
  return { ...gone, lastError: sentenceFor(new Plain("triggerGone")) };
}

/** The summary of the month before this one; undefined where that was not made yet. */
export const monthShown = (schedule: Schedule | undefined, { today }: Clock): Schedule["month"] =>
  schedule?.month?.month === monthOf(monthEnd(today, 1)) ? schedule.month : undefined;

/** The next time that the hour comes in the spreadsheet's zone. Google picks a minute within that hour. */
function nextRun(hour: number, clock: Clock): number {
  const sinceMidnight = clock.minuteOf(clock.now);
  const minutes = hour * 60 - sinceMidnight;
  const at = clock.now + minutes * 60_000 - (clock.now % 60_000);
  return minutes > 0 ? at : at + MS_PER_DAY;
}

/** @param recorded the trigger that the schedule names, which stays where it is one's own */
function deleteOwnTriggers(recorded = ""): void {
  for (const trigger of ScriptApp.getProjectTriggers()) {
    if (trigger.getHandlerFunction() === DAILY && trigger.getUniqueId() !== recorded) ScriptApp.deleteTrigger(trigger);
  }
}

/**
 * Switches the daily refresh on under the name of the person who asks, at an hour of the spreadsheet's zone. Somebody
 * else's is taken over: nobody but its owner can delete a trigger, so the old one finds at its next run that it is not
 * the recorded one any more, and deletes itself.
 */
export function switchOn(hour: number): ScheduleView {
  if (!Number.isInteger(hour) || hour < 0 || hour > 23) throw new Plain("badHour");
  lockDocument();
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const saved = readSaved();
  if (!saved.settings) throw new Plain("notSetUp");
  const zone = spreadsheet.getSpreadsheetTimeZone();
  const me = readPerson();
  // An add-on may have one clock trigger a person and document: ours go before the new one comes.
  deleteOwnTriggers();
  const trigger = ScriptApp.newTrigger(DAILY).timeBased().everyDays(1).atHour(hour).inTimezone(zone).create();
  const id = trigger.getUniqueId();
  const schedule: Schedule = { ...saved.schedule, hour, owner: me.who, trigger: id, error: "" };
  save("schedule", schedule);
  saveOwnTrigger(id);
  return scheduleOf(schedule, { ...me, trigger: id }, clockOf(zone, Date.now()));
}

/** Switches the daily refresh off, whoever owns it: the trigger of somebody else ends itself at its next run. */
export function switchOff(): ScheduleView {
  lockDocument();
  const saved = readSaved();
  const me = readPerson();
  deleteOwnTriggers();
  const zone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  const clock = clockOf(zone, Date.now());
  if (!saved.schedule) return scheduleOf(undefined, me, clock);
  const schedule: Schedule = { ...saved.schedule, trigger: "", error: "" };
  save("schedule", schedule);
  return scheduleOf(schedule, me, clock);
}

interface ClockEvent {
  readonly triggerUid?: unknown;
}

/** What one run leaves behind: nothing of it says whose the schedule is, or when it runs. */
type Result = Pick<Schedule, "ranAt" | "error"> & Partial<Pick<Schedule, "cells" | "moves" | "fingerprint" | "month">>;

/**
 * The daily refresh: a preview and its writing with nobody there. Google tells nobody when it fails, so what came of it
 * is kept for the sidebar. A trigger that is not the recorded one is somebody's old one: it does nothing and goes.
 */
export function refreshDaily(event?: ClockEvent): void {
  const { schedule } = readSaved();
  const uid = event?.triggerUid;
  const isRecorded =
    schedule !== undefined &&
    schedule.trigger !== "" &&
    (uid === undefined ? ownsRecorded(schedule) : String(uid) === schedule.trigger);
  if (!schedule || !isRecorded) {
    deleteOwnTriggers(schedule?.trigger);
    return;
  }
  let result: Result | undefined;
  try {
    lockDocument();
    const book = openBook();
    // While this run waited for the lock, somebody may have taken over or switched off.
    if (book.saved.schedule?.trigger === schedule.trigger) result = refresh(book, book.saved.schedule);
  } catch (thrown) {
    result = { ranAt: Date.now(), error: sentenceFor(thrown) };
  }
  const now = readSaved().schedule;
  if (now?.trigger !== schedule.trigger) deleteOwnTriggers(now?.trigger);
  else if (result) save("schedule", { ...now, ...result });
}

/** Google's event names the trigger; where it does not, the runner's own triggers tell. */
const ownsRecorded = (schedule: Schedule): boolean =>
  ScriptApp.getProjectTriggers().some((trigger) => trigger.getUniqueId() === schedule.trigger);

function refresh(book: Book, schedule: Schedule): Result {
  const me: Person = { who: scheduleName(book), owner: null, trigger: "" };
  // A batch that was never ended is ended first; reading comes after it.
  const journal = openJournal(book);
  const now = look(book, book.saved.settings);
  // Made at the first run of a month, or at the next one where that was missed.
  const month = monthShown(schedule, book.clock) || lastMonth(book);
  const went = { ranAt: book.clock.now, error: "", fingerprint: now.outcome.fingerprint, month };
  if (schedule.fingerprint === now.outcome.fingerprint && now.changes.length === 0) {
    keepToday(now, homeOf(now, me, undefined));
    return { ...went, cells: 0, moves: 0 };
  }
  const batch = runAtOnce(now, journal, me.who, me);
  writeDay(book, readSaved().policy?.save || 0);
  return { ...went, cells: batch?.cells || 0, moves: batch?.moves || 0 };
}
