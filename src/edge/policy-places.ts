import { a1Of } from "./cells";
import type { PolicyTab } from "./policy-sheet";
import type { Place } from "./views";

/** Where values of the policy stand in its tab, by their keys. Rows can be sorted, and a row may be gone. */
export function policyPlaces({ tab, places, rowOf }: PolicyTab): (key: string) => Place | undefined {
  // What it is called is a call to Google, and mostly nothing is looked for.
  let sheet: string | undefined;
  return (key) => {
    const row = rowOf.get(key);
    if (!places || row === undefined) return undefined;
    sheet ??= tab.getName();
    return { sheetId: tab.getSheetId(), sheet, a1: a1Of(row, places.value) };
  };
}
