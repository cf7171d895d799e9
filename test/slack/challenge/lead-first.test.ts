import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Message } from "../../slack-double/workspace.ts";
import { GONE } from "../practice-room.ts";
import { shownIn } from "../shown-in.ts";
import { ALSO_HEARD, openParty, plays } from "./celebrating.ts";
import { DAY, HEARD, type TeamRoom } from "./team-room.ts";

let room: TeamRoom;
beforeEach(async () => {
  room = await openParty(3);
});
afterEach(() => room.close());

const SLIP = "challenge:slip";
const dm = (words: string, person = "U1") =>
  room.slack.dm(person).findLast(({ text }) => text.includes(words));
const must = (message: Message | undefined) => message ?? nothing();
const offer = (person = "U1") => must(dm("show your team one message", person));
const slips = () => room.threaded().filter(({ text }) => text.includes("goes first"));
const shown = () => shownIn(room.page());
const fills = async (answers: Record<string, string>) => {
  const named = Object.entries(answers).map(([name, value]) => [`challenge:slip-${name}`, value]);
  await room.slack.person("U1").submits(room.page(), Object.fromEntries(named)).then(room.quiet);
};
const NOW = "The soup came cold right before your meeting. I see why you are cross.";

async function begins(answers: Record<string, string> = { goal: "9" }): Promise<void> {
  await room.launches("together", answers);
  await plays(room, "U1", GONE);
}

/** The lead shows a slip by both pages. */
async function shows(now = NOW): Promise<void> {
  await room.presses(offer(), SLIP);
  await fills({ now });
  await room.slack.person("U1").submits(room.page()).then(room.quiet);
}

