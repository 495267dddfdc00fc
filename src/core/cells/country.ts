import type { Answers, Cell, Reading } from "./cell";
import { blank, unreadable } from "./cell";
import table from "./country-names.table";
import { foldText, isBlankWord, isSheetError, tidy } from "./text";
import { simplify } from "./traditional";

/** What a word of a country cell stands for. A name is stronger evidence than a code, a code than a city. */
interface Meaning {
  readonly kind: "name" | "code" | "city";
  /** More than one where the word is ambiguous. */
  readonly isos: readonly string[];
  readonly ambiguous: boolean;
}

interface Dictionary {
  readonly meanings: ReadonlyMap<string, Meaning>;
  /** Folded words by length, to find what is one edit away. */
  readonly byLength: ReadonlyMap<number, readonly string[]>;
}

/** The code of two letters and that of three of each country, in the order of the lists of names. */
const codePairs = (): readonly string[] => table().codes.match(/.{5}/g)!;
const alpha2 = (): readonly string[] => codePairs().map((code) => code.slice(0, 2));

let dictionary: Dictionary | undefined;

/** Built when the first country is read: loading the bundle must cost nothing. */
function theDictionary(): Dictionary {
  if (dictionary) return dictionary;
  const meanings = new Map<string, Meaning>();
  const add = (word: string, iso: string, kind: Meaning["kind"]): void => {
    const key = foldName(word);
    if (!meanings.has(key)) meanings.set(key, { kind, isos: [iso], ambiguous: false });
  };
  const { ambiguous, en, zh } = table();
  for (const [word, isos] of Object.entries(ambiguous)) {
    meanings.set(foldName(word), { kind: "name", isos: isos.split(" "), ambiguous: true });
  }
  const isos = alpha2();
  const addAll = (lists: readonly string[], kind: Meaning["kind"]): void => {
    for (const list of lists) {
      list.split(";").forEach((words, at) => {
        for (const word of words.split("|")) if (word !== "") add(word, isos[at]!, kind);
      });
    }
  };
  addAll([en.names, zh.names], "name");
  for (const code of codePairs())
    for (const word of [code.slice(0, 2), code.slice(2)]) add(word, code.slice(0, 2), "code");
  add("UK", "GB", "name");
  addAll([en.cities, zh.cities], "city");

  const byLength = new Map<number, string[]>();
  for (const word of meanings.keys()) {
    const list = byLength.get(word.length);
    if (list) list.push(word);
    else byLength.set(word.length, [word]);
  }
  dictionary = { meanings, byLength };
  return dictionary;
}

