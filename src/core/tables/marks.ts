import { tidy } from "../cells/text";
import type { Customer } from "../model";
import type { Policy } from "../policy/fields";
import type { GradeId } from "../policy/vocabulary";
import type { Column } from "./column";
import type { FieldId } from "./headers";
import { classOfWord, wordReader } from "./worded";

/** 4, 4.5, 4/5, 4分, ★★★★: a mark from 0 to 5. Anything else is listed; a mark of ten cannot be told from a slip. */
export function markReader(column: Column): (i: number, unclear: Set<FieldId>) => number | undefined {
  return (i, unclear) => {
    const text = column.text(i);
    if (!text) return undefined;
    const stars = /^(★+)☆*$/u.exec(text);
    const number = /^(\d(?:\.\d+)?) ?(?:\/ ?5|分|points?|stars?|星)?$/i.exec(text);
    const mark = stars ? stars[1]!.length : number ? Number(number[1]) : Number.NaN;
    if (mark <= 5) return mark;
    unclear.add("satisfaction");
    column.find("unreadable", i);
    return undefined;
  };
}

const PEOPLE = /^(\d+)(?: ?[-–~至到] ?(\d+)|(\+))? ?(?:人|名|员工|people|employees)?(以上)?$/i;

/** How large a company is: its people (120, 51-200人, 1000+), else words of the policy. A range that two classes share says neither. */
export function sizeReader(column: Column, policy: Policy): (i: number) => Customer["size"] {
  const words = wordReader(column, "size", policy, (word) => (PEOPLE.test(word) ? undefined : "word"));
  const classOf = (people: number) =>
    [policy["size.large.min"], policy["size.mid.min"]].findIndex((least) => people >= least);
  return (i) => {
    const text = column.text(i);
    const range = PEOPLE.exec(text.replace(/(\d)[,，](?=\d{3})/g, "$1"));
    if (!range) return { text, ids: words(i) };
    const people = Number(range[1]);
    const top = range[3] || range[4] ? Number.MAX_VALUE : Number(range[2] ?? people);
    const same = classOf(people) === classOf(top);
    if (!same) column.find("unreadable", i);
    return { text, ids: [], people: same ? people : undefined };
  };
}

/** The team's own grade, by the words of the policy, whatever signs stand around it (🟢 A级, [B]); undefined where no list has it. */
export const gradeOf = (text: string, policy: Policy): GradeId | undefined =>
  classOfWord(text, "grade", policy) ?? classOfWord(tidy(text.replace(/[^\p{L}\p{N}+-]+/gu, " ")), "grade", policy);
