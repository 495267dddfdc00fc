// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import type { CustomerRow, HomeView, Press } from "../../src/edge/views";
import { home, place, row } from "./fake-server";
import { later, person, settled } from "./person";

const atHome = (given: Parameters<typeof person>[0] = {}, lang = "en") =>
  person({ open: () => ({ state: "ready", who: "Amy" }), ...given }, lang);
const fail = (): never => {
  throw new Error("Google does not answer.");
};
const named = (cards: string): string[] =>
  [...document.querySelectorAll(`${cards} .company span:first-child`)].map((one) => one.textContent!);
/** The cards outside of the line of the long silent. */
const listed = (): string[] => named("section > div > .cards");
const asleep = (): string[] => named("details > div > .cards");
const card = (company: string): HTMLElement =>
  [...document.querySelectorAll<HTMLElement>(".cards > li")].find((one) => one.textContent!.startsWith(company))!;
const lead = () => document.querySelector(".lead")!.textContent;
const logged = () => document.querySelector(".logged")!.textContent;

const NORTHWIND = "Northwind GmbH";
const SOL = "Sol y Mar S.A.";

/** A home with these customers due, all of Amy's. */
const due = (rows: readonly CustomerRow[], changes: Partial<HomeView> = {}) =>
  home({ today: rows, wake: [], owners: [{ owner: "Amy", count: 41, due: rows.length, wake: 0 }], ...changes });

const many = (n: number): CustomerRow[] =>
  Array.from({ length: n }, (_, i) => row({ key: `k${i}`, company: `Firm ${i}.` }));

describe("today's list", () => {
  test("stands in the server's order, each with level, days, what to do, tier and why", async () => {
    await atHome();
    expect(listed()).toEqual([NORTHWIND, SOL, "Atlas"]);
    expect(lead()).toBe("3 today · 1 to wake");
    expect(card(NORTHWIND).textContent).toBe(
      "Northwind GmbHAoverdue5 days past dueGo to rowOffer the upgradetier A: every 14 days; last contact 2026-11-03ContactedThey repliedLater",
    );
  });

  test.each([
    ["complaint", false],
    ["reply", false],
    ["fair", true],
    ["act", true],
    ["overdue", true],
    ["due", true],
  ] as const)("a customer of the group %s can be put off: %s", async (group, canWait) => {
    await atHome({ home: () => due([row({ group })]) });
    expect(card(NORTHWIND).textContent!.endsWith("Later")).toBe(canWait);
  });

  test("a customer without a due day is not said to be due", async () => {
    await atHome({ home: () => due([row({ over: null, next: "", why: "" })]) });
    expect(card(NORTHWIND).textContent).toBe("Northwind GmbHAoverdueGo to rowContactedThey repliedLater");
  });

  test("says how many are due where more are due than are listed", async () => {
    const owners = [{ owner: "Amy", count: 41, due: 37, wake: 0 }];
    await atHome({ home: () => due(many(10), { owners }) });
    expect(lead()).toBe("10 of 37 today");
  });

  test.each([
    [10, 10, ""],
    [11, 10, "1 more is due: the list holds 10 a person."],
    [37, 10, "27 more are due: the list holds 10 a person."],
    [5, 4, "1 more is due: the list holds 4 a person."],
  ])("of one of whose customers %i are due with a limit of %i says: %s", async (count, limit, sentence) => {
    const owners = [{ owner: "Amy", count: 41, due: count, wake: 0 }];
    await atHome({ home: () => due(many(limit), { owners, limit }) });
    expect(document.querySelector(".lead + .hint")!.textContent!.trim()).toBe(sentence);
  });

  test("for everybody says how many are not listed in all, for one owner how many of his", async () => {
    const owners = [
      { owner: "Amy", count: 41, due: 12, wake: 0 },
      { owner: "Ben", count: 12, due: 1, wake: 1 },
    ];
    const rows = [...many(10), row({ key: "k2", company: SOL, owner: "Ben" })];
    const amy = await atHome({ home: () => due(rows, { owners, me: "" }) });
    const said = () => document.querySelector(".lead + .hint")!.textContent!.trim();
    expect([lead(), said()]).toEqual(["11 of 13 today · 1 to wake", "2 more are due: the list holds 10 a person."]);
    await amy.choose("Owner", "Ben: 1 today, 12 in all");
    expect([lead(), said()]).toEqual(["1 today · 1 to wake", ""]);
  });

  test.each<[string, Partial<HomeView>, string]>([
    ["nobody due", { owners: [{ owner: "Amy", count: 41, due: 0, wake: 0 }] }, "Nobody is due today."],
    ["no customer", { owners: [] }, "No customer here."],
    [
      "no owner column",
      { owners: [{ owner: "", count: 9, due: 0, wake: 0 }] },
      "Nobody is due today. No column says whose customer one is, so all are listed.",
    ],
  ])("with %s says so", async (_, changes, sentence) => {
    await atHome({ home: () => home({ today: [], wake: [], ...changes }) });
    expect(document.querySelector(".lead + .hint")!.textContent!.trim()).toBe(sentence);
    expect(listed()).toEqual([]);
  });

  test("of more than a page grows by a page", async () => {
    const amy = await atHome({ home: () => due(many(65)) });
    expect(listed().length).toBe(30);
    await amy.press("Show 30 more");
    expect(listed().length).toBe(60);
    expect(document.activeElement).toBe(card("Firm 30."));
    await amy.press("Show 5 more");
    expect(listed().length).toBe(65);
    expect(amy.buttons().filter((label) => label.startsWith("Show"))).toEqual([]);
  });

  test("goes to a customer's row by its key", async () => {
    const amy = await atHome();
    await amy.press("Go to row: Sol y Mar S.A.");
    expect(amy.asked("goTo")).toEqual([[place("A9"), "k2"]]);
    expect(document.activeElement).toBe(amy.button("Go to row: Sol y Mar S.A."));
  });

  test("says when it was refreshed last, where it was", async () => {
    const lastRun = { at: "2026-11-22T08:04", cells: 12, moves: 3 };
    const amy = await atHome({ home: () => home({ schedule: { ...home().schedule, lastRun } }) });
    expect(amy.reads()).toContain("Refreshed 22 Nov, 8:04");
    const ben = await atHome();
    expect(ben.reads()).not.toContain("Refreshed");
  });
});

