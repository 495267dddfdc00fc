import { dayIn, nextNoon } from "../clock";
import { OdooStore } from "../engine/odoo-store";
import { addTable, copySheets } from "../files/tables";
import { openXlsx, saveXlsx } from "../files/xlsx";
import { type Loss, lossSentence } from "../files/xlsx-package";
import { type Addon, loadAddon, messageOf, type TriggerRun } from "../runtime/addon";
import type { Host, Menu, MenuItem } from "../runtime/machine";
import { createRuntime, type Runtime, type SavedState } from "../runtime/runtime";
import { writeSample } from "../sample/write";
import { addTopMenu, library, type MenuEntry, mountGrid } from "./grid";
import { frameRealm, topLevelNames } from "./realm";
import type { Session, Source } from "./session";
import { nextFrame, Sidebar } from "./sidebar";
import { drawStrip } from "./strip";
import { showToast } from "./toasts";
import { type Language, type Words, words } from "./words";

/** Those who own customers in the sample: a second person is needed to see what belongs to whom. */
const PEOPLE = ["Amy", "Bruno", "Cindy", "David", "Eva"] as const;

interface Workbench {
  readonly store: OdooStore;
  readonly runtime: Runtime;
  readonly addon: Addon;
  /** The workbench's time in milliseconds since 1970. */
  now(): number;
  nextDay(): readonly TriggerRun[];
  refreshNow(): readonly TriggerRun[];
  actAs(person: string): void;
  setLanguage(language: Language): void;
  download(): Promise<Uint8Array>;
  /** True when the page can be used. */
  ready: boolean;
}

declare global {
  interface Window {
    workbench?: Workbench;
  }
}

interface Opened {
  readonly store: OdooStore;
  readonly losses: readonly Loss[];
  readonly saved: SavedState | undefined;
}