const MARKS = /[\u0300-\u036f]/g;
const DROPPED = /[.'’`´]/g;
/** A question mark stays: it is what a wrong encoding leaves of a letter (ESPA?A). */
const NOT_LETTERS = /[^\p{L}\p{M}\p{N}?\ufffd]+/gu;
const HAN = /[\u2e80-\u9fff]/;
const FLAG = /[\u{1f1e6}-\u{1f1ff}]{2}/gu;
const BARE_LETTERS: Readonly<Record<string, string>> = { ø: "o", ł: "l", ß: "ss", ı: "i", đ: "d", æ: "ae", œ: "oe" };

/** The flag 🇩🇪 is two signs that stand for the letters of its code. */
const codeOfFlag = (flag: string): string =>
  ` ${[...flag].map((sign) => String.fromCharCode((sign.codePointAt(0) || 0) - 0x1f1e6 + 65)).join("")} `;

/**
 * A name without case, accents, punctuation, article, "and" and traditional characters; St written out, U S A as one word, Chinese
 * without spaces.
 */
function foldName(text: string): string {
  let name = foldText(text.replace(FLAG, codeOfFlag));
  if (/[^\x20-\x7e]/.test(name)) {
    name = name
      .normalize("NFD")
      .replace(MARKS, "")
      .normalize("NFC")
      .replace(/[øłßıđæœ]/g, (letter) => BARE_LETTERS[letter] ?? letter);
  }
  name = name
    .replace(DROPPED, "")
    .replace(NOT_LETTERS, " ")
    .trim()
    .replace(/^the | and(?= )/g, "")
    .replace(/\bst /g, "saint ")
    .replace(/\b([a-z]) (?=[a-z]\b)/g, "$1");
  return HAN.test(name) ? simplify(name).replace(/ /g, "") : name;
}

const STATE =
  "(?:(?:federal|islamic|united|democratic|peoples|socialist|arab|federative|hellenic|bolivarian|plurinational|hashemite) )*" +
  "(?:rep(?:ubli[ck]a?)?|kingdom|state|sultanate|commonwealth|grand duchy|principality|union|sar)";
const STATE_BEFORE = new RegExp(`^${STATE} (?:(?:of|de|del) )?(?:the )?`);
const STATE_AFTER = new RegExp(` (?:the )?${STATE}(?: of(?: the)?)?$`);

const CHINESE_STATE = /(?:(?:伊斯兰|联邦|民主|人民|社会主义|阿拉伯)*共和国|合众国|王国|特别行政区|特区)$/;
const BARE_CODE = /^[^\p{L}]*[A-Za-z]{2,3}[^\p{L}]*$/u;

function meaningOf(typed: string, folded: string): Meaning | undefined {
  const { meanings } = theDictionary();
  // "no" in a country column is as often a word as Norway's code.
  if (folded === "no" && tidy(typed) !== "NO") return { kind: "name", isos: ["NO"], ambiguous: true };
  const found = meanings.get(folded);
  // Codes are typed bare: Mỹ is not MY, and S.A. is not Saudi Arabia.
  if (found?.kind === "code" && !BARE_CODE.test(tidy(typed.replace(FLAG, codeOfFlag)))) return undefined;
  if (found) return found;
  const plain = folded.replace(STATE_BEFORE, "").replace(STATE_AFTER, "").replace(CHINESE_STATE, "");
  const meaning = plain === folded || plain.length < 2 ? undefined : meanings.get(plain);
  return meaning?.kind === "name" ? meaning : undefined;
}

type Verdict =
  | { readonly iso: string; readonly corrected?: boolean }
  | { readonly between: readonly string[] }
  /** Part of the cell contradicts what another part says: nothing to propose. */
  | undefined;

/** Without the country of a territory that is there too: Hong Kong, China is Hong Kong. */
function withoutParents(isos: ReadonlySet<string>): string[] {
  const { territories } = table();
  const all = [...isos];
  return all.filter((iso) => !all.some((other) => other !== iso && territories[iso]?.split(" ").includes(other)));
}

const sameCountry = (a: string, b: string): boolean => withoutParents(new Set([a, b])).length === 1;

interface Part {
  readonly typed: string;
  readonly folded: string;
  readonly meaning?: Meaning;
}

const partOf = (typed: string): Part => {
  const folded = foldName(typed);
  const meaning = folded === "" ? undefined : meaningOf(typed, folded);
  return meaning ? { typed, folded, meaning } : { typed, folded };
};

/** What the parts of a cell say together. Addresses put the country last: a code after a name speaks against it, one before does not. */
function together(parts: readonly Part[]): Verdict {
  const names = new Set<string>();
  const codes = new Set<string>();
  const cities = new Set<string>();
  const open: Meaning[] = [];
  let lastName = -1;
  parts.forEach(({ meaning }, at) => {
    if (!meaning) return;
    const iso = meaning.isos[0] as string;
    if (meaning.ambiguous) open.push(meaning);
    else if (meaning.kind === "name") {
      names.add(iso);
      lastName = at;
    } else (meaning.kind === "code" ? codes : cities).add(iso);
  });
  const unknown = parts.filter(({ meaning, folded }) => !meaning && folded !== "");

  const named = withoutParents(names);
  if (named.length > 1) return { between: named };
  const name = named[0];
  if (name !== undefined) {
    const against = parts.some(
      ({ meaning }, at) =>
        meaning &&
        (meaning.ambiguous
          ? !meaning.isos.includes(name)
          : at > lastName && meaning.kind === "code" && !sameCountry(meaning.isos[0] as string, name)),
    );
    return against ? { between: [name] } : { iso: name };
  }
  const hints = [...codes, ...cities];
  if (open.length > 0) {
    const left = (open[0] as Meaning).isos.filter(
      (iso) => open.every(({ isos }) => isos.includes(iso)) && hints.every((hint) => hint === iso),
    );
    return left.length === 1 && hints.length > 0 ? { iso: left[0] as string } : { between: (open[0] as Meaning).isos };
  }
  const [only, ...more] = withoutParents(new Set(hints));
  if (only === undefined) return undefined;
  if (more.length > 0) return { between: [only, ...more] };
  // "Denver, CO" is not Colombia, and "Paris, TX" is not France.
  if (codes.size > 0 && unknown.length > 0) return { between: [only] };
  return unknown.some(({ folded }) => /^[a-z]{2}$/.test(folded)) ? undefined : { iso: only };
}

const CUT = /[/,()|;、\n\r\t[\]:·]| [-–—] /;

/** Countries and cities that stand side by side with no sign between them: Dubai UAE, 阿联酋迪拜. */
function sideBySide(folded: string): Verdict {
  const han = HAN.test(folded);
  const words = han ? [...folded] : folded.split(" ");
  if (words.length < 2 || words.length > 12) return undefined;
  for (let cut = words.length - 1; cut > 0; cut--) {
    const parts = [words.slice(0, cut), words.slice(cut)].map((side) => partOf(side.join(han ? "" : " ")));
    const verdict = together(parts);
    // With no sign between them nothing may contradict: "Guinée Bissau" is not Guinea with a city.
    if (verdict && "iso" in verdict && parts.every(({ meaning }) => meaning?.isos.includes(verdict.iso)))
      return verdict;
  }
  return undefined;
}

/** Whether one letter more, less or other, or one swap of neighbours, makes one text of the other. */
function oneEditAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  const shorter = Math.min(a.length, b.length);
  while (start < shorter && a[start] === b[start]) start++;
  if (a.length > b.length) return a.slice(start + 1) === b.slice(start);
  if (a.length < b.length) return a.slice(start) === b.slice(start + 1);
  if (a.slice(start + 1) === b.slice(start + 1)) return true;
  return a[start] === b[start + 1] && a[start + 1] === b[start] && a.slice(start + 2) === b.slice(start + 2);
}

