import { beforeAll, describe, expect, test } from "vitest";
import { builtAddon, type Office, office, reclassify, setUp, TODAY, team } from "./office";

beforeAll(builtAddon);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Lets the clock go on, running what is due on the way. */
function pass(it: Office, ms: number) {
  const until = it.clock + ms;
  const runs = it.addon.fireTriggers(until, (at) => {
    it.clock = at;
  });
  it.clock = until;
  return runs;
}

async function scheduled(): Promise<Office> {
  const it = await office(team());
  it.call.setWho("Amy");
  setUp(it);
  it.call.switchOn(8);
  return it;
}

test("the daily refresh writes day, level and tier at the hour that was chosen, and says when it ran and runs next", async () => {
  const it = await scheduled();
  expect(it.call.home().schedule).toMatchObject({
    on: true,
    hour: 8,
    owner: "Amy",
    mine: true,
    nextRun: "2026-11-23T08:00",
  });
  const runs = pass(it, DAY);
  expect(runs.map(({ handler, owner, error }) => [handler, owner, error])).toEqual([
    ["refreshDaily", "amy", undefined],
  ]);
  expect(it.values("Customers")[1]!.slice(5, 8)).toEqual(["On track", TODAY + 27, 4]);
  const { schedule } = it.call.home();
  expect(schedule.lastRun).toEqual({ at: "2026-11-23T08:00", cells: expect.any(Number), moves: 0 });
  expect(schedule.lastRun!.cells).toBeGreaterThan(0);
  expect(schedule.lastError).toBe("");
  expect(schedule.nextRun).toBe("2026-11-24T08:00");
});

test("TIERBOOK_DAY follows the daily refresh and each save of the policy", async () => {
  const it = await scheduled();
  const day = () => {
    const { sheet, zone } = it.store.name("TIERBOOK_DAY")!;
    return it.store.values(sheet, zone)[0]![0] as number;
  };
  expect(Math.floor(day())).toBe(TODAY);
  pass(it, DAY);
  const next = day();
  expect(Math.floor(next)).toBe(TODAY + 1);
  it.put("Policy", rowOf(it, "value.C.min"), 1, 50_000);
  it.call.home();
  expect(Math.floor(day())).toBe(TODAY + 1);
  expect(day()).not.toBe(next);
});

const rowOf = (it: Office, key: string): number => it.values("Policy").findIndex((row) => row[4] === key);

test("a second refresh on the same day ends without writing in the sheets", async () => {
  const it = await scheduled();
  pass(it, DAY);
  it.runtime.calls.reset();
  it.addon.run("refreshDaily");
  expect(it.runtime.calls.log.filter((name) => name.startsWith("Range.set"))).toEqual([]);
});

test("a second person takes the schedule over: one runs, and the first one's trigger goes at its next turn", async () => {
  const it = await scheduled();
  it.runtime.as("ben");
  expect(it.call.home().schedule).toMatchObject({ on: true, owner: "Amy", mine: false });
  it.call.setWho("Ben");
  expect(it.call.switchOn(7)).toMatchObject({ on: true, hour: 7, owner: "Ben", mine: true });
  expect(it.runtime.triggers.map(({ owner }) => owner).sort()).toEqual(["amy", "ben"]);
  pass(it, DAY);
  expect(it.runtime.triggers.map(({ owner }) => owner)).toEqual(["ben"]);
  expect(it.call.home().schedule.lastRun?.at).toBe("2026-11-23T07:00");
  it.runtime.as("amy");
  expect(it.call.home().schedule).toMatchObject({ on: true, owner: "Ben", mine: false });
});

test("switching on twice leaves one trigger, switching off leaves none", async () => {
  const it = await scheduled();
  it.call.switchOn(9);
  expect(it.runtime.triggers).toHaveLength(1);
  expect(it.call.switchOff()).toMatchObject({ on: false, owner: "" });
  expect(it.runtime.triggers).toEqual([]);
});

test.each([-1, 24, 7.5])("hour %s is refused with a sentence", async (hour) => {
  const it = await scheduled();
  expect(() => it.call.switchOn(hour)).toThrow("The hour must be a whole number from 0 to 23.");
});

test("a refresh that fails keeps the reason for the sidebar, and the next one ends its work", async () => {
  const it = await scheduled();
  it.runtime.faults.at(20, "fail");
  pass(it, DAY);
  expect(it.call.home().schedule.lastError).toMatch(/^Google could not do this just now/);
  pass(it, DAY);
  expect(it.call.home().schedule.lastError).toBe("");
  expect(it.values("Customers")[1]![7]).toBe(5);
});

test("an unread customer sheet is named when the refresh comes", async () => {
  const it = await scheduled();
  it.store.deleteSheet(it.sheetId("Orders"));
  pass(it, DAY);
  it.call.start(null);
  const saved = JSON.stringify(it.runtime.save().documentProperties);
  expect(saved).toContain("The order sheet Orders is not there any more");
  expect(() => reclassify(it)).toThrow("The order sheet Orders is not there any more");
});

