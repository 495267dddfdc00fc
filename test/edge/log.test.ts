import { beforeAll, describe, expect, test } from "vitest";
import { companyOf } from "../../src/core/cells/company";
import type { HomeView, Press } from "../../src/edge/views";
import { builtAddon, callsOf, type Given, type Office, office, reclassify, setUp, TODAY, team } from "./office";

beforeAll(builtAddon);

/** What a button says, without the name on the card. */
type How = Omit<Press, "company">;

const CONTACTED: How = { kind: "contacted", next: "" };
const REPLIED: How = { kind: "replied", next: "" };
const later = (next: string): How => ({ kind: "later", next });

const LOG = "Contact log";
const THEIRS = 5;

/** A team that is set up, with Amy at the screen. */
async function ready(sheets = team(), changes: Parameters<typeof office>[1] = {}): Promise<Office> {
  const it = await office(sheets, changes);
  it.call.setWho("Amy");
  setUp(it);
  it.clock += 60_000;
  return it;
}

const rowsOf = ({ today, wake }: HomeView) => [...today, ...wake];

const keyOf = (company: string): string => `name:${companyOf(company).full}#1`;

const press = (it: Office, company: string, how: How): HomeView => it.call.log(keyOf(company), { ...how, company });

/** Our columns of a customer: level, due, days, next step, tier, why. */
const ours = (it: Office, company: string) =>
  it
    .values("Customers")
    .find(([name]) => name === company)!
    .slice(THEIRS);

/** Rows of our log, the numbers of the presses apart. */
const logged = (it: Office) =>
  it
    .values(LOG)
    .slice(1)
    .map((row) => row.slice(0, 9));

const dayCell = (it: Office) => {
  const { sheet, zone } = it.store.name("TIERBOOK_DAY")!;
  return it.store.values(sheet, zone)[0]![0] as number;
};

/** Everything of the team's own: values, formats and formulas. */
function theirs(it: Office) {
  return ["Customers", "Orders"].map((name) => {
    const id = it.sheetId(name);
    const { rows } = it.store.used(id);
    const zone = { top: 0, left: 0, bottom: rows - 1, right: THEIRS - 1 };
    return [it.store.values(id, zone), it.store.formats(id, zone), it.store.formulas(id, zone)];
  });
}

