import { expect, it } from "vitest";
import type { View } from "../../slack-double/workspace.ts";
import { openCrashingRoom } from "../crashing-room.ts";
import { COLD_SOUP } from "../practice-room.ts";
import { TEAM } from "./admin-room.ts";

const STEPS = Array.from({ length: 16 }, (_, n) => 2 * n + 1);

// Whatever is being done, the process dies at that step; what comes after is done by the next one.
it.each(STEPS)("a role is given once and stands in the log once, dying %i steps into it", async (steps) => {
  const admins = { people: ["U1"], groups: [] };
  const room = await openCrashingRoom(undefined, ["U1", "U2"], [COLD_SOUP], admins);
  const person = room.slack.unsent("U1");
  try {
    await room.deliver(person.opensHome());
    await room.deliver(person.clicks(room.slack.home("U1") as View, "admin:settings"));
    const open = () => room.slack.page("U1");
    await room.deliver(
      person.submits(open(), { "admin:trainers-people": ["U2"], "admin:messagesDays": "30" }),
    );
    room.dieIn(steps);
    await room.deliver(person.submits(open(), {}));
    for (let minutes = 0; minutes < 3; minutes++) await room.pass(70_000);
    const settings = await room.store.settings(TEAM);
    expect([settings.trainers.people, settings.retention.messagesDays]).toEqual([["U2"], 30]);
    const log = await room.store.together(TEAM, (desk) => desk.audit.read(TEAM, 100));
    expect(log.map(({ did }) => did)).toEqual(["setting-changed", "role-given"]);
    const saved = room.slack.dm("U1").filter(({ text }) => text.startsWith("Saved:"));
    expect(saved).toHaveLength(1);
    expect(JSON.stringify(room.slack.home("U1"))).toContain("Trainers: <@U2>.");
    expect(room.deaths).toBeGreaterThan(0);
  } finally {
    await room.close();
  }
});
