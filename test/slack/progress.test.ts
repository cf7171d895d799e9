import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { viewProblems } from "../slack-double/view-limits.ts";
import { COLD_SOUP, GONE, likeColdSoup, openPracticeRoom, type PracticeRoom } from "./practice-room.ts";
import { shownIn } from "./shown-in.ts";

const WARM_TEA = likeColdSoup({ "flow: cold-soup": "flow: warm-tea", "Cold soup & no <spoon>": "Warm tea" });

let room: PracticeRoom;
beforeEach(async () => {
  room = await openPracticeRoom({ flows: [COLD_SOUP, WARM_TEA] });
});
afterEach(() => room.close());

const ada = () => room.slack.person("U1");
const home = (person = "U1") => shownIn(room.slack.home(person));
const practiseToTheEnd = async () => {
  await ada().command("/practice", "cold-soup").then(room.quiet);
  await ada().writes(GONE);
  await room.pass(2_000);
  await room.pass(10_000);
};

/** The same wish, wherever it is made. */
const WAYS = {
  "the word progress": () => ada().writes("Progress?"),
  "the command": () => ada().command("/practice", "progress", "C1"),
};

describe.each(Object.entries(WAYS))("progress by %s", (_way, wish) => {
  it("says how each skill showed and what to practise next", async () => {
    await practiseToTheEnd();
    await wish();
    await room.quiet();
    expect(room.last().text).toContain("Validation: not spotted in the one practice that called for it.");
    expect(room.last().text).toContain("Clarifying questions: not called for yet.");
    expect(room.last().text).toContain("Suggested next: Warm tea.");
    await ada().clicks(room.last(), "start:warm-tea").then(room.quiet);
    expect((await room.practice())?.session.flow.id).toBe("warm-tea");
  });

  it("before the first practice says that there is nothing yet", async () => {
    await wish();
    await room.quiet();
    expect(room.last().text).toContain("There is nothing to look back on yet");
    expect(room.last().text).toContain("Suggested next:");
    expect(shownIn(room.last())).not.toContain('"image"');
  });
});

describe("progress", () => {
  it("says nothing of a practice before its debrief, where the trainee is asked first", async () => {
    await room.begin();
    await ada().writes("Hello, let me see.");
    await room.pass(2_000);
    await ada().writes(GONE);
    await room.pass(2_000);
    await ada().writes("progress").then(room.quiet);
    expect(room.last().text).toContain("There is nothing to look back on yet");
    await room.pass(15 * 60_000);
    await ada().writes("progress").then(room.quiet);
    expect(room.last().text).toContain("Validation: not spotted");
  });

  it("is in nobody else's direct message, Home or channel", async () => {
    await practiseToTheEnd();
    await ada().command("/practice", "progress", "C1").then(room.quiet);
    await room.slack.person("U2").writes("progress").then(room.quiet);
    await room.slack.person("U2").opensHome().then(room.quiet);
    expect(room.told("U2").join()).not.toContain("not spotted");
    expect(home("U2")).not.toContain("not spotted");
    const [answer] = room.slack.channel("C1", "U1");
    expect(answer).toMatchObject({ for: "U1" });
    expect(answer?.text).toContain("in your direct message");
    expect(room.slack.channel("C1", "U2")).toEqual([]);
  });

  it("asked for with the command in the app's own direct message is simply there", async () => {
    await ada().command("/practice", "progress").then(room.quiet);
    expect(room.told("U1").join()).not.toContain("in your direct message with me");
    expect(room.last().text).toContain("nothing to look back on yet");
  });

  it("asked for in a conversation with a colleague says where it is", async () => {
    const envelope = room.slack.unsent("U1").command("/practice", "progress", "C1");
    envelope.body.channel_name = "directmessage";
    await room.slack.deliver(envelope).then(room.quiet);
    expect(room.slack.channel("C1", "U1").map(({ text }) => text)).toEqual([
      "It is in your direct message with me, where only you see it.",
    ]);
    expect(room.last().text).toContain("nothing to look back on yet");
  });

  it("in the middle of a practice is shown, and the customer hears nothing of it", async () => {
    await room.begin();
    await ada().writes("progress").then(room.quiet);
    await room.pass(2_000);
    expect(room.last().text).toContain("Your practices so far");
    expect((await room.practice())?.session.turns).toEqual([]);
  });

  it("is shown in a picture too, above what is to be pressed, and told in words", async () => {
    await practiseToTheEnd();
    await ada().writes("progress").then(room.quiet);
    const image = room.last().blocks?.find(({ type }) => type === "image");
    const alt =
      "How each skill showed in your last practice. Validation: not spotted. Clarifying questions: not rated. De-escalation: not rated.";
    expect(image).toMatchObject({ alt_text: alt });
    expect(room.last().text).toContain(alt);
    expect(room.last().blocks?.map(({ type }) => type)).toEqual([
      "section",
      ...Array(3).fill("section"),
      "context",
      "image",
      "section",
      "actions",
    ]);
    const { id } = (image?.slack_file ?? {}) as { id: string };
    expect(room.slack.workspace.files.get(id)?.json).toMatchObject({ name: "progress.png", channels: [] });
  });

  it("is told in words where its picture cannot be had", async () => {
    await practiseToTheEnd();
    room.slack.failNext("files.getUploadURLExternal", { kind: "refused", error: "missing_scope" });
    await ada().writes("progress").then(room.quiet);
    const shown = shownIn(room.last());
    expect(shown).toContain("How each skill showed in your last practice.");
    expect(shown).not.toContain('"image"');
  });

  it("does not hold a word of what was written in a practice", async () => {
    await practiseToTheEnd();
    await ada().writes("progress").then(room.quiet);
    expect(room.last().text).not.toContain("Calm down");
  });
});

