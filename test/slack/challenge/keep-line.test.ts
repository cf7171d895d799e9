import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GONE } from "../practice-room.ts";
import { ALSO_HEARD, appears, asks, challengeIn, keptLines, openParty, plays } from "./celebrating.ts";
import { DAY, HEARD, type TeamRoom } from "./team-room.ts";

let room: TeamRoom;
beforeEach(async () => {
  room = await openParty(3);
  await room.launches("together", { goal: "9" });
  await room.joins("U2");
});
afterEach(() => room.close());

const ask = (person = "U2") => asks(room, person).at(-1) ?? nothing();
const answers = (how: string, seen = ask()) => room.presses(seen, `challenge:line:${how}`, "U2");
const summary = () => room.posted().at(-1)?.text ?? "";
const buttons = (person = "U2") => JSON.stringify(ask(person).blocks?.at(-1));

describe("a member whose practice counted", () => {
  it("is asked below the debrief whether that very line may be shown, and nothing is kept before they say so", async () => {
    await plays(room, "U2", HEARD);
    const told = room.told("U2");
    const place = (words: string) => told.findIndex((text) => text.includes(words));
    expect(place("A line worth keeping")).toBeGreaterThan(place("Your debrief"));
    expect(ask().text).toContain(`“${HEARD.replace(/\.$/, "")}`);
    expect(ask().text).toContain("Only this line");
    expect(buttons()).toMatch(/With my name.*Without my name.*No/);
    expect(await keptLines(room)).toEqual([]);
  });

  it("is asked once a day at most, and again on another day", async () => {
    await plays(room, "U2", HEARD);
    await plays(room, "U2", ALSO_HEARD);
    expect(asks(room, "U2")).toHaveLength(1);
    await room.pass(DAY);
    await plays(room, "U2", ALSO_HEARD);
    expect(asks(room, "U2")).toHaveLength(2);
  });

  it("is asked nothing when no line stood out, when they take no part, and when it did not count", async () => {
    await plays(room, "U2", "I understand how you feel.");
    await plays(room, "U3", HEARD);
    expect([...asks(room, "U2"), ...asks(room, "U3")]).toEqual([]);
  });

  it("may show the line with their name, and sees what they have answered", async () => {
    await plays(room, "U2", HEARD);
    await answers("name");
    expect(ask().text).toContain("It is shown at the end, in <#C1>, with your name.");
    await room.pass(5 * DAY);
    expect(summary()).toContain("Lines worth keeping, each shown because its author agreed:\n“Cold soup");
    expect(summary()).toContain("<@U2>");
    expect(ask().text).toContain("It was shown as you agreed.");
    expect(buttons()).not.toContain("challenge:line");
  });

  it("changes their mind as often as they like, and a No leaves nothing behind", async () => {
    await plays(room, "U2", HEARD);
    const asked = structuredClone(ask());
    for (const how of ["name", "nobody", "name"]) await answers(how, asked);
    expect((await keptLines(room)).map(({ shownAs }) => shownAs)).toEqual(["name"]);
    await answers("no");
    expect(ask().text).toContain("It stays yours.");
    expect(await keptLines(room)).toEqual([]);
    await room.pass(5 * DAY);
    expect(summary()).not.toContain("Lines worth keeping");
  });

  it("appears under the name they chose, also when they chose it after they agreed", async () => {
    await plays(room, "U2", HEARD);
    await answers("name");
    await appears(room, "U2", "Night <Heron>", false);
    await room.pass(5 * DAY);
    expect(summary()).toContain("”, Night &lt;Heron&gt;");
    expect(summary()).not.toContain("<@U2>");
  });

  it("is offered the other name where they have one", async () => {
    await appears(room, "U2", "Night Heron", false);
    await plays(room, "U2", HEARD);
    expect(buttons()).toContain("As “Night Heron”");
    await answers("alias");
    expect(ask().text).toContain("as “Night Heron”");
  });

  it("is not shown without a name where fewer than five people could have written it", async () => {
    await plays(room, "U2", HEARD);
    await answers("nobody");
    await room.pass(5 * DAY);
    expect(summary()).not.toContain("Cold soup right before");
    expect(ask().text).toContain("this line was not shown");
    expect(await keptLines(room)).toEqual([]);
  });

  it("who leaves is not shown, and is told so where they had agreed", async () => {
    await plays(room, "U2", HEARD);
    await answers("name");
    const agreed = structuredClone(ask());
    const joined = room.slack.dm("U2").find(({ text }) => text.includes("You take part"));
    if (joined) await room.presses(joined, "challenge:leave", "U2");
    expect(ask().text).toContain("You have left the challenge");
    expect(await keptLines(room)).toEqual([]);
    await answers("nobody", agreed);
    expect(room.told("U2").at(-1)).toContain("not in that challenge any more");
    expect(await keptLines(room)).toEqual([]);
  });

  it("who answers when it is over is told so, and nothing is kept or shown", async () => {
    await plays(room, "U2", HEARD);
    await room.pass(5 * DAY);
    await answers("name");
    expect(room.told("U2").at(-1)).toContain("That challenge is over already");
    expect(ask().text).toContain("The challenge is over.");
    expect(await keptLines(room)).toEqual([]);
  });

  it("is answered once, however often Slack repeats the press", async () => {
    await plays(room, "U2", HEARD);
    const delivery = await room.slack.person("U2").clicks(ask(), "challenge:line:name");
    await room.slack.redeliver(delivery);
    await room.quiet();
    expect(await keptLines(room)).toHaveLength(1);
  });

  it("cannot have a line shown of a practice that is erased", async () => {
    await plays(room, "U2", HEARD);
    const asked = structuredClone(ask());
    await answers("name");
    await room.store.together("T0001", (desk) => desk.own.erase({ team: "T0001", user: "U2" }));
    expect(await keptLines(room)).toEqual([]);
    await room.joins("U2");
    await answers("name", asked);
    expect(room.told("U2").at(-1)).toContain("no longer kept");
    expect(await keptLines(room)).toEqual([]);
  });

  it("whose challenge is called off has shown nothing", async () => {
    await plays(room, "U2", HEARD);
    await answers("name");
    const challenge = await challengeIn(room);
    const posted = room.slack.dm("U1").find(({ text }) => text.includes("is posted in"));
    if (posted) await room.presses(posted, "challenge:call-off");
    expect(
      room
        .channel()
        .map(({ text }) => text)
        .join(),
    ).not.toContain("Cold soup right");
    expect(await keptLines(room, challenge)).toEqual([]);
    expect(ask().text).toContain("this line was not shown");
  });

  it("is asked nothing about a bad talk without a line to keep", async () => {
    await plays(room, "U2", GONE);
    expect(asks(room, "U2")).toEqual([]);
  });
});

function nothing(): never {
  throw new Error("Nothing was asked.");
}
