import { afterEach, beforeEach, expect, it } from "vitest";
import { FED, likeColdSoup } from "../practice-room.ts";
import { HEARD, openTeamRoom, type TeamRoom } from "./team-room.ts";

const CROWD = Array.from({ length: 200 }, (_, n) => `U${n + 1_000}`);
const MINUTE = 60_000;
const PATIENT = likeColdSoup({ "after: 1 minute": "after: 8 hours" });

let room: TeamRoom;
let time: NodeJS.Timeout;
beforeEach(async () => {
  room = await openTeamRoom({ people: ["U1", ...CROWD], flows: [PATIENT] });
});
afterEach(async () => {
  clearInterval(time);
  await room.close();
});

it("two hundred people join a challenge and practise within minutes: Slack's limits lose nobody's word, and double none", async () => {
  const invitation = await room.launches("together", { goal: "400" });
  room.slack.limitRates();
  // What waits for Slack's limits waits by a real clock: an hour of Slack's goes by in a minute.
  time = setInterval(() => room.slack.clock.advance(1_000), 17);
  await Promise.all(CROWD.map((person) => room.slack.person(person).clicks(invitation, "challenge:join")));
  await room.pass(MINUTE);
  await Promise.all(CROWD.map((person) => room.slack.person(person).command("/practice", "cold-soup")));
  await room.pass(MINUTE);
  for (const line of [HEARD, FED]) {
    await Promise.all(CROWD.map((person) => room.slack.person(person).writes(line)));
    await room.pass(MINUTE);
  }
  expect(room.slack.calls.some(({ fault }) => fault === "limited")).toBe(true);
  const [first = ""] = CROWD;
  // Chance is the same for all, and so is the talk: an opening, two answers and a farewell.
  expect(room.customerSaid(first)).toHaveLength(4);
  for (const person of CROWD) {
    expect(room.told(person).filter((text) => text.includes("You take part"))).toHaveLength(1);
    expect(room.customerSaid(person)).toEqual(room.customerSaid(first));
  }
  const met = room.slack.calls.filter(({ method, fault }) => method === "conversations.open" && !fault);
  expect(met.length).toBeLessThanOrEqual(CROWD.length + 1);
  expect(room.posted()[0]?.text).toContain("200 have joined.");
}, 120_000);