/** Shorter names are too close to each other: Iran and Iraq, Niger and Nigeria. */
const SHORTEST_CORRECTED = 6;

const lettersIn = (word: string): number => word.replace(/[^\p{L}]/gu, "").length;

function corrected(folded: string): Verdict {
  if (folded.length < SHORTEST_CORRECTED - 1 || folded.length > 40 || /\p{N}/u.test(folded)) return undefined;
  const { meanings, byLength } = theDictionary();
  const hits = new Set<string>();
  let named = false;
  for (let length = folded.length - 1; length <= folded.length + 1; length++) {
    for (const word of byLength.get(length) || []) {
      if (!oneEditAway(folded, word)) continue;
      const meaning = meanings.get(word) as Meaning;
      for (const iso of meaning.isos) hits.add(iso);
      if (meaning.kind === "name" && lettersIn(word) >= SHORTEST_CORRECTED) named = true;
    }
  }
  const [only, ...more] = hits;
  return named && only !== undefined && more.length === 0 ? { iso: only, corrected: true } : undefined;
}

function verdictOn(text: string): Verdict {
  const whole = partOf(text);
  if (whole.meaning) {
    return whole.meaning.ambiguous ? { between: whole.meaning.isos } : { iso: whole.meaning.isos[0] as string };
  }
  const parts = text.replace(FLAG, codeOfFlag).normalize("NFKC").split(CUT).map(partOf);
  const known = parts.length > 1 && parts.some(({ meaning }) => meaning);
  const verdict = known ? together(parts) : sideBySide(whole.folded);
  if (verdict || known) return verdict;
  const near = corrected(whole.folded);
  if (near || parts.length === 1) return near;
  const found = parts.map(({ folded }) => corrected(folded)).filter((hit) => hit !== undefined);
  return found.length === 1 ? found[0] : undefined;
}

let shown: ReadonlyMap<string, Readonly<Record<"en" | "zh", string>>> | undefined;

/** The first names of each country, by its alpha-2 code. */
function shownNames(): NonNullable<typeof shown> {
  if (!shown) {
    const { en, zh } = table();
    const [english, chinese] = [en, zh].map(({ names }) => names.split(";").map((of) => of.split("|")[0]!));
    shown = new Map(alpha2().map((iso, at) => [iso, { en: english![at]!, zh: chinese![at]! }]));
  }
  return shown;
}

/**
 * The ISO 3166-1 alpha-2 code (or XK) of a country cell: a name in Chinese, English or the country's own language, a code, or a main
 * city. A name one letter away is read with `corrected`. A word that names several countries is asked about once: answer key
 * `country:` and the folded cell; such an answer also teaches a word that we cannot read.
 */
export function readCountry(cell: Cell, answers: Answers): Reading<string> {
  if (typeof cell !== "string") return unreadable;
  if (isBlankWord(cell)) return blank;
  const word = foldText(cell);
  const answer = answers[`country:${word}`];
  if (answer !== undefined && shownNames().has(answer)) return { as: "read", value: answer };
  if (isSheetError(word) || word.length > 120) return unreadable;
  const verdict = verdictOn(cell);
  if (!verdict) return unreadable;
  if ("between" in verdict) {
    const proposal = verdict.between[0];
    return proposal === undefined
      ? { as: "ambiguous", ask: "country", word }
      : { as: "ambiguous", ask: "country", word, proposal };
  }
  return verdict.corrected
    ? { as: "read", value: verdict.iso, corrected: countryName(verdict.iso, HAN.test(word) ? "zh" : "en") }
    : { as: "read", value: verdict.iso };
}

/** The countries of a column, in the order of the cells; each different text is read once. */
export function readCountries(cells: readonly Cell[], answers: Answers): Reading<string>[] {
  const known = new Map<Cell, Reading<string>>();
  return cells.map((cell) => {
    const before = known.get(cell);
    if (before) return before;
    const reading = readCountry(cell, answers);
    known.set(cell, reading);
    return reading;
  });
}

/** The codes that an ambiguous cell stands between, likeliest first; empty where the text is not ambiguous. */
export function countriesCalled(text: string): readonly string[] {
  const verdict = verdictOn(text);
  return verdict && "between" in verdict ? verdict.between : [];
}

/** The country's short name on screen; the code itself where it is none. */
export function countryName(iso: string, language: "en" | "zh"): string {
  return shownNames().get(iso)?.[language] ?? iso;
}
