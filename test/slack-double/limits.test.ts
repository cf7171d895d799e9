import { describe, expect, it } from "vitest";
import type { Json } from "./blocks.ts";
import { blockProblems } from "./limits.ts";
import { viewProblems } from "./view-limits.ts";

const plain = (length: number) => ({ type: "plain_text", text: "x".repeat(length) });
const words = (length: number) => ({ type: "mrkdwn", text: "x".repeat(length) });
const section = (length: number) => ({ type: "section", text: words(length) });
const button = (more: Json = {}) => ({ type: "button", action_id: "go", text: plain(2), ...more });
const actions = (...elements: Json[]) => ({ type: "actions", elements });
const option = (more: Json = {}) => ({ text: plain(4), value: "a", ...more });
const select = (...options: Json[]) => actions({ type: "static_select", action_id: "pick", options });
const times = (count: number, one: Json) => Array.from({ length: count }, () => one);
const buttons = (count: number) =>
  actions(...Array.from({ length: count }, (_, i) => button({ action_id: `go${i}` })));
const input = { type: "input", label: plain(5), element: { type: "plain_text_input", action_id: "say" } };
const modal = (more: Json = {}) => ({ type: "modal", title: plain(5), blocks: [section(1)], ...more });

const AT_THE_LIMIT: [string, Json[]][] = [
  ["50 blocks", times(50, section(1))],
  ["3000 characters in a section", [section(3000)]],
  ["10 fields of 2000 characters", [{ type: "section", fields: times(10, words(2000)) }]],
  ["150 characters in a header", [{ type: "header", text: plain(150) }]],
  [
    "75 characters on a button, 2000 in its value",
    [actions(button({ text: plain(75), value: "v".repeat(2000) }))],
  ],
  ["25 buttons", [buttons(25)]],
  ["10 elements in a context", [{ type: "context", elements: times(10, words(1)) }]],
  ["75 characters in an option", [select(option({ text: plain(75), description: plain(75) }))]],
  ["100 options", [select(...times(100, option()))]],
  [
    "255 characters in an action_id and a block_id",
    [{ ...actions(button({ action_id: "a".repeat(255) })), block_id: "b".repeat(255) }],
  ],
  [
    "a confirmation of 300 characters",
    [
      actions(
        button({ confirm: { title: plain(100), text: plain(300), confirm: plain(30), deny: plain(30) } }),
      ),
    ],
  ],
  ["the same action_id in two blocks", [actions(button()), actions(button())]],
  [
    "a divider, a picture, an alert",
    [
      { type: "divider" },
      { type: "image", image_url: "https://x.test/a.png", alt_text: "a" },
      { type: "alert", text: plain(1) },
    ],
  ],
];

const OVER: [string, Json[], string][] = [
  ["51 blocks", times(51, section(1)), "no more than 50 items allowed [json-pointer:/blocks]"],
  [
    "3001 characters in a section",
    [section(3001)],
    "must be less than 3001 characters [json-pointer:/blocks/0/text/text]",
  ],
  [
    "an empty section text",
    [section(0)],
    "must be more than 0 characters [json-pointer:/blocks/0/text/text]",
  ],
  [
    "a section without text",
    [{ type: "section" }],
    "missing required field: text or fields [json-pointer:/blocks/0]",
  ],
  ["11 fields", [{ type: "section", fields: times(11, words(1)) }], "no more than 10 items"],
  ["a field of 2001 characters", [{ type: "section", fields: [words(2001)] }], "less than 2001"],
  ["151 characters in a header", [{ type: "header", text: plain(151) }], "less than 151"],
  ["markup in a header", [{ type: "header", text: words(5) }], "unsupported type: mrkdwn"],
  ["a button of 76 characters", [actions(button({ text: plain(76) }))], "less than 76"],
  ["a button value of 2001 characters", [actions(button({ value: "v".repeat(2001) }))], "less than 2001"],
  ["a button without text", [actions({ type: "button", action_id: "go" })], "missing required field: text"],
  ["a made-up button style", [actions(button({ style: "loud" }))], "must be one of primary, danger"],
  ["26 buttons", [buttons(26)], "no more than 25 items"],
  ["the same action_id twice in one block", [actions(button(), button())], 'action_id "go" already exists'],
  ["the same block_id twice", times(2, { ...section(1), block_id: "b" }), 'block_id "b" already exists'],
  ["an option of 76 characters", [select(option({ text: plain(76) }))], "less than 76"],
  ["an option without a value", [select({ text: plain(1) })], "missing required field: value"],
  ["101 options", [select(...times(101, option()))], "no more than 100 items"],
  [
    "a select without options",
    [actions({ type: "static_select", action_id: "pick" })],
    "missing required field: options",
  ],
  ["an action_id of 256 characters", [actions(button({ action_id: "a".repeat(256) }))], "less than 256"],
  ["an unknown block", [{ type: "banner" }], "unsupported type: banner [json-pointer:/blocks/0/type]"],
  ["a field that no block has", [{ ...section(1), colour: "red" }], "invalid additional property: colour"],
  [
    "a picture without words",
    [{ type: "image", image_url: "https://x.test/a.png" }],
    "missing required field: alt_text",
  ],
  ["two tables", times(2, { type: "table", rows: [[{ type: "raw_text", text: "a" }]] }), "only one table"],
  [
    "markdown of 12001 characters in two blocks",
    [6000, 6001].map((length) => ({ type: "markdown", text: "x".repeat(length) })),
    "less than 12001",
  ],
];

const VIEWS_OVER: [string, Json, string][] = [
  [
    "a title of 25 characters",
    modal({ title: plain(25) }),
    "less than 25 characters [json-pointer:/view/title/text]",
  ],
  ["no title", { type: "modal", blocks: [] }, "missing required field: title"],
  ["private_metadata of 3001 characters", modal({ private_metadata: "x".repeat(3001) }), "less than 3001"],
  [
    "101 blocks",
    modal({ blocks: times(101, section(1)) }),
    "no more than 100 items allowed [json-pointer:/view/blocks]",
  ],
  ["an input and no submit", modal({ blocks: [input] }), "missing required field: submit"],
  [
    "a block for messages only",
    modal({ blocks: [{ type: "markdown", text: "a" }] }),
    "unsupported type: markdown",
  ],
  ["a Home tab", { type: "home", blocks: [] }, "must be a modal, not home"],
];

describe("what Slack would not show", () => {
  it.each(AT_THE_LIMIT)("A7: %s may be sent", (_name, blocks) => {
    expect(blockProblems(blocks, "message")).toEqual([]);
  });

  it.each(OVER)("A7: %s may not be sent", (_name, blocks, problem) => {
    expect(blockProblems(blocks, "message").join("\n")).toContain(problem);
  });

  it.each(VIEWS_OVER)("A7: a modal with %s is refused", (_name, view, problem) => {
    expect(viewProblems(view, "modal").join("\n")).toContain(problem);
  });

  it("A7: a modal within its limits and a Home tab of 100 blocks are shown", () => {
    const full = modal({
      title: plain(24),
      submit: plain(24),
      close: plain(24),
      blocks: [input],
      private_metadata: "",
    });
    expect(viewProblems(full, "modal")).toEqual([]);
    expect(viewProblems({ type: "home", blocks: times(100, section(1)) }, "home")).toEqual([]);
  });
});
