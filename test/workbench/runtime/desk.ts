import { GridStore } from "../../../workbench/engine/grid-store";
import { vmRealm } from "../../../workbench/engine/node-addon";
import { type Addon, loadAddon, type Manifest } from "../../../workbench/runtime/addon";
import type { Host } from "../../../workbench/runtime/machine";
import { createRuntime, type Runtime } from "../../../workbench/runtime/runtime";
import type { Store } from "../../../workbench/runtime/store";

/** A document, a clock and a small add-on, with what a test wants to be different. */
export interface Desk {
  readonly runtime: Runtime;
  readonly store: Store;
  readonly addon: Addon;
  /** What the screen was asked for, in order. */
  readonly screen: string[];
  clock: number;
}

export const scopes: Manifest = {
  oauthScopes: ["spreadsheets.currentonly", "script.container.ui", "script.scriptapp"].map(
    (scope) => `https://www.googleapis.com/auth/${scope}`,
  ),
};

export function desk(
  code = "",
  changes: Partial<Host> & { readonly store?: Store; readonly manifest?: Manifest } = {},
): Desk {
  const { store = new GridStore("Customers"), manifest = scopes, ...host } = changes;
  const screen: string[] = [];
  const it = { clock: Date.UTC(2024, 4, 6, 9) };
  const runtime = createRuntime(store, {
    now: () => it.clock,
    user: "ann",
    locale: "en",
    spreadsheetLocale: "en_US",
    spreadsheetTimeZone: "Asia/Shanghai",
    scriptTimeZone: "Etc/UTC",
    files: { "Sidebar.html": "<p>Hello</p>" },
    addonMode: false,
    ui: {
      menu: (menu) => screen.push(`menu ${menu.title}: ${menu.items.map((i) => i.label).join(", ")}`),
      sidebar: (html, title) => screen.push(`sidebar ${title} ${html}`),
      toast: (message) => screen.push(`toast ${message}`),
    },
    ...host,
  });
  const addon = loadAddon(runtime, { code, manifest }, vmRealm);
  return Object.assign(it, { runtime, store, addon, screen });
}

/** What a script of this body gives back, by way of google.script.run; `ss` is the spreadsheet, `sheet` its first sheet. */
export function scripted(body: string, changes: Parameters<typeof desk>[1] = {}): unknown {
  return desk(script(body), changes).addon.rpc("go");
}

export function script(body: string): string {
  return `function go() { const ss = SpreadsheetApp.getActive(); const sheet = ss.getSheets()[0]; ${body} }`;
}
