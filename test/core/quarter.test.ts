import { beforeAll, describe, expect, test } from "vitest";
import type { Cell } from "../../src/core/cells/cell";
import { readDays } from "../../src/core/cells/date";
import type { Day } from "../../src/core/day";
import type { Classified, Customer, Level, Rule } from "../../src/core/model";
import { classify } from "../../src/core/reclassify";
import { type FieldId, findLayout, type Layout, type Table as TableId } from "../../src/core/tables/headers";
import { type Entry, GROUPS, ownerKey, type Today, todayOf } from "../../src/core/today";
import { type CalendarDate, serialOf } from "../../workbench/sample/cells";
import { CONTACT_SHEET } from "../../workbench/sample/contacts";
import { type Random, randomFrom } from "../../workbench/sample/random";
import { CUSTOMER_SHEET, ORDER_SHEET } from "../../workbench/sample/sheets";
import { makeSample } from "../../workbench/sample/workbook";
import { anInput, dateCell } from "./makers";

/**
 * The sample's team day by day: every morning the sheets are read, each owner gets his list and presses a button for
 * every customer on it; meanwhile orders, letters, inquiries and complaints come in.
 */
const START: CalendarDate = { year: 2025, month: 10, date: 1 };

type Press = "contacted" | "replied" | "later";

interface Morning {
  readonly day: Day;
  readonly classified: readonly Classified[];
  readonly today: Today;
  /** What was pressed for each row of the list, by key. */
  readonly pressed: ReadonlyMap<string, Press>;
  /** Keys of those to whom anything else happened before the next morning. */
  readonly touched: ReadonlySet<string>;
  /** The list after the last press, and the morning's from sheets that were sorted anew; every third day. */
  readonly evening?: Today;
  readonly resorted?: Today;
}

const LOG_HEADER = ["日期", "客户编号", "客户名称", "方向", "方式", "下次跟进"];
const SAID: Readonly<Record<Press, string>> = { contacted: "发出", replied: "收到", later: "推迟" };

interface Table {
  readonly rows: Cell[][];
  readonly layout: Layout;
}

function table(kind: TableId, rows: Cell[][]): Table {
  return { rows, layout: findLayout(rows, kind)! };
}

function sampleTable(kind: TableId, name: string): Table {
  const sheet = makeSample(START).sheets.find((each) => each.name === name)!;
  return table(
    kind,
    sheet.cells.map((row) => row.map((cell) => (typeof cell === "object" && "formula" in cell ? "" : cell))),
  );
}

const columnOf = ({ layout }: Table, field: FieldId): number => layout.columns[field]!.index;

/** Writes a row below the others. */
function add(to: Table, cells: Readonly<Partial<Record<FieldId, Cell>>>): Cell[] {
  const row = Array<Cell>(to.rows[to.layout.headerRow]!.length).fill("");
  for (const [field, cell] of Object.entries(cells)) row[columnOf(to, field as FieldId)] = cell;
  to.rows.push(row);
  return row;
}

/** Rows below the header in another order; those of one day keep theirs in a log, as it says who wrote last. */
function sortedAnew(random: Random, { rows, layout }: Table, day?: number): Table {
  const head = rows.slice(0, layout.headerRow + 1);
  const body = rows.slice(layout.headerRow + 1);
  const order = body.map((_, i) => i);
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.int(0, i);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  if (day === undefined) return { rows: [...head, ...order.map((i) => body[i]!)], layout };
  const { asOf, dayOfInstant, answers } = anInput();
  const days = readDays(
    body.map((row) => row[day]!),
    { asOf, dayOfInstant, answers },
  ).map((reading) => (reading.as === "read" ? reading.value : undefined));
  const left = new Map<Day | undefined, Cell[][]>();
  for (const [i, row] of body.entries()) left.set(days[i], [...(left.get(days[i]) ?? []), row]);
  return { rows: [...head, ...order.map((i) => left.get(days[i])!.shift()!)], layout };
}

