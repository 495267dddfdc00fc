import { readCurrency } from "../cells/amount";
import type { Rows } from "../cells/cell";
import { foldText } from "../cells/text";
import { simplify } from "../cells/traditional";
import type { Currency } from "../money";
import { asked, type Field, type FieldId, knownFields, others, type Table } from "./synonyms";

export type { Field, FieldId, FieldKind, Table } from "./synonyms";
export { knownFields } from "./synonyms";

/** A column of the team's, found by its header. */
export interface FoundColumn {
  /** 0-based. */
  readonly index: number;
  /** As typed, line breaks included. */
  readonly header: string;
  /** 2 for the second column of the same header, 3 for the third; left out for the first. */
  readonly nth?: number;
  /** The currency that the header of an amount names: 金额(USD). */
  readonly currency?: Currency;
  /** What the numbers of the column are multiplied by: 10000 for 万, 1000 for k, else 1. */
  readonly scale: number;
}

/** A column that could mean two things, or one of two columns for one field. It is not used until answered. */
export interface ColumnQuestion {
  readonly column: FoundColumn;
  /** At least one; that it is none of them is always an answer too. */
  readonly options: readonly FieldId[];
  readonly proposal?: FieldId;
}

export interface Layout {
  /** 0-based; where the header has two rows, the lower one. Customers begin in the row below. */
  readonly headerRow: number;
  readonly columns: Readonly<Partial<Record<FieldId, FoundColumn>>>;
  readonly questions: readonly ColumnQuestion[];
  /** At least half of the headers are Chinese. */
  readonly chinese: boolean;
  /** Columns with a header that is no field of ours, from left to right. */
  readonly unused: readonly FoundColumn[];
}

/** What the team answered: the header of a field as {@link columnName} gives it; null where the sheet has no such column. */
export type FixedColumns = Readonly<Partial<Record<FieldId, string | null>>>;

const HEADER_ROWS = 10;
const LONGEST_HEADER = 80;

type Meaning =
  | { readonly is: "field"; readonly field: Field; readonly weaker: boolean }
  | { readonly is: "asked"; readonly options: readonly FieldId[]; readonly proposal?: FieldId }
  | { readonly is: "bare_name" | "person" | "profile" | "order" | "foreign" };

/** A header cell, or two of a two-row header, with what it says in this table. */
interface Head {
  readonly column: FoundColumn;
  readonly folded: string;
  readonly meaning?: Meaning;
  /** Words in brackets after the header of an amount that are neither unit nor currency: 金额(未付). */
  readonly remark: boolean;
}

