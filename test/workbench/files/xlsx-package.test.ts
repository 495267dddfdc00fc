import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { type LossKind, lossSentence, openPackage, UnreadableFile } from "../../../workbench/files/xlsx-package";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A package as small as can be: one sheet per entry, given by the inside of its worksheet element. */
function xlsx(sheets: Record<string, string>, more: Record<string, string> = {}, workbook = ""): Uint8Array {
  const names = Object.keys(sheets);
  const parts: Record<string, string> = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": `<Relationships><Relationship Id="r1" Type="${RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}">${workbook}<sheets>${names
      .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${names
      .map(
        (_, index) =>
          `<Relationship Id="rId${index + 1}" Type="${RELATION}/worksheet" Target="worksheets/sheet${names.length - index}.xml"/>`,
      )
      .join("")}<Relationship Id="s" Type="${RELATION}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
    "xl/sharedStrings.xml": `<sst><si><t>00123</t></si><si><t xml:space="preserve"> =1+1 </t></si><si><r><t>bold</t></r><r><t> &amp; thin</t></r><rPh sb="0" eb="1"><t>reading</t></rPh></si><si><t>line_x000D_
two</t></si></sst>`,
    ...more,
  };
  for (const [index, name] of names.entries()) {
    parts[`xl/worksheets/sheet${names.length - index}.xml`] = `<worksheet xmlns="${MAIN}">${sheets[name]}</worksheet>`;
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

describe("the package of an .xlsx", () => {
  test("tabs stand in the workbook's order, not in that of the files", () => {
    expect(openPackage(xlsx({ 客户: "", Orders: "", "A &amp; B": "" })).sheets.map(({ name }) => name)).toEqual([
      "客户",
      "Orders",
      "A & B",
    ]);
  });

  test.each<[string, string, unknown]>([
    ["a text that looks like a number", '<c r="A1" t="s"><v>0</v></c>', { at: "A1", formula: "", value: "00123" }],
    ["a text that looks like a formula", '<c r="A1" t="s"><v>1</v></c>', { at: "A1", formula: "", value: " =1+1 " }],
    [
      "a text in pieces, without its reading aid",
      '<c r="A1" t="s"><v>2</v></c>',
      { at: "A1", formula: "", value: "bold & thin" },
    ],
    ["a text over two lines", '<c r="A1" t="s"><v>3</v></c>', { at: "A1", formula: "", value: "line\r\ntwo" }],
    [
      "a text in the sheet itself",
      '<c r="B2" t="inlineStr"><is><t>A &lt; B</t></is></c>',
      { at: "B2", formula: "", value: "A < B" },
    ],
    ["a formula with a number", '<c r="A1"><f>1+1</f><v>2</v></c>', { at: "A1", formula: "1+1", value: 2 }],
    [
      "a formula with a text",
      '<c r="A1" t="str"><f>A2&amp;"x"</f><v>x</v></c>',
      { at: "A1", formula: 'A2&"x"', value: "x" },
    ],
    [
      "a formula with yes or no",
      '<c r="A1" t="b"><f>1&gt;0</f><v>1</v></c>',
      { at: "A1", formula: "1>0", value: true },
    ],
    [
      "a formula shared with the cell above",
      '<c r="A1"><f t="shared" si="0"/><v>3</v></c>',
      { at: "A1", formula: "shared", value: 3 },
    ],
    ["a formula without a value", '<c r="A1"><f>1+1</f></c>', { at: "A1", formula: "1+1", value: undefined }],
  ])("%s", (_, cell, expected) => {
    const sheet = `<cols><col min="1" max="2"/></cols><sheetData><row r="1">${cell}<c r="C9" s="4"/><c r="D9"><v>5</v></c></row></sheetData>`;
    expect(openPackage(xlsx({ Customers: sheet })).sheets[0]!.cells).toEqual([expected]);
  });

  test("elements with a prefix are read as well", () => {
    const sheet = '<x:sheetData><x:row><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData>';
    expect(openPackage(xlsx({ Customers: sheet })).sheets[0]!.cells).toEqual([
      { at: "A1", formula: "", value: "00123" },
    ]);
  });

  test("names of one block are kept; print areas, names of one tab and calculations are not", () => {
    const names = `<definedNames><definedName name="TIERBOOK_DAY">'规则 Policy'!$B$2</definedName><definedName name="limits">Limits!$A$1:$B$9</definedName><definedName name="_xlnm.Print_Area">Limits!$A$1</definedName><definedName name="own" localSheetId="0">Limits!$A$1</definedName><definedName name="sum">SUM(Limits!$A$1)</definedName></definedNames>`;
    expect(openPackage(xlsx({ Limits: "" }, {}, names)).names).toEqual({
      TIERBOOK_DAY: "'规则 Policy'!$B$2",
      limits: "Limits!$A$1:$B$9",
    });
  });

  test.each<[LossKind, number, string, Record<string, string>]>([
    ["charts", 1, "", { "xl/charts/chart1.xml": "<c/>", "xl/charts/style1.xml": "<c/>" }],
    ["pivots", 2, "", { "xl/pivotTables/pivotTable1.xml": "<p/>", "xl/pivotTables/pivotTable2.xml": "<p/>" }],
    ["images", 1, "", { "xl/media/image1.png": "png" }],
    [
      "comments",
      2,
      "",
      {
        "xl/comments1.xml":
          '<comments><commentList><comment ref="A1"/><comment ref="A2"></comment></commentList></comments>',
      },
    ],
    ["macros", 1, "", { "xl/vbaProject.bin": "vba" }],
    ["protection", 1, "<sheetProtection sheet='1'/>", {}],
    ["protection", 1, "<protectedRanges><protectedRange/></protectedRanges>", {}],
    ["links", 1, "", { "xl/externalLinks/externalLink1.xml": "<e/>" }],
    ["hyperlinks", 2, '<hyperlinks><hyperlink ref="A1" r:id="a"/><hyperlink ref="A2" location="B1"/></hyperlinks>', {}],
    ["slicers", 1, "", { "xl/slicers/slicer1.xml": "<slicers><slicer name='a'/></slicers>" }],
    ["filters", 1, '<autoFilter ref="A1:B2"/>', {}],
    ["colour_rules", 1, '<cfRule type="dataBar"/><cfRule type="cellIs"/>', {}],
  ])("%s that are lost are counted", (kind, count, sheet, more) => {
    const { losses } = openPackage(xlsx({ Customers: sheet }, more));
    expect(losses.find((loss) => loss.kind === kind)?.count).toBe(count);
    for (const language of ["en", "zh"] as const) expect(lossSentence(losses[0]!, language)).not.toContain("undefined");
  });

  test("a plain workbook loses nothing but what is in its words", () => {
    const kinds = openPackage(xlsx({ Customers: "" })).losses.map(({ kind }) => kind);
    expect(kinds).toEqual(["rich_text"]);
    expect(openPackage(xlsx({ Customers: "" }, { "xl/sharedStrings.xml": "<sst/>" })).losses).toEqual([]);
  });

  test.each<[string, Uint8Array, RegExp]>([
    ["a text", strToU8("company,country"), /not an \.xlsx/],
    ["a file with a password", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), /password/],
    ["a zip of something else", zipSync({ "a.txt": strToU8("a") }), /not an \.xlsx/],
    ["days counted from 1904", xlsx({ A: "" }, {}, '<workbookPr date1904="1"/>'), /1904/],
  ])("%s is refused in a plain sentence", (_, bytes, message) => {
    expect(() => openPackage(bytes)).toThrow(UnreadableFile);
    expect(() => openPackage(bytes)).toThrow(message);
  });
});
