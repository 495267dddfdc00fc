import type { Ask } from "../core/cells/cell";
import type { FindingKind } from "../core/model";
import type { Left } from "../core/plan";
import type { Table } from "../core/tables/headers";
import type { Group } from "../core/today";

/**
 * What crosses google.script.run between the sidebar and the edge: plain JSON both ways, no Date, no undefined inside
 * arrays. Codes, numbers and texts of cells, which the sidebar puts into words; names of fields and countries and the
 * reasons of classes are in words already. Labels of classes are the policy's. Days are ISO texts (2026-11-22),
 * instants are ISO texts in the spreadsheet's zone (2026-11-22T08:04). Every call may throw an Error whose message is
 * a plain sentence for the person.
 */

/** A cell that the person can be taken to. */
export interface Place {
  /** Google's number of the sheet. */
  readonly sheetId: number;
  readonly sheet: string;
  /** A1 notation of one cell, as it stood when it was read. */
  readonly a1: string;
}

/** A value of the policy, in the words of its row. */
export interface PolicyPlace extends Place {
  readonly label: string;
}

/** Everything the set-up asks. The sidebar keeps it between the screens and hands it back; nothing is saved before Write. */
export interface SetupDraft {
  readonly customers: number;
  /** null: there is no order sheet. */
  readonly orders: number | null;
  /** The team's own contact log; null: there is none. */
  readonly contacts: number | null;
  /** Silence before the set-up counts as it is, or from today on; null: as it was settled before. */
  readonly backlog: "as_is" | "today" | null;
  /** Field id -> header as it stands in the sheet; null: the person said that there is none. Only what the person corrected. */
  readonly columns: Readonly<Record<string, string | null>>;
  /** Question id -> answer. */
  readonly answers: Readonly<Record<string, string>>;
  /** "" until chosen: the likely one is taken. */
  readonly base: string;
  /** Currency -> how much of the base currency one unit is worth; missing: no fixed rate. */
  readonly rates: Readonly<Record<string, number>>;
  /** In units of the base currency; 0 until chosen: those of the policy. */
  readonly limits: { readonly A: number; readonly B: number; readonly C: number };
}

export interface Option {
  readonly value: string;
  /** The name of the field, country or currency that is meant, in the person's language; "" where the value tells it. */
  readonly label: string;
}

export interface OpenView {
  /** "new": no set-up yet; "ready": show the home. */
  readonly state: "new" | "ready";
  /** The name that this person gave as "who"; "" until asked. */
  readonly who: string;
}

/** Screen 1. */
export interface StartView {
  /** The draft to go on with: the sheets that were found, defaults for the rest (or the saved set-up when run again). */
  readonly draft: SetupDraft | null;
  /** null: no customer sheet was found. */
  readonly customers: { readonly sheetId: number; readonly sheet: string; readonly rows: number } | null;
  readonly orders: { readonly sheetId: number; readonly sheet: string; readonly rows: number } | null;
  readonly contacts: { readonly sheetId: number; readonly sheet: string; readonly rows: number } | null;
  /** Every visible sheet that is not ours, for correcting the choice. */
  readonly sheets: readonly { readonly sheetId: number; readonly sheet: string }[];
  /** How many columns Write would add to the customer sheet. */
  readonly columnsToAdd: number;
  /** Plain sentence when the customer sheet has no header row; "" else. */
  readonly problem: string;
}

/** Screen 2. */
export interface ColumnsView {
  readonly fields: readonly {
    readonly id: string;
    readonly label: string;
    readonly table: Table;
    /** The header that is used; "" where none. */
    readonly header: string;
    /** Up to two values of that column as they are shown. */
    readonly samples: readonly string[];
  }[];
  /** Headers that can be chosen, by table, as typed. */
  readonly headers: Readonly<Record<Table, readonly string[]>>;
  readonly questions: readonly Question[];
  /** A column holds the customer's name or number. Without one nothing goes on. */
  readonly named: boolean;
}

