import fc from "fast-check";
import { expect, test } from "vitest";
import { say } from "../../src/texts/say";

test.each([
  ["Nothing is named", {}, "Nothing is named"],
  ["", {}, ""],
  ["{day} and {day}", { day: "2026-11-22" }, "2026-11-22 and 2026-11-22"],
  ["{gone}!", {}, "!"],
  ["{days:1={days} day|{days} days} ago", { days: 1 }, "1 day ago"],
  ["{days:1={days} day|{days} days} ago", { days: 11 }, "11 days ago"],
  ["{days:1={days} day|{days} days} ago", { days: 0 }, "0 days ago"],
  ["{missing:=|At least }{minor}", { minor: "USD 5" }, "USD 5"],
  ["{missing:=|At least }{minor}", { minor: "USD 5", missing: 2 }, "At least USD 5"],
  ["{by:contact=he wrote|order=he ordered|nobody knows}", { by: "order" }, "he ordered"],
  ["{by:contact=he wrote|order=he ordered|nobody knows}", { by: "visit" }, "nobody knows"],
  ["{a:={b:1=one|{b}}|{a: }}.", { b: 7 }, "7."],
  ["等级：{tier}", { tier: "A" }, "等级：A"],
])("%s with %o says %s", (template, named, sentence) => {
  expect(say(template, named)).toBe(sentence);
});

test("what a customer's cell says is never read as a template", () => {
  fc.assert(
    fc.property(fc.string(), (word) => {
      expect(say("The stage says “{word}”{more:=|; also: {more}}", { word, more: "{word}" })).toBe(
        `The stage says “${word}”; also: {word}`,
      );
    }),
  );
});
