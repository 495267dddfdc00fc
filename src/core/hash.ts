/**
 * A 53-bit hash of a text (cyrb53 by bryc, public domain). Equal texts give equal numbers; not for secrets.
 */
export function hashText(text: string): number {
  // A global looked up for every letter is what a run over 200,000 rows would spend its time on.
  const { imul } = Math;
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    h1 = imul(h1 ^ code, 2_654_435_761);
    h2 = imul(h2 ^ code, 1_597_334_677);
  }
  h1 = imul(h1 ^ (h1 >>> 16), 2_246_822_507) ^ imul(h2 ^ (h2 >>> 13), 3_266_489_909);
  h2 = imul(h2 ^ (h2 >>> 16), 2_246_822_507) ^ imul(h1 ^ (h1 >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & h2) + (h1 >>> 0);
}
