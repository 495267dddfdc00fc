import type { CacheEntry, Machine } from "./machine";
import { byteLength } from "./properties";
import { expose, free, type Members, read, type ServiceClass, write } from "./service";

interface CacheSelf {
  readonly machine: Machine;
  readonly entries: Map<string, CacheEntry>;
}

const VALUE_LIMIT = 100 * 1024;
const KEY_LIMIT = 250;
const SECONDS = 600;
const MOST_SECONDS = 21_600;
/** Beyond so many entries Google keeps the newest 900. */
const MOST_ENTRIES = 1000;

function get({ machine, entries }: CacheSelf, key: string): string | null {
  const entry = entries.get(key);
  return entry && entry.until > machine.host.now() ? entry.value : null;
}

function put({ machine, entries }: CacheSelf, key: string, value: string, seconds: number): void {
  if (key.length > KEY_LIMIT) throw machine.error("Argument too large: key");
  if (byteLength(value) > VALUE_LIMIT) throw machine.error("Argument too large: value");
  if (!(seconds >= 1) || seconds > MOST_SECONDS) {
    throw machine.error(`Invalid argument: expirationInSeconds must be from 1 to ${MOST_SECONDS}`);
  }
  entries.delete(key);
  entries.set(key, { value, until: machine.host.now() + seconds * 1000 });
  if (entries.size <= MOST_ENTRIES) return;
  for (const old of [...entries.keys()].slice(0, entries.size - 900)) entries.delete(old);
}

const members: Members<CacheSelf> = {
  get: read<CacheSelf>("s", get),
  getAll: read<CacheSelf>("a", (self, keys: string[]) => {
    const found: Record<string, string> = {};
    for (const key of Array.from(keys)) {
      const value = get(self, key);
      if (value !== null) found[key] = value;
    }
    return found;
  }),
  put: write<CacheSelf>("ss|ssn", (self, key: string, value: string, seconds = SECONDS) =>
    put(self, key, value, seconds),
  ),
  putAll: write<CacheSelf>("o|on", (self, values: Record<string, unknown>, seconds = SECONDS) => {
    for (const [key, value] of Object.entries(values)) put(self, key, String(value), seconds);
  }),
  remove: write<CacheSelf>("s", ({ entries }, key: string) => {
    entries.delete(key);
  }),
  removeAll: write<CacheSelf>("a", ({ entries }, keys: string[]) => {
    for (const key of Array.from(keys)) entries.delete(key);
  }),
};

const cacheClass: ServiceClass<CacheSelf> = { name: "CacheService.Cache", area: "cache", members };

function cache(machine: Machine, name: string): unknown {
  let entries = machine.state.caches.get(name);
  if (!entries) {
    entries = new Map();
    machine.state.caches.set(name, entries);
  }
  return expose(machine, cacheClass, { machine, entries });
}

interface ServiceSelf {
  readonly machine: Machine;
}

const serviceClass: ServiceClass<ServiceSelf> = {
  name: "CacheService",
  area: "cache",
  members: {
    getDocumentCache: free<ServiceSelf>("", ({ machine }) => cache(machine, "document")),
    getScriptCache: free<ServiceSelf>("", ({ machine }) => cache(machine, "script")),
    getUserCache: free<ServiceSelf>("", ({ machine }) => cache(machine, `user:${machine.execution.user}`)),
  },
};

export function cacheService(machine: Machine): unknown {
  return expose(machine, serviceClass, { machine });
}
