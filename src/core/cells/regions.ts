import countries from "./regions.table";

export const REGION_IDS = [
  "north_america",
  "southeast_asia",
  "middle_east",
  "europe",
  "africa",
  "latin_america",
  "south_asia",
  "east_asia",
  "cis",
  "oceania",
] as const;

export type RegionId = (typeof REGION_IDS)[number];

let known: Readonly<Record<string, RegionId>> | undefined;

/** The region of each ISO 3166-1 alpha-2 code, and of XK; before a team edits its rows. Antarctica (AQ) is in none. */
export function defaultRegions(): Readonly<Record<string, RegionId>> {
  known ||= Object.fromEntries(
    REGION_IDS.flatMap((region) =>
      countries()
        [region].split(" ")
        .map((iso) => [iso, region] as const),
    ),
  );
  return known;
}