describe("the long silent", () => {
  test("are one line that opens as a list with the same buttons", async () => {
    const amy = await atHome();
    const line = [...document.querySelectorAll("summary")].find((one) => one.textContent === "1 to wake")!;
    expect(line.parentElement!.hasAttribute("open")).toBe(false);
    expect(asleep()).toEqual(["Old Friend Ltd"]);
    await amy.press("Go to row: Old Friend Ltd");
    await amy.press("Contacted: Old Friend Ltd");
    expect(amy.asked("log")).toEqual([["k4", { kind: "contacted", next: "", company: "Old Friend Ltd" }]]);
    expect(asleep()).toEqual([]);
  });

  test("says that not all are listed where they are too many", async () => {
    const owners = [{ owner: "Amy", count: 900, due: 0, wake: 812 }];
    const amy = await atHome({ home: () => home({ today: [], wake: many(300), owners }) });
    expect(amy.reads()).toContain("812 to wakeThe first 300 of 812.");
    expect(asleep().length).toBe(30);
  });

  test("of an owner who has none are no line", async () => {
    const amy = await atHome();
    await amy.choose("Owner", "Amy: 1 today, 41 in all");
    expect(lead()).toBe("1 today");
    expect(document.querySelector<HTMLElement>("section > details")!.hidden).toBe(true);
  });
});

