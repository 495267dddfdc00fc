import type { Bilingual } from "../bilingual";
import type { Day } from "../day";
import type { Facts } from "../facts";
import type { Because, Level, Urgency } from "../model";
import type { Policy } from "../policy/fields";

/** Levels in order of urgency, with their default labels. */
export const LEVELS: Readonly<Record<Level, Bilingual>> = {
  overdue: { zh: "已逾期", en: "Overdue" },
  due: { zh: "该跟进", en: "Due" },
  soon: { zh: "快到期", en: "Soon" },
  on_track: { zh: "正常", en: "On track" },
  silent: { zh: "久未联系", en: "Long silent" },
  hold: { zh: "暂停联系", en: "On hold" },
  unrated: { zh: "未评级", en: "Unrated" },
};

/**
 * How far a customer's due day is away, measured by his cadence.
 *
 * @param due the due day
 * @param cadence in days
 * @param promised the due day is somebody's word (a reply owed): before it the level is soon, however far it is
 */
export function levelOf(due: Day, cadence: number, asOf: Day, policy: Policy, promised = false): Level {
  const over = asOf - due;
  if (!promised && 100 * over < -policy["urgency.soon_percent"] * cadence) return "on_track";
  if (over < 0) return "soon";
  return 100 * over < policy["urgency.overdue_percent"] * cadence ? "due" : "overdue";
}

/** Nobody spoke and nobody bought for so long that a reminder has lost its meaning. */
export const isSilent = (since: Day, cadence: number, asOf: Day, policy: Policy): boolean =>
  asOf - since > Math.max(policy["silent.days"], policy["silent.times"] * cadence);

/** Cadence in days of the tier of a buyer (rule 8). */
export function cadenceOfTier(tier: string, policy: Policy): number {
  switch (tier) {
    case "A":
    case "B":
    case "C":
    case "D":
      return policy[`cadence.${tier}`];
    default:
      return policy["cadence.unrated"];
  }
}

/**
 * Due day and urgency (X18): the first rule of DOMAIN that applies gives the day and the cadence.
 *
 * @param tier id of the value class, grace included
 */
export function urgencyOf(facts: Facts, tier: string, policy: Policy): Urgency {
  const { asOf, customer } = facts;
  const { lastContact, inquiry, nextDate } = customer;
  const sinceContact = lastContact === undefined ? undefined : asOf - lastContact;

  // Rule 1
  if (customer.hold) return { level: "hold", days: sinceContact, rule: 1, because: { rule: "urgency.hold" } };
  // A last contact that nobody can read may be yesterday's: nothing is counted from anywhere else.
  if (customer.unclear.has("last_contact")) return { level: "unrated", because: { rule: "contact.unclear" } };

  // Rules 8 and 10
  const rule = facts.hasBought ? 8 : 10;
  const own = facts.hasBought ? cadenceOfTier(tier, policy) : policy["cadence.not_bought"];

  const from = countFrom(facts);
  const days = from && asOf - from.day;
  const because = (more: Because): Because => ({
    from: from?.what,
    fromDay: from?.day,
    tier: rule === 8 ? tier : undefined,
    ...more,
  });

  // Rule 3, by the inquiry day
  if (inquiry !== undefined && !(lastContact! >= inquiry) && asOf - inquiry <= policy["reply.days"]) {
    const cadence = policy["cadence.reply"];
    const due = inquiry + cadence;
    const level = levelOf(due, cadence, asOf, policy, true);
    return { level, due, days, cadence, rule: 3, because: because({ rule: "urgency.reply", inquiry, due, asOf }) };
  }
  // Rule 4
  if (nextDate !== undefined && !(lastContact! >= nextDate)) {
    const level = levelOf(nextDate, own, asOf, policy);
    return {
      level,
      due: nextDate,
      days,
      cadence: own,
      rule: 4,
      because: because({ rule: "urgency.next_date", due: nextDate, asOf }),
    };
  }
  if (!from) return { level: "unrated", because: { rule: "urgency.no_clock" } };

  // Without a contact the first letter is due within the first week (R06, X19).
  const first = from.what === "inquiry" || from.what === "created";
  const cadence = first ? Math.min(own, policy["cadence.first"]) : own;
  const due = from.day + cadence;
  const spoke = Math.max(lastContact ?? -Infinity, facts.lastOrder ?? -Infinity);
  // Where neither a contact nor an order is known, the silence began when he came to us.
  const level = isSilent(spoke === -Infinity ? from.day : spoke, cadence, asOf, policy)
    ? "silent"
    : levelOf(due, cadence, asOf, policy);
  return { level, due, days, cadence, rule, because: because({ rule: `urgency.rule_${rule}`, due, cadence, asOf }) };
}

/** The day that the cadence is counted from. */
function countFrom({ customer, lastOrder, hasBought }: Facts): { what: string; day: Day } | undefined {
  const { lastContact, inquiry, created } = customer;
  if (lastContact !== undefined) return { what: "contact", day: lastContact };
  if (inquiry !== undefined) return { what: "inquiry", day: inquiry };
  if (created !== undefined) return { what: "created", day: created };
  return hasBought && lastOrder !== undefined ? { what: "order", day: lastOrder } : undefined;
}
