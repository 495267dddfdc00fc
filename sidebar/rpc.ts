import type { Server } from "../src/edge/views";

/** The server's calls as they are seen from the page: each gives a promise. */
export type Remote = {
  readonly [Name in keyof Server]: (...given: Parameters<Server[Name]>) => Promise<ReturnType<Server[Name]>>;
};

/** The server said no; `message` is its plain sentence, "" where it gave none. */
export class Refusal extends Error {}

/** The call never reached the server. */
export class Unreachable extends Error {}

interface Runner {
  withSuccessHandler(done: (answer: unknown) => void): Runner;
  withFailureHandler(failed: (error: unknown) => void): Runner;
}
declare const google: { readonly script: { readonly run: Runner } };

/** The server behind google.script.run. Every promise ends with the answer, a `Refusal` or `Unreachable`. */
export function connect(): Remote {
  return new Proxy({} as Remote, {
    get: (_, name) => {
      // A promise machinery that is handed this object asks it for `then`; it is no call of ours.
      if (typeof name !== "string" || name === "then") return undefined;
      return (...given: readonly unknown[]) =>
        new Promise((resolve, reject) => {
          const runner = google.script.run
            .withSuccessHandler(resolve)
            .withFailureHandler((error) => reject(refusalOf(error)));
          // The server's functions stand on the runner under their own names.
          const calls = runner as unknown as Readonly<Record<string, unknown>>;
          const call = calls[name];
          if (typeof call === "function") call.apply(runner, given);
          else reject(new Refusal(""));
        });
    },
  });
}

/** Google hands over an Error, an object like one or a text, with the kind of the error in front of the sentence. */
function refusalOf(error: unknown): Error {
  const said = typeof error === "string" ? error : ((error as { message?: unknown } | null)?.message ?? "");
  const message = String(said);
  if (/^NetworkError\b/.test(message)) return new Unreachable(message);
  return new Refusal(message.replace(/^((Error|Exception|ScriptError): )+/, ""));
}
