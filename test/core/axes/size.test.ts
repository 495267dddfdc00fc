import { expect, test } from "vitest";
import type { Customer } from "../../../src/core/model";
import { classIn } from "../makers";

const size = (customer: Customer["size"], policy?: Readonly<Record<string, unknown>>) =>
  classIn("size", { customer: { size: customer }, policy });

test.each([
  [0, "small"],
  [50, "small"],
  [51, "mid"],
  [500, "mid"],
  [501, "large"],
  [1_000_000, "large"],
])("a company of %i people is %s (A058)", (people, expected) => {
  const text = String(people);
  expect(size({ text, ids: [], people })).toEqual({ id: expected, because: { rule: "size.people", people } });
});

test("the limits are the policy's", () => {
  const policy = { "size.mid.min": 10, "size.large.min": 100 };
  expect([9, 10, 99, 100].map((people) => size({ text: "", ids: [], people }, policy).id)).toEqual([
    "small",
    "mid",
    "mid",
    "large",
  ]);
});

test.each(["large", "mid", "small"] as const)("a word for %s does as well", (id) => {
  expect(size({ text: "typed", ids: [id] })).toMatchObject({ id, because: { rule: "words.word", word: "typed" } });
});

test("what neither counts nor is known leaves him unrated; so does a blank", () => {
  expect(size({ text: "10-100", ids: [] })).toMatchObject({ id: "unrated", because: { rule: "words.unclear" } });
  expect(size({ text: "", ids: [] })).toMatchObject({ id: "unrated", because: { rule: "words.nothing" } });
});
