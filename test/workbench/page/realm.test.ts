import { describe, expect, test } from "vitest";
import { topLevelNames } from "../../../workbench/page/realm";

describe("the names that a script puts on its global object", () => {
  test.each<[string, string, string[]]>([
    [
      "functions",
      "/** help */\nfunction onOpen(e) { return Book.onOpen(e); }\nfunction CUSTOMER_TIER(a) {}",
      ["onOpen", "CUSTOMER_TIER"],
    ],
    [
      "a bundle in a variable",
      '"use strict";\nvar Book = (() => {\n  function inner() {}\n  var other = 1;\n})();',
      ["Book"],
    ],
    ["a name twice is one", "var a;\nvar a = 1;", ["a"]],
    ["nothing", "(function () {\n  function inner() {}\n})();", []],
  ])("%s", (_, code, names) => {
    expect(topLevelNames(code)).toEqual(names);
  });
});