/** Something that is asked, not assumed: what an amount column means, day or month first, what 状态 待议 counts as. */
export interface Question {
  readonly id: string;
  /** "column": what the column holds. Else how its cells are meant. */
  readonly ask: Ask | "column";
  /** Header of the column as typed. */
  readonly header: string;
  /** How many cells wait for the answer. */
  readonly cells: number;
  /** One of them as typed; "" where the whole column is asked about. */
  readonly example: string;
  readonly options: readonly Option[];
  /** The value that we would take; "" for none. Until it is answered, nothing is used. */
  readonly proposal: string;
  /** The answer so far; "" for none. */
  readonly answer: string;
  readonly place: Place;
}

/** Screen 3. */
export interface LimitsView {
  /** Currencies to choose the base from, the likely ones first. */
  readonly currencies: readonly string[];
  /** Every other currency found in the sheets, with the number of cells in it and the rate so far. */
  readonly rates: readonly { readonly currency: string; readonly cells: number; readonly rate: number | null }[];
  /** Number of customers by the draft's limits; the last is "unrated", who have not bought. */
  readonly counts: readonly { readonly id: string; readonly label: string; readonly count: number }[];
  /** Round limits from the team's own orders; null where there are too few. */
  readonly round: { readonly A: number; readonly B: number; readonly C: number } | null;
  /** Plain sentences: limits out of order, a rate that is no number. */
  readonly problems: readonly string[];
}

/** Screen 4. */
export interface PreviewView {
  /** Of input, policy and day. Goes back with `begin`. */
  readonly fingerprint: string;
  readonly day: string;
  /** True before anything was ever written. */
  readonly first: boolean;
  readonly customers: number;
  readonly columnsToAdd: number;
  /** Cells that would be written in the customer sheet; 0 means that all is up to date. */
  readonly cells: number;
  readonly tiers: readonly { readonly id: string; readonly label: string; readonly count: number }[];
  readonly levels: readonly { readonly id: string; readonly label: string; readonly count: number }[];
  /** Changes of tier. `list` holds the first 200. */
  readonly changes: {
    readonly total: number;
    readonly up: number;
    readonly down: number;
    readonly list: readonly {
      readonly company: string;
      readonly from: string;
      readonly to: string;
      readonly why: string;
      readonly place: Place;
    }[];
  };
  /** Cells that could not be read, or were not used. `list` holds the first 200. */
  readonly unread: Findings;
  /** Orders without a customer, doubled customers, clashes, corrected names … `list` holds the first 200. */
  readonly noted: Findings;
  /** Where the team's own grade column says something else. `list` holds the first 200. */
  readonly differs: {
    readonly total: number;
    /** How many customers "keep mine" for all is for, and how many of them have no tier of ours. */
    readonly keep: number;
    readonly unrated: number;
    readonly column: string;
    readonly list: readonly {
      readonly key: string;
      readonly company: string;
      readonly yours: string;
      /** "" where he has no tier of ours. */
      readonly ours: string;
      /** His rows hold these grades: none of them is kept. [] where they hold one. */
      readonly clash: readonly string[];
      /** Why it is ours. */
      readonly why: string;
      readonly place: Place;
    }[];
  };
  /** Sentences about the policy sheet: a bad cell; the last good policy stays in force. */
  readonly notices: readonly string[];
  readonly faulty: readonly FaultyRow[];
  readonly policy: PolicyChanges;
  /** The base currency in the policy sheet was changed, and the limits are still asked about. */
  readonly rebased: { readonly from: string; readonly to: string } | null;
}

/** A row of the policy that a sentence finds fault with, and that is not the default, which can be put back. */
export interface FaultyRow extends PolicyPlace {
  readonly key: string;
}

/** What is another in the policy than at the last run. */
export interface PolicyChanges {
  readonly total: number;
  /** The first 5. Words of a choice of words are one line, with the names of the choices and no key. */
  readonly list: readonly {
    readonly key: string;
    readonly label: string;
    /** As in the cell; of a list of words those that went, and those that came. "" for none. */
    readonly from: string;
    readonly to: string;
    /** It is not the default, which can be put back. */
    readonly own: boolean;
    /** null: the policy sheet has no row for it. */
    readonly place: Place | null;
  }[];
  /** Those for which the list has no line. */
  readonly more: number;
  /** Rows that the policy sheet lacks, and that a run adds. */
  readonly rows: number;
}

export interface Findings {
  readonly total: number;
  readonly list: readonly FindingView[];
}

