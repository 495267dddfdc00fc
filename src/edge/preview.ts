import { AXES } from "../core/axes";
import { foldText } from "../core/cells/text";
import { isoOf } from "../core/day";
import type { Classified } from "../core/model";
import { labelOf } from "../core/policy/policy";
import { everyWord } from "../core/policy/presets";
import { gradeOf } from "../core/tables/marks";
import { COLUMN_IDS, missingColumns } from "./columns";
import { findingsOf } from "./findings";
import { levelCounts, tierCounts } from "./home";
import { languageOfPerson } from "./languages";
import { type Look, nameColumn, placeOf } from "./look";
import { policyChangesOf } from "./policy-changes";
import { policySentences } from "./policy-sheet";
import type { PreviewView } from "./views";

/** At most so many are listed; `total` counts all. */
const LISTED = 200;

const value = AXES.find((axis) => axis.id === "value")!;
const TIERS = Object.keys(value.classes);

/** The tier of a cell: the team's word for it, any word of ours or the id; undefined where the text is none of them. */
function tierIn(text: string, now: Look): string | undefined {
  const word = foldText(text);
  return TIERS.find((id) =>
    [id, ...everyWord("value", id), labelOf(now.inForce.policy, now.settings.language, "value", id)].some(
      (one) => foldText(one) === word,
    ),
  );
}

/** Screen 4: what a run would write. */
export function previewOf(now: Look): PreviewView {
  const { outcome, image, book, inForce, settings } = now;
  return {
    fingerprint: outcome.fingerprint,
    day: isoOf(book.clock.today),
    first: image.cells.every((row, line) => image.keys[line] === undefined || row.every((cell) => cell === "")),
    customers: outcome.counts.customers,
    columnsToAdd: missingColumns(now.customers.ours).length,
    cells: now.changes.length,
    tiers: tierCounts(now),
    levels: levelCounts(now),
    changes: changesOf(now),
    ...findingsOf(now),
    differs: differsOf(now),
    notices: policySentences(inForce.problems, inForce.policy, settings.language, languageOfPerson()),
    policy: policyChangesOf(now),
    rebased: inForce.rebased ? { from: inForce.rebased.from, to: inForce.rebased.to } : null,
  };
}

function changesOf(now: Look): PreviewView["changes"] {
  const { outcome, image, words } = now;
  const tier = COLUMN_IDS.indexOf("tier");
  const lines = new Map(image.keys.map((key, line) => [key, line]));
  const list: PreviewView["changes"]["list"][number][] = [];
  let up = 0;
  let down = 0;
  const column = nameColumn(now);
  for (const one of outcome.classified) {
    const line = lines.get(one.customer.key);
    const text = line === undefined ? "" : image.cells[line]![tier]!;
    const from = typeof text === "string" && text !== "" ? tierIn(text, now) : undefined;
    const to = one.classes.value.id;
    if (from === undefined || from === to) continue;
    if (TIERS.indexOf(to) < TIERS.indexOf(from)) up++;
    else down++;
    if (list.length < LISTED) {
      list.push({
        company: one.customer.name || one.customer.id,
        from: words.label("value", from),
        to: words.label("value", to),
        why: words.because(one.classes.value.because),
        place: placeOf(now, "customers", one.customer.row, column),
      });
    }
  }
  return { total: up + down, up, down, list };
}

/** Whom the team's own grade column puts elsewhere. Grades that no list knows are the team's own matter. */
export function gradesOf(now: Look): { readonly one: Classified; readonly grade: string }[] {
  const { policy } = now.inForce;
  return now.outcome.classified.flatMap((one) => {
    const { grade: text } = one.customer;
    if (text === "") return [];
    const grade = gradeOf(text, policy) ?? tierIn(text, now);
    return grade === undefined || grade === "unrated" || grade === one.classes.value.id ? [] : [{ one, grade }];
  });
}

function differsOf(now: Look): PreviewView["differs"] {
  const grade = now.customers.layout.columns.grade;
  if (!grade) return { total: 0, column: "", list: [] };
  const found = gradesOf(now);
  return {
    total: found.length,
    column: grade.header,
    list: found.slice(0, LISTED).map(({ one: { customer, classes } }) => ({
      key: customer.key,
      company: customer.name || customer.id,
      yours: customer.grade,
      ours: now.words.label("value", classes.value.id),
      why: now.words.because(classes.value.because),
      place: placeOf(now, "customers", customer.row, grade.index),
    })),
  };
}
