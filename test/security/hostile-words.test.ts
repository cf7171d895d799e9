import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cell } from "../../src/challenge/team-table.ts";
import { escaped, escapedCode } from "../../src/slack/message.ts";
import { flowNamed } from "../challenge/told-story.ts";
import { DAY, openTeamRoom, type TeamRoom } from "../slack/challenge/team-room.ts";
import { COLD_SOUP, FED } from "../slack/practice-room.ts";
import { buttonsOf } from "../slack/publishing-room.ts";
import { objects } from "../slack-double/blocks.ts";
import type { Message } from "../slack-double/workspace.ts";

/** Everything by which words could do more than be read. */
const SHORT = "<!here> *EVILBOLD*";
const NAME = "<@UEVIL> *EVILBOLD* <!here>";
const HOSTILE = [
  "Cold soup before a meeting, what a day <!channel> <!here> <!everyone> <@UEVIL> <#CEVIL|x> <https://evil.example|ok>",
  "*EVILBOLD* _EVILSLANT_ ~EVILGONE~ `EVILCODE` ```EVILFRAME``` &lt;!channel&gt; &amp;lt;!here&amp;gt;",
  "> EVILQUOTE\n\u202eEVILTURNED\u202c \u2066x\u2069 a\u200bb”“ " + '"',
].join("\n");

// What a text with formatting must never hold of it; the app's own mentions name nobody called EVIL.
const ACTIVE =
  /<!(?:channel|here|everyone)|<@UEVIL|<#CEVIL|<https?:\/\/evil|\*EVILBOLD|_EVILSLANT|~EVILGONE|`EVILCODE|```EVILFRAME|^\s*(?:>|&gt;)+ ?EVILQUOTE|[\u202a-\u202e\u2066-\u2069]/m;

const MENTIONS = /<!(?:channel|here|everyone)|<@UEVIL|<#CEVIL|<https?:\/\/evil|[\u202a-\u202e\u2066-\u2069]/;

let room: TeamRoom;
beforeEach(async () => {
  const lines = [
    ["title: Cold soup & no <spoon>", `title: ${JSON.stringify(SHORT)}`],
    ["name: Robin Ashdown", `name: ${JSON.stringify(SHORT)}`],
    [
      "- My soup is cold & there is no <spoon>. Again.",
      `- ${JSON.stringify("Cold soup & <soup> *EVILBOLD* _EVILSLANT_ ~EVILGONE~ `EVILCODE` &lt;here&gt;")}`,
    ],
    ["because: The words made it worse.", `because: ${JSON.stringify(`${SHORT} _EVILSLANT_`)}`],
    ["about: A lunch", `about: ${SHORT} A lunch`],
    ["debrief: Robin got", `debrief: ${SHORT} ~EVILGONE~ Robin got`],
  ] as const;
  const source = lines.reduce((text, [from, to]) => text.replace(from, to), COLD_SOUP.source);
  room = await openTeamRoom({
    people: ["U1", "U2", "U3"],
    channels: ["C1", "C2"],
    trainers: { ids: ["U1"], second: false },
    flows: [COLD_SOUP, flowNamed("say-it-back")],
  });
  for (const one of room.slack.workspace.people.values()) one.name = NAME;
  const name = `${SHORT} \`EVILCODE\`.yml`;
  for (const content of [source.replace("Cold soup &", "<!channel> ```EVILFRAME \u202e"), source])
    await room.slack
      .person("U1")
      .writes("", { files: [{ name, content }] })
      .then(room.quiet);
});
afterEach(() => room.close());

/** Every text in which Slack looks for formatting: of messages, of views, and of what was answered on the spot. */
function formatted(): string[] {
  const { calls, deliveries } = room.slack;
  const tops = calls.flatMap(({ method, args }) =>
    method.startsWith("chat.") && typeof args.text === "string" ? [args.text] : [],
  );
  const answered = deliveries.flatMap(({ body }) => {
    try {
      return [JSON.parse(body) as unknown];
    } catch {
      return [];
    }
  });
  return [...tops, ...[...calls.map(({ args }) => args), ...answered].flatMap(mrkdwnIn)];
}

