import type { Machine } from "./machine";
import { expose, free, type Members, read, SELF, type ServiceClass, write } from "./service";

interface PropertiesSelf {
  readonly machine: Machine;
  readonly map: Map<string, string>;
}

const VALUE_LIMIT = 9 * 1024;
const STORE_LIMIT = 500 * 1024;

/** Bytes of a text in UTF-8, as Google counts its limits. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

function set({ machine, map }: PropertiesSelf, changes: ReadonlyMap<string, string>, deleteOthers: boolean): void {
  const next = deleteOthers ? new Map<string, string>() : new Map(map);
  for (const [key, value] of changes) {
    if (byteLength(value) > VALUE_LIMIT) throw machine.error(`Argument too large: value`);
    next.set(key, value);
  }
  let total = 0;
  for (const [key, value] of next) total += byteLength(key) + byteLength(value);
  if (total > STORE_LIMIT)
    throw machine.error("You have exceeded the property storage quota. Please remove some properties and try again.");
  map.clear();
  for (const [key, value] of next) map.set(key, value);
}

const asText = (value: unknown) =>
  typeof value === "number" && Number.isInteger(value) ? `${value}.0` : String(value);

const members: Members<PropertiesSelf> = {
  getProperty: read<PropertiesSelf>("s", ({ map }, key: string) => map.get(key) ?? null),
  getProperties: read<PropertiesSelf>("", ({ map }) => Object.fromEntries(map)),
  getKeys: read<PropertiesSelf>("", ({ map }) => [...map.keys()]),
  setProperty: write<PropertiesSelf>("ss|sn|sb", (self, key: string, value: unknown) => {
    set(self, new Map([[key, asText(value)]]), false);
    return SELF;
  }),
  setProperties: write<PropertiesSelf>("o|ob", (self, properties: object, deleteOthers = false) => {
    set(self, new Map(Object.entries(properties).map(([key, value]) => [key, asText(value)])), deleteOthers);
    return SELF;
  }),
  deleteProperty: write<PropertiesSelf>("s", ({ map }, key: string) => {
    map.delete(key);
    return SELF;
  }),
  deleteAllProperties: write<PropertiesSelf>("", ({ map }) => {
    map.clear();
    return SELF;
  }),
};

const propertiesClass: ServiceClass<PropertiesSelf> = {
  name: "PropertiesService.Properties",
  area: "properties",
  members,
};

function userProperties(machine: Machine): Map<string, string> {
  const { state, execution, host } = machine;
  // In a custom function everybody is anonymous; Google then gives the owner's.
  const user = execution.mode === "CUSTOM_FUNCTION" ? host.user : execution.user;
  let map = state.userProperties.get(user);
  if (!map) {
    map = new Map();
    state.userProperties.set(user, map);
  }
  return map;
}

interface ServiceSelf {
  readonly machine: Machine;
}

const serviceClass: ServiceClass<ServiceSelf> = {
  name: "PropertiesService",
  area: "properties",
  members: {
    getDocumentProperties: free<ServiceSelf>("", ({ machine }) =>
      expose(machine, propertiesClass, { machine, map: machine.state.documentProperties }),
    ),
    getScriptProperties: free<ServiceSelf>("", ({ machine }) =>
      expose(machine, propertiesClass, { machine, map: machine.state.scriptProperties }),
    ),
    getUserProperties: free<ServiceSelf>("", ({ machine }) =>
      expose(machine, propertiesClass, { machine, map: userProperties(machine) }),
    ),
  },
};

export function propertiesService(machine: Machine): unknown {
  return expose(machine, serviceClass, { machine });
}