describe("the owner", () => {
  const choices = (amy: Awaited<ReturnType<typeof person>>) =>
    [...(amy.field("Owner") as HTMLSelectElement).options].map((one) => one.text);

  test("is everybody until somebody is chosen, each with what he has to do", async () => {
    const amy = await atHome();
    expect(choices(amy)).toEqual([
      "Everybody: 3 today, 56 in all",
      "Amy: 1 today, 41 in all",
      "Ben: 1 today, 12 in all",
      "No owner: 1 today, 3 in all",
    ]);
    await amy.choose("Owner", "Ben: 1 today, 12 in all");
    expect([listed(), lead()]).toEqual([[SOL], "1 today · 1 to wake"]);
    await amy.choose("Owner", "No owner: 1 today, 3 in all");
    expect([listed(), lead()]).toEqual([["Atlas"], "1 today"]);
    await amy.choose("Owner", "Everybody: 3 today, 56 in all");
    expect(listed().length).toBe(3);
  });

  test("who looks stands first and is the one whose list is shown", async () => {
    const amy = await atHome({ home: () => home({ me: "Ben" }) });
    expect(choices(amy)[0]).toBe("Ben (me): 1 today, 12 in all");
    expect(listed()).toEqual([SOL]);
  });

  test("who is not in the sheet any more sees everybody", async () => {
    await atHome({ home: () => home({ me: "Chen" }) });
    expect(listed().length).toBe(3);
  });

  test("that was chosen stays when the person comes back from another screen", async () => {
    const amy = await atHome({ home: () => home({ me: "Amy" }) });
    await amy.choose("Owner", "Ben: 1 today, 12 in all");
    await amy.press("Reclassify all");
    await amy.press("Back");
    expect(listed()).toEqual([SOL]);
    await amy.press("Refresh");
    expect(listed()).toEqual([SOL]);
  });

  test.each([
    ["Ben", "Ben", [SOL]],
    ["None of these", "", [NORTHWIND, SOL, "Atlas"]],
  ])("is asked about once: %s", async (label, kept, companies) => {
    const amy = await atHome({ home: () => home({ me: null }) });
    expect(amy.reads()).toContain("Which owner are you?");
    await amy.press(label);
    expect(amy.asked("setMe")).toEqual([[kept]]);
    expect(listed()).toEqual(companies);
    expect(amy.reads()).not.toContain("Which owner are you?");
    expect(document.activeElement?.className).toBe("lead");
  });

  test("is not asked about where there is one at most", async () => {
    const amy = await atHome({ home: () => due([row()], { me: null }) });
    expect(amy.reads()).not.toContain("Which owner are you?");
    expect(listed()).toEqual([NORTHWIND]);
  });

  test("who one is can be changed", async () => {
    const amy = await atHome({ home: () => home({ me: "Amy" }) });
    const shown = () => !amy.buttons().every((label) => label !== "This is me");
    expect(shown()).toBe(false);
    await amy.choose("Owner", "Ben: 1 today, 12 in all");
    await amy.press("This is me");
    expect(amy.asked("setMe")).toEqual([["Ben"]]);
    expect(choices(amy)[0]).toBe("Ben (me): 1 today, 12 in all");
    expect(shown()).toBe(false);
    await amy.choose("Owner", "No owner: 1 today, 3 in all");
    expect(shown()).toBe(false);
  });

  test("that cannot be kept is asked about again", async () => {
    const amy = await atHome({ home: () => home({ me: null }), setMe: fail });
    await amy.press("Ben");
    expect(amy.error()).toBe("Google does not answer.");
    expect(amy.reads()).toContain("Which owner are you?");
  });
});