/** Lets the daily run of Amy begin, and somebody act while it waits for the lock. */
async function whileWaiting(act: (it: Office) => void): Promise<Office> {
  const it = await scheduled();
  it.clock += DAY;
  it.runtime.calls.reset();
  it.addon.run("refreshDaily");
  const atLock = it.runtime.calls.log.findIndex((name) => name.includes("tryLock")) + 1;
  expect(atLock).toBeGreaterThan(1);
  it.clock += DAY;
  it.runtime.faults.at(atLock, () => act(it));
  it.addon.run("refreshDaily");
  expect(it.runtime.faults.waiting).toBe(0);
  it.runtime.as("amy");
  return it;
}

const asBen = (act: (it: Office) => void) => (it: Office) => {
  it.runtime.as("ben");
  it.call.setWho("Ben");
  act(it);
  it.runtime.as("amy");
};

test("somebody who takes over while the daily run waits keeps the schedule, and the old trigger goes", async () => {
  const it = await whileWaiting(asBen(({ call }) => call.switchOn(7)));
  expect(it.call.home().schedule).toMatchObject({ on: true, hour: 7, owner: "Ben", mine: false });
  expect(it.runtime.triggers.map(({ owner }) => owner)).toEqual(["ben"]);
  pass(it, DAY);
  expect(it.call.home().schedule.lastRun?.at).toBe("2026-11-25T07:00");
});

test("somebody who switches off while the daily run waits leaves it off", async () => {
  const it = await whileWaiting(asBen(({ call }) => call.switchOff()));
  expect(it.call.home().schedule).toMatchObject({ on: false, owner: "" });
  expect(it.runtime.triggers).toEqual([]);
});

test("the owner who chooses another hour while the daily run waits keeps the new trigger", async () => {
  const it = await whileWaiting(({ call }) => call.switchOn(10));
  expect(it.call.home().schedule).toMatchObject({ on: true, hour: 10, owner: "Amy", mine: true });
  expect(it.runtime.triggers).toHaveLength(1);
});

test("a refresh that fails after a take-over says nothing about the schedule of the new owner", async () => {
  const it = await whileWaiting(
    asBen(({ call, runtime }) => {
      call.switchOn(7);
      runtime.faults.at(1, "fail");
    }),
  );
  expect(it.call.home().schedule).toMatchObject({ on: true, hour: 7, owner: "Ben", mine: false, lastError: "" });
});

test("a trigger that its owner deleted by hand is said to be gone, and can be switched on again", async () => {
  const it = await scheduled();
  it.runtime.machine.state.triggers.length = 0;
  it.runtime.calls.reset();
  expect(it.call.home().schedule).toMatchObject({
    on: false,
    nextRun: "",
    lastError: "The trigger of the daily refresh was deleted outside Tierbook. Switch it on again.",
  });
  expect(it.runtime.calls.log.filter((name) => name.includes("getProjectTriggers"))).toHaveLength(1);
  expect(it.call.switchOn(8)).toMatchObject({ on: true, mine: true, lastError: "" });
  expect(it.call.home().schedule).toMatchObject({ on: true, mine: true, lastError: "" });
});

test("a run asks nothing about triggers", async () => {
  const it = await scheduled();
  it.runtime.calls.reset();
  reclassify(it);
  expect(it.runtime.calls.log.filter((name) => name.includes("Triggers"))).toEqual([]);
});

describe("the moves of the last month", () => {
  const type = (it: Office, key: string, value: number) => it.put("Policy", rowOf(it, key), 1, value);

  test("are on the home screen from the first daily run of the next month on", async () => {
    const it = await scheduled();
    type(it, "value.B.min", 400_000);
    reclassify(it);
    pass(it, 8 * DAY);
    expect(it.call.home()).toMatchObject({ day: "2026-11-30", month: null });
    pass(it, DAY);
    const byCause = { data: 0, policy: 1, time: 0, hand: 0, undo: 0 };
    expect(it.call.home()).toMatchObject({ day: "2026-12-01", month: { month: "2026-11", up: 0, down: 1, byCause } });
    pass(it, 30 * DAY);
    expect(it.call.home()).toMatchObject({ day: "2026-12-31", month: { month: "2026-11", down: 1 } });
    pass(it, DAY);
    expect(it.call.home()).toMatchObject({ day: "2027-01-01", month: { month: "2026-12" } });
  });

  test("are read from the history once a month", async () => {
    const it = await scheduled();
    pass(it, 9 * DAY);
    it.runtime.calls.reset();
    pass(it, DAY);
    expect(it.runtime.calls.log.filter((name) => /getValues History|getDataRange History/.test(name))).toEqual([]);
  });

  test("come at the next run where the first day of the month was missed, and not where the whole month was before us", async () => {
    const it = await scheduled();
    pass(it, 8 * DAY);
    it.clock += 5 * DAY;
    expect(it.call.home()).toMatchObject({ day: "2026-12-05", month: null });
    pass(it, DAY);
    expect(it.call.home()).toMatchObject({ day: "2026-12-06", month: { month: "2026-11", up: 0, down: 0 } });
    const young = await scheduled();
    pass(young, DAY);
    expect(young.call.home().month).toBeNull();
  });
});
