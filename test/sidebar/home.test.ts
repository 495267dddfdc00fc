// @vitest-environment jsdom
import { describe, expect, test, vi } from "vitest";
import type { HomeView, OpenView } from "../../src/edge/views";
import { home, place, row, start, undone } from "./fake-server";
import { later, person, settled } from "./person";

const atHome = (given: Parameters<typeof person>[0] = {}, lang = "en") =>
  person({ open: () => ({ state: "ready", who: "Amy" }), ...given }, lang);
const fail = (): never => {
  throw new Error("Google does not answer.");
};
const companies = () =>
  [...document.querySelectorAll(".cards .company span:first-child")].map((one) => one.textContent);

describe("opening the sidebar", () => {
  test("draws its frame before the server has answered", async () => {
    const opened = later<OpenView>();
    const amy = await person({ open: () => opened.promise });
    expect(amy.heading()).toBe("Tierbook");
    expect(amy.status()).toBe("Opening…");
    opened.give({ state: "ready", who: "Amy" });
    await settled();
    expect(amy.heading()).toBe("Today");
  });

  test("leaves the focus in the sheet", async () => {
    await atHome();
    expect(document.activeElement).toBe(document.body);
  });

  test.each(["open", "home"])("when %s fails says why and can be tried again", async (name) => {
    let broken = true;
    const usual = { open: (): OpenView => ({ state: "ready", who: "Amy" }), home: () => home() };
    const amy = await person({
      ...usual,
      [name]: () => (broken ? fail() : usual[name as keyof typeof usual]()),
    });
    expect(amy.error()).toBe("Google does not answer.");
    // Where a set-up is saved its sheet may be gone, which another try does not mend.
    expect(amy.buttons()).toEqual(name === "home" ? ["Try again", "Run the set-up again"] : ["Try again"]);
    broken = false;
    await amy.press("Try again");
    expect(amy.heading()).toBe("Today");
  });

  test("when the customer sheet is gone another one can be chosen", async () => {
    const amy = await person({
      open: () => ({ state: "ready", who: "Amy" }),
      home: () => fail(),
      start: () => start(),
    });
    await amy.press("Run the set-up again");
    expect(amy.heading()).toBe("Set up Tierbook");
    expect(amy.error()).toBe("");
  });

  test("when the server never answers the person can stop waiting", async () => {
    const amy = await person({ open: () => new Promise(() => {}) });
    await amy.press("Stop waiting");
    expect(amy.error()).toContain("No longer waiting.");
    expect(amy.buttons()).toEqual(["Try again"]);
  });
});

describe("the home", () => {
  test("counts by level and by tier, in words beside the colours", async () => {
    const amy = await atHome();
    expect(amy.reads()).toContain("As of 22 Nov 2026");
    expect(amy.reads()).toContain("overdue 21due 18soon 35on track 94long silent 214on hold 6unrated 24");
    expect(amy.reads()).toContain("A 5B 14C 38D 96Unrated 259");
    for (const dot of document.querySelectorAll(".dot")) {
      expect(dot.getAttribute("aria-hidden")).toBe("true");
      expect(dot.parentElement!.textContent!.trim()).not.toBe("");
    }
  });

  test("shows notices and every cell that was not read as a way there", async () => {
    const amy = await atHome({ home: () => home({ notices: ["Policy!B7 is no number."] }) });
    expect(amy.reads()).toContain("Policy!B7 is no number.");
    expect(amy.reads()).toContain("Cells not read: 1");
    expect(amy.reads()).toContain("To check: 1Acme GmbH stands in more than one row.");
    await amy.press("Bought in 12 months: “约3万” cannot be read. (Customers!F23)");
    expect(amy.asked("goTo")).toEqual([[place("F23"), ""]]);
  });

  test.each([
    [0, ""],
    [1, "1 question is open: run the set-up again to answer. Until then these cells are not used."],
    [2, "2 questions are open: run the set-up again to answer. Until then these cells are not used."],
  ])("with %i questions left open says: %s", async (openQuestions, sentence) => {
    await atHome({ home: () => home({ openQuestions, notices: ["Policy!B7 is no number."] }) });
    const said = [...document.querySelectorAll(".notice p")].map((one) => one.textContent);
    expect(said).toEqual(["Policy!B7 is no number.", ...(sentence ? [sentence] : [])]);
  });

  test("a cell that cannot be gone to leaves the home usable", async () => {
    const amy = await atHome({ goTo: fail });
    await amy.press("Go to row: Atlas");
    expect(amy.error()).toBe("Google does not answer.");
    await amy.press("Reclassify all");
    expect(amy.heading()).toBe("Preview");
  });

  test("asks what the limits mean when the base currency was changed", async () => {
    const question = { id: "base", from: "USD", to: "CNY", rate: 0.14 };
    const amy = await atHome({ home: () => home({ question }) });
    expect(amy.reads()).toContain("was changed from USD to CNY. What do the limits mean now?");
    expect(amy.reads()).not.toContain("Decide later");
    await amy.press("Save answer");
    expect(amy.error()).toBe("Choose one of the answers.");
    await amy.tick("Convert them at the fixed rate (1 CNY = 0.14 USD)");
    await amy.press("Save answer");
    expect(amy.asked("answer")).toEqual([["base", "convert"]]);
    expect(amy.reads()).not.toContain("What do the limits mean now?");
  });
});

