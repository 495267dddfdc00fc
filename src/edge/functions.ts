import { AXES, type AxisId } from "../core/axes";
import { tierOf } from "../core/axes/value";
import { readAmounts, readCurrency } from "../core/cells/amount";
import type { Answers, Cell, Rows } from "../core/cells/cell";
import { readDays } from "../core/cells/date";
import { foldText, isBlankWord } from "../core/cells/text";
import { readYesNo } from "../core/cells/yes-no";
import { CUSTOMER_COLUMNS } from "../core/columns";
import type { Day } from "../core/day";
import { factsOf, NO_RECORDS } from "../core/facts";
import { cadenceOfTier, isSilent, levelOf, sinceStart } from "../core/followup/urgency";
import { customerFinder, namedCustomer, ordersNamed } from "../core/lookup";
import type { Classified } from "../core/model";
import { overridesIn } from "../core/overrides";
import { LABELLED, labelOf } from "../core/policy/policy";
import { classify, ledgerOf, type Outcome } from "../core/reclassify";
import { Notebook, type Sheet } from "../core/tables/column";
import { readCustomers } from "../core/tables/customers";
import { type FieldId, type FixedColumns, findLayout, type Layout } from "../core/tables/headers";
import { readOrders } from "../core/tables/orders";
import { ownerKey, todayOf } from "../core/today";
import { toRows } from "./cells";
import { recogniseColumns } from "./columns";
import { type DeclaredFunction, type Parameter, Plain } from "./define";
import { alongside, columnOf, type FormulaCall, firstCell, type Given, inShape, isRows, readOr } from "./formula";
import { languageOfPerson } from "./languages";
import { cellAnswers } from "./look";
import { nextSentence } from "./words";

const CUSTOMER: Parameter = {
  name: "customer",
  type: "string|range",
  help: { en: "One name or id, or a column of them.", zh: "一个客户名或编号，或一列。" },
};
const ORDERS: Parameter = {
  name: "orders",
  type: "range",
  help: { en: "The order table with its header row.", zh: "订单表，含表头。" },
};
const CUSTOMERS: Parameter = {
  name: "customers",
  type: "range",
  help: { en: "The customer table with its header row.", zh: "客户表，含表头。" },
};
const optional = (parameter: Parameter): Parameter => ({ ...parameter, optional: true });

const axisOf = (id: AxisId) => AXES.find((axis) => axis.id === id)!;

const unrated = (call: FormulaCall, axis: AxisId | "urgency"): string => call.words.label(axis, "unrated");

interface Amounts {
  /** Hundredths of the base currency; undefined where blank, not readable or without a rate. */
  readonly minor: readonly (number | undefined)[];
  readonly blank: readonly boolean[];
  /** The first cell is a header, which gave the unit. */
  readonly headed: boolean;
}

/** Amounts of a column in the base currency. A header in its first cell gives currency and unit: 年采购额/万. */
function readMoney(
  cells: readonly Cell[],
  currencies: readonly Cell[],
  call: FormulaCall,
  parameter: string,
  single: boolean,
): Amounts {
  const { policy, language } = call;
  const base = policy["currency.base"];
  const header = single ? undefined : headerOf(cells[0]);
  const body = header ? ["", ...cells.slice(1)] : cells;
  const readings = readAmounts(body, {
    base,
    ...(header?.currency && { column: header.currency }),
    scale: header?.scale ?? 1,
    chinese: language === "zh" || (header?.chinese ?? false),
    answers: {},
    rows: body.map((_, i) => readCurrency(String(currencies[i] ?? ""))),
  });
  const minor = readings.map((reading, i): number | undefined => {
    const amount = readOr(reading, body[i]!, parameter, single);
    if (!amount) return undefined;
    const given = String(currencies[i] ?? "");
    const own = readCurrency(given);
    if (given !== "" && !own) {
      if (single) throw new Plain("cellUnreadable", "currency", given);
      return undefined;
    }
    const currency = amount.currency ?? own ?? header?.currency ?? base;
    if (currency === base) return amount.minor;
    const rate = policy[`rate.${currency}`];
    if (rate) return Math.sign(amount.minor) * Math.round(Math.abs(amount.minor) * rate);
    if (single) throw new Plain("noRate", currency, base);
    return undefined;
  });
  return { minor, blank: readings.map((reading) => reading.as === "blank"), headed: header !== undefined };
}

