import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { inject, vi } from "vitest";
import type { HomeView, PreviewView, RunView, Server, SetupDraft } from "../../src/edge/views";
import { GridStore } from "../../workbench/engine/grid-store";
import { readAddon, vmRealm } from "../../workbench/engine/node-addon";
import { type Addon, loadAddon, type Realm } from "../../workbench/runtime/addon";
import { createRuntime, type Runtime } from "../../workbench/runtime/runtime";
import type { Content, Value } from "../../workbench/runtime/store";

/** A cell of a test's sheet: a day is written as { day: serial }. */
export type Given = Value | { readonly day: number } | { readonly formula: string };

export interface SheetGiven {
  readonly name: string;
  readonly rows: readonly (readonly Given[])[];
}

/** An office: a document of a team, the add-on over it, and a clock. */
export interface Office {
  readonly runtime: Runtime;
  readonly store: GridStore;
  readonly addon: Addon;
  /** What the screen was asked to show, in order. */
  readonly screen: readonly string[];
  clock: number;
  /** google.script.run as the sidebar uses it. */
  readonly call: { readonly [Name in keyof Server]: (...args: Parameters<Server[Name]>) => ReturnType<Server[Name]> };
  /** Names of the sheets from left to right. */
  tabs(): string[];
  /** Values of a whole sheet. */
  values(sheet: string): Value[][];
  sheetId(name: string): string;
  put(sheet: string, row: number, column: number, given: Given): void;
  /** Sorts the rows below the header: line i gets what stood in line order[i]. */
  sort(sheet: string, order: readonly number[]): void;
  /** Remembers document, settings and clock as they are. What it gives puts all of them back, as often as it is called. */
  keep(): () => void;
}

/** The add-on as it goes to Google, built once a run of tests: whichever file comes first builds it, the others wait. */
export async function builtAddon(): Promise<string> {
  const outdir = join(inject("folder"), "dist");
  const done = `${outdir}-done`;
  const first = mkdirSync(outdir, { recursive: true }) !== undefined;
  if (first) {
    // @ts-expect-error: plain JavaScript
    const { build } = (await import("../../build.mjs")) as { build(options: { outdir: string }): Promise<unknown> };
    await build({ outdir });
    mkdirSync(done);
  }
  await vi.waitUntil(() => existsSync(done), { timeout: 100_000 });
  return outdir;
}

/** 22 November 2026, 9:00 in Shanghai. */
export const NOW = Date.UTC(2026, 10, 22, 1);
export const TODAY = 46_348;

const contentOf = (given: Given): Content =>
  typeof given === "object" ? ("formula" in given ? given : { value: given.day }) : { value: given };

/** A copy through and through. What is of a class of its own, as a formula is, never changes and stays the same. */
function copied<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copied) as T;
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [key, copied(one)])) as T;
  if (value instanceof Set) return new Set(value) as T;
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copied(one)])) as T;
}

export async function office(
  sheets: readonly SheetGiven[],
  changes: {
    readonly user?: string;
    readonly locale?: string;
    readonly spreadsheetLocale?: string;
    readonly zone?: string;
    /**
     * All runs of the script share what they have loaded, where Google loads it anew for each. What the script remembers
     * is tables and nothing of a document, so a trial at every call may take this shorter way.
     */
    readonly sharesLoaded?: boolean;
  } = {},
): Promise<Office> {
  const folder = await builtAddon();
  const store = new GridStore(sheets[0]!.name);
  const put = (sheet: string, row: number, column: number, given: Given) => {
    store.write(sheet, row, column, [[contentOf(given)]]);
    if (typeof given === "object" && "day" in given) {
      store.setFormat(sheet, { top: row, left: column, bottom: row, right: column }, "yyyy-mm-dd");
    }
  };
  const idOf = (name: string) => store.sheets().find((id) => store.sheetName(id) === name)!;
  sheets.forEach((sheet, i) => {
    const id = i === 0 ? store.sheets()[0]! : store.insertSheet(sheet.name, i, 1000, 26);
    const { rows, columns } = store.size(id);
    if (sheet.rows.length > rows) store.insertRows(id, rows, sheet.rows.length - rows);
    const width = sheet.rows[0]?.length ?? 0;
    if (width > columns) store.insertColumns(id, columns, width - columns);
    sheet.rows.forEach((row, r) => {
      row.forEach((given, c) => {
        if (given !== "") put(id, r, c, given);
      });
    });
  });
  const files = readAddon(folder);
  const it = { clock: NOW };
  const screen: string[] = [];
  const runtime = createRuntime(store, {
    now: () => it.clock,
    user: changes.user ?? "amy",
    locale: changes.locale ?? "en",
    spreadsheetLocale: changes.spreadsheetLocale ?? "en_US",
    spreadsheetTimeZone: changes.zone ?? "Asia/Shanghai",
    scriptTimeZone: "Etc/UTC",
    files: files.files,
    addonMode: true,
    ui: {
      menu: (menu) => screen.push(`menu: ${menu.items.map(({ label }) => label).join(", ")}`),
      sidebar: (html, title) => screen.push(`sidebar ${title}: ${html}`),
      toast: () => {},
    },
  });
  let loaded: Realm | undefined;
  const addon = loadAddon(
    runtime,
    files,
    changes.sharesLoaded ? (...given) => (loaded ??= vmRealm(...given)) : vmRealm,
  );
  const call = new Proxy({} as Office["call"], {
    get:
      (_, name: string) =>
      (...args: unknown[]) =>
        addon.rpc(name, ...args),
  });
  return Object.assign(it, {
    runtime,
    store,
    addon,
    call,
    screen,
    sheetId: idOf,
    put: (sheet: string, row: number, column: number, given: Given) => put(idOf(sheet), row, column, given),
    sort(name: string, order: readonly number[]) {
      const id = idOf(name);
      store.reorderRows(id, { top: 1, left: 0, bottom: order.length, right: store.used(id).columns - 1 }, order);
    },
    keep() {
      const { state } = runtime.machine;
      const [cells, settings, clock, user] = [copied({ ...store }), copied({ ...state }), it.clock, runtime.user];
      return () => {
        Object.assign(store, copied(cells));
        Object.assign(state, copied(settings));
        it.clock = clock;
        runtime.as(user);
        runtime.faults.clear();
        addon.forget();
      };
    },
    tabs: () => store.sheets().map((id) => store.sheetName(id)),
    values(name: string) {
      const id = idOf(name);
      const { rows, columns } = store.used(id);
      return rows === 0 ? [] : store.values(id, { top: 0, left: 0, bottom: rows - 1, right: columns - 1 });
    },
  });
}

