export type Language = "en" | "zh";

/** One text in both languages of the product. */
export type Bilingual = Readonly<Record<Language, string>>;

/** A text that is said so in Chinese, and so in English. */
export const both = (zh: string, en: string): Bilingual => ({ zh, en });
