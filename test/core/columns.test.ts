import { describe, expect, test } from "vitest";
import { AXES } from "../../src/core/axes";
import { CLASSES_COLUMNS, CUSTOMER_COLUMNS, type Words } from "../../src/core/columns";
import { ago, classifiedIn, orderAgo } from "./makers";

const words: Words = {
  label: (axis, id) => `${axis}:${id}`,
  because: (because) => because.rule,
  short: () => "short",
};

const cells = (of: typeof CUSTOMER_COLUMNS, given: Parameters<typeof classifiedIn>[0]) => {
  const classified = classifiedIn(given);
  return Object.fromEntries(of.map((column) => [column.id, column.cell(classified, words)]));
};

test("five columns go into the customer sheet, in this order", () => {
  expect(CUSTOMER_COLUMNS.map(({ id, header, kind }) => [id, header.zh, header.en, kind])).toEqual([
    ["level", "跟进状态", "Follow-up", "text"],
    ["due", "该跟进日", "Due", "day"],
    ["days", "未联系天数", "Days since contact", "number"],
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
      tier: "value:B",
      why: "short",
    });
  });
  test("of a customer contacted today: 0 days is a number, not a blank", () => {
    expect(cells(CUSTOMER_COLUMNS, { customer: { lastContact: ago(0) } }).days).toBe(0);
  });
  test("of a customer without any clock: no day and no days", () => {
    expect(cells(CUSTOMER_COLUMNS, {})).toMatchObject({ level: "urgency:unrated", due: "", days: "" });
  });
  test("of one on hold: no day", () => {
    const given = { customer: { hold: true, lastContact: ago(10) } };
    expect(cells(CUSTOMER_COLUMNS, given)).toMatchObject({ level: "urgency:hold", due: "", days: 10 });
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
    for (const of of [CUSTOMER_COLUMNS, CLASSES_COLUMNS])
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
      frequency: "frequency:none",
      "frequency.why": "orders.none",
      activity: "activity:none",
      "activity.why": "orders.none",
      region: "region:europe",
      "region.why": "region.country",
      followup: "followup:unrated",
      "followup.why": "contact.never",
      "level.why": "urgency.no_clock",
    });
  });
  test("a column that holds classes says of which axis, so that ours is told from the team's", () => {
    for (const column of [...CUSTOMER_COLUMNS, ...CLASSES_COLUMNS]) {
      const cell = column.cell(classifiedIn({ customer: { lastContact: ago(1) } }), words);
      expect([column.id, column.axis]).toEqual([
        column.id,
        typeof cell === "string" && cell.includes(":") ? cell.split(":")[0] : undefined,
      ]);
    }
  });
});
