import type { Bilingual } from "../bilingual";

/** One of the views of the concept: what it is called, the axes that it shows beside the tier, and its words for classes. */
export interface Preset {
  readonly name: Bilingual;
  /** The article of the concept and its rows. */
  readonly rows: string;
  /** Ids of axes, with a space between them. */
  readonly axes: string;
  /** "axis.class" -> Chinese and English. A class that is not named has its usual word. */
  readonly words: Readonly<Record<string, readonly [zh: string, en: string]>>;
}

// No two classes of an axis under one word: a column is told by its words. So the tier stands behind 高价值, which is both A
// and B (X04), and who has bought before is told from who never has (X01).
const value = (mid: string, low: string) => ({
  "value.A": ["高价值 A", "High value A"] as const,
  "value.B": ["高价值 B", "High value B"] as const,
  "value.C": [mid, "Medium value"] as const,
  "value.D": [low, "Low value"] as const,
});

const locality = {
  "locality.local": ["国内·本地", "Domestic, local"],
  "locality.domestic": ["国内·外地", "Domestic, elsewhere"],
  "locality.international": ["国际", "International"],
} as const;

export default (): Readonly<Record<string, Preset>> => ({
  trade: {
    name: { zh: "外贸客户分类", en: "Foreign-trade customers" },
    rows: "S0 A001-A017",
    axes: "frequency relation industry potential",
    words: {
      ...value("中等价值", "低价值"),
      ...locality,
      "frequency.high": ["高频客户", "Buys often"],
      "frequency.mid": ["中频客户", "Buys now and then"],
      "frequency.low": ["低频客户", "Buys seldom"],
      "relation.prospect": ["潜在客户", "Prospect"],
      "relation.new": ["新客户", "New customer"],
      "relation.growing": ["老客户·成长期", "Existing: growing"],
      "relation.mature": ["老客户·成熟期", "Existing: mature"],
      "relation.declining": ["老客户·下滑", "Existing: declining"],
      "relation.once": ["老客户·一单未返", "Existing: once only"],
      "relation.won_back": ["老客户·挽回", "Existing: won back"],
      "relation.lost": ["老客户·流失", "Existing: lost"],
      "industry.manufacturing": ["制造业客户", "Manufacturing"],
      "industry.retail": ["零售业客户", "Retail trade"],
      "industry.service": ["服务业客户", "Services"],
      "potential.high": ["高潜力客户", "High potential"],
      "potential.mid": ["中等潜力客户", "Medium potential"],
      "potential.low": ["低潜力客户", "Low potential"],
    },
  },
  grades: {
    name: { zh: "客户分级与生命周期", en: "Grades and life cycle" },
    rows: "S1 A018-A031",
    axes: "frequency loyalty relation",
    words: {
      ...value("中等价值", "低价值"),
      "frequency.high": ["高频客户", "High frequency"],
      "frequency.mid": ["中频客户", "Medium frequency"],
      "frequency.low": ["低频客户", "Low frequency"],
      "loyalty.loyal": ["忠诚客户", "Loyal customer"],
      "loyalty.potential": ["潜在忠诚客户", "Potentially loyal customer"],
      "loyalty.not_loyal": ["非忠诚客户", "Customer who is not loyal"],
      "relation.new": ["新客户", "New customer"],
      "relation.growing": ["成长期客户", "Growing customer"],
      "relation.mature": ["成熟期客户", "Mature customer"],
      "relation.lost": ["流失客户", "Lost customer"],
    },
  },
  platform: {
    name: { zh: "B2B 平台客户", en: "B2B platform customers" },
    rows: "S2 A032-A045",
    axes: "activity",
    words: {
      ...value("中等价值", "低价值"),
      "activity.active": ["活跃客户", "Active customer"],
      "activity.lapsing": ["潜在(曾购·近期未购)", "Potential: bought before"],
      "activity.dormant": ["沉睡客户", "Dormant customer"],
    },
  },
  fair: {
    name: { zh: "展会客户", en: "Trade-fair customers" },
    rows: "S3 A046-A060",
    axes: "fair relation locality",
    words: {
      ...value("中价值", "低价值"),
      ...locality,
      "fair.hot": ["活跃(展会)", "Active at the fair"],
      "fair.warm": ["潜在(展会·一般)", "Potential at the fair"],
      "fair.cold": ["沉睡(展会·冷淡)", "Cold at the fair"],
      "relation.prospect": ["潜在客户", "Prospect"],
      "relation.new": ["现有客户·新", "Existing: new"],
      "relation.growing": ["现有客户·成长期", "Existing: growing"],
      "relation.mature": ["现有客户·成熟期", "Existing: mature"],
      "relation.declining": ["现有客户·下滑", "Existing: declining"],
      "relation.once": ["现有客户·一单未返", "Existing: once only"],
      "relation.won_back": ["现有客户·挽回", "Existing: won back"],
      "relation.lost": ["丢失客户", "Lost customer"],
    },
  },
  eight: {
    name: { zh: "八个维度", en: "Eight dimensions" },
    rows: "S4 A061-A094",
    axes: "region identity source stage frequency product followup",
    words: {},
  },
});
