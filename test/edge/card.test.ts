import { beforeAll, describe, expect, test } from "vitest";
import type { CustomerCard } from "../../src/edge/views";
import { builtAddon, type Given, type Office, office, reclassify, type SheetGiven, setUp, TODAY, team } from "./office";

beforeAll(builtAddon);

async function ready(given: readonly SheetGiven[] = team(), locale = "en"): Promise<Office> {
  const it = await office(given, { locale });
  setUp(it);
  return it;
}

/** The person clicks a cell. Row and column are 0-based. */
const click = (it: Office, sheet: string, row: number, column = 0) =>
  it.store.select(it.sheetId(sheet), { top: row, left: column, bottom: row, right: column });

function cardOf(it: Office, row: number): CustomerCard {
  click(it, "Customers", row);
  const view = it.call.card();
  if (view.kind !== "customer") throw new Error(view.why);
  return view;
}

const axisOf = ({ tier, axes }: CustomerCard, id: string) => [tier, ...axes].find((axis) => axis.id === id)!;

describe("the card of the customer in whose row one stands", () => {
  test("says what the sheet and the Classes tab say of him", async () => {
    const it = await ready();
    const [header, ...rows] = it.values("Customers");
    const [heads, ...classes] = it.values("Classes");
    const at = (name: string) => header!.indexOf(name);
    rows.slice(0, 4).forEach((row, i) => {
      const card = cardOf(it, i + 1);
      expect(card.company).toBe(row[0]);
      expect(card.owner).toBe(row[2]);
      expect(card.place).toEqual({ sheetId: expect.any(Number), sheet: "Customers", a1: `A${i + 2}` });
      expect(card.tier.classLabel).toBe(row[at("Tier")]);
      expect(card.followup.classLabel).toBe(row[at("Follow-up")]);
      expect(card.treatments[0]?.what ?? "").toBe(row[at("Next step")]);
      for (const { label, classLabel, why } of card.axes) {
        expect(classLabel, label).toBe(classes[i]![heads!.indexOf(label)]);
        expect(why, label).toBe(classes[i]![heads!.indexOf(`${label}: why`)]);
      }
    });
  });

  test("names the cell of the policy sheet that decided, wherever its row was sorted to", async () => {
    const it = await ready();
    const place = cardOf(it, 2).tier.policy[0]!;
    expect(cardOf(it, 2).tier.classLabel).toBe("B");
    const policy = it.values("Policy");
    const row = policy.findIndex((cells) => cells.includes("value.B.min"));
    expect(place).toMatchObject({ sheet: "Policy", a1: `B${row + 1}`, label: policy[row]![0] });
    it.store.insertRows(it.sheetId("Policy"), 1, 3);
    expect(cardOf(it, 2).tier.policy[0]!.a1).toBe(`B${row + 4}`);
  });

  test("names the rate that is missing where the tier stays unrated for it, and no cell once it is there", async () => {
    const it = await ready();
    const policy = it.values("Policy");
    const row = policy.findIndex((cells) => cells.includes("rate.EUR"));
    const { tier } = cardOf(it, 4);
    expect(tier.rated).toBe(false);
    expect(tier.policy).toMatchObject([{ a1: `B${row + 1}`, label: policy[row]![0] }]);
    it.put("Policy", row, 1, 1.1);
    expect(cardOf(it, 4).tier).toMatchObject({
      rated: true,
      policy: [{ label: "Tier C: from (included); below it is D" }],
    });
  });

  test("tells what lifts the tier and when it falls", async () => {
    const it = await ready();
    const [lift, fall] = cardOf(it, 3).outlook;
    expect(lift).toBe("USD 80,000 more by 2027-01-25 lifts the tier to C");
    expect(fall).toContain("falls to Dormant on 2027-01-27");
  });

  test("says no words twice in what to do", async () => {
    const it = await ready();
    const policy = it.values("Policy");
    for (const key of ["treatment.value.B", "treatment.stage.4", "treatment.region.europe"])
      it.put(
        "Policy",
        policy.findIndex((cells) => cells.includes(key)),
        1,
        "Call him",
      );
    const { treatments } = cardOf(it, 2);
    expect(treatments.filter(({ what }) => what === "Call him")).toEqual([{ axis: "Stars", what: "Call him" }]);
    expect(new Set(treatments.map(({ what }) => what)).size).toBe(treatments.length);
    for (const { axis } of treatments) expect(axis).toMatch(/\S/);
  });

  test("names the cell that is blank, the column that is not there, and our own country", async () => {
    const [customers, orders] = team();
    const rows = customers!.rows.map((row, i): Given[] => [...row, i === 0 ? "Customer type" : ""]);
    rows[1]![1] = "";
    const it = await ready([{ ...customers!, rows }, orders!]);
    const { missing, axes } = cardOf(it, 1);
    expect(missing).toContainEqual({
      axis: axes.find(({ id }) => id === "identity")!.label,
      what: "cell",
      field: expect.any(String),
      place: expect.objectContaining({ a1: "F2" }),
    });
    expect(missing).toContainEqual(
      expect.objectContaining({ axis: "Region", what: "cell", place: expect.objectContaining({ a1: "B2" }) }),
    );
    expect(missing).toContainEqual(expect.objectContaining({ axis: "Industry", what: "column", place: null }));
    expect(missing).toContainEqual(
      expect.objectContaining({ what: "home", place: expect.objectContaining({ sheet: "Policy" }) }),
    );
    expect(missing).toContainEqual(expect.objectContaining({ axis: "Engagement", what: "contacts", place: null }));
    const rated = new Set(axes.filter((axis) => axis.rated).map(({ label }) => label));
    for (const { axis } of missing) expect(rated).not.toContain(axis);
  });

  test("without an order sheet says that one would rate him", async () => {
    const it = await ready([team()[0]!]);
    const { missing } = cardOf(it, 1);
    for (const axis of ["Tier", "Relation", "Frequency", "Activity"])
      expect(missing, axis).toContainEqual({ axis, what: "orders", field: "", place: null });
  });

  test("speaks the language of whoever looks, with the labels of the team", async () => {
    const it = await ready(team(), "zh");
    const { tier, followup } = cardOf(it, 1);
    expect([tier.label, followup.label]).toEqual(["等级", "跟进状态"]);
    expect(tier.policy.map(({ label }) => label)).toContain("B 级：年采购额从（含）");
  });

  test("follows what was typed since the last run", async () => {
    const it = await ready();
    it.put("Customers", 3, 1, "Brazil");
    expect(axisOf(cardOf(it, 3), "region").classLabel).toBe("Latin America");
  });
});

