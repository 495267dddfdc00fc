import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { type CsvCell, type Encoding, readCsv, writeCsv } from "../../../workbench/files/csv";

const MARKS: Record<string, number[]> = {
  utf8: [0xef, 0xbb, 0xbf],
  utf16le: [0xff, 0xfe],
  utf16be: [0xfe, 0xff],
  gb18030: [0x84, 0x31, 0x95, 0x33],
};

function bytesOf(text: string, encoding: Encoding, mark: boolean): Buffer {
  const body = iconv.encode(text, encoding, { addBOM: false });
  return mark ? Buffer.concat([Buffer.from(MARKS[encoding]!), body]) : body;
}

function edit(...cells: [row: number, column: number, cell: CsvCell][]): Map<number, Map<number, CsvCell>> {
  const edits = new Map<number, Map<number, CsvCell>>();
  for (const [row, column, cell] of cells) {
    if (!edits.has(row)) edits.set(row, new Map());
    edits.get(row)!.set(column, cell);
  }
  return edits;
}

const none = new Map();
const utf8 = (text: string) => Buffer.from(text, "utf8");

describe("cells are read exactly as in the file", () => {
  test.each<[string, string, string[][]]>([
    [
      "commas",
      "公司,国家\r\nAcme,德国\r\n",
      [
        ["公司", "国家"],
        ["Acme", "德国"],
      ],
    ],
    [
      "semicolons, with commas inside numbers",
      "a;b\n1,50;2,75\n3,00;4,25\n",
      [
        ["a", "b"],
        ["1,50", "2,75"],
        ["3,00", "4,25"],
      ],
    ],
    [
      "tabs",
      "a\tb\n1\t2\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a quoted line break",
      'a,b\n"x\ny",2\n',
      [
        ["a", "b"],
        ["x\ny", "2"],
      ],
    ],
    [
      "a quoted delimiter and a doubled quote",
      'a,b\n"x, ""y""",2\n',
      [
        ["a", "b"],
        ['x, "y"', "2"],
      ],
    ],
    [
      "leading zeros and formulas as text",
      "id,note\n00123,=1+1\n",
      [
        ["id", "note"],
        ["00123", "=1+1"],
      ],
    ],
    ["ragged rows", "a,b,c\n1\n1,2,3,4\n", [["a", "b", "c"], ["1"], ["1", "2", "3", "4"]]],
    ["a blank line", "a,b\n\n1,2\n", [["a", "b"], [""], ["1", "2"]]],
    [
      "no line end at the last line",
      "a,b\n1,2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "old line ends",
      "a,b\r1,2\r",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a stray quote in front of a cell",
      'a,b\n"x,2\n3,4\n',
      [
        ["a", "b"],
        ['"x', "2"],
        ["3", "4"],
      ],
    ],
    [
      "a quote inside a cell",
      'a,b\n17" screen,2\n',
      [
        ["a", "b"],
        ['17" screen', "2"],
      ],
    ],
    [
      "text after a closing quote",
      'a,b\n"x"y,2\n',
      [
        ["a", "b"],
        ["xy", "2"],
      ],
    ],
    [
      "spaces around a cell",
      "a,b\n x , y \n",
      [
        ["a", "b"],
        [" x ", " y "],
      ],
    ],
    [
      "a line that announces the delimiter",
      "sep=;\na;b,c\n",
      [
        ["sep=", ""],
        ["a", "b,c"],
      ],
    ],
    ["one column", "公司\nAcme\n", [["公司"], ["Acme"]]],
    ["a file with nothing in it", "", []],
  ])("%s", (_, text, rows) => {
    expect(readCsv(utf8(text)).rows).toEqual(rows);
  });

  const chinese = "公司名称,国家\r\n深圳市宏达贸易有限公司,德国\r\n";
  test.each<[Encoding, boolean]>([
    ["utf8", false],
    ["utf8", true],
    ["utf16le", false],
    ["utf16le", true],
    ["utf16be", false],
    ["utf16be", true],
    ["gb18030", false],
    ["gb18030", true],
  ])("%s is told from the bytes (byte order mark: %s)", (encoding, mark) => {
    const file = readCsv(bytesOf(chinese, encoding, mark));
    expect(file.encoding).toBe(encoding);
    expect(file.rows).toEqual([
      ["公司名称", "国家"],
      ["深圳市宏达贸易有限公司", "德国"],
    ]);
  });

  test("single accented letters between plain ones are a Western file, not Chinese", () => {
    const file = readCsv(bytesOf("name,city\nMüller GmbH,Köln\nCafé,Orléans\n", "windows1252", false));
    expect(file.encoding).toBe("windows1252");
    expect(file.rows[1]).toEqual(["Müller GmbH", "Köln"]);
  });

  test("a character of four bytes in GB18030 is one character", () => {
    expect(readCsv(bytesOf("公司,备注\n宏达,𠀀好\n", "gb18030", false)).rows[1]).toEqual(["宏达", "𠀀好"]);
  });
});

