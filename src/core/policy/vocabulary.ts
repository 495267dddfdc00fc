/**
 * Classes whose words are lists of the policy: the list of `source.fair` holds every word for it. A cell's word that
 * stands in no list is asked about and never guessed.
 */
export const VOCABULARY = {
  stage: ["4", "3", "2", "1", "0"],
  source: ["fair", "social", "b2b", "inbound", "outbound", "ads", "referral", "other"],
  fair: ["hot", "warm", "cold"],
  direction: ["in", "out", "none"],
} as const;

export type Vocabulary = keyof typeof VOCABULARY;

/** Stars, as ids. */
export type StageId = (typeof VOCABULARY.stage)[number];
export type SourceId = (typeof VOCABULARY.source)[number];
export type FairId = (typeof VOCABULARY.fair)[number];
