import { both } from "../bilingual";
import { axis, byWords, unratedLabel } from "./axis";

/** What he wants or bought (A088–90), by the words of the policy; a team lists its own goods under one class. */
export const product = axis({
  id: "product",
  label: both("产品", "Product"),
  classes: {
    phone_parts: both("手机配件", "Phone parts"),
    computer_parts: both("电脑配件", "Computer parts"),
    sportswear: both("运动服面料", "Sportswear"),
    formalwear: both("正装面料", "Formal wear"),
    own: both("自定产品", "Own product"),
    unrated: unratedLabel,
  },
  classify: ({ customer }) => byWords("product", customer.product),
});