/** What the header of an amount says, where the cell is one. A cell with an amount in it is none. */
function headerOf(cell: Cell | undefined): { currency?: string; scale: number; chinese: boolean } | undefined {
  if (typeof cell !== "string" || cell.trim() === "" || /^[\s\p{Sc}\d.,+-]+$/u.test(cell)) return undefined;
  if (readAmounts([cell], { base: "", scale: 1, chinese: true, answers: {} })[0]!.as !== "unreadable") return undefined;
  const layout = findLayout([[cell]], "customers", { annual: cell });
  const column = layout?.columns.annual;
  return {
    scale: column?.scale ?? 1,
    ...(column?.currency && { currency: column.currency }),
    chinese: /[㐀-鿿]/.test(cell),
  };
}

const headerText = (id: string, call: FormulaCall): string =>
  CUSTOMER_COLUMNS.find((column) => column.id === id)!.header[call.language];

const yesNo = (cell: Cell, parameter: string, single: boolean): boolean | undefined =>
  readOr(readYesNo(cell, {}), cell, parameter, single);

export const CUSTOMER_TIER: DeclaredFunction = {
  help: {
    en: "The tier (A, B, C, D) of an amount bought in the last 12 months. Takes one cell or a column; a header in row 1 such as 年采购额/万 gives the unit and is answered with a header.",
    zh: "按最近 12 个月的采购额返回等级（A、B、C、D）。可以是一个格子或一列；第 1 行的表头（如 年采购额/万）给出单位，并返回表头。",
  },
  parameters: [
    {
      name: "annual_amount",
      type: "number|range",
      help: { en: "What he bought from us in 12 months.", zh: "最近 12 个月向我们采购的金额。" },
    },
    {
      name: "paid_on_time",
      type: "boolean|range",
      optional: true,
      help: { en: "Yes or no; blank is unknown.", zh: "付款是否及时；空白为未知。" },
    },
    {
      name: "steady_orders",
      type: "boolean|range",
      optional: true,
      help: { en: "Yes or no; blank is unknown.", zh: "返单是否稳定；空白为未知。" },
    },
  ],
  returns: { en: "The tier in the words of the policy.", zh: "规则里的等级用语。" },
  answer([amount, paid, steady], call) {
    const given = [amount!, paid!, steady!];
    const { columns, height } = alongside(given, this.parameters);
    const single = !given.some(isRows);
    const money = readMoney(columns[0]!, [], call, "annual_amount", single);
    const cells: Cell[] = [];
    for (let i = 0; i < height; i++) {
      const minor = money.minor[i];
      if (i === 0 && money.headed) cells.push(headerText("tier", call));
      else if (money.blank[i]) cells.push("");
      else if (minor === undefined) cells.push(unrated(call, "value"));
      else {
        const punctual = yesNo(columns[1]![i]!, "paid_on_time", single);
        const steadily = yesNo(columns[2]![i]!, "steady_orders", single);
        cells.push(call.words.label("value", tierOf(minor, call.policy, punctual, steadily)));
      }
    }
    return inShape(cells, given);
  },
};

