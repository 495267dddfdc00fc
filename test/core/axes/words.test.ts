import { describe, expect, test } from "vitest";
import { AXES } from "../../../src/core/axes";
import { VOCABULARY } from "../../../src/core/policy/vocabulary";
import { classIn } from "../makers";

/** The axes whose class is the word of a cell. */
const WORDED = ["identity", "industry", "product"] as const;

describe.each(WORDED)("%s, by the words of a cell", (field) => {
  const of = (text: string, ids: readonly string[]) => classIn(field, { customer: { [field]: { text, ids } } });

  test.each(VOCABULARY[field])("a word for %s makes him that (A010–12, A066–70, A088–90)", (id) => {
    expect(of("typed", [id])).toEqual({
      id,
      because: { rule: "words.word", word: "typed", axis: field, more: undefined },
    });
  });
  test("has a class for each list of words, and no other", () => {
    const classes = Object.keys(AXES.find(({ id }) => id === field)!.classes);
    expect(classes).toEqual([...VOCABULARY[field], "unrated"]);
  });
  test("of several words the first is the main one, and the reason keeps the others", () => {
    const [one, two, three] = VOCABULARY[field];
    expect(of("three words", [three, one, two])).toEqual({
      id: three,
      because: { rule: "words.word", word: "three words", axis: field, more: `${one} ${two}` },
    });
  });
  test("a word that no list knows leaves him unrated, and says so; so does a blank", () => {
    expect(of("Drums", [])).toMatchObject({ id: "unrated", because: { rule: "words.unclear", word: "Drums" } });
    expect(of("", [])).toMatchObject({ id: "unrated", because: { rule: "words.nothing" } });
  });
});
