const QUARTER = 15 * 60_000;
const FIRST_HOUR = 9;
const LAST_HOUR = 17;
const WEEKEND = ["Sat", "Sun"];

/**
 * The first instant from `at` on (ms since 1970) at which it is between 9 and 17 on a weekday in a time zone,
 * given by its IANA name; an unknown one counts as UTC.
 */
export function goodHour(at: number, zone: string): number {
  const clock = clockIn(zone);
  if (isGood(clock, at)) return at;
  let then = Math.ceil(at / QUARTER) * QUARTER;
  while (!isGood(clock, then)) then += QUARTER;
  return then;
}

function isGood(clock: Intl.DateTimeFormat, at: number): boolean {
  const parts = clock.formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  const hour = Number(part("hour"));
  return hour >= FIRST_HOUR && hour < LAST_HOUR && !WEEKEND.includes(part("weekday"));
}

function clockIn(zone: string): Intl.DateTimeFormat {
  return format(zone, { weekday: "short", hour: "2-digit", hourCycle: "h23" });
}

/** A day as a person in a time zone would say it: "Wednesday 2 December". */
export const dayIn = (at: number, zone: string): string =>
  format(zone, { weekday: "long", day: "numeric", month: "long" }).format(at).replace(",", "");

function format(timeZone: string, how: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat("en-GB", { ...how, timeZone });
  } catch {
    return new Intl.DateTimeFormat("en-GB", { ...how, timeZone: "UTC" });
  }
}
