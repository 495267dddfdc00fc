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
  "urgency.reply": (f: ReasonFacts) => `Reply owed: inquiry of ${f.inquiry}, no contact since`,
  "urgency.next_date": (f: ReasonFacts) => `Next date agreed: ${f.due}`,
  "urgency.rule_8": (f: ReasonFacts) =>
    `Tier ${f.tier}: every ${days(f.cadence)} from ${from[f.from ?? ""]}, ${f.fromDay}`,
  "urgency.rule_10": (f: ReasonFacts) => `Not bought yet: ${days(f.cadence)} from ${from[f.from ?? ""]}, ${f.fromDay}`,
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
