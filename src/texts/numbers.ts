/** 1234567.5 -> 1,234,567.5; both languages group by thousands. */
export const grouped = (n: number): string => n.toLocaleString("en-US", { maximumFractionDigits: 6 });

/** An English count with its noun: 1 cell, 2 cells. */
export const of = (n: number, one: string, many: string): string => `${grouped(n)} ${n === 1 ? one : many}`;
