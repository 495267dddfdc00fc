import { spawnSync } from "node:child_process";
import { linkSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AXES } from "../../src/core/axes";
import { isoOf } from "../../src/core/day";
import { forecastFor } from "../../src/core/forecast/forecast";
import { policyFrom } from "../../src/core/policy/policy";
import { readCsv } from "../../workbench/files/csv";
import { RECLASSIFY_OPTIONS } from "../../workbench/options";
import { aLedger } from "../core/forecast/ledgers";

/** The program as `npm run reclassify` starts it, over the built add-on. */
const program = fileURLToPath(new URL("../../.workbench/reclassify.mjs", import.meta.url));
/** 2026-11-22. */
const TODAY = 46_348;
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tierbook-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const path = (name: string) => join(folder, name);
const file = (name: string, content: string | Buffer) => {
  writeFileSync(path(name), content);
  return path(name);
};

function reclassify(...args: string[]) {
  const common = ["--as-of", "2026-11-22", "--zone", "Asia/Shanghai", "--lang", "en", "--base", "USD"];
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...common, ...args], { encoding: "utf8" });
  return { status, stdout, stderr };
}
const statsOf = (stdout: string) => JSON.parse(stdout.trim().split("\n").at(-1)!) as Record<string, number>;
/** Rows as header -> cell. */
const rowsOf = (name: string, headerRow = 0) => {
  const [header, ...rows] = readCsv(readFileSync(path(name))).rows.slice(headerRow);
  return rows.map((row) => Object.fromEntries(header!.map((key, index) => [key, row[index]])));
};

const CUSTOMERS = [
  "customer_id,company,country,last_contact,do_not_contact",
  "C1,Acme GmbH,Germany,2026-11-20,",
  'C2,"Beta, Inc.",USA,2026-01-05,',
  "C3,=HYPERLINK(1),France,,",
  "C4,Delta SA,Chile,2026-11-01,yes",
  "",
].join("\r\n");
/** Of C3 nothing is known that a due day could be counted from. */
const NO_DAY = "1 to check: =HYPERLINK(1): no contact, inquiry or creation day, so no due day.\n";
/** What is said of customers with a country where the policy lacks the team's own. */
const noHome = (customers: string) =>
  `Near or far is not rated for ${customers}: the policy lacks your own country; name it, as in --set home.country=China\n`;
/** What is said of the next orders where there are only a few orders. */
const TOO_LITTLE =
  "Next orders: Too little history for a chance: there are too few orders to compare by. So there are no chances here, only the days on which such customers usually order again.\n";
const ORDERS = [
  "order_id,customer_id,order_date,amount,currency",
  "1,C1,2026-10-01,1200000.00,USD",
  "2,C1,2025-01-01,10.00,USD",
  "3,C2,2026-02-01,300000.00,USD",
  "4,C4,2024-02-01,99.00,USD",
  "",
].join("\n");

const PEOPLE = [
  "company,source,stage,fair interest,last contact,do not contact,open complaint",
  "Acme GmbH,Canton Fair,Sample sent,hot,2026-11-01,,",
  "Beta Ltd,Alibaba,Quotation,,2026-10-01,,",
  "Gamma AS,Referral,New lead,,2026-11-12,yes,",
  "Delta SA,Kompass,,,2026-09-01,,",
  "Echo Oy,,Inquiry,,2026-10-31,,yes",
  "",
].join("\n");
const PEOPLE_COUNT = PEOPLE.trim().split("\n").slice(1);
const LOG = [
  "date,customer,direction,channel,note,bulk",
  "2026-11-16,Beta Ltd,out,Email,quotation rev. 2,",
  "2026-11-20,Acme GmbH,sent,Email,asked about the sample,",
  "2026-11-20,Delta SA,out,Email,christmas catalogue,yes",
  "2026-11-21,Acme GmbH,received,Email,asks for CE certificate,",
  "",
].join("\n");

