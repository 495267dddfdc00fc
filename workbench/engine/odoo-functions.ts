import { isDateFormat } from "../runtime/number-format";
import type { CellArgument, CellFunction, CellResult, FunctionHelp } from "../runtime/store";
import type { Library } from "./odoo-store";

interface EngineValue {
  readonly value: string | number | boolean | null;
  readonly format?: string;
  readonly message?: string;
}

type EngineArgument = EngineValue | undefined | readonly (readonly EngineValue[])[];

/** Whose functions a cell calls: the engine's list is one for the whole process, but each workbook has an add-on of its own. */
const byWorkbook = new WeakMap<object, Map<string, CellFunction>>();

/** Makes the function known to the engine, and callable in the workbook whose getters these are. */
export function registerCellFunction(
  library: Library,
  getters: object,
  name: string,
  run: CellFunction,
  help?: FunctionHelp,
): void {
  let own = byWorkbook.get(getters);
  if (!own) {
    own = new Map();
    byWorkbook.set(getters, own);
  }
  own.set(name, run);
  const argument = { type: ["ANY"], acceptMatrix: true, acceptErrors: false, optional: true };
  const args = help
    ? help.parameters.map((p) => ({ ...argument, name: p.name, description: p.description }))
    : [{ ...argument, name: "value", description: "", repeating: true }];
  const registry = library.registries.functionRegistry as unknown as {
    replace(name: string, description: object): void;
  };
  registry.replace(name, {
    description: help?.description ?? "",
    category: "Tierbook",
    args,
    compute(this: { readonly getters: object }, ...given: EngineArgument[]) {
      const found = byWorkbook.get(this.getters)?.get(name);
      if (!found) return { value: "#NAME?", message: `Unknown function: '${name}'.` };
      return fromResult(found(given.map(toArgument)));
    },
  });
}

function toArgument(argument: EngineArgument): CellArgument | CellArgument[][] {
  if (argument === undefined) return "";
  if (!Array.isArray(argument)) return scalar(argument as EngineValue);
  const columns = argument as readonly (readonly EngineValue[])[];
  // The engine's matrices are lists of columns, Google's are lists of rows.
  return (columns[0] ?? []).map((_, row) => columns.map((column) => scalar(column[row])));
}

function scalar(cell: EngineValue | undefined): CellArgument {
  if (cell === undefined || cell.value === null) return "";
  return typeof cell.value === "number" && isDateFormat(cell.format ?? "") ? { serial: cell.value } : cell.value;
}

function fromResult(result: CellResult): EngineValue | EngineValue[][] {
  if ("error" in result) return { value: "#ERROR", message: result.error };
  if ("value" in result) return toEngine(result.value);
  const width = result.values[0]?.length ?? 0;
  return Array.from({ length: width }, (_, column) => result.values.map((row) => toEngine(row[column]!)));
}

function toEngine(value: CellArgument): EngineValue {
  return typeof value === "object" ? { value: value.serial, format: "yyyy-mm-dd" } : { value };
}
