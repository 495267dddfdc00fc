import { AXES } from "../core/axes";
import { foldText } from "../core/cells/text";
import { isoOf } from "../core/day";
import type { Classified } from "../core/model";
import { stemOf } from "../core/plan";
import { labelOf, policyFrom } from "../core/policy/policy";
import { everyWord } from "../core/policy/presets";
import { gradeOf } from "../core/tables/marks";
import { COLUMN_IDS, missingColumns } from "./columns";
import { findingsOf } from "./findings";
import { levelCounts, tierCounts } from "./home";
import { languageOfPerson } from "./languages";
import { type Look, nameColumn, placeOf } from "./look";
import { policyChangesOf } from "./policy-changes";
import { beforeOf, policySentences } from "./policy-sheet";
import type { PreviewView } from "./views";

/** At most so many are listed; `total` counts all. */
const LISTED = 200;

const value = AXES.find((axis) => axis.id === "value")!;
const TIERS = Object.keys(value.classes);

/** Every word under which a class may stand in a cell of ours: as it is called now, as the last run called it, its id, any of our words. */
export function wordsOfClasses({ book, inForce, settings }: Look): (axis: string, id: string) => string[] {
  const policies = [inForce.policy, policyFrom(beforeOf(book)).policy];
  return (axis, id) => [
    ...policies.map((policy) => labelOf(policy, settings.language, axis, id)),
    id,
    ...everyWord(axis, id),
  ];
}

/** The tier that a text names, whatever signs stand around it; undefined where it is no word for one. */
function tierReader(now: Look): (text: string) => string | undefined {
  const bare = (text: string) => foldText(text.replace(/[^\p{L}\p{N}+-]+/gu, " ")) || foldText(text);
  const wordsOf = wordsOfClasses(now);
  const words = TIERS.flatMap((id) => wordsOf("value", id).map((word, rank) => ({ rank, word: bare(word), id })));
  // What a tier is called now goes before what another was called, or is called elsewhere.
  words.sort((a, b) => b.rank - a.rank);
  const tiers = new Map(words.map(({ word, id }) => [word, id]));
  return (text) => tiers.get(bare(text));
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
  const tierIn = tierReader(now);
  for (const one of outcome.classified) {
    const line = lines.get(one.customer.key);
    const text = line === undefined ? "" : image.cells[line]![tier]!;
    const from = typeof text === "string" && text !== "" ? tierIn(text) : undefined;
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

interface OwnGrade {
  readonly one: Classified;
  readonly grade: string;
  /** The same for all rows of one customer. */
  readonly line: string;
  /** Grades that his rows hold, as typed, where they are not the same one: which counts is not ours to say. */
  readonly clash: readonly string[];
}

/** Whom the team's own grade column puts elsewhere. Grades that no list knows are the team's own matter. */
export function gradesOf(now: Look): OwnGrade[] {
  const tierIn = tierReader(now);
  const lines = new Map<string, Map<string, string>>();
  const graded = now.outcome.classified.flatMap((one) => {
    const { grade: text, key, company } = one.customer;
    const grade = text && (gradeOf(text, now.inForce.policy) ?? tierIn(text));
    if (!grade || grade === "unrated") return [];
    const line = `${stemOf(key)}\n${company?.full}`;
    lines.set(line, (lines.get(line) || new Map<string, string>()).set(grade, text));
    return [{ one, grade, line }];
  });
  return graded
    .filter(({ one, grade }) => grade !== one.classes.value.id)
    .map((own) => {
      const texts = [...lines.get(own.line)!.values()];
      return { ...own, clash: texts.length > 1 ? texts : [] };
    });
}

function differsOf(now: Look): PreviewView["differs"] {
  const grade = now.customers.layout.columns.grade;
  if (!grade) return { total: 0, keep: 0, unrated: 0, column: "", list: [] };
  const found = gradesOf(now);
  const kept = new Map(found.filter(({ clash }) => clash.length === 0).map(({ line, one }) => [line, one]));
  return {
    total: found.length,
    keep: kept.size,
    unrated: [...kept.values()].filter(({ classes }) => classes.value.id === "unrated").length,
    column: grade.header,
    list: found.slice(0, LISTED).map(({ one: { customer, classes }, clash }) => ({
      key: customer.key,
      company: customer.name || customer.id,
      yours: customer.grade,
      ours: classes.value.id === "unrated" ? "" : now.words.label("value", classes.value.id),
      clash,
      why: now.words.because(classes.value.because),
      place: placeOf(now, "customers", customer.row, grade.index),
    })),
  };
}
