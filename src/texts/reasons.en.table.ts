/**
 * The reasons in English, the reference that the other languages must match. A sentence for each rule names what the
 * rule looked at, by the templates of texts/say.ts; "tier.…" is put before or behind the reason of a tier, "short.…" are
 * the words of a tier in at most 40 characters, for the Why column.
 */

const days = (name: string) => `{${name}:1={${name}} day|{${name}} days}`;

/** What happened on this day was today, not 0 days ago. */
const ago = (name: string) => `{${name}:0=today|${days(name)} ago}`;

const from =
  "{from:contact=the last contact|inquiry=the inquiry (no contact yet)|" +
  "created=the day the customer was entered (no contact yet)|the last order (no contact is known)}";

/** From when a cadence is counted: from the day on which the team began, where it lets older silence count from there. */
const since = `{backlog:=${from}, {fromDay}|the set-up day, {backlog}; ${from}: {fromDay}}`;

const unknownWord = (column: string) => `No list of the policy knows the ${column} “{word}”`;

/** From when to when an order does what is said. */
const when = "{since:={until:=| by {until}}|{until:= from {since} on| between {since} and {until}}}";

/** A sum that lacks orders, refunds or both, of which the facts are so called. */
const sum = (minor: string, missing: string, refunds: string, atLeast: string, atMost: string, about: string) =>
  `{${missing}:={${refunds}:=|${atMost}}|{${refunds}:=${atLeast}|${about}}}{${minor}}`;
const shortSum = sum("minor", "missing", "refunds", "≥ ", "≤ ", "≈ ");

const lacking = (missing: string) => `{${missing}:1={${missing}} order|{${missing}} orders} could not be summed`;
const lackingRefunds = (refunds: string) =>
  `{${refunds}:1={${refunds}} refund or discount|{${refunds}} refunds or discounts} could not be taken off`;

const bought = "{purchases:1={purchases} purchase|{purchases} purchases}";
const rhythm = `${bought}, ${days("gap")} apart as a rule; the last one ${ago("openGap")}{overdue:=|, longer than usual}`;

