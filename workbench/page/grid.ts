import type * as engine from "@odoo/o-spreadsheet";

/** The libraries stand in the page as they were published: as globals of their own. */
declare const owl: {
  readonly Component: new (...args: never[]) => object;
  readonly xml: (strings: TemplateStringsArray) => string;
  readonly App: new (
    root: unknown,
    options: { readonly props: object; readonly warnIfNoStaticProps: boolean },
  ) => { addTemplates(xml: string): void; mount(target: HTMLElement): Promise<unknown> };
};
declare const o_spreadsheet: typeof engine;

export const library = o_spreadsheet;

export interface Notice {
  readonly text: string;
  readonly sticky: boolean;
}

/** Puts the engine's grid, with its menus, tool bar and tabs, into the page. */
export async function mountGrid(model: engine.Model, notify: (notice: Notice) => void): Promise<void> {
  const templates = await (await fetch("lib/o-spreadsheet/o_spreadsheet.xml")).text();
  class Grid extends owl.Component {
    static template =
      owl.xml`<Spreadsheet model="props.model" notifyUser="props.notify" raiseError="props.raise" askConfirmation="props.ask"/>`;
    static components = { Spreadsheet: o_spreadsheet.Spreadsheet };
    static props = ["*"];
  }
  const props = {
    model,
    notify,
    raise: (text: string, then?: () => void) => {
      notify({ text, sticky: false });
      then?.();
    },
    ask: (text: string, confirm: () => void, cancel?: () => void) => (window.confirm(text) ? confirm() : cancel?.()),
  };
  const app = new owl.App(Grid, { props, warnIfNoStaticProps: false });
  app.addTemplates(templates);
  await app.mount(document.getElementById("grid")!);
}

export interface MenuEntry {
  readonly label: string;
  readonly run?: () => void;
  readonly entries?: readonly MenuEntry[];
  /** A line below. */
  readonly separator?: boolean;
  /** A tick: this one is in force. */
  readonly chosen?: boolean;
}

/**
 * A menu in the top bar. Its name and entries are asked for each time, since the add-on may set them anew and the
 * person's language may change.
 */
export function addTopMenu(id: string, place: number, name: () => string, entries: () => readonly MenuEntry[]): void {
  const registry = o_spreadsheet.registries.topbarMenuRegistry;
  registry.add(id, { name, sequence: place, children: [() => actionsOf(id, entries())] });
}

type Action = Parameters<typeof o_spreadsheet.registries.topbarMenuRegistry.add>[1];

function actionsOf(id: string, entries: readonly MenuEntry[]): Action[] {
  return entries.map((entry, index) => {
    const own = `${id}-${index}`;
    return {
      id: own,
      name: entry.label,
      sequence: index,
      isReadonlyAllowed: true,
      isEnabledOnLockedSheet: true,
      ...(entry.separator ? { separator: true } : {}),
      ...(entry.chosen === undefined ? {} : { isActive: () => entry.chosen! }),
      ...(entry.entries ? { children: [() => actionsOf(own, entry.entries!)] } : { execute: () => entry.run?.() }),
    };
  });
}
