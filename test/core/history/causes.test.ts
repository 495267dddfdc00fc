import { expect, test } from "vitest";
import { causeOf } from "../../../src/core/history/causes";

/** Classes by what was moved to now, in the order policy, day, data: "010" is the old policy and data on today's day. */
type Table = Readonly<Record<string, string>>;

const cause = (table: Table) =>
  causeOf("A", "B", (...moved) => table[moved.map((one) => (one ? 1 : 0)).join("")] ?? "B");

test.each<[string, Table, string]>([
  ["the policy alone", { "000": "A", "100": "B", "010": "A", "011": "A", "110": "B" }, "policy"],
  ["the days alone", { "000": "A", "100": "A", "010": "B", "011": "B", "110": "B" }, "time"],
  ["the data that are dated since", { "000": "A", "100": "A", "010": "A", "011": "B", "110": "A" }, "data"],
  ["a cell of those days that is another now", { "000": "B", "100": "B", "010": "B", "011": "B", "110": "B" }, "data"],
  ["policy and days, each alone", { "000": "A", "100": "B", "010": "B", "011": "B", "110": "B" }, "policy"],
  ["days and data, each alone", { "000": "A", "100": "A", "010": "B", "011": "B", "110": "B" }, "time"],
  ["policy and days only together", { "000": "A", "100": "A", "010": "A", "011": "A", "110": "B" }, "time"],
  ["policy and data only together", { "000": "A", "100": "A", "010": "A", "011": "A", "110": "A" }, "data"],
  ["the policy to another class first", { "000": "A", "100": "C", "010": "A", "011": "A", "110": "C" }, "data"],
])("what moved a class: %s", (_, table, expected) => {
  expect(cause(table)).toBe(expected);
});

test("a customer who was not there then has moved by the data", () => {
  expect(causeOf("A", "B", () => undefined)).toBe("data");
});
