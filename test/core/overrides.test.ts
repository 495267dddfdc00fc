import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AXES } from "../../src/core/axes";
import type { Rows } from "../../src/core/cells/cell";
import { companyOf } from "../../src/core/cells/company";
import { hashText } from "../../src/core/hash";
import type { Classified } from "../../src/core/model";
import { isClass, keptOf, linesOf, type Override, overridesIn, overridesNamed } from "../../src/core/overrides";
import { classify } from "../../src/core/reclassify";
import { gradeOf } from "../../src/core/tables/marks";
import { ago, anInput, aPolicy, dateCell, TODAY } from "./makers";

const hashed = (name: string): string => hashText(name).toString(36);

/** The name of a company that nobody else had, with its legal form or without. */
const called = (full: string, bare = full): string => `${hashed(full)}+${hashed(bare)}/${hashed(bare)}`;

/** Set on Acme ten days ago, for a month. */
const override = (changes: Partial<Override> = {}): Override => ({
  stem: "name:acme",
  name: called("acme"),
  axis: "value",
  class: "A",
  reason: "key account",
  until: TODAY + 20,
  by: "Amy",
  day: ago(10),
  ...changes,
});

const HEADERS = ["ID", "Company", "Last contact", "Stage"];
const ACME = ["", "Acme", dateCell(ago(20)), ""];
const BRAVO = ["C-2", "Bravo Ltd", dateCell(ago(20)), ""];
const ORDERS: Rows = [
  ["Customer", "Order date", "Amount", "Status"],
  ["Acme", dateCell(ago(100)), 5_000, "paid"],
  ["Acme", dateCell(ago(800)), 5_000, "paid"],
  ["Bravo Ltd", dateCell(ago(100)), 5_000, "paid"],
  ["Bravo Ltd", dateCell(ago(800)), 5_000, "paid"],
];

const run = (
  overrides: readonly Override[],
  rows: Rows = [ACME, BRAVO],
  more: { asOf?: number; until?: number } = {},
) =>
  classify({
    ...anInput({ customers: [HEADERS, ...rows], orders: ORDERS, ...(more.asOf && { asOf: more.asOf }) }),
    ...(more.until && { until: more.until }),
    overrides,
  });

const tiers = (overrides: readonly Override[], rows?: Rows, more?: { asOf?: number; until?: number }) =>
  run(overrides, rows, more).classified.map(({ classes }) => classes.value.id);