describe("a press", () => {
  test.each<[string, Press]>([
    ["Contacted", { kind: "contacted", next: "", company: NORTHWIND }],
    ["They replied", { kind: "replied", next: "", company: NORTHWIND }],
  ])("%s is logged at once, and the customer leaves the list", async (label, press) => {
    const amy = await atHome();
    await amy.press(`${label}: ${NORTHWIND}`);
    expect(amy.asked("log")).toEqual([["k1", press]]);
    expect(listed()).toEqual([SOL, "Atlas"]);
    expect(logged()).toBe(`Logged: ${label}, Northwind GmbH Undo`);
    expect(amy.status()).toBe("");
  });

  test.each([
    [1, "Logged: Contacted, Northwind GmbH Undo"],
    [2, "Logged: Contacted, Northwind GmbH. 2 rows of this customer follow. Undo"],
  ])("of a customer who has %i rows says: %s", async (rows, sentence) => {
    await atHome({ home: () => home({ logged: { id: "lg-7", company: NORTHWIND, kind: "contacted", rows } }) });
    expect(logged()).toBe(sentence);
  });

  test.each([
    ["en", "complaint", "The complaint is open, so the customer stays on the list until its cell is cleared."],
    ["zh", "complaint", "投诉未结，清空投诉单元格之前客户仍在名单里。"],
    ["en", "overdue", ""],
  ] as const)("in %s, of one who stands in the list for %s, says: %s", async (lang, group, sentence) => {
    const [row, other] = home().today;
    const last = { id: "lg-7", company: NORTHWIND, kind: "contacted", rows: 1 } as const;
    await atHome(
      {
        home: () =>
          home({
            today: [
              { ...row!, group },
              { ...other!, group: "complaint" },
            ],
            logged: last,
          }),
      },
      lang,
    );
    expect(
      logged()
        .split(NORTHWIND)[1]!
        .replace(/Undo|撤销/, "")
        .trim(),
    ).toBe(sentence);
  });

  test("has its Undo beside the cards, and the foot keeps that of the run alone", async () => {
    const amy = await atHome();
    await amy.press(`Contacted: ${NORTHWIND}`);
    const undo = amy.button(`Undo: ${NORTHWIND}`);
    expect(undo.closest("section")!.contains(card(SOL))).toBe(true);
    expect([...document.querySelectorAll("footer .undo button")].map((one) => one.textContent)).toEqual([
      "Undo last run: 22 Nov, 14:05, 812 cells (Amy)",
    ]);
  });

  test("takes away what the last run wrote; another owner, or a tick, does not", async () => {
    const amy = await atHome({ home: () => home({ me: null }) });
    await amy.press("Reclassify all");
    await amy.press("Write");
    const news = () => amy.reads().includes("Written: 812 cells.");
    expect(news()).toBe(true);
    await amy.choose("Owner", "Ben: 1 today, 12 in all");
    await amy.tick("Region");
    expect(news()).toBe(true);
    await amy.press(`Contacted: ${SOL}`);
    expect(news()).toBe(false);
  });

  test("holds that customer's buttons and no others until it is answered", async () => {
    const answer = later<HomeView>();
    const amy = await atHome({ log: () => answer.promise });
    await amy.press(`Contacted: ${NORTHWIND}`);
    expect(amy.status()).toBe("Logging: Contacted, Northwind GmbH…");
    expect([...card(NORTHWIND).querySelectorAll("button")].every((one) => one.disabled)).toBe(true);
    expect([...card(SOL).querySelectorAll("button")].some((one) => one.disabled)).toBe(false);
    // On the card and on none of its neighbours' buttons: Enter may still be down.
    expect(document.activeElement).toBe(card(NORTHWIND));
    answer.give(home({ today: home().today.slice(1) }));
    await settled();
    expect(document.activeElement).toBe(card(SOL));
    expect(amy.status()).toBe("");
  });

  test("after a press: both are logged, one after the other, and the list follows each answer", async () => {
    const answers = [later<HomeView>(), later<HomeView>()];
    const asked: string[] = [];
    const amy = await atHome({ log: (key) => answers[asked.push(key) - 1]!.promise });
    await amy.press(`Contacted: ${NORTHWIND}`);
    await amy.press(`Contacted: ${SOL}`);
    expect(asked).toEqual(["k1"]);
    answers[0]!.give(home({ today: home().today.slice(1) }));
    await settled();
    expect(asked).toEqual(["k1", "k2"]);
    expect(listed()).toEqual([SOL, "Atlas"]);
    // His own press is still under way, whatever the first answer said of him.
    expect(amy.button(`Contacted: ${SOL}`).disabled).toBe(true);
    answers[1]!.give(home({ today: home().today.slice(2) }));
    await settled();
    expect(listed()).toEqual(["Atlas"]);
    expect(document.activeElement).toBe(card("Atlas"));
  });

  test("holds a customer of whom another answer brings news", async () => {
    const answers = [later<HomeView>(), later<HomeView>()];
    const amy = await atHome({ log: (key) => answers[key === "k1" ? 0 : 1]!.promise });
    await amy.press(`Contacted: ${NORTHWIND}`);
    await amy.press(`Contacted: ${SOL}`);
    answers[0]!.give(home({ today: [row({ key: "k2", company: SOL, why: "his row has moved" })] }));
    await settled();
    expect(card(SOL).textContent).toContain("his row has moved");
    expect(amy.button(`Contacted: ${SOL}`).disabled).toBe(true);
  });

  test("leaves what a person does meanwhile with another customer", async () => {
    const answer = later<HomeView>();
    const amy = await atHome({ log: () => answer.promise });
    await amy.press(`Contacted: ${NORTHWIND}`);
    await amy.press(`Later: ${SOL}`);
    await amy.type("Until", "2026-12-24");
    answer.give(home({ today: home().today.slice(1) }));
    await settled();
    expect(amy.field("Until").value).toBe("2026-12-24");
    expect(document.activeElement).toBe(amy.field("Until"));
  });

  test("that leaves the customer where he is shows his new state, free again", async () => {
    const after = row({ group: "reply", level: "soon", levelLabel: "soon", over: -1 });
    const amy = await atHome({ log: () => due([after]) });
    await amy.press(`They replied: ${NORTHWIND}`);
    expect(card(NORTHWIND).textContent).toContain("soondue tomorrow");
    expect(amy.button(`Contacted: ${NORTHWIND}`).disabled).toBe(false);
  });

  test("that changes nothing about him (a complaint stays) frees his card and closes its form", async () => {
    const amy = await atHome({ log: () => home() });
    await amy.press(`Later: ${NORTHWIND}`);
    await amy.press(`Put off: ${NORTHWIND}`);
    expect(amy.asked("log").length).toBe(1);
    expect(amy.button(`Contacted: ${NORTHWIND}`).disabled).toBe(false);
    expect(amy.buttons()).not.toContain(`Put off: ${NORTHWIND}`);
  });

  test("on the last one says that nobody is due, and the focus is on that line", async () => {
    const none = due([], { owners: [{ owner: "Amy", count: 41, due: 0, wake: 0 }] });
    const amy = await atHome({ home: () => due([row()]), log: () => none });
    await amy.press(`Contacted: ${NORTHWIND}`);
    expect(amy.reads()).toContain("0 todayNobody is due today.");
    expect(document.activeElement?.className).toBe("lead");
  });

  test("counts the levels and tiers anew", async () => {
    const amy = await atHome({ log: () => home({ levels: [{ id: "on_track", label: "on track", count: 95 }] }) });
    await amy.press(`Contacted: ${NORTHWIND}`);
    expect(document.querySelector(".levels")!.textContent).toBe("on track 95");
  });

  test("that fails says why on its card, and can be pressed again", async () => {
    let broken = true;
    const amy = await atHome({ log: () => (broken ? fail() : home({ today: [] })) });
    await amy.press(`Contacted: ${NORTHWIND}`);
    expect(card(NORTHWIND).querySelector("[role=alert]")!.textContent).toBe("Google does not answer.");
    expect(listed().length).toBe(3);
    broken = false;
    await amy.press(`Contacted: ${NORTHWIND}`);
    expect(listed()).toEqual([]);
  });

  test("that fails does not stop the one after it", async () => {
    const first = later<HomeView>();
    const amy = await atHome({ log: (key) => (key === "k1" ? first.promise : home({ today: [row()] })) });
    await amy.press(`Contacted: ${NORTHWIND}`);
    await amy.press(`Contacted: ${SOL}`);
    first.fail(new Error("The row is gone."));
    await settled();
    expect(listed()).toEqual([NORTHWIND]);
    expect(card(NORTHWIND).textContent).toContain("The row is gone.");
    expect(amy.button(`Contacted: ${NORTHWIND}`).disabled).toBe(false);
  });

  test("that is never answered can be waited for no longer", async () => {
    const amy = await atHome({ log: (key) => (key === "k1" ? new Promise(() => {}) : home({ today: [] })) });
    await amy.press(`Contacted: ${NORTHWIND}`);
    await amy.press("Stop waiting");
    expect(card(NORTHWIND).textContent).toContain("No longer waiting.");
    await amy.press(`Contacted: ${SOL}`);
    expect(listed()).toEqual([]);
    expect(amy.buttons()).not.toContain("Stop waiting");
  });

  test("is logged before anything else that was asked for after it", async () => {
    const answer = later<HomeView>();
    const amy = await atHome({ log: () => answer.promise });
    await amy.press(`Contacted: ${NORTHWIND}`);
    await amy.press("Reclassify all");
    expect(amy.asked("preview")).toEqual([]);
    answer.give(home({ today: home().today.slice(1) }));
    await settled();
    expect(amy.asked("preview").length).toBe(1);
    expect(amy.heading()).toBe("Preview");
    await amy.press("Back");
    expect(listed()).toEqual([SOL, "Atlas"]);
  });

  test("of a person without a name asks for it first, then is logged", async () => {
    const amy = await person({ open: () => ({ state: "ready", who: "" }), home: () => home({ who: "" }) });
    await amy.press(`Contacted: ${NORTHWIND}`);
    expect(amy.heading()).toBe("Your name");
    await amy.press("Back");
    expect(amy.asked("log")).toEqual([]);
    await amy.press(`Contacted: ${NORTHWIND}`);
    await amy.type("Name", "Amy");
    await amy.press("Continue");
    expect(amy.asked("log")).toEqual([["k1", { kind: "contacted", next: "", company: NORTHWIND }]]);
    expect(amy.heading()).toBe("Today");
    expect(listed()).toEqual([SOL, "Atlas"]);
  });
});