describe("a lead", () => {
  it("is invited to go first when their challenge is posted, with a customer that counts", async () => {
    await room.launches("together", { goal: "9", flows: ["cold-tea"] });
    const invited = must(dm("Would you like to go first?"));
    await room.presses(invited, "start:cold-tea");
    expect(room.customerSaid("U1")).toHaveLength(1);
  });

  it("shows the team a slip after seeing exactly what they will see, and a second yes", async () => {
    await begins();
    await room.presses(offer(), SLIP);
    expect(shown()).toContain("Nothing is shown yet.");
    expect(shown()).toContain(`"initial_option":{"text":{"type":"plain_text","text":"1. ${GONE}"}`);
    await fills({ now: NOW });
    const preview = room.page().blocks as { text?: { text?: string } }[];
    expect(slips()).toEqual([]);
    await room.slack.person("U1").submits(room.page()).then(room.quiet);
    const [slip] = slips();
    expect(slip?.thread_ts).toBe(room.posted()[0]?.ts);
    expect(slip?.text).toContain("<@U1> goes first, and shows a slip:");
    expect(slip?.text).toContain(`Then: “${GONE}”`);
    expect(slip?.text).toContain(`Now: “${NOW}”`);
    // What stands below the line of the preview is what was posted, but for the button.
    const seen = preview.slice(2).map(({ text }) => text?.text);
    const posted = slip?.blocks
      ?.slice(0, -1)
      .map(({ text }) => (text as { text?: string } | undefined)?.text);
    expect(posted).toEqual(seen);
    expect(must(dm("Thank you for going first")).text).toContain("<#C1>");
  });

  it("finds what they wrote when they took the message again, and the team sees what that did", async () => {
    await begins();
    await room.presses(must(dm("Your debrief")), "retry:1");
    await room.slack.person("U1").writes(HEARD);
    await room.pass(2_000);
    await room.slack.person("U1").writes("stop");
    await room.pass(60_000);
    await room.presses(offer(), SLIP);
    expect(shown()).toContain(`"initial_value":"${HEARD}"`);
    await fills({});
    await room.slack.person("U1").submits(room.page()).then(room.quiet);
    expect(slips()[0]?.text).toMatch(/Now: “Cold soup[^”]*”\n.*It helped/);
  });

  it("is told what to change where they wrote nothing, or the same again", async () => {
    await begins();
    await room.presses(offer(), SLIP);
    await fills({ now: ` ${GONE.toUpperCase()}` });
    expect(room.slack.deliveries.at(-1)?.body).toContain("That is what stood there then.");
  });

  it("takes it back from where it stands or from their direct message, once and for good", async () => {
    await begins();
    await shows();
    const slip = structuredClone(slips()[0]);
    await room.presses(must(dm("Thank you for going first")), "challenge:slip-back");
    expect(slips()).toEqual([]);
    expect(must(dm("is taken back")).text).toContain("Nobody can see it any more");
    await room.pass(10_000);
    await room.presses(must(slip), "challenge:slip-back");
    expect(room.told("U1").at(-1)).toContain("no slip to take back");
  });

  it("shows one slip at a time, and another one after taking the first back", async () => {
    await begins();
    const first = structuredClone(offer());
    await shows();
    await room.presses(first, SLIP);
    expect(shown()).toContain("A slip of yours stands in that thread already.");
    await room.presses(must(slips()[0]), "challenge:slip-back");
    await room.presses(first, SLIP);
    await fills({ now: ALSO_HEARD });
    await room.slack.person("U1").submits(room.page()).then(room.quiet);
    expect(slips().map(({ text }) => text.includes(ALSO_HEARD))).toEqual([true]);
  });

  it("posts it once, however often Slack repeats the second yes", async () => {
    await begins();
    await room.presses(offer(), SLIP);
    await fills({ now: NOW });
    const delivery = await room.slack.person("U1").submits(room.page());
    await room.slack.redeliver(delivery);
    await room.quiet();
    expect(slips()).toHaveLength(1);
  });

  it("is not offered it again while one stands, nor where they lead nothing, nor for another customer", async () => {
    await plays(room, "U1", GONE);
    expect(dm("show your team one message")).toBeUndefined();
    await room.launches("together", { goal: "9", flows: ["cold-tea"] });
    await plays(room, "U1", GONE);
    expect(dm("show your team one message")).toBeUndefined();
    await plays(room, "U1", GONE, "cold-tea");
    await shows();
    await plays(room, "U1", GONE, "cold-tea");
    expect(room.told("U1").filter((text) => text.includes("show your team one message"))).toHaveLength(1);
  });

  it("alone can show one, and only from their own practice", async () => {
    await begins();
    await room.joins("U2");
    await plays(room, "U2", GONE);
    expect(dm("show your team one message", "U2")).toBeUndefined();
    const theirs = structuredClone(offer());
    const practices = await room.store.together("T0001", (desk) => desk.practicesOf("T0001", "U2"));
    const [challenge] = JSON.parse(valueIn(theirs)) as string[];
    const value = JSON.stringify([challenge, practices[0]?.id]);
    await room.presses(withValue(theirs, value), SLIP, "U1");
    expect(shown()).toContain("only from their own practice");
    await room.presses(withValue(theirs, valueIn(theirs)), SLIP, "U2");
    expect(JSON.stringify(room.page("U2").blocks)).toContain("Only whoever launched the challenge");
  });

  it("shows nothing in a challenge that is over, also when the preview was open before", async () => {
    await begins();
    await room.presses(offer(), SLIP);
    await fills({ now: NOW });
    const preview = room.page();
    await room.pass(5 * DAY);
    await room.slack.person("U1").submits(preview).then(room.quiet);
    expect(slips()).toEqual([]);
    expect(room.told("U1").at(-1)).toContain("That challenge is over");
    await room.presses(offer(), SLIP);
    expect(shown()).toContain("That challenge is over");
  });

  it("has no second copy posted where Slack did not say whether it arrived, and can still take it back there", async () => {
    await begins();
    room.slack.failNext("chat.postMessage", { kind: "lost", in: "C1" });
    await shows();
    await room.pass(12_000);
    expect(slips()).toHaveLength(1);
    expect(must(dm("so I did not send it twice")).text).toContain("press Take back under it");
    await room.presses(must(dm("Thank you for going first")), "challenge:slip-back");
    expect(room.told("U1").at(-1)).toContain("I can't remove it before that");
    await room.presses(must(slips()[0]), "challenge:slip-back");
    expect(slips()).toEqual([]);
    room.refusals.push("channel_not_found");
  });

  it("is told where Slack does not let it be removed, since it may still be seen", async () => {
    await begins();
    await shows();
    room.slack.failNext("chat.delete", { kind: "refused", error: "is_archived" });
    await room.presses(must(dm("Thank you for going first")), "challenge:slip-back");
    expect(must(dm("did not let me remove")).text).toContain("it may still be seen there");
  });

  it("can take it back after the end, and nobody else can", async () => {
    await begins();
    await shows();
    await room.pass(5 * DAY);
    await room.presses(must(slips()[0]), "challenge:slip-back", "U2");
    expect(slips()).toHaveLength(1);
    expect(room.told("U2").at(-1)).toContain("Only whoever launched the challenge");
    await room.pass(40 * DAY);
    await room.presses(must(slips()[0]), "challenge:slip-back");
    expect(slips()).toEqual([]);
  });
});

type Pressable = { elements?: { action_id?: string; value?: string }[] };
const offered = (message: Message) =>
  (message.blocks as Pressable[])
    .flatMap(({ elements = [] }) => elements)
    .find((one) => one.action_id === SLIP);
const valueIn = (message: Message) => offered(message)?.value ?? "";

function withValue(message: Message, value: string): Message {
  const changed = structuredClone(message);
  const pressed = offered(changed);
  if (pressed) pressed.value = value;
  return changed;
}

function nothing(): never {
  throw new Error("There is no such message.");
}