describe("where no customer stands", () => {
  test.each<[string, string, number, string]>([
    ["another sheet", "Orders", 2, "elsewhere"],
    ["a tab of ours", "Policy", 2, "elsewhere"],
    ["the header row", "Customers", 0, "no_customer"],
    ["a row below the last customer", "Customers", 40, "no_customer"],
  ])("%s: says so, with the name of the customer sheet", async (_, sheet, row, why) => {
    const it = await ready();
    click(it, sheet, row);
    expect(it.call.card()).toEqual({ kind: "none", at: it.call.selection(), why, sheet: "Customers" });
  });

  test("in a document that is not set up says so", async () => {
    const it = await office(team());
    expect(() => it.call.card()).toThrow("not set up");
  });
});

describe("where the person stands", () => {
  test("is one read of the document, and another text in each row of each sheet", async () => {
    const it = await ready();
    const seen = new Set<string>();
    for (const [sheet, row] of [
      ["Customers", 1],
      ["Customers", 2],
      ["Orders", 1],
    ] as const) {
      click(it, sheet, row);
      it.runtime.calls.reset();
      seen.add(it.call.selection());
      expect(it.runtime.calls.count).toBe(1);
    }
    expect(seen.size).toBe(3);
    click(it, "Orders", 1, 3);
    expect(seen).toContain(it.call.selection());
    expect(cardOf(it, 1).at).toBe(it.call.selection());
  });

  test("costs as many calls for the card of one among few as among many", async () => {
    const counts = [];
    for (const more of [0, 400]) {
      const [customers, orders] = team();
      const extra = Array.from({ length: more }, (_, i): Given[] => [
        `Company ${i}`,
        "Peru",
        "Amy",
        { day: TODAY },
        "",
      ]);
      const it = await ready([{ ...customers!, rows: [...customers!.rows, ...extra] }, orders!]);
      click(it, "Customers", 1);
      it.runtime.calls.reset();
      it.call.card();
      counts.push(it.runtime.calls.count);
    }
    expect(counts[0]).toBe(counts[1]);
    expect(counts[0]).toBeLessThanOrEqual(10);
  });
});

describe("a class by hand", () => {
  test("stands on his card with who, why and until when, and the rules decide again once it is removed", async () => {
    const it = await ready();
    it.call.setWho("Amy");
    const { key } = cardOf(it, 2);
    const { undo } = it.call.setOverride(key, "value", "A", "key account", "2026-12-31");
    const set = cardOf(it, 2).tier;
    expect(set.classLabel).toBe("A");
    expect(set.hand).toMatchObject({ class: "A", reason: "key account", until: "2026-12-31", by: "Amy" });
    expect(set.why).toContain("key account");
    expect(cardOf(it, 1).tier.hand).toBeNull();
    reclassify(it);
    expect(cardOf(it, 2).tier.classLabel).toBe("A");
    it.call.undoOverride(undo);
    expect(cardOf(it, 2).tier).toMatchObject({ classLabel: "B", hand: null });
    it.call.setOverride(key, "region", "africa", "ships there", "");
    expect(axisOf(cardOf(it, 2), "region")).toMatchObject({ classLabel: "Africa", hand: { until: "" } });
    it.call.removeOverride(key, "region");
    expect(axisOf(cardOf(it, 2), "region").hand).toBeNull();
  });

  test("offers every class of the axis but the lack of one", async () => {
    const it = await ready();
    const card = cardOf(it, 1);
    expect(card.tier.classes.map(({ value }) => value)).toEqual(["A", "B", "C", "D"]);
    for (const axis of card.axes) {
      expect(axis.classes.length, axis.id).toBeGreaterThan(1);
      expect(axis.classes.map(({ value }) => value)).not.toContain("unrated");
    }
  });

  test("that has run out is no longer one", async () => {
    const it = await ready();
    it.call.setOverride(cardOf(it, 2).key, "value", "A", "key account", "2026-11-22");
    expect(cardOf(it, 2).tier.hand).not.toBeNull();
    it.clock += 86_400_000;
    expect(cardOf(it, 2).tier).toMatchObject({ classLabel: "B", hand: null });
  });
});
