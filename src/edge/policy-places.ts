import { a1Of } from "./cells";
import type { PolicyTab } from "./policy-sheet";
import type { Place } from "./views";

/** Where values of the policy stand in its tab, by their keys. Rows can be sorted, and a row may be gone. */
export function policyPlaces({ tab, places, rowOf }: PolicyTab): (key: string) => Place | undefined {
  const [sheetId, sheet] = [tab.getSheetId(), tab.getName()];
  return (key) => {
    const row = rowOf.get(key);
    return places && row !== undefined ? { sheetId, sheet, a1: a1Of(row, places.value) } : undefined;
  };
}