export interface FindingView {
  readonly kind: FindingKind;
  /** Name of the field in the person's language; "" where no field is meant. */
  readonly field: string;
  /** The cell as typed, or the name meant. */
  readonly text: string;
  /** The corrected name, the proposed customer, the other amount …; "" for none. */
  readonly detail: string;
  /** How many rows it stands for, or days without an answer; 0 where it is about one cell. */
  readonly count: number;
  readonly place: Place;
}

/** Compare with the preview and put into the journal; write our columns and tabs. */
export type Step = "check" | "write";

/** Where a run stands after a step. */
export type RunView =
  /** Call `advance(batch)`, which does `next`; `done` of `steps` steps are behind us. */
  | {
      readonly kind: "next";
      readonly batch: string;
      readonly next: Step;
      readonly done: number;
      readonly steps: number;
    }
  /** Cells written, and cells left because somebody changed them meanwhile; null: all was up to date. */
  | {
      readonly kind: "done";
      readonly written: { readonly cells: number; readonly left: number } | null;
      readonly home: HomeView;
    }
  /** The data, the policy or the day are no longer those of the preview: nothing was written, look again. */
  | { readonly kind: "changed"; readonly preview: PreviewView };

export interface HomeView {
  readonly day: string;
  readonly tiers: readonly { readonly id: string; readonly label: string; readonly count: number }[];
  /** In order of urgency. */
  readonly levels: readonly { readonly id: string; readonly label: string; readonly count: number }[];
  /** "" stands for customers without an owner. `due` is whom to write to before the list is cut; `wake` the long silent. */
  readonly owners: readonly {
    readonly owner: string;
    readonly count: number;
    readonly due: number;
    readonly wake: number;
  }[];
  /** The owner that this person is; null: never said. */
  readonly me: string | null;
  /** Whom to write to, at most `limit` an owner, in the order in which to write. */
  readonly today: readonly CustomerRow[];
  readonly limit: number;
  /** The long silent, the worthiest first; at most 300 of those that `owners` counts. */
  readonly wake: readonly CustomerRow[];
  /** The newest press of today, which can be taken back, and how many rows are that customer; null: there is none. */
  readonly logged: {
    readonly id: string;
    readonly company: string;
    readonly kind: Press["kind"];
    readonly rows: number;
  } | null;
  /** Every axis that can be shown in the customer sheet, and whether it is. */
  readonly axes: readonly { readonly id: string; readonly label: string; readonly shown: boolean }[];
  /** Classes that were set by hand, the run-out ones first. `list` holds the first 100. */
  readonly overrides: { readonly total: number; readonly list: readonly OverrideView[] };
  readonly unread: Findings;
  readonly noted: Findings;
  /** Sentences about the policy sheet: a bad cell; the last good policy stays in force. */
  readonly notices: readonly string[];
  readonly faulty: readonly FaultyRow[];
  /** Questions about cells and columns that were left open in the set-up. */
  readonly openQuestions: number;
  /** Set when the base currency in the policy sheet was changed: what do the limits now mean? */
  readonly question: RebaseQuestion | null;
  readonly schedule: ScheduleView;
  /** The moves of tier in the last whole month; null until the daily run has made it. */
  readonly month: MonthView | null;
  /** The last run: when, how many cells, and who ("" where no name was given); null where there is nothing to undo. */
  readonly undo: { readonly at: string; readonly cells: number; readonly who: string } | null;
  readonly who: string;
}

/** A class that a person has set by hand. */
export interface OverrideView {
  /** Row key, for `setOverride`, `removeOverride` and `goTo`. */
  readonly key: string;
  readonly company: string;
  readonly axis: string;
  readonly axisLabel: string;
  readonly class: string;
  readonly classLabel: string;
  readonly reason: string;
  /** The last day on which it counts; "" for no end. */
  readonly until: string;
  /** Who set it, and when; "" where no name was given. */
  readonly by: string;
  readonly day: string;
  /** "": it is in force; it has run out; its customer is not found, or another company has his number by now. */
  readonly state: "" | "expired" | "lost";
  readonly place: Place;
}

export interface OverrideAnswer {
  readonly home: HomeView;
  /** What stood there before; null for nothing. */
  readonly was: OverrideView | null;
  /** Handed to `undoOverride` it takes this back. */
  readonly undo: string;
}

