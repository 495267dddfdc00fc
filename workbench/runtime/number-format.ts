/** Number format patterns, as far as the workbench must understand them: which show a day or a time, and which are text. */

const literals = /"[^"]*"|\\.|\[[^\]]*\]/g;

/** True for a pattern that shows a number as a day or a time ("yyyy-mm-dd", "h:mm"). */
export function isDateFormat(pattern: string): boolean {
  if (pattern === "" || pattern === "@") return false;
  if (/\[(h+|m+|s+)\]/i.test(pattern)) return true;
  return /[dmyhs]/i.test(pattern.replace(literals, "")) && !/^general$/i.test(pattern);
}

export function isTextFormat(pattern: string): boolean {
  return pattern === "@";
}

const EPOCH = Date.UTC(1899, 11, 30);
export const DAY_MS = 86_400_000;

const months = ["January", "February", "March", "April", "May", "June", "July"].concat([
  "August",
  "September",
  "October",
  "November",
  "December",
]);
const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** A value as a cell with this pattern shows it, in English. "" is automatic. Covers days, times, percent, grouping and decimals. */
export function formatNumber(value: number, pattern: string): string {
  if (pattern === "" || pattern === "@" || /^general$/i.test(pattern)) return plainNumber(value);
  if (isDateFormat(pattern)) return formatSerial(value, pattern);
  const section = pattern.split(";");
  const negative = value < 0 && section.length > 1;
  const part = (negative ? section[1] : section[0]) ?? "";
  const body = /[#0?][#0?,]*(?:\.[#0?]+)?/.exec(part.replace(literals, (m) => "\u0001".repeat(m.length)));
  if (!body) return part.replace(literals, unquoted);
  const percent = part.includes("%");
  const digits = body[0];
  const decimals = digits.split(".")[1] ?? "";
  const amount = (negative ? -value : value) * (percent ? 100 : 1);
  let text = Math.abs(amount).toFixed(decimals.length);
  for (let i = decimals.length - 1; i >= 0 && decimals[i] === "#" && text.endsWith("0"); i--) text = text.slice(0, -1);
  if (text.endsWith(".")) text = text.slice(0, -1);
  let [whole = "0", rest] = text.split(".");
  const least = (digits.split(".")[0] ?? "").replace(/[^0]/g, "").length;
  if (least === 0 && whole === "0" && rest !== undefined) whole = "";
  whole = whole.padStart(least, "0");
  if (digits.includes(",")) whole = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const number = (amount < 0 && !negative ? "-" : "") + whole + (rest === undefined ? "" : "." + rest);
  const before = part.slice(0, body.index).replace(literals, unquoted);
  const after = part.slice(body.index + digits.length).replace(literals, unquoted);
  return before + number + after;
}

function unquoted(literal: string): string {
  if (literal.startsWith('"')) return literal.slice(1, -1);
  if (literal.startsWith("\\")) return literal.slice(1);
  const currency = /^\[\$([^-\]]*)/.exec(literal);
  return currency?.[1] ?? "";
}

function plainNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  return String(Number(value.toPrecision(10)));
}

function formatSerial(serial: number, pattern: string): string {
  const date = new Date(EPOCH + Math.round(serial * DAY_MS));
  const halfDay = /am\/pm|a\/p/i.test(pattern);
  const tokens = pattern.match(/"[^"]*"|\\.|\[[^\]]*\]|am\/pm|a\/p|y+|m+|d+|h+|s+|0+|[\s\S]/gi) ?? [];
  let out = "";
  tokens.forEach((token, i) => {
    const two = (n: number) => (token.length > 1 ? String(n).padStart(2, "0") : String(n));
    const letter = token[0]!.toLowerCase();
    if (/^am\/pm|^a\/p/i.test(token)) out += date.getUTCHours() < 12 ? "AM" : "PM";
    else if (letter === "y")
      out += token.length > 2 ? String(date.getUTCFullYear()) : String(date.getUTCFullYear()).slice(-2);
    else if (letter === "d" && token.length > 2) {
      const name = weekdays[date.getUTCDay()]!;
      out += token.length > 3 ? name : name.slice(0, 3);
    } else if (letter === "d") out += two(date.getUTCDate());
    else if (letter === "h") out += two(halfDay ? ((date.getUTCHours() + 11) % 12) + 1 : date.getUTCHours());
    else if (letter === "s") out += two(date.getUTCSeconds());
    else if (letter === "m" && isMinute(tokens, i)) out += two(date.getUTCMinutes());
    else if (letter === "m" && token.length > 2) {
      const name = months[date.getUTCMonth()]!;
      out += token.length > 3 ? name : name.slice(0, 3);
    } else if (letter === "m") out += two(date.getUTCMonth() + 1);
    else if (/^\[(h+)\]$/i.test(token)) out += String(Math.floor(serial * 24));
    else if (/^0+$/.test(token)) out += String(date.getUTCMilliseconds()).padStart(3, "0").slice(0, token.length);
    else if (/^["\\[]/.test(token)) out += unquoted(token);
    else out += token;
  });
  return out;
}

/** An m is a minute after an hour or before a second, else a month. */
function isMinute(tokens: readonly string[], at: number): boolean {
  const letters = (list: readonly string[]) =>
    list
      .find((t) => /^\[?[ymdhs]/i.test(t))
      ?.replace("[", "")[0]
      ?.toLowerCase();
  return letters(tokens.slice(0, at).reverse()) === "h" || letters(tokens.slice(at + 1)) === "s";
}