function mrkdwnIn(part: unknown): string[] {
  if (typeof part === "string" && /^[[{]/.test(part)) {
    try {
      return mrkdwnIn(JSON.parse(part));
    } catch {
      return [];
    }
  }
  if (Array.isArray(part)) return part.flatMap(mrkdwnIn);
  if (typeof part !== "object" || part === null) return [];
  const { type, text } = part as { type?: unknown; text?: unknown };
  const own = type === "mrkdwn" || "response_type" in part ? [String(text)] : [];
  return [...own, ...Object.values(part).flatMap(mrkdwnIn)];
}

const seenWith = (action: string, person: string): Message => {
  const all = [...room.slack.dm(person), ...room.channel("C1"), ...room.channel("C2")];
  const found = all.findLast((one) => buttonsOf(one).includes(action) || accessoryOf(one).includes(action));
  if (!found) throw new Error(`Nothing shows ${person} ${action}: ${room.told(person).join("\n---\n")}`);
  return found;
};
const accessoryOf = ({ blocks }: Message) =>
  objects(blocks).flatMap(({ accessory }) => {
    const { action_id } = (accessory ?? {}) as { action_id?: string };
    return action_id ? [action_id] : [];
  });
const presses = async (action: string, person: string) => {
  room.slack.clock.advance(6_000);
  await room.presses(seenWith(action, person), action, person);
};
const submits = (person: string, answers: Record<string, string | string[]>) =>
  room.slack.person(person).submits(room.page(person), answers).then(room.quiet);

describe("whatever people and flows write", () => {
  it("is read as words everywhere: it mentions nobody, links nowhere, and formats nothing", async () => {
    const { slack, quiet } = room;
    // A trainer's flow: its problems, its map, what changes, the list.
    expect(room.told("U1").map((text) => text.includes("can't be played yet"))).toEqual([true, false]);
    await presses("flow:publish", "U1");
    await submits("U1", { "flow:note": HOSTILE.slice(0, 400) });
    await room.asks("flows", "U1");
    await slack.person("U2").writes("practice").then(quiet);
    expect(room.last("U2").text).toContain("EVILBOLD");
    await room.asks(`no such <!here> *EVILBOLD* customer`, "U2");

    // A practice with that customer: its debrief, the talk, the seats, an appeal.
    await slack.person("U2").command("/practice", "cold-soup").then(quiet);
    for (const line of [HOSTILE, "Calm down. <!here> *EVILBOLD* it's only soup."]) {
      await slack.person("U2").writes(line);
      await room.pass(2_000);
    }
    await slack.person("U2").command("/practice", "cold-soup").then(quiet);
    for (const line of [`${HOSTILE} once more`, FED]) {
      await slack.person("U2").writes(line);
      await room.pass(2_000);
    }
    await slack.person("U2").writes("stop").then(quiet);
    await room.pass(20 * 60_000);
    for (const action of ["debrief:talk", "debrief:seats"]) await presses(action, "U2");
    const debriefed = slack.dm("U2").findLast((one) => buttonsOf(one).includes("share:open"));
    expect(debriefed).toBeDefined();
    await presses("share:open", "U2");
    await submits("U2", { "share:channel": "C1", "share:scope": "talk" });
    await submits("U2", {});
    await presses("share:answer", "U3");
    const answer = {
      "share:skill": "validation",
      "share:quote": "cold soup",
      "share:noticed": HOSTILE.slice(0, 300),
    };
    await submits("U3", answer);

    // Kudos, shown in a channel.
    await room.asks(`kudos @nobody <!here> *EVILBOLD*`, "U1");
    await room.asks("kudos <@U2>", "U1");
    await submits("U1", { "kudos:skill": "validation", "kudos:reason": HOSTILE.slice(0, 480) });
    await presses("kudos:show", "U2");
    await submits("U2", { "kudos:channel": "C1" });

    // A relay with a word and an alias, and a listening game.
    await room.launches("relay", { flows: "cold-soup", word: HOSTILE.slice(0, 200) });
    for (const person of ["U2", "U3"])
      await room.presses(seenWith("challenge:join", "U1"), "challenge:join", person);
    await presses("challenge:appear", "U3");
    await submits("U3", { "challenge:alias": SHORT });
    await presses("relay:answer", "U3");
    await submits("U3", { "relay:text": HOSTILE });
    await presses("relay:answer", "U2");
    await room.launches("listening", { flows: "say-it-back", word: SHORT }, "U1", "C2");
    await presses("listening:say", "U3");
    await submits("U3", { "listening:heard": HOSTILE, "listening:question": `${SHORT}?` });
    await slack.person("U2").writes("progress").then(quiet);
    await slack.person("U2").opensHome().then(quiet);
    await room.pass(6 * DAY);

    const all = formatted();
    const hostile = all.filter((text) => text.includes("EVIL"));
    expect(all.length).toBeGreaterThan(100);
    expect(hostile.length).toBeGreaterThan(40);
    // Within a frame of code nothing is formatted; a mention would be one all the same.
    const framed = (text: string) => text.replace(/```[\s\S]*?```/g, "");
    expect(all.filter((text) => ACTIVE.test(framed(text)) || MENTIONS.test(text))).toEqual([]);
    expect(room.logged.join("\n")).not.toContain("EVIL");
    expect(room.logged.join("\n")).not.toContain("a listener failed");
  }, 60_000);
});

describe("words that were escaped", () => {
  const words = fc.string({
    unit: fc.constantFrom(..."<>&*_~`!@#|;:/ \n\tab1(“”".split(""), "\u202e", "😀"),
  });

  it("hold no sign that opens a mention, a link or code, and say the same", () => {
    fc.assert(
      fc.property(words, (text) => {
        const safe = escaped(text);
        expect(safe).not.toMatch(/[<>`\u202e]/);
        expect(safe).not.toMatch(/&(?!amp;|lt;|gt;)/);
        expect(safe).not.toMatch(/^\s*&gt;/m);
        const said = (one: string) => one.replace(/[^\p{L}\p{N}]|‵/gu, "");
        expect(said(safe.replace(/&(?:amp|lt|gt);/g, ""))).toBe(said(text));
      }),
    );
  });

  it("have nothing that Slack would set bold, slanted or struck out", () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(escaped(text)).not.toMatch(
          /(?<![\p{L}\p{N}])[*_~]+(?!\s|$)|(?<!\s|^)[*_~]+(?![\p{L}\p{N}])/mu,
        );
      }),
    );
  });

  it.each([
    ["5 * 3 = 15", "5 * 3 = 15"],
    ["snake_case_name", "snake_case_name"],
    ["~ ten minutes", "~ ten minutes"],
    ["R&D <now>", "R&amp;D &lt;now&gt;"],
  ])("stay as they are where nothing would be formatted: %s", (text, safe) => {
    expect(escaped(text)).toBe(safe);
  });

  it("cannot leave a frame of code", () => {
    expect(escapedCode("```<!channel>```` *x*")).toBe("‵‵‵&lt;!channel&gt;‵‵‵` *x*");
  });
});

describe("a cell of a table", () => {
  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", '=HYPERLINK("https://evil")'])(
    "that a spreadsheet would take for a formula is words: %j",
    (words) => {
      expect(cell(words)).toMatch(/^"?'/);
    },
  );
});
