import type { AuthMode } from "./authorization";
import { type CustomFunction, customFunctions } from "./custom-functions";
import { instantToSerial, serialToInstant } from "./dates";
import { type Execution, ScriptStopped } from "./machine";
import type { Runtime } from "./runtime";
import { AuthMode as authModes, nextRun } from "./script";
import { isDate, isService } from "./service";
import type { CellArgument, CellResult, Value } from "./store";

/** The part of appsscript.json that matters when the script runs. */
export interface Manifest {
  readonly oauthScopes?: readonly string[];
  readonly timeZone?: string;
}

export interface AddonFiles {
  /** Code.js. */
  readonly code: string;
  readonly manifest: Manifest;
}

/**
 * Makes a fresh JavaScript realm with these globals and nothing of a browser or of Node (see `missingGlobals`), sets its
 * clock (see `clockSource`), runs the code in it and gives its global object.
 */
export type MakeRealm = (code: string, globals: Readonly<Record<string, unknown>>, now: () => number) => Realm;
export type Realm = Readonly<Record<string, unknown>>;

/** What browsers and Node have and Apps Script has not. */
export const missingGlobals: readonly string[] = [
  ...["setTimeout", "setInterval", "setImmediate", "clearTimeout", "clearInterval", "clearImmediate", "queueMicrotask"],
  ...[
    "URL",
    "URLSearchParams",
    "TextEncoder",
    "TextDecoder",
    "fetch",
    "FormData",
    "File",
    "Blob",
    "Headers",
    "Request",
  ],
  ...["Response", "AbortController", "Event", "EventTarget", "DOMException", "ReadableStream", "WritableStream"],
  ...["CompressionStream", "structuredClone", "atob", "btoa", "crypto", "performance", "process", "navigator"],
  ...["XMLHttpRequest", "WebSocket", "localStorage", "sessionStorage", "indexedDB", "document", "location", "history"],
];

/**
 * Body of a function of `now`, to be run in a new realm: from then on `new Date()`, `Date()` and `Date.now()` show the
 * host's clock there. Given dates are what they were.
 */
export const clockSource = `
  const RealDate = Date;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [now()] : given, made),
    apply: () => new RealDate(now()).toString(),
    get: (target, name, self) => (name === "now" ? () => Math.floor(now()) : Reflect.get(target, name, self)),
  });
  RealDate.prototype.constructor = globalThis.Date;
`;

/** The add-on's script, loaded over a document, with the ways in which Google starts it. */
export interface Addon {
  /** Names and help of the functions for cells. */
  readonly functions: readonly CustomFunction[];
  /** A click in the menu. Throws what the script throws, and ScriptStopped when it was ended from outside. */
  run(name: string, ...args: readonly unknown[]): unknown;
  /** The document is opened by somebody for whom the add-on is enabled: onOpen in LIMITED. */
  open(): void;
  /** The same where the add-on is installed but was never enabled in this document: NONE. */
  openUnauthorised(): void;
  /** google.script.run of the sidebar: plain JSON both ways; no result is null. */
  rpc(name: string, ...args: readonly unknown[]): unknown;
  /** Runs the clock triggers due up to that instant, in order, each as its owner. The host's clock is the caller's to set. */
  fireTriggers(untilMs: number, at?: (ms: number) => void): readonly TriggerRun[];
  /** Loads the functions for cells anew: after the host's clock or the document's properties changed without a script. */
  forget(): void;
}

export interface TriggerRun {
  readonly handler: string;
  readonly owner: string;
  readonly at: number;
  /** What was thrown; Google tells nobody. */
  readonly error?: unknown;
}

const SCRIPT_LIMIT_MS = 360_000;
const SHORT_LIMIT_MS = 30_000;

