import table from "./company.table";
import { isBlankWord } from "./text";

/** A company name, folded to be compared. */
export interface CompanyName {
  /** Case, width, punctuation and spelling of the legal form folded (S.R.L. and S R L are srl); "" where the cell is empty. */
  readonly full: string;
  /** `full` without the legal forms at either end; "" where nothing else is left. */
  readonly stem: string;
  /** Stands where a name should: TO THE ORDER OF …, TBD, 待定, unknown, test, a dash. Never a customer. */
  readonly placeholder: boolean;
  /** The name cell of a total row: 合计, Total. Never a customer. */
  readonly total: boolean;
}

let made: ReturnType<typeof makeLists> | undefined;

function makeLists() {
  const lists = table();
  return {
    spellings: new Map(Object.entries(lists.spellings)),
    endings: words(lists.endings),
    beginnings: words(lists.beginnings),
    chineseForm: new RegExp(`(?:${lists.chineseForms})$`),
    chineseStart: new RegExp(`^(?:${lists.chineseStarts})`),
    placeholders: new Set(lists.placeholders.split("|")),
    toOrder: new RegExp(lists.toOrder),
    total: new RegExp(lists.total),
    common: words(lists.common),
    commonChinese: new RegExp(lists.commonChinese),
  };
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Made when the first name is folded: loading the bundle must cost nothing. */
function theLists(): NonNullable<typeof made> {
  made ??= makeLists();
  return made;
}

/** Words between two forms: GmbH & Co. KG, S.A. de C.V., S. de R.L. */
const LINKS = words("and de y e et");

/** A single letter that is what is left of a form before another one: s. de r.l., sp. z o.o. */
const LOOSE = words("s sp z");

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };
const ENTITY = /&(#x[0-9a-f]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos|nbsp);/gi;

function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(ENTITY, (whole, name: string) => {
    if (name[0] !== "#") return ENTITIES[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const LINE_END = /[\r\n]|<br ?\/?>/i;
const NOT_ASCII = /[^\x20-\x7e]/;
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;
const HAN = /[\u2e80-\u9fff\uac00-\ud7af]/;
/** Dots and apostrophes stand within a word: S.R.L., D'Or. */
const WITHIN = /[.'’`´]/g;
const BETWEEN = /[^\p{L}\p{M}\p{N}&]+/gu;
const BETWEEN_ASCII = /[^a-z0-9&]+/g;
const AND = /&/g;
const SPACE_BY_HAN = /([\u2e80-\u9fff]) +(?=[\u2e80-\u9fff])/g;
const LETTER_RUN = /(?:^| )[a-zа-я] [a-zа-я](?: |$)/;

/** Single letters that spell a form together become that form: "s r l" is srl, "o o o" is ooo. */
function joinLetters(parts: readonly string[]): string[] {
  const { spellings, endings, beginnings } = theLists();
  const joined: string[] = [];
  for (let at = 0; at < parts.length; at++) {
    let end = at;
    while (end < parts.length && (parts[end] as string).length === 1 && end - at < 4) end++;
    let taken = false;
    for (let to = end; to - at >= 2 && !taken; to--) {
      const form = parts.slice(at, to).join("");
      const spelled = spellings.get(form) ?? form;
      if (endings.has(spelled) || (at === 0 && beginnings.has(spelled))) {
        joined.push(spelled);
        at = to - 1;
        taken = true;
      }
    }
    if (!taken) joined.push(parts[at] as string);
  }
  return joined;
}

function stemOf(parts: readonly string[]): string {
  const { endings, beginnings } = theLists();
  let end = parts.length;
  let start = 0;
  for (;;) {
    const word = parts[end - 1];
    if (end > start && word !== undefined && endings.has(word)) end--;
    else if (
      end < parts.length &&
      end - start >= 2 &&
      word !== undefined &&
      LINKS.has(word) &&
      (endings.has(parts[end - 2] as string) || LOOSE.has(parts[end - 2] as string))
    ) {
      end -= 1;
      if (LOOSE.has(parts[end - 1] as string)) end -= 1;
    } else if (end < parts.length && end - start >= 2 && word === "z" && parts[end - 2] === "sp") end -= 2;
    else break;
  }
  while (start < end && beginnings.has(parts[start] as string)) start++;
  return parts.slice(start, end).join(" ");
}

function chineseStem(full: string): string {
  const { chineseForm, chineseStart } = theLists();
  let stem = full;
  for (let before = ""; before !== stem; ) {
    before = stem;
    stem = stem.replace(chineseForm, "").replace(chineseStart, "").trim();
  }
  return stem;
}

/** Firms seldom write a longer name: what is longer holds an address or a note, and is not searched for a form at its end. */
const LONGEST = 300;

/** @x is somebody's handle: a name, and not the placeholder or the total that is left without the sign. */
const SIGN = /^\s*[@=+][\p{L}\p{N}]/u;

/** A company name folded for joining and for proposals. The address after a line break in the cell is cut off. */
export function foldCompany(name: string): CompanyName {
  const { spellings, placeholders, toOrder, total } = theLists();
  let text = unescaped(name);
  if (LINE_END.test(text)) text = text.trim().split(LINE_END)[0] as string;
  const foreign = NOT_ASCII.test(text);
  if (foreign) text = text.normalize("NFKC").replace(INVISIBLE, "");
  const blankWord = isBlankWord(text);
  const signed = SIGN.test(text);
  text = text.slice(0, LONGEST).toLowerCase();
  const han = foreign && HAN.test(text);
  // (株) is a form: its brackets must not be folded away before it is seen.
  if (han) text = text.replace(/\(株\)/g, "株式会社").replace(/\(有\)/g, "有限会社");
  text = text.replace(WITHIN, "").replace(foreign ? BETWEEN : BETWEEN_ASCII, " ");
  if (text.includes("&")) text = text.replace(AND, " and ");
  if (han) text = text.replace(SPACE_BY_HAN, "$1");

  let parts = text.split(" ").filter((part) => part !== "");
  if (LETTER_RUN.test(text)) parts = joinLetters(parts);
  for (let at = 0; at < parts.length; at++) {
    const spelled = spellings.get(parts[at] as string);
    if (spelled) parts[at] = spelled;
  }
  const full = parts.join(" ");
  const stem = han ? chineseStem(stemOf(parts)) : stemOf(parts);
  if (signed) return { full, stem, placeholder: false, total: false };
  const placeholder = full !== "" ? placeholders.has(full) || toOrder.test(full) : blankWord && name.trim() !== "";
  return { full, stem, placeholder: placeholder || (blankWord && full !== ""), total: total.test(full) };
}

const folded = new Map<string, CompanyName>();

/** {@link foldCompany}, done once a name: 250,000 rows name the same customers again and again. */
export function companyOf(name: string): CompanyName {
  let company = folded.get(name);
  if (!company) {
    if (folded.size > 500_000) folded.clear();
    company = foldCompany(name);
    folded.set(name, company);
  }
  return company;
}

/**
 * The words of a name that may tell it from others: four letters or more, or two Chinese characters, and not one of the trade's
 * common words. Empty for a placeholder.
 */
export function distinctiveWords(name: string): readonly string[] {
  const { stem, placeholder, total } = foldCompany(name);
  if (placeholder || total) return [];
  const { common, commonChinese } = theLists();
  const found = new Set<string>();
  for (const part of stem.split(" ")) {
    if (HAN.test(part)) {
      for (const run of part.split(commonChinese)) if (run.length >= 2) found.add(run);
    } else if (part.length >= 4 && !common.has(part) && !/^\d+$/.test(part)) found.add(part);
  }
  return [...found];
}

/**
 * Whether two names share a distinctive word, or are one but for their legal form (AGH Industrial LLC and JSC): enough to propose
 * that they are one firm, never to join them.
 */
export function proposeSame(a: string, b: string): boolean {
  const { stem, placeholder, total } = foldCompany(a);
  const own = !placeholder && !total && stem.split(" ").some((word) => word !== "" && !theLists().common.has(word));
  if (own && stem === foldCompany(b).stem) return true;
  const other = new Set(distinctiveWords(b));
  return distinctiveWords(a).some((word) => other.has(word));
}
