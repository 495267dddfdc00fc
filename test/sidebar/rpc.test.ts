import { afterEach, describe, expect, test, vi } from "vitest";
import { connect, Refusal, Unreachable } from "../../sidebar/rpc";
import { draft } from "./fake-server";

/** google.script.run as Google gives it: a fresh runner for each handler that is set. */
function google(call: (done: (answer: unknown) => void, failed: (error: unknown) => void, given: unknown[]) => void) {
  const runner = (done: (answer: unknown) => void, failed: (error: unknown) => void): object => ({
    withSuccessHandler: (next: (answer: unknown) => void) => runner(next, failed),
    withFailureHandler: (next: (error: unknown) => void) => runner(done, next),
    limits: (...given: unknown[]) => call(done, failed, given),
  });
  const nothing = () => {};
  vi.stubGlobal("google", { script: { run: runner(nothing, nothing) } });
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("a call to the server", () => {
  test("gives what the server answers, and hands over what it is given", async () => {
    const given: unknown[] = [];
    google((done, _, handed) => {
      given.push(...handed);
      done({ problems: [] });
    });
    expect(await connect().limits(draft)).toEqual({ problems: [] });
    expect(given).toEqual([draft]);
  });

  test.each([
    ["an Error", new Error("Policy!B7 is no number."), "Policy!B7 is no number."],
    ["an Error with its kind in front", { message: "Error: Policy!B7 is no number." }, "Policy!B7 is no number."],
    [
      "an exception of Google's",
      { message: "Exception: Service Spreadsheets failed." },
      "Service Spreadsheets failed.",
    ],
    ["a bare text", "Error: No sheet.", "No sheet."],
    ["nothing at all", null, ""],
  ])("is refused with the plain sentence of %s", async (_, error, sentence) => {
    google((__, failed) => failed(error));
    const refusal = await connect()
      .limits(draft)
      .catch((caught: unknown) => caught);
    expect(refusal).toBeInstanceOf(Refusal);
    expect((refusal as Error).message).toBe(sentence);
  });

  test("that never got through is told apart", async () => {
    google((_, failed) => failed({ message: "NetworkError: Connection failure due to HTTP 0" }));
    await expect(connect().limits(draft)).rejects.toBeInstanceOf(Unreachable);
  });

  test("of a name that the server does not have is refused", async () => {
    google((done) => done(null));
    await expect(connect().home()).rejects.toBeInstanceOf(Refusal);
  });

  test("can be made through a promise that was handed the server", async () => {
    google((done) => done({ problems: [] }));
    const server = await Promise.resolve(connect());
    expect(await server.limits(draft)).toEqual({ problems: [] });
  });
});
