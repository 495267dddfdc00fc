import type { Machine } from "./machine";
import { rangeObject } from "./range";
import { type EnumValue, expose, free, googleEnum, read, SELF, type ServiceClass, write } from "./service";
import { sheetObject } from "./sheet";
import { spreadsheetObject } from "./spreadsheet";
import type { Pin, Zone } from "./store";

export const DeveloperMetadataVisibility = googleEnum("DOCUMENT", "PROJECT");
export const DeveloperMetadataLocationType = googleEnum("SPREADSHEET", "SHEET", "ROW", "COLUMN");

const locationTypes: Record<Pin["on"], EnumValue> = {
  spreadsheet: DeveloperMetadataLocationType.SPREADSHEET,
  sheet: DeveloperMetadataLocationType.SHEET,
  row: DeveloperMetadataLocationType.ROW,
  column: DeveloperMetadataLocationType.COLUMN,
};

/** As it was when found; Google's objects keep that, too. */
interface MetadataSelf {
  readonly machine: Machine;
  pin: Pin;
}

function wholeRange(machine: Machine, pin: Pin): unknown {
  if (pin.sheet === undefined || pin.at === undefined) return null;
  const { rows, columns } = machine.store.size(pin.sheet);
  const zone: Zone =
    pin.on === "column"
      ? { top: 0, bottom: rows - 1, left: pin.at, right: pin.at }
      : { top: pin.at, bottom: pin.at, left: 0, right: columns - 1 };
  return rangeObject(machine, pin.sheet, zone, { rows: pin.on === "column", columns: pin.on === "row" });
}

const locationClass: ServiceClass<MetadataSelf> = {
  name: "SpreadsheetApp.DeveloperMetadataLocation",
  area: "document",
  members: {
    getColumn: free<MetadataSelf>("", ({ machine, pin }) => (pin.on === "column" ? wholeRange(machine, pin) : null)),
    getRow: free<MetadataSelf>("", ({ machine, pin }) => (pin.on === "row" ? wholeRange(machine, pin) : null)),
    getSheet: free<MetadataSelf>("", ({ machine, pin }) =>
      pin.sheet === undefined ? null : sheetObject(machine, pin.sheet),
    ),
    getSpreadsheet: free<MetadataSelf>("", ({ machine, pin }) =>
      pin.on === "spreadsheet" ? spreadsheetObject(machine) : null,
    ),
    getLocationType: free<MetadataSelf>("", ({ pin }) => locationTypes[pin.on]),
  },
};

/** Pins cannot be changed in a store: the old one goes and a new one comes. */
function replace(self: MetadataSelf, change: Partial<Pin>): void {
  const { id, ...pin } = { ...self.pin, ...change };
  checkSizes(self.machine, pin, id);
  self.machine.store.removePin(id);
  self.pin = { ...pin, id: self.machine.store.addPin(pin) };
}

const metadataClass: ServiceClass<MetadataSelf> = {
  name: "SpreadsheetApp.DeveloperMetadata",
  area: "document",
  members: {
    getId: free<MetadataSelf>("", ({ pin }) => pin.id),
    getKey: free<MetadataSelf>("", ({ pin }) => pin.key),
    getValue: free<MetadataSelf>("", ({ pin }) => pin.value),
    getVisibility: free<MetadataSelf>("", ({ pin }) => visibilityOf(pin)),
    getLocation: free<MetadataSelf>("", (self) => expose(self.machine, locationClass, self)),
    setKey: write<MetadataSelf>("s", (self, key: string) => {
      replace(self, { key });
      return SELF;
    }),
    setValue: write<MetadataSelf>("s", (self, value: string) => {
      replace(self, { value });
      return SELF;
    }),
    setVisibility: write<MetadataSelf>("o", (self, visibility: unknown) => {
      replace(self, { visibility: String(visibility) });
      return SELF;
    }),
    remove: write<MetadataSelf>("", ({ machine, pin }) => machine.store.removePin(pin.id)),
  },
};

