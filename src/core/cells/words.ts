import { foldText } from "./text";
import { simplify } from "./traditional";

/** A word in simplified characters too: a team that writes 廣交會 needs no list of its own. */
const foldWord = (text: string): string => simplify(foldText(text));

/** Lists of words live as long as the policy that holds them, and are asked once a row. */
const folded = new WeakMap<readonly string[], readonly string[]>();

/** The words as they are compared. */
export function foldedList(words: readonly string[]): readonly string[] {
  const known = folded.get(words);
  if (known) return known;
  const list = words.map(foldWord).filter((word) => word !== "");
  folded.set(words, list);
  return list;
}

/** Whether the whole cell is one of the words, whatever their case, width and spaces. An empty cell is none. */
export const matchWord = (text: string, words: readonly string[]): boolean =>
  foldedList(words).includes(foldWord(text));

/** Letters and digits of scripts that set spaces between words. */
const SPACED = /[0-9a-z\u00c0-\u024f\u0370-\u052f\u0590-\u06ff]/;

const joins = (before: string, after: string): boolean => SPACED.test(before) && SPACED.test(after);

/** Where a folded word stands within a folded text, at or after a place; -1: nowhere, or only as a part of other words. */
function placeOf(word: string, within: string, from = 0): number {
  for (let at = within.indexOf(word, from); at >= 0; at = within.indexOf(word, at + 1)) {
    const end = at + word.length;
    const glued =
      (at > 0 && joins(within.charAt(at - 1), word.charAt(0))) ||
      (end < within.length && joins(word.charAt(word.length - 1), within.charAt(end)));
    if (!glued) return at;
  }
  return -1;
}

/**
 * Whether one of the words stands within the text: Chinese by its characters, other scripts by whole words ("sample" stands in
 * "free sample, air" and not in "resampled").
 */
export function containsWord(text: string, words: readonly string[]): boolean {
  const within = foldWord(text);
  return within !== "" && foldedList(words).some((word) => placeOf(word, within) >= 0);
}

/** "not", and what may stand between it and its word. */
const DENIED = /(?:[不没未无非][是有见很太够]{0,2}|\b(?:not|no|never|isn't|wasn't)(?: (?:very|too|so|really))?) ?$/;

/**
 * The words of several lists that stand within the text, each with the number of its list. Of two that share a place the
 * longer counts ("not interested" before "interested"); one that is denied ("不活跃") says nothing.
 */
export function wordsWithin(text: string, lists: readonly (readonly string[])[]): { word: string; list: number }[] {
  const within = foldWord(text);
  const found: { word: string; list: number; at: number }[] = [];
  lists.forEach((words, list) => {
    for (const word of foldedList(words))
      for (let at = placeOf(word, within); at >= 0; at = placeOf(word, within, at + 1)) found.push({ word, list, at });
  });
  found.sort((a, b) => b.word.length - a.word.length || a.at - b.at);
  const taken: typeof found = [];
  for (const one of found)
    if (!taken.some(({ at, word }) => one.at < at + word.length && at < one.at + one.word.length)) taken.push(one);
  return taken.filter(({ at }) => !DENIED.test(within.slice(0, at)));
}