export const CUSTOMER_AMOUNT: DeclaredFunction = {
  help: {
    en: "An amount as people type it (USD 4,280, 1.2万, 8万元) as a number in the base currency of the policy.",
    zh: "把手写的金额（USD 4,280、1.2万、8万元）读成统计币种的数字。",
  },
  parameters: [
    { name: "amount", type: "string|range", help: { en: "One cell or a column.", zh: "一个格子或一列。" } },
    {
      name: "currency",
      type: "string|range",
      optional: true,
      help: { en: "The currency where the amount names none.", zh: "金额里没写币种时用的币种。" },
    },
  ],
  returns: { en: "A number; blank where it cannot be read in a column.", zh: "数字；一列中读不出的为空。" },
  answer([amount, currency], call) {
    const given = [amount!, currency!];
    const { columns, height } = alongside(given, this.parameters);
    const money = readMoney(columns[0]!, columns[1]!, call, "amount", !given.some(isRows));
    const cells: Cell[] = [];
    for (let i = 0; i < height; i++) {
      const minor = money.minor[i];
      if (i === 0 && money.headed) cells.push(call.policy["currency.base"]);
      else if (money.blank[i]) cells.push("");
      else cells.push(minor === undefined ? unrated(call, "value") : minor / 100);
    }
    return inShape(cells, given);
  },
};

/** A table of our own making: its rows, and the fields of its first columns. */
function tableWith(rows: Rows, ...fields: readonly FieldId[]): Sheet {
  const columns = Object.fromEntries(fields.map((field, index) => [field, { index, header: "", scale: 1 }]));
  return { rows, layout: { headerRow: -1, columns, questions: [], chinese: false, unused: [] } };
}

/** The class that one column of the customer sheet gives by itself. Each cell is read as it would be there. */
function byCell(
  field: FieldId,
  axis: AxisId,
  given: Given,
  call: FormulaCall,
  shown: (id: string) => Cell = (id) => call.words.label(axis, id),
): Given {
  const cells = columnOf(given, field).map((cell) => (isBlankWord(String(cell)) ? "" : cell));
  // Countries and the like stand in many rows.
  const distinct = [...new Set(cells)];
  const notebook = new Notebook();
  const rows = distinct.map((cell, i) => [i + 1, cell]);
  const customers = readCustomers(tableWith(rows, "id", field), contextOf(call), notebook);
  const ledger = { exists: false, typedColumns: false, log: false };
  const classes = new Map<Cell, Cell>();
  for (const customer of customers) {
    const facts = factsOf(customer, NO_RECORDS, ledger, call.policy, call.asOf);
    const { id } = axisOf(axis).classify(facts, call.policy);
    const [unclear] = notebook.findings;
    if (unclear && id === "unrated" && !isRows(given))
      throw new Plain(unclear.kind === "ambiguous" ? "cellAmbiguous" : "cellUnreadable", field, unclear.text);
    classes.set(distinct[customer.row]!, id === "unrated" ? unrated(call, axis) : shown(id));
  }
  return inShape(
    cells.map((cell) => (cell === "" ? "" : classes.get(cell)!)),
    [given],
  );
}

const oneColumn = (name: FieldId): Parameter => ({
  name,
  type: "string|range",
  help: { en: "One cell or a column.", zh: "一个格子或一列。" },
});

export const CUSTOMER_REGION: DeclaredFunction = {
  help: {
    en: "The sales region of a country typed in any language, by the table in the policy.",
    zh: "按规则里的表，返回国家（任何语言写法）所在的区域。",
  },
  parameters: [oneColumn("country")],
  returns: { en: "The region in the words of the policy.", zh: "规则里的区域用语。" },
  answer: ([country], call) => byCell("country", "region", country!, call),
};

export const CUSTOMER_SOURCE: DeclaredFunction = {
  help: {
    en: "Where an inquiry came from; of several the first known.",
    zh: "返回询盘来源；写了几个的取第一个认识的。",
  },
  parameters: [oneColumn("source")],
  returns: { en: "The class in the words of the policy.", zh: "规则里的用语。" },
  answer: ([source], call) => byCell("source", "source", source!, call),
};

export const CUSTOMER_IDENTITY: DeclaredFunction = {
  help: { en: "What kind of buyer: distributor, OEM, retailer …", zh: "返回客户身份：经销代理商、OEM、零售商……" },
  parameters: [oneColumn("identity")],
  returns: { en: "The class in the words of the policy.", zh: "规则里的用语。" },
  answer: ([identity], call) => byCell("identity", "identity", identity!, call),
};

