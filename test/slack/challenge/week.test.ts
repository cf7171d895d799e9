import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Challenge } from "../../../src/challenge/challenge.ts";
import type { Envelope } from "../../slack-double/envelope.ts";
import type { Message, View } from "../../slack-double/workspace.ts";
import { type CrashingRoom, openCrashingRoom } from "../crashing-room.ts";
import { COLD_SOUP, FED } from "../practice-room.ts";
import { expectTextToCarryBlocks } from "../text-carries-blocks.ts";
import { COLD_TEA } from "./celebrating.ts";
import { DAY, HEARD } from "./team-room.ts";

const LEAD = "U1";
const TEAM = Array.from({ length: 12 }, (_, index) => `U${index + 2}`);
const TWENTY_MINUTES = 20 * 60_000;

let room: CrashingRoom;
beforeEach(async () => {
  room = await openCrashingRoom(undefined, [LEAD, ...TEAM, "U99"], [COLD_SOUP, COLD_TEA]);
});
afterEach(() => room.close());

const acts = (person: string) => room.slack.unsent(person);
const inChannel = (): Message[] =>
  room.slack.workspace.messages.filter((one) => one.channel === "C1" && one.bot && !one.for);
const posted = () => inChannel().filter(({ thread_ts }) => !thread_ts);
const living = (): Message => posted()[0] ?? missing("Nothing was posted.");
const page = (person: string): View => room.slack.page(person);
const last = (person: string, words: string): Message =>
  room.slack.dm(person).findLast(({ bot, text }) => bot && text.includes(words)) ?? missing(words);

/** Slack delivers it twice, as it does when an answer is slow. */
const twice = (envelope: Envelope) => room.deliver(envelope, envelope);

async function launch(): Promise<void> {
  await room.deliver(acts(LEAD).command("/practice", "challenge", "C1"));
  await room.deliver(acts(LEAD).submits(page(LEAD), { "challenge:kind": "together" }));
  const plan = { "challenge:goal": "20", "challenge:board": ["board"], "challenge:end-time": "10:00" };
  await room.deliver(acts(LEAD).submits(page(LEAD), plan));
  await twice(acts(LEAD).submits(page(LEAD)));
}

async function appearAs(person: string, alias: string): Promise<void> {
  await room.deliver(acts(person).clicks(last(person, "You take part"), "challenge:appear"));
  await twice(acts(person).submits(page(person), { "challenge:alias": alias, "challenge:board": ["board"] }));
}

async function play(person: string, flow: string): Promise<void> {
  await twice(acts(person).command("/practice", flow));
  for (const line of [HEARD, FED]) {
    await twice(acts(person).writes(line));
    await room.pass(2_000);
  }
  await room.pass(TWENTY_MINUTES);
}

const challengeNow = (): Promise<Challenge> =>
  room.store.together("T0001", async (desk) => {
    const [past] = await desk.challenges.pastIn("T0001", "C1", 1);
    return (await desk.challenges.openIn("T0001", "C1")) ?? past ?? missing("There is no challenge.");
  });

describe("a week of a team of twelve", () => {
  it("is launched, joined, left, played and celebrated, with everything delivered twice and crashes on every day", async () => {
    await launch();
    for (const person of TEAM) await twice(acts(person).clicks(living(), "challenge:join"));
    await appearAs("U2", "Night Heron");
    await appearAs("U3", "<!channel>");
    await twice(acts("U13").clicks(last("U13", "You take part"), "challenge:leave"));

    let steps = 1;
    for (const [index, person] of [...TEAM.slice(0, 11), "U2", "U3", "U99", "U13"].entries()) {
      steps = (steps * 7 + 3) % 40;
      room.dieIn(steps + 1);
      await play(person, index % 2 ? "cold-tea" : "cold-soup");
      if (index % 3 === 2) await room.pass(DAY - 4 * TWENTY_MINUTES);
    }
    await room.pass(70_000);
    expect(living().text).toContain("13 of 20 specific validations (65 %)");
    expect(living().text).toContain("11 have joined.");

    room.dieIn(9);
    await room.pass(DAY);
    for (let hours = 0; hours < 3; hours++) await room.pass(70_000);
    const challenge = await challengeNow();
    expect(challenge.state).toBe("ended");
    expect(
      posted().filter(({ text }) => text.includes("You did 13 specific validations together")),
    ).toHaveLength(1);
    expect(living().text).toContain("It is over.");
    const halves = inChannel().filter(({ text }) => text.startsWith("Half of the way"));
    expect(halves).toHaveLength(1);
    expect(room.deaths).toBeGreaterThan(5);

    const seen = inChannel()
      .map(({ text }) => text)
      .join("\n");
    for (const person of TEAM) expect(seen).not.toContain(`<@${person}>`);
    expect(seen).not.toContain("<!channel>");
    for (const message of room.slack.workspace.messages.filter(({ bot }) => bot))
      expectTextToCarryBlocks(message);
    for (const person of TEAM)
      expect(
        room.slack.dm(person).filter(({ bot, text }) => bot && text.startsWith("You take part:")),
      ).toHaveLength(1);
  }, 180_000);
});

function missing(what: string): never {
  throw new Error(`There is nothing: ${what}`);
}