/** The preview after the team's own grades were kept. */
export interface KeptView {
  readonly preview: PreviewView;
  /** How many customers. */
  readonly kept: number;
  /** For how many there was no room. */
  readonly left: number;
  /** Handed to `undoGrades` it takes all of it back. */
  readonly undo: string;
}

/** What is left of the limits after another base currency: converted, kept as numbers, or the old currency again. */
export type RebaseAnswer = "convert" | "keep" | "back";

export interface RebaseQuestion {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** How much of the old base currency one unit of the new one is worth; null: no fixed rate, so nothing converts. */
  readonly rate: number | null;
}

export interface CustomerRow {
  readonly key: string;
  readonly company: string;
  readonly owner: string;
  /** Level id: overdue, due, soon, on_track, silent, hold, unrated. */
  readonly level: string;
  readonly levelLabel: string;
  /** Why he stands in today's list; "" in the list of the long silent. */
  readonly group: Group | "";
  /** What to do, in the team's words; "" for nothing. */
  readonly next: string;
  /** Days after the due day, negative before it; null where there is no due day. */
  readonly over: number | null;
  readonly tier: string;
  readonly tierLabel: string;
  readonly why: string;
  readonly place: Place;
}

/** A button of today's list: we wrote, he wrote, or nobody did and it is put off to a day (ISO; "" for none). */
export interface Press {
  readonly kind: "contacted" | "replied" | "later";
  /** The name on the card: where another stands in the row by now, nothing is logged. */
  readonly company: string;
  readonly next: string;
}

export interface ScheduleView {
  readonly on: boolean;
  /** Hour of the day 0 to 23 in the spreadsheet's zone. */
  readonly hour: number;
  /** Who switched it on; "" when off. */
  readonly owner: string;
  /** The trigger belongs to the person who looks (others can take it over). */
  readonly mine: boolean;
  /** When, cells written and classes changed; null before the first run. */
  readonly lastRun: { readonly at: string; readonly cells: number; readonly moves: number } | null;
  /** Plain sentence; "" when the last run went well. */
  readonly lastError: string;
  /** "" when off. */
  readonly nextRun: string;
}

export interface UndoView {
  /**
   * A finished run was taken back; one was stopped on its way; there is none; it had been taken back before; its sheet or
   * its record is gone; none of its rows is there, so that it stays; another run has followed it, so that it stays.
   */
  readonly outcome: "undone" | "stopped" | "nothing" | "already" | "lost" | "gone" | "followed";
  /** Cells given back. */
  readonly restored: number;
  /** Cells that somebody changed since and that were left, or rows that are gone. `list` holds the first 200. */
  readonly left: {
    readonly total: number;
    readonly list: readonly {
      readonly why: Left["why"];
      readonly customer: string;
      /** null: the row or the column is gone. */
      readonly place: Place | null;
    }[];
  };
  readonly home: HomeView;
}

/** One thing that goes: columns and colour rules by their sheet, a tab, a named cell, the daily refresh, what is saved. */
export type RemovalLine =
  | { readonly goes: "columns"; readonly sheet: string; readonly headers: readonly string[] }
  | { readonly goes: "rules"; readonly sheet: string }
  | { readonly goes: "tab" | "name"; readonly name: string }
  | { readonly goes: "schedule"; readonly owner: string }
  | { readonly goes: "settings" };

export interface RemovalView {
  readonly lines: readonly RemovalLine[];
}

/** Screen 6: the customer in whose row the person stands, or why it is none. `at` is what `selection()` gives there. */
export type CardView =
  | {
      readonly kind: "none";
      readonly at: string;
      /** Another sheet, or a row that holds no customer. */
      readonly why: "elsewhere" | "no_customer";
      /** Name of the customer sheet. */
      readonly sheet: string;
    }
  | CustomerCard;

export interface CustomerCard {
  readonly kind: "customer";
  readonly at: string;
  readonly day: string;
  readonly key: string;
  readonly company: string;
  readonly owner: string;
  readonly place: Place;
  readonly tier: AxisCard;
  /** What lifts the tier, and when tier and activity fall; in the team's words. */
  readonly outlook: readonly string[];
  /** `level` is the id of the level. */
  readonly followup: Reasoned & { readonly level: string; readonly over: number | null };
  /** Every other axis, in their order. */
  readonly axes: readonly AxisCard[];
  /** What to do and the name of the axis that calls for it, the first first, no words twice. */
  readonly treatments: readonly { readonly axis: string; readonly what: string }[];
  readonly missing: readonly MissingFact[];
  /** `why` in a sentence, `horizon` in days; null: he has never ordered, or there are no orders to tell by. */
  readonly forecast: (ForecastLine & { readonly why: string; readonly horizon: number }) | null;
}

