import { strToU8, zipSync } from "fflate";
import { type OdooStore, quietly } from "../engine/odoo-store";
import { a1, columnNumber, parseA1 } from "../runtime/a1";
import type { SavedState } from "../runtime/runtime";
import type { Content, FormatRule, Store, Value, Zone } from "../runtime/store";
import {
  KEPT_TAB,
  type Kept,
  type KeptFormula,
  keep,
  keptFromCells,
  keptToCells,
  restore,
  restoreCharts,
} from "./kept";
import { type Loss, openPackage, readSheets, type XlsxCell } from "./xlsx-package";

export interface OpenedXlsx {
  readonly store: OdooStore;
  readonly losses: readonly Loss[];
  /** Of an earlier download; undefined where the file comes from elsewhere. */
  readonly saved: SavedState | undefined;
}

/**
 * Opens an .xlsx in the engine. `open` makes a store from what the engine loads (the parts of a package); it needs a
 * DOMParser. Texts stay the texts of the file, whatever they look like, and a formula that the engine cannot calculate
 * is kept as the value that it had. Throws UnreadableFile.
 */
export function openXlsx(bytes: Uint8Array, open: (parts: Readonly<Record<string, string>>) => OdooStore): OpenedXlsx {
  const file = openPackage(bytes);
  const store = open(file.parts);
  const byName = new Map(store.sheets().map((sheet) => [store.sheetName(sheet), sheet]));
  const lost: string[] = [];
  let lostCount = 0;
  let place = 0;
  for (const { name, cells } of file.sheets) {
    const sheet = byName.get(name);
    if (sheet === undefined) continue;
    // The engine goes by the names of the files, which need not follow the tabs.
    store.moveSheet(sheet, place++);
    const mended = mend(store, sheet, cells);
    mendRules(store, sheet);
    lostCount += mended.count;
    for (const word of mended.functions) if (!lost.includes(word)) lost.push(word);
  }
  for (const [name, target] of Object.entries(file.names)) setName(store, byName, name, target);
  const kept = takeKept(store, byName.get(KEPT_TAB));
  if (kept) restore(store, kept);
  const wholeCharts = kept ? restoreCharts(store, kept) : 0;
  const first = store.sheets().find((sheet) => !store.isHidden(sheet));
  if (first !== undefined) store.activate(first);
  const losses = file.losses
    .map((loss) => (loss.kind === "charts" ? { ...loss, count: loss.count - wholeCharts } : loss))
    .filter(({ count }) => count > 0);
  if (lostCount > 0) losses.push({ kind: "formulas", count: lostCount, what: lost });
  return { store, losses, saved: kept?.saved };
}

/** The workbook as an .xlsx, with a hidden tab for what such a file has no place for. */
export async function saveXlsx(store: OdooStore, saved: SavedState): Promise<Uint8Array> {
  const made = await quietly(() => store.model.exportXLSX());
  const parts: Record<string, string> = {};
  for (const part of made.files) if ("content" in part) parts[part.path] = part.content;
  const compared = textsCompared(store);
  for (const [path, xml] of Object.entries(parts)) parts[path] = cleaned(path, xml, compared);
  const kept = keep(store, saved, formulasLost(store, parts));
  addHiddenTab(parts, store.sheets().length, keptToCells(kept));
  addNames(parts, store);
  const packed: Record<string, Uint8Array> = {};
  for (const [path, xml] of Object.entries(parts)) packed[path] = strToU8(withDeclaration(xml));
  return zipSync(packed);
}

/** The engine writes a formula that Excel does not know, such as one of the add-on's, as the values that it shows. */
function formulasLost(store: OdooStore, parts: Readonly<Record<string, string>>): KeptFormula[] {
  const getters = store.model.getters as unknown as {
    getSpreadZone(position: { sheetId: string; row: number; col: number }): Zone | undefined;
  };
  const written = readSheets(parts);
  const lost: KeptFormula[] = [];
  for (const [tab, sheet] of store.sheets().entries()) {
    const { rows, columns } = store.used(sheet);
    if (rows === 0) continue;
    const held = new Set(written[tab]?.cells.filter(({ formula }) => formula !== "").map(({ at }) => at));
    const formulas = store.formulas(sheet, { top: 0, left: 0, bottom: rows - 1, right: columns - 1 });
    for (const [row, line] of formulas.entries()) {
      for (const [column, formula] of line.entries()) {
        if (formula === "" || held.has(a1({ top: row, left: column, bottom: row, right: column }))) continue;
        const zone = getters.getSpreadZone({ sheetId: sheet, row, col: column });
        const size = { rows: zone ? zone.bottom - row + 1 : 1, columns: zone ? zone.right - column + 1 : 1 };
        lost.push({ tab, row, column, ...size, formula });
      }
    }
  }
  return lost;
}

