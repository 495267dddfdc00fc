import type { Bilingual } from "../bilingual";
import table, { type FieldId } from "./headers.table";

export type { FieldId } from "./headers.table";

/** The kinds of sheet that a team keeps. */
export type Table = "customers" | "orders" | "contacts";

/** What the cells of a column are read as. */
export type FieldKind =
  | "text"
  | "note" // free text, of which a sheet may have several columns
  | "id"
  | "company"
  | "amount"
  | "day"
  | "country"
  | "yes_no"
  | "count"
  | "status"
  | "currency";

/** A field as it is declared: the labels are headers too and stand nowhere else. */
export type Words = readonly [kind: FieldKind, zh: string, en: string, synonyms: string, weaker?: string];

export interface Field {
  readonly id: FieldId;
  readonly table: Table;
  /** The salesperson's word for it. */
  readonly label: Bilingual;
  readonly kind: FieldKind;
  /** Headers that can mean nothing else in this table. Case, spaces, punctuation and traditional characters are folded. */
  readonly synonyms: readonly string[];
  /** Headers that mean it where none of the synonyms stands in the sheet. */
  readonly weaker: readonly string[];
}

/** A question as it is declared. */
export interface Asking {
  readonly headers: string;
  /** Those that another column already holds are not offered any more; with none left nothing is asked. */
  readonly options: readonly FieldId[];
  readonly proposal?: FieldId;
}

/** 最近{联系|跟进}日期 -> 最近联系日期, 最近跟进日期. */
function spellings(header: string): string[] {
  const [group, choices] = /\{(.*?)\}/.exec(header) || [];
  if (group === undefined) return [header];
  return choices!.split("|").flatMap((choice) => spellings(header.replace(group, choice)));
}

/** Every header of a text of the table. */
const words = (headers: string): readonly string[] => (headers.match(/(?:\{.*?\}|[^{|])+/g) || []).flatMap(spellings);

const PREFIXES: Readonly<Record<Table, string>> = { customers: "", orders: "order.", contacts: "contact." };

let made: readonly Field[] | undefined;

/** Every field that is looked for, in the order in which the columns are shown to the person. */
export function knownFields(): readonly Field[] {
  made ??= Object.entries(table().fields).flatMap(([of, declared]) =>
    Object.entries<Words>(declared).map(([key, [kind, zh, en, synonyms, weaker = ""]]) => ({
      id: (PREFIXES[of as Table] + key) as FieldId,
      table: of as Table,
      label: { zh, en },
      kind,
      synonyms: words(synonyms),
      weaker: words(weaker),
    })),
  );
  return made;
}

/** Headers of this table that are asked about. */
export const asked = (of: Table) => table().asked[of].map((one) => ({ ...one, headers: words(one.headers) }));

/** Headers that are no field of ours, by what they say of their sheet. */
export const others = () =>
  Object.entries(table().others).map(([is, headers]) => ({
    is: is as keyof ReturnType<typeof table>["others"],
    headers: words(headers),
  }));