/** A class with its reason. It is never shown without the name of its axis. */
export interface Reasoned {
  readonly label: string;
  readonly classLabel: string;
  readonly why: string;
  /** Cells of the policy sheet that decided. */
  readonly policy: readonly PolicyPlace[];
}

export interface AxisCard extends Reasoned {
  readonly id: string;
  readonly rated: boolean;
  /** Classes that a person can set. */
  readonly classes: readonly Option[];
  /** Set by hand; null: by the rules. */
  readonly hand: OverrideView | null;
}

/** What would rate an axis that is not rated. */
export interface MissingFact {
  /** Name of the axis. */
  readonly axis: string;
  /** A cell that is blank or was not read; a column, a sheet or our own country that is not there. */
  readonly what: "cell" | "column" | "orders" | "contacts" | "home";
  /** Name of the field. */
  readonly field: string;
  readonly place: Place | null;
}

/** The views of the concept, each a choice of axes and words. */
export interface PresetsView {
  readonly list: readonly {
    readonly id: string;
    readonly name: string;
    /** The axes that it shows, the tier first, each with its first words. */
    readonly axes: readonly { readonly label: string; readonly words: readonly string[] }[];
  }[];
  /** Whose words are in force beside the team's own; "" where that cannot be told. */
  readonly current: string;
  /** Words of the team's own, which stay under each of them. */
  readonly own: readonly { readonly axis: string; readonly word: string }[];
  /** What the one that was asked about would change; null for none. */
  readonly change: {
    readonly id: string;
    readonly words: readonly { readonly axis: string; readonly from: string; readonly to: string }[];
    /** Axes whose columns would come into the customer sheet, and go. */
    readonly added: readonly string[];
    readonly removed: readonly string[];
    /** Cells of ours that a run would write then, the columns as they are. */
    readonly cells: number;
    /** Those where its axes are put into the customer sheet, whose new columns are written at once. */
    readonly rest: number;
  } | null;
}

/** Moves of class by what moved them: cells of the team's, its policy, the days that passed, somebody by hand, an undo. */
export interface ByCause {
  readonly data: number;
  readonly policy: number;
  readonly time: number;
  readonly hand: number;
  readonly undo: number;
}

/** The moves of tier in a month ("2026-10"). A move from or to unrated goes neither up nor down. */
export interface MonthView {
  readonly month: string;
  readonly up: number;
  readonly down: number;
  readonly byCause: ByCause;
}

/** What the History tab holds of one axis. What was undone is left out. */
export interface MovementView {
  readonly axis: string;
  /** Axes that can be asked for, the tier first. */
  readonly axes: readonly Option[];
  /** Classes of the axis in the order in which they are shown. */
  readonly classes: readonly Option[];
  /** The last twelve with this one, the newest first; none before the month in which the History tab begins. */
  readonly months: readonly {
    readonly month: string;
    /** null: the classes of this axis have no order. */
    readonly up: number | null;
    readonly down: number | null;
    readonly byCause: ByCause;
    readonly cells: readonly {
      /** Class ids. */
      readonly from: string;
      readonly to: string;
      readonly count: number;
      readonly byCause: ByCause;
      /** The first 20. */
      readonly customers: readonly {
        readonly key: string;
        readonly company: string;
        readonly cause: keyof ByCause;
        /** Of a move by the policy its rows each of which alone makes it, by their words; none where that is not known. */
        readonly rows: readonly string[];
        /** null: he is not in the sheet any more. */
        readonly place: Place | null;
      }[];
    }[];
  }[];
  /** Moves whose words no class has any more. */
  readonly unknown: number;
  /** The ISO day of the first run, from which moves are counted; null: there was none. */
  readonly since: string | null;
}

