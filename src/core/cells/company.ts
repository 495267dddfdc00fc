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

/** Spellings of one form, so that Limited and Ltd are the same full name. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ["limited", "ltd"],
  ["limitd", "ltd"],
  ["company", "co"],
  ["corporation", "corp"],
  ["incorporated", "inc"],
  ["private", "pvt"],
  ["proprietary", "pty"],
  ["ооо", "ooo"],
  ["оoo", "ooo"],
  ["ао", "ao"],
  ["зао", "zao"],
  ["оао", "oao"],
  ["пао", "pao"],
  ["ип", "ip"],
  ["тоо", "too"],
  ["тов", "tov"],
]);

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Legal forms that end a name. */
const ENDINGS = words(
  "ltd llc llp lp inc corp co plc pvt pte pty gmbh mbh ag kg ohg ug sa sas sarl sasu srl spa sl slu sau slne ltda lda eirl cv rl " +
    "nv bv bvba sprl ab oy oyj as asa aps kft zrt nyrt bt doo dd ad ead eood ood sro oo ooo oao zao ao pao tov too uab sia oü " +
    "bhd sdn tbk fze fzco fzc wll saoc jsc ojsc cjsc pjsc kk gk sapi aş şti kft oe ae epe jsb",
);

/** Legal forms that begin a name: ООО Ромашка, PT Maju, M/S Traders. Short for a reason: SA and AS begin names of their own. */
const BEGINNINGS = words("llc ooo oao zao ao pao tov too ip jsc ojsc cjsc pjsc pt cv uab sia ms messrs m/s");

/** Words between two forms: GmbH & Co. KG, S.A. de C.V., S. de R.L. */
const LINKS = words("and de y e et");

/** A single letter that is what is left of a form before another one: s. de r.l., sp. z o.o. */
const LOOSE = words("s sp z");

const CHINESE_FORM =
  /(?:股份有限公司|有限责任公司|有限責任公司|控股有限公司|集团有限公司|集團有限公司|有限公司|集团公司|集團公司|株式会社|株式會社|有限会社|合同会社|\(株\)|\(有\)|集团|集團|总公司|總公司|公司)$/;