describe("Undo last run", () => {
  const label = "Undo last run: 22 Nov, 14:05, 812 cells (Amy)";

  test("stays in sight on the preview and in a set-up that is run again", async () => {
    const amy = await atHome();
    expect(amy.buttons()).toContain(label);
    await amy.press("Run the set-up again");
    expect(amy.buttons()).toContain(label);
    await amy.press("Back");
    await amy.press("Reclassify all");
    expect(amy.buttons()).toContain(label);
  });

  test("reports what was given back and what was left, each a way there, and is gone then", async () => {
    const amy = await atHome();
    await amy.press(label);
    expect(amy.reads()).toContain("Undone: 810 cells given back, 1 left as they are.");
    await amy.press("Sol y Mar S.A.: somebody has changed this cell since.");
    expect(amy.asked("goTo")).toEqual([[place("H12"), ""]]);
    expect(amy.buttons()).not.toContain(label);
  });

  test("is not there when there is nothing to undo", async () => {
    const amy = await atHome({ home: () => home({ undo: null }) });
    expect(amy.buttons().filter((one) => one.startsWith("Undo"))).toEqual([]);
  });

  test("that fails leaves the home with the sentence, and can be pressed again", async () => {
    let broken = true;
    const amy = await atHome({
      undo: () => (broken ? fail() : undone()),
    });
    await amy.press(label);
    expect(amy.error()).toBe("Google does not answer.");
    broken = false;
    await amy.press(label);
    expect(amy.reads()).toContain("Undone: 1 cell given back.");
  });
});

describe("the daily refresh", () => {
  const schedule = {
    on: true,
    hour: 8,
    owner: "Amy",
    mine: true,
    lastRun: { at: "2026-11-22T08:04", cells: 12, moves: 3 },
    lastError: "",
    nextRun: "2026-11-23T08:00",
  };
  const withSchedule = (changes: Partial<typeof schedule>) => () => home({ schedule: { ...schedule, ...changes } });

  test("is switched on at the hour that was chosen", async () => {
    const amy = await atHome();
    await amy.choose("Hour of the day", "7:00");
    await amy.press("Switch on");
    expect(amy.asked("switchOn")).toEqual([[7]]);
    expect(amy.reads()).toContain("Amy has switched it on, daily at 7:00.");
    expect(amy.reads()).toContain("It has not run yet.");
    expect(amy.reads()).toContain("Next run: 23 Nov, 8:00");
    expect(document.activeElement?.textContent).toBe("Daily refresh: at 7:00");
  });

  test("of one's own can be moved to another hour and switched off", async () => {
    const amy = await atHome({ home: withSchedule({}) });
    expect(amy.reads()).toContain("Last run: 22 Nov, 8:04: 12 cells written, 3 classes changed");
    await amy.choose("Hour of the day", "9:00");
    await amy.press("Change the hour");
    expect(amy.asked("switchOn")).toEqual([[9]]);
    await amy.press("Switch off");
    expect(amy.asked("switchOff")).toEqual([[]]);
    expect(amy.reads()).toContain("Daily refresh: off");
  });

  test("of somebody else can be taken over and not switched off", async () => {
    const amy = await atHome({ home: withSchedule({ owner: "Ben", mine: false }) });
    expect(amy.reads()).toContain("Ben has switched it on, daily at 8:00.");
    expect(amy.buttons()).not.toContain("Switch off");
    await amy.press("Take over");
    expect(amy.asked("switchOn")).toEqual([[8]]);
  });

  test("says in its closed line that the last run failed, and why within", async () => {
    const amy = await atHome({ home: withSchedule({ lastError: "Sheet Orders is gone." }) });
    expect(amy.reads()).toContain("Daily refresh: failed");
    expect(amy.reads()).toContain("The last run failed: Sheet Orders is gone.");
  });

  test("asks for the name first where it is not known, and comes back to the home", async () => {
    const amy = await atHome({ open: () => ({ state: "ready", who: "" }), home: () => home({ who: "" }) });
    await amy.press("Switch on");
    await amy.type("Name", "Amy");
    await amy.press("Continue");
    expect(amy.asked("switchOn")).toEqual([[8]]);
    expect(amy.heading()).toBe("Today");
    expect(amy.reads()).toContain("Amy has switched it on, daily at 8:00.");
  });

  test.each([
    ["switchOn", "Change the hour"],
    ["switchOff", "Switch off"],
  ])("when %s fails stays as it was", async (name, label) => {
    const amy = await atHome({ home: withSchedule({}), [name]: fail });
    await amy.press(label);
    expect(amy.error()).toBe("Google does not answer.");
    expect(amy.button(label).disabled).toBe(false);
  });
});

