import { describe, expect, it } from "vitest";
import { livelyRoom } from "./lively-room.ts";
import { begin, customerSaid, KEYS, told } from "./many-room.ts";

const HOUR = 3_600_000;

describe("tokens that end after twelve hours", () => {
  const room = livelyRoom(async (room) => {
    room.slack.rotateTokens();
    await room.app.install();
  });
  const exchanged = () =>
    room.slack.calls.filter(
      ({ method, args }) => method === "oauth.v2.access" && args.grant_type === "refresh_token",
    );

  it("are exchanged two hours before, each time, and nobody notices", async () => {
    await room.pass(9.9 * HOUR);
    expect(exchanged()).toHaveLength(0);
    await room.pass(0.2 * HOUR);
    expect(exchanged()).toHaveLength(1);
    for (let hour = 0; hour < 30; hour += 1) await room.pass(HOUR);
    expect(exchanged()).toHaveLength(4);
    await begin(room.app, room.harbour);
    expect(room.slack.calls.filter(({ result }) => result.ok === false)).toEqual([]);
  });

  it("are exchanged once, however many instances there are", async () => {
    const other = await room.start();
    room.slack.clock.advance(11 * HOUR);
    await Promise.all([room.app.quiet(), other.quiet(), room.app.quiet(), other.quiet()]);
    expect(exchanged()).toHaveLength(1);
    await begin(other, room.harbour);
    expect(customerSaid(room.harbour)).toHaveLength(1);
  });

  it("that ended while nobody was there are exchanged before the first word is answered", async () => {
    await room.app.stop();
    room.slack.clock.advance(48 * HOUR);
    room.app = await room.start();
    await begin(room.app, room.harbour);
    expect(customerSaid(room.harbour)).toHaveLength(1);
    expect(exchanged()).toHaveLength(1);
  });

  it("are exchanged again when Slack could not be reached", async () => {
    room.slack.failNext("oauth.v2.access", { kind: "broken", status: 503 });
    await room.pass(10.1 * HOUR);
    expect(exchanged()).toHaveLength(1);
    await room.pass(60_000);
    expect(exchanged()).toHaveLength(2);
    await room.pass(5 * HOUR);
    await begin(room.app, room.harbour);
    expect(customerSaid(room.harbour)).toHaveLength(1);
  });

  it("whose exchange got lost are warned of, once, while they still work", async () => {
    room.slack.failNext("oauth.v2.access", { kind: "lost" });
    await room.pass(10.1 * HOUR);
    for (let minute = 0; minute < 90; minute += 1) await room.pass(60_000);
    expect(exchanged().length).toBeGreaterThan(1);
    const warned = room.harbour.dm("U1").filter(({ text }) => text.includes("Please install it again"));
    expect(warned).toHaveLength(1);
    await room.app.install();
    await room.pass(2 * HOUR);
    await begin(room.app, room.harbour);
    expect(customerSaid(room.harbour)).toHaveLength(1);
  });

  it("that Slack no longer takes leave the workspace quiet until the app is installed again", async () => {
    await room.app.stop();
    room.slack.clock.advance(13 * HOUR);
    room.slack.failNext("oauth.v2.access", { kind: "refused", error: "invalid_refresh_token" });
    room.app = await room.start();
    await room.harbour.person("U1").command("/practice", "cold-soup");
    await room.app.quiet();
    expect(told(room.harbour)).toEqual([]);
    await room.app.install();
    await begin(room.app, room.harbour);
    expect(customerSaid(room.harbour)).toHaveLength(1);
  });

  it("are read with the keys of now and before, and nothing starts where a key is missing", async () => {
    await room.app.stop();
    const newer = Buffer.alloc(32, 9);
    room.app = await room.start([newer, ...KEYS]);
    await begin(room.app, room.harbour);
    expect(customerSaid(room.harbour)).toHaveLength(1);
    await room.app.stop();
    await expect(room.start([newer])).rejects.toThrow("Put the earlier key back behind the new one");
  });
});
