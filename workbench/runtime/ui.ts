import { htmlBehind } from "./html";
import type { HostUi, Machine, MenuItem } from "./machine";
import { behind, expose, free, googleEnum, read, SELF, type ServiceClass, write } from "./service";

const Button = googleEnum("OK", "CANCEL", "YES", "NO", "CLOSE");
const ButtonSet = googleEnum("OK", "OK_CANCEL", "YES_NO", "YES_NO_CANCEL");

interface UiSelf {
  readonly machine: Machine;
}

interface MenuSelf {
  readonly machine: Machine;
  readonly title: string;
  readonly items: MenuItem[];
}

const menuClass: ServiceClass<MenuSelf> = {
  name: "Ui.Menu",
  area: "menu",
  members: {
    addItem: free<MenuSelf>("ss", (menu, label: string, run: string) => {
      menu.items.push({ label, run });
      return SELF;
    }),
    addSeparator: free<MenuSelf>("", (menu) => {
      menu.items.push({ label: "", separator: true });
      return SELF;
    }),
    addSubMenu: free<MenuSelf>("o", (menu, object: unknown) => {
      const sub = behind(object, menuClass);
      if (!sub) throw menu.machine.error("The parameters ((class)) don't match: a Menu is needed.");
      menu.items.push({ label: sub.title, items: sub.items });
      return SELF;
    }),
    addToUi: free<MenuSelf>("", ({ machine, title, items }) => screen(machine, "menu")({ title, items })),
  },
};

/** The part of the screen that the host has, or a refusal by name. */
function screen<Part extends keyof HostUi>(machine: Machine, part: Part): NonNullable<HostUi[Part]> {
  const found = machine.host.ui[part];
  if (!found) throw machine.error(`Ui: ${part} is not available in this workbench`);
  return found.bind(machine.host.ui) as NonNullable<HostUi[Part]>;
}

const buttonOf = (name: string) => Button[name as keyof typeof Button];

/** alert(prompt), alert(prompt, buttons), alert(title, prompt, buttons): title, message and buttons of any of them. */
function question(args: readonly unknown[]): [string, string, string] {
  const texts = args.filter((a) => typeof a === "string");
  const buttons = args.find((a) => typeof a === "object" && a !== null) ?? ButtonSet.OK;
  return [texts.length > 1 ? texts[0]! : "", texts[texts.length - 1] ?? "", String(buttons)];
}

const responseClass: ServiceClass<{ readonly button: string; readonly text: string }> = {
  name: "Ui.PromptResponse",
  area: "screen",
  members: {
    getSelectedButton: free<{ button: string }>("", ({ button }) => buttonOf(button)),
    getResponseText: free<{ text: string }>("", ({ text }) => text),
  },
};

const uiClass: ServiceClass<UiSelf> = {
  name: "Ui",
  area: "screen",
  members: {
    Button,
    ButtonSet,
    createMenu: free<UiSelf>(
      "s",
      ({ machine }, title: string) => expose(machine, menuClass, { machine, title, items: [] }),
      "menu",
    ),
    createAddonMenu: free<UiSelf>(
      "",
      ({ machine }) => expose(machine, menuClass, { machine, title: machine.host.addonName ?? "Tierbook", items: [] }),
      "menu",
    ),
    showSidebar: write<UiSelf>("o", ({ machine }, html: unknown) => {
      const { content, title } = htmlBehind(machine, html);
      screen(machine, "sidebar")(content, title);
    }),
    showModalDialog: write<UiSelf>("os", ({ machine }, html: unknown, title: string) =>
      screen(machine, "dialog")(htmlBehind(machine, html).content, title, true),
    ),
    showModelessDialog: write<UiSelf>("os", ({ machine }, html: unknown, title: string) =>
      screen(machine, "dialog")(htmlBehind(machine, html).content, title, false),
    ),
    alert: read<UiSelf>("s|so|sso", ({ machine }, ...args: never[]) =>
      buttonOf(screen(machine, "alert")(...question(args))),
    ),
    prompt: read<UiSelf>("s|so|sso", ({ machine }, ...args: never[]) =>
      expose(machine, responseClass, screen(machine, "prompt")(...question(args))),
    ),
  },
};

export function uiObject(machine: Machine): unknown {
  return expose(machine, uiClass, { machine });
}
