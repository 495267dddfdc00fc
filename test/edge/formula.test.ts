import { beforeAll, expect, test } from "vitest";
import { builtAddon, office, TODAY, team } from "./office";

beforeAll(builtAddon);

test.each([
  ["not a number", Number.NaN],
  ["without an end", Number.POSITIVE_INFINITY],
  ["before any calendar", -5],
  ["far beyond any calendar", 1e300],
  ["text", "soon"],
])("as_of that is %s is told to be no day", async (_, asOf) => {
  const it = await office(team());
  expect(() => it.addon.run("CUSTOMER_URGENCY", TODAY, "A", "", asOf)).toThrow(/as_of must be a day/);
});
