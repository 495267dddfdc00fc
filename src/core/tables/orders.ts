import { companyOf } from "../cells/company";
import { foldText, isBlankWord } from "../cells/text";
import { containsWord, matchWord } from "../cells/words";
import type { Day } from "../day";
import type { Order, OrderUse } from "../model";
import type { Minor } from "../money";
import type { Policy } from "../policy/fields";
import { Column, type Notebook, OPTIONS, type ReadContext, RowCurrencies, type Sheet } from "./column";
import type { FieldId } from "./headers";

/** Rows of the order sheet, each with how it enters the facts. */
export function readOrders(sheet: Sheet, context: ReadContext, notebook: Notebook): Order[] {
  const { layout } = sheet;
  const { policy } = context;
  const column = (field: FieldId) => new Column(field, sheet, context, notebook, "orders");
  const id = column("order.id");
  const customerId = column("order.customer");
  const customerName = column("order.name");
  const day = column("order.day");
  const days = day.days();
  const amount = column("order.amount");
  const amounts = amount.amounts(layout.chinese, new RowCurrencies(column("order.currency")));
  const status = column("order.status");
  const use = statusReader(status, policy);
  const type = column("order.type");
  const product = column("order.product");
  const saysSample = sampleReader(policy["order.sample_words"]);
  const [due, paid, delivered] = [
    column("order.due").days(true),
    column("order.paid").days(),
    column("order.delivered").days(),
  ];

  const orders: Order[] = [];
  for (let i = 0; i < day.cells.length; i++) {
    const who = customerId.text(i);
    const name = customerName.text(i);
    const number = id.text(i);
    if (!who && !name && !number && amount.cells[i] === "" && day.cells[i] === "") continue;
    // A row that names a customer by id and by name is no total; to look at every name would be the dearest part of a run.
    if (!(who && name) && companyOf(name || number || who).total) continue;
    const on = days(i);
    const money = amounts(i);
    orders.push({
      row: layout.headerRow + 1 + i,
      id: number,
      customerId: who,
      customerName: name,
      use: useOf(i, on, money),
      day: on,
      minor: money?.minor,
      due: due(i),
      paid: paid(i),
      delivered: delivered(i),
    });
  }
  return withoutRefundsOfUncounted(orders, amount, layout.headerRow + 1);

  function useOf(i: number, on: Day | undefined, money: { sign: number; minor?: Minor } | undefined): OrderUse {
    const byStatus = use(i);
    if (money && money.sign < 0) {
      if (byStatus.voidsRefund || byStatus.use === "listed") return "listed";
      return on === undefined ? "listed" : "refund";
    }
    if (byStatus.use !== "order") return byStatus.use;
    if (on === undefined) {
      if (money && day.text(i) === "") day.find("unreadable", i);
      return "listed";
    }
    if (!money && !amount.text(i)) return "listed";
    if (money?.sign === 0) return "not_counted";
    if (isSample(i, money?.minor)) return "sample";
    return money ? "order" : "unread";
  }

  function isSample(i: number, minor: Minor | undefined): boolean {
    if (minor !== undefined && minor < Math.round(policy["order.sample_max"] * 100)) return true;
    for (const cell of [type, product]) {
      const text = cell.exists ? cell.text(i) : "";
      if (!text) continue;
      const said = saysSample(text);
      if (said === "whole") return true;
      if (said === "not") continue;
      // "样品费+大货" may be either: counted until somebody says.
      const word = foldText(text);
      const answer = cell.answer(`sample:${word}`) ?? cell.answer("sample");
      if (answer) return answer === "yes";
      cell.find("sample_in_text", i);
      cell.ask("sample", i, OPTIONS.sample, word, "yes");
    }
    return false;
  }
}

/** Whether a text is a word for a sample, or holds one. Goods repeat, and to look through each row's anew is dear. */
function sampleReader(words: readonly string[]): (text: string) => "whole" | "within" | "not" {
  const known = new Map<string, "whole" | "within" | "not">();
  return (text) => {
    let said = known.get(text);
    if (!said) {
      said = matchWord(text, words) ? "whole" : containsWord(text, words) ? "within" : "not";
      known.set(text, said);
    }
    return said;
  };
}

function statusReader(status: Column, policy: Policy) {
  const known = new Map<string, { use: OrderUse; voidsRefund: boolean }>();
  const lists: readonly (readonly [readonly string[], OrderUse])[] = [
    [policy["order.counts"], "order"],
    [policy["order.counts_not"], "not_counted"],
    [policy["order.listed"], "listed"],
  ];
  const answered: ReadonlyMap<string | undefined, OrderUse> = new Map([
    ["counts", "order"],
    ["no", "not_counted"],
    ["listed", "listed"],
  ]);
  const look = (text: string): { use: OrderUse; voidsRefund: boolean } => {
    const use =
      lists.find(([words]) => matchWord(text, words))?.[1] ||
      // 待定 is a blank elsewhere, but as a state it says "pending": the lists are asked first.
      (isBlankWord(text) ? "order" : answered.get(status.answer(`status:${foldText(text)}`)));
    return { use: use || "asked", voidsRefund: matchWord(text, policy["order.void_refund"]) };
  };
  return (i: number) => {
    const text = status.typed(i);
    if (!text) return { use: "order" as OrderUse, voidsRefund: false };
    let found = known.get(text);
    if (!found) {
      found = look(text);
      known.set(text, found);
    }
    if (found.use === "asked") {
      status.find("unknown_status", i);
      status.ask("status", i, OPTIONS.status, foldText(text));
    } else if (found.use === "listed") status.find("listed_status", i);
    return found;
  };
}

/** A refund that names an order which is not counted takes nothing away; it is listed. */
function withoutRefundsOfUncounted(orders: Order[], amount: Column, firstRow: number): Order[] {
  if (!orders.some((order) => order.use === "refund" && order.id)) return orders;
  const counted = new Set<string>();
  const named = new Set<string>();
  for (const order of orders) {
    if (!order.id || order.use === "refund") continue;
    named.add(order.id);
    if (order.use === "order") counted.add(order.id);
  }
  return orders.map((order) => {
    if (order.use !== "refund" || !named.has(order.id) || counted.has(order.id)) return order;
    amount.find("refund_of_uncounted", order.row - firstRow, { detail: order.id });
    return { ...order, use: "listed" as const };
  });
}
