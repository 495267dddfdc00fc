import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";

/** How the bytes of a file stand for characters. */
export type Encoding = "utf8" | "utf16le" | "utf16be" | "gb18030" | "windows1252";
export type Delimiter = "," | ";" | "\t";

/** A .csv file as it came: every cell as text, and the bytes of each record so that they can be given back unchanged. */
export interface CsvFile {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  /** Cells as typed, a list a record; records may differ in length. A blank line is one empty cell. */
  readonly rows: readonly (readonly string[])[];
  /** The whole file. */
  readonly bytes: Buffer;
  readonly records: readonly CsvRecord[];
}

/** Where a record lies in the bytes of its file. */
export interface CsvRecord {
  /** Byte offsets: fields[2 * i] is where field i begins, fields[2 * i + 1] where it ends (exclusive). */
  readonly fields: readonly number[];
  /** End of the line end that follows the last field (exclusive). */
  readonly end: number;
}

/** What is put into a cell of ours: text is guarded against being run as a formula, a number is not text. */
export type CsvCell = string | number;

/** Record (0-based) -> column (0-based) -> what the cell shall hold. */
export type CsvEdits = ReadonlyMap<number, ReadonlyMap<number, CsvCell>>;

const DELIMITERS: readonly Delimiter[] = [",", ";", "\t"];
const BYTE_ORDER_MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ["utf8", [0xef, 0xbb, 0xbf]],
  ["utf16le", [0xff, 0xfe]],
  ["utf16be", [0xfe, 0xff]],
  ["gb18030", [0x84, 0x31, 0x95, 0x33]],
];
const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
/** Records looked at to tell the delimiter. */
const SAMPLE = 50;

/** The file in its records and cells. Never throws: bytes that stand for no character read as U+FFFD and are kept. */
export function readCsv(bytes: Uint8Array): CsvFile {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const mark = BYTE_ORDER_MARKS.find(([, signature]) => signature.every((byte, index) => buffer[index] === byte));
  const encoding = mark ? mark[0] : guessEncoding(buffer);
  const units = unitsOf(buffer, encoding);
  const start = mark ? mark[1].length / units.width : 0;
  const delimiter = guessDelimiter(units, start);
  const records = split(units, start, delimiter.charCodeAt(0));
  const rows = records.map((record) => cellsOf(buffer, record, encoding));
  return { encoding, delimiter, rows, bytes: buffer, records };
}

/**
 * The file with some cells put in: every other byte is given back as it came. A record too short for its edits is
 * filled up with empty cells. A cell that already holds the text keeps its bytes. Records are never added.
 */
export function writeCsv(file: CsvFile, edits: CsvEdits): Buffer {
  const parts: Buffer[] = [];
  let kept = 0;
  for (const [index, record] of file.records.entries()) {
    const edit = edits.get(index);
    if (!edit) continue;
    const from = record.fields[0]!;
    const to = record.fields[record.fields.length - 1]!;
    parts.push(file.bytes.subarray(kept, from));
    const width = Math.max(record.fields.length / 2, ...[...edit.keys()].map((column) => column + 1));
    for (let column = 0; column < width; column++) {
      if (column > 0) parts.push(encode(file.delimiter, file.encoding));
      const cell = edit.get(column);
      const before = file.rows[index]![column];
      if (before !== undefined && (cell === undefined || guarded(cell) === before)) {
        parts.push(file.bytes.subarray(record.fields[2 * column]!, record.fields[2 * column + 1]!));
      } else if (cell !== undefined) {
        parts.push(encode(quoted(guarded(cell), file.delimiter), file.encoding));
      }
    }
    kept = to;
  }
  parts.push(file.bytes.subarray(kept));
  return Buffer.concat(parts);
}

/**
 * Programs that open a .csv run a cell that begins with one of these. An apostrophe in front is what stops Excel,
 * LibreOffice and Sheets alike; numbers of ours stay numbers.
 */
function guarded(cell: CsvCell): string {
  if (typeof cell === "number") return String(cell);
  return /^[=+\-@\t\r]/.test(cell) && !/^-\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell;
}

