import type { Words } from "./words";

/** What the strip on top of the page says. */
export interface StripState {
  readonly words: Words;
  /** The workbench's day, as it is written in the person's language. */
  readonly day: string;
  readonly zone: string;
  readonly who: string;
  /** Name of the team's file; "" for the sample workbook. */
  readonly file: string;
  /** Plain sentences. */
  readonly losses: readonly string[];
}

/** Says plainly what this page is, which day it plays, and what of the file is missing. */
export function drawStrip(state: StripState): void {
  const { words } = state;
  const strip = document.getElementById("strip")!;
  const wasOpen = strip.querySelector("details")?.open ?? false;
  const parts: Node[] = [
    element("strong", words.local),
    element("span", `${state.day} (${state.zone})`),
    element("span", words.actingAs(state.who)),
    element("span", words.stays),
    element("span", words.notGoogle),
  ];
  if (state.file !== "") parts.push(element("span", words.opened(state.file)));
  if (state.losses.length > 0) {
    const details = document.createElement("details");
    details.open = wasOpen;
    const list = document.createElement("ul");
    list.append(...state.losses.map((loss) => element("li", loss)));
    details.append(element("summary", words.lost(state.losses.length)), list);
    parts.push(details);
  }
  strip.replaceChildren(...parts);
}

function element(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}
