import { afterEach, describe, expect, it } from "vitest";
import { viewProblems } from "../slack-double/view-limits.ts";
import { COLD_SOUP, OPENING, openPracticeRoom, type PracticeRoom } from "./practice-room.ts";

let room: PracticeRoom;
afterEach(() => room.close());

const LIBRARY = Array.from({ length: 120 }, (_, n) => ({
  ...COLD_SOUP,
  id: `cold-soup-${n}`,
  title: `Cold soup ${String(n).padStart(3, "0")}, ${"and no spoon ".repeat(n % 8)}`,
}));

describe("what is shown", () => {
  it("nothing in it is taken for a mention, a link or an entity", async () => {
    room = await openPracticeRoom();
    await room.begin();
    await room.slack.person("U1").writes("Was it &lt;!channel&gt; &amp; co?");
    await room.pass(2_000);
    await room.slack.person("U1").writes("stop").then(room.quiet);
    expect(room.customerSaid()).toContain(OPENING);
    const told = room.slack.dm("U1").filter(({ bot }) => bot);
    expect(JSON.stringify(told)).toContain("&lt;!channel&gt; &amp; co");
    const marked = told.flatMap(({ text, blocks }) => [text, ...textsOf(blocks)]);
    for (const text of marked) expect(text).not.toMatch(/[<>]/);
  });

  it.each([60, 120])("Home, the list and the dialogue hold a library of %i customers", async (count) => {
    const flows = LIBRARY.slice(0, count);
    room = await openPracticeRoom({ flows });
    await room.slack.person("U1").opensHome().then(room.quiet);
    expect(viewProblems(given(room.slack.home("U1")), "home")).toEqual([]);
    await room.slack.person("U1").command("/practice").then(room.quiet);
    expect(viewProblems(given(room.slack.openView("U1")), "modal")).toEqual([]);
    await room.slack.person("U1").writes("practice").then(room.quiet);
    for (const shown of [room.slack.home("U1"), room.slack.openView("U1"), room.last()])
      for (const { id } of flows) expect(JSON.stringify(shown)).toContain(id);
  });

  it("an empty library says so", async () => {
    room = await openPracticeRoom({ flows: [] });
    await room.slack.person("U1").opensHome().then(room.quiet);
    await room.slack.person("U1").writes("practice").then(room.quiet);
    expect(JSON.stringify(room.slack.home("U1"))).toContain("No customer is available right now");
    expect(room.last().text).toContain("No customer is available right now");
  });

  it("no log line holds what anybody wrote or was told", async () => {
    room = await openPracticeRoom();
    await room.begin();
    room.slack.failNext("chat.postMessage", { kind: "broken" });
    room.slack.failNext("chat.postMessage", { kind: "refused", error: "msg_blocks_too_long" });
    room.slack.failNext("users.info", { kind: "refused", error: "user_not_found" });
    await room.slack.person("U1").writes("Marmalade and thunder");
    await room.slack.person("U2").command("/practice", "cold-soup");
    await room.pass(2_000);
    await room.pass(4_000);
    expect(room.logged.length).toBeGreaterThanOrEqual(3);
    const log = room.logged.join("\n");
    for (const words of ["Marmalade", "cold & there", "lunch", "xoxb-"]) expect(log).not.toContain(words);
  });
});

// Plain text, on a button or in a header, holds no markup.
const textsOf = (blocks: unknown): string[] =>
  [...JSON.stringify(blocks ?? []).matchAll(/"mrkdwn","text":"(.*?)"/g)].map(([, text]) => text ?? "");

// What the double adds of its own is not what the app sent.
function given(view: unknown): unknown {
  const { type, title, submit, close, blocks } = view as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries({ type, title, submit, close, blocks }).filter(([, value]) => value),
  );
}
