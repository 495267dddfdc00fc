import type { Zone } from "./store";

/** 0 -> A, 26 -> AA. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

/** A -> 0, AA -> 26. */
export function columnNumber(letters: string): number {
  let n = 0;
  for (const letter of letters.toUpperCase()) n = n * 26 + letter.charCodeAt(0) - 64;
  return n - 1;
}

/** "B2:C5", or "B2" for one cell. */
export function a1(zone: Zone): string {
  const first = columnLetters(zone.left) + (zone.top + 1);
  const last = columnLetters(zone.right) + (zone.bottom + 1);
  return first === last ? first : `${first}:${last}`;
}

export interface Reference {
  /** The name of a sheet, where one was written. */
  readonly sheet?: string;
  readonly zone: Zone;
}

const pattern =
  /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?(?:(:)\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?)?$/;

/**
 * A reference as typed: "B2", "B2:C5", "B:B", "2:3", "B2:B" or any of them behind a sheet's name. What is left open ends
 * where the sheet of `size` ends. undefined when it is none.
 */
export function parseA1(
  text: string,
  size: (sheet: string | undefined) => { readonly rows: number; readonly columns: number } | undefined,
): Reference | undefined {
  const m = pattern.exec(text.trim());
  if (!m) return undefined;
  const [, quoted, bare, c1, r1, colon, c2, r2] = m;
  if (!c1 && !r1) return undefined;
  if (!colon && (!c1 || !r1)) return undefined;
  if (colon && !c2 && !r2) return undefined;
  const sheet = quoted?.replace(/''/g, "'") ?? bare;
  const grid = size(sheet);
  if (!grid) return undefined;
  const left = c1 ? columnNumber(c1) : 0;
  const top = r1 ? Number(r1) - 1 : 0;
  const right = !colon ? left : c2 ? columnNumber(c2) : grid.columns - 1;
  const bottom = !colon ? top : r2 ? Number(r2) - 1 : grid.rows - 1;
  const zone = {
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    bottom: Math.max(top, bottom),
    right: Math.max(left, right),
  };
  return sheet === undefined ? { zone } : { sheet, zone };
}

/** 'Bob''s sheet'!A1, with quotes only where the name needs them. */
export function sheetPrefix(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? `${name}!` : `'${name.replace(/'/g, "''")}'!`;
}

export function rowCount(zone: Zone): number {
  return zone.bottom - zone.top + 1;
}

export function columnCount(zone: Zone): number {
  return zone.right - zone.left + 1;
}
