export type Language = "en" | "zh";

/** One text in both languages of the product. */
export type Bilingual = Readonly<Record<Language, string>>;
