import { describe, expect, test } from "vitest";
import { AXES, type AxisId } from "../src/core/axes";
import type { Cell } from "../src/core/cells/cell";
import type { Classified } from "../src/core/model";
import { defaultPolicy, LABELLED, labelOf, policyFields, policyFrom } from "../src/core/policy/policy";
import { presetChoices, presetLabels } from "../src/core/policy/presets";
import { classify, type Outcome } from "../src/core/reclassify";
import treatments from "../src/core/treatments.table";
import {
  aContact,
  ago,
  anInput,
  aPolicy,
  type Case,
  classIn,
  classifiedIn,
  dateCell,
  factsIn,
  money,
  NO_LEDGER,
  orderAgo,
  ordersAgo,
  TODAY,
} from "./core/makers";

/**
 * The proof that each row of the concept is in the product: its classes and treatments (A), its clocks (R), and what is
 * made of its contradictions (X).
 */
const listed = (letter: string, last: number, width: number) =>
  Array.from({ length: last }, (_, i) => letter + String(i + 1).padStart(width, "0"));
const A_ROWS = listed("A", 94, 3);
const R_ROWS = listed("R", 25, 2);
const X_ROWS = listed("X", 22, 2);

/** What the corridor makes of a customer sheet with one customer, Acme, and of his orders. */
const sheets = (cells: Readonly<Record<string, Cell>>, policy: Readonly<Record<string, unknown>> = {}): Outcome =>
  classify(
    anInput({
      customers: [
        ["Company", ...Object.keys(cells)],
        ["Acme", ...Object.values(cells)],
      ],
      policy,
    }),
  );
const inSheet = (cells: Readonly<Record<string, Cell>>, policy?: Readonly<Record<string, unknown>>): Classified =>
  sheets(cells, policy).classified[0]!;

const rowsOf = (treatment: string): string[] => treatments()[treatment]![2].split(" ");
const labels = (axis: AxisId, id: string) => [
  labelOf(defaultPolicy(), "zh", axis, id),
  labelOf(defaultPolicy(), "en", axis, id),
];

const every = (gap: number, count = 4, last = 0) => ordersAgo(Array.from({ length: count }, (_, i) => last + gap * i));
const marked = (days: number) => ({ customer: { lastContact: ago(days) } });
const asked = (days: number) => aContact({ day: ago(days), direction: "in", inquiry: true });
const HOME = { "home.country": "CN", "home.city": "宁波" };

/** Facts, or cells of a customer sheet. */
type Given = Case | { readonly cells: Readonly<Record<string, Cell>>; readonly policy?: Case["policy"] };
const given = (facts: Given): Classified =>
  "cells" in facts ? inSheet(facts.cells, facts.policy) : classifiedIn(facts);
const word = (header: string, cell: Cell): Given => ({ cells: { Country: "Germany", [header]: cell } });
const country = (name: string): Given => ({ cells: { Country: name } });