/** So many days, with lists of at most `max` customers an owner. */
function quarter(days: number, max: number): Morning[] {
  const world = randomFrom(7);
  const sorting = randomFrom(11);
  const customers = sampleTable("customers", CUSTOMER_SHEET);
  const orders = sampleTable("orders", ORDER_SHEET);
  const contacts = sampleTable("contacts", CONTACT_SHEET);
  const log = table("contacts", [[...LOG_HEADER]]);
  const complaint = columnOf(customers, "complaint");
  const hold = columnOf(customers, "hold");
  const delivered = columnOf(orders, "order.delivered");
  const coming: { on: Day; row: Cell[] }[] = [];
  /** Rows whose complaint was answered, and when. */
  const answered = new Map<Customer, Day>();
  const mornings: Morning[] = [];
  const first = serialOf(START);

  for (let day = first; day < first + days; day++) {
    const read = (sheets: { customers: Table; orders: Table; contacts: Table; log: Table }) => {
      const input = { ...anInput({ policy: { "today.max": max }, asOf: day }), ...sheets };
      const { classified } = classify(input);
      return { classified, today: todayOf(classified, input.policy, day) };
    };
    const { classified, today } = read({ customers, orders, contacts, log });
    const looked = (day - first) % 3 === 0;
    const resorted = looked
      ? read({
          customers: sortedAnew(sorting, customers),
          orders: sortedAnew(sorting, orders),
          contacts: sortedAnew(sorting, contacts, columnOf(contacts, "contact.day")),
          log: sortedAnew(sorting, log, columnOf(log, "contact.day")),
        }).today
      : undefined;

    const pressed = new Map<string, Press>();
    const done = new Set<string | undefined>();
    for (const { one, group } of today.list) {
      const { id, name, key, company } = one.customer;
      // What is logged for one row of a customer stands for his other rows, too.
      if (done.has(company?.full)) continue;
      done.add(company?.full);
      const roll = world.next();
      // "Later" is not offered where an answer is owed.
      const owed = group === "complaint" || group === "reply";
      const press = roll < 0.1 ? "replied" : roll < 0.25 && !owed ? "later" : "contacted";
      add(log, {
        "contact.day": dateCell(day),
        "contact.customer": id,
        "contact.name": name,
        "contact.direction": SAID[press],
        // A visit that is due is done by a visit; a letter does not stand for it (R10).
        "contact.channel": press === "contacted" && one.urgency.rule === "visit" ? "拜访" : "",
        "contact.next": press === "later" ? dateCell(day + world.int(2, 14)) : "",
      });
      pressed.set(key, press);
      if (group === "complaint" && !answered.has(one.customer)) answered.set(one.customer, day);
    }
    const evening = looked ? read({ customers, orders, contacts, log }).today : undefined;

    // What the next morning's sheets hold beside it.
    const touched = new Set<string>();
    const someone = (): Customer => {
      const { customer } = world.pick(classified);
      touched.add(customer.key);
      return customer;
    };
    const on = dateCell(day + 1);
    for (let n = world.int(0, 3); n > 0; n--) {
      const { id, name } = someone();
      const direction = world.pick(["收到", "收到", "发出"]);
      add(contacts, {
        "contact.day": on,
        "contact.customer": id,
        "contact.name": name,
        "contact.direction": direction,
      });
    }
    for (let n = world.int(0, 3); n > 0; n--) {
      const { id, name } = someone();
      const row = add(orders, {
        "order.day": on,
        "order.customer": id,
        "order.name": name,
        "order.amount": world.int(2, 400) * 1000,
        "order.currency": "USD",
        "order.status": "已确认",
      });
      coming.push({ on: day + world.int(10, 40), row });
    }
    for (const one of coming) if (one.on === day) one.row[delivered] = dateCell(day);
    if (world.chance(0.5))
      add(customers, {
        name: `${world.pick(["Nordlicht", "Quayside", "Zephyr", "Ultramar"])} ${String(day)} Trading`,
        owner: world.pick(["Amy 陈", "Bruno", "Eva 周"]),
        created: on,
        inquiry: world.chance(0.6) ? on : "",
        source: world.pick(["展会", "阿里国际站", "独立站"]),
      });
    if (day % 12 === 0) customers.rows[someone().row]![complaint] = on;
    if (day % 25 === 0) customers.rows[someone().row]![hold] = "是";
    for (const [customer, since] of answered) {
      if (day - since < 3) continue;
      customers.rows[customer.row]![complaint] = "";
      touched.add(customer.key);
      answered.delete(customer);
    }
    mornings.push({ day, classified, today, pressed, touched, evening, resorted });
  }
  return mornings;
}

