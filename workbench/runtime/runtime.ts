import { cacheService } from "./cache";
import type { Calls, Faults } from "./calls";
import { chartsService } from "./charts-service";
import { htmlService } from "./html";
import { lockService } from "./lock";
import { type ClockTrigger, type Host, Machine, type State } from "./machine";
import { propertiesService } from "./properties";
import { scriptApp } from "./script";
import { session } from "./session";
import { spreadsheetApp } from "./spreadsheet";
import type { Store } from "./store";
import { logger, scriptConsole, utilities } from "./utilities";

/** What outlives a session of the workbench: properties, triggers and the numbers of sheets and charts, as plain JSON. */
export interface SavedState {
  readonly documentProperties: Readonly<Record<string, string>>;
  readonly scriptProperties: Readonly<Record<string, string>>;
  readonly userProperties: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly triggers: readonly ClockTrigger[];
  /** Of the sheets from left to right; absent in files of an earlier version. */
  readonly sheetNumbers?: readonly number[];
  /** Of the charts of each of these sheets in their order; absent in files of an earlier version. */
  readonly chartNumbers?: readonly (readonly number[])[];
}

/** A document with Apps Script around it. Several people may share it; one of them acts at a time. */
export interface Runtime {
  /** The globals of Apps Script by name: SpreadsheetApp, PropertiesService … console. */
  readonly services: Readonly<Record<string, unknown>>;
  readonly store: Store;
  /** Calls that scripts made; those of functions in cells are in `functionCalls`. */
  readonly calls: Calls;
  readonly functionCalls: Calls;
  readonly faults: Faults;
  /** Lines of Logger and console. */
  readonly logged: readonly string[];
  /** Who acts. */
  readonly user: string;
  /** From now on `user` acts: properties, triggers and locks of a person are this one's. */
  as(user: string): Runtime;
  /** Triggers of everybody, as no script can see them. */
  readonly triggers: readonly ClockTrigger[];
  save(): SavedState;
  /** For the loader of the add-on; nothing else needs it. */
  readonly machine: Machine;
}

/** Puts the Apps Script services over a store. `saved` is what an earlier session gave back. */
export function createRuntime(store: Store, host: Host, saved?: SavedState): Runtime {
  const machine = new Machine(store, host, restore(store, saved));
  const services = {
    SpreadsheetApp: spreadsheetApp(machine),
    Charts: chartsService(machine),
    PropertiesService: propertiesService(machine),
    CacheService: cacheService(machine),
    LockService: lockService(machine),
    ScriptApp: scriptApp(machine),
    HtmlService: htmlService(machine),
    Session: session(machine),
    Utilities: utilities(machine),
    Logger: logger(machine),
    console: scriptConsole(machine),
  };
  const runtime: Runtime = {
    services,
    store,
    calls: machine.calls,
    functionCalls: machine.functionCalls,
    faults: machine.calls,
    logged: machine.logged,
    machine,
    get user() {
      return machine.user;
    },
    get triggers() {
      return machine.state.triggers;
    },
    as(user) {
      machine.user = user;
      return runtime;
    },
    save: () => saveState(machine),
  };
  return runtime;
}

function restore(store: Store, saved: SavedState | undefined): State {
  const users = Object.entries(saved?.userProperties ?? {});
  const sheets = store.sheets().slice(0, saved?.sheetNumbers?.length ?? 0);
  const charts = sheets.flatMap((sheet, i) => {
    const numbers = saved?.chartNumbers?.[i] ?? [];
    return store.charts(sheet).flatMap(({ id }, j) => (numbers[j] === undefined ? [] : [[id, numbers[j]] as const]));
  });
  const triggers = (saved?.triggers ?? []).map((t) => ({ ...t }));
  return {
    documentProperties: new Map(Object.entries(saved?.documentProperties ?? {})),
    scriptProperties: new Map(Object.entries(saved?.scriptProperties ?? {})),
    userProperties: new Map(users.map(([user, map]) => [user, new Map(Object.entries(map))])),
    caches: new Map(),
    locks: new Map(),
    sheetNumbers: new Map(sheets.map((sheet, i) => [sheet, saved!.sheetNumbers![i]!])),
    chartNumbers: new Map(charts),
    triggers,
    lastTrigger: triggers.reduce((last, t) => Math.max(last, Number(t.id)), 0),
  };
}

function saveState(machine: Machine): SavedState {
  const { state, store } = machine;
  const users = [...state.userProperties].map(([user, map]) => [user, Object.fromEntries(map)] as const);
  return {
    documentProperties: Object.fromEntries(state.documentProperties),
    scriptProperties: Object.fromEntries(state.scriptProperties),
    userProperties: Object.fromEntries(users),
    triggers: state.triggers.map((t) => ({ ...t })),
    sheetNumbers: store.sheets().map((sheet) => machine.sheetNumber(sheet)),
    chartNumbers: store.sheets().map((sheet) => store.charts(sheet).map(({ id }) => machine.chartNumber(id))),
  };
}
