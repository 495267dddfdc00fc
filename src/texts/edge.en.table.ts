/**
 * What the edge says by itself, in English: what stands in cells, tabs and the menu, and what is thrown. The reference
 * that the other languages must match; templates of texts/say.ts, with what is named as {0}, {1} … All that only the
 * sidebar shows is worded there.
 */
export default () => ({
  menu: {
    open: "Open Tierbook",
  },
  tabs: {
    policy: "Policy",
    classes: "Classes",
    today: "Today",
    log: "Contact log",
    history: "History",
    undo: "Undo",
  },
  errors: {
    zoneUnknown: "The spreadsheet's time zone {0} is not known here. Choose another one in File, Settings.",
    zoneDiffers:
      "In the time zone {0} Google's day is {2}, ours {1}. Nothing was written. Choose another one in File, Settings.",
    customersGone: "The customer sheet {0} is not there any more. Run the set-up again and choose it.",
    ordersGone: "The order sheet {0} is not there any more. Run the set-up again and choose it.",
    customersNoHeader:
      "No header row was found in rows 1 to 10 of the sheet {0}. A header such as Company or Customer is needed.",
    ordersNoHeader:
      "No header row was found in rows 1 to 10 of the order sheet {0}. Headers such as Customer, Order date and Amount are needed.",
    contactsGone: "The contact log {0} is not there any more. Run the set-up again and choose it, or none.",
    contactsNoHeader:
      "No header row was found in rows 1 to 10 of the contact log {0}. Headers such as Customer, Contact date and Note are needed.",
    logNoHeader: "The header row of the tab {0} was changed. Its columns must be called: {1}.",
    badPress: "This press was not understood, so nothing was logged. Reload the sidebar.",
    badNext: "Choose a day after today.",
    cannotWait: "{0} cannot be put off: an answer is owed, or he is on hold.",
    sameName: "Nothing was logged: other customers are called {0} too. Give each of them a customer number first.",
    pressChanged: "This line of the contact log was changed since, so it stays.",
    contactsTwice: "The sheet {0} holds the customers or the orders. The contact log must be a sheet of its own.",
    notSetUp: "Tierbook is not set up in this file yet. Open it from the menu and press Start.",
    batchGone: "This run is no longer in the Undo tab. Look at the preview and write again.",
    batchUndone: "This run was undone meanwhile. Look at the preview and write again.",
    busy: "Somebody else is writing in this file just now. Try again in a minute.",
    badLimits: "The limits cannot be used: {0}",
    triggerGone: "The trigger of the daily refresh was deleted outside Tierbook. Switch it on again.",
    badPolicy: "The policy was not changed. {0}",
    noName: "No column holds the customer's name or number. Choose one on the Columns screen.",
    rebaseFails: "The limits cannot be kept under this currency. Change them in the policy sheet first.",
    nothingAsked: "This question is not open any more. Press Refresh.",
    badHour: "The hour must be a whole number from 0 to 23.",
    sheetGone: "The sheet {0} is not there any more.",
    cellTheirs: "Cell {0} holds something of yours. Move it, then untick the column.",
    rowGone: "This customer's row is not there any more. Press Refresh.",
    google: "Google could not do this just now. Try again; your own cells are untouched. (Google says: {0})",
    bug: "Something went wrong on our side. Your own cells are untouched. Try again; if it stays, tell whoever looks after Tierbook.",
    cellUnreadable: "{0}: {1} cannot be read.",
    cellAmbiguous: "{0}: {1} could mean two things. Write it out in full.",
    heights: "{0} and {1} must have the same number of rows, or one of them be a single cell.",
    oneColumn: "{0}: pass one cell or one column.",
    badAsOf: "as_of must be a day. Pass the cell TIERBOOK_DAY.",
    tableNeeded: "{0}: pass the whole table with its header row.",
    unknownAxis: "axis: {0} is not known. Known are: {1}.",
    badCadence: "cadence: {0} is neither days, nor a tier such as A, nor stars such as 3 stars.",
    noSuchCustomer: "customer: {0} is not in the customer table, or more than once.",
    noSuchOwner: "owner: no customer in the table has the owner {0}.",
    noRate: "There is no fixed rate from {0} to {1} in the policy.",
    policyCell: "policy: {0}",
  },
  batchLost:
    "The run of {0} cannot be finished or undone: its customer sheet or its record in the Undo tab is gone. Later runs are not affected.",
  policyNote: "Allowed: {0}",
  dayLabel: "Day of the classes",
  dayNote:
    "This cell is TIERBOOK_DAY. Pass it to the functions as as_of, not TODAY(): it changes daily and with the policy.",
  policyProblem: "{0:=|{0}: }{1}",
  lastGoodPolicy: "Until this is mended, the last good policy stays in force.",
  policyProblems: {
    keysLost: "The hidden column of keys is gone or damaged. Restore a version, or delete the sheet and set up again.",
    unknownKey: "“{0}” is no value of the policy.{1:=| Near are: {1}.}",
    badValue: "{0}: {1:=this cell|“{1}”} cannot be used. Allowed is {2}.",
    outOfOrder: "“{0}” must stay below “{1}”.",
    sameLabel: "“{0}” and “{1}” need different words.",
  },
  historyHeaders: ["Day", "Batch", "Row", "Customer", "What", "From", "To", "Cause", "By"],
  todayHead:
    "Each run and press rewrites this list. Notes beside it stay in their rows; they do not follow a customer.",
  todayHeaders: ["Owner", "Company", "Follow-up", "Days", "Next step"],
  dueSince: "{0:0=due today|1=1 day past due|{0} days past due}",
  dueIn: "{0:1=due tomorrow|in {0} days}",
  moreDue: "{0:1=1 more is due|{0} more are due} (listed: {1} a person)",
  toWake: "{0} to wake",
  visit: "visit",
  presses: {
    contacted: "out",
    replied: "in",
    later: "later",
  },
  causes: {
    data: "data",
    policy: "policy",
    time: "time",
    undo: "undo",
  },
  firstGrading: "All customers: first grading",
  schedule: "schedule",
});