const GONE: ReadonlySet<Level> = new Set(["silent", "hold", "unrated"]);
/** They stand in the list before their day. */
const PROMISED: ReadonlySet<Rule | undefined> = new Set([2, 3, 5]);

/** Whoever should hear from his owner on that day, told by rule and due day alone. */
const isDue = ({ urgency: { level, rule, due } }: Classified, day: Day): boolean =>
  !GONE.has(level) && (PROMISED.has(rule) || due! <= day);

const keyOf = ({ customer }: Classified): string => customer.key;
const keysIn = (list: readonly Entry[]): ReadonlySet<string> => new Set(list.map(({ one }) => keyOf(one)));

/** Customers by owner. */
function byOwner(list: readonly Classified[]): Map<string, Classified[]> {
  const owners = new Map<string, Classified[]>();
  for (const one of list) {
    const key = ownerKey(one.customer.owner);
    owners.set(key, [...(owners.get(key) ?? []), one]);
  }
  return owners;
}

const lines = (today: Today): string[] => [
  ...today.list.map(({ one, group }) => `${group} ${one.customer.company?.full} ${one.urgency.due}`),
  ...today.wake.map(({ customer }) => `to wake ${customer.company?.full}`),
];

/** A quarter with time for everybody, and a month in which each owner writes to one customer a day. */
let roomy: readonly Morning[];
let tight: readonly Morning[];
const PLACES = { roomy: 40, tight: 1 };
beforeAll(() => {
  roomy = quarter(90, PLACES.roomy);
  tight = quarter(30, PLACES.tight);
});