/** Goes through set-up to the draft that the screens give. */
export function draftOf({ call }: Office): SetupDraft {
  const { draft } = call.start(null);
  if (!draft) throw new Error("no customer sheet was found");
  return draft;
}

/** All steps of a run after its preview. */
export function finish({ call }: Office, view: RunView): HomeView {
  let now = view;
  while (now.kind === "next") now = call.advance(now.batch);
  if (now.kind === "changed") throw new Error("the sheet changed");
  return now.home;
}

/** Set-up, preview and write. */
export function setUp(it: Office, draft: SetupDraft = draftOf(it)): { preview: PreviewView; home: HomeView } {
  const preview = it.call.preview(draft);
  return { preview, home: finish(it, it.call.begin(preview.fingerprint, draft)) };
}

/** Preview and write by the saved set-up. */
export function reclassify(it: Office): { preview: PreviewView; home: HomeView } {
  const preview = it.call.preview(null);
  return { preview, home: finish(it, it.call.begin(preview.fingerprint, null)) };
}

/** Contacted is pressed on the card of a customer, the first of the list where none is named. */
export function contact({ call }: Office, name?: string): HomeView {
  const { key, company } = call.home().today.find((one) => name === undefined || one.company === name)!;
  return call.log(key, { kind: "contacted", next: "", company });
}

/** Names of the service calls that a work makes, in order; the document is as before it. */
export function callsOf(it: Office, work: () => unknown): readonly string[] {
  const again = it.keep();
  it.runtime.calls.reset();
  work();
  const log = [...it.runtime.calls.log];
  again();
  return log;
}

/** The headers of our columns, from left to right. */
export const HEADERS = ["Follow-up", "Due", "Days since contact", "Next step", "Tier", "Why"];

/** A small team: five customers, and eight orders. */
export function team(): SheetGiven[] {
  return [
    {
      name: "Customers",
      rows: [
        ["Company", "Country", "Owner", "Last contact", "Customer grade"],
        ["Acme GmbH", "Germany", "Amy", { day: TODAY - 3 }, "A"],
        ["Bravo SARL", "France", "Ben", { day: TODAY - 40 }, "B"],
        ["Casa Blanca", "Spain", "Amy", { day: TODAY - 200 }, ""],
        ["Delta Ltd", "UK", "Ben", "", ""],
        ['=HYPERLINK("x")', "Italy", "Amy", { day: TODAY - 10 }, ""],
      ],
    },
    {
      name: "Orders",
      rows: [
        ["Order no", "Customer", "Order date", "Amount", "Currency", "Status"],
        ["1", "Acme GmbH", { day: TODAY - 20 }, 900_000, "USD", "completed"],
        ["2", "Acme GmbH", { day: TODAY - 90 }, 700_000, "USD", "completed"],
        ["3", "Acme GmbH", { day: TODAY - 500 }, 700_000, "USD", "completed"],
        ["4", "Bravo SARL", { day: TODAY - 100 }, 350_000, "USD", "shipped"],
        ["5", "Bravo SARL", { day: TODAY - 460 }, 10_000, "USD", "shipped"],
        ["6", "Casa Blanca", { day: TODAY - 300 }, 20_000, "USD", "paid"],
        ["7", "Casa Blanca", { day: TODAY - 800 }, 20_000, "USD", "cancelled"],
        ["8", "Delta Ltd", { day: TODAY - 5 }, 5_000, "EUR", "paid"],
      ],
    },
  ];
}
