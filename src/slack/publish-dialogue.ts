import type { KnownBlock, ModalView } from "@slack/types";
import type { Appeal } from "../feedback/appeal.ts";
import type { Flow } from "../flow/flow.ts";
import type { Desk } from "../store/desk.ts";
import type { FlowVersion } from "../store/flow-versions.ts";
import { compareFlows } from "../workshop/compare-flows.ts";
import { type Impact, impactOf } from "../workshop/impact.ts";
import { isPublished, type Shelved, shelvesOf } from "./library.ts";
import { escaped, section } from "./message.ts";
import { NO_DRAFT, whyNotPublish } from "./on-trainers-press.ts";
import { own, readOwn } from "./own-values.ts";
import { plainText } from "./plain-text.ts";

/** The dialogue in which a trainer publishes, and the question in it. */
export const PUBLISH_DIALOGUE = "flow:publish";
export const NOTE = "note";
const LONGEST_NOTE = 300;
export const TITLE = "Publish";

/** What a text would follow, and everything that is asked of both. */
export type Change = {
  version: FlowVersion;
  next: Flow;
  live: Shelved | undefined;
  appeals: readonly Appeal[];
};

/** A text that is to be published and what it would follow; or a sentence about why it can't be. */
export async function changeBy(
  desk: Desk,
  team: string,
  id: string,
  folder: readonly Flow[],
  whyNot: (version: FlowVersion | undefined) => string | undefined = whyNotPublish,
): Promise<Change | string> {
  const version = await desk.versions.byId(team, id);
  const refused = whyNot(version);
  if (refused || !version) return refused ?? NO_DRAFT;
  const next = await desk.versions.flowOf(version);
  if (!next) return NO_DRAFT;
  const shelves = await shelvesOf(desk, team, folder);
  const live = shelves.find(({ flow }) => flow.id === next.id);
  if (live?.published && isPublished(next, live))
    return `It is the same as version ${live.published.version}, word for word, so there is nothing to publish.`;
  return { version, next, live, appeals: await desk.versions.appeals(team) };
}

/** What is played now, as the dialogue that shows the impact names it: something else by then is noticed. */
export const baseOf = ({ live }: Pick<Change, "live">) => live?.flow.hash ?? "";

/** What is different, and what of it shows, in paragraphs with Slack's formatting. */
export function tellChange({ next, live, appeals }: Change): string[] {
  const { flow, published } = live ?? {};
  const since = published
    ? ` since version ${published.version}`
    : flow
      ? " since the one in the folder"
      : "";
  return [
    `*What changes${since}*\n${bullets(compareFlows(flow, next))}`,
    ...tellImpact(impactOf(flow, next, appeals)),
  ];
}

function tellImpact({ failing, tests, appeals, appealsTried }: Impact): string[] {
  const parts = [
    failing.length > 0 ? `*Its tests that do not go as written*\n${bullets(failing)}` : "",
    tests.length > 0 ? `*Tests of the one that is played now*\n${bullets(tests)}` : "",
    appeals.length > 0 ? `*Lines that somebody saw differently*\n${bullets(appeals)}` : "",
  ].filter(Boolean);
  const tried = appealsTried > 0 ? `, and ${appealsTried} lines that somebody saw differently` : "";
  return parts.length > 0
    ? parts
    : [`Every test goes as before${tried ? `${tried} are read as before` : ""}.`];
}

const MOST = 8;

function bullets(told: readonly string[]): string {
  const left = told.length - MOST;
  const shown = told.slice(0, MOST).map((one) => `• ${escaped(one)}`);
  return [...shown, ...(left > 0 ? [`• And ${left} more.`] : [])].join("\n");
}

/** Shows what publishing a text would change, and asks for a note. `words` stand in the note to begin with. */
export function publishDialogue(change: Change, second: boolean, words?: string): ModalView {
  const { version, next } = change;
  return {
    type: "modal",
    callback_id: PUBLISH_DIALOGUE,
    private_metadata: JSON.stringify({ id: version.id, base: baseOf(change) } satisfies Asked),
    title: plainText(TITLE),
    submit: plainText(second ? "Ask for approval" : "Publish"),
    close: plainText("Not now"),
    blocks: [
      section(`*${escaped(next.title)}* (\`${next.id}\`)`),
      ...tellChange(change).map(section),
      section(
        second
          ? "A second trainer is asked first. Practices under way finish on the text they began with."
          : "From now on everybody here plays this text. Practices under way finish on the text they began with.",
      ),
      noteInput("What changed, in a sentence for other trainers?", words),
    ],
  };
}

/** A question for a note; `words` stand in it to begin with. */
export const noteInput = (label: string, words?: string): KnownBlock => ({
  type: "input",
  block_id: NOTE,
  label: plainText(label),
  element: {
    type: "plain_text_input",
    action_id: `flow:${NOTE}`,
    multiline: true,
    max_length: LONGEST_NOTE,
    ...(words ? { initial_value: words } : {}),
  },
});

/** What a dialogue holds for when it is sent off: the version, and what was played when its impact was shown. */
export type Asked = { id: string; base: string };

const ASKED = own.object({ id: own.words, base: own.words });

/** What a dialogue that was sent off held. */
export const askedIn = (held: string): Asked => readOwn(held, ASKED);

type Held = { value?: string | null };

/** The note that was written; empty where a client lets it pass that none was. */
export function noteIn(view: { state: { values: object } }): string {
  const values = view.state.values as Record<string, Record<string, Held>>;
  return (values[NOTE]?.[`flow:${NOTE}`]?.value ?? "").trim().slice(0, LONGEST_NOTE);
}
