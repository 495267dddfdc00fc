import { findingsEn, questionsEn } from "../src/texts/findings.en";
import { findingsZh, questionsZh } from "../src/texts/findings.zh";
import { grouped, of } from "../src/texts/numbers";
import { sidebarEn } from "../src/texts/sidebar.en";
import { sidebarZh } from "../src/texts/sidebar.zh";

/** What the add-on found that a person should look at, as `results()` gives it. */
export interface Found {
  readonly kind: keyof typeof findingsEn;
  readonly field: string;
  readonly text: string;
  readonly detail: string;
  readonly count: number;
}

/** Said otherwise: by the question about them alone, or with the currency that has no rate. */
const NAMED: ReadonlySet<Found["kind"]> = new Set([
  "ambiguous",
  "unknown_status",
  "sample_in_text",
  "no_rate",
  "equal_lines",
]);
/** One finding for all rows under a name. */
const BY_ROWS: ReadonlySet<Found["kind"]> = new Set(["unmatched_order", "unmatched_contact", "unmatched_press"]);

/** A sentence for each kind: how many there are, and the first of them as the sidebar says it. */
export function findingSentences(findings: readonly Found[], language: "en" | "zh"): string[] {
  const kinds = new Map<Found["kind"], { readonly first: Found; total: number }>();
  for (const found of findings) {
    if (NAMED.has(found.kind)) continue;
    const known = kinds.get(found.kind) || { first: found, total: 0 };
    known.total += BY_ROWS.has(found.kind) ? found.count : 1;
    kinds.set(found.kind, known);
  }
  const says = language === "zh" ? findingsZh : findingsEn;
  return [...kinds.values()].map(({ first: { kind, field, text, detail, count }, total }) => {
    const sentence = says[kind](field, text, detail, count);
    if (language === "zh") return `待核对 ${grouped(total)} 处${total > 1 ? "，例如" : ""}：${sentence}`;
    return `${grouped(total)} to check${total > 1 ? ", such as" : ""}: ${sentence}`;
  });
}

/** Questions about rows that count until somebody says otherwise. */
const COUNTED: ReadonlySet<string> = new Set(["sample", "lines"]);

/** A question that nobody answered: what the sidebar would ask. */
export function openSentence(
  { ask, header, cells, example }: { ask: string; header: string; cells: number; example: string },
  language: "en" | "zh",
): string {
  const { asked } = language === "zh" ? questionsZh : questionsEn;
  const question = asked[ask as keyof typeof asked](header, cells, example);
  if (COUNTED.has(ask))
    return language === "zh" ? `没有回答，暂时计入：${question}` : `Counted, not answered: ${question}`;
  return language === "zh" ? `没有回答，未使用：${question}` : `Left out, not answered: ${question}`;
}

/** How the chances of an order were foretold, as `results()` gives it. */
export interface Foretold {
  readonly model: keyof typeof sidebarEn.forecast.way;
  readonly fellBack: keyof typeof sidebarEn.forecast.fellBack | "";
}

/** The same in the sidebar's words, in one line. */
export function forecastSentence({ model, fellBack }: Foretold, language: "en" | "zh"): string {
  const { way, fellBack: why, title } = (language === "zh" ? sidebarZh : sidebarEn).forecast;
  const said = fellBack === "" ? way[model] : why[fellBack] + (language === "zh" ? "" : " ") + way[model];
  return language === "zh" ? `${title}：${said}` : `${title}: ${said}`;
}

/** The limits of the tiers that fit the orders, where nobody is in A by those that hold; else everybody is. */
export function limitsSentence(
  nobody: boolean,
  { A, B, C }: Readonly<Record<"A" | "B" | "C", number>>,
  language: "en" | "zh",
): string {
  const set = `--set value.A.min=${A} --set value.B.min=${B} --set value.C.min=${C}`;
  if (language === "zh")
    return `按现在的标准，${nobody ? "没有客户是" : "客户全是"} A；采用按你的订单取整的标准：${set}`;
  return `By these limits ${nobody ? "nobody" : "everybody"} is in A; round limits from your orders: ${set}`;
}

/** Of so many customers near or far is not told. */
export function homeSentence(customers: number, language: "en" | "zh"): string {
  if (language === "zh")
    return `${grouped(customers)} 个客户分不出本地/外地：规则里没有写本公司在哪个国家；用 --set 写明，如 --set home.country=中国`;
  return `Near or far is not rated for ${of(customers, "customer", "customers")}: the policy lacks your own country; name it, as in --set home.country=China`;
}
