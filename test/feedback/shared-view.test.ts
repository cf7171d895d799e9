import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { sharedView } from "../../src/feedback/shared-view.ts";
import type { Flow } from "../../src/flow/flow.ts";
import { begin, happen, type Session } from "../../src/session/session.ts";
import { takeTurn } from "../../src/session/take-turn.ts";
import { readFlowFile } from "../../src/store/flow-folder.ts";

const file = fileURLToPath(new URL("../slack/cold-soup.yml", import.meta.url));
const soup = readFlowFile(file).flow as Flow;
const talkOf = (...replies: string[]): Session =>
  happen(replies.reduce(takeTurn, begin(soup, 1, "Ada")), { type: "stop" });

const PRIVATE = "The door code at my flat is pineapple.";
const talk = talkOf(
  "Cold soup and no spoon right before your meeting, that is a miserable lunch.",
  PRIVATE,
  "Calm down, it's only soup.",
);
const seen = (scope: "debrief" | "talk") => sharedView(talk, scope)?.parts.join("\n") ?? "";

describe("what is seen of a practice that is shared", () => {
  it("only the debrief quotes only what the debrief itself quotes", () => {
    expect(seen("debrief")).toContain("“Calm down” (message 3)");
    expect(seen("debrief")).not.toContain("pineapple");
    expect(seen("debrief")).not.toContain("My soup is cold");
  });

  it("every line offered with it stands in it, word for word", () => {
    for (const scope of ["debrief", "talk"] as const) {
      const lines = sharedView(talk, scope)?.lines ?? [];
      expect(lines.length).toBeGreaterThan(1);
      for (const { quote } of lines) expect(seen(scope)).toContain(quote);
    }
    expect(sharedView(talk, "debrief")?.lines.map(({ quote }) => quote)).not.toContain(PRIVATE);
  });

  it("the whole talk has every message of both, and the debrief first", () => {
    for (const said of [...talk.said, ...talk.turns.map(({ reply }) => reply)])
      expect(seen("talk")).toContain(said);
    expect(seen("talk").startsWith(seen("debrief"))).toBe(true);
  });

  it("what is between the app and the trainee stays there: hints, and how to look after oneself", () => {
    const care = "Take a walk around the block.";
    const hinted = happen(talkOf(), { type: "hint" });
    const heavy = { ...soup, care: { heavy: true, before: undefined, after: care } };
    const session = { ...takeTurn(begin(heavy as Flow, 1, "Ada"), "Calm down."), hints: hinted.hints + 2 };
    const words = sharedView(session, "talk")?.parts.join("\n");
    expect(words).not.toContain(care);
    expect(words).not.toContain("Hints");
  });

  it("without a message of the trainee there is nothing to see", () => {
    expect(sharedView(talkOf(), "talk")).toBeUndefined();
  });
});
