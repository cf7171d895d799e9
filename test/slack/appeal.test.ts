import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { appealButton } from "../../src/slack/appeal-dialogue.ts";
import { objects } from "../slack-double/blocks.ts";
import type { Message, View } from "../slack-double/workspace.ts";
import { GONE, openPracticeRoom, type PracticeRoom } from "./practice-room.ts";

let room: PracticeRoom;
let practice: string;
beforeEach(async () => {
  room = await openPracticeRoom();
  await room.begin();
  practice = (await room.practice())?.id ?? "";
  await room.slack.person("U1").writes(GONE);
  await room.pass(2_000);
});
afterEach(() => room.close());

let works = 0;
const says = async (person: string, turn = 1, id = practice): Promise<Message> => {
  const actions = { type: "actions", elements: [appealButton(id, turn)] };
  await room.store.once({ team: "T0001", id: `shown-${++works}` }, async (desk) => {
    await desk.send("T0001", `D${person}`, { text: "Message 1.", blocks: [actions] });
  });
  await room.quiet();
  return room.last(person);
};
const shown = (person = "U1") => room.slack.page(person);
const presses = async (person = "U1", turn = 1, id = practice): Promise<View> => {
  await room.slack
    .person(person)
    .clicks(await says(person, turn, id), `appeal:${turn}`)
    .then(room.quiet);
  return shown(person);
};
const WHY = "Marmalade: Robin laughed.";
const ANSWERS = {
  "appeal:opinion": "validation/specific",
  "appeal:why": WHY,
};
const submits = async (view: View, answers: Record<string, string> = ANSWERS, person = "U1") => {
  await room.slack.person(person).submits(view, answers).then(room.quiet);
};
const CONSENT = { ...ANSWERS, "appeal:consent": "yes" };
const offered = (view: View, action: string): string[] =>
  objects(view.blocks).flatMap(({ element }) => {
    const { action_id, options } = (element ?? {}) as { action_id?: string; options?: object[] };
    return action_id === action ? objects(options).map(({ value }) => String(value)) : [];
  });

