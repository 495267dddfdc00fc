import { realpathSync, statSync, writeFileSync } from "node:fs";
import { dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import {
  asOfOption,
  languageOption,
  parsed,
  Refused,
  readTeamFile,
  run,
  type TeamFile,
  zoneOption,
} from "./command-line";
import { GridStore } from "./engine/grid-store";
import { readAddon, vmRealm } from "./engine/node-addon";
import type { OdooStore } from "./engine/odoo-store";
import { classColumns, sheetAsCsv } from "./files/class-columns";
import { type CsvFile, readCsv, writeCsv } from "./files/csv";
import { provideDom } from "./files/dom-node";
import { addTable, copySheets } from "./files/tables";
import { openXlsx, saveXlsx } from "./files/xlsx";
import { type Loss, lossSentence } from "./files/xlsx-package";
import { findingSentences } from "./findings";
import { reclassify, type Wishes } from "./headless";
import { helpText, RECLASSIFY_OPTIONS } from "./options";
import { loadAddon } from "./runtime/addon";
import type { Host } from "./runtime/machine";
import { createRuntime, type SavedState } from "./runtime/runtime";
import type { Store } from "./runtime/store";

const COMMAND = "npm run reclassify -- CUSTOMERS.csv|CUSTOMERS.xlsx --out OUT.csv|OUT.xlsx [OPTIONS]";
const dist = join(dirname(fileURLToPath(import.meta.url)), "..", "dist");

interface Workbook {
  readonly store: Store;
  /** The same store where an .xlsx will be written. */
  readonly engine: OdooStore | undefined;
  /** Names of the sheets; undefined: the add-on finds them. null: there is none. */
  readonly customers: string | undefined;
  readonly orders: string | null | undefined;
  readonly contacts: string | null | undefined;
  readonly losses: readonly Loss[];
  readonly saved: SavedState | undefined;
}

await run(async () => {
  const { values, positionals } = parsed({ allowPositionals: true, options: RECLASSIFY_OPTIONS });
  const language = languageOption(values.lang);
  const help = helpText(COMMAND, RECLASSIFY_OPTIONS, language);
  if (values.help) {
    console.log(help);
    return;
  }
  if (process.argv.length === 2) throw new Refused(help);
  const path = positionals[0];
  if (path === undefined)
    throw new Refused("Name the customer file: npm run reclassify -- CUSTOMERS.csv --out OUT.csv");
  if (positionals.length > 1) throw new Refused(`One customer file at a time; what is ${positionals[1]}?`);
  const out = outOption(
    values.out,
    [path, values.orders, values.contacts, values.rates].filter((each) => each !== undefined),
  );
  const zone = zoneOption(values.zone);
  const instant = asOfOption(values["as-of"], zone) ?? Date.now();
  const options = {
    base: currencyOption("--base", values.base),
    currency: currencyOption("--currency", values.currency),
    dateOrder: choiceOption("--date-order", values["date-order"], ["dmy", "mdy"]),
    equalRows: choiceOption("--equal-rows", values["equal-rows"], ["each", "whole"]),
    preset: values.preset,
    policy: pairs("--set", values.set ?? []),
    columns: emptied(pairs("--map", values.map ?? [])),
    rates: values.rates === undefined ? undefined : ratesIn(values.rates),
  };
  const customerFile = readTeamFile(path);
  const others = {
    orders: values.orders === undefined ? undefined : readTeamFile(values.orders),
    contacts: values.contacts === undefined ? undefined : readTeamFile(values.contacts),
  };

  const book = await openBook(customerFile, others, out.kind === "xlsx");
  const addonFiles = addonIn(dist);
  const host: Host = {
    now: () => instant,
    user: "reclassify",
    locale: language === "zh" ? "zh_CN" : "en",
    // A file tells no locale, and classes must not depend on the language of whoever runs it.
    spreadsheetLocale: "en_US",
    spreadsheetTimeZone: zone,
    scriptTimeZone: "Etc/UTC",
    files: addonFiles.files,
    addonMode: true,
    name: customerFile.name,
    ui: { menu: () => undefined },
  };
  const runtime = createRuntime(book.store, host, book.saved);
  const addon = loadAddon(runtime, addonFiles, vmRealm);
  const wishes: Wishes = {
    ...options,
    language,
    customers: book.customers,
    orders: book.orders,
    contacts: book.contacts,
  };
  const texts =
    out.kind === "csv" && customerFile.kind === "xlsx"
      ? book.store.sheets().map((sheet) => sheetAsCsv(book.store, sheet))
      : [];
  const graded = reclassify(addon, runtime, wishes);

  if (out.kind === "xlsx") {
    writeOut(out.path, await saveXlsx(book.engine!, runtime.save()));
  } else {
    const csv = customerFile.kind === "csv" ? customerFile.csv : customerSheet(texts, graded.headers);
    writeOut(out.path, writeCsv(csv, classColumns(csv.rows, graded.headers, graded.results)));
  }
  for (const loss of book.losses) console.error(lossSentence(loss, language));
  for (const note of graded.notes) console.error(note);
  for (const sentence of findingSentences(graded.results.findings, language)) console.error(sentence);
  if (values.stats) {
    const { customers, orders, changed, unreadable, ambiguous } = graded.results;
    const { serviceCalls, ms } = graded;
    console.log(JSON.stringify({ customers, orders, changed, unreadable, ambiguous, serviceCalls, ms }));
  }
});

function ratesIn(path: string): CsvFile["rows"] {
  const file = readTeamFile(path);
  if (file.kind !== "csv") throw new Refused(`--rates ${path}: only a .csv can be read.`);
  return file.csv.rows;
}

function addonIn(folder: string): ReturnType<typeof readAddon> {
  try {
    return readAddon(folder);
  } catch {
    throw new Refused("dist/ is missing; run npm run build first.");
  }
}

/** Files beside the customers', each of which may be missing. */
type Others = Readonly<Record<"orders" | "contacts", TeamFile | undefined>>;

/** The plain grid is fast and enough for text in, text out; an .xlsx needs the engine on either side. */
async function openBook(customers: TeamFile, others: Others, toXlsx: boolean): Promise<Workbook> {
  const plain = [customers, others.orders, others.contacts].every((file) => file?.kind !== "xlsx");
  if (plain && !toXlsx && customers.kind === "csv") {
    const store = new GridStore();
    const first = customersIn(store, customers.name, customers.csv);
    return { store, engine: undefined, customers: first, saved: undefined, ...addOthers(store, others, null) };
  }
  // A second's work to load, which text in, text out can do without.
  const [{ loadEngine }, { OdooStore }] = await Promise.all([
    import("./engine/odoo-node"),
    import("./engine/odoo-store"),
  ]);
  const library = loadEngine();
  provideDom();
  const open: Open = (bytes) => openXlsx(bytes, (parts) => new OdooStore(library, parts));
  if (customers.kind === "csv") {
    const store = new OdooStore(library);
    const first = customersIn(store, customers.name, customers.csv);
    const added = addOthers(store, others, plain ? null : undefined, open);
    return { store, engine: store, customers: first, saved: undefined, ...added };
  }
  const { store, losses, saved } = open(customers.bytes);
  const added = addOthers(store, others, undefined, open);
  return { store, engine: store, customers: undefined, saved, ...added, losses: [...losses, ...added.losses] };
}

type Open = (bytes: Uint8Array) => ReturnType<typeof openXlsx>;

/** The customers' table in a workbook of its own; returns the name of its sheet. */
function customersIn(store: Store, name: string, csv: CsvFile): string {
  const first = store.sheets()[0]!;
  const customers = addTable(store, name, csv.rows);
  store.activate(customers);
  store.deleteSheet(first);
  return store.sheetName(customers);
}

/** Puts the other files behind the customers. `missing` stands for a file that was not named; see Workbook. */
function addOthers(store: Store, others: Others, missing: null | undefined, open?: Open) {
  const losses: Loss[] = [];
  const add = (file: TeamFile | undefined): string | null | undefined => {
    if (!file) return missing;
    if (file.kind === "csv") return store.sheetName(addTable(store, file.name, file.csv.rows));
    const other = open!(file.bytes);
    losses.push(...other.losses);
    const before = store.sheets().length;
    copySheets(other.store, store);
    const copied = store.sheets().slice(before);
    // Which of several is meant is for the add-on to find.
    return copied.length === 1 ? store.sheetName(copied[0]!) : undefined;
  };
  return { orders: add(others.orders), contacts: add(others.contacts), losses };
}

/**
 * The customer sheet of a workbook, as it was before our columns came into it: the one whose header row holds the headers
 * that the add-on used. The byte order mark tells Excel that the text is UTF-8.
 */
function customerSheet(texts: readonly string[], headers: readonly string[]): CsvFile {
  const found = texts
    .map((text) => readCsv(Buffer.from(`\ufeff${text}`, "utf8")))
    .find((csv) =>
      csv.rows.slice(0, 10).some((row) => headers.every((header) => row.some((cell) => cell.trim() === header.trim()))),
    );
  if (!found) throw new Error("The customer sheet is not in the workbook any more");
  return found;
}

/** Nothing is ever written over what was read. */
function outOption(path: string | undefined, inputs: readonly string[]): { path: string; kind: "csv" | "xlsx" } {
  if (path === undefined) throw new Refused("Say where to write with --out OUT.csv or --out OUT.xlsx.");
  const ending = extname(path).toLowerCase();
  if (ending !== ".csv" && ending !== ".xlsx") throw new Refused(`--out ${path}: only .csv and .xlsx can be written.`);
  if (inputs.some((input) => samePath(input, path)))
    throw new Refused("--out names an input file, and inputs are never written over.");
  return { path, kind: ending === ".csv" ? "csv" : "xlsx" };
}

/** Throws Refused where the folder is missing, or the file must not be written. */
function writeOut(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const why = code === "ENOENT" ? "there is no such folder" : `the system says ${code}`;
    throw new Refused(`--out ${path} cannot be written: ${why}.`);
  }
}