/** Rows, what is known of a customer, his class, and what is done for him, where that is not called as the class is. */
const A_PROOFS: [rows: string, facts: Given, place: `${AxisId}.${string}`, treatment?: string][] = [
  ["A001 A018 A085", { orders: every(30) }, "frequency.high"],
  ["A085", { orders: every(92, 4) }, "frequency.high"],
  ["A002 A019", { orders: every(93) }, "frequency.mid"],
  ["A003 A020 A086", { orders: every(183) }, "frequency.low"],
  [
    "A004 A021 A031 A032 A034 A043 A046 A081",
    { orders: every(30, 10).map((order) => ({ ...order, minor: money(100_001) })) },
    "value.A",
  ],
  ["A042 A081", { orders: [orderAgo(5, 1_000_000.01)] }, "value.A"],
  ["A022 A082", { orders: [orderAgo(5, 1_000_000)] }, "value.B"],
  ["A082", { orders: [orderAgo(5, 300_000)] }, "value.B"],
  ["A005 A022 A031 A032 A035 A042 A047 A083", { orders: [orderAgo(5, 299_999.99)] }, "value.C"],
  ["A083", { orders: [orderAgo(5, 100_000)] }, "value.C"],
  ["A006 A023 A036 A048 A084", { orders: [orderAgo(5, 99_999.99)] }, "value.D"],
  ["A036", { orders: [orderAgo(900, 50_000)] }, "value.D"],
  ["A007 A027", { orders: [orderAgo(180, 100)] }, "relation.new"],
  ["A007", { orders: [orderAgo(181, 100)] }, "relation.once"],
  ["A008 A028", { orders: every(60, 3) }, "relation.growing"],
  ["A008 A029 A052", { orders: every(150, 6) }, "relation.mature"],
  ["A030", { orders: every(30, 3, 91) }, "relation.declining"],
  ["A030 A042 A045", { orders: every(30, 3, 731) }, "relation.lost"],
  ["A054", { orders: every(30, 3, 20), customer: { ended: { day: ago(10) } } }, "relation.lost"],
  ["A054", { orders: ordersAgo([5, 900]) }, "relation.won_back"],
  ["A009 A044 A053", {}, "relation.prospect"],
  ["A044 A053", {}, "activity.none"],
  ["A010", word("行业", "制造业"), "industry.manufacturing"],
  ["A011", word("行业", "零售"), "industry.retail"],
  ["A012", word("行业", "酒店"), "industry.service"],
  ["A041", { cells: { Country: "DE", 行业: "照明" }, policy: { "industry.own": "照明" } }, "industry.own"],
  ["A013", word("客户潜力", "高"), "potential.high"],
  ["A014", word("客户潜力", "中"), "potential.mid"],
  ["A015", word("客户潜力", "低"), "potential.low"],
  ["A013 A031 A060", { customer: { stars: "3", expected: money(300_000) } }, "potential.high"],
  ["A060", { customer: { stars: "2" } }, "potential.mid"],
  ["A016 A055", { cells: { Country: "China", City: "宁波" }, policy: HOME }, "locality.local"],
  ["A016 A056", { cells: { Country: "China", City: "上海" }, policy: HOME }, "locality.domestic"],
  ["A016 A057", { cells: { Country: "Germany", City: "Berlin" }, policy: HOME }, "locality.international"],
  // A017 only lists by what one may sort; the treatments are those of these classes.
  ["A017", word("行业", "制造业"), "industry.manufacturing", "—"],
  ["A017", { orders: every(30) }, "frequency.high", "—"],
  ["A017", { orders: [orderAgo(5, 300_000)] }, "value.B", "—"],
  ["A017", { orders: every(100, 12) }, "loyalty.loyal", "—"],
  ["A024", { orders: every(100, 12) }, "loyalty.loyal"],
  ["A025", { orders: every(100, 4) }, "loyalty.potential"],
  ["A026", { customer: { satisfaction: 1 } }, "loyalty.not_loyal"],
  ["A033", { contacts: [asked(90)] }, "engagement.active"],
  ["A033", { contacts: [asked(91)] }, "engagement.quiet"],
  ["A037", { orders: every(30, 3, 90) }, "activity.active"],
  ["A038", { orders: every(30, 3, 91) }, "activity.lapsing"],
  ["A039 A087", { orders: every(30, 3, 366) }, "activity.dormant"],
  ["A040", country("日本"), "region.east_asia"],
  ["A040", country("India"), "region.south_asia"],
  ["A040", country("Brazil"), "region.latin_america"],
  ["A040", country("Russia"), "region.cis"],
  ["A040 A087", country("Australia"), "region.oceania"],
  ["A049 A059", word("展会表现", "积极"), "fair.hot"],
  ["A050 A059", word("展会表现", "一般"), "fair.warm"],
  ["A051 A059", word("展会表现", "冷淡"), "fair.cold"],
  ["A058", word("公司规模", "501-1000"), "size.large"],
  ["A058", word("公司规模", "51-200人"), "size.mid"],
  ["A058", word("公司规模", "小微"), "size.small"],
  ["A061", country("美国"), "region.north_america"],
  ["A061", country("Canada"), "region.north_america"],
  ["A062", country("泰国"), "region.southeast_asia"],
  ["A062", country("Vietnam"), "region.southeast_asia"],
  ["A063", country("沙特"), "region.middle_east"],
  ["A063", country("阿联酋"), "region.middle_east"],
  ["A064", country("Germany"), "region.europe"],
  ["A064", country("法国"), "region.europe"],
  ["A065", country("Nigeria"), "region.africa"],
  ["A065", country("肯尼亚"), "region.africa"],
  ["A066", word("客户类型", "经销商"), "identity.distributor"],
  ["A067", word("客户类型", "OEM"), "identity.OEM"],
  ["A068", word("客户类型", "工程商"), "identity.project"],
  ["A069", word("客户类型", "电商卖家"), "identity.retail"],
  ["A070", word("客户类型", "维修店"), "identity.repair"],
  ["A083", word("客户类型", "批发商"), "identity.wholesale"],
  ["A081", word("客户类型", "大型连锁"), "identity.chain"],
  ["A071", word("客户来源", "广交会"), "source.fair"],
  ["A072", word("客户来源", "LinkedIn"), "source.social"],
  ["A072", word("客户来源", "Facebook"), "source.social"],
  ["A073", word("客户来源", "阿里国际站"), "source.b2b"],
  ["A074", word("客户来源", "官网"), "source.inbound"],
  ["A074", word("客户来源", "朋友推荐"), "source.referral"],
  ["A075", word("客户来源", "广告"), "source.ads"],
  ["A076", { orders: [orderAgo(5, 100)] }, "stage.4"],
  ["A077", word("客户阶段", "已付样品费"), "stage.3"],
  ["A077", { orders: [orderAgo(5, 100, { use: "sample" })] }, "stage.3"],
  ["A078", { contacts: [asked(5), asked(9)] }, "stage.2"],
  ["A078", { contacts: [aContact({ direction: "in", details: true })] }, "stage.2"],
  ["A079", { contacts: [asked(5)] }, "stage.1"],
  ["A080", word("客户阶段", "暂不需要"), "stage.0"],
  ["A088", word("意向产品", "手机壳"), "product.phone_parts"],
  ["A088", word("意向产品", "键盘"), "product.computer_parts"],
  ["A089", word("意向产品", "运动服"), "product.sportswear"],
  ["A089", word("意向产品", "正装"), "product.formalwear"],
  ["A090", { cells: { Country: "DE", 意向产品: "LED-12" }, policy: { "product.own": "LED-12" } }, "product.own"],
  ["A091", marked(7), "followup.fresh"],
  ["A092", marked(31), "followup.month"],
  ["A093", marked(91), "followup.quarter"],
  [
    "A094",
    { ...marked(31), orders: [orderAgo(60, 100, { delivered: ago(30) })] },
    "followup.aftersale",
    "act.aftersale",
  ],
];

