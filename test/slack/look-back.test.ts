import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Practice } from "../../src/store/sessions.ts";
import { objects } from "../slack-double/blocks.ts";
import type { Message } from "../slack-double/workspace.ts";
import { GONE, openPracticeRoom, type PracticeRoom } from "./practice-room.ts";

let room: PracticeRoom;
beforeEach(async () => {
  room = await openPracticeRoom();
  await room.begin();
});
afterEach(() => room.close());

const found = (words: string): Message => {
  const message = room.slack.dm("U1").findLast(({ text }) => text.includes(words));
  if (!message) throw new Error(`Nobody said "${words}", but: ${room.told().join(" | ")}`);
  return message;
};
const me = () => room.slack.person("U1");
const press = (seen: Parameters<ReturnType<typeof me>["clicks"]>[0], action: string, options = {}) =>
  me().clicks(seen, action, options).then(room.quiet);
const debriefs = () => room.told().filter((text) => text.startsWith("Your debrief:"));

async function practiceOf(id: string): Promise<Practice | undefined> {
  let practice: Practice | undefined;
  await room.store.once({ team: "T0001", id: crypto.randomUUID() }, async (desk) => {
    practice = await desk.practice("T0001", id);
  });
  return practice;
}

async function play(...replies: string[]): Promise<void> {
  for (const reply of replies) {
    await me().writes(reply);
    await room.pass(2_000);
  }
}

const HARD = "Hello, which soup was it?";
const KIND = "A cold lunch again, with a meeting at one. No wonder you're cross.";

describe("before any verdict", () => {
  beforeEach(() => play(HARD, GONE));

  it("the trainee is asked which message helped and which one they would take back", () => {
    expect(room.last().text).toContain("Which of your messages helped most?");
    expect(debriefs()).toHaveLength(0);
  });

  it("the debrief says where it agrees and where it sees it differently", async () => {
    const asked = found("helped most");
    await press(asked, "you-first:helped", { answer: "1" });
    await press(asked, "you-first:take-back", { answer: "2" });
    await press(asked, "debrief:show");
    expect(debriefs()[0]).toContain("You said that message 1 helped most.");
    expect(debriefs()[0]).toContain("You would take back message 2.");
  });

  it("what is written meanwhile is answered with where to go on", async () => {
    await me().writes("Wait, I wanted to say sorry").then(room.quiet);
    expect(room.last().text).toContain("The practice with Robin Ashdown is over");
    await press(found("helped most"), "debrief:show");
    await me().writes("Hm").then(room.quiet);
    expect(room.last().text).toContain("No practice is running");
  });

  it("both may be left open, and a second tap gives nothing twice", async () => {
    const asked = found("helped most");
    await press(asked, "debrief:show");
    await press(asked, "debrief:show");
    expect(debriefs()).toHaveLength(1);
    expect(debriefs()[0]).not.toContain("You said that");
    expect(room.told().join("\n")).not.toContain("Which of your messages helped most?");
  });

  it("whoever does not answer gets the debrief all the same, once", async () => {
    const asked = found("helped most");
    await room.pass(15 * 60_000);
    expect(debriefs()).toHaveLength(1);
    await press(asked, "debrief:show");
    expect(debriefs()).toHaveLength(1);
  });
});

