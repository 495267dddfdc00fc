/** "did you mean A, B or C?": the known words that are closest to a mistyped one; all of them where there are few. */
export function nearest(word: string, known: readonly string[]): string {
  const folded = word.toLowerCase();
  const ranked = known
    .map((candidate) => ({ candidate, distance: distance(folded, candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const words = ranked.slice(0, 3).map(({ candidate }) => candidate);
  if (words.length === 0) return "there are none";
  return words.length === 1
    ? `there is ${words[0]}`
    : `the nearest are ${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** Letters to add, drop or change; a word that begins with the other counts as close. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  const shared = a.length > 0 && (a.startsWith(b) || b.startsWith(a));
  return shared ? Math.min(1, row[b.length]!) : row[b.length]!;
}
