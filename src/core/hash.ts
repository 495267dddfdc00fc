const double = new Float64Array(1);
const quarters = new Uint16Array(double.buffer);

/** A 53-bit hash of texts, one after the other (cyrb53 by bryc, public domain). Not for secrets. */
export class Hash {
  private h1 = 0xdeadbeef | 0;
  private h2 = 0x41c6ce57;

  /** What is put in piece by piece hashes like the whole text, which then never has to be made. */
  put(text: string): void {
    // A global or a field looked up for every letter is what a run over 200,000 rows would spend its time on.
    const { imul } = Math;
    let { h1, h2 } = this;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      h1 = imul(h1 ^ code, 2_654_435_761);
      h2 = imul(h2 ^ code, 1_597_334_677);
    }
    this.h1 = h1;
    this.h2 = h2;
  }

  /** A number by its bits: to write it out would take longer than to hash it. */
  putNumber(number: number): void {
    // -0 shows as 0.
    double[0] = number + 0;
    const { imul } = Math;
    let { h1, h2 } = this;
    for (let i = 0; i < 4; i++) {
      h1 = imul(h1 ^ quarters[i]!, 2_654_435_761);
      h2 = imul(h2 ^ quarters[i]!, 1_597_334_677);
    }
    this.h1 = h1;
    this.h2 = h2;
  }

  get value(): number {
    const { imul } = Math;
    const h1 = imul(this.h1 ^ (this.h1 >>> 16), 2_246_822_507) ^ imul(this.h2 ^ (this.h2 >>> 13), 3_266_489_909);
    const h2 = imul(this.h2 ^ (this.h2 >>> 16), 2_246_822_507) ^ imul(h1 ^ (h1 >>> 13), 3_266_489_909);
    return 4_294_967_296 * (2_097_151 & h2) + (h1 >>> 0);
  }
}

/** The {@link Hash} of one text: equal texts give equal numbers. */
export function hashText(text: string): number {
  const hash = new Hash();
  hash.put(text);
  return hash.value;
}
