import type { Machine } from "./machine";
import { colorOf, rangeBehind, rangeObject } from "./range";
import { behind, type EnumValue, expose, free, googleEnum, SELF, type ServiceClass } from "./service";
import type { Condition, FormatRule, Style } from "./store";

export const BooleanCriteria = googleEnum(
  "TEXT_EQUAL_TO",
  "TEXT_CONTAINS",
  "NUMBER_GREATER_THAN",
  "NUMBER_LESS_THAN",
  "NUMBER_BETWEEN",
  "CELL_EMPTY",
  "CELL_NOT_EMPTY",
  "CUSTOM_FORMULA",
);

const criteriaOf: Record<Exclude<Condition["type"], "other">, EnumValue> = {
  text_equal: BooleanCriteria.TEXT_EQUAL_TO,
  text_contains: BooleanCriteria.TEXT_CONTAINS,
  number_greater: BooleanCriteria.NUMBER_GREATER_THAN,
  number_less: BooleanCriteria.NUMBER_LESS_THAN,
  number_between: BooleanCriteria.NUMBER_BETWEEN,
  empty: BooleanCriteria.CELL_EMPTY,
  not_empty: BooleanCriteria.CELL_NOT_EMPTY,
  formula: BooleanCriteria.CUSTOM_FORMULA,
};

function criteriaValues(condition: Condition): unknown[] {
  switch (condition.type) {
    case "text_equal":
    case "text_contains":
      return [condition.text];
    case "number_greater":
    case "number_less":
      return [condition.value];
    case "number_between":
      return [condition.low, condition.high];
    case "formula":
      return [condition.formula];
    default:
      return [];
  }
}

interface RuleSelf {
  readonly machine: Machine;
  readonly rule: FormatRule;
  readonly sheet: string;
}

interface ColorSelf {
  readonly machine: Machine;
  readonly hex: string;
}

const rgbClass: ServiceClass<ColorSelf> = {
  name: "SpreadsheetApp.RgbColor",
  area: "document",
  members: {
    asHexString: free<ColorSelf>("", ({ hex }) => hex),
    getRed: free<ColorSelf>("", ({ hex }) => Number.parseInt(hex.slice(1, 3), 16)),
    getGreen: free<ColorSelf>("", ({ hex }) => Number.parseInt(hex.slice(3, 5), 16)),
    getBlue: free<ColorSelf>("", ({ hex }) => Number.parseInt(hex.slice(5, 7), 16)),
  },
};

const colorClass: ServiceClass<ColorSelf> = {
  name: "SpreadsheetApp.Color",
  area: "document",
  members: { asRgbColor: free<ColorSelf>("", (self) => expose(self.machine, rgbClass, self)) },
};

function colorObject(machine: Machine, hex: string | undefined): unknown {
  return hex ? expose(machine, colorClass, { machine, hex }) : null;
}

const conditionClass: ServiceClass<RuleSelf> = {
  name: "SpreadsheetApp.BooleanCondition",
  area: "document",
  members: {
    getCriteriaType: free<RuleSelf>("", ({ rule }) => criteriaOf[rule.condition.type as keyof typeof criteriaOf]),
    getCriteriaValues: free<RuleSelf>("", ({ rule }) => criteriaValues(rule.condition)),
    getBackgroundObject: free<RuleSelf>("", ({ machine, rule }) => colorObject(machine, rule.style.fill)),
    getFontColorObject: free<RuleSelf>("", ({ machine, rule }) => colorObject(machine, rule.style.color)),
    getBackground: free<RuleSelf>("", ({ rule }) => rule.style.fill || null),
    getFontColor: free<RuleSelf>("", ({ rule }) => rule.style.color || null),
    getBold: free<RuleSelf>("", ({ rule }) => rule.style.bold ?? null),
    getItalic: free<RuleSelf>("", ({ rule }) => rule.style.italic ?? null),
    getUnderline: free<RuleSelf>("", ({ rule }) => rule.style.underline ?? null),
    getStrikethrough: free<RuleSelf>("", ({ rule }) => rule.style.strikethrough ?? null),
  },
};

/** A rule that is no single condition with a style (colour scale, icons); Google has only gradients of that kind. */
const gradientClass: ServiceClass<RuleSelf> = {
  name: "SpreadsheetApp.GradientCondition",
  area: "document",
  members: {},
};

