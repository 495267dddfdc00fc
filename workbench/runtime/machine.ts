import { type Area, type AuthMode, refusal } from "./authorization";
import { CallCounter } from "./calls";
import type { Store } from "./store";

/** The world around a document: its clock, who sits at it, and the screen. */
export interface Host {
  /** Milliseconds since 1970. */
  now(): number;
  /** Who acts first; `runtime.as` changes it. Anything that tells people apart, such as a mail address. */
  readonly user: string;
  /** The person's language: "en", "zh_CN". */
  readonly locale: string;
  /** "en_US", "zh_CN": how text typed in cells is read. */
  readonly spreadsheetLocale: string;
  /** IANA names. */
  readonly spreadsheetTimeZone: string;
  readonly scriptTimeZone: string;
  /** The HTML files of the project, by name with or without ".html". */
  readonly files: Readonly<Record<string, string>>;
  /** Installed as an editor add-on (its menu stands under Extensions, one clock trigger a person and document) or bound to the sheet. */
  readonly addonMode: boolean;
  readonly ui: HostUi;
  /** The document's name, "Workbook" when absent. */
  readonly name?: string;
  /** The add-on's name, under which its menu stands; "Tierbook" when absent. */
  readonly addonName?: string;
  /** Lets time pass in Utilities.sleep and while a lock is waited for; absent, none passes. */
  sleep?(ms: number): void;
  /** What the script logs; absent, it is kept in `runtime.logged` only. */
  log?(line: string): void;
}

export interface MenuItem {
  readonly label: string;
  /** The function to run; absent in a separator and in a submenu. */
  readonly run?: string;
  readonly items?: readonly MenuItem[];
  readonly separator?: true;
}

export interface Menu {
  readonly title: string;
  readonly items: readonly MenuItem[];
}

/** The screen. What is absent is refused by name when the script asks for it, except `toast`, which is then just not seen. */
export interface HostUi {
  menu?(menu: Menu): void;
  sidebar?(html: string, title: string): void;
  dialog?(html: string, title: string, modal: boolean): void;
  toast?(message: string, title: string, seconds: number): void;
  /** Buttons: "OK", "OK_CANCEL", "YES_NO", "YES_NO_CANCEL". Returns the name of the button pressed. */
  alert?(title: string, message: string, buttons: string): string;
  prompt?(title: string, message: string, buttons: string): { readonly button: string; readonly text: string };
}

export interface ClockTrigger {
  readonly id: string;
  readonly owner: string;
  readonly handler: string;
  readonly everyDays?: number;
  readonly everyHours?: number;
  readonly everyMinutes?: number;
  readonly everyWeeks?: number;
  readonly weekDay?: number;
  readonly monthDay?: number;
  readonly after?: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly timeZone: string;
  readonly createdAt: number;
  /** When it runs next; undefined for one that has run its only time. */
  next: number | undefined;
}

export interface CacheEntry {
  readonly value: string;
  readonly until: number;
}

/** What belongs to the document and the script rather than to one run of it. */
export interface State {
  readonly documentProperties: Map<string, string>;
  readonly scriptProperties: Map<string, string>;
  readonly userProperties: Map<string, Map<string, string>>;
  /** By "document", "script" or "user:" and the person. */
  readonly caches: Map<string, Map<string, CacheEntry>>;
  /** Who holds a lock, by the same names. */
  readonly locks: Map<string, Execution>;
  /** Id of a sheet in the store -> the number that scripts know it by. */
  readonly sheetNumbers: Map<string, number>;
  /** The same of charts. */
  readonly chartNumbers: Map<string, number>;
  triggers: ClockTrigger[];
  lastTrigger: number;
}

/** One run of the script, from its entry point to its end. */
export interface Execution {
  readonly mode: AuthMode;
  readonly screen: boolean;
  readonly user: string;
  readonly scopes: readonly string[] | undefined;
  readonly startedAt: number;
  readonly limitMs: number;
  /** The realm that the script runs in: what Google's services give back is of its kinds. */
  readonly realm: { readonly Date: DateConstructor; readonly Error: ErrorConstructor };
  stopped: "" | "fault" | "time";
}

/** A script that was ended from outside: by a planned stop, or because its time was over. */
export class ScriptStopped extends Error {
  constructor(readonly why: "fault" | "time") {
    super(why === "time" ? "Exceeded maximum execution time" : "The script was stopped.");
    this.name = "ScriptStopped";
  }
}

