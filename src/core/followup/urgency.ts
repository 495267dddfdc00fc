import { type Bilingual, both } from "../bilingual";
import type { Day } from "../day";
import type { Facts } from "../facts";
import type { Because, Level, Rule, Urgency } from "../model";
import type { Policy } from "../policy/fields";

/** Levels in order of urgency, with their default labels. */
export const LEVELS: Readonly<Record<Level, Bilingual>> = {
  overdue: both("已逾期", "Overdue"),
  due: both("该跟进", "Due"),
  soon: both("快到期", "Soon"),
  on_track: both("正常", "On track"),
  silent: both("久未联系", "Long silent"),
  hold: both("暂停联系", "On hold"),
  unrated: both("未评级", "Unrated"),
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
    // Named in full: to put a key together for each customer is dearer than to look it up.
    case "A":
      return policy["cadence.A"];
    case "B":
      return policy["cadence.B"];
    case "C":
      return policy["cadence.C"];
    case "D":
      return policy["cadence.D"];
    default:
      return policy["cadence.unrated"];
  }
}

/** A due day that a rule gives, with the cadence that the level is measured by. */
interface Clock {
  readonly rule: Rule;
  /** Undefined: a complaint without a day. */
  readonly due: Day | undefined;
  readonly cadence: number;
  readonly because: Because;
  /** The day is somebody's word (a complaint, a reply owed, a fair): before it the level is soon, however far it is. */
  readonly promised?: true;
}

/**
 * Due day and urgency (X18): the first rule of DOMAIN that applies gives the day and the cadence.
 *
 * @param tier id of the value class, grace included
 * @param stars id of the stage class
 */
export function urgencyOf(facts: Facts, tier: string, stars: string, policy: Policy): Urgency {
  const { asOf, customer, contact } = facts;
  const sinceContact = contact.last === undefined ? undefined : asOf - contact.last;

  // Rule 1
  if (customer.hold) return { level: "hold", days: sinceContact, rule: 1, because: { rule: "urgency.hold" } };

  // A last contact that nobody can read may be yesterday's: nothing is counted from anything but a later word of the log.
  const unclear = contact.last === undefined && customer.unclear.has("last_contact");
  const from = unclear ? undefined : countFrom(facts, policy);
  const days = sinceContact ?? (from && asOf - from.seen);
  const usual = usualClock(facts, tier, stars, policy);
  const complaint = complaintClock(facts, policy);
  if (complaint) return judged(complaint);
  if (unclear) return { level: "unrated", because: { rule: "contact.unclear" } };
  const promised = replyClock(facts, policy) ?? nextClock(facts, usual.cadence) ?? fairClock(facts, policy);
  if (promised) return judged(promised);

  if (!from) return { level: "unrated", because: { rule: "urgency.no_clock" } };
  // Without a contact the first letter is due within the first week (R06, X19).
  const first = from.what === "inquiry" || from.what === "created";
  const cadence = first ? Math.min(usual.cadence, policy["cadence.first"]) : usual.cadence;
  const due = from.day + cadence;
  const act = earliest(aftersaleClock(facts, policy), visitClock(facts, tier, policy));
  if (act && act.due! < due) return judged(act);
  // Where neither a contact nor an order is known, the silence began when he came to us.
  const spoke = Math.max(contact.last ?? -Infinity, facts.lastOrder ?? -Infinity);
  const silence = spoke === -Infinity ? from.day : sinceStart(spoke, asOf, policy);
  const level = isSilent(silence, cadence, asOf, policy) ? "silent" : undefined;
  const because = from.day > from.seen ? { ...usual.because, backlog: from.day } : usual.because;
  return judged({ rule: usual.rule, due, cadence, because }, level);

  function judged({ rule, due, cadence, because, promised }: Clock, level?: Level): Urgency {
    return {
      level: level || (due === undefined ? "overdue" : levelOf(due, cadence, asOf, policy, promised)),
      due,
      days,
      cadence,
      rule,
      // Named one by one: a spread takes twice the room, and there is one a customer.
      because: {
        rule: because.rule,
        from: from?.what,
        fromDay: from?.seen,
        due,
        cadence,
        asOf,
        tier: because.tier,
        stars: because.stars,
        day: because.day,
        inquiry: because.inquiry,
        by: because.by,
        delivered: because.delivered,
        backlog: because.backlog,
      },
    };
  }
}

/** Rule 2: the answer that a complaint needs (R20). Without a day it is overdue until it is closed. */
function complaintClock({ asOf, customer }: Facts, policy: Policy): Clock | undefined {
  const { complaint } = customer;
  if (!complaint) return undefined;
  const cadence = policy["cadence.complaint"];
  const due = complaint.day === undefined ? undefined : complaint.day + cadence;
  return { rule: 2, due, cadence, promised: true, because: { rule: "urgency.complaint", day: complaint.day, asOf } };
}

