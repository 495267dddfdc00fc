/**
 * What the edge says by itself, in English: what stands in cells, tabs and the menu, and what is thrown. The reference
 * that the other languages must match. All that only the sidebar shows is worded there.
 */

const quoted = (text: string): string => `“${text}”`;

type Where = string | number;

export const edgeEn = {
  menu: { open: "Open Tierbook" },
  tabs: { policy: "Policy", classes: "Classes", today: "Today", log: "Contact log", history: "History", undo: "Undo" },

  errors: {
    zoneUnknown: (zone: Where) =>
      `The spreadsheet's time zone ${zone} is not known here. Choose another one in File, Settings.`,
    zoneDiffers: (zone: Where, ours: Where, google: Where) =>
      `In the time zone ${zone} Google's day is ${google}, ours ${ours}. Nothing was written. Choose another one in File, Settings.`,
    customersGone: (name: Where) =>
      `The customer sheet ${name} is not there any more. Run the set-up again and choose it.`,
    ordersGone: (name: Where) => `The order sheet ${name} is not there any more. Run the set-up again and choose it.`,
    customersNoHeader: (name: Where) =>
      `No header row was found in rows 1 to 10 of the sheet ${name}. A header such as Company or Customer is needed.`,
    ordersNoHeader: (name: Where) =>
      `No header row was found in rows 1 to 10 of the order sheet ${name}. Headers such as Customer, Order date and Amount are needed.`,
    contactsGone: (name: Where) =>
      `The contact log ${name} is not there any more. Run the set-up again and choose it, or none.`,
    contactsNoHeader: (name: Where) =>
      `No header row was found in rows 1 to 10 of the contact log ${name}. Headers such as Customer, Contact date and Note are needed.`,
    logNoHeader: (name: Where, headers: Where) =>
      `The header row of the tab ${name} was changed. Its columns must be called: ${headers}.`,
    badPress: () => "This press was not understood, so nothing was logged. Reload the sidebar.",
    badNext: () => "Choose a day after today.",
    cannotWait: (name: Where) => `${name} cannot be put off: an answer is owed, or he is on hold.`,
    sameName: (name: Where) =>
      `Nothing was logged: other customers are called ${name} too. Give each of them a customer number first.`,
    pressChanged: () => "This line of the contact log was changed since, so it stays.",
    contactsTwice: (name: Where) =>
      `The sheet ${name} holds the customers or the orders. The contact log must be a sheet of its own.`,
    notSetUp: () => "Tierbook is not set up in this file yet. Open it from the menu and press Start.",
    batchGone: () => "This run is no longer in the Undo tab. Look at the preview and write again.",
    batchUndone: () => "This run was undone meanwhile. Look at the preview and write again.",
    busy: () => "Somebody else is writing in this file just now. Try again in a minute.",
    badLimits: (what: Where) => `The limits cannot be used: ${what}`,
    triggerGone: () => "The trigger of the daily refresh was deleted outside Tierbook. Switch it on again.",
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

  batchLost: (at: string) =>
    `The run of ${at} cannot be finished or undone: its customer sheet or its record in the Undo tab is gone. Later runs are not affected.`,
  policyNote: (allowed: string) => `Allowed: ${allowed}`,
  dayLabel: "Day of the classes",
  dayNote:
    "This cell is TIERBOOK_DAY. Pass it to the functions as as_of, not TODAY(): it changes daily and with the policy.",
  policyProblem: (place: string, what: string) => (place === "" ? what : `${place}: ${what}`),
  lastGoodPolicy: "Until this is mended, the last good policy stays in force.",
  policyProblems: {
    keysLost: "The hidden column of keys is gone or damaged. Restore a version, or delete the sheet and set up again.",
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
  todayHeaders: ["Owner", "Company", "Follow-up", "Days past due", "Next step"],
  toWake: (count: number) => `${count} to wake`,
  presses: { contacted: "out", replied: "in", later: "later" },
  causes: { data: "data", policy: "policy", time: "time", undo: "undo" },
  firstGrading: "All customers: first grading",
  schedule: "schedule",
};

/** What every language of the edge must give. */
export type EdgeTexts = Omit<typeof edgeEn, "historyHeaders" | "todayHeaders"> & {
  readonly historyHeaders: readonly string[];
  readonly todayHeaders: readonly string[];
};
