import { both } from "../bilingual";
import { axis, byWords, unratedLabel } from "./axis";

/** What kind of buyer he is (A066–70, X16), by the words of the policy. It never implies a tier. */
export const identity = axis({
  id: "identity",
  label: both("客户身份", "Customer type"),
  classes: {
    distributor: both("经销代理商", "Distributor"),
    OEM: both("OEM 合作商", "OEM"),
    project: both("工程客户", "Project customer"),
    retail: both("零售商", "Retailer"),
    repair: both("维修商", "Repair shop"),
    wholesale: both("批发商", "Wholesaler"),
    trading: both("贸易公司", "Trading company"),
    brand: both("品牌商", "Brand"),
    chain: both("连锁", "Chain"),
    unrated: unratedLabel,
  },
  classify: ({ customer }) => byWords("identity", customer.identity),
});
