import type { SetupDraft, StartView } from "../../src/edge/views";
import type { App } from "../app";
import { element } from "../element";
import { button, field, notices, select } from "../parts";
import { askColumns } from "./columns";
import { showHome } from "./home";
import { undoButton } from "./undo";

/** How many screens the set-up has. */
export const SETUP_STEPS = 4;

/** Screen 1: what was found. `draft` is that of an earlier visit, null for the first. */
export function askStart(app: App, draft: SetupDraft | null): void {
  const { frame, server, texts } = app;
  void frame.work(
    texts.reading,
    () => server.start(draft),
    (view) => showStart(app, view),
  );
}

export function showStart(app: App, view: StartView): void {
  const { frame, texts } = app;
  const words = texts.start;
  const { draft, customers, orders, contacts } = view;
  const sheets = view.sheets.map(({ sheetId, sheet }) => ({ value: String(sheetId), label: sheet }));

  const customerSheet = select(
    customers ? sheets : [{ value: "", label: words.choose }, ...sheets],
    customers ? String(customers.sheetId) : "",
    (value) => {
      if (value === "") return;
      const chosen = Number(value);
      const before = draft ?? unsettled;
      const other = (id: number | null): number | null => (id === chosen ? null : id);
      const [itsOrders, itsContacts] = [other(before.orders), other(before.contacts)];
      askStart(app, {
        ...before,
        customers: chosen,
        orders: itsOrders,
        contacts: itsContacts,
        columns: {},
        answers: {},
      });
    },
  );
  /** A sheet that may be missing, and is none of the others. */
  const optional = (part: "orders" | "contacts", none: string, taken: typeof orders): HTMLSelectElement => {
    const others = sheets.filter(({ value }) => ![customers, taken].some((one) => value === String(one?.sheetId)));
    return select([{ value: "", label: none }, ...others], String(view[part]?.sheetId ?? ""), (value) => {
      if (draft) askStart(app, { ...draft, [part]: value === "" ? null : Number(value) });
    });
  };

  frame.show({
    title: words.title,
    step: texts.step(1, SETUP_STEPS),
    body: [
      notices(view.problem ? [view.problem] : customers ? [] : [words.noSheet], "problem"),
      customers &&
        element("p", { class: "lead" }, words.found(customers.rows, orders?.rows ?? null, contacts?.rows ?? null)),
      customers && element("p", {}, words.promise(view.columnsToAdd)),
      field(words.customers, customerSheet),
      draft && field(words.orders, optional("orders", words.noOrders, contacts)),
      draft && field(words.contacts, optional("contacts", words.noContacts, orders)),
    ],
    actions: [
      draft && button(words.go, () => askColumns(app, draft), "blue"),
      app.home && button(texts.back, () => app.home && showHome(app, app.home)),
    ],
    foot: undoButton(app),
  });
}

/** A draft with nothing but a customer sheet: the server takes "" and limits of 0 for "not chosen yet". */
const unsettled: Omit<SetupDraft, "customers"> = {
  orders: null,
  contacts: null,
  backlog: null,
  columns: {},
  answers: {},
  base: "",
  rates: {},
  limits: { A: 0, B: 0, C: 0 },
};
