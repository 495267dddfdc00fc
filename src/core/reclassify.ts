import { AXES, type AxisId } from "./axes";
import { unansweredDays } from "./axes/stage";
import { countedOf } from "./axes/value";
import { isDateCell } from "./cells/cell";
import type { Day } from "./day";
import { type Outlook, outlookOf } from "./explain";
import { type Facts, factsOf, type Ledger } from "./facts";
import { urgencyOf } from "./followup/urgency";
import { forecastLedger, type LedgerForecasts } from "./forecast/ledger";
import { Hash, hashText } from "./hash";
import { joinTo } from "./join";
import type { Class, Classified, Contact, Customer, Finding, OpenQuestion, Order } from "./model";
import type { Minor } from "./money";
import { classWith, holdersOf, type Override, overrideFindings } from "./overrides";
import type { Policy } from "./policy/fields";
import { defaultPolicy, policyHash } from "./policy/policy";
import { VOCABULARY } from "./policy/vocabulary";
import { Notebook, type ReadContext, type Sheet } from "./tables/column";
import { readContacts } from "./tables/contacts";
import { readCustomers } from "./tables/customers";
import { readOrders } from "./tables/orders";
import { treatmentsOf } from "./treatments";

export interface CorridorInput extends ReadContext {
  readonly customers: Sheet;
  readonly orders?: Sheet;
  /** The team's own contact log. */
  readonly contacts?: Sheet;
  /** Ours, which the buttons write. */
  readonly log?: Sheet;
  /** Classes that people have set by hand, the older first. */
  readonly overrides?: readonly Override[];
}

export interface Outcome {
  /** In the order of the sheet. */
  readonly classified: readonly Classified[];
  readonly findings: readonly Finding[];
  readonly questions: readonly OpenQuestion[];
  readonly counts: {
    readonly customers: number;
    readonly orders: number;
    readonly unreadable: number;
    readonly ambiguous: number;
  };
  /** Currency -> amount cells in it. */
  readonly currencies: Readonly<Record<string, number>>;
  /** What each customer who is graded bought in the year: for the limits that fit the team. */
  readonly years: readonly Minor[];
  /** What the order sheet holds of the customer of that place in `classified`; rows of one customer share it. */
  ordersOf(at: number): readonly Order[];
  /** A number for the customer of that place in `classified`, the same for all rows of one. */
  who(at: number): number;
  readonly ledger: Ledger;
  /** What would move the customer of that place in `classified`. Dear: made when it is asked for. */
  outlook(at: number): Outlook;
  /** When orders are expected; `of` goes by the place in `classified`. Dear: made once, when it is first asked for. */
  forecasts(): LedgerForecasts;
  /** Of input, policy and day. The order of the rows does not change it. */
  readonly fingerprint: string;
}

