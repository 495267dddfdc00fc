// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import type { RunView } from "../../src/edge/views";
import { draft, home, preview, start, undone } from "./fake-server";
import { later, person, settled } from "./person";

const next = (done: number): RunView => ({ kind: "next", batch: "b1", next: "write", done, steps: 4 });
const done: RunView = { kind: "done", written: { cells: 812, left: 0 }, home: home() };
const fail = (sentence: string) => (): never => {
  throw new Error(sentence);
};

/** Amy before the preview of a reclassify. */
const atPreview = async (given: Parameters<typeof person>[0] = {}) => {
  const amy = await person({ open: () => ({ state: "ready", who: "Amy" }), ...given });
  await amy.press("Reclassify all");
  return amy;
};

const names = (amy: { readonly calls: readonly [string, ...unknown[]][] }) => amy.calls.map(([name]) => name);

describe("Write", () => {
  test("goes through the steps and ends on the home with what was written", async () => {
    const steps: RunView[] = [next(2), next(3), done];
    const amy = await atPreview({ advance: () => steps.shift() });
    await amy.press("Write");
    expect(amy.asked("begin")).toEqual([["f1", null]]);
    expect(amy.asked("advance")).toEqual([["b1"], ["b1"], ["b1"]]);
    expect(amy.heading()).toBe("Today");
    expect(amy.reads()).toContain("Written: 812 cells.");
  });

  test("hands the set-up over with the fingerprint that was seen", async () => {
    const amy = await person();
    for (const label of ["Start", "Looks right", "Preview", "Write"]) await amy.press(label);
    expect(amy.asked("begin")).toEqual([["f1", { ...draft, answers: { dates: "dmy" }, backlog: "as_is" }]]);
  });

  test("says how far it is while a step is under way", async () => {
    const step = later<RunView>();
    const amy = await atPreview({ begin: () => next(1), advance: () => step.promise });
    await amy.press("Write");
    expect(amy.status()).toBe("1 of 4 done. Next: write our columns and tabs.");
    const bar = document.querySelector("progress")!;
    expect([bar.value, bar.max]).toEqual([1, 4]);
    expect(amy.buttons()).toEqual(["Stop waiting", "Stop"]);
    expect(amy.button("Stop").disabled).toBe(false);
    expect(document.activeElement?.textContent).toBe("Writing");
    step.give(done);
    await settled();
    expect(amy.heading()).toBe("Today");
    expect(amy.status()).toBe("");
  });

  test("a double click starts one run", async () => {
    const begun = later<RunView>();
    const amy = await atPreview({ begin: () => begun.promise });
    const write = amy.button("Write");
    write.click();
    write.click();
    await settled();
    begun.give(done);
    await settled();
    expect(amy.asked("begin").length).toBe(1);
  });

  test("when the sheet has changed meanwhile, shows the new preview with a sentence and writes by that one", async () => {
    const views: RunView[] = [{ kind: "changed", preview: preview({ fingerprint: "f2", cells: 99 }) }, done];
    const amy = await atPreview({ begin: () => views.shift() });
    await amy.press("Write");
    expect(amy.heading()).toBe("Preview");
    expect(amy.reads()).toContain("Nothing was written. Here is the new preview.");
    expect(amy.reads()).toContain("Writes 99 cells in our columns.");
    await amy.press("Write");
    expect(amy.asked("begin").map(([fingerprint]) => fingerprint)).toEqual(["f1", "f2"]);
  });

  test("a reclassify that finds nothing to write offers the way home and no Write", async () => {
    const amy = await atPreview({ preview: () => preview({ cells: 0 }) });
    expect(amy.reads()).toContain("All is up to date. There is nothing to write.");
    expect(amy.buttons()).not.toContain("Write");
    await amy.press("Go to the list");
    expect(amy.heading()).toBe("Today");
  });

  test("a set-up is written even when no cell would change", async () => {
    const amy = await person({ preview: () => preview({ cells: 0 }) });
    for (const label of ["Start", "Looks right", "Preview"]) await amy.press(label);
    expect(amy.buttons()).toContain("Write");
  });
});

describe("Stop", () => {
  test("acts after the step under way and gives back what was written", async () => {
    const step = later<RunView>();
    const amy = await atPreview({ begin: () => next(1), advance: () => step.promise });
    await amy.press("Write");
    await amy.press("Stop");
    expect(amy.status()).toBe("Stopping after this step…");
    expect(amy.asked("abandon")).toEqual([]);
    step.give(next(2));
    await settled();
    expect(names(amy).slice(-2)).toEqual(["advance", "abandon"]);
    expect(amy.asked("abandon")).toEqual([["b1"]]);
    expect(amy.heading()).toBe("Today");
    expect(amy.reads()).toContain("Stopped. 40 cells given back.");
  });

  test("pressed before the first step is over goes no further", async () => {
    const begun = later<RunView>();
    const amy = await atPreview({ begin: () => begun.promise });
    await amy.press("Write");
    await amy.press("Stop");
    begun.give(next(1));
    await settled();
    expect(amy.asked("advance")).toEqual([]);
    expect(amy.asked("abandon")).toEqual([["b1"]]);
  });

  test("after the last step says that all is written", async () => {
    const step = later<RunView>();
    const amy = await atPreview({ begin: () => next(3), advance: () => step.promise });
    await amy.press("Write");
    await amy.press("Stop");
    step.give(done);
    await settled();
    expect(amy.asked("abandon")).toEqual([]);
    expect(amy.reads()).toContain("Stop came after the last step: all is written.");
  });

  test("that cannot give back says why and leaves both ways open", async () => {
    const step = later<RunView>();
    let broken = true;
    const amy = await atPreview({
      begin: () => next(1),
      advance: () => step.promise,
      abandon: () => {
        if (broken) throw new Error("Google does not answer.");
        return undone({ outcome: "stopped", restored: 3 });
      },
    });
    await amy.press("Write");
    await amy.press("Stop");
    step.give(next(2));
    await settled();
    expect(amy.error()).toBe("Google does not answer.");
    expect(amy.buttons()).toEqual(["Finish writing", "Give back"]);
    broken = false;
    await amy.press("Give back");
    expect(amy.reads()).toContain("Stopped. 3 cells given back.");
  });
});