describe("Contacted", () => {
  test("the row of the customer follows at once, and the log says who wrote and when", async () => {
    const it = await ready();
    const [before, others] = [theirs(it), ours(it, "Casa Blanca")];
    expect(ours(it, "Bravo SARL").slice(0, 3)).toEqual(["Due", TODAY - 10, 40]);
    const home = press(it, "Bravo SARL", CONTACTED);
    expect(home.logged).toMatchObject({ company: "Bravo SARL", kind: "contacted", rows: 1 });
    expect(ours(it, "Bravo SARL").slice(0, 3)).toEqual(["On track", TODAY + 30, 0]);
    expect(rowsOf(home).map(({ company }) => company)).not.toContain("Bravo SARL");
    expect(it.values(LOG)[0]).toEqual([
      "Contact day",
      "Customer ID",
      "Customer",
      "Direction",
      "Channel",
      "By",
      "Note",
      "Bulk mail",
      "Next date",
      "tierbook.id",
    ]);
    expect(logged(it)).toEqual([[TODAY, "", "Bravo SARL", "out", "", "Amy", "", "", ""]]);
    expect(it.store.isHidden(it.sheetId(LOG))).toBe(true);
    expect(theirs(it)).toEqual(before);
    expect(ours(it, "Casa Blanca")).toEqual(others);
    expect(it.call.preview(null).cells).toBe(0);
  });

  test("a next day that was agreed is the due day", async () => {
    const it = await ready();
    press(it, "Bravo SARL", { kind: "contacted", next: "2026-12-01" });
    expect(ours(it, "Bravo SARL").slice(0, 3)).toEqual(["On track", TODAY + 9, 0]);
    expect(logged(it)[0]!.slice(3)).toEqual(["out", "", "Amy", "", "", TODAY + 9]);
  });

  test("the day of the formulas is another after each press and each undo", async () => {
    const it = await ready();
    const seen = [dayCell(it)];
    for (const act of [
      () => press(it, "Bravo SARL", CONTACTED),
      () => it.call.unlog(it.call.home().logged!.id),
      () => press(it, "Bravo SARL", CONTACTED),
    ]) {
      it.clock += 2_000;
      act();
      seen.push(dayCell(it));
    }
    expect(new Set(seen).size).toBe(4);
    expect(seen.map(Math.floor)).toEqual([TODAY, TODAY, TODAY, TODAY]);
  });

  test("a customer whose name is a formula is logged as a text, and found again", async () => {
    const it = await ready();
    it.put("Customers", 5, 3, { day: TODAY - 300 });
    reclassify(it);
    press(it, '=HYPERLINK("x")', CONTACTED);
    expect(logged(it)[0]!.slice(0, 3)).toEqual([TODAY, "", '=HYPERLINK("x")']);
    expect(ours(it, '=HYPERLINK("x")')[2]).toBe(0);
    expect(it.store.formulas(it.sheetId(LOG), { top: 1, left: 0, bottom: 1, right: 9 })[0]!.join("")).toBe("");
  });

  test("an id such as 00123 stays what it is, also where somebody cleared the formats of the log", async () => {
    const it = await ready([
      {
        name: "Customers",
        rows: [
          ["Customer ID", "Company", "Country", "Last contact"],
          ["", "1/2", "Spain", { day: TODAY - 90 }],
          ["", "Bravo", "Spain", { day: TODAY - 90 }],
        ],
      },
    ]);
    const id = it.sheetId("Customers");
    it.store.setFormat(id, { top: 1, left: 0, bottom: 2, right: 1 }, "@");
    it.put("Customers", 1, 0, "00123");
    it.put("Customers", 2, 0, "00124");
    it.call.log("id:00123#1", { ...CONTACTED, company: "1/2" });
    it.store.setFormat(it.sheetId(LOG), { top: 0, left: 0, bottom: 500, right: 9 }, "");
    it.call.log("id:00124#1", { ...CONTACTED, company: "Bravo" });
    expect(logged(it).map((row) => row.slice(1, 3))).toEqual([
      ["00123", "1/2"],
      ["00124", "Bravo"],
    ]);
    expect(
      it
        .values("Customers")
        .slice(1)
        .map((row) => row[6]),
    ).toEqual([0, 0]);
  });
});

describe("a press and what else stands in the sheet", () => {
  test("what somebody typed over our cells stays, and all else follows", async () => {
    const it = await ready();
    it.put("Customers", 2, 8, "call Jean on Monday");
    it.put("Customers", 2, 7, { formula: "=1+1" });
    press(it, "Bravo SARL", CONTACTED);
    expect(ours(it, "Bravo SARL").slice(0, 2)).toEqual(["On track", TODAY + 30]);
    expect(ours(it, "Bravo SARL")[3]).toBe("call Jean on Monday");
    expect(it.store.formulas(it.sheetId("Customers"), { top: 2, left: 7, bottom: 2, right: 7 })[0]![0]).toBe("=1+1");
  });

  test("a tier that the orders moved meanwhile waits for the run, whose undo gives it back", async () => {
    const it = await ready();
    it.put("Orders", 4, 3, 1_350_000);
    press(it, "Bravo SARL", CONTACTED);
    expect(ours(it, "Bravo SARL")[4]).toBe("B");
    reclassify(it);
    expect(ours(it, "Bravo SARL")[4]).toBe("A");
    it.call.undo();
    expect(ours(it, "Bravo SARL")[4]).toBe("B");
  });

  const numbered = (...rows: Given[][]) =>
    ready([{ name: "Customers", rows: [["Customer ID", "Company", "Last contact"], ...rows] }]);

  test("another row of the same customer follows too, however it is spelled", async () => {
    const it = await numbered(
      ["C1", "Acme Ltd", { day: TODAY - 90 }],
      ["C1", "Acme Limited London", { day: TODAY - 120 }],
    );
    const home = it.call.log("id:c1#1", { ...CONTACTED, company: "Acme Ltd" });
    expect(home.logged!.rows).toBe(2);
    expect(
      it
        .values("Customers")
        .slice(1)
        .map((row) => row[3]),
    ).toEqual(["On track", "On track"]);
  });

  test("a number that was given to somebody else meanwhile: a sentence, and nothing is logged", async () => {
    const it = await numbered(["1", "Acme Ltd", ""], ["2", "Beta Ltd", ""]);
    expect(() => it.call.log("id:1#1", { ...CONTACTED, company: "Beta Ltd" })).toThrow("row is not there any more");
    expect(it.tabs()).not.toContain(LOG);
  });
});

