import { beforeAll, describe, expect, test } from "vitest";
import type { RunView } from "../../src/edge/views";
import { builtAddon, finish, type Office, office, reclassify, setUp, TODAY, team } from "./office";

beforeAll(builtAddon);

/** A set-up team whose next run has something to write in the sheet, on the Classes tab, in the history and the colours. */
async function ready(): Promise<Office> {
  const it = await office(team());
  setUp(it);
  it.put("Customers", 1, 3, { day: TODAY - 60 });
  it.put("Customers", 3, 1, "Brazil");
  it.put("Customers", 4, 2, "Amy");
  // Our contact log is there and holds a row.
  const { key, company } = it.call.home().today[0]!;
  it.call.log(key, { kind: "contacted", next: "", company });
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

async function callsOf(work: (it: Office) => void): Promise<number> {
  const it = await ready();
  it.runtime.calls.reset();
  work(it);
  return it.runtime.calls.count;
}

describe.each(["fail", "stop"] as const)("Google's services %s", (kind) => {
  test("at any call of a run: each block is whole, the next run ends it, undo works", async () => {
    const reference = await ready();
    const before = standing(reference);
    reclassify(reference);
    const after = standing(reference);
    const [listed, list] = [today(await ready()), today(reference)];
    expect(list).not.toEqual(listed);
    const history = reference.values("History").map((row) => row.slice(2));
    const calls = await callsOf((it) => reclassify(it));
    // One more than for other teams: a name that looks like a formula has its line's format set again.
    expect(calls).toBeLessThanOrEqual(31);
    for (let at = 1; at <= calls; at++) {
      const it = await ready();
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
    const start = await ready();
    const before = standing(start);
    const calls = await (async () => {
      reclassify(start);
      start.runtime.calls.reset();
      start.call.undo();
      return start.runtime.calls.count;
    })();
    const history = start.values("History").map((row) => row.slice(2));
    for (let at = 1; at <= calls; at++) {
      const it = await ready();
      reclassify(it);
      const after = standing(it);
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
  const whole = await office(team());
  const draft = whole.call.start(null).draft!;
  const preview = whole.call.preview(draft);
  whole.runtime.calls.reset();
  whole.call.begin(preview.fingerprint, draft);
  const calls = whole.runtime.calls.count;
  const log = [...whole.runtime.calls.log];
  const sheets = whole.store.sheets().map((id) => whole.store.sheetName(id));
  const policy = whole.values("Policy");
  // Of calls of one kind in a row (a pin a column, a format a row) the first and the last are tried.
  const kindOf = (n: number) => (log[n - 1] ?? "").split(" ")[0];
  const tried = Array.from({ length: calls }, (_, i) => i + 1).filter(
    (n) => kindOf(n) !== kindOf(n - 1) || kindOf(n) !== kindOf(n + 1),
  );
  expect(tried.length).toBeGreaterThan(30);
  for (const at of tried) {
    const it = await office(team());
    it.runtime.faults.at(at, "stop");
    expect(() => it.call.begin(preview.fingerprint, draft), log[at - 1]).toThrow();
    setUp(it);
    expect(
      it.store.sheets().map((id) => it.store.sheetName(id)),
      log[at - 1],
    ).toEqual(sheets);
    expect(it.values("Customers")[0]!.slice(5), log[at - 1]).toEqual([
      "Follow-up",
      "Due",
      "Days since contact",
      "Next step",
      "Tier",
      "Why",
    ]);
    expect(it.values("Policy"), log[at - 1]).toEqual(policy);
    expect(
      it.store.pins().filter(({ key }) => key === "tierbook.column"),
      log[at - 1],
    ).toHaveLength(6);
  }
}, 600_000);
