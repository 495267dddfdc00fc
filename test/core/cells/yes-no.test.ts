import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cell } from "../../../src/core/cells/cell";
import { readYesNo } from "../../../src/core/cells/yes-no";

describe("a cell that is answered yes or no", () => {
  test.each<[Cell]>([
    [true],
    ["TRUE"],
    ["是"],
    ["有"],
    ["Y"],
    ["yes"],
    ["√"],
    ["✓"],
    ["✔️"],
    ["1"],
    [1],
    ["对"],
    [" Ｙes "],
  ])("%j is yes", (cell) => {
    expect(readYesNo(cell, {})).toEqual({ as: "read", value: true });
  });

  test.each<[Cell]>([[false], ["FALSE"], ["否"], ["无"], ["無"], ["没有"], ["N"], ["no"], ["×"], ["0"], [0]])(
    "%j is no",
    (cell) => {
      expect(readYesNo(cell, {})).toEqual({ as: "read", value: false });
    },
  );

  test.each([["待确认"], ["maybe"], ["?"], ["x"]])("%s is asked about once, by its word", (cell) => {
    expect(readYesNo(cell, {})).toEqual({ as: "ambiguous", ask: "yes_no", word: cell });
    expect(readYesNo(cell, { [`yes_no:${cell}`]: "yes" })).toEqual({ as: "read", value: true });
    expect(readYesNo(cell, { [`yes_no:${cell}`]: "no" })).toEqual({ as: "read", value: false });
    expect(readYesNo(cell, { "yes_no:another": "no" }).as).toBe("ambiguous");
  });

  test.each([[""], [" "], ["-"], ["/"], ["N/A"], ["null"], ["待定"]])("%j is blank", (cell) => {
    expect(readYesNo(cell, {})).toEqual({ as: "blank" });
  });

  test.each<[Cell]>([
    [2],
    ["2"],
    [0.5],
    [{ day: 45717 }],
    ["#REF!"],
    ["a note about him that is much longer than a word"],
  ])("%j is unreadable", (cell) => {
    expect(readYesNo(cell, {})).toEqual({ as: "unreadable" });
  });

  test("any text has an outcome, and none is yes or no by chance", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 6 }), (cell) => {
        if (/true|false/i.test(cell) || cell.trim().length < 6) return;
        expect(["ambiguous", "unreadable", "blank"]).toContain(readYesNo(cell, {}).as);
      }),
    );
  });
});
