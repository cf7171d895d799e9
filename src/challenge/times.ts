import { TZDate } from "@date-fns/tz";

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

/**
 * The instant (ms since 1970) at which it is a time such as "09:30" on a day such as "2026-11-27" in a time zone,
 * given by its IANA name; an unknown one counts as UTC. Nothing where it is no day or no time.
 */
export function instantIn(zone: string, day: string, time: string): number | undefined {
  const [, year, month, date] = DAY.exec(day) ?? [];
  const [, hour, minute] = TIME.exec(time) ?? [];
  if (!year || !hour) return undefined;
  const parts = [Number(year), Number(month) - 1, Number(date), Number(hour), Number(minute)] as const;
  const at = new TZDate(...parts, known(zone)).getTime();
  // There is no 31 November; the calendar would go on into December.
  return clockIn(zone, at).day === day ? at : undefined;
}

/** The day ("2026-11-27") and the time ("09:30") in a time zone at an instant (ms since 1970). */
export function clockIn(zone: string, at: number): { day: string; time: string } {
  const there = new TZDate(at, known(zone));
  const two = (number: number) => String(number).padStart(2, "0");
  return {
    day: `${there.getFullYear()}-${two(there.getMonth() + 1)}-${two(there.getDate())}`,
    time: `${two(there.getHours())}:${two(there.getMinutes())}`,
  };
}

/** An instant (ms since 1970) as the people of a time zone would say it: "Friday 27 November, 16:00 (Berlin time)". */
export function whenIn(zone: string, at: number): string {
  const timeZone = known(zone);
  const day = { weekday: "long", day: "numeric", month: "long", timeZone } as const;
  const date = new Intl.DateTimeFormat("en-GB", day).format(at).replace(",", "");
  const place = timeZone === "UTC" ? "UTC" : `${timeZone.split("/").at(-1)?.replaceAll("_", " ")} time`;
  return `${date}, ${clockIn(zone, at).time} (${place})`;
}

const known = (zone: string) => (Number.isNaN(new TZDate(0, zone).getTime()) ? "UTC" : zone);
