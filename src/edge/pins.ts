/** Keys of our developer metadata. They follow their column or sheet wherever people move it, and whatever they call it. */
export const PIN = {
  /** On a column of ours; the value is its id. */
  column: "tierbook.column",
  /** On a column of the team's; the value is the field that it was found to be. */
  field: "tierbook.field",
  /** On a tab of ours; the value is which. */
  tab: "tierbook.tab",
  /** On a column of today's list; the value is which, counted from 0. */
  today: "tierbook.today",
} as const;

export interface Pin {
  readonly key: string;
  readonly value: string;
  readonly sheetId: number;
  /** 0-based; -1 where the pin is on a sheet. */
  readonly column: number;
  readonly metadata: GoogleAppsScript.Spreadsheet.DeveloperMetadata;
}

const KEYS: readonly string[] = Object.values(PIN);

/** All pins of ours in the document, by one call. */
export function findPins(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): Pin[] {
  const pins: Pin[] = [];
  for (const metadata of spreadsheet.createDeveloperMetadataFinder().find()) {
    const key = metadata.getKey();
    if (!KEYS.includes(key)) continue;
    const value = metadata.getValue() || "";
    const location = metadata.getLocation();
    const range = key === PIN.tab ? null : location.getColumn();
    if (range)
      pins.push({ key, value, sheetId: range.getSheet().getSheetId(), column: range.getColumn() - 1, metadata });
    else {
      const sheet = key === PIN.tab ? location.getSheet() : null;
      if (sheet) pins.push({ key, value, sheetId: sheet.getSheetId(), column: -1, metadata });
    }
  }
  return pins;
}

/** Pins a whole column, 0-based. */
export function pinColumn(sheet: GoogleAppsScript.Spreadsheet.Sheet, column: number, key: string, value: string): void {
  // Google takes metadata on whole columns only, which in its eyes is an open range.
  const letters = sheet
    .getRange(1, column + 1)
    .getA1Notation()
    .replace(/\d+$/, "");
  sheet
    .getRange(`${letters}:${letters}`)
    .addDeveloperMetadata(key, value, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
}
