/**
 * What crosses google.script.run between the sidebar and the edge: plain JSON both ways, no Date, no undefined inside
 * arrays. Days are ISO texts (2026-11-22). Texts are already in the language of the person who looks, except labels of
 * classes, which are the policy's. Every call may throw an Error whose message is a plain sentence for the person.
 */

/** A cell that the person can be taken to. */
export interface Place {
  /** Google's number of the sheet. */
  readonly sheetId: number;
  readonly sheet: string;
  /** A1 notation of one cell, as it stood when it was read. */
  readonly a1: string;
}

/** Everything the set-up asks. The sidebar keeps it between the screens and hands it back; nothing is saved before Write. */
export interface SetupDraft {
  readonly customers: number;
  /** null: there is no order sheet. */
  readonly orders: number | null;
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
  /** "Found: 412 customers, 1,530 orders", or what is missing, in a sentence. */
  readonly customers: { readonly sheetId: number; readonly sheet: string; readonly rows: number } | null;
  readonly orders: { readonly sheetId: number; readonly sheet: string; readonly rows: number } | null;
  /** Every visible sheet that is not ours, for correcting the choice. */
  readonly sheets: readonly { readonly sheetId: number; readonly sheet: string }[];
  /** How many columns Write would add to the customer sheet. */
  readonly columnsToAdd: number;
  /** Plain sentence when no customer sheet was found. */
  readonly problem: string;
}

/** Screen 2. */
export interface ColumnsView {
  readonly fields: readonly {
    readonly id: string;
    readonly label: string;
    readonly table: "customers" | "orders";
    /** The header that is used; "" where none. */
    readonly header: string;
    /** Up to two values of that column as they are shown. */
    readonly samples: readonly string[];
  }[];
  /** Headers that can be chosen, by table, as typed. */
  readonly headers: { readonly customers: readonly string[]; readonly orders: readonly string[] };
  readonly questions: readonly Question[];
  /** Plain sentences that must be mended before going on (no customer name and no id). */
  readonly problems: readonly string[];
}

/** Something that is asked, not assumed: what an amount column means, day or month first, what 状态 待议 counts as. */
export interface Question {
  readonly id: string;
  /** "Column 年采购额: 35 cells. Is it …?" */
  readonly text: string;
  readonly options: readonly Option[];
  /** The value that we would take; "" for none. Until it is answered, nothing is used. */
  readonly proposal: string;
  /** The answer so far; "" for none. */
  readonly answer: string;
  readonly place: Place | null;
}

/** Screen 3. */
export interface LimitsView {
  /** Currencies to choose the base from, the likely ones first. */
  readonly currencies: readonly string[];
  /** Every other currency found in the sheets, with the number of cells in it and the rate so far. */
  readonly rates: readonly { readonly currency: string; readonly cells: number; readonly rate: number | null }[];
  /** Tier label -> number of customers, by the draft's limits; the last is "not bought". */
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
    readonly column: string;
    readonly list: readonly {
      readonly company: string;
      readonly yours: string;
      readonly ours: string;
      readonly place: Place;
    }[];
  };
  /** Sentences about the policy sheet (a bad cell; the last good policy stays in force), and other notices. */
  readonly notices: readonly string[];
}

export interface Findings {
  readonly total: number;
  readonly list: readonly { readonly text: string; readonly place: Place }[];
}

/** Where a run stands after a step. */
export type RunView =
  /** Call `advance(batch)` next. `label` says what comes, for the progress line; `done` of `steps` steps are behind us. */
  | {
      readonly kind: "next";
      readonly batch: string;
      readonly label: string;
      readonly done: number;
      readonly steps: number;
    }
  | { readonly kind: "done"; readonly message: string; readonly home: HomeView }
  /** The data, the policy or the day are no longer those of the preview: nothing was written, look again. */
  | { readonly kind: "changed"; readonly preview: PreviewView };

export interface HomeView {
  readonly day: string;
  readonly tiers: readonly { readonly id: string; readonly label: string; readonly count: number }[];
  /** In order of urgency. */
  readonly levels: readonly { readonly id: string; readonly label: string; readonly count: number }[];
  /** "" stands for customers without an owner. */
  readonly owners: readonly { readonly owner: string; readonly count: number }[];
  /** Sorted by urgency: overdue, due, soon … At most 300; `total` counts all. */
  readonly rows: readonly CustomerRow[];
  readonly total: number;
  readonly unread: Findings;
  readonly noted: Findings;
  readonly notices: readonly string[];
  /** Set when the base currency in the policy sheet was changed: what do the limits now mean? */
  readonly question: Question | null;
  readonly schedule: ScheduleView;
  /** "Undo last: 22 Nov, 14:05, 812 cells (Amy)"; null where there is nothing to undo. */
  readonly undo: string | null;
  readonly who: string;
}

export interface CustomerRow {
  readonly key: string;
  readonly company: string;
  readonly owner: string;
  /** Level id: overdue, due, soon, on_track, silent, hold, unrated. */
  readonly level: string;
  readonly levelLabel: string;
  /** "5 days overdue", "due in 3 days"; "" where there is no due day. */
  readonly when: string;
  readonly tier: string;
  readonly tierLabel: string;
  readonly why: string;
  readonly place: Place;
}

export interface ScheduleView {
  readonly on: boolean;
  /** Hour of the day 0 to 23 in the spreadsheet's zone. */
  readonly hour: number;
  /** Who switched it on; "" when off. */
  readonly owner: string;
  /** The trigger belongs to the person who looks (others can take it over). */
  readonly mine: boolean;
  /** "22 Nov, 8:04: 3 classes changed"; "" before the first run. */
  readonly lastRun: string;
  /** Plain sentence; "" when the last run went well. */
  readonly lastError: string;
  readonly nextRun: string;
}

export interface UndoView {
  /** Cells given back. */
  readonly restored: number;
  /** Cells that somebody changed since and that were left, or rows that are gone. */
  readonly left: readonly { readonly text: string; readonly place: Place | null }[];
  readonly message: string;
  readonly home: HomeView;
}

export interface RemovalView {
  /** What would go, a line each. */
  readonly lines: readonly string[];
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
  setWho(name: string): void;
  /** Answers `HomeView.question`. */
  answer(question: string, value: string): HomeView;
  switchOn(hour: number): ScheduleView;
  switchOff(): ScheduleView;
  removalPlan(): RemovalView;
  remove(): RemovalView;
}
