import { instantOf, wallTime } from "./dates";
import type { ClockTrigger, Machine } from "./machine";
import { DAY_MS } from "./number-format";
import { behind, expose, free, googleEnum, read, SELF, type ServiceClass, write } from "./service";

export const AuthMode = googleEnum("NONE", "CUSTOM_FUNCTION", "LIMITED", "FULL");
const AuthorizationStatus = googleEnum("REQUIRED", "NOT_REQUIRED");
const EventType = googleEnum("CLOCK", "ON_OPEN", "ON_EDIT", "ON_FORM_SUBMIT", "ON_CHANGE");
const TriggerSource = googleEnum("SPREADSHEETS", "CLOCK", "FORMS", "DOCUMENTS", "CALENDAR");
const WeekDay = googleEnum("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");
const weekDays = ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"];

const HOUR_MS = 3_600_000;
const MOST_TRIGGERS = 20;

/** When a clock trigger runs first after `from`. Google picks a minute within the hour; here it is the hour's first, or the one asked for. */
export function nextRun(trigger: Omit<ClockTrigger, "next">, from: number): number | undefined {
  if (trigger.after !== undefined) {
    const at = trigger.createdAt + trigger.after;
    return at > from ? at : undefined;
  }
  if (trigger.everyMinutes !== undefined) return from + trigger.everyMinutes * 60_000;
  if (trigger.everyHours !== undefined) return from + trigger.everyHours * HOUR_MS;
  const zone = trigger.timeZone;
  const today = Math.floor(wallTime(from, zone) / DAY_MS) * DAY_MS;
  const first = Math.floor(wallTime(trigger.createdAt, zone) / DAY_MS);
  const time = ((trigger.hour ?? 0) * 60 + (trigger.minute ?? 0)) * 60_000;
  for (let d = 0; d <= 370; d++) {
    const day = today + d * DAY_MS;
    const instant = instantOf(day + time, zone);
    if (instant > from && falls(trigger, day, Math.floor(day / DAY_MS) - first)) return instant;
  }
  return undefined;
}

function falls(trigger: Omit<ClockTrigger, "next">, day: number, since: number): boolean {
  const date = new Date(day);
  if (trigger.everyDays !== undefined) return since % trigger.everyDays === 0 || since < trigger.everyDays;
  if (trigger.monthDay !== undefined) return date.getUTCDate() === trigger.monthDay;
  return date.getUTCDay() === (trigger.weekDay ?? 1);
}

interface TriggerSelf {
  readonly machine: Machine;
  readonly trigger: ClockTrigger;
}

const triggerClass: ServiceClass<TriggerSelf> = {
  name: "ScriptApp.Trigger",
  area: "triggers",
  members: {
    getHandlerFunction: free<TriggerSelf>("", ({ trigger }) => trigger.handler),
    getUniqueId: free<TriggerSelf>("", ({ trigger }) => trigger.id),
    getEventType: free<TriggerSelf>("", () => EventType.CLOCK),
    getTriggerSource: free<TriggerSelf>("", () => TriggerSource.CLOCK),
    getTriggerSourceId: free<TriggerSelf>("", () => null),
  },
};

interface BuilderSelf {
  readonly machine: Machine;
  readonly handler: string;
  spec: Partial<ClockTrigger>;
}

const setting = (takes: string, toSpec: (machine: Machine, ...args: never[]) => Partial<ClockTrigger>) =>
  free<BuilderSelf>(takes, (builder, ...args: never[]) => {
    builder.spec = { ...builder.spec, ...toSpec(builder.machine, ...args) };
    return SELF;
  });

const between = (key: "hour" | "minute" | "monthDay", low: number, high: number) =>
  setting("n", (machine, n: number) => {
    if (!Number.isInteger(n) || n < low || n > high)
      throw machine.error(`Invalid argument: ${key} must be from ${low} to ${high}`);
    return { [key]: n };
  });

const every = (key: "everyDays" | "everyHours" | "everyWeeks") =>
  setting("n", (machine, n: number) => {
    if (!Number.isInteger(n) || n < 1) throw machine.error("Invalid argument: n must be at least 1");
    return { [key]: n };
  });

const clockBuilderClass: ServiceClass<BuilderSelf> = {
  name: "ScriptApp.ClockTriggerBuilder",
  area: "triggers",
  members: {
    everyDays: every("everyDays"),
    everyHours: every("everyHours"),
    everyWeeks: every("everyWeeks"),
    everyMinutes: setting("n", (machine, n: number) => {
      if (![1, 5, 10, 15, 30].includes(n)) throw machine.error("Invalid argument: n must be 1, 5, 10, 15 or 30");
      return { everyMinutes: n };
    }),
    onWeekDay: setting("o", (_, day: unknown) => ({ weekDay: weekDays.indexOf(String(day)) })),
    onMonthDay: between("monthDay", 1, 31),
    after: setting("n", (_, ms: number) => ({ after: ms })),
    atHour: between("hour", 0, 23),
    nearMinute: between("minute", 0, 59),
    inTimezone: setting("s", (machine, timeZone: string) => {
      checkZone(machine, timeZone);
      return { timeZone };
    }),
    create: write<BuilderSelf>("", create),
  },
};

