import { strFromU8, unzipSync } from "fflate";

/**
 * What stands in the package of an .xlsx file and what the spreadsheet engine does not tell: the order of the tabs,
 * which cells are text, the values that formulas had, names, and parts that the engine cannot carry over.
 */
export interface XlsxPackage {
  /** Path in the package -> its text; pictures and other binary parts are left out. */
  readonly parts: Readonly<Record<string, string>>;
  /** Tabs from left to right. */
  readonly sheets: readonly XlsxSheet[];
  /** Names for one cell or one block of the workbook: name -> "Sheet!$A$1:$B$2". */
  readonly names: Readonly<Record<string, string>>;
  readonly losses: readonly Loss[];
}

export interface XlsxSheet {
  readonly name: string;
  readonly cells: readonly XlsxCell[];
}

/** A cell that holds text, or a formula with the value that it had when the file was saved. */
export interface XlsxCell {
  /** A1 notation. */
  readonly at: string;
  /** "" where the cell holds plain text. "shared" where it shares the formula of another cell. */
  readonly formula: string;
  /** Undefined: the file holds no value for this formula. */
  readonly value: string | number | boolean | undefined;
}

export type LossKind =
  | "charts"
  | "pivots"
  | "images"
  | "comments"
  | "macros"
  | "protection"
  | "links"
  | "hyperlinks"
  | "slicers"
  | "filters"
  | "colour_rules"
  | "rich_text"
  | "formulas";

/** Something that is not carried over. `what` names it where that helps (functions, tabs). */
export interface Loss {
  readonly kind: LossKind;
  readonly count: number;
  readonly what: readonly string[];
}

/** Thrown with a plain sentence when a file cannot be opened at all. */
export class UnreadableFile extends Error {}

/** Opens the package. Throws UnreadableFile where it is no .xlsx. */
export function openPackage(bytes: Uint8Array): XlsxPackage {
  // An encrypted workbook and the old .xls are both an OLE container.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    throw new UnreadableFile("has a password or is an old .xls; save it as .xlsx without a password");
  }
  const { parts, binaries } = unzip(bytes);
  const workbookPath = workbookPathOf(parts);
  const workbook = parts[workbookPath];
  if (workbook === undefined || parts["[Content_Types].xml"] === undefined) {
    throw new UnreadableFile("is not an .xlsx workbook");
  }
  if (/<(?:\w+:)?workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(workbook)) {
    throw new UnreadableFile(
      "counts its days from 1904; switch that off in Excel (Options, Advanced) and save it again",
    );
  }
  const sheets = sheetParts(parts, workbookPath, workbook);
  const names: Record<string, string> = {};
  for (const tag of tags(workbook, "definedName")) {
    const name = attribute(tag.head, "name") ?? "";
    const target = plain(tag.body);
    const ofWorkbook = attribute(tag.head, "localSheetId") === undefined && !name.startsWith("_xlnm.");
    if (ofWorkbook && /^(?:'(?:[^']|'')+'|[^'!,:]+)!\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?$/.test(target)) {
      names[name] = target;
    }
  }
  return {
    parts,
    sheets: readSheets(parts),
    names,
    losses: lossesOf(parts, binaries, sheets),
  };
}

/** Tabs from left to right with their texts and formulas, of parts that make a workbook. */
export function readSheets(parts: Readonly<Record<string, string>>): XlsxSheet[] {
  const path = workbookPathOf(parts);
  const strings = sharedStrings(parts, path);
  return sheetParts(parts, path, parts[path] ?? "").map(({ name, xml }) => ({ name, cells: cellsOf(xml, strings) }));
}

function workbookPathOf(parts: Readonly<Record<string, string>>): string {
  return partOfType(parts, "officeDocument", "_rels/.rels") ?? "xl/workbook.xml";
}

function sheetParts(
  parts: Readonly<Record<string, string>>,
  workbookPath: string,
  workbook: string,
): { readonly name: string; readonly xml: string }[] {
  const targets = relations(parts, workbookPath);
  return tags(workbook, "sheet").map((tag) => {
    const path = targets.get(attribute(tag.head, "r:id") ?? attribute(tag.head, "id") ?? "") ?? "";
    return { name: attribute(tag.head, "name") ?? "", xml: parts[path] ?? "" };
  });
}

