import fc from "fast-check";
import codes from "i18n-iso-countries/codes.json";
import de from "i18n-iso-countries/langs/de.json";
import en from "i18n-iso-countries/langs/en.json";
import zh from "i18n-iso-countries/langs/zh.json";
import { describe, expect, test } from "vitest";
import type { Cell } from "../../../src/core/cells/cell";
import { countriesCalled, countryName, readCountries, readCountry } from "../../../src/core/cells/country";
import countryNames from "../../../src/core/cells/country-names.table";

const of = (cell: Cell, answers: Record<string, string> = {}) => readCountry(cell, answers);
const isos = codes.map(([iso]) => iso as string);

describe("a country cell", () => {
  test.each([
    ["Germany", "DE"],
    ["德国", "DE"],
    ["德國", "DE"],
    ["DE", "DE"],
    ["DEU", "DE"],
    ["Deutschland", "DE"],
    ["德国 / 柏林", "DE"],
    ["Norway  ", "NO"],
    ["NO", "NO"],
    ["IN, INDIA", "IN"],
    ["VN, VIET NAM", "VN"],
    ["BRAZIL (BR)", "BR"],
    ["BRASIL", "BR"],
    ["ESPAÑA", "ES"],
    ["TÜRKİYE", "TR"],
    ["Turkey", "TR"],
    ["КАЗАХСТАН", "KZ"],
    ["RUSSIAN FEDERATION", "RU"],
    ["MOLDOVA, REPUBLIC OF", "MD"],
    ["TAIWAN, PROVINCE OF CHINA", "TW"],
    ["GREAT BRITAIN", "GB"],
    ["England", "GB"],
    ["UK", "GB"],
    ["U.K.", "GB"],
    ["U.S.A.", "US"],
    ["USA", "US"],
    ["UAE", "AE"],
    ["沙特", "SA"],
    ["阿联酋", "AE"],
    ["HK", "HK"],
    ["HONG KONG", "HK"],
    ["Hong Kong SAR", "HK"],
    ["Hong Kong, China", "HK"],
    ["中国台湾", "TW"],
    ["台灣", "TW"],
    ["香港", "HK"],
    ["墨西哥", "MX"],
    ["英国", "GB"],
    ["Korea, Republic of", "KR"],
    ["南韓", "KR"],
    ["DPRK", "KP"],
    ["紐西蘭", "NZ"],
    ["義大利", "IT"],
    ["奈及利亞", "NG"],
    ["希臘", "GR"],
    ["比利時", "BE"],
    ["烏茲別克", "UZ"],
    ["刚果（金）", "CD"],
    ["刚果(布)", "CG"],
    ["DR Congo", "CD"],
    ["Côte d'Ivoire", "CI"],
    ["COTE D IVOIRE", "CI"],
    ["Bolivia, Plurinational State of", "BO"],
    ["Kingdom of Norway", "NO"],
    ["The Netherlands", "NL"],
    ["Rep. of Korea", "KR"],
    ["伊朗伊斯兰共和国", "IR"],
    ["南非共和国", "ZA"],
    ["Österreich", "AT"],
    ["Guinea", "GN"],
    ["Guinea-Bissau", "GW"],
    ["Equatorial Guinea", "GQ"],
    ["Papua New Guinea", "PG"],
    ["Georgia, USA", "US"],
    ["Georgia / Tbilisi", "GE"],
    ["格鲁吉亚", "GE"],
    ["San Francisco, CA, USA", "US"],
    ["Niger", "NE"],
    ["Kosovo", "XK"],
    ["🇩🇪 Germany", "DE"],
    ["🇩🇪", "DE"],
    ["germany\nattn. Mr. Braun", "DE"],
    ["San Juan, Puerto Rico, USA", "PR"],
  ])("%j is %s", (cell, iso) => {
    expect(of(cell)).toEqual({ as: "read", value: iso });
  });

  test.each([
    ["迪拜", "AE"],
    ["CDMX, Mexico", "MX"],
    ["CDMX", "MX"],
    ["Guangzhou", "CN"],
    ["Guangzhou, Guangdong", "CN"],
    ["Dubai UAE", "AE"],
    ["阿联酋迪拜", "AE"],
    ["London, Canada", "CA"],
  ])("%j is read by its city, or by the country beside it, as %s", (cell, iso) => {
    expect(of(cell)).toEqual({ as: "read", value: iso });
  });

  test.each([
    ["ESPA?A", "ES", "Spain"],
    ["Untied States", "US", "United States"],
    ["Gernany", "DE", "Germany"],
    ["Germny", "DE", "Germany"],
    ["Germanyy", "DE", "Germany"],
    ["Gernany / Hesse", "DE", "Germany"],
    ["乌兹别克斯但", "UZ", "乌兹别克斯坦"],
  ])("%j is read as %s and listed as corrected to %s", (cell, iso, corrected) => {
    expect(of(cell)).toEqual({ as: "read", value: iso, corrected });
  });

  test.each([
    ["Korea", ["KR", "KP"]],
    ["Congo", ["CD", "CG"]],
    ["刚果", ["CD", "CG"]],
    ["剛果", ["CD", "CG"]],
    ["Georgia", ["GE", "US"]],
    ["Guinea / Guinea-Bissau", ["GN", "GW"]],
    ["Guinea, Equatorial Guinea", ["GN", "GQ"]],
    ["Germany, France", ["DE", "FR"]],
    ["Denver, CO", ["CO"]],
    ["Lebanon, PA", ["LB"]],
    ["Birmingham, AL, DE", ["AL", "DE"]],
    ["No", ["NO"]],
    ["NA", ["NA"]],
  ])("%j is asked about, between %j", (cell, between) => {
    expect(of(cell)).toEqual({ as: "ambiguous", ask: "country", word: cell.toLowerCase(), proposal: between[0] });
    expect(countriesCalled(cell)).toEqual(between);
  });

  test("an ambiguous word is read by the team's answer, asked once a word", () => {
    expect(of("KOREA ", { "country:korea": "KR" })).toEqual({ as: "read", value: "KR" });
    expect(of("刚果", { "country:刚果": "CD" })).toEqual({ as: "read", value: "CD" });
    expect(of("Korea", { "country:congo": "CD" }).as).toBe("ambiguous");
    expect(of("Korea", { "country:korea": "somewhere" }).as).toBe("ambiguous");
  });

  test.each<[Cell]>([
    ["ZZ"],
    ["UNDEFINED"],
    ["EUROPEAN UNION"],
    ["EU"],
    ["COLON FREE ZONE"],
    ["Asia"],
    ["OC"],
    ["12209"],
    [12209],
    [true],
    [{ day: 45717 }],
    ["#REF!"],
    ["Irak?x"],
    ["Irann"],
    ["Austrlia"],
    ["Nigera"],
    ["Paris, TX"],
    ["Wangdu street 5"],
  ])("%j is unreadable", (cell) => {
    expect(of(cell)).toEqual({ as: "unreadable" });
  });

  test.each([[""], ["  "], ["-"], ["NULL"], ["N/A"], ["待定"], ["无"]])("%j is blank", (cell) => {
    expect(of(cell)).toEqual({ as: "blank" });
  });

  test("a column is read cell by cell, in order", () => {
    expect(readCountries(["DE", "", "Korea", "DE", 5], {}).map(({ as }) => as)).toEqual([
      "read",
      "blank",
      "ambiguous",
      "read",
      "unreadable",
    ]);
  });
});