/** Throws for a name that is no IANA zone. */
export function checkZone(machine: Machine, zone: string): void {
  try {
    wallTime(0, zone);
  } catch {
    throw machine.error(`Invalid time zone: ${zone}`);
  }
}

function create({ machine, handler, spec }: BuilderSelf): unknown {
  const { state, host, execution } = machine;
  const recurring =
    spec.everyDays ?? spec.everyHours ?? spec.everyMinutes ?? spec.everyWeeks ?? spec.monthDay ?? spec.weekDay;
  if (recurring === undefined && spec.after === undefined)
    throw machine.error("The chosen clock trigger has no time to run at.");
  const mine = state.triggers.filter((t) => t.owner === execution.user);
  if (mine.length >= MOST_TRIGGERS) {
    throw machine.error(
      "This script has too many triggers. Triggers must be deleted from the script before more can be added.",
    );
  }
  if (host.addonMode && mine.length > 0) {
    throw machine.error(
      "This add-on has created too many time-based triggers in this document for this Google user account.",
    );
  }
  if (host.addonMode && spec.everyMinutes !== undefined) {
    throw machine.error(
      "The requested time interval is too short: an add-on's clock trigger runs at most once an hour.",
    );
  }
  const made = {
    timeZone: host.scriptTimeZone,
    ...spec,
    id: String(++state.lastTrigger),
    owner: execution.user,
    handler,
    createdAt: host.now(),
  };
  const trigger: ClockTrigger = { ...made, next: nextRun(made, made.createdAt) };
  state.triggers = [...state.triggers, trigger];
  return expose(machine, triggerClass, { machine, trigger });
}

const triggerBuilderClass: ServiceClass<BuilderSelf> = {
  name: "ScriptApp.TriggerBuilder",
  area: "triggers",
  members: { timeBased: free<BuilderSelf>("", (self) => expose(self.machine, clockBuilderClass, self)) },
};

interface ServiceSelf {
  readonly machine: Machine;
}

/** Google shows nobody another person's triggers. */
const myTriggers = ({ machine }: ServiceSelf) =>
  machine.state.triggers
    .filter((t) => t.owner === machine.execution.user)
    .map((trigger) => expose(machine, triggerClass, { machine, trigger }));

const authorizationInfoClass: ServiceClass<ServiceSelf> = {
  name: "ScriptApp.AuthorizationInfo",
  area: "nothing",
  members: {
    getAuthorizationStatus: free<ServiceSelf>("", ({ machine }) =>
      machine.execution.mode === "FULL" ? AuthorizationStatus.NOT_REQUIRED : AuthorizationStatus.REQUIRED,
    ),
    getAuthorizationUrl: free<ServiceSelf>("", () => null),
  },
};

function requireScopes(machine: Machine, scopes: readonly string[]): void {
  const granted = machine.execution.scopes;
  const missing = granted ? Array.from(scopes).filter((s) => !granted.includes(s)) : [];
  if (missing.length) throw machine.error(`Authorization is required to perform that action: ${missing.join(", ")}`);
}

const serviceClass: ServiceClass<ServiceSelf> = {
  name: "ScriptApp",
  area: "triggers",
  members: {
    AuthMode,
    AuthorizationStatus,
    EventType,
    TriggerSource,
    WeekDay,
    newTrigger: free<ServiceSelf>("s", ({ machine }, handler: string) =>
      expose(machine, triggerBuilderClass, { machine, handler, spec: {} }),
    ),
    getProjectTriggers: read<ServiceSelf>("", myTriggers),
    getUserTriggers: read<ServiceSelf>("o", myTriggers),
    deleteTrigger: write<ServiceSelf>("o", ({ machine }, object: unknown) => {
      const found = behind(object, triggerClass);
      if (!found || found.trigger.owner !== machine.execution.user) throw machine.error("Trigger not found.");
      machine.state.triggers = machine.state.triggers.filter((t) => t !== found.trigger);
    }),
    getAuthorizationInfo: free<ServiceSelf>(
      "o|oa",
      ({ machine }) => expose(machine, authorizationInfoClass, { machine }),
      "nothing",
    ),
    requireScopes: free<ServiceSelf>(
      "oa",
      ({ machine }, _mode: unknown, scopes: string[]) => requireScopes(machine, scopes),
      "nothing",
    ),
    requireAllScopes: free<ServiceSelf>("o", ({ machine }) => requireScopes(machine, []), "nothing"),
    getScriptId: free<ServiceSelf>("", () => "workbench", "nothing"),
  },
};

export function scriptApp(machine: Machine): unknown {
  return expose(machine, serviceClass, { machine });
}