export const CUSTOMER_INDUSTRY: DeclaredFunction = {
  help: { en: "The industry of a customer.", zh: "返回客户的行业。" },
  parameters: [oneColumn("industry")],
  returns: { en: "The class in the words of the policy.", zh: "规则里的用语。" },
  answer: ([industry], call) => byCell("industry", "industry", industry!, call),
};

export const CUSTOMER_STARS: DeclaredFunction = {
  help: { en: "The stars of a stage.", zh: "返回客户阶段的星级。" },
  parameters: [oneColumn("stage")],
  returns: { en: "0 to 4, a number.", zh: "0 到 4 的数字。" },
  answer: ([stage], call) => byCell("stage", "stage", stage!, call, Number),
};

/** A table of the team's that was passed as a range, read like the sheet itself. */
function tableOf(given: Given, parameter: string, table: "customers" | "orders", call: FormulaCall): Sheet {
  if (!isRows(given)) throw new Plain("tableNeeded", parameter);
  const ours = table === "customers" ? new Set(Object.values(recogniseColumns(given))) : new Set<number>();
  const layout: Layout | undefined = findLayout(given, table, call.saved.settings?.columns || {}, ours);
  if (!layout) throw new Plain("tableNeeded", parameter);
  return { rows: trimmed(given), layout };
}

/** An open range reaches to the end of the grid; blank rows at the end are nobody's. */
function trimmed(rows: Rows): Rows {
  let end = rows.length;
  while (end > 0 && rows[end - 1]!.every((cell) => cell === "")) end--;
  return end === rows.length ? rows : rows.slice(0, end);
}

const answersOf = (call: FormulaCall): Answers => cellAnswers(call.saved.settings?.answers || {});

const contextOf = (call: FormulaCall) => ({
  policy: call.policy,
  asOf: call.asOf,
  answers: answersOf(call),
  dayOfInstant: call.clock.dayOf,
});

/** The class of customers on an axis, by the orders alone. */
function byOrders(axis: AxisId, customer: Given, orders: Given, call: FormulaCall): Given {
  const cells = columnOf(customer, "customer");
  const table = tableOf(orders, "orders", "orders", call);
  const read = readOrders(table, contextOf(call), new Notebook());
  const named = cells.map(namedCustomer);
  const found = ordersNamed(named, read);
  const ledger = ledgerOf({ customers: tableWith([]), orders: table }, read, []);
  const known = new Map<string, string>();
  return inShape(
    named.map((one, i) => {
      if (!one) return "";
      let label = known.get(one.name);
      if (label === undefined) {
        const facts = factsOf(one, { orders: found[i]!, contacts: [] }, ledger, call.policy, call.asOf);
        label = call.words.label(axis, axisOf(axis).classify(facts, call.policy).id);
        known.set(one.name, label);
      }
      return label;
    }),
    [customer],
  );
}

export const CUSTOMER_FREQUENCY: DeclaredFunction = {
  help: { en: "How often a customer buys, by the orders.", zh: "按订单返回客户的采购频率。" },
  parameters: [CUSTOMER, ORDERS],
  returns: { en: "High, mid, low, single order or no order.", zh: "高频、中频、低频、仅一单或无订单。" },
  answer: ([customer, orders], call) => byOrders("frequency", customer!, orders!, call),
};

export const CUSTOMER_ACTIVITY: DeclaredFunction = {
  help: { en: "Whether a customer still buys, by the orders.", zh: "按订单返回客户是否活跃。" },
  parameters: [CUSTOMER, ORDERS],
  returns: { en: "Active, lapsing, dormant or never bought.", zh: "活跃、待激活、沉睡或未成交。" },
  answer: ([customer, orders], call) => byOrders("activity", customer!, orders!, call),
};

