/**
 * google.script.run and google.script.host inside the sidebar's frame. The frame has no origin of its own and reaches
 * the workbench by messages only, as a sidebar reaches Google's servers.
 */

interface Handlers {
  readonly success?: (value: unknown, user?: unknown) => void;
  readonly failure?: (error: Error, user?: unknown) => void;
  readonly user?: unknown;
}

interface Answer {
  readonly tierbookAnswer: number;
  readonly value?: string;
  readonly error?: string;
}

(() => {
  const names: readonly string[] = JSON.parse(document.currentScript?.dataset.functions ?? "[]");
  const waiting = new Map<number, Handlers>();
  let last = 0;

  addEventListener("message", (event: MessageEvent<Answer | undefined>) => {
    const answer = event.data;
    if (event.source !== parent || typeof answer?.tierbookAnswer !== "number") return;
    const handlers = waiting.get(answer.tierbookAnswer);
    waiting.delete(answer.tierbookAnswer);
    if (!handlers) return;
    if (answer.error === undefined) {
      handlers.success?.(JSON.parse(answer.value ?? "null"), handlers.user);
      return;
    }
    const error = new Error(answer.error);
    error.name = "ScriptError";
    if (handlers.failure) handlers.failure(error, handlers.user);
    else console.error(error);
  });

  function runner(handlers: Handlers): object {
    const members: Record<string, unknown> = {
      withSuccessHandler: (success: Handlers["success"]) => runner({ ...handlers, success }),
      withFailureHandler: (failure: Handlers["failure"]) => runner({ ...handlers, failure }),
      withUserObject: (user: unknown) => runner({ ...handlers, user }),
    };
    for (const name of names) {
      members[name] = (...given: unknown[]) => {
        for (const [index, value] of given.entries()) {
          if (!crosses(value)) throw new TypeError(`Failed due to illegal value in property: ${index}`);
        }
        waiting.set(++last, handlers);
        parent.postMessage({ tierbookCall: last, name, args: JSON.stringify(given) }, "*");
      };
    }
    return members;
  }

  /** What google.script.run carries: plain values, lists and objects of them. A Date or a function fails the call. */
  function crosses(value: unknown): boolean {
    if (value === null || value === undefined) return true;
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return true;
    if (Array.isArray(value)) return value.every(crosses);
    if (typeof value !== "object" || Object.prototype.toString.call(value) !== "[object Object]") return false;
    return Object.values(value).every(crosses);
  }

  const host = {
    close: () => parent.postMessage({ tierbookClose: true }, "*"),
    editor: { focus: () => parent.postMessage({ tierbookFocus: true }, "*") },
    origin: "null",
  };
  Object.assign(window, { google: { script: { run: runner({}), host } } });
})();