describe("each class of the concept, and what to do for it", () => {
  const cases = A_PROOFS.map(([rows, facts, place, treatment = place]) => ({ rows, facts, place, treatment }));
  test.each(cases)("$rows: his class is $place, and he is treated by it", ({ rows, facts, place, treatment }) => {
    const [axis, id] = place.split(".") as [AxisId, string];
    const classified = given(facts);
    expect(classified.classes[axis].id).toBe(id);
    if (treatment === "—") return;
    expect(classified.treatments).toContain(treatment);
    expect(rowsOf(treatment)).toEqual(expect.arrayContaining(rows.split(" ")));
  });

  test("no row is without its proof, and none is proven that the concept does not have", () => {
    const proven = new Set(A_PROOFS.flatMap(([rows]) => rows.split(" ")));
    expect([...proven].sort()).toEqual(A_ROWS);
  });

  test("each row has its treatment, but A017, which only lists by what one may sort", () => {
    const cited = new Set(Object.keys(treatments()).flatMap(rowsOf));
    expect(A_ROWS.filter((row) => !cited.has(row))).toEqual(["A017"]);
    const known = new Set([...A_ROWS, ...R_ROWS, ...X_ROWS, ...listed("C", 45, 2)]);
    expect([...cited].filter((row) => !known.has(row))).toEqual([]);
  });
});

type Proof = readonly [sentence: string, proof: () => void];

/** The due day is so many days from today, by the rule. */
function dueIn(facts: Given, days: number, rule: Classified["urgency"]["rule"]) {
  const { urgency } = given(facts);
  expect([urgency.rule, urgency.due]).toEqual([rule, TODAY + days]);
}

/** What is done for a customer, by the row. */
function does(facts: Given, treatment: string, row: string) {
  expect(given(facts).treatments).toContain(treatment);
  expect(rowsOf(treatment)).toContain(row);
}

