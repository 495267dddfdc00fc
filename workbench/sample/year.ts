import type { SampleCell } from "./cells";
import { messyDay } from "./messy";
import type { Random } from "./random";
import { column, type Listed, OWNERS, type ThisYear } from "./sheets";

/** Marks that people wrote on the cards of a fair, by how keen he was; a blank is as frequent. */
const MARKS = ["强烈", "hot", "有兴趣", "一般", "Interested", "中", "冷淡", "cold", "", "", ""];

const AUTUMN_FAIR = 5;
const SPRING_FAIR = 190;

/** Sources that somebody typed in words of his own: several in one cell, two that no table knows, and one that is no source. */
const OWN_SOURCES = [
  ...["广交会/阿里国际站", "LinkedIn + 展会", "独立站、Google搜索", "开发信", "海关数据", "Google Ads", "其他"],
  ...["Kompass", "Kompass", "Kompass", "kompass", "VK", "VK"],
  "新客户",
];

/** What the team typed this year: fairs and how people were there, complaints, sources and stages in words of its own. */
export function thisYear(
  random: Random,
  asOf: number,
  customers: readonly Listed[],
  lines: readonly (readonly SampleCell[])[],
): ThisYear {
  const typed = customers.map((): Record<string, SampleCell> => ({}));
  const stood = (i: number, header: "客户来源" | "客户阶段" | "不联系") => String(lines[i]![column(header)]);
  const met = customers.flatMap((_, i) => (/展会|广交会/u.test(stood(i, "客户来源")) ? [i] : []));
  for (const [nth, i] of met.entries()) {
    typed[i]!.展会意向 = random.pick(MARKS);
    if (nth % 4 === 0) typed[i]!.展会日期 = { day: asOf - AUTUMN_FAIR };
    else if (random.chance(0.6)) typed[i]!.展会日期 = messyDay(random, asOf - SPRING_FAIR);
  }
  const free = customers.flatMap((_, i) => (met.includes(i) || stood(i, "不联系") === "是" ? [] : [i]));
  const apart = Math.floor(free.length / (OWN_SOURCES.length + 1));
  for (const [nth, source] of OWN_SOURCES.entries()) typed[free[(nth + 1) * apart]!]!.客户来源 = source;

  const prospects = free.filter((i) => customers[i]!.customer.kind === "prospect");
  for (const i of prospects.slice(0, 3)) typed[i]!.客户阶段 = "等老板批";
  for (const i of prospects.slice(3, 6)) typed[i]!.客户阶段 = ["暂不需要", "Not interested", "Sample sent"][i % 3]!;

  // One with its day, one without, and two that were settled.
  const buyers = free.filter((i) => ["good", "middle"].includes(customers[i]!.customer.kind));
  const complaints: readonly SampleCell[] = [{ day: asOf - 2 }, "是", "否", "否"];
  for (const [nth, complaint] of complaints.entries())
    typed[buyers.filter((i) => customers[i]!.owner === OWNERS[nth])[2]!]!.未结投诉 = complaint;
  return typed;
}
