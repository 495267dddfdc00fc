/** Every sentence of the edge, in English: the reference that the other languages must match. */

const grouped = (n: number | string): string =>
  typeof n === "number" ? String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ",") : n;
const of = (n: number, one: string, many: string): string => `${grouped(n)} ${n === 1 ? one : many}`;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const quoted = (text: string): string => `“${text}”`;

/** An instant in the spreadsheet's zone. */
export interface Moment {
  /** 1 to 12. */
  readonly month: number;
  readonly date: number;
  /** 14:05. */
  readonly time: string;
}

type Where = string | number;
type Finding = (field: string, text: string, detail: string) => string;
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

const moment = ({ month, date, time }: Moment): string => `${date} ${MONTHS[month - 1]}, ${time}`;

export const edgeEn = {
  menu: { open: "Open Tierbook" },
  tabs: { policy: "Policy", classes: "Classes", history: "History", undo: "Undo" },

  errors: {
    zoneUnknown: (zone: Where) =>
      `The spreadsheet's time zone ${zone} is not known here. Choose another one in File, Settings.`,
    zoneDiffers: (zone: Where, ours: Where, google: Where) =>
      `In the time zone ${zone} Google's day is ${google} and ours is ${ours}. Nothing was written. Choose a neighbouring time zone in File, Settings.`,
    customersGone: (name: Where) =>
      `The customer sheet ${name} is not there any more. Run the set-up again and choose it.`,
    ordersGone: (name: Where) => `The order sheet ${name} is not there any more. Run the set-up again and choose it.`,
    customersNoHeader: (name: Where) =>
      `No header row was found in rows 1 to 10 of the sheet ${name}. A header such as Company or Customer is needed.`,
    ordersNoHeader: (name: Where) =>
      `No header row was found in rows 1 to 10 of the order sheet ${name}. Headers such as Customer, Order date and Amount are needed.`,
    notSetUp: () => "Tierbook is not set up in this file yet. Open it from the menu and press Start.",
    batchGone: () => "This run is no longer in the Undo tab. Look at the preview and write again.",
    batchUndone: () => "This run was undone meanwhile. Look at the preview and write again.",
    busy: () => "Somebody else is writing in this file just now. Try again in a minute.",
    badLimits: (what: Where) => `The limits cannot be used: ${what}`,
    badPolicy: (what: Where) => `The policy was not changed. ${what}`,
    noName: () => "No column holds the customer's name or number. Choose one on the Columns screen.",
    rebaseFails: () => "The limits cannot be kept under this currency. Change them in the policy sheet first.",
    nothingAsked: () => "This question is not open any more. Press Refresh.",
    badHour: () => "The hour must be a whole number from 0 to 23.",
    sheetGone: (name: Where) => `The sheet ${name} is not there any more.`,
    rowGone: () => "This customer's row is not there any more. Press Refresh.",
    google: (message: Where) =>
      `Google could not do this just now. Try again; your own cells are untouched. (Google says: ${message})`,
    bug: () =>
      "Something went wrong on our side. Your own cells are untouched. Try again; if it stays, tell whoever looks after Tierbook.",
    cellUnreadable: (parameter: Where, text: Where) => `${parameter}: ${text} cannot be read.`,
    cellAmbiguous: (parameter: Where, text: Where) =>
      `${parameter}: ${text} could mean two things. Write it out in full.`,
    heights: (a: Where, b: Where) =>
      `${a} and ${b} must have the same number of rows, or one of them be a single cell.`,
    oneColumn: (parameter: Where) => `${parameter}: pass one cell or one column.`,
    badAsOf: () => "as_of must be a day. Pass the cell TIERBOOK_DAY.",
    tableNeeded: (parameter: Where) => `${parameter}: pass the whole table with its header row.`,
    unknownAxis: (text: Where, known: Where) => `axis: ${text} is not known. Known are: ${known}.`,
    badCadence: (text: Where) => `cadence: ${text} is neither days, nor a tier such as A, nor stars such as 3 stars.`,
    noSuchCustomer: (text: Where) => `customer: ${text} is not in the customer table, or more than once.`,
    noRate: (currency: Where, base: Where) => `There is no fixed rate from ${currency} to ${base} in the policy.`,
    policyCell: (what: Where) => `policy: ${what}`,
  },

  policyNote: (allowed: string) => `Allowed: ${allowed}`,
  dayLabel: "Day of the classes",
  dayNote:
    "This cell is named TIERBOOK_DAY. Pass it to the functions as as_of, not TODAY(): then they are calculated again each day and after each change of the policy.",
  policyProblem: (place: string, what: string) => (place === "" ? what : `${place}: ${what}`),
  lastGoodPolicy: "Until this is mended, the last good policy stays in force.",
  policyProblems: {
    unknownKey: (key: string, near: readonly string[]) =>
      near.length === 0
        ? `${quoted(key)} is no value of the policy.`
        : `${quoted(key)} is no value of the policy. Near are: ${near.join(", ")}.`,
    badValue: (label: string, text: string, allowed: string) =>
      `${label}: ${text === "" ? "this cell" : quoted(text)} cannot be used. Allowed is ${allowed}.`,
    outOfOrder: (label: string, above: string) => `${quoted(label)} must stay below ${quoted(above)}.`,
    sameLabel: (label: string, other: string) => `${quoted(label)} and ${quoted(other)} need different words.`,
  },

  historyHeaders: ["Day", "Batch", "Row", "Customer", "What", "From", "To", "Cause", "By"],
  causes: { data: "data", policy: "policy", time: "time", undo: "undo" },
  firstGrading: "All customers: first grading",
  schedule: "schedule",

  steps: {
    check: "Next: compare with the preview.",
    columns: "Next: write our columns.",
    rest: "Next: write the Classes tab and the history.",
  },
  written: (cells: number, left: number) =>
    left === 0
      ? `Written: ${of(cells, "cell", "cells")}.`
      : `Written: ${of(cells, "cell", "cells")}. Left as they are: ${grouped(left)}, because somebody changed them meanwhile.`,
  nothingToWrite: "All is up to date. Nothing was written.",
  nothingToUndo: "There is nothing to undo.",
  undoneAlready: "The last run is undone already. Nothing was changed.",
  stopped: (cells: number) =>
    cells === 0 ? "Stopped. Nothing had been written." : `Stopped. ${of(cells, "cell", "cells")} given back.`,
  undone: (cells: number, left: number) =>
    left === 0
      ? `Undone: ${of(cells, "cell", "cells")} given back.`
      : `Undone: ${of(cells, "cell", "cells")} given back, ${grouped(left)} left as they are.`,
  left: {
    gone: (name: string) => `${name}: the row or the column is not there any more.`,
    doubled: (name: string) => `${name}: another row has this number or name now.`,
    edited: (name: string) => `${name}: somebody has changed this cell since.`,
  },

  moment,
  /** Days after the due day; negative before it. */
  when: (over: number) =>
    over > 0 ? `${of(over, "day", "days")} overdue` : over === 0 ? "due today" : `due in ${of(-over, "day", "days")}`,
  undoLabel: (at: Moment, cells: number, who: string) =>
    `Undo last: ${moment(at)}, ${of(cells, "cell", "cells")}${who === "" ? "" : ` (${who})`}`,
  openQuestions: (n: number): string[] =>
    n === 0
      ? []
      : [
          `${of(n, "question is", "questions are")} open: run the set-up again to answer. Until then these cells are not used.`,
        ],
  lastRun: (at: Moment, cells: number, moves: number) =>
    `${moment(at)}: ${cells === 0 ? "nothing to change" : `${of(cells, "cell", "cells")} written, ${of(moves, "class changed", "classes changed")}`}`,

  findings: aboutFindings({
    unreadable: (field, text) => `${field}: ${quoted(text)} cannot be read.`,
    ambiguous: (field, text) => `${field}: ${quoted(text)} could mean two things.`,
    corrected: (field, text, detail) => `${field}: ${quoted(text)} was read as ${detail}.`,
    future: (field, text) => `${field}: ${quoted(text)} lies in the future and is not used.`,
    no_rate: (_, text) => `${quoted(text)}: no fixed rate for this currency, not summed.`,
    unmatched_order: (_, text, detail) =>
      `Order of ${quoted(text)}: no such customer.${detail === "" ? "" : ` Perhaps ${detail}?`}`,
    unknown_status: (_, text) => `Order state ${quoted(text)} is not known; not counted.`,
    listed_status: (_, text) => `Order state ${quoted(text)}; not counted.`,
    refund_of_uncounted: (_, text) => `${quoted(text)}: a refund of an order that is not counted.`,
    sample_in_text: (_, text) => `${quoted(text)} speaks of a sample; counted as an order until answered.`,
    clash: (field, text, detail) => `${text}: ${field} typed and by the orders differ (${detail}).`,
    duplicate: (_, text, detail) => `${text} stands in more than one row.${detail === "" ? "" : ` (${detail})`}`,
    no_clock: (_, text) => `${text}: no contact, inquiry or creation day, so no due day.`,
  }),

  rebase: {
    text: (from: string, to: string) =>
      `The base currency in the policy sheet was changed from ${from} to ${to}. What do the limits mean now? Until you answer, ${from} stays in force.`,
    convert: (to: string, rate: number, from: string) => `Convert them at the fixed rate (1 ${to} = ${rate} ${from})`,
    keep: (to: string) => `Keep the numbers; they are in ${to} now`,
    back: (from: string) => `Go back to ${from}`,
  },
  rebased: (from: string, to: string) =>
    `The base currency in the policy sheet was changed from ${from} to ${to}; until the question about the limits is answered, ${from} stays in force.`,

  noCustomerSheet: "No customer sheet was found. Choose the sheet that holds your customers.",
  noNameColumn: "No column holds the customer's name or number. Choose one above.",
  notBought: "Not bought",
  columnMeans: (field: string, label: string) => FIELD_MEANINGS[field] ?? label,
  columnAsked: (header: string, cells: number) => `${inColumn(header)} ${of(cells, "cell", "cells")}. What is in it?`,
  columnNone: "None of these; leave it out",
  leaveOut: "Leave these cells out",
  answers: {
    decimal: {
      point: "The point marks the decimals (1.234 is a little over 1)",
      comma: "The comma marks the decimals (1.234 is one thousand)",
    },
    inexact: { take: "Take the number that stands there, or the lower one" },
    wan: { "10000": "w means ten thousand" },
    day_order: { dmy: "Day first (03/04 is 3 April)", mdy: "Month first (03/04 is 4 March)" },
    no_year: { past: "The last one that is past" },
    no_day: { first: "The first of the month" },
    yes_no: { yes: "Yes", no: "No" },
    status: { counts: "It is an order", no: "It is none", listed: "List it, do not count it" },
    sample: { yes: "It is a sample", no: "It is an order" },
  } as Readonly<Record<string, Readonly<Record<string, string>>>>,
  asked: aboutQuestions({
    decimal: (...at) => `${like("amount", "amounts", at)}. Which sign marks the decimals?`,
    currency: (...at) => `${like("amount", "amounts", at)}. Which currency is it?`,
    inexact: (header, cells, example) =>
      `${inColumn(header)} ${of(cells, "amount is", "amounts are")} not exact, like ${quoted(example)}. Use the number?`,
    wan: (...at) => `${like("amount", "amounts", at)}. What does w mean?`,
    day_order: (...at) => `${like("day", "days", at)}. Which comes first, day or month?`,
    no_year: (...at) => `${like("day", "days", at, " without a year,")}. Which year?`,
    no_day: (...at) => `${like("month", "months", at, " without a day,")}. Which day?`,
    country: (...at) => `${standsIn("cell", "cells", at)}. Which country is it?`,
    yes_no: (...at) => `${standsIn("cell", "cells", at)}. Yes or no?`,
    status: (...at) => `${standsIn("row", "rows", at)}. Does it count as an order?`,
    sample: (...at) => `${standsIn("row", "rows", at)}. Is it a sample?`,
  }),

  removal: {
    columns: (sheet: string, headers: readonly string[]) =>
      `${of(headers.length, "column", "columns")} in ${sheet}: ${headers.join(", ")}`,
    rules: (sheet: string) => `Our colour rules in ${sheet}`,
    tab: (name: string) => `The tab ${name}`,
    dayName: (name: string) => `The name ${name}`,
    schedule: (owner: string) => `The daily refresh${owner === "" ? "" : ` of ${owner}`}`,
    settings: "What the set-up saved",
  },
};

const FIELD_MEANINGS: Readonly<Record<string, string>> = {
  annual: "What he bought from us in the last 12 months",
  lifetime: "All that he ever bought from us",
  buyer_volume: "All that he buys, from anyone",
  expected: "What we expect from him",
};

/** What every language of the edge must give. */
export type EdgeTexts = Omit<typeof edgeEn, "historyHeaders"> & { readonly historyHeaders: readonly string[] };
