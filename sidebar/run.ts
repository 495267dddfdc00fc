import type { PreviewView, RunView, SetupDraft } from "../src/edge/views";
import type { App } from "./app";
import { type Child, element } from "./element";
import { button, notices } from "./parts";
import { showHome } from "./screens/home";
import { showPreview } from "./screens/preview";
import { report } from "./screens/undo";
import { named } from "./screens/who";

/** Writes what the preview shows, step by step, after asking for the person's name where it is not known yet. */
export function write(app: App, preview: PreviewView, draft: SetupDraft | null): void {
  const back = (): void => showPreview(app, preview, draft);
  named(app, back, () => {
    void drive(app, draft, {
      first: () => app.server.begin(preview.fingerprint, draft),
      lost: back,
    });
  });
}

interface Leg {
  /** The first call. */
  readonly first: () => Promise<RunView>;
  /** Brings back the screen to be on when that first call fails. */
  readonly lost: () => void;
}

/** Makes the calls one after the other until the run is done, changed, stopped or broken. Stop acts between two of them. */
async function drive(app: App, draft: SetupDraft | null, { first, lost }: Leg): Promise<void> {
  const { frame, server, texts } = app;
  const words = texts.run;
  const letGo = frame.hold(words.begin);
  if (!letGo) return;

  let stopped = false;
  const bar = element("progress", { "aria-label": words.bar, max: 1, value: 0 });
  const stop = button(words.stop, () => {
    stopped = true;
    stop.disabled = true;
    frame.say(words.stopping);
  });
  frame.show({ title: words.title, body: [element("p", {}, words.lead)], actions: [bar, stop] });
  // The focus stays on the heading: on Stop, an Enter held a moment too long on Write would stop the run at once.

  let batch = "";
  try {
    let view = await frame.answer(first());
    while (view.kind === "next") {
      batch = view.batch;
      if (stopped) {
        letGo();
        giveBack(app, batch, draft);
        return;
      }
      bar.max = view.steps;
      bar.value = view.done;
      frame.say(words.step(view.done, view.steps, words.next[view.next]));
      view = await frame.answer(server.advance(batch));
    }
    letGo();
    if (view.kind === "changed") showPreview(app, view.preview, draft, true);
    else {
      const said = view.written ? words.written(view.written.cells, view.written.left) : words.nothing;
      showHome(app, view.home, notices(stopped ? [words.tooLate, said] : [said]));
    }
  } catch (error) {
    letGo();
    if (batch === "") lost();
    else showBroken(app, batch, draft);
    frame.fail(error);
  }
}

/** Stop: what this run has written goes back. */
function giveBack(app: App, batch: string, draft: SetupDraft | null): void {
  const { frame, server, texts } = app;
  frame.show({ title: texts.run.stoppedTitle, body: [], actions: waysOut(app, batch, draft) });
  void frame.work(
    texts.run.givingBack,
    () => server.abandon(batch),
    (view) => showHome(app, view.home, report(app, view)),
  );
}

/** A step failed. */
function showBroken(app: App, batch: string, draft: SetupDraft | null): void {
  const { frame, texts } = app;
  frame.show({
    title: texts.run.brokenTitle,
    body: [element("p", {}, texts.run.broken)],
    actions: waysOut(app, batch, draft),
  });
}

/** From a half-written batch one can go on or back; when one of the two fails, both stay open. */
function waysOut(app: App, batch: string, draft: SetupDraft | null): readonly Child[] {
  const words = app.texts.run;
  return [
    button(
      words.resume,
      () => {
        void drive(app, draft, {
          first: () => app.server.advance(batch),
          lost: () => showBroken(app, batch, draft),
        });
      },
      "blue",
    ),
    button(words.giveBack, () => giveBack(app, batch, draft)),
  ];
}