const WORDS: Readonly<Record<LossKind, Readonly<Record<"en" | "zh", (count: number, what: string) => string>>>> = {
  charts: {
    en: (n) => `${n} ${n === 1 ? "chart" : "charts"}: redrawn in a simpler form, or left out`,
    zh: (n) => `${n} 个图表：简化重绘，或略去`,
  },
  pivots: {
    en: (n) => `${n} pivot ${n === 1 ? "table" : "tables"}: not refreshed, shown as values`,
    zh: (n) => `${n} 个数据透视表：不再刷新，只保留数值`,
  },
  images: { en: (n) => `${n} ${n === 1 ? "picture" : "pictures"}: left out`, zh: (n) => `${n} 张图片：略去` },
  comments: {
    en: (n) => `${n} ${n === 1 ? "note or comment" : "notes and comments"}: left out`,
    zh: (n) => `${n} 条批注或备注：略去`,
  },
  macros: { en: () => "Macros: left out", zh: () => "宏：略去" },
  protection: {
    en: (_, what) => `Protected tabs and ranges: not protected here (${what})`,
    zh: (_, what) => `受保护的工作表和区域：在这里不受保护（${what}）`,
  },
  links: {
    en: (n) => `Links to ${n} other ${n === 1 ? "file" : "files"}: not followed`,
    zh: (n) => `指向其他 ${n} 个文件的链接：不更新`,
  },
  hyperlinks: {
    en: (n) => `${n} ${n === 1 ? "link" : "links"} in cells: the words stay, the link is left out`,
    zh: (n) => `${n} 个单元格链接：文字保留，链接略去`,
  },
  slicers: {
    en: (n) => `${n} ${n === 1 ? "slicer" : "slicers"}: left out`,
    zh: (n) => `${n} 个切片器：略去`,
  },
  filters: {
    en: (_, what) => `Filters: left out; rows that they hide stay hidden (${what})`,
    zh: (_, what) => `筛选：略去，已隐藏的行仍隐藏（${what}）`,
  },
  colour_rules: {
    en: (n) => `${n} conditional ${n === 1 ? "format" : "formats"} of a kind that is not known here: left out`,
    zh: (n) => `${n} 条此处不支持的条件格式：略去`,
  },
  rich_text: {
    en: (n) => `Formatting inside ${n} ${n === 1 ? "text" : "texts"}: left out, the words stay`,
    zh: (n) => `${n} 处单元格内的局部文字格式：略去，文字保留`,
  },
  formulas: {
    en: (n, what) =>
      `${n} ${n === 1 ? "formula" : "formulas"} that cannot be calculated here: kept as the value in the file (${what})`,
    zh: (n, what) => `${n} 个此处无法计算的公式：保留文件中的数值（${what}）`,
  },
};

/** The loss in plain words. */
export function lossSentence(loss: Loss, language: "en" | "zh"): string {
  return WORDS[loss.kind][language](loss.count, loss.what.join(language === "zh" ? "、" : ", "));
}

function unzip(bytes: Uint8Array): { parts: Record<string, string>; binaries: string[] } {
  let files: Record<string, Uint8Array>;
  const binaries: string[] = [];
  try {
    files = unzipSync(bytes, {
      filter: ({ name }) => {
        const text = /\.(?:xml|rels)$/i.test(name);
        if (!text) binaries.push(name);
        return text;
      },
    });
  } catch {
    throw new UnreadableFile("is not an .xlsx workbook");
  }
  const parts: Record<string, string> = {};
  for (const [name, content] of Object.entries(files)) parts[name.replaceAll("\\", "/")] = strFromU8(content);
  return { parts, binaries };
}

interface Tag {
  /** Name and attributes. */
  readonly head: string;
  readonly body: string;
}

/**
 * Elements of one name, with or without a prefix, none inside another. Sheets have hundreds of thousands of cells and
 * a document tree of them costs seconds in Node, so that these few flat elements are taken out of the text.
 */
function tags(xml: string, name: string): Tag[] {
  const pattern = new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</(?:\\w+:)?${name}>)`, "g");
  const found: Tag[] = [];
  for (let match = pattern.exec(xml); match; match = pattern.exec(xml)) {
    found.push({ head: match[1] ?? "", body: match[2] ?? "" });
  }
  return found;
}

function attribute(head: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`).exec(head);
  return match ? plain(match[1] ?? match[2] ?? "") : undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function plain(xml: string): string {
  if (!xml.includes("&")) return xml;
  return xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return ENTITIES[name] ?? whole;
  });
}

