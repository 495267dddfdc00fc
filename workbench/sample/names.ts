import type { Place } from "./countries";
import type { Random } from "./random";

// Made of syllables, so that no company of this name is meant.
const STARTS = "Vel Bru Kas Nor Tal Zan Qui Orb Lum Fer Dro Hal Mir Pol Sav Tre Ulm Wes Yar Cor Bel Dun Gal Jor".split(
  " ",
);
const MIDDLES = "mo ra tri ve lo ka ni do sa ri bu te".split(" ");
const ENDS = "dex tek lan vik ra no mar zen din tor bis gard pex lia".split(" ");
const TRADES = "Tools Lighting Kitchen Textiles Hardware Garden Packaging Sports Furniture Pumps Ceramics Toys".split(
  " ",
);
const HAN = "维 莫 拉 卡 诺 泰 森 奥 鲁 费 达 米 萨 特 尔 伊 博 迪 兰 格".split(" ");
const HAN_TRADES = ["工具", "照明", "家居", "纺织", "五金", "园艺", "包装", "体育用品", "家具", "陶瓷"];
const FIRST =
  "Ana Ben Carla Dmitri Elif Farid Greta Hiro Ines Jamal Kofi Lena Marco Nadia Oskar Priya Rosa Samir Tuan Vera".split(
    " ",
  );
const LAST =
  "Abel Brandt Costa Demir Eriksen Farouk Gallo Hansen Ibarra Jansen Kimura Lopes Moreau Novak Okoro Petrov".split(" ");

/** A name of a company: its own words, and the legal form that is written before or behind them. */
export interface CompanyName {
  readonly words: string;
  readonly legal: string;
  readonly full: string;
}

const LEADING = new Set(["PT", "OOO", "ООО", "TOO"]);

export const withLegal = (words: string, legal: string): string => {
  if (LEADING.has(legal)) return `${legal} ${words}`;
  return /^[\u3040-\u9fff]/u.test(legal) && /[\u3040-\u9fff]$/u.test(words) ? `${words}${legal}` : `${words} ${legal}`;
};

/** Makes names that are never twice the same. */
export function companyNames(random: Random): (place: Place) => CompanyName {
  const used = new Set<string>();
  return (place) => {
    for (;;) {
      const legal = random.pick(place.legal);
      const chinese = /[\u4e00-\u9fff]/u.test(legal) && legal !== "株式会社" ? random.chance(0.8) : false;
      const words = chinese
        ? `${random.pick(place.cities.filter((city) => /[\u4e00-\u9fff]/u.test(city)).concat("华东"))}${random.pick(HAN)}${random.pick(HAN)}${random.pick(HAN_TRADES)}`
        : `${random.pick(STARTS)}${random.pick(MIDDLES)}${random.pick(ENDS)} ${random.pick(TRADES)}`;
      // The own word alone must tell two companies apart, or the sample would join orders to the wrong one.
      const key = chinese ? words : words.split(" ")[0]!;
      if (used.has(key)) continue;
      used.add(key);
      return { words, legal, full: withLegal(words, legal) };
    }
  };
}

export const personName = (random: Random): string => `${random.pick(FIRST)} ${random.pick(LAST)}`;

/** An address in a domain that is reserved for examples. */
export const emailOf = (person: string, company: CompanyName): string => {
  const latin = company.words.split(" ")[0]!.toLowerCase();
  const domain = /^[a-z]+$/u.test(latin) ? latin : "buyer";
  return `${person.split(" ")[0]!.toLowerCase()}@${domain}.example`;
};