describe("Later", () => {
  test("asks for a day before it is logged, a week from today unless told otherwise", async () => {
    const amy = await atHome();
    await amy.press(`Later: ${NORTHWIND}`);
    expect(amy.button(`Later: ${NORTHWIND}`).getAttribute("aria-expanded")).toBe("true");
    expect(amy.field("Until").value).toBe("2026-11-29");
    expect(document.activeElement).toBe(amy.field("Until"));
    expect(amy.asked("log")).toEqual([]);
    await amy.press(`Put off: ${NORTHWIND}`);
    expect(amy.asked("log")).toEqual([["k1", { kind: "later", next: "2026-11-29", company: NORTHWIND }]]);
    expect(listed()).toEqual([SOL, "Atlas"]);
  });

  test.each([
    ["3 days", "2026-11-25"],
    ["7 days", "2026-11-29"],
    ["30 days", "2026-12-22"],
  ])("%s is one press away", async (label, day) => {
    const amy = await atHome();
    await amy.press(`Later: ${NORTHWIND}`);
    await amy.type("Until", "2027-05-01");
    await amy.press(label);
    expect(amy.field("Until").value).toBe(day);
    expect(amy.asked("log")).toEqual([]);
    await amy.press(`Put off: ${NORTHWIND}`);
    expect(amy.asked("log")).toEqual([["k1", { kind: "later", next: day, company: NORTHWIND }]]);
  });

  test.each([
    ["", false],
    ["2026-11-21", false],
    ["2026-11-22", false],
    ["2026-11-23", true],
  ])("until “%s” is taken: %s", async (day, good) => {
    const amy = await atHome();
    await amy.press(`Later: ${NORTHWIND}`);
    await amy.type("Until", day);
    await amy.press(`Put off: ${NORTHWIND}`);
    expect(amy.asked("log").length).toBe(good ? 1 : 0);
    expect(amy.reads().includes("Choose a day after today.")).toBe(!good);
    if (!good) {
      expect(document.activeElement).toBe(amy.field("Until"));
      await amy.press("3 days");
      expect(amy.reads()).not.toContain("Choose a day after today.");
    }
  });

  test("pressed again closes without a word", async () => {
    const amy = await atHome();
    await amy.press(`Later: ${NORTHWIND}`);
    await amy.press(`Later: ${NORTHWIND}`);
    expect(amy.button(`Later: ${NORTHWIND}`).getAttribute("aria-expanded")).toBe("false");
    expect(amy.reads()).not.toContain("Until");
    expect(amy.asked("log")).toEqual([]);
  });
});

