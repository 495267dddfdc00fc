import { describe, expect, test } from "vitest";
import { desk, script, scripted } from "./desk";

describe("a script that writes text", () => {
  test.each<[string, unknown, string]>([
    ["=1+1", "formula", "=1+1"],
    ["=", "=", ""],
    ["00123", 123, ""],
    ["1,234.5", 1234.5, ""],
    ["1,23", "1,23", ""],
    ["12%", 0.12, ""],
    ["$12", 12, ""],
    ["USD 12", "USD 12", ""],
    ["(12)", -12, ""],
    ["1e3", 1000, ""],
    ["TRUE", true, ""],
    ["true story", "true story", ""],
    ["'00123", "00123", ""],
    ["'", "", ""],
    ["''x", "'x", ""],
    ["Acme", "Acme", ""],
    ["-", "-", ""],
    ["-5", -5, ""],
    ["+86 138 0000", "formula", "=+86 138 0000"],
    ["- see mail", "formula", "=- see mail"],
    ["@sum", "@sum", ""],
  ])("has %j read as typed: %j", (text, value, formula) => {
    const [got, gotFormula] = scripted(
      `const r = sheet.getRange("A1"); r.setValue(${JSON.stringify(text)}); return [r.getFormula() ? "formula" : r.getValue(), r.getFormula()];`,
    ) as unknown[];
    expect([got, gotFormula]).toEqual([value, formula]);
  });

  test.each([
    ["1/2", "en_US", "2024-01-02"],
    ["1/2", "en_GB", "2024-02-01"],
    ["3-4", "en_US", "2024-03-04"],
    ["3-4", "de_DE", "2024-04-03"],
    ["2/30/2024", "en_US", "text"],
    ["13/1/2024", "en_US", "text"],
    ["13/1/2024", "en_GB", "2024-01-13"],
    ["2024-01-02", "de_DE", "2024-01-02"],
    ["2024/1/2", "zh_CN", "2024-01-02"],
    ["2024年1月2日", "zh_CN", "2024-01-02"],
    ["1.2.2024", "de_DE", "2024-02-01"],
    ["1.2.2024", "en_US", "text"],
    ["Jan 2, 2024", "en_US", "2024-01-02"],
    ["2 Jan 2024", "en_US", "2024-01-02"],
    ["May 2024 fair", "en_US", "text"],
    ["3 pcs", "en_US", "text"],
  ])("has %s in a spreadsheet of %s taken for %s", (text, spreadsheetLocale, expected) => {
    const got = scripted(
      `const r = sheet.getRange("A1"); r.setValue(${JSON.stringify(text)}); const v = r.getValue();
       return v instanceof Date ? Utilities.formatDate(v, ss.getSpreadsheetTimeZone(), "yyyy-MM-dd") : typeof v === "string" ? "text" : v;`,
      { spreadsheetLocale },
    );
    expect(got).toBe(expected);
  });

  test.each([
    ["1.234,5", "de_DE", 1234.5],
    ["1,5", "de_DE", 1.5],
    ["1.5", "en_US", 1.5],
  ])("has the number %s read as in %s", (text, spreadsheetLocale, value) => {
    expect(scripted(`return sheet.getRange("A1").setValue("${text}").getValue();`, { spreadsheetLocale })).toBe(value);
  });

  test.each(["=1+1", "00123", "1/2", "TRUE", "'x", "+86"])("keeps %s text in a cell of the format @", (text) => {
    const body = `const r = sheet.getRange("A1:B1").setNumberFormat("@"); r.setValues([[${JSON.stringify(text)}, 1]]); return [r.getValues()[0][0], r.getFormulas()[0][0]];`;
    expect(scripted(body)).toEqual([text, ""]);
  });
});

