import { DOMParser } from "linkedom";

/**
 * What the engine asks of a browser when it reads and writes the parts of an .xlsx. Reading needs a document tree;
 * writing takes each part through a parser and back only to check it, and the text can go straight through.
 */
export function provideDom(): void {
  Object.assign(globalThis, { DOMParser: PartParser, XMLSerializer: PartSerializer });
}

class Part {
  private tree: ReturnType<DOMParser["parseFromString"]> | undefined;

  constructor(readonly text: string) {}

  private get document() {
    this.tree ??= new DOMParser().parseFromString(this.text, "text/xml");
    return this.tree;
  }

  /** The engine looks for a browser's notice of broken XML; linkedom makes none. */
  querySelector(selector: string): unknown {
    return selector === "parsererror" ? null : this.document.querySelector(selector);
  }

  querySelectorAll(selector: string): unknown {
    return this.document.querySelectorAll(selector);
  }
}

class PartParser {
  parseFromString(text: string): Part {
    return new Part(text);
  }
}

class PartSerializer {
  serializeToString(part: Part): string {
    return part.text.trim();
  }
}
