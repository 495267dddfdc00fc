import { describe, expect, test } from "vitest";
import { classify } from "../../../src/core/reclassify";
import { aContact, ago, anInput, type Case, classIn, dateCell, orderAgo } from "../makers";

const inbound = (...days: number[]): Case => ({
  contacts: days.map((day) => aContact({ direction: "in", day: ago(day) })),
});

describe("whether he writes, by the contact log alone (A033)", () => {
  test.each([
    [0, "active"],
    [90, "active"],
    [91, "quiet"],
    [3000, "quiet"],
  ])("he wrote %i days ago: %s", (days, expected) => {
    expect(classIn("engagement", inbound(days))).toEqual({
      id: expected,
      because: { rule: "engagement.wrote", days, limit: 90 },
    });
  });
  test("the last of his mails counts", () => {
    expect(classIn("engagement", inbound(200, 30, 150)).id).toBe("active");
  });
  test("the limit is the team's", () => {
    expect(classIn("engagement", { ...inbound(91), policy: { "engagement.days": 91 } }).id).toBe("active");
  });
  test.each([
    ["ours", { direction: "out" }],
    ["one of which nobody knows who wrote it", { direction: "unknown" }],
    ["a mere new date", { direction: "none" }],
    ["a mail of his to many (X21)", { direction: "in", bulk: true }],
  ] as const)("%s is no mail of his", (_, row) => {
    expect(classIn("engagement", { contacts: [aContact(row)] })).toEqual({
      id: "quiet",
      because: { rule: "engagement.never" },
    });
  });
  test("without a log nobody knows; buying and the team's own last contact are another matter (X02, X03)", () => {
    const given: Case = { customer: { lastContact: ago(1) }, orders: [orderAgo(1, 5)] };
    expect(classIn("engagement", given)).toEqual({ id: "unrated", because: { rule: "engagement.no_log" } });
  });
  test.each([
    ["In", "active", "quiet"],
    ["Out", "quiet", "quiet"],
    ["Later", "unrated", "unrated"],
    ["", "unrated", "unrated"],
  ])("a log whose only row says %j leaves him %s, and others %s", (direction, him, others) => {
    const { classified } = classify(
      anInput({
        customers: [
          ["Company", "Country", "Email"],
          ["Acme", "DE", ""],
          ["Apex", "FR", ""],
        ],
        contacts: [
          ["Contact day", "Customer", "Direction"],
          [dateCell(ago(3)), "Acme", direction],
        ],
      }),
    );
    expect(classified.map(({ classes }) => classes.engagement.id)).toEqual([him, others]);
  });
});