/** Puts right what the engine read otherwise than it stands in the file. */
function mend(store: OdooStore, sheet: string, cells: readonly XlsxCell[]): { count: number; functions: string[] } {
  const { rows, columns } = store.size(sheet);
  const values = store.values(sheet, { top: 0, left: 0, bottom: rows - 1, right: columns - 1 });
  const functions = new Set<string>();
  let count = 0;
  const wrong: { row: number; column: number; content: Content }[] = [];
  for (const { at, formula, value } of cells) {
    const [, letters, number] = /^([A-Z]+)(\d+)$/.exec(at) ?? [];
    const row = Number(number) - 1;
    const column = columnNumber(letters ?? "");
    const now = values[row]?.[column];
    if (value === undefined || now === undefined) continue;
    if (formula === "") {
      if (typeof value === "string" && now !== linesOf(value))
        wrong.push({ row, column, content: { value: linesOf(value) } });
      continue;
    }
    // Google writes what only Google calculates as a call of this name, with the value beside it.
    const foreign = formula.includes("__xludf.DUMMYFUNCTION");
    if (!foreign && (!isError(now) || isError(value))) continue;
    wrong.push({ row, column, content: { value: typeof value === "string" ? linesOf(value) : value } });
    count++;
    for (const word of functionsIn(formula)) functions.add(word);
  }
  store.writeCells(sheet, wrong);
  return { count, functions: [...functions] };
}

function linesOf(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

function isError(value: Value): boolean {
  return typeof value === "string" && /^#(?:[A-Z][A-Z0-9/_]*[!?]?|N\/A)$/.test(value);
}

/** The functions that a formula names, without Google's and Excel's prefixes. */
function functionsIn(formula: string): string[] {
  const inner = /DUMMYFUNCTION\("((?:[^"]|"")*)"\)/.exec(formula)?.[1];
  if (inner?.replaceAll('"', "") === "COMPUTED_VALUE" || formula === "shared") return [];
  const words = (inner ?? formula).matchAll(/([A-Z][A-Z0-9_.]*)\(/gi);
  return [...words].map(([, word]) => word!.toUpperCase().replace(/^(?:_XLFN\.|_XLWS\.|__XLUDF\.)+/, ""));
}

function setName(store: Store, byName: ReadonlyMap<string, string>, name: string, target: string): void {
  const found = parseA1(target, (sheet) => {
    const id = byName.get(sheet ?? "");
    return id === undefined ? undefined : store.size(id);
  });
  if (!found) return;
  const sheet = byName.get(found.sheet ?? "")!;
  const { rows, columns } = store.size(sheet);
  if (found.zone.bottom < rows && found.zone.right < columns) store.setName(name, sheet, found.zone);
}

function takeKept(store: Store, sheet: string | undefined): Kept | undefined {
  if (sheet === undefined) return undefined;
  const { rows } = store.used(sheet);
  const cells = rows === 0 ? [] : store.values(sheet, { top: 0, left: 0, bottom: rows - 1, right: 0 });
  const kept = keptFromCells(cells.map(([cell]) => String(cell)));
  if (kept) {
    // The engine counts visible tabs only when it asks whether one may go.
    store.setHidden(sheet, false);
    store.deleteSheet(sheet);
  }
  return kept;
}

