import type { Finding, FindingKind } from "../core/model";
import { FIELDS } from "../core/tables/headers";
import { languageOfPerson, person } from "./languages";
import { type Look, nameColumn, placeOf } from "./look";
import type { Findings } from "./views";

/** At most so many are listed; `total` counts all. */
const LISTED = 200;

/** What a person should look at first. */
const ORDER: readonly FindingKind[] = [
  "unreadable",
  "ambiguous",
  "future",
  "unknown_status",
  "no_rate",
  "unmatched_order",
  "duplicate",
  "clash",
  "refund_of_uncounted",
  "sample_in_text",
  "listed_status",
  "corrected",
  "no_clock",
];

/** Cells and rows to look at, the gravest first, each with its place and a sentence. */
export function findingTexts(now: Look): Findings {
  const rank = new Map(ORDER.map((kind, i) => [kind, i]));
  const { findings } = now.outcome;
  const sorted = findings.slice().sort((a, b) => rank.get(a.kind)! - rank.get(b.kind)!);
  const column = nameColumn(now);
  return {
    total: findings.length,
    list: sorted.slice(0, LISTED).map((finding) => ({
      text: sentenceOf(finding),
      place: placeOf(
        now,
        finding.table,
        finding.row,
        finding.column < 0 && finding.table === "customers" ? column : finding.column,
      ),
    })),
  };
}

function sentenceOf(finding: Finding): string {
  const language = languageOfPerson();
  const field = FIELDS.find(({ id }) => id === finding.field)?.label[language] ?? "";
  return person().findings[finding.kind](field, finding.text, finding.detail ?? "");
}
