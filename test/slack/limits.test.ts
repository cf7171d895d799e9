import type { HomeView, KnownBlock, ModalView } from "@slack/types";
import { describe, expect, it } from "vitest";
import { assertViewWithinLimits, assertWithinLimits } from "../../src/slack/limits.ts";
import { button } from "../../src/slack/message.ts";
import { blockProblems } from "../slack-double/limits.ts";
import { viewProblems } from "../slack-double/view-limits.ts";

const words = (length: number) => "x".repeat(length);
const section = (length: number): KnownBlock => ({
  type: "section",
  text: { type: "mrkdwn", text: words(length) },
});
const header = (length: number): KnownBlock => ({
  type: "header",
  text: { type: "plain_text", text: words(length) },
});
const context = (count: number, length = 1): KnownBlock => ({
  type: "context",
  elements: Array.from({ length: count }, () => ({ type: "mrkdwn" as const, text: words(length) })),
});
const actions = (...elements: ReturnType<typeof button>[]): KnownBlock => ({ type: "actions", elements });
const buttons = (count: number) =>
  actions(...Array.from({ length: count }, (_, n) => button("Go", `go:${n}`, "go")));
const sections = (count: number) => Array.from({ length: count }, () => section(1));

const GOOD: [string, KnownBlock[]][] = [
  ["50 blocks", sections(50)],
  ["a section of 3000 characters", [section(3_000)]],
  ["a header of 150 characters", [header(150)]],
  ["10 elements in a context", [context(10)]],
  ["25 buttons", [buttons(25)]],
  ["a button of 75 characters and a value of 2000", [actions(button(words(75), "go", words(2_000)))]],
  ["an action of 255 characters", [actions(button("Go", words(255), "go"))]],
  ["one action in two blocks", [buttons(1), buttons(1)]],
];

const BAD: [string, KnownBlock[]][] = [
  ["51 blocks", sections(51)],
  ["a section of 3001 characters", [section(3_001)]],
  ["an empty section", [section(0)]],
  ["a header of 151 characters", [header(151)]],
  ["an empty header", [header(0)]],
  ["11 elements in a context", [context(11)]],
  ["no elements in a context", [context(0)]],
  ["26 buttons", [buttons(26)]],
  ["no buttons", [buttons(0)]],
  ["a button of 76 characters", [actions(button(words(76), "go", "go"))]],
  ["a button without a label", [actions(button("", "go", "go"))]],
  ["a value of 2001 characters", [actions(button("Go", "go", words(2_001)))]],
  ["an action of 256 characters", [actions(button("Go", words(256), "go"))]],
  ["one action twice in a block", [actions(button("A", "go", "a"), button("B", "go", "b"))]],
  [
    "a long button beside a section",
    [{ ...section(1), accessory: button(words(76), "go", "go") } as KnownBlock],
  ],
];

describe("messages", () => {
  it.each(GOOD)("%s may be sent, and Slack takes it", (_what, blocks) => {
    expect(blockProblems(blocks, "message")).toEqual([]);
    expect(() => assertWithinLimits({ text: "x", blocks })).not.toThrow();
  });

  it.each(BAD)("%s is stopped here, as Slack would refuse it", (_what, blocks) => {
    expect(blockProblems(blocks, "message")).not.toEqual([]);
    expect(() => assertWithinLimits({ text: "x", blocks })).toThrow(RangeError);
  });

  it("a text has something to say, and an end", () => {
    expect(() => assertWithinLimits({ text: words(40_000) })).not.toThrow();
    expect(() => assertWithinLimits({ text: "" })).toThrow("text is empty");
    expect(() => assertWithinLimits({ text: words(40_001) })).toThrow("40001 characters of at most 40000");
  });

  it("the text of a change is shorter", () => {
    expect(() => assertWithinLimits({ text: words(4_000) }, "update")).not.toThrow();
    expect(() => assertWithinLimits({ text: words(4_001) }, "update")).toThrow("at most 4000");
  });

  it("every mistake is named", () => {
    const blocks = [header(151), section(3_001)];
    expect(() => assertWithinLimits({ text: "", blocks })).toThrow(/blocks\[0\].*blocks\[1\].*text is empty/);
  });
});

describe("views", () => {
  const modal = (title: number, count: number, metadata = 0): ModalView => ({
    type: "modal",
    title: { type: "plain_text", text: words(title) },
    private_metadata: words(metadata),
    blocks: sections(count),
  });
  const home = (count: number): HomeView => ({ type: "home", blocks: sections(count) });

  it.each([modal(24, 100, 3_000), home(100)])("at their limits, Slack takes them", (view) => {
    expect(viewProblems(view, view.type)).toEqual([]);
    expect(() => assertViewWithinLimits(view)).not.toThrow();
  });

  it.each([modal(25, 1), modal(1, 101), modal(1, 1, 3_001), home(101)])(
    "beyond them, both refuse",
    (view) => {
      expect(viewProblems(view, view.type)).not.toEqual([]);
      expect(() => assertViewWithinLimits(view)).toThrow(RangeError);
    },
  );
});
