import { AXES } from "../axes";
import type { Day } from "../day";
import { type Facts, factsOf, type Ledger, NO_RECORDS, type Records } from "../facts";
import { LEVELS, urgencyOf } from "../followup/urgency";
import type { Contact, Customer, Order } from "../model";
import type { NumberKey, Policy } from "./fields";
import numbers from "./numbers.table";
import { changedFields, defaultPolicy, type PolicyProblem, policyHash, strange } from "./policy";

/** The numbers of the policy that an axis looked at, as what can be on this side of them, on them and beyond. */
interface Edges {
  readonly days: readonly number[];
  /** Numbers of purchases. */
  readonly purchases: readonly number[];
  /** Other counts: people. */
  readonly counts: readonly number[];
  /** In hundredths. */
  readonly amounts: readonly number[];
  /** Factors of a gap or cadence. */
  readonly times: readonly number[];
  readonly percents: readonly number[];
}

/** An axis by numbers: customers of whom all is known that it could look at, around every edge. */
interface Probe {
  readonly id: string;
  readonly classes: readonly string[];
  readonly classOf: (facts: Facts, policy: Policy) => string;
  readonly make: (edges: Edges, judge: Judge, policy: Policy) => void;
}

type Changes = Partial<Customer>;
type Judge = (customer: Changes, records?: Partial<Records>, facts?: Partial<Facts>) => void;

const TODAY: Day = 60_000;
const ago = (days: number): Day => TODAY - days;
const LEDGER: Ledger = { exists: true, firstDay: 0, typedColumns: true, log: true };
const NOTHING = { text: "", ids: [] };
const SOMEBODY: Customer = {
  ...{ row: 1, key: "id:1#1", id: "1", name: "", owner: "", city: "", stage: "", source: "", sources: [], fair: "" },
  ...{ identity: NOTHING, industry: NOTHING, product: NOTHING, size: NOTHING, potential: NOTHING, quantity: "" },
  ...{ hold: false, grade: "", unclear: new Set() },
};
const anOrder = (day: Day, minor = 1): Order => ({
  ...{ row: 1, id: "", customerId: "1", customerName: "", use: "order" as const },
  day,
  minor,
});
const aLetter = (day: Day, direction: "in" | "out"): Contact => ({
  ...{ row: 1, customerId: "1", customerName: "", bulk: false, visit: false, inquiry: false, details: false },
  day,
  direction,
});

const around = (numbers: readonly number[]): number[] => [
  ...new Set(numbers.flatMap((one) => [Math.ceil(one) - 1, Math.floor(one), Math.ceil(one), Math.floor(one) + 1])),
];
const notBelow = (least: number, numbers: readonly number[]): number[] => numbers.filter((one) => one >= least);

/** More orders than this are typed as a number: how many they are is all that is left to tell. */
const ORDERS = 12;

/** Buyers of so many purchases a gap apart, silent since for so long. */
function buyers({ days, purchases, times }: Edges, judge: Judge): void {
  judge({});
  const limits = notBelow(0, around(days));
  for (const gap of notBelow(1, limits))
    for (const open of notBelow(0, [...limits, ...around(times.map((factor) => factor * gap))]))
      for (const count of notBelow(1, around(purchases))) {
        const first = ago(open + gap * (count - 1));
        if (count > ORDERS) judge({ firstOrder: first, lastOrder: ago(open), orderCount: count });
        else judge({}, { orders: Array.from({ length: count }, (_, i) => anOrder(first + gap * i)) });
      }
}

const YES_NO = [true, false];

const MADE: Readonly<Record<string, Probe["make"]>> = {
  value({ amounts }, judge) {
    for (const minor of around(amounts)) {
      judge({ annual: minor });
      judge({}, { orders: [anOrder(TODAY, minor)] });
    }
  },
  frequency: buyers,
  activity: buyers,
  relation: buyers,
  engagement({ days }, judge) {
    judge({});
    for (const day of notBelow(0, around(days))) judge({}, { contacts: [aLetter(ago(day), "in")] });
  },
  loyalty(_, judge, policy) {
    // Every day on which the years are worth one point more, beside marks and yeses that are worth whole ones.
    const { "loyalty.year": year, "loyalty.years": most } = policy;
    const tenures = year ? Array.from({ length: most + 1 }, (_, points) => (points * 365) / year) : [0];
    for (const steady of YES_NO)
      for (const punctual of YES_NO)
        for (const satisfaction of [0, 1, 2, 3, 4, 5])
          for (const complaint of [undefined, {}])
            for (const tenure of notBelow(0, around(tenures))) {
              const firstOrder = ago(tenure);
              const known = { purchases: 1000, firstOrder, steadyOn: () => steady, punctualOn: () => punctual };
              judge({ satisfaction, complaint }, {}, known);
            }
  },
  potential({ amounts }, judge) {
    for (const stars of ["0", "1", "2", "3"] as const)
      for (const inquiries of [0, 1, 2])
        for (const quantity of ["", "1"])
          for (const expected of [undefined, ...notBelow(0, around(amounts))])
            for (const ids of [[], ["OEM"], ["retail"]] as const)
              judge(
                { stars, quantity, expected, identity: { text: "", ids } },
                {
                  contacts: Array.from({ length: inquiries }, () => ({ ...aLetter(TODAY, "in"), inquiry: true })),
                },
              );
  },
  size({ counts }, judge) {
    for (const people of notBelow(0, around(counts))) judge({ size: { ...NOTHING, people } });
  },
  followup({ days }, judge) {
    for (const contact of notBelow(0, around(days))) {
      judge({ lastContact: ago(contact) });
      for (const delivered of notBelow(0, around(days)))
        judge({ lastContact: ago(contact) }, {}, { deliveries: [ago(delivered)] });
    }
  },
  urgency({ days, times, percents, amounts }, judge) {
    judge({ hold: true });
    judge({ complaint: {} });
    const shares = [...percents, ...percents.map((percent) => -percent)].map((percent) => 1 + percent / 100);
    const limits = around([...days, ...days.flatMap((day) => [...shares, ...times].map((factor) => factor * day))]);
    for (const contact of notBelow(0, limits)) {
      const lastContact = ago(contact);
      judge({ lastContact, complaint: { day: lastContact } });
      for (const stars of ["0", "1", "2", "3"] as const) judge({ lastContact, stars });
      for (const annual of notBelow(1, around(amounts))) judge({ lastContact, annual });
    }
  },
};

