import { expect, test } from "vitest";
import type { SourceId } from "../../../src/core/policy/vocabulary";
import { classIn } from "../makers";

const source = (source: string, sources: readonly SourceId[]) => classIn("source", { customer: { source, sources } });

test.each(["fair", "social", "b2b", "inbound", "outbound", "ads", "referral", "other"] as const)(
  "one who came by %s is that (A071–75)",
  (id) => {
    expect(source("typed", [id])).toEqual({ id, because: { rule: "source.word", word: "typed", more: undefined } });
  },
);

test("of several the first is the main one, and the reason keeps the others", () => {
  expect(source("展会, 阿里, 广告", ["fair", "b2b", "ads"])).toEqual({
    id: "fair",
    because: { rule: "source.word", word: "展会, 阿里, 广告", more: "b2b ads" },
  });
});

test("a word that no list knows leaves him unrated, and says so; so does a blank", () => {
  expect(source("Drums", [])).toMatchObject({ id: "unrated", because: { rule: "source.unclear", word: "Drums" } });
  expect(source("", [])).toMatchObject({ id: "unrated", because: { rule: "source.nothing" } });
});
