import type { Place, Question, RebaseAnswer, RebaseQuestion } from "../src/edge/views";
import type { SidebarTexts } from "../src/texts/sidebar.en";
import type { Choice } from "./parts";

/** A question as it is put to the person. */
export interface WordedQuestion {
  readonly text: string;
  readonly choices: readonly Choice[];
  /** The value that we would take; "" for none. */
  readonly proposal: string;
  /** The cell that is asked about; null where it is none. */
  readonly place: Place | null;
}

/** What a column holds, or how cells of it are meant. An answer without a name and words of its own leaves them out. */
export function worded(question: Question, { questions }: SidebarTexts): WordedQuestion {
  const { ask, header, cells, example, options, proposal, place } = question;
  const answers = questions.answers[ask] ?? {};
  return {
    text: questions.asked[ask](header, cells, example),
    choices: options.map(({ value, label }) => ({ value, label: answers[value] ?? (label || questions.leaveOut) })),
    proposal,
    place,
  };
}

/** What the limits mean under another base currency. Without a fixed rate between the two they cannot be converted. */
export function wordedRebase({ from, to, rate }: RebaseQuestion, { rebase }: SidebarTexts): WordedQuestion {
  const choice = (value: RebaseAnswer, label: string): Choice => ({ value, label });
  return {
    text: rebase.text(from, to),
    choices: [
      ...(rate === null ? [] : [choice("convert", rebase.convert(to, rate, from))]),
      choice("keep", rebase.keep(to)),
      choice("back", rebase.back(from)),
    ],
    proposal: "",
    place: null,
  };
}