describe("a run that breaks", () => {
  test("at the first call brings the preview back, and Write works again", async () => {
    let broken = true;
    const amy = await atPreview({ begin: () => (broken ? fail("The sheet is locked.")() : done) });
    await amy.press("Write");
    expect(amy.heading()).toBe("Preview");
    expect(amy.error()).toBe("The sheet is locked.");
    broken = false;
    await amy.press("Write");
    expect(amy.reads()).toContain("Written: 812 cells.");
  });

  test.each([
    ["Finish writing", "advance", "Written: 812 cells."],
    ["Give back", "abandon", "Stopped. 40 cells given back."],
  ])("in a step can be mended by %s", async (label, call, sentence) => {
    let broken = true;
    const amy = await atPreview({
      begin: () => next(1),
      advance: () => (broken ? fail("Google does not answer.")() : done),
    });
    await amy.press("Write");
    expect(amy.heading()).toBe("Writing was interrupted");
    expect(amy.error()).toBe("Google does not answer.");
    broken = false;
    await amy.press(label);
    expect(amy.calls.at(-1)).toEqual([call, "b1"]);
    expect(amy.reads()).toContain(sentence);
  });

  test("and breaks again stays where it can be mended", async () => {
    const amy = await atPreview({ begin: () => next(1), advance: fail("Google does not answer.") });
    await amy.press("Write");
    await amy.press("Finish writing");
    expect(amy.error()).toBe("Google does not answer.");
    expect(amy.buttons()).toEqual(["Finish writing", "Give back"]);
  });

  test("when it never answers, the person can stop waiting, and a late answer changes nothing", async () => {
    const step = later<RunView>();
    const amy = await atPreview({ begin: () => next(1), advance: () => step.promise });
    await amy.press("Write");
    document.querySelector<HTMLButtonElement>("button.release")!.click();
    await settled();
    expect(amy.heading()).toBe("Writing was interrupted");
    expect(amy.error()).toContain("No longer waiting.");
    step.give(done);
    await settled();
    expect(amy.heading()).toBe("Writing was interrupted");
  });
});

describe("the name for the history", () => {
  test("is asked at the first writing, once, and then the run goes on", async () => {
    const amy = await atPreview({ open: () => ({ state: "ready", who: "" }), home: () => home({ who: "" }) });
    await amy.press("Write");
    expect(amy.heading()).toBe("Your name");
    expect(amy.asked("begin")).toEqual([]);
    await amy.press("Continue");
    expect(amy.reads()).toContain("Type your name.");
    expect(document.activeElement).toBe(amy.field("Name"));
    await amy.type("Name", "  李雷 ");
    await amy.press("Continue");
    expect(amy.asked("setWho")).toEqual([["李雷"]]);
    expect(amy.asked("begin").length).toBe(1);
    await amy.press("Reclassify all");
    await amy.press("Write");
    expect(amy.asked("setWho").length).toBe(1);
    expect(amy.asked("begin").length).toBe(2);
  });

  test("is taken with Enter, but not while a Chinese name is being composed", async () => {
    const amy = await person({ open: () => ({ state: "new", who: "" }), start: () => start() });
    for (const label of ["Start", "Looks right", "Preview", "Write"]) await amy.press(label);
    await amy.type("Name", "li");
    const enter = (isComposing: boolean) =>
      amy.field("Name").dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, isComposing }));
    enter(true);
    await settled();
    expect(amy.asked("setWho")).toEqual([]);
    enter(false);
    await settled();
    expect(amy.asked("setWho")).toEqual([["li"]]);
  });

  test("Back from it shows the preview again; a name that cannot be saved can be tried again", async () => {
    let broken = true;
    const amy = await atPreview({
      open: () => ({ state: "ready", who: "" }),
      home: () => home({ who: "" }),
      setWho: () => (broken ? fail("Not saved.")() : undefined),
    });
    await amy.press("Write");
    await amy.press("Back");
    expect(amy.heading()).toBe("Preview");
    await amy.press("Write");
    await amy.type("Name", "Amy");
    await amy.press("Continue");
    expect(amy.error()).toBe("Not saved.");
    broken = false;
    await amy.press("Continue");
    expect(amy.heading()).toBe("Today");
  });
});
