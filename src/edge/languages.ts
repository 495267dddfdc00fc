import type { Language } from "../core/bilingual";
import { type EdgeTexts, edgeEn } from "../texts/edge.en";
import { edgeZh } from "../texts/edge.zh";
import type { Saved } from "./saved";

const TEXTS: Readonly<Record<Language, EdgeTexts>> = { en: edgeEn, zh: edgeZh };

/** The edge's sentences in a language. */
export const wordsIn = (language: Language): EdgeTexts => TEXTS[language];

/** Chinese for every Chinese locale, else English. */
export const languageOf = (locale: string): Language => (/^zh/i.test(locale) ? "zh" : "en");

/** The language of the person who looks. Google tells it in every mode, also before anything is allowed. */
export const languageOfPerson = (): Language => languageOf(Session.getActiveUserLocale());

/** The language of the set-up; of the person who looks where nothing is set up. */
export const languageOfTeam = ({ settings }: Saved): Language => settings?.language ?? languageOfPerson();

/** The edge's sentences for the person who looks. */
export const person = (): EdgeTexts => wordsIn(languageOfPerson());