describe("reclassify without a page", () => {
  test("a .csv comes back byte for byte, with the classes at the right", () => {
    const customers = file("c.csv", CUSTOMERS);
    const { status, stdout, stderr } = reclassify(
      customers,
      "--orders",
      file("o.csv", ORDERS),
      "--out",
      path("out.csv"),
      "--stats",
    );
    expect(stderr).toBe(noHome("4 customers") + TOO_LITTLE + NO_DAY);
    expect(status).toBe(0);
    const out = readFileSync(path("out.csv"), "utf8");
    for (const [index, line] of CUSTOMERS.split("\r\n").entries())
      expect(out.split("\r\n")[index]!.startsWith(line)).toBe(true);
    expect(readFileSync(customers, "utf8")).toBe(CUSTOMERS);
    const [acme, beta, formula, delta] = rowsOf("out.csv");
    expect(acme).toMatchObject({
      "tierbook.value": "A",
      "tierbook.region": "europe",
      "tierbook.urgency": "on_track",
      "tierbook.due": "2026-12-04",
      "tierbook.days": "2",
    });
    expect(beta).toMatchObject({
      "tierbook.value": "B",
      "tierbook.frequency": "single",
      "tierbook.region": "north_america",
    });
    expect(formula).toMatchObject({
      company: "=HYPERLINK(1)",
      "tierbook.value": "unrated",
      "tierbook.frequency": "none",
      "tierbook.urgency": "unrated",
      "tierbook.due": "",
      "tierbook.days": "",
    });
    expect(delta).toMatchObject({ "tierbook.value": "D", "tierbook.activity": "dormant", "tierbook.urgency": "hold" });
    const stats = statsOf(stdout);
    expect(Object.keys(stats)).toEqual([
      "customers",
      "orders",
      "changed",
      "unreadable",
      "ambiguous",
      "serviceCalls",
      "ms",
    ]);
    expect(stats).toMatchObject({ customers: 4, orders: 4, unreadable: 0, ambiguous: 0 });
    expect(stats.changed).toBeGreaterThan(0);
    expect(stats.serviceCalls).toBeLessThanOrEqual(30);
  });

  test("its own output as input gives the same output", () => {
    reclassify(file("c.csv", CUSTOMERS), "--orders", file("o.csv", ORDERS), "--out", path("once.csv"));
    reclassify(path("once.csv"), "--orders", path("o.csv"), "--out", path("twice.csv"));
    expect(readFileSync(path("twice.csv"), "utf8")).toBe(readFileSync(path("once.csv"), "utf8"));
  });

  test("Chinese in GB18030 with semicolons and a title row stays so", () => {
    const text = "客户总表;;\n公司名称;国家;最近联系\n深圳宏达;德国;2026-11-20\n合计;;\n";
    const { status } = reclassify(file("gb.csv", iconv.encode(text, "gb18030")), "--out", path("gb-out.csv"));
    expect(status).toBe(0);
    const out = iconv.decode(readFileSync(path("gb-out.csv")), "gb18030").split("\n");
    expect(out[0]).toBe("客户总表;;");
    expect(out[1]).toMatch(/^公司名称;国家;最近联系;tierbook\.value;/);
    expect(out[2]).toMatch(/^深圳宏达;德国;2026-11-20;unrated;.*;europe;/);
    expect(out[3]).toBe("合计;;");
  });

  test("an .xlsx out, in again and out as text; the second run of a day changes nothing", () => {
    const orders = file("o.csv", ORDERS);
    const first = reclassify(file("c.csv", CUSTOMERS), "--orders", orders, "--out", path("book.xlsx"), "--stats");
    expect(first.stderr).toBe(noHome("4 customers") + TOO_LITTLE + NO_DAY);
    const second = reclassify(path("book.xlsx"), "--out", path("again.xlsx"), "--stats");
    expect(second.stderr).toBe(noHome("4 customers") + TOO_LITTLE + NO_DAY);
    expect(statsOf(second.stdout)).toMatchObject({ customers: 4, orders: 4, changed: 0 });
    expect(reclassify(path("again.xlsx"), "--out", path("book.csv")).status).toBe(0);
    const [acme, , formula] = rowsOf("book.csv");
    expect(acme).toMatchObject({ company: "Acme GmbH", "Follow-up": "On track", Tier: "A", "tierbook.value": "A" });
    expect(formula!.company).toBe("'=HYPERLINK(1)");
  });

  test("with a contact log each customer gets his stars, his source, the rule of his day and what to do", () => {
    const customers = file("people.csv", PEOPLE);
    const log = file("log.csv", LOG);
    const { status, stderr } = reclassify(customers, "--contacts", log, "--out", path("people-out.csv"));
    expect(stderr.split("\n")).toEqual([
      "Left out, not answered: Column “source”: “Kompass” in 1 cell. Which of these is it?",
      "1 to check: Source: “Kompass” in 1 cell is not known. Add it to a row of the policy sheet such as “Source: fair”.",
      "",
    ]);
    expect(status).toBe(0);
    const classesOf = (row: Record<string, string | undefined>) =>
      ["stage", "source", "fair", "engagement", "urgency", "due", "days", "rule"].map((id) => row[`tierbook.${id}`]);
    const [acme, beta, gamma, delta, echo] = rowsOf("people-out.csv");
    // He wrote yesterday, and nobody has answered.
    expect(classesOf(acme!)).toEqual(["3", "fair", "hot", "active", "due", "2026-11-22", "1", "3"]);
    expect(acme!["tierbook.next_step"]).toMatch(/^Answer him first/);
    expect(classesOf(beta!)).toEqual(["2", "b2b", "unrated", "quiet", "soon", "2026-11-23", "6", "6"]);
    expect(classesOf(gamma!)).toEqual(["1", "referral", "unrated", "quiet", "hold", "", "10", "1"]);
    expect(gamma!["tierbook.next_step"]).toBe("");
    // Mail to many is no contact: counted from the team's own day.
    expect(classesOf(delta!)).toEqual(["unrated", "unrated", "unrated", "quiet", "overdue", "2026-10-01", "82", "10"]);
    expect(classesOf(echo!)).toEqual(["1", "unrated", "unrated", "quiet", "overdue", "", "22", "2"]);
    expect(echo!["tierbook.next_step"]).toMatch(/^Answer the complaint/);
  });

  test("every axis has its column, behind the old ones in the order in which they are shown", () => {
    reclassify(file("c.csv", CUSTOMERS), "--orders", file("o.csv", ORDERS), "--out", path("axes.csv"));
    const [header] = readCsv(readFileSync(path("axes.csv"))).rows;
    const ours = header!.flatMap((cell) => /^tierbook\.(.*)/.exec(cell)?.[1] ?? []);
    const bought = ["amount_365", "orders", "first_order", "last_order", "own_gap", "amount_missing_rate"];
    bought.push("next_order", "chance_90", "expected_90");
    const places = ["urgency", "due", "days", "why", "rule", "next_step", "treatments", "next", ...bought];
    expect(ours.slice(0, 15).join()).toBe(
      "value,frequency,activity,region,followup,urgency,due,days,why,stage,source,fair,engagement,rule,next_step",
    );
    const axes = AXES.map(({ id }): string => id);
    const newer = axes.filter((id) => !ours.slice(0, 15).includes(id));
    expect(ours.slice(15)).toEqual([...newer, "treatments", "next", ...bought]);
    expect(ours.filter((id) => !places.includes(id)).sort()).toEqual([...axes].sort());
  });

  test("an order of several lines is one order, at the rate of its day, and what he bought stands beside him", () => {
    const customers = file("lines-c.csv", "company,first order\nAcme,2024-05-01\nBeta,\nCoda,\n");
    const orders = file(
      "lines-o.csv",
      [
        "order_id,customer,order_date,amount,currency,status",
        "SO-1,Acme,2026-01-05,1000,EUR,Shipped",
        "SO-1,Acme,2026-01-05,250.50,EUR,Shipped",
        "so-1,ACME,2026-01-05,-50,EUR,Shipped",
        "SO-2,Acme,2026-03-05,0.05,EUR,Shipped",
        "SO-3,Beta,2026-03-05,100,GBP,Shipped",
        "SO-3,Coda,2026-03-05,100,USD,Shipped",
        "SO-4,,2026-03-05,100,USD,Shipped",
        "SO-4,,2026-03-05,120,USD,Shipped",
        "SO-5,Coda,2027-03-05,100,USD,Shipped",
        "SO-5,Coda,2027-03-05,140,USD,Shipped",
      ].join("\n"),
    );
    const rates = file(
      "rates.csv",
      [
        "汇率表",
        "币种,起始日,汇率,来源",
        "EUR,2026-01-06,2,",
        "EUR,2026-01-05,1.10,bank",
        "欧元,2026-03-05,1.3333,",
        "GBP,2026-02-01,#N/A,",
        "USD,2026-02-01,1,",
      ].join("\n"),
    );
    const { stderr, status } = reclassify(
      ...[customers, "--orders", orders, "--rates", rates, "--out", path("lines-out.csv")],
    );
    expect(status).toBe(0);
    const bought = ["amount_365", "orders", "first_order", "last_order", "own_gap", "amount_missing_rate"];
    expect(rowsOf("lines-out.csv").map((row) => bought.map((id) => row[`tierbook.${id}`]))).toEqual([
      ["1320.62", "2", "2024-05-01", "2026-03-05", "59", "0"],
      ["0.00", "1", "", "2026-03-05", "", "1"],
      ["100.00", "1", "", "2026-03-05", "", "0"],
    ]);
    expect(stderr.trim().split("\n")).toEqual([
      "No rate for GBP: 1 cell is listed and not summed.",
      TOO_LITTLE.trim(),
      "1 to check: Rates: “#N/A” cannot be used, so this row does not count.",
      "1 to check: Order day: “2027-03-05” lies in the future and is not used.",
      "1 to check: 1 order without a customer.",
      "1 to check: Order number “SO-3” stands for 2 orders of other customers or days; each counts.",
      "1 to check: Rates: “USD” is the base currency and needs no rate.",
    ]);
  });

  test("from enough orders each customer gets the days of his next order, its chance and how many, and it is said by which way", () => {
    const buyers = aLedger({ k: 3, r: 1.5, alpha: 15, a: 0.3, b: 3 }, 220, 1000, TODAY, 3);
    // Who is in no customer sheet ordered all the same.
    const foretold = forecastFor([...buyers, { days: [TODAY - 21] }], TODAY, policyFrom({}).policy);
    expect(foretold.model).toBe("mbg_cnbd_k");
    const customers = file(
      "buyers.csv",
      ["company,last contact", ...buyers.map((_, i) => `Buyer ${i} Ltd,2026-11-01`), "Never SA,2026-11-01", ""].join(
        "\n",
      ),
    );
    const orders = file(
      "buyers-o.csv",
      [
        "order_id,company,order_date,amount,currency",
        ...buyers.flatMap(({ days }, i) => days.map((day, k) => `${i}-${k},Buyer ${i} Ltd,${isoOf(day)},10,USD`)),
        "x,Passer-by Inc,2026-11-01,10,USD",
        "",
      ].join("\n"),
    );
    const run = (...more: string[]) =>
      reclassify(customers, "--orders", orders, "--out", path("buyers-out.csv"), ...more).stderr;
    expect(run("--lang", "zh")).toMatch(
      /^预计下单：可能性由一个「有规律地购买、某天流失」的模型算出，参数来自你们自己的订单。$/m,
    );
    expect(run()).toMatch(
      /^Next orders: Chances come from a model of regular buying and leaving, fitted to your own orders\.$/m,
    );
    const rows = rowsOf("buyers-out.csv");
    const three = (figure: number | undefined) =>
      figure === undefined ? "" : String(Math.round(figure * 1000) / 1000);
    const told = buyers.map((_, i) => foretold.of(i));
    expect(told.filter(({ chance }) => chance !== undefined).length).toBeGreaterThan(50);
    told.forEach(({ window, chance, expected }, i) => {
      expect(rows[i]).toMatchObject({
        "tierbook.next_order": window ? `${isoOf(window.from)}/${isoOf(window.to)}` : "",
        "tierbook.chance_90": three(chance),
        "tierbook.expected_90": three(expected),
      });
    });
    const none = { "tierbook.next_order": "", "tierbook.chance_90": "", "tierbook.expected_90": "" };
    expect(rows[buyers.length]).toMatchObject(none);
  });

  test.each([
    ["rates.txt", "a,b\n", "--rates: pass the whole table with its header row.\n"],
    ["rates.xls", "", /cannot be opened: only \.csv and \.xlsx files can\.\n$/],
  ])("rates that cannot be read are refused with a sentence: %s", (name, content, sentence) => {
    const { status, stderr } = reclassify(
      ...[file("c.csv", CUSTOMERS), "--rates", file(name, content), "--out", path("no.csv")],
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(sentence);
  });

  test("fields of the newer axes can be named on the command line, and their classes are ids", () => {
    const customers = file(
      "axes-in.csv",
      [
        "company,last contact,a,b,c,d,e,f,country,town",
        "Acme,2026-11-01,51-200人,很大,4/5,,500 pcs,零售/批发,Germany,Berlin",
        "Beta,2026-11-01,8,,,yes,,importer,Germany,Bonn",
        "Coda,2026-11-01,,low,11,2026-10-01,,,France,",
      ].join("\n"),
    );
    const { status, stderr } = reclassify(
      ...[
        customers,
        "--out",
        path("axes-out.csv"),
        "--orders",
        file("axes-o.csv", "order_id,company,order_date,amount\n1,Beta,2026-09-01,5\n2,Coda,2026-09-01,5\n"),
      ],
      ...["--map", "size=a", "--map", "potential=b", "--map", "satisfaction=c", "--map", "ended=d"],
      ...["--map", "quantity=e", "--map", "identity=f", "--map", "city=town", "--currency", "USD"],
      ...["--set", "home.country=德国", "--set", "home.city=Berlin"],
    );
    expect(stderr).toBe(`${TOO_LITTLE}1 to check: Satisfaction: “11” cannot be read.\n`);
    expect(status).toBe(0);
    const classesOf = (row: Record<string, string | undefined>) =>
      ["relation", "loyalty", "potential", "locality", "identity", "size"].map((id) => row[`tierbook.${id}`]);
    const [acme, beta, coda] = rowsOf("axes-out.csv");
    expect(classesOf(acme!)).toEqual(["prospect", "loyal", "high", "local", "retail", "mid"]);
    expect(classesOf(beta!)).toEqual(["lost", "unrated", "low", "domestic", "distributor", "small"]);
    expect(classesOf(coda!)).toEqual(["lost", "unrated", "low", "international", "unrated", "unrated"]);
    const treatments = acme!["tierbook.treatments"]!.split(" ");
    expect(treatments).toEqual(expect.arrayContaining(["relation.prospect", "region.europe", "identity.retail"]));
    expect(new Set(treatments).size).toBe(treatments.length);
  });

  test("what is to be checked is counted, a sentence for each kind, and cells of the contact log are as unreadable as others", () => {
    const customers = file(
      "check.csv",
      "company,stage,last contact\nAcme,Sample sent,2026-09-01\nBeta,Quotation,2027-10-01\nCoda,New lead,\nDuna,,2026-11-01\n",
    );
    const log = file(
      "check-log.csv",
      [
        "date,customer,direction,channel,note,next date",
        "soon,Duna,out,Email,quotation,",
        "2027-11-20,Acme,out,Email,sample,",
        "2026-11-20,Nobody SA,out,Email,catalogue,",
        "2026-11-21,Nobody SA,out,Email,catalogue,",
        "2026-11-21,Nemo,in,Email,certificate,",
        "2026-11-01,Duna,out,Email,quotation,whenever",
      ].join("\n"),
    );
    const run = (...more: string[]) =>
      reclassify(customers, "--contacts", log, "--out", path("check-out.csv"), "--stats", ...more);
    const english = run();
    expect(english.stderr.trim().split("\n")).toEqual([
      "2 to check, such as: Contact day: “soon” cannot be read.",
      "2 to check, such as: Last contact: “2027-10-01” lies in the future and is not used.",
      "3 to check, such as: 2 contacts with “Nobody SA”: no such customer.",
      "1 to check: Acme: 3 stars, and no answer for 82 days. Still interested?",
      "2 to check, such as: Beta: no contact, inquiry or creation day, so no due day.",
    ]);
    expect(statsOf(english.stdout)).toMatchObject({ unreadable: 2, ambiguous: 0 });
    expect(run("--lang", "zh").stderr.trim().split("\n")).toEqual([
      "待核对 2 处，例如：联系日期：「soon」读不出。",
      "待核对 2 处，例如：最近联系：「2027-10-01」在将来，未使用。",
      "待核对 3 处，例如：「Nobody SA」的联系记录（2 条）：没有这个客户。",
      "待核对 1 处：Acme：三星客户，82 天没有回音。还有意向吗？",
      "待核对 2 处，例如：Beta：没有联系、询盘或录入的日期，没有该跟进日。",
    ]);
  });

  test("the next step is in the language that was asked for, and the ids are not", () => {
    const language = ["--lang", "zh"];
    reclassify(file("people.csv", PEOPLE), "--contacts", file("log.csv", LOG), ...language, "--out", path("zh.csv"));
    const [acme] = rowsOf("zh.csv");
    expect(acme).toMatchObject({ "tierbook.stage": "3", "tierbook.source": "fair", "tierbook.rule": "3" });
    expect(acme!["tierbook.next_step"]).toMatch(/先回/);
  });

  test("without a contact log nobody is quiet: nothing is known of what came in", () => {
    reclassify(file("people.csv", PEOPLE), "--out", path("alone.csv"));
    expect(rowsOf("alone.csv").map((row) => row["tierbook.engagement"])).toEqual(PEOPLE_COUNT.map(() => "unrated"));
  });

  test("the columns of a contact log can be named on the command line", () => {
    const log = file("own.csv", "when,customer,way,note,channel\n2026-11-21,Acme GmbH,in,,Email\n");
    const { stderr } = reclassify(
      ...[file("people.csv", PEOPLE), "--contacts", log, "--out", path("own-out.csv")],
      ...["--map", "contact.day=when", "--map", "contact.direction=way"],
    );
    expect(stderr).not.toContain("contact");
    expect(rowsOf("own-out.csv")[0]).toMatchObject({ "tierbook.rule": "3", "tierbook.engagement": "active" });
  });

  test("a workbook that was written with its contact log is read again with it, and nothing changes", () => {
    const customers = file("people.csv", PEOPLE);
    const out = reclassify(customers, "--contacts", file("log.csv", LOG), "--out", path("people.xlsx"));
    expect(out.status).toBe(0);
    const again = reclassify(path("people.xlsx"), "--out", path("people-again.csv"), "--stats");
    expect(statsOf(again.stdout)).toMatchObject({ customers: PEOPLE_COUNT.length, changed: 0 });
    expect(rowsOf("people-again.csv")[0]).toMatchObject({ "tierbook.rule": "3" });
    // The log as an .xlsx of its own, beside customers as text.
    reclassify(customers, "--contacts", path("people.xlsx"), "--out", path("people-mixed.csv"));
    expect(rowsOf("people-mixed.csv")[0]).toMatchObject({ "tierbook.rule": "3" });
  });

  test("policy, columns and the order of dates are taken from the command line", () => {
    const customers = file("m.csv", "firm,spent,seen\nAcme,500,03/04/2026\nBeta,5000,05/06/2026\n");
    const { status, stderr } = reclassify(
      ...[customers, "--map", "name=firm", "--map", "annual=spent", "--map", "last_contact=seen"],
      ...["--date-order", "dmy", "--currency", "USD", "--out", path("m-out.csv")],
      ...["--set", "value.A.min=4000", "--set", "value.B.min=400", "--set", "value.C.min=100"],
    );
    expect(stderr).toBe("");
    expect(status).toBe(0);
    const [acme, beta] = rowsOf("m-out.csv");
    expect(acme).toMatchObject({
      "tierbook.value": "B",
      "tierbook.days": String(27 + 31 + 30 + 31 + 31 + 30 + 31 + 22),
    });
    expect(beta).toMatchObject({ "tierbook.value": "A" });
  });

  test("the order of dates holds for the file of rates too, whatever the case of its headers", () => {
    const customers = file("r.csv", "company\nAcme\n");
    const orders = file("r-o.csv", "order_id,company,order_date,amount,currency\n1,Acme,2026-01-15,100,EUR\n");
    const rates = file("r-r.csv", 'CURRENCY,FROM,RATE\nEUR,2026-01-01,2\nEUR,01/02/2026,"1,1"\n');
    const amounts = (order: string) => {
      const { stderr } = reclassify(
        ...[customers, "--orders", orders, "--rates", rates, "--date-order", order, "--out", path("r-out.csv")],
      );
      expect(stderr).toBe(TOO_LITTLE);
      return rowsOf("r-out.csv")[0]!["tierbook.amount_365"];
    };
    expect(amounts("dmy")).toBe("200.00");
    expect(amounts("mdy")).toBe("110.00");
  });

  test("whether rows of one amount hold each row's or the whole order's is answered by --equal-rows", () => {
    const customers = file("er.csv", "company\nAcme\n");
    const rows = ["1,Acme,2026-10-01,500,USD", "1,Acme,2026-10-01,500,USD"];
    const orders = file("er-o.csv", `order no,customer,order date,amount,currency\n${rows.join("\n")}\n`);
    const amount = (...answer: string[]) => {
      const { stderr } = reclassify(customers, "--orders", orders, "--out", path("er-out.csv"), ...answer);
      return [
        rowsOf("er-out.csv")[0]!["tierbook.amount_365"],
        stderr.includes("Counted, not answered: Column “amount”"),
      ];
    };
    expect(amount()).toEqual(["1000.00", true]);
    expect(amount("--equal-rows", "each")).toEqual(["1000.00", false]);
    expect(amount("--equal-rows", "whole")).toEqual(["500.00", false]);
  });

  const LITTLE =
    "By these limits nobody is in A; round limits from your orders: --set value.A.min=200 --set value.B.min=100 --set value.C.min=50\n";
  const MUCH =
    "By these limits everybody is in A; round limits from your orders: --set value.A.min=20000000 --set value.B.min=10000000 --set value.C.min=5000000\n";
  test.each<[string, number, number[], string[], string]>([
    ["19 who bought little", 19, [50], [], ""],
    ["20 who bought little", 20, [50], [], LITTLE],
    [
      "the same, with limits that hold one of them in A",
      20,
      [50, 51],
      ["--set", "value.A.min=50", "--set", "value.B.min=40", "--set", "value.C.min=30"],
      "",
    ],
    ["20 who bought little, and one of them much", 20, [50, 1_000_001], [], ""],
    ["20 who bought much", 20, [5_000_000], [], MUCH],
    ["20 who bought much, and one of them little", 20, [5_000_000, 50], [], ""],
  ])("limits that do not fit are told, with those that do: %s", (_, count, [amount, last = amount], set, sentence) => {
    const names = Array.from({ length: count }, (_, i) => `Buyer ${i + 1}`);
    const customers = file("fit.csv", `company\n${names.join("\n")}\n`);
    const rows = names.map((name, i) => `${i},${name},2026-10-01,${i ? amount : last},USD`);
    const orders = file("fit-o.csv", `order no,customer,order date,amount,currency\n${rows.join("\n")}\n`);
    const { stderr } = reclassify(customers, "--orders", orders, "--out", path("fit-out.csv"), ...set);
    expect(
      stderr
        .split("\n")
        .filter((line) => line.startsWith("By these limits"))
        .join("\n"),
    ).toBe(sentence.trim());
  });

  test("near or far that cannot be told is told in Chinese too, and not where the policy has the country", () => {
    const customers = file("h.csv", "公司,国家\nAcme,Germany\nBeta,\n");
    const told = (...args: string[]) =>
      reclassify(customers, "--out", path("h-out.csv"), "--lang", "zh", ...args)
        .stderr.split("\n")
        .filter((line) => line.includes("本地"));
    expect(told()).toEqual([
      "1 个客户分不出本地/外地：规则里没有写本公司在哪个国家；用 --set 写明，如 --set home.country=中国",
    ]);
    expect(told("--set", "home.country=中国")).toEqual([]);
  });

  test.each([
    ["--help", "en", "where to write"],
    ["-h", "zh", "写到哪里"],
  ])("%s lists every option in the language asked for, and nothing is done", (help, language, words) => {
    const { status, stdout, stderr } = reclassify(help, "--lang", language);
    expect(stdout).toMatch(/^npm run reclassify -- CUSTOMERS/);
    expect(stdout).toContain(words);
    for (const option of Object.keys(RECLASSIFY_OPTIONS)) expect(stdout).toContain(`\n  --${option}`);
    expect([status, stderr]).toEqual([0, ""]);
  });

  test("without any argument the options are listed, and it counts as refused", () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program], { encoding: "utf8" });
    expect(stderr).toContain("--out FILE");
    expect([status, stdout]).toEqual([1, ""]);
  });

  test.each(["Customer", "客户"])("a lone column %s is taken for the name, and that is said", (header) => {
    const customers = file("n.csv", `${header},Country,Created\nAcme,Germany,2026-11-20\n`);
    const { status, stderr } = reclassify(customers, "--out", path("n-out.csv"));
    const taken = `Taken for the customer's name: column ${header}; --map name=HEADER says otherwise.\n`;
    expect(stderr).toBe(taken + noHome("1 customer"));
    expect(status).toBe(0);
    expect(readFileSync(path("n-out.csv"), "utf8")).toContain("Acme,Germany,2026-11-20,unrated");
  });

  test("of two columns that may be the name none is taken", () => {
    const customers = file("n2.csv", "Customer,客户,Country\nAcme,Acme 2,Germany\n");
    const { status, stderr } = reclassify(customers, "--out", path("n2-out.csv"));
    expect(stderr).toMatch(/^No column holds the customer's name or id/);
    expect(status).toBe(1);
  });

  test("a hard link to the input is the input, and is not written over", () => {
    const customers = file("hard.csv", "company\nAcme\n");
    linkSync(customers, path("link.csv"));
    const { status, stderr } = reclassify(customers, "--out", path("link.csv"));
    expect(stderr).toMatch(/never written over/);
    expect(status).toBe(1);
    expect(readFileSync(customers, "utf8")).toBe("company\nAcme\n");
  });

  test("an --out in a folder that is not there is refused in one sentence", () => {
    const out = path("nowhere/o.csv");
    const { status, stderr } = reclassify(file("c.csv", CUSTOMERS), "--out", out);
    expect(stderr.trim().split("\n").at(-1)).toBe(`--out ${out} cannot be written: there is no such folder.`);
    expect(stderr).not.toContain("    at ");
    expect(status).toBe(1);
  });

  test("--preset changes words and no class; in an .xlsx its axes stand beside our six columns", () => {
    const [customers, orders] = [file("c.csv", CUSTOMERS), file("o.csv", ORDERS)];
    const given = [customers, "--orders", orders];
    expect(reclassify(...given, "--out", path("usual.csv")).status).toBe(0);
    expect(reclassify(...given, "--preset", "Trade-fair customers", "--out", path("fair.csv")).status).toBe(0);
    const ids = (name: string) => rowsOf(name).map((row) => AXES.map(({ id }) => row[`tierbook.${id}`]));
    expect(ids("fair.csv")).toEqual(ids("usual.csv"));
    expect(ids("fair.csv")[0]).not.toContain(undefined);
    expect(reclassify(...given, "--preset", "fair", "--out", path("fair.xlsx")).status).toBe(0);
    // Read as text again, the words of the sheet are known as ours.
    expect(reclassify(path("fair.xlsx"), "--out", path("fair-again.csv")).status).toBe(0);
    expect(ids("fair-again.csv")).toEqual(ids("usual.csv"));
    const { status, stderr } = reclassify(...given, "--preset", "S9", "--out", path("no.csv"));
    expect(stderr).toContain("There is no choice of words called S9. There are: trade, grades, platform, fair, eight.");
    expect(status).toBe(1);
  });

  test.each(["__proto__", "constructor"])("--set %s=1 is refused as no value of the policy", (key) => {
    const { status, stderr } = reclassify(file("c.csv", CUSTOMERS), "--set", `${key}=1`, "--out", path("p-out.csv"));
    expect(stderr).toContain(`“${key}” is no value of the policy`);
    expect(status).toBe(1);
  });

  test("what was asked and not answered is named, and left out", () => {
    const { status, stderr } = reclassify(
      file("q.csv", "company,年采购额,建档日期\nAcme,500000,2026-11-20\n"),
      "--out",
      path("q-out.csv"),
    );
    expect(status).toBe(0);
    expect(stderr).toBe("Left out, not answered: Column “年采购额”: 1 cell. What is in it?\n");
    expect(rowsOf("q-out.csv")[0]).toMatchObject({ "tierbook.value": "unrated" });
  });

  test.each([
    ["last_contact", "03/04/2026", "2 days like “03/04/2026”. Which comes first, day or month?", "「03/04/2026」"],
    ["do_not_contact", "待确认", "“待确认” in 2 cells. Yes or no?", "「待确认」"],
    ["country", "Korea", "“Korea” in 2 cells. Which country is it?", "「Korea」"],
  ])("of a question about cells of %s one of them is named, in both languages", (header, cell, asked, quoted) => {
    const customers = file(
      "cells.csv",
      `company,created,${header}\nAcme,2026-11-20,${cell}\nBeta,2026-11-20,${cell}\n`,
    );
    const { stderr } = reclassify(customers, "--out", path("cells-out.csv"));
    expect(stderr).toBe(`Left out, not answered: Column “${header}”: ${asked}\n`);
    const chinese = reclassify(customers, "--lang", "zh", "--out", path("cells-zh.csv")).stderr;
    expect(chinese).toMatch(/^没有回答，未使用：[^\n]*？\n$/);
    expect(chinese).toContain(quoted);
  });
});

