/** Where a fictional customer sits: how teams write his country, and his towns. */
export interface Place {
  readonly zh: string;
  readonly en: string;
  /** Other ways of writing it that can be read. */
  readonly also: readonly string[];
  readonly cities: readonly string[];
  readonly legal: readonly string[];
  readonly euro: boolean;
}

const place = (zh: string, en: string, also: string, cities: string, legal: string, euro = false): Place => ({
  zh,
  en,
  also: also.split("|"),
  cities: cities.split("|"),
  legal: legal.split("|"),
  euro,
});

/** Every region of the product has several. */
export const PLACES: readonly Place[] = [
  place("美国", "USA", "U.S.A.|United States|Untied States|UNITED STATES", "Chicago|Houston|Miami", "Inc.|LLC|Corp."),
  place("加拿大", "Canada", "CANADA|CA, CANADA", "Toronto|Vancouver", "Ltd.|Inc."),
  place("越南", "Vietnam", "VN, VIET NAM|VIETNAM|Viet Nam", "Hanoi|Da Nang", "Co., Ltd|JSC"),
  place("印度尼西亚", "Indonesia", "INDONESIA|印尼|Indonesa", "Jakarta|Surabaya", "PT|Tbk"),
  place("泰国", "Thailand", "THAILAND|Thailnad", "Bangkok|Chiang Mai", "Co., Ltd."),
  place("马来西亚", "Malaysia", "MALAYSIA|马来西亚 / 槟城", "Kuala Lumpur|Penang", "Sdn Bhd"),
  place("阿联酋", "UAE", "迪拜|United Arab Emirates|U.A.E.", "Dubai|Sharjah", "LLC|FZE"),
  place("沙特", "Saudi Arabia", "沙特阿拉伯|SAUDI ARABIA", "Riyadh|Jeddah", "LLC|Est."),
  place("土耳其", "Türkiye", "TÜRKİYE|Turkey|TURKEY", "Istanbul|Izmir", "A.Ş.|Ltd. Şti."),
  place("以色列", "Israel", "ISRAEL", "Haifa|Tel Aviv", "Ltd."),
  place(
    "德国",
    "Germany",
    "Deutschland|德國|Gernany|德国 / 柏林|DE",
    "Berlin|Hamburg|München",
    "GmbH|GmbH & Co. KG|AG",
    true,
  ),
  place("法国", "France", "FRANCE|法国 / 里昂", "Lyon|Lille", "SARL|S.A.", true),
  place("西班牙", "Spain", "ESPAÑA|ESPA?A|España", "Valencia|Bilbao", "S.L.|S.A.", true),
  place("意大利", "Italy", "ITALY|Italia", "Torino|Bologna", "S.r.l.|S.p.A.", true),
  place("英国", "UK", "GREAT BRITAIN|England|United Kingdom", "Leeds|Bristol", "Ltd|PLC"),
  place("波兰", "Poland", "POLAND|Polska", "Gdansk|Poznan", "Sp. z o.o."),
  place("挪威", "Norway", "Norway  |NORWAY", "Bergen|Oslo", "AS"),
  place("南非", "South Africa", "SOUTH AFRICA", "Durban|Cape Town", "(Pty) Ltd"),
  place("尼日利亚", "Nigeria", "NIGERIA", "Lagos|Kano", "Limited|PLC"),
  place("肯尼亚", "Kenya", "KENYA", "Nairobi|Mombasa", "Ltd"),
  place("墨西哥", "Mexico", "CDMX, Mexico|México|MEXICO", "Monterrey|Puebla", "S.A. de C.V."),
  place("巴西", "Brazil", "BRAZIL (BR)|BRASIL|Brasil", "Curitiba|Recife", "Ltda.|S.A."),
  place("智利", "Chile", "CHILE", "Santiago|Concepción", "SpA|Ltda."),
  place("秘鲁", "Peru", "PERU|Perú", "Lima|Arequipa", "S.A.C.|S.R.L."),
  place("印度", "India", "IN, INDIA|INDIA", "Pune|Chennai", "Pvt. Ltd.|Private Limited"),
  place("巴基斯坦", "Pakistan", "PAKISTAN", "Lahore|Karachi", "(Private) Limited"),
  place("孟加拉国", "Bangladesh", "BANGLADESH", "Dhaka", "Ltd."),
  place("日本", "Japan", "JAPAN|JP", "Osaka|Nagoya", "株式会社|Co., Ltd."),
  place("中国台湾", "Taiwan", "TAIWAN, PROVINCE OF CHINA|台湾", "Taipei|Taichung", "Co., Ltd.|有限公司"),
  place("中国", "China", "CHINA|Guangzhou", "广州|宁波|苏州", "有限公司|集团"),
  place("俄罗斯", "Russia", "RUSSIAN FEDERATION|RUSSIA|Россия", "Kazan|Perm", "OOO|ООО"),
  place("哈萨克斯坦", "Kazakhstan", "КАЗАХСТАН|KAZAKHSTAN", "Almaty", "TOO|LLP"),
  place("乌兹别克斯坦", "Uzbekistan", "UZBEKISTAN", "Tashkent", "LLC"),
  place("澳大利亚", "Australia", "AUSTRALIA|澳洲", "Perth|Brisbane", "Pty Ltd"),
  place("新西兰", "New Zealand", "NEW ZEALAND", "Hamilton|Nelson", "Limited"),
];

/** Country cells that must be asked about. */
export const UNCLEAR_COUNTRIES: readonly string[] = ["Korea", "刚果", "Georgia", "Congo"];

/** Country cells that nobody can read: what slipped in from the column beside, and what is no country. */
export const UNREADABLE_COUNTRIES: readonly string[] = ["ZZ", "EUROPEAN UNION", "12209", "Asia", "COLON FREE ZONE"];
