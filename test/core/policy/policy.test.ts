import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Policy, PolicyField } from "../../../src/core/policy/fields";
import numbers from "../../../src/core/policy/numbers.table";
import {
  defaultPolicy,
  differences,
  LABELLED,
  labelOf,
  nearKeys,
  policyFields,
  policyFrom,
  policyHash,
} from "../../../src/core/policy/policy";

const valueIn = (policy: Policy, key: string) => (policy as unknown as Record<string, unknown>)[key];

/** What a value of the policy becomes, or "refused". */
const read = (key: string, given: unknown) => {
  const { policy, problems } = policyFrom({ [key]: given });
  return problems.length ? "refused" : valueIn(policy, key);
};

describe("the defaults", () => {
  test("hold by their own schema, in order", () => {
    const { policy, problems } = policyFrom({ ...defaultPolicy() });
    expect(problems).toEqual([]);
    expect(policy).toEqual(defaultPolicy());
  });
  test.each([
    ["value.A.min", 1_000_000],
    ["value.B.min", 300_000],
    ["value.C.min", 100_000],
    ["value.grace_days", 60],
    ["value.window_days", 365],
    ["value.provisional_days", 365],
    ["value.clash_percent", 10],
    ["ledger.short_days", 365],
    ["purchase.fold_days", 3],
    ["gap.recent_days", 730],
    ["frequency.high.max", 92],
    ["frequency.mid.max", 182],
    ["frequency.high.min_purchases", 3],
    ["activity.active.days", 90],
    ["activity.active.times", 1.5],
    ["activity.dormant.days", 365],
    ["activity.dormant.times", 2],
    ["punctual.orders", 6],
    ["punctual.late_days", 10],
    ["punctual.min_share", 80],
    ["punctual.min_orders", 3],
    ["steady.min_purchases", 3],
    ["steady.max_gap", 182],
    ["steady.open_days", 90],
    ["steady.open_times", 2],
    ["followup.fresh.max", 7],
    ["followup.week.max", 30],
    ["followup.month.max", 90],
    ["aftersale.from", 30],
    ["aftersale.to", 60],
    ["cadence.A", 14],
    ["cadence.B", 30],
    ["cadence.C", 60],
    ["cadence.D", 90],
    ["cadence.unrated", 60],
    ["cadence.not_bought", 30],
    ["cadence.first", 7],
    ["cadence.complaint", 1],
    ["cadence.reply", 1],
    ["cadence.fair", 2],
    ["cadence.aftersale", 30],
    ["cadence.visit", 30],
    ["visit.days", 90],
    ["fair.days", 14],
    ["stage.silent_days", 60],
    ["engagement.days", 90],
    ["backlog.start", 0],
    ["today.max", 10],
    ["cadence.stars_3", 7],
    ["cadence.stars_2", 7],
    ["cadence.stars_1", 30],
    ["cadence.stars_0", 180],
    ["reply.days", 90],
    ["urgency.soon_percent", 20],
    ["urgency.overdue_percent", 50],
    ["silent.days", 365],
    ["silent.times", 2],
    ["order.sample_max", 0],
    ["relation.lost.days", 730],
    ["relation.lost.times", 4],
    ["relation.won_back.days", 180],
    ["relation.new.days", 180],
    ["relation.declining.days", 90],
    ["relation.declining.times", 2],
    ["relation.mature.days", 730],
    ["relation.mature.purchases", 6],
    ["loyalty.steady", 30],
    ["loyalty.year", 10],
    ["loyalty.years", 30],
    ["loyalty.punctual", 20],
    ["loyalty.satisfaction", 20],
    ["loyalty.complaint", 30],
    ["loyalty.loyal.min", 70],
    ["loyalty.potential.min", 40],
    ["loyalty.min_purchases", 3],
    ["potential.stars", 30],
    ["potential.inquiries", 20],
    ["potential.product", 10],
    ["potential.expected_B", 30],
    ["potential.expected_C", 15],
    ["potential.identity", 10],
    ["potential.high.min", 60],
    ["potential.mid.min", 30],
    ["size.large.min", 501],
    ["size.mid.min", 51],
    ["home.country", ""],
    ["home.city", ""],
    ["industry.own", []],
    ["product.own", []],
    ["currency.base", "USD"],
    ["rate.EUR", 0],
  ])("%s is %s", (key, value) => {
    expect(valueIn(defaultPolicy(), key)).toEqual(value);
  });
  test("no key and no label stands twice", () => {
    const { list, byKey } = policyFields();
    expect(byKey.size).toBe(list.length);
    for (const language of ["zh", "en"] as const)
      expect(new Set(list.map((field) => field.label[language])).size).toBe(list.length);
  });
  test("about a dozen stand on top", () => {
    const basic = policyFields().list.filter((field) => field.basic);
    expect(basic.length).toBeGreaterThanOrEqual(10);
    expect(basic.length).toBeLessThanOrEqual(15);
    expect(basic[0]!.key).toBe("currency.base");
  });
});

