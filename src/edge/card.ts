import { AXES, type AxisId } from "../core/axes";
import { isoOf } from "../core/day";
import { policyKeysOf, ratesLacking } from "../core/explain";
import type { Class, Classified } from "../core/model";
import { holdersOf, isClass, overridesIn } from "../core/overrides";
import { LABELLED, policyFields } from "../core/policy/policy";
import { type FieldId, knownFields } from "../core/tables/headers";
import treatmentTable from "../core/treatments.table";
import { openBook } from "./book";
import { Plain } from "./define";
import { forecastOn } from "./forecast";
import { languageOfPerson } from "./languages";
import { type Look, look, nameColumn, placeOf } from "./look";
import { overridesOf } from "./override-views";
import { policyPlaces } from "./policy-places";
import type { AxisCard, CardView, CustomerCard, MissingFact, OverrideView, Place, PolicyPlace } from "./views";
import { outlookSentences } from "./words";

/** Number of the sheet and 0-based row in which the person stands; undefined where nothing is selected. */
function standing(): { readonly sheetId: number; readonly row: number } | undefined {
  const range = SpreadsheetApp.getActiveSpreadsheet().getActiveRange();
  return range ? { sheetId: range.getSheet().getSheetId(), row: range.getRow() - 1 } : undefined;
}

const textOf = (at: ReturnType<typeof standing>): string => (at ? `${at.sheetId}:${at.row}` : "");

export const selection = (): string => textOf(standing());

/** The card of the customer in whose row the person stands, through the same corridor as everything else. */
export function card(): CardView {
  const where = standing();
  const at = textOf(where);
  const book = openBook();
  const { settings } = book.saved;
  if (!settings) throw new Plain("notSetUp");
  const sheet = settings.names[String(settings.customers)] || "";
  if (where?.sheetId !== settings.customers) return { kind: "none", at, why: "elsewhere", sheet };
  const now = look(book, settings);
  const index = now.outcome.classified.findIndex(({ customer }) => customer.row === where.row);
  const one = now.outcome.classified[index];
  if (!one) return { kind: "none", at, why: "no_customer", sheet };

  const { customer, classes, urgency, treatments } = one;
  const { words } = now;
  const language = languageOfPerson();
  const placesOf = placesOfClass(now, index);
  const list = overridesIn(book.saved.overrides);
  const holders = holdersOf(
    list,
    now.outcome.classified.map((each) => each.customer),
  );
  const set = list.filter(({ axis }, n) => classes[axis].because.rule === "override" && holders[n]!.includes(index));
  const hands = overridesOf(now, set).list.filter(({ state }) => state === "");
  const axisCard = (id: AxisId): AxisCard => axisCardOf(now, id, classes[id], placesOf, hands);
  const { level, due, because } = urgency;
  return {
    kind: "customer",
    at,
    day: isoOf(book.clock.today),
    key: customer.key,
    company: customer.name || customer.id,
    owner: customer.owner,
    place: placeOf(now, "customers", customer.row, nameColumn(now)),
    tier: axisCard("value"),
    outlook: outlookSentences(now.outcome.outlook(index), words),
    followup: {
      label: LABELLED[0]!.label[language],
      level,
      classLabel: words.label("urgency", level),
      why: words.because(because),
      policy: placesOf({ id: level, because }),
      over: due === undefined ? null : book.clock.today - due,
    },
    axes: AXES.flatMap(({ id }) => (id === "value" ? [] : [axisCard(id)])),
    treatments: stepsOf(treatments, now),
    missing: missingFacts(now, one, placesOf),
    forecast: forecastOn(now, index),
  };
}

/** What to do, each with the axis or the act that calls for it; words that two of them share stand once. */
function stepsOf(ids: readonly string[], { words }: Look): CustomerCard["treatments"] {
  const language = languageOfPerson();
  const steps = new Map<string, string>();
  for (const id of ids) {
    const axis = AXES.find((one) => one.id === id.split(".")[0]);
    const [, , , zh, en] = treatmentTable()[id]!;
    const what = words.treatment(id);
    if (!steps.has(what)) steps.set(what, axis ? axis.label[language] : (language === "zh" ? zh : en)!);
  }
  return [...steps].map(([what, axis]) => ({ axis, what }));
}

