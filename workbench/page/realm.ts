import { clockSource, type Realm } from "../runtime/addon";

/** What the language itself brings; everything else that a window has is the browser's, and Apps Script has not. */
const LANGUAGE = new Set(
  `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp Error
  AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError JSON Math Intl ArrayBuffer Uint8Array
  Int8Array Uint16Array Int16Array Uint32Array Int32Array Float32Array Float64Array Uint8ClampedArray BigUint64Array
  BigInt64Array DataView Map BigInt Set WeakMap WeakSet WeakRef Proxy Reflect FinalizationRegistry decodeURI
  decodeURIComponent encodeURI encodeURIComponent escape unescape eval isFinite isNaN`.split(/\s+/),
);

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/**
 * A fresh realm in a frame of this page. A frame's window has all of the browser in it and much of that cannot be
 * deleted, so that the code runs inside a function whose parameters stand before each of those names, and are empty.
 */
export function frameRealm(code: string, globals: Readonly<Record<string, unknown>>, now: () => number): Realm {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  document.body.append(frame);
  const inner = frame.contentWindow as unknown as Record<string, unknown> & { readonly Function: FunctionConstructor };
  inner.Function("now", clockSource)(now);
  const global: Record<string, unknown> = { ...globals };
  for (const name of LANGUAGE) if (name in inner) global[name] = inner[name];
  const names = Object.keys(globals);
  const declared = topLevelNames(code);
  const give = `Object.assign(globalThis, { ${declared.join(", ")} });`;
  const run = inner.Function("globalThis", ...names, ...hiddenNames(inner, names), `${code}\n;${give}`);
  run.call(undefined, global, ...names.map((name) => globals[name]));
  // The functions live on without their frame, and hundreds of runs would leave hundreds of frames.
  frame.remove();
  return global;
}

/** Functions and variables that a classic script would put on its global object. */
export function topLevelNames(code: string): string[] {
  const found = code.matchAll(/^(?:function|var|let|const|class)\s+([A-Za-z_$][\w$]*)/gm);
  return [...new Set([...found].map(([, name]) => name!))];
}

function hiddenNames(window: object, given: readonly string[]): string[] {
  const names = new Set<string>();
  for (let object: object | null = window; object; object = Object.getPrototypeOf(object)) {
    for (const name of Object.getOwnPropertyNames(object)) names.add(name);
  }
  for (const name of [...LANGUAGE, ...given, ...RESERVED, "globalThis"]) names.delete(name);
  return [...names].filter((name) => IDENTIFIER.test(name));
}

/** Members of every object, and words that no parameter may bear. */
const RESERVED = [
  "constructor",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toString",
  "valueOf",
  "toLocaleString",
  "arguments",
  "eval",
];