/** A header without case, spaces, punctuation, emoji, (必填) and traditional characters; "" where nothing is left. */
export function foldHeader(header: string): string {
  const text = foldText(header).replace(/[([【{]\s*(?:必填项?|选填|選填|required|optional|mandatory)\s*[)\]】}]/gu, "");
  // "Order #" is an order's number; a "#" alone is the row's.
  const numbered = /\p{L}/u.test(text) ? text.replace(/#/gu, "no") : text;
  return simplify(numbered.replace(/[^\p{L}\p{N}]/gu, ""));
}

const dictionaries = new Map<Table, Map<string, Meaning>>();

/** Folded header -> meaning. Made when first asked for: a bundle that is only loaded must not pay for it. */
function dictionaryOf(table: Table): Map<string, Meaning> {
  const made = dictionaries.get(table);
  if (made) return made;
  const words = new Map<string, Meaning>();
  const add = (headers: readonly string[], meaning: Meaning) => {
    for (const header of headers) {
      const folded = foldHeader(header);
      if (!words.has(folded)) words.set(folded, meaning);
    }
  };
  const own = knownFields().filter((field) => field.table === table);
  for (const field of own) {
    add([...field.synonyms, field.label.zh, field.label.en], { is: "field", field, weaker: false });
  }
  for (const field of own) add(field.weaker, { is: "field", field, weaker: true });
  for (const { headers, options, proposal } of asked(table)) {
    add(headers, { is: "asked", options, ...(proposal && { proposal }) });
  }
  for (const { is, headers } of others()) add(headers, { is });
  dictionaries.set(table, words);
  return words;
}

const SCALES: readonly (readonly [string, number])[] = [
  ["千万", 1e7],
  ["百万", 1e6],
  ["十万", 1e5],
  ["亿", 1e8],
  ["万", 1e4],
  ["千", 1e3],
  ["millions", 1e6],
  ["million", 1e6],
  ["mio", 1e6],
  ["mn", 1e6],
  ["m", 1e6],
  ["thousands", 1e3],
  ["thousand", 1e3],
  ["000s", 1e3],
  ["000", 1e3],
  ["k", 1e3],
  ["w", 1e4],
];

interface Unit {
  readonly currency?: Currency;
  readonly scale: number;
}

/** 万, USD, 万美元, k, USD k, 单位:元; undefined where the words are no unit. */
function unitOf(words: string): Unit | undefined {
  const text = simplify(words).replace(/^(?:单位[为為]?|unit)/u, "");
  if (text === "") return undefined;
  // A lone sign leaves the currency to the cells' own rule, $ and ¥ being several.
  if (/^[$¥]$/u.test(text)) return { scale: 1 };
  const whole = readCurrency(text);
  if (whole) return { currency: whole, scale: 1 };
  for (const [word, scale] of SCALES) {
    if (text === word) return { scale };
    const rest = text.startsWith(word)
      ? text.slice(word.length)
      : text.endsWith(word)
        ? text.slice(0, -word.length)
        : "";
    const currency = rest === "" ? undefined : readCurrency(rest);
    if (currency) return { currency, scale };
  }
  return undefined;
}

const isAmount = (meaning: Meaning | undefined): boolean =>
  meaning?.is === "field"
    ? meaning.field.kind === "amount"
    : meaning?.is === "asked" &&
      meaning.options.some((id) => knownFields().some((f) => f.id === id && f.kind === "amount"));

const BRACKETS = /[([【{][^)\]】}]*[)\]】}]/gu;
const HAN = /[\u3400-\u9fff]/u;

