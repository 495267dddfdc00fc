import { type Clock, clockOf, compareWithGoogle } from "./cells";
import { findPins, type Pin } from "./pins";
import { readSaved, type Saved } from "./saved";

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
 * Opens the document. Three calls to Google, or four.
 *
 * @param zone taken for granted where the step before has just looked; else Google is asked, and our reading of the
 * zone is compared with Google's
 */
export function openBook(zone?: string): Book {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const saved = readSaved();
  const clock = clockOf(zone ?? spreadsheet.getSpreadsheetTimeZone(), Date.now());
  if (zone === undefined) compareWithGoogle(clock);
  return { spreadsheet, saved, clock, pins: findPins(spreadsheet) };
}
