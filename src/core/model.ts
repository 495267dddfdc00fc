import type { AxisId } from "./axes";
import type { Ask } from "./cells/cell";
import type { CompanyName } from "./cells/company";
import type { Day } from "./day";
import type { Currency, Minor } from "./money";
import type { FieldId } from "./tables/headers";

/**
 * What tells a customer row apart when people sort and insert: its id, else its folded name, with the number of the
 * occurrence among equal ones ("id:C-17#1", "name:acme gmbh#2").
 */
export type RowKey = string;

/** A row of the customer sheet, read. Money is in the base currency; a field that is blank or was not read is undefined. */
export interface Customer {
  /** 0-based index of its row in the sheet. */
  readonly row: number;
  readonly key: RowKey;
  readonly id: string;
  /** As typed; the id where the row has no name. */
  readonly name: string;
  /** The name folded; undefined where the row has none. */
  readonly company?: CompanyName;
  readonly owner: string;
  /** ISO 3166 alpha-2; `byCity` where the country cell is blank and the city column decided. */
  readonly country?: { readonly iso: string; readonly byCity: boolean };
  readonly city: string;
  readonly created?: Day;
  readonly inquiry?: Day;
  readonly lastContact?: Day;
  readonly nextDate?: Day;
  readonly stage: string;
  readonly source: string;
  readonly hold: boolean;
  readonly annual?: Minor;
  readonly lifetime?: Minor;
  readonly buyerVolume?: Minor;
  readonly expected?: Minor;
  /** A typed annual or lifetime is above 0, but its currency has no rate: he has bought, nobody knows for how much. */
  readonly boughtWithoutRate?: true;
  readonly firstOrder?: Day;
  readonly lastOrder?: Day;
  readonly orderCount?: number;
  /** The team's own grade, as typed. */
  readonly grade: string;
  /** Fields that hold something which could not be used: their absence proves nothing. */
  readonly unclear: ReadonlySet<FieldId>;
}

/** How an order row enters the facts. */
export type OrderUse =
  | "order" // a valid order
  | "refund" // subtracts on its own day
  | "unread" // would count, but its amount cannot be read: a sum that misses it is "at least"
  | "sample"
  | "not_counted" // cancelled, draft, quotation, pending
  | "listed" // on hold, disputed, later than as-of, no amount, no day, a refund of an order that is not counted …
  | "asked"; // an unknown status: not counted until answered

export interface Order {
  readonly row: number;
  readonly id: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly use: OrderUse;
  readonly day?: Day;
  /** In the base currency; undefined where no rate is known (still a purchase) or no amount was read. */
  readonly minor?: Minor;
  readonly due?: Day;
  readonly paid?: Day;
  readonly delivered?: Day;
}

export type FindingKind =
  | "unreadable"
  | "ambiguous" // waits for an answer
  | "corrected" // read, one letter away
  | "future" // a day after as-of, not used
  | "no_rate"
  | "unmatched_order"
  | "unknown_status"
  | "listed_status" // on hold, disputed
  | "refund_of_uncounted"
  | "sample_in_text"
  | "clash" // typed and ledger differ by more than the policy allows
  | "duplicate" // two rows of one customer
  | "no_clock"; // neither contact nor inquiry nor creation day: no due day

/** A cell or row that a person should look at. */
export interface Finding {
  readonly kind: FindingKind;
  readonly table: "customers" | "orders";
  /** 0-based. */
  readonly row: number;
  /** 0-based; -1 where no single cell is meant. */
  readonly column: number;
  readonly field?: FieldId;
  /** The cell's text as typed, or the name meant. */
  readonly text: string;
  readonly ask?: Ask;
  /** Further words: the corrected name, the proposed customer, the currency, the other amount. */
  readonly detail?: string;
  /** How many rows it stands for; of a duplicate, the 1-based row of the other one. */
  readonly count?: number;
}

/** What the team must answer once before some cells are used. */
export interface OpenQuestion {
  /** Stable: table, field and ask, with the word where the ask goes by the word. */
  readonly id: string;
  readonly table: "customers" | "orders";
  readonly field: FieldId;
  readonly ask: Ask;
  readonly word?: string;
  /** How many cells wait for it. */
  readonly cells: number;
  /** 0-based row of the first, and its text. */
  readonly row: number;
  readonly column: number;
  readonly example: string;
  /** Answers to choose from. */
  readonly options: readonly string[];
  /** The answer that we would give; "" for none. */
  readonly proposal: string;
}

/** Why a class: the rule and what it looked at. Words are made of it in texts/reasons. */
export interface Because {
  readonly rule: string;
  readonly [fact: string]: string | number | boolean | undefined;
}

export interface Class {
  /** Id within its axis; "unrated" where evidence is missing. */
  readonly id: string;
  readonly because: Because;
}

export type Level = "on_track" | "soon" | "due" | "overdue" | "silent" | "hold" | "unrated";

export interface Urgency {
  readonly level: Level;
  readonly due?: Day;
  /** Days since the day from which is counted (last contact, else inquiry, creation or last order). */
  readonly days?: number;
  /** Days; the cadence that the level is measured by. */
  readonly cadence?: number;
  /** Which of DOMAIN's rules gave the due day: 1 to 10, or "aftersale". */
  readonly rule?: number | "aftersale";
  readonly because: Because;
}

export interface Classified {
  readonly customer: Customer;
  readonly classes: Readonly<Record<AxisId, Class>>;
  readonly urgency: Urgency;
}

/** Money as the reasons show it. */
export interface Money {
  readonly minor: Minor;
  readonly currency: Currency;
}
