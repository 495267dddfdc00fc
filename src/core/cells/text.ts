// biome-ignore lint/suspicious/noMisleadingCharacterClass: these are single invisible code points, none joins another here
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufe0e\ufe0f\ufeff]/g;
/** Most cells are tidy as they are: of one width, with single spaces. Chinese characters proper are what NFKC makes of them. */
const PLAIN = /^(?:[\x21-\x7e\u4e00-\u9fff]+(?: [\x21-\x7e\u4e00-\u9fff]+)*)?$/;

/** The text as it was meant: full width folded (NFKC), trimmed, inner white space as one space, invisible marks dropped. Case kept. */
export function tidy(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.normalize("NFKC").replace(INVISIBLE, "").replace(/\s+/g, " ").trim();
}

/** {@link tidy} in lower case: two texts with the same fold are the same word to us. */
export const foldText = (text: string): string => tidy(text).toLowerCase();

const BLANK_WORDS: ReadonlySet<string> = new Set([
  ..."- -- --- — —— – ‐ − _ / // \\ . · … ...".split(" "),
  ..."n/a n.a. n.a tbd tbc tba null nil none nan nat".split(" "),
  ..."(blank) (空) (null) <null> 无 無 空 待定 未定 暂无 暫無 待补 待补充 待填".split(" "),
]);

/**
 * Whether the cell says that nothing is known: empty, a dash, a slash, 待定, TBD, N/A, 无, null. A yes/no cell must look for 无
 * before it asks this: there it means no.
 */
export function isBlankWord(text: string): boolean {
  // The longest of them is shorter than most cells, and none holds a digit: those need no folding.
  if ((text.length > 12 && text.trim().length > 8) || /\d/.test(text)) return false;
  const word = foldText(text);
  return word === "" || BLANK_WORDS.has(word);
}

const SHEET_ERROR = /^#(?:ref!|n\/a|value!|div\/0!|name\?|num!|null!|error!|spill!|calc!|getting_data|##+)/i;

/** Whether the text is what a sheet shows where a formula failed: #REF!, #N/A, a row of #### or a formula still loading. */
export function isSheetError(text: string): boolean {
  return text.startsWith("#") ? SHEET_ERROR.test(text) : text === "Loading..." || text === "Loading…";
}
