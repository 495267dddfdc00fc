import { readFileSync, statSync } from "node:fs";
import vm from "node:vm";
import { AXES } from "../../src/core/axes";
import type { Cell, Rows } from "../../src/core/cells/cell";
import { factsOf } from "../../src/core/facts";
import { joinTo } from "../../src/core/join";
import { defaultPolicy } from "../../src/core/policy/policy";
import { classify, ledgerOf } from "../../src/core/reclassify";
import { Notebook } from "../../src/core/tables/column";
import { readCustomers } from "../../src/core/tables/customers";
import { findLayout } from "../../src/core/tables/headers";
import { readOrders } from "../../src/core/tables/orders";
import { todayOf } from "../../src/core/today";
import type { RunView, Server, SetupDraft } from "../../src/edge/views";
import { GridStore } from "../../workbench/engine/grid-store";
import { readAddon, vmRealm } from "../../workbench/engine/node-addon";
import { type Addon, loadAddon } from "../../workbench/runtime/addon";
import { createRuntime, type Runtime } from "../../workbench/runtime/runtime";
import { makeLargeSample } from "../../workbench/sample/large";
import { forecastRows } from "./forecast";
import { writeRows } from "./write-rows";

/**
 * The numbers that the design holds the product to, as measured on this machine: counts and bytes are exact, times are
 * medians and mean little without the ratio beside them. `npm run bench -- corridor columns` measures these parts alone.
 */

const AS_OF = { year: 2025, month: 10, date: 1 };
const NOW = Date.UTC(2025, 9, 1, 4);
const TODAY = 45_931;
const dist = "dist";

interface Bench {
  readonly runtime: Runtime;
  readonly addon: Addon;
  readonly store: GridStore;
  readonly server: Server;
  clock: number;
}

function bench(customers: number, orders: number): Bench {
  const files = readAddon(dist);
  const store = new GridStore("Customers");
  const sample = makeLargeSample(customers, orders, AS_OF);
  writeRows(store, store.sheets()[0]!, sample.customers);
  writeRows(store, store.insertSheet("Orders", 1, 1000, 26), sample.orders);
  const it = { clock: NOW };
  const runtime = createRuntime(store, {
    now: () => it.clock,
    user: "amy",
    locale: "en",
    spreadsheetLocale: "en_US",
    spreadsheetTimeZone: "Asia/Shanghai",
    scriptTimeZone: "Etc/UTC",
    files: files.files,
    addonMode: true,
    ui: { menu: () => {}, sidebar: () => {}, toast: () => {} },
  });
  const addon = loadAddon(runtime, files, vmRealm);
  const server = new Proxy({} as Server, {
    get:
      (_, name: string) =>
      (...args: unknown[]) =>
        addon.rpc(name, ...args),
  });
  return Object.assign(it, { runtime, addon, store, server });
}

interface Run {
  readonly calls: number;
  readonly steps: number;
  readonly ms: number;
  readonly cells: number;
}

function run({ server, runtime }: Bench, draft: SetupDraft | null): Run {
  runtime.calls.reset();
  const start = performance.now();
  const preview = server.preview(draft);
  let steps = 1;
  let view: RunView = server.begin(preview.fingerprint, draft);
  for (steps++; view.kind === "next"; steps++) view = server.advance(view.batch);
  if (view.kind !== "done") throw new Error("the bench's sheet changed under it");
  return { calls: runtime.calls.count, steps, ms: performance.now() - start, cells: preview.cells };
}

const PRESSES = 5;

/** A morning's presses, after which our contact log holds rows: what the last of them took. */
function presses({ server, runtime }: Bench): string {
  let pressed = "";
  for (let i = 0; i < PRESSES; i++) {
    const { key, company } = server.home().today[0]!;
    runtime.calls.reset();
    const start = performance.now();
    server.log(key, { kind: "contacted", next: "", company });
    pressed = `${runtime.calls.count}, ${ms(performance.now() - start)}`;
  }
  return pressed;
}

