import fc from "fast-check";
import { expect, test } from "vitest";
import { Hash, hashText } from "../../src/core/hash";

test.each([
  ["", 3_338_908_027_751_811],
  ["a", 7_929_297_801_672_961],
  ["revenge", 4_051_478_007_546_757],
])("%j hashes to the number that its author publishes", (text, hash) => {
  expect(hashText(text)).toBe(hash);
});

test("equal texts hash equal, and a text differs from itself with one character more", () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 1, maxLength: 1 }), (text, more) => {
      expect(hashText(text)).toBe(hashText(`${text}`));
      expect(hashText(text)).not.toBe(hashText(text + more));
      expect(Number.isSafeInteger(hashText(text))).toBe(true);
    }),
  );
});

test("a text that is put in piece by piece hashes like the whole text", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (pieces) => {
      const hash = new Hash();
      for (const piece of pieces) hash.put(piece);
      expect(hash.value).toBe(hashText(pieces.join("")));
    }),
  );
});

const hashOfNumbers = (numbers: readonly number[]): number => {
  const hash = new Hash();
  for (const number of numbers) hash.putNumber(number);
  return hash.value;
};

test.each([
  [[0], [-0], true],
  [[1], [-1], false],
  [[1, 1], [-1, -1], false],
  [[2, 1], [1, 2], false],
  [[0.1], [0.1 + 2 ** -55], false],
  [[46_348], [46_349], false],
  [[Number.NaN], [Number.NaN], true],
])("the numbers %j and %j hash alike: %j", (some, others, alike) => {
  expect(hashOfNumbers(some) === hashOfNumbers(others)).toBe(alike);
});

test("numbers that differ hash differently, and like themselves", () => {
  fc.assert(
    fc.property(fc.array(fc.double(), { minLength: 1, maxLength: 4 }), fc.nat(3), fc.double(), (numbers, at, other) => {
      const changed = numbers.map((one, i) => (i === at % numbers.length ? other : one));
      const same = numbers.every((one, i) => one === changed[i] || (Number.isNaN(one) && Number.isNaN(changed[i])));
      expect(hashOfNumbers(numbers) === hashOfNumbers(changed)).toBe(same);
    }),
  );
});
