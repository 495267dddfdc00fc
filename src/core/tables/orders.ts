import { companyOf } from "../cells/company";
import { foldText, isBlankWord } from "../cells/text";
import { containsWord, matchWord } from "../cells/words";
import type { Day } from "../day";
import type { Order, OrderUse } from "../model";
import type { Amount } from "../money";
import type { Policy } from "../policy/fields";
import { converted, rateOn } from "../rates";
import { Column, type Notebook, OPTIONS, type ReadContext, RowCurrencies, type Sheet } from "./column";
import type { FieldId } from "./headers";
import { Lines, later, Purse } from "./lines";

/** Longer names are of firms. */
const LONGEST_TOTAL = 20;

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * Orders of the order sheet, each with how it enters the facts. Rows of one number, customer and day are the lines of one
 * order, as far as they enter alike: a cancelled line stays apart from those that count.
 */
export function readOrders(sheet: Sheet, context: ReadContext, notebook: Notebook): Order[] {
  const { layout } = sheet;
  const { policy, asOf, until = asOf } = context;
  const column = (field: FieldId) => new Column(field, sheet, context, notebook, "orders");
  const id = column("order.id");
  const customerId = column("order.customer");
  const customerName = column("order.name");
  const day = column("order.day");
  // Later days too: they tell which order a line belongs to, and are listed once an order.
  const days = day.days(true);
  const amount = column("order.amount");
  const currencies = new RowCurrencies(column("order.currency"));
  const amounts = amount.ownAmounts(layout.chinese, currencies);
  const amountsPaid = column("order.paid_amount").ownAmounts(layout.chinese, currencies);
  const statusOf = statusReader(column("order.status"), policy);
  const type = column("order.type");
  const product = column("order.product");
  const saysSample = sampleReader(policy["order.sample_words"]);
  const [due, paid, delivered] = [
    column("order.due").days(true),
    column("order.paid").days(),
    column("order.delivered").days(),
  ];
  const sampleMax = Math.round(policy["order.sample_max"] * 100);
  const answer = amount.answer("lines");

  const ids = Array.from({ length: id.length }, (_, i) => id.text(i));
  const numbers = numbersOf(ids);
  /** Most orders are of one row, and done with it: only those whose number another row holds too have to wait. */
  const found: (Order | Lines)[] = [];
  /** The first lines of each number. */
  const heads = new Map<string, Lines>();
  /** Further lines of a number that stands for several orders. To put a key together is the dearest part of folding. */
  const further = new Map<string, Lines>();
  /** Whose order of a number may have a line more: its day cannot be read. */
  const torn = new Set<string>();
  /** Of these the orders that are told to be "at least" for it. */
  const joined = new Set<string>();
  let named: Map<string, string> | undefined;
  const listed = notebook.findings.length;
  for (let i = 0; i < day.length; i++) {
    const name = customerName.text(i);
    const typed = ids[i]!;
    const number = numbers[i]!;
    const who = customerId.text(i) || (number && name && idNamed(number, name));
    if (!who && !name && !typed && amount.cell(i) === "" && day.cell(i) === "") continue;
    // A row that names a customer by id and by a name in full is no total; to look at every name would be the dearest part
    // of a run.
    if (!(who && name.length > LONGEST_TOTAL) && companyOf(name || typed || who).total) continue;
    const on = days(i);
    const money = amounts(i);
    const unread = !money && amount.text(i) !== "";
    const use = useOf(i, on, money, unread);
    // An order without a day may be of this year, and its customer has bought or not: nobody knows.
    const undated = unread || (money && money.minor > 0) ? "unread" : "listed";
    const lines = linesFor(i, use || undated, number, typed, who, name, on);
    lines.call(name);
    if (!use && number) torn.add(customerOf(lines));
    if (money) lines.amount.put(money, i);
    if (unread) lines.unread = true;
    const soFar = amountsPaid(i);
    if (soFar) {
      lines.paidSoFar = lines.paidSoFar || new Purse();
      lines.paidSoFar.put(soFar, i);
    }
    const paidOn = paid(i);
    // Nobody pays a discount.
    if (paidOn === undefined && !(money && money.minor <= 0)) lines.unpaid = true;
    lines.paid = later(lines.paid, paidOn);
    lines.due = later(lines.due, due(i));
    lines.delivered = later(lines.delivered, delivered(i));
    if (!number) found.push(orderOf(lines));
  }
  const orders = withoutClashes(found.map((one) => (one instanceof Lines ? orderOf(one) : one)));
  notebook.inRowOrder(listed);
  return orders;

  /** The id that stands beside a name in other rows of a number, where they agree. */
  function idNamed(number: string, name: string): string {
    if (!named) {
      named = new Map();
      for (let i = 0; i < id.length; i++) {
        const [shared, who, called] = [numbers[i]!, customerId.text(i), customerName.text(i)];
        if (!shared || !who || !called) continue;
        const key = `${shared}\n${companyOf(called).full}`;
        const known = named.get(key);
        named.set(key, known === undefined || foldText(known) === foldText(who) ? who : "");
      }
    }
    return named.get(`${number}\n${companyOf(name).full}`) || "";
  }

  /** Those that the row belongs to; new ones where it is the first of them. */
  function linesFor(
    i: number,
    as: OrderUse,
    number: string,
    typed: string,
    who: string,
    name: string,
    on: Day | undefined,
  ): Lines {
    const head = number ? heads.get(number) : undefined;
    if (head && head.day === on && head.as === as && isSame(head, who, name)) return head;
    const lines = new Lines(i, as, number, typed, who, name, on, head);
    if (!number) return lines;
    if (head) {
      const key = `${customerOf(lines)}\n${on}\n${as}`;
      const known = further.get(key);
      if (known) return known;
      further.set(key, lines);
    } else heads.set(number, lines);
    found.push(lines);
    return lines;
  }

  /** How a row enters by itself: "order" for all that counts, what is below zero too; undefined where only its day is missing. */
  function useOf(i: number, on: Day | undefined, money: Amount | undefined, unread: boolean): OrderUse | undefined {
    const byStatus = statusOf(i);
    const back = money !== undefined && money.minor < 0;
    if (back) {
      if (byStatus.voidsRefund || byStatus.use === "listed") return "listed";
    } else if (byStatus.use !== "order") return byStatus.use;
    if (on === undefined) {
      // Whose it is comes first: an order of nobody is listed as that.
      const named = customerId.text(i) || customerName.text(i);
      if (money && !back && named && day.text(i) === "") day.find("unreadable", i);
      return money || unread ? undefined : "listed";
    }
    if (!back && isSample(i, !unread && !money?.minor)) return "sample";
    return money || unread ? "order" : "listed";
  }

  /** A free sample is one too; what only speaks of samples and has no amount is not worth a question. */
  function isSample(i: number, free: boolean): boolean {
    for (const cell of [type, product]) {
      const text = cell.exists ? cell.text(i) : "";
      if (!text) continue;
      const said = saysSample(text);
      if (said === "whole") return true;
      if (said === "not" || free) continue;
      // "样品费+大货" may be either: counted until somebody says.
      const word = foldText(text);
      const answer = cell.answer(`sample:${word}`) ?? cell.answer("sample");
      if (answer) return answer === "yes";
      cell.find("sample_in_text", i);
      cell.ask("sample", i, OPTIONS.sample, word, "yes");
    }
    return false;
  }

  function orderOf(lines: Lines): Order {
    const { first, as } = lines;
    const ahead = lines.day! > until;
    if (lines.day! > asOf) day.find("future", first);
    // Named one by one, as the facts are: there are as many of them.
    const order: Writable<Order> = {
      row: layout.headerRow + 1 + first,
      id: lines.typed,
      customerId: lines.who,
      customerName: lines.name,
      use: ahead && (as === "order" || as === "sample") ? "listed" : as,
      day: ahead ? undefined : lines.day,
      minor: undefined,
      atLeast: undefined,
      atMost: undefined,
      due: lines.due,
      paid: lines.unpaid ? undefined : lines.paid,
      delivered: lines.delivered,
    };
    if (order.use === "order") count(lines, order);
    return order;
  }

  /** What the lines that count make together. They are summed before anything is converted, rounded or held against a limit. */
  function count(lines: Lines, order: Writable<Order>): void {
    const { first, amount: typed, unread } = lines;
    const alike = typed.each && typed.lines > 1 && !unread;
    if (alike && !answer) {
      amount.find("equal_lines", first, { detail: order.id, count: typed.lines });
      amount.ask("lines", first, OPTIONS.lines);
    }
    const whole = alike && answer === "whole";
    let minor = 0;
    let [up, down] = [unread, false];
    // What is missing above zero makes a sum "at least", what is missing below "at most".
    let [above, below] = [unread, false];
    for (const sum of typed.sums) {
      const own = whole ? typed.each! : sum.minor;
      if (own > 0) up = true;
      if (own < 0) down = true;
      const worth = own && amount.worth({ minor: own, currency: sum.currency }, order.day!, sum.first);
      if (worth !== undefined) minor += worth;
      else if (own > 0) above = true;
      else below = true;
    }
    if (up && lines.number && torn.size && torn.has(customerOf(lines))) {
      above = true;
      joined.add(customerOf(lines));
    }
    // An amount that was typed is never nothing, however little it is worth.
    const net = up && (above || !down) ? 1 : up ? minor || (below ? -1 : 0) : down ? -1 : 0;
    const use = net === 0 ? "not_counted" : net < 0 ? "refund" : unread && minor <= 0 ? "unread" : "order";
    const open = lines.paidSoFar && (unread || isOpen(typed, lines.paidSoFar, order.day!));
    order.use = use === "order" && !above && minor < sampleMax ? "sample" : use;
    // What is known below zero counts beside what is missing: without it the sum would be more than "at least".
    if (minor || !(above || below)) order.minor = minor;
    if (above && minor) order.atLeast = true;
    if (below) order.atMost = true;
    // Paid in part is not paid. Paid in full on a day that nobody noted says nothing of punctuality.
    if (open) order.paid = undefined;
    else if (open === false && order.paid === undefined) order.due = undefined;
  }

  /** Less was paid so far than the order is worth. Only where the two are in different currencies does a rate decide. */
  function isOpen(typed: Purse, paidSoFar: Purse, on: Day): boolean {
    const all = [...typed.sums, ...paidSoFar.sums];
    const one = all.every(({ currency }) => currency === all[0]!.currency);
    const worth = (purse: Purse) =>
      purse.sums.reduce((sum, { currency, minor }) => {
        const own = answer === "whole" && purse.each !== undefined ? purse.each : minor;
        return sum + (one ? own : converted(own, rateOn(currency || "", on, context) || Number.NaN));
      }, 0);
    return !(worth(paidSoFar) >= worth(typed));
  }

  /** A number of several orders is listed; a refund that names an order which is not counted is, and takes nothing away. */
  function withoutClashes(orders: Order[]): Order[] {
    orders.forEach(({ use }, n) => {
      const lines = found[n]!;
      if (!(lines instanceof Lines) || use === "refund") return;
      const { head } = lines;
      head.ordered = head.ordered || lines;
      if (use === "order" || (use === "unread" && lines.day !== undefined)) head.orders++;
      if (use === "order") head.counted = true;
    });
    return orders.map((order, n) => {
      const lines = found[n]!;
      if (!(lines instanceof Lines)) return order;
      const { orders: count, ordered, counted } = lines.head;
      if (count > 1 && ordered === lines) id.find("doubled_order", lines.first, { count });
      // It is missing once, in the order that it belongs to.
      if (lines.day === undefined && joined.has(customerOf(lines))) return { ...order, use: "listed" };
      if (order.use !== "refund" || !ordered || counted) return order;
      amount.find("refund_of_uncounted", lines.first, { detail: order.id });
      return { ...order, use: "listed" };
    });
  }
}

/** The numbers of orders, folded; "" where a row has none, or one that no other row has. */
function numbersOf(ids: readonly string[]): readonly string[] {
  const first = new Map<string, number>();
  const numbers = ids.map(() => "");
  ids.forEach((typed, i) => {
    const number = foldText(typed);
    if (!number) return;
    const before = first.get(number);
    if (before === undefined) first.set(number, i);
    else numbers[before] = numbers[i] = number;
  });
  return numbers;
}

/** Number and customer, folded: whose order of a number it is. */
const customerOf = ({ number, who, name }: Lines): string => `${number}\n${customerKey(who, name)}`;

const customerKey = (who: string, name: string): string => (who ? foldText(who) : companyOf(name).full);

const isSame = (lines: Lines, who: string, name: string): boolean =>
  (lines.who === who && lines.name === name) || customerKey(lines.who, lines.name) === customerKey(who, name);

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
