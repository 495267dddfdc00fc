import { openSidebar } from "../../sidebar/open";
import { type fakeServer, fakeServer as serve } from "./fake-server";

type Given = NonNullable<Parameters<typeof fakeServer>[0]>;

/** The sidebar with a person before it, who reads, presses, types and chooses by what stands on the screen. */
export interface Person {
  /** What the server was asked so far: name and arguments. */
  readonly calls: readonly [string, ...unknown[]][];
  readonly asked: (name: string) => readonly (readonly unknown[])[];
  readonly heading: () => string;
  /** All that stands on the page, blanks folded. */
  readonly reads: () => string;
  readonly error: () => string;
  readonly status: () => string;
  readonly button: (label: string) => HTMLButtonElement;
  readonly buttons: () => readonly string[];
  readonly field: (label: string) => HTMLInputElement | HTMLSelectElement;
  readonly press: (label: string) => Promise<void>;
  readonly type: (label: string, text: string) => Promise<void>;
  readonly choose: (label: string, option: string) => Promise<void>;
  readonly tick: (label: string) => Promise<void>;
}

/** Lets every answer that is ready arrive. */
export const settled = async (): Promise<void> => {
  for (let i = 0; i < 30; i++) await Promise.resolve();
};

const folded = (text: string | null | undefined): string => (text ?? "").replace(/\s+/g, " ").trim();

export async function person(given: Given = {}, lang = "en"): Promise<Person> {
  document.body.textContent = "";
  document.body.className = "";
  const { server, calls } = serve(given);
  openSidebar(document.body, server, lang);
  await settled();

  const all = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag) => [...document.querySelectorAll(tag)];
  const one = <T extends Element>(found: T | undefined, what: string): T => {
    if (!found) throw new Error(`There is no ${what} on: ${folded(document.body.textContent)}`);
    return found;
  };
  const nameOf = (button: HTMLButtonElement): string => folded(button.getAttribute("aria-label") ?? button.textContent);
  const button = (label: string): HTMLButtonElement =>
    one(
      all("button").find((made) => !made.hidden && nameOf(made) === label),
      `button “${label}”`,
    );
  const field = (label: string): HTMLInputElement | HTMLSelectElement => {
    const found = one(
      all("label").find((made) => folded(made.textContent) === label),
      `field “${label}”`,
    );
    const id = found.getAttribute("for");
    const control = id ? document.getElementById(id) : found.querySelector("input");
    return control as HTMLInputElement | HTMLSelectElement;
  };

  return {
    calls,
    asked: (name) => calls.filter(([called]) => called === name).map(([, ...rest]) => rest),
    heading: () => folded(document.querySelector("h1")?.textContent),
    reads: () => folded(document.body.textContent),
    error: () => folded(document.querySelector("footer [role=alert]")?.textContent),
    status: () => folded(document.querySelector(".status")?.textContent),
    button,
    buttons: () =>
      all("button")
        .filter((made) => !made.hidden)
        .map(nameOf),
    field,
    async press(label) {
      const target = button(label);
      target.focus();
      target.click();
      await settled();
    },
    async type(label, text) {
      const target = field(label);
      target.focus();
      target.value = text;
      target.dispatchEvent(new Event("change", { bubbles: true }));
      await settled();
    },
    async choose(label, option) {
      const target = field(label) as HTMLSelectElement;
      const wanted = one(
        [...target.options].find((made) => folded(made.textContent) === option),
        `answer “${option}”`,
      );
      target.focus();
      target.value = wanted.value;
      target.dispatchEvent(new Event("change", { bubbles: true }));
      await settled();
    },
    async tick(label) {
      const target = field(label);
      target.focus();
      target.click();
      await settled();
    },
  };
}

/** An answer that comes when the test says so. */
export function later<T>(): {
  readonly promise: Promise<T>;
  readonly give: (value: T) => void;
  readonly fail: (error: Error) => void;
} {
  let give: (value: T) => void = () => {};
  let fail: (error: Error) => void = () => {};
  const promise = new Promise<T>((resolve, reject) => {
    give = resolve;
    fail = reject;
  });
  return { promise, give, fail };
}
