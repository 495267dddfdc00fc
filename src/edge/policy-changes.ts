import { isDateCell } from "../core/cells/cell";
import { isoOf } from "../core/day";
import type { Policy, PolicyField } from "../core/policy/fields";
import { changedFields, policyFields, policyFrom, policyValue } from "../core/policy/policy";
import { presetLabels, presetNamed, presetOf } from "../core/policy/presets";
import { cellOf } from "../core/policy/sheet";
import { grouped } from "../texts/numbers";
import { say } from "../texts/say";
import { openBook } from "./book";
import { a1Of, fromCell } from "./cells";
import { Plain } from "./define";
import { languageOfPerson, languageOfTeam, person, wordsIn } from "./languages";
import { lockDocument } from "./lock";
import type { Look } from "./look";
import { beforeOf, missingRows, policyInForce } from "./policy-sheet";
import type { PolicyChanges } from "./views";

/** At most so many are listed; `total` counts all. */
const LISTED = 5;

/** The policy of the last run; before anything was saved, the default. */
const policyBefore = ({ book }: Look): Policy => policyFrom(beforeOf(book)).policy;

/** How many values of the policy are others than at the last run. */
export const changedSince = (now: Look): number => changedFields(policyBefore(now), now.inForce.policy).length;

/** A value in words; of a list only the words that the other one lacks. */
function textOf(field: PolicyField, policy: Policy, other: Policy): string {
  const value = policyValue(policy, field.key);
  if (typeof value === "object") {
    const there = policyValue(other, field.key) as readonly string[];
    return value.filter((word) => !there.includes(word)).join(", ");
  }
  const cell = cellOf(value, field, policy, languageOfPerson());
  if (isDateCell(cell)) return isoOf(cell.day);
  return typeof cell === "number" ? grouped(cell) : String(cell ?? "");
}

/** What the preview says of the policy before anything is graded by it. */
export function policyChangesOf(now: Look): PolicyChanges {
  const { inForce, settings } = now;
  const { sheet } = inForce;
  const before = policyBefore(now);
  const changed = changedFields(before, inForce.policy);
  const language = languageOfPerson();
  const [from, to] = [before, inForce.policy].map((policy) => presetNamed(presetOf(policy) || ""));
  const words = to && to.id !== from?.id ? presetLabels(to.id, settings.language, inForce.policy) : {};
  const fields = changed.filter(({ key }) => !(key in words));
  const chosen = changed.length - fields.length;
  const list: PolicyChanges["list"][number][] = fields.slice(0, LISTED).map((field) => {
    const row = sheet?.rowOf.get(field.key);
    return {
      key: field.key,
      label: field.label[language],
      from: textOf(field, before, inForce.policy),
      to: textOf(field, inForce.policy, before),
      own: JSON.stringify(policyValue(inForce.policy, field.key)) !== JSON.stringify(field.fallback),
      place:
        sheet?.places && row !== undefined
          ? {
              sheetId: sheet.tab.getSheetId(),
              sheet: wordsIn(settings.language).tabs.policy,
              a1: a1Of(row, sheet.places.value),
            }
          : null,
    };
  });
  const more = fields.length - list.length;
  if (chosen > 0)
    list.unshift({
      key: "",
      label: say(person().wordsChosen, { 0: chosen }),
      from: from?.name[language] || "",
      to: to!.name[language],
      own: false,
      place: null,
    });
  return {
    total: changed.length,
    list,
    more,
    rows: missingRows(inForce, settings.language).length,
  };
}

/** Puts the default back into the cell of one value of the policy sheet; nothing else is written. */
export function resetPolicy(key: string): void {
  lockDocument();
  const book = openBook();
  const language = languageOfTeam(book.saved);
  const { sheet, policy } = policyInForce(book, language);
  const field = policyFields().byKey.get(key);
  const row = sheet?.rowOf.get(key);
  if (!field || !sheet?.places || row === undefined) throw new Plain("policyRowGone");
  const cell = cellOf(field.fallback, field, { ...policy, [key]: field.fallback } as Policy, language);
  sheet.tab.getRange(row + 1, sheet.places.value + 1).setValue(fromCell(cell));
}
