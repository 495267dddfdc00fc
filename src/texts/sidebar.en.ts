import { findingsEn, questionsEn } from "./findings.en";
import { grouped, of } from "./numbers";

/** Every word of the sidebar, in English: the reference that the other languages must match. Numbers come as numbers. */

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** 2026-11-22T08:04 -> 22 Nov, 8:04. */
const moment = (iso: string): string =>
  `${Number(iso.slice(8, 10))} ${months[Number(iso.slice(5, 7)) - 1]}, ${iso.slice(11).replace(/^0/, "")}`;

export const sidebarEn = {
  name: "Tierbook",
  number: grouped,
  /** 2026-11-22 -> 22 Nov 2026. */
  day: (iso: string) => {
    const [year, month, date] = iso.split("-");
    return `${Number(date)} ${months[Number(month) - 1]} ${year}`;
  },
  /** 2026-11 -> Nov 2026. */
  month: (iso: string) => `${months[Number(iso.slice(5)) - 1]} ${iso.slice(0, 4)}`,
  percent: (n: number) => `${grouped(n)}%`,
  hour: (hour: number) => `${hour}:00`,
  moment,
  step: (now: number, all: number) => `Step ${now} of ${all}`,

  opening: "Opening…",
  reading: "Reading your sheet…",
  counting: "Counting…",
  preparing: "Preparing the preview…",
  saving: "Saving…",
  undoing: "Undoing…",
  going: "Going there…",
  at: (sheet: string, a1: string) => `Selected ${sheet}, cell ${a1}.`,
  back: "Back",
  retry: "Try again",
  more: (n: number) => `Show ${grouped(n)} more`,
  stopWaiting: "Stop waiting",
  waitingStopped: "No longer waiting. Google may still finish this, so look at the sheet before you repeat it.",
  noConnection: "No connection to Google. Check the network, then try again.",
  failed: "Something went wrong on our side. Try again; if it stays, close the sidebar and open it once more.",

  start: {
    title: "Set up Tierbook",
    /** null: there is no such sheet. */
    found: (customers: number, orders: number | null, contacts: number | null) =>
      `Found: ${of(customers, "customer", "customers")}${orders === null ? "" : `, ${of(orders, "order", "orders")}`}${
        contacts === null ? "" : `, ${of(contacts, "contact", "contacts")}`
      }.${orders === null ? " No order sheet; your own columns are used." : ""}`,
    promise: (columns: number) =>
      columns === 0
        ? "The columns are there already. Changes no cell of yours, undo any time."
        : `Adds ${of(columns, "column", "columns")} at the right, changes no cell of yours, undo any time.`,
    customers: "Customer sheet",
    orders: "Order sheet",
    contacts: "Your contact log",
    choose: "Choose a sheet",
    noOrders: "No order sheet",
    noContacts: "None; the buttons write one of ours",
    noSheet: "No customer sheet was found. Choose the sheet that holds your customers.",
    go: "Start",
  },

  columns: {
    title: "Columns",
    lead: "This is how your columns are read. Open a line to correct it.",
    customers: "Customer sheet",
    orders: "Order sheet",
    contacts: "Your contact log",
    none: "No such column",
    notFound: "not found",
    missing: (n: number) => `${of(n, "field", "fields")} without a column`,
    column: (field: string) => `Column for ${field}`,
    asked: "Please decide",
    askedLead: "What stays open is left out, never guessed.",
    moreAsked: (n: number) => of(n, "more question", "more questions"),
    undecided: "Decide later",
    proposed: (option: string) => `${option} (likely)`,
    show: "Show the cell",
    noName: "No column holds the customer's name or number. Choose one above.",
    go: "Looks right",
  },

  findings: findingsEn,
  questions: questionsEn,

  limits: {
    title: "Limits",
    tiers: "Tiers",
    lead: "By what a customer bought from you in the last 12 months. At the right: how many customers that makes.",
    alsoA: "A also needs payment in time and steady orders, where these are known; else the customer is B.",
    base: "Base currency",
    rates: "Fixed rates",
    ratesLead: "Blank: amounts in this currency are listed and not summed.",
    rate: (currency: string, base: string) => `1 ${currency} in ${base}`,
    cells: (n: number) => of(n, "cell", "cells"),
    limit: { A: "A above", B: "B from", C: "C from" },
    round: (a: string, b: string, c: string) => `Use round limits from your orders: ${a}, ${b}, ${c}`,
    badAmount: "Type an amount above 0, such as 300,000.",
    badRate: "Type a rate above 0, such as 7.2, or leave it blank.",
    byDay: "Rates by day…",
    /** `fixed`: a fixed rate can be typed above. */
    byDayLead: (fixed: boolean) =>
      `A tab of rates, each with its first day. An order in another currency goes by the latest rate on or before its day; before the first one, ${fixed ? "by the fixed rate above" : "it is listed and not summed"}.`,
    byDayShown: "The tab of rates is open. A row a rate: currency, first day, rate, source. Then press Count again.",
    again: "Count again",
    backlog: "Who has not heard from you for long",
    backlogs: {
      as_is: "Count it as it is: who has waited long is overdue or long silent at once",
      today:
        "Start today: older silence counts from today. The follow-up reason says so, on the Today cards and on the Classes tab; nobody is hidden",
      "": "As it was settled before",
    },
    go: "Preview",
  },

  preview: {
    title: "Preview",
    changed:
      "The sheet, the policy or the day is no longer what you had seen. Nothing was written. Here is the new preview.",
    of: (customers: number, day: string) => `${of(customers, "customer", "customers")}, as of ${day}`,
    writes: (cells: number, columns: number) =>
      columns > 0
        ? `Writes ${of(cells, "cell", "cells")} in ${of(columns, "new column", "new columns")} at the right. No cell of yours is changed.`
        : `Writes ${of(cells, "cell", "cells")} in our columns. No cell of yours is changed.`,
    nothing: "All is up to date. There is nothing to write.",
    tiers: "Tiers",
    levels: "Follow-up",
    changes: (n: number, up: number, down: number) =>
      `Changes of tier: ${grouped(n)} (${grouped(up)} up, ${grouped(down)} down)`,
    fromTo: (from: string, to: string) => `${from} → ${to}`,
    fromToSpoken: (from: string, to: string) => `from ${from} to ${to}`,
    policyChanges: (n: number) => `The policy has changed since the last run: ${of(n, "row", "rows")}`,
    policyMore: (n: number) => `${grouped(n)} more on the Policy tab.`,
    policyRows: (n: number) =>
      `${of(n, "new row", "new rows")} will be added to the Policy tab. What stands there stays as it is.`,
    goToCell: (a1: string) => `Go to ${a1}`,
    reset: "Put the default back",
    none: "blank",
    unread: (n: number) => `Cells not read: ${grouped(n)}`,
    noted: (n: number) => `To check: ${grouped(n)}`,
    differs: (n: number, column: string) => `Differs from your column ${column}: ${grouped(n)}`,
    /** `ours` is "" where he has no tier. */
    yoursOurs: (yours: string, ours: string) =>
      `yours ${yours}, ${ours === "" ? "no tier by Tierbook yet" : `Tierbook: ${ours}`}`,
    keep: "Keep mine",
    keepAll: (n: number) => `Keep mine for all ${grouped(n)}`,
    keepUnrated: (n: number) =>
      `Of these, ${grouped(n)} ${n === 1 ? "has" : "have"} no tier by Tierbook yet; there your grade stands too.`,
    clash: (grades: readonly string[]) =>
      `This customer's rows hold different grades of yours (${grades.join(", ")}). Tierbook does not choose: make them the same, or set the tier by hand.`,
    kept: (n: number, left: number) =>
      `Your own grade stands for ${of(n, "customer", "customers")}, for a year.${left > 0 ? ` There was no room for ${grouped(left)} more.` : ""}`,
    limited: (shown: number, all: number) => `The first ${grouped(shown)} of ${grouped(all)}.`,
    go: "Write",
    home: "Go to the list",
  },

  byHand: {
    title: (n: number) => `Set by hand: ${grouped(n)}`,
    /** A class is never said without its axis. */
    classOf: (axis: string, label: string) => `${axis}: ${label}`,
    until: (day: string) => `until ${day}`,
    ranOut: (day: string) => `ran out on ${day}`,
    today: "today",
    noEnd: "no end",
    lost: "customer not found",
    reason: (reason: string, by: string, day: string) => `${reason} (${by === "" ? "" : `${by}, `}${day})`,
    remove: "Remove",
    removed: (axis: string, company: string) => `${company}: the rules decide the class again (${axis}).`,
  },

  who: {
    title: "Your name",
    lead: "It stands in the history beside what you write, so your colleagues know whom to ask. Asked once.",
    label: "Name",
    empty: "Type your name.",
    go: "Continue",
  },

  run: {
    title: "Writing",
    lead: "You can keep working in the sheet. Stop gives back what was written so far.",
    bar: "Progress",
    begin: "Checking the sheet…",
    step: (done: number, steps: number, next: string) => `${done} of ${steps} done. ${next}`,
    next: {
      check: "Next: compare with the preview.",
      write: "Next: write our columns and tabs.",
    },
    written: (cells: number, left: number) =>
      left === 0
        ? `Written: ${of(cells, "cell", "cells")}.`
        : `Written: ${of(cells, "cell", "cells")}. Left as they are: ${grouped(left)}, because somebody changed them meanwhile.`,
    nothing: "All is up to date: the customer sheet was not written.",
    stop: "Stop",
    stopping: "Stopping after this step…",
    givingBack: "Giving back what was written…",
    tooLate: "Stop came after the last step: all is written. Undo last run takes it back.",
    stoppedTitle: "Stopped",
    brokenTitle: "Writing was interrupted",
    broken: "Your own cells are untouched. Finish the writing, or give back what was written.",
    resume: "Finish writing",
    giveBack: "Give back",
  },

  undo: {
    last: (at: string, cells: number, who: string) =>
      `Undo last run: ${moment(at)}, ${of(cells, "cell", "cells")}${who === "" ? "" : ` (${who})`}`,
    nothing: "There is nothing to undo.",
    already: "The last run is undone already. Nothing was changed.",
    lost: "This run can't be undone: its customer sheet or its record in the Undo tab is gone. Nothing was changed.",
    gone: "Nothing was given back: none of the customers written then is found. Bring back their rows, names or numbers, and undo again.",
    followed: "Nothing was given back: this run was finished, and another one followed it.",
    stopped: (cells: number) =>
      cells === 0 ? "Stopped. Nothing had been written." : `Stopped. ${of(cells, "cell", "cells")} given back.`,
    undone: (cells: number, left: number) =>
      left === 0
        ? `Undone: ${of(cells, "cell", "cells")} given back.`
        : `Undone: ${of(cells, "cell", "cells")} given back, ${grouped(left)} left as they are.`,
    left: "Left as they are",
    why: {
      gone: (customer: string) => `${customer}: the row or the column is not there any more.`,
      doubled: (customer: string) => `${customer}: another row has this number or name now.`,
      edited: (customer: string) => `${customer}: somebody has changed this cell since.`,
    },
  },

  home: {
    title: "Today",
    asOf: (day: string) => `As of ${day}`,
    refresh: "Refresh",
    refreshed: (at: string) => `Refreshed ${moment(at)}`,
    reclassify: "Reclassify all",
    tiers: "Tiers",
    levels: "Follow-up",
    goTo: "Go to row",
    axes: "Columns in the sheet",
    axesLead: "Each one ticked stands as one more column of ours in the customer sheet.",
    setUpAgain: "Run the set-up again",
    remove: "Remove Tierbook",
    saveAnswer: "Save answer",
    notAnswered: "Choose one of the answers.",
    openQuestions: (n: number) =>
      `${of(n, "question is", "questions are")} open: run the set-up again to answer. Until then these cells are not used.`,
  },

  customer: {
    title: "Customer",
    open: "Selected customer",
    elsewhere: (sheet: string) => `Select a customer's row in ${sheet}; his card appears here.`,
    noCustomer: (sheet: string) => `This row of ${sheet} holds no customer.`,
    owner: (owner: string) => `Owner: ${owner}`,
    next: "Next step",
    nothing: "Nothing to do for now.",
    further: (n: number) => `Further steps: ${grouped(n)}`,
    axes: "Axes",
    unrated: (n: number) => `Unrated: ${grouped(n)}`,
    missing: "Facts that are missing",
    missingFact: {
      cell: (axis: string, field: string) => `${axis}: fill in ${field}`,
      column: (axis: string, field: string, sheet: string) => `${axis}: no column for ${field} in ${sheet}`,
      orders: (axis: string) => `${axis}: no order sheet`,
      contacts: (axis: string) => `${axis}: no contact log`,
      home: (axis: string) => `${axis}: your own country, in the policy`,
    },
    missingAt: (fact: string, sheet: string, a1: string) => `${fact} (${sheet}, cell ${a1})`,
    /** `now` is what the card would say; "" where it says the same. */
    formStays: (company: string, now: string) =>
      `The form for ${company} stays open. ${now === "" ? "Nothing else is new." : `Once it is closed: ${now}`}`,
    byHand: "by hand",
    set: "Set by hand",
    setFor: (axis: string) => `Set by hand: ${axis}`,
    class: "Class",
    reason: "Reason",
    noReason: "Type a reason.",
    until: "Last day (blank: no end)",
    badUntil: "Choose today or a later day, or leave it blank.",
    save: "Set",
    cancel: "Cancel",
    byRules: "Let the rules decide",
    wasSet: (axis: string, company: string) => `${axis} of ${company} is set by hand.`,
  },

  presets: {
    title: "Words",
    open: "Words for classes",
    lead: "Five ways to name the same classes. Choosing one changes words and columns, never a class.",
    choose: "Words",
    current: (name: string) => `${name} (now)`,
    own: (words: readonly string[]) => `Words of your own stay, whichever you choose: ${words.join(", ")}`,
    changes: (n: number) => `Words that change: ${grouped(n)}`,
    change: (axis: string, from: string, to: string) => `${axis}: ${from} → ${to}`,
    noChange: "No word changes.",
    columns: "Put its axes into the customer sheet",
    added: (axes: readonly string[]) => `New columns: ${axes.join(", ")}`,
    removed: (axes: readonly string[]) => `Columns that go: ${axes.join(", ")}`,
    cells: (n: number) =>
      `Then ${of(n, "cell", "cells")} in our columns are to be written; the preview shows them first.`,
    go: "Use these words",
  },

  look: {
    title: "Look back and ahead",
  },

  moves: {
    title: "Moves",
    answers: "Who went up or down in a month, and why",
    axis: "Axis",
    month: "Month",
    soFar: (month: string) => `${month} so far`,
    lastMonth: (month: string, up: number, down: number) =>
      `Tiers in ${month}: ${up + down === 0 ? "nobody up or down" : `${grouped(up)} up, ${grouped(down)} down`}`,
    see: "See why",
    sum: (up: number, down: number) => `${grouped(up)} up, ${grouped(down)} down`,
    count: (n: number) => of(n, "move", "moves"),
    why: "What moved them",
    cause: {
      data: "New orders or cells",
      policy: "Your policy",
      time: "Time passing",
      hand: "By hand",
      undo: "An undo",
    },
    of: (what: string, n: number) => `${what}: ${grouped(n)}`,
    corner: "From ↓ to →",
    cell: (from: string, to: string, n: number) => `From ${from} to ${to}: ${of(n, "customer", "customers")}`,
    lead: "Press a number to see the customers.",
    nobody: "Nobody moved.",
    since: (day: string) =>
      `Counted from ${day} on, the day of the first run. How everybody stood earlier: A past day.`,
    none: "There is nothing to look back on yet. It begins with the first run that is written.",
    unknown: (n: number) =>
      `Not counted: ${of(n, "older move", "older moves")} whose words are no longer in the policy.`,
  },

  past: {
    title: "A past day",
    answers: "How everybody stood on a day, and who stands elsewhere now",
    lead: "By today's sheets and policy, without what is dated later. Nothing is written.",
    day: "Day",
    go: "Show this day",
    badDay: "Choose a day before today.",
    tiers: "Tier",
    levels: "Follow-up",
    now: "Today",
    moved: (n: number) => `Stood elsewhere: ${of(n, "customer", "customers")}`,
    nobody: "Everybody stood where he stands today.",
    compared: "Then → today, each with its reason.",
    before: "Then",
    company: "Customers",
  },

  backtest: {
    title: "Back-test",
    answers: "Did the higher tiers really buy more afterwards?",
    lead: "Grades everybody at each month end of the last two years by today's policy, and adds up what each tier bought in the six months after. Where a higher tier did not buy clearly more, look at its limit again.",
    writes: "The numbers and two charts go onto a tab of our own. No cell of yours is changed.",
    go: "Run the back-test",
    running: "Going through the month ends…",
    done: (ends: number, from: string, to: string) => `${of(ends, "month end", "month ends")}, ${from} to ${to}`,
    none: "No month end has a whole year of orders before it yet.",
    fewer: (wanted: number, day: string) =>
      `Not all ${grouped(wanted)}: the order sheet begins on ${day}, and a month end counts once a whole year of orders lies before it.`,
    bought: "Bought in the six months after",
    judged: (ends: number) =>
      `From the ${of(ends, "month end", "month ends")} whose six months are over. A customer counts once at each.`,
    notJudged: "No six months are over yet, so nothing can be said of what was bought.",
    tier: "Tier",
    customers: "Counted",
    mean: "Each, on average",
    missing: "Some orders are not in these sums: no rate, or an amount that cannot be read.",
    tab: (sheet: string) => `Go to the tab ${sheet}`,
  },

  pareto: {
    title: "Who buys most",
    answers: "How much hangs on a few customers",
    total: (amount: string, customers: number) =>
      `Bought in 12 months: ${amount}, by ${of(customers, "customer", "customers")}`,
    atLeast: (amount: string) => `at least ${amount}`,
    missing: (n: number) =>
      `${of(n, "order is", "orders are")} not in these sums: no rate, or an amount that cannot be read.`,
    without: (company: string, share: string) => `Without ${company}: −${share}`,
    withoutThree: (share: string) => `Without the three largest: −${share}`,
    group: "Group",
    groups: (id: string) => `Group ${id}`,
    rule: (a: string, b: string) =>
      `Group A: the largest customers, until they make up ${a} together; the one who crosses it is in. Group B: the next, up to ${b}. Group C: all others. A group is not a tier.`,
    customers: "Customers",
    amount: "Amount",
    share: "Share",
    largest: "The largest customers",
    customer: "Customer",
    together: "Together",
    rest: (n: number) => of(n, "other", "others"),
    negative: (n: number) => `Gave back more than they bought: ${grouped(n)}`,
    nobody: "Nobody has bought in the last 12 months, as far as the amounts can be read.",
  },

  forecast: {
    title: "Next orders",
    answers: "Who will order next, and who is slipping away",
    way: {
      mbg_nbd: "Chances come from a model of buying and leaving, fitted to your own orders.",
      mbg_cnbd_k: "Chances come from a model of regular buying and leaving, fitted to your own orders.",
      gap: "Chances come from how long each customer usually takes to order again.",
      none: "So there are no chances here, only the days on which such customers usually order again.",
    },
    fellBack: {
      boundary: "The models of buying and leaving could not be fitted to your orders.",
      no_better: "Compared on your own orders, nothing told more than the days since the last order.",
      too_little: "Too little history for a chance: there are too few orders to compare by.",
    },
    /** `ours` and `theirs` in a hundred. */
    tested: (days: number, customers: number, ours: number, theirs: number) =>
      `Compared on your own orders, the last ${grouped(days)} days of ${of(customers, "customer", "customers")}: of one who ordered and one who did not, the right one stood higher ${grouped(ours)} times in 100; by days since the last order alone, ${grouped(theirs)} times.`,
    how: "How this is known",
    orders: (n: number) => `From ${of(n, "order", "orders")}.`,
    noOrders: "There is no order to tell by.",
    next: (n: number) => `Who will order next: ${grouped(n)}`,
    nextLead: "Expected between the days given: half of such orders come then, a quarter earlier, a quarter later.",
    nobodyNext: (days: number) => `No order is expected in the next ${grouped(days)} days, as far as the orders tell.`,
    slipping: (n: number) => `Who is slipping away: ${grouped(n)}`,
    slippingLead: "Silent for longer than usual: three in four of such orders come sooner.",
    riskLead: "At risk: what was bought in 12 months, times the chance that no more comes.",
    nobodySlipping: "Nobody is silent for longer than usual.",
    window: (from: string, to: string) => `${from} to ${to}`,
    noWindow: "Too few orders to name days",
    overdue: "Silent for longer than usual",
    chance: (days: number, percent: string) => `Chance in ${grouped(days)} days: ${percent}`,
    expected: (days: number, orders: number) => `Orders in ${grouped(days)} days, on average: ${grouped(orders)}`,
    noChance: "Too little data for a chance",
    ordered: (n: number) => (n === 1 ? "ordered once" : `ordered ${grouped(n)} times`),
    risk: (amount: string) => `At risk: ${amount}`,
    year: (amount: string) => `Bought in 12 months: ${amount}`,
    /** On the card of a customer. */
    one: "Next order",
  },

  today: {
    owner: "Owner",
    whoAreYou: "Which owner are you?",
    noneOfThem: "None of these",
    itsMe: "This is me",
    me: (owner: string) => `${owner} (me)`,
    everybody: "Everybody",
    noOwner: "No owner",
    someone: (owner: string, due: number, customers: number) =>
      `${owner}: ${grouped(due)} today, ${grouped(customers)} in all`,
    /** `due` is whom to write to, of whom `shown` are listed; `wake` the long silent. */
    count: (shown: number, due: number, wake: number) =>
      `${shown < due ? `${grouped(shown)} of ` : ""}${grouped(due)} today${wake === 0 ? "" : ` · ${grouped(wake)} to wake`}`,
    /** `n` are due and not listed. */
    moreDue: (n: number, limit: number) =>
      `${grouped(n)} more ${n === 1 ? "is" : "are"} due: the list holds ${grouped(limit)} a person.`,
    wake: (n: number) => `${grouped(n)} to wake`,
    nobody: "Nobody is due today.",
    empty: "No customer here.",
    noOwners: "No column says whose customer one is, so all are listed.",
    press: { contacted: "Contacted", replied: "They replied", later: "Later" },
    logging: (press: string, company: string) => `Logging: ${press}, ${company}…`,
    logged: (press: string, company: string, rows: number) =>
      `Logged: ${press}, ${company}${rows > 1 ? `. ${grouped(rows)} rows of this customer follow.` : ""}`,
    complains: "The complaint is open, so the customer stays on the list until its cell is cleared.",
    undo: "Undo",
    until: "Until",
    inDays: (n: number) => of(n, "day", "days"),
    putOff: "Put off",
    badDay: "Choose a day after today.",
    /** Days after the due day; negative before it. */
    when: (over: number) =>
      over > 0
        ? `${of(over, "day", "days")} past due`
        : over === 0
          ? "due today"
          : over === -1
            ? "due tomorrow"
            : `in ${grouped(-over)} days`,
  },

  rebase: {
    text: (from: string, to: string) =>
      `The base currency in the policy sheet was changed from ${from} to ${to}. What do the limits mean now? Until you answer, ${from} stays in force.`,
    /** `rate`: how much of the old base currency one unit of the new one is worth. */
    convert: (to: string, rate: number, from: string) => `Convert them at the fixed rate (1 ${to} = ${rate} ${from})`,
    keep: (to: string) => `Keep the numbers; they are in ${to} now`,
    back: (from: string) => `Go back to ${from}`,
    notice: (from: string, to: string) =>
      `The base currency in the policy sheet was changed from ${from} to ${to}; until the question about the limits is answered, ${from} stays in force.`,
  },

  schedule: {
    off: "Daily refresh: off",
    on: (hour: string) => `Daily refresh: at ${hour}`,
    failed: "Daily refresh: failed",
    offLead: "Days pass without any change in the sheet. A daily refresh keeps follow-up and tiers right.",
    onLead: (owner: string, hour: string) => `${owner} has switched it on, daily at ${hour}.`,
    hour: "Hour of the day",
    last: (at: string, cells: number, moves: number) =>
      `Last run: ${moment(at)}: ${cells === 0 ? "nothing to change" : `${of(cells, "cell", "cells")} written, ${of(moves, "class changed", "classes changed")}`}`,
    neverRun: "It has not run yet.",
    next: (at: string) => `Next run: ${moment(at)}`,
    error: (error: string) => `The last run failed: ${error}`,
    switchOn: "Switch on",
    switchOff: "Switch off",
    change: "Change the hour",
    takeOver: "Take over",
    takeOverLead: "Take over to run it under your name and at your hour. There is only one for this file.",
  },

  removal: {
    title: "Remove Tierbook",
    planning: "Looking at what would go…",
    lead: "This goes:",
    stays: "Your own columns, sheets, colours and filters stay as they are.",
    nothing: "Nothing of Tierbook is in this file.",
    go: "Remove all of this",
    keep: "Keep it",
    removing: "Removing…",
    doneTitle: "Tierbook is removed",
    doneLead: "Taken away:",
    again: "Set up again",
    columns: (sheet: string, headers: readonly string[]) =>
      `${of(headers.length, "column", "columns")} in ${sheet}: ${headers.join(", ")}`,
    rules: (sheet: string) => `Our colour rules in ${sheet}`,
    tab: (name: string) => `The tab ${name}`,
    name: (name: string) => `The name ${name}`,
    schedule: (owner: string) => `The daily refresh${owner === "" ? "" : ` of ${owner}`}`,
    settings: "What the set-up saved",
  },
};

/** What every language of the sidebar must give. */
export type SidebarTexts = typeof sidebarEn;
