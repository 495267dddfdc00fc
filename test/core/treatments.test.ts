import { describe, expect, test } from "vitest";
import { AXES, type AxisId } from "../../src/core/axes";
import type { Because, Class, Rule, Urgency } from "../../src/core/model";
import { defaultPolicy, policyFields, policyFrom, treatmentOf } from "../../src/core/policy/policy";
import { policyRows, readPolicySheet } from "../../src/core/policy/sheet";
import { treatmentsOf } from "../../src/core/treatments";
import treatments from "../../src/core/treatments.table";
import { ago, classifiedIn, orderAgo } from "./makers";

const because = { rule: "test" };

/** Treatments of a customer who is rated on these axes and on no other. */
function treated(classes: Partial<Record<AxisId, string>>, rule?: Rule, tierBecause: Because = because): string[] {
  const all = {} as Record<AxisId, Class>;
  for (const { id } of AXES)
    all[id] = { id: classes[id] ?? "unrated", because: id === "value" ? tierBecause : because };
  return treatmentsOf(all, { level: "due", rule, because } as Urgency);
}

/** One class on every axis. */
const ALL = {
  value: "B",
  stage: "4",
  relation: "mature",
  frequency: "mid",
  activity: "lapsing",
  engagement: "quiet",
  loyalty: "loyal",
  potential: "high",
  region: "europe",
  locality: "international",
  identity: "chain",
  industry: "retail",
  product: "own",
  size: "large",
  source: "fair",
  fair: "warm",
  followup: "quarter",
} as const;

/** Stage, relation, tier, region, type, source and letter as DOMAIN has them; then the others as the axes are listed. */
const FITTING = [
  "stage.4",
  "relation.mature",
  "value.B",
  "region.europe",
  "identity.chain",
  "source.fair",
  "followup.quarter",
  "frequency.mid",
  "activity.lapsing",
  "engagement.quiet",
  "loyalty.loyal",
  "potential.high",
  "locality.international",
  "industry.retail",
  "product.own",
  "size.large",
  "fair.warm",
];

describe("what to do for a customer", () => {
  test.each<[string, Rule | undefined, string[]]>([
    ["who must not be contacted: nothing", 1, []],
    ["who complained: the answer, and no sales letter (R20)", 2, ["act.complaint"]],
    ["who wrote: the answer first (R02)", 3, ["act.reply", ...FITTING]],
    ["with a day agreed: what fits his classes", 4, FITTING],
    [
      "just met at a fair: the letter, then how he was there (R01, A049–51), which is not said twice",
      5,
      ["act.fair", "fair.warm", ...FITTING.filter((id) => id !== "fair.warm")],
    ],
    ["whose goods came a month ago: the question (R09)", "aftersale", ["act.aftersale", ...FITTING]],
    ["of B who was visited a quarter ago: the visit (R10)", "visit", ["act.visit", ...FITTING]],
    ["without any clock: what fits his classes", undefined, FITTING],
  ])("%s", (_, rule, expected) => {
    expect(treated(ALL, rule)).toEqual(expected);
  });

  test("the letter after a sale is the act, whatever rule gave the day, and is said once", () => {
    const classes = { ...ALL, followup: "aftersale" };
    const expected = ["act.aftersale", ...FITTING.filter((id) => !id.startsWith("followup."))];
    expect(treated(classes, 8)).toEqual(expected);
    expect(treated(classes, "aftersale")).toEqual(expected);
    expect(treated(classes, 3)).toEqual(["act.reply", ...expected]);
  });

  test("nothing, where nothing is known of him", () => {
    expect(treated({})).toEqual([]);
  });

  test("who has only begun to buy: what a new customer needs, behind what cannot wait and before all that fits him", () => {
    const began = (rule?: Rule, relation: string = "growing") =>
      treated({ value: "A", stage: "4", relation }, rule, { rule: "test", provisional: true });
    expect(began()).toEqual(["relation.new", "stage.4", "relation.growing", "value.A"]);
    expect(began(3)).toEqual(["act.reply", "relation.new", "stage.4", "relation.growing", "value.A"]);
    expect(began(undefined, "new")).toEqual(["relation.new", "stage.4", "value.A"]);
    expect(treated({ value: "A", stage: "4", relation: "new" })).toEqual(["stage.4", "relation.new", "value.A"]);
  });

  test.each([
    [364, "relation.new"],
    [365, "stage.4"],
  ])("the first order was %i days ago: %s comes first", (days, first) => {
    const { treatments } = classifiedIn({
      customer: { lastContact: ago(1) },
      orders: [orderAgo(days, 100), orderAgo(5, 100)],
    });
    expect(treatments[0]).toBe(first);
  });

  test("a fair whose keenest visitor he was leads only while the fair is fresh", () => {
    expect(treated({ fair: "hot", stage: "2" }, 5)).toEqual(["act.fair", "fair.hot", "stage.2"]);
    expect(treated({ fair: "hot", stage: "2" }, 6)).toEqual(["stage.2", "fair.hot"]);
  });

  test("the corridor gives them with the classes", () => {
    const buyer = { customer: { lastContact: ago(10) }, orders: [orderAgo(20, 300_000)] };
    expect(classifiedIn(buyer).treatments).toEqual([
      "relation.new",
      "stage.4",
      "value.B",
      "followup.week",
      "frequency.single",
      "activity.active",
    ]);
    const angry = { ...buyer, customer: { ...buyer.customer, complaint: {} } };
    expect(classifiedIn(angry).treatments).toEqual(["act.complaint"]);
    const held = { ...buyer, customer: { ...buyer.customer, hold: true, complaint: {} } };
    expect(classifiedIn(held).treatments).toEqual([]);
  });
});