describe("a value as typed", () => {
  test.each([
    // money: in the base currency, as people write amounts
    ["value.A.min", 500_000, 500_000],
    ["value.A.min", "500,000", 500_000],
    ["value.A.min", "50万", 500_000],
    ["value.A.min", "约50万", "refused"],
    ["value.A.min", "a lot", "refused"],
    ["value.C.min", 0, 0],
    ["value.C.min", -1, "refused"],
    ["value.A.min", Number.NaN, "refused"],
    ["value.A.min", Number.POSITIVE_INFINITY, "refused"],
    ["value.A.min", true, "refused"],
    ["value.A.min", { day: 46_000 }, "refused"],
    // days: whole, within the limits
    ["cadence.A", 1, 1],
    ["cadence.A", 0, "refused"],
    ["cadence.A", 3650, 3650],
    ["cadence.A", 3651, "refused"],
    ["cadence.A", 14.5, "refused"],
    ["cadence.A", "14", 14],
    ["cadence.A", "14 days", 14],
    ["cadence.A", "14天", 14],
    ["cadence.A", "two weeks", "refused"],
    ["value.grace_days", 0, 0],
    ["value.grace_days", -1, "refused"],
    // a day: none, or one that can only be read one way
    ["backlog.start", { day: 46_203 }, 46_203],
    ["backlog.start", 46_203, 46_203],
    ["backlog.start", "2026-06-30", 46_203],
    ["backlog.start", "2026/6/30", 46_203],
    ["backlog.start", "2026年6月30日", 46_203],
    ["backlog.start", 20_260_630, 46_203],
    ["backlog.start", 0, 0],
    ["backlog.start", "0", 0],
    ["backlog.start", "-", 0],
    ["backlog.start", 25_569, 25_569],
    ["backlog.start", 25_568, "refused"],
    ["backlog.start", { day: 25_568 }, "refused"],
    ["backlog.start", 73_050, 73_050],
    ["backlog.start", 73_051, "refused"],
    ["backlog.start", 14, "refused"],
    ["backlog.start", "3/4/2026", "refused"],
    ["backlog.start", "6.30", "refused"],
    ["backlog.start", "2026-06", "refused"],
    ["backlog.start", "2026-06-30T18:30:00.000Z", "refused"],
    ["backlog.start", "soon", "refused"],
    ["backlog.start", true, "refused"],
    // counts
    ["punctual.orders", 1, 1],
    ["punctual.orders", 0, "refused"],
    ["punctual.orders", 1000, 1000],
    ["punctual.orders", 1001, "refused"],
    // times
    ["silent.times", 0.1, 0.1],
    ["silent.times", 0.09, "refused"],
    ["silent.times", 100, 100],
    ["silent.times", 100.1, "refused"],
    ["silent.times", "2.5", 2.5],
    // percents: whole, because a cell in which 20% is typed holds 0.2
    ["urgency.soon_percent", 0, 0],
    ["urgency.soon_percent", 100, 100],
    ["urgency.soon_percent", 101, "refused"],
    ["urgency.soon_percent", "25%", 25],
    ["urgency.soon_percent", 0.25, "refused"],
    // rates
    ["rate.EUR", 1.08, 1.08],
    ["rate.EUR", "1.08", 1.08],
    ["rate.EUR", -1, "refused"],
    ["rate.EUR", "1,08", "refused"],
    // currency
    ["currency.base", "cny", "CNY"],
    ["currency.base", " EUR ", "EUR"],
    ["currency.base", "dollars", "refused"],
    ["currency.base", "XXX", "refused"],
    // words
    ["order.listed", "hold, 争议；disputed", ["hold", "争议", "disputed"]],
    ["order.listed", ["hold"], ["hold"]],
    ["order.listed", [1], ["1"]],
    // regions
    ["region.TR", "europe", "europe"],
    ["region.TR", "Europe", "europe"],
    ["region.TR", "欧洲", "europe"],
    ["region.TR", "Atlantis", "refused"],
    // labels
    ["label.value.A", "Key", "Key"],
    ["label.value.A", "x".repeat(30), "x".repeat(30)],
    ["label.value.A", "x".repeat(31), "refused"],
    // what to do
    ["treatment.source.fair", "x".repeat(80), "x".repeat(80)],
    ["treatment.source.fair", "x".repeat(81), "refused"],
  ])("%s: %j becomes %j", (key, given, expected) => {
    expect(read(key, given)).toEqual(expected);
  });

  test.each([
    ...["value.A.min", "cadence.A", "currency.base", "order.listed", "region.TR", "label.value.A", "rate.EUR"],
    ...["backlog.start", "treatment.source.fair"],
  ])("a blank %s is the default", (key) => {
    const changed = policyFrom({
      "value.A.min": 2_000_000,
      "cadence.A": 5,
      "currency.base": "EUR",
      "order.listed": "x",
      "region.TR": "europe",
      "label.value.A": "Key",
      "rate.EUR": 2,
      "backlog.start": 46_203,
      "treatment.source.fair": "Call",
    }).policy;
    expect(valueIn(changed, key)).not.toEqual(valueIn(defaultPolicy(), key));
    expect(valueIn(policyFrom({ [key]: "" }, changed).policy, key)).toEqual(valueIn(defaultPolicy(), key));
  });

  test("that is wrong leaves the whole of the policy as it was", () => {
    const good = policyFrom({ "cadence.A": 5 }).policy;
    const { policy, problems } = policyFrom({ "cadence.A": 9, "cadence.B": "often" }, good);
    expect(policy).toBe(good);
    expect(problems).toMatchObject([{ code: "bad_value", key: "cadence.B", text: "often" }]);
  });
});