/** Loads the script and makes its functions callable in cells. Each run of the script gets a realm of its own, as at Google. */
export function loadAddon(runtime: Runtime, files: AddonFiles, makeRealm: MakeRealm): Addon {
  const { machine } = runtime;
  const functions = customFunctions(files.code);
  let cellRealm: Realm | undefined;

  const start = <T>(mode: AuthMode, screen: boolean, user: string, limitMs: number, use: (realm: Realm) => T): T => {
    let realm: Realm | undefined;
    const execution: Execution = {
      mode,
      screen,
      user,
      limitMs,
      scopes: files.manifest.oauthScopes,
      startedAt: machine.host.now(),
      stopped: "",
      // While the script loads its own kinds are not there yet.
      get realm() {
        return (realm ?? globalThis) as unknown as Execution["realm"];
      },
    };
    const ofCells = mode === "CUSTOM_FUNCTION";
    return machine.execute(execution, () => {
      realm = (ofCells ? cellRealm : undefined) ?? makeRealm(files.code, runtime.services, () => machine.host.now());
      // What a script remembers between runs at Google is nothing; cells share a realm only until a script ran.
      cellRealm = ofCells ? realm : undefined;
      return use(realm);
    });
  };

  const call = (realm: Realm, name: string, args: readonly unknown[]): unknown => {
    // A browser's realm has functions of its own, such as alert, that are not the script's.
    const declared = new RegExp(`\\bfunction\\s+${name.replace(/\$/g, "\\$")}\\s*\\(`).test(files.code);
    const found = declared ? realm[name] : undefined;
    if (typeof found !== "function") throw machine.error(`Script function not found: ${name}`);
    return found(...args);
  };

  const openIn = (mode: AuthMode) => {
    start(mode, true, machine.user, SHORT_LIMIT_MS, (realm) => {
      if (typeof realm.onOpen === "function") call(realm, "onOpen", [{ authMode: authModes[mode] }]);
    });
  };

  for (const fn of functions) {
    const run = (args: Parameters<Parameters<Runtime["store"]["registerFunction"]>[1]>[0]): CellResult => {
      try {
        return start("CUSTOM_FUNCTION", false, "", SHORT_LIMIT_MS, (realm) => {
          const zone = machine.host.spreadsheetTimeZone;
          const ScriptDate = realm.Date as DateConstructor;
          const toScript = (a: CellArgument) =>
            typeof a === "object" ? new ScriptDate(serialToInstant(a.serial, zone)) : a;
          const given = args.map((a) =>
            Array.isArray(a)
              ? (a as readonly (readonly CellArgument[])[]).map((line) => line.map(toScript))
              : toScript(a as CellArgument),
          );
          return toCells(call(realm, fn.name, given), zone);
        });
      } catch (error) {
        if (error instanceof ScriptStopped && error.why === "fault") throw error;
        return { error: error instanceof ScriptStopped ? `${error.message} (line 0)` : messageOf(error) };
      }
    };
    runtime.store.registerFunction(fn.name, run, fn);
  }

  return {
    functions,
    run: (name, ...args) => start("FULL", true, machine.user, SCRIPT_LIMIT_MS, (realm) => call(realm, name, args)),
    open: () => openIn("LIMITED"),
    openUnauthorised: () => openIn("NONE"),
    rpc(name, ...args) {
      if (name.endsWith("_"))
        throw machine.error(`google.script.run.${name} is not a function: names that end in _ are private`);
      const text = JSON.stringify(args.map((a, i) => plain(a, `argument ${i + 1} of ${name}`)));
      return start("FULL", true, machine.user, SCRIPT_LIMIT_MS, (realm) => {
        const given = (realm.JSON as JSON).parse(text) as unknown[];
        const result = call(realm, name, given);
        return result === undefined ? null : plain(result, `result of ${name}`);
      });
    },
    fireTriggers(untilMs, at) {
      const runs: TriggerRun[] = [];
      const before = machine.user;
      for (;;) {
        const due = machine.state.triggers
          .filter((t) => t.next !== undefined && t.next <= untilMs)
          .sort((a, b) => a.next! - b.next!)[0];
        if (!due) break;
        const time = due.next!;
        at?.(time);
        due.next = nextRun(due, time);
        const run = { handler: due.handler, owner: due.owner, at: time };
        machine.user = due.owner;
        try {
          const event = { authMode: authModes.FULL, timezone: "UTC", triggerUid: due.id, ...clockFields(time) };
          start("FULL", false, due.owner, SCRIPT_LIMIT_MS, (realm) => call(realm, due.handler, [event]));
          runs.push(run);
        } catch (error) {
          runs.push({ ...run, error });
        } finally {
          machine.user = before;
        }
      }
      return runs;
    },
    forget() {
      cellRealm = undefined;
    },
  };
}

/** Google's clock event speaks UTC. */
function clockFields(time: number): Record<string, number> {
  const date = new Date(time);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    "day-of-month": date.getUTCDate(),
    "day-of-week": date.getUTCDay() || 7,
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

export function messageOf(error: unknown): string {
  const message = (error as { message?: unknown } | null)?.message;
  return typeof message === "string" ? message : String(error);
}

/** What a function returned as cells: one value, or rows; a flat list runs downwards. */
function toCells(result: unknown, zone: string): CellResult {
  const one = (value: unknown): Value | { readonly serial: number } => {
    if (value === null || value === undefined) return "";
    if (isDate(value)) return { serial: instantToSerial(value.getTime(), zone) };
    if (typeof value === "number") return Number.isFinite(value) ? value : "#NUM!";
    if (typeof value === "string" || typeof value === "boolean") return value;
    return String(value);
  };
  if (!Array.isArray(result)) return { value: one(result) };
  const lines = Array.from(result, (line) => (Array.isArray(line) ? Array.from(line, one) : [one(line)]));
  const width = Math.max(1, ...lines.map((line) => line.length));
  const even = lines.map((line) => [...line, ...new Array<Value>(width - line.length).fill("")]);
  return { values: even.length ? even : [[""]] };
}

/**
 * A copy as google.script.run makes one: numbers, texts, booleans, null, and plain objects and lists of them. A Date, a
 * function or a circle makes the call fail; undefined in a list becomes null and in an object is left out.
 */
export function plain(value: unknown, what: string, above: readonly unknown[] = []): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (isService(value))
    throw new Error(`google.script.run: the ${what} contains a Google object, which cannot be sent`);
  if (typeof value !== "object")
    throw new Error(`google.script.run: the ${what} contains a ${typeof value}, which cannot be sent`);
  if (above.includes(value)) throw new Error(`google.script.run: the ${what} contains itself`);
  const path = [...above, value];
  if (Array.isArray(value)) return Array.from(value, (item) => plain(item, what, path));
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  if (kind !== "Object") throw new Error(`google.script.run: the ${what} contains a ${kind}, which cannot be sent`);
  const sent = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(sent.map(([key, item]) => [key, plain(item, what, path)]));
}
