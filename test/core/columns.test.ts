import { describe, expect, test } from "vitest";
import { AXES } from "../../src/core/axes";
import { AXIS_COLUMNS, CLASSES_COLUMNS, CUSTOMER_COLUMNS, type Words } from "../../src/core/columns";
import { ago, classifiedIn, NO_LEDGER, orderAgo } from "./makers";

const words: Words = {
  label: (axis, id) => `${axis}:${id}`,
  because: (because) => because.rule,
  short: () => "short",
  treatment: (id) => `do ${id}`,
};

const cells = (of: typeof CUSTOMER_COLUMNS, given: Parameters<typeof classifiedIn>[0]) => {
  const classified = classifiedIn(given);
  return Object.fromEntries(of.map((column) => [column.id, column.cell(classified, words)]));
};

test("six columns go into the customer sheet, in this order", () => {
  expect(CUSTOMER_COLUMNS.map(({ id, header, kind }) => [id, header.zh, header.en, kind])).toEqual([
    ["level", "跟进状态", "Follow-up", "text"],
    ["due", "该跟进日", "Due", "day"],
    ["days", "未联系天数", "Days since contact", "number"],
    ["next", "下一步", "Next step", "text"],
    ["tier", "等级(计算)", "Tier", "text"],
    ["why", "原因", "Why", "text"],
  ]);
});

describe("a line of the customer sheet", () => {
  test("of a buyer", () => {
    const given = { customer: { lastContact: ago(10) }, orders: [orderAgo(20, 300_000)] };
    expect(cells(CUSTOMER_COLUMNS, given)).toEqual({
      level: "urgency:on_track",
      due: { day: ago(10) + 30 },
      days: 10,
      // He has only begun to buy: provisional.
      next: "do relation.new",
      tier: "value:B",
      why: "short",
    });
  });
  test("of a customer contacted today: 0 days is a number, not a blank", () => {
    expect(cells(CUSTOMER_COLUMNS, { customer: { lastContact: ago(0) } }).days).toBe(0);
  });
  test("of a customer without any clock: no day and no days", () => {
    const nothing = { level: "urgency:unrated", due: "", days: "" };
    expect(cells(CUSTOMER_COLUMNS, {})).toMatchObject({ ...nothing, next: "do relation.prospect" });
    expect(cells(CUSTOMER_COLUMNS, { ledger: NO_LEDGER })).toMatchObject({ ...nothing, next: "" });
  });
  test("of one on hold: no day", () => {
    const given = { customer: { hold: true, lastContact: ago(10) } };
    expect(cells(CUSTOMER_COLUMNS, given)).toMatchObject({ level: "urgency:hold", due: "", days: 10, next: "" });
  });
  test("of one who complained: the next step is the answer, and nothing that sells (R20)", () => {
    const given = { customer: { complaint: { day: ago(3) }, sources: ["ads" as const] } };
    expect(cells(CUSTOMER_COLUMNS, given).next).toBe("do act.complaint");
  });
});

describe("the columns of ticked axes", () => {
  test("are one for every axis but the tier, which stands there anyway", () => {
    expect(AXIS_COLUMNS.map(({ id, axis, header, kind }) => [id, axis, header, kind])).toEqual(
      AXES.filter(({ id }) => id !== "value").map(({ id, label }) => [`axis.${id}`, id, label, "text"]),
    );
  });
  test("hold the label of the class, also where evidence is missing", () => {
    const given = { customer: { country: { iso: "DE", byCity: false }, sources: ["ads" as const] } };
    expect(cells(AXIS_COLUMNS, given)).toEqual({
      "axis.stage": "stage:unrated",
      "axis.relation": "relation:prospect",
      "axis.frequency": "frequency:none",
      "axis.activity": "activity:none",
      "axis.engagement": "engagement:unrated",
      "axis.loyalty": "loyalty:unrated",
      "axis.potential": "potential:unrated",
      "axis.region": "region:europe",
      "axis.locality": "locality:unrated",
      "axis.identity": "identity:unrated",
      "axis.industry": "industry:unrated",
      "axis.product": "product:unrated",
      "axis.size": "size:unrated",
      "axis.source": "source:ads",
      "axis.fair": "fair:unrated",
      "axis.followup": "followup:unrated",
    });
  });
});

describe("the Classes tab", () => {
  test("has each axis with its reason, behind who it is", () => {
    expect(CLASSES_COLUMNS.map(({ id }) => id)).toEqual([
      "id",
      "name",
      ...AXES.flatMap(({ id }) => [id, `${id}.why`]),
      "level.why",
    ]);
  });
  test("no two columns share a header", () => {
    for (const of of [[...CUSTOMER_COLUMNS, ...AXIS_COLUMNS], CLASSES_COLUMNS])
      for (const language of ["zh", "en"] as const)
        expect(new Set(of.map(({ header }) => header[language])).size).toBe(of.length);
  });
  test("holds labels and reasons", () => {
    const given = { customer: { id: "C-1", name: "Acme", country: { iso: "DE", byCity: false } } };
    expect(cells(CLASSES_COLUMNS, given)).toEqual({
      id: "C-1",
      name: "Acme",
      value: "value:unrated",
      "value.why": "value.nothing",
      stage: "stage:unrated",
      "stage.why": "stage.nothing",
      relation: "relation:prospect",
      "relation.why": "relation.prospect",
      frequency: "frequency:none",
      "frequency.why": "orders.none",
      activity: "activity:none",
      "activity.why": "orders.none",
      engagement: "engagement:unrated",
      "engagement.why": "engagement.no_log",
      loyalty: "loyalty:unrated",
      "loyalty.why": "loyalty.too_little",
      potential: "potential:unrated",
      "potential.why": "potential.nothing",
      region: "region:europe",
      "region.why": "region.country",
      locality: "locality:unrated",
      "locality.why": "locality.no_home",
      identity: "identity:unrated",
      "identity.why": "words.nothing",
      industry: "industry:unrated",
      "industry.why": "words.nothing",
      product: "product:unrated",
      "product.why": "words.nothing",
      size: "size:unrated",
      "size.why": "words.nothing",
      source: "source:unrated",
      "source.why": "source.nothing",
      fair: "fair:unrated",
      "fair.why": "fair.nothing",
      followup: "followup:unrated",
      "followup.why": "contact.never",
      "level.why": "urgency.no_clock",
    });
  });
  test("a column that holds classes says of which axis, so that ours is told from the team's", () => {
    for (const column of [...CUSTOMER_COLUMNS, ...AXIS_COLUMNS, ...CLASSES_COLUMNS]) {
      const cell = column.cell(classifiedIn({ customer: { lastContact: ago(1) } }), words);
      expect([column.id, column.axis]).toEqual([
        column.id,
        typeof cell === "string" && cell.includes(":") ? cell.split(":")[0] : undefined,
      ]);
    }
  });
});
