import { wallTime } from "./dates";
import type { Machine } from "./machine";
import { checkZone } from "./script";
import { expose, free, read, SELF, type ServiceClass } from "./service";

interface UtilitiesSelf {
  readonly machine: Machine;
}

/** A date by a pattern of Java's SimpleDateFormat, in English: y M d H h m s S a E u Z X and 'quoted text'. */
export function formatDate(instant: number, zone: string, pattern: string): string {
  const wall = new Date(wallTime(instant, zone));
  const minutes = Math.round((wall.getTime() - instant) / 60_000);
  const tokens = pattern.match(/'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']/g) ?? [];
  return tokens.map((token) => (token.startsWith("'") ? unquoted(token) : field(token, wall, minutes))).join("");
}

function unquoted(token: string): string {
  return token === "''" ? "'" : token.slice(1, -1).replace(/''/g, "'");
}

function field(token: string, wall: Date, offset: number): string {
  const padded = (n: number) => String(n).padStart(token.length, "0");
  const name = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-US", { timeZone: "UTC", ...options }).format(wall);
  const hour = wall.getUTCHours();
  switch (token[0]) {
    case "y":
      return token.length === 2 ? String(wall.getUTCFullYear()).slice(-2) : padded(wall.getUTCFullYear());
    case "M":
      if (token.length > 2) return name({ month: token.length > 3 ? "long" : "short" });
      return padded(wall.getUTCMonth() + 1);
    case "d":
      return padded(wall.getUTCDate());
    case "H":
      return padded(hour);
    case "h":
      return padded(((hour + 11) % 12) + 1);
    case "m":
      return padded(wall.getUTCMinutes());
    case "s":
      return padded(wall.getUTCSeconds());
    case "S":
      return padded(wall.getUTCMilliseconds());
    case "a":
      return hour < 12 ? "AM" : "PM";
    case "E":
      return name({ weekday: token.length > 3 ? "long" : "short" });
    case "u":
      return String(wall.getUTCDay() || 7);
    case "Z":
      return offsetText(offset, "");
    case "X":
      if (offset === 0) return "Z";
      return token.length === 1 ? offsetText(offset, "").slice(0, 3) : offsetText(offset, token.length > 2 ? ":" : "");
    default:
      return /[A-Za-z]/.test(token) ? "" : token;
  }
}

function offsetText(minutes: number, colon: string): string {
  const size = Math.abs(minutes);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}${colon}${two(size % 60)}`;
}

const utilitiesClass: ServiceClass<UtilitiesSelf> = {
  name: "Utilities",
  area: "nothing",
  members: {
    formatDate: read<UtilitiesSelf>("dss", ({ machine }, date: Date, zone: string, pattern: string) => {
      checkZone(machine, zone);
      return formatDate(date.getTime(), zone, pattern);
    }),
    getUuid: free<UtilitiesSelf>("", () => globalThis.crypto.randomUUID()),
    sleep: free<UtilitiesSelf>("n", ({ machine }, ms: number) => {
      if (ms > 300_000) throw machine.error("Invalid argument: sleep is limited to 300000 milliseconds");
      machine.host.sleep?.(ms);
    }),
  },
};

export function utilities(machine: Machine): unknown {
  return expose(machine, utilitiesClass, { machine });
}

function note(machine: Machine, args: readonly unknown[]): void {
  const line = args
    .map((a) => (typeof a === "string" ? a : typeof a === "object" && a !== null ? safeJson(a) : String(a)))
    .join(" ");
  machine.logged.push(line);
  machine.host.log?.(line);
}

function safeJson(value: unknown): string {
  try {
    // JSON has nothing to say about an error, a function or a Google object.
    const text = JSON.stringify(value);
    return text === undefined || text === "{}" ? String(value) : text;
  } catch {
    return String(value);
  }
}

const loggerClass: ServiceClass<UtilitiesSelf> = {
  name: "Logger",
  area: "nothing",
  members: {
    log: free<UtilitiesSelf>("x|xx|xxx|xxxx", ({ machine }, ...args: never[]) => {
      note(machine, args);
      return SELF;
    }),
    getLog: free<UtilitiesSelf>("", ({ machine }) => machine.logged.join("\n")),
    clear: free<UtilitiesSelf>("", ({ machine }) => {
      machine.logged.length = 0;
    }),
  },
};

export function logger(machine: Machine): unknown {
  return expose(machine, loggerClass, { machine });
}

/** The console that Apps Script has; it writes where Logger does. */
export function scriptConsole(machine: Machine): unknown {
  const write = (...args: unknown[]) => note(machine, args);
  return { log: write, info: write, warn: write, error: write, debug: write };
}
