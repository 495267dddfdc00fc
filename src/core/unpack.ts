/**
 * What stands for a number in a packed text: printable signs that nobody who pastes the bundle by hand can lose, and
 * none that a text in quotes or a comment would trip over.
 */
export const DIGITS = " !#%&()*+,-.0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~";

/** Two digits hold 13 bits where the lower 12 of them are below this, else 12. */
export const THIRTEEN_BELOW = DIGITS.length ** 2 - 4096;

/** The bits of a packed text, the lowest of each number first. */
interface Bits {
  /** The next bits as a number; without an argument what is left of the byte. */
  take(bits?: number): number;
  /** The symbol that comes next by this code. */
  symbol(code: Code): number;
}

/** A canonical Huffman code. */
interface Code {
  /** How many symbols have so many bits. */
  readonly counts: readonly number[];
  /** Those of fewer bits first. */
  readonly symbols: readonly number[];
  /** By the next {@link SHORT} bits the symbol that they begin with, times 16, and how many of them are its; 0 for longer ones. */
  readonly short: readonly number[];
}

/** Nearly all symbols have no more bits: they are looked up at once, and not bit by bit. */
const SHORT = 9;

function bitsOf(text: string): Bits {
  const worth: number[] = Array(128).fill(0);
  for (let i = 0; i < DIGITS.length; i++) worth[DIGITS.charCodeAt(i)] = i;
  let at = 0;
  let held = 0;
  let count = 0;
  let position = 0;
  const see = (bits: number): number => {
    while (count < bits && at < text.length) {
      const pair = worth[text.charCodeAt(at)]! * DIGITS.length + worth[text.charCodeAt(at + 1)]!;
      at += 2;
      held |= pair << count;
      count += (pair & 4095) < THIRTEEN_BELOW ? 13 : 12;
    }
    return held & ((1 << bits) - 1);
  };
  const pass = (bits: number): void => {
    if (bits > count) throw new Error("a packed table ends too early");
    held >>>= bits;
    count -= bits;
    position += bits;
  };
  return {
    take(bits = -position & 7) {
      const taken = see(bits);
      pass(bits);
      return taken;
    },
    symbol({ counts, symbols, short }) {
      const seen = see(15);
      const known = short[seen & ((1 << SHORT) - 1)]!;
      if (known) {
        pass(known & 15);
        return known >> 4;
      }
      let code = 0;
      let before = 0;
      for (let length = 1; length < 16; length++) {
        const own = counts[length]!;
        code = code * 2 + ((seen >> (length - 1)) & 1) - own;
        before += own;
        if (code < 0) {
          pass(length);
          return symbols[before + code]!;
        }
      }
      throw new Error("a packed table is broken");
    },
  };
}

/** The canonical code in which each symbol has so many bits; 0: it does not occur. */
function codeOf(lengths: readonly number[]): Code {
  const counts: number[] = Array(16).fill(0);
  const symbols: number[] = [];
  const short: number[] = Array(1 << SHORT).fill(0);
  for (let length = 1, code = 0; length < 16; length++, code *= 2) {
    lengths.forEach((own, symbol) => {
      if (own !== length) return;
      counts[length]!++;
      symbols.push(symbol);
      // The first bit of a code is its highest, and stands lowest among the bits that come.
      let from = 0;
      for (let bit = 0; bit < length; bit++) from = from * 2 + ((code >> bit) & 1);
      code++;
      if (length > SHORT) return;
      for (let i = from; i < short.length; i += 1 << length) short[i] = symbol * 16 + length;
    });
  }
  return { counts, symbols, short };
}

const LENGTHS_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** The two codes of a block of this kind: of bytes and lengths, and of distances. */
function codesOf(kind: number, bits: Bits): readonly [Code, Code] {
  if (kind < 2) {
    const usual = [...Array(288).keys()].map((symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8));
    return [codeOf(usual), codeOf(Array(30).fill(5))];
  }
  const literals = bits.take(5) + 257;
  const all = literals + bits.take(5) + 1;
  const short: number[] = Array(19).fill(0);
  for (let i = 0, count = bits.take(4) + 4; i < count; i++) short[LENGTHS_ORDER[i]!] = bits.take(3);
  const code = codeOf(short);
  const lengths: number[] = [];
  while (lengths.length < all) {
    const symbol = bits.symbol(code);
    let times = symbol < 16 ? 1 : symbol < 17 ? bits.take(2) + 3 : symbol < 18 ? bits.take(3) + 3 : bits.take(7) + 11;
    const length = symbol < 16 ? symbol : symbol < 17 ? lengths[lengths.length - 1]! : 0;
    while (times--) lengths.push(length);
  }
  return [codeOf(lengths.slice(0, literals)), codeOf(lengths.slice(literals))];
}

/**
 * The bytes of a deflated stream (RFC 1951).
 *
 * Our own, because the smallest library for it costs three times as many of the bytes that packing is to save.
 */
function inflate(bits: Bits): number[] {
  const bytes: number[] = [];
  for (let last = 0; !last; ) {
    last = bits.take(1);
    const kind = bits.take(2);
    if (!kind) {
      // Stored as it was, behind its length and that length's complement.
      bits.take();
      let count = bits.take(16);
      bits.take(16);
      while (count--) bytes.push(bits.take(8));
      continue;
    }
    const [literals, distances] = codesOf(kind, bits);
    for (let symbol = bits.symbol(literals); symbol !== 256; symbol = bits.symbol(literals)) {
      if (symbol < 256) bytes.push(symbol);
      else {
        symbol -= 257;
        let extra = symbol < 4 || symbol > 27 ? 0 : (symbol >> 2) - 1;
        let length = symbol > 27 ? 258 : 3 + (extra ? (4 + (symbol & 3)) << extra : symbol) + bits.take(extra);
        symbol = bits.symbol(distances);
        extra = symbol < 4 ? 0 : (symbol >> 1) - 1;
        const back = 1 + (extra ? (2 + (symbol & 1)) << extra : symbol) + bits.take(extra);
        let to = bytes.length;
        for (; length--; to++) bytes[to] = bytes[to - back]!;
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
  const signs: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const sign = bytes[at++]!;
    signs.push(sign < 128 ? sign : ((sign > 254 ? bytes[at++]! : sign - 96) << 8) | bytes[at++]!);
  }
  let text = "";
  // In pieces, since a call takes no more arguments than fit on the stack; sign by sign is ten times slower.
  for (let at = 0; at < signs.length; at += 8192) text += String.fromCharCode(...signs.slice(at, at + 8192));
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