describe("limits must not cross", () => {
  test.each([
    ["value.B.min", "value.A.min", { "value.B.min": 1_000_001 }, { "value.B.min": 1_000_000 }],
    ["value.C.min", "value.B.min", { "value.C.min": 300_000 }, { "value.C.min": 299_999.99 }],
    ["frequency.high.max", "frequency.mid.max", { "frequency.high.max": 182 }, { "frequency.high.max": 181 }],
    ["activity.active.days", "activity.dormant.days", { "activity.active.days": 365 }, { "activity.active.days": 364 }],
    [
      "activity.active.times",
      "activity.dormant.times",
      { "activity.active.times": 2.1 },
      { "activity.active.times": 2 },
    ],
    ["followup.fresh.max", "followup.week.max", { "followup.fresh.max": 30 }, { "followup.fresh.max": 29 }],
    ["followup.week.max", "followup.month.max", { "followup.week.max": 90 }, { "followup.week.max": 89 }],
    ["aftersale.from", "aftersale.to", { "aftersale.from": 61 }, { "aftersale.from": 60 }],
    ["relation.declining.days", "relation.lost.days", { "relation.lost.days": 90 }, { "relation.lost.days": 91 }],
    ["relation.declining.times", "relation.lost.times", { "relation.lost.times": 1.9 }, { "relation.lost.times": 2 }],
    ["loyalty.potential.min", "loyalty.loyal.min", { "loyalty.potential.min": 70 }, { "loyalty.potential.min": 69 }],
    ["potential.mid.min", "potential.high.min", { "potential.mid.min": 60 }, { "potential.mid.min": 59 }],
    ["potential.expected_C", "potential.expected_B", { "potential.expected_C": 31 }, { "potential.expected_C": 30 }],
    ["size.mid.min", "size.large.min", { "size.mid.min": 501 }, { "size.mid.min": 500 }],
  ])("%s stays under %s", (key, above, wrong, right) => {
    const good = defaultPolicy();
    expect(policyFrom(wrong)).toEqual({ policy: good, problems: [{ code: "out_of_order", key, above }] });
    expect(policyFrom(right).problems).toEqual([]);
  });
  test("two that are changed together are held against each other, not against the defaults", () => {
    expect(policyFrom({ "value.A.min": 10, "value.B.min": 5, "value.C.min": 1 }).problems).toEqual([]);
  });
});

