// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { CardView } from "../../src/edge/views";
import { sidebarEn } from "../../src/texts/sidebar.en";
import { sidebarZh } from "../../src/texts/sidebar.zh";
import { axisCard, card, home, override } from "./fake-server";
import { later, person, settled } from "./person";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  outOfSight(false);
});

const at = async (given: Parameters<typeof person>[0] = {}, lang = "en") => {
  const amy = await person({ open: () => ({ state: "ready", who: "Amy" }), ...given }, lang);
  await amy.press(lang === "en" ? "Selected customer" : sidebarZh.customer.open);
  return amy;
};
const none = (why: "elsewhere" | "no_customer", row = "2:4"): CardView => ({
  kind: "none",
  at: row,
  why,
  sheet: "Customers",
});
/** Two seconds go by, and what was asked is answered. */
const rest = async (ms = 2_000): Promise<void> => {
  vi.advanceTimersByTime(ms);
  await settled();
};
function outOfSight(hidden: boolean): void {
  Object.defineProperty(document, "hidden", { configurable: true, value: hidden });
  document.dispatchEvent(new Event("visibilitychange"));
}
const aloud = () => document.querySelector(".unseen")!.textContent;

describe("the card of a customer", () => {
  test("says tier and why, the policy cell, what lifts it, follow-up, what to do and what is missing", async () => {
    const amy = await at();
    expect(amy.heading()).toBe("Customer");
    for (const said of [
      "Northwind GmbH",
      "Owner: Amy",
      "Tier: B",
      "USD 350,000 in 12 months",
      "Tier B: from (included) Policy!B8",
      "USD 650,001 more by 20 Dec lifts it to A",
      "Follow-up: Due",
      "2 days past due",
      "Visit: Arrange the quarterly visit",
      "Tier: Offer new products first",
      "Type: no column for Customer type in Customers",
      "Region: fill in Country (Customers, cell C9)",
    ])
      expect(amy.reads()).toContain(said);
    await amy.press("Tier B: from (included)");
    expect(amy.asked("goTo")).toMatchObject([[{ sheetId: 9, sheet: "Policy", a1: "B8" }, ""]]);
    await amy.press("Region: fill in Country (Customers, cell C9)");
    await amy.press("Go to row: Northwind GmbH");
    expect(amy.asked("goTo")[2]).toEqual([card().place, "k1"]);
  });

  test("has a line for every axis that opens to its reason, those without a class in one of their own", async () => {
    await at();
    const [relation, unrated] = document.querySelectorAll("main details");
    expect(relation!.querySelector("summary")!.textContent).toBe("Relation: Growing");
    expect(relation!.textContent).toContain("3 purchases since 2025-03-01");
    expect(relation!.textContent).toContain("Mature: purchases at least Policy!B31");
    expect(unrated!.querySelector("summary")!.textContent).toBe("Unrated: 1");
    expect(unrated!.querySelector(":scope > details > summary")!.textContent).toBe("Type: Unrated");
  });

  test("speaks Chinese too", async () => {
    const amy = await at({}, "zh-CN");
    expect(amy.heading()).toBe("客户");
    expect(amy.reads()).toContain("Tier：B");
    expect(amy.reads()).toContain("Tier B: from (included) Policy!B8");
    expect(amy.reads()).toContain("Type：「Customers」里没有「Customer type」这一列");
    expect(amy.reads()).toContain("Region：请填「Country」（「Customers」的 C9 格）");
  });

  test.each([
    ["elsewhere", "Select a customer's row in Customers; his card appears here."],
    ["no_customer", "This row of Customers holds no customer."],
  ] as const)("%s: a plain line", async (why, sentence) => {
    const amy = await at({ card: () => none(why) });
    expect(amy.reads()).toContain(sentence);
  });

  test("where nothing is to be done says so", async () => {
    expect((await at({ card: () => card({ treatments: [] }) })).reads()).toContain("Nothing to do for now.");
  });
});

