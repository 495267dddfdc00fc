import type { Language } from "../core/bilingual";
import edgeEn from "../texts/edge.en.table";
import edgeZh from "../texts/edge.zh.table";
import type { Saved } from "./saved";

export type EdgeTexts = ReturnType<typeof edgeEn>;

/** The edge's sentences in a language. */
export const wordsIn = (language: Language): EdgeTexts => (language === "zh" ? edgeZh() : edgeEn());

/** Chinese for every Chinese locale, else English. */
export const languageOf = (locale: string): Language => (/^zh/i.test(locale) ? "zh" : "en");

/** The language of the person who looks. Google tells it in every mode, also before anything is allowed. */
export const languageOfPerson = (): Language => languageOf(Session.getActiveUserLocale());

/** The language of the set-up; of the person who looks where nothing is set up. */
export const languageOfTeam = ({ settings }: Saved): Language => settings?.language || languageOfPerson();

/** The edge's sentences for the person who looks. */
export const person = (): EdgeTexts => wordsIn(languageOfPerson());