describe("a visit that is due (R10)", () => {
  const withVisits = (lastContact: number) => {
    const sheets = team().map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => [...row]) }));
    sheets[0]!.rows[2]![3] = { day: TODAY - lastContact };
    const log = [
      ["Contact day", "Customer", "Direction", "Channel", "Content"],
      [{ day: TODAY - 100 }, "Bravo SARL", "out", "visit", "Lunch in Lyon"],
    ];
    return ready([...sheets, { name: "Contacts", rows: log }]);
  };

  test("is done by Contacted on its card: the log says so, and he leaves the list", async () => {
    const it = await withVisits(3);
    const [card] = rowsOf(it.call.home()).filter(({ company }) => company === "Bravo SARL");
    expect(card!.group).toBe("act");
    const home = press(it, "Bravo SARL", CONTACTED);
    expect(logged(it)[0]![4]).toBe("visit");
    expect(rowsOf(home).map(({ company }) => company)).not.toContain("Bravo SARL");
    expect(rowsOf(it.call.unlog(home.logged!.id)).map(({ company }) => company)).toContain("Bravo SARL");
  });

  test("is not done by a letter that another clock asked for", async () => {
    const it = await withVisits(130);
    const home = press(it, "Bravo SARL", CONTACTED);
    expect(logged(it)[0]![4]).toBe("");
    expect(rowsOf(home).find(({ company }) => company === "Bravo SARL")!.group).toBe("act");
  });
});

describe("They replied", () => {
  test("an answer is owed from tomorrow on, and the customer stays in the list until it is given", async () => {
    const it = await ready();
    let home = press(it, "Bravo SARL", REPLIED);
    expect(ours(it, "Bravo SARL").slice(0, 3)).toEqual(["Soon", TODAY + 1, 0]);
    expect(home.today.find(({ company }) => company === "Bravo SARL")!.group).toBe("reply");
    home = press(it, "Bravo SARL", CONTACTED);
    expect(ours(it, "Bravo SARL").slice(0, 3)).toEqual(["On track", TODAY + 30, 0]);
    expect(logged(it).map((row) => row[3])).toEqual(["in", "out"]);
    expect(home.logged).toMatchObject({ company: "Bravo SARL", kind: "contacted" });
  });
});

describe("Later", () => {
  test("the due day is the chosen one, and no contact is counted", async () => {
    const it = await ready();
    const home = press(it, "Bravo SARL", later("2026-12-01"));
    expect(ours(it, "Bravo SARL").slice(0, 3)).toEqual(["On track", TODAY + 9, 40]);
    expect(logged(it)).toEqual([[TODAY, "", "Bravo SARL", "later", "", "Amy", "", "", TODAY + 9]]);
    expect(rowsOf(home).map(({ company }) => company)).not.toContain("Bravo SARL");
    it.clock += 9 * 86_400_000;
    expect(it.call.home().today.map(({ company }) => company)).toContain("Bravo SARL");
  });

  test("an answer that is owed cannot be put off", async () => {
    const it = await ready();
    press(it, "Bravo SARL", REPLIED);
    expect(() => press(it, "Bravo SARL", later("2026-12-01"))).toThrow(/Bravo SARL cannot be put off/);
    expect(logged(it)).toHaveLength(1);
  });
});

test.each([
  ["an unknown button", { kind: "called", next: "" }, /not understood/],
  ["no button", { kind: "", next: "" }, /not understood/],
  ["later without a day", later(""), /a day after today/],
  ["later to today", later("2026-11-22"), /a day after today/],
  ["later to yesterday", later("2026-11-21"), /a day after today/],
  ["later to no day of the calendar", later("2026-02-30"), /a day after today/],
  ["later to a word", later("soon"), /a day after today/],
  ["contacted with a day that has passed", { kind: "contacted", next: "2026-11-01" }, /a day after today/],
])("%s: a sentence, and nothing is logged", async (_, how, sentence) => {
  const it = await ready();
  expect(() => press(it, "Bravo SARL", how as How)).toThrow(sentence);
  expect(it.tabs()).not.toContain(LOG);
});

test("later to tomorrow is allowed", async () => {
  const it = await ready();
  press(it, "Bravo SARL", later("2026-11-23"));
  expect(ours(it, "Bravo SARL")[1]).toBe(TODAY + 1);
});