describe("the next steps", () => {
  const steps = (n: number) => Array.from({ length: n }, (_, i) => ({ axis: "Tier", what: `step ${i + 1}` }));
  const folded = () => document.querySelector("details:has(.bullets)");

  test("three are in sight", async () => {
    const amy = await at({ card: () => card({ treatments: steps(3) }) });
    expect(amy.reads()).toContain("Tier: step 1Tier: step 2Tier: step 3");
    expect(amy.reads()).not.toContain("Further steps");
    expect(folded()).toBeNull();
  });

  test("the fourth and what comes after it open under one line", async () => {
    await at({ card: () => card({ treatments: steps(5) }) });
    expect(folded()!.textContent).toBe("Further steps: 2Tier: step 4Tier: step 5");
  });
});

describe("following the person from row to row", () => {
  test("asks where he stands every two seconds, and for a card only where he stands elsewhere", async () => {
    let row = "1:8";
    const amy = await at({
      selection: () => row,
      card: () => (row === "1:8" ? card() : card({ at: row, key: "k2", company: "Sol y Mar S.A." })),
    });
    expect(aloud()).toBe("");
    await rest(1_999);
    expect(amy.asked("selection")).toEqual([]);
    await rest(1);
    await rest();
    expect(amy.asked("selection").length).toBe(2);
    expect(amy.asked("card").length).toBe(1);
    expect(aloud()).toBe("");
    row = "1:9";
    await rest();
    expect(amy.asked("card").length).toBe(2);
    expect(amy.reads()).toContain("Sol y Mar S.A.");
    expect(aloud()).toBe("Sol y Mar S.A.. Tier: B");
  });

  test("does not take the focus out of the sheet, and keeps it within the card", async () => {
    let row = "1:9";
    await at({ selection: () => row, card: () => card({ at: row }) });
    (document.activeElement as HTMLElement).blur();
    await rest();
    expect(document.activeElement).toBe(document.body);
    document.querySelector<HTMLElement>("main summary")!.focus();
    row = "1:10";
    await rest();
    expect(document.activeElement!.textContent).toBe("Northwind GmbH");
  });

  test("rests while the page is out of sight, and looks at once when it is seen again", async () => {
    const amy = await at();
    outOfSight(true);
    await rest(60_000);
    expect(amy.asked("selection")).toEqual([]);
    outOfSight(false);
    await settled();
    expect(amy.asked("selection").length).toBe(1);
    await rest();
    expect(amy.asked("selection").length).toBe(2);
  });

  test("ends with the screen", async () => {
    const amy = await at();
    await amy.press("Back");
    expect(amy.heading()).toBe("Today");
    await rest(60_000);
    outOfSight(false);
    await settled();
    expect(amy.asked("selection")).toEqual([]);
  });

  test("waits for a slow answer, and goes on after one that failed", async () => {
    const slow = later<string>();
    let answers = 0;
    const amy = await at({
      selection: () => {
        answers++;
        if (answers === 1) return slow.promise;
        throw new Error("Google does not answer.");
      },
    });
    await rest(10_000);
    expect(answers).toBe(1);
    slow.give("1:8");
    await settled();
    await rest();
    await rest();
    expect(answers).toBe(3);
    expect(amy.error()).toBe("");
  });

  test("leaves him alone while he sets a class", async () => {
    const amy = await at({ selection: () => "1:9" });
    await amy.press("Set by hand: Tier");
    await rest(10_000);
    expect(amy.asked("selection")).toEqual([]);
    expect(amy.asked("card").length).toBe(1);
    await amy.press("Set by hand: Tier");
    await rest();
    expect(amy.asked("selection").length).toBe(1);
  });

  test("keeps the form that he opened while another card was being read, and what he types in it", async () => {
    let row = "1:8";
    const slow = later<CardView>();
    const other = card({ at: "1:9", key: "k2", company: "Sol y Mar S.A." });
    let cards = 0;
    const amy = await at({ selection: () => row, card: () => [card(), slow.promise, other][cards++]! });
    row = "1:9";
    await rest();
    expect(amy.asked("card").length).toBe(2);
    await amy.press("Set by hand: Tier");
    await amy.type("Reason", "key account");
    const typed = amy.field("Reason");
    slow.give(other);
    await settled();
    await rest();
    expect(amy.field("Reason")).toBe(typed);
    expect((typed as HTMLInputElement).value).toBe("key account");
    expect(document.activeElement).toBe(typed);
    expect(amy.reads()).toContain("Northwind GmbH");
    expect(amy.reads()).not.toContain("Sol y Mar S.A.");
    await amy.press("Cancel");
    expect(document.activeElement).toBe(amy.button("Set by hand: Tier"));
    await rest();
    expect(amy.reads()).toContain("Sol y Mar S.A.");
  });

  test.each([
    ["Refresh", "Refresh"],
    ["a class given back to the rules", "Let the rules decide: Relation"],
  ])("%s keeps the form of the customer whom it was opened for", async (_, button) => {
    let now = card({ axes: [axisCard({ hand: override() })] });
    const amy = await at({ card: () => now, selection: () => now.at });
    await amy.press("Set by hand: Tier");
    await amy.type("Reason", "key account");
    now = card({ at: "1:9", key: "k2", company: "Sol y Mar S.A." });
    await amy.press(button);
    expect((amy.field("Reason") as HTMLInputElement).value).toBe("key account");
    await amy.press("Set");
    expect(amy.asked("setOverride")[0]!.slice(0, 2)).toEqual(["k1", "value"]);
    expect(amy.reads()).toContain("Sol y Mar S.A.");
  });

  test.each([
    ["en", "nothing else", card(), "The form for Northwind GmbH stays open. Nothing else is new."],
    ["zh", "nothing else", card(), "Northwind GmbH 的表单还开着。没有别的变化。"],
    [
      "en",
      "another customer",
      card({ at: "1:9", key: "k2", company: "Atlas" }),
      "The form for Northwind GmbH stays open. Once it is closed: Atlas. Tier: B",
    ],
    [
      "zh",
      "another tier",
      card({ tier: axisCard({ label: "等级", classLabel: "A" }) }),
      "Northwind GmbH 的表单还开着。关闭后显示：Northwind GmbH. 等级：A",
    ],
    [
      "en",
      "no customer",
      none("no_customer"),
      "The form for Northwind GmbH stays open. Once it is closed: This row of Customers holds no customer.",
    ],
  ] as const)(
    "Refresh beside an open form says that it stays and what is new (%s: %s)",
    async (lang, _, next, said) => {
      let now: CardView = card();
      const amy = await at({ card: () => now }, lang);
      const t = lang === "zh" ? sidebarZh : sidebarEn;
      await amy.press(t.customer.setFor("Tier"));
      now = next;
      await amy.press(t.home.refresh);
      expect(amy.status()).toBe(said);
    },
  );

  test("Refresh without an open form says nothing of one", async () => {
    const amy = await at();
    await amy.press("Refresh");
    expect(amy.status()).toBe("");
  });

  test("reads the row again after a form that a card of the same row had to wait for", async () => {
    let tier = "B";
    const amy = await at({ card: () => card({ tier: axisCard({ label: "Tier", classLabel: tier }) }) });
    await amy.press("Set by hand: Tier");
    tier = "A";
    await amy.press("Refresh");
    expect(amy.reads()).toContain("Tier: B");
    await amy.press("Cancel");
    await rest();
    expect(amy.reads()).toContain("Tier: A");
    await rest();
    expect(amy.asked("card").length).toBe(3);
  });

  test("does not put an older card over one that was drawn meanwhile", async () => {
    let row = "1:8";
    const slow = later<CardView>();
    const set = card({ at: "1:9", company: "Set GmbH" });
    let cards = 0;
    const amy = await at({ selection: () => row, card: () => [card(), slow.promise, set][cards++]! });
    row = "1:9";
    await rest();
    await amy.press("Refresh");
    slow.give(card({ at: "1:9", company: "Old GmbH" }));
    await settled();
    expect(amy.reads()).toContain("Set GmbH");
  });

  test("Refresh reads the card anew", async () => {
    let tier = "B";
    const amy = await at({ card: () => card({ tier: axisCard({ label: "Tier", classLabel: tier }) }) });
    tier = "A";
    await amy.press("Refresh");
    expect(amy.reads()).toContain("Tier: A");
    expect(aloud()).toBe("Northwind GmbH. Tier: A");
  });
});

