import { expect, it } from "vitest";
import { talkView } from "../../src/slack/talk-view.ts";
import { leftAlone } from "../feedback/left-alone.ts";
import { objects } from "../slack-double/blocks.ts";

it("the whole talk ends with what the customer said while nobody wrote", () => {
  const session = leftAlone();
  const blocks = objects(talkView(session, "practice").blocks);
  const at = blocks.findIndex(({ type }) => type === "divider");
  const text = String(objects([blocks[at - 1]?.text])[0]?.text);
  expect(text).toMatch(/^After that there was silence:\n> /);
  expect(text.split("\n> ").at(-1)).toBe(session.said.at(-1));
});
