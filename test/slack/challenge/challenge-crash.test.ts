import { expect, it } from "vitest";
import type { Message } from "../../slack-double/workspace.ts";
import { type CrashingRoom, openCrashingRoom } from "../crashing-room.ts";
import { FED } from "../practice-room.ts";
import { HEARD } from "./team-room.ts";

const STEPS = Array.from({ length: 14 }, (_, n) => 2 * n + 1);

// Whatever is being done, the process dies at that step; what comes after is done by the next one.
it.each(STEPS)(
  "a challenge is launched, joined, counted and ended once, dying %i steps into each",
  async (steps) => {
    const room = await openCrashingRoom(undefined, ["U1", "U2"]);
    const lead = room.slack.unsent("U1");
    const member = room.slack.unsent("U2");
    try {
      await room.deliver(lead.command("/practice", "challenge", "C1"));
      await room.deliver(lead.submits(page(room, "U1"), { "challenge:kind": "together" }));
      await room.deliver(lead.submits(page(room, "U1"), { "challenge:goal": "1" }));
      room.dieIn(steps);
      await room.deliver(lead.submits(page(room, "U1")));
      await room.pass(70_000);
      await postAgainWhereAsked(room);
      const [living] = posted(room);
      if (!living) throw new Error("Nothing was posted.");
      room.dieIn(steps);
      await room.deliver(member.clicks(living, "challenge:join"));
      await room.deliver(member.command("/practice", "cold-soup"));
      await room.deliver(member.writes(HEARD));
      await room.pass(2_000);
      await room.deliver(member.writes(FED));
      room.dieIn(steps);
      await room.pass(2_000);
      await room.deliver(member.writes("stop"));
      await room.pass(20 * 60_000);
      await room.pass(70_000);
      await room.pass(70_000);
      const [challenge] = await room.store.together("T0001", async (desk) => [
        await desk.challenges.openIn("T0001", "C1"),
      ]);
      if (!challenge) throw new Error("There is no challenge.");
      const standings = await room.store.together("T0001", (desk) => desk.challenges.standings(challenge));
      expect(standings).toEqual([{ channel: "C1", joined: 1, total: 1 }]);
      room.dieIn(steps);
      await room.pass(6 * 86_400_000);
      await room.pass(70_000);
      const ended = await room.store.together("T0001", (desk) => desk.challenges.byId("T0001", challenge.id));
      expect(ended?.state).toBe("ended");
      expect(posted(room).filter(({ text }) => text.includes("has joined. It is over."))).toHaveLength(1);
      expect(room.deaths).toBeGreaterThan(0);
    } finally {
      await room.close();
    }
  },
);

const page = (room: CrashingRoom, person: string) => room.slack.page(person);

const posted = ({ slack }: CrashingRoom): Message[] =>
  slack.workspace.messages.filter((one) => one.channel === "C1" && one.bot && !one.thread_ts && !one.for);

async function postAgainWhereAsked(room: CrashingRoom): Promise<void> {
  const asked = room.slack.dm("U1").filter(({ text }) => text.includes("Slack did not say whether"));
  for (const question of posted(room).length === 0 ? asked : [])
    await room.deliver(room.slack.unsent("U1").clicks(question, "challenge:post-again"));
}
