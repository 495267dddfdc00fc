/** What a reason may name, already written out: money "USD 156,000", days "2026-11-22", labels, counts. */
export interface ReasonFacts {
  readonly [fact: string]: string | number | undefined;
}

const n = (count: string | number | undefined, one: string, many: string) =>
  `${count} ${Number(count) === 1 ? one : many}`;
const days = (count: string | number | undefined) => n(count, "day", "days");

const from: Readonly<Record<string, string>> = {
  contact: "the last contact",
  inquiry: "the inquiry (no contact yet)",
  created: "the day the customer was entered (no contact yet)",
  order: "the last order (no contact is known)",
};

/** From when a cadence is counted: from the day on which the team began, where it lets older silence count from there. */
const since = (f: ReasonFacts): string =>
  f.backlog
    ? `the set-up day, ${f.backlog}; ${from[f.from ?? ""]}: ${f.fromDay}`
    : `${from[f.from ?? ""]}, ${f.fromDay}`;

const unknownWord = (column: string, f: ReasonFacts): string => `No list of the policy knows the ${column} “${f.word}”`;

/** A sentence for each rule. `f` holds what the rule looked at. */
export const reasonsEn = {
  "value.orders": (f: ReasonFacts) =>
    `${f.missing ? "At least " : ""}${f.minor} ordered in the last ${days(f.window)}, refunds taken off`,
  "value.short_ledger": (f: ReasonFacts) =>
    `Typed amount of ${f.minor} a year; the order sheet begins too late to lower it (it has ${f.ledgerMinor})`,
  "value.typed": (f: ReasonFacts) => `Typed amount of ${f.minor} a year; no orders were found`,
  "value.unclear": () => "The amount a year could not be read, or its currency has no rate",
  "value.nothing": () => "No orders and no amount a year",
  "orders.no_source": () => "There is no order sheet and no order column",
  "orders.none": () => "No order was ever found",
  "orders.bought_elsewhere": () => "The sheet says that he has bought, but no order was found",
  "orders.unclear": () => "A column about his orders could not be read",
  "frequency.single": (f: ReasonFacts) => (f.lastOrder ? `One purchase only, on ${f.lastOrder}` : "One purchase only"),
  "frequency.unknown_gap": () => "The days between his purchases are not known",
  "frequency.gap": (f: ReasonFacts) =>
    `${n(f.purchases, "purchase", "purchases")}, ${days(f.gap)} apart as a rule${f.openGap ? `, counting ${days(f.openGap)} of silence` : ""}`,
  "activity.unknown_last": () => "The day of his last order is not known",
  "activity.active": (f: ReasonFacts) => `Last order ${days(f.openGap)} ago; active up to ${f.limit}`,
  "activity.lapsing": (f: ReasonFacts) => `Last order ${days(f.openGap)} ago; active only up to ${f.limit}`,
  "activity.dormant": (f: ReasonFacts) => `Last order ${days(f.openGap)} ago; dormant after ${f.limit}`,
  "engagement.no_log": () => "There is no contact log that says who wrote",
  "engagement.never": () => "By the contact log he never wrote",
  "engagement.days": (f: ReasonFacts) => `He last wrote ${days(f.days)} ago; that counts up to ${days(f.limit)}`,
  "stage.refused": (f: ReasonFacts) => `The stage “${f.word}” is a refusal, and no order came after it`,
  "stage.order": (f: ReasonFacts) => (f.lastOrder ? `Has ordered, last on ${f.lastOrder}` : "Has ordered"),
  "stage.word": (f: ReasonFacts) => `The stage says “${f.word}”`,
  "stage.sample": (f: ReasonFacts) => `A sample was paid or sent on ${f.day}`,
  "stage.details": () => "Asked about details such as certificates or delivery time",
  "stage.inquiries": (f: ReasonFacts) => `${f.inquiries} inquiries, no order`,
  "stage.inquiry": (f: ReasonFacts) => (f.inquiry ? `One inquiry, on ${f.inquiry}` : "One inquiry"),
  "stage.nothing": () => "No stage is given, and no order, sample or inquiry is known",
  "stage.unclear": (f: ReasonFacts) => unknownWord("stage", f),
  "source.word": (f: ReasonFacts) => `The source says “${f.word}”${f.more ? `; also: ${f.more}` : ""}`,
  "source.nothing": () => "No source is given",
  "source.unclear": (f: ReasonFacts) => unknownWord("source", f),
  "fair.word": (f: ReasonFacts) => `Marked “${f.word}” at the fair`,
  "fair.note": (f: ReasonFacts) => `From a fair, and the notes say “${f.word}”`,
  "fair.several": (f: ReasonFacts) => `From a fair, but the notes say more than one thing: ${f.word}`,
  "fair.nothing": () => "Nothing is said of him at a fair",
  "fair.unclear": (f: ReasonFacts) => unknownWord("mark of the fair", f),
  "region.country": (f: ReasonFacts) => `Country: ${f.country}`,
  "region.city": (f: ReasonFacts) => `City ${f.city}, country: ${f.country}`,
  "region.no_region": (f: ReasonFacts) => `${f.country} belongs to no region of the policy`,
  "region.unclear": () => "The country could not be read",
  "region.nothing": () => "No country is given",
  "followup.aftersale": (f: ReasonFacts) => `Goods arrived on ${f.delivered} and nobody has asked about them since`,
  "followup.days": (f: ReasonFacts) => `Last contact ${days(f.days)} ago`,
  "contact.never": () => "No contact is known",
  "contact.unclear": () => "The last contact could not be read",
  "urgency.hold": () => "Do not contact",
  "urgency.complaint": (f: ReasonFacts) =>
    f.day
      ? `Open complaint of ${f.day}: answer within ${days(f.cadence)}`
      : "Open complaint without a day: overdue until it is closed",
  "urgency.reply": (f: ReasonFacts) =>
    f.by === "contact"
      ? `Reply owed: he wrote on ${f.inquiry}, and nobody has answered since`
      : `Reply owed: inquiry of ${f.inquiry}, no contact since`,
  "urgency.next_date": (f: ReasonFacts) => `Next date agreed: ${f.due}`,
  "urgency.fair": (f: ReasonFacts) => `Met at the fair on ${f.day}: a letter within ${days(f.cadence)}`,
  "urgency.rule_6": (f: ReasonFacts) => `${f.stars}, every ${days(f.cadence)} from ${since(f)}`,
  "urgency.rule_7": (f: ReasonFacts) => `${f.stars}, check again ${days(f.cadence)} from ${since(f)}`,
  "urgency.rule_8": (f: ReasonFacts) => `Tier ${f.tier}: every ${days(f.cadence)} from ${since(f)}`,
  "urgency.rule_9": (f: ReasonFacts) => `${f.stars}, every ${days(f.cadence)} from ${since(f)}`,
  "urgency.rule_10": (f: ReasonFacts) => `Not bought yet: ${days(f.cadence)} from ${since(f)}`,
  "urgency.aftersale": (f: ReasonFacts) => `Goods arrived on ${f.delivered}: ask how they are from ${f.due} on`,
  "urgency.visit": (f: ReasonFacts) => `Last visit on ${f.day}: the next one is due ${f.due}`,
  "urgency.no_clock": () => "No contact, no inquiry day and no day of entry: there is nothing to count from",
};

