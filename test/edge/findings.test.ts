import { beforeAll, describe, expect, test } from "vitest";
import { builtAddon, type Office, office, setUp, team } from "./office";

beforeAll(builtAddon);

const rowOf = (it: Office, key: string): number => it.values("Policy").findIndex((row) => row[4] === key);

async function ready(typed: Readonly<Record<string, string | number>>): Promise<Office> {
  const it = await office(team());
  setUp(it);
  for (const [key, value] of Object.entries(typed)) it.put("Policy", rowOf(it, key), 1, value);
  return it;
}

describe("rows of the policy with a fault", () => {
  test.each<[string, Record<string, string | number>, string[]]>([
    ["a sheet without a fault", { "value.C.min": 90_000 }, []],
    ["a word where a number belongs", { "value.C.min": "lots" }, ["value.C.min"]],
    ["of two limits out of order the one that is not the default", { "value.C.min": 400_000 }, ["value.C.min"]],
    [
      "both, where neither is the default",
      { "value.B.min": 350_000, "value.C.min": 400_000 },
      ["value.B.min", "value.C.min"],
    ],
  ])("%s", async (_, typed, keys) => {
    const it = await ready(typed);
    const { faulty } = it.call.home();
    expect(faulty.map(({ key }) => key).sort()).toEqual(keys);
    expect(it.call.preview(null).faulty).toEqual(faulty);
    for (const { key, label, sheet, a1 } of faulty) {
      const row = rowOf(it, key);
      expect([label, sheet, a1]).toEqual([it.values("Policy")[row]![0], "Policy", `B${row + 1}`]);
    }
    for (const { key } of faulty) it.call.resetPolicy(key);
    expect(it.call.home().faulty).toEqual([]);
  });
});
