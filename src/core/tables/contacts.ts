import { containsWord } from "../cells/words";
import { readYesNo } from "../cells/yes-no";
import type { Contact } from "../model";
import { Column, type Notebook, type ReadContext, type Sheet } from "./column";
import type { FieldId } from "./headers";
import { wordReader } from "./worded";

/** Rows of a contact log. A row without a day that can be used is left out; it is in the notebook. */
export function readContacts(sheet: Sheet, context: ReadContext, notebook: Notebook): Contact[] {
  const { policy } = context;
  const column = (field: FieldId) => new Column(field, sheet, context, notebook, "contacts");
  const id = column("contact.customer");
  const name = column("contact.name");
  const directionColumn = column("contact.direction");
  const direction = wordReader(directionColumn, "direction", policy);
  const channel = column("contact.channel");
  const note = column("contact.note");
  const bulk = column("contact.bulk");
  const day = column("contact.day");
  const days = day.days();
  const next = column("contact.next").days(true);

  const contacts: Contact[] = [];
  for (let i = 0; i < id.length; i++) {
    const customerId = id.text(i);
    const customerName = name.text(i);
    if (!customerId && !customerName) continue;
    const by = channel.text(i);
    const said = `${by} ${note.text(i)}`;
    const on = days(i);
    if (on === undefined) {
      // Something was logged, and nobody can say when.
      if (day.exists && !day.text(i) && (said !== " " || directionColumn.text(i))) day.find("unreadable", i);
      continue;
    }
    contacts.push({
      row: sheet.layout.headerRow + 1 + i,
      customerId,
      customerName,
      day: on,
      direction: direction(i)[0] || "unknown",
      bulk:
        (bulk.exists && bulk.take(readYesNo(bulk.cell(i), bulk.answers), i) === true) ||
        containsWord(by, policy["contact.bulk"]),
      visit: containsWord(by, policy["contact.visit"]),
      inquiry: containsWord(said, policy["contact.inquiry"]),
      details: containsWord(said, policy["contact.details"]),
      next: next(i),
    });
  }
  return contacts;
}
