import type { Day } from "../day";

/** A date cell: the whole day that it shows in the spreadsheet's own zone. The edge makes these; core never sees a Date. */
export interface DateCell {
  readonly day: Day;
}

/** A cell as core sees it. Empty is "". */
export type Cell = string | number | boolean | DateCell;

/** Rows of cells, top to bottom. */
export type Rows = readonly (readonly Cell[])[];

/** What a team has to tell us before an ambiguous cell is used. The answer holds for the whole column. */
export type Ask =
  | "decimal" // 1.234: grouping or decimal; answer "point" or "comma" (which sign marks the decimals)
  | "currency" // $ or ¥; answer an ISO 4217 code, for the column or for the sign: key "currency:$"
  | "inexact" // 约3万, 3-5万, 5000+; answer "take" (the stated or lower number)
  | "wan" // 30w; answer "10000"
  | "scale" // USD 400,000 under a header in 万; answer "full" (as written) or "header" (in the header's unit)
  | "day_order" // 03/04/2025; answer "dmy", "mdy", or "ymd" for 24.05.10
  | "no_year" // 6.3; answer "past" (the last one that is past)
  | "no_day" // 2025-03; answer "first"
  | "country" // Korea; answer an ISO 3166 code, asked once a word: key "country:korea"
  | "yes_no" // 待确认; answer "yes" or "no", asked once a word: key "yes_no:待确认"
  | "status" // an unknown order status; answer "counts", "no" or "listed", once a word: key "status:…"
  | "word" // a word that no list of the policy knows; answer a class of the axis: key "word:…"
  | "relation" // 新客户 in a source cell (X09); answer a class of the axis, or that it is no source: key "word:…"
  | "lines" // rows of one order that hold the same amount; answer "each" or "whole" (what the column holds in each of them)
  | "sample"; // sample within a longer text; answer "yes" or "no"

/** Answers of the team for one column, by {@link Ask}, or by `ask:word` (folded) for the asks that go by the word. */
export type Answers = Readonly<Record<string, string>>;

/** What a cell was read as. Nothing but "read" is ever used in a class. */
export type Reading<T> =
  | { readonly as: "blank" }
  /** `corrected` is set where the value was taken for a misspelling: the name that it was read as. */
  | { readonly as: "read"; readonly value: T; readonly corrected?: string }
  | { readonly as: "ambiguous"; readonly ask: Ask; readonly word?: string; readonly proposal?: T }
  | { readonly as: "unreadable" };

export const blank: Reading<never> = { as: "blank" };
export const unreadable: Reading<never> = { as: "unreadable" };
export const read = <T>(value: T): Reading<T> => ({ as: "read", value });

export const isDateCell = (cell: Cell): cell is DateCell => typeof cell === "object";