export const CUSTOMER_RELATION: DeclaredFunction = {
  help: {
    en: "Prospect, new, growing, declining, lost …, by the orders.",
    zh: "按订单返回客户关系：潜在、新客户、成长期、流失……",
  },
  parameters: [CUSTOMER, ORDERS],
  returns: { en: "The class in the words of the policy.", zh: "规则里的用语。" },
  answer: ([customer, orders], call) => byOrders("relation", customer!, orders!, call),
};

const CONTACT: readonly Parameter[] = [
  {
    name: "last_contact",
    type: "date|range",
    help: { en: "The day of the last contact: one cell or a column.", zh: "最近联系的日期：一个格子或一列。" },
  },
  {
    name: "cadence",
    type: "number|string|range",
    help: { en: "Days, a tier (A) or stars (3 stars).", zh: "跟进间隔：天数、等级（A）或星级（3星）。" },
  },
  {
    name: "next_date",
    type: "date|range",
    optional: true,
    help: { en: "The day agreed for the next contact.", zh: "约定的下次跟进日期。" },
  },
];

/** Days of a cadence given as days, a tier or stars; undefined where the cell is blank or none of them. */
function cadenceOf(cell: Cell, call: FormulaCall, single: boolean): number | undefined {
  if (typeof cell === "number" && Number.isInteger(cell) && cell >= 1) return cell;
  const text = typeof cell === "string" ? foldText(cell) : "";
  const days = /^(\d{1,4})\s*(?:天|days?)?$/.exec(text);
  if (days && Number(days[1]) >= 1) return Number(days[1]);
  const stars = /^([0-4])\s*(?:星|stars?|★)$/.exec(text);
  // Four stars are an order: from then on the tier gives the cadence.
  if (stars) {
    const starred = call.policy[`cadence.stars_${stars[1]}` as keyof typeof call.policy] as number | undefined;
    return starred ?? call.policy["cadence.unrated"];
  }
  for (const id of ["A", "B", "C", "D"]) {
    const words = [id, labelOf(call.policy, "en", "value", id), labelOf(call.policy, "zh", "value", id)];
    if (words.some((word) => foldText(word) === text.replace(/\s*[级類类級]$/, "")))
      return cadenceOfTier(id, call.policy);
  }
  if (single && cell !== "") throw new Plain("badCadence", String(cell));
  return undefined;
}

interface DueDay {
  readonly due: Day;
  readonly cadence: number;
  /** The last contact, or the day on which the team began, where the due day was counted from it. */
  readonly since?: Day;
}

/** The due day of each line; "blank" where there is nothing to say, undefined where something could not be read. */
function dueDays(
  given: readonly Given[],
  parameters: readonly Parameter[],
  call: FormulaCall,
): (DueDay | "blank" | undefined)[] {
  const { columns, height } = alongside(given, parameters);
  const single = !given.some(isRows);
  const context = { asOf: call.asOf, dayOfInstant: call.clock.dayOf, answers: {} };
  const contacts = readDays(columns[0]!, context);
  const nexts = readDays(columns[2]!, context);
  const found: (DueDay | "blank" | undefined)[] = [];
  for (let i = 0; i < height; i++) {
    if (contacts[i]!.as === "blank" && nexts[i]!.as === "blank") {
      found.push("blank");
      continue;
    }
    const typed = readOr(contacts[i]!, columns[0]![i]!, "last_contact", single);
    const next = readOr(nexts[i]!, columns[2]![i]!, "next_date", single);
    const cadence = cadenceOf(columns[1]![i]!, call, single);
    const unclear = contacts[i]!.as !== "blank" && typed === undefined;
    // A contact later than the day that is judged by has not happened yet.
    const last = typed !== undefined && typed <= call.asOf ? typed : undefined;
    if (unclear || cadence === undefined) found.push(undefined);
    else if (next !== undefined && !(last! >= next)) found.push({ due: next, cadence });
    else {
      const since = last === undefined ? undefined : sinceStart(last, call.asOf, call.policy);
      found.push(since === undefined ? undefined : { due: since + cadence, cadence, since });
    }
  }
  return found;
}

