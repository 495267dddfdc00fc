import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, extname } from "node:path";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { dayIn, isZone, noonOf, systemZone } from "./clock";
import { type CsvFile, readCsv } from "./files/csv";
import { openPackage, UnreadableFile } from "./files/xlsx-package";

/** Something that the person who typed the command can mend, in one plain sentence. */
export class Refused extends Error {}

/** A file of the team as named on the command line. */
export type TeamFile =
  | { readonly kind: "csv"; readonly name: string; readonly csv: CsvFile }
  | { readonly kind: "xlsx"; readonly name: string; readonly bytes: Uint8Array };

/** parseArgs, with its first sentence only where it refuses. */
export function parsed<Config extends ParseArgsConfig>(config: Config): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new Refused(`${String((error as Error).message).split(". ")[0]}.`);
  }
}

/** Reads a .csv or .xlsx. Throws Refused where there is none, or it cannot be opened. */
export function readTeamFile(path: string): TeamFile {
  if (!existsSync(path)) throw new Refused(`There is no file ${path}.`);
  if (statSync(path).isDirectory()) throw new Refused(`${path} is a folder; name a .csv or .xlsx file.`);
  const name = basename(path);
  const ending = extname(path).toLowerCase();
  if (ending !== ".csv" && ending !== ".tsv" && ending !== ".txt" && ending !== ".xlsx" && ending !== ".xlsm") {
    throw new Refused(`${name} cannot be opened: only .csv and .xlsx files can.`);
  }
  const bytes = readFileSync(path);
  if (ending !== ".xlsx" && ending !== ".xlsm") return { kind: "csv", name, csv: readCsv(bytes) };
  try {
    openPackage(bytes);
  } catch (error) {
    if (error instanceof UnreadableFile) throw new Refused(`${name} ${error.message}.`);
    throw error;
  }
  return { kind: "xlsx", name, bytes };
}

/** The zone that was named, or this computer's. */
export function zoneOption(zone: string | undefined): string {
  if (zone === undefined) return systemZone();
  if (!isZone(zone)) throw new Refused(`--zone ${zone} is no time zone; write it as in Asia/Shanghai.`);
  return zone;
}

/** Noon of the day that was named; undefined: none was. */
export function asOfOption(day: string | undefined, zone: string): number | undefined {
  if (day === undefined) return undefined;
  const noon = noonOf(day, zone);
  if (noon === undefined) throw new Refused(`--as-of ${day} is no day; write it as in ${dayIn(zone, Date.now())}.`);
  return noon;
}

/** The language that was named, or this computer's. */
export function languageOption(language: string | undefined): "en" | "zh" {
  if (language === undefined) return new Intl.DateTimeFormat().resolvedOptions().locale.startsWith("zh") ? "zh" : "en";
  if (language !== "en" && language !== "zh") throw new Refused(`--lang ${language} is not known; write en or zh.`);
  return language;
}

/** Runs a program to its end: a refusal is one sentence on stderr and exit code 1, anything else is a bug and shown whole. */
export async function run(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    if (error instanceof Refused) console.error(error.message);
    else console.error(error);
    process.exitCode = 1;
  }
}