/** The way most scripts are written: one getValue and one setValue a cell. */
const NAIVE = `function naive() {
  var customers = SpreadsheetApp.getActive().getSheetByName("Customers");
  var last = customers.getLastRow();
  for (var row = 2; row <= last; row++) {
    var contacted = customers.getRange(row, 7).getValue();
    var stage = customers.getRange(row, 9).getValue();
    var late = !contacted || (new Date() - contacted) / 864e5 > 30;
    customers.getRange(row, 12).setValue(late ? "due" : "on track");
    customers.getRange(row, 13).setValue(stage);
  }
}`;

function naive(customers: number): number {
  const { runtime } = bench(customers, 1);
  const addon = loadAddon(runtime, { code: NAIVE, manifest: readAddon(dist).manifest }, vmRealm);
  runtime.calls.reset();
  addon.run("naive");
  return runtime.calls.count;
}

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;

function timed(times: number, what: () => void): number {
  return median(
    Array.from({ length: times }, () => {
      const start = performance.now();
      what();
      return performance.now() - start;
    }),
  );
}

/** Rows of a contact log, the oldest first: as large teams keep them, tidy, by name or by id. */
function contactLog(contacts: number, customers: Rows): Rows {
  const directions = ["发出", "收到", "out", "in", ""];
  const channels = ["邮件", "WhatsApp", "电话", "拜访", "Email"];
  const notes = ["报价 rev.2 已发", "要 FOB 价", "asks for CE certificate", "sent price list"];
  const header = ["日期", "客户编号", "客户名称", "方向", "方式", "内容", "跟进人", "群发", "下次跟进"];
  const rows = Array.from({ length: contacts }, (_, i) => {
    const [id, name] = customers[1 + ((i * 7919) % (customers.length - 1))]!;
    return [
      { day: TODAY - Math.floor(((contacts - i) * 700) / contacts) },
      i % 2 ? id! : "",
      name!,
      directions[i % 5]!,
      channels[(i * 31) % 5]!,
      `${notes[i % 4]} ${i}`,
      `Owner ${i % 5}`,
      i % 20 ? "" : "是",
      i % 10 ? "" : { day: TODAY + (i % 30) },
    ];
  });
  return [header, ...rows];
}

/** What teams note of their customers, column by column: every axis has something to judge by. */
const NOTED: Readonly<Record<string, readonly Cell[]>> = {
  城市: ["宁波", "Berlin", ""],
  客户来源: ["广交会", "阿里国际站/展会", "LinkedIn", ""],
  客户类型: ["进口商", "批发/零售", "OEM", "", "连锁店"],
  行业: ["制造业", "零售、服务", ""],
  意向产品: ["手机壳", "键盘、鼠标", "", ""],
  公司规模: ["51-200人", 35, "小微", ""],
  客户满意度: [5, "4/5", "", ""],
  客户潜力: ["高", "", "", "", ""],
  终止合作: ["", "", "", "", "", "", "是"],
  展会意向: ["hot", "", "一般", ""],
};

/** The large sample with those columns. It holds no formulas: its cells are what core reads. */
function profiled(customers: number, orders: number): { customers: Rows; orders: Rows } {
  const sample = makeLargeSample(customers, orders, AS_OF) as { customers: Rows; orders: Rows };
  const [header, ...rows] = sample.customers;
  return {
    orders: sample.orders,
    customers: [
      [...header!, ...Object.keys(NOTED)],
      ...rows.map((row, i) => [...row, ...Object.values(NOTED).map((cells) => cells[i % cells.length]!)]),
    ],
  };
}

function corridor(customers: number, orders: number, contacts: number, sheets = makeLargeSample): () => void {
  const sample = sheets(customers, orders, AS_OF);
  // The large sample holds no formulas: its cells are what core reads.
  const [rows, orderRows] = [sample.customers as Rows, sample.orders as Rows];
  const log = contactLog(contacts, rows);
  const input = {
    customers: { rows, layout: findLayout(rows, "customers")! },
    orders: { rows: orderRows, layout: findLayout(orderRows, "orders")! },
    ...(contacts > 0 && { contacts: { rows: log, layout: findLayout(log, "contacts")! } }),
    policy: defaultPolicy(),
    answers: {},
    asOf: TODAY,
    dayOfInstant: () => TODAY,
  };
  return () => {
    const { classified } = classify(input);
    if (classified.length < customers) throw new Error("customers were lost");
    todayOf(classified, input.policy, TODAY);
  };
}