function visibilityOf(pin: Pin): EnumValue {
  return pin.visibility === "PROJECT" ? DeveloperMetadataVisibility.PROJECT : DeveloperMetadataVisibility.DOCUMENT;
}

const LIMIT = 30_000;

/** Google keeps 30,000 characters of metadata a spreadsheet and as many a sheet. */
function checkSizes(machine: Machine, added: Omit<Pin, "id">, instead?: number): void {
  const size = (pin: Omit<Pin, "id">) => pin.key.length + pin.value.length;
  const others = machine.store.pins().filter((p) => p.id !== instead && p.sheet === added.sheet);
  if (others.reduce((sum, p) => sum + size(p), size(added)) > LIMIT) {
    throw machine.error(`Developer metadata is limited to ${LIMIT} characters.`);
  }
}

export function addMetadata(
  machine: Machine,
  key: string,
  value: unknown,
  visibility: unknown,
  place: Pick<Pin, "on" | "sheet" | "at">,
): void {
  // (key, visibility) is a form of its own.
  const shown = visibility ?? (typeof value === "object" ? value : undefined) ?? "DOCUMENT";
  const pin = { key, value: typeof value === "string" ? value : "", visibility: String(shown), ...place };
  checkSizes(machine, pin);
  machine.store.addPin(pin);
}

/** The script's objects of all metadata that `wanted` picks. */
export function metadataObjects(machine: Machine, wanted: (pin: Pin) => boolean): unknown[] {
  return machine.store
    .pins()
    .filter(wanted)
    .map((pin) => expose(machine, metadataClass, { machine, pin }));
}

interface FinderSelf {
  readonly machine: Machine;
  readonly scope: { readonly sheet?: string; readonly zone?: Zone };
  readonly wanted: ((pin: Pin) => boolean)[];
  intersecting: boolean;
}

function wanting(test: (pin: Pin, value: never) => boolean) {
  return free<FinderSelf>("x", (finder, value: unknown) => {
    finder.wanted.push((pin) => test(pin, value as never));
    return SELF;
  });
}

const finderClass: ServiceClass<FinderSelf> = {
  name: "SpreadsheetApp.DeveloperMetadataFinder",
  area: "document",
  members: {
    withKey: wanting((pin, key: string) => pin.key === key),
    withValue: wanting((pin, value: string) => pin.value === value),
    withId: wanting((pin, id: number) => pin.id === id),
    withVisibility: wanting((pin, visibility: unknown) => pin.visibility === String(visibility)),
    withLocationType: wanting((pin, type: unknown) => pin.on.toUpperCase() === String(type)),
    onIntersectingLocations: free<FinderSelf>("", (finder) => {
      finder.intersecting = true;
      return SELF;
    }),
    find: read<FinderSelf>("", (finder) =>
      metadataObjects(finder.machine, (pin) => within(finder, pin) && finder.wanted.every((w) => w(pin))),
    ),
  },
};

/** A column is within a zone that reaches from top to bottom; a zone that only crosses it must be asked for. */
function within({ machine, scope: { sheet, zone }, intersecting }: FinderSelf, pin: Pin): boolean {
  if (sheet === undefined) return true;
  if (pin.sheet !== sheet) return false;
  if (!zone) return true;
  if (pin.at === undefined) return false;
  const { rows, columns } = machine.store.size(sheet);
  if (pin.on === "column") {
    const whole = zone.top === 0 && zone.bottom === rows - 1;
    return (whole || intersecting) && pin.at >= zone.left && pin.at <= zone.right;
  }
  const whole = zone.left === 0 && zone.right === columns - 1;
  return (whole || intersecting) && pin.at >= zone.top && pin.at <= zone.bottom;
}

/** Searches the spreadsheet, one sheet, or the rows and columns that a zone touches. */
export function metadataFinder(machine: Machine, scope: FinderSelf["scope"]): unknown {
  return expose(machine, finderClass, { machine, scope, wanted: [], intersecting: false });
}
