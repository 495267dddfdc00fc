import type { AxisId } from "../core/axes";
import type { Cell, Rows } from "../core/cells/cell";
import { foldText, isBlankWord } from "../core/cells/text";
import { CUSTOMER_COLUMNS } from "../core/columns";
import { policyKeysOf, ratesLacking } from "../core/explain";
import { factsOf, NO_RECORDS } from "../core/facts";
import type { Forecast } from "../core/forecast/forecast";
import { forecastLedger } from "../core/forecast/ledger";
import { customerFinder, namedCustomer, ordersNamed } from "../core/lookup";
import type { Classified } from "../core/model";
import { classWith, overridesIn, overridesNamed } from "../core/overrides";
import { LABELLED, policyValue, wordsRowOf } from "../core/policy/policy";
import { readPolicySheet } from "../core/policy/sheet";
import { classify, ledgerOf, type Outcome } from "../core/reclassify";
import { Notebook, type Sheet } from "../core/tables/column";
import { readCustomers } from "../core/tables/customers";
import { type FieldId, type FixedColumns, findLayout, knownFields, type Layout } from "../core/tables/headers";
import { readOrders } from "../core/tables/orders";
import { ownerKey, todayOf } from "../core/today";
import { toRows } from "./cells";
import { recogniseColumns } from "./columns";
import { type DeclaredFunction, type Parameter, Plain } from "./define";
import { toldOr } from "./forecast";
import {
  axisOf,
  columnOf,
  contextOf,
  type FormulaCall,
  firstCell,
  type Given,
  inShape,
  isRows,
  moneyContext,
  optional,
  sheetAt,
  unrated,
} from "./formula";
import { languageOfPerson, wordsIn } from "./languages";
import { policyPlaces } from "./policy-places";
import { DAY_NAME, savedPolicy } from "./policy-sheet";
import type { Place } from "./views";
import { nextSentence, rowsSentence } from "./words";

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
    if (unclear && id === "unrated" && !isRows(given)) {
      const row = unclear.kind === "unknown_word" && wordsRowOf(axis);
      if (row) throw new Plain("wordUnknown", field, unclear.text, row.label[call.language]);
      throw new Plain(unclear.kind === "ambiguous" ? "cellAmbiguous" : "cellUnreadable", field, unclear.text);
    }
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
  const ours = table === "customers" ? new Set(Object.values(recogniseColumns(given, call.policy))) : new Set<number>();
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

