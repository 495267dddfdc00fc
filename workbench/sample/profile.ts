import type { SampleCell } from "./cells";
import type { Random } from "./random";
import type { Listed, ThisYear } from "./sheets";

/** What buyers want, in the words of five people; no table knows the garden tools. */
const WANTED = [
  "手机壳",
  "数据线/充电器",
  "Phone case",
  "键盘、鼠标",
  "Keyboard",
  "瑜伽服",
  "运动服",
  "衬衫",
  "西装",
  "园艺剪",
];
const SIZES: readonly SampleCell[] = [
  "11-50人",
  "51-200人",
  "201-500人",
  "1000人",
  35,
  120,
  "小微",
  "中型",
  "大型",
  "Large",
];
const MARKS: readonly SampleCell[] = [5, 4, 4, 3, "4.5", "4/5", "★★★★", "3分", 2, "还行"];
const POTENTIALS = ["高", "高潜力", "中", "一般", "low", "低"];

/** What the team began to note of its customers this year, after a course: of some of them, each in his own words. */
export function profiles(random: Random, asOf: number, customers: readonly Listed[]): ThisYear {
  const gone = customers.flatMap(({ customer }, i) => (customer.kind === "dormant" ? [i] : []));
  return customers.map(({ customer: { orders } }, i) => {
    const nth = gone.indexOf(i);
    return {
      意向产品: random.chance(0.4) ? random.pick(WANTED) : "",
      公司规模: random.chance(0.35) ? random.pick(SIZES) : "",
      客户满意度: random.chance(0.3) && orders.length > 0 ? random.pick(MARKS) : "",
      客户潜力: random.chance(0.12) ? random.pick(POTENTIALS) : "",
      终止合作: nth === 0 ? { day: asOf - 60 } : nth === 1 ? "是" : nth === 2 ? "否" : "",
      ...(nth === 3 || nth === 4 ? { 客户阶段: ["已流失", "停止合作"][nth - 3]! } : {}),
    };
  });
}
