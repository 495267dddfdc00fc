import { type Clock, clockOf, compareWithGoogle } from "./cells";
import { findPins, type Pin } from "./pins";
import { readSaved, type Saved, save } from "./saved";

export type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The document as a run finds it: what is saved, whose zone counts, and where our pins now are. */
export interface Book {
  readonly spreadsheet: Spreadsheet;
  readonly saved: Saved;
  readonly clock: Clock;
  readonly pins: readonly Pin[];
}

/**
 * Opens the document: three calls to Google, four where the zone is not the saved one, which then is saved anew.
 *
 * @param looked the step before, a moment ago, asked for the zone: then the saved one is that of the run (two calls)
 */
export function openBook(looked = false): Book {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  let saved = readSaved();
  const known = looked ? saved.settings?.zone : undefined;
  const clock = clockOf(known ?? spreadsheet.getSpreadsheetTimeZone(), Date.now());
  // A run has 30 calls: a zone is compared once, before it is saved.
  if (clock.zone !== saved.settings?.zone) {
    compareWithGoogle(clock);
    if (saved.settings) {
      saved = { ...saved, settings: { ...saved.settings, zone: clock.zone } };
      save("settings", saved.settings!);
    }
  }
  return { spreadsheet, saved, clock, pins: findPins(spreadsheet) };
}