describe("I see it differently", () => {
  it("shows the line, what was read in it, and everything one may say of that, from the start", async () => {
    const view = await presses();
    const shownIn = JSON.stringify(view.blocks);
    for (const words of ["Calm down, it's only soup.", "Validation: not spotted", "calm down: seen"])
      expect(shownIn).toContain(words);
    expect(offered(view, "appeal:opinion")).toEqual(
      expect.arrayContaining([
        "validation/general",
        "validation/specific",
        "question/general",
        "de-escalation/specific",
        "solution/present",
        "calm-command/absent",
        "calm-command/fitting",
      ]),
    );
  });

  it("needs nothing but what is sent off, and changes nothing on the way", async () => {
    const view = await presses();
    const touched = view.blocks as { type: string; dispatch_action?: boolean }[];
    expect(touched.filter(({ type }) => type === "actions")).toEqual([]);
    expect(touched.some(({ dispatch_action }) => dispatch_action)).toBe(false);
  });

  it("the box for consent is empty at first", async () => {
    expect(JSON.stringify(await presses())).not.toContain("initial_options");
  });

  it("is noted once, and confirmed in the direct message", async () => {
    await submits(await presses());
    expect(room.last().text).toContain("Noted. The reading stays as it is; trainers see which reading");
    expect(room.last().text).toContain("Validation: not spotted. You say: It is there, and specific");
    expect(await room.store.appeals()).toMatchObject([
      { practice, turn: 1, about: "validation", said: "absent", thinks: "specific", consent: false },
    ]);
    expect(room.slack.openView("U1")).toBeUndefined();
  });

  it("without consent no word of the talk or of the reason is kept with it", async () => {
    await submits(await presses());
    expect(JSON.stringify(await room.store.appeals())).not.toMatch(/Marmalade|soup|Calm/);
  });

  it("with consent the line, the customer's words and the reason are kept", async () => {
    await submits(await presses(), CONSENT);
    expect(room.last().text).toContain("a trainer may use this line and what you wrote, without your name");
    expect(await room.store.appeals()).toMatchObject([
      {
        consent: true,
        line: { reply: GONE, why: WHY, customer: expect.stringContaining("My soup is cold") },
      },
    ]);
  });

  it("sent off twice, and delivered twice, it is noted and confirmed once", async () => {
    const view = await presses();
    const before = room.told().length;
    await submits(view);
    await room.slack.redeliver(room.slack.deliveries.at(-1) as never).then(room.quiet);
    await submits(view);
    expect(await room.store.appeals()).toHaveLength(1);
    expect(room.told()).toHaveLength(before + 1);
  });

  it("the same reading answered again later gets a clear answer, and the first stands", async () => {
    await submits(await presses());
    await submits(await presses(), { ...ANSWERS, "appeal:opinion": "validation/general" });
    expect(room.last().text).toContain("You have answered this reading already, and that stands");
    expect(await room.store.appeals()).toMatchObject([{ thinks: "specific" }]);
    await room.slack.person("U1").clicks(room.last(), "appeal:take-back").then(room.quiet);
    expect(await room.store.appeals()).toEqual([]);
  });

  it("can be taken back, which deletes it and takes the button away; then it can be made anew", async () => {
    await submits(await presses(), CONSENT);
    const noted = room.last();
    await room.slack.person("U1").clicks(noted, "appeal:take-back").then(room.quiet);
    expect(await room.store.appeals()).toEqual([]);
    expect(room.last().text).toBe("You took this back. Nothing of it is kept.");
    const left = room.slack.dm("U1").find(({ ts }) => ts === noted.ts);
    expect(left?.text).toBe("Noted, and taken back.");
    expect(JSON.stringify(left)).not.toContain("appeal:take-back");
    await room.slack.person("U1").clicks(noted, "appeal:take-back").then(room.quiet);
    expect(room.last().text).toBe("That was taken back already. Nothing of it is kept.");
    await submits(await presses());
    expect(await room.store.appeals()).toHaveLength(1);
  });

  it("sent off with nothing chosen, where a client lets that pass, it asks for it", async () => {
    const view = await presses();
    const blocks = objects(view.blocks).map((block) => ({ ...block, optional: true }));
    await submits({ ...view, blocks }, { "appeal:why": WHY });
    expect(JSON.stringify(shown().errors)).toContain("Choose how you see it");
    expect(await room.store.appeals()).toEqual([]);
  });

  it("can be said of every message of the whole talk, and leads back there", async () => {
    const debrief = room.slack.dm("U1").find(({ text }) => text.startsWith("Your debrief")) as Message;
    await room.slack.person("U1").clicks(debrief, "debrief:talk").then(room.quiet);
    const talk = shown();
    await submits(talk, { "go-back:message": "1", "go-back:wish": "appeal" });
    await submits(shown());
    expect(await room.store.appeals()).toHaveLength(1);
    expect(shown().id).toBe(talk.id);
  });

  it("a press that Slack answers too late is told, with what to do", async () => {
    room.slack.failNext("views.open", { kind: "refused", error: "expired_trigger_id" });
    await room.slack
      .person("U1")
      .clicks(await says("U1"), "appeal:1")
      .then(room.quiet);
    expect(room.last().text).toBe("That took too long to open. Please press the button again.");
  });

  it("no log line holds what was written", async () => {
    await submits(await presses(), CONSENT);
    expect(room.logged.join("\n")).not.toMatch(/Marmalade|soup/);
  });
});

describe("where there is no reading to answer", () => {
  it("nobody but the trainee can answer, or sees the line", async () => {
    const line = await says("U1");
    await room.slack.person("U2").clicks(line, "appeal:1").then(room.quiet);
    const view = JSON.stringify(shown("U2"));
    expect(view).toContain("Only the person who practised can answer how their line was read.");
    expect(view).not.toMatch(/soup|appeal:opinion/);
  });

  it("nobody else can send off a form that was made up, or take an answer back", async () => {
    const view = await presses();
    await submits({ ...view, owner: "U2" }, ANSWERS, "U2");
    expect(await room.store.appeals()).toEqual([]);
    await submits(view);
    await room.slack.person("U2").clicks(room.last(), "appeal:take-back").then(room.quiet);
    expect(await room.store.appeals()).toHaveLength(1);
  });

  it("a practice that is not kept any more says so", async () => {
    expect(JSON.stringify(await presses("U1", 1, "removed"))).toContain("This practice is no longer kept");
  });

  it("a message that was replaced since says so", async () => {
    expect(JSON.stringify(await presses("U1", 7))).toContain("no longer part of the practice");
  });

  it("a form that was open while its practice went away says so when it is sent off", async () => {
    const view = await presses();
    const elsewhere = String(view.private_metadata).replace(practice, "removed");
    await submits({ ...view, private_metadata: elsewhere });
    expect(JSON.stringify(shown())).toContain("This practice is no longer kept");
    expect(await room.store.appeals()).toEqual([]);
  });

  it("a line of a practice that still runs can be answered as well", async () => {
    await room.begin("U2");
    const running = (await room.practice("U2"))?.id;
    await room.slack.person("U2").writes("I see your soup came cold.");
    await room.pass(2_000);
    expect(JSON.stringify(await presses("U2", 1, running))).toContain("I see your soup came cold.");
  });
});