const R_PROOFS: Readonly<Record<string, Proof>> = {
  R01: [
    "two days after the fair, the letter",
    () => {
      const met: Given = { customer: { fairDay: ago(1) } };
      dueIn(met, 1, 5);
      expect(given(met).treatments[0]).toBe("act.fair");
      expect(rowsOf("act.fair")).toContain("R01");
    },
  ],
  R02: [
    "who inquired is answered the day after, first of all",
    () => {
      const wrote: Given = { cells: { Country: "DE", "Inquiry date": dateCell(TODAY), 客户来源: "官网" } };
      dueIn(wrote, 1, 3);
      expect(given(wrote).treatments[0]).toBe("act.reply");
      does(wrote, "source.inbound", "R02");
    },
  ],
  R03: [
    "3 stars every week",
    () => {
      const sample: Given = { customer: { stars: "3", lastContact: ago(3) } };
      dueIn(sample, 4, 6);
      does(sample, "stage.3", "R03");
    },
  ],
  R04: [
    "1 star every month",
    () => {
      const simple: Given = { customer: { stars: "1", lastContact: ago(3) } };
      dueIn(simple, 27, 9);
      does(simple, "stage.1", "R04");
    },
  ],
  R05: [
    "0 stars after half a year",
    () => {
      const refused: Given = { customer: { stars: "0", lastContact: ago(3) } };
      dueIn(refused, 177, 7);
      does(refused, "stage.0", "R05");
    },
  ],
  R06: [
    "who was never contacted within a week of his entry; one contacted more than a week ago gets the letter for it",
    () => {
      dueIn({ customer: { created: ago(3) } }, 4, 10);
      does(marked(8), "followup.week", "R06");
    },
  ],
  R07: ["after 30 days the news of the trade", () => does(marked(31), "followup.month", "R07")],
  R08: ["after 90 days the offer", () => does(marked(91), "followup.quarter", "R08")],
  R09: [
    "a month after the goods came, the question",
    () => {
      const buyer: Given = { ...marked(20), orders: [orderAgo(60, 100, { delivered: ago(25) })] };
      dueIn(buyer, 5, "aftersale");
      does(buyer, "act.aftersale", "R09");
    },
  ],
  R10: [
    "a B customer is visited every quarter",
    () => {
      const visit = aContact({ day: ago(80), visit: true });
      const visited: Given = { orders: [orderAgo(20, 300_000)], contacts: [visit, aContact({ day: ago(1) })] };
      dueIn(visited, 10, "visit");
      does(visited, "act.visit", "R10");
      expect(given({ ...visited, orders: [orderAgo(20, 299_999)] }).urgency.rule).toBe(8);
    },
  ],
  R11: [
    "a C customer has his fixed rhythm",
    () => {
      const base: Given = { ...marked(1), orders: [orderAgo(20, 100_000)] };
      dueIn(base, 59, 8);
      does(base, "value.C", "R11");
    },
  ],
  R12: [
    "an OEM hears of custom samples in 7 days",
    () => {
      does(word("客户类型", "OEM"), "identity.OEM", "R12");
      for (const said of treatments()["identity.OEM"]!.slice(0, 2)) expect(said).toContain("7");
    },
  ],
  R13: [
    "half a year and a year are the limits of seldom and of asleep",
    () => {
      does({ orders: every(183) }, "frequency.low", "R13");
      expect(classIn("frequency", { orders: every(182) }).id).toBe("mid");
      does({ orders: every(30, 3, 366) }, "activity.dormant", "R13");
      expect(classIn("activity", { orders: every(30, 3, 365) }).id).toBe("lapsing");
    },
  ],
  R14: [
    "a month to a quarter between purchases is often",
    () => {
      does({ orders: every(92) }, "frequency.high", "R14");
      expect(classIn("frequency", { orders: every(93) }).id).toBe("mid");
    },
  ],
  R15: [
    "who is in the Middle East is planned for before Ramadan",
    () => {
      does(country("Saudi Arabia"), "region.middle_east", "R15");
      expect(treatments()["region.middle_east"]!.slice(0, 2).join()).toMatch(/斋月.*Ramadan/);
    },
  ],
  R16: [
    "a month later the classes are new, though nobody typed anything",
    () => {
      const buyer: Case = { ...marked(1), orders: every(30, 3, 70) };
      const later = classifiedIn({ ...buyer, asOf: TODAY + 30 });
      expect([classIn("activity", buyer).id, classIn("followup", buyer).id]).toEqual(["active", "fresh"]);
      expect([later.classes.activity.id, later.classes.followup.id]).toEqual(["lapsing", "month"]);
    },
  ],
  R17: [
    "a mark of satisfaction moves the loyalty, and who wavers is called more often",
    () => {
      const buyer = { orders: every(100, 4) };
      expect(classIn("loyalty", { ...buyer, customer: { satisfaction: 0 } }).id).toBe("potential");
      expect(classIn("loyalty", { ...buyer, customer: { satisfaction: 5 } }).id).toBe("loyal");
      does(buyer, "loyalty.potential", "R17");
    },
  ],
  R18: [
    "a holiday or a birthday is a next date: he is due on that very day (there is no calendar of holidays yet)",
    () => {
      dueIn({ customer: { stars: "3", lastContact: ago(1), nextDate: TODAY + 40 } }, 40, 4);
      expect(classifiedIn({ customer: { lastContact: ago(1), nextDate: TODAY + 40 } }).urgency.level).toBe("on_track");
    },
  ],
  R19: [
    "whoever was half interested at the fair is called after it",
    () => {
      const met: Given = { cells: { Country: "DE", 展会日期: dateCell(ago(1)), 展会表现: "一般" } };
      expect(given(met).treatments.slice(0, 2)).toEqual(["act.fair", "fair.warm"]);
      expect(rowsOf("fair.warm")).toContain("R19");
    },
  ],
  R20: [
    "a complaint is answered the day after, and nothing is sold meanwhile",
    () => {
      const angry: Given = { ...marked(1), orders: every(30) };
      const case_ = { ...angry, customer: { lastContact: ago(1), complaint: { day: TODAY } } };
      dueIn(case_, 1, 2);
      expect(given(case_).treatments).toEqual(["act.complaint"]);
      expect(rowsOf("act.complaint")).toContain("R20");
    },
  ],
  R21: [
    "data are looked through at each run: what is twice there or cannot be read is listed",
    () => {
      const { findings } = classify(
        anInput({
          customers: [
            ["Company", "Country", "Last contact"],
            ["Acme GmbH", "Germany", "soon"],
            ["ACME GmbH", "Germany", ""],
          ],
        }),
      );
      expect(findings.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["unreadable", "duplicate"]));
    },
  ],
  R22: [
    "who bought, and not of late, gets a short offer",
    () => does({ orders: every(30, 3, 91) }, "activity.lapsing", "R22"),
  ],
  R23: [
    "everybody who can be counted from has his day; who does not answer is tried another way",
    () => {
      for (const customer of [{ lastContact: ago(5) }, { inquiry: ago(5) }, { created: ago(5) }])
        expect(classifiedIn({ customer }).urgency.due).toBeDefined();
      does({ contacts: [aContact()], ledger: { ...NO_LEDGER, log: true } }, "engagement.quiet", "R23");
    },
  ],
  R24: ["an offer of an advertisement has its end", () => does(word("客户来源", "广告"), "source.ads", "R24")],
  R25: ["a loyal customer has a price of his own", () => does({ orders: every(100, 12) }, "loyalty.loyal", "R25")],
};