describe("a script that writes other things", () => {
  test.each<[string, unknown]>([
    ["null", ""],
    ["undefined", ""],
    ["NaN", "#NUM!"],
    ["1 / 0", "#NUM!"],
    ["false", false],
    ["0", 0],
  ])("leaves %s in the cell as %j", (value, expected) => {
    expect(
      scripted(`sheet.getRange("A1").setValue("old").setValue(${value}); return sheet.getRange("A1").getValue();`),
    ).toBe(expected);
  });

  test.each(["{}", "[1]", "() => 1", "new Date(NaN)"])("is refused %s", (value) => {
    expect(() => scripted(`sheet.getRange("A1:B1").setValues([[${value}, 1]]);`)).toThrow(/Cannot write/);
  });

  test.each([
    [
      "[[1]]",
      "The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.",
    ],
    [
      "[[1, 2], [3, 4]]",
      "The number of rows in the data does not match the number of rows in the range. The data has 2 but the range has 1.",
    ],
    ["[1, 2]", "don't match the method signature for SpreadsheetApp.Range.setValues"],
    ["5", "The parameters (number) don't match the method signature for SpreadsheetApp.Range.setValues."],
  ])("is refused the values %s for two cells", (values, message) => {
    expect(() => scripted(`sheet.getRange("A1:B1").setValues(${values});`)).toThrow(message);
  });
});

describe("days in cells", () => {
  test.each([
    ["Asia/Shanghai", "2024-05-06T16:00:00.000Z", "2024-05-07"],
    ["Asia/Shanghai", "2024-05-06T15:59:59.000Z", "2024-05-06"],
    ["America/New_York", "2024-03-10T06:59:59.000Z", "2024-03-10"],
    ["America/New_York", "2024-03-10T07:00:00.000Z", "2024-03-10"],
    ["America/New_York", "2024-11-03T04:00:00.000Z", "2024-11-03"],
    ["America/New_York", "2024-11-04T04:59:59.000Z", "2024-11-03"],
    ["Etc/UTC", "1899-12-31T00:00:00.000Z", "1899-12-31"],
  ])("in %s the instant %s stands as %s and comes back as it was", (spreadsheetTimeZone, iso, day) => {
    const got = scripted(
      `const r = sheet.getRange("A1"); r.setValue(new Date("${iso}")); r.setNumberFormat("yyyy-mm-dd");
       return [r.getDisplayValue(), r.getValue() instanceof Date, r.getValue().toISOString()];`,
      { spreadsheetTimeZone },
    );
    expect(got).toEqual([day, true, iso]);
  });

  test("that no clock of the zone shows come back as the first instant after the gap", () => {
    // In Sao Paulo the clocks went from midnight to one o'clock that day.
    const got = scripted(
      `const r = sheet.getRange("A1"); r.setNumberFormat("yyyy-mm-dd"); r.setValue(43408); return r.getValue().toISOString();`,
      { spreadsheetTimeZone: "America/Sao_Paulo" },
    );
    expect(got).toBe("2018-11-04T03:00:00.000Z");
  });

  test("are numbers where the format is no day's, and days where it is", () => {
    const body = `const r = sheet.getRange("A1:B1"); r.setValues([[45000, 45000]]); sheet.getRange("B1").setNumberFormat("d mmm");
      return r.getValues()[0].map((v) => typeof v);`;
    expect(scripted(body)).toEqual(["number", "object"]);
  });

  test("take a day format in an automatic cell and leave a format that is there", () => {
    const body = `const at = new Date("2024-05-06T16:00:00Z"); const r = sheet.getRange("A1:B1"); sheet.getRange("B1").setNumberFormat("0.00");
      r.setValues([[at, at]]); return r.getNumberFormats()[0];`;
    expect(scripted(body)).toEqual(["m/d/yyyy", "0.00"]);
  });
});

