import { createRequire } from "node:module";
import { type Library, OdooStore, quietly, type WorkbookData } from "./odoo-store";

let library: Library | undefined;

/** The spreadsheet engine in Node. It wants Object.groupBy, which Node 20 has not. */
export function loadEngine(): Library {
  if (library) return library;
  const target = Object as unknown as Record<string, unknown>;
  target.groupBy ??= groupBy;
  const require = createRequire(import.meta.url);
  library = quietly(() => require("@odoo/o-spreadsheet") as Library);
  return library;
}

/** A workbook of exported data, or of the parts of an .xlsx (then a DOMParser must be there); empty without. */
export function makeOdooStore(data: WorkbookData = {}): OdooStore {
  return new OdooStore(loadEngine(), data);
}

function groupBy<T>(items: Iterable<T>, key: (item: T, index: number) => PropertyKey): Record<PropertyKey, T[]> {
  const groups = Object.create(null) as Record<PropertyKey, T[]>;
  let index = 0;
  for (const item of items) {
    const name = key(item, index++);
    const group = groups[name] ?? [];
    group.push(item);
    groups[name] = group;
  }
  return groups;
}
