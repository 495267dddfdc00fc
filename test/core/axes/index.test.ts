import { expect, test } from "vitest";
import { AXES } from "../../../src/core/axes";

test("no two axes share an id or a label", () => {
  expect(new Set(AXES.map((axis) => axis.id)).size).toBe(AXES.length);
  for (const language of ["zh", "en"] as const)
    expect(new Set(AXES.map((axis) => axis.label[language])).size).toBe(AXES.length);
});

test.each(AXES.map((axis) => [axis.id, axis] as const))("%s can say that evidence is missing", (_, axis) => {
  expect(axis.classes).toHaveProperty("unrated");
});

test.each(AXES.map((axis) => [axis.id, axis] as const))("no two classes of %s share a label", (_, axis) => {
  const classes = Object.values(axis.classes as Readonly<Record<string, { zh: string; en: string }>>);
  expect(new Set(classes.map(({ zh }) => zh)).size).toBe(classes.length);
  expect(new Set(classes.map(({ en }) => en.toLowerCase())).size).toBe(classes.length);
});
