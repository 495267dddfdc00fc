import { describe, expect, test } from "vitest";
import { GridStore } from "../../../workbench/engine/grid-store";
import { classColumns, sheetAsCsv } from "../../../workbench/files/class-columns";
import { readCsv, writeCsv } from "../../../workbench/files/csv";
import type { ResultRow } from "../../../workbench/headless";

const graded = (row: number, more: Readonly<Record<string, string>> = {}): ResultRow => ({
  row,
  value: "B",
  frequency: "mid",
  activity: "active",
  region: "europe",
  followup: "week",
  urgency: "due",
  due: "2026-11-20",
  days: 32,
  why: "USD 412,000 in 12 months",
  stage: "4",
  source: "fair",
  fair: "hot",
  engagement: "quiet",
  rule: 8,
  next_step: "Arrange the quarterly visit",
  relation: "growing",
  loyalty: "potential",
  treatments: "act.visit stage.4",
  next: "A is the highest tier",
  amount_365: "412000.00",
  orders: 7,
  first_order: "2024-03-01",
  last_order: "2026-09-09",
  own_gap: 61.5,
  amount_missing_rate: 0,
  next_order: "2026-12-01/2026-12-20",
  chance_90: 0.62,
  expected_90: 1.41,
  ...more,
});

/** As they are shown: those that have a place of their own are not given another. */
const AXES = ["value", "stage", "relation", "frequency", "loyalty", "source"];

const written = (text: string, headers: string[], ...results: ResultRow[]) => {
  const csv = readCsv(Buffer.from(text));
  return writeCsv(csv, classColumns(csv.rows, headers, { rows: results, axes: AXES })).toString();
};

const HEADER =
  "tierbook.value,tierbook.frequency,tierbook.activity,tierbook.region,tierbook.followup,tierbook.urgency,tierbook.due,tierbook.days,tierbook.why," +
  "tierbook.stage,tierbook.source,tierbook.fair,tierbook.engagement,tierbook.rule,tierbook.next_step," +
  "tierbook.relation,tierbook.loyalty,tierbook.treatments,tierbook.next," +
  "tierbook.amount_365,tierbook.orders,tierbook.first_order,tierbook.last_order,tierbook.own_gap,tierbook.amount_missing_rate," +
  "tierbook.next_order,tierbook.chance_90,tierbook.expected_90";
const BOUGHT = "412000.00,7,2024-03-01,2026-09-09,61.5,0,2026-12-01/2026-12-20,0.62,1.41";
const MORNING = `4,fair,hot,quiet,8,Arrange the quarterly visit,growing,potential,act.visit stage.4,A is the highest tier,${BOUGHT}`;
const CLASSES = `B,mid,active,europe,week,due,2026-11-20,32,"USD 412,000 in 12 months",${MORNING}`;

describe("our columns in a .csv", () => {
  test("stand behind the team's, in the header row and in each customer's", () => {
    expect(written("company,country\nAcme,DE\n\nBeta,FR\n", ["company", "country"], graded(2), graded(4))).toBe(
      `company,country,${HEADER}\nAcme,DE,${CLASSES}\n\nBeta,FR,${CLASSES}\n`,
    );
  });

  test("the header row is found below titles, also where a title bears the word of a header", () => {
    expect(written("company,list\n\ncompany,country\nAcme,DE\n", ["company", "country"], graded(4))).toBe(
      `company,list\n\ncompany,country,${HEADER}\nAcme,DE,${CLASSES}\n`,
    );
  });

  test("rows that are no customers get nothing: a total stays as it was", () => {
    const out = written("company,amount\nAcme,5\nTotal,5\n", ["company", "amount"], graded(2));
    expect(out.split("\n")[2]).toBe("Total,5");
  });

  test("a second run writes over the columns of the first, and gives the same file", () => {
    const once = written("company,country\nAcme,DE\n", ["company", "country"], graded(2));
    expect(written(once, ["company", "country"], graded(2))).toBe(once);
    expect(written(once, ["company", "country"], graded(2, { value: "A" })).split("\n")[1]).toBe(
      `Acme,DE,A${CLASSES.slice(1)}`,
    );
  });

  test("columns that an older version wrote stay where they are, and those that are new stand behind them", () => {
    const older = HEADER.split(",").slice(0, 9).join(",");
    expect(written(`company,${older},remark\nAcme,,,,,,,,,,tea\n`, ["company", "remark"], graded(2))).toBe(
      `company,${older},remark,${HEADER.split(",").slice(9).join(",")}\nAcme,${CLASSES.slice(0, -MORNING.length)}tea,${MORNING}\n`,
    );
  });

  test("an unrated customer has no due day and no days", () => {
    const out = written(
      "company\nAcme\n",
      ["company"],
      graded(2, {
        urgency: "unrated",
        due: "",
        days: "",
        why: "=1+1",
        rule: "",
        next_step: "",
        treatments: "",
        next: "",
      }),
    );
    expect(out.split("\n")[1]).toBe(
      `Acme,B,mid,active,europe,week,unrated,,,'=1+1,4,fair,hot,quiet,,,growing,potential,,,${BOUGHT}`,
    );
  });
});

describe("a sheet as text", () => {
  test("cells are as they are shown, and no text of a customer can run", () => {
    const store = new GridStore();
    const sheet = store.sheets()[0]!;
    store.write(sheet, 0, 0, [
      [{ value: "company" }, { value: "note" }, { value: "amount" }],
      [{ value: 'A "B", C' }, { value: "=HYPERLINK(1)" }, { value: -5 }],
    ]);
    expect(sheetAsCsv(store, sheet)).toBe(`company,note,amount\r\n"A ""B"", C",'=HYPERLINK(1),-5\r\n`);
  });

  test("an empty sheet is an empty text", () => {
    const store = new GridStore();
    expect(sheetAsCsv(store, store.sheets()[0]!)).toBe("");
  });
});
