import { clockIn, instantIn } from "./times.ts";

const DAY = 86_400_000;
const MONDAY = 1;
const HOUR_OF_DIGESTS = "09:00";

/** The next Monday at 9:00 after an instant (ms since 1970) in a time zone, given by its IANA name. */
export function nextDigestAt(now: number, zone: string): number {
  // From noon to noon, since a day on which the clocks change is an hour longer or shorter.
  const noon = instantIn(zone, clockIn(zone, now).day, "12:00") ?? now;
  const mondays = [0, 1, 2, 3, 4, 5, 6, 7]
    .map((days) => clockIn(zone, noon + days * DAY).day)
    .filter((day) => new Date(`${day}T00:00:00Z`).getUTCDay() === MONDAY)
    .map((day) => instantIn(zone, day, HOUR_OF_DIGESTS) ?? now);
  return mondays.find((at) => at > now) ?? now + 7 * DAY;
}
