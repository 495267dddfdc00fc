import { of } from "./numbers";

/** What is said about cells of the team's that need a person, in English: the reference for the other languages. */

const quoted = (text: string): string => `“${text}”`;

/** `field` is the field's name in the person's language, `text` the cell as typed or the name meant, `count` its rows or days. */
type Finding = (field: string, text: string, detail: string, count: number) => string;
/** A question about the cells of a column: its header, how many cells, one of them. */
export type Asked = (header: string, cells: number, example: string) => string;

/** Keeps the keys known, and types what each sentence is made of. */
const aboutFindings = <Kind extends string>(texts: Readonly<Record<Kind, Finding>>) => texts;
const aboutQuestions = <Ask extends string>(texts: Readonly<Record<Ask, Asked>>) => texts;

const inColumn = (header: string): string => `Column ${quoted(header)}:`;
const like = (one: string, many: string, [header, cells, example]: Parameters<Asked>, which = ""): string =>
  `${inColumn(header)} ${of(cells, one, many)}${which} like ${quoted(example)}`;
const standsIn = (one: string, many: string, [header, cells, example]: Parameters<Asked>): string =>
  `${inColumn(header)} ${quoted(example)} in ${of(cells, one, many)}`;

/** A sentence for each kind of finding. */
export const findingsEn = aboutFindings({
  unreadable: (field, text) => `${field}${/^\s*$/.test(text) ? " is empty" : `: ${quoted(text)} cannot be read`}.`,
  ambiguous: (field, text) => `${field}: ${quoted(text)} could mean two things.`,
  corrected: (field, text, detail) => `${field}: ${quoted(text)} was read as ${detail}.`,
  future: (field, text) => `${field}: ${quoted(text)} lies in the future and is not used.`,
  no_rate: (_, text) => `${quoted(text)}: no rate for this currency on that day, not summed.`,
  bad_rate: (_, text, day) =>
    day === ""
      ? `Rates: ${/^\s*$/.test(text) ? "a cell is empty" : `${quoted(text)} cannot be used`}, so this row does not count.`
      : `Rates: ${quoted(text)} could be two days, so this row does not count. Type it with the year first, as in ${day}.`,
  rate_twice: (_, text) => `Rates: ${quoted(text)} is a second rate for the same currency and day.`,
  rate_of_base: (_, text) => `Rates: ${quoted(text)} is the base currency and needs no rate.`,
  doubled_order: (_, text, __, count) =>
    `Order number ${quoted(text)} stands for ${of(count, "order", "orders")} of other customers or days; each counts.`,
  equal_lines: (_, text, detail, count) =>
    `Order ${quoted(detail)}: ${of(count, "row", "rows")} with the same amount ${quoted(text)}; each counts until answered.`,
  unmatched_order: (_, text, detail, count) =>
    text === ""
      ? `${of(count, "order", "orders")} without a customer.`
      : `Order of ${quoted(text)}: no such customer.${detail === "" ? "" : ` Perhaps ${detail}?`}`,
  unknown_status: (_, text) => `Order state ${quoted(text)} is not known; not counted.`,
  listed_status: (_, text) => `Order state ${quoted(text)}; not counted.`,
  refund_of_uncounted: (_, text) => `${quoted(text)}: a refund of an order that is not counted.`,
  sample_in_text: (_, text) => `${quoted(text)} speaks of a sample; counted as an order until answered.`,
  clash: (field, text, detail) => `${text}: ${field} typed and by the orders differ (${detail}).`,
  duplicate: (_, text, detail) => `${text} stands in more than one row.${detail === "" ? "" : ` (${detail})`}`,
  no_clock: (_, text) => `${text}: no contact, inquiry or creation day, so no due day.`,
  unknown_word: (field, text, row, count) =>
    `${field}: ${quoted(text)} in ${of(count, "cell", "cells")} is not known. Add it to a row of the policy sheet such as ${quoted(row)}.`,
  unmatched_contact: (_, text, detail, count) =>
    `${of(count, "contact", "contacts")} with ${quoted(text)}: no such customer.${detail === "" ? "" : ` Perhaps ${detail}?`}`,
  unmatched_press: (_, text, detail, count) =>
    `${of(count, "press", "presses")} on ${quoted(text)} no longer ${count === 1 ? "counts" : "count"}: he is gone, or has another name now.${detail === "" ? "" : ` Perhaps ${detail}?`}`,
  owner_clash: (_, text, detail) => `${text} has two owners: ${detail}.`,
  override_expired: (axis, text, detail, days) =>
    `${text}: ${axis} set by hand ran out ${of(days, "day", "days")} ago: ${detail}.`,
  override_lost: (axis, text, detail) =>
    `${axis} ${detail} was set by hand for ${quoted(text)}, who is not found any more.`,
  no_answer: (_, text, __, days) => `${text}: 3 stars, and no answer for ${of(days, "day", "days")}. Still interested?`,
});

