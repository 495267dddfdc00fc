import { describe, expect, test } from "vitest";
import type { Cell, Rows } from "../../../src/core/cells/cell";
import { rowKeys } from "../../../src/core/tables/keys";
import { customersOf } from "./reading";

describe("which rows are customers", () => {
  const keys = (rows: Rows) => rowKeys(rows, 0, { id: 0, name: 1 });
  test.each([
    ["an id and a name", ["C-1", "Acme"], "id:c-1#1"],
    ["an id alone", ["C-1", ""], "id:c-1#1"],
    ["a name alone, with its legal form", ["", "Acme GmbH"], "name:acme gmbh#1"],
    ["a dash for an id", ["-", "Acme"], "name:acme#1"],
    ["a number for an id", [17, "Acme"], "id:17#1"],
    ["nothing", ["", ""], undefined],
    ["spaces", [" ", "  "], undefined],
    ["a total", ["", "合计"], undefined],
    ["a total in English", ["", "Total"], undefined],
    ["a total in the id", ["合计", ""], undefined],
    ["a placeholder, even with an id", ["C-9", "TO THE ORDER OF"], undefined],
    ["a date", [{ day: 46_000 }, { day: 46_000 }], undefined],
  ] as [string, Cell[], string | undefined][])("%s", (_, row, key) => {
    expect(keys([["ID", "Company"], row])).toEqual([undefined, key]);
  });
  test("equal ids and names are told apart by their order", () => {
    expect(
      keys([
        ["ID", "Company"],
        ["1", "Acme"],
        ["", "Acme"],
        ["1", "Other"],
        ["", "ACME"],
      ]),
    ).toEqual([undefined, "id:1#1", "name:acme#1", "id:1#2", "name:acme#2"]);
  });
  test("the keys are those of the customers that are read, blank rows and a title row included", () => {
    const rows: Rows = [
      ["Our customers", "", ""],
      ["ID", "Company", "Country"],
      ["1", "Acme", "DE"],
      ["", "", ""],
      ["", "Total", ""],
      ["", "Apex", "FR"],
    ];
    const { customers } = customersOf(rows);
    expect(customers.map(({ row, key }) => [row, key])).toEqual([
      [2, "id:1#1"],
      [5, "name:apex#1"],
    ]);
    expect(rowKeys(rows, 1, { id: 0, name: 1 }).filter(Boolean)).toEqual(["id:1#1", "name:apex#1"]);
  });
});
