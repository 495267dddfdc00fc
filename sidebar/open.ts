import { type SidebarTexts, sidebarEn } from "../src/texts/sidebar.en";
import { sidebarZh } from "../src/texts/sidebar.zh";
import type { App } from "./app";
import { element } from "./element";
import { Frame } from "./frame";
import { button } from "./parts";
import type { Remote } from "./rpc";
import { showHome } from "./screens/home";
import { askStart, showStart } from "./screens/start";

/** The words for a language as it stands in <html lang> (en, zh, zh-CN, zh_TW …); English for all that we do not speak. */
export const textsFor = (lang: string): SidebarTexts => (/^zh\b|^zh_/i.test(lang) ? sidebarZh : sidebarEn);

/** Draws the frame into `root` at once, then asks the server where this file stands. */
export function openSidebar(root: HTMLElement, server: Remote, lang: string): void {
  const texts = textsFor(lang);
  const app: App = { server, texts, frame: new Frame(root, texts), who: "", home: null, leftOpen: new Set() };
  void visit(app);
}

async function visit(app: App): Promise<void> {
  const { frame, server, texts } = app;
  frame.show({
    title: texts.name,
    body: [element("div", { class: "skeleton", "aria-hidden": "true" }, ...[1, 2, 3, 4].map(() => element("span")))],
    actions: [],
  });
  let ready = false;
  const first = async () => {
    const { state, who } = await server.open();
    app.who = who;
    ready = state === "ready";
    return state === "ready" ? { home: await server.home() } : { start: await server.start(null) };
  };
  let open = false;
  await frame.work(texts.opening, first, (view) => {
    if (view.home) showHome(app, view.home);
    else showStart(app, view.start);
    open = true;
  });
  if (open) return;
  frame.root.querySelector(".skeleton")?.remove();
  frame.offer([
    button(texts.retry, () => void visit(app), "blue"),
    // A customer sheet that is gone cannot be read however often it is tried; another one can be chosen.
    ready && button(texts.home.setUpAgain, () => askStart(app, null)),
  ]);
}
