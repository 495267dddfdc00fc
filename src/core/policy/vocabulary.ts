/**
 * Classes whose words are lists of the policy: the list of `source.fair` holds every word for it. A cell's word that
 * stands in no list is asked about and never guessed.
 */
export const VOCABULARY = {
  stage: ["4", "3", "2", "1", "0"],
  source: ["fair", "social", "b2b", "inbound", "outbound", "ads", "referral", "other"],
  fair: ["hot", "warm", "cold"],
  relation: ["lost"],
  potential: ["high", "mid", "low"],
  identity: ["distributor", "OEM", "project", "retail", "repair", "wholesale", "trading", "brand", "chain"],
  industry: ["manufacturing", "retail", "service", "own"],
  product: ["phone_parts", "computer_parts", "sportswear", "formalwear", "own"],
  size: ["large", "mid", "small"],
  direction: ["in", "out", "none"],
  grade: ["A", "B", "C", "D"],
} as const;

export type Vocabulary = keyof typeof VOCABULARY;

/** Stars, as ids. */
export type StageId = (typeof VOCABULARY.stage)[number];
export type SourceId = (typeof VOCABULARY.source)[number];
export type FairId = (typeof VOCABULARY.fair)[number];
export type PotentialId = (typeof VOCABULARY.potential)[number];
export type IdentityId = (typeof VOCABULARY.identity)[number];
export type IndustryId = (typeof VOCABULARY.industry)[number];
export type ProductId = (typeof VOCABULARY.product)[number];
export type SizeId = (typeof VOCABULARY.size)[number];
export type GradeId = (typeof VOCABULARY.grade)[number];