describe("Remove Tierbook", () => {
  test("shows what would go before anything goes", async () => {
    const amy = await atHome();
    await amy.press("Remove Tierbook");
    expect(amy.reads()).toContain("6 columns in Customers: Follow-up, Due");
    expect(amy.asked("remove")).toEqual([]);
    await amy.press("Keep it");
    expect(amy.heading()).toBe("Today");
    expect(amy.asked("remove")).toEqual([]);
  });

  test("once confirmed says what went, and a new set-up can begin", async () => {
    const amy = await atHome();
    await amy.press("Remove Tierbook");
    await amy.press("Remove all of this");
    expect(amy.heading()).toBe("Tierbook is removed");
    expect(amy.reads()).toContain("The daily refresh of Amy");
    await amy.press("Set up again");
    expect(amy.heading()).toBe("Set up Tierbook");
    expect(amy.buttons()).toEqual(["Start"]);
  });

  test("with nothing to remove offers nothing to confirm", async () => {
    const amy = await atHome({ removalPlan: () => ({ lines: [] }) });
    await amy.press("Remove Tierbook");
    expect(amy.buttons()).toEqual(["Back"]);
  });

  test.each([
    ["removalPlan", ["Remove Tierbook"], "Today"],
    ["remove", ["Remove Tierbook", "Remove all of this"], "Remove Tierbook"],
  ] as const)("when %s fails says why", async (name, presses, heading) => {
    const amy = await atHome({ [name]: fail });
    for (const label of presses) await amy.press(label);
    expect(amy.heading()).toBe(heading);
    expect(amy.error()).toBe("Google does not answer.");
  });
});

describe("every screen", () => {
  test("takes customer text as text, never as markup or a formula", async () => {
    const nasty = '<img src=x onerror="document.title=1">';
    const formula = '=HYPERLINK("http://x","y")';
    const rows = [
      row({ company: nasty, why: formula, next: nasty }),
      row({ key: "k2", company: formula, owner: nasty, tierLabel: nasty }),
    ];
    const amy = await atHome({
      home: () =>
        home({
          today: rows,
          wake: [],
          owners: [{ owner: nasty, count: 2, due: 2, wake: 0 }],
          logged: { id: "lg-1", company: nasty, kind: "later", rows: 1 },
          notices: [nasty],
          undo: { at: "2026-11-22T14:05", cells: 1, who: nasty },
        }),
    });
    expect(document.querySelector("img")).toBeNull();
    expect(companies()).toEqual([nasty, formula]);
    expect(amy.reads()).toContain(formula);
  });

  test("holds its controls and says so while a call is under way, and lets go after", async () => {
    const view = later<HomeView>();
    const answers = [home(), view.promise];
    const amy = await atHome({ home: () => answers.shift() });
    await amy.press("Refresh");
    expect(amy.status()).toBe("Reading your sheet…");
    for (const label of ["Reclassify all", "Remove Tierbook", "Refresh"]) expect(amy.button(label).disabled).toBe(true);
    view.give(home());
    await settled();
    expect(amy.status()).toBe("");
    for (const label of ["Reclassify all", "Remove Tierbook", "Refresh"])
      expect(amy.button(label).disabled).toBe(false);
  });

  test("moves the focus to its heading, so that it is read out", async () => {
    const amy = await atHome();
    for (const label of ["Reclassify all", "Back", "Run the set-up again", "Start", "Looks right", "Preview"]) {
      await amy.press(label);
      expect(document.activeElement?.tagName, label).toBe("H1");
    }
    await amy.press("Back");
    expect(amy.heading()).toBe("Limits");
  });

  test("has one blue button at most and names for all controls", async () => {
    const amy = await atHome();
    const look = (): void => {
      expect(document.querySelectorAll("button.blue").length).toBeLessThanOrEqual(1);
      for (const made of document.querySelectorAll("button")) expect(made.textContent!.trim()).not.toBe("");
      for (const control of document.querySelectorAll("input, select")) {
        expect((control as HTMLInputElement).labels!.length).toBe(1);
      }
      expect(document.querySelectorAll("[tabindex]:not([tabindex='-1'])").length).toBe(0);
    };
    look();
    for (const label of ["Run the set-up again", "Start", "Looks right", "Preview"]) {
      await amy.press(label);
      look();
    }
  });

  test("speaks Chinese to a person whose language is Chinese", async () => {
    const amy = await atHome({}, "zh-CN");
    expect(amy.heading()).toBe("今天");
    expect(amy.reads()).toContain("截至 2026年11月22日");
    await amy.press("全部重新分级");
    await amy.press("写入");
    expect(amy.asked("begin").length).toBe(1);
  });

  test("a fault of ours is logged and said in general words, and the screen stays", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const amy = await atHome({ preview: () => null });
    await amy.press("Reclassify all");
    expect(amy.error()).toContain("Something went wrong on our side.");
    expect(amy.heading()).toBe("Today");
    expect(logged).toHaveBeenCalledTimes(1);
    logged.mockRestore();
  });
});