function axisCardOf(
  { words }: Look,
  id: AxisId,
  given: Class,
  placesOf: (given: Class) => PolicyPlace[],
  hands: readonly OverrideView[],
): AxisCard {
  const { label, classes } = AXES.find((axis) => axis.id === id)!;
  return {
    id,
    label: label[languageOfPerson()],
    classLabel: words.label(id, given.id),
    rated: given.id !== "unrated",
    why: words.because(given.because),
    policy: placesOf(given),
    classes: Object.keys(classes)
      .filter((one) => isClass(id, one))
      .map((value) => ({ value, label: words.label(id, value) })),
    hand: hands.find(({ axis }) => axis === id) || null,
  };
}

/** Where the values of the policy that decided a class stand. */
function placesOfClass({ inForce, outcome, book }: Look, at: number): (given: Class) => PolicyPlace[] {
  const lacking = ratesLacking(outcome.findings, inForce.policy, book.clock.today)(outcome.ordersOf(at));
  const placeOfKey = inForce.sheet && policyPlaces(inForce.sheet);
  const language = languageOfPerson();
  return (given) =>
    policyKeysOf(given, inForce.policy, lacking).flatMap((key) => {
      const place = placeOfKey?.(key);
      return place ? [{ ...place, label: policyFields().byKey.get(key)!.label[language] }] : [];
    });
}

const BOUGHT: readonly FieldId[] = ["first_order", "last_order", "order_count"];

/** The fields that rate an axis; "orders" and "contacts" stand for those sheets, "home" for our own country. */
const RATED_BY: Readonly<Record<AxisId, readonly (FieldId | "orders" | "contacts" | "home")[]>> = {
  value: ["orders", "annual"],
  stage: ["stage"],
  relation: ["orders", ...BOUGHT],
  frequency: ["orders", ...BOUGHT],
  activity: ["orders", ...BOUGHT],
  engagement: ["contacts"],
  loyalty: ["orders", "satisfaction"],
  potential: ["potential", "expected", "stage"],
  region: ["country"],
  locality: ["home", "country"],
  identity: ["identity"],
  industry: ["industry"],
  product: ["product"],
  size: ["size"],
  source: ["source"],
  fair: ["fair"],
  followup: ["last_contact", "inquiry", "created"],
};

/** What would rate the axes that are not rated: cells of his that are blank or were not read, before columns that are not there. */
function missingFacts(
  now: Look,
  { customer, classes }: Classified,
  placesOf: (given: Class) => PolicyPlace[],
): MissingFact[] {
  const language = languageOfPerson();
  const { rows, layout } = now.customers;
  return AXES.flatMap(({ id, label }) => {
    if (classes[id].id !== "unrated") return [];
    const about = (what: MissingFact["what"], field = "", place: Place | null = null): MissingFact => {
      return { axis: label[language], what, field, place };
    };
    const cells: MissingFact[] = [];
    const others: MissingFact[] = [];
    for (const need of RATED_BY[id]) {
      if (need === "orders" || need === "contacts") {
        if (!now[need] && !(need === "contacts" && now.log)) others.push(about(need));
      } else if (need === "home") {
        if (!now.inForce.policy["home.country"]) others.push(about(need, "", placesOf(classes[id])[0]));
      } else {
        const field = knownFields().find((one) => one.id === need)!.label[language];
        const column = layout.columns[need]?.index;
        if (column === undefined) others.push(about("column", field));
        else if ((rows[customer.row]![column] ?? "") === "" || customer.unclear.has(need))
          cells.push(about("cell", field, placeOf(now, "customers", customer.row, column)));
      }
    }
    return cells.length > 0 && !others.some(({ what }) => what === "home") ? cells : [...others.slice(0, 1), ...cells];
  });
}