async function text(path: string): Promise<string> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} is missing`);
  return response.text();
}

async function openSource(source: Source): Promise<Opened> {
  const nothing = { losses: [], saved: undefined };
  if (source.kind === "xlsx") {
    const bytes = new Uint8Array(await (await fetch(source.path)).arrayBuffer());
    return openXlsx(bytes, (parts) => new OdooStore(library, parts));
  }
  const store = new OdooStore(library);
  if (source.kind === "sample") {
    writeSample(store, source.sample);
    return { store, ...nothing };
  }
  const first = store.sheets()[0]!;
  const sheet = addTable(store, source.name, source.rows);
  store.activate(sheet);
  store.deleteSheet(first);
  return { store, ...nothing };
}

async function openAll(sources: readonly Source[]): Promise<Opened> {
  const opened = await openSource(sources[0]!);
  const losses = [...opened.losses];
  for (const source of sources.slice(1)) {
    if (source.kind === "csv") {
      addTable(opened.store, source.name, source.rows);
      continue;
    }
    const other = await openSource(source);
    copySheets(other.store, opened.store);
    losses.push(...other.losses);
  }
  return { ...opened, losses };
}

async function start(): Promise<void> {
  const session: Session = JSON.parse(await text("session.json"));
  const [code, sidebarHtml, shim] = await Promise.all([
    text("addon/Code.js"),
    text("addon/Sidebar.html"),
    text("sidebar-shim.js"),
  ]);
  const { store, losses, saved } = await openAll(session.sources);

  const begun = performance.now();
  let base = session.now ?? Date.now();
  const now = () => base + Math.round(performance.now() - begun);
  const setNow = (instant: number) => {
    base = instant - Math.round(performance.now() - begun);
  };

  let language: Language = session.language;
  const say = (): Words => words[language];
  let menu: Menu | undefined;
  const toast = (message: string, title = "", seconds = 5) => showToast(message, title, seconds, say().close);

  const file = session.sources[0]!;
  const fileName = file.kind === "sample" ? "" : file.name;
  const host: Host = {
    now,
    user: PEOPLE[0],
    // Asked for at each run: the person may change.
    get locale() {
      return language === "zh" ? "zh_CN" : "en";
    },
    // A file tells no locale. It is not that of the person who looks: limits and classes must not depend on that.
    spreadsheetLocale: "en_US",
    spreadsheetTimeZone: session.zone,
    scriptTimeZone: "Etc/UTC",
    files: { "Sidebar.html": sidebarHtml },
    addonMode: true,
    name: fileName.replace(/\.[a-z]+$/i, "") || "Tierbook sample",
    ui: {
      menu: (made) => {
        menu = made;
      },
      sidebar: (html, title) => sidebar.show(html, title),
      toast,
      alert: (title, message, buttons) => {
        const shown = [title, message].filter((part) => part !== "").join("\n\n");
        if (buttons === "OK") {
          window.alert(shown);
          return "OK";
        }
        const yes = window.confirm(shown);
        if (buttons.startsWith("YES")) return yes ? "YES" : "NO";
        return yes ? "OK" : "CANCEL";
      },
    },
  };
  const runtime = createRuntime(store, host, saved);
  const addon = loadAddon(runtime, { code, manifest: JSON.parse(session.manifest) }, frameRealm);
  const callable = topLevelNames(code).filter((name) => !name.endsWith("_"));

  const sidebar = new Sidebar({
    functions: () => callable,
    call: (name, args) => addon.rpc(name, ...args),
    closeLabel: () => say().close,
    shim,
  });

  const draw = () => {
    document.documentElement.lang = language;
    const format = new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", {
      dateStyle: "full",
      timeZone: session.zone,
    });
    drawStrip({
      words: say(),
      day: format.format(now()),
      zone: session.zone,
      who: runtime.user,
      file: fileName,
      losses: losses.map((loss) => lossSentence(loss, language)),
    });
  };

  /** A click in the add-on's menu. What it throws is shown, as Google shows it, in a message on the page. */
  const runFromMenu = async (name: string) => {
    await nextFrame();
    try {
      addon.run(name);
    } catch (error) {
      toast(say().failed(messageOf(error)), "", -1);
    }
  };
  const reopen = () => {
    menu = undefined;
    addon.open();
  };
  const report = (runs: readonly TriggerRun[], success: string) => {
    const failed = runs.find((run) => run.error !== undefined);
    toast(failed ? say().failed(messageOf(failed.error)) : success);
    draw();
  };

  const workbench: Workbench = {
    store,
    runtime,
    addon,
    now,
    ready: false,
    nextDay() {
      const until = nextNoon(session.zone, now());
      const runs = addon.fireTriggers(until, setNow);
      setNow(until);
      addon.forget();
      report(runs, say().newDay(dayIn(session.zone, now()), runs.length));
      return runs;
    },
    refreshNow() {
      const instant = now();
      for (const trigger of runtime.triggers) trigger.next = instant;
      const runs = addon.fireTriggers(instant);
      report(runs, runs.length === 0 ? say().noRefresh : say().refreshed);
      return runs;
    },
    actAs(person) {
      runtime.as(person);
      sidebar.close();
      reopen();
      draw();
    },
    setLanguage(chosen) {
      language = chosen;
      const wasOpen = sidebar.open;
      sidebar.close();
      reopen();
      draw();
      window.dispatchEvent(new Event("resize"));
      if (wasOpen && sidebarItem) void runFromMenu(sidebarItem());
    },
    download: () => saveXlsx(store, runtime.save()),
  };
  window.workbench = workbench;

  /** What opens the sidebar, so that it can be opened again in another language: the first item of the add-on's menu. */
  const sidebarItem = () => menu?.items.find((item) => item.run !== undefined)?.run ?? "";

  const entriesOf = (items: readonly MenuItem[]): MenuEntry[] => {
    const entries: MenuEntry[] = [];
    for (const [index, item] of items.entries()) {
      if (item.separator) continue;
      entries.push({
        label: item.label,
        ...(item.items ? { entries: entriesOf(item.items) } : { run: () => void runFromMenu(item.run ?? "") }),
        ...(items[index + 1]?.separator ? { separator: true } : {}),
      });
    }
    return entries;
  };
  const save = async () => {
    const name = `${(fileName || "tierbook-sample").replace(/\.[a-z]+$/i, "")}-tierbook.xlsx`;
    const bytes = await workbench.download();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes as BlobPart]));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
    toast(say().saved(name));
  };
  const ownEntries = (): MenuEntry[] => [
    { label: say().download, run: () => void save(), separator: true },
    { label: say().nextDay, run: () => void workbench.nextDay() },
    { label: say().refresh, run: () => void workbench.refreshNow(), separator: true },
    {
      label: say().actAs,
      entries: PEOPLE.map((person) => ({
        label: person,
        chosen: person === runtime.user,
        run: () => workbench.actAs(person),
      })),
    },
    {
      label: say().language,
      entries: [
        { label: "中文", chosen: language === "zh", run: () => workbench.setLanguage("zh") },
        { label: "English", chosen: language === "en", run: () => workbench.setLanguage("en") },
      ],
    },
  ];
  // createAddonMenu takes the name of the project, which the runtime does not know.
  const menuTitle = () => (menu === undefined || menu.title === host.name ? "Tierbook" : menu.title);
  reopen();
  addTopMenu("tierbook", 900, menuTitle, () => entriesOf(menu?.items ?? []));
  addTopMenu("workbench", 910, () => say().workbench, ownEntries);
  draw();
  await mountGrid(store.model, ({ text: message, sticky }) => toast(message, "", sticky ? -1 : 5));
  workbench.ready = true;
}

start().catch((error: unknown) => {
  const strip = document.getElementById("strip")!;
  strip.setAttribute("role", "alert");
  strip.textContent = messageOf(error);
  throw error;
});
