import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FED, OPENING } from "../practice-room.ts";
import { begin, customerSaid, type Instance, type ManyRoom, openManyRoom } from "./many-room.ts";

const HOUR = 3_600_000;

describe("when the app is removed from a workspace", () => {
  let room: ManyRoom;
  let app: Instance;
  beforeEach(async () => {
    room = await openManyRoom();
    app = await room.start();
    await app.install();
    await app.install({ team: room.pine });
    await begin(app, room.harbour);
    await begin(app, room.pine);
  });
  afterEach(() => room.close());

  const running = (team: string) => room.store.together(team, (desk) => desk.running(team, "U1"));
  const teams = async () => (await room.store.installed()).map(({ team }) => team);
  const pass = async (ms: number) => {
    room.slack.clock.advance(ms);
    await app.quiet();
  };

  it("its token goes at once, and everything else a day later; another keeps all", async () => {
    await room.slack.uninstall();
    await app.quiet();
    expect(await teams()).toEqual(["T0002"]);
    await pass(24 * HOUR - 1);
    expect(await running("T0001")).toBeDefined();
    await pass(1);
    expect(await running("T0001")).toBeUndefined();
    expect(await running("T0002")).toBeDefined();
  });

  it("nothing is lost when it comes back within the day", async () => {
    await room.slack.uninstall();
    await app.quiet();
    await pass(23 * HOUR);
    await app.install();
    await pass(2 * HOUR);
    expect(await running("T0001")).toBeDefined();
    await room.harbour.person("U1").writes("resume");
    await room.harbour.person("U1").writes(FED);
    await app.quiet();
    await pass(5_000);
    expect(customerSaid(room.harbour).length).toBeGreaterThan(1);
    expect(customerSaid(room.harbour)[0]).toBe(OPENING);
  });

  it("the word of it that comes late, after it is back, removes nothing", async () => {
    const told = await room.slack.uninstall();
    await app.quiet();
    await app.install();
    for (const { envelope } of told)
      await room.slack.deliver({ ...envelope, body: { ...envelope.body, event_id: `Late${envelope.ts}` } });
    await app.quiet();
    await pass(48 * HOUR);
    expect(await teams()).toEqual(["T0001", "T0002"]);
    expect(await running("T0001")).toBeDefined();
  });

  it("what was to be said waits, and is said when it is back", async () => {
    await room.slack.uninstall();
    await app.quiet();
    await room.store.together("T0001", (desk) => desk.send("T0001", "DU1", { text: "For later." }));
    await app.quiet();
    await app.install();
    await pass(120_000);
    expect(room.harbour.dm("U1").filter(({ text }) => text === "For later.")).toHaveLength(1);
  });

  it("a purge that Slack cannot be asked about waits", async () => {
    await room.slack.uninstall();
    await app.quiet();
    await app.install();
    await app.quiet();
    await room.store.together("T0001", (desk) =>
      desk.setDue({ team: "T0001", kind: "purge", subject: "T0001", at: room.slack.clock.now() }),
    );
    room.slack.failNext("auth.test", { kind: "broken", status: 503 });
    await app.quiet();
    expect(await running("T0001")).toBeDefined();
    await pass(HOUR);
    expect(await running("T0001")).toBeDefined();
    expect((await room.store.dueNow()).map(({ kind }) => kind)).not.toContain("purge");
  });
});
