import { beforeAll, describe, expect, test } from "vitest";
import type { RunView } from "../../src/edge/views";
import {
  builtAddon,
  callsOf,
  contact,
  draftOf,
  finish,
  HEADERS,
  type Office,
  office,
  reclassify,
  setUp,
  TODAY,
  team,
} from "./office";

beforeAll(builtAddon);

/** A set-up team whose next run has something to write in the sheet, on the Classes tab, in the history and the colours. */
async function ready(): Promise<Office> {
  const it = await office(team(), { sharesLoaded: true });
  setUp(it);
  it.put("Customers", 1, 3, { day: TODAY - 60 });
  it.put("Customers", 3, 1, "Brazil");
  it.put("Customers", 4, 2, "Amy");
  // Our contact log is there and holds a row.
  contact(it);
  it.put("Customers", 2, 3, { day: TODAY - 50 });
  return it;
}

/** What the team's sheets and ours hold, the journal apart. */
const standing = (it: Office) => ["Customers", "Classes"].map((name) => it.values(name));

/** The list for phones: no part of a batch or of an undo, since it follows from the team's cells alone. */
const today = (it: Office) => it.values("Today");

/** One whole run; gives up where it throws. */
function attempt(it: Office): void {
  try {
    reclassify(it);
  } catch {
    // The next run is what is looked at.
  }
}

describe.each(["fail", "stop"] as const)("Google's services %s", (kind) => {
  test("at any call of a run: each block is whole, the next run ends it, undo works", async () => {
    const it = await ready();
    const calls = callsOf(it, () => reclassify(it)).length;
    const again = it.keep();
    const [before, listed] = [standing(it), today(it)];
    reclassify(it);
    const [after, list] = [standing(it), today(it)];
    expect(list).not.toEqual(listed);
    const history = it.values("History").map((row) => row.slice(2));
    // One more than for other teams: a name that looks like a formula has its line's format set again.
    expect(calls).toBeLessThanOrEqual(31);
    for (let at = 1; at <= calls; at++) {
      again();
      it.runtime.faults.at(at, kind);
      attempt(it);
      expect(it.runtime.faults.waiting, `call ${at}`).toBe(0);
      standing(it).forEach((sheet, i) => {
        expect([before[i], after[i]], `call ${at}, half-written`).toContainEqual(sheet);
      });
      expect([listed, list], `call ${at}, today`).toContainEqual(today(it));
      it.clock += 60_000;
      reclassify(it);
      expect(standing(it), `call ${at}, next run`).toEqual(after);
      expect(today(it), `call ${at}, today after the next run`).toEqual(list);
      expect(
        it.values("History").map((row) => row.slice(2)),
        `call ${at}, history`,
      ).toEqual(history);
      expect(it.call.undo().left, `call ${at}, undo`).toEqual({ total: 0, list: [] });
      expect(standing(it), `call ${at}, undone`).toEqual(before);
      expect(today(it), `call ${at}, today after undo`).toEqual(list);
    }
  }, 600_000);

  test("at any call of an undo: undo asked for again gives everything back", async () => {
    const it = await ready();
    const before = standing(it);
    reclassify(it);
    const after = standing(it);
    const calls = callsOf(it, () => it.call.undo()).length;
    const again = it.keep();
    it.call.undo();
    const history = it.values("History").map((row) => row.slice(2));
    for (let at = 1; at <= calls; at++) {
      again();
      it.runtime.faults.at(at, kind);
      expect(() => it.call.undo(), `call ${at}`).toThrow();
      standing(it).forEach((sheet, i) => {
        expect([before[i], after[i]], `call ${at}, half-undone`).toContainEqual(sheet);
      });
      expect(it.call.undo().left, `call ${at}, left`).toEqual({ total: 0, list: [] });
      expect(standing(it), `call ${at}`).toEqual(before);
      expect(
        it.values("History").map((row) => row.slice(2)),
        `call ${at}, history`,
      ).toEqual(history);
    }
  }, 600_000);
});

test("a step that failed is asked for again by the person, and the run goes on", async () => {
  const it = await ready();
  const preview = it.call.preview(null);
  let view: RunView = it.call.begin(preview.fingerprint, null);
  for (let n = 0; view.kind === "next" && n < 10; n++) {
    it.runtime.faults.at(3, "fail");
    const batch: string = view.batch;
    expect(() => it.call.advance(batch)).toThrow(/Google could not do this/);
    view = it.call.advance(batch);
  }
  finish(it, view);
  expect(it.values("Customers")[2]![5]).toBe("Overdue");
  expect(it.call.preview(null).cells).toBe(0);
});

test("at any call of the set-up: set up again, and nothing is there twice", async () => {
  const it = await office(team(), { sharesLoaded: true });
  const again = it.keep();
  const draft = draftOf(it);
  const preview = it.call.preview(draft);
  const log = callsOf(it, () => it.call.begin(preview.fingerprint, draft));
  it.call.begin(preview.fingerprint, draft);
  const sheets = it.tabs();
  const policy = it.values("Policy");
  expect(log.length).toBeGreaterThan(30);
  for (let at = 1; at <= log.length; at++) {
    again();
    it.runtime.faults.at(at, "stop");
    expect(() => it.call.begin(preview.fingerprint, draft), log[at - 1]).toThrow();
    setUp(it);
    expect(it.tabs(), log[at - 1]).toEqual(sheets);
    expect(it.values("Customers")[0]!.slice(5), log[at - 1]).toEqual(HEADERS);
    expect(it.values("Policy"), log[at - 1]).toEqual(policy);
    expect(
      it.store.pins().filter(({ key }) => key === "tierbook.column"),
      log[at - 1],
    ).toHaveLength(6);
  }
}, 600_000);