/** Milliseconds of one call of a function over a column, arguments copied in as Google does. */
function column(name: string, args: unknown[]): number {
  const { addon } = bench(10, 10);
  return timed(7, () => void addon.run(name, ...args));
}

const print = (what: string, measured: string, bar: string) => console.log(`| ${what} | ${measured} | ${bar} |`);
const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

function serviceCalls(): void {
  for (const customers of [100, 50_000]) {
    const it = bench(customers, customers * 4);
    const { draft } = it.server.start(null);
    run(it, draft);
    const pressed = presses(it);
    // As on any other morning: days and levels are written anew.
    it.clock += 86_400_000;
    const { calls, steps, ms: took, cells } = run(it, null);
    const rows = customers.toLocaleString("en");
    print(
      `service calls of a reclassify, ${rows} customers`,
      `${calls} in ${steps} steps, ${cells.toLocaleString("en")} cells, ${ms(took)}`,
      "≤ 30, ≤ 6 steps",
    );
    print(`service calls of a press, ${rows} customers`, pressed, "");
    print(`the same by getValue and setValue, ${rows} customers`, naive(customers).toLocaleString("en"), "");
  }
}

/** What each axis takes over the facts of all customers, the dearest first. */
function axes(): void {
  const { customers: rows, orders: orderRows } = profiled(50_000, 200_000);
  const policy = { ...defaultPolicy(), "home.country": "CN", "home.city": "宁波" };
  const context = { policy, asOf: TODAY, answers: {}, dayOfInstant: () => TODAY };
  const sheet = { rows, layout: findLayout(rows, "customers")! };
  const ordered = { rows: orderRows, layout: findLayout(orderRows, "orders")! };
  const customers = readCustomers(sheet, context, new Notebook());
  const orders = readOrders(ordered, context, new Notebook());
  const { lists } = joinTo(customers).rowsOf(orders, "unmatched_order", -1);
  const ledger = ledgerOf({ customers: sheet, orders: ordered }, orders, []);
  const facts = customers.map((customer, i) =>
    factsOf(customer, { orders: lists[i]!, contacts: [] }, ledger, policy, TODAY),
  );
  const took = AXES.map((axis) => ({
    id: axis.id,
    time: timed(5, () => {
      for (const one of facts) axis.classify(one, policy);
    }),
  })).sort((a, b) => b.time - a.time);
  const sum = took.reduce((all, { time }) => all + time, 0);
  const listed = took.map(({ id, time }) => `${id} ${time.toFixed(1)}`).join(", ");
  print("the axes alone, 50,000 customers", `${ms(sum)}: ${listed}`, "");
}

function corridors(): void {
  for (const contacts of [0, 100_000]) {
    const quarter = timed(5, corridor(12_500, 50_000, contacts / 4));
    const whole = timed(5, corridor(50_000, 200_000, contacts));
    print(
      `core corridor and today's list, 50,000 customers and 200,000 orders${contacts ? " and 100,000 contacts" : ""}`,
      `${ms(whole)}, ${(whole / quarter).toFixed(1)} × a quarter of it`,
      contacts ? "linear (4 ×)" : "≤ 2 s, linear (4 ×)",
    );
  }
  const whole = timed(5, corridor(50_000, 200_000, 0, profiled));
  print("the same with a column for every axis", ms(whole), "≤ 2 s");
}

/** An order sheet in which every order has so many lines: a number, a day and a customer in each. */
function linesOfOrders(orders: number, each: number): Rows {
  const header = ["订单号", "下单日期", "客户编号", "客户名称", "金额", "币种", "订单状态"];
  const rows: Cell[][] = [header];
  for (let i = 0; i < orders; i++)
    for (let line = 0; line < each; line++)
      rows.push([
        ...[`PI-${i}`, { day: TODAY - (i % 1400) }, `C${i % 5000}`, `Customer ${i % 5000}`],
        ...[500.05 + ((i * 31 + line * 7) % 60_000), i % 10 ? "USD" : "EUR", "已完成"],
      ]);
  return rows;
}

