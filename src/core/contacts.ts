import type { ContactFacts } from "./facts";
import type { Contact, Customer } from "./model";
import type { Policy } from "./policy/fields";

/** A personal contact: neither a mail to many nor a mere note of a new date (X21). */
const isPersonal = ({ bulk, direction }: Contact): boolean => !bulk && direction !== "none";

const later = <Day extends number>(a: Day | undefined, b: Day | undefined): Day | undefined =>
  a === undefined || b! > a ? b : a;

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
  asOf: number,
): ContactFacts {
  // Rows of equal days keep their order: a sort that is not stable would change who wrote last.
  const rows = contacts.map((row, i) => ({ row, i })).sort((a, b) => a.row.day - b.row.day || a.i - b.i);
  let last = customer.lastContact;
  let lastIn: number | undefined;
  let unanswered: number | undefined;
  let answered = customer.lastContact;
  let next: number | undefined;
  let lastVisit: number | undefined;
  let inquiries = customer.inquiry === undefined ? 0 : 1;
  let details = false;
  for (const { row } of rows) {
    if (row.next !== undefined) next = row.next;
    if (!isPersonal(row)) continue;
    last = later(last, row.day);
    if (row.visit) lastVisit = row.day;
    if (row.direction !== "in") {
      answered = later(answered, row.day);
      unanswered = undefined;
      continue;
    }
    lastIn = row.day;
    unanswered = row.day;
    if (row.inquiry && row.day !== customer.inquiry) inquiries++;
    details ||= row.details;
  }
  // The team's column does not say who wrote: on its day and before, nothing is owed.
  if (unanswered !== undefined && customer.lastContact! >= unanswered) unanswered = undefined;
  const { inquiry } = customer;
  const inquired = inquiry !== undefined && !(answered! >= inquiry) ? inquiry : undefined;
  const owed = later(unanswered, inquired);
  return {
    log,
    last,
    lastIn,
    owed:
      owed !== undefined && asOf - owed <= policy["reply.days"]
        ? { day: owed, by: unanswered === owed ? "contact" : "inquiry" }
        : undefined,
    next: later(customer.nextDate, next),
    lastVisit,
    inquiries,
    details,
  };
}
