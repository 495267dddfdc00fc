import { foldText, tidy } from "../cells/text";
import { matchWord } from "../cells/words";
import type { Policy, WordsKey } from "../policy/fields";
import { VOCABULARY, type Vocabulary } from "../policy/vocabulary";
import { type Column, LEAVE } from "./column";

/** What stands between two words of one cell. */
const BETWEEN = /[,，、;；/|+&\n]| and |和|与/i;

/** The list of the policy that holds the words for a class. */
const wordsFor = (policy: Policy, axis: Vocabulary, id: string): readonly string[] =>
  policy[`${axis}.${id}` as WordsKey];

/** The class whose list holds the whole text. */
export const classOfWord = <Axis extends Vocabulary>(
  text: string,
  axis: Axis,
  policy: Policy,
): (typeof VOCABULARY)[Axis][number] | undefined =>
  VOCABULARY[axis].find((id) => matchWord(text, wordsFor(policy, axis, id)));

/**
 * Reads a column by the lists of words of the policy: all classes of a cell, the first known first. A word that no list
 * knows is listed once with its count and asked about; "leave" passes it over.
 *
 * @param relation words that say how far the customer is, not where he came from (X09): asked about as such
 */
export function wordReader<Axis extends Vocabulary>(
  column: Column,
  axis: Axis,
  policy: Policy,
  relation: readonly string[] = [],
): (i: number) => readonly (typeof VOCABULARY)[Axis][number][] {
  type Id = (typeof VOCABULARY)[Axis][number];
  const ids: readonly Id[] = VOCABULARY[axis];
  interface Read {
    readonly ids: readonly Id[];
    readonly unknown: readonly string[];
  }
  const known = new Map<string, Read>();
  const read = (text: string): Read => {
    const whole = classOfWord(text, axis, policy);
    if (whole) return { ids: [whole], unknown: [] };
    const found: Id[] = [];
    const unknown: string[] = [];
    for (const part of text.split(BETWEEN).map(tidy).filter(Boolean)) {
      const answer = column.answer(`word:${foldText(part)}`);
      const id = classOfWord(part, axis, policy) ?? ids.find((one) => one === answer);
      if (!id) {
        if (answer !== LEAVE) unknown.push(part);
      } else if (!found.includes(id)) found.push(id);
    }
    return { ids: found, unknown };
  };
  return (i) => {
    const text = column.text(i);
    if (!text) return [];
    let cell = known.get(text);
    if (!cell) {
      cell = read(text);
      known.set(text, cell);
    }
    for (const word of cell.unknown) {
      const isRelation = matchWord(word, relation);
      column.findOnce("unknown_word", i, word);
      column.ask(isRelation ? "relation" : "word", i, [...ids, LEAVE], foldText(word), isRelation ? LEAVE : "");
    }
    return cell.ids;
  };
}