describe("a class by hand", () => {
  test("is set with its reason and its last day, and can be taken back", async () => {
    const amy = await at();
    await amy.press("Set by hand: Tier");
    expect(amy.button("Set by hand: Tier").getAttribute("aria-expanded")).toBe("true");
    await amy.choose("Class", "A");
    await amy.press("Set");
    expect(amy.reads()).toContain("Type a reason.");
    await amy.type("Reason", " key account ");
    await amy.type("Last day (blank: no end)", "2026-11-21");
    await amy.press("Set");
    expect(amy.reads()).toContain("Choose today or a later day, or leave it blank.");
    expect(amy.asked("setOverride")).toEqual([]);
    await amy.type("Last day (blank: no end)", "2026-11-22");
    await amy.press("Set");
    expect(amy.asked("setOverride")).toEqual([["k1", "value", "A", "key account", "2026-11-22"]]);
    expect(amy.asked("card").length).toBe(2);
    expect(amy.reads()).toContain("Tier of Northwind GmbH is set by hand.");
    await amy.press("Undo");
    expect(amy.asked("undoOverride").length).toBe(1);
    expect(amy.reads()).not.toContain("is set by hand.");
  });

  test("asks for the person's name first", async () => {
    const nobody = () => home({ who: "" });
    const amy = await at({ open: () => ({ state: "ready", who: "" }), home: nobody });
    await amy.press("Set by hand: Relation");
    await amy.type("Reason", "he told me");
    await amy.press("Set");
    expect(amy.heading()).toBe("Your name");
    await amy.type("Name", "Amy");
    await amy.press("Continue");
    expect(amy.asked("setOverride")).toEqual([["k1", "relation", "growing", "he told me", ""]]);
    expect(amy.heading()).toBe("Customer");
    expect(amy.reads()).toContain("Relation of Northwind GmbH is set by hand.");
  });

  test("keeps what was typed when he comes back without having given his name", async () => {
    const amy = await at({ open: () => ({ state: "ready", who: "" }), home: () => home({ who: "" }) });
    await amy.press("Set by hand: Relation");
    await amy.type("Reason", "he told me");
    await amy.press("Set");
    await amy.press("Back");
    expect(amy.heading()).toBe("Customer");
    expect((amy.field("Reason") as HTMLInputElement).value).toBe("he told me");
    await amy.press("Cancel");
    await rest();
    expect(amy.asked("selection").length).toBe(1);
  });

  test.each([
    ["the present class", axisCard({ id: "value", label: "Tier", classLabel: "Mature" }), "mature"],
    ["the class that was set", axisCard({ id: "value", label: "Tier", hand: override({ class: "mature" }) }), "mature"],
    ["the first where there is none", axisCard({ id: "value", label: "Tier", classLabel: "Unrated" }), "growing"],
  ])("begins with %s", async (_, tier, chosen) => {
    const amy = await at({ card: () => card({ tier }) });
    await amy.press("Set by hand: Tier");
    expect(amy.field("Class").value).toBe(chosen);
  });

  test("is said aloud as it is now", async () => {
    let tier = "B";
    const amy = await at({
      card: () => card({ tier: { ...card().tier, classLabel: tier } }),
      setOverride: () => {
        tier = "A";
        return { home: home(), was: null, undo: "o1" };
      },
    });
    await amy.press("Set by hand: Tier");
    await amy.type("Reason", "key account");
    await amy.press("Set");
    expect(aloud()).toBe("Northwind GmbH. Tier: A");
  });

  test("is given back to the rules", async () => {
    const hand = override({ class: "mature", reason: "told me" });
    const amy = await at({ card: () => card({ axes: [axisCard({ hand })] }) });
    expect(amy.reads()).toContain("Relation: Growing (by hand)");
    await amy.press("Let the rules decide: Relation");
    expect(amy.asked("removeOverride")).toEqual([["k1", "relation"]]);
  });

  test("that the server refuses leaves the form as it was", async () => {
    const amy = await at({
      setOverride: () => {
        throw new Error("There is no room.");
      },
    });
    await amy.press("Set by hand: Tier");
    await amy.type("Reason", "key account");
    await amy.press("Set");
    expect(amy.error()).toBe("There is no room.");
    expect((amy.field("Reason") as HTMLInputElement).value).toBe("key account");
  });
});
