import fc from "fast-check";
import { expect, test } from "vitest";
import { GridStore } from "../../../workbench/engine/grid-store";
import { makeOdooStore } from "../../../workbench/engine/odoo-node";
import type { Store } from "../../../workbench/runtime/store";

const SIZE = 8;

type Change = { readonly kind: string; readonly from: number; readonly count: number; readonly to: number };

const change = fc.record<Change>({
  kind: fc.constantFrom(
    "insertRows",
    "insertColumns",
    "deleteRows",
    "deleteColumns",
    "moveRows",
    "moveColumns",
    "sort",
  ),
  from: fc.nat(SIZE - 1),
  count: fc.integer({ min: 1, max: 3 }),
  to: fc.nat(SIZE),
});

function apply(store: Store, sheet: string, { kind, from, count, to }: Change): void {
  const { rows, columns } = store.size(sheet);
  const size = kind.endsWith("Rows") ? rows : columns;
  const fits = from + count <= size;
  const moves = fits && to <= size && (to < from || to > from + count);
  if (kind === "insertRows") store.insertRows(sheet, Math.min(to, rows), count);
  else if (kind === "insertColumns") store.insertColumns(sheet, Math.min(to, columns), count);
  else if (kind === "deleteRows" && fits && count < size) store.deleteRows(sheet, from, count);
  else if (kind === "deleteColumns" && fits && count < size) store.deleteColumns(sheet, from, count);
  else if (kind === "moveRows" && moves) store.moveRows(sheet, from, count, to);
  else if (kind === "moveColumns" && moves) store.moveColumns(sheet, from, count, to);
  else if (kind === "sort" && rows > 3) {
    store.reorderRows(sheet, { top: 1, left: 0, bottom: 3, right: columns - 1 }, [2, 0, 1]);
  }
}

function filled(store: Store): string {
  const sheet = store.insertSheet("Table", 1, SIZE, SIZE);
  const cells = Array.from({ length: SIZE }, (_, r) =>
    Array.from({ length: SIZE }, (_, c) => ({ value: `${r}/${c}` })),
  );
  store.write(sheet, 0, 0, cells);
  store.setNote(sheet, 2, 2, "note");
  store.setFormat(sheet, { top: 3, left: 3, bottom: 3, right: 3 }, "@");
  for (const at of [0, 3, 7]) {
    store.addPin({ key: "column", value: String(at), visibility: "DOCUMENT", on: "column", sheet, at });
    store.addPin({ key: "row", value: String(at), visibility: "DOCUMENT", on: "row", sheet, at });
  }
  return sheet;
}

function seen(store: Store, sheet: string): unknown {
  const { rows, columns } = store.size(sheet);
  const all = { top: 0, left: 0, bottom: rows - 1, right: columns - 1 };
  return {
    values: store.values(sheet, all),
    texts: store
      .formats(sheet, all)
      .flatMap((line, r) => line.flatMap((f, c) => (f === "@" ? [store.values(sheet, all)[r]![c]] : [])))
      .filter((v) => v !== ""),
    notes: store.notes(sheet),
    pins: store.pins(),
    used: store.used(sheet),
  };
}

test("whatever people do to rows and columns, both stores hold the same table, notes and metadata", () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
      const [grid, engine] = [new GridStore(), makeOdooStore()];
      const [a, b] = [filled(grid), filled(engine)];
      for (const each of changes) {
        apply(grid, a, each);
        apply(engine, b, each);
      }
      expect(seen(engine, b)).toEqual(seen(grid, a));
    }),
    { numRuns: 150 },
  );
});
