import { beforeAll, describe, expect, test } from "vitest";
import type { PreviewView } from "../../src/edge/views";
import type { Value } from "../../workbench/runtime/store";
import { columnLetters } from "../../workbench/sample/cells";
import { builtAddon, finish, type Office, office, reclassify, setUp, team } from "./office";

beforeAll(builtAddon);

const IDS = ["trade", "grades", "platform", "fair", "eight"];

async function ready(locale = "en"): Promise<Office> {
  const it = await office(team(), { locale });
  setUp(it);
  return it;
}

/** What `results` gives to a run without a page: ids, and no words. */
const idsOf = (it: Office) => {
  const { rows } = it.addon.rpc("results") as { rows: Record<string, unknown>[] };
  return rows.map(({ why: _, next: __, next_step: ___, ...ids }) => ids);
};

/** Chooses a view and writes what follows. */
function use(it: Office, id: string, columns = true): PreviewView {
  const preview = it.call.usePreset(id, columns);
  finish(it, it.call.begin(preview.fingerprint, null));
  return preview;
}

const column = (it: Office, header: string): Value[] => {
  const [heads, ...rows] = it.values("Customers");
  return rows.map((row) => row[heads!.indexOf(header)] ?? "");
};
const headers = (it: Office) => it.values("Customers")[0]!.slice(5);
const SIX = ["Follow-up", "Due", "Days since contact", "Next step", "Tier", "Why"];