/** Words that are put before or behind the reason of a tier. */
export const tierWordsEn = {
  provisional: (reason: string): string => `Provisional: ${reason}`,
  watch: (f: ReasonFacts): string =>
    `; on watch until ${f.watchUntil}, today it would be ${f.fallsTo} (${f.todayMinor})`,
  missing: (f: ReasonFacts): string => `; ${n(f.missing, "order", "orders")} could not be summed`,
  heldBack: (f: ReasonFacts): string =>
    f.heldBack === "punctual"
      ? "; over the limit of A, but does not pay in time"
      : "; over the limit of A, but does not order steadily",
  unknown: (f: ReasonFacts): string =>
    f.unknown === "punctual" ? "; whether he pays in time is not known" : "; whether he orders steadily is not known",
};

/** The words of a tier in at most 40 characters, for the Why column. */
export interface ShortTier {
  readonly amount: (f: ReasonFacts) => string;
  /** Where the window would not fit any more. */
  readonly bare: (f: ReasonFacts) => string;
  readonly typed: (f: ReasonFacts) => string;
  readonly nothing: () => string;
  readonly unclear: () => string;
  readonly watch: (f: ReasonFacts) => string;
  readonly provisional: string;
  readonly punctual: string;
  readonly steady: string;
  readonly unknown_punctual: string;
  readonly unknown_steady: string;
}

export const shortTierEn: ShortTier = {
  amount: (f: ReasonFacts): string => `${f.missing ? "≥ " : ""}${f.minor} in ${f.window} days`,
  bare: (f: ReasonFacts): string => `${f.missing ? "≥ " : ""}${f.minor}`,
  typed: (f: ReasonFacts): string => `${f.minor} a year, typed`,
  nothing: (): string => "no orders, no amount",
  unclear: (): string => "amount not readable or no rate",
  provisional: "provisional",
  watch: (f: ReasonFacts): string => `watch to ${f.watchUntil}`,
  punctual: "pays late",
  steady: "not steady",
  unknown_punctual: "payment unknown",
  unknown_steady: "steadiness unknown",
};
