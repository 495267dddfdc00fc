import type { ScheduleView } from "../../src/edge/views";
import type { App } from "../app";
import { element } from "../element";
import { button, field, fold, select } from "../parts";
import { showHome } from "./home";
import { named } from "./who";

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** The daily refresh: who switched it on, at which hour, how it went. There is one for a file; others take it over. */
export function schedule(app: App, view: ScheduleView, open = false): HTMLElement {
  const { frame, server, texts } = app;
  const words = texts.schedule;
  let hour = view.hour;
  const hours = select(
    HOURS.map((one) => ({ value: String(one), label: texts.hour(one) })),
    String(hour),
    (value) => {
      hour = Number(value);
    },
  );

  const take = (now: ScheduleView): void => {
    if (app.home) app.home = { ...app.home, schedule: now };
    // Asking for the name had taken another screen meanwhile.
    if (!made.isConnected && app.home) {
      showHome(app, app.home);
      return;
    }
    const next = schedule(app, now, true);
    made.replaceWith(next);
    next.querySelector("summary")?.focus();
  };
  const back = (): void => {
    if (app.home) showHome(app, app.home);
  };
  const switchOn = (): void =>
    named(app, back, () => {
      void frame.work(texts.saving, () => server.switchOn(hour), take);
    });
  const switchOff = (): void => {
    void frame.work(texts.saving, () => server.switchOff(), take);
  };

  const at = texts.hour(view.hour);
  const last = view.lastRun;
  const failed = view.on && view.lastError !== "";
  const made = fold(
    failed ? words.failed : view.on ? words.on(at) : words.off,
    [
      element("p", {}, view.on ? words.onLead(view.owner, at) : words.offLead),
      view.lastError !== "" && element("p", { class: "error" }, words.error(view.lastError)),
      view.on && element("p", { class: "hint" }, last ? words.last(last.at, last.cells, last.moves) : words.neverRun),
      view.on && view.nextRun !== "" && element("p", { class: "hint" }, words.next(view.nextRun)),
      view.on && !view.mine && element("p", { class: "hint" }, words.takeOverLead),
      field(words.hour, hours),
      element(
        "div",
        { class: "actions" },
        button(view.on ? (view.mine ? words.change : words.takeOver) : words.switchOn, switchOn),
        view.on && view.mine && button(words.switchOff, switchOff),
      ),
    ],
    open,
  );
  return made;
}
