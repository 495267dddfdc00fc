const SCALE: Readonly<Record<string, number>> = { "": 1, "\u4e07": 10_000 };

/**
 * The number that a person typed into a field: 300000, 300,000, 300 000, 7.2, or with 万. null where it is none or not
 * above 0. A comma that is not one of thousands is refused rather than taken for a decimal one.
 */
export function typedNumber(text: string): number | null {
  const plain = text
    .normalize("NFKC")
    .replace(/[\s'\u2019_]/g, "")
    .trim();
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(\u4e07?)$/.exec(plain);
  if (!match) return null;
  const number = Number(match[1]!.replace(/,/g, "") + (match[2] ?? "")) * SCALE[match[3]!]!;
  return number > 0 && Number.isFinite(number) ? number : null;
}
