import type { AxisId } from "../../src/core/axes";
import type { Cell, Rows } from "../../src/core/cells/cell";
import { type Day, dayOfIso } from "../../src/core/day";
import { type Facts, factsOf, type Ledger } from "../../src/core/facts";
import type { Class, Classified, Contact, Customer, Order, Urgency } from "../../src/core/model";
import type { Minor } from "../../src/core/money";
import type { Policy } from "../../src/core/policy/fields";
import { policyFrom } from "../../src/core/policy/policy";
import { type CorridorInput, classifyFacts } from "../../src/core/reclassify";
import type { Sheet } from "../../src/core/tables/column";
import { type FieldId, findLayout, type Table } from "../../src/core/tables/headers";

/** The as-of day of every test that does not name its own: 2026-06-30. */
export const TODAY: Day = dayOfIso("2026-06-30")!;

/** The day so many days before today; negative: after it. */
export const ago = (days: number): Day => TODAY - days;

/** Whole units of the base currency as integer hundredths. */
export const money = (units: number): Minor => Math.round(units * 100);

/** A customer of whom only the name is known. */
export const aCustomer = (changes: Partial<Customer> = {}): Customer => ({
  row: 1,
  key: "name:acme#1",
  id: "",
  name: "Acme",
  owner: "",
  city: "",
  stage: "",
  source: "",
  sources: [],
  identity: { text: "", ids: [] },
  industry: { text: "", ids: [] },
  product: { text: "", ids: [] },
  size: { text: "", ids: [] },
  potential: { text: "", ids: [] },
  quantity: "",
  fair: "",
  hold: false,
  grade: "",
  unclear: new Set<FieldId>(),
  ...changes,
});

/** A valid order of 1,000 placed ten days ago. */
export const anOrder = (changes: Partial<Order> = {}): Order => ({
  row: 1,
  id: "",
  customerId: "",
  customerName: "Acme",
  use: "order",
  day: ago(10),
  minor: money(1000),
  ...changes,
});

/** A valid order of some days ago. */
export const orderAgo = (days: number, units: number, changes: Partial<Order> = {}): Order =>
  anOrder({ day: ago(days), minor: money(units), ...changes });

/** A mail of ours of ten days ago in the contact log. */
export const aContact = (changes: Partial<Contact> = {}): Contact => ({
  row: 1,
  customerId: "",
  customerName: "Acme",
  day: ago(10),
  direction: "out",
  bulk: false,
  visit: false,
  inquiry: false,
  details: false,
  ...changes,
});

/** Orders of equal amounts on the given days before today. */
export const ordersAgo = (days: readonly number[], units = 1000): Order[] => days.map((day) => orderAgo(day, units));

const policies = new Map<string, Policy>();

/** The default policy with some values changed; a change that the policy refuses throws. */
export function aPolicy(changes: Readonly<Record<string, unknown>> = {}): Policy {
  const name = JSON.stringify(changes);
  const known = policies.get(name);
  if (known) return known;
  const { policy, problems } = policyFrom(changes);
  if (problems.length) throw new Error(JSON.stringify(problems));
  policies.set(name, policy);
  return policy;
}

/** An order sheet that goes back far enough to speak for any year. */
export const LONG_LEDGER: Ledger = { exists: true, firstDay: TODAY - 5000, typedColumns: false, log: false };

export const NO_LEDGER: Ledger = { exists: false, typedColumns: false, log: false };

/** No order sheet, but a column of the customer sheet about orders. */
export const TYPED_COLUMNS: Ledger = { exists: false, typedColumns: true, log: false };

export interface Case {
  readonly customer?: Partial<Customer>;
  readonly orders?: readonly Order[];
  /** His rows of the contact log; with any, a log exists. */
  readonly contacts?: readonly Contact[];
  readonly ledger?: Ledger;
  readonly policy?: Readonly<Record<string, unknown>>;
  readonly asOf?: Day;
}

export const factsIn = ({
  customer,
  orders = [],
  contacts = [],
  ledger = LONG_LEDGER,
  policy,
  asOf = TODAY,
}: Case): Facts =>
  factsOf(
    aCustomer(customer),
    { orders, contacts },
    { ...ledger, log: ledger.log || contacts.length > 0 },
    aPolicy(policy),
    asOf,
  );

export const classifiedIn = (given: Case): Classified => classifyFacts(factsIn(given), aPolicy(given.policy));

export const classIn = (axis: AxisId, given: Case): Class => classifiedIn(given).classes[axis];

export const urgencyIn = (given: Case): Urgency => classifiedIn(given).urgency;

/** A sheet whose first row is the header. The header must be found, and be a sheet of that kind. */
export function aSheet(table: Table, rows: Rows): Sheet {
  const layout = findLayout(rows, table);
  if (!layout) throw new Error(`no header row in ${JSON.stringify(rows[0])}`);
  return { rows, layout };
}

/** A day as a date cell holds it. */
export const dateCell = (day: Day): Cell => ({ day });

/** What goes into the corridor: sheets as rows, header first. */
export const anInput = (
  given: {
    readonly customers?: Rows;
    readonly orders?: Rows;
    readonly contacts?: Rows;
    /** The log that the buttons write. */
    readonly log?: Rows;
    readonly policy?: Readonly<Record<string, unknown>>;
    readonly answers?: Readonly<Record<string, string>>;
    readonly asOf?: Day;
  } = {},
): CorridorInput => ({
  customers: aSheet("customers", given.customers ?? [["Company", "Country", "Email"]]),
  orders: given.orders && aSheet("orders", given.orders),
  contacts: given.contacts && aSheet("contacts", given.contacts),
  log: given.log && aSheet("contacts", given.log),
  policy: aPolicy(given.policy),
  answers: given.answers ?? {},
  asOf: given.asOf ?? TODAY,
  dayOfInstant: (ms) => Math.floor(ms / 86_400_000) + 25_569,
});
