import { expect, test } from "vitest";
import type { Customer } from "../../../src/core/model";
import { aContact, ago, classIn, classifiedIn, orderAgo } from "../makers";

test.each([
  ["hot", { fair: "活跃", fairMark: "hot" }, { rule: "fair.word", word: "活跃" }],
  ["warm", { fair: "一般", fairMark: "warm" }, { rule: "fair.word", word: "一般" }],
  ["cold", { fair: "", fairMark: "cold", fairSaid: "冷淡" }, { rule: "fair.note", word: "冷淡" }],
  ["hot", { fair: "Expo", fairMark: "hot", fairSaid: "keen" }, { rule: "fair.note", word: "keen" }],
  ["unrated", { fair: "", fairSaid: "keen, cool" }, { rule: "fair.several", word: "keen, cool" }],
  ["unrated", { fair: "so so" }, { rule: "fair.unclear", word: "so so" }],
  ["unrated", { fair: "" }, { rule: "fair.nothing", word: "" }],
] as [string, Partial<Customer>, object][])("at the fair he was %s (A049–51, A059): %j", (id, customer, because) => {
  expect(classIn("fair", { customer })).toEqual({ id, because });
});

test("how he was at a fair says nothing of how he buys or writes, and the other way round (X01–X03)", () => {
  const cold = classifiedIn({
    customer: { fair: "沉睡", fairMark: "cold" },
    orders: [orderAgo(5, 10)],
    contacts: [aContact({ direction: "in", day: ago(2) })],
  }).classes;
  expect([cold.fair.id, cold.activity.id, cold.engagement.id]).toEqual(["cold", "active", "active"]);
  const hot = classifiedIn({ customer: { fair: "活跃", fairMark: "hot" } }).classes;
  expect([hot.fair.id, hot.activity.id, hot.engagement.id]).toEqual(["hot", "none", "unrated"]);
});