/** What is asked about columns and cells, and the answers that have words of their own. */
export const questionsEn = {
  asked: aboutQuestions({
    column: (header, cells) => `${inColumn(header)} ${of(cells, "cell", "cells")}. What is in it?`,
    decimal: (...at) => `${like("amount", "amounts", at)}. Which sign marks the decimals?`,
    currency: (...at) => `${like("amount", "amounts", at)}. Which currency is it?`,
    inexact: (header, cells, example) =>
      `${inColumn(header)} ${of(cells, "amount is", "amounts are")} not exact, like ${quoted(example)}. Use the number?`,
    wan: (...at) => `${like("amount", "amounts", at)}. What does w mean?`,
    scale: (...at) => `${like("amount", "amounts", at)}, under a header that names a unit. In which unit?`,
    day_order: (...at) => `${like("day", "days", at)}. Which comes first, day or month?`,
    no_year: (...at) => `${like("day", "days", at, " without a year,")}. Which year?`,
    no_day: (...at) => `${like("month", "months", at, " without a day,")}. Which day?`,
    country: (...at) => `${standsIn("cell", "cells", at)}. Which country is it?`,
    yes_no: (...at) => `${standsIn("cell", "cells", at)}. Yes or no?`,
    status: (...at) => `${standsIn("row", "rows", at)}. Does it count as an order?`,
    sample: (...at) => `${standsIn("row", "rows", at)}. Is it a sample?`,
    lines: (header, cells, example) =>
      `${inColumn(header)} ${of(cells, "order holds", "orders hold")} the same amount in each row, like ${quoted(example)}. What is it?`,
    word: (...at) => `${standsIn("cell", "cells", at)}. Which of these is it?`,
    relation: (...at) =>
      `${standsIn("cell", "cells", at)} says how far the customer is, not where he came from. Which source is it?`,
  }),
  /** Question -> answer -> its words. What is missing is called by the name that the edge gives. */
  answers: {
    column: {
      annual: "What he bought from us in the last 12 months",
      lifetime: "All that he ever bought from us",
      buyer_volume: "All that he buys, from anyone",
      expected: "What we expect from him",
      none: "None of these; leave it out",
    },
    decimal: {
      point: "The point marks the decimals (1.234 is a little over 1)",
      comma: "The comma marks the decimals (1.234 is one thousand)",
    },
    inexact: { take: "Take the number that stands there, or the lower one" },
    wan: { "10000": "w means ten thousand" },
    scale: { full: "As written, in full", header: "In the unit of the header" },
    day_order: {
      dmy: "Day first (03/04 is 3 April)",
      mdy: "Month first (03/04 is 4 March)",
      ymd: "Year first (24.05.10 is 10 May 2024)",
    },
    no_year: { past: "The last one that is past" },
    no_day: { first: "The first of the month" },
    yes_no: { yes: "Yes", no: "No" },
    status: { counts: "It is an order", no: "It is none", listed: "List it, do not count it" },
    sample: { yes: "It is a sample", no: "It is an order" },
    lines: { each: "The amount of each row; add them up", whole: "The whole order's amount, repeated; count it once" },
    word: { in: "He wrote to us", out: "We wrote to him", none: "Neither; only a note" },
    relation: { leave: "No source; leave these cells out" },
  } as Readonly<Record<string, Readonly<Record<string, string>>>>,
  leaveOut: "Leave these cells out",
};