describe("the words", () => {
  const every = Object.entries(treatments());

  test.each<[AxisId, string[]]>([
    ["stage", ["4", "3", "2", "1", "0"]], // A076–80
    ["value", ["A", "B", "C", "D"]], // A081–84
    [
      "region", // A061–65, and the rest of X15
      ["north_america", "southeast_asia", "middle_east", "europe", "africa"].concat([
        "latin_america",
        "south_asia",
        "east_asia",
        "cis",
        "oceania",
      ]),
    ],
    ["fair", ["hot", "warm", "cold"]], // A049–51
    ["source", ["fair", "social", "b2b", "inbound", "outbound", "ads", "referral", "other"]], // A071–75
    ["followup", ["fresh", "week", "month", "quarter"]], // A091–93; A094 is the act
    ["relation", ["prospect", "new", "growing", "mature", "declining", "once", "won_back", "lost"]], // A007–9, A027–30, A052–54
    ["locality", ["local", "domestic", "international"]], // A055–57
    ["identity", ["distributor", "OEM", "project", "retail", "repair", "wholesale", "trading", "brand", "chain"]], // A066–70
    ["frequency", ["high", "mid", "low", "single", "none"]], // A001–3, A018–20, A085–86
    ["activity", ["active", "lapsing", "dormant", "none"]], // A037–39, A087
    ["engagement", ["active", "quiet"]], // A033
    ["loyalty", ["loyal", "potential", "not_loyal"]], // A024–26
    ["potential", ["high", "mid", "low"]], // A013–15
    ["industry", ["manufacturing", "retail", "service", "own"]], // A010–12
    ["product", ["phone_parts", "computer_parts", "sportswear", "formalwear", "own"]], // A088–90
    ["size", ["large", "mid", "small"]], // A058
  ])("every class of %s has some", (axis, ids) => {
    expect(every.flatMap(([id]) => (id.startsWith(`${axis}.`) ? [id.slice(axis.length + 1)] : []))).toEqual(ids);
    const known = Object.keys(AXES.find(({ id }) => id === axis)!.classes);
    const said = axis === "followup" ? ["aftersale", ...ids, "unrated"] : [...ids, "unrated"];
    expect([...said].sort()).toEqual([...known].sort());
  });

  test("every axis has some, and there are five acts (R20, R02, R01, R09, R10)", () => {
    const kinds = new Set(every.map(([id]) => id.split(".")[0]));
    expect([...kinds].sort()).toEqual(["act", ...AXES.map(({ id }) => id)].sort());
    expect(every.filter(([id]) => id.startsWith("act."))).toHaveLength(5);
  });

  test.each(every)("%s names the rows of the concept that it comes from", (_, [, , rows]) => {
    expect(rows).toMatch(/^[ACRX]\d{2,3}( [ACRX]\d{2,3})*$/);
  });

  test.each(every)("%s fits the cell in both languages", (_, [zh, en]) => {
    expect(zh.length).toBeGreaterThan(0);
    expect(zh.length).toBeLessThanOrEqual(40);
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en.length).toBeGreaterThan(0);
    expect(en.length).toBeLessThanOrEqual(60);
    expect(en).not.toMatch(/\p{Script=Han}/u);
  });

  test("no two classes are told to do the same", () => {
    expect(new Set(every.map(([, [zh]]) => zh)).size).toBe(every.length);
    expect(new Set(every.map(([, [, en]]) => en)).size).toBe(every.length);
  });

  test.each(every)("%s never says to give him up: that is a person's act (A048, X17)", (_, [zh, en]) => {
    expect(zh).not.toMatch(/放弃|淘汰|拉黑|删除/);
    expect(en).not.toMatch(/give (him |them )?up|drop|abandon|delete/i);
  });

  test.each<[string, string, RegExp, RegExp]>([
    [
      "A063: food only with halal papers, and Ramadan is planned for",
      "region.middle_east",
      /斋月.*清真/,
      /Ramadan.*halal/,
    ],
    ["A061: certificates", "region.north_america", /认证/, /certified/],
    ["A080: again in half a year", "stage.0", /半年/, /half a year/],
    ["A077: sample and bulk price", "stage.3", /样品.*批量/, /sample.*bulk/],
    ["A084: cheap service, not the door", "value.D", /自助/, /order link/],
    ["R20: no sales letters while a complaint is open", "act.complaint", /暂停推销/, /no sales/],
  ])("%s", (_, id, zh, en) => {
    expect(treatmentOf(defaultPolicy(), "zh", id)).toMatch(zh);
    expect(treatmentOf(defaultPolicy(), "en", id)).toMatch(en);
  });
});

