/** The workbench's clock: a day that somebody chose, at noon of the workbook's zone, and on from there in real time. */

const DAY = 86_400_000;

/** True for a name that the system knows, such as Asia/Shanghai. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

export function systemZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The day of an instant in a zone, as 2026-11-22. */
export function dayIn(zone: string, instant: number): string {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  return format.format(instant);
}

/** Noon of a day (2026-11-22) in a zone; undefined where there is no such day. */
export function noonOf(day: string, zone: string): number | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!parts) return undefined;
  const utc = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]), 12);
  if (new Date(utc).toISOString().slice(0, 10) !== day) return undefined;
  // Noon is at most 14 hours off; two rounds settle a zone that changes its offset in between.
  let instant = utc;
  for (let round = 0; round < 2; round++) instant += utc - wallClock(zone, instant);
  return instant;
}

/** Noon of the day after the one of an instant. */
export function nextNoon(zone: string, instant: number): number {
  const today = dayIn(zone, instant);
  const tomorrow = new Date(Date.parse(`${today}T12:00:00Z`) + DAY).toISOString().slice(0, 10);
  return noonOf(tomorrow, zone)!;
}

/** What the clocks of a zone show, as if that were UTC. */
function wallClock(zone: string, instant: number): number {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instant)) part[type] = Number(value);
  return Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!);
}
