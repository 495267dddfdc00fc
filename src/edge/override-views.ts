import { isoOf } from "../core/day";
import { holdersOf, type Override, overridesIn, textOf } from "../core/overrides";
import { LABELLED } from "../core/policy/policy";
import { languageOfPerson } from "./languages";
import { type Look, nameColumn, placeOf } from "./look";
import type { HomeView, OverrideView } from "./views";

/** At most so many are listed; `total` counts all. */
const LISTED = 100;

/** What needs a person stands first. */
const STATES: readonly OverrideView["state"][] = ["lost", "expired", ""];

/** The classes that are set by hand, as the sidebar shows them. */
export function overridesOf(
  now: Look,
  list: readonly Override[] = overridesIn(now.book.saved.overrides),
): HomeView["overrides"] {
  const { outcome, book, words } = now;
  const { today } = book.clock;
  const language = languageOfPerson();
  const customers = outcome.classified.map(({ customer }) => customer);
  const holders = holdersOf(list, customers);
  const views = list.map((one, n): OverrideView => {
    const customer = customers[holders[n]![0]!];
    const { axis, class: id, reason, until, by, day } = one;
    return {
      key: customer ? customer.key : `${one.stem}#0`,
      company: customer ? customer.name || customer.id : textOf(one.stem),
      axis,
      axisLabel: LABELLED.find((labelled) => labelled.id === axis)!.label[language],
      class: id,
      classLabel: words.label(axis, id),
      reason,
      until: until === null ? "" : isoOf(until),
      by,
      day: isoOf(day),
      state: !customer ? "lost" : until !== null && until < today ? "expired" : "",
      place: placeOf(now, "customers", customer?.row ?? now.customers.layout.headerRow, nameColumn(now)),
    };
  });
  views.sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state));
  return { total: views.length, list: views.slice(0, LISTED) };
}