describe("a refusal is one plain sentence, exit code 1, and nothing is written", () => {
  test.each<[string, (customers: string) => string[], RegExp]>([
    ["a missing file", () => ["none.csv", "--out", path("no.csv")], /^There is no file none\.csv\.$/],
    [
      "a missing order file",
      (c) => [c, "--orders", "none.csv", "--out", path("no.csv")],
      /^There is no file none\.csv\.$/,
    ],
    [
      "a missing contact log",
      (c) => [c, "--contacts", "none.csv", "--out", path("no.csv")],
      /^There is no file none\.csv\.$/,
    ],
    ["writing over the contact log", (c) => ["x.csv", "--contacts", c, "--out", c], /never written over/],
    ["no file at all", () => ["--out", path("no.csv")], /^Name the customer file/],
    ["no place to write", (c) => [c], /^Say where to write with --out/],
    ["writing over the input", (c) => [c, "--out", c], /never written over/],
    ["another kind of output", (c) => [c, "--out", path("no.pdf")], /only \.csv and \.xlsx can be written/],
    ["an unknown option", (c) => [c, "--frob", "--out", path("no.csv")], /^Unknown option '--frob'\.$/],
    ["an unknown policy key", (c) => [c, "--set", "value.Amin=1", "--out", path("no.csv")], /value\.A\.min/],
    ["a policy value that is none", (c) => [c, "--set", "value.grace_days=soon", "--out", path("no.csv")], /soon/],
    ["an unknown field", (c) => [c, "--map", "ownr=company", "--out", path("no.csv")], /the nearest are owner/],
    ["an unknown header", (c) => [c, "--map", "owner=compny", "--out", path("no.csv")], /the nearest are company/],
    ["a pair without its sign", (c) => [c, "--map", "owner", "--out", path("no.csv")], /FIELD=HEADER/],
    ["a day that is none", (c) => [c, "--as-of", "2026-02-30", "--out", path("no.csv")], /--as-of/],
    ["a currency that is none", (c) => [c, "--base", "dollars", "--out", path("no.csv")], /--base dollars/],
    [
      "an answer on equal rows that is none",
      (c) => [c, "--equal-rows", "both", "--out", path("no.csv")],
      /each or whole/,
    ],
    ["a date order that is none", (c) => [c, "--date-order", "ymd", "--out", path("no.csv")], /--date-order ymd/],
  ])("%s", (_, args, sentence) => {
    const { status, stdout, stderr } = reclassify(...args(file("c.csv", CUSTOMERS)));
    expect(stderr.trim()).toMatch(sentence);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stdout).toBe("");
    expect(status).toBe(1);
    expect(() => readFileSync(path("no.csv"))).toThrow();
  });

  test("no customer name or id", () => {
    const { status, stderr } = reclassify(file("n.csv", "country,amount,city\nDE,2,Berlin\n"), "--out", path("no.csv"));
    expect(status).toBe(1);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});
