import type { Bilingual } from "../core/bilingual";
import { type Named, say } from "../texts/say";
import type { FormulaCall, Given } from "./formula";
import { type EdgeTexts, person } from "./languages";

export type Code = keyof EdgeTexts["errors"];

/** Something that the person can mend. It is put into his words where Google hands it on. */
export class Plain extends Error {
  readonly code: Code;
  /** What the sentence names, by its place in the order given. */
  readonly where: Named;
  constructor(code: Code, ...where: readonly (string | number)[]) {
    super(code);
    this.name = "Plain";
    this.code = code;
    this.where = Object.fromEntries(where.entries());
  }
}

export interface Parameter {
  readonly name: string;
  /** What the help of Sheets shows in braces: number, string, range … */
  readonly type: string;
  readonly help: Bilingual;
  readonly optional?: true;
}

/** A function of the sheet, with the help that is shown while it is typed. */
export interface CustomFunction {
  readonly help: Bilingual;
  readonly parameters: readonly Parameter[];
  readonly returns: Bilingual;
  run(...args: unknown[]): unknown;
}

/** Anything else that Google can call. `parameters` are the names in the printed stub. */
export interface Entry {
  readonly parameters?: readonly string[];
  run(...args: never[]): unknown;
}

/** Errors that the engine throws by itself are ours; what Google's services throw has other names. */
const OWN_FAULTS: ReadonlySet<string> = new Set([
  "TypeError",
  "ReferenceError",
  "RangeError",
  "SyntaxError",
  "EvalError",
]);

const isError = (thrown: unknown): thrown is Error =>
  typeof thrown === "object" && thrown !== null && "message" in thrown;

/** The sentence that a person is shown for anything thrown. A bug is logged, with its stack, and never explained away. */
export function sentenceFor(thrown: unknown): string {
  const { errors } = person();
  if (thrown instanceof Plain) return say(errors[thrown.code], thrown.where);
  if (isError(thrown) && !OWN_FAULTS.has(thrown.name)) return say(errors.google, { 0: thrown.message });
  console.error(isError(thrown) ? (thrown.stack ?? thrown.message) : String(thrown));
  return errors.bug;
}

/** Runs what Google calls, and puts whatever it throws into a plain sentence. */
export function plainly<Args extends unknown[], Result>(run: (...args: Args) => Result): (...args: Args) => Result {
  return (...args) => {
    try {
      return run(...args);
    } catch (thrown) {
      throw new Error(sentenceFor(thrown));
    }
  };
}

/** A function of the sheet as it is declared: what Google's values are read as is the same for all of them. */
export interface DeclaredFunction {
  readonly help: Bilingual;
  /** Without as_of and policy, which end the list of every function. */
  readonly parameters: readonly Parameter[];
  readonly returns: Bilingual;
  /** `given` is aligned with the parameters; blank and left out are "". Days in the answer are shown as dates. */
  answer(given: readonly Given[], call: FormulaCall): Given;
}
