import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";
import { type AddonFiles, clockSource, type Manifest, type Realm } from "../runtime/addon";

const compiled = new Map<string, vm.Script>();

/**
 * Node looks for a global of a context in the object that it was made with, each time that it is named; for a constant it
 * does not. A forecast, which is all logarithms, takes a seventh of the time.
 */
const NAMES = ["Array", "Date", "Intl", "JSON", "Map", "Math", "Number", "Object", "RegExp", "Set", "String"];

/** A realm of node:vm: ECMAScript and the given globals, and nothing of Node. */
export function vmRealm(code: string, globals: Readonly<Record<string, unknown>>, now: () => number): Realm {
  let script = compiled.get(code);
  if (!script) {
    script = new vm.Script(code, { filename: "Code.gs" });
    compiled.set(code, script);
  }
  const context = vm.createContext({ ...globals });
  vm.runInContext(`(function (now) {${clockSource}})`, context)(now);
  vm.runInContext(`const { ${NAMES.join(", ")} } = globalThis;`, context);
  script.runInContext(context);
  return vm.runInContext("globalThis", context) as Realm;
}

/** Reads a built add-on: its code, its manifest, and its HTML files for the host. */
export function readAddon(folder: string): AddonFiles & { readonly files: Readonly<Record<string, string>> } {
  const text = (name: string) => readFileSync(join(folder, name), "utf8");
  const pages = readdirSync(folder).filter((name) => name.endsWith(".html"));
  return {
    code: text("Code.js"),
    manifest: JSON.parse(text("appsscript.json")) as Manifest,
    files: Object.fromEntries(pages.map((name) => [name, text(name)])),
  };
}
