import type { Ask } from "../cells/cell";
import { foldText, isBlankWord, isSheetError, tidy } from "../cells/text";
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

/** Longer than this is a note, not a word: asking about each would be one question a row. */
const LONGEST_WORD = 40;

/**
 * Reads a column by the lists of words of the policy: all classes of a cell, the first known first. A word that no list
 * knows is listed once with its count and asked about; "leave" passes it over.
 *
 * @param unknownAs how such a word is asked about; undefined: it says nothing of this axis, and nobody is asked
 */
export function wordReader<Axis extends Vocabulary>(
  column: Column,
  axis: Axis,
  policy: Policy,
  unknownAs: (word: string) => Ask | undefined = () => "word",
): (i: number) => readonly (typeof VOCABULARY)[Axis][number][] {
  type Id = (typeof VOCABULARY)[Axis][number];
  const ids: readonly Id[] = VOCABULARY[axis];
  interface Read {
    readonly ids: readonly Id[];
    readonly unknown: readonly { readonly word: string; readonly as: Ask }[];
  }
  const known = new Map<string, Read>();
  const read = (text: string): Read => {
    const whole = classOfWord(text, axis, policy);
    if (whole) return { ids: [whole], unknown: [] };
    if (isBlankWord(text)) return { ids: [], unknown: [] };
    const found: Id[] = [];
    const unknown: { word: string; as: Ask }[] = [];
    // #N/A holds no word A.
    const parts = isSheetError(text) ? [text] : text.split(BETWEEN).map(tidy).filter(Boolean);
    for (const word of parts) {
      const answer = column.answer(`word:${foldText(word)}`);
      const id = classOfWord(word, axis, policy) ?? ids.find((one) => one === answer);
      if (!id) {
        const as = answer === LEAVE ? undefined : unknownAs(word);
        if (as) unknown.push({ word, as });
      } else if (!found.includes(id)) found.push(id);
    }
    return { ids: found, unknown };
  };
  return (i) => {
    const text = column.typed(i);
    if (!text) return [];
    let cell = known.get(text);
    if (!cell) {
      cell = read(text);
      known.set(text, cell);
    }
    for (const { word, as } of cell.unknown) {
      column.findOnce("unknown_word", i, word);
      if (word.length > LONGEST_WORD || isSheetError(word)) continue;
      column.ask(as, i, [...ids, LEAVE], foldText(word), as === "relation" ? LEAVE : "", word);
    }
    return cell.ids;
  };
}
