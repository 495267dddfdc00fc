import type { SidebarTexts } from "../src/texts/sidebar.en";
import { type Child, element, fill } from "./element";
import { Refusal, Unreachable } from "./rpc";

export interface Screen {
  readonly title: string;
  /** "Step 2 of 4", above the heading. */
  readonly step?: string;
  readonly body: readonly Child[];
  /** The buttons at the foot; at most one of them is the blue one. */
  readonly actions: readonly Child[];
  /** Below the buttons: undo, wherever there is something to undo. */
  readonly foot?: Child;
}

/**
 * The page around the screens: one heading and body that scrolls, and a foot that is always in sight with the error, the
 * status line and the buttons. It lets one call at a time through, and no call can keep the page: when it fails, or the
 * person stops waiting, the screen that was there can be used again.
 */
export class Frame {
  private readonly main = element("main");
  private readonly error = element("p", { class: "error", role: "alert" });
  private readonly status = element("p", { class: "status", role: "status" });
  private readonly release: HTMLButtonElement;
  private readonly actions = element("div", { class: "actions" });
  private readonly foot = element("div", { class: "undo" });
  private busy = false;
  /** The person is in this page and no longer in the sheet. */
  private entered = false;
  /** Counts what was asked last; an answer to an earlier question is dropped. */
  private turn = 0;
  /** What ends the waiting for each answer that is outstanding. */
  private readonly stops = new Set<() => void>();
  /** The last of the calls that go one after another. */
  private tail: Promise<unknown> = Promise.resolve();
  private queued = 0;

  constructor(
    readonly root: HTMLElement,
    private readonly texts: SidebarTexts,
  ) {
    this.release = element(
      "button",
      { type: "button", class: "link release", click: () => this.stopWaiting() },
      texts.stopWaiting,
    );
    this.release.hidden = true;
    for (const sign of ["focusin", "click"]) {
      root.addEventListener(sign, () => {
        this.entered = true;
      });
    }
    fill(root, [this.main, element("footer", {}, this.error, this.status, this.release, this.actions, this.foot)]);
  }

  /** Swaps the screen. The heading takes the focus, but not away from the sheet while the person is still there. */
  show(screen: Screen): void {
    this.turn++;
    const heading = element("h1", { tabindex: -1 }, screen.title);
    fill(this.main, [screen.step ? element("p", { class: "step" }, screen.step) : null, heading, ...screen.body]);
    fill(this.actions, screen.actions);
    fill(this.foot, [screen.foot]);
    this.error.textContent = "";
    if (!this.busy) this.say("");
    this.main.scrollTop = 0;
    if (this.entered) heading.focus();
  }

  /** One line for what goes on or was done, read out politely. */
  say(text: string): void {
    this.status.textContent = text;
  }

  /** Says what the person still has to do on this screen. */
  complain(sentence: string): void {
    this.error.textContent = sentence;
  }

  /** Other buttons under the screen that is there. */
  offer(actions: readonly Child[]): void {
    fill(this.actions, actions);
  }

  /** Shows why something did not work. */
  fail(error: unknown): void {
    this.say("");
    this.complain(this.reason(error));
  }

  /** Why something did not work. A fault of ours is logged and said in general words. */
  reason(error: unknown): string {
    if (error instanceof Unreachable) return this.texts.noConnection;
    if (error instanceof Refusal) return error.message || this.texts.failed;
    console.error(error);
    return this.texts.failed;
  }

  /**
   * Calls the server with every control held until it answers, and hands on the answer. Does nothing while another call
   * is under way: a double click starts one. Waits for the calls that were queued before.
   */
  async work<T>(label: string, call: () => Promise<T>, then: (answer: T) => void): Promise<void> {
    const letGo = this.hold(label);
    if (!letGo) return;
    try {
      await this.tail;
      const answer = await this.answer(call());
      letGo();
      then(answer);
    } catch (error) {
      letGo();
      this.fail(error);
    }
  }

  /**
   * Makes small calls one after another and leaves the controls free, so that a person can go on to the next thing
   * meanwhile; rejects as the call does.
   */
  queue<T>(label: string, call: () => Promise<T>): Promise<T> {
    this.queued++;
    this.error.textContent = "";
    this.release.hidden = false;
    const answer = this.tail.then(() => {
      this.say(label);
      return this.answer(call());
    });
    const over = (): void => {
      this.queued--;
      if (this.queued > 0 || this.busy) return;
      this.release.hidden = true;
      this.say("");
    };
    this.tail = answer.then(over, over);
    return answer;
  }

  /** Like `work` for what a screen shows beside its fields: the fields stay free, and only the last answer counts. */
  async glance<T>(label: string, region: Element, call: () => Promise<T>, then: (answer: T) => void): Promise<void> {
    const turn = ++this.turn;
    this.say(label);
    region.setAttribute("aria-busy", "true");
    try {
      const answer = await call();
      if (turn === this.turn) then(answer);
    } catch (error) {
      if (turn === this.turn && !this.busy) this.fail(error);
    } finally {
      if (turn === this.turn) {
        region.removeAttribute("aria-busy");
        if (!this.busy) this.say("");
      }
    }
  }

  /**
   * Holds every control of the screen and says why; gives what lets go again, undefined where something is under way
   * already. Controls of a screen that is shown meanwhile are free (Stop must be).
   */
  hold(label: string): (() => void) | undefined {
    if (this.busy) return undefined;
    this.busy = true;
    this.error.textContent = "";
    this.say(label);
    const focused = document.activeElement;
    const held = [...this.root.querySelectorAll<Control>("button, input, select")].filter(
      (control) => !control.disabled && control !== this.release,
    );
    for (const control of held) control.disabled = true;
    this.root.classList.add("busy");
    this.main.setAttribute("aria-busy", "true");
    this.release.hidden = false;
    return () => {
      if (!this.busy) return;
      this.busy = false;
      for (const control of held) control.disabled = false;
      this.root.classList.remove("busy");
      this.main.removeAttribute("aria-busy");
      this.release.hidden = true;
      this.say("");
      // A held button loses the focus; without this the next Tab would start at the top of the page.
      if (focused instanceof HTMLElement && focused.isConnected && document.activeElement === document.body) {
        focused.focus();
      }
    };
  }

  /** The server's answer, or a refusal as soon as the person stops waiting; what comes later is dropped. */
  answer<T>(promise: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const stop = (): void => {
        this.stops.delete(stop);
        reject(new Refusal(this.texts.waitingStopped));
      };
      this.stops.add(stop);
      promise.then(resolve, reject).then(() => this.stops.delete(stop));
    });
  }

  private stopWaiting(): void {
    for (const stop of this.stops) stop();
  }
}

type Control = HTMLButtonElement | HTMLInputElement | HTMLSelectElement;
