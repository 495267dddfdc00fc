import { describe, expect, test } from "vitest";
import { AXES } from "../../../src/core/axes";
import { defaultPolicy, labelOf, policyFields, policyFrom } from "../../../src/core/policy/policy";
import presets from "../../../src/core/policy/preset-words";
import {
  everyWord,
  ownWords,
  presetChoices,
  presetLabels,
  presetNamed,
  presetOf,
} from "../../../src/core/policy/presets";

const LANGUAGES = ["zh", "en"] as const;
const IDS = ["trade", "grades", "platform", "fair", "eight"];

describe("the five views of the concept", () => {
  test("stand in the order of the articles, and each is found by its id and by its name in both languages", () => {
    expect(presetChoices().map(({ id }) => id)).toEqual(IDS);
    expect(Object.values(presets()).map(({ rows }) => rows.slice(0, 2))).toEqual(["S0", "S1", "S2", "S3", "S4"]);
    for (const { id, name } of presetChoices())
      for (const text of [id, name.zh, name.en, name.en.toUpperCase()]) expect(presetNamed(text)?.id, text).toBe(id);
    for (const text of ["", "S9", "constructor"]) expect(presetNamed(text), text).toBeUndefined();
  });

  test.each(IDS)("%s shows axes that there are, beside the tier, and has words for classes that there are", (id) => {
    const known = AXES.map((axis) => axis.id as string).filter((axis) => axis !== "value");
    expect(known).toEqual(expect.arrayContaining([...presetNamed(id)!.axes]));
    for (const language of LANGUAGES)
      for (const key of Object.keys(presetLabels(id, language))) expect(policyFields().byKey.has(key), key).toBe(true);
  });

  test.each(IDS.flatMap((id) => LANGUAGES.map((language) => [id, language] as const)))(
    "%s in %s is a policy in which no two classes of an axis have one word, and is told again by its words",
    (id, language) => {
      const { policy, problems } = policyFrom(presetLabels(id, language));
      expect(problems).toEqual([]);
      expect(presetOf(policy)).toBe(id);
    },
  );

  test("lead from any to any other, and back to the usual words", () => {
    for (const from of IDS)
      for (const to of IDS) {
        const before = policyFrom(presetLabels(from, "zh")).policy;
        const after = policyFrom(presetLabels(to, "zh"), before).policy;
        expect(presetOf(after), `${from} ${to}`).toBe(to);
        expect(policyFrom(presetLabels("eight", "zh"), after).policy).toEqual(defaultPolicy());
      }
  });

  test("leave the team's own words alone, also where a view has another, and are told beside them", () => {
    const words = { "label.region.europe": "欧盟", "label.value.A": "VIP" };
    const own = policyFrom(words).policy;
    expect(ownWords(own)).toEqual([{ name: "value.A", axis: "value", word: "VIP" }]);
    let policy = own;
    for (const id of [...IDS, "eight"])
      for (const language of LANGUAGES) {
        policy = policyFrom(presetLabels(id, language, policy), policy).policy;
        expect(policy, id).toMatchObject(words);
        expect(presetOf(policy), id).toBe(id);
      }
    expect(policy).toEqual(own);
  });

  test.each([
    ["of another view", "value.C", "中等价值", "中价值"],
    ["of another language", "value.D", "Low value", "低价值"],
    ["that is usual", "value.D", "D", "低价值"],
  ])("replace a word %s that somebody typed", (_, name, word, wanted) => {
    const typed = policyFrom({ [`label.${name}`]: word }).policy;
    expect(ownWords(typed)).toEqual([]);
    expect(presetLabels("fair", "zh", typed)).toMatchObject({ [`label.${name}`]: wanted });
  });

  test("are not told where every word of theirs is the team's own", () => {
    const all = Object.keys(presetLabels("trade", "en")).map((key, i) => [key, `own ${i}`]);
    expect(presetOf(policyFrom(Object.fromEntries(all)).policy)).toBeUndefined();
  });

  // X01, X02, X03: who never bought, who bought before and who was middling at a fair are never one word on one axis.
  test.each([
    ["trade", "relation.prospect", "潜在客户", "Prospect"],
    ["platform", "activity.lapsing", "潜在(曾购·近期未购)", "Potential: bought before"],
    ["fair", "fair.warm", "潜在(展会·一般)", "Potential at the fair"],
    ["fair", "relation.lost", "丢失客户", "Lost customer"],
    ["fair", "locality.domestic", "国内·外地", "Domestic, elsewhere"],
    ["trade", "value.B", "高价值 B", "High value B"],
    // A005, A022, A035, A047: three articles say 中等价值, that of the fairs 中价值; X05: 一般 is no word for low (A036).
    ["trade", "value.C", "中等价值", "Medium value"],
    ["grades", "value.C", "中等价值", "Medium value"],
    ["platform", "value.C", "中等价值", "Medium value"],
    ["fair", "value.C", "中价值", "Medium value"],
    ["platform", "value.D", "低价值", "Low value"],
    ["eight", "stage.4", "4星 订单客户", "4 stars: ordered"],
    ["eight", "value.A", "A", "A"],
  ])("%s: %s is %s, %s", (id, name, zh, en) => {
    const [axis, cls] = name.split(".") as [string, string];
    const said = LANGUAGES.map((language) =>
      labelOf(policyFrom(presetLabels(id, language)).policy, language, axis, cls),
    );
    expect(said).toEqual([zh, en]);
    expect(everyWord(axis, cls)).toEqual(expect.arrayContaining([zh, en]));
  });
});