const CHINESE_START = /^(?:株式会社|株式會社|有限会社|合同会社|\(株\)|\(有\))/;

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
  const joined: string[] = [];
  for (let at = 0; at < parts.length; at++) {
    let end = at;
    while (end < parts.length && (parts[end] as string).length === 1 && end - at < 4) end++;
    let taken = false;
    for (let to = end; to - at >= 2 && !taken; to--) {
      const form = parts.slice(at, to).join("");
      const spelled = SPELLINGS.get(form) ?? form;
      if (ENDINGS.has(spelled) || (at === 0 && BEGINNINGS.has(spelled))) {
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
  let end = parts.length;
  let start = 0;
  for (;;) {
    const word = parts[end - 1];
    if (end > start && word !== undefined && ENDINGS.has(word)) end--;
    else if (
      end < parts.length &&
      end - start >= 2 &&
      word !== undefined &&
      LINKS.has(word) &&
      (ENDINGS.has(parts[end - 2] as string) || LOOSE.has(parts[end - 2] as string))
    ) {
      end -= 1;
      if (LOOSE.has(parts[end - 1] as string)) end -= 1;
    } else if (end < parts.length && end - start >= 2 && word === "z" && parts[end - 2] === "sp") end -= 2;
    else break;
  }
  while (start < end && BEGINNINGS.has(parts[start] as string)) start++;
  return parts.slice(start, end).join(" ");
}

function chineseStem(full: string): string {
  let stem = full;
  for (let before = ""; before !== stem; ) {
    before = stem;
    stem = stem.replace(CHINESE_FORM, "").replace(CHINESE_START, "").trim();
  }
  return stem;
}

const PLACEHOLDERS: ReadonlySet<string> = new Set(
  [
    "unknown|tbd|tba|tbc|na|none|null|nil|nan|test|tests|testing|test test|test customer|test company|customer test|sample customer|xxx|xx|x",
    "same as consignee|same as above|as above|various|various customers|cash customer|cash sale|walk in|walk in customer|anonymous|guest",
    "to order|order|bearer|not available|not applicable|no name|noname|new customer|customer|company|client|dummy",
    "待定|未知|不详|无|無|暂无|待补充|测试|测试客户|測試|测试公司|散客|匿名|客户|新客户|同上|公司|未填写|空",
  ]
    .join("|")
    .split("|"),
);
const TO_ORDER = /^(?:un)?to (?:the )?order(?: of)?(?: |$)|^凭指示|^(?:test|测试|測試) ?\d+$|^tbd /;

const TOTAL_WORD = "合计|合計|总计|總計|小计|小計|共计|共計|总和|總和|汇总|匯總|累计|累計|总数|總數";
const TOTAL = new RegExp(
  `^(?:(?:本页|本頁|本月|全年|年度|\\d{4}年?(?:\\d{1,2}月)?) ?)?(?:${TOTAL_WORD})(?: ?(?:金额|金額|usd|cny|rmb|eur|\\d+))*$` +
    "|^(?:(?:grand|sub|page|overall) ?)?totals?(?: (?:amount|usd|cny|rmb|eur|\\d+))*$|^sum(?: (?:total|usd|\\d+))*$",
);

/** Firms seldom write a longer name: what is longer holds an address or a note, and is not searched for a form at its end. */
const LONGEST = 300;

/** @x is somebody's handle: a name, and not the placeholder or the total that is left without the sign. */
const SIGN = /^\s*[@=+][\p{L}\p{N}]/u;

/** A company name folded for joining and for proposals. The address after a line break in the cell is cut off. */
export function foldCompany(name: string): CompanyName {
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
    const spelled = SPELLINGS.get(parts[at] as string);
    if (spelled) parts[at] = spelled;
  }
  const full = parts.join(" ");
  const stem = han ? chineseStem(stemOf(parts)) : stemOf(parts);
  if (signed) return { full, stem, placeholder: false, total: false };
  const placeholder = full !== "" ? PLACEHOLDERS.has(full) || TO_ORDER.test(full) : blankWord && name.trim() !== "";
  return { full, stem, placeholder: placeholder || (blankWord && full !== ""), total: TOTAL.test(full) };
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

/** Words that many firms carry: two names that share only these share nothing. */
const COMMON = words(
  "the and of for trading trade traders international intl import imports export exports importers exporters impex industrial " +
    "industries industry group global company general enterprise enterprises technology technologies tech electronics electronic " +
    "solutions services service supply supplies systems products manufacturing distribution distributors distributor wholesale retail " +
    "store stores shop market marketing holding holdings investment investments development commercial comercial comercio " +
    "importadora exportadora distribuidora industria industrias handel handels north south east west new world america europe asia " +
    "africa china india usa american european asian national first best star united brothers bros sons logistics shipping foods food " +
    "textile textiles garments machinery equipment materials hardware tools furniture home house",
);
const COMMON_CHINESE =
  /国际|國際|贸易|貿易|进出口|進出口|商贸|商貿|科技|电子|電子|实业|實業|工业|工業|发展|發展|技术|技術|制造|製造|机械|機械|企业|企業|投资|投資|控股|中国|中國|深圳市?|广州市?|廣州市?|上海市?|北京市?|宁波市?|义乌市?|东莞市?|佛山市?|厦门市?|青岛市?|杭州市?|苏州市?|浙江省?|广东省?|江苏省?|山东省?|福建省?|香港/g;

/**
 * The words of a name that may tell it from others: four letters or more, or two Chinese characters, and not one of the trade's
 * common words. Empty for a placeholder.
 */
export function distinctiveWords(name: string): readonly string[] {
  const { stem, placeholder, total } = foldCompany(name);
  if (placeholder || total) return [];
  const found = new Set<string>();
  for (const part of stem.split(" ")) {
    if (HAN.test(part)) {
      for (const run of part.split(COMMON_CHINESE)) if (run.length >= 2) found.add(run);
    } else if (part.length >= 4 && !COMMON.has(part) && !/^\d+$/.test(part)) found.add(part);
  }
  return [...found];
}

/**
 * Whether two names share a distinctive word, or are one but for their legal form (AGH Industrial LLC and JSC): enough to propose
 * that they are one firm, never to join them.
 */
export function proposeSame(a: string, b: string): boolean {
  const { stem, placeholder, total } = foldCompany(a);
  const own = !placeholder && !total && stem.split(" ").some((word) => word !== "" && !COMMON.has(word));
  if (own && stem === foldCompany(b).stem) return true;
  const other = new Set(distinctiveWords(b));
  return distinctiveWords(a).some((word) => other.has(word));
}