describe("a choice of words", () => {
  test("shows the five with their first words and which is in force, and writes nothing", async () => {
    const it = await ready();
    const before = [it.values("Customers"), it.values("Policy")];
    const { list, current, change } = it.call.presets("");
    expect(list.map(({ id }) => id)).toEqual(IDS);
    expect([current, change]).toEqual(["eight", null]);
    expect(list[0]!.axes[0]).toEqual({ label: "Tier", words: ["High value A", "High value B", "Medium value"] });
    for (const { axes } of list) for (const { label } of axes) expect(label).not.toBe("");
    for (const id of IDS) it.call.presets(id);
    expect([it.values("Customers"), it.values("Policy")]).toEqual(before);
  });

  test("says beforehand which words, columns and cells change", async () => {
    const it = await ready();
    it.call.showAxes(["region", "relation"]);
    const change = it.call.presets("fair").change!;
    expect(change.words).toContainEqual({ axis: "Tier", from: "A", to: "High value A" });
    expect(change.words).toContainEqual({ axis: "Relation", from: "Lost", to: "Lost customer" });
    expect(change.words.filter(({ from, to }) => from === to)).toEqual([]);
    expect([change.added, change.removed]).toEqual([["At the fair", "Near or far"], ["Region"]]);
    const preview = it.call.usePreset("fair", false);
    expect(preview.cells).toBe(change.cells);
    expect(change.cells).toBeGreaterThan(0);
  });

  test.each([
    ["with its columns", true],
    ["with the columns as they are", false],
  ])("%s: the cells that are announced are those that the next run writes", async (_, columns) => {
    const it = await ready();
    use(it, "trade");
    const { cells, rest } = it.call.presets("platform").change!;
    expect(rest).toBeLessThan(cells);
    const said = columns ? rest : cells;
    const preview = it.call.usePreset("platform", columns);
    expect(preview.cells).toBe(said);
    let view = it.call.begin(preview.fingerprint, null);
    while (view.kind === "next") view = it.call.advance(view.batch);
    expect(view).toMatchObject({ kind: "done", written: { cells: said, left: 0 } });
    expect(it.call.preview(null).cells).toBe(0);
  });

  test("fills the columns that it brings with its own words at once", async () => {
    const it = await ready();
    it.call.usePreset("trade", true);
    expect(column(it, "Relation")).toContain("Existing: once only");
  });

  test("leaves formulas and notes in the column of values, and beside it, as they are", async () => {
    const it = await ready();
    const at = (key: string) => it.values("Policy").findIndex((row) => row[4] === key);
    const mine = { "label.relation.growing": '="Ours"', "cadence.B": "=30", "treatment.value.B": '="Call"' };
    const zone = { top: 0, left: 0, bottom: it.values("Policy").length - 1, right: 8 };
    for (const [key, formula] of Object.entries(mine)) it.put("Policy", at(key), 1, { formula });
    it.put("Policy", at("label.relation.lost"), 1, "'007");
    it.put("Policy", at("label.relation.new"), 6, { formula: "=1+1" });
    const policy = it.sheetId("Policy");
    const before = it.store.formulas(policy, zone);
    expect(before.flat().filter((formula) => formula !== "")).toHaveLength(4);
    use(it, "fair");
    expect(it.store.formulas(policy, zone)).toEqual(before);
    expect(column(it, "Relation")).toContain("Ours");
    expect(it.values("Policy")[at("label.relation.lost")]![1]).toBe("'007");
    expect(it.values("Policy")[at("label.relation.prospect")]![1]).toBe("Prospect");
    expect(it.values("Policy")[at("label.relation.once")]![1]).toBe("Existing: once only");
  });

  test.each(["en", "zh"])("in a sheet of %s stands in the cells after the run, and no class moves", async (locale) => {
    const it = await ready(locale);
    const before = idsOf(it);
    for (const id of IDS) {
      const preview = use(it, id, false);
      expect(preview.changes.total, id).toBe(0);
      expect(idsOf(it), id).toEqual(before);
      expect(it.call.presets("").current).toBe(id);
    }
    it.call.usePreset("trade", false);
    const [tier, none] = [column(it, locale === "en" ? "Tier" : "等级(计算)"), locale === "en" ? "Unrated" : "未评级"];
    reclassify(it);
    expect(tier).toEqual(["B", "B", "D", none, none]);
    expect(column(it, locale === "en" ? "Tier" : "等级(计算)")).toEqual(
      locale === "en"
        ? ["High value B", "High value B", "Low value", none, none]
        : ["高价值 B", "高价值 B", "低价值", none, none],
    );
  });

  test("there and back gives the same cells", async () => {
    const it = await ready();
    use(it, "eight");
    const before = [it.values("Customers"), it.values("Policy")];
    for (const id of ["trade", "fair"]) use(it, id, false);
    expect(it.values("Customers")).not.toEqual(before[0]);
    use(it, "eight", false);
    expect([it.values("Customers"), it.values("Policy").slice(1)]).toEqual([before[0], before[1]!.slice(1)]);
  });

  test("brings the columns of its axes and takes the others away, each headed by its axis", async () => {
    const it = await ready();
    use(it, "trade");
    expect(headers(it)).toEqual([...SIX, "Relation", "Frequency", "Potential", "Industry"]);
    use(it, "platform");
    expect(headers(it)).toEqual([...SIX, "Activity"]);
    expect(column(it, "Activity")[0]).toBe("Active customer");
  });

  test("leaves the columns as they are where that is wished", async () => {
    const it = await ready();
    it.call.showAxes(["region"]);
    use(it, "trade", false);
    expect(headers(it)).toEqual([...SIX, "Region"]);
  });

  test("is followed by the formulas, also over our own columns", async () => {
    const it = await office([...team(), { name: "F", rows: [[""]] }]);
    setUp(it);
    use(it, "fair");
    it.put("F", 0, 0, { formula: "=CUSTOMER_TIER(1500000)" });
    expect(it.values("F")).toEqual([["High value A"]]);
    const end = columnLetters(it.values("Customers")[0]!.length - 1);
    const whole = `Customers!A2:A6, "Relation", Customers!A1:${end}6, Orders!A1:F9`;
    it.put("F", 0, 0, { formula: `=CUSTOMER_CLASS(${whole})` });
    const words = column(it, "Relation");
    expect(words).toContain("Existing: once only");
    expect(it.values("F")).toEqual(words.map((word) => [word]));
  });

  test("keeps the team's own words, says which they are, and so does the way back", async () => {
    const it = await ready();
    const rename = (key: string, word: string) =>
      it.put(
        "Policy",
        it.values("Policy").findIndex((row) => row.includes(key)),
        1,
        word,
      );
    rename("label.region.europe", "EU");
    rename("label.value.A", "VIP");
    reclassify(it);
    const labels = () => it.values("Policy").filter((row) => String(row[4]).startsWith("label."));
    const before = labels();
    const { own, change } = it.call.presets("trade");
    expect(own).toEqual([{ axis: "Tier", word: "VIP" }]);
    expect(change!.words.filter(({ axis }) => axis === "Tier").map(({ from }) => from)).toEqual(["B", "C", "D"]);
    use(it, "trade");
    it.call.showAxes(["region"]);
    expect(column(it, "Region")[0]).toBe("EU");
    expect(column(it, "Tier")).toContain("High value B");
    expect(it.values("Policy").find((row) => row.includes("label.value.A"))![1]).toBe("VIP");
    expect(it.call.presets("")).toMatchObject({ current: "trade", own: [{ axis: "Tier", word: "VIP" }] });
    use(it, "eight");
    expect(labels()).toEqual(before);
  });

  test("is refused with a sentence where two classes would have one word, and nothing is written", async () => {
    const it = await ready();
    it.put(
      "Policy",
      it.values("Policy").findIndex((row) => row.includes("label.value.unrated")),
      1,
      "High value A",
    );
    const before = [it.values("Customers"), it.values("Policy")];
    expect(() => it.call.presets("trade")).toThrow("need different words");
    expect(() => it.call.usePreset("trade", true)).toThrow("need different words");
    expect([it.values("Customers"), it.values("Policy")]).toEqual(before);
  });

  test("waits while a cell of the policy sheet cannot be used", async () => {
    const it = await ready();
    it.put(
      "Policy",
      it.values("Policy").findIndex((row) => row.includes("value.A.min")),
      1,
      "much",
    );
    expect(() => it.call.usePreset("trade", true)).toThrow("Mend it first");
  });

  test.each(["", "S9", "constructor"])("called %s is none", async (id) => {
    const it = await ready();
    expect(() => it.call.usePreset(id, true)).toThrow("trade, grades, platform, fair, eight");
  });
});