export default () => ({
  "value.orders": `${sum("minor", "missing", "refunds", "At least ", "At most ", "About ")} ordered in the last ${days("window")}, refunds taken off`,
  "value.short_ledger":
    "Typed amount of {minor} a year; the order sheet begins too late to lower it (it has {ledgerMinor})",
  "value.typed": "Typed amount of {minor} a year; no orders were found",
  "value.unclear": "An amount or a day could not be read, or a currency has no rate",
  "value.nothing": "No orders and no amount a year",
  "orders.no_source": "There is no order sheet and no order column",
  "orders.none": "No order was ever found",
  "orders.bought_elsewhere": "The sheet says that he has bought, but no order was found",
  "orders.unclear": "An amount, a day or a column of his orders could not be read",
  "frequency.single": "One purchase only{lastOrder:=|, on {lastOrder}}",
  "frequency.unknown_gap": "The days between his purchases are not known",
  "frequency.gap": `{purchases:1={purchases} purchase|{purchases} purchases}, ${days("gap")} apart as a rule{openGap:=|, counting ${days("openGap")} of silence}`,
  "activity.unknown_last": "The day of his last order is not known",
  "activity.active": `Last order ${ago("openGap")}; active up to {limit}`,
  "activity.lapsing": `Last order ${days("openGap")} ago; active only up to {limit}`,
  "activity.dormant": `Last order ${days("openGap")} ago; dormant after {limit}`,
  "relation.prospect": "No order was ever found",
  "relation.ended":
    "{word:=A column says that he has left|The stage “{word}” says that he has left}{day:=|, on {day}}, and no order came after it",
  "relation.lost": `Last order ${days("openGap")} ago; lost after {limit}`,
  "relation.unknown_count": "How often he bought is not known{lastOrder:=|; last on {lastOrder}}",
  "relation.won_back": `Came back on {lastOrder} after ${days("gap")} without an order`,
  "relation.new": `One purchase, ${ago("openGap")}`,
  "relation.once": `One purchase only, on {lastOrder}, and none in the ${days("openGap")} since`,
  "relation.declining": `Last order ${days("openGap")} ago; by his own rhythm it should be at most {limit}`,
  "relation.buys": "{purchases:1={purchases} purchase|{purchases} purchases}{since:=|, the first on {since}}",
  "loyalty.too_little":
    "{purchases:1={purchases} purchase|{purchases} purchases} and no satisfaction mark; it takes {limit}",
  "loyalty.points":
    "{points} of 100 points{since:=|; customer since {since}}{steady:=|; {steady:true=orders steadily|does not order steadily}}{punctual:=|; {punctual:true=pays in time|pays late}}{satisfaction:=|; satisfaction {satisfaction} of 5}{complaint:=|; open complaint}",
  "potential.mark": "Marked “{word}” by your team",
  "potential.points":
    "{points} points{stars:=|; {stars}}{inquiries:=|; inquiries: {inquiries}}{named:=|; names a product or quantity}{expectedMinor:=|; expected {expectedMinor}}{identity:=|; {identity}}",
  "potential.nothing": "No stage, inquiry, product, expected amount or type is known",
  "words.word": "{axis}: the sheet says “{word}”{more:=|; also: {more}}",
  "words.nothing": "{axis}: nothing is given",
  "words.unclear": "{axis}: no list of the policy knows “{word}”",
  "size.people": "{people} people",
  "locality.no_home": "The policy does not say where your own company is",
  "locality.country": "Country: {country}",
  "locality.no_city": "Country: {country}; the city is not known, or the policy names none",
  "locality.city": "City: {city}",
  "engagement.no_log": "There is no contact log that says who wrote",
  "engagement.never": "By the contact log he never wrote",
  "engagement.wrote": `He last wrote ${ago("days")}; that counts up to ${days("limit")}`,
  "stage.refused": "The stage “{word}” is a refusal, and no order came after it",
  "stage.order": "Has ordered{lastOrder:=|, last on {lastOrder}}",
  "stage.word": "The stage says “{word}”",
  "stage.sample": "A sample was paid or sent on {day}",
  "stage.details": "Asked about details such as certificates or delivery time",
  "stage.inquiries": "{inquiries} inquiries, no order",
  "stage.inquiry": "One inquiry{inquiry:=|, on {inquiry}}",
  "stage.nothing": "No stage is given, and no order, sample or inquiry is known",
  "stage.unclear": unknownWord("stage"),
  "source.word": "The source says “{word}”{more:=|; also: {more}}",
  "source.nothing": "No source is given",
  "source.unclear": unknownWord("source"),
  "fair.word": "Marked “{word}” at the fair",
  "fair.note": "From a fair, and the notes say “{word}”",
  "fair.several": "From a fair, but more than one thing is said of him: {word}",
  "fair.nothing": "Nothing is said of him at a fair",
  "fair.unclear": unknownWord("mark of the fair"),
  "region.country": "Country: {country}",
  "region.city": "City {city}, country: {country}",
  "region.no_region": "{country} belongs to no region of the policy",
  "region.unclear": "The country could not be read",
  "region.nothing": "No country is given",
  "followup.aftersale": "Goods arrived on {delivered} and nobody has asked about them since",
  "followup.days": `Last contact ${ago("days")}`,
  "contact.never": "No contact is known",
  "contact.unclear": "The last contact could not be read",
  "urgency.hold": "Do not contact",
  "urgency.complaint": `{day:=Open complaint without a day: overdue until its cell is cleared|Open complaint of {day}: answer within ${days("cadence")}; over once its cell is cleared}`,
  "urgency.reply":
    "Reply owed: {by:contact=he wrote on {inquiry}, and nobody has answered since|inquiry of {inquiry}, no contact since}",
  "urgency.next_date": "Next date agreed: {due}",
  "urgency.fair": `Met at the fair on {day}: a letter within ${days("cadence")}`,
  "urgency.rule_6": `{stars}, every ${days("cadence")} from ${since}`,
  "urgency.rule_7": `{stars}, check again ${days("cadence")} from ${since}`,
  "urgency.rule_8": `{tier:=No tier yet|Tier {tier}}: every ${days("cadence")} from ${since}`,
  "urgency.rule_9": `{stars}, every ${days("cadence")} from ${since}`,
  "urgency.rule_10": `Not bought yet: ${days("cadence")} from ${since}`,
  "urgency.aftersale": "Goods arrived on {delivered}: ask how they are from {due} on",
  "urgency.visit": "Last visit on {day}: the next one is due {due}",
  "urgency.no_clock": "No contact, no inquiry day and no day of entry: there is nothing to count from",
  override: "Set by hand{by:=| by {by}}{until:=|, until {until}}: {reason} (by the rules: {would})",

  "forecast.never": "No order was ever found",
  "forecast.few": `${bought}, the last one ${ago("openGap")}{overdue:=|, longer than usual}; too few for a chance`,
  "forecast.model": rhythm,
  "forecast.boundary": `${rhythm}; no model could be fitted to the orders, so no chance`,
  "forecast.no_better": `${rhythm}; no model beat the days since the last order, so no chance`,
  "forecast.too_little": `${rhythm}; too little history for a chance`,

  "next.highest": "It is the highest tier, so nothing lifts it",
  "next.by_hand": "The tier was set to {tier} by hand{until:=| until {until}}, so no order changes it",
  "next.barred": "No single order lifts the tier to A: he does not {heldBack:punctual=pay in time|order steadily}",
  "next.typed": "{minor} more in the typed amount a year lifts the tier to {tier}",
  "next.first": `Any order makes the tier {first}; one of {minor}${when} makes it {tier}`,
  "next.any": `Any order${when} lifts the tier to {tier}`,
  "next.refunds": `${lackingRefunds("refunds")}, so nobody knows which order lifts the tier`,
  "next.order": `{missing:=|At most }{minor} more${when} lifts the tier to {tier}`,
  "next.fall": "without an order the tier falls to {tier} on {on}{missing:=|, as far as could be summed}",
  "next.rise": "without an order the tier rises to {tier} on {on}{missing:=|, as far as could be summed}",
  "next.activity": "{behind:=without an order the activity falls|the activity} to {activity} on {on}",

  "tier.provisional": "Provisional: {reason}",
  "tier.watch": `; on watch until {watchUntil}, today it would be {fallsTo} (${sum("todayMinor", "todayMissing", "todayRefunds", "≥ ", "≤ ", "≈ ")}{todayMissing:=|; ${lacking("todayMissing")}}{todayRefunds:=|; ${lackingRefunds("todayRefunds")}})`,
  "tier.missing": `; ${lacking("missing")}`,
  "tier.refunds": `; ${lackingRefunds("refunds")}`,
  "tier.heldBack": "; over the limit of A, but does not {heldBack:punctual=pay in time|order steadily}",
  "tier.unknown": "; whether he {unknown:punctual=pays in time|orders steadily} is not known",
  "tier.rows": " ({rows})",
  "tier.row": "{cell:=|{cell} }“{row}”",

  "short.amount": `${shortSum} in {window} days`,
  /** Where the window would not fit any more. */
  "short.bare": shortSum,
  "short.typed": "{minor} a year, typed",
  "short.nothing": "no orders, no amount",
  "short.unclear": "amount or day not readable, or no rate",
  "short.override": "by hand: {reason}",
  "short.provisional": "provisional",
  "short.watch": "watch to {watchUntil}",
  "short.heldBack": "{heldBack:punctual=pays late|not steady}",
  "short.unknown": "{unknown:punctual=payment|steadiness} unknown",
});