test("before the set-up, and for a customer who is not there any more: a sentence", async () => {
  const fresh = await office(team());
  expect(() => press(fresh, "Bravo SARL", CONTACTED)).toThrow(/not set up/);
  expect(() => fresh.call.unlog("lg-1-1")).toThrow(/not set up/);
  const it = await ready();
  expect(() => press(it, "Nobody", CONTACTED)).toThrow(/row is not there/);
  expect(it.tabs()).not.toContain(LOG);
});

describe("pressed twice", () => {
  test("within a minute it is one row; after a minute, or another button, it is two", async () => {
    const it = await ready();
    press(it, "Bravo SARL", CONTACTED);
    it.clock += 59_999;
    const home = press(it, "Bravo SARL", CONTACTED);
    expect(logged(it)).toHaveLength(1);
    expect(home.logged!.kind).toBe("contacted");
    it.clock += 1;
    press(it, "Bravo SARL", CONTACTED);
    expect(logged(it)).toHaveLength(2);
    press(it, "Bravo SARL", REPLIED);
    press(it, "Bravo SARL", CONTACTED);
    expect(logged(it).map((row) => row[3])).toEqual(["out", "out", "in", "out"]);
  });

  test("at one instant for two customers: two rows, each of which can be taken back", async () => {
    const it = await ready();
    press(it, "Bravo SARL", CONTACTED);
    press(it, "Casa Blanca", CONTACTED);
    expect(new Set(it.values(LOG).map((row) => row[9])).size).toBe(3);
  });

  test("after it was taken back it is a new press", async () => {
    const it = await ready();
    it.call.unlog(press(it, "Bravo SARL", CONTACTED).logged!.id);
    press(it, "Bravo SARL", CONTACTED);
    expect(logged(it).filter((row) => row[2] !== "")).toHaveLength(1);
    expect(ours(it, "Bravo SARL")[2]).toBe(0);
  });
});

describe("taken back", () => {
  test.each([
    ["contacted", CONTACTED],
    ["replied", REPLIED],
    ["later", later("2026-12-01")],
  ] as const)("%s: the row is as it was, and the log holds nothing of it", async (kind, how) => {
    const it = await ready();
    const [before, own] = [it.values("Customers"), theirs(it)];
    const { logged: last } = press(it, "Bravo SARL", how);
    expect(last).toMatchObject({ company: "Bravo SARL", kind });
    const home = it.call.unlog(last!.id);
    expect(it.values("Customers")).toEqual(before);
    expect(theirs(it)).toEqual(own);
    expect(logged(it)).toEqual([]);
    expect(home.logged).toBeNull();
    expect(home.today.map(({ company }) => company)).toContain("Bravo SARL");
    // Asked for again, because its answer was lost.
    expect(it.call.unlog(last!.id).logged).toBeNull();
    expect(it.values("Customers")).toEqual(before);
  });

  test("the press before it can be taken back next; that of another person or another day is not offered", async () => {
    const it = await ready();
    press(it, "Bravo SARL", CONTACTED);
    it.clock += 1000;
    const { logged: second } = press(it, "Casa Blanca", CONTACTED);
    expect(it.call.unlog(second!.id).logged).toMatchObject({ company: "Bravo SARL" });
    it.call.setWho("Ben");
    expect(it.call.home().logged).toBeNull();
    it.call.setWho("Amy");
    expect(it.call.home().logged).not.toBeNull();
    it.clock += 86_400_000;
    expect(it.call.home().logged).toBeNull();
  });

  test("a line that somebody changed since stays, and a sentence says so", async () => {
    const it = await ready();
    const { logged: last } = press(it, "Bravo SARL", CONTACTED);
    it.put(LOG, 1, 6, "asked for a sample");
    const before = [it.values("Customers"), it.values(LOG)];
    expect(() => it.call.unlog(last!.id)).toThrow(/was changed since/);
    expect([it.values("Customers"), it.values(LOG)]).toEqual(before);
    expect(it.call.home().logged).toBeNull();
  });
});

