import type { Language } from "../core/bilingual";
import type { KeptOverride } from "../core/overrides";
import type { PolicyProblem } from "../core/policy/policy";
import type { FieldId } from "../core/tables/headers";
import type { MonthView } from "./views";

/** What the set-up settled. */
export interface Settings {
  /** Of the labels and of our tabs: that of the person who set up. */
  readonly language: Language;
  /** Google's number of the customer sheet. */
  readonly customers: number;
  readonly orders: number | null;
  /** The team's own contact log. */
  readonly contacts: number | null;
  /** Ours, for the functions in cells, which know no pins. */
  readonly log: number | null;
  /** Our sheet of rates, for them too. */
  readonly rates: number | null;
  /** Axes that stand in the customer sheet as columns, by id. */
  readonly shown: readonly string[];
  /** Names of these sheets as last seen, by number. */
  readonly names: Readonly<Record<string, string>>;
  /** Field -> column name; null: the sheet has none. */
  readonly columns: Readonly<Partial<Record<FieldId, string | null>>>;
  /** Question id -> answer. */
  readonly answers: Readonly<Record<string, string>>;
  readonly zone: string;
}

/** The last good policy: what differs from the defaults. */
export interface SavedPolicy {
  readonly differences: Readonly<Record<string, unknown>>;
  /** Counts the saves: the fraction of TIERBOOK_DAY. */
  readonly save: number;
  /** The differences at the last run, where they were others. */
  readonly before?: Readonly<Record<string, unknown>>;
  /** Words for classes that were in force since the last run. */
  readonly worn?: readonly string[];
  /** What the linter finds strange in it and lets pass. */
  readonly warnings?: readonly PolicyProblem[];
}

/** The daily refresh. */
export interface Schedule {
  /** 0 to 23 in the spreadsheet's zone. */
  readonly hour: number;
  /** The name that the owner gave. */
  readonly owner: string;
  /** Google's id of the trigger. A trigger of another id is a leftover. */
  readonly trigger: string;
  /** Milliseconds; left out before the first run. */
  readonly ranAt?: number;
  /** Cells and moves of class of the last run that went well. */
  readonly cells?: number;
  readonly moves?: number;
  /** Plain sentence; "" when the last run went well. */
  readonly error: string;
  /** Of the input, policy and day of the last run that went well. */
  readonly fingerprint?: string;
  /** The moves of the last whole month; left out before the first run. */
  readonly month?: MonthView;
}

export interface Saved {
  readonly settings?: Settings;
  readonly policy?: SavedPolicy;
  readonly schedule?: Schedule;
  /** Classes set by hand, the older first. */
  readonly overrides?: readonly KeptOverride[];
}

type Document = keyof Saved;

// A value may hold 9 KB; a Chinese character takes three bytes.
const PART = 2_900;

/** JSON without surrogate pairs, which a cut between two parts would tear apart. */
export const asciiPairs = (json: string): string =>
  json.replace(/[\ud800-\udfff]/g, (half) => `\\u${half.charCodeAt(0).toString(16)}`);

interface Head {
  readonly generation: "a" | "b";
  readonly parts: number;
}

const partKey = (name: Document, generation: string, i: number): string => `tierbook.${name}.${generation}.${i}`;
const headKey = (name: Document): string => `tierbook.${name}`;

function parse<T>(text: string | undefined): T | undefined {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined; // a store that somebody else wrote into counts as empty
  }
}

function join(properties: Readonly<Record<string, string>>, name: Document): string | undefined {
  const head = parse<Head>(properties[headKey(name)]);
  if (!head) return undefined;
  let text = "";
  for (let i = 0; i < head.parts; i++) text += properties[partKey(name, head.generation, i)] || "";
  return text;
}

/** All that is saved in this document, in one read. */
export function readSaved(): Saved {
  const properties = PropertiesService.getDocumentProperties().getProperties();
  const given = parse<Settings>(join(properties, "settings"));
  // Settings without their shape are none: the set-up makes new ones.
  const whole = given && typeof given.customers === "number" && given.names && given.answers;
  // Those of a version that knew no contact log and no ticked axes lack both.
  const settings = whole
    ? {
        ...given,
        contacts: given.contacts ?? null,
        log: given.log ?? null,
        rates: given.rates ?? null,
        shown: given.shown || [],
      }
    : undefined;
  const policy = parse<SavedPolicy>(join(properties, "policy"));
  const schedule = parse<Schedule>(join(properties, "schedule"));
  const overrides = parse<readonly KeptOverride[]>(join(properties, "overrides"));
  return {
    ...(settings && { settings }),
    ...(policy && { policy }),
    ...(schedule && { schedule }),
    ...(overrides && { overrides }),
  };
}

/**
 * Saves one of the documents. The parts of the other generation stay as they are until the head, written last, names
 * the new ones: a failure on the way leaves the old document whole.
 */
export function save<Name extends Document>(name: Name, document: NonNullable<Saved[Name]>): void {
  const store = PropertiesService.getDocumentProperties();
  const old = parse<Head>(store.getProperty(headKey(name)) ?? undefined);
  const generation = old?.generation === "a" ? "b" : "a";
  const text = asciiPairs(JSON.stringify(document));
  const parts: Record<string, string> = {};
  let count = 0;
  for (let at = 0; at < text.length; at += PART) parts[partKey(name, generation, count++)] = text.slice(at, at + PART);
  store.setProperties(parts);
  const head: Head = { generation, parts: count };
  store.setProperty(headKey(name), JSON.stringify(head));
}

/** Forgets everything of ours. */
export function forgetAll(): void {
  const store = PropertiesService.getDocumentProperties();
  for (const key of Object.keys(store.getProperties())) {
    if (key.startsWith("tierbook.")) store.deleteProperty(key);
  }
}

const WHO = "tierbook.who";
const OWNER = "tierbook.owner";
const TRIGGER = "tierbook.trigger";

/** What is kept for each person. */
export interface Person {
  /** The name that this person gave; "" until asked. */
  readonly who: string;
  /** The owner that this person is; "" stands for customers without one, null: never said. */
  readonly owner: string | null;
  /** Google's id of the trigger that this person switched on; "" for none. */
  readonly trigger: string;
}

/** The person who acts, in one read. */
export function readPerson(): Person {
  const properties = PropertiesService.getUserProperties().getProperties();
  return { who: properties[WHO] || "", owner: properties[OWNER] ?? null, trigger: properties[TRIGGER] || "" };
}

export const saveWho = (name: string): void => {
  PropertiesService.getUserProperties().setProperty(WHO, name.trim().slice(0, 60));
};

export const setMe = (owner: string): void => {
  PropertiesService.getUserProperties().setProperty(OWNER, owner);
};

export const saveOwnTrigger = (id: string): void => {
  PropertiesService.getUserProperties().setProperty(TRIGGER, id);
};

export function forgetPerson(): void {
  const store = PropertiesService.getUserProperties();
  for (const key of [WHO, OWNER, TRIGGER]) store.deleteProperty(key);
}