export const CUSTOMER_URGENCY: DeclaredFunction = {
  help: {
    en: "How urgent the next contact is.",
    zh: "返回跟进状态。",
  },
  parameters: CONTACT,
  returns: { en: "The level in the words of the policy.", zh: "规则里的跟进状态用语。" },
  answer(given, call) {
    const own = given.slice(0, CONTACT.length);
    return inShape(
      dueDays(own, CONTACT, call).map((one) => {
        if (one === "blank") return "";
        if (!one) return unrated(call, "urgency");
        const silent = one.since !== undefined && isSilent(one.since, one.cadence, call.asOf, call.policy);
        return call.words.label("urgency", silent ? "silent" : levelOf(one.due, one.cadence, call.asOf, call.policy));
      }),
      own,
    );
  },
};

export const CUSTOMER_DUE: DeclaredFunction = {
  help: { en: "The day on which the next contact is due.", zh: "返回该跟进的日期。" },
  parameters: CONTACT,
  returns: { en: "A day.", zh: "日期。" },
  answer(given, call) {
    const own = given.slice(0, CONTACT.length);
    return inShape(
      dueDays(own, CONTACT, call).map((one) => {
        if (one === "blank") return "";
        return one ? { day: one.due } : unrated(call, "urgency");
      }),
      own,
    );
  },
};

/** A contact log of the document, which no argument holds; undefined where there is none that can be read. */
function logAt(sheetId: number | null | undefined, columns: FixedColumns, call: FormulaCall): Sheet | undefined {
  const sheet = sheetId == null ? null : SpreadsheetApp.getActiveSpreadsheet().getSheetById(sheetId);
  if (!sheet) return undefined;
  const rows = toRows(sheet.getDataRange().getValues() as unknown[][], call.clock);
  const layout = findLayout(rows, "contacts", columns);
  return layout && { rows, layout };
}

/** The customers of a table, graded: with the contact logs, as the bulk writer does. */
function graded(customers: Given, orders: Given, call: FormulaCall): Outcome {
  const table = tableOf(customers, "customers", "customers", call);
  const ordered = orders === "" ? undefined : tableOf(orders, "orders", "orders", call);
  const { settings } = call.saved;
  const contacts = logAt(settings?.contacts, settings?.columns || {}, call);
  const log = logAt(settings?.log, {}, call);
  return classify({
    customers: table,
    ...(ordered && { orders: ordered }),
    ...(contacts && { contacts }),
    ...(log && { log }),
    overrides: overridesIn(call.saved.overrides),
    ...contextOf(call),
  });
}

function answerEach<T>(
  customer: Given,
  find: (cell: Cell) => T | undefined,
  say: (one: T) => Cell,
  missing: string,
): Given {
  const single = !isRows(customer);
  return inShape(
    columnOf(customer, "customer").map((cell) => {
      if (!namedCustomer(cell)) return "";
      const one = find(cell);
      if (!one && single) throw new Plain("noSuchCustomer", String(cell));
      return one ? say(one) : missing;
    }),
    [customer],
  );
}

/** The axis that a text names, in Chinese or English; "urgency" for the follow-up level. */
function axisNamed(given: Given): AxisId | "urgency" {
  const cell = firstCell(given);
  const text = foldText(String(cell));
  const found = LABELLED.find(({ id, label }) => [id, label.en, label.zh].some((name) => foldText(name) === text));
  if (!found) {
    const language = languageOfPerson();
    throw new Plain("unknownAxis", String(cell), LABELLED.map(({ label }) => label[language]).join(", "));
  }
  return found.id as AxisId | "urgency";
}