describe("the Home tab", () => {
  it("shows progress in short and the suggestion above the customers, within Slack's limits", async () => {
    await practiseToTheEnd();
    await ada().opensHome().then(room.quiet);
    expect(home()).toContain("Validation: not spotted");
    expect(home().indexOf("Suggested next: Warm tea")).toBeLessThan(home().lastIndexOf("*Warm tea*"));
    await ada()
      .clicks(room.slack.home("U1") as never, "start:warm-tea")
      .then(room.quiet);
    expect((await room.practice())?.session.flow.id).toBe("warm-tea");
  });

  it("that was opened before is shown again when a practice ends", async () => {
    await ada().opensHome().then(room.quiet);
    expect(home()).not.toContain("Validation:");
    await practiseToTheEnd();
    expect(home()).toContain("Validation: not spotted");
  });

  it("that was never opened is not shown to anybody", async () => {
    await practiseToTheEnd();
    expect(room.slack.home("U1")).toBeUndefined();
  });

  it("is shown again a little later when Slack could not take it", async () => {
    await ada().opensHome().then(room.quiet);
    room.slack.failNext("views.publish", { kind: "broken" });
    await practiseToTheEnd();
    expect(home()).not.toContain("Validation:");
    await room.pass(60_000);
    expect(home()).toContain("Validation: not spotted");
  });

  it("is not asked for again for ever where Slack refuses it", async () => {
    await ada().opensHome().then(room.quiet);
    room.slack.failNext("views.publish", { kind: "refused", error: "not_enabled" });
    await practiseToTheEnd();
    await room.pass(60_000);
    expect(home()).not.toContain("Validation:");
    room.slack.clock.advance(3_600_000);
    expect(await room.store.dueNow()).toEqual([]);
  });

  it("holds a long library with progress above it", async () => {
    await room.close();
    const flows = Array.from({ length: 120 }, (_, n) => ({
      ...COLD_SOUP,
      id: n ? `cold-soup-${n}` : "cold-soup",
    }));
    room = await openPracticeRoom({ flows });
    await ada().opensHome().then(room.quiet);
    await practiseToTheEnd();
    const { type, blocks } = room.slack.home("U1") as never;
    expect(viewProblems({ type, blocks }, "home")).toEqual([]);
    expect(home()).toContain("Suggested next");
  });
});