describe("a key that is none", () => {
  test.each([
    ["value.a.min", "value.A.min"],
    ["valueA.min", "value.A.min"],
    ["value.grace", "value.grace_days"],
    ["cadence", "cadence.A"],
    ["grace_days", "value.grace_days"],
    ["frequency.high", "frequency.high.max"],
  ])("%s names %s among the near ones", (key, near) => {
    const { policy, problems } = policyFrom({ [key]: 5 });
    expect(policy).toBe(defaultPolicy());
    expect(problems).toEqual([{ code: "unknown_key", key, near: nearKeys(key) }]);
    expect(nearKeys(key)).toContain(near);
    expect(nearKeys(key).length).toBeLessThanOrEqual(3);
  });
  test("and is near nothing names none", () => {
    expect(nearKeys("xyzzy")).toEqual([]);
  });
});

describe("labels", () => {
  test("are the team's, else the default of the language", () => {
    const { policy } = policyFrom({ "label.value.A": "重点" });
    expect(labelOf(policy, "zh", "value", "A")).toBe("重点");
    expect(labelOf(policy, "en", "value", "A")).toBe("重点");
    expect(labelOf(policy, "en", "frequency", "high")).toBe("High");
    expect(labelOf(policy, "zh", "frequency", "high")).toBe("高频");
    expect(labelOf(policy, "zh", "frequency", "nonsense")).toBe("nonsense");
    expect(labelOf(policy, "zh", "nonsense", "high")).toBe("high");
  });
  test.each([
    ["another own label", { "label.value.A": "Key", "label.value.B": "key " }, "key"],
    ["the default of another class", { "label.value.A": "B" }, "B"],
    ["the default in the other language", { "label.frequency.high": "中频" }, "中频"],
    ["a level's default", { "label.urgency.due": "Overdue" }, "Overdue"],
  ])("may not be the same as %s, and the word is told", (_, labels, word) => {
    const { policy, problems } = policyFrom(labels);
    expect(problems).toMatchObject([{ code: "same_label", word }]);
    expect(policy).toBe(defaultPolicy());
  });
  test("may be the same on two axes", () => {
    expect(policyFrom({ "label.value.A": "High" }).problems).toEqual([]);
  });
  test("exist for every class of every axis and for every level", () => {
    for (const axis of LABELLED)
      for (const id of Object.keys(axis.classes)) expect(valueIn(defaultPolicy(), `label.${axis.id}.${id}`)).toBe("");
  });
});

describe("where the team is", () => {
  test.each([
    ["home.country", "China", "CN"],
    ["home.country", "中国", "CN"],
    ["home.country", "cn", "CN"],
    ["home.country", "Germny", "refused"], // one letter away is asked about in a customer's cell, and refused here
    ["home.country", "Atlantis", "refused"],
    ["home.country", 86, "refused"],
    ["home.country", "", ""],
    ["home.city", "  宁波 ", "宁波"],
    ["home.city", "", ""],
    ["home.city", "x".repeat(30), "x".repeat(30)],
    ["home.city", "x".repeat(31), "refused"],
  ])("%s: %j is read as %j", (key, given, expected) => {
    expect(read(key, given)).toBe(expected);
  });
});