/** Rule 3: he wrote last, or inquired, and nobody has answered (R02). */
function replyClock({ contact }: Facts, policy: Policy): Clock | undefined {
  const { owed } = contact;
  if (!owed) return undefined;
  const cadence = policy["cadence.reply"];
  return {
    rule: 3,
    due: owed.day + cadence,
    cadence,
    promised: true,
    because: { rule: "urgency.reply", inquiry: owed.day, by: owed.by },
  };
}

/** Rule 4: the day that was agreed. One that is past its contact is used up. */
function nextClock({ contact }: Facts, cadence: number): Clock | undefined {
  const { next, last } = contact;
  if (next === undefined || last! >= next) return undefined;
  return { rule: 4, due: next, cadence, because: { rule: "urgency.next_date" } };
}

/** Rule 5: the letter after the fair (R01). On the day of the fair they met: only a letter of that day ends it. */
function fairClock({ asOf, customer, contact }: Facts, policy: Policy): Clock | undefined {
  const met = customer.sources.includes("fair") ? (customer.inquiry ?? customer.created) : undefined;
  const day = customer.fairDay ?? met;
  if (day === undefined || contact.last! > day || contact.lastOut! >= day || asOf - day > policy["fair.days"])
    return undefined;
  const cadence = policy["cadence.fair"];
  return { rule: 5, due: day + cadence, cadence, promised: true, because: { rule: "urgency.fair", day } };
}

/** R09: how the goods are, once they have been there for a while. */
function aftersaleClock({ asOf, deliveries, contact }: Facts, policy: Policy): Clock | undefined {
  const wait = policy["aftersale.from"];
  const open = deliveries.find((day) => asOf - day <= policy["aftersale.to"] && !(contact.last! >= day + wait));
  if (open === undefined) return undefined;
  const because = { rule: "urgency.aftersale", delivered: open };
  return { rule: "aftersale", due: open + wait, cadence: policy["cadence.aftersale"], because };
}

/** R10: the visit of a B customer, counted from the last that was logged. */
function visitClock({ contact }: Facts, tier: string, policy: Policy): Clock | undefined {
  const { lastVisit } = contact;
  if (tier !== "B" || lastVisit === undefined) return undefined;
  const because = { rule: "urgency.visit", day: lastVisit };
  return { rule: "visit", due: lastVisit + policy["visit.days"], cadence: policy["cadence.visit"], because };
}

const earliest = (a: Clock | undefined, b: Clock | undefined): Clock | undefined =>
  a && b ? (b.due! < a.due! ? b : a) : a || b;

/** Rules 6 to 10: what fits him, by stars or tier. */
function usualClock(facts: Facts, tier: string, stars: string, policy: Policy): Omit<Clock, "due"> {
  const clock = (rule: Rule, cadence: number, by?: { tier?: string; stars?: string }) => ({
    rule,
    cadence,
    because: { rule: `urgency.rule_${rule}`, tier: by?.tier, stars: by?.stars },
  });
  if (stars === "3" || stars === "2") return clock(6, policy[`cadence.stars_${stars}`], { stars });
  if (stars === "0") return clock(7, policy["cadence.stars_0"], { stars });
  if (facts.hasBought) return clock(8, cadenceOfTier(tier, policy), { tier });
  return stars === "1" ? clock(9, policy["cadence.stars_1"], { stars }) : clock(10, policy["cadence.not_bought"]);
}

/** A day from which a cadence is counted. */
interface From {
  readonly what: "contact" | "inquiry" | "created" | "order";
  /** When it was. */
  readonly seen: Day;
  /** Where the counting begins: silence before the set-up counts from the set-up where the team wants that. */
  readonly day: Day;
}

function countFrom({ asOf, customer, contact, lastOrder, hasBought }: Facts, policy: Policy): From | undefined {
  const { inquiry, created } = customer;
  const from = (what: From["what"], seen: Day): From => ({ what, seen, day: sinceStart(seen, asOf, policy) });
  if (contact.last !== undefined) return from("contact", contact.last);
  if (inquiry !== undefined) return from("inquiry", inquiry);
  if (created !== undefined) return from("created", created);
  return hasBought && lastOrder !== undefined ? from("order", lastOrder) : undefined;
}

/** A day, or the one on which the team began, where that is later. */
export function sinceStart(day: Day, asOf: Day, policy: Policy): Day {
  const start = policy["backlog.start"];
  return start <= asOf ? Math.max(day, start) : day;
}