const ruleClass: ServiceClass<RuleSelf> = {
  name: "SpreadsheetApp.ConditionalFormatRule",
  area: "document",
  members: {
    getRanges: free<RuleSelf>("", ({ machine, rule, sheet }) =>
      rule.zones.map((zone) => rangeObject(machine, sheet, zone)),
    ),
    getBooleanCondition: free<RuleSelf>("", (self) =>
      self.rule.condition.type === "other" ? null : expose(self.machine, conditionClass, self),
    ),
    getGradientCondition: free<RuleSelf>("", (self) =>
      self.rule.condition.type === "other" ? expose(self.machine, gradientClass, self) : null,
    ),
    copy: free<RuleSelf>("", ({ machine, rule, sheet }) =>
      expose(machine, builderClass, {
        machine,
        sheet,
        condition: rule.condition,
        style: { ...rule.style },
        zones: rule.zones,
      }),
    ),
  },
};

export function ruleObject(machine: Machine, sheet: string, rule: FormatRule): unknown {
  return expose(machine, ruleClass, { machine, sheet, rule });
}

export function ruleBehind(machine: Machine, sheet: string, object: unknown): FormatRule {
  const found = behind(object, ruleClass);
  if (!found) throw machine.error("The parameters ((class)[]) don't match: conditional format rules are needed.");
  if (found.sheet !== sheet) throw machine.error("Conditional format rules must be on the sheet that they are set on.");
  return found.rule;
}

interface BuilderSelf {
  readonly machine: Machine;
  sheet: string | undefined;
  condition: Condition | undefined;
  style: Style;
  zones: FormatRule["zones"];
}

const when = (takes: string, toCondition: (...args: never[]) => Condition) =>
  free<BuilderSelf>(takes, (builder, ...args: never[]) => {
    builder.condition = toCondition(...args);
    return SELF;
  });

const look = (key: "bold" | "italic" | "underline" | "strikethrough") =>
  free<BuilderSelf>("b|x", (builder, on: boolean | null) => {
    const { [key]: _, ...rest } = builder.style;
    builder.style = on === null ? rest : { ...rest, [key]: on };
    return SELF;
  });

const paint = (key: "fill" | "color") =>
  free<BuilderSelf>("s|x", (builder, value: unknown) => {
    const { [key]: _, ...rest } = builder.style;
    const hex = colorOf(value);
    builder.style = hex ? { ...rest, [key]: hex } : rest;
    return SELF;
  });

const builderClass: ServiceClass<BuilderSelf> = {
  name: "SpreadsheetApp.ConditionalFormatRuleBuilder",
  area: "document",
  members: {
    whenTextEqualTo: when("s", (text: string) => ({ type: "text_equal", text })),
    whenTextContains: when("s", (text: string) => ({ type: "text_contains", text })),
    whenNumberGreaterThan: when("n", (value: number) => ({ type: "number_greater", value })),
    whenNumberLessThan: when("n", (value: number) => ({ type: "number_less", value })),
    whenNumberBetween: when("nn", (low: number, high: number) => ({ type: "number_between", low, high })),
    whenCellEmpty: when("", () => ({ type: "empty" })),
    whenCellNotEmpty: when("", () => ({ type: "not_empty" })),
    whenFormulaSatisfied: when("s", (formula: string) => ({ type: "formula", formula })),
    setBackground: paint("fill"),
    setFontColor: paint("color"),
    setBold: look("bold"),
    setItalic: look("italic"),
    setUnderline: look("underline"),
    setStrikethrough: look("strikethrough"),
    setRanges: free<BuilderSelf>("a", (builder, ranges: unknown[]) => {
      const found = Array.from(ranges, (range) => rangeBehind(builder.machine, range));
      builder.sheet = found[0]?.sheet;
      builder.zones = found.map((r) => r.zone);
      return SELF;
    }),
    build: free<BuilderSelf>("", ({ machine, sheet, condition, style, zones }) => {
      if (!condition) throw machine.error("A conditional format rule needs a condition.");
      if (sheet === undefined || zones.length === 0) {
        throw machine.error("Conditional format rule must have at least one range.");
      }
      return ruleObject(machine, sheet, { condition, style, zones });
    }),
  },
};

export function ruleBuilder(machine: Machine): unknown {
  return expose(machine, builderClass, { machine, sheet: undefined, condition: undefined, style: {}, zones: [] });
}
