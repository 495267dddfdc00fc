import type { Answers, Cell, Reading } from "./cell";
import { blank, isDateCell, read, unreadable } from "./cell";
import { foldText, isBlankWord, isSheetError } from "./text";

const YES: ReadonlySet<string> = new Set("true yes y 是 是的 有 对 对的 對 √ ✓ ✔ ☑ ✅ 1".split(" "));
const NO: ReadonlySet<string> = new Set("false no n 否 不 不是 无 無 没 没有 沒有 × ✗ ✘ ☒ ❌ 0".split(" "));

/** Longer than this is a note, not an answer: asking about each would be one question a row. */
const LONGEST_WORD = 40;

/**
 * Whether the cell says yes. A word that says neither (待确认, maybe, ?, a Latin x, which marks yes for some and no for others) is
 * asked about once: answer key `yes_no:` and the folded word. 无 is no here, not blank.
 */
export function readYesNo(cell: Cell, answers: Answers): Reading<boolean> {
  if (typeof cell === "boolean") return read(cell);
  if (typeof cell === "number") return cell === 1 ? read(true) : cell === 0 ? read(false) : unreadable;
  if (isDateCell(cell)) return unreadable;
  const word = foldText(cell);
  if (YES.has(word)) return read(true);
  if (NO.has(word)) return read(false);
  const answer = answers[`yes_no:${word}`];
  if (answer === "yes") return read(true);
  if (answer === "no") return read(false);
  if (isBlankWord(word)) return blank;
  if (isSheetError(cell) || word.length > LONGEST_WORD || /^[\d.,]+$/.test(word)) return unreadable;
  return { as: "ambiguous", ask: "yes_no", word };
}