/** A day of the past by today's sheets and policy. Nothing is written. */
export interface PastView {
  readonly day: string;
  readonly today: string;
  /** How many customers had it then, and have it now. */
  readonly tiers: readonly Standing[];
  readonly levels: readonly Standing[];
  /** Customers whose tier or level is another now, a tier before a level. `list` holds the first 50. */
  readonly moved: {
    readonly total: number;
    readonly list: readonly {
      readonly key: string;
      readonly company: string;
      /** null: the same then and now. */
      readonly tier: StoodElsewhere | null;
      readonly level: StoodElsewhere | null;
      readonly place: Place;
    }[];
  };
}

/** A class then and now, each with its reason in short. */
export interface StoodElsewhere {
  readonly was: string;
  readonly now: string;
  readonly whyThen: string;
  readonly whyNow: string;
}

export interface Standing {
  readonly id: string;
  readonly label: string;
  readonly was: number;
  readonly now: number;
}

/** What the tab Back-test now holds. */
export interface BacktestView {
  /** The tab. */
  readonly place: Place;
  /** How many month ends, at most `wanted`; fewer where fewer have a whole year of orders before them. */
  readonly months: number;
  readonly wanted: number;
  /** First and last month end, and the ledger's first day; "" for none. */
  readonly from: string;
  readonly to: string;
  readonly ledgerFrom: string;
  /** By tier, over the month ends of which the six months are over: customers counted at each, and what one bought on average. */
  readonly tiers: readonly {
    readonly id: string;
    readonly label: string;
    readonly customers: number;
    /** With its currency; "" where nobody had this tier, or where no six months are over. */
    readonly mean: string;
  }[];
  /** The number of these month ends. */
  readonly judged: number;
  /** Some orders have no rate or no readable amount: the sums are without them. */
  readonly missing: boolean;
}

/** Who buys how much of the year. Shares are hundredths of a percent of the sum of all who bought for more than nothing. */
export interface ParetoView {
  /** With its currency. */
  readonly total: string;
  /** Orders and refunds of the year that could not be summed. */
  readonly missing: number;
  /** No refund is among these, so that the total is so much at least. */
  readonly atLeast: boolean;
  /** How many bought for more than nothing. */
  readonly customers: number;
  /** In percent: A goes up to and with the one who crosses `a`, B up to and with the one who crosses `b`. */
  readonly a: number;
  readonly b: number;
  readonly groups: readonly {
    readonly id: "A" | "B" | "C";
    readonly customers: number;
    readonly amount: string;
    readonly share: number;
  }[];
  /** The first 20. */
  readonly list: readonly {
    readonly key: string;
    readonly company: string;
    readonly amount: string;
    /** Some orders of his could not be summed, and no refund. */
    readonly atLeast: boolean;
    readonly share: number;
    /** With all before him. */
    readonly cumulative: number;
    readonly group: "A" | "B" | "C";
    readonly place: Place;
  }[];
  /** All after them. */
  readonly rest: { readonly customers: number; readonly amount: string; readonly share: number };
  /** Share of the largest, and of the three largest: what would be lost without them. */
  readonly first: number;
  readonly three: number;
  /** Whose refunds were more than their orders. `list` holds the first 20. */
  readonly negative: {
    readonly total: number;
    readonly list: readonly {
      readonly key: string;
      readonly company: string;
      readonly amount: string;
      readonly place: Place;
    }[];
  };
}

/** When a customer is expected to order next, as far as the orders tell. */
export interface ForecastLine {
  readonly key: string;
  readonly name: string;
  readonly place: Place;
  /** One in four orders before `from`, one in four after `to`; "" where too few gaps tell. */
  readonly from: string;
  readonly middle: string;
  readonly to: string;
  /** He has been silent for longer than three in four of such gaps. */
  readonly overdue: boolean;
  /** Of at least one order in the horizon, 0 to 1, and how many on average; null where no model has earned it. */
  readonly chance: number | null;
  readonly expected: number | null;
  /** What stands to be lost with him, with its currency; "" for none. */
  readonly risk: string;
  /** What was bought in the year, with its currency; "" for nothing. */
  readonly year: string;
  /** How often he has bought. */
  readonly purchases: number;
}