describe("a word stands in one list", () => {
  type Lists = Readonly<Record<string, string>>;
  test.each<[string, Lists, Lists, string, string, string]>([
    ["a stage", { "stage.4": "won, 待审" }, { "stage.1": "new, 待审" }, "stage.1", "stage.4", "待审"],
    ["a source", { "source.ads": "Booth" }, { "source.fair": "ＢＯＯＴＨ " }, "source.ads", "source.fair", "booth"],
    ["a mark of a fair", { "fair.hot": "強" }, { "fair.cold": "强" }, "fair.cold", "fair.hot", "强"],
    ["a direction", { "direction.in": "来函" }, { "direction.none": "來函" }, "direction.none", "direction.in", "来函"],
    ["a state", { "order.counts": "ok" }, { "order.listed": "OK" }, "order.listed", "order.counts", "ok"],
    ["a state", { "order.counts": "ok" }, { "order.counts_not": "ok" }, "order.counts_not", "order.counts", "ok"],
  ])("%s: %j and %j are refused together, and the word is told", (_, one, two, key, other, word) => {
    const good = policyFrom(one).policy;
    expect(good).not.toBe(defaultPolicy());
    expect(policyFrom(two).problems).toEqual([]);
    expect(policyFrom(two, good)).toEqual({ policy: good, problems: [{ code: "same_label", key, other, word }] });
  });
  test("and several that clash are told once a list", () => {
    expect(policyFrom({ "stage.4": "x, y", "stage.3": "x, y", "stage.2": "y" }).problems).toEqual([
      { code: "same_label", key: "stage.3", other: "stage.4", word: "x" },
      { code: "same_label", key: "stage.2", other: "stage.3", word: "y" },
    ]);
  });
  test.each([
    ["twice in one list", { "stage.4": "won, WON" }],
    ["in two vocabularies", { "stage.4": "Booth", "source.fair": "Booth" }],
    ["as a source and as a relation", { "source.referral": "老客户" }],
    ["as a mark only", { "fair.hot": "强烈" }],
    ["blank in both", { "stage.4": " ,", "stage.3": ", " }],
  ])("but may stand %s", (_, lists) => {
    expect(policyFrom(lists).problems).toEqual([]);
  });
});

/** A value that the field allows. */
const valueFor = (field: PolicyField): fc.Arbitrary<unknown> => {
  switch (field.kind) {
    case "money":
      return fc.integer({ min: 0, max: 1e9 }).map((cents) => cents / 100);
    case "day":
      return fc.oneof(fc.constant(0), fc.integer({ min: 25_569, max: 73_050 }));
    case "days":
    case "count":
    case "percent":
      return fc.integer({ min: field.min ?? 0, max: field.max! });
    case "times":
    case "rate":
      return fc.integer({ min: 1, max: 900 }).map((tenths) => tenths / 10);
    case "currency":
      return fc.constantFrom("USD", "CNY", "EUR");
    case "region":
      return fc.constantFrom("europe", "africa", "cis");
    case "label":
    case "text":
      return fc.string({ maxLength: 30 });
    case "country":
      return fc.constantFrom("", "CN", "DE", "TW");
    case "treatment":
      return fc.string({ maxLength: 80 });
    case "words":
      return fc.array(fc.string({ maxLength: 8 }), { maxLength: 4 });
  }
};

const anyPolicy: fc.Arbitrary<Policy> = fc
  .subarray([...policyFields().list], { maxLength: 12 })
  .chain((fields) => fc.tuple(...fields.map((field) => valueFor(field).map((value) => [field.key, value] as const))))
  .map((entries) => policyFrom(Object.fromEntries(entries)).policy);

describe("what is saved", () => {
  test("is only what differs from the defaults", () => {
    expect(differences(defaultPolicy())).toEqual({});
    expect(differences(policyFrom({ "cadence.A": 5, "cadence.B": 30 }).policy)).toEqual({ "cadence.A": 5 });
  });
  test("comes back as it was, and hashes the same", () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const saved = JSON.parse(JSON.stringify(differences(policy))) as Record<string, unknown>;
        const back = policyFrom(saved);
        expect(back.problems).toEqual([]);
        expect(back.policy).toEqual(policy);
        expect(policyHash(back.policy)).toBe(policyHash(policy));
      }),
    );
  });
  test("hashes differently when any number differs", () => {
    const hashes = Object.keys(numbers()).map((key) => {
      const policy = { ...defaultPolicy(), [key]: 33 } as Policy;
      return policyHash(policy);
    });
    expect(new Set([policyHash(defaultPolicy()), ...hashes]).size).toBe(hashes.length + 1);
  });
});

test("anything at all in a cell is read or refused, never thrown at", () => {
  const cell = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.record({ day: fc.integer() }), fc.constant(null));
  fc.assert(
    fc.property(fc.constantFrom(...policyFields().list), cell, (field, given) => {
      const { policy, problems } = policyFrom({ [field.key]: given });
      expect(policy === defaultPolicy() || problems.length === 0).toBe(true);
    }),
  );
});
