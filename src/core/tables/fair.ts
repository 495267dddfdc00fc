import { containsWord, matchWord, wordsWithin } from "../cells/words";
import type { Customer } from "../model";
import type { Policy } from "../policy/fields";
import { VOCABULARY } from "../policy/vocabulary";
import type { Column } from "./column";
import { wordReader } from "./worded";

type Fair = Pick<Customer, "fair" | "fairMark" | "fairSaid">;

/**
 * How each customer was at the fair: by the mark, else by words of the notes (A049–51, A059).
 *
 * @param fair the column of marks; where it names the fair (广交会, Expo 2026), the notes decide
 */
export function fairReader(fair: Column, notes: Column, policy: Policy): (i: number, ofFair: boolean) => Fair {
  const marks = wordReader(fair, "fair", policy, (word) =>
    containsWord(word, policy["source.fair"]) ? undefined : "word",
  );
  const ids = VOCABULARY.fair;
  const lists = ids.map((id) => policy[`fair.${id}`].filter((word) => !matchWord(word, policy["fair.mark_only"])));
  return (i, ofFair) => {
    const text = fair.text(i);
    const [mark, second] = marks(i);
    if (second) return { fair: text, fairSaid: text };
    if (mark) return { fair: text, fairMark: mark };
    const said = ofFair || text ? wordsWithin(notes.text(i), lists) : [];
    if (!said.length) return { fair: text };
    const one = said.every(({ list }) => list === said[0]!.list);
    return {
      fair: text,
      fairMark: one ? ids[said[0]!.list] : undefined,
      fairSaid: [...new Set(said.map(({ word }) => word))].join(", "),
    };
  };
}