const classes = (facts: Given) =>
  Object.fromEntries(Object.entries(given(facts).classes).map(([axis, { id }]) => [axis, id])) as Record<
    AxisId,
    string
  >;

/** Axes on which two customers differ. */
const differing = (one: Given, other: Given): string[] => {
  const [a, b] = [classes(one), classes(other)];
  return AXES.map(({ id }) => id).filter((id) => a[id] !== b[id]);
};

const X_PROOFS: Readonly<Record<string, Proof>> = {
  X01: [
    "潜在 is three classes of three axes, with three letters, and never stands alone",
    () => {
      const never = given({});
      const before = given({ orders: every(30, 3, 100) });
      const fair = given(word("展会表现", "潜在"));
      expect([never, before, fair].map(({ classes: of }) => [of.relation.id, of.activity.id, of.fair.id])).toEqual([
        ["prospect", "none", "unrated"],
        ["declining", "lapsing", "unrated"],
        ["unrated", "unrated", "warm"],
      ]);
      expect(never.treatments).not.toContain("activity.lapsing");
      expect(before.treatments).not.toContain("relation.prospect");
      for (const { classes: of } of LABELLED)
        for (const { zh } of Object.values(of)) expect(["潜在", "潜在客户"]).not.toContain(zh);
      // (d) and (e): the middle of the grades is a tier.
      expect(classIn("value", { orders: [orderAgo(5, 100_000)] }).id).toBe("C");
    },
  ],
  X02: [
    "asleep is by orders; not answering and cool at the fair are two other things",
    () => {
      const asleep: Case = { orders: every(30, 3, 366) };
      const wrote = { ...asleep, contacts: [asked(1)] };
      expect([classes(wrote).activity, classes(wrote).engagement, classes(wrote).fair]).toEqual([
        "dormant",
        "active",
        "unrated",
      ]);
      expect(classes({ ...wrote, contacts: [asked(91)] })).toMatchObject({ activity: "dormant", engagement: "quiet" });
      expect(classes(word("展会表现", "沉睡"))).toMatchObject({ fair: "cold", activity: "unrated" });
    },
  ],
  X03: [
    "active is by orders; answering and keen at the fair are two other things",
    () => {
      const keen = classes(word("展会表现", "活跃"));
      expect(keen).toMatchObject({ fair: "hot", activity: "unrated", engagement: "unrated" });
      expect(classes({ contacts: [asked(1)] })).toMatchObject({ activity: "none", engagement: "active" });
      expect(classes({ orders: every(30) })).toMatchObject({ activity: "active", engagement: "unrated" });
      expect(
        new Set([labels("activity", "active"), labels("fair", "hot"), labels("engagement", "active")].flat()).size,
      ).toBe(6);
    },
  ],
  X04: [
    "one tier, by a year's purchases; paying late or ordering unsteadily costs one step; 高/中/低 is a view of it",
    () => {
      const paid = (late: number) =>
        every(60).map((order) => ({ ...order, minor: money(300_000), due: order.day!, paid: order.day! + late }));
      expect(classIn("value", { orders: paid(0) }).id).toBe("A");
      const late = every(60, 6, 60).map((order) => ({
        ...order,
        minor: money(300_000),
        due: order.day!,
        paid: order.day! + 11,
      }));
      expect(classIn("value", { orders: late })).toMatchObject({ id: "B", because: { heldBack: "punctual" } });
      expect(
        classIn("value", { orders: every(183, 3, 70).map((order) => ({ ...order, minor: money(900_000) })) }),
      ).toMatchObject({ id: "B", because: { heldBack: "steady" } });
      expect(classes({ orders: every(30) })).toMatchObject({ frequency: "high", value: "D" });
      const view = presetLabels("trade", "zh");
      expect(["A", "B", "C", "D"].map((tier) => view[`label.value.${tier}`])).toEqual([
        "高价值 A",
        "高价值 B",
        "中等价值",
        "低价值",
      ]);
    },
  ],
  X05: [
    "中等价值 and 中价值 are one tier, and what the team calls him does not move it",
    () => {
      const words = presetChoices().map(({ id }) => presetLabels(id, "zh")["label.value.C"]);
      expect(words).toEqual(expect.arrayContaining(["中等价值", "中价值"]));
      const buyer = (grade: string): Case => ({ customer: { grade }, orders: [orderAgo(5, 100_000)] });
      for (const grade of ["中等价值", "中价值", "一般客户", "A"]) expect(classIn("value", buyer(grade)).id).toBe("C");
      for (const name of ["中等价值", "中价值", "一般客户"])
        expect(classIn("value", { ...buyer(""), policy: { "label.value.C": name } }).id).toBe("C");
    },
  ],
  X06: [
    "the tier is by what he buys, not by profit, in a currency that the policy names",
    () => {
      const bought = (currency: string, policy: Readonly<Record<string, unknown>>) =>
        classify(
          anInput({
            customers: [
              ["Company", "Country"],
              ["Acme", "Germany"],
            ],
            orders: [
              ["Customer", "Order date", "Amount", "Currency", "Profit"],
              ["Old", dateCell(ago(4000)), 1, currency, 1],
              ["Acme", dateCell(ago(5)), 200_000, currency, 5_000_000],
            ],
            policy,
          }),
        ).classified[0]!.classes.value;
      expect(policyFields().byKey.get("currency.base")?.basic).toBe(true);
      expect(bought("USD", {})).toMatchObject({ id: "C", because: { minor: money(200_000) } });
      expect(bought("EUR", { "rate.EUR": 2 })).toMatchObject({ id: "B", because: { minor: money(400_000) } });
      expect(bought("EUR", {})).toMatchObject({ id: "unrated", because: { missing: 1 } });
      expect(bought("CNY", { "currency.base": "CNY" }).id).toBe("C");
    },
  ],
  X07: [
    "an edge belongs to one tier, and a fall waits 60 days",
    () => {
      const tier = (units: number) => classIn("value", { orders: [orderAgo(5, units)] }).id;
      expect([1_000_000.01, 1_000_000, 300_000, 299_999.99, 100_000, 99_999.99].map(tier)).toEqual([..."ABBCCD"]);
      expect([424, 425].map((days) => classIn("value", { orders: [orderAgo(days, 300_000)] }).id)).toEqual(["B", "D"]);
    },
  ],
  X08: [
    "every gap has its class, one order has its own, and silence moves to the activity",
    () => {
      const frequency = (orders: Case["orders"]) => classIn("frequency", { orders }).id;
      expect([92, 93, 120, 182, 183].map((gap) => frequency(every(gap)))).toEqual(["high", "mid", "mid", "mid", "low"]);
      expect([frequency([orderAgo(5, 1)]), frequency([])]).toEqual(["single", "none"]);
      expect(classes({ orders: every(30, 5, 400) })).toMatchObject({ frequency: "high", activity: "dormant" });
    },
  ],
  X09: [
    "新客户 in a source column is asked about, and is no source",
    () => {
      const { classified, questions } = sheets({ Country: "DE", 客户来源: "新客户" });
      expect(classified[0]!.classes.source.id).toBe("unrated");
      expect(questions).toMatchObject([{ field: "source", ask: "relation", example: "新客户", cells: 1 }]);
    },
  ],
  X10: [
    "new is exactly one purchase, at most 180 days old",
    () => {
      const is = (orders: Case["orders"]) => classIn("relation", { orders }).id;
      expect([is([]), is(ordersAgo([180])), is(ordersAgo([181])), is(ordersAgo([5, 180]))]).toEqual([
        "prospect",
        "new",
        "once",
        "growing",
      ]);
    },
  ],
  X11: [
    "lost is a word with its day, or a silence of more than two years and four times his rhythm",
    () => {
      const is = (given: Case) => classIn("relation", given).id;
      expect([is({ orders: every(50, 3, 730) }), is({ orders: every(50, 3, 731) })]).toEqual(["declining", "lost"]);
      expect([is({ orders: every(200, 3, 800) }), is({ orders: every(200, 3, 801) })]).toEqual(["declining", "lost"]);
      const left = { orders: every(50, 3, 10), customer: { ended: { day: ago(9) } } };
      expect(is(left)).toBe("lost");
      expect(is({ ...left, customer: { ended: { day: ago(11) } } })).toBe("growing");
      expect(classes({ orders: every(50, 3, 500) })).toMatchObject({ activity: "dormant", relation: "declining" });
    },
  ],
  X12: [
    "old, existing, growing and mature customers and 4 stars are one relation, called differently",
    () => {
      const buyers: Case[] = [{ orders: ordersAgo([5]) }, { orders: every(60, 3) }, { orders: every(150, 6) }];
      expect(buyers.map((one) => [classes(one).relation, classes(one).stage])).toEqual([
        ["new", "4"],
        ["growing", "4"],
        ["mature", "4"],
      ]);
      const named = (view: string) => presetLabels(view, "zh")["label.relation.mature"];
      expect([named("trade"), named("grades"), named("fair")]).toEqual([
        "老客户·成熟期",
        "成熟期客户",
        "现有客户·成熟期",
      ]);
      const policy = presetLabels("fair", "zh");
      expect(buyers.map((one) => classIn("relation", { ...one, policy }).id)).toEqual(["new", "growing", "mature"]);
    },
  ],
  X13: [
    "what he could buy, how far he is and what he buys are three axes",
    () => {
      const buyer: Case = {
        orders: [orderAgo(5, 300_000)],
        customer: { potential: { text: "低", ids: ["low"] } },
      };
      expect(classes(buyer)).toMatchObject({ value: "B", stage: "4", potential: "low", loyalty: "unrated" });
      expect(classes({ customer: { stars: "2", expected: money(300_000) } })).toMatchObject({
        value: "unrated",
        stage: "2",
        potential: "high",
      });
    },
  ],
  X14: [
    "loyalty is by what the sheet shows, and says so where it shows too little",
    () => {
      expect(classIn("loyalty", { orders: every(30, 2) }).id).toBe("unrated");
      expect(labels("loyalty", "unrated")[0]).toBe("数据不足");
      const loyal: Case = { orders: every(100, 12) };
      expect(classIn("loyalty", loyal)).toMatchObject({ id: "loyal", because: { steady: true, points: 100 } });
      expect(classIn("loyalty", { ...loyal, customer: { complaint: {}, satisfaction: 4 } }).id).toBe("potential");
      expect(classes({ orders: every(30, 2) }).frequency).toBe("mid");
    },
  ],
  X15: [
    "every country has its region, and near or far is by the team's own country and city",
    () => {
      const regions = ["Brazil", "India", "Kazakhstan", "Japan", "Australia", "Turkey", "Ukraine", "Mexico"].map(
        (name) => classes(country(name)).region,
      );
      expect(regions).toEqual([
        ...["latin_america", "south_asia", "cis", "east_asia", "oceania"],
        ...["middle_east", "europe", "latin_america"],
      ]);
      expect(
        inSheet({ Country: "China", City: "Ningbo" }, { ...HOME, "home.city": "Ningbo" }).classes.locality.id,
      ).toBe("local");
      expect(inSheet({ Country: "China", City: "Ningbo" }).classes.locality.id).toBe("unrated");
      expect(inSheet({ Country: "China", City: "Ningbo" }).classes.region.id).toBe("east_asia");
    },
  ],
  X16: [
    "retail is a trade, a type of customer, or a small tier, and none says the other",
    () => {
      expect(classes(word("行业", "零售"))).toMatchObject({
        industry: "retail",
        identity: "unrated",
        value: "unrated",
      });
      expect(classes(word("客户类型", "零售商"))).toMatchObject({
        industry: "unrated",
        identity: "retail",
        value: "unrated",
      });
      const shop: Case = {
        orders: [orderAgo(5, 2_000_000)],
        customer: { identity: { text: "零售", ids: ["retail"] } },
      };
      expect(classes(shop)).toMatchObject({ identity: "retail", value: "A" });
    },
  ],
  X17: [
    "a low tier is served cheaply and refusal is asked again; nobody is ever given up by the program",
    () => {
      const small = given({ ...marked(1), orders: [orderAgo(5, 100)] });
      expect([small.treatments.includes("value.D"), small.urgency.due]).toEqual([true, TODAY + 89]);
      const refused = given({ customer: { stars: "0", lastContact: ago(1) } });
      expect([refused.treatments[0], refused.urgency.due]).toEqual(["stage.0", TODAY + 179]);
      for (const [zh, en] of Object.values(treatments())) expect(zh + en).not.toMatch(/放弃|give (him )?up|abandon/i);
      const ids = AXES.flatMap(({ id, classes: of }) => Object.keys(of).map((one) => `${id}.${one}`));
      expect(ids.filter((id) => /abandon|given_up|dropped/.test(id))).toEqual([]);
    },
  ],
  X18: [
    "how urgent he is goes by his own cadence, and 7, 30 and 90 days choose the letter only",
    () => {
      const silent = (stars: "0" | "3", days: number) => given({ customer: { stars, lastContact: ago(days) } });
      const [refused, sampled] = [silent("0", 91), silent("3", 20)];
      expect([refused.urgency.level, refused.classes.followup.id]).toEqual(["on_track", "quarter"]);
      expect([sampled.urgency.level, sampled.classes.followup.id]).toEqual(["overdue", "week"]);
    },
  ],
  X19: [
    "0–7, 8–30, 31–90 and more days are four letters, and the first is due by day 7",
    () => {
      expect([0, 7, 8, 30, 31, 90, 91].map((days) => classIn("followup", marked(days)).id)).toEqual([
        ...["fresh", "fresh", "week", "week", "month", "month", "quarter"],
      ]);
      dueIn({ customer: { created: TODAY } }, 7, 10);
    },
  ],
  X20: [
    "what is done for him is the union over his axes, and nothing twice",
    () => {
      const best = given({
        ...marked(5),
        orders: every(30, 30).map((order) => ({ ...order, minor: money(100_001) })),
        customer: { lastContact: ago(5), industry: { text: "制造", ids: ["manufacturing"] } },
      });
      const wanted = ["value.A", "industry.manufacturing", "relation.mature", "loyalty.loyal"];
      expect(best.treatments).toEqual(expect.arrayContaining(wanted));
      const fresh = given({ orders: [orderAgo(5, 100)], customer: { fairDay: ago(1), fairMark: "hot" } });
      expect(fresh.treatments.slice(0, 3)).toEqual(["act.fair", "fair.hot", "relation.new"]);
      for (const { treatments: all } of [best, fresh]) expect(new Set(all).size).toBe(all.length);
    },
  ],
  X21: [
    "a mail to many and a mere new date are no contacts; a word of his or of ours is",
    () => {
      const last = (more: Parameters<typeof aContact>[0]) =>
        factsIn({ customer: { lastContact: ago(50) }, contacts: [aContact({ day: ago(2), ...more })] }).contact.last;
      expect(last({ bulk: true })).toBe(ago(50));
      expect(last({ direction: "none" })).toBe(ago(50));
      expect(last({ direction: "out" })).toBe(ago(2));
      expect(last({ direction: "in" })).toBe(ago(2));
    },
  ],
  X22: [
    "no axis leads the others: each follows its own facts, and a view chooses what is shown",
    () => {
      const base: Case = {
        customer: { country: { iso: "DE", byCity: false }, sources: ["b2b"], identity: { text: "x", ids: ["brand"] } },
      };
      const abroad = { ...base, customer: { ...base.customer, country: { iso: "US", byCity: false } } };
      expect(differing(base, abroad)).toEqual(["region"]);
      expect(differing(base, { ...base, orders: [orderAgo(5, 300_000)] })).toEqual([
        ...["value", "stage", "relation", "frequency", "activity"],
      ]);
      expect(differing(base, { ...base, contacts: [aContact()] })).toEqual(["engagement", "followup"]);
      for (const { id, axes } of presetChoices()) {
        expect(axes.length).toBeGreaterThan(0);
        const { policy, problems } = policyFrom(presetLabels(id, "en"));
        expect([id, problems]).toEqual([id, []]);
        const viewed = { ...base, orders: every(30), policy: presetLabels(id, "en") };
        expect(policy).toEqual(aPolicy(viewed.policy));
        expect(differing({ ...base, orders: every(30) }, viewed)).toEqual([]);
      }
    },
  ],
};

const proven = (proofs: Readonly<Record<string, Proof>>) =>
  Object.entries(proofs).map(([row, [sentence, proof]]) => [row, sentence, proof] as const);

describe("each clock of the concept", () => {
  test.each(proven(R_PROOFS))("%s: %s", (_row, _sentence, proof) => {
    expect.hasAssertions();
    proof();
  });
  test("no row is without its proof", () => {
    expect(Object.keys(R_PROOFS)).toEqual(R_ROWS);
  });
});

describe("each contradiction of the concept, and what is made of it", () => {
  test.each(proven(X_PROOFS))("%s: %s", (_row, _sentence, proof) => {
    expect.hasAssertions();
    proof();
  });
  test("no row is without its proof", () => {
    expect(Object.keys(X_PROOFS)).toEqual(X_ROWS);
  });
});
