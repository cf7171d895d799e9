import { describe, expect, it } from "vitest";
import type { Fault } from "../../slack-double/faults.ts";
import { FED, OPENING } from "../practice-room.ts";
import { livelyRoom } from "./lively-room.ts";
import { begin, customerSaid, running } from "./many-room.ts";

const HOUR = 3_600_000;

describe("when the app is removed from a workspace", () => {
  const room = livelyRoom(async (room) => {
    await room.app.install();
    await room.app.install({ team: room.pine });
    await begin(room.app, room.harbour);
    await begin(room.app, room.pine);
  });
  const teams = async () => (await room.store.installed()).map(({ team }) => team);

  it("its token goes at once, and everything else a day later; another keeps all", async () => {
    await room.slack.uninstall();
    await room.app.quiet();
    expect(await teams()).toEqual(["T0002"]);
    await room.pass(24 * HOUR - 1);
    expect(await running(room, "T0001")).toBeDefined();
    await room.pass(1);
    expect(await running(room, "T0001")).toBeUndefined();
    expect(await running(room, "T0002")).toBeDefined();
  });

  it("nothing is lost when it comes back within the day", async () => {
    await room.slack.uninstall();
    await room.app.quiet();
    await room.pass(23 * HOUR);
    await room.app.install();
    await room.pass(2 * HOUR);
    expect(await running(room, "T0001")).toBeDefined();
    await room.harbour.person("U1").writes("resume");
    await room.harbour.person("U1").writes(FED);
    await room.app.quiet();
    await room.pass(5_000);
    expect(customerSaid(room.harbour).length).toBeGreaterThan(1);
    expect(customerSaid(room.harbour)[0]).toBe(OPENING);
  });

  it("the word of it that comes late, after it is back, removes nothing", async () => {
    const told = await room.slack.uninstall();
    await room.app.quiet();
    await room.app.install();
    for (const { envelope } of told)
      await room.slack.deliver({ ...envelope, body: { ...envelope.body, event_id: `Late${envelope.ts}` } });
    await room.app.quiet();
    await room.pass(48 * HOUR);
    expect(await teams()).toEqual(["T0001", "T0002"]);
    expect(await running(room, "T0001")).toBeDefined();
  });

  it("what was to be said waits, and is said when it is back", async () => {
    await room.slack.uninstall();
    await room.app.quiet();
    await room.store.together("T0001", (desk) => desk.send("T0001", "DU1", { text: "For later." }));
    await room.app.quiet();
    await room.app.install();
    await room.pass(120_000);
    expect(room.harbour.dm("U1").filter(({ text }) => text === "For later.")).toHaveLength(1);
  });

  it.each<Fault>([
    { kind: "broken", status: 503 },
    { kind: "refused", error: "org_login_required" },
  ])("a purge that Slack cannot be asked about waits: %j", async (fault) => {
    await room.slack.uninstall();
    await room.app.quiet();
    await room.app.install();
    await room.app.quiet();
    await room.store.together("T0001", (desk) =>
      desk.setDue({ team: "T0001", kind: "purge", subject: "T0001", at: room.slack.clock.now() }),
    );
    room.slack.failNext("auth.test", fault);
    await room.app.quiet();
    expect(await running(room, "T0001")).toBeDefined();
    await room.pass(HOUR);
    expect(await running(room, "T0001")).toBeDefined();
    expect((await room.store.dueNow()).map(({ kind }) => kind)).not.toContain("purge");
  });
});
