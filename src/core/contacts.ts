import type { Day } from "./day";
import type { ContactFacts } from "./facts";
import type { Contact, Customer } from "./model";
import type { Policy } from "./policy/fields";

/** A personal contact: neither a mail to many nor a mere note of a new date (X21). */
const isPersonal = ({ bulk, direction }: Contact): boolean => !bulk && direction !== "none";

const later = (a: Day | undefined, b: Day | undefined): Day | undefined => (a === undefined || b! > a ? b : a);

/**
 * What is known of one customer's contacts.
 *
 * @param contacts his rows of the logs in their order; of one day the later row is the later contact
 * @param log a contact log exists, whether or not it names him
 */
export function contactFactsOf(
  customer: Customer,
  contacts: readonly Contact[],
  log: boolean,
  policy: Policy,
  asOf: Day,
): ContactFacts {
  const { inquiry, lastContact, nextDate } = customer;
  let last = lastContact;
  let lastIn: Day | undefined;
  let lastOut: Day | undefined;
  let unanswered: Day | undefined;
  let answered = lastContact;
  let next: Day | undefined;
  let lastVisit: Day | undefined;
  let inquiries = inquiry === undefined ? 0 : 1;
  let details = false;
  // The sort keeps rows of one day as they stand.
  for (const row of contacts.length > 1 ? [...contacts].sort((a, b) => a.day - b.day) : contacts) {
    const { day } = row;
    next = row.next ?? next;
    if (!isPersonal(row)) continue;
    last = later(last, day);
    if (row.visit) lastVisit = day;
    if (row.direction !== "in") {
      if (row.direction === "out" && !row.visit) lastOut = day;
      answered = later(answered, day);
      unanswered = undefined;
      continue;
    }
    lastIn = day;
    unanswered = day;
    if (row.inquiry && day !== inquiry) inquiries++;
    details ||= row.details;
  }
  // The team's column does not say who wrote: on its day and before, nothing is owed.
  if (lastContact! >= unanswered!) unanswered = undefined;
  const owed = later(unanswered, answered! >= inquiry! ? undefined : inquiry);
  return {
    log,
    last,
    lastIn,
    lastOut,
    owed:
      owed !== undefined && asOf - owed <= policy["reply.days"]
        ? { day: owed, by: unanswered === owed ? "contact" : "inquiry" }
        : undefined,
    next: later(nextDate, next),
    lastVisit,
    inquiries,
    details,
  };
}
