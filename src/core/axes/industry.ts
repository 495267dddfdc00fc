import { both } from "../bilingual";
import { axis, byWords, unratedLabel } from "./axis";

/** What he does (A010–12, A041, X16), by the words of the policy; a team lists its own industries under one class. */
export const industry = axis({
  id: "industry",
  label: both("行业", "Industry"),
  classes: {
    manufacturing: both("制造业", "Manufacturing"),
    retail: both("零售业", "Retail"),
    service: both("服务业", "Services"),
    own: both("自定行业", "Own industry"),
    unrated: unratedLabel,
  },
  classify: ({ customer }) => byWords("industry", customer.industry),
});
