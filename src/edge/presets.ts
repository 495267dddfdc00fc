import { AXES, type AxisId } from "../core/axes";
import type { Policy } from "../core/policy/fields";
import { policyFrom } from "../core/policy/policy";
import {
  ownWords,
  type PresetChoice,
  presetChoices,
  presetLabels,
  presetNamed,
  presetOf,
} from "../core/policy/presets";
import { type Book, openBook } from "./book";
import { shownAxes } from "./columns";
import { Plain } from "./define";
import { languageOfPerson, languageOfTeam } from "./languages";
import { lockDocument } from "./lock";
import { type Look, look, lookAt } from "./look";
import { keepPolicy, policyInForce, problemText, showPolicy } from "./policy-sheet";
import { previewOf } from "./preview";
import { putAxes } from "./shown";
import type { PresetsView, PreviewView } from "./views";
import { wordsOf } from "./words";

/** Words of an axis that stand in an example line. */
const EXAMPLES = 3;

const axisOf = (id: string) => AXES.find((axis) => axis.id === id)!;

function choiceOf(id: string): PresetChoice {
  const found = presetNamed(id);
  if (!found)
    throw new Plain(
      "noSuchPreset",
      id,
      presetChoices()
        .map((one) => one.id)
        .join(", "),
    );
  return found;
}

/** The policy with the words of a view, in the language of the team. */
function policyWith(book: Book, policy: Policy, id: string): Policy {
  const { policy: changed, problems } = policyFrom(presetLabels(id, languageOfTeam(book.saved), policy), policy);
  const person = languageOfPerson();
  if (problems.length > 0)
    throw new Plain("badPolicy", problems.map((problem) => problemText(problem, changed, person)).join(" "));
  return changed;
}

/** While a cell of the policy sheet cannot be used, words written beside it would not be in force. */
function goodPolicy({ inForce }: Pick<Look, "inForce">): Policy {
  if (inForce.problems.length > 0) throw new Plain("policyBad");
  if (inForce.rebased) throw new Plain("policyAsked");
  return inForce.policy;
}

/** The five views, and what one of them would change; "" for none. Nothing is written. */
export function presets(id: string): PresetsView {
  const book = openBook();
  const now = look(book, book.saved.settings);
  const { policy } = now.inForce;
  const { language } = now.settings;
  const shown = languageOfPerson();
  return {
    list: presetChoices().map((one) => {
      const words = wordsOf(policyFrom(presetLabels(one.id, language, policy), policy).policy, language);
      return {
        id: one.id,
        name: one.name[shown],
        axes: (["value", ...one.axes] as const).map((axis) => ({
          label: axisOf(axis).label[shown],
          words: Object.keys(axisOf(axis).classes)
            .slice(0, EXAMPLES)
            .map((cls) => words.label(axis, cls)),
        })),
      };
    }),
    current: presetOf(policy) || "",
    own: ownWords(policy).map(({ axis, word }) => ({ axis: axisOf(axis).label[shown], word })),
    change: id === "" ? null : changeOf(book, now, choiceOf(id)),
  };
}

/** What is another word, and another column, under a view. Classes stay: only policy rows of words differ. */
function changeOf(book: Book, now: Look, choice: PresetChoice): NonNullable<PresetsView["change"]> {
  const { words, customers } = now;
  const after = lookBy(now, policyWith(book, goodPolicy(now), choice.id));
  const language = languageOfPerson();
  const gone = shownAxes(customers.ours).filter((id) => !choice.axes.includes(id));
  const labels = (ids: readonly string[]) => ids.map((id) => axisOf(id).label[language]);
  return {
    id: choice.id,
    words: AXES.flatMap(({ id: axis, label, classes }) =>
      Object.keys(classes).flatMap((cls) => {
        const [from, to] = [words.label(axis, cls), after.words.label(axis, cls)];
        return from === to ? [] : [{ axis: label[language], from, to }];
      }),
    ),
    added: labels(choice.axes.filter((id) => customers.ours[`axis.${id}`] === undefined)),
    removed: labels(gone),
    cells: after.changes.length,
    // What comes is written with it, and what goes needs no words.
    rest: after.changes.filter(({ column }) => !gone.includes(column.slice("axis.".length) as AxisId)).length,
  };
}

/**
 * Puts the words of a view into the policy and, where wished, its axes into the customer sheet; gives what a run would
 * then write.
 */
export function usePreset(id: string, columns: boolean): PreviewView {
  lockDocument();
  // The list of views, a moment ago, asked for the zone.
  const book = openBook(true);
  const now = look(book, book.saved.settings);
  const choice = choiceOf(id);
  const policy = policyWith(book, goodPolicy(now), choice.id);
  const settle = () => {
    showPolicy(book, policy, now.settings.language, now.inForce.sheet);
    keepPolicy(book, policy);
    return lookBy(now, policy);
  };
  return previewOf(columns ? putAxes(now, choice.axes, settle) : settle());
}

/** What follows from another policy over the same sheets. */
const lookBy = (now: Look, policy: Policy): Look =>
  lookAt(now.book, now.settings, now, undefined, { ...now.inForce, policy });

/** `--preset`: the words of a view by its id or name, before or after the set-up. Gives the axes that it shows. */
export function setPreset(name: string): readonly string[] {
  const book = openBook();
  const language = languageOfTeam(book.saved);
  const { id, axes } = choiceOf(name);
  const policy = policyWith(book, goodPolicy({ inForce: policyInForce(book, language) }), id);
  showPolicy(book, policy, language);
  keepPolicy(book, policy);
  return axes;
}