/** Rows to classes with reasons: the corridor that every door leads into. */
export function classify(input: CorridorInput): Outcome {
  const { policy, asOf } = input;
  const notebook = new Notebook();
  const customers = readCustomers(input.customers, input, notebook);
  const orders = input.orders ? readOrders(input.orders, input, notebook) : [];
  const orderColumns = input.orders?.layout.columns;
  const named = orderColumns?.["order.name"] || orderColumns?.["order.customer"];
  const join = joinTo(customers);
  const ordered = join.rowsOf(orders, "unmatched_order", named?.index ?? -1);
  const logColumns = input.contacts?.layout.columns;
  const logged = logColumns?.["contact.name"] || logColumns?.["contact.customer"];
  const contacts = input.contacts ? readContacts(input.contacts, input, notebook) : [];
  const contacted = join.rowsOf(contacts, "unmatched_contact", logged?.index ?? -1);
  // Ours stands on a hidden tab and was written by us: a cell there is nothing for a person to look at, a customer who is
  // gone is.
  const ours = input.log ? readContacts(input.log, { ...input, policy: withOurWords(policy) }, new Notebook()) : [];
  const pressed = join.rowsOf(ours, "unmatched_press", -1);
  const ledger = ledgerOf(input, orders, contacts.concat(ours));

  const overrides = (input.overrides || []).filter(({ day }) => day <= (input.until ?? asOf));
  const holders = holdersOf(overrides, customers);
  const set: Override[][] = [];
  holders.forEach((lines, n) => {
    for (const i of lines) set[i] = [...(set[i] || []), overrides[n]!];
  });

  const years: Minor[] = [];
  const noted: Finding[] = [];
  const classified = customers.map((customer, i) => {
    // Rows of ours come later than those of the same day in the team's own log.
    const own = pressed.lists[i]!;
    const spoken = own.length ? [...contacted.lists[i]!, ...own] : contacted.lists[i]!;
    const facts = factsOf(customer, { orders: ordered.lists[i]!, contacts: spoken }, ledger, policy, asOf);
    noted.push(...clashesOf(facts, input));
    const one = classifyFacts(facts, policy, set[i]);
    if (one.amount !== undefined) years.push(one.amount);
    const silent = one.classes.stage.id === "3" ? unansweredDays(facts, policy) : undefined;
    if (silent !== undefined) noted.push({ ...ofCustomer("no_answer", customer), count: silent });
    return one;
  });
  const unclocked = classified
    .filter(({ urgency }) => urgency.because.rule === "urgency.no_clock")
    .map(({ customer }) => ofCustomer("no_clock", customer));

  let forecasts: LedgerForecasts | undefined;
  return {
    classified,
    findings: [
      ...notebook.findings,
      ...(input.rates?.findings || []),
      ...join.findings,
      ...ordered.findings,
      ...contacted.findings,
      ...pressed.findings.map((one) => ({ ...one, row: input.customers.layout.headerRow })),
      ...noted,
      ...unclocked,
      ...overrideFindings(overrides, holders, classified, asOf, input.customers.layout.headerRow),
    ],
    questions: notebook.questions,
    counts: {
      customers: customers.length,
      orders: orders.length,
      unreadable: notebook.unreadable,
      ambiguous: notebook.ambiguous,
    },
    currencies: notebook.currencies,
    years,
    ordersOf: (at) => ordered.lists[at]!,
    who: join.who,
    ledger,
    outlook: (at) => outlookOf(customers[at]!, ordered.lists[at]!, ledger, policy, asOf, classified[at]!.classes),
    forecasts: () => (forecasts ||= forecastLedger(ordered.lists, orders, asOf, policy)),
    fingerprint: fingerprintOf(input),
  };
}

/** Whatever the team makes of its own list of directions, what the buttons wrote means what it meant. */
function withOurWords(policy: Policy): Policy {
  const own = defaultPolicy();
  return {
    ...policy,
    "contact.visit": own["contact.visit"],
    ...Object.fromEntries(VOCABULARY.direction.map((id) => [`direction.${id}`, own[`direction.${id}`]])),
  };
}

/** One customer's class on every axis, by hand where somebody has set it, and his urgency. */
export function classifyFacts(facts: Facts, policy: Policy, overrides?: readonly Override[]): Classified {
  const classes = {} as Record<AxisId, Class>;
  for (const { id, classify: byRule } of AXES)
    classes[id] = classWith(overrides, id, facts.asOf, byRule(facts, policy));
  const urgency = urgencyOf(facts, classes.value.id, classes.stage.id, policy);
  return {
    customer: facts.customer,
    classes,
    urgency,
    amount: facts.found === "ledger" ? countedOf(facts.yearTo(facts.asOf), facts) : facts.customer.annual,
    treatments: treatmentsOf(classes, urgency),
  };
}

