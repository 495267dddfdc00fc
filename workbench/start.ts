import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { dayIn } from "./clock";
import {
  asOfOption,
  languageOption,
  parsed,
  Refused,
  readTeamFile,
  run,
  type TeamFile,
  zoneOption,
} from "./command-line";
import { lossSentence, openPackage } from "./files/xlsx-package";
import { helpText, START_OPTIONS } from "./options";
import type { Session, Source } from "./page/session";
import { makeSample } from "./sample/workbook";
import { type Extra, serve } from "./server";

const COMMAND = "npm start -- [FILE.csv|FILE.xlsx] [OPTIONS]";
const DEFAULT_PORT = 8460;
// The bundle of this file lies in .workbench/, beside dist/.
const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "..", "dist");

await run(async () => {
  const { values, positionals } = parsed({ allowPositionals: true, options: START_OPTIONS });
  const language = languageOption(values.lang);
  if (values.help) {
    console.log(helpText(COMMAND, START_OPTIONS, language));
    return;
  }
  if (positionals.length > 1)
    throw new Refused("Name one file; an order file goes behind --orders, a contact log behind --contacts.");
  const zone = zoneOption(values.zone);
  const now = asOfOption(values["as-of"], zone);
  const port = portOption(values.port);
  for (const option of ["orders", "contacts"] as const)
    if (values[option] !== undefined && positionals.length === 0)
      throw new Refused(`--${option} goes with a customer file; name that first.`);
  const named = [...positionals, values.orders, values.contacts].filter((path) => path !== undefined);
  const files = named.map(readTeamFile);

  const extra: Record<string, Extra[string]> = {
    "/addon/Code.js": { type: "text/javascript; charset=utf-8", body: built("Code.js") },
    "/addon/Sidebar.html": { type: "text/plain; charset=utf-8", body: built("Sidebar.html") },
  };
  const sources = files.length > 0 ? files.map((file, index) => sourceOf(file, index, extra)) : [sample(now, zone)];
  const session: Session = { sources, language, zone, now: now ?? null, manifest: built("appsscript.json") };
  extra["/session.json"] = { type: "application/json; charset=utf-8", body: JSON.stringify(session) };

  const { address } = await serve(join(here, "page"), extra, port);
  console.log(
    language === "zh"
      ? `Tierbook 工作台：${address}（按 Ctrl+C 结束）`
      : `Tierbook workbench: ${address} (Ctrl+C ends it)`,
  );
  for (const file of files) reportLosses(file, language);
});

function built(name: string): string {
  try {
    return readFileSync(join(dist, name), "utf8");
  } catch {
    throw new Refused(`dist/${name} is missing; run npm run build first.`);
  }
}

function portOption(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PORT;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Refused(`--port ${text} is no port; write a number up to 65535.`);
  return port;
}

function sample(now: number | undefined, zone: string): Source {
  const [year, month, date] = dayIn(zone, now ?? Date.now())
    .split("-")
    .map(Number);
  return { kind: "sample", sample: makeSample({ year: year!, month: month!, date: date! }) };
}

function sourceOf(file: TeamFile, index: number, extra: Record<string, Extra[string]>): Source {
  if (file.kind === "csv") return { kind: "csv", name: file.name, rows: file.csv.rows };
  const path = `/files/${index}.xlsx`;
  extra[path] = { type: "application/octet-stream", body: file.bytes };
  return { kind: "xlsx", name: file.name, path };
}

function reportLosses(file: TeamFile, language: "en" | "zh"): void {
  if (file.kind !== "xlsx") return;
  const { losses } = openPackage(file.bytes);
  if (losses.length === 0) return;
  console.log(language === "zh" ? `${file.name} 中未能带入的内容：` : `Not carried over from ${file.name}:`);
  for (const loss of losses) console.log(`  ${lossSentence(loss, language)}`);
}
