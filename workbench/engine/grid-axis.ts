import { columnLetters, columnNumber } from "../runtime/a1";
import type { Zone } from "../runtime/store";

/** Where the rows (or columns) of a sheet went: insert, delete or move, as one mapping of old places to new ones. */
export interface Shift {
  readonly axis: "row" | "column";
  /** The new place of an old one, undefined when it was deleted. */
  readonly place: (old: number) => number | undefined;
  readonly deletes: { readonly from: number; readonly count: number } | undefined;
  readonly moves: { readonly from: number; readonly count: number } | undefined;
}

export function inserted(axis: Shift["axis"], before: number, count: number): Shift {
  return { axis, place: (i) => (i >= before ? i + count : i), deletes: undefined, moves: undefined };
}

export function deleted(axis: Shift["axis"], from: number, count: number): Shift {
  const place = (i: number) => (i < from ? i : i < from + count ? undefined : i - count);
  return { axis, place, deletes: { from, count }, moves: undefined };
}

/** `before` is counted before the move. */
export function moved(axis: Shift["axis"], from: number, count: number, before: number): Shift {
  const place = (i: number) => {
    if (i >= from && i < from + count) return before > from ? i + before - from - count : i + before - from;
    if (before > from && i >= from + count && i < before) return i - count;
    if (before < from && i >= before && i < from) return i + count;
    return i;
  };
  return { axis, place, deletes: undefined, moves: { from, count } };
}

/** The span after the shift: an insert inside widens it, a delete narrows it, undefined when nothing is left of it. */
export function shiftSpan(shift: Shift, first: number, last: number): [number, number] | undefined {
  if (shift.deletes) {
    const { from, count } = shift.deletes;
    if (first >= from && last < from + count) return undefined;
    const start = shift.place(first) ?? from;
    const end = shift.place(last) ?? from - 1;
    return [start, end];
  }
  if (shift.moves) {
    const { from, count } = shift.moves;
    const inside = first >= from && last < from + count;
    // What only partly moves keeps its place among the rest, as in Sheets.
    if (!inside && first < from + count && last >= from) return [first, last];
    const start = shift.place(first)!;
    return [start, start + last - first];
  }
  return [shift.place(first)!, shift.place(last)!];
}

export function shiftZone(shift: Shift, zone: Zone): Zone | undefined {
  const span = shift.axis === "row" ? shiftSpan(shift, zone.top, zone.bottom) : shiftSpan(shift, zone.left, zone.right);
  if (!span) return undefined;
  return shift.axis === "row" ? { ...zone, top: span[0], bottom: span[1] } : { ...zone, left: span[0], right: span[1] };
}

const reference =
  /"(?:[^"]|"")*"|((?:'(?:[^']|'')+'|[A-Za-z_一-鿿][\w一-鿿]*)!)?(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d*)(?::(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d*))?(?![\w(])/g;

/** The formula of a cell after rows or columns of `shifted` went elsewhere; `own` is the sheet that the cell is on. */
export function shiftFormula(shift: Shift, formula: string, shifted: string, own: string): string {
  return formula.replace(reference, (...found) => {
    const text = found[0] as string;
    const offset = found[10] as number;
    const [, sheet, d1, c1, d2, r1, d3, c2, d4, r2] = found as (string | undefined)[];
    if (c1 === undefined || r1 === undefined || /[\w.]/.test(formula[offset - 1] ?? "")) return text;
    const name = sheet ? sheet.slice(0, -1).replace(/^'|'$/g, "").replace(/''/g, "'") : own;
    if (name !== shifted) return text;
    const zone = {
      top: Number(r1) - 1,
      left: columnNumber(c1),
      bottom: Number(r2 ?? r1) - 1,
      right: columnNumber(c2 ?? c1),
    };
    const now = shiftZone(shift, zone);
    if (!now) return "#REF!";
    const first = `${d1}${columnLetters(now.left)}${d2}${now.top + 1}`;
    return (
      (sheet ?? "") + (c2 === undefined ? first : `${first}:${d3}${columnLetters(now.right)}${d4}${now.bottom + 1}`)
    );
  });
}

/** The formula of a cell that was sorted `by` rows down: its relative rows go along. */
export function translateRows(formula: string, by: number): string {
  return formula.replace(reference, (...found) => {
    const text = found[0] as string;
    const offset = found[10] as number;
    const [, sheet, d1, c1, d2, r1, d3, c2, d4, r2] = found as (string | undefined)[];
    if (c1 === undefined || r1 === undefined || /[\w.]/.test(formula[offset - 1] ?? "")) return text;
    const row = (fixed: string | undefined, r: string) => (fixed ? Number(r) : Number(r) + by);
    const first = `${d1}${c1}${d2}${row(d2, r1)}`;
    return (sheet ?? "") + (c2 === undefined || r2 === undefined ? first : `${first}:${d3}${c2}${d4}${row(d4, r2)}`);
  });
}
