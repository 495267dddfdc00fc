/**
 * The sidebar at the right: a frame without an origin of its own, as Google's is, that talks to the add-on by messages.
 */

export interface SidebarHost {
  /** Names that google.script.run offers. */
  functions(): readonly string[];
  /** Runs a function of the add-on for the sidebar. Throws what the add-on throws. */
  call(name: string, args: unknown[]): unknown;
  closeLabel(): string;
  /** The source of the shim that makes `google` in the frame. */
  readonly shim: string;
}

interface Call {
  readonly tierbookCall?: number;
  readonly tierbookClose?: boolean;
  readonly tierbookFocus?: boolean;
  readonly name?: string;
  readonly args?: string;
}

export class Sidebar {
  private readonly aside = document.getElementById("sidebar")!;
  private frame: HTMLIFrameElement | undefined;

  constructor(private readonly host: SidebarHost) {
    window.addEventListener("message", (event: MessageEvent<Call | undefined>) => {
      if (!this.frame || event.source !== this.frame.contentWindow) return;
      void this.receive(event.data, this.frame.contentWindow!);
    });
  }

  get open(): boolean {
    return this.frame !== undefined;
  }

  show(html: string, title: string): void {
    const header = document.createElement("header");
    const heading = document.createElement("h1");
    heading.textContent = title;
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "×";
    close.setAttribute("aria-label", this.host.closeLabel());
    close.addEventListener("click", () => this.close());
    header.append(heading, close);
    this.frame = document.createElement("iframe");
    this.frame.title = title;
    this.frame.setAttribute("sandbox", "allow-scripts allow-forms allow-modals allow-popups");
    this.frame.srcdoc = withShim(html, this.host.shim, this.host.functions());
    this.aside.replaceChildren(header, this.frame);
    this.aside.hidden = false;
    window.dispatchEvent(new Event("resize"));
  }

  close(): void {
    this.frame = undefined;
    this.aside.replaceChildren();
    this.aside.hidden = true;
    window.dispatchEvent(new Event("resize"));
  }

  private async receive(call: Call | undefined, frame: Window): Promise<void> {
    if (call?.tierbookClose) this.close();
    if (call?.tierbookFocus) window.focus();
    if (call?.tierbookCall === undefined || call.name === undefined) return;
    // The add-on's calls hold the page up. A frame in between lets the sidebar draw its progress, and Stop be pressed.
    await nextFrame();
    const answer = { tierbookAnswer: call.tierbookCall };
    try {
      const value = this.host.call(call.name, JSON.parse(call.args ?? "[]"));
      frame.postMessage({ ...answer, value: JSON.stringify(value ?? null) }, "*");
    } catch (error) {
      frame.postMessage(
        { ...answer, error: error instanceof Object && "message" in error ? String(error.message) : String(error) },
        "*",
      );
    }
  }
}

/** After the browser has drawn once; a page in the background does not draw and must not wait for it. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, 100);
    requestAnimationFrame(() =>
      setTimeout(() => {
        clearTimeout(late);
        resolve();
      }),
    );
  });
}

/** The shim goes in before any script of the page, and behind its doctype: without one the page would be drawn by old rules. */
export function withShim(html: string, shim: string, functions: readonly string[]): string {
  const names = JSON.stringify(functions).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const script = `<script data-functions="${names}">${shim}</script>`;
  const head = /<head(?:\s[^>]*)?>/i.exec(html);
  if (!head) return `<!doctype html>${script}${html}`;
  const at = head.index + head[0].length;
  return html.slice(0, at) + script + html.slice(at);
}