export const CUSTOMER_CLASS: DeclaredFunction = {
  help: {
    en: "The class of a customer on any axis, by the customer table.",
    zh: "按客户表返回客户在任一维度的分类。",
  },
  parameters: [
    CUSTOMER,
    {
      name: "axis",
      type: "string",
      help: { en: "The name of the axis, in English or Chinese.", zh: "维度的名称，中英文都可以。" },
    },
    CUSTOMERS,
    optional(ORDERS),
  ],
  returns: { en: "The class in the words of the policy.", zh: "规则里的用语。" },
  answer([customer, axisName, customers, orders], call) {
    const axis = axisNamed(axisName!);
    const find = customerFinder(graded(customers!, orders!, call).classified);
    const idOf = (one: Classified) => (axis === "urgency" ? one.urgency.level : one.classes[axis].id);
    return answerEach(customer!, find, (one) => call.words.label(axis, idOf(one)), unrated(call, axis));
  },
};

export const CUSTOMER_WHY: DeclaredFunction = {
  help: {
    en: "A sentence: why the customer has his tier.",
    zh: "用一句话说明客户为什么是这个等级。",
  },
  parameters: [CUSTOMER, CUSTOMERS, optional(ORDERS)],
  returns: { en: "A sentence.", zh: "一句话。" },
  answer([customer, customers, orders], call) {
    const find = customerFinder(graded(customers!, orders!, call).classified);
    return answerEach(customer!, find, (one) => call.words.because(one.classes.value.because), unrated(call, "value"));
  },
};

export const CUSTOMER_NEXT: DeclaredFunction = {
  help: {
    en: "A sentence: what lifts the customer's tier, and when it falls if nothing happens.",
    zh: "用一句话说明怎样让客户升级，以及不下单哪天会降级。",
  },
  parameters: [CUSTOMER, CUSTOMERS, optional(ORDERS)],
  returns: { en: "A sentence.", zh: "一句话。" },
  answer([customer, customers, orders], call) {
    const { classified, outlook } = graded(customers!, orders!, call);
    const find = customerFinder(classified.map(({ customer: one }, at) => ({ customer: one, at })));
    const say = ({ at }: { at: number }) => nextSentence(outlook(at), call.words, call.language);
    return answerEach(customer!, find, say, unrated(call, "value"));
  },
};

export const CUSTOMER_TODAY: DeclaredFunction = {
  help: {
    en: "Whom to write to today, for a tab of your own.",
    zh: "今天该联系谁，可放在自己的工作表里。",
  },
  parameters: [
    { name: "owner", type: "string", help: { en: "One owner; blank is everybody.", zh: "一位负责人；空白为所有人。" } },
    {
      name: "rows",
      type: "number",
      help: {
        en: "How many at most; blank: as the policy says.",
        zh: "最多几行；空白按规则。",
      },
    },
    CUSTOMERS,
    optional(ORDERS),
  ],
  returns: {
    en: "Company, level, due day and next step, a row a customer.",
    zh: "每个客户一行：客户、跟进状态、该跟进日、下一步。",
  },
  answer([owner, rows, customers, orders], call) {
    const most = firstCell(rows!);
    if (most !== "" && !(Number.isInteger(most) && Number(most) > 0))
      throw new Plain("cellUnreadable", "rows", String(most));
    const limit = most === "" ? call.policy["today.max"] : (most as number);
    const wanted = String(firstCell(owner!));
    const key = ownerKey(wanted);
    const { list, owners } = todayOf(
      graded(customers!, orders!, call).classified,
      { ...call.policy, "today.max": limit },
      call.asOf,
    );
    if (key !== "" && !owners.some((one) => ownerKey(one.owner) === key)) throw new Plain("noSuchOwner", wanted);
    const mine = list.filter(({ one }) => key === "" || ownerKey(one.customer.owner) === key);
    const shown = most === "" ? mine : mine.slice(0, limit);
    const answer = shown.map(({ one: { customer, urgency, treatments } }): Cell[] => [
      customer.name || customer.id,
      call.words.label("urgency", urgency.level),
      urgency.due === undefined ? "" : { day: urgency.due },
      treatments[0] === undefined ? "" : call.words.treatment(treatments[0]),
    ]);
    return answer.length > 0 ? answer : [["", "", "", ""]];
  },
};