describe("a class set by hand", () => {
  test("stands in the place of the rules' class and says so", () => {
    const [acme, bravo] = run([override()]).classified as [Classified, Classified];
    expect(acme.classes.value).toEqual({
      id: "A",
      because: {
        rule: "override",
        axis: "value",
        reason: "key account",
        until: TODAY + 20,
        by: "Amy",
        would: "D",
      },
    });
    expect(bravo.classes.value.id).toBe("D");
  });

  test.each([
    ["its last day is today", { until: TODAY }, "A"],
    ["its last day was yesterday", { until: ago(1) }, "D"],
    ["its last day is tomorrow", { until: TODAY + 1 }, "A"],
    ["it has no end", { until: null }, "A"],
    ["it was set today", { day: TODAY }, "A"],
    ["it was set after the day that is looked at", { day: TODAY + 1 }, "D"],
  ])("counts or not where %s", (_, changes, tier) => {
    expect(tiers([override(changes)])[0]).toBe(tier);
  });

  test("of two on one axis the later one counts, and one that has run out does not hide an older one", () => {
    expect(tiers([override({ class: "B" }), override({ class: "C" })])[0]).toBe("C");
    expect(tiers([override({ class: "B" }), override({ class: "C", until: ago(1) })])[0]).toBe("B");
  });

  test("moves cadence, due day and treatments as a class of the rules does", () => {
    const due = (overrides: Override[]) => {
      const [{ urgency, treatments }] = run(overrides).classified as [Classified];
      return [urgency.due! - ago(20), urgency.rule, treatments.includes("value.A"), treatments.includes("value.D")];
    };
    expect(due([])).toEqual([90, 8, false, true]);
    expect(due([override()])).toEqual([14, 8, true, false]);
    expect(due([override({ axis: "stage", class: "0" })])).toEqual([180, 7, false, true]);
  });

  test("is known again by the number or the name", () => {
    const bravo = override({ stem: "id:c-2", name: called("bravo ltd", "bravo") });
    for (const [name, rows, expected] of [
      ["the sheet was sorted", [BRAVO, ACME], ["A", "D"]],
      ["he has got another number", [["C-9", "Bravo Ltd", "", ""], ACME], ["A", "D"]],
      ["his number was taken off", [["", "Bravo Ltd", "", ""], ACME], ["A", "D"]],
      ["the legal form was dropped", [["C-2", "Bravo", "", ""], ACME], ["A", "D"]],
      ["his name was corrected", [["C-2", "Bravo France Ltd", "", ""], ACME], ["A", "D"]],
      ["his name was taken off", [["C-2", "", "", ""], ACME], ["A", "D"]],
      ["he is gone, and one of another form is there", [["C-9", "Bravo GmbH", "", ""], ACME], ["D", "D"]],
      [
        "his number has another name, and another number his without the form",
        [
          ["C-2", "Nova", "", ""],
          ["C-3", "Bravo", "", ""],
        ],
        ["unrated", "D"],
      ],
      [
        "another has his number, and he a new one",
        [
          ["C-2", "Nova", "", ""],
          ["C-3", "Bravo Ltd", "", ""],
        ],
        ["unrated", "A"],
      ],
      [
        "two new numbers have his name",
        [
          ["C-7", "Bravo Ltd", "", ""],
          ["C-8", "Bravo Ltd", "", ""],
        ],
        ["unrated", "unrated"],
      ],
      ["he has two rows", [BRAVO, BRAVO], ["A", "A"]],
    ] as const) {
      expect(tiers([bravo], rows), name).toEqual(expected);
    }
  });

  /** The tiers after the class A was set on the first row, and the rows became others. */
  const moved = (before: Rows, after: Rows) => {
    const customers = run([], before).classified.map(({ customer }) => customer);
    return run([override({ ...linesOf(customers)[0]! })], after).classified.map(
      ({ classes }) => classes.value.id === "A",
    );
  };
  const row = (id: string, name: string) => [id, name, "", ""];

  test.each<[string, Rows, Rows, boolean[]]>([
    ["his row was deleted", [row("", "Acme GmbH"), row("", "Acme Ltd")], [row("", "Acme Ltd")], [false]],
    ["his row was deleted, and the other came later", [row("", "Acme GmbH")], [row("", "Acme Ltd")], [false]],
    [
      "his row with a number was deleted",
      [row("C1", "Acme GmbH"), row("C2", "Acme Ltd")],
      [row("C2", "Acme Ltd")],
      [false],
    ],
    [
      "their numbers were swapped",
      [row("C1", "Acme GmbH"), row("C2", "Acme Ltd")],
      [row("C2", "Acme GmbH"), row("C1", "Acme Ltd")],
      [true, false],
    ],
    [
      "of two with the very same name his row was deleted",
      [row("C1", "Acme"), row("C2", "Acme")],
      [row("C2", "Acme")],
      [false],
    ],
    [
      "his name was corrected under his number",
      [row("C3", "Bravo SARL"), row("C4", "Nova")],
      [row("C3", "Bravo France SARL"), row("C4", "Nova")],
      [true, false],
    ],
    [
      "his row was deleted and the rows were numbered anew",
      [row("C1", "Bravo SARL"), row("C2", "Nova")],
      [row("C1", "Nova")],
      [false],
    ],
    ["he got his legal form and no number", [row("", "Acme"), row("", "Nova")], [row("", "Acme GmbH")], [true]],
  ])("moves to no other company where %s", (_, before, after, expected) => {
    expect(moved(before, after)).toEqual(expected);
  });

  test.each([
    ["his number", "c-2", true],
    ["his name", "BRAVO Ltd.", true],
    ["his name without the form", "Bravo", true],
    ["a company of another form", "Bravo GmbH", false],
    ["another number", "C-3", false],
    ["another name", "Nova", false],
  ])("is found or not by %s alone", (_, text, found) => {
    const his = override({ stem: "id:c-2", name: called("bravo ltd", "bravo") });
    expect(overridesNamed([his, override()])(text)).toEqual(found ? [his] : []);
  });

  test("is not found by a name that two have", () => {
    const customers = run([], [row("C1", "Acme"), row("C2", "Acme")]).classified.map(({ customer }) => customer);
    const both = linesOf(customers).map((line) => override({ ...line }));
    expect(overridesNamed(both)("Acme")).toEqual([]);
    expect(overridesNamed(both)("C2")).toEqual([both[1]]);
  });

  test("keeps what a new customer needs first in front", () => {
    const orders = [...ORDERS, ["Nova", dateCell(ago(100)), 5_000, "paid"]];
    const nova = (overrides: Override[]) =>
      classify({ ...anInput({ customers: [HEADERS, row("", "Nova")], orders }), overrides }).classified[0]!;
    const set = override({ stem: "name:nova", name: called("nova"), class: "A" });
    const lost = override({ stem: "name:nova", name: called("nova"), axis: "relation", class: "mature" });
    expect(nova([set]).classes.value).toMatchObject({ id: "A", because: { rule: "override", provisional: true } });
    expect(nova([set, lost]).treatments).toContain("relation.new");
  });

  test.each([
    ["value", "A", true],
    ["value", "unrated", false],
    ["value", "E", false],
    ["value", "toString", false],
    ["stage", "4", true],
    ["colour", "A", false],
  ])("on the axis %s the class %s can be set: %s", (axis, id, can) => {
    expect(isClass(axis, id)).toBe(can);
  });
});

