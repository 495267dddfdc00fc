import type { Machine } from "./machine";
import { behind, expose, free, googleEnum, SELF, type ServiceClass } from "./service";
import type { Validation } from "./store";

export const DataValidationCriteria = googleEnum("VALUE_IN_LIST", "CHECKBOX", "CUSTOM_FORMULA");

interface RuleSelf {
  readonly machine: Machine;
  readonly rule: Validation;
}

const ruleClass: ServiceClass<RuleSelf> = {
  name: "SpreadsheetApp.DataValidation",
  area: "document",
  members: {
    getCriteriaType: free<RuleSelf>("", ({ rule }) =>
      rule.type === "list"
        ? DataValidationCriteria.VALUE_IN_LIST
        : rule.type === "checkbox"
          ? DataValidationCriteria.CHECKBOX
          : DataValidationCriteria.CUSTOM_FORMULA,
    ),
    getCriteriaValues: free<RuleSelf>("", ({ rule }) => (rule.type === "list" ? [[...rule.values], true] : [])),
    getAllowInvalid: free<RuleSelf>("", ({ rule }) => rule.type === "other" || !rule.strict),
    getHelpText: free<RuleSelf>("", ({ rule }) => (rule.type === "other" ? null : (rule.help ?? null))),
  },
};

export function validationObject(machine: Machine, rule: Validation): unknown {
  return expose(machine, ruleClass, { machine, rule });
}

export function validationBehind(machine: Machine, object: unknown): Validation {
  const found = behind(object, ruleClass);
  if (!found) throw machine.error("The parameters ((class)) don't match: a DataValidation is needed.");
  return found.rule;
}

interface BuilderSelf {
  readonly machine: Machine;
  criteria: { readonly type: "list"; readonly values: readonly string[] } | { readonly type: "checkbox" } | undefined;
  strict: boolean;
  help: string | undefined;
}

const builderClass: ServiceClass<BuilderSelf> = {
  name: "SpreadsheetApp.DataValidationBuilder",
  area: "document",
  members: {
    requireValueInList: free<BuilderSelf>("a|ab", (builder, values: unknown[]) => {
      builder.criteria = { type: "list", values: Array.from(values, String) };
      return SELF;
    }),
    requireCheckbox: free<BuilderSelf>("", (builder) => {
      builder.criteria = { type: "checkbox" };
      return SELF;
    }),
    setAllowInvalid: free<BuilderSelf>("b", (builder, allow: boolean) => {
      builder.strict = !allow;
      return SELF;
    }),
    setHelpText: free<BuilderSelf>("s", (builder, help: string) => {
      builder.help = help;
      return SELF;
    }),
    build: free<BuilderSelf>("", ({ machine, criteria, strict, help }) => {
      if (!criteria) throw machine.error("A data validation rule needs a criterion.");
      return validationObject(machine, { ...criteria, strict, ...(help === undefined ? {} : { help }) });
    }),
  },
};

export function validationBuilder(machine: Machine): unknown {
  // Google's builder allows invalid values with a warning until told otherwise.
  return expose(machine, builderClass, { machine, criteria: undefined, strict: false, help: undefined });
}
