import { readCountries } from "../cells/country";
import { dayReader } from "../cells/date";
import { matchWord } from "../cells/words";
import { readYesNo } from "../cells/yes-no";
import type { Day } from "../day";
import type { Customer } from "../model";
import type { StageId } from "../policy/vocabulary";
import { Column, type Notebook, type ReadContext, RowCurrencies, type Sheet } from "./column";
import { fairReader } from "./fair";
import type { FieldId } from "./headers";
import { identified } from "./keys";
import { markReader, sizeReader } from "./marks";
import { classOfWord, wordReader } from "./worded";

const CLEAR: ReadonlySet<FieldId> = new Set();

/** Rows of the customer sheet. What could not be read is in the notebook. */
export function readCustomers(sheet: Sheet, context: ReadContext, notebook: Notebook): Customer[] {
  const { rows, layout } = sheet;
  const column = (field: FieldId) => new Column(field, sheet, context, notebook, "customers");
  const owner = column("owner");
  const city = column("city");
  const grade = column("grade");
  const people = identified(rows, layout.headerRow, {
    id: layout.columns.id?.index ?? -1,
    name: layout.columns.name?.index ?? -1,
  });

  const country = column("country");
  const countries = readCountries(country.cells, country.answers);
  const cities = city.exists ? readCountries(city.cells, {}) : [];
  const hold = column("hold");
  const currency = new RowCurrencies(column("currency"));
  const day = (field: FieldId, ahead = false) => column(field).days(ahead);
  const [created, inquiry, lastContact, firstOrder, lastOrder] = [
    day("created"),
    day("inquiry"),
    day("last_contact"),
    day("first_order"),
    day("last_order"),
  ];
  const nextDate = day("next_date", true);
  const amount = (field: FieldId) => column(field).amounts(layout.chinese, currency);
  const [annual, lifetime, buyerVolume, expected] = [
    amount("annual"),
    amount("lifetime"),
    amount("buyer_volume"),
    amount("expected"),
  ];
  const orderCount = column("order_count");
  const { policy } = context;
  const stage = column("stage");
  const stars = wordReader(stage, "stage", policy);
  const source = column("source");
  // 新客户 says how far he is, not where he came from (X09).
  const sources = wordReader(source, "source", policy, (word) =>
    matchWord(word, policy["source.relation"]) ? "relation" : "word",
  );
  const identity = worded("identity");
  const industry = worded("industry");
  const product = worded("product");
  const potential = worded("potential");
  const size = sizeReader(column("size"), policy);
  const quantity = column("quantity");
  const satisfaction = markReader(column("satisfaction"));
  const ended = datedFlagReader(column("ended"), context);
  const fair = fairReader(column("fair"), column("note"), policy);
  const fairDay = day("fair_day");
  const complaint = datedFlagReader(column("complaint"), context);

  const customers: Customer[] = [];
  const unclear = new Set<FieldId>();
  for (let i = 0; i < owner.length; i++) {
    const row = layout.headerRow + 1 + i;
    const who = people[row];
    if (!who) continue;
    unclear.clear();
    const bought = annual(i, unclear);
    const ever = lifetime(i, unclear);
    const from = sources(i);
    const stages = stars(i);
    const metOn = fairDay(i, unclear);
    const met = fair(i, metOn !== undefined || from.includes("fair"));
    const withoutRate = [bought, ever].some((amount) => amount && amount.sign > 0 && amount.minor === undefined);
    // Named one by one, as the facts are.
    customers.push({
      row,
      key: who.key,
      id: who.id,
      name: who.name || who.id,
      company: who.company,
      owner: owner.text(i),
      city: city.text(i),
      country: countryAt(i, unclear),
      created: created(i, unclear),
      inquiry: inquiry(i, unclear),
      lastContact: lastContact(i, unclear),
      nextDate: nextDate(i, unclear),
      stage: stage.text(i),
      stars: stages[0],
      source: source.text(i),
      sources: from,
      identity: identity(i),
      industry: industry(i),
      product: product(i),
      potential: potential(i),
      size: size(i),
      quantity: quantity.text(i),
      satisfaction: satisfaction(i, unclear),
      ended: ended(i, unclear) ?? leftBy(stage.text(i), stages[0]),
      fair: met.fair,
      fairMark: met.fairMark,
      fairSaid: met.fairSaid,
      fairDay: metOn,
      hold: hold.exists && hold.take(readYesNo(hold.cell(i), hold.answers), i, unclear) === true,
      complaint: complaint(i, unclear),
      annual: bought?.minor,
      lifetime: ever?.minor,
      boughtWithoutRate: withoutRate ? true : undefined,
      buyerVolume: buyerVolume(i, unclear)?.minor,
      expected: expected(i, unclear)?.minor,
      firstOrder: firstOrder(i, unclear),
      lastOrder: lastOrder(i, unclear),
      orderCount: countAt(i, unclear),
      grade: grade.text(i),
      // Of fifty thousand rows nearly all are clear: they share one empty set.
      unclear: unclear.size ? new Set(unclear) : CLEAR,
    });
  }
  return customers;

  function worded<Field extends "identity" | "industry" | "product" | "potential">(field: Field) {
    const cells = column(field);
    const read = wordReader(cells, field, policy);
    const none = { text: "", ids: [] };
    return (i: number) => (cells.typed(i) ? { text: cells.text(i), ids: read(i) } : none);
  }

  /** A stage that says that he has left. Each of these words is a refusal too, so most rows are not looked at. */
  function leftBy(word: string, stars: StageId | undefined): Customer["ended"] {
    return stars === "0" && classOfWord(word, "relation", policy) ? { word } : undefined;
  }

  function countryAt(i: number, unclear: Set<FieldId>) {
    const iso = country.take(countries[i]!, i, unclear);
    if (iso) return { iso, byCity: false };
    const byCity = cities[i];
    return countries[i]!.as === "blank" && byCity?.as === "read" ? { iso: byCity.value, byCity: true } : undefined;
  }

  function countAt(i: number, unclear: Set<FieldId>): number | undefined {
    const cell = orderCount.cell(i);
    const text = orderCount.text(i);
    if (!text) return undefined;
    const count = typeof cell === "number" ? cell : /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    if (Number.isInteger(count) && count >= 0) return count;
    unclear.add("order_count");
    orderCount.find("unreadable", i);
    return undefined;
  }
}

/** Something that is so since a day: a complaint is open, he has left. A day, or a yes without one; what says neither is asked about. */
function datedFlagReader(
  column: Column,
  context: ReadContext,
): (i: number, unclear: Set<FieldId>) => { readonly day?: Day } | undefined {
  if (!column.exists) return () => undefined;
  const days = column.days();
  const read = dayReader(column.cells, {
    asOf: context.asOf,
    dayOfInstant: context.dayOfInstant,
    answers: column.answers,
  });
  return (i, unclear) => {
    const reading = read(i);
    if (reading.as === "unreadable")
      return column.take(readYesNo(column.cell(i), column.answers), i, unclear) ? {} : undefined;
    const day = days(i, unclear);
    if (day !== undefined) return { day };
    // It is so, only its day has to be asked about.
    return reading.as === "ambiguous" ? {} : undefined;
  };
}
