import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDirectMessage } from "../../src/slack/direct-message.ts";

const place = { type: "message", channel: "D1", channel_type: "im" };
const written = { ...place, user: "U1", ts: "2.000100", text: "Hello" };

const changed = (message: object, previous_message: object) => ({
  ...place,
  subtype: "message_changed",
  ts: "3.000100",
  message,
  previous_message,
});
const deleted = (previous_message: object) => ({
  ...place,
  subtype: "message_deleted",
  ts: "3.000100",
  deleted_ts: "2.000100",
  previous_message,
});

describe("what a person did in the direct message", () => {
  it.each<[string, object, object]>([
    [
      "a line",
      written,
      { kind: "written", user: "U1", channel: "D1", ts: "2.000100", text: "Hello", files: [] },
    ],
    ["a line with entities", { ...written, text: "&lt;b&gt; &amp;amp;" }, { text: "<b> &amp;" }],
    ["a line with /me", { ...written, subtype: "me_message" }, { kind: "written" }],
    [
      "files, of which some are flows",
      {
        ...written,
        subtype: "file_share",
        files: [{}, { id: "F1", name: "Soup.YML" }, { id: "F2", filetype: "yaml" }, { name: "yml" }],
      },
      {
        kind: "written",
        files: [
          { id: "", isFlow: false },
          { id: "F1", isFlow: true },
          { id: "F2", isFlow: true },
          { id: "", isFlow: false },
        ],
      },
    ],
    ["a thread reply", { ...written, thread_ts: "1.000100" }, { kind: "in-thread", thread: "1.000100" }],
    [
      "a thread reply that everybody sees",
      { ...written, subtype: "thread_broadcast", thread_ts: "1.000100" },
      { kind: "written" },
    ],
    ["the start of a thread", { ...written, thread_ts: "2.000100" }, { kind: "written" }],
    [
      "other words",
      changed({ ...written, text: "Hi" }, written),
      { kind: "edited", ts: "2.000100", text: "Hi" },
    ],
    ["a deletion", deleted(written), { kind: "deleted", user: "U1", ts: "2.000100" }],
    [
      "the deletion of what a thread hangs on",
      changed({ ...written, user: "USLACKBOT", subtype: "tombstone", text: "Deleted." }, written),
      { kind: "deleted", user: "U1", ts: "2.000100" },
    ],
  ])("%s is understood", (_what, event, expected) => {
    expect(readDirectMessage(event)).toMatchObject(expected);
  });

  it.each<[string, object]>([
    ["the app's own line", { ...written, bot_id: "B1" }],
    [
      "the customer's line",
      { ...place, subtype: "bot_message", bot_id: "B1", text: "Hello", ts: "2.000100" },
    ],
    ["a change of the app's own line", changed({ ...written, bot_id: "B1", text: "Hi" }, written)],
    ["the deletion of the app's own line", deleted({ ...written, bot_id: "B1" })],
    ["a link that unfolds", changed({ ...written, attachments: [{}] }, written)],
    ["an edit within a thread", changed({ ...written, thread_ts: "1.1", text: "Hi" }, { ...written })],
    ["a deletion within a thread", deleted({ ...written, thread_ts: "1.1" })],
    ["a message in a channel", { ...written, channel_type: "channel" }],
    ["a message among several people", { ...written, channel_type: "mpim" }],
    ["a reminder of Slack's", { ...written, subtype: "reminder_add" }],
    ["a line of nobody's", { ...written, user: undefined }],
  ])("%s is not for us", (_what, event) => {
    expect(readDirectMessage(event)).toBeUndefined();
  });

  it("no shape that Slack may ever send makes it fail", () => {
    const subtype = fc.constantFrom(
      undefined,
      "message_changed",
      "message_deleted",
      "file_share",
      "thread_broadcast",
      "tombstone",
    );
    const anyMessage = fc.record(
      { user: fc.anything(), ts: fc.anything(), text: fc.anything(), subtype, thread_ts: fc.anything() },
      { requiredKeys: [] },
    );
    const event = fc.record(
      {
        channel_type: fc.constantFrom("im", undefined),
        channel: fc.anything(),
        subtype,
        user: fc.anything(),
        text: fc.anything(),
        files: fc.anything(),
        thread_ts: fc.anything(),
        message: fc.oneof(fc.anything(), anyMessage),
        previous_message: fc.oneof(fc.anything(), anyMessage),
        deleted_ts: fc.anything(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), event), (given) => {
        const read = readDirectMessage(given);
        if (read) for (const field of [read.user, read.channel, read.ts]) expect(field).toBeTypeOf("string");
      }),
      { numRuns: 2_000 },
    );
  });
});