/** Who will order next, who is slipping away, and how that is known. */
export interface ForecastView {
  /** What foretells the chances; "none": nothing does, and there are windows at the most. */
  readonly model: "mbg_nbd" | "mbg_cnbd_k" | "gap" | "none";
  /** Why no better one: the buying models could not be fitted, none was better than days since the last order, or too few orders. */
  readonly fellBack: "boundary" | "no_better" | "too_little" | "";
  /** Days. */
  readonly horizon: number;
  /** Orders that were looked at. */
  readonly orders: number;
  /**
   * The trial on the last `days` days: how often the model, and days since the last order alone, gave the higher chance to
   * the one of two customers who then ordered, 0 to 1; null where there was none.
   */
  readonly tested: {
    readonly days: number;
    readonly customers: number;
    readonly auc: number;
    readonly baseline: number;
  } | null;
  /** The soonest first. */
  readonly next: ForecastLines;
  /** Who is overdue, the largest amount at risk first. */
  readonly slipping: ForecastLines;
}

/** `list` holds the first 200. */
export interface ForecastLines {
  readonly total: number;
  readonly list: readonly ForecastLine[];
}

/** The calls of the sidebar. Each is declared once in entries.ts; this is their shape. */
export interface Server {
  open(): OpenView;
  /** Screen 1; the draft of an earlier visit (or null) with what the person corrected. */
  start(draft: SetupDraft | null): StartView;
  columns(draft: SetupDraft): ColumnsView;
  limits(draft: SetupDraft): LimitsView;
  /** With a draft: what set-up would write; null: by the saved set-up. */
  preview(draft: SetupDraft | null): PreviewView;
  /** First step of a run. With a draft the set-up is saved and our columns and tabs are made. */
  begin(fingerprint: string, draft: SetupDraft | null): RunView;
  advance(batch: string): RunView;
  /** Stop pressed between two steps: what was written is given back. */
  abandon(batch: string): UndoView;
  undo(): UndoView;
  home(): HomeView;
  goTo(place: Place, key: string): void;
  /** Writes a press into our contact log; the customer's row follows at once. */
  log(key: string, press: Press): HomeView;
  /** Takes a press back: `HomeView.logged`. */
  unlog(id: string): HomeView;
  /** Sets the class of a customer by hand; his rows follow at once. `until` is the last day on which it counts, "" for no end. */
  setOverride(key: string, axis: string, id: string, reason: string, until: string): OverrideAnswer;
  /** The rules decide again. */
  removeOverride(key: string, axis: string): OverrideAnswer;
  /** Takes back what either of them did: `OverrideAnswer.undo`. */
  undoOverride(undo: string): HomeView;
  /** Sets the tier to the team's own grade where the preview says that they differ; null: of all customers. */
  keepGrades(keys: readonly string[] | null, draft: SetupDraft | null): KeptView;
  /** Takes all of that back: `KeptView.undo`. */
  undoGrades(undo: string, draft: SetupDraft | null): PreviewView;
  /** Remembers for this person which owner he is. */
  setMe(owner: string): void;
  /** Which axes stand in the customer sheet as columns of ours, by id. */
  showAxes(ids: readonly string[]): HomeView;
  /** Where the person stands, as a text that is another in each row of each sheet: one read of the document. */
  selection(): string;
  /** The customer there. */
  card(): CardView;
  /** Makes the sheet of rates in a base currency where there is none, shows it and goes there. */
  showRates(base: string): void;
  /** The views, and what one of them would change ("" for none). Nothing is written. */
  presets(id: string): PresetsView;
  /** Puts the words of a view into the policy and, where wished, its axes into the customer sheet; gives what a run would then write. */
  usePreset(id: string, columns: boolean): PreviewView;
  setWho(name: string): void;
  /** Puts the default of a value back into its cell of the policy sheet. */
  resetPolicy(key: string): void;
  /** Answers `HomeView.question`. */
  answer(question: string, value: string): HomeView;
  switchOn(hour: number): ScheduleView;
  switchOff(): ScheduleView;
  /** The moves of the last twelve months on an axis ("" for the tier). */
  movement(axis: string): MovementView;
  /** How everybody stood on an ISO day before today. */
  past(day: string): PastView;
  /** Writes the policy's last two years onto the tab Back-test and shows it. */
  backtest(): BacktestView;
  pareto(): ParetoView;
  /** Of the customers of an owner ("": of nobody); null: of all. */
  forecast(owner: string | null): ForecastView;
  removalPlan(): RemovalView;
  remove(): RemovalView;
}
