import { foldText } from "./text";

/** Lists of words live as long as the policy that holds them, and are asked once a row. */
const folded = new WeakMap<readonly string[], readonly string[]>();

function foldedList(words: readonly string[]): readonly string[] {
  const known = folded.get(words);
  if (known) return known;
  const list = words.map(foldText).filter((word) => word !== "");
  folded.set(words, list);
  return list;
}

/** Whether the whole cell is one of the words, whatever their case, width and spaces. An empty cell is none. */
export const matchWord = (text: string, words: readonly string[]): boolean =>
  foldedList(words).includes(foldText(text));

/** Letters and digits of scripts that set spaces between words. */
const SPACED = /[0-9a-z\u00c0-\u024f\u0370-\u052f\u0590-\u06ff]/;

const joins = (before: string, after: string): boolean => SPACED.test(before) && SPACED.test(after);

/**
 * Whether one of the words stands within the text: Chinese by its characters, other scripts by whole words ("sample" stands in
 * "free sample, air" and not in "resampled").
 */
export function containsWord(text: string, words: readonly string[]): boolean {
  const within = foldText(text);
  if (within === "") return false;
  for (const word of foldedList(words)) {
    for (let at = within.indexOf(word); at >= 0; at = within.indexOf(word, at + 1)) {
      const end = at + word.length;
      const glued =
        (at > 0 && joins(within.charAt(at - 1), word.charAt(0))) ||
        (end < within.length && joins(word.charAt(word.length - 1), within.charAt(end)));
      if (!glued) return true;
    }
  }
  return false;
}