/** What the sheets as a whole can vouch for. */
export function ledgerOf(
  input: { customers: Sheet; orders?: Sheet },
  orders: readonly Order[],
  contacts: readonly Contact[],
): Ledger {
  const { columns } = input.customers.layout;
  let firstDay: Day | undefined;
  for (const { day } of orders) if (day !== undefined && !(firstDay! <= day)) firstDay = day;
  return {
    exists: input.orders !== undefined,
    firstDay,
    typedColumns: Boolean(columns.first_order ?? columns.last_order ?? columns.order_count),
    log: contacts.some(({ direction }) => direction === "in" || direction === "out"),
  };
}

/** Where typed and ledger differ by more than the policy allows. A short ledger that knows less is no clash. */
function clashesOf(facts: Facts, input: CorridorInput): Finding[] {
  if (facts.found !== "ledger") return [];
  const { customer } = facts;
  const { columns } = input.customers.layout;
  const share = input.policy["value.clash_percent"] / 100;
  const far = (a: number, b: number) => Math.abs(a - b) > share * Math.max(Math.abs(a), Math.abs(b));
  const found: Finding[] = [];
  const list = (field: "annual" | "order_count", typed: number, ledger: number) => {
    if (!far(typed, ledger) || (facts.shortLedger && typed > ledger)) return;
    found.push({
      kind: "clash",
      table: "customers",
      row: customer.row,
      column: columns[field]?.index ?? -1,
      field,
      text: customer.name,
      detail: `${field === "annual" ? typed / 100 : typed} / ${field === "annual" ? ledger / 100 : ledger}`,
    });
  };
  const year = facts.yearTo(facts.asOf);
  if (customer.annual !== undefined && !year.missing) list("annual", customer.annual, year.minor);
  if (customer.orderCount !== undefined) list("order_count", customer.orderCount, facts.orders);
  return found;
}

const ofCustomer = (kind: Finding["kind"], customer: Customer): Finding => ({
  kind,
  table: "customers",
  row: customer.row,
  column: -1,
  text: customer.name,
});

/** Rows enter by a sum, so that sorting a sheet changes nothing. */
function fingerprintOf({
  customers,
  orders,
  contacts,
  log,
  rates,
  policy,
  answers,
  asOf,
  overrides = [],
}: CorridorInput): string {
  const digest = (sheet: Sheet | undefined): string => {
    if (!sheet) return "-";
    const fields = Object.entries(sheet.layout.columns).map(([field, column]) => ({ field, column: column! }));
    fields.sort((a, b) => (a.field < b.field ? -1 : 1));
    let low = 0;
    let high = 0;
    for (let i = sheet.layout.headerRow + 1; i < sheet.rows.length; i++) {
      const row = sheet.rows[i]!;
      const line = new Hash();
      let empty = true;
      for (const { column } of fields) {
        const cell = row[column.index] ?? "";
        if (cell !== "") empty = false;
        // What kind it is stands before it: 5, "5" and the day 5 are three cells.
        if (typeof cell === "string") line.put(cell);
        else if (typeof cell === "number") {
          line.put("\u001en");
          line.putNumber(cell);
        } else if (isDateCell(cell)) {
          line.put("\u001ed");
          line.putNumber(cell.day);
        } else line.put(`\u001eb${cell}`);
        line.put("\u001f");
      }
      if (empty) continue;
      const hash = line.value;
      low = (low + (hash % 2_147_483_648)) % 4_294_967_296;
      high = (high + Math.floor(hash / 2_147_483_648)) % 4_294_967_296;
    }
    // A header may change what the numbers below it are worth: 万, USD.
    const meant = fields.map(({ field, column }) => `${field}*${column.scale}${column.currency || ""}`).join();
    return `${meant}:${low.toString(36)}.${high.toString(36)}`;
  };
  const parts = [
    digest(customers),
    digest(orders),
    digest(contacts),
    digest(log),
    rates?.digest || "-",
    policyHash(policy),
    JSON.stringify(answers),
    String(asOf),
    JSON.stringify(overrides),
  ];
  return hashText(parts.join("|")).toString(36);
}