/** The common ground of all services: the document, who acts, which run it is, and what each call may do. */
export class Machine {
  /** Calls of scripts. Those of functions in cells are counted apart, since Google runs them elsewhere. */
  readonly calls = new CallCounter();
  readonly functionCalls = new CallCounter();
  readonly logged: string[] = [];
  user: string;
  private running: Execution[] = [];
  /** What acts when no script runs, as a test that calls services itself. */
  private readonly outside: Execution;

  constructor(
    readonly store: Store,
    readonly host: Host,
    readonly state: State,
  ) {
    this.user = host.user;
    const machine = this;
    this.outside = {
      mode: "FULL",
      screen: true,
      get user() {
        return machine.user;
      },
      scopes: undefined,
      startedAt: 0,
      limitMs: Number.POSITIVE_INFINITY,
      realm: { Date, Error },
      stopped: "",
    };
  }

  /**
   * Google's number of a sheet, by which scripts remember it: the one of an earlier session, else made from the sheet's
   * id. A store that opens a download gives its sheets other ids than they had.
   */
  sheetNumber(sheet: string): number {
    return numberOf(this.state.sheetNumbers, sheet);
  }

  /** The same for a chart. */
  chartNumber(chart: string): number {
    return numberOf(this.state.chartNumbers, chart);
  }

  get execution(): Execution {
    return this.running[this.running.length - 1] ?? this.outside;
  }

  /** Runs one execution to its end, and lets go of its locks. */
  execute<T>(execution: Execution, run: () => T): T {
    this.running.push(execution);
    try {
      const result = run();
      this.checkTime();
      if (execution.stopped) throw new ScriptStopped(execution.stopped);
      return result;
    } catch (error) {
      throw execution.stopped ? new ScriptStopped(execution.stopped) : error;
    } finally {
      this.running.pop();
      for (const [name, holder] of this.state.locks) if (holder === execution) this.state.locks.delete(name);
    }
  }

  /** An error as the services throw it, of the script's own kind so that `instanceof Error` holds there. */
  error(message: string): Error {
    const error = new this.execution.realm.Error(message);
    error.name = "Exception";
    return error;
  }

  /** Runs a service; what the store throws reaches the script as an error of Google's. */
  guarded<T>(run: () => T): T {
    try {
      return run();
    } catch (error) {
      const foreign =
        error instanceof Error && !(error instanceof ScriptStopped) && this.execution.realm.Error !== Error;
      throw foreign ? this.error(error.message) : error;
    }
  }

  /** Throws unless the running script may make the call. */
  permit(area: Area, writes: boolean, call: string): void {
    this.checkStopped();
    const message = refusal(this.execution, area, writes, call);
    if (message) throw this.error(message);
  }

  /** Counts a call, and lets happen what was planned for it. */
  count(name: string): void {
    this.checkStopped();
    this.checkTime();
    if (this.execution.mode === "CUSTOM_FUNCTION") {
      this.functionCalls.next(name);
      return;
    }
    const fault = this.calls.next(name);
    if (fault === "fail") {
      throw this.error(`Service Spreadsheets failed while accessing document with id ${DOCUMENT_ID}.`);
    }
    if (fault === "stop") {
      this.execution.stopped = "fault";
      this.checkStopped();
    }
    if (typeof fault === "function") fault();
  }

  private checkStopped(): void {
    if (this.execution.stopped) throw new ScriptStopped(this.execution.stopped);
  }

  private checkTime(): void {
    const { execution } = this;
    if (execution.stopped || this.host.now() - execution.startedAt <= execution.limitMs) return;
    if (execution === this.outside) return;
    execution.stopped = "time";
    throw new ScriptStopped("time");
  }
}

function numberOf(numbers: Map<string, number>, id: string): number {
  const known = numbers.get(id);
  if (known !== undefined) return known;
  let number = 7;
  for (const letter of id) number = (number * 31 + letter.codePointAt(0)!) & 0x7fffffff;
  const taken = new Set(numbers.values());
  while (taken.has(number)) number = (number + 1) & 0x7fffffff;
  numbers.set(id, number);
  return number;
}

export const DOCUMENT_ID = "workbook";