describe("what a person is told", () => {
  const told = (overrides: readonly Override[], rows?: Rows) =>
    run(overrides, rows)
      .findings.filter(({ kind }) => kind.startsWith("override"))
      .map(({ kind, row, text, axis, was, now, count }) => [kind, row, text, axis, was, now, count]);

  test.each([
    ["one in force", [override({ until: TODAY })], []],
    [
      "one that ran out yesterday",
      [override({ until: ago(1) })],
      [["override_expired", 1, "Acme", "value", "A", "D", 1]],
    ],
    ["one that ran out, with a newer one in force", [override({ until: ago(5) }), override()], []],
    [
      "one whose customer is gone",
      [override({ stem: "id:c-5", name: called("nova") })],
      [["override_lost", 0, "c-5", "value", "A", undefined, undefined]],
    ],
    [
      "one whose nameless customer is gone",
      [override({ stem: "id:c-5", name: "" })],
      [["override_lost", 0, "c-5", "value", "A", undefined, undefined]],
    ],
  ])("of %s", (_, overrides, expected) => {
    expect(told(overrides)).toEqual(expected);
  });

  test("an override, its end and its removal make another fingerprint; nothing else does", () => {
    const prints = [[], [override()], [override({ until: null })], [override({ reason: "else" })]].map(
      (overrides) => run(overrides).fingerprint,
    );
    expect(new Set(prints).size).toBe(4);
    expect(run([override()], [BRAVO, ACME]).fingerprint).toBe(prints[1]);
  });

  test("a replay of an earlier day leaves out what was set since", () => {
    expect(tiers([override()], undefined, { asOf: ago(11) })[0]).toBe("D");
    expect(tiers([override()], undefined, { until: ago(11) })[0]).toBe("D");
    expect(tiers([override()], undefined, { until: ago(10) })[0]).toBe("A");
  });
});

test("an override changes its own customer on its own axis and nobody else", () => {
  const names = ["Acme", "Bravo", "Casa", "Delta"];
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom("", "1", "2", "3")), { minLength: 1, maxLength: 6 }),
      fc.nat(),
      fc.constantFrom(...AXES),
      fc.nat(),
      fc.integer({ min: -3, max: 3 }),
      (people, n, axis, c, left) => {
        const rows = people.map(([name, id]) => [id && `C-${id}`, name, "", ""]);
        const plain = run([], rows).classified;
        const { customer } = plain[n % plain.length]!;
        const ids = Object.keys(axis.classes).filter((id) => id !== "unrated");
        const id = ids[c % ids.length]!;
        const customers = plain.map((one) => one.customer);
        const set = override({
          ...linesOf(customers)[n % plain.length]!,
          axis: axis.id,
          class: id,
          until: TODAY + left,
        });
        const now = run([set], rows).classified;
        const isHis = (one: Classified) =>
          one.customer.key.split("#")[0] === set.stem &&
          companyOf(one.customer.name).full === companyOf(customer.name).full;
        now.forEach((one, i) => {
          for (const { id: other } of AXES) {
            const isSet = isHis(one) && other === axis.id && left >= 0;
            expect(one.classes[other].id).toBe(isSet ? id : plain[i]!.classes[other].id);
          }
          if (!isHis(one)) expect(one).toEqual(plain[i]);
        });
      },
    ),
    { numRuns: 200 },
  );
});

test("what is kept comes back; lines that this version does not know, and rubbish, are passed over", () => {
  const good = override({ until: null });
  const kept = [
    keptOf(good),
    keptOf(override({ class: "Z" })),
    keptOf({ ...override(), axis: "mood" as never }),
    [] as never,
    null as never,
  ];
  expect(overridesIn(JSON.parse(JSON.stringify(kept)))).toEqual([good]);
  expect(overridesIn(undefined)).toEqual([]);
  expect(overridesIn("x" as never)).toEqual([]);
});

test.each([
  ["A", "A"],
  ["a", "A"],
  ["A级", "A"],
  ["🟢 A级", "A"],
  ["🟡B类客户", "B"],
  ["[C]", "C"],
  ["Ｄ級", "D"],
  ["grade b", "B"],
  ["Tier C", "C"],
  ["VIP", undefined],
  ["A+", undefined],
  ["AB", undefined],
  ["E", undefined],
  ["★★★", undefined],
  ["", undefined],
])("the team's own grade %s is %s", (text, grade) => {
  expect(gradeOf(text, aPolicy())).toBe(grade);
});

test("a team can list its own words for a grade", () => {
  const policy = aPolicy({ "grade.A": "VIP, 重点客户" });
  expect(["vip", "🟢 重点客户", "A"].map((text) => gradeOf(text, policy))).toEqual(["A", "A", undefined]);
});
