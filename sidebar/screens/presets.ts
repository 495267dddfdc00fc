import type { PresetsView } from "../../src/edge/views";
import type { App } from "../app";
import { type Child, element, fill } from "../element";
import { button, list, notices, radios } from "../parts";
import { goHome } from "./home";
import { showPreview } from "./preview";
import { undoButton } from "./undo";

/** The five views of the concept: which words stand for the classes. */
export function askPresets(app: App): void {
  const { frame, server, texts } = app;
  void frame.work(
    texts.reading,
    () => server.presets(""),
    (view) => showPresets(app, view),
  );
}

function showPresets(app: App, view: PresetsView): void {
  const { frame, server, texts } = app;
  const words = texts.presets;
  const shown = element("section");
  // The whole list would be too much to hear at each choice.
  const aloud = element("p", { class: "unseen", role: "status" });
  let change: PresetsView["change"] = null;
  const draw = (): void => {
    if (change) fill(shown, changes(app, change, columns.checked));
  };
  const columns = element("input", { type: "checkbox", checked: true, change: draw });
  const own = view.own.map(({ axis, word }) => texts.byHand.classOf(axis, word));
  let chosen = view.current;

  const choices = view.list.map(({ id, name }) => ({
    value: id,
    label: id === view.current ? words.current(name) : name,
  }));
  const fieldset = radios(words.choose, choices, chosen, (id) => {
    chosen = id;
    offer(false);
    void frame.glance(
      texts.counting,
      shown,
      () => server.presets(id),
      (now) => {
        change = now.change;
        draw();
        aloud.textContent = shown.querySelector("h2")!.textContent;
        offer(true);
      },
    );
  });
  // Beneath each name what it makes of the classes.
  view.list.forEach(({ axes }, i) => {
    const example = axes.map(({ label, words: first }) => `${label} ${first.join(" / ")}`).join(" · ");
    fieldset.querySelectorAll("label")[i]!.lastElementChild!.append(element("span", { class: "hint" }, ` ${example}`));
  });
  const use = (): void => {
    void frame.work(
      texts.saving,
      () => server.usePreset(chosen, columns.checked),
      (preview) => showPreview(app, preview, null),
    );
  };
  const offer = (ready: boolean): void =>
    frame.offer([ready && button(words.go, use, "blue"), button(texts.back, () => goHome(app))]);

  frame.show({
    title: words.title,
    body: [
      element("p", {}, words.lead),
      notices(own.length > 0 ? [words.own(own)] : []),
      fieldset,
      element("label", { class: "radio" }, columns, element("span", {}, words.columns)),
      aloud,
      shown,
    ],
    actions: [],
    foot: undoButton(app),
  });
  offer(false);
}

function changes(app: App, change: NonNullable<PresetsView["change"]>, columns: boolean): readonly Child[] {
  const words = app.texts.presets;
  const { added, removed, cells, rest } = change;
  return [
    element("h2", {}, change.words.length > 0 ? words.changes(change.words.length) : words.noChange),
    list(app, change.words, ({ axis, from, to }) => [words.change(axis, from, to)]),
    added.length > 0 && element("p", {}, words.added(added)),
    removed.length > 0 && element("p", {}, words.removed(removed)),
    element("p", { class: "hint" }, words.cells(columns ? rest : cells)),
  ];
}
