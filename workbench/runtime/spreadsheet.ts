import { BooleanCriteria, ruleBuilder } from "./format-rules";
import { DOCUMENT_ID, type Machine } from "./machine";
import {
  addMetadata,
  DeveloperMetadataLocationType,
  DeveloperMetadataVisibility,
  metadataFinder,
  metadataObjects,
} from "./metadata";
import { rangeBehind, rangeObject } from "./range";
import { expose, free, type Members, read, SELF, type ServiceClass, write } from "./service";
import { checkSheetName, ProtectionType, rangeOf, SheetType, selectionObject, sheetBehind, sheetObject } from "./sheet";
import { uiObject } from "./ui";
import { DataValidationCriteria, validationBuilder } from "./validation";

interface SpreadsheetSelf {
  readonly machine: Machine;
}

const find = (machine: Machine, wanted: (id: string) => boolean) => {
  const id = machine.store.sheets().find(wanted);
  return id === undefined ? null : sheetObject(machine, id);
};

function insertSheet(machine: Machine, name: string | undefined, index: number): unknown {
  const { store } = machine;
  let given = name;
  for (let n = store.sheets().length + 1; given === undefined; n++) {
    if (!store.sheets().some((id) => store.sheetName(id) === `Sheet${n}`)) given = `Sheet${n}`;
  }
  checkSheetName(machine, given);
  const id = store.insertSheet(given, Math.max(0, Math.min(index, store.sheets().length)), 1000, 26);
  store.activate(id);
  return sheetObject(machine, id);
}

const activeRange = (machine: Machine) => {
  const { sheet, zone } = machine.store.selection();
  return rangeObject(machine, sheet, zone);
};

const members: Members<SpreadsheetSelf> = {
  getId: free<SpreadsheetSelf>("", () => DOCUMENT_ID),
  getUrl: free<SpreadsheetSelf>("", () => "about:blank"),
  getName: read<SpreadsheetSelf>("", ({ machine }) => machine.host.name ?? "Workbook"),
  getSpreadsheetTimeZone: read<SpreadsheetSelf>("", ({ machine }) => machine.host.spreadsheetTimeZone),
  getSpreadsheetLocale: read<SpreadsheetSelf>("", ({ machine }) => machine.host.spreadsheetLocale),

  getSheets: read<SpreadsheetSelf>("", ({ machine }) => machine.store.sheets().map((id) => sheetObject(machine, id))),
  getNumSheets: read<SpreadsheetSelf>("", ({ machine }) => machine.store.sheets().length),
  getSheetById: free<SpreadsheetSelf>("n", ({ machine }, id: number) =>
    find(machine, (s) => machine.sheetNumber(s) === id),
  ),
  getSheetByName: read<SpreadsheetSelf>("s", ({ machine }, name: string) =>
    find(machine, (s) => machine.store.sheetName(s) === name),
  ),
  getActiveSheet: read<SpreadsheetSelf>("", ({ machine }) => sheetObject(machine, machine.store.active())),
  setActiveSheet: write<SpreadsheetSelf>("o|ob", ({ machine }, sheet: unknown) => {
    machine.store.activate(sheetBehind(machine, sheet));
    return sheet;
  }),
  insertSheet: write<SpreadsheetSelf>("|s|n|sn", ({ machine }, name?: string | number, index?: number) => {
    const last = machine.store.sheets().length;
    if (typeof name === "number") return insertSheet(machine, undefined, name);
    return insertSheet(machine, name, index ?? last);
  }),
  deleteSheet: write<SpreadsheetSelf>("o", ({ machine }, object: unknown) => {
    const sheet = sheetBehind(machine, object);
    const { store } = machine;
    const others = store.sheets().filter((id) => id !== sheet && !store.isHidden(id));
    if (others.length === 0) throw machine.error("You can't remove all the sheets in a document.");
    store.deleteSheet(sheet);
  }),
  deleteActiveSheet: write<SpreadsheetSelf>("", ({ machine }) => {
    machine.store.deleteSheet(machine.store.active());
    return sheetObject(machine, machine.store.active());
  }),
  moveActiveSheet: write<SpreadsheetSelf>("n", ({ machine }, position: number) => {
    if (position < 1 || position > machine.store.sheets().length) throw machine.error("Invalid sheet index.");
    machine.store.moveSheet(machine.store.active(), position - 1);
  }),

  getRange: free<SpreadsheetSelf>("s", ({ machine }, text: string) => rangeOf(machine, text, machine.store.active())),
  getActiveRange: read<SpreadsheetSelf>("", ({ machine }) => activeRange(machine)),
  setActiveRange: write<SpreadsheetSelf>("o", ({ machine }, range: unknown) => {
    const { sheet, zone } = rangeBehind(machine, range);
    machine.store.select(sheet, zone);
    return range;
  }),
  getCurrentCell: read<SpreadsheetSelf>("", ({ machine }) => {
    const { sheet, zone } = machine.store.selection();
    return rangeObject(machine, sheet, { ...zone, bottom: zone.top, right: zone.left });
  }),
  getSelection: free<SpreadsheetSelf>("", ({ machine }) => selectionObject(machine)),

  setNamedRange: write<SpreadsheetSelf>("so", ({ machine }, name: string, range: unknown) => {
    if (!/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name))
      throw machine.error(`The name "${name}" is invalid for a named range.`);
    const { sheet, zone } = rangeBehind(machine, range);
    machine.store.setName(name, sheet, zone);
  }),
  removeNamedRange: write<SpreadsheetSelf>("s", ({ machine }, name: string) => machine.store.removeName(name)),
  getRangeByName: read<SpreadsheetSelf>("s", ({ machine }, name: string) => {
    const place = machine.store.name(name);
    return place ? rangeObject(machine, place.sheet, place.zone) : null;
  }),
  getNamedRanges: read<SpreadsheetSelf>("", ({ machine }) =>
    machine.store.names().map((name) => expose(machine, namedRangeClass, { machine, name })),
  ),

  addDeveloperMetadata: write<SpreadsheetSelf>(
    "s|ss|so|sso",
    ({ machine }, key: string, value?: unknown, visibility?: unknown) => {
      addMetadata(machine, key, value, visibility, { on: "spreadsheet" });
      return SELF;
    },
  ),
  createDeveloperMetadataFinder: free<SpreadsheetSelf>("", ({ machine }) => metadataFinder(machine, {})),
  getDeveloperMetadata: read<SpreadsheetSelf>("", ({ machine }) =>
    metadataObjects(machine, (p) => p.on === "spreadsheet"),
  ),

  toast: write<SpreadsheetSelf>("s|ss|ssn|x", ({ machine }, message: string, title = "", seconds = 5) => {
    machine.host.ui.toast?.(String(message), title, seconds);
  }),
};

