import type { Area } from "./authorization";
import type { Machine } from "./machine";

/**
 * How a Google class is declared here: its members by name, each with the arguments that it takes. What is not declared
 * does not exist, and says so when a script asks for it.
 */
export interface Member<Self> {
  /** "free" is a handle, a builder or a getter of one: not counted. "read" and "write" are counted. */
  readonly kind: "free" | "read" | "write";
  /**
   * The ways to call it, one letter an argument: s text, n number, b yes or no, a array, d date, o object of ours or
   * plain, x anything at all. "" takes none: "|n" takes none or a number.
   */
  readonly takes: string;
  readonly run: (self: Self, ...args: never[]) => unknown;
  readonly area?: Area;
}

export type Members<Self> = Readonly<Record<string, Member<Self> | unknown>>;

export interface ServiceClass<Self extends object> {
  /** As in "SpreadsheetApp.Range": Google's errors name it so. */
  readonly name: string;
  readonly area: Area;
  readonly members: Members<Self>;
  /** What the log adds to the name of a call: the sheet and range. */
  readonly describe?: (self: Self) => string;
}

type Run<Self> = (self: Self, ...args: never[]) => unknown;

export const free = <Self>(takes: string, run: Run<Self>, area?: Area): Member<Self> => ({
  kind: "free",
  takes,
  run,
  ...(area ? { area } : {}),
});
export const read = <Self>(takes: string, run: Run<Self>, area?: Area): Member<Self> => ({
  ...free(takes, run, area),
  kind: "read",
});
export const write = <Self>(takes: string, run: Run<Self>, area?: Area): Member<Self> => ({
  ...free(takes, run, area),
  kind: "write",
});

/** What a member returns to give back the very object that it was called on. */
export const SELF = Symbol("self");

const inner = new WeakMap<object, object>();

/** What stands behind an object that the script holds, undefined when it is not of that class. */
export function behind<Self extends object>(object: unknown, type: ServiceClass<Self>): Self | undefined {
  if (typeof object !== "object" || object === null || types.get(object) !== type) return undefined;
  return inner.get(object) as Self;
}
const types = new WeakMap<object, ServiceClass<never>>();

/** Whether it is one of Google's objects. */
export function isService(object: unknown): boolean {
  return typeof object === "object" && object !== null && types.has(object);
}

/** JavaScript itself asks for these, of any object; undefined is an honest answer. */
const asked = new Set<PropertyKey>([
  "then",
  "toJSON",
  "constructor",
  "valueOf",
  "prototype",
  "$$typeof",
  "nodeType",
  "asymmetricMatch",
]);

/** An object for the script: its declared members, and a named refusal for everything else. */
export function expose<Self extends object>(machine: Machine, type: ServiceClass<Self>, self: Self): unknown {
  const made = new Map<PropertyKey, unknown>();
  const short = type.name.slice(type.name.lastIndexOf(".") + 1);
  const shell = Object.create(null) as object;
  const object: object = new Proxy(shell, {
    get(_, name) {
      if (made.has(name)) return made.get(name);
      if (typeof name === "symbol") return name === Symbol.toPrimitive ? () => short : undefined;
      if (name === "toString") return () => short;
      if (!Object.hasOwn(type.members, name)) {
        if (asked.has(name)) return undefined;
        throw machine.error(`${type.name}.${name} is not available in this workbench`);
      }
      const member = type.members[name];
      const value = isMember(member) ? call(machine, type, member, name, self, () => object) : member;
      made.set(name, value);
      return value;
    },
    has: (_, name) => Object.hasOwn(type.members, name),
    set(_, name) {
      throw machine.error(`${type.name}.${String(name)} cannot be set`);
    },
    ownKeys: () => [],
  });
  inner.set(object, self);
  types.set(object, type as ServiceClass<never>);
  return object;
}

function isMember(value: unknown): value is Member<never> {
  return typeof value === "object" && value !== null && "kind" in value && "takes" in value;
}

function call<Self extends object>(
  machine: Machine,
  type: ServiceClass<Self>,
  member: Member<never>,
  name: string,
  self: Self,
  object: () => object,
): (...args: unknown[]) => unknown {
  const full = `${type.name}.${name}`;
  const short = full.slice(full.lastIndexOf(".", full.lastIndexOf(".") - 1) + 1);
  return (...args) => {
    machine.permit(member.area ?? type.area, member.kind === "write", full);
    // Google's services take undefined for null.
    const given = args.map((a) => (a === undefined ? null : a));
    if (!accepts(member.takes, given)) {
      throw machine.error(
        `The parameters (${given.map(kindOf).join(",")}) don't match the method signature for ${full}.`,
      );
    }
    if (member.kind !== "free") {
      const where = machine.guarded(() => type.describe?.(self) ?? "");
      machine.count(where ? `${short} ${where}` : short);
    }
    const run = member.run as unknown as (self: Self, ...args: unknown[]) => unknown;
    const result = machine.guarded(() => run(self, ...given));
    return result === SELF ? object() : result;
  };
}

function accepts(takes: string, args: readonly unknown[]): boolean {
  return takes.split("|").some((way) => way.length === args.length && args.every((a, i) => fits(way[i]!, a)));
}

function fits(letter: string, value: unknown): boolean {
  switch (letter) {
    case "s":
      return typeof value === "string";
    case "n":
      return typeof value === "number" && !Number.isNaN(value);
    case "b":
      return typeof value === "boolean";
    case "a":
      return Array.isArray(value);
    case "d":
      return isDate(value);
    case "o":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    default:
      return true;
  }
}

/** A date of any realm: the script's own Date is not ours. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]";
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return Array.isArray(value[0]) ? "number[][]" : "number[]";
  if (typeof value === "string") return "String";
  if (typeof value === "boolean") return "Boolean";
  if (typeof value === "number") return "number";
  if (isDate(value)) return "Date";
  if (typeof value === "function") return "(function)";
  return types.get(value as object)?.name ?? "(class)";
}

/** Values of a Google enum: objects that print and serialise as their name. One set for all runs, so that === holds. */
export function googleEnum<Name extends string>(...names: readonly Name[]): Readonly<Record<Name, EnumValue>> {
  const values: Partial<Record<Name, EnumValue>> = {};
  for (const name of names)
    values[name] = Object.freeze({ toString: () => name, toJSON: () => name, name: () => name });
  return Object.freeze(values) as Readonly<Record<Name, EnumValue>>;
}

export interface EnumValue {
  toString(): string;
  toJSON(): string;
  name(): string;
}