describe("the table of names", () => {
  const names = (table: Record<string, string | string[]>, iso: string) => [table[iso] ?? []].flat();
  const ambiguous = ["Congo", "Georgia"];

  test.each(isos)("%s is read by its English and Chinese names and its codes", (iso) => {
    const [, alpha3] = codes.find(([code]) => code === iso) as string[];
    const all = [
      ...names(en.countries, iso),
      ...names(zh.countries, iso),
      alpha3 as string,
      countryName(iso, "en"),
      countryName(iso, "zh"),
    ];
    for (const name of all.filter((name) => !ambiguous.includes(name))) {
      expect(of(name), name).toEqual({ as: "read", value: iso });
    }
    if (iso !== "NA") expect(of(iso)).toEqual({ as: "read", value: iso });
  });

  test("every name, city and territory belongs to a country that exists, and is read as it", () => {
    const { codes: pairs, en, zh, ambiguous, territories } = countryNames();
    const all = pairs.match(/.{5}/g)!.map((pair) => pair.slice(0, 2));
    for (const list of [en.names, zh.names, en.cities, zh.cities].map((names) => names.split(";"))) {
      expect(list).toHaveLength(all.length);
      list.forEach((names, at) => {
        for (const name of names.split("|").filter((one) => one !== "" && !(one.toLowerCase() in ambiguous)))
          expect(of(name), name).toEqual({ as: "read", value: all[at] });
      });
    }
    for (const [iso, listed] of Object.entries(territories))
      expect(isos).toEqual(expect.arrayContaining([iso, ...listed.split(" ")]));
  });

  test("the codes are those of the library", () => {
    expect(countryNames().codes.match(/.{5}/g)!.sort()).toEqual(codes.map(([two, iso3]) => `${two}${iso3}`).sort());
  });

  test("a name in a language that we do not hold is never read as another country", () => {
    // Names that are also the English, own or code name of their own country are read; no other country may come out.
    for (const [iso, name] of Object.entries(de.countries as Record<string, string | string[]>)) {
      for (const one of [name].flat()) {
        const reading = of(one);
        if (reading.as === "read") expect([iso, one]).toEqual([reading.value, one]);
      }
    }
  });
});

describe("a country on screen", () => {
  test.each([
    ["CN", "China", "中国"],
    ["TW", "Taiwan", "中国台湾"],
    ["US", "United States", "美国"],
    ["KR", "South Korea", "韩国"],
    ["CD", "Congo (Kinshasa)", "刚果(金)"],
    ["XK", "Kosovo", "科索沃"],
  ])("%s is %s and %s", (iso, english, chinese) => {
    expect(countryName(iso, "en")).toBe(english);
    expect(countryName(iso, "zh").normalize("NFKC")).toBe(chinese);
  });

  test("a code that is none is shown as it is", () => {
    expect(countryName("ZZ", "en")).toBe("ZZ");
  });
});

describe("whatever stands in a country cell", () => {
  test("reading it never throws, and what is read is an ISO code", () => {
    const scraps = fc.array(
      fc.constantFrom("Korea", "DE", "/", ", ", " ", "(", ")", "中国", "柏林", "Gernany", "CA", "12", "?", "x"),
      { maxLength: 7 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "grapheme" }),
          scraps.map((all) => all.join("")),
        ),
        (cell) => {
          const reading = of(cell);
          if (reading.as === "read") expect(isos).toContain(reading.value);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("a cell of digits and punctuation is never a country", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789 .,-/()+#") }), (cell) => {
        expect(["blank", "unreadable"]).toContain(of(cell).as);
      }),
    );
  });
});