function quoted(text: string, delimiter: Delimiter): string {
  return text.includes(delimiter) || /["\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Code units of a file: bytes, or pairs of bytes in UTF-16. A last odd byte belongs to no unit. */
interface Units {
  readonly width: 1 | 2;
  readonly length: number;
  at(index: number): number;
}

/**
 * Records are told apart before characters are decoded: no second byte of UTF-8 or GB18030 is a quote, a line end or
 * one of the delimiters, so that the bytes can be walked as they are.
 */
function unitsOf(buffer: Buffer, encoding: Encoding): Units {
  if (encoding !== "utf16le" && encoding !== "utf16be") {
    return { width: 1, length: buffer.length, at: (index) => buffer[index]! };
  }
  const high = encoding === "utf16le" ? 1 : 0;
  return {
    width: 2,
    length: buffer.length >> 1,
    at: (index) => (buffer[2 * index + high]! << 8) | buffer[2 * index + 1 - high]!,
  };
}

function guessEncoding(buffer: Buffer): Encoding {
  const head = buffer.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (const [index, byte] of head.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even++;
    else odd++;
  }
  if (even + odd > 0 && even !== odd) return odd > even ? "utf16le" : "utf16be";
  if (isUtf8(buffer)) return "utf8";
  return standsAlone(buffer) ? "windows1252" : "gb18030";
}

/** Accented letters of a Western file stand alone between ASCII letters; Chinese characters come in pairs of high bytes. */
function standsAlone(buffer: Buffer): boolean {
  let alone = 0;
  let paired = 0;
  for (let index = 0; index < buffer.length; index++) {
    if (buffer[index]! < 0x80) continue;
    let end = index + 1;
    while (end < buffer.length && buffer[end]! >= 0x80) end++;
    if (end - index === 1) alone++;
    else paired++;
    index = end;
  }
  return alone > paired;
}

function guessDelimiter(units: Units, start: number): Delimiter {
  const announced = announcedDelimiter(units, start);
  if (announced) return announced;
  let best: Delimiter = ",";
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const widths = new Map<number, number>();
    const sample = split(units, start, delimiter.charCodeAt(0), SAMPLE);
    for (const record of sample) {
      const width = record.fields.length / 2;
      if (width > 1) widths.set(width, (widths.get(width) ?? 0) + 1);
    }
    // The delimiter under which most records have the same number of cells; among equals the one that gives more cells.
    for (const [width, count] of widths) {
      const score = count + width / 10_000;
      if (score > bestScore) {
        best = delimiter;
        bestScore = score;
      }
    }
  }
  return best;
}

/** Excel reads a first line "sep=;" as the file's own word on its delimiter. */
function announcedDelimiter(units: Units, start: number): Delimiter | undefined {
  let line = "";
  for (let index = start; index < units.length && line.length < 6; index++) {
    const unit = units.at(index);
    if (unit === LINE_FEED || unit === CARRIAGE_RETURN) break;
    line += String.fromCharCode(unit);
  }
  const found = /^sep=(.)$/i.exec(line)?.[1];
  return DELIMITERS.find((delimiter) => delimiter === found);
}

function split(units: Units, start: number, delimiter: number, limit = Number.POSITIVE_INFINITY): CsvRecord[] {
  const records: CsvRecord[] = [];
  let position = start;
  // From here on a quoted cell finds no closing quote, so that a stray quote cannot swallow the rest of the file.
  let unclosed = Number.POSITIVE_INFINITY;
  while (position < units.length && records.length < limit) {
    const fields: number[] = [];
    for (;;) {
      const from = position;
      if (units.at(position) === QUOTE && position < unclosed) {
        const closed = afterClosingQuote(units, position + 1);
        if (closed < 0) unclosed = position;
        else position = closed;
      }
      while (position < units.length) {
        const unit = units.at(position);
        if (unit === delimiter || unit === LINE_FEED || unit === CARRIAGE_RETURN) break;
        position++;
      }
      fields.push(from * units.width, position * units.width);
      if (position < units.length && units.at(position) === delimiter) position++;
      else break;
    }
    if (position < units.length) {
      const crlf = units.at(position) === CARRIAGE_RETURN && position + 1 < units.length;
      position += crlf && units.at(position + 1) === LINE_FEED ? 2 : 1;
    }
    records.push({ fields, end: position * units.width });
  }
  return records;
}

/** Where reading goes on after the quote that closes; -1 where none does. */
function afterClosingQuote(units: Units, from: number): number {
  for (let position = from; position < units.length; position++) {
    if (units.at(position) !== QUOTE) continue;
    if (position + 1 < units.length && units.at(position + 1) === QUOTE) position++;
    else return position + 1;
  }
  return -1;
}

function cellsOf(buffer: Buffer, record: CsvRecord, encoding: Encoding): string[] {
  const cells: string[] = [];
  for (let index = 0; index < record.fields.length; index += 2) {
    cells.push(unquoted(decode(buffer.subarray(record.fields[index]!, record.fields[index + 1]!), encoding)));
  }
  return cells;
}

function unquoted(raw: string): string {
  if (raw[0] !== '"') return raw;
  let text = "";
  for (let position = 1; position < raw.length; position++) {
    if (raw[position] !== '"') {
      text += raw[position];
    } else if (raw[position + 1] === '"') {
      text += '"';
      position++;
    } else {
      // What stands between the closing quote and the delimiter belongs to the cell as it is.
      return text + raw.slice(position + 1);
    }
  }
  return raw;
}

function decode(bytes: Buffer, encoding: Encoding): string {
  if (encoding === "utf8") return bytes.toString("utf8");
  return iconv.decode(bytes, encoding, { stripBOM: false });
}

function encode(text: string, encoding: Encoding): Buffer {
  return iconv.encode(text, encoding, { addBOM: false });
}
