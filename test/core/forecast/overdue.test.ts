import { describe, expect, test } from "vitest";
import type { Seen } from "../../../src/core/forecast/history";
import { byOwnGap, byRecency } from "../../../src/core/forecast/overdue";

/** Five purchases with a gap of 30 days, the last one ten days ago, none in the 90 days that follow. */
const seen = (changes: Partial<Seen> = {}): Seen => ({
  on: 1000,
  days: [870, 900, 930, 960, 990],
  gap: 30,
  silence: 10,
  next: 0,
  ...changes,
});

/** Of ten customers alike, as many bought, each so often. */
const ten = (bought: number, changes: Partial<Seen>, next = 1): Seen[] =>
  Array.from({ length: 10 }, (_, i) => seen({ ...changes, next: i < bought ? next : 0 }));

describe("days since the last order alone", () => {
  test("give who has been silent for longer the lower chance, where it was so, and look at nothing else", () => {
    const chanceOf = byRecency([...ten(9, { silence: 5 }), ...ten(5, { silence: 50 }), ...ten(1, { silence: 500 })]);
    const chances = [0, 5, 50, 500, 5000].map((silence) => chanceOf(seen({ silence })));
    expect(chances).toEqual([...chances].sort((p, q) => q - p));
    expect(chanceOf(seen({ gap: 300 }))).toBe(chanceOf(seen({ gap: 3 })));
  });
});

describe("the gap rule", () => {
  const lessons = [
    ...ten(9, { silence: 20 }, 3),
    ...ten(9, { silence: 200, gap: 300 }),
    ...ten(3, { silence: 200 }, 3),
    ...ten(2, { silence: 2000, gap: 300 }),
  ];
  const outlookOf = byOwnGap(lessons, 90);
  test("tells a silence of 200 days in one who buys monthly from the same in one who buys yearly", () => {
    expect(outlookOf(seen({ silence: 200 })).chance).toBeLessThan(0.45);
    expect(outlookOf(seen({ silence: 200, gap: 300 })).chance).toBeGreaterThan(0.75);
  });
  test.each([0, 1, 29, 30])("silence of %i days within a gap of 30 has taken nothing", (silence) => {
    expect(outlookOf(seen({ silence })).chance).toBe(outlookOf(seen({ silence: 0 })).chance);
    expect(outlookOf(seen({ silence })).alive).toBe(1);
  });
  test("beyond it, each day takes some of the chance and of being a customer", () => {
    const outlooks = [30, 31, 60, 120, 1000].map((silence) => outlookOf(seen({ silence })));
    for (let i = 1; i < outlooks.length; i++) {
      expect(outlooks[i]!.chance).toBeLessThan(outlooks[i - 1]!.chance);
      expect(outlooks[i]!.alive).toBeLessThan(outlooks[i - 1]!.alive);
      expect(outlooks[i]!.alive * outlooks[0]!.chance).toBeCloseTo(outlooks[i]!.chance, 12);
    }
  });
  test("tells one who has bought twenty times from one who has bought three times", () => {
    const many = Array.from({ length: 20 }, (_, i) => 990 - 30 * (19 - i));
    const few = [930, 960, 990];
    const { chance } = byOwnGap([...ten(9, { days: many }), ...ten(4, { days: few })], 90)(seen({ days: many }));
    expect(chance).toBeGreaterThan(0.75);
    expect(
      byOwnGap([...ten(9, { days: many }), ...ten(4, { days: few })], 90)(seen({ days: few })).chance,
    ).toBeLessThan(0.6);
  });
  test("a silence that made nobody leave leaves everybody a customer", () => {
    const { alive, chance } = byOwnGap(
      [...ten(5, { silence: 20 }), ...ten(9, { silence: 300 })],
      90,
    )(seen({ silence: 300 }));
    expect(alive).toBe(1);
    expect(chance).toBeLessThan(1);
  });
  test.each([
    [3, 3], // as his gap says: 90 / 30
    [6, 6],
    [1, 1],
  ])("where those who bought did so %i times, so many are expected of one who is sure to buy", (next, times) => {
    const { chance, expected } = byOwnGap([...ten(9, {}, next), ...ten(1, { silence: 300 }, next)], 90)(seen());
    expect(expected / chance).toBeCloseTo(times, 10);
  });
  test("who buys once a year is not expected to buy less often than his chance says", () => {
    const { chance, expected } = outlookOf(seen({ gap: 365, silence: 100 }));
    expect(expected).toBeGreaterThanOrEqual(chance);
  });
});