describe("a press that is taken back", () => {
  const last: HomeView["logged"] = { id: "lg-7", company: NORTHWIND, kind: "contacted", rows: 1 };

  test("brings the customer back", async () => {
    const amy = await atHome({ home: () => home({ today: home().today.slice(1), logged: last }) });
    await amy.press(`Undo: ${NORTHWIND}`);
    expect(amy.asked("unlog")).toEqual([["lg-7"]]);
    expect(listed()).toEqual([NORTHWIND, SOL, "Atlas"]);
    expect(logged()).toBe("");
    expect(document.activeElement?.className).toBe("lead");
  });

  test("stays offered, and is not said again, while the list changes", async () => {
    const amy = await atHome({ home: () => home({ logged: last }) });
    const undo = amy.button(`Undo: ${NORTHWIND}`);
    await amy.choose("Owner", "Ben: 1 today, 12 in all");
    expect(amy.button(`Undo: ${NORTHWIND}`)).toBe(undo);
  });

  test("waits for the presses before it", async () => {
    const answer = later<HomeView>();
    const amy = await atHome({ home: () => home({ logged: last }), log: () => answer.promise });
    await amy.press(`Contacted: ${SOL}`);
    await amy.press(`Undo: ${NORTHWIND}`);
    expect(amy.asked("unlog")).toEqual([]);
    answer.give(home({ logged: last }));
    await settled();
    expect(amy.asked("unlog")).toEqual([["lg-7"]]);
  });

  test("that cannot be says why and can be tried again", async () => {
    let broken = true;
    const amy = await atHome({ home: () => home({ logged: last }), unlog: () => (broken ? fail() : home()) });
    await amy.press(`Undo: ${NORTHWIND}`);
    expect(amy.error()).toBe("Google does not answer.");
    broken = false;
    await amy.press(`Undo: ${NORTHWIND}`);
    expect(logged()).toBe("");
  });
});