describe("people in the hidden tab", () => {
  async function two(): Promise<Office> {
    const it = await ready();
    press(it, "Bravo SARL", CONTACTED);
    it.clock += 1000;
    press(it, "Casa Blanca", later("2026-12-01"));
    return it;
  }

  test("sorted: every row still counts, and the newest press is still the one that is taken back", async () => {
    const it = await two();
    it.sort(LOG, [1, 0]);
    expect(it.call.preview(null).cells).toBe(0);
    const home = it.call.unlog(it.call.home().logged!.id);
    expect(logged(it)).toEqual([Array(9).fill(""), [TODAY, "", "Bravo SARL", "out", "", "Amy", "", "", ""]]);
    expect(home.logged).toMatchObject({ company: "Bravo SARL" });
    expect(ours(it, "Casa Blanca")[1]).not.toBe(TODAY + 9);
  });

  test("renamed, and a column of theirs in the middle: all is found, and theirs is left", async () => {
    const it = await two();
    const id = it.sheetId(LOG);
    it.store.rename(id, "My calls");
    it.store.insertColumns(id, 2, 1);
    it.put("My calls", 0, 2, "Mood");
    it.put("My calls", 1, 2, "good");
    it.clock += 1000;
    const home = press(it, "Acme GmbH", CONTACTED);
    expect(it.values("My calls")[3]!.slice(0, 6)).toEqual([TODAY, "", "", "Acme GmbH", "out", ""]);
    it.put("My calls", 3, 2, "bad");
    it.call.unlog(home.logged!.id);
    expect(it.values("My calls")[3]!.join("")).toBe("bad");
    expect(it.values("My calls")[1]![2]).toBe("good");
  });

  test.each([
    ["renamed", (it: Office) => it.put(LOG, 0, 3, "Arrow")],
    ["deleted", (it: Office) => it.store.deleteRows(it.sheetId(LOG), 0, 1)],
    [
      "emptied",
      (it: Office) =>
        it.store.clear(it.sheetId(LOG), { top: 0, left: 0, bottom: 0, right: 9 }, { contents: true, formats: false }),
    ],
  ] as const)("its header %s: a sentence names tab and columns, and no row is lost", async (_, act) => {
    const it = await two();
    act(it);
    const before = it.values(LOG);
    for (const door of [() => press(it, "Acme GmbH", CONTACTED), () => it.call.unlog("lg-1-1"), () => it.call.home()])
      expect(door).toThrow(/header row of the tab Contact log was changed.*Contact day, Customer ID/);
    expect(it.values(LOG)).toEqual(before);
  });

  test("the tab deleted: it is made anew by the next press", async () => {
    const it = await two();
    it.store.deleteSheet(it.sheetId(LOG));
    expect(it.call.home().logged).toBeNull();
    press(it, "Acme GmbH", CONTACTED);
    expect(logged(it)).toHaveLength(1);
  });

  test("removal takes the log away with all else", async () => {
    const it = await two();
    expect(it.call.removalPlan().lines).toContainEqual({ goes: "tab", name: LOG });
    it.call.remove();
    expect(it.tabs()).toEqual(["Customers", "Orders"]);
  });
});

describe("customers who are hard to tell apart", () => {
  const rows = (...more: Given[][]) => [
    {
      name: "Customers",
      rows: [["Customer ID", "Company", "Country", "Last contact"], ...more],
    },
  ];
  const old = { day: TODAY - 90 };

  test("two rows of one customer both follow", async () => {
    const it = await ready(rows(["", "Acme", "Spain", old], ["", "Bravo", "Spain", old], ["", "Acme", "Spain", old]));
    const home = it.call.log("name:acme#2", { ...CONTACTED, company: "Acme" });
    expect([home.logged!.rows, it.call.home().logged!.rows]).toEqual([2, 2]);
    expect(
      it
        .values("Customers")
        .slice(1)
        .map((row) => row[6]),
    ).toEqual([0, 90, 0]);
  });

  test("a row without a number, whose name others have under theirs: a sentence, and nothing is logged", async () => {
    const it = await ready(rows(["1", "Acme", "Spain", old], ["2", "Acme", "Spain", old], ["", "Acme", "Spain", old]));
    expect(() => it.call.log("name:acme#1", { ...CONTACTED, company: "Acme" })).toThrow(
      /other customers are called Acme/,
    );
    expect(logged(it)).toEqual([]);
    expect(it.call.log("id:2#1", { ...CONTACTED, company: "Acme" }).logged!.rows).toBe(1);
    expect(
      it
        .values("Customers")
        .slice(1)
        .map((row) => row[6]),
    ).toEqual([90, 0, 90]);
  });
});