/** The words of a header as people divide them: 金额(USD) -> 金额, USD; orderDate -> order, Date. */
const piecesOf = (header: string): string[] =>
  header
    .normalize("NFKC")
    .replace(/([a-z])([A-Z])/gu, "$1 $2")
    .replace(/([\u3400-\u9fff])([A-Za-z$€£¥])/gu, "$1 $2")
    .replace(/([A-Za-z$€£¥])([\u3400-\u9fff])/gu, "$1 $2")
    .toLowerCase()
    .split(/[\s()[\]【】{}<>|:,;、。/\\_'’"“”*.–—-]+/u)
    .filter((piece) => piece !== "");

interface Said extends Unit {
  readonly meaning?: Meaning;
  readonly remark: boolean;
}

const NOTHING: Said = { remark: false, scale: 1 };
const CACHED_SAYINGS = 2000;
const sayings = new Map<string, Said>();

/** What a header says in this table, with its unit. */
function sayingOf(header: string, table: Table): Said {
  // A sentence is no header; the first rows hold notes, titles and customers too.
  if (header.length > LONGEST_HEADER || !/\p{L}/u.test(header)) return NOTHING;
  const key = `${table}:${header}`;
  const known = sayings.get(key);
  if (known) return known;
  const said = understand(header, table);
  if (sayings.size >= CACHED_SAYINGS) sayings.clear();
  sayings.set(key, said);
  return said;
}

function understand(header: string, table: Table): Said {
  const words = dictionaryOf(table);
  const pieces = piecesOf(header);
  const units = pieces.map(unitOf);
  const found = units.filter((unit) => unit !== undefined);
  const currency = found.find((unit) => unit.currency)?.currency;
  const unit: Unit = { scale: found.reduce((scale, each) => scale * each.scale, 1), ...(currency && { currency }) };
  const of = (meaning: Meaning | undefined, remark = false, as: Unit = unit): Said =>
    isAmount(meaning) ? { meaning: meaning!, remark, ...as } : { ...(meaning && { meaning }), remark: false, scale: 1 };

  const whole = words.get(foldHeader(header));
  if (whole) return of(whole);

  // 年采购额/万, Amount in USD: the words that are left without the unit.
  if (found.length > 0) {
    const rest = pieces.filter((piece, i) => !units[i] && piece !== "in" && piece !== "单位" && piece !== "單位");
    const meaning = words.get(foldHeader(rest.join(" ")));
    if (isAmount(meaning)) return of(meaning);
  }

  // 金额万元, 美元金额: a unit that is glued to the word.
  const folded = foldHeader(header.normalize("NFKC").replace(BRACKETS, ""));
  for (let length = Math.min(4, folded.length - 1); length > 0; length--) {
    for (const [glued, rest] of [
      [folded.slice(-length), folded.slice(0, -length)],
      [folded.slice(0, length), folded.slice(length)],
    ] as const) {
      const meaning = HAN.test(glued) || length === 3 ? words.get(rest) : undefined;
      const inside = isAmount(meaning) ? unitOf(glued) : undefined;
      if (inside) return of(meaning, false, inside);
    }
  }

  // 下单日期(年月日), and a second line that explains the first.
  const text = header.normalize("NFKC");
  const main = words.get(foldHeader(text.replace(BRACKETS, " ").split("\n")[0]!));
  if (main) return of(main, isAmount(main) && found.length === 0);

  // 客户名称 Company Name: two languages that say the same.
  for (const parts of [text.split(/[/|\n]|[([【{]/u), twoLanguages(text)]) {
    const meanings = parts.map((part) => words.get(foldHeader(part)));
    const first = meanings[0];
    if (parts.length > 1 && first && meanings.every((each) => sameMeaning(each, first))) return of(first);
  }
  return NOTHING;
}

function sameMeaning(a: Meaning | undefined, b: Meaning): boolean {
  if (!a || a.is !== b.is) return false;
  if (a.is === "field" && b.is === "field") return a.field.id === b.field.id;
  return a.is !== "asked" || (b.is === "asked" && a.options.join() === b.options.join());
}

function twoLanguages(text: string): string[] {
  const han = [...text].filter((character) => HAN.test(character)).join("");
  const latin = [...text].filter((character) => !HAN.test(character)).join("");
  return foldHeader(latin) === "" ? [han] : [han, latin];
}

const isOurs = (header: string): boolean => /^\s*tierbook\s*[.:\uff1a]/iu.test(header);

/** Numbers can stand in a header (2024), but never alone name a field. */
const headerText = (cell: unknown): string =>
  typeof cell === "string" ? cell : typeof cell === "number" ? String(cell) : "";

/** The heads of one header row, or of two where `upper` is given. */
function headsOf(rows: Rows, row: number, table: Table, ours: ReadonlySet<number>, upper?: number): Head[] {
  const heads: Head[] = [];
  const seen = new Map<string, number>();
  const lower = rows[row] || [];
  const above = upper === undefined ? [] : rows[upper] || [];
  let group = "";
  for (let index = 0; index < Math.max(lower.length, above.length); index++) {
    const own = headerText(lower[index]);
    const over = headerText(above[index]);
    // A merged cell holds its text in its first column only.
    group = over.trim() || (own.trim() === "" ? "" : group);
    if (ours.has(index) || isOurs(own) || isOurs(over)) continue;
    const candidates =
      own.trim() === "" ? [over] : group === "" ? [own] : [`${group} ${own}`, own, ...(over.trim() ? [over] : [])];
    let header = own.trim() === "" ? over : own;
    if (header.trim() === "") continue;
    let said = sayingOf(header, table);
    for (const candidate of candidates) {
      const saying = sayingOf(candidate, table);
      if (!saying.meaning) continue;
      header = candidate;
      said = saying;
      break;
    }
    const folded = foldHeader(header);
    const nth = (seen.get(folded) || 0) + 1;
    seen.set(folded, nth);
    heads.push({
      column: {
        index,
        header,
        ...(nth > 1 && { nth }),
        ...(said.currency && { currency: said.currency }),
        scale: said.scale,
      },
      folded,
      ...(said.meaning && { meaning: said.meaning }),
      remark: said.remark,
    });
  }
  return heads;
}

const TELLING: ReadonlySet<Meaning["is"]> = new Set(["field", "asked", "bare_name", "person"]);

/** How much a row looks like a header: its distinct headers that we know, those of our fields counted fully. */
function scoreOf(heads: readonly Head[], fixed: ReadonlySet<string>): { score: number; fields: number; sure: boolean } {
  const seen = new Set<string>();
  let fields = 0;
  let other = 0;
  let sure = false;
  for (const { folded, meaning } of heads) {
    if (folded === "" || seen.has(folded)) continue;
    seen.add(folded);
    if (fixed.has(folded)) sure = true;
    if (fixed.has(folded) || (meaning && TELLING.has(meaning.is))) fields++;
    else if (meaning) other++;
    if (meaning?.is === "field" && !meaning.weaker) sure = true;
  }
  return { score: fields + other / 2, fields, sure };
}

const textsIn = (row: Rows[number]): number =>
  row.filter((cell) => typeof cell === "string" && cell.trim() !== "").length;
const othersIn = (row: Rows[number]): number => row.filter((cell) => typeof cell !== "string").length;

interface HeaderRow {
  readonly row: number;
  readonly heads: readonly Head[];
  readonly score: number;
}

function headerRowOf(rows: Rows, table: Table, fixed: FixedColumns, ours: ReadonlySet<number>): HeaderRow | undefined {
  const wanted = new Set<string>();
  for (const field of knownFields()) {
    const name = field.table === table ? fixed[field.id] : undefined;
    if (typeof name === "string") wanted.add(foldHeader(splitName(name).header));
  }
  wanted.delete("");
  let best: HeaderRow | undefined;
  const offer = (row: number, heads: readonly Head[], score: number) => {
    if (!best || score > best.score) best = { row, heads, score };
  };
  const last = Math.min(HEADER_ROWS, rows.length);
  const singles = rows.slice(0, last).map((_, row) => {
    const heads = headsOf(rows, row, table, ours);
    return { heads, ...scoreOf(heads, wanted) };
  });
  for (let row = 0; row < last; row++) {
    const { heads, score, fields, sure } = singles[row]!;
    if (fields > 0 && (score >= 1.5 || sure) && othersIn(rows[row]!) <= textsIn(rows[row]!)) offer(row, heads, score);
  }
  // Two-row headers: the lower row has headers enough of its own not to be the first customer.
  for (let row = 1; row < last; row++) {
    const lower = singles[row]!;
    if (lower.fields < 2 || othersIn(rows[row]!) > 0 || lower.fields < 0.6 * textsIn(rows[row]!)) continue;
    const heads = headsOf(rows, row, table, ours, row - 1);
    const { score } = scoreOf(heads, wanted);
    const twice = singles[row - 1]!.fields >= 2;
    if (score > lower.score || (twice && score >= singles[row - 1]!.score)) offer(row, heads, score + 0.5);
  }
  return best;
}

/** The name under which a column is answered and saved: its header, with #2 behind it for the second of that header. */
export const columnName = (column: FoundColumn): string =>
  column.nth === undefined ? column.header : `${column.header}#${column.nth}`;

function splitName(name: string): { header: string; nth: number } {
  const m = /^([\s\S]+)#([2-9])$/u.exec(name);
  return m ? { header: m[1]!, nth: Number(m[2]) } : { header: name, nth: 1 };
}

function headNamed(heads: readonly Head[], name: string): Head | undefined {
  const exact = heads.find(({ column }) => columnName(column) === name);
  if (exact) return exact;
  const { header, nth } = splitName(name);
  const folded = foldHeader(header);
  return folded === "" ? undefined : heads.find((head) => head.folded === folded && (head.column.nth ?? 1) === nth);
}

const NAME_OF: Readonly<Record<Table, FieldId>> = { customers: "name", orders: "order.name", contacts: "contact.name" };

/** The columns of a header row: answers first, then headers that mean one thing, then weaker ones; the rest is asked. */
function assign(
  heads: readonly Head[],
  table: Table,
  fixed: FixedColumns,
): Pick<Layout, "columns" | "questions" | "unused"> {
  const columns: Partial<Record<FieldId, FoundColumn>> = {};
  const questions: ColumnQuestion[] = [];
  const used = new Set<Head>();
  // Fields that are found, answered or asked about: nothing else is looked for.
  const settled = new Set<FieldId>();

  const take = (id: FieldId, head: Head) => {
    columns[id] = head.column;
    used.add(head);
    settled.add(id);
  };
  const ask = (head: Head, options: readonly FieldId[], proposal?: FieldId) => {
    questions.push({ column: head.column, options, ...(proposal && { proposal }) });
    used.add(head);
  };

  const fields = knownFields().filter((field) => field.table === table);
  for (const { id, kind } of fields) {
    const answer = fixed[id];
    if (answer === null) settled.add(id);
    const head = typeof answer === "string" ? headNamed(heads, answer) : undefined;
    if (!head || used.has(head)) continue;
    take(id, head);
    if (kind === "amount" && !isAmount(head.meaning)) columns[id] = { ...head.column, ...ownUnit(head.column.header) };
  }

  for (const weaker of [false, true]) {
    for (const { id, kind } of fields) {
      if (settled.has(id)) continue;
      const found = heads.filter(
        (head) =>
          !used.has(head) &&
          head.meaning?.is === "field" &&
          head.meaning.field.id === id &&
          head.meaning.weaker === weaker,
      );
      if (found.length === 0) continue;
      const sure = kind === "note" || (found.length === 1 && !(kind === "amount" && found[0]!.remark));
      // Of two columns of remarks the first is read: whichever it is, nothing hangs on it but a word about a fair or a visit.
      if (sure) take(id, found[0]!);
      else for (const head of found) ask(head, [id], head === found[0] ? id : undefined);
      settled.add(id);
    }
  }

  const proposed = new Set<FieldId>();
  for (const head of heads) {
    if (head.meaning?.is !== "asked" || used.has(head)) continue;
    const options = head.meaning.options.filter((id) => !settled.has(id));
    if (options.length === 0) continue;
    const { proposal } = head.meaning;
    const propose = proposal && options.includes(proposal) && !proposed.has(proposal) ? proposal : undefined;
    if (propose) proposed.add(propose);
    ask(head, options, propose);
  }

  const name = NAME_OF[table];
  if (!settled.has(name)) {
    const bare = heads.filter((head) => head.meaning?.is === "bare_name" && !used.has(head));
    const persons = heads.filter((head) => head.meaning?.is === "person" && !used.has(head));
    // With a column for the person, 客户 is the company; with neither, it may be either.
    if (bare.length === 1 && persons.length > 0) take(name, bare[0]!);
    else if (bare.length > 0) for (const head of bare) ask(head, [name], head === bare[0] ? name : undefined);
    else if (persons.length > 0) take(name, persons[0]!);
  }

  questions.sort((a, b) => a.column.index - b.column.index);
  return { columns, questions, unused: heads.filter((head) => !used.has(head)).map((head) => head.column) };
}

/** The unit of a header whose words we do not know, because the team said that it is an amount. */
function ownUnit(header: string): Unit {
  const units = piecesOf(header).map(unitOf);
  const currency = units.find((unit) => unit?.currency)?.currency;
  return { scale: units.reduce((scale, unit) => scale * (unit?.scale ?? 1), 1), ...(currency && { currency }) };
}

function isChinese(heads: readonly Head[]): boolean {
  const han = heads.filter(({ column }) => HAN.test(column.header)).length;
  return han > 0 && han * 2 >= heads.length;
}

const NONE_OF_OURS: ReadonlySet<number> = new Set();

/**
 * The header row and the columns of a sheet of the team's. `rows` are its first rows, as many as there are; `fixed` are
 * the team's answers, which win over everything (one whose header is gone is looked for anew); `ours` are the 0-based
 * columns that Tierbook wrote, which are passed over like headers that begin with "tierbook." or "Tierbook:".
 * Undefined: no header row in rows 1 to 10.
 */
export function findLayout(
  rows: Rows,
  table: Table,
  fixed: FixedColumns = {},
  ours: ReadonlySet<number> = NONE_OF_OURS,
): Layout | undefined {
  const found = headerRowOf(rows, table, fixed, ours);
  if (!found) return undefined;
  return { headerRow: found.row, chinese: isChinese(found.heads), ...assign(found.heads, table, fixed) };
}

/** What kind of sheet this is; undefined for products, parcels, quotations, suppliers and all that has no such header. */
export function guessTable(rows: Rows): Table | undefined {
  const found = (table: Table) => {
    const header = headerRowOf(rows, table, {}, NONE_OF_OURS);
    const ids = new Set<FieldId>();
    const kinds = { field: 0, asked: 0, bare_name: 0, person: 0, profile: 0, order: 0, foreign: 0 };
    for (const { meaning } of header?.heads || []) {
      if (!meaning) continue;
      kinds[meaning.is]++;
      if (meaning.is === "field") ids.add(meaning.field.id);
      else if (meaning.is === "asked") for (const id of meaning.options) ids.add(id);
    }
    return { ids, kinds };
  };
  const customers = found("customers");
  const orders = found("orders");
  const contacts = found("contacts");
  const has = (ids: ReadonlySet<FieldId>, ...wanted: FieldId[]) => wanted.filter((id) => ids.has(id)).length;

  const foreign = customers.kinds.foreign;
  const { kinds } = customers;
  // Who he is and how he is courted: what only a sheet of customers says.
  const profile =
    kinds.profile +
    kinds.person +
    has(
      customers.ids,
      "country",
      "city",
      "owner",
      "created",
      "stage",
      "source",
      "hold",
      "identity",
      "industry",
      "grade",
    ) +
    has(customers.ids, "last_contact", "next_date", "inquiry", "lifetime", "last_order", "order_count");
  const named = has(customers.ids, "id", "name") > 0 || kinds.bare_name + kinds.person > 0;
  const courted = has(
    customers.ids,
    "owner",
    "stage",
    "source",
    "last_contact",
    "next_date",
    "inquiry",
    "grade",
    "hold",
  );

  const ordered = has(orders.ids, "order.day") > 0 && has(orders.ids, "order.amount") > 0;
  const buyer = has(orders.ids, "order.name", "order.customer") + orders.kinds.bare_name + orders.kinds.person > 0;
  const numbered = has(orders.ids, "order.id") > 0;
  if (ordered && buyer && foreign < 2 && (numbered || courted + kinds.profile < 3)) return "orders";

  const logged =
    has(contacts.ids, "contact.day") > 0 && has(contacts.ids, "contact.note", "contact.channel", "contact.direction");
  const written = has(contacts.ids, "contact.customer", "contact.name") > 0;
  // 渠道 is where a customer came from, or how he was written to: who wrote to whom is said in a log only.
  const directed = has(contacts.ids, "contact.direction") > 0;
  // 联系方式 is his telephone, or how he was written to: the latter beside what was said, 内容, which no customer sheet calls so.
  const said = has(contacts.ids, "contact.note") > has(customers.ids, "note");
  const owned =
    has(customers.ids, "country", "stage", "created", "identity") + (said ? contacts : customers).kinds.profile;
  if (logged && written && owned === 0 && (directed || has(customers.ids, "source") === 0)) {
    return "contacts";
  }
  return named && profile >= 2 && foreign * 2 < profile ? "customers" : undefined;
}