/** The class of customers on an axis, by the orders and by what is set by hand. */
function byOrders(axis: AxisId, customer: Given, orders: Given, call: FormulaCall): Given {
  const cells = columnOf(customer, "customer");
  const table = tableOf(orders, "orders", "orders", call);
  const read = readOrders(table, moneyContext(call), new Notebook());
  const named = cells.map(namedCustomer);
  const found = ordersNamed(named, read);
  const ledger = ledgerOf({ customers: tableWith([]), orders: table }, read, []);
  const setFor = overridesNamed(overridesIn(call.saved.overrides));
  const known = new Map<string, string>();
  return inShape(
    named.map((one, i) => {
      if (!one) return "";
      let label = known.get(one.name);
      if (label === undefined) {
        const facts = factsOf(one, { orders: found[i]!, contacts: [] }, ledger, call.policy, call.asOf);
        const ruled = axisOf(axis).classify(facts, call.policy);
        label = call.words.label(axis, classWith(setFor(one.name), axis, call.asOf, ruled).id);
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

/** In the words of an axis that needs purchases too. */
const tooLittle = (call: FormulaCall): string => unrated(call, "loyalty");

/** What is expected of customers by the orders; undefined of a cell that names nobody. */
function expectedBy(customer: Given, orders: Given, call: FormulaCall): (Forecast | undefined)[] {
  const read = readOrders(tableOf(orders, "orders", "orders", call), moneyContext(call), new Notebook());
  const named = columnOf(customer, "customer").map(namedCustomer);
  const { of } = forecastLedger(ordersNamed(named, read), read, call.asOf, call.policy);
  return named.map((one, i) => (one ? of(i) : undefined));
}

export const CUSTOMER_NEXT_ORDER: DeclaredFunction = {
  help: {
    en: "Between which days the next order of a customer is expected, by the orders.",
    zh: "按订单返回客户下一单预计在哪几天之间。",
  },
  parameters: [CUSTOMER, ORDERS],
  returns: {
    en: "Three days: one in four orders before the first, half before the second, one in four after the third; in words where no day can be told.",
    zh: "三个日期：四分之一的订单早于第一个，一半早于第二个，四分之一晚于第三个；说不出日子时用文字说明。",
  },
  answer: ([customer, orders], call) =>
    expectedBy(customer!, orders!, call).map((one): Cell[] => {
      if (!one) return ["", "", ""];
      const { window, because } = one;
      if (window) return [{ day: window.from }, { day: window.middle }, { day: window.to }];
      return [because.overdue ? wordsIn(call.language).overdue : tooLittle(call), "", ""];
    }),
};

export const CUSTOMER_CHANCE: DeclaredFunction = {
  help: {
    en: "The chance that a customer orders in the next 90 days (a number of the policy), by the orders.",
    zh: "按订单返回客户在未来 90 天内（天数见规则）下单的可能性。",
  },
  parameters: [CUSTOMER, ORDERS],
  returns: {
    en: "0 to 1; in words where there is too little data to tell.",
    zh: "0 到 1；数据不足时用文字说明。",
  },
  answer: ([customer, orders], call) =>
    inShape(
      expectedBy(customer!, orders!, call).map((one) => (one ? toldOr(one.chance, tooLittle(call)) : "")),
      [customer!],
    ),
};

/** A contact log of the document, which no argument holds; undefined where there is none that can be read. */
function logAt(sheetId: number | null | undefined, columns: FixedColumns, call: FormulaCall): Sheet | undefined {
  const sheet = sheetAt(sheetId);
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
    ...moneyContext(call),
  });
}

/** Where a value stands in the policy tab, which no argument holds: none where the tab is gone or says otherwise. */
function policyCells(call: FormulaCall): (key: string) => Place | undefined {
  const tab = SpreadsheetApp.getActiveSpreadsheet().getRangeByName(DAY_NAME)?.getSheet();
  if (!tab) return () => undefined;
  const rows = toRows(tab.getDataRange().getValues() as unknown[][], call.clock);
  const read = readPolicySheet(rows, savedPolicy(call), call.language);
  const placeOf = policyPlaces({ tab, rows, ...read });
  return (key) => (policyValue(read.policy, key) === policyValue(call.policy, key) ? placeOf(key) : undefined);
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

/** 关系 for 客户关系, and what stands before a header of ours: "Tierbook: Tier", "tierbook.region". */
const shortName = (name: string): string =>
  foldText(name).replace(/^(tierbook[:.] ?)?(客户|公司|customer |company )?(?=.)/, "");

/** The axis that a text names, in Chinese or English, by any name that stands on screen; "urgency" for the follow-up level. */
function axisNamed(given: Given): AxisId | "urgency" {
  const cell = firstCell(given);
  const text = shortName(String(cell));
  const names = [
    ...LABELLED.map(({ id, label }) => ({ axis: id, id, label })),
    ...CUSTOMER_COLUMNS.map(({ id, axis, header: label }) => ({ axis, id, label })),
    ...knownFields().map(({ id, label }) => ({ axis: id, id, label })),
  ];
  const found = names.find(
    ({ axis, id, label }) =>
      LABELLED.some((one) => one.id === axis) && [id, label.en, label.zh].some((name) => shortName(name) === text),
  );
  if (!found) {
    const language = languageOfPerson();
    throw new Plain("unknownAxis", String(cell), LABELLED.map(({ label }) => label[language]).join(", "));
  }
  return found.axis as AxisId | "urgency";
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
    const { classified, ordersOf, findings } = graded(customers!, orders!, call);
    const find = customerFinder(classified.map((one, at) => ({ ...one, at })));
    const placeOf = policyCells(call);
    const lacking = ratesLacking(findings, call.policy, call.asOf);
    const say = ({ classes: { value }, at }: Classified & { at: number }) => {
      const keys = policyKeysOf(value, call.policy, lacking(ordersOf(at)));
      return call.words.because(value.because) + rowsSentence(keys, placeOf, call.language);
    };
    return answerEach(customer!, find, say, unrated(call, "value"));
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