describe("the team's bytes come back", () => {
  const cell = fc.oneof(
    fc.constantFrom(
      "",
      "Acme",
      "深圳宏达",
      "00123",
      "=1+1",
      'say "hi"',
      "a\nb",
      "a\r\nb",
      "x,y",
      "x;y",
      "x\ty",
      " pad ",
      "München",
    ),
    fc.string({ unit: "grapheme", maxLength: 8 }),
  );
  const quotedCell = (delimiter: string) =>
    fc
      .tuple(cell, fc.boolean())
      .map(([text, always]) =>
        always || /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text,
      );
  const document = fc
    .constantFrom(",", ";", "\t")
    .chain((delimiter) =>
      fc
        .tuple(
          fc.array(fc.array(quotedCell(delimiter), { minLength: 1, maxLength: 5 }), { maxLength: 6 }),
          fc.constantFrom("\n", "\r\n", "\r"),
          fc.boolean(),
        )
        .map(([rows, end, last]) => rows.map((row) => row.join(delimiter)).join(end) + (last ? end : "")),
    );

  test.each<[Encoding, boolean]>([
    ["utf8", false],
    ["utf8", true],
    ["utf16le", true],
    ["utf16be", true],
    ["gb18030", false],
    ["gb18030", true],
  ])("read and written without columns of ours is the same file: %s, byte order mark %s", (encoding, mark) => {
    fc.assert(
      fc.property(document, (text) => {
        const bytes = bytesOf(text, encoding, mark);
        const file = readCsv(bytes);
        expect(writeCsv(file, none).equals(bytes)).toBe(true);
        const rewritten = new Map(
          file.rows.map((row, index) => [index, new Map([[row.length - 1, row[row.length - 1]!]])]),
        );
        const guardedNothing = file.rows.every((row) => !/^[=+\-@\t\r]/.test(row[row.length - 1]!));
        if (guardedNothing) expect(writeCsv(file, rewritten).equals(bytes)).toBe(true);
      }),
    );
  });

  test("any bytes at all come back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(writeCsv(readCsv(bytes), none).equals(Buffer.from(bytes))).toBe(true);
      }),
    );
  });

  test("what is put in is read again, in every encoding, and the cells of the team with it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Encoding>("utf8", "utf16le", "utf16be", "gb18030"),
        fc.array(cell, { minLength: 1, maxLength: 4 }),
        cell,
        (encoding, team, ours) => {
          const quotedTeam = team.map((text) => `"${text.replaceAll('"', '""')}"`).join(",");
          const file = readCsv(bytesOf(`公司,a\n${quotedTeam},\nz,z\n`, encoding, true));
          fc.pre(file.delimiter === ",");
          const again = readCsv(writeCsv(file, edit([1, 9, ours])));
          expect(again.rows[1]!.slice(0, team.length)).toEqual(file.rows[1]!.slice(0, team.length));
          expect(again.rows[1]![9]!.replace(/^'(?=[=+\-@\t\r])/, "")).toBe(ours);
          expect(again.rows[2]).toEqual(["z", "z"]);
        },
      ),
    );
  });
});

describe("our columns", () => {
  test("stand at the right, and shorter rows are filled up so that they line up", () => {
    const file = readCsv(utf8("Customers 2026\r\n\r\ncompany,country\r\nAcme\r\n\r\nBeta,DE,extra"));
    const out = writeCsv(
      file,
      edit([2, 3, "tierbook.value"], [2, 4, "tierbook.days"], [3, 3, "A"], [3, 4, -5], [5, 3, "B"], [5, 4, ""]),
    );
    expect(out.toString()).toBe(
      "Customers 2026\r\n\r\ncompany,country,,tierbook.value,tierbook.days\r\nAcme,,,A,-5\r\n\r\nBeta,DE,extra,B,",
    );
  });

  test("a row whose last cell is quoted over two lines gets ours behind it", () => {
    const file = readCsv(utf8('company,note\nAcme,"a\nb"\n'));
    expect(writeCsv(file, edit([1, 2, "A"])).toString()).toBe('company,note\nAcme,"a\nb",A\n');
  });

  test("a column of ours from an earlier run is replaced where it stands", () => {
    const file = readCsv(utf8("company,tierbook.value,mine\nAcme,A,x\nBeta,B,y\n"));
    expect(writeCsv(file, edit([1, 1, "B"], [2, 1, "B"])).toString()).toBe(
      "company,tierbook.value,mine\nAcme,B,x\nBeta,B,y\n",
    );
  });

  test.each<[CsvCell, string]>([
    ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
    ["+49 40", "'+49 40"],
    ["-5 days", "'-5 days"],
    ["-5-cmd", "'-5-cmd"],
    ["-102.58", "-102.58"],
    ["@mention", "'@mention"],
    ["\ttabbed", "'\ttabbed"],
    [-5, "-5"],
    ["A", "A"],
    ["no order, ever", '"no order, ever"'],
    ['the "big" one', '"the ""big"" one"'],
    ["", ""],
  ])("%j cannot run as a formula where the file is opened", (cell, written) => {
    const file = readCsv(utf8("a,b\n1,2\n"));
    const out = writeCsv(file, edit([1, 2, cell])).toString();
    expect(out).toBe(`a,b\n1,2,${written}\n`);
  });

  test("texts of ours are written in the file's own encoding", () => {
    const file = readCsv(bytesOf("公司,国家\n宏达,德国\n", "gb18030", false));
    const out = writeCsv(file, edit([1, 2, "最近一年的订单"]));
    expect(iconv.decode(out, "gb18030")).toBe("公司,国家\n宏达,德国,最近一年的订单\n");
  });
});
