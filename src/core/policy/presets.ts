import type { AxisId } from "../axes";
import type { Bilingual, Language } from "../bilingual";
import { foldText } from "../cells/text";
import type { Policy } from "./fields";
import { defaultPolicy, LABELLED } from "./policy";
import presets from "./preset-words";

export interface PresetChoice {
  readonly id: string;
  readonly name: Bilingual;
  /** What it shows beside the tier. */
  readonly axes: readonly AxisId[];
}

/** The five views of the concept, in the order of its articles. They choose axes and words, and never a class. */
export const presetChoices = (): PresetChoice[] =>
  Object.entries(presets()).map(([id, { name, axes }]) => ({ id, name, axes: axes.split(" ") as AxisId[] }));

/** A view by its id or its name in either language. */
export function presetNamed(text: string): PresetChoice | undefined {
  const wanted = foldText(text);
  return presetChoices().find(({ id, name }) => [id, name.zh, name.en].some((one) => foldText(one) === wanted));
}

/** Classes, as "axis.class", for which any view has a word of its own. Words for all others are the team's alone. */
const renamed = (): string[] => [...new Set(Object.values(presets()).flatMap(({ words }) => Object.keys(words)))];

/** What we call a class where nobody says otherwise. */
function usual(name: string): Bilingual {
  const [axis, id] = name.split(".");
  return LABELLED.find((one) => one.id === axis)!.classes[id!]!;
}

/** Words of the team's own for classes that views rename too: they stay under any view. */
export const ownWords = (policy: Policy): { name: string; axis: string; word: string }[] =>
  renamed().flatMap((name) => {
    const [axis, id] = name.split(".") as [string, string];
    const word = policy[`label.${name}` as `label.${string}.${string}`]!;
    return word === "" || everyWord(axis, id).includes(word) ? [] : [{ name, axis, word }];
  });

/**
 * The label rows of a policy that a view writes: all but those with a word of the team's own. "" is the usual word, as which
 * the policy sheet reads it back too.
 */
export function presetLabels(id: string, language: Language, policy = defaultPolicy()): Record<string, string> {
  const { words } = presets()[id]!;
  const wordFor = (name: string): string => {
    const word = words[name]?.[language === "zh" ? 0 : 1];
    return word === undefined || word === usual(name)[language] ? "" : word;
  };
  const own = ownWords(policy);
  const free = renamed().filter((name) => !own.some((one) => one.name === name));
  return Object.fromEntries(free.map((name) => [`label.${name}`, wordFor(name)]));
}

/** The view whose words a policy has beside the team's own, in either language; undefined where none or several fit. */
export function presetOf(policy: Policy): string | undefined {
  const fitting = Object.keys(presets()).filter((id) =>
    (["zh", "en"] as const).some((language) =>
      Object.entries(presetLabels(id, language, policy)).every(([key, word]) => (policy as never)[key] === word),
    ),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Every word that we ever write for a class: the usual ones, and those of the views. */
export function everyWord(axis: string, id: string): string[] {
  const { zh, en } = usual(`${axis}.${id}`);
  return [zh, en, ...Object.values(presets()).flatMap(({ words }) => words[`${axis}.${id}`] || [])];
}