interface NamedRangeSelf {
  readonly machine: Machine;
  readonly name: string;
}

const namedRangeClass: ServiceClass<NamedRangeSelf> = {
  name: "SpreadsheetApp.NamedRange",
  area: "document",
  members: {
    getName: free<NamedRangeSelf>("", ({ name }) => name),
    getRange: free<NamedRangeSelf>("", ({ machine, name }) => {
      const place = machine.store.name(name);
      if (!place) throw machine.error(`The named range "${name}" is no longer there.`);
      return rangeObject(machine, place.sheet, place.zone);
    }),
    remove: write<NamedRangeSelf>("", ({ machine, name }) => machine.store.removeName(name)),
  },
};

const spreadsheetClass: ServiceClass<SpreadsheetSelf> = {
  name: "SpreadsheetApp.Spreadsheet",
  area: "document",
  members,
};

export function spreadsheetObject(machine: Machine): unknown {
  return expose(machine, spreadsheetClass, { machine });
}

const appClass: ServiceClass<SpreadsheetSelf> = {
  name: "SpreadsheetApp",
  area: "document",
  members: {
    getActive: free<SpreadsheetSelf>("", ({ machine }) => spreadsheetObject(machine)),
    getActiveSpreadsheet: free<SpreadsheetSelf>("", ({ machine }) => spreadsheetObject(machine)),
    getActiveSheet: read<SpreadsheetSelf>("", ({ machine }) => sheetObject(machine, machine.store.active())),
    getActiveRange: read<SpreadsheetSelf>("", ({ machine }) => activeRange(machine)),
    getUi: free<SpreadsheetSelf>("", ({ machine }) => uiObject(machine), "menu"),
    flush: read<SpreadsheetSelf>("", () => undefined),
    newConditionalFormatRule: free<SpreadsheetSelf>("", ({ machine }) => ruleBuilder(machine)),
    newDataValidation: free<SpreadsheetSelf>("", ({ machine }) => validationBuilder(machine)),
    BooleanCriteria,
    DataValidationCriteria,
    DeveloperMetadataLocationType,
    DeveloperMetadataVisibility,
    ProtectionType,
    SheetType,
  },
};

export function spreadsheetApp(machine: Machine): unknown {
  return expose(machine, appClass, { machine });
}