describe("a team's own words", () => {
  const key = "treatment.source.fair";
  const own = (text: string) => policyFrom({ [key]: text });

  test("stand in place of the default ones, in either language", () => {
    const { policy } = own("  发 样品册 ");
    expect(treatmentOf(policy, "zh", "source.fair")).toBe("发 样品册");
    expect(treatmentOf(policy, "en", "source.fair")).toBe("发 样品册");
    expect(treatmentOf(policy, "en", "source.ads")).toBe(treatmentOf(defaultPolicy(), "en", "source.ads"));
  });

  test("empty means the default ones", () => {
    expect(own("").policy).toEqual(defaultPolicy());
  });

  test.each<[number, boolean]>([
    [79, true],
    [80, true],
    [81, false],
  ])("of %i characters are taken: %s", (length, taken) => {
    const { policy, problems } = own("x".repeat(length));
    expect(problems.map(({ code }) => code)).toEqual(taken ? [] : ["bad_value"]);
    expect(policy[key]).toBe(taken ? "x".repeat(length) : "");
  });

  test.each([
    ["treatment.source.fair", "做法：来源 · 展会", "What to do: Source · Fair"],
    ["treatment.act.complaint", "做法：投诉", "What to do: Complaint"],
    ["treatment.value.A", "做法：等级 · A", "What to do: Tier · A"],
  ])("%s is an advanced row of the policy sheet", (id, zh, en) => {
    const field = policyFields().byKey.get(id)!;
    expect(field.label).toEqual({ zh, en });
    expect(field.basic).toBeUndefined();
  });

  test("every treatment has its row, and no two rows a label", () => {
    const rows = policyFields().list.filter(({ kind }) => kind === "treatment");
    expect(rows.map((row) => row.key)).toEqual(Object.keys(treatments()).map((id) => `treatment.${id}`));
    for (const language of ["zh", "en"] as const)
      expect(new Set(rows.map(({ label }) => label[language])).size).toBe(rows.length);
  });

  const asSheet = (language: "zh" | "en", policy = defaultPolicy()) =>
    policyRows(policy, language).map((row) =>
      row.kind === "value" ? [row.label, row.value, row.unit, row.allowed, row.field.key] : [row.text],
    );

  test.each(["zh", "en"] as const)("the sheet shows the default words, and reads them as such (%s)", (language) => {
    const rows = asSheet(language);
    const row = rows.find((cells) => cells[4] === key)!;
    expect(row[1]).toBe(treatmentOf(defaultPolicy(), language, "source.fair"));
    expect(readPolicySheet(rows, defaultPolicy(), language)).toMatchObject({ policy: defaultPolicy(), problems: [] });
  });

  test("typed into the sheet count, and emptied give the default ones back", () => {
    const rows = asSheet("zh");
    const row = rows.find((cells) => cells[4] === key)!;
    row[1] = "寄样品册";
    const { policy, problems } = readPolicySheet(rows, defaultPolicy(), "zh");
    expect(problems).toEqual([]);
    expect(treatmentOf(policy, "zh", "source.fair")).toBe("寄样品册");
    const again = asSheet("zh", policy);
    const same = again.find((cells) => cells[4] === key)!;
    expect(same[1]).toBe("寄样品册");
    same[1] = "";
    expect(readPolicySheet(again, policy, "zh").policy).toEqual(defaultPolicy());
  });
});