/** Numbers of the calls of Contacted on Bravo's card that read the customer sheet. */
const reading = (it: Office): number[] =>
  callsOf(it, () => press(it, "Bravo SARL", CONTACTED)).flatMap((call, i) =>
    call.includes("getValues Customers") ? i + 1 : [],
  );

describe("meanwhile", () => {
  async function started(): Promise<Office> {
    const it = await ready(team(), { sharesLoaded: true });
    press(it, "Acme GmbH", CONTACTED);
    return it;
  }

  test("somebody else presses at any call: he is told to wait, and nothing of either is lost", async () => {
    const it = await started();
    const again = it.keep();
    const calls = callsOf(it, () => press(it, "Bravo SARL", CONTACTED)).length;
    for (let at = 1; at <= calls; at++) {
      again();
      let told = "";
      it.runtime.faults.at(at, () => {
        try {
          press(it, "Casa Blanca", CONTACTED);
        } catch (thrown) {
          told = (thrown as Error).message;
        }
      });
      press(it, "Bravo SARL", CONTACTED);
      if (told !== "") {
        expect(told, `call ${at}`).toMatch(/Somebody else is writing/);
        press(it, "Casa Blanca", CONTACTED);
      }
      expect(
        logged(it)
          .flatMap((row) => row[2] || [])
          .sort(),
        `call ${at}`,
      ).toEqual(["Acme GmbH", "Bravo SARL", "Casa Blanca"]);
      expect(it.call.preview(null).cells, `call ${at}`).toBe(0);
    }
  }, 120_000);

  test("somebody sorts the customers before the keys are read again: the right row follows", async () => {
    const it = await started();
    const reads = reading(it);
    expect(reads.length).toBeGreaterThan(1);
    const again = it.keep();
    for (let at = 1; at <= reads[reads.length - 1]!; at++) {
      again();
      it.runtime.faults.at(at, () => it.sort("Customers", [4, 2, 0, 1, 3]));
      press(it, "Bravo SARL", CONTACTED);
      expect(ours(it, "Bravo SARL").slice(0, 3), `call ${at}`).toEqual(["On track", TODAY + 30, 0]);
      expect(it.call.preview(null).cells, `call ${at}`).toBe(0);
    }
  }, 120_000);

  test("somebody deletes the row: a sentence, and nothing is logged", async () => {
    const it = await started();
    const reads = reading(it);
    const again = it.keep();
    for (let at = 1; at <= reads[reads.length - 1]!; at++) {
      again();
      const row = it.values("Customers").findIndex(([name]) => name === "Bravo SARL");
      it.runtime.faults.at(at, () => it.store.deleteRows(it.sheetId("Customers"), row, 1));
      expect(() => press(it, "Bravo SARL", CONTACTED), `call ${at}`).toThrow(/row is not there/);
      expect(
        logged(it).filter((cells) => cells.join("") !== ""),
        `call ${at}`,
      ).toHaveLength(1);
    }
  }, 120_000);
});

describe.each(["fail", "stop"] as const)("Google's services %s", (kind) => {
  const cells = (it: Office) => it.values("Customers");
  const filled = (it: Office) => (it.tabs().includes(LOG) ? logged(it).filter((row) => row.join("") !== "") : []);

  test.each([
    ["the first press", []],
    ["a later press", ["Acme GmbH"]],
  ] as const)(
    "at any call of %s: its row is there or not, the cells are before or after, the next run puts all right",
    async (_, earlier) => {
      const it = await ready(team(), { sharesLoaded: true });
      for (const company of earlier) press(it, company, CONTACTED);
      const again = it.keep();
      const before = cells(it);
      const calls = callsOf(it, () => press(it, "Bravo SARL", CONTACTED)).length;
      press(it, "Bravo SARL", CONTACTED);
      const [after, rows] = [cells(it), filled(it)];
      expect(rows).toHaveLength(earlier.length + 1);
      for (let at = 1; at <= calls; at++) {
        again();
        it.runtime.faults.at(at, kind);
        expect(() => press(it, "Bravo SARL", CONTACTED), `call ${at}`).toThrow();
        const there = filled(it);
        expect([rows, rows.slice(0, -1)], `call ${at}, log`).toContainEqual(there);
        const whole = there.length === rows.length;
        expect(whole ? [before, after] : [before], `call ${at}, cells`).toContainEqual(cells(it));
        it.clock += 30_000;
        reclassify(it);
        expect(cells(it), `call ${at}, next run`).toEqual(whole ? after : before);
        // Pressed again because nobody saw an answer: it is there once.
        press(it, "Bravo SARL", CONTACTED);
        expect(filled(it), `call ${at}, again`).toEqual(rows);
        expect(cells(it), `call ${at}, again`).toEqual(after);
      }
    },
    300_000,
  );

  test("at any call of taking a press back: it is there or not, and asked for again it is not", async () => {
    const it = await ready(team(), { sharesLoaded: true });
    const before = cells(it);
    const { id } = press(it, "Bravo SARL", CONTACTED).logged!;
    const again = it.keep();
    const after = cells(it);
    const calls = callsOf(it, () => it.call.unlog(id)).length;
    for (let at = 1; at <= calls; at++) {
      again();
      it.runtime.faults.at(at, kind);
      expect(() => it.call.unlog(id), `call ${at}`).toThrow();
      expect([before, after], `call ${at}, cells`).toContainEqual(cells(it));
      it.call.unlog(id);
      expect(filled(it), `call ${at}`).toEqual([]);
      reclassify(it);
      expect(cells(it), `call ${at}, next run`).toEqual(before);
    }
  }, 120_000);
});

