import type { AxisId } from "../axes";
import type { Bilingual, Language } from "../bilingual";
import { foldText } from "../cells/text";
import type { Policy } from "./fields";
import { LABELLED } from "./policy";
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

/** The label rows of the policy under a view; "" is the usual word, as which the policy sheet reads it back too. */
export function presetLabels(id: string, language: Language): Record<string, string> {
  const { words } = presets()[id]!;
  const wordFor = (name: string): string => {
    const word = words[name]?.[language === "zh" ? 0 : 1];
    return word === undefined || word === usual(name)[language] ? "" : word;
  };
  return Object.fromEntries(renamed().map((name) => [`label.${name}`, wordFor(name)]));
}

/** The view whose words a policy has, in either language; undefined where the team has words of its own. */
export const presetOf = (policy: Policy): string | undefined =>
  Object.keys(presets()).find((id) =>
    (["zh", "en"] as const).some((language) =>
      Object.entries(presetLabels(id, language)).every(([key, word]) => (policy as never)[key] === word),
    ),
  );

/** Every word that we ever write for a class: the usual ones, and those of the views. */
export function everyWord(axis: string, id: string): string[] {
  const { zh, en } = usual(`${axis}.${id}`);
  return [zh, en, ...Object.values(presets()).flatMap(({ words }) => words[`${axis}.${id}`] || [])];
}
