/**
 * What stands for a number in a packed text: printable signs that nobody who pastes the bundle by hand can lose, and
 * none that a text in quotes or a comment would trip over.
 */
export const DIGITS = " !#%&()*+,-.0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~";

/** Two digits hold 13 bits where the lower 12 of them are below this, else 12. */
export const THIRTEEN_BELOW = DIGITS.length ** 2 - 4096;

/** The next bits as a number; without an argument what is left of the byte. */
type Take = (bits?: number) => number;

/** The bits of a packed text, the lowest of each number first. */
function bitsOf(text: string): Take {
  let at = 0;
  let held = 0;
  let count = 0;
  let position = 0;
  return (bits = -position & 7) => {
    position += bits;
    while (count < bits) {
      if (at >= text.length) throw new Error("a packed table ends too early");
      const pair = DIGITS.indexOf(text[at++]!) * DIGITS.length + DIGITS.indexOf(text[at++]!);
      held |= pair << count;
      count += (pair & 4095) < THIRTEEN_BELOW ? 13 : 12;
    }
    const taken = held & ((1 << bits) - 1);
    held >>>= bits;
    count -= bits;
    return taken;
  };
}

/** Reads one symbol of a canonical Huffman code, given by the length of each symbol's code; 0: it has none. */
function symbolReader(lengths: readonly number[], take: Take): () => number {
  const counts: number[] = Array(16).fill(0);
  for (const length of lengths) counts[length]!++;
  const symbols = [...lengths.keys()].filter((symbol) => lengths[symbol]).sort((a, b) => lengths[a]! - lengths[b]!);
  return () => {
    let code = 0;
    let before = 0;
    for (let length = 1; ; length++) {
      code = code * 2 + take(1) - counts[length]!;
      before += counts[length]!;
      if (code < 0) return symbols[before + code]!;
    }
  };
}

const LENGTHS_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** The two codes of a block of this kind: of bytes and lengths, and of distances. */
function codesOf(kind: number, take: Take): readonly [() => number, () => number] {
  if (kind < 2) {
    const usual = [...Array(288).keys()].map((symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8));
    return [symbolReader(usual, take), symbolReader(Array(30).fill(5), take)];
  }
  const literals = take(5) + 257;
  const all = literals + take(5) + 1;
  const short: number[] = Array(19).fill(0);
  for (let i = 0, count = take(4) + 4; i < count; i++) short[LENGTHS_ORDER[i]!] = take(3);
  const next = symbolReader(short, take);
  const lengths: number[] = [];
  while (lengths.length < all) {
    const symbol = next();
    let times = symbol < 16 ? 1 : symbol < 17 ? take(2) + 3 : symbol < 18 ? take(3) + 3 : take(7) + 11;
    const length = symbol < 16 ? symbol : symbol < 17 ? lengths[lengths.length - 1]! : 0;
    while (times--) lengths.push(length);
  }
  return [symbolReader(lengths.slice(0, literals), take), symbolReader(lengths.slice(literals), take)];
}

/**
 * The bytes of a deflated stream (RFC 1951).
 *
 * Our own, because the smallest library for it costs three times as many of the bytes that packing is to save.
 */
function inflate(take: Take): number[] {
  const bytes: number[] = [];
  for (let last = 0; !last; ) {
    last = take(1);
    const kind = take(2);
    if (!kind) {
      // Stored as it was, behind its length and that length's complement.
      take();
      let count = take(16);
      take(16);
      while (count--) bytes.push(take(8));
      continue;
    }
    const [literal, distance] = codesOf(kind, take);
    for (let symbol = literal(); symbol !== 256; symbol = literal()) {
      if (symbol < 256) bytes.push(symbol);
      else {
        symbol -= 257;
        let extra = symbol < 4 || symbol > 27 ? 0 : (symbol >> 2) - 1;
        let length = symbol > 27 ? 258 : 3 + (extra ? (4 + (symbol & 3)) << extra : symbol) + take(extra);
        symbol = distance();
        extra = symbol < 4 ? 0 : (symbol >> 1) - 1;
        const back = 1 + (extra ? (2 + (symbol & 1)) << extra : symbol) + take(extra);
        while (length--) bytes.push(bytes[bytes.length - back]!);
      }
    }
  }
  return bytes;
}

/**
 * Most signs beyond ASCII are two bytes: the higher one raised by 96, then the lower one. The others are 255 and both.
 * By this Chinese packs a twentieth better than by UTF-8.
 */
function textOf(bytes: readonly number[]): string {
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    let sign = bytes[at++]!;
    if (sign > 127) sign = ((sign > 254 ? bytes[at++]! : sign - 96) << 8) | bytes[at++]!;
    text += String.fromCharCode(sign);
  }
  return text;
}

/** The value of a packed text: read at the first call, since loading the bundle must cost nothing, and remembered. */
export function unpacked(text: string): () => unknown {
  let value: unknown;
  return () => {
    value ??= JSON.parse(textOf(inflate(bitsOf(text))));
    return value;
  };
}