test("a press takes as many service calls for 10 customers as for 2,000", async () => {
  const seen: Record<string, number>[] = [];
  for (const customers of [10, 2_000]) {
    const rows: Given[][] = [["Company", "Country", "Owner", "Last contact"]];
    for (let i = 0; i < customers; i++) rows.push([`Company ${i} Ltd`, "Spain", "Amy", { day: TODAY - 40 }]);
    const it = await ready([{ name: "Customers", rows }]);
    const count = (work: () => void) => {
      it.runtime.calls.reset();
      work();
      return it.runtime.calls.count;
    };
    const [one, other] = it.call.home().today;
    const first = count(() => it.call.log(one!.key, { ...CONTACTED, company: one!.company }));
    it.clock += 1000;
    let id = "";
    const next = count(() => {
      id = it.call.log(other!.key, { ...CONTACTED, company: other!.company }).logged!.id;
    });
    seen.push({ first, next, back: count(() => it.call.unlog(id)) });
  }
  expect(seen[0]).toEqual(seen[1]);
  expect(seen[0]!.next).toBeLessThanOrEqual(25);
});

test("the set-up's language is that of the log, and both are read", async () => {
  const it = await ready(team(), { locale: "zh_CN" });
  press(it, "Bravo SARL", REPLIED);
  press(it, "Casa Blanca", later("2026-12-01"));
  press(it, "Acme GmbH", CONTACTED);
  expect(it.values("联系记录").map((row) => row.slice(0, 9))).toEqual([
    ["联系日期", "客户编号", "客户名称", "方向", "联系渠道", "联系人员", "沟通内容", "群发", "下次跟进"],
    [TODAY, "", "Bravo SARL", "收到", "", "Amy", "", "", ""],
    [TODAY, "", "Casa Blanca", "推迟", "", "Amy", "", "", TODAY + 9],
    [TODAY, "", "Acme GmbH", "发出", "", "Amy", "", "", ""],
  ]);
  expect(["Bravo SARL", "Casa Blanca", "Acme GmbH"].map((company) => ours(it, company).slice(0, 2))).toEqual([
    ["快到期", TODAY + 1],
    ["快到期", TODAY + 9],
    ["正常", TODAY + 30],
  ]);
});

test("what the buttons wrote keeps its meaning, whatever words the team puts into its list of directions", async () => {
  const it = await ready();
  press(it, "Bravo SARL", REPLIED);
  press(it, "Casa Blanca", later("2026-12-01"));
  const before = it.values("Customers");
  for (const key of ["direction.in", "direction.none"]) {
    const row = it.values("Policy").findIndex((cells) => cells[4] === key);
    it.put("Policy", row, 1, "theirs");
  }
  reclassify(it);
  expect(it.values("Customers")).toEqual(before);
});

test("the owner that somebody is stays with that person", async () => {
  const it = await ready();
  expect(it.call.home().me).toBeNull();
  it.call.setMe("Ben");
  expect(it.call.home().me).toBe("Ben");
  it.call.setMe("");
  expect(it.call.home().me).toBe("");
});
