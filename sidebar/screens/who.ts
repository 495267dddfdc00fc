import type { App } from "../app";
import { element } from "../element";
import { button, checkedField } from "../parts";
import { undoButton } from "./undo";

/** Goes on at once when the person's name is known, else asks for it first; `back` brings the screen before. */
export function named(app: App, back: () => void, then: () => void): void {
  if (app.who !== "") then();
  else showWho(app, back, then);
}

function showWho(app: App, back: () => void, then: () => void): void {
  const { frame, server, texts } = app;
  const words = texts.who;
  const name = checkedField(words.label, "", { maxlength: "60", autocomplete: "name" });
  const go = (): void => {
    const typed = name.input.value.trim();
    name.complain(typed === "" ? words.empty : "");
    if (typed === "") {
      name.input.focus();
      return;
    }
    void frame.work(
      texts.saving,
      () => server.setWho(typed),
      () => {
        app.who = typed;
        then();
      },
    );
  };
  // No form around the field: the page may stand in a frame that lets no form be sent.
  name.input.addEventListener("keydown", (event) => {
    // While a Chinese name is being composed, Enter takes the characters.
    if (event.key === "Enter" && !event.isComposing) go();
  });
  frame.show({
    title: words.title,
    body: [element("p", {}, words.lead), name.node],
    actions: [button(words.go, go, "blue"), button(texts.back, back)],
    foot: undoButton(app),
  });
}