describe("columns in the sheet", () => {
  const ticked = () =>
    [...document.querySelectorAll<HTMLInputElement>("input[type=checkbox]")].map((box) => box.checked);

  test("are brought in and taken out by a tick", async () => {
    const amy = await atHome();
    expect(ticked()).toEqual([false, true]);
    await amy.tick("Region");
    expect(amy.asked("showAxes")).toEqual([[["region", "stage"]]]);
    expect(ticked()).toEqual([true, true]);
    await amy.tick("Stars");
    expect(amy.asked("showAxes")[1]).toEqual([["region"]]);
    expect(ticked()).toEqual([true, false]);
  });

  test("that cannot be brought in lose the tick again", async () => {
    const amy = await atHome({ showAxes: fail });
    await amy.tick("Region");
    expect(amy.error()).toBe("Google does not answer.");
    expect(ticked()).toEqual([false, true]);
  });

  test("are not offered where there are none", async () => {
    const amy = await atHome({ home: () => home({ axes: [] }) });
    expect(amy.reads()).not.toContain("Columns in the sheet");
  });
});

test("a Chinese salesperson does all of it in Chinese", async () => {
  const amy = await atHome({ home: () => home({ me: null }) }, "zh-CN");
  expect(amy.reads()).toContain("你是哪一位负责人？");
  await amy.press("Ben");
  expect(lead()).toBe("今天 1 个 · 待唤醒 1 个");
  await amy.press(`推迟：${SOL}`);
  await amy.press("30 天");
  await amy.press(`确定推迟：${SOL}`);
  expect(amy.asked("log")).toEqual([["k2", { kind: "later", next: "2026-12-22", company: SOL }]]);
  expect(logged()).toBe("已记录：推迟，Northwind GmbH 撤销");
});