describe("a message taken again", () => {
  beforeEach(async () => {
    await play(HARD, GONE);
    await press(found("helped most"), "debrief:show");
  });

  it("repeats the customer's line, and shows both answers side by side", async () => {
    const [, answer] = room.customerSaid();
    await press(found("Your debrief"), "retry:2");
    expect(room.customerSaid().at(-1)).toBe(answer);
    await play(KIND);
    const compared = found("then and now").text;
    expect(compared).toContain(`Then: “${GONE}”`);
    expect(compared).toContain(`Now: “${KIND}”`);
    const blocks = objects(found("then and now").blocks).map(({ text }) => (text as { text: string }).text);
    expect(blocks.map((text) => text.split(/[:,“]/)[0])).toEqual([
      "*Message 2",
      "Then",
      "Now",
      "The first one lost the customer; this time the talk went on.",
    ]);
    expect(blocks.join("\n")).not.toMatch(/^ /m);
  });

  it("the debrief gives each skill and each thought a paragraph of its own", () => {
    const texts = objects(found("Your debrief").blocks).map(
      ({ text }) => (text as { text?: string })?.text ?? "",
    );
    for (const skill of ["*Validation*", "*Clarifying questions*", "*De-escalation*"])
      expect(texts.filter((text) => text.startsWith(skill) && text.split("\n").length === 1)).toHaveLength(1);
    expect(texts.some((text) => text.startsWith("*One thing to try*\n“"))).toBe(true);
  });

  it("leaves the first talk as it was, and its debrief goes back to it", async () => {
    const first = await finishedIn();
    await press(found("Your debrief"), "retry:2");
    await play(KIND);
    await me().writes("stop").then(room.quiet);
    expect(debriefs()).toHaveLength(2);
    expect(debriefs()[1]).toContain(`Then: “${GONE}”`);
    expect((await practiceOf(first.id))?.session.record).toEqual(first.session.record);
  });

  it("two taps begin it once, and in the middle of another it waits", async () => {
    const debrief = found("Your debrief");
    await press(debrief, "retry:2");
    const told = room.told().length;
    await press(debrief, "retry:2");
    expect(room.told()).toHaveLength(told);
    await room.pass(10_000);
    await press(debrief, "retry:2");
    expect(room.last().text).toContain("in the middle of a practice");
    const answered = room.told().length;
    await press(debrief, "retry:2");
    expect(room.told()).toHaveLength(answered);
  });

  it("the button of somebody else's practice, or of one that is gone, says so", async () => {
    const debrief = found("Your debrief");
    const blocks = JSON.parse(JSON.stringify(debrief.blocks).replaceAll((await finishedIn()).id, "gone"));
    await press({ ...debrief, blocks }, "retry:2");
    expect(room.last().text).toContain("no longer kept");
  });

  const finishedIn = async () => {
    const value = JSON.stringify(found("Your debrief:").blocks).match(
      /"debrief:talk","value":"([^"]+)"/,
    )?.[1];
    const practice = await practiceOf(value ?? "");
    if (!practice) throw new Error(`There is no practice ${value}`);
    return practice;
  };
});

describe("the whole talk", () => {
  beforeEach(async () => {
    await play(GONE);
  });

  it("goes through it turn by turn, with the evidence in bold and why the customer felt so", async () => {
    await press(found("Your debrief"), "debrief:talk");
    const view = JSON.stringify(room.slack.openView("U1")?.blocks);
    expect(view).toContain("*Calm down, it's only soup.*");
    expect(view).toContain("> My soup is cold");
    expect(view).not.toContain(`"type":"actions"`);
  });

  it("leads back to any message, which is taken again in the direct message", async () => {
    await press(found("Your debrief"), "debrief:talk");
    const talk = room.slack.page("U1");
    await me().submits(talk, { "go-back:message": "1", "go-back:wish": "retry" }).then(room.quiet);
    expect(JSON.stringify(room.slack.openView("U1")?.blocks)).toContain("it goes on there");
    expect(room.told().join()).toContain("Here it is again from the beginning");
    expect((await room.practice())?.retry?.turn).toBe(1);
  });

  it("sent off with a question open, where a client lets that pass, it asks for the answer", async () => {
    await press(found("Your debrief"), "debrief:talk");
    const talk = room.slack.page("U1");
    const lax = { ...talk, blocks: objects(talk.blocks).map((block) => ({ ...block, optional: true })) };
    await me().submits(lax, { "go-back:wish": "retry" }).then(room.quiet);
    expect(room.slack.openView("U1")?.errors).toEqual({
      message: "Pick the message that you want to go back to.",
    });
    await me().submits(lax, { "go-back:message": "1" }).then(room.quiet);
    expect(room.slack.openView("U1")?.errors).toEqual({ wish: "Choose what you would like to do with it." });
    expect(await room.practice()).toBeUndefined();
  });

  it("of somebody else, or gone since it was opened, leads nowhere", async () => {
    await press(found("Your debrief"), "debrief:talk");
    const talk = { ...room.slack.page("U1"), private_metadata: "gone" };
    await me().submits(talk, { "go-back:message": "1", "go-back:wish": "retry" }).then(room.quiet);
    expect(JSON.stringify(room.slack.openView("U1")?.blocks)).toContain("no longer kept");
    expect(await room.practice()).toBeUndefined();
  });

  it.each(["debrief:talk", "debrief:seats"])(
    "a press on %s that comes too late is answered",
    async (action) => {
      room.slack.failNext("views.open", { kind: "refused", error: "expired_trigger_id" });
      await press(found("Your debrief"), action);
      expect(room.last().text).toBe("That took too long to open. Please press the button again.");
    },
  );

  it("of a practice that is gone says so", async () => {
    const debrief = found("Your debrief");
    const blocks = JSON.parse(
      JSON.stringify(debrief.blocks).replace(/("debrief:talk","value":")[^"]+/, "$1gone"),
    );
    await press({ ...debrief, blocks }, "debrief:talk");
    expect(room.last().text).toContain("no longer kept");
  });

  it("can be read from the other seat", async () => {
    await press(found("Your debrief"), "debrief:seats");
    expect(JSON.stringify(room.slack.openView("U1")?.blocks)).toContain("Robin Ashdown lived it");
  });
});