/** Text of a string item: its runs without the reading aids of East Asian text; Excel writes control characters as _x000D_. */
function textOf(xml: string): string {
  const spoken = xml.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, "");
  const text = tags(spoken, "t")
    .map((tag) => plain(tag.body))
    .join("");
  return text.replace(/_x([0-9A-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function sharedStrings(parts: Readonly<Record<string, string>>, workbookPath: string): string[] {
  const path = partOfType(parts, "sharedStrings", relationsOf(workbookPath), workbookPath);
  return path === undefined ? [] : tags(parts[path] ?? "", "si").map((tag) => textOf(tag.body));
}

function relationsOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return `${path.slice(0, slash + 1)}_rels/${path.slice(slash + 1)}.rels`;
}

function relations(parts: Readonly<Record<string, string>>, path: string): Map<string, string> {
  const targets = new Map<string, string>();
  for (const tag of tags(parts[relationsOf(path)] ?? "", "Relationship")) {
    targets.set(attribute(tag.head, "Id") ?? "", resolved(path, attribute(tag.head, "Target") ?? ""));
  }
  return targets;
}

function partOfType(
  parts: Readonly<Record<string, string>>,
  type: string,
  relationsPath: string,
  from = "",
): string | undefined {
  const found = tags(parts[relationsPath] ?? "", "Relationship").find((tag) =>
    attribute(tag.head, "Type")?.endsWith(`/${type}`),
  );
  return found && resolved(from, attribute(found.head, "Target") ?? "");
}

function resolved(from: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps = from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
}

function cellsOf(xml: string, strings: readonly string[]): XlsxCell[] {
  const cells: XlsxCell[] = [];
  for (const { head, body } of tags(xml, "c")) {
    const at = attribute(head, "r");
    const type = attribute(head, "t") ?? "n";
    const formula = tags(body, "f")[0];
    if (at === undefined || (!formula && type !== "s" && type !== "inlineStr" && type !== "str")) continue;
    const raw = tags(body, "v")[0];
    const value = type === "inlineStr" ? textOf(body) : raw && cachedValue(type, plain(raw.body), strings);
    if (!formula && value === undefined) continue;
    cells.push({ at, formula: formula ? plain(formula.body) || "shared" : "", value });
  }
  return cells;
}

function cachedValue(type: string, raw: string, strings: readonly string[]): string | number | boolean | undefined {
  switch (type) {
    case "s":
      return strings[Number(raw)];
    case "b":
      return raw === "1" || raw === "true";
    case "n":
      return raw === "" ? undefined : Number(raw);
    default:
      return raw;
  }
}

/** Kinds of conditional format that the engine reads. */
const KNOWN_RULES =
  /^(?:expression|cellIs|colorScale|iconSet|containsText|notContainsText|beginsWith|endsWithText|containsBlanks|notContainsBlanks)$/;

function lossesOf(
  parts: Readonly<Record<string, string>>,
  binaries: readonly string[],
  sheets: readonly { readonly name: string; readonly xml: string }[],
): Loss[] {
  const paths = Object.keys(parts);
  const losses: Loss[] = [];
  const add = (kind: LossKind, count: number, what: readonly string[] = []) => {
    if (count > 0) losses.push({ kind, count, what });
  };
  const having = (pattern: RegExp) => sheets.filter(({ xml }) => pattern.test(xml)).map(({ name }) => name);
  const inParts = (path: RegExp, element: string) =>
    paths.filter((name) => path.test(name)).reduce((sum, name) => sum + tags(parts[name]!, element).length, 0);

  add("charts", paths.filter((path) => /^xl\/(?:charts\/chart(?:Ex)?|chartsheets\/sheet)\d*\.xml$/.test(path)).length);
  add("pivots", paths.filter((path) => /^xl\/pivotTables\/[^/]+\.xml$/.test(path)).length);
  add("images", binaries.filter((path) => /^xl\/media\//.test(path)).length);
  // A threaded comment has a twin among the plain comments, so that the plain ones alone are counted.
  add("comments", inParts(/^xl\/(?:.*\/)?comments[^/]*\.xml$/, "comment"));
  add("macros", binaries.filter((path) => /vbaProject\.bin$/.test(path)).length);
  const guarded = having(/<(?:\w+:)?(?:sheetProtection|protectedRange)\b/);
  add("protection", guarded.length, guarded);
  add("links", paths.filter((path) => /^xl\/externalLinks\/[^/]+\.xml$/.test(path)).length);
  add(
    "hyperlinks",
    sheets.reduce((sum, { xml }) => sum + tags(xml, "hyperlink").length, 0),
  );
  add("slicers", inParts(/^xl\/slicers\/[^/]+\.xml$/, "slicer"));
  const filtered = having(/<(?:\w+:)?autoFilter\b/);
  add("filters", filtered.length, filtered);
  const rules = sheets.flatMap(({ xml }) => [...xml.matchAll(/<(?:\w+:)?cfRule\b[^>]*?\stype="(\w+)"/g)]);
  add("colour_rules", rules.filter(([, type]) => !KNOWN_RULES.test(type!)).length);
  const strings = paths.filter((path) => /sharedStrings\.xml$/.test(path));
  const rich = strings.flatMap((path) => tags(parts[path]!, "si")).filter(({ body }) => /<(?:\w+:)?r[\s>]/.test(body));
  add("rich_text", rich.length);
  return losses;
}