const idsOf = (classes: object): string[] => Object.keys(classes).filter((id) => id !== "unrated");
const axisOf = (id: string) => AXES.find((axis) => axis.id === id)!;

const PROBES: readonly Probe[] = Object.entries(MADE).map(([id, make]) => {
  if (id !== "urgency") {
    const axis = axisOf(id);
    return { id, make, classes: idsOf(axis.classes), classOf: (facts, policy) => axis.classify(facts, policy).id };
  }
  const [tier, stars] = [axisOf("value"), axisOf("stage")];
  const classOf: Probe["classOf"] = (facts, policy) =>
    urgencyOf(facts, tier.classify(facts, policy).id, stars.classify(facts, policy).id, policy).level;
  return { id, make, classes: idsOf(LEVELS), classOf };
});

/** The policy, and which of its numbers were asked for. */
function watched(policy: Policy): { readonly policy: Policy; readonly asked: Set<string> } {
  const asked = new Set<string>();
  const get = (all: Policy, key: string): unknown => {
    asked.add(key);
    return all[key as NumberKey];
  };
  return { policy: new Proxy(policy, { get } as ProxyHandler<Policy>), asked };
}

function edgesOf(policy: Policy, asked: ReadonlySet<string>): Edges {
  const fields = Object.entries(numbers()).filter(([key]) => asked.has(key));
  const of = (kinds: readonly string[], holds: (key: string) => boolean = () => true) =>
    fields.flatMap(([key, { kind }]) => (kinds.includes(kind) && holds(key) ? policy[key as NumberKey] : []));
  const ofPurchases = (key: string) => key.endsWith("purchases");
  return {
    // Nearer purchases are one.
    days: [0, policy["purchase.fold_days"] + 1, ...of(["days"])],
    purchases: [1, ...of(["count"], ofPurchases)],
    counts: [0, ...of(["count"], (key) => !ofPurchases(key))],
    amounts: [0, ...of(["money"]).map((units) => Math.round(units * 100))],
    times: of(["times"]),
    percents: of(["percent"]),
  };
}

/** What the customers around every edge of an axis become. */
function tried(probe: Probe, policy: Policy) {
  const byAxis = watched(policy);
  const byFacts = watched(policy);
  const reached = new Set<string>();
  // Which numbers count depends on which rules are come to: those that are new are gone around as well.
  for (let known = -1; known < byAxis.asked.size; ) {
    known = byAxis.asked.size;
    const judge: Judge = (customer, records, changes) => {
      const facts = factsOf({ ...SOMEBODY, ...customer }, { ...NO_RECORDS, ...records }, LEDGER, byFacts.policy, TODAY);
      reached.add(probe.classOf(changes ? { ...facts, ...changes } : facts, byAxis.policy));
    };
    probe.make(edgesOf(policy, byAxis.asked), judge, policy);
  }
  const asked = new Set([...byAxis.asked, ...byFacts.asked]);
  return { reached, asked };
}

/**
 * What is wrong with a policy whose values can each be: a customer of whom all is known and who gets no class, a class that
 * nobody can get, limits that look typed in 万, numbers that leave nothing of each other. Customers are made around every number of the policy, on it, one
 * below and one above, and sorted by the very code that sorts the team's. That nobody gets two classes needs no proof.
 */
export function lint(policy: Policy): readonly PolicyProblem[] {
  // Nothing is wrong with the defaults: a test has tried them, and most teams begin with them.
  if (!changedFields(defaultPolicy(), policy).length) return [];
  const hash = policyHash(policy);
  if (last?.hash !== hash) last = { hash, problems: problemsOf(policy) };
  return last.problems;
}

/** A policy is read, judged and saved in one run: once is enough. */
let last: { readonly hash: string; readonly problems: readonly PolicyProblem[] } | undefined;

function problemsOf(policy: Policy): PolicyProblem[] {
  const problems = strange(policy);
  for (const probe of PROBES) {
    const { reached, asked } = tried(probe, policy);
    const wrong = probe.classes.filter((id) => !reached.has(id));
    const hole = reached.has("unrated");
    if (!hole && !wrong.length) continue;
    const changed = changedFields(defaultPolicy(), policy).filter(({ key }) => asked.has(key));
    // The cell to look at is the one whose default would mend it; where no one cell does, the first that was changed.
    const keyFor = (mended: (now: ReadonlySet<string>) => boolean): string => {
      const mends = changed.find(({ key, fallback }) =>
        mended(tried(probe, { ...policy, [key]: fallback } as Policy).reached),
      );
      return (mends || changed[0])?.key || [...asked][0]!;
    };
    const axis = probe.id;
    if (hole) problems.push({ code: "hole", key: keyFor((now) => !now.has("unrated")), axis });
    else
      for (const id of wrong)
        problems.push({ code: "unreachable", key: keyFor((now) => now.has(id)), axis, id, warning: true });
  }
  return problems;
}