describe.each([
  ["with time for everybody", "roomy"],
  ["with one place a day", "tight"],
] as const)("the sample's team, %s", (_, which) => {
  const max = PLACES[which];
  let mornings: readonly Morning[];
  beforeAll(() => {
    mornings = which === "roomy" ? roomy : tight;
  });

  test("no list is longer than it may be, and one that leaves somebody out is full", () => {
    for (const { day, classified, today } of mornings) {
      const shown = byOwner(today.list.map(({ one }) => one));
      for (const [owner, due] of byOwner(classified.filter((one) => isDue(one, day))))
        expect(shown.get(owner)!.length).toBe(Math.min(max, due.length));
    }
  });

  test("whoever is not shown is counted", () => {
    for (const { day, classified, today } of mornings) {
      const due = byOwner(classified.filter((one) => isDue(one, day)));
      const silent = byOwner(classified.filter(({ urgency }) => urgency.level === "silent"));
      const all = byOwner(classified);
      expect(today.owners.length).toBe(all.size);
      for (const one of today.owners) {
        const key = ownerKey(one.owner);
        expect(one).toEqual({
          owner: one.owner,
          customers: all.get(key)!.length,
          due: due.get(key)?.length ?? 0,
          wake: silent.get(key)?.length ?? 0,
        });
      }
    }
  });

  test("nobody is shown before his day, save for a complaint, a reply owed and a fair; nobody on hold at all", () => {
    for (const { day, today } of mornings)
      for (const { one } of today.list) {
        const { rule, due, level } = one.urgency;
        expect(one.customer.hold).toBe(false);
        expect(GONE.has(level)).toBe(false);
        if (!PROMISED.has(rule)) expect(due).toBeLessThanOrEqual(day);
      }
  });

  test("whoever was written to or put off leaves the list at once, unless he complains or is to be visited", () => {
    for (const { day, pressed, evening, today } of mornings) {
      if (!evening) continue;
      const left = new Map(evening.list.map(({ one }) => [keyOf(one), one.urgency.rule]));
      for (const { one, group } of today.list) {
        const key = keyOf(one);
        const press = pressed.get(key);
        if (!press || press === "replied" || group === "complaint") continue;
        // A letter that was owed is written; the visit that is due still stands.
        const visit = one.urgency.rule !== "visit" && left.get(key) === "visit";
        expect([day, key, press, left.has(key)]).toEqual([day, key, press, visit]);
      }
    }
  });

  test("whoever was due and not shown is due on the next morning too, or something happened to him", () => {
    for (const [i, { day, classified, today, touched }] of mornings.slice(0, -1).entries()) {
      const next = mornings[i + 1]!;
      const shown = keysIn(today.list);
      const after = new Map(next.classified.map((one) => [keyOf(one), one]));
      const toWake = new Set(next.today.wake.map(keyOf));
      for (const one of classified) {
        const key = keyOf(one);
        if (!isDue(one, day) || shown.has(key) || touched.has(key)) continue;
        const then = after.get(key)!;
        // Time itself ends a reply owed, a fair and an act, and changes a tier.
        const { rule } = one.urgency;
        const ended = (rule === 3 || rule === 5 || rule === "aftersale") && then.urgency.rule !== rule;
        const moved = one.classes.value.id !== then.classes.value.id;
        if (!ended && !moved) expect([key, isDue(then, day + 1) || toWake.has(key)]).toEqual([key, true]);
      }
    }
  });

  test("sheets that are sorted anew give the same lists", () => {
    for (const { today, resorted } of mornings) if (resorted) expect(lines(resorted)).toEqual(lines(today));
  });
});

test("the quarter is a busy one: every rule and act comes up, and every button is pressed", () => {
  const rules = new Set(roomy.flatMap(({ classified }) => classified.map(({ urgency }) => urgency.rule)));
  for (const rule of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, "aftersale", "visit"] as const) expect(rules).toContain(rule);
  const groups = new Set(roomy.flatMap(({ today }) => today.list.map(({ group }) => group)));
  expect([...groups].sort()).toEqual([...GROUPS].sort());
  const presses = roomy.flatMap(({ pressed }) => [...pressed.values()]);
  for (const press of ["contacted", "replied", "later"] as const)
    expect(presses.filter((one) => one === press).length).toBeGreaterThan(50);
});

test("nobody is forgotten: whoever is due is shown on that very day", () => {
  for (const { day, classified, today } of roomy) {
    const shown = keysIn(today.list);
    for (const one of classified)
      expect([day, keyOf(one), shown.has(keyOf(one))]).toEqual([day, keyOf(one), isDue(one, day)]);
  }
});

test("told by the presses alone, nobody under rules 6 to 10 is called before his cadence or left beyond it", () => {
  const spoken = new Map<string, Day>();
  let held = 0;
  for (const { day, classified, today, pressed, touched } of roomy) {
    const shown = keysIn(today.list);
    for (const one of classified) {
      const { level, rule, cadence } = one.urgency;
      const key = keyOf(one);
      const last = spoken.get(key);
      if (last === undefined || !(Number(rule) >= 6) || GONE.has(level)) continue;
      expect([day, key, shown.has(key)]).toEqual([day, key, day - last >= cadence!]);
      held++;
    }
    for (const [key, press] of pressed) if (press === "contacted") spoken.set(key, day);
    // Whoever wrote or was written to otherwise counts from another day.
    for (const key of touched) spoken.delete(key);
  }
  expect(held).toBeGreaterThan(5000);
});
