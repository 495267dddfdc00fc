import type { SampleWorkbook } from "../sample/workbook";

/** What the page asks the server for, once, when it opens. */
export interface Session {
  /** The workbook, and behind it the order file and the contact log where they were named. */
  readonly sources: readonly Source[];
  readonly language: "en" | "zh";
  /** IANA name of the spreadsheet's zone. */
  readonly zone: string;
  /** Milliseconds since 1970 that the clock begins at; null: the real time. */
  readonly now: number | null;
  /** oauthScopes of the add-on's manifest. */
  readonly manifest: string;
}

export type Source =
  | { readonly kind: "sample"; readonly sample: SampleWorkbook }
  | { readonly kind: "csv"; readonly name: string; readonly rows: readonly (readonly string[])[] }
  /** `path` is where the server hands out the bytes. */
  | { readonly kind: "xlsx"; readonly name: string; readonly path: string };
