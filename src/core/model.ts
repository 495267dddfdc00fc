import type { AxisId } from "./axes";
import type { Ask } from "./cells/cell";
import type { CompanyName } from "./cells/company";
import type { Day } from "./day";
import type { Currency, Minor } from "./money";
import type {
  FairId,
  IdentityId,
  IndustryId,
  PotentialId,
  ProductId,
  SizeId,
  SourceId,
  StageId,
} from "./policy/vocabulary";
import type { FieldId, Table } from "./tables/headers";

/**
 * What tells a customer row apart when people sort and insert: its id, else its folded name, with the number of the
 * occurrence among equal ones ("id:C-17#1", "name:acme gmbh#2").
 */
export type RowKey = string;

/** A cell by words: as typed, and every class that the lists of the policy know in it, the main one first. */
export interface Worded<Id extends string> {
  readonly text: string;
  readonly ids: readonly Id[];
}

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
  /** The stage cell as typed, and its class by the table of words; undefined where no table knows the word. */
  readonly stage: string;
  readonly stars?: StageId;
  /** The source cell as typed, and every class in it, the main one first. */
  readonly source: string;
  readonly sources: readonly SourceId[];
  /** The fair cell as typed, and its class: by the mark, else by words of the notes. */
  readonly fair: string;
  readonly fairMark?: FairId;
  /** What was said of him at the fair where that is more than one mark: words of the notes, or several marks. */
  readonly fairSaid?: string;
  /** The day of the fair at which he was met: its own column. */
  readonly fairDay?: Day;
  /** Cells by words, as typed, each with every class in it, the main one first. */
  readonly identity: Worded<IdentityId>;
  readonly industry: Worded<IndustryId>;
  readonly product: Worded<ProductId>;
  /** By words, or by the number of people. */
  readonly size: Worded<SizeId> & { readonly people?: number };
  /** The team's own mark of what he could buy; it wins over the points. */
  readonly potential: Worded<PotentialId>;
  /** How much he wants, as typed. */
  readonly quantity: string;
  /** 0 to 5, as he or the team marked it. */
  readonly satisfaction?: number;
  /** He has left, by a column of its own or by a word of the stage; without a day since the last contact. */
  readonly ended?: { readonly day?: Day; readonly word?: string };
  readonly hold: boolean;
  /** An open complaint; without a day it is overdue until closed. */
  readonly complaint?: { readonly day?: Day };
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

/** Who wrote: he, we, or nobody (a new date only); unknown where the log does not say. */
export type Direction = "in" | "out" | "none" | "unknown";

/** A row of a contact log, read. Rows without a day that can be used are left out. */
export interface Contact {
  readonly row: number;
  readonly customerId: string;
  readonly customerName: string;
  readonly day: Day;
  readonly direction: Direction;
  /** A mail to many: it is no contact (X21). */
  readonly bulk: boolean;
  /** The channel says that somebody went there (R10). */
  readonly visit: boolean;
  /** He asks for a price or the like (stage 1 and 2). */
  readonly inquiry: boolean;
  /** He asks for details: certificates, delivery time (A078). */
  readonly details: boolean;
  readonly next?: Day;
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

/** An order, of one row or of several lines. */
export interface Order {
  /** 0-based index of its first row in the sheet. */
  readonly row: number;
  readonly id: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly use: OrderUse;
  readonly day?: Day;
  /** In the base currency; undefined where no rate is known (still a purchase) or no amount was read. */
  readonly minor?: Minor;
  /** Some of it could not be read or converted: `minor` is the rest. */
  readonly atLeast?: boolean;
  /** A discount, or some of what was paid back, could not be converted: `minor` is the rest, and too much. */
  readonly atMost?: boolean;
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
  | "bad_rate" // a row of the sheet of rates that cannot be read
  | "rate_twice" // a second rate of one currency and day
  | "rate_of_base"
  | "doubled_order" // one number, several customers or days; once, with the count of orders
  | "equal_lines" // rows of one order that hold the same amount
  | "unmatched_order"
  | "unknown_status"
  | "listed_status" // on hold, disputed
  | "refund_of_uncounted"
  | "sample_in_text"
  | "clash" // typed and ledger differ by more than the policy allows
  | "duplicate" // two rows of one customer
  | "no_clock" // neither contact nor inquiry nor creation day: no due day
  | "unknown_word" // no table of the policy knows it; once, with its count
  | "unmatched_contact"
  | "unmatched_press" // pressed in the sidebar, of a customer who now has another name or is gone
  | "owner_clash" // one company, two owners
  | "no_answer" // 3 stars, and nothing heard from him for long
  | "override_expired" // a class set by hand whose last day is past
  | "override_lost"; // one whose customer is not found, or is another company by now

/** A cell or row that a person should look at. */
export interface Finding {
  readonly kind: FindingKind;
  /** The team's sheet, or ours of rates. */
  readonly table: Table | "rates";
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
  /** How many rows it stands for; of two rows of one customer, the 1-based row of the other one; of silence, its days; of what ran out, days since. */
  readonly count?: number;
  /** Of a class set by hand: its axis, the class, and what the rules give now. */
  readonly axis?: AxisId;
  readonly was?: string;
  readonly now?: string;
}

/** What the team must answer once before some cells are used. */
export interface OpenQuestion {
  /** Stable: table, field and ask, with the word where the ask goes by the word. */
  readonly id: string;
  readonly table: Table;
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

/** What gave the due day: one of the ten rules, or an act with a day of its own (R09, R10). */
export type Rule = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | "aftersale" | "visit";

export interface Urgency {
  readonly level: Level;
  readonly due?: Day;
  /** Days since the day from which is counted (last contact, else inquiry, creation or last order). */
  readonly days?: number;
  /** Days; the cadence that the level is measured by. */
  readonly cadence?: number;
  readonly rule?: Rule;
  readonly because: Because;
}

export interface Classified {
  readonly customer: Customer;
  readonly classes: Readonly<Record<AxisId, Class>>;
  readonly urgency: Urgency;
  /** What he bought in the year, else the typed amount; what ranks him among equals. */
  readonly amount?: Minor;
  /** What to do, the first first: keys of the policy without "treatment." ("source.fair", "act.reply"). */
  readonly treatments: readonly string[];
}

/** Money as the reasons show it. */
export interface Money {
  readonly minor: Minor;
  readonly currency: Currency;
}