/** Reading an order sheet of lines and folding them: sorted by order, with no two lines of an order together, and one line an order. */
function lines(): void {
  const context = {
    policy: { ...defaultPolicy(), "rate.EUR": 1.1 },
    asOf: TODAY,
    answers: {},
    dayOfInstant: () => TODAY,
  };
  const read = (rows: Rows, orders: number) => {
    const sheet = { rows, layout: findLayout(rows, "orders")! };
    return timed(3, () => {
      if (readOrders(sheet, context, new Notebook()).length !== orders) throw new Error("lines were not folded");
    });
  };
  const [header, ...all] = linesOfOrders(200_000, 5);
  const sorted = read([header!, ...all], 200_000);
  const ratio = (sorted / read(linesOfOrders(50_000, 5), 50_000)).toFixed(1);
  const apart = [0, 1, 2, 3, 4].flatMap((line) => all.filter((_, i) => i % 5 === line));
  print(
    "1,000,000 lines read and folded to 200,000 orders",
    `${ms(sorted)}, ${ratio} × a quarter of it`,
    "≤ 4 s, linear (4 ×)",
  );
  print("the same, no two lines of an order together", ms(read([header!, ...apart], 200_000)), "≤ 4 s");
  print("1,000,000 orders of one line", ms(read(linesOfOrders(1_000_000, 1), 1_000_000)), "");
}

function columns(): void {
  const rows = Array.from({ length: 10_000 }, (_, i) => i);
  const day = (ago: number) => new Date(NOW - ago * 86_400_000);
  // A table of its own size beside the column: every order has to be read first.
  const { customers, orders } = makeLargeSample(10_000, 20_000, AS_OF);
  const given = (table: typeof orders) =>
    table.map((row) => row.map((cell) => (typeof cell === "object" && "day" in cell ? day(TODAY - cell.day) : cell)));
  const names = customers.slice(1).map((row) => [row[1]]);
  const figures = [
    ["CUSTOMER_TIER", [rows.map((i) => [i * 137])]],
    ["CUSTOMER_REGION", [rows.map((i) => [["Germany", "巴西", "USA", "Vietnam"][i % 4]])]],
    ["CUSTOMER_URGENCY", [rows.map((i) => [day(i % 200)]), "A"]],
    ["CUSTOMER_FREQUENCY with 20,000 orders", [names, given(orders)]],
    ["CUSTOMER_CLASS with both tables", [names, "tier", given(customers), given(orders)]],
    ["CUSTOMER_TODAY with both tables", ["", "", given(customers), given(orders)]],
  ] as const;
  for (const [name, args] of figures)
    print(`${name}, 10,000 rows`, ms(column(name.split(" ")[0]!, [...args])), name.includes(" ") ? "" : "≤ 150 ms");
}

function bundle(): void {
  const code = readFileSync(`${dist}/Code.js`, "utf8");
  const load = timed(25, () => void new vm.Script(code).runInContext(vm.createContext({})));
  print("dist/Code.js", `${kb(Buffer.byteLength(code))}, loads in ${ms(load)}`, "≤ 200 KB, ≤ 5 ms");
  print("dist/Sidebar.html", kb(statSync(`${dist}/Sidebar.html`).size), "≤ 60 KB");
}

const parts: Readonly<Record<string, () => void>> = {
  calls: serviceCalls,
  corridor: corridors,
  lines,
  axes,
  forecast() {
    for (const { what, measured, bar } of forecastRows()) print(what, measured, bar);
  },
  columns,
  bundle,
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !parts[name]);
if (unknown) throw new Error(`no part of the bench is named ${unknown}; there are ${Object.keys(parts).join(", ")}`);
console.log("| what | measured | bar |\n|---|---|---|");
for (const name of asked.length ? asked : Object.keys(parts)) parts[name]!();
