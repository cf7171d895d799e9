import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Json } from "../../slack-double/blocks.ts";
import type { Message } from "../../slack-double/workspace.ts";
import { begin, type Instance, type ManyRoom, openManyRoom, told } from "./many-room.ts";

describe("a press with the ids of another workspace", () => {
  let room: ManyRoom;
  let app: Instance;
  beforeEach(async () => {
    room = await openManyRoom();
    app = await room.start();
    await app.install();
    await app.install({ team: room.pine });
    // The same seed, people and channels: only the workspace tells them apart.
    await begin(app, room.harbour);
    await says("Hello, here is some marmalade.");
  });
  afterEach(() => room.close());

  const says = async (text: string) => {
    await room.harbour.person("U1").writes(text);
    await app.quiet();
    room.slack.clock.advance(5_000);
    await app.quiet();
  };
  const kept = () =>
    room.store.together("T0001", async (desk) => {
      const all = [await desk.running("T0001", "U1"), ...(await desk.practicesOf("T0001", "U1"))];
      return all.map((practice) => [practice?.session.record, practice?.ownView, practice?.debriefedAt]);
    });
  const running = () => room.store.together("T0001", (desk) => desk.running("T0001", "U1"));
  const buttonsIn = (message: Message) =>
    JSON.stringify(message.blocks ?? [])
      .match(/"action_id":"[^"]+"/g)
      ?.map((found) => found.slice(13, -1)) ?? [];
  /** The same press, as if it had been made in the other workspace. */
  const inPine = (body: Json): Json => JSON.parse(JSON.stringify(body).replaceAll("T0001", "T0002")) as Json;

  const pressAll = async () => {
    const pressed: string[] = [];
    for (const message of room.harbour.dm("U1"))
      for (const action of new Set(buttonsIn(message))) {
        const press = room.harbour.unsent("U1").clicks(message, action);
        await room.slack.deliver({ ...press, body: inPine(press.body) });
        pressed.push(action);
      }
    await app.quiet();
    return pressed;
  };

  it("does nothing to the practice it was taken from, whichever button it is", async () => {
    const [before, heard] = [await kept(), told(room.harbour)];
    const pressed = await pressAll();
    expect(pressed).toContain("practice:stop");
    expect(await kept()).toEqual(before);
    expect(told(room.harbour)).toEqual(heard);
    expect(told(room.pine).join()).not.toMatch(/marmalade/i);
  });

  it("shows nothing of a debrief, and changes none", async () => {
    await says("stop");
    room.slack.clock.advance(600_000);
    await app.quiet();
    const [before, heard] = [await kept(), told(room.harbour)];
    expect(heard.join()).toMatch(/marmalade/i);
    expect((await pressAll()).length).toBeGreaterThan(2);
    expect(await kept()).toEqual(before);
    expect(told(room.harbour)).toEqual(heard);
    const shown = [...told(room.pine), JSON.stringify(room.pine.openView("U1") ?? "")];
    expect(shown.join()).not.toMatch(/marmalade/i);
  });

  it("does what it says where it belongs", async () => {
    const control = room.harbour.dm("U1").find((message) => buttonsIn(message).includes("practice:stop"));
    if (!control) throw new Error("There are buttons.");
    await room.harbour.person("U1").clicks(control, "practice:stop");
    await app.quiet();
    expect(await running()).toBeUndefined();
  });
});