/** One file, whatever it is called: a link of either kind leads to the same place on the disk. */
function samePath(a: string, b: string): boolean {
  const [one, other] = [a, b].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }));
  if (one && other && one.ino !== 0n && one.ino === other.ino && one.dev === other.dev) return true;
  const real = (path: string) => {
    try {
      return realpathSync(path);
    } catch {
      return resolve(path);
    }
  };
  return real(a) === real(b);
}

function currencyOption(name: string, code: string | undefined): string | undefined {
  if (code !== undefined && !/^[A-Za-z]{3}$/.test(code))
    throw new Refused(`${name} ${code} is no currency; write three letters, as in USD.`);
  return code?.toUpperCase();
}

/** One of two words; undefined: neither was named. */
function choiceOption<Word extends string>(name: string, word: string | undefined, words: readonly [Word, Word]) {
  if (word !== undefined && !words.some((one) => one === word))
    throw new Refused(`${name} ${word}: write ${words.join(" or ")}.`);
  return word as Word | undefined;
}

function pairs(name: string, texts: readonly string[]): Record<string, string> {
  const found: [string, string][] = [];
  for (const text of texts) {
    const at = text.indexOf("=");
    if (at < 1)
      throw new Refused(
        `${name} ${text}: write it as KEY=VALUE.`.replace("KEY=VALUE", name === "--map" ? "FIELD=HEADER" : "KEY=VALUE"),
      );
    found.push([text.slice(0, at).trim(), text.slice(at + 1).trim()]);
  }
  // Not by assignment, in which a key such as __proto__ would vanish.
  return Object.fromEntries(found);
}

/** --map owner= says that there is no such column. */
function emptied(columns: Readonly<Record<string, string>>): Record<string, string | null> {
  return Object.fromEntries(Object.entries(columns).map(([field, header]) => [field, header === "" ? null : header]));
}
