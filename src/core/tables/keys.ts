import { type Cell, isDateCell, type Rows } from "../cells/cell";
import { type CompanyName, companyOf } from "../cells/company";
import { foldText, isBlankWord, tidy } from "../cells/text";
import type { RowKey } from "../model";

/** Number of occurrences so far of each key: equal names are told apart by their order. */
function numbered(seen: Map<string, number>, stem: string): RowKey {
  const nth = (seen.get(stem) || 0) + 1;
  seen.set(stem, nth);
  return `${stem}#${nth}`;
}

const cellText = (cell: Cell | undefined): string => {
  if (cell === undefined || cell === "" || isDateCell(cell)) return "";
  const text = tidy(String(cell));
  return isBlankWord(text) ? "" : text;
};

/**
 * The key of every sheet row, undefined for rows that are no customers (header and above, blank, totals, placeholders).
 *
 * @param rows rows of the sheet from its first one
 * @param headerRow 0-based
 * @param columns 0-based columns of id and name, -1 where there is none
 */
export const rowKeys = (rows: Rows, headerRow: number, columns: KeyColumns): (RowKey | undefined)[] =>
  identified(rows, headerRow, columns).map((who) => who?.key);

interface KeyColumns {
  readonly id: number;
  readonly name: number;
}

interface Who {
  readonly key: RowKey;
  readonly id: string;
  readonly name: string;
  /** Undefined where the row has no name. */
  readonly company: CompanyName | undefined;
}

/** Who stands in each row of the sheet. */
export function identified(rows: Rows, headerRow: number, columns: KeyColumns): (Who | undefined)[] {
  const seen = new Map<string, number>();
  return rows.map((row, i) => {
    if (i <= headerRow) return undefined;
    const id = columns.id < 0 ? "" : cellText(row[columns.id]);
    const name = columns.name < 0 ? "" : cellText(row[columns.name]);
    if (!id && !name) return undefined;
    const company = name ? companyOf(name) : undefined;
    if (company ? company.total || company.placeholder : companyOf(id).total) return undefined;
    return { key: numbered(seen, id ? `id:${foldText(id)}` : `name:${company!.full}`), id, name, company };
  });
}
