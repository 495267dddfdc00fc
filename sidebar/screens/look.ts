import type { App } from "../app";
import { element } from "../element";
import { button } from "../parts";
import { askBacktest } from "./backtest";
import { askForecast } from "./forecast";
import { goHome } from "./home";
import { askMoves } from "./moves";
import { askPareto } from "./pareto";
import { askPast } from "./past";

/** What the past tells and what is to be expected: a line for each screen with the question that it answers. */
export function showLook(app: App): void {
  const { frame, texts } = app;
  const back = (): void => showLook(app);
  const screens = [
    [texts.forecast, askForecast],
    [texts.moves, askMoves],
    [texts.pareto, askPareto],
    [texts.past, askPast],
    [texts.backtest, askBacktest],
  ] as const;
  frame.show({
    title: texts.look.title,
    body: [
      element(
        "ul",
        { class: "cards" },
        ...screens.map(([{ title, answers }, ask]) =>
          element(
            "li",
            {},
            button(title, () => ask(app, back), "link"),
            element("p", { class: "hint" }, answers),
          ),
        ),
      ),
    ],
    actions: [button(texts.back, () => goHome(app))],
  });
}