/** What the engine writes and other programs reject, or would show. */
function cleaned(path: string, xml: string, compared: ReadonlySet<string>): string {
  const plain = xml.replaceAll(' xmlns=""', "").replaceAll(' errorStyle=""', "");
  if (path.startsWith("xl/worksheets/")) return withRules(plain, compared);
  if (path !== "xl/sharedStrings.xml") return plain;
  // In the engine an apostrophe in front says "this is text"; in the file the type of the cell says it.
  const texts = plain.replace(/(<t(?:\s[^>]*)?>)(?:'|&apos;)/g, "$1");
  // Excel reads _x000D_ as a control character; so that the team's own such text stays one, its first sign is spelt out.
  return texts.replace(/_(?=x[0-9A-F]{4}_)/g, "_x005F_");
}

/** Texts that conditional formats compare with, as they stand in XML. */
function textsCompared(store: Store): Set<string> {
  const rules = store.sheets().flatMap((sheet) => store.rules(sheet));
  return new Set(rules.flatMap(({ condition }) => (condition.type === "text_equal" ? [escaped(condition.text)] : [])));
}

/** In a rule of the file a text stands in quotes, where the engine leaves it bare, and the first rule has priority 1. */
function withRules(xml: string, compared: ReadonlySet<string>): string {
  let priority = 0;
  return xml.replace(/<cfRule\b[^>]*>(?:[\s\S]*?<\/cfRule>)?/g, (rule) =>
    rule
      .replace(/\bpriority="\d+"/, () => `priority="${++priority}"`)
      .replace(/<formula>([^<]*)<\/formula>/, (whole, text: string) =>
        rule.includes('type="cellIs"') && compared.has(text)
          ? `<formula>&quot;${text.replaceAll("&quot;", "&quot;&quot;")}&quot;</formula>`
          : whole,
      ),
  );
}

/** What a rule wants the cell to be equal to, as the engine read it from a file; "" where it wants something else. */
function comparedWith({ condition }: FormatRule): string {
  if (condition.type === "text_equal") return condition.text;
  if (condition.type !== "other") return "";
  const { operator, values } = (condition.raw as { rule: { operator?: string; values?: readonly string[] } }).rule;
  return operator === "isEqual" ? (values?.[0] ?? "") : "";
}

/** A rule that compares with a text in quotes is one that compares with the text. */
function mendRules(store: Store, sheet: string): void {
  const rules = store.rules(sheet);
  const mended = rules.map((rule): FormatRule => {
    const text = /^=?"((?:[^"]|"")*)"$/.exec(comparedWith(rule))?.[1];
    return text === undefined ? rule : { ...rule, condition: { type: "text_equal", text: text.replaceAll('""', '"') } };
  });
  if (mended.some((rule, index) => rule !== rules[index])) store.setRules(sheet, mended);
}

function withDeclaration(xml: string): string {
  return xml.startsWith("<?xml") ? xml : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml.trim()}`;
}

const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

function addHiddenTab(parts: Record<string, string>, sheets: number, cells: readonly string[]): void {
  const rows = cells.map(
    (text, row) =>
      `<row r="${row + 1}"><c r="A${row + 1}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c></row>`,
  );
  parts["xl/worksheets/tierbook.xml"] =
    `<worksheet xmlns="${MAIN}"><sheetData>${rows.join("")}</sheetData></worksheet>`;
  insert(
    parts,
    "xl/workbook.xml",
    "</sheets>",
    `<sheet state="hidden" name="${KEPT_TAB}" sheetId="${sheets + 1}" r:id="rIdTierbook"/>`,
  );
  insert(
    parts,
    "xl/_rels/workbook.xml.rels",
    "</Relationships>",
    `<Relationship Id="rIdTierbook" Type="${RELATION}/worksheet" Target="worksheets/tierbook.xml"/>`,
  );
  insert(
    parts,
    "[Content_Types].xml",
    "</Types>",
    `<Override PartName="/xl/worksheets/tierbook.xml" ContentType="${SHEET_TYPE}"/>`,
  );
}

function addNames(parts: Record<string, string>, store: Store): void {
  const names = store.names().flatMap((name) => {
    const found = store.name(name);
    if (!found) return [];
    const range = a1(found.zone).replace(/[A-Z]+|\d+/g, "$$$&");
    const sheet = store.sheetName(found.sheet).replaceAll("'", "''");
    return [`<definedName name="${escaped(name)}">${escaped(`'${sheet}'!${range}`)}</definedName>`];
  });
  if (names.length > 0)
    insertAfter(parts, "xl/workbook.xml", "</sheets>", `<definedNames>${names.join("")}</definedNames>`);
}

function insert(parts: Record<string, string>, path: string, before: string, xml: string): void {
  parts[path] = replaceOnce(path, parts[path] ?? "", before, xml + before);
}

function insertAfter(parts: Record<string, string>, path: string, after: string, xml: string): void {
  parts[path] = replaceOnce(path, parts[path] ?? "", after, after + xml);
}

function replaceOnce(path: string, text: string, old: string, made: string): string {
  const at = text.lastIndexOf(old);
  if (at < 0) throw new Error(`The engine wrote ${path} without ${old}`);
  return text.slice(0, at) + made + text.slice(at + old.length);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
