import { describe, expect, it } from "vitest";
import type { Json } from "../../slack-double/blocks.ts";
import { livelyRoom } from "./lively-room.ts";
import { begin, buttonsIn, controlIn, running, told } from "./many-room.ts";

describe("a press with the ids of another workspace", () => {
  const room = livelyRoom(async (room) => {
    await room.app.install();
    await room.app.install({ team: room.pine });
    // The same seed, people and channels: only the workspace tells them apart.
    await begin(room.app, room.harbour);
    await says("Hello, here is some marmalade.");
  });
  const says = async (text: string) => {
    await room.harbour.person("U1").writes(text);
    await room.app.quiet();
    await room.pass(5_000);
  };
  const kept = () =>
    room.store.together("T0001", async (desk) => {
      const all = [await desk.running("T0001", "U1"), ...(await desk.practicesOf("T0001", "U1"))];
      return all.map((practice) => [practice?.session.record, practice?.ownView, practice?.debriefedAt]);
    });
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
    await room.app.quiet();
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
    await room.pass(600_000);
    const [before, heard] = [await kept(), told(room.harbour)];
    expect(heard.join()).toMatch(/marmalade/i);
    expect((await pressAll()).length).toBeGreaterThan(2);
    expect(await kept()).toEqual(before);
    expect(told(room.harbour)).toEqual(heard);
    const shown = [...told(room.pine), JSON.stringify(room.pine.openView("U1") ?? "")];
    expect(shown.join()).not.toMatch(/marmalade/i);
  });

  it("does what it says where it belongs", async () => {
    await room.harbour.person("U1").clicks(controlIn(room.harbour), "practice:stop");
    await room.app.quiet();
    expect(await running(room, "T0001")).toBeUndefined();
  });
});
