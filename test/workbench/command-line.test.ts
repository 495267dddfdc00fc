import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { asOfOption, languageOption, parsed, Refused, readTeamFile, zoneOption } from "../../workbench/command-line";
import { nearest } from "../../workbench/nearest";

const folder = mkdtempSync(join(tmpdir(), "tierbook-"));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

describe("what a person types wrong is answered in one sentence", () => {
  test.each<[string, () => unknown, RegExp]>([
    ["a file that is not there", () => readTeamFile(join(folder, "none.csv")), /There is no file .*none\.csv\.$/],
    ["a folder", () => readTeamFile(folder), /is a folder/],
    ["another kind of file", () => readTeamFile(file("a.pdf", "x")), /a\.pdf cannot be opened: only \.csv and \.xlsx/],
    ["a text called .xlsx", () => readTeamFile(file("a.xlsx", "x")), /a\.xlsx is not an \.xlsx workbook\.$/],
    ["a day that is none", () => asOfOption("2026-02-30", "Etc/UTC"), /--as-of 2026-02-30 is no day/],
    ["a zone that is none", () => zoneOption("Mars"), /--zone Mars is no time zone/],
    ["a language that is not spoken", () => languageOption("fr"), /--lang fr/],
    ["an unknown option", () => parsed({ args: ["--nope"], options: {} }), /^Unknown option '--nope'\.$/],
    ["an option without its value", () => parsed({ args: ["--out"], options: { out: { type: "string" } } }), /--out/],
  ])("%s", (_, run, message) => {
    expect(run).toThrow(Refused);
    expect(run).toThrow(message);
  });

  test("a .csv is read, whatever the case of its ending", () => {
    const read = readTeamFile(file("A.CSV", "a,b\n1,2\n"));
    expect(read.kind === "csv" && read.csv.rows).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });

  test("no day was named: the clock shows the real time", () => {
    expect(asOfOption(undefined, "Etc/UTC")).toBeUndefined();
  });
});

describe("a mistyped word is answered with the near ones", () => {
  test.each([
    ["ownr", ["owner", "country", "name", "order.day"], "the nearest are owner, "],
    ["contact", ["city", "last_contact", "contact_day"], "the nearest are contact_day"],
    ["x", ["owner"], "there is owner"],
    ["x", [], "there are none"],
  ])("%s among %j", (word, known, start) => {
    expect(nearest(word, known).startsWith(start)).toBe(true);
  });
});
