/** What a text names, already written out: money "USD 156,000", days "2026-11-22", labels, counts. */
export type Named = Readonly<Record<string, string | number | undefined>>;

/**
 * A sentence of a template. `{name}` stands for what is named so; `{name:1=one day|{name} days}` for the alternative that
 * begins with the value and "=", else for the last one; a value that is missing is "". Alternatives may name things
 * again; what is put in is never read as a template.
 */
export function say(template: string, named: Named): string {
  let said = "";
  let from = 0;
  for (let at = template.indexOf("{"); at >= 0; at = template.indexOf("{", from)) {
    said += template.slice(from, at);
    const [name, ...choices] = partsOf(template, at + 1);
    from = at + 1 + [name, ...choices].join("|").length + 1;
    const value = String(named[name!] ?? "");
    const chosen = choices.find((choice) => choice.startsWith(`${value}=`))?.slice(value.length + 1);
    said += choices.length ? say(chosen ?? choices[choices.length - 1]!, named) : value;
  }
  return said + template.slice(from);
}

/** What stands between a brace and its partner: the name, and behind ":" the alternatives. */
function partsOf(template: string, start: number): string[] {
  const parts: string[] = [];
  let from = start;
  for (let at = start, depth = 0; ; at++) {
    const sign = template[at];
    if (sign === "{") depth++;
    else if (sign === "}" && depth) depth--;
    else if (!depth && (sign === "}" || sign === "|" || (sign === ":" && !parts.length))) {
      parts.push(template.slice(from, at));
      from = at + 1;
      if (sign === "}") return parts;
    }
  }
}
