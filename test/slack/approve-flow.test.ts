import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BOTH, buttonsOf, openPublishingRoom, type PublishingRoom, soup, TEA } from "./publishing-room.ts";

let room: PublishingRoom;
beforeEach(async () => {
  room = await openPublishingRoom({ ...BOTH, second: true });
});
afterEach(() => room.close());

const seenBy = (person: string) => room.told(person).join("\n");

describe("where a second trainer has to approve", () => {
  it("publishing asks the others, with the note and what changes, and nothing is live yet", async () => {
    await room.publishes(TEA, "A tea for beginners.");
    expect(room.last("T1").text).toContain("waits for a second trainer");
    const asked = room.last("T2");
    expect(asked.text).toContain("<@T1> would like to publish *Weak tea*");
    expect(asked.text).toContain("Note: A tea for beginners.");
    expect(asked.text).toContain("It is new here");
    expect(buttonsOf(asked)).toEqual(["flow:try", "flow:approve", "flow:send-back"]);
    expect(await room.offered()).not.toContain("Weak tea");
  });

  it("the second may try it, and approved it is live and both are told", async () => {
    await room.publishes(TEA);
    await room.presses("flow:try", "T2");
    expect(room.customerSaid("T2")).toHaveLength(1);
    await room.presses("flow:approve", "T2");
    for (const person of ["T1", "T2"])
      expect(seenBy(person)).toContain("is version 1 of `weak-tea` for everybody here. <@T2> approved it.");
    expect(room.slack.dm("T2").flatMap(buttonsOf)).not.toContain("flow:approve");
    expect(await room.offered()).toContain("Weak tea");
  });

  it("sent back, its trainer reads why and can go on; then it is asked again", async () => {
    await room.publishes(TEA);
    await room.presses("flow:send-back", "T2");
    await room.submits({ "flow:note": "Robin should sound colder." }, "T2");
    expect(room.last("T1").text).toContain(
      "<@T2> sent your text of `weak-tea` back: Robin should sound colder.",
    );
    expect(room.slack.dm("T2").flatMap(buttonsOf)).toEqual([]);
    await room.presses("flow:publish");
    await room.submits({ "flow:note": "It is fine as it is." });
    await room.presses("flow:approve", "T2");
    expect(await room.offered()).toContain("Weak tea");
  });

  it("nobody approves their own, nor what another has answered already, nor who is no trainer", async () => {
    await room.publishes(TEA);
    const asked = room.last("T2");
    await room.slack.person("T1").clicks(asked, "flow:approve").then(room.quiet);
    expect(room.last("T1").text).toContain("another trainer has to answer");
    await room.slack.person("U1").clicks(asked, "flow:approve").then(room.quiet);
    expect(room.last("U1").text).toContain("published here by trainers");
    await room.presses("flow:approve", "T2");
    room.slack.clock.advance(6_000);
    await room.slack.person("T2").clicks(asked, "flow:approve").then(room.quiet);
    expect(room.last("T2").text).toContain("published already, as version 1");
    await room.slack.person("T2").clicks(asked, "flow:send-back").then(room.quiet);
    expect(room.page("T2")).toContain("published already, as version 1");
  });

  it("two taps on Approve publish once", async () => {
    await room.publishes(TEA);
    const asked = room.last("T2");
    const tap = () => room.slack.person("T2").clicks(asked, "flow:approve");
    await Promise.all([tap(), tap()]).then(room.quiet);
    expect(seenBy("T2").match(/is version 1/g)).toHaveLength(2);
    expect(seenBy("T2")).not.toContain("already");
  });

  it("what was published while it waited is shown before it is overwritten", async () => {
    await room.publishes(soup(["Again.", "Once more."]), "First.");
    await room.publishes(soup(["Again.", "As always."]), "Second.");
    const [first, second] = room.slack.dm("T2").filter((one) => buttonsOf(one).includes("flow:approve"));
    if (!first || !second) throw new Error("Both should be asked for.");
    await room.slack.person("T2").clicks(first, "flow:approve").then(room.quiet);
    await room.slack.person("T2").clicks(second, "flow:approve").then(room.quiet);
    expect(seenBy("T2")).toContain("Another text of this flow was published meanwhile.");
    expect(room.last("T2").text).toContain("What changes since version 1");
    await room.presses("flow:approve", "T2");
    expect(seenBy("T1")).toContain("is version 2");
  });

  it("without another trainer who can be reached, it says so and nothing waits", async () => {
    const gone = room.slack.workspace.people.get("T2");
    if (gone) gone.deactivated = true;
    room.refusals.push("user_disabled");
    await room.publishes(TEA);
    expect(room.last("T1").text).toContain("None of the other trainers could be reached");
    await room.presses("flow:publish");
    expect(room.page()).toContain("It is new here");
  });
});
