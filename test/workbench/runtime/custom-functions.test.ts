import { expect, test } from "vitest";
import { customFunctions } from "../../../workbench/runtime/custom-functions";

test("the functions for cells are the top-level ones that say so right above them", () => {
  const code = `var app = (() => {
  /** Not seen: inside. @customfunction */
  function INSIDE() {}
})();
/** Only a helper. */
function helper(a) {}
/**
 * The tier of a customer.
 * 客户等级。
 *
 * @param {Array<Array<number>>} annual_amount The year's amount.
 *   Optional.
 * @param as_of 日期
 * @return {string} A to D
 * @customfunction
 */
function CUSTOMER_TIER(annual_amount, as_of, policy) { return app.tier(annual_amount, as_of, policy); }
/** Private. @customfunction */
function HIDDEN_() {}
/** @customfunction */
function NOTHING() {}`;
  expect(customFunctions(code)).toEqual([
    {
      name: "CUSTOMER_TIER",
      description: "The tier of a customer. 客户等级。",
      parameters: [
        { name: "annual_amount", description: "The year's amount. Optional." },
        { name: "as_of", description: "日期" },
        { name: "policy", description: "" },
      ],
    },
    { name: "NOTHING", description: "", parameters: [] },
  ]);
});