describe("a range", () => {
  test.each([
    ['"A1"', "A1", 1, 1],
    ['"B2:C5"', "B2:C5", 4, 2],
    ['"C5:B2"', "B2:C5", 4, 2],
    ['"B:B"', "B:B", 1000, 1],
    ['"B2:B"', "B2:B", 999, 1],
    ['"2:3"', "2:3", 2, 26],
    ['"$B$2"', "B2", 1, 1],
    ["2, 3", "C2", 1, 1],
    ["2, 3, 4", "C2:C5", 4, 1],
    ["2, 3, 4, 5", "C2:G5", 4, 5],
  ])("getRange(%s) is %s", (args, notation, rows, columns) => {
    const body = `const r = sheet.getRange(${args}); return [r.getA1Notation(), r.getNumRows(), r.getNumColumns()];`;
    expect(scripted(body)).toEqual([notation, rows, columns]);
  });

  test.each([
    ["0, 1", "The starting row of the range is too small."],
    ["1, 0", "The starting column of the range is too small."],
    ["1, 1, 0, 1", "The number of rows in the range must be at least 1."],
    ["1, 1, 1, 0", "The number of columns in the range must be at least 1."],
    ["1000, 26, 1, 2", "The coordinates of the range are outside the dimensions of the sheet."],
    ["1001, 1", "The coordinates of the range are outside the dimensions of the sheet."],
    ['"ZZ1"', "The coordinates of the range are outside the dimensions of the sheet."],
    ['"Nowhere!A1"', "Range not found"],
    ['"A"', "Range not found"],
    ['"Sheet One"', "Range not found"],
    ["", "The parameters () don't match the method signature for SpreadsheetApp.Sheet.getRange."],
    ['"A1", 2', "The parameters (String,number) don't match the method signature for SpreadsheetApp.Sheet.getRange."],
    [
      "1, undefined",
      "The parameters (number,null) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    ],
  ])("getRange(%s) is refused", (args, message) => {
    expect(() => scripted(`sheet.getRange(${args});`)).toThrow(message);
  });

  test("sorts its rows and no others, blanks last", () => {
    const body = `sheet.getRange("A1:B5").setValues([["h", 0], ["b", 1], ["", 2], ["a", 3], ["c", 4]]);
      sheet.getRange("A2:A5").sort({ column: 1, ascending: false }); return sheet.getRange("A1:B5").getValues();`;
    expect(scripted(body)).toEqual([
      ["h", 0],
      ["c", 1],
      ["b", 2],
      ["a", 3],
      ["", 4],
    ]);
  });

  test("paints, and ignores a colour that is none", () => {
    const body = `const r = sheet.getRange("A1:B1"); r.setBackgrounds([["#F00", "no colour"]]).setFontWeight("bold").setFontLine("line-through");
      r.setBackground(null).setBackgrounds([["RED", null]]);
      return [r.getBackgrounds()[0], r.getFontWeights()[0], r.getFontLines()[0], r.getFontColors()[0]];`;
    expect(scripted(body)).toEqual([
      ["#ff0000", "#ffffff"],
      ["bold", "bold"],
      ["line-through", "line-through"],
      ["#000000", "#000000"],
    ]);
  });

  test("clears by what is asked", () => {
    const d = desk(
      script(`const r = sheet.getRange("A1:C1"); r.setValues([[1, 2, 3]]).setBackground("red").setNotes([["n", "n", "n"]]);
      sheet.getRange("A1").clearContent(); sheet.getRange("B1").clearFormat(); sheet.getRange("C1").clear();
      return [r.getValues()[0], r.getBackgrounds()[0], r.getNotes()[0]];`),
    );
    expect(d.addon.rpc("go")).toEqual([
      ["", 2, ""],
      ["#ff0000", "#ffffff", "#ffffff"],
      ["n", "n", ""],
    ]);
  });

  test("offers choices and checkboxes", () => {
    const body = `const list = SpreadsheetApp.newDataValidation().requireValueInList(["A", "B"], true).setAllowInvalid(false).setHelpText("Pick").build();
      sheet.getRange("A1:A2").setDataValidation(list); sheet.getRange("B1").insertCheckboxes();
      const [a, none] = [sheet.getRange("A2").getDataValidation(), sheet.getRange("C1").getDataValidation()];
      return [a.getCriteriaType().toString(), a.getCriteriaValues(), a.getAllowInvalid(), a.getHelpText(), none, sheet.getRange("B1").getValue()];`;
    expect(scripted(body)).toEqual(["VALUE_IN_LIST", [["A", "B"], true], false, "Pick", null, false]);
  });
});
