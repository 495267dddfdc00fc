import { parse } from "acorn";
import { analyze } from "eslint-scope";
import MagicString from "magic-string";
import { pack } from "./pack.mjs";

/** What Google calls when a file opens. Whatever else is called takes its time anyway. */
const AT_ONCE = ["reserved"];

/** The name of the function that runs the rest. Terser is told to leave it free. */
export const WAKE = "_";

/** The first node below this one of which `is` holds. */
function find(node, is) {
  if (!node || typeof node !== "object") return undefined;
  if (typeof node.type === "string" && is(node)) return node;
  for (const child of Object.values(node)) {
    const found = find(child, is);
    if (found) return found;
  }
  return undefined;
}

/** The getters of what the bundle exports, by name: `{reserved:()=>a,server:()=>b}` with each one's `body`, the variable. */
function exportsOf(tree) {
  const table = find(
    tree,
    ({ type, properties }) =>
      type === "ObjectExpression" && AT_ONCE.every((name) => properties.some(({ key }) => key?.name === name)),
  );
  return Object.fromEntries(table.properties.map(({ key, value }) => [key.name, value.body]));
}

/**
 * The declarations at the top of the bundle: functions, variables one by one, and what fills the namespace of a module,
 * `fill(a, {b: () => c})`, which belongs to its variable; with where each stands.
 */
function declarationsOf(body, doors) {
  return body.flatMap((statement) => {
    if (statement.type === "FunctionDeclaration") return [{ name: statement.id.name, node: statement, statement }];
    const [filled, members] = statement.expression?.arguments ?? [];
    if (filled?.type === "Identifier" && members?.type === "ObjectExpression" && !exportsAll(members, doors))
      return [{ name: filled.name, node: statement.expression, statement, fills: true }];
    if (statement.type !== "VariableDeclaration") return [];
    return statement.declarations.map((node) => ({ name: node.id.name, node, statement }));
  });
}

/** For each variable at the top of the bundle the places where it is named. */
function placesOf(tree, app) {
  const scope = analyze(tree, { ecmaVersion: 2019 }).acquire(app);
  return new Map(scope.variables.map(({ name, references }) => [name, references.map((one) => one.identifier.start)]));
}

const exportsAll = ({ start, end }, doors) => start < doors.unpacked.start && doors.unpacked.end < end;

/** The names of all that the opening of a file may come to, by what is named in what. */
function atOnce(tree, app, declarations, doors) {
  const within = (at) => declarations.find(({ node }) => node.start <= at && at < node.end)?.name;
  const named = new Map();
  const roots = [...AT_ONCE, "unpacked"].map((name) => doors[name].name);
  const exported = new Set(Object.values(doors).map(({ start }) => start));
  for (const [name, places] of placesOf(tree, app)) {
    for (const at of places) {
      const by = within(at);
      if (by) named.set(by, [...(named.get(by) ?? []), name]);
      // A statement that is no declaration runs at load.
      else if (!exported.has(at)) roots.push(name);
    }
  }
  const needed = new Set();
  while (roots.length > 0) {
    const name = roots.pop();
    if (!needed.has(name)) roots.push(...(named.get(name) ?? []));
    needed.add(name);
  }
  return needed;
}

/**
 * The bundle, in which all that the opening of a file does not need is packed, and run at the first call that does.
 *
 * Google reads the whole file each time that it calls anything of it, and may not be given more than so much of it. What is
 * packed keeps its names: it is run in the place where it stood, and fills variables that are declared there and empty until
 * then.
 *
 * Takes the code of a bundle that exports groups of what Google can call and `unpacked`; one that does not export it
 * comes back as it is.
 */
export async function deferred(code) {
  const tree = parse(code, { ecmaVersion: 2019, ranges: true });
  const app = find(tree, ({ type }) => type === "ArrowFunctionExpression");
  const doors = exportsOf(tree);
  if (!doors.unpacked) return code;
  const { body } = app.body;
  const declarations = declarationsOf(body, doors);
  const needed = atOnce(tree, app, declarations, doors);
  // A table of words is packed already.
  const isPacked = ({ node }) => node.init?.callee?.name === doors.unpacked.name;
  const late = new Set(declarations.filter((one) => !needed.has(one.name) && !isPacked(one)));

  const text = new MagicString(code);
  const source = ({ start, end }) => code.slice(start, end);
  for (const statement of body) {
    const here = declarations.filter((one) => one.statement === statement);
    const kept = here.filter((one) => !late.has(one));
    if (kept.length === here.length) continue;
    if (kept.length === 0) text.remove(statement.start, statement.end);
    else text.update(statement.start, statement.end, `var ${kept.map(({ node }) => source(node)).join()};`);
  }
  for (const door of Object.values(doors)) {
    if (!needed.has(door.name)) text.update(door.start, door.end, `(${WAKE}(),${door.name})`);
  }
  const assigned = [...late].flatMap(({ name, node, fills }) => {
    if (fills) return source(node);
    if (node.type === "FunctionDeclaration") return `${name}=${source(node).replace(` ${name}(`, "(")}`;
    return node.init ? `${name}=${source(node.init)}` : [];
  });
  const names = [...late].flatMap(({ name, fills }) => (fills ? [] : name));
  const run = `eval(${doors.unpacked.name}("${await pack(`${assigned.join(";")};`)}")())`;
  text.prependLeft(body[0].start, `var ${names.join()},${WAKE}=()=>{${run};${WAKE}=()=>{}};`);
  return text.toString();
}
