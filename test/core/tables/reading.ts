import type { Cell, Rows } from "../../../src/core/cells/cell";
import { Notebook } from "../../../src/core/tables/column";
import { readContacts } from "../../../src/core/tables/contacts";
import { readCustomers } from "../../../src/core/tables/customers";
import { readOrders } from "../../../src/core/tables/orders";
import { ago, anInput, dateCell } from "../makers";

export interface Setting {
  readonly policy?: Readonly<Record<string, unknown>>;
  readonly answers?: Readonly<Record<string, string>>;
}

/** What is read of a customer sheet, header first, and what is left for a person to see. */
export function customersOf(rows: Rows, setting: Setting = {}) {
  const notebook = new Notebook();
  const input = anInput({ customers: rows, ...setting });
  return { customers: readCustomers(input.customers, input, notebook), notebook };
}

/** One customer with the given cells beside his company and country. */
export function oneCustomer(headers: readonly string[], cells: readonly Cell[], setting?: Setting) {
  const { customers, notebook } = customersOf(
    [
      ["Company", "Country", ...headers],
      ["Acme", "Germany", ...cells],
    ],
    setting,
  );
  return { customer: customers[0]!, notebook };
}

export function ordersOf(rows: Rows, setting: Setting = {}) {
  const notebook = new Notebook();
  const input = anInput({ orders: rows, ...setting });
  return { orders: readOrders(input.orders!, input, notebook), notebook };
}

/** One order with the given cells beside its customer and day. */
export function oneOrder(headers: readonly string[], cells: readonly Cell[], setting: Setting = {}) {
  const { orders, notebook } = ordersOf(
    [
      ["Customer", "Order date", "Amount", ...headers],
      ["Acme", dateCell(ago(5)), 100, ...cells],
    ],
    setting,
  );
  return { order: orders[0]!, kinds: notebook.findings.map(({ kind }) => kind), notebook };
}

export function contactsOf(rows: Rows, setting: Setting = {}) {
  const notebook = new Notebook();
  const input = anInput({ contacts: rows, ...setting });
  return { contacts: readContacts(input.contacts!, input, notebook), notebook };
}

/** One row of a contact log with the given cells beside its customer and day, ten days ago. */
export function oneContact(headers: readonly string[], cells: readonly Cell[], setting: Setting = {}) {
  const { contacts, notebook } = contactsOf(
    [
      ["Contact day", "Customer", ...headers],
      [dateCell(ago(10)), "Acme", ...cells],
    ],
    setting,
  );
  return { contact: contacts[0]!, kinds: notebook.findings.map(({ kind }) => kind), notebook };
}
