import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { begin, customerSaid, type Instance, KEYS, type ManyRoom, openManyRoom, told } from "./many-room.ts";

const HOUR = 3_600_000;

describe("tokens that end after twelve hours", () => {
  let room: ManyRoom;
  let app: Instance;
  beforeEach(async () => {
    room = await openManyRoom();
    room.slack.rotateTokens();
    app = await room.start();
    await app.install();
  });
  afterEach(() => room.close());

  const exchanged = () =>
    room.slack.calls.filter(
      ({ method, args }) => method === "oauth.v2.access" && args.grant_type === "refresh_token",
    );
  const pass = async (ms: number) => {
    room.slack.clock.advance(ms);
    await app.quiet();
  };

  it("are exchanged two hours before, each time, and nobody notices", async () => {
    await pass(9.9 * HOUR);
    expect(exchanged()).toHaveLength(0);
    await pass(0.2 * HOUR);
    expect(exchanged()).toHaveLength(1);
    for (let hour = 0; hour < 30; hour += 1) await pass(HOUR);
    expect(exchanged()).toHaveLength(4);
    await begin(app, room.harbour);
    expect(room.slack.calls.filter(({ result }) => result.ok === false)).toEqual([]);
  });

  it("are exchanged once, however many instances there are", async () => {
    const other = await room.start();
    room.slack.clock.advance(11 * HOUR);
    await Promise.all([app.quiet(), other.quiet(), app.quiet(), other.quiet()]);
    expect(exchanged()).toHaveLength(1);
    await begin(other, room.harbour);
    expect(customerSaid(room.harbour)).toHaveLength(1);
  });

  it("that ended while nobody was there are exchanged before the first word is answered", async () => {
    await app.stop();
    room.slack.clock.advance(48 * HOUR);
    app = await room.start();
    await begin(app, room.harbour);
    expect(customerSaid(room.harbour)).toHaveLength(1);
    expect(exchanged()).toHaveLength(1);
  });

  it("are exchanged again when Slack could not be reached", async () => {
    room.slack.failNext("oauth.v2.access", { kind: "broken", status: 503 });
    await pass(10.1 * HOUR);
    expect(exchanged()).toHaveLength(1);
    await pass(60_000);
    expect(exchanged()).toHaveLength(2);
    await pass(5 * HOUR);
    await begin(app, room.harbour);
    expect(customerSaid(room.harbour)).toHaveLength(1);
  });

  it("that Slack no longer takes leave the workspace quiet until the app is installed again", async () => {
    await app.stop();
    room.slack.clock.advance(13 * HOUR);
    room.slack.failNext("oauth.v2.access", { kind: "refused", error: "invalid_refresh_token" });
    app = await room.start();
    await room.harbour.person("U1").command("/practice", "cold-soup");
    await app.quiet();
    expect(told(room.harbour)).toEqual([]);
    await app.install();
    await begin(app, room.harbour);
    expect(customerSaid(room.harbour)).toHaveLength(1);
  });

  it("are read with the keys of now and before, and nothing starts where a key is missing", async () => {
    await app.stop();
    const newer = Buffer.alloc(32, 9);
    app = await room.start([newer, ...KEYS]);
    await begin(app, room.harbour);
    expect(customerSaid(room.harbour)).toHaveLength(1);
    await app.stop();
    await expect(room.start([newer])).rejects.toThrow("Put the earlier key back behind the new one");
  });
});
