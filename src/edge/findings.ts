import type { Finding, FindingKind } from "../core/model";
import { sameCell } from "../core/plan";
import { LABELLED, policyFields, wordsRowOf } from "../core/policy/policy";
import { cellOf } from "../core/policy/sheet";
import { knownFields } from "../core/tables/headers";
import { languageOfPerson } from "./languages";
import { type Look, nameColumn, placeOf } from "./look";
import { policyPlaces } from "./policy-places";
import type { FaultyRow, Findings, HomeView } from "./views";

/** At most so many are listed in the sidebar; `total` counts all. */
const LISTED = 200;

/** Cells that were not used, the gravest first. */
const UNREAD: readonly FindingKind[] = [
  // One rate that is not read takes its currency out of every sum.
  "bad_rate",
  "unreadable",
  "ambiguous",
  "future",
  "unknown_word",
  "unknown_status",
  "no_rate",
];

/** What was used, or has no cell of its own, and a person should know of. */
const NOTED: readonly FindingKind[] = [
  "override_expired",
  "override_lost",
  "unmatched_order",
  "unmatched_contact",
  "unmatched_press",
  "owner_clash",
  "duplicate",
  "clash",
  "doubled_order",
  "equal_lines",
  "rate_twice",
  "rate_of_base",
  "refund_of_uncounted",
  "sample_in_text",
  "listed_status",
  "corrected",
  "no_answer",
  "no_clock",
];

/** What a person should look at, each with its place: cells that were not used, everything else, and rows of the policy. */
export const findingsOf = (now: Look, most = LISTED): Pick<HomeView, "unread" | "noted" | "faulty"> => ({
  unread: listed(now, UNREAD, most),
  noted: listed(now, NOTED, most),
  faulty: faultyRows(now),
});

function listed(now: Look, kinds: readonly FindingKind[], most: number): Findings {
  const found = now.outcome.findings.filter(({ kind }) => kinds.includes(kind));
  found.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
  const column = nameColumn(now);
  const language = languageOfPerson();
  return {
    total: found.length,
    list: found.slice(0, most).map((finding) => ({
      kind: finding.kind,
      field:
        knownFields().find(({ id }) => id === finding.field)?.label[language] ||
        LABELLED.find(({ id }) => id === finding.axis)?.label[language] ||
        "",
      text: finding.text,
      detail: finding.detail || wordsRow(now, finding) || moved(now, finding),
      count: finding.count || 0,
      place: placeOf(
        now,
        finding.table,
        finding.row,
        finding.column < 0 && finding.table === "customers" ? column : finding.column,
      ),
    })),
  };
}

/** To a row such as this one of the policy sheet a word can be added that no list knows. */
const wordsRow = ({ settings }: Look, { kind, field }: Finding): string | undefined =>
  kind === "unknown_word" ? wordsRowOf((field || "").replace("contact.", ""))?.label[settings.language] : undefined;

/** What was set by hand, and what the rules give by now. */
const moved = ({ words }: Look, { axis, was, now }: Finding): string =>
  axis
    ? [was, now]
        .flatMap((id) => id ?? [])
        .map((id) => words.label(axis, id))
        .join(" → ")
    : "";

/** Rows of the policy sheet with which something is wrong or strange, and whose cell does not hold the default. */
function faultyRows({ inForce: { sheet, problems, policy }, settings: { language } }: Look): FaultyRow[] {
  if (!sheet) return [];
  const placeOf = policyPlaces(sheet);
  const keys = problems.flatMap(({ problem }) => {
    const { key, above, other } = problem as Partial<Record<"key" | "above" | "other", string>>;
    return [key, above, other];
  });
  return [...new Set(keys)].flatMap((key = "") => {
    const [field, place] = [policyFields().byKey.get(key), placeOf(key)];
    if (!field || !place) return [];
    const usual = cellOf(field.fallback, field, { ...policy, [key]: field.fallback }, language);
    const cell = sheet.rows[sheet.rowOf.get(key)!]![sheet.places!.value] ?? "";
    return sameCell(cell, usual) ? [] : [{ key, label: field.label[languageOfPerson()], ...place }];
  });
}
